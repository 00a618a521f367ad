//! What stands in the fields survives the address: a million states by chance, written, read and written again.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "common/states.rs"]
mod states;

use fastrand::Rng;
use platewise_model::calculator::{ALL, Kind};
use platewise_model::entry::{
    Entries, from_inputs, from_link, from_memory, in_system, to_inputs, to_link, to_memory,
};
use platewise_model::units::System;
use std::thread;

const STATES: usize = 1_000_000;

/// Entries as a link brings them: a cell of a row in which nothing stands is no cell.
fn carried(entries: &Entries) -> Entries {
    let mut entries = entries.clone();
    for entry in entries.values_mut() {
        for row in &mut entry.rows {
            row.retain(|_, cell| !cell.text.is_empty());
        }
    }
    entries
}

#[test]
fn a_million_states_are_the_same_after_their_link() {
    let each = STATES.div_ceil(ALL.len());
    thread::scope(|scope| {
        for (number, calculator) in ALL.iter().enumerate() {
            scope.spawn(move || {
                let mut rng = Rng::with_seed(number as u64);
                for place in 0..each {
                    let entries = states::state(calculator, &mut rng, 5, false);
                    let (language, system) =
                        (["en", "zh"][place % 2], [System::Metric, System::Us][place / 2 % 2]);
                    let link = to_link(calculator, &entries, language, system);
                    assert!(link.is_ascii() && !link.contains(['#', ' ', '<', '"']), "{link}");
                    let read = from_link(calculator, &link);
                    assert_eq!(read.notices, Vec::new(), "{}: {link}", calculator.id);
                    assert_eq!(read.entries, carried(&entries), "{}: {link}", calculator.id);
                    assert_eq!(
                        (read.language.as_deref(), read.system.as_deref()),
                        (Some(language), Some(system.id()))
                    );
                    assert_eq!(
                        to_link(calculator, &read.entries, language, system),
                        link,
                        "{}",
                        calculator.id
                    );
                }
            });
        }
    });
}

/// From the fields to inputs as JSON, into fields again, and by the memory of the browser: the same inputs, in any units.
#[test]
fn what_the_fields_mean_is_the_same_after_file_memory_and_other_units() {
    for (number, calculator) in ALL.iter().enumerate() {
        let mut rng = Rng::with_seed(100 + number as u64);
        for _ in 0..5_000 {
            let entries = states::state(calculator, &mut rng, 5, true);
            let (inputs, unreadable) = to_inputs(calculator, &entries);
            assert_eq!(unreadable, Vec::new(), "{}: {entries:?}", calculator.id);
            let memory = to_memory(calculator, &entries, "zh", System::Us);
            assert_eq!(
                to_inputs(calculator, &from_memory(calculator, &memory).entries).0,
                inputs,
                "{}: {memory}",
                calculator.id
            );
            for system in [System::Metric, System::Us] {
                let (mut again, notices) = from_inputs(calculator, &inputs, system);
                assert_eq!(notices, Vec::new(), "{}: {inputs:?}", calculator.id);
                in_system(calculator.fields(), &mut again, System::Metric);
                let (again, _) = to_inputs(calculator, &again);
                for (name, value) in &inputs {
                    let Some(Kind::Number { min, max, .. }) =
                        calculator.field(name).map(|field| field.kind)
                    else {
                        continue;
                    };
                    let (value, again) = (value.as_f64().unwrap(), again[name].as_f64().unwrap());
                    assert!(
                        (value - again).abs() <= 1e-8 * (max - min).abs().max(value.abs()),
                        "{}: {name} was {value}, is {again}",
                        calculator.id
                    );
                }
            }
        }
    }
}
