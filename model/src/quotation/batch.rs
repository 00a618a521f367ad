//! Many requests at once: each row of a table is a quote of its own, by one shop and one set of conditions, without bands. A row that leaves open what is
//! asked for has no price: the examples that a form starts from price nothing here.

use super::offered::Offered;
use crate::calculator::quote::inputs::{Currency, PriceUnit};
use crate::calculator::quote::{Inputs, Line, Quote, explain, judgements};
use crate::calculator::{
    AnyCalculator, Calculator, InputTable, Kind, Origin, Problem, picked, read_inputs,
};
use crate::data::Listed;
use crate::entry::{self, Entries, Entry};
use crate::import::Sheet;
use crate::quote::given::Given;
use crate::report::format::Reader;
use crate::request::table::{self, Imported, MISSING, Note, Refused, TakenColumn, Wrong};
use crate::units::Dimension;
use crate::words::{Arg, Language, Phrase, Text, phrase, symbol, text};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

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
    /// Quantities that are asked for, as far as they could be read.
    pub asked: Vec<f64>,
    /// What is offered; nothing where there are problems.
    pub offered: Vec<Offered>,
    /// Total of an order of the first quantity with surcharges and tax, in the currency.
    pub total: Option<f64>,
    /// Why it has no price; nothing where it has one.
    pub problems: Vec<Told>,
    /// What was read in a special way.
    pub notes: Vec<Told>,
}

impl Batch {
    /// Heads of the columns in which it is written.
    pub fn heads(&self, reader: Reader) -> [String; 10] {
        let word = |text: Text| text.get(reader.language).to_owned();
        let priced = |text: Text| {
            format!("{} ({})", text.get(reader.language), self.currency.get(reader.language))
        };
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
            word(text("Notes", "说明")),
        ]
    }

    /// What was taken of the whole sheet, and which columns were not, for one reader.
    pub fn about(&self, reader: Reader) -> Vec<String> {
        let left_out = phrase(
            text("Columns left out: {0}.", "未采用的列：{0}。"),
            [Arg::Name(self.imported.ignored.join(" · "))],
        );
        let left_out = (!self.imported.ignored.is_empty()).then_some(left_out);
        let column = |one: &TakenColumn| {
            let unit = if one.unit.is_empty() { String::new() } else { format!(" ({})", one.unit) };
            format!("{} → {}{unit}", one.head, one.label.get(reader.language))
        };
        let columns = self.imported.columns.iter().map(column).collect::<Vec<_>>().join(" · ");
        let taken = phrase(text("Columns: {0}.", "所用列：{0}。"), [Arg::Name(columns)]);
        [taken]
            .iter()
            .chain(&left_out)
            .chain(&self.imported.whole)
            .map(|line| reader.phrase(line))
            .collect()
    }

    /// How many rows have a price.
    pub fn priced(&self) -> usize {
        self.rows.iter().filter(|row| !row.offered.is_empty()).count()
    }
}

impl Priced {
    /// Why it has no price, for one reader; nothing where it has one.
    pub fn problems_for(&self, reader: Reader) -> String {
        all_of(&self.problems, reader)
    }

    /// What was read in a special way, for one reader.
    pub fn notes_for(&self, reader: Reader) -> String {
        all_of(&self.notes, reader)
    }
}

/// One sentence after the other, each with its stop.
fn all_of(told: &[Told], reader: Reader) -> String {
    let [stop, between] = if reader.language == Language::Zh { ["。", ""] } else { [".", " "] };
    let stopped = |sentence: &String| sentence.ends_with(['.', '。', '?', '？', '!', '！']);
    let mut all: Vec<String> = told.iter().map(|one| one.to(reader)).collect();
    if let Some((_, before)) = all.split_last_mut() {
        before
            .iter_mut()
            .filter(|sentence| !stopped(sentence))
            .for_each(|sentence| sentence.push_str(stop));
    }
    all.join(between)
}

/// What is told of a row, and of which field.
#[derive(Clone, PartialEq, Debug)]
pub struct Told {
    /// What the field is called; none where it is none of the line.
    pub label: Option<Text>,
    /// What stands in its cell; empty where that is not the point.
    pub cell: String,
    /// What is told.
    pub message: Phrase,
}

