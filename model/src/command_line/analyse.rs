//! The analyses on the command line.

use crate::analysis::break_even::{self, Target};
use crate::analysis::monte_carlo::{self, MOST_DRAWS, Plan};
use crate::analysis::{self, tornado as swings};
use crate::calculator::{AnyEvaluator, Evaluator, NumericResult};
use crate::json;
use crate::units::{Dimension, NotANumber};
use crate::words::text;
use serde_json::{Map, Value};

use super::call::{BreakEven, Given, MonteCarlo, Tornado, quantity, unknown};
use super::misread::EITHER;
use super::{inputs, refusal};

/// The evaluator of the inputs in a file, and those inputs.
fn read(Given { calculator, file }: &Given) -> Result<(AnyEvaluator, Map<String, Value>), Value> {
    let inputs = inputs(file, calculator)?.0;
    let evaluator =
        calculator.evaluator(&inputs).map_err(|problems| json::problem_list(&problems))?;
    Ok((evaluator, inputs))
}

fn outcome_of(
    evaluator: &dyn Evaluator,
    name: Option<&str>,
) -> Result<(usize, NumericResult), Value> {
    let outcomes = evaluator.results();
    let found =
        analysis::outcome(evaluator, name).and_then(|place| Some((place, *outcomes.get(place)?)));
    found.ok_or_else(|| {
        unknown("result", name.unwrap_or_default(), &mut outcomes.iter().map(|one| one.name))
    })
}

/// `platewise breakeven`.
pub fn break_even(asked: &BreakEven) -> Result<Value, Value> {
    let (mut evaluator, _) = read(&asked.given)?;
    let (place, outcome) = outcome_of(evaluator.as_ref(), asked.result.as_deref())?;
    let target = match (asked.target.as_deref(), asked.equal.as_deref()) {
        (Some(value), None) => Target::Value(quantity("target", value, outcome.dimension)?),
        (None, Some(other)) => Target::Equal(outcome_of(evaluator.as_ref(), Some(other))?.0),
        _ => return Err(refusal("target", "missing_value", EITHER, &["--target", "--equal"])),
    };
    let name = &asked.input;
    let known: Vec<&'static str> = evaluator.inputs().iter().map(|one| one.name).collect();
    let input = analysis::input(evaluator.as_ref(), name)
        .ok_or_else(|| unknown("input", name, &mut known.iter().copied()))?;
    let varied = evaluator
        .inputs()
        .get(input)
        .copied()
        .ok_or_else(|| unknown("input", name, &mut known.into_iter()))?;
    let usual = break_even::usual_ends(&varied);
    let end = |field: &str, given: Option<&str>, usual: f64| {
        let given = given.map(|given| quantity(field, given, varied.dimension)).transpose()?;
        Ok::<f64, Value>(given.unwrap_or(usual).clamp(varied.min, varied.max))
    };
    let ends =
        (end("from", asked.from.as_deref(), usual.0)?, end("to", asked.to.as_deref(), usual.1)?);
    let found = break_even::break_even(evaluator.as_mut(), place, target, input, ends);
    Ok(json::break_even(asked.given.calculator, &outcome, &varied, &found))
}

/// `platewise tornado`.
pub fn tornado(asked: &Tornado) -> Result<Value, Value> {
    let (mut evaluator, _) = read(&asked.given)?;
    let (place, outcome) = outcome_of(evaluator.as_ref(), asked.result.as_deref())?;
    let found = swings::tornado(evaluator.as_mut(), place, !asked.vary_given);
    found
        .map(|found| json::tornado(asked.given.calculator, &outcome, &found))
        .ok_or_else(|| without_value(&outcome))
}

fn without_value(outcome: &NumericResult) -> Value {
    refusal(
        "result",
        "no_value",
        text("“{0}” has no value with these inputs.", "“{0}”在这些输入下没有数值。"),
        &[outcome.name],
    )
}

/// `platewise montecarlo`.
pub fn monte_carlo(asked: &MonteCarlo) -> Result<Value, Value> {
    let (evaluator, inputs) = read(&asked.given)?;
    let mut outcomes = asked
        .results
        .iter()
        .map(|name| outcome_of(evaluator.as_ref(), Some(name)))
        .collect::<Result<Vec<_>, _>>()?;
    if outcomes.is_empty() {
        outcomes.push(outcome_of(evaluator.as_ref(), None)?);
    }
    if let Some((_, outcome)) = outcomes.iter().find(|(place, _)| evaluator.value(*place).is_none())
    {
        return Err(without_value(outcome));
    }
    let dimension = outcomes.first().map_or(Dimension::Ratio, |(_, outcome)| outcome.dimension);
    let below = quantity("below", &asked.below, dimension)?;
    // A unit belongs to one quantity: results of several are compared with a bare number.
    if let Some((_, other)) = outcomes
        .iter()
        .find(|(_, outcome)| quantity("below", &asked.below, outcome.dimension) != Ok(below))
    {
        let why = NotANumber::OtherUnit;
        return Err(json::refusal("below", why.id(), &why.message(other.dimension)));
    }
    let plan = Plan {
        outcomes: outcomes.iter().map(|(place, _)| *place).collect(),
        draws: u32::try_from(asked.draws.max(1)).unwrap_or(MOST_DRAWS),
        seed: asked.seed,
        distribution: asked.distribution,
        given_is_known: !asked.vary_given,
    };
    let threads = std::thread::available_parallelism()
        .map_or(1, |cores| u32::try_from(cores.get()).unwrap_or(1));
    let samples =
        monte_carlo::run_in_threads(&|| asked.given.calculator.evaluator(&inputs), &plan, threads)
            .map_err(|problems| json::problem_list(&problems))?;
    let (spreads, failed) = samples.spreads();
    let named: Vec<_> = outcomes.into_iter().map(|(_, outcome)| outcome).zip(spreads).collect();
    Ok(json::monte_carlo(asked.given.calculator, &plan, below, &named, failed))
}
