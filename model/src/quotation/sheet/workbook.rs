//! Workbooks whose sums are formulas: change a quantity or a price, and the total follows. Each formula brings its value along, for programs
//! that do not recompute. Text is written as text, whatever it begins with.

use super::{Numbers, Papers, Sheet, SheetLine, SumKind, TaxTold, unit};
use crate::calculator::{InputTable, Kind};
use crate::quotation::batch::Batch;
use crate::quote::cost::Part;
use crate::quote::price::Per;
use crate::report::format::Reader;
use crate::words::{Language, Text, text};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula, Workbook, Worksheet,
    XlsxError,
};

/// Columns of the sheet, from nought.
const NUMBER: u16 = 0;
const PART: u16 = 1;
const SPECIFICATION: u16 = 2;
const PIECES: u16 = 3;
const UNIT_PRICE: u16 = 4;
const AMOUNT: u16 = 5;
const CHARGED: u16 = 6;
const DAYS: u16 = 7;
/// Two more, where a price is for something else than a piece: then the column of pieces has the quantity in the unit of the price.
const PRICE_UNIT: u16 = 8;
const COUNTED: u16 = 9;

const UNIT: &str = "#,##0.0000";
const CENTS: &str = "#,##0.00";
const WHOLE: &str = "#,##0";
const SHARE: &str = "0.00%";

/// The customer's workbook: the sheet and nothing else.
///
/// # Errors
/// What the writer cannot write.
pub fn customer(sheet: &Sheet) -> Result<Vec<u8>, XlsxError> {
    let mut book = book()?;
    offer(sheet, book.add_worksheet())?;
    book.save_to_buffer()
}

/// The shop's workbook: the sheet, how each price is built up, and the shop it rests on. Not for customers. Of a quote that was received it is the
/// sheet alone.
///
/// # Errors
/// What the writer cannot write.
pub fn internal(papers: &Papers, language: Language) -> Result<Vec<u8>, XlsxError> {
    let mut book = book()?;
    offer(&papers.sheet(language), book.add_worksheet())?;
    if let Some(numbers) = papers.numbers() {
        build_up(papers, numbers, language, book.add_worksheet())?;
        shop(numbers, papers.reader, language, book.add_worksheet())?;
    }
    book.save_to_buffer()
}

/// A workbook that is the same whenever it is written.
fn book() -> Result<Workbook, XlsxError> {
    let mut book = Workbook::new();
    book.set_properties(
        &DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?),
    );
    Ok(book)
}

fn bold() -> Format {
    Format::new().set_bold()
}

fn head_format() -> Format {
    bold().set_border_bottom(FormatBorder::Thin).set_text_wrap().set_align(FormatAlign::Top)
}

fn as_number(format: &str) -> Format {
    Format::new().set_num_format(format).set_align(FormatAlign::Top)
}

/// The name of a cell: `E7`.
fn cell(column: u16, row: u32) -> String {
    let letter = char::from_u32(u32::from(b'A') + u32::from(column % 26)).unwrap_or('A');
    let first = if column < 26 {
        String::new()
    } else {
        char::from_u32(u32::from(b'A') + u32::from(column / 26 - 1)).unwrap_or('A').to_string()
    };
    format!("{first}{letter}{}", row + 1)
}

/// A formula with the value it has now.
fn formula(text: String, value: f64) -> Formula {
    Formula::new(text).set_result(value.to_string())
}

