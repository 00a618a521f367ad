//! What a person typed: the texts with their units, as they stand in the fields. From here they become inputs, and a link that brings
//! every text back to the letter, also one that is not a number yet. No browser is needed for any of it.

mod inputs;
mod link;
mod shown;
#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests;

pub(crate) use inputs::numbers_of;
pub use inputs::{Unreadable, entry_of, from_inputs, to_inputs};
pub use link::{
    Link, from_link, from_memory, is_in_links, read_written, to_link, to_memory, to_open_memory,
    to_pack, written,
};
pub use shown::{as_shown, converted, in_system, settled, shown, told, typed};

use crate::calculator::AnyCalculator;
use std::collections::BTreeMap;

/// What stands in one field.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Entry {
    /// The text as typed, or the id of a choice.
    pub text: String,
    /// Position of its unit among those of the field's dimension; 0, the canonical one, for all that is no number.
    pub unit: usize,
    /// What was typed, and in which unit, where the text shows the same quantity in another: it is this that counts.
    pub typed: Option<Box<(String, usize)>>,
    /// Of a field of rows: what stands in the fields of each; there is no text then.
    pub rows: Vec<Entries>,
}

impl Entry {
    /// A text without a unit.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::number(text, 0)
    }

    /// A text with its unit.
    pub fn number(text: impl Into<String>, unit: usize) -> Self {
        Self { text: text.into(), unit, typed: None, rows: Vec::new() }
    }

    /// Rows.
    pub const fn rows(rows: Vec<Entries>) -> Self {
        Self { text: String::new(), unit: 0, typed: None, rows }
    }

    /// What was typed and in which unit, whatever is shown.
    fn original(&self) -> (&str, usize) {
        self.typed
            .as_deref()
            .map_or((self.text.as_str(), self.unit), |(text, unit)| (text.as_str(), *unit))
    }

    /// Whether nothing stands in it.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty() && self.rows.is_empty()
    }
}

/// What stands in the fields of a calculator; a field that is missing shows its default.
pub type Entries = BTreeMap<&'static str, Entry>;

/// Something in a link, a file or the memory that could not be used; the rest was.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Notice {
    /// A name that no field has.
    UnknownField(String),
    /// A part that cannot be read.
    Broken(String),
    /// Made by a newer version.
    NewerVersion(String),
    /// Too long to be read.
    TooLong,
    /// A quote that was given, and cannot be read any more.
    Damaged,
    /// A quote that was given, in a frame of another page, which has no papers.
    Framed,
    /// The key of a shop, which is not taken unasked.
    Key,
}

/// What was typed with what is private of a state before: it stays when a link, a file or an example is opened that says nothing of it.
pub fn with_private(calculator: &AnyCalculator, mut entries: Entries, before: &Entries) -> Entries {
    for (name, entry) in before.iter().filter(|(name, _)| calculator.is_private(name)) {
        entries.entry(name).or_insert_with(|| entry.clone());
    }
    entries
}

/// The start of a text, for a notice.
fn shortened(text: &str) -> String {
    text.chars().take(40).collect()
}
