//! A plant's use from the file of its meter: any table of times and values becomes the hours of one year, and what was found on the way is
//! told. Nothing is asked and nothing is thrown away in silence: a file is read, or refused with the line that stands in the way.

mod cells;
mod layout;
mod stamp;

use crate::words::{Arg, Phrase, phrase, text};
use cells::{Cell, Marks, cells, number};
use layout::{DAY, Layout};
use stamp::{date_of, day_number};

/// Hours of a year without 29 February.
pub const HOURS: usize = 8760;
/// Days with data below which nothing can be said of a year.
pub const FEWEST_DAYS: usize = 28;
/// Rows, and readings, a file may have: fifteen years of quarter hours.
pub const MOST_ROWS: usize = 600_000;
/// Characters a file may have.
pub const MOST_CHARACTERS: usize = 12_000_000;

/// A day with fewer hours counts as one without data.
const HOURS_OF_A_DAY: usize = 12;
/// A day with fewer hours is not complete; a change to summer time takes one.
const HOURS_OF_A_FULL_DAY: usize = 23;
/// Lines behind the last reading that may be sums and signatures.
const LONGEST_FOOTER: usize = 10;
/// Values above so many times the median are told.
const SPIKE: f64 = 20.0;
/// One reading in so many may differ from the rule: time stamps off the interval, or twice with different values.
const ONE_IN: usize = 20;
/// Half of a year of weeks: the same weekday is never further, going round.
const HALF_YEAR_OF_WEEKS: i32 = 26;

/// A year of hourly use.
#[derive(Clone, PartialEq, Debug)]
pub struct Meter {
    /// 8760 hours from midnight of 1 January by the plant's clock, kWh, finite and not negative; 29 February is left out.
    pub hours: Vec<f64>,
    /// What the file held and what was made of it.
    pub found: Found,
}

/// What a file held. Years, hours and days are those taken: of a longer file its last complete twelve months, else its last twelve months.
#[derive(Clone, PartialEq, Debug)]
pub struct Found {
    /// Lines with a reading, in the whole file.
    pub rows: usize,
    /// Minutes from one reading to the next: 60 or a divisor of it.
    pub interval_min: f64,
    /// The first day with data: year, month, day.
    pub first: (u16, u8, u8),
    /// The last day with data.
    pub last: (u16, u8, u8),
    /// Days with data for at least half of their hours.
    pub days: usize,
    /// Values were kW and were averaged, not kWh and summed.
    pub power: bool,
    /// The file said the unit. Else a word for power means kW, anything else kWh.
    pub unit_said: bool,
    /// Values were readings that only rise; their differences were taken.
    pub register: bool,
    /// Hours missing between first and last day, filled from the same hour and weekday of the nearest weeks.
    pub gaps: usize,
    /// Days of the year before the first or after the last day, filled from similar days.
    pub filled_days: usize,
    /// Readings whose time stood there before, as at a change to winter time: the first is kept, the others are dropped.
    pub repeated: usize,
    /// Rows earlier than the one before; in a file that runs from new to old, rows later than it.
    pub backwards: usize,
    /// Values below zero, taken as 0; of a register, steps down.
    pub negative: usize,
    /// Values over 20 times the median of those above zero: told, not changed.
    pub spikes: usize,
    /// The sum of the hours, kWh.
    pub annual_kwh: f64,
    /// Time stamps mark the ends of intervals: 00:15 … 24:00.
    pub end_labels: bool,
    /// Times are marked as UTC. They are taken as they stand, which is not the clock of a plant elsewhere.
    pub utc: bool,
}

/// Why a file is not read. Lines and columns count from 1.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// Nothing in it, or nothing but a head.
    Empty,
    /// No column of dates.
    NoTimes,
    /// Dates, but no column that can be the use.
    NoValues,
    /// A row among the readings has no time that can be read.
    NotATime {
        /// Where.
        line: usize,
        /// Where.
        column: usize,
    },
    /// A row has something else than a number.
    NotANumber {
        /// Where.
        line: usize,
        /// Where.
        column: usize,
    },
    /// Fewer than 28 days with data.
    TooFewDays {
        /// How many there are.
        found: usize,
    },
    /// Readings do not follow each other in equal steps that divide an hour.
    NotRegular,
    /// Readings are more than an hour apart: nothing is said of the hours.
    TooCoarse {
        /// How far apart.
        minutes: u32,
    },
    /// The same times come again with other values.
    SeveralMeters,
    /// More than 600,000 rows or 12 million characters.
    TooManyRows,
}

