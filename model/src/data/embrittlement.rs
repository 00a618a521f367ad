//! Hydrogen embrittlement: hours of baking by strength and hardness, and the limits that standards draw.
//! Tensile strength and hardness stand side by side in the source; neither is ever converted into the other.

use super::sources::{B633_2019, B849_SCOPE, B850_CHART, F1941, POSTERS};
use super::{Fact, Row, Sure, fact, point, row};
use crate::units::Dimension;
use crate::words::{Text, symbol, text};

/// Where the bake table comes from.
pub use super::sources::B850_CHART as BAKE_SOURCE;

/// A row of the bake table of ASTM B850-98(2009).
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct BakeRow {
    /// Lowest tensile strength of the row, MPa.
    pub strength_low_mpa: f64,
    /// Highest tensile strength of the row, MPa.
    pub strength_high_mpa: f64,
    /// Lowest hardness of the row, HRC.
    pub hardness_low_hrc: f64,
    /// Highest hardness of the row, HRC; the next row begins with it.
    pub hardness_high_hrc: f64,
    /// Least hours of baking.
    pub hours: Fact,
    label: Text,
}

const fn bake(
    label: &'static str,
    [strength_low_mpa, strength_high_mpa]: [f64; 2],
    [hardness_low_hrc, hardness_high_hrc]: [f64; 2],
    hours: f64,
) -> BakeRow {
    BakeRow {
        strength_low_mpa,
        strength_high_mpa,
        hardness_low_hrc,
        hardness_high_hrc,
        hours: point(Dimension::Hours, hours, &B850_CHART, Sure::Trade),
        label: symbol(label),
    }
}

/// Least hours of baking, softest steel first.
pub static BAKE_ROWS: [BakeRow; 8] = [
    bake("1001–1100 MPa, 31–33 HRC", [1001.0, 1100.0], [31.0, 33.0], 8.0),
    bake("1101–1200 MPa, 33–36 HRC", [1101.0, 1200.0], [33.0, 36.0], 10.0),
    bake("1201–1300 MPa, 36–39 HRC", [1201.0, 1300.0], [36.0, 39.0], 12.0),
    bake("1301–1400 MPa, 39–43 HRC", [1301.0, 1400.0], [39.0, 43.0], 14.0),
    bake("1401–1500 MPa, 43–45 HRC", [1401.0, 1500.0], [43.0, 45.0], 16.0),
    bake("1501–1600 MPa, 45–47 HRC", [1501.0, 1600.0], [45.0, 47.0], 18.0),
    bake("1601–1700 MPa, 47–49 HRC", [1601.0, 1700.0], [47.0, 49.0], 20.0),
    bake("1701–1800 MPa, 49–51 HRC", [1701.0, 1800.0], [49.0, 51.0], 22.0),
];

/// Tensile strength from which ASTM B849 and B850 concern themselves with a steel, MPa.
pub static B850_WARN_MPA: Fact = point(Dimension::Stress, 1000.0, &B849_SCOPE, Sure::Standard);
/// Hardness at which the bake table begins, HRC.
pub static B850_WARN_HRC: Fact = point(Dimension::Hardness, 31.0, &B850_CHART, Sure::Trade);
/// Tensile strength below which ASTM B633 holds steels not susceptible; bake above, MPa.
pub static BAKE_ABOVE_MPA: Fact = point(Dimension::Stress, 1200.0, &B633_2019, Sure::Standard);
/// Hardness that stands beside 1200 MPa in the bake table, HRC.
pub static BAKE_ABOVE_HRC: Fact = point(Dimension::Hardness, 36.0, &B850_CHART, Sure::Trade);
/// Tensile strength above which ASTM B633 says not to zinc plate, MPa.
pub static DO_NOT_PLATE_MPA: Fact = point(Dimension::Stress, 1700.0, &B633_2019, Sure::Standard);
/// Hardness that ASTM B633 prints beside it, HRC. The bake table of ASTM B850 has other pairs.
pub static DO_NOT_PLATE_HRC: Fact = point(Dimension::Hardness, 46.0, &B633_2019, Sure::Standard);
/// Hardness above which ASTM F1941 holds fasteners susceptible, HRC. The edition of 2005 said 40.
pub static F1941_HRC: Fact = point(Dimension::Hardness, 39.0, &F1941, Sure::Standard);
/// Temperature of baking, °C: the middle of the range that ASTM B850 gives.
pub static BAKE_TEMPERATURE: Fact =
    fact(Dimension::Temperature, 205.0, 190.0, 220.0, &B850_CHART, Sure::Trade);
