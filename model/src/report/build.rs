//! What every calculator makes its report of: the report that is filled step by step, results by name, sections of them, and
//! judgements.

use super::{
    Answer, Designation, Item, Judgement, Level, Named, Onward, Report, Section, SectionRow,
};
use crate::data::Source;
use crate::units::Dimension;
use crate::words::{Phrase, Text};

/// A named result.
pub struct ResultField<N> {
    /// JSON name; ends in its unit. A dot in it is a step into an object: `processes.own.cost_cny_per_m2`.
    pub name: &'static str,
    /// What it belongs to where there are several of a kind, such as a process.
    pub of: Option<Text>,
    /// What it is.
    pub label: Text,
    /// What kind of quantity.
    pub dimension: Dimension,
    /// What a value below zero says, where the sign decides something: "the alternative is cheaper".
    pub below_zero: Option<Text>,
    /// Which of the several it is of; 0 where there is one.
    pub position: usize,
    /// The value in its canonical unit, of the one at a position; `None` where it does not apply.
    pub get: fn(&N, usize) -> Option<f64>,
}

impl<N> ResultField<N> {
    /// The value in its canonical unit; `None` where it does not apply.
    pub fn value(&self, numbers: &N) -> Option<f64> {
        (self.get)(numbers, self.position)
    }

    /// It with its value.
    pub fn named(&self, numbers: &N) -> Named {
        Named {
            name: self.name,
            of: self.of,
            label: self.label,
            dimension: self.dimension,
            value: self.value(numbers),
        }
    }
}

/// A named result of which there is one.
pub const fn result<N>(
    name: &'static str,
    label: Text,
    dimension: Dimension,
    get: fn(&N, usize) -> Option<f64>,
) -> ResultField<N> {
    ResultField { name, of: None, label, dimension, below_zero: None, position: 0, get }
}

/// Results by their names under a title, in one column, with a gap where one does not apply.
pub fn section<N>(
    title: impl Into<Phrase>,
    results: &[ResultField<N>],
    names: &[&str],
    numbers: &N,
) -> Section {
    let of = |name: &&str| results.iter().find(|one| one.name == *name);
    let row = |one: &ResultField<N>| SectionRow {
        label: one.label.into(),
        dimension: one.dimension,
        values: vec![one.value(numbers)],
    };
    Section {
        title: title.into(),
        columns: Vec::new(),
        rows: names.iter().filter_map(of).map(row).collect(),
    }
}

impl Section {
    /// Without the rows that have no value at all.
    pub fn without_gaps(mut self) -> Self {
        self.rows.retain(|row| row.values.iter().any(Option::is_some));
        self
    }
}

/// A figure that stands under the answer.
pub const fn item(label: Text, dimension: Dimension, value: f64) -> Item {
    Item { label, dimension, value, per: None }
}

/// For a judgement that follows from the inputs alone.
pub const NO_SOURCE: Option<&'static Source> = None;

/// A sentence about the result, with what it rests on.
pub fn judgement(
    id: &'static str,
    level: Level,
    message: impl Into<Phrase>,
    source: impl Into<Option<&'static Source>>,
) -> Judgement {
    Judgement { id, level, message: message.into(), source: source.into() }
}

impl Report {
    /// A report that holds an answer and nothing else yet.
    pub const fn new(answer: Answer) -> Self {
        Self {
            answer,
            highlights: Vec::new(),
            judgements: Vec::new(),
            further: Vec::new(),
            sections: Vec::new(),
            results: Vec::new(),
            lists: Vec::new(),
            records: Vec::new(),
            designations: Vec::new(),
            steps: Vec::new(),
            mistakes: Vec::new(),
            charts: Vec::new(),
            basis: Vec::new(),
            limits: Vec::new(),
            onward: Vec::new(),
        }
    }

    /// With figures that stand right under the answer.
    pub fn highlights(self, highlights: Vec<Item>) -> Self {
        Self { highlights, ..self }
    }

    /// With what to think of it.
    pub fn judgements(self, judgements: Vec<Judgement>) -> Self {
        Self { judgements, ..self }
    }

    /// With results by name.
    pub fn results(self, results: impl IntoIterator<Item = Named>) -> Self {
        Self { results: results.into_iter().collect(), ..self }
    }

    /// With results that are codes or names.
    pub fn designations(self, designations: impl IntoIterator<Item = Designation>) -> Self {
        Self { designations: designations.into_iter().collect(), ..self }
    }

    /// With ways to other calculators.
    pub fn onward(self, onward: Vec<Onward>) -> Self {
        Self { onward, ..self }
    }
}
