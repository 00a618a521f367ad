//! Cells of a meter file as numbers: what is missing, and what carries its unit.

use super::units::{Unit, exact};
use crate::import::numbers::{DecimalSign, number as plain};
use crate::import::sheet::Cell;
use crate::units::parse_decimal;
use std::borrow::Cow;

/// No plant uses more in an interval, and no register shows more.
const LARGEST: f64 = 1e12;
/// Numbers that stand for a missing value.
const NOTHING: [f64; 8] =
    [-999.0, -9999.0, -99_999.0, -999_999.0, -999.9, -999.99, -9999.9, -9999.99];
/// How a missing value is written, in small letters.
const MISSING: [&str; 17] = [
    "", "-", "--", "---", "—", "–", "nan", "na", "n/a", "#n/a", "null", "none", "nil", "\\n", "/",
    "无", "缺失",
];

/// What a cell holds.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Value {
    /// A number.
    Number(f64),
    /// Nothing, or a word for it.
    Missing,
    /// Anything else, numbers without bounds among them.
    Other,
}

/// The text of a cell of a row; nothing where the row is shorter. Spreadsheets put an apostrophe before what is to stay a text.
pub fn at(row: &[Cell], column: usize) -> Cow<'_, str> {
    match row.get(column) {
        Some(Cell::Text(text)) => Cow::Borrowed(text.trim_matches(['"', '\''])),
        Some(cell) => cell.text(),
        None => Cow::Borrowed(""),
    }
}

/// Reads a cell of a row; loggers write −999, −9999 and the like where they have nothing.
pub fn value(row: &[Cell], column: usize, sign: DecimalSign) -> Value {
    let value = match row.get(column) {
        Some(Cell::Number(value)) => bounded(*value),
        _ => number(&at(row, column), sign),
    };
    match value {
        Value::Number(number) if NOTHING.iter().any(|nothing| (number - nothing).abs() < 1e-9) => {
            Value::Missing
        }
        value => value,
    }
}

/// Reads a cell.
pub fn number(cell: &str, sign: DecimalSign) -> Value {
    if (sign == DecimalSign::Point || !cell.contains(['.', ',']))
        && let Some(value) = parse_decimal(cell)
    {
        return bounded(value);
    }
    if is_missing(cell) {
        return Value::Missing;
    }
    plain(with_unit(cell).map_or(cell, |(number, _)| number), sign).map_or(Value::Other, bounded)
}

/// Whether a cell holds nothing, or a word for it.
pub fn is_missing(cell: &str) -> bool {
    MISSING.iter().any(|word| word.eq_ignore_ascii_case(cell))
}

/// Whether a cell is a number with either sign.
pub fn is_number(cell: &str) -> bool {
    [DecimalSign::Point, DecimalSign::Comma]
        .into_iter()
        .any(|sign| matches!(number(cell, sign), Value::Number(_)))
}

fn bounded(value: f64) -> Value {
    if value.abs() < LARGEST { Value::Number(value) } else { Value::Other }
}

/// A number and the unit behind it, where there is one.
pub fn with_unit(cell: &str) -> Option<(&str, Unit)> {
    let number = cell.trim_end_matches(|c: char| !c.is_ascii_digit() && c != '.' && c != ',');
    Some((number, exact(cell.get(number.len()..).filter(|unit| !unit.is_empty())?)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use DecimalSign::{Comma, Point};

    #[test]
    fn numbers_are_read_with_their_units() {
        for (cell, sign, expected) in [
            ("1.5", Point, Value::Number(1.5)),
            ("1,5", Comma, Value::Number(1.5)),
            ("1 234,5", Comma, Value::Number(1234.5)),
            ("1.5 kWh", Point, Value::Number(1.5)),
            ("12度", Point, Value::Number(12.0)),
            ("NaN", Point, Value::Missing),
            ("--", Comma, Value::Missing),
            ("", Comma, Value::Missing),
            ("1,5", Point, Value::Other),
            ("inf", Point, Value::Other),
            ("1e999", Point, Value::Other),
            ("1e13", Point, Value::Other),
            ("1.5 bar", Point, Value::Other),
            ("00:15", Point, Value::Other),
        ] {
            assert_eq!(number(cell, sign), expected, "{cell}");
        }
    }
}
