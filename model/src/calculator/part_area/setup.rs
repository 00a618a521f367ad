//! Understands the inputs: the part, the load and the line. It never fails: what contradicts is noted as a problem.

use super::inputs::{Inputs, Mixed, Share, Work};
use crate::calculator::part::{self, Understood};
use crate::calculator::{Assumptions, InputTable, Mount, Problem, cell_name, picked, values};
use crate::data::{Fact, Listed, materials};

values! {
    /// The numbers besides those of the part, each by the name of its field.
    pub struct Values of Work, |barrel: bool, bulk: &Fact|
    count = materials::COUNT;
    barrel_volume_l = materials::BARREL_VOLUME;
    fill_fraction = materials::FILL;
    bulk_density_kg_per_l = *bulk;
    barrel_limit_kg = materials::NO_LIMIT;
    pieces_per_rack = materials::PIECES_PER_RACK;
    racks_per_load = materials::RACKS;
    current_density_a_per_dm2 = if barrel { materials::DENSITY_BARREL } else { materials::DENSITY_RACK };
    rectifier_a = materials::RECTIFIER;
    time_min = materials::PLATING_TIME;
    plating_stations = materials::STATIONS;
    other_station_min = materials::OTHER_STATION;
    moves_per_load = materials::MOVES;
    move_min = materials::MOVE;
    hoists = materials::HOISTS;
    uptime = materials::UPTIME;
    yield_fraction = materials::YIELD;
}

values! {
    /// What a part of a mixed load has besides its sizes.
    pub struct Shares of Share, |bulk: &Fact|
    pieces = materials::PIECES_IN_MIX;
    bulk_density_kg_per_l = *bulk;
}

/// A further part of the load as it was understood.
#[derive(Clone, PartialEq, Debug)]
pub struct Further {
    /// The part.
    pub part: Understood,
    /// How much of it.
    pub values: Shares,
}

/// The inputs as they were understood.
#[derive(Clone, PartialEq, Debug)]
pub struct Setup {
    /// The part.
    pub part: Understood,
    /// What else is in the load.
    pub further: Vec<Further>,
    /// Whether it goes into a barrel.
    pub barrel: bool,
    /// The numbers besides those of the part.
    pub values: Values,
}

/// Fields that count in a barrel only, and on a rack only.
const BARREL: [&str; 4] =
    ["barrel_volume_l", "fill_fraction", "bulk_density_kg_per_l", "barrel_limit_kg"];
const RACK: [&str; 2] = ["pieces_per_rack", "racks_per_load"];

impl Setup {
    /// Whether a field counts with the others as they are.
    pub fn counts(&self, field: &str) -> bool {
        match field {
            field if BARREL.contains(&field) => self.barrel,
            field if RACK.contains(&field) => !self.barrel,
            field => self.part.counts(field),
        }
    }

    /// Tells how the fields were understood.
    pub(super) fn tell(&self, inputs: &Inputs, to: &mut Assumptions) {
        self.part.tell(to);
        to.chosen("rack_or_barrel", if self.barrel { Mount::Barrel } else { Mount::Rack }.id());
        self.values.tell(to);
        to.empty_by_default("barrel_limit_kg");
        for field in Work::fields().iter().filter(|field| !self.counts(field.name)) {
            to.unused(field.name);
        }
        let rows = inputs.work.parts.as_ref().map(|rows| &rows.0[..]).unwrap_or_default();
        to.rows(
            "parts",
            rows.iter().zip(&self.further).map(|(row, further)| {
                let mut to = Assumptions::of(row);
                further.part.tell(&mut to);
                further.values.tell(&mut to);
                if !self.barrel {
                    to.unused("bulk_density_kg_per_l");
                }
                to
            }),
        );
    }

    /// The number of a field.
    pub fn value(&self, field: &str) -> Option<crate::calculator::Valued> {
        self.part.values.get(field).or_else(|| self.values.get(field))
    }
}

/// Understands the inputs; the problems are what contradicts.
pub fn understand(inputs: &Inputs) -> (Setup, Vec<Problem>) {
    let (part, mut problems) = part::understand(&inputs.part);
    let barrel = picked(
        &inputs.work.rack_or_barrel,
        if part.is_small() { Mount::Barrel } else { Mount::Rack },
    ) == Mount::Barrel;
    let values = Values::of(&inputs.work, barrel, part.bulk());
    let rows = inputs.work.parts.as_ref().map(|rows| &rows.0[..]).unwrap_or_default();
    let mut further = Vec::with_capacity(rows.len());
    for (row, Mixed { part, share }) in rows.iter().enumerate() {
        let (part, found) = part::understand(part);
        problems.extend(
            found.into_iter().map(|problem| Problem {
                field: cell_name("parts", row, &problem.field),
                ..problem
            }),
        );
        further.push(Further { values: Shares::of(share, part.bulk()), part });
    }
    (Setup { part, further, barrel, values }, problems)
}
