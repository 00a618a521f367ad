//! Sunlight to alternating current, hour by hour: where the sun stands, what weather makes of it, what falls on a tilted plane, and what a
//! photovoltaic system delivers. Pure functions of plain numbers, each unit in its name; angles are in radians unless a name says degrees.

pub mod files;
pub mod plane;
pub mod position;
pub mod system;
pub mod weather;
