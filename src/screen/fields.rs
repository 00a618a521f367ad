//! The fields of a form: label, where the value comes from, the value, and one line of help, warning or error that keeps its height.

use super::layout::{Group, Row};
use super::{Screen, dom};
use crate::form::{At, Form, Outcome, dimension_of};
use crate::reactive::*;
use crate::words;
use platewise_model::calculator::{Assumption, Control, Field, Kind, LONGEST_TEXT, Origin};
use platewise_model::data::Fact;
use platewise_model::entry::{self, Unreadable, entry_of, shown};
use platewise_model::report::format::escaped;
use platewise_model::units::{Dimension, System};
use platewise_model::words::{Arg, Phrase, Text, phrase};
use std::cell::RefCell;
use std::fmt::Write as _;
use std::ops::Range;
use std::rc::Rc;
use wasm_bindgen::JsCast as _;

/// The form in the reader's language.
pub fn markup(screen: Screen) -> String {
    let form = screen.form;
    let examples = if screen.pins.is_some() { examples(form) } else { String::new() };
    screen.layout.iter().enumerate().fold(examples, |mut out, (index, group)| {
        write_group(&mut out, form, group, index < screen.made.get_untracked());
        out
    })
}

fn text(form: Form, text: Text) -> String {
    escaped(form.settings.text(text))
}

fn examples(form: Form) -> String {
    let options: String = form
        .calculator
        .presets()
        .iter()
        .map(|preset| {
            format!("<option value=\"{}\">{}</option>", preset.id, text(form, preset.name))
        })
        .collect();
    format!(
        "<div class=\"f examples\"><div class=\"top\"><label for=\"example\">{}</label></div><select id=\"example\" aria-describedby=\"example-say\"><option value=\"\">{}</option>{options}</select><p class=\"say\" id=\"example-say\"></p></div>",
        text(form, words::EXAMPLES),
        text(form, words::EXAMPLES_CHOOSE)
    )
}

fn write_group(out: &mut String, form: Form, group: &Group, is_made: bool) {
    let (id, title) = (group.id, text(form, group.title));
    let is_made = is_made && !group.on_demand;
    let hidden = if is_made { "" } else { " hidden" };
    let (tag, head) =
        if group.folded { ("details class=\"fold\"", "summary") } else { ("fieldset", "legend") };
    let _ = write!(
        out,
        "<{tag} id=\"group-{id}\"{hidden}><{head}>{title}</{head}><div id=\"rows-{id}\">"
    );
    if is_made {
        out.push_str(&rows(form, group));
    }
    out.push_str(if group.folded { "</div></details>" } else { "</div></fieldset>" });
}

fn rows(form: Form, group: &Group) -> String {
    group.rows.iter().fold(String::new(), |mut out, row| {
        write_row(&mut out, form, row, row.field.name);
        out
    })
}

