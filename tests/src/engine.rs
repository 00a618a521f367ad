//! The engines that pages have to work in, and how a browser of each is started.

use crate::{Failure, Outcome, Site};
use serde_json::{Map, Value, json};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use thirtyfour::{
    Capabilities, ChromiumLikeCapabilities as _, DesiredCapabilities, LoggingPrefsLogLevel,
};

/// What draws the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Engine {
    /// Blink, as in Chrome, Edge and most browsers of phones.
    #[default]
    Chromium,
    /// Gecko.
    Firefox,
    /// WebKit, as in Safari.
    WebKit,
}

/// Flags of Chromium.
const FLAGS: [&str; 10] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--no-proxy-server",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

impl Engine {
    /// The one that tests run in which name none: `PLATEWISE_ENGINE`, else Chromium.
    pub fn of_tests() -> Self {
        let named = std::env::var("PLATEWISE_ENGINE").unwrap_or_default();
        Self::ALL
            .into_iter()
            .find(|engine| format!("{engine:?}").eq_ignore_ascii_case(&named))
            .unwrap_or_default()
    }

    /// All of them.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// Starts the driver at a port; where the browser needs a screen, one of its own with it.
    pub(crate) fn start_driver(self, site: &Site, port: u16) -> Outcome<Vec<Child>> {
        let quiet = |program: &PathBuf| {
            let mut command = Command::new(program);
            command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
            command
        };
        let port = format!("--port={port}");
        Ok(match self {
            Self::Chromium => vec![quiet(&site.chromedriver).arg(port).spawn()?],
            Self::Firefox => {
                vec![quiet(site.firefox()?.1).args([&port, "--host=127.0.0.1"]).spawn()?]
            }
            Self::WebKit => {
                let (_, driver, screen) = site.webkit()?;
                let mut screen = Command::new(screen)
                    .args(["-displayfd", "1", "-screen", "0", "2000x2000x24", "-nolisten", "tcp"])
                    .stdin(Stdio::null())
                    .stdout(Stdio::piped())
                    .stderr(Stdio::null())
                    .spawn()?;
                let number = crate::driver::first_line(&mut screen)?;
                let driver = quiet(driver)
                    .arg(port)
                    .env("DISPLAY", format!(":{number}"))
                    .env_remove("WAYLAND_DISPLAY")
                    .spawn()?;
                vec![driver, screen]
            }
        })
    }

    /// What is asked of the driver: a browser with this window, for somebody of these languages.
    /// What it saves goes into `folder` where that has to be said at the start.
    pub(crate) fn wanted(
        self,
        site: &Site,
        languages: &str,
        (width, height): (u32, u32),
        folder: &Path,
    ) -> Outcome<Capabilities> {
        Ok(match self {
            Self::Chromium => {
                let mut wanted = DesiredCapabilities::chrome();
                wanted.set_binary(&site.chromium.to_string_lossy())?;
                for flag in FLAGS {
                    wanted.add_arg(flag)?;
                }
                wanted.add_arg(&format!("--window-size={width},{height}"))?;
                wanted.add_arg(&format!("--accept-lang={languages}"))?;
                wanted.add_experimental_option(
                    "prefs",
                    json!({ "intl.accept_languages": languages }),
                )?;
                for log in ["browser", "performance"] {
                    wanted.set_logging_prefs(log, LoggingPrefsLogLevel::All)?;
                }
                wanted.into()
            }
            Self::Firefox => {
                let preferences = json!({
                    "intl.accept_languages": languages,
                    "network.proxy.type": 0,
                    "app.update.enabled": false,
                    "browser.download.folderList": 2,
                    "browser.download.dir": folder,
                    "browser.download.always_ask_before_handling_new_types": false,
                    "browser.helperApps.neverAsk.saveToDisk": "text/csv,application/json,application/octet-stream",
                });
                let options = json!({ "binary": site.firefox()?.0, "args": ["-headless", "--width", width.to_string(), "--height", height.to_string()], "prefs": preferences });
                capabilities([("browserName", "firefox".into()), ("moz:firefoxOptions", options)])?
            }
            Self::WebKit => {
                let options = json!({ "binary": site.webkit()?.0, "args": ["--automation"] });
                capabilities([
                    ("browserName", "MiniBrowser".into()),
                    ("webkitgtk:browserOptions", options),
                ])?
            }
        })
    }
}

fn capabilities<const N: usize>(all: [(&str, Value); N]) -> Outcome<Capabilities> {
    let all: Map<String, Value> =
        all.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    serde_json::from_value(all.into()).map_err(Failure::from)
}
