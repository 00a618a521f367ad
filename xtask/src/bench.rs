//! `bench`: what a first load weighs, and how fast the application is in a browser. Figures to read, never a test with a time limit.
use crate::bundle::{self, Effort};
use crate::failure::{Failure, Outcome};
use crate::project::BROWSER_TESTS;
use crate::tests_run::{prepare, with_site};
use crate::tools::browser::find_browser;
use crate::{dependencies, no_options, run, size};

const PROGRAM: &str = "bench";

pub fn bench(arguments: &[&str]) -> Outcome {
    no_options(arguments)?;
    bundle::build(Effort::Publish)?;
    let budget = size::report();
    if find_browser().is_none() {
        println!("There is no browser with its driver here, so nothing is timed (`cargo xtask test` installs them).");
        return budget;
    }
    if !dependencies::has_program(BROWSER_TESTS, PROGRAM)? {
        return Err(Failure::new(format!("the package {BROWSER_TESTS} has no program named `{PROGRAM}`, which does the timing")));
    }
    let command = run::cargo(&["run", "--quiet", "--package", BROWSER_TESTS, "--bin", PROGRAM]);
    run::run(&mut with_site(command, &prepare()?)?)?;
    budget
}
