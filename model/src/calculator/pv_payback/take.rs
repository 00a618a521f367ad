//! Weather and meter files: what they bring to the inputs, and an account of what was found in them.

use super::inputs::{METER, WEATHER};
use crate::calculator::Taken;
use crate::electricity::meter;
use crate::solar::files;
use crate::units::packed::pack;
use crate::words::{Arg, Phrase, phrase, text};
use serde_json::{Map, Value};

/// Reads a file for a field that takes its hours.
pub fn take(field: &str, file: &str) -> Result<Taken, Phrase> {
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
fn weather(file: &str) -> Result<Taken, Phrase> {
    let file = files::read(file).map_err(|refusal| refusal.message())?;
    let means = files::means(&file.hours);
    let rows: Vec<f64> = file.hours.iter().flat_map(|hour| [hour.global, hour.diffuse, hour.air_c, hour.wind_m_per_s]).collect();
    Ok(Taken {
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
fn load(file: &str) -> Result<Taken, Phrase> {
    let meter = meter::read(file).map_err(|refusal| refusal.message())?;
    let largest = meter.hours.iter().copied().fold(0.0, f64::max).max(f64::MIN_POSITIVE);
    let shares: Vec<f64> = meter.hours.iter().map(|hour| hour / largest).collect();
    Ok(Taken {
        inputs: inputs(vec![
            ("annual_load_kwh", (meter.found.annual_kwh.round()).into()),
            ("load_profile", rounded(&meter::mean_day(&meter.hours))),
            ("meter_hours", pack(&shares, METER).into()),
        ]),
        account: account(&meter),
        preview: Vec::new(),
    })
}

fn account(meter: &meter::Meter) -> Vec<Phrase> {
    let f = &meter.found;
    let count = |count: usize| Arg::Count(u32::try_from(count).unwrap_or(u32::MAX));
    let day = |(year, month, day): (u16, u8, u8)| Arg::Name(format!("{year}-{month:02}-{day:02}"));
    let mut all = vec![phrase(
        text("{0} rows, one every {1} min, {2} to {3}: {4} MWh a year.", "{0} 行，每 {1} 分钟一个，{2} 至 {3}：全年 {4} MWh。"),
        [count(f.rows), Arg::Number(f.interval_min), day(f.first), day(f.last), Arg::Number(f.annual_kwh / 1000.0)],
    )];
    all.push(match (f.power, f.unit_said) {
        (true, true) => text("Values are power, kW.", "数值为功率（kW）。").into(),
        (false, true) => text("Values are energy, kWh.", "数值为电量（kWh）。").into(),
        (true, false) => text("No unit is said; the values are taken for power, kW. Check the sum.", "未注明单位，按功率（kW）处理，请核对总量。").into(),
        (false, false) => text("No unit is said; the values are taken for energy, kWh. Check the sum.", "未注明单位，按电量（kWh）处理，请核对总量。").into(),
    });
    if f.register {
        all.push(
            text(
                "They are readings of a register; their differences are taken. A transformer ratio is not applied: check the sum.",
                "数据为表码读数，已取差值；未乘互感器倍率，请核对总量。",
            )
            .into(),
        );
    }
    for (number, words) in [
        (f.gaps, text("{0} missing hours are taken from the same hours of other weeks.", "缺失的 {0} 小时取其他周同一时刻补齐。")),
        (f.filled_days, text("{0} days of the year are not in the file; they are taken from like days.", "文件中缺少 {0} 天，取相近日补齐。")),
        (f.repeated, text("{0} times come twice, as when clocks change; the first counts.", "{0} 个时刻重复，取第一个。")),
        (f.backwards, text("{0} rows stand out of order.", "{0} 行顺序错乱，已按时间排列。")),
        (f.negative, text("{0} values are below zero and count as none.", "{0} 个负值按零处理。")),
        (f.spikes, text("{0} values are more than 20 times the median: look at them.", "{0} 个值超过中位数 20 倍，请检查。")),
    ] {
        if number > 0 {
            all.push(phrase(words, [count(number)]));
        }
    }
    if f.utc {
        all.push(text("Its times are marked as UTC and are taken as they stand.", "时间标注为 UTC，按原样使用。").into());
    }
    all
}
