//! The zinc processes compared at the same minimum thickness: cost, energy, water, waste, carbon and what leaving cyanide takes and brings.
//! Read `inputs`, `setup` (how inputs are understood), `solve` (the numbers), `conversion`, then `explain` and its pieces. The chain itself
//! is in `process::chain`.

mod compared;
mod conversion;
mod derivation;
mod explain;
mod figures;
mod inputs;
mod judgements;
mod presets;
mod results;
mod setup;
mod solve;

pub use compared::Compared;
pub use conversion::Conversion;
pub use inputs::{Destruction, Inputs, Shared, ThicknessBasis};
pub use setup::{INVESTMENT, Setup, Understood, Values};
pub use solve::Numbers;

use super::{
    AnyCalculator, Assumption, Calculator, Evaluate, Help, Hold, InputTable, Origin, Preset,
    Problem, ResultField, Valued, evaluate_whole, help_of, study,
};
use crate::data::Listed;
use crate::data::processes::{PROCESSES, Parameter};
use crate::report::Report;
use crate::words::{Text, text};
use serde_json::Value;

/// The zinc processes compared.
pub struct ProcessComparison;

/// The same without its types.
pub static CALCULATOR: AnyCalculator = AnyCalculator::of::<ProcessComparison>();

/// Its evaluation with the whole report.
pub const WHOLE: Evaluate = evaluate_whole::<ProcessComparison>;

/// The help of its fields.
pub const HELP: Help = help_of::<ProcessComparison>;

/// The same held ready for analysis.
pub const HOLD: Hold = study::<ProcessComparison>;

impl Calculator for ProcessComparison {
    const ID: &'static str = "process-comparison";
    const TITLE: Text = text("Process comparison", "工艺比较");
    const PURPOSE: Text = text(
        "What it costs, and saves, to leave cyanide: zinc processes compared at the same minimum thickness, with energy, water, sludge, carbon and payback.",
        "告别氰化要花多少、能省多少：按相同最小厚度比较各种镀锌工艺的成本、能耗、用水、污泥、碳排放与回收期。",
    );
    type Inputs = Inputs;
    type Numbers = Numbers;

    fn results() -> &'static [ResultField<Numbers>] {
        results::all()
    }

    fn compute(inputs: &Inputs) -> Result<Numbers, Vec<Problem>> {
        let (setup, problems) = setup::understand(inputs);
        if problems.is_empty() { solve::solve(setup) } else { Err(problems) }
    }

    fn assumptions(inputs: &Inputs) -> Vec<Assumption> {
        let (setup, _) = setup::understand(inputs);
        let mut all: Vec<Assumption> = Shared::fields()
            .iter()
            .enumerate()
            .map(|(position, field)| shared(position, field.name, inputs, &setup))
            .collect();
        for (position, _) in PROCESSES.iter().enumerate() {
            let understood = setup.processes.iter().find(|one| one.position == position);
            all.extend(
                Parameter::ALL.iter().map(|parameter| cell(position, *parameter, understood)),
            );
        }
        all
    }

    fn explain(inputs: &Inputs, numbers: &Numbers) -> Report {
        explain::report(inputs, numbers)
    }

    fn elaborate(_: &Inputs, numbers: &Numbers, report: &mut Report) {
        explain::elaborate(numbers, report);
    }

    fn presets() -> &'static [Preset] {
        presets::PRESETS
    }
}

/// A name put together once, for as long as the program runs.
fn name(parts: &[&str]) -> &'static str {
    Box::leak(parts.concat().into_boxed_str())
}

/// Results that are names and not numbers, one for each process.
fn name_of_binding(position: usize) -> &'static str {
    static NAMES: std::sync::OnceLock<Vec<&'static str>> = std::sync::OnceLock::new();
    let names = NAMES.get_or_init(|| {
        PROCESSES
            .iter()
            .map(|process| name(&["processes.", process.id, ".capacity_limited_by"]))
            .collect()
    });
    names.get(position).copied().unwrap_or("")
}

/// The name of a cell: looked up, since it is made once.
fn cell_name(position: usize, parameter: Parameter) -> &'static str {
    let place = Shared::fields().len() + position * Parameter::ALL.len() + parameter as usize;
    Inputs::fields().get(place).map_or("", |field| field.name)
}

fn number(field: &'static str, valued: Valued) -> Assumption {
    let value =
        if valued.origin == Origin::Unused { Value::Null } else { Value::from(valued.value) };
    Assumption::new(field, value, valued.fact, valued.origin)
}

/// How a parameter of a process was understood.
fn cell(position: usize, parameter: Parameter, understood: Option<&Understood>) -> Assumption {
    let field = cell_name(position, parameter);
    let empty = |origin: Origin| Assumption::new(field, Value::Null, None, origin);
    let measured = matches!(
        parameter,
        Parameter::MeasuredMinimum | Parameter::MeasuredAverage | Parameter::SludgeWet
    );
    let ratio_given = parameter != Parameter::SludgeWet
        && understood
            .is_some_and(|one| one.value(Parameter::MinimumToAverage).origin == Origin::Given);
    match understood.map(|one| one.value(parameter)) {
        None => empty(Origin::Unused),
        Some(valued) if valued.origin == Origin::Unused && measured && !ratio_given => {
            empty(Origin::Default)
        } // asked, and left empty as a rule
        Some(valued) => number(field, valued),
    }
}

/// How a field that all share was understood.
fn shared(position: usize, field: &'static str, inputs: &Inputs, setup: &Setup) -> Assumption {
    if let Some(valued) = setup.values.get(field) {
        return number(field, valued);
    }
    if let Some(item) = INVESTMENT.iter().position(|one| *one == field) {
        return setup
            .investment
            .get(item)
            .map_or(Assumption::new(field, Value::Null, None, Origin::Unused), |valued| {
                number(field, *valued)
            });
    }
    let given = inputs.shared.slot(position).and_then(super::Slot::load);
    let origin = if given.is_some() { Origin::Given } else { Origin::Default };
    let chosen = |value: Value| Assumption::new(field, value, None, origin);
    let unused = Assumption::new(field, Value::Null, None, Origin::Unused);
    let id_of = |place: usize| {
        setup.processes.get(place).map_or(Value::Null, |one| Value::from(one.process.id))
    };
    let own = setup.processes.iter().any(|one| one.process.bath.is_none());
    match field {
        "processes" => {
            chosen(setup.processes.iter().map(|one| Value::from(one.process.id)).collect())
        }
        "baseline" => chosen(id_of(setup.baseline)),
        "alternative" => chosen(id_of(setup.alternative)),
        "own_name" if own => chosen(given.unwrap_or(Value::Null)),
        "own_like" if own => chosen(Value::from(setup.own_like.id)),
        "rack_or_barrel" => chosen(Value::from(if setup.barrel { "barrel" } else { "rack" })),
        "part_class" => chosen(Value::from(setup.class.id)),
        "thickness_basis" => chosen(Value::from(setup.basis.id())),
        "destruction" if setup.values.cyanide_excess.origin != Origin::Unused => {
            chosen(Value::from(setup.destruction.id()))
        }
        _ => unused,
    }
}
