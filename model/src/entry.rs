//! What a person typed: the texts with their units, as they stand in the fields. From here they become inputs, and a link that brings
//! every text back to the letter, also one that is not a number yet. No browser is needed for any of it.

use crate::calculator::{
    AnyCalculator, Field, Kind, LONGEST_RECORD, Reading, cell_name, is_retired, says_nothing,
};
use crate::pack::barely_escaped;
use crate::units::{
    Dimension, NotANumber, System, Typed, decimal, format_significant, packed, parse_number,
    parse_quantity, without_trailing_zeros,
};
use crate::words::{Arg, Language, Phrase, phrase, text as text_of};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// Version of the link. A newer one is still read as far as it is understood.
const LINK_VERSION: &str = "1";
/// Longest link that is read, and longest text of one field: longer ones are not from a person. A comparison with every cell filled takes
/// some 18,000 letters, the hours of a weather and a meter file in the memory of the browser 90,000.
const LONGEST_LINK: usize = 150_000;
const LONGEST_TEXT: usize = 1_000;

/// What stands in one field.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Entry {
    /// The text as typed, or the id of a choice.
    pub text: String,
    /// Position of its unit among those of the field's dimension; 0, the canonical one, for all that is no number.
    pub unit: usize,
    /// What was typed, and in which unit, where the text shows the same quantity in another: it is this that counts.
    pub typed: Option<Box<(String, usize)>>,
    /// Of a field of rows: what stands in the fields of each; there is no text then.
    pub rows: Vec<Entries>,
}

impl Entry {
    /// A text without a unit.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::number(text, 0)
    }

    /// A text with its unit.
    pub fn number(text: impl Into<String>, unit: usize) -> Self {
        Self { text: text.into(), unit, typed: None, rows: Vec::new() }
    }

    /// Rows.
    pub const fn rows(rows: Vec<Entries>) -> Self {
        Self { text: String::new(), unit: 0, typed: None, rows }
    }

    /// What was typed and in which unit, whatever is shown.
    fn original(&self) -> (&str, usize) {
        self.typed
            .as_deref()
            .map_or((self.text.as_str(), self.unit), |(text, unit)| (text.as_str(), *unit))
    }

    /// Whether nothing stands in it.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty() && self.rows.is_empty()
    }
}

/// What stands in the fields of a calculator; a field that is missing shows its default.
pub type Entries = BTreeMap<&'static str, Entry>;

