//! Weather files: EPW, TMY3 and the hourly CSV of PVGIS, read into 8,760 hours of the place's own clock. Files lie: their light may stand half an
//! hour or an hour beside the sun, and their diffuse and direct light may not add up to the global. Both are looked for and said.

use super::position::{Day, Place, Sun};
use super::weather::{Climate, DAYS, Measured, split_hour};
use crate::units::packed::HOURS;
use crate::words::{Arg, Phrase, Text, phrase, text};
use std::borrow::Cow;

/// Largest text that is read, bytes: sixteen years of hours take ten million.
pub const LARGEST: usize = 24_000_000;
/// Hours that may be missing, of 8,760.
pub const MOST_MISSING: usize = 438;
/// Light that lies less beside the sun than this is left alone, h.
const CLOCK_SLACK: f64 = 0.25;
/// Time stamps are off by up to this, h: starts, ends or middles of hours, summer time. Beyond it the time zone is wrong.
const MOST_MOVED_H: f64 = 1.5;
/// Light spread more evenly over the day than this says nothing of the clock: 0 is even, 1 is all in one moment. A year in the Arctic has 0.6.
const LEAST_PEAKED: f64 = 0.3;
/// Time zones in use that are no whole hours, but for that of a few villages.
const BROKEN_ZONES: [f64; 10] = [-9.5, -3.5, 3.5, 4.5, 5.5, 5.75, 6.5, 9.5, 10.5, 12.75];
/// How much the time zone of the longitude counts against the light, h per h: it decides between two that fit about equally.
const LONGITUDE_WEIGHT: f64 = 0.05;
/// Rms by which diffuse and direct light of a month may miss the global, kW/m².
const CLOSURE_SLACK: f64 = 0.08;
/// Light above which closure is looked at, kW/m².
const BRIGHT: f64 = 0.05;

/// The sine of the height in the middle of an hour below which the sun gives next to no light in any part of it.
const NIGHT: f64 = -0.05;
/// A share of the year's light at night by which the latitude is wrong, if across the equator it has so many times less.
const LIGHT_AT_NIGHT: f64 = 0.002;
const TIMES_LESS: f64 = 3.0;

/// What a file is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Format {
    /// EnergyPlus weather.
    Epw,
    /// Typical year of the United States.
    Tmy3,
    /// PVGIS, hourly or typical year.
    Pvgis,
}

impl Format {
    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Epw => "EPW",
            Self::Tmy3 => "TMY3",
            Self::Pvgis => "PVGIS",
        }
    }
}

/// A year of hours from a file.
#[derive(Clone, PartialEq, Debug)]
pub struct File {
    /// What it is.
    pub format: Format,
    /// The place as the file names it.
    pub name: String,
    /// Where it is.
    pub place: Place,
    /// Each hour of the year from midnight of 1 January by the clock of the place.
    pub hours: Vec<Measured>,
    /// What was found.
    pub found: Found,
}

/// What was found in a file.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Found {
    /// Rows of data.
    pub rows: usize,
    /// First and last year in it.
    pub years: (u16, u16),
    /// Records of an hour where there are several; their mean is taken. Else 1.
    pub records: usize,
    /// Hours that have more records than the others, as in files glued together.
    pub repeated: usize,
    /// The time zone, where the light shows that the head's is not that of the hours.
    pub zone: Option<Zone>,
    /// By how much its light lies after the sun, h; below zero before it.
    pub late_h: f64,
    /// By how much it was moved, h.
    pub moved_h: f64,
    /// The light does not follow the sun, so its clock cannot be checked.
    pub no_clock: bool,
    /// The share of the year's light that falls at night here and by day at the same latitude across the equator, where it shows that the seasons are
    /// those of there.
    pub across_the_equator: Option<f64>,
    /// Rms by which diffuse and direct light miss the global in the worst month, kW/m²; none where the file has not all three.
    pub closure: Option<f64>,
    /// Whether diffuse light was worked out from the global, because the file has none or its own does not add up.
    pub split: bool,
    /// Hours that were missing and are taken from the days around.
    pub filled: usize,
    /// Rows of 29 February that were left out.
    pub leap: usize,
    /// Light of the year on a level square metre, kWh/m².
    pub annual: f64,
}

/// A time zone in the head of a file that its light contradicts.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Zone {
    /// What the head says, h ahead of UTC.
    pub head_h: f64,
    /// What the light fits, h ahead of UTC.
    pub light_h: f64,
    /// The head is right for the longitude, so the hours were moved to its zone. Else the zone of the light is taken for the place.
    pub moved: bool,
}

