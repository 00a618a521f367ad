//! The zinc processes that are compared, and which numbers each is made of. A new process is a row of `PROCESSES`; a new number of a
//! process is a row of `parameters!`. What the bath holds and how it runs stands with the bath; here is what belongs to its family.

use super::auxiliaries::{
    AGITATION, AGITATION_NONE, COOLING_SHARE, EXTRACTION_FLOW, EXTRACTION_FLOW_ACID, FILTRATION,
    FILTRATION_CYANIDE,
};
use super::baths::{Bath, ZINC_BATHS};
use super::{Fact, Listed, derived, estimate};
use crate::units::Dimension;
use crate::words::{Text, text};

macro_rules! parameters {
    ($( $(#[$doc:meta])* $name:ident $id:literal $dimension:ident $low:literal .. $high:literal $label:expr, $help:expr; )+) => {
        /// A number of a process, which each process may have its own of.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub enum Parameter { $( $(#[$doc])* $name ),+ }

        impl Parameter {
            /// Every number, in the order in which they are asked.
            pub const ALL: &'static [Self] = &[ $( Self::$name ),+ ];

            /// JSON key; it ends in its unit.
            pub const fn id(self) -> &'static str {
                match self { $( Self::$name => $id ),+ }
            }

            /// As shown beside the field.
            pub const fn label(self) -> Text {
                match self { $( Self::$name => $label ),+ }
            }

            /// What it means.
            pub const fn help(self) -> Text {
                match self { $( Self::$name => $help ),+ }
            }

            /// What kind of quantity it is.
            pub const fn dimension(self) -> Dimension {
                match self { $( Self::$name => Dimension::$dimension ),+ }
            }

            /// Lowest and highest value that is possible, in the canonical unit.
            pub const fn range(self) -> (f64, f64) {
                match self { $( Self::$name => ($low, $high) ),+ }
            }
        }
    };
}

parameters! {
    /// Cathode efficiency, 0 to 1.
    Efficiency "efficiency" Fraction 0.01..1.0
        text("Cathode efficiency", "阴极电流效率"),
        text("Share of the charge that deposits metal, at the working current density.", "在工作电流密度下用于析出金属的电量比例。");
    /// Cathode current density, A/dm²; in a barrel over the whole area of the load.
    CurrentDensity "current_density_a_per_dm2" CurrentDensity 0.01..100.0
        text("Current density", "电流密度"),
        text("In a barrel over the whole area of the load.", "滚镀按全部装载面积计算。");
    /// Voltage at the tank, V.
    Voltage "voltage_v" Voltage 0.1..50.0
        text("Tank voltage", "槽电压"),
        text("At the tank, not at the rectifier.", "在槽端测量，而非整流器表头读数。");
    /// Minimum on the significant surface ÷ average thickness, 0 to 1.
    MinimumToAverage "minimum_to_average" Ratio 0.05..1.0
        text("Minimum to average thickness", "最小厚度与平均厚度之比"),
        text("An estimate that decides much of the answer: measure one part.", "经验估计，对结果影响很大：请实测一件标定。");
    /// Minimum measured on the significant surface, µm.
    MeasuredMinimum "measured_minimum_um" Thickness 0.1..500.0
        text("Minimum thickness, measured", "实测最小厚度"),
        text("On the significant surface of a part out of this bath. With the measured average it replaces the ratio.", "该镀液所镀零件主要表面上的最小值；与实测平均厚度一起取代比值。");
    /// Average measured on the same part, µm.
    MeasuredAverage "measured_average_um" Thickness 0.1..500.0
        text("Average thickness, measured", "实测平均厚度"),
        text("Of the same part, by weight gain or by many places.", "同一零件，按增重或多点测量。");
    /// Zinc in the bath, g/L.
    Zinc "zinc_g_per_l" Concentration 0.0..200.0
        text("Zinc in the bath", "镀液含锌量"),
        text("As metal. It is dragged out with the parts.", "以金属锌计，随零件带出。");
    /// Nickel in the bath, g/L.
    Nickel "nickel_g_per_l" Concentration 0.0..200.0
        text("Nickel in the bath", "镀液含镍量"),
        text("As metal.", "以金属镍计。");
    /// Sodium hydroxide in the bath, g/L.
    Naoh "naoh_g_per_l" Concentration 0.0..400.0
        text("Sodium hydroxide in the bath", "镀液氢氧化钠"),
        text("What is dragged out has to be neutralised with acid.", "带出部分需用酸中和。");
    /// Sodium cyanide in the bath, g/L.
    Nacn "nacn_g_per_l" Concentration 0.0..300.0
        text("Sodium cyanide in the bath", "镀液氰化钠"),
        text("Total cyanide reckoned as NaCN. What is dragged out has to be destroyed.", "总氰以 NaCN 计，带出部分需破氰。");
    /// Potassium chloride in the bath, g/L.
    Kcl "kcl_g_per_l" Concentration 0.0..400.0
        text("Potassium chloride in the bath", "镀液氯化钾"),
        text("Conducting salt of acid baths; lost by drag-out only.", "酸性镀液的导电盐，只因带出而消耗。");
    /// Ammonium chloride in the bath, g/L.
    Nh4cl "nh4cl_g_per_l" Concentration 0.0..400.0
        text("Ammonium chloride in the bath", "镀液氯化铵"),
        text("Ammonia in the waste water complexes metals.", "废水中的氨氮会络合金属离子。");
    /// Boric acid in the bath, g/L.
    H3bo3 "h3bo3_g_per_l" Concentration 0.0..100.0
        text("Boric acid in the bath", "镀液硼酸"),
        text("Buffer of acid baths; lost by drag-out only.", "酸性镀液的缓冲剂，只因带出而消耗。");
    /// Brightener consumed, mL/(kA·h).
    Brightener "brightener_ml_per_kah" PerCharge 0.0..5000.0
        text("Consumption of brightener", "光亮剂消耗量"),
        text("All additives together; suppliers' sheets differ by a factor of three.", "各种添加剂合计；各供应商数据可相差三倍。");
    /// Price of the brightener, CNY/L.
    BrightenerPrice "brightener_price_cny_per_l" MoneyPerVolume 0.0..1000.0
        text("Price of the brightener", "光亮剂价格"),
        text("Mean of the additives as they are consumed.", "按各添加剂用量加权平均。");
    /// Drag-out, L/m².
    DragOut "drag_out_l_per_m2" VolumePerArea 0.0..5.0
        text("Drag-out", "带出量"),
        text("Solution that leaves with a square metre of parts. Measure it by what is added of a salt that nothing else consumes.", "每平方米零件带走的镀液；可由只因带出而消耗的盐的补加量测得。");
    /// Drag-out returned to the bath, 0 to 1.
    DragOutRecovery "drag_out_recovery" Fraction 0.0..0.99
        text("Drag-out returned to the bath", "带出液回收率"),
        text("By a drag-out tank or an evaporator.", "由回收槽或蒸发浓缩返回镀槽。");
    /// Sodium cyanide lost to oxidation and carbonation, g/m².
    CyanideLoss "cyanide_loss_g_per_m2" MassPerArea 0.0..50.0
        text("Sodium cyanide lost in the bath", "氰化钠在槽中的损耗"),
        text("Oxidised at the anode and turned to carbonate by the air.", "阳极氧化及吸收空气生成碳酸盐。");
    /// Sodium hydroxide lost to carbonate, g/m².
    AlkaliLoss "alkali_loss_g_per_m2" MassPerArea 0.0..100.0
        text("Sodium hydroxide lost in the bath", "氢氧化钠在槽中的损耗"),
        text("Turned to carbonate by the air.", "吸收空气中二氧化碳生成碳酸盐。");
    /// Direct-current energy that is cooled away, 0 to 1.
    CoolingShare "cooling_share" Fraction 0.0..1.0
        text("Share of the energy cooled away", "需冷却移走的电能比例"),
        text("The rest leaves by surface, parts and extraction.", "其余由液面、零件与抽风带走。");
    /// Filter pumps, kW/m³.
    Filtration "filtration_kw_per_m3" PowerPerVolume 0.0..5.0
        text("Filter pumps", "过滤泵功率"),
        text("Per volume of the bath, all the hours of the line.", "按镀液体积计，随生产线全时运行。");
    /// Agitation, kW/m³.
    Agitation "agitation_kw_per_m3" PowerPerVolume 0.0..5.0
        text("Agitation", "搅拌功率"),
        text("Per volume of the bath, all the hours of the line.", "按镀液体积计，随生产线全时运行。");
    /// Air extracted, m³/s per m² of bath surface.
    Extraction "extraction_m3_per_s_per_m2" AirFlow 0.0..5.0
        text("Extraction", "抽风量"),
        text("Air drawn off per surface of the plating tanks.", "按镀槽液面面积计的抽风量。");
    /// Pretreatment beyond that of a cyanide bath, 0 and more.
    PretreatmentExtra "pretreatment_extra" Fraction 0.0..2.0
        text("Extra pretreatment", "前处理增加比例"),
        text("A cyanide bath cleans too and forgives; the others need full cleaning and activation.", "氰化镀液自身有除油作用；其他工艺需完整的除油与活化。");
    /// Share rejected, 0 to 1.
    RejectShare "reject_share" Fraction 0.0..0.9
        text("Share rejected", "不合格率"),
        text("Stripped and plated again.", "退镀后重镀。");
    /// Wet sludge as measured, kg/m².
    SludgeWet "sludge_wet_kg_per_m2" WastePerArea 0.0..50.0
        text("Sludge as measured", "实测污泥量"),
        text("Wet, by the year's disposal notes over the year's area. It replaces the mass balance.", "湿基，按全年转移联单量除以全年面积；取代物料衡算值。");
}

/// What a family of baths has in common besides what stands with the bath.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Family {
    brightener_price: &'static Fact,
    cyanide_loss: &'static Fact,
    alkali_loss: &'static Fact,
    filtration: &'static Fact,
    agitation_on_rack: &'static Fact,
    extraction: &'static Fact,
    pretreatment_extra: &'static Fact,
}

