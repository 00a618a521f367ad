//! What the workspace depends on: where each package comes from and under which licence, read from `cargo metadata`, and judged here
//! so that it needs no tool and no network. `deny.toml` tells cargo-deny the same; a test holds the two together.
use std::collections::BTreeSet;
use std::path::PathBuf;

use serde_json::Value;

use crate::failure::{Attempting, Failure, Outcome};
use crate::{project, run};

const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// Licences a dependency may be under, and why each is no burden to who publishes the site or embeds it.
const ALLOWED: [(&str, &str); 8] = [
    ("MIT", "keep the notice"),
    ("Apache-2.0", "keep the notice; grants patents"),
    ("Apache-2.0 WITH LLVM-exception", "as Apache-2.0, and binaries need no notice"),
    ("BSD-3-Clause", "keep the notice; no endorsement"),
    ("BSL-1.0", "source keeps the notice, binaries need none"),
    ("CC0-1.0", "public domain; asks nothing"),
    ("Unicode-3.0", "keep the notice; for the tables of characters"),
    ("Zlib", "do not claim to have written it"),
];

/// A package as far as it matters here.
pub struct Package {
    pub name: String,
    pub version: String,
    pub licence: Option<String>,
    source: Option<String>,
    folder: PathBuf,
}

impl Package {
    /// The files that hold the texts of its licences.
    pub fn licence_files(&self) -> Outcome<Vec<PathBuf>> {
        let entries = std::fs::read_dir(&self.folder)
            .attempting(|| format!("look into {}", self.folder.display()))?;
        let is_one = |path: &PathBuf| {
            let name = path
                .file_name()
                .map(|name| name.to_string_lossy().to_ascii_lowercase())
                .unwrap_or_default();
            path.is_file()
                && ["licen", "copying", "notice", "unlicense"]
                    .iter()
                    .any(|start| name.starts_with(start))
        };
        let mut found: Vec<PathBuf> =
            entries.filter_map(Result::ok).map(|entry| entry.path()).filter(is_one).collect();
        found.sort();
        Ok(found)
    }
}

/// The packages from elsewhere that end up in the module which is published, by name.
pub fn in_the_module() -> Outcome<Vec<Package>> {
    let tree = run::capture(&mut run::cargo(&[
        "tree",
        "--package",
        project::APPLICATION,
        "--target",
        project::WASM_TARGET,
        "--edges",
        "normal",
        "--prefix",
        "none",
        "--format",
        "{p}",
    ]))?;
    let used: BTreeSet<(&str, &str)> = tree
        .lines()
        .filter_map(|line| {
            let mut words = line.split(' ');
            Some((words.next()?, words.next()?.strip_prefix('v')?))
        })
        .collect();
    let mut packages: Vec<Package> = packages()?
        .into_iter()
        .filter(|package| {
            package.source.is_some() && used.contains(&(&package.name, &package.version))
        })
        .collect();
    packages.sort_by(|one, other| (&one.name, &one.version).cmp(&(&other.name, &other.version)));
    Ok(packages)
}

/// Every dependency comes from crates.io or the workspace, and under a licence of the list.
pub fn check() -> Outcome {
    let packages = packages()?;
    let complaints: Vec<String> = packages.iter().filter_map(complaint).collect();
    if complaints.is_empty() {
        println!(
            "{} packages, all from crates.io or this workspace, all under an allowed licence.",
            packages.len()
        );
        return Ok(());
    }
    Err(Failure::new(complaints.join("\n")))
}

/// Whether a package of the workspace has a program of that name.
pub fn has_program(package: &str, program: &str) -> Outcome<bool> {
    let metadata = metadata(&["--no-deps"])?;
    let text =
        |value: &Value, name: &str| value.get(name).and_then(Value::as_str).map(str::to_owned);
    let is_it = |target: &&Value| {
        let kinds = list(target, "kind").iter().any(|kind| kind == "bin");
        kinds && text(target, "name").as_deref() == Some(program)
    };
    let packages = list(&metadata, "packages")
        .iter()
        .filter(|found| text(found, "name").as_deref() == Some(package));
    Ok(packages.flat_map(|found| list(found, "targets")).any(|target| is_it(&target)))
}

fn packages() -> Outcome<Vec<Package>> {
    let metadata = metadata(&[])?;
    let text =
        |package: &Value, name: &str| package.get(name).and_then(Value::as_str).map(str::to_owned);
    let read = |package: &Value| {
        Some(Package {
            name: text(package, "name")?,
            version: text(package, "version")?,
            licence: text(package, "license"),
            source: text(package, "source"),
            folder: PathBuf::from(text(package, "manifest_path")?).parent()?.to_owned(),
        })
    };
    list(&metadata, "packages")
        .iter()
        .map(read)
        .collect::<Option<_>>()
        .ok_or_else(|| Failure::new("cargo describes a package without name or version"))
}

