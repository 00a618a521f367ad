//! Shades of rows and columns as SVG, one panel under the other. Shades are the page's classes `h0` to `h9`; neighbours of one shade are
//! one rectangle.

use super::draw::{label, px};
use platewise_model::report::format::Reader;
use platewise_model::report::{Heat, Panel};
use platewise_model::units::{format_significant, without_trailing_zeros};
use std::fmt::Write as _;

/// Height of a row, and room of a panel above its rows and below them, px.
const ROW: f64 = 13.0;
const ABOVE: f64 = 26.0;
const BELOW: f64 = 20.0;
/// Room for the names of the rows, px.
const LEFT: f64 = 78.0;
/// Shades from the lowest value to the highest.
const SHADES: usize = 10;

fn rows(heat: &Heat) -> f64 {
    #[allow(clippy::cast_precision_loss, reason = "a dozen rows")]
    let rows = heat.rows.len() as f64;
    rows
}

fn panel_height(heat: &Heat) -> f64 {
    ABOVE + rows(heat) * ROW + BELOW
}

/// Height of all panels, px.
pub fn height(heat: &Heat) -> f64 {
    y_of(heat.panels.len()) * panel_height(heat)
}

fn cell(panel: &Panel, width: f64) -> f64 {
    #[allow(clippy::cast_precision_loss, reason = "two dozen columns")]
    let columns = panel.values.first().map_or(1, Vec::len).max(1) as f64;
    (width - LEFT - 1.0).max(24.0) / columns
}

/// Draws the panels for a reader at a width in px.
pub fn draw(heat: &Heat, reader: Reader, width: u32) -> String {
    let width = f64::from(width);
    let height = height(heat);
    let mut svg = format!(
        "<svg viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\" aria-hidden=\"true\">",
        px(width),
        px(height)
    );
    let mut top = 0.0;
    for panel in &heat.panels {
        draw_panel(&mut svg, heat, panel, reader, width, top);
        top += panel_height(heat);
    }
    svg.push_str("</svg>");
    svg
}

fn draw_panel(svg: &mut String, heat: &Heat, panel: &Panel, reader: Reader, width: f64, top: f64) {
    let (low, high) = panel.ends();
    let unit = reader.unit(panel.dimension);
    let short = |value: f64| {
        without_trailing_zeros(&format_significant(unit.from_canonical(value), 3)).to_owned()
    };
    label(svg, 0.0, top + 14.0, "start", "", panel.title.get(reader.language));
    label(
        svg,
        width,
        top + 14.0,
        "end",
        "",
        &format!("{} – {} {}", short(low), short(high), unit.symbol),
    );
    let wide = cell(panel, width);
    let mut y = top + ABOVE;
    for (index, (name, values)) in heat.rows.iter().zip(&panel.values).enumerate() {
        if index % 2 == 0 {
            label(svg, LEFT - 6.0, y + ROW - 3.0, "end", "", name.get(reader.language));
        }
        let mut from = 0.0;
        let mut shades = values.iter().map(|value| shade(*value, low, high)).peekable();
        while let Some(shade) = shades.next() {
            let mut span = 1.0;
            while shades.next_if_eq(&shade).is_some() {
                span += 1.0;
            }
            let _ = write!(
                svg,
                "<rect class=\"h{shade}\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/>",
                px(LEFT + from * wide),
                px(y),
                px(span * wide + 0.3),
                px(ROW + 0.3)
            );
            from += span;
        }
        y += ROW;
    }
    for hour in [0.0, 6.0, 12.0, 18.0, 24.0] {
        let anchor = if hour > 23.0 { "end" } else { "middle" };
        label(
            svg,
            LEFT + hour * wide,
            y + 14.0,
            anchor,
            "",
            without_trailing_zeros(&format_significant(hour, 2)),
        );
    }
}

/// The shade of a value between two ends.
fn shade(value: f64, low: f64, high: f64) -> usize {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "between 0 and 9"
    )]
    let shade =
        if high > low { ((value - low) / (high - low) * SHADES as f64) as usize } else { 0 };
    shade.min(SHADES - 1)
}

/// What stands where the visitor points: row, column and value.
pub fn reading(heat: &Heat, reader: Reader, width: u32, x: f64, y: f64) -> Option<String> {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a place in a picture"
    )]
    let count = |value: f64| (value >= 0.0).then_some(value as usize);
    let place = count(y / panel_height(heat))?;
    let panel = heat.panels.get(place)?;
    let row = count((y - panel_height(heat) * y_of(place) - ABOVE) / ROW)?;
    let column = count((x - LEFT) / cell(panel, f64::from(width)))?;
    let value = panel.values.get(row)?.get(column)?;
    let name = heat.rows.get(row)?.get(reader.language);
    let title = panel.title.get(reader.language);
    Some(format!(
        "{title} · {name}, {column}–{} h: {}",
        column + 1,
        reader.quantity(panel.dimension, *value)
    ))
}

fn y_of(place: usize) -> f64 {
    #[allow(clippy::cast_precision_loss, reason = "a few panels")]
    let place = place as f64;
    place
}