/// Why a file is not taken.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// Too long.
    TooLarge,
    /// None of the formats.
    NotWeather,
    /// No latitude, longitude and clock where they should stand.
    BadPlace,
    /// A column is missing.
    NoColumn(&'static str),
    /// Not a number, or not possible: line and column.
    BadValue(usize, &'static str),
    /// A date that is none: line.
    BadDate(usize),
    /// Light on a tilted plane.
    Tilted,
    /// Too few hours of a year: how many there are.
    TooFewHours(usize),
    /// A column without values in too many hours: how many of them.
    NoValues(&'static str, usize),
    /// No light in all of it.
    NoLight,
}

impl Refusal {
    /// What to tell the person.
    pub fn message(&self) -> Phrase {
        let count = |count: usize| Arg::Count(u32::try_from(count).unwrap_or(u32::MAX));
        match self {
            Self::TooLarge => text("This file is larger than any year of hours.", "文件过大，不可能是一年的逐时数据。").into(),
            Self::NotWeather => {
                text("This is no weather file that is known here: EPW, TMY3, or hourly CSV of PVGIS.", "无法识别为气象文件：支持 EPW、TMY3 与 PVGIS 逐时 CSV。")
                    .into()
            }
            Self::BadPlace => text("The head of this file does not say latitude, longitude and time zone.", "文件头缺少经纬度或时区。").into(),
            Self::NoColumn(column) => phrase(text("This file has no column “{0}”.", "文件缺少列“{0}”。"), [Arg::Name((*column).to_owned())]),
            Self::BadValue(line, column) => {
                phrase(text("Line {0}: “{1}” is no possible value.", "第 {0} 行：“{1}”的值无效。"), [count(*line), Arg::Name((*column).to_owned())])
            }
            Self::BadDate(line) => phrase(text("Line {0}: this is no date and hour.", "第 {0} 行：日期或时刻无效。"), [count(*line)]),
            Self::Tilted => text(
                "This PVGIS file is for a tilted plane. Ask PVGIS for slope 0, or for its typical year (TMY).",
                "该 PVGIS 文件为倾斜面数据。请选择倾角 0 或典型气象年（TMY）。",
            )
            .into(),
            Self::TooFewHours(found) => {
                phrase(text("Only {0} of the 8,760 hours of a year are in this file.", "一年 8 760 小时中，文件只有 {0} 小时。"), [count(*found)])
            }
            Self::NoValues(column, hours) => phrase(
                text("“{0}” has no values in {1} of the 8,760 hours of a year.", "一年 8 760 小时中，“{0}”有 {1} 小时没有数值。"),
                [Arg::Name((*column).to_owned()), count(*hours)],
            ),
            Self::NoLight => text("There is no light in this file.", "文件中没有辐射数据。").into(),
        }
    }
}

/// A row as it stands in a file: when, light (kW/m²), air (°C) and wind (m/s); none where the file marks a value as missing.
struct Row {
    year: u16,
    month: usize,
    day: usize,
    hour: usize,
    global: Option<f64>,
    beam: Option<f64>,
    diffuse: Option<f64>,
    air_c: Option<f64>,
    wind: Option<f64>,
}

/// Where a format has its columns.
struct Columns {
    global: usize,
    beam: Option<usize>,
    diffuse: Option<usize>,
    air: usize,
    wind: usize,
}

/// Reads a weather file.
///
/// # Errors
/// Why it is not taken, with the line where there is one.
pub fn read(text: &str) -> Result<File, Refusal> {
    if text.len() > LARGEST {
        return Err(Refusal::TooLarge);
    }
    let text = text.trim_start_matches('\u{feff}');
    // Lines that end with a carriage return alone, as of old Macs and some loggers.
    let text =
        if text.contains('\n') { Cow::Borrowed(text) } else { text.replace('\r', "\n").into() };
    let text = text.as_ref();
    let first = text.lines().next().unwrap_or_default();
    let second = text.lines().nth(1).unwrap_or_default();
    if first.get(..9).is_some_and(|head| head.eq_ignore_ascii_case("LOCATION,")) {
        epw(text)
    } else if second.starts_with("Date (MM/DD/YYYY)") {
        tmy3(text)
    } else if let Some(head) = text
        .lines()
        .take(60)
        .position(|line| line.starts_with("time,") || line.starts_with("time(UTC),"))
    {
        pvgis(text, head)
    } else {
        Err(Refusal::NotWeather)
    }
}

fn cell<'a>(cells: &[&'a str], place: usize) -> &'a str {
    cells.get(place).copied().unwrap_or_default().trim().trim_matches('"')
}

fn number(cells: &[&str], place: usize) -> Option<f64> {
    cell(cells, place).parse::<f64>().ok().filter(|number| number.is_finite())
}

/// A value between two ends; none where it is marked as missing.
fn value(
    cells: &[&str],
    place: usize,
    missing: impl Fn(f64) -> bool,
    ends: (f64, f64),
    refusal: Refusal,
) -> Result<Option<f64>, Refusal> {
    match number(cells, place) {
        Some(number) if missing(number) => Ok(None),
        Some(number) if (ends.0..=ends.1).contains(&number) => Ok(Some(number)),
        _ => Err(refusal),
    }
}

/// Light, kW/m², of a column in W/m²; a little below zero is none.
fn light(
    cells: &[&str],
    place: usize,
    line: usize,
    name: &'static str,
) -> Result<Option<f64>, Refusal> {
    let found = value(
        cells,
        place,
        |number| !(-900.0..9999.0).contains(&number),
        (-20.0, 1500.0),
        Refusal::BadValue(line, name),
    )?;
    Ok(found.map(|watts| watts.max(0.0) / 1000.0))
}

