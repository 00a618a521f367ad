//! Files of meters read back to the hours they were written from. The files are made here, in the shapes that meters, grid companies and
//! spreadsheets give; what is expected of them is what they were made from.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::float_cmp,
    reason = "a test fails by panicking"
)]

mod common;

use common::{close, within};
use platewise_model::calculator::{ImportedFile, find};
use platewise_model::electricity::meter::{Found, Meter, Refusal, mean_day, read};
use platewise_model::report::format::Reader;
use platewise_model::words::Language;
use proptest::prelude::*;
use std::fmt::Write as _;

const MONTHS: [u8; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/// A day of the calendar.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// So many days from 1 January of a year on, by counting.
fn days(year: u16, count: usize) -> Vec<Date> {
    let mut all = Vec::new();
    let mut date = Date { year, month: 1, day: 1 };
    while all.len() < count {
        all.push(date);
        let leap = date.month == 2 && date.year.is_multiple_of(4);
        if date.day < MONTHS[usize::from(date.month) - 1] + u8::from(leap) {
            date.day += 1;
        } else if date.month < 12 {
            date = Date { month: date.month + 1, day: 1, ..date };
        } else {
            date = Date { year: date.year + 1, month: 1, day: 1 };
        }
    }
    all
}

/// The place of a date in a year without 29 February.
fn place(date: Date) -> usize {
    MONTHS[..usize::from(date.month) - 1].iter().map(|days| usize::from(*days)).sum::<usize>()
        + usize::from(date.day)
        - 1
}

/// What the plant of these tests uses in a quarter of an hour, kWh: two shifts, Sundays off, more in summer, no two alike.
fn quarter(place: usize, quarter: usize) -> f64 {
    let hour = quarter / 4;
    let working = place % 7 != 4 && (6..22).contains(&hour);
    let season = 1.0 + 0.2 * (place as f64 / 365.0 * std::f64::consts::TAU).sin();
    let use_kwh = if working { 50.0 * season } else { 5.0 }
        + ((place * 37 + quarter * 11) % 29) as f64 / 10.0;
    (use_kwh * 1000.0).round() / 1000.0
}

/// What it uses in an hour, kWh.
fn hour(place: usize, hour: usize) -> f64 {
    (0..4).map(|part| quarter(place, hour * 4 + part)).sum()
}

fn year() -> Vec<f64> {
    (0..8760).map(|at| hour(at / 24, at % 24)).collect()
}

/// A file of one reading a line: what a head says, how a time is written, how a value is.
fn long(
    head: &str,
    dates: &[Date],
    minutes: usize,
    ends: bool,
    row: impl Fn(&str, String, f64) -> String,
) -> String {
    let mut text = format!("{head}\n");
    for date in dates {
        for start in (0..1440).step_by(minutes) {
            let parts = start / 15..(start + minutes) / 15;
            let value: f64 = if minutes == 60 {
                hour(place(*date), start / 60)
            } else {
                parts.map(|part| quarter(place(*date), part)).sum()
            };
            let at = if ends { start + minutes } else { start };
            let clock = format!("{:02}:{:02}", at / 60, at % 60);
            writeln!(
                text,
                "{}",
                row(&format!("{}-{:02}-{:02}", date.year, date.month, date.day), clock, value)
            )
            .unwrap();
        }
    }
    text
}

fn plain(date: &str, clock: String, value: f64) -> String {
    format!("{date} {clock},{value}")
}

#[track_caller]
fn of(text: &str) -> Meter {
    read(text).unwrap_or_else(|refusal| {
        panic!("{refusal:?}: {}", text.chars().take(200).collect::<String>())
    })
}

#[track_caller]
fn is_the_year(meter: &Meter) {
    assert_eq!(meter.hours.len(), 8760);
    for (at, (read, made)) in meter.hours.iter().zip(year()).enumerate() {
        assert!((read - made).abs() < 1e-6, "hour {at}: {read}, made from {made}");
    }
    close(meter.found.annual_kwh, year().iter().sum(), 1e-9, "the year");
}

#[track_caller]
fn is_whole(found: &Found) {
    assert_eq!(
        (
            found.days,
            found.gaps,
            found.filled_days,
            found.repeated,
            found.backwards,
            found.negative,
            found.spikes
        ),
        (365, 0, 0, 0, 0, 0, 0)
    );
    assert_eq!((found.first, found.last), ((2025, 1, 1), (2025, 12, 31)));
}

#[test]
fn a_year_of_quarter_hours_is_read_as_it_was_measured() {
    let meter = of(&long("Timestamp,Consumption (kWh)", &days(2025, 365), 15, false, plain));
    is_the_year(&meter);
    is_whole(&meter.found);
    let Found { rows, interval_min, power, unit_said, register, end_labels, utc, .. } = meter.found;
    assert_eq!((rows, interval_min), (35_040, 15.0));
    assert_eq!((power, unit_said, register, end_labels, utc), (false, true, false, false, false));
}

#[test]
fn hourly_kilowatts_are_kilowatt_hours() {
    let meter = of(&long(
        "Date;Time;Active power [kW]",
        &days(2025, 365),
        60,
        false,
        |date, clock, value| format!("{date};{clock};{value:.3}"),
    ));
    is_the_year(&meter);
    is_whole(&meter.found);
    assert!(meter.found.power && meter.found.unit_said);
    assert_eq!(meter.found.interval_min, 60.0);
}

#[test]
fn quarter_hours_of_power_are_averaged_and_of_energy_summed() {
    for (head, power, said) in [
        ("时间,有功功率", true, false),
        ("时间,总有功功率(kW)", true, true),
        ("Time,Power", true, false),
        ("数据时间,正向有功", false, false),
        ("日期,用电量(千瓦时)", false, true),
        ("Time,Main", false, false),
        ("Time,Energy kW·h", false, true),
        ("Time,Power\n,kW", true, true),
        ("单位：kW,\n时间,数值", true, true),
        ("有功功率曲线\n时间,数值", true, false),
        ("Unit: kWh\nTime,Value", false, true),
    ] {
        let text = long(head, &days(2025, 365), 15, false, |date, clock, value| {
            format!("{date} {clock},{}", if power { value * 4.0 } else { value })
        });
        let meter = of(&text);
        assert_eq!((meter.found.power, meter.found.unit_said), (power, said), "{head}");
        is_the_year(&meter);
    }
}

#[test]
fn other_units_are_brought_to_kilowatt_hours() {
    for (head, factor) in [
        ("Time,Energy (MWh)", 1e3),
        ("Time,Energy (Wh)", 1e-3),
        ("时间,用电量(万千瓦时)", 1e4),
        ("Time,P_MW", 1e3),
        ("Time,P (W)", 1e-3),
    ] {
        let text = long(head, &days(2025, 365), 60, false, |date, clock, value| {
            format!("{date} {clock},{}", value / factor)
        });
        is_the_year(&of(&text));
    }
}

#[test]
fn the_column_of_use_is_found_among_others() {
    let head = "户号,表号,数据时间,A相电压(V),反向有功(kWh),正向有功总(kWh),尖(kWh),平(kWh),无功(kvarh),功率因数,采集时间";
    let text = long(head, &days(2025, 365), 15, false, |date, clock, value| {
        format!("3201234567,20190412,{date} {clock},231.5,0,{value},1,2,3,0.95,{date} 23:00")
    });
    is_the_year(&of(&text));
    let text = long(
        "No,Start,End,Export kWh,Import kWh,Cost",
        &days(2025, 365),
        15,
        false,
        |date, clock, value| format!("7,{date} {clock},{date} {clock},0.5,{value},9.5"),
    );
    is_the_year(&of(&text));
}

#[test]
fn a_head_in_chinese_behind_a_preamble_is_read() {
    let head = "\u{feff}用户名称,某某电镀有限公司\r\n查询区间,2025-01-01 至 2025-12-31\r\n\r\n序号,数据时间,1号主变总有功(kW),备注";
    let text = long(head, &days(2025, 365), 15, false, |date, clock, value| {
        let date = date.replacen('-', "年", 1).replacen('-', "月", 1);
        format!("\"1\",\"{date}日 {clock}\",\"{}\",\r", value * 4.0)
    });
    let meter = of(&text);
    is_the_year(&meter);
    assert!(meter.found.power);
}

#[test]
fn semicolons_and_decimal_commas_are_read() {
    let german = |date: &str, clock: String, value: f64| {
        let parts: Vec<&str> = date.split('-').collect();
        format!(
            "{}.{}.{} {clock};{}",
            parts[2],
            parts[1],
            parts[0],
            value.to_string().replace('.', ",")
        )
    };
    let meter = of(&long("Datum;Verbrauch (kWh)", &days(2025, 365), 15, false, german));
    is_the_year(&meter);
    is_whole(&meter.found);
    let thousands = |date: &str, clock: String, value: f64| {
        format!("{date}\t{clock}\t1.{:0>7}", format!("{:.3}", value).replace('.', ","))
    };
    let meter =
        of(&long("Datum\tUhrzeit\tWirkleistung kW", &days(2025, 365), 60, false, thousands));
    close(meter.hours[0], 1000.0 + hour(0, 0), 1e-9, "with thousands");
}

#[test]
fn one_time_is_written_in_many_ways() {
    let parts =
        |date: &str| -> Vec<usize> { date.split('-').map(|part| part.parse().unwrap()).collect() };
    type Written = Box<dyn Fn(&[usize], &str) -> String>;
    let ways: Vec<(&str, Written)> = vec![
        ("Time,kWh", Box::new(|d, c| format!("{}-{:02}-{:02}T{c}:00", d[0], d[1], d[2]))),
        ("Time,kWh", Box::new(|d, c| format!("{}-{:02}-{:02}T{c}:00+08:00", d[0], d[1], d[2]))),
        (
            "Time,kWh",
            Box::new(|d, c| {
                format!("{}/{}/{} {}", d[0], d[1], d[2], c.strip_prefix('0').unwrap_or(c))
            }),
        ),
        (
            "Time,kWh",
            Box::new(|d, c| format!("{}{:02}{:02} {}", d[0], d[1], d[2], c.replace(':', ""))),
        ),
        ("Time,kWh", Box::new(|d, c| format!("{:02}.{:02}.{} {c}", d[2], d[1], d[0]))),
        ("Time,kWh", Box::new(|d, c| format!("{}/{}/{} {c}", d[1], d[2], d[0]))),
        ("Time,kWh", Box::new(|d, c| format!("{}/{}/{} {c}", d[2], d[1], d[0]))),
        (
            "Date,Time,kWh",
            Box::new(|d, c| format!("{}{:02}{:02},{}", d[0], d[1], d[2], c.replace(':', ""))),
        ),
        ("Date,Time,kWh", Box::new(|d, c| format!("{}/{}/{} 0:00:00,{c}:00", d[0], d[1], d[2]))),
        ("日期,时段,kWh", Box::new(|d, c| format!("{}-{}-{},{c}-23:59", d[0], d[1], d[2]))),
        (
            "日期,小时,kWh",
            Box::new(|d, c| {
                format!("{}-{}-{},{}", d[0], d[1], d[2], c[..2].parse::<usize>().unwrap())
            }),
        ),
    ];
    for (head, way) in ways {
        let minutes = if head.contains("小时") { 60 } else { 15 };
        let text = long(head, &days(2025, 365), minutes, false, |date, clock, value| {
            format!("{},{value}", way(&parts(date), &clock))
        });
        let meter = of(&text);
        is_the_year(&meter);
        is_whole(&meter.found);
    }
}

#[test]
fn half_hours_counted_from_1_to_48_are_read() {
    let text = long(
        "Settlement Date,Settlement Period,kWh",
        &days(2025, 365),
        30,
        false,
        |date, clock, value| {
            let minute =
                clock[..2].parse::<usize>().unwrap() * 60 + clock[3..].parse::<usize>().unwrap();
            format!("{date},{},{value}", minute / 30 + 1)
        },
    );
    let meter = of(&text);
    is_the_year(&meter);
    assert_eq!(meter.found.interval_min, 30.0);
}

#[test]
fn a_head_above_rows_without_values_is_still_the_head() {
    let text = long(
        "时间,电压(V),有功功率(kW)",
        &days(2025, 365),
        60,
        false,
        |date, clock, value| {
            if date == "2025-01-01" {
                format!("{date} {clock},,")
            } else {
                format!("{date} {clock},231,{value}")
            }
        },
    );
    let meter = of(&text);
    assert_eq!(
        (meter.found.power, meter.found.first, meter.found.filled_days),
        (true, (2025, 1, 2), 1)
    );
    close(meter.hours[30 * 24], hour(30, 0), 1e-9, "power, not voltage");
}

#[test]
fn a_head_in_an_encoding_that_was_not_understood_costs_only_its_words() {
    let meter =
        of(&long("\u{fffd}\u{fffd}\u{fffd},\u{fffd}\u{fffd}", &days(2025, 365), 15, false, plain));
    is_the_year(&meter);
    assert!(!meter.found.unit_said);
}

#[test]
fn times_marked_as_utc_are_told() {
    let meter = of(&long("Time,kWh", &days(2025, 365), 60, false, |date, clock, value| {
        format!("{date}T{clock}:00Z,{value}")
    }));
    is_the_year(&meter);
    assert!(meter.found.utc);
}

#[test]
fn intervals_named_by_their_ends_belong_to_the_hour_before() {
    let next = |date: &str| {
        let all = days(2025, 366);
        let at = all
            .iter()
            .position(|one| format!("{}-{:02}-{:02}", one.year, one.month, one.day) == date)
            .unwrap();
        format!("{}-{:02}-{:02}", all[at + 1].year, all[at + 1].month, all[at + 1].day)
    };
    for minutes in [15, 60] {
        let as_24 = long("Time,kWh", &days(2025, 365), minutes, true, plain);
        let as_0 = long("Time,kWh", &days(2025, 365), minutes, true, |date, clock, value| {
            if clock == "24:00" {
                format!("{} 00:00,{value}", next(date))
            } else {
                format!("{date} {clock},{value}")
            }
        });
        let as_59 = as_24.replace("24:00", "23:59");
        let head =
            long("结束时间,kWh", &days(2025, 365), minutes, true, plain).replace("24:00", "23:59");
        for text in [as_24, as_0, as_59, head] {
            let meter = of(&text);
            is_the_year(&meter);
            is_whole(&meter.found);
            assert!(meter.found.end_labels);
        }
    }
    let numbered = long("Date,Hour,kWh", &days(2025, 365), 60, true, |date, clock, value| {
        format!("{date},{},{value}", &clock[..2])
    });
    is_the_year(&of(&numbered));
}

/// One row a day, with a value for each interval.
fn wide(head: &str, count: usize, delimiter: &str) -> String {
    let mut text = format!("{head}\n");
    for date in days(2025, 365) {
        write!(text, "{}-{:02}-{:02}", date.year, date.month, date.day).unwrap();
        for part in 0..count {
            let value =
                if count == 24 { hour(place(date), part) } else { quarter(place(date), part) };
            write!(text, "{delimiter}{value}").unwrap();
        }
        text.push('\n');
    }
    text
}

#[test]
fn a_row_may_hold_a_day() {
    let heads = |count: usize, name: &dyn Fn(usize) -> String| {
        (0..count).map(name).collect::<Vec<_>>().join(",")
    };
    let clock = |minute: usize| format!("{:02}:{:02}", minute / 60, minute % 60);
    for (head, count, ends) in [
        (format!("日期,{}", heads(96, &|part| clock(part * 15))), 96, false),
        (format!("日期,{}", heads(96, &|part| clock(part * 15 + 15))), 96, true),
        (format!("日期,{}", heads(96, &|part| clock((part * 15 + 15) % 1440))), 96, true),
        (format!("数据日期,{}", heads(96, &|part| format!("P{}", part + 1))), 96, false),
        (format!("Date,{}", heads(24, &|part| part.to_string())), 24, false),
        (format!("日期,{}", heads(24, &|part| format!("{}时", part + 1))), 24, false),
        (
            format!(
                "Date,{}",
                heads(24, &|part| format!("{}-{}", clock(part * 60), clock(part * 60 + 60)))
            ),
            24,
            false,
        ),
    ] {
        let meter = of(&wide(&head, count, ","));
        is_the_year(&meter);
        is_whole(&meter.found);
        assert_eq!(meter.found.end_labels, ends, "{head}");
        assert_eq!(meter.found.rows, 365);
    }
    is_the_year(&of(&wide("", 96, "\t")));
    is_the_year(&of(&wide("", 24, ";").replace('\n', ";\n")));
}

#[test]
fn a_register_is_read_by_its_differences() {
    let mut total = 123_456.0;
    let text =
        long("时间,正向有功总示值(kWh)", &days(2025, 366), 15, false, |date, clock, _| {
            format!("{date} {clock},{{}}")
        });
    let mut rows = text.lines();
    let mut file = format!("{}\n", rows.next().unwrap());
    for (at, row) in rows.take(35_041).enumerate() {
        writeln!(file, "{}", row.replace("{}", &format!("{total:.3}"))).unwrap();
        total += quarter(at / 96 % 365, at % 96);
    }
    let meter = of(&file);
    is_the_year(&meter);
    is_whole(&meter.found);
    assert!(meter.found.register && !meter.found.power);
}

/// Readings in the order of a file, without its head.
fn rows(text: &str) -> Vec<String> {
    text.lines().skip(1).map(str::to_owned).collect()
}

fn with_head(rows: &[String]) -> String {
    format!("Time,kWh\n{}\n", rows.join("\n"))
}

#[test]
fn a_missing_day_is_filled_from_the_same_weekday_around_it() {
    let text = long("Time,kWh", &days(2025, 365), 60, false, plain);
    let without: Vec<String> =
        rows(&text).into_iter().filter(|row| !row.starts_with("2025-03-12")).collect();
    let meter = of(&with_head(&without));
    assert_eq!((meter.found.gaps, meter.found.days, meter.found.filled_days), (24, 364, 0));
    let day = place(Date { year: 2025, month: 3, day: 12 });
    for at in 0..24 {
        close(
            meter.hours[day * 24 + at],
            (hour(day - 7, at) + hour(day + 7, at)) / 2.0,
            1e-9,
            "the weeks around it",
        );
    }
    close(meter.hours[(day - 1) * 24 + 8], hour(day - 1, 8), 1e-9, "the day before");
}

#[test]
fn values_that_are_missing_are_gaps() {
    let text = long("Time,kWh", &days(2025, 365), 15, false, |date, clock, value| {
        let missing = date == "2025-05-05" && clock.as_str() < "06:00";
        format!(
            "{date} {clock},{}",
            if missing {
                ["", "NaN", "--", "null"][usize::from(clock.as_bytes()[4] % 4)].to_owned()
            } else {
                value.to_string()
            }
        )
    });
    let meter = of(&text);
    assert_eq!((meter.found.gaps, meter.found.days), (6, 365));
}

#[test]
fn an_hour_with_three_of_its_quarters_is_scaled_up() {
    let text = long("Time,kWh", &days(2025, 365), 15, false, plain);
    let without: Vec<String> =
        rows(&text).into_iter().filter(|row| !row.starts_with("2025-03-12 08:15")).collect();
    let meter = of(&with_head(&without));
    let day = place(Date { year: 2025, month: 3, day: 12 });
    assert_eq!(meter.found.gaps, 0);
    close(
        meter.hours[day * 24 + 8],
        (hour(day, 8) - quarter(day, 33)) * 4.0 / 3.0,
        1e-9,
        "three quarters",
    );
}

#[test]
fn of_an_hour_twice_at_the_end_of_summer_time_the_first_is_kept() {
    let mut all = rows(&long("Time,kWh", &days(2025, 365), 60, false, plain));
    let at = all.iter().position(|row| row.starts_with("2025-10-26 02:00")).unwrap();
    all.insert(at + 1, "2025-10-26 02:00,99".to_owned());
    all.retain(|row| !row.starts_with("2025-03-30 02:00"));
    let meter = of(&with_head(&all));
    assert_eq!((meter.found.repeated, meter.found.gaps, meter.found.backwards), (1, 1, 0));
    let day = place(Date { year: 2025, month: 10, day: 26 });
    close(meter.hours[day * 24 + 2], hour(day, 2), 1e-9, "the first");
}

#[test]
fn a_file_glued_to_its_copy_is_one_file() {
    let text = long("Time,kWh", &days(2025, 365), 60, false, plain);
    let meter = of(&format!("{text}{text}"));
    is_the_year(&meter);
    assert_eq!((meter.found.repeated, meter.found.rows), (8760, 17_520));
}

#[test]
fn two_meters_in_one_file_are_refused() {
    let text = long("Time,kWh", &days(2025, 365), 60, false, |date, clock, value| {
        format!("{date} {clock},{value}\n{date} {clock},{}", value * 2.0)
    });
    assert_eq!(read(&text), Err(Refusal::SeveralMeters));
}

#[test]
fn the_order_of_rows_does_not_matter() {
    let all = rows(&long("Time,kWh", &days(2025, 365), 60, false, plain));
    let mut turned = all.clone();
    turned.reverse();
    let meter = of(&with_head(&turned));
    is_the_year(&meter);
    is_whole(&meter.found);
    let mut swapped = all;
    swapped.swap(100, 101);
    swapped.swap(5000, 5001);
    let meter = of(&with_head(&swapped));
    is_the_year(&meter);
    assert_eq!(meter.found.backwards, 2);
}

#[test]
fn the_29th_of_february_is_left_out() {
    let meter = of(&long("Time,kWh", &days(2024, 366), 60, false, |date, clock, value| {
        format!("{date} {clock},{}", if date == "2024-02-29" { 99_999.0 } else { value })
    }));
    is_the_year(&meter);
    assert_eq!(
        (meter.found.days, meter.found.gaps, meter.found.filled_days, meter.found.last),
        (366, 0, 0, (2024, 12, 31))
    );
}

#[test]
fn of_several_years_the_last_complete_twelve_months_are_taken() {
    let text = long("Time,kWh", &days(2022, 365 * 2 + 100), 60, false, plain);
    let meter = of(&text);
    is_the_year(&meter);
    assert_eq!(
        (meter.found.first, meter.found.last, meter.found.gaps),
        ((2023, 4, 10), (2024, 4, 9), 0)
    );

    let torn: Vec<String> =
        rows(&text).into_iter().filter(|row| !row.starts_with("2024-03-05")).collect();
    let meter = of(&with_head(&torn));
    assert_eq!(
        (meter.found.first, meter.found.last, meter.found.gaps),
        ((2023, 3, 5), (2024, 3, 4), 0),
        "up to the day that is missing"
    );

    let torn: Vec<String> = rows(&text).into_iter().filter(|row| !row.contains("-05 ")).collect();
    let meter = of(&with_head(&torn));
    assert_eq!(
        (meter.found.last, meter.found.gaps, meter.found.days),
        ((2024, 4, 9), 24 * 12, 354),
        "no complete year: the last one, filled"
    );
}

#[test]
fn half_a_year_is_filled_and_told() {
    let meter = of(&long("Time,kWh", &days(2025, 181), 60, false, plain));
    assert_eq!((meter.found.days, meter.found.filled_days, meter.found.gaps), (181, 184, 0));
    assert_eq!((meter.found.first, meter.found.last), ((2025, 1, 1), (2025, 6, 30)));
    let (made, read) = (year(), &meter.hours);
    within(
        read[..181 * 24]
            .iter()
            .zip(&made)
            .map(|(read, made)| (read - made).abs())
            .fold(0.0, f64::max),
        0.0,
        1e-6,
        "the half that is there",
    );
    // The months that are missing are all alike: the mean of the weekday over the half that is there.
    // 8 August 2024 is a Thursday, 219 days into the year; so is 2 January 2025, and every seventh day after it.
    for at in 0..24 {
        let thursdays: Vec<f64> =
            (0..181).filter(|day| day % 7 == 1).map(|day| hour(day, at)).collect();
        close(
            read[219 * 24 + at],
            thursdays.iter().sum::<f64>() / thursdays.len() as f64,
            1e-9,
            "a Thursday in August",
        );
    }
}

#[test]
fn days_missing_in_a_month_with_data_are_like_the_weeks_next_to_them_round_the_year() {
    let meter = of(&long("Time,kWh", &days(2025, 166), 60, false, plain)); // to 15 June
    // 16 to 30 June of the year before: 30 June 2024 is a Sunday, and the nearest with data is 15 June 2025, 50 weeks on.
    let day = place(Date { year: 2024, month: 6, day: 30 });
    let like = place(Date { year: 2025, month: 6, day: 15 });
    for at in 0..24 {
        close(meter.hours[day * 24 + at], hour(like, at), 1e-9, "the Sunday before");
    }
}

#[test]
fn negative_values_are_nothing_and_spikes_are_told() {
    let mut all = rows(&long("Time,kWh", &days(2025, 365), 60, false, plain));
    all[10] = "2025-01-01 10:00,-5".to_owned();
    all[11] = "2025-01-01 11:00,1e6".to_owned();
    let meter = of(&with_head(&all));
    assert_eq!((meter.found.negative, meter.found.spikes), (1, 1));
    assert_eq!((meter.hours[10], meter.hours[11]), (0.0, 1e6));
}

#[test]
fn sums_below_the_readings_are_left_out() {
    let text = long("Time,kWh", &days(2025, 365), 60, false, plain);
    is_the_year(&of(&format!("{text}\n合计,123456\n打印人：,张三\n")));
}

#[test]
fn ten_days_say_nothing_of_a_year() {
    assert_eq!(
        read(&long("Time,kWh", &days(2025, 10), 15, false, plain)),
        Err(Refusal::TooFewDays { found: 10 })
    );
    assert!(read(&long("Time,kWh", &days(2025, 28), 15, false, plain)).is_ok());
}

#[test]
fn a_file_that_cannot_be_read_says_why_and_where() {
    let all = rows(&long("Time,kWh", &days(2025, 40), 60, false, plain));
    let replaced = |at: usize, row: &str| {
        let mut all = all.clone();
        all[at] = row.to_owned();
        read(&with_head(&all))
    };
    assert_eq!(replaced(98, "2025-02-30 02:00,1"), Err(Refusal::NotATime { line: 100, column: 1 }));
    for value in ["abc", "inf", "1e999", "1.2.3", "1e15"] {
        assert_eq!(
            replaced(98, &format!("2025-01-05 02:00,{value}")),
            Err(Refusal::NotANumber { line: 100, column: 2 }),
            "{value}"
        );
    }
    assert!(replaced(98, "2025-01-05 02:00,NaN").is_ok());
    for (text, refusal) in [
        ("", Refusal::Empty),
        ("\u{feff}\r\n \r\n", Refusal::Empty),
        ("Time,kWh\n", Refusal::Empty),
        ("Plant A\nTime,kWh\n", Refusal::NoTimes),
        ("a,1\nb,2\nc,3\n", Refusal::NoTimes),
        ("Time,kWh\n2025-01-01 00:00,a\n2025-01-01 01:00,b\n", Refusal::NoValues),
        ("Time,Export kWh\n2025-01-01 00:00,1\n2025-01-01 01:00,2\n", Refusal::NoValues),
        ("Time,kWh\n2025-01-01 00:00,1\n", Refusal::TooFewDays { found: 1 }),
    ] {
        assert_eq!(read(text), Err(refusal), "{text}");
    }
    let daily: String = days(2025, 365)
        .iter()
        .map(|date| format!("{}-{}-{},5\n", date.year, date.month, date.day))
        .collect();
    assert_eq!(read(&format!("Date,kWh\n{daily}")), Err(Refusal::TooCoarse { minutes: 1440 }));
    let uneven: String = (0..5000)
        .map(|at| at * 7 + at % 3)
        .map(|at| format!("2025-01-{:02} {:02}:{:02},5\n", 1 + at / 1440, at / 60 % 24, at % 60))
        .collect();
    assert_eq!(read(&format!("Time,kWh\n{uneven}")), Err(Refusal::NotRegular));
}

#[test]
fn every_refusal_has_its_words() {
    let refusals = [
        Refusal::Empty,
        Refusal::NoTimes,
        Refusal::NoValues,
        Refusal::NotATime { line: 1, column: 2 },
        Refusal::NotANumber { line: 1, column: 2 },
        Refusal::TooFewDays { found: 3 },
        Refusal::NotRegular,
        Refusal::TooCoarse { minutes: 1440 },
        Refusal::SeveralMeters,
        Refusal::TooManyRows,
        Refusal::TooCoarse { minutes: 43_200 },
        Refusal::TooCoarse { minutes: 120 },
        Refusal::TooManyColumns { line: 1 },
        Refusal::AnotherUnit { line: 1, column: 2 },
        Refusal::BeyondHeads { line: 2, cell: "45".to_owned() },
        Refusal::Units { above: "Unit: MWh".to_owned(), head: "kWh".to_owned() },
        Refusal::StepAndCount { line: 3, minutes: 60, values: 48 },
    ];
    for refusal in &refusals {
        for language in Language::ALL {
            let said = Reader { language, ..Reader::default() }.phrase(&refusal.message());
            assert!(!said.is_empty() && !said.contains('{'), "{said}");
        }
    }
    let reader = Reader::default();
    assert_eq!(reader.phrase(&refusals[4].message()), "Line 1, column 2: this is not a number.");
}

#[test]
fn files_beyond_any_meter_are_refused_unread() {
    assert_eq!(read(&"2025-01-01 00:00,1\n".repeat(600_001)), Err(Refusal::TooManyRows));
    assert_eq!(read(&"x".repeat(12_000_001)), Err(Refusal::TooManyRows));
}

#[test]
fn garbage_is_refused() {
    let garbage: String = (0..100_000_u32)
        .map(|at| char::from_u32(at.wrapping_mul(2_654_435_761) % 0xD7FF).unwrap())
        .collect();
    let commas = ",".repeat(1_000_000);
    for text in [
        garbage,
        commas.clone(),
        format!("{commas}\n{commas}"),
        format!("2025-01-01 00:00{commas}1"),
        "\0".repeat(1000),
        "\"".repeat(100_000),
    ] {
        assert!(read(&text).is_err());
    }
}

#[test]
fn the_mean_working_day_leaves_out_the_days_of_rest() {
    let shape = |at: usize| if (8..16).contains(&at) { 10.0 } else { 1.0 };
    let hours: Vec<f64> =
        (0..8760).map(|at| if at / 24 % 7 < 5 { shape(at % 24) } else { 1.0 }).collect();
    let day = mean_day(&hours);
    close(day.iter().sum::<f64>(), 24.0, 1e-12, "mean of 1");
    for (at, value) in day.iter().enumerate() {
        close(*value, shape(at) / 4.0, 1e-12, "the shape of a working day");
    }
    for none in [&[][..], &[0.0; 48], &[f64::NAN; 48], &[f64::MAX; 48], &[1.0; 5]] {
        assert_eq!(mean_day(none), [1.0; 24]);
    }
}

/// A file of hours or parts of one, whose rows are written by what is used in each: date, time, use in kWh and which quarter of the year it begins.
fn rows_of(head: &str, minutes: usize, row: impl Fn(&str, &str, f64, usize) -> String) -> String {
    let mut text = format!("{head}\n");
    for (number, date) in days(2025, 365).into_iter().enumerate() {
        for start in (0..96).step_by(minutes / 15) {
            let used: f64 =
                (start..start + minutes / 15).map(|part| quarter(place(date), part)).sum();
            let clock = format!("{:02}:{:02}", start / 4, start % 4 * 15);
            writeln!(
                text,
                "{}",
                row(
                    &format!("{}-{:02}-{:02}", date.year, date.month, date.day),
                    &clock,
                    used,
                    number * 96 + start
                )
            )
            .unwrap();
        }
    }
    text
}

/// Which of so many bands an hour is of.
fn band(at: usize, count: usize) -> usize {
    at / 4 % 24 / 3 % count
}

/// The cells of bands: the use in one, and what a meter writes in the others.
fn in_bands(at: usize, count: usize, used: f64, other: &str, between: &str) -> String {
    (0..count)
        .map(|one| if one == band(at, count) { format!("{used:.3}") } else { other.to_owned() })
        .collect::<Vec<_>>()
        .join(between)
}

fn said(meter: &Meter) -> String {
    let reader = Reader::default();
    meter.account().iter().map(|line| reader.phrase(line)).collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn is_nearly_the_year(meter: &Meter, slack: f64) {
    let made: f64 = year().iter().sum();
    assert!(
        (meter.found.annual_kwh / made - 1.0).abs() < slack,
        "{} kWh, made from {made}: {}",
        meter.found.annual_kwh,
        said(meter)
    );
}

#[test]
fn bands_of_a_tariff_without_a_total_are_added_up() {
    for (head, count, other) in [
        ("日期,时间,尖电量(kWh),峰电量(kWh),平电量(kWh),谷电量(kWh)", 4, "0"),
        ("日期,时间,尖峰,高峰,平段,低谷\n,,kWh,kWh,kWh,kWh", 4, ""),
        ("Date,Time,Peak kWh,Shoulder kWh,Off-Peak kWh", 3, "0.000"),
        ("Date,Time,On-peak consumption,Off-peak consumption", 2, "-"),
        ("Date,Heure,HP (kWh),HC (kWh)", 2, "0"),
        ("Date,Heure,Heures pleines,Heures creuses", 2, "0"),
        ("Datum,Zeit,Verbrauch HT (kWh),Verbrauch NT (kWh)", 2, "0"),
        ("Fecha,Hora,Punta (kWh),Llano (kWh),Valle (kWh)", 3, "0"),
        ("Data,Time,F1 (kWh),F2 (kWh),F3 (kWh)", 3, "0"),
        ("Date,Time,Tariff 1 (kWh),Tariff 2 (kWh)", 2, "0"),
        ("Date,Time,Day kWh,Night kWh,Export kWh", 2, "0"),
    ] {
        let meter = of(&rows_of(head, 60, |date, clock, used, at| {
            format!("{date},{clock},{}", in_bands(at, count, used, other, ","))
        }));
        is_nearly_the_year(&meter, 1e-9);
        assert_eq!((meter.found.taken.names.len(), meter.found.gaps), (count, 0), "{head}");
        assert!(
            said(&meter).contains("Bands of the tariff are added up"),
            "{head}: {}",
            said(&meter)
        );
    }
}

#[test]
fn bands_with_decimal_commas_and_as_registers_are_added_up() {
    let meter = of(&rows_of("Date;Heure;HP (Wh);HC (Wh)", 30, |date, clock, used, at| {
        format!("{date};{clock};{}", in_bands(at, 2, used * 1000.0, "0,000", ";").replace('.', ","))
    }));
    is_nearly_the_year(&meter, 1e-9);
    assert!(said(&meter).contains("Commas mark the decimals"));
    let totals = std::cell::RefCell::new([1000.0, 2000.0, 3000.0, 4000.0]);
    let meter = of(&rows_of(
        "日期,时间,尖示数(kWh),峰示数(kWh),平示数(kWh),谷示数(kWh)",
        60,
        |date, clock, used, at| {
            let mut totals = totals.borrow_mut();
            let row = totals.map(|total| format!("{total:.3}")).join(",");
            totals[band(at, 4)] += used;
            format!("{date},{clock},{row}")
        },
    ));
    is_nearly_the_year(&meter, 1e-4); // but for the last hour of the year, which no reading follows
    assert!(meter.found.register);
}

#[test]
fn a_total_beside_the_bands_is_taken_once_and_compared() {
    for (head, factor) in [
        ("日期,时间,总电量(kWh),尖(kWh),峰(kWh),平(kWh),谷(kWh)", 1.0),
        ("日期,时间,正向有功总,正向有功尖,正向有功峰,正向有功平,正向有功谷", 1.0),
        ("Date,Time,Total kWh,Peak,Shoulder,Off-peak,Night", 1.0),
        ("Date,Time,Consumption kWh,Peak kWh,Shoulder kWh,Off-peak kWh,Night kWh", 1.25),
    ] {
        let meter = of(&rows_of(head, 60, |date, clock, used, at| {
            format!("{date},{clock},{:.3},{}", used * factor, in_bands(at, 4, used, "0", ","))
        }));
        close(meter.found.annual_kwh, factor * year().iter().sum::<f64>(), 1e-6, head);
        let account = said(&meter);
        if factor == 1.0 {
            assert!(account.contains("the same energy within 0.0 %"), "{account}");
        } else {
            assert!(account.contains("the energy differs by 20.0 %"), "{account}");
        }
    }
}

#[test]
fn phases_without_a_total_are_added_up() {
    for (head, factor) in [
        ("Time,L1 kWh,L2 kWh,L3 kWh,L1 (V)", 1.0),
        ("时间,A相有功功率(kW),B相有功功率(kW),C相有功功率(kW),A相电压(V)", 4.0),
    ] {
        let meter = of(&rows_of(head, 15, |date, clock, used, _| {
            let used = used * factor;
            format!("{date} {clock},{:.4},{:.4},{:.4},231", used * 0.5, used * 0.3, used * 0.2)
        }));
        is_nearly_the_year(&meter, 1e-5);
        assert_eq!(meter.found.taken.names.len(), 3);
    }
}

/// Running totals that start anew each day or month: read at moments, at the ends of steps, or with the step of their own row.
#[test]
fn totals_that_start_anew_are_differenced() {
    for (head, monthly) in [
        ("Time,Energy today (kWh)", false),
        ("时间,当日累计电量(kWh)", false),
        ("Time,Month to date kWh", true),
    ] {
        for minutes in [15, 60] {
            for (how, lost) in [("moments", true), ("own step", false), ("ends", false)] {
                let total = std::cell::RefCell::new(0.0);
                let text = rows_of(head, minutes, |date, clock, used, at| {
                    let mut total = total.borrow_mut();
                    if at % 96 == 0 && (!monthly || date.ends_with("-01")) {
                        *total = 0.0;
                    }
                    let before = *total;
                    *total += used;
                    let shown = if how == "moments" { before } else { *total };
                    let end = at % 96 * 15 + minutes;
                    let clock = if how == "ends" {
                        format!("{:02}:{:02}", end / 60, end % 60)
                    } else {
                        clock.to_owned()
                    };
                    format!("{date} {clock},{shown:.3}")
                });
                let meter = of(&text);
                is_nearly_the_year(&meter, 1e-3);
                assert!(meter.found.register && !meter.found.power, "{head} {how}");
                assert_eq!(meter.found.restarts > 0, lost, "{head} {minutes} {how}");
                close(meter.hours[30 * 24 + 10], hour(30, 10), 1e-3, how);
                assert!(said(&meter).contains("start anew"), "{}", said(&meter));
            }
        }
    }
}

#[test]
fn a_power_beside_a_total_that_starts_anew_is_taken_in_the_unit_that_agrees() {
    for (head, factor, agreed) in [
        (
            "timestamp,grid_import_power,grid_export_power,solar_power,battery_soc,today_import_kwh,today_export_kwh",
            4000.0,
            true,
        ),
        ("timestamp,load,export,solar,soc,energy_today_kwh,sold_kwh", 4.0, false),
        ("timestamp,Power (W),export,solar,soc,Energy today (kWh),x", 4000.0, false),
    ] {
        let total = std::cell::RefCell::new(0.0);
        let meter = of(&rows_of(head, 15, |date, clock, used, at| {
            let mut total = total.borrow_mut();
            *total = if at % 96 == 0 { 0.0 } else { *total };
            let row = format!("{date} {clock}:00,{:.0},0,0,50,{:.2},0", used * factor, *total);
            *total += used;
            row
        }));
        is_nearly_the_year(&meter, 1e-3);
        let account = said(&meter);
        assert_eq!(account.contains("agrees with the total"), agreed, "{account}");
        assert!(meter.found.power && account.contains("the same energy within"), "{account}");
    }
}

#[test]
fn the_unit_is_read_where_it_stands_above_the_table() {
    for (head, factor) in [
        (
            "Identifiant;Type;Debut;Fin;Grandeur;Unite;Pas en minutes\n1;Courbe de charge;01/01/2025;31/12/2025;Energie active;W;15\nHorodate;Valeur",
            4000.0,
        ),
        ("Unité;W\nHorodate;Valeur", 4000.0),
        ("Unit\u{fffd} : W\nHorodate;Valeur", 4000.0),
        ("单位: kW\n时间;数值", 4.0),
        ("户名;某某电镀厂\n计量单位;kW\n\n时间;数值", 4.0),
        ("Einheit;MW\nDatum;Wert", 0.004),
        ("Unit of measure;Wh\nTime;Value", 1000.0),
        ("Load profile (W)\nTime;Value", 4000.0),
        ("Time;Value\n;W", 4000.0),
    ] {
        let meter = of(&rows_of(head, 15, |date, clock, used, _| {
            format!("{date} {clock};{:.6}", used * factor)
        }));
        is_nearly_the_year(&meter, 1e-6);
        assert!(meter.found.unit_said, "{head}");
    }
}

/// A year of 10 kW, hour by hour: 87,600 kWh.
fn ten(head: &str, row: impl Fn(&str, &str, usize) -> String) -> String {
    rows_of(head, 60, |date, clock, _, at| row(date, clock, at / 4))
}

#[track_caller]
fn is_ten(text: &str) -> Meter {
    let meter = of(text);
    close(meter.found.annual_kwh, 87_600.0, 1e-9, &text.chars().take(120).collect::<String>());
    meter
}

#[track_caller]
fn refused(text: &str, part: &str) {
    let refusal = read(text).expect_err(part);
    for language in Language::ALL {
        let said = Reader { language, ..Reader::default() }.phrase(&refusal.message());
        assert!(!said.is_empty() && !said.contains('{'), "{said}");
    }
    let said = Reader::default().phrase(&refusal.message());
    assert!(said.contains(part), "{said}");
}

/// The first weeks of a file are refused as all of it is.
#[track_caller]
fn refused_soon(text: &str, part: &str) {
    refused(&text.lines().take(1000).collect::<Vec<_>>().join("\n"), part);
}

#[test]
fn each_row_counts_in_its_own_unit() {
    for (head, cells) in [
        ("Time,Energy,Unit", ["10,kWh", "10000,Wh"]),
        ("Time,Energy,Unit", ["10000,Wh", "0.01,MWh"]),
        ("Time,Value,Unit", ["10000,W", "10,kW"]),
        ("Time,Energy", ["10 kWh", "10000 Wh"]),
        ("Time,Energy (kWh)", ["10 kWh", "10000 Wh"]),
        ("时间,电量,单位", ["10,度", "0.001,万kWh"]),
    ] {
        let meter =
            is_ten(&ten(head, |date, clock, at| format!("{date} {clock},{}", cells[at % 2])));
        assert!(said(&meter).contains("Rows are in several units"), "{}", said(&meter));
    }
    let meter = is_ten(&ten("Time,Demand,Unit,Energy,Unit", |date, clock, _| {
        format!("{date} {clock},11,kW,10,kWh")
    }));
    assert!(!said(&meter).contains("several units"), "{}", said(&meter));
    for cells in [["10,kWh", "10,kW"], ["10,kWh", "10,gal"]] {
        let text =
            ten("Time,Energy,Unit", |date, clock, at| format!("{date} {clock},{}", cells[at % 2]));
        refused(&text, "Line 3, column 3: this unit does not agree");
    }
    for cells in [["10,kWh", "10000,"], ["10,", "10000,Wh"]] {
        refused(
            &ten("Time,Energy,Unit", |date, clock, at| format!("{date} {clock},{}", cells[at % 2])),
            "does not agree",
        );
    }
    is_ten(&ten("Time,Energy,Unit", |date, clock, at| {
        format!("{date} {clock},10000,{}", if at == 0 { "Wh" } else { "" })
    }));
    refused(
        &ten("Time,Energy kWh,Unit", |date, clock, _| format!("{date} {clock},10000,Wh")),
        "does not agree",
    );
}

#[test]
fn thousands_are_told_from_decimals_or_asked_for() {
    let german = |date: &str| date.split('-').rev().collect::<Vec<_>>().join(".");
    for head in ["Zeit;Verbrauch (Wh)", "Zeit;Leistung (W)"] {
        let meter = of(&ten(head, |date, clock, at| {
            format!("{} {clock};{}.000", german(date), 10 + at % 8)
        }));
        close(meter.found.annual_kwh, 8760.0 * 13.5, 1e-9, head);
        assert!(said(&meter).contains("10.000 is ten thousand"), "{}", said(&meter));
    }
    refused(
        &ten("Zeit;Verbrauch (kWh)", |date, clock, _| format!("{} {clock};10.000", german(date))),
        "ten or ten thousand",
    );
    let meter =
        is_ten(&ten("Time;Energy (kWh)", |date, clock, _| format!("{date} {clock};10.000")));
    assert!(said(&meter).contains("10.000 is ten."), "{}", said(&meter));
}

#[test]
fn bands_are_known_by_more_names_and_by_their_numbers() {
    for (head, count) in [
        ("白天(kWh),夜间(kWh)", 2),
        ("1.8.1 kWh,1.8.2 kWh", 2),
        ("1-0:1.8.1 kWh,1-0:1.8.2 kWh", 2),
        ("1.8.1,1.8.2,1.8.3,1.8.4", 4),
        ("High tariff kWh,Low tariff kWh", 2),
        ("Import normal kWh,Import low kWh", 2),
        ("Band A kWh,Band B kWh", 2),
        ("Weekday kWh,Weekend kWh", 2),
        ("Punta,Llano,Valle,SuperPunta", 4),
        ("Peak kWh,Standard kWh,Off-peak kWh", 3),
        ("F1 (kWh),F2 (kWh),F3 (kWh),F4 (kWh)", 4),
        ("Peak kWh,Rest kWh", 2),
        ("Red kWh,Amber kWh,Green kWh", 3),
    ] {
        let meter = is_ten(&ten(&format!("Time,{head}"), |date, clock, at| {
            format!("{date} {clock},{}", in_bands(4 * at, count, 10.0, "0", ","))
        }));
        assert_eq!(meter.found.taken.names.len(), count, "{head}");
    }
    is_ten(&ten("Time,Band A kWh,Band B kWh,Band C kWh", |date, clock, at| {
        format!("{date} {clock},{},", in_bands(4 * at, 2, 10.0, "0", ","))
    }));
}

#[test]
fn of_columns_that_say_equally_much_none_is_taken() {
    for head in ["Hall A kWh,Hall B kWh", "Line 1 kW,Line 2 kW", "A kWh,B kWh"] {
        refused(
            &ten(&format!("Time,{head}"), |date, clock, _| format!("{date} {clock},10,3")),
            &head.replace(',', " · "),
        );
    }
    refused(
        &ten("Time,Red kWh,Blue kWh", |date, clock, at| {
            format!("{date} {clock},{}", in_bands(4 * at, 2, 10.0, "0", ","))
        }),
        "Red kWh · Blue kWh",
    );
    is_ten(&ten("Time,Import kWh,1-0:2.8.0 kWh,Sold kWh", |date, clock, _| {
        format!("{date} {clock},10,3,2")
    }));
}

#[test]
fn other_units_and_factors_are_converted_or_refused() {
    for (head, value) in [
        ("Energy (MJ)", 36.0),
        ("Energy (GJ)", 0.036),
        ("Energy (kJ)", 36_000.0),
        ("Energy [BTU]", 36_000.0 / 1.055_055_852_62),
    ] {
        is_ten(&ten(&format!("Time,{head}"), |date, clock, _| {
            format!("{date} {clock},{value:.9}")
        }));
    }
    for head in [
        "Energy (kcal)",
        "Energy (therm)",
        "Load (hp)",
        "Energy (x100 kWh)",
        "kWh x 10",
        "Energy (100 kWh)",
        "电量(千kWh)",
        "kWh × 10",
        "kWh*10",
        "kWh / 10",
        "大卡",
        "功率(马力)",
    ] {
        refused(
            &ten(&format!("Time,{head}"), |date, clock, _| format!("{date} {clock},10")),
            "is not known here",
        );
    }
    refused(
        &ten("Unit: therm\nTime,Energy", |date, clock, _| format!("{date} {clock},10")),
        "is not known here",
    );
    for (head, row) in [
        ("CT ratio: 40\nTime,Energy kWh", ""),
        ("倍率,40\n时间,电量(kWh)", ""),
        ("时间,电量(kWh),倍率", ",40"),
        ("CT: 200/5\nTime,kWh", ""),
    ] {
        refused(
            &ten(head, |date, clock, _| format!("{date} {clock},10{row}")),
            "transformer ratio",
        );
    }
    is_ten(&ten("Meter multiplier: 1\nTime,kWh", |date, clock, _| format!("{date} {clock},10")));
    is_ten(&ten("时间,电量(kWh),倍率", |date, clock, _| format!("{date} {clock},10,1")));
}

#[test]
fn the_first_step_is_as_long_as_the_next_and_a_month_without_data_has_no_load() {
    let mut text = "End,Energy (kWh)\n".to_owned();
    for date in days(2025, 365) {
        let step = if date.month == 1 { 4 } else { 1 };
        for end in (step..=96).step_by(step) {
            writeln!(
                text,
                "{}-{:02}-{:02} {:02}:{:02},{}",
                date.year,
                date.month,
                date.day,
                end / 4,
                end % 4 * 15,
                2.5 * step as f64
            )
            .unwrap();
        }
    }
    let meter = is_ten(&text);
    meter.found.peaks_kw.iter().for_each(|peak| close(*peak, 10.0, 1e-9, "the highest load"));
    let without_march: String = text
        .lines()
        .filter(|line| !line.starts_with("2025-03"))
        .map(|line| format!("{line}\n"))
        .collect();
    assert!(
        said(&of(&without_march)).contains("10 · 10 · – · 10"),
        "{}",
        said(&of(&without_march))
    );
}

/// Quarters or whole hours by what a row's number says, each with the energy of its own step.
fn mixed(head: &str, long: impl Fn(usize) -> bool, ends: bool, power: bool) -> String {
    let mut text = format!("{head}\n");
    for (number, date) in days(2025, 365).into_iter().enumerate() {
        let mut part = 0;
        while part < 96 {
            let parts = if part % 4 == 0 && long(number * 24 + part / 4) { 4 } else { 1 };
            let used: f64 = (part..part + parts).map(|part| quarter(place(date), part)).sum();
            let at = if ends { part + parts } else { part };
            let value = if power { used * 4.0 / parts as f64 } else { used };
            writeln!(
                text,
                "{}-{:02}-{:02} {:02}:{:02},{value:.3}",
                date.year,
                date.month,
                date.day,
                at / 4,
                at % 4 * 15
            )
            .unwrap();
            part += parts;
        }
    }
    text
}

#[test]
fn each_row_counts_for_its_own_step() {
    type Long = fn(usize) -> bool;
    let cases: [(&str, Long); 4] = [
        ("now and then", |hour| hour * 7919 % 13 < 3),
        ("rarely", |hour| hour % 211 == 5),
        ("mostly", |hour| hour * 31 % 10 > 0),
        ("from May on", |hour| hour > 2900),
    ];
    for (name, long) in cases {
        for (head, ends) in [("Time,Energy (kWh)", false), ("End of interval,Energy (kWh)", true)] {
            let meter = of(&mixed(head, long, ends, false));
            is_nearly_the_year(&meter, 2e-4);
            assert!(said(&meter).contains("Steps are mixed"), "{name}: {}", said(&meter));
            close(meter.hours[40 * 24 + 9], hour(40, 9), 1e-6, name);
        }
        is_nearly_the_year(&of(&mixed("Time,Power (kW)", long, false, true)), 1e-4);
    }
}

#[test]
fn rows_that_are_missing_are_no_longer_steps() {
    let text = rows_of("Time,kWh", 30, |date, clock, used, at| {
        if at * 7919 % 97 < 3 { String::new() } else { format!("{date} {clock},{used:.3}") }
    });
    let meter = of(&text);
    is_nearly_the_year(&meter, 5e-3);
    assert!(meter.found.scaled > 300 && meter.found.steps.is_empty(), "{}", said(&meter));
    assert!(said(&meter).contains("a part of their readings missing"));
}

/// NEM12 with registers of what is used, what is sent out and reactive energy.
fn nem12(minutes: usize, unit: &str, factor: f64, blocks: &[(&str, f64)], quality: &str) -> String {
    let mut text = String::from("100,NEM12,202601010000,MDP1,Ret1\n");
    for (suffix, share) in blocks {
        let unit = if suffix.starts_with('Q') { "KVARH" } else { unit };
        writeln!(text, "200,NEM1234567,E1B1Q1,{suffix},{suffix},,METSER1,{unit},{minutes},")
            .unwrap();
        for date in days(2025, 365) {
            write!(text, "300,{}{:02}{:02}", date.year, date.month, date.day).unwrap();
            for start in (0..1440).step_by(minutes) {
                let used = if minutes < 15 {
                    quarter(place(date), start / 15) * minutes as f64 / 15.0
                } else {
                    (start / 15..(start + minutes) / 15)
                        .map(|part| quarter(place(date), part))
                        .sum()
                };
                write!(text, ",{:.6}", used * factor * share).unwrap();
            }
            writeln!(text, ",{quality},,,20260101000000,").unwrap();
            if quality == "V" {
                writeln!(text, "400,1,{},S14,32,\n500,O,S01234,20260101000000,", 1440 / minutes)
                    .unwrap();
            }
        }
    }
    text + "900\n"
}

#[test]
fn nem12_is_read_by_its_registers() {
    for (minutes, unit, factor, blocks, quality) in [
        (30, "KWH", 1.0, &[("E1", 1.0)][..], "A"),
        (15, "WH", 1000.0, &[("E1", 1.0)], "A"),
        (5, "kWh", 1.0, &[("E1", 1.0)], "A"),
        (30, "MWH", 0.001, &[("B1", 0.5), ("E1", 1.0), ("Q1", 0.3)], "A"),
        (30, "KWH", 1.0, &[("E1", 0.6), ("E2", 0.4)], "V"),
    ] {
        let text = nem12(minutes, unit, factor, blocks, quality);
        for text in [text.clone(), text.lines().skip(1).map(|line| format!("{line}\r\n")).collect()]
        {
            let meter = of(&text);
            is_nearly_the_year(&meter, 1e-4);
            assert_eq!(
                (meter.found.interval_min, meter.found.rows % 365, meter.found.gaps),
                (minutes as f64, 0, 0)
            );
        }
    }
    let text = nem12(30, "KWH", 1.0, &[("E1", 1.0), ("B1", 1.0)], "A");
    assert!(said(&of(&text)).contains("Registers of consumption: E1."), "{}", said(&of(&text)));
    // A register of half hours beside one of five minutes: its energy is spread, so that no quarter has it all.
    let (half, five) =
        (nem12(30, "KWH", 1.0, &[("E2", 0.5)], "A"), nem12(5, "KWH", 1.0, &[("E1", 0.5)], "A"));
    let both = of(&format!(
        "{}{}",
        half.replace("900\n", ""),
        five.replace("100,NEM12,202601010000,MDP1,Ret1\n", "")
    ));
    is_nearly_the_year(&both, 1e-4);
    let alone = of(&nem12(15, "KWH", 1.0, &[("E1", 1.0)], "A"));
    assert!(
        both.found
            .peaks_kw
            .iter()
            .zip(alone.found.peaks_kw)
            .all(|(both, alone)| *both <= alone + 1e-3)
    );
    // A day that is sent again is told and not added; intervals without data are missing.
    let day = text.lines().nth(2).unwrap();
    let twice = of(&text.replacen(day, &format!("{day}\n{day}"), 1));
    is_nearly_the_year(&twice, 1e-6);
    assert_eq!(twice.found.repeated, 48);
    let null = of(&text.replacen(
        day,
        &format!("{}\n400,1,24,N,,\n400,25,48,A,,", day.replace(",A,", ",V,")),
        1,
    ));
    assert_eq!(null.found.gaps, 12);
    let two = text.replace("200,NEM1234567,E1B1Q1,B1,B1", "200,NEM7654321,E1B1Q1,E1,E1");
    assert_eq!(read(&two), Err(Refusal::SeveralMeters));
    assert_eq!(
        read(&text.replacen("300,20250102,", "300,20250102,x", 1)),
        Err(Refusal::NotANumber { line: 4, column: 3 })
    );
    assert_eq!(read(&nem12(30, "KWH", 1.0, &[("B1", 1.0)], "A")), Err(Refusal::NoValues));
}

#[test]
fn a_row_of_a_day_may_begin_with_the_number_of_a_meter() {
    let clock = |part: usize| format!("{:02}:{:02}", part / 4, part % 4 * 15);
    let heads = (0..96).map(clock).collect::<Vec<_>>().join(",");
    for (head, before) in [
        (format!("MPAN,Date,{heads}"), "1200012345678,"),
        (String::new(), "1200012345678,"),
        (format!("Site,Unit,Date,{heads}"), "A,kWh,"),
    ] {
        let text: String =
            wide("", 96, ",").lines().skip(1).map(|row| format!("{before}{row}\n")).collect();
        is_the_year(&of(&format!("{head}\n{text}")));
    }
}

#[test]
fn times_counted_from_1970_are_read() {
    // 1 January 2025, 00:00 UTC.
    for (head, unit) in [
        ("Time,Energy kWh", "000"),
        ("unix,kwh", ""),
        ("ts,kwh", "000000"),
        ("epoch,kwh", "000000000"),
        ("time,kwh", ".0"),
    ] {
        let meter = of(&rows_of(head, 60, |_, _, used, at| {
            format!("{}{unit},{used:.3}", 1_735_689_600 + at * 900)
        }));
        is_nearly_the_year(&meter, 1e-9);
        is_whole(&meter.found);
        assert!(meter.found.since_1970 && said(&meter).contains("counted from 1970"), "{head}");
    }
    // A register in Wh whose readings have ten digits is no time.
    let total = std::cell::RefCell::new(1_673_456_789.0);
    let meter = of(&rows_of("Date,Clock,Reading (Wh)", 60, |date, clock, used, _| {
        *total.borrow_mut() += used * 1000.0;
        format!("{date},{clock},{:.0}", *total.borrow() - used * 1000.0)
    }));
    is_nearly_the_year(&meter, 1e-4);
    assert!(meter.found.register && !meter.found.since_1970);
    let meter = of(&rows_of("meter,kwh,time", 60, |_, _, used, at| {
        format!("1673456789,{used:.3},{}", 1_735_689_600 + at * 900)
    }));
    is_nearly_the_year(&meter, 1e-9);
}

/// One hour, or one quarter of one, above all others is the highest load of its month and of no other.
#[test]
fn the_highest_load_of_each_month_is_kept() {
    let flat = |minutes: usize, spike: &'static str, kw: f64| {
        rows_of("Time,kWh", minutes, move |date, clock, _, _| {
            let power = if format!("{date} {clock}") == spike { kw } else { 50.0 };
            format!("{date} {clock},{}", power * minutes as f64 / 60.0)
        })
    };
    for (minutes, spike) in
        [(60, "2025-01-15 10:00"), (15, "2025-01-15 10:15"), (30, "2025-01-31 23:30")]
    {
        let meter = of(&flat(minutes, spike, 100.0));
        assert_eq!(meter.found.peaks_kw[0], 100.0, "{minutes}");
        assert!(meter.found.peaks_kw[1..].iter().all(|peak| *peak == 50.0));
        assert!(said(&meter).contains("100 · 50 · 50"), "{}", said(&meter));
    }
    let meter = of(&flat(60, "2025-01-15 10:00", 100.0));
    assert_eq!(meter.hours[14 * 24 + 10], 100.0);
    // Five minutes of 200 kW in a quarter of 50 kW are 100 kW.
    let mut five = String::from("Time,Power (kW)\n");
    for date in days(2025, 40) {
        for at in (0..1440).step_by(5) {
            let power = if (date.month, date.day, at) == (1, 20, 615) { 200 } else { 50 };
            writeln!(
                five,
                "2025-{:02}-{:02} {:02}:{:02},{power}",
                date.month,
                date.day,
                at / 60,
                at % 60
            )
            .unwrap();
        }
    }
    close(of(&five).found.peaks_kw[0], 100.0, 1e-9, "a quarter");
    // In steps that are mixed the hour counts as an hour, not as four quarters.
    let meter = of(&mixed("Time,kWh", |hour| hour * 7919 % 13 < 3, false, false));
    let highest = (0..31)
        .flat_map(|day| (0..96).map(move |part| quarter(day, part) * 4.0))
        .fold(0.0, f64::max);
    assert!(meter.found.peaks_kw[0] <= highest + 1e-9);
}

/// What a calculator is handed: bytes in the encoding of the sender, or a workbook.
#[test]
fn files_are_read_in_every_encoding_and_as_workbooks() {
    use encoding_rs::{GB18030, WINDOWS_1252};
    let import = find("pv-payback").unwrap().file_import.unwrap();
    let annual = year().iter().sum::<f64>().round();
    let read = |file: Vec<u8>| import.read("meter_hours", file, &mut |_| {}).unwrap();
    let said = |taken: &ImportedFile| {
        taken
            .account
            .iter()
            .map(|line| Reader::default().phrase(line))
            .collect::<Vec<_>>()
            .join(" ")
    };
    let text = rows_of(
        "日期\t时间\t尖电量(kWh)\t峰电量(kWh)\t平电量(kWh)\t谷电量(kWh)",
        60,
        |date, clock, used, at| format!("{date}\t{clock}\t{}", in_bands(at, 4, used, "0", "\t")),
    );
    let utf16 =
        |bytes_of: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes_of).collect::<Vec<u8>>();
    for (file, name) in [
        (text.clone().into_bytes(), ""),
        ([b"\xEF\xBB\xBF", text.as_bytes()].concat(), ""),
        (GB18030.encode(&text).0.into_owned(), "GBK"),
        ([b"\xFF\xFE".to_vec(), utf16(u16::to_le_bytes)].concat(), "UTF-16 LE"),
        (utf16(u16::to_be_bytes), "UTF-16 BE"),
    ] {
        let taken = read(file);
        assert_eq!(taken.inputs["annual_load_kwh"].as_f64(), Some(annual), "{name}");
        assert!(
            name.is_empty() || said(&taken).contains(&format!("read as {name}")),
            "{}",
            said(&taken)
        );
    }
    let french = rows_of("Unité;W\nHorodate;Énergie", 30, |date, clock, used, _| {
        format!("{date} {clock};{}", format!("{:.1}", used * 2000.0).replace('.', ","))
    });
    assert_eq!(
        read(WINDOWS_1252.encode(&french).0.into_owned()).inputs["annual_load_kwh"].as_f64(),
        Some(annual)
    );

    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet().set_name("Cover").unwrap().write(0, 0, "Plant A").unwrap();
    let format = rust_xlsxwriter::Format::new().set_num_format("yyyy-mm-dd hh:mm");
    let sheet = book.add_worksheet().set_name("Data").unwrap();
    sheet.write(0, 0, "Time").unwrap();
    sheet.write(0, 1, "Consumption (kWh)").unwrap();
    for (row, used) in (1_u32..).zip(year()) {
        sheet.write_with_format(row, 0, 45_658.0 + f64::from(row - 1) / 24.0, &format).unwrap(); // 1 January 2025
        sheet.write(row, 1, used).unwrap();
    }
    let taken = read(book.save_to_buffer().unwrap());
    assert_eq!(taken.inputs["annual_load_kwh"].as_f64(), Some(annual));
    assert!(
        said(&taken).contains("Sheet taken: Data.")
            && said(&taken).contains("Sheets left out: Cover."),
        "{}",
        said(&taken)
    );
}

