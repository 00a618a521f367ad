//! A table of requests becomes rows of a field. Every row comes out with what is wrong with it, what it lacks and what was read in a special way, so that
//! nothing is priced that was not asked for and nothing is guessed in silence.

use super::cells::{Style, Styles, amount, grouped, multiplier, pieces, read_as, unit_of};
pub use super::heads::Fields;
use super::heads::{Column, Names, Target, changes_nothing, is_hard_class, matters};
use super::size::{self, Said, Unsized, bare};
use crate::calculator::part::{SIZES, Shape};
use crate::calculator::{AnyCalculator, Field, Kind, Problem, Taken, Taking};
use crate::data::Listed;
use crate::entry::{Entries, Entry, numbers_of, to_inputs, typed};
use crate::import::numbers::{Because, DecimalSign, half_width};
use crate::import::sheet::{Cell, Sheet};
use crate::import::workbook::Unread;
use crate::part::mesh::is_archive;
use crate::plating::designation;
use crate::units::{Dimension, parse_number};
use crate::words::{Arg, Phrase, Text, phrase, text};
use serde_json::Value;

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
pub fn take(calculator: &AnyCalculator, field: &str, bytes: &[u8]) -> Taking {
    let Some(Field { name, kind: Kind::Rows { fields, most, .. }, .. }) = calculator.field(field)
    else {
        return Err(Refused::NoColumns.message());
    };
    let found = of_bytes(bytes)
        .and_then(|sheets| import(fields(), *most, &sheets))
        .map_err(Refused::message)?;
    let account = account(&found);
    let (inputs, _) = to_inputs(calculator, &Entries::from([(*name, Entry::rows(found.sound()))]));
    Ok(Taken { inputs, account, preview: Vec::new() })
}

/// The row that names the columns.
struct Heads {
    row: usize,
    columns: Vec<Option<Column>>,
}

impl Heads {
    /// The row with most known heads; a single one counts in the first row only, since titles have words too.
    fn find(names: &Names, sheet: &Sheet) -> Option<Self> {
        let filled = sheet
            .rows
            .iter()
            .enumerate()
            .filter(|(_, row)| row.iter().any(|cell| !cell.is_empty()));
        let mut best: Option<Self> = None;
        for (place, (row, cells)) in filled.take(HEADS_WITHIN).enumerate() {
            let columns = cells
                .iter()
                .map(
                    |cell| if let Cell::Text(head) = cell { Column::of(names, head) } else { None },
                )
                .collect();
            let heads = Self { row, columns };
            let known = heads.known();
            if known > best.as_ref().map_or(0, Self::known) && (known > 1 || place == 0) {
                best = Some(heads);
            }
        }
        best
    }

    /// How many different things its columns hold.
    fn known(&self) -> usize {
        let mut keys: Vec<&str> =
            self.columns.iter().flatten().map(|column| column.target.key()).collect();
        keys.sort_unstable();
        keys.dedup();
        keys.len()
    }
}

/// A table being read.
struct Table<'a> {
    fields: Fields,
    sheet: &'a Sheet,
    head_row: usize,
    /// The row of units below the heads, if there is one.
    units_row: Option<usize>,
    /// What a title says of the unit of sizes.
    title_unit: Option<String>,
    columns: Vec<Option<Column>>,
    /// Columns that were left out and whose cells decide a price.
    mattering: Vec<(usize, String)>,
    /// The other columns that were left out.
    left_out: Vec<(usize, String)>,
    style: Style,
    /// Whether another column than that of the part's name names the row.
    is_named: bool,
    found: Imported,
}

impl<'a> Table<'a> {
    fn new(fields: Fields, sheet: &'a Sheet, heads: &Heads) -> Self {
        let mut columns = heads.columns.clone();
        let units_row = units_below(sheet, heads.row, &mut columns);
        let title_unit = unit_of_titles(sheet, heads.row, &mut columns);
        part_thickness(fields, &mut columns);
        let taken: Vec<&'static str> = columns
            .iter()
            .flatten()
            .filter(|column| column.unknown_unit.is_none())
            .map(|column| column.target.key())
            .collect();
        let head = |place: usize| sheet.cell(heads.row, place).text().into_owned();
        let left_out = |place: &usize| {
            columns.get(*place).is_none_or(|column| {
                column.as_ref().is_none_or(|column| column.unknown_unit.is_some())
            })
        };
        let width = sheet.rows.get(heads.row).map_or(0, Vec::len);
        let ignored: Vec<usize> =
            (0..width).filter(left_out).filter(|place| !head(*place).is_empty()).collect();
        let unknown_unit = |place: usize| {
            columns
                .get(place)
                .and_then(Option::as_ref)
                .is_some_and(|column| column.unknown_unit.is_some())
        };
        let (mattering, left_out) = ignored.iter().map(|place| (*place, head(*place))).partition(
            |(place, head): &(usize, String)| unknown_unit(*place) || matters(fields, head, &taken),
        );
        let mut used: Vec<Text> = Vec::new();
        for column in columns.iter().flatten().filter(|column| column.unknown_unit.is_none()) {
            let label = taken_column(fields, column).label;
            if !used.contains(&label) {
                used.push(label);
            }
        }
        let taken_columns = columns
            .iter()
            .flatten()
            .filter(|column| column.unknown_unit.is_none())
            .map(|column| taken_column(fields, column))
            .collect();
        let mut table = Self {
            fields,
            sheet,
            head_row: heads.row,
            units_row,
            title_unit,
            is_named: columns.iter().flatten().any(
                |column| matches!(column.target, Target::Field(field) if field.name == "name"),
            ),
            columns,
            mattering,
            left_out,
            style: Styles::default().decide(sheet.delimiter),
            found: Imported {
                rows: Vec::new(),
                numbers: Vec::new(),
                used,
                columns: taken_columns,
                ignored: ignored.into_iter().map(|place| shortened(&head(place))).collect(),
                wrong: Vec::new(),
                missing: Vec::new(),
                notes: Vec::new(),
                skipped: Vec::new(),
                whole: Vec::new(),
            },
        };
        table.style = table.decide_style();
        table
    }

    /// The columns that are used, each with its place.
    fn used(&self) -> impl Iterator<Item = (usize, &Column)> {
        self.columns.iter().enumerate().filter_map(|(place, column)| {
            Some((place, column.as_ref().filter(|column| column.unknown_unit.is_none())?))
        })
    }

    /// The rows below the heads that hold anything.
    fn below(&self) -> impl Iterator<Item = (usize, &'a [Cell])> {
        let (first, units) = (self.head_row + 1, self.units_row);
        let rows = self.sheet.rows.iter().map(Vec::as_slice).enumerate().skip(first);
        rows.filter(move |(row, cells)| {
            Some(*row) != units && cells.iter().any(|cell| !cell.is_empty())
        })
    }

