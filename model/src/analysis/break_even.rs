//! Break-even: the value of an input at which a result meets a target, or another result.

use super::{at, restore};
use crate::calculator::{Evaluator, NumericInput};
use crate::numeric::bisect;

/// What the result shall be.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Target {
    /// This value, canonical.
    Value(f64),
    /// As much as another result.
    Equal(usize),
}

/// What was found.
#[derive(Clone, PartialEq, Debug)]
pub struct BreakEven {
    /// Between which values it was looked for.
    pub from: f64,
    /// The upper end.
    pub to: f64,
    /// The values that meet the target, the one nearest to the value in force first; none when no value between the ends does. Of a stretch
    /// whose every value does, the nearest one.
    pub values: Vec<f64>,
    /// The stretches whose every value meets the target, from below.
    pub stretches: Vec<(f64, f64)>,
    /// Whether the result depends on the input at all, between these ends.
    pub depends: bool,
}

/// How far beyond the range and the value in force is looked when nobody says where.
const BEYOND: f64 = 10.0;
/// Places at which the result is looked at before it is closed in on.
const STEPS: u32 = 400;
/// Halvings: from a step to the last digits.
const HALVINGS: u32 = 80;

/// Where an input is looked at when nobody says so: ten times beyond its range and its value, as far as is possible.
pub fn usual_ends(input: &NumericInput) -> (f64, f64) {
    let (low, high) = (input.low.min(input.value), input.high.max(input.value));
    let from = if low > 0.0 { low / BEYOND } else { low * BEYOND };
    let to = if high > 0.0 { high * BEYOND } else { 1.0 };
    (from.max(input.min), to.min(input.max).max(from.max(input.min)))
}

/// Less than this, of the numbers that are compared, is rounding.
const ROUNDING: f64 = 1e-12;
/// A result that moves by less than this, of itself, does not depend on the input.
const STILL: f64 = 1e-9;

/// Finds every value of an input between two ends at which a result meets its target: looked at in steps (even ones, or even ratios over
/// more than two decades), each change of sign halved down to the last digits. Values closer than a step to each other are one; where the result
/// lies on its target over several steps, that is one stretch. Whatever is found, the input takes.
pub fn break_even(
    evaluator: &mut dyn Evaluator,
    outcome: usize,
    target: Target,
    input: usize,
    ends: (f64, f64),
) -> BreakEven {
    let (mut from, mut to) = (ends.0.min(ends.1), ends.0.max(ends.1));
    let mut value = from;
    if let Some(input) = evaluator.inputs().get(input) {
        (from, to, value) =
            (from.clamp(input.min, input.max), to.clamp(input.min, input.max), input.value);
    }
    if from.is_nan() || to.is_nan() {
        return BreakEven { from, to, values: Vec::new(), stretches: Vec::new(), depends: true };
    }
    let by_ratio = from > 0.0 && to / from > 100.0;
    let place = |step: u32| {
        let share = f64::from(step) / f64::from(STEPS);
        (if by_ratio { from * (to / from).powf(share) } else { from + (to - from) * share })
            .clamp(from, to)
    };
    // The result and what it shall be.
    let mut pair = |x: f64| {
        let found = at(evaluator, input, x, outcome)?;
        let wanted = match target {
            Target::Value(value) => value,
            Target::Equal(other) => evaluator.value(other)?,
        };
        (found - wanted).is_finite().then_some((found, wanted))
    };
    let pairs: Vec<_> = (0..=STEPS).map(place).map(|x| (x, pair(x))).collect();
    let size = pairs
        .iter()
        .filter_map(|(_, pair)| *pair)
        .map(|(found, wanted)| found.abs().max(wanted.abs()))
        .fold(0.0, f64::max);
    let difference = |(found, wanted): (f64, f64)| {
        if (found - wanted).abs() <= ROUNDING * size { 0.0 } else { found - wanted }
    };
    let looked: Vec<(f64, Option<f64>)> =
        pairs.into_iter().map(|(x, pair)| (x, pair.map(difference))).collect();
    let mut gap = |x: f64| pair(x).map(difference);
    let (mut values, mut stretches) = (Vec::new(), Vec::new());
    let mut meeting: Option<(f64, f64)> = None;
    let mut last: Option<(f64, Option<f64>)> = None;
    for (x, found) in looked.iter().copied() {
        match (last, found) {
            (Some((left, _)), Some(0.0)) => {
                meeting =
                    Some((meeting.map_or_else(|| edge(&mut gap, left, x), |(start, _)| start), x))
            }
            (None, Some(0.0)) => meeting = Some((x, x)),
            (Some((left, before)), now) => {
                if let Some((start, end)) = meeting.take() {
                    stretches.push((start, edge(&mut gap, x, end)));
                } else if let (Some(before), Some(now)) = (before, now)
                    && (before > 0.0) != (now > 0.0)
                {
                    values.extend(halve(&mut gap, left, x, now > 0.0));
                }
            }
            (None, _) => {}
        }
        last = Some((x, found));
    }
    stretches.extend(meeting);
    let gaps = || looked.iter().filter_map(|(_, gap)| *gap);
    let moved = gaps().fold(f64::MIN, f64::max) - gaps().fold(f64::MAX, f64::min);
    let depends = gaps().next().is_none() || moved > STILL * size;
    if !depends {
        let meets = gaps().all(|gap| gap.abs() <= STILL * size);
        (values, stretches) = (Vec::new(), if meets { vec![(from, to)] } else { Vec::new() });
    }
    restore(evaluator);
    let short = |(start, end): &(f64, f64)| end - start <= STILL * end.abs().max(start.abs());
    values.extend(stretches.iter().map(|(start, end)| value.clamp(*start, *end)));
    stretches.retain(|stretch| !short(stretch));
    let far =
        |x: &f64| if by_ratio && value > 0.0 { (x / value).ln().abs() } else { (x - value).abs() };
    values.sort_by(|a, b| far(a).total_cmp(&far(b)));
    BreakEven { from, to, values, stretches, depends }
}

/// Where a stretch on the target ends, between a place off it and one on it.
fn edge(gap: &mut dyn FnMut(f64) -> Option<f64>, off: f64, on: f64) -> f64 {
    bisect(off, on, HALVINGS, |x| gap(x) == Some(0.0)).1
}

/// Where a gap closes between two places, if it closes there and does not jump.
fn halve(
    gap: &mut dyn FnMut(f64) -> Option<f64>,
    low: f64,
    high: f64,
    rising: bool,
) -> Option<f64> {
    let size = gap(low)?.abs() + gap(high)?.abs();
    let mut has_hole = false;
    let (low, high) = bisect(low, high, HALVINGS, |x| match gap(x) {
        Some(left) => (left > 0.0) == rising,
        None => {
            has_hole = true;
            false
        }
    });
    let middle = 0.5 * (low + high);
    gap(middle).filter(|left| !has_hole && left.abs() <= 1e-6 * size).map(|_| middle) // else it jumps there
}
