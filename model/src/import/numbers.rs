//! Numbers of a sheet. Whether a comma marks decimals or thousands is decided once, from all cells of the sheet: one cell alone often cannot say.

use crate::units::parse_decimal;

/// What marks the decimals.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DecimalSign {
    /// 1,234.5
    Point,
    /// 1.234,5
    Comma,
}

impl DecimalSign {
    /// What marks decimals, and what parts thousands.
    pub const fn signs(self) -> (char, char) {
        match self {
            Self::Point => ('.', ','),
            Self::Comma => (',', '.'),
        }
    }
}

/// The number in a cell under the sign of its sheet: thousands may be parted by the other sign, blanks or apostrophes, three digits each. None for any
/// other text, so a unit has to be taken off before.
///
/// ```
/// use platewise_model::import::numbers::{DecimalSign, number};
/// assert_eq!(number("10.000", DecimalSign::Comma), Some(10_000.0));
/// assert_eq!(number("10.000", DecimalSign::Point), Some(10.0));
/// assert_eq!(number("1,50", DecimalSign::Point), None);
/// ```
pub fn number(cell: &str, sign: DecimalSign) -> Option<f64> {
    plain(cell, sign).and_then(|plain| parse_decimal(&plain))
}

/// The number with a point for its decimals and nothing between its thousands; none where thousands are not three digits each.
fn plain(cell: &str, sign: DecimalSign) -> Option<String> {
    let (point, group) = sign.signs();
    let cell: String = cell.trim().chars().map(half_width).collect();
    if !cell.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (number, exponent) =
        cell.find(['e', 'E']).and_then(|at| cell.split_at_checked(at)).unwrap_or((&cell, ""));
    let (whole, decimals) = number.split_once(point).unwrap_or((number, ""));
    let mut groups = whole.split([group, ' ', '\'']);
    let first = groups.next().unwrap_or_default();
    let digits = first.trim_start_matches(['+', '-']);
    let mut grouped = false;
    for three in groups {
        if three.len() != 3 || !three.bytes().all(|digit| digit.is_ascii_digit()) {
            return None;
        }
        grouped = true;
    }
    if grouped && (!(1..=3).contains(&digits.len()) || digits.starts_with('0')) {
        return None;
    }
    let whole: String =
        whole.chars().filter(|letter| *letter != group && !matches!(letter, ' ' | '\'')).collect();
    Some(
        [whole.as_str(), if number.contains(point) { "." } else { "" }, decimals, exponent]
            .concat(),
    )
}

/// The usual form of a sign or digit as a Chinese keyboard or a typesetter has it.
pub fn half_width(letter: char) -> char {
    match letter {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xFEE0).unwrap_or(letter),
        '−' | '–' => '-',
        '’' | '‘' | '´' => '\'',
        '\u{3000}' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{2007}' => ' ',
        _ => letter,
    }
}

/// How sure it is which sign marks the decimals.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Because {
    /// A cell leaves no doubt: `1,5`, `1.234,5`, `2.000.000`.
    ACell,
    /// No cell does; numbers of up to three digits stand beside others that all have three digits behind their only sign.
    ShortNumbers,
    /// No cell does, and commas part the cells of the text.
    Delimiter,
    /// No number has a sign.
    NoSign,
    /// Nothing says it: the point is taken.
    Usual,
    /// Cells leave no doubt, and contradict each other.
    Contradiction,
    /// Sizes and quantities alike have three digits behind a point, and nothing says which of them are decimals.
    EitherWay,
}

/// The sign of a sheet and why.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Decision {
    /// The sign.
    pub sign: DecimalSign,
    /// Why.
    pub because: Because,
}

/// What the cells of a sheet have said about its decimals so far. Show it every number that people typed, not those that a workbook stores as numbers.
#[derive(Clone, Copy, Debug, Default)]
pub struct Signs {
    /// Cells that leave no doubt: with a decimal point, with a decimal comma.
    point: bool,
    comma: bool,
    /// A comma, or a point, before exactly three digits.
    comma_of_three: bool,
    point_of_three: bool,
    /// A number of up to three digits without either.
    bare: bool,
}

impl Signs {
    /// Looks at one more cell; texts that do not begin as a number say nothing.
    pub fn see(&mut self, cell: &str) {
        let cell: String = cell.trim().chars().map(half_width).collect();
        // A unit or a word behind the number says nothing.
        let end = cell
            .find(|letter: char| {
                !letter.is_ascii_digit() && !matches!(letter, '+' | '-' | '.' | ',' | ' ' | '\'')
            })
            .unwrap_or(cell.len());
        let cell = cell.get(..end).unwrap_or_default().trim_end_matches([' ', '.', ',']);
        if !cell.starts_with(|letter: char| {
            letter.is_ascii_digit() || matches!(letter, '+' | '-' | '.' | ',')
        }) {
            return;
        }
        // Two numbers in a cell, as of a range, say nothing by the sign that both have.
        let repeats = |sign: char| cell.matches(sign).count() > 1;
        let in_threes = |sign: char| {
            cell.split(sign)
                .skip(1)
                .all(|group| group.len() == 3 && group.bytes().all(|digit| digit.is_ascii_digit()))
        };
        if ['.', ','].into_iter().any(|sign| {
            repeats(sign) && !cell.contains(if sign == '.' { ',' } else { '.' }) && !in_threes(sign)
        }) {
            return;
        }
        match (cell.rfind('.'), cell.rfind(',')) {
            (None, None) => {
                self.bare |= (1..=3).contains(&cell.len())
                    && cell != "0"
                    && cell.bytes().all(|digit| digit.is_ascii_digit())
            }
            (Some(point), Some(comma)) => {
                self.certain(if point > comma { DecimalSign::Point } else { DecimalSign::Comma })
            }
            (Some(_), None) => match alone(cell, '.') {
                None => self.point_of_three = true,
                Some(decimals) => {
                    self.certain(if decimals { DecimalSign::Point } else { DecimalSign::Comma })
                }
            },
            (None, Some(_)) => match alone(cell, ',') {
                None => self.comma_of_three = true,
                Some(decimals) => {
                    self.certain(if decimals { DecimalSign::Comma } else { DecimalSign::Point })
                }
            },
        }
    }

