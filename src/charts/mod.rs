//! Drawing the charts of a report.

pub mod bars;
mod draw;
pub mod heat;
mod scale;

pub use draw::{Frame, draw};

use platewise_model::report::Figure;

/// Height of a chart, px.
pub fn height(figure: &Figure) -> f64 {
    match figure {
        Figure::Lines(_) => draw::HEIGHT,
        Figure::Bars(chart) => bars::height(chart),
        Figure::Heat(chart) => heat::height(chart),
    }
}