#[test]
fn the_account_names_what_was_taken_and_what_was_left() {
    let text = rows_of(
        "时间,A相电压(V),正向有功(kWh),反向有功(kWh),备注值",
        15,
        |date, clock, used, _| format!("{date} {clock},231,{used},0.5,7"),
    );
    let account = said(&of(&text));
    for part in [
        "Column taken: 正向有功(kWh).",
        "energy in kWh, by the head",
        "one every 15 min",
        "Columns left out: 备注值 · A相电压(V) · 反向有功(kWh).",
    ] {
        assert!(account.contains(part), "{account}");
    }
    let account = said(&of(&rows_of("Time,Main", 60, |date, clock, used, _| {
        format!("{date} {clock},{used}")
    })));
    assert!(
        account.contains("No unit is said; the values are taken for energy, kWh. Check the sum."),
        "{account}"
    );
    for line in of(&text).account() {
        for language in Language::ALL {
            let said = Reader { language, ..Reader::default() }.phrase(&line);
            assert!(!said.is_empty() && !said.contains('{'), "{said}");
        }
    }
}

#[test]
fn line_ends_of_any_kind_part_rows() {
    let text = rows_of("Time,kWh", 60, |date, clock, used, _| format!("{date} {clock},{used:.3}"));
    for end in ["\r\n", "\r"] {
        is_the_year(&of(&text.replace('\n', end)));
    }
}

