use crate::support::{HOME, PLATING_TIME, pages, use_everything, with_script};
use browser_tests::{Outcome, Request, Visitor};
use serde_json::json;

/// Counts what the policy refuses.
const COUNT_VIOLATIONS: &str = "window.refused = []; addEventListener('securitypolicyviolation', event => window.refused.push(event.violatedDirective + ' ' + event.blockedURI))";

#[test]
fn the_policy_is_in_the_page_and_in_the_header_and_allows_nothing_inline() -> Outcome {
    // The server is asked, not what the service worker has kept.
    let tab = Visitor::default().with_script("delete Navigator.prototype.serviceWorker").start()?;
    for page in pages() {
        tab.open(page.address)?;
        let meta = tab
            .attribute("meta[http-equiv=Content-Security-Policy]", "content")?
            .unwrap_or_default();
        let header: Option<String> =
            tab.js_later("fetch(location.pathname).then(answer => arguments[0](answer.headers.get('content-security-policy')))", json!([]))?;
        assert_eq!(
            header.as_deref(),
            Some(meta.as_str()),
            "header and page differ on {}",
            page.address
        );
        assert!(meta.contains("default-src 'none'"));
        assert!(!meta.contains("unsafe-inline") && !meta.contains("'unsafe-eval'"), "{meta}");
    }
    Ok(())
}

#[test]
fn the_policy_is_in_force() -> Outcome {
    let tab = with_script(&Visitor::default(), COUNT_VIOLATIONS)?;
    tab.open(PLATING_TIME.address)?;
    let outcome: (bool, String, bool, bool) = tab.js_later(
        "const done = arguments[0];
         const script = document.createElement('script');
         script.textContent = 'window.inlineRan = true';
         document.body.append(script);
         const handler = document.createElement('button');
         handler.setAttribute('onclick', 'window.inlineRan = true');
         document.body.append(handler);
         handler.click();
         handler.remove();
         const style = document.createElement('style');
         style.textContent = 'body { border-top: 77px solid }';
         document.head.append(style);
         const image = new Image();
         let imageLoaded = false;
         image.onload = () => imageLoaded = true;
         image.src = 'http://127.0.0.2:1/x.png';
         const sent = fetch('http://127.0.0.2:1/').then(() => true, () => false);
         setTimeout(async () => {
           let evaluated = 'ran';
           try { window.eval('1'); } catch (error) { evaluated = error.name; }
           done([!!window.inlineRan, evaluated, getComputedStyle(document.body).borderTopWidth === '77px', await sent || imageLoaded]);
         }, 100);",
        json!([]),
    )?;
    assert_eq!(
        outcome,
        (false, "EvalError".to_owned(), false, false),
        "inline script and handler, eval, inline style, image and request elsewhere"
    );
    // Header and page say the same policy, so each is refused twice where the server sends the header.
    let refused = "[...new Set(window.refused.map(one => one.split(' ')[0]))].sort()";
    tab.until("a report of each", &format!("{refused}.length === 6"))?;
    let refused: Vec<String> = tab.js(&format!("return {refused}"), json!([]))?;
    assert_eq!(
        refused,
        [
            "connect-src",
            "img-src",
            "script-src",
            "script-src-attr",
            "script-src-elem",
            "style-src-elem"
        ]
    );
    tab.console()?; // what was refused here was meant to be
    Ok(())
}

#[test]
fn normal_use_is_never_refused_and_the_console_stays_silent() -> Outcome {
    let tab = with_script(&Visitor::default(), COUNT_VIOLATIONS)?;
    use_everything(&tab)?;
    assert_eq!(tab.js::<Vec<String>>("return window.refused", json!([]))?, Vec::<String>::new());
    assert!(!tab.shows("#crash")?);
    assert_eq!(tab.console()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn nothing_is_asked_of_anybody_once_the_page_is_there() -> Outcome {
    let tab = Visitor::default().visit(HOME.address)?;
    tab.until_shown("#answer")?;
    let loading = tab.requests()?;
    assert!(
        loading.iter().any(|request| request.address.ends_with(".wasm")),
        "the log of requests is read: {loading:?}"
    );
    let quiet = |request: &Request| {
        let here =
            request.address.strip_prefix(&tab.site.root).is_some_and(|rest| !rest.contains('?'));
        here && request.method == "GET" && !request.has_body
    };
    let loud: Vec<&Request> = loading.iter().filter(|request| !quiet(request)).collect();
    assert!(loud.is_empty(), "{loud:?}");
    use_everything(&tab)?;
    // `use_everything` begins by opening the home page, so these are those of one load, and nothing of what was done since.
    let known: Vec<&str> = loading.iter().map(|request| request.address.as_str()).collect();
    // What is loaded on demand comes from here, by its name that says its content, and tells nothing.
    // So does what keeps the application offline.
    let on_demand = |request: &Request| {
        let name = request.address.rsplit('/').next().unwrap_or_default();
        let is_expected = (name.ends_with(".wasm") && name.contains('-'))
            || name.starts_with("after-")
            || ["service-worker.js", "manifest.webmanifest"].contains(&name);
        quiet(request) && is_expected
    };
    let later: Vec<Request> = tab
        .requests()?
        .into_iter()
        .filter(|request| !known.contains(&request.address.as_str()))
        .collect();
    let loud: Vec<&Request> = later.iter().filter(|request| !on_demand(request)).collect();
    assert!(loud.is_empty(), "{loud:?}");
    Ok(())
}

#[test]
fn nothing_is_kept_but_what_the_about_page_says() -> Outcome {
    let tab = Visitor::default().start()?;
    use_everything(&tab)?;
    let cookies: String = tab.js("return document.cookie", json!([]))?;
    assert_eq!(cookies, "");
    let (kept, session, databases): (Vec<String>, Vec<String>, usize) = tab.js_later(
        "const done = arguments[0]; indexedDB.databases().then(list => done([Object.keys(localStorage), Object.keys(sessionStorage), list.length]))",
        json!([]),
    )?;
    assert!(kept.iter().all(|key| key.starts_with("platewise.")), "{kept:?}");
    assert!(
        session.iter().all(|key| key.starts_with("platewise.last.")),
        "the last inputs of this window: {session:?}"
    );
    assert_eq!(databases, 0);
    Ok(())
}
