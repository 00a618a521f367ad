//! The lines of the customer's sheet as a table in text: a row for each quantity.

use super::{Sheet, unit};
use crate::output::csv::cell;
use crate::quotation::batch::Batch;
use crate::report::format::Reader;
use crate::units::without_trailing_zeros;
use crate::words::{Text, text};

/// As CSV after RFC 4180, with heads in the sheet's language. A text that a spreadsheet would take for a formula stays a text.
pub fn write(sheet: &Sheet) -> String {
    let mut out = String::new();
    let mut row = |cells: [String; 10]| {
        out.push_str(&cells.join(","));
        out.push_str("\r\n");
    };
    let word = |text: Text| cell(text.get(sheet.reader.language));
    let priced = |text: Text| {
        cell(&format!(
            "{} ({})",
            text.get(sheet.reader.language),
            sheet.currency.get(sheet.reader.language)
        ))
    };
    row([
        word(text("Line", "项")),
        word(text("Part", "工件")),
        word(text("Specification", "技术要求")),
        word(text("Quantity", "数量")),
        priced(text("Unit price", "单价")),
        priced(text("Amount", "金额")),
        priced(text("Charged", "计收")),
        word(text("Lead time, working days", "交期（工作日）")),
        word(text("Quantity in price unit", "计价数量")),
        word(text("Price unit", "计价单位")),
    ]);
    for line in &sheet.lines {
        for one in &line.offered {
            row([
                line.number.to_string(),
                cell(&line.name),
                cell(&line.specification),
                format!("{:.0}", one.pieces),
                format!("{:.4}", one.unit_price),
                format!("{:.2}", one.price),
                format!("{:.2}", one.charged),
                format!("{:.0}", one.lead_days),
                without_trailing_zeros(&format!("{:.3}", one.quantity)).to_owned(),
                cell(unit(line.per).get(sheet.reader.language)),
            ]);
        }
    }
    for sum in &sheet.sums {
        let none = String::new;
        row([
            none(),
            none(),
            cell(&sum.label),
            none(),
            none(),
            none(),
            format!("{:.2}", sum.amount),
            none(),
            none(),
            none(),
        ]);
    }
    out
}

/// A priced table as CSV: a row for each quantity, with every problem and note at its row; then the rows that were skipped, and what was taken of the whole
/// sheet.
pub fn of_batch(batch: &Batch, reader: Reader) -> String {
    let mut out = batch.heads(reader).map(|head| cell(&head)).join(",");
    out.push_str("\r\n");
    for priced in &batch.rows {
        let name = cell(&reader.phrase(&priced.name));
        let problems = cell(&priced.problems_for(reader));
        let notes = cell(&priced.notes_for(reader));
        if priced.offered.is_empty() {
            let asked = priced
                .asked
                .iter()
                .map(|pieces| format!("{pieces:.0}"))
                .collect::<Vec<_>>()
                .join(" / ");
            out.push_str(&format!("{},{name},{asked},,,,,,{problems},{notes}\r\n", priced.row));
        }
        for (place, one) in priced.offered.iter().enumerate() {
            let total = priced
                .total
                .filter(|_| place == 0)
                .map_or_else(String::new, |total| format!("{total:.2}"));
            let charged = format!("{:.2}", one.charged);
            out.push_str(&format!(
                "{},{name},{:.0},{:.4},{:.2},{charged},{total},{:.0},{problems},{notes}\r\n",
                priced.row, one.pieces, one.unit_price, one.price, one.lead_days
            ));
        }
    }
    for skipped in &batch.imported.skipped {
        out.push_str(&format!(
            "{},{},,,,,,,,{}\r\n",
            skipped.row,
            cell(&skipped.cell),
            cell(skipped.message.get(reader.language))
        ));
    }
    for line in batch.about(reader) {
        out.push_str(&format!(",,,,,,,,,{}\r\n", cell(&line)));
    }
    out
}
