//! A chart as SVG. SVG rather than a canvas: sharp at every density and on paper, and its colours are the page's own classes, so it
//! follows the theme and the printer without being drawn again. Written here rather than by a charting library: two kinds of chart are
//! a hundred lines, and the smallest library weighed 12 kB of the 200 that a first load may have.

use super::scale::{Axis, cut};
use platewise_model::report::format::Reader;
use platewise_model::report::format::escaped;
use platewise_model::report::{Chart, Series};
use platewise_model::units::fixed;
use platewise_model::words::Text;
use std::fmt::Write as _;

/// Where a chart is drawn: the box of its plot and its horizontal axis, for drawing and for reading values off.
#[derive(Clone, Copy, PartialEq)]
pub struct Frame {
    /// Width of the whole picture, px.
    pub width: f64,
    /// Left edge of the plot, px.
    pub left: f64,
    /// Right edge, px.
    pub right: f64,
    /// The horizontal axis.
    pub x: Axis,
}

/// Height of the picture, and the room above and below the plot, px.
pub const HEIGHT: f64 = 280.0;
const TOP: f64 = 26.0;
const BOTTOM: f64 = 24.0;
const LEFT: f64 = 42.0;
/// Least distance of two labels, px.
const GAP: f64 = 14.0;

impl Frame {
    /// The frame of a chart at a width in px.
    pub fn new(chart: &Chart, reader: Reader, width: u32) -> Self {
        let width = f64::from(width);
        // Labels of the lines stand on the right, or the numbers of a second axis.
        let margin = if chart.y2.is_some() { 36.0 } else { 92.0 };
        Self {
            width,
            left: LEFT,
            right: (width - margin).max(LEFT + 1.0),
            x: Axis::horizontal(chart, reader),
        }
    }

    fn x_px(&self, value: f64) -> f64 {
        self.left + value / self.x.end * (self.right - self.left)
    }
}

/// A length in a picture, to a tenth of a pixel.
pub fn px(value: f64) -> String {
    fixed(value, 1)
}

fn y_px(value: f64, axis: &Axis) -> f64 {
    HEIGHT - BOTTOM - (value - axis.start) / (axis.end - axis.start) * (HEIGHT - BOTTOM - TOP)
}

/// Draws a chart for a reader in its frame.
pub fn draw(chart: &Chart, reader: Reader, frame: &Frame) -> String {
    let y = Axis::vertical(chart, reader);
    let second = Axis::second(chart, reader);
    let mut svg = format!(
        "<svg viewBox=\"0 0 {0} {height_px}\" width=\"{0}\" height=\"{height_px}\" aria-hidden=\"true\">",
        px(frame.width),
        height_px = px(HEIGHT)
    );
    if !(frame.x.end > 0.0 && y.end > 0.0) {
        svg.push_str("</svg>");
        return svg;
    }
    if let Some((low, high, _)) = chart.band {
        let [low, high] =
            [low, high].map(|end| frame.x_px(frame.x.unit.from_canonical(end).min(frame.x.end)));
        let _ = write!(
            svg,
            "<rect class=\"band\" x=\"{low}\" y=\"{top_px}\" width=\"{}\" height=\"{}\"/>",
            px(high - low),
            px(HEIGHT - BOTTOM - TOP),
            low = px(low),
            top_px = px(TOP)
        );
    }
    axes(&mut svg, frame, &y, second.as_ref(), reader);
    let mut labels = Vec::new();
    for series in &chart.series {
        let axis = second.as_ref().filter(|_| series.second_axis).unwrap_or(&y);
        labels.push((series, line(&mut svg, series, frame, axis)));
    }
    if let Some((x, at)) = chart.point {
        let (right, up) =
            (frame.x_px(frame.x.unit.from_canonical(x)), y_px(y.unit.from_canonical(at), &y));
        let _ = write!(
            svg,
            "<path class=\"to\" d=\"M{right} {}V{up}H{}\"/><circle class=\"at\" cx=\"{right}\" cy=\"{up}\" r=\"5.5\"/>",
            px(HEIGHT - BOTTOM),
            px(frame.left),
            right = px(right),
            up = px(up)
        );
    }
    name_lines(&mut svg, &labels, frame, second.is_some(), reader);
    svg.push_str("</svg>");
    svg
}

