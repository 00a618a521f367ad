//! Readings in time: how far apart they are, whether each is the energy of its own step or of a step that is equal for all, and what of a step falls
//! into an hour or a quarter of one.

use super::Refusal;
use super::layout::DAY;
use super::month_place;
use std::collections::BTreeMap;

/// Lengths of steps that readings may have, minutes: what divides an hour.
pub const STEPS: [i32; 12] = [1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30, 60];
/// One reading in so many may differ from the rule.
const ONE_IN: usize = 20;
/// So many steps of another length that follow each other are no gaps.
const RUN: usize = 4;
/// Two readings that miss what is expected by more, as a logarithm, say no more than that.
const FARTHEST: f64 = 1.0;
/// A quarter of an hour, over which grid companies take the demand, minutes.
const QUARTER: i32 = 15;

/// One value and the minute it is stamped with, counted from 1 January 1970.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Reading {
    /// Its stamp.
    pub minute: i32,
    /// kW, kWh, or what is counted, kWh.
    pub value: f64,
}

/// The energy of a step.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Span {
    /// Its first minute, counted from 1 January 1970.
    pub start: i32,
    /// Its length, minutes.
    pub length: i32,
    /// Energy in it.
    pub kwh: f64,
}

impl Span {
    /// What of it falls into each block of so many minutes, with the number of the block.
    pub fn pieces(&self, minutes: i32) -> impl Iterator<Item = (i32, Self)> {
        let end = self.start + self.length;
        let blocks = self.start.div_euclid(minutes)..=(end - 1).div_euclid(minutes);
        let Self { start, length, kwh } = *self;
        blocks.map(move |block| {
            let (from, to) = (start.max(block * minutes), end.min((block + 1) * minutes));
            let kwh = if to - from == length {
                kwh
            } else {
                kwh * f64::from(to - from) / f64::from(length)
            };
            (block, Self { start: from, length: to - from, kwh })
        })
    }
}

/// Energy of an hour as far as it is known.
#[derive(Clone, Copy, Default)]
pub struct Hour {
    kwh: f64,
    minutes: i32,
}

impl Hour {
    /// Adds a step that lies in it.
    pub fn add(&mut self, span: &Span) {
        self.kwh += span.kwh;
        self.minutes += span.length;
    }

    /// Whether a part of it is unknown, but less than half.
    pub fn is_scaled(&self) -> bool {
        (30..60).contains(&self.minutes)
    }

    /// Its energy; none where less than half of it is known.
    pub fn energy(self) -> Option<f64> {
        match self.minutes {
            60 => Some(self.kwh),
            30.. => Some(self.kwh * 60.0 / f64::from(self.minutes)),
            _ => None,
        }
    }
}

/// The step between readings that is the most frequent, minutes.
pub fn interval(readings: &[Reading]) -> Result<i32, Refusal> {
    let mut counts = [0_usize; 61];
    let mut coarse: Vec<i32> = Vec::new();
    for step in lengths(readings) {
        match usize::try_from(step).ok().and_then(|step| counts.get_mut(step)) {
            Some(count) => *count += 1,
            None => coarse.push(step),
        }
    }
    if coarse.len() * 2 > readings.len().saturating_sub(1) {
        coarse.sort_unstable();
        let minutes = coarse
            .get(coarse.len() / 2)
            .and_then(|step| u32::try_from(*step).ok())
            .unwrap_or(u32::MAX);
        return Err(Refusal::TooCoarse { minutes });
    }
    let (step, count) = (0_i32..)
        .zip(counts)
        .fold((0, 0), |best, (step, count)| if count > best.1 { (step, count) } else { best });
    if count == 0 {
        return Err(Refusal::TooFewDays { found: usize::from(!readings.is_empty()) }); // at most one moment
    }
    if STEPS.contains(&step) { Ok(step) } else { Err(Refusal::NotRegular) }
}

/// Refuses readings of which many are no whole steps apart.
pub fn check(readings: &[Reading], interval: i32) -> Result<(), Refusal> {
    let uneven = lengths(readings)
        .filter(|length| length % interval != 0 && !STEPS.contains(length))
        .count();
    if uneven * ONE_IN > readings.len() { Err(Refusal::NotRegular) } else { Ok(()) }
}

/// From one reading to the next, minutes.
fn lengths(readings: &[Reading]) -> impl Iterator<Item = i32> {
    readings.iter().zip(readings.iter().skip(1)).map(|(one, next)| next.minute - one.minute)
}

/// Intervals named by their last minute: 00:14, 00:29 … or only the last of a day, 23:59. They end a minute later; whether there were any.
pub fn round_up_last_minutes(readings: &mut [Reading], interval: i32) -> bool {
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

/// Whether readings are the energy of the step before or behind them, where steps are of mixed lengths.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Own {
    /// All steps are equal; where one is longer, readings are missing.
    Equal,
    /// Each reading is of the step up to the next one.
    Behind,
    /// Each reading is of the step since the one before.
    Before,
}

