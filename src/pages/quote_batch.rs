//! A table of requests, priced row by row in a worker: looked at first, then saved as a workbook or a table. Part of the papers of a quote.

use crate::reactive::*;
use crate::screen::{Screen, files};
use crate::worker::{Helper, Said};
use crate::{dom, export, on_demand, words};
use js_sys::{Array, Uint8Array};
use platewise_model::entry;
use platewise_model::quotation::batch::{self, Batch, MOST};
use platewise_model::quotation::sheet::rows;
use platewise_model::report::format::{Reader, escaped};
use platewise_model::request::table::Skipped;
use platewise_model::units::System;
use platewise_model::words::{Arg, Language, Text, phrase, text};
use serde_json::{Map, Value};
use std::cell::RefCell;
use std::fmt::Write as _;
use std::future::Future;
use std::pin::Pin;
use wasm_bindgen::{JsCast as _, JsValue};

const LEAD: Text = text(
    "A table in CSV or XLSX, a part in each row: columns are found by their heads in English or Chinese, units in the heads. Each row needs shape, sizes, coating and quantity, and becomes a quote of its own, by your shop and the conditions of this page.",
    "CSV 或 XLSX 表格，每行一个工件：列按中英文表头识别，单位取自表头。每行须有形状、尺寸、镀层和数量，并单独报价，按本厂数据和本页条件计算。",
);
const CHOOSE: Text = text("Choose a table", "选择表格");
const SAVE_WORKBOOK: Text = text("Save as Excel", "保存为 Excel");
const SAVE_TABLE: Text = text("Save as CSV", "保存为 CSV");
const PROBLEMS: Text = text("Rows without a price", "未报价的行");
const NOTES: Text = text("Rows read in a special way", "特别读取的行");
const WORKING: Text = text("Being priced …", "正在计算……");

/// Rows that are shown of what was priced, and of what was not.
const ROWS_SHOWN: usize = 12;
const PROBLEMS_SHOWN: usize = 200;
/// Largest table that is read, MB.
const LARGEST: u32 = 10;

thread_local! {
    /// The worker, kept between tables, and what it made of the last one: a table in text, and a workbook.
    static WORKER: RefCell<Option<Helper>> = const { RefCell::new(None) };
    static MADE: RefCell<Option<(String, Uint8Array)>> = const { RefCell::new(None) };
}

/// What is shown before a table was chosen.
pub fn markup(language: Language) -> String {
    let word = |text: Text| escaped(text.get(language));
    format!(
        "<div class=\"batch\"><p>{}</p><p><label class=\"filebutton\">{}<input id=\"batch-file\" type=\"file\" accept=\".csv,.tsv,.txt,.xlsx\"></label></p><div id=\"batch-found\" role=\"status\"></div></div>",
        word(LEAD),
        word(CHOOSE)
    )
}

/// Listens to the choice of a table.
pub fn follow(screen: Screen) {
    let Some(input) = dom::by_id("batch-file")
        .and_then(|element| element.dyn_into::<web_sys::HtmlInputElement>().ok())
    else {
        return;
    };
    let chosen = input.clone();
    dom::listen_on(&input, "change", move |event| {
        event.stop_propagation();
        if let Some(file) = chosen.files().and_then(|files| files.get(0)) {
            ask(screen, &file);
        }
        chosen.set_value(""); // the same file can be chosen again
    });
}

/// Has a table priced, and shows what came of it.
fn ask(screen: Screen, file: &web_sys::File) {
    let form = screen.form;
    let reader = untrack(|| form.settings.reader());
    let say = move |text: &str| dom::fill("batch-found", &format!("<p>{}</p>", escaped(text)));
    if file.size() > 1e6 * f64::from(LARGEST) {
        return say(&reader.phrase(&phrase(words::FILE_OVER, [Arg::Count(LARGEST)])));
    }
    say(WORKING.get(reader.language));
    MADE.take();
    let (mut given, _) =
        form.entries.with_untracked(|entries| entry::to_inputs(form.calculator, entries));
    given.remove("lines");
    let job = Array::of4(
        &Value::from(given).to_string().into(),
        &reader.language.tag().into(),
        &reader.system.id().into(),
        file,
    );
    WORKER.with_borrow_mut(|worker| {
        *worker = Helper::start(None); // a table that nobody waits for any more ends with the old one
        let Some(worker) = worker else { return say(words::NO_WORKER.get(reader.language)) };
        worker.ask(job.into(), move |said| match said {
            Said::Progress(_) => {}
            Said::Failed => say(words::FILE_UNREADABLE.get(reader.language)),
            Said::Done(found) => {
                let [markup, table] =
                    [0, 1].map(|place| found.get(place).as_string().unwrap_or_default());
                dom::fill("batch-found", &markup);
                if let Ok(book) = found.get(2).dyn_into::<Uint8Array>() {
                    MADE.set(Some((table, book)));
                }
            }
        });
    });
}

/// Saves what was made of the last table, as a workbook or as a table.
pub fn save(as_workbook: bool) {
    MADE.with_borrow(|made| {
        let Some((table, book)) = made else { return };
        if as_workbook {
            export::save("prices.xlsx", export::XLSX, book);
        } else {
            export::save(
                "prices.csv",
                "text/csv;charset=utf-8",
                &JsValue::from_str(&format!("\u{feff}{table}")),
            );
        }
    });
}

/// A job on its way.
pub type Working = Pin<Box<dyn Future<Output = Option<JsValue>>>>;

