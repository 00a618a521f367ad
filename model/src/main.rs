//! The command line: JSON in, JSON out. It prints nothing but what was asked for, and never panics on input.
#![forbid(unsafe_code)]

use platewise_model::calculator::{self, AnyCalculator};
use platewise_model::json::{self, Misfit};
use platewise_model::words::{Arg, Text, phrase, text};
use platewise_model::{DATA_VERSION, ENGINE_VERSION};
use serde_json::Value;
use std::io::{Read as _, Write as _};
use std::process::ExitCode;

const HELP: &str = "platewise: coating and plant economics on the command line

  platewise list               the calculators
  platewise schema ID          JSON Schema of a calculator's inputs
  platewise eval ID FILE|-     evaluate inputs given as JSON, from a file or standard input

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
        [] | ["help" | "--help" | "-h"] => return print(HELP),
        ["--version" | "-V"] => return print(&format!("platewise {ENGINE_VERSION}, data of {DATA_VERSION}")),
        _ => {
            Err(refusal("command", "unknown_command", text("Unknown command; `platewise help` lists them.", "未知命令；`platewise help` 可列出全部命令。"), ""))
        }
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
    calculator::find(id).ok_or_else(|| refusal("calculator", "unknown_calculator", words, id))
}

/// A refusal in every language; `what` fills the place of the sentence that has one.
fn refusal(field: &str, problem: &str, words: Text, what: &str) -> Value {
    json::refusal(field, problem, &phrase(words, [Arg::Name(what.to_owned())]))
}

fn evaluate(calculator: &AnyCalculator, file: &str) -> Result<Value, Value> {
    let unreadable = text("The file cannot be read: {0}.", "无法读取文件：{0}。");
    let document = read(file).map_err(|error| refusal("file", "unreadable", unreadable, &format!("{file}: {error}")))?;
    let not_json = text("Not JSON: {0}.", "不是有效的 JSON：{0}。");
    let document: Value = serde_json::from_str(&document).map_err(|error| refusal("file", "not_json", not_json, &error.to_string()))?;
    let given = json::inputs_of(&document, calculator).map_err(|misfit| match misfit {
        Misfit::NotAnObject => refusal("inputs", "wrong_kind", text("Expected a JSON object of inputs.", "应为由输入项组成的 JSON 对象。"), ""),
        Misfit::OtherCalculator(other) if calculator::find(&other).is_some() => {
            refusal("calculator", "other_calculator", text("This document belongs to “{0}”.", "该文件属于“{0}”。"), &other)
        }
        Misfit::OtherCalculator(_) => {
            let words = text("This document belongs to a calculator that does not exist here.", "该文件属于此处不存在的计算器。");
            refusal("calculator", "unknown_calculator", words, "")
        }
    })?;
    json::evaluate(calculator, &given)
}

fn read(file: &str) -> std::io::Result<String> {
    let mut text = String::new();
    if file == "-" {
        std::io::stdin().read_to_string(&mut text)?;
    } else {
        text = std::fs::read_to_string(file)?;
    }
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)) // editors on Windows write a byte-order mark
}
