//! The hours of a year as a text: what is left of a weather or meter file, so that saved files, the memory of the browser, a worker and the
//! command line carry it like any other value. Two letters a number, 4,096 steps.

use std::sync::Arc;

/// Hours of a year without a leap day.
pub const HOURS: usize = 8760;

/// A column: what the lowest and the highest of the 4,096 steps stand for.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Column {
    /// Value of step 0.
    pub low: f64,
    /// Value of one step more.
    pub step: f64,
}

impl Column {
    /// From a value to another.
    pub const fn between(low: f64, high: f64) -> Self {
        Self { low, step: (high - low) / TOP }
    }
}

/// The highest step.
const TOP: f64 = 4095.0;
/// Letters that links and JSON leave as they are.
const LETTERS: &[u8; 64] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_";

/// Unpacked hours, row by row; cheap to copy.
#[derive(Clone, PartialEq, Debug)]
pub struct Packed {
    /// The text it came from.
    pub text: Arc<str>,
    /// Values, all columns of an hour side by side.
    pub values: Arc<[f64]>,
}

/// Packs rows of so many columns; what lies outside a column's ends is cut to them.
///
/// ```
/// use platewise_model::units::packed::{Column, HOURS, pack, unpack};
/// let column = [Column::between(0.0, 4095.0)];
/// let text = pack(&vec![7.0; HOURS], &column);
/// assert_eq!(unpack(&text, &column).unwrap().values[8759], 7.0);
/// assert!(unpack("too short", &column).is_none());
/// ```
pub fn pack(values: &[f64], columns: &[Column]) -> String {
    let letter = |six: u16| char::from(LETTERS.get(usize::from(six & 63)).copied().unwrap_or(b'0'));
    let mut text = String::with_capacity(2 * values.len());
    for (value, column) in values.iter().zip(columns.iter().cycle()) {
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "between 0 and 4095"
        )]
        let step = ((value - column.low) / column.step).round().clamp(0.0, TOP) as u16;
        text.push(letter(step >> 6));
        text.push(letter(step));
    }
    text
}

/// The value of each letter; 255 for what is none.
const fn values_of_letters() -> [u8; 256] {
    let mut all = [255; 256];
    let mut index = 0;
    #[allow(
        clippy::indexing_slicing,
        clippy::cast_possible_truncation,
        reason = "64 letters, when it is compiled"
    )]
    while index < 64 {
        all[LETTERS[index] as usize] = index as u8;
        index += 1;
    }
    all
}

static VALUES: [u8; 256] = values_of_letters();

/// Unpacks a year; none from any other text.
pub fn unpack(text: &str, columns: &[Column]) -> Option<Packed> {
    if text.len() != 2 * HOURS * columns.len() {
        return None;
    }
    let six = |letter: u8| {
        VALUES.get(usize::from(letter)).copied().filter(|six| *six < 64).map(u16::from)
    };
    let mut values = Vec::with_capacity(HOURS * columns.len());
    let mut pairs = text.as_bytes().chunks_exact(2);
    for _ in 0..HOURS {
        for column in columns {
            let &[high, low] = pairs.next()? else { return None };
            values.push(column.low + column.step * f64::from(six(high)? << 6 | six(low)?));
        }
    }
    Some(Packed { text: text.into(), values: values.into() })
}
