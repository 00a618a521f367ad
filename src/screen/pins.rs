//! Scenarios pinned beside the present one, up to four, with what differs marked. They are kept with what is private, so they survive a visit and grow with the
//! calculator; opening one changes the shop at home only when the reader says so.

use super::Screen;
use crate::form::Form;
use crate::reactive::*;
use crate::{dom, storage, words};
use platewise_model::calculator::{AnyCalculator, Evaluation};
use platewise_model::entry;
use platewise_model::output::html;
use platewise_model::quotation::key::{Key, without_key};
use platewise_model::report::format::escaped;
use platewise_model::words::{Arg, Text, phrase};

/// As many as a page shows side by side, and what they are called.
const NAMES: [&str; 4] = ["A", "B", "C", "D"];

/// The pinned links of a calculator.
#[derive(Clone, Copy)]
pub struct Pins {
    links: RwSignal<Vec<String>>,
    calculator: &'static AnyCalculator,
}

impl Pins {
    /// Those of the memory.
    pub fn remembered(calculator: &'static AnyCalculator) -> Self {
        let pins = Self { links: RwSignal::new(stored(calculator)), calculator };
        if storage::get(&key(calculator))
            .is_some_and(|stored| Key::in_memory(&stored.replace('\n', "&")).is_some())
        {
            pins.remember(); // an earlier version kept the key with them
        }
        pins
    }

    /// Pins a link; false when four are pinned already.
    pub fn pin(self, link: String) -> bool {
        let mut links = stored(self.calculator); // another window may have pinned one
        let room = links.len() < NAMES.len();
        if room {
            links.push(link);
        }
        self.links.set(links);
        self.remember();
        room
    }

    /// Removes a pinned link.
    pub fn remove(self, index: usize) {
        let gone = self.links.with_untracked(|links| links.get(index).cloned());
        let mut links = stored(self.calculator);
        if let Some(place) = links.iter().position(|link| Some(link) == gone.as_ref()) {
            links.remove(place);
        }
        self.links.set(links);
        self.remember();
    }

    /// Makes a pinned scenario the present one.
    pub fn open(self, screen: Screen, index: usize) {
        if let Some(link) = self.links.with_untracked(|links| links.get(index).cloned()) {
            super::actions::with_files(screen, move |files| (files.open_pinned)(screen, &link));
        }
    }

    fn remember(self) {
        self.links.with_untracked(|links| {
            if links.is_empty() {
                storage::remove(&key(self.calculator))
            } else {
                storage::set(&key(self.calculator), &links.join("\n"))
            }
        });
    }

    fn evaluations(self) -> Vec<Evaluation> {
        let evaluate = |link: &String| {
            let (given, _) = entry::to_inputs(
                self.calculator,
                &entry::from_memory(self.calculator, link).entries,
            );
            self.calculator.evaluate(&given)
        };
        self.links.with(|links| links.iter().map(evaluate).collect())
    }
}

/// What is pinned, in whichever window.
fn stored(calculator: &AnyCalculator) -> Vec<String> {
    let stored = storage::get(&key(calculator)).unwrap_or_default();
    stored.lines().filter(|line| !line.is_empty()).take(NAMES.len()).map(without_key).collect()
}

fn key(calculator: &AnyCalculator) -> String {
    format!("pins.{}", calculator.id)
}

/// Keeps the comparison up to date.
pub fn follow(screen: Screen) {
    let Some(pins) = screen.pins else { return };
    let pinned = StoredValue::new(Vec::new());
    let changed = RwSignal::new(0_u32);
    effect(move || {
        pinned.set_value(pins.evaluations());
        changed.update(|count| *count = count.wrapping_add(1));
    });
    let mut shown = String::new();
    effect(move || {
        changed.track();
        if screen.due.get().holds("pins") {
            let now = untrack(|| {
                pinned.with_value(|pinned| match screen.plots.get_value() {
                    _ if pinned.is_empty() => Some(String::new()),
                    Some(plots) => Some((plots.compare)(screen.form, pinned)),
                    None => {
                        super::chart::fetch(screen); // which makes all of it due
                        None
                    }
                })
            });
            if let Some(now) = now.filter(|now| *now != shown) {
                dom::fill("pins", &now); // only then: whoever is about to press a button here must find it
                shown = now;
            }
        }
    });
}

/// Scenarios side by side.
pub fn compare(form: Form, pinned: &[Evaluation]) -> String {
    let settings = form.settings;
    let word = |text: Text| escaped(settings.text(text));
    let head = |(index, name): (usize, &&str)| {
        let button = |action: &str, label| {
            format!(
                "<button type=\"button\" class=\"link\" data-do=\"{action}\" data-index=\"{index}\">{}</button>",
                word(label)
            )
        };
        let title =
            escaped(&settings.phrase(&phrase(words::SCENARIO, [Arg::Name((*name).to_owned())])));
        format!(
            "<th scope=\"col\" class=\"n\">{title}<span class=\"pinbuttons\">{}{}</span></th>",
            button("pin-open", words::LOAD),
            button("pin-remove", words::REMOVE)
        )
    };
    let heads: String = NAMES.iter().enumerate().take(pinned.len()).map(head).collect();
    let (inputs, results) = form.outcome.with(|now| {
        let columns: Vec<&Evaluation> = std::iter::once(&now.evaluation).chain(pinned).collect();
        (
            html::differing_inputs(form.calculator, &columns, settings.reader()),
            html::compared_results(&columns, settings.reader()),
        )
    });
    let title = word(words::PINS);
    format!(
        "<section class=\"pins\"><h2>{title}</h2><div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"{title}\"><table class=\"num\"><thead><tr><td></td><th scope=\"col\" class=\"n\">{}</th>{heads}</tr></thead><tbody>{inputs}</tbody><tbody>{results}</tbody></table></div><p class=\"more\">{}</p></section>",
        word(words::NOW),
        word(words::DIFFERS)
    )
}
