use crate::support::{
    HOME, PLATING_TIME, SOURCES, answer_to, calculator_page, fill, metric, until_address_has,
    until_answer, with_script,
};
use browser_tests::{Outcome, Visitor};
use platewise_model::words::Language;
use serde_json::json;
use std::thread;
use std::time::Duration;

const DENIED: &str = "for (const name of ['localStorage', 'sessionStorage']) {
    Object.defineProperty(window, name, { get() { throw new DOMException('denied', 'SecurityError'); } });
}";
const FULL: &str =
    "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };";

#[test]
fn everything_works_where_storage_is_denied_or_full() -> Outcome {
    for script in [DENIED, FULL] {
        let tab = with_script(&Visitor::default(), script)?;
        tab.open(PLATING_TIME.address)?;
        fill(&tab, json!({ "deposit": "nickel", "thickness_um": 20 }))?;
        until_answer(
            &tab,
            &answer_to(json!({ "deposit": "nickel", "thickness_um": 20 }), metric(Language::En))?,
        )?;
        tab.click("[data-do=pin]")?;
        tab.until_shown("#pins")?;
        for button in ["#theme", "#units", "#language"] {
            tab.click(button)?;
        }
        tab.until("Chinese", "document.documentElement.lang === 'zh'")?;
        until_address_has(&tab, "lang=zh")?;
        tab.click("header nav a[href$='sources/']")?;
        tab.until_text("main h1", SOURCES.headings[1])?;
        tab.back()?;
        tab.until("the field again", "document.querySelector('#deposit')?.value === 'nickel'")?;
        tab.until_ready()?; // what is pinned stands behind the fields
        assert!(tab.shows("#pins")?, "pinned until the page is closed");
        assert!(!tab.shows("#crash")?);
        assert_eq!(tab.console()?, Vec::<String>::new());
    }
    Ok(())
}

#[test]
fn rubbish_in_the_memory_is_survived() -> Outcome {
    let tab = calculator_page()?;
    tab.type_into("#thickness_um", "9")?;
    tab.click("[data-do=pin]")?;
    for button in ["#theme", "#units", "#language", "#language"] {
        tab.click(button)?;
    }
    thread::sleep(Duration::from_millis(600)); // the last inputs are remembered a little later
    let keys: Vec<String> = tab.js("return Object.keys(localStorage)", json!([]))?;
    assert!(keys.len() >= 5 && keys.iter().all(|key| key.starts_with("platewise.")), "{keys:?}");
    for rubbish in [
        "",
        "\u{0}\u{1}",
        "null",
        "{\"a\":",
        "v=1&thickness_um=%FF&&&=\n<script>\n\n%%%",
        "zh\nen",
        "丝丝丝",
    ] {
        tab.js::<()>(
            "for (const key of arguments[0]) localStorage.setItem(key, arguments[1])",
            json!([keys, rubbish]),
        )?;
        for page in [HOME, PLATING_TIME] {
            // The page that is left writes its state when it goes: what counts is what the next one finds.
            tab.open_anything("about:blank")?;
            tab.open(page.address)?;
            assert!(!tab.shows("#crash")?, "{rubbish:?}");
            tab.until_shown("#answer")?;
        }
        assert_eq!(tab.console()?, Vec::<String>::new(), "{rubbish:?}");
    }
    tab.type_into("#thickness_um", "10")?;
    tab.until_shown("#answer")
}

#[test]
fn the_last_inputs_are_there_at_the_next_visit() -> Outcome {
    let tab = calculator_page()?;
    fill(&tab, json!({ "deposit": "silver", "thickness_um": 3.25 }))?;
    until_address_has(&tab, "thickness_um=3.25")?;
    tab.open_afresh(PLATING_TIME.address)?;
    assert_eq!(tab.value("#deposit")?, "silver");
    assert_eq!(tab.value("#thickness_um")?, "3.25");
    assert!(!tab.shows("#notices")?);
    Ok(())
}

#[test]
fn reset_brings_every_default_back() -> Outcome {
    let tab = calculator_page()?;
    let before = tab.dense_text("#answer")?;
    fill(
        &tab,
        json!({ "deposit": "silver", "thickness_um": 3.25, "solve_for": "efficiency", "voltage_v": 3 }),
    )?;
    if !tab.shows("[data-do=reset]")? {
        tab.click("#export")?;
    }
    tab.click("[data-do=reset]")?;
    until_answer(&tab, &before)?;
    assert_eq!(tab.count("[data-field].own")?, 0);
    tab.until("an address without inputs", "!location.hash.includes('silver')")?;
    tab.open_afresh(PLATING_TIME.address)?;
    until_answer(&tab, &before)
}