impl Told {
    fn of(problem: &Problem) -> Self {
        let name = problem.field.rsplit('.').next().unwrap_or_default();
        let among =
            if problem.field.starts_with("lines.") { Line::fields() } else { Inputs::fields() };
        let label = among
            .iter()
            .find(|field| field.name == name || field.name == problem.field)
            .map(|field| field.label);
        Self { label, cell: String::new(), message: problem.message() }
    }

    fn of_wrong(wrong: &Wrong) -> Self {
        Self { label: wrong.label, cell: wrong.cell.clone(), message: wrong.message.clone() }
    }

    fn of_note(note: &Note) -> Self {
        Self { label: Some(note.label), cell: String::new(), message: note.message.clone() }
    }

    /// As a sentence for one reader.
    pub fn to(&self, reader: Reader) -> String {
        let message = reader.phrase(&self.message);
        let Some(label) = self.label else { return message };
        let label = label.get(reader.language);
        let is_quoted = self.cell.is_empty() || message.contains(&self.cell);
        match (reader.language, is_quoted) {
            (Language::Zh, true) => format!("{label}：{message}"),
            (Language::Zh, false) => format!("{label}“{}”：{message}", self.cell),
            (_, true) => format!("{label}: {message}"),
            (_, false) => format!("{label} “{}”: {message}", self.cell),
        }
    }
}

/// What is wrong with a shop and conditions, apart from any request.
pub fn problems_of(given: &Map<String, Value>) -> Vec<Problem> {
    read_inputs::<Inputs>(given).1
}

/// Prices a table of [`MOST`] rows at most with the shop and the conditions of these inputs; their own lines do not count.
///
/// # Errors
/// It is no table, or one of more rows than are priced at once. Problems of the shop or the conditions come as those of every row.
pub fn price(given: &Map<String, Value>, sheets: &[Sheet]) -> Result<Batch, Refused> {
    let Some(Kind::Rows { fields, .. }) =
        AnyCalculator::of::<Quote>().field("lines").map(|field| field.kind)
    else {
        return Err(Refused::NoColumns);
    };
    let imported = table::import(fields(), MOST, sheets)?;
    let (mut shop, problems) = read_inputs::<Inputs>(given);
    shop.order.issued = None; // prices that were given are those of another request
    let shared: Vec<Told> = problems
        .iter()
        .filter(|problem| !problem.field.starts_with("lines"))
        .map(Told::of)
        .collect();
    let mut of_rows: BTreeMap<usize, (Vec<Told>, Vec<Told>)> = BTreeMap::new();
    for wrong in &imported.wrong {
        of_rows.entry(wrong.row).or_default().0.push(Told::of_wrong(wrong));
    }
    for missing in &imported.missing {
        of_rows.entry(missing.row).or_default().0.push(Told {
            label: Some(missing.label),
            cell: String::new(),
            message: missing.message.clone(),
        });
    }
    for note in &imported.notes {
        of_rows.entry(note.row).or_default().1.push(Told::of_note(note));
    }
    let mut rows = Vec::with_capacity(imported.rows.len());
    for (entries, row) in imported.rows.iter().zip(&imported.numbers) {
        let (own, notes) = of_rows.remove(row).unwrap_or_default();
        let problems = shared.iter().cloned().chain(own).collect();
        let mut priced = one(*row, entries, &shop, problems);
        priced.notes.extend(notes);
        rows.push(priced);
    }
    Ok(Batch { imported, rows, currency: picked(&shop.order.currency, Currency::Cny).sign() })
}

