//! Fields of rows: the parts of a load, the lines of a quote. Each row is told in a line; one of them is open, with its fields as everywhere
//! else.

use super::fields::{self, Place, State};
use super::{Row, Screen, take};
use crate::form::{At, Form};
use crate::reactive::*;
use crate::{dom, words};
use platewise_model::calculator::{Control, Field, Kind, cell_name};
use platewise_model::output::html::row_text;
use platewise_model::report::format::escaped;
use platewise_model::words::{Arg, phrase};
use std::fmt::Write as _;
use wasm_bindgen::JsCast as _;

/// A field of rows on the page.
#[derive(Clone, Copy)]
struct Table {
    name: &'static str,
    fields: &'static [Field],
    columns: &'static [Row],
    least: usize,
    most: usize,
    /// Position of its group on the page.
    group: usize,
}

fn tables(screen: Screen) -> Vec<Table> {
    let table = |group: usize, row: &'static Row| match row.field.kind {
        Kind::Rows { fields, least, most } => Some(Table {
            name: row.field.name,
            fields: fields(),
            columns: row.cells,
            least,
            most,
            group,
        }),
        _ => None,
    };
    screen
        .layout
        .iter()
        .enumerate()
        .flat_map(|(at, group)| group.rows.iter().filter_map(move |row| table(at, row)))
        .collect()
}

fn places(table: Table, row: usize) -> Vec<Place> {
    let place = |column: &'static Row| {
        let at = At { row: Some((table.name, row)), field: column.field.name };
        Place { group: 0, row: column, at, id: at.id() }
    };
    table.columns.iter().map(place).collect()
}

pub fn follow(screen: Screen) {
    for table in tables(screen) {
        follow_table(screen, table);
    }
}

fn follow_table(screen: Screen, table: Table) {
    let form = screen.form;
    let count = Memo::new(move |_| form.rows(table.name));
    let open = move || {
        screen
            .open_row
            .get()
            .filter(|(name, row)| *name == table.name && *row < count.get())
            .map(|(_, row)| row)
    };
    let mut made = String::new();
    let mut before: Option<Vec<State>> = None;
    let mut shown = Vec::new();
    effect(move || {
        if screen.filled.get() <= table.group {
            return;
        }
        let open = open();
        let frame = format!("{:?}", (count.get(), open));
        let fresh = frame != made;
        if fresh {
            made = frame;
            dom::fill(&format!("{}-rows", table.name), &markup(form, table, count.get(), open));
            if let Some(add) = dom::by_id(table.name) {
                dom::hide(&add, count.get() >= table.most);
            }
            (before, shown) = (None, vec![None; count.get()]);
        }
        tell(form, table, &mut shown);
        let Some(row) = open else { return };
        let places = places(table, row);
        let now: Vec<State> = form.outcome.with(|outcome| {
            places.iter().map(|place| fields::state(form, outcome, place)).collect()
        });
        for (index, (place, state)) in places.iter().zip(&now).enumerate() {
            let old = before.as_ref().and_then(|before| before.get(index));
            if old != Some(state) {
                fields::show(place, state, old);
            }
        }
        before = Some(now);
        form.accounts.with(|accounts| {
            for place in places.iter().filter(|place| place.row.control == Control::File) {
                take::show_account(form, &place.id, accounts.of(place.at));
            }
        });
    });
}

/// The frame of all rows, with the fields of the open one.
fn markup(form: Form, table: Table, count: usize, open: Option<usize>) -> String {
    let mut out = String::new();
    for row in 0..count {
        let id = row_id(table, row);
        let is_open = open == Some(row);
        let told = |words| {
            escaped(&form.settings.phrase(&phrase(words, [Arg::Name((row + 1).to_string())])))
        };
        let _ = write!(
            out,
            "<div class=\"row{}\" id=\"{id}\" role=\"group\" aria-label=\"{}\"><button type=\"button\" class=\"head\" id=\"{id}-head\" data-row-open=\"{id}\" aria-expanded=\"{is_open}\"><b class=\"num\">{}</b><span id=\"{id}-told\"></span></button>",
            if is_open { " open" } else { "" },
            told(words::ROW),
            row + 1,
        );
        if is_open {
            out.push_str("<div class=\"cells\">");
            for place in places(table, row) {
                fields::write_row(&mut out, form, place.row, &place.id);
            }
            let _ = write!(
                out,
                "<div class=\"do\"><button type=\"button\" data-row-copy=\"{id}\"{}>{}</button>",
                disabled(count >= table.most),
                told(words::ROW_COPY)
            );
            let _ = write!(
                out,
                "<button type=\"button\" data-row-remove=\"{id}\"{}>{}</button></div></div>",
                disabled(count <= table.least),
                told(words::ROW_REMOVE)
            );
        }
        out.push_str("</div>");
    }
    out
}

