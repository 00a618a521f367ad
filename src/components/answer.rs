//! The answer first: the one number that was asked for, large, with its range and the figures it is made of; or what stands in its way.

use crate::form::Form;
use crate::words;
use leptos::prelude::*;
use platewise_model::entry::Unreadable;
use platewise_model::report::Report;
use platewise_model::report::format::{Reader, duration_parts};
use platewise_model::units::Dimension;
use platewise_model::words::{Arg, phrase};

/// The pieces of a large number: `29 min 16 s`, or one number and its unit.
fn pieces(reader: Reader, dimension: Dimension, value: f64) -> Vec<(String, String)> {
    if let Some(parts) = duration_parts(value).filter(|_| dimension == Dimension::Minutes) {
        return parts.into_iter().map(|(number, unit)| (number.to_string(), unit.to_owned())).collect();
    }
    vec![(reader.number(dimension, value), reader.unit(dimension).symbol.to_owned())]
}

fn big(reader: Reader, report: &Report) -> impl IntoView + use<> {
    let pieces = pieces(reader, report.answer.dimension, report.answer.value);
    pieces.into_iter().map(|(number, unit)| view! { {number}<small>{unit}</small> }).collect_view()
}

fn span(reader: Reader, report: &Report) -> Option<String> {
    report.answer.range.as_ref().map(|(low, high, over)| {
        let dimension = report.answer.dimension;
        let args = [Arg::Quantity(dimension, *low), Arg::Quantity(dimension, *high), Arg::Name(reader.phrase(over))];
        reader.phrase(&phrase(words::RANGE_SHORT, args))
    })
}

fn facts(reader: Reader, report: &Report) -> impl IntoView + use<> {
    let items = report.highlights.iter().map(|item| {
        let unit = reader.unit(item.dimension).symbol;
        let number = reader.number(item.dimension, reader.share(item.value, item.per));
        let unit = item.per.map_or_else(|| unit.to_owned(), |per| format!("{unit}/{}", reader.unit(per).symbol));
        view! { <div><dt>{item.label.get(reader.language)}</dt><dd>{number}" "<small>{unit}</small></dd></div> }
    });
    items.collect_view()
}

/// The answer, or the problems that stand in its way.
#[component]
pub fn AnswerPanel(form: Form, #[prop(optional)] children: Option<Children>) -> impl IntoView {
    let settings = form.settings;
    let with = move |show: &dyn Fn(Reader, &Report) -> AnyView| form.report.with(|report| report.as_ref().map(|report| show(settings.reader(), report)));
    let spoken = move || {
        form.report.with(|report| {
            report
                .as_ref()
                .map(|report| format!("{}: {}", settings.phrase(&report.answer.label), settings.reader().answer(report.answer.dimension, report.answer.value)))
        })
    };
    view! {
        <section class="answer" aria-label=settings.t(words::RESULTS)>
            <div class="top">
                <div class="what">{move || with(&|reader, report| reader.phrase(&report.answer.label).into_any())}</div>
                <output class="num" class:none=move || form.report.with(Option::is_none)>
                    {move || with(&|reader, report| big(reader, report).into_any()).unwrap_or_else(|| view! { <span class="quiet">{settings.t(words::PROBLEMS)}</span> }.into_any())}
                </output>
                {children.map(|children| children())}
                <div class="span num">{move || with(&|reader, report| span(reader, report).into_any())}</div>
                <p class="spoken" aria-live="polite" aria-atomic="true">{spoken}</p>
            </div>
            <Problems form/>
            <dl class="facts num">{move || with(&|reader, report| facts(reader, report).into_any())}</dl>
        </section>
    }
}

/// Every problem with the name of its field, which it leads to.
#[component]
fn Problems(form: Form) -> impl IntoView {
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
    move || {
        list.with(|list| !list.is_empty()).then(|| {
            let rows = list.get().into_iter().map(|(name, label, message)| {
                view! { <li><button type="button" class="link" on:click=move |_| focus(name.clone())>{label}</button>": "{message}</li> }
            });
            view! { <div class="problems"><p>{settings.t(words::PROBLEMS_LEAD)}</p><ul>{rows.collect_view()}</ul></div> }
        })
    }
}
