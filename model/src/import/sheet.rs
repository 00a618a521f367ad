//! A sheet of cells, and how a text becomes one: what parts its cells, and where its rows end when a quotation mark was never closed.

use super::encoding::Encoding;
use std::borrow::Cow;

/// What stands in a cell.
#[derive(Clone, PartialEq, Debug, Default)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// A text, without blanks around it; dates of a workbook too, as `2026-11-30 00:15:00`.
    Text(String),
    /// A number that a workbook stores as one: no sign in it is in doubt.
    Number(f64),
    /// A formula of which the file does not store the value.
    NoValue,
}

impl Cell {
    /// A text, or nothing where it is blank.
    pub fn of(text: &str) -> Self {
        let text = text.trim();
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }

    /// Its text; a number as it would be typed with a decimal point.
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Text(text) => Cow::Borrowed(text),
            Self::Number(number) => Cow::Owned(number.to_string()),
            Self::NoValue => Cow::Borrowed("="),
        }
    }

    /// Whether nothing stands in it.
    pub const fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }
}

/// The cells of a sheet, row by row as a spreadsheet counts: blank rows are rows too.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Sheet {
    /// Its name in the workbook; none of a text.
    pub name: Option<String>,
    /// Whether a workbook hides it.
    pub hidden: bool,
    /// How a text was written, and whether some of its bytes mean nothing.
    pub encoding: Option<(Encoding, bool)>,
    /// The cells.
    pub rows: Vec<Vec<Cell>>,
    /// What parts the cells of a text.
    pub delimiter: Option<char>,
    /// Rows, counted from 1, with a quotation mark that is never closed. It was taken as a mark like any other, and its row ends at the end of the line.
    pub unbalanced: Vec<usize>,
    /// A row, counted from 1, with cells beyond [`MOST_COLUMNS`], which were not read.
    pub too_wide: Option<usize>,
}

impl Sheet {
    /// A cell by its row and column, both counted from 0.
    pub fn cell(&self, row: usize, column: usize) -> &Cell {
        const NONE: &Cell = &Cell::Empty;
        self.rows.get(row).and_then(|cells| cells.get(column)).unwrap_or(NONE)
    }

    /// Whether no cell holds anything.
    pub fn is_empty(&self) -> bool {
        self.rows.iter().flatten().all(Cell::is_empty)
    }

    /// The cells as texts.
    pub fn texts(&self) -> Vec<Vec<String>> {
        self.rows
            .iter()
            .map(|row| row.iter().map(|cell| cell.text().into_owned()).collect())
            .collect()
    }
}

/// More columns than any table that people send has; what stands behind them is not read.
pub const MOST_COLUMNS: usize = 400;
/// Line breaks and bytes within one cell beyond which a quotation mark was not meant to be closed so far behind.
const MOST_LINES: usize = 40;
const LONGEST: usize = 4_000;
/// Lines that are looked at to find what parts the cells.
const LOOKED_AT: usize = 60;
const DELIMITERS: [char; 4] = ['\t', ';', '|', ','];

/// The sheet of a text whose cells are parted by tabs, semicolons, commas or bars.
///
/// ```
/// use platewise_model::import::grid;
/// let sheet = grid("Name;Qty\n\"a; b\";1\n\"open;2\nc;3\n");
/// assert_eq!(sheet.texts()[1], ["a; b", "1"]);
/// assert_eq!((sheet.texts()[2].len(), sheet.unbalanced), (2, vec![3]));
/// ```
pub fn grid(text: &str) -> Sheet {
    let text = text.trim_start_matches('\u{feff}').trim_end_matches(['\n', '\r', '\u{1a}', '\0']);
    let (told, text) = told_delimiter(text);
    let delimiter = told.unwrap_or_else(|| delimiter_of(text));
    let mut sheet = Sheet { delimiter: Some(delimiter), ..Sheet::default() };
    if told.is_some() {
        sheet.rows.push(Vec::new()); // the line that says it
    }
    let mut rest = text;
    let mut width = 0;
    while !rest.is_empty() {
        let line = Line::of(rest, delimiter, width);
        let row = sheet.rows.len() + 1;
        if line.unbalanced {
            sheet.unbalanced.push(row);
        }
        if line.too_wide && sheet.too_wide.is_none() {
            sheet.too_wide = Some(row);
        }
        width = line.cells.len();
        sheet.rows.push(line.cells);
        rest = line.rest;
    }
    sheet
}

