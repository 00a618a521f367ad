//! A call that clap could not read, told as problems: JSON that names its field, in both languages, as everything else that is not valid.

use crate::calculator::nearest;
use crate::words::{Text, text};
use clap::Command;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use serde_json::{Value, json};
use std::error::Error;
use std::ffi::OsStr;
use std::fmt;

use super::refusal;

/// A problem on its way through clap.
#[derive(Clone, Debug)]
pub struct Refused(pub Value);

impl fmt::Display for Refused {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(to)
    }
}

impl Error for Refused {}

/// The problems of a call, whose command is the one named, if any. `calls` is the definition of what can be called.
pub fn problems_of(error: &clap::Error, command: Option<&OsStr>, calls: &Command) -> Value {
    if let Some(Refused(problems)) = error.source().and_then(|source| source.downcast_ref()) {
        return problems.clone();
    }
    let about = words_about(error);
    let option = about.first().filter(|one| one.starts_with('-'));
    match (error.kind(), option) {
        (ErrorKind::UnknownArgument, Some(option)) => unknown_option(option, command, calls),
        (ErrorKind::MissingRequiredArgument, _)
            if !about.is_empty() && about.iter().all(|one| !options_in(one).is_empty()) =>
        {
            missing_options(&about)
        }
        (ErrorKind::InvalidValue, Some(option)) => {
            refusal(first_word(option), "missing_value", NEEDS_VALUE, &[first_word(option)])
        }
        (ErrorKind::TooManyValues, Some(option)) => {
            refusal(first_word(option), "wrong_kind", TAKES_NONE, &[first_word(option)])
        }
        (ErrorKind::InvalidSubcommand, _) => no_such_call(None, calls),
        _ => no_such_call(command.and_then(OsStr::to_str), calls),
    }
}

const NEEDS_VALUE: Text = text("{0} needs a value.", "{0} 需要一个值。");
/// What to say where one of two options has to be given, and only one.
pub const EITHER: Text = text("Give either {0} or {1}.", "请给出 {0} 或 {1} 之一。");
const TAKES_NONE: Text = text("{0} takes no value.", "{0} 不带值。");

/// What clap says that its error is about.
fn words_about(error: &clap::Error) -> Vec<String> {
    match error.get(ContextKind::InvalidArg) {
        Some(ContextValue::String(one)) => vec![one.clone()],
        Some(ContextValue::Strings(several)) => several.clone(),
        _ => Vec::new(),
    }
}

fn first_word(shown: &str) -> &str {
    shown.split([' ', '=']).next().unwrap_or(shown)
}

/// The options in what clap shows of one, `--input <NAME>`, or of a group, `<--target <VALUE>|--equal <NAME>>`; none in a place, `<FILE|->`.
fn options_in(shown: &str) -> Vec<&str> {
    shown.split(['<', '>', '|', ' ']).filter(|word| word.starts_with("--")).collect()
}

fn unknown_option(option: &str, command: Option<&OsStr>, calls: &Command) -> Value {
    let command = command.and_then(|name| calls.find_subcommand(name)).unwrap_or(calls);
    let mut known = command.get_arguments().filter_map(clap::Arg::get_long);
    let meant = nearest(option.trim_start_matches('-'), &mut known);
    let words = match meant {
        Some(_) => text(
            "There is no option “{0}” here. Did you mean --{1}?",
            "此处没有选项“{0}”。是否为 --{1}？",
        ),
        None => text("There is no option “{0}” here.", "此处没有选项“{0}”。"),
    };
    refusal(option, "unknown_option", words, &[option, meant.unwrap_or_default()])
}

fn missing_options(missing: &[String]) -> Value {
    let problems = missing.iter().filter_map(|shown| {
        let options = options_in(shown);
        let field = options.first()?.trim_start_matches('-');
        let words = if options.len() > 1 { EITHER } else { NEEDS_VALUE };
        refusal(field, "missing_value", words, &options).get("problems")?.get(0).cloned()
    });
    json!({ "problems": problems.collect::<Vec<_>>() })
}

fn no_such_call(command: Option<&str>, calls: &Command) -> Value {
    let known = command.filter(|name| calls.find_subcommand(name).is_some());
    let words = match known {
        Some(_) => text(
            "That is no call of `platewise {0}`; `platewise help {0}` shows how it goes.",
            "`platewise {0}` 的用法不对；`platewise help {0}` 可查看用法。",
        ),
        None => text(
            "Unknown command; `platewise help` lists them.",
            "未知命令；`platewise help` 可列出全部命令。",
        ),
    };
    refusal("command", "unknown_command", words, &[known.unwrap_or_default()])
}