impl Refusal {
    /// What to tell the person.
    pub fn message(&self) -> Phrase {
        let count = |count: usize| Arg::Count(u32::try_from(count).unwrap_or(u32::MAX));
        match *self {
            Self::Empty => text("There are no readings in this file.", "文件中没有数据。").into(),
            Self::NoTimes => text(
                "No column holds dates. Each row needs one, such as 2025-01-01 00:15, and a value.",
                "未找到时间列。每行应有时间（如 2025-01-01 00:15）和数值。",
            )
            .into(),
            Self::NoValues => text(
                "No column holds the electricity used: a column of numbers in kWh or kW is needed.",
                "未找到用电数据列：需要一列以 kWh（电量）或 kW（功率）计的数值。",
            )
            .into(),
            Self::NotATime { line, column } => phrase(
                text("Line {0}, column {1}: this is not a date and time that can be read.", "第 {0} 行第 {1} 列：无法识别的日期或时间。"),
                [count(line), count(column)],
            ),
            Self::NotANumber { line, column } => {
                phrase(text("Line {0}, column {1}: this is not a number.", "第 {0} 行第 {1} 列：不是有效数字。"), [count(line), count(column)])
            }
            Self::TooFewDays { found } => phrase(
                text("There are data for {0} {0:day|days}; at least {1} are needed, better a year.", "只有 {0} 天的数据；至少需要 {1} 天，最好有一整年。"),
                [count(found), count(FEWEST_DAYS)],
            ),
            Self::NotRegular => text(
                "The readings do not follow each other in equal steps of 1 to 60 minutes that divide an hour.",
                "数据间隔不均匀：应为能整除 1 小时的固定间隔（如 15、30 或 60 分钟）。",
            )
            .into(),
            Self::TooCoarse { minutes } => phrase(
                text(
                    "The readings are {0} minutes apart, which says nothing of the hours. Ask for the hourly or 15-minute data of the meter.",
                    "数据间隔为 {0} 分钟，无法得知各小时的用电。请导出逐时或 15 分钟数据。",
                ),
                [Arg::Count(minutes)],
            ),
            Self::SeveralMeters => text(
                "The same times come again with other values, as when several meters stand in one file. Keep one of them, or their sum.",
                "同一时间多次出现且数值不同，可能含有多块电表。请只保留一块表或合计数据。",
            )
            .into(),
            Self::TooManyRows => phrase(
                text(
                    "This file is too long: up to {0} rows and {1} million characters are read. A year is enough.",
                    "文件过大：最多读取 {0} 行、{1} 百万字符。一年的数据即可。",
                ),
                [count(MOST_ROWS), count(MOST_CHARACTERS / 1_000_000)],
            ),
        }
    }
}

/// Reads the file of a meter.
///
/// Cells stand between commas, semicolons or tabs; a row is a reading or a day of 24, 48, 96, 144 or 288 of them. Times are taken as the
/// plant's clock, whatever zone stands behind them. kW are averaged to hours, kWh are summed, registers are differenced. An hour with less
/// than half of its readings counts as missing, and from more than half it is scaled up.
///
/// A missing hour takes the mean of the same weekday and hour in the nearest weeks that have it, going round the year; in a month without
/// any data the mean over all weeks.
///
/// # Errors
/// A [`Refusal`] that says what is in the way.
pub fn read(text: &str) -> Result<Meter, Refusal> {
    let lines = lines(text)?;
    let layout = Layout::of(&lines)?;
    let file = File::of(&lines, &layout)?;
    let series = Series::of(file, &layout)?;
    Year::of(&series)?.meter(series)
}

/// The mean working day as 24 relative values whose mean is 1, for a link that cannot carry a year. Days whose energy is above half of the
/// 90th percentile of all days count as worked. Hours that do not fill a day are not looked at; without any use every hour is 1.
pub fn mean_day(hours: &[f64]) -> [f64; 24] {
    let days: Vec<(&[f64], f64)> = hours.chunks_exact(24).map(|day| (day, day.iter().sum())).collect();
    let mut sums: Vec<f64> = days.iter().map(|(_, sum)| *sum).collect();
    sums.sort_unstable_by(f64::total_cmp);
    let high = sums.get(sums.len().saturating_sub(1) * 9 / 10).copied().unwrap_or_default();
    let mut mean = [0.0; 24];
    for (day, _) in days.iter().filter(|(_, sum)| *sum > high / 2.0) {
        mean.iter_mut().zip(*day).for_each(|(mean, hour)| *mean += hour);
    }
    let level = mean.iter().sum::<f64>() / 24.0;
    if level.is_finite() && level > 0.0 { mean.map(|hour| hour / level) } else { [1.0; 24] }
}

