//! Tornado: how far each input moves a result over its own range, the others as they are in force.

use super::{at, restore};
use crate::calculator::{Study, Varied};
use crate::report::{Bar, Bars, Direction, Segment};
use crate::words::{Arg, Phrase, phrase, symbol, text};

/// How far one input moves the result.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Swing {
    /// The input.
    pub input: Varied,
    /// The result with the input at the low end of its range; none when that is impossible.
    pub low: Option<f64>,
    /// The result with it at the high end.
    pub high: Option<f64>,
}

impl Swing {
    /// Between the two ends; zero where one is impossible.
    pub fn width(&self) -> f64 {
        self.low.zip(self.high).map_or(0.0, |(low, high)| (high - low).abs())
    }
}

/// What moves a result.
#[derive(Clone, PartialEq, Debug)]
pub struct Tornado {
    /// The result with everything in force.
    pub base: f64,
    /// Every input with a range, the one that moves most first.
    pub swings: Vec<Swing>,
    /// Numeric inputs in use without a range, which were not moved.
    pub without_range: usize,
    /// Share of the squared widths that comes from inputs that no source supports, 0 to 1; none when nothing moves.
    pub weak_share: Option<f64>,
}

/// Moves every input over its range, or only those that were not given.
pub fn tornado(study: &mut dyn Study, outcome: usize, given_is_known: bool) -> Option<Tornado> {
    restore(study);
    let base = study.value(outcome)?;
    let inputs = study.inputs().to_vec();
    let moved = |input: &Varied| input.has_range() && !(given_is_known && input.given);
    let mut swings: Vec<Swing> = Vec::new();
    for (place, input) in inputs.iter().enumerate().filter(|(_, input)| moved(input)) {
        let low = at(study, place, input.low, outcome);
        let high = at(study, place, input.high, outcome);
        swings.push(Swing { input: *input, low, high });
    }
    restore(study);
    swings.sort_by(|a, b| b.width().total_cmp(&a.width()));
    let squares = |weak_only: bool| swings.iter().filter(|swing| swing.input.weak || !weak_only).map(|swing| swing.width().powi(2)).sum::<f64>();
    let weak_share = Some(squares(true) / squares(false)).filter(|share| share.is_finite());
    Some(Tornado { base, without_range: inputs.iter().filter(|input| !input.has_range()).count(), swings, weak_share })
}

/// As many bars as a person reads.
const MOST_BARS: usize = 15;

/// The inputs that move the result most, as bars over it; its title and value as given.
pub fn figure(tornado: &Tornado, outcome: &crate::calculator::Outcome) -> Bars {
    let dimension = outcome.dimension;
    let bar = |swing: &Swing| {
        let (low, high) = (swing.low.unwrap_or(tornado.base), swing.high.unwrap_or(tornado.base));
        let input = &swing.input;
        let end = |value: f64| Arg::Quantity(input.dimension, value);
        let note = phrase(
            text("{0} gives {1}, {2} gives {3}", "{0} 时为 {1}，{2} 时为 {3}"),
            [end(input.low), Arg::Quantity(dimension, low), end(input.high), Arg::Quantity(dimension, high)],
        );
        Bar {
            label: name(input),
            span: None,
            segments: vec![Segment { part: 0, from: tornado.base, to: low }, Segment { part: 1, from: tornado.base, to: high }],
            note: Some(note),
        }
    };
    Bars {
        id: "tornado",
        title: outcome.label,
        value: (outcome.label, dimension),
        along: None,
        direction: Direction::Across,
        parts: vec![text("at the low end of its range", "取范围下限").into(), text("at the high end", "取范围上限").into()],
        bars: tornado.swings.iter().filter(|swing| swing.width() > 0.0).take(MOST_BARS).map(bar).collect(),
        marks: vec![(text("in force", "当前").into(), tornado.base)],
        total: false,
    }
}

/// The name of an input, with what it belongs to.
pub fn name(input: &Varied) -> Phrase {
    match input.of {
        None => input.label.into(),
        Some(of) => phrase(symbol("{0}: {1}"), [Arg::Text(of), Arg::Text(input.label)]),
    }
}
