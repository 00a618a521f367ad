//! Drawing the charts of a report.

pub mod bars;
mod draw;
mod scale;

pub use draw::{Frame, draw};