fn metadata(arguments: &[&str]) -> Outcome<Value> {
    let text = run::capture(run::cargo(&["metadata", "--format-version", "1"]).args(arguments))?;
    serde_json::from_str(&text).attempting(|| "understand what `cargo metadata` says".to_owned())
}

fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value.get(name).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn complaint(package: &Package) -> Option<String> {
    let Package { name, version, licence, source, .. } = package;
    if source.as_deref().is_some_and(|source| source != CRATES_IO) {
        return Some(format!(
            "{name} {version} comes from {}, not from crates.io",
            source.as_deref().unwrap_or_default()
        ));
    }
    match licence {
        None => Some(format!("{name} {version} names no licence")),
        Some(expression) => match allows(expression) {
            Some(true) => None,
            Some(false) => Some(format!(
                "{name} {version} is under {expression}, which the list in xtask/src/dependencies.rs does not allow"
            )),
            None => Some(format!(
                "{name} {version} names its licence in a way that is not SPDX: {expression}"
            )),
        },
    }
}

/// Whether an SPDX expression can be satisfied with the licences of the list; `None` when it is no such expression.
/// A slash is how old manifests wrote `OR`.
fn allows(expression: &str) -> Option<bool> {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let (allowed, rest) = either(&words)?;
    rest.is_empty().then_some(allowed)
}

/// `both OR both OR …`
fn either<'a, 'b>(words: &'a [&'b str]) -> Option<(bool, &'a [&'b str])> {
    let (mut allowed, mut words) = both(words)?;
    while let Some(("OR", rest)) = words.split_first().map(|(word, rest)| (*word, rest)) {
        let (other, behind) = both(rest)?;
        allowed |= other;
        words = behind;
    }
    Some((allowed, words))
}

/// `one AND one AND …`
fn both<'a, 'b>(words: &'a [&'b str]) -> Option<(bool, &'a [&'b str])> {
    let (mut allowed, mut words) = one(words)?;
    while let Some(("AND", rest)) = words.split_first().map(|(word, rest)| (*word, rest)) {
        let (other, behind) = one(rest)?;
        allowed &= other;
        words = behind;
    }
    Some((allowed, words))
}

/// `( either )`, `licence WITH exception` or `licence`
fn one<'a, 'b>(words: &'a [&'b str]) -> Option<(bool, &'a [&'b str])> {
    match words {
        ["(", rest @ ..] => match either(rest)? {
            (allowed, [")", behind @ ..]) => Some((allowed, behind)),
            _ => None,
        },
        [")" | "OR" | "AND" | "WITH", ..] | [] => None,
        [licence, "WITH", exception, rest @ ..] => {
            Some((is_allowed(&format!("{licence} WITH {exception}")), rest))
        }
        [licence, rest @ ..] => Some((is_allowed(licence), rest)),
    }
}

fn is_allowed(licence: &str) -> bool {
    ALLOWED.iter().any(|(allowed, _)| *allowed == licence)
}

#[cfg(test)]
mod tests {
    use super::{ALLOWED, allows};

    #[test]
    fn one_allowed_choice_is_enough() {
        assert_eq!(allows("MIT OR Apache-2.0"), Some(true));
        assert_eq!(allows("GPL-3.0-only OR MIT"), Some(true));
        assert_eq!(allows("MIT/Apache-2.0"), Some(true));
        assert_eq!(allows("GPL-3.0-only"), Some(false));
    }

    #[test]
    fn all_that_apply_together_must_be_allowed() {
        assert_eq!(allows("(MIT OR Apache-2.0) AND Unicode-3.0"), Some(true));
        assert_eq!(allows("MIT AND GPL-3.0-only"), Some(false));
        assert_eq!(allows("MIT OR GPL-2.0-only AND GPL-3.0-only"), Some(true)); // AND binds closer
    }

    #[test]
    fn an_exception_belongs_to_its_licence() {
        assert_eq!(allows("Apache-2.0 WITH LLVM-exception OR MIT"), Some(true));
        assert_eq!(allows("GPL-2.0-only WITH LLVM-exception"), Some(false));
    }

    #[test]
    fn what_is_no_expression_is_not_guessed_at() {
        for nonsense in ["", "MIT OR", "(MIT", "MIT)", "MIT Apache-2.0", "OR MIT"] {
            assert_eq!(allows(nonsense), None, "{nonsense}");
        }
    }

    #[test]
    fn cargo_deny_is_told_the_same() {
        let configuration = include_str!("../../deny.toml");
        let allowed = configuration
            .split_once("allow = [")
            .and_then(|(_, rest)| rest.split_once(']'))
            .map_or("", |(list, _)| list);
        let mut theirs: Vec<&str> = allowed
            .lines()
            .filter_map(|line| line.trim().strip_prefix('"')?.split('"').next())
            .collect();
        let mut ours: Vec<&str> = ALLOWED.iter().map(|(licence, _)| *licence).collect();
        theirs.sort_unstable();
        ours.sort_unstable();
        assert_eq!(theirs, ours);
    }
}
