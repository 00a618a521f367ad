//! Understands the inputs: which processes, and for each of them every figure of its chain; what was given, what is a default and where
//! that comes from. It never fails: what contradicts is noted as a problem, and the nearest sensible reading goes on.

use super::inputs::{Destruction, Inputs, Shared, ThicknessBasis};
use crate::calculator::{
    Assumptions, Fault, InputTable, Mount, Origin, Problem, Valued, chosen, picked, values,
};
use crate::data::baths::{self, Bath};
use crate::data::processes::{ALKALI_LOSS, CYANIDE_LOSS, PROCESSES, Parameter, Process};
use crate::data::thickness::{DIP_LOSS, PartClass, minimum_to_average};
use crate::data::{
    Fact, Listed, auxiliaries, conversion, electrical, emissions, fact, fasteners, line, policy,
    prices, treatment,
};
use crate::line::Line;
use crate::line::load::current_limit;
use crate::line::takt::{RestOfLine, Stations};
use crate::plating::efficiency;
use crate::process::chain::{Chemicals, Factors, Prices, Terms, average_for_minimum};
use crate::process::start::plated;
use crate::process::waste::{self, Oxidant};
use crate::units::Dimension;
use crate::words::{Text, symbol};

values! {
    /// The numbers that all processes share, each by the name of its field.
    pub struct Values of Shared, |barrel: bool|
    minimum_thickness_um = line::MINIMUM_THICKNESS;
    average_thickness_um = line::AVERAGE_THICKNESS;
    zinc_loss_um = DIP_LOSS;
    contact_fraction = electrical::CONTACT_FRACTION;
    annual_area_m2 = line::ANNUAL_AREA;
    area_dm2_per_kg = fasteners::BOLT_AREA_PER_KG;
    plating_stations = line::STATIONS;
    load_area_m2 = if barrel { line::LOAD_AREA_BARREL } else { line::LOAD_AREA_RACK };
    transfer_min = line::TRANSFER;
    other_takt_min = line::OTHER_TAKT;
    rectifier_a = line::RECTIFIER;
    uptime = line::UPTIME;
    hours_per_year = line::HOURS;
    crew = line::CREW;
    bath_volume_m3 = line::BATH_VOLUME;
    tank_surface_m2 = line::TANK_SURFACE;
    rectifier_efficiency = electrical::RECTIFIER_EFFICIENCY;
    cooling_cop = auxiliaries::COOLING_COP;
    fan_pressure_pa = auxiliaries::FAN_PRESSURE;
    fan_efficiency = auxiliaries::FAN_EFFICIENCY;
    make_up_air_heating_k = auxiliaries::MAKE_UP_AIR;
    common_heat_kwh_per_m2 = auxiliaries::COMMON_HEAT;
    rinse_stages = treatment::RINSE_STAGES;
    rinse_ratio = treatment::RINSE_RATIO;
    rinse_groups = treatment::RINSE_GROUPS;
    cyanide_excess = treatment::DESTRUCTION_EXCESS;
    neutralisation_excess = treatment::NEUTRALISATION_EXCESS;
    sludge_multiplier = treatment::SLUDGE_MULTIPLIER;
    cake_solids = treatment::CAKE_SOLIDS;
    anode_stub_share = auxiliaries::STUB_SHARE;
    price_electricity_cny_per_kwh = prices::ELECTRICITY;
    price_heat_cny_per_kwh = prices::HEAT;
    price_zinc_cny_per_kg = prices::ZINC;
    price_nickel_cny_per_kg = prices::NICKEL;
    price_naoh_cny_per_kg = prices::NAOH;
    price_nacn_cny_per_kg = prices::NACN;
    price_kcl_cny_per_kg = prices::KCL;
    price_nh4cl_cny_per_kg = prices::NH4CL;
    price_h3bo3_cny_per_kg = prices::H3BO3;
    price_h2so4_cny_per_kg = prices::H2SO4;
    price_hypochlorite_cny_per_kg = prices::HYPOCHLORITE;
    price_chlorine_cny_per_kg = prices::CHLORINE;
    price_sludge_cny_per_t = prices::SLUDGE;
    price_water_cny_per_m3 = prices::WATER;
    price_waste_water_cny_per_m3 = prices::WASTE_WATER;
    price_labour_cny_per_h = prices::LABOUR;
    pretreatment_cny_per_m2 = auxiliaries::PRETREATMENT;
    stripping_cny_per_m2 = prices::STRIPPING;
    cyanide_obligations_cny_per_year = policy::OBLIGATIONS_COST;
    co2_electricity_kg_per_kwh = emissions::ELECTRICITY_LIFE_CYCLE;
    co2_electricity_inventory_kg_per_kwh = emissions::ELECTRICITY_PROVINCIAL;
    co2_heat_kg_per_kwh = emissions::HEAT;
    co2_zinc_kg_per_kg = emissions::ZINC;
    downtime_days = conversion::DOWNTIME;
    margin_cny_per_m2 = conversion::MARGIN;
    start_up_months = conversion::START_UP;
    start_up_reject_share = conversion::START_UP_REJECTS;
    horizon_years = conversion::HORIZON;
    discount_rate = conversion::DISCOUNT_RATE;
    other_toxic_kg_per_year = conversion::OTHER_HIGHLY_TOXIC;
}

