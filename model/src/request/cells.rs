//! Cells of a request to quantities and sizes, as the whole sheet reads its numbers. What is read in a special way comes with a note, and what can mean
//! two things is refused with both.

use super::size::{bare, fraction};
use crate::entry::typed;
use crate::import::numbers::{Because, DecimalSign, Decision, Signs, half_width, number};
use crate::units::{Dimension, NotANumber, parse_number, parse_quantity, unit_named};
use crate::words::{Arg, Phrase, Text, phrase, text};

/// How the numbers of a sheet are read.
#[derive(Clone, Copy, Debug)]
pub struct Style {
    /// The sign of decimals, by all cells together.
    pub decided: Decision,
    /// Whether that is certain for cells that could be read either way.
    pub certain: bool,
    /// Whether blanks part thousands: some quantity has `10 000`.
    pub blanks_part_thousands: bool,
    /// What parts the cells of a text.
    delimiter: Option<char>,
}

/// Collects what the cells of a sheet say about its numbers.
#[derive(Clone, Copy, Debug, Default)]
pub struct Styles {
    sizes: Signs,
    comma_in_pieces: bool,
    point_in_pieces: bool,
    blanks: bool,
}

impl Styles {
    /// A cell with a size.
    pub fn see_size(&mut self, cell: &str) {
        self.sizes.see(cell);
    }

    /// A cell with quantities: pieces are whole, so a sign before three digits parts thousands.
    pub fn see_pieces(&mut self, cell: &str) {
        for one in cell.split(BETWEEN) {
            let plain: String = one.chars().map(half_width).collect();
            let digits = plain.trim().trim_end_matches(|letter: char| !letter.is_ascii_digit());
            let multiplied = plain.trim().len() > digits.len()
                && multiplier(plain.trim().get(digits.len()..).unwrap_or_default())
                    .is_some_and(|times| times > 1.0);
            if multiplied {
                self.sizes.see(digits); // 1.5万: decimals
            } else {
                self.comma_in_pieces |= is_grouped(digits, ',');
                self.point_in_pieces |= is_grouped(digits, '.');
                let groups: Vec<&str> = digits.split(' ').collect();
                self.blanks |= is_grouped(digits, ' ')
                    && groups.iter().skip(1).any(|group| group.starts_with('0'));
                if digits.contains('.') && digits.contains(',') {
                    self.sizes.see(digits);
                }
            }
        }
    }

    /// How the numbers of the sheet are read.
    pub const fn decide(self, delimiter: Option<char>) -> Style {
        let decided = self.sizes.decide(delimiter);
        let (decided, certain) = match (decided.because, self.comma_in_pieces, self.point_in_pieces)
        {
            (Because::ACell, ..) => (decided, true),
            (Because::Contradiction, ..) => (decided, false),
            (_, true, false) => {
                (Decision { sign: DecimalSign::Point, because: Because::ACell }, true)
            }
            // 12.500 mm and 1.000 pieces: both may have three decimals, as some programs write them.
            (_, false, true) if self.sizes.has_open_point() => {
                (Decision { sign: DecimalSign::Point, because: Because::EitherWay }, false)
            }
            (_, false, true) => {
                (Decision { sign: DecimalSign::Comma, because: Because::ACell }, true)
            }
            (_, true, true) => {
                (Decision { sign: DecimalSign::Point, because: Because::Contradiction }, false)
            }
            (..) => (Decision { sign: DecimalSign::Point, because: decided.because }, false),
        };
        Style { decided, certain, blanks_part_thousands: self.blanks, delimiter }
    }
}

/// Whether a sign parts groups of three digits throughout.
fn is_grouped(digits: &str, sign: char) -> bool {
    let mut groups = digits.split(sign);
    let all = |group: &str| group.bytes().all(|digit| digit.is_ascii_digit());
    let first = groups.next().is_some_and(|first| {
        (1..=3).contains(&first.len()) && all(first) && !first.starts_with('0')
    });
    let mut rest = groups.peekable();
    first && rest.peek().is_some() && rest.all(|group| group.len() == 3 && all(group))
}