fn place(
    latitude: Option<f64>,
    longitude: Option<f64>,
    offset: Option<f64>,
) -> Result<Place, Refusal> {
    let within = |number: Option<f64>, low: f64, high: f64| {
        number.filter(|number| (low..=high).contains(number)).ok_or(Refusal::BadPlace)
    };
    Ok(Place {
        latitude_deg: within(latitude, -90.0, 90.0)?,
        longitude_deg: within(longitude, -180.0, 180.0)?,
        utc_offset_h: within(offset, -12.0, 14.0)?,
    })
}

fn shortened(name: &str) -> String {
    name.trim().trim_matches('"').chars().take(60).collect()
}

/// Values of a row, where its columns are known.
fn row_of(
    cells: &[&str],
    columns: &Columns,
    line: usize,
    (year, month, day, hour): (u16, usize, usize, usize),
) -> Result<Row, Refusal> {
    let optional = |place: Option<usize>, name: &'static str| {
        place.map_or(Ok(None), |place| light(cells, place, line, name))
    };
    Ok(Row {
        year,
        month,
        day,
        hour,
        global: light(cells, columns.global, line, "GHI")?,
        beam: optional(columns.beam, "DNI")?,
        diffuse: optional(columns.diffuse, "DHI")?,
        air_c: value(
            cells,
            columns.air,
            |number| !(-99.0..99.0).contains(&number),
            (-90.0, 70.0),
            Refusal::BadValue(line, "temperature"),
        )?,
        wind: value(
            cells,
            columns.wind,
            |number| !(0.0..999.0).contains(&number),
            (0.0, 110.0),
            Refusal::BadValue(line, "wind"),
        )?,
    })
}

/// Turns the hours of rows, with their minutes, into the hours of the day that they lie in. Labels are ends: 1 to 24, 00:30 to 24:00. With a
/// 0 and no 24 they are starts: 0 to 23. `within`: minutes only count within an hour, as in an EPW, whose hour 1 is the first with any minute.
fn label_hours(rows: &mut [(Row, usize)], within: bool) {
    let midnight = |row: &(Row, usize), hour: usize| row.0.hour == hour && row.1 == 0;
    let ends_at_24 = rows.iter().any(|row| row.0.hour == 24);
    let starts = if within {
        rows.iter().any(|row| row.0.hour == 0) && !ends_at_24
    } else {
        rows.iter().any(|row| midnight(row, 0)) && !ends_at_24
    };
    let by_the_clock = !within || rows.iter().any(|row| row.0.hour == 0);
    for (row, minute) in rows {
        row.hour = match (starts, by_the_clock) {
            (true, _) => row.hour,
            (false, true) => (60 * row.hour + *minute).saturating_sub(1) / 60,
            (false, false) => row.hour.saturating_sub(1),
        };
    }
}

/// The rows alone.
fn labelled(mut rows: Vec<(Row, usize)>, within: bool) -> Vec<Row> {
    label_hours(&mut rows, within);
    rows.into_iter().map(|(row, _)| row).collect()
}

fn epw(text: &str) -> Result<File, Refusal> {
    let head: Vec<&str> = text.lines().next().unwrap_or_default().split(',').collect();
    let at = place(number(&head, 6), number(&head, 7), number(&head, 8))?;
    let columns = Columns { global: 13, beam: Some(14), diffuse: Some(15), air: 6, wind: 21 };
    let data = text
        .lines()
        .position(|line| {
            line.get(..12).is_some_and(|head| head.eq_ignore_ascii_case("DATA PERIODS"))
        })
        .ok_or(Refusal::NotWeather)?;
    let mut rows = Vec::new();
    for (index, line) in
        text.lines().enumerate().skip(data + 1).filter(|(_, line)| !line.trim().is_empty())
    {
        let cells: Vec<&str> = line.split(',').take(23).collect();
        let whole = |place: usize| cell(&cells, place).parse::<usize>().ok();
        let date = (|| {
            Some((
                cell(&cells, 0).parse().ok()?,
                whole(1)?,
                whole(2)?,
                whole(3).filter(|hour| *hour <= 24)?,
            ))
        })();
        rows.push((
            row_of(&cells, &columns, index + 1, date.ok_or(Refusal::BadDate(index + 1))?)?,
            whole(4).unwrap_or(0),
        ));
    }
    assemble(Format::Epw, shortened(cell(&head, 1)), at, labelled(rows, true), 0)
}

