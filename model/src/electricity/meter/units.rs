//! Units of power and energy as heads, preambles and cells write them.

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
    pub const POWERS: [Self; 3] = [
        Self::KILOWATT,
        Self { symbol: "W", power: true, scale: 0.001 },
        Self { symbol: "MW", power: true, scale: 1000.0 },
    ];
}

const fn energy(symbol: &'static str, scale: f64) -> Unit {
    Unit { symbol, power: false, scale }
}

const fn power(symbol: &'static str, scale: f64) -> Unit {
    Unit { symbol, power: true, scale }
}

/// The BTU of the international table, 1055.05585262 J, in kWh.
const BTU: f64 = 1.055_055_852_62 / 3600.0;

/// Units of energy, power and other things that are not brought to kWh: of most there are several.
pub const UNKNOWN: [&str; 15] = [
    "hp", "bhp", "ps", "cv", "j", "tj", "cal", "kcal", "mcal", "gcal", "therm", "therms", "kbtu",
    "toe", "tce",
];
/// Numbers before a unit, in words.
const MULTIPLES: [&str; 15] = [
    "千kwh",
    "百kwh",
    "十kwh",
    "亿kwh",
    "千度",
    "百度",
    "亿度",
    "亿千瓦时",
    "百千瓦时",
    "thousand",
    "million",
    "'000",
    "000s",
    "10^",
    "10³",
];

/// The words of a head.
pub fn tokens(head: &str) -> impl Iterator<Item = &str> {
    head.split(|c: char| !c.is_ascii_alphanumeric())
}

/// Whether a head in small letters has a unit that is not known here, or a number that its values are to be multiplied by.
pub fn is_unknown(head: &str) -> bool {
    if ["大卡", "千卡", "马力", "标煤"].iter().any(|name| head.contains(name)) {
        return true;
    }
    let in_brackets =
        |name: &str| ["(", "[", "（"].iter().any(|open| head.contains(&[open, name].concat()));
    let load = ["power", "load", "功率", "负荷", "leistung", "energy", "demand"]
        .iter()
        .any(|word| head.contains(word));
    let named = |name: &&str| {
        tokens(head).any(|token| token == *name) && (name.len() > 2 || load || in_brackets(name))
    };
    (unit(head).is_none() && UNKNOWN.iter().any(named))
        || ((unit(head).is_some() || ["wh", "kw", "mj"].iter().any(|name| head.contains(name)))
            && has_factor(head))
}

/// A number with a sign of multiplication beside it, or right before the unit, as in x100 kWh, kWh x 10 or (100 kWh).
fn has_factor(head: &str) -> bool {
    if MULTIPLES.iter().any(|word| head.contains(word)) {
        return true;
    }
    let whole =
        |token: &str| !token.is_empty() && token.bytes().all(|digit| digit.is_ascii_digit());
    let all: Vec<&str> = tokens(head).filter(|token| !token.is_empty()).collect();
    let apart = all
        .iter()
        .zip(all.iter().skip(1))
        .any(|(one, next)| (*one == "x" && whole(next)) || (whole(one) && *next == "x"));
    let glued = all.iter().any(|token| {
        [token.strip_prefix('x'), token.strip_suffix('x')].into_iter().flatten().any(whole)
    });
    let digit = |c: char| c.is_ascii_digit();
    let parts: Vec<&str> = head.split('×').collect();
    let signed = parts
        .iter()
        .zip(parts.iter().skip(1))
        .any(|(one, next)| one.trim_end().ends_with(digit) || next.trim_start().starts_with(digit));
    let in_brackets = head.split(['(', '[', '（']).skip(1).any(|inside| {
        let unit =
            inside.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ' '));
        inside.starts_with(digit)
            && ["kwh", "mwh", "wh", "kw", "mw", "w)", "度", "千瓦", "mj", "gj", "kj"]
                .iter()
                .any(|name| unit.starts_with(name))
    });
    let starred = ["* 1", "*1"].iter().any(|sign| head.contains(sign)); // kW*h and the *255 of a register are no factors
    // kWh / 10, but not kWh / 10 min
    let divided = head.split('/').skip(1).any(|behind| {
        matches!(behind.trim().trim_end_matches([')', ']', '）']), "10" | "100" | "1000" | "10000")
    });
    apart || glued || signed || in_brackets || starred || divided
}

/// Units by how a word ends with them in small letters. An energy goes before a power.
const UNITS: [(&str, Unit); 21] = [
    ("兆焦", energy("MJ", 1.0 / 3.6)),
    ("吉焦", energy("GJ", 1000.0 / 3.6)),
    ("千焦", energy("kJ", 0.001 / 3.6)),
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
    ("mj", energy("MJ", 1.0 / 3.6)),
    ("gj", energy("GJ", 1000.0 / 3.6)),
    ("kj", energy("kJ", 0.001 / 3.6)),
    ("btu", energy("BTU", BTU)),
    ("mmbtu", energy("MMBTU", 1e6 * BTU)),
];

/// Kilowatt hours with a dot between.
const DOTTED: [&str; 3] = ["kw·h", "kw.h", "kw*h"];

/// The unit in a text in small letters.
pub fn unit(text: &str) -> Option<Unit> {
    let text =
        text.replace(['·', '⋅', '•', '∙', '*'], "").replace("kw.h", "kwh").replace("kw h", "kwh");
    for (name, unit) in UNITS {
        let found = if name.is_ascii() {
            let glued = (name.len() > 2 && !name.ends_with("btu")) || name == "kw"; // power_kw, totalkwh; but no word that merely ends in w
            tokens(&text).any(|token| token == name || (glued && token.ends_with(name)))
        } else {
            text.contains(name)
        };
        if found {
            return Some(unit);
        }
    }
    let degree = |word: &str| text.split(|c: char| !c.is_alphabetic()).any(|part| part == word);
    if degree("万度") {
        Some(energy("万度", 10_000.0))
    } else {
        degree("度").then_some(energy("度", 1.0))
    }
}

/// The unit in a cell that holds a unit and nothing else.
pub fn exact(cell: &str) -> Option<Unit> {
    let inside = cell.trim_matches(|c: char| {
        matches!(c, '(' | ')' | '[' | ']' | '（' | '）') || c.is_whitespace()
    });
    let plain =
        UNITS.iter().find(|(name, ..)| name.eq_ignore_ascii_case(inside)).map(|(_, unit)| *unit);
    plain.or_else(|| match inside {
        "度" => Some(energy("度", 1.0)),
        "万度" => Some(energy("万度", 10_000.0)),
        _ => DOTTED
            .iter()
            .any(|name| name.eq_ignore_ascii_case(inside))
            .then_some(Unit::KILOWATT_HOUR),
    })
}

/// Whether a cell holds a unit and nothing else.
pub fn is_unit(cell: &str) -> bool {
    exact(cell).is_some()
}
