use crate::support::{PAGES, PROBLEM_STATE};
use browser_tests::{Outcome, Tab, Visitor};
use serde_json::json;
use std::fs;
use std::thread;
use std::time::Duration;

/// As high as a picture gets; the table of sources goes on for longer.
const HIGHEST: u32 = 9_000;
const LARGEST: usize = 1_000_000;

/// The whole page as a picture.
fn take(tab: &Tab, name: &str, width: u32) -> Outcome {
    tab.size(width, 900)?;
    thread::sleep(Duration::from_millis(150));
    let wanted: u32 = tab.js("return Math.ceil(document.documentElement.scrollHeight)", json!([]))?;
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
    let of_language = |state: &str| format!("plating-time/#{}", state.replace("lang=en", &format!("lang={language}")));
    let example =
        "v=1&lang=en&units=metric&designation=A3C&bath=acid_potassium&rack_or_barrel=barrel&load_kg=30&area_dm2_per_kg=11&thread=M8&tolerance_position=g";
    let [home, calculator, part_area, quote, comparison, pv_payback, sources, about] = PAGES.map(|page| page.address.to_owned());
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
