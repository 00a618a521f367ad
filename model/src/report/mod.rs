//! The structured outcome of a calculation. Screen, print, CSV and the command line are formats of it, so they can never disagree.
//! It holds quantities in canonical units and words in every language; a [`format::Reader`] turns them into text for somebody.

mod build;
pub mod format;
pub mod formula;
pub mod math;

pub use build::{NO_SOURCE, ResultField, item, judgement, result, section};

use crate::data::{Row, Source};
use crate::units::Dimension;
use crate::words::{Phrase, Text};
use formula::Formula;

/// Everything there is to say about one calculation.
#[derive(Clone, PartialEq, Debug)]
pub struct Report {
    /// The one number that was asked for.
    pub answer: Answer,
    /// A handful of figures that stand right under it.
    pub highlights: Vec<Item>,
    /// What to think of it.
    pub judgements: Vec<Judgement>,
    /// What to think of it besides, where that takes so long that it comes with the rest.
    pub further: Vec<Judgement>,
    /// All results in groups.
    pub sections: Vec<Section>,
    /// All results by name, for JSON and comparison.
    pub results: Vec<Named>,
    /// Results that are a row of numbers, such as the years of a cash flow.
    pub lists: Vec<NamedList>,
    /// Results that are records, such as the lines of a quote, as JSON.
    pub records: Vec<(&'static str, serde_json::Value)>,
    /// Results that are codes or names.
    pub designations: Vec<Designation>,
    /// How it follows, step by step.
    pub steps: Vec<Step>,
    /// Mistakes that are usual here, with what they would have given.
    pub mistakes: Vec<Phrase>,
    /// Charts as numbers.
    pub charts: Vec<Figure>,
    /// The figures it rests on.
    pub basis: Vec<Row>,
    /// What the model does not know.
    pub limits: Vec<Text>,
    /// Where to go on from here, with what was found.
    pub onward: Vec<Onward>,
}

/// A way to another calculator, which it takes over numbers from this one.
#[derive(Clone, PartialEq, Debug)]
pub struct Onward {
    /// The other calculator.
    pub to: &'static str,
    /// What one would go there for.
    pub label: Phrase,
    /// What it takes over: names of its fields, and values in their canonical units.
    pub inputs: Vec<(&'static str, f64)>,
}

/// The one number that was asked for.
#[derive(Clone, PartialEq, Debug)]
pub struct Answer {
    /// What it is, in a sentence.
    pub label: Phrase,
    /// What kind of quantity.
    pub dimension: Dimension,
    /// The value in the canonical unit.
    pub value: f64,
    /// Its ends over the ranges of what was not given, and what those are.
    pub range: Option<(f64, f64, Phrase)>,
}

/// A labelled quantity.
#[derive(Clone, PartialEq, Debug)]
pub struct Item {
    /// What it is.
    pub label: Text,
    /// What kind of quantity.
    pub dimension: Dimension,
    /// The value in the canonical unit.
    pub value: f64,
    /// Counted per one of these, such as an area in the reader's unit; none for a total.
    pub per: Option<Dimension>,
}

/// A group of results. Each row has one value for each column.
#[derive(Clone, PartialEq, Debug)]
pub struct Section {
    /// What unites them.
    pub title: Phrase,
    /// Heads of the columns; none for a plain list of values.
    pub columns: Vec<Column>,
    /// The rows: what, which quantity, and a value or a gap for each column.
    pub rows: Vec<SectionRow>,
}

/// Head of a column.
#[derive(Clone, PartialEq, Debug)]
pub struct Column {
    /// What the column is for.
    pub label: Phrase,
    /// Counted per one canonical unit of this, to be shown per one of the reader's.
    pub per: Option<Dimension>,
}

/// A row of a section.
#[derive(Clone, PartialEq, Debug)]
pub struct SectionRow {
    /// What it is.
    pub label: Phrase,
    /// What kind of quantity.
    pub dimension: Dimension,
    /// A value or a gap for each column, in the canonical unit.
    pub values: Vec<Option<f64>>,
}

/// A result by its JSON name.
#[derive(Clone, PartialEq, Debug)]
pub struct Named {
    /// JSON name; ends in its unit. A dot in it is a step into an object.
    pub name: &'static str,
    /// What it belongs to where there are several of a kind, such as a process.
    pub of: Option<Text>,
    /// What it is.
    pub label: Text,
    /// What kind of quantity.
    pub dimension: Dimension,
    /// The value in the canonical unit; none where it does not apply.
    pub value: Option<f64>,
}

/// A result that is a row of numbers, by its JSON name.
#[derive(Clone, PartialEq, Debug)]
pub struct NamedList {
    /// JSON name; ends in its unit.
    pub name: &'static str,
    /// What it is.
    pub label: Text,
    /// What kind of quantity.
    pub dimension: Dimension,
    /// The values in the canonical unit.
    pub values: Vec<f64>,
}

/// A result that is a code.
#[derive(Clone, PartialEq, Debug)]
pub struct Designation {
    /// JSON name.
    pub name: &'static str,
    /// What it belongs to where there are several of a kind.
    pub of: Option<Text>,
    /// What it is.
    pub label: Text,
    /// The code, none where the coating earns none.
    pub value: Option<String>,
    /// What to show a person instead, where the code is a stable name only.
    pub words: Option<Text>,
}

/// How grave a judgement is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Level {
    /// As it should be.
    Ok,
    /// Worth knowing.
    Note,
    /// Unusual or risky.
    Warning,
    /// Do not ship this.
    Alarm,
}

impl Level {
    /// Stable name for JSON and styles.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Alarm => "alarm",
        }
    }
}

