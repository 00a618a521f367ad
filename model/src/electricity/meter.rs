//! A plant's use from the file of its meter: any table of times and values becomes the hours of one year, and what was found on the way is
//! told. Nothing is asked and nothing is thrown away in silence: a file is read, or refused with the line that stands in the way.

mod account;
mod cells;
mod columns;
mod layout;
mod nem12;
mod stamp;
mod steps;
mod units;

use crate::import::sheet::{MOST_COLUMNS, Sheet, grid};
use crate::words::{Arg, Phrase, phrase, text};
pub use columns::{Counted, Taken};
use jiff::ToSpan as _;
use layout::DAY;
pub use layout::{Part, Said};
use stamp::{date_of, number_of};
pub use steps::STEPS;
use steps::Span;

/// Hours of a year without 29 February.
pub const HOURS: usize = 8760;
/// Days with data below which nothing can be said of a year.
pub const FEWEST_DAYS: usize = 28;
/// Rows, and readings, a file may have: fifteen years of quarter hours.
pub const MOST_ROWS: usize = 600_000;
/// Characters a file may have.
pub const MOST_CHARACTERS: usize = 12_000_000;

/// Lines whose columns are counted before anything is read.
const WIDTH_LOOKED_AT: usize = 100;
/// A day with fewer hours counts as one without data.
const HOURS_OF_A_DAY: usize = 12;
/// A day with fewer hours is not complete; a change to summer time takes one.
const HOURS_OF_A_FULL_DAY: usize = 23;
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

/// Year, month and day.
type CivilDay = (u16, u8, u8);

/// What a file held. Years, hours and days are those taken: of a longer file its last complete twelve months, else its last twelve months.
#[derive(Clone, PartialEq, Debug)]
pub struct Found {
    /// Lines with a reading, in the whole file.
    pub rows: usize,
    /// Minutes from one reading to the next: 60 or a divisor of it. Of mixed steps the most frequent.
    pub interval_min: f64,
    /// Steps of mixed lengths: so many readings of each length in minutes, where there are several. Each counts for its own step.
    pub steps: Vec<(i32, usize)>,
    /// Which columns were taken, and what was left.
    pub taken: Taken,
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
    /// Values were readings that only rise, or that rise and start anew; their differences were taken.
    pub register: bool,
    /// Of these that start anew: how many times they did so within a step, whose energy is taken from the steps beside it.
    pub restarts: usize,
    /// Hours of the file with more than half of their minutes, but not all: scaled up.
    pub scaled: usize,
    /// Hours missing between first and last day, filled from the same hour and weekday of the nearest weeks.
    pub gaps: usize,
    /// Days of the year before the first or after the last day, filled from similar days.
    pub filled_days: usize,
    /// Readings whose time stood there before, as at a change to winter time: the first is kept, the others are dropped.
    pub repeated: usize,
    /// Rows with a date alone beside one of that midnight: sums of a day, left out.
    pub sums: usize,
    /// Lines above the table with numbers of which nothing was made.
    pub unconsidered: Vec<String>,
    /// Lines below the readings, left out.
    pub below: Vec<String>,
    /// The first cell beyond the heads, left out, and its line.
    pub beyond: Option<(String, usize)>,
    /// Days with data outside the year that was taken, with the first and the last day of the file.
    pub outside: Option<(usize, CivilDay, CivilDay)>,
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
    /// Times are counted from 1970, in UTC as above.
    pub since_1970: bool,
    /// The largest power of a step in each month, kW; steps below a quarter of an hour are averaged to one.
    pub peaks_kw: [f64; 12],
    /// Months with any data.
    pub months: [bool; 12],
}