#[test]
fn a_row_far_too_wide_is_refused_before_it_is_read() {
    let row = format!("2025-01-01 00:00{}\n", ",1".repeat(99_999));
    let head = format!("Time{}\n", ",c".repeat(99_999));
    assert_eq!(
        read(&format!("{head}{}", row.repeat(10))),
        Err(Refusal::TooManyColumns { line: 1 })
    );
    assert_eq!(
        read(&format!("Time,kWh\n2025-01-01 00:00{}\n", ",1".repeat(401))),
        Err(Refusal::TooManyColumns { line: 2 })
    );
}

#[test]
fn daily_and_monthly_values_are_refused_for_what_they_are() {
    let reader = Reader::default();
    let said = |text: &str| reader.phrase(&read(text).unwrap_err().message());
    let daily: String = days(2025, 365)
        .iter()
        .map(|date| format!("{}-{:02}-{:02},900\n", date.year, date.month, date.day))
        .collect();
    assert!(said(&format!("Date,kWh\n{daily}")).starts_with("The file has one value a day."));
    let monthly: String = (1..=12).map(|month| format!("2025-{month:02}-01,30000\n")).collect();
    assert!(said(&format!("Month,kWh\n{monthly}")).starts_with("The file has one value a month."));
}

#[test]
fn numbers_beyond_the_last_head_are_refused_and_other_texts_told() {
    for (head, row) in [
        ("Time,kWh", "0,45"),
        ("Time,kWh", "30,5"),
        ("Time,kWh,Status", "30,5,A"),
        ("Time;kWh", "30;5"),
        ("Date,Time,kWh", "30,5"),
        ("Plant A\nTime,kWh", "30,5"),
    ] {
        let between = if head.contains(';') { ';' } else { ',' };
        let text = ten(head, |date, clock, _| match head.starts_with("Date") {
            true => format!("{date},{clock},{row}"),
            false => format!("{date} {clock}{between}{row}"),
        });
        if head.contains("Status") {
            refused_soon(&text.replace(",A", ",5"), "stands beyond the last head");
        } else {
            refused_soon(&text, "stands beyond the last head");
        }
    }
    let meter = is_ten(&ten("Time,kWh", |date, clock, _| format!("{date} {clock},10,A")));
    assert!(said(&meter).contains("beyond the last head, first in line 2: A."), "{}", said(&meter));
    let meter = is_ten(&ten("Time\tkWh", |date, clock, _| format!("{date} {clock}\t10\t7")));
    assert!(said(&meter).contains("first in line 2: 7."), "{}", said(&meter));
    for text in [
        ten("Time,kWh", |date, clock, _| format!("{date} {clock},10,,")),
        ten("Time,kWh", |date, clock, _| format!("{date} {clock},\"10,0\"")),
        ten("Plant A", |date, clock, _| format!("{date} {clock},10")),
    ] {
        assert!(!said(&is_ten(&text)).contains("beyond"));
    }
}

