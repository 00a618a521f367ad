//! Equations as structure, written out as MathML for the eye and as one line of text for a file.

use super::format::escaped;
use crate::units::{format_significant, without_trailing_zeros};
use crate::words::{Language, Text};
use std::fmt::Write as _;

/// A piece of an equation.
#[derive(Clone, PartialEq, Debug)]
pub enum Math {
    /// A symbol, italic: `t`, `ρ`.
    Symbol(&'static str),
    /// A symbol with an index in words.
    Indexed(&'static str, Text),
    /// A number, to so many significant digits.
    Number(f64, usize),
    /// A number with all the digits it is known to: a molar mass, a valence.
    Whole(f64),
    /// An exact number as it is written: 3600, 96 485.332.
    Exact(&'static str),
    /// An operator or relation: `=`, `·`, `−`.
    Operator(&'static str),
    /// A unit, upright, after a small space.
    Unit(&'static str),
    /// A fraction.
    Fraction(Vec<Math>, Vec<Math>),
    /// A base with its exponent above it. A base of several pieces brings its own brackets.
    Power(Vec<Math>, Vec<Math>),
    /// A sequence.
    Row(Vec<Math>),
}

/// A symbol.
pub const fn sym(name: &'static str) -> Math {
    Math::Symbol(name)
}
/// A number to four significant digits, as derivations show them.
pub const fn num(value: f64) -> Math {
    Math::Number(value, 4)
}
/// An operator.
pub const fn op(sign: &'static str) -> Math {
    Math::Operator(sign)
}
/// A square.
pub fn squared(base: Math) -> Math {
    Math::Power(vec![base], vec![Math::Exact("2")])
}
/// A product of factors.
pub fn product(factors: Vec<Math>) -> Vec<Math> {
    let mut row = Vec::with_capacity(2 * factors.len());
    for factor in factors {
        if matches!(
            (&factor, row.last()),
            (Math::Number(..) | Math::Whole(_) | Math::Exact(_), Some(_))
        ) {
            row.push(op("·"));
        }
        row.push(factor);
    }
    row
}
/// A fraction of two products.
pub fn over(above: Vec<Math>, below: Vec<Math>) -> Math {
    Math::Fraction(product(above), product(below))
}
/// `left = symbols = numbers = outcome unit`.
pub fn equation(
    left: Math,
    symbols: Math,
    numbers: Math,
    outcome: f64,
    unit: &'static str,
) -> Math {
    Math::Row(vec![
        left,
        op("="),
        symbols,
        op("="),
        numbers,
        op("="),
        num(outcome),
        Math::Unit(unit),
    ])
}

impl Math {
    /// The whole as a MathML element in block form.
    pub fn mathml(&self, language: Language) -> String {
        let mut out = String::from("<math display=\"block\" lang=\"en\">");
        self.write_mathml(&mut out, language);
        out.push_str("</math>");
        out
    }

    /// The whole as one line of text.
    pub fn plain(&self, language: Language) -> String {
        let mut out = String::new();
        self.write_plain(&mut out, language);
        out
    }

    fn write_mathml(&self, out: &mut String, language: Language) {
        match self {
            Self::Symbol(name) => tag(out, "mi", name),
            Self::Indexed(name, index) => {
                out.push_str("<msub>");
                tag(out, "mi", name);
                tag(out, "mtext", index.get(language));
                out.push_str("</msub>");
            }
            Self::Number(value, digits) => tag(out, "mn", &format_significant(*value, *digits)),
            Self::Whole(value) => tag(out, "mn", &whole(*value)),
            Self::Exact(number) => tag(out, "mn", number),
            Self::Operator(bracket @ ("(" | ")")) => {
                let _ = write!(out, "<mo stretchy=\"false\">{bracket}</mo>"); // writing to a String cannot fail
            }
            Self::Operator(sign) => tag(out, "mo", sign),
            Self::Unit(unit) => {
                if !unit.is_empty() {
                    out.push_str("<mspace width=\"0.25em\"></mspace>");
                    tag(out, "mtext", unit);
                }
            }
            Self::Fraction(above, below) => {
                out.push_str("<mfrac>");
                write_row(out, above, language);
                write_row(out, below, language);
                out.push_str("</mfrac>");
            }
            Self::Power(base, exponent) => {
                out.push_str("<msup>");
                write_row(out, base, language);
                write_row(out, exponent, language);
                out.push_str("</msup>");
            }
            Self::Row(row) => write_row(out, row, language),
        }
    }

    fn write_plain(&self, out: &mut String, language: Language) {
        match self {
            Self::Symbol(name) => spaced(out, name),
            Self::Indexed(name, index) => spaced(out, &format!("{name}_{}", index.get(language))),
            Self::Number(value, digits) => spaced(out, &format_significant(*value, *digits)),
            Self::Whole(value) => spaced(out, &whole(*value)),
            Self::Exact(number) => spaced(out, number),
            Self::Operator(sign) => spaced(out, sign),
            Self::Unit(unit) => {
                if !unit.is_empty() {
                    spaced(out, unit);
                }
            }
            Self::Fraction(above, below) => {
                spaced(out, "(");
                above.iter().for_each(|piece| piece.write_plain(out, language));
                out.push_str(") / (");
                below.iter().for_each(|piece| piece.write_plain(out, language));
                out.push(')');
            }
            Self::Power(base, exponent) => {
                base.iter().for_each(|piece| piece.write_plain(out, language));
                let brackets = exponent.len() > 1;
                out.push_str(if brackets { "^(" } else { "^" });
                let mut above = String::new();
                exponent.iter().for_each(|piece| piece.write_plain(&mut above, language));
                out.push_str(&above);
                out.push_str(if brackets { ")" } else { "" });
            }
            Self::Row(row) => row.iter().for_each(|piece| piece.write_plain(out, language)),
        }
    }
}

/// A number with all the digits it has, ten at most.
fn whole(value: f64) -> String {
    without_trailing_zeros(&format_significant(value, 10)).to_owned()
}

fn write_row(out: &mut String, row: &[Math], language: Language) {
    out.push_str("<mrow>");
    row.iter().for_each(|piece| piece.write_mathml(out, language));
    out.push_str("</mrow>");
}

fn tag(out: &mut String, name: &str, text: &str) {
    let _ = write!(out, "<{name}>{}</{name}>", escaped(text)); // writing to a String cannot fail
}

fn spaced(out: &mut String, text: &str) {
    if !out.is_empty() && !out.ends_with(['(', ' ']) && !matches!(text, ")" | ",") {
        out.push(' ');
    }
    out.push_str(text);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_equation_reads_as_text_and_as_mathml() {
        let equation = equation(
            sym("t"),
            over(vec![sym("ρ"), sym("d")], vec![Math::Exact("100"), sym("c")]),
            over(vec![num(7.14), num(20.0)], vec![Math::Exact("100"), num(1.2197)]),
            1.1708,
            "h",
        );
        assert_eq!(
            equation.plain(Language::En),
            "t = (ρ d) / (100 c) = (7.140 · 20.00) / (100 · 1.220) = 1.171 h"
        );
        assert!(equation.mathml(Language::Zh).contains("<mfrac><mrow><mi>ρ</mi><mi>d</mi></mrow>"));
    }

    #[test]
    fn an_exponent_stands_above_its_base() {
        let power = Math::Power(
            vec![op("("), Math::Exact("1"), op("+"), sym("i"), op(")")],
            vec![sym("y")],
        );
        assert_eq!(power.plain(Language::En), "(1 + i)^y");
        assert!(power.mathml(Language::En).contains(
            "<msup><mrow><mo stretchy=\"false\">(</mo><mn>1</mn><mo>+</mo><mi>i</mi><mo stretchy=\"false\">)</mo></mrow><mrow><mi>y</mi></mrow></msup>"
        ));
    }
}
