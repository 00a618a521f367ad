//! Turns quantities and phrases into text for one reader: a language and a system of units.

use crate::units::{Dimension, System, Unit, format_significant, without_trailing_zeros};
use crate::words::{Arg, Language, Phrase, Text, text};

/// A value with its range.
const SPAN: Text = text("{0} ({1}–{2})", "{0}（{1}–{2}）");

/// Who reads: a language and the units they think in.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Reader {
    /// Language.
    pub language: Language,
    /// System of units.
    pub system: System,
}

impl Reader {
    /// The unit in which this reader sees a dimension.
    pub fn unit(self, dimension: Dimension) -> Unit {
        let unit = dimension.unit(dimension.read_in(self.language, self.system));
        Unit { symbol: unit.symbol_in(self.language), ..unit }
    }

    /// The bare number of a quantity in this reader's unit, to three significant digits.
    pub fn number(self, dimension: Dimension, canonical: f64) -> String {
        let shown = self.unit(dimension).from_canonical(canonical);
        if let Some(decimals) = decimals(dimension) {
            fixed(shown, decimals)
        } else {
            format_significant(shown, digits(dimension, shown))
        }
    }

    /// Number and unit: `12.0 µm`, `96.0 %`.
    pub fn quantity(self, dimension: Dimension, canonical: f64) -> String {
        with_unit(&self.number(dimension, canonical), self.unit(dimension))
    }

    /// Number and unit as they stand in a sentence: there a whole number is a whole number, `5 µm` and not `5.00 µm`.
    fn quantity_in_words(self, dimension: Dimension, canonical: f64) -> String {
        let unit = self.unit(dimension);
        let shown = unit.from_canonical(canonical);
        if let Some(decimals) = decimals(dimension) {
            return with_unit(&fixed(shown, decimals), unit);
        }
        with_unit(&in_words(shown, digits(dimension, shown)), unit)
    }

    /// A quantity counted per something, per one of this reader's units of it: `1.22 A·h/dm²`.
    pub fn quantity_per(
        self,
        dimension: Dimension,
        canonical: f64,
        per: Option<Dimension>,
    ) -> String {
        match per {
            None => self.quantity(dimension, canonical),
            Some(per) => format!(
                "{}/{}",
                self.quantity(dimension, self.share(canonical, Some(per))),
                self.unit(per).symbol
            ),
        }
    }

    /// A canonical value per canonical unit of `per`, brought to one of this reader's units of it.
    pub fn share(self, canonical: f64, per: Option<Dimension>) -> f64 {
        per.map_or(canonical, |per| canonical * self.unit(per).factor)
    }

    /// The units of a dimension, as they may be typed: `µm, mil, mm`.
    fn units(self, dimension: Dimension) -> String {
        let symbols = dimension.units().iter().map(|unit| unit.symbol_in(self.language));
        let named: Vec<&str> = symbols.filter(|symbol| !symbol.is_empty()).collect();
        named.join(if self.language == Language::Zh { "、" } else { ", " })
    }

    /// A label with what it belongs to: `Cyanide, medium: voltage`.
    pub fn label(self, of: Option<Text>, label: Text) -> String {
        let label = label.get(self.language);
        of.map_or_else(
            || label.to_owned(),
            |of| {
                [
                    of.get(self.language),
                    if self.language == Language::Zh { "：" } else { ": " },
                    label,
                ]
                .concat()
            },
        )
    }

    /// Head of a column.
    pub fn column(self, column: &super::Column) -> String {
        let label = self.phrase(&column.label);
        column.per.map_or_else(|| label.clone(), |per| format!("{label} {}", self.unit(per).symbol))
    }

    /// Several numbers and their unit: `2.68; 3.13; 3.60 kWh/(m²·day)`.
    pub fn several(self, dimension: Dimension, values: &[f64]) -> String {
        let numbers: Vec<String> =
            values.iter().map(|value| self.number(dimension, *value)).collect();
        with_unit(&numbers.join("; "), self.unit(dimension))
    }

    /// A duration as people say it: `29 min 16 s`, `2 h 5 min`.
    pub fn duration(self, minutes: f64) -> String {
        duration_parts(minutes).map_or_else(
            || self.quantity_in_words(Dimension::Minutes, minutes),
            |parts| {
                parts
                    .iter()
                    .map(|(number, unit)| format!("{number} {unit}"))
                    .collect::<Vec<_>>()
                    .join(" ")
            },
        )
    }

    /// A quantity in the form that suits an answer: durations in hours, minutes and seconds, others with their unit.
    pub fn answer(self, dimension: Dimension, canonical: f64) -> String {
        if dimension == Dimension::Minutes {
            self.duration(canonical)
        } else {
            self.quantity(dimension, canonical)
        }
    }

