//! Metric threads: pitch and the room that a tolerance position leaves for a coating; area of bolts by weight.
//! A new size is a row of `THREADS`.

use super::sources::{DERIVATION, ISO_965, ISO_4042_THICKNESS};
use super::{Fact, Listed, Row, Source, Sure, fact, point, row};
use crate::units::Dimension;
use crate::words::{Text, symbol, text};

/// A coarse metric thread.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Thread {
    /// Size, which is also the stable name.
    pub id: &'static str,
    /// Pitch, mm.
    pub pitch: Fact,
    /// Fundamental deviation of position g, µm below the basic profile.
    pub deviation_g: Fact,
    /// Fundamental deviation of position f, µm below the basic profile.
    pub deviation_f: Fact,
    /// Fundamental deviation of position e, µm below the basic profile.
    pub deviation_e: Fact,
}

/// Size, pitch in mm, deviations g, f, e in µm, and what stands behind them.
const fn thread(id: &'static str, pitch: f64, [g, f, e]: [f64; 3], (source, sure): (&'static Source, Sure)) -> Thread {
    Thread {
        id,
        pitch: point(Dimension::Length, pitch, source, sure),
        deviation_g: point(Dimension::Thickness, g, source, sure),
        deviation_f: point(Dimension::Thickness, f, source, sure),
        deviation_e: point(Dimension::Thickness, e, source, sure),
    }
}

/// Sizes that a published table gives with these same figures.
const PUBLISHED: (&Source, Sure) = (&ISO_4042_THICKNESS, Sure::Trade);
const RECALLED: (&Source, Sure) = (&ISO_965, Sure::Recalled);

/// Coarse threads, smallest first.
pub static THREADS: [Thread; 13] = [
    thread("M3", 0.5, [20.0, 36.0, 50.0], PUBLISHED),
    thread("M4", 0.7, [22.0, 38.0, 56.0], RECALLED),
    thread("M5", 0.8, [24.0, 38.0, 60.0], PUBLISHED),
    thread("M6", 1.0, [26.0, 40.0, 60.0], PUBLISHED),
    thread("M8", 1.25, [28.0, 42.0, 63.0], PUBLISHED),
    thread("M10", 1.5, [32.0, 45.0, 67.0], PUBLISHED),
    thread("M12", 1.75, [34.0, 48.0, 71.0], PUBLISHED),
    thread("M14", 2.0, [38.0, 52.0, 71.0], RECALLED),
    thread("M16", 2.0, [38.0, 52.0, 71.0], RECALLED),
    thread("M20", 2.5, [42.0, 58.0, 80.0], RECALLED),
    thread("M24", 3.0, [48.0, 63.0, 85.0], RECALLED),
    thread("M30", 3.5, [53.0, 70.0, 90.0], RECALLED),
    thread("M36", 4.0, [60.0, 75.0, 95.0], RECALLED),
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

/// Which of the deviations.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Position {
    /// Position g, the usual one.
    G,
    /// Position f.
    F,
    /// Position e, the most room.
    E,
}

/// A tolerance position of an external thread.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TolerancePosition {
    /// Letter, which is also the stable name.
    pub id: &'static str,
    /// Name in a list.
    pub name: Text,
    /// Which of the deviations.
    pub position: Position,
}

/// Tolerance positions, the least room first.
pub static TOLERANCE_POSITIONS: [TolerancePosition; 3] = [
    TolerancePosition { id: "g", name: text("g (6g, the usual one)", "g（6g，常用）"), position: Position::G },
    TolerancePosition { id: "f", name: text("f (6f)", "f（6f）"), position: Position::F },
    TolerancePosition { id: "e", name: text("e (6e, the most room)", "e（6e，间隙最大）"), position: Position::E },
];

impl Listed for TolerancePosition {
    fn all() -> &'static [Self] {
        &TOLERANCE_POSITIONS
    }
    fn id(&self) -> &'static str {
        self.id
    }
    fn name(&self) -> Text {
        self.name
    }
}

impl TolerancePosition {
    /// The position to start from: g.
    pub fn usual() -> &'static Self {
        let [first, ..] = &TOLERANCE_POSITIONS;
        first
    }
}

