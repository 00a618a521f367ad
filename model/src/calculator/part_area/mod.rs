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

pub use inputs::{HeadEdition, Inputs, SIZES, Shape};
pub use setup::{Setup, Values, nominal_diameter, understand};
pub use solve::{Load, Numbers};

use super::{AnyCalculator, Assumption, Calculator, Hold, InputTable, Origin, Preset, Problem, ResultField, study};
use crate::data::Listed;
use crate::report::Report;
use crate::words::{Text, text};
use serde_json::Value;

/// The area of a part.
pub struct PartArea;

/// The same without its types.
pub static CALCULATOR: AnyCalculator = AnyCalculator::of::<PartArea>();

/// The same held ready for analysis.
pub const HOLD: Hold = study::<PartArea>;

impl Calculator for PartArea {
    const ID: &'static str = "part-area";
    const TITLE: Text = text("Part area", "工件面积");
    const PURPOSE: Text = text(
        "The plated area of a part from its shape: per piece, per kilogram, per thousand; and how many of it a barrel, a rack and a line take.",
        "由形状计算工件受镀面积：单件、每千克、每千件；以及滚筒、挂具和生产线的装载与产能。",
    );
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

    fn presets() -> &'static [Preset] {
        presets::PRESETS
    }
}

/// How one field was understood.
fn assumption(field: &'static str, inputs: &Inputs, setup: &Setup) -> Assumption {
    let given = inputs.get(field).is_some();
    if !setup.counts(field) {
        return Assumption { field, value: Value::Null, fact: None, origin: Origin::Unused };
    }
    if let Some(valued) = setup.values.get(field) {
        // What nobody has to give, and what no standard says.
        let unknown = setup.shape == Shape::CountersunkScrew && setup.hardware.countersunk.is_none();
        let empty = !given && (field == "barrel_limit_kg" || (unknown && inputs::HEAD.contains(&field)));
        let (value, fact) = if empty { (Value::Null, None) } else { (Value::from(valued.value), valued.fact) };
        return Assumption { field, value, fact, origin: valued.origin };
    }
    let id = match field {
        "shape" => setup.shape.id(),
        "thread" => setup.thread.id,
        "head_edition" => setup.edition.id(),
        "material" => setup.material.id,
        _ => {
            if setup.barrel {
                "barrel"
            } else {
                "rack"
            }
        }
    };
    Assumption { field, value: Value::from(id), fact: None, origin: if given { Origin::Given } else { Origin::Default } }
}
