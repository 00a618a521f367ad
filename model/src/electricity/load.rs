//! When a plant uses electricity: a shape of the working day, a base load on the days of rest, and how many of either a month has; or the
//! hours of a meter.

use crate::solar::weather::DAYS;
use std::sync::Arc;

/// The load of a year.
#[derive(Clone, PartialEq, Debug)]
pub enum Load {
    /// Days of work and of rest.
    Pattern(Box<Pattern>),
    /// Each of 8,760 hours, kWh.
    Hours(Arc<[f64]>),
}

/// Days of work and of rest.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Pattern {
    /// Each hour of a working day, kWh.
    pub working: [f64; 24],
    /// Each hour of a day of rest, kWh.
    pub resting: f64,
    /// Share of each month's days that are worked.
    pub worked: [f64; 12],
}

/// Share of each month's days that are worked: so many days a week, and holidays around the Chinese New Year, in February as far as it has
/// days and then evenly in the others.
pub fn worked(days_per_week: f64, holidays: f64) -> [f64; 12] {
    let week = (days_per_week / 7.0).clamp(0.0, 1.0);
    let february = holidays.clamp(0.0, 28.0);
    let elsewhere = ((holidays - february) / (365.0 - 28.0)).clamp(0.0, 1.0);
    let mut shares = [week * (1.0 - elsewhere); 12];
    if let Some(share) = shares.get_mut(1) {
        *share = week * (1.0 - february / 28.0);
    }
    shares
}

/// A working day as relative values: 1 in shift, `shoulder` in the hour before the first and after the last, `idle` otherwise.
///
/// ```
/// use platewise_model::electricity::load::shape;
/// assert_eq!(shape((8, 17), 0.1, 0.4)[7..10], [0.4, 1.0, 1.0]);
/// assert_eq!(shape((0, 24), 0.1, 0.4), [1.0; 24]);
/// ```
pub fn shape((from, to): (usize, usize), idle: f64, shoulder: f64) -> [f64; 24] {
    let mut day = [idle; 24];
    for (hour, value) in day.iter_mut().enumerate() {
        if (from..to).contains(&hour) {
            *value = 1.0;
        } else if hour + 1 == from || hour == to {
            *value = shoulder.max(idle);
        }
    }
    day
}

impl Load {
    /// A load whose year adds up to `annual_kwh`. `shape` is relative, and so is `resting`, the load of every hour of a day of rest. Nothing
    /// when they add up to nothing while something is asked for.
    pub fn of_pattern(
        annual_kwh: f64,
        shape: &[f64; 24],
        resting: f64,
        worked: [f64; 12],
    ) -> Option<Self> {
        let day: f64 = shape.iter().sum();
        let year: f64 = worked
            .iter()
            .zip(DAYS)
            .map(|(share, days)| days * (share * day + (1.0 - share) * 24.0 * resting))
            .sum();
        let scale = scale(annual_kwh, year)?;
        Some(Self::Pattern(Box::new(Pattern {
            working: shape.map(|hour| hour * scale),
            resting: resting * scale,
            worked,
        })))
    }

    /// The hours of a meter, brought to a year of `annual_kwh`. Nothing as above.
    pub fn of_hours(annual_kwh: f64, hours: &[f64]) -> Option<Self> {
        let scale = scale(annual_kwh, hours.iter().sum())?;
        Some(Self::Hours(hours.iter().map(|hour| hour * scale).collect()))
    }

    /// The kinds of day that a month's days are of: hours and the share of the days.
    pub fn days_of(&self, month: usize) -> Vec<([f64; 24], f64)> {
        match self {
            Self::Pattern(pattern) => {
                let worked = pattern.worked.get(month).copied().unwrap_or_default();
                [(pattern.working, worked), ([pattern.resting; 24], 1.0 - worked)]
                    .into_iter()
                    .filter(|(_, share)| *share > 0.0)
                    .collect()
            }
            Self::Hours(hours) => {
                let days = month_of(hours, month)
                    .chunks_exact(24)
                    .filter_map(|day| <[f64; 24]>::try_from(day).ok());
                let count = DAYS.get(month).copied().unwrap_or(1.0);
                days.map(|day| (day, 1.0 / count)).collect()
            }
        }
    }

    /// A day of the year, counted from 0, where each has its own hours.
    pub fn day(&self, date: usize) -> Option<[f64; 24]> {
        match self {
            Self::Pattern(_) => None,
            Self::Hours(hours) => hours.chunks_exact(24).nth(date)?.try_into().ok(),
        }
    }

    /// The mean day of a month, kWh in each hour.
    pub fn mean_day(&self, month: usize) -> [f64; 24] {
        let mut mean = [0.0; 24];
        for (day, share) in self.days_of(month) {
            for (mean, hour) in mean.iter_mut().zip(day) {
                *mean += share * hour;
            }
        }
        mean
    }
}

/// What brings a sum to another; nothing where that cannot be done.
fn scale(wanted: f64, sum: f64) -> Option<f64> {
    if wanted == 0.0 {
        return Some(0.0);
    }
    Some(wanted / sum).filter(|scale| scale.is_finite() && *scale > 0.0)
}

/// The hours of a month.
fn month_of(hours: &[f64], month: usize) -> &[f64] {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "days of a year")]
    let days = |count: usize| DAYS.iter().take(count).sum::<f64>() as usize;
    hours.get(24 * days(month)..24 * days(month + 1)).unwrap_or_default()
}
