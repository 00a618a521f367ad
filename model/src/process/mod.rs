//! A zinc process from the thickness that is wanted to what it costs: energy, rinsing, waste, and the chain through all of them.
//! Pure functions of plain numbers, each unit in its name; what they start from stands in `data`.

pub mod chain;
pub mod energy;
pub mod rinse;
pub mod solubility;
pub mod start;
pub mod waste;
