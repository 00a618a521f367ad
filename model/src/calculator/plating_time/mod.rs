//! Plating time from Faraday's law: any one of time, thickness, current density and efficiency from the others, with what follows from
//! it for a load of parts. Read `inputs`, `setup` (how inputs are understood), `solve` (the numbers), then `explain` and its pieces.

mod charts;
mod derivation;
mod explain;
mod inputs;
mod judgements;
mod mistakes;
mod presets;
mod setup;
mod solve;

pub use inputs::{
    CalibrationBy, CurrentBasis, DensityModel, EfficiencyMode, Inputs, LengthOfBolt, SolveFor,
    WorkBasis,
};
pub use setup::{Efficiency, Setup};
pub use solve::{Amounts, Numbers, Solution};

use super::{
    AnyCalculator, Assumption, Calculator, Evaluate, FieldValue, Help, Hold, InputTable, Origin,
    Preset, Problem, ResultField, Valued, evaluate_whole, help_of, study,
};
use crate::data::examples::PIECES;
use crate::data::threads::ThreadSystem;
use crate::data::{Fact, Listed, baths};
use crate::plating::thread;
use crate::report::Report;
use crate::units::Dimension;
use crate::words::{Text, text};
use serde_json::Value;

/// Plating time from Faraday's law.
pub struct PlatingTime;

/// The same without its types.
pub static CALCULATOR: AnyCalculator = AnyCalculator::of::<PlatingTime>();

/// Its evaluation with the whole report.
pub const WHOLE: Evaluate = evaluate_whole::<PlatingTime>;

/// The help of its fields.
pub const HELP: Help = help_of::<PlatingTime>;

/// The same held ready for analysis.
pub const HOLD: Hold = study::<PlatingTime>;

impl Calculator for PlatingTime {
    const ID: &'static str = "plating-time";
    const TITLE: Text = text("Plating time", "电镀时间");
    const PURPOSE: Text = text(
        "How long a part must plate, or how thick it gets, from Faraday's law and the efficiency your bath really has.",
        "按法拉第定律和镀液的实际阴极电流效率，计算工件需要镀多久、能镀多厚。",
    );
    type Inputs = Inputs;
    type Numbers = Numbers;

    fn results() -> &'static [ResultField<Numbers>] {
        RESULTS
    }

    fn compute(inputs: &Inputs) -> Result<Numbers, Vec<Problem>> {
        let (setup, problems) = setup::understand(inputs);
        if problems.is_empty() { solve::solve(setup) } else { Err(problems) }
    }

    fn assumptions(inputs: &Inputs) -> Vec<Assumption> {
        let (setup, _) = setup::understand(inputs);
        Inputs::fields().iter().map(|field| assumption(field.name, inputs, &setup)).collect()
    }

    fn explain(inputs: &Inputs, numbers: &Numbers) -> Report {
        explain::report(inputs, numbers)
    }

    fn elaborate(inputs: &Inputs, numbers: &Numbers, report: &mut Report) {
        explain::elaborate(inputs, numbers, report);
    }

    fn presets() -> &'static [Preset] {
        presets::PRESETS
    }
}

/// A named result.
const fn result(
    name: &'static str,
    label: Text,
    dimension: Dimension,
    get: fn(&Numbers, usize) -> Option<f64>,
) -> ResultField<Numbers> {
    ResultField { name, of: None, label, dimension, below_zero: None, position: 0, get }
}

