//! Coarse metric threads with their pitch, the thicknesses of ISO 4042, and the area of bolts by weight. What room threads leave: `threads`.
//! A new size is a row of `THREADS`.

use super::sources::{DERIVATION, ISO_965};
use super::{Fact, Listed, Row, Sure, fact, point, row};
use crate::units::Dimension;
use crate::words::{Text, symbol, text};

/// A coarse metric thread, of which the sizes of screws, nuts and washers are known.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Thread {
    /// Size, which is also the stable name.
    pub id: &'static str,
    /// Pitch, mm.
    pub pitch: Fact,
}

const fn thread(id: &'static str, pitch: f64) -> Thread {
    Thread { id, pitch: point(Dimension::Length, pitch, &ISO_965, Sure::Recalled) }
}

/// Coarse threads, smallest first.
pub static THREADS: [Thread; 16] = [
    thread("M3", 0.5),
    thread("M4", 0.7),
    thread("M5", 0.8),
    thread("M6", 1.0),
    thread("M8", 1.25),
    thread("M10", 1.5),
    thread("M12", 1.75),
    thread("M14", 2.0),
    thread("M16", 2.0),
    thread("M18", 2.5),
    thread("M20", 2.5),
    thread("M22", 2.5),
    thread("M24", 3.0),
    thread("M27", 3.0),
    thread("M30", 3.5),
    thread("M36", 4.0),
];

impl Listed for Thread {
    fn all() -> &'static [Self] {
        &THREADS
    }
    fn id(&self) -> &'static str {
        self.id
    }
    fn name(&self) -> Text {
        symbol(self.id)
    }
}

/// Nominal thicknesses that ISO 4042 knows, µm, ascending: the largest coating is rounded down to one of them.
pub const ISO_4042_SERIES_UM: [f64; 9] = [3.0, 5.0, 8.0, 10.0, 12.0, 15.0, 20.0, 25.0, 30.0];

/// Area of steel hexagon bolts threaded to the head by weight, dm²/kg: the value is that of M8×40, the range runs from M20×60 to M3×9.
/// Calculated from the geometry; roughly 90 ÷ thread diameter in mm.
pub static BOLT_AREA_PER_KG: Fact =
    fact(Dimension::SpecificArea, 11.2, 4.4, 28.0, &DERIVATION, Sure::Derived);

/// The figures of this file.
pub(super) fn rows(list: &mut Vec<Row>) {
    list.push(row(
        text("Hexagon bolts, full thread, M8×40", "全螺纹六角螺栓 M8×40"),
        text("Area by weight", "单位质量表面积"),
        BOLT_AREA_PER_KG,
    ));
    for thread in &THREADS {
        list.push(row(thread.name(), text("Pitch", "螺距"), thread.pitch));
    }
}

#[cfg(test)]
#[allow(clippy::float_cmp, reason = "both sides are typed digits, nothing is computed")]
mod tests {
    use super::*;

    #[test]
    fn area_by_weight_follows_the_rule_of_the_diameter() {
        for (area, diameter) in [
            (BOLT_AREA_PER_KG.value, 8.0),
            (BOLT_AREA_PER_KG.low, 20.0),
            (BOLT_AREA_PER_KG.high, 3.0),
        ] {
            assert!((area * diameter / 90.0 - 1.0).abs() < 0.08, "{area}");
        }
    }

    /// ISO 261, the coarse series.
    #[test]
    fn pitches_are_those_of_the_coarse_series() {
        let pitches =
            [0.5, 0.7, 0.8, 1.0, 1.25, 1.5, 1.75, 2.0, 2.0, 2.5, 2.5, 2.5, 3.0, 3.0, 3.5, 4.0];
        assert!(THREADS.iter().zip(pitches).all(|(thread, pitch)| thread.pitch.value == pitch));
    }

    #[test]
    fn the_series_is_that_of_the_thickness_table() {
        let nominal = crate::data::thickness::ISO_4042.map(|thickness| thickness.nominal_um);
        assert_eq!(nominal, ISO_4042_SERIES_UM);
    }
}
