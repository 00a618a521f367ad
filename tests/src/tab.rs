//! A browser of one's own, with a fresh profile and one page in it. What is done here is done as a person does it: by clicks and keys.

use crate::log::{Request, request_of};
use crate::{Driver, Engine, Failure, Outcome, Site};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};
use thirtyfour::common::print::{PrintMargins, PrintPage, PrintParameters};
use thirtyfour::error::WebDriverError;
use thirtyfour::{By, Key, WebDriver, WebElement};
use tokio::runtime::Runtime;

/// How long something may take to appear.
pub const PATIENCE: Duration = Duration::from_secs(60);
/// How long an element that is read or used may take to appear.
const ARRIVAL: Duration = Duration::from_secs(15);
const BETWEEN_LOOKS: Duration = Duration::from_millis(15);

/// Somebody moves: what waits for that below an answer is fetched.
const MOVE: &str = "window.dispatchEvent(new PointerEvent('pointermove', { bubbles: true }))";

/// The application has taken the place of the static text, whose bar has no buttons to press, and the page is whole.
const READY: &str = "document.querySelector('#language:enabled') && document.querySelector('main h1') && !document.querySelector('[aria-busy]')";

/// Who visits: their language, their window, and what is the matter with their browser.
#[derive(Clone, Debug)]
pub struct Visitor {
    languages: String,
    width: u32,
    height: u32,
    dark: bool,
    scripts: Vec<String>,
    engine: Engine,
}

impl Default for Visitor {
    fn default() -> Self {
        Self {
            languages: "en-US,en".to_owned(),
            width: 1280,
            height: 900,
            dark: false,
            scripts: Vec::new(),
            engine: Engine::of_tests(),
        }
    }
}

impl Visitor {
    /// Prefers these languages, such as `zh-CN,zh`.
    #[must_use]
    pub fn speaking(mut self, languages: &str) -> Self {
        languages.clone_into(&mut self.languages);
        self
    }

    /// Has a window of this size.
    #[must_use]
    pub const fn sized(mut self, width: u32, height: u32) -> Self {
        self.width = width;
        self.height = height;
        self
    }

    /// Has a browser of another engine.
    #[must_use]
    pub const fn in_engine(mut self, engine: Engine) -> Self {
        self.engine = engine;
        self
    }

    /// Has a device that is set to dark.
    #[must_use]
    pub const fn in_the_dark(mut self) -> Self {
        self.dark = true;
        self
    }

    /// Runs a script before anything else in every page.
    #[must_use]
    pub fn with_script(mut self, script: &str) -> Self {
        self.scripts.push(script.to_owned());
        self
    }

    /// Starts a browser with an empty page.
    ///
    /// # Errors
    /// When the browser cannot be started.
    pub fn start(&self) -> Outcome<Tab> {
        let site = Site::from_environment()?;
        let process = Driver::for_session(self.engine, &site)?;
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        let downloads = new_folder(&site)?;
        let wanted =
            self.engine.wanted(&site, &self.languages, (self.width, self.height), &downloads)?;
        let session = async {
            let client =
                reqwest::Client::builder().no_proxy().timeout(Duration::from_secs(120)).build()?;
            Ok::<_, Failure>(
                WebDriver::builder(process.address(), wanted).client(client).connect().await?,
            )
        };
        let driver = runtime.block_on(session)?;
        let tab = Tab {
            runtime,
            driver: Some(driver),
            engine: self.engine,
            site,
            downloads,
            _process: process,
        };
        tab.size(self.width, self.height)?;
        if self.dark {
            tab.color_scheme(true)?;
        }
        for script in &self.scripts {
            tab.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script }))?;
        }
        Ok(tab)
    }

    /// Starts a browser and opens an address below the root, such as `plating-time/`.
    ///
    /// # Errors
    /// When the browser cannot be started or the page does not come up.
    pub fn visit(&self, address: &str) -> Outcome<Tab> {
        let tab = self.start()?;
        tab.open(address)?;
        Ok(tab)
    }
}

/// A browser with one page.
#[derive(Debug)]
pub struct Tab {
    runtime: Runtime,
    driver: Option<WebDriver>,
    /// What draws its pages.
    pub engine: Engine,
    /// Where everything is.
    pub site: Site,
    /// What takes the files that it saves.
    downloads: PathBuf,
    _process: Arc<Driver>, // lives as long as any tab
}