/// A number with a comma between its thousands, for a note.
pub fn grouped(value: f64) -> String {
    let plain = typed(value);
    let (whole, decimals) =
        plain.split_once('.').map_or((plain.as_str(), String::new()), |(whole, decimals)| {
            (whole, format!(".{decimals}"))
        });
    let start = whole.len() % 3;
    let mut out = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && place % 3 == start {
            out.push(',');
        }
        out.push(digit);
    }
    out + &decimals
}

const AMBIGUOUS: Text = text(
    "“{0}” can mean {1} or {2}. Write it without a separator, or show the decimals.",
    "“{0}”可能是 {1}，也可能是 {2}。请去掉分隔符，或写明小数。",
);
const TWO_QUANTITIES: Text = text(
    "“{0}” can mean {1} or two quantities. Part quantities by a slash, as in 1000/5000.",
    "“{0}”可能是 {1}，也可能是两个数量。多个数量请用斜杠分隔，如 1000/5000。",
);
const NOT_WHOLE: Text =
    text("A quantity is a whole number of pieces, not {0}.", "数量须为整数件，不能是 {0}。");
const NO_QUANTITY: Text = text(
    "“{0}” is not understood as a quantity. Write pieces as 10000, several quantities as 1000/5000.",
    "“{0}”不能识别为数量。请写件数，如 10000；多个数量写作 1000/5000。",
);
const UNKNOWN_UNIT: Text = text(
    "This column has no unit “{0}”. Its units: {1}.",
    "该列不能使用单位“{0}”。可用单位：{1}。",
);
/// Why a number was read so.
const COMMAS: Text = text(
    "“{0}” is read as {1}: the sheet uses decimal commas.",
    "“{0}”读作 {1}：该表以逗号为小数点。",
);
const READ_AS: Text = text("“{0}” is read as {1}.", "“{0}”读作 {1}。");

fn name(text: &str) -> Arg {
    Arg::Name(text.chars().take(40).collect())
}

/// A number in a cell; a note where it is not what a person would type into a field.
fn plain(cell: &str, style: Style, whole: bool) -> Result<f64, Option<Phrase>> {
    let text: String = cell.trim().chars().map(half_width).collect();
    let unsigned = text.trim_start_matches(['+', '-']);
    let by = |sign: DecimalSign| number(&text, sign);
    let doubtful = [',', '.']
        .into_iter()
        .find(|sign| is_grouped(unsigned, *sign) && unsigned.matches(*sign).count() == 1);
    let Some(sign) = doubtful else {
        let other = if style.decided.sign == DecimalSign::Point {
            DecimalSign::Comma
        } else {
            DecimalSign::Point
        };
        // The shape of the number leaves no doubt, whatever the sheet uses elsewhere.
        return by(style.decided.sign).or_else(|| by(other)).ok_or(None);
    };
    let ambiguous = || {
        let (decimal, thousands) = if sign == '.' {
            (by(DecimalSign::Point), by(DecimalSign::Comma))
        } else {
            (by(DecimalSign::Comma), by(DecimalSign::Point))
        };
        Some(phrase(
            AMBIGUOUS,
            [
                name(cell),
                name(&grouped(decimal.unwrap_or_default())),
                name(&grouped(thousands.unwrap_or_default())),
            ],
        ))
    };
    let is_decimal_sign = style.decided.sign.signs().0 == sign;
    if style.certain {
        // Nobody writes pieces with three decimals; whoever wrote this used another sign than the rest of the sheet.
        return if whole && is_decimal_sign {
            Err(ambiguous())
        } else {
            by(style.decided.sign).ok_or(None)
        };
    }
    match (sign, whole) {
        (',', true) => by(DecimalSign::Point).ok_or(None),
        ('.', false)
            if style.delimiter != Some(';')
                && !matches!(
                    style.decided.because,
                    Because::Contradiction | Because::EitherWay
                ) =>
        {
            by(DecimalSign::Point).ok_or(None)
        }
        _ => Err(ambiguous()),
    }
}

