//! Pieces of an equation as they stand beside each other, written out as MathML for the eye and as one line of text.

use super::format::escaped;
use crate::units::written_in;
use crate::words::{Language, Text};
use std::fmt::Write as _;

/// A piece of an equation.
#[derive(Clone, PartialEq, Debug)]
pub enum Math {
    /// A symbol, italic: `t`, `ρ`.
    Symbol(&'static str),
    /// A symbol with its index in each language.
    Indexed(&'static str, Text),
    /// A number as it is shown.
    Number(String),
    /// An operator, a relation or a bracket: `=`, `·`, `−`.
    Operator(&'static str),
    /// The name of a function.
    Name(&'static str),
    /// Factors that stand side by side.
    Times,
    /// A unit, upright, after a small space.
    Unit(&'static str),
    /// The sign of a sum over an index.
    Sum(&'static str),
    /// A fraction.
    Fraction {
        /// Above the line.
        above: Vec<Math>,
        /// Below it.
        below: Vec<Math>,
        /// Whether it is a factor or a base, so that a line of text needs brackets around it.
        within: bool,
    },
    /// A base with its exponent above it. A base of several pieces brings its own brackets.
    Power(Vec<Math>, Vec<Math>),
    /// A square root.
    Root(Vec<Math>),
}

/// Writes pieces side by side as MathML.
pub fn write_mathml(out: &mut String, row: &[Math], language: Language) {
    row.iter().for_each(|piece| piece.write_mathml(out, language));
}

/// Writes pieces as a line of text.
pub fn write_plain(out: &mut String, row: &[Math], language: Language) {
    row.iter().for_each(|piece| piece.write_plain(out, language));
}

impl Math {
    fn write_mathml(&self, out: &mut String, language: Language) {
        match self {
            Self::Symbol(name) | Self::Name(name) => tag(out, "mi", name),
            Self::Indexed(name, index) => {
                out.push_str("<msub>");
                tag(out, "mi", name);
                let index = index.get(language);
                let kind = match index.as_bytes() {
                    [letter] if letter.is_ascii_alphabetic() => "mi",
                    [digit] if digit.is_ascii_digit() => "mn",
                    _ => "mtext",
                };
                tag(out, kind, index);
                out.push_str("</msub>");
            }
            Self::Number(number) => tag(out, "mn", number),
            Self::Operator(bracket @ ("(" | ")")) => {
                let _ = write!(out, "<mo stretchy=\"false\">{bracket}</mo>"); // writing to a String cannot fail
            }
            Self::Operator(sign) => tag(out, "mo", sign),
            // Invisible, but a screen reader says it.
            Self::Times => out.push_str("<mo lspace=\"0.08em\" rspace=\"0.08em\">\u{2062}</mo>"),
            Self::Unit(unit) => {
                out.push_str("<mspace width=\"0.25em\"></mspace>");
                tag(out, "mtext", written_in(unit, language));
            }
            Self::Sum(index) => {
                out.push_str("<munder><mo>∑</mo>");
                tag(out, "mi", index);
                out.push_str("</munder>");
            }
            Self::Fraction { above, below, .. } => {
                out.push_str("<mfrac>");
                grouped(out, above, language);
                grouped(out, below, language);
                out.push_str("</mfrac>");
            }
            Self::Power(base, exponent) => {
                out.push_str("<msup>");
                grouped(out, base, language);
                grouped(out, exponent, language);
                out.push_str("</msup>");
            }
            Self::Root(of) => {
                out.push_str("<msqrt>");
                grouped(out, of, language);
                out.push_str("</msqrt>");
            }
        }
    }

    fn write_plain(&self, out: &mut String, language: Language) {
        match self {
            Self::Symbol(text) | Self::Name(text) | Self::Operator(text) => spaced(out, text),
            Self::Indexed(name, index) => spaced(out, &format!("{name}_{}", index.get(language))),
            Self::Number(number) => spaced(out, number),
            Self::Times => {}
            Self::Unit(unit) => spaced(out, written_in(unit, language)),
            Self::Sum(index) => spaced(out, &format!("∑_{index}")),
            Self::Fraction { above, below, within } => {
                if *within {
                    spaced(out, "(");
                }
                bracketed(out, above, falls_apart(above), language);
                spaced(out, "/");
                bracketed(out, below, below.len() > 1, language);
                if *within {
                    spaced(out, ")");
                }
            }
            Self::Power(base, exponent) => {
                write_plain(out, base, language);
                out.push('^');
                let mut above = String::new();
                bracketed(&mut above, exponent, exponent.len() > 1, language);
                out.push_str(&above);
            }
            Self::Root(of) => {
                spaced(out, "√");
                bracketed(out, of, of.len() > 1, language);
            }
        }
    }
}

/// Whether there is a sum that no bracket holds together.
fn falls_apart(row: &[Math]) -> bool {
    let mut open = 0;
    for piece in row {
        match piece {
            Math::Operator("(" | "⌈" | "⌊") => open += 1,
            Math::Operator(")" | "⌉" | "⌋") => open -= 1,
            Math::Operator("+" | "−") if open == 0 => return true,
            _ => {}
        }
    }
    false
}

fn bracketed(out: &mut String, row: &[Math], brackets: bool, language: Language) {
    if brackets {
        spaced(out, "(");
    }
    write_plain(out, row, language);
    if brackets {
        spaced(out, ")");
    }
}

fn grouped(out: &mut String, row: &[Math], language: Language) {
    out.push_str("<mrow>");
    write_mathml(out, row, language);
    out.push_str("</mrow>");
}

fn tag(out: &mut String, name: &str, text: &str) {
    let _ = write!(out, "<{name}>{}</{name}>", escaped(text)); // writing to a String cannot fail
}

fn spaced(out: &mut String, text: &str) {
    let opened = out.is_empty() || out.ends_with(['(', ' ', '√', '⌈', '⌊']);
    if !opened && !matches!(text, ")" | "," | "⌉" | "⌋") {
        out.push(' ');
    }
    out.push_str(text);
}
