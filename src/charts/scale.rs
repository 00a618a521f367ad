//! Axes in the reader's units with round numbers on them, and lines cut to what the axes show.

use platewise_model::report::format::Reader;
use platewise_model::report::{Chart, Series};
use platewise_model::units::fixed;
use platewise_model::units::{Dimension, Unit, format_significant};
use platewise_model::words::Text;

/// An axis from zero, or from below it, to its end, in a unit that keeps the numbers short.
#[derive(Clone, Copy, PartialEq)]
pub struct Axis {
    /// What it measures.
    pub title: Text,
    /// In which unit.
    pub unit: Unit,
    /// Where it begins, in that unit: zero, or below it.
    pub start: f64,
    /// Its end, in that unit.
    pub end: f64,
}

impl Axis {
    fn new((title, dimension): (Text, Dimension), canonical_end: f64, reader: Reader) -> Self {
        let unit = match dimension {
            Dimension::Minutes if canonical_end < 3.0 => unit_named(dimension, "s"),
            Dimension::Minutes if canonical_end > 300.0 => unit_named(dimension, "h"),
            _ => reader.unit(dimension),
        };
        Self { title, unit, start: 0.0, end: unit.from_canonical(canonical_end) }
    }

    /// The horizontal axis of a chart.
    pub fn horizontal(chart: &Chart, reader: Reader) -> Self {
        Self::new(chart.x, chart.end(), reader)
    }

    /// The vertical axis: room above the line that matters, what towers over it is cut.
    pub fn vertical(chart: &Chart, reader: Reader) -> Self {
        let highest = |only_main: bool| {
            let lines = chart
                .series
                .iter()
                .filter(|series| !series.second_axis && (series.main || !only_main));
            lines.flat_map(|series| &series.points).map(|point| point.1).fold(0.0, f64::max)
        };
        let axis = Self::new(chart.y, highest(false).min(highest(true) * 1.4) * 1.06, reader);
        let lines = chart.series.iter().filter(|series| !series.second_axis);
        let lowest = lines
            .flat_map(|series| &series.points)
            .map(|point| axis.unit.from_canonical(point.1))
            .fold(0.0, f64::min);
        // All of it below zero: the axis ends a little above.
        Self {
            start: lowest * 1.06,
            end: if axis.end > 0.0 { axis.end } else { -0.06 * lowest },
            ..axis
        }
    }

    /// The second vertical axis: a share up to all of it.
    pub fn second(chart: &Chart, reader: Reader) -> Option<Self> {
        chart.y2.map(|axis| Self::new(axis, 1.06, reader))
    }

    /// Round numbers from zero up, about as many as asked for.
    pub fn ticks(&self, about: u32) -> impl Iterator<Item = f64> + use<> {
        let rough = (self.end - self.start) / f64::from(about);
        let power = 10_f64.powi(exponent(rough));
        let step = [1.0, 2.0, 5.0]
            .into_iter()
            .map(|digit| digit * power)
            .find(|step| *step >= rough * 0.999)
            .unwrap_or(10.0 * power);
        let (end, from) = (self.end, (self.start / step).ceil());
        (0..=12_u32)
            .map(move |count| (from + f64::from(count)) * step + 0.0)
            .take_while(move |value| *value <= end * 1.000_001)
    }

    /// A number on it, short.
    pub fn label(&self, value: f64) -> String {
        let short =
            if value.abs() >= 100.0 { fixed(value, 0) } else { format_significant(value, 3) };
        if short.contains('.') && !short.contains('e') {
            short.trim_end_matches('0').trim_end_matches('.').to_owned()
        } else {
            short
        }
    }
}

/// The power of ten at or below a number.
fn exponent(number: f64) -> i32 {
    #[allow(clippy::cast_possible_truncation, reason = "the exponent of a double fits")]
    let exponent = number.max(f64::MIN_POSITIVE).log10().floor() as i32;
    exponent
}

fn unit_named(dimension: Dimension, id: &str) -> Unit {
    dimension.unit(dimension.position(id).unwrap_or(0))
}

/// The points of a line in the units of its axes, cut where it leaves the top.
pub fn cut(series: &Series, x: &Axis, y: &Axis) -> Vec<(f64, f64)> {
    let mut cut: Vec<(f64, f64)> = Vec::with_capacity(series.points.len());
    for point in
        series.points.iter().map(|&(a, b)| (x.unit.from_canonical(a), y.unit.from_canonical(b)))
    {
        if point.1 > y.end {
            if let Some(&last) = cut.last().filter(|last| last.1 < y.end) {
                cut.push((
                    last.0 + (point.0 - last.0) * (y.end - last.1) / (point.1 - last.1),
                    y.end,
                ));
            }
            return cut;
        }
        cut.push(point);
    }
    cut
}
