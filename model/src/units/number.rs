//! Numbers as people type and read them: what is typed is understood or refused with a reason, never guessed; what is shown has a
//! stated number of significant digits.

use super::{Dimension, Unit};
use crate::language::{Language, Text, text};

/// Why a typed text is not a number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotANumber {
    /// Nothing was typed.
    Empty,
    /// `1,234`: one thousand or one and a bit?
    AmbiguousComma,
    /// More than one separator, or a comma and a point.
    Separators,
    /// `8-12`: which of them?
    Range,
    /// A number with a unit that its field does not have.
    OtherUnit,
    /// Anything else.
    Unreadable,
}

impl NotANumber {
    /// What to tell the person.
    pub const fn message(self) -> Text {
        match self {
            Self::Empty | Self::Unreadable => {
                text("Enter a number, such as 2.5.", "请输入数字，如 2.5。")
            }
            Self::AmbiguousComma => text(
                "“1,234” can mean 1234 or 1.234. Write the number without a comma, or with a point.",
                "“1,234”可能是 1234，也可能是 1.234。请去掉逗号，或用小数点书写。",
            ),
            Self::Separators => text(
                "Write the number without thousands separators, with one decimal point or comma.",
                "请不要使用千位分隔符，小数点（或逗号）只能出现一次。",
            ),
            Self::Range => text(
                "This is a range. Which value is meant? Enter one number.",
                "这是一个范围，请确认以哪个值为准，只填一个数字。",
            ),
            Self::OtherUnit => text(
                "This unit does not belong to this field. Enter a number, or one of the units beside the field.",
                "该单位与此项不符。请输入数字，或使用此项可选的单位。",
            ),
        }
    }
}

/// Reads a number as people type it: `1.5`, `1,5`, `0,125`, full-width digits, a leading `+` or minus sign, an exponent.
///
/// One comma before exactly three digits is refused unless the integer part is `0`, because it may separate thousands.
///
/// ```
/// use platewise_model::units::{parse_number, NotANumber};
/// assert_eq!(parse_number("１２．５"), Ok(12.5));
/// assert_eq!(parse_number("0,125"), Ok(0.125));
/// assert_eq!(parse_number("1,234"), Err(NotANumber::AmbiguousComma));
/// ```
///
/// # Errors
/// A [`NotANumber`] that says what is wrong with the text.
pub fn parse_number(typed: &str) -> Result<f64, NotANumber> {
    let plain: String = typed.trim().chars().map(half_width).collect();
    if plain.is_empty() {
        return Err(NotANumber::Empty);
    }
    let commas = plain.matches(',').count();
    let points = plain.matches('.').count();
    if commas + points > 1 {
        return Err(NotANumber::Separators);
    }
    if let Some((before, after)) = plain.split_once(',') {
        let whole = before.trim_start_matches(['+', '-']);
        let three_digits = after.len() == 3 && after.bytes().all(|byte| byte.is_ascii_digit());
        if three_digits && whole != "0" && !whole.is_empty() {
            return Err(NotANumber::AmbiguousComma);
        }
    }
    let allowed = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '+' | '-' | 'e' | 'E');
    if !plain.chars().all(allowed) {
        return Err(NotANumber::Unreadable);
    }
    parse_decimal(&plain.replace(',', ".")).ok_or(NotANumber::Unreadable)
}

/// A finite number as the standard library reads it: digits with at most one point, a sign before them, an exponent behind.
pub fn parse_decimal(text: &str) -> Option<f64> {
    text.parse().ok().filter(|value: &f64| value.is_finite())
}

/// A number as it was typed, with what stood beside it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Typed {
    /// The number, in the unit that was typed, or else in that of its field.
    pub number: f64,
    /// Position of the unit that was typed among those of its dimension.
    pub unit: Option<usize>,
    /// Whether a sign said “at least”.
    pub at_least: bool,
}