    fn decide_style(&self) -> Style {
        let mut styles = Styles::default();
        for (_, cells) in self.below() {
            for (place, column) in self.used() {
                let (Target::Field(field), Some(Cell::Text(cell))) =
                    (column.target, cells.get(place))
                else {
                    continue;
                };
                match field.kind {
                    Kind::Number { .. } | Kind::Numbers { .. }
                        if matches!(field.name, "quantities" | "pieces") =>
                    {
                        styles.see_pieces(cell)
                    }
                    Kind::Number { .. } => styles.see_size(cell),
                    Kind::Text if field.name == "designation" => {
                        decimal_comma(cell).into_iter().for_each(|number| styles.see_size(&number))
                    }
                    _ => {}
                }
            }
        }
        styles.decide(self.sheet.delimiter)
    }

    /// What was taken of the whole sheet.
    fn tell_whole(&mut self, several: bool, others: &[&str]) {
        let mut all = Vec::new();
        let name = |text: &str| Arg::Name(shortened(text));
        if let (true, Some(sheet)) = (several, &self.sheet.name) {
            all.push(phrase(text("Sheet: “{0}”.", "工作表：“{0}”。"), [name(sheet)]));
        }
        if !others.is_empty() {
            all.push(phrase(
                text(
                    "Sheets that may hold requests too and were not read: {0}.",
                    "其他可能含询价内容但未读取的工作表：{0}。",
                ),
                [name(&others.join(" · "))],
            ));
        }
        if let Some((encoding, damaged)) = self.sheet.encoding {
            if encoding != crate::import::Encoding::Utf8 {
                all.push(phrase(text("Encoding: {0}.", "编码：{0}。"), [name(encoding.name())]));
            }
            if damaged {
                all.push(
                    text("Some letters could not be decoded and stand as �: save the table as UTF-8.", "部分字符无法解码，显示为 �：请将表格另存为 UTF-8。")
                        .into(),
                );
            }
        }
        let above = self
            .sheet
            .rows
            .iter()
            .take(self.head_row)
            .filter(|row| row.iter().any(|cell| !cell.is_empty()))
            .count();
        if above > 0 {
            all.push(phrase(
                text(
                    "The heads are in row {0}; rows above them are taken as titles.",
                    "表头在第 {0} 行，其上各行视为标题。",
                ),
                [count(self.head_row + 1)],
            ));
        }
        if let Some(units) = self.units_row {
            all.push(phrase(
                text("Row {0} is taken as units.", "第 {0} 行视为单位行。"),
                [count(units + 1)],
            ));
        }
        if let Some(title) = &self.title_unit {
            all.push(phrase(
                text(
                    "Sizes whose heads name no unit are read as “{0}” says.",
                    "列名未注明单位的尺寸按“{0}”读取。",
                ),
                [name(title)],
            ));
        }
        match (self.style.certain, self.style.decided.sign, self.style.decided.because) {
            (true, DecimalSign::Comma, _) => all.push(
                text("Decimal commas: 10.000 is read as ten thousand, 1,5 as one and a half.", "以逗号为小数点：10.000 读作一万，1,5 读作一点五。").into(),
            ),
            (_, _, Because::Contradiction) => all.push(
                text(
                    "Decimal points and decimal commas both occur. Numbers that can be read either way are not used.",
                    "表中小数点和小数逗号并存，两种读法皆可的数不采用。",
                )
                .into(),
            ),
            _ => {}
        }
        for (_, column) in self.used() {
            let Target::Field(field) = column.target else { continue };
            let label = Arg::Text(field.label);
            let name = name(&column.head);
            match field.kind {
                Kind::Number { dimension, .. }
                    if !column.says_unit
                        && dimension.units().len() > 1
                        && bare(&column.head) != bare(field.name) =>
                {
                    let unit = dimension.unit(column.unit.0).symbol;
                    all.push(phrase(
                        text(
                            "“{0}” names no unit: {1} is taken in {2}.",
                            "“{0}”未注明单位：{1}按 {2} 计。",
                        ),
                        [name, label, Arg::Name(unit.to_owned())],
                    ));
                }
                _ if column.unit.1 > 1.0 && matches!(field.name, "quantities" | "pieces") => {
                    all.push(phrase(
                        text("“{0}”: quantities are multiplied by {1}.", "“{0}”：数量乘以 {1}。"),
                        [name, Arg::Name(typed(column.unit.1))],
                    ));
                }
                _ if column.is_reinterpreted => {
                    all.push(phrase(
                        text("“{0}” is taken as {1}.", "“{0}”视为{1}。"),
                        [name, label],
                    ));
                }
                _ => {}
            }
        }
        let mut keys: Vec<&str> = Vec::new();
        for (_, column) in self.used() {
            let key = column.target.key();
            if keys.contains(&key) && key != "name" && !column.is_break {
                all.push(phrase(
                    text(
                        "Several columns say {0}; “{1}” is one of them. Where they differ a row is not used.",
                        "多列均表示{0}，“{1}”为其中之一；各列不一致的行不采用。",
                    ),
                    [Arg::Text(label(self.fields, key)), name(&column.head)],
                ));
            }
            keys.push(key);
        }
        let width = self.columns.len();
        let without_head = |place: &usize| {
            self.sheet.cell(self.head_row, *place).is_empty()
                && self
                    .below()
                    .any(|(_, cells)| cells.get(*place).is_some_and(|cell| !cell.is_empty()))
        };
        let headless: Vec<String> =
            (0..width).filter(without_head).map(|place| (place + 1).to_string()).collect();
        if !headless.is_empty() {
            all.push(phrase(
                text("Columns without a head, left out: {0}.", "无列名而未采用的列：第 {0} 列。"),
                [name(&headless.join(", "))],
            ));
        }
        self.found.whole = all;
    }