/// A process that is compared.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Process {
    /// Stable name, which is that of its bath where it has one.
    pub id: &'static str,
    /// Name in a list.
    pub name: Text,
    /// Name at a bar or a column.
    pub short: Text,
    /// Id of the bath it is; none for the visitor's own.
    pub bath: Option<&'static str>,
    /// Id of the bath whose figures it starts from.
    pub starts_from: &'static str,
    /// Whether it is made up with cyanide.
    pub cyanide: bool,
    /// Whether it is alkaline, so that its drag-out takes acid.
    pub alkaline: bool,
    family: &'static Family,
}

static CYANIDE: Family = Family {
    brightener_price: &BRIGHTENER_PRICE_CYANIDE,
    cyanide_loss: &CYANIDE_LOSS,
    alkali_loss: &ALKALI_LOSS,
    filtration: &FILTRATION_CYANIDE,
    agitation_on_rack: &AGITATION_NONE,
    extraction: &EXTRACTION_FLOW,
    pretreatment_extra: &PRETREATMENT_EXTRA_CYANIDE,
};
static ALKALINE: Family = Family {
    brightener_price: &BRIGHTENER_PRICE_ALKALINE,
    cyanide_loss: &LOSS_OF_NOTHING,
    alkali_loss: &ALKALI_LOSS,
    filtration: &FILTRATION,
    agitation_on_rack: &AGITATION_NONE,
    extraction: &EXTRACTION_FLOW,
    pretreatment_extra: &PRETREATMENT_EXTRA,
};
static ACID: Family = Family {
    brightener_price: &BRIGHTENER_PRICE_ACID,
    cyanide_loss: &LOSS_OF_NOTHING,
    alkali_loss: &LOSS_OF_NOTHING,
    filtration: &FILTRATION,
    agitation_on_rack: &AGITATION,
    extraction: &EXTRACTION_FLOW_ACID,
    pretreatment_extra: &PRETREATMENT_EXTRA,
};
static ALKALINE_ZINC_NICKEL: Family =
    Family { brightener_price: &BRIGHTENER_PRICE_ZINC_NICKEL, ..ALKALINE };
