//! Rows out of a table: what would become of it is shown first, and taken over when the visitor says so. Part of what is loaded with files.

use super::Screen;
use super::files::import;
use crate::reactive::*;
use crate::{dom, export, words};
use platewise_model::calculator::Field;
use platewise_model::entry::Entries;
use platewise_model::report::format::escaped;
use platewise_model::words::{Arg, Phrase, Text, phrase};
use std::cell::RefCell;

/// Rows out of a table, and the account of them.
pub type Imported = (Vec<Entries>, Vec<Phrase>);

thread_local! {
    /// Rows out of a table that wait for the visitor's word, with the field they are for.
    static WAITING: RefCell<Option<(&'static str, Vec<Entries>)>> = const { RefCell::new(None) };
}

/// Reads a table for a field of rows with room for so many, and shows what would become of it.
pub fn look(screen: Screen, table: &'static str, fields: &'static [Field], room: usize, file: web_sys::File) {
    if file.size() > export::LARGEST_FILE {
        preview(screen, table, Err(phrase(words::FILE_OVER, [Arg::Count(1)])));
        return;
    }
    wasm_bindgen_futures::spawn_local(async move {
        let found = import(fields, room, file).await;
        if screen.open_row.try_get_untracked().is_some() {
            preview(screen, table, found);
        } // else the page was left
    });
}

/// Shows what would become of a table.
fn preview(screen: Screen, name: &'static str, found: Result<Imported, Phrase>) {
    let settings = screen.form.settings;
    let word = |text: Text| escaped(settings.text(text));
    let (lines, rows) = match found {
        Ok((rows, account)) => (account, Some(rows)),
        Err(why) => (vec![why], None),
    };
    let told: String = lines.iter().map(|line| format!("<li>{}</li>", escaped(&settings.phrase(line)))).collect();
    let take = rows
        .as_ref()
        .map_or_else(String::new, |_| format!("<button type=\"button\" id=\"{name}-take\" data-row-take=\"{name}\">{}</button>", word(words::ROWS_TAKE)));
    let class = if rows.is_none() { " class=\"bad\"" } else { "" };
    dom::fill(
        &format!("{name}-preview"),
        &format!(
            "<div class=\"account\"><ul{class}>{told}</ul></div><div class=\"do\">{take}<button type=\"button\" data-row-take=\"-\">{}</button></div>",
            word(words::DISMISS)
        ),
    );
    WAITING.set(Some((name, rows.unwrap_or_default())));
}

/// Takes over the rows that wait for a field, or forgets them.
pub fn take_over(screen: Screen, name: &str) {
    let Some((table, rows)) = WAITING.take() else { return };
    dom::fill(&format!("{table}-preview"), "");
    if table == name {
        screen.open_row.set(None);
        screen.form.change_rows(table, &mut |all| {
            if all.iter().all(Entries::is_empty) {
                all.clear(); // a row that stands there by default
            }
            all.extend(rows.iter().cloned());
        });
        dom::before_paint(move || dom::focus(table));
    }
}
