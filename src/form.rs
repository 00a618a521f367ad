//! The state of one calculator on a page: what was typed, what it means, and where it is kept (address bar, memory). Everything derived
//! is a memo; the model does the arithmetic.

use crate::reactive::*;
use crate::settings::Settings;
use crate::{dom, router, shop, storage, words};
use platewise_model::calculator::{
    AnyCalculator, Assumption, Evaluation, Field, Kind, Origin, Preset, Problem, cell_name,
};
use platewise_model::entry::{self, Entries, Entry, Notice, Unreadable};
use platewise_model::private::{self, Change};
use platewise_model::quotation::received::PACKED;
use platewise_model::report::Report;
use platewise_model::report::format::Reader;
use platewise_model::units::{Dimension, System};
use platewise_model::words::{Arg, Language, Phrase, phrase};
use std::time::Duration;

/// The longest that everything may take to be worked out at each keystroke, ms: a frame has 16.
const AT_ONCE: f64 = 12.0;
/// The address bar is written at most this often: engines throttle it.
const ADDRESS_EVERY: Duration = Duration::from_millis(400);

/// Where a field stands: among those of the calculator, or in a row of one of them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct At {
    /// The field of rows and the row, from nought; none for a field of the calculator.
    pub row: Option<(&'static str, usize)>,
    /// The field.
    pub field: &'static str,
}

impl From<&'static str> for At {
    fn from(field: &'static str) -> Self {
        Self { row: None, field }
    }
}

impl At {
    /// Its name in the document and in problems: `thread`, or `lines.3.thread`.
    pub fn id(self) -> String {
        self.row
            .map_or_else(|| self.field.to_owned(), |(table, row)| cell_name(table, row, self.field))
    }

    /// Where a field of a name stands.
    pub fn find(calculator: &AnyCalculator, id: &str) -> Option<(Self, &'static Field)> {
        if let Some(field) = calculator.field(id) {
            return Some((field.name.into(), field));
        }
        calculator.cell(id).map(|(table, row, field)| {
            (Self { row: Some((table.name, row)), field: field.name }, field)
        })
    }

    /// What was typed there.
    pub fn of(self, entries: &Entries) -> Option<&Entry> {
        match self.row {
            None => entries.get(self.field),
            Some((table, row)) => entries.get(table)?.rows.get(row)?.get(self.field),
        }
    }

    /// The fields that it stands among; as many rows as are needed are made.
    fn among(self, entries: &mut Entries) -> Option<&mut Entries> {
        let Some((table, row)) = self.row else { return Some(entries) };
        let rows = &mut entries.entry(table).or_default().rows;
        if rows.len() <= row {
            rows.resize_with(row + 1, Entries::new);
        }
        rows.get_mut(row)
    }
}

/// What belongs to a few fields. A list, as it is short: a map of its own would weigh more than all that is done with it.
#[derive(Clone)]
pub struct Places<T>(Vec<(At, T)>);

impl<T> Default for Places<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Places<T> {
    /// What belongs to a field.
    pub fn of(&self, at: At) -> Option<&T> {
        self.0.iter().find(|(one, _)| *one == at).map(|(_, value)| value)
    }

    /// Puts it there, in place of what was.
    pub fn put(&mut self, at: At, value: T) {
        match self.0.iter_mut().find(|(one, _)| *one == at) {
            Some((_, place)) => *place = value,
            None => self.0.push((at, value)),
        }
    }
}

