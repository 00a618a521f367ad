//! What the tests share: questions and answers in JSON, as the command line, files and whoever embeds a calculator see them.
#![allow(dead_code, reason = "each test file uses its own part")]

use platewise_model::calculator::{AnyCalculator, Evaluation, Kind, find};
use platewise_model::json;
use platewise_model::report::{Figure, Level, Report};
use serde_json::{Map, Value};

/// The calculator of the plating time.
pub fn plating_time() -> &'static AnyCalculator {
    find("plating-time").expect("the plating-time calculator exists")
}

/// The calculator that compares processes.
pub fn process_comparison() -> &'static AnyCalculator {
    find("process-comparison").expect("the process-comparison calculator exists")
}

/// The calculator of photovoltaics on a roof.
pub fn pv_payback() -> &'static AnyCalculator {
    find("pv-payback").expect("the pv-payback calculator exists")
}

/// The object of a JSON value.
pub fn object(inputs: &Value) -> Map<String, Value> {
    inputs.as_object().expect("inputs are a JSON object").clone()
}

/// The first inputs with the others on top; objects in both become one.
pub fn with(inputs: &Value, more: &Value) -> Value {
    let mut all = object(inputs);
    for (name, value) in object(more) {
        let value = match (all.get(&name), &value) {
            (Some(below), Value::Object(_)) if below.is_object() => with(below, &value),
            _ => value,
        };
        all.insert(name, value);
    }
    all.into()
}

/// Evaluates, with the report and everything.
pub fn evaluation_of(calculator: &AnyCalculator, inputs: &Value) -> Evaluation {
    calculator.evaluate_fully(&object(inputs))
}

/// The report of a calculator, where there is an answer.
#[track_caller]
pub fn report_of(calculator: &AnyCalculator, inputs: &Value) -> Report {
    match evaluation_of(calculator, inputs).outcome {
        Ok(report) => report,
        Err(problems) => panic!("{inputs} has no answer: {problems:?}"),
    }
}

/// The whole document of an answer of a calculator.
#[track_caller]
pub fn document_of(calculator: &AnyCalculator, inputs: &Value) -> Value {
    match json::evaluate(calculator, &object(inputs)) {
        Ok(document) => document,
        Err(problems) => panic!("{inputs} has no answer: {problems}"),
    }
}

/// What stands at the end of a name with dots.
pub fn at<'a>(document: &'a Value, name: &str) -> &'a Value {
    name.split('.').fold(document, |above, step| &above[step])
}

/// Fields and names of the problems of a calculator.
#[track_caller]
pub fn problems_of(calculator: &AnyCalculator, inputs: &Value) -> Vec<(String, String)> {
    let Err(list) = json::evaluate(calculator, &object(inputs)) else {
        panic!("{inputs} has an answer")
    };
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    list["problems"]
        .as_array()
        .expect("a list of problems")
        .iter()
        .map(|one| (text(&one["field"]), text(&one["problem"])))
        .collect()
}

/// As [`evaluation_of`], of the plating time; so are the ones that follow.
pub fn evaluation(inputs: &Value) -> Evaluation {
    evaluation_of(plating_time(), inputs)
}

/// The report, where there is an answer.
#[track_caller]
pub fn report(inputs: &Value) -> Report {
    report_of(plating_time(), inputs)
}

/// The whole document of an answer.
#[track_caller]
pub fn document(inputs: &Value) -> Value {
    document_of(plating_time(), inputs)
}

/// One numeric result.
#[track_caller]
pub fn result(inputs: &Value, name: &str) -> f64 {
    let document = document(inputs);
    document["results"][name].as_f64().unwrap_or_else(|| panic!("{inputs} gives no number {name}"))
}

/// Fields and names of the problems.
#[track_caller]
pub fn problems(inputs: &Value) -> Vec<(String, String)> {
    problems_of(plating_time(), inputs)
}

/// The level of a judgement, if it is made.
pub fn judged(inputs: &Value, id: &str) -> Option<Level> {
    report(inputs)
        .judgements
        .iter()
        .find(|judgement| judgement.id == id)
        .map(|judgement| judgement.level)
}

/// Every number anywhere in a JSON value, with the way to it.
pub fn numbers(value: &Value) -> Vec<(String, f64)> {
    let below = |name: String, value: &Value| {
        let join = move |(rest, number): (String, f64)| {
            (if rest.is_empty() { name.clone() } else { format!("{name}.{rest}") }, number)
        };
        numbers(value).into_iter().map(join).collect::<Vec<_>>()
    };
    match value {
        Value::Number(number) => {
            vec![(String::new(), number.as_f64().expect("a number that fits"))]
        }
        Value::Object(object) => {
            object.iter().flat_map(|(name, value)| below(name.clone(), value)).collect()
        }
        Value::Array(list) => list
            .iter()
            .enumerate()
            .flat_map(|(position, value)| below(position.to_string(), value))
            .collect(),
        _ => Vec::new(),
    }
}

