//! The documentation comes from the rows: `docs/figures.md` is written from them, and this test fails when it has drifted.
//! `PLATEWISE_WRITE_DOCS=1 cargo test -p platewise-model --test documentation` writes it anew.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

use platewise_model::DATA_VERSION;
use platewise_model::calculator::{self, ALL};
use platewise_model::data::{Fact, Row};
use platewise_model::report::format::Reader;
use std::fmt::Write as _;
use std::path::PathBuf;

fn document(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../docs").join(name)
}

fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

fn range(reader: Reader, fact: &Fact) -> String {
    if fact.has_range() {
        format!(
            "{}–{}",
            reader.number(fact.dimension, fact.low),
            reader.number(fact.dimension, fact.high)
        )
    } else {
        String::new()
    }
}

fn figures() -> String {
    let reader = Reader::default();
    let mut out = format!(
        "# Every figure that ships\n\nWritten from the rows in `model/src/data/`, data version {DATA_VERSION}; do not edit. The Sources page shows the same in both languages.\n\n| of what | what | value | range | source | date | region | how sure |\n|---|---|---|---|---|---|---|---|\n"
    );
    for Row { subject, what, fact } in calculator::figures() {
        let title = cell(fact.source.title.en);
        let source = if fact.source.url.is_empty() {
            title
        } else {
            format!("[{title}]({})", fact.source.url)
        };
        let value = reader.quantity(fact.dimension, fact.value);
        let (subject, what, region, sure) =
            (cell(subject.en), cell(what.en), fact.source.region.en, fact.sure.label().en);
        writeln!(
            out,
            "| {subject} | {what} | {value} | {} | {source} | {} | {region} | {sure} |",
            range(reader, &fact),
            fact.source.date
        )
        .unwrap();
    }
    out
}

#[test]
fn the_document_of_figures_is_what_the_rows_say() {
    let path = document("figures.md");
    let written = figures();
    if std::env::var_os("PLATEWISE_WRITE_DOCS").is_some() {
        std::fs::write(&path, &written).expect("docs/figures.md can be written");
    }
    let kept = std::fs::read_to_string(&path).expect("docs/figures.md is there");
    assert!(
        kept == written,
        "docs/figures.md has drifted: PLATEWISE_WRITE_DOCS=1 cargo test -p platewise-model --test documentation"
    );
}

#[test]
fn the_method_of_each_calculator_names_every_input_and_result() {
    for calculator in ALL {
        let text = std::fs::read_to_string(document(&format!("{}.md", calculator.id)))
            .expect("each calculator has its document");
        let evaluation = calculator.evaluate_fully(&serde_json::Map::new());
        let results = evaluation.outcome.expect("the defaults give an answer").results;
        let names = calculator
            .fields()
            .iter()
            .map(|field| field.name)
            .chain(results.iter().map(|result| result.name));
        for name in names.map(|name| name.rsplit('.').next().unwrap()) {
            assert!(
                text.contains(&format!("`{name}`")),
                "docs/{}.md does not name {name}",
                calculator.id
            );
        }
    }
}

#[test]
fn every_field_has_help_in_both_languages() {
    for calculator in ALL {
        let check = |table: Option<&str>, name: &str| {
            let text = calculator
                .help(table, name)
                .unwrap_or_else(|| panic!("{} has no help for {table:?} {name}", calculator.id));
            assert!(!text.en.is_empty() && !text.zh.is_empty(), "{name}");
        };
        for field in calculator.fields() {
            check(None, field.name);
            if let calculator::Kind::Rows { fields, .. } = field.kind {
                fields().iter().for_each(|cell| check(Some(field.name), cell.name));
            }
        }
        assert!(
            calculator.help(None, "no_such_field").is_none()
                && calculator.help(Some("no_such_table"), "name").is_none()
        );
    }
}

/// What can be embedded is named where embedding is described, or on the calculator's own page.
#[test]
fn every_calculator_and_example_that_can_be_embedded_is_named() {
    let read = |name: &str| std::fs::read_to_string(document(name)).expect("the document is there");
    let contract = read("embedding.md");
    for calculator in ALL {
        let own = read(&format!("{}.md", calculator.id));
        for name in calculator.presets().iter().map(|preset| preset.id) {
            let quoted = format!("`{name}`");
            assert!(
                contract.contains(&quoted) || own.contains(&quoted),
                "neither docs/embedding.md nor docs/{}.md names {name}",
                calculator.id
            );
        }
    }
}
