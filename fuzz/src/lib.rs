//! What must hold whatever a link, a file or a person brings: an answer of finite numbers or problems that name their field, what was written is read
//! back as it was, and no text from outside stands in a page as markup. The targets bring the bytes and say which of it holds for them.

#[path = "../../model/tests/common/mod.rs"]
pub mod common;

pub mod archive;
pub mod models;
pub mod tables;
pub mod years;

use platewise_model::calculator::{ALL, AnyCalculator, Evaluation, Fault, Field, Kind, Problem, flat};
use platewise_model::entry::{self, Entries, Entry};
use platewise_model::json;
use platewise_model::output::{csv, html};
use platewise_model::pack::{pack, unpack};
use platewise_model::report::Report;
use platewise_model::report::format::Reader;
use platewise_model::units::System;
use platewise_model::units::packed::HOURS;
use platewise_model::words::Language;
use serde_json::{Map, Value};
use std::borrow::Cow;

/// Markup that we never write ourselves: the dictionaries have it, so that texts do.
pub const FOREIGN: &str = "<~";

/// Splits off the first byte, which chooses what is done with the others: `0` to `9` in a seed, so that it can be read.
pub fn choice(data: &[u8]) -> Option<(usize, &[u8])> {
    data.split_first().map(|(first, rest)| (usize::from(first.wrapping_sub(b'0')), rest))
}

/// The calculator of a choice, and what is left of the choice.
pub fn calculator(choice: usize) -> (&'static AnyCalculator, usize) {
    (ALL[choice % ALL.len()], choice / ALL.len())
}

/// As a browser decodes.
pub fn text(data: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(data)
}

/// The pieces between bytes that no text has.
pub fn pieces(data: &[u8]) -> impl Iterator<Item = &[u8]> {
    data.split(|byte| *byte == 0)
}

/// Evaluates: an answer of finite numbers that can be shown, or problems of fields that exist. The document of the answer.
pub fn evaluated(calculator: &'static AnyCalculator, inputs: &Map<String, Value>) -> Option<Value> {
    let evaluation = calculator.evaluate_fully(inputs);
    match &evaluation.outcome {
        Ok(report) => {
            common::all_finite(report, &Value::Null);
            for list in &report.lists {
                assert!(
                    list.values.iter().all(|value| value.is_finite()),
                    "{} of {}",
                    list.name,
                    calculator.id
                );
            }
            // Written pages take most of the time: those that texts from outside could get into, and some others.
            if inputs.len().is_multiple_of(8)
                || Value::from(inputs.clone()).to_string().contains(FOREIGN)
            {
                is_shown(calculator, &evaluation, report);
            }
            Some(json::document(calculator, &evaluation, report))
        }
        Err(problems) => {
            assert!(!problems.is_empty(), "no answer and no problem of {}", calculator.id);
            let given = flat(inputs);
            for problem in problems {
                assert!(
                    names_a_field(calculator, &given, problem),
                    "{problem:?} of {} names no field",
                    calculator.id
                );
                are_told(calculator, std::slice::from_ref(problem));
            }
            None
        }
    }
}

fn names_a_field(
    calculator: &AnyCalculator,
    given: &Map<String, Value>,
    problem: &Problem,
) -> bool {
    let name = problem.field.as_str();
    let is_row = || {
        name.rsplit_once('.')
            .and_then(|(table, _)| calculator.field(table))
            .is_some_and(|table| matches!(table.kind, Kind::Rows { .. }))
    };
    let is_table_of = || name.split_once('.').is_some_and(|(table, _)| given.contains_key(table));
    match problem.fault {
        Fault::UnknownField(_) => given.contains_key(name) || is_table_of(),
        Fault::NotFinite => !name.is_empty(), // of a result
        _ => calculator.field(name).is_some() || calculator.cell(name).is_some() || is_row(),
    }
}

fn are_told(calculator: &AnyCalculator, problems: &[Problem]) {
    let told = json::problem_list(problems);
    for problem in told["problems"].as_array().unwrap() {
        for part in ["field", "problem", "message", "message_zh"] {
            assert!(
                problem[part].as_str().is_some_and(|text| !text.is_empty()),
                "{part} of {problem} of {}",
                calculator.id
            );
        }
    }
}