/// The lines of a text that is not too long, without what ends them.
fn lines(text: &str) -> Result<Vec<&str>, Refusal> {
    if text.len() > MOST_CHARACTERS && text.chars().count() > MOST_CHARACTERS {
        return Err(Refusal::TooManyRows);
    }
    let text = text.trim_start_matches('\u{feff}');
    let end = if text.contains('\n') { '\n' } else { '\r' };
    if text.trim_end().matches(end).count() > MOST_ROWS {
        return Err(Refusal::TooManyRows);
    }
    Ok(text.split(end).collect())
}

/// One value and the minute it is stamped with, counted from 1 January 1970.
#[derive(Clone, Copy)]
struct Reading {
    minute: i32,
    value: f64,
}

/// The readings of a file in its order.
struct File {
    readings: Vec<Reading>,
    rows: usize,
    later: usize,
    earlier: usize,
    at_24: bool,
    utc: bool,
}

impl File {
    fn of(lines: &[&str], layout: &Layout) -> Result<Self, Refusal> {
        let mut file = Self { readings: Vec::new(), rows: 0, later: 0, earlier: 0, at_24: false, utc: false };
        let mut written: Vec<(i32, &str, usize, usize)> = Vec::new(); // minute, cell, line, column
        let mut marks = Marks::default();
        let mut strays: Option<(Refusal, usize)> = None;
        let mut before = None;
        let head = layout.head.and_then(|head| lines.get(head));
        let mut row: Vec<&str> = Vec::new();
        for (place, line) in lines.iter().enumerate().skip(layout.first) {
            row.clear();
            row.extend(cells(line, layout.delimiter));
            if row.iter().all(|cell| cell.is_empty()) || Some(line) == head {
                continue;
            }
            let stamp = match layout.time(&row) {
                Ok(stamp) => stamp,
                Err(column) => {
                    let (refusal, count) = strays.unwrap_or((Refusal::NotATime { line: place + 1, column: column + 1 }, 0));
                    strays = Some((refusal, count + 1));
                    continue;
                }
            };
            if let Some((refusal, _)) = strays {
                return Err(refusal); // a line without a time may only stand behind all readings
            }
            let of_row = stamp.clock.map_or(0, |clock| clock.minute);
            file.at_24 |= stamp.clock.is_some_and(|clock| clock.at_24);
            file.utc |= stamp.clock.is_some_and(|clock| clock.utc);
            file.rows += 1;
            let at = stamp.day * DAY + of_row;
            match before.replace(at) {
                Some(last) if last < at => file.later += 1,
                Some(last) if last > at => file.earlier += 1,
                _ => {}
            }
            for (column, of_day) in &layout.values {
                file.at_24 |= *of_day == Some(DAY);
                let cell = row.get(*column).copied().unwrap_or_default();
                marks.see(cell);
                written.push((stamp.day * DAY + of_day.unwrap_or(of_row), cell, place + 1, column + 1));
            }
            if written.len() > MOST_ROWS {
                return Err(Refusal::TooManyRows);
            }
        }
        if let Some((refusal, count)) = strays
            && count > LONGEST_FOOTER
        {
            return Err(refusal);
        }
        let mark = marks.mark(layout.delimiter);
        for (minute, cell, line, column) in written {
            match number(cell, mark) {
                Cell::Number(value) => file.readings.push(Reading { minute, value: value * layout.kind.scale }),
                Cell::Missing => {}
                Cell::Other => return Err(Refusal::NotANumber { line, column }),
            }
        }
        Ok(file)
    }
}

/// Readings in equal steps, each at the start of its interval.
struct Series {
    readings: Vec<Reading>,
    interval: i32,
    /// Everything but what depends on the year that is taken.
    found: Found,
}

