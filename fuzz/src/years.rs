//! Files of a year from a few bytes: a head, rows that are repeated hour by hour with the time put in, and what stands behind them. No fuzzer writes
//! 8,760 rows by itself.

use std::fmt::Write as _;

const MONTHS: [u32; 12] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/// Put into rows: the time, a number that has its days, and one that only rises.
const TIME: char = '@';
const DAILY: char = '~';
const RISING: char = '^';
/// Longest file that is made, bytes: longer ones say nothing new.
const LONGEST: usize = 3_000_000;

/// A moment, from the first of January of a year without 29 February.
#[derive(Clone, Copy)]
pub struct Moment {
    /// The year.
    pub year: u32,
    /// 1 to 12.
    pub month: u32,
    /// From 1.
    pub day: u32,
    /// Minutes since midnight.
    pub minute: u32,
}

/// How a time is written.
pub type Stamp = fn(Moment) -> String;

/// So many moments, one every few minutes, with rows of a template in turn.
pub fn of(head: &str, rows: &str, tail: &str, stamp: Stamp, step: u32, count: usize) -> String {
    let rows: Vec<&str> = rows.split('\n').collect();
    let mut file = head.to_owned();
    let mut moment = Moment { year: 2019, month: 1, day: 1, minute: 0 };
    for number in 0..count {
        if file.len() > LONGEST {
            break;
        }
        for letter in rows[number % rows.len()].chars() {
            match letter {
                TIME => file.push_str(&stamp(moment)),
                DAILY => write!(file, "{}", (moment.minute / 60).min(24 - moment.minute / 60) * 60)
                    .unwrap(),
                RISING => write!(file, "{}", number * 3).unwrap(),
                letter => file.push(letter),
            }
        }
        file.push('\n');
        moment.minute += step;
        while moment.minute >= 1440 {
            moment = tomorrow(Moment { minute: moment.minute - 1440, ..moment });
        }
    }
    file.push_str(tail);
    file
}

fn tomorrow(moment: Moment) -> Moment {
    let Moment { year, month, day, .. } = moment;
    let leap = u32::from(month == 2 && year.is_multiple_of(4));
    if day < MONTHS[month as usize - 1] + leap {
        Moment { day: day + 1, ..moment }
    } else if month < 12 {
        Moment { month: month + 1, day: 1, ..moment }
    } else {
        Moment { year: year + 1, month: 1, day: 1, ..moment }
    }
}
