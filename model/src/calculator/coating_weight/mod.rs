//! Coating weight and thickness: what G90, Z275 and a gain in mass are in micrometres, and back.
//! Read `inputs`, `code` (designations), `solve` (how inputs are understood, and the numbers), then `report`.

mod code;
mod figures;
mod inputs;
mod presets;
mod report;
mod solve;
#[cfg(test)]
mod tests;

use super::{Assumptions, Calculator, Preset, Problem, ResultField};
use crate::data::Row;
use crate::report::Report;
use crate::words::{Text, text};
use inputs::Inputs;
use solve::{Numbers, understand};

/// Coating weight and thickness.
pub struct CoatingWeight;

impl Calculator for CoatingWeight {
    const ID: &'static str = "coating-weight";
    const TITLE: Text = text("Coating weight", "镀层重量与厚度");
    const PURPOSE: Text = text(
        "What G90, Z275, g/m², oz/ft² or a gain in mass are in micrometres on each side, and back.",
        "G90、Z275、g/m²、oz/ft² 或镀后增重各合每面多少微米，以及反算。",
    );
    type Inputs = Inputs;
    type Numbers = Numbers;

    fn results() -> &'static [ResultField<Numbers>] {
        report::RESULTS
    }

    fn compute(inputs: &Inputs) -> Result<Numbers, Vec<Problem>> {
        let (setup, problems) = understand(inputs);
        if problems.is_empty() { Ok(setup.solve()) } else { Err(problems) }
    }

    fn assume(inputs: &Inputs, assumptions: &mut Assumptions) {
        understand(inputs).0.tell(assumptions);
    }

    fn explain(inputs: &Inputs, numbers: &Numbers) -> Report {
        report::report(inputs, numbers)
    }

    fn explain_fully(_inputs: &Inputs, numbers: &Numbers, report: &mut Report) {
        report::explain_fully(numbers, report);
    }

    fn presets() -> &'static [Preset] {
        presets::PRESETS
    }

    fn figures() -> &'static [Row] {
        &figures::ROWS
    }
}
