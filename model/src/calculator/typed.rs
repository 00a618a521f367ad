//! Quantities and days in JSON, which may be texts as people type them: `"0.3 mil"`, `"2026-11-28"`.

use super::problem::Fault;
use crate::units::{Dimension, parse_date, parse_quantity};
use crate::words::{Text, text};
use jiff::civil::Date;
use serde_json::Value;

const A_NUMBER: Text = text("a number", "数字");
const A_DATE: Text = text("a date, such as 2026-11-28", "日期，如 2026-11-28");

/// The number in the canonical unit that a value says: a number, or a text with or without a unit. It is the same to the
/// last bit as what a field makes of that text.
pub fn number(value: &Value, dimension: Dimension) -> Result<f64, Fault> {
    let Some(text) = value.as_str() else {
        return value.as_f64().ok_or(Fault::WrongKind(A_NUMBER));
    };
    let typed = parse_quantity(text, dimension).map_err(|why| Fault::Unread(why, dimension))?;
    Ok(dimension.unit(typed.unit.unwrap_or(0)).to_canonical(typed.number))
}

/// The day that a text says.
pub fn date(value: &Value) -> Result<Date, Fault> {
    let text = value.as_str().ok_or(Fault::WrongKind(A_DATE))?;
    parse_date(text).ok_or(Fault::BadDate)
}
