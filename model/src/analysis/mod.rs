//! What a result hangs on, asked of any calculator: the value of an input at which it meets a target, how far each input moves it, and how
//! it spreads when all inputs vary at once. Written once over [`Evaluator`]; no calculator knows of it.

pub mod break_even;
pub mod monte_carlo;
pub mod tornado;

use crate::calculator::Evaluator;
use crate::calculator::doubt::{at, restore};

/// The place of a result by its name; without a name the first that has a value.
pub fn outcome(evaluator: &dyn Evaluator, name: Option<&str>) -> Option<usize> {
    let outcomes = evaluator.results();
    match name {
        Some(name) => outcomes.iter().position(|one| one.name == name),
        None => (0..outcomes.len()).find(|place| evaluator.value(*place).is_some()),
    }
}

/// The place of an input by its name.
pub fn input(evaluator: &dyn Evaluator, name: &str) -> Option<usize> {
    evaluator.inputs().iter().position(|one| one.name == name)
}
