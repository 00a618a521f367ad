//! The table for a spreadsheet holds the inputs, each with where it comes from, and the way back to them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::float_cmp, reason = "a test fails by panicking")]

mod common;

use common::{evaluation, plating_time};
use platewise_model::output::csv;
use platewise_model::report::format::Reader;
use platewise_model::units::System;
use platewise_model::words::Language;
use serde_json::{Value, json};

fn table(inputs: &Value, link: &str, reader: Reader) -> String {
    let evaluation = evaluation(inputs);
    let report = evaluation.outcome.as_ref().unwrap();
    csv::write(plating_time(), &evaluation, report, "stamp", link, reader)
}

#[test]
fn the_inputs_stand_in_the_table_with_their_origin() {
    let inputs = json!({ "thickness_um": 25.4, "designation": "SC2, Type II" });
    let metric = table(&inputs, "", Reader::default());
    for line in [
        "input,Thickness,25.4,µm,yours",
        "input,Coating code,\"SC2, Type II\",,yours",
        "input,Deposit,Zinc,,follows from the rest",
        "input,Plated area,1,dm²,default",
    ] {
        assert!(metric.lines().any(|row| row == line), "{line}: {metric}");
    }
    assert!(!metric.contains("input,Plating time"), "what is solved for is no input");
    assert!(!metric.contains("\r\nlink,"), "no link, no line");
    let chinese = table(&inputs, "", Reader { language: Language::Zh, system: System::Us });
    assert!(chinese.contains("输入,厚度,1,mil,自填"), "{chinese}");
}

#[test]
fn the_link_is_a_cell_like_any_other() {
    let with_link = |link: &str| table(&json!({}), link, Reader::default());
    assert!(with_link("https://example.org/#v=1&units=us").contains("\r\nlink,https://example.org/#v=1&units=us,,,\r\n"));
    assert!(with_link("=1,2").contains("\r\nlink,\"'=1,2\",,,\r\n"));
}

#[test]
fn every_line_has_five_cells() {
    for line in table(&json!({ "load_kg": 30 }), "", Reader::default()).lines() {
        let mut quoted = false;
        let commas = line
            .chars()
            .filter(|c| {
                quoted ^= *c == '"';
                *c == ',' && !quoted
            })
            .count();
        assert_eq!(commas, 4, "{line}");
    }
}