#[test]
fn a_year_of_nothing_is_told() {
    let meter = of(&ten("Time,kWh", |date, clock, _| format!("{date} {clock},0")));
    assert!(said(&meter).contains("All values are zero"), "{}", said(&meter));
    assert!(!said(&is_ten(&ten("Time,kWh", |d, c, _| format!("{d} {c},10")))).contains("zero"));
}

#[test]
fn only_the_head_of_the_times_says_that_they_are_ends() {
    for preamble in [
        "Period: 2025-01-01 to 2025-12-31",
        "Report to: John",
        "Report to,John",
        "From,2025-01-01\nTo,2025-12-31",
        "Start date,01/01/2025\nEnd date,31/12/2025",
        "Zeitraum 01.01.2025 bis 31.12.2025",
        "due at end of month",
        "Year ending,31/12/2025",
        "结束时间,2025-12-31",
    ] {
        for head in ["Time,kWh", "Time,Energy (kWh)", "Date/Time,kWh"] {
            let text =
                ten(&format!("{preamble}\n{head}"), |date, clock, _| format!("{date} {clock},10"));
            let meter = is_ten(&text);
            let account = said(&meter);
            assert!(!meter.found.end_labels && meter.found.gaps == 0, "{preamble}: {account}");
            let name = head.split_once(',').unwrap().1;
            assert!(account.contains(&format!("Column taken: {name}.")), "{preamble}: {account}");
        }
        let without = ten(preamble, |date, clock, _| format!("{date} {clock},10"));
        assert!(!is_ten(&without).found.end_labels, "{preamble} without heads");
    }
    for head in
        ["To,kWh", "Time to,kWh", "Period end,kWh", "Bis,kWh", "Uhrzeit bis,kWh", "截止时间,kWh"]
    {
        let text = ten(&format!("From: the plant\n{head}"), |d, c, _| format!("{d} {c},10"));
        assert!(of(&text).found.end_labels, "{head}");
    }
    // A row of units below the heads, and groups above them.
    for head in ["Time,Power\n,kW", "Time,Power\n[date],[kW]", "Time,Power\ndd.mm.yyyy,kW"] {
        assert!(said(&is_ten(&ten(head, |d, c, _| format!("{d} {c},10")))).contains("Power"));
    }
    let grouped = is_ten(&ten(",Import,Export\nTime,kWh,kWh", |d, c, _| format!("{d} {c},10,3")));
    assert!(said(&grouped).contains("Column taken: Import kWh."), "{}", said(&grouped));
}

