//! What must never leave the shop, and never be overwritten: its key, its figures, and the quote that is being written. Journeys with two windows, with files and
//! links of strangers, and with a page that is left too soon.

use crate::support::{
    calculator_page, copied, object, one_file, price, priced, quote, saved, take_files, unfold,
    until_address_has,
};
use browser_tests::{Failure, Outcome, Tab, Visitor};
use platewise_model::json;
use platewise_model::quotation::key::Key;
use platewise_model::quotation::seal::sign;
use platewise_model::quotation::sheet::Papers;
use platewise_model::report::format::Reader;
use serde_json::{Map, Value, json};
use std::fs;
use std::path::Path;
use std::thread;
use std::time::Duration;

const SECRET: &str = "000102030405060708090a0b0c0d0e0f";
const STRANGERS: &str = "ffeeddccbbaa99887766554433221100";

/// What the browser remembers under a name.
fn record(tab: &Tab, name: &str) -> Outcome<Option<String>> {
    tab.js("return localStorage.getItem('platewise.' + arguments[0])", json!([name]))
}

/// A browser at whose home is a shop: a name, a labour rate, and the key.
fn at_home(tab: &Tab) -> Outcome {
    tab.open("about/")?;
    let remember = "for (const [name, value] of Object.entries(arguments[0])) localStorage.setItem('platewise.' + name, value)";
    tab.js(remember, json!([{ "quote.shop.name": "Cixi%20Bright", "quote.shop.labour_cny_per_h": "77", "key": SECRET }]))
}

fn value(tab: &Tab, field: &str) -> Outcome<String> {
    tab.value(&format!("[id='{field}']"))
}

/// Types into a field of the shop.
fn set(tab: &Tab, field: &str, text: &str) -> Outcome {
    unfold(tab, field)?;
    tab.type_into(&format!("[id='{field}']"), text)
}

/// Opens a file of this content.
fn open(tab: &Tab, content: &Value) -> Outcome {
    let path = tab.download_folder()?.join("brought.json");
    fs::write(&path, content.to_string())?;
    open_at(tab, &path)
}

fn open_at(tab: &Tab, path: &Path) -> Outcome {
    if !tab.shows("#open-file")? && tab.attribute("details.menu", "open")?.is_none() {
        tab.click("#export")?;
    }
    tab.give_file("#open-file", path)
}

fn choose(tab: &Tab, what: &str) -> Outcome {
    tab.click(&format!("#offer-{what}"))?;
    tab.until("nothing is asked any more", "!document.querySelector('#offer')")
}

/// A stranger's shop, and a whole quote of theirs that they have signed.
fn strangers_shop() -> Value {
    json!({ "calculator": "quote", "inputs": { "shop": { "name": "Ningbo Dull", "labour_cny_per_h": 1, "key": STRANGERS } } })
}

fn strangers_quote() -> Outcome<Value> {
    let lines =
        json!([{ "name": "THEIRS", "thread": "M8", "length_mm": 40, "quantities": [1000] }]);
    let mut inputs = object(
        json!({ "lines": lines, "customer.date": "2026-11-24", "shop.name": "Ningbo Dull", "shop.labour_cny_per_h": 1 }),
    )?;
    let papers = Papers::of(&inputs, Reader::default())
        .map_err(|problems| Failure::new(format!("{problems:?}")))?;
    let mut issued = papers.issued().clone();
    sign(&mut issued, &inputs, Key::read(STRANGERS).as_ref());
    inputs.insert("issued".to_owned(), issued.write().into());
    inputs.insert("shop.key".to_owned(), STRANGERS.into());
    Ok(json!({ "calculator": "quote", "inputs": inputs }))
}

