//! Bars as SVG: across, each under its label, or upright over a numeric axis. Their colours are the page's classes `p0` to `p9`.

use super::draw::{label, px};
use platewise_model::report::format::{Reader, escaped};
use platewise_model::report::{Bar, Bars, Direction};
use platewise_model::units::fixed;
use platewise_model::units::{Dimension, format_significant, without_trailing_zeros};
use platewise_model::words::Text;
use std::fmt::Write as _;

/// Height of a bar across with its label, and of the bar alone, px.
const ROW: f64 = 44.0;
const THICK: f64 = 16.0;
/// Room above the rows, and below them for the numbers of the axis, px.
const TOP: f64 = 26.0;
const BOTTOM: f64 = 22.0;
/// Room for the sum at the end of a bar, px.
const SUM: f64 = 64.0;
/// Height of an upright chart, px.
const HEIGHT: f64 = 260.0;
/// Room above upright bars for the names of marks, px.
const HEAD: f64 = 60.0;
/// Rough width of a character, px: to keep labels apart.
const CHARACTER: f64 = 6.4;

/// A numeric axis between two ends in the reader's unit, drawn from one place to another.
struct Scale {
    low: f64,
    high: f64,
    step: f64,
    from: f64,
    to: f64,
}

impl Scale {
    /// Round numbers that hold all values, about as many as asked for.
    fn over(values: impl Iterator<Item = f64>, about: f64, from: f64, to: f64) -> Option<Self> {
        let (low, high) = values
            .filter(|value| value.is_finite())
            .fold((f64::MAX, f64::MIN), |(low, high), value| (low.min(value), high.max(value)));
        if low > high {
            return None;
        }
        let (low, high) = if high - low > f64::EPSILON * high.abs() {
            (low, high)
        } else {
            (low.min(0.0), high.max(0.0).max(low + 1.0))
        };
        let rough = (high - low) / about;
        let power = 10_f64.powf(rough.log10().floor());
        let step = [1.0, 2.0, 5.0]
            .into_iter()
            .map(|digit| digit * power)
            .find(|step| *step >= rough * 0.999)
            .unwrap_or(10.0 * power);
        Some(Self {
            low: (low / step + 1e-9).floor() * step,
            high: (high / step - 1e-9).ceil() * step,
            step,
            from,
            to,
        })
    }

    fn px(&self, value: f64) -> f64 {
        self.from + (value - self.low) / (self.high - self.low) * (self.to - self.from)
    }

    fn ticks(&self) -> impl Iterator<Item = f64> + '_ {
        (0..=24_u32)
            .map(|count| self.low + f64::from(count) * self.step)
            .take_while(|value| *value <= self.high + self.step * 1e-6)
    }

    fn label(&self, value: f64) -> String {
        let value = if value.abs() < self.step * 1e-6 { 0.0 } else { value };
        if value.abs() >= 100.0 {
            fixed(value, 0)
        } else {
            without_trailing_zeros(&format_significant(value, 3)).to_owned()
        }
    }
}

fn shown(dimension: Dimension, canonical: f64, reader: Reader) -> f64 {
    reader.unit(dimension).from_canonical(canonical)
}

/// Height of a chart, px.
pub fn height(bars: &Bars) -> f64 {
    #[allow(clippy::cast_precision_loss, reason = "a few dozen bars")]
    let rows = bars.bars.len() as f64;
    if bars.direction == Direction::Across { TOP + rows * ROW + BOTTOM } else { HEIGHT }
}

fn values(bars: &Bars, reader: Reader) -> impl Iterator<Item = f64> + '_ {
    bars.bars.iter().flat_map(|bar| &bar.segments).flat_map(move |segment| {
        [segment.from, segment.to].map(|end| shown(bars.value.1, end, reader))
    })
}

fn across(bars: &Bars, reader: Reader, width: f64) -> Option<Scale> {
    let right = if bars.total { width - SUM } else { width - 14.0 };
    let marks = bars.marks.iter().map(|(_, at)| shown(bars.value.1, *at, reader));
    Scale::over(
        values(bars, reader).chain(marks),
        if width < 480.0 { 3.0 } else { 6.0 },
        14.0,
        right.max(60.0),
    )
}

/// The axis below upright bars.
fn along(bars: &Bars, reader: Reader, width: f64) -> Option<Scale> {
    let left = room_left(&upright(bars, reader)?);
    let dimension = bars.along?.1;
    let spans = bars
        .bars
        .iter()
        .filter_map(|bar| bar.span)
        .flat_map(|(from, to)| [from, to])
        .map(|end| shown(dimension, end, reader));
    let mut scale = Scale::over(spans, if width < 480.0 { 4.0 } else { 8.0 }, left, width - 10.0)?;
    // The bars fill the axis: its ends are theirs, only its numbers are round.
    let spans = || bars.bars.iter().filter_map(|bar| bar.span);
    let ends = (
        spans().map(|span| span.0).fold(f64::MAX, f64::min),
        spans().map(|span| span.1).fold(f64::MIN, f64::max),
    );
    scale.low = shown(dimension, ends.0, reader);
    scale.high = shown(dimension, ends.1, reader);
    Some(scale)
}

