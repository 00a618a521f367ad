//! Quantities and days in JSON, which may be texts as people type them: `"0.3 mil"`, `"2026-11-28"`.

use super::problem::Fault;
use crate::units::{Dimension, parse_date, parse_quantity};
use crate::words::{Arg, Phrase, Text, phrase, text};
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

/// What has to be said of how a number was read, typed without a unit of its own in the one at this position: a thickness
/// in 丝, and a sign for “at least”, which the number itself cannot carry.
pub fn remark(typed: &str, dimension: Dimension, unit: usize) -> Option<Phrase> {
    let read = parse_quantity(typed, dimension).ok()?;
    let unit = dimension.unit(read.unit.unwrap_or(unit));
    let quantity = Arg::Quantity(dimension, unit.to_canonical(read.number));
    if unit.id == "si" {
        let words = text(
            "{0} 丝 is {1}: one 丝 (道, 条) is 10 µm. If {2} is meant, change the unit.",
            "{0} 丝为 {1}（1 丝＝1 道＝1 条＝10 µm）。如指 {2}，请改单位。",
        );
        let meant = Arg::Quantity(dimension, read.number);
        return Some(phrase(words, [Arg::Number(read.number), quantity, meant]));
    }
    let words = text(
        "Read as {0}. “At least” is not part of the number: say so where the thickness is explained.",
        "按 {0} 读取。“不小于”不属于数值，请在“厚度指”中说明。",
    );
    read.at_least.then(|| phrase(words, [quantity]))
}
