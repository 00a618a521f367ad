//! The command line: JSON in, JSON out. It prints nothing but what was asked for, and never panics on input.

mod analyse;
mod batch;
mod call;
mod lines;
mod manual;
mod misread;

use crate::calculator::{self, AnyCalculator, Kind, Take};
use crate::import::{Sheet, table};
use crate::json::{self, Misfit};
use crate::words::{Arg, Text, phrase, text};
use call::{Command, Eval, Unmade};
use serde_json::{Map, Value};
use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, Read, Write as _};
use std::process::ExitCode;

/// The exit code of input that is not valid, and of a call that is not.
const INVALID: u8 = 2;

/// The whole program: reads the call it was started with, prints what was asked for, and gives the code to end with.
pub fn main() -> ExitCode {
    let done = match call::read(std::env::args_os().collect()) {
        Ok(call) => run(&call.command),
        Err(Unmade::Told(text)) => Ok(print(text.trim_end())),
        Err(Unmade::Refused(problems)) => Err(problems),
    };
    done.unwrap_or_else(|problems| {
        let _ = writeln!(io::stderr(), "{}", pretty(&problems)); // `eprintln` panics on a closed pipe
        ExitCode::from(INVALID)
    })
}

fn run(command: &Command) -> Result<ExitCode, Value> {
    let document = match command {
        Command::Completions { shell } => return Ok(print(manual::completions(*shell).trim_end())),
        Command::Man => return Ok(print(manual::man().trim_end())),
        Command::Eval(asked) if asked.jsonl => return each_line(asked),
        Command::Eval(asked) => evaluate(asked),
        Command::List => Ok(list()),
        Command::Schema { calculator } => Ok(json::schema(calculator)),
        Command::Take { calculator, field, file } => take(calculator, field, file),
        Command::Batch(asked) => batch::batch(asked),
        Command::BreakEven(asked) => analyse::break_even(asked),
        Command::Tornado(asked) => analyse::tornado(asked),
        Command::MonteCarlo(asked) => analyse::monte_carlo(asked),
    };
    document.map(|document| print(&pretty(&document)))
}

/// Prints; a reader that has closed the pipe is no failure.
fn print(text: &str) -> ExitCode {
    let _ = writeln!(io::stdout(), "{text}"); // a closed pipe: nobody is there to be told
    ExitCode::SUCCESS
}

fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}

fn list() -> Value {
    calculator::ALL.iter().map(|one| serde_json::json!({ "id": one.id, "title": one.title.en, "title_zh": one.title.zh, "purpose": one.purpose.en })).collect()
}

/// A refusal in every language; `what` fills the places of the sentence.
fn refusal(field: &str, problem: &str, words: Text, what: &[&str]) -> Value {
    let args: Vec<Arg> = what.iter().map(|what| Arg::Name((*what).to_owned())).collect();
    json::refusal(field, problem, &phrase(words, args))
}

fn evaluate(asked: &Eval) -> Result<Value, Value> {
    customers_have_less(asked)?;
    outcome(asked.calculator, &inputs(source(asked), asked.calculator)?, asked.customer)
}

/// Evaluates each line of what is given.
fn each_line(asked: &Eval) -> Result<ExitCode, Value> {
    customers_have_less(asked)?;
    let all_good = lines::evaluate(asked.calculator, asked.customer, open(source(asked))?)?;
    Ok(if all_good { ExitCode::SUCCESS } else { ExitCode::from(INVALID) })
}

fn source(asked: &Eval) -> &OsStr {
    asked.file.as_deref().unwrap_or(OsStr::new("-"))
}

fn customers_have_less(asked: &Eval) -> Result<(), Value> {
    if asked.customer && asked.calculator.private.is_none() {
        let none = text("This calculator has nothing that a customer may not see.", "该计算器没有需对客户保密的内容。");
        return Err(refusal("command", "nothing_private", none, &[]));
    }
    Ok(())
}

/// The document of an evaluation, or the same as somebody else may have it.
fn outcome(calculator: &AnyCalculator, given: &Map<String, Value>, for_customer: bool) -> Result<Value, Value> {
    let document = json::evaluate(calculator, given)?;
    Ok(if for_customer { json::for_others(calculator, &document) } else { document })
}

/// What a file brings to the inputs, with an account of what was found in it.
fn take(calculator: &AnyCalculator, field: &str, file: &OsStr) -> Result<Value, Value> {
    if calculator.field(field).is_some_and(|field| matches!(field.kind, Kind::Rows { .. })) {
        let taken = table::take(calculator, field, &bytes(file)?).map_err(|why| json::refusal(field, "not_taken", &why))?;
        return Ok(json::taken(calculator, &taken));
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

/// The sheets of a table in a file, text in any encoding or workbook.
fn sheets_of(field: &str, file: &OsStr) -> Result<Vec<Sheet>, Value> {
    table::of_bytes(&bytes(file)?).map_err(|why| json::refusal(field, "not_taken", &why.message()))
}

/// The inputs in a file.
fn inputs(file: &OsStr, calculator: &AnyCalculator) -> Result<Map<String, Value>, Value> {
    inputs_in(&contents(file)?, "file", calculator)
}

/// The inputs in a text; `holder` is what holds it, where it is none.
fn inputs_in(document: &str, holder: &str, calculator: &AnyCalculator) -> Result<Map<String, Value>, Value> {
    let not_json = text("Not JSON: {0}.", "不是有效的 JSON：{0}。");
    let told = |error: serde_json::Error| if holder == "line" { error.to_string().replace("line 1 column", "column") } else { error.to_string() };
    let document: Value = serde_json::from_str(document).map_err(|error| refusal(holder, "not_json", not_json, &[&told(error)]))?;
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

/// The text of a file.
fn contents(file: &OsStr) -> Result<String, Value> {
    text_of(bytes(file)?, file)
}

fn text_of(bytes: Vec<u8>, file: &OsStr) -> Result<String, Value> {
    let not_text = text("The file is not text in UTF-8: {0}.", "文件不是 UTF-8 文本：{0}。");
    let text = String::from_utf8(bytes).map_err(|_| refusal("file", "unreadable", not_text, &[&file.to_string_lossy()]))?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)) // editors on Windows write a byte-order mark
}

/// The bytes of a file.
fn bytes(file: &OsStr) -> Result<Vec<u8>, Value> {
    let mut bytes = Vec::new();
    open(file)?.read_to_end(&mut bytes).map_err(|error| unreadable(file, &error))?;
    Ok(bytes)
}

/// A file, or standard input.
fn open(file: &OsStr) -> Result<Box<dyn Read + Send>, Value> {
    if file == "-" {
        return Ok(Box::new(io::stdin()));
    }
    Ok(Box::new(File::open(file).map_err(|error| unreadable(file, &error))?))
}

fn unreadable(file: &OsStr, error: &io::Error) -> Value {
    let words = text("The file cannot be read: {0}.", "无法读取文件：{0}。");
    refusal("file", "unreadable", words, &[&format!("{}: {error}", file.display())])
}
