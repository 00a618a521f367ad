//! A part as geometry: the patches its surface is made of and the bodies its volume is made of, from a plate to a screw, or the triangles of
//! a model; then how many of them a barrel, a rack and a line take. Pure functions of plain numbers in mm.

pub mod geometry;
pub mod load;
pub mod mesh;
pub mod screw;
