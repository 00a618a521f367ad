//! `serve`: build, serve, and build again when a source changes. Sources are looked at once a second, which needs no library and works
//! on every file system. Later builds run as a new process, so that a changed table of routes or a changed build is the one used.
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::path::PathBuf;
use std::thread;
use std::time::{Duration, Instant};

use crate::bundle::{self, Effort};
use crate::failure::{Attempting, Failure, Outcome};
use crate::{files, policy, project, run, server};

const USUAL_PORT: u16 = 8080;
const SOURCES: [&str; 7] =
    ["src", "style", "public", "model/src", "index.html", "Cargo.toml", "model/Cargo.toml"];

pub fn serve(arguments: &[&str]) -> Outcome {
    let options = options(arguments)?;
    let mut seen = state_of_sources()?;
    bundle::build(options.effort)?;
    let port = server::start(project::dist(), options.port, policy::of)?;
    println!(
        "Serving http://127.0.0.1:{port}/ (Ctrl-C ends it). Sources are watched; reload the page after a build."
    );
    loop {
        thread::sleep(Duration::from_secs(1));
        let now = state_of_sources()?;
        if now != seen {
            seen = now;
            rebuild(options.effort);
        }
    }
}

#[derive(Debug, PartialEq, Eq)]
struct Options {
    port: u16,
    effort: Effort,
}

fn options(arguments: &[&str]) -> Outcome<Options> {
    let mut options = Options { port: USUAL_PORT, effort: Effort::Release };
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match *argument {
            "--dev" => options.effort = Effort::Dev,
            "--port" => {
                let number =
                    rest.next().ok_or_else(|| Failure::new("--port wants a number after it"))?;
                options.port = number.parse().attempting(|| format!("use `{number}` as a port"))?;
            }
            other => {
                return Err(Failure::new(format!(
                    "`{other}` means nothing here: `serve` takes --port N and --dev"
                )));
            }
        }
    }
    Ok(options)
}

/// A build that fails leaves the last good one being served.
fn rebuild(effort: Effort) {
    println!("A source changed: building.");
    let started = Instant::now();
    let mut arguments = vec!["run", "--quiet", "--package", "xtask", "--", "build"];
    if effort == Effort::Dev {
        arguments.push("--dev");
    }
    match run::run(&mut run::cargo(&arguments)) {
        Ok(()) => println!("Built in {} s: reload the page.", started.elapsed().as_secs()),
        Err(failure) => println!("{failure}; the last good build is still served."),
    }
}

/// Changes when any source is added, removed, written or resized.
fn state_of_sources() -> Outcome<u64> {
    let mut state = DefaultHasher::new();
    for file in sources()? {
        // A file may vanish between being listed and being looked at, as editors replace files when they save.
        if let Ok(about) = file.metadata() {
            (&file, about.len(), about.modified().ok()).hash(&mut state);
        }
    }
    Ok(state.finish())
}

fn sources() -> Outcome<Vec<PathBuf>> {
    let mut sources = Vec::new();
    for path in SOURCES.map(|name| project::root().join(name)) {
        if path.is_dir() {
            sources.extend(files::below(&path)?);
        } else {
            sources.push(path);
        }
    }
    Ok(sources)
}

#[cfg(test)]
mod tests {
    use super::{Options, options};
    use crate::bundle::Effort;

    #[test]
    fn options_may_come_in_any_order() {
        assert_eq!(
            options(&["--dev", "--port", "9000"]).ok(),
            Some(Options { port: 9000, effort: Effort::Dev })
        );
        assert_eq!(options(&[]).ok(), Some(Options { port: 8080, effort: Effort::Release }));
    }

    #[test]
    fn an_option_that_is_unknown_or_incomplete_is_refused() {
        assert!(options(&["--prot", "1"]).is_err());
        assert!(options(&["--port"]).is_err());
        assert!(options(&["--port", "eighty"]).is_err());
    }
}
