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

use super::{
    Assumption, Calculator, FileImport, InputTable, Origin, Preset, Problem, ResultField, Valued,
};
use crate::data::Listed;
use crate::data::tariffs::{CONTRACT, Way};
use crate::report::Report;
use crate::words::{Text, text};
use serde_json::Value;

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

    fn assumptions(inputs: &Inputs) -> Vec<Assumption> {
        let (setup, _) = understand(inputs);
        Inputs::fields()
            .iter()
            .enumerate()
            .map(|(position, field)| assumption(position, field.name, inputs, &setup))
            .collect()
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

/// How one field was understood.
fn assumption(position: usize, field: &'static str, inputs: &Inputs, setup: &Setup) -> Assumption {
    let number = |valued: Valued| {
        let value =
            if valued.origin == Origin::Unused { Value::Null } else { Value::from(valued.value) };
        Assumption::new(field, value, valued.fact, valued.origin)
    };
    // What nobody has to give: none unless they do.
    let open = ["roof_area_m2", "annual_heat_kwh"].contains(&field);
    if let Some(valued) = setup.values.get(field) {
        let empty = open && valued.origin == Origin::Default;
        return if empty {
            Assumption { value: Value::Null, fact: None, ..number(valued) }
        } else {
            number(valued)
        };
    }
    let given = inputs.slot(position).and_then(super::Slot::load);
    let origin = if given.is_some() { Origin::Given } else { Origin::Default };
    let chosen = |value: Value| Assumption::new(field, value, None, origin);
    let unused = || Assumption::new(field, Value::Null, None, Origin::Unused);
    let several = |numbers: &[f64]| {
        let origin = if given.is_some() { Origin::Given } else { Origin::Derived };
        Assumption::new(
            field,
            numbers.iter().map(|number| Value::from(*number)).collect(),
            None,
            origin,
        )
    };
    let banded = setup.tariff_row.way == Way::Bands;
    let metered = inputs.meter_hours.is_some();
    let [latitude, longitude, offset] = setup.place;
    let [bands, season_bands, season_months] = &setup.lines;
    let climate = &setup.climate;
    match field {
        "site" => chosen(Value::from(setup.site.id)),
        "weather_hours" | "meter_hours" => chosen(given.unwrap_or(Value::Null)),
        "latitude_deg" => number(latitude),
        "longitude_deg" => number(longitude),
        "utc_offset_h" => number(offset),
        "ghi_kwh_per_m2_day" | "air_temperature_c" | "daily_range_k" | "wind_speed_m_per_s"
            if setup.measured =>
        {
            unused()
        }
        "ghi_kwh_per_m2_day" => several(&climate.global_kwh_per_m2_day),
        "air_temperature_c" => several(&climate.air_c),
        "daily_range_k" => several(&climate.daily_range_k),
        "wind_speed_m_per_s" => several(&climate.wind_m_per_s),
        "mounting" => chosen(Value::from(setup.mounting.id)),
        "transposition" => chosen(Value::from(setup.transposition.id())),
        "losses_fraction" => number(setup.losses),
        "shift_pattern" if metered || inputs.load_profile.is_some() => unused(),
        "shift_pattern" => chosen(Value::from(setup.shifts.id)),
        "load_profile" if metered => unused(),
        "load_profile" => chosen(given.unwrap_or(Value::Null)),
        "use_shares" | "use_idle" if metered || inputs.idle_load.is_some() => unused(),
        "use_shares" => several(&setup.uses[0]),
        "use_idle" => several(&setup.uses[1]),
        "idle_load" if metered => unused(),
        "idle_load" => number(setup.idle),
        "tariff" => chosen(Value::from(setup.tariff_row.id)),
        "bands" if banded => chosen(Value::from(bands.as_str())),
        "season_bands" if banded => chosen(Value::from(season_bands.as_str())),
        "season_months" if banded => chosen(Value::from(season_months.as_str())),
        "contract_cny_per_kwh" if setup.tariff_row.way == Way::Curve => chosen(
            given.unwrap_or_else(|| CONTRACT.iter().map(|price| Value::from(*price)).collect()),
        ),
        "ownership" => chosen(Value::from(setup.ownership.id())),
        "vat_view" => chosen(Value::from(setup.vat_view.id())),
        "target_of" => chosen(Value::from(setup.target_of.id())),
        _ => unused(),
    }
}
