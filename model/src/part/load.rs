//! How many parts a barrel, a rack and a line take, and which limit comes first.

/// What limits a load.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Limit {
    /// The room in the barrel, or the places on the racks.
    Room,
    /// The current of the rectifier.
    Rectifier,
    /// The weight that the barrel may hold.
    Weight,
}

/// Parts of a barrel by its room: `V · fill · bulk density`, kg.
///
/// ```
/// use platewise_model::part::load::barrel_kg;
/// assert_eq!(barrel_kg(60.0, 0.5, 2.0), 60.0);
/// ```
pub fn barrel_kg(volume_l: f64, fill: f64, bulk_kg_per_l: f64) -> f64 {
    volume_l * fill * bulk_kg_per_l
}

/// Area that a current plates at a current density, dm².
pub fn area_by_current(current_a: f64, density_a_per_dm2: f64) -> f64 {
    current_a / density_a_per_dm2
}

/// What the takt of a line follows from.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Stations {
    /// Plating time, min.
    pub plating_min: f64,
    /// Plating stations.
    pub plating: f64,
    /// The longest of the other stations, min.
    pub other_min: f64,
    /// Moves of the hoists for a load.
    pub moves: f64,
    /// Time of a move, min.
    pub move_min: f64,
    /// Hoists.
    pub hoists: f64,
}

/// What the takt is set by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TaktBy {
    /// The plating stations.
    Plating,
    /// Another station.
    Other,
    /// The hoists.
    Hoists,
}

/// Time between two loads, min, and what sets it: the longest of the plating time by its stations, another station, and the moves by the
/// hoists.
///
/// ```
/// use platewise_model::part::load::{Stations, TaktBy, takt};
/// let line = Stations { plating_min: 60.0, plating: 4.0, other_min: 5.0, moves: 16.0, move_min: 0.6, hoists: 1.0 };
/// assert_eq!(takt(&line), (15.0, TaktBy::Plating));
/// ```
pub fn takt(line: &Stations) -> (f64, TaktBy) {
    let candidates = [
        (line.plating_min / line.plating, TaktBy::Plating),
        (line.other_min, TaktBy::Other),
        (line.moves * line.move_min / line.hoists, TaktBy::Hoists),
    ];
    candidates
        .into_iter()
        .fold((0.0, TaktBy::Plating), |longest, one| if one.0 > longest.0 { one } else { longest })
}

/// Good pieces in an hour: `loads · pieces · uptime · yield`.
///
/// Four loads of 480 pieces, 65 % of the time, 97 % good, as a published example has it:
/// ```
/// use platewise_model::part::load::good_pieces;
/// assert_eq!(good_pieces(4.0, 480.0, 0.65, 0.97).round(), 1211.0);
/// ```
pub fn good_pieces(loads_per_hour: f64, pieces: f64, uptime: f64, yielded: f64) -> f64 {
    loads_per_hour * pieces * uptime * yielded
}