/// A field: its name in the document is that of where it stands.
pub fn write_row(out: &mut String, form: Form, row: &Row, name: &str) {
    let field = row.field;
    let label = text(form, field.label);
    let described =
        format!("id=\"{name}\" name=\"{name}\" aria-describedby=\"{name}-say {name}-help\"");
    let control = match row.control {
        Control::Segments if row.bare => {
            out.push_str(&segments(
                form,
                field,
                name,
                &format!("aria-label=\"{label}\" data-field=\"{name}\""),
            ));
            return;
        }
        Control::Segments => segments(
            form,
            field,
            name,
            &format!(
                "aria-labelledby=\"{name}-label\" aria-describedby=\"{name}-say {name}-help\""
            ),
        ),
        Control::Boxes => boxes(form, field, name),
        Control::Number => format!(
            "<div class=\"in\"><input {described} class=\"num\" type=\"text\" inputmode=\"decimal\" autocomplete=\"off\" spellcheck=\"false\">{}</div>",
            units(form, field, name, &label)
        ),
        Control::Text => format!(
            "<div class=\"in\"><input {described} type=\"text\" autocomplete=\"off\" spellcheck=\"false\" maxlength=\"200\" placeholder=\"{}\"></div>",
            field.layout.placeholder
        ),
        Control::Paragraph => format!(
            "<div class=\"in tall\"><textarea {described} rows=\"3\" maxlength=\"{LONGEST_TEXT}\"></textarea></div>"
        ),
        Control::Numbers => {
            let unit = numbers_unit(form, field);
            let unit =
                if unit.is_empty() { unit } else { format!("<span class=\"unit\">{unit}</span>") };
            format!(
                "<div class=\"in tall\"><textarea {described} class=\"num\" rows=\"3\" spellcheck=\"false\" autocomplete=\"off\"></textarea>{unit}</div>"
            )
        }
        Control::File => format!(
            "<div class=\"drop\" data-drop=\"{name}\"><label class=\"filebutton\"><span>{}</span><input {described} type=\"file\" accept=\"{}\"></label><span class=\"hint\">{}</span></div><div class=\"account\" id=\"{name}-account\" role=\"status\"></div>",
            text(form, words::CHOOSE_FILE),
            field.layout.accepts.unwrap_or_default(),
            text(form, words::DROP_FILE)
        ),
        Control::List => format!("<select {described}></select>"),
        Control::Rows => {
            let _ = write!(
                out,
                "<div class=\"f rows\" data-field=\"{name}\"><div id=\"{name}-rows\"></div><p class=\"say\" id=\"{name}-say\" role=\"status\"></p><button type=\"button\" class=\"add\" id=\"{name}\" name=\"{name}\" data-row-add=\"{name}\">+ {label}</button><label class=\"filebutton\"><span>{}</span><input id=\"{name}-import\" data-row-import=\"{name}\" type=\"file\" accept=\".csv,.tsv,.txt,.xlsx,text/csv\"></label><div id=\"{name}-preview\" role=\"status\"></div></div>",
                text(form, words::ROWS_IMPORT)
            );
            return;
        }
        Control::Curve => format!(
            "<details class=\"astable\"><summary>{}</summary><p class=\"curvehead\" aria-hidden=\"true\">A/dm²&ensp;%</p><textarea {described} class=\"num\" rows=\"8\" spellcheck=\"false\"></textarea></details>",
            text(form, words::CURVE_POINTS)
        ),
    };
    let quiet = if matches!(
        field.kind,
        Kind::Choice(_)
            | Kind::Several(..)
            | Kind::Text
            | Kind::LongText
            | Kind::Date
            | Kind::Numbers { .. }
            | Kind::Hours(_)
    ) {
        " quiet"
    } else {
        ""
    };
    let label = if row.control == Control::Segments {
        format!("<span id=\"{name}-label\">{label}</span>")
    } else {
        format!("<label for=\"{name}\">{label}</label>")
    };
    let help = escaped(&form.settings.phrase(&phrase(words::HELP, [Arg::Text(field.label)])));
    let _ = write!(
        out,
        "<div class=\"f{quiet}\" data-field=\"{name}\"><div class=\"top\">{label}<button type=\"button\" class=\"help\" data-help=\"{name}\" aria-expanded=\"false\" aria-controls=\"{name}-help\" aria-label=\"{help}\">?</button><span class=\"src\" id=\"{name}-src\"></span></div>{control}<p class=\"say\" id=\"{name}-say\"></p><p class=\"helptext\" id=\"{name}-help\" hidden>{}</p></div>",
        help_text(form, name)
    );
}

/// The help of a field.
fn help_text(form: Form, name: &str) -> String {
    At::find(form.calculator, name)
        .and_then(|(at, _)| form.calculator.help(at.row.map(|(table, _)| table), at.field))
        .map(|help| text(form, help))
        .unwrap_or_default()
}

/// The unit of several numbers: always the canonical one.
fn numbers_unit(form: Form, field: &Field) -> String {
    match field.kind {
        Kind::Numbers { dimension, .. } => {
            escaped(dimension.canonical().symbol_in(form.settings.language.get()))
        }
        _ => String::new(),
    }
}

fn options_of(field: &Field) -> Vec<(&'static str, Text)> {
    match field.kind {
        Kind::Choice(options) | Kind::Several(options, ..) => options(),
        _ => Vec::new(),
    }
}

fn segments(form: Form, field: &Field, name: &str, attributes: &str) -> String {
    let options = options_of(field);
    let class = if options.len() == 4 { "seg two" } else { "seg" };
    let buttons: String = options
        .iter()
        .enumerate()
        .map(|(index, (id, label))| {
            let own = if index == 0 { name.to_owned() } else { format!("{name}-{id}") };
            format!("<label><input type=\"radio\" id=\"{own}\" name=\"{name}\" value=\"{id}\"><span>{}</span></label>", text(form, *label))
        })
        .collect();
    format!("<div class=\"{class}\" role=\"radiogroup\" {attributes}>{buttons}</div>")
}

