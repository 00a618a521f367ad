//! Judgements in sentences, and every result in tables.

use crate::form::Form;
use crate::words;
use leptos::prelude::*;
use platewise_model::report::format::Reader;
use platewise_model::report::{Judgement, Level, Report, Section};

fn mark(level: Level) -> &'static str {
    match level {
        Level::Ok => "✓",
        Level::Note => "i",
        Level::Warning => "!",
        Level::Alarm => "✕",
    }
}

fn judgement(reader: Reader, judgement: &Judgement) -> impl IntoView + use<> {
    let source = judgement.source.map(|source| {
        let title = source.title.get(reader.language);
        if source.url.is_empty() {
            view! { " " <cite>{title}</cite> }.into_any()
        } else {
            view! { " " <a href=source.url target="_blank" rel="noopener noreferrer">{title}</a> }.into_any()
        }
    });
    view! {
        <li class=judgement.level.id() data-judgement=judgement.id>
            <b aria-hidden="true">{mark(judgement.level)}</b>
            <span>{reader.phrase(&judgement.message)}{source}</span>
        </li>
    }
}

/// The judgements, gravest first.
#[component]
pub fn Judgements(form: Form) -> impl IntoView {
    let settings = form.settings;
    let judgements = Memo::new(move |_| form.report.with(|report| report.as_ref().map(|report| report.judgements.clone()).unwrap_or_default()));
    view! {
        <ul class="judge" aria-label=settings.t(words::JUDGEMENTS)>
            {move || judgements.with(|list| list.iter().map(|one| judgement(settings.reader(), one)).collect_view())}
        </ul>
    }
}

fn section(reader: Reader, section: &Section) -> impl IntoView + use<> {
    let heads = section.columns.iter().map(|column| view! { <th scope="col" class="n">{reader.column(column)}</th> }).collect_view();
    let single = section.columns.is_empty();
    let rows = section.rows.iter().map(|row| {
        let cells = row.values.iter().enumerate().map(|(index, value)| {
            let per = section.columns.get(index).and_then(|column| column.per);
            let shown = value.map_or_else(
                || "–".to_owned(),
                |value| if single { reader.answer(row.dimension, value) } else { reader.quantity(row.dimension, reader.share(value, per)) },
            );
            view! { <td class="n">{shown}</td> }
        });
        view! { <tr><th scope="row">{row.label.get(reader.language)}</th>{cells.collect_view()}</tr> }
    });
    let rows = rows.collect_view();
    view! {
        <h3>{section.title.get(reader.language)}</h3>
        <div class="scroll">
            <table class="num" class:pairs=single>
                {(!single).then(|| view! { <thead><tr><td></td>{heads}</tr></thead> })}
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn designations(reader: Reader, report: &Report) -> impl IntoView + use<> {
    let rows = report.designations.iter().filter_map(|code| code.value.as_ref().map(|value| (code.label.get(reader.language), value.clone())));
    let rows = rows.map(|(label, value)| view! { <tr><th scope="row">{label}</th><td class="n">{value}</td></tr> }).collect::<Vec<_>>();
    (!rows.is_empty()).then(|| view! { <div class="scroll"><table class="num pairs"><tbody>{rows}</tbody></table></div> })
}

/// All results.
#[component]
pub fn Results(form: Form) -> impl IntoView {
    let settings = form.settings;
    move || {
        form.report.with(|report| {
            report.as_ref().map(|report| {
                let reader = settings.reader();
                let sections = report.sections.iter().map(|one| section(reader, one)).collect_view();
                view! { <section class="results"><h2>{words::RESULTS.get(reader.language)}</h2>{sections}{designations(reader, report)}</section> }
            })
        })
    }
}
