//! The one JSON of the command line, of the browser's files and of whoever embeds a calculator: inputs with every default filled in, results,
//! warnings and steps; and the JSON Schema of the inputs. What `eval` writes can be read back as inputs.

mod parse;

use crate::analysis::break_even::BreakEven;
use crate::analysis::monte_carlo::{Distribution, Plan, Spread};
use crate::analysis::tornado::{Swing, Tornado};
use crate::calculator::{
    AnyCalculator, Evaluation, Fault, Field, ImportedFile, Kind, LONGEST_RECORD, LONGEST_TEXT,
    NumericInput, NumericResult, Origin, Problem, flat, flat_once, is_retired,
};
use crate::report::format::Reader;
use crate::report::formula::{Symbol, Values};
use crate::report::{Judgement, Level, Report, Step};
use crate::units::Dimension;
use crate::units::packed::HOURS;
use crate::words::{Arg, Language, Phrase, Text, phrase, text};
use crate::{COMMIT, DATA_VERSION, ENGINE_VERSION};
use serde_json::{Map, Value, json};

pub use parse::{Unread, parse};

/// Evaluates inputs: the document of the outcome, or the document of the problems.
///
/// # Errors
/// `{"problems": [{"field", "problem", "message", …}]}`, every problem naming its field.
pub fn evaluate(calculator: &AnyCalculator, given: &Map<String, Value>) -> Result<Value, Value> {
    let evaluation = calculator.evaluate_fully(given);
    match &evaluation.outcome {
        Ok(report) => Ok(document(calculator, &evaluation, report)),
        Err(problems) => Err(problem_list(problems)),
    }
}

/// The document of an outcome.
pub fn document(calculator: &AnyCalculator, evaluation: &Evaluation, report: &Report) -> Value {
    let assumptions = &evaluation.assumptions;
    let with_origin = |origin: Origin| -> Value {
        assumptions
            .iter()
            .filter(|one| one.origin == origin)
            .map(|one| Value::from(one.field))
            .collect()
    };
    let inputs = object_of(&mut assumptions.iter().map(|one| (one.field, one.value.clone())));
    record_of(
        calculator,
        vec![
            ("given", with_origin(Origin::Given)),
            ("inputs", inputs.into()),
            ("results", results(report).into()),
            ("warnings", warnings(evaluation, report).into()),
            ("steps", report.steps.iter().map(step).collect()),
        ],
    )
}

/// The document of an outcome as somebody else may have it: without private inputs, and of the results only what they may know. Steps and
/// warnings say how it came about, so they stay behind.
pub fn for_others(calculator: &AnyCalculator, document: &Value) -> Value {
    let Some(told) = calculator.open_results else {
        return document.clone();
    };
    let part = |name: &str| document.get(name).cloned().unwrap_or_default();
    let inputs: Map<String, Value> = flat(part("inputs").as_object().unwrap_or(&Map::new()));
    let open = chosen(&inputs, &|name, value| !calculator.is_private(name) && !value.is_null());
    let given: Vec<Value> = part("given")
        .as_array()
        .into_iter()
        .flatten()
        .filter(|name| name.as_str().is_some_and(|name| !calculator.is_private(name)))
        .cloned()
        .collect();
    record_of(
        calculator,
        vec![
            ("given", given.into()),
            (
                "inputs",
                object_of(&mut open.iter().map(|(name, value)| (name.as_str(), value.clone())))
                    .into(),
            ),
            ("results", only(&part("results"), told)),
        ],
    )
}

/// A document of a quote as it was given: inputs without defaults, since those may be other ones by the time it is opened, and its results. For others it
/// is without what is private, and of the results it has only what they may know.
pub fn as_given(
    calculator: &AnyCalculator,
    given: &Map<String, Value>,
    report: &Report,
    for_others: bool,
) -> Value {
    let inputs = if for_others {
        open_of(calculator, given)
    } else {
        chosen(&flat(given), &|name, _| !is_retired(name))
    };
    let told = calculator.open_results.filter(|_| for_others);
    let results = Value::from(results(report));
    record_of(
        calculator,
        vec![
            (
                "inputs",
                object_of(&mut inputs.iter().map(|(name, value)| (name.as_str(), value.clone())))
                    .into(),
            ),
            ("results", told.map_or(results.clone(), |told| only(&results, told))),
        ],
    )
}

