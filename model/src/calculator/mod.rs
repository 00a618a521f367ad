//! What a calculator is, and the list of them. Everything that is written once — link, file, command line, schema, report, analysis —
//! is written over [`Calculator`] and the table of its [`Field`]s.

pub mod doubt;
mod field;
pub mod layout;
mod mount;
pub mod part;
pub mod part_area;
pub mod plating_time;
mod problem;
pub mod process_comparison;
pub mod pv_payback;
pub mod quote;
mod study;
mod take;
mod valued;

pub use field::{
    Choice, Curve, Few, Field, FieldValue, InputTable, Kind, LONGEST_RECORD, LONGEST_TEXT, Nature,
    Numbers, Paragraph, Reading, Record, Rows, Several, Slot, cell_name, flat, flat_once,
    is_retired, nearest, read as read_inputs, says_nothing, within,
};
pub use layout::{Control, FieldLevel, Group, Layout};
pub use mount::Mount;
pub use platewise_derive::{Choice, Inputs};
pub use problem::{Fault, Problem};
pub use study::{Outcome, Study, Varied, study};
pub(crate) use valued::values;
pub use valued::{Valued, chosen, fine_only_if_usual, lies_in, picked, unsupported};

use crate::data::Fact;
use crate::report::Report;
use crate::units::Dimension;
use crate::words::{Phrase, Text};
use serde_json::Value;

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

    /// The value of every field as it is used, with where it comes from; also when `compute` fails.
    fn assumptions(inputs: &Self::Inputs) -> Vec<Assumption>;

    /// Explains the numbers: all of the report, or what stands at once, with the rest left to [`Calculator::elaborate`].
    fn explain(inputs: &Self::Inputs, numbers: &Self::Numbers) -> Report;

    /// Adds to the report what stands behind the answer, where it is so much that a page should not wait for it.
    fn elaborate(_inputs: &Self::Inputs, _numbers: &Self::Numbers, _report: &mut Report) {}

    /// Examples that a visitor recognises.
    fn presets() -> &'static [Preset];
}

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
}

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

/// A named example: the inputs it gives, the rest are defaults.
pub struct Preset {
    /// Stable name.
    pub id: &'static str,
    /// As offered.
    pub name: Text,
    /// What it shows.
    pub teaches: Text,
    /// Field names and values; numbers as JSON numbers.
    pub inputs: &'static [(&'static str, PresetValue)],
}

impl Preset {
    /// The inputs as JSON.
    pub fn to_inputs(&self) -> serde_json::Map<String, Value> {
        object(self.inputs)
    }
}

fn object(inputs: &[(&str, PresetValue)]) -> serde_json::Map<String, Value> {
    let mut all = serde_json::Map::new();
    all.extend(inputs.iter().map(|(name, value)| ((*name).to_owned(), value.to_json()))); // to collect would sort, and weigh
    all
}

