//! A quantity as it stands in a field: in the unit that a reader prefers, with what was typed kept behind it.

use super::{Entries, Entry};
use crate::calculator::{Field, Kind, remark};
use crate::units::{
    Dimension, System, Typed, format_significant, parse_number, parse_quantity,
    without_trailing_zeros,
};
use crate::words::Phrase;

/// The same quantity shown in another unit. What was typed stays what counts, so that there and back nothing changes; a text that is no number
/// keeps its letters.
pub fn converted(dimension: Dimension, entry: &Entry, unit: usize) -> Entry {
    let (text, from) = entry.original();
    match parse_quantity(text, dimension) {
        _ if unit == from => Entry::number(text, from),
        Err(_) => Entry::number(text, unit),
        Ok(Typed { number, unit: said, at_least }) => {
            let said = said.unwrap_or(from);
            let shown = if unit == said {
                number
            } else {
                dimension.unit(unit).from_canonical(dimension.unit(said).to_canonical(number))
            };
            let sign = if at_least { "≥" } else { "" };
            Entry {
                typed: Some(Box::new((text.to_owned(), from))),
                ..Entry::number([sign, &exact(shown)].concat(), unit)
            }
        }
    }
}

/// What was typed with its unit, `0.3 mil`, as the number that stands in the field and the unit beside it. What says more than a number and a
/// unit stays as it is.
pub fn settled(dimension: Dimension, entry: &Entry) -> Option<Entry> {
    let Ok(Typed { number, unit: Some(unit), at_least: false }) =
        parse_quantity(&entry.text, dimension)
    else {
        return None;
    };
    let text = entry.text.trim();
    let says_number = |text: &&str| {
        parse_quantity(text, dimension)
            .is_ok_and(|read| read.unit.is_none() && read.number.to_bits() == number.to_bits())
    };
    let number = (1..text.len()).rev().filter_map(|end| text.get(..end)).find(says_number)?;
    entry.typed.is_none().then(|| Entry::number(number.trim_end(), unit))
}

/// What was typed, where it is just what the field showed: a default is shown to a few digits, and who types those means the default itself.
pub fn as_shown(dimension: Dimension, entry: &Entry, default: f64) -> Option<Entry> {
    let same = entry.typed.is_none()
        && entry.text.trim() == shown(dimension.unit(entry.unit).from_canonical(default));
    same.then(|| Entry { typed: Some(Box::new((whole(default), 0))), ..entry.clone() })
}

/// What has to be said of how a number was read.
pub fn told(field: &Field, entry: &Entry) -> Option<Phrase> {
    let Kind::Number { dimension, .. } = field.kind else { return None };
    let (text, unit) = entry.original();
    remark(text, dimension, unit)
}

/// What was typed, each quantity in the unit that a reader of a system prefers; the quantities stay.
pub fn in_system(fields: &'static [Field], entries: &mut Entries, system: System) {
    for (name, entry) in entries.iter_mut() {
        match fields.iter().find(|field| field.name == *name).map(|field| field.kind) {
            Some(Kind::Number { dimension, .. }) => {
                *entry = converted(dimension, entry, dimension.preferred(system))
            }
            Some(Kind::Rows { fields, .. }) => {
                entry.rows.iter_mut().for_each(|row| in_system(fields(), row, system))
            }
            _ => {}
        }
    }
}

/// A number with up to ten significant digits and no trailing zeros: what a person would type.
pub(super) fn exact(number: f64) -> String {
    without_trailing_zeros(&format_significant(number, 10)).to_owned()
}

/// A number with the digits that give it back to the last bit.
pub(super) fn whole(number: f64) -> String {
    let short = exact(number);
    if parse_number(&short).is_ok_and(|read| read.to_bits() == number.to_bits()) {
        short
    } else {
        let is_usual = (1e-3..1e13).contains(&number.abs());
        if is_usual { number.to_string() } else { format!("{number:e}") }
    }
}

/// A number as a link carries it.
pub fn typed(number: f64) -> String {
    exact(number)
}

/// A default as it stands in a field: four significant digits, no trailing zeros.
pub fn shown(number: f64) -> String {
    without_trailing_zeros(&format_significant(number, 4)).to_owned()
}