/// How many parameters a process has.
const PARAMETERS: usize = Parameter::ALL.len();

/// One process as it was understood.
#[derive(Clone, PartialEq, Debug)]
pub struct Understood {
    /// Its position in the list of processes.
    pub position: usize,
    /// The process.
    pub process: &'static Process,
    /// The process whose defaults count: itself, or what one's own bath is like.
    pub like: &'static Process,
    /// The bath of those defaults.
    pub bath: &'static Bath,
    /// Every parameter.
    pub values: [Valued; PARAMETERS],
    /// The window of the current density on this equipment.
    pub window: Fact,
    /// The current density that the rectifier allows, when it is less than what was asked for, A/dm².
    pub limited_to: Option<f64>,
    /// Whether the efficiency is that of the nearest point because its curve does not reach the current density.
    pub curve_left: bool,
    /// Minimum ÷ average thickness.
    pub minimum_to_average: f64,
    /// What goes into the chain.
    pub terms: Terms,
}

impl Understood {
    /// Whether a parameter is asked, and left empty as a rule.
    fn is_asked(&self, parameter: Parameter) -> bool {
        let ratio_given = self.value(Parameter::MinimumToAverage).origin == Origin::Given;
        self.value(parameter).origin == Origin::Unused
            && match parameter {
                Parameter::MeasuredMinimum | Parameter::MeasuredAverage => !ratio_given,
                parameter => parameter == Parameter::SludgeWet,
            }
    }

    /// A parameter.
    pub fn value(&self, parameter: Parameter) -> Valued {
        self.values.get(parameter as usize).copied().unwrap_or(NOT_USED)
    }
}

const NOT_USED: Valued = Valued { value: 0.0, fact: None, origin: Origin::Unused };

/// The inputs as they were understood.
#[derive(Clone, PartialEq, Debug)]
pub struct Setup {
    /// The processes in the order of the list.
    pub processes: Vec<Understood>,
    /// Position of the baseline among them.
    pub baseline: usize,
    /// Position of the alternative among them.
    pub alternative: usize,
    /// The name of one's own bath, if it has one.
    pub own_name: Option<String>,
    /// The process that one's own bath is like.
    pub own_like: &'static Process,
    /// Whether in a barrel.
    pub barrel: bool,
    /// Shape of the parts.
    pub class: &'static PartClass,
    /// At which equal thickness is compared.
    pub basis: ThicknessBasis,
    /// By what cyanide is destroyed.
    pub destruction: Destruction,
    /// The numbers that all share.
    pub values: Values,
    /// The line.
    pub line: Line,
    /// The items of the investment, in the order of [`INVESTMENT`].
    pub investment: [Valued; 7],
}