/// What the browser writes to the console when a policy has refused something.
const REFUSED: &str = "Content Security Policy";

impl Drop for Tab {
    fn drop(&mut self) {
        // Whatever a test is about, no policy has anything to refuse in it.
        let refused: Vec<String> = self
            .console()
            .unwrap_or_default()
            .into_iter()
            .filter(|line| line.contains(REFUSED))
            .collect();
        if let Some(driver) = self.driver.take() {
            let _ = self.runtime.block_on(driver.quit()); // what does not end here ends with the driver
        }
        assert!(thread::panicking() || refused.is_empty(), "a policy has refused: {refused:?}");
        let _ = std::fs::remove_dir_all(&self.downloads); // it is below the folder of the build, where nothing is for ever
    }
}

// Everything below fails when the browser does not do what it is told, or what is asked for is not on the page.
#[allow(clippy::missing_errors_doc, reason = "said once, above")]
impl Tab {
    fn driver(&self) -> Outcome<&WebDriver> {
        self.driver.as_ref().ok_or_else(|| Failure::new("the browser has ended"))
    }

    // --- the browser ---

    /// Tells the browser something that WebDriver has no word for.
    #[track_caller]
    pub fn cdp(&self, method: &str, arguments: Value) -> Outcome<Value> {
        Ok(self.runtime.block_on(self.driver()?.cdp().send_raw(method, arguments))?)
    }

    /// Sets the size of the window in CSS pixels; below 500 the window itself would refuse.
    #[track_caller]
    pub fn size(&self, width: u32, height: u32) -> Outcome {
        if self.engine != Engine::Chromium {
            return Ok(self
                .runtime
                .block_on(self.driver()?.set_window_rect(0, 0, width, height))?);
        }
        let metrics =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.cdp("Emulation.setDeviceMetricsOverride", metrics).map(drop)
    }

    /// Sets the device to dark or to light.
    #[track_caller]
    pub fn color_scheme(&self, dark: bool) -> Outcome {
        let value = if dark { "dark" } else { "light" };
        self.cdp(
            "Emulation.setEmulatedMedia",
            json!({ "features": [{ "name": "prefers-color-scheme", "value": value }] }),
        )
        .map(drop)
    }

    /// Whole address of a page below the root.
    pub fn address_of(&self, address: &str) -> String {
        format!("{}{address}", self.site.root)
    }

    /// Opens an address below the root, waits for the application, and moves.
    #[track_caller]
    pub fn open(&self, address: &str) -> Outcome {
        self.open_still(address)?;
        self.js(MOVE, json!([]))
    }

    /// Opens an address below the root, waits for the application, and does nothing.
    #[track_caller]
    pub fn open_still(&self, address: &str) -> Outcome {
        self.open_anything(&self.address_of(address))?;
        self.until_ready()
    }

    /// Waits for the application, and until its page is whole.
    #[track_caller]
    pub fn until_ready(&self) -> Outcome {
        self.until("the application to start", READY)
    }

    /// Opens an address below the root afresh, also when only what stands behind `#` differs.
    #[track_caller]
    pub fn open_afresh(&self, address: &str) -> Outcome {
        self.open_anything("about:blank")?;
        self.open(address)
    }

    /// Opens any address and waits for nothing.
    #[track_caller]
    pub fn open_anything(&self, address: &str) -> Outcome {
        Ok(self.runtime.block_on(self.driver()?.goto(address))?)
    }

    /// Loads the page again.
    #[track_caller]
    pub fn reload(&self) -> Outcome {
        self.runtime.block_on(self.driver()?.refresh())?;
        self.until_ready()?;
        self.js(MOVE, json!([]))
    }

    /// One page back.
    #[track_caller]
    pub fn back(&self) -> Outcome {
        Ok(self.runtime.block_on(self.driver()?.back())?)
    }

    /// One page forward.
    #[track_caller]
    pub fn forward(&self) -> Outcome {
        Ok(self.runtime.block_on(self.driver()?.forward())?)
    }

