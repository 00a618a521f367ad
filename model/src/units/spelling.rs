//! What people write for a unit. A unit is known by its name, its symbol in any language, and usual spellings of it or of
//! its parts: `A/dm²`, `A/dm2`, `ASD`, `amps per sq dm`, `安/平方分米`. One quantity has few units, so a spelling is
//! sought among those of its dimension only: `度` is a kilowatt-hour, a degree Celsius or a degree of an angle.

use super::{Dimension, Unit};
use crate::language::Language;

/// Spellings by the symbol of a unit or of a part of it: those of `A` count in `A/dm²` as well.
const SPELLINGS: &[(&str, &[&str])] = &[
    (
        "µm",
        &[
            "u",
            "µ",
            "micron",
            "microns",
            "微米",
            "micrometre",
            "micrometres",
            "micrometer",
            "micrometers",
        ],
    ),
    ("nm", &["纳米", "nanometre", "nanometres", "nanometer", "nanometers"]),
    ("mil", &["mils", "thou", "密耳"]),
    ("µin", &["microinch", "microinches", "微英寸"]),
    // 丝米 is a tenth of a millimetre by the rules of metric names and 丝 in a shop a hundredth: it is not read.
    ("丝", &["道", "条", "si"]),
    ("mm", &["毫米", "millimetre", "millimetres", "millimeter", "millimeters"]),
    ("cm", &["厘米", "公分", "centimetre", "centimetres", "centimeter", "centimeters"]),
    ("m", &["米", "metre", "metres", "meter", "meters"]),
    ("km", &["公里", "千米"]),
    ("in", &["inch", "inches", "\"", "″", "”", "“", "''", "′′", "〃", "英寸", "吋", "zoll"]),
    ("ft", &["foot", "feet", "英尺"]),
    ("A/dm²", &["asd"]),
    ("A/ft²", &["asf"]),
    ("A/m²", &["asm"]),
    ("A/in²", &["asi"]),
    ("min", &["mins", "minute", "minutes", "分", "分钟"]),
    ("h", &["hr", "hrs", "hour", "hours", "小时", "时"]),
    ("s", &["sec", "secs", "second", "seconds", "秒"]),
    ("dm²", &["平方分米", "sqdm"]),
    ("cm²", &["平方厘米", "sqcm"]),
    ("m²", &["平方米", "平米", "平方", "㎡", "sqm"]),
    ("ft²", &["平方英尺", "sqft", "squarefoot", "squarefeet"]),
    ("in²", &["平方英寸", "sqin", "squareinch", "squareinches"]),
    ("mm²", &["平方毫米", "sqmm"]),
    ("m³", &["立方米", "立方", "方", "cbm", "㎥"]),
    ("cm³", &["立方厘米", "cc", "mL", "毫升"]),
    ("mm³", &["立方毫米"]),
    ("ft³", &["立方英尺", "cuft"]),
    ("in³", &["立方英寸", "cuin"]),
    ("µg", &["ug", "微克"]),
    ("mg", &["毫克", "milligram", "milligrams"]),
    ("g", &["克", "gram", "grams"]),
    ("kg", &["公斤", "千克", "kgs", "kilogram", "kilograms", "kilo", "kilos"]),
    ("斤", &["市斤", "jin"]),
    ("t", &["吨", "公吨", "tonne", "tonnes"]),
    ("lb", &["lbs", "pound", "pounds", "磅"]),
    ("oz", &["盎司", "ounce", "ounces"]),
    ("A", &["amp", "amps", "ampere", "amperes", "安", "安培"]),
    ("mA", &["毫安"]),
    ("kA", &["千安"]),
    ("A·h", &["安时", "安培小时", "amphour", "amphours", "amperehours"]),
    ("kA·h", &["千安时", "千安培小时"]),
    ("A·min", &["安分", "安培分钟", "ampminutes"]),
    ("C", &["库仑", "coulomb", "coulombs"]),
    ("V", &["volt", "volts", "伏", "伏特"]),
    ("°C", &["c", "℃", "degc", "degreesc", "celsius", "度", "摄氏度"]),
    ("°F", &["f", "℉", "degf", "degreesf", "fahrenheit", "华氏度"]),
    ("K", &["°c", "℃", "degc", "度", "kelvin", "开"]),
    ("L", &["升", "litre", "litres", "liter", "liters"]),
    ("mL", &["毫升", "cc"]),
    ("gal", &["gallon", "gallons", "加仑"]),
    ("kWh", &["度", "千瓦时"]),
    ("MWh", &["兆瓦时"]),
    ("10 MWh", &["万度", "万千瓦时"]),
    ("W", &["瓦", "watt", "watts"]),
    ("kW", &["千瓦"]),
    ("MW", &["兆瓦"]),
    ("MJ", &["兆焦"]),
    ("%", &["percent", "pct"]),
    ("a", &["year", "years", "yr", "yrs", "y", "年"]),
    ("mo", &["month", "months", "个月", "月"]),
    ("d", &["day", "days", "天", "日"]),
    ("CNY", &["rmb", "yuan", "¥", "元"]),
    ("10,000 CNY", &["万元", "万"]),
    ("°", &["deg", "degree", "degrees", "度"]),
    ("MPa", &["n/mm2", "兆帕"]),
    ("kgf/mm²", &["kg/mm2", "公斤/平方毫米"]),
    ("Pa", &["帕"]),
    ("kPa", &["千帕"]),
    ("g/cm³", &["g/cc", "g/ml", "克/立方厘米"]),
    ("kg/L", &["kg/dm3"]),
    ("m³/h", &["cmh"]),
    ("gal/min", &["gpm"]),
    ("ft³/(min·ft²)", &["cfm/ft2"]),
    ("mph", &["mi/h"]),
    ("mil/a", &["mpy"]),
];

