use crate::support::{
    ABOUT, COMPARISON, HOME, PART_AREA, PLATING_TIME, PROBLEM_STATE, PV_PAYBACK, Page, QUOTE,
    SCHEMAS, SOURCES, pages, price, reader, shade, with_script,
};
use browser_tests::{Engine, Outcome, Tab, Visitor};
use serde_json::json;
use std::fs;

/// What axe-core finds wrong, one line for each element.
pub fn violations(tab: &Tab) -> Outcome<Vec<String>> {
    let axe = fs::read_to_string(&tab.site.axe)?;
    if !tab.js::<bool>("return !!window.axe", json!([]))? {
        tab.js::<()>(&axe, json!([]))?;
    }
    // Asked for again and again, as a driver waits for no script longer than half a minute.
    tab.js::<()>(
        "delete window.axeFound;
         axe.run(document, { resultTypes: ['violations'] }).then(
           found => { window.axeFound = found.violations.flatMap(one => one.nodes.map(node => `${one.id}: ${node.target.join(' ')}: ${node.failureSummary.replace(/\\s+/g, ' ')}`)); },
           error => { window.axeFound = [`axe did not run: ${error}`]; },
         );",
        json!([]),
    )?;
    tab.until("axe to end", "window.axeFound")?;
    tab.js("return window.axeFound", json!([]))
}

/// Examines what is shown in light and dark, wide and narrow.
fn examine(tab: &Tab, what: &str, found: &mut Vec<String>) -> Outcome {
    // The others keep their windows wider, and what is wrong in two of the four is not theirs alone.
    let examined: &[(bool, u32)] = if tab.engine == Engine::Chromium {
        &[(false, 1280), (true, 1280), (false, 390), (true, 390)]
    } else {
        &[(false, 1280), (true, 500)]
    };
    // A colour on its way from one theme to the other is none of either; in Firefox one that is out of sight never arrives.
    for &(dark, width) in examined {
        shade(tab, dark)?;
        tab.size(width, 900)?;
        std::thread::sleep(std::time::Duration::from_millis(250));
        tab.js::<()>("document.getAnimations().forEach(one => one.finish())", json!([]))?;
        let shade = if dark { "dark" } else { "light" };
        found.extend(
            violations(tab)?
                .into_iter()
                .map(|violation| format!("{what}, {shade}, {width}: {violation}")),
        );
    }
    Ok(())
}

fn examine_page(page: &Page) -> Outcome {
    let mut found = Vec::new();
    for languages in ["en-US,en", "zh-CN,zh"] {
        let tab = reader(languages)?;
        tab.open(page.address)?;
        examine(&tab, &format!("/{} {languages}", page.address), &mut found)?;
    }
    assert_eq!(found, Vec::<String>::new());
    Ok(())
}

#[test]
fn axe_finds_nothing_on_the_home_page() -> Outcome {
    examine_page(&HOME)
}

#[test]
fn axe_finds_nothing_on_the_calculator() -> Outcome {
    examine_page(&PLATING_TIME)
}

#[test]
fn axe_finds_nothing_on_the_sources() -> Outcome {
    examine_page(&SOURCES)
}

#[test]
fn axe_finds_nothing_on_the_schemas() -> Outcome {
    examine_page(&SCHEMAS)
}

#[test]
fn axe_finds_nothing_on_embedded_calculators_and_the_pages_that_show_them() -> Outcome {
    let mut found = Vec::new();
    for languages in ["en-US,en", "zh-CN,zh"] {
        let tab = reader(languages)?;
        for (address, there) in [
            ("embed/v1/plating-time/", "#answer"),
            ("embed/v1/quote/", "#answer"),
            ("embed/", "#preview platewise-calculator"),
            ("embed/demo/", "platewise-calculator"),
        ] {
            tab.open_anything(&tab.address_of(address))?;
            tab.until_shown(there)?;
            // The window is on the page itself: what is in a frame of it is examined as a page of its own.
            examine(&tab, &format!("{address}, {languages}"), &mut found)?;
        }
    }
    assert_eq!(found, Vec::<String>::new());
    Ok(())
}

