//! Days of the calendar as people type them. Only forms that can be read in one way are read: `3/4/2026` is in March for
//! some and in April for others, so it is no date here.

use super::number::half_width;
use jiff::civil::Date;

/// Reads a day of the calendar: `2026-11-28`, `2026/11/28`, `2026.11.28`, `20261128`, `2026年11月28日`, and `28.11.2026`
/// where the day cannot be a month.
///
/// ```
/// use platewise_model::units::parse_date;
/// assert_eq!(parse_date("2026年11月28日").map(|day| day.to_string()), Some("2026-11-28".to_owned()));
/// assert_eq!(parse_date("28.11.2026"), parse_date("2026-11-28"));
/// assert_eq!(parse_date("3.4.2026"), None); // the third of April, or the fourth of March
/// assert_eq!(parse_date("2026-02-29"), None);
/// ```
pub fn parse_date(typed: &str) -> Option<Date> {
    if typed.len() > LONGEST {
        return None;
    }
    let plain: String = typed.trim().chars().map(half_width).filter(|c| *c != ' ').collect();
    if plain.len() == 8 && digits(&plain) {
        return date(plain.get(..4)?, plain.get(4..6)?, plain.get(6..)?);
    }
    if let Some((year, rest)) = plain.split_once('年') {
        let (month, day) = rest.split_once('月')?;
        return date(year, month, day.strip_suffix(['日', '号']).unwrap_or(day));
    }
    let sign = ['-', '/', '.'].into_iter().find(|sign| plain.contains(*sign))?;
    let mut parts = plain.splitn(3, sign);
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
    if sign == '.' && third.len() == 4 {
        let cannot_be_a_month = first == second || number(first)? > 12;
        return date(third, second, first).filter(|_| cannot_be_a_month);
    }
    date(first, second, third)
}

/// More bytes than any form of a date has, blanks around it included.
const LONGEST: usize = 100;

fn digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn number(text: &str) -> Option<i8> {
    if digits(text) && text.len() <= 2 { text.parse().ok() } else { None }
}

/// Years have four digits: 26 is not 2026 for everybody.
fn date(year: &str, month: &str, day: &str) -> Option<Date> {
    let year: i16 = if digits(year) && year.len() == 4 { year.parse().ok()? } else { return None };
    Date::new(year, number(month)?, number(day)?).ok().filter(|_| year > 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date as day;

    #[test]
    fn dates_are_read_as_people_write_them() {
        for typed in [
            "2026-11-08",
            "2026-11-8",
            " 2026 - 11 - 08 ",
            "2026/11/08",
            "2026/11/8",
            "2026.11.08",
            "20261108",
            "2026年11月8日",
            "2026 年 11 月 08 日",
            "2026年11月8号",
            "2026年11月8",
            "２０２６－１１－０８",
        ] {
            assert_eq!(parse_date(typed), Some(day(2026, 11, 8)), "{typed}");
        }
        assert_eq!(parse_date("28.11.2026"), Some(day(2026, 11, 28)));
        assert_eq!(parse_date("11.11.2026"), Some(day(2026, 11, 11)));
        assert_eq!(parse_date("2028-02-29"), Some(day(2028, 2, 29)));
    }

    #[test]
    fn what_is_no_day_or_two_days_is_none() {
        for typed in [
            "",
            "today",
            "今天",
            "2026-13-01",
            "2026-02-29",
            "2100-02-29",
            "2026-11-31",
            "2026-00-10",
            "0000-01-01",
            "8.11.2026",
            "11/28/2026",
            "28/11/2026",
            "28-11-2026",
            "26-11-28",
            "2026-11",
            "2026-11-28-1",
            "2026--1-01",
            "+2026-11-28",
            "2026-9223372036854775807-01",
            "20261328",
        ] {
            assert_eq!(parse_date(typed), None, "{typed}");
        }
    }
}
