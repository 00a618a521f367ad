//! What one can do with a result: copy its link, pin it, print it, export it, open a file, begin with an example, start over.

use super::Screen;
use super::files::Files;
use crate::form::At;
use crate::reactive::*;
use crate::{dom, export, on_demand, router, words};
use platewise_model::private;
use platewise_model::report::format::escaped;
use platewise_model::words::Text;
use wasm_bindgen::JsCast as _;

/// The buttons beside the answer.
pub fn markup(screen: Screen) -> String {
    let settings = screen.form.settings;
    let button = |action: &str, label: Text| {
        let class = if action == "copy" && screen.form.calculator.papers.is_none() {
            " class=\"first\""
        } else {
            ""
        };
        format!(
            "<button type=\"button\" data-do=\"{action}\"{class}>{}</button>",
            escaped(settings.text(label))
        )
    };
    let papers = screen.form.calculator.papers.map_or_else(String::new, |label| {
        format!("<button type=\"button\" data-do=\"papers\" id=\"papers-open\" class=\"first\">{}</button>", escaped(settings.text(label)))
    });
    format!(
        "<div class=\"do\">{papers}{}{}{}<details class=\"menu\"><summary id=\"export\">{}</summary><div>{}{}{}{}<label class=\"filebutton\">{}<input id=\"open-file\" type=\"file\" accept=\".json,application/json\"></label>{}</div></details><span class=\"said\" id=\"said\" role=\"status\"></span></div>",
        button(
            "copy",
            if screen.form.calculator.papers.is_some() {
                words::COPY_QUOTATION
            } else {
                words::COPY_LINK
            }
        ),
        button("pin", words::PIN),
        button("print", words::PRINT),
        escaped(settings.text(words::EXPORT)),
        button("csv", words::EXPORT_CSV),
        button("file", words::EXPORT_FILE),
        screen
            .form
            .calculator
            .private
            .map_or_else(String::new, |_| button("profile", words::SAVE_PROFILE)),
        screen
            .form
            .calculator
            .private
            .map_or_else(String::new, |_| button("move", words::MOVE_SHOP)),
        escaped(settings.text(words::OPEN_FILE)),
        button("reset", words::RESET),
    )
}

/// Says something beside the buttons, or nothing.
pub fn say(screen: Screen, text: Option<Text>) {
    screen.said.set(text);
    dom::fill(
        "said",
        &text.map(|text| escaped(screen.form.settings.text(text))).unwrap_or_default(),
    );
}

/// A button was pressed; false when it was none of these.
pub fn on_click(screen: Screen, event: &web_sys::Event) -> bool {
    let Some((button, action)) = dom::nearest(event, "data-do") else { return false };
    let form = screen.form;
    if let Some(menu) = button.closest("details.menu").ok().flatten() {
        dom::attribute(&menu, "open", None);
    }
    let index = button.get_attribute("data-index").and_then(|index| index.parse().ok());
    match (action.as_str(), screen.pins, index) {
        ("copy", ..) if form.calculator.papers.is_some() => {
            with_papers(screen, |papers| papers.copy)
        }
        ("copy", ..) => {
            let state = untrack(|| form.link());
            router::replace_state(&state);
            let link = export::address_of(&state);
            if link.is_empty() {
                return {
                    say(screen, Some(words::NO_ADDRESS));
                    true
                };
            }
            export::copy(link, move |copied| {
                say(screen, Some(if copied { words::COPIED } else { words::COPY_FAILED }))
            });
        }
        ("pin", Some(pins), _) => {
            say(screen, Some(if pins.pin(form.memory()) { words::PINNED } else { words::PIN_FULL }))
        }
        ("pin-open", Some(pins), Some(index)) => pins.open(screen, index),
        ("pin-remove", Some(pins), Some(index)) => pins.remove(index),
        ("print", ..) if form.calculator.papers.is_some() => {
            with_papers(screen, |papers| papers.print)
        }
        ("print", ..) => export::print(),
        ("papers", ..) => with_papers(screen, |papers| papers.open),
        ("anew", ..) => {
            if let Some(record) = form.record() {
                form.clear(record);
            }
        }
        ("csv" | "file", ..)
            if form.outcome.with_untracked(|outcome| outcome.report().is_none()) =>
        {
            say(screen, Some(words::NOTHING_YET))
        }
        ("csv", ..) => with_files(screen, move |files| (files.save_csv)(form)),
        ("file", ..) if form.calculator.papers.is_some() => {
            with_papers(screen, |papers| papers.save)
        }
        ("file", ..) => with_files(screen, move |files| (files.save_json)(form)),
        ("profile", ..) => with_papers(screen, |papers| papers.save_profile),
        ("clear", ..) => {
            if let Some((at, _)) =
                button.get_attribute("data-name").and_then(|name| At::find(form.calculator, &name))
            {
                form.clear(at);
            }
        }
        ("move", ..) => with_papers(screen, |papers| papers.save_move),
        ("back", ..) => form.go_back(),
        ("price" | "take-up", ..) => form.take_up(),
        ("own-shop", ..) => form
            .open_with_own_shop(private::without(form.calculator, &form.entries.get_untracked())),
        ("forget", ..) => form.before.set(None),
        (choice, ..) if choice.starts_with("offer-") => {
            if let Some(offer) = form.offer.get_untracked() {
                form.offer.set(None);
                let choice = choice.to_owned();
                with_files(screen, move |files| (files.choose)(screen, offer, &choice));
            }
        }
        ("reset", ..) => {
            form.reset();
            say(screen, None);
            dom::fill("example-say", "");
            if let Some(example) = dom::by_id("example")
                .and_then(|example| example.dyn_into::<web_sys::HtmlSelectElement>().ok())
            {
                example.set_value(""); // the same example can be chosen again
            }
        }
        ("analyse", ..) => wasm_bindgen_futures::spawn_local(async move {
            match on_demand::extras().await {
                Ok(extras) => screen.set_analysis_up(extras.analysis),
                Err(_) => {
                    dom::fill("analysis-said", &escaped(form.settings.text(words::PART_NOT_LOADED)))
                }
            }
        }),
        ("dismiss", ..) => form.notices.set(Vec::new()),
        _ => return false,
    }
    true
}

