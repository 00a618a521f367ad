//! Values to start from, and figures that are usually got wrong: neither says anything about a bath.

use super::sources::{DERIVATION, ECIATO, JUDGEMENT};
use super::{Fact, Row, Sure, point, row};
use crate::units::Dimension;
use crate::words::{Text, text};

/// Area of the work, or of one piece, dm².
pub static AREA: Fact = point(Dimension::Area, 1.0, &JUDGEMENT, Sure::Estimate);
/// Weight of a load, kg.
pub static LOAD: Fact = point(Dimension::LoadMass, 30.0, &JUDGEMENT, Sure::Estimate);
/// Pieces in a load.
pub static PIECES: Fact = point(Dimension::Count, 100.0, &JUDGEMENT, Sure::Estimate);
/// Area of a part that is plated for calibration, dm².
pub static CALIBRATION_AREA: Fact = point(Dimension::Area, 1.0, &JUDGEMENT, Sure::Estimate);

/// Square feet in a square metre: what is printed in error for the A/ft² in 1 A/dm².
pub static WRONG_ASF: Fact = point(Dimension::Constant, 10.764, &DERIVATION, Sure::Derived);
/// A/ft² in 1 A/dm²: square decimetres in a square foot, by definition of the foot.
pub static ASF: Fact = point(Dimension::Constant, 9.290_304, &DERIVATION, Sure::Derived);
/// What handbook tables print for zinc, A·h per ft² and mil; its own molar mass and density give 13.81.
pub static PRINTED_ZINC: Fact = point(Dimension::Constant, 14.3, &ECIATO, Sure::Trade);

const EXAMPLE: Text = text("Value to start from", "起始示例值");
const MISTAKE: Text = text("Usual mistake", "常见错误");

/// The figures of this file.
static ROWS: [Row; 7] = [
    row(EXAMPLE, text("Plated area", "受镀面积"), AREA),
    row(EXAMPLE, text("Weight of the load", "装载重量"), LOAD),
    row(EXAMPLE, text("Pieces", "件数"), PIECES),
    row(EXAMPLE, text("Area of a calibration part", "标定件面积"), CALIBRATION_AREA),
    row(
        MISTAKE,
        text(
            "ft² in 1 m², taken for the A/ft² in 1 A/dm²",
            "1 m² 的平方英尺数，被误作 1 A/dm² 的 A/ft² 数",
        ),
        WRONG_ASF,
    ),
    row(MISTAKE, text("A/ft² in 1 A/dm², the right figure", "1 A/dm² 的 A/ft² 数（正确值）"), ASF),
    row(
        MISTAKE,
        text("Zinc as printed, A·h per ft² and mil", "镀锌印刷值，每 ft²·mil 的 A·h"),
        PRINTED_ZINC,
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
    fn both_figures_follow_from_the_foot() {
        let square_feet_in_a_square_metre = 1.0 / (0.3048 * 0.3048);
        assert!((WRONG_ASF.value - square_feet_in_a_square_metre).abs() < 5e-4);
        assert!((ASF.value - 100.0 / square_feet_in_a_square_metre).abs() < 1e-9);
    }
}
