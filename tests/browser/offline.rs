//! Without a network: the second visit, an update that is asked for and one that ends half-way; and everything in one file opened from disk, in every engine.

use crate::support::{QUOTE, answer_to, copy_of_site, cut, metric, one_file, pages, until_kept};
use browser_tests::{Engine, Failure, Outcome, Tab, Visitor};
use platewise_model::words::Language;
use serde_json::json;
use std::fs;
use std::path::PathBuf;

#[test]
fn a_second_visit_works_everywhere_without_a_network() -> Outcome {
    let mut tab = Visitor::default().start()?;
    let mut copy = PathBuf::new();
    if tab.engine != Engine::Chromium {
        (tab.site.root, copy) = copy_of_site(&tab, "kept")?;
    }
    tab.open("plating-time/")?;
    until_kept(&tab)?;
    cut(&tab, &copy, true)?;
    for page in pages() {
        tab.open_afresh(page.address)?;
        tab.until_text("main h1", page.headings[0])?;
    }
    // What is loaded on demand is kept too.
    tab.open_afresh("process-comparison/")?;
    tab.click("#analyse")?;
    tab.until_shown("#an-draw")?;
    tab.click("#an-draw")?;
    tab.until("the draws", "document.querySelector('#an-said')?.childElementCount > 0")?;
    if tab.engine == Engine::Chromium {
        // An address that is none says so, as with a network; in the others it is the server that answers.
        tab.open_anything(&tab.address_of("nothing-here/"))?;
        tab.until_text("#app h1", "There is no page at this address")?;
        tab.click("main a[href$='quote/']")?;
        tab.until_text("main h1", QUOTE.headings[0])?;
    }
    cut(&tab, &copy, false)
}

