//! What every calculator keeps, over the register: a new one is examined without a line here. The rest of the contract stands where its
//! subject does: `properties` (any JSON is an answer or a named problem; documents are read back), `states` (links, files and memory),
//! `presets`, `sources` (defaults), `formulas` (steps), `documentation` (a page of docs that names every input and result, help).
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod common;

use common::ways;
use platewise_model::calculator::{ALL, AnyCalculator, Evaluation, Field, Kind, Origin};
use platewise_model::json;
use platewise_model::units::Dimension;
use platewise_model::words::Text;
use serde_json::{Map, Value, json};
use std::collections::HashSet;

/// The fields of a calculator and of the rows of them, by the names that problems give them.
fn all_fields(calculator: &AnyCalculator) -> Vec<(String, &'static Field)> {
    let mut all = Vec::new();
    for field in calculator.fields() {
        all.push((field.name.to_owned(), field));
        if let Kind::Rows { fields, .. } = field.kind {
            all.extend(fields().iter().map(|cell| (format!("{}.{}", field.name, cell.name), cell)));
        }
    }
    all
}

/// Whether a name ends in the unit of its dimension, one of it (`inverter_year`), or that by something: `charge_ah_per_dm2`.
/// What is counted says it in words.
fn says_its_unit(name: &str, dimension: Dimension) -> bool {
    let counted = ["hours_per_year", "holidays_per_year"];
    let suffix = dimension.suffix();
    let name = &format!("_{name}");
    name.ends_with(suffix)
        || format!("{name}s").ends_with(suffix)
        || name.contains(&format!("{suffix}_per_"))
        || counted.contains(&&name[1..])
}

