//! Lines into cells, and cells into numbers. Whether a comma marks decimals or thousands is decided once for a file, from all its cells: one
//! cell alone often cannot say.

use crate::units::decimal;

/// No plant uses more in an interval, and no register shows more.
const LARGEST: f64 = 1e12;
/// More columns than any meter file has; what stands behind them is not read.
pub const MOST_COLUMNS: usize = 400;
/// How a missing value is written, in small letters.
const MISSING: [&str; 17] = ["", "-", "--", "---", "—", "–", "nan", "na", "n/a", "#n/a", "null", "none", "nil", "\\n", "/", "无", "缺失"];
/// Units that may stand behind a number.
const UNITS: [&str; 10] = ["kwh", "mwh", "wh", "kw", "mw", "w", "度", "千瓦时", "千瓦", "kw·h"];

/// The cells of a line, without their quotes. A delimiter between quotes is no delimiter.
pub fn cells(line: &str, delimiter: char) -> impl Iterator<Item = &str> {
    let mut left = Some(line);
    std::iter::from_fn(move || {
        let rest = left?;
        let (cell, behind) = match rest.trim_start_matches(' ').strip_prefix('"').and_then(|open| open.split_once('"')) {
            Some((quoted, behind)) => (quoted, behind.split_once(delimiter).map(|(_, next)| next)),
            None => rest.split_once(delimiter).map_or((rest, None), |(cell, next)| (cell, Some(next))),
        };
        left = behind;
        Some(cell.trim().trim_matches(['"', '\'']))
    })
    .take(MOST_COLUMNS)
}

/// What a cell holds.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Cell {
    /// A number.
    Number(f64),
    /// Nothing, or a word for it.
    Missing,
    /// Anything else, numbers without bounds among them.
    Other,
}

/// What marks the decimals.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mark {
    /// 1,234.5
    Point,
    /// 1.234,5
    Comma,
}

impl Mark {
    const fn signs(self) -> (char, char) {
        match self {
            Self::Point => ('.', ','),
            Self::Comma => (',', '.'),
        }
    }
}

/// Reads a cell.
pub fn number(cell: &str, mark: Mark) -> Cell {
    if (mark == Mark::Point || !cell.contains(['.', ',']))
        && let Some(value) = decimal::read(cell)
    {
        return bounded(value);
    }
    if MISSING.iter().any(|word| word.eq_ignore_ascii_case(cell)) {
        return Cell::Missing;
    }
    plain(without_unit(cell), mark).and_then(|plain| decimal::read(&plain)).map_or(Cell::Other, bounded)
}

/// Whether a cell is a number with either mark.
pub fn is_number(cell: &str) -> bool {
    [Mark::Point, Mark::Comma].into_iter().any(|mark| matches!(number(cell, mark), Cell::Number(_)))
}

fn bounded(value: f64) -> Cell {
    if value.abs() < LARGEST { Cell::Number(value) } else { Cell::Other }
}

fn without_unit(cell: &str) -> &str {
    let end = cell.trim_end_matches(|c: char| !c.is_ascii_digit() && c != '.' && c != ',');
    let unit = cell.get(end.len()..).unwrap_or_default().trim_start();
    if UNITS.iter().any(|one| one.eq_ignore_ascii_case(unit)) { end } else { cell }
}

/// The number with a point for its decimals and nothing between its thousands; none where thousands are not three digits each.
fn plain(cell: &str, mark: Mark) -> Option<String> {
    let (point, group) = mark.signs();
    let close: String = cell.chars().filter(|c| !matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\'')).collect();
    let (whole, decimals) = close.split_once(point).unwrap_or((&close, ""));
    let threes = whole.split(group).skip(1).all(|three| three.len() == 3 && three.bytes().all(|digit| digit.is_ascii_digit()));
    let grouped = whole.starts_with(group);
    (threes && !grouped).then(|| [&whole.replace(group, ""), ".", decimals].concat())
}

/// What the cells of a file have said about its decimals so far.
#[derive(Clone, Copy, Debug, Default)]
pub struct Marks {
    /// A cell that leaves no doubt.
    certain: Option<Mark>,
    /// A comma before exactly three digits.
    comma_of_three: bool,
    /// A point before exactly three digits.
    point_of_three: bool,
    /// A number of up to three digits without either.
    bare: bool,
}