fn boxes(form: Form, field: &Field, name: &str) -> String {
    let box_of = |(index, (id, label)): (usize, (&str, Text))| {
        let own = if index == 0 { name.to_owned() } else { format!("{name}-{id}") };
        format!(
            "<label><input type=\"checkbox\" id=\"{own}\" name=\"{name}\" value=\"{id}\" aria-describedby=\"{name}-say\"><span>{}</span></label>",
            text(form, label)
        )
    };
    let all: String = options_of(field).into_iter().enumerate().map(box_of).collect();
    format!(
        "<div class=\"boxes\" role=\"group\" aria-label=\"{}\">{all}</div>",
        text(form, field.label)
    )
}

fn units(form: Form, field: &Field, name: &str, label: &str) -> String {
    let units: Vec<_> = dimension_of(field)
        .map(Dimension::units)
        .unwrap_or_default()
        .iter()
        .enumerate()
        .filter(|(_, unit)| !unit.symbol.is_empty())
        .collect();
    match units.as_slice() {
        [] => String::new(),
        [(_, only)] => {
            format!("<span class=\"unit\">{}</span>", only.symbol_in(form.settings.language.get()))
        }
        several => {
            let options: String = several
                .iter()
                .map(|(position, unit)| {
                    format!(
                        "<option value=\"{position}\">{}</option>",
                        unit.symbol_in(form.settings.language.get())
                    )
                })
                .collect();
            format!(
                "<select data-unit=\"{name}\" aria-label=\"{}: {label}\">{options}</select>",
                text(form, words::UNIT)
            )
        }
    }
}

/// Everything about a field that changes.
#[derive(Clone, PartialEq, Default)]
pub struct State {
    hidden: bool,
    value: String,
    options: String,
    unit: usize,
    origin: String,
    remark: String,
    grave: &'static str,
    own: bool,
}

/// A field on the page: in which group, how it is shown, and where it stands.
pub struct Place {
    /// Position of its group on the page.
    pub group: usize,
    /// The field and how it is shown.
    pub row: &'static Row,
    /// Where it stands.
    pub at: At,
    /// Its name in the document.
    pub id: String,
}

fn places(screen: Screen) -> Vec<Place> {
    let place = |group, row: &'static Row| Place {
        group,
        row,
        at: row.field.name.into(),
        id: row.field.name.to_owned(),
    };
    let groups = screen.layout.iter().enumerate();
    groups.flat_map(|(at, group)| group.rows.iter().map(move |row| place(at, row))).collect()
}

/// Keeps the fields up to date, as far as they are made.
pub fn follow(screen: Screen) {
    let written = Rc::new(RefCell::new(Written::new(screen)));
    let all = Rc::clone(&written);
    effect(move || {
        screen.form.units.track(); // also where no group that is made has units
        screen.form.settings.system.track();
        all.borrow_mut().update(screen, 0);
    });
    // Groups that are made later change nothing in those before them.
    effect(move || {
        let (from, due) = (screen.filled.get_untracked(), screen.made.get());
        if from != due {
            untrack(|| written.borrow_mut().update(screen, from));
            screen.filled.set(due);
        }
    });
}

/// What of the fields stands in the document.
struct Written {
    places: Vec<Place>,
    /// What each of them shows.
    states: Vec<Option<State>>,
    /// How many groups came with the markup.
    at_first: usize,
    /// Which groups are made.
    made: Vec<bool>,
}

impl Written {
    fn new(screen: Screen) -> Self {
        let places = places(screen);
        Self {
            states: vec![None; places.len()],
            places,
            at_first: screen.made.get_untracked(),
            made: vec![false; screen.layout.len()],
        }
    }

