//! A compiler for wasm32, found or installed. Normally that is cargo with the target rustup provides. On a machine where rustup
//! cannot fetch the target, Debian's newer Rust builds the standard library from the source it ships: that compiler is called
//! directly, so the person's rustup settings stay untouched, and with an environment free of the traces of the cargo that runs us.
use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use crate::failure::{Failure, Outcome};
use crate::project::{self, WASM_TARGET};
use crate::run;
use crate::tools::{apt_install, on_path};

const DEBIAN_PACKAGES: [&str; 5] =
    ["rustc-web", "cargo-web", "rust-web-src", "rust-web-clippy", "lld"];
/// The oldest minor version that compiles the workspace: `rust-version` of the root manifest.
const OLDEST_MINOR: u32 = 90;
const RUSTUP_LIMIT: Duration = Duration::from_secs(180);

/// How to call cargo for wasm32.
pub enum WasmCompiler {
    /// The cargo that runs us.
    Usual,
    /// `/usr/bin/cargo` with the standard library built from source, and the linker to use.
    Debian { linker: PathBuf },
}

/// Finds a compiler for wasm32 or installs one.
pub fn ensure_wasm_compiler() -> Outcome<WasmCompiler> {
    if usual_has_target() {
        return Ok(WasmCompiler::Usual);
    }
    if let Some(debian) = debian_compiler() {
        return Ok(debian);
    }
    if on_path("rustup").is_some() {
        println!(
            "Adding the target {WASM_TARGET} with rustup: the application is compiled for it."
        );
        let added = run::run_within(
            Command::new("rustup").args(["target", "add", WASM_TARGET]),
            RUSTUP_LIMIT,
        );
        match added {
            Ok(()) if usual_has_target() => return Ok(WasmCompiler::Usual),
            Ok(()) => println!("rustup added the target to another toolchain than the one in use."),
            Err(failure) => println!("rustup could not add it: {failure}."),
        }
    }
    if let Some(installed) = apt_install(
        &DEBIAN_PACKAGES,
        "Debian's Rust can build for wasm32 from the library source it ships",
    ) {
        installed?;
        if let Some(debian) = debian_compiler() {
            return Ok(debian);
        }
    }
    Err(Failure::new(format!(
        "there is no compiler for wasm32: run `rustup target add {WASM_TARGET}` where rustup can fetch it, then try again"
    )))
}

impl WasmCompiler {
    /// A cargo command such as `build`, `clippy` or `doc`, set up for wasm32.
    pub fn cargo(&self, subcommand: &str, arguments: &[&str]) -> Command {
        let mut command = match self {
            Self::Usual => run::cargo(&[subcommand]),
            Self::Debian { linker } => debian_cargo(subcommand, linker),
        };
        command.args(["--package", project::APPLICATION, "--target", WASM_TARGET]).args(arguments);
        command.env("CARGO_TARGET_DIR", project::wasm_target_folder());
        command
    }
}

fn usual_has_target() -> bool {
    sysroot(Path::new("rustc"))
        .is_some_and(|sysroot| sysroot.join("lib/rustlib").join(WASM_TARGET).is_dir())
}

fn sysroot(rustc: &Path) -> Option<PathBuf> {
    run::capture(Command::new(rustc).args(["--print", "sysroot"])).ok().map(PathBuf::from)
}

/// Debian's compiler, when it is there with its library source, new enough, and a linker for wasm is at hand.
fn debian_compiler() -> Option<WasmCompiler> {
    let (cargo, rustc) = (Path::new("/usr/bin/cargo"), Path::new("/usr/bin/rustc"));
    if !cargo.is_file() || !rustc.is_file() {
        return None;
    }
    let version = run::capture(without_traces(&mut Command::new(rustc)).arg("--version")).ok()?;
    let source =
        run::capture(without_traces(&mut Command::new(rustc)).args(["--print", "sysroot"])).ok()?;
    let source = Path::new(&source).join("lib/rustlib/src/rust/library/std");
    if minor_version(&version)? < OLDEST_MINOR || !source.is_dir() {
        return None;
    }
    Some(WasmCompiler::Debian { linker: wasm_linker()? })
}

/// The 96 of `rustc 1.96.0 (…)`.
fn minor_version(rustc_version: &str) -> Option<u32> {
    rustc_version.split_whitespace().nth(1)?.split('.').nth(1)?.parse().ok()
}

/// The linker of rustup's toolchain if there is one, since it is as new as the compiler; else the one of Debian's `lld`.
fn wasm_linker() -> Option<PathBuf> {
    let rustup = || {
        let host = run::capture(Command::new("rustc").arg("-vV")).ok()?;
        let host = host.lines().find_map(|line| line.strip_prefix("host: "))?.to_owned();
        Some(sysroot(Path::new("rustc"))?.join("lib/rustlib").join(host).join("bin/rust-lld"))
    };
    rustup().filter(|linker| linker.is_file()).or_else(|| on_path("wasm-ld"))
}

fn debian_cargo(subcommand: &str, linker: &Path) -> Command {
    // `cargo clippy` would find rustup's cargo-clippy first, which belongs to the other toolchain.
    let clippy = subcommand == "clippy";
    let mut command = Command::new(if clippy { "/usr/bin/cargo-clippy" } else { "/usr/bin/cargo" });
    without_traces(&mut command);
    if clippy {
        command.env("CARGO", "/usr/bin/cargo");
    }
    command
        .arg(subcommand)
        .current_dir(project::root())
        .env("PATH", usr_bin_first())
        .env("RUSTC", "/usr/bin/rustc")
        .env("RUSTDOC", "/usr/bin/rustdoc")
        // Building the standard library from source is still an unstable option of cargo; only this build uses it.
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker);
    command
}

/// Removes what the outer cargo and rustup put into the environment: it would mix the two toolchains.
fn without_traces(command: &mut Command) -> &mut Command {
    for name in [
        "RUSTUP_TOOLCHAIN",
        "CARGO",
        "RUSTC",
        "RUSTDOC",
        "RUSTC_WRAPPER",
        "RUSTC_WORKSPACE_WRAPPER",
        "RUST_RECURSION_COUNT",
        "LD_LIBRARY_PATH",
    ] {
        command.env_remove(name);
    }
    command
}

fn usr_bin_first() -> OsString {
    let mut path = OsString::from("/usr/bin:");
    path.push(env::var_os("PATH").unwrap_or_default());
    path
}

#[cfg(test)]
mod tests {
    use super::minor_version;

    #[test]
    fn the_minor_version_is_read_from_what_rustc_says() {
        assert_eq!(
            minor_version("rustc 1.96.0 (ac68faa20 2026-05-25) (built from a source tarball)"),
            Some(96)
        );
        assert_eq!(minor_version("something else"), None);
    }
}