/// Reads a number that may bring a unit of its dimension along, a fraction, or a sign for “at least”: `0.3 mil`, `20 ASF`, `8 丝`, `5/8 in`, `≥8`.
///
/// ```
/// use platewise_model::units::{Dimension, NotANumber, parse_quantity};
/// let mil = parse_quantity("0.3 mil", Dimension::Thickness).unwrap();
/// assert_eq!((mil.number, mil.unit), (0.3, Dimension::Thickness.position("mil")));
/// assert_eq!(parse_quantity("5/8", Dimension::Length).map(|read| read.number), Ok(0.625));
/// assert_eq!(parse_quantity("8-12", Dimension::Thickness), Err(NotANumber::Range));
/// assert_eq!(parse_quantity("8 A", Dimension::Thickness), Err(NotANumber::OtherUnit));
/// ```
///
/// # Errors
/// A [`NotANumber`] that says what is wrong with the text.
pub fn parse_quantity(typed: &str, dimension: Dimension) -> Result<Typed, NotANumber> {
    let plain: String = typed.trim().chars().map(half_width).collect();
    let signs = ["≥", "⩾", "≧", ">=", ">", "不小于", "不低于", "至少", "最小"];
    let (plain, at_least) = match signs.into_iter().find_map(|sign| plain.strip_prefix(sign)) {
        Some(rest) => (rest.trim_start(), true),
        None => (plain.as_str(), false),
    };
    let (number, unit) = parted(plain);
    if is_range(plain) {
        return Err(NotANumber::Range);
    }
    let number = match fraction(number) {
        Some(number) => number,
        None => parse_number(number)?,
    };
    let unit = match unit {
        "" => None,
        unit => Some(unit_named(dimension, unit).ok_or(if may_be_unit(unit) {
            NotANumber::OtherUnit
        } else {
            NotANumber::Unreadable
        })?),
    };
    Ok(Typed { number, unit, at_least })
}

/// A number and what stands behind it.
fn parted(plain: &str) -> (&str, &str) {
    let exponent = |at: usize| {
        plain.get(at + 1..).is_some_and(|rest| {
            rest.trim_start_matches(['+', '-']).starts_with(|c: char| c.is_ascii_digit())
        })
    };
    let belongs = |(at, c): (usize, char)| {
        c.is_ascii_digit()
            || matches!(c, '.' | ',' | '+' | '-' | '/' | ' ')
            || (matches!(c, 'e' | 'E') && at > 0 && exponent(at))
    };
    let end = plain.char_indices().find(|place| !belongs(*place)).map_or(plain.len(), |(at, _)| at);
    let (number, unit) = plain.split_at_checked(end).unwrap_or((plain, ""));
    // A stroke in front of a unit belongs to it: 1/m².
    (number.trim_end().trim_end_matches('/').trim_end(), unit.trim())
}

/// `5/8` and `1 5/8`, also `1-5/8`.
fn fraction(number: &str) -> Option<f64> {
    let (over, under) = number.split_once('/')?;
    let whole = |text: &str| {
        text.bytes().all(|byte| byte.is_ascii_digit()).then(|| parse_decimal(text)).flatten()
    };
    let under = whole(under.trim()).filter(|under| *under > 0.0)?;
    let over = over.trim();
    match over.rsplit_once([' ', '-']) {
        Some((before, over)) if !before.is_empty() => {
            Some(whole(before.trim_end())? + whole(over)? / under)
        }
        _ => Some(whole(over)? / under),
    }
}

/// `8-12`, `8~12`, `8 至 12 µm`: two numbers with a sign between them.
fn is_range(plain: &str) -> bool {
    let number = |text: &str| {
        let (number, _) = parted(text.trim());
        text.trim().starts_with(|c: char| c.is_ascii_digit() || c == '.')
            && parse_number(number).is_ok()
    };
    let parts = ["~", "至", "到", "–", "—", "…", "..", " to ", "±", "-"]
        .into_iter()
        .find_map(|sign| plain.split_once(sign));
    // 1e-3 is one number, and 1-5/8 too.
    parts.is_some_and(|(from, to)| {
        number(from)
            && number(to)
            && !from.ends_with(['e', 'E'])
            && fraction(parted(plain).0).is_none()
    })
}

/// Whether a text could be a unit at all.
fn may_be_unit(text: &str) -> bool {
    text.chars().count() <= 20
        && text.starts_with(|c: char| {
            c.is_alphabetic() || matches!(c, '%' | '°' | 'µ' | '"' | '″' | '¥' | '℃' | '℉')
        })
}

