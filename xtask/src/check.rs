//! `check`: everything that is judged without running the application. All steps run, then all that failed are named together.
use std::process::Command;

use crate::dependencies;
use crate::failure::{Failure, Outcome};
use crate::project::{BROWSER_TESTS, MODEL};
use crate::tools::compiler::{WasmCompiler, ensure_wasm_compiler};
use crate::{floors, no_options, run};

pub fn check(arguments: &[&str]) -> Outcome {
    no_options(arguments)?;
    let wasm = ensure_wasm_compiler()?;
    let steps: [(&str, &dyn Fn() -> Outcome); 8] = [
        ("formatting", &|| run::run(&mut run::cargo(&["fmt", "--all", "--check"]))),
        ("floors of the modules", &floors::check),
        ("lints", &lint_native),
        ("lints of the application", &|| {
            run::run(&mut wasm.cargo("clippy", &["--", "-D", "warnings"]))
        }),
        ("documentation of the model", &|| {
            run::run(warnings_fail(&mut run::cargo(&["doc", "--no-deps", "--package", MODEL])))
        }),
        ("documentation of the application", &|| document_application(&wasm)),
        ("licences and sources of dependencies", &dependencies::check),
        ("advisories", &advisories),
    ];
    let mut failed = Vec::new();
    for (name, step) in steps {
        println!("Checking {name}.");
        if let Err(failure) = step() {
            eprintln!("{failure}");
            failed.push(name);
        }
    }
    if failed.is_empty() {
        Ok(())
    } else {
        Err(Failure::new(format!("these checks failed: {}", failed.join(", "))))
    }
}

fn lint_native() -> Outcome {
    let packages = ["--package", MODEL, "--package", "xtask", "--package", BROWSER_TESTS];
    run::run(run::cargo(&["clippy", "--all-targets"]).args(packages).args(["--", "-D", "warnings"]))
}

fn document_application(wasm: &WasmCompiler) -> Outcome {
    run::run(warnings_fail(&mut wasm.cargo("doc", &["--no-deps", "--document-private-items"])))
}

fn warnings_fail(command: &mut Command) -> &mut Command {
    command.env("RUSTDOCFLAGS", "-D warnings")
}

/// Known vulnerabilities. cargo-deny takes minutes to compile and its database comes from GitHub, so it runs where it is installed
/// already, as in the workflow; `deny.toml` configures it.
fn advisories() -> Outcome {
    if run::capture(&mut run::cargo(&["deny", "--version"])).is_err() {
        println!("Skipped: cargo-deny is not installed (`cargo install cargo-deny --locked`).");
        return Ok(());
    }
    run::run(&mut run::cargo(&["deny", "--workspace", "check"]))
}
