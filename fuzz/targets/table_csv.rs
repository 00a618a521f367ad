//! A table in text, for the parts of a load, the lines of a quote, and many requests at once: rows or a refusal, everything left out is told by its row.
#![no_main]

use libfuzzer_sys::fuzz_target;
use platewise_fuzz::{choice, tables};
use platewise_model::request::table::of_text_bytes;

fuzz_target!(|data: &[u8]| {
    let Some((choice, rest)) = choice(data) else { return };
    let sheets = of_text_bytes(rest);
    assert!(sheets.iter().all(|sheet| sheet.rows.len() <= rest.len() + 1), "more rows than bytes");
    tables::is_taken(&sheets, choice);
});
