//! Break-even: the value of an input at which a result meets a target, or another result.

use super::{at, restore};
use crate::calculator::{Study, Varied};

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
    /// The values that meet the target, the one nearest to the value in force first; none when no value between the ends does.
    pub values: Vec<f64>,
}

/// How far beyond the range and the value in force is looked when nobody says where.
const BEYOND: f64 = 10.0;
/// Places at which the result is looked at before it is closed in on.
const STEPS: u32 = 400;
/// Halvings: from a step to the last digits.
const HALVINGS: u32 = 80;

/// Where an input is looked at when nobody says so: ten times beyond its range and its value, as far as is possible.
pub fn usual_ends(input: &Varied) -> (f64, f64) {
    let (low, high) = (input.low.min(input.value), input.high.max(input.value));
    let from = if low > 0.0 { low / BEYOND } else { low * BEYOND };
    let to = if high > 0.0 { high * BEYOND } else { 1.0 };
    (from.max(input.min), to.min(input.max).max(from.max(input.min)))
}

/// Finds every value of an input between two ends at which a result meets its target: looked at in steps (even ones, or even ratios over
/// more than two decades), each change of sign halved down to the last digits. Values closer than a step to each other are one.
pub fn break_even(study: &mut dyn Study, outcome: usize, target: Target, input: usize, ends: (f64, f64)) -> BreakEven {
    let (from, to) = (ends.0.min(ends.1), ends.0.max(ends.1));
    let value = study.inputs().get(input).map_or(from, |input| input.value);
    let by_ratio = from > 0.0 && to / from > 100.0;
    let place = |step: u32| {
        let share = f64::from(step) / f64::from(STEPS);
        if by_ratio { from * (to / from).powf(share) } else { from + (to - from) * share }
    };
    let mut gap = |x: f64| {
        let found = at(study, input, x, outcome)?;
        let wanted = match target {
            Target::Value(value) => value,
            Target::Equal(other) => study.value(other)?,
        };
        Some(found - wanted).filter(|gap| gap.is_finite())
    };
    let mut values: Vec<f64> = Vec::new();
    let mut last: Option<(f64, f64)> = None;
    for step in 0..=STEPS {
        let x = place(step);
        let here = gap(x);
        match (last, here) {
            (_, Some(0.0)) => values.push(x),
            (Some((left, before)), Some(now)) if before != 0.0 && (before > 0.0) != (now > 0.0) => values.extend(halve(&mut gap, left, x, now > 0.0)),
            _ => {}
        }
        last = here.map(|gap| (x, gap));
    }
    restore(study);
    let far = |x: &f64| if by_ratio && value > 0.0 { (x / value).ln().abs() } else { (x - value).abs() };
    values.sort_by(|a, b| far(a).total_cmp(&far(b)));
    BreakEven { from, to, values }
}

/// Where a gap closes between two places, if it closes there and does not jump.
fn halve(gap: &mut dyn FnMut(f64) -> Option<f64>, mut low: f64, mut high: f64, rising: bool) -> Option<f64> {
    let size = gap(low)?.abs() + gap(high)?.abs();
    for _ in 0..HALVINGS {
        let middle = 0.5 * (low + high);
        if (gap(middle)? > 0.0) == rising { high = middle } else { low = middle }
    }
    let middle = 0.5 * (low + high);
    gap(middle).filter(|left| left.abs() <= 1e-6 * size).map(|_| middle)
}
