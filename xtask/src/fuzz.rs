//! `fuzz`: every parser that meets foreign bytes, each with bytes that nobody thought of, for a while. What a run finds new stays under `target/`; a file
//! that fails is kept there and named.
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::failure::{Attempting, Failure, Outcome};
use crate::{files, project, run};

/// Where the targets are, a workspace of its own.
const PACKAGE: &str = "fuzz";
/// How long each target runs where nothing is said.
const SECONDS: u32 = 60;
/// Memory that no input may need, MB, and seconds that none may take: an archive can promise any number.
const MOST_MEMORY: u32 = 2048;
const MOST_SECONDS: u32 = 10;

/// The sanitiser of cargo-fuzz. The model forbids unsafe code, in which alone sanitisers find what a panic does not; without one there are several times as
/// many runs, and the limit of memory is that of the parser itself.
const SANITIZER: &str = "none";

/// A target: its name, the words that it is given, and the longest input, bytes.
type Target = (&'static str, &'static str, u32);

const TARGETS: [Target; 12] = [
    ("number", "number", 200),
    ("link", "fields", 4000),
    ("json", "fields", 4000),
    ("saved_file", "fields", 6000),
    ("message", "fields", 4000),
    ("record", "record", 6000),
    ("table_csv", "table", 4000),
    ("table_xlsx", "workbook", 6000),
    ("weather", "year", 4000),
    ("meter", "year", 4000),
    ("model_stl", "stl", 4000),
    ("model_3mf", "model", 6000),
];

pub fn fuzz(arguments: &[&str]) -> Outcome {
    let (seconds, targets) = asked(arguments)?;
    ensure_cargo_fuzz()?;
    let home = project::target().join(PACKAGE);
    println!("Building the targets, which takes minutes the first time.");
    run::run(&mut cargo_fuzz("build", &home)?)?;
    let mut failed = Vec::new();
    for target in targets {
        let (name, ..) = target;
        let outcome = run_target(target, seconds, &home)?;
        println!(
            "{name:<12} {:>10} executions  {}",
            outcome.executions,
            if outcome.sound { "sound" } else { "FAILED" }
        );
        if !outcome.sound {
            println!("{:12} {}", "", outcome.said.display());
            failed.push(name);
        }
    }
    if failed.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!(
        "these targets failed: {}; run `cargo fuzz run TARGET FILE` with the file that is named in what they said",
        failed.join(", ")
    )))
}

/// The seconds and the targets that are asked for.
fn asked(arguments: &[&str]) -> Outcome<(u32, Vec<Target>)> {
    let (mut seconds, mut targets) = (SECONDS, Vec::new());
    for argument in arguments {
        if let Ok(said) = argument.parse() {
            seconds = said;
            continue;
        }
        let target = TARGETS.iter().find(|(name, ..)| name == argument);
        let names = || TARGETS.map(|(name, ..)| name).join(", ");
        targets.push(*target.ok_or_else(|| {
            Failure::new(format!("`{argument}` is neither seconds nor a target: {}", names()))
        })?);
    }
    Ok((seconds, if targets.is_empty() { TARGETS.to_vec() } else { targets }))
}

fn ensure_cargo_fuzz() -> Outcome {
    if run::capture(&mut run::cargo(&["fuzz", "--version"])).is_ok() {
        return Ok(());
    }
    println!("Installing cargo-fuzz, which builds the targets.");
    run::run(&mut run::cargo(&["install", "cargo-fuzz", "--locked"]))
}

/// A command of cargo-fuzz. It has unstable options for the compiler, which a stable one takes when it is told so.
fn cargo_fuzz(what: &str, home: &Path) -> Outcome<Command> {
    let mut command = run::cargo(&[
        "fuzz",
        what,
        "--fuzz-dir",
        PACKAGE,
        "--sanitizer",
        SANITIZER,
        "--target-dir",
    ]);
    command.arg(home.join("build"));
    if !run::capture(Command::new("rustc").arg("--version"))?.contains("nightly") {
        command.env("RUSTC_BOOTSTRAP", "1");
    }
    Ok(command)
}

/// What came of a target.
struct Ran {
    executions: u64,
    sound: bool,
    /// All that it said.
    said: PathBuf,
}

fn run_target((name, words, longest): Target, seconds: u32, home: &Path) -> Outcome<Ran> {
    let package = project::root().join(PACKAGE);
    let (corpus, kept) = (home.join("corpus").join(name), home.join("failures").join(name));
    files::create_folder(&corpus)?;
    files::create_folder(&kept)?;
    for seed in files::below(&package.join("corpus").join(name))? {
        files::write(&corpus.join(seed.file_name().unwrap_or_default()), files::read(&seed)?)?;
    }
    let said = home.join(format!("{name}.txt"));
    let log = File::create(&said).attempting(|| format!("write {}", said.display()))?;
    let mut command = cargo_fuzz("run", home)?;
    command.arg(name).arg(&corpus).arg("--").args([
        format!("-max_total_time={seconds}"),
        format!("-timeout={MOST_SECONDS}"),
        format!("-rss_limit_mb={MOST_MEMORY}"),
        format!("-max_len={longest}"),
        format!("-dict={}", package.join("dictionaries").join(format!("{words}.dict")).display()),
        format!("-artifact_prefix={}/", kept.display()),
        "-print_final_stats=1".to_owned(),
    ]);
    let status = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(log)
        .status()
        .attempting(|| format!("run the target {name}"))?;
    let text = fs::read(&said)
        .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
        .attempting(|| format!("read {}", said.display()))?;
    Ok(Ran { executions: executions(&text), sound: status.success(), said })
}

/// How many inputs were tried: libFuzzer says it at the end, also behind a failure.
fn executions(said: &str) -> u64 {
    said.lines()
        .rev()
        .find_map(|line| line.strip_prefix("stat::number_of_executed_units:")?.trim().parse().ok())
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_target_of_the_package_is_run_and_has_its_words_and_its_seeds() {
        let package = project::root().join(PACKAGE);
        let stem = |path: &PathBuf| path.file_stem().unwrap().to_string_lossy().into_owned();
        let there: Vec<String> =
            files::below(&package.join("targets")).unwrap().iter().map(stem).collect();
        let mut ours = TARGETS.map(|(name, ..)| name.to_owned());
        ours.sort();
        assert_eq!(there, ours);
        let manifest = files::read_text(&package.join("Cargo.toml")).unwrap();
        for (name, words, longest) in TARGETS {
            assert!(manifest.contains(&format!("path = \"targets/{name}.rs\"")), "{name}");
            assert!(package.join(format!("dictionaries/{words}.dict")).is_file(), "{words}");
            let seeds = files::below(&package.join("corpus").join(name)).unwrap();
            assert!(!seeds.is_empty(), "{name} starts from nothing");
            for seed in seeds {
                assert!(
                    fs::metadata(&seed).unwrap().len() <= u64::from(longest),
                    "{} is cut when it is read",
                    seed.display()
                );
            }
        }
    }

    #[test]
    fn seconds_and_targets_are_told_apart() {
        assert_eq!(asked(&[]).unwrap(), (SECONDS, TARGETS.to_vec()));
        assert_eq!(asked(&["600", "link"]).unwrap(), (600, vec![("link", "fields", 4000)]));
        assert!(asked(&["lnik"]).is_err());
    }

    #[test]
    fn executions_are_read_from_what_is_said() {
        assert_eq!(
            executions(
                "#5 INITED\nstat::number_of_executed_units: 1234\nstat::average_exec_per_sec: 7\n"
            ),
            1234
        );
        assert_eq!(executions("error: no such target"), 0);
    }
}