/// One row. A cell that cannot be used would make another part of it, so such a row has no price.
fn one(row: usize, entries: &Entries, shop: &Inputs, mut problems: Vec<Told>) -> Priced {
    let line = Entries::from([("lines", Entry::rows(vec![entries.clone()]))]);
    let (given, unreadable) = entry::to_inputs(AnyCalculator::of::<Quote>(), &line);
    let (own, found) = read_inputs::<Inputs>(&given);
    let mut inputs = shop.clone();
    inputs.order.lines = own.order.lines;
    debug_assert!(unreadable.is_empty(), "what cannot be read was left out with the cell");
    problems.extend(found.iter().map(Told::of));
    let quantities = inputs
        .order
        .lines
        .as_ref()
        .and_then(|lines| lines.0.first())
        .and_then(|line| line.spec.quantities.as_ref());
    let asked = quantities.map(|few| few.0.clone()).unwrap_or_default();
    let name = phrase(
        symbol("{0}"),
        [Arg::Name(entries.get("name").map(|entry| entry.text.clone()).unwrap_or_default())],
    );
    let mut priced =
        Priced { row, name, asked, offered: Vec::new(), total: None, problems, notes: Vec::new() };
    // What it asks for is looked at even where something is missing, so that everything wrong with a row is told at once.
    let numbers = match Quote::compute(&inputs) {
        Ok(numbers) => numbers,
        Err(found) => {
            let told: Vec<Told> = found
                .iter()
                .map(Told::of)
                .filter(|one| !priced.problems.iter().any(|other| other.label == one.label))
                .collect();
            priced.problems.extend(told);
            return priced;
        }
    };
    let Some(asking) = numbers.setup.lines.first() else { return priced };
    if let Some(code) = &asking.code {
        let told = |name: &str, message: Phrase| Told {
            label: Some(label(name)),
            cell: String::new(),
            message,
        };
        if code.asked.is_none() {
            let message = phrase(NOT_UNDERSTOOD, [Arg::Name(code.written.clone())]);
            priced.problems.push(told("designation", message));
        }
        if asking.process_by_code || code.contradicts(asking.process) {
            let usual = if asking.process_by_code { numbers.setup.process } else { asking.process };
            priced
                .problems
                .push(told("designation", phrase(OTHER_DEPOSIT, [Arg::Text(usual.name)])));
        } else if let Some(code) = asking.other_thickness() {
            let [code, column] = [code, asking.values.thickness_um.value]
                .map(|um| Arg::Quantity(Dimension::Thickness, um));
            priced.problems.push(told("thickness_um", phrase(OTHER_THICKNESS, [code, column])));
        } else if asking.values.thickness_um.origin == Origin::Default
            && !priced.problems.iter().any(|one| one.label == Some(label("thickness_um")))
        {
            priced.problems.push(told("thickness_um", MISSING.into()));
        }
        // What of it is not in the price stands beside the price.
        priced.notes.extend(
            code.not_priced(asking.process).into_iter().map(|message| told("designation", message)),
        );
    }
    // What a quote of this line alone would say of it; of a row without a price only what is to be asked.
    let is_priced = priced.problems.is_empty();
    let judgements = judgements::of_one_line(&numbers)
        .into_iter()
        .filter(|one| one.id != "code_unpriced" && (is_priced || one.id == "code_open"));
    priced.notes.extend(judgements.map(|one| Told {
        label: Some(subject(one.id)),
        cell: String::new(),
        message: one.message,
    }));
    if asking.price_unit != PriceUnit::Piece {
        let words = text("the unit price is for: {0}", "单价按此单位计：{0}");
        let unit = Arg::Text(asking.price_unit.name());
        priced.notes.push(Told {
            label: Some(label("price_unit")),
            cell: String::new(),
            message: phrase(words, [unit]),
        });
    }
    if priced.problems.is_empty() {
        priced.offered = Given::of(&numbers.offer, &numbers.shop)
            .lines
            .iter()
            .flat_map(|line| line.breaks.iter().map(|one| Offered::of(line, one)))
            .collect();
        priced.total = Some(numbers.offer.total.value());
    }
    if asking.name.is_empty() && priced.problems.is_empty() {
        priced.name = explain::part(asking);
    }
    priced
}

const NOT_UNDERSTOOD: Text = text(
    "“{0}” names no deposit that is known here. Write a code such as Fe/Zn 8 or A3C, or words such as zinc 8 µm.",
    "“{0}”中没有此处已知的镀层。请写代号，如 Fe/Zn 8、A3C，或文字，如镀锌 8 µm。",
);

const OTHER_DEPOSIT: Text = text(
    "The code asks for another deposit than the process plates ({0}). Name the process in a column of its own.",
    "该代号要求的镀层与所用工艺（{0}）不符。请另设一列注明工艺。",
);

const OTHER_THICKNESS: Text =
    text("The code says {0}, the column of the thickness {1}.", "代号要求 {0}，厚度列为 {1}。");

/// What a judgement of a line is about, by its field.
fn subject(judgement: &str) -> Text {
    label(match judgement {
        "hexavalent" | "passivation_assumed" | "passivation_contradicted" => "passivate",
        "do_not_plate" | "baked" | "steel_unknown" => "tensile_strength_mpa",
        _ => "designation",
    })
}

/// What a field of a line is called.
fn label(name: &str) -> Text {
    Line::fields().iter().find(|field| field.name == name).map_or(symbol(""), |field| field.label)
}
