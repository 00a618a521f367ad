//! The command line: JSON in, JSON out. It prints nothing but what was asked for, and never panics on input.
#![forbid(unsafe_code)]

mod analyse;
mod batch;
mod options;

use platewise_model::calculator::{self, AnyCalculator, Field, Kind, Take, Taken};
use platewise_model::json::{self, Misfit};
use platewise_model::part::mesh::is_archive;
use platewise_model::words::{Arg, Text, phrase, text};
use platewise_model::{DATA_VERSION, ENGINE_VERSION};
use platewise_model::{entry, table};
use serde_json::{Map, Value};
use std::io::{Read as _, Write as _};
use std::process::ExitCode;

const HELP: &str = "platewise: coating and plant economics on the command line

  platewise list               the calculators
  platewise schema ID          JSON Schema of a calculator's inputs
  platewise eval ID FILE|-     evaluate inputs given as JSON, from a file or standard input
  platewise eval ID --customer FILE|-
                               the same without costs, rules and rates: for somebody else
  platewise take ID FIELD FILE|-
                               read a weather, meter or model file, or a table in CSV or
                               XLSX for a field of rows: the inputs it brings

  platewise batch quote FILE|- [--shop FILE] [--output FILE.xlsx|FILE.csv] [--language en|zh]
                               price each row of a table in CSV or XLSX as a quote of its
                               own, by the shop and the conditions of a saved file

  platewise breakeven ID FILE|- --result NAME (--target VALUE | --equal NAME) --input NAME [--from A --to B]
                               the value of an input at which a result meets a target
  platewise tornado ID FILE|- [--result NAME] [--known]
                               how far each input moves a result over its range
  platewise montecarlo ID FILE|- [--result NAME]... [--below X] [--draws N] [--seed N]
                       [--distribution triangular|pert] [--known]
                               how results spread when all inputs vary at once
  --known takes the inputs that are given as known; they are not varied then.

Inputs that are missing take their defaults. Invalid input gives a JSON list of
problems on standard error and exit code 2.";

/// The exit code of input that is not valid, and of a call that is not.
const INVALID: u8 = 2;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args_os().skip(1).map(|arg| arg.to_string_lossy().into_owned()).collect(); // `args` panics on what is no Unicode
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let outcome = match args.as_slice() {
        ["list"] => Ok(list()),
        ["schema", id] => find(id).map(json::schema),
        ["eval", id, file] => find(id).and_then(|calculator| evaluate(calculator, file)),
        ["eval", id, "--customer", file] | ["eval", id, file, "--customer"] => find(id).and_then(|calculator| for_customer(calculator, file)),
        ["take", id, field, file] => find(id).and_then(|calculator| take(calculator, field, file)),
        ["batch", id, file, options @ ..] => find(id).and_then(|calculator| batch::batch(calculator, file, options)),
        ["breakeven", id, file, options @ ..] => find(id).and_then(|calculator| analyse::break_even(calculator, &given(calculator, file)?, options)),
        ["tornado", id, file, options @ ..] => find(id).and_then(|calculator| analyse::tornado(calculator, &given(calculator, file)?, options)),
        ["montecarlo", id, file, options @ ..] => find(id).and_then(|calculator| analyse::monte_carlo(calculator, &given(calculator, file)?, options)),
        [] | ["help" | "--help" | "-h"] => return print(HELP),
        ["--version" | "-V"] => return print(&format!("platewise {ENGINE_VERSION}, data of {DATA_VERSION}")),
        _ => Err(refusal(
            "command",
            "unknown_command",
            text("Unknown command; `platewise help` lists them.", "未知命令；`platewise help` 可列出全部命令。"),
            &[],
        )),
    };
    match outcome {
        Ok(document) => print(&pretty(&document)),
        Err(problems) => {
            let _ = writeln!(std::io::stderr(), "{}", pretty(&problems)); // `eprintln` panics on a closed pipe
            ExitCode::from(INVALID)
        }
    }
}

/// Prints; a reader that has closed the pipe is no failure.
fn print(text: &str) -> ExitCode {
    let _ = writeln!(std::io::stdout(), "{text}"); // a closed pipe: nobody is there to be told
    ExitCode::SUCCESS
}

fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}

fn list() -> Value {
    calculator::ALL.iter().map(|one| serde_json::json!({ "id": one.id, "title": one.title.en, "title_zh": one.title.zh, "purpose": one.purpose.en })).collect()
}

fn find(id: &str) -> Result<&'static AnyCalculator, Value> {
    let words = text("There is no calculator “{0}”; `platewise list` shows them.", "没有名为“{0}”的计算器；`platewise list` 可列出全部。");
    calculator::find(id).ok_or_else(|| refusal("calculator", "unknown_calculator", words, &[id]))
}