/// A sentence about the result, with what it rests on.
#[derive(Clone, PartialEq, Debug)]
pub struct Judgement {
    /// Stable name for JSON.
    pub id: &'static str,
    /// How grave.
    pub level: Level,
    /// The sentence.
    pub message: Phrase,
    /// What it rests on.
    pub source: Option<&'static Source>,
}

/// A step of the derivation.
#[derive(Clone, PartialEq, Debug)]
pub struct Step {
    /// Stable name for JSON.
    pub id: &'static str,
    /// What happens and why.
    pub text: Phrase,
    /// The formula with its numbers.
    pub formula: Formula,
}

impl Step {
    /// A step that a text explains and a formula carries out.
    pub fn new(id: &'static str, text: impl Into<Phrase>, formula: Formula) -> Self {
        Self { id, text: text.into(), formula }
    }
}

/// A chart as numbers; whoever draws it also shows it as a table.
#[derive(Clone, PartialEq, Debug)]
pub struct Chart {
    /// Stable name.
    pub id: &'static str,
    /// What it shows.
    pub title: Text,
    /// The horizontal axis: what, and which quantity.
    pub x: (Text, Dimension),
    /// The vertical axis.
    pub y: (Text, Dimension),
    /// A second vertical axis on the right, when a series uses it.
    pub y2: Option<(Text, Dimension)>,
    /// The lines.
    pub series: Vec<Series>,
    /// The working point.
    pub point: Option<(f64, f64)>,
    /// A stretch of the horizontal axis to stand out, such as a bath's window.
    pub band: Option<(f64, f64, Text)>,
}

/// A chart of lines or of bars.
#[derive(Clone, PartialEq, Debug)]
pub enum Figure {
    /// Lines over an axis.
    Lines(Chart),
    /// Bars.
    Bars(Bars),
    /// Shades of rows and columns.
    Heat(Heat),
}

impl Figure {
    /// Stable name.
    pub fn id(&self) -> &'static str {
        match self {
            Self::Lines(chart) => chart.id,
            Self::Bars(bars) => bars.id,
            Self::Heat(heat) => heat.id,
        }
    }

    /// What it shows.
    pub fn title(&self) -> Text {
        match self {
            Self::Lines(chart) => chart.title,
            Self::Bars(bars) => bars.title,
            Self::Heat(heat) => heat.title,
        }
    }
}

/// Tables of rows and columns whose values show as shades, one under the other: the hours of the months of a year.
#[derive(Clone, PartialEq, Debug)]
pub struct Heat {
    /// Stable name.
    pub id: &'static str,
    /// What it shows.
    pub title: Text,
    /// Names of the rows.
    pub rows: Vec<Text>,
    /// What the columns are; they are numbered from 0.
    pub columns: Text,
    /// The tables.
    pub panels: Vec<Panel>,
}

/// One of several tables of the same rows and columns.
#[derive(Clone, PartialEq, Debug)]
pub struct Panel {
    /// What it shows.
    pub title: Text,
    /// Which quantity.
    pub dimension: Dimension,
    /// Values row by row, in the canonical unit.
    pub values: Vec<Vec<f64>>,
}

