//! A workbook (XLSX) to its sheets. An archive can promise any amount, so it is measured before it is read.

use super::sheet::{Cell, MOST_COLUMNS, Sheet};
use calamine::{Data, DataRef, Reader as _, SheetVisible, Xlsx};
use quick_xml::events::Event;
use std::io::{BufReader, Cursor, Read};

/// Why a workbook is not read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unread {
    /// It is damaged, or no workbook.
    Damaged,
    /// It holds more than anybody sends.
    TooLarge,
}

/// Most rows of a sheet, five years of quarters of an hour, and most cells of a workbook.
const MOST_ROWS: u32 = 200_000;
const MOST_CELLS: usize = 2_000_000;
/// Most bytes that a workbook may unfold to.
const MOST_BYTES: u64 = 60_000_000;
/// Most times of its size that a large part of it may unfold to: sheets are some twenty times, and what is many hundred times takes many seconds to read.
const MOST_TIMES: u64 = 100;
const LARGE: u64 = 1_000_000;
/// Where a workbook keeps its texts, and digits of how many it may announce: what reads them makes room for all at once.
const TEXTS: &str = "sharedstrings.xml";
const MOST_DIGITS: usize = 7;

/// All sheets of a workbook that hold anything, in their order.
///
/// # Errors
/// It cannot be read, or holds more than anybody sends.
pub fn sheets(file: &[u8]) -> Result<Vec<Sheet>, Unread> {
    sheets_within(file, MOST_ROWS, MOST_CELLS)
}

/// The same with so many rows of a sheet and cells of the workbook at the most: reading stops there.
///
/// # Errors
/// It cannot be read, or holds more.
pub fn sheets_within(file: &[u8], most_rows: u32, most_cells: usize) -> Result<Vec<Sheet>, Unread> {
    unfolds(file)?;
    let mut workbook = Xlsx::new(Cursor::new(file)).map_err(|_| Unread::Damaged)?;
    let mut found = Vec::new();
    let mut left = most_cells;
    for about in workbook.sheets_metadata().to_vec() {
        let Ok(mut cells) = workbook.worksheet_cells_reader(&about.name) else { continue }; // a chart, or one without cells
        let mut sheet = Sheet {
            name: Some(about.name.clone()),
            hidden: about.visible != SheetVisible::Visible,
            ..Sheet::default()
        };
        while let Some(record) =
            cells.next_cell_with_formula_metadata().map_err(|_| Unread::Damaged)?
        {
            let cell = cell(record.value, record.formula.is_some());
            let (row, column) = record.pos;
            if cell.is_empty() {
                continue;
            }
            left = left.checked_sub(1).ok_or(Unread::TooLarge)?;
            let (row, column) = match (usize::try_from(row), usize::try_from(column)) {
                (Ok(index), Ok(column)) if row < most_rows && column < MOST_COLUMNS => {
                    (index, column)
                }
                _ => return Err(Unread::TooLarge),
            };
            if sheet.rows.len() <= row {
                sheet.rows.resize_with(row + 1, Vec::new);
            }
            if let Some(line) = sheet.rows.get_mut(row) {
                line.resize_with(line.len().max(column + 1), Cell::default);
                if let Some(place) = line.get_mut(column) {
                    *place = cell;
                }
            }
        }
        if !sheet.is_empty() {
            found.push(sheet);
        }
    }
    Ok(found)
}

fn cell(value: DataRef<'_>, is_formula: bool) -> Cell {
    match value {
        DataRef::Float(number) => Cell::Number(number),
        #[allow(clippy::cast_precision_loss, reason = "beyond 2⁵³ it is no quantity")]
        DataRef::Int(number) => Cell::Number(number as f64),
        DataRef::Empty if is_formula => Cell::NoValue,
        DataRef::Empty => Cell::Empty,
        DataRef::DateTime(at) if at.is_datetime() => {
            let (year, month, day, hour, minute, second, _) = at.to_ymd_hms_milli();
            Cell::Text(format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}"))
        }
        other => Cell::of(&Data::from(other).to_string()),
    }
}

/// Unfolds an archive once to see that it is no larger than it may be.
fn unfolds(file: &[u8]) -> Result<(), Unread> {
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).map_err(|_| Unread::Damaged)?;
    let mut left = MOST_BYTES;
    for place in 0..archive.len() {
        let entry = archive.by_index(place).map_err(|_| Unread::Damaged)?;
        let most =
            left.min(entry.compressed_size().saturating_mul(MOST_TIMES).saturating_add(LARGE));
        let read = std::io::copy(&mut entry.take(most + 1), &mut std::io::sink())
            .map_err(|_| Unread::Damaged)?;
        if read > most {
            return Err(Unread::TooLarge);
        }
        left -= read;
        let entry = archive.by_index(place).map_err(|_| Unread::Damaged)?;
        if entry.name().is_ok_and(|name| name.to_ascii_lowercase().ends_with(TEXTS)) {
            announces(entry)?;
        }
    }
    Ok(())
}

/// Looks at how many texts are announced.
fn announces(texts: impl Read) -> Result<(), Unread> {
    let mut reader = quick_xml::Reader::from_reader(BufReader::new(texts));
    reader.config_mut().check_end_names = false;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|_| Unread::Damaged)? {
            Event::Start(list) | Event::Empty(list) if list.local_name().as_ref() == "sst" => {
                let digits = |behind: &str| {
                    behind
                        .trim_start_matches(|sign: char| !sign.is_ascii_digit())
                        .bytes()
                        .take_while(u8::is_ascii_digit)
                        .count()
                };
                let more = list
                    .attributes_raw()
                    .split("uniqueCount")
                    .skip(1)
                    .any(|behind| digits(behind) > MOST_DIGITS);
                return if more { Err(Unread::TooLarge) } else { Ok(()) };
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}