/// What of inputs is private: a shop without its quote, as a colleague loads it.
pub fn private_of(calculator: &AnyCalculator, inputs: &Map<String, Value>) -> Map<String, Value> {
    chosen(inputs, &|name, value| {
        calculator.is_private(name) && !is_retired(name) && !value.is_null()
    })
}

/// What of inputs is not private: what somebody else may have.
pub fn open_of(calculator: &AnyCalculator, inputs: &Map<String, Value>) -> Map<String, Value> {
    chosen(&flat(inputs), &|name, value| !calculator.is_private(name) && !value.is_null())
}

/// A document of what is private alone.
pub fn profile(calculator: &AnyCalculator, inputs: &Map<String, Value>) -> Value {
    let private = private_of(calculator, inputs);
    record_of(
        calculator,
        vec![(
            "inputs",
            object_of(&mut private.iter().map(|(name, value)| (name.as_str(), value.clone())))
                .into(),
        )],
    )
}

/// Whether inputs are all private, so that they are a profile and no quote.
pub fn is_profile(calculator: &AnyCalculator, inputs: &Map<String, Value>) -> bool {
    !inputs.is_empty() && inputs.keys().all(|name| calculator.is_private(name))
}

/// A value with only those names left in its objects.
fn only(value: &Value, names: &[&str]) -> Value {
    match value {
        Value::Object(all) => {
            let mut kept = Map::new();
            for (name, value) in all.iter().filter(|(name, _)| names.contains(&name.as_str())) {
                kept.insert(name.clone(), only(value, names));
            }
            kept.into()
        }
        Value::Array(all) => all.iter().map(|one| only(one, names)).collect(),
        other => other.clone(),
    }
}

fn results(report: &Report) -> Map<String, Value> {
    let numbers = report.results.iter().map(|named| (named.name, named.value.into()));
    let lists = report.lists.iter().map(|list| (list.name, list.values.clone().into()));
    let codes = report.designations.iter().map(|code| (code.name, code.value.clone().into()));
    let records = report.records.iter().map(|(name, value)| (*name, value.clone()));
    let range = report
        .answer
        .range
        .as_ref()
        .map(|(low, high, _)| record(vec![("low", (*low).into()), ("high", (*high).into())]));
    object_of(
        &mut numbers
            .chain(lists)
            .chain(codes)
            .chain(records)
            .chain([("answer_range", range.into())]),
    )
}

/// An object, filled one by one: to collect it would sort first where it keeps no order, and sorting weighs in the browser.
/// A name with a dot goes into an object of its own: `processes.own.time_min`.
fn object_of(entries: &mut dyn Iterator<Item = (&str, Value)>) -> Map<String, Value> {
    let mut object = Map::new();
    for (name, value) in entries {
        put(&mut object, name, value);
    }
    object
}

fn put(object: &mut Map<String, Value>, name: &str, value: Value) {
    match name.split_once('.') {
        None => drop(object.insert(name.to_owned(), value)),
        Some((above, below)) => {
            if !object.contains_key(above) {
                object.insert(above.to_owned(), Map::new().into());
            }
            if let Some(inner) = object.get_mut(above).and_then(Value::as_object_mut) {
                put(inner, below, value);
            }
        }
    }
}

/// A document that begins with what made it: the calculator, and of which versions.
fn record_of(calculator: &AnyCalculator, entries: Vec<(&str, Value)>) -> Value {
    let commit = COMMIT.map(|commit| ("commit", commit.into()));
    let made_by = [
        ("calculator", calculator.id.into()),
        ("engine", ENGINE_VERSION.into()),
        ("data", DATA_VERSION.into()),
    ];
    record(made_by.into_iter().chain(commit).chain(entries).collect())
}

