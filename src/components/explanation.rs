//! Why: the derivation in typeset mathematics, the usual mistakes, what it rests on, and what the model does not know.

use crate::form::Form;
use crate::words;
use leptos::prelude::*;
use platewise_model::data::{Fact, Row};
use platewise_model::report::Report;
use platewise_model::report::format::Reader;

/// A part of the report, made anew only when it or the reader changes.
fn part<T: PartialEq + Clone + Send + Sync + 'static>(form: Form, get: fn(&Report) -> T) -> Memo<Option<T>> {
    Memo::new(move |_| form.report.with(|report| report.as_ref().map(get)))
}

/// The derivation with the visitor's numbers.
#[component]
pub fn Derivation(form: Form) -> impl IntoView {
    let settings = form.settings;
    let steps = part(form, |report| report.steps.clone());
    let list = move || {
        let language = settings.language.get();
        let step = |step: &platewise_model::report::Step| view! { <li><p>{settings.phrase(&step.text)}</p><div class="math" tabindex="0" role="group" inner_html=step.formula.mathml(language)></div></li> };
        steps.with(|steps| steps.as_ref().map(|steps| steps.iter().map(step).collect_view()))
    };
    move || steps.with(Option::is_some).then(|| view! { <section><h2>{settings.t(words::DERIVATION)}</h2><ol class="steps">{list}</ol></section> })
}

/// The usual mistakes, with what they would have given here.
#[component]
pub fn Mistakes(form: Form) -> impl IntoView {
    let settings = form.settings;
    let mistakes = part(form, |report| report.mistakes.clone());
    let list = move || mistakes.with(|list| list.as_ref().map(|list| list.iter().map(|one| view! { <li>{settings.phrase(one)}</li> }).collect_view()));
    move || {
        mistakes
            .with(|list| list.as_ref().is_some_and(|list| !list.is_empty()))
            .then(|| view! { <section><h2>{settings.t(words::MISTAKES)}</h2><ul class="mistakes">{list}</ul></section> })
    }
}

/// The value of a figure as a table shows it.
pub fn figure(reader: Reader, fact: &Fact) -> String {
    reader.quantity(fact.dimension, fact.value)
}

/// The range of a figure, empty where there is none.
pub fn figure_range(reader: Reader, fact: &Fact) -> String {
    if fact.has_range() { format!("{}–{}", reader.number(fact.dimension, fact.low), reader.number(fact.dimension, fact.high)) } else { String::new() }
}

/// How sure a figure is, as a tag.
pub fn sure_tag(reader: Reader, fact: &Fact) -> impl IntoView + use<> {
    let weak = fact.sure.is_weak();
    view! { <span class="tag" class:u=weak>{fact.sure.label().get(reader.language)}</span> }
}

fn row(reader: Reader, row: &Row) -> impl IntoView + use<> {
    let (fact, language) = (row.fact, reader.language);
    view! {
        <tr id=format!("source-{}", fact.source.id)>
            <th scope="row">{row.subject.get(language)}": "{row.what.get(language)}</th>
            <td class="n">{figure(reader, &fact)}</td>
            <td class="n">{figure_range(reader, &fact)}</td>
            <td>{source_link(reader, &fact)}</td>
            <td>{sure_tag(reader, &fact)}</td>
        </tr>
    }
}

/// The source of a figure, with its address where it has one.
pub fn source_link(reader: Reader, fact: &Fact) -> impl IntoView + use<> {
    let title = fact.source.title.get(reader.language);
    if fact.source.url.is_empty() {
        view! { {title} }.into_any()
    } else {
        view! { <a href=fact.source.url target="_blank" rel="noopener noreferrer">{title}</a> }.into_any()
    }
}

/// The figures that the result rests on.
#[component]
pub fn Basis(form: Form, address: String) -> impl IntoView {
    let settings = form.settings;
    let rows = part(form, |report| report.basis.clone());
    let body = move || rows.with(|rows| rows.as_ref().map(|rows| rows.iter().map(|one| row(settings.reader(), one)).collect_view()));
    move || {
        rows.with(Option::is_some).then(|| {
            view! {
                <section>
                    <h2>{settings.t(words::BASIS)}</h2>
                    <div class="scroll" tabindex="0" role="group" aria-label=settings.t(words::BASIS)>
                        <table class="num">
                            <thead><tr>
                                <td></td>
                                <th scope="col" class="n">{settings.t(words::VALUE)}</th><th scope="col" class="n">{settings.t(words::RANGE)}</th>
                                <th scope="col">{settings.t(words::SOURCE)}</th><th scope="col">{settings.t(words::SURE)}</th>
                            </tr></thead>
                            <tbody>{body}</tbody>
                        </table>
                    </div>
                    <p class="more"><a href=address.clone()>{settings.t(words::ALL_SOURCES)}</a></p>
                </section>
            }
        })
    }
}

/// What the model does not know.
#[component]
pub fn Limits(form: Form) -> impl IntoView {
    let settings = form.settings;
    let limits = part(form, |report| report.limits.clone());
    let list = move || limits.with(|limits| limits.as_ref().map(|limits| limits.iter().map(|one| view! { <li>{settings.text(*one)}</li> }).collect_view()));
    move || limits.with(Option::is_some).then(|| view! { <section><h2>{settings.t(words::LIMITS)}</h2><ul class="limits">{list}</ul></section> })
}
