//! Weather files, short ones as they are and years made of a few bytes: 8,760 possible hours or a refusal, and a year that a plant can be computed with.
#![no_main]

use libfuzzer_sys::fuzz_target;
use platewise_fuzz::years::{self, Moment, Stamp};
use platewise_fuzz::{choice, evaluated, pieces, text};
use platewise_model::calculator::{FileImport, find};
use platewise_model::report::format::Reader;
use platewise_model::solar::files::{means, read};
use platewise_model::units::packed::HOURS;

/// How EPW, TMY3 and PVGIS write times.
const STAMPS: [Stamp; 3] = [
    |Moment { year, month, day, minute }| format!("{year},{month},{day},{},0", minute / 60 + 1),
    |Moment { year, month, day, minute }| {
        format!("{month:02}/{day:02}/{year},{:02}:00", minute / 60 + 1)
    },
    |Moment { year, month, day, minute }| {
        format!("{year}{month:02}{day:02}:{:02}{:02}", minute / 60, minute % 60)
    },
];

fuzz_target!(|data: &[u8]| {
    let Some((choice, rest)) = choice(data) else { return };
    let file = if choice % 4 == 3 {
        text(rest).into_owned()
    } else {
        let mut pieces = pieces(rest).map(text);
        let mut piece = || pieces.next().unwrap_or_default();
        let years = if choice / 8 % 8 == 7 { 2 } else { 1 };
        years::of(&piece(), &piece(), &piece(), STAMPS[choice % 4], 60, years * HOURS)
    };
    let Ok(found) = read(&file) else { return };
    assert_eq!(found.hours.len(), HOURS);
    for hour in &found.hours {
        assert!(
            hour.global.is_finite()
                && hour.global >= 0.0
                && (0.0..=hour.global).contains(&hour.diffuse),
            "{hour:?}"
        );
        assert!(
            hour.air_c.is_finite() && hour.wind_m_per_s.is_finite() && hour.wind_m_per_s >= 0.0,
            "{hour:?}"
        );
    }
    let climate = means(&found.hours);
    let all =
        [climate.global_kwh_per_m2_day, climate.air_c, climate.daily_range_k, climate.wind_m_per_s];
    assert!(all.iter().flatten().all(|mean| mean.is_finite()));
    assert!(
        [found.found.late_h, found.found.moved_h, found.found.annual]
            .into_iter()
            .chain(found.found.closure)
            .all(f64::is_finite)
    );
    assert!(found.account().iter().all(|line| !Reader::default().phrase(line).is_empty()));
    if choice / 4 % 2 == 1 {
        let Some(FileImport::Text(import)) = find("pv-payback").unwrap().file_import else { return };
        let taken = import("weather_hours", &file).expect("what is read is taken");
        evaluated(find("pv-payback").unwrap(), &taken.inputs);
    }
});
