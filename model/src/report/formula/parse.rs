//! Reads the text of a formula while the program is compiled, so that one that does not parse does not compile.
//!
//! Factors stand side by side or around `·`; a fraction that is a factor stands in brackets, since `a / b c` can be read in
//! two ways. `60[min/h]` is a number with its unit, `d_avg` a symbol with an index, `Σ_y …` a sum over every `y` of the
//! product that follows, and `+ x?` a term that is left out where it is nothing. `≈` says that the outcome is rounded.
#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    reason = "runs while compiling, where to stop with the reason is the error message"
)]

/// Most nodes that a formula can have.
const MOST: usize = 64;

/// Where a node stands in its list.
pub type Place = u8;

/// A node of an expression; what it is made of stands before it in the list, and the last node is the whole.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Node {
    /// A number as it was written, with its unit.
    Number {
        /// What it is.
        value: f64,
        /// How it was written.
        shown: &'static str,
        /// Its unit, or nothing.
        unit: &'static str,
    },
    /// π.
    Pi,
    /// A symbol, by its id.
    Symbol(&'static str),
    /// What follows with its sign turned.
    Negative(Place),
    /// A sum of two.
    Add(Place, Place),
    /// A difference.
    Subtract(Place, Place),
    /// A product of two.
    Multiply(Place, Place),
    /// A quotient.
    Divide(Place, Place),
    /// A base with its exponent.
    Power(Place, Place),
    /// The smaller of two.
    Least(Place, Place),
    /// The greater of two.
    Greatest(Place, Place),
    /// A function of one.
    Call(Function, Place),
    /// A sum over an index.
    Sum(&'static str, Place),
    /// A term that is left out where it is zero.
    Optional(Place),
}

/// A function of one argument.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Function {
    /// Square root.
    Root,
    /// Exponential.
    Exp,
    /// Natural logarithm.
    Ln,
    /// Rounded up.
    Ceiling,
    /// Rounded down.
    Floor,
}

/// A formula that has been read.
#[derive(Clone, Copy, Debug)]
pub struct Parsed {
    /// The symbol of the outcome.
    pub outcome: &'static str,
    /// Whether the outcome is rounded.
    pub rounded: bool,
    nodes: [Node; MOST],
    len: usize,
}

impl Parsed {
    /// How many nodes there are.
    pub const fn count(&self) -> usize {
        self.len
    }

    /// The nodes, in a list that is just long enough.
    pub const fn nodes<const LEN: usize>(&self) -> [Node; LEN] {
        let mut nodes = [Node::Pi; LEN];
        let mut place = 0;
        while place < LEN {
            nodes[place] = self.nodes[place];
            place += 1;
        }
        nodes
    }

    /// Every symbol is declared once, the outcome first, and nothing is declared that the formula does not have.
    ///
    /// # Panics
    /// When that is not so.
    pub const fn check(&self, declared: &[&str]) {
        assert!(
            !declared.is_empty() && same(declared[0], self.outcome),
            "the outcome is the first symbol to be declared"
        );
        let mut place = 0;
        while place < self.len {
            if let Node::Symbol(id) = self.nodes[place] {
                assert!(count(declared, id) == 1, "a symbol is declared not at all or twice");
            }
            place += 1;
        }
        let mut place = 1;
        while place < declared.len() {
            assert!(
                self.has(declared[place]),
                "a symbol is declared that the formula does not have"
            );
            place += 1;
        }
    }

    const fn has(&self, id: &str) -> bool {
        let mut place = 0;
        while place < self.len {
            if let Node::Symbol(one) = self.nodes[place]
                && same(one, id)
            {
                return true;
            }
            place += 1;
        }
        false
    }
}

const fn count(declared: &[&str], id: &str) -> usize {
    let (mut place, mut found) = (0, 0);
    while place < declared.len() {
        if same(declared[place], id) {
            found += 1;
        }
        place += 1;
    }
    found
}

/// `==`, which no constant can use for texts yet.
const fn same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    let mut place = 0;
    while place < one.len() {
        if one[place] != other[place] {
            return false;
        }
        place += 1;
    }
    true
}

/// Reads `outcome = expression`.
///
/// ```
/// use platewise_model::report::formula::parse;
/// const _: () = parse("Q = j A t / 60[min/h]").check(&["Q", "j", "A", "t"]);
/// ```
/// A text that can be read in two ways does not compile, and neither does a symbol that nobody explains:
/// ```compile_fail
/// use platewise_model::report::formula::parse;
/// const _: () = parse("Q = j A / 60 t").check(&["Q", "j", "A", "t"]);
/// ```
/// ```compile_fail
/// use platewise_model::report::formula::parse;
/// const _: () = parse("Q = j A t / 60[min/h]").check(&["Q", "j", "A"]);
/// ```
///
/// # Panics
/// When it is none.
pub const fn parse(text: &'static str) -> Parsed {
    let mut parser = Parser { text, at: 0, nodes: [Node::Pi; MOST], len: 0 };
    parser.blanks();
    let outcome = parser.name();
    let rounded = parser.takes('≈');
    assert!(rounded || parser.takes('='), "`=` or `≈` follows the symbol of the outcome");
    parser.sum();
    parser.blanks();
    assert!(parser.at == text.len(), "the formula goes on where it should have ended");
    Parsed { outcome, rounded, nodes: parser.nodes, len: parser.len }
}

