//! The takt: the least time between two loads.
//!
//! It is a lower bound. No station and no hoist is asked for more than its time allows, but a schedule that all of them
//! keep at once may need longer, above all where a load must not stay in a tank beyond a maximum. On the classical line
//! of Phillips & Unger (AIIE Transactions 8, 1976, 219), one hoist and twelve tanks, the moves alone take 337 s, the best
//! simple bound is 374 s, and the shortest cycle that exists is 521 s, 39 % above it.

/// Moves in which a station changes its load: one takes the old load out, one brings the new one.
const MOVES_TO_CHANGE: f64 = 2.0;

/// Stations and hoists of a line, as far as they set its pace.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Stations {
    /// Places in plating tanks, each for a load, 1 or more.
    pub plating: f64,
    /// Time for which a station stands empty, and a plating station without current, between two loads, min.
    pub transfer_min: f64,
    /// What else a load passes.
    pub rest: RestOfLine,
}

/// The line without its plating stations.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum RestOfLine {
    /// Known as a whole.
    Timed {
        /// Shortest time between two loads that hoists and the other stations allow together, as timed on the line, min.
        takt_min: f64,
    },
    /// Known station by station.
    Counted {
        /// Time of a load in the longest of the stations that stand once, min, without the change of load.
        longest_min: f64,
        /// The hoists.
        hoists: Hoists,
    },
}

/// The hoists of a line.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Hoists {
    /// Hoists that serve the line at the same time, 1 or more.
    pub count: f64,
    /// Moves of a load from loading to unloading.
    pub moves_per_load: f64,
    /// A move with the way back, mean of all, min: raise, drip, travel, lower, return.
    pub move_min: f64,
}

impl Hoists {
    /// The least time between two loads that the hoists allow, min: `moves · time of a move / hoists`.
    ///
    /// Hoists that share a track and wait for each other allow less.
    ///
    /// ```
    /// use platewise_model::line::takt::Hoists;
    /// assert_eq!(Hoists { count: 2.0, moves_per_load: 16.0, move_min: 0.5 }.takt_min(), 4.0);
    /// ```
    pub fn takt_min(&self) -> f64 {
        self.moves_per_load * self.move_min / self.count
    }

    /// Time for which a station stands empty between two loads, min, where nobody timed it: one move takes the old load
    /// on, one brings the new one. Both are counted with their way back, of which the change needs one, so it is one way
    /// back too long. Two hoists that change a load between them take less.
    pub fn transfer_min(&self) -> f64 {
        MOVES_TO_CHANGE * self.move_min
    }
}

/// The least time between two loads that a station allows, min: `(time + transfer) / places`.
///
/// Not `time / places`: a place that changes its load does no work meanwhile. Tank 9 of Phillips & Unger, 130 s at least
/// with 22 s to bring a load, 47 s to take it on and 25 s of the way back, allows a load every 224 s:
/// ```
/// use platewise_model::line::takt::station_takt_min;
/// assert_eq!(60.0 * station_takt_min(130.0 / 60.0, (22.0 + 47.0 + 25.0) / 60.0, 1.0), 224.0);
/// ```
pub fn station_takt_min(time_min: f64, transfer_min: f64, places: f64) -> f64 {
    (time_min + transfer_min) / places
}

/// What sets a takt.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SetBy {
    /// The plating stations: a faster bath buys capacity.
    PlatingStations,
    /// Another station: a faster bath buys none.
    OtherStation,
    /// The hoists: a faster bath buys none.
    Hoists,
    /// Another station or the hoists, where they are known as a whole: a faster bath buys none.
    RestOfLine,
}

/// The takt of a line and what it follows from.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Takt {
    /// Time between two loads, min: the greatest of the bounds.
    pub min: f64,
    /// Bound of the plating stations, min.
    pub plating_min: f64,
    /// Bound of everything else, min.
    pub rest_min: f64,
    /// Which bound is the greatest. Where the plating stations and the rest are level it is the rest, since a faster bath
    /// buys nothing there.
    pub set_by: SetBy,
}

/// The takt at a plating time in min: the greatest of what the plating stations, the other stations and the hoists allow.
///
/// Holds for lines on which every load takes the same way at the same pace. It is a lower bound, see the head of this file.
///
/// 40 min in six places that stand empty for 2 min between two loads, 7 min:
/// ```
/// use platewise_model::line::takt::{RestOfLine, SetBy, Stations, takt};
/// let rest = RestOfLine::Timed { takt_min: 5.0 };
/// let stations = Stations { plating: 6.0, transfer_min: 2.0, rest };
/// let slow = takt(&stations, 40.0);
/// assert_eq!((slow.min, slow.set_by), (7.0, SetBy::PlatingStations));
/// assert_eq!(takt(&stations, 10.0).set_by, SetBy::RestOfLine);
/// ```
pub fn takt(stations: &Stations, plating_min: f64) -> Takt {
    let plating_min = station_takt_min(plating_min, stations.transfer_min, stations.plating);
    let (rest_min, rest_by) = rest(stations);
    let set_by = if plating_min > rest_min { SetBy::PlatingStations } else { rest_by };
    Takt { min: plating_min.max(rest_min), plating_min, rest_min, set_by }
}

fn rest(stations: &Stations) -> (f64, SetBy) {
    match stations.rest {
        RestOfLine::Timed { takt_min } => (takt_min, SetBy::RestOfLine),
        RestOfLine::Counted { longest_min, hoists } => {
            let station = station_takt_min(longest_min, stations.transfer_min, 1.0);
            let hoists = hoists.takt_min();
            if hoists > station { (hoists, SetBy::Hoists) } else { (station, SetBy::OtherStation) }
        }
    }
}