/// What people write for a unit, by its symbol.
const SPELLINGS: [(&str, &[&str]); 40] = [
    ("µm", &["u", "micron", "microns", "微米", "micrometre", "micrometer"]),
    ("mil", &["mils", "thou"]),
    ("µin", &["microinch", "microinches", "微英寸"]),
    ("丝", &["道", "条", "丝米"]),
    ("mm", &["毫米"]),
    ("in", &["inch", "inches", "\"", "″", "”", "''", "英寸"]),
    ("A/dm²", &["asd", "安/平方分米"]),
    ("A/ft²", &["asf", "a/sqft", "amps/ft2", "安/平方英尺"]),
    ("A/m²", &["asm", "安/平方米"]),
    ("min", &["mins", "minute", "minutes", "分", "分钟"]),
    ("h", &["hr", "hrs", "hour", "hours", "小时", "时"]),
    ("s", &["sec", "secs", "second", "seconds", "秒"]),
    ("dm²", &["平方分米", "sqdm"]),
    ("cm²", &["平方厘米", "sqcm"]),
    ("m²", &["平方米", "平米", "㎡", "sqm"]),
    ("ft²", &["平方英尺", "sqft"]),
    ("in²", &["平方英寸", "sqin"]),
    ("mm²", &["平方毫米", "sqmm"]),
    ("g", &["克", "gram", "grams"]),
    ("kg", &["公斤", "千克", "kgs"]),
    ("lb", &["lbs", "pound", "pounds", "磅"]),
    ("oz", &["盎司", "ounce", "ounces"]),
    ("A", &["amp", "amps", "安", "安培"]),
    ("V", &["volt", "volts", "伏", "伏特"]),
    ("°C", &["c", "℃", "degc", "度", "摄氏度"]),
    ("°F", &["f", "℉", "degf", "华氏度"]),
    ("L", &["升", "litre", "litres", "liter", "liters"]),
    ("kWh", &["度", "千瓦时", "kw·h"]),
    ("MWh", &["兆瓦时"]),
    ("10 MWh", &["万度", "万千瓦时"]),
    ("kW", &["千瓦"]),
    ("%", &["percent", "pct"]),
    ("a", &["year", "years", "yr", "yrs", "年"]),
    ("mo", &["month", "months", "个月", "月"]),
    ("d", &["day", "days", "天", "日"]),
    ("CNY", &["rmb", "yuan", "¥", "元"]),
    ("10,000 CNY", &["万元", "万"]),
    ("°", &["deg", "degrees", "度"]),
    ("MPa", &["n/mm2", "兆帕"]),
    ("g/cm³", &["g/cc", "g/ml", "克/立方厘米"]),
];

/// A spelling as it is compared: without blanks, signs of multiplication and brackets, powers as figures.
fn bare(unit: &str) -> String {
    let letter = |c: char| match c {
        ' ' | '\u{a0}' | '·' | '*' | '^' | '(' | ')' | '⋅' => None,
        'µ' | 'μ' => Some('u'),
        '²' => Some('2'),
        '³' => Some('3'),
        '₂' => Some('2'),
        c => Some(c),
    };
    unit.trim_end_matches('.').chars().filter_map(letter).collect::<String>().to_lowercase()
}

/// Position of a unit among those of a dimension, by its name, its symbol in any language, or a usual spelling.
pub fn unit_named(dimension: Dimension, said: &str) -> Option<usize> {
    let said = bare(said);
    let spelt = |unit: &Unit| {
        SPELLINGS
            .iter()
            .filter(|(symbol, _)| *symbol == unit.symbol)
            .any(|(_, all)| all.iter().any(|one| bare(one) == said))
    };
    let written = |unit: &Unit| {
        [unit.id, unit.symbol, unit.symbol_in(Language::En), unit.symbol_in(Language::Zh)]
            .into_iter()
            .any(|one| bare(one) == said)
    };
    let units = dimension.units();
    if said.is_empty() {
        return None;
    }
    units.iter().position(written).or_else(|| units.iter().position(spelt))
}

/// The ASCII form of a full-width letter, digit or sign as a Chinese keyboard types it.
fn half_width(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '。' => '.',
        '−' => '-',
        '\u{3000}' | '\u{a0}' | '\u{202f}' => ' ',
        _ => c,
    }
}

/// A number to `digits` significant digits, never in exponent form between 10⁻⁶ and 10⁹, without a negative zero.
///
/// ```
/// use platewise_model::units::format_significant;
/// assert_eq!(format_significant(0.28472, 3), "0.285");
/// assert_eq!(format_significant(19.999, 3), "20.0");
/// assert_eq!(format_significant(12345.0, 3), "12345");
/// ```
pub fn format_significant(value: f64, digits: usize) -> String {
    if value == 0.0 || !value.is_finite() {
        return if value.is_nan() {
            "–".to_owned()
        } else if value.is_infinite() {
            "∞".to_owned()
        } else {
            "0".to_owned()
        };
    }
    let count = i32::try_from(digits).unwrap_or(1).clamp(1, 15);
    let with_exponent = format!("{value:.*e}", usize::try_from(count - 1).unwrap_or(0));
    if (1e-6..1e9).contains(&value.abs()) {
        // The exponent of the rounded number, not of the number: 0.09999 is 0.100.
        let exponent =
            with_exponent.split_once('e').and_then(|(_, exponent)| exponent.parse().ok());
        return fixed(value, usize::try_from(count - 1 - exponent.unwrap_or(0)).unwrap_or(0));
    }
    with_exponent
}