/// An example or a file was chosen; false when it was neither.
pub fn on_change(screen: Screen, event: &web_sys::Event) -> bool {
    let Some((element, id)) = dom::nearest(event, "id") else { return false };
    match id.as_str() {
        "example" => {
            let chosen = element
                .dyn_ref::<web_sys::HtmlSelectElement>()
                .map(web_sys::HtmlSelectElement::value)
                .unwrap_or_default();
            let preset = screen.form.calculator.presets().iter().find(|preset| preset.id == chosen);
            let teaches = preset
                .map(|preset| escaped(screen.form.settings.text(preset.teaches)))
                .unwrap_or_default();
            dom::fill("example-say", &teaches);
            if let Some(preset) = preset {
                screen.form.open_preset(preset);
            }
        }
        "open-file" => {
            if let Some(input) = element.dyn_ref::<web_sys::HtmlInputElement>() {
                if let Some(file) = input.files().and_then(|files| files.get(0)) {
                    open_file(screen, file);
                }
                input.set_value(""); // the same file can be chosen again
            }
            if let Some(menu) = element.closest("details.menu").ok().flatten() {
                dom::attribute(&menu, "open", None);
            }
        }
        _ => return false,
    }
    true
}

/// Does something with the part that writes and reads files, which is loaded when it is needed first.
pub fn with_files(screen: Screen, act: impl FnOnce(Files) + 'static) {
    wasm_bindgen_futures::spawn_local(async move {
        match on_demand::extras().await {
            Ok(extras) => act(extras.files),
            Err(_) => say(screen, Some(words::PART_NOT_LOADED)),
        }
    });
}

/// Does something with the papers of a calculator, which are loaded when they are needed first.
fn with_papers(screen: Screen, act: fn(&Papers) -> fn(Screen)) {
    wasm_bindgen_futures::spawn_local(async move {
        match on_demand::extras().await {
            Ok(extras) => {
                screen.papers.set_value(Some(extras.papers));
                say(screen, None);
                act(extras.papers)(screen);
            }
            Err(_) => {
                say(screen, Some(words::PART_NOT_LOADED));
                dom::mark_root("data-received", None);
            }
        }
    });
}

/// A quote that comes with the address or a file goes to what reads it.
pub fn follow_received(screen: Screen) {
    effect(move || {
        if screen.form.received.with(Option::is_some) {
            with_papers(screen, |papers| papers.receive);
        }
    });
}

/// What makes and reads the papers of a calculator.
pub struct Papers {
    /// Opens them over the page.
    pub open: fn(Screen),
    /// Prints the customer's sheet.
    pub print: fn(Screen),
    /// Lays the customer's sheet out for paper, whatever is looked at.
    pub lay_out: fn(Screen),
    /// Takes it away again.
    pub put_away: fn(Screen),
    /// Copies the link that gives them to somebody else.
    pub copy: fn(Screen),
    /// Saves all of it as a file, for the shop itself.
    pub save: fn(Screen),
    /// Saves what is private alone, for a colleague.
    pub save_profile: fn(Screen),
    /// Saves it with the key, for another device of the shop.
    pub save_move: fn(Screen),
    /// Reads what somebody gave.
    pub receive: fn(Screen),
}

fn open_file(screen: Screen, file: web_sys::File) {
    if file.size() > export::LARGEST_FILE {
        say(screen, Some(words::FILE_TOO_LARGE));
        return;
    }
    export::read(file, move |bytes| {
        let Some(bytes) = bytes else { return say(screen, Some(words::FILE_UNREADABLE)) };
        with_files(screen, move |files| {
            say(
                screen,
                match (files.open)(screen, &bytes) {
                    Ok(is_open) => is_open.then_some(words::FILE_OPENED),
                    Err(why) => Some(why),
                },
            );
        });
    });
}
