//! A part as geometry: the patches its surface is made of and the bodies its volume is made of, from a plate to a screw, or the triangles of
//! a model. Pure functions of plain numbers in mm.

pub mod geometry;
pub mod mesh;
pub mod screw;
