//! A calculator without its types: everything that links, files, the command line and the application ask of one.

use super::evaluation::{evaluate, evaluate_fully};
use super::{
    AnyEvaluator, Calculator, Evaluation, Field, FileImport, Group, InputTable, Kind, Preset,
};
use super::{Problem, evaluator};
use crate::words::Text;
use serde_json::{Map, Value};

/// A calculator without its types, with everything it can do.
pub struct AnyCalculator {
    /// Name in addresses, files and on the command line.
    pub id: &'static str,
    /// Title of the page.
    pub title: Text,
    /// One sentence: what it answers.
    pub purpose: Text,
    /// How the names of its private inputs begin, if it has any: costs and rules that stand behind an offer.
    pub private: Option<&'static str>,
    /// What its papers are called, if it makes any.
    pub papers: Option<Text>,
    /// Where it has private inputs, the names of the results that somebody else may know, at whatever depth.
    pub open_results: Option<&'static [&'static str]>,
    /// How it reads files for its fields, if it takes any.
    pub file_import: Option<FileImport>,
    fields: fn() -> &'static [Field],
    groups: fn() -> &'static [Group],
    help: fn(Option<&str>, &str) -> Option<Text>,
    presets: fn() -> &'static [Preset],
    evaluate: fn(&Map<String, Value>) -> Evaluation,
    evaluate_fully: fn(&Map<String, Value>) -> Evaluation,
    evaluator: ToEvaluator,
}

type ToEvaluator = fn(&Map<String, Value>) -> Result<AnyEvaluator, Vec<Problem>>;

impl AnyCalculator {
    /// A calculator with everything it can do.
    pub const fn of<C: Calculator>() -> &'static Self {
        const { &Self { file_import: C::FILE_IMPORT, ..Self::untyped::<C>() } }
    }

    /// The same, but for the reading of files: parsers are large, and the application loads them when a file comes.
    pub const fn without_file_import<C: Calculator>() -> &'static Self {
        const { &Self::untyped::<C>() }
    }

    const fn untyped<C: Calculator>() -> Self {
        Self {
            id: C::ID,
            title: C::TITLE,
            purpose: C::PURPOSE,
            private: C::PRIVATE,
            papers: C::PAPERS,
            open_results: C::OPEN_RESULTS,
            file_import: None,
            fields: C::Inputs::fields,
            groups: C::Inputs::groups,
            help: help::<C::Inputs>,
            presets: C::presets,
            evaluate: evaluate::<C>,
            evaluate_fully: evaluate_fully::<C>,
            evaluator: evaluator::<C>,
        }
    }

    /// What a person may give.
    pub fn fields(&self) -> &'static [Field] {
        (self.fields)()
    }

    /// The groups that the fields stand in on a page.
    pub fn groups(&self) -> &'static [Group] {
        (self.groups)()
    }

    /// The field of a name.
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields().iter().find(|field| field.name == name)
    }

    /// The field of a row that a name such as `lines.3.thread` means, with the field of the rows and the row, from nought.
    pub fn cell(&self, name: &str) -> Option<(&'static Field, usize, &'static Field)> {
        let mut parts = name.splitn(3, '.');
        let table = self.field(parts.next()?)?;
        let Kind::Rows { fields, .. } = table.kind else { return None };
        let row = parts.next()?.parse::<usize>().ok()?.checked_sub(1)?;
        let cell = parts.next()?;
        Some((table, row, fields().iter().find(|field| field.name == cell)?))
    }

    /// The help of a field: of the calculator, or of a row of `table`.
    pub fn help(&self, table: Option<&str>, name: &str) -> Option<Text> {
        (self.help)(table, name)
    }

    /// Whether a field is private.
    pub fn is_private(&self, field: &str) -> bool {
        self.private.is_some_and(|private| field.starts_with(private))
    }

    /// Examples.
    pub fn presets(&self) -> &'static [Preset] {
        (self.presets)()
    }

    /// Evaluates inputs given as JSON, with the part of the report that a page shows first.
    pub fn evaluate(&self, given: &Map<String, Value>) -> Evaluation {
        (self.evaluate)(given)
    }

    /// Evaluates inputs given as JSON, with the whole report.
    pub fn evaluate_fully(&self, given: &Map<String, Value>) -> Evaluation {
        (self.evaluate_fully)(given)
    }

    /// Reads inputs once, to be computed again and again with other numbers: what analysis works on.
    ///
    /// # Errors
    /// The problems of the inputs.
    pub fn evaluator(&self, given: &Map<String, Value>) -> Result<AnyEvaluator, Vec<Problem>> {
        (self.evaluator)(given)
    }
}

fn help<I: InputTable>(table: Option<&str>, name: &str) -> Option<Text> {
    table.map_or_else(|| I::help(name), |table| I::help_in_row(table, name))
}
