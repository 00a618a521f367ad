//! A number as a calculator uses it: its value, and where that comes from.

use super::{Choice, Origin};
use crate::data::Fact;
use crate::data::sources::JUDGEMENT;
use crate::report::{Judgement, Level};
use crate::units::Quantity;
use crate::words::{Arg, phrase, text};

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
        given.map_or(Self { value: derived, fact, origin: Origin::Derived }, |given| Self { value: given.canonical(), fact, origin: Origin::Given })
    }

    /// The same with another origin, in a case.
    pub fn marked(self, origin: Origin, when: bool) -> Self {
        if when { Self { origin, ..self } } else { self }
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

/// How many of the numbers in force nothing better than an estimate or a second hand supports.
pub fn unsupported(values: impl Iterator<Item = Valued>) -> Judgement {
    let (mut weak, mut all) = (0, 0);
    for valued in values.filter(|valued| valued.origin != Origin::Unused) {
        all += 1;
        weak += u32::from(valued.origin == Origin::Default && valued.fact.is_some_and(|fact| fact.sure.is_weak() && fact.has_range()));
    }
    let message = phrase(
        text(
            "{0} of the {1} numbers in force are estimates or second-hand; each is marked beside its field. The tornado further down shows which of them move the answer.",
            "生效的 {1} 个数值中有 {0} 个为估计或二手数据，均已在栏旁标明。下方龙卷风图显示哪些影响最大。",
        ),
        [Arg::Count(weak), Arg::Count(all)],
    );
    Judgement { id: "unsupported", level: Level::Warning, message, source: Some(&JUDGEMENT) }
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

            /// The number of a field.
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
