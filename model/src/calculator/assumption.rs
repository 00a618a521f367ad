//! How a field was understood: its value, and where that comes from.

use crate::data::Fact;
use serde_json::Value;

/// Where the value of a field comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Origin {
    /// The person gave it.
    Given,
    /// A default.
    Default,
    /// It follows from other inputs: a curve, a code, a calibration.
    Derived,
    /// It is what is solved for.
    Solved,
    /// Not used with the other inputs as they are.
    Unused,
}

impl Origin {
    /// Stable name for JSON.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::Default => "default",
            Self::Derived => "derived",
            Self::Solved => "solved",
            Self::Unused => "unused",
        }
    }
}

/// The value of a field as it is used.
#[derive(Clone, PartialEq, Debug)]
pub struct Assumption {
    /// Name of the field.
    pub field: &'static str,
    /// Its value as JSON; null where there is none.
    pub value: Value,
    /// The default that stands behind it, if any, also when it was overridden.
    pub fact: Option<Fact>,
    /// Where the value comes from.
    pub origin: Origin,
    /// Of a field of rows: how the fields of each row were understood. Its value is what was given of them.
    pub rows: Vec<Vec<Assumption>>,
}

impl Assumption {
    /// Of a field that holds no rows.
    pub const fn new(
        field: &'static str,
        value: Value,
        fact: Option<Fact>,
        origin: Origin,
    ) -> Self {
        Self { field, value, fact, origin, rows: Vec::new() }
    }
}