impl Setup {
    /// Tells how the fields were understood.
    pub(super) fn tell(&self, to: &mut Assumptions) {
        let id_of = |place: usize| self.processes.get(place).map(|one| one.process.id);
        let ids: Vec<&str> = self.processes.iter().map(|one| one.process.id).collect();
        to.chosen("processes", ids);
        to.chosen("baseline", id_of(self.baseline));
        to.chosen("alternative", id_of(self.alternative));
        to.chosen("own_like", self.own_like.id);
        if self.processes.iter().all(|one| one.process.bath.is_some()) {
            ["own_name", "own_like"].into_iter().for_each(|field| to.unused(field));
        }
        to.chosen("rack_or_barrel", if self.barrel { Mount::Barrel } else { Mount::Rack }.id());
        to.chosen("part_class", self.class.id);
        to.chosen("thickness_basis", self.basis.id());
        to.chosen("destruction", self.destruction.id());
        if self.values.cyanide_excess.origin == Origin::Unused {
            to.unused("destruction");
        }
        self.values.tell(to);
        for (field, valued) in INVESTMENT.into_iter().zip(self.investment) {
            to.number(field, valued);
        }
        to.within("overrides.", |to| {
            for (position, process) in PROCESSES.iter().enumerate() {
                let understood = self.processes.iter().find(|one| one.position == position);
                for &parameter in Parameter::ALL {
                    let field = [process.id, ".", parameter.id()].concat();
                    to.number(&field, understood.map_or(NOT_USED, |one| one.value(parameter)));
                    if understood.is_some_and(|one| one.is_asked(parameter)) {
                        to.open(&field);
                    }
                }
            }
        });
    }
}

/// The fields of the investment.
pub const INVESTMENT: [&str; 7] = [
    "bath_change_cny",
    "zinc_generator_cny",
    "filtration_cny",
    "chiller_cny",
    "cleaner_cny",
    "lining_cny",
    "decontamination_cny",
];

/// The processes that are compared when nobody chose.
const USUAL: [&str; 3] = ["cyanide_mid", "alkaline_mid", "acid_potassium"];

fn process(id: &str) -> &'static Process {
    let [first, ..] = &PROCESSES;
    Process::find(id).unwrap_or(first)
}

/// The current density at which the efficiency is read: in a barrel only a share of the load plates at a time.
fn contact(values: &Values, barrel: bool) -> f64 {
    if barrel { values.contact_fraction.value } else { 1.0 }
}

/// Understands the inputs; the problems are what contradicts.
pub fn understand(inputs: &Inputs) -> (Setup, Vec<Problem>) {
    let shared = &inputs.shared;
    let mut problems = Vec::new();
    let barrel = picked(&shared.rack_or_barrel, Mount::Rack) == Mount::Barrel;
    let mut values = Values::of(shared, barrel);
    if !barrel {
        values.contact_fraction.origin = Origin::Unused;
    }
    let class = chosen(&shared.part_class).unwrap_or_else(|| PartClass::default_for(barrel));
    let basis = thickness_basis(shared, &mut values, &mut problems);
    let destruction = picked(&shared.destruction, Destruction::Hypochlorite);
    let own_like = chosen(&shared.own_like)
        .filter(|like| like.bath.is_some())
        .unwrap_or_else(|| process("alkaline_mid"));
    let line = Line {
        stations: Stations {
            plating: values.plating_stations.value,
            transfer_min: values.transfer_min.value,
            rest: RestOfLine::Timed { takt_min: values.other_takt_min.value },
        },
        load_area_m2: values.load_area_m2.value,
        rectifier_a: values.rectifier_a.value,
        uptime: values.uptime.value,
        hours_per_year: values.hours_per_year.value,
    };
    let picked_processes = picked_positions(shared);
    let own = |like: &Process| like.bath.is_none();
    if let Some(like) = chosen(&shared.own_like).filter(|like| {
        own(like)
            && picked_processes.iter().any(|position| PROCESSES.get(*position).is_some_and(own))
    }) {
        problems.push(Problem::new("own_like", Fault::SameAs(like.name)));
    }
    let frame =
        Frame { inputs, values: &values, barrel, class, basis, destruction, line, own_like };
    let processes: Vec<Understood> = picked_processes
        .iter()
        .map(|position| frame.understand(*position, &mut problems))
        .collect();
    let own_name = shared.own_name.clone().filter(|name| !name.trim().is_empty());
    let place = |wanted: Option<&'static Process>,
                 field: &str,
                 otherwise: usize,
                 problems: &mut Vec<Problem>| match wanted {
        None => otherwise,
        Some(wanted) => {
            processes.iter().position(|one| one.process == wanted).unwrap_or_else(|| {
                problems.push(Problem::new(field, Fault::NotChosen(wanted.name)));
                otherwise
            })
        }
    };
    let baseline = place(chosen(&shared.baseline), "baseline", 0, &mut problems);
    // Who has cyanide asks about leaving it: the first without it stands against it where nobody says otherwise.
    let with_cyanide = |place: usize| processes.get(place).is_some_and(|one| one.like.cyanide);
    let leaving =
        (0..processes.len()).find(|place| with_cyanide(baseline) && !with_cyanide(*place));
    let next = leaving.unwrap_or(usize::from(baseline == 0));
    let alternative = place(chosen(&shared.alternative), "alternative", next, &mut problems);
    if alternative == baseline && chosen(&shared.alternative).is_some() {
        problems.push(Problem::new("alternative", Fault::SameAs(label_of("baseline"))));
    }
    let to = processes.get(alternative).or(processes.first());
    let investment = to.map_or([NOT_USED; 7], |to| {
        investment(shared, &values, destruction, processes.get(baseline), to)
    });
    unused_shared(&mut values, &processes, destruction);
    (
        Setup {
            processes,
            own_name,
            baseline,
            alternative,
            own_like,
            barrel,
            class,
            basis,
            destruction,
            values,
            line,
            investment,
        },
        problems,
    )
}

