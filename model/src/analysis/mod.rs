//! What a result hangs on, asked of any calculator: the value of an input at which it meets a target, how far each input moves it, and how
//! it spreads when all inputs vary at once. Written once over [`Study`]; no calculator knows of it.

pub mod break_even;
pub mod monte_carlo;
pub mod tornado;

use crate::calculator::Study;

/// The place of a result by its name; without a name the first that has a value.
pub fn outcome(study: &dyn Study, name: Option<&str>) -> Option<usize> {
    let outcomes = study.outcomes();
    match name {
        Some(name) => outcomes.iter().position(|one| one.name == name),
        None => (0..outcomes.len()).find(|place| study.value(*place).is_some()),
    }
}

/// The place of an input by its name.
pub fn input(study: &dyn Study, name: &str) -> Option<usize> {
    study.inputs().iter().position(|one| one.name == name)
}

/// The result with one input at another value, the others as they are in force.
fn at(study: &mut dyn Study, input: usize, value: f64, outcome: usize) -> Option<f64> {
    study.reset();
    study.set(input, value);
    if study.compute() { study.value(outcome) } else { None }
}

/// Back to what is in force.
fn restore(study: &mut dyn Study) {
    study.reset();
    study.compute();
}