impl Series {
    fn of(mut file: File, layout: &Layout) -> Result<Self, Refusal> {
        file.readings.sort_by_key(|reading| reading.minute); // stable: of two at one time the first in the file stays first
        let (mut repeated, mut conflicts) = (0, 0);
        file.readings.dedup_by(|next, kept| {
            let same = next.minute == kept.minute;
            repeated += usize::from(same);
            conflicts += usize::from(same && (next.value - kept.value).abs() > 1e-9 * kept.value.abs());
            same
        });
        let interval = interval(&file.readings)?;
        if conflicts * ONE_IN > file.readings.len() {
            return Err(Refusal::SeveralMeters);
        }
        let mut end_labels = layout.ends | file.at_24 | round_up_last_minutes(&mut file.readings, interval);
        check_steps(&file.readings, interval)?;
        let of_day = |reading: Option<&Reading>| reading.map(|reading| reading.minute.rem_euclid(DAY));
        end_labels |= of_day(file.readings.first()) == Some(interval) && of_day(file.readings.last()) == Some(0);
        let register = !(layout.kind.power && layout.kind.said) && only_rises(&file.readings);
        if register {
            file.readings = differences(&file.readings, interval);
        } else if end_labels {
            file.readings.iter_mut().for_each(|reading| reading.minute -= interval);
        }
        let mut negative = 0;
        for reading in file.readings.iter_mut().filter(|reading| reading.value < 0.0) {
            reading.value = 0.0;
            negative += 1;
        }
        let found = Found {
            rows: file.rows,
            interval_min: f64::from(interval),
            first: (0, 0, 0),
            last: (0, 0, 0),
            days: 0,
            power: layout.kind.power && !register,
            unit_said: layout.kind.said,
            register,
            gaps: 0,
            filled_days: 0,
            repeated,
            backwards: file.earlier.min(file.later),
            negative,
            spikes: spikes(&file.readings),
            annual_kwh: 0.0,
            end_labels: end_labels && !register,
            utc: file.utc,
        };
        Ok(Self { readings: file.readings, interval, found })
    }
}

/// The step between readings that is the most frequent, minutes.
fn interval(readings: &[Reading]) -> Result<i32, Refusal> {
    let steps = || readings.iter().zip(readings.iter().skip(1)).map(|(one, next)| next.minute - one.minute);
    let mut counts = [0_usize; 61];
    let mut coarse: Vec<i32> = Vec::new();
    for step in steps() {
        match usize::try_from(step).ok().and_then(|step| counts.get_mut(step)) {
            Some(count) => *count += 1,
            None => coarse.push(step),
        }
    }
    if coarse.len() * 2 > readings.len().saturating_sub(1) {
        coarse.sort_unstable();
        let minutes = coarse.get(coarse.len() / 2).and_then(|step| u32::try_from(*step).ok()).unwrap_or(u32::MAX);
        return Err(Refusal::TooCoarse { minutes });
    }
    let (step, count) = (0_i32..).zip(counts).fold((0, 0), |best, (step, count)| if count > best.1 { (step, count) } else { best });
    if count == 0 {
        return Err(Refusal::TooFewDays { found: usize::from(!readings.is_empty()) }); // at most one moment
    }
    if step > 0 && 60 % step == 0 { Ok(step) } else { Err(Refusal::NotRegular) }
}

/// Intervals named by their last minute: 00:14, 00:29 … or only the last of a day, 23:59. They end a minute later; whether there were any.
fn round_up_last_minutes(readings: &mut [Reading], interval: i32) -> bool {
    let last_minute = |reading: &Reading| (reading.minute + 1).rem_euclid(interval) == 0;
    if interval < 5 {
        return false;
    }
    let most = readings.iter().filter(|reading| last_minute(reading)).count() * 2 > readings.len();
    let mut any = false;
    for reading in readings.iter_mut().filter(|reading| last_minute(reading)) {
        if most || reading.minute.rem_euclid(DAY) == DAY - 1 {
            reading.minute += 1;
            any = true;
        }
    }
    any
}

fn check_steps(readings: &[Reading], interval: i32) -> Result<(), Refusal> {
    let uneven = readings.iter().zip(readings.iter().skip(1)).filter(|(one, next)| (next.minute - one.minute) % interval != 0).count();
    if uneven * ONE_IN > readings.len() { Err(Refusal::NotRegular) } else { Ok(()) }
}

/// Whether values are those of a register: they hardly ever fall, and rise often. A load falls about as often as it rises.
fn only_rises(readings: &[Reading]) -> bool {
    let (mut rises, mut falls) = (0_usize, 0_usize);
    for (one, next) in readings.iter().zip(readings.iter().skip(1)) {
        rises += usize::from(next.value > one.value);
        falls += usize::from(next.value < one.value);
    }
    falls * 200 <= readings.len() && rises * ONE_IN >= readings.len() && rises > 10 * falls && rises > 24
}

