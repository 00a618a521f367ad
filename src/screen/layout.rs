//! Which fields stand where: what a page says about its calculator.

use crate::form::Form;
use platewise_model::words::{Phrase, Text};

/// Fields that belong together.
#[derive(Clone, Copy)]
pub struct Group {
    /// Its heading.
    pub title: Text,
    /// Whether it is folded away until asked for.
    pub folded: bool,
    /// Whether it stands on the page only while one of its fields counts, such as those of a process that was chosen.
    pub on_demand: bool,
    /// The fields in their order.
    pub rows: &'static [Row],
}

/// One field.
pub struct Row {
    /// Name of the input.
    pub name: &'static str,
    /// How it is shown.
    pub control: Control,
    /// Other inputs that go back to their default when this one is chosen.
    pub clears: &'static [&'static str],
    /// For a list: what to say of the row that is chosen.
    pub about: Option<fn(&str) -> Option<Phrase>>,
}

/// How a field is shown.
#[derive(Clone, Copy)]
pub enum Control {
    /// A number with its unit.
    Number,
    /// A list; the function leaves out rows that do not fit what else was chosen.
    List(Option<fn(Form, &str) -> bool>),
    /// A list that may stay empty.
    Optional,
    /// A few choices side by side.
    Segments,
    /// The same, without a label of its own: the heading of the group is enough.
    Bare,
    /// Several rows of a list, each with a box to tick.
    Boxes,
    /// A short text, with an example of it.
    Text(&'static str),
    /// A text of some lines.
    Paragraph,
    /// Points of a curve.
    Curve,
    /// Several numbers, such as one for each month.
    Numbers,
    /// A file that is taken over, with what it may be called.
    File(&'static str),
    /// Rows with fields of their own, one of them open at a time.
    Rows(&'static [Row]),
}

impl Row {
    /// The same field, clearing others when it is chosen.
    pub const fn clearing(self, clears: &'static [&'static str]) -> Self {
        Self { clears, ..self }
    }

    /// The same field, saying something of the row that is chosen.
    pub const fn saying(self, about: fn(&str) -> Option<Phrase>) -> Self {
        Self { about: Some(about), ..self }
    }
}

/// Fields that are always there, open.
pub const fn group(title: Text, rows: &'static [Row]) -> Group {
    Group { title, folded: false, on_demand: false, rows }
}

impl Group {
    /// The same group, folded away until asked for.
    pub const fn folded(self) -> Self {
        Self { folded: true, ..self }
    }

    /// The same group, there only while one of its fields counts.
    pub const fn on_demand(self) -> Self {
        Self { on_demand: true, ..self }
    }
}

/// A field that clears no other.
pub const fn row(name: &'static str, control: Control) -> Row {
    Row { name, control, clears: &[], about: None }
}