/// What came of the texts in the fields.
#[derive(Clone)]
pub struct Outcome {
    /// How the inputs were understood, and the report or the problems.
    pub evaluation: Evaluation,
    /// Fields whose text means nothing.
    pub unreadable: Vec<(String, Unreadable)>,
    /// Whether what stands behind the answer is not worked out yet: it takes too long to be so while somebody types.
    pub is_hasty: bool,
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
    pub fn assumption(&self, at: impl Into<At>) -> Option<&Assumption> {
        assumption(&self.evaluation, at.into())
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
    pub units: RwSignal<Places<usize>>,
    /// Whether everything that stands behind the answer is worked out with it; at first only what the page shows first.
    is_full: RwSignal<bool>,
    /// Goes up when the typing pauses, so that what was left out follows.
    pauses: RwSignal<u32>,
    /// How many parts of the page are still on their way.
    pub more_comes: RwSignal<u32>,
    /// What it means.
    pub outcome: Memo<Outcome>,
    /// What of a link, a file or the memory could not be used.
    pub notices: RwSignal<Vec<Notice>>,
    /// What was found in files that fields took over.
    pub accounts: RwSignal<Places<Account>>,
    /// The reader.
    pub settings: Settings,
    /// A quote that came with the address or a file and is not taken over: the address stays its own.
    pub received: RwSignal<Option<Received>>,
    /// How what stands on the page came there.
    pub visit: RwSignal<Visit>,
    /// What stood there before something was opened over it.
    pub before: RwSignal<Option<Before>>,
    /// What somebody brought that would change the shop, and is asked about.
    pub offer: RwSignal<Option<Offer>>,
    /// Whether something was changed that is not kept yet.
    pending: StoredValue<bool>,
    /// What was kept or read last: of the shop, of the rest as text, and the state in the address bar.
    kept_shop: StoredValue<Entries>,
    kept: StoredValue<String>,
    address: StoredValue<String>,
    /// What an address brought, while it is not taken up.
    brought: StoredValue<Entries>,
}

/// How what stands on the page came there, where it was not simply typed or remembered.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Visit {
    /// The state of an address that was not taken up yet: it is kept nowhere, and what is remembered stays.
    pub is_guest: bool,
    /// A request without a price, until the shop of this device is asked for one.
    pub is_enquiry: bool,
    /// Figures of another shop stand beside those at home, which stay.
    pub shop_beside: bool,
}

/// What stood on the page before something was opened over it: one step brings it back.
#[derive(Clone)]
pub struct Before {
    /// What stood in the fields.
    pub entries: Entries,
    /// What has to be taken back besides where the shop was changed: its figures, and what this does.
    pub undo_shop: Option<fn()>,
}

/// What somebody brought that would change figures of the shop: nothing changes until the reader has chosen.
#[derive(Clone)]
pub struct Offer {
    /// The private fields that it brings.
    pub shop: Entries,
    /// What it brings besides; none where it is a shop alone.
    pub rest: Option<Rest>,
    /// What of the shop at home would change.
    pub changes: Vec<Change>,
    /// Whether it brings a key that is not the one at home.
    pub has_key: bool,
    /// What of it could not be used.
    pub notices: Vec<Notice>,
    /// Asks for it: the markup.
    pub ask: fn(Form, &Offer) -> String,
}

/// What comes with a shop.
#[derive(Clone)]
pub enum Rest {
    /// A quote that somebody gave.
    Given(serde_json::Map<String, serde_json::Value>),
    /// What stands in the fields.
    Entries(Entries),
}

/// A quote that somebody gave, as it came.
#[derive(Clone)]
pub enum Received {
    /// The part of an address behind `#`.
    Link(String),
    /// The inputs of a file.
    Inputs(serde_json::Map<String, serde_json::Value>),
    /// The same of a file whose shop was taken over just now: one step takes back both.
    InputsWithShop(serde_json::Map<String, serde_json::Value>),
}

/// What was found in a file, or why it was not taken.
#[derive(Clone, Default)]
pub struct Account {
    /// Sentence by sentence.
    pub lines: Vec<Said>,
    /// Whether it was refused.
    pub refused: bool,
    /// Of a model: what it looks like.
    pub picture: Option<Picture>,
}

/// What a model looks like, and what shows that: loaded with what reads files.
#[derive(Clone)]
pub struct Picture {
    /// Corners of triangles, nine numbers each, inside a cube from −1 to 1.
    pub triangles: Vec<f32>,
    /// Shows them in the element of a name.
    pub show: fn(&str, &[f32]),
}

impl Account {
    /// Refused, for this reason.
    pub fn refused(why: impl Into<Phrase>) -> Self {
        Self { lines: vec![Said::Phrase(why.into())], refused: true, picture: None }
    }

    /// Still being read: so much of it, 0 to 1.
    pub fn progress(share: f64) -> Self {
        let said = phrase(
            words::FILE_READING,
            [Arg::Quantity(Dimension::Fraction, (100.0 * share).round() / 100.0)],
        );
        Self { lines: vec![Said::Phrase(said)], ..Self::default() }
    }
}

/// A sentence: as the model says it, or, from a worker, as each reader would read it.
#[derive(Clone)]
pub enum Said {
    /// With places to fill.
    Phrase(Phrase),
    /// In each language and system of units, in the order of [`Said::READERS`].
    Written(Vec<String>),
}