#[test]
fn names_are_unique_and_end_in_the_canonical_unit() {
    let mut wrong = Vec::new();
    for calculator in ALL {
        let fields = all_fields(calculator).into_iter().map(|(name, field)| match field.kind {
            Kind::Number { dimension, .. } | Kind::Numbers { dimension, .. } => {
                (name, Some(dimension))
            }
            _ => (name, None),
        });
        let results = calculator.evaluator(&Map::new()).unwrap().results();
        let results =
            results.into_iter().map(|result| (result.name.to_owned(), Some(result.dimension)));
        for names in [fields.collect::<Vec<_>>(), results.collect()] {
            let mut seen = HashSet::new();
            for (name, dimension) in names {
                let is_good = dimension.is_none_or(|dimension| says_its_unit(&name, dimension));
                if !(is_good && seen.insert(name.clone())) {
                    wrong.push(format!("{} {name}: {dimension:?}", calculator.id));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn calculators_and_presets_have_names_of_their_own() {
    let mut ids = HashSet::new();
    for calculator in ALL {
        assert!(ids.insert(calculator.id), "{} is there twice", calculator.id);
        let is_plain = |id: &str, separator: char| {
            id.chars().all(|letter| {
                letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == separator
            })
        };
        assert!(is_plain(calculator.id, '-'), "{}", calculator.id);
        let mut presets = HashSet::new();
        for preset in calculator.presets() {
            assert!(presets.insert(preset.id) && is_plain(preset.id, '_'), "{}", preset.id);
        }
        assert!(!presets.is_empty(), "{} has no example", calculator.id);
    }
}

/// Chinese is there and is Chinese, unless it is a symbol, a name or a code that both languages write alike.
fn is_in_both(what: &str, text: Text) {
    assert!(!text.en.trim().is_empty() && !text.zh.trim().is_empty(), "{what}: {text:?}");
    assert!(text.en.is_ascii() || !text.en.chars().any(is_han), "{what}: Chinese in {:?}", text.en);
}

fn is_han(letter: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&letter)
}

#[test]
fn every_text_stands_in_both_languages() {
    for calculator in ALL {
        let id = calculator.id;
        is_in_both(id, calculator.title);
        is_in_both(id, calculator.purpose);
        calculator.papers.into_iter().for_each(|papers| is_in_both(id, papers));
        for (name, field) in all_fields(calculator) {
            is_in_both(&name, field.label);
            field.of.into_iter().for_each(|of| is_in_both(&name, of));
            if let Kind::Choice(options) | Kind::Several(options, ..) = field.kind {
                options().into_iter().for_each(|(id, text)| is_in_both(id, text));
            }
        }
        for preset in calculator.presets() {
            is_in_both(preset.id, preset.name);
            is_in_both(preset.id, preset.teaches);
        }
        for result in calculator.evaluator(&Map::new()).unwrap().results() {
            is_in_both(result.name, result.label);
            result.of.into_iter().for_each(|of| is_in_both(result.name, of));
            result.below_zero.into_iter().for_each(|text| is_in_both(result.name, text));
        }
        for way in ways(calculator) {
            if let Ok(document) = json::evaluate(calculator, &way) {
                sentences_in_both(&document, id);
            }
        }
    }
}

/// Whatever a document says in Chinese it says in English too, and neither is empty.
fn sentences_in_both(document: &Value, place: &str) {
    match document {
        Value::Object(object) => {
            for (name, value) in object {
                if let Some(english) = name.strip_suffix("_zh") {
                    for told in [value, &object[english]] {
                        assert!(
                            told.as_str().is_none_or(|text| !text.trim().is_empty()),
                            "{place}.{name} is empty"
                        );
                        assert_eq!(told.is_string(), value.is_string(), "{place}.{name}");
                    }
                }
                sentences_in_both(value, &format!("{place}.{name}"));
            }
        }
        Value::Array(all) => all.iter().for_each(|one| sentences_in_both(one, place)),
        _ => {}
    }
}

const ON_THE_SHEET: &str = "stands on the customer's sheet";

/// Inputs that reach no result, each with the reason.
const ONLY_KEPT: &[(&str, &str, &str)] = &[
    ("quote", "language", ON_THE_SHEET),
    ("quote", "customer.company", ON_THE_SHEET),
    ("quote", "customer.contact", ON_THE_SHEET),
    ("quote", "customer.number", ON_THE_SHEET),
    ("quote", "customer.revision", ON_THE_SHEET),
    ("quote", "customer.rfq", ON_THE_SHEET),
    ("quote", "shop.name", ON_THE_SHEET),
    ("quote", "shop.address", ON_THE_SHEET),
    ("quote", "shop.contact", ON_THE_SHEET),
    ("quote", "shop.terms", ON_THE_SHEET),
    ("quote", "shop.exclusions", ON_THE_SHEET),
    ("quote", "shop.liability", ON_THE_SHEET),
    ("quote", "shop.zinc_date", ON_THE_SHEET),
];

/// What an answer says: its results, its steps, what is judged of it, and which inputs do not count.
fn said(evaluation: &Evaluation, calculator: &AnyCalculator) -> Option<Value> {
    let report = evaluation.outcome.as_ref().ok()?;
    let mut document = json::document(calculator, evaluation, report);
    let object = document.as_object_mut().unwrap();
    for unsaid in ["inputs", "given", "defaults", "derived", "unused"] {
        object.remove(unsaid);
    }
    let idle: Vec<&str> = evaluation
        .assumptions
        .iter()
        .filter(|one| one.origin == Origin::Unused)
        .map(|one| one.field)
        .collect();
    object.insert("idle".to_owned(), idle.into());
    Some(document)
}

/// Other values that a field may take instead of the one in force.
fn others(field: &Field, value: &Value) -> Vec<Value> {
    match field.kind {
        Kind::Number { min, max, .. } => {
            let now = value.as_f64().unwrap_or(1.0);
            [now * 1.25, now * 0.5, now * 4.0, now + 1.0, min, max]
                .into_iter()
                .map(|other| other.clamp(min, max))
                .filter(|other| Some(*other) != value.as_f64())
                .map(Value::from)
                .collect()
        }
        Kind::Numbers { least, count, min, max, .. } => {
            let now = value.as_array().and_then(|all| all.first()?.as_f64()).unwrap_or(1.0);
            let of = |number: f64| -> Value {
                (0..count.min(least.max(1))).map(|_| Value::from(number.clamp(min, max))).collect()
            };
            vec![of(now * 1.25), of(now * 0.5), of(now + 1.0)]
        }
        Kind::Choice(options) => {
            options().into_iter().map(|(id, _)| Value::from(id)).filter(|id| id != value).collect()
        }
        Kind::Several(options, least, _) => {
            let ids: Vec<&str> = options().into_iter().map(|(id, _)| id).collect();
            ids.windows(least.max(1)).map(|some| json!(some)).collect()
        }
        Kind::Text | Kind::LongText => {
            ["2026-02-03", "Fe//Zn12//A", "1-2", "S2 P4 F6 V12"].map(Value::from).to_vec()
        }
        Kind::Date => vec![json!("2026-02-03"), json!("2031-07-05")],
        Kind::Curve => vec![json!([[0.5, 0.5], [5.0, 0.4]])],
        Kind::Record | Kind::Hours(_) | Kind::Rows { .. } => Vec::new(), // made by programs; rows are asked cell by cell
    }
}

/// A calculator under a way of asking: what is given, how it was understood, and what is said.
struct Asked {
    given: Map<String, Value>,
    evaluation: Evaluation,
    said: Value,
}

fn asked(calculator: &AnyCalculator, given: Map<String, Value>) -> Option<Asked> {
    let evaluation = calculator.evaluate_fully(&given);
    Some(Asked { said: said(&evaluation, calculator)?, evaluation, given })
}

impl Asked {
    fn counts(&self, place: usize) -> bool {
        let origin = self.evaluation.assumptions[place].origin;
        !matches!(origin, Origin::Unused | Origin::Solved)
    }

    /// Whether it speaks of what a field is named after, `{"shape": "mesh"}` of `mesh_bodies`, or of the object that it is in.
    fn mentions(&self, field: &Field) -> bool {
        let object = field.name.rsplit_once('.').map(|(object, _)| object);
        self.given.iter().any(|(name, value)| {
            let id = value.as_str().unwrap_or_default();
            let is_named = field.name.split(['.', '_']).any(|part| part == id)
                || field.name.contains(&format!(".{id}."));
            is_named
                || object.is_some_and(|object| name.starts_with(object) && id.starts_with("2026"))
        })
    }

    /// Whether another value of a field changes what is said; that it is refused is not enough.
    fn is_moved_by(&self, calculator: &AnyCalculator, place: usize, field: &Field) -> bool {
        others(field, &self.evaluation.assumptions[place].value).into_iter().any(|other| {
            let mut given = self.given.clone();
            given.insert(field.name.to_owned(), other);
            asked(calculator, given).is_some_and(|after| after.said != self.said)
        })
    }
}

/// So many ways are tried at first, those under which a field is likeliest to count before the others.
const TRIED: usize = 12;

/// Fields of which no other value changes what is said.
fn silent_fields(calculator: &AnyCalculator) -> Vec<(&'static str, &'static str)> {
    let all: Vec<Asked> =
        ways(calculator).into_iter().filter_map(|way| asked(calculator, way)).collect();
    let is_silent = |(place, field): &(usize, &Field)| {
        if matches!(field.kind, Kind::Record | Kind::Hours(_) | Kind::Rows { .. }) {
            return false; // made by programs; rows have tests of their calculators
        }
        let mut likely: Vec<&Asked> = all.iter().collect();
        likely.sort_by_key(|one| (!one.mentions(field), !one.counts(*place)));
        let is_kept =
            ONLY_KEPT.iter().any(|(id, name, _)| (*id, *name) == (calculator.id, field.name));
        let tried = if is_kept { TRIED } else { likely.len() };
        !likely.iter().take(tried).any(|one| one.is_moved_by(calculator, *place, field))
    };
    let fields = calculator.fields().iter().enumerate().filter(is_silent);
    fields.map(|(_, field)| (calculator.id, field.name)).collect()
}

/// A field that changes nothing is a promise that is not kept.
#[test]
fn every_input_reaches_a_result_a_judgement_or_a_named_exception() {
    let silent: Vec<_> = std::thread::scope(|scope| {
        let searches: Vec<_> =
            ALL.iter().map(|calculator| scope.spawn(|| silent_fields(calculator))).collect();
        searches.into_iter().flat_map(|search| search.join().unwrap()).collect()
    });
    let named: Vec<_> =
        ONLY_KEPT.iter().map(|(calculator, field, _)| (*calculator, *field)).collect();
    assert_eq!(silent, named);
}