/// What `json!` makes, but made by one function.
fn record(entries: Vec<(&str, Value)>) -> Value {
    object_of(&mut entries.into_iter()).into()
}

/// Judgements that are more than a nod.
fn warnings(evaluation: &Evaluation, report: &Report) -> Vec<Value> {
    let told = report
        .judgements
        .iter()
        .chain(&report.further)
        .filter(|judgement| judgement.level > Level::Ok);
    let mut warnings: Vec<Value> = told.map(warning).collect();
    warnings.extend(evaluation.unused.iter().map(|name| unused(name)));
    warnings
        .extend(evaluation.remarks.iter().map(|(name, words)| of_input("read_as", name, words)));
    warnings
}

fn warning(judgement: &Judgement) -> Value {
    record(vec![
        ("id", judgement.id.into()),
        ("level", judgement.level.id().into()),
        ("message", in_english(&judgement.message)),
        ("message_zh", in_chinese(&judgement.message)),
        ("source", judgement.source.map(|source| source.title.en).into()),
    ])
}

/// What was given and does not count.
fn unused(name: &str) -> Value {
    let (id, told) = if is_retired(name) {
        (
            "input_retired",
            text(
                "{0} was not read: the key of a shop is not an input any more.",
                "未读取 {0}：本厂密钥不再属于输入项。",
            ),
        )
    } else {
        let told = text(
            "{0} was given but is not used here: it is what is solved for, or belongs to a way of saying it that was not chosen.",
            "已给出 {0}，但此处未使用：它是求解量，或属于未选用的输入方式。",
        );
        ("input_unused", told)
    };
    of_input(id, name, &phrase(told, [Arg::Name(name.to_owned())]))
}

/// A note about an input.
fn of_input(id: &str, name: &str, told: &Phrase) -> Value {
    record(vec![
        ("id", id.into()),
        ("field", name.into()),
        ("level", Level::Note.id().into()),
        ("message", in_english(told)),
        ("message_zh", in_chinese(told)),
        ("source", Value::Null),
    ])
}

fn step(step: &Step) -> Value {
    record(vec![
        ("id", step.id.into()),
        ("text", in_english(&step.text)),
        ("text_zh", in_chinese(&step.text)),
        ("formula", step.formula.plain(Language::En).into()),
        ("symbols", step.formula.legend().into_iter().map(symbol).collect()),
    ])
}

fn symbol((symbol, values): &(Symbol, Values)) -> Value {
    record(vec![
        ("symbol", symbol.id.into()),
        ("name", symbol.name.en.into()),
        ("name_zh", symbol.name.zh.into()),
        ("unit", symbol.unit.into()),
        (
            "value",
            match values {
                Values::One(value) => (*value).into(),
                Values::Many(values) => values.clone().into(),
            },
        ),
    ])
}

fn in_english(phrase: &Phrase) -> Value {
    Reader { language: Language::En, ..Reader::default() }.phrase(phrase).into()
}

fn in_chinese(phrase: &Phrase) -> Value {
    Reader { language: Language::Zh, ..Reader::default() }.phrase(phrase).into()
}

