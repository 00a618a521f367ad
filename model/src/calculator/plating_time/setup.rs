//! Understands the inputs: which bath, which efficiency, which area; what was given, what is a default and where that comes from.
//! It never fails: what contradicts is noted as a problem, and the nearest sensible reading goes on, so that the page can show it.

use super::inputs::{
    CalibrationBy, CurrentBasis, DensityModel, EfficiencyMode, Inputs, LengthOfBolt, SolveFor,
    ThicknessKind, WorkBasis,
};
use crate::calculator::{
    Assumptions, Curve, Fault, InputTable, Mount, Origin, Problem, Valued, chosen, picked,
};
use crate::data::baths::{self, Bath};
use crate::data::deposits::Deposit;
use crate::data::electrical::{CONTACT_FRACTION, RECTIFIER_EFFICIENCY};
use crate::data::examples::{AREA, CALIBRATION_AREA, LOAD, PIECES};
use crate::data::fasteners::BOLT_AREA_PER_KG;
use crate::data::passivates::{Chromium, Passivate};
use crate::data::sources::JUDGEMENT;
use crate::data::thickness::{DIP_LOSS, PartClass, minimum_to_average};
use crate::data::threads::{PlatedThread, ThreadSystem, TolerancePosition, deviation};
use crate::data::{Fact, Listed, Sure, point};
use crate::plating::designation::{self, Designation, Meaning};
use crate::plating::thickness::average_needed;
use crate::plating::{alloy, efficiency, faraday};
use crate::units::{
    Charge, CurrentDensity, Density, Dimension, Equivalent, Mass, Minutes, Quantity, Thickness,
};
use crate::words::{symbol, text};
use serde_json::Value;

/// Where the efficiency comes from, ready to be evaluated.
#[derive(Clone, PartialEq, Debug)]
pub enum Efficiency {
    /// The same at every current density.
    Constant(f64),
    /// A curve over the effective current density.
    Curve(Vec<(f64, f64)>),
    /// One of the bath's own curves.
    BathCurve(&'static [(f64, f64)]),
}

impl Efficiency {
    /// The points, for a curve.
    pub fn points(&self) -> Option<&[(f64, f64)]> {
        match self {
            Self::Constant(_) => None,
            Self::Curve(points) => Some(points),
            Self::BathCurve(points) => Some(points),
        }
    }

