//! The report as pieces of HTML for one reader. Plain strings: whoever shows them only has to put them in place, and every text that
//! could come from outside is escaped in one function.

use crate::calculator::{AnyCalculator, Assumption, Evaluation, Field, Kind, Origin};
use crate::data::{Fact, Row};
use crate::report::format::{Reader, escaped};
use crate::report::formula::Formula;
use crate::report::{Bars, Chart, Figure, Heat, Judgement, Level, Panel, Report, Section};
use crate::units::Dimension;
use crate::words::{Phrase, Text, text};

/// Writes HTML for one reader.
struct Page {
    reader: Reader,
    out: String,
}

impl Page {
    fn new(reader: Reader) -> Self {
        Self { reader, out: String::new() }
    }

    fn word(&self, text: Text) -> String {
        escaped(text.get(self.reader.language))
    }

    fn phrase(&self, phrase: &Phrase) -> String {
        escaped(&self.reader.phrase(phrase))
    }

    fn push(&mut self, parts: &[&str]) {
        for part in parts {
            self.out.push_str(part);
        }
    }

    /// What each symbol of a formula means, folded.
    fn legend(&mut self, formula: &Formula) {
        let language = self.reader.language;
        let (title, colon) = (self.word(SYMBOLS), COLON.get(language));
        self.push(&["<details class=\"legend\"><summary>", &title, "</summary><dl>"]);
        for (symbol, values) in formula.legend() {
            let (letter, index) = symbol.letter();
            let index = index.map_or_else(String::new, |index| {
                format!("<sub>{}</sub>", escaped(index.get(language)))
            });
            let (name, value) = (self.word(symbol.name), escaped(&symbol.value(values, language)));
            self.push(&["<dt><var>", letter, &index, "</var></dt><dd>", &name, colon, &value]);
            self.push(&["</dd>"]);
        }
        self.push(&["</dl></details>"]);
    }

    fn item(&mut self, body: &str) {
        self.push(&["<li>", body, "</li>"]);
    }

    /// A row: its head, then right-aligned cells.
    fn row(&mut self, head: &str, cells: &[String]) {
        self.push(&["<tr><th scope=\"row\">", head, "</th>"]);
        for cell in cells {
            self.push(&["<td class=\"n\">", cell, "</td>"]);
        }
        self.out.push_str("</tr>");
    }

    fn heads(&mut self, heads: &[(String, bool)]) {
        for (head, number) in heads {
            let class = if *number { " class=\"n\"" } else { "" };
            self.push(&["<th scope=\"col\"", class, ">", head, "</th>"]);
        }
    }

    /// A citation, linked where the source has an address.
    fn source(&self, source: &crate::data::Source) -> String {
        let title = self.word(source.title);
        if source.url.is_empty() {
            format!("<cite>{title}</cite>")
        } else {
            format!(
                "<a href=\"{}\" target=\"_blank\" rel=\"noopener noreferrer\">{title}</a>",
                escaped(source.url)
            )
        }
    }

    fn sure(&self, fact: &Fact) -> String {
        let class = if fact.sure.is_weak() { "tag u" } else { "tag" };
        format!("<span class=\"{class}\">{}</span>", self.word(fact.sure.label()))
    }

    fn date(&self, fact: &Fact) -> String {
        if fact.source.date.is_empty() { self.word(UNDATED) } else { escaped(fact.source.date) }
    }

    fn range(&self, fact: &Fact) -> String {
        if fact.has_range() {
            format!(
                "{}–{}",
                self.reader.number(fact.dimension, fact.low),
                self.reader.number(fact.dimension, fact.high)
            )
        } else {
            String::new()
        }
    }
}

const fn mark(level: Level) -> &'static str {
    match level {
        Level::Ok => "✓",
        Level::Note => "i",
        Level::Warning => "!",
        Level::Alarm => "✕",
    }
}

