//! A file for a field, in whatever form people send it: a text in any encoding, or a workbook, of which each sheet is tried.

use crate::import::preamble::{factor, has_number};
use crate::import::workbook::Unread;
use crate::import::{Cell, Encoding, Sheet, decode, sheets};
use crate::part::mesh::is_archive;
use crate::words::{Arg, Phrase, phrase, text};
use serde_json::{Map, Value};
use std::borrow::Cow;

/// Rows of a sheet that may say something of the numbers of another.
const LONGEST_COVER: usize = 100;
/// Characters of it that are repeated.
const LONGEST_SAID: usize = 60;

/// How a calculator reads a file for one of its fields.
#[derive(Clone, Copy)]
pub enum FileImport {
    /// Of the file as text.
    Text(fn(field: &str, text: &str) -> Result<ImportedFile, Phrase>),
    /// Of the file as it is; the share that is done, 0 to 1, is told now and then.
    Bytes(fn(field: &str, file: Vec<u8>, progress: Progress) -> Result<ImportedFile, Phrase>),
}

/// Is told now and then how much is done, 0 to 1.
pub type Progress<'a> = &'a mut dyn FnMut(f64);

/// What a file brings.
#[derive(Clone, PartialEq, Debug)]
pub struct ImportedFile {
    /// Inputs by name: what of the file counts, and what follows from it that a link can carry. Null goes back to the default.
    pub inputs: Map<String, Value>,
    /// What was found in it, sentence by sentence.
    pub account: Vec<Phrase>,
    /// Of a model: corners of triangles to show it by, nine numbers each, inside a cube from −1 to 1.
    pub preview: Vec<f32>,
}

impl FileImport {
    /// Reads a file for a field; the account says in which encoding or sheet it was found, where that is not plain.
    ///
    /// # Errors
    /// Why the file is refused.
    pub fn read(
        self,
        field: &str,
        file: Vec<u8>,
        progress: Progress,
    ) -> Result<ImportedFile, Phrase> {
        match self {
            Self::Bytes(import) => import(field, file, progress),
            Self::Text(import) if is_archive(&file) => of_workbook(import, field, &file),
            Self::Text(import) => {
                let decoded = decode(&file);
                let mut imported = import(field, &decoded.text)?;
                if decoded.encoding != Encoding::Utf8 {
                    imported.account.push(phrase(
                        text("The text was read as {0}.", "文本按 {0} 编码读取。"),
                        [Arg::Name(decoded.encoding.name().to_owned())],
                    ));
                }
                if decoded.damaged {
                    imported.account.push(
                        text("Some characters could not be decoded.", "部分字符无法解码。").into(),
                    );
                }
                Ok(imported)
            }
        }
    }
}

/// The first sheet of a workbook that is taken. If none is, the largest sheet says why.
fn of_workbook(
    import: fn(&str, &str) -> Result<ImportedFile, Phrase>,
    field: &str,
    file: &[u8],
) -> Result<ImportedFile, Phrase> {
    let sheets = sheets(file).map_err(unread)?;
    let name = |sheet: &Sheet| Arg::Name(sheet.name.clone().unwrap_or_default());
    let mut refused = None;
    for (place, sheet) in sheets.iter().enumerate() {
        match import(field, &tabbed(sheet)) {
            Ok(mut imported) => {
                imported
                    .account
                    .push(phrase(text("Sheet taken: {0}.", "采用的工作表：{0}。"), [name(sheet)]));
                let others = sheets
                    .iter()
                    .enumerate()
                    .filter(|(other, _)| *other != place)
                    .filter_map(|(_, sheet)| sheet.name.clone());
                let others = others.collect::<Vec<_>>().join(" · ");
                if !others.is_empty() {
                    imported.account.push(phrase(
                        text("Sheets left out: {0}.", "未采用的工作表：{0}。"),
                        [Arg::Name(others)],
                    ));
                }
                for (_, other) in sheets.iter().enumerate().filter(|(other, _)| *other != place) {
                    imported.account.extend(beside(other)?);
                }
                return Ok(imported);
            }
            Err(why) => {
                refused = Some((sheet.rows.len(), why))
                    .into_iter()
                    .chain(refused)
                    .max_by_key(|(rows, _)| *rows)
            }
        }
    }
    Err(refused.map_or_else(
        || text("This workbook holds nothing.", "该工作簿为空。").into(),
        |(_, why)| why,
    ))
}

/// What a cover sheet says of the numbers of another: a factor stands in the way, other numbers are told. Sheets of many rows hold tables of their own.
fn beside(sheet: &Sheet) -> Result<Option<Phrase>, Phrase> {
    if sheet.rows.len() > LONGEST_COVER {
        return Ok(None);
    }
    let cells = |row: &Vec<Cell>| row.iter().map(|cell| cell.text().into_owned().into()).collect();
    let lines: Vec<Vec<Cow<str>>> = sheet.rows.iter().map(cells).collect();
    let name = || Arg::Name(sheet.name.clone().unwrap_or_default());
    if let Some(said) = factor(&lines) {
        return Err(phrase(
            text(
                "The sheet {0} has a factor ({1}), and the file does not say whether the values hold it. Multiply them by it if they do not, then take it out of the file.",
                "工作表 {0} 含系数（{1}），但未说明数值是否已乘该系数。如未乘，请先乘以该系数，再从文件中删去。",
            ),
            [name(), Arg::Name(said.chars().take(LONGEST_SAID).collect())],
        ));
    }
    let numbers = lines.iter().map(|line| {
        let cells = line.iter().filter(|cell| !cell.is_empty()).map(AsRef::as_ref);
        cells.collect::<Vec<&str>>().join(" ")
    });
    let numbers = numbers.filter(|line| has_number(line)).collect::<Vec<_>>();
    if numbers.is_empty() {
        return Ok(None);
    }
    let all = numbers.join(" · ").chars().take(4 * LONGEST_SAID).collect();
    Ok(Some(phrase(
        text("Not considered, on the sheet {0}: {1}.", "工作表 {0} 中未采用的内容：{1}。"),
        [name(), Arg::Name(all)],
    )))
}

/// The cells of a sheet as text between tabs. A number with three decimals gets a fourth, since three digits may also be thousands.
fn tabbed(sheet: &Sheet) -> String {
    let mut text = String::new();
    for row in &sheet.rows {
        for (column, cell) in row.iter().enumerate() {
            if column > 0 {
                text.push('\t');
            }
            let written = cell.text();
            text.extend(written.chars().map(|letter| {
                if matches!(letter, '\t' | '\n' | '\r' | '"') { ' ' } else { letter }
            }));
            if matches!(cell, Cell::Number(_))
                && written.split_once('.').is_some_and(|(_, decimals)| decimals.len() == 3)
            {
                text.push('0');
            }
        }
        text.push('\n');
    }
    text
}

fn unread(why: Unread) -> Phrase {
    match why {
        Unread::Damaged => text(
            "This workbook cannot be read: save it again as XLSX or CSV.",
            "无法读取该工作簿：请重新保存为 XLSX 或 CSV。",
        )
        .into(),
        Unread::TooLarge => text(
            "This workbook is too large. A year of one meter is enough.",
            "工作簿过大。一块电表一年的数据即可。",
        )
        .into(),
    }
}
