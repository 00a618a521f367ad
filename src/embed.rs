//! One calculator in a frame of somebody else's page: hears what the page asks, tells it what came of that, and how high it is. Only the page around the frame
//! is heard, only in the words of the contract (`message` in the model), and from the first word on only from that one origin.

use crate::dom;
use crate::reactive::*;
use crate::screen::{ABOVE_REST, Due, Screen, unreadable_words};
use crate::settings::Theme;
use crate::words;
use platewise_model::entry::Entries;
use platewise_model::json;
use platewise_model::message::{self, Accent, Message, Wishes};
use platewise_model::report::format::escaped;
use platewise_model::words::{Text, phrase, text};
use platewise_model::{DATA_VERSION, ENGINE_VERSION};
use serde_json::{Map, Value};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{CssStyleSheet, MessageEvent, Window};

/// What the windows are called whose page is printed as soon as it is there.
const PRINTS: &str = "platewise-print";

const OWN_FIGURES: Text = text(
    "The visitor entered figures of their own shop: prices are shown to the visitor only.",
    "访客已填写本厂数据，价格仅对访客本人显示。",
);

/// Heights that are told, px: whatever happens in here, the page around it keeps its shape.
const HEIGHTS: (f64, f64) = (80.0, 20_000.0);

/// Within this time several wishes are one, and so are several reasons to tell the result: whatever a host sends, the page stays fluent.
const TOGETHER: Duration = Duration::from_millis(30);

/// What is known of the page around the frame.
struct Host {
    window: Window,
    /// Its origin, once it has made itself known; `null` of a page that has none that can be named.
    origin: RefCell<Option<String>>,
    /// The height that it was told last.
    height: Cell<u32>,
    /// What it wished and was not taken over yet.
    wished: RefCell<Option<Wishes>>,
    /// Whether it is about to be told the result.
    is_due: Cell<bool>,
    held: RefCell<Held>,
}

/// What holds until the host says something else.
#[derive(Default)]
struct Held {
    accent: Option<Accent>,
    font_size_px: Option<f64>,
    shown: Option<Vec<&'static str>>,
    fixed: Vec<&'static str>,
    sheet: Option<CssStyleSheet>,
    /// What the host gave of the inputs that are private; the visitor's own are others.
    private: Entries,
}

/// Follows the host from now on.
pub fn follow(screen: Screen) {
    let Some((window, parent)) =
        dom::window().and_then(|window| Some((window.clone(), window.parent().ok().flatten()?)))
    else {
        return;
    };
    if parent == window {
        return; // opened by itself: there is nobody around it
    }
    let host = Rc::new(Host {
        window: parent,
        origin: RefCell::default(),
        height: Cell::default(),
        wished: RefCell::default(),
        is_due: Cell::default(),
        held: RefCell::default(),
    });
    let heard = host.clone();
    dom::listen("message", move |event| {
        if let Some(event) = event.dyn_ref::<MessageEvent>() {
            hear(&heard, screen, event);
        }
    });
    watch_height(&host);
    let stays = Memo::new(move |_| screen.form.has_more_than_link());
    effect(move || dom::fill("foot-of-frame", &foot(screen, stays.get())));
    dom::listen("click", move |event| {
        // A link opens beside the frame, with what stands in it.
        if let Some((link, slug)) = dom::nearest(&event, "data-go")
            .filter(|(link, _)| link.has_attribute("data-with-state"))
        {
            dom::attribute(
                &link,
                "href",
                Some(&screen.router().with_state(&slug, &untrack(|| screen.form.link()))),
            );
            if link.id() == "print-in-full" {
                dom::attribute(&link, "target", Some(&format!("{PRINTS}-{}", js_sys::Date::now()))); // by that name the page knows what it was opened for
            }
        }
    });
    let told = host.clone();
    effect(move || {
        screen.form.link(); // followed, as what the host is told names language and units
        if screen.due.get() == Due::All && told.origin.borrow().is_some() {
            tell_result(&told, screen);
        }
    });
    let kept = host.clone();
    effect(move || {
        screen.form.settings.language.track(); // the fields are written anew
        screen.form.more_comes.track();
        if !screen.whole.get() {
            return;
        }
        let kept = kept.clone();
        dom::before_paint(move || {
            fix(screen, &kept.held.borrow().fixed);
            watch_view(screen);
        });
    });
    post(&host, &message::ready(screen.form.calculator));
}