fn offer(sheet: &Sheet, page: &mut Worksheet) -> Result<(), XlsxError> {
    let word = |text: Text| text.get(sheet.reader.language);
    let currency = word(sheet.currency);
    page.set_name(word(super::page::TITLE))?
        .set_paper_size(9)
        .set_landscape()
        .set_print_fit_to_pages(1, 0); // 9 is A4
    for (column, width) in [
        (NUMBER, 6.0),
        (PART, 24.0),
        (SPECIFICATION, 48.0),
        (PIECES, 11.0),
        (UNIT_PRICE, 12.0),
        (AMOUNT, 13.0),
        (CHARGED, 13.0),
        (DAYS, 11.0),
    ] {
        page.set_column_width(column, width)?;
    }
    let mut row = 0;
    for (place, one) in sheet.letterhead.iter().filter(|one| !one.is_empty()).enumerate() {
        page.write_string_with_format(
            row,
            0,
            one,
            &if place == 0 { bold().set_font_size(14) } else { Format::new() },
        )?;
        row += 1;
    }
    page.write_string_with_format(row, 0, word(super::page::TITLE), &bold().set_font_size(14))?;
    row += 1;
    for (label, what) in &sheet.facts {
        page.write_string(row, 0, word(*label))?;
        page.write_string(row, SPECIFICATION, what)?;
        row += 1;
    }
    row += 1;
    let priced = |text: Text| format!("{} ({currency})", word(text));
    let by_piece = sheet.lines.iter().all(|line| line.per == Per::Piece);
    let heads = [
        "#".to_owned(),
        word(text("Part", "工件")).to_owned(),
        word(text("Specification", "技术要求")).to_owned(),
        word(if by_piece {
            text("Pieces", "数量（件）")
        } else {
            text("Quantity", "计价数量")
        })
        .to_owned(),
        priced(text("Unit price", "单价")),
        priced(text("Amount", "金额")),
        priced(text("Charged", "计收")),
        word(text("Lead time, working days", "交期（工作日）")).to_owned(),
        word(text("Price unit", "计价单位")).to_owned(),
        word(text("Pieces", "数量（件）")).to_owned(),
    ];
    let heads = heads.into_iter().take(if by_piece {
        usize::from(PRICE_UNIT)
    } else {
        usize::from(COUNTED) + 1
    });
    for (column, head) in (0..).zip(heads) {
        page.write_string_with_format(row, column, head, &head_format())?;
    }
    row += 1;
    let first = row;
    for line in &sheet.lines {
        row = offered(line, page, row, (!by_piece).then(|| word(unit(line.per))))?;
    }
    sums(sheet, page, (first, row - 1), row + 1)
}

/// A line with its quantities, and the unit of its price where that is told; the row after it.
fn offered(
    line: &SheetLine,
    page: &mut Worksheet,
    start: u32,
    unit: Option<&str>,
) -> Result<u32, XlsxError> {
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let mut row = start;
    for (place, one) in line.offered.iter().enumerate() {
        if place == 0 {
            #[allow(clippy::cast_precision_loss, reason = "two hundred at most")]
            page.write_number_with_format(row, NUMBER, line.number as f64, &as_number("0"))?;
            page.write_string_with_format(row, PART, &line.name, &wrapped)?;
            page.write_string_with_format(row, SPECIFICATION, &line.specification, &wrapped)?;
        }
        match unit {
            None => page.write_number_with_format(row, PIECES, one.pieces, &as_number(WHOLE))?,
            Some(unit) => page
                .write_number_with_format(
                    row,
                    PIECES,
                    one.quantity,
                    &as_number(if one.quantity.fract() == 0.0 { WHOLE } else { "#,##0.000" }),
                )?
                .write_string(row, PRICE_UNIT, unit)?
                .write_number_with_format(row, COUNTED, one.pieces, &as_number(WHOLE))?,
        };
        page.write_number_with_format(row, UNIT_PRICE, one.unit_price, &as_number(UNIT))?;
        let amount = format!("ROUND({}*{},2)", cell(PIECES, row), cell(UNIT_PRICE, row));
        if place > 0 && one.is_charged_otherwise() {
            // Ordered instead it is charged so much at least.
            page.write_formula_with_format(
                row,
                AMOUNT,
                formula(format!("MAX({amount},{})", one.charged), one.charged),
                &as_number(CENTS),
            )?;
        } else {
            page.write_formula_with_format(
                row,
                AMOUNT,
                formula(amount, one.price),
                &as_number(CENTS),
            )?;
        }
        if place == 0 && line.is_charged_otherwise() {
            page.write_number_with_format(row, CHARGED, line.charged, &as_number(CENTS))?;
        } else if place == 0 {
            page.write_formula_with_format(
                row,
                CHARGED,
                formula(cell(AMOUNT, row), line.charged),
                &as_number(CENTS),
            )?;
        }
        page.write_number_with_format(row, DAYS, one.lead_days, &as_number("0"))?;
        row += 1;
    }
    Ok(row)
}

