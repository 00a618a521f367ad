//! Files of meters, short ones as they are and long ones made of a few bytes: a year of hours of use or a refusal.
#![no_main]

use libfuzzer_sys::fuzz_target;
use platewise_fuzz::years::{self, Moment, Stamp};
use platewise_fuzz::{choice, evaluated, pieces, text};
use platewise_model::calculator::{FileImport, find};
use platewise_model::electricity::meter::{HOURS, mean_day, read};
use platewise_model::report::format::Reader;

/// How meters write times, with or without one of the day.
const STAMPS: [Stamp; 5] = [
    |Moment { year, month, day, minute }| {
        format!("{year}-{month:02}-{day:02} {:02}:{:02}", minute / 60, minute % 60)
    },
    |Moment { year, month, day, minute }| {
        format!("{month}/{day}/{year} {}:{:02}:00", minute / 60, minute % 60)
    },
    |Moment { year, month, day, minute }| {
        format!("{day:02}.{month:02}.{year};{:02}:{:02}", minute / 60, minute % 60)
    },
    |Moment { year, month, day, minute }| {
        format!("{year}{month:02}{day:02}{:02}{:02}", minute / 60, minute % 60)
    },
    |Moment { year, month, day, .. }| format!("{year}-{month:02}-{day:02}"),
];
/// Minutes between rows, and how many rows: a month, and a year or two.
const STEPS: [(u32, usize); 6] =
    [(60, 800), (60, 9000), (15, 3000), (30, 4000), (1440, 40), (1440, 800)];

fuzz_target!(|data: &[u8]| {
    let Some((choice, rest)) = choice(data) else { return };
    let stamp = choice % 6;
    let file = if stamp == 5 {
        text(rest).into_owned()
    } else {
        let mut pieces = pieces(rest).map(text);
        let mut piece = || pieces.next().unwrap_or_default();
        let (step, count) = STEPS[choice / 6 % STEPS.len()];
        years::of(&piece(), &piece(), &piece(), STAMPS[stamp], step, count)
    };
    let Ok(found) = read(&file) else { return };
    assert_eq!(found.hours.len(), HOURS);
    assert!(found.hours.iter().all(|hour| hour.is_finite() && *hour >= 0.0));
    assert!(found.found.annual_kwh.is_finite() && 60.0 % found.found.interval_min == 0.0);
    assert!(found.found.days >= 28 && found.found.first <= found.found.last, "{:?}", found.found);
    let day = mean_day(&found.hours);
    assert!(day.iter().all(|hour| hour.is_finite() && *hour >= 0.0));
    if choice / 36 % 4 == 1 {
        let Some(FileImport::Text(import)) = find("pv-payback").unwrap().file_import else { return };
        let taken = import("meter_hours", &file).expect("what is read is taken");
        assert!(taken.account.iter().all(|line| !Reader::default().phrase(line).is_empty()));
        evaluated(find("pv-payback").unwrap(), &taken.inputs);
    }
});
