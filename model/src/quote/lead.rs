//! Lead time: waiting, working and what comes after plating, in working days; and the day on which it ends.

use jiff::SignedDuration;
use jiff::civil::{Date, Weekday};

/// What a lot waits for and goes through.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Way {
    /// Before it begins, working days.
    pub queue_days: f64,
    /// On the line, h.
    pub line_h: f64,
    /// In ovens after plating, with heating up, h.
    pub bake_h: f64,
    /// Top coat with its cure and queue, working days.
    pub coating_days: f64,
    /// Inspection, packing and freight, working days.
    pub after_days: f64,
    /// Hours that the line works in a day.
    pub hours_per_day: f64,
}

/// Working days from order to delivery, whole: `⌈ queue + line + bake + coating + after ⌉`, ovens working round the clock.
///
/// Two days of queue, 12 h on a line of 16 h a day, 24 h in the oven, one day to pack and drive: 2 + 0.75 + 1 + 1 = 4.75, so five.
/// ```
/// use platewise_model::quote::lead::{Way, working_days};
/// let way = Way { queue_days: 2.0, line_h: 12.0, bake_h: 24.0, coating_days: 0.0, after_days: 1.0, hours_per_day: 16.0 };
/// assert_eq!(working_days(&way), 5.0);
/// ```
pub fn working_days(way: &Way) -> f64 {
    let days = way.queue_days
        + way.line_h / way.hours_per_day
        + way.bake_h / 24.0
        + way.coating_days
        + way.after_days;
    (days - 1e-9).ceil().max(0.0)
}

/// A day of the calendar.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Day(Date);

impl Day {
    /// The day that `2026-11-24` says; none where there is no such day.
    ///
    /// ```
    /// use platewise_model::quote::lead::Day;
    /// assert_eq!(Day::read("2026-02-29"), None);
    /// assert_eq!(Day::read("2028-2-29").map(|day| day.to_string()), Some("2028-02-29".to_owned()));
    /// ```
    pub fn read(text: &str) -> Option<Self> {
        let is_plain = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit()); // no sign
        let mut parts = text.trim().splitn(3, '-');
        let mut part = || parts.next().filter(is_plain)?.parse::<i16>().ok();
        let (year, month, day) = (part()?, part()?, part()?);
        let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
        (year >= 1).then_some(Self(date))
    }

    /// Whether it is a Saturday or a Sunday.
    pub fn is_weekend(self) -> bool {
        matches!(self.0.weekday(), Weekday::Saturday | Weekday::Sunday)
    }

    /// So many working days later, Mondays to Fridays; public holidays are not known.
    ///
    /// A Thursday and three working days:
    /// ```
    /// use platewise_model::quote::lead::Day;
    /// let day = Day::read("2026-11-26").unwrap();
    /// assert_eq!(day.after(3).to_string(), "2026-12-01");
    /// ```
    pub fn after(self, working_days: u32) -> Self {
        let mut later = (1..).map(|days| self.plus(days)).filter(|day| !day.is_weekend());
        working_days.checked_sub(1).and_then(|before| later.nth(before as usize)).unwrap_or(self)
    }

    /// So many days later, weekends counted: until when a quote is valid. The calendar ends with the year 9999.
    pub fn plus(self, days: u32) -> Self {
        Self(self.0.saturating_add(SignedDuration::from_hours(24 * i64::from(days))))
    }
}

impl From<Date> for Day {
    fn from(date: Date) -> Self {
        Self(date)
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}