/// In the worker: inputs of the page, language, units and file become what is shown, a table and a workbook.
pub fn work(job: Array) -> Working {
    Box::pin(async move {
        let text_at = |place: u32| job.get(place).as_string();
        let given: Map<String, Value> = serde_json::from_str(&text_at(0)?).ok()?;
        let reader = Reader {
            language: Language::from_tag(&text_at(1)?)?,
            system: System::from_id(&text_at(2)?)?,
        };
        let refused = |why: String| {
            Some(JsValue::from(Array::of1(
                &format!("<p class=\"bad\">{}</p>", escaped(&why)).into(),
            )))
        };
        let sheets = match files::sheets(job.get(3).dyn_into().ok()?).await {
            Ok(sheets) => sheets,
            Err(why) => return refused(reader.phrase(&why)),
        };
        let begun = js_sys::Date::now();
        let batch = match batch::price(&given, &sheets) {
            Ok(batch) => batch,
            Err(why) => return refused(reader.phrase(&why.message())),
        };
        let took = js_sys::Date::now() - begun;
        let write = on_demand::workbooks().await.ok()?.write_prices;
        let book = Uint8Array::from(write(&batch, reader)?.as_slice());
        Some(
            Array::of3(
                &shown(&batch, reader, took).into(),
                &rows::of_batch(&batch, reader).into(),
                &book,
            )
            .into(),
        )
    })
}

/// What came of a table: how much of it, what is wrong with which row, and the first prices.
fn shown(batch: &Batch, reader: Reader, took_ms: f64) -> String {
    let word = |text: Text| escaped(text.get(reader.language));
    let count = |count: usize| Arg::Count(u32::try_from(count).unwrap_or(u32::MAX));
    let counts = phrase(
        text(
            "Rows: {0}, of them priced: {1}. Most at once: {2}.",
            "共 {0} 行，其中已报价 {1} 行；一次最多 {2} 行。",
        ),
        [count(batch.rows.len()), count(batch.priced()), count(MOST)],
    );
    let mut out = format!(
        "<p data-took=\"{took_ms:.0}\"><b>{}</b></p><ul>",
        escaped(&reader.phrase(&counts))
    );
    let skipped = |row: &Skipped| {
        phrase(
            text("Row {0}, “{1}”: {2}", "第 {0} 行，“{1}”：{2}"),
            [count(row.row), Arg::Name(row.cell.clone()), Arg::Text(row.message)],
        )
    };
    let skipped =
        batch.imported.skipped.iter().take(PROBLEMS_SHOWN).map(|row| reader.phrase(&skipped(row)));
    for line in batch.about(reader).into_iter().chain(skipped) {
        let _ = write!(out, "<li>{}</li>", escaped(&line));
    }
    out.push_str("</ul>");
    let _ = write!(
        out,
        "<p class=\"do\"><button type=\"button\" class=\"first\" data-paper=\"batch-workbook\">{}</button><button type=\"button\" data-paper=\"batch-table\">{}</button></p>",
        word(SAVE_WORKBOOK),
        word(SAVE_TABLE)
    );
    let wrong: Vec<_> = batch.rows.iter().filter(|row| !row.problems.is_empty()).collect();
    if !wrong.is_empty() {
        let _ = write!(out, "<h2>{}: {}</h2><ul class=\"wrong\">", word(PROBLEMS), wrong.len());
        for row in wrong.iter().take(PROBLEMS_SHOWN) {
            let told = phrase(
                text("Row {0}: {1}", "第 {0} 行：{1}"),
                [count(row.row), Arg::Name(row.problems_for(reader))],
            );
            let _ = write!(out, "<li>{}</li>", escaped(&reader.phrase(&told)));
        }
        out.push_str(if wrong.len() > PROBLEMS_SHOWN { "<li>…</li></ul>" } else { "</ul>" });
    }
    let noted: Vec<_> = batch.rows.iter().filter(|row| !row.notes.is_empty()).collect();
    if !noted.is_empty() {
        let _ = write!(out, "<h2>{}: {}</h2><ul class=\"noted\">", word(NOTES), noted.len());
        for row in noted.iter().take(PROBLEMS_SHOWN) {
            let told = phrase(
                text("Row {0}: {1}", "第 {0} 行：{1}"),
                [count(row.row), Arg::Name(row.notes_for(reader))],
            );
            let _ = write!(out, "<li>{}</li>", escaped(&reader.phrase(&told)));
        }
        out.push_str(if noted.len() > PROBLEMS_SHOWN { "<li>…</li></ul>" } else { "</ul>" });
    }
    prices(batch, reader, &mut out);
    out
}

/// The first prices as a table.
fn prices(batch: &Batch, reader: Reader, out: &mut String) {
    out.push_str("<div class=\"scroll\" tabindex=\"0\"><table class=\"num\"><thead><tr>");
    let heads = batch.heads(reader);
    for head in heads.iter().take(8) {
        let _ = write!(out, "<th scope=\"col\">{}</th>", escaped(head));
    }
    out.push_str("</tr></thead><tbody>");
    for row in batch.rows.iter().filter(|row| !row.offered.is_empty()).take(ROWS_SHOWN) {
        for (place, one) in row.offered.iter().enumerate() {
            let total = row
                .total
                .filter(|_| place == 0)
                .map_or_else(String::new, |total| format!("{total:.2}"));
            let charged = format!("{:.2}", one.charged);
            let _ = write!(
                out,
                "<tr><td>{}</td><th scope=\"row\">{}</th><td class=\"n\">{}</td><td class=\"n\">{:.4}</td><td class=\"n\">{:.2}</td><td class=\"n\">{charged}</td><td class=\"n\">{total}</td><td class=\"n\">{:.0}</td></tr>",
                row.row,
                escaped(&reader.phrase(&row.name)),
                one.pieces,
                one.unit_price,
                one.price,
                one.lead_days
            );
        }
    }
    out.push_str("</tbody></table></div>");
}
