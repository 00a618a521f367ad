//! Tornado: how far each input moves a result over its own range, the others as they are in force.

pub use crate::calculator::doubt::Swing;

use crate::calculator::doubt::{swings, together};
use crate::calculator::{Evaluator, NumericInput, NumericResult};
use crate::report::{Bar, Bars, Direction, Segment};
use crate::words::{Arg, Phrase, phrase, symbol, text};

/// What moves a result.
#[derive(Clone, PartialEq, Debug)]
pub struct Tornado {
    /// The result with everything in force.
    pub base: f64,
    /// Ends of the result over all these inputs together: the range that stands beside an answer.
    pub range: (f64, f64),
    /// Every input in doubt, the one that moves most first.
    pub swings: Vec<Swing>,
    /// Figures of the world in use without a range, which were held fixed.
    pub without_range: usize,
    /// Share of the squared widths that comes from inputs that no source supports, 0 to 1; none when nothing moves.
    pub weak_share: Option<f64>,
}

/// Moves every input that is in doubt over its range, or only those that were not given.
pub fn tornado(
    evaluator: &mut dyn Evaluator,
    outcome: usize,
    given_is_known: bool,
) -> Option<Tornado> {
    let (base, mut swings) = swings(evaluator, outcome, given_is_known)?;
    let range = together(base, &swings);
    swings.sort_by(|a, b| b.width().total_cmp(&a.width()));
    let squares = |weak_only: bool| {
        swings
            .iter()
            .filter(|swing| swing.input.weak || !weak_only)
            .map(|swing| swing.width().powi(2))
            .sum::<f64>()
    };
    let weak_share = Some(squares(true) / squares(false)).filter(|share| share.is_finite());
    let without_range = evaluator
        .inputs()
        .iter()
        .filter(|input| input.nature.is_of_the_world() && !input.has_range())
        .count();
    Some(Tornado { base, range, without_range, swings, weak_share })
}

/// As many bars as a person reads.
const MOST_BARS: usize = 15;

/// The inputs that move the result most, as bars over it; its title and value as given.
pub fn figure(tornado: &Tornado, outcome: &NumericResult) -> Bars {
    let dimension = outcome.dimension;
    let bar = |swing: &Swing| {
        let (low, high) = (swing.low.unwrap_or(tornado.base), swing.high.unwrap_or(tornado.base));
        let input = &swing.input;
        let end = |value: f64| Arg::Quantity(input.dimension, value);
        let note = phrase(
            text("{0} gives {1}, {2} gives {3}", "{0} 时为 {1}，{2} 时为 {3}"),
            [
                end(input.low),
                Arg::Quantity(dimension, low),
                end(input.high),
                Arg::Quantity(dimension, high),
            ],
        );
        Bar {
            label: name(input),
            span: None,
            segments: vec![
                Segment { part: 0, from: tornado.base, to: low },
                Segment { part: 1, from: tornado.base, to: high },
            ],
            note: Some(note),
        }
    };
    Bars {
        id: "tornado",
        title: outcome.label,
        value: (outcome.label, dimension),
        along: None,
        direction: Direction::Across,
        parts: vec![
            text("at the low end of its range", "取范围下限").into(),
            text("at the high end", "取范围上限").into(),
        ],
        bars: tornado
            .swings
            .iter()
            .filter(|swing| swing.width() > 0.0)
            .take(MOST_BARS)
            .map(bar)
            .collect(),
        marks: vec![(text("now", "当前").into(), tornado.base)],
        total: false,
    }
}

/// The name of an input, with what it belongs to.
pub fn name(input: &NumericInput) -> Phrase {
    match input.of {
        None => input.label.into(),
        Some(of) => phrase(symbol("{0}: {1}"), [Arg::Text(of), Arg::Text(input.label)]),
    }
}
