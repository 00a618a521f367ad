//! The shell: navigation, the reader's choices, the page in between, and what stands at the end of every page. Events are caught once,
//! at the window, and handed to whatever page is shown.

use crate::form::Form;
use crate::on_demand::{self, Setup};
use crate::reactive::*;
use crate::router::Router;
use crate::routes::{self, PAGES, Page};
use crate::screen::Screen;
use crate::settings::{Settings, Theme};
use crate::{dom, words};
use platewise_model::report::format::escaped;
use platewise_model::units::System;
use platewise_model::words::{Language, Text};
use platewise_model::{DATA_VERSION, ENGINE_VERSION};
use std::time::Duration;
use wasm_bindgen::JsCast as _;

/// What of the shown page takes events.
#[derive(Clone, Copy)]
pub struct Shown {
    /// The calculator on the page.
    pub screen: StoredValue<Option<Screen>>,
    /// What is searched for on the page of sources.
    pub wanted: RwSignal<String>,
    /// How often something was printed: what is still on its way is made at once then.
    pub printed: RwSignal<u32>,
}

/// What a page is set up in.
#[derive(Clone, Copy)]
pub struct Shell {
    /// The reader's choices.
    pub settings: Settings,
    /// Where the pages are.
    pub router: Router,
    /// What of the page takes events.
    pub shown: Shown,
}

/// The whole application.
pub fn application() {
    let settings = Settings::remembered();
    let router = Router::start();
    // What was painted first stays until the page takes its place.
    if dom::first("#main + footer").is_none() {
        dom::fill(
            "app",
            "<div id=\"top\"></div><header class=\"bar\" id=\"bar\"></header><main id=\"main\"></main><footer id=\"foot\"></footer>",
        );
    }
    let shown = Shown {
        screen: StoredValue::new(None),
        wanted: RwSignal::new(String::new()),
        printed: RwSignal::new(0),
    };
    follow(settings, router, shown);
    listen(settings, router, shown);
}

/// The document follows the reader and the address.
fn follow(settings: Settings, router: Router, shown: Shown) {
    effect(move || {
        dom::mark_root("lang", Some(settings.language.get().tag()));
        let theme = settings.theme.get();
        dom::mark_root("data-theme", (theme != Theme::Auto).then_some(theme.id()));
    });
    effect(move || {
        let page = router.page.get();
        shown.screen.set_value(None);
        show(page, Shell { settings, router, shown });
    });
    let Some(owner) = Owner::current() else { return };
    // In a task of its own: a slow phone takes a touch in between.
    dom::after(Duration::ZERO, move || owner.with(|| follow_with_bar(settings, router)));
}

/// The title, and what stands around the page.
fn follow_with_bar(settings: Settings, router: Router) {
    effect(move || {
        let title = router
            .page
            .get()
            .and_then(|index| PAGES.get(index))
            .map_or(words::NOT_FOUND, |page| page.title);
        if let Some(document) = dom::document() {
            document.set_title(&format!("{} — {}", settings.text(title), words::BRAND.en));
        }
        dom::fill(
            "top",
            &format!(
                "<a class=\"skip\" id=\"skip\" href=\"#main\">{}</a>",
                settings.text(words::SKIP)
            ),
        );
        dom::fill("bar", &bar(settings, router));
        dom::fill("foot", &foot(settings));
    });
}

/// Loads a page and sets it up; what it sets up ends with it. Until it is there the page shows what it is about.
fn show(page: Option<usize>, shell: Shell) {
    let route = page.and_then(|index| PAGES.get(index));
    let Some((route, loading)) =
        route.and_then(|route| Some((route, on_demand::load(route.slug)?)))
    else {
        effect(move || {
            dom::busy(false);
            dom::fill(
                "main",
                &[
                    heading(shell.settings, words::NOT_FOUND, Some(words::PAGES_THERE)),
                    all_pages(shell),
                ]
                .concat(),
            );
        });
        return;
    };
    let Some(owner) = Owner::current() else { return };
    let waiting = RwSignal::new(Some(false)); // whether loading has failed; none when the page is there
    effect(move || {
        dom::busy(waiting.get() == Some(false));
        if let Some(failed) = waiting.get() {
            if !failed && dom::first("#main > .static").is_some() {
                return; // it says what it is about since the first paint
            }
            let lead = if failed { words::NOT_LOADED } else { route.description };
            let retry = format!(
                "<p><button type=\"button\" id=\"retry\">{}</button></p>",
                escaped(shell.settings.text(words::RETRY))
            );
            dom::fill(
                "main",
                &[
                    heading(shell.settings, route.title, Some(lead)),
                    if failed { retry } else { String::new() },
                ]
                .concat(),
            );
        }
    });
    wasm_bindgen_futures::spawn_local(async move {
        let loaded = loading.await;
        if waiting.try_get_untracked().is_none() {
            return; // another page has taken its place
        }
        match loaded {
            Ok(page) => {
                let set_up = owner.with(|| prepared(page, shell));
                // So that a slow phone takes a touch in between.
                dom::after(Duration::ZERO, move || {
                    if waiting.try_get_untracked().is_some() {
                        waiting.set(None);
                        owner.with(set_up);
                    }
                });
            }
            Err(_) => waiting.set(Some(true)),
        }
    });
}

