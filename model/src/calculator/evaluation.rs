//! From inputs as JSON to a report or to every problem found.

use super::{
    Assumption, Calculator, Fault, InputTable, Origin, Problem, cell_name, field, remarks,
};
use crate::report::Report;
use crate::words::Phrase;
use serde_json::{Map, Value};
use std::borrow::Cow;

/// What came of inputs: how they were understood, and the outcome or the problems.
#[derive(Clone, PartialEq, Debug)]
pub struct Evaluation {
    /// Inputs that were given but do not count as the others are: what is solved for, or belongs to another way of saying it; and names that are no
    /// inputs any more.
    pub unused: Vec<Cow<'static, str>>,
    /// What has to be said of how texts among the inputs were read, with the names of their fields.
    pub remarks: Vec<(String, Phrase)>,
    /// Every field's value as it is used.
    pub assumptions: Vec<Assumption>,
    /// The report with its results, or every problem found.
    pub outcome: Result<Report, Vec<Problem>>,
}

/// Reads inputs from JSON, computes and explains, with the part of the report that a page shows first.
pub(super) fn evaluate<C: Calculator>(given: &Map<String, Value>) -> Evaluation {
    evaluate_with::<C>(given, C::explain)
}

/// Reads inputs from JSON, computes and explains, with the whole report.
pub(super) fn evaluate_fully<C: Calculator>(given: &Map<String, Value>) -> Evaluation {
    evaluate_with::<C>(given, |inputs, numbers| {
        let mut report = C::explain(inputs, numbers);
        C::explain_fully(inputs, numbers, &mut report);
        report
    })
}

/// What was given in a row and is not used there, by its name with the number of the row.
fn unused_in_rows<'a>(
    assumptions: &'a [Assumption],
    given: &'a Map<String, Value>,
) -> impl Iterator<Item = Cow<'static, str>> + 'a {
    assumptions.iter().flat_map(move |one| {
        one.rows.iter().enumerate().flat_map(move |(row, fields)| {
            let cells = given.get(one.field).and_then(|rows| rows.get(row));
            fields
                .iter()
                .filter(|field| matches!(field.origin, Origin::Unused | Origin::Solved))
                .filter(move |field| {
                    cells
                        .and_then(|cells| cells.get(field.field))
                        .is_some_and(|cell| !cell.is_null())
                })
                .map(move |field| Cow::Owned(cell_name(one.field, row, field.field)))
        })
    })
}

fn evaluate_with<C: Calculator>(
    given: &Map<String, Value>,
    explain: fn(&C::Inputs, &C::Numbers) -> Report,
) -> Evaluation {
    let (inputs, mut problems) = field::read::<C::Inputs>(given);
    let assumptions = C::assumptions(&inputs);
    let idle = |one: &&Assumption| {
        matches!(one.origin, Origin::Unused | Origin::Solved) && inputs.get(one.field).is_some()
    };
    let unused = assumptions
        .iter()
        .filter(idle)
        .map(|one| Cow::Borrowed(one.field))
        .chain(unused_in_rows(&assumptions, given))
        .chain(field::retired_in(given).map(Cow::Borrowed))
        .collect();
    let outcome = match C::compute(&inputs) {
        Ok(numbers) => {
            let infinite = C::results()
                .iter()
                .filter(|result| result.value(&numbers).is_some_and(|value| !value.is_finite()));
            problems.extend(infinite.map(|result| Problem::new(result.name, Fault::NotFinite)));
            if problems.is_empty() { Ok(explain(&inputs, &numbers)) } else { Err(problems) }
        }
        Err(found) => {
            let new =
                |problem: &Problem| !problems.iter().any(|known| known.field == problem.field);
            let found: Vec<Problem> = found.into_iter().filter(new).collect();
            problems.extend(found);
            Err(problems)
        }
    };
    let remarks = remarks::remarks(C::Inputs::fields(), given);
    Evaluation { unused, remarks, assumptions, outcome }
}
