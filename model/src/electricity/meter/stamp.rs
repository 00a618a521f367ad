//! Dates and times of day as meters, grid companies and spreadsheets write them. A time stamp is the plant's clock as written: a zone behind
//! it is read over, not reckoned with.

use jiff::SignedDuration;
use jiff::civil::Date;

/// A time of day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Clock {
    /// Minutes since midnight, seconds rounded; 1440 is the midnight that ends the day.
    pub minute: i32,
    /// Written as 24:00.
    pub at_24: bool,
    /// Written with a `Z` or `UTC` behind it.
    pub utc: bool,
}

/// A date, with a time of day where one stands behind it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stamp {
    /// Days since 1 January 1970.
    pub day: i32,
    /// The time of day.
    pub clock: Option<Clock>,
}

const EPOCH: Date = Date::constant(1970, 1, 1);
/// Years a meter can have written.
const YEARS: std::ops::RangeInclusive<i32> = 1990..=2100;
/// English months, as far as they are written in any case.
const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Reads a date with or without a time of day. `day_first` tells 1/2/2025 and 1-2-2025 apart; with dots the day always comes first. None
/// for any other text and for days that no calendar has.
pub fn stamp(cell: &str, day_first: bool) -> Option<Stamp> {
    if let Some(seconds) = since_1970(cell) {
        let minute = i32::try_from((seconds + 30).div_euclid(60) % 1440).ok()?;
        let day = i32::try_from((seconds + 30).div_euclid(86_400)).ok()?;
        return Some(Stamp { day, clock: Some(Clock { minute, at_24: false, utc: true }) });
    }
    let (day, rest) = date(cell, day_first)?;
    let rest = rest.trim_start_matches([' ', '\u{a0}', '\u{3000}', 'T', ',', '_']);
    let clock = match rest.len() {
        0 => None,
        2 => Some(clock(&format!("{rest}00"))?), // 2025010113
        _ => Some(clock(rest)?),
    };
    Some(Stamp { day, clock })
}

/// Seconds, or thousandths, millionths or milliards of one, since 1970, to 2032: later ones read as a day and an hour, 2025010100.
fn since_1970(cell: &str) -> Option<i64> {
    let whole = cell.split_once('.').map_or(cell, |(whole, fraction)| {
        if fraction.bytes().all(|digit| digit.is_ascii_digit()) { whole } else { "" }
    });
    let per_second = match whole.len() {
        10 => 1,
        13 => 1000,
        16 => 1_000_000,
        19 => 1_000_000_000,
        _ => return None,
    };
    if !whole.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let seconds = whole.parse::<i64>().ok()? / per_second;
    (946_684_800..1_988_150_400).contains(&seconds).then_some(seconds)
}

/// Whether a cell is a time counted from 1970.
pub fn is_since_1970(cell: &str) -> bool {
    since_1970(cell).is_some()
}

/// Whether a cell starts as 1/2/2025 does, so that day and month can be taken for each other.
pub fn ambiguous_order(cell: &str) -> bool {
    digits(cell).is_some_and(|(_, length, rest)| length <= 2 && rest.starts_with(['/', '-']))
}

/// Reads a time of day: 0:15, 00:15:00.0, 0015, 0时15分, 12:15 AM, 下午1:00. What stands behind it may be a zone or the end of a span.
pub fn clock(text: &str) -> Option<Clock> {
    let (text, half) = halves(text);
    let (number, length, rest) = digits(text)?;
    let (hour, minute, second, rest) = match length {
        1 | 2 => parts(number, rest)?,
        3 | 4 => (number / 100, number % 100, 0, rest),
        5 | 6 => (number / 10_000, number / 100 % 100, number % 100, rest),
        _ => return None,
    };
    let (rest, half) = half_behind(rest.trim_start(), half);
    let hour = match half {
        Some(_) if hour > 12 => hour, // 下午 13:00 is written too
        Some(afternoon) => hour % 12 + if afternoon { 12 } else { 0 },
        None => hour,
    };
    let at_24 = hour == 24 && minute == 0 && second == 0;
    if !(at_24 || hour < 24) || minute > 59 || second > 60 || !may_follow(rest) {
        return None;
    }
    let minute = i32::try_from(hour * 60 + minute + u64::from(second >= 30)).ok()?;
    Some(Clock { minute, at_24, utc: matches!(rest, "Z" | "z" | "UTC") })
}

/// Days from 1 January 1970 to a date of the Gregorian calendar; None for dates it does not have.
pub fn day_number(year: i32, month: i32, day: i32) -> Option<i32> {
    let date =
        Date::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?).ok()?;
    YEARS.contains(&year).then(|| number_of(date))
}