    /// A phrase with its places filled.
    pub fn phrase(self, phrase: &Phrase) -> String {
        let mut out = phrase.text.get(self.language).to_owned();
        for (place, arg) in phrase.args.iter().enumerate() {
            let filled = match arg {
                Arg::Quantity(Dimension::Minutes, value) => self.duration(*value),
                Arg::Quantity(dimension, value) => self.quantity_in_words(*dimension, *value),
                Arg::Span(dimension, value, low, high) => {
                    let low = self.unit(*dimension).from_canonical(*low);
                    let low = Arg::Name(in_words(low, digits(*dimension, low)));
                    self.phrase(&Phrase {
                        text: SPAN,
                        args: vec![
                            Arg::Quantity(*dimension, *value),
                            low,
                            Arg::Quantity(*dimension, *high),
                        ],
                    })
                }
                Arg::Number(value) => in_words(*value, 3),
                Arg::Count(count) => count.to_string(),
                Arg::Text(text) => text.get(self.language).to_owned(),
                Arg::Name(name) => name.clone(),
                Arg::Units(dimension) => self.units(*dimension),
            };
            out = out.replace(&format!("{{{place}}}"), &filled);
            out = numbered(out, place, filled == "1");
        }
        if self.language == Language::Zh { out.replace("） ", "）") } else { out } // a full-width bracket brings its own space
    }
}

/// A text in which `{0:day|days}` is the first word where the number of that place is one, and else the second.
fn numbered(mut text: String, place: usize, is_one: bool) -> String {
    let opening = format!("{{{place}:");
    while let Some((before, rest)) = text.split_once(&opening)
        && let Some((words, after)) = rest.split_once('}')
    {
        let (one, several) = words.split_once('|').unwrap_or((words, words));
        text = [before, if is_one { one } else { several }, after].concat();
    }
    text
}

/// A text with what HTML would take for markup replaced.
pub fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}

/// The pieces of a duration, largest first: hours and minutes from an hour up, minutes and seconds below; `None` outside a year,
/// or below a second, where a plain number says it better.
pub fn duration_parts(minutes: f64) -> Option<Vec<(u64, &'static str)>> {
    if !(1.0 / 60.0..525_600.0).contains(&minutes) {
        return None;
    }
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between a second and a year"
    )]
    let seconds = (minutes * 60.0).round() as u64;
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between a second and a year"
    )]
    let whole_minutes = minutes.round() as u64;
    let parts = if seconds < 3600 {
        [(seconds / 60, "min"), (seconds % 60, "s")]
    } else {
        [(whole_minutes / 60, "h"), (whole_minutes % 60, "min")]
    };
    Some(parts.into_iter().filter(|(number, _)| *number > 0).collect())
}

fn with_unit(number: &str, unit: Unit) -> String {
    let one = ONE.iter().find(|(several, _)| number == "1" && *several == unit.symbol);
    let symbol = one.map_or(unit.symbol, |(_, one)| *one);
    if symbol.is_empty() { number.to_owned() } else { format!("{number} {symbol}") }
}

/// Units that are words, as they are for one.
const ONE: [(&str, &str); 3] = [("years", "year"), ("months", "month"), ("days", "day")];

/// A number in a sentence: a whole one without decimals.
fn in_words(number: f64, digits: usize) -> String {
    let shown = format_significant(number, digits);
    if (number - number.round()).abs() < 1e-9 {
        without_trailing_zeros(&shown).to_owned()
    } else {
        shown
    }
}

/// Decimals of what is always told with so many: prices.
fn decimals(dimension: Dimension) -> Option<u32> {
    match dimension {
        Dimension::PricePerPiece => Some(4),
        Dimension::Price => Some(2),
        _ => None,
    }
}

/// A price with so many decimals and its thousands parted: `12,345.60`. By whole numbers: to print doubles to so many decimals would weigh more
/// in the browser than all that is done with prices there.
pub(crate) fn fixed(number: f64, decimals: u32) -> String {
    let unit = 10_u64.pow(decimals);
    #[allow(clippy::cast_precision_loss, reason = "ten thousand at most")]
    let scaled = (number.abs() * unit as f64).round();
    if scaled.is_nan() || scaled > 9e15 {
        return format_significant(number, 6);
    }
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "checked to lie within the range of the integer"
    )]
    let whole = scaled as u64;
    let digits = (whole / unit).to_string();
    let mut grouped = if number < 0.0 && whole > 0 { String::from("-") } else { String::new() };
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if decimals > 0 {
        let rest = (unit + whole % unit).to_string(); // a one before it keeps its zeros
        grouped.push('.');
        grouped.push_str(rest.get(1..).unwrap_or_default());
    }
    grouped
}

