//! A calculator in somebody else's page, of another origin, in every engine: by the element, by a plain frame, sandboxed, several at once, and with a host that
//! means no good.

use crate::support::object;
use browser_tests::{Engine, Failure, Outcome, Tab, Visitor};
use platewise_model::calculator::{ALL, find};
use platewise_model::json;
use serde_json::{Value, json};
use std::fs;
use std::thread;
use std::time::Duration;

/// Puts a page on the other site and opens it. `{root}` is the address of ours.
pub fn host(tab: &Tab, name: &str, head: &str, body: &str) -> Outcome {
    let (address, folder) = &tab.site.hosts;
    let page = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><link rel=\"icon\" href=\"data:,\">{head}<title>Host</title></head><body>{body}</body></html>"
    );
    let name = format!("{name}-{:?}.html", tab.engine).to_lowercase();
    fs::write(folder.join(&name), page.replace("{root}", &tab.site.root))?;
    tab.open_anything(&format!("{address}{name}"))
}

const SCRIPT: &str = "<script src=\"{root}embed/v1.js\" async></script>";

/// Writes down what the elements of the page say.
const LISTEN: &str = "<script>
    window.heard = [];
    window.wrong = [];
    for (const kind of ['ready', 'result', 'resize', 'error']) document.addEventListener(kind, event => event.detail && heard.push([event.target.id, kind, event.detail]), true);
    addEventListener('error', event => wrong.push(event.message));
    addEventListener('securitypolicyviolation', event => wrong.push(event.violatedDirective + ' ' + event.blockedURI));
</script>";

/// Waits until the page has heard something of a kind from an element for which a condition on `detail` holds.
fn until_heard(tab: &Tab, id: &str, kind: &str, condition: &str) -> Outcome {
    let heard = format!(
        "window.heard?.some(([id, kind, detail]) => id === '{id}' && kind === '{kind}' && ({condition}))"
    );
    tab.until(&format!("{kind} with {condition} from {id}"), &heard).map_err(|failure| {
        let heard: Result<Value, _> = tab.js(
            "return [window.wrong, ...window.heard.map(one => JSON.stringify(one).slice(0, 300))]",
            json!([]),
        );
        Failure::new(format!("{:?}: {failure:?}; heard: {heard:?}", tab.engine))
    })
}

fn last_result(tab: &Tab, id: &str) -> Outcome<Value> {
    tab.js(&format!("return window.heard.filter(([id, kind]) => id === '{id}' && kind === 'result').at(-1)[2]"), json!([]))
}

/// The frame inside an element.
fn frame_of(id: &str) -> String {
    format!("return document.querySelector('#{id}').shadowRoot.querySelector('iframe')")
}

fn nothing_went_wrong(tab: &Tab) -> Outcome {
    assert_eq!(
        tab.js::<Vec<String>>("return window.wrong", json!([]))?,
        Vec::<String>::new(),
        "{:?}",
        tab.engine
    );
    assert_eq!(tab.console()?, Vec::<String>::new());
    Ok(())
}

/// The same JSON, but for the last digits of numbers and the order of names.
fn alike(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Object(one), Value::Object(other)) => {
            one.len() == other.len()
                && one
                    .iter()
                    .all(|(name, value)| other.get(name).is_some_and(|it| alike(value, it)))
        }
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(one, other)| alike(one, other))
        }
        _ => match (one.as_f64(), other.as_f64()) {
            (Some(one), Some(other)) => (one - other).abs() <= 1e-9 * one.abs(),
            _ => one == other,
        },
    }
}

fn in_every_engine(test: impl Fn(&Tab) -> Outcome) -> Outcome {
    for engine in Engine::ALL {
        let tab = Visitor::default().in_engine(engine).start()?;
        test(&tab).map_err(|failure| Failure::new(format!("{engine:?}: {failure:?}")))?;
    }
    Ok(())
}