impl Said {
    /// Who reads.
    pub const READERS: [Reader; 4] = [
        Reader { language: Language::En, system: System::Metric },
        Reader { language: Language::En, system: System::Us },
        Reader { language: Language::Zh, system: System::Metric },
        Reader { language: Language::Zh, system: System::Us },
    ];

    /// For one reader.
    pub fn to(&self, reader: Reader) -> String {
        match self {
            Self::Phrase(phrase) => reader.phrase(phrase),
            Self::Written(texts) => Self::READERS
                .iter()
                .position(|one| *one == reader)
                .and_then(|place| texts.get(place))
                .cloned()
                .unwrap_or_default(),
        }
    }
}

impl Form {
    /// A form that is kept nowhere.
    pub fn new(calculator: &'static AnyCalculator, settings: Settings) -> Self {
        let entries = RwSignal::new(Entries::new());
        let is_full = RwSignal::new(false);
        let pauses = RwSignal::new(0);
        let (seen, took) = (StoredValue::new(0), StoredValue::new(0.0));
        let visit = RwSignal::new(Visit::default());
        // What is typed changes the outcome, as a rule: to compare the two would cost more than it saves. Those who show it compare texts.
        let outcome = Memo::new_with_compare(
            move |_| {
                let (given, unreadable) =
                    entries.with(|entries| entry::to_inputs(calculator, entries));
                let (is_full, pauses) = (is_full.get(), pauses.get());
                if visit.with(|visit| visit.is_enquiry) {
                    return without_price(Outcome {
                        evaluation: calculator.evaluate(&given),
                        unreadable,
                        is_hasty: false,
                    });
                }
                if took.get_value() > AT_ONCE && seen.get_value() == pauses {
                    return Outcome {
                        evaluation: calculator.evaluate(&given),
                        unreadable,
                        is_hasty: true,
                    };
                }
                let begun = js_sys::Date::now();
                let evaluation = if is_full {
                    calculator.evaluate_fully(&given)
                } else {
                    calculator.evaluate(&given)
                };
                let outcome = Outcome { evaluation, unreadable, is_hasty: false };
                seen.set_value(pauses);
                took.set_value(js_sys::Date::now() - begun);
                outcome
            },
            |_, _| true,
        );
        let units = RwSignal::new(Places::default());
        Self {
            calculator,
            entries,
            units,
            is_full,
            pauses,
            more_comes: RwSignal::new(0),
            outcome,
            notices: RwSignal::default(),
            accounts: RwSignal::default(),
            settings,
            received: RwSignal::new(None),
            visit,
            before: RwSignal::new(None),
            offer: RwSignal::new(None),
            pending: StoredValue::new(false),
            kept_shop: StoredValue::new(Entries::new()),
            kept: StoredValue::default(),
            address: StoredValue::default(),
            brought: StoredValue::new(Entries::new()),
        }
    }

    /// A form that begins with what the address or else the memory says, and is kept in both.
    pub fn kept(calculator: &'static AnyCalculator, settings: Settings) -> Self {
        let form = Self::new(calculator, settings);
        form.open_home();
        let state = router::state();
        form.address.set_value(state.clone());
        let from_here = router::comes_from_here();
        if !state.is_empty() && !form.receives(&state) {
            match form.remembered_as(&state) {
                Some(memory) => {
                    form.take_settings(&entry::from_link(calculator, &state));
                    form.kept.set_value(memory.clone());
                    form.open_memory(&memory); // it knows what the address could not carry
                }
                None => form.open_address(&state, from_here),
            }
        }
        effect(move || {
            form.link(); // followed by this effect
            form.visit.track();
            if !form.pending.get_value() {
                form.pending.set_value(true);
                dom::after(ADDRESS_EVERY, move || {
                    if form.pending.try_get_value().is_some() {
                        if form.received.with_untracked(Option::is_none) {
                            form.write_address();
                        }
                        form.remember();
                    }
                });
            }
        });
        on_cleanup(move || form.remember());
        form
    }

