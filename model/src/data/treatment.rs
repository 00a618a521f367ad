//! Stoichiometry of waste treatment, the factors of practice on top of it, and two published figures that are wrong.
//! Masses are kilograms per kilogram of what is named; every derived row is worked out again from molar masses in the tests below.

use super::sources::{
    CYJX_SLUDGE, GENERAL_KNOWLEDGE, GUIDEBOOK_RINSING, HOFFLAND, HYDROXIDE_TREATMENT,
};
use super::{Fact, Sure, derived, estimate, example, fact, point};
use crate::units::Dimension::{Constant, Count, Fraction, MassPerMass, Ratio, WastePerArea};
use crate::words::{Text, text};

const CYANIDE: Text = text("Destruction of cyanide, per kg CN⁻", "氰化物破除，每 kg CN⁻");
const PRECIPITATION: Text = text("Precipitation and neutralisation", "沉淀与中和");
const SOLUBILITY: Text = text("Zinc over fresh hydroxide, 25 °C", "新生氢氧化锌上的溶解锌，25 °C");
const PRACTICE: Text = text("Waste treatment in practice", "废水处理实际系数");
const RINSING: Text = text("Rinsing", "清洗");
const MISTAKE: Text = text("Published mistake", "已发表的错误数据");

/// Where the wrong figure for sludge stands.
pub use super::sources::CYJX_SLUDGE as REJECTED_SLUDGE_SOURCE;
/// Where the wrong figures for alkali stand.
pub use super::sources::HOFFLAND as VENDOR_SOURCE;

