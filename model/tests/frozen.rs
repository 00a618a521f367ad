//! What calculators answer, frozen: every example, and some hundred inputs of each made by chance. An answer that moves
//! fails here; what was meant to move is accepted with `INSTA_UPDATE=always` and listed in the changelog under "Numbers changed".
//! Only numbers, names and levels are held, no words. The inputs stand in `data/frozen/`, so that a new field moves none
//! of them; `PLATEWISE_DRAW_INPUTS=1` draws them for a calculator that has no file yet.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod common;

use fastrand::Rng;
use platewise_model::calculator::{ALL, AnyCalculator, Field, Kind};
use platewise_model::json;
use platewise_model::units::format_significant;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::path::{Path, PathBuf};

const DRAWN: usize = 300;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/frozen")
}

#[test]
fn every_example_gives_the_answer_it_gave() {
    for calculator in ALL {
        let mut held = String::new();
        for preset in calculator.presets() {
            writeln!(held, "# {}", preset.id).unwrap();
            held.push_str(&outcome(calculator, &preset.to_inputs()).join("\n"));
            held.push_str("\n\n");
        }
        held_as(&format!("examples of {}", calculator.id), &held);
    }
}

#[test]
fn inputs_made_by_chance_give_the_answers_they_gave() {
    for calculator in ALL {
        let inputs = inputs(calculator);
        let mut held = String::new();
        let mut answers = 0;
        for given in &inputs {
            let lines = outcome(calculator, given);
            let is_answer = lines.first().is_some_and(|line| line.starts_with("result "));
            answers += usize::from(is_answer);
            let line = if is_answer { summary(&lines) } else { lines.join("; ") };
            writeln!(held, "{line}").unwrap();
        }
        assert!(
            answers * 3 >= inputs.len(),
            "{}: only {answers} of {} inputs have an answer",
            calculator.id,
            inputs.len()
        );
        held_as(&format!("chance of {}", calculator.id), &held);
    }
}

fn held_as(name: &str, held: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name.replace(' ', "_"), held));
}

/// Results, judgements and how each field was understood, a line each; or the problems.
fn outcome(calculator: &AnyCalculator, given: &Map<String, Value>) -> Vec<String> {
    let document = match json::evaluate(calculator, given) {
        Ok(document) => document,
        Err(refusal) => {
            let problems = refusal["problems"].as_array().expect("a list of problems");
            return problems
                .iter()
                .map(|one| format!("problem {} {}", text(&one["field"]), text(&one["problem"])))
                .collect();
        }
    };
    let mut lines = Vec::new();
    put("result", "", &document["results"], &mut lines);
    let evaluation = calculator.evaluate_fully(given);
    let report = evaluation.outcome.as_ref().expect("what has a document has an answer");
    lines.extend(
        report
            .judgements
            .iter()
            .chain(&report.further)
            .map(|one| format!("judgement {} {}", one.id, one.level.id())),
    );
    for one in &evaluation.assumptions {
        let mut value = Vec::new();
        put("", "", &one.value, &mut value);
        lines.push(format!("input {} {}:{}", one.field, one.origin.id(), value.concat()));
    }
    lines
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or("-")
}

/// Every value below with the way to it. Twelve digits: the last bits belong to the mathematics library of the machine.
fn put(what: &str, way: &str, value: &Value, lines: &mut Vec<String>) {
    let below = |name: &str| if way.is_empty() { name.to_owned() } else { format!("{way}.{name}") };
    match value {
        Value::Object(object) => {
            object.iter().for_each(|(name, value)| put(what, &below(name), value, lines))
        }
        Value::Array(list) => list
            .iter()
            .enumerate()
            .for_each(|(place, value)| put(what, &below(&place.to_string()), value, lines)),
        Value::Number(number) => {
            lines.push(format!("{what} {way} {}", format_significant(number.as_f64().unwrap(), 12)))
        }
        other => lines.push(format!("{what} {way} {other}")),
    }
}

/// The first results in words, and a digest of all lines.
fn summary(lines: &[String]) -> String {
    let digest = Sha256::digest(lines.join("\n"));
    let short: String = digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    let first: Vec<&str> =
        lines.iter().filter_map(|line| line.strip_prefix("result ")).take(3).collect();
    format!("{short} {}", first.join(", "))
}