    /// The address bar.
    #[track_caller]
    pub fn address(&self) -> Outcome<String> {
        self.js("return location.href", json!([]))
    }

    /// What the console holds since it was last asked.
    #[track_caller]
    pub fn console(&self) -> Outcome<Vec<String>> {
        if self.engine != Engine::Chromium {
            return Ok(Vec::new()); // the other drivers do not tell
        }
        let entries = self.runtime.block_on(self.driver()?.get_log("browser"))?;
        Ok(entries.into_iter().map(|entry| format!("{}: {}", entry.level, entry.message)).collect())
    }

    /// The requests since it was last asked.
    #[track_caller]
    pub fn requests(&self) -> Outcome<Vec<Request>> {
        let entries = self.runtime.block_on(self.driver()?.get_log("performance"))?;
        Ok(entries.iter().filter_map(|entry| request_of(&entry.message)).collect())
    }

    /// The page on A4 as PDF.
    #[track_caller]
    pub fn print(&self) -> Outcome<Vec<u8>> {
        let margins = PrintMargins { top: 1.0, bottom: 1.0, left: 1.0, right: 1.0 };
        let parameters = PrintParameters {
            background: true,
            page: PrintPage { width: 21.0, height: 29.7 },
            margin: margins,
            ..PrintParameters::default()
        };
        Ok(self.runtime.block_on(self.driver()?.print_page(parameters))?)
    }

    /// The window as PNG.
    #[track_caller]
    pub fn screenshot(&self) -> Outcome<Vec<u8>> {
        Ok(self.runtime.block_on(self.driver()?.screenshot_as_png())?)
    }

    /// The folder that takes what this browser saves, for as long as it runs.
    #[track_caller]
    pub fn download_folder(&self) -> Outcome<PathBuf> {
        if self.engine == Engine::Chromium {
            self.cdp(
                "Browser.setDownloadBehavior",
                json!({ "behavior": "allow", "downloadPath": self.downloads }),
            )?;
        }
        Ok(self.downloads.clone())
    }

    // --- scripts ---

    /// Runs a script and gives what it returns.
    #[track_caller]
    pub fn js<T: DeserializeOwned>(&self, script: &str, arguments: Value) -> Outcome<T> {
        let value = self.runtime.block_on(self.driver()?.execute(script, list(arguments)))?;
        Ok(value.convert()?)
    }

    /// Runs a script that says later what it gives, by calling its last argument.
    #[track_caller]
    pub fn js_later<T: DeserializeOwned>(&self, script: &str, arguments: Value) -> Outcome<T> {
        let value = self.runtime.block_on(self.driver()?.execute_async(script, list(arguments)))?;
        Ok(value.convert()?)
    }

    /// Does something inside a frame, which a script returns.
    #[track_caller]
    pub fn inside<T>(&self, frame: &str, act: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
        let frame = self.runtime.block_on(self.driver()?.execute(frame, Vec::new()))?.element()?;
        self.runtime.block_on(frame.enter_frame())?;
        let done = act();
        self.runtime.block_on(self.driver()?.enter_default_frame())?;
        done
    }

    /// Does something in the window that was opened besides, and closes it.
    #[track_caller]
    pub fn in_other_window<T>(&self, act: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
        let driver = self.driver()?;
        let own = self.runtime.block_on(driver.window())?;
        let mut other = None;
        self.until_holds("another window", || {
            other = self.runtime.block_on(driver.windows())?.into_iter().find(|one| *one != own);
            Ok(other.is_some())
        })?;
        let Some(other) = other else { return Err(Failure::new("there is no other window")) };
        self.runtime.block_on(driver.switch_to_window(other))?;
        let done = act();
        self.runtime.block_on(driver.close_window())?;
        self.runtime.block_on(driver.switch_to_window(own))?;
        done
    }

    /// Waits until something holds that the page itself cannot be asked.
    #[track_caller]
    pub fn until_holds(&self, what: &str, holds: impl FnMut() -> Outcome<bool>) -> Outcome {
        if wait_for(PATIENCE, holds)? {
            Ok(())
        } else {
            Err(Failure::new(format!("waited in vain for {what}")))
        }
    }