/// `sep=;` in a line of its own: how Excel is told what parts the cells.
fn told_delimiter(text: &str) -> (Option<char>, &str) {
    let (line, rest) = text.split_once('\n').unwrap_or((text, ""));
    let said = line.trim_end().strip_prefix("sep=").and_then(|said| said.parse().ok());
    (said, if said.is_some() { rest } else { text })
}

/// What parts the cells: the sign that stands equally often in most lines; of several, the one that stands more often.
fn delimiter_of(text: &str) -> char {
    let lines: Vec<&str> =
        text.lines().filter(|line| !line.trim().is_empty()).take(LOOKED_AT).collect();
    let score = |sign: char| {
        let counts: Vec<usize> = lines.iter().map(|line| outside_quotes(line, sign)).collect();
        let agreeing = |count: usize| counts.iter().filter(|other| **other == count).count();
        counts
            .iter()
            .filter(|count| **count > 0)
            .map(|count| (agreeing(*count), *count))
            .max()
            .unwrap_or_default()
    };
    // Of equals the last: a tab before a comma.
    let (best, sign) = DELIMITERS
        .into_iter()
        .rev()
        .map(|sign| (score(sign), sign))
        .max_by_key(|(score, _)| *score)
        .unwrap_or_default();
    if best.1 == 0 { ',' } else { sign }
}

/// How often a sign stands in a line outside quotation marks; those that are never closed hide nothing.
fn outside_quotes(line: &str, sign: char) -> usize {
    let (mut outside, mut inside, mut quoted, mut before) = (0, 0, false, sign);
    for letter in line.chars().take(LONGEST) {
        if letter == '"' && (quoted || before == sign) {
            quoted = !quoted;
            inside = 0;
        } else if letter == sign {
            *(if quoted { &mut inside } else { &mut outside }) += 1;
        }
        before = letter;
    }
    outside + if quoted { inside } else { 0 }
}

/// One row of a text.
struct Line<'a> {
    cells: Vec<Cell>,
    unbalanced: bool,
    too_wide: bool,
    rest: &'a str,
}

impl<'a> Line<'a> {
    /// Reads the first row; the one before has so many cells.
    fn of(text: &'a str, delimiter: char, width: usize) -> Self {
        let quoted = Self::read(text, delimiter, true);
        if quoted.unbalanced {
            return Self { unbalanced: true, ..Self::read(text, delimiter, false) };
        }
        let taken = text
            .get(..text.len() - quoted.rest.len())
            .unwrap_or(text)
            .trim_end_matches(['\r', '\n']);
        if taken.contains('\n') && width > 1 {
            // A cell over several lines. Where each of these lines is a whole row by itself, two marks that were never closed met.
            let whole = |line: &'a str| Self::read(line, delimiter, false).cells.len() == width;
            if taken.lines().all(whole) {
                return Self { unbalanced: true, ..Self::read(text, delimiter, false) };
            }
        }
        quoted
    }

    fn read(text: &'a str, delimiter: char, quotes: bool) -> Self {
        let mut line = Self { cells: Vec::new(), unbalanced: false, too_wide: false, rest: text };
        loop {
            let quoted = quotes.then(|| quoted(line.rest, delimiter)).flatten();
            let cell = match quoted {
                Some(Quoted::Closed(cell, rest)) => {
                    line.rest = rest;
                    Cell::of(&cell)
                }
                Some(Quoted::Open) => {
                    line.unbalanced = true;
                    return line;
                }
                None => {
                    let end = line.rest.find([delimiter, '\n', '\r']).unwrap_or(line.rest.len());
                    let (cell, rest) = line.rest.split_at_checked(end).unwrap_or((line.rest, ""));
                    line.rest = rest;
                    Cell::of(cell)
                }
            };
            if line.cells.len() < MOST_COLUMNS {
                line.cells.push(cell);
            } else {
                line.too_wide |= !cell.is_empty();
            }
            if let Some(rest) = line.rest.strip_prefix(delimiter) {
                line.rest = rest;
                continue;
            }
            line.rest = line
                .rest
                .strip_prefix("\r\n")
                .or_else(|| line.rest.strip_prefix(['\n', '\r']))
                .unwrap_or(line.rest);
            return line;
        }
    }
}

