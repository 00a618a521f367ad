//! Every result by its JSON name: those of each process that is compared, of the difference, and of the conversion.

use super::compared::Compared;
use super::solve::Numbers;
use crate::calculator::ResultField;
use crate::data::processes::PROCESSES;
use crate::finance::Irr;
use crate::process::chain::Item;
use crate::units::Dimension;
use crate::words::{Text, text};
use std::sync::OnceLock;

/// How a result is found in the numbers, of the process at a position.
pub type Getter = fn(&Numbers, usize) -> Option<f64>;

type OfProcess = fn(&Compared, &Numbers) -> Option<f64>;

/// A result that each process has.
struct PerProcess {
    name: &'static str,
    label: Text,
    dimension: Dimension,
    get: Getter,
}

/// Declares the results that each process has, with a getter for each that finds the process first.
macro_rules! per_process {
    ($( $name:literal, $label:expr, $dimension:ident, $get:expr; )+) => {
        static PER_PROCESS: &[PerProcess] = &[ $( PerProcess {
            name: $name,
            label: $label,
            dimension: Dimension::$dimension,
            get: |n, position| {
                let get: OfProcess = $get;
                n.of(position).and_then(|one| get(one, n))
            },
        } ),+ ];
    };
}

fn cost(one: &Compared, item: Item) -> Option<f64> {
    Some(one.chain.cost(item))
}

