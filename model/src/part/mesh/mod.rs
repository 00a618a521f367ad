//! A surface of triangles as files hold it: what it measures, how many bodies it is, and whether it is closed. Plain numbers in the unit of
//! the file.

mod doubled;
mod measure;
mod preview;
mod stl;
mod three_mf;

pub use measure::{Measured, Shell, exceeds, measure};
pub use preview::preview;
pub use stl::read as read_stl;
pub use three_mf::{Model, read as read_3mf};

use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;
use std::hash::BuildHasher as _;

/// A corner of a triangle.
pub type Point = [f32; 3];

/// Triangles over shared corners.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mesh {
    /// The corners, each once.
    pub points: Vec<Point>,
    /// Three corners each, anticlockwise as seen from outside.
    pub triangles: Vec<[u32; 3]>,
    /// What was special in the file.
    pub notes: Vec<Note>,
}

/// What was special in a file, and how it was read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Note {
    /// So many solids, or files joined into one; all are kept.
    Solids(usize),
    /// A text that does not say where it ends, so that some of it may be missing.
    NoEnd,
    /// So many triangles were there before, and are left out.
    Doubled(usize),
    /// The same, of which the second faces the other way, so that the whole surface was there twice.
    DoubledInsideOut(usize),
    /// So many pairs of triangles lie face to face, as where bodies touch.
    FaceToFace(usize),
    /// A binary file whose count is not that of its triangles: its length says how many there are.
    CountByLength,
    /// So many bytes behind what was read that are no triangles of it.
    Left(usize),
    /// A 3MF that says no unit, for which the standard has millimetres.
    UnitByStandard,
}

/// Most triangles that are read: a binary STL of some 100 MB has two million.
pub const MOST_TRIANGLES: usize = 6_000_000;
/// Most corners: a closed surface has half as many as triangles.
pub const MOST_POINTS: usize = 6_000_000;

/// Why a file is no mesh.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Broken {
    /// Neither STL nor 3MF.
    Unknown,
    /// It ends before all that it announces.
    Truncated,
    /// A line or an element that cannot be read: how far into the file, as a share in per cent.
    Malformed(u8),
    /// A corner that is no finite number.
    NotFinite,
    /// A text whose numbers have a comma.
    DecimalComma,
    /// A 3MF in a unit that the standard has not; its name.
    UnknownUnit(String),
    /// No triangles.
    Empty,
    /// More triangles or corners than can be read.
    TooMany,
    /// An archive that unfolds to far more than a model of its size.
    Bloated,
}

/// Puts triangles together, each corner once: corners are the same when their numbers are.
#[derive(Default)]
pub(super) struct Welder {
    mesh: Mesh,
    known: HashTable<u32>,
}

fn hash(bits: [u32; 3]) -> u64 {
    FxBuildHasher.hash_one(bits)
}

impl Welder {
    /// Adds a triangle.
    ///
    /// # Errors
    /// A corner that is no number, or too many triangles.
    pub fn add(&mut self, corners: [Point; 3]) -> Result<(), Broken> {
        if self.mesh.triangles.len() >= MOST_TRIANGLES || self.mesh.points.len() + 3 > MOST_POINTS {
            return Err(Broken::TooMany);
        }
        let mut triangle = [0; 3];
        for (corner, place) in corners.into_iter().zip(&mut triangle) {
            if !corner.iter().all(|number| number.is_finite()) {
                return Err(Broken::NotFinite);
            }
            let corner = corner.map(|number| number + 0.0); // −0 is 0
            let next = u32::try_from(self.mesh.points.len()).map_err(|_| Broken::TooMany)?;
            let points = &mut self.mesh.points;
            let known = |place: &u32| {
                points.get(*place as usize).copied().unwrap_or_default().map(f32::to_bits)
            };
            let bits = corner.map(f32::to_bits);
            *place = *self
                .known
                .entry(hash(bits), |place| known(place) == bits, |place| hash(known(place)))
                .or_insert(next)
                .get();
            if *place == next {
                points.push(corner);
            }
        }
        self.mesh.triangles.push(triangle);
        Ok(())
    }

    /// The mesh, each triangle once.
    ///
    /// # Errors
    /// There is none.
    pub fn finish(self) -> Result<Mesh, Broken> {
        let Self { mut mesh, known } = self;
        drop(known);
        doubled::leave_out(&mut mesh);
        if mesh.triangles.is_empty() { Err(Broken::Empty) } else { Ok(mesh) }
    }
}

impl Mesh {
    /// The corners of a triangle.
    pub fn corners(&self, triangle: [u32; 3]) -> [[f64; 3]; 3] {
        triangle.map(|place| {
            self.points.get(place as usize).copied().unwrap_or_default().map(f64::from)
        })
    }
}

/// Whether a file is an archive, as 3MF is.
pub fn is_archive(file: &[u8]) -> bool {
    file.starts_with(b"PK\x03\x04")
}
