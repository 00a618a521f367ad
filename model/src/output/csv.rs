//! The report as CSV after RFC 4180. A text cell that a spreadsheet would take for a formula is kept a text.

use crate::calculator::{AnyCalculator, Evaluation, Kind, Origin};
use crate::output::html::{origin_word, value_text};
use crate::report::Report;
use crate::report::format::Reader;
use crate::units::Dimension;
use crate::words::{Text, text};

/// The report as a CSV file: one table of kind, what, value, unit and remark, for one reader. The link leads back to the inputs; it may
/// be empty.
pub fn write(
    calculator: &AnyCalculator,
    evaluation: &Evaluation,
    report: &Report,
    stamp: &str,
    link: &str,
    reader: Reader,
) -> String {
    let mut out = Table::default();
    let word = |text: Text| text.get(reader.language);
    let result = word(text("result", "结果"));
    out.line([
        word(text("kind", "类别")),
        word(text("what", "项目")),
        word(text("value", "数值")),
        word(text("unit", "单位")),
        word(text("remark", "备注")),
    ]);
    out.line(["", word(calculator.title), "", "", stamp]);
    if !link.is_empty() {
        out.line([word(text("link", "链接")), link, "", "", ""]);
    }
    inputs(&mut out, calculator, evaluation, reader);
    out.quantity(
        reader,
        word(text("answer", "答案")),
        &reader.phrase(&report.answer.label),
        report.answer.dimension,
        report.answer.value,
        "",
    );
    for named in &report.results {
        if let Some(value) = named.value {
            out.quantity(
                reader,
                result,
                &reader.label(named.of, named.label),
                named.dimension,
                value,
                named.name,
            );
        }
    }
    for list in &report.lists {
        for (place, value) in list.values.iter().enumerate() {
            let name = format!("{}[{place}]", list.name);
            out.quantity(
                reader,
                result,
                &format!("{} {place}", word(list.label)),
                list.dimension,
                *value,
                &name,
            );
        }
    }
    for code in &report.designations {
        let value = code.words.map(word).or(code.value.as_deref()).unwrap_or("–");
        out.line([result, &reader.label(code.of, code.label), value, "", code.name]);
    }
    for judgement in report.judgements.iter().chain(&report.further) {
        let source = judgement.source.map_or("", |source| word(source.title));
        out.line([judgement.level.id(), &reader.phrase(&judgement.message), "", "", source]);
    }
    for step in &report.steps {
        out.line([
            word(text("step", "步骤")),
            &reader.phrase(&step.text),
            "",
            "",
            &step.formula.plain(reader.language),
        ]);
    }
    for row in &report.basis {
        let what = format!("{} – {}", word(row.subject), word(row.what));
        let remark = format!("{} ({})", word(row.fact.source.title), word(row.fact.sure.label()));
        out.quantity(
            reader,
            word(text("basis", "依据")),
            &what,
            row.fact.dimension,
            row.fact.value,
            &remark,
        );
    }
    out.text
}

/// The inputs in force, each with where it comes from.
fn inputs(out: &mut Table, calculator: &AnyCalculator, evaluation: &Evaluation, reader: Reader) {
    let kind = text("input", "输入").get(reader.language);
    for assumption in evaluation
        .assumptions
        .iter()
        .filter(|one| !matches!(one.origin, Origin::Unused | Origin::Solved))
    {
        let Some(field) = calculator.field(assumption.field) else { continue };
        let (label, origin) = (
            &reader.label(field.of, field.label),
            origin_word(assumption.origin).get(reader.language),
        );
        match (field.kind, assumption.value.as_f64()) {
            (Kind::Number { dimension, .. }, Some(value)) => {
                out.quantity(reader, kind, label, dimension, value, origin)
            }
            _ => {
                if let Some(value) = value_text(reader, field, assumption) {
                    out.line([kind, label, &value, "", origin]);
                }
            }
        }
    }
}

#[derive(Default)]
struct Table {
    text: String,
}

impl Table {
    fn line<const N: usize>(&mut self, cells: [&str; N]) {
        let cells = cells.map(cell);
        self.text.push_str(&cells.join(","));
        self.text.push_str("\r\n");
    }

    fn quantity(
        &mut self,
        reader: Reader,
        kind: &str,
        what: &str,
        dimension: Dimension,
        canonical: f64,
        remark: &str,
    ) {
        let unit = reader.unit(dimension);
        let number = unit.from_canonical(canonical).to_string();
        self.text
            .push_str(&[cell(kind), cell(what), number, cell(unit.symbol), cell(remark)].join(","));
        self.text.push_str("\r\n");
    }
}

/// A text as a cell: in quotes, so that a program that parts cells by semicolons or tabs keeps it whole too, and with an apostrophe before what a spreadsheet
/// would run, also where that would begin a cell of its own in a program that heeds no quotes. Nothing is an empty cell.
pub fn cell(text: &str) -> String {
    let begins_odd = text.starts_with(['\t', '\r', '\n']);
    let mut safe = String::from(if begins_odd { "'" } else { "" });
    for part in text.split_inclusive(PARTS) {
        if part.trim_start().starts_with(RUNS) {
            safe.push('\'');
        }
        safe.push_str(part);
    }
    if safe.is_empty() { safe } else { format!("\"{}\"", safe.replace('"', "\"\"")) }
}

/// What makes a spreadsheet run a cell that begins with it.
const RUNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
/// What parts cells and lines, beside the comma.
const PARTS: [char; 4] = [';', '\t', '\r', '\n'];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_and_never_become_formulas() {
        for (text, expected) in [
            ("", ""),
            ("plain", "\"plain\""),
            ("a,b", "\"a,b\""),
            ("a;b", "\"a;b\""),
            ("a\tb", "\"a\tb\""),
            ("say \"so\"", "\"say \"\"so\"\"\""),
            ("=1+1", "\"'=1+1\""),
            ("  =1", "\"'  =1\""),
            ("-2", "\"'-2\""),
            ("@SUM(A1)", "\"'@SUM(A1)\""),
            ("＝1+1", "\"'＝1+1\""),
            ("\tx", "\"'\tx\""),
            ("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""),
            // Where semicolons part cells, a spreadsheet may heed them before quotes.
            ("x;=1+1;y", "\"x;'=1+1;y\""),
            ("x; @now", "\"x;' @now\""),
            ("x\t+1\r\n-1", "\"x\t'+1\r\n'-1\""),
            ("a = b - c", "\"a = b - c\""),
        ] {
            assert_eq!(cell(text), expected, "{text}");
        }
    }
}
