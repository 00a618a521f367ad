//! `platewise batch`: many requests in a table, each priced as a quote of its own.

use crate::calculator::AnyCalculator;
use crate::import::Encoding;
use crate::json::{private_of, problem_list};
use crate::quotation::batch::{self, Priced, price};
use crate::quotation::sheet::{rows, workbook};
use crate::report::format::Reader;
use crate::words::text;
use serde_json::{Map, Value, json};
use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, ErrorKind, Write as _};

use super::call::Batch;
use super::{inputs, refusal, sheets_of};

/// Prices the table in a file. Without `--output` everything is in the answer; with it, prices go to that file and problems are told.
pub fn batch(asked: &Batch) -> Result<Value, Value> {
    let calculator = asked.calculator;
    if calculator.id != "quote" {
        return Err(refusal(
            "calculator",
            "no_batch",
            text("Only quotes are made in batches.", "只有报价可以批量计算。"),
            &[],
        ));
    }
    let (shop, encoding) = asked
        .shop
        .as_deref()
        .map_or_else(|| Ok((Map::new(), Encoding::Utf8)), |file| shop(file, calculator))?;
    let sheets = sheets_of("lines", &asked.file)?;
    let batch = price(&shop, &sheets)
        .map_err(|why| crate::json::refusal("lines", "not_taken", &why.message()))?;
    let reader = Reader { language: asked.language, ..Reader::default() };
    let mut told = json!({
        "rows": batch.rows.len(),
        "priced": batch.priced(),
        "shop_given": private_of(calculator, &shop).len(),
        "columns": batch.imported.columns.iter().map(|one| json!({ "head": one.head, "field": one.field, "unit": one.unit })).collect::<Value>(),
        "columns_left_out": batch.imported.ignored,
        "found": batch.imported.whole.iter().map(|line| Value::from(reader.phrase(line))).collect::<Value>(),
        "skipped": batch.imported.skipped.iter().map(|row| json!({ "row": row.row, "cell": row.cell, "why": row.message.get(reader.language) })).collect::<Value>(),
    });
    if encoding != Encoding::Utf8 {
        put(&mut told, "shop_encoding", encoding.name().into());
    }
    let Some(output) = &asked.output else {
        put(&mut told, "lines", batch.rows.iter().map(|row| of_row(row, reader)).collect());
        return Ok(told);
    };
    write(&batch, output, reader)?;
    let wrong = batch.rows.iter().filter(|row| !row.problems.is_empty());
    put(
        &mut told,
        "problems",
        wrong.map(|row| json!({ "row": row.row, "problem": row.problems_for(reader) })).collect(),
    );
    let noted = batch.rows.iter().filter(|row| !row.notes.is_empty());
    put(
        &mut told,
        "notes",
        noted.map(|row| json!({ "row": row.row, "note": row.notes_for(reader) })).collect(),
    );
    put(&mut told, "output", output.to_string_lossy().into());
    Ok(told)
}

/// The shop and the conditions in a file. What is wrong with them is no matter of any row.
fn shop(file: &OsStr, calculator: &AnyCalculator) -> Result<(Map<String, Value>, Encoding), Value> {
    let (mut given, encoding) = inputs(file, calculator)?;
    given.retain(|name, _| name != "lines"); // the request of the quote that it was saved with
    let problems = batch::problems_of(&given);
    if problems.is_empty() { Ok((given, encoding)) } else { Err(problem_list(&problems)) }
}

fn put(told: &mut Value, name: &str, value: Value) {
    if let Some(all) = told.as_object_mut() {
        all.insert(name.to_owned(), value);
    }
}

fn of_row(row: &Priced, reader: Reader) -> Value {
    let quantity = |one: &crate::quotation::sheet::Offered| json!({ "pieces": one.pieces, "priced_quantity": one.quantity, "unit_price": one.unit_price, "line_price": one.price, "charged_price": one.charged, "lead_time_days": one.lead_days });
    json!({
        "row": row.row,
        "name": reader.phrase(&row.name),
        "quantities": row.offered.iter().map(quantity).collect::<Value>(),
        "pieces_asked": row.asked,
        "total_price": row.total,
        "problems": row.problems.iter().map(|one| Value::from(one.to(reader))).collect::<Value>(),
        "notes": row.notes.iter().map(|one| Value::from(one.to(reader))).collect::<Value>(),
    })
}

/// Writes the prices as what the name of the file ends in.
fn write(batch: &batch::Batch, output: &OsStr, reader: Reader) -> Result<(), Value> {
    let unwritable = |why: String| {
        refusal(
            "output",
            "unwritable",
            text("The file cannot be written: {0}.", "无法写入文件：{0}。"),
            &[&why],
        )
    };
    let name = output.to_string_lossy();
    let ending = name.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    let bytes = match ending.as_str() {
        "xlsx" => {
            workbook::of_batch(batch, reader).map_err(|error| unwritable(error.to_string()))?
        }
        "csv" => format!("\u{feff}{}", rows::of_batch(batch, reader)).into_bytes(),
        _ => {
            return Err(refusal(
                "output",
                "unknown_choice",
                text(
                    "The output has to end in .xlsx or .csv: {0}.",
                    "输出文件须以 .xlsx 或 .csv 结尾：{0}。",
                ),
                &[&name],
            ));
        }
    };
    let written =
        File::create(output).and_then(|mut file| file.write_all(&bytes).and_then(|()| kept(&file)));
    written.map_err(|error| unwritable(format!("{name}: {error}")))
}

/// Waits until a file is where it belongs: some systems say only then that there is no room. What is no file on a disk has nothing to wait for.
fn kept(file: &File) -> io::Result<()> {
    file.sync_all().or_else(|error| {
        if matches!(error.kind(), ErrorKind::InvalidInput | ErrorKind::Unsupported) {
            Ok(())
        } else {
            Err(error)
        }
    })
}
