//! Files: the table and the document of a result, and a document read back. Loaded on demand, as few visits need it.

use super::imports::{self, told_lines};
use super::{Screen, offer, preview};
use crate::form::{Account, At, Form, Offer, Picture, Rest, Said as Told};
use crate::reactive::*;
use crate::worker::{Helper, Said};
use crate::{export, on_demand, words};
use platewise_model::calculator::{AnyCalculator, FileImport, ImportedFile, Kind};
use platewise_model::entry::{self, Entries, Entry};
use platewise_model::import::{Sheet, decode};
use platewise_model::json::{self as documents, Misfit, Unread};
use platewise_model::output::csv;
use platewise_model::part::mesh::is_archive;
use platewise_model::private;
use platewise_model::quotation::key::Key;
use platewise_model::request::table::{self, Refused};
use platewise_model::units::System;
use platewise_model::words::{Arg, Language, Phrase, Text, phrase};
use serde_json::{Map, Value, json};
use std::cell::RefCell;
use std::future::Future;
use std::pin::Pin;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

/// What this part does.
#[derive(Clone, Copy)]
pub struct Files {
    /// Saves the table of the result.
    pub save_csv: fn(Form),
    /// Saves the document of the result.
    pub save_json: fn(Form),
    /// Takes over the inputs of a document, or asks first what becomes of the shop; then it is not opened yet. The text says why not.
    pub open: fn(Screen, &[u8]) -> Result<bool, Text>,
    /// Does what was chosen of an offer.
    pub choose: fn(Screen, Offer, &str),
    /// Takes over a scenario that was pinned, or asks first.
    pub open_pinned: fn(Screen, &str),
    /// Takes a file over into where a field stands.
    pub take: fn(Screen, At, web_sys::File),
    /// Has a table read for a field of rows with room for so many, and shows what would become of it.
    pub import: fn(Screen, &'static str, usize, web_sys::File),
    /// Reads such a table in a worker: the rows and the account of them as JSON.
    pub rows: ReadRows,
    /// Takes over the rows of the table that was read last, if they are for the field of this name; forgets them otherwise.
    pub take_rows: fn(Screen, &str),
    /// Reads a file in a worker: what it brought as JSON, and the triangles of a model.
    pub read: Read,
}

/// Reads a file for a field; the share that is done is told now and then.
pub type Read = fn(FileImport, String, JsValue, Box<dyn Fn(f64)>) -> Reading;

/// Reads a table for a field of rows of a calculator, with room for so many.
pub type ReadRows = fn(
    &'static AnyCalculator,
    String,
    usize,
    JsValue,
) -> Pin<Box<dyn Future<Output = Option<String>>>>;

/// A file being read.
pub type Reading = Pin<Box<dyn Future<Output = Option<(String, Vec<f32>)>>>>;

/// All of it.
pub fn files() -> Files {
    Files {
        save_csv,
        save_json: save_file,
        open: open_document,
        choose: offer::choose,
        open_pinned,
        take,
        import: imports::look,
        rows: |calculator, field, room, file| Box::pin(rows(calculator, field, room, file)),
        take_rows: imports::take_over,
        read: |take, field, file, tell| Box::pin(read(take, field, file, tell)),
    }
}

fn save_csv(form: Form) {
    form.outcome.with_untracked(|outcome| {
        if let Some(report) = outcome.report() {
            let reader = untrack(|| form.settings.reader());
            let table = csv::write(
                form.calculator,
                &outcome.evaluation,
                report,
                &export::stamp(),
                &export::address_of(&untrack(|| form.link())),
                reader,
            );
            export::save(
                &format!("{}.csv", form.calculator.id),
                "text/csv;charset=utf-8",
                &JsValue::from_str(&format!("\u{feff}{table}")),
            );
        }
    });
}

fn save_file(form: Form) {
    form.outcome.with_untracked(|outcome| {
        if let Some(report) = outcome.report() {
            let document = documents::document(form.calculator, &outcome.evaluation, report);
            let text = serde_json::to_string_pretty(&document).unwrap_or_default();
            export::save(
                &format!("{}.json", form.calculator.id),
                "application/json",
                &JsValue::from_str(&text),
            );
        }
    });
}

/// Takes over the inputs of a file; the text says why not. What it brings of a shop, and the key of one, is asked about first.
fn open_document(screen: Screen, file: &[u8]) -> Result<bool, Text> {
    let form = screen.form;
    let document = documents::parse(&decode(file).text).map_err(|why| match why {
        Unread::Twice(_) => words::FILE_TWICE,
        _ => words::FILE_NOT_JSON,
    })?;
    let inputs =
        documents::inputs_of(&document, form.calculator).map_err(|misfit| match misfit {
            Misfit::NotAnObject => words::FILE_NOT_JSON,
            Misfit::OtherCalculator(_) => words::FILE_OTHER,
            Misfit::GivenTwice(_) => words::FILE_TWICE,
        })?;
    let (entries, notices) =
        entry::from_inputs(form.calculator, &inputs, untrack(|| form.settings.system.get()));
    let key = form.calculator.private.and_then(|_| Key::in_document(&document));
    let is_record = |name: &String| {
        form.calculator.field(name).is_some_and(|field| matches!(field.kind, Kind::Record))
    };
    let rest = if documents::is_profile(form.calculator, &inputs) {
        None
    } else if inputs.keys().any(is_record) {
        Some(Rest::Given(documents::open_of(form.calculator, &inputs)))
    } else {
        Some(Rest::Entries(private::without(form.calculator, &entries)))
    };
    Ok(offer::bring(screen, private::of(form.calculator, &entries), rest, key, notices))
}

/// Takes over a scenario that was pinned.
fn open_pinned(screen: Screen, pin: &str) {
    let calculator = screen.form.calculator;
    let read = entry::from_memory(calculator, pin);
    let rest = Rest::Entries(private::without(calculator, &read.entries));
    offer::bring(screen, private::of(calculator, &read.entries), Some(rest), None, read.notices);
}

/// Largest file that is read, MB: sixteen years of hours, or a model of two million triangles.
const LARGEST_HOURS: u32 = 24;
const LARGEST_MODEL: u32 = 105;
/// Longest name of a file that is kept, letters.
const LONGEST_NAME: usize = 60;

thread_local! {
    /// The worker that reads files, kept between them, and how often it was asked: only the last answer counts.
    static READER: RefCell<(Option<Helper>, u32)> = const { RefCell::new((None, 0)) };
}

/// Takes a file over into where a field stands. It is read in a worker.
fn take(screen: Screen, at: At, file: web_sys::File) {
    let form = screen.form;
    let tell = move |account: Account| {
        let _ = form.accounts.try_update(|accounts| accounts.put(at, account)); // the page may have been left
    };
    let is_hours =
        form.calculator.field(at.field).is_some_and(|field| matches!(field.kind, Kind::Hours(_)));
    let largest = if is_hours { LARGEST_HOURS } else { LARGEST_MODEL };
    if file.size() > 1e6 * f64::from(largest) {
        return tell(Account::refused(phrase(words::FILE_OVER, [Arg::Count(largest)])));
    }
    tell(Account::progress(0.0));
    let name: String = file.name().chars().take(LONGEST_NAME).collect();
    let job = js_sys::Array::of3(&form.calculator.id.into(), &at.field.into(), &file);
    let heard = move |said: Said, asked: u32| {
        let last = READER.with_borrow(|(_, last)| *last == asked);
        match said {
            _ if !last => {}
            Said::Progress(share) => tell(Account::progress(share)),
            Said::Failed => tell(Account::refused(words::FILE_UNREADABLE)),
            Said::Done(found) => match read_taken(&found) {
                None => tell(Account::refused(words::FILE_UNREADABLE)),
                Some((inputs, account)) => {
                    if let Some(mut inputs) = inputs {
                        if !is_hours {
                            inputs.insert(at.field.to_owned(), name.as_str().into());
                        }
                        form.add_inputs(at, &inputs);
                    }
                    tell(account);
                }
            },
        }
    };
    READER.with_borrow_mut(|(helper, last)| {
        *last = last.wrapping_add(1);
        let asked = *last;
        if helper.as_ref().is_none_or(Helper::is_broken) || asked > 1 {
            *helper = Helper::start(None); // another one, so that a long reading that nobody waits for any more ends
        }
        match helper {
            Some(helper) => helper.ask(job.into(), move |said| heard(said, asked)),
            None => tell(Account::refused(words::NO_WORKER)),
        }
    });
}

/// The sheets of a table in text, or in a workbook, for which the part that reads those is fetched.
pub async fn sheets(file: web_sys::File) -> Result<Vec<Sheet>, Phrase> {
    let unreadable = || Phrase::from(words::FILE_UNREADABLE);
    let bytes = js_sys::Uint8Array::new(
        &JsFuture::from(file.array_buffer()).await.map_err(|_| unreadable())?,
    )
    .to_vec();
    if is_archive(&bytes) {
        let of_workbook = on_demand::workbooks()
            .await
            .map(|workbooks| workbooks.read)
            .map_err(|_| Phrase::from(words::PART_NOT_LOADED))?;
        of_workbook(&bytes).map_err(Refused::message)
    } else {
        Ok(table::of_text_bytes(&bytes))
    }
}

/// In the worker: the rows of a table for a field and the account of them, as they travel; the account alone where the table is refused.
async fn rows(
    calculator: &'static AnyCalculator,
    field: String,
    room: usize,
    file: JsValue,
) -> Option<String> {
    let file = file.dyn_into::<web_sys::File>().ok()?;
    let field = calculator.field(&field)?;
    let Kind::Rows { fields, .. } = field.kind else { return None };
    let found = sheets(file)
        .await
        .and_then(|sheets| table::import(fields(), room, &sheets).map_err(Refused::message));
    let told = match found {
        Err(why) => json!({ "account": written(&[why]) }),
        Ok(found) => {
            let rows = Entries::from([(field.name, Entry::rows(found.sound()))]);
            json!({ "account": written(&table::account(&found)), "rows": entry::to_memory(calculator, &rows, Language::default().tag(), System::default()) })
        }
    };
    Some(told.to_string())
}

/// Reads a file for a field.
async fn read(
    import: FileImport,
    field: String,
    file: JsValue,
    tell: Box<dyn Fn(f64)>,
) -> Option<(String, Vec<f32>)> {
    let file = file.dyn_into::<web_sys::File>().ok()?;
    let bytes = js_sys::Uint8Array::new(&JsFuture::from(file.array_buffer()).await.ok()?);
    let mut told = 0.0;
    let mut progress = |share: f64| {
        if share - told >= 0.01 {
            told = share;
            tell(share);
        }
    };
    Some(write_imported(import.read(&field, bytes.to_vec(), &mut progress)))
}

/// What a file brought, as it travels: the inputs, or none where it was refused, and the account as each reader would read it.
fn write_imported(imported: Result<ImportedFile, Phrase>) -> (String, Vec<f32>) {
    match imported {
        Err(why) => (json!({ "account": written(&[why]) }).to_string(), Vec::new()),
        Ok(imported) => (
            json!({ "account": written(&imported.account), "inputs": imported.inputs }).to_string(),
            imported.preview,
        ),
    }
}

/// An account as each reader would read it.
fn written(lines: &[Phrase]) -> Value {
    lines
        .iter()
        .map(|line| {
            Told::READERS.iter().map(|reader| Value::from(reader.phrase(line))).collect::<Value>()
        })
        .collect()
}

fn read_taken(found: &js_sys::Array) -> Option<(Option<Map<String, Value>>, Account)> {
    let told: Value = serde_json::from_str(&found.get(0).as_string()?).ok()?;
    let triangles = found.get(1).dyn_into::<js_sys::Float32Array>().ok()?.to_vec();
    let inputs = told.get("inputs").and_then(Value::as_object).cloned();
    let lines = told_lines(&told)?;
    let picture = (!triangles.is_empty()).then_some(Picture { triangles, show: preview::show });
    Some((inputs.clone(), Account { lines, refused: inputs.is_none(), picture }))
}