/// What stands below the calculator: versions, the way to the whole page, and whether something does not go there.
fn foot(screen: Screen, stays: bool) -> String {
    let slug = screen.form.calculator.id;
    let link = |id: &str, label: Text| {
        format!(
            "<a id=\"{id}\" href=\"{}\" data-go=\"{slug}\" data-with-state>{}</a>",
            screen.router().address(slug),
            escaped(screen.form.settings.text(label))
        )
    };
    let (open, print) =
        (link("open-in-full", words::OPEN_IN_FULL), link("print-in-full", words::PRINT));
    let stays =
        if stays { escaped(screen.form.settings.text(words::STAYS_HERE)) } else { String::new() };
    format!(
        "<p class=\"num\">{} {ENGINE_VERSION} · {DATA_VERSION}</p><p>{open} · {print}</p><p id=\"stays-here\">{stays}</p>",
        words::BRAND.en
    )
}

/// A message came. Most checks are cheap and come first: a page may send as many as it likes.
fn hear(host: &Rc<Host>, screen: Screen, event: &MessageEvent) {
    let is_from_host =
        event.source().is_some_and(|source| js_sys::Object::is(&source, &host.window));
    let data = event.data();
    let is_ours =
        js_sys::Reflect::get(&data, &"platewise".into()).is_ok_and(|mark| mark.as_f64().is_some());
    let origin = event.origin();
    if !is_from_host
        || !is_ours
        || host.origin.borrow().as_ref().is_some_and(|known| *known != origin)
    {
        return;
    }
    let Some(text) = js_sys::JSON::stringify(&data).ok().and_then(|text| text.as_string()) else {
        return;
    };
    let Some(read) = message::read(screen.form.calculator, &text) else { return };
    let is_new = host.origin.replace(Some(origin)).is_none();
    if is_new {
        host.height.set(0);
        tell_height(host);
    }
    match read {
        Err(problems) => post(host, &message::error(&problems)),
        Ok(Message::Hello) => tell_result(host, screen),
        Ok(Message::Get(request)) => {
            take_over(host, screen);
            with_state(host, screen, |given, link| {
                post(host, &message::got(screen.form.calculator, given, link, &request))
            });
        }
        Ok(Message::Reset) => {
            take_over(host, screen);
            screen.form.reset();
            tell_result(host, screen);
        }
        Ok(Message::Set(wishes)) => {
            let before = host.wished.take().unwrap_or_default();
            host.wished.replace(Some(before.then(*wishes)));
            tell_result(host, screen);
        }
    }
}

/// What stands in the private fields.
fn private(screen: Screen) -> Entries {
    let form = screen.form;
    let of = |entries: &Entries| {
        entries
            .iter()
            .filter(|(name, _)| form.calculator.is_private(name))
            .map(|(name, entry)| (*name, entry.clone()))
            .collect()
    };
    form.entries.with_untracked(of)
}

/// Whether the visitor gave figures of their own that are private. From then on the host gives none and is told no price: from a few of them, and rules of its
/// own, it could reckon what the visitor typed.
fn is_private_now(host: &Host, screen: Screen) -> bool {
    screen.form.calculator.private.is_some() && host.held.borrow().private != private(screen)
}

