//! Numbers as people type and read them: what is typed is understood or refused with a reason, never guessed; what is shown has a
//! stated number of significant digits.

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
    /// Stable name for JSON.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Empty | Self::Unreadable => "wrong_kind",
            Self::AmbiguousComma | Self::Separators => "ambiguous_number",
            Self::Range => "range",
            Self::OtherUnit => "other_unit",
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

/// The ASCII form of a full-width letter, digit or sign as a Chinese keyboard types it.
pub(super) fn half_width(c: char) -> char {
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
