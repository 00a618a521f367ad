//! The state of one calculator on a page: what was typed, what it means, and where it is kept (address bar, memory). Everything derived
//! is a memo; the model does the arithmetic.

use crate::reactive::*;
use crate::settings::Settings;
use crate::{dom, on_demand, router, storage};
use platewise_model::calculator::{AnyCalculator, Assumption, Evaluate, Evaluation, Origin, Preset, Problem};
use platewise_model::entry::{self, Entries, Entry, Notice, Unreadable};
use platewise_model::report::Report;
use platewise_model::units::{Dimension, System};
use platewise_model::words::{Language, Phrase, Text};
use std::collections::BTreeMap;
use std::time::Duration;

/// The address bar is written at most this often: engines throttle it.
const ADDRESS_EVERY: Duration = Duration::from_millis(400);

/// What came of the texts in the fields.
#[derive(Clone)]
pub struct Outcome {
    /// How the inputs were understood, and the report or the problems.
    pub evaluation: Evaluation,
    /// Fields whose text means nothing.
    pub unreadable: Vec<(&'static str, Unreadable)>,
}

impl Outcome {
    /// The report, if every text could be read and nothing contradicts.
    pub fn report(&self) -> Option<&Report> {
        self.evaluation.outcome.as_ref().ok().filter(|_| self.unreadable.is_empty())
    }

    /// The problems found by the model.
    pub fn problems(&self) -> &[Problem] {
        self.evaluation.outcome.as_ref().err().map_or(&[], Vec::as_slice)
    }

    /// How a field was understood.
    pub fn assumption(&self, field: &str) -> Option<&Assumption> {
        self.evaluation.assumptions.iter().find(|assumption| assumption.field == field)
    }
}

/// The state of one calculator on a page.
#[derive(Clone, Copy)]
pub struct Form {
    /// The calculator.
    pub calculator: &'static AnyCalculator,
    /// What was typed.
    pub entries: RwSignal<Entries>,
    /// Units chosen for fields that show their default.
    pub units: RwSignal<BTreeMap<&'static str, usize>>,
    /// How it is evaluated: at first as far as the page needs at once, then with everything that stands behind the answer.
    evaluate: RwSignal<Evaluate>,
    /// What it means.
    pub outcome: Memo<Outcome>,
    /// What of a link, a file or the memory could not be used.
    pub notices: RwSignal<Vec<Notice>>,
    /// What was found in files that fields took over.
    pub accounts: RwSignal<BTreeMap<&'static str, Account>>,
    /// The reader.
    pub settings: Settings,
}

/// What was found in a file, or why it was not taken.
#[derive(Clone, Default)]
pub struct Account {
    /// Sentence by sentence.
    pub lines: Vec<Phrase>,
    /// Whether it was refused.
    pub refused: bool,
}

impl Account {
    /// Refused, for this reason.
    pub fn refused(why: Text) -> Self {
        Self { lines: vec![why.into()], refused: true }
    }
}

impl Form {
    /// A form that is kept nowhere.
    pub fn new(calculator: &'static AnyCalculator, settings: Settings) -> Self {
        let entries = RwSignal::new(Entries::new());
        let evaluate = RwSignal::new(calculator.evaluate);
        // What is typed changes the outcome, as a rule: to compare the two would cost more than it saves. Those who show it compare texts.
        let outcome = Memo::new_with_compare(
            move |_| {
                let (given, unreadable) = entries.with(|entries| entry::to_inputs(calculator, entries));
                judge(evaluate.get(), given, unreadable)
            },
            |_, _| true,
        );
        let units = RwSignal::new(BTreeMap::new());
        Self { calculator, entries, units, evaluate, outcome, notices: RwSignal::default(), accounts: RwSignal::default(), settings }
    }

    /// A form that begins with what the address or else the memory says, and is kept in both.
    pub fn kept(calculator: &'static AnyCalculator, settings: Settings) -> Self {
        let form = Self::new(calculator, settings);
        let state = router::state();
        let memory = memory_key(calculator);
        if state.is_empty() {
            form.open_link(&storage::get(&memory).unwrap_or_default(), false);
        } else {
            form.open_link(&form.remembered_as(&state).unwrap_or(state), true);
        }
        let pending = StoredValue::new(false);
        effect(move || {
            form.link(); // followed by this effect
            if !pending.get_value() {
                pending.set_value(true);
                dom::after(ADDRESS_EVERY, move || {
                    if pending.try_get_value().is_some() {
                        pending.set_value(false);
                        router::replace_state(&form.link_untracked());
                        form.remember();
                    }
                });
            }
        });
        on_cleanup(move || {
            form.remember();
        });
        form
    }

