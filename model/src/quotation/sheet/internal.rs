//! The sheet for the shop itself: what each quantity of each line costs and why it is asked what it is asked. Not for customers.

use super::{Papers, Quote};
use crate::calculator::Calculator;
use crate::output::html;
use crate::report::Figure;
use crate::report::format::{Reader, escaped};
use crate::words::{Language, Text, text};
use std::fmt::Write as _;

const TITLE: Text = text("Build-up of the prices", "报价成本构成");
const FIGURES: Text = text("Figures", "明细");
/// What it bears wherever it goes.
pub const NOT_FOR_CUSTOMERS: Text = text("Internal: not for customers", "内部文件，勿外传");

/// The same for paper, where each page has to say for itself that it stays in the house: in both languages, whatever the sheet's.
pub fn on_paper(papers: &Papers, language: Language) -> String {
    format!(
        "<table class=\"every-page\" role=\"presentation\"><thead><tr><th>{} / {}</th></tr></thead><tbody><tr><td>{}</td></tr></tbody></table>",
        escaped(NOT_FOR_CUSTOMERS.zh),
        escaped(NOT_FOR_CUSTOMERS.en),
        write(papers, language)
    )
}

/// As HTML, in a language; nothing of a quote that was received, whose build-up nobody told.
pub fn write(papers: &Papers, language: Language) -> String {
    let reader = Reader { language, ..papers.reader };
    let word = |text: Text| escaped(text.get(language));
    let Some(numbers) = papers.numbers() else { return String::new() };
    let mut report = Quote::explain(&papers.inputs, numbers);
    Quote::explain_fully(&papers.inputs, numbers, &mut report);
    let mut out = format!(
        "<article class=\"offer internal\" lang=\"{}\"><section class=\"leaf\" tabindex=\"0\">",
        language.tag()
    );
    let _ = write!(
        out,
        "<header><h1>{}</h1><span class=\"tag\">{}</span></header><dl>",
        word(TITLE),
        word(NOT_FOR_CUSTOMERS)
    );
    let facts = papers.facts();
    let named = papers.inputs.shop.name.clone().map(|name| (text("Shop", "工厂"), name));
    for (label, what) in named.iter().chain(&facts) {
        let _ = write!(out, "<div><dt>{}</dt><dd>{}</dd></div>", word(*label), escaped(what));
    }
    let _ = write!(
        out,
        "</dl><div class=\"judgements\">{}{}</div>",
        html::judgements(&report, reader),
        html::further(&report, reader)
    );
    let _ = write!(
        out,
        "<section class=\"num\"><h2>{}</h2>{}</section>",
        word(FIGURES),
        html::results(&report, reader)
    );
    for figure in &report.charts {
        if let Figure::Bars(bars) = figure {
            let _ = write!(
                out,
                "<section><h2>{}</h2>{}</section>",
                word(bars.title),
                html::bars_table(bars, reader)
            );
        }
    }
    let _ = write!(
        out,
        "<footer><span>{}</span></footer></section></article>",
        escaped(&papers.stamp())
    );
    out
}
