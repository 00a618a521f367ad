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

use super::{
    Assumption, Calculator, FileImport, InputTable, Origin, Preset, Problem, ResultField, part,
};
use crate::report::Report;
use crate::words::{Text, text};
use serde_json::Value;

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

    fn assumptions(inputs: &Inputs) -> Vec<Assumption> {
        let (setup, _) = understand(inputs);
        Inputs::fields().iter().map(|field| assumption(field.name, inputs, &setup)).collect()
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

/// How one field was understood.
fn assumption(field: &'static str, inputs: &Inputs, setup: &Setup) -> Assumption {
    if let Some(of_part) = setup.part.assumption(field, &inputs.part) {
        return of_part;
    }
    let given = inputs.get(field);
    let origin = if given.is_some() { Origin::Given } else { Origin::Default };
    if !setup.counts(field) {
        return Assumption::new(field, Value::Null, None, Origin::Unused);
    }
    if field == "parts" {
        let rows = inputs.work.parts.as_ref().map(|rows| &rows.0[..]).unwrap_or_default();
        let rows = rows
            .iter()
            .zip(&setup.further)
            .map(|(row, further)| further_assumptions(row, further, setup.barrel))
            .collect();
        return Assumption {
            rows,
            ..Assumption::new(field, given.unwrap_or_default(), None, origin)
        };
    }
    match setup.values.get(field) {
        // What nobody has to give.
        Some(_) if given.is_none() && field == "barrel_limit_kg" => {
            Assumption::new(field, Value::Null, None, origin)
        }
        Some(valued) => {
            Assumption::new(field, Value::from(valued.value), valued.fact, valued.origin)
        }
        None => Assumption::new(
            field,
            Value::from(if setup.barrel { "barrel" } else { "rack" }),
            None,
            origin,
        ),
    }
}

/// How the fields of a further part were understood.
fn further_assumptions(row: &Mixed, further: &setup::Further, barrel: bool) -> Vec<Assumption> {
    let of_row = |field: &'static str| match further.values.get(field) {
        Some(_) if field == "bulk_density_kg_per_l" && !barrel => {
            Assumption::new(field, Value::Null, None, Origin::Unused)
        }
        Some(valued) => {
            Assumption::new(field, Value::from(valued.value), valued.fact, valued.origin)
        }
        None => Assumption::new(field, Value::Null, None, Origin::Unused),
    };
    Mixed::fields()
        .iter()
        .map(|field| {
            further.part.assumption(field.name, &row.part).unwrap_or_else(|| of_row(field.name))
        })
        .collect()
}