    /// What is remembered: the shop field by field, the rest together.
    fn open_home(self) {
        let key = memory_key(self.calculator);
        let mut memory = storage::get(&key).unwrap_or_default();
        let shop = shop::read(self.calculator, &mut memory);
        let read = entry::from_memory(self.calculator, &memory);
        let mut entries = private::without(self.calculator, &read.entries);
        if entries.len() < read.entries.len()
            || storage::get(&key).is_some_and(|stored| stored != memory)
        {
            // An earlier version kept the shop there too.
            let language = read.language.clone().unwrap_or_default();
            let system = read.system.as_deref().and_then(System::from_id).unwrap_or(System::Metric);
            memory = entry::to_open_memory(self.calculator, &entries, &language, system);
            storage::set(&key, &memory);
        }
        self.kept_shop.set_value(shop.clone());
        self.kept.set_value(memory);
        entries.extend(shop);
        self.units.set(Places::default());
        self.entries.set(entries);
        self.notices.set(read.notices);
    }

    /// The address was changed by hand: takes over what it says.
    pub fn follow_address(self) {
        let state = router::state();
        self.address.set_value(state.clone());
        if state != self.link_untracked() && !self.receives(&state) {
            self.open_address(&state, false);
        }
    }

    /// Shows the state of an address beside what is remembered, which stays until the reader goes on with this one. A request that comes from elsewhere has no
    /// price: that of another shop would be another one.
    fn open_address(self, state: &str, from_here: bool) {
        let is_frame = dom::root_attribute("data-embed").is_some(); // remembers nothing; its host says what stands in it
        let before = self.entries.get_untracked();
        self.open_link(state, true);
        let now = private::without(self.calculator, &self.entries.get_untracked());
        let open = private::without(self.calculator, &before);
        let is_over = !is_frame && !open.is_empty() && open != now;
        let is_enquiry =
            self.calculator.papers.is_some() && !is_frame && !from_here && !now.is_empty();
        self.before.set(is_over.then_some(Before { entries: before, undo_shop: None }));
        self.visit.set(Visit { is_guest: is_over || is_enquiry, is_enquiry, shop_beside: false });
        self.brought.set_value(now);
    }

    /// Goes on with what stands on the page: it is kept from now on, and has a price.
    pub fn take_up(self) {
        self.visit.update(|visit| (visit.is_guest, visit.is_enquiry) = (false, false));
    }

    /// Brings back what stood there before.
    pub fn go_back(self) {
        let Some(before) = self.before.get_untracked() else { return };
        self.before.set(None);
        self.offer.set(None);
        match before.undo_shop {
            Some(undo) => {
                undo();
                self.visit.set(Visit::default());
                self.open_whole(before.entries);
            }
            None => {
                self.visit.set(Visit::default());
                self.open_with_own_shop(private::without(self.calculator, &before.entries));
            }
        }
        self.notices.set(Vec::new());
        self.write_address(); // at once: this is no state of that address any more
    }

    /// These entries, with the shop at home.
    pub fn open_with_own_shop(self, mut entries: Entries) {
        entries.extend(self.own_shop());
        self.visit.update(|visit| visit.shop_beside = false);
        self.open_whole(entries);
    }

    /// What is private at home, whatever stands on the page.
    pub fn own_shop(self) -> Entries {
        if self.visit.with_untracked(|visit| visit.shop_beside) {
            self.kept_shop.get_value()
        } else {
            self.entries.with_untracked(|entries| private::of(self.calculator, entries))
        }
    }

    /// The figures of another shop, with these entries or those that stand there, beside the shop at home, which stays.
    pub fn open_beside(self, entries: Entries) {
        if !self.visit.with_untracked(|visit| visit.shop_beside) {
            self.keep_shop();
        }
        self.visit.update(|visit| visit.shop_beside = true);
        self.open_whole(entries);
    }

    /// Keeps in mind what stands there, since something is about to be opened over it.
    pub fn keep_before(self, undo_shop: Option<fn()>) {
        let mut entries = private::without(self.calculator, &self.entries.get_untracked());
        let is_empty = entries.is_empty() && undo_shop.is_none();
        entries.extend(self.own_shop());
        self.before.set((!is_empty).then_some(Before { entries, undo_shop }));
    }

    /// Whether the state of an address is a quote that was given: then it waits for what reads it.
    fn receives(self, state: &str) -> bool {
        let given = self.calculator.papers.is_some()
            && (state.starts_with(PACKED) || state.contains("issued="));
        if given && dom::root_attribute("data-embed").is_some() {
            self.notices.set(vec![Notice::Framed]); // a frame has no papers, by the contract of embedding
        } else if given {
            self.received.set(Some(Received::Link(state.to_owned())));
            dom::mark_root("data-received", Some("")); // what is on the page is not what was given
        }
        given
    }