fn heading(settings: Settings, title: Text, lead: Option<Text>) -> String {
    let lead = lead
        .map(|lead| format!("<p class=\"lead\">{}</p>", escaped(settings.text(lead))))
        .unwrap_or_default();
    format!("<h1 id=\"heading\" tabindex=\"-1\">{}</h1>{lead}", escaped(settings.text(title)))
}

/// What sets a page up; of a calculator what it answers is worked out before.
fn prepared(page: Setup, shell: Shell) -> Box<dyn FnOnce()> {
    let calculator = match page {
        Setup::Own(set_up) => return Box::new(move || set_up(shell)),
        Setup::Prepared(prepare) => return prepare(shell),
        Setup::Calculator(calculator) => calculator,
    };
    let form = Form::kept(calculator, shell.settings);
    form.outcome.with_untracked(|_| ());
    Box::new(move || whole(Screen::whole(form, shell.router), shell))
}

/// The page of a calculator.
fn whole(screen: Screen, Shell { settings, router, shown }: Shell) {
    let calculator = screen.form.calculator;
    shown.screen.set_value(Some(screen));
    effect(move || {
        let body = screen.markup(&router.address("sources"), "");
        dom::fill(
            "main",
            &[heading(settings, calculator.title, Some(calculator.purpose)), body].concat(),
        );
        screen.follow();
    });
    screen.await_rest();
    if let Some(owner) = Owner::current().filter(|_| router.embedded) {
        wasm_bindgen_futures::spawn_local(async move {
            if let Ok(follow) = on_demand::embed().await {
                owner.with(|| follow(screen)); // where it cannot be loaded the calculator still calculates
            }
        });
    }
}

/// Catches what the visitor does.
fn listen(settings: Settings, router: Router, shown: Shown) {
    let with = move |act: &dyn Fn(Screen)| {
        if let Some(screen) = shown.screen.get_value() {
            act(screen);
        }
    };
    dom::listen("input", move |event| {
        if let Some((field, id)) = dom::nearest(&event, "id")
            && id == "search"
        {
            let text = field.dyn_into::<web_sys::HtmlInputElement>().map(|input| input.value());
            shown.wanted.set(text.unwrap_or_default());
        } else {
            with(&|screen| screen.on_input(&event));
        }
    });
    dom::listen("change", move |event| with(&|screen| screen.on_change(&event)));
    for event in ["dragover", "drop"] {
        dom::listen(event, move |event| with(&|screen| screen.on_drag(&event)));
    }
    dom::listen("focusout", move |event| with(&|screen| screen.on_leave(&event)));
    for event in ["scroll", "pointermove", "pointerdown", "keydown"] {
        dom::listen(event, move |_| with(&|screen| screen.wake()));
    }
    dom::listen("pointermove", move |event| {
        if let Some(event) = event.dyn_ref::<web_sys::PointerEvent>() {
            with(&|screen| screen.on_pointer(event));
        }
    });
    dom::listen("beforeprint", move |_| {
        shown.printed.update(|printed| *printed += 1);
        with(&|screen| screen.on_print());
    });
    dom::listen("afterprint", move |_| with(&|screen| screen.on_printed()));
    for event in ["pagehide", "visibilitychange"] {
        dom::listen(event, move |_| with(&|screen| screen.on_hide()));
    }
    dom::listen("storage", move |event| with(&|screen| screen.on_storage(&event)));
    dom::listen("hashchange", move |_| with(&|screen| screen.on_address()));
    dom::listen("submit", |event| event.prevent_default());
    dom::listen("keydown", |event| {
        if event.dyn_ref::<web_sys::KeyboardEvent>().is_some_and(|event| event.key() == "Escape") {
            close_menu();
        }
    });
    dom::listen("resize", move |_| with(&|screen| screen.on_resize()));
    dom::listen("click", move |event| {
        if !shell_click(settings, router, shown, &event) {
            with(&|screen| screen.on_click(&event));
        }
        close_menus(&event);
    });
}

/// A menu closes when something else is pressed.
fn close_menus(event: &web_sys::Event) {
    let inside = dom::nearest(event, "class").is_some_and(|(element, _)| {
        element.closest("details.menu").is_ok_and(|menu| menu.is_some())
    });
    if !inside {
        close_menu();
    }
}

