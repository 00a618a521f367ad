//! What a line can plate: takt, hours and rectifier.

/// A plating line.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Line {
    /// Plating stations, 1 or more.
    pub stations: f64,
    /// Area of a load, m².
    pub load_area_m2: f64,
    /// Time a station stands empty or without current between two loads, min.
    pub transfer_min: f64,
    /// Shortest takt that the rest of the line allows, min.
    pub other_takt_min: f64,
    /// Current of the rectifier of one station, A.
    pub rectifier_a: f64,
    /// Share of the hours in which the line runs, 0 to 1.
    pub uptime: f64,
    /// Hours worked in a year, h/a.
    pub hours_per_year: f64,
}

/// What limits the takt.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Binds {
    /// The plating tanks: a faster bath buys capacity.
    PlatingTanks,
    /// Something else on the line: a faster bath buys none.
    RestOfLine,
}

/// What a line plates.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Capacity {
    /// Area in an hour of the calendar of the line, stops included, m²/h.
    pub m2_per_hour: f64,
    /// Area in a year, m²/a.
    pub m2_per_year: f64,
    /// Time between two loads, min.
    pub takt_min: f64,
    /// What limits it.
    pub binds: Binds,
}

/// Capacity at a plating time in min: `takt = max((t + transfer) / stations, rest of the line)`, area per hour `60 load / takt × uptime`.
///
/// ```
/// use platewise_model::process::line::{Binds, Line, capacity};
/// let line = Line { stations: 6.0, load_area_m2: 6.0, transfer_min: 2.0, other_takt_min: 5.0, rectifier_a: 3000.0, uptime: 0.8, hours_per_year: 4800.0 };
/// let slow = capacity(&line, 40.0);
/// assert_eq!((slow.takt_min, slow.binds), (7.0, Binds::PlatingTanks));
/// assert_eq!(capacity(&line, 10.0).binds, Binds::RestOfLine);
/// ```
pub fn capacity(line: &Line, time_min: f64) -> Capacity {
    let plating = (time_min + line.transfer_min) / line.stations;
    let binds = if plating > line.other_takt_min { Binds::PlatingTanks } else { Binds::RestOfLine };
    let takt_min = plating.max(line.other_takt_min);
    let m2_per_hour = 60.0 * line.load_area_m2 / takt_min * line.uptime;
    Capacity { m2_per_hour, m2_per_year: m2_per_hour * line.hours_per_year, takt_min, binds }
}

/// Highest current density that the rectifier of a station gives the load, A/dm².
pub fn current_limit(line: &Line) -> f64 {
    line.rectifier_a / (100.0 * line.load_area_m2)
}
