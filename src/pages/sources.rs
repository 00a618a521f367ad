//! Every figure that ships, as it stands in the data rows, with a search.

use crate::settings::Settings;
use crate::words;
use leptos::prelude::*;
use platewise_model::data::{Row, rows};
use platewise_model::report::html;
use platewise_model::words::{Arg, phrase};

fn matches(row: &Row, wanted: &str) -> bool {
    let hay = [
        row.subject.en,
        row.subject.zh,
        row.what.en,
        row.what.zh,
        row.fact.source.title.en,
        row.fact.source.title.zh,
        row.fact.sure.label().en,
        row.fact.sure.label().zh,
    ];
    wanted.split_whitespace().all(|word| hay.iter().any(|text| text.to_lowercase().contains(word)))
}

/// The Sources page.
#[component]
pub fn Sources() -> AnyView {
    let settings = Settings::of_application();
    let all = StoredValue::new(rows());
    let wanted = RwSignal::new(String::new());
    let found = Memo::new(move |_| {
        let wanted = wanted.with(|wanted| wanted.to_lowercase());
        all.with_value(|all| all.iter().enumerate().filter(|(_, row)| matches(row, &wanted)).map(|(index, _)| index).collect::<Vec<_>>())
    });
    let count = move || {
        let args = [found.with(Vec::len), all.with_value(Vec::len)].map(|count| Arg::Count(u32::try_from(count).unwrap_or(u32::MAX)));
        settings.phrase(&phrase(words::SOURCES_COUNT, args))
    };
    let body = move || all.with_value(|all| found.with(|found| html::figures(found.iter().filter_map(|index| all.get(*index)), settings.reader())));
    let heads = [words::SUBJECT, words::WHAT, words::VALUE, words::RANGE, words::SOURCE, words::DATE, words::REGION, words::SURE];
    let heads = heads.map(|head| view! { <th scope="col" class:n=head == words::VALUE || head == words::RANGE>{settings.t(head)}</th> });
    view! {
        <h1 tabindex="-1">{settings.t(crate::routes::title("sources"))}</h1>
        <p class="lead">{settings.t(words::SOURCES_LEAD)}</p>
        <div class="f search">
            <div class="top"><label for="search">{settings.t(words::SOURCES_SEARCH)}</label></div>
            <div class="in"><input id="search" type="search" autocomplete="off" spellcheck="false" on:input=move |event| wanted.set(event_target_value(&event))/></div>
            <p class="say" role="status">{count}</p>
        </div>
        <div class="scroll wide" tabindex="0" role="group" aria-label=settings.t(crate::routes::title("sources"))>
            <table class="num"><thead><tr>{heads.into_iter().collect_view()}</tr></thead><tbody inner_html=body></tbody></table>
        </div>
    }
    .into_any()
}
