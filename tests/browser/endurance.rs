//! What wears a page out: ten thousand edits, a thousand states one after another, other tabs, what older and newer versions left behind, other clocks, other
//! countries.

use crate::embed::host;
use crate::states;
use crate::support::{HOME, PLATING_TIME, QUOTE, calculator_page, until_address_has};
use browser_tests::{Failure, Outcome, Tab, Visitor};
use fastrand::Rng;
use platewise_model::calculator::ALL;
use platewise_model::entry::to_link;
use platewise_model::units::System;
use serde_json::{Value, json};
use std::thread;
use std::time::Duration;

/// Keeps hold of the memory of the module, which nobody else can ask for.
const MEMORY: &str = "for (const name of ['instantiate', 'instantiateStreaming']) {
    const own = WebAssembly[name];
    WebAssembly[name] = async (...all) => { const made = await own(...all); const memory = (made.instance ?? made).exports?.memory; if (memory) window.memory ??= memory; return made; };
}";

/// Bytes in use by scripts after a clean-up, and bytes of the module's memory.
fn memory(tab: &Tab) -> Outcome<(f64, f64)> {
    for _ in 0..3 {
        tab.cdp("HeapProfiler.collectGarbage", json!({}))?;
    }
    let heap = tab.cdp("Runtime.getHeapUsage", json!({}))?;
    let heap = heap
        .get("usedSize")
        .and_then(Value::as_f64)
        .ok_or_else(|| Failure::new("the browser does not tell how much is in use"))?;
    Ok((heap, tab.js("return window.memory.buffer.byteLength", json!([]))?))
}

/// Types into the field so many times, a few at once and then a pause for the paint, and waits until all of it is worked out.
fn edit(tab: &Tab, times: usize) -> Outcome {
    let churn = "const [times, done] = arguments, field = document.querySelector('#thickness_um'); let n = 0;
        const next = () => { field.value = String(5 + n % 50); field.dispatchEvent(new InputEvent('input', { bubbles: true })); n++ < times ? (n % 10 ? queueMicrotask(next) : setTimeout(next)) : setTimeout(done, 600); };
        next();";
    for _ in 0..times / 500 {
        tab.js_later::<Value>(churn, json!([500]))?;
    }
    Ok(())
}

#[test]
fn ten_thousand_edits_leave_nothing_behind() -> Outcome {
    let tab = Visitor::default().with_script(MEMORY).visit(PLATING_TIME.address)?;
    // What is out of sight follows when the typing pauses: counted when nothing has come or gone for half a second.
    let elements = "const done = arguments[0], count = () => document.querySelectorAll('*').length; let last = count(), still = 0;
        const look = () => { const now = count(); still = now === last ? still + 1 : 0; last = now; still < 10 ? setTimeout(look, 50) : done(now); };
        look();";
    edit(&tab, 1_000)?;
    let before: usize = tab.js_later(elements, json!([]))?;
    let (heap, module) = memory(&tab)?;
    edit(&tab, 10_000)?;
    assert_eq!(tab.js_later::<usize>(elements, json!([]))?, before);
    let (heap_after, module_after) = memory(&tab)?;
    // Beside the pictures, to be read.
    std::fs::write(
        tab.site.out.join("endurance.txt"),
        format!("scripts {heap} → {heap_after} bytes, module {module} → {module_after} bytes\n"),
    )?;
    assert!(heap_after <= 1.05 * heap, "{heap} bytes became {heap_after}");
    assert!(module_after <= 1.05 * module, "{module} bytes became {module_after}");
    assert!(!tab.shows("#crash")?);
    assert_eq!(tab.console()?, Vec::<String>::new());
    Ok(())
}

/// Gives each link to a calculator in a frame, as its address, asks for the one that rebuilds what stands there, and gives those that came out different.
const THROUGH_THE_PAGE: &str = "const [links, done] = arguments, frame = document.querySelector('iframe'), address = frame.src.split('#')[0];
    const ask = request => new Promise(got => {
        const hear = event => { if (event.data?.kind === 'got' && event.data.request === request) { removeEventListener('message', hear); got(event.data.link); } };
        addEventListener('message', hear);
        frame.contentWindow.postMessage({ platewise: 1, kind: 'get', request }, '*');
    });
    (async () => {
        const lost = [];
        let request = 0;
        for (const link of links) {
            let got = null;
            // The page may write its address in the very moment in which it is given another: then it is given once more.
            for (let turn = 0; turn < 5 && got !== link; turn++) {
                frame.contentWindow.location.replace(`${address}#${link}`);
                for (let n = 0; n < 40 && got !== link; n++) {
                    got = await ask(`${request++}`);
                    if (got !== link) await new Promise(later => setTimeout(later, 5));
                }
            }
            if (got !== link) lost.push([link, got]);
        }
        done(lost);
    })();";

