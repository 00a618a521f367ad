//! What a customer is told of a quantity: on a sheet, and in a table that was priced at once.

use crate::quote::given::{GivenBreak, GivenLine};

/// A quantity and its price.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Offered {
    /// Pieces.
    pub pieces: f64,
    /// The same in the unit of the price.
    pub quantity: f64,
    /// Unit price, in the currency.
    pub unit_price: f64,
    /// Quantity by unit price, in the currency.
    pub price: f64,
    /// What it would be charged, with the minimum of a lot, in the currency.
    pub charged: f64,
    /// Lead time, working days.
    pub lead_days: f64,
}

impl Offered {
    /// Whether it is charged something else than quantity by unit price.
    pub fn is_charged_otherwise(&self) -> bool {
        (self.price - self.charged).abs() > 0.001
    }

    /// What may be told of a quantity of a line.
    pub fn of(line: &GivenLine, one: &GivenBreak) -> Self {
        let quantity = line.measure.quantity(one.pieces).unwrap_or_default(); // what cannot be counted was never offered
        Self {
            pieces: pieces_of(one.pieces),
            quantity: quantity.value(),
            unit_price: one.unit_price.value(),
            price: line.price(one).unwrap_or_default().value(),
            charged: one.charged.value(),
            lead_days: one.lead_days,
        }
    }
}

/// Pieces as a number to count with.
pub fn pieces_of(count: u64) -> f64 {
    #[allow(clippy::cast_precision_loss, reason = "pieces of an order lie far below 2^53")]
    let pieces = count as f64;
    pieces
}
