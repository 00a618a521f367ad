//! Files that a field takes over, chosen or dropped, and the account of what was found in them.

use super::Screen;
use crate::form::{Account, At, Form};
use crate::reactive::*;
use crate::{dom, words};
use platewise_model::calculator::Control;
use platewise_model::report::format::escaped;
use wasm_bindgen::JsCast as _;

/// Takes a file over.
pub fn take(screen: Screen, at: At, file: Option<web_sys::File>) {
    if let Some(file) = file {
        super::actions::with_files(screen, move |files| (files.take)(screen, at, file));
    }
}

/// Keeps the accounts up to date.
pub fn follow(screen: Screen) {
    let form = screen.form;
    if screen.layout.iter().flat_map(|group| group.rows).any(|row| row.control == Control::File) {
        effect(move || {
            let accounts = form.accounts.get();
            for row in screen
                .layout
                .iter()
                .flat_map(|group| group.rows)
                .filter(|row| row.control == Control::File)
            {
                show_account(form, row.field.name, accounts.of(row.field.name.into()));
            }
        });
    }
}

/// Shows what was found in the file of a field.
pub fn show_account(form: Form, id: &str, account: Option<&Account>) {
    let reader = form.settings.reader();
    let lines = account.map(|account| &account.lines[..]).unwrap_or_default();
    let told: String =
        lines.iter().map(|line| format!("<li>{}</li>", escaped(&line.to(reader)))).collect();
    let class = if account.is_some_and(|account| account.refused) { " class=\"bad\"" } else { "" };
    let picture = account.and_then(|account| account.picture.as_ref());
    let canvas = picture.map_or_else(String::new, |_| {
        format!(
            "<div class=\"model\" id=\"{id}-picture\" tabindex=\"0\" role=\"img\" aria-label=\"{}\"></div>",
            escaped(form.settings.text(words::MODEL_PICTURE))
        )
    });
    dom::fill(
        &format!("{id}-account"),
        &if told.is_empty() { told } else { format!("<ul{class}>{told}</ul>{canvas}") },
    );
    if let Some(picture) = picture {
        (picture.show)(&format!("{id}-picture"), &picture.triangles);
    }
}

/// A file is held over the page, or dropped; true where a field takes it.
pub fn on_drag(screen: Screen, event: &web_sys::Event) {
    let Some((_, name)) = dom::nearest(event, "data-drop") else { return };
    event.prevent_default();
    if event.type_() != "drop" {
        return;
    }
    let file = event
        .dyn_ref::<web_sys::DragEvent>()
        .and_then(web_sys::DragEvent::data_transfer)
        .and_then(|data| data.files())
        .and_then(|files| files.get(0));
    if let Some((at, _)) = At::find(screen.form.calculator, &name) {
        take(screen, at, file);
    }
}
