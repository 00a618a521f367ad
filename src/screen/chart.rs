//! The charts of a report: drawn at the width there is, read off by pointing, and each with its table behind it.

use super::{Due, Screen};
use crate::charts::{Frame, bars, draw};
use crate::reactive::*;
use crate::{dom, words};
use platewise_model::output::html;
use platewise_model::report::format::Reader;
use platewise_model::report::format::escaped;
use platewise_model::report::{Bars, Chart, Figure};
use platewise_model::units::decimal::fixed;
use platewise_model::words::{Arg, phrase};
use wasm_bindgen::JsCast as _;

/// Width before it was measured, px.
pub const WIDTH: u32 = 640;

/// Measures the room there is.
pub fn measure(screen: Screen) {
    let wide = dom::by_id("charts").map(|charts| charts.client_width()).and_then(|wide| u32::try_from(wide).ok()).filter(|wide| *wide > 0);
    if let Some(wide) = wide {
        screen.width.set(wide.clamp(200, 1600));
    }
}

/// Keeps the charts up to date.
pub fn follow(screen: Screen) {
    let form = screen.form;
    let (mut made, mut drawn): (Option<usize>, u32) = (None, 0);
    effect(move || {
        let due = screen.due.get();
        let count = untrack(|| form.with_report(|report| report.map(|report| report.charts.len())));
        let count = count.or(made).unwrap_or_default(); // without a report they stay, hidden
        if made != Some(count) {
            let frames: String = (0..count).map(|index| frame(screen, index)).collect();
            dom::fill("charts", &frames);
            dom::before_paint(move || measure(screen));
        }
        let reader = untrack(|| form.settings.reader());
        let width = screen.width.get();
        let due = if (made, drawn) == (Some(count), width) { due } else { Due::All };
        untrack(|| {
            form.with_report(|report| {
                for (index, chart) in report.iter().flat_map(|report| &report.charts).enumerate().filter(|(index, _)| due.holds(&format!("chart-{index}"))) {
                    show(index, chart, reader, width);
                }
            });
        });
        (made, drawn) = (Some(count), width);
    });
}

/// Where a chart stands.
pub fn frame(screen: Screen, index: usize) -> String {
    let table = escaped(screen.form.settings.text(words::AS_TABLE));
    format!(
        "<section><h2 id=\"chart-{index}-title\"></h2><figure><div class=\"chart\" data-chart=\"{index}\"><div role=\"img\" id=\"chart-{index}\"></div><div class=\"cursor\" id=\"chart-{index}-cursor\" hidden></div></div><p class=\"axis\" id=\"chart-{index}-axis\" aria-hidden=\"true\"></p><figcaption><span class=\"reading num\" id=\"chart-{index}-reading\"></span><details class=\"astable\"><summary>{table}</summary><div class=\"scroll\" tabindex=\"0\" role=\"group\" id=\"chart-{index}-table\"></div></details></figcaption></figure></section>"
    )
}

/// Draws a chart in its place.
pub fn show(index: usize, figure: &Figure, reader: Reader, width: u32) {
    let (picture, below, label) = match figure {
        Figure::Lines(chart) => {
            let frame = Frame::new(chart, reader, width);
            let (x, y) = chart.point.unwrap_or_default();
            let label = phrase(words::CHART_OF, [Arg::Text(chart.title), Arg::Quantity(chart.y.1, y), Arg::Quantity(chart.x.1, x)]);
            (draw(chart, reader, &frame), axis(chart, &frame, reader), label)
        }
        Figure::Bars(chart) => (bars::draw(chart, reader, width), bars::legend(chart, reader), phrase(words::BARS_OF, [Arg::Text(chart.title)])),
    };
    let id = format!("chart-{index}");
    let title = figure.title();
    dom::fill(&format!("{id}-title"), title.get(reader.language));
    dom::fill(&id, &picture);
    dom::fill(&format!("{id}-axis"), &below);
    dom::fill(&format!("{id}-table"), &html::figure_table(figure, reader));
    for (part, label) in [(id.clone(), reader.phrase(&label)), (format!("{id}-table"), reader.phrase(&phrase(words::TABLE_OF, [Arg::Text(title)])))] {
        if let Some(element) = dom::by_id(&part) {
            dom::attribute(&element, "aria-label", Some(&label));
        }
    }
}