/// The answer's number in large and small: `29<small>min</small>16<small>s</small>`.
pub fn answer(report: &Report, reader: Reader) -> String {
    let mut page = Page::new(reader);
    let (dimension, value) = (report.answer.dimension, report.answer.value);
    match crate::report::format::duration_parts(value).filter(|_| dimension == Dimension::Minutes) {
        Some(parts) => {
            for (number, unit) in parts {
                page.push(&[&number.to_string(), "<small>", unit, "</small>"]);
            }
        }
        None => page.push(&[
            &reader.number(dimension, value),
            "<small>",
            reader.unit(dimension).symbol,
            "</small>",
        ]),
    }
    page.out
}

/// The figures under the answer.
pub fn highlights(report: &Report, reader: Reader) -> String {
    let mut page = Page::new(reader);
    for item in &report.highlights {
        let number = reader.number(item.dimension, reader.share(item.value, item.per));
        let unit = reader.unit(item.dimension).symbol;
        let per = item.per.map_or_else(String::new, |per| format!("/{}", reader.unit(per).symbol));
        let label = page.word(item.label);
        page.push(&[
            "<div><dt>",
            &label,
            "</dt><dd>",
            &number,
            " <small>",
            unit,
            &per,
            "</small></dd></div>",
        ]);
    }
    page.out
}

/// The judgements as two lists: what is grave, and what is worth knowing.
pub fn judgements(report: &Report, reader: Reader) -> String {
    list_of(&report.judgements, reader)
}

/// What to think of it besides.
pub fn further(report: &Report, reader: Reader) -> String {
    if report.further.is_empty() { String::new() } else { list_of(&report.further, reader) }
}

fn list_of(judgements: &[Judgement], reader: Reader) -> String {
    let mut page = Page::new(reader);
    for grave in [true, false] {
        page.push(&["<ul class=\"judge\">"]);
        write_judgements(&mut page, judgements, grave);
        page.push(&["</ul>"]);
    }
    page.out
}

fn write_judgements(page: &mut Page, judgements: &[Judgement], grave: bool) {
    let told = judgements.iter().filter(|judgement| (judgement.level >= Level::Warning) == grave);
    for Judgement { id, level, message, source } in told {
        let cited = source.map_or_else(String::new, |source| format!(" {}", page.source(source)));
        let message = page.phrase(message);
        page.push(&[
            "<li class=\"",
            level.id(),
            "\" data-judgement=\"",
            id,
            "\"><b aria-hidden=\"true\">",
            mark(*level),
            "</b><span>",
            &message,
            &cited,
            "</span></li>",
        ]);
    }
}

/// All results in tables.
pub fn results(report: &Report, reader: Reader) -> String {
    let mut page = Page::new(reader);
    for section in &report.sections {
        write_section(&mut page, section);
    }
    let codes: Vec<_> = report.designations.iter().filter(|code| code.value.is_some()).collect();
    if !codes.is_empty() {
        page.push(&["<div class=\"scroll\"><table class=\"num pairs codes\"><tbody>"]);
        for code in codes {
            let label = escaped(&reader.label(code.of, code.label));
            let value = code
                .words
                .map(|words| page.word(words))
                .or_else(|| code.value.as_deref().map(escaped))
                .unwrap_or_default();
            page.row(&label, &[value]);
        }
        page.push(&["</tbody></table></div>"]);
    }
    page.out
}

fn write_section(page: &mut Page, section: &Section) {
    let reader = page.reader;
    let single = section.columns.is_empty();
    let title = page.phrase(&section.title);
    page.push(&[
        "<h3>",
        &title,
        "</h3><div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"",
        &title,
        "\"><table class=\"num",
    ]);
    // Where all columns count the same, the unit stands once: beside the label, or for all rows in the corner.
    let unit_once = !single && section.columns.iter().all(|column| column.per.is_none());
    let beside = |dimension: Dimension| {
        Some(reader.unit(dimension).symbol).filter(|unit| unit_once && !unit.is_empty())
    };
    let first = section.rows.first().map(|row| row.dimension);
    let corner = first
        .filter(|first| section.rows.iter().all(|row| row.dimension == *first))
        .and_then(beside);
    page.push(&[if single { " pairs\">" } else { "\"><thead><tr><td>" }]);
    if !single {
        page.push(&[corner.unwrap_or_default(), "</td>"]);
        let heads: Vec<_> =
            section.columns.iter().map(|column| (escaped(&reader.column(column)), true)).collect();
        page.heads(&heads);
        page.push(&["</tr></thead>"]);
    }
    page.push(&["<tbody>"]);
    for row in &section.rows {
        let cells: Vec<String> = row
            .values
            .iter()
            .enumerate()
            .map(|(column, value)| match value {
                None => "–".to_owned(),
                Some(value) if single => reader.answer(row.dimension, *value),
                Some(value) if unit_once => reader.number(row.dimension, *value),
                Some(value) => reader.quantity(
                    row.dimension,
                    reader.share(*value, section.columns.get(column).and_then(|column| column.per)),
                ),
            })
            .collect();
        let unit = beside(row.dimension)
            .filter(|_| corner.is_none())
            .map_or_else(String::new, |unit| [", ", unit].concat());
        let label = page.phrase(&row.label) + &unit;
        page.row(&label, &cells);
    }
    page.push(&["</tbody></table></div>"]);
}