    /// What assistive software reads out, each with its role; also where scripts are off.
    #[track_caller]
    pub fn read_out(&self) -> Outcome<Vec<(String, String)>> {
        let tree = self.cdp("Accessibility.getFullAXTree", json!({}))?;
        let nodes = tree.get("nodes").and_then(Value::as_array).cloned().unwrap_or_default();
        let text = |node: &Value, path: &str| {
            node.pointer(path).and_then(Value::as_str).unwrap_or_default().to_owned()
        };
        Ok(nodes
            .iter()
            .map(|node| (text(node, "/role/value"), text(node, "/name/value")))
            .collect())
    }

    /// Waits until a condition in JavaScript holds.
    #[track_caller]
    pub fn until(&self, what: &str, condition: &str) -> Outcome {
        let script = format!("return !!({condition})");
        if wait_for(PATIENCE, || self.js(&script, json!([])))? {
            Ok(())
        } else {
            Err(Failure::new(format!("waited in vain for {what}")))
        }
    }

    // --- what the page shows ---

    /// The text of an element, without the blanks around it.
    #[track_caller]
    pub fn text(&self, css: &str) -> Outcome<String> {
        self.of(css, "return element.textContent.trim()")
    }

    /// The text of an element without any blanks.
    #[track_caller]
    pub fn dense_text(&self, css: &str) -> Outcome<String> {
        Ok(self.text(css)?.split_whitespace().collect())
    }

    /// What stands in a control.
    #[track_caller]
    pub fn value(&self, css: &str) -> Outcome<String> {
        self.of(css, "return element.value")
    }

    /// An attribute of an element.
    #[track_caller]
    pub fn attribute(&self, css: &str, name: &str) -> Outcome<Option<String>> {
        self.of(css, &format!("return element.getAttribute('{name}')"))
    }

    /// A computed style of an element.
    #[track_caller]
    pub fn style(&self, css: &str, name: &str) -> Outcome<String> {
        self.of(css, &format!("return getComputedStyle(element).getPropertyValue('{name}')"))
    }

    /// How many elements there are.
    #[track_caller]
    pub fn count(&self, css: &str) -> Outcome<usize> {
        self.js("return document.querySelectorAll(arguments[0]).length", json!([css]))
    }

    /// Whether an element is there and can be seen.
    #[track_caller]
    pub fn shows(&self, css: &str) -> Outcome<bool> {
        let script = "const element = document.querySelector(arguments[0]);
            return !!element && element.checkVisibility({ visibilityProperty: true }) && [...element.getClientRects()].some(box => box.width > 0 && box.height > 0)";
        self.js(script, json!([css]))
    }

    /// Waits until an element can be seen.
    #[track_caller]
    pub fn until_shown(&self, css: &str) -> Outcome {
        if wait_for(PATIENCE, || self.shows(css))? {
            Ok(())
        } else {
            Err(Failure::new(format!("{css} did not appear")))
        }
    }

    /// Waits until an element is gone or cannot be seen.
    #[track_caller]
    pub fn until_hidden(&self, css: &str) -> Outcome {
        if wait_for(PATIENCE, || Ok(!self.shows(css)?))? {
            Ok(())
        } else {
            Err(Failure::new(format!("{css} did not go away")))
        }
    }

    /// Waits until the text of an element has a part.
    #[track_caller]
    pub fn until_text(&self, css: &str, part: &str) -> Outcome {
        let has = || Ok(self.count(css)? > 0 && self.text(css)?.contains(part));
        if wait_for(PATIENCE, has)? {
            Ok(())
        } else {
            Err(Failure::new(format!("{css} never said “{part}”: {:?}", self.text(css))))
        }
    }

    /// Runs a script on an element. One that is not there yet is waited for: a page appears part by part.
    #[track_caller]
    fn of<T: DeserializeOwned>(&self, css: &str, script: &str) -> Outcome<T> {
        let whole = format!(
            "const element = document.querySelector(arguments[0]); if (!element) return {{ missing: true }}; return {{ found: (() => {{ {script} }})() }};"
        );
        let mut found = None;
        wait_for(ARRIVAL, || {
            let mut answer: Value = self.js(&whole, json!([css]))?;
            found = answer.get_mut("found").map(Value::take);
            Ok(found.is_some())
        })?;
        match found {
            Some(found) => Ok(serde_json::from_value(found)?),
            None => Err(Failure::new(format!("there is no {css} on the page"))),
        }
    }

