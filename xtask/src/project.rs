//! Where things are in the checkout, and what they are called.
use std::env;
use std::path::PathBuf;

/// The package that becomes WebAssembly.
pub const APPLICATION: &str = "platewise-app";
/// The program of that package.
pub const PROGRAM: &str = "platewise";
/// The package that knows no browser.
pub const MODEL: &str = "platewise-model";
/// The package that drives the browser.
pub const BROWSER_TESTS: &str = "browser-tests";
/// The target of the application.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// The top of the checkout. Cargo says at run time where this package is, which stays right when a checkout is moved.
pub fn root() -> PathBuf {
    let package = env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    package.parent().map_or_else(|| package.clone(), PathBuf::from)
}

/// What is published.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Cargo's target folder.
pub fn target() -> PathBuf {
    env::var_os("CARGO_TARGET_DIR")
        .map_or_else(|| root().join("target"), |folder| root().join(folder))
}

/// The target folder of everything built for wasm32: it may come from another compiler, and must not evict the native builds.
pub fn wasm_target_folder() -> PathBuf {
    target().join("wasm")
}
