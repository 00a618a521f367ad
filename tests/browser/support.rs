//! What several files of tests use: the pages, filling in the calculator, and what the model says natively.
#![allow(clippy::indexing_slicing, reason = "of the table of pages, and evaluated when compiled")]

use crate::embed::host;
use crate::routes::{self, PAGES as PAGE_TABLE};
use browser_tests::{Engine, Failure, Outcome, PATIENCE, Tab, Visitor};
use platewise_model::calculator::{AnyCalculator, Evaluation, Kind, find};
use platewise_model::entry;
use platewise_model::output::html;
use platewise_model::report::Report;
use platewise_model::report::format::Reader;
use platewise_model::units::System;
use platewise_model::words::Language;
use serde_json::{Map, Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// A page as it must be, with its words in English and in Chinese.
pub struct Page {
    pub address: &'static str,
    pub titles: [&'static str; 2],
    pub headings: [&'static str; 2],
}

/// A page by its address, with the title that the routes give it as heading.
const fn page(address: &'static str) -> Page {
    let mut place = 0;
    while !stands_at(&PAGE_TABLE[place], address) {
        place += 1;
    }
    let title = PAGE_TABLE[place].title;
    Page { address, titles: [title.en, title.zh], headings: [title.en, title.zh] }
}

/// Whether a page of the routes has this address, which ends in a slash.
const fn stands_at(page: &routes::Page, address: &str) -> bool {
    let (slug, address) = (page.slug.as_bytes(), address.as_bytes());
    let mut place = 0;
    while place < slug.len() && place < address.len() && slug[place] == address[place] {
        place += 1;
    }
    place == slug.len() && (place + 1 == address.len() || address.is_empty())
}

pub const HOME: Page =
    Page { headings: [routes::HOME_TITLE.en, routes::HOME_TITLE.zh], ..page("") };
pub const PLATING_TIME: Page = page("plating-time/");
pub const PART_AREA: Page = page("part-area/");
pub const QUOTE: Page = page("quote/");
pub const COMPARISON: Page = page("process-comparison/");
pub const PV_PAYBACK: Page = page("pv-payback/");
pub const SOURCES: Page = page("sources/");
pub const SCHEMAS: Page = page("schemas/");
pub const ABOUT: Page = page("about/");

/// Every page, in the order of the navigation.
pub fn pages() -> Vec<Page> {
    let of = |one: &routes::Page| {
        if one.slug.is_empty() { HOME } else { page(format!("{}/", one.slug).leak()) }
    };
    PAGE_TABLE.iter().map(of).collect()
}

/// A visitor who prefers English, on the page of the calculator.
pub fn calculator_page() -> Outcome<Tab> {
    Visitor::default().visit(PLATING_TIME.address)
}

/// A visitor who opens the address of a request and has it priced by the shop of this device.
pub fn priced(address: &str) -> Outcome<Tab> {
    let tab = Visitor::default().visit(address)?;
    price(&tab)?;
    Ok(tab)
}

/// Has an enquiry priced.
pub fn price(tab: &Tab) -> Outcome {
    tab.until_shown("#visit [data-do=price]")?;
    tab.click("#visit [data-do=price]")?;
    tab.until_hidden("#visit [data-do=price]")
}

/// A state of the calculator that cannot be answered.
pub const PROBLEM_STATE: &str =
    "v=1&lang=en&units=metric&thickness_um=1,234&time_min=abc&current_density_a_per_dm2=-5";

pub fn plating_time() -> Outcome<&'static AnyCalculator> {
    find("plating-time").ok_or_else(|| Failure::new("the model has no calculator plating-time"))
}

pub fn part_area() -> Outcome<&'static AnyCalculator> {
    find("part-area").ok_or_else(|| Failure::new("the model has no calculator part-area"))
}

pub fn quote() -> Outcome<&'static AnyCalculator> {
    find("quote").ok_or_else(|| Failure::new("the model has no calculator quote"))
}

pub fn comparison() -> Outcome<&'static AnyCalculator> {
    find("process-comparison")
        .ok_or_else(|| Failure::new("the model has no calculator process-comparison"))
}

pub fn pv_payback() -> Outcome<&'static AnyCalculator> {
    find("pv-payback").ok_or_else(|| Failure::new("the model has no calculator pv-payback"))
}

