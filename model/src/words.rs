//! Words for a reader. A [`Phrase`] is a text with places `{0}`, `{1}` … that quantities and other texts fill in when somebody
//! reads it, in their language and units.

pub use crate::language::{Language, Text, symbol, text};
use crate::units::Dimension;

/// What fills a place of a phrase.
#[derive(Clone, PartialEq, Debug)]
pub enum Arg {
    /// A quantity in its canonical unit, shown in the reader's.
    Quantity(Dimension, f64),
    /// A quantity with the range it lies in, all in the canonical unit: value, low, high.
    Span(Dimension, f64, f64, f64),
    /// A plain number, shown to three significant digits.
    Number(f64),
    /// A whole number, shown as it is.
    Count(u32),
    /// Another text.
    Text(Text),
    /// A name or a designation that no language changes.
    Name(String),
    /// The units of a quantity, one after another.
    Units(Dimension),
}

/// A text whose places are filled: `{0}` by the first argument, and so on. `{0:day|days}` is the first word where that argument is one.
#[derive(Clone, PartialEq, Debug)]
pub struct Phrase {
    /// The text with its places.
    pub text: Text,
    /// What fills them.
    pub args: Vec<Arg>,
}

impl From<Text> for Phrase {
    fn from(text: Text) -> Self {
        Self { text, args: Vec::new() }
    }
}

/// A phrase of a text and its arguments.
pub fn phrase(text: Text, args: impl Into<Vec<Arg>>) -> Phrase {
    Phrase { text, args: args.into() }
}
