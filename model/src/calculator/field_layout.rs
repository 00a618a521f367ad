//! Where a field is on the page of its calculator: declared beside the field.

use crate::words::{Phrase, Text};

/// Fields that belong together.
#[derive(Clone, Copy)]
pub struct Group {
    /// Stable name.
    pub id: &'static str,
    /// Its heading.
    pub title: Text,
    /// Whether it is folded away until asked for.
    pub folded: bool,
    /// Whether it is shown only while one of its fields is in use, for example the fields of a
    /// process that was chosen.
    pub on_demand: bool,
}

/// How prominent a field is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FieldLevel {
    /// Shown at first view; at most [`MOST_ESSENTIAL`] of these are in use at a time.
    Essential,
    /// Often changed.
    More,
    /// Rarely changed, and only by experts. Rows do not show these.
    Expert,
}

/// Most essential fields in use at a time.
pub const MOST_ESSENTIAL: usize = 7;

/// Whether an option is offered. `chosen` gives the id currently chosen in another field of the
/// same row or object, or ids separated by commas if several are chosen.
pub type Offered = fn(chosen: &dyn Fn(&str) -> String, id: &str) -> bool;

/// Where a field is on the page and how its control behaves.
#[derive(Clone, Copy)]
pub struct Layout {
    /// Its group; empty for a field of a row.
    pub group: &'static str,
    /// How prominent it is.
    pub level: FieldLevel,
    /// The field it follows, if not the one declared before it.
    pub after: Option<&'static str>,
    /// Other inputs that are reset to their defaults by a choice.
    pub clears: &'static [&'static str],
    /// Example in an empty text field.
    pub placeholder: &'static str,
    /// If the field is filled from a file: its types, as in the `accept` of a file input.
    pub accepts: Option<&'static str>,
    /// Whether a list has an empty option.
    pub may_be_empty: bool,
    /// Whether it is not shown.
    pub off_page: bool,
    /// Remark on the chosen option of a list.
    pub about: Option<fn(&str) -> Option<Phrase>>,
    /// Filter of the options of a list.
    pub offered: Option<Offered>,
}

impl Layout {
    /// The default layout.
    pub const PLAIN: Self = Self {
        group: "",
        level: FieldLevel::More,
        after: None,
        clears: &[],
        placeholder: "",
        accepts: None,
        may_be_empty: false,
        off_page: false,
        about: None,
        offered: None,
    };
}