static ACID_ZINC_NICKEL: Family =
    Family { brightener_price: &BRIGHTENER_PRICE_ZINC_NICKEL, ..ACID };

const fn of_bath(
    id: &'static str,
    name: Text,
    short: Text,
    family: &'static Family,
    cyanide: bool,
    alkaline: bool,
) -> Process {
    Process { id, name, short, bath: Some(id), starts_from: id, cyanide, alkaline, family }
}

/// Every process, in the order they are offered.
pub static PROCESSES: [Process; 11] = [
    of_bath(
        "cyanide_low",
        text("Cyanide zinc, low cyanide", "氰化镀锌（低氰）"),
        text("Cyanide, low", "低氰"),
        &CYANIDE,
        true,
        true,
    ),
    of_bath(
        "cyanide_mid",
        text("Cyanide zinc, mid cyanide", "氰化镀锌（中氰）"),
        text("Cyanide, mid", "中氰"),
        &CYANIDE,
        true,
        true,
    ),
    of_bath(
        "cyanide_high",
        text("Cyanide zinc, high cyanide", "氰化镀锌（高氰）"),
        text("Cyanide, high", "高氰"),
        &CYANIDE,
        true,
        true,
    ),
    of_bath(
        "alkaline_low",
        text("Alkaline non-cyanide zinc, low chemistry", "碱性无氰镀锌（锌酸盐，低浓度）"),
        text("Alkaline, low", "锌酸盐（低）"),
        &ALKALINE,
        false,
        true,
    ),
    of_bath(
        "alkaline_mid",
        text("Alkaline non-cyanide zinc, mid chemistry", "碱性无氰镀锌（锌酸盐，中浓度）"),
        text("Alkaline, mid", "锌酸盐（中）"),
        &ALKALINE,
        false,
        true,
    ),
    of_bath(
        "alkaline_high",
        text("Alkaline non-cyanide zinc, high chemistry", "碱性无氰镀锌（锌酸盐，高浓度）"),
        text("Alkaline, high", "锌酸盐（高）"),
        &ALKALINE,
        false,
        true,
    ),
    of_bath(
        "acid_potassium",
        text("Acid chloride zinc, potassium", "氯化钾镀锌"),
        text("Acid, KCl", "氯化钾"),
        &ACID,
        false,
        false,
    ),
    of_bath(
        "acid_ammonium",
        text("Acid chloride zinc, ammonium", "氯化铵镀锌"),
        text("Acid, NH₄Cl", "氯化铵"),
        &ACID,
        false,
        false,
    ),
    of_bath(
        "alkaline_zinc_nickel",
        text("Alkaline zinc–nickel", "碱性锌镍合金"),
        text("Zn–Ni, alkaline", "碱性锌镍"),
        &ALKALINE_ZINC_NICKEL,
        false,
        true,
    ),
    of_bath(
        "acid_zinc_nickel",
        text("Acid zinc–nickel", "酸性锌镍合金"),
        text("Zn–Ni, acid", "酸性锌镍"),
        &ACID_ZINC_NICKEL,
        false,
        false,
    ),
    Process {
        id: "own",
        name: text("My own bath", "自有镀液"),
        short: text("My own", "自有镀液"),
        bath: None,
        starts_from: "alkaline_mid",
        cyanide: false,
        alkaline: true,
        family: &ALKALINE,
    },
];

