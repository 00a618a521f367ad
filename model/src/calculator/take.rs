//! A file for a field, in whatever form people send it: a text in any encoding, or a workbook, of which each sheet is tried.

use super::{Progress, Take, Taking};
use crate::import::workbook::Unread;
use crate::import::{Cell, Encoding, Sheet, decode, sheets};
use crate::part::mesh::is_archive;
use crate::words::{Arg, Phrase, phrase, text};

impl Take {
    /// Reads a file for a field; the account says in which encoding or sheet it was found, where that is not plain.
    ///
    /// # Errors
    /// Why the file is refused.
    pub fn read(self, field: &str, file: Vec<u8>, progress: Progress) -> Taking {
        match self {
            Self::Bytes(take) => take(field, file, progress),
            Self::Text(take) if is_archive(&file) => of_workbook(take, field, &file),
            Self::Text(take) => {
                let decoded = decode(&file);
                let mut taken = take(field, &decoded.text)?;
                if decoded.encoding != Encoding::Utf8 {
                    taken.account.push(phrase(
                        text("The text was read as {0}.", "文本按 {0} 编码读取。"),
                        [Arg::Name(decoded.encoding.name().to_owned())],
                    ));
                }
                if decoded.damaged {
                    taken.account.push(
                        text("Some characters could not be decoded.", "部分字符无法解码。").into(),
                    );
                }
                Ok(taken)
            }
        }
    }
}

/// The first sheet of a workbook that is taken. If none is, the largest sheet says why.
fn of_workbook(take: fn(&str, &str) -> Taking, field: &str, file: &[u8]) -> Taking {
    let sheets = sheets(file).map_err(unread)?;
    let name = |sheet: &Sheet| Arg::Name(sheet.name.clone().unwrap_or_default());
    let mut refused = None;
    for (place, sheet) in sheets.iter().enumerate() {
        match take(field, &tabbed(sheet)) {
            Ok(mut taken) => {
                taken
                    .account
                    .push(phrase(text("Sheet taken: {0}.", "采用的工作表：{0}。"), [name(sheet)]));
                let others = sheets
                    .iter()
                    .enumerate()
                    .filter(|(other, _)| *other != place)
                    .filter_map(|(_, sheet)| sheet.name.clone());
                let others = others.collect::<Vec<_>>().join(" · ");
                if !others.is_empty() {
                    taken.account.push(phrase(
                        text("Sheets left out: {0}.", "未采用的工作表：{0}。"),
                        [Arg::Name(others)],
                    ));
                }
                return Ok(taken);
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
