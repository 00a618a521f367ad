//! A formula, written once: its text gives the symbols, the visitor's numbers with their units, the value, and a legend.
//!
//! ```text
//! formula!("t = 60[min/h] ρ d_avg / (100[dm²/m²] c j η)", TIME(…), DENSITY(…), AVERAGE(…), …)
//! ```
//! What does not parse, and a symbol that is not declared, does not compile; see [`parse`] for what a text may hold.

mod parse;

pub use parse::{Function, Node, Parsed, Place, parse};

use super::format::fixed;
use super::math::{Math, write_mathml, write_plain};
use crate::units::{Dimension, format_significant, without_trailing_zeros, written_in};
use crate::words::{Language, Text, text};

/// Reads a formula and ties its symbols to numbers; the outcome comes first.
macro_rules! formula {
    ($text:literal, $( $symbol:ident($value:expr) ),+ $(,)?) => {{
        use $crate::report::formula::{Formula, Node, Parsed, Values, parse};
        const PARSED: Parsed = parse($text);
        const _: () = PARSED.check(&[$( $symbol.id ),+]);
        static NODES: [Node; PARSED.count()] = PARSED.nodes();
        Formula::new(&NODES, PARSED.rounded, vec![$( ($symbol, Values::from($value)) ),+])
    }};
}
pub(crate) use formula;

/// A quantity in a formula.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Symbol {
    /// As it stands in the text: `t`, `d_avg`.
    pub id: &'static str,
    /// What it is.
    pub name: Text,
    /// Its unit; empty for a plain ratio.
    pub unit: &'static str,
    index: Option<&'static str>,
    digits: Digits,
}

/// How many digits are shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Digits {
    /// Four significant ones, without zeros at their end; a whole number as it is.
    Usual,
    /// All it is known to: a molar mass, a constant.
    All,
    /// So many decimals, as money has.
    Decimals(u32),
}

impl Symbol {
    /// A quantity in its canonical unit.
    pub const fn new(id: &'static str, name: Text, dimension: Dimension) -> Self {
        let unit = match dimension.units() {
            [canonical, ..] => canonical.symbol,
            [] => "",
        };
        Self { id, name, unit, index: None, digits: Digits::Usual }
    }

    /// In a unit that stands in no table.
    pub const fn unit(self, unit: &'static str) -> Self {
        Self { unit, ..self }
    }

    /// With its index in Chinese, where that is a word.
    pub const fn index(self, chinese: &'static str) -> Self {
        Self { index: Some(chinese), ..self }
    }

    /// Shown with all the digits it is known to.
    pub const fn exact(self) -> Self {
        Self { digits: Digits::All, ..self }
    }

    /// Shown with so many decimals; where it is the outcome of a rounded formula, it is rounded to them.
    pub const fn decimals(self, decimals: u32) -> Self {
        Self { digits: Digits::Decimals(decimals), ..self }
    }

    /// What rounding can move where the formula says that it is rounded.
    pub fn rounding(&self) -> f64 {
        match self.digits {
            Digits::Decimals(decimals) => 0.5 / 10_f64.powf(f64::from(decimals)),
            Digits::Usual | Digits::All => 0.0,
        }
    }

    /// A value of it as shown.
    pub fn number(&self, value: f64) -> String {
        let whole = value.fract() == 0.0 && value.abs() < 1e9;
        let shown = match self.digits {
            Digits::Decimals(decimals) => fixed(value, decimals),
            Digits::Usual if !whole => format_significant(value, 4),
            Digits::Usual | Digits::All => format_significant(value, 10),
        };
        let shown = match self.digits {
            Digits::Decimals(_) => &shown,
            Digits::Usual | Digits::All => without_trailing_zeros(&shown),
        };
        shown.replace('-', "−")
    }

    /// Its value with the unit, as the legend has it; of many the first and the last.
    pub fn value(&self, values: &Values, language: Language) -> String {
        let mut shown = match values {
            Values::One(value) => self.number(*value),
            Values::Many(values) => match &values[..] {
                [] => return "–".to_owned(),
                [only] => self.number(*only),
                [one, two] => [&self.number(*one), ", ", &self.number(*two)].concat(),
                [first, .., last] => [&self.number(*first), " … ", &self.number(*last)].concat(),
            },
        };
        if !self.unit.is_empty() {
            shown.extend([" ", written_in(self.unit, language)]);
        }
        shown
    }

