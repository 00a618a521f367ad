//! `bench`: what a first load weighs, how fast the model is beside established libraries, and how fast the application is in a browser.
//! Figures to read, never a test with a time limit.
use std::process::Command;

use crate::bundle::{self, Effort};
use crate::failure::{Failure, Outcome};
use crate::project::{self, BROWSER_TESTS};
use crate::tests_run::{prepare, with_site};
use crate::tools::browser::find_browser;
use crate::tools::python::established;
use crate::{dependencies, no_options, run, size};

const PROGRAM: &str = "bench";

pub fn bench(arguments: &[&str]) -> Outcome {
    no_options(arguments)?;
    bundle::build(Effort::Publish)?;
    let budget = size::report();
    let established = established(
        &project::root().join("model/benches/established.py"),
        &project::target().join("established"),
    )?;
    let with_files = |mut command: Command| {
        if let Some(found) = &established {
            command
                .env("PLATEWISE_TMY3", &found.weather)
                .env("PLATEWISE_OTHERS", &found.times)
                .env("PLATEWISE_CHAIN", &found.chain);
        }
        command
    };
    run::run(&mut with_files(run::cargo(&[
        "bench",
        "--quiet",
        "--package",
        project::MODEL,
        "--bench",
        "photovoltaics",
    ])))?;
    run::run(&mut run::cargo(&[
        "bench",
        "--quiet",
        "--package",
        project::MODEL,
        "--bench",
        "answers",
    ]))?;
    if find_browser().is_none() {
        println!(
            "There is no browser with its driver here, so nothing is timed in one (`cargo xtask test` installs them)."
        );
        return budget;
    }
    if !dependencies::has_program(BROWSER_TESTS, PROGRAM)? {
        return Err(Failure::new(format!(
            "the package {BROWSER_TESTS} has no program named `{PROGRAM}`, which does the timing"
        )));
    }
    let command = run::cargo(&["run", "--quiet", "--package", BROWSER_TESTS, "--bin", PROGRAM]);
    run::run(&mut with_site(with_files(command), &prepare()?)?)?;
    budget
}