/// Fundamental deviation, µm below the basic profile.
pub fn deviation(thread: &'static Thread, position: &TolerancePosition) -> &'static Fact {
    match position.position {
        Position::G => &thread.deviation_g,
        Position::F => &thread.deviation_f,
        Position::E => &thread.deviation_e,
    }
}

/// Nominal thicknesses that ISO 4042 knows, µm, ascending: the largest coating is rounded down to one of them.
pub const ISO_4042_SERIES_UM: [f64; 9] = [3.0, 5.0, 8.0, 10.0, 12.0, 15.0, 20.0, 25.0, 30.0];

/// Area of steel hexagon bolts threaded to the head by weight, dm²/kg: the value is that of M8×40, the range runs from M20×60 to M3×9.
/// Calculated from the geometry; roughly 90 ÷ thread diameter in mm.
pub static BOLT_AREA_PER_KG: Fact = fact(Dimension::SpecificArea, 11.2, 4.4, 28.0, &DERIVATION, Sure::Derived);

/// The figures of this file.
pub(super) fn rows(list: &mut Vec<Row>) {
    list.push(row(text("Hexagon bolts, full thread, M8×40", "全螺纹六角螺栓 M8×40"), text("Area by weight", "单位质量表面积"), BOLT_AREA_PER_KG));
    for thread in &THREADS {
        let mut add = |what: Text, fact: Fact| list.push(row(thread.name(), what, fact));
        add(text("Pitch", "螺距"), thread.pitch);
        add(text("Fundamental deviation, position g", "基本偏差，公差带位置 g"), thread.deviation_g);
        add(text("Fundamental deviation, position f", "基本偏差，公差带位置 f"), thread.deviation_f);
        add(text("Fundamental deviation, position e", "基本偏差，公差带位置 e"), thread.deviation_e);
    }
}

#[cfg(test)]
#[allow(clippy::float_cmp, reason = "both sides are typed digits, nothing is computed")]
mod tests {
    use super::*;

    /// A quarter of the deviation, rounded down to the series, against the published largest coatings for g, f and e.
    #[test]
    fn largest_coatings_are_the_published_ones() {
        let wanted = [
            ("M3", [5.0, 8.0, 12.0]),
            ("M5", [5.0, 8.0, 15.0]),
            ("M6", [5.0, 10.0, 15.0]),
            ("M8", [5.0, 10.0, 15.0]),
            ("M10", [8.0, 10.0, 15.0]),
            ("M12", [8.0, 12.0, 15.0]),
        ];
        for (id, largest) in wanted {
            let thread = Thread::find(id).unwrap();
            for (position, largest) in TOLERANCE_POSITIONS.iter().zip(largest) {
                let room = deviation(thread, position).value / 4.0;
                let ours = ISO_4042_SERIES_UM.iter().rev().find(|step| **step <= room);
                assert_eq!(ours, Some(&largest), "{id} {}", position.id);
            }
        }
    }

    #[test]
    fn area_by_weight_follows_the_rule_of_the_diameter() {
        for (area, diameter) in [(BOLT_AREA_PER_KG.value, 8.0), (BOLT_AREA_PER_KG.low, 20.0), (BOLT_AREA_PER_KG.high, 3.0)] {
            assert!((area * diameter / 90.0 - 1.0).abs() < 0.08, "{area}");
        }
        assert_eq!(TolerancePosition::usual().id, "g");
    }

    /// Deviations by pitch, typed from the reference table.
    #[test]
    fn deviations_follow_the_pitch() {
        let wanted = [
            (0.5, [20.0, 36.0, 50.0]),
            (0.7, [22.0, 38.0, 56.0]),
            (0.8, [24.0, 38.0, 60.0]),
            (1.0, [26.0, 40.0, 60.0]),
            (1.25, [28.0, 42.0, 63.0]),
            (1.5, [32.0, 45.0, 67.0]),
            (1.75, [34.0, 48.0, 71.0]),
            (2.0, [38.0, 52.0, 71.0]),
            (2.5, [42.0, 58.0, 80.0]),
            (3.0, [48.0, 63.0, 85.0]),
            (3.5, [53.0, 70.0, 90.0]),
            (4.0, [60.0, 75.0, 95.0]),
        ];
        for thread in &THREADS {
            let (_, deviations) = wanted.iter().find(|(pitch, _)| *pitch == thread.pitch.value).unwrap();
            assert_eq!([thread.deviation_g.value, thread.deviation_f.value, thread.deviation_e.value], *deviations, "{}", thread.id);
        }
        let pitches = [0.5, 0.7, 0.8, 1.0, 1.25, 1.5, 1.75, 2.0, 2.0, 2.5, 3.0, 3.5, 4.0];
        assert!(THREADS.iter().zip(pitches).all(|(thread, pitch)| thread.pitch.value == pitch));
    }

    #[test]
    fn the_series_is_that_of_the_thickness_table() {
        let nominal = crate::data::thickness::ISO_4042.map(|thickness| thickness.nominal_um);
        assert_eq!(nominal, ISO_4042_SERIES_UM);
    }
}