#[test]
fn factors_above_the_table_are_asked_for() {
    for preamble in [
        "K = 40",
        "K=40",
        "Meter constant;40",
        "Kh = 7.2",
        "Factor 40",
        "Factor,40",
        "Faktor: 40",
        "Values to be multiplied by 40",
        "x40",
        "Scale: 1000",
        "Transformation ratio 40:1",
        "CT: 200:5",
        "CTR 40",
        "TC=40",
        "Rapport TC 40",
        "TI 40",
        "Constante 40",
        "Wandler 200/5 A",
        "电表倍数 40",
        "倍数：40",
        "互感器变比,200/5",
        "Register 1/2 kWh",
        "Unit: 0.1 kWh",
        "Unit = 10 kWh",
        "1 pulse = 10 kWh",
        "Site,Factor\nHall,40",
        "Plant A\nMultiplier,40\n",
    ] {
        refused_soon(
            &ten(&format!("{preamble}\nTime,kWh"), |date, clock, _| format!("{date} {clock},10")),
            "another factor",
        );
    }
    for (head, row) in [("K", "40"), ("Factor", "40"), ("CT", "200/5"), ("TI", "40")] {
        let text = ten(&format!("Time,kWh,{head}"), |d, c, _| format!("{d} {c},10,{row}"));
        assert_eq!(read(&text), Err(Refusal::Ratio { said: format!("{head} = {row}") }));
    }
    for head in ["K", "Factor", "Ratio"] {
        is_ten(&ten(&format!("Time,kWh,{head}"), |d, c, _| format!("{d} {c},10,1")));
    }
}