const fn disabled(is: bool) -> &'static str {
    if is { " disabled" } else { "" }
}

fn row_id(table: Table, row: usize) -> String {
    cell_name(table.name, row, "").trim_end_matches('.').to_owned()
}

/// Tells each row in a line, and marks those in which something is wrong.
fn tell(form: Form, table: Table, shown: &mut [Option<(String, bool)>]) {
    let reader = form.settings.reader();
    form.outcome.with(|outcome| {
        let rows = outcome.assumption(table.name).map(|one| &one.rows[..]).unwrap_or_default();
        for (row, before) in shown.iter_mut().enumerate() {
            let id = row_id(table, row);
            let of_row = |name: &str| {
                name.strip_prefix(&id).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
            };
            let wrong = outcome.problems().iter().any(|problem| of_row(&problem.field))
                || outcome.unreadable.iter().any(|(name, _)| of_row(name));
            let told =
                rows.get(row).map(|row| row_text(reader, table.fields, row)).unwrap_or_default();
            let now = Some((told, wrong));
            if *before != now {
                if let (Some((told, wrong)), Some(element)) = (&now, dom::by_id(&id)) {
                    dom::fill(&format!("{id}-told"), &escaped(told));
                    dom::mark(&element, "bad", *wrong);
                }
                *before = now;
            }
        }
    });
}

/// The table and the row that a name such as `lines.3` means.
fn row_of(screen: Screen, id: &str) -> Option<(Table, usize)> {
    let (name, row) = id.rsplit_once('.')?;
    let table = tables(screen).into_iter().find(|table| table.name == name)?;
    Some((table, row.parse::<usize>().ok()?.checked_sub(1)?))
}

pub fn open(screen: Screen, table: &'static str, row: usize, id: &str) {
    screen.open_row.set(Some((table, row)));
    let id = id.to_owned();
    dom::before_paint(move || dom::focus(&id));
}

/// Opens a row at its first field.
fn open_first(screen: Screen, table: Table, row: usize) {
    let first = places(table, row).into_iter().next().map(|place| place.id).unwrap_or_default();
    open(screen, table.name, row, &first);
}

/// A table was chosen: what would become of it is shown before anything is taken over.
pub fn on_change(screen: Screen, event: &web_sys::Event) -> bool {
    let Some((element, name)) = dom::nearest(event, "data-row-import") else { return false };
    let table = tables(screen).into_iter().find(|table| table.name == name);
    let Some((input, table)) = element.dyn_ref::<web_sys::HtmlInputElement>().zip(table) else {
        return true;
    };
    let file = input.files().and_then(|files| files.get(0));
    input.set_value(""); // the same file can be chosen again
    if let Some(file) = file {
        // Rows that stand there by default make way for those of the table.
        let taken = untrack(|| {
            if screen.form.has_rows(table.name) { screen.form.rows(table.name) } else { 0 }
        });
        let room = table.most.saturating_sub(taken);
        super::actions::with_files(screen, move |files| {
            (files.import)(screen, table.name, room, file)
        });
    }
    true
}

pub fn on_click(screen: Screen, event: &web_sys::Event) -> bool {
    let form = screen.form;
    if let Some((_, name)) = dom::nearest(event, "data-row-take") {
        super::actions::with_files(screen, move |files| (files.take_rows)(screen, &name));
    } else if let Some((_, name)) = dom::nearest(event, "data-row-add") {
        if let Some(table) = tables(screen).into_iter().find(|table| table.name == name) {
            let row = untrack(|| form.rows(table.name));
            form.change_rows(table.name, &mut |rows| rows.push(Default::default()));
            open_first(screen, table, row);
        }
    } else if let Some((_, id)) = dom::nearest(event, "data-row-open") {
        if let Some((table, row)) = row_of(screen, &id) {
            let is_open = screen.open_row.get_untracked() == Some((table.name, row));
            screen.open_row.set((!is_open).then_some((table.name, row)));
            dom::before_paint(move || dom::focus(&format!("{id}-head")));
        }
    } else if let Some((_, id)) = dom::nearest(event, "data-row-copy") {
        if let Some((table, row)) = row_of(screen, &id) {
            form.change_rows(table.name, &mut |rows| {
                if let Some(copied) = rows.get(row).cloned() {
                    rows.insert(row + 1, copied);
                }
            });
            open_first(screen, table, row + 1);
        }
    } else if let Some((_, id)) = dom::nearest(event, "data-row-remove") {
        if let Some((table, row)) = row_of(screen, &id) {
            screen.open_row.set(None);
            form.change_rows(table.name, &mut |rows| {
                if row < rows.len() {
                    rows.remove(row);
                }
            });
            dom::before_paint(move || dom::focus(table.name));
        }
    } else {
        return false;
    }
    true
}