    /// At an effective current density in A/dm².
    pub fn at(&self, effective: f64) -> f64 {
        match self {
            Self::Constant(value) => *value,
            Self::Curve(points) => efficiency::at(points, effective).unwrap_or(f64::NAN),
            Self::BathCurve(points) => efficiency::at(points, effective).unwrap_or(f64::NAN),
        }
    }
}

/// The inputs as they were understood.
#[derive(Clone, PartialEq, Debug)]
pub struct Setup {
    /// What is found.
    pub solve_for: SolveFor,
    /// The deposit.
    pub deposit: &'static Deposit,
    /// The bath.
    pub bath: &'static Bath,
    /// Whether in a barrel.
    pub barrel: bool,
    /// What the thickness means.
    pub kind: ThicknessKind,
    /// Shape of the part.
    pub class: &'static PartClass,
    /// Conversion coat.
    pub passivate: &'static Passivate,
    /// Where the efficiency comes from.
    pub efficiency_mode: EfficiencyMode,
    /// How a calibration part was measured.
    pub calibration_by: CalibrationBy,
    /// How the current is known.
    pub current_basis: CurrentBasis,
    /// How the work is known.
    pub work_basis: WorkBasis,
    /// Where the density comes from.
    pub density_model: DensityModel,
    /// The efficiency, ready to be evaluated.
    pub efficiency: Efficiency,
    /// Thread to be judged.
    pub thread: Option<&'static PlatedThread>,
    /// Its tolerance position.
    pub position: &'static TolerancePosition,
    /// How long the threaded parts are.
    pub bolt_length: LengthOfBolt,
    /// What a coating code asks for.
    pub asked: Option<Designation>,
    /// Electrochemical equivalent, g/(A·h).
    pub equivalent: Equivalent,
    /// Mass fraction of the alloying element; 0 for a pure metal.
    pub alloying_fraction: Valued,
    /// Density, g/cm³.
    pub density: Valued,
    /// Thickness of the stated kind, µm.
    pub thickness: Valued,
    /// Minimum ÷ average.
    pub ratio: Valued,
    /// Zinc lost after plating, µm.
    pub loss: Valued,
    /// Current density, A/dm².
    pub current_density: Valued,
    /// Total current, A.
    pub current: Valued,
    /// Share of the load in contact; 1 on a rack.
    pub contact: Valued,
    /// Time, min.
    pub time: Valued,
    /// The efficiency as a number, where it is one.
    pub fixed_efficiency: Valued,
    /// Calibration: mean thickness µm, mass g, area dm², time min, current density A/dm².
    pub calibration: [Valued; 5],
    /// Area of the whole work or of one piece, dm².
    pub area: Valued,
    /// Number of pieces.
    pub pieces: Option<f64>,
    /// Weight of the load, kg.
    pub load: Valued,
    /// Area per weight, dm²/kg.
    pub specific_area: Valued,
    /// Area of the whole work, dm².
    pub total_area: f64,
    /// Tank voltage, V.
    pub voltage: Valued,
    /// Rectifier efficiency.
    pub rectifier: Valued,
    /// Bath temperature, °C.
    pub temperature: Valued,
}

impl Setup {
    /// Tells how the fields were understood.
    pub(super) fn tell(&self, to: &mut Assumptions) {
        let asked = self.asked.as_ref();
        let used = |valued: Valued, used: bool| valued.marked(Origin::Unused, !used);
        let solves_efficiency = self.solve_for == SolveFor::Efficiency;
        let solves_current = self.solve_for == SolveFor::CurrentDensity;
        let by_total = self.current_basis == CurrentBasis::Total;
        to.chosen("solve_for", self.solve_for.id());
        to.derived("deposit", self.deposit.id, asked.is_some_and(|one| one.deposit().is_some()));
        to.chosen("bath", self.bath.id);
        let mount = if self.barrel { Mount::Barrel } else { Mount::Rack };
        to.derived("rack_or_barrel", mount.id(), asked.is_some_and(|one| one.barrel.is_some()));
        let alloyed_with = |symbol: &str| {
            self.deposit.alloying.as_ref().is_some_and(|partner| partner.element.symbol == symbol)
        };
        to.number("nickel_fraction", used(self.alloying_fraction, alloyed_with("Ni")));
        to.number("iron_fraction", used(self.alloying_fraction, alloyed_with("Fe")));
        to.chosen("density_model", self.density_model.id());
        if self.deposit.alloying.is_none() {
            to.unused("density_model");
        }
        to.number("density_g_per_cm3", self.density);
        if self.density.origin == Origin::Derived {
            to.chosen("density_g_per_cm3", Value::Null); // of the mixture, which the field does not show
        }
        to.number("thickness_um", self.thickness);
        let asked_um = asked.and_then(|one| one.um_of(self.deposit.id));
        to.derived("thickness_kind", self.kind.id(), asked_um.is_some());
        to.chosen("part_class", self.class.id);
        to.number("minimum_to_average", self.ratio);
        let asked_passivate = asked.and_then(Designation::passivate_assumed);
        to.derived("passivate", self.passivate.id(), asked_passivate.is_some());
        to.number("zinc_loss_um", self.loss);
        to.chosen("current_basis", self.current_basis.id());
        if solves_current {
            to.unused("current_basis");
        }
        let j_counts = solves_current || !by_total;
        to.number("current_density_a_per_dm2", used(self.current_density, j_counts));
        to.number("current_a", used(self.current, by_total && !solves_current));
        to.number("contact_fraction", self.contact);
        to.number("time_min", self.time);
        self.tell_efficiency(solves_efficiency, to);
        to.chosen("work_basis", self.work_basis.id());
        to.number("area_dm2", self.area);
        match (self.work_basis, self.pieces) {
            (WorkBasis::Area, _) => to.unused("pieces"),
            (_, Some(pieces)) => {
                to.chosen("pieces", pieces);
                to.fact("pieces", PIECES);
            }
            (_, None) => {}
        }
        to.number("load_kg", self.load);
        to.number("area_dm2_per_kg", self.specific_area);
        to.number("voltage_v", self.voltage);
        to.number("rectifier_efficiency", self.rectifier);
        to.number("temperature_c", self.temperature);
        match self.thread {
            Some(_) => to.chosen("tolerance_position", self.position.id()),
            None => to.unused("tolerance_position"),
        }
        match self.thread.map(|thread| &thread.system) {
            Some(ThreadSystem::Metric(_)) => to.chosen("bolt_length", self.bolt_length.id()),
            _ => to.unused("bolt_length"),
        }
    }

