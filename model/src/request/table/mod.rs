//! A table of requests becomes rows of a field. Every row comes out with what is wrong with it, what it lacks and what was read in a special way, so that
//! nothing is priced that was not asked for and nothing is guessed in silence.

mod columns;
mod row;
mod sheet_reader;
mod words;

use crate::calculator::{AnyCalculator, Field, ImportedFile, Kind};
use crate::entry::{Entries, Entry, to_inputs, typed};
use crate::import::sheet::Sheet;
use crate::import::workbook::Unread;
use crate::part::mesh::is_archive;
use crate::request::heads::{Column, Names, Target};
use crate::words::{Arg, Phrase, Text, phrase, text};
use columns::Heads;
use sheet_reader::Table;

/// The fields of a row.
pub type Fields = &'static [Field];

/// Longest cell, letters.
const LONGEST_CELL: usize = 200;

/// Rows that are looked at to find the heads: titles and addresses may stand above them.
const HEADS_WITHIN: usize = 40;

/// Most rows of a table, blank ones too, and most cells of a workbook: more than anybody asks for at once, and read within a second.
const MOST_ROWS: u32 = 20_000;

const MOST_CELLS: usize = 200_000;

/// Why a table is none.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refused {
    /// Nothing in it, or a head alone.
    Empty,
    /// No head of a column means anything here.
    NoColumns,
    /// More rows than there is room for: so many.
    TooMany(usize),
    /// A workbook that cannot be read.
    Unreadable,
    /// A sheet with more cells than are read.
    TooLarge,
}

impl From<Unread> for Refused {
    fn from(why: Unread) -> Self {
        match why {
            Unread::Damaged => Self::Unreadable,
            Unread::TooLarge => Self::TooLarge,
        }
    }
}

impl Refused {
    /// What to tell the person.
    pub fn message(self) -> Phrase {
        match self {
            Self::Empty => text("The table holds no rows below its heads.", "表格中表头之下没有数据行。").into(),
            Self::NoColumns => text(
                "No column was recognised: one of the first rows has to name the columns, in English or Chinese, such as Shape, Thread, Length (mm), Coating, Qty.",
                "未识别出任何列：前几行中须有一行为列名，中英文均可，如 形状、螺纹规格、长度(mm)、镀层、数量。",
            )
            .into(),
            Self::Unreadable => text("This workbook cannot be read: save it again as XLSX or CSV.", "无法读取该工作簿：请重新保存为 XLSX 或 CSV。").into(),
            Self::TooLarge => text(
                "The table has more columns or cells than are read here (400 columns, 20,000 rows).",
                "表格内容过多，此处无法读取（最多 400 列、20,000 行）。",
            )
            .into(),
            Self::TooMany(room) => phrase(text("The table has more rows than there is room for: {0}.", "表格行数超过可容纳的 {0} 行。"), [count(room)]),
        }
    }
}

/// Something in a row that cannot be used.
#[derive(Clone, PartialEq, Debug)]
pub struct Wrong {
    /// Its row in the table, as a spreadsheet counts.
    pub row: usize,
    /// The field that it would be; none where the whole row is concerned.
    pub label: Option<Text>,
    /// What stands in the cell.
    pub cell: String,
    /// What is wrong with it.
    pub message: Phrase,
    /// The head of its column, where that is not understood.
    pub head: Option<String>,
}

/// Something that a row lacks to ask for something definite.
#[derive(Clone, PartialEq, Debug)]
pub struct Missing {
    /// Its row in the table, as a spreadsheet counts.
    pub row: usize,
    /// The field that is blank.
    pub label: Text,
    /// What to write there.
    pub message: Phrase,
}

/// Something in a row that was read in a special way.
#[derive(Clone, PartialEq, Debug)]
pub struct Note {
    /// Its row in the table, as a spreadsheet counts.
    pub row: usize,
    /// The field that it became.
    pub label: Text,
    /// How it was read.
    pub message: Phrase,
    /// The head of its column, where that was left out.
    pub head: Option<String>,
}

/// A column that was taken for a field.
#[derive(Clone, PartialEq, Debug)]
pub struct TakenColumn {
    /// Its head.
    pub head: String,
    /// The field, by its JSON name.
    pub field: &'static str,
    /// What the field is called.
    pub label: Text,
    /// The symbol of the unit in which it is read; empty where there is none.
    pub unit: String,
}

/// A row that is no part.
#[derive(Clone, PartialEq, Debug)]
pub struct Skipped {
    /// Its row in the table, as a spreadsheet counts.
    pub row: usize,
    /// What stands first in it.
    pub cell: String,
    /// Why it was skipped.
    pub message: Text,
}

const SUM_ROW: Text = text("A sum row, skipped.", "合计行，已跳过。");

const HEADS_AGAIN: Text = text("The heads once more, skipped.", "重复的表头，已跳过。");