/// The axis of the values of upright bars.
fn upright(bars: &Bars, reader: Reader) -> Option<Scale> {
    Scale::over(
        values(bars, reader).chain([0.0]),
        5.0,
        HEIGHT - BOTTOM,
        if bars.marks.is_empty() { TOP } else { HEAD },
    )
}

/// Room for its numbers, px.
fn room_left(scale: &Scale) -> f64 {
    #[allow(clippy::cast_precision_loss, reason = "a few characters")]
    let longest = scale.ticks().map(|value| scale.label(value).len()).max().unwrap_or(1) as f64;
    longest * CHARACTER + 12.0
}

/// Draws bars for a reader at a width in px.
pub fn draw(bars: &Bars, reader: Reader, width: u32) -> String {
    let width = f64::from(width);
    let mut svg = format!(
        "<svg viewBox=\"0 0 {width} {0}\" width=\"{width}\" height=\"{0}\" aria-hidden=\"true\">",
        px(height(bars)),
        width = px(width)
    );
    let drawn = match bars.direction {
        Direction::Across => draw_across(&mut svg, bars, reader, width),
        Direction::Upright => draw_upright(&mut svg, bars, reader, width),
    };
    let _ = drawn; // nothing to draw leaves an empty picture
    svg.push_str("</svg>");
    svg
}

fn head((title, dimension): (Text, Dimension), reader: Reader) -> String {
    let (title, unit) = (title.get(reader.language), reader.unit(dimension).symbol);
    if unit.is_empty() { title.to_owned() } else { format!("{title}, {unit}") }
}

fn rect(svg: &mut String, part: usize, x: f64, y: f64, wide: f64, high: f64) {
    let _ = write!(
        svg,
        "<rect class=\"p{}\" x=\"{x}\" y=\"{y}\" width=\"{}\" height=\"{}\"/>",
        part % 10,
        px(wide.max(0.4)),
        px(high.max(0.4)),
        x = px(x),
        y = px(y)
    );
}

fn draw_across(svg: &mut String, bars: &Bars, reader: Reader, width: f64) -> Option<()> {
    let scale = across(bars, reader, width)?;
    let bottom = height(bars) - BOTTOM;
    label(svg, 0.0, 12.0, "start", "", &head(bars.value, reader));
    for value in scale.ticks() {
        let x = scale.px(value);
        let class = if value.abs() < scale.step * 1e-6 { "zero" } else { "grid" };
        let _ = write!(
            svg,
            "<path class=\"{class}\" d=\"M{x} {top_px}V{bottom}\"/>",
            x = px(x),
            top_px = px(TOP),
            bottom = px(bottom)
        );
        label(svg, x, bottom + 15.0, "middle", "", &scale.label(value));
    }
    let mut top = TOP;
    for bar in &bars.bars {
        label(
            svg,
            scale.px(scale.low) + 4.0,
            top + 16.0,
            "start",
            "name",
            &reader.phrase(&bar.label),
        );
        let mut end = scale.px(0.0_f64.clamp(scale.low, scale.high));
        for segment in &bar.segments {
            let (from, to) = (
                scale.px(shown(bars.value.1, segment.from, reader)),
                scale.px(shown(bars.value.1, segment.to, reader)),
            );
            rect(svg, segment.part, from.min(to), top + 22.0, (to - from).abs(), THICK);
            end = end.max(from).max(to);
        }
        if bars.total {
            label(
                svg,
                end + 6.0,
                top + 34.0,
                "start",
                "sum",
                &reader.number(bars.value.1, bar.total()),
            );
        }
        top += ROW;
    }
    for (_, at) in &bars.marks {
        let x = scale.px(shown(bars.value.1, *at, reader));
        let _ = write!(
            svg,
            "<path class=\"to\" d=\"M{x} {top_px}V{bottom}\"/>",
            x = px(x),
            top_px = px(TOP),
            bottom = px(bottom)
        );
    }
    Some(())
}

