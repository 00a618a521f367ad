//! How the fields of a calculator stand on a page. Each field brings its group and what belongs to its control, so that a page needs no table
//! of its own; the kind of a value decides the control.

use super::field::{Field, Kind};
use crate::words::{Language, Phrase, Text};

/// Fields that belong together.
#[derive(Clone, Copy)]
pub struct Group {
    /// Stable name.
    pub id: &'static str,
    /// Its heading.
    pub title: Text,
    /// Whether it is folded away until asked for.
    pub folded: bool,
    /// Whether it stands on the page only while one of its fields counts, such as those of a process that was chosen.
    pub on_demand: bool,
}

/// How soon a field is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FieldLevel {
    /// At first view. Of these at most [`MOST_ESSENTIAL`] count at a time.
    Essential,
    /// Often changed.
    More,
    /// Rarely changed, and then by somebody who knows why. A row leaves these out.
    Expert,
}

/// Essential fields that may count at a time: more are no first view.
pub const MOST_ESSENTIAL: usize = 7;

/// Whether a row of a list fits what else was chosen: `chosen` gives the id in force of a field beside this one, ids separated by commas
/// where it holds several.
pub type Offered = fn(chosen: &dyn Fn(&str) -> String, id: &str) -> bool;

/// How a field stands on a page.
#[derive(Clone, Copy)]
pub struct Layout {
    /// Its group; empty for a field of a row.
    pub group: &'static str,
    /// How soon it is shown.
    pub level: FieldLevel,
    /// The field it stands behind, where that is not the one declared before it.
    pub after: Option<&'static str>,
    /// Other inputs that go back to their default when this one is chosen.
    pub clears: &'static [&'static str],
    /// Of a text: an example.
    pub placeholder: &'static str,
    /// Of a field that takes a file: which, as a file input names them.
    pub accepts: Option<&'static str>,
    /// Of a list: whether it may stay empty.
    pub may_be_empty: bool,
    /// Whether it is left out of the page.
    pub off_page: bool,
    /// Of a list: what to say of the row that is chosen.
    pub about: Option<fn(&str) -> Option<Phrase>>,
    /// Of a list: which rows are offered.
    pub offered: Option<Offered>,
}

impl Layout {
    /// Of a field that says nothing of it.
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

/// How a field is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Control {
    /// A number with its unit.
    Number,
    /// A few short choices side by side.
    Segments,
    /// A list to choose from.
    List,
    /// Several rows of a list, each with a box to tick.
    Boxes,
    /// A short text.
    Text,
    /// A text of some lines.
    Paragraph,
    /// Points of a curve.
    Curve,
    /// Several numbers, such as one for each month.
    Numbers,
    /// A file that is taken over.
    File,
    /// Rows with fields of their own.
    Rows,
}

/// Choices that stand side by side at the most.
pub const MOST_SEGMENTS: usize = 4;
/// The longest name that fits between others, in letters; a Chinese one counts twice.
const LONGEST_SEGMENT: usize = 20;

impl Field {
    /// How it is shown; none of what no person types.
    pub fn control(&self) -> Option<Control> {
        Some(match self.kind {
            _ if self.layout.accepts.is_some() => Control::File,
            Kind::Number { .. } => Control::Number,
            Kind::Choice(options) if self.is_plain_choice() && are_few_and_short(&options()) => {
                Control::Segments
            }
            Kind::Choice(_) => Control::List,
            Kind::Several(..) => Control::Boxes,
            Kind::Text | Kind::Date => Control::Text,
            Kind::LongText => Control::Paragraph,
            Kind::Curve => Control::Curve,
            Kind::Numbers { .. } => Control::Numbers,
            Kind::Hours(_) => Control::File,
            Kind::Rows { .. } => Control::Rows,
            Kind::Record => return None,
        })
    }

    /// Whether all of its rows are always offered, and nothing is said of the one that is chosen.
    const fn is_plain_choice(&self) -> bool {
        !self.layout.may_be_empty && self.layout.about.is_none() && self.layout.offered.is_none()
    }

    fn is_on_page(&self) -> bool {
        !self.layout.off_page && self.control().is_some()
    }
}

fn are_few_and_short(options: &[(&'static str, Text)]) -> bool {
    let width = |text: &str| {
        text.chars().map(|letter| if letter < '\u{2e80}' { 1 } else { 2 }).sum::<usize>()
    };
    let is_short = |name: &Text| {
        [Language::En, Language::Zh]
            .into_iter()
            .all(|language| width(name.get(language)) <= LONGEST_SEGMENT)
    };
    options.len() <= MOST_SEGMENTS && options.iter().all(|(_, name)| is_short(name))
}

/// The fields of each group by their positions, in the order in which they stand on the page.
pub fn arranged(fields: &[Field], groups: &[Group]) -> Vec<Vec<usize>> {
    groups.iter().map(|group| ordered(fields, |field| field.layout.group == group.id)).collect()
}

/// The fields of a row by their positions, in the order in which they stand in it.
pub fn arranged_in_row(fields: &[Field]) -> Vec<usize> {
    ordered(fields, |field| field.layout.level != FieldLevel::Expert)
}

/// As declared, but for those that say what they stand behind.
fn ordered(fields: &[Field], belongs: impl Fn(&Field) -> bool) -> Vec<usize> {
    let all: Vec<_> = fields
        .iter()
        .enumerate()
        .filter(|(_, field)| field.is_on_page() && belongs(field))
        .collect();
    let is_here = |name| all.iter().any(|(_, field)| field.name == name);
    let (mut moved, as_declared): (Vec<_>, Vec<_>) =
        all.iter().copied().partition(|(_, field)| field.layout.after.is_some_and(is_here));
    let mut order: Vec<usize> = as_declared.into_iter().map(|(position, _)| position).collect();
    // A field may stand behind another that was moved itself.
    loop {
        let before = moved.len();
        moved.retain(|&(position, field)| {
            let place = order
                .iter()
                .position(|&one| fields.get(one).map(|one| one.name) == field.layout.after);
            if let Some(place) = place {
                order.insert(place + 1, position);
            }
            place.is_none()
        });
        if moved.len() == before {
            break;
        }
    }
    order.extend(moved.into_iter().map(|(position, _)| position)); // each behind another of them
    order
}