/// The whole report of photovoltaics on a roof that the model makes natively.
pub fn pv_payback_of(inputs: Value) -> Outcome<Report> {
    pv_payback()?
        .evaluate_fully(&object(inputs)?)
        .outcome
        .map_err(|problems| Failure::new(format!("the model has no answer: {problems:?}")))
}

/// The report of the comparison that the model makes natively.
pub fn comparison_of(inputs: Value) -> Outcome<Report> {
    comparison()?
        .evaluate_fully(&object(inputs)?)
        .outcome
        .map_err(|problems| Failure::new(format!("the model has no answer: {problems:?}")))
}

/// Inputs as JSON names and canonical values.
pub fn object(inputs: Value) -> Outcome<Map<String, Value>> {
    match inputs {
        Value::Object(map) => Ok(map),
        other => Err(Failure::new(format!("{other} is no object"))),
    }
}

/// What the model says natively.
pub fn natively(inputs: Value) -> Outcome<Evaluation> {
    Ok(plating_time()?.evaluate_fully(&object(inputs)?))
}

/// The report that the model makes natively.
pub fn report_of(inputs: Value) -> Outcome<Report> {
    natively(inputs)?
        .outcome
        .map_err(|problems| Failure::new(format!("the model has no answer: {problems:?}")))
}

/// The answer that the model gives natively, as it is shown, without blanks.
pub fn answer_to(inputs: Value, reader: Reader) -> Outcome<String> {
    Ok(shown_answer(&report_of(inputs)?, reader))
}

/// The answer of a report as it is shown, without blanks.
pub fn shown_answer(report: &Report, reader: Reader) -> String {
    dense(&without_tags(&html::answer(report, reader)))
}

pub fn metric(language: Language) -> Reader {
    Reader { language, system: System::Metric }
}

pub fn us(language: Language) -> Reader {
    Reader { language, system: System::Us }
}

pub fn dense(text: &str) -> String {
    text.split_whitespace().collect()
}

/// The text of a piece of HTML.
pub fn without_tags(html: &str) -> String {
    let mut text = String::new();
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' => inside = false,
            c if !inside => text.push(c),
            _ => {}
        }
    }
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&")
}

/// Fills in the calculator as a person does, in the order given; numbers in metric units, as they are shown.
pub fn fill(tab: &Tab, inputs: Value) -> Outcome {
    let calculator = plating_time()?;
    for (name, value) in object(inputs)? {
        let field =
            calculator.field(&name).ok_or_else(|| Failure::new(format!("no field {name}")))?;
        let entry = entry::entry_of(field, &value, System::Metric)
            .ok_or_else(|| Failure::new(format!("{value} is nothing for {name}")))?;
        unfold(tab, &name)?;
        match field.kind {
            Kind::Choice(_) if tab.count(&format!("input[type=radio][name=\"{name}\"]"))? > 0 => {
                tab.pick(&name, &entry.text)
            }
            Kind::Choice(_) => tab.choose(&format!("#{name}"), &entry.text),
            Kind::Several(..) => Err(Failure::new("boxes are ticked one by one")),
            Kind::Hours(_) | Kind::Record => Err(Failure::new("files are given, not typed")),
            Kind::Rows { .. } => Err(Failure::new("rows are filled one by one")),
            // A new line is the key Enter: the driver of WebKit swallows the character.
            Kind::Number { .. }
            | Kind::Numbers { .. }
            | Kind::Text
            | Kind::LongText
            | Kind::Date
            | Kind::Curve => {
                tab.type_into(&format!("#{name}"), &entry.text.replace('\n', "\u{e007}"))
            }
        }
        .map_err(|failure| Failure::new(format!("{name}: {failure:?}")))?;
    }
    Ok(())
}

/// Opens what a field is folded away in.
pub fn unfold(tab: &Tab, field: &str) -> Outcome {
    for folded in [
        format!("details:not([open]):has([data-field=\"{field}\"]) > summary"),
        format!("[data-field=\"{field}\"] details:not([open]) > summary"),
    ] {
        if tab.count(&folded)? > 0 {
            tab.click(&folded)?;
        }
    }
    Ok(())
}

/// Waits for an answer, without blanks.
pub fn until_answer(tab: &Tab, expected: &str) -> Outcome {
    let condition = format!(
        "document.querySelector('#answer')?.textContent.replace(/\\s/g, '') === {}",
        json!(expected)
    );
    let came = tab.until(&format!("the answer {expected}"), &condition);
    came.map_err(|_| {
        Failure::new(format!(
            "the answer is “{}”, not “{expected}”; {}",
            tab.dense_text("#answer").unwrap_or_default(),
            tab.text("#problems").unwrap_or_default()
        ))
    })
}

