//! A table out of a spreadsheet becomes rows of a field: columns by their heads in either language, units out of the heads, and every cell that
//! cannot be used told by its row before anything is taken over.

use crate::calculator::{Field, Kind, Problem};
use crate::entry::{Entries, Entry, numbers_of};
use crate::units::{Dimension, parse_number};
use crate::words::{Arg, Phrase, Text, phrase, text};
use calamine::{Data, DataRef, Reader as _, Xlsx};
use quick_xml::events::Event;
use serde_json::Value;
use std::io::{BufReader, Cursor, Read};

/// Longest cell, letters.
const LONGEST_CELL: usize = 200;
/// Heads that people write besides the names of fields, in letters and digits only, with the field they mean.
const HEADS: [(&str, &str); 37] = [
    ("qty", "pieces"),
    ("quantity", "pieces"),
    ("pcs", "pieces"),
    ("count", "pieces"),
    ("number", "pieces"),
    ("数量", "pieces"),
    ("件数", "pieces"),
    ("size", "thread"),
    ("规格", "thread"),
    ("螺纹", "thread"),
    ("type", "shape"),
    ("part", "shape"),
    ("类型", "shape"),
    ("品名", "shape"),
    ("l", "length_mm"),
    ("长", "length_mm"),
    ("宽", "width_mm"),
    ("高", "height_mm"),
    ("厚", "thickness_mm"),
    ("厚度", "thickness_mm"),
    ("weight", "mass_g"),
    ("单重", "mass_g"),
    ("qty", "quantities"),
    ("quantity", "quantities"),
    ("pcs", "quantities"),
    ("pieces", "quantities"),
    ("数量", "quantities"),
    ("件数", "quantities"),
    ("drawing", "name"),
    ("drawingno", "name"),
    ("partno", "name"),
    ("图号", "name"),
    ("零件号", "name"),
    ("coating", "designation"),
    ("镀层", "designation"),
    ("hardness", "hardness_hrc"),
    ("硬度", "hardness_hrc"),
];

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

impl Refused {
    /// What to tell the person.
    pub fn message(self) -> Phrase {
        match self {
            Self::Empty => text("The table holds no rows below its heads.", "表格中表头之下没有数据行。").into(),
            Self::NoColumns => text(
                "No column was recognised: the first row has to name them, in English or Chinese, as the fields are called here.",
                "未识别出任何列：首行须为列名，中英文均可，与此处各栏名称一致。",
            )
            .into(),
            Self::Unreadable => text("This workbook cannot be read: save it again as XLSX or CSV.", "无法读取该工作簿：请重新保存为 XLSX 或 CSV。").into(),
            Self::TooLarge => text("The sheet holds more than is read here.", "工作表内容过多，此处无法读取。").into(),
            Self::TooMany(room) => phrase(
                text("The table has more rows than there is room for: {0}.", "表格行数超过可容纳的 {0} 行。"),
                [Arg::Count(u32::try_from(room).unwrap_or(u32::MAX))],
            ),
        }
    }
}

/// A cell that cannot be used.
#[derive(Clone, PartialEq, Debug)]
pub struct Wrong {
    /// Its row in the table, as a spreadsheet counts: the heads are row 1.
    pub row: usize,
    /// What it would be.
    pub label: Text,
    /// What stands in it.
    pub cell: String,
    /// What is wrong with it.
    pub message: Phrase,
}

/// What became of a table.
#[derive(Clone, PartialEq, Debug)]
pub struct Imported {
    /// The rows as they would be typed; a cell that cannot be used is left out.
    pub rows: Vec<Entries>,
    /// The number of each row in the table, as a spreadsheet counts.
    pub numbers: Vec<usize>,
    /// Labels of the columns that were recognised.
    pub used: Vec<Text>,
    /// Heads of the columns that were not.
    pub ignored: Vec<String>,
    /// Every cell that cannot be used.
    pub wrong: Vec<Wrong>,
}

/// The cells of a table, row by row.
pub type Grid = Vec<Vec<String>>;

/// The cells of a text in commas, semicolons or tabs.
pub fn of_text(table: &str) -> Grid {
    let table = [table.trim_start_matches('\u{feff}').trim_end_matches('\n'), "\n"].concat();
    let mut lines = csv::ReaderBuilder::new().has_headers(false).flexible(true).trim(csv::Trim::All).delimiter(delimiter(&table)).from_reader(table.as_bytes());
    let mut grid = Grid::new();
    let mut line = csv::StringRecord::new();
    let mut within = 0; // line breaks within cells so far: the reader counts lines, a spreadsheet rows
    while lines.read_record(&mut line).is_ok_and(|read| read) {
        within += line.iter().map(|cell| cell.matches('\n').count()).sum::<usize>();
        let row = usize::try_from(lines.position().line()).unwrap_or(usize::MAX).saturating_sub(1 + within);
        while grid.len() + 1 < row && grid.len() < MOST_ROWS as usize {
            grid.push(Vec::new()); // a blank line is a row too
        }
        grid.push(line.iter().map(str::to_owned).collect());
    }
    grid
}

