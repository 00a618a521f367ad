//! What must hold of a table once its cells are known, whether they came as text or as a workbook.

use crate::{are_carried, evaluated};
use platewise_model::quotation::batch::price;
use platewise_model::quotation::sheet::{rows, workbook};
use platewise_model::calculator::{Field, Kind, find};
use platewise_model::entry::{Entries, Entry, to_inputs};
use platewise_model::import::Sheet;
use platewise_model::request::table::{account, import};
use platewise_model::report::format::Reader;
use platewise_model::words::Language;
use serde_json::{Map, json};

/// Where tables go: calculator, field.
const TABLES: [(&str, &str); 2] = [("part-area", "parts"), ("quote", "lines")];
/// Rows of a batch that are priced here: each is a quote.
const MOST_PRICED: usize = 3;

/// Takes cells for rows, evaluates them, and prices a few as requests.
pub fn is_taken(sheets: &[Sheet], choice: usize) {
    let (id, name) = TABLES[choice % 2];
    let calculator = find(id).unwrap();
    let (fields, most) = rows_of(calculator.field(name).unwrap());
    if let Ok(found) = import(fields, most, sheets) {
        assert_eq!(found.rows.len(), found.numbers.len());
        assert!((1..=most).contains(&found.rows.len()));
        assert!(
            found.numbers.windows(2).all(|pair| pair[0] < pair[1])
                && found.numbers.iter().all(|row| *row >= 2)
        );
        assert!(found.wrong.iter().all(|wrong| found.numbers.contains(&wrong.row)));
        assert!(found.skipped.iter().all(|skipped| !found.numbers.contains(&skipped.row)));
        for line in account(&found) {
            assert!(!Reader::default().phrase(&line).is_empty());
        }
        let entries = Entries::from([(
            calculator.field(name).unwrap().name,
            Entry::rows(found.rows.clone()),
        )]);
        let (_, unreadable) = to_inputs(calculator, &entries);
        assert!(unreadable.is_empty(), "{unreadable:?} was not left out");
        if found.rows.len() <= MOST_PRICED {
            let inputs = are_carried(calculator, &entries);
            evaluated(calculator, &inputs);
        }
    }
    let filled = |sheet: &Sheet| {
        sheet.rows.iter().filter(|line| line.iter().any(|cell| !cell.is_empty())).count()
    };
    if id == "quote" && sheets.iter().all(|sheet| filled(sheet) <= MOST_PRICED + 1) {
        are_priced(sheets, choice / 2);
    }
}

fn rows_of(field: &Field) -> (&'static [Field], usize) {
    match field.kind {
        Kind::Rows { fields, most, .. } => (fields(), most),
        _ => unreachable!("a table goes to a field of rows"),
    }
}

fn are_priced(sheets: &[Sheet], choice: usize) {
    let shop = match choice % 3 {
        0 => Map::new(),
        1 => json!({ "currency": "usd", "exchange_rate": 7.1, "shop.margin": 0.3 })
            .as_object()
            .unwrap()
            .clone(),
        _ => json!({ "currency": 5, "shop.no_such": 1 }).as_object().unwrap().clone(),
    };
    let Ok(batch) = price(&shop, sheets) else { return };
    assert_eq!(batch.rows.len(), batch.imported.rows.len());
    for row in &batch.rows {
        assert!(
            row.offered.is_empty() != row.problems.is_empty(),
            "row {} has a price or a problem",
            row.row
        );
        let amounts = row
            .offered
            .iter()
            .flat_map(|one| [one.pieces, one.unit_price, one.price, one.charged, one.lead_days]);
        assert!(
            amounts.chain(row.total).all(|amount| amount.is_finite() && amount >= 0.0),
            "{row:?}"
        );
    }
    for language in [Language::En, Language::Zh] {
        let reader = Reader { language, ..Reader::default() };
        assert!(rows::of_batch(&batch, reader).lines().count() > batch.rows.len());
        if choice % 2 == 1 {
            workbook::of_batch(&batch, reader).expect("prices can be written"); // which takes long
        }
    }
}