/// A value in a preset.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum PresetValue {
    /// A number in the canonical unit.
    Number(f64),
    /// An id or a text.
    Name(&'static str),
    /// Ids of several rows of a list.
    Names(&'static [&'static str]),
    /// Numbers in the canonical unit.
    Numbers(&'static [f64]),
    /// Rows with fields of their own.
    Rows(&'static [&'static [(&'static str, PresetValue)]]),
}

impl PresetValue {
    /// As JSON.
    pub fn to_json(self) -> Value {
        match self {
            Self::Number(number) => Value::from(number),
            Self::Name(name) => Value::from(name),
            Self::Names(names) => names.iter().map(|name| Value::from(*name)).collect(),
            Self::Numbers(numbers) => numbers.iter().map(|number| Value::from(*number)).collect(),
            Self::Rows(rows) => rows.iter().map(|row| Value::from(object(row))).collect(),
        }
    }
}

/// A calculator without its types, as links, files and the command line use it.
pub struct AnyCalculator {
    /// Name in addresses, files and on the command line.
    pub id: &'static str,
    /// Title of the page.
    pub title: Text,
    /// One sentence: what it answers.
    pub purpose: Text,
    /// What a person may give.
    pub fields: fn() -> &'static [Field],
    /// The groups that its fields stand in on a page.
    pub groups: fn() -> &'static [Group],
    /// Evaluates inputs given as JSON, with the report as far as it stands at once; [`whole`] has all of it.
    pub evaluate: Evaluate,
    /// Examples.
    pub presets: fn() -> &'static [Preset],
    /// How the names of its private inputs begin, if it has any: costs and rules that stand behind an offer.
    pub private: Option<&'static str>,
    /// What its papers are called, if it makes any.
    pub papers: Option<Text>,
}

/// Evaluates inputs given as JSON.
pub type Evaluate = fn(&serde_json::Map<String, Value>) -> Evaluation;

/// How each calculator is evaluated with its whole report, which is made in two steps. Apart from [`AnyCalculator`], as [`Hold`] is.
pub static WHOLES: &[(&str, Evaluate)] = &[
    (plating_time::PlatingTime::ID, plating_time::WHOLE),
    (part_area::PartArea::ID, part_area::WHOLE),
    (process_comparison::ProcessComparison::ID, process_comparison::WHOLE),
    (pv_payback::PvPayback::ID, pv_payback::WHOLE),
    (quote::Quote::ID, quote::WHOLE),
];

/// Evaluates inputs with the whole report.
pub fn whole(calculator: &AnyCalculator, given: &serde_json::Map<String, Value>) -> Evaluation {
    let evaluate = WHOLES
        .iter()
        .find(|(one, _)| *one == calculator.id)
        .map_or(calculator.evaluate, |(_, evaluate)| *evaluate);
    evaluate(given)
}

/// Reads a file for a field that takes one.
#[derive(Clone, Copy)]
pub enum Take {
    /// Of the file as text.
    Text(fn(field: &str, text: &str) -> Taking),
    /// Of the file as it is; the share that is done, 0 to 1, is told now and then.
    Bytes(fn(field: &str, file: Vec<u8>, progress: Progress) -> Taking),
}

/// Is told now and then how much is done, 0 to 1.
pub type Progress<'a> = &'a mut dyn FnMut(f64);

/// What a file brings, or why it is refused.
pub type Taking = Result<Taken, Phrase>;

/// What a file brings.
#[derive(Clone, PartialEq, Debug)]
pub struct Taken {
    /// Inputs by name: what of the file counts, and what follows from it that a link can carry. Null goes back to the default.
    pub inputs: serde_json::Map<String, Value>,
    /// What was found in it, sentence by sentence.
    pub account: Vec<Phrase>,
    /// Of a model: corners of triangles to show it by, nine numbers each, inside a cube from −1 to 1.
    pub preview: Vec<f32>,
}

/// How each calculator that takes files reads them. Apart from [`AnyCalculator`], as [`Hold`] is.
pub static TAKES: &[(&str, Take)] =
    &[(pv_payback::PvPayback::ID, pv_payback::TAKE), (part_area::PartArea::ID, part_area::TAKE)];

/// How the calculator of a name reads files; none where it takes none.
pub fn take(id: &str) -> Option<Take> {
    TAKES.iter().find(|(one, _)| *one == id).map(|(_, take)| *take)
}

/// Holds a calculator ready at inputs given as JSON, for analysis. Apart from [`AnyCalculator`], since a page is shown without it.
pub type Hold = fn(&serde_json::Map<String, Value>) -> Result<Box<dyn Study>, Vec<Problem>>;

impl AnyCalculator {
    /// Of a calculator with its types. Each module of a calculator holds its own, so that whoever loads one needs no other.
    pub const fn of<C: Calculator>() -> Self {
        Self {
            id: C::ID,
            title: C::TITLE,
            purpose: C::PURPOSE,
            fields: C::Inputs::fields,
            groups: C::Inputs::groups,
            evaluate: evaluate::<C>,
            presets: C::presets,
            private: C::PRIVATE,
            papers: C::PAPERS,
        }
    }

    /// Whether a field is private.
    pub fn is_private(&self, field: &str) -> bool {
        self.private.is_some_and(|private| field.starts_with(private))
    }

    /// The field of a name.
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        (self.fields)().iter().find(|field| field.name == name)
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
}

/// All calculators, in the order they are offered. Not for the application, which loads each on demand: this holds all of them.
pub static ALL: &[&AnyCalculator] = &[
    &plating_time::CALCULATOR,
    &part_area::CALCULATOR,
    &quote::CALCULATOR,
    &process_comparison::CALCULATOR,
    &pv_payback::CALCULATOR,
];

/// How each calculator is held ready for analysis.
pub static HOLDS: &[(&str, Hold)] = &[
    (plating_time::PlatingTime::ID, plating_time::HOLD),
    (process_comparison::ProcessComparison::ID, process_comparison::HOLD),
    (pv_payback::PvPayback::ID, pv_payback::HOLD),
    (part_area::PartArea::ID, part_area::HOLD),
    (quote::Quote::ID, quote::HOLD),
];

/// How the calculator of a name is held ready for analysis.
pub fn hold(id: &str) -> Option<Hold> {
    HOLDS.iter().find(|(one, _)| *one == id).map(|(_, hold)| *hold)
}

/// The help of a field by its name: of the calculator, or of a row of one of its fields.
pub type Help = fn(Option<&str>, &str) -> Option<Text>;

/// The help of a calculator. Each module of a calculator holds its own, apart from the calculator itself.
pub fn help_of<C: Calculator>(table: Option<&str>, name: &str) -> Option<Text> {
    table.map_or_else(|| C::Inputs::help(name), |table| C::Inputs::help_in_row(table, name))
}

/// The help of each calculator.
static HELP: &[(&str, Help)] = &[
    (plating_time::PlatingTime::ID, plating_time::HELP),
    (process_comparison::ProcessComparison::ID, process_comparison::HELP),
    (pv_payback::PvPayback::ID, pv_payback::HELP),
    (part_area::PartArea::ID, part_area::HELP),
    (quote::Quote::ID, quote::HELP),
];

/// The help of the calculator of a name.
pub fn help(id: &str) -> Option<Help> {
    HELP.iter().find(|(one, _)| *one == id).map(|(_, help)| *help)
}

/// Of each calculator with private inputs the names of results that somebody else may know, at whatever depth they stand.
pub static TOLD: &[(&str, &[&str])] = &[(quote::Quote::ID, quote::TOLD)];

/// The calculator of a name.
pub fn find(id: &str) -> Option<&'static AnyCalculator> {
    ALL.iter().copied().find(|calculator| calculator.id == id)
}

/// What came of inputs: how they were understood, and the outcome or the problems.
#[derive(Clone, PartialEq, Debug)]
pub struct Evaluation {
    /// Inputs that were given but do not count as the others are: what is solved for, or belongs to another way of saying it; and names that are no
    /// inputs any more.
    pub unused: Vec<&'static str>,
    /// Every field's value as it is used.
    pub assumptions: Vec<Assumption>,
    /// The report with its results, or every problem found.
    pub outcome: Result<Report, Vec<Problem>>,
}

/// Reads inputs from JSON, computes and explains, as far as it stands at once.
pub fn evaluate<C: Calculator>(given: &serde_json::Map<String, Value>) -> Evaluation {
    evaluate_with::<C>(given, C::explain)
}

/// The same with the whole report.
pub fn evaluate_whole<C: Calculator>(given: &serde_json::Map<String, Value>) -> Evaluation {
    evaluate_with::<C>(given, |inputs, numbers| {
        let mut report = C::explain(inputs, numbers);
        C::elaborate(inputs, numbers, &mut report);
        report
    })
}

fn evaluate_with<C: Calculator>(
    given: &serde_json::Map<String, Value>,
    explain: fn(&C::Inputs, &C::Numbers) -> Report,
) -> Evaluation {
    let (inputs, mut problems) = field::read::<C::Inputs>(given);
    let assumptions = C::assumptions(&inputs);
    let idle = |one: &&Assumption| {
        matches!(one.origin, Origin::Unused | Origin::Solved) && inputs.get(one.field).is_some()
    };
    let unused = assumptions
        .iter()
        .filter(idle)
        .map(|one| one.field)
        .chain(field::retired_in(given))
        .collect();
    let outcome = match C::compute(&inputs) {
        Ok(numbers) => {
            let infinite = C::results()
                .iter()
                .filter(|result| result.value(&numbers).is_some_and(|value| !value.is_finite()));
            problems.extend(infinite.map(|result| Problem::new(result.name, Fault::NotFinite)));
            if problems.is_empty() { Ok(explain(&inputs, &numbers)) } else { Err(problems) }
        }
        Err(found) => {
            let new =
                |problem: &Problem| !problems.iter().any(|known| known.field == problem.field);
            let found: Vec<Problem> = found.into_iter().filter(new).collect();
            problems.extend(found);
            Err(problems)
        }
    };
    Evaluation { unused, assumptions, outcome }
}
