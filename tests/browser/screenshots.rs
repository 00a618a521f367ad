use crate::support::{
    ABOUT, COMPARISON, HOME, PART_AREA, PLATING_TIME, PROBLEM_STATE, PV_PAYBACK, QUOTE, SCHEMAS,
    SOURCES, cut, one_file, price, until_kept,
};
use browser_tests::{Outcome, Tab, Visitor};
use serde_json::json;
use std::fs;
use std::path::Path;
use std::thread;
use std::time::Duration;

/// As high as a picture gets; the table of sources goes on for longer.
const HIGHEST: u32 = 9_000;
const LARGEST: usize = 1_000_000;

/// The whole page as a picture.
fn take(tab: &Tab, name: &str, width: u32) -> Outcome {
    tab.size(width, 900)?;
    thread::sleep(Duration::from_millis(150));
    let wanted: u32 =
        tab.js("return Math.ceil(document.documentElement.scrollHeight)", json!([]))?;
    let mut height = wanted.min(HIGHEST);
    let picture = loop {
        tab.size(width, height)?;
        thread::sleep(Duration::from_millis(100));
        let picture = tab.screenshot()?;
        if picture.len() < LARGEST || height < 1500 {
            break picture;
        }
        height = height * 2 / 3;
    };
    assert!(picture.len() > 5_000 && picture.len() < LARGEST, "{name} has {} bytes", picture.len());
    Ok(fs::write(tab.site.out.join(format!("{name}.png")), picture)?)
}

fn take_all(language: &str, theme: &str) -> Outcome {
    let tab = Visitor::default().visit("about/")?;
    tab.js::<()>("localStorage.setItem('platewise.language', arguments[0]); localStorage.setItem('platewise.theme', arguments[1])", json!([language, theme]))?;
    let of_language = |state: &str| {
        format!("plating-time/#{}", state.replace("lang=en", &format!("lang={language}")))
    };
    let example = "v=1&lang=en&units=metric&designation=A3C&bath=acid_potassium&rack_or_barrel=barrel&load_kg=30&area_dm2_per_kg=11&thread=M8&tolerance_position=g";
    let [home, calculator, part_area, quote, comparison, pv_payback, sources, schemas, about] =
        [HOME, PLATING_TIME, PART_AREA, QUOTE, COMPARISON, PV_PAYBACK, SOURCES, SCHEMAS, ABOUT]
            .map(|page| page.address.to_owned());
    let shots = [
        ("home", home),
        ("plating-time", calculator),
        ("plating-time-m8", of_language(example)),
        ("plating-time-problem", of_language(PROBLEM_STATE)),
        ("comparison", comparison),
        (
            "comparison-barrel",
            format!(
                "process-comparison/#v=1&lang={language}&processes=cyanide_low,cyanide_mid,alkaline_mid,alkaline_high,acid_potassium,alkaline_zinc_nickel&rack_or_barrel=barrel&cyanide_obligations_cny_per_year=200000"
            ),
        ),
        ("part-area", part_area),
        ("quote", quote),
        ("pv-payback", pv_payback),
        ("sources", sources),
        ("schemas", schemas),
        ("about", about),
    ];
    for (name, address) in shots {
        tab.open_afresh(&address)?;
        for width in [390, 1280] {
            take(&tab, &format!("{name}-{width}-{theme}-{language}"), width)?;
        }
    }
    Ok(())
}

/// The window of papers as it opens, as high as a page of paper.
fn take_papers(language: &str, theme: &str) -> Outcome {
    let tab = Visitor::default().visit("about/")?;
    tab.js::<()>("localStorage.setItem('platewise.language', arguments[0]); localStorage.setItem('platewise.theme', arguments[1])", json!([language, theme]))?;
    let lines = "lines=name,shape,thread,length_mm,designation,hardness_hrc,top_coat,quantities;DWG-1017-A,hex_bolt,M8,40,Fe%2FZn%208,,,1000%205000%2020000;DWG-1017-B,socket_screw,M10,35,Fe%2FZn%2012,39,sealer,500%202000;DWG-2203,washer,M8,,A3C,,,10000";
    let customer = "customer.company=Ningbo%20Buyer%20Import%20%26%20Export%20Co.%2C%20Ltd.&customer.number=Q-2026-052&customer.revision=B&customer.rfq=RFQ-2026-117&customer.date=2026-11-24&currency=usd";
    tab.open_afresh(&format!("quote/#v=1&lang={language}&units=metric&{lines}&{customer}"))?;
    price(&tab)?;
    tab.until_shown("#answer")?;
    tab.type_into("[id='shop.name']", "Cixi Bright Plating Co., Ltd. 慈溪光亮电镀有限公司")?;
    tab.click("[data-do=papers]")?;
    for (act, shown) in [
        ("customer", "#papers .leaf"),
        ("internal", "#papers .internal"),
        ("batch", "#papers .batch"),
    ] {
        tab.until_shown("#papers .body")?;
        tab.click(&format!("#papers [data-paper={act}]"))?;
        tab.until_shown(shown)?;
        for (width, height) in [(390, 1600), (1280, 1600)] {
            tab.size(width, height)?;
            thread::sleep(Duration::from_millis(150));
            fs::write(
                tab.site.out.join(format!("papers-{act}-{width}-{theme}-{language}.png")),
                tab.screenshot()?,
            )?;
        }
        tab.size(1280, 900)?;
    }
    let clipped: Vec<String> = tab.js(
        "return [...document.querySelectorAll('#papers .tools button, #papers .body *')].filter(one => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflow === 'hidden').map(one => one.outerHTML.slice(0, 80))",
        json!([]),
    )?;
    assert_eq!(clipped, Vec::<String>::new());
    Ok(())
}

