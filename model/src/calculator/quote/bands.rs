//! How far costs may lie from what is counted, and why a line is charged what it is.

use crate::quote::minimum::By;
use crate::quote::offer::OfferedLine;
use crate::words::{Text, text};

/// The bands of a line, one for each quantity.
pub type Bands = Vec<Band>;

/// How far the cost of a quantity may lie from what is counted, CNY: every figure of the shop that was not given is put to
/// each end of its range by itself, and the swings are added as independent errors are, by their squares.
#[derive(Clone, PartialEq, Debug)]
pub struct Band {
    /// Low end.
    pub low: f64,
    /// High end.
    pub high: f64,
}

impl Band {
    /// What is left of an income at the high end, as a share of it; none where nothing comes in.
    pub fn margin(&self, brings: f64) -> Option<f64> {
        (brings > 0.0).then(|| 1.0 - self.high / brings)
    }
}

/// Why a line is charged what it is: a stable name and words.
pub fn charged_by(line: &OfferedLine) -> (&'static str, Text) {
    match line.charged.by {
        By::Price => ("none", text("quantity by unit price", "数量乘单价")),
        By::Minimum => ("minimum", text("minimum lot charge", "最低收费")),
        By::Fee => ("fee", text("price and fee of further lines", "价格加附加费")),
        By::Quoted => ("as_quoted", text("what was quoted", "已报价格")),
    }
}
