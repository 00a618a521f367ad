//! Units of power and energy as heads, preambles and cells write them.

use super::layout::tokens;

/// A unit of power or energy.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Unit {
    /// Its symbol.
    pub symbol: &'static str,
    /// Power rather than energy.
    pub power: bool,
    /// kW or kWh in one.
    pub scale: f64,
}

impl Unit {
    /// Energy, where nothing is said.
    pub const KILOWATT_HOUR: Self = Self { symbol: "kWh", power: false, scale: 1.0 };
    /// Power, where no unit is said.
    pub const KILOWATT: Self = Self { symbol: "kW", power: true, scale: 1.0 };
    /// Units of power, where one follows from a total.
    pub const POWERS: [Self; 3] = [Self::KILOWATT, Self { symbol: "W", power: true, scale: 0.001 }, Self { symbol: "MW", power: true, scale: 1000.0 }];
}

const fn energy(symbol: &'static str, scale: f64) -> Unit {
    Unit { symbol, power: false, scale }
}

const fn power(symbol: &'static str, scale: f64) -> Unit {
    Unit { symbol, power: true, scale }
}

/// Units by how a word ends with them in small letters. An energy goes before a power.
const UNITS: [(&str, Unit); 13] = [
    ("万千瓦时", energy("万kWh", 10_000.0)),
    ("兆瓦时", energy("MWh", 1000.0)),
    ("千瓦时", energy("kWh", 1.0)),
    ("万kwh", energy("万kWh", 10_000.0)),
    ("gwh", energy("GWh", 1e6)),
    ("mwh", energy("MWh", 1000.0)),
    ("kwh", energy("kWh", 1.0)),
    ("兆瓦", power("MW", 1000.0)),
    ("千瓦", power("kW", 1.0)),
    ("kw", power("kW", 1.0)),
    ("mw", power("MW", 1000.0)),
    ("wh", energy("Wh", 0.001)),
    ("w", power("W", 0.001)),
];

/// Kilowatt hours with a dot between.
const DOTTED: [&str; 3] = ["kw·h", "kw.h", "kw*h"];

/// The unit in a text in small letters.
pub fn unit(text: &str) -> Option<Unit> {
    let text = text.replace(['·', '⋅', '•', '∙', '*'], "").replace("kw.h", "kwh").replace("kw h", "kwh");
    for (name, unit) in UNITS {
        let found = if name.is_ascii() {
            let glued = name.len() > 2 || name == "kw"; // power_kw, totalkwh; but no word that merely ends in w
            tokens(&text).any(|token| token == name || (glued && token.ends_with(name)))
        } else {
            text.contains(name)
        };
        if found {
            return Some(unit);
        }
    }
    let degree = |word: &str| text.split(|c: char| !c.is_alphabetic()).any(|part| part == word);
    if degree("万度") { Some(energy("万度", 10_000.0)) } else { degree("度").then_some(energy("度", 1.0)) }
}

/// The unit in a cell that holds a unit and nothing else.
pub fn exact(cell: &str) -> Option<Unit> {
    let inside = cell.trim_matches(|c: char| matches!(c, '(' | ')' | '[' | ']' | '（' | '）') || c.is_whitespace());
    let plain = UNITS.iter().find(|(name, ..)| name.eq_ignore_ascii_case(inside)).map(|(_, unit)| *unit);
    plain.or_else(|| match inside {
        "度" => Some(energy("度", 1.0)),
        "万度" => Some(energy("万度", 10_000.0)),
        _ => DOTTED.iter().any(|name| name.eq_ignore_ascii_case(inside)).then_some(Unit::KILOWATT_HOUR),
    })
}

/// Whether a cell holds a unit and nothing else.
pub fn is_unit(cell: &str) -> bool {
    exact(cell).is_some()
}
