//! A table in text, for the parts of a load, the lines of a quote, and many requests at once: rows or a refusal, everything left out is told by its row.
#![no_main]

use libfuzzer_sys::fuzz_target;
use platewise_fuzz::{choice, tables, text};
use platewise_model::table::of_text;

fuzz_target!(|data: &[u8]| {
    let Some((choice, rest)) = choice(data) else { return };
    let table = text(rest);
    let grid = of_text(&table);
    assert!(grid.len() <= table.matches(['\n', '\r']).count() + 1, "more rows than lines");
    tables::is_taken(&grid, choice);
});