fn tmy3(text: &str) -> Result<File, Refusal> {
    let mut lines = text.lines();
    let head: Vec<&str> = lines.next().unwrap_or_default().split(',').collect();
    let at = place(number(&head, 4), number(&head, 5), number(&head, 3))?;
    let names: Vec<&str> = lines.next().unwrap_or_default().split(',').collect();
    let column = |name: &'static str| names.iter().position(|one| one.trim() == name);
    let needed = |name: &'static str| column(name).ok_or(Refusal::NoColumn(name));
    let columns = Columns {
        global: needed("GHI (W/m^2)")?,
        beam: column("DNI (W/m^2)"),
        diffuse: column("DHI (W/m^2)"),
        air: needed("Dry-bulb (C)")?,
        wind: needed("Wspd (m/s)")?,
    };
    let mut rows = Vec::new();
    for (index, line) in
        text.lines().enumerate().skip(2).filter(|(_, line)| !line.trim().is_empty())
    {
        let cells: Vec<&str> = line.split(',').take(80).collect();
        let date = (|| {
            let mut parts = cell(&cells, 0).split('/');
            let (month, day, year) = (
                parts.next()?.parse().ok()?,
                parts.next()?.parse().ok()?,
                parts.next()?.parse().ok()?,
            );
            let (hour, minute) = cell(&cells, 1).split_once(':').unwrap_or((cell(&cells, 1), "0"));
            Some((
                (year, month, day, hour.parse().ok().filter(|hour| *hour <= 24)?),
                minute.parse().ok()?,
            ))
        })();
        let (date, minute) = date.ok_or(Refusal::BadDate(index + 1))?;
        rows.push((row_of(&cells, &columns, index + 1, date)?, minute));
    }
    assemble(Format::Tmy3, shortened(cell(&head, 1)), at, labelled(rows, false), 0)
}

fn pvgis(text: &str, head: usize) -> Result<File, Refusal> {
    let said = |name: &str| {
        let line =
            text.lines().take(head).find(|line| line.to_ascii_lowercase().starts_with(name))?;
        let value = line.split_once(':')?.1.trim();
        value
            .split(|letter: char| letter.is_whitespace() || letter == ',')
            .next()?
            .parse::<f64>()
            .ok()
    };
    let longitude = said("longitude");
    let offset = longitude.map(|longitude| (longitude / 15.0).round());
    let at = place(said("latitude"), longitude, offset)?;
    let names: Vec<&str> =
        text.lines().nth(head).unwrap_or_default().split(',').map(str::trim).collect();
    let column = |name: &str| names.iter().position(|one| *one == name);
    let typical = column("G(h)");
    if typical.is_none() && said("slope").is_some_and(|slope| slope.abs() > 1e-9) {
        return Err(Refusal::Tilted);
    }
    let components = [column("Gb(i)"), column("Gd(i)"), column("Gr(i)")];
    let air = column("T2m").ok_or(Refusal::NoColumn("T2m"))?;
    let wind = column("WS10m").ok_or(Refusal::NoColumn("WS10m"))?;
    let (global, parts) = match (typical.or_else(|| column("G(i)")), components) {
        (Some(global), _) => (global, None),
        (None, [Some(beam), Some(diffuse), _]) => (beam, Some((beam, diffuse))),
        _ => return Err(Refusal::NoColumn("G(i)")),
    };
    let columns = Columns {
        global,
        beam: column("Gb(n)"),
        diffuse: column("Gd(h)").or(parts.map(|parts| parts.1)),
        air,
        wind,
    };
    let mut rows = Vec::new();
    for (index, line) in text.lines().enumerate().skip(head + 1) {
        if !line.starts_with(|letter: char| letter.is_ascii_digit()) {
            break; // the legend begins
        }
        let cells: Vec<&str> = line.split(',').take(20).collect();
        let stamp = cell(&cells, 0);
        let part = |from: usize, to: usize| stamp.get(from..to)?.parse::<usize>().ok();
        let date = (|| {
            Some((
                stamp.get(..4)?.parse().ok()?,
                part(4, 6)?,
                part(6, 8)?,
                part(9, 11).filter(|hour| *hour < 24)?,
            ))
        })();
        let mut row =
            row_of(&cells, &columns, index + 1, date.ok_or(Refusal::BadDate(index + 1))?)?;
        if parts.is_some() {
            row.global = row.global.zip(row.diffuse).map(|(beam, diffuse)| beam + diffuse); // level: the beam is the horizontal one
        }
        rows.push(row);
    }
    #[allow(clippy::cast_possible_truncation, reason = "−12 to 14")]
    let ahead = at.utc_offset_h as i32;
    assemble(
        Format::Pvgis,
        format!("{:.3}°, {:.3}°", at.latitude_deg, at.longitude_deg),
        at,
        rows,
        ahead,
    )
}

/// An hour of the year with everything the file says of it.
#[derive(Clone, Copy)]
struct Whole {
    global: f64,
    beam: Option<f64>,
    diffuse: Option<f64>,
    air_c: f64,
    wind: f64,
}

/// Days of the year before a month.
fn before(month: usize) -> usize {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "days of a year")]
    let days = DAYS.iter().take(month).sum::<f64>() as usize;
    days
}

/// A mean of records as they come.
#[derive(Clone, Copy, Default)]
struct Mean {
    sum: f64,
    count: f64,
}

impl Mean {
    fn add(&mut self, value: Option<f64>) {
        if let Some(value) = value {
            self.sum += value;
            self.count += 1.0;
        }
    }

    fn value(self) -> Option<f64> {
        (self.count > 0.0).then(|| self.sum / self.count)
    }
}