/// Something in a link, a file or the memory that could not be used; the rest was.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Notice {
    /// A name that no field has.
    UnknownField(String),
    /// A part that cannot be read.
    Broken(String),
    /// Made by a newer version.
    NewerVersion(String),
    /// Too long to be read.
    TooLong,
    /// A quote that was given, and cannot be read any more.
    Damaged,
    /// A quote that was given, in a frame of another page, which has no papers.
    Framed,
    /// The key of a shop, which is not taken unasked.
    Key,
}

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
    for field in (calculator.fields)().iter().filter(|field| carried(field)) {
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

/// What was typed with what is private of a state before: it stays when a link, a file or an example is opened that says nothing of it.
pub fn with_private(calculator: &AnyCalculator, mut entries: Entries, before: &Entries) -> Entries {
    for (name, entry) in before.iter().filter(|(name, _)| calculator.is_private(name)) {
        entries.entry(name).or_insert_with(|| entry.clone());
    }
    entries
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

/// A text as its field holds it: of a choice the name of its row, however it was written; any text, where nothing is chosen.
fn offered(field: &Field, text: &str) -> Option<String> {
    match field.kind {
        Kind::Choice(options) => match field.kind.read(&Value::from(text)) {
            Ok(Reading::Choice(place)) => options().get(place).map(|(id, _)| (*id).to_owned()),
            _ => None,
        },
        Kind::Several(options, ..) => {
            let known = text
                .split(',')
                .filter(|one| !one.is_empty())
                .all(|one| options().iter().any(|(id, _)| *id == one));
            known.then(|| text.to_owned())
        }
        _ => Some(text.to_owned()),
    }
}

/// Whether a text is not longer than one of its kind can be.
fn fits(field: &Field, text: &str) -> bool {
    match field.kind {
        Kind::Hours(columns) => packed::unpack(text, columns).is_some(),
        Kind::Record => text.len() <= LONGEST_RECORD,
        _ => text.chars().count() <= LONGEST_TEXT,
    }
}

fn shortened(text: &str) -> String {
    text.chars().take(40).collect()
}

/// What is wrong with a text before it becomes an input.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unreadable {
    /// Not a number.
    Number(NotANumber),
    /// Not a list of pairs.
    Curve,
    /// One of several numbers is none.
    OneOfSeveral,
}

/// The inputs that the texts mean, and the fields whose text means nothing, a field of a row as `lines.3.thread`. A text of blanks means:
/// not given.
pub fn to_inputs(
    calculator: &AnyCalculator,
    entries: &Entries,
) -> (Map<String, Value>, Vec<(String, Unreadable)>) {
    let mut unreadable = Vec::new();
    let inputs = inputs_of(
        &|name| calculator.field(name),
        entries,
        &|name| name.to_owned(),
        &mut unreadable,
    );
    (inputs, unreadable)
}

fn inputs_of(
    find: &dyn Fn(&str) -> Option<&'static Field>,
    entries: &Entries,
    path: &dyn Fn(&str) -> String,
    unreadable: &mut Vec<(String, Unreadable)>,
) -> Map<String, Value> {
    let mut inputs = Map::new();
    for (name, entry) in entries.iter().filter(|(_, entry)| !entry.is_blank()) {
        let Some(field) = find(name) else { continue };
        if let Kind::Rows { fields, .. } = field.kind {
            let row = |(index, row): (usize, &Entries)| {
                let path = |cell: &str| cell_name(field.name, index, cell);
                Value::from(inputs_of(
                    &|name| fields().iter().find(|field| field.name == name),
                    row,
                    &path,
                    unreadable,
                ))
            };
            let rows: Value = entry.rows.iter().enumerate().map(row).collect();
            inputs.insert(field.name.to_owned(), rows);
            continue;
        }
        match value_of(field, entry) {
            Ok(value) => drop(inputs.insert(field.name.to_owned(), value)),
            Err(why) => unreadable.push((path(field.name), why)),
        }
    }
    inputs
}

fn value_of(field: &Field, entry: &Entry) -> Result<Value, Unreadable> {
    match field.kind {
        Kind::Number { dimension, .. } => {
            let (text, unit) = entry.original();
            let typed = parse_quantity(text, dimension).map_err(Unreadable::Number)?;
            Ok(Value::from(dimension.unit(typed.unit.unwrap_or(unit)).to_canonical(typed.number)))
        }
        Kind::Choice(_) | Kind::Text | Kind::Paragraph => Ok(Value::from(entry.text.as_str())),
        Kind::Several(..) => {
            Ok(entry.text.split(',').filter(|one| !one.is_empty()).map(Value::from).collect())
        }
        Kind::Curve => curve_of(&entry.text).ok_or(Unreadable::Curve),
        Kind::Numbers { .. } => numbers_of(&entry.text).ok_or(Unreadable::OneOfSeveral),
        Kind::Hours(_) | Kind::Record => Ok(Value::from(entry.text.trim())),
        Kind::Rows { .. } => Ok(Value::Null), // read row by row
    }
}

/// Numbers parted by blanks, line breaks or semicolons, as they come out of a spreadsheet; by commas where there is nothing else.
pub(crate) fn numbers_of(text: &str) -> Option<Value> {
    let parts = |between: fn(char) -> bool| text.split(between).filter(|part| !part.is_empty());
    let blank = |letter: char| letter.is_whitespace() || matches!(letter, ';' | '；' | '、');
    let parted = parts(blank).count() > 1;
    if !parted && is_grouped(text.trim()) {
        return None; // 1,500 is one number or two: whoever typed it has to say
    }
    let number =
        |part: &str| parse_number(part.trim_end_matches([',', '，'])).ok().map(Value::from);
    let numbers: Option<Vec<Value>> = if parted {
        parts(blank).map(number).collect()
    } else {
        parts(|letter| matches!(letter, ',' | '，')).map(number).collect()
    };
    numbers.map(Value::from)
}

/// Whether commas stand where they may part thousands: up to three digits, then groups of three.
fn is_grouped(text: &str) -> bool {
    let mut groups = text.split([',', '，']);
    let digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let first = groups
        .next()
        .is_some_and(|first| (1..=3).contains(&first.len()) && digits(first) && first != "0");
    let mut rest = groups.peekable();
    first && rest.peek().is_some() && rest.all(|group| group.len() == 3 && digits(group))
}

/// Pairs of current density and efficiency in per cent, one a line, parted by blanks.
fn curve_of(text: &str) -> Option<Value> {
    let pair = |line: &str| {
        let mut numbers = line.split_whitespace().map(parse_number);
        let (j, percent) = (numbers.next()?.ok()?, numbers.next()?.ok()?);
        numbers.next().is_none().then(|| Value::from(vec![j, percent / 100.0]))
    };
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(pair).collect::<Option<Vec<_>>>().map(Value::from)
}

/// Entries for inputs given as JSON, such as those of a file or an example, each in the unit that the reader prefers.
pub fn from_inputs(
    calculator: &AnyCalculator,
    inputs: &Map<String, Value>,
    system: System,
) -> (Entries, Vec<Notice>) {
    let mut entries = Entries::new();
    let mut notices = Vec::new();
    for (name, value) in
        inputs.iter().filter(|(name, value)| !says_nothing((calculator.fields)(), name, value))
    {
        match calculator.field(name) {
            None if is_retired(name) => notices.push(Notice::Key),
            None => notices.push(Notice::UnknownField(shortened(name))),
            Some(field) => {
                let entry = match field.kind {
                    Kind::Rows { fields, most, .. } => {
                        rows_of(fields(), most, value, system, &mut notices)
                    }
                    _ => entry_of(field, value, system),
                };
                match entry {
                    Some(entry) => drop(entries.insert(field.name, entry)),
                    None => notices.push(Notice::Broken(shortened(name))),
                }
            }
        }
    }
    (entries, notices)
}

/// An entry that shows a value, all its digits, in the unit a reader prefers.
pub fn entry_of(field: &Field, value: &Value, system: System) -> Option<Entry> {
    match field.kind {
        Kind::Number { dimension, .. } => {
            let unit = dimension.preferred(system);
            match value.as_f64().filter(|number| number.is_finite()) {
                Some(number) => Some(converted(dimension, &Entry::number(whole(number), 0), unit)),
                None => value
                    .as_str()
                    .filter(|text| text.len() <= LONGEST_TEXT)
                    .map(|text| Entry::number(text, unit)),
            }
        }
        Kind::Choice(_) | Kind::Text | Kind::Paragraph | Kind::Record => value
            .as_str()
            .filter(|text| fits(field, text))
            .and_then(|text| offered(field, text))
            .map(Entry::plain),
        Kind::Several(..) => {
            let ids: Option<Vec<&str>> = value.as_array()?.iter().map(Value::as_str).collect();
            ids.and_then(|ids| offered(field, &ids.join(","))).map(Entry::plain)
        }
        Kind::Curve => {
            let pair = |pair: &Value| match pair.as_array().map(Vec::as_slice) {
                Some([j, efficiency]) => {
                    Some([exact(j.as_f64()?), exact(efficiency.as_f64()? * 100.0)].join(" "))
                }
                _ => None,
            };
            let lines: Option<Vec<String>> = value.as_array()?.iter().map(pair).collect();
            lines.map(|lines| Entry::plain(lines.join("\n")))
        }
        Kind::Numbers { .. } => {
            let numbers: Option<Vec<String>> =
                value.as_array()?.iter().map(|number| number.as_f64().map(whole)).collect();
            Some(Entry::plain(numbers?.join(" "))) // in the canonical unit, which stands beside the field
        }
        Kind::Hours(columns) => {
            value.as_str().filter(|text| packed::unpack(text, columns).is_some()).map(Entry::plain)
        }
        Kind::Rows { fields, most, .. } => rows_of(fields(), most, value, system, &mut Vec::new()),
    }
}

/// Rows given as JSON; a cell that cannot be used is left out and told.
fn rows_of(
    fields: &'static [Field],
    most: usize,
    value: &Value,
    system: System,
    notices: &mut Vec<Notice>,
) -> Option<Entry> {
    let mut rows = Vec::new();
    for row in value.as_array().filter(|rows| rows.len() <= most)? {
        let mut entries = Entries::new();
        for (name, value) in row.as_object()?.iter().filter(|(_, value)| !value.is_null()) {
            match fields.iter().find(|field| field.name == name) {
                None => notices.push(Notice::UnknownField(shortened(name))),
                Some(field) => match entry_of(field, value, system) {
                    Some(entry) => drop(entries.insert(field.name, entry)),
                    None => notices.push(Notice::Broken(shortened(name))),
                },
            }
        }
        rows.push(entries);
    }
    Some(Entry::rows(rows))
}

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
    let Ok(Typed { unit: Some(unit), at_least: false, .. }) =
        parse_quantity(&entry.text, dimension)
    else {
        return None;
    };
    let text = entry.text.trim();
    let number = text.trim_end_matches(|c: char| !c.is_ascii_digit() && c != '.');
    let same = parse_quantity(number, dimension).is_ok_and(|read| read.unit.is_none());
    (same && entry.typed.is_none()).then(|| Entry::number(number, unit))
}