    // --- what a person does ---

    fn element(&self, css: &str) -> Outcome<WebElement> {
        Ok(self.runtime.block_on(self.driver()?.find(By::Css(css)))?)
    }

    /// Does something with an element; one that the page has just put another in the place of is looked for again, as a person would.
    #[track_caller]
    fn on_element(
        &self,
        css: &str,
        act: impl Fn(&WebElement) -> Result<(), WebDriverError>,
    ) -> Outcome {
        for _ in 0..3 {
            match act(&self.element(css)?) {
                Err(failure) if failure.to_string().contains("stale") => {
                    thread::sleep(BETWEEN_LOOKS)
                }
                done => return Ok(done?),
            }
        }
        Ok(act(&self.element(css)?)?)
    }

    /// Clicks on an element.
    #[track_caller]
    pub fn click(&self, css: &str) -> Outcome {
        // The middle of the window, so that nothing that sticks to its edges lies above it.
        self.of::<()>(css, "element.scrollIntoView({ block: 'center', behavior: 'instant' })")?;
        self.on_element(css, |element| self.runtime.block_on(element.click()))
    }

    /// Replaces what stands in a field, key by key, and stays in it.
    #[track_caller]
    pub fn type_into(&self, css: &str, text: &str) -> Outcome {
        self.empty(css)?;
        self.keys(css, text)
    }

    /// Types at the end of what stands in a field.
    #[track_caller]
    pub fn keys(&self, css: &str, text: &str) -> Outcome {
        self.on_element(css, |element| self.runtime.block_on(element.send_keys(text)))
    }

    /// Takes out what stands in a field and stays in it.
    #[track_caller]
    pub fn empty(&self, css: &str) -> Outcome {
        self.click(css)?;
        self.of::<()>(css, "element.select()")?;
        self.press(Key::Delete)
    }

    /// Presses a key where the focus is.
    #[track_caller]
    pub fn press(&self, key: Key) -> Outcome {
        self.press_all(&key.value().to_string())
    }

    /// Presses keys where the focus is.
    #[track_caller]
    pub fn press_all(&self, keys: &str) -> Outcome {
        let chain = self
            .driver()?
            .action_chain_with_delay(Some(Duration::ZERO), Some(Duration::ZERO))
            .send_keys(keys);
        Ok(self.runtime.block_on(chain.perform())?)
    }

    /// Leaves the field that has the focus.
    #[track_caller]
    pub fn leave(&self) -> Outcome {
        self.js("document.activeElement?.blur()", json!([]))
    }

    /// Chooses a row of a list by its value.
    #[track_caller]
    pub fn choose(&self, css: &str, value: &str) -> Outcome {
        self.click(&format!("{css} option[value=\"{value}\"]"))
    }

    /// Chooses one of the radio buttons of a field.
    #[track_caller]
    pub fn pick(&self, field: &str, id: &str) -> Outcome {
        self.click(&format!("label:has(input[type=radio][name=\"{field}\"][value=\"{id}\"])"))
    }

    /// Gives a file to a file input.
    #[track_caller]
    pub fn give_file(&self, css: &str, file: &Path) -> Outcome {
        self.keys(css, &file.to_string_lossy())
    }
}

/// A new empty folder.
fn new_folder(site: &Site) -> Outcome<PathBuf> {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let folder = site.out.join(format!(
        "saved-{}-{}",
        std::process::id(),
        COUNT.fetch_add(1, Ordering::Relaxed)
    ));
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

fn list(arguments: Value) -> Vec<Value> {
    match arguments {
        Value::Array(list) => list,
        other => vec![other],
    }
}

/// Looks again and again until something holds or patience ends.
fn wait_for(patience: Duration, mut holds: impl FnMut() -> Outcome<bool>) -> Outcome<bool> {
    let end = Instant::now() + patience;
    loop {
        if holds()? {
            return Ok(true);
        }
        if Instant::now() > end {
            return Ok(false);
        }
        thread::sleep(BETWEEN_LOOKS);
    }
}