#[test]
fn numbers_above_the_table_that_change_nothing_are_told() {
    for (preamble, told) in [
        ("Meter 4711", Some("Meter 4711")),
        ("Factory 2", Some("Factory 2")),
        ("Power factor 0.95", Some("Power factor 0.95")),
        ("Contract demand,500 kW", Some("Contract demand 500 kW")),
        ("户号,3201234567", Some("户号 3201234567")),
        ("Meter constant 1600 imp/kWh", Some("Meter constant 1600 imp/kWh")),
        ("Period: 2025-01-01 to 2025-12-31", None),
        ("Plant A", None),
    ] {
        let meter = is_ten(&ten(&format!("{preamble}\nTime,kWh"), |d, c, _| format!("{d} {c},10")));
        let account = said(&meter);
        match told {
            Some(told) => assert!(
                account.contains(&format!("Not considered, above the table: {told}.")),
                "{account}"
            ),
            None => assert!(!account.contains("Not considered"), "{account}"),
        }
    }
}

#[test]
fn units_that_contradict_each_other_are_asked_for() {
    for (above, head) in [
        ("Unit: MWh", "kWh"),
        ("Unit: W", "kWh"),
        ("Einheit;MWh", "Verbrauch kWh"),
        ("All figures in MWh", "Energy (kWh)"),
        ("单位：万千瓦时", "电量(千瓦时)"),
        ("Unit: kWh", "Power (kW)"),
    ] {
        refused_soon(
            &ten(&format!("{above}\nTime;{head}"), |d, c, _| format!("{d} {c};10")),
            "Keep the unit that is right",
        );
    }
    for (above, head) in [
        ("Unit: kWh", "kWh"),
        ("Unit: kWh", "用电量(千瓦时)"),
        ("W Europe plant", "kWh"),
        ("Unit: kWh", "Value"),
    ] {
        is_ten(&ten(&format!("{above}\nTime;{head}"), |d, c, _| format!("{d} {c};10")));
    }
}

