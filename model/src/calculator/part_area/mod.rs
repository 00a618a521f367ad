//! The area of a part: from its shape and sizes, per piece, per kilogram and per thousand; then how many a load holds and a line gives.
//! Read `inputs`, `setup` (how inputs are understood), `solve` (the numbers), then `explain` and its pieces.

mod derivation;
mod explain;
mod inputs;
mod judgements;
mod presets;
mod results;
mod setup;
mod solve;

pub use inputs::{Inputs, Mixed};
pub use setup::{Setup, Values, understand};
pub use solve::{Load, Numbers};

use super::{Assumptions, Calculator, FileImport, Preset, Problem, ResultField, part};
use crate::report::Report;
use crate::words::{Text, text};

/// The area of a part.
pub struct PartArea;

impl Calculator for PartArea {
    const ID: &'static str = "part-area";
    const TITLE: Text = text("Part area", "工件面积");
    const PURPOSE: Text = text(
        "The plated area of a part from its shape or its 3D model: per piece, per kilogram, per thousand; and how many of it a barrel, a rack and a line take.",
        "由形状或三维模型计算工件受镀面积：单件、每千克、每千件；以及滚筒、挂具和生产线的装载与产能。",
    );
    const FILE_IMPORT: Option<FileImport> = Some(FileImport::Bytes(part::import_model));
    type Inputs = Inputs;
    type Numbers = Numbers;

    fn results() -> &'static [ResultField<Numbers>] {
        results::RESULTS
    }

    fn compute(inputs: &Inputs) -> Result<Numbers, Vec<Problem>> {
        let (setup, problems) = understand(inputs);
        if problems.is_empty() { solve::solve(setup) } else { Err(problems) }
    }

    fn assume(inputs: &Inputs, assumptions: &mut Assumptions) {
        understand(inputs).0.tell(inputs, assumptions);
    }

    fn explain(inputs: &Inputs, numbers: &Numbers) -> Report {
        explain::report(inputs, numbers)
    }

    fn explain_fully(inputs: &Inputs, numbers: &Numbers, report: &mut Report) {
        explain::explain_fully(inputs, numbers, report);
    }

    fn presets() -> &'static [Preset] {
        presets::PRESETS
    }
}
