//! Weather files as people drop them: read back to the hours they were made from, with wrong clocks and light that does not add up found.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::float_cmp,
    reason = "a test fails by panicking"
)]

use platewise_model::calculator::{FileImport, find};
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
    let height = of_day
        .arc(PLACE.latitude_deg)
        .at(of_day.solar_time_h(PLACE, f64::from(hour) + 0.5 - late))
        .up
        .max(0.0);
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
    (1..=365)
        .flat_map(|day| (0..24).map(move |hour| clear(f64::from(day), hour, late)[2]))
        .sum::<f64>()
        / 1000.0
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
    assert!(
        climate.air_c.iter().all(|mean| (mean - 12.875).abs() < 0.06)
            && climate.daily_range_k.iter().all(|range| (range - 5.75).abs() < 0.11)
    );
    let sum: f64 = climate
        .global_kwh_per_m2_day
        .iter()
        .zip(DAYS)
        .map(|(day, days)| day * f64::from(days))
        .sum();
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
    let with_gaps: String = text
        .lines()
        .enumerate()
        .filter(|(line, _)| !(1000..1100).contains(line))
        .map(|(_, line)| format!("{line}\n"))
        .collect();
    assert_eq!(taken(&with_gaps).found.filled, 100);
    let half: String = text.lines().take(4400).map(|line| format!("{line}\n")).collect();
    assert!(matches!(read(&half), Err(Refusal::TooFewHours(hours)) if hours < 4500));
    let missing = text.replacen(
        "2019,7,1,12,0,x,12.8,5,50,101000,0,0,0,",
        "2019,7,1,12,0,x,99.9,5,50,101000,0,0,0,",
        1,
    );
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
    assert_eq!(
        (file.format, file.place.utc_offset_h, file.found.moved_h),
        (Format::Pvgis, 8.0, 0.0)
    );
    assert!((file.found.annual / annual(0.0) - 1.0).abs() < 1e-3);
    assert_eq!(
        read(
            &text
                .replace("time(UTC),T2m,RH,G(h)", "Slope: 30 deg\ntime(UTC),T2m,RH,G(i)")
                .replace("G(h)", "x")
        ),
        Err(Refusal::Tilted)
    );
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
                writeln!(
                    text,
                    "{:02}/{day:02}/1988,{:02}:00,{global:.0},{beam:.0},{diffuse:.0},10.0,6.2",
                    month + 1,
                    hour + 1
                )
                .unwrap();
            }
            number += 1.0;
        }
    }
    let file = taken(&text);
    assert_eq!(
        (file.format, file.name.as_str(), file.found.years),
        (Format::Tmy3, "TEST INTL", (1988, 1988))
    );
    assert!((file.found.annual / annual(0.0) - 1.0).abs() < 1e-3);
    assert_eq!(read(&text.replace("Wspd (m/s)", "Wind")), Err(Refusal::NoColumn("Wspd (m/s)")));
    // What the calculator makes of it stands on its hours.
    let Some(FileImport::Text(import)) = find("pv-payback").unwrap().file_import else {
        panic!("its files are text")
    };
    let brought = import("weather_hours", &text).unwrap();
    let evaluated =
        platewise_model::json::evaluate(find("pv-payback").unwrap(), &brought.inputs).unwrap();
    let light = evaluated["results"]["ghi_kwh_per_m2_year"].as_f64().unwrap();
    assert!((light / file.found.annual - 1.0).abs() < 1e-3, "{light}");
}

