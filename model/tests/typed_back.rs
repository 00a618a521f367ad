//! What a field shows can be typed into it and changes nothing.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::float_cmp,
    reason = "a test fails by panicking"
)]

use platewise_model::calculator::{
    ALL, AnyCalculator, Assumption, Evaluation, Field, Kind, Origin, Preset,
};
use platewise_model::entry::{Entries, Entry, as_shown, shown, to_inputs};
use platewise_model::report::format::Reader;
use platewise_model::units::System;
use platewise_model::words::Language;
use serde_json::{Map, Value};

const READERS: [Reader; 2] = [
    Reader { language: Language::En, system: System::Metric },
    Reader { language: Language::En, system: System::Us },
];

fn inputs(preset: &Preset) -> Map<String, Value> {
    preset.inputs.iter().map(|(name, value)| ((*name).to_owned(), value.to_json())).collect()
}

fn answer(evaluation: &Evaluation, reader: Reader) -> String {
    let report = evaluation.outcome.as_ref().unwrap_or_else(|problems| panic!("{problems:?}"));
    format!(
        "{}: {}",
        reader.phrase(&report.answer.label),
        reader.answer(report.answer.dimension, report.answer.value)
    )
}

/// The text that a field shows by default, typed into it as the page takes it when the field is left.
fn default_text(field: &Field, assumption: &Assumption, reader: Reader) -> Option<Entry> {
    let Kind::Number { dimension, .. } = field.kind else { return None };
    let unit = dimension.preferred(reader.system);
    let derived = || {
        (assumption.origin == Origin::Derived)
            .then_some(assumption.fact)
            .flatten()
            .map(|fact| fact.value)
    };
    let value = assumption.value.as_f64().or_else(derived)?;
    let offered = matches!(assumption.origin, Origin::Default | Origin::Derived);
    let typed = Entry::number(shown(dimension.unit(unit).from_canonical(value)), unit);
    offered.then(|| as_shown(dimension, &typed, value).unwrap_or(typed))
}

fn typed_back(
    calculator: &AnyCalculator,
    name: &str,
    given: &Map<String, Value>,
    wrong: &mut Vec<String>,
) {
    let evaluation = calculator.evaluate(given);
    for reader in READERS {
        let before = answer(&evaluation, reader);
        for assumption in &evaluation.assumptions {
            let Some(field) = calculator.field(assumption.field) else { continue };
            let Some(entry) = default_text(field, assumption, reader) else { continue };
            let (typed, unreadable) =
                to_inputs(calculator, &Entries::from([(field.name, entry.clone())]));
            assert!(unreadable.is_empty());
            let mut given = given.clone();
            given.extend(typed);
            let after = calculator.evaluate(&given);
            match &after.outcome {
                Err(problems) => wrong.push(format!(
                    "{} {name} {}: {} gives {problems:?}",
                    calculator.id, field.name, entry.text
                )),
                Ok(_) if answer(&after, reader) != before => {
                    wrong.push(format!(
                        "{} {name} {}: {} turns {before} into {}",
                        calculator.id,
                        field.name,
                        entry.text,
                        answer(&after, reader)
                    ));
                }
                Ok(_) => {}
            }
        }
    }
}

#[test]
fn typing_what_is_shown_changes_no_answer() {
    let mut wrong = Vec::new();
    for calculator in ALL {
        typed_back(calculator, "defaults", &Map::new(), &mut wrong);
        for preset in calculator.presets() {
            typed_back(calculator, preset.id, &inputs(preset), &mut wrong);
        }
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}