fn label_of(field: &'static str) -> Text {
    Inputs::field(field).map_or(symbol(field), |field| field.label)
}

/// Positions of the processes that are compared, in the order of the list; never fewer than two.
fn picked_positions(shared: &Shared) -> Vec<usize> {
    let wanted = |process: &Process| match &shared.processes {
        Some(several) => several.0.contains(&process),
        None => {
            USUAL.contains(&process.id)
                || [&shared.baseline, &shared.alternative]
                    .into_iter()
                    .any(|named| chosen(named).is_some_and(|one| one == process))
        }
    };
    PROCESSES
        .iter()
        .enumerate()
        .filter(|(_, process)| wanted(process))
        .map(|(position, _)| position)
        .collect()
}

fn thickness_basis(
    shared: &Shared,
    values: &mut Values,
    problems: &mut Vec<Problem>,
) -> ThicknessBasis {
    let (minimum, average) =
        (shared.minimum_thickness_um.is_some(), shared.average_thickness_um.is_some());
    if minimum && average && shared.thickness_basis.is_none() {
        problems.push(Problem::new(
            "average_thickness_um",
            Fault::Conflict(label_of("minimum_thickness_um")),
        ));
    }
    let inferred =
        if average && !minimum { ThicknessBasis::Average } else { ThicknessBasis::Minimum };
    let basis = picked(&shared.thickness_basis, inferred);
    match basis {
        ThicknessBasis::Minimum => values.average_thickness_um.origin = Origin::Unused,
        ThicknessBasis::Average => {
            values.minimum_thickness_um.origin = Origin::Unused;
            values.zinc_loss_um.origin = Origin::Unused;
        }
    }
    basis
}

