//! wasm-opt, new enough: found on PATH, or installed from npm in an exact version.
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::bundle::fingerprint;
use crate::failure::{Failure, Outcome};
use crate::tools::{cache, node, npm_install, on_path};
use crate::{files, project, run};

/// The oldest version that was seen to work. Debian 12's 108 mixes up the tables of functions and of JavaScript values: the page then
/// stops with "WebAssembly.Table.set(): Argument 1 is invalid for table".
const OLDEST: u32 = 132;
const NPM_VERSION: &str = "132.0.0";

/// What rustc's output uses, by name. Never `--all-features`: recent versions then write modules that browsers refuse.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// What makes a module small.
const ROUND: [&str; 3] = ["--flatten", "--rereloop", "-Oz"];

/// The command that runs wasm-opt.
pub struct Optimiser {
    program: PathBuf,
}

/// Finds wasm-opt or installs it.
pub fn ensure_wasm_opt() -> Outcome<Optimiser> {
    if let Some(program) =
        on_path("wasm-opt").filter(|program| is_new_enough(program)).or_else(cached)
    {
        return Ok(Optimiser { program });
    }
    let why = "wasm-opt makes the application smaller";
    let installed = node::ensure_node(why).and_then(|()| npm_install("binaryen", NPM_VERSION, why));
    let advice = || {
        format!(
            "wasm-opt {OLDEST} or newer is missing: install Node, from whose npm it comes, or binaryen, and run the command again"
        )
    };
    installed.map_err(|failure| Failure::new(format!("{} ({failure})", advice())))?;
    cached().map(|program| Optimiser { program }).ok_or_else(|| Failure::new(advice()))
}

impl Optimiser {
    /// Optimises a module for size. What tools write of themselves goes too: in the smallest pieces it is most of what there is.
    ///
    /// It takes minutes for all of them, and most stay as they were from build to build, so what came of a module is kept beside the build.
    pub fn optimise(&self, input: &Path, output: &Path) -> Outcome {
        // Twice: the second round takes half a kilobyte off what is loaded first.
        let options = [
            &FEATURES[..],
            &ROUND,
            &ROUND,
            &["-Oz", "--strip-producers", "--strip-target-features"],
        ]
        .concat();
        let said = run::capture(Command::new(&self.program).arg("--version"))?;
        let key = fingerprint(
            &[options.concat().as_bytes(), said.as_bytes(), &files::read(input)?].concat(),
        );
        let kept = project::target().join("bundle").join("optimised").join(format!("{key}.wasm"));
        if !kept.is_file() {
            run::run(Command::new(&self.program).args(options).arg(input).arg("-o").arg(output))?;
            files::write(&kept, files::read(output)?)?;
        }
        files::write(output, files::read(&kept)?)
    }
}

fn is_new_enough(program: &Path) -> bool {
    let said = run::capture(Command::new(program).arg("--version")).ok();
    said.and_then(|said| version(&said)).is_some_and(|version| version >= OLDEST)
}

/// The 132 of `wasm-opt version 132 (version_132)`.
fn version(said: &str) -> Option<u32> {
    said.split_whitespace().find_map(|word| word.parse().ok())
}

fn cached() -> Option<PathBuf> {
    let name = if cfg!(windows) { "wasm-opt.cmd" } else { "wasm-opt" };
    let program =
        cache().ok()?.join(format!("binaryen-{NPM_VERSION}/node_modules/.bin")).join(name);
    program.is_file().then_some(program)
}

#[cfg(test)]
mod tests {
    use super::version;

    #[test]
    fn the_version_is_read_from_what_wasm_opt_says() {
        assert_eq!(version("wasm-opt version 132 (version_132)"), Some(132));
        assert_eq!(version("wasm-opt version 108"), Some(108));
        assert_eq!(version(""), None);
    }
}