#[test]
fn a_head_with_a_factor_or_a_unit_per_something_is_refused() {
    for head in [
        "kWh (K=40)",
        "kWh/40",
        "Energy 0.1kWh",
        "Energy 0.1 kWh",
        "10kWh",
        "Register 1/2 kWh",
        "Consumption (kWh/day)",
        "Consumption (kWh/m²)",
        "kWh per day",
        "kWh/t",
        "电量(kWh/日)",
        "Energy 100 kWh",
    ] {
        refused_soon(
            &ten(&format!("Time,{head}"), |date, clock, _| format!("{date} {clock},10")),
            "is not known here",
        );
    }
    for head in [
        "kWh/h",
        "kWh/hour",
        "kWh/h (60 min)",
        "kWh / 60 min",
        "kWh/60min",
        "kWh/interval",
        "kWh per interval",
        "用电量/kWh",
        "电量(kWh/千瓦时)",
        "Meter 2 kWh",
        "Line 10 kWh",
        "Factory kWh",
        "Channel 0 kWh",
        "1-0:1.8.0 kWh",
        "kW h",
    ] {
        is_ten(&ten(&format!("Time,{head}"), |date, clock, _| format!("{date} {clock},10")));
    }
    is_ten(&ten("Time,Energy (k Wh)", |d, c, _| format!("{d} {c},10")));
    is_ten(&ten("Time,Energy (M Wh)", |d, c, _| format!("{d} {c},0.01")));
    is_ten(&ten("Time,Off-peak Wh", |d, c, _| format!("{d} {c},10000")));
    // A unit right above readings without heads.
    is_ten(&ten("Unit: MWh", |d, c, _| format!("{d} {c},0.01")));
    // Energy an hour is power: 10 kWh/h in steps of a quarter.
    is_ten(&rows_of("Time,kWh/h", 15, |date, clock, _, _| format!("{date} {clock},10")));
}

