//! What a quote is printed and saved as: the customer's sheet, its table and its workbook hold what may be told and nothing else, and their sums are those of
//! the report. Workbooks are opened by a library that did not write them.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use calamine::{Data, Reader as _, Xlsx};
use platewise_model::quotation::sheet::{Papers, Sheet, internal, page, rows, workbook};
use platewise_model::report::format::Reader;
use platewise_model::words::Language;
use serde_json::{Map, Value, json};
use std::io::Cursor;

fn papers(inputs: Value) -> Papers {
    let given: Map<String, Value> = inputs.as_object().unwrap().clone();
    Papers::of(&given, Reader::default()).unwrap_or_else(|problems| panic!("{problems:?}"))
}

fn order(lines: usize) -> Value {
    let line = |place: usize| json!({ "name": format!("DWG-{place}"), "thread": "M8", "length_mm": 40, "designation": "Fe/Zn 8", "hardness_hrc": 39, "quantities": [1000, 5000, 20000] });
    json!({
        "lines": (1..=lines).map(line).collect::<Vec<_>>(),
        "customer.company": "Ningbo Buyer Co.", "customer.rfq": "RFQ-9", "customer.date": "2026-11-24",
        "shop.name": "Cixi Bright Plating", "shop.margin": 0.2371, "shop.labour_cny_per_h": 41.37, "shop.line_cny_per_h": 517.3,
        "shop.minimum_cny": 413.0, "shop.energy_surcharge": 0.0325, "shop.zinc_cny_per_kg": 31.0,
    })
}

fn book(bytes: Vec<u8>) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(bytes)).unwrap()
}

fn number(data: Option<&Data>) -> Option<f64> {
    match data {
        Some(Data::Float(value)) => Some(*value),
        Some(Data::Int(value)) => Some(f64::from(i32::try_from(*value).unwrap())),
        _ => None,
    }
}

fn near(one: f64, other: f64) -> bool {
    (one - other).abs() < 0.005
}

#[test]
fn a_page_of_paper_has_twelve_lines_at_most() {
    for (lines, leaves) in [(1, 1), (12, 1), (13, 2), (24, 2), (25, 3)] {
        let html = page::write(&papers(order(lines)).sheet(Language::En));
        assert_eq!(html.matches("class=\"leaf\"").count(), leaves, "{lines} lines");
        assert_eq!(html.matches("class=\"ordered\"").count(), lines);
        assert_eq!(html.matches("class=\"total\"").count(), 1, "the total stands once");
    }
}

#[test]
fn the_sheet_speaks_the_language_of_the_quote_and_not_that_of_the_reader() {
    let mut inputs = order(2);
    for (language, expected) in [("zh", "报价单"), ("en", "Quotation")] {
        inputs["language"] = language.into();
        let papers = papers(inputs.clone());
        let html = page::write(&papers.sheet(papers.language()));
        assert!(html.contains(expected), "{html}");
        assert!(html.contains(&format!("lang=\"{language}\"")));
        let chinese =
            |text: &str| text.chars().any(|letter| ('\u{4e00}'..='\u{9fff}').contains(&letter));
        assert_eq!(chinese(&html), language == "zh");
    }
    inputs["language"] = Value::Null;
    assert_eq!(papers(inputs).language(), Language::En, "the reader's where nothing is said");
}

/// Digits and words that only the shop may know.
fn secrets(sheet_of: &Papers) -> Vec<String> {
    let offer = &sheet_of.numbers().unwrap().offer;
    let mut all: Vec<String> = [
        "23.71",
        "2371",
        "41.37",
        "517.3",
        "413",
        "3.25 %",
        "0.0325",
        "argin",
        "ark-up",
        "ost",
        "ot minimum",
        "毛利",
        "成本",
        "起订",
        "below cost",
    ]
    .map(str::to_owned)
    .to_vec();
    for one in offer.lines.iter().flat_map(|line| &line.breaks) {
        all.push(format!("{:.4}", one.unit_cost));
        all.push(format!("{:.2}", one.cost.total()));
        all.push(format!("{:.2}", one.cost.total() / one.lot.pieces * 1000.0));
    }
    all
}