impl Listed for Process {
    fn all() -> &'static [Self] {
        &PROCESSES
    }
    fn id(&self) -> &'static str {
        self.id
    }
    fn name(&self) -> Text {
        self.name
    }
}

impl Process {
    /// The bath that it is, or whose figures one's own starts from.
    pub fn bath_row(&self) -> &'static Bath {
        let [first, ..] = &ZINC_BATHS;
        ZINC_BATHS.iter().find(|bath| bath.id == self.starts_from).unwrap_or(first)
    }

    /// The default of a number, on rack or in barrel. None for what is measured, and for the ratio of thicknesses, which depends on the
    /// part too: [`super::thickness::minimum_to_average`] has it.
    pub fn fact(&self, parameter: Parameter, barrel: bool) -> Option<Fact> {
        let bath = self.bath_row();
        let operation = bath.operation(barrel);
        let held = |formula: &str| Some(bath.concentration(formula).unwrap_or(NOT_IN_THE_BATH));
        match parameter {
            Parameter::Efficiency => Some(bath.efficiency),
            Parameter::CurrentDensity => Some(operation.current_density),
            Parameter::Voltage => Some(operation.voltage),
            Parameter::Zinc => held("Zn"),
            Parameter::Nickel => held("Ni"),
            Parameter::Naoh => held("NaOH"),
            Parameter::Nacn => held("NaCN"),
            Parameter::Kcl => held("KCl"),
            Parameter::Nh4cl => held("NH₄Cl"),
            Parameter::H3bo3 => held("H₃BO₃"),
            Parameter::Brightener => bath.brightener,
            Parameter::MinimumToAverage
            | Parameter::MeasuredMinimum
            | Parameter::MeasuredAverage
            | Parameter::SludgeWet => None,
            _ => Some(*self.of_family(parameter, barrel)),
        }
    }

    fn of_family(&self, parameter: Parameter, barrel: bool) -> &'static Fact {
        match parameter {
            Parameter::BrightenerPrice => self.family.brightener_price,
            Parameter::DragOut if barrel => &DRAG_OUT_BARREL,
            Parameter::DragOut => &DRAG_OUT_RACK,
            Parameter::DragOutRecovery => &DRAG_OUT_RECOVERY,
            Parameter::CyanideLoss => self.family.cyanide_loss,
            Parameter::AlkaliLoss => self.family.alkali_loss,
            Parameter::CoolingShare => &COOLING_SHARE,
            Parameter::Filtration => self.family.filtration,
            Parameter::Agitation if barrel => &AGITATION_NONE,
            Parameter::Agitation => self.family.agitation_on_rack,
            Parameter::Extraction => self.family.extraction,
            Parameter::PretreatmentExtra => self.family.pretreatment_extra,
            _ => &REJECT_SHARE,
        }
    }
}

