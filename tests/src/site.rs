//! Where the site, the browser and the tools are: `cargo xtask test` and `cargo xtask bench` say it in the environment.

use crate::{Failure, Outcome};
use std::env;
use std::path::PathBuf;

/// Where everything is.
#[derive(Clone, Debug)]
pub struct Site {
    /// Address of the home page, with its last slash.
    pub root: String,
    /// The program that drives the browser.
    pub chromedriver: PathBuf,
    /// The browser.
    pub chromium: PathBuf,
    /// The script of axe-core.
    pub axe: PathBuf,
    /// The built site.
    pub dist: PathBuf,
    /// Where screenshots, printed pages and downloads go.
    pub out: PathBuf,
}

impl Site {
    /// Reads the environment.
    ///
    /// # Errors
    /// When a variable is missing, because the tests were not started by `cargo xtask`.
    pub fn from_environment() -> Outcome<Self> {
        let text = |name: &str| env::var(name).map_err(|_| Failure::new(format!("{name} is not set: start these tests with `cargo xtask test --browser`")));
        let path = |name: &str| text(name).map(PathBuf::from);
        Ok(Self {
            root: text("PLATEWISE_URL")?,
            chromedriver: path("PLATEWISE_CHROMEDRIVER")?,
            chromium: path("PLATEWISE_CHROMIUM")?,
            axe: path("PLATEWISE_AXE")?,
            dist: path("PLATEWISE_DIST")?,
            out: path("PLATEWISE_OUT")?,
        })
    }
}
