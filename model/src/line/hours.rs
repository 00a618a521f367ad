//! Hours of a line and what they cost.

/// Hours that loads take, stops included: `loads · takt / (60 · uptime)`.
///
/// 12 loads every 7 min are 84 min of work, on a line that works half of its hours 2.8 h:
/// ```
/// use platewise_model::line::hours::hours;
/// assert!((hours(12.0, 7.0, 0.5) - 2.8).abs() < 1e-12);
/// ```
pub fn hours(loads: f64, takt_min: f64, uptime: f64) -> f64 {
    loads * takt_min / 60.0 / uptime
}

/// What an hour of a line costs.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct HourlyRate {
    /// While it works, CNY/h.
    pub worked: f64,
    /// Share of its hours that are sold, 0 to 1: the idle ones are paid by the others. 1 where idle hours are not counted.
    pub utilisation: f64,
}

impl HourlyRate {
    /// Wages of the crew alone, without idle hours: what differs between processes on the same line. Depreciation, rent,
    /// maintenance and management go on whatever bath is in the tanks.
    pub fn of_crew(people: f64, wage_per_h: f64) -> Self {
        Self { worked: people * wage_per_h, utilisation: 1.0 }
    }

    /// What hours of work cost, CNY.
    pub fn of_work(&self, hours: f64) -> f64 {
        hours * self.worked
    }

    /// What the hours of work for a square metre cost, CNY/m²: the same money as [`HourlyRate::of_work`], where the area that
    /// goes through in an hour is known.
    pub fn per_m2(&self, m2_per_hour: f64) -> f64 {
        self.worked / m2_per_hour
    }

    /// What the idle hours cost that hours of work have to pay for, CNY.
    ///
    /// At 75 % sold, three hours pay for one more:
    /// ```
    /// use platewise_model::line::hours::HourlyRate;
    /// let rate = HourlyRate { worked: 400.0, utilisation: 0.75 };
    /// assert!((rate.of_idleness(3.0) - 400.0).abs() < 1e-9);
    /// assert_eq!(HourlyRate::of_crew(4.0, 55.0).of_idleness(3.0), 0.0);
    /// ```
    pub fn of_idleness(&self, hours: f64) -> f64 {
        self.of_work(hours) * (1.0 / self.utilisation - 1.0)
    }
}