    /// Brings the groups from this one on up to date, of those that are due.
    fn update(&mut self, screen: Screen, from: usize) {
        let (form, due) = (screen.form, from..screen.made.get_untracked());
        let of = |outcome: &Outcome| {
            self.places
                .iter()
                .map(|place| due.contains(&place.group).then(|| state(form, outcome, place)))
                .collect()
        };
        let now: Vec<Option<State>> = form.outcome.with(of);
        let fresh = self.make_groups(screen, due, &now);
        for ((place, state), old) in self.places.iter().zip(now).zip(&mut self.states) {
            let Some(state) = state else { continue };
            let before = old.as_ref().filter(|_| !fresh.contains(&place.group));
            if before != Some(&state) && self.made.get(place.group) == Some(&true) {
                show(place, &state, before);
            }
            *old = Some(state);
        }
    }

    /// Makes the rows of groups that are due and not written yet, those that are there on demand when they are needed first. Tells which groups are new.
    fn make_groups(
        &mut self,
        screen: Screen,
        due: Range<usize>,
        states: &[Option<State>],
    ) -> Vec<usize> {
        let mut fresh = Vec::new();
        for (index, (group, made)) in screen
            .layout
            .iter()
            .zip(&mut self.made)
            .enumerate()
            .filter(|(index, _)| due.contains(index))
        {
            let is_written = index < self.at_first && !group.on_demand;
            let is_shown = |(place, state): (&Place, &Option<State>)| {
                place.group == index && state.as_ref().is_some_and(|state| !state.hidden)
            };
            let in_use = !group.on_demand || self.places.iter().zip(states).any(is_shown);
            if let Some(whole) = dom::by_id(&format!("group-{}", group.id)).filter(|_| !is_written)
            {
                dom::hide(&whole, !in_use);
            }
            if in_use && !*made {
                if !is_written {
                    dom::fill(&format!("rows-{}", group.id), &rows(screen.form, group));
                }
                *made = true;
                fresh.push(index);
            }
        }
        fresh
    }
}

/// Keeps what belongs to fields up to date, when all are made.
pub fn follow_whole(screen: Screen) {
    super::take::follow(screen);
}

/// What a field shows.
pub fn state(form: Form, outcome: &Outcome, place: &Place) -> State {
    let Place { row: &Row { field, position, .. }, at, .. } = *place;
    let all = match at.row {
        None => &outcome.evaluation.assumptions[..],
        Some((table, row)) => outcome
            .assumption(table)
            .and_then(|table| table.rows.get(row))
            .map(|row| &row[..])
            .unwrap_or_default(),
    };
    let assumption = all.get(position).filter(|one| one.field == field.name);
    let origin = assumption.map_or(Origin::Unused, |one| one.origin);
    let typed = form.entries.with(|entries| at.of(entries).map(|entry| entry.text.clone()));
    if origin == Origin::Unused && typed.is_none() {
        return State { hidden: true, ..State::default() };
    }
    let own = typed.is_some();
    let (remark, grave) = remark(form, outcome, place, assumption);
    let choice = assumption.and_then(|one| one.value.as_str()).unwrap_or_default();
    let value = match field.kind {
        Kind::Choice(_) => choice.to_owned(),
        Kind::Several(..) => typed.unwrap_or_else(|| {
            assumption
                .and_then(|one| entry_of(field, &one.value, System::Metric))
                .map(|entry| entry.text)
                .unwrap_or_default()
        }),
        Kind::Text | Kind::LongText | Kind::Date => typed.unwrap_or_else(|| choice.to_owned()),
        Kind::Hours(_) | Kind::Record | Kind::Rows { .. } => String::new(),
        Kind::Number { dimension, .. } => {
            typed.unwrap_or_else(|| default_text(form, at, dimension, assumption))
        }
        Kind::Curve | Kind::Numbers { .. } => typed.unwrap_or_else(|| {
            assumption
                .and_then(|one| entry_of(field, &one.value, System::Metric))
                .map(|entry| entry.text)
                .unwrap_or_default()
        }),
    };
    State {
        hidden: matches!(origin, Origin::Unused | Origin::Solved)
            || (origin == Origin::Default
                && matches!(field.kind, Kind::Curve)
                && value.is_empty()
                && !own),
        value,
        options: options(form, place),
        unit: dimension_of(field).map_or(0, |dimension| form.unit_position(at, dimension)),
        origin: origin_note(form, place, assumption, own),
        remark,
        grave,
        own,
    }
}