    /// How it is written: the letter, and its index in each language.
    pub fn letter(&self) -> (&'static str, Option<Text>) {
        match self.id.split_once('_') {
            Some((letter, index)) => (letter, Some(text(index, self.index.unwrap_or(index)))),
            None => (self.id, None),
        }
    }

    fn math(&self) -> Math {
        match self.letter() {
            (letter, Some(index)) => Math::Indexed(letter, index),
            (letter, None) => Math::Symbol(letter),
        }
    }
}

/// What a symbol stands for: a number, or one for each place of a sum.
#[derive(Clone, PartialEq, Debug)]
pub enum Values {
    /// A number in the unit of the symbol.
    One(f64),
    /// Those of a sum, in order.
    Many(Vec<f64>),
}

impl From<f64> for Values {
    fn from(value: f64) -> Self {
        Self::One(value)
    }
}

impl From<Vec<f64>> for Values {
    fn from(values: Vec<f64>) -> Self {
        Self::Many(values)
    }
}

impl Values {
    fn at(&self, place: Option<usize>) -> f64 {
        match self {
            Self::One(value) => *value,
            Self::Many(values) => {
                place.and_then(|place| values.get(place)).copied().unwrap_or(f64::NAN)
            }
        }
    }
}

/// A formula with its numbers.
#[derive(Clone, PartialEq, Debug)]
pub struct Formula {
    nodes: &'static [Node],
    rounded: bool,
    symbols: Vec<(Symbol, Values)>,
}

/// What is written out: the symbols, or the numbers in their place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Show {
    Symbols,
    Numbers,
}

/// How much of a sum is written out, and where in it a piece stands.
#[derive(Clone, Copy)]
struct Spot {
    show: Show,
    /// The place in the sum that is being written.
    place: Option<usize>,
    /// Whether the minus sign of what leads it stands before it already.
    unsigned: bool,
}

/// How closely the pieces of an expression hold together.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Bond {
    Sum,
    Product,
    One,
}

/// Most terms of a sum that are all written out.
const MOST_TERMS: usize = 8;

impl Formula {
    /// Of nodes and the symbols in them, the outcome first. Made by `formula!`, which checks that they agree.
    pub const fn new(
        nodes: &'static [Node],
        rounded: bool,
        symbols: Vec<(Symbol, Values)>,
    ) -> Self {
        Self { nodes, rounded, symbols }
    }