#[test]
fn a_thousand_states_pass_through_a_page_without_loss() -> Outcome {
    let tab = Visitor::default().start()?;
    let each = 1_000_usize.div_ceil(ALL.len());
    for (number, calculator) in ALL.iter().enumerate() {
        let mut rng = Rng::with_seed(u64::try_from(number)?);
        let links: Vec<String> = (0..each)
            .map(|place| {
                let state = states::state(calculator, &mut rng, 5, false);
                let (language, system) =
                    if place % 2 == 0 { ("en", System::Metric) } else { ("zh", System::Us) };
                to_link(calculator, &state, language, system)
            })
            .collect();
        let body = format!(
            "<script>window.there = false; addEventListener('message', event => {{ window.there ||= event.data?.kind === 'ready'; }})</script><iframe title=\"Calculator\" width=\"1000\" height=\"800\" src=\"{{root}}embed/v1/{}/\"></iframe>",
            calculator.id
        );
        host(&tab, &format!("states-{}", calculator.id), "", &body)?;
        tab.until("the calculator", "window.there")?;
        for links in links.chunks(50) {
            let lost: Vec<(String, Option<String>)> =
                tab.js_later(THROUGH_THE_PAGE, json!([links]))?;
            assert_eq!(lost, Vec::new(), "{}", calculator.id);
        }
        assert!(
            !tab.inside("return document.querySelector('iframe')", || tab.shows("#crash"))?,
            "{}",
            calculator.id
        );
        assert_eq!(tab.console()?, Vec::<String>::new(), "{}", calculator.id);
    }
    Ok(())
}

#[test]
fn two_tabs_do_not_undo_one_another() -> Outcome {
    let tab = calculator_page()?;
    tab.type_into("#thickness_um", "11")?;
    until_address_has(&tab, "thickness_um=11")?;
    tab.js::<()>("open(location.pathname)", json!([]))?;
    tab.in_other_window(|| {
        tab.until(
            "what the first tab left",
            "document.querySelector('#thickness_um')?.value === '11'",
        )?;
        tab.type_into("#thickness_um", "22")?;
        until_address_has(&tab, "thickness_um=22")?;
        thread::sleep(Duration::from_millis(600)); // it is remembered a little later
        Ok(())
    })?;
    assert_eq!(tab.value("#thickness_um")?, "11", "what stands here stays");
    tab.open_afresh(HOME.address)?; // the first tab has changed nothing since, and keeps nothing when it goes
    tab.open(PLATING_TIME.address)?;
    assert_eq!(tab.value("#thickness_um")?, "22", "what was typed last is there");
    tab.js::<()>("open(location.pathname)", json!([]))?;
    tab.in_other_window(|| tab.js::<()>("localStorage.clear()", json!([])))?;
    tab.type_into("#thickness_um", "33")?;
    until_address_has(&tab, "thickness_um=33")?;
    tab.reload()?;
    assert_eq!(tab.value("#thickness_um")?, "33", "and what somebody has cleared is written anew");
    Ok(())
}