/// Grid, numbers and heads of the axes.
fn axes(svg: &mut String, frame: &Frame, y: &Axis, second: Option<&Axis>, reader: Reader) {
    for value in y.ticks(5) {
        let at = y_px(value, y);
        let _ = write!(
            svg,
            "<path class=\"grid\" d=\"M{} {at}H{}\"/>",
            px(frame.left),
            px(frame.right),
            at = px(at)
        );
        label(svg, frame.left - 6.0, at + 4.0, "end", "", &y.label(value));
    }
    for value in frame.x.ticks(if frame.width < 480.0 { 4 } else { 7 }) {
        label(svg, frame.x_px(value), HEIGHT - 6.0, "middle", "", &frame.x.label(value));
    }
    label(svg, 0.0, 12.0, "start", "", &head(y.title, y.unit.symbol, reader));
    if let Some(axis) = second {
        for value in axis.ticks(4) {
            label(svg, frame.right + 6.0, y_px(value, axis) + 4.0, "start", "", &axis.label(value));
        }
        label(svg, frame.width, 12.0, "end", "", &head(axis.title, axis.unit.symbol, reader));
    }
}

fn head(title: Text, unit: &str, reader: Reader) -> String {
    let title = title.get(reader.language);
    if unit.is_empty() { title.to_owned() } else { format!("{title}, {unit}") }
}

pub fn label(svg: &mut String, x: f64, y: f64, anchor: &str, class: &str, text: &str) {
    let _ = write!(
        svg,
        "<text x=\"{x}\" y=\"{y}\" text-anchor=\"{anchor}\" class=\"{class}\">{}</text>",
        escaped(text),
        x = px(x),
        y = px(y)
    );
}

/// Where a line begins and ends, px.
type Ends = [(f64, f64); 2];

/// Draws a line and tells its ends.
fn line(svg: &mut String, series: &Series, frame: &Frame, axis: &Axis) -> Ends {
    let class = if series.main { "main" } else { "line" };
    let _ = write!(svg, "<polyline class=\"{class}\" points=\"");
    let mut ends: Option<Ends> = None;
    for (x, y) in cut(series, &frame.x, axis) {
        let at = (frame.x_px(x), y_px(y, axis));
        ends = Some([ends.map_or(at, |[begin, _]| begin), at]);
        let _ = write!(svg, "{},{} ", px(at.0), px(at.1));
    }
    svg.push_str("\"/>");
    ends.unwrap_or([(frame.left, HEIGHT - BOTTOM); 2])
}

/// Names the lines at their ends, the one that matters first; what would overlap is left out, the table has it.
fn name_lines(
    svg: &mut String,
    labels: &[(&Series, Ends)],
    frame: &Frame,
    inside: bool,
    reader: Reader,
) {
    let mut taken: Vec<(f64, f64)> = Vec::new();
    let ordered = labels
        .iter()
        .filter(|(series, _)| series.main)
        .chain(labels.iter().filter(|(series, _)| !series.main));
    for (series, [begin, end]) in ordered {
        // Lines on a second axis are named where they begin, away from the others' ends.
        let (x, y) = if series.second_axis { *begin } else { *end };
        if taken
            .iter()
            .any(|(other_x, other_y)| (other_y - y).abs() < GAP && (other_x - x).abs() < 90.0)
        {
            continue;
        }
        taken.push((x, y));
        let class = if series.main { "main" } else { "" };
        let name = reader.phrase(&series.label);
        if series.second_axis {
            label(svg, x.max(frame.left) + 8.0, (y - 8.0).max(TOP + 10.0), "start", class, &name);
        } else if inside {
            label(svg, frame.right - 8.0, (y - 8.0).max(TOP + 10.0), "end", class, &name);
        } else {
            label(svg, x + 6.0, y + 4.0, "start", class, &name);
        }
    }
}