    /// The address was changed by hand: takes over what it says.
    pub fn follow_address(self) {
        let state = router::state();
        if state != self.link_untracked() {
            self.open_link(&state, true);
        }
    }

    /// The state as a link's part behind `#`.
    pub fn link(self) -> String {
        let (language, system) = (self.settings.language.get(), self.settings.system.get());
        self.entries.with(|entries| entry::to_link(self.calculator, entries, language.tag(), system))
    }

    fn link_untracked(self) -> String {
        untrack(|| self.link())
    }

    /// Keeps everything in the memory of the browser, also what no link carries.
    fn remember(self) {
        let memory = || {
            let (language, system) = (self.settings.language.try_get_untracked()?, self.settings.system.try_get_untracked()?);
            self.entries.try_with_untracked(|entries| entry::to_memory(self.calculator, entries, language.tag(), system))
        };
        if let Some(memory) = memory() {
            storage::set(&memory_key(self.calculator), &memory);
        }
    }

    /// What the memory holds, if that is what the state of an address came from: then it knows what the address could not carry.
    fn remembered_as(self, state: &str) -> Option<String> {
        let memory = storage::get(&memory_key(self.calculator))?;
        let read = entry::from_link(self.calculator, &memory);
        let language = read.language.as_deref().and_then(Language::from_tag)?;
        let system = read.system.as_deref().and_then(System::from_id)?;
        (entry::to_link(self.calculator, &read.entries, language.tag(), system) == state.trim_start_matches('#')).then_some(memory)
    }

    /// Takes over the state of a link; its language and units too when they were meant for this reader.
    pub fn open_link(self, link: &str, with_settings: bool) {
        let read = entry::from_link(self.calculator, link);
        if with_settings {
            if let Some(language) = read.language.as_deref().and_then(Language::from_tag) {
                self.settings.language.set(language);
            }
            if let Some(system) = read.system.as_deref().and_then(System::from_id) {
                self.settings.system.set(system);
            }
        }
        self.units.set(BTreeMap::new());
        self.entries.set(read.entries);
        self.notices.set(read.notices);
    }

    /// Takes over inputs given as JSON, such as those of a file.
    pub fn open_inputs(self, inputs: &serde_json::Map<String, serde_json::Value>) {
        let (entries, notices) = entry::from_inputs(self.calculator, inputs, self.settings.system.get_untracked());
        self.units.set(BTreeMap::new());
        self.entries.set(entries);
        self.notices.set(notices);
    }

    /// Takes over some inputs and leaves the others.
    pub fn add_inputs(self, inputs: &serde_json::Map<String, serde_json::Value>) {
        let (added, _) = entry::from_inputs(self.calculator, inputs, self.settings.system.get_untracked());
        self.entries.update(|entries| entries.extend(added));
    }

    /// Fetches what stands behind the answer, where the page came without it.
    pub fn fetch_whole(self) {
        if let Some(loading) = on_demand::whole_report(self.calculator.id) {
            wasm_bindgen_futures::spawn_local(async move {
                if let Ok(whole) = loading.await {
                    let _ = self.evaluate.try_set(whole); // the page may have been left
                }
            });
        }
    }

    /// Takes over an example.
    pub fn open_preset(self, preset: &Preset) {
        self.open_inputs(&preset.to_inputs());
    }

    /// Every field back to its default.
    pub fn reset(self) {
        self.entries.set(Entries::new());
        self.units.set(BTreeMap::new());
        self.notices.set(Vec::new());
        self.accounts.set(BTreeMap::new());
    }

    /// Puts a text into a field; its unit stays the one that is shown.
    pub fn type_text(self, field: &'static str, dimension: Option<Dimension>, text: String) {
        let unit = dimension.map_or(0, |dimension| self.unit_position(field, dimension));
        self.entries.update(|entries| drop(entries.insert(field, Entry { text, unit })));
    }