const BRIGHTENER: Text = text("Price of brightener", "光亮剂价格");
const DRAGGED: Text = text("Drag-out", "带出");
const LOST: Text = text("Lost in the bath", "槽中损耗");
const WORK: Text = text("Pretreatment and rejects", "前处理与不合格品");

figures! {
    /// Brightener of cyanide baths, CNY/L.
    BRIGHTENER_PRICE_CYANIDE = estimate(Dimension::MoneyPerVolume, [20.0, 15.0, 25.0]), BRIGHTENER, "Cyanide bath" "氰化镀液";
    /// Brightener of alkaline baths, CNY/L.
    BRIGHTENER_PRICE_ALKALINE = estimate(Dimension::MoneyPerVolume, [20.0, 15.0, 30.0]), BRIGHTENER, "Alkaline bath" "碱性镀液";
    /// Brightener of acid baths, CNY/L.
    BRIGHTENER_PRICE_ACID = estimate(Dimension::MoneyPerVolume, [15.0, 10.0, 20.0]), BRIGHTENER, "Acid bath" "酸性镀液";
    /// Additives of zinc–nickel baths, complexant included, CNY/L.
    BRIGHTENER_PRICE_ZINC_NICKEL = estimate(Dimension::MoneyPerVolume, [45.0, 30.0, 60.0]), BRIGHTENER, "Zinc–nickel, complexant included" "锌镍合金（含络合剂）";
    /// Drag-out on racks, L/m².
    DRAG_OUT_RACK = estimate(Dimension::VolumePerArea, [0.10, 0.05, 0.20]), DRAGGED, "On rack" "挂镀";
    /// Drag-out in barrels, L/m².
    DRAG_OUT_BARREL = estimate(Dimension::VolumePerArea, [0.15, 0.10, 0.50]), DRAGGED, "In barrel" "滚镀";
    /// Drag-out returned to the bath, 0 to 1; a line without a drag-out tank returns nothing.
    DRAG_OUT_RECOVERY = estimate(Dimension::Fraction, [0.0, 0.0, 0.0]), DRAGGED, "Returned to the bath" "返回镀槽比例";
    /// Concentration of what a bath is not made up with, g/L.
    NOT_IN_THE_BATH = derived(Dimension::Concentration, 0.0), text("Zinc processes", "镀锌工艺"), "Concentration of what the bath does not hold" "镀液中不含组分的浓度";
    /// Sodium cyanide oxidised and turned to carbonate, g/m².
    CYANIDE_LOSS = estimate(Dimension::MassPerArea, [2.0, 1.0, 3.0]), LOST, "Sodium cyanide oxidised and carbonated" "氰化钠氧化与碳酸盐化损耗";
    /// Sodium hydroxide turned to carbonate, g/m².
    ALKALI_LOSS = estimate(Dimension::MassPerArea, [2.0, 0.0, 5.0]), LOST, "Sodium hydroxide carbonated" "氢氧化钠碳酸盐化损耗";
    /// What is not in the bath is not lost there.
    LOSS_OF_NOTHING = derived(Dimension::MassPerArea, 0.0), LOST, "What the bath does not hold" "镀液中不含的组分";
    /// Pretreatment beyond that of a cyanide bath, which is the measure.
    PRETREATMENT_EXTRA_CYANIDE = derived(Dimension::Fraction, 0.0), WORK, "Extra pretreatment, cyanide bath: the measure of the others" "前处理增加比例，氰化镀锌（作为基准）";
    /// The same of the other baths.
    PRETREATMENT_EXTRA = estimate(Dimension::Fraction, [0.10, 0.05, 0.15]), WORK, "Extra pretreatment, other baths" "前处理增加比例，其他工艺";
    /// Share rejected in steady work, 0 to 1.
    REJECT_SHARE = estimate(Dimension::Fraction, [0.015, 0.01, 0.02]), WORK, "Share rejected in steady work" "稳定生产时的不合格率";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_process_has_the_defaults_it_needs() {
        for process in &PROCESSES {
            assert!(Bath::find(process.starts_from).is_some(), "{}", process.id);
            assert!(process.bath.is_none_or(|bath| bath == process.id), "{}", process.id);
            assert!(
                process.short.en.chars().count() <= 15 && process.short.zh.chars().count() <= 7,
                "{}",
                process.id
            );
            for barrel in [false, true] {
                for &parameter in Parameter::ALL {
                    let fact = process.fact(parameter, barrel);
                    let none = [
                        Parameter::MinimumToAverage,
                        Parameter::MeasuredMinimum,
                        Parameter::MeasuredAverage,
                        Parameter::SludgeWet,
                    ];
                    assert_eq!(
                        fact.is_none(),
                        none.contains(&parameter),
                        "{} {}",
                        process.id,
                        parameter.id()
                    );
                    let Some(fact) = fact else { continue };
                    assert_eq!(
                        fact.dimension,
                        parameter.dimension(),
                        "{} {}",
                        process.id,
                        parameter.id()
                    );
                    let (low, high) = parameter.range();
                    assert!(
                        low <= fact.low && fact.high <= high,
                        "{} {}",
                        process.id,
                        parameter.id()
                    );
                }
            }
        }
    }

    #[test]
    fn what_a_process_is_called_is_what_it_holds() {
        for process in &PROCESSES {
            let holds = |parameter| process.fact(parameter, false).unwrap().value > 0.0;
            assert_eq!(process.cyanide, holds(Parameter::Nacn), "{}", process.id);
            assert_eq!(process.alkaline, holds(Parameter::Naoh), "{}", process.id);
            assert_eq!(process.id.contains("nickel"), holds(Parameter::Nickel), "{}", process.id);
            assert!(
                process.bath.is_none_or(|_| process.name == process.bath_row().name),
                "{}",
                process.id
            );
        }
    }

    #[test]
    fn keys_end_in_their_unit_and_are_unique() {
        for &parameter in Parameter::ALL {
            let suffix = parameter.dimension().suffix();
            assert!(parameter.id().ends_with(suffix), "{}", parameter.id());
            assert_eq!(
                Parameter::ALL.iter().filter(|other| other.id() == parameter.id()).count(),
                1,
                "{}",
                parameter.id()
            );
            assert!(!parameter.label().zh.is_empty() && !parameter.help().zh.is_empty());
        }
    }
}