struct Parser {
    text: &'static str,
    at: usize,
    nodes: [Node; MOST],
    len: usize,
}

impl Parser {
    /// The next letter, `\0` at the end.
    const fn peek(&self) -> char {
        let bytes = self.text.as_bytes();
        if self.at >= bytes.len() {
            return '\0';
        }
        let first = bytes[self.at] as u32;
        let (mut code, length) = match first {
            0..0x80 => (first, 1),
            0x80..0xe0 => (first & 0x1f, 2),
            0xe0..0xf0 => (first & 0x0f, 3),
            _ => (first & 0x07, 4),
        };
        let mut next = 1;
        while next < length {
            code = code << 6 | (bytes[self.at + next] as u32 & 0x3f);
            next += 1;
        }
        match char::from_u32(code) {
            Some(letter) => letter,
            None => panic!("the text is not UTF-8"),
        }
    }

    const fn step(&mut self) {
        self.at += self.peek().len_utf8();
    }

    const fn blanks(&mut self) {
        while self.peek() == ' ' {
            self.at += 1;
        }
    }

    const fn takes(&mut self, sign: char) -> bool {
        self.blanks();
        let found = self.peek() == sign;
        if found {
            self.step();
        }
        found
    }

    const fn expects(&mut self, sign: char) {
        assert!(self.takes(sign), "a bracket or a comma is missing");
    }

    const fn since(&self, start: usize) -> &'static str {
        let (before, _) = self.text.split_at(self.at);
        before.split_at(start).1
    }

    const fn push(&mut self, node: Node) -> Place {
        assert!(self.len < MOST, "the formula is too long");
        self.nodes[self.len] = node;
        self.len += 1;
        #[allow(clippy::cast_possible_truncation, reason = "64 at most")]
        let place = (self.len - 1) as Place;
        place
    }

    const fn sum(&mut self) -> Place {
        let mut sum = if self.takes('−') {
            let term = self.term();
            self.push(Node::Negative(term))
        } else {
            self.term()
        };
        loop {
            if self.takes('+') {
                let term = self.term();
                sum = self.push(Node::Add(sum, term));
            } else if self.takes('−') {
                let term = self.term();
                sum = self.push(Node::Subtract(sum, term));
            } else {
                return sum;
            }
        }
    }

    /// A product or a fraction of two products.
    const fn term(&mut self) -> Place {
        let mut term = self.factor();
        loop {
            if self.takes('/') {
                let below = self.factor();
                term = self.push(Node::Divide(term, below));
                assert!(
                    !self.takes('·') && !self.takes('/') && !self.is_at_factor(),
                    "`a / b c` can be read in two ways: put one of them in brackets"
                );
            } else if self.takes('·') || self.is_at_factor() {
                let factor = self.factor();
                term = self.push(Node::Multiply(term, factor));
            } else if self.takes('?') {
                return self.push(Node::Optional(term));
            } else {
                return term;
            }
        }
    }

    const fn is_at_factor(&mut self) -> bool {
        self.blanks();
        let next = self.peek();
        next.is_ascii_digit() || next == '(' || next == 'Σ' || is_letter(next)
    }

    const fn factor(&mut self) -> Place {
        let base = self.one();
        let exponent = if self.takes('²') {
            self.push(Node::Number { value: 2.0, shown: "2", unit: "" })
        } else if self.takes('³') {
            self.push(Node::Number { value: 3.0, shown: "3", unit: "" })
        } else if self.takes('^') {
            self.one()
        } else {
            return base;
        };
        self.push(Node::Power(base, exponent))
    }

    const fn one(&mut self) -> Place {
        self.blanks();
        if self.peek().is_ascii_digit() {
            return self.number();
        }
        if self.takes('(') {
            let inside = self.sum();
            self.expects(')');
            return inside;
        }
        if self.takes('Σ') {
            self.expects('_');
            let index = self.name();
            let of = self.term();
            return self.push(Node::Sum(index, of));
        }
        let name = self.name();
        if same(name, "π") {
            return self.push(Node::Pi);
        }
        let function = if same(name, "sqrt") {
            Function::Root
        } else if same(name, "exp") {
            Function::Exp
        } else if same(name, "ln") {
            Function::Ln
        } else if same(name, "ceil") {
            Function::Ceiling
        } else if same(name, "floor") {
            Function::Floor
        } else if same(name, "min") {
            return self.extreme(true);
        } else if same(name, "max") {
            return self.extreme(false);
        } else {
            return self.push(Node::Symbol(name));
        };
        self.expects('(');
        let of = self.sum();
        self.expects(')');
        self.push(Node::Call(function, of))
    }

    const fn extreme(&mut self, least: bool) -> Place {
        self.expects('(');
        let mut all = self.sum();
        self.expects(',');
        loop {
            let other = self.sum();
            all =
                self.push(if least { Node::Least(all, other) } else { Node::Greatest(all, other) });
            if self.takes(')') {
                return all;
            }
            self.expects(',');
        }
    }

    /// A symbol with its index.
    const fn name(&mut self) -> &'static str {
        let start = self.at;
        while is_letter(self.peek()) {
            self.step();
        }
        assert!(self.at > start, "a symbol or a number is missing");
        if self.peek() == '_' {
            self.step();
            let index = self.at;
            while is_letter(self.peek()) || self.peek().is_ascii_digit() {
                self.step();
            }
            assert!(self.at > index, "an index is missing");
        }
        self.since(start)
    }

    #[allow(clippy::cast_precision_loss, reason = "a number in a formula has a few digits")]
    const fn number(&mut self) -> Place {
        let start = self.at;
        let (mut digits, mut below, mut after_point) = (0_u64, 1_u64, false);
        loop {
            let next = self.peek();
            if next.is_ascii_digit() {
                digits = digits * 10 + (next as u64 - '0' as u64);
                below *= if after_point { 10 } else { 1 };
            } else if next == '.' && !after_point {
                after_point = true;
            } else {
                break;
            }
            self.step();
        }
        let shown = self.since(start);
        let mut unit = "";
        if self.peek() == '[' {
            self.step();
            let start = self.at;
            while self.peek() != ']' {
                assert!(self.peek() != '\0', "the bracket after a unit is missing");
                self.step();
            }
            unit = self.since(start);
            self.step();
        }
        self.push(Node::Number { value: digits as f64 / below as f64, shown, unit })
    }
}

