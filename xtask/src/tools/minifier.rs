//! terser, which makes scripts small: a fifth of what a page loads in JavaScript.
use std::path::PathBuf;
use std::process::Command;

use crate::bundle::Effort;
use crate::failure::Outcome;
use crate::tools::node::ensure_node;
use crate::tools::npm_install;
use crate::{files, project, run};

const VERSION: &str = "5.51.4";

/// What kind of script it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Script,
    Module,
}

/// Makes scripts small, or leaves them as they are.
pub struct Minifier {
    program: Option<PathBuf>,
}

impl Minifier {
    /// Finds or installs it; what is built in haste does without, and so does a build for oneself where Node cannot be had.
    pub fn find(effort: Effort) -> Outcome<Self> {
        let why = "it makes the scripts of a page small";
        let found = || {
            ensure_node(why)
                .and_then(|()| npm_install("terser", VERSION, why))
                .map(|folder| folder.join("bin").join("terser"))
        };
        let program = match effort {
            Effort::Dev => None,
            Effort::Publish => Some(found()?),
            Effort::Release => match found() {
                Ok(program) => Some(program),
                Err(failure) => {
                    println!(
                        "Continuing without terser, so scripts are larger than need be: {failure}."
                    );
                    None
                }
            },
        };
        Ok(Self { program })
    }

    /// The same script in fewer bytes.
    pub fn minify(&self, source: &str, kind: Kind) -> Outcome<String> {
        let Some(program) = &self.program else { return Ok(source.to_owned()) };
        let folder = project::target().join("bundle");
        files::create_folder(&folder)?;
        let file = folder.join(format!("script-{}.js", std::process::id()));
        files::write(&file, source)?;
        let mut command = Command::new("node");
        command.arg(program).arg(&file).args([
            "--compress",
            "passes=2",
            "--mangle",
            "--comments",
            "false",
        ]);
        if kind == Kind::Module {
            command.arg("--module");
        }
        let small = run::capture(&mut command)?;
        std::fs::remove_file(&file).ok(); // in the folder of the build
        Ok(small)
    }
}