const SYMBOLS: Text = text("Symbols", "符号");
const COLON: Text = text(": ", "：");

/// The derivation as list items, each formula with its legend.
pub fn steps(report: &Report, reader: Reader) -> String {
    let mut page = Page::new(reader);
    for step in &report.steps {
        let caption = page.phrase(&step.text);
        let formula = step.formula.mathml(reader.language);
        page.push(&[
            "<li data-step=\"",
            step.id,
            "\"><p>",
            &caption,
            "</p><div class=\"math\" tabindex=\"0\" role=\"group\" aria-label=\"",
            &caption,
            "\">",
            &formula,
            "</div>",
        ]);
        page.legend(&step.formula);
        page.push(&["</li>"]);
    }
    page.out
}

/// The usual mistakes as list items.
pub fn mistakes(report: &Report, reader: Reader) -> String {
    let mut page = Page::new(reader);
    for mistake in &report.mistakes {
        let sentence = page.phrase(mistake);
        page.item(&sentence);
    }
    page.out
}

/// What the model does not know, as list items.
pub fn limits(report: &Report, reader: Reader) -> String {
    let mut page = Page::new(reader);
    for limit in &report.limits {
        let sentence = page.word(*limit);
        page.item(&sentence);
    }
    page.out
}

const UNDATED: Text = text("undated", "未注明");
const VALUE: Text = text("Value", "数值");
const RANGE: Text = text("Range", "范围");
const SOURCE: Text = text("Source", "来源");
const SURE: Text = text("Sure?", "可靠程度");

/// The figures that the result rests on, as a table. Each row has a name, for the links beside the fields.
pub fn basis(report: &Report, reader: Reader) -> String {
    let mut page = Page::new(reader);
    page.push(&["<table class=\"num\"><thead><tr><td></td>"]);
    let heads = [(VALUE, true), (RANGE, true), (SOURCE, false), (SURE, false)]
        .map(|(head, number)| (page.word(head), number));
    page.heads(&heads);
    page.push(&["</tr></thead><tbody>"]);
    for (index, Row { subject, what, fact }) in report.basis.iter().enumerate() {
        let id = format!(" id=\"basis-{index}\" tabindex=\"-1\"");
        let (subject, what) = (page.word(*subject), page.word(*what));
        let (value, range) = (reader.quantity(fact.dimension, fact.value), page.range(fact));
        let (source, sure) = (page.source(fact.source), page.sure(fact));
        page.push(&[
            "<tr",
            &id,
            "><th scope=\"row\">",
            &subject,
            ": ",
            &what,
            "</th><td class=\"n\">",
            &value,
            "</td><td class=\"n\">",
            &range,
            "</td><td>",
            &source,
            "</td><td>",
            &sure,
            "</td></tr>",
        ]);
    }
    page.push(&["</tbody></table>"]);
    page.out
}