per_process! {
    "cost_cny_per_m2", text("Cost per m²", "每 m² 成本"), MoneyPerArea, |one, _| Some(one.chain.total());
    "variable_cost_cny_per_m2", text("Variable cost: metal, electricity, chemistry, treatment", "可变成本：金属、电、药剂、处理"), MoneyPerArea, |one, _| Some(one.chain.variable_cost.total());
    "cost_cny_per_kah", text("Cost per 1,000 A·h", "每 1000 A·h 成本"), MoneyPerCharge, |one, _| Some(one.chain.total() / one.chain.charge_ah * 1000.0);
    "cost_cny_per_kg", text("Cost per kg of parts", "每 kg 工件成本"), MoneyPerMass, |one, n| Some(one.chain.total() * n.setup.values.area_dm2_per_kg.value / 100.0);
    "cost_cny_per_year", text("Cost of the year", "年成本"), MoneyPerYear, |one, n| Some(one.chain.total() * n.setup.values.annual_area_m2.value);
    "minimum_to_average", text("Minimum ÷ average", "最小厚度 ÷ 平均厚度"), Ratio, |one, _| Some(one.understood.minimum_to_average);
    "average_thickness_um", text("Average thickness, as plated", "平均厚度（镀后）"), Thickness, |one, _| Some(one.chain.average_um);
    "current_density_a_per_dm2", text("Current density", "电流密度"), CurrentDensity, |one, _| Some(one.understood.terms.current_density_a_per_dm2);
    "efficiency", text("Cathode current efficiency", "阴极电流效率"), Fraction, |one, _| Some(one.understood.terms.efficiency);
    "charge_ah_per_m2", text("Charge", "电量"), ChargePerArea, |one, _| Some(one.chain.charge_ah);
    "time_min", text("Plating time", "电镀时间"), Minutes, |one, _| Some(one.chain.time_min);
    "energy_dc_kwh_per_m2", text("Plating electricity, DC", "电镀直流电能"), EnergyPerArea, |one, _| Some(one.chain.dc_kwh);
    "energy_ac_kwh_per_m2", text("Plating electricity, AC", "电镀交流电能"), EnergyPerArea, |one, _| Some(one.chain.ac_kwh);
    "cooling_kwh_per_m2", text("Cooling", "冷却用电"), EnergyPerArea, |one, _| Some(one.chain.cooling_kwh);
    "auxiliary_kwh_per_m2", text("Filtration, agitation, exhaust", "过滤、搅拌、抽风用电"), EnergyPerArea, |one, _| Some(one.chain.filtration_kwh + one.chain.agitation_kwh + one.chain.fan_kwh);
    "electricity_kwh_per_m2", text("Electricity in all", "总用电"), EnergyPerArea, |one, _| Some(one.chain.electricity_kwh);
    "heat_kwh_per_m2", text("Heat", "用热"), EnergyPerArea, |one, _| Some(one.chain.heat_kwh);
    "zinc_g_per_m2", text("Zinc plated", "镀锌量"), MassPerArea, |one, _| Some(one.chain.zinc_g);
    "nickel_g_per_m2", text("Nickel plated", "镀镍量"), MassPerArea, |one, _| Some(one.chain.nickel_g);
    "zinc_dragged_out_g_per_m2", text("Zinc dragged out", "锌带出量"), MassPerArea, |one, _| Some(one.chain.dragged_zinc_g);
    "zinc_consumed_g_per_m2", text("Zinc consumed", "锌消耗量"), MassPerArea, |one, _| Some(one.chain.zinc.consumed_g);
    "zinc_utilisation", text("Zinc utilisation", "锌利用率"), Fraction, |one, _| Some(one.chain.zinc.utilisation());
    "brightener_ml_per_m2", text("Brightener", "光亮剂"), AdditivePerArea, |one, _| Some(one.chain.brightener_ml);
    "cyanide_g_per_m2", text("Cyanide to be destroyed", "需破除的氰根"), MassPerArea, |one, _| Some(one.chain.cyanide_g);
    "rinse_water_l_per_m2", text("Rinse water after plating", "镀后漂洗水"), VolumePerArea, |one, _| Some(one.chain.rinse_water_l);
    "water_l_per_m2", text("Water in all", "总用水"), VolumePerArea, |one, _| Some(one.chain.water_l);
    "sludge_wet_kg_per_m2", text("Sludge, wet", "湿污泥"), WastePerArea, |one, _| Some(one.chain.sludge_wet_kg);
    "co2e_kg_per_m2", text("CO₂e, life cycle", "碳足迹（CO₂e）"), EmissionPerArea, |one, _| Some(one.chain.emission_total());
    "zinc_metal_cny_per_m2", Item::ZincMetal.label(), MoneyPerArea, |one, _| cost(one, Item::ZincMetal);
    "nickel_metal_cny_per_m2", Item::Nickel.label(), MoneyPerArea, |one, _| cost(one, Item::Nickel);
    "plating_electricity_cny_per_m2", Item::PlatingElectricity.label(), MoneyPerArea, |one, _| cost(one, Item::PlatingElectricity);
    "cooling_cny_per_m2", Item::Cooling.label(), MoneyPerArea, |one, _| cost(one, Item::Cooling);
    "auxiliaries_cny_per_m2", Item::Auxiliaries.label(), MoneyPerArea, |one, _| cost(one, Item::Auxiliaries);
    "heat_cny_per_m2", Item::Heat.label(), MoneyPerArea, |one, _| cost(one, Item::Heat);
    "brightener_cny_per_m2", Item::Brightener.label(), MoneyPerArea, |one, _| cost(one, Item::Brightener);
    "chemicals_cny_per_m2", Item::Chemicals.label(), MoneyPerArea, |one, _| cost(one, Item::Chemicals);
    "cyanide_destruction_cny_per_m2", Item::CyanideDestruction.label(), MoneyPerArea, |one, _| cost(one, Item::CyanideDestruction);
    "neutralisation_cny_per_m2", Item::Neutralisation.label(), MoneyPerArea, |one, _| cost(one, Item::Neutralisation);
    "sludge_cny_per_m2", Item::Sludge.label(), MoneyPerArea, |one, _| cost(one, Item::Sludge);
    "water_cny_per_m2", Item::Water.label(), MoneyPerArea, |one, _| cost(one, Item::Water);
    "pretreatment_cny_per_m2", Item::Pretreatment.label(), MoneyPerArea, |one, _| cost(one, Item::Pretreatment);
    "labour_cny_per_m2", Item::Labour.label(), MoneyPerArea, |one, _| cost(one, Item::Labour);
    "rejects_cny_per_m2", Item::Rejects.label(), MoneyPerArea, |one, _| cost(one, Item::Rejects);
    "obligations_cny_per_m2", Item::Obligations.label(), MoneyPerArea, |one, _| cost(one, Item::Obligations);
    "highly_toxic_kg_per_year", text("Highly toxic chemicals bought", "剧毒化学品年采购量"), AnnualMass, |one, n| Some(one.highly_toxic_kg_per_year(n.setup.values.annual_area_m2.value));
    "hazardous_waste_t_per_year", text("Hazardous waste", "年危险废物"), AnnualWaste, |one, n| Some(one.sludge_wet_kg_per_good() * n.setup.values.annual_area_m2.value / 1000.0);
    "capacity_m2_per_year", text("Capacity of the line", "生产线年产能"), AnnualArea, |one, _| Some(one.chain.capacity.m2_per_year);
}

/// A result of the difference or of the conversion.
struct Single {
    name: &'static str,
    label: Text,
    dimension: Dimension,
    below_zero: Option<Text>,
    get: Getter,
}

const fn single(name: &'static str, label: Text, dimension: Dimension, get: Getter) -> Single {
    Single { name, label, dimension, below_zero: None, get }
}

impl Single {
    /// The same, with what a value below zero says.
    const fn below_zero(self, says: Text) -> Self {
        Self { below_zero: Some(says), ..self }
    }
}

const CHEAPER: Text = text("the alternative is cheaper", "对比工艺更便宜");
const DIFFERENCE: Text = text("Alternative and baseline", "对比工艺与基准工艺");
const CONVERSION: Text = text("Conversion", "改造");