    /// Back to the default of a field.
    pub fn clear(self, field: &'static str) {
        let unit = self.entries.with_untracked(|entries| entries.get(field).map(|entry| entry.unit));
        if let Some(unit) = unit {
            self.units.update(|units| {
                units.insert(field, unit);
            });
            self.entries.update(|entries| drop(entries.remove(field)));
            if self.accounts.with_untracked(|accounts| accounts.contains_key(field)) {
                self.accounts.update(|accounts| drop(accounts.remove(field)));
            }
        }
    }

    /// Forgets a field whose text is blank, so that it shows its default.
    pub fn leave(self, field: &'static str) {
        if self.entries.with_untracked(|entries| entries.get(field).is_some_and(|entry| entry.text.trim().is_empty())) {
            self.clear(field);
        }
    }

    /// The position of the unit that a field shows.
    pub fn unit_position(self, field: &str, dimension: Dimension) -> usize {
        let typed = self.entries.with(|entries| entries.get(field).map(|entry| entry.unit));
        let chosen = typed.or_else(|| self.units.with(|units| units.get(field).copied()));
        chosen.unwrap_or_else(|| dimension.preferred(self.settings.system.get()))
    }

    /// Shows a field in another unit: the quantity stays, the digits change.
    pub fn choose_unit(self, field: &'static str, dimension: Dimension, unit: usize) {
        self.units.update(|units| {
            units.insert(field, unit);
        });
        self.entries.update(|entries| {
            if let Some(entry) = entries.get_mut(field) {
                *entry = entry::converted(dimension, entry, unit);
            }
        });
    }

    /// Shows every field that was typed in in the units of another system: the quantities stay. Not done when a link brings the other
    /// system along: its texts are meant as they stand.
    pub fn convert(self, system: System) {
        self.entries.update(|entries| {
            for (name, entry) in entries.iter_mut() {
                if let Some(dimension) = self.calculator.field(name).and_then(dimension_of) {
                    *entry = entry::converted(dimension, entry, dimension.preferred(system));
                }
            }
        });
    }

    /// Looks at the report, if there is one.
    pub fn with_report<T>(self, look: impl FnOnce(Option<&Report>) -> T) -> T {
        self.outcome.with(|outcome| look(outcome.report()))
    }

    /// The ids of the rows in force of a list, parted by commas: as typed, or else the default.
    pub fn chosen(self, field: &str) -> String {
        let typed = self.entries.with(|entries| entries.get(field).map(|entry| entry.text.clone()));
        typed.unwrap_or_else(|| {
            self.outcome.with(|outcome| {
                let ids = outcome.assumption(field).and_then(|assumption| assumption.value.as_array());
                ids.into_iter().flatten().filter_map(|id| id.as_str()).collect::<Vec<_>>().join(",")
            })
        })
    }

    /// The id of the choice in force.
    pub fn choice(self, field: &str) -> String {
        self.outcome.with(|outcome| outcome.assumption(field).and_then(|assumption| assumption.value.as_str().map(str::to_owned))).unwrap_or_default()
    }
}

/// Evaluates what was typed. Fields that do not count at the moment, because they are solved for or belong to another way of saying it,
/// keep their texts but must not stand in the way, since nobody sees them.
fn judge(evaluate: Evaluate, mut given: serde_json::Map<String, serde_json::Value>, mut unreadable: Vec<(&'static str, Unreadable)>) -> Outcome {
    let mut evaluation = evaluate(&given);
    let idle = |evaluation: &Evaluation, name: &str| {
        evaluation.assumptions.iter().any(|one| one.field == name && matches!(one.origin, Origin::Unused | Origin::Solved))
    };
    unreadable.retain(|(name, _)| !idle(&evaluation, name));
    let problems = evaluation.outcome.as_ref().err().map_or(&[][..], Vec::as_slice);
    let hidden: Vec<String> = problems.iter().map(|problem| problem.field.clone()).filter(|name| given.contains_key(name) && idle(&evaluation, name)).collect();
    if !hidden.is_empty() {
        for name in hidden {
            given.remove(&name);
        }
        evaluation = evaluate(&given);
    }
    Outcome { evaluation, unreadable }
}

/// The dimension of a field that takes a number.
pub fn dimension_of(field: &platewise_model::calculator::Field) -> Option<Dimension> {
    match field.kind {
        platewise_model::calculator::Kind::Number { dimension, .. } => Some(dimension),
        _ => None,
    }
}

fn memory_key(calculator: &AnyCalculator) -> String {
    format!("last.{}", calculator.id)
}