/// A spelling as it is compared: without blanks, signs of multiplication and brackets, powers as figures.
fn bare(unit: &str) -> String {
    let letter = |c: char| match c {
        ' ' | '\u{a0}' | '·' | '*' | '^' | '(' | ')' | '⋅' | '.' => None,
        'µ' | 'μ' => Some('u'),
        '²' => Some('2'),
        '³' => Some('3'),
        '₂' => Some('2'),
        c => Some(c),
    };
    unit.chars().filter_map(letter).collect::<String>().to_lowercase()
}

/// Longest spelling of a unit, bytes.
const LONGEST: usize = 60;

/// Position of a unit among those of a dimension, by its name, its symbol in any language, or a usual spelling.
///
/// ```
/// use platewise_model::units::{Dimension, unit_named};
/// let density = |said| unit_named(Dimension::CurrentDensity, said).map(|place| Dimension::CurrentDensity.unit(place).symbol);
/// assert_eq!(density("amps per sq ft"), Some("A/ft²"));
/// assert_eq!(density("安/平方分米"), Some("A/dm²"));
/// assert_eq!(density("mil"), None);
/// ```
pub fn unit_named(dimension: Dimension, said: &str) -> Option<usize> {
    let said = said.trim().trim_end_matches('.').trim_end();
    if said.is_empty() || said.len() > LONGEST {
        return None;
    }
    let said = Said { text: said.replace(" per ", "/"), bare: bare(&said.replace(" per ", "/")) };
    let units = dimension.units();
    let find = |is_it: &dyn Fn(&str) -> bool| {
        units.iter().position(|unit| !said.is_milli(unit) && names(unit).into_iter().any(is_it))
    };
    find(&|name| bare(name) == said.bare)
        .or_else(|| find(&|name| said.is_spelling_of(name)))
        .or_else(|| find(&|name| said.is_made_like(name, &['/'])))
        .or_else(|| find(&|name| said.is_made_like(name, &['/', '·', '*', '⋅'])))
}

fn names(unit: &Unit) -> [&'static str; 4] {
    [unit.id, unit.symbol, unit.symbol_in(Language::En), unit.symbol_in(Language::Zh)]
}

/// What somebody wrote for a unit.
struct Said {
    text: String,
    bare: String,
}

impl Said {
    /// Whether mW was written where there is only MW; a text in small letters means either.
    fn is_milli(&self, unit: &Unit) -> bool {
        self.text.starts_with('m')
            && self.text.chars().nth(1).is_some_and(char::is_uppercase)
            && unit.symbol.starts_with('M')
    }

    fn is_spelling_of(&self, name: &str) -> bool {
        is_spelling(name, &self.bare)
    }

    /// Whether both have as many parts, each a spelling of the other's.
    fn is_made_like(&self, name: &str, signs: &[char]) -> bool {
        let (mut theirs, mut ours) = (self.text.split(signs), name.split(signs));
        if self.text.contains('/') != name.contains('/') {
            return false;
        }
        loop {
            match (theirs.next(), ours.next()) {
                (None, None) => return true,
                (Some(said), Some(part)) => {
                    let (said, part) = (bare(said), part.trim_matches(['(', ')']));
                    if said.is_empty() || (said != bare(part) && !is_spelling(part, &said)) {
                        return false;
                    }
                }
                _ => return false,
            }
        }
    }
}

fn is_spelling(symbol: &str, said: &str) -> bool {
    SPELLINGS
        .iter()
        .filter(|(of, _)| *of == symbol)
        .any(|(_, all)| all.iter().any(|one| bare(one) == said))
}
