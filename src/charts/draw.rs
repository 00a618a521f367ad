//! A chart as SVG, drawn by plotters. SVG rather than a canvas: sharp at every density and on paper, and its colours are the page's own
//! (`var(--…)`), so it follows the theme and the printer without being drawn again.

use super::scale::{Axis, cut};
use platewise_model::report::Chart;
use platewise_model::report::format::Reader;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

/// A drawn chart, with the box of its plot for reading values off.
#[derive(Clone, PartialEq)]
pub struct Drawing {
    /// The picture.
    pub svg: String,
    /// Left edge of the plot, px.
    pub left: f64,
    /// Right edge, px.
    pub right: f64,
    /// The horizontal axis.
    pub x: Axis,
}

impl Drawing {
    /// The frame of a chart without its picture.
    pub fn frame(chart: &Chart, reader: Reader, width: u32) -> Self {
        let right = f64::from(width.saturating_sub(right_margin(chart)));
        Self { svg: String::new(), left: f64::from(LEFT), right, x: Axis::horizontal(chart, reader) }
    }
}

/// Room for the labels of the lines, or of the second axis.
fn right_margin(chart: &Chart) -> u32 {
    if chart.y2.is_some() { 46 } else { 70 }
}

/// Stand-ins for the colours of the page: plotters writes colours as digits, the page knows them by name.
const GRID: RGBColor = RGBColor(0, 0, 1);
const QUIET: RGBColor = RGBColor(0, 0, 2);
const MAIN: RGBColor = RGBColor(0, 0, 3);
const BAND: RGBColor = RGBColor(0, 0, 4);
const NAMES: [(&str, &str); 4] =
    [("\"#000001\"", "\"var(--line)\""), ("\"#000002\"", "\"var(--ink-3)\""), ("\"#000003\"", "\"var(--accent)\""), ("\"#000004\"", "\"var(--accent-soft)\"")];

const TEXT_PX: u32 = 12;
const LEFT: u32 = 46;
const BOTTOM: u32 = 26;
const TOP: u32 = 24;

/// Draws a chart for a reader at a width and height in px; an empty picture when there is no room.
pub fn draw(chart: &Chart, reader: Reader, width: u32, height: u32) -> Drawing {
    let mut drawing = Drawing::frame(chart, reader, width);
    let mut svg = String::new();
    let right_margin = right_margin(chart);
    let room = width > LEFT + right_margin + 40 && drawing.x.end > 0.0;
    if room && picture(&mut svg, chart, reader, (width, height), right_margin, &drawing.x).is_ok() {
        drawing.svg = NAMES.iter().fold(svg, |svg, (stand_in, name)| svg.replace(stand_in, name));
    }
    drawing
}

type Outcome = Result<(), Box<dyn std::error::Error>>;

fn picture(svg: &mut String, chart: &Chart, reader: Reader, size: (u32, u32), right_margin: u32, x: &Axis) -> Outcome {
    let y = Axis::vertical(chart, reader);
    let second = Axis::second(chart, reader);
    let root = SVGBackend::with_string(svg, size).into_drawing_area();
    let mut plot = ChartBuilder::on(&root)
        .margin_top(TOP)
        .margin_right(if second.is_some() { 0 } else { right_margin })
        .x_label_area_size(BOTTOM)
        .y_label_area_size(LEFT)
        .right_y_label_area_size(if second.is_some() { right_margin } else { 0 })
        .build_cartesian_2d(0.0..x.end, 0.0..y.end.max(f64::MIN_POSITIVE))?
        .set_secondary_coord(0.0..x.end, 0.0..second.map_or(1.0, |axis| axis.end));
    let text = |colour: &'static RGBColor| TextStyle::from(("sans-serif", TEXT_PX).into_font()).color(colour);
    if let Some((low, high, _)) = chart.band {
        let [low, high] = [low, high].map(|end| x.unit.from_canonical(end).min(x.end));
        plot.draw_series([Rectangle::new([(low, 0.0), (high, y.end)], BAND.filled())])?;
    }
    plot.configure_mesh()
        .disable_x_mesh()
        .bold_line_style(GRID)
        .light_line_style(TRANSPARENT)
        .axis_style(GRID)
        .x_labels(usize::try_from(size.0 / 90)?.clamp(3, 8))
        .y_labels(5)
        .x_label_formatter(&|value| x.label(*value))
        .y_label_formatter(&|value| y.label(*value))
        .label_style(text(&QUIET))
        .draw()?;
    if let Some(axis) = &second {
        plot.configure_secondary_axes().axis_style(GRID).y_labels(5).y_label_formatter(&|value| axis.label(*value)).label_style(text(&QUIET)).draw()?;
    }

    let mut labels: Vec<(String, bool, (i32, i32))> = Vec::new();
    for series in &chart.series {
        let style = if series.main { MAIN.stroke_width(3) } else { QUIET.stroke_width(1) };
        let axis = if series.second_axis { second.as_ref().unwrap_or(&y) } else { &y };
        let points = cut(series, x, axis);
        let end = points.last().copied().unwrap_or_default();
        if series.second_axis {
            plot.draw_secondary_series(LineSeries::new(points, style))?;
        } else {
            plot.draw_series(LineSeries::new(points, style))?;
            labels.push((reader.phrase(&series.label), series.main, plot.backend_coord(&end)));
        }
    }
    if let Some((px, py)) = chart.point {
        let point = (x.unit.from_canonical(px), y.unit.from_canonical(py));
        for line in [vec![(point.0, 0.0), point], vec![(0.0, point.1), point]] {
            plot.draw_series(DashedLineSeries::new(line, 3, 4, MAIN.stroke_width(1)))?;
        }
        plot.draw_series([Circle::new(point, 5, MAIN.filled())])?;
    }
    if second.is_none() {
        for (label, main, (lx, ly)) in spread(labels) {
            let colour = if main { &MAIN } else { &QUIET };
            root.draw_text(&label, &text(colour).pos(Pos::new(HPos::Left, VPos::Center)), (lx + 6, ly))?;
        }
    }
    let head = |title: platewise_model::words::Text, unit: &str| format!("{}{}{unit}", title.get(reader.language), if unit.is_empty() { "" } else { ", " });
    root.draw_text(&head(y.title, y.unit.symbol), &text(&QUIET).pos(Pos::new(HPos::Left, VPos::Top)), (0, 2))?;
    if let Some(axis) = &second {
        root.draw_text(&head(axis.title, axis.unit.symbol), &text(&QUIET).pos(Pos::new(HPos::Right, VPos::Top)), (i32::try_from(size.0)?, 2))?;
    }
    root.present()?;
    Ok(())
}

/// Labels at the ends of lines, pushed apart where they would overlap; the one that matters keeps its place.
fn spread(mut labels: Vec<(String, bool, (i32, i32))>) -> Vec<(String, bool, (i32, i32))> {
    const GAP: i32 = 14;
    let main = labels.iter().find(|label| label.1).map(|label| label.2.1);
    labels.retain(|label| label.1 || main.is_none_or(|main| (label.2.1 - main).abs() >= GAP));
    labels.sort_by_key(|label| (!label.1, label.2.1));
    let mut kept: Vec<(String, bool, (i32, i32))> = Vec::new();
    for label in labels {
        let room = kept.iter().all(|other| (other.2.1 - label.2.1).abs() >= GAP || (other.2.0 - label.2.0).abs() > 60);
        if room {
            kept.push(label);
        }
    }
    kept
}
