//! The shell: navigation, the reader's choices, the page in between, and what stands at the end of every page.

use crate::pages::{About, Home, PlatingTimePage, Sources};
use crate::router::Router;
use crate::routes::{PAGES, Page};
use crate::settings::{Settings, Theme};
use crate::words;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use platewise_model::calculator;
use platewise_model::units::System;
use platewise_model::words::Language;
use platewise_model::{DATA_VERSION, ENGINE_VERSION};

/// The whole application.
#[component]
pub fn Application() -> AnyView {
    let settings = Settings::remembered();
    let router = Router::start();
    provide_context(settings);
    provide_context(router);
    follow_in_document(settings, router);
    view! {
        <a class="skip" href="#main" on:click=skip>{settings.t(words::SKIP)}</a>
        <Bar settings router/>
        <main id="main">{move || page(router.page.get())}</main>
        <footer>
            <p>{settings.t(words::FOOTER)}</p>
            <p class="num">{words::BRAND.en}" · "{settings.t(words::ENGINE)}" "{ENGINE_VERSION}" · "{settings.t(words::DATA)}" "{DATA_VERSION}</p>
        </footer>
    }
    .into_any()
}

fn page(index: Option<usize>) -> AnyView {
    let slug = index.and_then(|index| PAGES.get(index)).map(|page| page.slug);
    match slug {
        Some("") => view! { <Home/> }.into_any(),
        Some("sources") => view! { <Sources/> }.into_any(),
        Some("about") => view! { <About/> }.into_any(),
        Some(id) => match calculator::find(id) {
            Some(calculator) => view! { <PlatingTimePage calculator/> }.into_any(),
            None => view! { <Missing/> }.into_any(),
        },
        None => view! { <Missing/> }.into_any(),
    }
}

#[component]
fn Missing() -> AnyView {
    let settings = Settings::of_application();
    view! { <h1 tabindex="-1">{settings.t(words::NOT_FOUND)}</h1> }.into_any()
}

/// Language, theme and title of the document follow the reader and the page.
fn follow_in_document(settings: Settings, router: Router) {
    Effect::new(move |_| {
        if let Some(html) = document().document_element() {
            let _ = html.set_attribute("lang", settings.language.get().tag()); // a valid name and value
        }
    });
    Effect::new(move |_| {
        if let Some(html) = document().document_element() {
            let theme = settings.theme.get();
            let _ = match theme {
                Theme::Auto => html.remove_attribute("data-theme"),
                Theme::Light | Theme::Dark => html.set_attribute("data-theme", theme.id()),
            }; // a valid name and value
        }
    });
    Effect::new(move |_| {
        let title = router.page.get().and_then(|index| PAGES.get(index)).map_or(words::NOT_FOUND, |page| page.title);
        document().set_title(&format!("{} — {}", settings.text(title), words::BRAND.en));
    });
}

/// To the content without writing its name behind `#`, where the state of a calculator lives.
fn skip(event: MouseEvent) {
    event.prevent_default();
    let heading = document().query_selector("main h1").ok().flatten();
    if let Some(heading) = heading.and_then(|heading| wasm_bindgen::JsCast::dyn_into::<web_sys::HtmlElement>(heading).ok()) {
        let _ = heading.focus(); // it takes focus by its tabindex
    }
}

/// A click that means: go there in this window.
fn plain(event: &MouseEvent) -> bool {
    event.button() == 0 && !event.ctrl_key() && !event.meta_key() && !event.shift_key() && !event.alt_key()
}

#[component]
fn Bar(settings: Settings, router: Router) -> AnyView {
    let link = move |index: usize, page: &'static Page| {
        let go = move |event: MouseEvent| {
            if plain(&event) {
                event.prevent_default();
                router.go(page.slug, "");
                skip(event);
            }
        };
        let current = move || (router.page.get() == Some(index)).then_some("page");
        view! { <a href=router.address(page.slug) aria-current=current on:click=go>{settings.t(page.title)}</a> }
    };
    let home = move |event: MouseEvent| {
        if plain(&event) {
            event.prevent_default();
            router.go("", "");
        }
    };
    view! {
        <header class="bar">
            <a class="mark" href=router.address("") on:click=home aria-current=move || (router.page.get() == Some(0)).then_some("page")><i aria-hidden="true"></i>{words::BRAND.en}</a>
            <nav aria-label=settings.t(words::MAIN_NAVIGATION)>{PAGES.iter().enumerate().skip(1).map(|(index, page)| link(index, page)).collect_view()}</nav>
            <Preferences settings/>
        </header>
    }
    .into_any()
}

#[component]
fn Preferences(settings: Settings) -> AnyView {
    let other_language = move || if settings.language.get() == Language::En { Language::Zh } else { Language::En };
    let other_system = move || if settings.system.get() == System::Metric { System::Us } else { System::Metric };
    let theme_label = move || {
        settings.text(match settings.theme.get() {
            Theme::Auto => words::THEME_AUTO,
            Theme::Light => words::THEME_LIGHT,
            Theme::Dark => words::THEME_DARK,
        })
    };
    let theme_sign = move || match settings.theme.get() {
        Theme::Auto => "◐",
        Theme::Light => "○",
        Theme::Dark => "●",
    };
    let units = move || if settings.system.get() == System::Metric { "µm · A/dm²" } else { "mil · A/ft²" };
    view! {
        <div class="prefs">
            <button type="button" id="language" lang=move || other_language().tag() on:click=move |_| settings.choose_language(other_language())>{settings.t(words::OTHER_LANGUAGE)}</button>
            <button type="button" id="units" title=settings.t(words::UNITS_LABEL) on:click=move |_| settings.choose_system(other_system())><span class="spoken">{settings.t(words::UNITS_LABEL)}": "</span>{units}</button>
            <button type="button" id="theme" title=theme_label aria-label=theme_label on:click=move |_| settings.choose_theme(settings.theme.get().next())>{theme_sign}</button>
        </div>
    }
    .into_any()
}