static DIFFERENCES: &[Single] = &[
    single(
        "difference.cost_cny_per_m2",
        text("Difference in cost per m²", "每 m² 成本差"),
        Dimension::MoneyPerArea,
        |n, _| Some(n.difference()),
    )
    .below_zero(CHEAPER),
    single(
        "difference.alternative_cost_cny_per_m2",
        text("Cost per m² of the alternative", "对比工艺每 m² 成本"),
        Dimension::MoneyPerArea,
        |n, _| Some(n.alternative().chain.total()),
    ),
    single(
        "difference.baseline_cost_cny_per_m2",
        text("Cost per m² of the baseline", "基准工艺每 m² 成本"),
        Dimension::MoneyPerArea,
        |n, _| Some(n.baseline().chain.total()),
    ),
    single(
        "difference.cost_share",
        text("Difference in cost, share of the baseline", "成本差占基准比例"),
        Dimension::Fraction,
        |n, _| Some(n.difference() / n.baseline().chain.total()),
    )
    .below_zero(CHEAPER),
    single(
        "difference.electricity_kwh_per_m2",
        text("Difference in electricity", "用电差"),
        Dimension::EnergyPerArea,
        |n, _| Some(n.alternative().chain.electricity_kwh - n.baseline().chain.electricity_kwh),
    ),
    single(
        "difference.co2e_kg_per_m2",
        text("Difference in CO₂e", "碳足迹差"),
        Dimension::EmissionPerArea,
        |n, _| Some(n.alternative().chain.emission_total() - n.baseline().chain.emission_total()),
    ),
    single(
        "difference.water_l_per_m2",
        text("Difference in water", "用水差"),
        Dimension::VolumePerArea,
        |n, _| Some(n.alternative().chain.water_l - n.baseline().chain.water_l),
    ),
    single(
        "difference.sludge_wet_kg_per_m2",
        text("Difference in sludge", "污泥差"),
        Dimension::WastePerArea,
        |n, _| Some(n.alternative().chain.sludge_wet_kg - n.baseline().chain.sludge_wet_kg),
    ),
];

static CONVERSIONS: &[Single] = &[
    single("conversion.investment_cny", text("Investment", "投资"), Dimension::Money, |n, _| {
        Some(n.conversion.investment)
    }),
    single(
        "conversion.annual_saving_cny_per_year",
        text("Saving a year", "年节省"),
        Dimension::MoneyPerYear,
        |n, _| Some(n.conversion.annual_saving),
    ),
    single(
        "conversion.simple_payback_years",
        text("Simple payback", "静态回收期"),
        Dimension::Years,
        |n, _| n.conversion.simple_payback,
    ),
    single(
        "conversion.discounted_payback_years",
        text("Discounted payback", "动态回收期"),
        Dimension::Years,
        |n, _| n.conversion.discounted_payback,
    ),
    single(
        "conversion.npv_cny",
        text("Net present value", "净现值"),
        Dimension::Money,
        |n, _| Some(n.conversion.npv),
    ),
    single(
        "conversion.irr",
        text("Internal rate of return", "内部收益率"),
        Dimension::Fraction,
        |n, _| {
            if let Irr::One(rate) = n.conversion.irr() { Some(rate) } else { None }
        },
    ),
    single(
        "conversion.highly_toxic_removed_line",
        text("Highly toxic chemicals removed, this line", "剧毒化学品削减率（本线）"),
        Dimension::Fraction,
        |n, _| n.conversion.toxic_removed_line,
    ),
    single(
        "conversion.highly_toxic_removed_plant",
        text("Highly toxic chemicals removed, plant", "剧毒化学品削减率（全厂）"),
        Dimension::Fraction,
        |n, _| n.conversion.toxic_removed_plant,
    ),
    single(
        "conversion.avoided_co2_kg_per_year",
        text("CO₂ avoided in the inventory", "核算清单减排量"),
        Dimension::AnnualMass,
        |n, _| Some(n.conversion.avoided_co2),
    ),
];

/// What each process has by this name.
pub fn per_process(name: &str) -> Option<(Text, Dimension, Getter)> {
    PER_PROCESS.iter().find(|one| one.name == name).map(|one| (one.label, one.dimension, one.get))
}

/// Every result.
pub fn all() -> &'static [ResultField<Numbers>] {
    static ALL: OnceLock<Vec<ResultField<Numbers>>> = OnceLock::new();
    ALL.get_or_init(|| {
        let singles = |list: &'static [Single], of: Text| {
            list.iter().map(move |one| ResultField {
                name: one.name,
                of: Some(of),
                label: one.label,
                dimension: one.dimension,
                below_zero: one.below_zero,
                position: 0,
                get: one.get,
            })
        };
        let mut all: Vec<ResultField<Numbers>> = singles(DIFFERENCES, DIFFERENCE).collect();
        for (position, process) in PROCESSES.iter().enumerate() {
            all.extend(PER_PROCESS.iter().map(|one| ResultField {
                name: super::name(&["processes.", process.id, ".", one.name]),
                of: Some(process.name),
                label: one.label,
                dimension: one.dimension,
                below_zero: None,
                position,
                get: one.get,
            }));
        }
        all.extend(singles(CONVERSIONS, CONVERSION));
        all
    })
}