/// Everything that stands in the fields, and the reader's choices.
pub fn state(tab: &Tab) -> Outcome<Value> {
    tab.js(
        "const fields = {};
         for (const field of document.querySelectorAll('[data-field]')) {
           const name = field.dataset.field;
           const radio = field.querySelector('input[type=radio]:checked');
           const control = document.getElementById(name);
           fields[name] = {
             value: radio ? radio.value : control?.value ?? null,
             unit: document.querySelector(`select[data-unit=\"${name}\"]`)?.value ?? null,
             shown: field.checkVisibility(),
             own: field.classList.contains('own'),
             invalid: control?.getAttribute('aria-invalid') ?? null,
           };
         }
         return { fields, lang: document.documentElement.lang, units: document.querySelector('#units').textContent,
                  answer: document.querySelector('#answer')?.textContent ?? null, problems: document.querySelector('#problems')?.innerText ?? null };",
        json!([]),
    )
}

/// Waits until the address bar holds the state.
pub fn until_address_has(tab: &Tab, part: &str) -> Outcome {
    tab.until(
        &format!("{part} in the address"),
        &format!("location.hash.includes({})", json!(part)),
    )
}

/// Does a little of everything that the application offers, by clicks and keys.
pub fn use_everything(tab: &Tab) -> Outcome {
    tab.open(HOME.address)?;
    take_files(tab)?;
    tab.type_into("#thickness_um", "15")?;
    tab.click("header nav a[href$='plating-time/']")?;
    tab.until_text("main h1", PLATING_TIME.headings[0])?;
    fill(
        tab,
        json!({ "deposit": "nickel", "thickness_um": 20.5, "current_density_a_per_dm2": 3 }),
    )?;
    tab.click("[data-help=\"thickness_um\"]")?;
    tab.choose("select[data-unit=\"thickness_um\"]", "1")?;
    tab.click("[data-clear=\"thickness_um\"]")?;
    tab.choose("#example", "m8_a3c")?;
    tab.click("[data-do=pin]")?;
    tab.until_shown("#pins")?;
    tab.click("#export")?;
    tab.click("[data-do=csv]")?;
    if !tab.shows("[data-do=file]")? {
        tab.click("#export")?;
    }
    tab.click("[data-do=file]")?;
    tab.click("[data-do=copy]")?;
    tab.type_into("#current_density_a_per_dm2", "abc")?;
    tab.until_shown("#problems")?;
    for button in ["#units", "#theme", "#language", "#language", "#units"] {
        tab.click(button)?;
    }
    if !tab.shows("[data-do=reset]")? {
        tab.click("#export")?;
    }
    tab.click("[data-do=reset]")?;
    tab.until_shown("#answer")?;
    tab.until_shown("#charts .astable summary")?; // what stands behind the answer comes a little later
    tab.click("#charts .astable summary")?;
    tab.click("header nav a[href$='sources/']")?;
    tab.until_text("main h1", SOURCES.headings[0])?;
    tab.click("header nav a[href$='about/']")?;
    tab.until_text("main h1", ABOUT.headings[0])?;
    tab.back()?;
    tab.until_text("main h1", SOURCES.headings[0])
}

/// Lets the page save files, and gives the folder that takes them. The driver of WebKit cannot be told one: there the page keeps what it would save until
/// [`saved`] asks for it.
pub fn take_files(tab: &Tab) -> Outcome<PathBuf> {
    if tab.engine == Engine::WebKit {
        let keep = "if (window.kept) return;
            window.kept = [];
            const blobs = new Map(), make = URL.createObjectURL, click = HTMLElement.prototype.click;
            URL.createObjectURL = blob => { const address = make.call(URL, blob); blobs.set(address, blob); return address; };
            HTMLElement.prototype.click = function () { this.download && blobs.has(this.href) ? window.kept.push([this.download, blobs.get(this.href)]) : click.call(this); };";
        tab.js::<()>(keep, json!([]))?;
    }
    tab.download_folder()
}