fn digits(dimension: Dimension, shown: f64) -> usize {
    match dimension {
        Dimension::Years if shown.abs() < 9.95 => 2, // a payback is not known to a hundredth of a year
        Dimension::MolarCharge => 8,
        Dimension::Equivalent | Dimension::MolarMass => 5,
        Dimension::Constant | Dimension::MassPerMass | Dimension::EmissionPerEnergy => 4,
        Dimension::Ratio => 2,
        // One of a thing is 1, not 1.00; so is a day.
        Dimension::Count | Dimension::Days if shown.fract() == 0.0 && shown.abs() < 10.0 => 1,
        Dimension::Count | Dimension::Days if shown.fract() == 0.0 && shown.abs() < 100.0 => 2,
        _ => 3,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::phrase;

    #[test]
    fn one_of_a_thing_is_no_plural() {
        let days = |days: f64, language: Language| {
            Reader { language, ..Reader::default() }.quantity(Dimension::Days, days)
        };
        assert_eq!(
            [days(1.0, Language::En), days(2.0, Language::En), days(0.0, Language::En)],
            ["1 day", "2 days", "0 days"]
        );
        assert_eq!(days(1.0, Language::Zh), "1 天");
        let words = text(
            "{0} {0:day|days}, {1} {1:piece is|pieces are} left, {0:its|their} end",
            "{0} 天，剩余 {1} 件",
        );
        let said = |days: u32, pieces: f64, language: Language| {
            Reader { language, ..Reader::default() }
                .phrase(&phrase(words, [Arg::Count(days), Arg::Quantity(Dimension::Count, pieces)]))
        };
        assert_eq!(said(1, 2.0, Language::En), "1 day, 2 pieces are left, its end");
        assert_eq!(said(0, 1.0, Language::En), "0 days, 1 piece is left, their end");
        assert_eq!(said(11, 1.5, Language::En), "11 days, 1.50 pieces are left, their end");
        assert_eq!(said(1, 1.0, Language::Zh), "1 天，剩余 1 件");
    }

    #[test]
    fn durations_read_as_people_say_them() {
        let reader = Reader::default();
        assert_eq!(reader.duration(29.27), "29 min 16 s");
        assert_eq!(reader.duration(0.5), "30 s");
        assert_eq!(reader.duration(60.0), "1 h");
        assert_eq!(reader.duration(133.4), "2 h 13 min");
        assert_eq!(reader.duration(0.001), "0.00100 min");
    }

    #[test]
    fn prices_have_their_decimals() {
        let reader = Reader::default();
        for (price, two, four) in [
            (0.0, "0.00", "0.0000"),
            (1_234_567.891, "1,234,567.89", "1,234,567.8910"),
            (-999.5, "-999.50", "-999.5000"),
            (-0.000_01, "0.00", "0.0000"),
        ] {
            assert_eq!(
                [Dimension::Price, Dimension::PricePerPiece]
                    .map(|dimension| reader.number(dimension, price)),
                [two, four]
            );
        }
    }

    #[test]
    fn a_reader_sees_their_own_units() {
        let sentence =
            phrase(text("at most {0}", "最多 {0}"), [Arg::Quantity(Dimension::Thickness, 25.4)]);
        let us = Reader { language: Language::En, system: System::Us };
        assert_eq!(us.phrase(&sentence), "at most 1 mil");
        let chinese = Reader { language: Language::Zh, system: System::Metric };
        assert_eq!(chinese.phrase(&sentence), "最多 25.4 µm");
    }

    #[test]
    fn a_whole_number_is_whole_in_a_sentence_and_keeps_its_digits_in_a_table() {
        let reader = Reader::default();
        for (dimension, value, sentence, table) in [
            (Dimension::Thickness, 5.0, "5 µm", "5.00 µm"),
            (Dimension::Thickness, 5.04, "5.04 µm", "5.04 µm"),
            (Dimension::Thickness, 5.001, "5.00 µm", "5.00 µm"), // not whole: the zeros say so
            (Dimension::Hours, 4.0, "4 h", "4.00 h"),
            (Dimension::Temperature, 190.0, "190 °C", "190 °C"),
            (Dimension::Fraction, 0.4, "40 %", "40.0 %"),
            (Dimension::Fraction, 0.965, "96.5 %", "96.5 %"),
            (Dimension::Ratio, 0.8, "0.80", "0.80"),
            (Dimension::Thickness, 0.0, "0 µm", "0 µm"),
        ] {
            assert_eq!(
                reader.phrase(&phrase(text("{0}", "{0}"), [Arg::Quantity(dimension, value)])),
                sentence
            );
            assert_eq!(reader.quantity(dimension, value), table);
        }
    }
}