    /// Whether a number has a point before exactly three digits, which may be decimals or not.
    pub const fn has_open_point(self) -> bool {
        self.point_of_three
    }

    const fn certain(&mut self, sign: DecimalSign) {
        match sign {
            DecimalSign::Point => self.point = true,
            DecimalSign::Comma => self.comma = true,
        }
    }

    /// The sign of the sheet. Where every number has three digits behind its only sign, they are decimals unless numbers without a sign stand between
    /// them; a comma inside a text that commas delimit parts thousands.
    pub const fn decide(self, delimiter: Option<char>) -> Decision {
        let commas_delimit = matches!(delimiter, Some(','));
        let (sign, because) =
            match (self.point, self.comma, self.comma_of_three, self.point_of_three) {
                (true, true, ..) => (DecimalSign::Point, Because::Contradiction),
                (true, false, ..) => (DecimalSign::Point, Because::ACell),
                (false, true, ..) => (DecimalSign::Comma, Because::ACell),
                (_, _, false, false) => (DecimalSign::Point, Because::NoSign),
                _ if commas_delimit => (DecimalSign::Point, Because::Delimiter),
                (_, _, true, _) if !self.bare => (DecimalSign::Comma, Because::Usual),
                (_, _, true, _) => (DecimalSign::Point, Because::ShortNumbers),
                _ if self.bare => (DecimalSign::Comma, Because::ShortNumbers),
                _ => (DecimalSign::Point, Because::Usual),
            };
        Decision { sign, because }
    }
}

/// Whether the only sign of a cell marks decimals; none if it may part thousands as well.
fn alone(cell: &str, sign: char) -> Option<bool> {
    let (before, after) = cell.split_once(sign)?;
    if after.contains(sign) {
        return Some(false);
    }
    let three = after.len() == 3 && after.bytes().all(|digit| digit.is_ascii_digit());
    let whole = before.trim_start_matches(['-', '+']);
    if three && !whole.is_empty() && whole != "0" && whole.len() <= 3 { None } else { Some(true) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use DecimalSign::{Comma, Point};

    fn decided(cells: &[&str], delimiter: char) -> DecimalSign {
        let mut signs = Signs::default();
        cells.iter().for_each(|cell| signs.see(cell));
        signs.decide(Some(delimiter)).sign
    }

    #[test]
    fn decimals_are_told_from_thousands_by_all_cells_together() {
        for (cells, delimiter, expected) in [
            (&["1,5"][..], ';', Comma),
            (&["1,234", "0,250"], ';', Comma),
            (&["1,234", "2,345"], ';', Comma),
            (&["1,234", "987"], '\t', Point),
            (&["1,234"], ',', Point),
            (&["1,234,567"], '\t', Point),
            (&["1.234", "12.500"], ';', Point),
            (&["1.234", "987"], ';', Comma),
            (&["1.234", "987"], ',', Point),
            (&["n.a.", "1.5"], ';', Point),
            (&["1.234,5"], ';', Comma),
            (&["1,234.5"], ';', Point),
            (&["12", "7"], ';', Point),
            (&["10.000 pcs", "2.000.000"], ';', Comma),
        ] {
            assert_eq!(decided(cells, delimiter), expected, "{cells:?}");
        }
    }

    #[test]
    fn cells_that_contradict_each_other_are_told() {
        let mut signs = Signs::default();
        ["1,5", "2.5"].iter().for_each(|cell| signs.see(cell));
        assert_eq!(signs.decide(Some(';')).because, Because::Contradiction);
    }

    #[test]
    fn numbers_are_read_with_their_thousands() {
        for (cell, sign, expected) in [
            ("1.5", Point, Some(1.5)),
            ("1,5", Comma, Some(1.5)),
            ("1.234,5", Comma, Some(1234.5)),
            ("1 234,5", Comma, Some(1234.5)),
            ("1\u{202f}234,5", Comma, Some(1234.5)),
            ("1,234.5", Point, Some(1234.5)),
            ("1'234.5", Point, Some(1234.5)),
            ("２，０００", Point, Some(2000.0)),
            ("10,000,000", Point, Some(1e7)),
            ("-0.5", Point, Some(-0.5)),
            ("−5", Point, Some(-5.0)),
            (".5", Point, Some(0.5)),
            ("1e3", Point, Some(1000.0)),
            ("0.250", Comma, None),
            ("1,5", Point, None),
            ("10,00", Point, None),
            ("1234,567", Point, None),
            (",500", Point, None),
            ("1 2", Point, None),
            ("inf", Point, None),
            ("1e999", Point, None),
            ("1.5 bar", Point, None),
            ("00:15", Point, None),
            ("", Comma, None),
        ] {
            assert_eq!(number(cell, sign), expected, "{cell}");
        }
    }
}
