//! Greenhouse gas per unit of what is used. Two official figures exist for electricity, and they must never be mixed: the life cycle of
//! the national mix is for the footprint of a product; the carbon dioxide of the province is for an organisation's inventory and for
//! avoided emissions.

use super::sources::{AME_ZINC, CAEPI, CPCD, DERIVATION, MEE_ELECTRICITY, MEE_FOOTPRINT};
use super::{Fact, Sure, estimate, fact, point};
use crate::units::Dimension::{EmissionPerEnergy, EmissionPerMass, EmissionPerWater};
use crate::words::{Text, text};

const ELECTRICITY: Text = text("Greenhouse gas of electricity", "电力温室气体排放");
const MATERIAL: Text = text("Greenhouse gas of materials", "物料温室气体排放");
const WASTE: Text = text("Greenhouse gas of heat, water and waste", "供热、用水与废物温室气体排放");

figures! {
    /// Life cycle of electricity, China 2024, kg CO₂e/kWh: for the footprint of a product. Never mixed with [`ELECTRICITY_PROVINCIAL`].
    ELECTRICITY_LIFE_CYCLE = point(EmissionPerEnergy, 0.5777, &MEE_FOOTPRINT, Sure::Standard), ELECTRICITY, "Life cycle, national 2024: for the footprint of a product" "全国 2024 年全生命周期：用于产品碳足迹";
    /// Carbon dioxide of electricity, Zhejiang 2023, kg CO₂/kWh: for an inventory and for avoided emissions. Never mixed with [`ELECTRICITY_LIFE_CYCLE`].
    ELECTRICITY_PROVINCIAL = point(EmissionPerEnergy, 0.4974, &MEE_ELECTRICITY, Sure::Standard), ELECTRICITY, "CO₂ of generation, Zhejiang 2023: for an inventory and avoided emissions" "浙江 2023 年二氧化碳：用于组织核算与减排量";
    /// Purchased heat, kg CO₂e/kWh: 110 kg/GJ.
    HEAT = point(EmissionPerEnergy, 0.396, &DERIVATION, Sure::Derived), WASTE, "Purchased heat, from 110 kg CO₂ per GJ (to verify)" "外购热力，按 110 kg CO₂/GJ 折算（待核实）";
    /// Refined zinc, kg CO₂e/kg.
    ZINC = fact(EmissionPerMass, 3.0, 2.1, 6.1, &AME_ZINC, Sure::Trade), MATERIAL, "Zinc, world average; range of Chinese figures" "锌，世界平均；范围为国内数据";
    /// Nickel, kg CO₂e/kg.
    NICKEL = estimate(EmissionPerMass, [12.0, 7.0, 20.0]), MATERIAL, "Nickel" "镍";
    /// Sodium hydroxide as 100 %, kg CO₂e/kg.
    NAOH = fact(EmissionPerMass, 1.59, 0.63, 1.6, &CPCD, Sure::Secondary), MATERIAL, "Sodium hydroxide as 100 %" "氢氧化钠（折百）";
    /// Sodium cyanide, kg CO₂e/kg.
    NACN = estimate(EmissionPerMass, [3.5, 2.5, 5.0]), MATERIAL, "Sodium cyanide" "氰化钠";
    /// Potassium chloride, kg CO₂e/kg.
    KCL = estimate(EmissionPerMass, [0.3, 0.1, 0.6]), MATERIAL, "Potassium chloride" "氯化钾";
    /// Ammonium chloride, kg CO₂e/kg.
    NH4CL = estimate(EmissionPerMass, [1.0, 0.5, 2.0]), MATERIAL, "Ammonium chloride" "氯化铵";
    /// Boric acid, kg CO₂e/kg.
    H3BO3 = estimate(EmissionPerMass, [1.0, 0.7, 1.5]), MATERIAL, "Boric acid" "硼酸";
    /// Sulphuric acid, kg CO₂e/kg.
    H2SO4 = estimate(EmissionPerMass, [0.1, 0.08, 0.15]), MATERIAL, "Sulphuric acid" "硫酸";
    /// Hypochlorite solution, kg CO₂e/kg.
    HYPOCHLORITE = point(EmissionPerMass, 0.92, &CAEPI, Sure::Secondary), MATERIAL, "Sodium hypochlorite solution" "次氯酸钠溶液";
    /// Chlorine, kg CO₂e/kg.
    CHLORINE = estimate(EmissionPerMass, [1.0, 0.6, 1.6]), MATERIAL, "Liquid chlorine" "液氯";
    /// Brightener, kg CO₂e/kg, at about 1 kg a litre.
    BRIGHTENER = estimate(EmissionPerMass, [3.0, 2.0, 4.0]), MATERIAL, "Brightener" "光亮剂";
    /// Tap water, kg CO₂e/m³.
    WATER = point(EmissionPerWater, 0.168, &CPCD, Sure::Secondary), WASTE, "Tap water" "自来水";
    /// Treating plating waste water, kg CO₂e/m³.
    WASTE_WATER = estimate(EmissionPerWater, [2.0, 1.5, 4.0]), WASTE, "Treatment of plating waste water" "电镀废水处理";
    /// Sludge to landfill or kiln, kg CO₂e per kg wet.
    SLUDGE = estimate(EmissionPerMass, [0.2, 0.05, 0.4]), WASTE, "Sludge to landfill or kiln, wet" "污泥填埋或水泥窑协同处置，湿基";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heat_follows_from_the_gigajoule() {
        assert!((HEAT.value - 110.0 * 3.6 / 1000.0).abs() < 1e-12);
    }
}