    fn read(&mut self, room: usize) -> Result<(), Refused> {
        let rows: Vec<(usize, &'a [Cell])> = self.below().collect();
        let blank = rows
            .windows(2)
            .map(|pair| if let [(one, _), (next, _)] = pair { next - one - 1 } else { 0 })
            .sum::<usize>();
        if blank > 0 {
            self.found.whole.push(phrase(
                text("Blank rows between the others, skipped: {0}.", "已跳过空行：{0} 行。"),
                [count(blank)],
            ));
        }
        let has_shape = self.used().any(|(_, column)| column.target.key() == "shape");
        for (row, cells) in rows {
            let number = row + 1;
            let first = cells
                .iter()
                .find(|cell| !cell.is_empty())
                .map(|cell| shortened(&cell.text()))
                .unwrap_or_default();
            if let Some(message) = self.skips(cells) {
                self.found.skipped.push(Skipped { row: number, cell: first, message });
                continue;
            }
            if self.found.rows.len() >= room {
                return Err(Refused::TooMany(room));
            }
            let mut line = Line {
                fields: self.fields,
                row: number,
                entries: Entries::new(),
                heads: Vec::new(),
                wrong: Vec::new(),
                notes: Vec::new(),
                item: None,
                has_shape,
            };
            self.read_cells(cells, &mut line);
            line.tell_sizes();
            let missing = line.missing();
            let Line { entries, wrong, notes, .. } = line;
            self.found.missing.extend(missing);
            self.found.rows.push(entries);
            self.found.numbers.push(number);
            self.found.wrong.extend(wrong);
            self.found.notes.extend(notes);
        }
        Ok(())
    }

    /// Why a row is no part; none where it is one.
    fn skips(&self, cells: &[Cell]) -> Option<Text> {
        let heads = self.sheet.rows.get(self.head_row)?;
        let filled = || cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty());
        if filled().count() > 1 && filled().all(|(place, cell)| heads.get(place) == Some(cell)) {
            return Some(HEADS_AGAIN);
        }
        let sum = filled().find(|(_, cell)| matches!(cell, Cell::Text(text) if is_sum(text)))?.0;
        // A part may be called so; a sum has neither shape nor size.
        let says_a_part = |(place, column): (usize, &Column)| {
            place != sum
                && !matches!(
                    column.target.key(),
                    "name" | "quantities" | "pieces" | "mass_g" | "counted in"
                )
                && cells.get(place).is_some_and(|cell| !cell.is_empty())
        };
        (!self.used().any(says_a_part)).then_some(SUM_ROW)
    }

    fn read_cells(&self, cells: &[Cell], line: &mut Line) {
        let mut said = None;
        let mut shape_cells = Vec::new();
        let counted_in = self.counted_in(cells, line);
        let mut breaks = Vec::new();
        for (place, column) in self.used() {
            let Some(cell) = cells.get(place).filter(|cell| !cell.is_empty()) else { continue };
            let written = cell.text();
            let of = label(self.fields, column.target.key());
            if *cell == Cell::NoValue {
                line.wrong(of, "", NO_VALUE.into());
            } else if written.chars().count() > LONGEST_CELL {
                line.wrong(
                    of,
                    &written,
                    text("This is longer than any value.", "内容过长。").into(),
                );
            } else {
                match column.target {
                    Target::Item => {
                        if !self.is_named {
                            line.put_name(&written);
                        }
                        line.item.get_or_insert_with(|| written.clone().into_owned());
                    }
                    // A head such as Standard or Spec may be for the coating: the cells decide.
                    Target::Size | Target::Field(Field { name: "shape", .. })
                        if is_coating_standard(&written) =>
                    {
                        let message = phrase(
                            NOT_CONSIDERED,
                            [Arg::Name(shortened(&column.head)), Arg::Name(shortened(&written))],
                        );
                        line.note(LEFT_OUT, message);
                    }
                    Target::Size | Target::Field(Field { name: "shape", .. })
                        if is_coating(&written) && line.field("designation").is_some() =>
                    {
                        let Some(field) = line.field("designation") else { continue };
                        line.note(
                            field.label,
                            phrase(
                                text("“{0}” is taken from the column “{1}”.", "“{0}”取自“{1}”列。"),
                                [
                                    Arg::Name(shortened(&written)),
                                    Arg::Name(shortened(&column.head)),
                                ],
                            ),
                        );
                        if let Err(message) = line.read_field(field, cell, column, self.style) {
                            line.wrong(field.label, &written, message);
                        }
                    }
                    Target::Size => line.read_size(&written, column, &mut said),
                    Target::Field(field) if field.name == "shape" => {
                        shape_cells.push((field, written))
                    }
                    Target::CountedIn => {}
                    Target::Field(field) if column.is_break => breaks.push((field, written)),
                    Target::Field(field)
                        if matches!(field.name, "quantities" | "pieces")
                            && counted_in.is_none() => {}
                    Target::Field(field) => {
                        let times = if matches!(field.name, "quantities" | "pieces") {
                            counted_in.unwrap_or(1.0)
                        } else {
                            1.0
                        };
                        let column = &Column {
                            unit: (column.unit.0, column.unit.1 * times),
                            ..column.clone()
                        };
                        if let Err(message) = line.read_field(field, cell, column, self.style) {
                            line.wrong(field.label, &written, message);
                        }
                    }
                }
            }
        }
        if let (Some((field, _)), Some(times)) = (breaks.first(), counted_in) {
            let all = breaks.iter().map(|(_, cell)| cell.as_ref()).collect::<Vec<_>>().join(" / ");
            let read: Result<Vec<f64>, Phrase> = breaks
                .iter()
                .map(|(_, cell)| pieces(cell, times, self.style).map(|(found, _)| found))
                .collect::<Result<Vec<_>, _>>()
                .map(|all| all.concat());
            match read {
                Ok(found) => {
                    if found.len() > 1 {
                        let shown = found
                            .iter()
                            .map(|value| grouped(*value))
                            .collect::<Vec<_>>()
                            .join(" / ");
                        line.note(field.label, read_as(&all, &shown));
                    }
                    line.put(
                        field,
                        Entry::plain(found.into_iter().map(typed).collect::<Vec<_>>().join(" ")),
                        &all,
                    );
                }
                Err(message) => line.wrong(field.label, &all, message),
            }
        }
        for (field, written) in &shape_cells {
            line.read_shape(field, written, &mut said);
        }
        if let Some(item) = line.item.clone().filter(|_| shape_cells.is_empty()) {
            line.read_item(&item, &mut said);
        }
        if let Some((said, cell, unit)) = said {
            line.apply(&said, &cell, unit);
        }
        self.tell_row(cells, line);
    }

    /// What a unit in a column of its own multiplies quantities by; none where it does not count pieces, which is told.
    fn counted_in(&self, cells: &[Cell], line: &mut Line) -> Option<f64> {
        let unit = self.used().find(|(place, column)| {
            matches!(column.target, Target::CountedIn)
                && cells.get(*place).is_some_and(|cell| !cell.is_empty())
        });
        let Some(unit) = unit.and_then(|(place, _)| cells.get(place)) else { return Some(1.0) };
        let written = unit.text();
        let times = multiplier(&written);
        if times.is_none() {
            let field = ["quantities", "pieces"].iter().find_map(|name| line.field(name));
            let message = phrase(
                text("A quantity in “{0}” is no number of pieces.", "以“{0}”计的数量不是件数。"),
                [Arg::Name(shortened(&written))],
            );
            line.wrong(field.map_or(text("Unit", "单位"), |field| field.label), &written, message);
        }
        times
    }