/// The records of an hour: global, beam and diffuse light, air, wind.
#[derive(Clone, Copy)]
struct Records {
    year: u16,
    count: usize,
    means: [Mean; 5],
}

impl Records {
    fn whole(&self) -> Option<Whole> {
        let [global, beam, diffuse, air_c, wind] = self.means.map(Mean::value);
        Some(Whole { global: global?, beam, diffuse, air_c: air_c?, wind: wind? })
    }
}

/// How many records most hours have, and how many hours have more.
fn per_hour(year: &[Option<Records>]) -> (usize, usize) {
    let mut counts: Vec<usize> = year.iter().flatten().map(|records| records.count).collect();
    counts.sort_unstable();
    let usual = counts.get(counts.len() / 2).copied().unwrap_or(1);
    (usual, counts.iter().filter(|count| **count > usual).count())
}

/// Refuses a column that most hours have no values of.
fn without_values(year: &[Option<Records>]) -> Result<(), Refusal> {
    for (place, name) in [(0, "GHI"), (3, "temperature"), (4, "wind")] {
        let empty =
            |records: &&Records| records.means.get(place).is_none_or(|mean| mean.value().is_none());
        let missing = year.iter().flatten().filter(empty).count();
        if missing > MOST_MISSING {
            return Err(Refusal::NoValues(name, missing));
        }
    }
    Ok(())
}

/// Makes a year of rows: of several years the most ordinary of each month, then gaps, clock and closure. `ahead`: hours that the place's clock is
/// ahead of the rows'.
fn assemble(
    format: Format,
    name: String,
    mut place: Place,
    rows: Vec<Row>,
    ahead: i32,
) -> Result<File, Refusal> {
    let mut found = Found { rows: rows.len(), ..Found::default() };
    found.years = (
        rows.iter().map(|row| row.year).min().unwrap_or(0),
        rows.iter().map(|row| row.year).max().unwrap_or(0),
    );
    let ordinary = ordinary_years(&rows, matches!(format, Format::Pvgis));
    let mut year: Vec<Option<Records>> = vec![None; HOURS];
    for row in rows {
        if (row.month, row.day) == (2, 29) {
            found.leap += 1;
            continue;
        }
        let Some(month) = row.month.checked_sub(1).filter(|month| *month < 12) else { continue };
        if ordinary.get(month).copied().flatten().is_some_and(|year| year != row.year) {
            continue;
        }
        let Some(day) = row
            .day
            .checked_sub(1)
            .filter(|day| DAYS.get(month).is_some_and(|days| (*day as f64) < *days))
        else {
            continue;
        };
        let place = (before(month) + day) * 24 + row.hour;
        let shifted = (i64::try_from(place).unwrap_or(0) + i64::from(ahead)).rem_euclid(8760);
        let Some(slot) = usize::try_from(shifted).ok().and_then(|slot| year.get_mut(slot)) else {
            continue;
        };
        let records =
            slot.get_or_insert(Records { year: row.year, count: 0, means: [Mean::default(); 5] });
        if records.year == row.year {
            records.count += 1;
            for (mean, value) in records.means.iter_mut().zip([
                row.global,
                row.beam,
                row.diffuse,
                row.air_c,
                row.wind,
            ]) {
                mean.add(value);
            }
        }
    }
    (found.records, found.repeated) = per_hour(&year);
    without_values(&year)?;
    let year: Vec<Option<Whole>> =
        year.iter().map(|records| records.as_ref().and_then(Records::whole)).collect();
    let there = year.iter().flatten().count();
    if there + MOST_MISSING < HOURS {
        return Err(Refusal::TooFewHours(there));
    }
    found.filled = HOURS - there;
    let mut year = filled(&year).ok_or(Refusal::TooFewHours(there))?;
    found.annual = year.iter().map(|hour| hour.global).sum();
    if found.annual <= 0.0 {
        return Err(Refusal::NoLight);
    }
    let late_h = late(&year, place);
    found.no_clock = late_h.is_none();
    found.late_h = late_h.unwrap_or_default();
    if found.late_h.abs() > MOST_MOVED_H + CLOCK_SLACK {
        let zone = fitting_zone(found.late_h, place);
        if zone.moved {
            #[allow(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "hours of a day"
            )]
            year.rotate_right((zone.head_h - zone.light_h).round().rem_euclid(24.0) as usize);
        } else {
            place.utc_offset_h = zone.light_h;
        }
        found.zone = Some(zone);
        found.late_h = late(&year, place).unwrap_or_default();
    }
    if found.late_h.abs() >= CLOCK_SLACK {
        found.moved_h = -0.5 * (found.late_h / 0.5).round();
        moved(&mut year, found.moved_h);
    }
    found.across_the_equator = across_the_equator(&year, place).filter(|_| !found.no_clock);
    found.closure = closure(&year, place);
    found.split = found.closure.is_some_and(|rms| rms > CLOSURE_SLACK)
        || year.iter().any(|hour| hour.diffuse.is_none());
    let hours = year
        .iter()
        .zip(suns(place))
        .map(|(hour, (sun, extraterrestrial))| {
            let diffuse = hour
                .diffuse
                .filter(|_| !found.split)
                .unwrap_or_else(|| split_hour(hour.global, sun.up, extraterrestrial).0);
            Measured {
                global: hour.global,
                diffuse: diffuse.clamp(0.0, hour.global),
                air_c: hour.air_c,
                wind_m_per_s: hour.wind,
            }
        })
        .collect();
    Ok(File { format, name, place, hours, found })
}

