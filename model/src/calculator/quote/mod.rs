//! The quote: lines of parts with their specification become a cost, and the cost becomes a price by the rules of the shop.
//! Read `inputs`, `setup` (how inputs are understood), `solve` (the numbers), then `explain` and its pieces.

pub mod assumed;
mod bands;
mod changes;
mod derivation;
pub(crate) mod explain;
pub(crate) mod faults;
pub mod finish;
pub(crate) mod inputs;
pub mod issued;
pub(crate) mod judgements;
mod presets;
mod results;
pub(crate) mod setup;
pub(crate) mod solve;
mod standing;

pub use inputs::{Inputs, Line, MOST_LINES};
pub use results::TOLD;
pub use setup::{Asking, Setup, understand};
pub use solve::Numbers;

use super::{
    AnyCalculator, Assumption, Calculator, Evaluate, Help, Hold, InputTable, Origin, Preset,
    Problem, ResultField, evaluate_whole, help_of, study,
};
use crate::data::Listed;
use crate::report::Report;
use crate::words::{Text, text};
use serde_json::Value;

/// The quote.
pub struct Quote;

/// The same without its types.
pub static CALCULATOR: AnyCalculator = AnyCalculator::of::<Quote>();

/// Its evaluation with the whole report.
pub const WHOLE: Evaluate = evaluate_whole::<Quote>;

/// The help of its fields.
pub const HELP: Help = help_of::<Quote>;

/// The same held ready for analysis.
pub const HOLD: Hold = study::<Quote>;

impl Calculator for Quote {
    const ID: &'static str = "quote";
    const TITLE: Text = text("Quote", "报价");
    const PURPOSE: Text = text(
        "From parts and their specification to a price that can be defended: what a lot costs, what is asked for it and by which rule, and when it is delivered.",
        "由工件与技术要求得出有据可依的报价：每批成本、按何规则定价、何时交货。",
    );
    const PRIVATE: Option<&'static str> = Some("shop.");
    const PAPERS: Option<Text> = Some(text("Quotation", "报价单"));
    type Inputs = Inputs;
    type Numbers = Numbers;

    fn results() -> &'static [ResultField<Numbers>] {
        results::RESULTS
    }

    fn compute(inputs: &Inputs) -> Result<Numbers, Vec<Problem>> {
        let (setup, problems) = understand(inputs);
        if problems.is_empty() {
            solve::solve(setup).map(|numbers| issued::stand(inputs, numbers))
        } else {
            Err(problems)
        }
    }

    fn assumptions(inputs: &Inputs) -> Vec<Assumption> {
        let (setup, _) = understand(inputs);
        Inputs::fields().iter().map(|field| assumption(field.name, inputs, &setup)).collect()
    }

    fn explain(inputs: &Inputs, numbers: &Numbers) -> Report {
        explain::report(inputs, numbers)
    }

    fn elaborate(inputs: &Inputs, numbers: &Numbers, report: &mut Report) {
        explain::elaborate(inputs, numbers, report);
    }

    fn presets() -> &'static [Preset] {
        presets::PRESETS
    }
}

/// How one field was understood.
fn assumption(field: &'static str, inputs: &Inputs, setup: &Setup) -> Assumption {
    let given = inputs.get(field);
    let origin = if given.is_some() { Origin::Given } else { Origin::Default };
    if !setup.counts(field) {
        return Assumption::new(field, Value::Null, None, Origin::Unused);
    }
    if field == "lines" {
        let one = [Line::default()];
        let rows = inputs.order.lines.as_ref().map_or(&one[..], |rows| &rows.0);
        let rows = rows.iter().zip(&setup.lines).map(|(row, line)| of_line(row, line)).collect();
        return Assumption {
            rows,
            ..Assumption::new(field, given.unwrap_or_default(), None, origin)
        };
    }
    if let Some(valued) = setup.value(field) {
        return Assumption::new(field, Value::from(valued.value), valued.fact, valued.origin);
    }
    let id = match field {
        "expedite" => setup.expedite.id(),
        "currency" => setup.currency.id(),
        "tax_basis" => setup.tax_basis.id(),
        "shop.profile" => setup.profile.id,
        "shop.process" => setup.process.id,
        "shop.rack_or_barrel" if setup.barrel => "barrel",
        "shop.rack_or_barrel" => "rack",
        "shop.rule" => setup.rule.id(),
        "shop.rounding" => setup.rounding.id(),
        "shop.minimum_rule" => setup.minimum_rule.id(),
        _ => return Assumption::new(field, given.unwrap_or_default(), None, origin),
    };
    Assumption::new(field, Value::from(id), None, origin)
}

/// How the fields of a line were understood.
fn of_line(row: &Line, line: &Asking) -> Vec<Assumption> {
    let of_spec = |field: &'static str| {
        let given = row.get(field);
        let origin = if given.is_some() { Origin::Given } else { Origin::Default };
        if let Some(valued) = line.values.get(field) {
            return Assumption::new(field, Value::from(valued.value), valued.fact, valued.origin);
        }
        let value = match field {
            "process" if line.process_by_code => {
                return Assumption::new(field, line.process.id.into(), None, Origin::Derived);
            }
            "process" => line.process.id.into(),
            "thickness_kind" => line.kind.id().into(),
            "part_class" => line.class.id.into(),
            "passivate" => {
                return Assumption::new(field, line.passivate.0.id.into(), None, line.passivate.1);
            }
            "price_unit" => line.price_unit.id().into(),
            "top_coat" => line.top_coat.id().into(),
            "packing" => line.packing.id().into(),
            "certificate" => line.certificate.id().into(),
            "first_article" => line.first_article.id().into(),
            "quantities" => line.quantities.0.iter().map(|pieces| Value::from(*pieces)).collect(),
            _ => given.unwrap_or_default(),
        };
        Assumption::new(field, value, None, origin)
    };
    Line::fields()
        .iter()
        .map(|field| {
            line.part.assumption(field.name, &row.part).unwrap_or_else(|| of_spec(field.name))
        })
        .collect()
}