fn is_shown(calculator: &AnyCalculator, evaluation: &Evaluation, report: &Report) {
    for (language, system) in [(Language::En, System::Us), (Language::Zh, System::Metric)] {
        let reader = Reader { language, system };
        let mut page = [
            html::answer,
            html::highlights,
            html::judgements,
            html::further,
            html::results,
            html::steps,
            html::mistakes,
            html::limits,
            html::basis,
        ]
        .map(|write| write(report, reader))
        .concat();
        page.push_str(&html::inputs(calculator, evaluation, reader));
        page.extend(report.charts.iter().map(|figure| html::figure_table(figure, reader)));
        assert!(!page.contains(FOREIGN), "foreign markup on the page of {}", calculator.id);
        assert!(!csv::write(calculator, evaluation, report, "", "", reader).is_empty());
    }
}

/// Entries come back from links, the memory and packed texts as they were, and mean inputs that can be evaluated.
pub fn are_carried(calculator: &'static AnyCalculator, entries: &Entries) -> Map<String, Value> {
    for system in [System::Metric, System::Us] {
        let memory = entry::to_memory(calculator, entries, "en", system);
        same(calculator, &entry::from_memory(calculator, &memory), entries, &|_| true, &memory);
        let link = entry::to_link(calculator, entries, "zh", system);
        let in_link = |field: &Field| {
            !matches!(field.kind, Kind::Hours(_) | Kind::Record)
                && !calculator.is_private(field.name)
        };
        same(calculator, &entry::from_link(calculator, &link), entries, &in_link, &link);
        let round = |link: &str| {
            entry::to_link(calculator, &entry::from_link(calculator, link).entries, "zh", system)
        };
        assert_eq!(round(&round(&link)), round(&link));
    }
    let packed = pack(&entry::to_pack(calculator, entries, "en", System::Metric));
    let unpacked = unpack(&packed).expect("what was packed is unpacked");
    same(
        calculator,
        &entry::from_link(calculator, &unpacked),
        entries,
        &|field| !calculator.is_private(field.name),
        &unpacked,
    );
    let (inputs, unreadable) = entry::to_inputs(calculator, entries);
    for (name, why) in &unreadable {
        assert!(
            calculator.field(name).is_some() || calculator.cell(name).is_some(),
            "{name}, unreadable for {why:?}, is no field of {}",
            calculator.id
        );
    }
    inputs
}

/// Whether what was read is what of the entries is carried.
fn same(
    calculator: &AnyCalculator,
    read: &entry::Link,
    entries: &Entries,
    carried: &dyn Fn(&Field) -> bool,
    text: &str,
) {
    let expected: Entries = entries
        .iter()
        .filter(|(name, _)| calculator.field(name).is_some_and(carried))
        .map(|(name, entry)| (*name, without_blank_cells(entry)))
        .collect();
    let read_entries: Entries =
        read.entries.iter().map(|(name, entry)| (*name, without_blank_cells(entry))).collect();
    assert_eq!(read_entries, expected, "{text}");
    assert!(read.notices.is_empty(), "{:?} in {text}", read.notices);
}

/// A cell of a row without a text is the same as none.
fn without_blank_cells(entry: &Entry) -> Entry {
    let row = |row: &Entries| {
        row.iter()
            .filter(|(_, cell)| !cell.text.is_empty())
            .map(|(name, cell)| (*name, cell.clone()))
            .collect()
    };
    Entry { rows: entry.rows.iter().map(row).collect(), ..entry.clone() }
}

/// What `eval` wrote is read back as inputs with the same results, and as those of somebody else.
pub fn is_read_back(calculator: &'static AnyCalculator, document: &Value) {
    let inputs = json::inputs_of(document, calculator).expect("what was written holds inputs");
    let again = json::evaluate(calculator, &inputs)
        .unwrap_or_else(|problems| panic!("{problems} of {inputs:?}"));
    alike(&document["results"], &again["results"], "results");
    assert_eq!(document["given"], again["given"]);
    let open = json::for_others(calculator, document);
    let theirs = json::inputs_of(&open, calculator).expect("what somebody else gets holds inputs");
    assert!(theirs.keys().all(|name| !calculator.is_private(name)), "private inputs in {open}");
}

