//! NEM12, the format of Australian networks: a row 200 names a register with its unit and interval, rows 300 behind it hold a day each, rows 400 say
//! which intervals are of which quality. AEMO, *Meter Data File Format Specification NEM12 & NEM13*.

use super::cells::{Value, at, is_number, value};
use super::columns::{Counted, Taken, spikes};
use super::layout::{DAY, Said};
use super::stamp::stamp;
use super::steps::{self, Span};
use super::units::{Unit, unit};
use super::{Found, MOST_ROWS, Refusal, Series};
use crate::import::numbers::{Because, DecimalSign};
use crate::import::sheet::{Cell, Sheet};
use std::collections::BTreeMap;

/// Cells of a row 200.
const NMI: usize = 1;
const SUFFIX: usize = 4;
const UNIT: usize = 7;
const INTERVAL: usize = 8;
/// Registers of consumption; B is export, others are reactive energy or totals of their own.
const CONSUMPTION: char = 'E';
/// Quality of intervals without data.
const NULL: char = 'N';

/// First letters of the quality of a day's values.
const QUALITIES: [char; 6] = ['A', 'E', 'F', 'N', 'S', 'V'];

/// Whether a sheet is of this format; some are sent without their first row.
pub fn is_nem12(sheet: &Sheet) -> bool {
    let mut rows = sheet.rows.iter().filter(|row| !row.iter().all(Cell::is_empty));
    match rows.next().map(|row| (at(row, 0), at(row, 1))) {
        Some((kind, name)) if kind == "100" => name.eq_ignore_ascii_case("NEM12"),
        Some((kind, _)) if kind == "200" => rows.next().is_some_and(|row| at(row, 0) == "300"),
        _ => false,
    }
}

/// How many values a row of a day has: cells up to its quality, such as A or S14; without one, as many numbers as there are.
fn count_of(row: &[Cell]) -> usize {
    let is_quality = |cell: &str| {
        let digits = cell.strip_prefix(QUALITIES).unwrap_or("x");
        digits.len() <= 2 && digits.bytes().all(|digit| digit.is_ascii_digit())
    };
    let places = || 2..row.len();
    let quality = places().find(|place| is_quality(&at(row, *place)));
    let last =
        || places().rev().find(|place| is_number(&at(row, *place))).map_or(2, |last| last + 1);
    quality.unwrap_or_else(last) - 2
}

/// A register of consumption.
#[derive(Clone)]
struct Register {
    suffix: String,
    unit: Unit,
    interval: i32,
}

/// What a file holds so far.
#[derive(Default)]
struct File {
    /// Energy of all registers, step by step.
    spans: Vec<Span>,
    /// Registers of consumption by their suffix, and those that were left.
    taken: Vec<String>,
    left: Vec<String>,
    meter: Option<String>,
    rows: usize,
    repeated: usize,
    negative: usize,
    unit: Option<Unit>,
    /// Lengths of steps.
    intervals: BTreeMap<i32, usize>,
}

/// The use in a file of this format: the sum of its registers of consumption.
pub fn series(sheet: &Sheet) -> Result<Series, Refusal> {
    let mut file = File::default();
    let mut register: Option<Register> = None;
    // Each register's own days, so that a day that is sent again is not added to itself.
    let mut days: BTreeMap<(String, i32), usize> = BTreeMap::new();
    let mut values: Vec<(i32, i32, Option<f64>)> = Vec::new();
    let mut day_of_register = None;
    for (line, row) in sheet.rows.iter().enumerate() {
        match at(row, 0).as_ref() {
            "200" => {
                file.keep(&mut values)?;
                register = file.register(row, line)?;
                day_of_register = None;
            }
            "300" => {
                file.keep(&mut values)?;
                day_of_register = None;
                let Some(register) = &register else { continue };
                let day = stamp(&at(row, 1), false)
                    .filter(|stamp| stamp.clock.is_none())
                    .ok_or(Refusal::NotATime { line: line + 1, column: 2 })?
                    .day;
                file.rows += 1;
                let seen = days.entry((register.suffix.clone(), day)).or_default();
                *seen += 1;
                if *seen > 1 {
                    file.repeated += usize::try_from(DAY / register.interval).unwrap_or_default();
                    continue;
                }
                let count = usize::try_from(DAY / register.interval).unwrap_or_default();
                let values_of_row = count_of(row);
                if values_of_row != count {
                    return Err(Refusal::StepAndCount {
                        line: line + 1,
                        minutes: u32::try_from(register.interval).unwrap_or_default(),
                        values: values_of_row,
                    });
                }
                let null = at(row, count + 2).starts_with(NULL);
                for (place, minute) in (0..count)
                    .zip((day * DAY..).step_by(usize::try_from(register.interval).unwrap_or(1)))
                {
                    let found = match value(row, place + 2, DecimalSign::Point) {
                        Value::Number(number) => {
                            Some(number * register.unit.scale).filter(|_| !null)
                        }
                        Value::Missing => None,
                        Value::Other => {
                            return Err(Refusal::NotANumber { line: line + 1, column: place + 3 });
                        }
                    };
                    values.push((minute, register.interval, found));
                }
                day_of_register = Some(());
            }
            "400" if day_of_register.is_some() && at(row, 3).starts_with(NULL) => {
                let whole = |column: usize| at(row, column).parse::<usize>().ok();
                let (Some(from), Some(to)) = (whole(1), whole(2)) else { continue };
                let count = (to + 1).saturating_sub(from);
                values
                    .iter_mut()
                    .skip(from.saturating_sub(1))
                    .take(count)
                    .for_each(|(_, _, value)| *value = None);
            }
            _ => {} // 100, 500, 900
        }
    }
    file.keep(&mut values)?;
    file.series()
}