#[test]
fn the_element_shows_a_calculator_of_another_origin_and_tells_its_result() -> Outcome {
    in_every_engine(|tab| {
        let inputs = json!({ "bath": "alkaline_mid", "thickness_um": 12 });
        let body = format!(
            "{LISTEN}<h1>Host</h1><platewise-calculator id=\"one\" calculator=\"plating-time\" lang=\"zh\" inputs='{inputs}'></platewise-calculator>"
        );
        host(tab, "element", SCRIPT, &body)?;
        until_heard(tab, "one", "result", "detail.report?.inputs.thickness_um === 12")?;
        until_heard(tab, "one", "ready", "detail.calculator === 'plating-time'")?;
        let told = last_result(tab, "one")?;
        let calculator = find("plating-time").ok_or_else(|| Failure::new("no calculator"))?;
        let expected = json::evaluate(calculator, &object(inputs)?)
            .map_err(|problems| Failure::new(problems.to_string()))?;
        for part in ["results", "inputs", "given", "engine", "data", "warnings", "steps"] {
            let (told, expected) = (told.pointer(&format!("/report/{part}")), expected.get(part));
            assert!(
                told.zip(expected).is_some_and(|(told, expected)| alike(told, expected)),
                "{part}: {told:?} instead of {expected:?}"
            );
        }
        // As high as its content, which comes with the time, and it stays so.
        until_heard(tab, "one", "resize", "detail.height > 600")?;
        tab.inside(&frame_of("one"), || {
            tab.until(
                "the whole calculator",
                "document.querySelector('#why:not([hidden]):not([aria-busy])')",
            )
        })?;
        thread::sleep(Duration::from_millis(1500));
        let heights = "return [document.querySelector('#one').shadowRoot.querySelector('iframe').getBoundingClientRect().height, heard.filter(one => one[1] === 'resize').length]";
        let before: (f64, usize) = tab.js(heights, json!([]))?;
        thread::sleep(Duration::from_millis(1500));
        assert_eq!(tab.js::<(f64, usize)>(heights, json!([]))?, before, "no growth loop");
        let (inner, outer): (f64, f64) = tab.inside(&frame_of("one"), || {
            tab.js("return [document.documentElement.scrollHeight, innerHeight]", json!([]))
        })?;
        assert!(inner <= outer + 1.0, "nothing is cut off: {inner} in {outer}");
        nothing_went_wrong(tab)
    })
}

#[test]
fn attributes_and_methods_reach_the_calculator() -> Outcome {
    in_every_engine(|tab| {
        let body = format!(
            "{LISTEN}<style>#one {{ --platewise-accent: #ffdd00; --platewise-font-size: 20px }}</style><platewise-calculator id=\"one\" lang=\"en\" theme=\"dark\" shown=\"bath thickness_um\" fixed=\"bath voltage_v\" inputs='{{\"thickness_um\": 9}}'></platewise-calculator>"
        );
        host(tab, "attributes", SCRIPT, &body)?;
        until_heard(tab, "one", "result", "detail.report?.inputs.thickness_um === 9")?;
        let looks = "const root = document.documentElement, style = getComputedStyle(root);
            const shown = [...document.querySelectorAll('form [data-field]')].filter(one => one.checkVisibility()).map(one => one.dataset.field);
            return [root.lang, root.dataset.theme, style.fontSize, style.getPropertyValue('--accent').trim(), shown, document.querySelector('[data-field=bath]').inert, !!document.querySelector('header')]";
        // Also the fields of the last group, which is made last, after the language has come.
        let fixed = "!document.querySelector('main[aria-busy]') && ['bath', 'voltage_v'].every(name => document.querySelector(`[data-field=${name}]`)?.inert)";
        tab.inside(&frame_of("one"), || tab.until("the fields that are fixed", fixed))?;
        let look = || tab.inside(&frame_of("one"), || tab.js::<Value>(looks, json!([])));
        assert_eq!(
            look()?,
            json!(["en", "dark", "20px", "#ffdd00", ["bath", "thickness_um"], true, false])
        );
        tab.js::<()>("const one = document.querySelector('#one'); one.setAttribute('lang', 'zh'); one.setAttribute('theme', 'light'); one.removeAttribute('fixed'); one.setAttribute('units', 'us')", json!([]))?;
        // Yellow cannot be read on white: it is darkened until it can.
        until_heard(
            tab,
            "one",
            "result",
            "detail.link.includes('lang=zh') && detail.link.includes('units=us')",
        )?;
        thread::sleep(Duration::from_millis(300));
        let after = look()?;
        assert_eq!(
            (after.get(0), after.get(1), after.get(5)),
            (Some(&json!("zh")), Some(&json!("light")), Some(&json!(false)))
        );
        assert_ne!(after.get(3), Some(&json!("#ffdd00")));
        tab.js::<()>("document.querySelector('#one').set({ thickness_um: 21 })", json!([]))?;
        until_heard(
            tab,
            "one",
            "result",
            "Math.abs(detail.report?.inputs.thickness_um - 21) < 1e-6",
        )?;
        let got: Value = tab.js_later(
            "const done = arguments[0]; document.querySelector('#one').get().then(done)",
            json!([]),
        )?;
        assert!(
            got.pointer("/report/inputs/thickness_um")
                .is_some_and(|value| alike(value, &json!(21)))
        );
        tab.js::<()>("heard.length = 0; document.querySelector('#one').reset()", json!([]))?;
        until_heard(
            tab,
            "one",
            "result",
            "Math.abs(detail.report?.inputs.thickness_um - 9) < 1e-6",
        )?;
        // What makes no sense is told, with the field that it is about, and nothing breaks.
        tab.js::<()>("document.querySelector('#one').set({ thickness_um: -3 })", json!([]))?;
        until_heard(tab, "one", "error", "detail.problems[0].field === 'thickness_um'")?;
        tab.js::<()>("document.querySelector('#one').set({ thicknes: 3 })", json!([]))?;
        until_heard(tab, "one", "error", "detail.problems[0].field === 'inputs'")?;
        tab.js::<()>("document.querySelector('#one').setAttribute('inputs', '{')", json!([]))?;
        until_heard(tab, "one", "error", "detail.problems[0].problem === 'not_json'")?;
        nothing_went_wrong(tab)
    })
}

