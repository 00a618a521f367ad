//! Scenarios pinned beside each other, up to four, with what differs from the present one marked. They are kept as links, so they
//! survive a visit and grow with the calculator.

use crate::form::Form;
use crate::{storage, words};
use leptos::prelude::*;
use platewise_model::calculator::{AnyCalculator, Evaluation};
use platewise_model::entry;
use platewise_model::report::html;
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

/// The pinned scenarios beside the present one.
#[component]
pub fn Pins(form: Form, pins: PinsState) -> AnyView {
    let settings = form.settings;
    let pinned = Memo::new(move |_| pins.links.with(|links| links.iter().map(|link| evaluate(pins.calculator, link)).collect::<Vec<_>>()));
    let rows = move |write: &dyn Fn(&[&Evaluation]) -> String| {
        form.outcome.with(|now| pinned.with(|pinned| write(&std::iter::once(&now.evaluation).chain(pinned).collect::<Vec<_>>())))
    };
    let inputs = move || rows(&|columns| html::differing_inputs(pins.calculator, columns, settings.reader()));
    let results = move || rows(&|columns| html::compared_results(columns, settings.reader()));
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
    let filled = Memo::new(move |_| pins.links.with(|links| !links.is_empty()));
    let table = move || {
        filled.get().then(|| {
            view! {
                <section class="pins" id="pins">
                    <h2>{settings.t(words::PINS)}</h2>
                    <div class="scroll" tabindex="0" role="group" aria-label=settings.t(words::PINS)>
                        <table class="num">
                            <thead><tr><td></td><th scope="col" class="n">{settings.t(words::NOW)}</th>{heads}</tr></thead>
                            <tbody inner_html=inputs></tbody>
                            <tbody inner_html=results></tbody>
                        </table>
                    </div>
                    <p class="more">{settings.t(words::DIFFERS)}</p>
                </section>
            }
        })
    };
    table.into_any()
}