    /// The expression; the last node is the whole.
    pub const fn nodes(&self) -> &'static [Node] {
        self.nodes
    }

    /// Whether the outcome is rounded to the decimals it shows.
    pub const fn is_rounded(&self) -> bool {
        self.rounded
    }

    /// What a symbol stands for.
    pub fn find(&self, id: &str) -> Option<&(Symbol, Values)> {
        self.symbols.iter().find(|(symbol, _)| symbol.id == id)
    }

    /// The outcome that the model found.
    pub fn outcome(&self) -> f64 {
        self.symbols.first().map_or(f64::NAN, |(_, values)| values.at(None))
    }

    /// What the formula gives with its numbers.
    pub fn evaluate(&self) -> f64 {
        self.root().map_or(f64::NAN, |root| self.value(root, None))
    }

    /// Every symbol that is shown, the outcome first.
    pub fn legend(&self) -> Vec<&(Symbol, Values)> {
        let mut shown = Vec::new();
        if let Some(root) = self.root() {
            self.shown(root, &mut shown);
        }
        self.symbols
            .iter()
            .enumerate()
            .filter(|(place, (symbol, _))| *place == 0 || shown.contains(&symbol.id))
            .map(|(_, one)| one)
            .collect()
    }

    /// The formula, its numbers and its outcome as a MathML element in block form.
    pub fn mathml(&self, language: Language) -> String {
        let mut out =
            String::from("<math display=\"block\" lang=\"en\"><mtable displaystyle=\"true\">");
        let mut first = Vec::new();
        for (place, (sign, row)) in self.rows().into_iter().enumerate() {
            if place == 0 {
                first.extend(self.symbols.first().map(|(symbol, _)| symbol.math()));
            }
            out.push_str("<mtr><mtd>");
            write_mathml(&mut out, &first, language);
            first.clear();
            // Brackets around a fraction grow with it only within a row.
            out.push_str("</mtd><mtd>");
            write_mathml(&mut out, &[Math::Operator(sign)], language);
            out.push_str("<mrow>");
            write_mathml(&mut out, &row, language);
            out.push_str("</mrow></mtd></mtr>");
        }
        out.push_str("</mtable></math>");
        out
    }

    /// All of it as one line of text.
    pub fn plain(&self, language: Language) -> String {
        let mut out = String::new();
        let left = self.symbols.first().map(|(symbol, _)| symbol.math());
        write_plain(&mut out, left.as_slice(), language);
        for (sign, row) in self.rows() {
            write_plain(&mut out, &[Math::Operator(sign)], language);
            write_plain(&mut out, &row, language);
        }
        out
    }

    /// The right sides one after another: in symbols, with numbers unless that is the outcome already, and the outcome.
    fn rows(&self) -> Vec<(&'static str, Vec<Math>)> {
        let mut rows = Vec::with_capacity(3);
        let Some((root, (outcome, values))) = self.root().zip(self.symbols.first()) else {
            return rows;
        };
        let spot = |show| Spot { show, place: None, unsigned: false };
        let row = |show| {
            let mut row = Vec::new();
            self.write(root, spot(show), &mut row);
            row
        };
        rows.push(("=", row(Show::Symbols)));
        let mut last = Vec::new();
        number(outcome, values.at(None), &mut last);
        let numbers = row(Show::Numbers);
        if numbers != last {
            rows.push(("=", numbers));
        }
        rows.push((if self.rounded { "≈" } else { "=" }, last));
        rows
    }

    fn root(&self) -> Option<Place> {
        self.nodes.len().checked_sub(1).and_then(|last| Place::try_from(last).ok())
    }

    fn node(&self, place: Place) -> Node {
        self.nodes.get(usize::from(place)).copied().unwrap_or(Node::Pi)
    }

    fn value_of(&self, id: &str, place: Option<usize>) -> f64 {
        self.find(id).map_or(f64::NAN, |(_, values)| values.at(place))
    }

    /// How many terms a sum over this has; none where its symbols disagree.
    fn terms(&self, of: Place) -> Option<usize> {
        match self.node(of) {
            Node::Symbol(id) => match self.find(id) {
                Some((_, Values::Many(values))) => Some(values.len()),
                _ => None,
            },
            other => {
                let (one, two) = below(other);
                let counts = [one, two].map(|place| place.and_then(|place| self.terms(place)));
                match counts {
                    [Some(one), Some(two)] => (one == two).then_some(one),
                    [one, two] => one.or(two),
                }
            }
        }
    }

    fn value(&self, at: Place, place: Option<usize>) -> f64 {
        let of = |at: Place| self.value(at, place);
        match self.node(at) {
            Node::Number { value, .. } => value,
            Node::Pi => std::f64::consts::PI,
            Node::Symbol(id) => self.value_of(id, place),
            Node::Negative(one) => -of(one),
            Node::Add(one, two) => of(one) + of(two),
            Node::Subtract(one, two) => of(one) - of(two),
            Node::Multiply(one, two) => of(one) * of(two),
            Node::Divide(one, two) => of(one) / of(two),
            Node::Power(one, two) => of(one).powf(of(two)),
            Node::Least(one, two) => of(one).min(of(two)),
            Node::Greatest(one, two) => of(one).max(of(two)),
            Node::Call(function, one) => function.of(of(one)),
            Node::Optional(one) => of(one),
            Node::Sum(_, one) => match self.terms(one) {
                Some(terms) => (0..terms).map(|place| self.value(one, Some(place))).sum(),
                None => f64::NAN,
            },
        }
    }

    /// Whether a term is left out.
    #[allow(clippy::float_cmp, reason = "exactly nothing is what is left out")]
    fn is_left_out(&self, at: Place) -> bool {
        matches!(self.node(at), Node::Optional(one) if self.value(one, None) == 0.0)
    }

    fn shown(&self, at: Place, ids: &mut Vec<&'static str>) {
        let node = self.node(at);
        if self.is_left_out(at) {
            return;
        }
        if let Node::Symbol(id) = node {
            ids.push(id);
        }
        let (one, two) = below(node);
        for place in [one, two].into_iter().flatten() {
            self.shown(place, ids);
        }
    }

    /// Whether what leads a product or a sum over an index is below zero, so that its sign can stand before it.
    fn leads_below_zero(&self, at: Place, spot: Spot) -> bool {
        match self.node(at) {
            Node::Sum(_, one) => self.leads_below_zero(one, Spot { place: Some(0), ..spot }),
            Node::Symbol(id) => spot.show == Show::Numbers && self.value_of(id, spot.place) < 0.0,
            Node::Multiply(one, _) | Node::Divide(one, _) | Node::Optional(one) => {
                self.leads_below_zero(one, spot)
            }
            _ => false,
        }
    }

    fn bond(&self, at: Place, spot: Spot) -> Bond {
        let numbers = spot.show == Show::Numbers;
        match self.node(at) {
            Node::Number { unit, .. } if numbers && !unit.is_empty() => Bond::Product,
            Node::Symbol(id) if numbers => match self.find(id) {
                Some((_, values)) if !spot.unsigned && values.at(spot.place) < 0.0 => Bond::Sum,
                Some((symbol, _)) if !symbol.unit.is_empty() => Bond::Product,
                _ => Bond::One,
            },
            Node::Number { .. } | Node::Pi | Node::Symbol(_) => Bond::One,
            Node::Least(..) | Node::Greatest(..) => Bond::One,
            Node::Call(..) => Bond::One,
            Node::Negative(_) => Bond::Sum,
            Node::Add(one, two) | Node::Subtract(one, two) => {
                if self.is_left_out(two) {
                    self.bond(one, spot)
                } else {
                    Bond::Sum
                }
            }
            Node::Multiply(..) | Node::Divide(..) | Node::Power(..) => Bond::Product,
            Node::Sum(_, one) => match self.terms(one) {
                Some(2..) if numbers => Bond::Sum,
                _ => Bond::Product,
            },
            Node::Optional(one) => self.bond(one, spot),
        }
    }

    /// Writes a piece, in brackets where it would fall apart.
    fn piece(&self, at: Place, least: Bond, spot: Spot, out: &mut Vec<Math>) {
        if self.bond(at, spot) < least {
            out.push(Math::Operator("("));
            self.write(at, Spot { unsigned: false, ..spot }, out);
            out.push(Math::Operator(")"));
        } else {
            self.write(at, spot, out);
        }
    }

    fn write(&self, at: Place, spot: Spot, out: &mut Vec<Math>) {
        let inner = Spot { unsigned: false, ..spot };
        match self.node(at) {
            Node::Number { shown, unit, .. } => {
                out.push(Math::Number(shown.to_owned()));
                if spot.show == Show::Numbers && !unit.is_empty() {
                    out.push(Math::Unit(unit));
                }
            }
            Node::Pi => out.push(Math::Symbol("π")),
            Node::Symbol(id) => {
                let Some((symbol, values)) = self.find(id) else { return };
                if spot.show == Show::Symbols {
                    out.push(symbol.math());
                } else {
                    let value = values.at(spot.place);
                    number(symbol, if spot.unsigned { value.abs() } else { value }, out);
                }
            }
            Node::Negative(one) => {
                out.push(Math::Operator("−"));
                self.piece(one, Bond::Product, inner, out);
            }
            Node::Add(one, two) => self.add(one, two, false, spot, out),
            Node::Subtract(one, two) => self.add(one, two, true, spot, out),
            Node::Multiply(one, two) => {
                self.factor(one, spot, out);
                let side_by_side = spot.show == Show::Symbols && !self.begins_with_digit(two);
                out.push(if side_by_side { Math::Times } else { Math::Operator("·") });
                self.factor(two, inner, out);
            }
            Node::Divide(one, two) => {
                let (mut above, mut below) = (Vec::new(), Vec::new());
                self.write(one, spot, &mut above);
                self.write(two, inner, &mut below);
                out.push(Math::Fraction { above, below, within: false });
            }
            Node::Power(one, two) => {
                let (mut base, mut exponent) = (Vec::new(), Vec::new());
                self.piece(one, Bond::One, spot, &mut base);
                self.write(two, inner, &mut exponent);
                out.push(Math::Power(base, exponent));
            }
            Node::Least(..) => self.extreme(at, "min", inner, out),
            Node::Greatest(..) => self.extreme(at, "max", inner, out),
            Node::Call(function, one) => {
                let mut of = Vec::new();
                self.write(one, inner, &mut of);
                let (open, close) = match function {
                    Function::Root => return out.push(Math::Root(of)),
                    Function::Exp => ("exp", ")"),
                    Function::Ln => ("ln", ")"),
                    Function::Ceiling => ("⌈", "⌉"),
                    Function::Floor => ("⌊", "⌋"),
                };
                if close == ")" {
                    out.extend([Math::Name(open), Math::Operator("(")]);
                } else {
                    out.push(Math::Operator(open));
                }
                out.extend(of);
                out.push(Math::Operator(close));
            }
            Node::Sum(index, one) if spot.show == Show::Symbols => {
                out.push(Math::Sum(index));
                self.piece(one, Bond::Product, inner, out);
            }
            Node::Sum(_, one) => self.terms_of(one, spot, out),
            Node::Optional(one) => self.write(one, spot, out),
        }
    }

    fn add(&self, one: Place, two: Place, less: bool, spot: Spot, out: &mut Vec<Math>) {
        if self.is_left_out(one) && !less {
            return self.write(two, spot, out);
        }
        self.write(one, spot, out);
        if self.is_left_out(two) {
            return;
        }
        let falls_apart = self.bond(two, spot) < Bond::Product;
        let terms = matches!(self.node(two), Node::Sum(..)) && falls_apart;
        let unsigned = self.leads_below_zero(two, spot) && !(terms && less);
        out.push(Math::Operator(if less == unsigned { "+" } else { "−" }));
        // Terms that are added need no brackets.
        let least = if terms && !less { Bond::Sum } else { Bond::Product };
        self.piece(two, least, Spot { unsigned, ..spot }, out);
    }

    /// The terms of a sum with their numbers; the middle of a long one is left out.
    fn terms_of(&self, one: Place, spot: Spot, out: &mut Vec<Math>) {
        let count = self.terms(one).unwrap_or_default();
        for place in 0..count {
            let spot = Spot { place: Some(place), unsigned: spot.unsigned && place == 0, ..spot };
            if count > MOST_TERMS && (3..count - 1).contains(&place) {
                if place == 3 {
                    out.extend([Math::Operator("+"), Math::Operator("…")]);
                }
                continue;
            }
            if place == 0 {
                self.write(one, spot, out);
                continue;
            }
            let unsigned = self.leads_below_zero(one, spot);
            out.push(Math::Operator(if unsigned { "−" } else { "+" }));
            self.piece(one, Bond::Product, Spot { unsigned, ..spot }, out);
        }
        if count == 0 {
            out.push(Math::Number("0".to_owned()));
        }
    }

    /// A factor: a fraction says that it is one, for the line of text.
    fn factor(&self, at: Place, spot: Spot, out: &mut Vec<Math>) {
        let before = out.len();
        self.piece(at, Bond::Product, spot, out);
        if let [Math::Fraction { within, .. }] = out.get_mut(before..).unwrap_or_default() {
            *within = true;
        }
    }

    fn extreme(&self, at: Place, name: &'static str, spot: Spot, out: &mut Vec<Math>) {
        out.extend([Math::Name(name), Math::Operator("(")]);
        self.arguments(at, at, spot, out);
        out.push(Math::Operator(")"));
    }

    fn arguments(&self, whole: Place, at: Place, spot: Spot, out: &mut Vec<Math>) {
        match (self.node(whole), self.node(at)) {
            (Node::Least(..), Node::Least(one, two))
            | (Node::Greatest(..), Node::Greatest(one, two)) => {
                self.arguments(whole, one, spot, out);
                out.push(Math::Operator(","));
                self.write(two, spot, out);
            }
            _ => self.write(at, spot, out),
        }
    }

    fn begins_with_digit(&self, at: Place) -> bool {
        match self.node(at) {
            Node::Number { .. } => true,
            Node::Multiply(one, _) | Node::Power(one, _) => self.begins_with_digit(one),
            _ => false,
        }
    }
}