/// All texts and numbers of a workbook as they are stored, its formulas too.
fn everything(bytes: Vec<u8>) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut all = String::new();
    for place in 0..archive.len() {
        let mut file = archive.by_index(place).unwrap();
        let name = file.name().unwrap().into_owned();
        if ["sharedStrings", "worksheets/", "docProps"].iter().any(|part| name.contains(part)) {
            std::io::Read::read_to_string(&mut file, &mut all).unwrap();
        }
    }
    all
}

#[test]
fn what_the_customer_gets_holds_nothing_of_cost_margin_or_rules() {
    let papers = papers(order(3));
    for language in Language::ALL {
        let sheet = papers.sheet(language);
        let told = [
            page::write(&sheet),
            rows::write(&sheet),
            everything(workbook::customer(&sheet).unwrap()).replace("pageMargins", ""),
        ];
        for (what, text) in ["page", "table", "workbook"].iter().zip(&told) {
            for secret in secrets(&papers) {
                assert!(
                    !text.contains(&secret),
                    "the {what} tells {secret}: …{}…",
                    around(text, &secret)
                );
            }
        }
        let inside = internal::write(&papers, language);
        assert!(
            inside.contains(if language == Language::Zh { "毛利" } else { "argin" }),
            "so the search finds what is there"
        );
    }
}

fn around(text: &str, found: &str) -> String {
    let at = text.find(found).unwrap();
    text.chars()
        .skip(text.get(..at).unwrap().chars().count().saturating_sub(40))
        .take(100)
        .collect()
}

/// The first sheet's cells, and the formulas at the same places.
fn cells(bytes: Vec<u8>, name: &str) -> (calamine::Range<Data>, calamine::Range<String>) {
    let mut book = book(bytes);
    (book.worksheet_range(name).unwrap(), book.worksheet_formula(name).unwrap())
}

#[test]
fn formulas_of_the_workbook_have_the_values_of_the_report() {
    for tax in ["added", "included", "none"] {
        let mut inputs = order(3);
        inputs["tax_basis"] = tax.into();
        let papers = papers(inputs);
        let sheet = papers.sheet(Language::En);
        let (values, formulas) = cells(workbook::customer(&sheet).unwrap(), "Quotation");
        let at = |row: u32, column: u32| number(values.get_value((row, column)));
        let formula =
            |row: u32, column: u32| formulas.get_value((row, column)).cloned().unwrap_or_default();
        let (end, _) = values.end().unwrap();
        // Every line: quantity by unit price to the hundredth, computed here from what stands in the cells.
        let mut offered = sheet.lines.iter().flat_map(|line| &line.offered);
        let mut goods = 0.0;
        for row in 0..=end {
            let Some(amount) = at(row, 5).filter(|_| formula(row, 5).contains("ROUND(D")) else {
                continue;
            };
            let one = offered.next().unwrap();
            let product = (at(row, 3).unwrap() * at(row, 4).unwrap() * 100.0).round() / 100.0;
            assert!(near(product, one.price));
            // What would be ordered instead has the minimum of a lot in it; what is ordered has it in the next column.
            let is_order = at(row, 6).is_some();
            assert!(near(amount, if is_order { product } else { product.max(one.charged) }));
            assert_eq!(
                formula(row, 5).starts_with("MAX("),
                !is_order && one.is_charged_otherwise()
            );
            goods += at(row, 6).unwrap_or(0.0);
        }
        assert!(offered.next().is_none(), "every quantity has its row");
        // Every sum by its label.
        let sum_at = |label: &str| {
            let row = (0..=end).find(|row| matches!(values.get_value((*row, 2)), Some(Data::String(text)) if text == label)).unwrap();
            (at(row, 6).unwrap(), formula(row, 6))
        };
        for sum in &sheet.sums {
            let (value, formula) = sum_at(&sum.label);
            assert!(near(value, sum.amount), "{}: {value} for {}", sum.label, sum.amount);
            assert_eq!(
                formula.is_empty(),
                sum.label.contains("surcharge"),
                "{}: {formula}",
                sum.label
            );
        }
        assert!(near(goods, sheet.sums.first().unwrap().amount));
        let offer = &papers.numbers().unwrap().offer;
        assert!(near(
            sum_at(&sheet.sums.iter().find(|sum| sum.label.starts_with("Total")).unwrap().label).0,
            offer.total.value()
        ));
    }
}