/// Writes what the page has kept since this was last asked.
fn write_kept(tab: &Tab, folder: &Path) -> Outcome {
    let read = "const done = arguments[0];
        Promise.all((window.kept ?? []).splice(0).map(async ([name, blob]) => [name, [...new Uint8Array(await blob.arrayBuffer())]])).then(done)";
    for (name, bytes) in tab.js_later::<Vec<(String, Vec<u8>)>>(read, json!([]))? {
        fs::write(folder.join(name), bytes)?;
    }
    Ok(())
}

/// The file of an ending that the page has saved.
pub fn saved(tab: &Tab, ending: &str) -> Outcome<PathBuf> {
    let folder = tab.download_folder()?;
    let end = Instant::now() + PATIENCE;
    while Instant::now() < end {
        if tab.engine == Engine::WebKit {
            write_kept(tab, &folder)?;
        }
        let files = fs::read_dir(&folder)?.filter_map(Result::ok).map(|entry| entry.path());
        let mut found = files.filter(|path| path.extension().is_some_and(|found| found == ending));
        if let Some(path) = found.next()
            && fs::metadata(&path)?.len() > 0
        {
            return Ok(path);
        }
        thread::sleep(Duration::from_millis(30));
    }
    Err(Failure::new(format!("no .{ending} was saved")))
}

/// What a button puts on the clipboard, once `said` tells of it. Only Chromium lets it be read back; so the page notes what the browser took or refused.
pub fn copied(tab: &Tab, button: &str, said: &str) -> Outcome<String> {
    if tab.engine == Engine::Chromium {
        tab.cdp(
            "Browser.grantPermissions",
            json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] }),
        )?;
    }
    let note = "const clipboard = navigator.clipboard, write = clipboard.writeText;
        window.copied = null;
        clipboard.writeText = text => write.call(clipboard, text).then(() => { window.copied = text; }, error => { window.copied = `refused: ${error}`; throw error; })";
    tab.js::<()>(note, json!([]))?;
    tab.click(button)?;
    tab.until(
        "a copy, and a word about it",
        &format!("window.copied && document.querySelector('{said}').textContent.trim() !== ''"),
    )?;
    tab.js("return window.copied", json!([]))
}

/// A browser of somebody who reads these languages. WebKit takes them from the system, so there Chinese is chosen as a reader chooses it.
pub fn reader(languages: &str) -> Outcome<Tab> {
    let tab = Visitor::default().speaking(languages).start()?;
    if tab.engine == Engine::WebKit && languages.starts_with("zh") {
        tab.open_anything(&tab.address_of("robots.txt"))?;
        tab.js::<()>("localStorage.setItem('platewise.language', 'zh')", json!([]))?;
    }
    Ok(tab)
}

/// A copy of the site below the address of the other site, which the test may change.
pub fn copy_of_site(tab: &Tab, name: &str) -> Outcome<(String, PathBuf)> {
    fn copy(from: &Path, to: &Path) -> Outcome {
        fs::create_dir_all(to)?;
        for entry in fs::read_dir(from)? {
            let entry = entry?;
            let target = to.join(entry.file_name());
            if entry.file_type()?.is_dir() {
                copy(&entry.path(), &target)?
            } else {
                fs::copy(entry.path(), target).map(drop)?
            }
        }
        Ok(())
    }
    let (address, folder) = &tab.site.hosts;
    let folder = folder.join(name);
    let _ = fs::remove_dir_all(&folder); // of a run before
    copy(&tab.site.dist, &folder)?;
    Ok((format!("{address}{name}/"), folder))
}

/// Cuts the network off, or joins it again: in Chromium by its developer tools; in the others the copy of the site that they look at goes and comes back.
pub fn cut(tab: &Tab, copy: &Path, off: bool) -> Outcome {
    if tab.engine == Engine::Chromium {
        tab.cdp("Network.enable", json!({}))?;
        return tab
            .cdp("Network.emulateNetworkConditions", json!({ "offline": off, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 }))
            .map(drop);
    }
    let away = copy.with_extension("away");
    let (from, to) = if off { (copy, away.as_path()) } else { (away.as_path(), copy) };
    let _ = fs::remove_dir_all(to); // of a run before
    Ok(fs::rename(from, to)?)
}

/// Waits until the service worker keeps a whole version of the site.
pub fn until_kept(tab: &Tab) -> Outcome {
    let ready = "const done = arguments[0]; navigator.serviceWorker.ready.then(one => {
        const look = () => one.active?.state === 'activated' && navigator.serviceWorker.controller ? done(true) : setTimeout(look, 50);
        look();
    })";
    tab.js_later::<bool>(ready, json!([])).map(drop)
}