/// The sums below the lines of these rows; then the conditions.
fn sums(
    sheet: &Sheet,
    page: &mut Worksheet,
    (first, last): (u32, u32),
    start: u32,
) -> Result<(), XlsxError> {
    let row_of = |kind: SumKind| {
        (start..).zip(&sheet.sums).find(|(_, sum)| sum.kind == kind).map(|(row, _)| row)
    };
    let surcharges = (start..)
        .zip(&sheet.sums)
        .filter(|(_, sum)| matches!(sum.kind, SumKind::Goods | SumKind::Surcharge))
        .map(|(row, _)| row);
    let told = format!(
        "SUM({}:{})",
        cell(CHARGED, start),
        cell(CHARGED, surcharges.last().unwrap_or(start))
    );
    let mut row = start;
    for sum in &sheet.sums {
        let total = sum.kind == SumKind::Total;
        page.write_string_with_format(
            row,
            SPECIFICATION,
            &sum.label,
            &if total { bold() } else { Format::new() },
        )?;
        let amount = match (sum.kind, sheet.tax) {
            (SumKind::Surcharge, _) => None,
            (SumKind::Goods, _) => {
                Some(format!("SUM({}:{})", cell(CHARGED, first), cell(CHARGED, last)))
            }
            (SumKind::Tax, TaxTold::Added(share)) => {
                page.write_number_with_format(row, AMOUNT, share, &as_number(SHARE))?;
                row_of(SumKind::Net)
                    .map(|net| format!("ROUND({}*{},2)", cell(CHARGED, net), cell(AMOUNT, row)))
            }
            (SumKind::Tax, TaxTold::Included(share)) => {
                page.write_number_with_format(row, AMOUNT, share, &as_number(SHARE))?;
                row_of(SumKind::Total).map(|total| {
                    format!(
                        "ROUND({}*{rate}/(1+{rate}),2)",
                        cell(CHARGED, total),
                        rate = cell(AMOUNT, row)
                    )
                })
            }
            (SumKind::Total, TaxTold::Added(_)) => row_of(SumKind::Net)
                .zip(row_of(SumKind::Tax))
                .map(|(net, tax)| format!("{}+{}", cell(CHARGED, net), cell(CHARGED, tax))),
            (SumKind::Net | SumKind::Total | SumKind::Tax, _) => Some(told.clone()),
        };
        let format = if total {
            as_number(CENTS).set_bold().set_border_top(FormatBorder::Thin)
        } else {
            as_number(CENTS)
        };
        match amount {
            Some(amount) => {
                page.write_formula_with_format(row, CHARGED, formula(amount, sum.amount), &format)?
            }
            None => page.write_number_with_format(row, CHARGED, sum.amount, &format)?,
        };
        row += 1;
    }
    if let Some(words) = &sheet.in_capitals {
        page.write_string_with_format(
            row,
            SPECIFICATION,
            super::page::IN_CAPITALS.get(sheet.reader.language),
            &bold(),
        )?;
        page.write_string(row, PIECES, words)?;
        row += 1;
    }
    row += 1;
    for (title, points) in &sheet.notes {
        page.write_string_with_format(row, 0, title.get(sheet.reader.language), &bold())?;
        row += 1;
        for point in points {
            page.write_string(row, 0, point)?;
            row += 1;
        }
    }
    page.write_string(row + 1, 0, &sheet.stamp)?;
    Ok(())
}