#[test]
fn the_build_up_adds_up_to_the_cost_and_gives_the_margin() {
    let papers = papers(order(2));
    let (values, formulas) = cells(workbook::internal(&papers, Language::En).unwrap(), "Build-up");
    let head = |name: &str| {
        (0..40).find(|column| matches!(values.get_value((0, *column)), Some(Data::String(text)) if text.starts_with(name))).unwrap()
    };
    let (cost, unit_cost, amount, rate, margin) = (
        head("Cost of the lot"),
        head("Unit cost"),
        head("Amount"),
        head("CNY for one"),
        head("Margin"),
    );
    let breaks = papers.numbers().unwrap().offer.lines.iter().flat_map(|line| &line.breaks);
    for (row, one) in (1..).zip(breaks) {
        let at = |column: u32| number(values.get_value((row, column))).unwrap();
        let parts: f64 = (3..cost).map(at).sum();
        assert!(near(parts, at(cost)) && near(at(cost), one.cost.total()));
        assert!((at(unit_cost) - at(cost) / at(2)).abs() < 1e-9);
        assert!((at(margin) - (1.0 - at(cost) / (at(amount) * at(rate)))).abs() < 1e-9);
        for column in [cost, unit_cost, amount, margin] {
            assert!(!formulas.get_value((row, column)).unwrap().is_empty());
        }
    }
}

#[test]
fn what_looks_like_a_formula_stays_a_text() {
    for hostile in [
        "=1+1",
        "+1",
        "-2+3",
        "@SUM(A1)",
        "=HYPERLINK(\"http://x\",\"y\")",
        "\t=1",
        "=cmd|' /C calc'!A0",
    ] {
        let inputs = json!({
            "lines": [{ "name": hostile, "thread": "M6", "quantities": [100] }],
            "customer.company": hostile, "customer.contact": hostile, "customer.number": hostile, "customer.revision": hostile, "customer.rfq": hostile,
            "shop.name": hostile, "shop.address": hostile, "shop.contact": hostile, "shop.terms": hostile, "shop.exclusions": hostile, "shop.liability": hostile,
        });
        let papers = papers(inputs);
        let sheet = papers.sheet(Language::Zh);
        for bytes in [
            workbook::customer(&sheet).unwrap(),
            workbook::internal(&papers, Language::Zh).unwrap(),
        ] {
            let mut book = book(bytes);
            for name in book.sheet_names() {
                let (values, formulas) =
                    (book.worksheet_range(&name).unwrap(), book.worksheet_formula(&name).unwrap());
                assert!(formulas.used_cells().all(|(_, _, formula)| !formula.contains("cmd")
                    && !formula.contains("HYPERLINK")
                    && !formula.contains("A1")));
                assert!(
                    values.used_cells().any(
                        |(_, _, data)| matches!(data, Data::String(text) if text == hostile.trim())
                    ) || name != "报价单",
                    "{hostile} stands in {name}"
                );
            }
        }
        assert!(rows::write(&sheet).lines().all(|line| {
            !line.split(',').any(|cell| cell.trim_matches('"').starts_with(['=', '+', '@', '\t']))
        }));
    }
}

#[test]
fn what_looks_like_markup_stays_a_text() {
    let hostile = "<img src=x onerror=alert(1)>";
    let inputs = json!({
        "lines": [{ "name": hostile, "quantities": [100] }],
        "customer.company": hostile, "customer.rfq": hostile, "shop.name": hostile, "shop.address": hostile, "shop.terms": hostile,
    });
    let papers = papers(inputs);
    for html in [page::write(&papers.sheet(Language::En)), internal::write(&papers, Language::En)] {
        assert!(!html.contains("<img") && html.contains("&lt;img"));
    }
}

#[test]
fn the_same_quote_gives_the_same_bytes() {
    let sheet: Sheet = papers(order(2)).sheet(Language::En);
    assert_eq!(workbook::customer(&sheet).unwrap(), workbook::customer(&sheet).unwrap());
}

#[test]
fn problems_of_the_inputs_are_told_instead_of_a_sheet() {
    let given = json!({ "lines": [{ "quantities": [500, 200] }], "shop.margin": 7 });
    let problems = Papers::of(given.as_object().unwrap(), Reader::default()).err().unwrap();
    assert!(
        problems.iter().any(|one| one.field == "shop.margin")
            && problems.iter().any(|one| one.field == "lines.1.quantities"),
        "{problems:?}"
    );
}
