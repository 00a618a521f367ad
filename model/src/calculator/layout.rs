//! The layout of a calculator's page. Each field brings its group and the details of its control,
//! so a page needs no table of its own; the kind of the value decides the control.

use super::field::{Field, Kind};
pub use super::field_layout::{FieldLevel, Group, Layout, MOST_ESSENTIAL, Offered};
use crate::words::{Language, Text};

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

/// Most options shown side by side.
pub const MOST_SEGMENTS: usize = 4;
/// Longest label of an option shown side by side, in columns; a Chinese character takes two.
const LONGEST_SEGMENT: usize = 20;

impl Field {
    /// Its control; none if nobody types it.
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

    /// Whether it needs nothing that only a list can do.
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

/// Positions of the fields of each group, in the order of the page.
pub fn arranged(fields: &[Field], groups: &[Group]) -> Vec<Vec<usize>> {
    groups.iter().map(|group| ordered(fields, |field| field.layout.group == group.id)).collect()
}

/// Positions of the fields of a row, in the order shown.
pub fn arranged_in_row(fields: &[Field]) -> Vec<usize> {
    ordered(fields, |field| field.layout.level != FieldLevel::Expert)
}

/// The order of declaration, except for fields with [`Layout::after`].
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
    // A field may follow another that is moved itself.
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
    order.extend(moved.into_iter().map(|(position, _)| position)); // left over only in a circle
    order
}
