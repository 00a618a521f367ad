//! A surface of triangles as files hold it: what it measures, how many bodies it is, and whether it is closed. Plain numbers in the unit of
//! the file.

mod measure;
mod preview;
mod stl;
mod three_mf;

pub use measure::{Measured, Shell, measure};
pub use preview::preview;
pub use stl::read as read_stl;
pub use three_mf::{Model, read as read_3mf};

use rustc_hash::FxHashMap;

/// A corner of a triangle.
pub type Point = [f32; 3];

/// Triangles over shared corners.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mesh {
    /// The corners, each once.
    pub points: Vec<Point>,
    /// Three corners each, anticlockwise as seen from outside.
    pub triangles: Vec<[u32; 3]>,
}

/// Most triangles that are read: a binary STL of some 100 MB has two million.
pub const MOST_TRIANGLES: usize = 6_000_000;

/// Why a file is no mesh.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Broken {
    /// Neither STL nor 3MF.
    Unknown,
    /// It ends before all that it announces.
    Truncated,
    /// A line or an element that cannot be read: how far into the file, as a share in per cent.
    Malformed(u8),
    /// A corner that is no finite number.
    NotFinite,
    /// No triangles.
    Empty,
    /// More than can be read.
    TooMany,
}

/// Puts triangles together, each corner once: corners are the same when their numbers are.
#[derive(Default)]
pub(super) struct Welder {
    mesh: Mesh,
    known: FxHashMap<[u32; 3], u32>,
}

impl Welder {
    /// Adds a triangle.
    ///
    /// # Errors
    /// A corner that is no number, or too many triangles.
    pub fn add(&mut self, corners: [Point; 3]) -> Result<(), Broken> {
        if self.mesh.triangles.len() >= MOST_TRIANGLES {
            return Err(Broken::TooMany);
        }
        let mut triangle = [0; 3];
        for (corner, place) in corners.into_iter().zip(&mut triangle) {
            if !corner.iter().all(|number| number.is_finite()) {
                return Err(Broken::NotFinite);
            }
            let corner = corner.map(|number| number + 0.0); // −0 is 0
            let next = u32::try_from(self.mesh.points.len()).map_err(|_| Broken::TooMany)?;
            *place = *self.known.entry(corner.map(f32::to_bits)).or_insert(next);
            if *place == next {
                self.mesh.points.push(corner);
            }
        }
        self.mesh.triangles.push(triangle);
        Ok(())
    }

    /// The mesh.
    ///
    /// # Errors
    /// There is none.
    pub fn finish(self) -> Result<Mesh, Broken> {
        if self.mesh.triangles.is_empty() { Err(Broken::Empty) } else { Ok(self.mesh) }
    }
}

impl Mesh {
    /// The corners of a triangle.
    pub fn corners(&self, triangle: [u32; 3]) -> [[f64; 3]; 3] {
        triangle.map(|place| self.points.get(place as usize).copied().unwrap_or_default().map(f64::from))
    }
}

/// Whether a file is an archive, as 3MF is.
pub fn is_archive(file: &[u8]) -> bool {
    file.starts_with(b"PK\x03\x04")
}
