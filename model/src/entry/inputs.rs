//! From what was typed to the inputs of a calculator, and from inputs given as JSON to what stands in its fields.

use super::shown::{converted, exact, settled, whole};
use super::{Entries, Entry, Notice, shortened};
use crate::calculator::{
    AnyCalculator, Field, Kind, LONGEST_RECORD, Reading, cell_name, is_retired, says_nothing,
};
use crate::units::{Dimension, NotANumber, System, packed, parse_number, parse_quantity};
use serde_json::{Map, Value};

/// Longest text of one field: longer ones are not from a person.
const LONGEST_TEXT: usize = 1_000;

/// What is wrong with a text before it becomes an input.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unreadable {
    /// Not a quantity of this dimension.
    Number(NotANumber, Dimension),
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
            let typed = parse_quantity(text, dimension)
                .map_err(|why| Unreadable::Number(why, dimension))?;
            Ok(Value::from(dimension.unit(typed.unit.unwrap_or(unit)).to_canonical(typed.number)))
        }
        Kind::Choice(_) | Kind::Text | Kind::LongText | Kind::Date => {
            Ok(Value::from(entry.text.as_str()))
        }
        Kind::Several(..) => {
            Ok(entry.text.split(',').filter(|one| !one.is_empty()).map(Value::from).collect())
        }
        Kind::Curve => curve_of(&entry.text).ok_or(Unreadable::Curve),
        Kind::Numbers { dimension, .. } => {
            numbers_of(&entry.text, dimension).ok_or(Unreadable::OneOfSeveral)
        }
        Kind::Hours(_) | Kind::Record => Ok(Value::from(entry.text.trim())),
        Kind::Rows { .. } => Ok(Value::Null), // read row by row
    }
}

/// Numbers parted by blanks, line breaks or semicolons, as they come out of a spreadsheet; by commas where there is nothing
/// else. A unit behind a number is its own.
pub(crate) fn numbers_of(text: &str, dimension: Dimension) -> Option<Value> {
    let parts = |between: fn(char) -> bool| text.split(between).filter(|part| !part.is_empty());
    let blank = |letter: char| letter.is_whitespace() || matches!(letter, ';' | '；' | '、');
    let mut all: Vec<String> = Vec::new();
    for part in parts(blank) {
        match all.last_mut().filter(|_| part.starts_with(char::is_alphabetic)) {
            Some(number) => number.push_str(part),
            None => all.push(part.to_owned()),
        }
    }
    if all.len() < 2 && is_grouped(text.trim()) {
        return None; // 1,500 is one number or two: whoever typed it has to say
    }
    if all.len() < 2 {
        all = parts(|letter| matches!(letter, ',' | '，')).map(str::to_owned).collect();
    }
    let numbers: Option<Vec<Value>> = all
        .iter()
        .map(|part| one_of_several(part.trim_end_matches([',', '，']), dimension))
        .collect();
    numbers.map(Value::from)
}

/// One number of a list. `1 5/8` would be two there, so fractions are none.
fn one_of_several(text: &str, dimension: Dimension) -> Option<Value> {
    let digits = text.split(char::is_alphabetic).next().unwrap_or_default();
    let typed = parse_quantity(text, dimension).ok().filter(|typed| !typed.at_least)?;
    let is_plain = !digits.contains(['/', '½', '¼', '¾', '⅛', '⅜', '⅝', '⅞', '⅓', '⅔', '⁄']);
    is_plain
        .then(|| Value::from(dimension.unit(typed.unit.unwrap_or(0)).to_canonical(typed.number)))
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
        inputs.iter().filter(|(name, value)| !says_nothing(calculator.fields(), name, value))
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
                None => value.as_str().filter(|text| text.len() <= LONGEST_TEXT).map(|text| {
                    let typed = Entry::number(text, 0); // without a unit of its own in the canonical one
                    settled(dimension, &typed).unwrap_or_else(|| converted(dimension, &typed, unit))
                }),
            }
        }
        Kind::Choice(_) | Kind::Text | Kind::LongText | Kind::Date | Kind::Record => value
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
        Kind::Numbers { dimension, .. } => {
            let number = |value: &Value| match value.as_str() {
                Some(text) => one_of_several(text, dimension)?.as_f64().map(whole),
                None => value.as_f64().map(whole),
            };
            let numbers: Option<Vec<String>> = value.as_array()?.iter().map(number).collect();
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

/// A text as its field holds it: of a choice the name of its row, however it was written; any text, where nothing is chosen.
pub(super) fn offered(field: &Field, text: &str) -> Option<String> {
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
pub(super) fn fits(field: &Field, text: &str) -> bool {
    match field.kind {
        Kind::Hours(columns) => packed::unpack(text, columns).is_some(),
        Kind::Record => text.len() <= LONGEST_RECORD,
        _ => text.chars().count() <= LONGEST_TEXT,
    }
}