fn options(form: Form, Place { row: Row { field, control, .. }, at, .. }: &Place) -> String {
    if *control != Control::List {
        return String::new();
    }
    let none = if field.layout.may_be_empty {
        format!("<option value=\"\">{}</option>", text(form, words::NONE))
    } else {
        String::new()
    };
    let chosen = |name: &str| form.chosen_beside(*at, name);
    let fits = |(id, _): &(&'static str, Text)| {
        field.layout.offered.is_none_or(|offered| offered(&chosen, id))
    };
    options_of(field).into_iter().filter(fits).fold(none, |mut out, (id, label)| {
        let _ = write!(out, "<option value=\"{id}\">{}</option>", text(form, label)); // a String takes all
        out
    })
}

/// What stands in a field that nobody typed in: its default.
fn default_text(
    form: Form,
    at: At,
    dimension: Dimension,
    assumption: Option<&Assumption>,
) -> String {
    let unit = dimension.unit(form.unit_position(at, dimension));
    let derived = || {
        assumption
            .filter(|one| one.origin == Origin::Derived)
            .and_then(|one| one.fact)
            .map(|fact| fact.value)
    };
    let value = assumption.and_then(|one| one.value.as_f64()).or_else(derived);
    value.map(|value| shown(unit.from_canonical(value))).unwrap_or_default()
}

fn remark(
    form: Form,
    outcome: &Outcome,
    Place { row: Row { field, control, .. }, at, id, .. }: &Place,
    assumption: Option<&Assumption>,
) -> (String, &'static str) {
    let settings = form.settings;
    let unreadable = outcome
        .unreadable
        .iter()
        .find(|(name, _)| name == id)
        .map(|(_, why)| settings.phrase(&unreadable_words(*why)));
    let problem = || {
        outcome
            .problems()
            .iter()
            .find(|problem| problem.field == *id)
            .map(|problem| settings.phrase(&problem.message()))
    };
    if let Some(error) = unreadable.or_else(problem) {
        return (error, "bad");
    }
    if let Some(told) =
        form.entries.with(|entries| at.of(entries).and_then(|entry| entry::told(field, entry)))
    {
        return (settings.phrase(&told), "");
    }
    if *control == Control::File {
        let given = assumption.filter(|one| one.origin == Origin::Given);
        let name = |one: &Assumption| {
            if let Kind::Hours(_) = field.kind {
                None
            } else {
                one.value.as_str().map(str::to_owned)
            }
        };
        return (
            given
                .map(|one| {
                    name(one).unwrap_or_else(|| settings.text(words::HOURS_IN_USE).to_owned())
                })
                .unwrap_or_default(),
            "",
        );
    }
    if let Some(about) = field.layout.about {
        let chosen = assumption.and_then(|one| one.value.as_str()).and_then(about);
        return (chosen.map(|about| settings.phrase(&about)).unwrap_or_default(), "");
    }
    let value = assumption.and_then(|one| one.value.as_f64());
    match assumption.and_then(|one| one.fact).filter(Fact::has_range) {
        None => (String::new(), ""),
        Some(fact) => {
            let given = assumption.is_some_and(|one| one.origin == Origin::Given);
            let unusual =
                given && value.is_some_and(|value| !(fact.low..=fact.high).contains(&value));
            let words = if unusual { words::UNUSUAL } else { words::USUAL };
            (settings.phrase(&ends(words, fact)), if unusual { "warn" } else { "" })
        }
    }
}

/// What to say of a text that means nothing.
pub fn unreadable_words(why: Unreadable) -> Phrase {
    match why {
        Unreadable::Number(why, dimension) => why.message(dimension),
        Unreadable::Curve => words::CURVE_PROBLEM.into(),
        Unreadable::OneOfSeveral => words::NUMBERS_PROBLEM.into(),
    }
}

fn ends(words: Text, fact: Fact) -> Phrase {
    phrase(
        words,
        [Arg::Quantity(fact.dimension, fact.low), Arg::Quantity(fact.dimension, fact.high)],
    )
}

