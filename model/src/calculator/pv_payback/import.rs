//! Weather and meter files: what they bring to the inputs, and an account of what was found in them.

use super::inputs::{METER, WEATHER};
use crate::calculator::ImportedFile;
use crate::electricity::meter;
use crate::solar::files;
use crate::units::packed::pack;
use crate::words::{Phrase, text};
use serde_json::{Map, Value};

/// Reads a file for a field that takes its hours.
pub fn import_hours(field: &str, file: &str) -> Result<ImportedFile, Phrase> {
    match field {
        "weather_hours" => weather(file),
        "meter_hours" => load(file),
        _ => Err(text("This field takes no file.", "此项不接受文件。").into()),
    }
}

fn rounded(numbers: &[f64]) -> Value {
    numbers.iter().map(|number| Value::from((number * 1000.0).round() / 1000.0)).collect()
}

fn inputs(entries: Vec<(&str, Value)>) -> Map<String, Value> {
    let mut inputs = Map::new();
    for (name, value) in entries {
        inputs.insert(name.to_owned(), value);
    }
    inputs
}

/// The hours, the place, and the monthly means that a link can carry.
fn weather(file: &str) -> Result<ImportedFile, Phrase> {
    let file = files::read(file).map_err(|refusal| refusal.message())?;
    let means = files::means(&file.hours);
    let rows: Vec<f64> = file
        .hours
        .iter()
        .flat_map(|hour| [hour.global, hour.diffuse, hour.air_c, hour.wind_m_per_s])
        .collect();
    Ok(ImportedFile {
        inputs: inputs(vec![
            ("site", "custom".into()),
            ("latitude_deg", file.place.latitude_deg.into()),
            ("longitude_deg", file.place.longitude_deg.into()),
            ("utc_offset_h", file.place.utc_offset_h.into()),
            ("ghi_kwh_per_m2_day", rounded(&means.global_kwh_per_m2_day)),
            ("air_temperature_c", rounded(&means.air_c)),
            ("daily_range_k", rounded(&means.daily_range_k)),
            ("wind_speed_m_per_s", rounded(&means.wind_m_per_s)),
            ("weather_hours", pack(&rows, WEATHER).into()),
        ]),
        account: file.account(),
        preview: Vec::new(),
    })
}

/// The hours, the year's sum, and the mean working day that a link can carry.
fn load(file: &str) -> Result<ImportedFile, Phrase> {
    let meter = meter::read(file).map_err(|refusal| refusal.message())?;
    let largest = meter.hours.iter().copied().fold(0.0, f64::max).max(f64::MIN_POSITIVE);
    let shares: Vec<f64> = meter.hours.iter().map(|hour| hour / largest).collect();
    Ok(ImportedFile {
        inputs: inputs(vec![
            ("annual_load_kwh", (meter.found.annual_kwh.round()).into()),
            ("load_profile", rounded(&meter::mean_day(&meter.hours))),
            ("meter_hours", pack(&shares, METER).into()),
        ]),
        account: meter.account(),
        preview: Vec::new(),
    })
}
