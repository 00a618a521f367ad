//! The table of a calculator's inputs, made by one macro from one list: the typed struct, its JSON names, kinds, ranges and words.
//! Every field is optional, because what is not given takes a default, and what was given must stay visible as such.

use super::problem::{Fault, Problem};
use crate::data::Listed;
use crate::units::{Dimension, Quantity};
use crate::words::Text;
use serde_json::{Map, Value};

/// One input: its name, words, kind and possible range.
pub struct Field {
    /// JSON name; ends in its unit.
    pub name: &'static str,
    /// As shown beside the field.
    pub label: Text,
    /// One or two sentences of help.
    pub help: Text,
    /// What kind of value.
    pub kind: Kind,
}

/// What kind of value a field takes.
#[derive(Clone, Copy)]
pub enum Kind {
    /// A number of a dimension, between two possible values (canonical units).
    Number {
        /// Which quantity.
        dimension: Dimension,
        /// Lowest possible value.
        min: f64,
        /// Highest possible value.
        max: f64,
    },
    /// One row of a list.
    Choice(fn() -> Vec<(&'static str, Text)>),
    /// A short text.
    Text,
    /// Points of an efficiency curve: current density in A/dm² and efficiency from 0 to 1.
    Curve,
}

/// A value that a field can hold.
pub trait FieldValue: Sized {
    /// The kind, given the possible range of a number.
    fn kind(range: (f64, f64)) -> Kind;
    /// From JSON.
    ///
    /// # Errors
    /// What is wrong with the value.
    fn from_json(value: &Value, range: (f64, f64)) -> Result<Self, Fault>;
    /// To JSON.
    fn to_json(&self) -> Value;
}

impl<Q: Quantity> FieldValue for Q {
    fn kind((min, max): (f64, f64)) -> Kind {
        Kind::Number { dimension: Q::DIMENSION, min, max }
    }

    fn from_json(value: &Value, (min, max): (f64, f64)) -> Result<Self, Fault> {
        let number = value.as_f64().ok_or(Fault::WrongKind("number"))?;
        if number.is_finite() && (min..=max).contains(&number) { Ok(Q::from_canonical(number)) } else { Err(Fault::OutOfRange(Q::DIMENSION, min, max)) }
    }

    fn to_json(&self) -> Value {
        Value::from(self.canonical())
    }
}

/// One row of a list.
pub struct Choice<T: 'static>(pub &'static T);

impl<T> Clone for Choice<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Choice<T> {}

impl<T: Listed> FieldValue for Choice<T> {
    fn kind(_: (f64, f64)) -> Kind {
        Kind::Choice(|| T::all().iter().map(|row| (row.id(), row.name())).collect())
    }

    fn from_json(value: &Value, _: (f64, f64)) -> Result<Self, Fault> {
        let given = value.as_str().ok_or(Fault::WrongKind("text"))?;
        let unknown = || {
            let known = T::all().iter().map(Listed::id);
            Fault::UnknownChoice(given.chars().take(40).collect(), nearest(given, known))
        };
        T::find(given).map(Self).ok_or_else(unknown)
    }

    fn to_json(&self) -> Value {
        Value::from(self.0.id())
    }
}

impl FieldValue for String {
    fn kind(_: (f64, f64)) -> Kind {
        Kind::Text
    }

    fn from_json(value: &Value, _: (f64, f64)) -> Result<Self, Fault> {
        value.as_str().filter(|text| text.len() <= 200).map(str::to_owned).ok_or(Fault::WrongKind("text"))
    }

    fn to_json(&self) -> Value {
        Value::from(self.as_str())
    }
}

/// Points of an efficiency curve.
#[derive(Clone, PartialEq, Debug)]
pub struct Curve(pub Vec<(f64, f64)>);

impl FieldValue for Curve {
    fn kind(_: (f64, f64)) -> Kind {
        Kind::Curve
    }

    fn from_json(value: &Value, _: (f64, f64)) -> Result<Self, Fault> {
        let point = |pair: &Value| match pair.as_array().map(Vec::as_slice) {
            Some([j, efficiency]) => Some((j.as_f64()?, efficiency.as_f64()?)),
            _ => None,
        };
        let points: Option<Vec<_>> = value.as_array().ok_or(Fault::WrongKind("list of points"))?.iter().map(point).collect();
        let points = points.ok_or(Fault::BadCurve)?;
        let rising = points.windows(2).all(|pair| matches!(pair, [(a, _), (b, _)] if a < b));
        let possible = points.iter().all(|&(j, efficiency)| (1e-4..=1e4).contains(&j) && efficiency > 0.0 && efficiency <= 1.0);
        if rising && possible && (1..=40).contains(&points.len()) { Ok(Self(points)) } else { Err(Fault::BadCurve) }
    }