/// Figures as rows of the table of sources: subject, what, value, range, source, date, region, how sure.
pub fn figures<'a>(rows: impl Iterator<Item = &'a Row>, reader: Reader) -> String {
    let mut page = Page::new(reader);
    for Row { subject, what, fact } in rows {
        let value = reader.quantity(fact.dimension, fact.value);
        let cells = [
            page.word(*what),
            value,
            page.range(fact),
            page.source(fact.source),
            page.date(fact),
            page.word(fact.source.region),
            page.sure(fact),
        ];
        let subject = page.word(*subject);
        page.push(&["<tr><th scope=\"row\">", &subject, "</th>"]);
        for (column, cell) in cells.iter().enumerate() {
            page.push(&[
                if matches!(column, 1 | 2) { "<td class=\"n\">" } else { "<td>" },
                cell,
                "</td>",
            ]);
        }
        page.push(&["</tr>"]);
    }
    page.out
}

const HOURS_OF_FILE: Text = text("8,760 hours from your file", "来自您文件的 8 760 小时数据");

/// The value of a field as text; none when it has none.
pub fn value_text(reader: Reader, field: &Field, assumption: &Assumption) -> Option<String> {
    match field.kind {
        Kind::Number { dimension, .. } => {
            assumption.value.as_f64().map(|value| reader.answer(dimension, value))
        }
        Kind::Choice(options) => {
            let id = assumption.value.as_str()?;
            options()
                .into_iter()
                .find(|(known, _)| *known == id)
                .map(|(_, name)| name.get(reader.language).to_owned())
        }
        Kind::Several(options, ..) => {
            let ids: Vec<&str> =
                assumption.value.as_array()?.iter().filter_map(serde_json::Value::as_str).collect();
            let names: Vec<&str> = options()
                .into_iter()
                .filter(|(known, _)| ids.contains(known))
                .map(|(_, name)| name.get(reader.language))
                .collect();
            Some(names.join("; "))
        }
        Kind::Text | Kind::LongText | Kind::Date => assumption.value.as_str().map(str::to_owned),
        Kind::Curve => crate::entry::entry_of(field, &assumption.value, reader.system)
            .map(|entry| entry.text.replace('\n', "; ")),
        Kind::Numbers { dimension, .. } => {
            let numbers: Vec<f64> =
                assumption.value.as_array()?.iter().filter_map(serde_json::Value::as_f64).collect();
            Some(reader.several(dimension, &numbers))
        }
        Kind::Record => None,
        Kind::Hours(_) => {
            assumption.value.as_str().map(|_| HOURS_OF_FILE.get(reader.language).to_owned())
        }
        Kind::Rows { fields, .. } => {
            let rows: Vec<String> =
                assumption.rows.iter().map(|row| row_text(reader, fields(), row)).collect();
            (!rows.is_empty()).then(|| rows.join("; "))
        }
    }
}

/// What was given of a row, and what it chose from lists, in a line.
pub fn row_text(reader: Reader, fields: &'static [Field], row: &[Assumption]) -> String {
    let told = |one: &&Assumption| one.origin == Origin::Given;
    let text = |one: &Assumption| {
        value_text(reader, fields.iter().find(|field| field.name == one.field)?, one)
    };
    row.iter().filter(told).filter_map(text).collect::<Vec<_>>().join(" · ")
}

/// Where a value comes from, in a word.
pub const fn origin_word(origin: Origin) -> Text {
    match origin {
        Origin::Given => text("yours", "自填"),
        Origin::Derived => text("follows from the rest", "由其他输入得出"),
        Origin::Default | Origin::Solved | Origin::Unused => text("default", "默认"),
    }
}

/// The inputs in force as rows of a table: for paper, where there is no form.
pub fn inputs(calculator: &AnyCalculator, evaluation: &Evaluation, reader: Reader) -> String {
    let mut page = Page::new(reader);
    for assumption in evaluation
        .assumptions
        .iter()
        .filter(|one| !matches!(one.origin, Origin::Unused | Origin::Solved))
    {
        let Some(field) = calculator.field(assumption.field) else { continue };
        if let Some(value) = value_text(reader, field, assumption) {
            let cells = [
                escaped(&reader.label(field.of, field.label)),
                escaped(&value),
                page.word(origin_word(assumption.origin)),
            ];
            let [label, value, origin] = cells;
            page.push(&[
                "<tr><th scope=\"row\">",
                &label,
                "</th><td class=\"n\">",
                &value,
                "</td><td>",
                &origin,
                "</td></tr>",
            ]);
        }
    }
    page.out
}

