//! What one can do with a result: copy its link, pin it, print it, export it, open a file, start over.

use super::PinsState;
use crate::form::Form;
use crate::{export, words};
use leptos::prelude::*;
use platewise_model::json::{self, Misfit};
use platewise_model::report::csv;
use platewise_model::words::Text;
use platewise_model::{DATA_VERSION, ENGINE_VERSION};
use wasm_bindgen::JsCast as _;

/// Versions that stamp every export.
pub fn stamp() -> String {
    format!("Platewise {ENGINE_VERSION}, {DATA_VERSION}")
}

/// The buttons beside the answer.
#[component]
pub fn Toolbar(form: Form, pins: PinsState) -> AnyView {
    let settings = form.settings;
    let said = RwSignal::new(None::<Text>);
    let menu = NodeRef::<leptos::html::Details>::new();
    let close = move || {
        if let Some(menu) = menu.get_untracked() {
            menu.set_open(false);
        }
    };
    let copy = move |_| {
        crate::router::replace_state(&untrack(|| form.link()));
        export::copy(export::address(), move |copied| said.set(Some(if copied { words::COPIED } else { words::COPY_FAILED })));
    };
    let pin = move |_| said.set(Some(if pins.pin(untrack(|| form.link())) { words::PINNED } else { words::PIN_FULL }));
    let save_csv = move |_| {
        close();
        form.report.with_untracked(|report| {
            if let Some(report) = report {
                let table = csv::write(report, form.calculator.title, &stamp(), untrack(|| settings.reader()));
                export::save(&format!("{}.csv", form.calculator.id), "text/csv;charset=utf-8", &format!("\u{feff}{table}"));
            }
        });
    };
    let save_file = move |_| {
        close();
        form.outcome.with_untracked(|outcome| {
            if let Some(report) = outcome.report() {
                let document = json::document(form.calculator, &outcome.evaluation, report);
                let text = serde_json::to_string_pretty(&document).unwrap_or_default();
                export::save(&format!("{}.json", form.calculator.id), "application/json", &text);
            }
        });
    };
    let open = move |event: leptos::ev::Event| {
        let input = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
        let file = input.as_ref().and_then(web_sys::HtmlInputElement::files).and_then(|files| files.get(0));
        if let Some(file) = file {
            open_file(form, file, said);
        }
        if let Some(input) = input {
            input.set_value(""); // the same file can be chosen again
        }
        close();
    };
    view! {
        <div class="do">
            <button type="button" class="first" id="copy-link" on:click=copy>{settings.t(words::COPY_LINK)}</button>
            <button type="button" id="pin" on:click=pin>{settings.t(words::PIN)}</button>
            <button type="button" id="print" on:click=move |_| export::print()>{settings.t(words::PRINT)}</button>
            <details class="menu" node_ref=menu>
                <summary id="export">{settings.t(words::EXPORT)}</summary>
                <div>
                    <button type="button" id="export-csv" on:click=save_csv>{settings.t(words::EXPORT_CSV)}</button>
                    <button type="button" id="export-file" on:click=save_file>{settings.t(words::EXPORT_FILE)}</button>
                    <label class="filebutton">{settings.t(words::OPEN_FILE)}<input id="open-file" type="file" accept=".json,application/json" on:change=open/></label>
                    <button type="button" id="reset" on:click=move |_| { close(); form.reset(); }>{settings.t(words::RESET)}</button>
                </div>
            </details>
            <span class="said" role="status">{move || said.get().map(|said| settings.text(said))}</span>
        </div>
    }
    .into_any()
}

fn open_file(form: Form, file: web_sys::File, said: RwSignal<Option<Text>>) {
    if file.size() > export::LARGEST_FILE {
        said.set(Some(words::FILE_TOO_LARGE));
        return;
    }
    export::read(file, move |text| {
        let outcome = text.ok_or(words::FILE_UNREADABLE).and_then(|text| open_text(form, &text));
        said.set(outcome.err());
    });
}

/// Takes over the inputs of a file; the text says why not.
fn open_text(form: Form, text: &str) -> Result<(), Text> {
    let document = serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|_| words::FILE_NOT_JSON)?;
    let inputs = json::inputs_of(&document, form.calculator).map_err(|misfit| match misfit {
        Misfit::NotAnObject => words::FILE_NOT_JSON,
        Misfit::OtherCalculator(_) | Misfit::UnknownCalculator => words::FILE_OTHER,
    })?;
    form.open_inputs(&inputs);
    Ok(())
}