/// Why a file is not read. Lines and columns count from 1.
#[derive(Clone, PartialEq, Eq, Debug)]
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
    /// A unit that cannot be brought to that of the column: power beside energy, or none that is known.
    AnotherUnit {
        /// Where.
        line: usize,
        /// Where.
        column: usize,
    },
    /// Points that may mark decimals as well as part thousands.
    PointOrThousands {
        /// The first line with values.
        line: usize,
    },
    /// Columns that can each be the use, none of them more than another.
    SeveralColumns {
        /// Their heads.
        names: Vec<String>,
    },
    /// A unit that is not known here, or a factor in a head.
    UnknownUnit {
        /// The head.
        head: String,
    },
    /// A number beyond the last head, as a decimal comma without quotation marks makes one.
    BeyondHeads {
        /// Where.
        line: usize,
        /// What stands there.
        cell: String,
    },
    /// A unit above the table, and another in the head.
    Units {
        /// What stands above the table.
        above: String,
        /// The head.
        head: String,
    },
    /// A row of a day whose values do not make a day in steps of this length.
    StepAndCount {
        /// Where.
        line: usize,
        /// The step.
        minutes: u32,
        /// How many values there are.
        values: usize,
    },
    /// A factor, of which the file does not say whether the values hold it.
    Ratio {
        /// What stands in the file.
        said: String,
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
    /// A row has more columns than any meter file.
    TooManyColumns {
        /// Where.
        line: usize,
    },
}

impl Refusal {
    /// What to tell the person.
    pub fn message(&self) -> Phrase {
        let count = |count: usize| Arg::Count(u32::try_from(count).unwrap_or(u32::MAX));
        match self {
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
                [count(*line), count(*column)],
            ),
            Self::NotANumber { line, column } => {
                phrase(text("Line {0}, column {1}: this is not a number.", "第 {0} 行第 {1} 列：不是有效数字。"), [count(*line), count(*column)])
            }
            Self::AnotherUnit { line, column } => phrase(
                text(
                    "Line {0}, column {1}: this unit does not agree with that of the other values. Give all values in kWh or all in kW.",
                    "第 {0} 行第 {1} 列：单位与其他数值不符。请统一以 kWh 或 kW 计。",
                ),
                [count(*line), count(*column)],
            ),
            Self::PointOrThousands { line } => phrase(
                text(
                    "From line {0} on, each value has one point and three digits behind it: 10.000 may be ten or ten thousand. Write the values without thousands signs.",
                    "自第 {0} 行起，每个数值只有一个点且其后均为三位数字：10.000 可能是十，也可能是一万。请去掉千位分隔符。",
                ),
                [count(*line)],
            ),
            Self::SeveralColumns { names } => phrase(
                text(
                    "Several columns can be the electricity used: {0}. Keep the one that is meant, or their sum.",
                    "有多列可能是用电数据：{0}。请只保留所需的一列或其合计。",
                ),
                [account::names(names)],
            ),
            Self::UnknownUnit { head } => phrase(
                text("The unit or factor in “{0}” is not known here. Give the values in kWh or kW.", "无法识别“{0}”中的单位或倍数，请以 kWh 或 kW 给出数值。"),
                [Arg::Name(head.chars().take(60).collect())],
            ),
            Self::Ratio { said } => phrase(
                text(
                    "The file has a transformer ratio or another factor ({0}) and does not say whether the values hold it. Multiply them by it if they do not, then take it out of the file.",
                    "文件含互感器倍率或其他系数（{0}），但未说明数值是否已乘该系数。如未乘，请先乘以该系数，再从文件中删去。",
                ),
                [Arg::Name(said.chars().take(60).collect())],
            ),
            Self::BeyondHeads { line, cell } => phrase(
                text(
                    "Line {0}: “{1}” stands beyond the last head. A decimal comma may have parted a value: put such values in quotation marks, or name the column.",
                    "第 {0} 行：“{1}”在最后一个列名之外，可能是小数逗号拆开了数值。请给数值加引号，或为该列命名。",
                ),
                [count(*line), Arg::Name(cell.chars().take(60).collect())],
            ),
            Self::Units { above, head } => phrase(
                text(
                    "Above the table stands “{0}”, and in the head “{1}”. Keep the unit that is right.",
                    "表格上方为“{0}”，列标题为“{1}”，单位不一致。请只保留正确的单位。",
                ),
                [above, head].map(|said| Arg::Name(said.chars().take(60).collect())),
            ),
            Self::StepAndCount { line, minutes, values } => phrase(
                text(
                    "Line {0} has {1} {1:value|values}, which do not make a day in steps of {2} minutes.",
                    "第 {0} 行有 {1} 个数值，与 {2} 分钟的间隔不符（应恰为一天）。",
                ),
                [count(*line), count(*values), Arg::Count(*minutes)],
            ),
            Self::TooFewDays { found } => phrase(
                text("There are data for {0} {0:day|days}; at least {1} are needed, better a year.", "只有 {0} 天的数据；至少需要 {1} 天，最好有一整年。"),
                [count(*found), count(FEWEST_DAYS)],
            ),
            Self::NotRegular => text(
                "The readings do not follow each other in equal steps of 1 to 60 minutes that divide an hour.",
                "数据间隔不均匀：应为能整除 1 小时的固定间隔（如 15、30 或 60 分钟）。",
            )
            .into(),
            Self::TooCoarse { minutes: 1440 } => text(
                "The file has one value a day. The total of a day does not tell its hours: ask for the hourly or 15-minute data of the meter.",
                "文件每天只有一个数值，无法从日总量得知各小时的用电。请导出逐时或 15 分钟数据。",
            )
            .into(),
            Self::TooCoarse { minutes } if *minutes >= 28 * 1440 => text(
                "The file has one value a month. The total of a month does not tell its hours: ask for the hourly or 15-minute data of the meter.",
                "文件每月只有一个数值，无法从月总量得知各小时的用电。请导出逐时或 15 分钟数据。",
            )
            .into(),
            Self::TooCoarse { minutes } => phrase(
                text(
                    "The values are {0} hours apart, which does not tell each hour. Ask for the hourly or 15-minute data of the meter.",
                    "数据间隔为 {0} 小时，无法得知各小时的用电。请导出逐时或 15 分钟数据。",
                ),
                [Arg::Number(f64::from(*minutes) / 60.0)],
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
            Self::TooManyColumns { line } => phrase(
                text(
                    "Line {0} has more than {1} columns. A meter file has a column for the time and one for the use, or one for each interval of a day.",
                    "第 {0} 行超过 {1} 列。电表文件应为时间列加用电列，或每天一行、每个时段一列。",
                ),
                [count(*line), count(MOST_COLUMNS)],
            ),
        }
    }
}