figures! {
    /// Cyanide ion in sodium cyanide.
    CYANIDE_SHARE = derived(MassPerMass, 0.531), text("Sodium cyanide", "氰化钠"), "Cyanide ion in it" "其中氰根的质量比";
    /// Chlorine, first stage: cyanide to cyanate.
    CHLORINE_STAGE_1 = derived(MassPerMass, 2.725), CYANIDE, "Chlorine, stage 1, to cyanate" "氯，一级（至氰酸盐）";
    /// Chlorine, second stage: cyanate to nitrogen and carbon dioxide.
    CHLORINE_STAGE_2 = derived(MassPerMass, 4.088), CYANIDE, "Chlorine, stage 2, to nitrogen" "氯，二级（至氮气）";
    /// Chlorine, both stages.
    CHLORINE_PER_CYANIDE = derived(MassPerMass, 6.813), CYANIDE, "Chlorine, both stages" "氯，两级合计";
    /// Sodium hydroxide with chlorine, first stage.
    NAOH_STAGE_1 = derived(MassPerMass, 3.075), CYANIDE, "Sodium hydroxide with chlorine, stage 1" "氢氧化钠（用氯时），一级";
    /// Sodium hydroxide with chlorine, second stage, the carbon kept as hydrogen carbonate.
    NAOH_STAGE_2 = derived(MassPerMass, 4.61), CYANIDE, "Sodium hydroxide with chlorine, stage 2, carbon kept as hydrogen carbonate" "氢氧化钠（用氯时），二级，碳以碳酸氢根留存";
    /// Sodium hydroxide with chlorine, both stages, the carbon kept as hydrogen carbonate: the usual case.
    NAOH_PER_CYANIDE = derived(MassPerMass, 7.69), CYANIDE, "Sodium hydroxide with chlorine, carbon kept as hydrogen carbonate" "氢氧化钠（用氯时），碳以碳酸氢根留存";
    /// The same when all carbon dioxide leaves.
    NAOH_PER_CYANIDE_CO2_LEAVES = derived(MassPerMass, 6.15), CYANIDE, "Sodium hydroxide with chlorine, carbon dioxide leaves" "氢氧化钠（用氯时），二氧化碳逸出";
    /// Sodium hydroxide per kilogram of chlorine.
    NAOH_PER_CHLORINE = derived(MassPerMass, 1.128), text("Destruction of cyanide, per kg Cl₂", "氰化物破除，每 kg Cl₂"), "Sodium hydroxide, first stage and on the whole" "氢氧化钠（一级及总体）";
    /// Sodium hypochlorite as 100 %, both stages.
    HYPOCHLORITE_100_PER_CYANIDE = derived(MassPerMass, 7.153), CYANIDE, "Sodium hypochlorite as 100 %, both stages" "次氯酸钠（折百），两级合计";
    /// Hypochlorite solution with 10 % available chlorine, both stages.
    HYPOCHLORITE_PER_CYANIDE = derived(MassPerMass, 68.1), CYANIDE, "Hypochlorite solution, 10 % available chlorine, both stages" "次氯酸钠溶液（有效氯 10 %），两级合计";
    /// Dry zinc hydroxide per kilogram of zinc.
    HYDROXIDE_PER_ZINC = derived(MassPerMass, 1.520), PRECIPITATION, "Dry zinc hydroxide per kg Zn" "氢氧化锌干重，每 kg 锌";
    /// Dry nickel hydroxide per kilogram of nickel.
    HYDROXIDE_PER_NICKEL = derived(MassPerMass, 1.580), PRECIPITATION, "Dry nickel hydroxide per kg Ni" "氢氧化镍干重，每 kg 镍";
    /// Sodium hydroxide per kilogram of zinc out of an acid bath.
    NAOH_PER_ZINC = derived(MassPerMass, 1.224), PRECIPITATION, "Sodium hydroxide per kg Zn, acid drag-out" "氢氧化钠，每 kg 锌（酸性镀液带出）";
    /// Sodium hydroxide per kilogram of nickel out of an acid bath.
    NAOH_PER_NICKEL = derived(MassPerMass, 1.363), PRECIPITATION, "Sodium hydroxide per kg Ni, acid drag-out" "氢氧化钠，每 kg 镍（酸性镀液带出）";
    /// Sulphuric acid per kilogram of sodium hydroxide dragged out of an alkaline bath.
    H2SO4_PER_NAOH = derived(MassPerMass, 1.226), PRECIPITATION, "Sulphuric acid per kg NaOH, alkaline drag-out" "硫酸，每 kg 氢氧化钠（碱性镀液带出）";

    /// Factor on the stoichiometry of cyanide destruction on clean rinses.
    DESTRUCTION_EXCESS = estimate(Ratio, [1.3, 1.1, 1.5]), PRACTICE, "Excess of oxidant, clean rinses" "氧化剂过量系数，清洁漂洗水";
    /// The same with organics, ammonia or metal complexes in the water.
    DESTRUCTION_EXCESS_LOADED = estimate(Ratio, [2.0, 1.5, 2.5]), PRACTICE, "Excess of oxidant, with organics, ammonia or complexes" "氧化剂过量系数，含有机物、氨或络合物";
    /// Factor on the stoichiometry of precipitation and neutralisation.
    NEUTRALISATION_EXCESS = estimate(Ratio, [1.2, 1.1, 1.3]), PRACTICE, "Excess of acid or alkali" "中和药剂过量系数";
    /// Dry sludge by the hydroxide of the metals: coagulant, lime, what else settles.
    SLUDGE_MULTIPLIER = estimate(Ratio, [1.2, 1.0, 2.0]), PRACTICE, "Sludge by metal hydroxide" "污泥与金属氢氧化物之比";
    /// Solids of the cake, 0 to 1.
    CAKE_SOLIDS = estimate(Fraction, [0.30, 0.18, 0.40]), PRACTICE, "Solids of the cake" "泥饼含固率";
    /// Solids that filter or centrifuge were seen to reach, 0 to 1.
    CAKE_SOLIDS_SEEN = point(Fraction, 0.18, &HYDROXIDE_TREATMENT, Sure::Secondary), PRACTICE, "Solids by filter or centrifuge, as published" "过滤或离心脱水的含固率（已发表）";

    /// Concentration of the bath by that of the last rinse.
    RINSE_RATIO = fact(Ratio, 1000.0, 500.0, 5000.0, &GUIDEBOOK_RINSING, Sure::Handbook), RINSING, "Rinse ratio" "清洗倍数";
    /// Counter-flow stages of a rinse.
    RINSE_STAGES = example(Count, 2.0), RINSING, "Counter-flow stages" "逆流漂洗级数";
    /// Rinses of a whole line that take fresh water.
    RINSE_GROUPS = estimate(Count, [5.0, 4.0, 6.0]), RINSING, "Rinses of a line that take fresh water" "全线用新鲜水的清洗工序数";

    /// −log of the constant of Zn²⁺ + n H₂O = Zn(OH)ₙ + n H⁺, n = 1.
    ZINC_BETA_1 = recalled(8.96), SOLUBILITY, "−log β₁ (hydrolysis)" "−lg β₁（水解）";
    /// The same, n = 2.
    ZINC_BETA_2 = recalled(17.79), SOLUBILITY, "−log β₂ (hydrolysis)" "−lg β₂（水解）";
    /// The same, n = 3.
    ZINC_BETA_3 = recalled(28.4), SOLUBILITY, "−log β₃ (hydrolysis)" "−lg β₃（水解）";
    /// The same, n = 4.
    ZINC_BETA_4 = recalled(41.2), SOLUBILITY, "−log β₄ (hydrolysis)" "−lg β₄（水解）";
    /// log of the constant of Zn(OH)₂ + 2 H⁺ = Zn²⁺ + 2 H₂O, fresh and amorphous.
    ZINC_HYDROXIDE_LOG_K = recalled(12.47), SOLUBILITY, "log *K of Zn(OH)₂" "Zn(OH)₂ 的 lg *K";

    /// What a vendor's table gives for stage 1; it is the mass per kilogram of chlorine. The right figure is 3.075.
    VENDOR_NAOH_STAGE_1 = point(MassPerMass, 1.13, &HOFFLAND, Sure::Secondary), MISTAKE, "Sodium hydroxide per kg CN⁻, stage 1; right is 3.075" "一级破氰每 kg CN⁻ 的氢氧化钠；应为 3.075";
    /// What the same table gives in total, which is not even the sum of its stages. The right figure is 6.15 to 7.69.
    VENDOR_NAOH = point(MassPerMass, 5.21, &HOFFLAND, Sure::Secondary), MISTAKE, "Sodium hydroxide per kg CN⁻, both stages; right is 6.15 to 7.69" "两级破氰每 kg CN⁻ 的氢氧化钠；应为 6.15～7.69";
    /// Sludge that plating shops are said to make, about a hundred times what the mass balance of zinc plating allows, kg/m².
    REJECTED_SLUDGE = fact(WastePerArea, 3.25, 2.5, 4.0, &CYJX_SLUDGE, Sure::Secondary), MISTAKE, "Sludge of plating shops; the zinc dragged out makes about a hundredth" "电镀污泥产生量；按带出锌的物料衡算约为其百分之一";
}

