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
    /// Firefox and the program that drives it, where they were found.
    pub firefox: Option<(PathBuf, PathBuf)>,
    /// A small browser around WebKit, the program that drives it, and a screen to show it on, where they were found.
    pub webkit: Option<(PathBuf, PathBuf, PathBuf)>,
    /// The script of axe-core.
    pub axe: PathBuf,
    /// The built site.
    pub dist: PathBuf,
    /// Address of somebody else's site, of another origin, and the folder whose pages it shows.
    pub hosts: (String, PathBuf),
    /// Where screenshots, printed pages and downloads go.
    pub out: PathBuf,
}

impl Site {
    /// Reads the environment.
    ///
    /// # Errors
    /// When a variable is missing, because the tests were not started by `cargo xtask`.
    pub fn from_environment() -> Outcome<Self> {
        let text = |name: &str| {
            env::var(name).map_err(|_| {
                Failure::new(format!(
                    "{name} is not set: start these tests with `cargo xtask test --browser`"
                ))
            })
        };
        let path = |name: &str| text(name).map(PathBuf::from);
        let given = |name: &str| env::var_os(name).map(PathBuf::from);
        Ok(Self {
            root: text("PLATEWISE_URL")?,
            chromedriver: path("PLATEWISE_CHROMEDRIVER")?,
            chromium: path("PLATEWISE_CHROMIUM")?,
            firefox: given("PLATEWISE_FIREFOX").zip(given("PLATEWISE_GECKODRIVER")),
            webkit: given("PLATEWISE_WEBKIT")
                .zip(given("PLATEWISE_WEBKIT_DRIVER"))
                .zip(given("PLATEWISE_SCREEN"))
                .map(|((browser, driver), screen)| (browser, driver, screen)),
            axe: path("PLATEWISE_AXE")?,
            dist: path("PLATEWISE_DIST")?,
            hosts: (text("PLATEWISE_HOSTS_URL")?, path("PLATEWISE_HOSTS")?),
            out: path("PLATEWISE_OUT")?,
        })
    }

    /// Firefox and its driver.
    ///
    /// # Errors
    /// When there is none.
    pub fn firefox(&self) -> Outcome<(&PathBuf, &PathBuf)> {
        self.firefox
            .as_ref()
            .map(|(browser, driver)| (browser, driver))
            .ok_or_else(|| Failure::new("there is no Firefox with geckodriver"))
    }

    /// WebKit, its driver and its screen.
    ///
    /// # Errors
    /// When there is none.
    pub fn webkit(&self) -> Outcome<(&PathBuf, &PathBuf, &PathBuf)> {
        self.webkit
            .as_ref()
            .map(|(browser, driver, screen)| (browser, driver, screen))
            .ok_or_else(|| Failure::new("there is no WebKit with its driver"))
    }
}