/// Makes another version of a copied site: its home page says something else, and the worker knows its new digest.
fn publish_another_version(folder: &std::path::Path, whole: bool) -> Outcome {
    let page = folder.join("about/index.html");
    let before = fs::read_to_string(&page)?;
    let after = before.replacen("<body", "<body data-version=\"next\"", 1);
    for compressed in [
        "about/index.html.br",
        "about/index.html.gz",
        "service-worker.js.br",
        "service-worker.js.gz",
    ] {
        let _ = fs::remove_file(folder.join(compressed)); // of the version before
    }
    let worker = folder.join("service-worker.js");
    let digest = |content: &str| -> Outcome<String> {
        let output = std::process::Command::new("sha256sum")
            .stdin(std::process::Stdio::piped())
            .stdout(std::process::Stdio::piped())
            .spawn()
            .and_then(|mut child| {
                use std::io::Write as _;
                child
                    .stdin
                    .take()
                    .map(|mut input| input.write_all(content.as_bytes()))
                    .transpose()?;
                child.wait_with_output()
            })?;
        Ok(String::from_utf8_lossy(&output.stdout).chars().take(12).collect())
    };
    let script = fs::read_to_string(&worker)?;
    let (old, new) = (digest(&before)?, digest(&after)?);
    assert!(script.contains(&old), "the worker knows the page by its digest");
    let version = script
        .split("VERSION=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .ok_or_else(|| Failure::new("no version"))?
        .to_owned();
    fs::write(&worker, script.replace(&old, &new).replace(&version, "000000000001"))?;
    if whole {
        fs::write(&page, after)?;
    }
    Ok(())
}

const UPDATE: &str = "const done = arguments[0]; navigator.serviceWorker.getRegistration().then(one => one.update()).then(() => done(true), () => done(false))";

#[test]
fn a_new_version_waits_until_it_is_wanted_and_half_of_one_changes_nothing() -> Outcome {
    let tab = Visitor::default().start()?;
    let (address, folder) = copy_of_site(&tab, "updated")?;
    let open = |page: &str| {
        tab.open_anything(&format!("{address}{page}"))?;
        tab.until_ready()
    };
    open("plating-time/")?;
    until_kept(&tab)?;
    // The worker of the next version is there, its page is not yet: nothing of it is used, and nothing is asked.
    publish_another_version(&folder, false)?;
    let saved = fs::read_to_string(folder.join("service-worker.js"))?;
    tab.js_later::<bool>(UPDATE, json!([]))?;
    std::thread::sleep(std::time::Duration::from_millis(1500));
    assert!(!tab.shows("#update")?);
    let idle = "const done = arguments[0]; navigator.serviceWorker.getRegistration().then(one => done(!one.waiting && !one.installing && !!one.active))";
    assert!(tab.js_later::<bool>(idle, json!([]))?, "half a version is none");
    assert_eq!(
        kept(&tab)?,
        [true, false],
        "what has come of it stays for the next try, and is not taken for whole"
    );
    // Now all of it is there.
    let page = folder.join("about/index.html");
    fs::write(
        &page,
        fs::read_to_string(&page)?.replacen("<body", "<body data-version=\"next\"", 1),
    )?;
    fs::write(folder.join("service-worker.js"), saved)?;
    open("plating-time/")?;
    tab.type_into("#thickness_um", "17")?;
    tab.js_later::<bool>(UPDATE, json!([]))?;
    tab.until_shown("#update")?;
    // Not before it is wanted, here or in another window, which asks as this script does; the question that is left here then is no dead button.
    assert_eq!(tab.value("#thickness_um")?, "17");
    let elsewhere = "const done = arguments[0]; navigator.serviceWorker.addEventListener('controllerchange', () => done(true)); navigator.serviceWorker.getRegistration().then(one => one.waiting.postMessage('take-over'))";
    assert!(tab.js_later::<bool>(elsewhere, json!([]))?);
    assert_eq!(tab.value("#thickness_um")?, "17");
    assert!(tab.shows("#update-now")?);
    tab.click("#update-now")?;
    tab.until("the new version", "!document.querySelector('#update')")?;
    tab.until_ready()?;
    assert_eq!(tab.value("#thickness_um")?, "17", "what was typed stays");
    open("about/")?;
    tab.until("the new page", "document.body.dataset.version === 'next'")?;
    assert_eq!(
        kept(&tab)?,
        [true, true],
        "the version before stays for pages that are still open with it"
    );
    Ok(())
}

/// Of each version that is kept, oldest first, whether it is whole.
fn kept(tab: &Tab) -> Outcome<Vec<bool>> {
    let kept = "const done = arguments[0]; caches.keys().then(names => Promise.all(names.map(async name => (await (await caches.open(name)).keys()).some(one => one.url.endsWith('/is-whole')))).then(done))";
    tab.js_later(kept, json!([]))
}

#[test]
fn one_file_opens_from_disk_in_every_engine() -> Outcome {
    for engine in Engine::ALL {
        let tab = Visitor::default().in_engine(engine).start()?;
        use_one_file(&tab).map_err(|failure| Failure::new(format!("{engine:?}: {failure:?}")))?;
    }
    Ok(())
}

fn use_one_file(tab: &Tab) -> Outcome {
    let address = one_file(tab)?;
    tab.open_anything(&format!(
        "{address}#/plating-time/v=1&lang=en&units=metric&thickness_um=13&bath=alkaline_mid"
    ))?;
    tab.until_ready()?;
    let expected =
        answer_to(json!({ "thickness_um": 13, "bath": "alkaline_mid" }), metric(Language::En))?;
    assert_eq!(tab.dense_text("#answer")?, expected);
    // To every page and back, with the state kept behind #.
    for page in pages().into_iter().skip(1).filter(|page| page.address != "schemas/") {
        let slug = page.address.trim_end_matches('/');
        tab.js::<()>(&format!("document.querySelector('#go-{slug}').click()"), json!([]))?;
        tab.until_text("main h1", page.headings[0])?;
        assert!(tab.address()?.contains(&format!("#/{slug}/")), "{}", tab.address()?);
    }
    tab.js::<()>("document.querySelector('#go-process-comparison').click()", json!([]))?;
    tab.until_shown("#analyse")?;
    tab.js::<()>("document.querySelector('#analyse').click()", json!([]))?;
    tab.until_shown("#an-draw")?;
    tab.js::<()>("document.querySelector('#an-draw').click()", json!([]))?;
    tab.until(
        "the draws of the worker",
        "document.querySelector('#an-said')?.childElementCount > 0",
    )?;
    assert_eq!(tab.console()?, Vec::<String>::new());
    Ok(())
}
