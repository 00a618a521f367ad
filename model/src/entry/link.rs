//! Links: what was typed as the part of an address behind `#`, and back, to the letter, also what is not a number yet. The
//! memory of the browser and a packed quote hold the same text with more in it.

use super::inputs::{fits, offered};
use super::shown::converted;
use super::{Entries, Entry, Notice, shortened};
use crate::calculator::{AnyCalculator, Field, Kind, is_retired};
use crate::pack::barely_escaped;
use crate::units::System;
use crate::words::Language;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// Version of the link. A newer one is still read as far as it is understood.
const LINK_VERSION: &str = "1";
/// Longest link that is read: longer ones are not from a person. A comparison with every cell filled takes some 18,000
/// letters, the hours of a weather and a meter file in the memory of the browser 90,000.
const LONGEST_LINK: usize = 150_000;

/// The state in a link: what was typed, and the reader's language and units if the link says them.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Link {
    /// What was typed.
    pub entries: Entries,
    /// Tag of the language.
    pub language: Option<String>,
    /// Name of the system of units.
    pub system: Option<String>,
    /// What could not be used.
    pub notices: Vec<Notice>,
}

/// Letters that stand for themselves in the fragment of an address, besides the alphanumeric ones.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b',')
    .remove(b':')
    .remove(b';')
    .remove(b'/');

/// How texts are escaped in a link.
type Escape = fn(&str) -> String;

fn for_address(text: &str) -> String {
    utf8_percent_encode(text, ESCAPED).to_string()
}

fn for_packing(text: &str) -> String {
    barely_escaped(text, "&#")
}

/// The part of an address behind `#`: `v=1&lang=en&units=metric&thickness_um=12&efficiency=96:percent`. The hours of a year and records are left
/// out: no link is that long. So is what is private: a link is for somebody else.
pub fn to_link(
    calculator: &AnyCalculator,
    entries: &Entries,
    language: &str,
    system: System,
) -> String {
    write(calculator, entries, language, system, for_address, &|field| {
        is_in_links(calculator, field)
    })
}

/// Whether links carry a field.
pub fn is_in_links(calculator: &AnyCalculator, field: &Field) -> bool {
    !matches!(field.kind, Kind::Hours(_) | Kind::Record) && !calculator.is_private(field.name)
}

/// The same with everything but what is private, which is kept apart: for the memory of the browser.
pub fn to_open_memory(
    calculator: &AnyCalculator,
    entries: &Entries,
    language: &str,
    system: System,
) -> String {
    write(calculator, entries, language, system, for_address, &|field| {
        !calculator.is_private(field.name)
    })
}

/// The same with everything: a scenario that is pinned, or what stood there before.
pub fn to_memory(
    calculator: &AnyCalculator,
    entries: &Entries,
    language: &str,
    system: System,
) -> String {
    write(calculator, entries, language, system, for_address, &|_| true)
}

/// What is meant for somebody else, records too, with as little escaped as can be: a text to be packed, which [`from_link`] reads.
pub fn to_pack(
    calculator: &AnyCalculator,
    entries: &Entries,
    language: &str,
    system: System,
) -> String {
    write(calculator, entries, language, system, for_packing, &|field| {
        !calculator.is_private(field.name)
    })
}

fn write(
    calculator: &AnyCalculator,
    entries: &Entries,
    language: &str,
    system: System,
    escape: Escape,
    carried: &dyn Fn(&Field) -> bool,
) -> String {
    let mut link = format!("v={LINK_VERSION}&lang={language}&units={}", system.id());
    for field in calculator.fields().iter().filter(|field| carried(field)) {
        if let Some(entry) = entries.get(field.name) {
            link.push_str(&format!("&{}={}", field.name, value_in_link(field, entry, escape)));
        }
    }
    link
}

/// What stands in a field, as a link has it.
pub fn written(field: &Field, entry: &Entry) -> String {
    value_in_link(field, entry, for_address)
}

/// Reads what [`written`] wrote; none where the field cannot hold it.
pub fn read_written(field: &Field, text: &str) -> Option<Entry> {
    entry_of_link(field, text, &mut Vec::new())
}

fn value_in_link(field: &Field, entry: &Entry, escape: Escape) -> String {
    let (typed, unit) = entry.original();
    let text = match field.kind {
        Kind::Rows { fields, .. } => return rows_in_link(fields(), &entry.rows, escape),
        Kind::Curve => entry.text.replace('\n', ";"),
        _ => typed.to_owned(),
    };
    // The unit that was typed, and behind it the one that is shown where it is another.
    let unit = match field.kind {
        Kind::Number { dimension, .. } if entry.typed.is_some() => {
            format!(":{}:{}", dimension.unit(unit).id, dimension.unit(entry.unit).id)
        }
        Kind::Number { dimension, .. } if unit != 0 => format!(":{}", dimension.unit(unit).id),
        _ => String::new(),
    };
    let text = escape(&text);
    // A colon typed by a person is escaped, so that the last one always parts text and unit.
    let text = if matches!(field.kind, Kind::Record) { text } else { text.replace(':', "%3A") };
    format!("{text}{unit}")
}

