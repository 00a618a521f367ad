//! The engines beside Chromium that pages have to work in: Firefox with geckodriver, and WebKit with its driver and a screen of its own.
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome};
use crate::run;
use crate::tools::{apt_install, cache, on_path};

/// What each engine is driven with: names in the environment of the tests, and where it is.
pub type Engines = Vec<(&'static str, PathBuf)>;

const FIREFOX: [&str; 2] = ["firefox-esr", "firefox"];
const GECKODRIVER: &str = "geckodriver";
const GECKODRIVER_VERSION: &str = "0.37.1";
const PACKAGES: [&str; 4] = ["firefox-esr", "webkit2gtk-driver", "xvfb", "xauth"];
/// Where Debian and Ubuntu put the small browser that the driver starts.
const MINI_BROWSERS: [&str; 3] = [
    "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
    "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
    "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.0/MiniBrowser",
];

/// Finds or installs them.
pub fn ensure_engines() -> Outcome<Engines> {
    if find().is_none()
        && let Some(Err(failure)) =
            apt_install(&PACKAGES, "pages have to work in Firefox and in WebKit too")
    {
        println!("apt-get could not install them: {failure}.");
    }
    let found = find().ok_or_else(|| {
        Failure::new(
            "Firefox, or WebKitGTK with its driver and Xvfb, was not found: install them (Debian: `apt-get install firefox-esr webkit2gtk-driver xvfb`; \
             Ubuntu: Firefox from Mozilla's repository in the place of `firefox-esr`), and run the command again",
        )
    })?;
    let geckodriver = ensure_geckodriver()?;
    Ok(found.into_iter().chain([("PLATEWISE_GECKODRIVER", geckodriver)]).collect())
}

fn find() -> Option<Engines> {
    let firefox = FIREFOX.iter().find_map(|name| on_path(name))?;
    let browser = MINI_BROWSERS.iter().map(PathBuf::from).find(|path| path.is_file())?;
    Some(vec![
        ("PLATEWISE_FIREFOX", firefox),
        ("PLATEWISE_WEBKIT", browser),
        ("PLATEWISE_WEBKIT_DRIVER", on_path("WebKitWebDriver")?),
        ("PLATEWISE_SCREEN", on_path("Xvfb")?),
    ])
}

/// No package of Debian holds geckodriver; crates.io has it as its makers publish it.
fn ensure_geckodriver() -> Outcome<PathBuf> {
    let home = cache()?.join(format!("{GECKODRIVER}-{GECKODRIVER_VERSION}"));
    let built = home.join("bin").join(GECKODRIVER);
    if let Some(found) =
        on_path(GECKODRIVER).or_else(|| Some(built.clone()).filter(|path| path.is_file()))
    {
        return Ok(found);
    }
    println!(
        "Building {GECKODRIVER} {GECKODRIVER_VERSION} into {}: it drives Firefox. This takes some minutes once.",
        home.display()
    );
    let version = format!("={GECKODRIVER_VERSION}");
    let install = |home: &Path, locked: &[&str]| {
        run::run(
            run::cargo(&["install", GECKODRIVER, "--version", &version, "--root"])
                .arg(home)
                .args(locked)
                .env_remove("CARGO_TARGET_DIR"),
        )
    };
    // What its makers locked may be gone from a mirror of the registry; newer patches do as well.
    install(&home, &["--locked"]).or_else(|_| install(&home, &[]))?;
    Ok(built)
}