/// The note that a number deserves: none where it would be typed so.
fn noted(cell: &str, value: f64, shown: &str, style: Style) -> Option<Phrase> {
    if parse_number(cell) == Ok(value) && !cell.contains(',') {
        return None;
    }
    let words = if style.decided.sign == DecimalSign::Comma && cell.contains(['.', ',']) {
        COMMAS
    } else {
        READ_AS
    };
    Some(phrase(words, [name(cell), name(shown)]))
}

/// A value with the unit of its dimension in which it is, and a note where it was read in a special way.
#[derive(Clone, PartialEq, Debug)]
pub struct Amount {
    /// The text as it would be typed.
    pub text: String,
    /// The value that it says.
    pub value: f64,
    /// The position of its unit.
    pub unit: usize,
    /// What is special about it.
    pub note: Option<Phrase>,
}

/// Reads the size in a cell; `unit` and `times` are those of its head, by [`unit_of`].
///
/// # Errors
/// What is wrong with it.
pub fn amount(
    cell: &str,
    dimension: Dimension,
    (unit, times): (usize, f64),
    style: Style,
) -> Result<Amount, Phrase> {
    let text: String = cell.trim().chars().map(half_width).collect();
    let mut text = text.trim();
    let mut special = false;
    if dimension == Dimension::Thickness {
        let without =
            ["≥", ">=", "≧", "≮", ">", "min.", "min", "Min.", "Min", "MIN", "不小于", "最小"]
                .into_iter()
                .find_map(|mark| text.strip_prefix(mark));
        let without = without.or_else(|| {
            ["min.", "min", "MIN", "以上"].into_iter().find_map(|mark| text.strip_suffix(mark))
        });
        special |= without.is_some();
        text = without.unwrap_or(text).trim();
    }
    let without = text.trim_start_matches(['φ', 'Φ', 'Ø', 'ø', '⌀']).trim();
    special |= without.len() < text.len();
    text = without;
    // `HRC 39`: the unit may stand in front.
    let (text, in_front) = match text.find(|letter: char| letter.is_ascii_digit()) {
        Some(at) if at > 0 => {
            let (front, rest) = text.split_at_checked(at).unwrap_or(("", text));
            let front = front.trim_matches([' ', ':', '=']);
            match unit_of(dimension, front).filter(|_| parted(rest).1.trim().is_empty()) {
                Some(_) => (rest, front),
                None => (text, ""),
            }
        }
        _ => (text, ""),
    };
    let (digits, said) = parted(text);
    let said = if in_front.is_empty() { said } else { in_front };
    let (digits, said) = (digits.trim().trim_end_matches('.'), said.trim());
    let (own, digits) = match said {
        "" => (None, digits),
        said => (
            Some(unit_of(dimension, said).ok_or_else(|| {
                if digits.is_empty() {
                    NotANumber::Unreadable.message(dimension)
                } else {
                    phrase(UNKNOWN_UNIT, [name(said), Arg::Units(dimension)])
                }
            })?),
            digits.trim(),
        ),
    };
    let (unit, times) = own.unwrap_or((unit, times));
    let as_fraction =
        fraction(digits).filter(|_| matches!(dimension, Dimension::Length | Dimension::Thickness));
    let unread = || {
        let range = parse_quantity(text, dimension) == Err(NotANumber::Range);
        let why = if range { NotANumber::Range } else { NotANumber::Unreadable };
        why.message(dimension)
    };
    let value = match as_fraction {
        Some(value) => value,
        None => plain(digits, style, false).map_err(|why| why.unwrap_or_else(unread))?,
    };
    let shown = [&grouped(value * times), " ", dimension.unit(unit).symbol].concat();
    let note = if special || own.is_some() || as_fraction.is_some() || is_multiple(times) {
        Some(phrase(READ_AS, [name(cell), name(shown.trim())]))
    } else {
        noted(cell, value, shown.trim(), style)
    };
    let text = if note.is_none() && parse_number(digits) == Ok(value) {
        digits.to_owned()
    } else {
        typed(value * times)
    };
    Ok(Amount { text, value: value * times, unit, note })
}

