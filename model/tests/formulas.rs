//! The derivation of every calculator. Each formula is worked out again by the test's own arithmetic, with the units of its
//! numbers, and has to give the outcome that is shown, in the unit that is shown: a factor of 60 or 100 that is missing or has
//! the wrong unit fails here. Every symbol has its line in the legend, and the other way about.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::float_cmp,
    reason = "a test fails by panicking"
)]

mod common;

use common::object;
use platewise_model::calculator::{ALL, AnyCalculator, find};
use platewise_model::report::formula::{Formula, Function, Node, Parsed, Symbol, Values, parse};
use platewise_model::report::{Report, Step};
use platewise_model::units::Dimension;
use platewise_model::words::{Language, text};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Exponents of the base units.
type Dimensions = BTreeMap<&'static str, i32>;

/// A number in base units. `scale` is how large the numbers were that it came from: a difference is as exact as they are.
#[derive(Clone, PartialEq, Debug)]
struct Quantity {
    value: f64,
    scale: f64,
    of: Dimensions,
}

/// A unit: its name, by how much it is larger than the product of its base units, and those.
type KnownUnit = (&'static str, f64, &'static [(&'static str, i32)]);

/// The units that formulas use: by how many of which base units. Years, months and days of a tariff or a climate are no seconds.
const UNITS: &[KnownUnit] = &[
    ("1", 1.0, &[]),
    ("m", 1.0, &[("m", 1)]),
    ("dm", 0.1, &[("m", 1)]),
    ("cm", 0.01, &[("m", 1)]),
    ("mm", 1e-3, &[("m", 1)]),
    ("µm", 1e-6, &[("m", 1)]),
    ("L", 1e-3, &[("m", 3)]),
    ("g", 1.0, &[("g", 1)]),
    ("kg", 1e3, &[("g", 1)]),
    ("t", 1e6, &[("g", 1)]),
    ("s", 1.0, &[("s", 1)]),
    ("min", 60.0, &[("s", 1)]),
    ("h", 3600.0, &[("s", 1)]),
    ("d", 1.0, &[("d", 1)]),
    ("mo", 1.0, &[("mo", 1)]),
    ("a", 1.0, &[("a", 1)]),
    ("A", 1.0, &[("A", 1)]),
    ("C", 1.0, &[("A", 1), ("s", 1)]),
    ("V", 1.0, &[("V", 1)]),
    ("W", 1.0, &[("V", 1), ("A", 1)]),
    ("kW", 1e3, &[("V", 1), ("A", 1)]),
    ("Wp", 1.0, &[("V", 1), ("A", 1)]),
    ("kWp", 1e3, &[("V", 1), ("A", 1)]),
    ("kWh", 3.6e6, &[("V", 1), ("A", 1), ("s", 1)]),
    ("mol", 1.0, &[("mol", 1)]),
    ("CNY", 1.0, &[("CNY", 1)]),
];

impl Quantity {
    fn plain(value: f64) -> Self {
        Self { value, scale: value.abs(), of: Dimensions::new() }
    }

    /// A number in a unit such as `kg CO₂e/(m²·a)`.
    fn read(value: f64, unit: &str) -> Self {
        let unit = unit.replace(" CO₂e", "");
        let (above, below) = unit.split_once('/').unwrap_or((&unit, ""));
        let mut quantity = Self::plain(value);
        for (side, sign) in [(above, 1), (below, -1)] {
            for one in side.trim_matches(['(', ')']).split('·').filter(|one| !one.is_empty()) {
                let (name, exponent) = match one.strip_suffix('²') {
                    Some(name) => (name, 2),
                    None => one.strip_suffix('³').map_or((one, 1), |name| (name, 3)),
                };
                let (_, factor, of) = UNITS
                    .iter()
                    .find(|(known, ..)| *known == name)
                    .unwrap_or_else(|| panic!("{name} of {unit} is no unit"));
                let factor = factor.powi(sign * exponent);
                quantity.value *= factor;
                quantity.scale *= factor;
                for (base, power) in *of {
                    quantity.add(base, sign * exponent * power);
                }
            }
        }
        quantity
    }

    fn add(&mut self, base: &'static str, power: i32) {
        let exponent = self.of.entry(base).or_default();
        *exponent += power;
        if *exponent == 0 {
            self.of.remove(base);
        }
    }

    fn sum(self, other: &Self, sign: f64) -> Self {
        assert_eq!(self.of, other.of, "a sum of different units");
        let value = self.value + sign * other.value;
        Self { value, scale: self.scale + other.scale, of: self.of }
    }

    fn product(mut self, other: &Self, sign: i32) -> Self {
        let by = other.value.powi(sign);
        let inexact = if other.value == 0.0 { 1.0 } else { other.scale / other.value.abs() };
        self.value *= by;
        self.scale *= by.abs() * inexact;
        for (base, power) in &other.of {
            self.add(base, sign * power);
        }
        self
    }

    fn without_unit(&self) -> f64 {
        assert!(self.of.is_empty(), "{:?} where a plain number has to be", self.of);
        self.value
    }
}

/// Works a node out; `place` is that in the sum around it.
fn worked_out(formula: &Formula, at: u8, place: Option<usize>) -> Quantity {
    let of = |at: u8| worked_out(formula, at, place);
    let extreme = |one: Quantity, two: Quantity, takes_first: bool| {
        assert_eq!(one.of, two.of, "different units are compared");
        if takes_first { one } else { two }
    };
    match formula.nodes()[usize::from(at)] {
        Node::Number { value, unit, .. } => Quantity::read(value, unit),
        Node::Pi => Quantity::plain(std::f64::consts::PI),
        Node::Symbol(id) => {
            let (symbol, values) = formula.find(id).unwrap();
            let value = match values {
                Values::One(value) => *value,
                Values::Many(values) => values[place.expect("a sum around it")],
            };
            Quantity::read(value, symbol.unit)
        }
        Node::Negative(one) => {
            let one = of(one);
            Quantity { value: -one.value, ..one }
        }
        Node::Add(one, two) => of(one).sum(&of(two), 1.0),
        Node::Subtract(one, two) => of(one).sum(&of(two), -1.0),
        Node::Multiply(one, two) => of(one).product(&of(two), 1),
        Node::Divide(one, two) => of(one).product(&of(two), -1),
        Node::Power(one, two) => {
            let (base, exponent) = (of(one), of(two).without_unit());
            if base.of.is_empty() {
                return Quantity::plain(base.value.powf(exponent));
            }
            assert_eq!(exponent, 2.0, "a quantity is only squared");
            base.clone().product(&base, 1)
        }
        Node::Least(one, two) => {
            let (one, two) = (of(one), of(two));
            let first = one.value <= two.value;
            extreme(one, two, first)
        }
        Node::Greatest(one, two) => {
            let (one, two) = (of(one), of(two));
            let first = one.value >= two.value;
            extreme(one, two, first)
        }
        Node::Call(Function::Root, one) => {
            let mut one = of(one);
            assert!(one.of.values().all(|power| power % 2 == 0), "the root of {:?}", one.of);
            one.of.values_mut().for_each(|power| *power /= 2);
            Quantity { value: one.value.sqrt(), scale: one.scale.sqrt(), of: one.of }
        }
        Node::Call(function, one) => {
            let value = of(one).without_unit();
            // What should be whole may lie a rounding error beside it.
            Quantity::plain(match function {
                Function::Ceiling => (value * (1.0 - 1e-12)).ceil(),
                Function::Floor => (value * (1.0 + 1e-12)).floor(),
                Function::Exp => value.exp(),
                Function::Ln => value.ln(),
                Function::Root => unreachable!(),
            })
        }
        Node::Optional(one) => of(one),
        Node::Sum(_, one) => {
            let counts: BTreeSet<usize> = formula
                .nodes()
                .iter()
                .take(usize::from(one) + 1)
                .filter_map(|node| match node {
                    Node::Symbol(id) => match &formula.find(id).unwrap().1 {
                        Values::Many(values) => Some(values.len()),
                        Values::One(_) => None,
                    },
                    _ => None,
                })
                .collect();
            assert_eq!(counts.len(), 1, "the symbols of a sum have as many values");
            (0..*counts.first().unwrap())
                .map(|place| worked_out(formula, one, Some(place)))
                .reduce(|sum, term| sum.sum(&term, 1.0))
                .expect("a sum has a term")
        }
    }
}

/// Whether a formula gives its outcome, in its unit.
fn holds(formula: &Formula) -> Result<(), String> {
    let legend = formula.legend();
    let (symbol, outcome) = match legend.first() {
        Some((symbol, Values::One(outcome))) => (symbol, *outcome),
        _ => return Err("no outcome".to_owned()),
    };
    let shown = Quantity::read(outcome, symbol.unit);
    let found = worked_out(formula, u8::try_from(formula.nodes().len() - 1).unwrap(), None);
    if found.of != shown.of {
        return Err(format!("the unit is {:?}, shown {:?}", found.of, shown.of));
    }
    let one = Quantity::read(1.0, symbol.unit).value;
    let rounding = if formula.is_rounded() { symbol.rounding() } else { 0.0 };
    if formula.is_rounded() != (rounding > 0.0) {
        return Err("what is rounded says to how many decimals".to_owned());
    }
    let room = 1e-9 * found.scale.max(shown.scale) + rounding * one * (1.0 + 1e-9);
    for (by, value) in [("the test", found.value), ("the model", formula.evaluate() * one)] {
        let off = (value - shown.value).abs();
        if off.is_nan() || off > room {
            return Err(format!("{by} finds {}, shown {outcome}", value / one));
        }
    }
    Ok(())
}

/// The symbols in what is written before the first number is put in.
fn written(formula: &Formula) -> BTreeSet<String> {
    let line = formula.plain(Language::En);
    let symbols: Vec<&str> = line.split(['=', '≈']).take(2).collect();
    symbols
        .join(" ")
        .split([' ', '(', ')', ',', '^', '√', '⌈', '⌉', '⌊', '⌋', '/', '+', '−', '·'])
        .filter(|one| one.starts_with(char::is_alphabetic))
        .filter(|one| !["min", "max", "exp", "ln", "π"].contains(one))
        .map(str::to_owned)
        .collect()
}

fn legend_is_complete(formula: &Formula) {
    let line = formula.plain(Language::En);
    let mut explained = BTreeSet::new();
    for (symbol, values) in formula.legend() {
        assert!(!symbol.name.en.is_empty() && !symbol.name.zh.is_empty(), "{}", symbol.id);
        let (letter, index) = symbol.letter();
        let written = index.map_or(letter.to_owned(), |index| format!("{letter}_{}", index.en));
        assert!(explained.insert(written), "{} stands in the legend twice: {line}", symbol.id);
        let shown = match values {
            Values::One(value) => vec![*value],
            Values::Many(values) => values.iter().take(1).copied().collect(),
        };
        for value in shown {
            let number = symbol.number(value.abs());
            assert!(line.contains(&number), "{} = {number} is not in {line}", symbol.id);
        }
    }
    assert_eq!(written(formula), explained, "{line}");
}

/// The elements of MathML are closed in their order, none is empty, and nothing that belongs above the line stands on it.
fn is_well_formed(formula: &Formula) {
    for language in Language::ALL {
        let (mathml, line) = (formula.mathml(language), formula.plain(language));
        let mut open: Vec<&str> = Vec::new();
        let mut rest = mathml.as_str();
        while let Some((text, after)) = rest.split_once('<') {
            assert!(!text.contains(['^', '*', '_']), "{mathml}");
            let (tag, after) = after.split_once('>').unwrap();
            match tag.strip_prefix('/') {
                Some(name) => assert_eq!(open.pop(), Some(name), "{mathml}"),
                None => open.push(tag.split(' ').next().unwrap()),
            }
            rest = after;
        }
        assert!(open.is_empty() && rest.is_empty(), "{mathml}");
        assert_eq!(mathml.matches("<msup>").count(), line.matches('^').count(), "{mathml}");
        for name in ["mi", "mn", "mo", "mtext", "mrow"] {
            assert!(!mathml.contains(&format!("<{name}></{name}>")), "{mathml}");
        }
        for name in ["mi", "mn"] {
            let opened = format!("<{name}>");
            for text in mathml.split(&opened).skip(1).map(|rest| rest.split('<').next().unwrap()) {
                assert!(!text.contains(['²', '³', '/', ' ']), "{text}: {mathml}");
            }
        }
        for [one, other] in [['(', ')'], ['⌈', '⌉'], ['⌊', '⌋']] {
            assert_eq!(line.matches(one).count(), line.matches(other).count(), "{line}");
        }
        assert!(!line.contains("NaN") && !line.contains("  ") && !line.contains("( "), "{line}");
    }
}

fn check(calculator: &AnyCalculator, given: &Map<String, Value>) -> Option<Report> {
    let report = calculator.evaluate_fully(given).outcome.ok()?;
    for Step { id, formula, .. } in &report.steps {
        if let Err(reason) = holds(formula) {
            let line = formula.plain(Language::En);
            let given = Value::from(given.clone());
            panic!("{}, {id}: {line}: {reason}, with {given}", calculator.id);
        }
        legend_is_complete(formula);
        is_well_formed(formula);
    }
    Some(report)
}

#[test]
fn every_step_of_every_example_gives_what_it_shows() {
    let mut steps = 0;
    for calculator in ALL {
        let presets = calculator.presets();
        let all = std::iter::once(Map::new()).chain(presets.iter().map(|one| one.to_inputs()));
        for given in all {
            let report = check(calculator, &given).expect("an example has an answer");
            assert!(!report.steps.is_empty(), "{}: no steps", calculator.id);
            steps += report.steps.len();
        }
    }
    assert!(steps > 200, "only {steps} steps");
}

#[test]
fn every_step_of_inputs_made_by_chance_gives_what_it_shows() {
    for calculator in ALL {
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join(format!("tests/data/frozen/{}.jsonl", calculator.id));
        let lines = std::fs::read_to_string(&path).unwrap();
        let answers = lines
            .lines()
            .filter_map(|line| check(calculator, &serde_json::from_str(line).unwrap()))
            .count();
        assert!(answers > 50, "{}: only {answers} have an answer", calculator.id);
    }
}

#[test]
fn steps_of_money_hold_with_loan_tax_subsidy_and_demand() {
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
        check(find("pv-payback").unwrap(), &object(&given)).unwrap();
    }
}

/// A load of several parts, a barrel that may hold only so much, and one in which there is no room left.
#[test]
fn the_pieces_of_a_load_hold_with_other_parts_and_a_weight_limit() {
    for given in [
        json!({ "barrel_limit_kg": 20 }),
        json!({ "parts": [{ "shape": "washer", "thread": "M8", "pieces": 500 }] }),
        json!({ "barrel_limit_kg": 20, "parts": [{ "shape": "washer", "thread": "M8", "pieces": 500 }] }),
        json!({ "rack_or_barrel": "rack", "parts": [{ "shape": "washer", "thread": "M8", "pieces": 50 }] }),
        json!({ "barrel_limit_kg": 1, "parts": [{ "shape": "washer", "thread": "M8", "pieces": 90000 }] }),
    ] {
        let report = check(find("part-area").unwrap(), &object(&given)).unwrap();
        assert!(report.steps.iter().any(|step| step.id == "load"));
    }
}

/// The present value of a flow: the years stand above the bracket.
#[test]
fn the_exponent_of_the_present_value_stands_above() {
    let report = find("pv-payback").unwrap().evaluate_fully(&Map::new()).outcome.unwrap();
    let step = report.steps.iter().find(|step| step.id == "npv").unwrap();
    assert!(step.formula.mathml(Language::En).contains("</mrow><mrow><mi>y</mi></mrow></msup>"));
    let line = step.formula.plain(Language::En);
    assert!(line.starts_with("NPV = ∑_y C_y / (1 + i)^y = −"), "{line}");
    assert!(line.contains("(1 + 0.08)^0") && line.contains("(1 + 0.08)^2"), "{line}");
}

/// The document has the legend of each step: what stands in its formula, in its order, with values that can be read.
#[test]
fn the_document_explains_the_symbols_of_its_steps() {
    for calculator in ALL {
        let document = platewise_model::json::evaluate(calculator, &Map::new()).unwrap();
        for step in document["steps"].as_array().unwrap() {
            let symbols = step["symbols"].as_array().unwrap();
            assert!(symbols.len() > 1, "{step}");
            let line = step["formula"].as_str().unwrap();
            for symbol in symbols {
                let id = symbol["symbol"].as_str().unwrap();
                assert!(line.contains(id), "{id} is not in {line}");
                assert!(!symbol["name"].as_str().unwrap().is_empty(), "{id}");
                assert!(!symbol["name_zh"].as_str().unwrap().is_empty(), "{id}");
                let value = &symbol["value"];
                assert!(value.is_number() || value[0].is_number(), "{id} = {value}");
            }
        }
    }
}

/// The test's own arithmetic, and that it finds what is wrong.
#[test]
fn a_wrong_factor_and_a_wrong_unit_are_found() {
    const CHARGE: Symbol = Symbol::new("Q", text("charge", "电量"), Dimension::Charge);
    const CURRENT: Symbol = Symbol::new("I", text("current", "电流"), Dimension::Current);
    const TIME: Symbol = Symbol::new("t", text("time", "时间"), Dimension::Minutes);
    let formula = |parsed: Parsed| {
        let nodes: [Node; 5] = parsed.nodes();
        let values = [(CHARGE, 40.0), (CURRENT, 120.0), (TIME, 20.0)];
        let symbols = values.map(|(symbol, value)| (symbol, Values::One(value)));
        Formula::new(Box::leak(Box::new(nodes)), parsed.rounded, symbols.to_vec())
    };
    assert_eq!(holds(&formula(parse("Q = I t / 60[min/h]"))), Ok(()));
    for wrong in ["Q = I t / 6[min/h]", "Q = I t / 60[s/h]", "Q = I t / 60[min]", "Q = I t / 60"] {
        assert!(holds(&formula(parse(wrong))).is_err(), "{wrong}");
    }
    assert_eq!(Quantity::read(1.0, "kWh/(m²·a)").value, 3.6e6);
    // A micrometre on a square metre is a cubic centimetre.
    let grams = Quantity::read(2.0, "µm").product(&Quantity::read(7.0, "g/cm³"), 1);
    assert!((grams.value - 14.0).abs() < 1e-12 && grams.of == Quantity::read(1.0, "g/m²").of);
}