/// Of several years, for each month the one whose light is nearest to the mean of that month: whole years keep their dark and bright days, which
/// a mean of hours would not. None where each month has one year only.
fn ordinary_years(rows: &[Row], several: bool) -> [Option<u16>; 12] {
    let mut chosen = [None; 12];
    if !several {
        return chosen;
    }
    for (month, chosen) in chosen.iter_mut().enumerate() {
        let mut sums: Vec<(u16, f64)> = Vec::new();
        for row in rows.iter().filter(|row| row.month == month + 1) {
            match sums.iter_mut().find(|(year, _)| *year == row.year) {
                Some((_, sum)) => *sum += row.global.unwrap_or(0.0),
                None => sums.push((row.year, row.global.unwrap_or(0.0))),
            }
        }
        if sums.len() > 1 {
            let mean = sums.iter().map(|(_, sum)| sum).sum::<f64>() / sums.len() as f64;
            *chosen = sums
                .iter()
                .min_by(|a, b| (a.1 - mean).abs().total_cmp(&(b.1 - mean).abs()))
                .map(|(year, _)| *year);
        }
    }
    chosen
}

/// Missing hours take the mean of the same hour on the nearest days before and after.
fn filled(year: &[Option<Whole>]) -> Option<Vec<Whole>> {
    let there = |place: usize| year.get(place % HOURS).copied().flatten();
    let mut whole = Vec::with_capacity(HOURS);
    for (place, hour) in year.iter().enumerate() {
        let hour = match hour {
            Some(hour) => *hour,
            None => {
                let earlier = (1..=365).find_map(|days| there(place + HOURS - 24 * days))?;
                let later = (1..=365).find_map(|days| there(place + 24 * days))?;
                let both = |a: Option<f64>, b: Option<f64>| a.zip(b).map(|(a, b)| 0.5 * (a + b));
                Whole {
                    global: 0.5 * (earlier.global + later.global),
                    beam: both(earlier.beam, later.beam),
                    diffuse: both(earlier.diffuse, later.diffuse),
                    air_c: 0.5 * (earlier.air_c + later.air_c),
                    wind: 0.5 * (earlier.wind + later.wind),
                }
            }
        };
        whole.push(hour);
    }
    Some(whole)
}

/// The sun at the middle of each hour of the year, and the light outside the atmosphere.
fn suns(place: Place) -> impl Iterator<Item = (Sun, f64)> {
    (0..365_u16).flat_map(move |day| {
        let day = Day::of(f64::from(day) + 1.0);
        let arc = day.arc(place.latitude_deg);
        (0..24_u16).map(move |hour| {
            let solar = day.solar_time_h(place, f64::from(hour) + 0.5);
            (arc.at(solar), day.extraterrestrial_kw_per_m2())
        })
    })
}

/// How long after the sun the light of the year lies, h: the mean hour angle of its light, going round the day. None where the light does not
/// come and go with any hour.
fn late(year: &[Whole], place: Place) -> Option<f64> {
    let (mut east, mut north, mut all) = (0.0, 0.0, 0.0);
    for (hour, (sun, _)) in year.iter().zip(suns(place)) {
        east += hour.global * sun.hour_angle.sin();
        north += hour.global * sun.hour_angle.cos();
        all += hour.global;
    }
    (east.hypot(north) > LEAST_PEAKED * all).then(|| east.atan2(north).to_degrees() / 15.0)
}

/// The share of light that falls at night, where it would not at the same latitude across the equator: long days in the winter of the place.
fn across_the_equator(year: &[Whole], place: Place) -> Option<f64> {
    let at_night = |place: Place| {
        let hours = year.iter().zip(suns(place));
        let (night, all) = hours.fold((0.0, 0.0), |(night, all), (hour, (sun, _))| {
            (night + if sun.up < NIGHT { hour.global } else { 0.0 }, all + hour.global)
        });
        night / all
    };
    let here = at_night(place);
    let there = || at_night(Place { latitude_deg: -place.latitude_deg, ..place });
    (here > LIGHT_AT_NIGHT && here > TIMES_LESS * there()).then_some(here)
}

/// Hours from one time of day to another, −12 to 12.
fn around(hours: f64) -> f64 {
    (hours + 12.0).rem_euclid(24.0) - 12.0
}

