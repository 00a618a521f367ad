//! Many requests at once: each row of a table is a quote of its own, by one shop and one set of conditions, without bands. What is wrong is told by its row,
//! and the others are priced.

use super::inputs::Currency;
use super::sheet::Offered;
use super::{CALCULATOR, Inputs, Line, Quote, explain};
use crate::calculator::{Calculator, InputTable, Kind, Problem, picked, read_inputs};
use crate::entry::{self, Entries, Entry};
use crate::quote::given::Given;
use crate::report::format::Reader;
use crate::table::{self, Grid, Imported, Refused};
use crate::words::{Arg, Language, Phrase, Text, phrase, symbol, text};
use serde_json::{Map, Value};

/// Rows that are priced at once.
pub const MOST: usize = 5_000;

/// A table, priced.
#[derive(Clone, PartialEq, Debug)]
pub struct Batch {
    /// What was recognised of the table, and every cell that was left out.
    pub imported: Imported,
    /// Every row in its order.
    pub rows: Vec<Priced>,
    /// Currency of all amounts.
    pub currency: Text,
}

/// A row, priced or not.
#[derive(Clone, PartialEq, Debug)]
pub struct Priced {
    /// Its row in the table, as a spreadsheet counts: the heads are row 1.
    pub row: usize,
    /// What it is called.
    pub name: Phrase,
    /// What is offered; nothing where there are problems.
    pub offered: Vec<Offered>,
    /// Total of an order of the first quantity with surcharges and tax, in the currency.
    pub total: Option<f64>,
    /// What is wrong: cells that were left out, or why it has no price.
    pub problems: Vec<Told>,
}

impl Batch {
    /// Heads of the columns in which it is written.
    pub fn heads(&self, reader: Reader) -> [String; 9] {
        let word = |text: Text| text.get(reader.language).to_owned();
        let priced = |text: Text| format!("{} ({})", text.get(reader.language), self.currency.get(reader.language));
        [
            word(text("Row", "行")),
            word(text("Part", "工件")),
            word(text("Pieces", "数量（件）")),
            priced(text("Unit price", "单价")),
            priced(text("Amount", "金额")),
            priced(text("Charged", "计收")),
            priced(text("Total with surcharges and tax", "含附加费与税合计")),
            word(text("Lead time, working days", "交期（工作日）")),
            word(text("Problems", "问题")),
        ]
    }

    /// How many rows have a price.
    pub fn priced(&self) -> usize {
        self.rows.iter().filter(|row| !row.offered.is_empty()).count()
    }
}

impl Priced {
    /// What is wrong with it, for one reader; nothing where nothing is.
    pub fn problems_for(&self, reader: Reader) -> String {
        self.problems.iter().map(|one| one.to(reader)).collect::<Vec<_>>().join(" ")
    }
}

/// What is wrong with a row, and in which field.
#[derive(Clone, PartialEq, Debug)]
pub struct Told {
    /// What the field is called; none where it is none of the line.
    pub label: Option<Text>,
    /// What is wrong with it.
    pub message: Phrase,
}

impl Told {
    fn of(problem: &Problem) -> Self {
        let name = problem.field.rsplit('.').next().unwrap_or_default();
        let among = if problem.field.starts_with("lines.") { Line::fields() } else { Inputs::fields() };
        let label = among.iter().find(|field| field.name == name || field.name == problem.field).map(|field| field.label);
        Self { label, message: problem.message() }
    }

    /// As a sentence for one reader.
    pub fn to(&self, reader: Reader) -> String {
        let message = reader.phrase(&self.message);
        let join = if reader.language == Language::Zh { "：" } else { ": " };
        self.label.map_or_else(|| message.clone(), |label| format!("{}{join}{message}", label.get(reader.language)))
    }
}

/// Prices a table of [`MOST`] rows at most with the shop and the conditions of these inputs; their own lines do not count.
///
/// # Errors
/// It is no table, or one of more rows than are priced at once. Problems of the shop or the conditions come as those of every row.
pub fn price(given: &Map<String, Value>, grid: &Grid) -> Result<Batch, Refused> {
    let Some(Kind::Rows { fields, .. }) = CALCULATOR.field("lines").map(|field| field.kind) else { return Err(Refused::NoColumns) };
    let imported = table::import(fields(), MOST, grid)?;
    let (mut shop, problems) = read_inputs::<Inputs>(given);
    shop.order.issued = None; // prices that were given are those of another request
    let shared: Vec<Told> = problems.iter().filter(|problem| !problem.field.starts_with("lines")).map(Told::of).collect();
    let mut rows = Vec::with_capacity(imported.rows.len());
    for (entries, row) in imported.rows.iter().zip(&imported.numbers) {
        let left_out = imported.wrong.iter().filter(|wrong| wrong.row == *row).map(|wrong| Told { label: Some(wrong.label), message: wrong.message.clone() });
        rows.push(one(*row, entries, &shop, shared.iter().cloned().chain(left_out).collect()));
    }
    Ok(Batch { imported, rows, currency: picked(&shop.order.currency, Currency::Cny).sign() })
}

/// One row. A cell that cannot be used would make another part of it, so such a row has no price.
fn one(row: usize, entries: &Entries, shop: &Inputs, problems: Vec<Told>) -> Priced {
    let line = Entries::from([("lines", Entry::rows(vec![entries.clone()]))]);
    let (given, unreadable) = entry::to_inputs(&CALCULATOR, &line);
    let (own, found) = read_inputs::<Inputs>(&given);
    let mut inputs = shop.clone();
    inputs.order.lines = own.order.lines;
    let mut problems = problems;
    debug_assert!(unreadable.is_empty(), "what cannot be read was left out with the cell");
    problems.extend(found.iter().map(Told::of));
    let name = phrase(symbol("{0}"), [Arg::Name(entries.get("name").map(|entry| entry.text.clone()).unwrap_or_default())]);
    let none = |problems: Vec<Told>, name: Phrase| Priced { row, name, offered: Vec::new(), total: None, problems };
    if !problems.is_empty() {
        return none(problems, name);
    }
    match Quote::compute(&inputs) {
        Err(found) => none(found.iter().map(Told::of).collect(), name),
        Ok(numbers) => {
            let Some(asking) = numbers.setup.lines.first() else { return none(problems, name) };
            // What of the code is not in the price stands beside the price.
            let label = Line::field("designation").map(|field| field.label);
            let not_priced = asking.code.iter().flat_map(|code| code.not_priced(asking.process));
            problems.extend(not_priced.map(|message| Told { label, message }));
            Priced {
                row,
                name: if asking.name.is_empty() { explain::part(asking) } else { name },
                offered: Given::of(&numbers.offer, &numbers.shop).lines.iter().flat_map(|line| line.breaks.iter().map(|one| Offered::of(line, one))).collect(),
                total: Some(numbers.offer.total.value()),
                problems,
            }
        }
    }
}