/// What a register counted from one reading to the next. A reading of 0 is a failed one, and where one is missing so is the difference.
fn differences(readings: &[Reading], interval: i32) -> Vec<Reading> {
    let good = || readings.iter().filter(|reading| reading.value > 0.0);
    let next_to =
        |(one, next): (&Reading, &Reading)| (next.minute - one.minute == interval).then_some(Reading { minute: one.minute, value: next.value - one.value });
    good().zip(good().skip(1)).filter_map(next_to).collect()
}

fn spikes(readings: &[Reading]) -> usize {
    let mut used: Vec<f64> = readings.iter().map(|reading| reading.value).filter(|value| *value > 0.0).collect();
    used.sort_unstable_by(f64::total_cmp);
    let median = used.get(used.len() / 2).copied().unwrap_or(f64::INFINITY);
    used.iter().rev().take_while(|value| **value > SPIKE * median).count()
}

/// Energy of an hour as far as it is known.
#[derive(Clone, Copy, Default)]
struct Hour {
    sum: f64,
    count: i32,
}

type Day = [Option<f64>; 24];

/// Twelve months that were chosen, day by day with their weekdays, 29 February among them.
struct Year {
    /// Days from 1 January 1970 to the first.
    start: i32,
    days: Vec<Day>,
}

impl Year {
    fn of(series: &Series) -> Result<Self, Refusal> {
        let (start, days) = days(series);
        let with_data: Vec<bool> = days.iter().map(|day| present(day) >= HOURS_OF_A_DAY).collect();
        let (Some(first), Some(last)) = (with_data.iter().position(|data| *data), with_data.iter().rposition(|data| *data)) else {
            return Err(Refusal::TooFewDays { found: 0 });
        };
        let number = |place: usize| start + i32::try_from(place).unwrap_or_default();
        let (first, last) = (number(first), number(last));
        let at = |day: i32| usize::try_from(day - start).ok().and_then(|place| days.get(place)).copied().unwrap_or_default();
        let full = |end: i32| (year_before(end)..=end).all(|day| present(&at(day)) >= HOURS_OF_A_FULL_DAY);
        let end = (last - 365..=last).rev().take_while(|end| year_before(*end) >= first).find(|end| full(*end)).unwrap_or(last);
        let year = Self { start: year_before(end), days: (year_before(end)..=end).map(at).collect() };
        let found = year.days.iter().filter(|day| present(day) >= HOURS_OF_A_DAY).count();
        if found < FEWEST_DAYS { Err(Refusal::TooFewDays { found }) } else { Ok(year) }
    }

    fn meter(self, series: Series) -> Result<Meter, Refusal> {
        let mut found = series.found;
        let with_data = || self.dated().filter(|(_, day)| present(day) >= HOURS_OF_A_DAY);
        let (Some((first, _)), Some((last, _))) = (with_data().next(), with_data().last()) else {
            return Err(Refusal::TooFewDays { found: 0 });
        };
        found.days = with_data().count();
        (found.first, found.last) = (shown(first), shown(last));
        let means = Means::of(&self);
        let mut hours = vec![0.0; HOURS];
        for (place, (number, day)) in (0_i32..).zip(self.dated()) {
            let Some(of_year) = day_of_year(number) else { continue };
            if (first..=last).contains(&number) {
                found.gaps += 24 - present(day);
            } else {
                found.filled_days += 1;
            }
            for (hour, known) in day.iter().enumerate() {
                let value = known.unwrap_or_else(|| self.similar(place, hour, &means));
                if let Some(slot) = hours.get_mut(of_year * 24 + hour) {
                    *slot = value;
                }
            }
        }
        found.annual_kwh = hours.iter().sum();
        Ok(Meter { hours, found })
    }

    fn dated(&self) -> impl Iterator<Item = (i32, &Day)> {
        (self.start..).zip(&self.days)
    }

    /// An hour of a day, or of the same weekday 52 weeks on or back.
    fn at(&self, place: i32, hour: usize) -> Option<f64> {
        let hour_of = |place: i32| *usize::try_from(place).ok().and_then(|place| self.days.get(place))?.get(hour)?;
        [place, place + 364, place - 364].into_iter().find_map(hour_of)
    }