/// What became of a table.
#[derive(Clone, PartialEq, Debug)]
pub struct Imported {
    /// The rows as they would be typed; a cell that cannot be used is left out.
    pub rows: Vec<Entries>,
    /// The number of each row in the table, as a spreadsheet counts.
    pub numbers: Vec<usize>,
    /// Labels of the columns that were recognised.
    pub used: Vec<Text>,
    /// Which column was taken for what.
    pub columns: Vec<TakenColumn>,
    /// Heads of the columns that were not.
    pub ignored: Vec<String>,
    /// Everything in a row that cannot be used.
    pub wrong: Vec<Wrong>,
    /// Everything that a row lacks to ask for something definite.
    pub missing: Vec<Missing>,
    /// Everything that was read in a special way.
    pub notes: Vec<Note>,
    /// Rows that are no parts.
    pub skipped: Vec<Skipped>,
    /// What was taken of the whole sheet, sentence by sentence.
    pub whole: Vec<Phrase>,
}

impl Imported {
    /// The rows that ask for something definite: nothing in them is wrong or missing.
    pub fn sound(&self) -> Vec<Entries> {
        let is_sound = |row: &usize| {
            !self.wrong.iter().any(|wrong| wrong.row == *row)
                && !self.missing.iter().any(|missing| missing.row == *row)
        };
        self.rows
            .iter()
            .zip(&self.numbers)
            .filter(|(_, row)| is_sound(row))
            .map(|(entries, _)| entries.clone())
            .collect()
    }
}

/// The sheet of a text in whatever encoding.
pub fn of_text_bytes(bytes: &[u8]) -> Vec<Sheet> {
    let decoded = crate::import::decode(bytes);
    vec![Sheet {
        encoding: Some((decoded.encoding, decoded.damaged)),
        ..crate::import::grid(&decoded.text)
    }]
}

/// The sheet of a text.
pub fn of_text(table: &str) -> Vec<Sheet> {
    vec![crate::import::grid(table)]
}

/// The sheets of a workbook (XLSX).
///
/// # Errors
/// It cannot be read, holds more than anybody quotes, or nothing.
pub fn of_workbook(file: &[u8]) -> Result<Vec<Sheet>, Refused> {
    let sheets = crate::import::sheets_within(file, MOST_ROWS, MOST_CELLS)?;
    if sheets.is_empty() { Err(Refused::Empty) } else { Ok(sheets) }
}

/// Takes a table for a field of rows with room for so many. Of several sheets that one is taken whose heads are known best.
///
/// # Errors
/// It is no table, or too long.
pub fn import(fields: Fields, room: usize, sheets: &[Sheet]) -> Result<Imported, Refused> {
    if sheets.iter().all(Sheet::is_empty) {
        return Err(Refused::Empty);
    }
    let names = Names::of(fields);
    let mut found: Vec<(&Sheet, Heads)> =
        sheets.iter().filter_map(|sheet| Some((sheet, Heads::find(&names, sheet)?))).collect();
    // The best known heads; of equals a sheet that is shown, and the first.
    found.sort_by_key(|(sheet, heads)| (std::cmp::Reverse(heads.known()), sheet.hidden));
    let others: Vec<&str> = found
        .iter()
        .skip(1)
        .filter(|(_, heads)| heads.known() > 2)
        .filter_map(|(sheet, _)| sheet.name.as_deref())
        .collect();
    let Some((sheet, heads)) = found.first() else { return Err(Refused::NoColumns) };
    if sheet.too_wide.is_some() || sheet.rows.len() > MOST_ROWS as usize {
        return Err(Refused::TooLarge);
    }
    let mut table = Table::new(fields, sheet, heads);
    table.tell_whole(sheets.len() > 1, &others);
    table.read(room)?;
    if table.found.rows.is_empty() { Err(Refused::Empty) } else { Ok(table.found) }
}

/// The sheets of a file, text in any encoding or workbook.
///
/// # Errors
/// It is a workbook that cannot be read.
pub fn of_bytes(bytes: &[u8]) -> Result<Vec<Sheet>, Refused> {
    if is_archive(bytes) { of_workbook(bytes) } else { Ok(of_text_bytes(bytes)) }
}

/// What a file brings to a field of rows: the rows that ask for something definite as inputs, and the account of all.
///
/// # Errors
/// It is no table for this field.
pub fn take(calculator: &AnyCalculator, field: &str, bytes: &[u8]) -> Result<ImportedFile, Phrase> {
    let Some(Field { name, kind: Kind::Rows { fields, most, .. }, .. }) = calculator.field(field)
    else {
        return Err(Refused::NoColumns.message());
    };
    let found = of_bytes(bytes)
        .and_then(|sheets| import(fields(), *most, &sheets))
        .map_err(Refused::message)?;
    let account = account(&found);
    let (inputs, _) = to_inputs(calculator, &Entries::from([(*name, Entry::rows(found.sound()))]));
    Ok(ImportedFile { inputs, account, preview: Vec::new() })
}