/// Days from 1 January 1970 to a date.
pub fn number_of(date: Date) -> i32 {
    i32::try_from(date.duration_since(EPOCH).as_hours() / 24).unwrap_or_default()
}

/// The date of a number of days since 1 January 1970.
pub fn date_of(day: i32) -> Date {
    EPOCH.saturating_add(SignedDuration::from_hours(24 * i64::from(day)))
}

/// Digits at the start of a text: their number, how many, and the rest. None without any, or with more than fourteen.
fn digits(text: &str) -> Option<(u64, usize, &str)> {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    let (run, rest) = text.split_at_checked(length)?;
    let number = run.bytes().fold(0_u64, |number, digit| {
        number.saturating_mul(10).saturating_add(u64::from(digit.saturating_sub(b'0')))
    });
    (1..=14).contains(&length).then_some((number, length, rest))
}

/// Digits at the start, one or two of them.
fn short(text: &str) -> Option<(u64, &str)> {
    digits(text).filter(|(_, length, _)| *length <= 2).map(|(number, _, rest)| (number, rest))
}

fn date(cell: &str, day_first: bool) -> Option<(i32, &str)> {
    let (first, length, rest) = digits(cell)?;
    match length {
        8 | 10 | 12 | 14 => {
            let (packed, rest) = cell.split_at_checked(8)?;
            let (packed, ..) = digits(packed)?;
            Some((whole_date(packed / 10_000, packed / 100 % 100, packed % 100)?, rest))
        }
        4 => {
            let (month, rest) = short(rest.strip_prefix(['-', '/', '.', '年'])?)?;
            let (day, rest) = short(rest.strip_prefix(['-', '/', '.', '月'])?)?;
            Some((whole_date(first, month, day)?, rest.strip_prefix(['日', '号']).unwrap_or(rest)))
        }
        1 | 2 => year_last(first, rest, day_first),
        _ => None,
    }
}

/// A date whose first number is a day or a month: 01.02.2025, 1/2/2025, 1-Feb-25.
fn year_last(first: u64, rest: &str, day_first: bool) -> Option<(i32, &str)> {
    let dots = rest.starts_with('.');
    let behind = rest.strip_prefix(['.', '/', '-', ' '])?;
    let named = month_name(behind);
    let (second, behind) = match named {
        Some(found) => found,
        None if rest.starts_with(' ') => return None,
        None => short(behind)?,
    };
    let dashes = behind.starts_with('-');
    let (year, length, behind) = digits(behind.strip_prefix(['.', '/', '-', ' '])?)?;
    let year = match length {
        4 => year,
        2 if named.is_some() || !dashes => 2000 + year, // 25-01-13 would be read from the wrong end
        _ => return None,
    };
    let (day, month) =
        if day_first || dots || named.is_some() { (first, second) } else { (second, first) };
    Some((whole_date(year, month, day)?, behind))
}

fn month_name(text: &str) -> Option<(u64, &str)> {
    let length = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (name, rest) = text.split_at_checked(length)?;
    let month = (1..)
        .zip(MONTHS)
        .find(|(_, month)| name.get(..3).is_some_and(|start| start.eq_ignore_ascii_case(month)))?;
    Some((month.0, rest))
}

fn whole_date(year: u64, month: u64, day: u64) -> Option<i32> {
    day_number(i32::try_from(year).ok()?, i32::try_from(month).ok()?, i32::try_from(day).ok()?)
}

/// Minutes and seconds behind an hour, and the rest.
fn parts(hour: u64, rest: &str) -> Option<(u64, u64, u64, &str)> {
    if let Some(rest) = rest.strip_prefix(['时', '点', 'h']) {
        let Some((minute, rest)) = short(rest) else { return Some((hour, 0, 0, rest)) };
        return Some((hour, minute, 0, rest.strip_prefix('分').unwrap_or(rest)));
    }
    let Some(rest) = rest.strip_prefix([':', '：']) else {
        return half_behind(rest.trim_start(), None).1.map(|_| (hour, 0, 0, rest)); // 1 AM
    };
    let (minute, rest) = short(rest)?;
    let Some((second, rest)) = rest.strip_prefix([':', '：']).and_then(short) else {
        return Some((hour, minute, 0, rest));
    };
    let fraction = rest
        .strip_prefix(['.', ','])
        .map_or(rest, |rest| rest.trim_start_matches(|digit: char| digit.is_ascii_digit()));
    Some((hour, minute, second, fraction))
}

/// 上午 or 下午 before a time; whether it is the afternoon.
fn halves(text: &str) -> (&str, Option<bool>) {
    for (word, afternoon) in [("上午", false), ("下午", true)] {
        if let Some(rest) = text.strip_prefix(word) {
            return (rest.trim_start(), Some(afternoon));
        }
    }
    (text, None)
}

