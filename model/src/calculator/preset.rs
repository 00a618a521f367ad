//! Examples that come with a calculator.

use crate::words::Text;
use serde_json::Value;

/// A named example: the inputs it gives, the rest are defaults.
pub struct Preset {
    /// Stable name.
    pub id: &'static str,
    /// As offered.
    pub name: Text,
    /// What it shows.
    pub teaches: Text,
    /// Field names and values; numbers as JSON numbers.
    pub inputs: &'static [(&'static str, PresetValue)],
}

impl Preset {
    /// The inputs as JSON.
    pub fn to_inputs(&self) -> serde_json::Map<String, Value> {
        object(self.inputs)
    }
}

fn object(inputs: &[(&str, PresetValue)]) -> serde_json::Map<String, Value> {
    let mut all = serde_json::Map::new();
    all.extend(inputs.iter().map(|(name, value)| ((*name).to_owned(), value.to_json()))); // to collect would sort, and weigh
    all
}

/// A value in a preset.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum PresetValue {
    /// A number in the canonical unit.
    Number(f64),
    /// An id or a text.
    Name(&'static str),
    /// Ids of several rows of a list.
    Names(&'static [&'static str]),
    /// Numbers in the canonical unit.
    Numbers(&'static [f64]),
    /// Rows with fields of their own.
    Rows(&'static [&'static [(&'static str, PresetValue)]]),
}

impl PresetValue {
    /// As JSON.
    pub fn to_json(self) -> Value {
        match self {
            Self::Number(number) => Value::from(number),
            Self::Name(name) => Value::from(name),
            Self::Names(names) => names.iter().map(|name| Value::from(*name)).collect(),
            Self::Numbers(numbers) => numbers.iter().map(|number| Value::from(*number)).collect(),
            Self::Rows(rows) => rows.iter().map(|row| Value::from(object(row))).collect(),
        }
    }
}