fn axis(chart: &Chart, frame: &Frame, reader: Reader) -> String {
    let band = chart.band.map(|(_, _, band)| format!("<span class=\"bandkey\"></span>{} · ", band.get(reader.language))).unwrap_or_default();
    format!("{band}{}, {}", chart.x.0.get(reader.language), frame.x.unit.symbol)
}

/// Reads the lines off where the visitor points.
pub fn on_pointer(screen: Screen, event: &web_sys::PointerEvent) {
    let target =
        dom::nearest(event, "data-chart").and_then(|(element, index)| Some((element.dyn_into::<web_sys::HtmlElement>().ok()?, index.parse::<usize>().ok()?)));
    let charts = untrack(|| screen.form.with_report(|report| report.map_or(0, |report| report.charts.len())));
    let pointed = target.as_ref().map(|(_, index)| *index);
    let extra = screen.panel.get_value().map(|(panel, _)| (panel.figures)()).unwrap_or_default();
    for index in (0..charts).chain(extra.iter().map(|(index, _)| *index)).filter(|index| Some(*index) != pointed) {
        rest(index);
    }
    if let Some((element, index)) = target {
        let reader = untrack(|| screen.form.settings.reader());
        let width = screen.width.get_untracked();
        let read = |figure: &Figure| {
            let corner = element.get_bounding_client_rect();
            let (x, y) = (f64::from(event.client_x()) - corner.left(), f64::from(event.client_y()) - corner.top());
            match figure {
                Figure::Lines(chart) => point(index, chart, reader, width, x),
                Figure::Bars(bars) => point_at_bar(index, bars, reader, width, x, y),
            }
        };
        extra.iter().filter(|(place, _)| *place == index).for_each(|(_, figure)| read(figure));
        screen.form.outcome.with_untracked(|outcome| outcome.report().and_then(|report| report.charts.get(index)).into_iter().for_each(read));
    }
}

fn point(index: usize, chart: &Chart, reader: Reader, width: u32, at: f64) {
    let frame = Frame::new(chart, reader, width);
    let fraction = (at - frame.left) / (frame.right - frame.left);
    if !(0.0..=1.0).contains(&fraction) {
        rest(index);
        return;
    }
    if let Some(cursor) = dom::html(&format!("chart-{index}-cursor")) {
        dom::hide(&cursor, false);
        let _ = cursor.style().set_property("left", &[&fixed(at, 1), "px"].concat()); // a valid name and value
    }
    let x = frame.x.unit.to_canonical(frame.x.end * fraction);
    let values = chart.series.iter().filter_map(|series| {
        series.value_at(x).map(|value| format!("{} {}", reader.phrase(&series.label), reader.quantity(chart.dimension_of(series), value)))
    });
    let reading = format!("{}: {}", reader.answer(chart.x.1, x), values.collect::<Vec<_>>().join(" · "));
    dom::fill(&format!("chart-{index}-reading"), &escaped(&reading));
}

fn point_at_bar(index: usize, chart: &Bars, reader: Reader, width: u32, x: f64, y: f64) {
    let bar = bars::at(chart, reader, width, x, y).and_then(|bar| chart.bars.get(bar));
    dom::fill(&format!("chart-{index}-reading"), &bar.map(|bar| escaped(&bars::reading(chart, bar, reader))).unwrap_or_default());
}

fn rest(index: usize) {
    if let Some(cursor) = dom::by_id(&format!("chart-{index}-cursor")) {
        dom::hide(&cursor, true);
    }
    if let Some(reading) = dom::by_id(&format!("chart-{index}-reading")).filter(|reading| reading.first_child().is_some()) {
        reading.set_text_content(None);
    }
}
