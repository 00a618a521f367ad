//! `test`: the native tests, then the browser tests against a freshly built site on a server of our own. The last line printed is the
//! sum over all of them. A step that cannot run, and one that runs no test at all, counts as a failed one: silence is no success.
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

use crate::bundle::{self, Effort};
use crate::failure::{Failure, Outcome};
use crate::tools::browser::{Browser, ensure_browser};
use crate::tools::engines::{Engines, ensure_engines};
use crate::tools::node::ensure_axe;
use crate::{files, policy, project, run, server, size};

pub fn test(arguments: &[&str]) -> Outcome {
    let options = options(arguments)?;
    let mut tally = Tally::default();
    // First of all, so that whoever waits for an installation waits at the beginning.
    let workbench = if options.browser { Some(prepare()) } else { None };
    if options.native {
        tally.count(suite(
            &mut run::cargo(&[
                "test",
                "--package",
                project::MODEL,
                "--package",
                "xtask",
                "--no-fail-fast",
            ]),
            &options,
        ));
    }
    if let Some(workbench) = workbench {
        tally.count(workbench.and_then(|workbench| browser_suite(&workbench, &options)));
    }
    if tally.passed + tally.failed == 0 {
        tally.count(Err(Failure::new("no test was run")));
    }
    println!("{} passed, {} failed", tally.passed, tally.failed);
    // The line above is the last one whatever the outcome, so no sentence follows it.
    if tally.failed == 0 { Ok(()) } else { std::process::exit(1) }
}

const CHROMIUM: &str = "chromium";
/// Engines beside Chromium that the tests of pages run in when they are named, as `browser-tests` knows them.
const OTHERS: [&str; 2] = ["firefox", "webkit"];
/// What runs in them: what a page shows and does. Left out are pictures, long wear, what axe finds alike in all, and tests of embedding and of the one file that start every engine by
/// themselves.
const IN_OTHERS: [&str; 32] = [
    "axe_finds_nothing_in_the_static_pages",
    "axe_finds_nothing_on_a_",
    "axe_finds_nothing_on_the_comparison",
    "axe_finds_nothing_with_",
    "analysis::",
    "answers::",
    "charts::",
    "comparison::",
    "crash::",
    "embed::the_element_hears_nobody",
    "endurance::what_other_versions",
    "fields::",
    "files::",
    "keyboard::",
    "languages::",
    "links::",
    "memory::",
    "offline::a_",
    "pages::",
    "part_area::",
    "pins::",
    "presets::",
    "print::",
    "privacy::",
    "pv_payback::",
    "quote::",
    "quote_papers::",
    "settings::",
    "stability::",
    "units::",
    "visitors::enlarged",
    "visitors::every_calculator",
];
/// What cannot run in them, and why.
const NOT_IN_OTHERS: [&str; 5] = [
    // Without scripts only the driver of Chromium reads a page.
    "every_page_can_be_read_without_javascript",
    // Only Chromium measures how far things jump.
    "nothing_jumps",
    // The log of requests; and what the server sends is the same to all.
    "nothing_is_asked_of_anybody",
    "the_policy_is_in_the_page_and_in_the_header",
    // Their device is not set to dark.
    "the_device_decides_the_theme",
];
/// What cannot run in WebKit besides: it reads its languages from the system, and its driver prints nothing.
const NOT_IN_WEBKIT: [&str; 2] =
    ["the_first_language_comes_from_the_browser", "twelve_lines_are_printed"];

struct Options<'a> {
    native: bool,
    browser: bool,
    as_built: bool,
    engine: Option<&'a str>,
    name: Option<&'a str>,
}

fn options<'a>(arguments: &[&'a str]) -> Outcome<Options<'a>> {
    let mut options =
        Options { native: true, browser: true, as_built: false, engine: None, name: None };
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        match *argument {
            "--native" => options.browser = false,
            "--browser" => options.native = false,
            "--as-built" => options.as_built = true,
            "--engine" => {
                let named =
                    arguments.next().filter(|name| **name == CHROMIUM || OTHERS.contains(name));
                options.engine = Some(named.ok_or_else(|| {
                    Failure::new(format!("behind --engine stands {CHROMIUM} or one of {OTHERS:?}"))
                })?);
                options.native = false;
            }
            name if !name.starts_with('-') && options.name.is_none() => options.name = Some(name),
            other => {
                return Err(Failure::new(format!(
                    "`{other}` means nothing here: `cargo xtask` shows what `test` takes"
                )));
            }
        }
    }
    Ok(options)
}

/// What the browser tests need beside the site.
pub struct Workbench {
    browser: Browser,
    axe: PathBuf,
    engines: Engines,
}

/// Finds or installs what drives and examines a page.
pub fn prepare() -> Outcome<Workbench> {
    Ok(Workbench { browser: ensure_browser()?, axe: ensure_axe()?, engines: ensure_engines()? })
}