/// Every result by its JSON name. Charge, current, mass and energy are for the whole work.
static RESULTS: &[ResultField<Numbers>] = &[
    result("time_min", text("Plating time", "电镀时间"), Dimension::Minutes, |n, _| {
        Some(n.solution.time_min)
    }),
    result(
        "thickness_um",
        text("Thickness as stated", "指定厚度"),
        Dimension::Thickness,
        |n, _| Some(n.thickness_um),
    ),
    result(
        "average_thickness_um",
        text("Average thickness, as plated", "平均厚度（镀后）"),
        Dimension::Thickness,
        |n, _| Some(n.solution.average_um),
    ),
    result(
        "minimum_thickness_um",
        text("Minimum on the significant surface", "主要表面最小厚度"),
        Dimension::Thickness,
        |n, _| Some(n.minimum_um),
    ),
    result(
        "batch_average_thickness_um",
        text("Batch average, finished", "成品批平均厚度"),
        Dimension::Thickness,
        |n, _| Some(n.batch_average_um),
    ),
    result(
        "current_density_a_per_dm2",
        text("Current density", "电流密度"),
        Dimension::CurrentDensity,
        |n, _| Some(n.solution.current_density),
    ),
    result(
        "effective_current_density_a_per_dm2",
        text("Current density on the parts in contact", "实际受镀面电流密度"),
        Dimension::CurrentDensity,
        |n, _| Some(n.effective_current_density),
    ),
    result(
        "efficiency",
        text("Cathode current efficiency", "阴极电流效率"),
        Dimension::Fraction,
        |n, _| Some(n.solution.efficiency),
    ),
    result("rate_um_per_min", text("Rate", "沉积速率"), Dimension::Rate, |n, _| {
        Some(n.rate_um_per_min)
    }),
    result(
        "area_total_dm2",
        text("Area of the work", "总受镀面积"),
        Dimension::Area,
        |n, _| Some(n.setup.total_area),
    ),
    result("charge_ah", text("Charge", "电量"), Dimension::Charge, |n, _| {
        Some(n.total.charge_ah)
    }),
    result("current_a", text("Current", "总电流"), Dimension::Current, |n, _| {
        Some(n.total.current_a)
    }),
    result("mass_g", text("Metal deposited", "沉积金属"), Dimension::Mass, |n, _| {
        Some(n.total.mass_g)
    }),
    result(
        "energy_dc_kwh",
        text("Electricity at the tank, DC", "镀槽直流电能"),
        Dimension::Energy,
        |n, _| Some(n.total.energy_dc_kwh),
    ),
    result(
        "energy_ac_kwh",
        text("Electricity from the mains, AC", "电网交流电能"),
        Dimension::Energy,
        |n, _| Some(n.total.energy_ac_kwh),
    ),
    result(
        "heat_kwh",
        text("Heat into the bath", "进入镀液的热量"),
        Dimension::Energy,
        |n, _| Some(n.total.heat_kwh),
    ),
    result(
        "metal_dissolved_g",
        text("Metal dissolved from anodes", "阳极溶解金属"),
        Dimension::Mass,
        |n, _| n.total.metal_dissolved_g,
    ),
    result(
        "metal_dosed_g",
        text("Metal to be dosed", "需补加金属"),
        Dimension::Mass,
        |n, _| n.total.metal_dosed_g,
    ),
    result(
        "other_reactions_ah",
        text("Charge of other reactions", "副反应电量"),
        Dimension::Charge,
        |n, _| Some(n.total.other_charge_ah),
    ),
    result(
        "hydrogen_l",
        text("Hydrogen, 25 °C", "析氢量（25 °C）"),
        Dimension::Volume,
        |n, _| n.total.hydrogen_l,
    ),
    result(
        "charge_ah_per_dm2",
        text("Charge per dm²", "每 dm² 电量"),
        Dimension::Charge,
        |n, _| Some(n.total.charge_ah / n.setup.total_area),
    ),
    result("mass_g_per_dm2", text("Metal per dm²", "每 dm² 金属"), Dimension::Mass, |n, _| {
        Some(n.total.mass_g / n.setup.total_area)
    }),
    result(
        "energy_ac_kwh_per_dm2",
        text("Electricity AC per dm²", "每 dm² 交流电能"),
        Dimension::Energy,
        |n, _| Some(n.total.energy_ac_kwh / n.setup.total_area),
    ),
    result("mass_g_per_piece", text("Metal per piece", "每件金属"), Dimension::Mass, |n, _| {
        n.setup.pieces.map(|pieces| n.total.mass_g / pieces)
    }),
    result(
        "energy_ac_kwh_per_piece",
        text("Electricity AC per piece", "每件交流电能"),
        Dimension::Energy,
        |n, _| n.setup.pieces.map(|pieces| n.total.energy_ac_kwh / pieces),
    ),
    result(
        "bore_reduction_um",
        text("Loss of a bore's diameter", "孔径减小"),
        Dimension::Thickness,
        |n, _| Some(thread::bore_reduction(n.solution.average_um)),
    ),
    result(
        "pitch_diameter_growth_um",
        text("Growth of the pitch diameter", "螺纹中径增大"),
        Dimension::Thickness,
        |n, _| Some(thread::pitch_diameter_growth(n.solution.average_um)),
    ),
    result(
        "thread_coating_limit_um",
        text("Largest coating the thread holds", "螺纹允许的最大镀层"),
        Dimension::Thickness,
        |n, _| n.thread_limit_um(),
    ),
    result(
        "electrochemical_equivalent_g_per_ah",
        text("Electrochemical equivalent", "电化当量"),
        Dimension::Equivalent,
        |n, _| Some(n.setup.equivalent.g_per_ah()),
    ),
    result("density_g_per_cm3", text("Density", "密度"), Dimension::Density, |n, _| {
        Some(n.setup.density.value)
    }),
    result(
        "valence",
        text("Electrons per atom", "每原子电子数"),
        Dimension::Count,
        |n, _| Some(f64::from(n.setup.deposit.valence)),
    ),
];