/// The inputs as they stand in the file of a calculator.
fn inputs(calculator: &AnyCalculator) -> Vec<Map<String, Value>> {
    let file = folder().join(format!("{}.jsonl", calculator.id));
    if !file.exists() && std::env::var_os("PLATEWISE_DRAW_INPUTS").is_some() {
        let mut rng = Rng::with_seed(20_261_128);
        let mut lines = String::new();
        for _ in 0..DRAWN {
            writeln!(lines, "{}", Value::from(drawn(calculator, &mut rng))).unwrap();
        }
        std::fs::write(&file, lines).unwrap();
    }
    let Ok(lines) = std::fs::read_to_string(&file) else {
        panic!("{} is missing: PLATEWISE_DRAW_INPUTS=1 draws it", file.display())
    };
    lines.lines().map(|line| serde_json::from_str(line).expect("a line is an object")).collect()
}

/// Some inputs, near an example or the defaults, now and then far from both.
fn drawn(calculator: &AnyCalculator, rng: &mut Rng) -> Map<String, Value> {
    let presets = calculator.presets();
    let mut given = match rng.usize(..=presets.len()) {
        place if place < presets.len() => presets[place].to_inputs(),
        _ => Map::new(),
    };
    let used = calculator.evaluate_fully(&given).assumptions;
    let fields = calculator.fields();
    for _ in 0..rng.usize(1..8) {
        let field = &fields[rng.usize(..fields.len())];
        let now =
            used.iter().find(|one| one.field == field.name).map_or(&Value::Null, |one| &one.value);
        if let Some(value) = value(field, now, rng) {
            given.insert(field.name.to_owned(), value);
        }
    }
    given
}

fn value(field: &Field, now: &Value, rng: &mut Rng) -> Option<Value> {
    Some(match field.kind {
        Kind::Number { min, max, .. } => number(now.as_f64(), min, max, rng).into(),
        Kind::Numbers { least, count, min, max, .. } => {
            let mut numbers: Vec<f64> =
                (0..rng.usize(least..=count)).map(|_| number(None, min, max, rng)).collect();
            if least != count {
                numbers.sort_by(f64::total_cmp); // steps of quantities rise
            }
            numbers.into()
        }
        Kind::Choice(options) => rng.choice(options())?.0.into(),
        Kind::Several(options, least, most) => {
            let mut ids: Vec<&str> = options().iter().map(|(id, _)| *id).collect();
            rng.shuffle(&mut ids);
            ids.truncate(rng.usize(least..=most.min(ids.len())));
            ids.into()
        }
        Kind::Date => format!("2026-{:02}-{:02}", rng.u8(1..=12), rng.u8(1..=28)).into(),
        Kind::Text | Kind::LongText => {
            (*rng.choice(["A3C", "Fe/Zn 8", "M8", "45", "10.9", "Fe//Zn8//An//T0"].iter())?).into()
        }
        Kind::Curve => (1..=rng.u8(1..5))
            .map(|step| Value::from(vec![f64::from(step), f64::from(rng.u8(30..=100)) / 100.0]))
            .collect(),
        Kind::Rows { fields, least, most } => {
            let row = |rng: &mut Rng| -> Value {
                let fields = fields();
                let some = (0..rng.usize(1..6)).filter_map(|_| {
                    let field = &fields[rng.usize(..fields.len())];
                    Some((field.name.to_owned(), value(field, &Value::Null, rng)?))
                });
                some.collect::<Map<_, _>>().into()
            };
            (0..rng.usize(least.max(1)..=most.min(least + 3))).map(|_| row(rng)).collect()
        }
        Kind::Hours(_) | Kind::Record => return None,
    })
}

/// A number near another, or in the middle of what is possible, three digits long; one in ten anywhere.
fn number(now: Option<f64>, min: f64, max: f64, rng: &mut Rng) -> f64 {
    let low = min.max(max * 1e-9);
    let wide = |rng: &mut Rng| {
        if max <= 0.0 { min + rng.f64() * (max - min) } else { low * (max / low).powf(rng.f64()) }
    };
    let drawn = match now {
        Some(now) if rng.u8(..10) > 0 && now != 0.0 => now * 2f64.powf(rng.f64() * 2.0 - 1.0),
        Some(_) => wide(rng),
        None if max > 0.0 => low * (max / low).powf(0.3 + 0.4 * rng.f64()),
        None => wide(rng),
    };
    format!("{drawn:.2e}").parse::<f64>().unwrap().clamp(min, max)
}
