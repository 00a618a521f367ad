//! The numbers: patches and bodies of the part, its mass, what a load holds, and what a line gives in an hour.

use super::setup::{Further, Setup};
use crate::calculator::part::{Solid, solid};
use crate::calculator::{Problem, cell_name};
use crate::line::capacity::{good_pieces, loads_per_hour, m2_per_hour};
use crate::line::hours::hours;
use crate::line::load::{Limit, area_by_current, loads, whole_pieces};
use crate::line::takt::{Hoists, RestOfLine, Stations, Takt, takt};

/// What a load holds.
#[derive(Clone, PartialEq, Debug)]
pub struct Load {
    /// Pieces of the part, whole; 0 when not even one fits.
    pub pieces: f64,
    /// Mass of all that is in it, kg.
    pub mass_kg: f64,
    /// Area of it, dm².
    pub area_dm2: f64,
    /// The current it takes, A.
    pub current_a: f64,
    /// What limits it.
    pub limit: Limit,
    /// Pieces of the part by the room, by the rectifier, by the weight; the last is none where no weight is given.
    pub by: [Option<f64>; 3],
    /// What each part has of it: that of the answer, then the further ones.
    pub shares: Vec<Share>,
    /// Which of them takes most of what limits the load; the first where it is alone.
    pub limiting: usize,
}

/// What a part has of a load.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Share {
    /// Pieces.
    pub pieces: f64,
    /// Their area, dm².
    pub area_dm2: f64,
    /// Their mass, kg.
    pub mass_kg: f64,
    /// The room they take: litres of the heap in a barrel, places on racks.
    pub room: f64,
}

/// All numbers.
#[derive(Clone, PartialEq, Debug)]
pub struct Numbers {
    /// The inputs as they were understood.
    pub setup: Setup,
    /// The part.
    pub solid: Solid,
    /// What else is in the load.
    pub further: Vec<Solid>,
    /// A load.
    pub load: Load,
    /// Stations and hoists of the line.
    pub stations: Stations,
    /// Time between two loads, and what sets it.
    pub takt: Takt,
}

impl Numbers {
    /// Loads in an hour.
    pub fn loads_per_hour(&self) -> f64 {
        loads_per_hour(self.takt.min)
    }

    /// Good pieces in an hour.
    pub fn good_per_hour(&self) -> f64 {
        let v = &self.setup.values;
        good_pieces(self.loads_per_hour(), self.load.pieces, v.uptime.value, v.yield_fraction.value)
    }

    /// Area in an hour, rejects included, m²/h.
    pub fn m2_per_hour(&self) -> f64 {
        m2_per_hour(self.load.area_dm2 / 100.0, self.takt.min, self.setup.values.uptime.value)
    }

    /// Loads that all pieces take; none when not even one piece fits.
    pub fn loads(&self) -> Option<f64> {
        loads(self.setup.values.count.value, self.load.pieces, self.solid.area_dm2)
            .map(|lot| lot.count)
    }

    /// Hours of the line until all pieces are good, on average over many lots: full loads, rejects plated again; none when
    /// not even one piece fits.
    pub fn line_h(&self) -> Option<f64> {
        let v = &self.setup.values;
        let full = v.count.value / self.load.pieces;
        (self.load.pieces > 0.0)
            .then(|| hours(full, self.takt.min, v.uptime.value) / v.yield_fraction.value)
    }
}

/// Computes all numbers.
///
/// # Errors
/// A part that has no metal, or nothing to plate.
pub fn solve(setup: Setup) -> Result<Numbers, Vec<Problem>> {
    let solid = solid(&setup.part)?;
    let v = &setup.values;
    let hoists = Hoists {
        count: v.hoists.value,
        moves_per_load: v.moves_per_load.value,
        move_min: v.move_min.value,
    };
    let stations = Stations {
        plating: v.plating_stations.value,
        transfer_min: hoists.transfer_min(),
        rest: RestOfLine::Counted { longest_min: v.other_station_min.value, hoists },
    };
    let takt = takt(&stations, v.time_min.value);
    let further = setup
        .further
        .iter()
        .enumerate()
        .map(|(row, one)| solid_of(row, one))
        .collect::<Result<Vec<_>, _>>()?;
    let load = load(&setup, &solid, &further);
    Ok(Numbers { stations, takt, solid, further, load, setup })
}

fn solid_of(row: usize, further: &Further) -> Result<Solid, Vec<Problem>> {
    let named =
        |problem: Problem| Problem { field: cell_name("parts", row, &problem.field), ..problem };
    solid(&further.part).map_err(|problems| problems.into_iter().map(named).collect())
}

/// The load: the further parts as given, and as many of the first as find room, current and weight beside them.
fn load(setup: &Setup, solid: &Solid, further: &[Solid]) -> Load {
    let v = &setup.values;
    let share = |pieces: f64, one: &Solid, bulk: f64| {
        let mass_kg = pieces * one.mass_g / 1000.0;
        Share {
            pieces,
            area_dm2: pieces * one.area_dm2,
            mass_kg,
            room: if setup.barrel { mass_kg / bulk } else { pieces },
        }
    };
    let rows = setup.further.iter().zip(further);
    let mut shares: Vec<Share> = rows
        .map(|(row, one)| {
            share(row.values.pieces.value, one, row.values.bulk_density_kg_per_l.value)
        })
        .collect();
    let taken = |of: fn(&Share) -> f64| shares.iter().map(of).sum::<f64>();
    let single = share(1.0, solid, v.bulk_density_kg_per_l.value);
    let whole_room = if setup.barrel {
        v.barrel_volume_l.value * v.fill_fraction.value
    } else {
        v.pieces_per_rack.value * v.racks_per_load.value
    };
    let room = (whole_room - taken(|one| one.room)) / single.room;
    let area = area_by_current(v.rectifier_a.value, v.current_density_a_per_dm2.value);
    let current = (area - taken(|one| one.area_dm2)) / single.area_dm2;
    let weight = (setup.barrel && v.barrel_limit_kg.value > 0.0)
        .then(|| (v.barrel_limit_kg.value - taken(|one| one.mass_kg)) / single.mass_kg);
    let mut most = (room, Limit::Room);
    for one in [(current, Limit::Rectifier), (weight.unwrap_or(f64::INFINITY), Limit::Weight)] {
        if one.0 < most.0 {
            most = one;
        }
    }
    let whole = |pieces: f64| whole_pieces(pieces).max(0.0);
    let pieces = whole(most.0);
    shares.insert(0, share(pieces, solid, v.bulk_density_kg_per_l.value));
    let of_limit = |one: &Share| match most.1 {
        Limit::Room => one.room,
        Limit::Rectifier => one.area_dm2,
        Limit::Weight => one.mass_kg,
    };
    let limiting = shares
        .iter()
        .enumerate()
        .fold(
            (0, 0.0),
            |most, (place, one)| if of_limit(one) > most.1 { (place, of_limit(one)) } else { most },
        )
        .0;
    let sum = |of: fn(&Share) -> f64| shares.iter().map(of).sum::<f64>();
    let area = sum(|one| one.area_dm2);
    Load {
        pieces,
        mass_kg: sum(|one| one.mass_kg),
        area_dm2: area,
        current_a: area * v.current_density_a_per_dm2.value,
        limit: most.1,
        by: [Some(whole(room)), Some(whole(current)), weight.map(whole)],
        limiting,
        shares,
    }
}
