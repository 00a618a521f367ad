use crate::support::{PROBLEM_STATE, pages, reader};
use browser_tests::{Outcome, Tab, Visitor};
use platewise_model::words::Language;
use serde_json::json;

/// Every text that a reader sees or hears, without what is quoted in another language: sources and the button of the other language.
const WORDS: &str = "
    // Commands and names of files are the same in every language.
    const quoted = 'cite, a[target=_blank], #language, script, style, math, option[lang], select[data-unit], code, a[href$=\".json\"]';
    const words = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode());) {
      const parent = node.parentElement;
      if (node.data.trim() && !parent.closest(quoted) && !parent.closest('#crash') && parent.checkVisibility()) words.push(node.data.trim());
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
      if (element.closest(quoted) || element.closest('#crash') || !element.checkVisibility()) continue;
      for (const name of ['aria-label', 'title', 'placeholder']) if (element.hasAttribute(name)) words.push(element.getAttribute(name));
    }
    words.push(document.title);
    return words;";

/// English words that no name, unit or formula holds.
const ENGLISH: [&str; 68] = [
    "the",
    "and",
    "with",
    "from",
    "for",
    "this",
    "that",
    "not",
    "are",
    "is",
    "of",
    "to",
    "your",
    "yours",
    "default",
    "usual",
    "unusual",
    "thickness",
    "time",
    "current",
    "density",
    "efficiency",
    "bath",
    "deposit",
    "average",
    "minimum",
    "batch",
    "area",
    "pieces",
    "load",
    "weight",
    "voltage",
    "steel",
    "thread",
    "find",
    "copy",
    "link",
    "pin",
    "print",
    "export",
    "open",
    "reset",
    "table",
    "chart",
    "source",
    "sources",
    "value",
    "range",
    "estimate",
    "standard",
    "handbook",
    "trade",
    "exact",
    "verify",
    "secondary",
    "engine",
    "data",
    "page",
    "pages",
    "theme",
    "units",
    "search",
    "rack",
    "barrel",
    "charge",
    "mass",
    "energy",
    "results",
];

/// Opens every page, the calculator also with a problem and with everything unfolded, and gives each to `look`.
fn each_state(tab: &Tab, language: Language, mut look: impl FnMut(&str, &[String])) -> Outcome {
    let problem = format!(
        "plating-time/#{}",
        PROBLEM_STATE.replace("lang=en", &format!("lang={}", language.tag()))
    );
    let alarm = format!(
        "plating-time/#v=1&lang={}&units=metric&designation=A3C&thread=M8&tensile_strength_mpa=1200&deposit=zinc",
        language.tag()
    );
    let addresses = pages().into_iter().map(|page| page.address.to_owned()).chain([problem, alarm]);
    for address in addresses {
        tab.open_afresh(&address)?;
        tab.until(
            "the language",
            &format!("document.documentElement.lang === '{}'", language.tag()),
        )?;
        tab.js::<()>(
            "document.querySelectorAll('details').forEach(one => one.open = true); document.querySelectorAll('[data-help]').forEach(one => one.click())",
            json!([]),
        )?;
        if tab.count("[data-do=pin]")? > 0 && tab.shows("#answer")? {
            tab.click("[data-do=pin]")?;
            tab.until_shown("#pins")?;
        }
        look(&address, &tab.js::<Vec<String>>(WORDS, json!([]))?);
    }
    Ok(())
}

fn holds_chinese(text: &str) -> bool {
    text.chars()
        .any(|c| ('\u{3400}'..='\u{9fff}').contains(&c) || ('\u{3000}'..='\u{303f}').contains(&c))
}

#[test]
fn the_english_pages_hold_no_chinese() -> Outcome {
    let tab = Visitor::default().start()?;
    let mut found = Vec::new();
    each_state(&tab, Language::En, |address, words| {
        // The unit 丝 is explained in English too.
        found.extend(
            words
                .iter()
                .filter(|text| holds_chinese(&text.replace('丝', "")))
                .map(|text| format!("{address}: {text}")),
        );
    })?;
    assert_eq!(found, Vec::<String>::new());
    Ok(())
}

#[test]
fn the_chinese_pages_hold_no_english_words() -> Outcome {
    let tab = reader("zh-CN,zh")?;
    let mut found = Vec::new();
    each_state(&tab, Language::Zh, |address, texts| {
        for text in texts {
            let lower = text.to_lowercase();
            let words = lower
                .split(|c: char| !c.is_ascii_alphabetic())
                .filter(|word| ENGLISH.contains(word));
            found.extend(words.map(|word| format!("{address}: “{word}” in “{text}”")));
        }
    })?;
    found.sort();
    found.dedup();
    assert_eq!(found, Vec::<String>::new());
    Ok(())
}

#[test]
fn the_language_changes_at_once_and_everywhere() -> Outcome {
    let tab = Visitor::default().start()?;
    for page in pages() {
        tab.open_afresh(page.address)?;
        for position in [1, 0] {
            tab.click("#language")?;
            tab.until_text("main h1", page.headings[position])?;
            assert_eq!(
                tab.attribute("html", "lang")?.as_deref(),
                Some(if position == 1 { "zh" } else { "en" })
            );
            tab.until(
                "the title",
                &format!(
                    "document.title === {}",
                    json!(format!("{} — Platewise", page.titles[position]))
                ),
            )?;
        }
        assert_eq!(tab.console()?, Vec::<String>::new());
    }
    Ok(())
}

#[test]
fn the_language_changes_nothing_that_was_typed() -> Outcome {
    let tab = Visitor::default().visit("plating-time/")?;
    tab.type_into("#thickness_um", "13.70")?;
    tab.choose("#deposit", "silver")?;
    let values = "return [document.querySelector('#thickness_um').value, document.querySelector('#deposit').value, document.querySelector('#bath').value]";
    let before: Vec<String> = tab.js(values, json!([]))?;
    assert_eq!(before[..2], ["13.70", "silver"]);
    tab.click("#language")?;
    tab.until("Chinese", "document.documentElement.lang === 'zh'")?;
    assert_eq!(tab.js::<Vec<String>>(values, json!([]))?, before);
    Ok(())
}
