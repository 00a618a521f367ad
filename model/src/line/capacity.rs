//! What a line turns out: loads, pieces and area in an hour and a year, and how much of it is good.

use super::Line;
use super::takt::{Takt, takt};

/// What a line plates.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Capacity {
    /// Area in an hour of the calendar of the line, stops and rejects included, m²/h.
    pub m2_per_hour: f64,
    /// Area in a year, m²/a.
    pub m2_per_year: f64,
    /// Time between two loads, and what sets it.
    pub takt: Takt,
}

/// Capacity at a plating time in min: an upper bound, as the takt is a lower one.
///
/// 6 m² every 7 min, 80 % of the time:
/// ```
/// use platewise_model::line::{Line, capacity::capacity};
/// let made = capacity(&Line::example(false), 40.0);
/// assert!((made.m2_per_hour - 60.0 / 7.0 * 6.0 * 0.8).abs() < 1e-12);
/// ```
pub fn capacity(line: &Line, time_min: f64) -> Capacity {
    let takt = takt(&line.stations, time_min);
    let m2_per_hour = m2_per_hour(line.load_area_m2, takt.min, line.uptime);
    Capacity { m2_per_hour, m2_per_year: m2_per_hour * line.hours_per_year, takt }
}

/// Loads in an hour while the line runs: `60 / takt`.
pub fn loads_per_hour(takt_min: f64) -> f64 {
    60.0 / takt_min
}

/// Area in an hour, stops included, m²/h: `60 · load / takt · uptime`.
pub fn m2_per_hour(load_area_m2: f64, takt_min: f64, uptime: f64) -> f64 {
    60.0 * load_area_m2 / takt_min * uptime
}

/// Good pieces in an hour: `loads · pieces · uptime · yield`.
///
/// Four loads of 480 pieces, 65 % of the time, 97 % good, as a published example has it:
/// ```
/// use platewise_model::line::capacity::good_pieces;
/// assert_eq!(good_pieces(4.0, 480.0, 0.65, 0.97).round(), 1211.0);
/// ```
pub fn good_pieces(loads_per_hour: f64, pieces: f64, uptime: f64, yield_fraction: f64) -> f64 {
    loads_per_hour * pieces * uptime * yield_fraction
}

/// Passes through the line for one that is good: `1 / (1 − rejects)`, which is `1 / yield`. Rejects are stripped and
/// plated again, and may be rejected again.
///
/// ```
/// use platewise_model::line::capacity::passes_per_good;
/// assert_eq!(passes_per_good(0.2), 1.25);
/// ```
pub fn passes_per_good(reject_share: f64) -> f64 {
    1.0 / (1.0 - reject_share)
}
