//! Files: the table and the document of a result, and a document read back. Loaded on demand, as few visits need it.

use super::actions::stamp;
use crate::form::{Account, Form};
use crate::reactive::*;
use crate::{export, on_demand, words};
use platewise_model::calculator::Field;
use platewise_model::json::{self, Misfit};
use platewise_model::output::csv;
use platewise_model::words::{Phrase, Text};

/// What this part does.
#[derive(Clone, Copy)]
pub struct Files {
    /// Saves the table of the result.
    pub save_csv: fn(Form),
    /// Saves the document of the result.
    pub save_json: fn(Form),
    /// Takes over the inputs of a document; the text says why not.
    pub open: fn(Form, &str) -> Result<(), Text>,
    /// Takes the hours of a file over into a field.
    pub take: fn(Form, &'static Field, web_sys::File),
}

/// All of it.
pub fn files() -> Files {
    Files { save_csv, save_json: save_file, open: open_text, take }
}

fn save_csv(form: Form) {
    form.outcome.with_untracked(|outcome| {
        if let Some(report) = outcome.report() {
            let reader = untrack(|| form.settings.reader());
            let table = csv::write(form.calculator, &outcome.evaluation, report, &stamp(), &export::address(), reader);
            export::save(&format!("{}.csv", form.calculator.id), "text/csv;charset=utf-8", &format!("\u{feff}{table}"));
        }
    });
}

fn save_file(form: Form) {
    form.outcome.with_untracked(|outcome| {
        if let Some(report) = outcome.report() {
            let document = json::document(form.calculator, &outcome.evaluation, report);
            let text = serde_json::to_string_pretty(&document).unwrap_or_default();
            export::save(&format!("{}.json", form.calculator.id), "application/json", &text);
        }
    });
}

/// Takes over the inputs of a file; the text says why not.
fn open_text(form: Form, text: &str) -> Result<(), Text> {
    let document = serde_json::from_str(text.trim_start_matches('\u{feff}')).map_err(|_| words::FILE_NOT_JSON)?;
    let inputs = json::inputs_of(&document, form.calculator).map_err(|misfit| match misfit {
        Misfit::NotAnObject => words::FILE_NOT_JSON,
        Misfit::OtherCalculator(_) => words::FILE_OTHER,
    })?;
    form.open_inputs(&inputs);
    Ok(())
}

/// Largest file of hours that is read, bytes: sixteen years of them.
const LARGEST: f64 = 24_000_000.0;

/// Takes the hours of a file over into a field.
fn take(form: Form, field: &'static Field, file: web_sys::File) {
    let tell = move |account: Account| form.accounts.update(|accounts| drop(accounts.insert(field.name, account)));
    if file.size() > LARGEST {
        return tell(Account::refused(words::FILE_TOO_LARGE));
    }
    tell(Account { lines: vec![Phrase::from(words::FILE_READING)], refused: false });
    export::read(file, move |text| {
        let Some(text) = text else { return tell(Account::refused(words::FILE_UNREADABLE)) };
        wasm_bindgen_futures::spawn_local(async move {
            let loaded = match on_demand::take(form.calculator.id) {
                Some(loading) => loading.await.ok(),
                None => None,
            };
            let Some(take) = loaded else { return tell(Account::refused(words::PART_NOT_LOADED)) };
            match take(field.name, &text) {
                Ok(taken) => {
                    form.add_inputs(&taken.inputs);
                    tell(Account { lines: taken.account, refused: false });
                }
                Err(why) => tell(Account { lines: vec![why], refused: true }),
            }
        });
    });
}
