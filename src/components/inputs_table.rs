//! The inputs as a table: what the form says, for paper, where there is no form.

use crate::form::{Form, dimension_of};
use crate::words;
use leptos::prelude::*;
use platewise_model::calculator::{Assumption, Kind, Origin};
use platewise_model::report::format::Reader;
use platewise_model::words::Text;

/// The value of a field as text.
pub fn value_text(reader: Reader, field: &platewise_model::calculator::Field, assumption: &Assumption) -> Option<String> {
    match field.kind {
        Kind::Number { .. } => assumption.value.as_f64().zip(dimension_of(field)).map(|(value, dimension)| reader.answer(dimension, value)),
        Kind::Choice(options) => {
            let id = assumption.value.as_str()?;
            options().into_iter().find(|(known, _)| *known == id).map(|(_, name)| name.get(reader.language).to_owned())
        }
        Kind::Text => assumption.value.as_str().map(str::to_owned),
        Kind::Curve => platewise_model::entry::entry_of(field, &assumption.value, reader.system).map(|entry| entry.text.replace('\n', "; ")),
    }
}

fn origin(origin: Origin) -> Text {
    match origin {
        Origin::Given => words::YOURS,
        Origin::Derived => words::DERIVED,
        _ => words::DEFAULT,
    }
}

/// The inputs in force, for print.
#[component]
pub fn InputsTable(form: Form) -> impl IntoView {
    let settings = form.settings;
    let rows = move || {
        let reader = settings.reader();
        form.outcome.with(|outcome| {
            let used = outcome.evaluation.assumptions.iter().filter(|one| !matches!(one.origin, Origin::Unused | Origin::Solved));
            used.filter_map(|one| {
                let field = form.calculator.field(one.field)?;
                let value = value_text(reader, field, one)?;
                Some(view! { <tr><th scope="row">{field.label.get(reader.language)}</th><td class="n">{value}</td><td>{origin(one.origin).get(reader.language)}</td></tr> })
            })
            .collect_view()
        })
    };
    view! { <section class="paper"><h2>{settings.t(words::INPUTS)}</h2><table class="num pairs"><tbody>{rows}</tbody></table></section> }
}
