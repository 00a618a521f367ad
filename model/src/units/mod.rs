//! Typed quantities in the units of the shop. Each type holds its canonical unit, the one its JSON name ends in; the others are rows.
//!
//! Own newtypes rather than a units library: the dozen quantities here never combine freely, the formulas name what they take and give,
//! and the same table must feed the unit switches, the JSON Schema and the conversions, which a dimension library does not offer.

mod date;
mod number;
pub mod packed;
mod quantity;
mod spelling;
mod typed;

use crate::language::Language;

pub use date::parse_date;
pub use number::{
    NotANumber, fixed, format_significant, parse_decimal, parse_number, without_trailing_zeros,
};
pub use quantity::*;
pub use spelling::unit_named;
pub use typed::{Typed, parse_quantity};

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

/// Units of money and of long times as each language writes them: as in the table, in English, in Chinese.
const WRITTEN: &[(&str, &str, &str)] = &[
    ("a", "years", "年"),
    ("mo", "months", "个月"),
    ("d", "days", "天"),
    ("kW·mo", "kW·month", "kW·月"),
    ("kWh/(kWp·a)", "kWh/(kWp·year)", "kWh/(kWp·年)"),
    ("h/a", "h/year", "h/年"),
    ("CNY/a", "CNY/year", "元/年"),
    ("kg/a", "kg/year", "kg/年"),
    ("t/a", "t/year", "t/年"),
    ("kg/d", "kg/day", "kg/天"),
    ("m³/d", "m³/day", "m³/天"),
    ("µm/a", "µm/year", "µm/年"),
    ("mil/a", "mil/year", "mil/年"),
    ("mg/(m²·d)", "mg/(m²·day)", "mg/(m²·天)"),
    ("kWh/a", "kWh/year", "kWh/年"),
    ("MWh/a", "MWh/year", "MWh/年"),
    ("m²/a", "m²/year", "m²/年"),
    ("ft²/a", "ft²/year", "ft²/年"),
    ("lb/a", "lb/year", "lb/年"),
    ("CNY", "CNY", "元"),
    ("CNY/m²", "CNY/m²", "元/m²"),
    ("CNY/ft²", "CNY/ft²", "元/ft²"),
    ("CNY/dm²", "CNY/dm²", "元/dm²"),
    ("CNY/kWh", "CNY/kWh", "元/kWh"),
    ("CNY/kg", "CNY/kg", "元/kg"),
    ("CNY/lb", "CNY/lb", "元/lb"),
    ("CNY/t", "CNY/t", "元/t"),
    ("CNY/L", "CNY/L", "元/L"),
    ("CNY/gal", "CNY/gal", "元/gal"),
    ("CNY/m³", "CNY/m³", "元/m³"),
    ("CNY/h", "CNY/h", "元/h"),
    ("CNY/(kA·h)", "CNY/(kA·h)", "元/(kA·h)"),
    ("kWh/(m²·d)", "kWh/(m²·day)", "kWh/(m²·天)"),
    ("MJ/(m²·d)", "MJ/(m²·day)", "MJ/(m²·天)"),
    ("kWh/(m²·a)", "kWh/(m²·year)", "kWh/(m²·年)"),
    ("CNY/Wp", "CNY/Wp", "元/Wp"),
    ("CNY/(Wp·a)", "CNY/(Wp·year)", "元/(Wp·年)"),
    ("10,000 CNY", "10,000 CNY", "万元"),
    ("million CNY", "million CNY", "百万元"),
    ("10 MWh", "10 MWh", "万 kWh"),
    ("CNY/(kW·mo)", "CNY/(kW·month)", "元/(kW·月)"),
];

/// The symbol of a unit as a language writes it.
pub fn written_in(symbol: &'static str, language: Language) -> &'static str {
    let found = WRITTEN.iter().find(|(known, ..)| *known == symbol);
    found.map_or(
        symbol,
        |(_, english, chinese)| if language == Language::Zh { chinese } else { english },
    )
}

impl Unit {
    /// The symbol as a language writes it: only those of money and of time in days and more differ.
    pub fn symbol_in(&self, language: Language) -> &'static str {
        written_in(self.symbol, language)
    }

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
