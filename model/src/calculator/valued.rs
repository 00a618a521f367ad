//! A number as a calculator uses it: its value, and where that comes from.

use super::{Choice, Field, Origin};
use crate::data::sources::JUDGEMENT;
use crate::data::{Fact, Row, row};
use crate::report::{Judgement, Level};
use crate::units::Quantity;
use crate::words::{Arg, Text, phrase, text};

/// A number with where it comes from.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Valued {
    /// In the canonical unit.
    pub value: f64,
    /// The default behind it, also when it was overridden.
    pub fact: Option<Fact>,
    /// Where the value comes from.
    pub origin: Origin,
}

impl Valued {
    /// What was given, or else the default.
    pub fn of<Q: Quantity>(given: Option<Q>, fact: &Fact) -> Self {
        Self::known(given.map(Q::canonical), fact)
    }

    /// The same without its type: written once, not once for each field.
    #[inline(never)]
    fn known(given: Option<f64>, fact: &Fact) -> Self {
        let origin = if given.is_some() { Origin::Given } else { Origin::Default };
        Self { value: given.unwrap_or(fact.value), fact: Some(*fact), origin }
    }

    /// What was given, or else what follows from other inputs.
    pub fn or_derived<Q: Quantity>(given: Option<Q>, derived: f64, fact: Option<Fact>) -> Self {
        given.map_or(Self { value: derived, fact, origin: Origin::Derived }, |given| Self {
            value: given.canonical(),
            fact,
            origin: Origin::Given,
        })
    }

    /// The same with another origin, in a case.
    pub fn marked(self, origin: Origin, when: bool) -> Self {
        if when { Self { origin, ..self } } else { self }
    }
}

/// Less than this, of the ends of a range, is rounding.
const ROUNDING: f64 = 1e-9;

impl Valued {
    /// Whether it lies in the usual range of its figure, if that has one.
    pub fn is_usual(&self) -> bool {
        self.fact.is_none_or(|fact| !fact.has_range() || lies_in(self.value, &fact))
    }
}

/// Whether a value lies in the range of a figure.
pub fn lies_in(value: f64, fact: &Fact) -> bool {
    let slack = ROUNDING * fact.low.abs().max(fact.high.abs());
    (fact.low - slack..=fact.high + slack).contains(&value)
}

/// A check mark rests on inputs in their usual ranges: where one in use lies outside, what would be fine is a note.
pub fn fine_only_if_usual(judgements: &mut [Judgement], mut values: impl Iterator<Item = Valued>) {
    if !values.all(|valued| valued.origin == Origin::Unused || valued.is_usual()) {
        for judgement in judgements.iter_mut().filter(|judgement| judgement.level == Level::Ok) {
            judgement.level = Level::Note;
        }
    }
}

/// The row that was chosen, if one was.
pub fn chosen<T>(choice: &Option<Choice<T>>) -> Option<&'static T> {
    choice.as_ref().map(|choice| choice.0)
}

/// The choice that was made, or else a default.
pub fn picked<T: Copy>(choice: &Option<Choice<T>>, default: T) -> T {
    choice.as_ref().map_or(default, |choice| *choice.0)
}

/// The figures of a subject that the result rests on: every default that was not overridden.
pub fn basis(
    subject: Text,
    values: impl IntoIterator<Item = (Text, Valued)>,
) -> impl Iterator<Item = Row> {
    values.into_iter().filter_map(move |(what, valued)| {
        let fact = valued.fact.filter(|_| valued.origin == Origin::Default)?;
        Some(row(subject, what, fact))
    })
}

/// How many of the figures of the world that are used are estimates, which nothing better supports. What is decided and what is an example is neither.
pub fn unsupported(values: impl Iterator<Item = (&'static Field, Valued)>) -> Judgement {
    let (mut weak, mut all) = (0, 0);
    for (field, valued) in values.filter(|(field, _)| field.nature.is_of_the_world()) {
        if matches!(valued.origin, Origin::Given | Origin::Default) {
            all += 1;
            weak += u32::from(field.is_estimate(valued.origin, valued.fact.as_ref()));
        }
    }
    let message = match weak {
        0 => text(
            "No estimate among the {1} {1:value|values} used.",
            "本次计算用到 {1} 个参数，均非估计值。",
        ),
        1 => text(
            "1 of {1} values used is an estimate (marked). Sensitivity shows whether it matters.",
            "本次计算用到 {1} 个参数，其中 1 个为估计值（已标注）。敏感性分析显示其影响大小。",
        ),
        _ => text(
            "{0} of {1} values used are estimates (marked). Sensitivity shows which ones matter.",
            "本次计算用到 {1} 个参数，其中 {0} 个为估计值（已标注）。敏感性分析显示影响最大的几项。",
        ),
    };
    Judgement {
        id: "unsupported",
        level: Level::Note,
        message: phrase(message, [Arg::Count(weak), Arg::Count(all)]),
        source: Some(&JUDGEMENT),
    }
}

/// Declares the numbers of a calculator: the field of the same name, and the figure it starts from, which may depend on what else was chosen.
macro_rules! values {
    ($(#[$outer:meta])* $vis:vis struct $Values:ident of $Inputs:ty, |$( $arg:ident : $Arg:ty ),*| $( $field:ident = $fact:expr; )+) => {
        $(#[$outer])*
        #[derive(Clone, PartialEq, Debug)]
        $vis struct $Values { $( pub(crate) $field: $crate::calculator::Valued ),+ }

        impl $Values {
            fn of(inputs: &$Inputs, $( $arg: $Arg ),*) -> Self {
                Self { $( $field: $crate::calculator::Valued::of(inputs.$field, &$fact) ),+ }
            }

            /// Tells how each number was understood.
            pub(crate) fn tell(&self, assumptions: &mut $crate::calculator::Assumptions) {
                $( assumptions.number(stringify!($field), self.$field); )+
            }

            /// The number of a field.
            #[allow(dead_code, reason = "not every table of numbers is asked by name")]
            pub(crate) fn get(&self, name: &str) -> Option<$crate::calculator::Valued> {
                match name {
                    $( stringify!($field) => Some(self.$field), )+
                    _ => None,
                }
            }
        }
    };
}
pub(crate) use values;