/// The zone that the light of a place fits, among those in use. The place's own clock is the one of the two zones that is nearer to its
/// longitude: a head may carry a wrong zone, or the hours may stand in UTC under a head that is right.
fn fitting_zone(late_h: f64, place: Place) -> Zone {
    let of_longitude = place.longitude_deg / 15.0;
    let whole = (-12..=14_i8).map(f64::from);
    let misfit = |zone: f64| {
        around(place.utc_offset_h + late_h - zone).abs()
            + LONGITUDE_WEIGHT * (zone - of_longitude).abs()
    };
    let light_h = whole
        .chain(BROKEN_ZONES)
        .min_by(|one, other| misfit(*one).total_cmp(&misfit(*other)))
        .unwrap_or(place.utc_offset_h);
    let from_longitude = |zone: f64| around(zone - of_longitude).abs();
    Zone {
        head_h: place.utc_offset_h,
        light_h,
        moved: from_longitude(place.utc_offset_h) < from_longitude(light_h),
    }
}

/// Moves light by halves of an hour; its sum stays.
fn moved(year: &mut [Whole], by_h: f64) {
    #[allow(clippy::cast_possible_truncation, reason = "a few halves")]
    let halves = (by_h * 2.0).round() as i64;
    let old = year.to_vec();
    let at = |place: i64| old.get(usize::try_from(place.rem_euclid(8760)).unwrap_or(0)).copied();
    for (place, hour) in year.iter_mut().enumerate() {
        // Moved by −1.5 h, an hour takes half of what lay one hour later and half of what lay two later.
        let first = i64::try_from(place).unwrap_or(0) - halves.div_euclid(2);
        let second = if halves.rem_euclid(2) == 0 { first } else { first - 1 };
        if let (Some(a), Some(b)) = (at(first), at(second)) {
            let both = |a: Option<f64>, b: Option<f64>| a.zip(b).map(|(a, b)| 0.5 * (a + b));
            (hour.global, hour.beam, hour.diffuse) =
                (0.5 * (a.global + b.global), both(a.beam, b.beam), both(a.diffuse, b.diffuse));
        }
    }
}

/// Rms by which diffuse and direct light miss the global in the worst month; none where they are not all there.
fn closure(year: &[Whole], place: Place) -> Option<f64> {
    let (mut squares, mut count) = ([0.0; 12], [0.0; 12]);
    for (index, (hour, (sun, _))) in year.iter().zip(suns(place)).enumerate() {
        let (beam, diffuse) = (hour.beam?, hour.diffuse?);
        let day = index / 24;
        let month = (0..12).rev().find(|month| before(*month) <= day).unwrap_or(0);
        if hour.global > BRIGHT && sun.up > 0.1 {
            let missed = hour.global - diffuse - beam * sun.up;
            if let (Some(square), Some(count)) = (squares.get_mut(month), count.get_mut(month)) {
                *square += missed * missed;
                *count += 1.0;
            }
        }
    }
    squares
        .iter()
        .zip(count)
        .filter(|(_, count)| *count > 0.0)
        .map(|(square, count)| (square / count).sqrt())
        .fold(None, |worst, rms| Some(worst.map_or(rms, |worst: f64| worst.max(rms))))
}

/// Twelve monthly means of the hours of a year: what a link can carry.
pub fn means(hours: &[Measured]) -> Climate {
    let mut climate = Climate {
        global_kwh_per_m2_day: [0.0; 12],
        air_c: [0.0; 12],
        daily_range_k: [0.0; 12],
        wind_m_per_s: [0.0; 12],
    };
    for (month, days) in DAYS.into_iter().enumerate() {
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "days of a month"
        )]
        let of_month = hours.iter().skip(24 * before(month)).take(24 * days as usize);
        let all: Vec<&Measured> = of_month.collect();
        let mean = |get: fn(&Measured) -> f64| {
            all.iter().map(|hour| get(hour)).sum::<f64>() / (24.0 * days)
        };
        let range = all.chunks(24).map(|day| {
            let ends = day.iter().fold((f64::MAX, f64::MIN), |(low, high), hour| {
                (low.min(hour.air_c), high.max(hour.air_c))
            });
            ends.1 - ends.0
        });
        let sets: [(&mut [f64; 12], f64); 4] = [
            (&mut climate.global_kwh_per_m2_day, 24.0 * mean(|hour| hour.global)),
            (&mut climate.air_c, mean(|hour| hour.air_c)),
            (&mut climate.daily_range_k, range.sum::<f64>() / days),
            (&mut climate.wind_m_per_s, mean(|hour| hour.wind_m_per_s)),
        ];
        for (list, value) in sets {
            if let Some(slot) = list.get_mut(month) {
                *slot = value;
            }
        }
    }
    climate
}