/// Finds out what steps of several lengths mean, where a step of one length meets one of another. If readings are the energy of their own steps, the
/// two readings are to each other as the lengths are; if readings are missing, they are about the same. What misses less over the whole file holds. Of
/// power both are the same.
pub fn own(readings: &[Reading], interval: i32, power: bool, ends: bool) -> Own {
    let mixed = |length: i32| length != interval && STEPS.contains(&length);
    if !lengths(readings).any(mixed) {
        return Own::Equal;
    }
    if power {
        return if ends { Own::Before } else { Own::Behind };
    }
    let miss = |one: f64, next: f64, expected: f64| {
        if one > 0.0 && next > 0.0 {
            ((next / one).ln() - expected.ln()).abs().min(FARTHEST)
        } else {
            0.0
        }
    };
    // By how much readings miss being of the step behind them, of the one before, and of equal steps, looked at in the same two ways.
    let (mut behind, mut before, mut equal_behind, mut equal_before) = (0.0, 0.0, 0.0, 0.0);
    for ((one, next), third) in
        readings.iter().zip(readings.iter().skip(1)).zip(readings.iter().skip(2))
    {
        let (first, second) = (next.minute - one.minute, third.minute - next.minute);
        if first == second || !STEPS.contains(&first) || !STEPS.contains(&second) {
            continue;
        }
        let ratio = f64::from(second) / f64::from(first);
        behind += miss(one.value, next.value, ratio);
        equal_behind += miss(one.value, next.value, 1.0);
        before += miss(next.value, third.value, ratio);
        equal_before += miss(next.value, third.value, 1.0);
    }
    if behind < equal_behind && behind <= before {
        Own::Behind
    } else if before < equal_before {
        Own::Before
    } else {
        Own::Equal
    }
}

/// Which steps follow others of the same length, so that they are no gaps: the meter was set to another step.
fn in_runs(lengths: &[i32]) -> Vec<bool> {
    lengths
        .chunk_by(|one, next| one == next)
        .flat_map(|run| std::iter::repeat_n(run.len() >= RUN, run.len()))
        .collect()
}

/// Readings as steps with their energy: all of the same length, or each of its own.
pub fn spans(
    readings: &[Reading],
    interval: i32,
    own: Own,
    (power, ends): (bool, bool),
) -> Vec<Span> {
    let energy =
        |value: f64, length: i32| if power { value * f64::from(length) / 60.0 } else { value };
    let lengths: Vec<i32> = lengths(readings).collect();
    let runs = in_runs(&lengths);
    let length_at = |place: Option<usize>| {
        let length = place
            .and_then(|place| lengths.get(place))
            .copied()
            .filter(|length| STEPS.contains(length))?;
        let in_run = place.and_then(|place| runs.get(place)).copied().unwrap_or_default();
        (own != Own::Equal || in_run).then_some(length)
    };
    let before = own == Own::Before || (own == Own::Equal && ends);
    // Nothing stands behind the last reading. If it is that much larger than the one before, it is of the rest of its hour.
    let of_last = || {
        let [.., one, last] = readings else { return interval };
        let rest = 60 - last.minute.rem_euclid(60);
        let long = f64::from(rest) / f64::from(interval);
        let is_long = own == Own::Behind
            && !power
            && long > 1.0
            && length_at(lengths.len().checked_sub(1)) == Some(interval)
            && last.value > long.sqrt() * one.value;
        if is_long && STEPS.contains(&rest) { rest } else { interval }
    };
    readings
        .iter()
        .enumerate()
        .map(|(place, reading)| {
            // The first of those stamped with their ends has none before it, and is as long as the next.
            let length = length_at(Some(if before { place.saturating_sub(1) } else { place }));
            let length =
                length.unwrap_or_else(|| if place == lengths.len() { of_last() } else { interval });
            Span {
                start: if before { reading.minute - length } else { reading.minute },
                length,
                kwh: energy(reading.value, length),
            }
        })
        .collect()
}

/// How many steps there are of each length, where there are several.
pub fn mixed(spans: &[Span]) -> Vec<(i32, usize)> {
    let mut counts: BTreeMap<i32, usize> = BTreeMap::new();
    for span in spans {
        *counts.entry(span.length).or_default() += 1;
    }
    if counts.len() > 1 { counts.into_iter().collect() } else { Vec::new() }
}

/// The largest power of each month between two days, kW: of steps of a quarter of an hour and more as they are, of shorter ones over the quarter.
pub fn peaks(spans: &[Span], first: i32, last: i32) -> [f64; 12] {
    let mut peaks = [0.0_f64; 12];
    let mut see = |minute: i32, kw: f64| {
        let day = minute.div_euclid(DAY);
        if (first..last).contains(&day)
            && let Some(peak) = peaks.get_mut(month_place(day))
        {
            *peak = peak.max(kw);
        }
    };
    let (mut quarter, mut of_quarter) = (i32::MIN, 0.0);
    for span in spans {
        if span.length >= QUARTER {
            see(span.start, span.kwh * 60.0 / f64::from(span.length));
            continue;
        }
        for (number, piece) in span.pieces(QUARTER) {
            if number != quarter {
                (quarter, of_quarter) = (number, 0.0);
            }
            of_quarter += piece.kwh;
            see(piece.start, of_quarter * 60.0 / f64::from(QUARTER));
        }
    }
    peaks
}