    /// What an hour without data is taken to be.
    fn similar(&self, place: i32, hour: usize, means: &Means) -> f64 {
        let number = self.start + place;
        if means.month_has_data(number) {
            for week in 1..=HALF_YEAR_OF_WEEKS {
                let (before, after) = (self.at(place - 7 * week, hour), self.at(place + 7 * week, hour));
                match (before, after) {
                    (Some(before), Some(after)) => return (before + after) / 2.0,
                    (Some(one), None) | (None, Some(one)) => return one,
                    (None, None) => {}
                }
            }
        }
        means.of_hour(number, hour)
    }
}

/// Means over all data of a year.
struct Means {
    weekdays: [[Hour; 24]; 7],
    months: [bool; 12],
}

impl Means {
    fn of(year: &Year) -> Self {
        let mut means = Self { weekdays: [[Hour::default(); 24]; 7], months: [false; 12] };
        for (number, day) in year.dated() {
            if let Some(month) = means.months.get_mut(month_place(number)) {
                *month |= present(day) > 0;
            }
            let Some(weekday) = means.weekdays.get_mut(weekday(number)) else { continue };
            for (mean, value) in weekday.iter_mut().zip(day) {
                mean.sum += value.unwrap_or_default();
                mean.count += i32::from(value.is_some());
            }
        }
        means
    }

    fn month_has_data(&self, number: i32) -> bool {
        self.months.get(month_place(number)).copied().unwrap_or_default()
    }

    /// Of the weekday and hour; of the hour where that weekday never has it; of everything where no day has.
    fn of_hour(&self, number: i32, hour: usize) -> f64 {
        let mean = |hours: &mut dyn Iterator<Item = &Hour>| {
            let (sum, count) = hours.fold((0.0, 0), |(sum, count), hour| (sum + hour.sum, count + hour.count));
            (count > 0).then(|| sum / f64::from(count))
        };
        let on_weekday = self.weekdays.get(weekday(number)).and_then(|day| mean(&mut day.get(hour).into_iter()));
        let on_any = || mean(&mut self.weekdays.iter().filter_map(|day| day.get(hour)));
        on_weekday.or_else(on_any).or_else(|| mean(&mut self.weekdays.iter().flatten())).unwrap_or_default()
    }
}

/// The hours of all days from the first to the last reading, with the number of the first day.
fn days(series: &Series) -> (i32, Vec<Day>) {
    let of = |reading: Option<&Reading>| reading.map_or(0, |reading| reading.minute.div_euclid(DAY));
    let (first, last) = (of(series.readings.first()), of(series.readings.last()));
    let mut sums = vec![[Hour::default(); 24]; usize::try_from(last - first + 1).unwrap_or_default()];
    for reading in &series.readings {
        let day = usize::try_from(reading.minute.div_euclid(DAY) - first).ok().and_then(|day| sums.get_mut(day));
        let hour = usize::try_from(reading.minute.rem_euclid(DAY) / 60).ok();
        if let Some(hour) = day.zip(hour).and_then(|(day, hour)| day.get_mut(hour)) {
            hour.sum += reading.value;
            hour.count += 1;
        }
    }
    let of_hour = 60 / series.interval.max(1);
    let readings = if series.found.power { 1.0 } else { f64::from(of_hour) };
    let energy = |hour: Hour| (hour.count > 0 && hour.count * 2 >= of_hour).then(|| hour.sum / f64::from(hour.count) * readings);
    (first, sums.into_iter().map(|day| day.map(energy)).collect())
}

fn present(day: &Day) -> usize {
    day.iter().flatten().count()
}

/// The first of the twelve months that end with a day.
fn year_before(end: i32) -> i32 {
    let (year, month, day) = date_of(end);
    day_number(year - 1, month, day).or_else(|| day_number(year - 1, month, day - 1)).map_or(end - 364, |before| before + 1)
}

/// The place of a day in a year without 29 February, which has none.
fn day_of_year(number: i32) -> Option<usize> {
    let (_, month, day) = date_of(number);
    if (month, day) == (2, 29) {
        return None;
    }
    let place = day_number(2025, month, day)? - day_number(2025, 1, 1)?;
    usize::try_from(place).ok()
}

fn weekday(number: i32) -> usize {
    usize::try_from(number.rem_euclid(7)).unwrap_or_default()
}

fn month_place(number: i32) -> usize {
    usize::try_from(date_of(number).1 - 1).unwrap_or_default()
}

fn shown(number: i32) -> (u16, u8, u8) {
    let (year, month, day) = date_of(number);
    (u16::try_from(year).unwrap_or_default(), u8::try_from(month).unwrap_or_default(), u8::try_from(day).unwrap_or_default())
}