/// Takes over what the host has wished.
fn take_over(host: &Host, screen: Screen) {
    let Some(wishes) = host.wished.take() else { return };
    let form = screen.form;
    let keeps_own = is_private_now(host, screen);
    if let Some(language) = wishes.language {
        form.settings.language.set(language);
    }
    if let Some(system) =
        wishes.units.filter(|system| *system != form.settings.system.get_untracked())
    {
        form.settings.system.set(system);
        form.convert(system);
    }
    if let Some(theme) = wishes.theme {
        form.settings.theme.set(Theme::from_id(&theme));
    }
    if let Some(preset) =
        wishes.preset.and_then(|id| form.calculator.presets().iter().find(|preset| preset.id == id))
    {
        form.open_preset(preset);
    }
    if let Some(mut inputs) = wishes.inputs {
        if keeps_own {
            let refused: Vec<String> =
                inputs.keys().filter(|name| form.calculator.is_private(name)).cloned().collect();
            if let Some(name) = refused.first() {
                post(
                    host,
                    &message::error(&json::refusal(name, "private", &phrase(OWN_FIGURES, []))),
                );
            }
            inputs.retain(|name, _| !refused.contains(name));
        }
        form.add_inputs("".into(), &inputs);
    }
    let looks = wishes.accent.is_some()
        || wishes.font_size_px.is_some()
        || wishes.shown.is_some()
        || wishes.fixed.is_some();
    let mut held = host.held.borrow_mut();
    let held = &mut *held;
    if !keeps_own {
        held.private = private(screen); // also after a change of units, which writes them anew
    }
    held.accent = wishes.accent.or(held.accent);
    held.font_size_px = wishes.font_size_px.or(held.font_size_px);
    if let Some(shown) = wishes.shown {
        held.shown = (!shown.is_empty()).then_some(shown);
    }
    if let Some(fixed) = wishes.fixed {
        fix(screen, &fixed);
        held.fixed = fixed;
    }
    if looks {
        let styles = held.styles();
        match &held.sheet {
            Some(sheet) => drop(sheet.replace_sync(&styles)),
            None => held.sheet = dom::add_styles(&styles),
        }
    }
}

impl Held {
    /// The styles that follow. Every name in them is one of ours, every value was read as a number or a colour.
    fn styles(&self) -> String {
        let mut out = String::new();
        if let Some(size) = self.font_size_px {
            out.push_str(&format!("html{{font-size:{size}px}}"));
        }
        if let Some(accent) = self.accent {
            let tokens = |dark: bool| {
                let (colour, over) = accent.on_sheet(dark);
                format!(
                    "{{--accent:{colour};--on-accent:{over};--accent-soft:color-mix(in srgb,{colour} 14%,var(--sheet))}}"
                )
            };
            let (light, dark) = (tokens(false), tokens(true));
            out.push_str(&format!(":root{light}@media (prefers-color-scheme:dark){{:root:not([data-theme=light]){dark}}}:root[data-theme=dark]{dark}"));
        }
        if !self.fixed.is_empty() {
            // What changes many fields at once would change these too.
            out.push_str(
                "form>.examples,.do [data-do=reset],.do .filebutton{display:none!important}",
            );
        }
        if let Some(shown) = &self.shown {
            let these: Vec<String> =
                shown.iter().map(|name| format!("[data-field=\"{name}\"]")).collect();
            let these = these.join(",");
            out.push_str(&format!(
                "form [data-field]:not({these},:has({these}),:is({these}) *),form>:is(fieldset,details):not(:has({these})),form>.examples{{display:none}}"
            ));
        }
        out
    }
}