    /// What is wrong with a row besides its cells.
    fn tell_row(&self, cells: &[Cell], line: &mut Line) {
        if self.sheet.unbalanced.contains(&line.row) {
            line.wrong.push(Wrong {
                row: line.row,
                label: None,
                cell: String::new(),
                message: UNBALANCED.into(),
            });
        }
        let left_out = self
            .left_out
            .iter()
            .map(|column| (column, false))
            .chain(self.mattering.iter().map(|column| (column, true)));
        for ((place, head), matters) in left_out {
            let Some(cell) = cells.get(*place).filter(|cell| !cell.is_empty()) else { continue };
            let written = cell.text();
            let args = [head.as_str(), &written].map(|text| Arg::Name(shortened(text)));
            if (matters && !changes_nothing(head, &written)) || is_hard_class(head, &written) {
                let message = phrase(
                    text(
                        "The column “{0}” is not understood and may change the price: “{1}”.",
                        "“{0}”列无法识别，可能影响价格：“{1}”。",
                    ),
                    args,
                );
                line.wrong.push(Wrong {
                    row: line.row,
                    label: None,
                    cell: shortened(&written),
                    message,
                });
            } else if line.field("designation").is_some() {
                line.notes.push(Note {
                    row: line.row,
                    label: LEFT_OUT,
                    message: phrase(NOT_CONSIDERED, args),
                });
            }
        }
        let width = self.sheet.rows.get(self.head_row).map_or(0, |heads| {
            heads.iter().rposition(|head| !head.is_empty()).map_or(0, |last| last + 1)
        });
        if let Some(cell) = cells.iter().skip(width).find(|cell| !cell.is_empty()) {
            let cell = shortened(&cell.text());
            if self.sheet.delimiter.is_some() {
                let message = phrase(BEYOND, [Arg::Name(cell.clone())]);
                line.wrong.push(Wrong { row: line.row, label: None, cell, message });
            } else {
                let message = phrase(
                    text(
                        "“{0}” stands beyond the last head and is left out.",
                        "“{0}”在最后一个列名之外，未采用。",
                    ),
                    [Arg::Name(cell)],
                );
                line.notes.push(Note { row: line.row, label: text("Row", "行"), message });
            }
        }
    }
}

/// Below it a thickness is rather that of a coating.
const THINNEST_PART_MM: f64 = 0.2;
const MAYBE_COATING: Text = text(
    "This column is taken as the thickness of the part, which this shape ({0}) does not have. If it is that of the coating, head it Coating thickness.",
    "该列视为工件厚度，而此形状（{0}）没有该尺寸。若为镀层厚度，请将列名改为“镀层厚度”。",
);
const NO_SUCH_SIZE: Text = text(
    "“{1}” is not considered: this shape ({0}) has no such size.",
    "未考虑“{1}”：此形状（{0}）没有该尺寸。",
);
const LEFT_OUT: Text = text("Columns left out", "未采用的列");
const NOT_CONSIDERED: Text = text("“{0}” is not considered: “{1}”.", "未考虑“{0}”：“{1}”。");
const READ_AS_WORD: Text = text("“{0}” is read as {1}.", "“{0}”读作{1}。");
const STEEL: &str = "steel";
const NO_VALUE: Text = text(
    "A formula without a stored value. Open the workbook in a spreadsheet, save it, and try again.",
    "公式没有保存计算结果。请用电子表格软件打开并保存后重试。",
);
const UNBALANCED: Text = text(
    "A quotation mark is never closed, so it is not certain where the cells end.",
    "引号未成对，无法确定单元格的边界。",
);
const BEYOND: Text = text(
    "“{0}” stands beyond the last head. A comma within a cell may have shifted the others: put such cells in quotation marks.",
    "“{0}”在最后一个列名之外。单元格内的逗号可能使各列错位：请将该单元格加引号。",
);
const NO_SIZE: Text = text(
    "This size is not understood. Write M8×30, or 100×50×2 for a plate.",
    "无法识别该规格。请写作 M8×30；板件写作 100×50×2。",
);
const NO_INCH_THREAD: Text = text(
    "The sizes of a part with the thread {0} are not known here. Give its area per kg and its mass.",
    "此处没有螺纹 {0} 的零件尺寸。请给出每 kg 面积和单件质量。",
);
const NO_SHAPE: Text = text(
    "“{0}” is no shape known here. Write, for example, hexagon bolt, nut, washer or plate.",
    "“{0}”不是此处已知的形状。请写明，如六角螺栓、六角螺母、平垫圈、板。",
);
const DIFFERENT: Text = text("“{0}” and “{1}” say different things.", "“{0}”与“{1}”不一致。");
const NO_NUMBERS: Text = text(
    "Part numbers by blanks or semicolons, without commas in thousands: 1500 5000.",
    "请用空格或分号分隔数值，千位不加逗号，如 1500 5000。",
);

/// A size that waits until the shape is known: what was said, its cell, and the unit of its head.
type Sized = (Said, String, (usize, f64));

/// A row being read.
struct Line {
    fields: Fields,
    row: usize,
    entries: Entries,
    /// From which cell each entry comes.
    heads: Vec<(&'static str, String)>,
    wrong: Vec<Wrong>,
    notes: Vec<Note>,
    /// What the part is called.
    item: Option<String>,
    /// Whether a column of the table is for the shape.
    has_shape: bool,
}

impl Line {
    fn wrong(&mut self, label: Text, cell: &str, message: Phrase) {
        self.wrong.push(Wrong {
            row: self.row,
            label: Some(label),
            cell: shortened(cell),
            message,
        });
    }

    fn note(&mut self, label: Text, message: Phrase) {
        self.notes.push(Note { row: self.row, label, message });
    }

    fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// Names the row where nothing else does.
    fn put_name(&mut self, name: &str) {
        if let Some(field) = self.field("name") {
            self.entries.entry(field.name).or_insert_with(|| Entry::plain(name));
        }
    }

    /// Puts an entry where it belongs; two that differ are wrong.
    fn put(&mut self, field: &'static Field, entry: Entry, cell: &str) {
        let Some(before) = self.entries.get(field.name) else {
            self.entries.insert(field.name, entry);
            self.heads.push((field.name, cell.to_owned()));
            return;
        };
        if field.name != "name" && !same(field, before, &entry) {
            let first = self
                .heads
                .iter()
                .find(|(name, _)| *name == field.name)
                .map(|(_, cell)| shortened(cell))
                .unwrap_or_default();
            self.wrong(
                field.label,
                cell,
                phrase(DIFFERENT, [Arg::Name(first), Arg::Name(shortened(cell))]),
            );
        }
    }