/// Reads the file of a meter.
///
/// Cells stand between commas, semicolons, tabs or bars; a row is a reading, or a day of 24, 48, 96, 144 or 288 of them; NEM12 is read by its own
/// rules. Times are taken as the plant's clock, whatever zone stands behind them. Power is averaged to hours, energy is summed, what is counted is
/// differenced, and the bands of a tariff are added up. An hour with less than half of its minutes counts as missing, and from more than half it is
/// scaled up.
///
/// A missing hour takes the mean of the same weekday and hour in the nearest weeks that have it, going round the year; in a month without
/// any data the mean over all weeks.
///
/// # Errors
/// A [`Refusal`] that says what is in the way.
pub fn read(text: &str) -> Result<Meter, Refusal> {
    read_sheet(&sheet(text)?)
}

/// Reads the sheet of a meter, out of a text or a workbook.
///
/// # Errors
/// As [`read`].
pub fn read_sheet(sheet: &Sheet) -> Result<Meter, Refusal> {
    if let Some(line) = sheet.too_wide {
        return Err(Refusal::TooManyColumns { line });
    }
    let series =
        if nem12::is_nem12(sheet) { nem12::series(sheet)? } else { columns::series(sheet)? };
    Year::of(&series)?.meter(series)
}

/// The mean working day as 24 relative values whose mean is 1, for a link that cannot carry a year. Days whose energy is above half of the
/// 90th percentile of all days count as worked. Hours that do not fill a day are not looked at; without any use every hour is 1.
pub fn mean_day(hours: &[f64]) -> [f64; 24] {
    let days: Vec<(&[f64], f64)> =
        hours.chunks_exact(24).map(|day| (day, day.iter().sum())).collect();
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

/// The sheet of a text that is not too long.
fn sheet(text: &str) -> Result<Sheet, Refusal> {
    if text.len() > MOST_CHARACTERS && text.chars().count() > MOST_CHARACTERS {
        return Err(Refusal::TooManyRows);
    }
    let end = if text.contains('\n') { '\n' } else { '\r' };
    if text.trim_end().matches(end).count() > MOST_ROWS {
        return Err(Refusal::TooManyRows);
    }
    // A row that is far too wide is found before its cells are parted.
    let wide = |line: &str| {
        [',', ';', '\t', '|'].iter().any(|sign| line.matches(*sign).count() > 10 * MOST_COLUMNS)
    };
    match text.split(['\n', '\r']).take(WIDTH_LOOKED_AT).position(wide) {
        Some(line) => Err(Refusal::TooManyColumns { line: line + 1 }),
        None => Ok(grid(text)),
    }
}

/// Energy in steps, from early to late.
struct Series {
    spans: Vec<Span>,
    /// Everything but what depends on the year that is taken.
    found: Found,
}

type Day = [Option<f64>; 24];

/// Twelve months that were chosen, day by day with their weekdays, 29 February among them.
struct Year {
    /// Days from 1 January 1970 to the first.
    start: i32,
    days: Vec<Day>,
    /// Hours of the file that were scaled up.
    scaled: usize,
    /// Days with data before the first and behind the last, and those of the whole file.
    outside: Option<(usize, CivilDay, CivilDay)>,
}

impl Year {
    fn of(series: &Series) -> Result<Self, Refusal> {
        let (start, days, scaled) = days(series);
        let with_data: Vec<bool> = days.iter().map(|day| present(day) >= HOURS_OF_A_DAY).collect();
        let (Some(first), Some(last)) =
            (with_data.iter().position(|data| *data), with_data.iter().rposition(|data| *data))
        else {
            return Err(Refusal::TooFewDays { found: 0 });
        };
        let number = |place: usize| start + i32::try_from(place).unwrap_or_default();
        let (first, last) = (number(first), number(last));
        let at = |day: i32| {
            usize::try_from(day - start)
                .ok()
                .and_then(|place| days.get(place))
                .copied()
                .unwrap_or_default()
        };
        let full =
            |end: i32| (year_before(end)..=end).all(|day| present(&at(day)) >= HOURS_OF_A_FULL_DAY);
        let end = (last - 365..=last)
            .rev()
            .take_while(|end| year_before(*end) >= first)
            .find(|end| full(*end))
            .unwrap_or(last);
        let with_data = with_data.iter().filter(|data| **data).count();
        let mut year = Self {
            start: year_before(end),
            days: (year_before(end)..=end).map(at).collect(),
            scaled,
            outside: None,
        };
        let found = year.days.iter().filter(|day| present(day) >= HOURS_OF_A_DAY).count();
        if with_data > found {
            year.outside = Some((with_data - found, shown(first), shown(last)));
        }
        if found < FEWEST_DAYS { Err(Refusal::TooFewDays { found }) } else { Ok(year) }
    }

    fn meter(self, series: Series) -> Result<Meter, Refusal> {
        let mut found = series.found;
        let with_data = || self.dated().filter(|(_, day)| present(day) >= HOURS_OF_A_DAY);
        let (Some((first, _)), Some((last, _))) = (with_data().next(), with_data().last()) else {
            return Err(Refusal::TooFewDays { found: 0 });
        };
        found.scaled = self.scaled;
        found.outside = self.outside;
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
        found.months = means.months;
        found.annual_kwh = hours.iter().sum();
        found.peaks_kw = steps::peaks(
            &series.spans,
            self.start,
            self.start + i32::try_from(self.days.len()).unwrap_or_default(),
        );
        Ok(Meter { hours, found })
    }

    fn dated(&self) -> impl Iterator<Item = (i32, &Day)> {
        (self.start..).zip(&self.days)
    }

    /// An hour of a day, or of the same weekday 52 weeks on or back.
    fn at(&self, place: i32, hour: usize) -> Option<f64> {
        let hour_of = |place: i32| {
            *usize::try_from(place).ok().and_then(|place| self.days.get(place))?.get(hour)?
        };
        [place, place + 364, place - 364].into_iter().find_map(hour_of)
    }

    /// What an hour without data is taken to be.
    fn similar(&self, place: i32, hour: usize, means: &Means) -> f64 {
        let number = self.start + place;
        if means.month_has_data(number) {
            for week in 1..=HALF_YEAR_OF_WEEKS {
                let (before, after) =
                    (self.at(place - 7 * week, hour), self.at(place + 7 * week, hour));
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

/// A sum and of how many.
#[derive(Clone, Copy, Default)]
struct Sum {
    sum: f64,
    count: i32,
}

/// Means over all data of a year.
struct Means {
    weekdays: [[Sum; 24]; 7],
    months: [bool; 12],
}

impl Means {
    fn of(year: &Year) -> Self {
        let mut means = Self { weekdays: [[Sum::default(); 24]; 7], months: [false; 12] };
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
        let mean = |hours: &mut dyn Iterator<Item = &Sum>| {
            let (sum, count) =
                hours.fold((0.0, 0), |(sum, count), hour| (sum + hour.sum, count + hour.count));
            (count > 0).then(|| sum / f64::from(count))
        };
        let on_weekday =
            self.weekdays.get(weekday(number)).and_then(|day| mean(&mut day.get(hour).into_iter()));
        let on_any = || mean(&mut self.weekdays.iter().filter_map(|day| day.get(hour)));
        on_weekday
            .or_else(on_any)
            .or_else(|| mean(&mut self.weekdays.iter().flatten()))
            .unwrap_or_default()
    }
}

/// The hours of all days from the first to the last reading, with the number of the first day and how many hours were scaled up.
fn days(series: &Series) -> (i32, Vec<Day>, usize) {
    let of = |span: Option<&Span>| span.map_or(0, |span| span.start.div_euclid(DAY));
    let (first, last) = (of(series.spans.first()), of(series.spans.last()));
    let mut sums =
        vec![[steps::Hour::default(); 24]; usize::try_from(last - first + 1).unwrap_or_default()];
    for (hour, part) in series.spans.iter().flat_map(|span| span.pieces(60)) {
        let day =
            usize::try_from(hour.div_euclid(24) - first).ok().and_then(|day| sums.get_mut(day));
        let hour = usize::try_from(hour.rem_euclid(24)).ok();
        if let Some(hour) = day.zip(hour).and_then(|(day, hour)| day.get_mut(hour)) {
            hour.add(&part);
        }
    }
    let scaled = sums.iter().flatten().filter(|hour| hour.is_scaled()).count();
    (first, sums.into_iter().map(|day| day.map(|hour| hour.energy())).collect(), scaled)
}

fn present(day: &Day) -> usize {
    day.iter().flatten().count()
}

/// The first of the twelve months that end with a day; those that end on 29 February begin on 1 March.
fn year_before(end: i32) -> i32 {
    number_of(date_of(end).saturating_sub(1.year())) + 1
}

/// The place of a day in a year without 29 February, which has none.
fn day_of_year(number: i32) -> Option<usize> {
    usize::try_from(date_of(number).day_of_year_no_leap()? - 1).ok()
}

fn weekday(number: i32) -> usize {
    usize::try_from(number.rem_euclid(7)).unwrap_or_default()
}

fn month_place(number: i32) -> usize {
    usize::try_from(date_of(number).month() - 1).unwrap_or_default()
}

fn shown(number: i32) -> (u16, u8, u8) {
    let date = date_of(number);
    (
        u16::try_from(date.year()).unwrap_or_default(),
        date.month().unsigned_abs(),
        date.day().unsigned_abs(),
    )
}
