use crate::support::{calculator_page, copied, dense, fill, state, until_address_has};
use browser_tests::{Outcome, Visitor};
use platewise_model::entry::Entries;
use platewise_model::units::System;
use serde_json::{Value, json};

#[test]
fn a_copied_link_opened_elsewhere_brings_everything_back() -> Outcome {
    let link = {
        let tab = calculator_page()?;
        fill(
            &tab,
            json!({ "deposit": "zinc", "bath": "alkaline_mid", "rack_or_barrel": "barrel", "passivate": "trivalent_clear", "designation": "A3C" }),
        )?;
        tab.choose("select[data-unit=\"thickness_um\"]", "1")?;
        tab.type_into("#thickness_um", "0.50")?;
        fill(
            &tab,
            json!({ "efficiency_mode": "curve", "efficiency_curve": [[0.5, 0.97], [3.0, 0.8]], "voltage_v": 7 }),
        )?;
        tab.click("#language")?;
        tab.click("#units")?;
        let copied = copied(&tab, "[data-do=copy]", "#said")?;
        assert_eq!(copied, tab.address()?, "the link copied is the address");
        (copied, state(&tab)?)
    };
    let other = Visitor::default().speaking("fr-FR").start()?;
    other.open_anything(&link.0)?;
    other.until_ready()?;
    assert_eq!(state(&other)?, link.1);
    assert_eq!(link.1.get("lang"), Some(&json!("zh")));
    assert_eq!(other.console()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn a_link_carries_also_what_is_no_number() -> Outcome {
    let typed = [
        ("thickness_um", "1,234"),
        ("current_density_a_per_dm2", "a=b&c:d#é 中文 %41"),
        ("designation", "<script>alert(1)</script>"),
    ];
    let (address, before) = {
        let tab = calculator_page()?;
        for (field, text) in typed {
            tab.type_into(&format!("#{field}"), text)?;
        }
        until_address_has(&tab, "designation=")?;
        until_address_has(&tab, "alert")?;
        (tab.address()?, state(&tab)?)
    };
    let other = Visitor::default().start()?;
    other.open_anything(&address)?;
    other.until_ready()?;
    other.until_shown("#problems")?;
    for (field, text) in typed {
        assert_eq!(other.value(&format!("#{field}"))?, text);
    }
    assert_eq!(state(&other)?, before);
    assert_eq!(other.console()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn a_broken_link_gives_notices_and_loads_the_rest() -> Outcome {
    let tab = Visitor::default().visit("plating-time/#v=9&bogus=1&thickness_um=5:parsec&time_min=%FF&bath=acid_ammonium&&=&lang=xx&units=furlongs")?;
    tab.until_shown("#notices")?;
    assert!(tab.count("#notices li")? >= 4, "{}", tab.text("#notices")?);
    assert!(tab.text("#notices")?.contains("bogus"));
    assert_eq!(tab.value("#bath")?, "acid_ammonium");
    assert!(tab.shows("#answer")?);
    tab.click("#notices [data-do=dismiss]")?;
    tab.until_hidden("#notices")?;
    assert_eq!(tab.console()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn hostile_links_do_no_harm() -> Outcome {
    let tab = Visitor::default().start()?;
    let long = format!("thickness_um={}", "9".repeat(20_000));
    let choice = "deposit=unobtainium&bath=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&thickness_um=5";
    let curve = "efficiency_mode=curve&efficiency_curve=1 2 3;;x";
    for link in [
        long.as_str(),
        choice,
        curve,
        "%",
        "%E4%A",
        "&&&&",
        "=",
        "v",
        "thickness_um",
        "thickness_um=:",
        "thickness_um=1e308&time_min=1e-308",
    ] {
        tab.open_afresh(&format!("plating-time/#{link}"))?;
        tab.until(
            "an answer or a problem",
            "['#answer', '#problems'].some(css => document.querySelector(css)?.checkVisibility())",
        )?;
        assert!(!tab.shows("#crash")?, "{link}");
        assert_eq!(tab.count("main img")?, 0);
        tab.type_into("#thickness_um", "12")?;
        assert_eq!(tab.console()?, Vec::<String>::new(), "{link}");
    }
    Ok(())
}

#[test]
fn the_address_bar_follows_what_is_typed_and_a_changed_address_is_read() -> Outcome {
    let tab = calculator_page()?;
    tab.type_into("#thickness_um", "17")?;
    until_address_has(&tab, "thickness_um=17")?;
    let entries = Entries::from([("thickness_um", platewise_model::entry::Entry::plain("33"))]);
    let link = platewise_model::entry::to_link(
        crate::support::plating_time()?,
        &entries,
        "zh",
        System::Us,
    );
    tab.js::<()>("location.hash = arguments[0]", json!([link]))?;
    tab.until(
        "the value of the address",
        "document.querySelector('#thickness_um').value === '33'",
    )?;
    tab.until("its language", "document.documentElement.lang === 'zh'")?;
    assert!(dense(&tab.text("#units")?).contains("A/ft²"));
    Ok(())
}

#[test]
fn the_way_back_to_a_page_keeps_its_state() -> Outcome {
    let tab = calculator_page()?;
    tab.type_into("#thickness_um", "18.25")?;
    until_address_has(&tab, "thickness_um=18.25")?;
    let before: Value = state(&tab)?;
    tab.click("header nav a[href$='about/']")?;
    tab.until_text("main h1", "About")?;
    tab.back()?;
    tab.until("the field again", "document.querySelector('#thickness_um')?.value === '18.25'")?;
    tab.until_ready()?;
    assert_eq!(state(&tab)?, before);
    Ok(())
}