fn label_of(of: Option<Text>, label: Text) -> [(&'static str, Value); 2] {
    let said =
        |language: Language| Value::from(Reader { language, ..Reader::default() }.label(of, label));
    [("label", said(Language::En)), ("label_zh", said(Language::Zh))]
}

/// The head of an analysis: which calculator, by which versions, of which result.
fn analysed(calculator: &AnyCalculator, outcome: &NumericResult) -> Vec<(&'static str, Value)> {
    let mut head = vec![
        ("calculator", calculator.id.into()),
        ("engine", ENGINE_VERSION.into()),
        ("data", DATA_VERSION.into()),
        ("result", outcome.name.into()),
    ];
    head.extend(label_of(outcome.of, outcome.label));
    head.push(("unit", outcome.dimension.canonical().symbol.into()));
    head
}

/// The document of a break-even.
pub fn break_even(
    calculator: &AnyCalculator,
    outcome: &NumericResult,
    input: &NumericInput,
    found: &BreakEven,
) -> Value {
    let mut told = analysed(calculator, outcome);
    told.extend([
        ("input", input.name.into()),
        ("input_unit", input.dimension.canonical().symbol.into()),
        ("in_force", input.value.into()),
        ("from", found.from.into()),
        ("to", found.to.into()),
        ("value", found.values.first().copied().into()),
        ("values", found.values.clone().into()),
        (
            "stretches",
            found.stretches.iter().map(|(from, to)| Value::from(vec![*from, *to])).collect(),
        ),
        ("depends", found.depends.into()),
    ]);
    record(told)
}

/// The document of a tornado.
pub fn tornado(calculator: &AnyCalculator, outcome: &NumericResult, found: &Tornado) -> Value {
    let swing = |swing: &Swing| {
        let input = &swing.input;
        let mut told = vec![("input", Value::from(input.name))];
        told.extend(label_of(input.of, input.label));
        told.extend([
            ("unit", input.dimension.canonical().symbol.into()),
            ("in_force", input.value.into()),
            ("low", input.low.into()),
            ("high", input.high.into()),
            ("result_at_low", swing.low.into()),
            ("result_at_high", swing.high.into()),
            ("unsupported", input.weak.into()),
        ]);
        record(told)
    };
    let mut told = analysed(calculator, outcome);
    told.extend([
        ("in_force", found.base.into()),
        ("inputs_without_range", found.without_range.into()),
        ("unsupported_share", found.weak_share.into()),
        ("swings", found.swings.iter().map(swing).collect()),
    ]);
    record(told)
}

/// The document of draws: one entry for each result; where several were drawn, they were drawn together.
pub fn monte_carlo(
    calculator: &AnyCalculator,
    plan: &Plan,
    below: f64,
    spreads: &[(NumericResult, Option<Spread>)],
    failed: u32,
) -> Value {
    let one = |(outcome, spread): &(NumericResult, Option<Spread>)| {
        let mut told = analysed(calculator, outcome);
        told.drain(..3);
        if let Some(spread) = spread {
            let bin = |(from, to, count): (f64, f64, f64)| Value::from(vec![from, to, count]);
            told.extend([
                ("mean", spread.mean.into()),
                ("standard_deviation", spread.deviation.into()),
                ("p10", spread.p10.into()),
                ("p50", spread.p50.into()),
                ("p90", spread.p90.into()),
                ("below", below.into()),
                ("probability_below", spread.share_below(below).into()),
                ("histogram", spread.histogram(40).into_iter().map(bin).collect()),
            ]);
        }
        record(told)
    };
    let distribution = if plan.distribution == Distribution::Pert { "pert" } else { "triangular" };
    record_of(
        calculator,
        vec![
            ("draws", plan.draws.into()),
            ("failed", failed.into()),
            ("seed", plan.seed.into()),
            ("distribution", distribution.into()),
            ("results", spreads.iter().map(one).collect()),
        ],
    )
}

/// The document of what a file brought: inputs that can be evaluated as they stand, and what was found in it.
pub fn imported(calculator: &AnyCalculator, imported: &ImportedFile) -> Value {
    record_of(
        calculator,
        vec![
            ("found", imported.account.iter().map(in_english).collect()),
            ("found_zh", imported.account.iter().map(in_chinese).collect()),
            ("inputs", imported.inputs.clone().into()),
        ],
    )
}

/// The document of problems.
pub fn problem_list(problems: &[Problem]) -> Value {
    let one = |problem: &Problem| {
        let message = problem.message();
        let field = if problem.field.is_empty() { "\"\"" } else { &problem.field }; // the empty name, which is one in JSON
        let mut told = vec![
            ("field", field.into()),
            ("problem", problem.fault.id().into()),
            ("message", in_english(&message)),
            ("message_zh", in_chinese(&message)),
        ];
        if let Fault::OutOfRange(_, low, high) = problem.fault {
            told.extend([("minimum", low.into()), ("maximum", high.into())]); // in the canonical unit, as the inputs are
        }
        record(told)
    };
    let told: Vec<Value> = problems.iter().take(MOST_TOLD).map(one).collect();
    let mut document = vec![("problems", told.into())];
    if let Some(further) = problems.len().checked_sub(MOST_TOLD).filter(|further| *further > 0) {
        document.push(("further_problems", further.into()));
    }
    record(document)
}

/// Most problems that are told; of the others only how many there are. A document of nothing but unknown names would be answered by a hundred times as much.
const MOST_TOLD: usize = 100;

/// A document that is not what was expected: one problem that names no field of a calculator.
pub fn refusal(field: &str, problem: &str, message: &Phrase) -> Value {
    json!({ "problems": [{ "field": field, "problem": problem, "message": in_english(message), "message_zh": in_chinese(message) }] })
}

/// Names beside bare inputs that say where they come from and are no inputs.
const TAGS: [&str; 4] = ["calculator", "engine", "data", "commit"];

/// The inputs in a document: bare inputs, or what `evaluate` wrote, of which counts what was given and what somebody has changed since:
/// a value that is not the default which the rest of the inputs leads to.
///
/// # Errors
/// A sentence when the text is no JSON object, or belongs to another calculator.
pub fn inputs_of(
    document: &Value,
    calculator: &AnyCalculator,
) -> Result<Map<String, Value>, Misfit> {
    let object = document.as_object().ok_or(Misfit::NotAnObject)?;
    if let Some(other) =
        object.get("calculator").and_then(Value::as_str).filter(|id| *id != calculator.id)
    {
        return Err(Misfit::OtherCalculator(other.to_owned()));
    }
    let Some(inputs) = object.get("inputs") else {
        return flat_once(&chosen(object, &|name, _| !TAGS.contains(&name)))
            .map_err(Misfit::GivenTwice);
    };
    let inputs = inputs.as_object().ok_or(Misfit::NotAnObject)?;
    let inputs = &flat_once(inputs).map_err(Misfit::GivenTwice)?;
    let Some(given) = object.get("given").and_then(Value::as_array) else {
        return Ok(inputs.clone());
    };
    let was_given = |name: &str| given.iter().any(|given| given.as_str() == Some(name));
    let assumed = calculator.evaluate(&chosen(inputs, &|name, _| was_given(name))).assumptions;
    let is_default = |name: &str, value: &Value| {
        assumed.iter().any(|one| one.field == name && same(&one.value, value))
    };
    Ok(chosen(inputs, &|name, value| {
        was_given(name) || !(value.is_null() || is_default(name, value))
    }))
}

fn chosen(inputs: &Map<String, Value>, keep: &dyn Fn(&str, &Value) -> bool) -> Map<String, Value> {
    let mut all = Map::new();
    for (name, value) in inputs.iter().filter(|(name, value)| keep(name, value)) {
        all.insert(name.clone(), value.clone());
    }
    all
}

/// Whether two values are the same but for how a number is written: 8 and 8.0, and the last digits that other programs drop.
fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| same(one, other))
        }
        _ => match (one.as_f64(), other.as_f64()) {
            (Some(one), Some(other)) => (one - other).abs() <= 1e-12 * one.abs(),
            _ => one == other,
        },
    }
}

