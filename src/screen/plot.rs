//! Draws the charts of a report, reads them off where the visitor points, writes what stands behind the answer, and sets scenarios side by
//! side: a part of its own, fetched after the answer.

use super::result::{Part, fill};
use super::{Due, Screen};
use crate::charts::{Frame, bars, draw, heat};
use crate::form::Form;
use crate::reactive::*;
use crate::{dom, words};
use platewise_model::calculator::Evaluation;
use platewise_model::output::html;
use platewise_model::report::format::{Reader, escaped};
use platewise_model::report::{Bars, Chart, Figure};
use platewise_model::units::fixed;
use platewise_model::words::{Arg, phrase};
use wasm_bindgen::JsCast as _;

/// What this part does.
#[derive(Clone, Copy)]
pub struct Plots {
    /// Draws a chart in its place.
    pub show: fn(usize, &Figure, Reader, u32),
    /// Sets scenarios side by side.
    pub compare: fn(Form, &[Evaluation]) -> String,
    /// Reads the lines off where the visitor points.
    pub on_pointer: fn(Screen, &web_sys::PointerEvent),
    /// Writes what stands behind the answer, as far as it is due.
    pub behind: fn(Form, Due, &mut Vec<String>),
}

/// All of it.
pub fn plots() -> Plots {
    Plots {
        show,
        compare: super::pins::compare,
        on_pointer,
        behind: |form, due, texts| fill(form, &BEHIND, due, texts),
    }
}

/// What stands behind the answer, further down: it follows as soon as the answer is painted, or, out of view, when the visitor pauses.
const BEHIND: [Part; 5] = [
    ("results", html::results),
    ("derivation", html::steps),
    ("mistakes", html::mistakes),
    ("basis", html::basis),
    ("limits", html::limits),
];

/// Draws a chart in its place.
pub fn show(index: usize, figure: &Figure, reader: Reader, width: u32) {
    let (picture, below, label) = match figure {
        Figure::Lines(chart) => {
            let frame = Frame::new(chart, reader, width);
            let (x, y) = chart.point.unwrap_or_default();
            let label = phrase(
                words::CHART_OF,
                [Arg::Text(chart.title), Arg::Quantity(chart.y.1, y), Arg::Quantity(chart.x.1, x)],
            );
            (draw(chart, reader, &frame), axis(chart, &frame, reader), label)
        }
        Figure::Bars(chart) => (
            bars::draw(chart, reader, width),
            bars::legend(chart, reader),
            phrase(words::BARS_OF, [Arg::Text(chart.title)]),
        ),
        Figure::Heat(chart) => (
            heat::draw(chart, reader, width),
            String::new(),
            phrase(words::SHADES_OF, [Arg::Text(chart.title)]),
        ),
    };
    let id = format!("chart-{index}");
    let title = figure.title();
    dom::fill(&format!("{id}-title"), title.get(reader.language));
    dom::fill(&id, &picture);
    if let Some(place) = dom::html(&id) {
        let _ = place.style().remove_property("min-height"); // a valid name
    }
    dom::fill(&format!("{id}-axis"), &below);
    dom::fill(&format!("{id}-table"), &html::figure_table(figure, reader));
    for (part, label) in [
        (id.clone(), reader.phrase(&label)),
        (format!("{id}-table"), reader.phrase(&phrase(words::TABLE_OF, [Arg::Text(title)]))),
    ] {
        if let Some(element) = dom::by_id(&part) {
            dom::attribute(&element, "aria-label", Some(&label));
        }
    }
}

fn axis(chart: &Chart, frame: &Frame, reader: Reader) -> String {
    let band = chart
        .band
        .map(|(_, _, band)| {
            format!("<span class=\"bandkey\"></span>{} · ", band.get(reader.language))
        })
        .unwrap_or_default();
    format!("{band}{}, {}", chart.x.0.get(reader.language), frame.x.unit.symbol)
}

/// Reads the lines off where the visitor points.
fn on_pointer(screen: Screen, event: &web_sys::PointerEvent) {
    let target = dom::nearest(event, "data-chart").and_then(|(element, index)| {
        Some((element.dyn_into::<web_sys::HtmlElement>().ok()?, index.parse::<usize>().ok()?))
    });
    let charts = untrack(|| {
        screen.form.with_report(|report| report.map_or(0, |report| report.charts.len()))
    });
    let pointed = target.as_ref().map(|(_, index)| *index);
    let extra = screen.panel.get_value().map(|panel| (panel.figures)()).unwrap_or_default();
    for index in (0..charts)
        .chain(extra.iter().map(|(index, _)| *index))
        .filter(|index| Some(*index) != pointed)
    {
        rest(index);
    }
    if let Some((element, index)) = target {
        let reader = untrack(|| screen.form.settings.reader());
        let width = screen.width.get_untracked();
        let read = |figure: &Figure| {
            let corner = element.get_bounding_client_rect();
            let (x, y) = (
                f64::from(event.client_x()) - corner.left(),
                f64::from(event.client_y()) - corner.top(),
            );
            match figure {
                Figure::Lines(chart) => point(index, chart, reader, width, x),
                Figure::Bars(bars) => point_at_bar(index, bars, reader, width, x, y),
                Figure::Heat(chart) => dom::fill(
                    &format!("chart-{index}-reading"),
                    &escaped(&heat::reading(chart, reader, width, x, y).unwrap_or_default()),
                ),
            }
        };
        extra.iter().filter(|(place, _)| *place == index).for_each(|(_, figure)| read(figure));
        screen.form.outcome.with_untracked(|outcome| {
            outcome.report().and_then(|report| report.charts.get(index)).into_iter().for_each(read)
        });
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
        series.value_at(x).map(|value| {
            format!(
                "{} {}",
                reader.phrase(&series.label),
                reader.quantity(chart.dimension_of(series), value)
            )
        })
    });
    let reading =
        format!("{}: {}", reader.answer(chart.x.1, x), values.collect::<Vec<_>>().join(" · "));
    dom::fill(&format!("chart-{index}-reading"), &escaped(&reading));
}

fn point_at_bar(index: usize, chart: &Bars, reader: Reader, width: u32, x: f64, y: f64) {
    let bar = bars::at(chart, reader, width, x, y).and_then(|bar| chart.bars.get(bar));
    dom::fill(
        &format!("chart-{index}-reading"),
        &bar.map(|bar| escaped(&bars::reading(chart, bar, reader))).unwrap_or_default(),
    );
}

fn rest(index: usize) {
    if let Some(cursor) = dom::by_id(&format!("chart-{index}-cursor")) {
        dom::hide(&cursor, true);
    }
    if let Some(reading) = dom::by_id(&format!("chart-{index}-reading"))
        .filter(|reading| reading.first_child().is_some())
    {
        reading.set_text_content(None);
    }
}
