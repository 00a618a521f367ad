//! A sheet as a whole: its heads, its style of numbers, the rows that are parts and those that are none.

use super::columns::{Heads, part_thickness, unit_of_titles, units_below};
use super::row::Line;
use super::words::{
    BEYOND, LEFT_OUT, NO_VALUE, NOT_CONSIDERED, UNBALANCED, decimal_comma, is_coating,
    is_coating_standard,
};
use super::{
    Fields, HEADS_AGAIN, Imported, LONGEST_CELL, Note, Refused, SUM_ROW, Skipped, Wrong, count,
    label, shortened, taken_column,
};
use crate::calculator::{Field, Kind};
use crate::entry::{Entries, Entry, typed};
use crate::import::numbers::{Because, DecimalSign};
use crate::import::sheet::{Cell, Sheet};
use crate::request::cells::{Style, Styles, grouped, multiplier, pieces, read_as};
use crate::request::heads::{Column, Target, changes_nothing, is_hard_class, matters};
use crate::request::size::bare;
use crate::words::{Arg, Phrase, Text, phrase, text};

/// A table being read.
pub(super) struct Table<'a> {
    pub(super) fields: Fields,
    pub(super) sheet: &'a Sheet,
    pub(super) head_row: usize,
    /// The row of units below the heads, if there is one.
    pub(super) units_row: Option<usize>,
    /// What a title says of the unit of sizes.
    pub(super) title_unit: Option<String>,
    pub(super) columns: Vec<Option<Column>>,
    /// Columns that were left out and whose cells decide a price.
    pub(super) mattering: Vec<(usize, String)>,
    /// The other columns that were left out.
    pub(super) left_out: Vec<(usize, String)>,
    pub(super) style: Style,
    /// Whether another column than that of the part's name names the row.
    pub(super) is_named: bool,
    pub(super) found: Imported,
}

impl<'a> Table<'a> {
    pub(super) fn new(fields: Fields, sheet: &'a Sheet, heads: &Heads) -> Self {
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
    pub(super) fn used(&self) -> impl Iterator<Item = (usize, &Column)> {
        self.columns.iter().enumerate().filter_map(|(place, column)| {
            Some((place, column.as_ref().filter(|column| column.unknown_unit.is_none())?))
        })
    }

    /// The rows below the heads that hold anything.
    pub(super) fn below(&self) -> impl Iterator<Item = (usize, &'a [Cell])> {
        let (first, units) = (self.head_row + 1, self.units_row);
        let rows = self.sheet.rows.iter().map(Vec::as_slice).enumerate().skip(first);
        rows.filter(move |(row, cells)| {
            Some(*row) != units && cells.iter().any(|cell| !cell.is_empty())
        })
    }

    pub(super) fn decide_style(&self) -> Style {
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
    pub(super) fn tell_whole(&mut self, several: bool, others: &[&str]) {
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
            (_, _, Because::EitherWay) => all.push(
                text(
                    "Sizes and quantities have three digits behind a point, and nothing says whether these are decimals. Numbers that can be read either way are not used.",
                    "规格与数量均为小数点后三位，无法判断是小数还是千位。两种读法皆可的数不采用。",
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

    pub(super) fn read(&mut self, room: usize) -> Result<(), Refused> {
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
    pub(super) fn skips(&self, cells: &[Cell]) -> Option<Text> {
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

    pub(super) fn read_cells(&self, cells: &[Cell], line: &mut Line) {
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
    pub(super) fn counted_in(&self, cells: &[Cell], line: &mut Line) -> Option<f64> {
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
    pub(super) fn tell_row(&self, cells: &[Cell], line: &mut Line) {
        if self.sheet.unbalanced.contains(&line.row) {
            line.wrong.push(Wrong {
                row: line.row,
                label: None,
                cell: String::new(),
                message: UNBALANCED.into(),
                head: None,
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
                    head: Some(shortened(head)),
                });
            } else if line.field("designation").is_some() {
                if line.asks(head, &written, false) {
                    continue;
                }
                line.notes.push(Note {
                    row: line.row,
                    label: LEFT_OUT,
                    message: phrase(NOT_CONSIDERED, args),
                    head: Some(shortened(head)),
                });
            }
        }
        for (place, column) in self.used().filter(|(_, one)| matches!(one.target, Target::Item)) {
            if let Some(cell) = cells.get(place).filter(|cell| !cell.is_empty()) {
                line.asks(&column.head, &cell.text(), true);
            }
        }
        let width = self.sheet.rows.get(self.head_row).map_or(0, |heads| {
            heads.iter().rposition(|head| !head.is_empty()).map_or(0, |last| last + 1)
        });
        if let Some(cell) = cells.iter().skip(width).find(|cell| !cell.is_empty()) {
            let cell = shortened(&cell.text());
            if self.sheet.delimiter.is_some() {
                let message = phrase(BEYOND, [Arg::Name(cell.clone())]);
                line.wrong.push(Wrong { row: line.row, label: None, cell, message, head: None });
            } else {
                let message = phrase(
                    text(
                        "“{0}” stands beyond the last head and is left out.",
                        "“{0}”在最后一个列名之外，未采用。",
                    ),
                    [Arg::Name(cell)],
                );
                line.notes.push(Note {
                    row: line.row,
                    label: text("Row", "行"),
                    message,
                    head: None,
                });
            }
        }
    }
}

/// Words that open a sum row, in letters and digits only.
pub(super) const SUMS: [&str; 14] = [
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

pub(super) fn is_sum(text: &str) -> bool {
    let words = bare(text);
    let first = bare(
        text.split([' ', ':', '：', '(', '（']).find(|word| !word.is_empty()).unwrap_or_default(),
    );
    SUMS.iter().any(|sum| *sum == words || *sum == first)
}