enum Quoted<'a> {
    /// The cell, and what follows: a delimiter, a line end or nothing.
    Closed(String, &'a str),
    /// A mark that is not closed.
    Open,
}

/// A cell in quotation marks, if one begins here. A mark within it is doubled; one that is not, as in `"1/4" bolt"`, stands for itself on the same line.
fn quoted(text: &str, delimiter: char) -> Option<Quoted<'_>> {
    let blank = |letter: char| letter == ' ' || (letter == '\t' && delimiter != '\t');
    let body = text.trim_start_matches(blank).strip_prefix('"')?;
    let mut cell = String::new();
    let mut rest = body;
    let mut lines = 0;
    loop {
        let Some((before, behind)) = rest.split_once('"') else { return Some(Quoted::Open) };
        lines += before.matches('\n').count();
        cell.push_str(before);
        if lines > MOST_LINES || cell.len() > LONGEST {
            return Some(Quoted::Open);
        }
        if let Some(doubled) = behind.strip_prefix('"') {
            cell.push('"');
            rest = doubled;
            continue;
        }
        let after = behind.trim_start_matches(blank);
        if after.is_empty() || after.starts_with([delimiter, '\n', '\r']) {
            return Some(Quoted::Closed(cell, after));
        }
        if lines > 0 {
            return Some(Quoted::Open);
        }
        cell.push('"');
        rest = behind;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_stand_between_delimiters_outside_quotes() {
        for (text, cells) in [
            ("\"a, b\",2, \"3\" ,\"#, '\",", vec!["a, b", "2", "3", "#, '", ""]),
            ("a;1,5\nb;2,5", vec!["a", "1,5"]),
            ("\"say \"\"so\"\"\",1", vec!["say \"so\"", "1"]),
            ("1/2\",5,x", vec!["1/2\"", "5", "x"]),
            ("\"1/4\" bolt\",5", vec!["1/4\" bolt", "5"]),
        ] {
            assert_eq!(grid(text).texts()[0], cells, "{text}");
            assert!(grid(text).unbalanced.is_empty(), "{text}");
        }
        assert!(grid("").rows.is_empty());
    }

    #[test]
    fn a_quote_that_is_never_closed_swallows_no_rows() {
        for (text, unbalanced) in [
            ("n,q,x\nA,\"b,5\nB,c,6\nC,d,7\n", vec![2]),
            ("n,q,x\nA,\"b,5\nB,\"c,6\nC,d,7\n", vec![2, 3]),
            ("n,q,x\nA,\"b,5\nB,c\",6\nC,d,7\n", vec![2]),
            ("n,q,x\nA,b,5\nB,c,6\n\"C,d,7\n", vec![4]),
        ] {
            let sheet = grid(text);
            assert_eq!((sheet.rows.len(), &sheet.unbalanced), (4, &unbalanced), "{text}");
            assert!(sheet.rows.iter().all(|row| row.len() == 3), "{text}");
        }
        let balanced = grid("n,q\nA,\"two\nlines\"\nB,c\n");
        assert_eq!(
            (balanced.rows.len(), balanced.texts()[1][1].as_str(), balanced.unbalanced.len()),
            (3, "two\nlines", 0)
        );
    }

    #[test]
    fn delimiters_are_found_below_titles_and_beside_decimal_commas() {
        for (text, delimiter) in [
            ("Name;Length, mm;Qty\nA;30,5;1.000\nB;30,0;2.000\n", ';'),
            ("Request, of today\n\nName\tQty\nA\t1,5\n", '\t'),
            ("Name,Qty\nA,\"1;2;3\"\nB,\"1;2;3\"\n", ','),
            ("Name|Qty\nA|5\n", '|'),
            ("sep=;\nName;Qty\n", ';'),
            ("one column\n5\n", ','),
        ] {
            assert_eq!(grid(text).delimiter, Some(delimiter), "{text}");
        }
    }

    #[test]
    fn rows_beyond_the_columns_that_are_read_are_told() {
        let wide = "a,".repeat(100_000);
        let sheet = grid(&format!("h,i\n{wide}\n1,2\n"));
        assert_eq!(
            (sheet.too_wide, sheet.rows.len(), sheet.rows[1].len()),
            (Some(2), 3, MOST_COLUMNS)
        );
        assert_eq!(
            grid(&format!("h,i\n1,2{}\n", ",".repeat(100_000))).too_wide,
            None,
            "empty cells are nothing"
        );
    }
}
