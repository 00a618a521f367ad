//! Words for a reader. A [`Phrase`] is a text with places `{0}`, `{1}` … that quantities and other texts fill in when somebody
//! reads it, in their language and units.

pub use crate::language::{Language, Text, symbol, text};
use crate::units::{Dimension, NotANumber};

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

impl NotANumber {
    /// What to tell the person who typed it where a quantity of this dimension is asked for.
    pub fn message(self, dimension: Dimension) -> Phrase {
        let has_units = dimension.units().iter().any(|unit| !unit.symbol.is_empty());
        match self {
            Self::Empty | Self::Unreadable => {
                text("Enter a number, such as 2.5.", "请输入数字，如 2.5。").into()
            }
            Self::AmbiguousComma => text(
                "“1,234” can mean 1234 or 1.234. Write the number without a comma, or with a point.",
                "“1,234”可能是 1234，也可能是 1.234。请去掉逗号，或用小数点书写。",
            )
            .into(),
            Self::Separators => text(
                "Write the number without thousands separators, with one decimal point or comma.",
                "请不要使用千位分隔符，小数点（或逗号）只能出现一次。",
            )
            .into(),
            Self::Range => text(
                "This is a range. Which value is meant? Enter one number.",
                "这是一个范围，请确认以哪个值为准，只填一个数字。",
            )
            .into(),
            Self::OtherUnit if has_units => phrase(
                text(
                    "This unit is unknown or belongs to another quantity. Units of this field: {0}.",
                    "该单位无法识别或属于其他物理量。此项可用单位：{0}。",
                ),
                [Arg::Units(dimension)],
            ),
            Self::OtherUnit => {
                text("This field takes a number without a unit.", "此项只填数字，不带单位。").into()
            }
        }
    }
}