/// Holds when two numbers differ by no more than an amount.
#[track_caller]
pub fn within(actual: f64, expected: f64, amount: f64, what: &str) {
    assert!(
        (actual - expected).abs() <= amount,
        "{what}: {actual}, expected {expected} ± {amount}"
    );
}

/// Holds when two numbers differ by no more than a share of the expected one.
#[track_caller]
pub fn close(actual: f64, expected: f64, share: f64, what: &str) {
    assert!(
        (actual - expected).abs() <= share * expected.abs(),
        "{what}: {actual}, expected {expected} within {} %",
        share * 100.0
    );
}

/// Holds when a number rounds to the digits as they are printed.
#[track_caller]
pub fn rounds_to(actual: f64, printed: &str, what: &str) {
    let expected: f64 = printed.parse().expect("a printed number");
    let decimals = printed.split_once('.').map_or(0, |(_, after)| after.len());
    let half = 0.5 * 10f64.powi(-i32::try_from(decimals).expect("few decimals"));
    assert!(
        (actual - expected).abs() <= half * 1.0001,
        "{what}: {actual} does not round to {printed}"
    );
}

/// Asserts that every number anywhere in a report is finite.
#[track_caller]
pub fn all_finite(report: &Report, inputs: &Value) {
    use platewise_model::words::{Arg, Phrase};
    let number =
        |what: &str, value: f64| assert!(value.is_finite(), "{what} is {value} for {inputs}");
    let phrase = |what: &str, phrase: &Phrase| {
        for arg in &phrase.args {
            match arg {
                Arg::Quantity(_, value) | Arg::Number(value) => {
                    number(&format!("{what}: {}", phrase.text.en), *value)
                }
                Arg::Span(_, value, low, high) => {
                    for end in [value, low, high] {
                        number(&format!("{what}: {}", phrase.text.en), *end);
                    }
                }
                Arg::Count(_) | Arg::Text(_) | Arg::Name(_) | Arg::Units(_) => {}
            }
        }
    };
    number("answer", report.answer.value);
    phrase("answer", &report.answer.label);
    if let Some((low, high, note)) = &report.answer.range {
        number("low end", *low);
        number("high end", *high);
        phrase("range", note);
    }
    report.highlights.iter().for_each(|item| number(item.label.en, item.value));
    report.judgements.iter().for_each(|judgement| phrase(judgement.id, &judgement.message));
    for row in report.sections.iter().flat_map(|section| &section.rows) {
        row.values.iter().flatten().for_each(|value| number(row.label.text.en, *value));
    }
    report.results.iter().for_each(|named| number(named.name, named.value.unwrap_or_default()));
    report.steps.iter().for_each(|step| phrase(step.id, &step.text));
    report.mistakes.iter().for_each(|mistake| phrase("mistake", mistake));
    for chart in &report.charts {
        let chart = match chart {
            Figure::Lines(chart) => chart,
            Figure::Heat(heat) => {
                heat.panels
                    .iter()
                    .flat_map(|panel| panel.values.iter().flatten())
                    .for_each(|value| number(heat.id, *value));
                continue;
            }
            Figure::Bars(bars) => {
                bars.parts.iter().for_each(|part| phrase(bars.id, part));
                for bar in &bars.bars {
                    phrase(bars.id, &bar.label);
                    bar.segments
                        .iter()
                        .flat_map(|segment| [segment.from, segment.to])
                        .chain(bar.span.into_iter().flat_map(|(from, to)| [from, to]))
                        .for_each(|value| number(bars.id, value));
                }
                bars.marks.iter().for_each(|(label, place)| {
                    phrase(bars.id, label);
                    number(bars.id, *place);
                });
                continue;
            }
        };
        let points = chart.series.iter().flat_map(|series| &series.points).chain(&chart.point);
        points.for_each(|(x, y)| {
            number(chart.id, *x);
            number(chart.id, *y);
        });
    }
}

/// Ways of asking a calculator: its defaults, its examples, each choice that it offers, in a row as well, few
/// of what is counted in rows, and each text as a date.
pub fn ways(calculator: &AnyCalculator) -> Vec<Map<String, Value>> {
    let one = |name: &str, value: Value| Map::from_iter([(name.to_owned(), value)]);
    let mut ways = vec![Map::new()];
    ways.extend(calculator.presets().iter().map(|preset| preset.to_inputs()));
    for field in calculator.fields() {
        match field.kind {
            Kind::Choice(options) => {
                ways.extend(options().into_iter().map(|(id, _)| one(field.name, id.into())));
            }
            Kind::Text | Kind::Date => ways.push(one(field.name, "2026-02-03".into())),
            Kind::Rows { fields, .. } => {
                let mut row = |name: &str, value: Value| {
                    ways.push(one(field.name, vec![Value::from(one(name, value))].into()));
                };
                for cell in fields() {
                    match cell.kind {
                        Kind::Choice(options) => {
                            options().into_iter().for_each(|(id, _)| row(cell.name, id.into()));
                        }
                        Kind::Numbers { least, min, .. } => {
                            row(cell.name, vec![min.max(1.0); least].into());
                        }
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }
    ways
}
