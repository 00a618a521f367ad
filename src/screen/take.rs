//! Files whose hours a field takes over, chosen or dropped, and the account of what was found in them.

use super::Screen;
use crate::dom;
use crate::form::Form;
use crate::reactive::*;
use platewise_model::calculator::{Field, Kind};
use platewise_model::report::format::escaped;
use wasm_bindgen::JsCast as _;

/// Takes a file over.
pub fn take(screen: Screen, field: &'static Field, file: Option<web_sys::File>) {
    if let Some(file) = file {
        super::actions::with_files(screen, move |files| (files.take)(screen.form, field, file));
    }
}

/// Keeps the accounts up to date.
pub fn follow(form: Form) {
    let fields = || (form.calculator.fields)().iter().filter(|field| matches!(field.kind, Kind::Hours(_)));
    if fields().next().is_none() {
        return;
    }
    effect(move || {
        form.accounts.with(|accounts| {
            for field in fields() {
                let account = accounts.get(field.name);
                let lines = account.map(|account| &account.lines[..]).unwrap_or_default();
                let told: String = lines.iter().map(|line| format!("<li>{}</li>", escaped(&form.settings.phrase(line)))).collect();
                let class = if account.is_some_and(|account| account.refused) { " class=\"bad\"" } else { "" };
                dom::fill(&format!("{}-account", field.name), &if told.is_empty() { told } else { format!("<ul{class}>{told}</ul>") });
            }
        });
    });
}

/// A file is held over the page, or dropped; true where a field takes it.
pub fn on_drag(screen: Screen, event: &web_sys::Event) {
    let Some((_, name)) = dom::nearest(event, "data-drop") else { return };
    event.prevent_default();
    if event.type_() != "drop" {
        return;
    }
    let file = event.dyn_ref::<web_sys::DragEvent>().and_then(web_sys::DragEvent::data_transfer).and_then(|data| data.files()).and_then(|files| files.get(0));
    if let Some(field) = screen.form.calculator.field(&name) {
        take(screen, field, file);
    }
}
