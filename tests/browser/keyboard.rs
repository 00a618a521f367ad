use crate::support::{HOME, calculator_page, saved, take_files};
use browser_tests::{Outcome, Tab, Visitor};
use serde_json::json;
use thirtyfour::Key;

/// What has the focus: its id or class, and whether one can see that it has. A window that is not the active one shows no focus: WebKit's is none, as nothing
/// manages the windows of its screen.
const FOCUS: &str = "
    const element = document.activeElement;
    const ringed = one => { const style = getComputedStyle(one); return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none'; };
    const seen = !document.hasFocus() || ringed(element) || ['label', '.in', '.f'].some(css => element.closest(css) && ringed(element.closest(css)));
    return [element.id || element.className || element.tagName, element.dataset.do ?? element.dataset.unit ?? element.name ?? '', seen];";

fn focus(tab: &Tab) -> Outcome<(String, String, bool)> {
    tab.js(FOCUS, json!([]))
}

#[test]
fn the_first_tab_reaches_the_skip_link_which_leads_to_the_content() -> Outcome {
    for page in ["", "plating-time/", "sources/", "about/"] {
        let tab = Visitor::default().visit(page)?;
        tab.press(Key::Tab)?;
        tab.until("the skip link", "document.activeElement.matches('a.skip')")?;
        assert!(tab.shows("a.skip")?, "it can be seen while it has the focus");
        tab.press(Key::Enter)?;
        tab.until("the heading", "document.activeElement.matches('main h1')")?;
        assert!(!tab.address()?.contains("#main"), "behind # stands the state of a calculator");
    }
    Ok(())
}

#[test]
fn tab_reaches_every_control_and_the_focus_can_be_seen() -> Outcome {
    let tab = calculator_page()?;
    let wanted: Vec<String> = tab.js(
        "return [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
            .filter(one => one.checkVisibility() && !one.disabled && one.tabIndex >= 0 && !(one.type === 'radio' && !one.checked) && !one.closest('#crash') && one.id)
            .map(one => one.id)",
        json!([]),
    )?;
    assert!(wanted.len() > 20, "{wanted:?}");
    let mut reached = Vec::new();
    for _ in 0..400 {
        tab.press(Key::Tab)?;
        let (id, name, seen) = focus(&tab)?;
        if id == "BODY" || (reached.len() > 10 && reached.first() == Some(&id)) {
            break;
        }
        assert!(seen, "one cannot see that {id} {name} has the focus");
        reached.push(id);
    }
    let missed: Vec<&String> = wanted.iter().filter(|id| !reached.contains(id)).collect();
    assert!(missed.is_empty(), "Tab does not reach {missed:?}");
    Ok(())
}

#[test]
fn arrow_keys_change_a_choice() -> Outcome {
    let tab = calculator_page()?;
    tab.js::<()>("document.querySelector('input[name=solve_for]:checked').focus()", json!([]))?;
    for (key, chosen) in [
        (Key::Right, "thickness"),
        (Key::Down, "current_density"),
        (Key::Right, "efficiency"),
        (Key::Left, "current_density"),
    ] {
        tab.press(key)?;
        tab.until(
            chosen,
            &format!(
                "document.querySelector('input[name=solve_for]:checked').value === '{chosen}'"
            ),
        )?;
        tab.until("the focus to stay", &format!("document.activeElement.name === 'solve_for' && document.activeElement.value === '{chosen}'"))?;
        tab.until_shown("#answer, #problems li")?;
    }
    Ok(())
}

#[test]
fn the_export_menu_opens_by_enter_and_its_entries_are_reached() -> Outcome {
    let tab = calculator_page()?;
    take_files(&tab)?;
    tab.js::<()>("document.querySelector('#export').focus()", json!([]))?;
    assert!(!tab.shows("[data-do=csv]")?);
    tab.press(Key::Enter)?;
    tab.until_shown("[data-do=csv]")?;
    tab.press(Key::Tab)?;
    assert_eq!(focus(&tab)?.1, "csv");
    tab.press(Key::Space)?;
    saved(&tab, "csv").map(drop)
}

#[test]
fn a_whole_calculation_is_done_by_keyboard_alone() -> Outcome {
    let tab = Visitor::default().visit(HOME.address)?;
    let to = |css: &str| -> Outcome {
        for _ in 0..250 {
            if tab
                .js::<bool>("return document.activeElement.matches(arguments[0])", json!([css]))?
            {
                return Ok(());
            }
            tab.press(Key::Tab)?;
        }
        panic!("Tab never reached {css}");
    };
    to("header nav a[href$='plating-time/']")?;
    tab.press(Key::Enter)?;
    tab.until_text("main h1", "Plating time")?;
    tab.until("the heading to take the focus", "document.activeElement.matches('main h1')")?;
    to("#thickness_um")?;
    let before = tab.dense_text("#answer")?;
    tab.press_all("31")?; // Tab selected what stood there
    tab.until(
        "another answer",
        &format!(
            "document.querySelector('#answer').textContent.replace(/\\s/g, '') !== {}",
            json!(before)
        ),
    )?;
    assert_eq!(tab.value("#thickness_um")?, "31");
    to("[data-do=pin]")?;
    tab.press(Key::Enter)?;
    tab.until_shown("#pins")
}

#[test]
fn the_focus_stays_where_it_is_while_the_page_changes_around_it() -> Outcome {
    let tab = calculator_page()?;
    for button in ["#language", "#units", "#theme"] {
        tab.js::<()>("document.querySelector(arguments[0]).focus()", json!([button]))?;
        tab.press(Key::Enter)?;
        std::thread::sleep(std::time::Duration::from_millis(100));
        assert!(
            tab.js::<bool>("return document.activeElement.matches(arguments[0])", json!([button]))?,
            "{button} lost the focus by being pressed"
        );
    }
    tab.choose("#deposit", "nickel")?;
    tab.js::<()>("document.querySelector('[data-unit=thickness_um]').focus()", json!([]))?;
    tab.press(Key::Down)?;
    std::thread::sleep(std::time::Duration::from_millis(100));
    assert!(tab.js::<bool>(
        "return document.activeElement.matches('[data-unit=thickness_um]')",
        json!([])
    )?);
    Ok(())
}