/// Marks what counts for none of the processes.
fn unused_shared(values: &mut Values, processes: &[Understood], destruction: Destruction) {
    let any = |test: &dyn Fn(&Understood) -> bool| processes.iter().any(test);
    let contains = |parameter: Parameter| any(&|one| one.value(parameter).value > 0.0);
    let cyanide = contains(Parameter::Nacn);
    let chlorine = destruction == Destruction::Chlorine;
    for (value, used) in [
        (&mut values.price_nickel_cny_per_kg, contains(Parameter::Nickel)),
        (&mut values.price_nacn_cny_per_kg, cyanide),
        (&mut values.cyanide_excess, cyanide),
        (&mut values.price_hypochlorite_cny_per_kg, cyanide && !chlorine),
        (&mut values.price_chlorine_cny_per_kg, cyanide && chlorine),
        (&mut values.cyanide_obligations_cny_per_year, cyanide),
        (&mut values.price_kcl_cny_per_kg, contains(Parameter::Kcl)),
        (&mut values.price_nh4cl_cny_per_kg, contains(Parameter::Nh4cl)),
        (&mut values.price_h3bo3_cny_per_kg, contains(Parameter::H3bo3)),
        (&mut values.price_h2so4_cny_per_kg, contains(Parameter::Naoh)),
    ] {
        if !used {
            value.origin = Origin::Unused;
        }
    }
}

/// What is the same for all processes while they are understood one by one.
struct Frame<'a> {
    inputs: &'a Inputs,
    values: &'a Values,
    barrel: bool,
    class: &'static PartClass,
    basis: ThicknessBasis,
    destruction: Destruction,
    line: Line,
    own_like: &'static Process,
}

