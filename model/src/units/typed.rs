//! Quantities as people type them: a number that may bring its unit along.

use super::number::{NotANumber, half_width, parse_decimal, parse_number};
use super::{Dimension, unit_named};

/// A number as it was typed, with what stood beside it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Typed {
    /// The number, in the unit that was typed, or else in that of its field.
    pub number: f64,
    /// Position of the unit that was typed among those of its dimension; of several, the last and smallest.
    pub unit: Option<usize>,
    /// Whether a sign said “at least”.
    pub at_least: bool,
}

/// Longest text that can be a quantity, bytes.
const LONGEST: usize = 200;

/// Reads a number that may bring a unit of its dimension along, a fraction, a duration or another quantity in several units,
/// or a sign for “at least”: `0.3 mil`, `20 ASF`, `8 丝`, `5/8 in`, `1 h 30 min`, `≥8`.
///
/// ```
/// use platewise_model::units::{Dimension, NotANumber, parse_quantity};
/// let mil = parse_quantity("0.3 mil", Dimension::Thickness).unwrap();
/// assert_eq!((mil.number, mil.unit), (0.3, Dimension::Thickness.position("mil")));
/// assert_eq!(parse_quantity("5/8", Dimension::Length).map(|read| read.number), Ok(0.625));
/// assert_eq!(parse_quantity("1 h 30 min", Dimension::Minutes).map(|read| read.number), Ok(90.0));
/// assert_eq!(parse_quantity("8-12", Dimension::Thickness), Err(NotANumber::Range));
/// assert_eq!(parse_quantity("8 A", Dimension::Thickness), Err(NotANumber::OtherUnit));
/// ```
///
/// # Errors
/// A [`NotANumber`] that says what is wrong with the text.
pub fn parse_quantity(typed: &str, dimension: Dimension) -> Result<Typed, NotANumber> {
    if typed.len() > LONGEST {
        return Err(NotANumber::Unreadable);
    }
    let plain = plain(typed);
    let signs = ["≥", "⩾", "≧", ">=", ">", "不小于", "不低于", "至少", "最小"];
    let (plain, at_least) = match signs.into_iter().find_map(|sign| plain.strip_prefix(sign)) {
        Some(rest) => (rest.trim_start(), true),
        None => (plain.as_str(), false),
    };
    if is_range(plain) {
        return Err(NotANumber::Range);
    }
    let (number, unit) = parted(plain);
    let read = |number: &str| fraction(number).map_or_else(|| parse_number(number), Ok);
    let (number, unit) = match unit {
        "" => (read(number)?, None),
        unit => match unit_named(dimension, unit) {
            Some(unit) => (read(number)?, Some(unit)),
            None => match in_several(plain, dimension) {
                Some((number, unit)) => (number, Some(unit)),
                None => {
                    read(number)?;
                    return Err(if may_be_unit(unit) {
                        NotANumber::OtherUnit
                    } else {
                        NotANumber::Unreadable
                    });
                }
            },
        },
    };
    Ok(Typed { number, unit, at_least })
}

/// A text in the forms of an ASCII keyboard, with fractions written out: `1½` is `1 1/2`.
fn plain(typed: &str) -> String {
    let mut plain = String::with_capacity(typed.len());
    for letter in typed.trim().chars().map(half_width) {
        let fraction = FRACTIONS.iter().find(|(sign, _)| *sign == letter);
        match fraction {
            Some((_, written)) => {
                if plain.ends_with(|c: char| c.is_ascii_digit()) {
                    plain.push(' ');
                }
                plain.push_str(written);
            }
            None => plain.push(letter),
        }
    }
    plain
}

const FRACTIONS: [(char, &str); 10] = [
    ('½', "1/2"),
    ('¼', "1/4"),
    ('¾', "3/4"),
    ('⅛', "1/8"),
    ('⅜', "3/8"),
    ('⅝', "5/8"),
    ('⅞', "7/8"),
    ('⅓', "1/3"),
    ('⅔', "2/3"),
    ('⁄', "/"),
];

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

/// A quantity in several units, each smaller than the one before and with less than one of it: `1 h 30 min`,
/// `1小时30分钟`, `5 ft 3 in`, `2 lb 6 oz`. The sum in the last of them, and which that is.
fn in_several(plain: &str, dimension: Dimension) -> Option<(f64, usize)> {
    let mut parts = Vec::new();
    let mut rest = plain;
    while !rest.is_empty() {
        let end = rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')))?;
        let (number, behind) = rest.split_at_checked(end)?;
        let end = behind.find(|c: char| c.is_ascii_digit()).unwrap_or(behind.len());
        let (unit, behind) = behind.split_at_checked(end)?;
        let unit = unit_named(dimension, unit.trim().trim_end_matches(','))?;
        parts.push((parse_number(number).ok()?, unit));
        rest = behind;
    }
    let (_, last) = *parts.last().filter(|_| parts.len() > 1)?;
    // Whole numbers of the smaller unit, whatever the factors are as doubles: 12 in are 1 ft.
    let times = |unit: usize| {
        let ratio = dimension.unit(unit).factor / dimension.unit(last).factor;
        if (ratio - ratio.round()).abs() < 1e-9 * ratio { ratio.round() } else { ratio }
    };
    let descends = parts.windows(2).all(|pair| match pair {
        [(_, unit), (number, next)] => times(*unit) > number * times(*next),
        _ => false,
    });
    let plain_units = parts.iter().all(|(_, unit)| dimension.unit(*unit).offset == 0.0);
    (descends && plain_units)
        .then(|| (parts.iter().map(|(number, unit)| number * times(*unit)).sum(), last))
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
    text.chars().count() <= 40
        && text.starts_with(|c: char| {
            c.is_alphabetic() || matches!(c, '%' | '°' | 'µ' | '"' | '″' | '¥' | '℃' | '℉')
        })
}
