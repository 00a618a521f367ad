//! The derivation of every calculator: what an equation says of its numbers is so. Every part between two equality signs that is made of numbers
//! alone is worked out again from the line of text, within the rounding of the digits shown; an exponent stands above its base.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod common;

use common::object;
use platewise_model::calculator::{ALL, find};
use platewise_model::report::Step;
use platewise_model::report::math::Math;
use platewise_model::words::Language;
use serde_json::{Map, Value, json};

/// What a number may be, by the digits it is shown with.
type Span = (f64, f64);

fn of_all(one: Span, other: Span, of: fn(f64, f64) -> f64) -> Span {
    let all = [of(one.0, other.0), of(one.0, other.1), of(one.1, other.0), of(one.1, other.1)];
    (
        all.into_iter().fold(f64::INFINITY, f64::min),
        all.into_iter().fold(f64::NEG_INFINITY, f64::max),
    )
}

/// Works out a line of numbers: sums, products (by a sign or side by side), quotients, powers, roots, brackets, `min`, `max` and rounding up.
struct Line<'a> {
    rest: &'a str,
}

impl<'a> Line<'a> {
    /// The value of a text, if it is all numbers.
    fn value(text: &'a str) -> Option<Span> {
        let mut line = Line { rest: text };
        let value = line.sum()?;
        line.skip();
        line.rest.is_empty().then_some(value)
    }

    fn skip(&mut self) {
        self.rest = self.rest.trim_start();
    }