impl Frame<'_> {
    fn understand(&self, position: usize, problems: &mut Vec<Problem>) -> Understood {
        let [first, ..] = &PROCESSES;
        let process = PROCESSES.get(position).unwrap_or(first);
        let like = if process.bath.is_some() { process } else { self.own_like };
        let bath = like.bath_row();
        let mut values = [NOT_USED; PARAMETERS];
        for (parameter, value) in Parameter::ALL.iter().zip(&mut values) {
            *value = self.plain(position, *parameter, like);
        }
        let mut set = |parameter: Parameter, valued: Valued| {
            if let Some(value) = values.get_mut(parameter as usize) {
                *value = valued;
            }
        };
        let given = |parameter: Parameter| self.inputs.given(position, parameter);
        let asked_j = self.plain(position, Parameter::CurrentDensity, like).value;
        let limit = current_limit(self.line.rectifier_a, self.line.load_area_m2);
        let limited_to = (asked_j > limit).then_some(limit);
        let j = asked_j.min(limit);
        let read_at = j / contact(self.values, self.barrel);
        let (curve_value, curve_left) = read_curve(bath, read_at);
        if given(Parameter::Efficiency).is_none() {
            let at_work = working_efficiency(bath, curve_value);
            set(
                Parameter::Efficiency,
                Valued { value: at_work.value, fact: Some(at_work), origin: Origin::Default },
            );
        }
        let ratio = self.ratio(position, bath, problems);
        set(Parameter::MinimumToAverage, ratio);
        if given(Parameter::MinimumToAverage).is_some() {
            set(Parameter::MeasuredMinimum, NOT_USED); // a ratio that was given stands above what was measured
            set(Parameter::MeasuredAverage, NOT_USED);
        }
        losses(&mut values);
        let value = |parameter: Parameter| {
            values.get(parameter as usize).map_or(0.0, |valued: &Valued| valued.value)
        };
        let terms = self.terms(position, like, j, ratio.value, &value);
        Understood {
            position,
            process,
            like,
            bath,
            window: bath.operation(self.barrel).current_density,
            limited_to,
            curve_left: curve_left && given(Parameter::Efficiency).is_none(),
            minimum_to_average: ratio.value,
            terms,
            values,
        }
    }

    /// A parameter as given, or its default; what a bath does not hold counts for nothing unless it is given.
    fn plain(&self, position: usize, parameter: Parameter, like: &Process) -> Valued {
        let fact = like.fact(parameter, self.barrel);
        let own = PROCESSES.get(position).is_some_and(|process| process.bath.is_none());
        match (self.inputs.given(position, parameter), fact) {
            (Some(value), fact) => Valued { value, fact, origin: Origin::Given },
            (None, Some(fact)) if fact.value > 0.0 || fact.has_range() => {
                Valued { value: fact.value, fact: Some(fact), origin: Origin::Default }
            }
            (None, Some(fact)) => Valued {
                value: fact.value,
                fact: Some(fact),
                origin: if own || may_be_added(parameter) {
                    Origin::Default
                } else {
                    Origin::Unused
                },
            },
            (None, None) => NOT_USED,
        }
    }

    /// Minimum ÷ average: given, or measured on a part, or the estimate for this bath and this class of parts.
    fn ratio(&self, position: usize, bath: &Bath, problems: &mut Vec<Problem>) -> Valued {
        let estimate = *minimum_to_average(bath.throw, self.class);
        let given = |parameter: Parameter| self.inputs.given(position, parameter);
        let measured = given(Parameter::MeasuredMinimum).zip(given(Parameter::MeasuredAverage));
        let (low, high) = Parameter::MinimumToAverage.range();
        match (given(Parameter::MinimumToAverage), measured) {
            (Some(value), _) => Valued { value, fact: Some(estimate), origin: Origin::Given },
            (None, Some((minimum, average))) => {
                let ratio = minimum / average;
                if !(low..=high).contains(&ratio) {
                    problems.push(Problem::new(
                        super::cell_name(position, Parameter::MeasuredMinimum),
                        Fault::OutOfRange(Dimension::Thickness, low * average, high * average),
                    ));
                }
                Valued {
                    value: ratio.clamp(low, high),
                    fact: Some(estimate),
                    origin: Origin::Derived,
                }
            }
            (None, None) => {
                Valued { value: estimate.value, fact: Some(estimate), origin: Origin::Default }
            }
        }
    }

    fn terms(
        &self,
        position: usize,
        like: &Process,
        j: f64,
        ratio: f64,
        value: &dyn Fn(Parameter) -> f64,
    ) -> Terms {
        let v = self.values;
        let deposit = plated(like);
        let (average_um, dip_loss_um) = match self.basis {
            ThicknessBasis::Minimum => (
                average_for_minimum(v.minimum_thickness_um.value, v.zinc_loss_um.value, ratio),
                v.zinc_loss_um.value,
            ),
            ThicknessBasis::Average => (v.average_thickness_um.value, 0.0),
        };
        let cyanide = value(Parameter::Nacn) > 0.0;
        Terms {
            average_um,
            dip_loss_um,
            equivalent_g_per_ah: deposit.equivalent_g_per_ah,
            density_g_per_cm3: deposit.density_g_per_cm3,
            nickel_fraction: deposit.nickel_fraction,
            efficiency: value(Parameter::Efficiency),
            current_density_a_per_dm2: j,
            voltage_v: value(Parameter::Voltage),
            rectifier_efficiency: v.rectifier_efficiency.value,
            zinc_g_per_l: value(Parameter::Zinc),
            nickel_g_per_l: value(Parameter::Nickel),
            bath_g_per_l: Chemicals {
                naoh: value(Parameter::Naoh),
                nacn: value(Parameter::Nacn),
                kcl: value(Parameter::Kcl),
                nh4cl: value(Parameter::Nh4cl),
                h3bo3: value(Parameter::H3bo3),
            },
            brightener_ml_per_kah: value(Parameter::Brightener),
            drag_out_l_per_m2: value(Parameter::DragOut),
            drag_out_recovery: value(Parameter::DragOutRecovery),
            cyanide_loss_g_per_m2: value(Parameter::CyanideLoss),
            alkali_loss_g_per_m2: value(Parameter::AlkaliLoss),
            stub_share: v.anode_stub_share.value,
            cooling_share: value(Parameter::CoolingShare),
            cooling_cop: v.cooling_cop.value,
            filtration_kw_per_m3: value(Parameter::Filtration),
            agitation_kw_per_m3: value(Parameter::Agitation),
            extraction_m3_per_s_per_m2: value(Parameter::Extraction),
            fan_pressure_pa: v.fan_pressure_pa.value,
            fan_efficiency: v.fan_efficiency.value,
            make_up_air_k: v.make_up_air_heating_k.value,
            common_heat_kwh_per_m2: v.common_heat_kwh_per_m2.value,
            bath_volume_m3: v.bath_volume_m3.value,
            tank_surface_m2: v.tank_surface_m2.value,
            rinse_ratio: v.rinse_ratio.value,
            rinse_stages: v.rinse_stages.value,
            rinse_groups: v.rinse_groups.value,
            oxidant: oxidant(self.destruction),
            destruction_excess: v.cyanide_excess.value,
            neutralisation_excess: v.neutralisation_excess.value,
            sludge_multiplier: v.sludge_multiplier.value,
            cake_solids: v.cake_solids.value,
            sludge_measured_kg_per_m2: self.inputs.given(position, Parameter::SludgeWet),
            pretreatment_cny_per_m2: v.pretreatment_cny_per_m2.value,
            pretreatment_extra: value(Parameter::PretreatmentExtra),
            reject_share: value(Parameter::RejectShare),
            obligations_cny_per_year: if cyanide {
                v.cyanide_obligations_cny_per_year.value
            } else {
                0.0
            },
            annual_area_m2: v.annual_area_m2.value,
            crew: v.crew.value,
            line: self.line,
            prices: self.prices(value(Parameter::BrightenerPrice)),
            factors: self.factors(),
        }
    }

    fn prices(&self, brightener: f64) -> Prices {
        let v = self.values;
        Prices {
            electricity: v.price_electricity_cny_per_kwh.value,
            heat: v.price_heat_cny_per_kwh.value,
            zinc: v.price_zinc_cny_per_kg.value,
            nickel: v.price_nickel_cny_per_kg.value,
            chemicals: Chemicals {
                naoh: v.price_naoh_cny_per_kg.value,
                nacn: v.price_nacn_cny_per_kg.value,
                kcl: v.price_kcl_cny_per_kg.value,
                nh4cl: v.price_nh4cl_cny_per_kg.value,
                h3bo3: v.price_h3bo3_cny_per_kg.value,
            },
            h2so4: v.price_h2so4_cny_per_kg.value,
            hypochlorite: v.price_hypochlorite_cny_per_kg.value,
            chlorine: v.price_chlorine_cny_per_kg.value,
            brightener,
            sludge: v.price_sludge_cny_per_t.value,
            water: v.price_water_cny_per_m3.value,
            waste_water: v.price_waste_water_cny_per_m3.value,
            labour: v.price_labour_cny_per_h.value,
            stripping: v.stripping_cny_per_m2.value,
        }
    }

    fn factors(&self) -> Factors {
        let v = self.values;
        Factors {
            electricity: v.co2_electricity_kg_per_kwh.value,
            heat: v.co2_heat_kg_per_kwh.value,
            zinc: v.co2_zinc_kg_per_kg.value,
            ..Factors::default()
        }
    }
}

