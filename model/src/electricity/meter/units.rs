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
    let equals = head.split('=').skip(1).any(|behind| behind.trim_start().starts_with(digit));
    apart
        || glued
        || signed
        || in_brackets
        || starred
        || equals
        || has_number_before_unit(head)
        || is_per_something(head)
}

/// Whether a number stands right before a unit and is no name, as in 0.1kWh, 1/2 kWh or Energy 10 kWh; Meter 2 kWh and 1.8.0 kWh have none.
fn has_number_before_unit(head: &str) -> bool {
    const QUANTITIES: [&str; 8] =
        ["energy", "power", "consumption", "usage", "in", "energie", "verbrauch", "leistung"];
    let of_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '/');
    let one = |name: &str, at: usize| {
        let prefix = head.get(..at).unwrap_or_default();
        let glued = prefix.ends_with(|c: char| c.is_ascii_digit());
        let prefix = prefix.trim_end();
        let before = prefix.trim_end_matches(of_number);
        let number = prefix.get(before.len()..).unwrap_or_default().replace(',', ".");
        let behind = head.get(at + name.len()..).unwrap_or_default();
        let part_of_word =
            name.is_ascii() && behind.starts_with(|c: char| c.is_ascii_alphanumeric());
        let is_name = before.ends_with(|c: char| c.is_alphanumeric() || "_#-:".contains(c));
        if part_of_word || is_name || number.is_empty() {
            return false;
        }
        if let Some((one, other)) = number.split_once('/') {
            return [one, other].iter().all(|part| {
                (1..=3).contains(&part.len()) && part.bytes().all(|digit| digit.is_ascii_digit())
            });
        }
        let is_decimal = number.contains('.');
        let Ok(number) = number.parse::<f64>() else { return false };
        let ten_fold = [10.0, 100.0, 1000.0, 10_000.0].contains(&number);
        let behind_quantity = || QUANTITIES.iter().any(|word| before.trim_end().ends_with(word));
        (is_decimal && number < 1.0)
            || (glued && (number - 1.0).abs() > f64::EPSILON)
            || (ten_fold && behind_quantity())
    };
    ["kwh", "mwh", "gwh", "wh", "kw", "mw", "w", "mj", "gj", "kj", "千瓦时", "千瓦", "度"]
        .iter()
        .any(|name| head.match_indices(name).any(|(at, _)| one(name, at)))
}

/// What stands behind a unit and a sign or word for its division.
fn divisors(head: &str) -> impl Iterator<Item = &str> {
    let parts = head.split('/').collect::<Vec<_>>();
    let mut at = 0;
    let mut all: Vec<(&str, &str)> = Vec::new();
    for part in parts {
        at += part.len();
        all.push((head.get(..at).unwrap_or_default(), head.get(at + 1..).unwrap_or_default()));
        at += 1;
    }
    for word in [" per ", " pro ", " par ", " por ", "每"] {
        all.extend(head.split_once(word));
    }
    all.into_iter()
        .filter(|(before, behind)| !behind.is_empty() && ends_with_unit(before))
        .map(|(_, behind)| behind.trim())
}

fn ends_with_unit(text: &str) -> bool {
    let last = text.trim_end().rsplit(|c: char| c.is_whitespace() || "([（/".contains(c)).next();
    last.and_then(plain_unit).is_some()
}

/// The first word of a text.
fn first_word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
    text.get(..end).unwrap_or_default()
}

fn is_hour(word: &str) -> bool {
    matches!(word, "h" | "hr" | "hour" | "stunde" | "std" | "heure" | "hora" | "小时" | "时")
}

/// Whether a unit is divided by anything but the step or the hour, as in kWh/day, kWh/m² or kWh/40.
fn is_per_something(head: &str) -> bool {
    const STEPS: [&str; 15] = [
        "interval",
        "intervall",
        "intervalle",
        "intervalo",
        "period",
        "periode",
        "step",
        "slot",
        "hh",
        "qh",
        "half",
        "halfhour",
        "quarter",
        "时段",
        "间隔",
    ];
    divisors(head).any(|behind| {
        let number_end = behind
            .find(|c: char| !c.is_ascii_digit() && !matches!(c, '.' | ',' | ' ' | '½' | '¼' | '/'))
            .unwrap_or(behind.len());
        let (number, rest) = behind.split_at_checked(number_end).unwrap_or(("", behind));
        let word = first_word(rest);
        if !number.trim().is_empty() {
            return !(word.starts_with("min")
                || word == "mn"
                || word.starts_with('分')
                || is_hour(word));
        }
        // Energy an hour is power, and a second unit may be the same one in another script.
        let same = plain_unit(word).is_some_and(|unit| {
            plain_unit(head).is_some_and(|of_head| {
                unit.power == of_head.power && (unit.scale - of_head.scale).abs() < f64::EPSILON
            })
        });
        !(word.is_empty() || STEPS.contains(&word) || is_hour(word) || same)
    })
}

/// A text whose units are closed up: k Wh and kW h are kWh.
fn closed_up(text: &str) -> String {
    let mut closed = String::with_capacity(text.len());
    let run = |text: &str| {
        text.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_owned()
    };
    for (place, word) in text.split(' ').enumerate() {
        let next = first_word(word);
        let joined = match run(&closed).as_str() {
            "k" | "m" | "g" => matches!(next, "wh" | "w"),
            "kw" | "mw" | "gw" => next == "h",
            _ => false,
        };
        if place > 0 && !joined {
            closed.push(' ');
        }
        closed.push_str(word);
    }
    closed
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

/// The unit in a text in small letters; energy an hour is power.
pub fn unit(text: &str) -> Option<Unit> {
    let found = plain_unit(text)?;
    let an_hour = !found.power && divisors(text).any(|behind| is_hour(first_word(behind)));
    let of_power =
        || Unit::POWERS.into_iter().find(|power| (power.scale - found.scale).abs() < 1e-9);
    Some(if an_hour { of_power().unwrap_or(found) } else { found })
}

/// The unit in a text in small letters, whatever it is divided by.
fn plain_unit(text: &str) -> Option<Unit> {
    let text = text.replace(['·', '⋅', '•', '∙', '*'], "").replace("kw.h", "kwh");
    let text = closed_up(&text);
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
