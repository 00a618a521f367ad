//! One process from the thickness of its coating to its cost: every link of the chain, each visible.
//!
//! Everything is reckoned per square metre that goes through the line. Rejects go through it twice, so per square metre of good parts it is
//! `1 / (1 − r)` times as much: the item [`Item::Rejects`] brings the cost there, and what is named "per good m²" has it in.

use super::energy;
use super::rinse;
use super::waste::{self, Destruction, Neutralisation, Oxidant};
use crate::line::Line;
use crate::line::capacity::{Capacity, capacity, passes_per_good};
use crate::line::hours::HourlyRate;
use crate::words::{Text, text};

/// One number for each chemical that a bath is made up with: g/L, g/m², CNY/kg or kg CO₂e/kg.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Chemicals {
    /// Sodium hydroxide, as 100 %.
    pub naoh: f64,
    /// Sodium cyanide.
    pub nacn: f64,
    /// Potassium chloride.
    pub kcl: f64,
    /// Ammonium chloride.
    pub nh4cl: f64,
    /// Boric acid.
    pub h3bo3: f64,
}

impl Chemicals {
    /// Each times a factor.
    pub fn times(&self, factor: f64) -> Self {
        Self {
            naoh: self.naoh * factor,
            nacn: self.nacn * factor,
            kcl: self.kcl * factor,
            nh4cl: self.nh4cl * factor,
            h3bo3: self.h3bo3 * factor,
        }
    }

    /// The sum of each times that of the other: masses by prices.
    pub fn dot(&self, other: &Self) -> f64 {
        self.naoh * other.naoh
            + self.nacn * other.nacn
            + self.kcl * other.kcl
            + self.nh4cl * other.nh4cl
            + self.h3bo3 * other.h3bo3
    }
}

/// Prices.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Prices {
    /// Electricity, CNY/kWh.
    pub electricity: f64,
    /// Heat, CNY/kWh.
    pub heat: f64,
    /// Zinc, CNY/kg.
    pub zinc: f64,
    /// Nickel, CNY/kg.
    pub nickel: f64,
    /// What the bath is made up with, CNY/kg.
    pub chemicals: Chemicals,
    /// Sulphuric acid as 100 %, CNY/kg.
    pub h2so4: f64,
    /// Hypochlorite solution with 10 % available chlorine, CNY/kg.
    pub hypochlorite: f64,
    /// Chlorine, CNY/kg.
    pub chlorine: f64,
    /// Brightener, CNY/L.
    pub brightener: f64,
    /// Disposal of wet sludge, CNY/t.
    pub sludge: f64,
    /// Water, CNY/m³.
    pub water: f64,
    /// Other treatment of waste water, CNY/m³.
    pub waste_water: f64,
    /// Labour, CNY/h and person.
    pub labour: f64,
    /// Stripping of rejected parts, CNY/m².
    pub stripping: f64,
}

/// Greenhouse gas per unit of what is used. The factor of electricity is that of the life cycle; see `data::emissions`.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Factors {
    /// Electricity, kg CO₂e/kWh.
    pub electricity: f64,
    /// Heat, kg CO₂e/kWh.
    pub heat: f64,
    /// Zinc, kg CO₂e/kg.
    pub zinc: f64,
    /// Nickel, kg CO₂e/kg.
    pub nickel: f64,
    /// What the bath is made up with, kg CO₂e/kg.
    pub chemicals: Chemicals,
    /// Sulphuric acid as 100 %, kg CO₂e/kg.
    pub h2so4: f64,
    /// Hypochlorite solution, kg CO₂e/kg.
    pub hypochlorite: f64,
    /// Chlorine, kg CO₂e/kg.
    pub chlorine: f64,
    /// Brightener, kg CO₂e/kg, at 1 kg a litre.
    pub brightener: f64,
    /// Water, kg CO₂e/m³.
    pub water: f64,
    /// Treatment of waste water, kg CO₂e/m³.
    pub waste_water: f64,
    /// Wet sludge, kg CO₂e/kg.
    pub sludge: f64,
}