impl Panel {
    /// Lowest and highest value.
    pub fn ends(&self) -> (f64, f64) {
        self.values
            .iter()
            .flatten()
            .fold((f64::MAX, f64::MIN), |(low, high), value| (low.min(*value), high.max(*value)))
    }
}

/// How bars lie.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Direction {
    /// From left to right, each under its label: what is compared, readable on a phone.
    Across,
    /// Upright over a numeric axis: a histogram, the years of a cash flow.
    Upright,
}

/// A chart of bars as numbers; whoever draws it also shows it as a table.
#[derive(Clone, PartialEq, Debug)]
pub struct Bars {
    /// Stable name.
    pub id: &'static str,
    /// What it shows.
    pub title: Text,
    /// What the length of a bar means, and which quantity.
    pub value: (Text, Dimension),
    /// For upright bars: what the axis below means, and which quantity.
    pub along: Option<(Text, Dimension)>,
    /// How they lie.
    pub direction: Direction,
    /// What the segments stand for, in the order of their colours.
    pub parts: Vec<Phrase>,
    /// The bars in their order.
    pub bars: Vec<Bar>,
    /// Lines to stand out at a place of the numeric axis that bars lie along (across: the values, upright: the axis below).
    pub marks: Vec<(Phrase, f64)>,
    /// Whether the sum stands at the end of each bar and in the table.
    pub total: bool,
}

/// A bar.
#[derive(Clone, PartialEq, Debug)]
pub struct Bar {
    /// What it is.
    pub label: Phrase,
    /// Where it stands on the axis below, from and to; for upright bars.
    pub span: Option<(f64, f64)>,
    /// Its pieces.
    pub segments: Vec<Segment>,
    /// What there is to say of it besides.
    pub note: Option<Phrase>,
}

/// A piece of a bar.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Segment {
    /// What it stands for: position among the parts.
    pub part: usize,
    /// Where it begins, in the canonical unit.
    pub from: f64,
    /// Where it ends.
    pub to: f64,
}

impl Bar {
    /// A bar of values one after the other: those above zero to the right, those below to the left, so that they add up.
    pub fn stacked(label: impl Into<Phrase>, values: &[f64]) -> Self {
        let (mut above, mut below) = (0.0, 0.0);
        let mut segments = Vec::new();
        for (part, value) in values.iter().enumerate().filter(|(_, value)| **value != 0.0) {
            let end = if *value > 0.0 { &mut above } else { &mut below };
            let from = *end;
            *end += value;
            segments.push(Segment { part, from, to: *end });
        }
        Self { label: label.into(), span: None, segments, note: None }
    }

    /// The sum of its pieces.
    pub fn total(&self) -> f64 {
        self.segments.iter().map(|segment| segment.to - segment.from).sum()
    }

    /// The value of a part; none where the bar has none of it.
    pub fn value_of(&self, part: usize) -> Option<f64> {
        let of_part = || self.segments.iter().filter(|segment| segment.part == part);
        of_part().next().map(|_| of_part().map(|segment| segment.to - segment.from).sum())
    }
}

/// A line of a chart.
#[derive(Clone, PartialEq, Debug)]
pub struct Series {
    /// Its name.
    pub label: Phrase,
    /// Points in canonical units, from left to right.
    pub points: Vec<(f64, f64)>,
    /// Whether it is the one that matters.
    pub main: bool,
    /// Whether it is read on the second vertical axis.
    pub second_axis: bool,
}

impl Chart {
    /// Where the horizontal axis ends.
    pub fn end(&self) -> f64 {
        self.series
            .iter()
            .flat_map(|series| &series.points)
            .map(|point| point.0)
            .fold(0.0, f64::max)
    }

    /// The quantity that a line shows.
    pub fn dimension_of(&self, series: &Series) -> Dimension {
        self.y2.filter(|_| series.second_axis).unwrap_or(self.y).1
    }
}

impl Series {
    /// The value at a place, between the points.
    pub fn value_at(&self, x: f64) -> Option<f64> {
        self.points.windows(2).find_map(|pair| match pair {
            &[(x0, y0), (x1, y1)] if (x0..=x1).contains(&x) => {
                Some(y0 + (y1 - y0) * (x - x0) / (x1 - x0))
            }
            _ => None,
        })
    }
}
