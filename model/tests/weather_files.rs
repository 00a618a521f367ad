//! Weather files as people drop them: read back to the hours they were made from, with wrong clocks and light that does not add up found.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::float_cmp, reason = "a test fails by panicking")]

use platewise_model::calculator::{Take, take};
use platewise_model::solar::files::{File, Format, Refusal, means, read};
use platewise_model::solar::position::{Day, Place};
use platewise_model::solar::weather::year_of_hours;
use proptest::prelude::*;
use std::fmt::Write as _;

const PLACE: Place = Place { latitude_deg: 30.0, longitude_deg: 121.0, utc_offset_h: 8.0 };
const DAYS: [u32; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/// Light of a clear hour whose clock stands `late` hours after the sun: beam, diffuse, global in W/m².
fn clear(day: f64, hour: u32, late: f64) -> [f64; 3] {
    let of_day = Day::of(day);
    let height = of_day.arc(PLACE.latitude_deg).at(of_day.solar_time_h(PLACE, f64::from(hour) + 0.5 - late)).up.max(0.0);
    let (beam, diffuse) = (700.0 * height.sqrt(), 120.0 * height);
    [beam, diffuse, beam * height + diffuse]
}

/// A clear year as an EPW; `spoil` may change the beam of a month.
fn epw(late: f64, spoil: impl Fn(usize) -> f64) -> String {
    let mut text = String::from(
        "LOCATION,Test,ZJ,CHN,made,0,30.0,121.0,8.0,5.0\r\nDESIGN CONDITIONS,0\r\nCOMMENTS 1,\"a, b\"\r\nDATA PERIODS,1,1,Data,Sunday,1/1,12/31\r\n",
    );
    let mut number = 1.0;
    for (month, days) in DAYS.into_iter().enumerate() {
        for day in 1..=days {
            for hour in 0..24 {
                let [beam, diffuse, global] = clear(number, hour, late);
                let beam = beam * spoil(month);
                writeln!(
                    text,
                    "2019,{},{day},{},0,x,{:.1},5,50,101000,0,0,0,{global:.1},{beam:.1},{diffuse:.1},0,0,0,0,180,3.0,5",
                    month + 1,
                    hour + 1,
                    10.0 + f64::from(hour) / 4.0
                )
                .unwrap();
            }
            number += 1.0;
        }
    }
    text
}

fn annual(late: f64) -> f64 {
    (1..=365).flat_map(|day| (0..24).map(move |hour| clear(f64::from(day), hour, late)[2])).sum::<f64>() / 1000.0
}

fn taken(text: &str) -> File {
    read(text).unwrap_or_else(|why| panic!("{why:?}"))
}

#[test]
fn an_epw_is_read_back_to_its_hours() {
    let file = taken(&epw(0.0, |_| 1.0));
    assert_eq!((file.format, file.name.as_str(), file.hours.len()), (Format::Epw, "Test", 8760));
    assert!((file.found.annual / annual(0.0) - 1.0).abs() < 1e-4);
    assert_eq!((file.found.moved_h, file.found.split, file.found.filled), (0.0, false, 0));
    assert!(file.found.closure.unwrap() < 0.001, "made to close");
    let climate = means(&file.hours);
    assert!(climate.air_c.iter().all(|mean| (mean - 12.875).abs() < 0.06) && climate.daily_range_k.iter().all(|range| (range - 5.75).abs() < 0.11));
    let sum: f64 = climate.global_kwh_per_m2_day.iter().zip(DAYS).map(|(day, days)| day * f64::from(days)).sum();
    assert!((sum - file.found.annual).abs() < 1e-6);
    assert_eq!(year_of_hours(&file.hours, file.place, 1.0).len(), 365);
}

#[test]
fn light_beside_the_sun_is_found_and_moved_back() {
    for late in [-0.5, 0.5, 1.0, 1.5] {
        let file = taken(&epw(late, |_| 1.0));
        assert!((file.found.late_h - late).abs() < 0.1, "{late}: found {}", file.found.late_h);
        assert_eq!(file.found.moved_h, -late);
        let again: f64 = file.hours.iter().map(|hour| hour.global).sum();
        assert!((again / file.found.annual - 1.0).abs() < 1e-9, "the sum stays");
        let right = taken(&epw(0.0, |_| 1.0));
        let noon = |file: &File| file.hours[24 * 180 + 12].global;
        assert!((noon(&file) / noon(&right) - 1.0).abs() < 0.03, "{late}");
    }
}

#[test]
fn light_that_does_not_add_up_is_split_anew() {
    let file = taken(&epw(0.0, |month| if month == 2 { 0.3 } else { 1.0 }));
    assert!(file.found.split && file.found.closure.unwrap() > 0.1);
    assert!(file.account().iter().any(|line| line.text.en.contains("worked out from the global")));
    assert!(file.hours.iter().all(|hour| hour.diffuse <= hour.global));
}

#[test]
fn gaps_are_filled_up_to_a_point() {
    let text = epw(0.0, |_| 1.0);
    let with_gaps: String = text.lines().enumerate().filter(|(line, _)| !(1000..1100).contains(line)).map(|(_, line)| format!("{line}\n")).collect();
    assert_eq!(taken(&with_gaps).found.filled, 100);
    let half: String = text.lines().take(4400).map(|line| format!("{line}\n")).collect();
    assert!(matches!(read(&half), Err(Refusal::TooFewHours(hours)) if hours < 4500));
    let missing = text.replacen("2019,7,1,12,0,x,12.8,5,50,101000,0,0,0,", "2019,7,1,12,0,x,99.9,5,50,101000,0,0,0,", 1);
    assert_eq!(taken(&missing).found.filled, 1, "99.9 °C is how an EPW says nothing");
}

/// Hours of PVGIS are in UTC; in China they become those of a clock eight hours ahead.
#[test]
fn a_typical_year_of_pvgis_is_moved_to_the_place() {
    let mut text = String::from(
        "Latitude (decimal degrees): 30.0\r\nLongitude (decimal degrees): 121.0\r\nElevation (m): 5\r\n\r\ntime(UTC),T2m,RH,G(h),Gb(n),Gd(h),IR(h),WS10m,WD10m,SP\r\n",
    );
    let mut number = 1.0;
    for (month, days) in DAYS.into_iter().enumerate() {
        for day in 1..=days {
            for hour in 0..24 {
                let local = (hour + 8) % 24;
                let [beam, diffuse, global] = clear(number, local, 0.0);
                writeln!(text, "2010{:02}{day:02}:{hour:02}00,15.0,50,{global:.1},{beam:.1},{diffuse:.1},300,2.0,90,101000", month + 1).unwrap();
            }
            number += 1.0;
        }
    }
    text.push_str("\r\nT2m: 2-m air temperature\r\n");
    let file = taken(&text);
    assert_eq!((file.format, file.place.utc_offset_h, file.found.moved_h), (Format::Pvgis, 8.0, 0.0));
    assert!((file.found.annual / annual(0.0) - 1.0).abs() < 1e-3);
    assert_eq!(read(&text.replace("time(UTC),T2m,RH,G(h)", "Slope: 30 deg\ntime(UTC),T2m,RH,G(i)").replace("G(h)", "x")), Err(Refusal::Tilted));
}

#[test]
fn a_tmy3_is_read_by_the_names_of_its_columns() {
    let mut text = String::from(
        "723170,\"TEST INTL\",NC,8.0,30.000,121.000,273\nDate (MM/DD/YYYY),Time (HH:MM),GHI (W/m^2),DNI (W/m^2),DHI (W/m^2),Dry-bulb (C),Wspd (m/s)\n",
    );
    let mut number = 1.0;
    for (month, days) in DAYS.into_iter().enumerate() {
        for day in 1..=days {
            for hour in 0..24 {
                let [beam, diffuse, global] = clear(number, hour, 0.0);
                writeln!(text, "{:02}/{day:02}/1988,{:02}:00,{global:.0},{beam:.0},{diffuse:.0},10.0,6.2", month + 1, hour + 1).unwrap();
            }
            number += 1.0;
        }
    }
    let file = taken(&text);
    assert_eq!((file.format, file.name.as_str(), file.found.years), (Format::Tmy3, "TEST INTL", (1988, 1988)));
    assert!((file.found.annual / annual(0.0) - 1.0).abs() < 1e-3);
    assert_eq!(read(&text.replace("Wspd (m/s)", "Wind")), Err(Refusal::NoColumn("Wspd (m/s)")));
    // What the calculator makes of it stands on its hours.
    let Some(Take::Text(take)) = take("pv-payback") else { panic!("its files are text") };
    let brought = take("weather_hours", &text).unwrap();
    let evaluated = platewise_model::json::evaluate(platewise_model::calculator::find("pv-payback").unwrap(), &brought.inputs).unwrap();
    let light = evaluated["results"]["ghi_kwh_per_m2_year"].as_f64().unwrap();
    assert!((light / file.found.annual - 1.0).abs() < 1e-3, "{light}");
}

#[test]
fn what_is_no_weather_is_refused_with_its_reason() {
    let commas = format!("LOCATION,{}\nDATA PERIODS\n{}", ",".repeat(1_000_000), ",".repeat(1_000_000));
    for (text, why) in [
        ("", Refusal::NotWeather),
        ("\u{0}\u{1}\u{2}", Refusal::NotWeather),
        ("LOCATION,Test,ZJ,CHN,made,0,NaN,121.0,8.0,5.0\nDATA PERIODS,1\n", Refusal::BadPlace),
        ("LOCATION,Test,ZJ,CHN,made,0,30,121.0,8.0,5.0\n", Refusal::NotWeather),
        ("LOCATION,Test,ZJ,CHN,made,0,30,121.0,8.0,5.0\nDATA PERIODS,1\n", Refusal::TooFewHours(0)),
        ("LOCATION,Test,ZJ,CHN,made,0,30,121.0,8.0,5.0\nDATA PERIODS,1\n2019,1,x,1,0", Refusal::BadDate(3)),
        (
            "LOCATION,Test,ZJ,CHN,made,0,30,121.0,8.0,5.0\nDATA PERIODS,1\n2019,1,1,1,0,x,5,5,50,101000,0,0,0,1e999,0,0,0,0,0,0,180,3.0,5",
            Refusal::BadValue(3, "GHI"),
        ),
        (&commas, Refusal::BadPlace),
    ] {
        assert_eq!(read(text), Err(why.clone()));
        let message = why.message();
        assert!(!message.text.en.is_empty() && !message.text.zh.is_empty());
    }
    assert_eq!(read(&"7\n".repeat(13_000_000)), Err(Refusal::TooLarge));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_or_refused(text in "(LOCATION,|time,|time\\(UTC\\),|Date \\(MM/DD/YYYY\\))?[ -~\\n\\r\\t]{0,400}") {
        let _ = read(&text);
    }

    #[test]
    fn a_spoiled_file_is_read_or_refused(place in 0..600_000_usize, with in "[ -~\\n]{0,12}", cut in 0..60_usize) {
        static WHOLE: std::sync::OnceLock<String> = std::sync::OnceLock::new();
        let mut text = WHOLE.get_or_init(|| epw(0.0, |_| 1.0)).clone();
        let place = place.min(text.len());
        text.replace_range(place..(place + cut).min(text.len()), &with);
        if let Ok(file) = read(&text) {
            prop_assert_eq!(file.hours.len(), 8760);
            prop_assert!(file.hours.iter().all(|hour| hour.global.is_finite() && hour.diffuse <= hour.global && hour.air_c.is_finite()));
        }
    }
}