/// What is lost in the bath goes by what the bath holds, not by what it is called: nothing is lost of what is not there.
fn losses(values: &mut [Valued; PARAMETERS]) {
    for (held, lost, usual) in [
        (Parameter::Nacn, Parameter::CyanideLoss, CYANIDE_LOSS),
        (Parameter::Naoh, Parameter::AlkaliLoss, ALKALI_LOSS),
    ] {
        let holds = values.get(held as usize).is_some_and(|held| held.value > 0.0);
        if let Some(lost) = values.get_mut(lost as usize) {
            if !holds {
                *lost = NOT_USED;
            } else if lost.origin == Origin::Unused
                || (lost.origin == Origin::Default && lost.value <= 0.0)
            {
                *lost = Valued { value: usual.value, fact: Some(usual), origin: Origin::Default };
            }
        }
    }
}

/// Whether a parameter counts although its default is nothing: what a bath does not hold can be added to it, and drag-out returned.
const fn may_be_added(parameter: Parameter) -> bool {
    matches!(
        parameter,
        Parameter::DragOutRecovery
            | Parameter::Filtration
            | Parameter::Agitation
            | Parameter::PretreatmentExtra
    )
}

/// The efficiency off the bath's curve at an effective current density, and whether the curve does not reach it.
fn read_curve(bath: &Bath, effective: f64) -> (f64, bool) {
    let reach = bath.curve.first().zip(bath.curve.last());
    let left = reach.is_some_and(|((low, _), (high, _))| !(*low..=*high).contains(&effective));
    (efficiency::at(bath.curve, effective).unwrap_or(bath.efficiency.value), left)
}