#[test]
fn a_cover_sheet_is_read_for_factors_and_numbers() {
    let book = |label: &str, number: f64| {
        let mut book = rust_xlsxwriter::Workbook::new();
        let cover = book.add_worksheet().set_name("Cover").unwrap();
        cover.write(0, 0, label).unwrap();
        cover.write(0, 1, number).unwrap();
        let sheet = book.add_worksheet().set_name("Data").unwrap();
        sheet.write(0, 0, "Time").unwrap();
        sheet.write(0, 1, "kWh").unwrap();
        let format = rust_xlsxwriter::Format::new().set_num_format("yyyy-mm-dd hh:mm");
        for row in 1_u32..1000 {
            let at = 45_658.0 + f64::from(row - 1) / 24.0;
            sheet.write_with_format(row, 0, at, &format).unwrap();
            sheet.write(row, 1, 10.0).unwrap();
        }
        let import = find("pv-payback").unwrap().file_import.unwrap();
        let told = import.read("meter_hours", book.save_to_buffer().unwrap(), &mut |_| {});
        let reader = Reader::default();
        match told {
            Ok(file) => file.account.iter().map(|line| reader.phrase(line)).collect(),
            Err(why) => vec![reader.phrase(&why)],
        }
        .join(" ")
    };
    for label in ["Factor", "K", "倍率", "Multiplier"] {
        let said = book(label, 40.0);
        assert!(said.starts_with(&format!("The sheet Cover has a factor ({label} 40)")), "{said}");
    }
    assert!(book("Meter", 4711.0).contains("Not considered, on the sheet Cover: Meter 4711."));
    assert!(!book("Factor", 1.0).contains("has a factor"));
}

#[test]
fn a_day_of_nem12_has_as_many_values_as_its_step_makes() {
    for (said, values, fits) in
        [(60, 30, false), (30, 60, false), (30, 15, false), (5, 30, false), (30, 30, true)]
    {
        for (quality, letter) in [("A", true), ("S14", true), ("V", true), ("", false)] {
            let text = nem12(values, "KWH", 1.0, &[("E1", 1.0)], quality)
                .replace(&format!("KWH,{values},"), &format!("KWH,{said},"));
            let text = if letter { text } else { text.replace(",,,,20260101000000,", "") };
            if fits {
                is_nearly_the_year(&of(&text), 1e-4);
            } else {
                let found = 1440 / values;
                let refusal = Refusal::StepAndCount { line: 3, minutes: said, values: found };
                assert_eq!(read(&text), Err(refusal), "{said} {values} {quality}");
            }
        }
    }
}

#[test]
fn the_least_and_the_largest_of_a_step_are_not_the_use() {
    for head in
        ["Max kW,Min kW", "Min kW,Max kW", "最大功率(kW),最小功率(kW)", "Pmax (kW),P_min (kW)"]
    {
        refused_soon(
            &ten(&format!("Time,{head}"), |d, c, at| format!("{d} {c},{},{}", 12 + at % 3, 8)),
            " · ",
        );
    }
    for (head, row) in [
        ("Avg kW,Min kW", "10,8"),
        ("Max kW,Avg kW,Min kW", "12,10,8"),
        ("Min kW,Mean kW,Max kW", "8,10,12"),
        ("kWh (15 min)", "10"),
    ] {
        is_ten(&ten(&format!("Time,{head}"), |d, c, _| format!("{d} {c},{row}")));
    }
}

#[test]
fn what_is_not_electricity_or_not_measured_is_not_taken() {
    for head in [
        "Gas kWh",
        "Erdgas (kWh)",
        "Forecast kWh",
        "Planned kWh",
        "Steam kWh",
        "District heat kWh",
        "天然气(kWh)",
        "预测电量(kWh)",
        "Budget energy kWh",
    ] {
        refused_soon(
            &ten(&format!("Time,{head}"), |d, c, _| format!("{d} {c},10")),
            "No column holds the electricity used",
        );
        let meter =
            is_ten(&ten(&format!("Time,{head},Grid kWh"), |d, c, _| format!("{d} {c},3,10")));
        assert!(said(&meter).contains(&format!("Columns left out: {head}.")), "{}", said(&meter));
    }
}

#[test]
fn numbers_that_stand_for_nothing_are_missing() {
    for nothing in ["-9999", "-999", "-99999", "-9999.0", "-999.9"] {
        let meter = is_ten(&ten("Time,kWh", |date, clock, _| {
            let missing = date == "2025-05-05";
            format!("{date} {clock},{}", if missing { nothing } else { "10" })
        }));
        assert_eq!((meter.found.gaps, meter.found.negative), (24, 0), "{nothing}");
    }
}

#[test]
fn days_outside_the_year_that_is_taken_are_told() {
    let meter = of(&long("Time,kWh", &days(2022, 730), 60, false, plain));
    is_the_year(&meter);
    let account = said(&meter);
    assert!(
        account.contains("The file runs from 2022-01-01 to 2023-12-31; 365 days of it outside"),
        "{account}"
    );
    let one = of(&long("Time,kWh", &days(2025, 365), 60, false, plain));
    assert!(!said(&one).contains("The file runs"));
}

#[test]
fn sums_are_left_out_and_told() {
    let text = long("Time,kWh", &days(2025, 365), 60, false, plain);
    let meter = of(&format!("{text}Total,123456\n"));
    is_the_year(&meter);
    assert!(said(&meter).contains("Left out, below the readings: Total 123456."));
    // A sum of each day, before or behind its hours: 365 rows with a date alone.
    for behind in [true, false] {
        let with_sums = long("Time,kWh", &days(2025, 365), 60, false, |date, clock, value| {
            let row = format!("{date} {clock},{value}");
            match (clock.as_str(), behind) {
                ("23:00", true) => format!("{row}\n{date},1234"),
                ("00:00", false) => format!("{date},1234\n{row}"),
                _ => row,
            }
        });
        let meter = of(&with_sums);
        is_the_year(&meter);
        assert_eq!((meter.found.sums, meter.found.repeated), (365, 0));
        assert!(said(&meter).contains("as sums of a day: 365"), "{}", said(&meter));
    }
    // A midnight whose time is not shown is a reading.
    let bare = long("Time,kWh", &days(2025, 365), 60, false, |date, clock, value| {
        if clock == "00:00" { format!("{date},{value}") } else { format!("{date} {clock},{value}") }
    });
    let meter = of(&bare);
    is_the_year(&meter);
    assert_eq!(meter.found.sums, 0);
}

/// Whatever is read holds what it promises.
fn keeps_its_promise(text: &str) -> Result<(), TestCaseError> {
    if let Ok(meter) = read(text) {
        prop_assert_eq!(meter.hours.len(), 8760);
        prop_assert!(meter.hours.iter().all(|hour| hour.is_finite() && *hour >= 0.0));
        prop_assert_eq!(meter.hours.iter().sum::<f64>(), meter.found.annual_kwh);
        prop_assert!(meter.found.days >= 28 && meter.found.filled_days <= 365 - 28);
        prop_assert!(mean_day(&meter.hours).iter().all(|hour| hour.is_finite() && *hour >= 0.0));
    }
    Ok(())
}

/// A short file of some shape.
fn shape(which: usize) -> String {
    let dates = days(2024, 40);
    match which % 6 {
        0 => long("Timestamp,Consumption (kWh)", &dates, 60, false, plain),
        1 => long("日期\t时间\t总有功(kW)", &dates, 60, true, |date, clock, value| {
            format!("{date}\t{clock}\t{value}")
        }),
        2 => long("Datum;kWh", &dates, 60, false, |date, clock, value| {
            format!("{date} {clock};\"{}\"", value.to_string().replace('.', ","))
        }),
        3 => long("", &dates, 60, false, |date, clock, value| {
            format!("{},{},{value}", date.replace('-', ""), clock.replace(':', ""))
        }),
        4 => wide("日期,00:00", 24, ",").lines().take(60).collect::<Vec<_>>().join("\r\n"),
        _ => long("Date,Hour,kWh", &dates, 60, false, |date, clock, value| {
            let (year, rest) = date.split_at(4);
            format!("{}{year},{},{value}", rest[1..].replace('-', "/") + "/", &clock[..2])
        }),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>(), marked in "[0-9,;:./\\-\"\t\nTkWh年月日时 e+]{0,400}") {
        keeps_its_promise(&text)?;
        keeps_its_promise(&marked)?;
    }

    #[test]
    fn a_damaged_file_is_read_or_refused(
        which in 0_usize..6,
        places in prop::collection::vec((0.0..1.0_f64, 0_usize..8, "[0-9,;:./\\-\"\t\nTkWe年 ]{1,6}"), 0..12),
    ) {
        let mut lines: Vec<String> = shape(which).lines().map(str::to_owned).collect();
        for (share, how, put) in places {
            if lines.is_empty() {
                break;
            }
            let at = (share * share * lines.len() as f64) as usize; // the head more than the rest
            match how {
                0 => { lines.remove(at); }
                1 => lines.insert(at, put),
                2 => lines[at].push_str(&put),
                3 => lines[at].insert_str(0, &put),
                4 => { let copy = lines[at].clone(); lines.push(copy); }
                5 => lines.truncate(at + 1),
                6 => lines[at] = lines[at].replace(['0', '1'], &put),
                _ => lines[at] = lines[at].replace("202", &put),
            }
        }
        keeps_its_promise(&lines.join("\n"))?;
    }

    #[test]
    fn a_file_with_damaged_values_keeps_its_promise(
        which in 0_usize..6,
        values in prop::collection::vec((0_usize..900, prop::sample::select(vec!["-1", "0", "1e11", "-1e11", "", "NaN", "1e-300", "999999999999"])), 0..20),
    ) {
        let mut lines: Vec<String> = shape(which).lines().map(str::to_owned).collect();
        for (at, value) in values {
            let at = 1 + at % (lines.len() - 1);
            if let Some(end) = lines[at].rfind([',', ';', '\t']) {
                lines[at].truncate(end + 1);
                lines[at].push_str(value);
            }
        }
        let text = lines.join("\n");
        keeps_its_promise(&text)?;
    }
}