fn draw_upright(svg: &mut String, bars: &Bars, reader: Reader, width: f64) -> Option<()> {
    let x = along(bars, reader, width)?;
    let bottom = HEIGHT - BOTTOM;
    let y = upright(bars, reader)?;
    let left = room_left(&y);
    label(svg, 0.0, 12.0, "start", "", &head(bars.value, reader));
    for value in y.ticks() {
        let at = y.px(value);
        let class = if value.abs() < y.step * 1e-6 { "zero" } else { "grid" };
        let _ = write!(
            svg,
            "<path class=\"{class}\" d=\"M{left} {at}H{}\"/>",
            px(width - 10.0),
            left = px(left),
            at = px(at)
        );
        label(svg, left - 6.0, at + 4.0, "end", "", &y.label(value));
    }
    let first = (x.low / x.step - 1e-9).ceil() * x.step;
    for count in 0..=24_u32 {
        let value = first + f64::from(count) * x.step;
        if value <= x.high + x.step * 1e-6 {
            label(svg, x.px(value), HEIGHT - 6.0, "middle", "", &x.label(value));
        }
    }
    let dimension = bars.along?.1;
    for bar in &bars.bars {
        let Some((from, to)) = bar.span else { continue };
        let (left, right) =
            (x.px(shown(dimension, from, reader)), x.px(shown(dimension, to, reader)));
        for segment in &bar.segments {
            let (low, high) = (
                y.px(shown(bars.value.1, segment.from, reader)),
                y.px(shown(bars.value.1, segment.to, reader)),
            );
            rect(
                svg,
                segment.part,
                left + 0.5,
                low.min(high),
                right - left - 1.0,
                (low - high).abs(),
            );
        }
    }
    marks(svg, bars, reader, &x, dimension, bottom);
    Some(())
}

/// Marks with their names, in two rows so that neighbours stay apart.
fn marks(
    svg: &mut String,
    bars: &Bars,
    reader: Reader,
    x: &Scale,
    dimension: Dimension,
    bottom: f64,
) {
    let mut taken = [f64::MIN; 3];
    for (name, at) in &bars.marks {
        let at = x.px(shown(dimension, *at, reader).clamp(x.low, x.high));
        let name = reader.phrase(name);
        #[allow(clippy::cast_precision_loss, reason = "a few dozen characters")]
        let half = name.chars().map(|one| if one.is_ascii() { 1.0 } else { 1.9 }).sum::<f64>()
            * CHARACTER
            / 2.0;
        let middle = at.max(x.from + half).min(x.to - half);
        let Some((row, end)) =
            taken.iter_mut().enumerate().find(|(_, end)| middle - half > **end + 4.0)
        else {
            continue;
        };
        *end = middle + half;
        #[allow(clippy::cast_precision_loss, reason = "three rows")]
        let top = 30.0 + 12.0 * row as f64;
        let _ = write!(
            svg,
            "<path class=\"to\" d=\"M{at} {}V{bottom}\"/>",
            px(top + 3.0),
            at = px(at),
            bottom = px(bottom)
        );
        label(svg, middle, top, "middle", "name", &name);
    }
}

/// What the colours stand for, and what upright bars stand over.
pub fn legend(bars: &Bars, reader: Reader) -> String {
    let mut out = String::new();
    if bars.parts.len() > 1 {
        for (part, name) in bars.parts.iter().enumerate() {
            let used =
                bars.bars.iter().any(|bar| bar.segments.iter().any(|segment| segment.part == part));
            if used {
                let _ = write!(
                    out,
                    "<span class=\"part\"><i class=\"key p{}\"></i>{}</span> ",
                    part % 10,
                    escaped(&reader.phrase(name))
                ); // a String takes all
            }
        }
    }
    if let Some(along) = bars.along {
        out.push_str(&escaped(&head(along, reader)));
    }
    out
}

/// The bar at a place of the picture, px.
pub fn at(bars: &Bars, reader: Reader, width: u32, x: f64, y: f64) -> Option<usize> {
    match bars.direction {
        Direction::Across => {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked")]
            let row = if y >= TOP { ((y - TOP) / ROW) as usize } else { return None };
            Some(row).filter(|row| *row < bars.bars.len())
        }
        Direction::Upright => {
            let (scale, dimension) = (along(bars, reader, f64::from(width))?, bars.along?.1);
            let holds = |bar: &Bar| {
                bar.span.is_some_and(|(from, to)| {
                    (scale.px(shown(dimension, from, reader))
                        ..scale.px(shown(dimension, to, reader)))
                        .contains(&x)
                })
            };
            bars.bars.iter().position(holds)
        }
    }
}

/// What a bar says when it is pointed at.
pub fn reading(bars: &Bars, bar: &Bar, reader: Reader) -> String {
    let quantity = |value: f64| reader.quantity(bars.value.1, value);
    let mut said: Vec<String> = bars
        .parts
        .iter()
        .enumerate()
        .filter_map(|(part, name)| {
            Some(format!("{} {}", reader.phrase(name), quantity(bar.value_of(part)?)))
        })
        .collect();
    if bars.parts.len() < 2 {
        said = vec![quantity(bar.total())];
    } else if bars.total {
        said.push(format!("= {}", quantity(bar.total())));
    }
    if let Some(note) = &bar.note {
        said = vec![reader.phrase(note)];
    }
    format!("{}: {}", reader.phrase(&bar.label), said.join(" · "))
}
