//! The doubt of a result: how far each figure of the world moves it over its own range, and how far all of them together. The range beside an
//! answer and all analysis take it from here, so that they cannot disagree.

use super::{Calculator, Evaluator, NumericInput, evaluator::evaluator_of};

/// How far one input moves the result.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Swing {
    /// The input.
    pub input: NumericInput,
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

    /// How far it takes the result below and above a value, both at least zero.
    fn reach(&self, base: f64) -> (f64, f64) {
        let ends = || [self.low, self.high].into_iter().flatten();
        (
            ends().map(|end| base - end).fold(0.0, f64::max),
            ends().map(|end| end - base).fold(0.0, f64::max),
        )
    }
}

/// The result as it is in force, and how far each input that is in doubt moves it, in the order of the inputs; none where it has no value.
pub fn swings(
    evaluator: &mut dyn Evaluator,
    outcome: usize,
    given_is_known: bool,
) -> Option<(f64, Vec<Swing>)> {
    restore(evaluator);
    let base = evaluator.value(outcome)?;
    let inputs = evaluator.inputs().to_vec();
    let mut all = Vec::new();
    for (place, input) in
        inputs.iter().enumerate().filter(|(_, input)| input.is_varied(given_is_known))
    {
        let low = at(evaluator, place, input.low, outcome);
        let high = at(evaluator, place, input.high, outcome);
        all.push(Swing { input: *input, low, high });
    }
    restore(evaluator);
    Some((base, all))
}

/// The ends that all inputs together give a result: on either side the root of the sum of squares of what each does alone, since independent
/// inputs are not all at their worst at once. No single input reaches beyond.
pub fn together(base: f64, swings: &[Swing]) -> (f64, f64) {
    let (below, above) = swings
        .iter()
        .map(|swing| swing.reach(base))
        .fold((0.0, 0.0), |sum, one| (sum.0 + one.0 * one.0, sum.1 + one.1 * one.1));
    (base - f64::sqrt(below), base + f64::sqrt(above))
}

/// Narrower than this, of the value, a range is rounding.
const ROUNDING: f64 = 1e-9;

/// The range of a result over all figures that were not given; none where nothing moves it.
pub fn range<C: Calculator>(
    inputs: &C::Inputs,
    numbers: &C::Numbers,
    result: &str,
) -> Option<(f64, f64)> {
    let outcome = C::results().iter().position(|one| one.name == result)?;
    let (base, swings) = swings(&mut evaluator_of::<C>(inputs, numbers), outcome, true)?;
    let (low, high) = together(base, &swings);
    (high - low > ROUNDING * base.abs()).then_some((low, high))
}

/// The result with one input at another value, the others as they are in force.
pub fn at(evaluator: &mut dyn Evaluator, input: usize, value: f64, outcome: usize) -> Option<f64> {
    evaluator.reset();
    evaluator.set(input, value);
    if evaluator.compute() { evaluator.value(outcome) } else { None }
}

/// Back to what is in force.
pub fn restore(evaluator: &mut dyn Evaluator) {
    evaluator.reset();
    evaluator.compute();
}
