//! What a calculator is, and everything that is written once over all of them: fields, evaluation, analysis, the register.
//! Link, file, command line, schema, report and page know a calculator as [`AnyCalculator`].

mod any_calculator;
mod assumption;
pub mod coating_weight;
pub mod doubt;
mod evaluation;
mod evaluator;
mod field;
mod field_layout;
mod file_import;
pub mod layout;
mod mount;
pub mod part;
pub mod part_area;
pub mod plating_time;
mod preset;
mod problem;
pub mod process_comparison;
pub mod pv_payback;
pub mod quote;
mod register;
mod remarks;
mod typed;
mod valued;

pub use crate::report::ResultField;
pub use any_calculator::AnyCalculator;
pub use assumption::{Assumption, Assumptions, Origin};
pub use evaluation::Evaluation;
pub use evaluator::{AnyEvaluator, Evaluator, NumericInput, NumericResult, evaluator};
pub use field::{
    Choice, Curve, Few, Field, FieldValue, InputTable, Kind, LONGEST_RECORD, LONGEST_TEXT,
    LongText, Nature, Numbers, Reading, Record, Rows, Several, Slot, cell_name, flat, flat_once,
    is_retired, nearest, read as read_inputs, says_nothing, within,
};
pub use file_import::{FileImport, ImportedFile, Progress};
pub use layout::{Control, FieldLevel, Group, Layout};
pub use mount::Mount;
pub use platewise_derive::{Choice, Inputs};
pub use preset::{Preset, PresetValue};
pub use problem::{Fault, Problem};
pub use register::{ALL, figures, find};
pub(crate) use typed::remark;
pub(crate) use valued::values;
pub use valued::{Valued, basis, chosen, fine_only_if_usual, lies_in, picked, unsupported};

use crate::data::Row;
use crate::report::Report;
use crate::words::Text;

/// A calculator: typed inputs, numbers, and the report that explains them.
pub trait Calculator: 'static {
    /// Name in addresses, files and on the command line.
    const ID: &'static str;
    /// Title of the page.
    const TITLE: Text;
    /// One sentence: what it answers.
    const PURPOSE: Text;
    /// Inputs whose names begin so are private: in no link and in nothing that is meant for somebody else; they stay when another state is opened.
    const PRIVATE: Option<&'static str> = None;
    /// What its papers are called, where it makes any besides its report: the sheet that a customer gets.
    const PAPERS: Option<Text> = None;
    /// Where it has private inputs, the names of the results that somebody else may know, at whatever depth.
    const OPEN_RESULTS: Option<&'static [&'static str]> = None;
    /// How it reads files for its fields, where it takes any.
    const FILE_IMPORT: Option<FileImport> = None;
    /// What a person may give. What is not given takes its default.
    type Inputs: InputTable;
    /// What `compute` finds.
    type Numbers: Clone + PartialEq + 'static;

    /// The named results, for JSON, pins and analysis.
    fn results() -> &'static [ResultField<Self::Numbers>];

    /// Computes. No text, and as good as no allocation: analysis calls it ten thousand times.
    ///
    /// # Errors
    /// Every problem found, each naming its field.
    fn compute(inputs: &Self::Inputs) -> Result<Self::Numbers, Vec<Problem>>;

    /// Tells how the fields were understood, also when `compute` fails: whatever is not told stands as it was given.
    fn assume(inputs: &Self::Inputs, assumptions: &mut Assumptions);

    /// The value of every field as it is used, with where it comes from.
    fn assumptions(inputs: &Self::Inputs) -> Vec<Assumption> {
        let mut assumptions = Assumptions::of(inputs);
        Self::assume(inputs, &mut assumptions);
        assumptions.finish()
    }

    /// Explains the numbers: the part of the report that a page shows first, with the rest left to [`Calculator::explain_fully`].
    fn explain(inputs: &Self::Inputs, numbers: &Self::Numbers) -> Report;

    /// Adds the rest of the report: the derivation and whatever else a page should not wait for.
    fn explain_fully(_inputs: &Self::Inputs, _numbers: &Self::Numbers, _report: &mut Report) {}

    /// Examples that a visitor recognises.
    fn presets() -> &'static [Preset];

    /// Figures of the world that only this calculator uses: they stand on the Sources page beside those of [`crate::data`].
    fn figures() -> &'static [Row] {
        &[]
    }
}
