//! Inputs read once and computed again and again with other numbers, whatever the calculator's types: what analysis works on.

use super::field::{self, Kind, Reading};
use super::{Calculator, Curve, InputTable, Nature, Origin, Problem};
use crate::data::Fact;
use crate::units::Dimension;
use crate::words::Text;
use serde_json::{Map, Value};

/// A numeric input in use.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct NumericInput {
    /// Position in the table of fields.
    pub position: usize,
    /// JSON name.
    pub name: &'static str,
    /// What it belongs to where there are several of a kind.
    pub of: Option<Text>,
    /// What it is.
    pub label: Text,
    /// What kind of quantity. Of a curve: that of its efficiency.
    pub dimension: Dimension,
    /// The value in force, canonical; of a curve its efficiency at the default.
    pub value: f64,
    /// Ends of the range it may lie in, the value in force included; both the value where no range is known.
    pub low: f64,
    /// The upper end.
    pub high: f64,
    /// Lowest possible value.
    pub min: f64,
    /// Highest possible value.
    pub max: f64,
    /// Whether the person gave it.
    pub given: bool,
    /// Whether no source supports it.
    pub weak: bool,
    /// Whether it can be in doubt at all.
    pub nature: Nature,
}

impl NumericInput {
    /// Whether it is in doubt over a range: a figure of the world that has one. The usual window of a decision is none.
    pub fn has_range(&self) -> bool {
        self.nature.is_of_the_world() && self.low < self.high
    }

    /// Whether analysis varies it: what was given is known, unless it is asked for too.
    pub fn is_varied(&self, given_is_known: bool) -> bool {
        self.has_range() && !(given_is_known && self.given)
    }
}

/// A numeric result, whatever the type of the numbers.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct NumericResult {
    /// JSON name.
    pub name: &'static str,
    /// What it belongs to where there are several of a kind.
    pub of: Option<Text>,
    /// What it is.
    pub label: Text,
    /// What kind of quantity.
    pub dimension: Dimension,
    /// What a value below zero says, where the sign decides something.
    pub below_zero: Option<Text>,
}

/// An evaluator of any calculator.
pub type AnyEvaluator = Box<dyn Evaluator>;

/// Computes a calculator with other numbers.
pub trait Evaluator {
    /// Every numeric input in use.
    fn inputs(&self) -> &[NumericInput];
    /// Every result.
    fn results(&self) -> Vec<NumericResult>;
    /// Puts a number into the input at this place of [`Evaluator::inputs`]; a curve is moved as a whole.
    fn set(&mut self, input: usize, value: f64);
    /// Puts every input back.
    fn reset(&mut self);
    /// Computes; false when these numbers have no result.
    fn compute(&mut self) -> bool;
    /// The result at this place of [`Evaluator::results`], of the last computation.
    fn value(&self, outcome: usize) -> Option<f64>;
}

/// The only one: inputs as they are in force, and as they are at the moment.
struct TypedEvaluator<C: Calculator> {
    base: C::Inputs,
    now: C::Inputs,
    inputs: Vec<NumericInput>,
    curves: Curves,
    numbers: Option<C::Numbers>,
}

/// Reads and computes inputs.
///
/// # Errors
/// The problems of the inputs.
pub fn evaluator<C: Calculator>(given: &Map<String, Value>) -> Result<AnyEvaluator, Vec<Problem>> {
    let (base, problems) = field::read::<C::Inputs>(given);
    if !problems.is_empty() {
        return Err(problems);
    }
    let numbers = C::compute(&base)?;
    Ok(Box::new(evaluator_of::<C>(&base, &numbers)))
}

/// An evaluator of inputs that were read and computed already.
pub(super) fn evaluator_of<C: Calculator>(
    base: &C::Inputs,
    numbers: &C::Numbers,
) -> impl Evaluator + use<C> {
    let (inputs, curves) = in_use::<C>(base);
    TypedEvaluator::<C> {
        now: base.clone(),
        base: base.clone(),
        inputs,
        curves,
        numbers: Some(numbers.clone()),
    }
}

/// Points of the curves among the inputs in use, each with the place of its input.
type Curves = Vec<(usize, Vec<(f64, f64)>)>;

/// The numeric inputs in use, and the curves among them.
fn in_use<C: Calculator>(base: &C::Inputs) -> (Vec<NumericInput>, Curves) {
    let (mut inputs, mut curves) = (Vec::new(), Vec::new());
    for (position, (field, assumption)) in
        C::Inputs::fields().iter().zip(C::assumptions(base)).enumerate()
    {
        let (Origin::Given | Origin::Default, true) =
            (assumption.origin, assumption.field == field.name)
        else {
            continue;
        };
        let varied = |dimension: Dimension, value: f64, min: f64, max: f64, fact: Option<Fact>| {
            let (low, high) = fact
                .filter(Fact::has_range)
                .map_or((value, value), |fact| (fact.low.min(value), fact.high.max(value)));
            let given = assumption.origin == Origin::Given;
            let weak = field.is_estimate(assumption.origin, fact.as_ref());
            NumericInput {
                position,
                name: field.name,
                of: field.of,
                label: field.label,
                dimension,
                value,
                low: low.max(min),
                high: high.min(max),
                min,
                max,
                given,
                weak,
                nature: field.nature,
            }
        };
        match (field.kind, assumption.value.as_f64(), assumption.fact) {
            (Kind::Number { dimension, min, max }, Some(value), fact) => {
                inputs.push(varied(dimension, value, min, max, fact))
            }
            (Kind::Curve, None, Some(fact)) => {
                if let Ok(Reading::Curve(Curve(points))) = Kind::Curve.read(&assumption.value) {
                    curves.push((inputs.len(), points));
                    inputs.push(varied(Dimension::Fraction, fact.value, 1e-4, 1.0, Some(fact)));
                }
            }
            _ => {}
        }
    }
    (inputs, curves)
}

impl<C: Calculator> Evaluator for TypedEvaluator<C> {
    fn inputs(&self) -> &[NumericInput] {
        &self.inputs
    }

    fn results(&self) -> Vec<NumericResult> {
        C::results()
            .iter()
            .map(|one| NumericResult {
                name: one.name,
                of: one.of,
                label: one.label,
                dimension: one.dimension,
                below_zero: one.below_zero,
            })
            .collect()
    }

    fn set(&mut self, input: usize, value: f64) {
        let Some(varied) = self.inputs.get(input) else { return };
        let reading = match self.curves.iter().find(|(place, _)| *place == input) {
            None => Reading::Number(value),
            Some((_, points)) => {
                let scale = value / varied.value;
                Reading::Curve(Curve(
                    points
                        .iter()
                        .map(|(j, efficiency)| (*j, (efficiency * scale).min(1.0)))
                        .collect(),
                ))
            }
        };
        if let Some(slot) = self.now.slot_mut(varied.position) {
            slot.store(reading);
        }
    }

    fn reset(&mut self) {
        self.now.clone_from(&self.base);
    }

    fn compute(&mut self) -> bool {
        self.numbers = C::compute(&self.now).ok();
        self.numbers.is_some()
    }

    fn value(&self, outcome: usize) -> Option<f64> {
        C::results().get(outcome)?.value(self.numbers.as_ref()?).filter(|value| value.is_finite())
    }
}
