//! What the world says: one file per subject, each row a value with its unit, range, source, date, region and how sure it is.
//! The Sources page, the note beside each default and the documentation come from these rows; nothing else holds a figure.

/// A table of figures: each becomes a [`Fact`] of that name and a row of the Sources page.
macro_rules! figures {
    ($( $(#[$doc:meta])* $name:ident = $fact:expr, $subject:expr, $en:literal $zh:literal; )+) => {
        $( $(#[$doc])* pub static $name: Fact = $fact; )+

        static ROWS: &[super::Row] = &[ $( super::row($subject, text($en, $zh), $name) ),+ ];

        /// The figures of this file.
        pub(super) fn rows(list: &mut Vec<super::Row>) {
            list.extend_from_slice(ROWS);
        }
    };
}

pub mod auxiliaries;
pub mod baths;
pub mod climate;
pub mod constants;
pub mod conversion;
pub mod corrosion;
pub mod deposits;
pub mod electrical;
pub mod embrittlement;
pub mod emissions;
pub mod examples;
pub mod fasteners;
pub mod hardware;
pub mod line;
pub mod load;
pub mod materials;
pub mod passivates;
pub mod photovoltaic;
pub mod policy;
pub mod prices;
pub mod processes;
pub mod pv_money;
pub mod shops;
pub mod sources;
pub mod tariffs;
pub mod thickness;
pub mod threads;
pub mod treatment;

use crate::units::Dimension;
use crate::words::{Text, text};

/// How sure a figure is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sure {
    /// By definition, or a constant known beyond any use here.
    Exact,
    /// The text of a standard or an official body.
    Standard,
    /// A handbook, read.
    Handbook,
    /// Trade press, a supplier, a re-post of a standard.
    Trade,
    /// A source of low authority: a range rather than a value.
    Secondary,
    /// Worked out here from other rows.
    Derived,
    /// From general knowledge: verify before relying on it.
    Recalled,
    /// An engineering judgement without a source.
    Estimate,
}

impl Sure {
    /// As shown beside a value.
    pub const fn label(self) -> Text {
        match self {
            Self::Exact => text("exact", "精确值"),
            Self::Standard => text("standard", "标准"),
            Self::Handbook => text("handbook", "手册"),
            Self::Trade => text("trade", "行业资料"),
            Self::Secondary => text("secondary", "二手资料"),
            Self::Derived => text("derived", "推算"),
            Self::Recalled => text("to verify", "待核实"),
            Self::Estimate => text("estimate", "经验估计"),
        }
    }

    /// Stable name for JSON and styles.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Standard => "standard",
            Self::Handbook => "handbook",
            Self::Trade => "trade",
            Self::Secondary => "secondary",
            Self::Derived => "derived",
            Self::Recalled => "recalled",
            Self::Estimate => "estimate",
        }
    }

    /// Whether no source stands behind it, so that the page must say so.
    pub const fn is_weak(self) -> bool {
        matches!(self, Self::Secondary | Self::Recalled | Self::Estimate)
    }
}

/// Where a figure was published.
#[derive(PartialEq, Debug)]
pub struct Source {
    /// Stable name, for anchors and JSON.
    pub id: &'static str,
    /// Title as one would cite it.
    pub title: Text,
    /// Address, or empty where there is none.
    pub url: &'static str,
    /// Year or date of the publication, or of our judgement.
    pub date: &'static str,
    /// Where it holds.
    pub region: Text,
}

/// Everywhere.
pub const WORLD: Text = text("worldwide", "通用");
/// China.
pub const CHINA: Text = text("China", "中国");
/// Zhejiang.
pub const ZHEJIANG: Text = text("Zhejiang", "浙江");
/// Ningbo.
pub const NINGBO: Text = text("Ningbo", "宁波");
/// United States.
pub const USA: Text = text("USA", "美国");

/// One figure: a value with the range it may lie in, and what stands behind it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Fact {
    /// What kind of quantity, so which units.
    pub dimension: Dimension,
    /// The value that ships as the default, in the canonical unit.
    pub value: f64,
    /// Lowest value of the usual or published range.
    pub low: f64,
    /// Highest value of it.
    pub high: f64,
    /// Where from.
    pub source: &'static Source,
    /// How sure.
    pub sure: Sure,
}

/// A figure with its range.
pub const fn fact(
    dimension: Dimension,
    value: f64,
    low: f64,
    high: f64,
    source: &'static Source,
    sure: Sure,
) -> Fact {
    Fact { dimension, value, low, high, source, sure }
}

/// A figure without a range.
pub const fn point(dimension: Dimension, value: f64, source: &'static Source, sure: Sure) -> Fact {
    Fact { dimension, value, low: value, high: value, source, sure }
}

/// A judgement of ours: value, low, high.
const fn estimate(dimension: Dimension, [value, low, high]: [f64; 3]) -> Fact {
    fact(dimension, value, low, high, &sources::JUDGEMENT, Sure::Estimate)
}

