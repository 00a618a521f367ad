//! Every figure that ships, as it stands in the data rows, with a search.

use crate::app::Shell;
use crate::reactive::*;
use crate::settings::Settings;
use crate::{dom, router, words};
use platewise_model::data::{Row, rows};
use platewise_model::output::html::figures;
use platewise_model::report::format::escaped;
use platewise_model::words::{Arg, Text, phrase};

fn matches(row: &Row, wanted: &str) -> bool {
    let hay = [row.subject, row.what, row.fact.source.title, row.fact.sure.label()];
    let holds = |text: &str, word: &str| text.to_ascii_lowercase().contains(word);
    wanted.split_whitespace().all(|word| hay.iter().any(|text| holds(text.en, word) || holds(text.zh, word)))
}

/// The page with its search.
pub fn set_up(Shell { settings, shown, .. }: Shell) {
    shown.wanted.set(asked());
    effect(move || {
        dom::fill("main", &markup(settings, &shown.wanted.get_untracked()));
        follow(settings, shown.wanted);
    });
}

/// The page; the table is filled by [`follow`].
fn markup(settings: Settings, wanted: &str) -> String {
    let word = |text: Text| escaped(settings.text(text));
    let heads = [words::SUBJECT, words::WHAT, words::VALUE, words::RANGE, words::SOURCE, words::DATE, words::REGION, words::SURE];
    let head =
        |text: &Text| format!("<th scope=\"col\"{}>{}</th>", if *text == words::VALUE || *text == words::RANGE { " class=\"n\"" } else { "" }, word(*text));
    let heads: String = heads.iter().map(head).collect();
    let title = word(crate::routes::title("sources"));
    format!(
        "<h1 id=\"heading\" tabindex=\"-1\">{title}</h1><p class=\"lead\">{}</p><div class=\"f search\"><div class=\"top\"><label for=\"search\">{}</label></div><div class=\"in\"><input id=\"search\" type=\"search\" value=\"{}\" autocomplete=\"off\" spellcheck=\"false\"></div><p class=\"say\" id=\"found\" role=\"status\"></p></div><div class=\"scroll wide\" tabindex=\"0\" role=\"group\" aria-label=\"{title}\"><table class=\"num\"><thead><tr>{heads}</tr></thead><tbody id=\"figures\"></tbody></table></div>",
        word(words::SOURCES_LEAD),
        word(words::SOURCES_SEARCH),
        escaped(wanted)
    )
}

/// What a link asks to search for: `search=…` behind `#`.
fn asked() -> String {
    let state = router::state();
    let asked = state.strip_prefix("search=").and_then(|asked| js_sys::decode_uri_component(asked).ok());
    asked.and_then(|asked| asked.as_string()).unwrap_or_default()
}

/// Keeps the table up to date with what is searched for.
fn follow(settings: Settings, wanted: RwSignal<String>) {
    let all = rows();
    effect(move || {
        let wanted = wanted.get().to_ascii_lowercase();
        let reader = settings.reader();
        let found: Vec<&Row> = all.iter().filter(|row| matches(row, &wanted)).collect();
        let count = [found.len(), all.len()].map(|count| Arg::Count(u32::try_from(count).unwrap_or(u32::MAX)));
        dom::fill("figures", &figures(found.into_iter(), reader));
        dom::fill("found", &escaped(&reader.phrase(&phrase(words::SOURCES_COUNT, count))));
    });
}
