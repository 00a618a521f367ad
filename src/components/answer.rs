//! The answer first: the one number that was asked for, large, with its range and the figures it is made of; or what stands in its way.

use super::report::part;
use crate::form::Form;
use crate::words;
use leptos::prelude::*;
use platewise_model::entry::Unreadable;
use platewise_model::report::Report;
use platewise_model::report::format::Reader;
use platewise_model::report::html;
use platewise_model::words::{Arg, phrase};

fn span(report: &Report, reader: Reader) -> String {
    let range = report.answer.range.as_ref().map(|(low, high, over)| {
        let dimension = report.answer.dimension;
        let args = [Arg::Quantity(dimension, *low), Arg::Quantity(dimension, *high), Arg::Name(reader.phrase(over))];
        reader.phrase(&phrase(words::RANGE_SHORT, args))
    });
    range.unwrap_or_default()
}

fn spoken(report: &Report, reader: Reader) -> String {
    format!("{}: {}", reader.phrase(&report.answer.label), reader.answer(report.answer.dimension, report.answer.value))
}

/// The answer, or the problems that stand in its way.
#[component]
pub fn AnswerPanel(form: Form, #[prop(optional)] children: Option<Children>) -> AnyView {
    let settings = form.settings;
    let label = part(form, |report, reader| reader.phrase(&report.answer.label));
    let [answer, range, spoken, highlights] = [html::answer, span, spoken, html::highlights].map(|write: fn(&Report, Reader) -> String| part(form, write));
    let missing = move || answer.with(String::is_empty);
    view! {
        <section class="answer" aria-label=settings.t(words::RESULTS)>
            <div class="top">
                <div class="what">{label}</div>
                <output class="num" hidden=missing inner_html=answer></output>
                <p class="none" hidden=move || !missing()>{settings.t(words::PROBLEMS)}</p>
                {children.map(|children| children())}
                <div class="span num">{range}</div>
                <p class="spoken" aria-live="polite" aria-atomic="true">{spoken}</p>
            </div>
            <Problems form/>
            <dl class="facts num" inner_html=highlights></dl>
        </section>
    }
    .into_any()
}

/// Every problem with the name of its field, which it leads to.
#[component]
fn Problems(form: Form) -> AnyView {
    let settings = form.settings;
    let label = move |name: &str| form.calculator.field(name).map_or_else(|| name.to_owned(), |field| settings.text(field.label).to_owned());
    let list = Memo::new(move |_| {
        form.outcome.with(|outcome| {
            let unreadable = outcome.unreadable.iter().map(|(name, why)| {
                let message = match why {
                    Unreadable::Number(why) => settings.text(why.message()).to_owned(),
                    Unreadable::Curve => settings.text(words::CURVE_PROBLEM).to_owned(),
                };
                ((*name).to_owned(), label(name), message)
            });
            let problems = outcome.problems().iter().map(|problem| (problem.field.clone(), label(&problem.field), settings.phrase(&problem.message())));
            unreadable.chain(problems).collect::<Vec<_>>()
        })
    });
    let focus = |name: String| {
        if let Some(field) = document().get_element_by_id(&name).and_then(|element| wasm_bindgen::JsCast::dyn_into::<web_sys::HtmlElement>(element).ok()) {
            let _ = field.focus(); // a hidden field takes no focus
        }
    };
    let shown = move || {
        list.with(|list| !list.is_empty()).then(|| {
            let rows = list.get().into_iter().map(|(name, label, message)| {
                view! { <li><button type="button" class="link" on:click=move |_| focus(name.clone())>{label}</button>": "{message}</li> }
            });
            view! { <div class="problems"><p>{settings.t(words::PROBLEMS_LEAD)}</p><ul>{rows.collect_view()}</ul></div> }
        })
    };
    shown.into_any()
}