impl Marks {
    /// Looks at one more cell.
    pub fn see(&mut self, cell: &str) {
        if self.certain.is_some() || !cell.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | ',')) {
            return;
        }
        let (point, comma) = (cell.rfind('.'), cell.rfind(','));
        match (point, comma) {
            (None, None) => self.bare |= (1..=3).contains(&cell.len()) && cell != "0" && cell.bytes().all(|digit| digit.is_ascii_digit()),
            (Some(point), Some(comma)) => self.certain = Some(if point > comma { Mark::Point } else { Mark::Comma }),
            (Some(_), None) => match Self::alone(cell, '.') {
                None => self.point_of_three = true,
                Some(decimals) => self.certain = Some(if decimals { Mark::Point } else { Mark::Comma }),
            },
            (None, Some(_)) => match Self::alone(cell, ',') {
                None => self.comma_of_three = true,
                Some(decimals) => self.certain = Some(if decimals { Mark::Comma } else { Mark::Point }),
            },
        }
    }

    /// Whether the only sign of a cell marks decimals; none if it may mark thousands as well.
    fn alone(cell: &str, sign: char) -> Option<bool> {
        let (before, after) = cell.split_once(sign)?;
        if after.contains(sign) {
            return Some(false);
        }
        let three = after.len() == 3 && after.bytes().all(|digit| digit.is_ascii_digit());
        let whole = before.trim_start_matches(['-', '+']);
        if three && !whole.is_empty() && whole != "0" && whole.len() <= 3 { None } else { Some(true) }
    }

    /// The mark of the file. Where every number has three digits behind its only sign, they are decimals unless numbers without a sign
    /// stand between them; a comma inside a file that commas delimit separates thousands.
    pub fn mark(self, delimiter: char) -> Mark {
        if let Some(mark) = self.certain {
            return mark;
        }
        match (self.comma_of_three, self.point_of_three) {
            (true, _) if delimiter != ',' && !self.bare => Mark::Comma,
            (false, true) if delimiter != ',' && self.bare => Mark::Comma,
            _ => Mark::Point,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(cells: &[&str], delimiter: char) -> Mark {
        let mut marks = Marks::default();
        cells.iter().for_each(|cell| marks.see(cell));
        marks.mark(delimiter)
    }

    #[test]
    fn cells_stand_between_delimiters_outside_quotes() {
        let split = |line, delimiter| cells(line, delimiter).collect::<Vec<_>>();
        assert_eq!(split(r#""a, b",2, "3" ,"#, ','), ["a, b", "2", "3", ""]);
        assert_eq!(split("a;1,5", ';'), ["a", "1,5"]);
        assert_eq!(split(r#""open,1"#, ','), ["open", "1"]);
        assert_eq!(split("", ','), [""]);
    }

    #[test]
    fn decimals_are_told_from_thousands_by_all_cells_together() {
        for (cells, delimiter, expected) in [
            (&["1,5"][..], ';', Mark::Comma),
            (&["1,234", "0,250"], ';', Mark::Comma),
            (&["1,234", "2,345"], ';', Mark::Comma),
            (&["1,234", "987"], '\t', Mark::Point),
            (&["1,234"], ',', Mark::Point),
            (&["1,234,567"], '\t', Mark::Point),
            (&["1.234", "12.500"], ';', Mark::Point),
            (&["1.234", "987"], ';', Mark::Comma),
            (&["1.234", "987"], ',', Mark::Point),
            (&["n.a.", "1.5"], ';', Mark::Point),
            (&["1.234,5"], ';', Mark::Comma),
            (&["1,234.5"], ';', Mark::Point),
            (&["12", "7"], ';', Mark::Point),
        ] {
            assert_eq!(mark(cells, delimiter), expected, "{cells:?}");
        }
    }

    #[test]
    fn numbers_are_read_with_their_thousands_and_units() {
        for (cell, mark, expected) in [
            ("1.5", Mark::Point, Cell::Number(1.5)),
            ("1,5", Mark::Comma, Cell::Number(1.5)),
            ("1.234,5", Mark::Comma, Cell::Number(1234.5)),
            ("1 234,5", Mark::Comma, Cell::Number(1234.5)),
            ("1,234.5", Mark::Point, Cell::Number(1234.5)),
            ("1'234.5", Mark::Point, Cell::Number(1234.5)),
            ("1.5 kWh", Mark::Point, Cell::Number(1.5)),
            ("12度", Mark::Point, Cell::Number(12.0)),
            ("NaN", Mark::Point, Cell::Missing),
            ("--", Mark::Comma, Cell::Missing),
            ("", Mark::Comma, Cell::Missing),
            ("1,5", Mark::Point, Cell::Other),
            ("inf", Mark::Point, Cell::Other),
            ("1e999", Mark::Point, Cell::Other),
            ("1e13", Mark::Point, Cell::Other),
            ("1.5 bar", Mark::Point, Cell::Other),
            ("00:15", Mark::Point, Cell::Other),
        ] {
            assert_eq!(number(cell, mark), expected, "{cell}");
        }
    }
}