impl File {
    /// What was found, sentence by sentence.
    pub fn account(&self) -> Vec<Phrase> {
        let count = |count: usize| Arg::Count(u32::try_from(count).unwrap_or(u32::MAX));
        let hours = |hours: f64| Arg::Name(format!("{:.2} h", hours.abs()));
        let f = &self.found;
        let mut all = vec![phrase(
            text(
                "{0}, {1}: {2} rows of {3} to {4}; {5} kWh/m² a year.",
                "{0}，{1}：{2} 行，{3}–{4} 年；年总辐射 {5} kWh/m²。",
            ),
            [
                Arg::Name(self.format.name().to_owned()),
                Arg::Name(self.name.clone()),
                count(f.rows),
                count(f.years.0.into()),
                count(f.years.1.into()),
                Arg::Name(format!("{:.0}", f.annual)),
            ],
        )];
        const LATE: Text = text(
            "Its light lies {0} after the sun; it was moved {1} earlier.",
            "辐射时标比太阳晚 {0}，已前移 {1}。",
        );
        const EARLY: Text = text(
            "Its light lies {0} before the sun; it was moved {1} later.",
            "辐射时标比太阳早 {0}，已后移 {1}。",
        );
        let zone = |hours: f64| {
            let minutes = (hours.abs() * 60.0).round();
            let rest = if minutes % 60.0 == 0.0 {
                String::new()
            } else {
                format!(":{:02}", minutes % 60.0)
            };
            Arg::Name(format!(
                "UTC{}{}{rest}",
                if hours < 0.0 { '−' } else { '+' },
                (minutes / 60.0).floor()
            ))
        };
        if let Some(found) = f.zone {
            const WRONG: Text = text(
                "Wrong time zone: the head says {0}, but the light fits {1}. {1} is used. If that is not the clock of the place, check the longitude and “Clock ahead of UTC”.",
                "时区有误：文件头为 {0}，而辐射与 {1} 相符，现按 {1} 计算。若与当地时间不符，请核对经度和“与 UTC 时差”。",
            );
            const MOVED: Text = text(
                "The hours are not on the clock of {0} that the head says: the light fits {1}. They were moved to {0}. If that is wrong, check “Clock ahead of UTC”.",
                "文件头的时区为 {0}，但各小时实为 {1}（与辐射相符），已换算为 {0}。若有误，请核对“与 UTC 时差”。",
            );
            all.push(phrase(
                if found.moved { MOVED } else { WRONG },
                [zone(found.head_h), zone(found.light_h)],
            ));
        }
        if let Some(share) = f.across_the_equator {
            let latitude = |degrees: f64| {
                let sign = if degrees < 0.0 { "−" } else { "" };
                Arg::Name(format!("{sign}{:.2}°", degrees.abs()))
            };
            all.push(phrase(
                text(
                    "Wrong latitude: at {0} the sun is down while {2} of the light falls; the seasons fit {1}. Check the sign of the latitude: it is used as it stands.",
                    "纬度有误：在 {0}，{2} 的辐射落在日落之后，季节与 {1} 相符。现按原值计算，请核对纬度正负号。",
                ),
                [
                    latitude(self.place.latitude_deg),
                    latitude(-self.place.latitude_deg),
                    Arg::Name(format!("{:.1} %", 100.0 * share)),
                ],
            ));
        }
        if f.records > 1 {
            all.push(phrase(
                text(
                    "It has {0} records an hour; their mean is used.",
                    "每小时 {0} 条记录，取平均值。",
                ),
                [count(f.records)],
            ));
        }
        if f.repeated > 0 {
            all.push(phrase(
                text(
                    "{0} hours have more records than the others; their mean is used.",
                    "{0} 个小时的记录多于其他小时，取平均值。",
                ),
                [count(f.repeated)],
            ));
        }
        if f.no_clock {
            all.push(
                text(
                    "Its light does not follow the sun, so its clock cannot be checked.",
                    "辐射不随太阳变化，无法检查时标。",
                )
                .into(),
            );
        } else if f.moved_h == 0.0 {
            all.push(phrase(
                text("Its clock agrees with the sun to {0}.", "时标与太阳相符，相差 {0}。"),
                [hours(f.late_h)],
            ));
        } else {
            all.push(phrase(
                if f.late_h > 0.0 { LATE } else { EARLY },
                [hours(f.late_h), hours(f.moved_h)],
            ));
        }
        match (f.closure, f.split) {
            (Some(rms), true) => all.push(phrase(
                text(
                    "Diffuse and direct light miss the global by {0} W/m² in a month: the sky's share is worked out from the global instead (Erbs).",
                    "散射与直射之和与总辐射不符（某月均方根 {0} W/m²）：改由总辐射推算散射（Erbs）。",
                ),
                [Arg::Name(format!("{:.0}", rms * 1000.0))],
            )),
            (Some(rms), false) => all.push(phrase(
                text("Diffuse and direct light add up to the global, to {0} W/m² in the worst month.", "散射与直射之和与总辐射相符（最差月均方根 {0} W/m²）。"),
                [Arg::Name(format!("{:.0}", rms * 1000.0))],
            )),
            (None, true) => all.push(text("The sky's share of the light is worked out from the global (Erbs).", "散射由总辐射推算（Erbs）。").into()),
            (None, false) => {}
        }
        if f.filled > 0 {
            all.push(phrase(
                text(
                    "{0} missing {0:hour is|hours are} taken from the days around.",
                    "缺失的 {0} 小时取相邻日补齐。",
                ),
                [count(f.filled)],
            ));
        }
        if f.leap > 0 {
            all.push(phrase(
                text(
                    "{0} {0:hour|hours} of 29 February {0:is|are} left out.",
                    "2 月 29 日的 {0} 小时未计。",
                ),
                [count(f.leap)],
            ));
        }
        all
    }
}