/// A refusal in every language; `what` fills the places of the sentence.
fn refusal(field: &str, problem: &str, words: Text, what: &[&str]) -> Value {
    let args: Vec<Arg> = what.iter().map(|what| Arg::Name((*what).to_owned())).collect();
    json::refusal(field, problem, &phrase(words, args))
}

fn evaluate(calculator: &AnyCalculator, file: &str) -> Result<Value, Value> {
    json::evaluate(calculator, &given(calculator, file)?)
}

/// The same as somebody else may have it.
fn for_customer(calculator: &AnyCalculator, file: &str) -> Result<Value, Value> {
    if calculator.private.is_none() {
        let none = text("This calculator has nothing that a customer may not see.", "该计算器没有需对客户保密的内容。");
        return Err(refusal("command", "nothing_private", none, &[]));
    }
    Ok(json::for_others(calculator, &evaluate(calculator, file)?))
}

/// What a file brings to the inputs, with an account of what was found in it.
fn take(calculator: &AnyCalculator, field: &str, file: &str) -> Result<Value, Value> {
    if let Some((Kind::Rows { fields, most, .. }, field)) = calculator.field(field).map(|field| (field.kind, field.name)) {
        return rows(calculator, field, fields(), most, file);
    }
    let none = text("This calculator takes no files.", "该计算器不接受文件。");
    let take = calculator::take(calculator.id).ok_or_else(|| refusal("calculator", "takes_no_files", none, &[]))?;
    let taken = match take {
        Take::Text(take) => take(field, &contents(file)?),
        Take::Bytes(take) => take(field, bytes(file)?, &mut |_| {}),
    };
    let taken = taken.map_err(|why| json::refusal(field, "not_taken", &why))?;
    Ok(json::taken(calculator, &taken))
}

/// The rows that a table brings to a field of rows, with an account of them.
fn rows(calculator: &AnyCalculator, field: &'static str, fields: &'static [Field], most: usize, file: &str) -> Result<Value, Value> {
    let found = table::import(fields, most, &grid_of(field, file)?).map_err(|why| json::refusal(field, "not_taken", &why.message()))?;
    let account = table::account(&found);
    let (inputs, _) = entry::to_inputs(calculator, &entry::Entries::from([(field, entry::Entry::rows(found.rows))]));
    Ok(json::taken(calculator, &Taken { inputs, account, preview: Vec::new() }))
}

/// The cells of a table in a file, text or workbook.
fn grid_of(field: &str, file: &str) -> Result<table::Grid, Value> {
    let bytes = bytes(file)?;
    if is_archive(&bytes) {
        return table::of_workbook(&bytes).map_err(|why| json::refusal(field, "not_taken", &why.message()));
    }
    Ok(table::of_text(&text_of(bytes, file)?))
}

/// The inputs in a file.
fn given(calculator: &AnyCalculator, file: &str) -> Result<Map<String, Value>, Value> {
    let document = contents(file)?;
    let not_json = text("Not JSON: {0}.", "不是有效的 JSON：{0}。");
    let document: Value = serde_json::from_str(&document).map_err(|error| refusal("file", "not_json", not_json, &[&error.to_string()]))?;
    json::inputs_of(&document, calculator).map_err(|misfit| match misfit {
        Misfit::NotAnObject => refusal("inputs", "wrong_kind", text("Expected a JSON object of inputs.", "应为由输入项组成的 JSON 对象。"), &[]),
        Misfit::OtherCalculator(other) if calculator::find(&other).is_some() => {
            refusal("calculator", "other_calculator", text("This document belongs to “{0}”.", "该文件属于“{0}”。"), &[&other])
        }
        Misfit::OtherCalculator(_) => {
            let words = text("This document belongs to a calculator that does not exist here.", "该文件属于此处不存在的计算器。");
            refusal("calculator", "unknown_calculator", words, &[])
        }
    })
}

/// The bytes of a file.
fn bytes(file: &str) -> Result<Vec<u8>, Value> {
    let unreadable = text("The file cannot be read: {0}.", "无法读取文件：{0}。");
    read(file).map_err(|error| refusal("file", "unreadable", unreadable, &[&format!("{file}: {error}")]))
}

/// The text of a file.
fn contents(file: &str) -> Result<String, Value> {
    text_of(bytes(file)?, file)
}

fn text_of(bytes: Vec<u8>, file: &str) -> Result<String, Value> {
    let not_text = text("The file is not text in UTF-8: {0}.", "文件不是 UTF-8 文本：{0}。");
    let text = String::from_utf8(bytes).map_err(|_| refusal("file", "unreadable", not_text, &[file]))?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)) // editors on Windows write a byte-order mark
}

fn read(file: &str) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if file == "-" {
        std::io::stdin().read_to_end(&mut bytes)?;
    } else {
        bytes = std::fs::read(file)?;
    }
    Ok(bytes)
}
