//! What is private of a calculator, the shop of a quote, is kept at home field by field: two windows write only what was changed in each, and what comes from
//! outside is held against it before anything changes. Pure: the browser only stores what is decided here.

use crate::calculator::{AnyCalculator, Field};
use crate::entry::{self, Entries, Entry};
use serde_json::Value;

/// What of entries is private.
pub fn of(calculator: &AnyCalculator, entries: &Entries) -> Entries {
    kept(entries, &|name| calculator.is_private(name))
}

/// What of entries is not private.
pub fn without(calculator: &AnyCalculator, entries: &Entries) -> Entries {
    kept(entries, &|name| !calculator.is_private(name))
}

fn kept(entries: &Entries, keep: &dyn Fn(&str) -> bool) -> Entries {
    let mut all = Entries::new();
    for (name, entry) in entries.iter().filter(|(name, _)| keep(name)) {
        all.insert(name, entry.clone());
    }
    all
}

/// The private fields of a calculator.
pub fn fields(calculator: &'static AnyCalculator) -> impl Iterator<Item = &'static Field> {
    calculator.fields().iter().filter(|field| calculator.is_private(field.name))
}

/// What is to be written down of one field: its text, or nothing any more.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Edit {
    /// The field.
    pub field: &'static str,
    /// What [`entry::written`] makes of it; none where it goes back to its default.
    pub text: Option<String>,
}

/// What was changed here since `kept` was last written or read: these fields are written and no others, so that what another window has written since stays.
pub fn edits(calculator: &'static AnyCalculator, kept: &Entries, now: &Entries) -> Vec<Edit> {
    let changed = fields(calculator).filter(|field| kept.get(field.name) != now.get(field.name));
    changed
        .map(|field| Edit {
            field: field.name,
            text: now.get(field.name).map(|entry| entry::written(field, entry)),
        })
        .collect()
}

/// Another window has written a field: it stands here too, unless something else was typed here that is not written yet, which then follows. Tells whether it
/// stands here now.
pub fn hear(
    kept: &mut Entries,
    now: &mut Entries,
    field: &'static str,
    heard: Option<Entry>,
) -> bool {
    let is_untouched = now.get(field) == kept.get(field);
    let put = |entries: &mut Entries| match &heard {
        Some(entry) => drop(entries.insert(field, entry.clone())),
        None => drop(entries.remove(field)),
    };
    put(kept);
    if is_untouched {
        put(now);
    }
    is_untouched
}

/// What stands in the records of the fields, each by its name. What cannot be read says nothing; where there is no record, what an earlier version kept
/// together with the quote counts.
pub fn read(
    calculator: &'static AnyCalculator,
    record: &dyn Fn(&str) -> Option<String>,
    once: &Entries,
) -> Entries {
    let mut all = Entries::new();
    for field in fields(calculator) {
        let entry = match record(field.name) {
            Some(text) => entry::read_written(field, &text),
            None => once.get(field.name).cloned(),
        };
        if let Some(entry) = entry {
            all.insert(field.name, entry);
        }
    }
    all
}

/// A private field that would change.
#[derive(Clone)]
pub struct Change {
    /// The field.
    pub field: &'static Field,
    /// What stands in it at home; none for its default.
    pub own: Option<Entry>,
    /// What would stand in it.
    pub other: Option<Entry>,
}

/// What would change at home if what is private of `other` took the place of what is private of `own`: fields that would stand at another value, and those that
/// would go back to their default. The same value in another unit is no change.
pub fn changes(calculator: &'static AnyCalculator, own: &Entries, other: &Entries) -> Vec<Change> {
    let changed = |field: &'static Field| {
        let said =
            |entries: &Entries| entries.get(field.name).filter(|entry| !entry.is_blank()).cloned();
        let (own, other) = (said(own), said(other));
        (!is_same(calculator, field, own.as_ref(), other.as_ref())).then_some(Change {
            field,
            own,
            other,
        })
    };
    fields(calculator).filter_map(changed).collect()
}

fn is_same(
    calculator: &AnyCalculator,
    field: &'static Field,
    one: Option<&Entry>,
    other: Option<&Entry>,
) -> bool {
    if one == other {
        return true;
    }
    let value = |entry: &Entry| {
        entry::to_inputs(calculator, &Entries::from([(field.name, entry.clone())]))
            .0
            .remove(field.name)
    };
    match (one.and_then(value), other.and_then(value)) {
        (Some(one), Some(other)) => equal(&one, &other),
        _ => false,
    }
}

/// Equal but for the last digits, which a change of units leaves.
fn equal(one: &Value, other: &Value) -> bool {
    match (one.as_f64(), other.as_f64()) {
        (Some(one), Some(other)) => (one - other).abs() <= 1e-9 * one.abs().max(other.abs()),
        _ => one == other,
    }
}
