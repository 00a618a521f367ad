//! The tools the build needs. Each `ensure_*` looks first and installs only what is missing; it says in one line what and why,
//! shows the installer's own output, and fails with one sentence that says what to do. Nothing is ever put into the checkout.
pub mod browser;
pub mod compiler;
pub mod engines;
pub mod minifier;
pub mod node;
pub mod optimiser;
pub mod python;

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::{files, run};

/// Where tools are kept that no package manager of the system provides.
pub fn cache() -> Outcome<PathBuf> {
    let folder =
        |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    if let Some(chosen) = folder("PLATEWISE_TOOLS") {
        return Ok(chosen);
    }
    let caches = if cfg!(windows) {
        folder("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        folder("HOME").map(|home| home.join("Library/Caches"))
    } else {
        folder("XDG_CACHE_HOME").or_else(|| folder("HOME").map(|home| home.join(".cache")))
    };
    caches.map(|caches| caches.join("platewise")).ok_or_else(|| {
        Failure::new("there is no home folder to keep tools in: set PLATEWISE_TOOLS to a folder")
    })
}

/// The full path of a program that PATH reaches; on Windows it may be a script, as npm is.
pub fn on_path(program: &str) -> Option<PathBuf> {
    let endings: &[&str] = if cfg!(windows) { &[".exe", ".cmd"] } else { &[""] };
    let folders = env::split_paths(&env::var_os("PATH")?).collect::<Vec<_>>();
    let candidates = folders.iter().flat_map(|folder| {
        endings.iter().map(move |ending| folder.join(format!("{program}{ending}")))
    });
    candidates.into_iter().find(|path| path.is_file())
}

/// Installs packages of Debian or Ubuntu. `None` when this is no such system or the person may not install; then nothing was tried.
pub fn apt_install(packages: &[&str], why: &str) -> Option<Outcome> {
    let apt = on_path("apt-get")?;
    let root = run::capture(Command::new("id").arg("-u")).is_ok_and(|id| id == "0");
    let sudo = if root { None } else { Some(on_path("sudo")?) };
    println!("Installing {} with apt-get: {why}.", packages.join(" "));
    let apt_get = |arguments: &[&str]| {
        let mut command = sudo.as_ref().map_or_else(
            || Command::new("env"),
            |sudo| {
                let mut command = Command::new(sudo);
                command.arg("env");
                command
            },
        );
        command
            .arg("DEBIAN_FRONTEND=noninteractive")
            .arg(&apt)
            .args(["-o", "DPkg::Lock::Timeout=300"])
            .args(arguments);
        run::run(&mut command)
    };
    let install = [&["install", "-y", "--no-install-recommends"], packages].concat();
    Some(apt_get(&["update"]).and_then(|()| apt_get(&install)))
}

/// Installs one npm package of an exact version into its own folder of the cache and returns its folder. Its scripts do not run.
pub fn npm_install(package: &str, version: &str, why: &str) -> Outcome<PathBuf> {
    let home = cache()?.join(format!("{package}-{version}"));
    let installed = home.join("node_modules").join(package);
    if installed.join("package.json").is_file() {
        return Ok(installed);
    }
    println!("Installing {package} {version} from npm into {}: {why}.", home.display());
    files::create_folder(&home)?;
    run::run(npm(&home).arg(format!("{package}@{version}")))?;
    Ok(installed)
}

fn npm(home: &Path) -> Command {
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.arg("install").arg("--prefix").arg(home);
    command.args(["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]);
    command
}
