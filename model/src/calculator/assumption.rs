//! How the fields were understood: the value of each as it is used, and where that comes from.

use super::{Curve, FieldValue, InputTable, Slot, Valued};
use crate::data::Fact;
use serde_json::Value;

/// Where the value of a field comes from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Origin {
    /// The person gave it.
    Given,
    /// A default.
    Default,
    /// It follows from other inputs: a curve, a code, a calibration.
    Derived,
    /// It is what is solved for.
    Solved,
    /// Not used with the other inputs as they are.
    Unused,
}

impl Origin {
    /// Stable name for JSON.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::Default => "default",
            Self::Derived => "derived",
            Self::Solved => "solved",
            Self::Unused => "unused",
        }
    }
}

/// The value of a field as it is used.
#[derive(Clone, PartialEq, Debug)]
pub struct Assumption {
    /// Name of the field.
    pub field: &'static str,
    /// Its value as JSON; null where there is none.
    pub value: Value,
    /// The default that stands behind it, if any, also when it was overridden.
    pub fact: Option<Fact>,
    /// Where the value comes from.
    pub origin: Origin,
    /// Of a field of rows: how the fields of each row were understood. Its value is what was given of them.
    pub rows: Vec<Vec<Assumption>>,
}

impl Assumption {
    /// Of a field that holds no rows.
    pub const fn new(
        field: &'static str,
        value: Value,
        fact: Option<Fact>,
        origin: Origin,
    ) -> Self {
        Self { field, value, fact, origin, rows: Vec::new() }
    }
}

/// The assumptions of a table of inputs. They start from what was given; a calculator then tells what it made of that.
pub struct Assumptions {
    all: Vec<Assumption>,
    /// What stands before the names of the fields that are told.
    prefix: &'static str,
    /// Where the field after the last one stands: fields are told in their order, more or less.
    next: usize,
}

impl Assumptions {
    /// Each field as it was given, or empty as a default.
    pub fn of<I: InputTable>(inputs: &I) -> Self {
        let as_given = |(position, field): (usize, &super::Field)| {
            let given = inputs.slot(position).and_then(Slot::load);
            let origin = if given.is_some() { Origin::Given } else { Origin::Default };
            Assumption::new(field.name, given.unwrap_or_default(), None, origin)
        };
        Self { all: I::fields().iter().enumerate().map(as_given).collect(), prefix: "", next: 0 }
    }

    /// All of them, in the order of the fields.
    pub fn finish(self) -> Vec<Assumption> {
        self.all
    }

    /// Tells fields whose names begin alike, without that beginning.
    pub fn within(&mut self, prefix: &'static str, tell: impl FnOnce(&mut Self)) {
        let before = std::mem::replace(&mut self.prefix, prefix);
        tell(self);
        self.prefix = before;
    }

    fn change(&mut self, field: &str, change: impl FnOnce(&mut Assumption)) {
        let prefix = self.prefix;
        let is_it = |one: &Assumption| one.field.strip_prefix(prefix) == Some(field);
        let after = self.all.iter().skip(self.next).position(is_it).map(|place| self.next + place);
        let found = after.or_else(|| self.all.iter().position(is_it));
        debug_assert!(found.is_some(), "there is no field {prefix}{field}");
        if let Some(one) = found.and_then(|place| self.all.get_mut(place)) {
            change(one);
            self.next = found.map_or(0, |place| place + 1);
        }
    }

    /// A number: its value, unless it does not count or is what is solved for.
    pub fn number(&mut self, field: &str, valued: Valued) {
        self.change(field, |one| {
            let hidden = matches!(valued.origin, Origin::Unused | Origin::Solved);
            one.value = if hidden { Value::Null } else { Value::from(valued.value) };
            one.fact = valued.fact;
            one.origin = valued.origin;
        });
    }

    /// What is in force of a field that has no figure behind it: the id of a row, a list. It was given, or it is the default.
    pub fn chosen(&mut self, field: &str, value: impl Into<Value>) {
        self.change(field, |one| one.value = value.into());
    }

    /// The same where it follows from other inputs unless it was given.
    pub fn derived(&mut self, field: &str, value: impl Into<Value>, is_derived: bool) {
        self.change(field, |one| {
            one.value = value.into();
            if is_derived && one.origin == Origin::Default {
                one.origin = Origin::Derived;
            }
        });
    }

    /// A curve with the figure behind it; the default where it is not somebody's own.
    pub fn curve(&mut self, field: &str, curve: &Curve, fact: Fact, is_own: bool) {
        let origin = if is_own { Origin::Given } else { Origin::Default };
        self.change(field, |one| {
            *one = Assumption::new(one.field, curve.to_json(), Some(fact), origin);
        });
    }

    /// The figure behind a field.
    pub fn fact(&mut self, field: &str, fact: Fact) {
        self.change(field, |one| one.fact = Some(fact));
    }

    /// A field that is asked but left empty as a rule.
    pub fn open(&mut self, field: &str) {
        self.change(field, |one| {
            *one = Assumption::new(one.field, Value::Null, None, Origin::Default);
        });
    }

    /// A field that nobody has to give shows nothing by itself.
    pub fn empty_by_default(&mut self, field: &str) {
        self.change(field, |one| {
            if one.origin == Origin::Default {
                (one.value, one.fact) = (Value::Null, None);
            }
        });
    }

    /// A field that does not count with the others as they are.
    pub fn unused(&mut self, field: &str) {
        self.change(field, |one| {
            *one = Assumption::new(one.field, Value::Null, None, Origin::Unused);
        });
    }

    /// The same of those for which a test fails.
    pub fn unused_unless(&mut self, counts: impl Fn(&str) -> bool) {
        for one in self.all.iter_mut().filter(|one| !counts(one.field)) {
            *one = Assumption::new(one.field, Value::Null, None, Origin::Unused);
        }
    }

    /// How the fields of each row were understood.
    pub fn rows(&mut self, field: &str, rows: impl Iterator<Item = Self>) {
        self.change(field, |one| one.rows = rows.map(Self::finish).collect());
    }
}