/// Fields that are shown and cannot be changed, neither by pointer nor by key.
fn fix(screen: Screen, fixed: &[&'static str]) {
    for field in screen.form.calculator.fields() {
        if let Some(element) = dom::first(&format!("form [data-field=\"{}\"]", field.name)) {
            dom::attribute(&element, "inert", fixed.contains(&field.name).then_some(""));
        }
    }
}

/// The inputs as they stand, and the link that rebuilds them.
fn with_state(
    host: &Host,
    screen: Screen,
    tell: impl FnOnce(&Result<Map<String, Value>, Value>, &str),
) {
    let form = screen.form;
    if is_private_now(host, screen) {
        let withheld = json::refusal("", "private", &phrase(OWN_FIGURES, []));
        return untrack(|| tell(&Err(withheld), &form.link()));
    }
    untrack(|| {
        let unreadable = || {
            let first = form.outcome.with(|outcome| outcome.unreadable.first().cloned());
            let (field, why) = first.map_or_else(
                || (String::new(), words::NOTHING_YET.into()),
                |(field, why)| (field, unreadable_words(why)),
            );
            json::refusal(&field, "unreadable", &why)
        };
        tell(&form.inputs().ok_or_else(unreadable), &form.link());
    });
}

/// Tells the result soon, of all that was wished until then: once, however many messages have asked for it.
fn tell_result(host: &Rc<Host>, screen: Screen) {
    if host.is_due.replace(true) {
        return;
    }
    let host = host.clone();
    dom::after(TOGETHER, move || {
        host.is_due.set(false);
        if screen.due.try_get_untracked().is_none() {
            return; // the page has gone
        }
        take_over(&host, screen);
        with_state(&host, screen, |given, link| {
            let result = message::result(screen.form.calculator, given, link);
            post(&host, &result);
            if result.get("problems").is_some() {
                post(&host, &message::error(&result));
            }
        });
    });
}

/// Tells how high the content is, whenever that changes. It is the height of what is in here, which the height of the frame has no part in, so nothing can grow
/// by being answered.
fn watch_height(host: &Rc<Host>) {
    let Some(app) = dom::by_id("app") else { return };
    let told = host.clone();
    let changed = Closure::<dyn FnMut()>::new(move || tell_height(&told)).into_js_value();
    if let Ok(observer) = web_sys::ResizeObserver::new(changed.unchecked_ref()) {
        observer.observe(&app);
    }
}

/// Fetches what stands behind the answer when it comes into view, which only an observer can tell in here.
fn watch_view(screen: Screen) {
    let Some(above) = dom::by_id(ABOVE_REST).filter(|_| screen.waits()) else { return };
    let seen = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
        let is_in_view = |entry: JsValue| {
            js_sys::Reflect::get(&entry, &"isIntersecting".into()).is_ok_and(|is| is.is_truthy())
        };
        if entries.iter().any(is_in_view) {
            screen.wake();
        }
    });
    if let Ok(observer) = web_sys::IntersectionObserver::new(seen.into_js_value().unchecked_ref()) {
        observer.observe(&above);
    }
}

fn tell_height(host: &Host) {
    let Some(app) = dom::by_id("app") else { return };
    let height = app.get_bounding_client_rect().height().ceil().clamp(HEIGHTS.0, HEIGHTS.1);
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "within the heights above"
    )]
    let height = height as u32;
    if host.height.replace(height) != height {
        post(host, &message::resize(height));
    }
}

/// Posts to the host, to its origin as far as that is known. What is posted before the host has made itself known says nothing but that there is a calculator, and
/// how high it is.
fn post(host: &Host, message: &Value) {
    let origin = host
        .origin
        .borrow()
        .clone()
        .or_else(ancestor)
        .filter(|origin| origin.starts_with("http"))
        .unwrap_or_else(|| "*".to_owned());
    if let Ok(message) = js_sys::JSON::parse(&message.to_string()) {
        let _ = host.window.post_message(&message, &origin); // a host that has gone hears nothing
    }
}

/// The origin of the page around the frame where the browser tells it. The address that it came from is another's where the page around was written by a script.
fn ancestor() -> Option<String> {
    let location: JsValue = dom::window()?.location().into();
    let ancestors = js_sys::Reflect::get(&location, &"ancestorOrigins".into()).ok()?;
    js_sys::Reflect::get_u32(&ancestors, 0).ok()?.as_string()
}