#[test]
fn one_attribute_that_makes_no_sense_costs_no_other_and_what_is_fixed_stays() -> Outcome {
    in_every_engine(|tab| {
        let body = format!(
            "{LISTEN}<script>document.addEventListener('DOMContentLoaded', () => customElements.whenDefined('platewise-calculator').then(() => document.querySelector('#one').set({{ voltage_v: 7 }})))</script><style>.large {{ --platewise-font-size: 1.25rem; --platewise-accent: navy }}</style><platewise-calculator id=\"one\" lang=\"en\" theme=\"light\" units=\"imperial\" shown=\"bath thickness_um thicknes\" fixed=\"bath\" preset=\"none_of_ours\" inputs='{{\"bath\": \"alkaline_mid\", \"thickness_um\": 9}}'></platewise-calculator>"
        );
        host(tab, "sense", SCRIPT, &body)?;
        until_heard(tab, "one", "error", "detail.problems[0].field === 'units'")?;
        until_heard(tab, "one", "error", "detail.problems[0].field === 'shown'")?;
        until_heard(
            tab,
            "one",
            "result",
            "detail.report?.inputs.thickness_um === 9 && detail.report.inputs.bath === 'alkaline_mid' && detail.report.inputs.voltage_v === 7",
        )?;
        // Nothing is left that would change the field that is fixed.
        let left = "return [document.querySelector('[data-field=bath]').inert, ...['form > .examples', '[data-do=reset]', '#open-file'].map(one => !!document.querySelector(one) && getComputedStyle(document.querySelector(one).closest('.filebutton') ?? document.querySelector(one)).display === 'none')]";
        tab.inside(&frame_of("one"), || {
            tab.until(
                "the fields that are fixed",
                "document.querySelector('[data-field=bath]').inert",
            )?;
            assert_eq!(tab.js::<Value>(left, json!([]))?, json!([true, true, true, true]));
            Ok(())
        })?;
        // Units and names of CSS, when a class brings them.
        tab.js::<()>("document.querySelector('#one').className = 'large'", json!([]))?;
        let looks = "const root = document.documentElement; if (!root) return false; const style = getComputedStyle(root); return style.fontSize === '20px' && style.getPropertyValue('--accent').trim() === '#000080'";
        tab.inside(&frame_of("one"), || {
            tab.until("the size and the colour", &format!("(() => {{ {looks} }})()"))
        })?;
        // What is taken away is as if it had never been there.
        tab.js::<()>("heard.length = 0; const one = document.querySelector('#one'); one.removeAttribute('inputs'); one.removeAttribute('theme')", json!([]))?;
        until_heard(
            tab,
            "one",
            "result",
            "detail.report && !('thickness_um' in detail.report.given)",
        )?;
        tab.inside(&frame_of("one"), || {
            tab.until("the theme of the device", "!document.documentElement.dataset.theme")
        })?;
        // What is asked when it goes away is refused, and what changes while it is away counts when it comes back.
        let moved = "const done = arguments[0], one = document.querySelector('#one'); const asked = one.get(); one.remove(); one.setAttribute('inputs', '{\"thickness_um\": 21}');
            asked.then(() => done(false), () => { document.body.append(one); one.scrollIntoView(); done(true); })";
        assert!(tab.js_later::<bool>(moved, json!([]))?);
        until_heard(tab, "one", "result", "detail.report?.inputs.thickness_um === 21")?;
        let without = "heard.length = 0; const one = document.querySelector('#one'); one.remove(); one.removeAttribute('inputs'); document.body.append(one); one.scrollIntoView()";
        tab.js::<()>(without, json!([]))?;
        until_heard(
            tab,
            "one",
            "result",
            "detail.report && !('thickness_um' in detail.report.given)",
        )?;
        // A frame that begins again by itself is dressed again.
        tab.js::<()>("heard.length = 0", json!([]))?;
        tab.inside(&frame_of("one"), || {
            tab.js::<()>("setTimeout(() => location.reload())", json!([]))
        })?;
        until_heard(tab, "one", "result", "detail.report")?;
        tab.inside(&frame_of("one"), || {
            tab.until("the size and the colour again", &format!("(() => {{ {looks} }})()"))
        })?;
        nothing_went_wrong(tab)
    })
}

