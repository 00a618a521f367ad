//! Lead time: waiting, working and what comes after plating, in working days; and the day on which it ends.

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
pub struct Day {
    /// Year, 1 to 9999.
    pub year: i64,
    /// Month, 1 to 12.
    pub month: i64,
    /// Day of the month.
    pub day: i64,
}

impl Day {
    /// The day that `2026-11-24` says; none where there is no such day.
    ///
    /// ```
    /// use platewise_model::quote::lead::Day;
    /// assert_eq!(Day::read("2026-02-29"), None);
    /// assert_eq!(Day::read("2028-02-29").map(|day| day.month), Some(2));
    /// ```
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.trim().splitn(3, '-').map(|part| {
            if part.bytes().all(|byte| byte.is_ascii_digit()) { part.parse().ok() } else { None }
        });
        let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
        let read = Self { year, month, day };
        let possible =
            (1..=9999).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
        (possible && Self::of_number(read.number()) == read).then_some(read)
    }

    /// Days since 1970-01-01 (Hinnant, "chrono-compatible low-level date algorithms").
    fn number(self) -> i64 {
        let year = if self.month <= 2 { self.year - 1 } else { self.year };
        let era = year.div_euclid(400);
        let of_era = year.rem_euclid(400);
        let shifted = (self.month + 9).rem_euclid(12);
        let of_year = (153 * shifted + 2) / 5 + self.day - 1;
        era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
    }

    fn of_number(number: i64) -> Self {
        let shifted = number + 719_468;
        let (era, of_era) = (shifted.div_euclid(146_097), shifted.rem_euclid(146_097));
        let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        Self { year: year + era * 400 + i64::from(month <= 2), month, day }
    }

    /// Whether it is a Saturday or a Sunday.
    pub fn is_weekend(self) -> bool {
        (self.number() + 3).rem_euclid(7) >= 5 // 1970-01-01 was a Thursday
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
        let mut day = self;
        let mut left = working_days;
        while left > 0 {
            day = Self::of_number(day.number() + 1);
            left -= u32::from(!day.is_weekend());
        }
        day
    }

    /// So many days later, weekends counted: until when a quote is valid.
    pub fn plus(self, days: u32) -> Self {
        Self::of_number(self.number() + i64::from(days))
    }
}

impl From<jiff::civil::Date> for Day {
    fn from(date: jiff::civil::Date) -> Self {
        Self { year: date.year().into(), month: date.month().into(), day: date.day().into() }
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}