/// AM or PM behind a time.
fn half_behind(rest: &str, before: Option<bool>) -> (&str, Option<bool>) {
    for (word, afternoon) in [("am", false), ("pm", true)] {
        if let Some((start, behind)) = rest.split_at_checked(2)
            && start.eq_ignore_ascii_case(word)
        {
            return (behind.trim_start(), Some(afternoon));
        }
    }
    (rest, before)
}

/// Nothing, a zone, or the other end of a span.
fn may_follow(rest: &str) -> bool {
    let marks = |c: char| c.is_ascii_digit() || " +-:：~–—至.TZzUC/年月日时分秒点".contains(c);
    rest.is_empty()
        || rest == "秒"
        || (rest.starts_with(['+', '-', '~', '–', '—', '至', 'Z', 'z', 'U'])
            && rest.chars().all(marks))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(cell: &str, day_first: bool) -> Option<(Date, Option<i32>)> {
        stamp(cell, day_first)
            .map(|stamp| (date_of(stamp.day), stamp.clock.map(|clock| clock.minute)))
    }

    #[test]
    fn one_moment_is_written_in_many_ways() {
        for cell in [
            "2025-02-01T00:15:00",
            "2025-02-01T00:15:00Z",
            "2025-02-01T00:15:00+08:00",
            "2025-02-01T00:15:00.000-05:00",
            "2025-02-01T00:15",
            "2025-02-01 00:15",
            "2025-02-01 00:15:29",
            "2025-02-01 00:14:30",
            "2025-02-01 00:15 - 2025-02-01 00:30",
            "2025/2/1 0:15",
            "2025.2.1 0:15",
            "20250201 0015",
            "202502010015",
            "20250201001500",
            "20250201 00:15",
            "01.02.2025 00:15",
            "1.2.25 0:15",
            "01/02/2025 12:15 AM",
            "01-02-2025 00:15",
            "1-Feb-2025 00:15",
            "1 February 2025 00:15",
            "2025年2月1日 0:15",
            "2025年2月1日0时15分",
            "2025年2月1日 上午12:15",
            "2025-02-01 00：15",
        ] {
            assert_eq!(read(cell, true), Some((Date::constant(2025, 2, 1), Some(15))), "{cell}");
        }
        assert_eq!(read("2/1/2025 1:00 PM", false), Some((Date::constant(2025, 2, 1), Some(780))));
        assert_eq!(read("2025-02-01 24:00", false), Some((Date::constant(2025, 2, 1), Some(1440))));
        assert_eq!(read("2025-02-01", false), Some((Date::constant(2025, 2, 1), None)));
    }

    #[test]
    fn other_texts_are_no_moments() {
        for cell in [
            "",
            "1",
            "1.25",
            "12.5.3",
            "2025",
            "20251301",
            "2025-02-29",
            "31.04.2025",
            "2025-02-01 24:15",
            "2025-02-01 25:00",
            "2025-02-01 00:60",
            "2025-02-01 00:15;1",
            "2025-02-01 kWh",
            "25-01-13",
            "0001-01-01",
            "00:15",
        ] {
            assert_eq!(read(cell, true), None, "{cell}");
        }
    }

    #[test]
    fn times_are_counted_from_1970_too() {
        for cell in [
            "1738368900",
            "1738368900000",
            "1738368900000000",
            "1738368900000000000",
            "1738368900.25",
        ] {
            assert_eq!(read(cell, true), Some((Date::constant(2025, 2, 1), Some(15))), "{cell}");
        }
        assert_eq!(read("2025020113", true), Some((Date::constant(2025, 2, 1), Some(780))));
        for cell in ["3201234567", "17383689000", "1738368900x", "-1738368900", "1738368900.x"] {
            assert_eq!(read(cell, true), None, "{cell}");
        }
    }

    proptest! {
        #[test]
        fn days_are_numbered_without_a_hole(day in 7305_i32..47_000) {
            let date = date_of(day);
            let (year, month, of_month) = (date.year().into(), date.month().into(), date.day().into());
            prop_assert_eq!(day_number(year, month, of_month), Some(day));
        }

        #[test]
        fn any_text_is_a_moment_or_none(text in any::<String>(), marked in "[0-9:./年月日时 TZamp+-]{0,24}") {
            for cell in [text, marked] {
                if let Some(clock) = stamp(&cell, true).and_then(|stamp| stamp.clock) {
                    prop_assert!((0..=1440).contains(&clock.minute));
                }
            }
        }
    }
}