/// The inputs that differ between evaluations side by side, the present one first, as rows; what differs from it is marked.
pub fn differing_inputs(
    calculator: &AnyCalculator,
    columns: &[&Evaluation],
    reader: Reader,
) -> String {
    let mut page = Page::new(reader);
    for field in calculator.fields() {
        let cell = |evaluation: &&Evaluation| {
            let assumption = evaluation
                .assumptions
                .iter()
                .find(|one| one.field == field.name && one.origin != Origin::Unused);
            assumption
                .and_then(|one| value_text(reader, field, one))
                .unwrap_or_else(|| "–".to_owned())
        };
        let cells: Vec<String> = columns.iter().map(cell).collect();
        if cells.windows(2).any(|pair| matches!(pair, [a, b] if a != b)) {
            compared(&mut page, &reader.label(field.of, field.label), &cells);
        }
    }
    page.out
}

/// The results of evaluations side by side, the present one first, as rows; what differs from it is marked.
pub fn compared_results(columns: &[&Evaluation], reader: Reader) -> String {
    let mut page = Page::new(reader);
    let reports: Vec<Option<&Report>> =
        columns.iter().map(|evaluation| evaluation.outcome.as_ref().ok()).collect();
    for named in reports.iter().flatten().next().map_or(&[][..], |report| report.results.as_slice())
    {
        let cell = |report: &Option<&Report>| {
            let value = report
                .and_then(|report| report.results.iter().find(|one| one.name == named.name))
                .and_then(|one| one.value);
            value.map_or_else(|| "–".to_owned(), |value| reader.answer(named.dimension, value))
        };
        let cells: Vec<String> = reports.iter().map(cell).collect();
        if cells.iter().any(|cell| cell != "–") {
            compared(&mut page, &reader.label(named.of, named.label), &cells);
        }
    }
    page.out
}

fn compared(page: &mut Page, label: &str, cells: &[String]) {
    let label = escaped(label);
    page.push(&["<tr><th scope=\"row\">", &label, "</th>"]);
    for cell in cells {
        let class = if cells.first() == Some(cell) { "n" } else { "n other" };
        page.push(&["<td class=\"", class, "\">", &escaped(cell), "</td>"]);
    }
    page.push(&["</tr>"]);
}

/// Places at which the table of a chart shows its lines.
const PLACES: u32 = 8;

/// The chart as a table.
pub fn chart_table(chart: &Chart, reader: Reader) -> String {
    let mut page = Page::new(reader);
    page.push(&["<table class=\"num\"><thead><tr>"]);
    let mut heads = vec![(page.word(chart.x.0), false)];
    heads.extend(chart.series.iter().map(|series| (page.phrase(&series.label), true)));
    page.heads(&heads);
    page.push(&["</tr></thead><tbody>"]);
    for x in places(chart) {
        let cells: Vec<String> = chart
            .series
            .iter()
            .map(|series| {
                series.value_at(x).map_or_else(
                    || "–".to_owned(),
                    |value| reader.quantity(chart.dimension_of(series), value),
                )
            })
            .collect();
        page.row(&reader.answer(chart.x.1, x), &cells);
    }
    page.push(&["</tbody></table>"]);
    page.out
}

/// A chart of any kind as a table.
pub fn figure_table(figure: &Figure, reader: Reader) -> String {
    match figure {
        Figure::Lines(chart) => chart_table(chart, reader),
        Figure::Bars(bars) => bars_table(bars, reader),
        Figure::Heat(heat) => {
            heat.panels.iter().map(|panel| panel_table(heat, panel, reader)).collect()
        }
    }
}

/// One of the tables behind shades.
fn panel_table(heat: &Heat, panel: &Panel, reader: Reader) -> String {
    let mut page = Page::new(reader);
    let unit = reader.unit(panel.dimension).symbol;
    let (title, columns) = (page.word(panel.title), page.word(heat.columns));
    page.push(&[
        "<table class=\"num\"><caption>",
        &title,
        ", ",
        &escaped(unit),
        "</caption><thead><tr><th scope=\"col\">",
        &columns,
        "</th>",
    ]);
    let heads: Vec<(String, bool)> = (0..panel.values.first().map_or(0, Vec::len))
        .map(|hour| (hour.to_string(), true))
        .collect();
    page.heads(&heads);
    page.push(&["</tr></thead><tbody>"]);
    for (row, values) in heat.rows.iter().zip(&panel.values) {
        let cells: Vec<String> =
            values.iter().map(|value| reader.number(panel.dimension, *value)).collect();
        let row = page.word(*row);
        page.row(&row, &cells);
    }
    page.push(&["</tbody></table>"]);
    page.out
}