/// What was typed, where it is just what the field showed: a default is shown to a few digits, and who types those means the default itself.
pub fn as_shown(dimension: Dimension, entry: &Entry, default: f64) -> Option<Entry> {
    let same = entry.typed.is_none()
        && entry.text.trim() == shown(dimension.unit(entry.unit).from_canonical(default));
    same.then(|| Entry { typed: Some(Box::new((whole(default), 0))), ..entry.clone() })
}

/// What has to be said of how a number was read: a thickness in 丝, and a sign for “at least”, which the number itself cannot carry.
pub fn told(field: &Field, entry: &Entry) -> Option<Phrase> {
    let Kind::Number { dimension, .. } = field.kind else { return None };
    let (text, unit) = entry.original();
    let typed = parse_quantity(text, dimension).ok()?;
    let unit = dimension.unit(typed.unit.unwrap_or(unit));
    let quantity = Arg::Quantity(dimension, unit.to_canonical(typed.number));
    if unit.id == "si" {
        let words = text_of(
            "{0} 丝 is {1}: one 丝 (道, 条) is 10 µm. If {2} is meant, change the unit.",
            "{0} 丝为 {1}（1 丝＝1 道＝1 条＝10 µm）。如指 {2}，请改单位。",
        );
        return Some(phrase(
            words,
            [Arg::Number(typed.number), quantity, Arg::Quantity(dimension, typed.number)],
        ));
    }
    let words = text_of(
        "Read as {0}. “At least” is not part of the number: say so where the thickness is explained.",
        "按 {0} 读取。“不小于”不属于数值，请在“厚度指”中说明。",
    );
    typed.at_least.then(|| phrase(words, [quantity]))
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
fn exact(number: f64) -> String {
    without_trailing_zeros(&format_significant(number, 10)).to_owned()
}

/// A number with the digits that give it back to the last bit.
fn whole(number: f64) -> String {
    let short = exact(number);
    if parse_number(&short).is_ok_and(|read| read.to_bits() == number.to_bits()) {
        short
    } else {
        decimal::in_full(number).unwrap_or(short)
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

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;
    use crate::calculator::ALL;
    use proptest::prelude::*;

    fn plating_time() -> &'static AnyCalculator {
        ALL.first().unwrap()
    }

    #[test]
    fn a_link_can_be_read_by_a_person() {
        let entries = Entries::from([
            ("thickness_um", Entry::number("0.5", 1)),
            ("bath", Entry::plain("alkaline_mid")),
        ]);
        assert_eq!(
            to_link(plating_time(), &entries, "en", System::Us),
            "v=1&lang=en&units=us&bath=alkaline_mid&thickness_um=0.5:mil"
        );
    }

    #[test]
    fn a_choice_a_language_or_a_system_that_is_none_is_told() {
        let link = from_link(
            plating_time(),
            "bath=no_such_bath&lang=tlh&units=cubits&thread=&deposit=zinc",
        );
        assert_eq!(link.entries, Entries::from([("deposit", Entry::plain("zinc"))]));
        let told = ["bath=no_such_bath", "lang=tlh", "units=cubits", "thread="]
            .map(|part| Notice::Broken(part.to_owned()));
        assert_eq!((link.notices, link.language, link.system), (told.to_vec(), None, None));
        let inputs = serde_json::json!({ "bath": "no_such_bath", "deposit": "zinc" });
        let (entries, notices) =
            from_inputs(plating_time(), inputs.as_object().unwrap(), System::Metric);
        assert_eq!((entries, notices), (link.entries, vec![Notice::Broken("bath".to_owned())]));
    }

    #[test]
    fn a_broken_link_gives_notices_and_keeps_the_rest() {
        let link = from_link(
            plating_time(),
            "#v=9&bogus=1&thickness_um=5:parsec&time_min=%FF&bath=acid_ammonium&&=",
        );
        assert_eq!(link.entries, Entries::from([("bath", Entry::plain("acid_ammonium"))]));
        assert_eq!(link.notices.len(), 5);
    }

    #[test]
    fn rows_come_back_from_links_and_files_and_what_is_broken_of_them_is_told() {
        let part_area = ALL.iter().find(|one| one.id == "part-area").unwrap();
        let typed = |pairs: &[(&'static str, Entry)]| pairs.iter().cloned().collect::<Entries>();
        let rows = vec![
            typed(&[("shape", Entry::plain("washer")), ("pieces", Entry::plain("1;2,3&:"))]),
            Entries::new(),
            typed(&[
                ("length_mm", Entry::number("1,5", 1)),
                ("mesh_file", Entry::plain("a=b;c,d: é.stl")),
            ]),
        ];
        let entries = Entries::from([("parts", Entry::rows(rows))]);
        let link = to_link(part_area, &entries, "en", System::Metric);
        let back = from_link(part_area, &link);
        assert_eq!((back.entries, back.notices), (entries.clone(), Vec::new()), "{link}");
        let (inputs, unreadable) = to_inputs(part_area, &entries);
        assert_eq!(inputs.get("parts").unwrap().as_array().unwrap().len(), 3);
        assert_eq!(
            unreadable,
            [("parts.1.pieces".to_owned(), Unreadable::Number(NotANumber::Unreadable))]
        );
        let broken =
            from_link(part_area, "parts=shape,bogus,pieces;teapot,1,2;washer,,5:furlong;,,7");
        assert_eq!(
            broken.notices,
            [
                Notice::UnknownField("bogus".into()),
                Notice::Broken("teapot".into()),
                Notice::Broken("5:furlong".into())
            ]
        );
        let kept: Vec<usize> =
            broken.entries.get("parts").unwrap().rows.iter().map(BTreeMap::len).collect();
        assert_eq!(kept, [1, 1, 1]);
        let given = serde_json::json!({ "parts": [{ "shape": "washer", "pieces": 5, "colour": "red" }, { "shape": "teapot" }] });
        let (read, notices) = from_inputs(part_area, given.as_object().unwrap(), System::Metric);
        assert_eq!(
            read.get("parts").unwrap().rows.iter().map(BTreeMap::len).collect::<Vec<_>>(),
            [2, 0]
        );
        assert_eq!(
            notices,
            [Notice::UnknownField("colour".into()), Notice::Broken("shape".into())]
        );
    }

    #[test]
    fn switching_the_unit_keeps_the_quantity() {
        let typed = Entry::number("1", 1);
        let shown = converted(Dimension::Thickness, &typed, 0);
        assert_eq!((shown.text.as_str(), shown.unit), ("25.4", 0));
        assert_eq!(converted(Dimension::Thickness, &shown, 1), typed);
        let nonsense = Entry::number("abc", 0);
        assert_eq!(converted(Dimension::Thickness, &nonsense, 1).text, "abc");
    }

    #[test]
    fn a_curve_is_typed_as_pairs() {
        let entries = Entries::from([("efficiency_curve", Entry::plain("0,5 97\n\n 2  95.5 "))]);
        let (inputs, unreadable) = to_inputs(plating_time(), &entries);
        assert_eq!(
            inputs.get("efficiency_curve").unwrap(),
            &serde_json::json!([[0.5, 0.97], [2.0, 0.955]])
        );
        assert!(unreadable.is_empty());
    }

    fn any_entries() -> impl Strategy<Value = Entries> {
        let fields = (plating_time().fields)();
        let one = (
            0..fields.len(),
            any::<String>().prop_map(|text| text.chars().take(60).collect::<String>()),
            0_usize..8,
        );
        proptest::collection::vec(one, 0..12).prop_map(move |typed| {
            let entry = |(position, text, unit): (usize, String, usize)| {
                let field = fields.get(position)?;
                let unit = match field.kind {
                    Kind::Number { dimension, .. } => unit % dimension.units().len(),
                    _ => 0,
                };
                let text = match field.kind {
                    Kind::Curve => text.replace(';', " "),
                    Kind::Choice(options) | Kind::Several(options, ..) => {
                        options().get(text.len() % options().len())?.0.to_owned()
                    }
                    _ => text,
                };
                Some((field.name, Entry::number(text, unit)))
            };
            typed.into_iter().filter_map(entry).collect()
        })
    }

    proptest! {
        #[test]
        fn every_state_survives_a_link(entries in any_entries()) {
            let link = to_link(plating_time(), &entries, "zh", System::Metric);
            let back = from_link(plating_time(), &link);
            prop_assert_eq!(back.entries, entries);
            prop_assert!(back.notices.is_empty());
            prop_assert_eq!(back.language.as_deref(), Some("zh"));
        }

        #[test]
        fn a_number_out_of_a_file_is_that_number(number in 1e-3..1e5_f64) {
            let inputs = Map::from_iter([("area_dm2".to_owned(), Value::from(number))]);
            let (entries, _) = from_inputs(plating_time(), &inputs, System::Metric);
            let link = from_link(plating_time(), &to_link(plating_time(), &entries, "en", System::Metric));
            let (back, _) = to_inputs(plating_time(), &link.entries);
            prop_assert_eq!(back.get("area_dm2").and_then(Value::as_f64).map(f64::to_bits), Some(number.to_bits()));
        }

        #[test]
        fn any_text_behind_the_hash_is_survived(link in ".{0,400}") {
            let read = from_link(plating_time(), &link);
            let _ = to_inputs(plating_time(), &read.entries);
        }
    }
}