#[test]
fn a_page_opened_from_disk_can_embed() -> Outcome {
    in_every_engine(|tab| {
        let page = format!(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Host</title>{SCRIPT}</head><body>{LISTEN}<platewise-calculator id=\"one\" lang=\"en\" inputs='{{\"thickness_um\": 12}}'></platewise-calculator></body></html>"
        );
        let file = tab.site.out.join(format!("embeds-{:?}.html", tab.engine).to_lowercase());
        fs::write(&file, page.replace("{root}", &tab.site.root))?;
        tab.open_anything(&format!("file://{}", file.display()))?;
        until_heard(tab, "one", "result", "detail.report?.inputs.thickness_um === 12")
    })
}

#[test]
fn the_playground_writes_a_snippet_that_works_for_every_calculator() -> Outcome {
    let tab = Visitor::default().visit("about/")?;
    tab.js::<()>("localStorage.setItem('platewise.language', 'zh'); localStorage.setItem('platewise.theme', 'dark')", json!([]))?;
    tab.open_anything(&tab.address_of("embed/"))?;
    tab.until("the reader's language and theme", "document.documentElement.lang === 'zh' && document.documentElement.dataset.theme === 'dark'")?;
    for calculator in ALL {
        tab.choose("#calculator", calculator.id)?;
        tab.until(
            "the snippet",
            &format!(
                "document.querySelector('#snippet').textContent.includes('calculator=\"{}\"')",
                calculator.id
            ),
        )?;
        tab.js::<()>("document.querySelector('#preview').scrollIntoView()", json!([]))?;
        tab.until("a result", "[...document.querySelectorAll('#log li')].some(line => line.textContent.startsWith('result'))")?;
        let errors: Vec<String> =
            tab.js("return [...document.querySelectorAll('#log li')].map(line => line.textContent).filter(line => line.startsWith('error'))", json!([]))?;
        assert_eq!(errors, Vec::<String>::new(), "{}", calculator.id);
    }
    // Back to the first: what was typed for it is there again.
    tab.choose("#calculator", "plating-time")?;
    assert!(tab.value("#inputs")?.contains("thickness_um"));
    // The address of another one is shared.
    tab.choose("#calculator", "pv-payback")?;
    tab.until("the address", "location.hash.includes('pv-payback')")?;
    let address = tab.address()?;
    tab.open_anything("about:blank")?;
    tab.open_anything(&address)?;
    tab.until(
        "the calculator of the address",
        "document.querySelector('#snippet').textContent.includes('calculator=\"pv-payback\"')",
    )?;
    assert_eq!(tab.value("#inputs")?, "{}");
    // A plain frame takes no lists, which is said.
    tab.choose("#way", "iframe")?;
    tab.type_into("#inputs", "{\"quantities\": [1, 2]}")?;
    tab.until_text("#wrong", "普通框架")?;
    assert_eq!(tab.console()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn figures_of_a_shop_stay_in_the_frame_which_says_so() -> Outcome {
    let tab = Visitor::default().start()?;
    host(
        &tab,
        "stays",
        SCRIPT,
        &format!(
            "{LISTEN}<platewise-calculator id=\"one\" calculator=\"quote\" lang=\"en\"></platewise-calculator>"
        ),
    )?;
    until_heard(&tab, "one", "result", "detail.report")?;
    tab.inside(&frame_of("one"), || {
        tab.until("the way to the whole page", "document.querySelector('#open-in-full')")?;
        assert_eq!(tab.text("#stays-here")?, "");
        tab.type_into("[id='shop.barrel_volume_l']", "80")?;
        tab.until_text("#stays-here", "stay here")
    })
}

#[test]
fn a_host_is_told_no_price_and_gives_no_private_figure_once_the_visitor_gave_one() -> Outcome {
    let tab = Visitor::default().start()?;
    host(
        &tab,
        "private",
        SCRIPT,
        &format!(
            "{LISTEN}<platewise-calculator id=\"one\" calculator=\"quote\" lang=\"en\"></platewise-calculator>"
        ),
    )?;
    until_heard(&tab, "one", "result", "detail.report")?;
    // As long as the visitor says nothing of a shop, the host may: it is its own.
    tab.js::<()>("document.querySelector('#one').set({ 'shop.margin': 0.5 })", json!([]))?;
    until_heard(
        &tab,
        "one",
        "result",
        "detail.report?.results && heard.filter(([, kind]) => kind === 'result').length > 1",
    )?;
    tab.inside(&frame_of("one"), || {
        tab.js::<()>(
            "document.querySelectorAll('details').forEach(one => one.open = true)",
            json!([]),
        )?;
        assert_eq!(tab.value("[id='shop.margin']")?, "50");
        tab.type_into("[id='shop.labour_cny_per_h']", "87.53")
    })?;
    until_heard(
        &tab,
        "one",
        "result",
        "!detail.report && detail.problems[0].problem === 'private'",
    )?;
    tab.js::<()>("window.heard = []; document.querySelector('#one').set({ 'shop.margin': 0, 'shop.minimum_cny': 0 })", json!([]))?;
    until_heard(
        &tab,
        "one",
        "error",
        "detail.problems[0].field === 'shop.margin' && detail.problems[0].problem === 'private'",
    )?;
    tab.js::<()>("document.querySelector('#one').set({ expedite: 'yes' })", json!([]))?;
    until_heard(&tab, "one", "result", "!detail.report")?;
    assert!(
        !tab.js::<bool>("return heard.some(([, , detail]) => !!detail.report)", json!([]))?,
        "a price was told"
    );
    let got: Value = tab.js("return document.querySelector('#one').get()", json!([]))?;
    assert!(got.get("report").is_none() && !got.to_string().contains("87.53"), "{got}");
    tab.inside(&frame_of("one"), || {
        assert_eq!(tab.value("[id='shop.margin']")?, "50", "the host changed nothing of the shop");
        tab.until_shown("#answer") // the visitor sees the price
    })
}

#[test]
fn a_host_that_is_itself_in_a_sandbox_hears_of_the_calculator() -> Outcome {
    in_every_engine(|tab| {
        let (_, folder) = &tab.site.hosts;
        let inner = format!(
            "<!doctype html><meta charset=\"utf-8\"><title>Inner</title>{SCRIPT}<platewise-calculator id=\"one\" lang=\"en\"></platewise-calculator><p id=\"told\"></p>
             <script>document.addEventListener('result', event => {{ if (event.detail.report) document.querySelector('#told').textContent = origin + ' heard'; }}, true);</script>"
        );
        let name = format!("inner-{:?}.html", tab.engine).to_lowercase();
        fs::write(folder.join(&name), inner.replace("{root}", &tab.site.root))?;
        host(
            tab,
            "outer",
            "",
            &format!(
                "<iframe id=\"outer\" sandbox=\"allow-scripts\" src=\"{name}\" width=\"800\" height=\"900\"></iframe>"
            ),
        )?;
        tab.inside("return document.querySelector('#outer')", || {
            tab.until_text("#told", "null heard")
        })
    })
}

#[test]
fn a_sandboxed_frame_calculates_and_draws_without_an_origin_of_its_own() -> Outcome {
    in_every_engine(|tab| {
        let body = format!(
            "{LISTEN}<platewise-calculator id=\"one\" sandbox=\"allow-scripts\" calculator=\"process-comparison\" lang=\"en\"></platewise-calculator>"
        );
        host(tab, "sandbox", SCRIPT, &body)?;
        until_heard(tab, "one", "result", "detail.report")?;
        tab.inside(&frame_of("one"), || {
            assert_eq!(tab.js::<String>("return origin", json!([]))?, "null");
            tab.until_shown("#analyse")?;
            tab.js::<()>("document.querySelector('#analyse').click()", json!([]))?;
            tab.until("the analysis", "document.querySelector('#an-draw')")?;
            tab.js::<()>("document.querySelector('#an-draw').click()", json!([]))?;
            let drawn = tab.until(
                "the draws of the worker",
                "document.querySelector('#an-said')?.childElementCount > 0",
            );
            drawn.map_err(|failure| Failure::new(format!("{failure:?}; {:?}", tab.console())))
        })?;
        nothing_went_wrong(tab)
    })
}

#[test]
fn a_strict_host_several_elements_and_a_host_that_reads_from_right_to_left() -> Outcome {
    in_every_engine(|tab| {
        let policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src {root} 'sha256-none'; frame-src {root}\">";
        // Without inline scripts the page cannot listen by itself: the test asks the elements.
        let body = "<div dir=\"rtl\"><platewise-calculator id=\"one\" lang=\"en\"></platewise-calculator><platewise-calculator id=\"two\" calculator=\"part-area\" lang=\"zh\"></platewise-calculator></div>";
        host(tab, "strict", &format!("{policy}{SCRIPT}"), body)?;
        let listen = "window.wrong = []; window.heard = []; addEventListener('securitypolicyviolation', event => wrong.push(event.violatedDirective));
            for (const kind of ['ready', 'result', 'resize', 'error']) document.addEventListener(kind, event => event.detail && heard.push([event.target.id, kind, event.detail]), true);
            for (const one of document.querySelectorAll('platewise-calculator')) one.scrollIntoView()";
        tab.js::<()>(listen, json!([]))?;
        tab.until("the element", "customElements.get('platewise-calculator')")?;
        for id in ["one", "two"] {
            tab.js::<()>(&format!("document.querySelector('#{id}').scrollIntoView()"), json!([]))?;
            // It may have told its result before anybody listened.
            tab.until(
                "the calculator",
                &format!("document.querySelector('#{id}').get().then(() => {{ window.answers_{id} = true; }}, () => {{}}) && window.answers_{id}"),
            )?;
            tab.js::<()>(&format!("document.querySelector('#{id}').set({{}})"), json!([]))?;
            until_heard(tab, id, "result", "detail.report")?;
        }
        // The host puts one elsewhere: what was typed comes with it.
        tab.js::<()>("document.querySelector('#one').set({ thickness_um: 17 })", json!([]))?;
        until_heard(tab, "one", "result", "detail.report?.inputs.thickness_um === 17")?;
        tab.js::<()>("heard.length = 0; document.body.append(document.querySelector('#one')); document.querySelector('#one').scrollIntoView()", json!([]))?;
        until_heard(tab, "one", "result", "detail.report?.inputs.thickness_um === 17")?;
        nothing_went_wrong(tab)
    })
}

#[test]
fn a_host_that_sends_nonsense_a_hundred_thousand_times_breaks_nothing() -> Outcome {
    in_every_engine(|tab| {
        let body = format!("{LISTEN}<iframe id=\"frame\" width=\"1000\" height=\"900\" title=\"Calculator\" src=\"{{root}}embed/v1/plating-time/#v=1&amp;lang=en&amp;thickness_um=11\"></iframe>
            <script>window.said = []; addEventListener('message', event => said.push([event.origin, event.data]))</script>");
        host(tab, "hostile", "", &body)?;
        tab.until("the calculator", "said.some(([, data]) => data.kind === 'ready')")?;
        let flood = "const done = arguments[0], target = document.querySelector('#frame').contentWindow, deep = {}; deep.self = deep;
            const nonsense = [null, 7, 'text', [], {}, deep, { platewise: 1 }, { platewise: 1, kind: 7 }, { platewise: 1, kind: 'open' }, { platewise: 2, kind: 'set', inputs: { thickness_um: 1 } },
              { platewise: 1, kind: 'set', inputs: [1] }, { platewise: 1, kind: 'set', inputs: { thickness_um: { a: [] } } }, { platewise: 1, kind: 'set', accent: 'red;}*{display:none' }, { platewise: 1, kind: 'set', shown: '*' },
              { platewise: 1, kind: 'set', shown: ['x\"]{}*{display:none}'] }, { platewise: 1, kind: 'set', font_size_px: 1e9 }, { platewise: 1, kind: 'set', language: '<img src=x onerror=alert(1)>' },
              { platewise: 1, kind: 'get', request: {} }, { platewise: 1, kind: 'set', __proto__: { inputs: 1 } }, new Date(), new Uint8Array(9), { platewise: 1, kind: 'set', inputs: { thickness_um: 'x'.repeat(300) } }];
            let sent = 0;
            const send = () => { for (let n = 0; n < 1000; n++) target.postMessage(nonsense[sent++ % nonsense.length], '*'); sent < 100000 ? setTimeout(send) : done(sent); };
            send();";
        assert_eq!(tab.js_later::<u64>(flood, json!([]))?, 100_000);
        let hello = "document.querySelector('#frame').contentWindow.postMessage({ platewise: 1, kind: 'set', inputs: { thickness_um: 13 } }, '*')";
        tab.js::<()>(hello, json!([]))?;
        // All of it has to be looked at before.
        tab.until("an answer after all", "said.some(([, data]) => data.kind === 'result' && data.report?.inputs.thickness_um === 13)")?;
        // Whoever is not around the frame is not heard: here the frame itself.
        tab.inside("return document.querySelector('#frame')", || {
            tab.js::<()>(
                "postMessage({ platewise: 1, kind: 'set', inputs: { thickness_um: 99 } }, '*')",
                json!([]),
            )?;
            thread::sleep(Duration::from_millis(300));
            assert_eq!(tab.value("#thickness_um")?, "13");
            assert!(!tab.shows("#crash")?);
            tab.until_shown("#answer")
        })?;
        // All of it comes from our origin.
        let origins: Vec<String> =
            tab.js("return [...new Set(said.map(([origin]) => origin))]", json!([]))?;
        assert_eq!(origins, vec![tab.site.root.trim_end_matches('/').to_owned()]);
        nothing_went_wrong(tab)
    })
}

#[test]
fn the_element_hears_nobody_but_its_own_frame() -> Outcome {
    let tab = Visitor::default().start()?;
    host(
        &tab,
        "forged",
        SCRIPT,
        &format!(
            "{LISTEN}<platewise-calculator id=\"one\" lang=\"en\"></platewise-calculator><iframe id=\"other\" srcdoc=\"<p>x\"></iframe>"
        ),
    )?;
    until_heard(&tab, "one", "result", "detail.report")?;
    let forge = "heard.length = 0; const forged = { platewise: 1, kind: 'result', link: 'forged', report: { forged: true } };
        postMessage(forged, '*'); document.querySelector('#other').contentWindow.eval(`parent.postMessage(${JSON.stringify(forged)}, '*')`)";
    tab.js::<()>(forge, json!([]))?;
    thread::sleep(Duration::from_millis(500));
    assert!(
        !tab.js::<bool>(
            "return heard.some(([, , detail]) => detail.link === 'forged')",
            json!([])
        )?
    );
    // Nor does its own frame make it as high as it likes.
    tab.inside(&frame_of("one"), || {
        tab.js::<()>("for (const height of [1e9, -5, 'x', NaN, null]) parent.postMessage({ platewise: 1, kind: 'resize', height }, '*')", json!([]))
    })?;
    thread::sleep(Duration::from_millis(500));
    let heights: Vec<f64> = tab.js(
        "return heard.filter(([, kind]) => kind === 'resize').map(([, , detail]) => detail.height)",
        json!([]),
    )?;
    assert!(
        heights.contains(&20_000.0) && heights.contains(&80.0),
        "the forged ones are heard, and clamped: {heights:?}"
    );
    assert!(heights.iter().all(|height| (80.0..=20_000.0).contains(height)), "{heights:?}");
    Ok(())
}

#[test]
fn nothing_is_fetched_before_it_is_in_sight_and_it_is_a_link_without_the_script() -> Outcome {
    let tab = Visitor::default().start()?;
    let element = "<div style=\"height: 5000px\"></div><platewise-calculator id=\"one\" lang=\"en\"><a id=\"way\" href=\"{root}plating-time/\">Plating time</a></platewise-calculator>";
    host(&tab, "lazy", SCRIPT, &format!("{LISTEN}{element}"))?;
    tab.until("the element", "customElements.get('platewise-calculator')")?;
    thread::sleep(Duration::from_millis(500));
    let ours: Vec<String> = tab
        .requests()?
        .into_iter()
        .map(|request| request.address)
        .filter(|address| address.starts_with(&tab.site.root))
        .collect();
    assert_eq!(ours, vec![format!("{}embed/v1.js", tab.site.root)], "the script alone");
    assert_eq!(
        tab.js::<String>(
            "return document.querySelector('#one').shadowRoot.querySelector('b').textContent",
            json!([])
        )?,
        "Plating time"
    );
    tab.js::<()>("document.querySelector('#one').scrollIntoView()", json!([]))?;
    until_heard(&tab, "one", "result", "detail.report")?;
    host(&tab, "noscript", "", element)?;
    assert!(tab.shows("#way")?);
    nothing_went_wrong_without_listening(&tab)
}

fn nothing_went_wrong_without_listening(tab: &Tab) -> Outcome {
    assert_eq!(tab.console()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn it_opens_in_full_and_prints_with_what_stands_in_it() -> Outcome {
    in_every_engine(|tab| {
        host(
            tab,
            "full",
            SCRIPT,
            &format!(
                "{LISTEN}<platewise-calculator id=\"one\" lang=\"en\" inputs='{{\"thickness_um\": 14}}'></platewise-calculator>"
            ),
        )?;
        until_heard(tab, "one", "result", "detail.report?.inputs.thickness_um === 14")?;
        let open = |which: &str| {
            tab.inside(&frame_of("one"), || {
                tab.until_shown(which)?;
                tab.click(which)
            })
        };
        if tab.engine == Engine::WebKit {
            // Its driver does not tell of windows that a page opens: where the link leads has to do.
            let href = tab.inside(&frame_of("one"), || {
                tab.js::<String>("const link = document.querySelector('#open-in-full'); link.target = ''; link.addEventListener('click', event => event.preventDefault()); link.click(); return link.href", json!([]))
            })?;
            assert!(
                href.starts_with(&format!("{}plating-time/#v=1", tab.site.root))
                    && href.contains("thickness_um=14"),
                "{href}"
            );
            return Ok(());
        }
        open("#open-in-full")?;
        tab.in_other_window(|| {
            tab.until_ready()?;
            assert_eq!(tab.value("#thickness_um")?, "14");
            Ok(())
        })?;
        open("#print-in-full")?;
        tab.in_other_window(|| {
            tab.until_ready()?;
            assert_eq!(tab.value("#thickness_um")?, "14");
            tab.until("its name to be forgotten", "name === ''")?;
            assert!(!tab.shows("#notices .notice")?);
            Ok(())
        })
    })
}
