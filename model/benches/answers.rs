//! How long an answer takes, whatever is given: twenty thousand states by chance for each calculator, half as a report with everything, all of finite numbers or
//! of problems that name a field. Figures to read: `cargo xtask bench` runs this.
#![allow(
    clippy::print_stdout,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "printing is what it is for; what is not an answer ends it"
)]

#[path = "../tests/common/states.rs"]
mod states;

use fastrand::Rng;
use platewise_model::calculator::ALL;
use platewise_model::entry::to_inputs;
use platewise_model::json;
use serde_json::{Map, Value};
use std::time::Instant;

const STATES: usize = 20_000;
/// The slowest answer there may be, ms; photovoltaics works out a year of hours and searches.
const MOST_MS: (f64, f64) = (5.0, 10.0);

fn main() {
    println!("{STATES} states by chance, as a JSON document each, natively:");
    println!(
        "  {:20} {:>9} {:>9} {:>9} {:>9} {:>9}",
        "calculator", "answers", "median ms", "99 % ms", "slowest", "budget"
    );
    for (number, calculator) in ALL.iter().enumerate() {
        let mut rng = Rng::with_seed(7 + number as u64);
        let mut spans = Vec::new();
        let mut answers = 0;
        for _ in 0..STATES {
            let (inputs, _) = to_inputs(calculator, &states::state(calculator, &mut rng, 6, false));
            let start = Instant::now();
            let outcome = json::evaluate(calculator, &inputs);
            spans.push(start.elapsed().as_secs_f64() * 1000.0);
            answers += usize::from(outcome.is_ok());
            sound(calculator.id, &inputs, &outcome);
        }
        spans.sort_by(f64::total_cmp);
        let share = |share: usize| spans[(spans.len() * share / 100).min(spans.len() - 1)];
        let budget = if calculator.id == "pv-payback" { MOST_MS.1 } else { MOST_MS.0 };
        let verdict = if share(100) <= budget { "" } else { "  ABOVE" };
        println!(
            "  {:20} {answers:>9} {:>9.3} {:>9.3} {:>9.3} {budget:>9}{verdict}",
            calculator.id,
            share(50),
            share(99),
            share(100)
        );
    }
}

/// Ends with the inputs whose outcome is neither an answer of finite numbers nor a list of named problems. JSON has no number that is not finite: one would be null
/// where a number belongs, which the tests of properties look for; here an empty answer is looked for.
fn sound(id: &str, inputs: &Map<String, Value>, outcome: &Result<Value, Value>) {
    let is_sound = match outcome {
        Ok(document) => document["results"].as_object().is_some_and(|results| !results.is_empty()),
        Err(problems) => problems["problems"]
            .as_array()
            .is_some_and(|all| !all.is_empty() && all.iter().all(|one| one["field"].is_string())),
    };
    if !is_sound {
        panic!("{id}: {inputs:?} has neither an answer nor problems");
    }
}
