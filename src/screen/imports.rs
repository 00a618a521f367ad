//! Rows out of a table: a worker reads it, what would become of it is shown first, and taken over when the visitor says so. Part of what is loaded with files.

use super::Screen;
use crate::form::Said as Told;
use crate::reactive::*;
use crate::worker::{Helper, Said, rows_job};
use crate::{dom, export, words};
use platewise_model::calculator::AnyCalculator;
use platewise_model::entry::{self, Entries};
use platewise_model::report::format::escaped;
use platewise_model::units::Dimension;
use platewise_model::words::{Arg, Text, phrase};
use serde_json::Value;
use std::cell::RefCell;

thread_local! {
    /// Rows out of a table that wait for the visitor's word, with the field they are for.
    static WAITING: RefCell<Option<(&'static str, Vec<Entries>)>> = const { RefCell::new(None) };
    /// The worker that reads the last table that was chosen: with another one it ends.
    static READER: RefCell<Option<Helper>> = const { RefCell::new(None) };
}

/// Has a table read for a field of rows with room for so many, and shows what would become of it.
pub fn look(screen: Screen, table: &'static str, room: usize, file: web_sys::File) {
    let refused = |why: Told| (None, vec![why]);
    if file.size() > export::LARGEST_FILE {
        return preview(
            screen,
            table,
            refused(Told::Phrase(phrase(words::FILE_OVER, [Arg::Count(1)]))),
        );
    }
    let calculator = screen.form.calculator;
    let reading = phrase(words::FILE_READING, [Arg::Quantity(Dimension::Fraction, 0.0)]);
    let reading = untrack(|| screen.form.settings.phrase(&reading));
    dom::fill(
        &format!("{table}-preview"),
        &format!("<p class=\"account\">{}</p>", escaped(&reading)),
    );
    READER.with_borrow_mut(|reader| {
        *reader = Helper::start(None);
        let Some(reader) = reader else {
            return preview(screen, table, refused(Told::Phrase(words::NO_WORKER.into())));
        };
        reader.ask(rows_job(calculator.id, table, room, &file), move |said| {
            let found = match said {
                Said::Progress(_) => return,
                Said::Failed => None,
                Said::Done(found) => read_rows(calculator, table, &found),
            };
            if screen.open_row.try_get_untracked().is_some() {
                preview(
                    screen,
                    table,
                    found.unwrap_or_else(|| refused(Told::Phrase(words::FILE_UNREADABLE.into()))),
                );
            } // else the page was left
        });
    });
}

/// Shows what would become of a table: its rows, none where it was refused, and the account of them.
fn preview(screen: Screen, name: &'static str, (rows, lines): (Option<Vec<Entries>>, Vec<Told>)) {
    let settings = screen.form.settings;
    let word = |text: Text| escaped(settings.text(text));
    let reader = untrack(|| settings.reader());
    let told: String =
        lines.iter().map(|line| format!("<li>{}</li>", escaped(&line.to(reader)))).collect();
    let take = rows.as_ref().filter(|rows| !rows.is_empty()).map_or_else(String::new, |_| {
        format!(
            "<button type=\"button\" id=\"{name}-take\" data-row-take=\"{name}\">{}</button>",
            word(words::ROWS_TAKE)
        )
    });
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

/// What a worker told of a table: the rows, none where the table was refused, and the account.
fn read_rows(
    calculator: &AnyCalculator,
    field: &'static str,
    found: &js_sys::Array,
) -> Option<(Option<Vec<Entries>>, Vec<Told>)> {
    let told: Value = serde_json::from_str(&found.get(0).as_string()?).ok()?;
    let rows = told.get("rows").and_then(Value::as_str).map(|memory| {
        let mut read = entry::from_memory(calculator, memory).entries;
        read.remove(field).map(|entry| entry.rows).unwrap_or_default()
    });
    Some((rows, told_lines(&told)?))
}

/// An account as a worker wrote it.
pub fn told_lines(told: &Value) -> Option<Vec<Told>> {
    let texts = |line: &Value| {
        Told::Written(
            line.as_array()
                .into_iter()
                .flatten()
                .filter_map(Value::as_str)
                .map(str::to_owned)
                .collect(),
        )
    };
    Some(told.get("account")?.as_array()?.iter().map(texts).collect())
}