/// The efficiency at the working point as a figure: off the curve, with the published range moved along with it.
fn working_efficiency(bath: &Bath, at_work: f64) -> Fact {
    let published = bath.efficiency;
    let scale = at_work / published.value;
    let curve = baths::curve_fact(bath, at_work);
    Fact { low: published.low * scale, high: (published.high * scale).min(1.0), ..curve }
}

fn oxidant(destruction: Destruction) -> Oxidant {
    match destruction {
        Destruction::Hypochlorite => Oxidant::Hypochlorite,
        Destruction::Chlorine => Oxidant::Chlorine,
    }
}

fn scaled(figure: &Fact, factor: f64) -> Fact {
    fact(
        Dimension::Money,
        figure.value * factor,
        figure.low * factor,
        figure.high * factor,
        figure.source,
        figure.sure,
    )
}

fn added(one: Fact, other: &Fact) -> Fact {
    Fact {
        value: one.value + other.value,
        low: one.low + other.low,
        high: one.high + other.high,
        ..one
    }
}

/// The items of the investment: what is given, or else what this conversion needs by the volume of the bath.
fn investment(
    shared: &Shared,
    values: &Values,
    destruction: Destruction,
    from: Option<&Understood>,
    to: &Understood,
) -> [Valued; 7] {
    let volume = values.bath_volume_m3.value;
    let nacn = from.map_or(0.0, |from| from.value(Parameter::Nacn).value);
    let from_cyanide = nacn > 0.0 && to.value(Parameter::Nacn).value <= 0.0;
    let from_alkaline = from.is_some_and(|from| from.like.alkaline);
    let same_family = from.is_some_and(|from| {
        from.like.alkaline == to.like.alkaline && from.like.cyanide == to.like.cyanide
    });
    let to_alkaline = to.like.alkaline && !to.like.cyanide && !same_family;
    let to_acid = !to.like.alkaline && from_alkaline;
    let protection =
        added(added(conversion::LINING, &conversion::TITANIUM), &conversion::PROTECTION);
    let item = |given: Option<crate::units::Money>, figure: Fact, needed: bool| {
        let needed = if needed { 1.0 } else { 0.0 };
        Valued::of(given, &scaled(&figure, volume * needed))
    };
    [
        item(shared.bath_change_cny, conversion::BATH_CHANGE, true),
        item(shared.zinc_generator_cny, conversion::ZINC_GENERATOR, to_alkaline),
        item(shared.filtration_cny, conversion::FILTRATION, from_cyanide),
        item(shared.chiller_cny, conversion::CHILLER, from_cyanide),
        item(shared.cleaner_cny, conversion::CLEANER, from_cyanide),
        item(shared.lining_cny, protection, to_acid),
        Valued::of(
            shared.decontamination_cny,
            &decontamination(values, destruction, nacn, from_cyanide, volume),
        ),
    ]
}

/// Destroying the cyanide of the old bath as the plant destroys cyanide, and treating what the tanks are rinsed with.
fn decontamination(
    values: &Values,
    destruction: Destruction,
    nacn_g_per_l: f64,
    needed: bool,
    volume_m3: f64,
) -> Fact {
    let cyanide_kg = waste::cyanide_of(nacn_g_per_l * volume_m3);
    let waste::Destruction { hypochlorite, chlorine, naoh } =
        waste::destroy(cyanide_kg, oxidant(destruction), values.cyanide_excess.value);
    let bath = hypochlorite * values.price_hypochlorite_cny_per_kg.value
        + chlorine * values.price_chlorine_cny_per_kg.value
        + naoh * values.price_naoh_cny_per_kg.value;
    let rinses =
        |volumes: f64, price: f64| if needed { bath + volumes * volume_m3 * price } else { 0.0 };
    let (volumes, price) = (conversion::DECONTAMINATION_VOLUMES, conversion::DECONTAMINATION_PRICE);
    fact(
        Dimension::Money,
        rinses(volumes.value, price.value),
        rinses(volumes.low, price.low),
        rinses(volumes.high, price.high),
        volumes.source,
        volumes.sure,
    )
}