#[test]
fn pictures_of_papers() -> Outcome {
    for language in ["en", "zh"] {
        for theme in ["light", "dark"] {
            take_papers(language, theme)?;
        }
    }
    Ok(())
}

/// What others get to see: the playground, the page of an alliance with calculators in it, the site without a network, and the one file opened from disk.
fn take_given_away(language: &str, theme: &str) -> Outcome {
    let tab = Visitor::default().visit("about/")?;
    let choose = "localStorage.setItem('platewise.language', arguments[0]); localStorage.setItem('platewise.theme', arguments[1])";
    let both = |tab: &Tab, name: &str| {
        [390, 1280]
            .into_iter()
            .try_for_each(|width| take(tab, &format!("{name}-{width}-{theme}-{language}"), width))
    };
    tab.js::<()>(choose, json!([language, theme]))?;
    until_kept(&tab)?;
    for (name, address, element) in [
        ("playground", "embed/", "#preview platewise-calculator"),
        ("demo", "embed/demo/", "#time"),
    ] {
        tab.open_anything(&tab.address_of(address))?;
        let frame =
            format!("document.querySelector('{element}')?.shadowRoot?.querySelector('iframe')");
        tab.until("the calculator", &frame)?;
        tab.inside(&format!("return {frame}"), || tab.until_shown("#answer"))?;
        both(&tab, name)?;
    }
    cut(&tab, Path::new(""), true)?;
    for (name, address, there) in
        [("offline-none", "nothing-here/", "#app h1"), ("offline", "plating-time/", "#answer")]
    {
        tab.open_anything(&tab.address_of(address))?;
        tab.until_shown(there)?;
        both(&tab, name)?;
    }
    cut(&tab, Path::new(""), false)?;
    // A first visit that is cut off before it has fetched a page: the page that is missing says so.
    let first = Visitor::default()
        .with_script("delete Navigator.prototype.serviceWorker")
        .visit("about/")?;
    first.js::<()>(choose, json!([language, theme]))?;
    first.open_afresh("plating-time/")?;
    first.until_shown("#charts figure")?; // all of this page is there
    cut(&first, Path::new(""), true)?;
    first
        .js::<()>("document.querySelector(\"header nav a[href$='quote/']\").click()", json!([]))?;
    first.until_shown("#retry")?;
    both(&first, "offline-first")?;
    let file = one_file(&tab)?;
    tab.open_anything(&file)?;
    tab.until_ready()?;
    tab.js::<()>(choose, json!([language, theme]))?;
    for (name, state) in
        [("file-home", String::new()), ("file-quote", format!("#/quote/v=1&lang={language}"))]
    {
        tab.open_anything("about:blank")?;
        tab.open_anything(&format!("{file}{state}"))?;
        tab.until_ready()?;
        both(&tab, name)?;
    }
    Ok(())
}

#[test]
fn pictures_of_what_others_get_to_see() -> Outcome {
    for language in ["en", "zh"] {
        for theme in ["light", "dark"] {
            take_given_away(language, theme)?;
        }
    }
    Ok(())
}

#[test]
fn pictures_in_english_light() -> Outcome {
    take_all("en", "light")
}

#[test]
fn pictures_in_english_dark() -> Outcome {
    take_all("en", "dark")
}

#[test]
fn pictures_in_chinese_light() -> Outcome {
    take_all("zh", "light")
}

#[test]
fn pictures_in_chinese_dark() -> Outcome {
    take_all("zh", "dark")
}
