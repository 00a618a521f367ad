//! Node, whose npm brings tools that no system package has in the right version, and axe-core, which the browser tests put into each
//! page to check its accessibility.
use std::path::PathBuf;

use crate::failure::{Failure, Outcome};
use crate::tools::{apt_install, npm_install, on_path};

/// The rules change with every release, so the version is exact: a page must not start to fail on its own.
const AXE_VERSION: &str = "4.14.1";

/// The path of `axe.min.js`.
pub fn ensure_axe() -> Outcome<PathBuf> {
    let why = "it checks the accessibility of every page";
    ensure_node(why)?;
    let folder = npm_install("axe-core", AXE_VERSION, why)?;
    Ok(folder.join("axe.min.js"))
}

/// Its scores move with every release too.
const LIGHTHOUSE_VERSION: &str = "12.8.2";

/// The program of Lighthouse.
pub fn ensure_lighthouse() -> Outcome<PathBuf> {
    let why = "it judges every page as a visitor on a slow phone meets it";
    ensure_node(why)?;
    let folder = npm_install("lighthouse", LIGHTHOUSE_VERSION, why)?;
    Ok(folder.join("cli").join("index.js"))
}

/// Finds Node with npm or installs both, saying what for.
pub fn ensure_node(why: &str) -> Outcome {
    if has_node() {
        return Ok(());
    }
    let advice =
        "Node with npm is needed: install it (https://nodejs.org) and run the command again";
    match apt_install(&["nodejs", "npm"], why) {
        Some(Ok(())) if has_node() => Ok(()),
        Some(Err(failure)) => Err(Failure::new(format!("{advice} ({failure})"))),
        _ => Err(Failure::new(advice)),
    }
}

fn has_node() -> bool {
    on_path("node").is_some() && on_path("npm").is_some()
}