/// Worked out from other rows.
const fn derived(dimension: Dimension, value: f64) -> Fact {
    point(dimension, value, &sources::DERIVATION, Sure::Derived)
}

/// An example of ours to start from, which says nothing about the world and so has no range.
pub const fn example(dimension: Dimension, value: f64) -> Fact {
    point(dimension, value, &sources::JUDGEMENT, Sure::Estimate)
}

impl Fact {
    /// Whether it has a range worth showing.
    pub fn has_range(&self) -> bool {
        self.low < self.high
    }
}

/// A figure as it stands on the Sources page and in a report: what it is, of what.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Row {
    /// What it belongs to: a bath, a deposit, a thread.
    pub subject: Text,
    /// Which property of it.
    pub what: Text,
    /// The figure.
    pub fact: Fact,
}

/// A row.
pub const fn row(subject: Text, what: Text, fact: Fact) -> Row {
    Row { subject, what, fact }
}

/// A row of a closed list that an input chooses from.
pub trait Listed: Sized + 'static {
    /// Every row, in the order they are offered.
    fn all() -> &'static [Self];
    /// Stable name, for links and files.
    fn id(&self) -> &'static str;
    /// Name in a list.
    fn name(&self) -> Text;
    /// The row with this stable name.
    fn find(id: &str) -> Option<&'static Self> {
        Self::all().iter().find(|row| row.id() == id)
    }
}

/// Every figure that ships, each once, for the Sources page.
pub fn rows() -> Vec<Row> {
    let mut list = Vec::new();
    for subject in [
        constants::rows,
        deposits::rows,
        baths::rows,
        processes::rows,
        electrical::rows,
        auxiliaries::rows,
        thickness::rows,
        treatment::rows,
        prices::rows,
        emissions::rows,
        line::rows,
        conversion::rows,
        policy::rows,
        climate::rows,
        photovoltaic::all_rows,
        load::all_rows,
        tariffs::all_rows,
        pv_money::rows,
        fasteners::rows,
        threads::rows,
        hardware::rows,
        materials::rows,
        shops::all_rows,
        embrittlement::rows,
        corrosion::rows,
        examples::rows,
    ] {
        subject(&mut list);
    }
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids_are_unique<T: Listed>() {
        for row in T::all() {
            assert_eq!(
                T::all().iter().filter(|other| other.id() == row.id()).count(),
                1,
                "{}",
                row.id()
            );
            assert!(
                row.id().chars().all(|c| c.is_ascii_alphanumeric() || c == '_'),
                "{}",
                row.id()
            );
        }
    }

    #[test]
    fn stable_names_are_unique() {
        ids_are_unique::<deposits::Deposit>();
        ids_are_unique::<baths::Bath>();
        ids_are_unique::<thickness::PartClass>();
        ids_are_unique::<fasteners::Thread>();
        ids_are_unique::<materials::Material>();
        ids_are_unique::<threads::TolerancePosition>();
        ids_are_unique::<passivates::Passivate>();
        ids_are_unique::<processes::Process>();
        ids_are_unique::<climate::Site>();
        ids_are_unique::<photovoltaic::Mounting>();
        ids_are_unique::<load::Shifts>();
        ids_are_unique::<tariffs::TariffRow>();
        ids_are_unique::<shops::Profile>();
    }

    #[test]
    fn every_figure_lies_in_its_range_and_stands_once_with_its_source() {
        let rows = rows();
        assert!(rows.len() > 300);
        for row in &rows {
            let Fact { value, low, high, source, .. } = row.fact;
            let what = format!("{}, {}", row.subject.en, row.what.en);
            assert!(low <= value && value <= high, "{what}");
            assert!(
                value.is_finite() && (value >= 0.0 || row.fact.dimension == Dimension::PerKelvin),
                "{what}"
            );
            for words in [row.subject, row.what, source.title, source.region] {
                assert!(!words.en.is_empty() && !words.zh.is_empty(), "{what}");
            }
            assert!(!source.id.is_empty(), "{what}");
            assert_eq!(
                rows.iter()
                    .filter(|other| other.subject == row.subject && other.what == row.what)
                    .count(),
                1,
                "{what}"
            );
            assert!(
                rows.iter()
                    .all(|other| other.fact.source.id != source.id || other.fact.source == source),
                "{what}"
            );
        }
    }

    #[test]
    fn a_figure_is_as_sure_as_its_source() {
        for row in rows() {
            let what = format!("{}, {}", row.subject.en, row.what.en);
            let judged = row.fact.source.id.starts_with("judgement");
            assert_eq!(judged, row.fact.sure == Sure::Estimate, "{what}");
            assert_eq!(
                row.fact.source.id == "derivation",
                row.fact.sure == Sure::Derived,
                "{what}"
            );
            if row.fact.source.id == "general_knowledge" {
                assert_eq!(row.fact.sure, Sure::Recalled, "{what}");
            }
        }
    }
}