/// Rows: the names of the fields that any of them fills, then row by row what stands in them: `shape,thread;hex_bolt,M8;washer,M6`.
fn rows_in_link(fields: &[Field], rows: &[Entries], escape: Escape) -> String {
    let filled: Vec<&Field> =
        fields.iter().filter(|field| rows.iter().any(|row| row.contains_key(field.name))).collect();
    let mut link = filled.iter().map(|field| field.name).collect::<Vec<_>>().join(",");
    for row in rows {
        let cell = |field: &&Field| {
            row.get(field.name).map(|entry| {
                value_in_link(field, entry, escape).replace(',', "%2C").replace(';', "%3B")
            })
        };
        let cells: Vec<String> =
            filled.iter().map(|field| cell(field).unwrap_or_default()).collect();
        link.push(';');
        link.push_str(cells.join(",").trim_end_matches(','));
    }
    link
}

/// Rows out of a link; whatever of them cannot be used is left out and told.
fn rows_of_link(
    fields: &'static [Field],
    most: usize,
    value: &str,
    notices: &mut Vec<Notice>,
) -> Vec<Entries> {
    let mut lines = value.split(';');
    let names: Vec<&str> = lines.next().unwrap_or_default().split(',').collect();
    let fields: Vec<Option<&Field>> =
        names.iter().map(|name| fields.iter().find(|field| field.name == *name)).collect();
    let unknown =
        names.iter().zip(&fields).filter(|(name, field)| field.is_none() && !name.is_empty());
    notices.extend(unknown.map(|(name, _)| Notice::UnknownField(shortened(name))));
    let twice = names.iter().enumerate().filter(|(place, name)| {
        !name.is_empty() && names.iter().take(*place).any(|before| before == *name)
    });
    notices.extend(twice.map(|(_, name)| Notice::Broken(shortened(name))));
    let lines: Vec<&str> = lines.collect();
    if lines.len() > most {
        notices.push(Notice::TooLong);
    }
    let mut rows = Vec::new();
    for line in lines.into_iter().take(most) {
        let mut row = Entries::new();
        let beyond = line.split(',').skip(fields.len()).filter(|cell| !cell.is_empty());
        notices.extend(beyond.map(|cell| Notice::Broken(shortened(cell))));
        for (field, cell) in fields.iter().zip(line.split(',')).filter(|(_, cell)| !cell.is_empty())
        {
            match field.map(|field| (field.name, entry_of_link(field, cell, notices))) {
                Some((name, Some(entry))) => drop(row.insert(name, entry)),
                Some((_, None)) => notices.push(Notice::Broken(shortened(cell))),
                None => {}
            }
        }
        rows.push(row);
    }
    rows
}

/// Reads the part of an address behind `#`. Never fails: what cannot be used is a notice.
pub fn from_link(calculator: &AnyCalculator, link: &str) -> Link {
    read_text(calculator, link, LONGEST_LINK)
}

/// Reads what [`to_memory`] wrote: it is one's own, and as long as it is. The key that an earlier version kept there has gone its own way.
pub fn from_memory(calculator: &AnyCalculator, memory: &str) -> Link {
    let mut read = read_text(calculator, memory, usize::MAX);
    read.notices.retain(|notice| *notice != Notice::Key);
    read
}

fn read_text(calculator: &AnyCalculator, link: &str, longest: usize) -> Link {
    let mut read = Link::default();
    if link.len() > longest {
        read.notices.push(Notice::TooLong);
        return read;
    }
    for part in link.trim_start_matches('#').split('&').filter(|part| !part.is_empty()) {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        match name {
            "v" if value == LINK_VERSION => {}
            "v" => read.notices.push(Notice::NewerVersion(shortened(value))),
            "lang" if Language::from_tag(value).is_some() => read.language = Some(value.to_owned()),
            "units" if System::from_id(value).is_some() => read.system = Some(value.to_owned()),
            "lang" | "units" => read.notices.push(Notice::Broken(shortened(part))),
            _ if is_retired(name) => read.notices.push(Notice::Key),
            _ => match calculator.field(name) {
                // Said twice it means this or that.
                Some(field) if read.entries.contains_key(field.name) => {
                    read.notices.push(Notice::Broken(shortened(part)))
                }
                None => read.notices.push(Notice::UnknownField(shortened(name))),
                Some(field) => match entry_of_link(field, value, &mut read.notices) {
                    Some(entry) => drop(read.entries.insert(field.name, entry)),
                    None => read.notices.push(Notice::Broken(shortened(part))),
                },
            },
        }
    }
    read
}

fn entry_of_link(field: &Field, value: &str, notices: &mut Vec<Notice>) -> Option<Entry> {
    let (text, unit, shown) = match field.kind {
        Kind::Rows { fields, most, .. } => {
            return Some(Entry::rows(rows_of_link(fields(), most, value, notices)));
        }
        Kind::Number { dimension, .. } => {
            let mut parts = value.splitn(3, ':');
            let text = parts.next().unwrap_or_default();
            let mut unit = || parts.next().map(|unit| dimension.position(unit));
            let typed = unit().unwrap_or(Some(0))?;
            (text, typed, unit().unwrap_or(Some(typed))?)
        }
        _ => (value, 0, 0),
    };
    let text = percent_decode_str(text).decode_utf8().ok()?;
    let text =
        if matches!(field.kind, Kind::Curve) { text.replace(';', "\n") } else { text.into_owned() };
    let text = if fits(field, &text) { offered(field, &text)? } else { return None };
    let entry = Entry::number(text, unit);
    Some(match field.kind {
        Kind::Number { dimension, .. } => converted(dimension, &entry, shown),
        _ => entry,
    })
}