/// Each quantity of each line: parts of its cost, their sum, its price, and what is left.
fn build_up(
    papers: &Papers,
    n: &Numbers,
    language: Language,
    page: &mut Worksheet,
) -> Result<(), XlsxError> {
    let word = |text: Text| text.get(language);
    page.set_name(word(text("Build-up", "成本构成")))?.set_freeze_panes(1, 2)?;
    page.set_column_width(1, 26.0)?;
    let parts: Vec<Part> = Part::ALL.to_vec();
    let mut heads = vec![
        "#".to_owned(),
        word(text("Part", "工件")).to_owned(),
        word(text("Pieces", "数量（件）")).to_owned(),
    ];
    heads.extend(parts.iter().map(|part| format!("{} (CNY)", word(part.label()))));
    let in_currency = word(n.setup.currency.sign());
    heads.extend([
        word(text("Cost of the lot (CNY)", "整批成本（元）")).to_owned(),
        word(text("Unit cost (CNY)", "单件成本（元）")).to_owned(),
        format!("{} ({in_currency})", word(text("Unit price", "单价"))),
        format!("{} ({in_currency})", word(text("Amount", "金额"))),
        word(text("CNY for one of the currency, without tax", "折合系数（不含税，元）")).to_owned(),
        word(text("Margin", "毛利率")).to_owned(),
    ]);
    for (column, head) in (0..).zip(heads) {
        page.write_string_with_format(0, column, head, &head_format())?;
    }
    let sheet = papers.sheet(language);
    let mut row = 1;
    for (line, told) in n.offer.lines.iter().zip(&sheet.lines) {
        for (one, offered) in line.breaks.iter().zip(&told.offered) {
            #[allow(clippy::cast_precision_loss, reason = "two hundred at most")]
            page.write_number(row, 0, told.number as f64)?.write_string(row, 1, &told.name)?;
            page.write_number_with_format(row, 2, offered.pieces, &as_number("#,##0"))?;
            let mut column = 3;
            for part in &parts {
                page.write_number_with_format(row, column, one.cost.of(*part), &as_number(CENTS))?;
                column += 1;
            }
            let [cost, unit_cost, unit_price, amount, rate, margin] =
                [0, 1, 2, 3, 4, 5].map(|step| column + step);
            let sum = format!("SUM({}:{})", cell(3, row), cell(column - 1, row));
            page.write_formula_with_format(
                row,
                cost,
                formula(sum, one.cost.total()),
                &as_number(CENTS),
            )?;
            let each = format!("{}/{}", cell(cost, row), cell(2, row));
            page.write_formula_with_format(
                row,
                unit_cost,
                formula(each, one.unit_cost),
                &as_number(UNIT),
            )?;
            page.write_number_with_format(row, unit_price, offered.unit_price, &as_number(UNIT))?;
            let counted =
                if told.per == Per::Piece { cell(2, row) } else { offered.quantity.to_string() };
            let price = format!("ROUND({counted}*{},2)", cell(unit_price, row));
            page.write_formula_with_format(
                row,
                amount,
                formula(price, offered.price),
                &as_number(CENTS),
            )?;
            let factor = n.shop.brings(1.0);
            page.write_number(row, rate, factor)?;
            let brings = n.shop.brings(offered.price);
            if brings > 0.0 {
                let left =
                    format!("1-{}/({}*{})", cell(cost, row), cell(amount, row), cell(rate, row));
                page.write_formula_with_format(
                    row,
                    margin,
                    formula(left, 1.0 - one.cost.total() / brings),
                    &as_number(SHARE),
                )?;
            }
            row += 1;
        }
    }
    Ok(())
}

