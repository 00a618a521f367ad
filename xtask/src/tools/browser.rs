//! A Chromium and the driver that belongs to it: both must be of the same major version, or the driver refuses.
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::run;
use crate::tools::{apt_install, on_path};

const BROWSERS: [&str; 4] =
    ["chromium", "google-chrome", "google-chrome-stable", "chromium-browser"];
const MAC_BROWSER: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
const PACKAGES: [&str; 3] = ["chromium", "chromium-driver", "fonts-noto-cjk"];

/// A browser that can be driven.
pub struct Browser {
    pub chromium: PathBuf,
    pub driver: PathBuf,
}

/// Finds a browser with its driver or installs both, with a font that holds Chinese.
pub fn ensure_browser() -> Outcome<Browser> {
    ensure_reader_of_paper();
    if let Some(browser) = find_browser() {
        ensure_chinese_font();
        return Ok(browser);
    }
    if let Some(Err(failure)) = apt_install(&PACKAGES, "the tests drive a real browser") {
        println!("apt-get could not install them: {failure}.");
    }
    find_browser().ok_or_else(|| {
        Failure::new(
            "no Chromium or Chrome with a chromedriver of the same major version was found: install both \
             (macOS: `brew install --cask google-chrome chromedriver`; elsewhere https://googlechromelabs.github.io/chrome-for-testing/), \
             or name them in CHROME and CHROMEDRIVER, and run the command again",
        )
    })
}

/// A browser and a driver that fit each other, as far as they are there already.
pub fn find_browser() -> Option<Browser> {
    let drivers = drivers();
    browsers().into_iter().find_map(|chromium| {
        let major = major_version(&chromium)?;
        let driver = drivers.iter().find(|driver| major_version(driver) == Some(major))?;
        Some(Browser { chromium, driver: driver.clone() })
    })
}

fn browsers() -> Vec<PathBuf> {
    let named = env::var_os("CHROME").map(PathBuf::from);
    let installed = BROWSERS.iter().filter_map(|name| on_path(name));
    named
        .into_iter()
        .chain(installed)
        .chain([PathBuf::from(MAC_BROWSER)])
        .filter(|path| path.is_file())
        .collect()
}

fn drivers() -> Vec<PathBuf> {
    let named = env::var_os("CHROMEDRIVER").map(PathBuf::from);
    // GitHub's machines name the folder of the driver here.
    let hosted =
        env::var_os("CHROMEWEBDRIVER").map(|folder| PathBuf::from(folder).join("chromedriver"));
    named
        .into_iter()
        .chain(hosted)
        .chain(on_path("chromedriver"))
        .filter(|path| path.is_file())
        .collect()
}

/// The 156 of `Chromium 156.0.8078.79` and of `ChromeDriver 156.0.8078.79 (…)`.
fn major_version(program: &Path) -> Option<u32> {
    major_of(&run::capture(Command::new(program).arg("--version")).ok()?)
}

fn major_of(version: &str) -> Option<u32> {
    version.split_whitespace().find_map(|word| word.split_once('.')?.0.parse().ok())
}

/// What reads the text of a printed page: with it the tests search the PDF too, and not only what is laid out for paper. Worth a try, not worth a failure.
fn ensure_reader_of_paper() {
    if on_path("pdftotext").is_none()
        && let Some(Err(failure)) = apt_install(
            &["poppler-utils"],
            "printed pages are searched for what must not be on them",
        )
    {
        println!("The text of printed pages is not searched: {failure}.");
    }
}

/// Without one, Chinese renders as boxes in every screenshot and printed page. Worth a try, not worth a failure.
fn ensure_chinese_font() {
    let fonts = run::capture(Command::new("fc-list").arg(":lang=zh"));
    if fonts.is_ok_and(|fonts| fonts.is_empty())
        && let Some(Err(failure)) = apt_install(&["fonts-noto-cjk"], "screenshots show Chinese")
    {
        println!("Chinese will show as boxes in screenshots: {failure}.");
    }
}

#[cfg(test)]
mod tests {
    use super::major_of;

    #[test]
    fn the_major_version_is_read_from_what_the_programs_say() {
        assert_eq!(
            major_of("Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)"),
            Some(156)
        );
        assert_eq!(major_of("ChromeDriver 156.0.8078.79 (d0c0e3e0-refs)"), Some(156));
        assert_eq!(major_of("Google Chrome 140.0.7339.80 "), Some(140));
        assert_eq!(major_of(""), None);
    }
}
