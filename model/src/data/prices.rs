//! Prices in CNY. Those of the National Bureau and of Chinese market pages include 13 % value-added tax, as far as is known.
//! Steam and caustic soda are bought in other forms than they are reckoned in; the rows say how one becomes the other.

use super::sources::{DERIVATION, NBS, NINGBO_WATER, SUNSIRS, WASTE_WATER_VENDOR};
use super::{Fact, Sure, derived, estimate, fact};
use crate::units::Dimension::{
    Constant, MoneyPerArea, MoneyPerEnergy, MoneyPerHour, MoneyPerMass, MoneyPerTonne,
    MoneyPerWater,
};
use crate::words::{Text, text};

const PRICE: Text = text("Price", "价格");

figures! {
    /// Electricity at 1–10 kV, transmission and tax included, CNY/kWh.
    ELECTRICITY = estimate(MoneyPerEnergy, [0.70, 0.60, 0.80]), PRICE, "Electricity, average of the day, tax included" "电（日均，含税）";
    /// Steam of 0.7 MPa, CNY/t.
    STEAM = estimate(MoneyPerTonne, [240.0, 200.0, 280.0]), PRICE, "Steam of 0.7 MPa" "蒸汽（0.7 MPa）";
    /// Heat that a tonne of that steam gives, kWh/t: 2.68 GJ.
    STEAM_KWH_PER_T = derived(Constant, 744.4), PRICE, "Heat out of a tonne of steam, kWh" "每吨蒸汽的可用热量，kWh";
    /// Heat from steam, CNY/kWh: the price of a tonne by the heat it gives.
    HEAT = fact(MoneyPerEnergy, 0.32, 0.27, 0.38, &DERIVATION, Sure::Derived), PRICE, "Heat from steam" "蒸汽供热";
    /// Zinc ingot 0#, CNY/kg; low and high of 2023 and of what is expected of 2026.
    ZINC = fact(MoneyPerMass, 22.1529, 20.3, 25.0, &NBS, Sure::Standard), PRICE, "Zinc ingot 0#, tax included" "0# 锌锭（含税）";
    /// Nickel, CNY/kg.
    NICKEL = estimate(MoneyPerMass, [150.0, 120.0, 180.0]), PRICE, "Nickel" "镍";
    /// Sodium hydroxide reckoned as 100 %, CNY/kg: 893.2 CNY a tonne of 32 % solution; 460 in 2021 at the lowest, 1,323 at the highest.
    NAOH = fact(MoneyPerMass, 2.79, 1.44, 4.13, &NBS, Sure::Standard), PRICE, "Sodium hydroxide as 100 %, from 32 % solution, tax included" "氢氧化钠（折百，按 32 % 液碱，含税）";
    /// Sodium cyanide 98 %, CNY/kg.
    NACN = estimate(MoneyPerMass, [20.0, 14.0, 25.0]), PRICE, "Sodium cyanide 98 %" "氰化钠（98 %）";
    /// Potassium chloride, 62 % white, CNY/kg.
    KCL = fact(MoneyPerMass, 3.3, 3.1, 3.5, &SUNSIRS, Sure::Trade), PRICE, "Potassium chloride, 62 % white, tax included" "氯化钾（62 % 白钾，含税）";
    /// Ammonium chloride, CNY/kg.
    NH4CL = estimate(MoneyPerMass, [1.2, 0.8, 2.0]), PRICE, "Ammonium chloride" "氯化铵";
    /// Boric acid, CNY/kg.
    H3BO3 = estimate(MoneyPerMass, [7.0, 6.0, 9.0]), PRICE, "Boric acid" "硼酸";
    /// Sulphuric acid reckoned as 100 %, CNY/kg: 685 CNY a tonne of 98 %; 160 in 2023, 706 in 2021.
    H2SO4 = fact(MoneyPerMass, 0.70, 0.16, 0.72, &NBS, Sure::Standard), PRICE, "Sulphuric acid as 100 %, from 98 % acid, tax included" "硫酸（折百，按 98 % 硫酸，含税）";
    /// Hypochlorite solution with 10 % available chlorine, CNY/kg.
    HYPOCHLORITE = estimate(MoneyPerMass, [0.80, 0.60, 1.00]), PRICE, "Sodium hypochlorite solution, 10 % available chlorine" "次氯酸钠溶液（有效氯 10 %）";
    /// Chlorine, CNY/kg.
    CHLORINE = estimate(MoneyPerMass, [2.0, 1.0, 3.5]), PRICE, "Liquid chlorine" "液氯";
    /// Disposal of plating sludge, HW17, freight included, CNY/t wet.
    SLUDGE = estimate(MoneyPerTonne, [2500.0, 800.0, 3500.0]), PRICE, "Disposal of plating sludge (HW17), wet, freight included" "电镀污泥（HW17）处置费，湿基，含运费";
    /// Water with the sewage charge, CNY/m³; the high end is the tariff of industry with heavier impact on water.
    WATER = fact(MoneyPerWater, 6.12, 6.12, 6.92, &NINGBO_WATER, Sure::Secondary), PRICE, "Water with sewage charge" "自来水（含污水处理费）";
    /// Running cost of treating rinse water besides cyanide, neutralisation and sludge, CNY/m³.
    WASTE_WATER = fact(MoneyPerWater, 5.0, 3.5, 8.0, &WASTE_WATER_VENDOR, Sure::Secondary), PRICE, "Other treatment of the waste water" "其他废水处理运行费";
    /// An hour of work with everything on top, CNY/h.
    LABOUR = estimate(MoneyPerHour, [55.0, 45.0, 65.0]), PRICE, "Hour of an operator, charges included" "操作工工时（含社保等）";
    /// Stripping rejected parts before they are plated again, CNY/m².
    STRIPPING = estimate(MoneyPerArea, [5.0, 2.0, 12.0]), PRICE, "Stripping of rejected parts" "不合格品退镀";
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rounds(exact: f64, printed: f64) {
        assert!((exact - printed).abs() <= 0.005 + 1e-9, "{exact} against {printed}");
    }

    #[test]
    fn what_is_bought_diluted_is_reckoned_pure() {
        for (per_tonne, price) in [(893.2, NAOH.value), (460.0, NAOH.low), (1323.0, NAOH.high)] {
            rounds(per_tonne / 320.0, price);
        }
        for (per_tonne, price) in [(685.0, H2SO4.value), (160.0, H2SO4.low), (706.0, H2SO4.high)] {
            rounds(per_tonne / 980.0, price);
        }
        assert!((ZINC.value - 22_152.9 / 1000.0).abs() < 1e-12);
    }

    #[test]
    fn heat_is_steam_by_what_it_gives() {
        assert!((STEAM_KWH_PER_T.value - 2680.0 / 3.6).abs() < 0.05);
        for (steam, heat) in
            [(STEAM.value, HEAT.value), (STEAM.low, HEAT.low), (STEAM.high, HEAT.high)]
        {
            rounds(steam / STEAM_KWH_PER_T.value, heat);
        }
    }
}
