use crate::support::{PLATING_TIME, PROBLEM_STATE, open_sized, pages, resize, within};
use browser_tests::{Outcome, Visitor};
use serde_json::json;
use std::thread;
use std::time::Duration;

/// Adds up how far things jumped that nobody touched.
const JUMPS: &str = "window.jumps = []; new PerformanceObserver(list => {
    for (const jump of list.getEntries()) window.jumps.push([jump.hadRecentInput, jump.value, jump.sources.map(source => source.node?.id || source.node?.className || source.node?.nodeName).join(' ')]);
}).observe({ type: 'layout-shift', buffered: true });";

#[test]
fn no_page_is_wider_than_the_window() -> Outcome {
    let tab = Visitor::default().sized(320, 700).start()?;
    for language in ["en", "zh"] {
        let problem = format!(
            "plating-time/#{}",
            PROBLEM_STATE.replace("lang=en", &format!("lang={language}"))
        );
        let alarm = format!(
            "plating-time/#v=1&lang={language}&units=us&designation=A3C&thread=M8&tensile_strength_mpa=1200&efficiency_mode=curve"
        );
        for address in [problem.as_str(), &alarm]
            .into_iter()
            .chain(pages().into_iter().map(|page| page.address))
        {
            open_sized(&tab, address, (320, 700))?;
            within(&tab, || {
                tab.js::<()>(
                    "document.querySelectorAll('details').forEach(one => one.open = true); document.querySelectorAll('[data-help]').forEach(one => one.click())",
                    json!([]),
                )?;
                if tab.shows("[data-do=pin]")? && tab.shows("#answer")? && !tab.shows("#pins")? {
                    tab.js::<()>("for (let n = 0; n < 4; n++) document.querySelector('[data-do=pin]').click()", json!([]))?;
                    tab.until_shown("#pins")?;
                }
                // A click elsewhere has closed it.
                tab.js::<()>(
                    "document.querySelectorAll('.menu').forEach(one => one.open = true)",
                    json!([]),
                )
            })?;
            for width in [320, 390, 768, 1280, 1920] {
                resize(&tab, (width, 700))?;
                thread::sleep(Duration::from_millis(60));
                let wide: (u64, Vec<String>) = within(&tab, || {
                    tab.js(
                        "const root = document.documentElement;
                         const out = [...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > root.clientWidth + 1 && !one.closest('.scroll, .math, svg, .skip'));
                         return [root.scrollWidth - root.clientWidth, out.slice(0, 5).map(one => one.outerHTML.slice(0, 120))]",
                        json!([]),
                    )
                })?;
                assert_eq!(wide.0, 0, "{address} at {width}: {:?}", wide.1);
            }
        }
        open_sized(&tab, PLATING_TIME.address, (320, 700))?;
        within(&tab, || {
            tab.js::<()>(
                "localStorage.clear(); localStorage.setItem('platewise.language', 'zh')",
                json!([]),
            )
        })?;
    }
    Ok(())
}

#[test]
fn nothing_jumps_while_a_page_loads() -> Outcome {
    // On a slow machine its parts come in another order.
    for (width, slowed) in [(390, 1), (1280, 1), (1280, 8)] {
        let tab = Visitor::default().sized(width, 844).with_script(JUMPS).start()?;
        tab.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": slowed }))?;
        for page in pages() {
            tab.open_afresh(page.address)?;
            tab.until(
                "the whole page",
                "!document.querySelector('#why[aria-busy], #why[hidden]')",
            )?;
            thread::sleep(Duration::from_millis(500));
            let jumped: Vec<(bool, f64, String)> = tab.js("return window.jumps", json!([]))?;
            let sum: f64 = jumped.iter().filter(|jump| !jump.0).map(|jump| jump.1).sum();
            assert!(sum < 0.001, "{} at {width}, slowed {slowed} times: {jumped:?}", page.address);
        }
    }
    Ok(())
}

#[test]
fn nothing_jumps_while_a_number_is_typed() -> Outcome {
    for width in [390, 1280] {
        let tab =
            Visitor::default().sized(width, 844).with_script(JUMPS).visit(PLATING_TIME.address)?;
        tab.empty("#thickness_um")?;
        tab.press_all("10")?;
        thread::sleep(Duration::from_millis(700));
        tab.js::<()>("window.jumps.length = 0", json!([]))?;
        // Typing excuses any jump by the book; it is no less unpleasant, so it counts here.
        for letter in [".", "2", "5"] {
            tab.press_all(letter)?;
            thread::sleep(Duration::from_millis(150));
        }
        thread::sleep(Duration::from_millis(700));
        let jumped: Vec<(bool, f64, String)> = tab.js("return window.jumps", json!([]))?;
        let sum: f64 = jumped.iter().map(|jump| jump.1).sum();
        assert!(sum < 0.001, "at {width}: {jumped:?}");
    }
    Ok(())
}

#[test]
fn a_finger_hits_what_it_aims_at() -> Outcome {
    let tab = Visitor::default().start()?;
    open_sized(&tab, PLATING_TIME.address, (390, 844))?;
    // WCAG 2.2, 2.5.8: 24 by 24 CSS pixels, but for links in a line of text.
    let small: Vec<String> = within(&tab, || {
        tab.js(
            "return [...document.querySelectorAll('button, select, summary, input:not([type=radio]):not([type=file]), .seg label, header a')]
            .filter(one => one.checkVisibility() && !one.matches('button.link, .skip'))
            .filter(one => { const box = one.getBoundingClientRect(); return box.width < 24 || box.height < 24; })
            .map(one => one.outerHTML.slice(0, 100))",
            json!([]),
        )
    })?;
    assert_eq!(small, Vec::<String>::new());
    Ok(())
}