/// A number below 10¹⁵ with so many decimals, at most 15, without a negative zero. Halves are rounded away from zero, as
/// people do; the standard library takes the even neighbour.
pub fn fixed(value: f64, decimals: usize) -> String {
    let unit = 10_f64.powi(i32::try_from(decimals).unwrap_or(0));
    let rounded = (value * unit).round() / unit;
    format!("{:.decimals$}", rounded + 0.0) // a negative zero and zero are zero
}

/// A shown number without the zeros that end its decimals: `12.50` becomes `12.5`, `5.00` becomes `5`.
pub fn without_trailing_zeros(shown: &str) -> &str {
    if shown.contains('.') && !shown.contains('e') {
        shown.trim_end_matches('0').trim_end_matches('.')
    } else {
        shown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_type_numbers_in_many_ways() {
        for (typed, expected) in [
            ("1.5", Ok(1.5)),
            ("1,5", Ok(1.5)),
            ("0,125", Ok(0.125)),
            ("-0,125", Ok(-0.125)),
            (" 12 ", Ok(12.0)),
            ("１２", Ok(12.0)),
            ("１，５", Ok(1.5)),
            ("１。５", Ok(1.5)),
            ("1e-3", Ok(0.001)),
            (",5", Ok(0.5)),
            ("1,234", Err(NotANumber::AmbiguousComma)),
            ("12,345", Err(NotANumber::AmbiguousComma)),
            ("1,2345", Ok(1.2345)),
            ("1,234.5", Err(NotANumber::Separators)),
            ("1.234.5", Err(NotANumber::Separators)),
            ("", Err(NotANumber::Empty)),
            ("abc", Err(NotANumber::Unreadable)),
            ("inf", Err(NotANumber::Unreadable)),
            ("1e999", Err(NotANumber::Unreadable)),
            ("12 µm", Err(NotANumber::Unreadable)),
        ] {
            assert_eq!(parse_number(typed), expected, "{typed}");
        }
    }

    #[test]
    fn halves_are_rounded_away_from_zero_and_nothing_is_below_it() {
        for (value, decimals, shown) in [
            (12.5, 0, "13"),
            (-12.5, 0, "-13"),
            (0.125, 2, "0.13"),
            (2.0, 3, "2.000"),
            (-0.04, 1, "0.0"),
            (999_999.995, 2, "1000000.00"),
        ] {
            assert_eq!(fixed(value, decimals), shown, "{value}");
        }
    }

    #[test]
    fn what_is_no_finite_number_is_not_read() {
        for text in ["", "+", ".", "e5", "1e", "1.2.3", "--1", "1e5.5", "1x", "inf", "NaN", "1e999"]
        {
            assert_eq!(parse_decimal(text), None, "{text}");
        }
        for (text, value) in [("1.", 1.0), (".5", 0.5), ("+2e-3", 0.002), ("1e-999999999", 0.0)] {
            assert_eq!(parse_decimal(text), Some(value), "{text}");
        }
    }

    #[test]
    fn shown_numbers_keep_their_significant_digits() {
        for (value, digits, shown) in [
            (9.999, 3, "10.0"),
            (9.994, 3, "9.99"),
            (0.9999, 3, "1.00"),
            (0.9994, 3, "0.999"),
            (0.099_99, 3, "0.100"),
            (0.099_94, 3, "0.0999"),
            (0.009_999, 3, "0.0100"),
            (0.000_999_996, 3, "0.00100"),
            (0.000_999_4, 3, "0.000999"),
            (0.000_000_999_96, 3, "1.00e-6"),
            (0.000_001, 3, "0.00000100"),
            (-0.099_99, 3, "-0.100"),
            (99.96, 3, "100"),
            (999.96, 3, "1000"),
            (999.96, 4, "1000"),
            (999_999_999.6, 3, "1000000000"),
            (0.001_234_5, 3, "0.00123"),
            (-1.5, 2, "-1.5"),
            (9.6, 1, "10"),
            (0.96, 1, "1"),
            (0.096, 1, "0.1"),
            (1e-7, 3, "1.00e-7"),
            (1e9, 3, "1.00e9"),
            (0.0, 3, "0"),
            (-0.0, 3, "0"),
        ] {
            assert_eq!(format_significant(value, digits), shown, "{value}");
        }
    }

    #[test]
    fn zeros_that_end_the_decimals_are_dropped_and_no_others() {
        for (shown, without) in [
            ("5.00", "5"),
            ("12.50", "12.5"),
            ("100", "100"),
            ("0.100", "0.1"),
            ("1.00e9", "1.00e9"),
            ("0", "0"),
            ("–", "–"),
        ] {
            assert_eq!(without_trailing_zeros(shown), without);
        }
    }
}