/// Why a document holds no inputs for a calculator.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Misfit {
    /// Not a JSON object.
    NotAnObject,
    /// Made by another calculator, which may not exist here; its name.
    OtherCalculator(String),
    /// An input is there twice, once by its full name and once within its objects; that name.
    GivenTwice(String),
}

/// The JSON Schema (2020-12) of a calculator's inputs.
pub fn schema(calculator: &AnyCalculator) -> Value {
    let mut properties = Map::new();
    for field in calculator.fields() {
        put_property(
            &mut properties,
            field.name,
            property(field, &|table, name| calculator.help(table, name), None),
        );
    }
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": format!("urn:platewise:{}:{ENGINE_VERSION}", calculator.id),
        "title": calculator.title.en,
        "description": calculator.purpose.en,
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
    })
}

/// Puts the schema of a field where its name leads to, through objects that allow nothing else.
fn put_property(properties: &mut Map<String, Value>, name: &str, schema: Value) {
    let Some((above, below)) = name.split_once('.') else {
        return drop(properties.insert(name.to_owned(), schema));
    };
    if !properties.contains_key(above) {
        properties.insert(
            above.to_owned(),
            json!({ "type": "object", "properties": {}, "additionalProperties": false }),
        );
    }
    if let Some(inner) = properties
        .get_mut(above)
        .and_then(|object| object.get_mut("properties"))
        .and_then(Value::as_object_mut)
    {
        put_property(inner, below, schema);
    }
}

