//! Scenarios pinned beside each other, up to four, with what differs from the present one marked. They are kept as links, so they
//! survive a visit and grow with the calculator.

use super::inputs_table::value_text;
use crate::form::Form;
use crate::{storage, words};
use leptos::prelude::*;
use platewise_model::calculator::{AnyCalculator, Evaluation, Origin};
use platewise_model::entry;
use platewise_model::report::format::Reader;
use platewise_model::words::{Arg, phrase};

/// As many as a page shows side by side.
const MOST: usize = 4;

/// The pinned links of a calculator.
#[derive(Clone, Copy)]
pub struct PinsState {
    links: RwSignal<Vec<String>>,
    calculator: &'static AnyCalculator,
}

impl PinsState {
    /// Those of the memory.
    pub fn remembered(calculator: &'static AnyCalculator) -> Self {
        let stored = storage::get(&key(calculator)).unwrap_or_default();
        let links: Vec<String> = stored.lines().filter(|line| !line.is_empty()).take(MOST).map(str::to_owned).collect();
        Self { links: RwSignal::new(links), calculator }
    }

    /// Pins a link; false when four are pinned already.
    pub fn pin(self, link: String) -> bool {
        let room = self.links.with_untracked(|links| links.len() < MOST);
        if room {
            self.links.update(|links| links.push(link));
            self.remember();
        }
        room
    }

    fn remove(self, index: usize) {
        self.links.update(|links| {
            if index < links.len() {
                links.remove(index);
            }
        });
        self.remember();
    }

    fn remember(self) {
        self.links.with_untracked(|links| {
            if links.is_empty() { storage::remove(&key(self.calculator)) } else { storage::set(&key(self.calculator), &links.join("\n")) }
        });
    }
}

fn key(calculator: &AnyCalculator) -> String {
    format!("pins.{}", calculator.id)
}

fn evaluate(calculator: &AnyCalculator, link: &str) -> Evaluation {
    let read = entry::from_link(calculator, link);
    let (given, _) = entry::to_inputs(calculator, &read.entries);
    (calculator.evaluate)(&given)
}

/// A row of the comparison: label and one text a column, the present first.
struct Line {
    label: &'static str,
    cells: Vec<String>,
}

impl Line {
    fn differs(&self) -> bool {
        self.cells.windows(2).any(|pair| matches!(pair, [a, b] if a != b))
    }
}

fn input_lines(calculator: &'static AnyCalculator, reader: Reader, columns: &[Evaluation]) -> Vec<Line> {
    let lines = (calculator.fields)().iter().map(|field| {
        let cell = |evaluation: &Evaluation| {
            let assumption = evaluation.assumptions.iter().find(|one| one.field == field.name && one.origin != Origin::Unused);
            assumption.and_then(|one| value_text(reader, field, one)).unwrap_or_else(|| "–".to_owned())
        };
        Line { label: field.label.get(reader.language), cells: columns.iter().map(cell).collect() }
    });
    lines.filter(Line::differs).collect()
}

fn result_lines(reader: Reader, columns: &[Evaluation]) -> Vec<Line> {
    let reports: Vec<_> = columns.iter().map(|evaluation| evaluation.outcome.as_ref().ok()).collect();
    let Some(first) = reports.iter().flatten().next() else { return Vec::new() };
    let lines = first.results.iter().map(|named| {
        let value = |report: &Option<&platewise_model::report::Report>| {
            report.and_then(|report| report.results.iter().find(|one| one.name == named.name)).and_then(|one| one.value)
        };
        let cells = reports.iter().map(|report| value(report).map_or_else(|| "–".to_owned(), |value| reader.answer(named.dimension, value)));
        Line { label: named.label.get(reader.language), cells: cells.collect() }
    });
    lines.filter(|line| line.cells.iter().any(|cell| cell != "–")).collect()
}

fn line(line: Line) -> impl IntoView {
    let now = line.cells.first().cloned().unwrap_or_default();
    let cells = line.cells.into_iter().map(|cell| {
        let other = cell != now;
        view! { <td class="n" class:other=other>{cell}</td> }
    });
    view! { <tr><th scope="row">{line.label}</th>{cells.collect_view()}</tr> }
}

/// The pinned scenarios beside the present one.
#[component]
pub fn Pins(form: Form, pins: PinsState) -> impl IntoView {
    let settings = form.settings;
    let pinned = Memo::new(move |_| pins.links.with(|links| links.iter().map(|link| evaluate(pins.calculator, link)).collect::<Vec<_>>()));
    let table = move || {
        let reader = settings.reader();
        let mut columns = vec![form.outcome.with(|outcome| outcome.evaluation.clone())];
        columns.extend(pinned.get());
        let body = [input_lines(pins.calculator, reader, &columns), result_lines(reader, &columns)];
        body.map(|lines| view! { <tbody>{lines.into_iter().map(line).collect_view()}</tbody> }).collect_view()
    };
    let heads = move || {
        let head = |index: usize| {
            let open = move |_| {
                if let Some(link) = pins.links.with_untracked(|links| links.get(index).cloned()) {
                    form.open_link(&link, false);
                }
            };
            let letter = ["A", "B", "C", "D"].get(index).copied().unwrap_or("–");
            view! {
                <th scope="col" class="n">
                    {settings.phrase(&phrase(words::SCENARIO, [Arg::Name(letter.to_owned())]))}
                    <span class="pinbuttons">
                        <button type="button" class="link" on:click=open>{settings.t(words::LOAD)}</button>
                        <button type="button" class="link" on:click=move |_| pins.remove(index)>{settings.t(words::REMOVE)}</button>
                    </span>
                </th>
            }
        };
        (0..pins.links.with(Vec::len)).map(head).collect_view()
    };
    move || {
        pins.links.with(|links| !links.is_empty()).then(|| {
            view! {
                <section class="pins" id="pins">
                    <h2>{settings.t(words::PINS)}</h2>
                    <div class="scroll" tabindex="0" role="group" aria-label=settings.t(words::PINS)>
                        <table class="num"><thead><tr><td></td><th scope="col" class="n">{settings.t(words::NOW)}</th>{heads}</tr></thead>{table}</table>
                    </div>
                    <p class="more">{settings.t(words::DIFFERS)}</p>
                </section>
            }
        })
    }
}