/// Where the value comes from: yours with a way back, the default with how sure it is, or what it follows from.
fn origin_note(
    form: Form,
    Place { row: Row { field, .. }, at, id, .. }: &Place,
    assumption: Option<&Assumption>,
    own: bool,
) -> String {
    let fact = assumption.and_then(|one| one.fact);
    let origin = assumption.map_or(Origin::Unused, |one| one.origin);
    if own {
        let back = match fact.zip(dimension_of(field)) {
            Some((fact, dimension)) => {
                let default = shown(
                    dimension.unit(form.unit_position(*at, dimension)).from_canonical(fact.value),
                );
                escaped(&form.settings.phrase(&phrase(words::BACK_TO, [Arg::Name(default)])))
            }
            None => text(form, words::BACK),
        };
        return format!(
            "{} · <button type=\"button\" class=\"link\" id=\"{1}-back\" data-clear=\"{1}\">{back}</button>",
            text(form, words::YOURS),
            id
        );
    }
    match (origin, fact) {
        (Origin::Derived, _) => text(form, words::DERIVED),
        (Origin::Default, Some(fact)) => {
            let class = if field.is_estimate(origin, Some(&fact)) { "link weak" } else { "link" };
            let sure =
                if field.nature.is_of_the_world() { fact.sure.label() } else { words::EXAMPLE };
            format!(
                "{} · <button type=\"button\" class=\"{class}\" data-source=\"{}\" title=\"{}\">{}</button>",
                text(form, words::DEFAULT),
                id,
                text(form, fact.source.title),
                text(form, sure)
            )
        }
        _ => String::new(),
    }
}

/// One thing of a field that is so or not.
type Told = fn(&State) -> bool;

/// Brings a field in the document up to date.
pub fn show(place: &Place, state: &State, old: Option<&State>) {
    let Place { row: Row { field, control, bare, .. }, id: name, .. } = place;
    let control = *control;
    let Some(wrapper) = dom::first(&format!("[data-field=\"{name}\"]")) else { return };
    // Fresh markup is neither hidden nor marked.
    let differs = |of: Told| of(state) != old.is_some_and(of);
    if differs(|state| state.hidden) {
        dom::hide(&wrapper, state.hidden);
    }
    if control == Control::Segments {
        let chosen = dom::first(&format!("input[name=\"{name}\"][value=\"{}\"]", state.value));
        if let Some(button) =
            chosen.and_then(|button| button.dyn_into::<web_sys::HtmlInputElement>().ok())
        {
            button.set_checked(true);
        }
        if *bare {
            return;
        }
    }
    if state.own
        && old.is_none_or(|old| !old.own)
        && let Some(folded) = wrapper.closest("details.fold").ok().flatten()
    {
        dom::attribute(&folded, "open", Some("")); // what was given must be seen
    }
    if control != Control::Rows {
        // of rows, each field in them is marked on its own
        let marks: [(_, Told); 3] = [
            ("own", |state| state.own),
            ("warn", |state| state.grave == "warn"),
            ("bad", |state| state.grave == "bad"),
        ];
        for (class, of) in marks.into_iter().filter(|(_, of)| differs(*of)) {
            dom::mark(&wrapper, class, of(state));
        }
    }
    if old.is_none_or(|old| old.options != state.options) && !state.options.is_empty() {
        dom::fill(name, &state.options);
    }
    if control == Control::Boxes {
        tick(field, name, &state.value);
    } else if matches!(control, Control::File | Control::Rows | Control::Segments) {
        // a file input is the visitor's alone, rows are shown one by one, segments are set above
    } else if let Some(control) = dom::by_id(name) {
        if differs(|state| state.grave == "bad") {
            dom::attribute(&control, "aria-invalid", (state.grave == "bad").then_some("true"));
        }
        set_value(&control, &state.value);
    }
    if (old.is_some() || state.unit > 0)
        && let Some(unit) = wrapper.query_selector("select[data-unit]").ok().flatten()
    {
        set_value(&unit, &state.unit.to_string());
    }
    if old.map_or("", |old| &old.origin) != state.origin {
        dom::fill(&format!("{name}-src"), &state.origin);
    }
    if old.map_or("", |old| &old.remark) != state.remark {
        dom::fill(&format!("{name}-say"), &escaped(&state.remark));
    }
}

/// Ticks the boxes of the rows that are chosen.
fn tick(field: &Field, name: &str, chosen: &str) {
    for (id, _) in options_of(field) {
        let found = dom::first(&format!("input[name=\"{name}\"][value=\"{id}\"]"));
        if let Some(found) =
            found.and_then(|found| found.dyn_into::<web_sys::HtmlInputElement>().ok())
        {
            found.set_checked(chosen.split(',').any(|one| one == id));
        }
    }
}

