//! Parts of the report put in place. What they say and how it is marked up is the model's; here they are only shown, and only made anew
//! when the report, the language or the units change.

use crate::form::Form;
use crate::words;
use leptos::prelude::*;
use platewise_model::report::Report;
use platewise_model::report::format::Reader;
use platewise_model::report::html;
use platewise_model::words::Text;

/// A part of the report as HTML, empty while there is no report.
pub fn part(form: Form, write: fn(&Report, Reader) -> String) -> Memo<String> {
    let settings = form.settings;
    Memo::new(move |_| form.report.with(|report| report.as_ref().map(|report| write(report, settings.reader())).unwrap_or_default()))
}

/// A headed part of the report; gone while it is empty.
fn section(form: Form, title: Text, class: &'static str, body: AnyView, filled: Memo<String>) -> AnyView {
    let settings = form.settings;
    view! { <section class=class hidden=move || filled.with(String::is_empty)><h2>{settings.t(title)}</h2>{body}</section> }.into_any()
}

/// The judgements, gravest first.
#[component]
pub fn Judgements(form: Form) -> AnyView {
    let list = part(form, html::judgements);
    view! { <ul class="judge" aria-label=form.settings.t(words::JUDGEMENTS) inner_html=list></ul> }.into_any()
}

/// All results in tables.
#[component]
pub fn Results(form: Form) -> AnyView {
    let tables = part(form, html::results);
    section(form, words::RESULTS, "results", view! { <div inner_html=tables></div> }.into_any(), tables)
}

/// How it follows, the usual mistakes, what it rests on, and what the model does not know.
#[component]
pub fn Explanation(form: Form, sources: String) -> AnyView {
    let settings = form.settings;
    let [steps, mistakes, basis, limits] =
        [html::steps, html::mistakes, html::basis, html::limits].map(|write: fn(&Report, Reader) -> String| part(form, write));
    let table = view! {
        <div class="scroll" tabindex="0" role="group" aria-label=settings.t(words::BASIS) inner_html=basis></div>
        <p class="more"><a href=sources>{settings.t(words::ALL_SOURCES)}</a></p>
    };
    [
        section(form, words::DERIVATION, "", view! { <ol class="steps" inner_html=steps></ol> }.into_any(), steps),
        section(form, words::MISTAKES, "", view! { <ul class="mistakes" inner_html=mistakes></ul> }.into_any(), mistakes),
        section(form, words::BASIS, "", table.into_any(), basis),
        section(form, words::LIMITS, "", view! { <ul class="limits" inner_html=limits></ul> }.into_any(), limits),
    ]
    .into_iter()
    .collect_view()
    .into_any()
}

/// The inputs in force, for paper, where there is no form.
#[component]
pub fn InputsTable(form: Form) -> AnyView {
    let settings = form.settings;
    let rows = Memo::new(move |_| form.outcome.with(|outcome| html::inputs(form.calculator, &outcome.evaluation, settings.reader())));
    view! { <section class="paper"><h2>{settings.t(words::INPUTS)}</h2><table class="num pairs"><tbody inner_html=rows></tbody></table></section> }.into_any()
}
