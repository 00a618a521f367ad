use crate::support::{calculator_page, until_address_has};
use browser_tests::Outcome;
use serde_json::json;

const CRASH: &str =
    "dispatchEvent(new CustomEvent('platewise-crash', { detail: 'panicked at <b>somewhere</b>' }))";

#[test]
fn a_crash_shows_a_panel_that_keeps_the_link_and_offers_to_reload() -> Outcome {
    let tab = calculator_page()?;
    tab.type_into("#thickness_um", "6.5")?;
    until_address_has(&tab, "thickness_um=6.5")?;
    assert!(!tab.shows("#crash")?);
    tab.js::<()>(CRASH, json!([]))?;
    tab.until_shown("#crash")?;
    assert_eq!(tab.value("#crash-link")?, tab.address()?);
    assert!(tab.text("#crash")?.contains("panicked at <b>somewhere</b>"));
    assert_eq!(tab.js::<String>("return document.activeElement.id", json!([]))?, "crash-reload");
    assert!(tab.text("#crash")?.contains("重新加载"), "in both languages");
    let on_top = "const box = document.querySelector('#crash-reload').getBoundingClientRect();
        return document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2).id";
    assert_eq!(tab.js::<String>(on_top, json!([]))?, "crash-reload", "nothing lies above it");
    tab.js::<()>("window.old = true", json!([]))?;
    tab.click("#crash-reload")?;
    tab.until(
        "the page anew",
        "!window.old && document.querySelector('#thickness_um')?.value === '6.5'",
    )?;
    assert!(!tab.shows("#crash")?);
    Ok(())
}

#[test]
fn starting_afresh_after_a_crash_forgets_what_may_have_caused_it() -> Outcome {
    let tab = calculator_page()?;
    let default = tab.value("#thickness_um")?;
    tab.type_into("#thickness_um", "6.5")?;
    until_address_has(&tab, "thickness_um=6.5")?;
    tab.js::<()>(CRASH, json!([]))?;
    tab.until_shown("#crash")?;
    tab.js::<()>("window.old = true", json!([]))?;
    tab.click("#crash-fresh")?;
    tab.until("the page anew", "!window.old && document.querySelector('#thickness_um')")?;
    assert_eq!(tab.value("#thickness_um")?, default);
    assert!(!tab.shows("#crash")?);
    Ok(())
}