impl Function {
    /// Its value. What should be whole may lie a rounding error beside it, and is not rounded further then.
    fn of(self, argument: f64) -> f64 {
        match self {
            Self::Root => argument.sqrt(),
            Self::Exp => argument.exp(),
            Self::Ln => argument.ln(),
            Self::Ceiling => (argument * (1.0 - 1e-12)).ceil(),
            Self::Floor => (argument * (1.0 + 1e-12)).floor(),
        }
    }
}

/// What a node is made of.
const fn below(node: Node) -> (Option<Place>, Option<Place>) {
    match node {
        Node::Number { .. } | Node::Pi | Node::Symbol(_) => (None, None),
        Node::Negative(one) | Node::Call(_, one) | Node::Sum(_, one) | Node::Optional(one) => {
            (Some(one), None)
        }
        Node::Add(one, two)
        | Node::Subtract(one, two)
        | Node::Multiply(one, two)
        | Node::Divide(one, two)
        | Node::Power(one, two)
        | Node::Least(one, two)
        | Node::Greatest(one, two) => (Some(one), Some(two)),
    }
}

fn number(symbol: &Symbol, value: f64, out: &mut Vec<Math>) {
    out.push(Math::Number(symbol.number(value)));
    if !symbol.unit.is_empty() {
        out.push(Math::Unit(symbol.unit));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TIME: Symbol = Symbol::new("t", text("time", "时间"), Dimension::Minutes);
    const DENSITY: Symbol = Symbol::new("ρ", text("density", "密度"), Dimension::Density);
    const AVERAGE: Symbol =
        Symbol::new("d_avg", text("thickness", "厚度"), Dimension::Thickness).index("平均");
    const EQUIVALENT: Symbol = Symbol::new("c", text("equivalent", "当量"), Dimension::Equivalent);
    const COST: Symbol = Symbol::new("C", text("cost", "成本"), Dimension::Money).decimals(2);
    const FLOWS: Symbol = Symbol::new("C_y", text("flows", "现金流"), Dimension::Money);
    const YEARS: Symbol = Symbol::new("y", text("year", "年"), Dimension::Count);
    const RATE: Symbol = Symbol::new("i", text("rate", "利率"), Dimension::Ratio);
    const FEE: Symbol = Symbol::new("f", text("fee", "费用"), Dimension::Money);

    #[test]
    fn one_text_gives_symbols_numbers_outcome_and_legend() {
        let formula = formula!(
            "t = 60[min/h] ρ d_avg / (100 c)",
            TIME(70.24),
            DENSITY(7.14),
            AVERAGE(20.0),
            EQUIVALENT(1.2197),
        );
        assert_eq!(
            formula.plain(Language::En),
            "t = 60 ρ d_avg / (100 c) = 60 min/h · 7.14 g/cm³ · 20 µm / (100 · 1.22 g/(A·h)) = 70.24 min"
        );
        assert!(formula.plain(Language::Zh).starts_with("t = 60 ρ d_平均 / (100 c)"));
        // 60 · 7.14 · 20 / 121.97
        assert!((formula.evaluate() - 70.246_782).abs() < 1e-6);
        let ids: Vec<&str> = formula.legend().iter().map(|(symbol, _)| symbol.id).collect();
        assert_eq!(ids, ["t", "ρ", "d_avg", "c"]);
        let mathml = formula.mathml(Language::En);
        assert!(mathml.contains("<mtd><mi>t</mi></mtd><mtd><mo>=</mo><mrow><mfrac>"), "{mathml}");
        assert!(mathml.contains("<msub><mi>d</mi><mtext>avg</mtext></msub>"), "{mathml}");
    }

    #[test]
    fn a_sum_runs_over_its_years_and_keeps_its_signs() {
        let formula = formula!(
            "C ≈ Σ_y C_y / (1 + i)^y − f?",
            COST(-12.4),
            FLOWS(vec![-100.0, 60.0, -20.0, 60.0]),
            RATE(0.1),
            YEARS(vec![0.0, 1.0, 2.0, 3.0]),
            FEE(0.0),
        );
        assert_eq!(
            formula.plain(Language::En),
            "C = ∑_y C_y / (1 + i)^y = −100 CNY / (1 + 0.1)^0 + 60 CNY / (1 + 0.1)^1 − 20 CNY / (1 + 0.1)^2 + 60 CNY / (1 + 0.1)^3 ≈ −12.40 CNY"
        );
        // −100 + 54.545 − 16.529 + 45.079
        assert!((formula.evaluate() + 16.904_583).abs() < 1e-6);
        assert_eq!(formula.legend().len(), 4, "what is left out is not explained");
        assert!(formula.mathml(Language::En).contains("<munder><mo>∑</mo><mi>y</mi></munder>"));
    }

    #[test]
    fn signs_and_brackets_are_those_of_the_numbers() {
        let formula =
            formula!("C = C_y − f (1 − i)", COST(13.0), FLOWS(-5.0), FEE(-20.0), RATE(0.1));
        assert_eq!(
            formula.plain(Language::En),
            "C = C_y − f (1 − i) = −5 CNY + 20 CNY · (1 − 0.1) = 13.00 CNY"
        );
        let formula = formula!("C = i f^2", COST(40.0), RATE(0.1), FEE(-20.0));
        assert!(formula.plain(Language::En).contains("= 0.1 · (−20 CNY)^2 ="));
    }
}