    fn takes(&mut self, sign: &str) -> bool {
        self.skip();
        let rest = self.rest.strip_prefix(sign);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    fn sum(&mut self) -> Option<Span> {
        let mut sum = self.product()?;
        loop {
            if self.takes("+") {
                sum = of_all(sum, self.product()?, |one, other| one + other);
            } else if self.takes("−") {
                sum = of_all(sum, self.product()?, |one, other| one - other);
            } else {
                return Some(sum);
            }
        }
    }

    fn product(&mut self) -> Option<Span> {
        let mut product = self.power()?;
        loop {
            if self.takes("·") {
                product = of_all(product, self.power()?, |one, other| one * other);
            } else if self.takes("/") {
                product = of_all(product, self.power()?, |one, other| one / other);
            } else {
                self.skip();
                match self.rest.chars().next() {
                    Some(next) if next.is_ascii_digit() || "(π√".contains(next) => {
                        product = of_all(product, self.power()?, |one, other| one * other)
                    }
                    _ => return Some(product),
                }
            }
        }
    }

    fn power(&mut self) -> Option<Span> {
        let base = self.value_of_one()?;
        if self.takes("^") {
            Some(of_all(base, self.value_of_one()?, f64::powf))
        } else {
            Some(base)
        }
    }

    fn value_of_one(&mut self) -> Option<Span> {
        if self.takes("π") {
            return Some((std::f64::consts::PI, std::f64::consts::PI));
        }
        if self.takes("√") {
            let under = self.value_of_one()?;
            return Some((under.0.sqrt(), under.1.sqrt()));
        }
        if self.takes("⌈") {
            let inside = self.sum()?;
            return self.takes("⌉").then_some((inside.0.ceil(), inside.1.ceil()));
        }
        for (name, of) in [("min", f64::min as fn(f64, f64) -> f64), ("max", f64::max)] {
            if self.takes(name) {
                let mut value = if self.takes("(") { self.sum()? } else { return None };
                while self.takes(",") {
                    value = of_all(value, self.sum()?, of);
                }
                return self.takes(")").then_some(value);
            }
        }
        if self.takes("(") {
            let inside = self.sum()?;
            return self.takes(")").then_some(inside);
        }
        self.number()
    }

    fn number(&mut self) -> Option<Span> {
        self.skip();
        let digits = self.rest.strip_prefix(['-', '−']).unwrap_or(self.rest);
        // Thousands may be parted by a comma that touches the digits on both sides.
        let inside = |(place, letter): (usize, char)| {
            letter.is_ascii_digit()
                || letter == '.'
                || (letter == ','
                    && digits.as_bytes().get(place + 1).is_some_and(u8::is_ascii_digit))
                || matches!(letter, '\u{202f}' | '\u{a0}' | '\u{2009}')
                    && digits[place + letter.len_utf8()..]
                        .starts_with(|next: char| next.is_ascii_digit())
        };
        let end = digits
            .char_indices()
            .find(|one| !inside(*one))
            .map_or(digits.len(), |(place, _)| place);
        let negative = digits.len() < self.rest.len();
        let shown: String = digits[..end]
            .chars()
            .filter(|letter| letter.is_ascii_digit() || *letter == '.')
            .collect();
        let value: f64 = shown.parse().ok()?;
        self.rest = &digits[end..];
        let half = match shown.split_once('.') {
            Some((_, decimals)) => 0.5 * 10_f64.powi(-i32::try_from(decimals.len()).ok()?),
            None if shown.len() > 3 => 0.5,
            None => 0.0,
        };
        let value = if negative { -value } else { value };
        Some((value - half, value + half))
    }
}

/// Exact numbers write their thousands apart by an ordinary blank.
fn joined(text: &str) -> String {
    text.replace("96 485.332", "96485.332")
}

/// How many equations of a step were worked out.
fn check(step: &Step, what: &str) -> usize {
    let text = joined(&step.formula.plain(Language::En));
    let mut parts: Vec<&str> = text.split(['=', '→']).map(str::trim).collect();
    // The unit stands behind the last number.
    let outcome = parts.pop().unwrap();
    let mut line = Line { rest: outcome };
    let Some(expected) = line.sum() else { return 0 };
    let values: Vec<Span> = parts.iter().filter_map(|part| Line::value(part)).collect();
    for value in &values {
        let room = 1e-9 * (value.0.abs() + expected.0.abs());
        assert!(
            value.0 <= expected.1 + room && expected.0 <= value.1 + room,
            "{what}, {}: {text}: {value:?}, shown {expected:?}",
            step.id
        );
    }
    values.len()
}

/// Pieces that would stand on the line although they belong above or below it, or nowhere.
fn well_formed(math: &Math, what: &str) {
    let row = |pieces: &[Math]| {
        let mut open = 0;
        for piece in pieces {
            match piece {
                Math::Operator("(") => open += 1,
                Math::Operator(")") => open -= 1,
                _ => {}
            }
            assert!(open >= 0, "{what}: a bracket is closed that was never opened");
            well_formed(piece, what);
        }
        assert_eq!(open, 0, "{what}: a bracket stays open");
    };
    match math {
        Math::Symbol(text) | Math::Exact(text) | Math::Operator(text) => {
            assert!(
                !text.is_empty() && !text.contains(['^', '²', '³', '*', '/']),
                "{what}: {text:?}"
            );
        }
        Math::Indexed(base, index) => {
            assert!(
                !base.is_empty() && !index.en.is_empty() && !index.zh.is_empty(),
                "{what}: an index without its symbol"
            );
            assert!(!base.contains(['^', '²', '³']), "{what}: {base:?}");
        }
        Math::Unit(_) => {}
        Math::Number(value, _) | Math::Whole(value) => {
            assert!(value.is_finite(), "{what}: {value}")
        }
        Math::Fraction(above, below) => {
            assert!(!above.is_empty() && !below.is_empty(), "{what}: half a fraction");
            row(above);
            row(below);
        }
        Math::Power(base, exponent) => {
            assert!(!base.is_empty() && !exponent.is_empty(), "{what}: half a power");
            assert!(
                base.len() == 1
                    || matches!(
                        (base.first(), base.last()),
                        (Some(Math::Operator("(")), Some(Math::Operator(")")))
                    ),
                "{what}: a base without brackets"
            );
            row(base);
            row(exponent);
        }
        Math::Row(pieces) => row(pieces),
    }
}

/// Every step of an answer: how many equations were worked out.
fn check_all(calculator: &str, given: &Map<String, Value>) -> usize {
    let Ok(report) = find(calculator).unwrap().evaluate_fully(given).outcome else {
        panic!("{calculator} {given:?} has no answer")
    };
    let mut checked = 0;
    for step in &report.steps {
        let what = format!("{calculator} {}", Value::from(given.clone()));
        well_formed(&step.formula, &format!("{what}, {}", step.id));
        for language in Language::ALL {
            let mathml = step.formula.mathml(language);
            assert_eq!(
                mathml.matches("<msup>").count(),
                step.formula.plain(language).matches('^').count(),
                "{what}, {}: exponents",
                step.id
            );
            for empty in ["<mi></mi>", "<mrow></mrow>", "<mn></mn>", "<mo></mo>", "<mtext></mtext>"]
            {
                assert!(!mathml.contains(empty), "{what}, {}: {mathml}", step.id);
            }
        }
        checked += check(step, &what);
    }
    checked
}

#[test]
fn every_equation_of_every_example_holds() {
    let mut checked = 0;
    for calculator in ALL {
        checked += check_all(calculator.id, &Map::new());
        for preset in calculator.presets() {
            checked += check_all(calculator.id, &preset.to_inputs());
        }
    }
    assert!(checked > 150, "only {checked} equations were worked out");
}

#[test]
fn equations_of_money_hold_with_loan_tax_subsidy_and_demand() {
    for given in [
        json!({ "loan_share": 1, "loan_rate": 0.06, "loan_years": 6, "tariff": "flat", "price_flat_cny_per_kwh": 0.45, "export_price_cny_per_kwh": 0.2 }),
        json!({ "loan_share": 0.7, "income_tax": 0.25 }),
        json!({ "income_tax": 0.9, "depreciation_years": 1 }),
        json!({ "subsidy_cny": 200_000, "capex_fixed_cny": 50_000, "vat_view": "excluded" }),
        json!({ "demand_cny_per_kw_month": 40, "demand_saved": 0.1, "shift_pattern": "one_shift" }),
        json!({ "ghi_kwh_per_m2_day": [9, 9, 9, 9, 9, 12, 9, 9, 9, 9, 9, 9] }),
        json!({ "ghi_kwh_per_m2_day": [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] }),
        json!({ "capacity_kwp": 0 }),
        json!({ "annual_load_kwh": 0 }),
        json!({ "inverter_cny_per_wp": 2.5, "inverter_year": 7 }),
        json!({ "price_growth": -0.1, "roof_area_m2": 1000 }),
    ] {
        check_all("pv-payback", &object(&given));
    }
}

/// The present value of a flow: the years stand above the bracket.
#[test]
fn the_exponent_of_the_present_value_stands_above() {
    let report = find("pv-payback").unwrap().evaluate_fully(&Map::new()).outcome.unwrap();
    let step = report.steps.iter().find(|step| step.id == "npv").unwrap();
    assert!(step.formula.mathml(Language::En).contains("</mrow><mrow><mi>y</mi></mrow></msup>"));
    assert!(step.formula.plain(Language::En).contains("(1 + 0.08000)^y"));
}

/// The test's own arithmetic.
#[test]
fn lines_are_worked_out_as_they_are_read() {
    for (text, expected) in [
        ("1 + 2 · 3", 7.0),
        ("2 (3) / (4)", 1.5),
        ("(1 + 1)^3", 8.0),
        ("2√9", 6.0),
        ("min ((6) / (2), 5)", 3.0),
        ("⌈ (7) / (2) ⌉", 4.0),
        ("5 − (2) / (4) · 2", 4.0),
    ] {
        let (low, high) = Line::value(text).unwrap();
        assert!(
            (low - expected).abs() < 1e-12 && (high - expected).abs() < 1e-12,
            "{text}: {low} to {high}"
        );
    }
    assert_eq!(Line::value("t · 3"), None);
}