    fn read_field(
        &mut self,
        field: &'static Field,
        cell: &Cell,
        column: &Column,
        style: Style,
    ) -> Result<(), Phrase> {
        let written = cell.text();
        // A colour alone in the column of the coating is a passivation and no code.
        if let ("designation", Some(passivate)) =
            (field.name, self.field("passivate").filter(|_| is_colour(&written)))
        {
            return self.read_field(passivate, cell, column, style);
        }
        let read = |value: Value| {
            field.kind.read(&value).map_err(|fault| Problem::new(field.name, fault).message())
        };
        let entry = match field.kind {
            Kind::Number { .. } | Kind::Numbers { .. }
                if matches!(field.name, "quantities" | "pieces") =>
            {
                let (found, note) = match cell {
                    Cell::Number(number) if (number * column.unit.1).fract() == 0.0 => {
                        (vec![number * column.unit.1], None)
                    }
                    _ => pieces(&written, column.unit.1, style)?,
                };
                let single = matches!(field.kind, Kind::Number { .. });
                match found.as_slice() {
                    [value] if single => read((*value).into())?,
                    _ => read(found.iter().map(|value| Value::from(*value)).collect())?,
                };
                if let Some(note) = note {
                    self.note(field.label, note);
                }
                let text = found.iter().map(|value| typed(*value)).collect::<Vec<_>>().join(" ");
                // What would be typed so stays as it was typed.
                Entry::plain(
                    if found.len() == 1
                        && parse_number(&written) == Ok(found.first().copied().unwrap_or_default())
                        && !written.contains(',')
                    {
                        written.clone().into_owned()
                    } else {
                        text
                    },
                )
            }
            Kind::Number { dimension, .. } => {
                let (text, value, unit) = match cell {
                    Cell::Number(number) => {
                        (typed(number * column.unit.1), number * column.unit.1, column.unit.0)
                    }
                    _ => {
                        let amount = amount(&written, dimension, column.unit, style)?;
                        if let Some(note) = amount.note {
                            self.note(field.label, note);
                        }
                        (amount.text, amount.value, amount.unit)
                    }
                };
                read(dimension.unit(unit).to_canonical(value).into())?;
                Entry::number(text, unit)
            }
            Kind::Choice(options) => {
                let words = bare(&written);
                if words.is_empty() {
                    return Ok(()); // a dash
                }
                let all = options();
                let meant = all.iter().find(|(id, name)| {
                    bare(id) == words || bare(name.en) == words || bare(name.zh) == words
                });
                let word = WORDS
                    .iter()
                    .find(|(of, word, _)| *of == field.name && *word == words)
                    .filter(|_| meant.is_none());
                let by_word = word.and_then(|(.., id)| all.iter().find(|(one, _)| one == id));
                if let Some((_, name)) = by_word {
                    self.note(
                        field.label,
                        phrase(READ_AS_WORD, [Arg::Name(shortened(&written)), Arg::Text(*name)]),
                    );
                }
                match meant.or(by_word) {
                    Some((id, _)) => Entry::plain(*id),
                    None if field.name == "material" && is_carbon_steel(&words) => {
                        let steel = options()
                            .into_iter()
                            .find(|(id, _)| *id == STEEL)
                            .map_or(text("steel", "钢"), |(_, name)| name);
                        self.note(
                            field.label,
                            phrase(
                                READ_AS_WORD,
                                [Arg::Name(shortened(&written)), Arg::Text(steel)],
                            ),
                        );
                        Entry::plain(STEEL)
                    }
                    None => read(written.as_ref().into()).map(|_| Entry::plain(written.clone()))?,
                }
            }
            Kind::Text
                if field.name == "designation"
                    && style.certain
                    && style.decided.sign == DecimalSign::Comma
                    && with_points(&written).is_some() =>
            {
                let code = with_points(&written).unwrap_or_default();
                self.note(field.label, read_as(&written, &code));
                read(code.as_str().into()).map(|_| Entry::plain(code))?
            }
            Kind::Text => read(written.as_ref().into()).map(|_| Entry::plain(written.clone()))?,
            Kind::Numbers { .. } => read(numbers_of(&written).ok_or(NO_NUMBERS)?)
                .map(|_| Entry::plain(written.clone()))?,
            _ => {
                return Err(text(
                    "This column cannot be taken from a table.",
                    "该列不能从表格导入。",
                )
                .into());
            }
        };
        self.put(field, entry, &written);
        Ok(())
    }

    fn read_size(&mut self, cell: &str, column: &Column, said: &mut Option<Sized>) {
        match size::size(cell) {
            Ok(found) => self.hold(found, cell, column.unit, said),
            // A description in the column of sizes: `六角螺栓 M8×30`.
            Err(why) => match size::description(cell) {
                Some(Ok(found)) => self.hold(found, cell, column.unit, said),
                _ => self.tell_unsized(&why, cell),
            },
        }
    }

    /// Keeps a size until the shape is known; a second one has to say the same.
    fn hold(&mut self, found: Said, cell: &str, unit: (usize, f64), said: &mut Option<Sized>) {
        match said {
            None => *said = Some((found, cell.to_owned(), unit)),
            Some((before, first, _)) if before.agrees(&found) => {
                let _ = first;
                before.complete(&found);
            }
            Some((_, first, _)) => {
                let message =
                    phrase(DIFFERENT, [Arg::Name(shortened(first)), Arg::Name(shortened(cell))]);
                self.wrong(label(self.fields, "thread"), cell, message);
            }
        }
    }

    fn tell_unsized(&mut self, why: &Unsized, cell: &str) {
        let message = match (why, self.field("thread")) {
            (Unsized::Thread(name), Some(_)) if !name.starts_with(['M', 'm']) => {
                phrase(NO_INCH_THREAD, [Arg::Name(name.clone())])
            }
            (Unsized::Thread(name), Some(field)) => {
                match field.kind.read(&Value::from(name.as_str())) {
                    Err(fault) => Problem::new(field.name, fault).message(),
                    Ok(_) => NO_SIZE.into(),
                }
            }
            _ => NO_SIZE.into(),
        };
        self.wrong(label(self.fields, "thread"), cell, message);
    }

    fn read_shape(&mut self, field: &'static Field, cell: &str, said: &mut Option<Sized>) {
        match size::description(cell) {
            Some(Ok(found)) => self.hold(found, cell, (0, 1.0), said),
            Some(Err(why)) => self.tell_unsized(&why, cell),
            None => {
                let message = match field.kind.read(&Value::from(cell)) {
                    Err(fault) => Problem::new(field.name, fault).message(),
                    Ok(_) => phrase(NO_SHAPE, [Arg::Name(shortened(cell))]),
                };
                self.wrong(field.label, cell, message);
            }
        }
    }