#[test]
fn what_other_versions_left_behind_is_read_as_far_as_it_can_be() -> Outcome {
    let tab = calculator_page()?;
    tab.type_into("#thickness_um", "9")?;
    tab.click("[data-do=pin]")?;
    thread::sleep(Duration::from_millis(600));
    let kept: Vec<(String, String)> = tab.js("return Object.entries(localStorage)", json!([]))?;
    let (key, _) = kept
        .iter()
        .find(|(_, value)| value.contains("thickness_um=9"))
        .ok_or_else(|| Failure::new(format!("nothing was kept: {kept:?}")))?;
    // Of an older version, which did not say of which it is; of a newer one, which knows more; and of a field that has gone.
    for (memory, thickness) in [
        ("thickness_um=14", "14"),
        ("v=2&lang=en&units=metric&thickness_um=15&wear_um=3:nm&mode=fast", "15"),
        ("v=1&lang=fr&units=imperial&thickness_um=16:furlong&time_min=12", "8"),
        ("v=1&lang=en&units=metric&thickness_um=17&bath=retired_bath", "17"),
    ] {
        tab.open_anything("about:blank")?;
        tab.open(HOME.address)?;
        tab.js::<()>("localStorage.setItem(arguments[0], arguments[1])", json!([key, memory]))?;
        tab.open(PLATING_TIME.address)?;
        assert_eq!(tab.value("#thickness_um")?, thickness, "{memory}");
        tab.until_shown("#answer")?;
        assert_eq!(tab.console()?, Vec::<String>::new(), "{memory}");
    }
    Ok(())
}

#[test]
fn a_clock_that_jumps_and_a_day_that_is_another_elsewhere_change_no_answer() -> Outcome {
    let tab = calculator_page()?;
    let answer = tab.dense_text("#answer")?;
    for jump in [-400.0 * 864e5, 400.0 * 864e5, f64::from(i32::MAX) * 1e6] {
        tab.js::<()>(
            "window.ownNow ??= Date.now; Date.now = () => window.ownNow() + arguments_[0]"
                .replace("arguments_[0]", &jump.to_string())
                .as_str(),
            json!([]),
        )?;
        tab.type_into("#thickness_um", "16")?;
        until_address_has(&tab, "thickness_um=16")?;
        tab.type_into("#thickness_um", "8")?;
        until_address_has(&tab, "thickness_um=8")?;
        assert_eq!(tab.dense_text("#answer")?, answer);
    }
    let mut prices = Vec::new();
    for zone in ["Pacific/Kiritimati", "Etc/GMT+12", "Asia/Shanghai"] {
        let tab = Visitor::default().start()?;
        tab.cdp("Emulation.setTimezoneOverride", json!({ "timezoneId": zone }))?;
        tab.open(QUOTE.address)?;
        tab.until_shown("#answer")?;
        prices.push(tab.dense_text("#answer")?);
        assert_eq!(tab.console()?, Vec::<String>::new(), "{zone}");
    }
    assert!(prices.windows(2).all(|two| two.first() == two.last()), "{prices:?}");
    Ok(())
}

#[test]
fn visitors_of_any_country_type_numbers_their_way() -> Outcome {
    for (languages, locale) in [("tr-TR,tr", "tr-TR"), ("ar-EG,ar", "ar-EG"), ("de-DE,de", "de-DE")]
    {
        let tab = Visitor::default().speaking(languages).start()?;
        tab.cdp("Emulation.setLocaleOverride", json!({ "locale": locale }))?;
        tab.open(PLATING_TIME.address)?;
        assert_eq!(tab.attribute("html", "lang")?.as_deref(), Some("en"), "{locale}");
        tab.type_into("#thickness_um", "12.5")?;
        until_address_has(&tab, "thickness_um=12.5")?;
        let answer = tab.dense_text("#answer")?;
        assert!(answer.is_ascii(), "digits are those of the page: {answer}");
        for same in ["12,5", "１２．５", " 12,50 ", "1.25e1", "１２，５"] {
            tab.type_into("#thickness_um", "3")?;
            tab.until(
                "another answer",
                &format!(
                    "document.querySelector('#answer').textContent.replace(/\\s/g, '') !== {}",
                    json!(answer)
                ),
            )?;
            tab.empty("#thickness_um")?;
            // Pasted, not typed key by key.
            tab.js::<()>("document.execCommand('insertText', false, arguments[0])", json!([same]))?;
            let back = format!(
                "document.querySelector('#answer').textContent.replace(/\\s/g, '') === {}",
                json!(answer)
            );
            tab.until(&format!("{same} to mean the same in {locale}"), &back)?;
            assert_eq!(tab.value("#thickness_um")?, same, "typed text stays");
        }
        // The small letter of I is another one in Turkish.
        tab.type_into("#designation", "fe/zn 8 A3C")?;
        assert_eq!(tab.console()?, Vec::<String>::new(), "{locale}");
    }
    Ok(())
}