    /// What was received is taken over or put away: the address follows the fields again.
    pub fn received_done(self) {
        self.received.set(None);
        dom::mark_root("data-received", None);
        self.write_address();
    }

    /// The name of the record of a quote that was given, if one stands among the fields.
    pub fn record(self) -> Option<&'static str> {
        self.entries.with(|entries| {
            entries.keys().copied().find(|name| {
                self.calculator.field(name).is_some_and(|field| matches!(field.kind, Kind::Record))
            })
        })
    }

    /// The state as a link's part behind `#`.
    pub fn link(self) -> String {
        let (language, system) = (self.settings.language.get(), self.settings.system.get());
        self.entries
            .with(|entries| entry::to_link(self.calculator, entries, language.tag(), system))
    }

    /// Whether something was given that no link carries.
    pub fn has_more_than_link(self) -> bool {
        let stays = |name: &str| {
            self.calculator
                .field(name)
                .is_some_and(|field| !entry::is_in_links(self.calculator, field))
        };
        self.entries.with(|entries| entries.keys().any(|name| stays(name)))
    }

    fn link_untracked(self) -> String {
        untrack(|| self.link())
    }

    fn write_address(self) {
        router::replace_state(&self.link_untracked());
        self.address.set_value(router::state());
    }

    /// Keeps what was changed here in the memory of the browser, also what no link carries; what another tab has kept since stays otherwise. What came with an address is kept from the first change on.
    pub fn remember(self) {
        let settings = || {
            Some((
                self.settings.language.try_get_untracked()?,
                self.settings.system.try_get_untracked()?,
            ))
        };
        let (Some((language, system)), Some(visit)) = (settings(), self.visit.try_get_untracked())
        else {
            return;
        };
        let Some(entries) = self.entries.try_get_untracked() else { return };
        let _ = self.pending.try_set_value(false); // a page that was left needs no mark
        if !visit.shop_beside {
            self.keep_shop();
        }
        if visit.is_guest
            && (visit.is_enquiry
                || self
                    .brought
                    .with_value(|brought| *brought == private::without(self.calculator, &entries)))
        {
            return;
        }
        if visit.is_guest {
            self.visit.update(|visit| visit.is_guest = false);
        }
        let memory = entry::to_open_memory(self.calculator, &entries, language.tag(), system);
        storage::set_of_window(
            &memory_key(self.calculator),
            &[&self.address.get_value(), "\n", &memory].concat(),
        );
        if self.kept.get_value() != memory {
            storage::set(&memory_key(self.calculator), &memory);
            self.kept.set_value(memory);
        }
    }

    /// Writes what of the shop was changed here.
    fn keep_shop(self) {
        let Some(now) =
            self.entries.try_with_untracked(|entries| private::of(self.calculator, entries))
        else {
            return;
        };
        self.kept_shop.with_value(|kept| shop::write(self.calculator, kept, &now));
        self.kept_shop.set_value(now);
    }

    /// Another window has changed a record: of the shop it is taken over.
    pub fn hear(self, event: &web_sys::Event) {
        let Some((name, text)) = storage::changed(event) else { return };
        let Some(field) = shop::field_of(self.calculator, &name) else { return };
        let heard = text.and_then(|text| entry::read_written(field, &text));
        let mut kept = self.kept_shop.get_value();
        let mut now = self.entries.get_untracked();
        let shows = private::hear(&mut kept, &mut now, field.name, heard);
        self.kept_shop.set_value(kept);
        if shows && !self.visit.with_untracked(|visit| visit.shop_beside) {
            self.entries.set(now);
        }
    }

    /// What is remembered of the state of an address: by this window, which may have been left before its address followed, or by all. That knows what the
    /// address could not carry.
    fn remembered_as(self, state: &str) -> Option<String> {
        let key = memory_key(self.calculator);
        if let Some((address, memory)) =
            storage::of_window(&key).as_deref().and_then(|left| left.split_once('\n'))
            && address == state
        {
            return Some(memory.to_owned());
        }
        let memory = storage::get(&key)?;
        let read = entry::from_memory(self.calculator, &memory);
        let language = read.language.as_deref().and_then(Language::from_tag)?;
        let system = read.system.as_deref().and_then(System::from_id)?;
        (entry::to_link(self.calculator, &read.entries, language.tag(), system)
            == state.trim_start_matches('#'))
        .then_some(memory)
    }

    /// What is remembered, with the shop at home.
    fn open_memory(self, memory: &str) {
        let read = entry::from_memory(self.calculator, memory);
        self.replace(private::without(self.calculator, &read.entries));
        self.notices.set(read.notices);
    }

    /// Everything that stands there, as text: a scenario to be pinned.
    pub fn memory(self) -> String {
        let (language, system) =
            (self.settings.language.get_untracked(), self.settings.system.get_untracked());
        self.entries.with_untracked(|entries| {
            entry::to_memory(self.calculator, entries, language.tag(), system)
        })
    }

    /// Takes over the state of a link; its language and units too when they were meant for this reader.
    pub fn open_link(self, link: &str, with_settings: bool) {
        let mut read = entry::from_link(self.calculator, link);
        if with_settings {
            self.take_settings(&read);
        }
        // No link of ours holds what is private; one that does would change it unasked. (To collect the others would sort, which weighs.)
        for field in
            self.calculator.fields().iter().filter(|field| self.calculator.is_private(field.name))
        {
            read.entries.remove(field.name);
        }
        self.replace(read.entries);
        self.notices.set(read.notices);
    }

    fn take_settings(self, read: &entry::Link) {
        if let Some(language) = read.language.as_deref().and_then(Language::from_tag) {
            self.settings.language.set(language);
        }
        if let Some(system) = read.system.as_deref().and_then(System::from_id) {
            self.settings.system.set(system);
        }
    }

    /// Other entries in place of these, all but those that are private.
    pub fn replace(self, entries: Entries) {
        self.units.set(Places::default());
        self.entries
            .update(|before| *before = entry::with_private(self.calculator, entries, before));
    }

    /// These entries in the place of everything.
    pub fn open_whole(self, entries: Entries) {
        self.units.set(Places::default());
        self.entries.set(entries);
    }

    /// Takes over inputs given as JSON, such as those of an example.
    pub fn open_inputs(self, inputs: &serde_json::Map<String, serde_json::Value>) {
        let (entries, notices) =
            entry::from_inputs(self.calculator, inputs, self.settings.system.get_untracked());
        self.replace(entries);
        self.notices.set(notices);
    }

    /// Takes over some inputs of where a field stands and leaves the others; what is null goes back to its default.
    pub fn add_inputs(self, at: At, inputs: &serde_json::Map<String, serde_json::Value>) {
        let system = self.settings.system.get_untracked();
        self.entries.update(|entries| {
            let Some(among) = at.among(entries) else { return };
            for (name, value) in inputs {
                let place = At::find(
                    self.calculator,
                    &at.row
                        .map_or_else(|| name.clone(), |(table, row)| cell_name(table, row, name)),
                );
                let Some((place, field)) = place else { continue };
                match entry::entry_of(field, value, system) {
                    Some(entry) => drop(among.insert(place.field, entry)),
                    None => drop(among.remove(place.field)),
                }
            }
        });
    }

    /// How many rows a field of rows has.
    pub fn rows(self, table: &'static str) -> usize {
        let typed =
            self.entries.with(|entries| entries.get(table).map_or(0, |entry| entry.rows.len()));
        typed.max(
            self.outcome.with(|outcome| outcome.assumption(table).map_or(0, |one| one.rows.len())),
        )
    }

    /// Whether anything stands in a row of a field.
    pub fn has_rows(self, table: &'static str) -> bool {
        self.entries.with(|entries| {
            entries.get(table).is_some_and(|entry| !entry.rows.iter().all(Entries::is_empty))
        })
    }

    /// Changes the rows of a field; rows that stand there by default are there to be changed.
    pub fn change_rows(self, table: &'static str, change: &mut dyn FnMut(&mut Vec<Entries>)) {
        let shown = untrack(|| self.rows(table));
        self.entries.update(|entries| {
            let rows = &mut entries.entry(table).or_default().rows;
            rows.resize_with(shown, Entries::new);
            change(rows);
            if rows.is_empty() {
                entries.remove(table);
            }
        });
        // Units and accounts belong to rows by their place, and the places have changed.
        self.units
            .update(|units| units.0.retain(|(at, _)| at.row.is_none_or(|(one, _)| one != table)));
        self.accounts.update(|accounts| {
            accounts.0.retain(|(at, _)| at.row.is_none_or(|(one, _)| one != table))
        });
    }

    /// The inputs that count, if every text among them means something.
    pub fn inputs(self) -> Option<serde_json::Map<String, serde_json::Value>> {
        if self.visit.with_untracked(|visit| visit.is_enquiry) {
            return None;
        }
        let (given, unreadable) =
            self.entries.with_untracked(|entries| entry::to_inputs(self.calculator, entries));
        unreadable.is_empty().then_some(given)
    }

    /// Works out what was left out while somebody typed.
    pub fn catch_up(self) {
        if self.outcome.with_untracked(|outcome| outcome.is_hasty) {
            self.pauses.update(|pauses| *pauses += 1);
        }
    }

    /// From now on works out everything that stands behind the answer too.
    pub fn explain_fully(self) {
        let _ = self.pauses.try_update(|pauses| *pauses += 1); // not in haste, however long the first answer took
        let _ = self.is_full.try_set(true); // the page may have been left
    }

    /// A part of the page is on its way.
    pub fn await_more(self) {
        self.more_comes.update(|count| *count += 1);
    }

    /// It has come, or failed to.
    pub fn more_came(self) {
        let _ = self.more_comes.try_update(|count| *count = count.saturating_sub(1)); // the page may have been left
    }

    /// Takes over an example. Where a kind of shop belongs to it, that stands beside the shop at home.
    pub fn open_preset(self, preset: &Preset) {
        let inputs = preset.to_inputs();
        if dom::root_attribute("data-embed").is_some() {
            return self.open_inputs(&inputs); // no shop is at home in a frame
        }
        let mut own = self.own_shop();
        self.take_up();
        if inputs.keys().any(|name| self.calculator.is_private(name)) {
            let (entries, notices) =
                entry::from_inputs(self.calculator, &inputs, self.settings.system.get_untracked());
            own.extend(entries);
            self.open_beside(own);
            self.notices.set(notices);
        } else {
            self.open_with_own_shop(Entries::new());
            self.open_inputs(&inputs);
        }
    }

    /// Every field back to its default; what is private stays.
    pub fn reset(self) {
        self.take_up();
        self.open_with_own_shop(Entries::new());
        self.notices.set(Vec::new());
        self.accounts.set(Places::default());
    }

    /// Puts a text into a field; its unit stays the one that is shown.
    pub fn type_text(self, at: impl Into<At>, dimension: Option<Dimension>, text: String) {
        let at = at.into();
        let unit = dimension.map_or(0, |dimension| self.unit_position(at, dimension));
        self.entries.update(|entries| {
            if let Some(among) = at.among(entries) {
                among.insert(at.field, Entry::number(text, unit));
            }
        });
    }

    /// Back to the default of a field.
    pub fn clear(self, at: impl Into<At>) {
        let at = at.into();
        let unit = self.entries.with_untracked(|entries| at.of(entries).map(|entry| entry.unit));
        if let Some(unit) = unit {
            self.units.update(|units| units.put(at, unit));
            self.entries
                .update(|entries| drop(at.among(entries).and_then(|among| among.remove(at.field))));
            if self.accounts.with_untracked(|accounts| accounts.of(at).is_some()) {
                self.accounts.update(|accounts| accounts.0.retain(|(one, _)| *one != at));
            }
        }
    }

    /// Forgets a field whose text is blank, so that it shows its default. A unit that was typed behind a number becomes the one beside the field.
    pub fn leave(self, at: At) {
        if self.entries.with_untracked(|entries| at.of(entries).is_some_and(Entry::is_blank)) {
            self.clear(at);
            return;
        }
        let dimension =
            At::find(self.calculator, &at.id()).and_then(|(_, field)| dimension_of(field));
        let settled = dimension.and_then(|dimension| {
            let default = || {
                self.default_of(at).and_then(|default| {
                    self.entries.with_untracked(|entries| {
                        entry::as_shown(dimension, at.of(entries)?, default)
                    })
                })
            };
            self.entries
                .with_untracked(|entries| entry::settled(dimension, at.of(entries)?))
                .or_else(default)
        });
        if let Some(settled) = settled {
            self.units.update(|units| units.put(at, settled.unit));
            self.entries.update(|entries| {
                if let Some(among) = at.among(entries) {
                    among.insert(at.field, settled);
                }
            });
        }
    }

    /// The number that a field would show if nobody had typed in it.
    fn default_of(self, at: At) -> Option<f64> {
        let mut entries = self.entries.get_untracked();
        at.among(&mut entries)?.remove(at.field)?;
        let evaluation = self.calculator.evaluate(&entry::to_inputs(self.calculator, &entries).0);
        let one = assumption(&evaluation, at)
            .filter(|one| matches!(one.origin, Origin::Default | Origin::Derived))?;
        one.value
            .as_f64()
            .or_else(|| one.fact.filter(|_| one.origin == Origin::Derived).map(|fact| fact.value))
    }

    /// The position of the unit that a field shows.
    pub fn unit_position(self, at: impl Into<At>, dimension: Dimension) -> usize {
        let at = at.into();
        let typed = self.entries.with(|entries| at.of(entries).map(|entry| entry.unit));
        let chosen = typed.or_else(|| self.units.with(|units| units.of(at).copied()));
        chosen.unwrap_or_else(|| dimension.preferred(self.settings.system.get()))
    }

    /// Shows a field in another unit: the quantity stays, the digits change.
    pub fn choose_unit(self, at: At, dimension: Dimension, unit: usize) {
        self.units.update(|units| units.put(at, unit));
        self.entries.update(|entries| {
            if let Some(entry) = at.among(entries).and_then(|among| among.get_mut(at.field)) {
                *entry = entry::converted(dimension, entry, unit);
            }
        });
    }

    /// Shows every field that was typed in in the units of another system: the quantities stay. Not done when a link brings the other
    /// system along: its texts are meant as they stand.
    pub fn convert(self, system: System) {
        self.entries.update(|entries| entry::in_system(self.calculator.fields(), entries, system));
        self.brought
            .update_value(|entries| entry::in_system(self.calculator.fields(), entries, system)); // which changes nothing of it
    }

    /// Looks at the report, if there is one.
    pub fn with_report<T>(self, look: impl FnOnce(Option<&Report>) -> T) -> T {
        self.outcome.with(|outcome| look(outcome.report()))
    }

    /// The ids of the rows in force of a list, parted by commas: as typed, or else the default.
    pub fn chosen(self, at: impl Into<At>) -> String {
        let at = at.into();
        let typed = self.entries.with(|entries| at.of(entries).map(|entry| entry.text.clone()));
        typed.unwrap_or_else(|| {
            self.outcome.with(|outcome| {
                let ids = outcome.assumption(at).and_then(|assumption| assumption.value.as_array());
                ids.into_iter().flatten().filter_map(|id| id.as_str()).collect::<Vec<_>>().join(",")
            })
        })
    }

    /// The id chosen in another field of the same row or object; several ids are separated by
    /// commas.
    pub fn chosen_beside(self, at: At, name: &str) -> String {
        let object = at.field.rfind('.').and_then(|dot| at.field.get(..=dot)).unwrap_or_default();
        let name = [object, name].concat();
        let beside = match at.row {
            None => self.calculator.field(&name),
            Some((table, _)) => match self.calculator.field(table).map(|field| field.kind) {
                Some(Kind::Rows { fields, .. }) => fields().iter().find(|field| field.name == name),
                _ => None,
            },
        };
        let Some(field) = beside else { return String::new() };
        let beside = At { field: field.name, ..at };
        if let Kind::Several(..) = field.kind { self.chosen(beside) } else { self.choice(beside) }
    }

    /// The id of the choice in force.
    fn choice(self, at: At) -> String {
        self.outcome
            .with(|outcome| {
                outcome
                    .assumption(at)
                    .and_then(|assumption| assumption.value.as_str().map(str::to_owned))
            })
            .unwrap_or_default()
    }
}

/// How a field was understood.
fn assumption(evaluation: &Evaluation, at: At) -> Option<&Assumption> {
    let find = |all: &'_ [Assumption], name: &str| all.iter().position(|one| one.field == name);
    match at.row {
        None => evaluation.assumptions.get(find(&evaluation.assumptions, at.field)?),
        Some((table, row)) => {
            let cells =
                evaluation.assumptions.get(find(&evaluation.assumptions, table)?)?.rows.get(row)?;
            cells.get(find(cells, at.field)?)
        }
    }
}

/// An outcome with all that was understood, and no answer.
fn without_price(mut outcome: Outcome) -> Outcome {
    outcome.evaluation.outcome = Err(outcome.evaluation.outcome.err().unwrap_or_default());
    outcome
}

/// The dimension of a field that takes a number.
pub fn dimension_of(field: &Field) -> Option<Dimension> {
    match field.kind {
        Kind::Number { dimension, .. } => Some(dimension),
        _ => None,
    }
}

fn memory_key(calculator: &AnyCalculator) -> String {
    format!("last.{}", calculator.id)
}