#[test]
fn axe_finds_nothing_on_the_comparison_with_everything_unfolded_and_analysed() -> Outcome {
    let mut found = Vec::new();
    for languages in ["en-US,en", "zh-CN,zh"] {
        let tab = reader(languages)?;
        tab.open(COMPARISON.address)?;
        tab.click("#analyse")?;
        tab.until_shown("#an-draw")?;
        tab.click("#an-draw")?;
        tab.until_shown("#an-said p")?;
        tab.js::<()>(
            "document.querySelectorAll('details').forEach(one => one.open = true); document.querySelectorAll('[data-help]').forEach(one => one.click())",
            json!([]),
        )?;
        examine(&tab, &format!("comparison {languages}"), &mut found)?;
    }
    assert_eq!(found, Vec::<String>::new());
    Ok(())
}

#[test]
fn axe_finds_nothing_on_photovoltaics_with_everything_unfolded() -> Outcome {
    let mut found = Vec::new();
    for language in ["en", "zh"] {
        let tab = Visitor::default()
            .visit(&format!("{}#v=1&lang={language}&units=metric", PV_PAYBACK.address))?;
        tab.until("the charts", "document.querySelector('#charts figure svg')")?;
        tab.js::<()>(
            "document.querySelectorAll('details').forEach(one => one.open = true)",
            json!([]),
        )?;
        examine(&tab, &format!("photovoltaics, {language}"), &mut found)?;
    }
    assert_eq!(found, Vec::<String>::new());
    Ok(())
}

#[test]
fn axe_finds_nothing_on_a_quote_with_a_line_open() -> Outcome {
    let mut found = Vec::new();
    for language in ["en", "zh"] {
        let state = "units=metric&currency=usd&lines=name,thread,quantities;A-1,M8,1000%205000;A-2,M6,500%20200";
        let tab =
            Visitor::default().visit(&format!("{}#v=1&lang={language}&{state}", QUOTE.address))?;
        tab.until_shown("#problems")?;
        tab.click("[id='lines.2-head']")?;
        tab.until_shown("[id='lines.2.quantities']")?;
        tab.js::<()>(
            "document.querySelectorAll('details').forEach(one => one.open = true)",
            json!([]),
        )?;
        examine(&tab, &format!("quote with a problem, {language}"), &mut found)?;
        tab.type_into("[id='lines.2.quantities']", "200 500")?;
        price(&tab)?;
        tab.until("the charts", "document.querySelector('#charts figure svg')")?;
        tab.js::<()>(
            "document.querySelectorAll('details').forEach(one => one.open = true)",
            json!([]),
        )?;
        examine(&tab, &format!("quote, {language}"), &mut found)?;
    }
    assert_eq!(found, Vec::<String>::new());
    Ok(())
}

#[test]
fn axe_finds_nothing_on_the_papers_of_a_quote() -> Outcome {
    let mut found = Vec::new();
    for language in ["en", "zh"] {
        let state =
            "units=metric&customer.date=2026-11-24&lines=name,thread,quantities;A-1,M8,1000%205000";
        let tab =
            Visitor::default().visit(&format!("{}#v=1&lang={language}&{state}", QUOTE.address))?;
        price(&tab)?;
        tab.until_shown("#answer")?;
        tab.click("[data-do=papers]")?;
        for act in ["customer", "internal", "batch"] {
            tab.until_shown("#papers .body")?;
            tab.size(1280, 900)?;
            tab.click(&format!("#papers [data-paper={act}]"))?;
            examine(&tab, &format!("papers, {act}, {language}"), &mut found)?;
        }
    }
    assert_eq!(found, Vec::<String>::new());
    Ok(())
}

