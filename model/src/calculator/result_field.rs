//! The named results of a calculator, for JSON, pins and analysis.

use crate::units::Dimension;
use crate::words::Text;

/// A named result.
pub struct ResultField<N> {
    /// JSON name; ends in its unit. A dot in it is a step into an object: `processes.own.cost_cny_per_m2`.
    pub name: &'static str,
    /// What it belongs to where there are several of a kind, such as a process.
    pub of: Option<Text>,
    /// What it is.
    pub label: Text,
    /// What kind of quantity.
    pub dimension: Dimension,
    /// What a value below zero says, where the sign decides something: "the alternative is cheaper".
    pub below_zero: Option<Text>,
    /// Which of the several it is of; 0 where there is one.
    pub position: usize,
    /// The value in its canonical unit, of the one at a position; `None` where it does not apply.
    pub get: fn(&N, usize) -> Option<f64>,
}

impl<N> ResultField<N> {
    /// The value in its canonical unit; `None` where it does not apply.
    pub fn value(&self, numbers: &N) -> Option<f64> {
        (self.get)(numbers, self.position)
    }
}