/// Sets the value of a control unless it is there already: text under the cursor is never touched.
fn set_value(control: &web_sys::Element, value: &str) {
    if let Some(input) = control.dyn_ref::<web_sys::HtmlInputElement>() {
        if input.value() != value {
            input.set_value(value);
        }
    } else if let Some(select) = control.dyn_ref::<web_sys::HtmlSelectElement>() {
        if select.value() != value {
            select.set_value(value);
        }
    } else if let Some(area) = control.dyn_ref::<web_sys::HtmlTextAreaElement>()
        && area.value() != value
    {
        area.set_value(value);
    }
}

fn value_of(element: &web_sys::Element) -> String {
    if let Some(input) = element.dyn_ref::<web_sys::HtmlInputElement>() {
        input.value()
    } else if let Some(select) = element.dyn_ref::<web_sys::HtmlSelectElement>() {
        select.value()
    } else {
        element
            .dyn_ref::<web_sys::HtmlTextAreaElement>()
            .map(web_sys::HtmlTextAreaElement::value)
            .unwrap_or_default()
    }
}

/// What of the page an event speaks of.
pub(super) struct Addressed {
    element: web_sys::Element,
    row: &'static Row,
    pub(super) at: At,
    pub(super) id: String,
}

pub(super) fn addressed(
    screen: Screen,
    event: &web_sys::Event,
    attribute: &str,
) -> Option<Addressed> {
    let (element, id) = dom::nearest(event, attribute)?;
    let (at, field) = At::find(screen.form.calculator, &id)?;
    let find = |name: &str| {
        let mut all = screen.layout.iter().flat_map(|group| group.rows);
        all.find(|row| row.field.name == name)
    };
    let row = match at.row {
        None => find(field.name)?,
        Some((table, _)) => find(table)?.cells.iter().find(|row| row.field.name == field.name)?,
    };
    Some(Addressed { element, row, at, id })
}

/// A text was typed.
pub fn on_input(screen: Screen, event: &web_sys::Event) {
    if let Some(Addressed { element, row, at, .. }) = addressed(screen, event, "name")
        && matches!(
            row.control,
            Control::Number
                | Control::Text
                | Control::Paragraph
                | Control::Curve
                | Control::Numbers
        )
    {
        screen.form.type_text(at, dimension_of(row.field), value_of(&element));
    }
}

/// A choice was made, or another unit.
pub fn on_change(screen: Screen, event: &web_sys::Event) {
    let form = screen.form;
    if let Some(Addressed { element, row, at, .. }) = addressed(screen, event, "data-unit") {
        if let (Some(dimension), Ok(unit)) = (dimension_of(row.field), value_of(&element).parse()) {
            form.choose_unit(at, dimension, unit);
        }
        return;
    }
    let Some(Addressed { element, row: Row { field, control, .. }, at, .. }) =
        addressed(screen, event, "name")
    else {
        return;
    };
    match (control, field.kind) {
        (Control::File, _) => {
            if let Some(input) = element.dyn_ref::<web_sys::HtmlInputElement>() {
                let file = input.files().and_then(|files| files.get(0));
                super::take::take(screen, at, file);
                input.set_value(""); // the same file can be chosen again
            }
        }
        (_, Kind::Several(..)) => form.type_text(at, None, ticked(form, at, field, &element)),
        (_, Kind::Choice(_)) => {
            for other in field.layout.clears {
                form.clear(At { field: other, ..at });
            }
            let id = value_of(&element);
            if id.is_empty() { form.clear(at) } else { form.type_text(at, None, id) }
        }
        _ => {}
    }
}

/// The rows that are chosen after a box was ticked or cleared, in the order of the list; a lone comma for none, since a text of blanks
/// means the default.
fn ticked(form: Form, at: At, field: &Field, control: &web_sys::Element) -> String {
    let now = control
        .dyn_ref::<web_sys::HtmlInputElement>()
        .is_some_and(web_sys::HtmlInputElement::checked);
    let changed = value_of(control);
    let before = form.chosen(at);
    let ids: Vec<&str> = options_of(field)
        .into_iter()
        .map(|(id, _)| id)
        .filter(|id| if *id == changed { now } else { before.split(',').any(|one| one == *id) })
        .collect();
    if ids.is_empty() { ",".to_owned() } else { ids.join(",") }
}
