//! The analyses on the command line.

use platewise_model::analysis::break_even::{self, Target};
use platewise_model::analysis::monte_carlo::{self, Distribution, MOST_DRAWS, Plan};
use platewise_model::analysis::{self, tornado as swings};
use platewise_model::calculator::{AnyCalculator, Outcome, Study, hold, nearest};
use platewise_model::json;
use platewise_model::words::text;
use serde_json::{Map, Value};

use crate::options::{NEEDS_VALUE, Options};
use crate::refusal;

fn held(calculator: &AnyCalculator, given: &Map<String, Value>) -> Result<Box<dyn Study>, Value> {
    let hold = hold(calculator.id).ok_or_else(|| refusal("calculator", "unknown_calculator", text("There is no “{0}”.", "没有“{0}”。"), &[calculator.id]))?;
    hold(given).map_err(|problems| json::problem_list(&problems))
}

fn outcome_of(study: &dyn Study, name: Option<&str>) -> Result<(usize, Outcome), Value> {
    let outcomes = study.outcomes();
    let found = analysis::outcome(study, name).and_then(|place| Some((place, *outcomes.get(place)?)));
    found.ok_or_else(|| unknown("result", name.unwrap_or_default(), &mut outcomes.iter().map(|one| one.name)))
}

fn unknown(field: &str, given: &str, known: &mut dyn Iterator<Item = &'static str>) -> Value {
    match nearest(given, known) {
        Some(near) => refusal(field, "unknown_name", text("There is no “{0}”. Did you mean {1}?", "没有“{0}”。是否为 {1}？"), &[given, near]),
        None => refusal(field, "unknown_name", text("There is no “{0}”.", "没有“{0}”。"), &[given]),
    }
}

/// `platewise breakeven`.
pub fn break_even(calculator: &AnyCalculator, given: &Map<String, Value>, options: &[&str]) -> Result<Value, Value> {
    let options = Options::read(options, &["result", "target", "equal", "input", "from", "to"])?;
    let mut study = held(calculator, given)?;
    let (place, outcome) = outcome_of(study.as_ref(), options.get("result"))?;
    let target = match (options.number("target")?, options.get("equal")) {
        (Some(value), None) => Target::Value(value),
        (None, Some(other)) => Target::Equal(outcome_of(study.as_ref(), Some(other))?.0),
        _ => return Err(refusal("target", "missing_value", text("Give either --target or --equal.", "请给出 --target 或 --equal 之一。"), &[])),
    };
    let name = options.get("input").ok_or_else(|| refusal("input", "missing_value", NEEDS_VALUE, &["--input"]))?;
    let known: Vec<&'static str> = study.inputs().iter().map(|one| one.name).collect();
    let input = analysis::input(study.as_ref(), name).ok_or_else(|| unknown("input", name, &mut known.iter().copied()))?;
    let varied = study.inputs().get(input).copied().ok_or_else(|| unknown("input", name, &mut known.into_iter()))?;
    let usual = break_even::usual_ends(&varied);
    let end = |given: Option<f64>, usual: f64| given.unwrap_or(usual).clamp(varied.min, varied.max);
    let ends = (end(options.number("from")?, usual.0), end(options.number("to")?, usual.1));
    let found = break_even::break_even(study.as_mut(), place, target, input, ends);
    Ok(json::break_even(calculator, &outcome, &varied, &found))
}

/// `platewise tornado`.
pub fn tornado(calculator: &AnyCalculator, given: &Map<String, Value>, options: &[&str]) -> Result<Value, Value> {
    let options = Options::read(options, &["result", "known"])?;
    let mut study = held(calculator, given)?;
    let (place, outcome) = outcome_of(study.as_ref(), options.get("result"))?;
    let found = swings::tornado(study.as_mut(), place, options.get("known").is_some());
    found.map(|found| json::tornado(calculator, &outcome, &found)).ok_or_else(|| without_value(&outcome))
}

fn without_value(outcome: &Outcome) -> Value {
    refusal("result", "no_value", text("“{0}” has no value with these inputs.", "“{0}”在这些输入下没有数值。"), &[outcome.name])
}

/// `platewise montecarlo`.
pub fn monte_carlo(calculator: &AnyCalculator, given: &Map<String, Value>, options: &[&str]) -> Result<Value, Value> {
    let options = Options::read(options, &["result", "below", "draws", "seed", "distribution", "known"])?;
    let mut study = held(calculator, given)?;
    let mut outcomes = options.all("result").map(|name| outcome_of(study.as_ref(), Some(name))).collect::<Result<Vec<_>, _>>()?;
    if outcomes.is_empty() {
        outcomes.push(outcome_of(study.as_ref(), None)?);
    }
    if let Some((_, outcome)) = outcomes.iter().find(|(place, _)| study.value(*place).is_none()) {
        return Err(without_value(outcome));
    }
    let distribution = match options.get("distribution") {
        None | Some("triangular") => Distribution::Triangular,
        Some("pert") => Distribution::Pert,
        Some(other) => return Err(unknown("distribution", other, &mut ["triangular", "pert"].into_iter())),
    };
    let draws = options.whole("draws", u64::from(MOST_DRAWS))?.unwrap_or(10_000).max(1);
    let plan = Plan {
        outcomes: outcomes.iter().map(|(place, _)| *place).collect(),
        draws: u32::try_from(draws).unwrap_or(MOST_DRAWS),
        seed: options.whole("seed", u64::MAX)?.unwrap_or(1),
        distribution,
        given_is_known: options.get("known").is_some(),
    };
    let below = options.number("below")?.unwrap_or(0.0);
    let (spreads, failed) = monte_carlo::run(study.as_mut(), plan.clone());
    let named: Vec<_> = outcomes.into_iter().map(|(_, outcome)| outcome).zip(spreads).collect();
    Ok(json::monte_carlo(calculator, &plan, below, &named, failed))
}
