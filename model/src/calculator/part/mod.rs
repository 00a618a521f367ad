//! A part as a calculator asks for it and understands it: one, or rows of them.

mod faults;
mod inputs;
mod setup;
mod solid;
mod take;

pub use inputs::{HeadEdition, MeshUnit, Part, SIZES, Shape};
pub use setup::{Understood, Values, nominal_diameter, understand};
pub use solid::{Named, Solid, solid};
pub use take::{MORE_THAN_BOX, take};
