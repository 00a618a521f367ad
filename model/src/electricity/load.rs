//! When a plant uses electricity: a shape of the working day, a base load on the days of rest, and how many of either a month has.

use crate::solar::weather::DAYS;

/// The load of a year.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Load {
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

impl Load {
    /// A load whose year adds up to `annual_kwh`. `shape` is relative, and so is `resting`, the load of every hour of a day of rest. Nothing
    /// when they add up to nothing while something is asked for.
    pub fn of_year(annual_kwh: f64, shape: &[f64; 24], resting: f64, worked: [f64; 12]) -> Option<Self> {
        let day: f64 = shape.iter().sum();
        let year: f64 = worked.iter().zip(DAYS).map(|(share, days)| days * (share * day + (1.0 - share) * 24.0 * resting)).sum();
        if annual_kwh == 0.0 {
            return Some(Self { working: [0.0; 24], resting: 0.0, worked });
        }
        let scale = annual_kwh / year;
        (scale.is_finite() && scale > 0.0).then(|| Self { working: shape.map(|hour| hour * scale), resting: resting * scale, worked })
    }

    /// The largest load of an hour, kW.
    pub fn largest(&self) -> f64 {
        let working = if self.worked.iter().any(|share| *share > 0.0) { self.working.iter().copied().fold(0.0, f64::max) } else { 0.0 };
        if self.worked.iter().any(|share| *share < 1.0) { working.max(self.resting) } else { working }
    }
}