    fn to_json(&self) -> Value {
        self.0.iter().map(|&(j, efficiency)| Value::from(vec![j, efficiency])).collect()
    }
}

/// The inputs of a calculator as a table.
pub trait InputTable: Default + Clone {
    /// The fields in their order.
    fn fields() -> &'static [Field];
    /// Sets a field of this name from JSON.
    ///
    /// # Errors
    /// What is wrong with the value, or that no field has this name.
    fn set(&mut self, name: &str, value: &Value) -> Result<(), Fault>;
    /// The value of a field, if it was given.
    fn get(&self, name: &str) -> Option<Value>;
}

/// Reads inputs from JSON, going on after a problem so that all are found. Null means: not given.
pub fn read<I: InputTable>(given: &Map<String, Value>) -> (I, Vec<Problem>) {
    let mut inputs = I::default();
    let set = |(name, value): (&String, &Value)| inputs.set(name, value).err().map(|fault| Problem::new(name.as_str(), fault));
    let problems = given.iter().filter(|(_, value)| !value.is_null()).filter_map(set).collect();
    (inputs, problems)
}

/// The known name nearest to a mistyped one, when it is near enough to be meant.
pub fn nearest(given: &str, known: impl Iterator<Item = &'static str>) -> Option<&'static str> {
    let given: Vec<char> = given.to_lowercase().chars().take(60).collect();
    let allowed = (given.len() / 3).max(2);
    let distance = |name: &str| {
        let mut row: Vec<usize> = (0..=name.chars().count()).collect();
        for (i, a) in given.iter().enumerate() {
            let mut diagonal = i;
            let mut left = i + 1;
            for (cell, b) in row.iter_mut().skip(1).zip(name.chars()) {
                let above = *cell;
                let best = (diagonal + usize::from(*a != b)).min(above + 1).min(left + 1);
                diagonal = above;
                left = best;
                *cell = best;
            }
            if let Some(first) = row.first_mut() {
                *first = i + 1;
            }
        }
        row.last().copied().unwrap_or(usize::MAX)
    };
    known.map(|name| (distance(name), name)).filter(|(far, _)| *far <= allowed).min().map(|(_, name)| name)
}

/// Declares the inputs of a calculator: `name: Type, label, help [, min..=max for a number];`.
macro_rules! inputs {
    ($(#[$outer:meta])* $vis:vis struct $Inputs:ident { $( $name:ident : $type:ty, ($label_en:literal, $label_zh:literal), ($help_en:literal, $help_zh:literal) $(, $min:literal ..= $max:literal)? ; )+ }) => {
        $(#[$outer])*
        #[derive(Clone, Default)]
        $vis struct $Inputs { $( #[doc = $help_en] pub $name: Option<$type> ),+ }

        impl $crate::calculator::InputTable for $Inputs {
            fn fields() -> &'static [$crate::calculator::Field] {
                static FIELDS: std::sync::LazyLock<Vec<$crate::calculator::Field>> = std::sync::LazyLock::new(|| vec![ $( $crate::calculator::Field {
                    name: stringify!($name),
                    label: $crate::words::text($label_en, $label_zh),
                    help: $crate::words::text($help_en, $help_zh),
                    kind: <$type as $crate::calculator::FieldValue>::kind($crate::calculator::inputs!(@range $($min, $max)?)),
                } ),+ ]);
                &FIELDS
            }

            fn set(&mut self, name: &str, value: &serde_json::Value) -> Result<(), $crate::calculator::Fault> {
                use $crate::calculator::FieldValue;
                match name {
                    $( stringify!($name) => { self.$name = Some(<$type>::from_json(value, $crate::calculator::inputs!(@range $($min, $max)?))?); Ok(()) } )+
                    _ => Err($crate::calculator::Fault::UnknownField($crate::calculator::field::nearest(name, [ $( stringify!($name) ),+ ].into_iter()))),
                }
            }

            fn get(&self, name: &str) -> Option<serde_json::Value> {
                use $crate::calculator::FieldValue;
                match name { $( stringify!($name) => self.$name.as_ref().map(FieldValue::to_json), )+ _ => None }
            }
        }
    };
    (@range) => { (f64::MIN, f64::MAX) };
    (@range $min:literal, $max:literal) => { ($min, $max) };
}
pub(crate) use inputs;

/// Declares a closed list that an input chooses from: `Variant "id" ("English", "中文")`.
macro_rules! choices {
    ($(#[$outer:meta])* $vis:vis enum $Name:ident { $( $(#[$doc:meta])* $Variant:ident $id:literal ($en:literal, $zh:literal) ),+ $(,)? }) => {
        $(#[$outer])*
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        $vis enum $Name { $( $(#[$doc])* $Variant ),+ }

        impl $crate::data::Listed for $Name {
            fn all() -> &'static [Self] { &[ $( Self::$Variant ),+ ] }
            fn id(&self) -> &'static str { match self { $( Self::$Variant => $id ),+ } }
            fn name(&self) -> $crate::words::Text { match self { $( Self::$Variant => $crate::words::text($en, $zh) ),+ } }
        }
    };
}
pub(crate) use choices;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistyped_name_finds_the_one_that_was_meant() {
        let known = || ["thickness_um", "time_min", "efficiency"].into_iter();
        assert_eq!(nearest("thicknes_um", known()), Some("thickness_um"));
        assert_eq!(nearest("Efficency", known()), Some("efficiency"));
        assert_eq!(nearest("colour", known()), None);
    }
}