#[test]
fn what_is_no_weather_is_refused_with_its_reason() {
    let commas =
        format!("LOCATION,{}\nDATA PERIODS\n{}", ",".repeat(1_000_000), ",".repeat(1_000_000));
    for (text, why) in [
        ("", Refusal::NotWeather),
        ("\u{0}\u{1}\u{2}", Refusal::NotWeather),
        ("LOCATION,Test,ZJ,CHN,made,0,NaN,121.0,8.0,5.0\nDATA PERIODS,1\n", Refusal::BadPlace),
        ("LOCATION,Test,ZJ,CHN,made,0,30,121.0,8.0,5.0\n", Refusal::NotWeather),
        ("LOCATION,Test,ZJ,CHN,made,0,30,121.0,8.0,5.0\nDATA PERIODS,1\n", Refusal::TooFewHours(0)),
        (
            "LOCATION,Test,ZJ,CHN,made,0,30,121.0,8.0,5.0\nDATA PERIODS,1\n2019,1,x,1,0",
            Refusal::BadDate(3),
        ),
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

/// A year as an EPW with several records an hour: `label` writes hour and minute of the record from a minute of the day on.
fn records(
    place: Place,
    head_zone: f64,
    step: u32,
    ahead: f64,
    label: impl Fn(u32) -> (u32, u32),
) -> String {
    let mut text = format!(
        "LOCATION,Test,ZJ,CHN,made,0,{},{},{head_zone:.1},5.0\nDATA PERIODS,1,{},Data,Sunday,1/1,12/31\n",
        place.latitude_deg,
        place.longitude_deg,
        60 / step
    );
    let mut number = 1.0;
    for (month, days) in DAYS.into_iter().enumerate() {
        for day in 1..=days {
            for start in (0..1440).step_by(step as usize) {
                let of_day = Day::of(number);
                let clock = f64::from(start) / 60.0 + f64::from(step) / 120.0;
                let height = of_day
                    .arc(place.latitude_deg)
                    .at(of_day.solar_time_h(place, clock - ahead))
                    .up
                    .max(0.0);
                let (beam, diffuse) = (700.0 * height.sqrt(), 120.0 * height);
                let (hour, minute) = label(start);
                let global = beam * height + diffuse;
                writeln!(
                    text,
                    "2019,{},{day},{hour},{minute},x,{start}.0e-2,5,50,101000,0,0,0,{global:.2},{beam:.2},{diffuse:.2},0,0,0,0,180,3.0,5",
                    month + 1
                )
                .unwrap();
            }
            number += 1.0;
        }
    }
    text
}

fn said(file: &File) -> String {
    file.account()
        .iter()
        .map(|line| platewise_model::report::format::Reader::default().phrase(line))
        .collect::<Vec<_>>()
        .join(" ")
}

/// The hours of two files are the same light within what rounding and the middle of steps leave.
#[track_caller]
fn same_light(one: &File, other: &File, slack: f64) {
    for (at, (one, other)) in one.hours.iter().zip(&other.hours).enumerate() {
        assert!(
            (one.global - other.global).abs() < slack,
            "hour {at}: {} and {}",
            one.global,
            other.global
        );
    }
}

#[test]
fn a_head_with_a_wrong_zone_is_read_with_the_zone_that_the_light_fits() {
    let hourly = |start: u32| (start / 60 + 1, 0);
    // Ningbo, Delhi, Kathmandu, Los Angeles, Adelaide: longitude and the zone of their clocks.
    for (latitude_deg, longitude_deg, zone) in [
        (29.87, 121.55, 8.0),
        (28.6, 77.2, 5.5),
        (27.7, 85.3, 5.75),
        (34.0, -118.2, -8.0),
        (-34.9, 138.6, 9.5),
    ] {
        let place = Place { latitude_deg, longitude_deg, utc_offset_h: zone };
        let right = taken(&records(place, zone, 60, 0.0, hourly));
        assert_eq!(right.found.zone, None, "{zone}");
        for head in [0.0, -zone, zone - 2.0] {
            if (head - zone).abs() < 1.75 {
                continue;
            }
            let wrong = taken(&records(place, head, 60, 0.0, hourly));
            assert_eq!(
                (wrong.place.utc_offset_h, wrong.found.moved_h),
                (zone, 0.0),
                "{zone} under a head of {head}"
            );
            same_light(&wrong, &right, 1e-9);
            assert!(said(&wrong).contains("Wrong time zone"), "{}", said(&wrong));
        }
    }
    let place = Place { latitude_deg: 29.87, longitude_deg: 121.55, utc_offset_h: 8.0 };
    let wrong = taken(&records(place, 0.0, 60, 0.0, hourly));
    assert!(
        said(&wrong).contains("the head says UTC+0, but the light fits UTC+8"),
        "{}",
        said(&wrong)
    );
    // Stamps at the ends of hours, under a wrong zone: the zone is found all the same, and the light moved by the rest.
    let late = taken(&records(place, 0.0, 60, 0.5, hourly));
    assert_eq!((late.place.utc_offset_h, late.found.moved_h), (8.0, -0.5));
}

#[test]
fn hours_in_utc_under_a_head_that_is_right_are_moved_to_the_clock_of_the_place() {
    let place = Place { latitude_deg: 29.87, longitude_deg: 121.55, utc_offset_h: 8.0 };
    let right = taken(&records(place, 8.0, 60, 0.0, |start| (start / 60 + 1, 0)));
    let in_utc = taken(&records(place, 8.0, 60, -8.0, |start| (start / 60 + 1, 0)));
    assert_eq!((in_utc.place.utc_offset_h, in_utc.found.moved_h), (8.0, 0.0));
    assert!(in_utc.found.zone.is_some_and(|zone| zone.moved && zone.light_h == 0.0));
    same_light(&in_utc, &right, 0.01); // the sun of a day before or after
    assert!(said(&in_utc).contains("moved to UTC+8"), "{}", said(&in_utc));
}

#[test]
fn light_that_is_the_same_all_day_says_nothing_of_the_clock() {
    let mut text = String::from(
        "LOCATION,Test,ZJ,CHN,made,0,30.0,121.0,8.0,5.0\nDATA PERIODS,1,1,Data,Sunday,1/1,12/31\n",
    );
    for (month, days) in DAYS.into_iter().enumerate() {
        for (day, hour) in (1..=days).flat_map(|day| (1..=24).map(move |hour| (day, hour))) {
            writeln!(
                text,
                "2019,{},{day},{hour},0,x,10,5,50,101000,0,0,0,100,,,0,0,0,0,180,3.0,5",
                month + 1
            )
            .unwrap();
        }
    }
    let text = text.replace("100,,,", "100,0,100,");
    let file = taken(&text);
    assert!(file.found.no_clock && file.found.zone.is_none() && file.found.moved_h == 0.0);
}

#[test]
fn several_records_an_hour_are_averaged() {
    let place = Place { latitude_deg: 29.87, longitude_deg: 121.55, utc_offset_h: 8.0 };
    let hourly = taken(&records(place, 8.0, 60, 0.0, |start| (start / 60 + 1, 0)));
    let half = taken(&records(place, 8.0, 30, 0.0, |start| (start / 60 + 1, start % 60 + 30)));
    assert_eq!((half.found.records, half.found.repeated, half.found.rows), (2, 0, 17_520));
    // The air of the test is its minute of the day, so the mean of 0 and 30 is 15, not the first.
    assert!(
        (half.hours[0].air_c - 0.15).abs() < 1e-9 && (half.hours[13].air_c - 7.95).abs() < 1e-9
    );
    same_light(&half, &hourly, 0.03);
    assert!((half.found.annual / hourly.found.annual - 1.0).abs() < 0.01);
    assert!(said(&half).contains("2 records an hour"));
    type Label = fn(u32) -> (u32, u32);
    let labels: [(&str, u32, Label); 6] = [
        ("minutes within the hour, from 0", 30, |start| (start / 60 + 1, start % 60)),
        ("no minutes", 30, |start| (start / 60 + 1, 0)),
        ("hours from 0", 30, |start| (start / 60, start % 60)),
        ("ends by the clock", 30, |start| ((start + 30) / 60, (start + 30) % 60)),
        ("quarters", 15, |start| (start / 60 + 1, start % 60 + 15)),
        ("quarters from 0", 15, |start| (start / 60, start % 60)),
    ];
    for (name, step, label) in labels {
        let file = taken(&records(place, 8.0, step, 0.0, label));
        assert_eq!((file.found.records, file.found.moved_h), (60 / step as usize, 0.0), "{name}");
        same_light(&file, &half, 0.03);
    }
    // The order of the records does not matter, and a copy glued to the file changes nothing.
    let text = records(place, 8.0, 30, 0.0, |start| (start / 60 + 1, start % 60 + 30));
    let (head, rows) = text.split_at(text.match_indices('\n').nth(1).unwrap().0 + 1);
    let turned: String = rows.lines().rev().map(|row| format!("{row}\n")).collect();
    same_light(&taken(&format!("{head}{turned}")), &half, 1e-9);
    same_light(&taken(&format!("{text}{rows}")), &half, 1e-9);
}

#[test]
fn a_tmy3_of_half_hours_is_averaged() {
    let half = |start: bool| {
        let mut text = String::from(
            "723170,\"TEST\",NC,8.0,30.000,121.000,273\nDate (MM/DD/YYYY),Time (HH:MM),GHI (W/m^2),Dry-bulb (C),Wspd (m/s)\n",
        );
        for (month, days) in DAYS.into_iter().enumerate() {
            for (day, part) in (1..=days).flat_map(|day| (0..48_u32).map(move |part| (day, part))) {
                let at = if start { part * 30 } else { part * 30 + 30 };
                let light = if (16..32).contains(&part) { 100 + 200 * (part % 2) } else { 0 };
                writeln!(
                    text,
                    "{:02}/{day:02}/1988,{:02}:{:02},{light},10.0,2.0",
                    month + 1,
                    at / 60,
                    at % 60
                )
                .unwrap();
            }
        }
        taken(&text)
    };
    for file in [half(true), half(false)] {
        assert_eq!((file.found.records, file.found.moved_h), (2, 0.0));
        assert!(
            (file.hours[8].global - 0.2).abs() < 1e-12 && file.hours[7].global == 0.0,
            "100 and 300 W/m² make 200"
        );
    }
}

/// The plant pays back as it does with the right zone, since the calculator takes over the zone that fits.
#[test]
fn what_the_calculator_takes_from_a_file_with_a_wrong_zone_is_what_the_right_one_gives() {
    let place = Place { latitude_deg: 29.87, longitude_deg: 121.55, utc_offset_h: 8.0 };
    let Some(FileImport::Text(import)) = find("pv-payback").unwrap().file_import else {
        panic!("its files are text")
    };
    let payback = |zone: f64| {
        let brought =
            import("weather_hours", &records(place, zone, 60, 0.0, |start| (start / 60 + 1, 0)))
                .unwrap();
        assert_eq!(brought.inputs["utc_offset_h"].as_f64(), Some(8.0));
        let evaluated =
            platewise_model::json::evaluate(find("pv-payback").unwrap(), &brought.inputs).unwrap();
        evaluated["results"]["simple_payback_years"].as_f64().unwrap()
    };
    assert!((payback(0.0) - payback(8.0)).abs() < 1e-9);
}

#[test]
fn a_latitude_across_the_equator_is_told() {
    let hourly = |start: u32| (start / 60 + 1, 0);
    for latitude_deg in [29.87, -34.9, 51.5, 22.0] {
        let place = Place { latitude_deg, longitude_deg: 121.55, utc_offset_h: 8.0 };
        let text = records(place, 8.0, 60, 0.0, hourly);
        let right = taken(&text);
        assert_eq!(right.found.across_the_equator, None, "{latitude_deg}");
        let head = |latitude: f64| format!("made,0,{latitude},");
        let wrong = taken(&text.replacen(&head(latitude_deg), &head(-latitude_deg), 1));
        assert!(wrong.found.across_the_equator.is_some(), "{latitude_deg}");
        assert!(said(&wrong).contains("Wrong latitude"), "{}", said(&wrong));
    }
    // Light that lies beside the sun, or a wrong zone, is no wrong latitude.
    let place = Place { latitude_deg: 29.87, longitude_deg: 121.55, utc_offset_h: 8.0 };
    for (zone, ahead) in [(8.0, 1.0), (8.0, -0.5), (0.0, 0.0), (8.0, -8.0)] {
        let file = taken(&records(place, zone, 60, ahead, hourly));
        assert_eq!(file.found.across_the_equator, None, "{zone} {ahead}");
    }
}

#[test]
fn a_column_without_values_is_named() {
    let text = epw(0.0, |_| 1.0);
    let spoiled = |place: usize, with: &str| -> String {
        let rows = text.lines().enumerate().map(|(line, row)| {
            let mut cells: Vec<&str> = row.split(',').collect();
            if line > 3 {
                cells[place] = with;
            }
            cells.join(",") + "\n"
        });
        rows.collect()
    };
    for (place, with, name) in
        [(6, "99.9", "temperature"), (13, "9999", "GHI"), (21, "999", "wind")]
    {
        assert_eq!(read(&spoiled(place, with)), Err(Refusal::NoValues(name, 8760)));
    }
    let message = Refusal::NoValues("temperature", 8760).message();
    let said = platewise_model::report::format::Reader::default().phrase(&message);
    assert_eq!(said, "“temperature” has no values in 8760 of the 8,760 hours of a year.");
}

#[test]
fn line_ends_of_any_kind_part_rows() {
    let text = epw(0.0, |_| 1.0).replace("\r\n", "\n");
    let right = taken(&text);
    for end in ["\r\n", "\r"] {
        assert_eq!(taken(&text.replace('\n', end)), right);
    }
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