impl File {
    /// A row 200: the register, if it is one of consumption.
    fn register(&mut self, row: &[Cell], line: usize) -> Result<Option<Register>, Refusal> {
        let suffix = at(row, SUFFIX).to_uppercase();
        let interval =
            at(row, INTERVAL).parse::<i32>().ok().filter(|minutes| steps::STEPS.contains(minutes));
        let interval =
            interval.ok_or(Refusal::NotANumber { line: line + 1, column: INTERVAL + 1 })?;
        let unit = unit(&at(row, UNIT).to_lowercase());
        let listed = |list: &mut Vec<String>| {
            if !list.contains(&suffix) {
                list.push(suffix.clone());
            }
        };
        let Some(unit) = unit.filter(|_| suffix.starts_with(CONSUMPTION)) else {
            listed(&mut self.left);
            return Ok(None);
        };
        let meter = at(row, NMI).into_owned();
        if self.meter.get_or_insert_with(|| meter.clone()) != &meter {
            return Err(Refusal::SeveralMeters);
        }
        listed(&mut self.taken);
        self.unit.get_or_insert(unit);
        Ok(Some(Register { suffix, unit, interval }))
    }

    /// Adds the values of a day to those of other registers.
    fn keep(&mut self, values: &mut Vec<(i32, i32, Option<f64>)>) -> Result<(), Refusal> {
        for (minute, interval, value) in values.drain(..) {
            let Some(value) = value else { continue };
            self.negative += usize::from(value < 0.0);
            let power = self.unit.is_some_and(|unit| unit.power);
            let kwh = value.max(0.0) * if power { f64::from(interval) / 60.0 } else { 1.0 };
            *self.intervals.entry(interval).or_default() += 1;
            self.spans.push(Span { start: minute, length: interval, kwh });
        }
        if self.spans.len() > MOST_ROWS { Err(Refusal::TooManyRows) } else { Ok(()) }
    }

    /// The registers added up, in the shortest of their steps.
    fn added(&self) -> Vec<Span> {
        let shortest = self.intervals.keys().next().copied().unwrap_or(1);
        let mut sums: BTreeMap<i32, f64> = BTreeMap::new();
        for (_, piece) in self.spans.iter().flat_map(|span| span.pieces(shortest)) {
            *sums.entry(piece.start).or_default() += piece.kwh;
        }
        sums.into_iter().map(|(start, kwh)| Span { start, length: shortest, kwh }).collect()
    }

    fn series(self) -> Result<Series, Refusal> {
        let Some(unit) = self.unit else { return Err(Refusal::NoValues) };
        let interval = self
            .intervals
            .iter()
            .max_by_key(|(_, count)| **count)
            .map_or(30, |(interval, _)| *interval);
        let spans = self.added();
        if spans.is_empty() {
            return Err(Refusal::TooFewDays { found: 0 });
        }
        let taken = Taken {
            part: None,
            days: true,
            names: self.taken,
            left: self.left,
            unit: unit.symbol,
            said: Said::Row,
            counted: Counted::No,
            beside: None,
            several_units: false,
            decimals: DecimalSign::Point,
            because: Because::NoSign,
        };
        let found = Found {
            rows: self.rows,
            interval_min: f64::from(interval),
            steps: Vec::new(),
            taken,
            first: (0, 0, 0),
            last: (0, 0, 0),
            days: 0,
            power: unit.power,
            unit_said: true,
            register: false,
            restarts: 0,
            scaled: 0,
            gaps: 0,
            filled_days: 0,
            repeated: self.repeated,
            sums: 0,
            unconsidered: Vec::new(),
            below: Vec::new(),
            beyond: None,
            outside: None,
            backwards: 0,
            negative: self.negative,
            spikes: spikes(&spans),
            annual_kwh: 0.0,
            end_labels: false,
            utc: false,
            since_1970: false,
            peaks_kw: [0.0; 12],
            months: [false; 12],
        };
        Ok(Series { spans, found })
    }
}
