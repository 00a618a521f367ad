//! Visitors who see, hear, enlarge or steer in other ways.

use crate::accessibility::violations;
use crate::support::{PLATING_TIME, Page, QUOTE, open_sized, pages, within};
use browser_tests::{Engine, Failure, Outcome, Tab, Visitor};
use platewise_model::calculator::ALL;
use serde_json::{Value, json};
use std::collections::HashMap;
use thirtyfour::Key;

const PATHS: &str = include_str!("../../docs/keyboard.md");

/// What stands in code in a text.
fn code(text: &str) -> Outcome<&str> {
    text.split('`')
        .nth(1)
        .ok_or_else(|| Failure::new(format!("nothing stands in code in “{text}”")))
}

/// Presses Tab until an element has the focus, which must be seen to move.
fn tab_to(tab: &Tab, css: &str) -> Outcome {
    for _ in 0..250 {
        tab.press(Key::Tab)?;
        let (there, seen): (bool, bool) = tab.js(
            "document.hasFocus() || window.focus(); // the way round has led through the controls of the browser
             const one = document.activeElement, ringed = one => { const style = getComputedStyle(one); return (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== 'none'; };
             return [one.matches(arguments[0]), one === document.body || !document.hasFocus() || ringed(one) || ['label', '.in', '.f'].some(css => one.closest(css) && ringed(one.closest(css)))]",
            json!([css]),
        )?;
        // A window that is not the active one, as WebKit's here, shows no focus.
        assert!(seen, "one cannot see where the focus is on the way to {css}");
        if there {
            return Ok(());
        }
    }
    Err(Failure::new(format!("Tab never reached {css}")))
}

#[test]
fn every_calculator_is_used_by_keyboard_as_it_is_written_down() -> Outcome {
    let mut walked = Vec::new();
    for section in PATHS.split("\n## ").skip(1) {
        let (id, steps) =
            section.split_once('\n').ok_or_else(|| Failure::new("a section without steps"))?;
        let tab = Visitor::default().visit(&format!("{id}/"))?;
        let mut answer = tab.dense_text("#answer")?;
        for step in steps.lines().filter_map(|line| line.split_once(". ").map(|(_, step)| step)) {
            let what = code(step)?;
            let done = match step.split(' ').next() {
                Some("Tab") => tab_to(&tab, what),
                Some("Type") => tab.press_all(what).and_then(|()| {
                    let other = format!(
                        "document.querySelector('#answer').textContent.replace(/\\s/g, '') !== {}",
                        json!(answer)
                    );
                    tab.until("another answer", &other)?;
                    answer = tab.dense_text("#answer")?;
                    Ok(())
                }),
                Some("Press") => match what {
                    "Enter" => tab.press(Key::Enter),
                    "Escape" => tab.press(Key::Escape),
                    "ArrowDown" => tab.press(Key::Down).and_then(|()| {
                        std::thread::sleep(std::time::Duration::from_millis(300));
                        answer = tab.dense_text("#answer")?;
                        Ok(())
                    }),
                    other => Err(Failure::new(format!("no key {other}"))),
                },
                Some("See") => tab.until_shown(what),
                _ => Err(Failure::new("no such verb")),
            };
            done.map_err(|failure| Failure::new(format!("{id}: “{step}”: {failure:?}")))?;
        }
        assert!(!tab.shows("#crash")?);
        walked.push(id);
    }
    // Whatever has no path of its own is entered by its first example and left by its link.
    for calculator in ALL.iter().filter(|calculator| !walked.contains(&calculator.id)) {
        let tab = Visitor::default().visit(&format!("{}/", calculator.id))?;
        let before = tab.dense_text("#answer")?;
        tab_to(&tab, "#example")?;
        tab.press(Key::Down)?;
        let other = format!(
            "document.querySelector('#answer').textContent.replace(/\\s/g, '') !== {}",
            json!(before)
        );
        tab.until("the answer of an example", &other)?;
        tab_to(&tab, "[data-do=copy]")?;
        tab.press(Key::Enter)?;
        tab.until_shown("#answer")?;
        assert!(!tab.shows("#crash")?);
    }
    Ok(())
}

/// What a screen reader reads, in its order: role, name, and level of a heading.
fn read_in_order(tab: &Tab) -> Outcome<Vec<(String, String, u64)>> {
    let tree = tab.cdp("Accessibility.getFullAXTree", json!({}))?;
    let nodes = tree.get("nodes").and_then(Value::as_array).cloned().unwrap_or_default();
    let by_id: HashMap<&str, &Value> =
        nodes.iter().filter_map(|node| Some((node.get("nodeId")?.as_str()?, node))).collect();
    let mut waiting: Vec<&Value> = nodes.first().into_iter().collect();
    let mut read = Vec::new();
    while let Some(node) = waiting.pop() {
        let children =
            node.get("childIds").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        waiting.extend(children.iter().rev().filter_map(|id| by_id.get(id.as_str()?).copied()));
        if node.get("ignored") == Some(&Value::Bool(true)) {
            continue;
        }
        let text =
            |path: &str| node.pointer(path).and_then(Value::as_str).unwrap_or_default().to_owned();
        let level = node
            .get("properties")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .find(|one| one.get("name") == Some(&json!("level")));
        read.push((
            text("/role/value"),
            text("/name/value"),
            level.and_then(|one| one.pointer("/value/value")?.as_u64()).unwrap_or_default(),
        ));
    }
    Ok(read)
}

fn has_sensible_order(page: &Page, position: usize, languages: &str) -> Outcome {
    let tab = Visitor::default().speaking(languages).visit(page.address)?;
    tab.until("the whole page", "!document.querySelector('#why[aria-busy], #why[hidden]')")?;
    let read = read_in_order(&tab)?;
    let place = |role: &str| {
        read.iter()
            .position(|one| one.0 == role)
            .ok_or_else(|| Failure::new(format!("{}: nothing is a {role}", page.address)))
    };
    let order = [
        place("banner")?,
        place("navigation")?,
        place("main")?,
        place("heading")?,
        place("contentinfo")?,
    ];
    assert!(
        order.is_sorted(),
        "{}: bar, navigation, content, its heading, foot: {order:?}",
        page.address
    );
    let headings: Vec<&(String, String, u64)> =
        read.iter().filter(|one| one.0 == "heading").collect();
    assert!(
        headings.first().is_some_and(|first| first.2 == 1
            && page.headings.get(position).is_some_and(|heading| first.1 == *heading)),
        "{headings:?}"
    );
    assert_eq!(
        headings.iter().filter(|one| one.2 == 1).count(),
        1,
        "{}: {headings:?}",
        page.address
    );
    let steps = headings.windows(2).filter_map(|two| Some((two.first()?, two.last()?)));
    let skipped: Vec<_> = steps.filter(|(one, next)| next.2 > one.2 + 1).collect();
    assert!(skipped.is_empty(), "{}: no level is left out: {skipped:?}", page.address);
    for role in ["textbox", "combobox", "button", "radio", "checkbox", "link", "img"] {
        let nameless = read.iter().filter(|one| one.0 == role && one.1.trim().is_empty()).count();
        assert_eq!(nameless, 0, "{}: every {role} has a name", page.address);
    }
    // Whoever types hears the answer after the fields, and where it comes from after that.
    if let (Ok(form), true) = (place("form"), tab.count("#why")? > 0) {
        let status = place("status")?;
        assert!(form < status, "{}: the fields come before what they bring about", page.address);
    }
    Ok(())
}

#[test]
fn a_screen_reader_reads_every_page_in_a_sensible_order() -> Outcome {
    for page in pages() {
        has_sensible_order(&page, 0, "en-US,en")?;
        has_sensible_order(&page, 1, "zh-CN,zh")?;
    }
    Ok(())
}

#[test]
fn in_forced_colours_every_choice_and_field_can_still_be_seen() -> Outcome {
    let tab = Visitor::default().start()?;
    tab.cdp(
        "Emulation.setEmulatedMedia",
        json!({ "features": [{ "name": "forced-colors", "value": "active" }] }),
    )?;
    for page in pages() {
        tab.open_afresh(page.address)?;
        if !tab.js::<bool>("return matchMedia('(forced-colors: active)').matches", json!([]))? {
            return Err(Failure::new("the browser does not force colours"));
        }
        // Backgrounds are gone: a border has to show where a field is, and something but its colour which choice is taken.
        let unseen: Vec<String> = tab.js(
            "const edge = one => { const style = getComputedStyle(one); return ['Top', 'Bottom', 'Left', 'Right'].some(side => parseFloat(style[`border${side}Width`]) > 0 && style[`border${side}Style`] !== 'none') || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0); };
             const fields = [...document.querySelectorAll('input:not([type=radio]):not([type=checkbox]):not([type=file]), select, textarea')].filter(one => one.checkVisibility() && !edge(one) && !(one.closest('.in') && edge(one.closest('.in'))));
             const taken = [...document.querySelectorAll('.seg label:has(:checked)')].filter(one => one.checkVisibility()).filter(one => {
               const other = [...one.parentElement.querySelectorAll('label')].find(label => label !== one);
               if (!other) return false;
               const [a, b] = [getComputedStyle(one), getComputedStyle(other)];
               return a.backgroundColor === b.backgroundColor && a.outlineStyle === b.outlineStyle && a.borderTopWidth === b.borderTopWidth && a.textDecorationLine === b.textDecorationLine;
             });
             return [...fields, ...taken].map(one => one.outerHTML.slice(0, 120))",
            json!([]),
        )?;
        assert_eq!(unseen, Vec::<String>::new(), "{}", page.address);
    }
    Ok(())
}

#[test]
fn in_forced_colours_on_dark_every_text_has_its_contrast() -> Outcome {
    let mut found = Vec::new();
    for scheme in ["dark", "light"] {
        let tab = Visitor::default().start()?;
        let features = json!([{ "name": "forced-colors", "value": "active" }, { "name": "prefers-color-scheme", "value": scheme }]);
        tab.cdp("Emulation.setEmulatedMedia", json!({ "features": features }))?;
        for page in pages() {
            tab.open_afresh(page.address)?;
            tab.until("all of the page", "document.querySelector('main:not([aria-busy])')")?;
            found.extend(
                violations(&tab)?
                    .into_iter()
                    .map(|one| format!("{} {scheme}: {one}", page.address)),
            );
        }
        tab.open_afresh(QUOTE.address)?;
        tab.click("[data-do=papers]")?;
        tab.until_shown("#papers .leaf")?;
        for kind in ["customer", "internal", "batch"] {
            tab.click(&format!("#papers [data-paper={kind}]"))?;
            found
                .extend(violations(&tab)?.into_iter().map(|one| format!("{kind} {scheme}: {one}")));
        }
    }
    assert_eq!(found, Vec::<String>::new());
    Ok(())
}

#[test]
fn nothing_moves_for_those_who_asked_for_less_motion() -> Outcome {
    let tab = Visitor::default().start()?;
    tab.cdp(
        "Emulation.setEmulatedMedia",
        json!({ "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] }),
    )?;
    for page in pages() {
        tab.open_afresh(page.address)?;
        let moving: Vec<String> = tab.js(
            "return [...document.querySelectorAll('*')].filter(one => { const style = getComputedStyle(one); return style.transitionDuration.split(',').some(time => parseFloat(time) > 0) || (style.animationName !== 'none' && parseFloat(style.animationDuration) > 0); }).map(one => one.outerHTML.slice(0, 80))",
            json!([]),
        )?;
        assert_eq!(moving, Vec::<String>::new(), "{}", page.address);
    }
    Ok(())
}

/// So many pixels of the screen to one of the page: of no matter to a layout, and where it cannot be set it stays 1.
fn scaled(tab: &Tab, (width, height, scale): (u32, u32, u32)) -> Outcome {
    if tab.engine == Engine::Chromium {
        tab.cdp("Emulation.setDeviceMetricsOverride", json!({ "width": width, "height": height, "deviceScaleFactor": scale, "mobile": false }))?;
    }
    Ok(())
}

/// A window of 1280 by 900 at 200 %, and one of 1280 at 400 %: WCAG 2.2, 1.4.4 and 1.4.10.
#[test]
fn enlarged_two_and_four_times_everything_is_there() -> Outcome {
    let tab = Visitor::default().start()?;
    for (width, height, scale) in [(640, 450, 2), (320, 225, 4)] {
        for page in pages() {
            open_sized(&tab, page.address, (width, height))?;
            scaled(&tab, (width, height, scale))?;
            let (over, cut): (i64, Vec<String>) = within(&tab, || {
                tab.js(
                "const root = document.documentElement;
                 const cut = [...document.querySelectorAll('button, h1, h2, h3, label, a')].filter(one => one.checkVisibility() && !one.closest('.scroll, .spoken, .skip, nav, svg, .math') && one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX === 'hidden');
                 return [root.scrollWidth - root.clientWidth, cut.map(one => one.outerHTML.slice(0, 100))]",
                json!([]),
            )
            })?;
            assert_eq!((over, cut), (0, Vec::new()), "{} at {scale} times", page.address);
        }
        open_sized(&tab, PLATING_TIME.address, (width, height))?;
        scaled(&tab, (width, height, scale))?;
        within(&tab, || {
            tab.type_into("#thickness_um", "12")?;
            tab.until_shown("#answer")
        })?;
    }
    Ok(())
}
