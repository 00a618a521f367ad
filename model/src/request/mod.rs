//! Tables of requests: the rows of a sheet as rows of a field of a calculator, each with what is wrong, missing or read in a
//! special way.

pub mod cells;
mod heads;
pub mod size;
pub mod table;
