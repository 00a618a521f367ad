//! Words in every language side by side: a text that misses one does not compile. A [`Phrase`] is a text with places `{0}`, `{1}` …
//! that quantities and other texts fill in when somebody reads it, in their language and units.

use crate::units::Dimension;

/// A language of the product.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Simplified Chinese.
    Zh,
}

impl Language {
    /// All languages, in the order they are offered.
    pub const ALL: [Self; 2] = [Self::En, Self::Zh];

    /// BCP 47 tag, as in `<html lang>` and in links.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Zh => "zh",
        }
    }

    /// The language of a tag such as `zh-Hans-CN`, if it is one of ours.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next()?.to_ascii_lowercase();
        Self::ALL.into_iter().find(|language| language.tag() == primary)
    }
}

/// One text in every language.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Text {
    /// English.
    pub en: &'static str,
    /// Simplified Chinese.
    pub zh: &'static str,
}

impl Text {
    /// In the language given.
    pub const fn get(&self, language: Language) -> &'static str {
        match language {
            Language::En => self.en,
            Language::Zh => self.zh,
        }
    }
}

/// A text: English, then Chinese.
pub const fn text(en: &'static str, zh: &'static str) -> Text {
    Text { en, zh }
}

/// A text that is the same in every language: a symbol, a designation.
pub const fn symbol(same: &'static str) -> Text {
    Text { en: same, zh: same }
}

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