/// Every figure of the shop that counts.
fn shop(
    n: &Numbers,
    reader: Reader,
    language: Language,
    page: &mut Worksheet,
) -> Result<(), XlsxError> {
    let word = |text: Text| text.get(language);
    let setup = &n.setup;
    page.set_name(word(text("Shop", "工厂")))?;
    page.set_column_width(0, 40.0)?;
    let heads = [
        text("Figure", "项目"),
        text("Value", "数值"),
        text("Unit", "单位"),
        text("Whose", "来源"),
    ];
    for (column, head) in (0..).zip(heads) {
        page.write_string_with_format(0, column, word(head), &head_format())?;
    }
    let mut row = 1;
    for field in super::Inputs::fields()
        .iter()
        .filter(|field| field.name.starts_with("shop.") && setup.counts(field.name))
    {
        let (Kind::Number { dimension, .. }, Some(valued)) = (field.kind, setup.value(field.name))
        else {
            continue;
        };
        let unit = reader.unit(dimension);
        page.write_string(row, 0, word(field.label))?;
        page.write_number(row, 1, unit.from_canonical(valued.value))?;
        page.write_string(row, 2, unit.symbol)?;
        page.write_string(row, 3, word(crate::output::html::origin_word(valued.origin)))?;
        row += 1;
    }
    Ok(())
}

/// A priced table: a row for each quantity with its amount as a formula, and every problem at its row.
///
/// # Errors
/// What the writer cannot write.
pub fn of_batch(batch: &Batch, reader: Reader) -> Result<Vec<u8>, XlsxError> {
    let mut book = book()?;
    let page = book.add_worksheet();
    page.set_name(text("Prices", "报价").get(reader.language))?.set_freeze_panes(1, 2)?;
    page.set_column_width(1, 28.0)?.set_column_width(8, 60.0)?.set_column_width(9, 60.0)?;
    for (column, head) in (0..).zip(batch.heads(reader)) {
        page.write_string_with_format(0, column, head, &head_format())?;
    }
    let [counted, unit, cents] = ["#,##0", UNIT, CENTS].map(as_number);
    let mut row = 1;
    for priced in &batch.rows {
        let name = reader.phrase(&priced.name);
        let (problems, notes) = (priced.problems_for(reader), priced.notes_for(reader));
        let lines = priced.offered.len().max(1);
        for place in 0..lines {
            #[allow(clippy::cast_precision_loss, reason = "some thousands")]
            page.write_number(row, 0, priced.row as f64)?;
            page.write_string(row, 1, &name)?;
            if let Some(one) = priced.offered.get(place) {
                page.write_number_with_format(row, 2, one.pieces, &counted)?;
                page.write_number_with_format(row, 3, one.unit_price, &unit)?;
                let counted = if one.quantity.to_bits() == one.pieces.to_bits() {
                    cell(2, row)
                } else {
                    one.quantity.to_string()
                };
                let amount = format!("ROUND({counted}*{},2)", cell(3, row));
                page.write_formula_with_format(row, 4, formula(amount, one.price), &cents)?;
                page.write_number(row, 7, one.lead_days)?;
            }
            if let Some(one) = priced.offered.get(place) {
                page.write_number_with_format(row, 5, one.charged, &cents)?;
            }
            if let Some(total) = priced.total.filter(|_| place == 0) {
                page.write_number_with_format(row, 6, total, &cents)?;
            }
            if let ([_, ..], []) = (priced.asked.as_slice(), priced.offered.as_slice()) {
                let asked = priced
                    .asked
                    .iter()
                    .map(|pieces| format!("{pieces:.0}"))
                    .collect::<Vec<_>>()
                    .join(" / ");
                page.write_string(row, 2, asked)?;
            }
            for (column, told) in
                [(8, &problems), (9, &notes)].into_iter().filter(|(_, told)| !told.is_empty())
            {
                page.write_string(row, column, told)?;
            }
            row += 1;
        }
    }
    for skipped in &batch.imported.skipped {
        #[allow(clippy::cast_precision_loss, reason = "some thousands")]
        page.write_number(row, 0, skipped.row as f64)?;
        page.write_string(row, 1, &skipped.cell)?;
        page.write_string(row, 9, skipped.message.get(reader.language))?;
        row += 1;
    }
    let about = batch.about(reader);
    if !about.is_empty() {
        let page = book.add_worksheet();
        page.set_name(text("Notes", "说明").get(reader.language))?.set_column_width(0, 100.0)?;
        for (row, line) in (0..).zip(about) {
            page.write_string(row, 0, line)?;
        }
    }
    book.save_to_buffer()
}
