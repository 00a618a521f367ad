//! What of a link, a file or the memory could not be taken over.

use crate::form::Form;
use crate::words;
use leptos::prelude::*;
use platewise_model::entry::Notice;
use platewise_model::words::{Arg, Phrase, phrase};

fn sentence(notice: &Notice) -> Phrase {
    let about = |text, name: &String| phrase(text, [Arg::Name(name.clone())]);
    match notice {
        Notice::UnknownField(name) => about(words::NOTICE_UNKNOWN, name),
        Notice::Broken(part) => about(words::NOTICE_BROKEN, part),
        Notice::NewerVersion(version) => about(words::NOTICE_NEWER, version),
        Notice::TooLong => words::NOTICE_LONG.into(),
    }
}

/// The notices, until they are dismissed.
#[component]
pub fn Notices(form: Form) -> AnyView {
    let settings = form.settings;
    let list = move || form.notices.with(|notices| notices.iter().take(8).map(|notice| view! { <li>{settings.phrase(&sentence(notice))}</li> }).collect_view());
    let shown = move || {
        form.notices.with(|notices| !notices.is_empty()).then(|| {
            view! {
                <aside class="notice" role="alert">
                    <p><b>{settings.t(words::NOTICE_TITLE)}</b></p>
                    <ul>{list}</ul>
                    <button type="button" on:click=move |_| form.notices.set(Vec::new())>{settings.t(words::DISMISS)}</button>
                </aside>
            }
        })
    };
    shown.into_any()
}
