use crate::support::{PLATING_TIME, SOURCES, answer_to, dense, metric, on_paper};
use browser_tests::{Engine, Outcome, Visitor};
use platewise_model::words::Language;
use serde_json::json;
use std::fs;
use std::process::Command;

#[test]
fn the_printed_page_begins_with_the_answer_and_its_inputs_in_both_languages() -> Outcome {
    for (language, wanted) in [(Language::En, ["Platingtime", "Inputs"]), (Language::Zh, ["电镀时间", "输入"])] {
        let address = format!("{}#v=1&lang={}&units=metric&thickness_um=13.7&current_density_a_per_dm2=1.9", PLATING_TIME.address, language.tag());
        let tab = Visitor::default().visit(&address)?;
        tab.until_shown("#answer")?;
        let answer = answer_to(json!({ "thickness_um": 13.7, "current_density_a_per_dm2": 1.9 }), metric(language))?;
        crate::support::until_answer(&tab, &answer)?;

        // As laid out for paper: the answer near the top, no controls, the inputs as a table.
        on_paper(&tab, true)?;
        tab.size(718, 1047)?; // A4 without margins of 1 cm, in CSS pixels
        let place: (f64, f64) =
            tab.js("const box = document.querySelector('#answer').getBoundingClientRect(); return [box.top + scrollY, box.height]", json!([]))?;
        assert!(place.1 > 10.0 && place.0 + place.1 < 900.0, "the answer is {place:?} down the page");
        assert!(tab.shows("#inputs")?);
        for screen_only in ["header nav", "[data-do=copy]", "#thickness_um", "#example", "#language"] {
            assert!(!tab.shows(screen_only)?, "{screen_only} is printed");
        }
        on_paper(&tab, false)?;
        tab.size(1280, 900)?;

        if tab.engine == Engine::WebKit {
            continue; // its driver prints nothing
        }
        let pdf = tab.print()?;
        assert!(pdf.starts_with(b"%PDF"));
        let path = tab.site.out.join(format!("plating-time-{}.pdf", language.tag()));
        fs::write(&path, pdf)?;
        // What was laid out above is all there is to check where poppler is not installed.
        if let Ok(output) = Command::new("pdftotext").args(["-f", "1", "-l", "1"]).arg(&path).arg("-").output() {
            let first_page = dense(&String::from_utf8_lossy(&output.stdout));
            assert!(first_page.contains(&answer), "no {answer} on page one: {first_page}");
            // Firefox writes the shapes of Chinese characters and not what they are.
            for word in wanted.into_iter().filter(|word| word.is_ascii() || tab.engine == Engine::Chromium) {
                assert!(first_page.contains(word), "no {word} on page one: {first_page}");
            }
            assert!(first_page.contains("13.7"), "the thickness asked for is not on page one: {first_page}");
        }
    }
    Ok(())
}

#[test]
fn the_print_button_prints() -> Outcome {
    let tab = Visitor::default().visit(PLATING_TIME.address)?;
    tab.js::<()>("window.printed = 0; window.print = () => window.printed++", json!([]))?;
    tab.click("[data-do=print]")?;
    tab.until("one print", "window.printed === 1")
}

#[test]
fn all_sources_fit_on_paper_under_their_heads() -> Outcome {
    let tab = Visitor::default().start()?;
    tab.open_anything(&tab.address_of(SOURCES.address))?;
    tab.until_shown("#figures td")?;
    // Somebody prints before all of it is there.
    tab.js::<()>("window.dispatchEvent(new Event('beforeprint'))", json!([]))?;
    tab.until("all figures", &format!("document.querySelectorAll('#figures tbody tr').length === {}", platewise_model::data::rows().len()))?;
    on_paper(&tab, true)?;
    tab.size(718, 1047)?; // A4 without margins of 1 cm, in CSS pixels
    let (wide, narrowest, lowest): (f64, f64, f64) = tab.js(
        "const of = (css, what) => Math.min(...[...document.querySelectorAll(css)].map(one => one.getBoundingClientRect()[what]));
         return [document.documentElement.scrollWidth, of('.figures td', 'width'), of('.figures thead', 'height')]",
        json!([]),
    )?;
    assert!(wide <= 718.0, "{wide} px on 718");
    assert!(narrowest > 40.0, "a column of {narrowest} px");
    assert!(lowest > 10.0, "heads that are {lowest} px high are not seen");
    let cut: Vec<String> = tab.js(
        "return [...document.querySelectorAll('.figures :is(td, th)')].filter(one => one.scrollWidth > one.clientWidth + 1).map(one => one.textContent)",
        json!([]),
    )?;
    assert_eq!(cut, Vec::<String>::new());
    Ok(())
}