fn close_menu() {
    if let Some(menu) = dom::first("details.menu[open]") {
        dom::attribute(&menu, "open", None);
    }
}

/// A click that means: go there in this window.
fn plain(event: &web_sys::Event) -> bool {
    let Some(event) = event.dyn_ref::<web_sys::MouseEvent>() else { return false };
    event.button() == 0
        && !event.ctrl_key()
        && !event.meta_key()
        && !event.shift_key()
        && !event.alt_key()
}

/// Navigation and the reader's choices; false when it was neither.
fn shell_click(settings: Settings, router: Router, shown: Shown, event: &web_sys::Event) -> bool {
    if let Some((link, slug)) = dom::nearest(event, "data-go") {
        if plain(event) && !router.embedded {
            event.prevent_default();
            let given = link.get_attribute("data-state");
            let state = shown
                .screen
                .get_value()
                .filter(|_| link.has_attribute("data-with-state"))
                .map(|screen| untrack(|| screen.form.link()));
            router.go(&slug, &given.or(state).unwrap_or_default());
            dom::before_paint(to_content);
        }
        return true;
    }
    match dom::nearest(event, "id").map(|(_, id)| id).as_deref() {
        Some("skip") => {
            event.prevent_default(); // behind # stands the state of a calculator
            to_content();
        }
        Some("language") => {
            settings.choose_language(other_language(settings.language.get_untracked()))
        }
        Some("units") => {
            let system = other_system(settings.system.get_untracked());
            settings.choose_system(system);
            if let Some(screen) = shown.screen.get_value() {
                screen.form.convert(system);
            }
        }
        Some("retry") => router.page.notify(),
        Some("theme") => settings.choose_theme(settings.theme.get_untracked().next()),
        _ => return false,
    }
    true
}

/// To the heading of the page, for those who go by keyboard or listen.
fn to_content() {
    let heading = dom::first("main h1");
    if let Some(heading) =
        heading.and_then(|heading| heading.dyn_into::<web_sys::HtmlElement>().ok())
    {
        let _ = heading.focus(); // it takes focus by its tabindex
    }
}

fn other_language(language: Language) -> Language {
    if language == Language::En { Language::Zh } else { Language::En }
}

fn other_system(system: System) -> System {
    if system == System::Metric { System::Us } else { System::Metric }
}

fn bar(settings: Settings, router: Router) -> String {
    let word = |text: Text| escaped(settings.text(text));
    let shown = router.page.get();
    let link = |(index, page): (usize, &Page)| {
        let current = if shown == Some(index) { " aria-current=\"page\"" } else { "" };
        format!(
            "<a href=\"{}\" id=\"go-{1}\" data-go=\"{1}\"{current}>{2}</a>",
            router.address(page.slug),
            page.slug,
            word(page.title)
        )
    };
    let links: String = routes::in_bar().map(link).collect();
    let other = other_language(settings.language.get());
    let (theme, sign) = match settings.theme.get() {
        Theme::Auto => (words::THEME_AUTO, "◐"),
        Theme::Light => (words::THEME_LIGHT, "○"),
        Theme::Dark => (words::THEME_DARK, "●"),
    };
    let units =
        if settings.system.get() == System::Metric { "µm · A/dm²" } else { "mil · A/ft²" };
    format!(
        "<a class=\"mark\" id=\"go-home\" href=\"{}\" data-go=\"\"><i aria-hidden=\"true\"></i>{}</a><nav aria-label=\"{}\">{links}</nav><div class=\"prefs\"><button type=\"button\" id=\"language\" lang=\"{}\">{}</button><button type=\"button\" id=\"units\" title=\"{5}\"><span class=\"spoken\">{5}: </span>{units}</button><button type=\"button\" id=\"theme\" title=\"{6}\" aria-label=\"{6}\">{sign}</button></div>",
        router.address(""),
        words::BRAND.en,
        word(routes::NAVIGATION),
        other.tag(),
        word(words::OTHER_LANGUAGE),
        word(words::UNITS_LABEL),
        word(theme)
    )
}

/// Links to all pages, for whoever came to an address without one.
fn all_pages(shell: Shell) -> String {
    let link = |page: &Page| {
        format!(
            "<li><a href=\"{}\" data-go=\"{}\">{}</a></li>",
            shell.router.address(page.slug),
            page.slug,
            escaped(shell.settings.text(page.title))
        )
    };
    format!("<ul>{}</ul>", PAGES.iter().map(link).collect::<String>())
}

fn foot(settings: Settings) -> String {
    let word = |text: Text| escaped(settings.text(text));
    format!(
        "<p>{}</p><p class=\"num\">{} · {} {ENGINE_VERSION} · {} {DATA_VERSION}</p>",
        word(words::FOOTER),
        words::BRAND.en,
        word(words::ENGINE),
        word(words::DATA)
    )
}
