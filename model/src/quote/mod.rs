//! A quote: from what a lot costs to what is asked for it. Cost and price never mix: `cost` knows no margin, `price` no process. Pure functions of
//! plain numbers.

pub mod capitals;
pub mod cost;
pub mod given;
pub mod lead;
pub mod minimum;
pub mod offer;
pub mod price;
