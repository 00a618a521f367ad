//! Coating and plant economics: what the world says (`data`), what follows from it (`plating` and the other subjects), and the
//! calculators composed from them. Nothing here knows a browser; the application and the command line both stand on it.
//!
//! Arrows run one way: `quotation → analysis, output, json, entry → calculator → report → subjects → data → units → words`. A calculator's `compute` gives numbers without text;
//! its `explain` makes the one [`report::Report`] that the screen, print, CSV and the command line are formats of.
#![forbid(unsafe_code)]

extern crate self as platewise_model; // by this name the derives know it, here and in tests

pub mod analysis;
pub mod calculator;
#[cfg(feature = "command-line")]
pub mod command_line;
pub mod data;
pub mod electricity;
pub mod entry;
pub mod finance;
pub mod import;
pub mod json;
pub mod language;
pub mod line;
pub mod message;
pub mod numeric;
pub mod output;
pub mod pack;
pub mod part;
pub mod plating;
pub mod private;
pub mod process;
pub mod quotation;
pub mod quote;
pub mod report;
pub mod request;
pub mod solar;
pub mod units;
pub mod words;

/// Version of the formulas: the package's own. Every export carries it.
pub const ENGINE_VERSION: &str = env!("CARGO_PKG_VERSION");
/// The commit it was built from, where the build knows it.
pub const COMMIT: Option<&str> = option_env!("PLATEWISE_COMMIT");
/// Version of the reference data: the day it was last changed.
pub const DATA_VERSION: &str = "2026-11-28";
