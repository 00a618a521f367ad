//! Constants of nature that the formulas stand on.

use super::sources::{CODATA, DERIVATION};
use super::{Fact, Row, Sure, point, row};
use crate::units::Dimension;
use crate::words::{Text, text};

/// Charge of one mole of electrons, C/mol. Exact since the SI of 2019, here with the digits that CODATA 2018 prints.
pub static FARADAY_C_PER_MOL: Fact =
    point(Dimension::MolarCharge, 96_485.332_12, &CODATA, Sure::Standard);

/// Hydrogen from one ampere-hour of hydrogen evolution, L/(A·h) at 25 °C and 1 atm.
pub static HYDROGEN_L_PER_AH: Fact = point(Dimension::Constant, 0.4564, &DERIVATION, Sure::Derived);

const SUBJECT: Text = text("Constants", "常数");

/// The figures of this file.
static ROWS: [Row; 2] = [
    row(SUBJECT, text("Faraday constant", "法拉第常数"), FARADAY_C_PER_MOL),
    row(
        SUBJECT,
        text("Hydrogen at 25 °C and 1 atm, L/(A·h)", "析氢量（25 °C、1 atm），L/(A·h)"),
        HYDROGEN_L_PER_AH,
    ),
];

/// The figures of this file.
pub(super) fn rows(list: &mut Vec<Row>) {
    list.extend_from_slice(&ROWS);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hydrogen_follows_from_the_faraday_constant() {
        let litres_per_mole = 8.314_462_618 * 298.15 / 101.325;
        let derived = litres_per_mole * 3600.0 / (2.0 * FARADAY_C_PER_MOL.value);
        assert!((derived - 0.4564).abs() < 5e-5, "{derived}");
        assert!((HYDROGEN_L_PER_AH.value - 0.4564).abs() < 1e-12);
    }
}