/// How one field was understood.
fn assumption(field: &'static str, inputs: &Inputs, setup: &Setup) -> Assumption {
    let given = inputs.get(field);
    let number = |valued: Valued, used: bool| {
        let origin = if !used { Origin::Unused } else { valued.origin };
        let hidden = matches!(origin, Origin::Unused | Origin::Solved);
        Assumption::new(
            field,
            if hidden { Value::Null } else { Value::from(valued.value) },
            valued.fact,
            origin,
        )
    };
    let choice = |id: &'static str| {
        let origin = if given.is_some() { Origin::Given } else { Origin::Default };
        Assumption::new(field, Value::from(id), None, origin)
    };
    let by_code = |id: &'static str, coded: bool| {
        let plain = choice(id);
        if coded && given.is_none() {
            Assumption { origin: Origin::Derived, ..plain }
        } else {
            plain
        }
    };
    let asked = setup.asked.as_ref();
    let unused = || Assumption::new(field, Value::Null, None, Origin::Unused);
    let optional = || match &given {
        Some(value) => Assumption::new(field, value.clone(), None, Origin::Given),
        None => Assumption::new(field, Value::Null, None, Origin::Default),
    };
    let alloyed_with = |symbol: &str| {
        setup.deposit.alloying.as_ref().is_some_and(|partner| partner.element.symbol == symbol)
    };
    let solves_efficiency = setup.solve_for == SolveFor::Efficiency;
    let calibrated = setup.efficiency_mode == EfficiencyMode::Calibrated && !solves_efficiency;
    let by_mass = setup.calibration_by == CalibrationBy::Mass;
    let by_total = setup.current_basis == CurrentBasis::Total;
    let solves_current = setup.solve_for == SolveFor::CurrentDensity;
    let [cal_thickness, cal_mass, cal_area, cal_time, cal_j] = setup.calibration;
    match field {
        "solve_for" => choice(setup.solve_for.id()),
        "deposit" => {
            by_code(setup.deposit.id, asked.is_some_and(|asked| asked.deposit().is_some()))
        }
        "bath" => choice(setup.bath.id),
        "rack_or_barrel" => by_code(
            if setup.barrel { "barrel" } else { "rack" },
            asked.is_some_and(|asked| asked.barrel.is_some()),
        ),
        "nickel_fraction" => number(setup.alloying_fraction, alloyed_with("Ni")),
        "iron_fraction" => number(setup.alloying_fraction, alloyed_with("Fe")),
        "density_model" if setup.deposit.alloying.is_none() => unused(),
        "density_model" => choice(setup.density_model.id()),
        "density_g_per_cm3" if setup.density.origin == Origin::Derived => {
            Assumption { value: Value::Null, ..number(setup.density, true) }
        }
        "density_g_per_cm3" => number(setup.density, true),
        "thickness_um" => number(setup.thickness, true),
        "thickness_kind" => by_code(
            setup.kind.id(),
            asked.is_some_and(|asked| asked.um_of(setup.deposit.id).is_some()),
        ),
        "part_class" => choice(setup.class.id()),
        "minimum_to_average" => number(setup.ratio, true),
        "passivate" => by_code(
            setup.passivate.id(),
            asked.is_some_and(|asked| asked.passivate_assumed().is_some()),
        ),
        "zinc_loss_um" => number(setup.loss, true),
        "current_basis" if solves_current => unused(),
        "current_basis" => choice(setup.current_basis.id()),
        "current_density_a_per_dm2" => number(setup.current_density, solves_current || !by_total),
        "current_a" => number(setup.current, by_total && !solves_current),
        "contact_fraction" => number(setup.contact, true),
        "time_min" => number(setup.time, true),
        "efficiency_mode" if solves_efficiency => unused(),
        "efficiency_mode" => choice(setup.efficiency_mode.id()),
        "efficiency" => number(
            setup.fixed_efficiency,
            solves_efficiency
                || (matches!(setup.efficiency, Efficiency::Constant(_)) && !calibrated),
        ),
        "efficiency_curve" => match setup.efficiency.points() {
            Some(points) if !solves_efficiency => {
                let value = super::Curve(points.to_vec()).to_json();
                let published = setup.bath.efficiency;
                let fact = Fact {
                    low: published.low,
                    high: published.high,
                    ..baths::curve_fact(setup.bath, published.value)
                };
                let is_own = matches!(setup.efficiency, Efficiency::Curve(_)); // the bath's own that comes back from a file is a default still
                Assumption::new(
                    field,
                    value,
                    Some(fact),
                    if is_own { Origin::Given } else { Origin::Default },
                )
            }
            _ => unused(),
        },
        "calibration_by" if calibrated => choice(setup.calibration_by.id()),
        "calibration_thickness_um" => number(cal_thickness, calibrated && !by_mass),
        "calibration_mass_g" => number(cal_mass, calibrated && by_mass),
        "calibration_area_dm2" => number(cal_area, calibrated && by_mass),
        "calibration_time_min" => number(cal_time, calibrated),
        "calibration_current_density_a_per_dm2" => number(cal_j, calibrated),
        "work_basis" => choice(setup.work_basis.id()),
        "area_dm2" => number(setup.area, true),
        "pieces" if setup.work_basis == WorkBasis::Area => unused(),
        "pieces" => match setup.pieces {
            Some(pieces) => {
                let origin = if given.is_some() { Origin::Given } else { Origin::Default };
                Assumption::new(field, Value::from(pieces), Some(PIECES), origin)
            }
            None => optional(),
        },
        "load_kg" => number(setup.load, true),
        "area_dm2_per_kg" => number(setup.specific_area, true),
        "voltage_v" => number(setup.voltage, true),
        "rectifier_efficiency" => number(setup.rectifier, true),
        "temperature_c" => number(setup.temperature, true),
        "tolerance_position" if setup.thread.is_some() => choice(setup.position.id()),
        "bolt_length"
            if setup
                .thread
                .is_some_and(|thread| matches!(thread.system, ThreadSystem::Metric(_))) =>
        {
            choice(setup.bolt_length.id())
        }
        "designation" | "thread" | "tensile_strength_mpa" | "hardness_hrc" => optional(),
        _ => unused(),
    }
}
