//! Every figure that ships, as it stands in the data rows, with a search.

use crate::app::{Shell, Shown};
use crate::reactive::*;
use crate::settings::Settings;
use crate::{dom, router, words};
use platewise_model::calculator;
use platewise_model::data::Row;
use platewise_model::output::html::figures;
use platewise_model::report::format::escaped;
use platewise_model::words::{Arg, Text, phrase};
use std::time::Duration;

fn matches(row: &Row, wanted: &str) -> bool {
    let hay = [row.subject, row.what, row.fact.source.title, row.fact.sure.label()];
    let holds = |text: &str, word: &str| text.to_ascii_lowercase().contains(word);
    wanted
        .split_whitespace()
        .all(|word| hay.iter().any(|text| holds(text.en, word) || holds(text.zh, word)))
}

/// Rows of the first table, which is in view, and of each that follows it: what is out of view is neither laid out nor waited for.
const FIRST: usize = 12;
const MORE: usize = 40;

/// The page with its search.
pub fn set_up(Shell { settings, shown, .. }: Shell) {
    shown.wanted.set(asked());
    effect(move || {
        dom::fill("main", &markup(settings, &shown.wanted.get_untracked()));
        follow(settings, shown);
    });
}

/// The page; its tables are filled by [`follow`].
fn markup(settings: Settings, wanted: &str) -> String {
    let word = |text: Text| escaped(settings.text(text));
    let title = word(crate::routes::title("sources"));
    format!(
        "<h1 id=\"heading\" tabindex=\"-1\">{title}</h1><p class=\"lead\">{}</p><div class=\"f search\"><div class=\"top\"><label for=\"search\">{}</label></div><div class=\"in\"><input id=\"search\" type=\"search\" value=\"{}\" autocomplete=\"off\" spellcheck=\"false\"></div><p class=\"say\" id=\"found\" role=\"status\"></p></div><div class=\"scroll\" id=\"figures\" tabindex=\"0\" role=\"group\" aria-label=\"{title}\"></div>",
        word(crate::routes::description("sources")),
        word(words::SOURCES_SEARCH),
        escaped(wanted)
    )
}

/// What a link asks to search for: `search=…` behind `#`.
fn asked() -> String {
    let state = router::state();
    let asked =
        state.strip_prefix("search=").and_then(|asked| js_sys::decode_uri_component(asked).ok());
    asked.and_then(|asked| asked.as_string()).unwrap_or_default()
}

/// Keeps the figures up to date with what is searched for; they grow until all of them are there, at once where they are printed.
fn follow(settings: Settings, shown: Shown) {
    let left = StoredValue::new(Vec::new()); // what is still to be written
    let all = calculator::figures();
    effect(move || {
        let wanted = shown.wanted.get().to_ascii_lowercase();
        let mut found: Vec<Row> = all.iter().filter(|row| matches(row, &wanted)).copied().collect();
        let count = [found.len(), all.len()]
            .map(|count| Arg::Count(u32::try_from(count).unwrap_or(u32::MAX)));
        dom::fill(
            "found",
            &escaped(&settings.reader().phrase(&phrase(words::SOURCES_COUNT, count))),
        );
        let rest = found.split_off(found.len().min(FIRST));
        dom::fill("figures", &table(settings, &found));
        let grows = left.with_value(|left| !left.is_empty());
        left.set_value(rest);
        if !grows {
            grow(settings, left);
        }
    });
    let before = shown.printed.get_untracked();
    effect(move || {
        if shown.printed.get() != before {
            untrack(|| append(settings, left, usize::MAX));
        }
    });
}

/// Writes what is next, and then what is after it, so that a slow phone paints, and takes a touch, in between.
fn grow(settings: Settings, left: StoredValue<Vec<Row>>) {
    let Some(more) = left.try_with_value(|left| !left.is_empty()) else { return }; // the page was left, or written anew
    if let Some(figures) = dom::by_id("figures") {
        dom::attribute(&figures, "aria-busy", more.then_some("true"));
    }
    if more {
        dom::after(Duration::ZERO, move || {
            untrack(|| append(settings, left, MORE));
            grow(settings, left);
        });
    }
}

fn append(settings: Settings, left: StoredValue<Vec<Row>>, most: usize) {
    let next =
        left.try_update_value(|left| left.drain(..left.len().min(most)).collect::<Vec<Row>>());
    if let Some(next) = next.filter(|next| !next.is_empty()) {
        dom::append("figures", &table(settings, &next));
    }
}

/// Figures as a table. Its columns are as wide as those of any other; its heads are seen where it is the first, and on paper.
fn table(settings: Settings, rows: &[Row]) -> String {
    let heads = [
        words::SUBJECT,
        words::WHAT,
        words::VALUE,
        words::RANGE,
        words::SOURCE,
        words::DATE,
        words::REGION,
        words::SURE,
    ];
    let head = |text: &Text| {
        format!(
            "<th scope=\"col\"{}><span>{}</span></th>",
            if *text == words::VALUE || *text == words::RANGE { " class=\"n\"" } else { "" },
            escaped(settings.text(*text))
        )
    };
    let heads: String = heads.iter().map(head).collect();
    format!(
        "<div class=\"figures\"><table class=\"num\" aria-label=\"{}\"><colgroup>{}</colgroup><thead><tr>{heads}</tr></thead><tbody>{}</tbody></table></div>",
        escaped(settings.text(crate::routes::title("sources"))),
        "<col>".repeat(8),
        figures(rows.iter(), settings.reader())
    )
}
