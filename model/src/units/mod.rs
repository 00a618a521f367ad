//! Typed quantities in the units of the shop. Each type holds its canonical unit, the one its JSON name ends in; the others are rows.
//!
//! Own newtypes rather than a units library: the dozen quantities here never combine freely, the formulas name what they take and give,
//! and the same table must feed the unit switches, the JSON Schema and the conversions, which a dimension library does not offer.

pub mod decimal;
mod number;
mod quantity;

pub use number::{NotANumber, format_significant, parse_number, without_trailing_zeros};
pub use quantity::*;

/// A unit: a quantity in it is `value × factor + offset` in the canonical unit.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Unit {
    /// Stable name for links and files, ASCII.
    pub id: &'static str,
    /// As printed.
    pub symbol: &'static str,
    /// Canonical units in one of this unit.
    pub factor: f64,
    /// Canonical value at zero of this unit; zero but for temperatures.
    pub offset: f64,
}

impl Unit {
    /// The canonical value of `value` in this unit.
    pub fn to_canonical(&self, value: f64) -> f64 {
        value * self.factor + self.offset
    }

    /// The value in this unit of a canonical value.
    pub fn from_canonical(&self, canonical: f64) -> f64 {
        (canonical - self.offset) / self.factor
    }
}

/// Which units a reader prefers.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum System {
    /// µm, A/dm², dm².
    #[default]
    Metric,
    /// mil, A/ft², ft².
    Us,
}

impl System {
    /// Stable name for links and files.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Metric => "metric",
            Self::Us => "us",
        }
    }

    /// The system of a name.
    pub fn from_id(id: &str) -> Option<Self> {
        [Self::Metric, Self::Us].into_iter().find(|system| system.id() == id)
    }
}

/// A typed quantity.
pub trait Quantity: Copy {
    /// Its dimension, which knows the units.
    const DIMENSION: Dimension;
    /// From a value in the canonical unit.
    fn from_canonical(value: f64) -> Self;
    /// The value in the canonical unit.
    fn canonical(self) -> f64;
}