    fn tell_efficiency(&self, is_solved: bool, to: &mut Assumptions) {
        let used = |valued: Valued, used: bool| valued.marked(Origin::Unused, !used);
        let calibrated = self.efficiency_mode == EfficiencyMode::Calibrated && !is_solved;
        let by_mass = self.calibration_by == CalibrationBy::Mass;
        to.chosen("efficiency_mode", self.efficiency_mode.id());
        if is_solved {
            to.unused("efficiency_mode");
        }
        let constant = matches!(self.efficiency, Efficiency::Constant(_)) && !calibrated;
        to.number("efficiency", used(self.fixed_efficiency, is_solved || constant));
        match self.efficiency.points().filter(|_| !is_solved) {
            Some(points) => {
                // The bath's own that comes back from a file is a default still.
                let is_own = matches!(self.efficiency, Efficiency::Curve(_));
                let published = self.bath.efficiency;
                let fact = Fact {
                    low: published.low,
                    high: published.high,
                    ..baths::curve_fact(self.bath, published.value)
                };
                to.curve("efficiency_curve", &Curve(points.to_vec()), fact, is_own);
            }
            None => to.unused("efficiency_curve"),
        }
        to.chosen("calibration_by", self.calibration_by.id());
        if !calibrated {
            to.unused("calibration_by");
        }
        let [thickness, mass, area, time, j] = self.calibration;
        to.number("calibration_thickness_um", used(thickness, calibrated && !by_mass));
        to.number("calibration_mass_g", used(mass, calibrated && by_mass));
        to.number("calibration_area_dm2", used(area, calibrated && by_mass));
        to.number("calibration_time_min", used(time, calibrated));
        to.number("calibration_current_density_a_per_dm2", used(j, calibrated));
    }
}

/// Whether an efficiency of 0 to 1 comes out of a calibration; the problem it is otherwise.
fn calibrated(
    by: CalibrationBy,
    c: Equivalent,
    density: f64,
    [thickness, mass, area, time, j]: [Valued; 5],
) -> f64 {
    match by {
        CalibrationBy::Thickness => {
            let (j, time, thickness) = (
                CurrentDensity::new(j.value),
                Minutes::new(time.value),
                Thickness::new(thickness.value),
            );
            faraday::efficiency(c, Density::new(density), j, time, thickness)
        }
        CalibrationBy::Mass => faraday::efficiency_by_mass(
            c,
            Charge::new(j.value * area.value * time.value / 60.0),
            Mass::new(mass.value),
        ),
    }
}

/// An example that follows from other values: a point without a range.
const fn example(dimension: Dimension, value: f64) -> Fact {
    point(dimension, value, &JUDGEMENT, Sure::Estimate)
}

/// What the field of the total current takes, A: a default must be possible however large the work.
const LEAST_CURRENT_A: f64 = 0.0001;
const MOST_CURRENT_A: f64 = 1_000_000.0;
/// What the field of the time takes, min.
const LEAST_TIME_MIN: f64 = 0.0001;
const MOST_TIME_MIN: f64 = 1_000_000.0;
/// What the field of a thickness takes, µm.
const LEAST_THICKNESS_UM: f64 = 0.001;
const MOST_THICKNESS_UM: f64 = 10_000.0;
/// What the field of a measured mass takes, g.
const LEAST_MASS_G: f64 = 0.000_001;
const MOST_MASS_G: f64 = 1_000_000.0;

/// Understands the inputs; the problems are what contradicts.
pub fn understand(inputs: &Inputs) -> (Setup, Vec<Problem>) {
    let mut problems = Vec::new();
    let asked =
        inputs.designation.as_deref().filter(|code| !code.trim().is_empty()).and_then(|code| {
            let asked = designation::read(code);
            let fault = match &asked {
                None => Some(Fault::UnknownCode),
                Some(asked) => not_for_here(asked, inputs.deposit.is_some()),
            };
            problems.extend(fault.map(|fault| Problem::new("designation", fault)));
            asked
        });
    let (deposit, bath) = deposit_and_bath(inputs, asked.as_ref(), &mut problems);
    let in_barrel = asked.as_ref().is_some_and(|asked| asked.barrel == Some(true));
    let mount = picked(&inputs.rack_or_barrel, if in_barrel { Mount::Barrel } else { Mount::Rack });
    let barrel = mount == Mount::Barrel;
    let operation = bath.operation(barrel);
    let solve_for = picked(&inputs.solve_for, SolveFor::Time);

    let (components, alloying_fraction) =
        components(inputs, deposit, asked.as_ref().and_then(|asked| asked.nickel));
    let parts = if deposit.alloying.is_some() {
        components.as_slice()
    } else {
        components.get(..1).unwrap_or_default()
    };
    let equivalent = alloy::equivalent(parts);
    let density_model = picked(&inputs.density_model, DensityModel::Typical);
    let mixed = (density_model == DensityModel::IdealMixing && deposit.alloying.is_some())
        .then(|| alloy::ideal_density(parts).g_per_cm3());
    let density = match (inputs.density_g_per_cm3, mixed) {
        (None, Some(mixed)) => {
            Valued { value: mixed, fact: Some(deposit.density), origin: Origin::Derived }
        }
        (given, _) => Valued::of(given, &deposit.density),
    };

    let asked_thickness = asked.as_ref().and_then(|asked| asked.um_of(deposit.id));
    let thickness = match (inputs.thickness_um, asked_thickness) {
        (None, Some(um)) => {
            Valued { value: um, fact: Some(deposit.typical_thickness), origin: Origin::Derived }
        }
        (given, _) => Valued::of(given, &deposit.typical_thickness),
    }
    .marked(Origin::Solved, solve_for == SolveFor::Thickness);
    let averaged = asked.as_ref().is_none_or(|asked| asked.meaning == Meaning::Average);
    let kind = picked(
        &inputs.thickness_kind,
        if asked_thickness.is_none() || averaged {
            ThicknessKind::Average
        } else {
            ThicknessKind::Minimum
        },
    );
    let class = chosen(&inputs.part_class).unwrap_or_else(|| PartClass::default_for(barrel));
    let ratio = Valued::of(inputs.minimum_to_average, minimum_to_average(bath.throw, class));
    let passivate = chosen(&inputs.passivate)
        .or_else(|| Some(asked.as_ref()?.passivate_assumed()?.0))
        .unwrap_or_else(Passivate::none);
    let holds_zinc = deposit.hydrogen_only;
    let loss = match inputs.zinc_loss_um {
        _ if !holds_zinc => Valued { value: 0.0, fact: Some(DIP_LOSS), origin: Origin::Unused },
        None if passivate.chromium == Chromium::None => {
            Valued { value: 0.0, fact: Some(DIP_LOSS), origin: Origin::Unused }
        }
        given => Valued::of(given, &DIP_LOSS),
    };

    let contact = match inputs.contact_fraction {
        _ if !barrel => Valued { value: 1.0, fact: Some(CONTACT_FRACTION), origin: Origin::Unused },
        given => Valued::of(given, &CONTACT_FRACTION),
    };

    let work_basis = work_basis(inputs, &mut problems);
    let by_load = work_basis == WorkBasis::Load;
    let area = Valued::of(inputs.area_dm2, &AREA).marked(Origin::Unused, by_load);
    let load = Valued::of(inputs.load_kg, &LOAD).marked(Origin::Unused, !by_load);
    let specific_area =
        Valued::of(inputs.area_dm2_per_kg, &BOLT_AREA_PER_KG).marked(Origin::Unused, !by_load);
    let pieces = match work_basis {
        WorkBasis::Area => None,
        WorkBasis::Pieces => Some(inputs.pieces.map_or(PIECES.value, Quantity::canonical)),
        WorkBasis::Load => inputs.pieces.map(Quantity::canonical),
    };
    let total_area = match work_basis {
        WorkBasis::Area => area.value,
        WorkBasis::Pieces => area.value * pieces.unwrap_or(1.0),
        WorkBasis::Load => load.value * specific_area.value,
    };

    let current_basis = current_basis(inputs, solve_for, &mut problems);
    let by_total = current_basis == CurrentBasis::Total;
    let solves_current = solve_for == SolveFor::CurrentDensity;
    let plain_j = Valued::of(inputs.current_density_a_per_dm2, &operation.current_density);
    let default_current = plain_j.value * total_area;
    let current = match inputs.current_a {
        given if by_total => Valued::or_derived(
            given,
            (operation.current_density.value * total_area).clamp(LEAST_CURRENT_A, MOST_CURRENT_A),
            None,
        ),
        _ => Valued { value: default_current, fact: None, origin: Origin::Derived },
    };
    let current_density = if by_total {
        Valued {
            value: current.value / total_area,
            fact: Some(operation.current_density),
            origin: Origin::Derived,
        }
    } else {
        plain_j
    };
    let current_density = current_density.marked(Origin::Solved, solves_current);
    let current = current.marked(Origin::Solved, solves_current);

    // The time that the bath takes as it usually works: so whatever is solved for from this time is possible.
    let usual_efficiency =
        |j: f64| efficiency::at(bath.curve, j / contact.value).unwrap_or(bath.efficiency.value);
    let usual_rate = |j: f64| {
        faraday::rate(
            equivalent,
            Density::new(density.value),
            CurrentDensity::new(j),
            usual_efficiency(j),
        )
        .um_per_min()
    };
    let usual_time =
        |um: f64, j: f64| round_up(um / usual_rate(j)).clamp(LEAST_TIME_MIN, MOST_TIME_MIN);
    let default_j = operation.current_density.value;
    // What is solved for does not count, so it must not decide either.
    let thickness_in_force = if thickness.origin == Origin::Solved {
        asked_thickness.unwrap_or(deposit.typical_thickness.value)
    } else {
        thickness.value
    };
    let j_in_force = if solves_current { default_j } else { current_density.value };
    let average = average_needed(kind, thickness_in_force, loss.value, ratio.value);
    let time =
        Valued::of(inputs.time_min, &example(Dimension::Minutes, usual_time(average, j_in_force)))
            .marked(Origin::Solved, solve_for == SolveFor::Time);

    let efficiency_mode = efficiency_mode(inputs, bath);
    // What nobody measured is an example, and one that says nothing new: the thickness and the weight that the bath usually gives.
    let calibration_j =
        Valued::of(inputs.calibration_current_density_a_per_dm2, &operation.current_density);
    let calibration_time = Valued::of(
        inputs.calibration_time_min,
        &example(
            Dimension::Minutes,
            usual_time(deposit.typical_thickness.value, calibration_j.value),
        ),
    );
    let calibration_area = Valued::of(inputs.calibration_area_dm2, &CALIBRATION_AREA);
    let example_um = usual_rate(calibration_j.value) * calibration_time.value;
    let example_g = example_um * density.value * calibration_area.value / 100.0;
    let calibration = [
        Valued::of(
            inputs.calibration_thickness_um,
            &example(Dimension::Thickness, example_um.clamp(LEAST_THICKNESS_UM, MOST_THICKNESS_UM)),
        ),
        Valued::of(
            inputs.calibration_mass_g,
            &example(Dimension::Mass, example_g.clamp(LEAST_MASS_G, MOST_MASS_G)),
        ),
        calibration_area,
        calibration_time,
        calibration_j,
    ];
    let calibration_by = calibration_by(inputs);
    let solves_efficiency = solve_for == SolveFor::Efficiency;
    let measured = calibrated(calibration_by, equivalent, density.value, calibration);
    let model = match efficiency_mode {
        EfficiencyMode::Fixed => Efficiency::Constant(
            inputs.efficiency.map_or(bath.efficiency.value, Quantity::canonical),
        ),
        EfficiencyMode::Calibrated => Efficiency::Constant(measured.min(1.0)),
        EfficiencyMode::Curve => match &inputs.efficiency_curve {
            Some(curve) if same_points(&curve.0, bath.curve) => Efficiency::BathCurve(bath.curve), // as it comes back from a file
            Some(curve) => Efficiency::Curve(curve.0.clone()),
            None if bath.curve.is_empty() => Efficiency::Constant(
                inputs.efficiency.map_or(bath.efficiency.value, Quantity::canonical),
            ), // `curve_missing`
            None => Efficiency::BathCurve(bath.curve),
        },
    };
    if efficiency_mode == EfficiencyMode::Calibrated && !solves_efficiency && measured > 1.0 + 1e-9
    {
        let field = if calibration_by == CalibrationBy::Thickness {
            "calibration_thickness_um"
        } else {
            "calibration_mass_g"
        };
        problems.push(Problem::new(field, Fault::EfficiencyAboveOne(measured)));
    }
    let no_curve = inputs.efficiency_curve.is_none() && bath.curve.is_empty();
    let fixed_efficiency = match efficiency_mode {
        EfficiencyMode::Fixed => Valued::of(inputs.efficiency, &bath.efficiency),
        EfficiencyMode::Curve if no_curve => Valued::of(inputs.efficiency, &bath.efficiency),
        _ => Valued {
            value: model.at(current_density.value / contact.value),
            fact: Some(bath.efficiency),
            origin: Origin::Derived,
        },
    }
    .marked(Origin::Solved, solves_efficiency);

    let thread = chosen(&inputs.thread);
    let position =
        chosen(&inputs.tolerance_position).unwrap_or_else(|| TolerancePosition::usual(thread));
    if thread.is_some_and(|thread| deviation(thread, position).is_none()) {
        problems.push(Problem::new("tolerance_position", POSITION_OF_OTHERS));
    }
    let setup = Setup {
        solve_for,
        deposit,
        bath,
        barrel,
        kind,
        class,
        passivate,
        efficiency_mode,
        calibration_by,
        current_basis,
        work_basis,
        density_model,
        efficiency: model,
        thread,
        position,
        bolt_length: picked(&inputs.bolt_length, LengthOfBolt::UpTo5),
        asked,
        equivalent,
        alloying_fraction,
        density,
        thickness,
        ratio,
        loss,
        current_density,
        current,
        contact,
        time,
        fixed_efficiency,
        calibration,
        area,
        pieces,
        load,
        specific_area,
        total_area,
        voltage: Valued::of(inputs.voltage_v, &operation.voltage),
        rectifier: Valued::of(inputs.rectifier_efficiency, &RECTIFIER_EFFICIENCY),
        temperature: Valued::of(inputs.temperature_c, &bath.temperature),
    };
    (setup, problems)
}

const POSITION_OF_OTHERS: Fault = Fault::Own(
    "position_of_other_threads",
    text(
        "This thread has no such position. Metric threads have e, f, g and h (the finest no e), inch threads 1A, 2A and 3A.",
        "该螺纹没有此公差带位置：公制为 e、f、g、h（最细牙无 e），英制为 1A、2A、3A。",
    ),
);

/// Why a code cannot be calculated here, if it cannot: what no current plates, and layers or deposits that nobody chose one of.
fn not_for_here(asked: &Designation, chosen: bool) -> Option<Fault> {
    let top = asked.layers.last()?.coat;
    match asked.layers.iter().find(|layer| !layer.coat.electroplated) {
        Some(layer) => Some(Fault::NotElectroplated(layer.coat.name)),
        None if chosen || asked.deposit().is_some() => None,
        None if asked.layers.len() > 1 => Some(Fault::SeveralLayers),
        None => Some(Fault::CoatUnknown(top.name)),
    }
}

fn deposit_and_bath(
    inputs: &Inputs,
    asked: Option<&Designation>,
    problems: &mut Vec<Problem>,
) -> (&'static Deposit, &'static Bath) {
    let asked_deposit = asked.and_then(Designation::deposit);
    let bath = chosen(&inputs.bath);
    let of_bath = bath.and_then(|bath| Deposit::find(bath.deposit));
    let deposit =
        chosen(&inputs.deposit).or(asked_deposit).or(of_bath).unwrap_or_else(Deposit::usual);
    match bath {
        Some(bath) if bath.deposit == deposit.id => (deposit, bath),
        Some(bath) => {
            problems.push(Problem::new(
                "bath",
                Fault::BathOfOther(of_bath.map_or(bath.name, |deposit| deposit.name)),
            ));
            (deposit, baths::usual_for(deposit.id))
        }
        None => (deposit, baths::usual_for(deposit.id)),
    }
}

fn components(
    inputs: &Inputs,
    deposit: &'static Deposit,
    of_code: Option<f64>,
) -> ([alloy::Component; 2], Valued) {
    let base = |fraction| alloy::Component {
        fraction,
        molar_mass: deposit.element.molar_mass.value,
        valence: deposit.valence,
        density: deposit.pure_density(),
    };
    match &deposit.alloying {
        None => ([base(1.0), base(0.0)], Valued { value: 0.0, fact: None, origin: Origin::Unused }),
        Some(partner) => {
            let is_nickel = partner.element.symbol == "Ni";
            let given = if is_nickel { inputs.nickel_fraction } else { inputs.iron_fraction };
            let fraction = match of_code.filter(|_| is_nickel && given.is_none()) {
                Some(value) => {
                    Valued { value, fact: Some(partner.fraction), origin: Origin::Derived }
                }
                None => Valued::of(given, &partner.fraction),
            };
            let second = alloy::Component {
                fraction: fraction.value,
                molar_mass: partner.element.molar_mass.value,
                valence: partner.valence,
                density: partner.density.value,
            };
            ([base(1.0 - fraction.value), second], fraction)
        }
    }
}

/// That another field says the same, by its label.
fn conflict(other: &'static str) -> Fault {
    Fault::Conflict(Inputs::field(other).map_or(symbol(other), |field| field.label))
}

fn work_basis(inputs: &Inputs, problems: &mut Vec<Problem>) -> WorkBasis {
    let inferred = if inputs.load_kg.is_some() || inputs.area_dm2_per_kg.is_some() {
        if inputs.work_basis.is_none() && inputs.area_dm2.is_some() {
            problems.push(Problem::new("area_dm2", conflict("load_kg")));
        }
        WorkBasis::Load
    } else if inputs.pieces.is_some() {
        WorkBasis::Pieces
    } else {
        WorkBasis::Area
    };
    picked(&inputs.work_basis, inferred)
}

fn current_basis(
    inputs: &Inputs,
    solve_for: SolveFor,
    problems: &mut Vec<Problem>,
) -> CurrentBasis {
    let both = inputs.current_a.is_some() && inputs.current_density_a_per_dm2.is_some();
    if both && inputs.current_basis.is_none() && solve_for != SolveFor::CurrentDensity {
        problems.push(Problem::new("current_a", conflict("current_density_a_per_dm2")));
    }
    let inferred =
        if inputs.current_a.is_some() { CurrentBasis::Total } else { CurrentBasis::Density };
    picked(&inputs.current_basis, inferred)
}

fn efficiency_mode(inputs: &Inputs, bath: &Bath) -> EfficiencyMode {
    let measured = match calibration_by(inputs) {
        CalibrationBy::Thickness => inputs.calibration_thickness_um.is_some(),
        CalibrationBy::Mass => inputs.calibration_mass_g.is_some(), // what does not count must not decide either
    };
    let inferred = if inputs.efficiency.is_some() {
        EfficiencyMode::Fixed
    } else if inputs.efficiency_curve.is_some() {
        EfficiencyMode::Curve
    } else if measured {
        EfficiencyMode::Calibrated
    } else if bath.curve.is_empty() {
        EfficiencyMode::Fixed
    } else {
        EfficiencyMode::Curve
    };
    picked(&inputs.efficiency_mode, inferred)
}

fn calibration_by(inputs: &Inputs) -> CalibrationBy {
    let inferred =
        if inputs.calibration_mass_g.is_some() && inputs.calibration_thickness_um.is_none() {
            CalibrationBy::Mass
        } else {
            CalibrationBy::Thickness
        };
    picked(&inputs.calibration_by, inferred)
}

/// Whether two curves are the same but for how their numbers are written.
fn same_points(one: &[(f64, f64)], other: &[(f64, f64)]) -> bool {
    let near = |a: f64, b: f64| (a - b).abs() <= 1e-9 * b;
    one.len() == other.len()
        && one.iter().zip(other).all(|(one, other)| near(one.0, other.0) && near(one.1, other.1))
}

/// Up to a whole number, or to a tenth below one.
fn round_up(value: f64) -> f64 {
    if value >= 1.0 { value.ceil() } else { (value * 10.0).ceil() / 10.0 }
}