    /// What a part is called may say its shape; a name that does not is a name.
    fn read_item(&mut self, item: &str, said: &mut Option<Sized>) {
        match size::description(item) {
            Some(Ok(found)) => {
                if let (Some(field), Some(shape)) = (self.field("shape"), found.shape) {
                    self.note(
                        field.label,
                        phrase(READ_AS_WORD, [Arg::Name(shortened(item)), Arg::Text(shape.name())]),
                    );
                }
                self.hold(found, item, (0, 1.0), said);
            }
            Some(Err(why)) => self.tell_unsized(&why, item),
            None => {}
        }
    }

    /// Puts what a size says into the fields of its shape.
    fn apply(&mut self, said: &Said, cell: &str, (unit, times): (usize, f64)) {
        if let (Some(field), Some(shape)) = (self.field("shape"), said.shape) {
            self.put(field, Entry::plain(shape.id()), cell);
        }
        if let (Some(field), Some(edition)) = (self.field("head_edition"), said.edition) {
            self.put(field, Entry::plain(edition.id()), cell);
        }
        if let (Some(field), Some(thread)) = (self.field("thread"), said.thread) {
            self.put(field, Entry::plain(thread.id), cell);
        }
        if let (Some(field), Some(pitch)) = (self.field("pitch_mm"), said.pitch_mm) {
            self.put(field, Entry::plain(typed(pitch)), cell);
        }
        let shape = said.shape.or_else(|| {
            self.entries.get("shape").and_then(|entry| Shape::find(&entry.text)).copied()
        });
        let sizes: Vec<f64> = said.sizes.iter().flatten().copied().collect();
        let names: &[&str] = match (shape, sizes.len(), said.is_round) {
            (_, 0, _) => &[],
            (Some(shape), 1, false)
                if said.thread.is_some() && (shape.is_screw() || shape == Shape::ThreadedRod) =>
            {
                &["length_mm"]
            }
            (None, 1, false) if said.thread.is_some() => &["length_mm"],
            (Some(Shape::Plate | Shape::Sheet), 3, false) => {
                &["length_mm", "width_mm", "thickness_mm"]
            }
            (Some(Shape::Cuboid), 3, false) => &["length_mm", "width_mm", "height_mm"],
            (Some(Shape::Rod | Shape::Wire), 2, _) => &["diameter_mm", "length_mm"],
            (Some(Shape::Disc), 2, _) => &["diameter_mm", "thickness_mm"],
            _ => {
                self.wrong(label(self.fields, "thread"), cell, NO_SIZE.into());
                return;
            }
        };
        // Behind a thread the sizes are in its own unit, whatever the head says.
        let (unit, times) =
            if said.thread.is_some() { (usize::from(said.in_inches), 1.0) } else { (unit, times) };
        let mut told: Vec<String> = said.thread.iter().map(|thread| thread.id.to_owned()).collect();
        if let (Some(first), Some(pitch)) = (told.first_mut(), said.pitch_mm) {
            *first = [first, "×", &typed(pitch)].concat();
        }
        for (name, value) in names.iter().zip(sizes) {
            let Some(field) = self.field(name) else { continue };
            let Kind::Number { dimension, .. } = field.kind else { continue };
            let value = value * times;
            match field.kind.read(&dimension.unit(unit).to_canonical(value).into()) {
                Ok(_) => self.put(field, Entry::number(typed(value), unit), cell),
                Err(fault) => {
                    self.wrong(field.label, cell, Problem::new(field.name, fault).message())
                }
            }
            told.push([&typed(value), " ", dimension.unit(unit).symbol].concat());
        }
        // A thread alone is read as it stands.
        if told.len() > 1
            || (said.thread.is_none() && !told.is_empty())
            || said
                .thread
                .is_some_and(|thread| bare(thread.id) != bare(cell) && said.shape.is_none())
        {
            self.note(label(self.fields, "thread"), read_as(cell, &told.join(" × ")));
        }
    }

    /// Sizes that the shape does not have. A thin one may be that of the coating, and then it is not clear what is asked for.
    fn tell_sizes(&mut self) {
        let Some(shape) =
            self.entries.get("shape").and_then(|entry| Shape::find(&entry.text)).copied()
        else {
            return;
        };
        let counts = |name: &str| {
            shape.sizes().contains(&name) || (name == "thickness_mm" && shape == Shape::Cuboid)
        };
        let is_coated =
            ["designation", "thickness_um"].iter().any(|name| self.entries.contains_key(name));
        for field in
            self.fields.iter().filter(|field| SIZES.contains(&field.name) && !counts(field.name))
        {
            let (Kind::Number { dimension, .. }, Some(entry)) =
                (field.kind, self.entries.get(field.name))
            else {
                continue;
            };
            let value = parse_number(&entry.text)
                .map(|number| dimension.unit(entry.unit).to_canonical(number));
            let is_thin = field.name == "thickness_mm"
                && (!is_coated || value.is_ok_and(|mm| mm < THINNEST_PART_MM));
            let cell = self
                .heads
                .iter()
                .find(|(name, _)| *name == field.name)
                .map(|(_, cell)| cell.clone())
                .unwrap_or_default();
            if is_thin && self.field("designation").is_some() {
                self.wrong(field.label, &cell, phrase(MAYBE_COATING, [Arg::Text(shape.name())]));
            } else {
                self.note(
                    field.label,
                    phrase(NO_SUCH_SIZE, [Arg::Text(shape.name()), Arg::Name(shortened(&cell))]),
                );
            }
        }
    }