/// Everything that the chain of one process starts from, as it is used.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Terms {
    /// Mean thickness as plated, before the dips dissolve some of it, µm.
    pub average_um: f64,
    /// What nitric dip and passivate dissolve of it, µm.
    pub dip_loss_um: f64,
    /// Electrochemical equivalent of the deposit, g/(A·h).
    pub equivalent_g_per_ah: f64,
    /// Density of the deposit, g/cm³.
    pub density_g_per_cm3: f64,
    /// Mass fraction of nickel in the deposit, 0 to 1.
    pub nickel_fraction: f64,
    /// Cathode efficiency, 0 to 1.
    pub efficiency: f64,
    /// Current density over the whole area, A/dm².
    pub current_density_a_per_dm2: f64,
    /// Voltage at the tank, V.
    pub voltage_v: f64,
    /// Efficiency of the rectifier, 0 to 1.
    pub rectifier_efficiency: f64,
    /// Zinc in the bath, g/L.
    pub zinc_g_per_l: f64,
    /// Nickel in the bath, g/L.
    pub nickel_g_per_l: f64,
    /// What the bath holds besides, g/L.
    pub bath_g_per_l: Chemicals,
    /// Brightener consumed, mL/(kA·h).
    pub brightener_ml_per_kah: f64,
    /// Drag-out, L/m².
    pub drag_out_l_per_m2: f64,
    /// Share of it that is returned to the bath, 0 to 1.
    pub drag_out_recovery: f64,
    /// Sodium cyanide lost in the bath, g/m².
    pub cyanide_loss_g_per_m2: f64,
    /// Sodium hydroxide lost in the bath, g/m².
    pub alkali_loss_g_per_m2: f64,
    /// Zinc that ends as anode stubs by what is bought, 0 to 1.
    pub stub_share: f64,
    /// Direct-current energy that a machine removes, 0 to 1.
    pub cooling_share: f64,
    /// Coefficient of performance of that machine.
    pub cooling_cop: f64,
    /// Filter pumps, kW/m³.
    pub filtration_kw_per_m3: f64,
    /// Agitation, kW/m³.
    pub agitation_kw_per_m3: f64,
    /// Air extracted, m³/s per m² of bath surface.
    pub extraction_m3_per_s_per_m2: f64,
    /// Pressure of the fan, Pa.
    pub fan_pressure_pa: f64,
    /// Efficiency of the fan, 0 to 1.
    pub fan_efficiency: f64,
    /// Warming of the make-up air, mean of the year, K.
    pub make_up_air_k: f64,
    /// Heat of cleaner, passivate and dryer, kWh/m².
    pub common_heat_kwh_per_m2: f64,
    /// Volume of the bath, m³.
    pub bath_volume_m3: f64,
    /// Surface of the plating tanks, m².
    pub tank_surface_m2: f64,
    /// Concentration of the bath by that of the last rinse.
    pub rinse_ratio: f64,
    /// Counter-flow stages of a rinse, a whole number from 1 on.
    pub rinse_stages: f64,
    /// Rinses of the line that take fresh water.
    pub rinse_groups: f64,
    /// What cyanide is destroyed with.
    pub oxidant: Oxidant,
    /// Excess of it, 1 or more.
    pub destruction_excess: f64,
    /// Excess of acid or alkali, 1 or more.
    pub neutralisation_excess: f64,
    /// Dry sludge by metal hydroxide, 1 or more.
    pub sludge_multiplier: f64,
    /// Solids of the cake, 0 to 1.
    pub cake_solids: f64,
    /// Wet sludge as measured, kg/m², in place of the mass balance.
    pub sludge_measured_kg_per_m2: Option<f64>,
    /// Pretreatment and passivation, CNY/m².
    pub pretreatment_cny_per_m2: f64,
    /// What this process needs of it in addition, 0 and more.
    pub pretreatment_extra: f64,
    /// Share rejected, below 1.
    pub reject_share: f64,
    /// What keeping cyanide obliges to, CNY/a; nothing for a process without.
    pub obligations_cny_per_year: f64,
    /// Area of good parts in a year, m²/a.
    pub annual_area_m2: f64,
    /// People on the line.
    pub crew: f64,
    /// The line.
    pub line: Line,
    /// Prices.
    pub prices: Prices,
    /// Greenhouse gas.
    pub factors: Factors,
}

