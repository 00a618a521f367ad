//! Electrical figures of the plating tank: rectifier, contact in the barrel, anodes, the voltages at which no heat is made.

use super::sources::{DERIVATION, GENERAL_KNOWLEDGE, JUDGEMENT, POSTERS, RECTIFIER_FORUM};
use super::{Fact, Row, Sure, fact, point, row};
use crate::units::Dimension;
use crate::words::{Text, text};

/// Energy out of a plating rectifier by energy into it, 0 to 1; the value is that of a thyristor rectifier.
pub static RECTIFIER_EFFICIENCY: Fact =
    fact(Dimension::Fraction, 0.85, 0.80, 0.94, &RECTIFIER_FORUM, Sure::Secondary);

/// The same of a switch-mode rectifier, 0 to 1.
pub static RECTIFIER_EFFICIENCY_SWITCH_MODE: Fact =
    fact(Dimension::Fraction, 0.90, 0.80, 0.94, &JUDGEMENT, Sure::Estimate);

/// Share of the load in a barrel that plates at a time, 0 to 1: current density there is the mean one divided by it.
pub static CONTACT_FRACTION: Fact =
    fact(Dimension::Fraction, 0.40, 0.30, 0.50, &POSTERS, Sure::Secondary);

/// Metal that soluble anodes give by what Faraday's law says. Zinc also dissolves without current in acid baths.
pub static ANODE_EFFICIENCY: Fact =
    fact(Dimension::Ratio, 1.0, 0.95, 1.10, &JUDGEMENT, Sure::Estimate);

/// Voltage that plating zinc from zincate at an inert anode takes without any heat, V. From enthalpies of formation, to verify.
pub static THERMONEUTRAL_ZINC_V: Fact = point(Dimension::Voltage, 1.82, &DERIVATION, Sure::Derived);

/// The same of splitting water, V. From the enthalpy of formation, to verify.
pub static THERMONEUTRAL_WATER_V: Fact =
    point(Dimension::Voltage, 1.48, &DERIVATION, Sure::Derived);

/// Enthalpy of formation of zinc oxide, kJ/mol, positive as released.
pub static ZINC_OXIDE_KJ_PER_MOL: Fact =
    point(Dimension::Constant, 350.46, &GENERAL_KNOWLEDGE, Sure::Recalled);

/// Enthalpy of formation of liquid water, kJ/mol, positive as released.
pub static WATER_KJ_PER_MOL: Fact =
    point(Dimension::Constant, 285.83, &GENERAL_KNOWLEDGE, Sure::Recalled);

const RECTIFIER: Text = text("Rectifier", "整流器");
const HEAT: Text = text("Heat at inert anodes", "不溶性阳极槽的发热");

/// The figures of this file.
static ROWS: [Row; 8] = [
    row(RECTIFIER, text("Efficiency, thyristor", "效率（可控硅）"), RECTIFIER_EFFICIENCY),
    row(
        RECTIFIER,
        text("Efficiency, switch-mode", "效率（高频开关电源）"),
        RECTIFIER_EFFICIENCY_SWITCH_MODE,
    ),
    row(
        text("Barrel", "滚筒"),
        text("Share of the load that plates at a time", "同时参与电镀的面积比例"),
        CONTACT_FRACTION,
    ),
    row(
        text("Soluble anodes", "可溶性阳极"),
        text("Dissolved by Faraday's law, ratio", "溶解量与法拉第定律之比"),
        ANODE_EFFICIENCY,
    ),
    row(
        HEAT,
        text("Thermoneutral voltage, zinc and oxygen", "热中性电压（析锌与析氧）"),
        THERMONEUTRAL_ZINC_V,
    ),
    row(
        HEAT,
        text("Thermoneutral voltage, hydrogen and oxygen", "热中性电压（析氢与析氧）"),
        THERMONEUTRAL_WATER_V,
    ),
    row(
        HEAT,
        text("Enthalpy of formation of zinc oxide, kJ/mol", "氧化锌生成焓，kJ/mol"),
        ZINC_OXIDE_KJ_PER_MOL,
    ),
    row(HEAT, text("Enthalpy of formation of water, kJ/mol", "水生成焓，kJ/mol"), WATER_KJ_PER_MOL),
];

/// The figures of this file.
pub(super) fn rows(list: &mut Vec<Row>) {
    list.extend_from_slice(&ROWS);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thermoneutral_voltages_follow_from_the_enthalpies() {
        let volts = |kj: Fact| kj.value * 1000.0 / (2.0 * 96_485.332_12);
        assert!((volts(ZINC_OXIDE_KJ_PER_MOL) - 1.816).abs() < 5e-4);
        assert!((volts(WATER_KJ_PER_MOL) - 1.481).abs() < 5e-4);
        assert_eq!((THERMONEUTRAL_ZINC_V.value, THERMONEUTRAL_WATER_V.value), (1.82, 1.48));
    }
}
