//! What several files of tests use: the pages, filling in the calculator, and what the model says natively.
#![allow(clippy::indexing_slicing, reason = "of the table of pages, and evaluated when compiled")]

use crate::routes::{self, PAGES as PAGE_TABLE};
use browser_tests::{Failure, Outcome, PATIENCE, Tab, Visitor};
use platewise_model::calculator::{AnyCalculator, Evaluation, Kind, find, whole};
use platewise_model::entry;
use platewise_model::output::html;
use platewise_model::report::Report;
use platewise_model::report::format::Reader;
use platewise_model::units::System;
use platewise_model::words::{Language, Text};
use serde_json::{Map, Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

/// A page as it must be, with its words in English and in Chinese.
pub struct Page {
    pub address: &'static str,
    pub titles: [&'static str; 2],
    pub headings: [&'static str; 2],
}

const fn page(address: &'static str, title: Text, heading: Text) -> Page {
    Page { address, titles: [title.en, title.zh], headings: [heading.en, heading.zh] }
}

pub const HOME: Page = page("", PAGE_TABLE[0].title, routes::HOME_TITLE);
pub const PLATING_TIME: Page = page("plating-time/", PAGE_TABLE[1].title, PAGE_TABLE[1].title);
pub const PART_AREA: Page = page("part-area/", PAGE_TABLE[2].title, PAGE_TABLE[2].title);
pub const QUOTE: Page = page("quote/", PAGE_TABLE[3].title, PAGE_TABLE[3].title);
pub const COMPARISON: Page = page("process-comparison/", PAGE_TABLE[4].title, PAGE_TABLE[4].title);
pub const PV_PAYBACK: Page = page("pv-payback/", PAGE_TABLE[5].title, PAGE_TABLE[5].title);
pub const SOURCES: Page = page("sources/", PAGE_TABLE[6].title, PAGE_TABLE[6].title);
pub const SCHEMAS: Page = page("schemas/", PAGE_TABLE[7].title, PAGE_TABLE[7].title);
pub const ABOUT: Page = page("about/", PAGE_TABLE[8].title, PAGE_TABLE[8].title);
pub const PAGES: [Page; 9] = [HOME, PLATING_TIME, PART_AREA, QUOTE, COMPARISON, PV_PAYBACK, SOURCES, SCHEMAS, ABOUT];

/// A visitor who prefers English, on the page of the calculator.
pub fn calculator_page() -> Outcome<Tab> {
    Visitor::default().visit(PLATING_TIME.address)
}

/// A state of the calculator that cannot be answered.
pub const PROBLEM_STATE: &str = "v=1&lang=en&units=metric&thickness_um=1,234&time_min=abc&current_density_a_per_dm2=-5";

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
    find("process-comparison").ok_or_else(|| Failure::new("the model has no calculator process-comparison"))
}

pub fn pv_payback() -> Outcome<&'static AnyCalculator> {
    find("pv-payback").ok_or_else(|| Failure::new("the model has no calculator pv-payback"))
}

/// The whole report of photovoltaics on a roof that the model makes natively.
pub fn pv_payback_of(inputs: Value) -> Outcome<Report> {
    whole(pv_payback()?, &object(inputs)?).outcome.map_err(|problems| Failure::new(format!("the model has no answer: {problems:?}")))
}

/// The report of the comparison that the model makes natively.
pub fn comparison_of(inputs: Value) -> Outcome<Report> {
    whole(comparison()?, &object(inputs)?).outcome.map_err(|problems| Failure::new(format!("the model has no answer: {problems:?}")))
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
    Ok(whole(plating_time()?, &object(inputs)?))
}

/// The report that the model makes natively.
pub fn report_of(inputs: Value) -> Outcome<Report> {
    natively(inputs)?.outcome.map_err(|problems| Failure::new(format!("the model has no answer: {problems:?}")))
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
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&")
}

/// Fills in the calculator as a person does, in the order given; numbers in metric units, as they are shown.
pub fn fill(tab: &Tab, inputs: Value) -> Outcome {
    let calculator = plating_time()?;
    for (name, value) in object(inputs)? {
        let field = calculator.field(&name).ok_or_else(|| Failure::new(format!("no field {name}")))?;
        let entry = entry::entry_of(field, &value, System::Metric).ok_or_else(|| Failure::new(format!("{value} is nothing for {name}")))?;
        unfold(tab, &name)?;
        match field.kind {
            Kind::Choice(_) if tab.count(&format!("input[type=radio][name=\"{name}\"]"))? > 0 => tab.pick(&name, &entry.text),
            Kind::Choice(_) => tab.choose(&format!("#{name}"), &entry.text),
            Kind::Several(..) => Err(Failure::new("boxes are ticked one by one")),
            Kind::Hours(_) | Kind::Record => Err(Failure::new("files are given, not typed")),
            Kind::Rows { .. } => Err(Failure::new("rows are filled one by one")),
            Kind::Number { .. } | Kind::Numbers { .. } | Kind::Text | Kind::Curve => tab.type_into(&format!("#{name}"), &entry.text),
        }
        .map_err(|failure| Failure::new(format!("{name}: {failure:?}")))?;
    }
    Ok(())
}

/// Opens what a field is folded away in.
pub fn unfold(tab: &Tab, field: &str) -> Outcome {
    for folded in [format!("details:not([open]):has([data-field=\"{field}\"]) > summary"), format!("[data-field=\"{field}\"] details:not([open]) > summary")] {
        if tab.count(&folded)? > 0 {
            tab.click(&folded)?;
        }
    }
    Ok(())
}

/// Waits for an answer, without blanks.
pub fn until_answer(tab: &Tab, expected: &str) -> Outcome {
    let condition = format!("document.querySelector('#answer')?.textContent.replace(/\\s/g, '') === {}", json!(expected));
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
    tab.until(&format!("{part} in the address"), &format!("location.hash.includes({})", json!(part)))
}

/// Does a little of everything that the application offers, by clicks and keys.
pub fn use_everything(tab: &Tab) -> Outcome {
    tab.download_folder()?;
    tab.open(HOME.address)?;
    tab.type_into("#thickness_um", "15")?;
    tab.click("header nav a[href$='plating-time/']")?;
    tab.until_text("main h1", PLATING_TIME.headings[0])?;
    fill(tab, json!({ "deposit": "nickel", "thickness_um": 20.5, "current_density_a_per_dm2": 3 }))?;
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
    tab.click("#charts .astable summary")?;
    tab.click("header nav a[href$='sources/']")?;
    tab.until_text("main h1", SOURCES.headings[0])?;
    tab.click("header nav a[href$='about/']")?;
    tab.until_text("main h1", ABOUT.headings[0])?;
    tab.back()?;
    tab.until_text("main h1", SOURCES.headings[0])
}

/// The file of an ending that was saved into a folder.
pub fn saved(folder: &Path, ending: &str) -> Outcome<PathBuf> {
    let end = Instant::now() + PATIENCE;
    while Instant::now() < end {
        let files = fs::read_dir(folder)?.filter_map(Result::ok).map(|entry| entry.path());
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