const TOTAL: Text = text("Total", "合计");

/// Bars as a table: a row for each, a column for each part, and the sum where the chart has one.
pub fn bars_table(bars: &Bars, reader: Reader) -> String {
    let mut page = Page::new(reader);
    let used: Vec<usize> = (0..bars.parts.len())
        .filter(|part| {
            bars.bars.iter().any(|bar| bar.segments.iter().any(|segment| segment.part == *part))
        })
        .collect();
    let several = used.len() > 1;
    page.push(&["<table class=\"num\"><thead><tr><td></td>"]);
    let mut heads: Vec<(String, bool)> = used
        .iter()
        .filter_map(|part| bars.parts.get(*part))
        .map(|part| (page.phrase(part), true))
        .collect();
    if bars.total && several {
        heads.push((page.word(TOTAL), true));
    }
    page.heads(&heads);
    page.push(&["</tr></thead><tbody>"]);
    for bar in &bars.bars {
        let quantity = |value: f64| reader.quantity(bars.value.1, value);
        let mut cells: Vec<String> = used
            .iter()
            .map(|part| bar.value_of(*part).map_or_else(|| "–".to_owned(), quantity))
            .collect();
        if bars.total && several {
            cells.push(quantity(bar.total()));
        }
        let label = page.phrase(&bar.label);
        page.row(&label, &cells);
    }
    page.push(&["</tbody></table>"]);
    page.out
}

/// Where the table reads the lines, from left to right: even steps, with the working point among them.
fn places(chart: &Chart) -> Vec<f64> {
    let end = chart.end();
    let mut point = chart.point.map(|point| point.0);
    let mut places = Vec::new();
    for step in 1..=PLACES {
        let place = end * f64::from(step) / f64::from(PLACES);
        if let Some(x) = point.take_if(|x| *x < place + 1e-9 * end) {
            places.extend((x < place - 1e-9 * end).then_some(x));
        }
        places.push(place);
    }
    places.extend(point);
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calculator::ALL;

    #[test]
    fn the_working_point_stands_among_the_places_of_the_table_once() {
        let chart = |x: f64| Chart {
            id: "chart",
            title: text("", ""),
            x: (text("", ""), Dimension::Minutes),
            y: (text("", ""), Dimension::Thickness),
            y2: None,
            series: vec![crate::report::Series {
                label: text("", "").into(),
                points: vec![(0.0, 0.0), (8.0, 8.0)],
                main: true,
                second_axis: false,
            }],
            point: Some((x, x)),
            band: None,
        };
        assert_eq!(places(&chart(2.5)), [1.0, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0]);
        assert_eq!(places(&chart(4.0)), [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0]);
        assert_eq!(places(&chart(8.0 + 1e-12)), [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0]);
        assert_eq!(places(&chart(9.0)), [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0]);
        assert_eq!(places(&chart(0.5)).first(), Some(&0.5));
    }

    #[test]
    fn markup_in_a_text_stays_a_text() {
        let hostile = "<img src=x onerror=alert(1)>\"'&";
        assert_eq!(escaped(hostile), "&lt;img src=x onerror=alert(1)&gt;&quot;&#39;&amp;");
        for calculator in ALL {
            let given = serde_json::json!({ "designation": hostile });
            let evaluation =
                calculator.evaluate(given.as_object().unwrap_or(&serde_json::Map::new()));
            assert!(!inputs(calculator, &evaluation, Reader::default()).contains("<img"));
            let other = calculator.evaluate(&serde_json::Map::new());
            assert!(
                !differing_inputs(calculator, &[&evaluation, &other], Reader::default())
                    .contains("<img")
            );
        }
    }
}
