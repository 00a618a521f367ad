//! The zinc processes compared at the same minimum thickness: cost, energy, water, waste, carbon and what leaving cyanide takes and brings.
//! Read `inputs`, `setup` (how inputs are understood), `solve` (the numbers), `conversion`, then `explain` and its pieces. The chain itself
//! is in `process::chain`.

mod compared;
mod conversion;
mod derivation;
mod explain;
mod figures;
mod inputs;
mod judgements;
mod presets;
mod results;
mod setup;
mod solve;

pub use compared::Compared;
pub use conversion::Conversion;
pub use inputs::{Destruction, Inputs, Shared, ThicknessBasis};
pub use setup::{INVESTMENT, Setup, Understood, Values};
pub use solve::Numbers;

use super::{Assumptions, Calculator, InputTable, Preset, Problem, ResultField};
use crate::data::processes::{PROCESSES, Parameter};
use crate::report::Report;
use crate::words::{Text, text};

/// The zinc processes compared.
pub struct ProcessComparison;

impl Calculator for ProcessComparison {
    const ID: &'static str = "process-comparison";
    const TITLE: Text = text("Process comparison", "工艺比较");
    const PURPOSE: Text = text(
        "What it costs, and saves, to leave cyanide: zinc processes compared at the same minimum thickness, with energy, water, sludge, carbon and payback.",
        "告别氰化要花多少、能省多少：按相同最小厚度比较各种镀锌工艺的成本、能耗、用水、污泥、碳排放与回收期。",
    );
    type Inputs = Inputs;
    type Numbers = Numbers;

    fn results() -> &'static [ResultField<Numbers>] {
        results::all()
    }

    fn compute(inputs: &Inputs) -> Result<Numbers, Vec<Problem>> {
        let (setup, problems) = setup::understand(inputs);
        if problems.is_empty() { solve::solve(setup) } else { Err(problems) }
    }

    fn assume(inputs: &Inputs, assumptions: &mut Assumptions) {
        setup::understand(inputs).0.tell(assumptions);
    }

    fn explain(inputs: &Inputs, numbers: &Numbers) -> Report {
        explain::report(inputs, numbers)
    }

    fn explain_fully(_: &Inputs, numbers: &Numbers, report: &mut Report) {
        explain::explain_fully(numbers, report);
    }

    fn presets() -> &'static [Preset] {
        presets::PRESETS
    }
}

/// A name put together once, for as long as the program runs.
fn name(parts: &[&str]) -> &'static str {
    Box::leak(parts.concat().into_boxed_str())
}

/// Results that are names and not numbers, one for each process.
fn name_of_binding(position: usize) -> &'static str {
    static NAMES: std::sync::OnceLock<Vec<&'static str>> = std::sync::OnceLock::new();
    let names = NAMES.get_or_init(|| {
        PROCESSES
            .iter()
            .map(|process| name(&["processes.", process.id, ".capacity_limited_by"]))
            .collect()
    });
    names.get(position).copied().unwrap_or("")
}

/// The name of a cell: looked up, since it is made once.
fn cell_name(position: usize, parameter: Parameter) -> &'static str {
    let place = Shared::fields().len() + position * Parameter::ALL.len() + parameter as usize;
    Inputs::fields().get(place).map_or("", |field| field.name)
}
