//! The command line: JSON in, JSON out. It prints nothing but what was asked for, and never panics on input.

mod analyse;
mod batch;
mod call;
mod lines;
mod manual;
mod misread;

use crate::calculator::{self, AnyCalculator, Kind};
use crate::import::{Encoding, Sheet, decode};
use crate::json::{self, Misfit};
use crate::request::table;
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
        Err(Unmade::Told(text)) => print(text.trim_end()),
        Err(Unmade::Refused(problems)) => Err(problems),
    };
    done.unwrap_or_else(|problems| {
        let _ = writeln!(io::stderr(), "{}", pretty(&problems)); // `eprintln` panics on a closed pipe
        ExitCode::from(INVALID)
    })
}

fn run(command: &Command) -> Result<ExitCode, Value> {
    let document = match command {
        Command::Completions { shell } => return print(manual::completions(*shell).trim_end()),
        Command::Man => return print(manual::man().trim_end()),
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
    print(&pretty(&document?))
}

/// Prints. A reader that has closed the pipe is no failure, but a full disk is.
fn print(text: &str) -> Result<ExitCode, Value> {
    let mut out = io::stdout().lock();
    match writeln!(out, "{text}").and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(unwritable(&error)),
        _ => Ok(ExitCode::SUCCESS),
    }
}

fn unwritable(error: &io::Error) -> Value {
    refusal(
        "output",
        "unwritable",
        text("The answer cannot be written: {0}.", "无法写出结果：{0}。"),
        &[&error.to_string()],
    )
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
    let (given, encoding) = inputs(source(asked), asked.calculator)?;
    let mut document = outcome(asked.calculator, &given, asked.customer)?;
    if let (Encoding::Gb18030 | Encoding::Windows1252, Some(warnings)) =
        (encoding, document.get_mut("warnings").and_then(Value::as_array_mut))
    {
        warnings.push(guessed(encoding));
    }
    Ok(document)
}

/// What to say of a file that does not say how it is written.
fn guessed(encoding: Encoding) -> Value {
    let name = encoding.name();
    serde_json::json!({
        "id": "encoding_guessed",
        "level": "note",
        "message": format!("The file is not UTF-8 and was read as {name}: check names and texts, or save it as UTF-8."),
        "message_zh": format!("文件不是 UTF-8，已按 {name} 读取：请核对名称与文字，或另存为 UTF-8。"),
        "source": null,
    })
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
        let none = text(
            "This calculator has nothing that a customer may not see.",
            "该计算器没有需对客户保密的内容。",
        );
        return Err(refusal("command", "nothing_private", none, &[]));
    }
    Ok(())
}

/// The document of an evaluation, or the same as somebody else may have it.
fn outcome(
    calculator: &AnyCalculator,
    given: &Map<String, Value>,
    for_customer: bool,
) -> Result<Value, Value> {
    let document = json::evaluate(calculator, given)?;
    Ok(if for_customer { json::for_others(calculator, &document) } else { document })
}

/// What a file brings to the inputs, with an account of what was found in it.
fn take(calculator: &AnyCalculator, field: &str, file: &OsStr) -> Result<Value, Value> {
    if calculator.field(field).is_some_and(|field| matches!(field.kind, Kind::Rows { .. })) {
        let imported = table::take(calculator, field, &bytes(file)?)
            .map_err(|why| json::refusal(field, "not_taken", &why))?;
        return Ok(json::imported(calculator, &imported));
    }
    let none = text("This calculator takes no files.", "该计算器不接受文件。");
    let imported = calculator
        .file_import
        .ok_or_else(|| refusal("calculator", "takes_no_files", none, &[]))?
        .read(field, bytes(file)?, &mut |_| {})
        .map_err(|why| json::refusal(field, "not_taken", &why))?;
    Ok(json::imported(calculator, &imported))
}

/// The sheets of a table in a file, text in any encoding or workbook.
fn sheets_of(field: &str, file: &OsStr) -> Result<Vec<Sheet>, Value> {
    table::of_bytes(&bytes(file)?).map_err(|why| json::refusal(field, "not_taken", &why.message()))
}

/// The inputs in a file.
fn inputs(
    file: &OsStr,
    calculator: &AnyCalculator,
) -> Result<(Map<String, Value>, Encoding), Value> {
    let (document, encoding) = contents(file)?;
    Ok((inputs_in(&document, "file", calculator)?, encoding))
}

/// The inputs in a text; `holder` is what holds it, where it is none.
fn inputs_in(
    document: &str,
    holder: &str,
    calculator: &AnyCalculator,
) -> Result<Map<String, Value>, Value> {
    let document = json::parse(document).map_err(|why| why.problem(holder))?;
    json::inputs_of(&document, calculator).map_err(|misfit| match misfit {
        Misfit::NotAnObject => refusal(
            "inputs",
            "wrong_kind",
            text("Expected a JSON object of inputs.", "应为由输入项组成的 JSON 对象。"),
            &[],
        ),
        Misfit::GivenTwice(name) => json::Unread::Twice(name).problem(holder),
        Misfit::OtherCalculator(other) if calculator::find(&other).is_some() => refusal(
            "calculator",
            "other_calculator",
            text("This document belongs to “{0}”.", "该文件属于“{0}”。"),
            &[&other],
        ),
        Misfit::OtherCalculator(_) => {
            let words = text(
                "This document belongs to a calculator that does not exist here.",
                "该文件属于此处不存在的计算器。",
            );
            refusal("calculator", "unknown_calculator", words, &[])
        }
    })
}

/// The text of a file, and how it was written: in UTF-8, or as spreadsheets and editors of Windows save.
fn contents(file: &OsStr) -> Result<(String, Encoding), Value> {
    let decoded = decode(&bytes(file)?);
    if decoded.damaged {
        let words = text("The file is not text in {1}: {0}.", "文件不是 {1} 文本：{0}。");
        return Err(refusal(
            "file",
            "unreadable",
            words,
            &[&file.to_string_lossy(), decoded.encoding.name()],
        ));
    }
    Ok((decoded.text, decoded.encoding))
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
