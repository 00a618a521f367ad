use crate::support::{PLATING_TIME, QUOTE, SOURCES, answer_to, dense, metric, on_paper, priced};
use browser_tests::{Engine, Outcome, Tab, Visitor};
use platewise_model::words::Language;
use serde_json::json;
use std::fs;
use std::process::Command;

#[test]
fn the_printed_page_begins_with_the_answer_and_its_inputs_in_both_languages() -> Outcome {
    for (language, wanted) in
        [(Language::En, ["Platingtime", "Inputs"]), (Language::Zh, ["电镀时间", "输入"])]
    {
        let address = format!(
            "{}#v=1&lang={}&units=metric&thickness_um=13.7&current_density_a_per_dm2=1.9",
            PLATING_TIME.address,
            language.tag()
        );
        let tab = Visitor::default().visit(&address)?;
        tab.until_shown("#answer")?;
        let answer = answer_to(
            json!({ "thickness_um": 13.7, "current_density_a_per_dm2": 1.9 }),
            metric(language),
        )?;
        crate::support::until_answer(&tab, &answer)?;

        // As laid out for paper: the answer near the top, no controls, the inputs as a table.
        on_paper(&tab, true)?;
        tab.size(718, 1047)?; // A4 without margins of 1 cm, in CSS pixels
        let place: (f64, f64) =
            tab.js("const box = document.querySelector('#answer').getBoundingClientRect(); return [box.top + scrollY, box.height]", json!([]))?;
        assert!(
            place.1 > 10.0 && place.0 + place.1 < 900.0,
            "the answer is {place:?} down the page"
        );
        assert!(tab.shows("#inputs")?);
        for screen_only in
            ["header nav", "[data-do=copy]", "#thickness_um", "#example", "#language"]
        {
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
        if let Ok(output) =
            Command::new("pdftotext").args(["-f", "1", "-l", "1"]).arg(&path).arg("-").output()
        {
            let first_page = dense(&String::from_utf8_lossy(&output.stdout));
            assert!(first_page.contains(&answer), "no {answer} on page one: {first_page}");
            // Firefox writes the shapes of Chinese characters and not what they are.
            for word in
                wanted.into_iter().filter(|word| word.is_ascii() || tab.engine == Engine::Chromium)
            {
                assert!(first_page.contains(word), "no {word} on page one: {first_page}");
            }
            assert!(
                first_page.contains("13.7"),
                "the thickness asked for is not on page one: {first_page}"
            );
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
    tab.until(
        "all figures",
        &format!(
            "document.querySelectorAll('#figures tbody tr').length === {}",
            platewise_model::calculator::figures().len()
        ),
    )?;
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

/// Figures of a shop that stand on no sheet for a customer, as nobody mistakes them: what is typed, and what of it would be seen on a page.
const OF_THE_SHOP: [(&str, &str); 5] = [
    ("shop.margin", "23.71"),
    ("shop.labour_cny_per_h", "87.53"),
    ("shop.line_cny_per_h", "463.19"),
    ("shop.minimum_cny", "317.43"),
    ("shop.zinc_reference_cny_per_kg", "21.77"),
];

/// What paper would show, as text: the page as it is laid out for it.
fn paper(tab: &Tab) -> Outcome<String> {
    on_paper(tab, true)?;
    let text = tab.js(
        "window.dispatchEvent(new Event('beforeprint')); return document.body.innerText",
        json!([]),
    )?;
    on_paper(tab, false)?;
    tab.js::<()>("window.dispatchEvent(new Event('afterprint'))", json!([]))?;
    Ok(text)
}

#[test]
fn a_quotes_page_puts_the_customers_sheet_on_paper_and_nothing_of_the_shop() -> Outcome {
    for (language, title) in [(Language::En, "Quotation"), (Language::Zh, "报价单")] {
        let lines =
            "lines=name,thread,length_mm,designation,quantities;DWG-1,M8,40,Fe%2FZn%208,5000";
        let address = format!("{}#v=1&lang={}&units=metric&{lines}", QUOTE.address, language.tag());
        let tab = priced(&address)?;
        tab.until_shown("#answer")?;
        tab.js::<()>(
            "document.querySelectorAll('details').forEach(one => one.open = true)",
            json!([]),
        )?;
        for (field, typed) in OF_THE_SHOP {
            tab.type_into(&format!("[id='{field}']"), typed)?;
        }
        // What prints comes when somebody is there; until then nothing is printed.
        tab.js::<()>("window.printed = 0; window.print = () => { window.paper = document.body.innerText; window.printed++ }", json!([]))?;
        on_paper(&tab, true)?;
        tab.js::<()>("document.querySelector('[data-do=print]').click()", json!([]))?;
        tab.until("a print", "window.printed === 1")?;
        let by_button: String = tab
            .js("window.dispatchEvent(new Event('afterprint')); return window.paper", json!([]))?;
        on_paper(&tab, false)?;
        let by_keys = paper(&tab)?;
        for text in [&by_button, &by_keys] {
            assert!(text.contains(title) && text.contains("DWG-1"), "{text}");
            for (field, typed) in OF_THE_SHOP {
                assert!(!text.contains(typed), "{field} is on paper: {text}");
            }
            for word in ["Margin", "毛利", "Cost", "成本", "Labour", "人工"] {
                assert!(!text.contains(word), "“{word}” is on paper: {text}");
            }
        }
        assert!(!tab.shows("#papers-print")?, "what was printed is gone");
        if tab.engine == Engine::Chromium {
            let path = tab.site.out.join(format!("quote-page-{}.pdf", language.tag()));
            fs::write(&path, tab.print()?)?;
            if let Ok(output) = Command::new("pdftotext").arg(&path).arg("-").output() {
                let text = String::from_utf8_lossy(&output.stdout).into_owned();
                assert!(text.contains("DWG-1"), "{text}");
                for (field, typed) in OF_THE_SHOP {
                    assert!(!text.contains(typed), "{field} is in the PDF: {text}");
                }
            }
        }
        // The internal sheet is printed by its own button alone, and says on each page what it is.
        tab.click("[data-do=papers]")?;
        tab.until_shown("#papers .leaf")?;
        tab.click("#papers [data-paper=internal]")?;
        tab.until_text(
            "#papers [data-paper=print]",
            if language == Language::Zh { "打印内部核价单" } else { "Print internal sheet" },
        )?;
        let with_the_internal_sheet_open = paper(&tab)?;
        assert!(!with_the_internal_sheet_open.contains("23.7"), "{with_the_internal_sheet_open}");
        on_paper(&tab, true)?;
        tab.js::<()>("document.querySelector('#papers [data-paper=print]').click()", json!([]))?;
        tab.until("a second print", "window.printed === 2")?;
        let internal: String = tab.js("return window.paper", json!([]))?;
        assert!(internal.contains("内部文件，勿外传 / Internal: not for customers"), "{internal}");
        assert!(tab.js::<bool>("return getComputedStyle(document.querySelector('.every-page > thead')).display === 'table-header-group'", json!([]))?);
        tab.js::<()>("window.dispatchEvent(new Event('afterprint'))", json!([]))?;
        on_paper(&tab, false)?;
        assert!(!paper(&tab)?.contains("内部文件"), "the customer's sheet is on paper again");
    }
    Ok(())
}

#[test]
fn a_quote_without_an_answer_puts_a_sentence_on_paper() -> Outcome {
    let address = format!(
        "{}#v=1&lang=en&units=metric&lines=thread,length_mm,quantities;M8,-3,1000",
        QUOTE.address
    );
    let tab = Visitor::default().visit(&address)?;
    tab.until_shown("#problems li")?;
    let text = paper(&tab)?;
    assert_eq!(text.trim(), "", "nothing of the page itself is printed");
    let said: String =
        tab.js("return getComputedStyle(document.documentElement, '::before').content", json!([]))?;
    assert_eq!(said, "none", "that sentence is for paper");
    on_paper(&tab, true)?;
    let said: String =
        tab.js("return getComputedStyle(document.documentElement, '::before').content", json!([]))?;
    assert!(said.contains("Only the customer's quotation is printed"), "{said}");
    Ok(())
}
