//! The built application in a real browser. Each test has a browser of its own, with an empty memory; where everything is comes from
//! `cargo xtask test`. A name of a test is what it shows.
#![allow(missing_docs, reason = "tests: their names say what they show")]

mod accessibility;
mod analysis;
mod answers;
mod charts;
mod comparison;
mod crash;
mod embed;
mod endurance;
mod fields;
mod files;
mod keyboard;
mod languages;
mod links;
mod memory;
mod offline;
mod pages;
mod part_area;
mod pins;
mod presets;
mod print;
mod privacy;
mod pv_payback;
mod quote;
mod quote_papers;
mod screenshots;
mod settings;
mod shop;
mod stability;
mod support;
mod units;
mod visitors;

#[allow(dead_code, reason = "the application's own table of pages, of which the tests read a part")]
#[path = "../../src/routes.rs"]
mod routes;
#[path = "../../model/tests/common/states.rs"]
mod states;
#[allow(dead_code, reason = "the application's own words, of which the tests read a part")]
#[path = "../../src/words.rs"]
mod words;