#[test]
fn axe_finds_nothing_on_a_part_with_a_model_and_rows() -> Outcome {
    let mut found = Vec::new();
    for language in ["en", "zh"] {
        let state =
            "units=metric&shape=mesh&parts=shape,thread,pieces;washer,M6,250;plate,,nonsense";
        let tab = Visitor::default()
            .visit(&format!("{}#v=1&lang={language}&{state}", PART_AREA.address))?;
        let path = tab.download_folder()?.join("block.stl");
        fs::write(&path, crate::part_area::boxes(&[([0.0; 3], 40.0)]))?;
        tab.give_file("#mesh_file", &path)?;
        tab.until("the model is drawn", "document.querySelector('#mesh_file-picture path')")?;
        tab.click("[id='parts.2-head']")?;
        tab.until_shown("[id='parts.2.pieces']")?;
        tab.js::<()>(
            "document.querySelectorAll('details').forEach(one => one.open = true); document.querySelectorAll('[data-help]').forEach(one => one.click())",
            json!([]),
        )?;
        examine(&tab, &format!("part area, {language}"), &mut found)?;
    }
    assert_eq!(found, Vec::<String>::new());
    Ok(())
}

#[test]
fn axe_finds_nothing_on_the_about_page() -> Outcome {
    examine_page(&ABOUT)
}

#[test]
fn axe_finds_nothing_with_problems_shown() -> Outcome {
    let mut found = Vec::new();
    for language in ["en", "zh"] {
        let address = format!(
            "plating-time/#{}&bogus=1",
            PROBLEM_STATE.replace("lang=en", &format!("lang={language}"))
        );
        let tab = Visitor::default().visit(&address)?;
        tab.until_shown("#problems")?;
        tab.until_shown("#notices")?;
        examine(&tab, &format!("problems, {language}"), &mut found)?;
    }
    assert_eq!(found, Vec::<String>::new());
    Ok(())
}

#[test]
fn axe_finds_nothing_with_pins_warnings_and_everything_unfolded() -> Outcome {
    let mut found = Vec::new();
    for language in ["en", "zh"] {
        let state = "units=us&designation=A3C&thread=M8&tensile_strength_mpa=1200&current_density_a_per_dm2=40&efficiency_mode=curve";
        let tab =
            Visitor::default().visit(&format!("plating-time/#v=1&lang={language}&{state}"))?;
        tab.until_shown("#answer")?;
        tab.click("[data-do=pin]")?;
        tab.choose("#example", "port_bracket")?;
        tab.click("[data-do=pin]")?;
        tab.until_shown("#pins")?;
        tab.js::<()>(
            "document.querySelectorAll('details').forEach(one => one.open = true); document.querySelectorAll('[data-help]').forEach(one => one.click())",
            json!([]),
        )?;
        examine(&tab, &format!("pins, {language}"), &mut found)?;
    }
    assert_eq!(found, Vec::<String>::new());
    Ok(())
}

#[test]
fn axe_finds_nothing_in_the_crash_panel_and_the_theme_that_was_chosen() -> Outcome {
    let tab = Visitor::default().visit(PLATING_TIME.address)?;
    let mut found = Vec::new();
    tab.click("#theme")?;
    tab.until("the dark theme", "document.documentElement.dataset.theme === 'dark'")?;
    std::thread::sleep(std::time::Duration::from_millis(250));
    found.extend(violations(&tab)?);
    tab.js::<()>("dispatchEvent(new CustomEvent('platewise-crash', { detail: 'x' }))", json!([]))?;
    tab.until_shown("#crash")?;
    found.extend(violations(&tab)?);
    assert_eq!(found, Vec::<String>::new());
    Ok(())
}

#[test]
fn axe_finds_nothing_in_the_static_pages() -> Outcome {
    let mut found = Vec::new();
    // Without its program the application never takes the place of the static text.
    let tab = with_script(
        &Visitor::default(),
        "WebAssembly.instantiateStreaming = WebAssembly.instantiate = () => new Promise(() => {})",
    )?;
    for page in pages() {
        tab.open_anything(&tab.address_of(page.address))?;
        tab.until("the static text", "document.querySelector('main .static')")?;
        examine(&tab, &format!("static /{}", page.address), &mut found)?;
    }
    assert_eq!(found, Vec::<String>::new());
    Ok(())
}
