use crate::support::{ABOUT, HOME, PLATING_TIME, SOURCES, pages, reader};
use crate::words;
use browser_tests::{Outcome, Visitor};
use serde_json::json;

#[test]
fn every_page_opens_at_its_address_with_title_and_heading_and_a_silent_console() -> Outcome {
    for (position, languages) in ["en-GB,en", "zh-CN,zh"].into_iter().enumerate() {
        let tab = reader(languages)?;
        for page in pages() {
            tab.open_afresh(page.address)?;
            tab.until_text("main h1", page.headings[position])?;
            tab.until(
                "the title",
                &format!(
                    "document.title === {}",
                    json!(format!("{} — Platewise", page.titles[position]))
                ),
            )?;
            assert_eq!(tab.count("h1:not(#crash-title)")?, 1, "one heading on {}", page.address);
            assert!(!tab.shows("#crash")?);
            assert_eq!(tab.console()?, Vec::<String>::new(), "console of {}", page.address);
        }
    }
    Ok(())
}

#[test]
fn the_first_language_comes_from_the_browser() -> Outcome {
    for (languages, expected) in [
        ("zh-CN,zh", "zh"),
        ("zh-TW", "zh"),
        ("en-US,en", "en"),
        ("ja,zh,en", "zh"),
        ("fr-FR,fr", "en"),
    ] {
        let tab = Visitor::default().speaking(languages).visit(HOME.address)?;
        assert_eq!(tab.attribute("html", "lang")?.as_deref(), Some(expected), "{languages}");
    }
    Ok(())
}

#[test]
fn links_change_the_page_without_loading_it_again_and_back_and_forward_follow() -> Outcome {
    let tab = Visitor::default().visit(HOME.address)?;
    tab.js::<()>("window.stillHere = true", json!([]))?;
    for page in [PLATING_TIME, SOURCES, ABOUT] {
        tab.click(&format!("header nav a[href$='{}']", page.address))?;
        tab.until_text("main h1", page.headings[0])?;
        assert_eq!(tab.address()?.split('#').next(), Some(tab.address_of(page.address).as_str()));
        tab.until(
            "the title",
            &format!("document.title === {}", json!(format!("{} — Platewise", page.titles[0]))),
        )?;
        assert_eq!(tab.count("header nav a[aria-current=page]")?, 1);
        assert!(
            tab.attribute("header nav a[aria-current=page]", "href")?
                .is_some_and(|href| href.ends_with(page.address))
        );
    }
    for page in [SOURCES, PLATING_TIME, HOME] {
        tab.back()?;
        tab.until_text("main h1", page.headings[0])?;
    }
    tab.forward()?;
    tab.until_text("main h1", PLATING_TIME.headings[0])?;
    tab.click("header .mark")?;
    tab.until_text("main h1", HOME.headings[0])?;
    assert_eq!(tab.address()?, tab.address_of(HOME.address));
    assert!(
        tab.js::<bool>("return window.stillHere === true", json!([]))?,
        "the page was loaded again"
    );
    assert_eq!(tab.console()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn the_example_on_the_home_page_answers_at_once_and_opens_with_everything() -> Outcome {
    let tab = Visitor::default().visit(HOME.address)?;
    tab.until_shown("#answer")?;
    let before = tab.dense_text("#answer")?;
    tab.type_into("#thickness_um", "25")?;
    tab.until(
        "another answer",
        &format!(
            "document.querySelector('#answer').textContent.replace(/\\s/g, '') !== {}",
            json!(before)
        ),
    )?;
    let answer = tab.dense_text("#answer")?;
    tab.click("#open-whole")?;
    tab.until_text("main h1", PLATING_TIME.headings[0])?;
    crate::support::until_answer(&tab, &answer)?;
    assert_eq!(tab.value("#thickness_um")?, "25");
    Ok(())
}

fn of_role<'a>(nodes: &'a [(String, String)], role: &str) -> Vec<&'a str> {
    nodes.iter().filter(|(found, _)| found == role).map(|(_, name)| name.as_str()).collect()
}

#[test]
fn every_page_can_be_read_without_javascript() -> Outcome {
    let tab = Visitor::default().start()?;
    tab.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true }))?;
    for page in pages() {
        tab.open_anything(&tab.address_of(page.address))?;
        let mut nodes = Vec::new();
        // The tree is made after the page is there.
        tab.until_holds(&format!("a heading in each language on {}", page.address), || {
            nodes = tab.read_out()?;
            let headings = of_role(&nodes, "heading");
            Ok(page.headings.iter().all(|title| headings.contains(title)))
        })?;
        let texts = of_role(&nodes, "StaticText");
        assert!(
            texts.iter().map(|text| text.len()).sum::<usize>() > 150,
            "{} says only {texts:?}",
            page.address
        );
        if page.address == HOME.address {
            let links = of_role(&nodes, "link");
            assert!(
                links.iter().any(|link| link.contains(PLATING_TIME.titles[0])),
                "no link to the calculator: {links:?}"
            );
        }
    }
    Ok(())
}

#[test]
fn an_address_without_a_page_says_so() -> Outcome {
    let tab = Visitor::default().visit("no-such-page/")?;
    tab.until_text("main h1", words::NOT_FOUND.en)?;
    tab.click("header nav a[href$='plating-time/']")?;
    tab.until_text("main h1", PLATING_TIME.headings[0])
}

#[test]
fn the_sources_page_lists_every_figure_and_finds_words() -> Outcome {
    let tab = Visitor::default().visit(SOURCES.address)?;
    let figures = platewise_model::calculator::figures().len();
    tab.until(
        "all figures",
        &format!("document.querySelectorAll('main tbody tr').length === {figures}"),
    )?;
    tab.type_into("main input", "nickel density")?;
    tab.until(
        "fewer figures",
        &format!("document.querySelectorAll('main tbody tr').length < {}", figures / 2),
    )?;
    assert!(tab.count("main tbody tr")? > 0);
    assert_eq!(tab.console()?, Vec::<String>::new());
    Ok(())
}
