//! A plating line: how fast loads follow each other, what a load holds, what the line turns out, and what its hours cost.
//!
//! One model for every calculator: the same load on the same line has the same takt and the same cost everywhere.
//! Pure functions of plain numbers, each unit in its name. The method and its limits stand in `docs/line.md`.

pub mod capacity;
pub mod hours;
pub mod load;
pub mod takt;

use crate::data::line;
use takt::{RestOfLine, Stations};

/// A plating line with what is in a load.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Line {
    /// Stations and hoists.
    pub stations: Stations,
    /// Area of a load, m².
    pub load_area_m2: f64,
    /// Current of the rectifier of one station, A.
    pub rectifier_a: f64,
    /// Share of the hours in which the line turns out loads, 0 to 1.
    pub uptime: f64,
    /// Hours worked in a year, h/a.
    pub hours_per_year: f64,
}

impl Line {
    /// The example line, on rack or in barrel.
    pub fn example(barrel: bool) -> Self {
        let load = if barrel { &line::LOAD_AREA_BARREL } else { &line::LOAD_AREA_RACK };
        Self {
            stations: Stations {
                plating: line::STATIONS.value,
                transfer_min: line::TRANSFER.value,
                rest: RestOfLine::Timed { takt_min: line::OTHER_TAKT.value },
            },
            load_area_m2: load.value,
            rectifier_a: line::RECTIFIER.value,
            uptime: line::UPTIME.value,
            hours_per_year: line::HOURS.value,
        }
    }
}