/// The unit of a dimension that a text names, and how many of it one of the named is.
pub fn unit_of(dimension: Dimension, said: &str) -> Option<(usize, f64)> {
    if dimension == Dimension::Length && matches!(said.trim(), "丝" | "道") {
        return dimension.position("mm").map(|unit| (unit, 0.01)); // of a sheet metal; no unit to choose
    }
    unit_named(dimension, said).map(|unit| (unit, 1.0))
}

/// A number, and the unit that stands behind it.
fn parted(text: &str) -> (&str, &str) {
    let digit = |at: usize| {
        text.get(at..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    };
    let exponent = |at: usize| {
        at > 0
            && text.get(at + 1..).is_some_and(|rest| {
                rest.trim_start_matches(['+', '-']).starts_with(|c: char| c.is_ascii_digit())
            })
    };
    let belongs = |(at, letter): (usize, char)| match letter {
        '\'' => digit(at + 1),
        'e' | 'E' => exponent(at),
        letter => letter.is_ascii_digit() || matches!(letter, '.' | ',' | '+' | '-' | '/' | ' '),
    };
    let end = text.char_indices().find(|place| !belongs(*place)).map_or(text.len(), |(at, _)| at);
    text.split_at_checked(end).unwrap_or((text, ""))
}

/// Words that count pieces, and what multiplies them, in letters only.
const PIECES: [&str; 22] = [
    "pcs", "pc", "piece", "pieces", "ea", "each", "off", "nos", "stk", "stück", "st", "件", "个",
    "只", "支", "颗", "粒", "枚", "根", "片", "pz", "条",
];
const TIMES: [(&str, f64); 8] = [
    ("k", 1e3),
    ("千", 1e3),
    ("thousand", 1e3),
    ("tsd", 1e3),
    ("1000", 1e3),
    ("万", 1e4),
    ("萬", 1e4),
    ("w", 1e4),
];

/// By how much a word behind a number multiplies pieces: `pcs` by one, `k` and `千件` by a thousand, `万` by ten thousand. None for any other word.
pub fn multiplier(word: &str) -> Option<f64> {
    let word = bare(word);
    let pieces = |word: &str| word.is_empty() || PIECES.contains(&word);
    if pieces(&word) {
        return Some(1.0);
    }
    TIMES
        .iter()
        .find(|(times, _)| word.strip_prefix(times).is_some_and(pieces))
        .map(|(_, times)| *times)
}

/// Whether a unit or a multiplier is another than one.
fn is_multiple(times: f64) -> bool {
    (times - 1.0).abs() > f64::EPSILON
}

/// What stands between quantities.
const BETWEEN: [char; 9] = ['/', ';', '；', '、', '|', '\n', '\r', '／', '｜'];

/// The quantities in a cell, and a note where they were read in a special way; `times` is what the head multiplies by.
///
/// # Errors
/// What is wrong with it.
pub fn pieces(cell: &str, times: f64, style: Style) -> Result<(Vec<f64>, Option<Phrase>), Phrase> {
    let text: String = cell.trim().chars().map(half_width).collect();
    let unread = || phrase(NO_QUANTITY, [name(cell)]);
    // `1000,5000` are two quantities, `10,50` may be ten and a half.
    let is_list = text.contains(',')
        && text.split(',').all(|part| {
            part.trim().len() > 2 && part.trim().bytes().all(|digit| digit.is_ascii_digit())
        });
    let found = match one(&text, times, style) {
        Ok(value) if value.fract() == 0.0 || !is_list => {
            let digits = text.trim_end_matches(|letter: char| !letter.is_ascii_digit());
            if is_grouped(digits, ' ') && !style.blanks_part_thousands {
                return Err(phrase(TWO_QUANTITIES, [name(cell), name(&grouped(value))]));
            }
            vec![value]
        }
        Err(Some(why)) => return Err(why),
        Ok(_) | Err(None) => {
            let split = |sign: &dyn Fn(char) -> bool| -> Option<Vec<String>> {
                let parts: Vec<String> = text
                    .split(sign)
                    .map(str::trim)
                    .filter(|part| !part.is_empty())
                    .map(str::to_owned)
                    .collect();
                (parts.len() > 1).then_some(parts)
            };
            let words = text.contains(char::is_alphabetic);
            let parts = split(&|letter| BETWEEN.contains(&letter));
            let parts = parts
                .or_else(|| split(&|letter| letter == ' ').filter(|_| !words))
                .or_else(|| split(&|letter| letter == ',').filter(|_| is_list))
                .ok_or_else(unread)?;
            let numbers: Result<Vec<f64>, Option<Phrase>> =
                parts.iter().map(|part| one(part.trim_end_matches(','), times, style)).collect();
            numbers.map_err(|why| why.unwrap_or_else(unread))?
        }
    };
    if let Some(broken) = found.iter().find(|value| value.fract() != 0.0) {
        return Err(phrase(NOT_WHOLE, [name(&grouped(*broken))]));
    }
    let shown = found.iter().map(|value| grouped(*value)).collect::<Vec<_>>().join(" / ");
    let as_typed = cell.bytes().all(|byte| byte.is_ascii_digit() || byte == b' ')
        && !is_multiple(times)
        && !(found.len() == 1 && cell.contains(' '));
    let note = match found.as_slice() {
        _ if as_typed => None,
        [value] => noted(cell, *value, &shown, style),
        _ => Some(phrase(READ_AS, [name(cell), name(&shown)])),
    };
    Ok((found, note))
}

fn one(text: &str, times: f64, style: Style) -> Result<f64, Option<Phrase>> {
    let end = text.rfind(|letter: char| letter.is_ascii_digit()).map_or(0, |at| at + 1);
    let (digits, word) = text.split_at_checked(end).ok_or(None)?;
    let own = multiplier(word).ok_or(None)?;
    let multiplied = own * times;
    let value = plain(digits, style, !is_multiple(multiplied))? * multiplied;
    // 0.3 × 10,000 is no whole number to the last bit.
    Ok(if (value - value.round()).abs() < 1e-6 { value.round() } else { value })
}

/// A text for a note that names what was read and how.
pub fn read_as(cell: &str, shown: &str) -> Phrase {
    phrase(READ_AS, [name(cell), name(shown)])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn style(sizes: &[&str], quantities: &[&str], delimiter: char) -> Style {
        let mut styles = Styles::default();
        sizes.iter().for_each(|cell| styles.see_size(cell));
        quantities.iter().for_each(|cell| styles.see_pieces(cell));
        styles.decide(Some(delimiter))
    }

    #[test]
    fn quantities_are_read_as_people_write_them() {
        let cells = [
            "10,000",
            "10 000",
            "5k",
            "10000 pcs",
            "1万",
            "1.5万",
            "1000/5000/10000",
            "1,500",
            "1,000; 5,000",
            "1e3",
            "１００００",
            "3千件",
            "1000 5000",
            "1000,5000",
            "0.3万",
        ];
        let expected: [&[f64]; 15] = [
            &[10_000.0],
            &[10_000.0],
            &[5_000.0],
            &[10_000.0],
            &[10_000.0],
            &[15_000.0],
            &[1_000.0, 5_000.0, 10_000.0],
            &[1_500.0],
            &[1_000.0, 5_000.0],
            &[1_000.0],
            &[10_000.0],
            &[3_000.0],
            &[1_000.0, 5_000.0],
            &[1_000.0, 5_000.0],
            &[3_000.0],
        ];
        let style = style(&["30"], &cells, ',');
        for (cell, expected) in cells.into_iter().zip(expected) {
            let (found, note) =
                pieces(cell, 1.0, style).unwrap_or_else(|why| panic!("{cell}: {why:?}"));
            assert_eq!(found, expected, "{cell}");
            assert_eq!(
                note.is_some(),
                !["1000 5000", "1e3", "１００００"].contains(&cell),
                "{cell}: {note:?}"
            );
        }
        assert_eq!(
            pieces("10", 1000.0, style).map(|(found, _)| found),
            Ok(vec![10_000.0]),
            "a head in thousands"
        );
        for cell in [
            "10.000",
            "many",
            "10-20",
            "~100",
            "1.5",
            "5 sets",
            "",
            "10000 pcs/year",
            "5M",
            "½",
            "10,50",
            "1500,5",
        ] {
            assert!(pieces(cell, 1.0, style).is_err(), "{cell}");
        }
    }

    #[test]
    fn blanks_part_thousands_only_where_the_sheet_shows_it() {
        assert!(pieces("100 500", 1.0, style(&[], &["100 500"], ',')).is_err());
        assert_eq!(
            pieces("100 500", 1.0, style(&[], &["100 500", "10 000"], ',')).map(|(found, _)| found),
            Ok(vec![100_500.0])
        );
    }

    #[test]
    fn the_sheet_decides_what_a_point_means() {
        let commas = style(&["30,0", "1.250"], &["1.500", "10.000", "1.500,00"], ';');
        assert_eq!(pieces("10.000", 1.0, commas).map(|(found, _)| found), Ok(vec![10_000.0]));
        assert_eq!(
            amount("1.250", Dimension::Length, (0, 1.0), commas).map(|read| read.value),
            Ok(1250.0)
        );
        assert_eq!(
            amount("0.250", Dimension::Length, (0, 1.0), commas).map(|read| read.value),
            Ok(0.25)
        );
        assert!(pieces("10,000", 1.0, commas).is_err());
        let points = style(&["30.5"], &["10,000"], ',');
        assert!(pieces("10.000", 1.0, points).is_err(), "ten pieces or ten thousand");
        assert_eq!(
            amount("1.250", Dimension::Length, (0, 1.0), points).map(|read| read.value),
            Ok(1.25)
        );
    }

    #[test]
    fn sizes_have_units_of_their_own() {
        let style = style(&["1.5"], &[], ',');
        let mm = |cell: &str, dimension: Dimension| {
            amount(cell, dimension, (0, 1.0), style)
                .map(|read| dimension.unit(read.unit).to_canonical(read.value))
        };
        for (cell, dimension, canonical) in [
            ("30 mm", Dimension::Length, 30.0),
            ("3cm", Dimension::Length, 30.0),
            ("1-1/2\"", Dimension::Length, 38.1),
            ("2 in", Dimension::Length, 50.8),
            ("8μm", Dimension::Thickness, 8.0),
            ("8 µm", Dimension::Thickness, 8.0),
            ("≥8", Dimension::Thickness, 8.0),
            ("0.3 mil", Dimension::Thickness, 7.62),
            ("0.001 in", Dimension::Thickness, 25.4),
            ("φ20", Dimension::Length, 20.0),
        ] {
            let found = mm(cell, dimension).unwrap_or_else(|why| panic!("{cell}: {why:?}"));
            assert!((found - canonical).abs() < 1e-9, "{cell}: {found}");
        }
        for cell in ["8-12", "8 furlongs", "abc", "mm", "8 9"] {
            assert!(mm(cell, Dimension::Thickness).is_err(), "{cell}");
        }
    }
}