/// A copy of the one file with everything in it, and its address on disk.
pub fn one_file(tab: &Tab) -> Outcome<String> {
    let file = tab.site.out.join("platewise.html");
    fs::copy(tab.site.dist.join("platewise.html"), &file)?;
    Ok(format!("file://{}", file.display()))
}

/// A browser in which a script runs before anything else in every page. Only Chromium can be told so: the others are given a copy of the site whose pages
/// begin with it, before their policy.
pub fn with_script(visitor: &Visitor, script: &str) -> Outcome<Tab> {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    if Engine::of_tests() == Engine::Chromium {
        return visitor.clone().with_script(script).start();
    }
    let mut tab = visitor.start()?;
    let (address, folder) =
        copy_of_site(&tab, &format!("script-{}", COUNT.fetch_add(1, Ordering::Relaxed)))?;
    for page in pages() {
        let page = folder.join(page.address).join("index.html");
        fs::write(
            &page,
            fs::read_to_string(&page)?.replacen(
                "<head>",
                &format!("<head><script>{script}</script>"),
                1,
            ),
        )?;
        for compressed in ["html.br", "html.gz"] {
            fs::remove_file(page.with_extension(compressed))?;
        }
    }
    tab.site.root = address;
    Ok(tab)
}

/// Shows the page dark or light: by the device in Chromium, by the reader's choice in engines whose device cannot be set while they run.
pub fn shade(tab: &Tab, dark: bool) -> Outcome {
    if tab.engine == Engine::Chromium {
        return tab.color_scheme(dark);
    }
    tab.js(
        "document.documentElement.dataset.theme = arguments[0]",
        json!([if dark { "dark" } else { "light" }]),
    )
}

/// Lays the page out as on paper, or on the screen again: by the browser in Chromium, in the others by its own style sheets.
pub fn on_paper(tab: &Tab, paper: bool) -> Outcome {
    if tab.engine == Engine::Chromium {
        return tab
            .cdp("Emulation.setEmulatedMedia", json!({ "media": if paper { "print" } else { "" } }))
            .map(drop);
    }
    let swap = "const from = arguments[0] ? ['print', 'screen'] : ['all', 'not all'], to = arguments[0] ? ['all', 'not all'] : ['print', 'screen'];
        for (const sheet of document.styleSheets) for (const rule of sheet.cssRules) {
            const place = rule instanceof CSSMediaRule ? from.indexOf(rule.media.mediaText) : -1;
            if (place >= 0) rule.media.mediaText = to[place];
        }";
    tab.js(swap, json!([paper]))
}

/// Opens an address below the root in a window of any size: Chromium's own, and a frame in the others, whose windows stay wider.
pub fn open_sized(tab: &Tab, address: &str, size: (u32, u32)) -> Outcome {
    if tab.engine == Engine::Chromium {
        resize(tab, size)?;
        return tab.open_afresh(address);
    }
    let frame = "<style>body { margin: 0 } iframe { border: 0; display: block }</style><iframe title=\"Window\"></iframe>";
    host(tab, &format!("window-{:?}", thread::current().id()).replace(['(', ')'], ""), "", frame)?;
    resize(tab, size)?;
    let load = "const frame = document.querySelector('iframe'); frame.onload = () => { window.loaded = true; }; frame.src = arguments[0]";
    tab.js::<()>(load, json!([tab.address_of(address)]))?;
    tab.until("the page in the frame", "window.loaded")?;
    within(tab, || {
        tab.until_ready()?;
        tab.js(
            "window.dispatchEvent(new PointerEvent('pointermove', { bubbles: true }))",
            json!([]),
        )
    })
}

/// Gives the window of [`open_sized`] another size.
pub fn resize(tab: &Tab, (width, height): (u32, u32)) -> Outcome {
    if tab.engine == Engine::Chromium {
        return tab.size(width, height);
    }
    tab.js("Object.assign(document.querySelector('iframe'), { width: arguments[0], height: arguments[1] })", json!([width, height]))
}

/// Does something in the window of [`open_sized`].
pub fn within<T>(tab: &Tab, act: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    if tab.engine == Engine::Chromium {
        act()
    } else {
        tab.inside("return document.querySelector('iframe')", act)
    }
}