    /// What the row lacks to ask for something: a shape, the sizes that it needs, how many, and in what it is plated.
    fn missing(&self) -> Vec<Missing> {
        let mut missing = Vec::new();
        let mut need = |any: &[&str], message: &dyn Fn() -> Phrase| {
            let first = any.iter().find_map(|name| self.field(name));
            // What is wrong in a cell is not missing as well.
            let is_wrong = |name: &str| {
                self.field(name).is_some_and(|field| {
                    self.wrong.iter().any(|wrong| wrong.label == Some(field.label))
                })
            };
            if let Some(first) = first.filter(|_| {
                !any.iter().any(|name| self.entries.contains_key(name) || is_wrong(name))
            }) {
                missing.push(Missing { row: self.row, label: first.label, message: message() });
            }
        };
        // Where no column is for the shape, the name was to say it.
        let item = self.item.as_ref().filter(|_| !self.has_shape);
        need(&["shape"], &|| {
            item.map_or_else(
                || MISSING.into(),
                |item| phrase(NO_SHAPE, [Arg::Name(shortened(item))]),
            )
        });
        if let Some(shape) = self.entries.get("shape").and_then(|entry| Shape::find(&entry.text)) {
            needs(*shape).iter().for_each(|any| need(any, &|| MISSING.into()));
        }
        need(&["quantities", "pieces"], &|| MISSING.into());
        need(&["designation", "thickness_um"], &|| NO_COATING.into());
        missing
    }
}

/// Words of choices beside their names, in letters and digits only, with the field and what they mean. A colour alone is taken as trivalent, which is told.
const WORDS: [(&str, &str, &str); 61] = [
    ("top_coat", "yes", "sealer"),
    ("top_coat", "ja", "sealer"),
    ("top_coat", "是", "sealer"),
    ("top_coat", "有", "sealer"),
    ("top_coat", "要", "sealer"),
    ("top_coat", "y", "sealer"),
    ("top_coat", "x", "sealer"),
    ("top_coat", "sealed", "sealer"),
    ("top_coat", "seal", "sealer"),
    ("top_coat", "封闭", "sealer"),
    ("top_coat", "需要", "sealer"),
    ("top_coat", "required", "sealer"),
    ("top_coat", "no", "none"),
    ("top_coat", "nein", "none"),
    ("top_coat", "否", "none"),
    ("top_coat", "无", "none"),
    ("top_coat", "n", "none"),
    ("top_coat", "without", "none"),
    ("top_coat", "不封闭", "none"),
    ("top_coat", "不需要", "none"),
    ("passivate", "blue", "trivalent_clear"),
    ("passivate", "clear", "trivalent_clear"),
    ("passivate", "bluewhite", "trivalent_clear"),
    ("passivate", "clearblue", "trivalent_clear"),
    ("passivate", "蓝白", "trivalent_clear"),
    ("passivate", "蓝白色", "trivalent_clear"),
    ("passivate", "白色", "trivalent_clear"),
    ("passivate", "蓝色", "trivalent_clear"),
    ("passivate", "蓝锌", "trivalent_clear"),
    ("passivate", "三价蓝白", "trivalent_clear"),
    ("passivate", "三价蓝白色", "trivalent_clear"),
    ("passivate", "trivalentblue", "trivalent_clear"),
    ("passivate", "iridescent", "trivalent_iridescent"),
    ("passivate", "彩色", "trivalent_iridescent"),
    ("passivate", "三价彩色", "trivalent_iridescent"),
    ("passivate", "三价铬彩色", "trivalent_iridescent"),
    ("passivate", "black", "trivalent_black"),
    ("passivate", "黑色", "trivalent_black"),
    ("passivate", "三价黑色", "trivalent_black"),
    ("passivate", "三价铬黑色", "trivalent_black"),
    ("passivate", "黑锌", "trivalent_black"),
    ("price_unit", "公斤", "kg"),
    ("price_unit", "千克", "kg"),
    ("price_unit", "kilo", "kg"),
    ("price_unit", "kilogram", "kg"),
    ("price_unit", "kgs", "kg"),
    ("price_unit", "perkg", "kg"),
    ("price_unit", "pc", "piece"),
    ("price_unit", "pcs", "piece"),
    ("price_unit", "ea", "piece"),
    ("price_unit", "each", "piece"),
    ("price_unit", "个", "piece"),
    ("price_unit", "只", "piece"),
    ("price_unit", "支", "piece"),
    ("price_unit", "1000", "thousand"),
    ("price_unit", "1000pcs", "thousand"),
    ("price_unit", "1000件", "thousand"),
    ("price_unit", "k", "thousand"),
    ("price_unit", "千只", "thousand"),
    ("price_unit", "千个", "thousand"),
    ("price_unit", "平方分米", "dm2"),
];

/// Whether a cell says the colour of a passivation and nothing that is a code.
fn is_colour(cell: &str) -> bool {
    let words = bare(cell);
    WORDS.iter().any(|(of, word, _)| *of == "passivate" && *word == words)
        && designation::read(cell).is_none()
}

/// What has to be said of a shape before its area is that of the part and not of an example; of each group one.
const fn needs(shape: Shape) -> &'static [&'static [&'static str]] {
    match shape {
        Shape::Plate | Shape::Sheet => &[&["length_mm"], &["width_mm"], &["thickness_mm"]],
        Shape::Disc => &[&["diameter_mm"], &["thickness_mm"]],
        Shape::Tube => &[&["outer_diameter_mm"], &["inner_diameter_mm"], &["length_mm"]],
        Shape::Rod | Shape::Wire => &[&["diameter_mm"], &["length_mm"]],
        Shape::Cuboid => &[&["length_mm"], &["width_mm"], &["height_mm", "thickness_mm"]],
        Shape::Profile => &[&["perimeter_mm"], &["section_area_mm2"], &["length_mm"]],
        Shape::Washer => &[
            &["thread", "outer_diameter_mm"],
            &["thread", "inner_diameter_mm"],
            &["thread", "thickness_mm"],
        ],
        Shape::HexNut => &[&["thread"]],
        Shape::HexBolt | Shape::SocketScrew | Shape::CountersunkScrew | Shape::ThreadedRod => {
            &[&["thread"], &["length_mm"]]
        }
        Shape::Mesh => &[&["mesh_area_dm2"]],
        Shape::ByMass => &[&["area_m2_per_kg"], &["mass_g"]],
    }
}

/// Whether a word names a carbon or low-alloy steel, as requests for fasteners do: all have the density of steel.
fn is_carbon_steel(words: &str) -> bool {
    const GRADES: [&str; 24] = [
        "q195",
        "q215",
        "q235",
        "q345",
        "q355",
        "35",
        "45",
        "10b21",
        "1008",
        "1010",
        "1018",
        "1045",
        "35k",
        "40cr",
        "35crmo",
        "42crmo",
        "scm435",
        "s45c",
        "s235",
        "s355",
        "dc01",
        "spcc",
        "碳钢",
        "carbonsteel",
    ];
    const BEGINNINGS: [&str; 3] = ["swrch", "ml", "q235"];
    let words = words.trim_end_matches(['钢', '号']);
    GRADES.contains(&words)
        || BEGINNINGS.iter().any(|grade| words.starts_with(grade))
        || words == "碳"
}

/// A thickness with a decimal comma in a code: `7,5`. Standards and lists have more digits.
fn decimal_comma(code: &str) -> Option<String> {
    let code: String = code.chars().map(half_width).collect();
    let (before, after) = code.split_once(',')?;
    let whole: String = before
        .chars()
        .rev()
        .take_while(char::is_ascii_digit)
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .collect();
    let decimals: String = after.chars().take_while(char::is_ascii_digit).collect();
    ((1..=2).contains(&whole.len()) && decimals.len() == 1).then(|| [whole, decimals].join(","))
}

/// Numbers of standards of coatings, in letters and digits only.
const OF_COATINGS: [&str; 16] = [
    "iso2081", "iso4042", "iso19598", "iso10683", "b633", "f1941", "gbt9799", "gb9799", "gbt5267",
    "gb5267", "din50961", "din50962", "din50979", "en12329", "jish8610", "gbt13911",
];

/// Whether a cell is the number of a standard of coatings, with its edition at most.
fn is_coating_standard(cell: &str) -> bool {
    let words = bare(cell);
    let rest = OF_COATINGS
        .iter()
        .find_map(|number| words.split_once(number))
        .map(|(before, after)| [before, after].concat());
    let rest = rest.map(|rest| {
        ["din", "en", "astm", "iso"].into_iter().fold(rest, |rest, body| rest.replace(body, ""))
    });
    rest.is_some_and(|rest| rest.len() <= 7 && rest.bytes().all(|letter| letter.is_ascii_digit()))
}

/// Whether a cell is a code of a coating with its thickness, and neither a shape nor a size.
fn is_coating(cell: &str) -> bool {
    let says_part = size::size(cell).is_ok() || size::description(cell).is_some();
    !says_part
        && designation::read(cell)
            .is_some_and(|asked| asked.deposit().is_some() && asked.thickness.um().is_some())
}

/// A code with points in place of the commas between its digits; none where it has no such comma.
fn with_points(code: &str) -> Option<String> {
    let letters: Vec<char> = code.chars().map(half_width).collect();
    let is_digit =
        |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(char::is_ascii_digit);
    let is_decimal = |at: usize| {
        letters.get(at) == Some(&',') && is_digit(at.checked_sub(1)) && is_digit(at.checked_add(1))
    };
    let read: String = letters
        .iter()
        .enumerate()
        .map(|(at, letter)| if is_decimal(at) { '.' } else { *letter })
        .collect();
    (0..letters.len()).any(is_decimal).then_some(read)
}

/// Whether two entries of a field say the same; quantities to a part in a hundred, since units are rounded.
fn same(field: &Field, one: &Entry, other: &Entry) -> bool {
    let Kind::Number { dimension, .. } = field.kind else {
        return one.text.trim().eq_ignore_ascii_case(other.text.trim());
    };
    let value = |entry: &Entry| {
        parse_number(&entry.text).map(|number| dimension.unit(entry.unit).to_canonical(number)).ok()
    };
    match (value(one), value(other)) {
        (Some(one), Some(other)) => (one - other).abs() <= 0.01 * one.abs(),
        _ => false,
    }
}

/// A title above the heads that says the unit of sizes: `All dimensions in inches`, `单位：mm`. It counts for sizes whose heads name none.
fn unit_of_titles(
    sheet: &Sheet,
    head_row: usize,
    columns: &mut [Option<Column>],
) -> Option<String> {
    const SIGNAL: [&str; 6] = ["dimension", "unit", "size", "单位", "尺寸", "einheit"];
    let titles = sheet
        .rows
        .iter()
        .take(head_row)
        .flatten()
        .filter_map(|cell| if let Cell::Text(text) = cell { Some(text) } else { None });
    let said = |title: &&String| {
        let small = title.to_lowercase();
        let words = || {
            small
                .split(|letter: char| !letter.is_alphanumeric() && letter != '"')
                .filter(|word| !word.is_empty())
        };
        let unit = words()
            .filter(|word| *word != "in" || words().next_back() == Some("in"))
            .find_map(|word| {
                let word = word.trim_start_matches(['单', '位', '为', '尺', '寸']);
                unit_of(Dimension::Length, word)
            })?;
        SIGNAL.iter().any(|signal| small.contains(signal)).then_some(unit)
    };
    let (title, unit) = titles
        .filter(|title| title.chars().count() <= LONGEST_CELL)
        .find_map(|title| Some((title, said(&title)?)))?;
    let mut used = false;
    for column in columns.iter_mut().flatten().filter(|column| !column.says_unit) {
        if let Target::Field(Field {
            kind: Kind::Number { dimension: Dimension::Length, .. },
            ..
        }) = column.target
        {
            column.unit = unit;
            column.says_unit = true;
            used = true;
        }
    }
    used.then(|| shortened(title))
}

/// The row below the heads, if it holds nothing but units; they go to the columns.
fn units_below(sheet: &Sheet, head_row: usize, columns: &mut [Option<Column>]) -> Option<usize> {
    let row = head_row + 1;
    let cells = sheet.rows.get(row)?;
    let mut units = Vec::new();
    for (place, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
        let Cell::Text(said) = cell else { return None };
        let said = said.trim_matches(['(', ')', '（', '）', '[', ']', ' ', '-', '/', '—']);
        if said.is_empty() {
            continue;
        }
        let column = columns.get(place)?.as_ref()?;
        units.push((place, column.clone().unit_told(said)?));
    }
    if units.is_empty() {
        return None;
    }
    for (place, column) in units {
        if let Some(slot) = columns.get_mut(place) {
            *slot = Some(column);
        }
    }
    Some(row)
}

/// A bare `Thickness (mm)` beside a width is that of the part: no coating is given in millimetres there.
fn part_thickness(fields: Fields, columns: &mut [Option<Column>]) {
    let key = |name: &str| columns.iter().flatten().any(|column| column.target.key() == name);
    if !key("width_mm") || key("thickness_mm") {
        return;
    }
    let Some(field) = fields.iter().find(|field| field.name == "thickness_mm") else { return };
    for column in columns.iter_mut().flatten() {
        let words = bare(&column.head);
        let is_bare = ["thickness", "厚度"].iter().any(|word| words.starts_with(word));
        let Target::Field(Field {
            name: "thickness_um", kind: Kind::Number { dimension, .. }, ..
        }) = column.target
        else {
            continue;
        };
        let unit = dimension.unit(column.unit.0).id;
        if !is_bare || !column.says_unit || !(unit == "mm" || column.unit.1 > 1.0) {
            continue;
        }
        if let Kind::Number { dimension, .. } = field.kind {
            let said = if unit == "mm" { "mm" } else { "in" };
            column.unit = (dimension.position(said).unwrap_or(0), 1.0);
            column.target = Target::Field(field);
            column.is_reinterpreted = true;
        }
    }
}

/// Words that open a sum row, in letters and digits only.
const SUMS: [&str; 14] = [
    "合计",
    "总计",
    "小计",
    "共计",
    "总数",
    "合計",
    "总数量",
    "total",
    "totals",
    "subtotal",
    "grandtotal",
    "sum",
    "summe",
    "gesamt",
];

fn is_sum(text: &str) -> bool {
    let words = bare(text);
    let first = bare(
        text.split([' ', ':', '：', '(', '（']).find(|word| !word.is_empty()).unwrap_or_default(),
    );
    SUMS.iter().any(|sum| *sum == words || *sum == first)
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
    for wrong in &found.wrong {
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
    for note in &found.notes {
        all.push(phrase(
            text("Row {0}, {1}:", "第 {0} 行，{1}："),
            [count(note.row), Arg::Text(note.label)],
        ));
        all.push(note.message.clone());
    }
    all
}