fn taken_column(fields: Fields, column: &Column) -> TakenColumn {
    let unit = match column.target {
        Target::Field(Field { kind: Kind::Number { dimension, .. }, .. }) => {
            let symbol = dimension.unit(column.unit.0).symbol;
            if (column.unit.1 - 1.0).abs() < f64::EPSILON || symbol.is_empty() {
                symbol.to_owned()
            } else {
                [&typed(column.unit.1), " ", symbol].concat()
            }
        }
        _ => String::new(),
    };
    let key = column.target.key();
    let label = if matches!(column.target, Target::CountedIn) {
        text("Unit", "单位")
    } else {
        label(fields, key)
    };
    TakenColumn { head: shortened(&column.head), field: key, label, unit }
}

/// What a field is called.
fn label(fields: Fields, name: &str) -> Text {
    fields
        .iter()
        .find(|field| field.name == name)
        .map_or(text("Part", "工件"), |field| field.label)
}

fn shortened(cell: &str) -> String {
    cell.chars().take(40).collect()
}

fn count(count: usize) -> Arg {
    Arg::Count(u32::try_from(count).unwrap_or(u32::MAX))
}

/// That something is missing.
pub const MISSING: Text = text("Missing.", "缺失。");

const NO_COATING: Text = text(
    "Missing. Name a code such as Fe/Zn 8, or a thickness.",
    "缺失。请填写镀层代号（如 Fe/Zn 8）或厚度。",
);

/// Each of several texts, in their order.
fn once<'a>(all: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut found = Vec::new();
    all.for_each(|one| {
        if !found.contains(&one) {
            found.push(one);
        }
    });
    found
}

/// Numbers of rows in a sentence; of many the first ones.
fn numbers(rows: impl Iterator<Item = usize>) -> Arg {
    const MOST: usize = 12;
    let mut rows = rows.map(|row| row.to_string());
    let mut told: Vec<String> = rows.by_ref().take(MOST).collect();
    told.extend(rows.next().map(|_| "…".to_owned()));
    Arg::Name(told.join(", "))
}

/// The account of a table, sentence by sentence: what would be taken over, what not, and why.
pub fn account(found: &Imported) -> Vec<Phrase> {
    let mut all = vec![phrase(
        text("Rows: {0}; columns recognised: {1}.", "数据行：{0}；识别的列：{1}。"),
        [count(found.rows.len()), count(found.used.len())],
    )];
    if !found.ignored.is_empty() {
        all.push(phrase(
            text("Columns left out: {0}.", "未采用的列：{0}。"),
            [Arg::Name(found.ignored.join(" · "))],
        ));
    }
    all.extend(found.whole.iter().cloned());
    for skipped in &found.skipped {
        all.push(phrase(
            text("Row {0}, “{1}”: {2}", "第 {0} 行，“{1}”：{2}"),
            [count(skipped.row), Arg::Name(skipped.cell.clone()), Arg::Text(skipped.message)],
        ));
    }
    // What a column does to many rows is said once.
    for head in once(found.wrong.iter().filter_map(|wrong| wrong.head.as_deref())) {
        let rows = found.wrong.iter().filter(|wrong| wrong.head.as_deref() == Some(head));
        all.push(phrase(
            text(
                "The column “{0}” is not understood and may change the price. Rows with something in it, not taken over: {1}.",
                "“{0}”列无法识别，可能影响价格。该列有内容而未采用的行：{1}。",
            ),
            [Arg::Name(head.to_owned()), numbers(rows.map(|wrong| wrong.row))],
        ));
    }
    for wrong in found.wrong.iter().filter(|wrong| wrong.head.is_none()) {
        // The message has places of its own, so it stands in a sentence of its own.
        match wrong.label {
            Some(label) => all.push(phrase(
                text("Row {0}, {1}: “{2}” is left out.", "第 {0} 行，{1}：“{2}”未采用。"),
                [count(wrong.row), Arg::Text(label), Arg::Name(wrong.cell.clone())],
            )),
            None => all.push(phrase(text("Row {0}:", "第 {0} 行："), [count(wrong.row)])),
        }
        all.push(wrong.message.clone());
    }
    for missing in &found.missing {
        all.push(phrase(
            text("Row {0}, {1}:", "第 {0} 行，{1}："),
            [count(missing.row), Arg::Text(missing.label)],
        ));
        all.push(missing.message.clone());
    }
    let left = found.rows.len() - found.sound().len();
    if left > 0 {
        all.push(phrase(
            text(
                "Rows with something wrong or missing, not taken over: {0}.",
                "有误或缺项而未采用的行数：{0}。",
            ),
            [count(left)],
        ));
    }
    for head in once(found.notes.iter().filter_map(|note| note.head.as_deref())) {
        let rows = found.notes.iter().filter(|note| note.head.as_deref() == Some(head));
        all.push(phrase(
            text(
                "The column “{0}” is not considered. Rows with something in it: {1}.",
                "未考虑“{0}”列。该列有内容的行：{1}。",
            ),
            [Arg::Name(head.to_owned()), numbers(rows.map(|note| note.row))],
        ));
    }
    for note in found.notes.iter().filter(|note| note.head.is_none()) {
        all.push(phrase(
            text("Row {0}, {1}:", "第 {0} 行，{1}："),
            [count(note.row), Arg::Text(note.label)],
        ));
        all.push(note.message.clone());
    }
    all
}