/// What symbols are made of: any letter that is no sign.
const fn is_letter(letter: char) -> bool {
    letter.is_ascii_alphabetic()
        || !letter.is_ascii() && !matches!(letter, '·' | '−' | '²' | '³' | 'Σ' | '≈')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_bind_closer_than_sums_and_powers_closer_than_products() {
        const PARSED: Parsed = parse("A = a − 2 b c^3 / (d + 1.25[mm]) + Σ_y C_y?");
        let nodes: [Node; PARSED.count()] = PARSED.nodes();
        assert_eq!(PARSED.outcome, "A");
        let mut read = String::new();
        spell(&nodes, nodes.len() - 1, &mut read);
        assert_eq!(read, "((a−(((2·b)·(c^3))/(d+1.25mm)))+Σy([C_y]))");
    }

    #[test]
    fn what_cannot_be_read_stops() {
        for (text, reason) in [
            ("t", "`=`"),
            ("t = ", "missing"),
            ("t = a / b c", "two ways"),
            ("t = a / b / c", "two ways"),
            ("t = (a + b", "bracket"),
            ("t = a)", "ended"),
            ("t = a ^", "missing"),
            ("t = 60[min", "unit"),
            ("t = d_ + 1", "index"),
            ("t = min(a)", "comma"),
            ("t = Σ a", "bracket or a comma"),
            ("t = a * b", "ended"),
        ] {
            let stopped = std::panic::catch_unwind(|| parse(text)).expect_err(text);
            let told = stopped
                .downcast_ref::<String>()
                .map(String::as_str)
                .or(stopped.downcast_ref::<&str>().copied());
            assert!(told.is_some_and(|told| told.contains(reason)), "{text}: {told:?}");
        }
    }

    #[test]
    fn symbols_and_declarations_have_to_agree() {
        let agree = |declared: &'static [&'static str]| {
            std::panic::catch_unwind(move || parse("Q = j A t").check(declared)).is_ok()
        };
        assert!(agree(&["Q", "j", "A", "t"]));
        assert!(!agree(&["Q", "j", "A"]));
        assert!(!agree(&["Q", "j", "A", "t", "U"]));
        assert!(!agree(&["Q", "j", "A", "t", "t"]));
        assert!(!agree(&["j", "A", "t", "Q"]));
        assert!(!agree(&[]));
    }

    fn spell(nodes: &[Node], place: usize, out: &mut String) {
        let (sign, one, other) = match nodes[place] {
            Node::Number { shown, unit, .. } => return out.extend([shown, unit]),
            Node::Symbol(id) => return out.push_str(id),
            Node::Sum(index, of) => {
                out.extend(["Σ", index, "("]);
                spell(nodes, usize::from(of), out);
                return out.push(')');
            }
            Node::Optional(of) => {
                out.push('[');
                spell(nodes, usize::from(of), out);
                return out.push(']');
            }
            Node::Add(one, other) => ("+", one, other),
            Node::Subtract(one, other) => ("−", one, other),
            Node::Multiply(one, other) => ("·", one, other),
            Node::Divide(one, other) => ("/", one, other),
            Node::Power(one, other) => ("^", one, other),
            other => panic!("{other:?} is not in the text"),
        };
        out.push('(');
        spell(nodes, usize::from(one), out);
        out.push_str(sign);
        spell(nodes, usize::from(other), out);
        out.push(')');
    }
}
