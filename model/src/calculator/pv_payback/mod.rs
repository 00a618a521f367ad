//! Photovoltaics on a plant's roof: what it generates hour by hour, what of that the plant uses at its tariff, and whether it pays. Read
//! `inputs`, `setup` (how inputs are understood), `solve` (the numbers), then `explain` and its pieces.

mod derivation;
mod explain;
mod figures;
mod import;
mod inputs;
mod judgements;
mod presets;
mod results;
mod setup;
mod solve;

pub use inputs::{
    Inputs, METER, MeterHours, Ownership, TargetOf, Transposition, VatView, WEATHER, WeatherHours,
};
pub use setup::{Setup, Values, understand};
pub use solve::{Money, Numbers, Size, Target};

use super::{Assumptions, Calculator, FileImport, Preset, Problem, ResultField};
use crate::report::Report;
use crate::words::{Text, text};

/// Photovoltaics on a plant's roof.
pub struct PvPayback;

impl Calculator for PvPayback {
    const ID: &'static str = "pv-payback";
    const TITLE: Text = text("PV payback", "光伏回收期");
    const PURPOSE: Text = text(
        "Whether photovoltaics on a plating plant's roof pay, hour by hour with its shifts and its tariff, and what cutting the bill by 30 % would take.",
        "电镀厂屋顶光伏是否划算：按班制与分时电价逐时计算收益与回收期，以及电费降 30 % 需要什么条件。",
    );
    const FILE_IMPORT: Option<FileImport> = Some(FileImport::Text(import::import_hours));
    type Inputs = Inputs;
    type Numbers = Numbers;

    fn results() -> &'static [ResultField<Numbers>] {
        results::RESULTS
    }

    fn compute(inputs: &Inputs) -> Result<Numbers, Vec<Problem>> {
        let (setup, problems) = understand(inputs);
        if !problems.is_empty() {
            return Err(problems);
        }
        let weather = setup::weather(inputs, &setup);
        Ok(solve::solve(setup, &weather))
    }

    fn assume(inputs: &Inputs, assumptions: &mut Assumptions) {
        understand(inputs).0.tell(inputs, assumptions);
    }

    fn explain(inputs: &Inputs, numbers: &Numbers) -> Report {
        explain::report(inputs, numbers)
    }

    fn explain_fully(inputs: &Inputs, numbers: &Numbers, report: &mut Report) {
        explain::explain_fully(inputs, numbers, report);
    }

    fn presets() -> &'static [Preset] {
        presets::PRESETS
    }
}
