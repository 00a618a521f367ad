//! The build. `cargo xtask` lists the commands; each installs what it needs and says so.
#![forbid(unsafe_code)]
#![allow(clippy::print_stdout, reason = "a build tool speaks to the person at the terminal")]

mod bench;
mod bundle;
mod check;
mod dependencies;
mod failure;
mod files;
mod floors;
mod fuzz;
mod lighthouse;
mod policy;
mod project;
mod reproduce;
#[allow(dead_code, reason = "the application's own table, of which the build reads a part")]
#[path = "../../src/routes.rs"]
mod routes;
mod run;
mod serve;
mod server;
mod size;
mod tests_run;
mod tools;

use std::process::ExitCode;

use bundle::Effort;
use failure::{Failure, Outcome};

/// A command: what one types, what it does, and the function that does it.
type Command = (&'static str, &'static str, fn(&[&str]) -> Outcome);

const COMMANDS: [Command; 9] = [
    (
        "serve [--port N] [--dev]",
        "build, serve at http://127.0.0.1:8080, build again whenever a source changes",
        serve::serve,
    ),
    (
        "build [--dev]",
        "build dist/ once, as `serve` does (--dev: compile fast, do not optimise)",
        build,
    ),
    (
        "dist",
        "build dist/ for publishing, print what it weighs, fail when a first load is over budget",
        dist,
    ),
    (
        "test [--native|--browser] [--engine NAME] [--as-built] [NAME]",
        "all tests, native and in the browsers (--as-built: of dist/ as it is)",
        tests_run::test,
    ),
    ("check", "formatting, floors, lints, documentation, licences", check::check),
    (
        "lighthouse [--as-built] [PAGE]...",
        "print what Lighthouse says of every page on a slowed phone, median of five",
        lighthouse::lighthouse,
    ),
    ("reproduce", "build twice from nothing and compare every byte", reproduce::reproduce),
    (
        "fuzz [SECONDS] [TARGET]",
        "give every parser of foreign bytes inputs that nobody thought of, 60 s each",
        fuzz::fuzz,
    ),
    (
        "bench",
        "print what a first load weighs and how fast the application is in a browser",
        bench::bench,
    ),
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match dispatch(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

fn dispatch(words: &[&str]) -> Outcome {
    let Some((name, rest)) = words.split_first() else {
        help();
        return Ok(());
    };
    if matches!(*name, "help" | "--help" | "-h") {
        help();
        return Ok(());
    }
    let command = COMMANDS.iter().find(|(usage, ..)| usage.split(' ').next() == Some(name));
    let (.., act) = command.ok_or_else(|| {
        Failure::new(format!("there is no command `{name}`: `cargo xtask` lists them"))
    })?;
    act(rest)
}

fn help() {
    for (usage, summary, _) in COMMANDS {
        println!("cargo xtask {usage:<62} {summary}");
    }
}

fn build(arguments: &[&str]) -> Outcome {
    bundle::build(effort(arguments)?)
}

fn effort(arguments: &[&str]) -> Outcome<Effort> {
    match arguments {
        [] => Ok(Effort::Release),
        ["--dev"] => Ok(Effort::Dev),
        _ => Err(Failure::new("the only option here is --dev")),
    }
}

fn dist(arguments: &[&str]) -> Outcome {
    no_options(arguments)?;
    bundle::build(Effort::Publish)?;
    size::report()
}

/// For commands that take no options: an option they do not know must not be passed over.
fn no_options(arguments: &[&str]) -> Outcome {
    arguments.first().map_or(Ok(()), |option| {
        Err(Failure::new(format!("`{option}` means nothing here: this command takes no options")))
    })
}