const fn recalled(value: f64) -> Fact {
    point(Constant, value, &GENERAL_KNOWLEDGE, Sure::Recalled)
}

#[cfg(test)]
mod tests {
    use super::*;

    // Molar masses, g/mol, apart from the rows.
    const H: f64 = 1.008;
    const O: f64 = 15.999;
    const NA: f64 = 22.990;
    const S: f64 = 32.06;
    const CL: f64 = 35.45;
    const ZN: f64 = 65.38;
    const NI: f64 = 58.6934;
    const CN: f64 = 12.011 + 14.007;
    const NAOH: f64 = NA + O + H;

    #[test]
    fn stoichiometry_follows_from_molar_masses() {
        // CN⁻ + Cl₂ + 2 OH⁻ → CNO⁻ + 2 Cl⁻ + H₂O, then 2 CNO⁻ + 3 Cl₂ + 4 OH⁻ → 2 CO₂ + N₂ + 6 Cl⁻ + 2 H₂O; the CO₂ takes one OH⁻ more.
        for (row, exact, half_digit) in [
            (&CYANIDE_SHARE, CN / (NA + CN), 5e-4),
            (&CHLORINE_STAGE_1, 2.0 * CL / CN, 5e-4),
            (&CHLORINE_STAGE_2, 3.0 * CL / CN, 5e-4),
            (&CHLORINE_PER_CYANIDE, 5.0 * CL / CN, 5e-4),
            (&NAOH_STAGE_1, 2.0 * NAOH / CN, 5e-4),
            (&NAOH_STAGE_2, 3.0 * NAOH / CN, 5e-3),
            (&NAOH_PER_CYANIDE, 5.0 * NAOH / CN, 5e-3),
            (&NAOH_PER_CYANIDE_CO2_LEAVES, 4.0 * NAOH / CN, 5e-3),
            (&NAOH_PER_CHLORINE, NAOH / CL, 5e-4),
            (&HYPOCHLORITE_100_PER_CYANIDE, 2.5 * (NA + O + CL) / CN, 5e-4),
            (&HYPOCHLORITE_PER_CYANIDE, 5.0 * CL / CN / 0.10, 5e-2),
            (&HYDROXIDE_PER_ZINC, (ZN + 2.0 * (O + H)) / ZN, 5e-4),
            (&HYDROXIDE_PER_NICKEL, (NI + 2.0 * (O + H)) / NI, 5e-4),
            (&NAOH_PER_ZINC, 2.0 * NAOH / ZN, 5e-4),
            (&NAOH_PER_NICKEL, 2.0 * NAOH / NI, 5e-4),
            (&H2SO4_PER_NAOH, (2.0 * H + S + 4.0 * O) / (2.0 * NAOH), 5e-4),
        ] {
            assert!((row.value - exact).abs() <= half_digit * 1.2, "{} against {exact}", row.value);
        }
    }

    /// A vendor prints 1.13 and 5.21 kg of sodium hydroxide per kg of cyanide: the first is per kg of chlorine, and 1.13 + 3.08 is not 5.21.
    #[test]
    fn the_vendors_alkali_is_wrong() {
        assert!(
            (VENDOR_NAOH_STAGE_1.value - NAOH_PER_CHLORINE.value).abs() < 0.005,
            "it is that of chlorine"
        );
        assert!(NAOH_STAGE_1.value > 2.7 * VENDOR_NAOH_STAGE_1.value);
        assert!(
            (VENDOR_NAOH_STAGE_1.value + 3.08 - VENDOR_NAOH.value).abs() > 0.9,
            "the stages do not add up to the total"
        );
        assert!(VENDOR_NAOH.value < 0.85 * NAOH_PER_CYANIDE_CO2_LEAVES.value);
    }
}
