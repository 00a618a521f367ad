//! What runs beside the rectifier: cooling, filters, agitation, extraction with its fan and heat, cleaner and dryer; and what a square
//! metre costs whatever the bath.

use super::sources::{GENERAL_KNOWLEDGE, GUIDEBOOK_CONDITIONS};
use super::{Fact, Sure, estimate, fact, point};
use crate::units::Dimension::{
    AirFlow, Constant, EnergyPerArea, Fraction, MoneyPerArea, PowerPerVolume, Pressure, Ratio,
    TemperatureDifference,
};
use crate::words::{Text, text};

const COOLING: Text = text("Bath cooling", "镀液冷却");
const BATH: Text = text("Filtration and agitation", "过滤与搅拌");
const EXTRACTION: Text = text("Extraction", "槽边抽风");
const COMMON: Text = text("Common to every bath", "各工艺共有");

/// Handbook tables say of a bath that it does not need this.
const fn not_needed() -> Fact {
    fact(PowerPerVolume, 0.0, 0.0, 0.0, &GUIDEBOOK_CONDITIONS, Sure::Handbook)
}

figures! {
    /// Direct-current energy that a machine has to remove from the bath, 0 to 1.
    COOLING_SHARE = estimate(Fraction, [0.3, 0.0, 0.8]), COOLING, "Share of the direct-current energy removed" "需移走的直流电能比例";
    /// Heat removed per electricity.
    COOLING_COP = estimate(Ratio, [3.0, 2.5, 4.0]), COOLING, "Coefficient of performance" "制冷系数（COP）";
    /// Filter pumps per bath volume, kW/m³.
    FILTRATION = estimate(PowerPerVolume, [0.1, 0.05, 0.2]), BATH, "Filter pumps" "过滤泵功率";
    /// Cyanide baths are not normally filtered.
    FILTRATION_CYANIDE = not_needed(), BATH, "Filter pumps, cyanide bath: not normally filtered" "过滤泵功率，氰化镀液：通常不过滤";
    /// Agitation of acid baths on rack, kW/m³.
    AGITATION = estimate(PowerPerVolume, [0.1, 0.05, 0.2]), BATH, "Agitation, acid bath on rack" "搅拌功率，酸性镀液挂镀";
    /// Alkaline and cyanide baths need none, and a barrel agitates by turning.
    AGITATION_NONE = not_needed(), BATH, "Agitation, other baths and barrels: not required" "搅拌功率，其他镀液及滚镀：不需要";
    /// Air extracted over cyanide and alkaline baths, m³/s per m² of bath surface.
    EXTRACTION_FLOW = estimate(AirFlow, [0.6, 0.5, 1.0]), EXTRACTION, "Air over cyanide and alkaline baths" "抽风量，氰化及碱性镀液";
    /// The same over acid chloride baths, which make little mist.
    EXTRACTION_FLOW_ACID = estimate(AirFlow, [0.4, 0.2, 0.6]), EXTRACTION, "Air over acid baths" "抽风量，酸性镀液";
    /// Pressure that the fan overcomes, Pa.
    FAN_PRESSURE = estimate(Pressure, [1000.0, 600.0, 1500.0]), EXTRACTION, "Pressure of the fan" "风机全压";
    /// Efficiency of fan and motor, 0 to 1.
    FAN_EFFICIENCY = estimate(Fraction, [0.6, 0.5, 0.75]), EXTRACTION, "Efficiency of fan and motor" "风机与电机效率";
    /// By how much the air that replaces it is warmed, mean of the year, K. Unheated halls: none.
    MAKE_UP_AIR = estimate(TemperatureDifference, [2.0, 0.0, 8.0]), EXTRACTION, "Warming of the make-up air, mean of the year" "补风升温（年平均）";
    /// Heat capacity of air, kJ/(m³·K).
    AIR_KJ_PER_M3_K = point(Constant, 1.2, &GENERAL_KNOWLEDGE, Sure::Recalled), EXTRACTION, "Heat capacity of air, kJ/(m³·K)" "空气热容，kJ/(m³·K)";
    /// Heat of cleaner, passivate and dryer, kWh/m².
    COMMON_HEAT = estimate(EnergyPerArea, [0.8, 0.3, 1.5]), COMMON, "Heat of cleaner, passivate and dryer" "除油、钝化与烘干用热";
    /// Cleaning, pickling, activation and passivation, CNY/m².
    PRETREATMENT = estimate(MoneyPerArea, [1.0, 0.5, 2.0]), COMMON, "Pretreatment and passivation, chemicals" "前处理与钝化药剂";
    /// Zinc anodes that end as stubs by what is bought, 0 to 1.
    STUB_SHARE = estimate(Fraction, [0.03, 0.01, 0.06]), COMMON, "Zinc left as anode stubs" "锌阳极残极比例";
}