#[test]
fn the_key_of_an_older_version_gets_a_record_of_its_own_and_stands_nowhere_else() -> Outcome {
    let tab = Visitor::default().start()?;
    tab.open("about/")?;
    let old = format!(
        "v=1&lang=en&units=metric&lines=name,thread;OLD,M8&shop.name=Cixi%20Bright&shop.key={SECRET}&shop.labour_cny_per_h=77"
    );
    let remember = "localStorage.setItem('platewise.last.quote', arguments[0]); localStorage.setItem('platewise.pins.quote', arguments[0])";
    tab.js::<()>(remember, json!([old]))?;
    for again in [false, true] {
        tab.open("quote/")?;
        tab.until_shown("#answer")?;
        assert_eq!(record(&tab, "key")?.as_deref(), Some(SECRET));
        assert_eq!(
            (value(&tab, "shop.name")?.as_str(), value(&tab, "shop.labour_cny_per_h")?.as_str()),
            ("Cixi Bright", "77")
        );
        assert_eq!(tab.count("#lines-rows .row")?, 1);
        let all: Map<String, Value> =
            tab.js("return { ...localStorage, ...sessionStorage }", json!([]))?;
        let holds: Vec<&String> = all
            .iter()
            .filter(|(_, value)| value.as_str().is_some_and(|value| value.contains(SECRET)))
            .map(|(name, _)| name)
            .collect();
        assert_eq!(holds, ["platewise.key"], "again: {again}");
        assert!(!tab.shows("#notices li")?);
        tab.open("about/")?;
    }
    // Nor on the page, nor in what is saved from it.
    tab.open("quote/")?;
    take_files(&tab)?;
    tab.until("all of the page", "document.querySelector('#charts figure svg') && document.querySelector('#inputs').childElementCount")?;
    assert!(
        !tab.js::<String>("return document.documentElement.outerHTML", json!([]))?.contains(SECRET)
    );
    for (what, ending) in [("csv", "csv"), ("file", "json"), ("profile", "json")] {
        tab.click("#export")?;
        tab.click(&format!("[data-do={what}]"))?;
        let file = saved(&tab, ending)?;
        let text = fs::read_to_string(&file)?;
        assert!(!text.contains(SECRET), "the key is in what {what} saves");
        assert!(what == "csv" || text.contains("77"), "the figures are");
        fs::remove_file(file)?;
    }
    assert_eq!(tab.console()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn a_strangers_file_changes_nothing_of_the_shop_until_the_reader_says_so() -> Outcome {
    let tab = Visitor::default().start()?;
    at_home(&tab)?;
    tab.open("quote/")?;
    tab.until_shown("#answer")?;
    let is_own = |tab: &Tab, when: &str| -> Outcome {
        assert_eq!(
            (value(tab, "shop.name")?.as_str(), value(tab, "shop.labour_cny_per_h")?.as_str()),
            ("Cixi Bright", "77"),
            "{when}"
        );
        thread::sleep(Duration::from_millis(600)); // what is kept is kept a little later
        assert_eq!(record(tab, "quote.shop.labour_cny_per_h")?.as_deref(), Some("77"), "{when}");
        assert_eq!(record(tab, "key")?.as_deref(), Some(SECRET), "{when}");
        Ok(())
    };
    for file in [strangers_shop(), strangers_quote()?] {
        open(&tab, &file)?;
        tab.until_text("#offer", "77")?;
        tab.until_text("#offer", "Cixi Bright → Ningbo Dull")?;
        is_own(&tab, "while it asks")?;
        choose(&tab, "keep")?;
        is_own(&tab, "kept")?;
        if tab.shows("#papers")? {
            assert!(!tab.text("#papers-said")?.contains("Your own quote"));
            tab.click("#papers [data-paper=close]")?;
        }
        assert!(!tab.text("#said")?.contains("Your own quote"), "{}", tab.text("#said")?);
    }
    // Beside it, the shop at home stays.
    open(&tab, &strangers_shop())?;
    tab.until_shown("#offer")?;
    choose(&tab, "beside")?;
    tab.until("their rate", "document.getElementById('shop.labour_cny_per_h').value === '1'")?;
    thread::sleep(Duration::from_millis(600));
    assert_eq!(record(&tab, "quote.shop.labour_cny_per_h")?.as_deref(), Some("77"));
    tab.click("#visit [data-do=own-shop]")?;
    is_own(&tab, "back from beside")?;
    // Taken over, and back in one step.
    open(&tab, &strangers_shop())?;
    tab.until_shown("#offer")?;
    choose(&tab, "take")?;
    tab.until("their rate", "document.getElementById('shop.labour_cny_per_h').value === '1'")?;
    thread::sleep(Duration::from_millis(600));
    assert_eq!(record(&tab, "quote.shop.labour_cny_per_h")?.as_deref(), Some("1"));
    assert_eq!(record(&tab, "key")?.as_deref(), Some(SECRET), "figures are no key");
    tab.click("#visit [data-do=back]")?;
    is_own(&tab, "undone")?;
    // A key alone is no shop.
    open(&tab, &json!({ "shop": { "key": "00" } }))?;
    tab.until_text("#notices", "key of a shop was left out")?;
    assert!(!tab.shows("#offer")?);
    is_own(&tab, "a key alone")?;
    assert_eq!(tab.console()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn without_a_key_at_home_a_strangers_whole_file_is_no_quote_of_ones_own() -> Outcome {
    let tab = Visitor::default().visit("quote/")?;
    tab.until_shown("#answer")?;
    open(&tab, &strangers_quote()?)?;
    tab.until_text("#offer", "Ningbo Dull")?;
    choose(&tab, "keep")?;
    tab.until_shown("#papers.received .leaf")?;
    tab.until_text("#papers-said", "as it came to you")?;
    tab.click("#papers [data-paper=close]")?;
    assert_eq!(record(&tab, "key")?, None);
    assert_eq!(value(&tab, "shop.name")?, "");
    open(&tab, &strangers_quote()?)?;
    tab.until_shown("#offer")?;
    choose(&tab, "take")?;
    tab.until_shown("#papers.received .leaf")?;
    assert!(!tab.text("#said")?.contains("Your own quote"));
    assert_eq!(record(&tab, "key")?, None, "its figures were taken, not its key");
    assert_eq!(tab.console()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn a_shop_is_moved_to_another_device_by_an_explicit_act_alone() -> Outcome {
    let lines = "quote/#v=1&lang=en&units=metric&lines=name,thread,quantities;DWG-1,M8,1000";
    let tab = priced(lines)?;
    take_files(&tab)?;
    set(&tab, "shop.name", "Cixi Bright")?;
    set(&tab, "shop.margin", "31")?;
    let link = copied(&tab, "[data-do=copy]", "#said")?;
    let packed = link
        .split_once('#')
        .map(|(_, packed)| packed.to_owned())
        .ok_or_else(|| Failure::new("no state"))?;
    let key = record(&tab, "key")?.ok_or_else(|| Failure::new("no key was made"))?;
    assert_eq!(key.len(), 32);
    tab.click("#export")?;
    tab.click("[data-do=move]")?;
    tab.until_text("#said", "secret key")?;
    let file = saved(&tab, "json")?;
    let text = fs::read_to_string(&file)?;
    assert!(text.contains(&key) && text.contains("secret key") && text.contains("密钥"));
    assert!(json::inputs_of(&serde_json::from_str(&text)?, quote()?).is_ok());

    let other = Visitor::default().visit("quote/")?;
    other.until_shown("#answer")?;
    open_at(&other, &file)?;
    other.until_text("#offer", "holds the key")?;
    assert_eq!(record(&other, "key")?, None);
    choose(&other, "move")?;
    assert_eq!(record(&other, "key")?.as_deref(), Some(key.as_str()));
    assert_eq!(value(&other, "shop.margin")?, "31");
    // One step undoes it; once more, and the quotes of the shop are known here.
    other.click("#visit [data-do=back]")?;
    assert_eq!((record(&other, "key")?, value(&other, "shop.name")?.as_str()), (None, ""));
    open_at(&other, &file)?;
    other.until_shown("#offer")?;
    choose(&other, "move")?;
    other.open_afresh(&format!("quote/#{packed}"))?;
    other.until_text("#said", "Your own quote")?;
    assert_eq!(record(&other, "key")?.as_deref(), Some(key.as_str()));

    // An old file of the whole quote, with the key in it: moved, it is one's own; one step takes back the quote, the shop and its key.
    let third = Visitor::default().visit("quote/")?;
    third.until_shown("#answer")?;
    open(&third, &strangers_quote()?)?;
    third.until_shown("#offer")?;
    choose(&third, "move")?;
    third.until_text("#said", "Your own quote")?;
    third.until_shown("#as-given")?;
    assert_eq!(record(&third, "key")?.as_deref(), Some(STRANGERS));
    third.click("#visit [data-do=back]")?;
    third.until_hidden("#as-given")?;
    assert_eq!((record(&third, "key")?, value(&third, "shop.name")?.as_str()), (None, ""));
    assert_eq!(other.console()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn two_windows_keep_each_others_figures_and_make_one_key() -> Outcome {
    let tab = Visitor::default().visit("quote/")?;
    tab.until_shown("#answer")?;
    tab.js::<()>("open(location.pathname)", json!([]))?;
    let key = tab.in_other_window(|| {
        tab.until_ready()?;
        tab.until_shown("#answer")?;
        set(&tab, "shop.labour_cny_per_h", "77")?;
        tab.until(
            "the rate is kept",
            "localStorage.getItem('platewise.quote.shop.labour_cny_per_h') === '77'",
        )?;
        copied(&tab, "[data-do=copy]", "#said")?;
        record(&tab, "key")
    })?;
    assert!(key.is_some());
    tab.until(
        "the other window's rate",
        "document.getElementById('shop.labour_cny_per_h').value === '77'",
    )?;
    set(&tab, "shop.margin", "31")?;
    tab.until(
        "the margin is kept",
        "localStorage.getItem('platewise.quote.shop.margin')?.startsWith('31')",
    )?;
    copied(&tab, "[data-do=copy]", "#said")?;
    assert_eq!(record(&tab, "quote.shop.labour_cny_per_h")?.as_deref(), Some("77"));
    assert_eq!(record(&tab, "key")?, key, "the key that is there stays");
    tab.open_afresh("quote/")?;
    assert_eq!(
        (value(&tab, "shop.labour_cny_per_h")?.as_str(), value(&tab, "shop.margin")?.as_str()),
        ("77", "31")
    );
    // Two at once, of which each finds no key.
    tab.js::<()>("localStorage.removeItem('platewise.key'); open(location.pathname)", json!([]))?;
    tab.in_other_window(|| {
        tab.until_ready()?;
        tab.until_shown("#answer")?;
        let press = "opener.document.querySelector('[data-do=copy]').click(); document.querySelector('[data-do=copy]').click()";
        tab.js::<()>(press, json!([]))?;
        tab.until("a key", "localStorage.getItem('platewise.key')")?;
        let first = record(&tab, "key")?;
        thread::sleep(Duration::from_millis(600));
        assert_eq!(record(&tab, "key")?, first);
        Ok(())
    })?;
    assert_eq!(tab.console()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn a_request_in_an_address_has_no_price_until_a_shop_is_asked_for_one() -> Outcome {
    let address = "quote/#v=1&lang=en&units=metric&lines=name,thread,quantities;DWG-1,M8,1000";
    for (language, told, button) in
        [("en", "An enquiry", "Price with my shop"), ("zh", "这是询价", "用本厂数据计价")]
    {
        let tab =
            Visitor::default().visit(&address.replace("lang=en", &format!("lang={language}")))?;
        tab.until_text("#visit", told)?;
        tab.until_text("#visit", button)?;
        assert!(!tab.shows("#answer")? && !tab.shows("#why")? && !tab.shows("#highlights dd")?);
        assert_eq!(tab.count("#lines-rows .row")?, 1);
        assert!(tab.text("#lines-rows")?.contains("DWG-1"));
        // Neither by another way.
        tab.click("[data-do=papers]")?;
        tab.until("something said", "document.querySelector('#said').textContent.trim()")?;
        assert!(!tab.shows("#papers")?);
        assert_eq!(
            record(&tab, "last.quote")?.filter(|memory| memory.contains("DWG-1")),
            None,
            "nothing of it is kept"
        );
        tab.reload()?;
        tab.until_text("#visit", told)?;
        assert!(!tab.shows("#answer")?);
        price(&tab)?;
        tab.until_shown("#answer")?;
        // From then on it is what stands on this device.
        until_address_has(&tab, "DWG-1")?;
        thread::sleep(Duration::from_millis(600));
        tab.reload()?;
        tab.until_shown("#answer")?;
        assert!(!tab.shows("#visit")?);
        assert_eq!(tab.console()?, Vec::<String>::new());
    }
    // Where a shop is at home its price is asked for too; and what is written there stays.
    let tab = Visitor::default().start()?;
    at_home(&tab)?;
    tab.open("quote/")?;
    tab.until_shown("#answer")?;
    tab.type_into("[id='customer.rfq']", "MINE").or_else(|_| set(&tab, "customer.rfq", "MINE"))?;
    until_address_has(&tab, "MINE")?;
    thread::sleep(Duration::from_millis(600));
    tab.open_afresh(address)?;
    tab.until_shown("#visit [data-do=price]")?;
    assert!(!tab.shows("#answer")?);
    assert!(record(&tab, "last.quote")?.is_some_and(|memory| memory.contains("MINE")));
    tab.click("#visit [data-do=back]")?;
    tab.until_shown("#answer")?;
    assert_eq!(value(&tab, "customer.rfq")?, "MINE");
    Ok(())
}

#[test]
fn what_was_typed_a_moment_before_the_page_was_left_is_there_again() -> Outcome {
    let tab = calculator_page()?;
    tab.type_into("#thickness_um", "17")?;
    until_address_has(&tab, "thickness_um=17")?;
    let type_and = |text: &str, then: &str| -> Outcome {
        let script = "const field = document.querySelector('#thickness_um'); field.value = arguments[0]; field.dispatchEvent(new InputEvent('input', { bubbles: true }));";
        tab.js(&format!("{script}{then}"), json!([text]))
    };
    // Loaded anew at once, as the button that takes an update does.
    type_and("18.5", "location.reload()")?;
    tab.until(
        "the application to start again",
        "document.querySelector('#thickness_um')?.value === '18.5'",
    )?;
    tab.until_ready()?;
    assert_eq!(tab.value("#thickness_um")?, "18.5");
    assert!(!tab.shows("#visit")?);
    // Left for another page, and back.
    type_and("19.5", "document.querySelector('header nav a[href$=\"about/\"]').click()")?;
    tab.until_text("main h1", "About")?;
    tab.back()?;
    tab.until("the field again", "document.querySelector('#thickness_um')?.value === '19.5'")?;
    tab.until_ready()?;
    assert!(!tab.shows("#visit")?);
    // Left for another site, and back.
    type_and("20.5", "")?;
    tab.open_anything("about:blank")?;
    tab.back()?;
    tab.until("the field again", "document.querySelector('#thickness_um')?.value === '20.5'")?;
    // Put into the background, from where it may never return.
    type_and("21.5", "document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))")?;
    assert!(record(&tab, "last.plating-time")?.is_some_and(|memory| memory.contains("21.5")));
    assert_eq!(tab.console()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn an_address_stands_beside_what_is_remembered_and_one_step_leads_back() -> Outcome {
    let tab = calculator_page()?;
    tab.type_into("#thickness_um", "17")?;
    until_address_has(&tab, "thickness_um=17")?;
    thread::sleep(Duration::from_millis(600));
    let remembered = |tab: &Tab| -> Outcome<String> {
        Ok(record(tab, "last.plating-time")?.unwrap_or_default())
    };
    let foreign = "plating-time/#v=1&lang=en&units=metric&thickness_um=33";
    tab.open_afresh(foreign)?;
    tab.until_text("#visit", "came with a link")?;
    assert_eq!(tab.value("#thickness_um")?, "33");
    thread::sleep(Duration::from_millis(600));
    assert!(remembered(&tab)?.contains("thickness_um=17"));
    tab.click("#visit [data-do=back]")?;
    tab.until("what was there before", "document.querySelector('#thickness_um').value === '17'")?;
    assert!(!tab.shows("#visit")?);
    // Gone on with by typing: kept from then on, and still a step leads back.
    tab.open_afresh(foreign)?;
    tab.until_shown("#visit")?;
    tab.type_into("#thickness_um", "34")?;
    tab.until(
        "it is kept",
        "localStorage.getItem('platewise.last.plating-time').includes('thickness_um=34')",
    )?;
    tab.click("#visit [data-do=back]")?;
    tab.until("what was there before", "document.querySelector('#thickness_um').value === '17'")?;
    tab.until(
        "and is kept",
        "localStorage.getItem('platewise.last.plating-time').includes('thickness_um=17')",
    )?;
    // Kept by a word.
    tab.open_afresh(foreign)?;
    tab.click("#visit [data-do=take-up]")?;
    tab.until(
        "it is kept",
        "localStorage.getItem('platewise.last.plating-time').includes('thickness_um=33')",
    )?;
    // An address that is changed under the page is one too.
    tab.js::<()>("location.hash = 'v=1&lang=en&units=metric&thickness_um=44'", json!([]))?;
    tab.until(
        "the value of the address",
        "document.querySelector('#thickness_um').value === '44'",
    )?;
    thread::sleep(Duration::from_millis(600));
    assert!(remembered(&tab)?.contains("thickness_um=33"));
    assert_eq!(tab.console()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn a_page_from_disk_does_not_give_its_path_away() -> Outcome {
    let tab = Visitor::default().start()?;
    let address = one_file(&tab)?;
    tab.open_anything(&format!(
        "{address}#/plating-time/v=1&lang=en&units=metric&thickness_um=13"
    ))?;
    tab.until_ready()?;
    tab.click("[data-do=copy]")?;
    tab.until("something said", "document.querySelector('#said').textContent.trim()")?;
    assert!(tab.text("#said")?.contains("opened from disk"), "{}", tab.text("#said")?);
    tab.js::<()>("dispatchEvent(new Event('beforeprint'))", json!([]))?;
    tab.until("the stamp", "document.querySelector('#stamp').textContent.trim()")?;
    assert!(
        !tab.js::<String>("return document.querySelector('#stamp').textContent", json!([]))?
            .contains("file:")
    );
    Ok(())
}
