//! The table for a spreadsheet holds the inputs, each with where it comes from, and the way back to them.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::float_cmp,
    reason = "a test fails by panicking"
)]

mod common;

use common::{evaluation_of, plating_time, process_comparison};
use platewise_model::calculator::AnyCalculator;
use platewise_model::output::csv;
use platewise_model::report::format::Reader;
use platewise_model::units::System;
use platewise_model::words::Language;
use serde_json::{Value, json};

fn table(inputs: &Value, link: &str, reader: Reader) -> String {
    table_of(plating_time(), inputs, link, reader)
}

fn table_of(calculator: &AnyCalculator, inputs: &Value, link: &str, reader: Reader) -> String {
    let evaluation = evaluation_of(calculator, inputs);
    let report = evaluation.outcome.as_ref().unwrap();
    csv::write(calculator, &evaluation, report, "stamp", link, reader)
}

#[test]
fn the_inputs_stand_in_the_table_with_their_origin() {
    let inputs = json!({ "thickness_um": 25.4, "designation": "SC2, Type II" });
    let metric = table(&inputs, "", Reader::default());
    for line in [
        "\"input\",\"Thickness\",25.4,\"µm\",\"yours\"",
        "\"input\",\"Coating code\",\"SC2, Type II\",,\"yours\"",
        "\"input\",\"Deposit\",\"Zinc\",,\"follows from the rest\"",
        "\"input\",\"Plated area\",1,\"dm²\",\"default\"",
    ] {
        assert!(metric.lines().any(|row| row == line), "{line}: {metric}");
    }
    assert!(!metric.contains("\"input\",\"Plating time"), "what is solved for is no input");
    assert!(!metric.contains("\r\n\"link\","), "no link, no line");
    let chinese = table(&inputs, "", Reader { language: Language::Zh, system: System::Us });
    assert!(chinese.contains("\"输入\",\"厚度\",1,\"mil\",\"自填\""), "{chinese}");
}

#[test]
fn the_link_is_a_cell_like_any_other() {
    let with_link = |link: &str| table(&json!({}), link, Reader::default());
    assert!(
        with_link("https://example.org/#v=1&units=us")
            .contains("\r\n\"link\",\"https://example.org/#v=1&units=us\",,,\r\n")
    );
    assert!(with_link("=1,2").contains("\r\n\"link\",\"'=1,2\",,,\r\n"));
}

/// How many cells a line has: commas outside quotes part them.
fn cells(line: &str) -> usize {
    let mut quoted = false;
    let mut commas = 0;
    for c in line.chars() {
        quoted ^= c == '"';
        commas += usize::from(c == ',' && !quoted);
    }
    commas + 1
}

#[test]
fn every_line_has_five_cells() {
    for line in table(&json!({ "load_kg": 30 }), "", Reader::default()).lines() {
        assert_eq!(cells(line), 5, "{line}");
    }
}

/// Everything of every process stands there under the process's name, in a name that a person typed too.
#[test]
fn a_comparison_fills_a_table_with_every_process() {
    let inputs = json!({
        "processes": ["cyanide_mid", "alkaline_mid", "own"],
        "own_name": "=1+1, \"old\"",
        "overrides": { "cyanide_mid": { "efficiency": 0.7 } },
    });
    let chinese = Reader { language: Language::Zh, system: System::Us };
    for reader in [Reader::default(), chinese] {
        let table = table_of(process_comparison(), &inputs, "https://example.org/#v=1", reader);
        let width = cells(table.lines().next().unwrap());
        for line in table.lines() {
            assert_eq!(cells(line), width, "{line}");
            assert!(
                !line.split(',').any(|cell| cell.starts_with('=')),
                "no cell is a formula: {line}"
            );
        }
    }
    let table = table_of(process_comparison(), &inputs, "", Reader::default());
    let has =
        |parts: &[&str]| table.lines().any(|line| parts.iter().all(|part| line.contains(part)));
    assert!(has(&["input", "Cathode efficiency", "Cyanide zinc, mid cyanide", "yours"]), "{table}");
    assert!(
        has(&["Cost per m²", "Cyanide zinc, mid cyanide"])
            && has(&["Cost per m²", "Alkaline non-cyanide zinc, mid chemistry"]),
        "{table}"
    );
    assert!(!has(&["input", "\"Chlorine\","]), "what does not count is no input");
}