macro_rules! parts {
    ($(#[$outer:meta])* $name:ident { $( $(#[$doc:meta])* $item:ident $en:literal $zh:literal )+ }) => {
        $(#[$outer])*
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub enum $name { $( $(#[$doc])* $item ),+ }

        impl $name {
            /// Every part, in the order of the array.
            pub const ALL: &'static [Self] = &[ $( Self::$item ),+ ];
            /// How many there are.
            pub const COUNT: usize = Self::ALL.len();
            /// As shown.
            pub const fn label(self) -> Text {
                match self { $( Self::$item => text($en, $zh) ),+ }
            }
            /// What an array holds of this part.
            pub fn of(self, parts: &[f64; Self::COUNT]) -> f64 {
                parts.get(self as usize).copied().unwrap_or_default()
            }
        }
    };
}

parts! {
    /// A part of the cost, CNY/m².
    Item {
        /// Zinc plated and left as stubs.
        ZincMetal "Zinc metal" "锌"
        /// Nickel plated.
        Nickel "Nickel" "镍"
        /// Electricity of the rectifier.
        PlatingElectricity "Plating electricity" "电镀用电"
        /// Electricity of bath cooling.
        Cooling "Cooling" "冷却"
        /// Electricity of filters, agitation and extraction.
        Auxiliaries "Filters, agitation, extraction" "过滤、搅拌与抽风"
        /// Heat of cleaner, passivate, dryer and make-up air.
        Heat "Heat" "用热"
        /// Brightener.
        Brightener "Brightener" "光亮剂"
        /// Chemicals dragged out and lost, the zinc and nickel dragged out with them.
        Chemicals "Chemicals and dragged-out metal" "化学品及带出金属"
        /// Destruction of cyanide.
        CyanideDestruction "Cyanide destruction" "破氰"
        /// Acid or alkali.
        Neutralisation "Neutralisation" "中和"
        /// Disposal of sludge.
        Sludge "Sludge" "污泥处置"
        /// Water and its other treatment.
        Water "Water and its treatment" "用水及废水处理"
        /// Pretreatment and passivation.
        Pretreatment "Pretreatment" "前处理"
        /// Wages of the crew by line time.
        Labour "Labour of the crew" "线上人工"
        /// What rejects cost: all of the above once more, and stripping.
        Rejects "Rejects" "不合格品"
        /// What keeping cyanide obliges to.
        Obligations "Obligations of cyanide" "氰化物管理义务"
    }
}

parts! {
    /// A part of the greenhouse gas, kg CO₂e per good m².
    Emission {
        /// Electricity of all kinds.
        Electricity "Electricity" "用电"
        /// Heat.
        Heat "Heat" "用热"
        /// Zinc and nickel consumed.
        Metal "Zinc and nickel" "锌与镍"
        /// Chemicals of bath and treatment, and brightener.
        Chemicals "Chemicals" "化学品"
        /// Water, its treatment, and sludge.
        WaterAndWaste "Water and waste" "用水与废物"
    }
}

/// The variable cost that bath chemistry decides, CNY/m²: no labour, no rejects, nothing lost besides drag-out, no practical factor but the
/// excess of oxidant.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct VariableCost {
    /// Metal on the part.
    pub metal: f64,
    /// Rectifier and cooling.
    pub electricity: f64,
    /// Brightener.
    pub brightener: f64,
    /// Chemicals and metal dragged out.
    pub chemicals: f64,
    /// Destruction of cyanide.
    pub destruction: f64,
    /// Sludge, acid and alkali by stoichiometry.
    pub sludge: f64,
}

impl VariableCost {
    /// All of it, CNY/m².
    pub fn total(&self) -> f64 {
        self.metal
            + self.electricity
            + self.brightener
            + self.chemicals
            + self.destruction
            + self.sludge
    }
}

/// Where the zinc goes, g per good m²; the parts add up to what is consumed.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct ZincBalance {
    /// Consumed: anodes and salts.
    pub consumed_g: f64,
    /// On good parts, after the dips.
    pub on_parts_g: f64,
    /// Dissolved from good parts in nitric dip and passivate.
    pub dip_loss_g: f64,
    /// On rejected parts, and stripped.
    pub rejected_g: f64,
    /// Dragged out and not returned.
    pub dragged_out_g: f64,
    /// Left as anode stubs.
    pub stubs_g: f64,
}

impl ZincBalance {
    /// Zinc on good parts by zinc consumed, 0 to 1.
    pub fn utilisation(&self) -> f64 {
        self.on_parts_g / self.consumed_g
    }
}

/// One process, link by link; per m² through the line where nothing else is said.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Chain {
    /// Mean thickness as plated, µm.
    pub average_um: f64,
    /// Metal plated, g/m².
    pub mass_g: f64,
    /// Zinc of it, g/m².
    pub zinc_g: f64,
    /// Nickel of it, g/m².
    pub nickel_g: f64,
    /// Metal that the dips dissolve, g/m².
    pub dip_loss_g: f64,
    /// Charge, A·h/m².
    pub charge_ah: f64,
    /// Charge that deposited metal, A·h/m².
    pub metal_charge_ah: f64,
    /// Charge of the other reactions, which is hydrogen for zinc and its alloys, A·h/m².
    pub other_charge_ah: f64,
    /// Plating time, min.
    pub time_min: f64,
    /// Direct-current energy, kWh/m².
    pub dc_kwh: f64,
    /// Energy drawn by the rectifier, kWh/m².
    pub ac_kwh: f64,
    /// Electricity of cooling, kWh/m².
    pub cooling_kwh: f64,
    /// Electricity of filter pumps, kWh/m².
    pub filtration_kwh: f64,
    /// Electricity of agitation, kWh/m².
    pub agitation_kwh: f64,
    /// Electricity of the extraction fan, kWh/m².
    pub fan_kwh: f64,
    /// Electricity of all of these, kWh/m².
    pub electricity_kwh: f64,
    /// Heat that warms the make-up air, kWh/m².
    pub make_up_air_kwh: f64,
    /// Heat of all kinds, kWh/m².
    pub heat_kwh: f64,
    /// Solution dragged out and not returned, L/m².
    pub drag_out_l: f64,
    /// Zinc dragged out and not returned, g/m².
    pub dragged_zinc_g: f64,
    /// Nickel dragged out and not returned, g/m².
    pub dragged_nickel_g: f64,
    /// Chemicals dragged out and not returned, g/m².
    pub dragged: Chemicals,
    /// Chemicals bought: dragged out and lost in the bath, g/m².
    pub bought: Chemicals,
    /// Zinc left as stubs, g/m².
    pub stubs_g: f64,
    /// Brightener, mL/m².
    pub brightener_ml: f64,
    /// Fresh water of one rinse, L/m².
    pub rinse_water_l: f64,
    /// Fresh water of the line, L/m².
    pub water_l: f64,
    /// Cyanide ion to be destroyed, g/m².
    pub cyanide_g: f64,
    /// What destroys it, excess included, kg/m².
    pub destruction: Destruction,
    /// Acid or alkali, excess included, g/m².
    pub neutralisation: Neutralisation,
    /// Hydroxides of the metals, dry and without multiplier, kg/m².
    pub hydroxide_dry_kg: f64,
    /// The same as wet cake, kg/m².
    pub hydroxide_wet_kg: f64,
    /// Sludge, dry, kg/m².
    pub sludge_dry_kg: f64,
    /// Sludge, wet, kg/m²; what was measured where that is given.
    pub sludge_wet_kg: f64,
    /// What the line plates at this time.
    pub capacity: Capacity,
    /// m² through the line for 1 m² of good parts.
    pub per_good: f64,
    /// Zinc, g per good m².
    pub zinc: ZincBalance,
    /// Highly toxic chemicals bought, g per good m²: sodium cyanide.
    pub highly_toxic_g: f64,
    /// Cost by part, CNY/m²; with the rejects their sum is per good m².
    pub costs: [f64; Item::COUNT],
    /// The subtotal that the chemistry of the bath decides, CNY/m².
    pub variable_cost: VariableCost,
    /// Greenhouse gas by part, kg CO₂e per good m².
    pub emissions: [f64; Emission::COUNT],
}

impl Chain {
    /// Cost, CNY per good m².
    pub fn total(&self) -> f64 {
        self.costs.iter().sum()
    }

    /// A part of the cost, CNY/m².
    pub fn cost(&self, item: Item) -> f64 {
        item.of(&self.costs)
    }

    /// Greenhouse gas, kg CO₂e per good m².
    pub fn emission_total(&self) -> f64 {
        self.emissions.iter().sum()
    }

    /// A part of the greenhouse gas, kg CO₂e per good m².
    pub fn emission(&self, part: Emission) -> f64 {
        part.of(&self.emissions)
    }

    /// Electricity of the rectifier per mass of metal, kWh/kg.
    pub fn kwh_per_kg(&self) -> f64 {
        1000.0 * self.ac_kwh / self.mass_g
    }

    /// What a cost or a mass per m² is per charge, per 1,000 A·h.
    pub fn per_kah(&self, per_m2: f64) -> f64 {
        1000.0 * per_m2 / self.charge_ah
    }
}

/// Mean thickness as plated that leaves a minimum on the significant surface after the dips: `(d_min + loss) / ratio`, µm.
///
/// ```
/// use platewise_model::process::chain::average_for_minimum;
/// assert!((average_for_minimum(8.0, 0.3, 0.80) - 10.375).abs() < 1e-12);
/// ```
pub fn average_for_minimum(minimum_um: f64, dip_loss_um: f64, minimum_to_average: f64) -> f64 {
    (minimum_um + dip_loss_um) / minimum_to_average
}

/// The chain of a process, from thickness to cost. It allocates nothing.
///
/// Source: Faraday's law, mass balances, and the figures of `data`; each link's formula stands with its function.
pub fn chain(terms: &Terms) -> Chain {
    let deposit = deposit(terms);
    let power = power(terms, &deposit);
    let loss = loss(terms, &deposit);
    let waste = treat(terms, &loss);
    let capacity = capacity(&terms.line, deposit.time_min);
    let per_good = passes_per_good(terms.reject_share);
    let zinc = zinc_balance(terms, &deposit, &loss, per_good);
    let mut chain = Chain {
        average_um: terms.average_um,
        mass_g: deposit.mass_g,
        zinc_g: deposit.zinc_g,
        nickel_g: deposit.nickel_g,
        dip_loss_g: terms.dip_loss_um * terms.density_g_per_cm3,
        charge_ah: deposit.charge_ah,
        metal_charge_ah: deposit.metal_charge_ah,
        other_charge_ah: deposit.charge_ah - deposit.metal_charge_ah,
        time_min: deposit.time_min,
        dc_kwh: power.dc,
        ac_kwh: power.ac,
        cooling_kwh: power.cooling,
        filtration_kwh: power.filtration,
        agitation_kwh: power.agitation,
        fan_kwh: power.fan,
        electricity_kwh: power.ac + power.cooling + power.filtration + power.agitation + power.fan,
        make_up_air_kwh: power.make_up_air,
        heat_kwh: power.make_up_air + terms.common_heat_kwh_per_m2,
        drag_out_l: loss.litres,
        dragged_zinc_g: loss.zinc_g,
        dragged_nickel_g: loss.nickel_g,
        dragged: loss.dragged,
        bought: loss.bought,
        stubs_g: loss.stubs_g,
        brightener_ml: deposit.charge_ah / 1000.0 * terms.brightener_ml_per_kah,
        rinse_water_l: loss.rinse_water_l,
        water_l: loss.rinse_water_l * terms.rinse_groups,
        cyanide_g: waste.cyanide_g,
        destruction: waste.destruction,
        neutralisation: waste.neutralisation,
        hydroxide_dry_kg: waste.hydroxide_kg,
        hydroxide_wet_kg: waste::cake(waste.hydroxide_kg, terms.cake_solids),
        sludge_dry_kg: waste.dry_kg,
        sludge_wet_kg: waste.wet_kg,
        capacity,
        per_good,
        zinc,
        highly_toxic_g: loss.bought.nacn * per_good,
        costs: [0.0; Item::COUNT],
        variable_cost: VariableCost::default(),
        emissions: [0.0; Emission::COUNT],
    };
    chain.costs = costs(terms, &chain);
    chain.variable_cost = variable_cost(terms, &chain);
    chain.emissions = emissions(terms, &chain);
    chain
}

struct Deposit {
    mass_g: f64,
    zinc_g: f64,
    nickel_g: f64,
    metal_charge_ah: f64,
    charge_ah: f64,
    time_min: f64,
}

/// 1 µm on 1 m² is 1 cm³; 1 A/dm² is 100 A on it.
fn deposit(terms: &Terms) -> Deposit {
    let mass_g = terms.average_um * terms.density_g_per_cm3;
    let nickel_g = mass_g * terms.nickel_fraction;
    let metal_charge_ah = mass_g / terms.equivalent_g_per_ah;
    let charge_ah = metal_charge_ah / terms.efficiency;
    let time_min = 60.0 * charge_ah / (100.0 * terms.current_density_a_per_dm2);
    Deposit { mass_g, zinc_g: mass_g - nickel_g, nickel_g, metal_charge_ah, charge_ah, time_min }
}

struct Power {
    dc: f64,
    ac: f64,
    cooling: f64,
    filtration: f64,
    agitation: f64,
    fan: f64,
    make_up_air: f64,
}

/// What runs all hours of the line is spread over all that goes through it, rejects too.
fn power(terms: &Terms, deposit: &Deposit) -> Power {
    let dc = terms.voltage_v * deposit.charge_ah / 1000.0;
    let air = terms.extraction_m3_per_s_per_m2 * terms.tank_surface_m2;
    let through_m2 = terms.annual_area_m2 * passes_per_good(terms.reject_share);
    let spread = |kw: f64| energy::spread(kw, terms.line.hours_per_year, through_m2);
    Power {
        dc,
        ac: energy::alternating(dc, terms.rectifier_efficiency),
        cooling: energy::cooling(dc, terms.cooling_share, terms.cooling_cop),
        filtration: spread(terms.filtration_kw_per_m3 * terms.bath_volume_m3),
        agitation: spread(terms.agitation_kw_per_m3 * terms.bath_volume_m3),
        fan: spread(energy::fan_kw(air, terms.fan_pressure_pa, terms.fan_efficiency)),
        make_up_air: spread(energy::make_up_air_kw(air, terms.make_up_air_k)),
    }
}

struct Loss {
    litres: f64,
    zinc_g: f64,
    nickel_g: f64,
    dragged: Chemicals,
    bought: Chemicals,
    stubs_g: f64,
    rinse_water_l: f64,
}

/// The rinse has to dilute all that is dragged out of the bath, also what a recovery brings back later.
fn loss(terms: &Terms, deposit: &Deposit) -> Loss {
    let litres = terms.drag_out_l_per_m2 * (1.0 - terms.drag_out_recovery);
    let zinc_g = litres * terms.zinc_g_per_l;
    let dragged = terms.bath_g_per_l.times(litres);
    Loss {
        litres,
        zinc_g,
        nickel_g: litres * terms.nickel_g_per_l,
        dragged,
        bought: Chemicals {
            naoh: dragged.naoh + terms.alkali_loss_g_per_m2,
            nacn: dragged.nacn + terms.cyanide_loss_g_per_m2,
            ..dragged
        },
        stubs_g: (deposit.zinc_g + zinc_g) * terms.stub_share / (1.0 - terms.stub_share),
        rinse_water_l: terms.drag_out_l_per_m2
            * rinse::counter_flow(terms.rinse_ratio, rinse::stages(terms.rinse_stages)),
    }
}

struct Treated {
    cyanide_g: f64,
    destruction: Destruction,
    neutralisation: Neutralisation,
    hydroxide_kg: f64,
    dry_kg: f64,
    wet_kg: f64,
}

fn treat(terms: &Terms, loss: &Loss) -> Treated {
    let cyanide_g = waste::cyanide_of(loss.dragged.nacn);
    let hydroxide_kg = waste::hydroxide(loss.zinc_g, loss.nickel_g) / 1000.0;
    let balanced_kg = hydroxide_kg * terms.sludge_multiplier;
    let (dry_kg, wet_kg) = match terms.sludge_measured_kg_per_m2 {
        Some(measured) => (measured * terms.cake_solids, measured),
        None => (balanced_kg, waste::cake(balanced_kg, terms.cake_solids)),
    };
    Treated {
        cyanide_g,
        destruction: waste::destroy(cyanide_g / 1000.0, terms.oxidant, terms.destruction_excess),
        neutralisation: waste::neutralise(
            loss.zinc_g,
            loss.nickel_g,
            loss.dragged.naoh,
            terms.neutralisation_excess,
        ),
        hydroxide_kg,
        dry_kg,
        wet_kg,
    }
}

fn zinc_balance(terms: &Terms, deposit: &Deposit, loss: &Loss, per_good: f64) -> ZincBalance {
    let dip_loss_g = terms.dip_loss_um * terms.density_g_per_cm3 * (1.0 - terms.nickel_fraction);
    ZincBalance {
        consumed_g: (deposit.zinc_g + loss.zinc_g) * per_good / (1.0 - terms.stub_share),
        on_parts_g: deposit.zinc_g - dip_loss_g,
        dip_loss_g,
        rejected_g: deposit.zinc_g * (per_good - 1.0),
        dragged_out_g: loss.zinc_g * per_good,
        stubs_g: loss.stubs_g * per_good,
    }
}

fn costs(terms: &Terms, chain: &Chain) -> [f64; Item::COUNT] {
    let prices = &terms.prices;
    let once = [
        (chain.zinc_g + chain.stubs_g) / 1000.0 * prices.zinc,
        chain.nickel_g / 1000.0 * prices.nickel,
        chain.ac_kwh * prices.electricity,
        chain.cooling_kwh * prices.electricity,
        (chain.filtration_kwh + chain.agitation_kwh + chain.fan_kwh) * prices.electricity,
        chain.heat_kwh * prices.heat,
        chain.brightener_ml / 1000.0 * prices.brightener,
        (chain.bought.dot(&prices.chemicals) + dragged_metal(chain, prices)) / 1000.0,
        destruction_cost(&chain.destruction, prices),
        neutralisation_cost(&chain.neutralisation, prices),
        chain.sludge_wet_kg / 1000.0 * prices.sludge,
        chain.water_l / 1000.0 * (prices.water + prices.waste_water),
        terms.pretreatment_cny_per_m2 * (1.0 + terms.pretreatment_extra),
        HourlyRate::of_crew(terms.crew, prices.labour).per_m2(chain.capacity.m2_per_hour),
    ];
    let again = chain.per_good - 1.0;
    let rejects = again * (once.iter().sum::<f64>() + prices.stripping);
    let mut costs = [0.0; Item::COUNT];
    let all =
        once.into_iter().chain([rejects, terms.obligations_cny_per_year / terms.annual_area_m2]);
    costs.iter_mut().zip(all).for_each(|(cost, value)| *cost = value);
    costs
}

fn dragged_metal(chain: &Chain, prices: &Prices) -> f64 {
    chain.dragged_zinc_g * prices.zinc + chain.dragged_nickel_g * prices.nickel
}

fn destruction_cost(destruction: &Destruction, prices: &Prices) -> f64 {
    destruction.hypochlorite * prices.hypochlorite
        + destruction.chlorine * prices.chlorine
        + destruction.naoh * prices.chemicals.naoh
}

fn neutralisation_cost(neutralisation: &Neutralisation, prices: &Prices) -> f64 {
    (neutralisation.naoh * prices.chemicals.naoh + neutralisation.h2so4 * prices.h2so4) / 1000.0
}

fn variable_cost(terms: &Terms, chain: &Chain) -> VariableCost {
    let prices = &terms.prices;
    let by_stoichiometry =
        waste::neutralise(chain.dragged_zinc_g, chain.dragged_nickel_g, chain.dragged.naoh, 1.0);
    VariableCost {
        metal: (chain.zinc_g * prices.zinc + chain.nickel_g * prices.nickel) / 1000.0,
        electricity: (chain.ac_kwh + chain.cooling_kwh) * prices.electricity,
        brightener: chain.brightener_ml / 1000.0 * prices.brightener,
        chemicals: (chain.dragged.dot(&prices.chemicals) + dragged_metal(chain, prices)) / 1000.0,
        destruction: destruction_cost(&chain.destruction, prices),
        sludge: chain.hydroxide_wet_kg / 1000.0 * prices.sludge
            + neutralisation_cost(&by_stoichiometry, prices),
    }
}

fn emissions(terms: &Terms, chain: &Chain) -> [f64; Emission::COUNT] {
    let factors = &terms.factors;
    let Destruction { hypochlorite, chlorine, naoh } = chain.destruction;
    let treatment = hypochlorite * factors.hypochlorite
        + chlorine * factors.chlorine
        + naoh * factors.chemicals.naoh;
    let Neutralisation { naoh, h2so4 } = chain.neutralisation;
    let bath_g = chain.bought.dot(&factors.chemicals)
        + naoh * factors.chemicals.naoh
        + h2so4 * factors.h2so4
        + chain.brightener_ml * factors.brightener;
    let nickel_g = chain.nickel_g + chain.dragged_nickel_g;
    [
        chain.electricity_kwh * factors.electricity,
        chain.heat_kwh * factors.heat,
        (chain.zinc.consumed_g / chain.per_good * factors.zinc + nickel_g * factors.nickel)
            / 1000.0,
        bath_g / 1000.0 + treatment,
        chain.water_l / 1000.0 * (factors.water + factors.waste_water)
            + chain.sludge_wet_kg * factors.sludge,
    ]
    .map(|once| once * chain.per_good)
}