/// Farthest cell that is read of a sheet, and most bytes that a workbook may unfold to: an archive can promise any number.
const MOST_ROWS: u32 = 20_000;
const MOST_COLUMNS: u32 = 400;
const MOST_BYTES: u64 = 100_000_000;
/// Most times of its size that a large part of it may unfold to: sheets are some twenty times, and what is many hundred times takes many seconds to read.
const MOST_TIMES: u64 = 200;
const LARGE: u64 = 1_000_000;
/// Where a workbook keeps its texts, and digits of how many it may announce: what reads them makes room for all at once.
const TEXTS: &str = "sharedstrings.xml";
const MOST_DIGITS: usize = 7;

/// The cells of the first sheet of a workbook (XLSX) that holds any.
///
/// # Errors
/// It cannot be read, or holds more than anybody quotes.
pub fn of_workbook(file: &[u8]) -> Result<Grid, Refused> {
    unfolds(file)?;
    let mut workbook = Xlsx::new(Cursor::new(file)).map_err(|_| Refused::Unreadable)?;
    for name in workbook.sheet_names() {
        let mut cells = workbook.worksheet_cells_reader(&name).map_err(|_| Refused::Unreadable)?;
        let mut grid = Grid::new();
        while let Some(cell) = cells.next_cell().map_err(|_| Refused::Unreadable)? {
            let text = match cell.get_value() {
                DataRef::Float(number) => number.to_string(),
                DataRef::Empty | DataRef::Error(_) => continue,
                other => Data::from(other.clone()).to_string().trim().to_owned(),
            };
            let (row, column) = cell.get_position();
            if row >= MOST_ROWS || column >= MOST_COLUMNS {
                return Err(Refused::TooLarge);
            }
            let (row, column) = (row as usize, column as usize);
            if grid.len() <= row {
                grid.resize_with(row + 1, Vec::new);
            }
            if let Some(line) = grid.get_mut(row) {
                line.resize_with(line.len().max(column + 1), String::new);
                if let Some(place) = line.get_mut(column) {
                    *place = text;
                }
            }
        }
        if grid.iter().flatten().any(|cell| !cell.is_empty()) {
            return Ok(grid);
        }
    }
    Err(Refused::Empty)
}

/// Unfolds an archive once to see that it is no larger than it may be.
fn unfolds(file: &[u8]) -> Result<(), Refused> {
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).map_err(|_| Refused::Unreadable)?;
    let mut left = MOST_BYTES;
    for place in 0..archive.len() {
        let entry = archive.by_index(place).map_err(|_| Refused::Unreadable)?;
        let most = left.min(entry.compressed_size().saturating_mul(MOST_TIMES).saturating_add(LARGE));
        let read = std::io::copy(&mut entry.take(most + 1), &mut std::io::sink()).map_err(|_| Refused::Unreadable)?;
        if read > most {
            return Err(Refused::TooLarge);
        }
        left -= read;
        let entry = archive.by_index(place).map_err(|_| Refused::Unreadable)?;
        if entry.name().is_ok_and(|name| name.to_ascii_lowercase().ends_with(TEXTS)) {
            announces(entry)?;
        }
    }
    Ok(())
}

