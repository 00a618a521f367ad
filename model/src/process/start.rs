//! What a chain starts from where nobody says otherwise: the figures of `data`, put into the terms of a process.

use super::chain::{Chemicals, Factors, Prices, Terms};
use super::waste::Oxidant;
use crate::data::deposits::ZINC_DEPOSITS;
use crate::data::processes::{Parameter, Process};
use crate::data::{auxiliaries, electrical, emissions, line, policy, prices, thickness, treatment};
use crate::line::Line;
use crate::plating::alloy::{Component, equivalent};

impl Default for Prices {
    fn default() -> Self {
        Self {
            electricity: prices::ELECTRICITY.value,
            heat: prices::HEAT.value,
            zinc: prices::ZINC.value,
            nickel: prices::NICKEL.value,
            chemicals: Chemicals {
                naoh: prices::NAOH.value,
                nacn: prices::NACN.value,
                kcl: prices::KCL.value,
                nh4cl: prices::NH4CL.value,
                h3bo3: prices::H3BO3.value,
            },
            h2so4: prices::H2SO4.value,
            hypochlorite: prices::HYPOCHLORITE.value,
            chlorine: prices::CHLORINE.value,
            brightener: crate::data::processes::BRIGHTENER_PRICE_ALKALINE.value,
            sludge: prices::SLUDGE.value,
            water: prices::WATER.value,
            waste_water: prices::WASTE_WATER.value,
            labour: prices::LABOUR.value,
            stripping: prices::STRIPPING.value,
        }
    }
}

impl Factors {
    /// Nothing of anything.
    pub const NONE: Self = Self {
        electricity: 0.0,
        heat: 0.0,
        zinc: 0.0,
        nickel: 0.0,
        chemicals: Chemicals { naoh: 0.0, nacn: 0.0, kcl: 0.0, nh4cl: 0.0, h3bo3: 0.0 },
        h2so4: 0.0,
        hypochlorite: 0.0,
        chlorine: 0.0,
        brightener: 0.0,
        water: 0.0,
        waste_water: 0.0,
        sludge: 0.0,
    };
}

impl Default for Factors {
    fn default() -> Self {
        Self {
            electricity: emissions::ELECTRICITY_LIFE_CYCLE.value,
            heat: emissions::HEAT.value,
            zinc: emissions::ZINC.value,
            nickel: emissions::NICKEL.value,
            chemicals: Chemicals {
                naoh: emissions::NAOH.value,
                nacn: emissions::NACN.value,
                kcl: emissions::KCL.value,
                nh4cl: emissions::NH4CL.value,
                h3bo3: emissions::H3BO3.value,
            },
            h2so4: emissions::H2SO4.value,
            hypochlorite: emissions::HYPOCHLORITE.value,
            chlorine: emissions::CHLORINE.value,
            brightener: emissions::BRIGHTENER.value,
            water: emissions::WATER.value,
            waste_water: emissions::WASTE_WATER.value,
            sludge: emissions::SLUDGE.value,
        }
    }
}

/// What Faraday's law needs to know of the deposit of a process.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Plated {
    /// Electrochemical equivalent, g/(A·h).
    pub equivalent_g_per_ah: f64,
    /// Density, g/cm³.
    pub density_g_per_cm3: f64,
    /// Mass fraction of nickel, 0 to 1.
    pub nickel_fraction: f64,
}

/// The deposit of a process: zinc, or zinc with its usual share of nickel.
///
/// ```
/// use platewise_model::data::{Listed, processes::Process};
/// use platewise_model::process::start::plated;
/// let zinc = plated(Process::find("acid_potassium").unwrap());
/// assert!((zinc.equivalent_g_per_ah - 1.2197).abs() < 5e-5);
/// ```
pub fn plated(process: &Process) -> Plated {
    let [zinc, ..] = &ZINC_DEPOSITS;
    let bath = process.bath_row();
    let deposit = ZINC_DEPOSITS.iter().find(|deposit| deposit.id == bath.deposit).unwrap_or(zinc);
    let part = |fraction: f64, element: &crate::data::deposits::Element, valence: u8| Component {
        fraction,
        molar_mass: element.molar_mass.value,
        valence,
        density: element.density.value,
    };
    let share = deposit.alloying.map_or(0.0, |alloying| alloying.fraction.value);
    let zinc = part(1.0 - share, deposit.element, deposit.valence);
    let alloyed =
        deposit.alloying.map_or(part(0.0, deposit.element, deposit.valence), |alloying| {
            part(share, alloying.element, alloying.valence)
        });
    Plated {
        equivalent_g_per_ah: equivalent(&[zinc, alloyed]).g_per_ah(),
        density_g_per_cm3: deposit.density.value,
        nickel_fraction: share,
    }
}