/// Whether two values are the same but for rounding.
pub fn alike(one: &Value, other: &Value, at: &str) {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => {
            let (one, other) = (one.as_f64().unwrap(), other.as_f64().unwrap());
            assert!(
                (one - other).abs() <= 1e-9 * one.abs().max(other.abs()),
                "{at}: {one} and {other}"
            );
        }
        (Value::Object(all), Value::Object(others)) => {
            assert!(all.keys().eq(others.keys()), "{at}: {one} and {other}");
            all.iter().for_each(|(name, value)| alike(value, &others[name], name));
        }
        (Value::Array(all), Value::Array(others)) => {
            assert_eq!(all.len(), others.len(), "{at}");
            all.iter().zip(others).for_each(|(one, other)| alike(one, other, at));
        }
        _ => assert_eq!(one, other, "{at}"),
    }
}

/// Bytes as inputs that are not refused at once: which field, then its value by its kind.
pub struct Drawn<'a>(pub &'a [u8]);

impl Drawn<'_> {
    fn byte(&mut self) -> usize {
        match self.0.split_first() {
            Some((first, rest)) => {
                self.0 = rest;
                usize::from(*first)
            }
            None => 0,
        }
    }

    /// Some of these fields, until the bytes or so many are used up.
    pub fn inputs(&mut self, fields: &'static [Field], most: usize) -> Map<String, Value> {
        let mut inputs = Map::new();
        while !self.0.is_empty() && inputs.len() < most {
            let place = (self.byte() << 8 | self.byte()) % fields.len();
            let value = self.value(fields[place].kind);
            inputs.insert(fields[place].name.to_owned(), value);
        }
        inputs
    }

    fn number(&mut self, min: f64, max: f64) -> f64 {
        let share = (self.byte() as f64 + self.byte() as f64 / 256.0) / 256.0;
        let (low, high) = (min.max(-1e6), max.min(1e9));
        match self.byte() % 8 {
            0 => min,
            1 => max,
            2 => low + share * (high - low),
            3 => (low + share * (high - low)).round().clamp(min, max),
            _ => (low.max(1e-6) * (high / low.max(1e-6)).max(1.0).powf(share)).clamp(min, max), // any order of magnitude
        }
    }

    fn one_of(&mut self, options: &[(&'static str, platewise_model::words::Text)]) -> &'static str {
        options[self.byte() % options.len()].0
    }

    fn value(&mut self, kind: Kind) -> Value {
        match kind {
            Kind::Number { min, max, .. } => self.number(min, max).into(),
            Kind::Choice(options) => self.one_of(&options()).into(),
            Kind::Several(options, _, most) => (0..self.byte() % (most + 1))
                .map(|_| Value::from(self.one_of(&options())))
                .collect(),
            Kind::Text | Kind::LongText | Kind::Date | Kind::Record => {
                let length = (self.byte() % 40).min(self.0.len());
                let (said, rest) = self.0.split_at(length);
                self.0 = rest;
                text(said).into_owned().into()
            }
            Kind::Curve => {
                let mut at = 0.0;
                let point = |drawn: &mut Self, at: &mut f64| {
                    *at += drawn.number(1e-4, 20.0);
                    Value::from(vec![*at, drawn.number(1e-4, 1.0)])
                };
                (0..1 + self.byte() % 8).map(|_| point(self, &mut at)).collect()
            }
            Kind::Numbers { least, count, min, max, .. } => {
                let length = least + self.byte() % (count - least + 1);
                let mut all: Vec<f64> = (0..length).map(|_| self.number(min, max)).collect();
                if self.byte().is_multiple_of(2) {
                    all.sort_unstable_by(f64::total_cmp); // quantities rise
                }
                all.into()
            }
            Kind::Hours(columns) => {
                let letters: Vec<char> = (0..1 + self.byte() % 8)
                    .map(|_| char::from(b'0' + (self.byte() % 10) as u8))
                    .collect();
                letters
                    .into_iter()
                    .cycle()
                    .take(2 * HOURS * columns.len())
                    .collect::<String>()
                    .into()
            }
            Kind::Rows { fields, most, .. } => {
                let row = |drawn: &mut Self| {
                    let length = (8 + drawn.byte()).min(drawn.0.len());
                    let (own, rest) = drawn.0.split_at(length);
                    drawn.0 = rest;
                    Value::from(Drawn(own).inputs(fields(), 12))
                };
                (0..1 + self.byte() % most.min(4)).map(|_| row(self)).collect()
            }
        }
    }
}