/// Looks at how many texts are announced.
fn announces(texts: impl Read) -> Result<(), Refused> {
    let mut reader = quick_xml::Reader::from_reader(BufReader::new(texts));
    reader.config_mut().check_end_names = false;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|_| Refused::Unreadable)? {
            Event::Start(list) | Event::Empty(list) if list.local_name().as_ref() == "sst" => {
                let digits = |behind: &str| behind.trim_start_matches(|sign: char| !sign.is_ascii_digit()).bytes().take_while(u8::is_ascii_digit).count();
                let more = list.attributes_raw().split("uniqueCount").skip(1).any(|behind| digits(behind) > MOST_DIGITS);
                return if more { Err(Refused::TooLarge) } else { Ok(()) };
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// Takes a table for a field of rows with room for so many.
///
/// # Errors
/// It is no table, or too long.
pub fn import(fields: &'static [Field], room: usize, table: &[Vec<String>]) -> Result<Imported, Refused> {
    let mut lines = table.iter().enumerate().map(|(row, line)| (row + 1, line)).filter(|(_, line)| line.iter().any(|cell| !cell.is_empty()));
    let (_, heads) = lines.next().ok_or(Refused::Empty)?;
    let columns: Vec<Option<Column>> = heads.iter().map(|head| Column::of(fields, head)).collect();
    if columns.iter().all(Option::is_none) {
        return Err(Refused::NoColumns);
    }
    let ignored = heads.iter().zip(&columns).filter(|(head, column)| column.is_none() && !head.is_empty()).map(|(head, _)| shortened(head)).collect();
    let mut found = Imported {
        rows: Vec::new(),
        numbers: Vec::new(),
        used: columns.iter().flatten().map(|column| column.field.label).collect(),
        ignored,
        wrong: Vec::new(),
    };
    for (row, line) in lines {
        if found.rows.len() >= room {
            return Err(Refused::TooMany(room));
        }
        let mut entries = Entries::new();
        for (column, cell) in columns.iter().zip(line).filter_map(|(column, cell)| Some((column.as_ref()?, cell))).filter(|(_, cell)| !cell.is_empty()) {
            match column.entry(cell) {
                Ok(entry) => drop(entries.insert(column.field.name, entry)),
                Err(message) => found.wrong.push(Wrong { row, label: column.field.label, cell: shortened(cell), message }),
            }
        }
        found.rows.push(entries);
        found.numbers.push(row);
    }
    if found.rows.is_empty() { Err(Refused::Empty) } else { Ok(found) }
}

fn shortened(cell: &str) -> String {
    cell.chars().take(40).collect()
}

const NO_NUMBERS: Text =
    text("Part numbers by blanks or semicolons, without commas in thousands: 1500 5000.", "请用空格或分号分隔数值，千位不加逗号，如 1500 5000。");

/// What stands between cells: whatever parts the first line most often.
fn delimiter(table: &str) -> u8 {
    let first = table.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let count = |sign: u8| first.bytes().filter(|byte| *byte == sign).count();
    [b'\t', b';', b','].into_iter().max_by_key(|sign| (count(*sign), *sign == b',')).unwrap_or(b',')
}

/// A column: its field, and the unit that its head says.
struct Column {
    field: &'static Field,
    unit: usize,
}

/// Letters and digits, small.
fn bare(words: &str) -> String {
    words.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

impl Column {
    /// The column of a head: `length_mm`, `Length (in)`, `长度/mm`, `Qty`.
    fn of(fields: &'static [Field], head: &str) -> Option<Self> {
        let named = |words: &str| {
            let words = bare(words);
            let by_name = |field: &&Field| bare(field.name) == words || bare(field.label.en) == words || bare(field.label.zh) == words;
            let meant = |field: &&Field| HEADS.iter().any(|(head, name)| *head == words && *name == field.name);
            fields.iter().find(by_name).or_else(|| fields.iter().find(meant))
        };
        if let Some(field) = named(head) {
            return Some(Self { field, unit: 0 });
        }
        let split = head.char_indices().find(|(_, letter)| matches!(letter, '(' | '（' | '[' | '/' | ',' | '，'))?.0;
        let (words, unit) = head.split_at_checked(split)?;
        let field = named(words)?;
        let unit = unit.trim_matches(|letter: char| matches!(letter, '(' | '（' | ')' | '）' | '[' | ']' | '/' | ',' | '，') || letter.is_whitespace());
        match field.kind {
            Kind::Number { dimension, .. } => Some(Self { field, unit: unit_of(dimension, unit)? }),
            _ => None,
        }
    }

    fn entry(&self, cell: &str) -> Result<Entry, Phrase> {
        let read = |value: Value| self.field.kind.read(&value).map_err(|fault| Problem::new(self.field.name, fault).message());
        if cell.chars().count() > LONGEST_CELL {
            return Err(text("This is longer than any value.", "内容过长。").into());
        }
        match self.field.kind {
            Kind::Number { dimension, .. } => {
                let number = parse_number(cell).map_err(|why| Phrase::from(why.message()))?;
                read(dimension.unit(self.unit).to_canonical(number).into())?;
                Ok(Entry::number(cell, self.unit))
            }
            Kind::Choice(options) => {
                let words = bare(cell);
                let meant = options().into_iter().find(|(id, name)| bare(id) == words || bare(name.en) == words || bare(name.zh) == words);
                match meant {
                    Some((id, _)) => Ok(Entry::plain(id)),
                    None => read(cell.into()).map(|_| Entry::plain(cell)),
                }
            }
            Kind::Text => read(cell.into()).map(|_| Entry::plain(cell)),
            Kind::Numbers { .. } => read(numbers_of(cell).ok_or(NO_NUMBERS)?).map(|_| Entry::plain(cell)),
            _ => Err(text("This column cannot be taken from a table.", "该列不能从表格导入。").into()),
        }
    }
}

/// The unit of a dimension that a head names by id or symbol.
fn unit_of(dimension: Dimension, said: &str) -> Option<usize> {
    dimension.position(said).or_else(|| dimension.units().iter().position(|unit| unit.symbol.eq_ignore_ascii_case(said)))
}

/// The account of a table, sentence by sentence: what would be taken over, what not, and why.
pub fn account(found: &Imported) -> Vec<Phrase> {
    let count = |count: usize| Arg::Count(u32::try_from(count).unwrap_or(u32::MAX));
    let mut all = vec![phrase(text("Rows: {0}; columns recognised: {1}.", "数据行：{0}；识别的列：{1}。"), [count(found.rows.len()), count(found.used.len())])];
    if !found.ignored.is_empty() {
        all.push(phrase(text("Columns left out: {0}.", "未采用的列：{0}。"), [Arg::Name(found.ignored.join(" · "))]));
    }
    for wrong in &found.wrong {
        // The message has places of its own, so it stands in a sentence of its own.
        all.push(phrase(
            text("Row {0}, {1}: “{2}” is left out.", "第 {0} 行，{1}：“{2}”未采用。"),
            [count(wrong.row), Arg::Text(wrong.label), Arg::Name(wrong.cell.clone())],
        ));
        all.push(wrong.message.clone());
    }
    all
}
