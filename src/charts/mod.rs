//! Drawing the charts of a report.

mod draw;
mod scale;

pub use draw::{Frame, draw};