/// What any text that says a quantity has.
const A_DIGIT: &str = "[0-9０-９½¼¾⅛⅜⅝⅞⅓⅔]";

/// The units that a text may bring along, the canonical one first.
fn symbols(dimension: Dimension) -> Vec<&'static str> {
    dimension.units().iter().map(|unit| unit.symbol).filter(|symbol| !symbol.is_empty()).collect()
}

fn property(
    field: &Field,
    help: &dyn Fn(Option<&str>, &str) -> Option<Text>,
    table: Option<&str>,
) -> Value {
    let description = help(table, field.name).map(|help| help.en);
    let title = Reader::default().label(field.of, field.label);
    match field.kind {
        Kind::Number { dimension, min, max } => {
            json!({
                "title": title,
                "description": description,
                "type": ["number", "string", "null"],
                "minimum": min,
                "maximum": max,
                "pattern": A_DIGIT,
                "x-unit": dimension.canonical().symbol,
                "x-units": symbols(dimension),
            })
        }
        Kind::Choice(options) => {
            let ids: Vec<Value> =
                options().into_iter().map(|(id, _)| Value::from(id)).chain([Value::Null]).collect();
            json!({ "title": title, "description": description, "enum": ids })
        }
        Kind::Several(options, least, most) => {
            let ids: Vec<Value> = options().into_iter().map(|(id, _)| Value::from(id)).collect();
            json!({
                "title": title,
                "description": description,
                "type": ["array", "null"],
                "items": { "enum": ids },
                "minItems": least,
                "maxItems": most,
                "uniqueItems": true,
            })
        }
        Kind::Text | Kind::LongText => {
            json!({ "title": title, "description": description, "type": ["string", "null"], "maxLength": LONGEST_TEXT })
        }
        Kind::Date => {
            json!({ "title": title, "description": description, "type": ["string", "null"], "format": "date" })
        }
        Kind::Record => {
            json!({ "title": title, "description": description, "type": ["string", "null"], "maxLength": LONGEST_RECORD })
        }
        Kind::Numbers { dimension, least, count, min, max } => json!({
            "title": title,
            "description": description,
            "type": ["array", "null"],
            "minItems": least,
            "maxItems": count,
            "items": { "type": ["number", "string"], "minimum": min, "maximum": max, "pattern": A_DIGIT },
            "x-unit": dimension.canonical().symbol,
            "x-units": symbols(dimension),
        }),
        Kind::Hours(columns) => {
            let length = 2 * HOURS * columns.len();
            json!({ "title": title, "description": description, "type": ["string", "null"], "minLength": length, "maxLength": length })
        }
        Kind::Rows { fields, least, most } => {
            let mut properties = Map::new();
            let table = field.name;
            for field in fields() {
                put_property(&mut properties, field.name, property(field, help, Some(table)));
            }
            json!({
                "title": title,
                "description": description,
                "type": ["array", "null"],
                "minItems": least,
                "maxItems": most,
                "items": { "type": "object", "properties": properties, "additionalProperties": false },
            })
        }
        Kind::Curve => json!({
            "title": title,
            "description": description,
            "type": ["array", "null"],
            "minItems": 1,
            "maxItems": 40,
            "items": { "type": "array", "prefixItems": [{ "type": "number", "minimum": 1e-4, "maximum": 1e4 }, { "type": "number", "exclusiveMinimum": 0, "maximum": 1 }], "minItems": 2, "maxItems": 2 },
        }),
    }
}
