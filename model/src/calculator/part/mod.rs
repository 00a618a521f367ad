//! A part as a calculator asks for it and understands it: one, or rows of them.

mod faults;
mod import;
mod inputs;
mod setup;
mod solid;

pub use import::{MORE_THAN_BOX, import_model};
pub use inputs::{HeadEdition, MeshUnit, Part, SIZES, Shape};
pub use setup::{Understood, Values, nominal_diameter, understand};
pub use solid::{Named, Solid, solid};