/// Serves `dist/` at a free port and tells a command of `browser-tests` where everything is.
pub fn with_site(mut command: Command, workbench: &Workbench) -> Outcome<Command> {
    let output = project::target().join("browser");
    files::create_folder(&output)?;
    let port = server::start(project::dist(), 0, policy::of)?;
    // Somebody else's site, at an origin of its own: tests put pages there that embed ours.
    let hosts = output.join("hosts");
    files::create_folder(&hosts)?;
    let other = server::start(hosts.clone(), 0, |_| None)?;
    let environment: [(&str, OsString); 8] = [
        ("PLATEWISE_HOSTS_URL", format!("http://localhost:{other}/").into()),
        ("PLATEWISE_HOSTS", hosts.into()),
        ("PLATEWISE_URL", format!("http://127.0.0.1:{port}/").into()),
        ("PLATEWISE_CHROMEDRIVER", workbench.browser.driver.clone().into()),
        ("PLATEWISE_CHROMIUM", workbench.browser.chromium.clone().into()),
        ("PLATEWISE_AXE", workbench.axe.clone().into()),
        ("PLATEWISE_DIST", project::dist().into()),
        ("PLATEWISE_OUT", output.into()),
    ];
    command.envs(environment).envs(workbench.engines.iter().cloned());
    Ok(command)
}

fn browser_suite(workbench: &Workbench, options: &Options) -> Outcome<Tally> {
    if !options.as_built {
        bundle::build(Effort::Publish)?;
    }
    let budget = size::report();
    let mut command = with_site(
        run::cargo(&["test", "--package", project::BROWSER_TESTS, "--no-fail-fast"]),
        workbench,
    )?;
    if let Some(engine) = options.engine.filter(|engine| *engine != CHROMIUM) {
        command.env("PLATEWISE_ENGINE", engine);
        if options.name.is_none() {
            let besides = if engine == "webkit" { &NOT_IN_WEBKIT[..] } else { &[] };
            command
                .arg("--")
                .args(IN_OTHERS)
                .args(NOT_IN_OTHERS.iter().chain(besides).flat_map(|name| ["--skip", name]));
        }
    }
    let mut tally = suite(&mut command, options)?;
    if let Err(failure) = budget {
        tally.count(Err(failure));
    }
    Ok(tally)
}

/// Runs `cargo test`, shows what it says and adds up its summaries.
fn suite(command: &mut Command, options: &Options) -> Outcome<Tally> {
    let mut tally = Tally::default();
    if let Some(name) = options.name {
        command.arg(name);
    }
    let succeeded = run::run_seeing(command, |line| {
        println!("{line}");
        if let Some(summary) = summary(line) {
            tally.add(&summary);
        }
    })?;
    if !succeeded && tally.failed == 0 {
        tally.count(Err(Failure::new("the tests above could not be built or ended early")));
    }
    if tally.passed + tally.failed == 0 && options.name.is_none() {
        tally.count(Err(Failure::new("the step above ran no test")));
    }
    Ok(tally)
}

/// How many tests passed and failed.
#[derive(Debug, Default, PartialEq, Eq)]
struct Tally {
    passed: usize,
    failed: usize,
}

impl Tally {
    fn add(&mut self, other: &Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }

    /// Adds a step; one that could not run is said and counts as one failed.
    fn count(&mut self, step: Outcome<Self>) {
        match step {
            Ok(tally) => self.add(&tally),
            Err(failure) => {
                eprintln!("{failure}");
                self.failed += 1;
            }
        }
    }
}

/// Reads `test result: ok. 12 passed; 0 failed; 0 ignored; …`.
fn summary(line: &str) -> Option<Tally> {
    let counts = line.trim_start().strip_prefix("test result: ")?;
    let count = |what: &str| {
        let words: Vec<&str> = counts.split([' ', ';']).filter(|word| !word.is_empty()).collect();
        words.windows(2).find_map(|pair| match pair {
            [number, word] if *word == what => number.parse().ok(),
            _ => None,
        })
    };
    Some(Tally { passed: count("passed")?, failed: count("failed")? })
}

#[cfg(test)]
mod tests {
    use super::{Tally, options, summary};

    #[test]
    fn a_summary_of_cargo_test_is_read() {
        let line = "test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 3 filtered out; finished in 0.05s";
        assert_eq!(summary(line), Some(Tally { passed: 12, failed: 0 }));
        assert_eq!(
            summary("test result: FAILED. 1 passed; 2 failed; 0 ignored"),
            Some(Tally { passed: 1, failed: 2 })
        );
    }

    #[test]
    fn other_lines_are_no_summary() {
        assert_eq!(summary("test a_test_result ... ok"), None);
        assert_eq!(summary("running 12 tests"), None);
        assert_eq!(summary(""), None);
    }

    #[test]
    fn a_step_that_cannot_run_counts_as_failed() {
        let mut tally = Tally { passed: 3, failed: 0 };
        tally.count(Err(crate::failure::Failure::new("no browser")));
        assert_eq!(tally, Tally { passed: 3, failed: 1 });
    }

    #[test]
    fn a_name_narrows_the_tests_and_an_unknown_option_is_refused() {
        assert_eq!(
            options(&["--browser", "quote"]).ok().map(|options| (
                options.native,
                options.browser,
                options.name
            )),
            Some((false, true, Some("quote")))
        );
        assert_eq!(
            options(&["--engine", "webkit"]).ok().map(|options| (options.native, options.engine)),
            Some((false, Some("webkit")))
        );
        assert!(options(&["--engine", "presto"]).is_err());
        assert!(options(&["--fast"]).is_err());
    }
}