impl Terms {
    /// A process as its defaults have it, at a mean thickness as plated (µm), on rack or in barrel. The efficiency is that of the bath's
    /// default current density on rack: read it off the curve for another one.
    ///
    /// ```
    /// use platewise_model::data::{Listed, processes::Process};
    /// use platewise_model::process::chain::{Terms, chain};
    /// let acid = chain(&Terms::of(Process::find("acid_potassium").unwrap(), false, 8.0));
    /// assert!((acid.charge_ah - 48.8).abs() < 0.05);
    /// ```
    pub fn of(process: &Process, barrel: bool, average_um: f64) -> Self {
        Self { factors: Factors::default(), ..Self::without_emissions(process, barrel, average_um) }
    }

    /// The same where nobody asks for greenhouse gas: its factors are nothing, and need not be brought along.
    pub fn without_emissions(process: &Process, barrel: bool, average_um: f64) -> Self {
        let value =
            |parameter: Parameter| process.fact(parameter, barrel).map_or(0.0, |fact| fact.value);
        let Plated { equivalent_g_per_ah, density_g_per_cm3, nickel_fraction } = plated(process);
        Self {
            average_um,
            dip_loss_um: thickness::DIP_LOSS.value,
            equivalent_g_per_ah,
            density_g_per_cm3,
            nickel_fraction,
            efficiency: value(Parameter::Efficiency),
            current_density_a_per_dm2: value(Parameter::CurrentDensity),
            voltage_v: value(Parameter::Voltage),
            rectifier_efficiency: electrical::RECTIFIER_EFFICIENCY.value,
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
            stub_share: auxiliaries::STUB_SHARE.value,
            cooling_share: value(Parameter::CoolingShare),
            cooling_cop: auxiliaries::COOLING_COP.value,
            filtration_kw_per_m3: value(Parameter::Filtration),
            agitation_kw_per_m3: value(Parameter::Agitation),
            extraction_m3_per_s_per_m2: value(Parameter::Extraction),
            fan_pressure_pa: auxiliaries::FAN_PRESSURE.value,
            fan_efficiency: auxiliaries::FAN_EFFICIENCY.value,
            make_up_air_k: auxiliaries::MAKE_UP_AIR.value,
            common_heat_kwh_per_m2: auxiliaries::COMMON_HEAT.value,
            bath_volume_m3: line::BATH_VOLUME.value,
            tank_surface_m2: line::TANK_SURFACE.value,
            rinse_ratio: treatment::RINSE_RATIO.value,
            rinse_stages: treatment::RINSE_STAGES.value,
            rinse_groups: treatment::RINSE_GROUPS.value,
            oxidant: Oxidant::Hypochlorite,
            destruction_excess: treatment::DESTRUCTION_EXCESS.value,
            neutralisation_excess: treatment::NEUTRALISATION_EXCESS.value,
            sludge_multiplier: treatment::SLUDGE_MULTIPLIER.value,
            cake_solids: treatment::CAKE_SOLIDS.value,
            sludge_measured_kg_per_m2: None,
            pretreatment_cny_per_m2: auxiliaries::PRETREATMENT.value,
            pretreatment_extra: value(Parameter::PretreatmentExtra),
            reject_share: value(Parameter::RejectShare),
            obligations_cny_per_year: if process.cyanide {
                policy::OBLIGATIONS_COST.value
            } else {
                0.0
            },
            annual_area_m2: line::ANNUAL_AREA.value,
            crew: line::CREW.value,
            line: Line::example(barrel),
            prices: Prices { brightener: value(Parameter::BrightenerPrice), ..Prices::default() },
            factors: Factors::NONE,
        }
    }
}