/// Hours after plating within which baking starts; the low end is preferred for the hardest steels.
pub static START_WITHIN: Fact = fact(Dimension::Hours, 4.0, 1.0, 4.0, &POSTERS, Sure::Secondary);

const SUBJECT: Text = text("Hydrogen embrittlement", "氢脆");

/// The figures of this file but the bake table.
static LIMITS: [Row; 9] = [
    row(SUBJECT, text("Attention from, tensile strength", "需关注的抗拉强度起点"), B850_WARN_MPA),
    row(SUBJECT, text("Attention from, hardness", "需关注的硬度起点"), B850_WARN_HRC),
    row(SUBJECT, text("Bake above, tensile strength", "需去氢烘烤的抗拉强度界限"), BAKE_ABOVE_MPA),
    row(SUBJECT, text("Bake above, hardness", "需去氢烘烤的硬度界限"), BAKE_ABOVE_HRC),
    row(
        SUBJECT,
        text("Do not zinc plate above, tensile strength", "不宜镀锌的抗拉强度界限"),
        DO_NOT_PLATE_MPA,
    ),
    row(SUBJECT, text("Do not zinc plate above, hardness", "不宜镀锌的硬度界限"), DO_NOT_PLATE_HRC),
    row(
        SUBJECT,
        text("Fasteners susceptible above, hardness", "紧固件氢脆敏感的硬度界限"),
        F1941_HRC,
    ),
    row(SUBJECT, text("Temperature of baking", "去氢烘烤温度"), BAKE_TEMPERATURE),
    row(SUBJECT, text("Start of baking after plating, within", "镀后开始烘烤的时限"), START_WITHIN),
];

/// The figures of this file.
pub(super) fn rows(list: &mut Vec<Row>) {
    list.extend_from_slice(&LIMITS);
    for bake in &BAKE_ROWS {
        list.push(row(
            bake.label,
            text("Least hours of baking, ASTM B850", "最短烘烤时间，ASTM B850"),
            bake.hours,
        ));
    }
}

#[cfg(test)]
#[allow(clippy::float_cmp, reason = "both sides are typed digits, nothing is computed")]
mod tests {
    use super::*;

    #[test]
    fn the_bake_table_has_no_gap_and_the_hours_of_the_reference() {
        let hours: Vec<_> = BAKE_ROWS.iter().map(|row| row.hours.value).collect();
        assert_eq!(hours, [8.0, 10.0, 12.0, 14.0, 16.0, 18.0, 20.0, 22.0]);
        for pair in BAKE_ROWS.windows(2) {
            assert_eq!(pair[0].strength_high_mpa + 1.0, pair[1].strength_low_mpa);
            assert_eq!(pair[0].hardness_high_hrc, pair[1].hardness_low_hrc);
        }
        let steps: Vec<_> = BAKE_ROWS.iter().map(|row| row.hardness_low_hrc).collect();
        assert_eq!(steps, [31.0, 33.0, 36.0, 39.0, 43.0, 45.0, 47.0, 49.0]);
        assert!(BAKE_ROWS.iter().all(|row| row.strength_low_mpa < row.strength_high_mpa
            && row.hardness_low_hrc < row.hardness_high_hrc));
    }

    #[test]
    fn limits_ascend() {
        assert!(
            B850_WARN_MPA.value < BAKE_ABOVE_MPA.value
                && BAKE_ABOVE_MPA.value < DO_NOT_PLATE_MPA.value
        );
        assert!(
            B850_WARN_HRC.value < BAKE_ABOVE_HRC.value
                && BAKE_ABOVE_HRC.value < DO_NOT_PLATE_HRC.value
        );
    }
}
