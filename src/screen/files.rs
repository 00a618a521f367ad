//! Files: the table and the document of a result, and a document read back. Loaded on demand, as few visits need it.

use super::actions::stamp;
use crate::form::Form;
use crate::reactive::*;
use crate::{export, words};
use platewise_model::json::{self, Misfit};
use platewise_model::output::csv;
use platewise_model::words::Text;

/// What this part does.
#[derive(Clone, Copy)]
pub struct Files {
    /// Saves the table of the result.
    pub save_csv: fn(Form),
    /// Saves the document of the result.
    pub save_json: fn(Form),
    /// Takes over the inputs of a document; the text says why not.
    pub open: fn(Form, &str) -> Result<(), Text>,
}

/// All of it.
pub fn files() -> Files {
    Files { save_csv, save_json: save_file, open: open_text }
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
