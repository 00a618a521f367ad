//! Thickness: how far the minimum on the significant surface lies below the average, what dips take away, and what standards ask.

use super::baths::Throw;
use super::sources::{B633_SALT_SPRAY, GENERAL_KNOWLEDGE, ISO_4042_THICKNESS, JUDGEMENT};
use super::{Fact, Listed, Row, Sure, fact, point, row};
use crate::units::Dimension;
use crate::words::{Text, symbol, text};

/// Minimum on the significant surface ÷ average thickness, 0 to 1, for each kind of bath.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Evenness {
    acid: Fact,
    alkaline_low: Fact,
    alkaline: Fact,
    cyanide: Fact,
    alkaline_zinc_nickel: Fact,
}

/// Value, low and high of acid baths, then the values of the others, each ± 0.08.
const fn evenness(
    [acid, low, high]: [f64; 3],
    [alkaline_low, alkaline, cyanide, alkaline_zinc_nickel]: [f64; 4],
) -> Evenness {
    const fn estimate(value: f64, low: f64, high: f64) -> Fact {
        fact(Dimension::Ratio, value, low, high, &JUDGEMENT, Sure::Estimate)
    }
    const fn around(value: f64) -> Fact {
        estimate(value, value - 0.08, value + 0.08)
    }
    Evenness {
        acid: estimate(acid, low, high),
        alkaline_low: around(alkaline_low),
        alkaline: around(alkaline),
        cyanide: around(cyanide),
        alkaline_zinc_nickel: around(alkaline_zinc_nickel),
    }
}

/// A class of parts by how evenly they can be plated.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct PartClass {
    /// Stable name.
    pub id: &'static str,
    /// Name in a list.
    pub name: Text,
    /// Whether these parts are plated in a barrel.
    pub barrel: bool,
    evenness: &'static Evenness,
}

static FLAT: Evenness = evenness([0.80, 0.70, 0.90], [0.90, 0.88, 0.88, 0.89]);
static PROFILED: Evenness = evenness([0.62, 0.50, 0.75], [0.82, 0.78, 0.79, 0.80]);
static RECESSED: Evenness = evenness([0.45, 0.33, 0.60], [0.70, 0.65, 0.67, 0.68]);
static SMALL_PARTS: Evenness = evenness([0.80, 0.70, 0.87], [0.87, 0.85, 0.86, 0.86]);

/// Every class of parts.
pub static PART_CLASSES: [PartClass; 4] = [
    PartClass {
        id: "flat",
        name: text("Flat or simple, on rack", "平板或简单件（挂镀）"),
        barrel: false,
        evenness: &FLAT,
    },
    PartClass {
        id: "profiled",
        name: text("Edges, holes or threads, on rack", "带棱边、孔或螺纹（挂镀）"),
        barrel: false,
        evenness: &PROFILED,
    },
    PartClass {
        id: "recessed",
        name: text("Recessed or complex, on rack", "深凹或复杂件（挂镀）"),
        barrel: false,
        evenness: &RECESSED,
    },
    PartClass {
        id: "small_parts",
        name: text("Small parts, in barrel", "小零件（滚镀）"),
        barrel: true,
        evenness: &SMALL_PARTS,
    },
];

impl Listed for PartClass {
    fn all() -> &'static [Self] {
        &PART_CLASSES
    }
    fn id(&self) -> &'static str {
        self.id
    }
    fn name(&self) -> Text {
        self.name
    }
}

impl PartClass {
    /// The class to start from on rack or in barrel.
    pub fn default_for(barrel: bool) -> &'static Self {
        let [first, ..] = &PART_CLASSES;
        PART_CLASSES.iter().find(|class| class.barrel == barrel).unwrap_or(first)
    }
}

/// Minimum on the significant surface ÷ average thickness, 0 to 1, of a bath on a class of parts. An estimate: measure one part.
pub fn minimum_to_average(throw: Throw, class: &PartClass) -> &'static Fact {
    let evenness = class.evenness;
    match throw {
        Throw::Acid => &evenness.acid,
        Throw::AlkalineLow => &evenness.alkaline_low,
        Throw::Alkaline => &evenness.alkaline,
        Throw::Cyanide => &evenness.cyanide,
        Throw::AlkalineZincNickel => &evenness.alkaline_zinc_nickel,
    }
}

/// Zinc lost in the nitric dip and the trivalent passivate, µm, to be plated in addition.
pub static DIP_LOSS: Fact =
    fact(Dimension::Thickness, 0.3, 0.2, 1.0, &GENERAL_KNOWLEDGE, Sure::Recalled);

/// A class of zinc coatings on iron or steel, ISO 2081, with the service condition of ASTM B633.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Iso2081Class {
    /// Designation after ISO 2081.
    pub designation: &'static str,
    /// Least local thickness on the significant surface, µm.
    pub minimum_um: f64,
    /// Service condition of ASTM B633.
    pub b633: &'static str,
    /// How severe that service is.
    pub severity: Text,
    /// The least thickness with its source.
    pub fact: Fact,
}

const fn class(
    designation: &'static str,
    minimum_um: f64,
    b633: &'static str,
    severity: Text,
) -> Iso2081Class {
    let fact = point(Dimension::Thickness, minimum_um, &B633_SALT_SPRAY, Sure::Trade);
    Iso2081Class { designation, minimum_um, b633, severity, fact }
}

/// Thickness classes of zinc, thinnest first. Older texts of ASTM B633 print 13 µm for SC3.
pub static ISO_2081: [Iso2081Class; 4] = [
    class("Fe/Zn 5", 5.0, "SC1", text("mild", "轻度")),
    class("Fe/Zn 8", 8.0, "SC2", text("moderate", "中度")),
    class("Fe/Zn 12", 12.0, "SC3", text("severe", "严酷")),
    class("Fe/Zn 25", 25.0, "SC4", text("very severe", "极严酷")),
];

/// Where the thicknesses of ISO 4042 come from.
pub use super::sources::ISO_4042_THICKNESS as ISO_4042_SOURCE;

/// A nominal thickness of coatings on fasteners, ISO 4042:1999.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Iso4042Thickness {
    /// Nominal thickness, which is the least local one, µm.
    pub nominal_um: f64,
    /// Least average of a batch, µm.
    pub batch_minimum_um: f64,
    /// Greatest average of a batch, µm.
    pub batch_maximum_um: f64,
    /// Digit in the designation, if one is known.
    pub code: Option<char>,
    /// How sure that digit is.
    pub code_sure: Sure,
    label: Text,
}

impl Iso4042Thickness {
    /// Least average of a batch with its source.
    pub const fn batch_minimum(&self) -> Fact {
        point(Dimension::Thickness, self.batch_minimum_um, &ISO_4042_THICKNESS, Sure::Trade)
    }
    /// Greatest average of a batch with its source.
    pub const fn batch_maximum(&self) -> Fact {
        point(Dimension::Thickness, self.batch_maximum_um, &ISO_4042_THICKNESS, Sure::Trade)
    }
}

const fn nominal(
    label: &'static str,
    [nominal_um, batch_minimum_um, batch_maximum_um]: [f64; 3],
    code: Option<char>,
    code_sure: Sure,
) -> Iso4042Thickness {
    Iso4042Thickness {
        nominal_um,
        batch_minimum_um,
        batch_maximum_um,
        code,
        code_sure,
        label: symbol(label),
    }
}

/// Nominal thicknesses of ISO 4042:1999, thinnest first.
pub static ISO_4042: [Iso4042Thickness; 9] = [
    nominal("ISO 4042, 3 µm", [3.0, 3.0, 5.0], Some('1'), Sure::Recalled),
    nominal("ISO 4042, 5 µm", [5.0, 4.0, 6.0], Some('2'), Sure::Trade),
    nominal("ISO 4042, 8 µm", [8.0, 7.0, 10.0], Some('3'), Sure::Trade),
    nominal("ISO 4042, 10 µm", [10.0, 9.0, 12.0], Some('9'), Sure::Recalled),
    nominal("ISO 4042, 12 µm", [12.0, 11.0, 15.0], Some('4'), Sure::Trade),
    nominal("ISO 4042, 15 µm", [15.0, 14.0, 18.0], Some('5'), Sure::Recalled),
    nominal("ISO 4042, 20 µm", [20.0, 18.0, 23.0], Some('6'), Sure::Recalled),
    nominal("ISO 4042, 25 µm", [25.0, 23.0, 28.0], Some('7'), Sure::Recalled),
    nominal("ISO 4042, 30 µm", [30.0, 27.0, 35.0], None, Sure::Recalled),
];

/// The figures of this file.
pub(super) fn rows(list: &mut Vec<Row>) {
    for class in &PART_CLASSES {
        let mut add = |what: Text, fact: Fact| list.push(row(class.name, what, fact));
        let evenness = class.evenness;
        add(
            text("Minimum to average thickness, acid bath", "最小厚度与平均厚度之比，酸性镀液"),
            evenness.acid,
        );
        add(
            text(
                "Minimum to average thickness, alkaline bath of low chemistry",
                "最小厚度与平均厚度之比，低浓度碱性镀液",
            ),
            evenness.alkaline_low,
        );
        add(
            text(
                "Minimum to average thickness, other alkaline bath",
                "最小厚度与平均厚度之比，其他碱性镀液",
            ),
            evenness.alkaline,
        );
        add(
            text("Minimum to average thickness, cyanide bath", "最小厚度与平均厚度之比，氰化镀液"),
            evenness.cyanide,
        );
        add(
            text(
                "Minimum to average thickness, alkaline zinc–nickel",
                "最小厚度与平均厚度之比，碱性锌镍合金",
            ),
            evenness.alkaline_zinc_nickel,
        );
    }
    list.push(row(
        text("Nitric dip and trivalent passivate", "硝酸出光与三价铬钝化"),
        text("Zinc dissolved", "锌层溶解量"),
        DIP_LOSS,
    ));
    for class in &ISO_2081 {
        list.push(row(
            symbol(class.designation),
            text("Least thickness, ISO 2081 and ASTM B633", "最小厚度，ISO 2081 与 ASTM B633"),
            class.fact,
        ));
    }
    for thickness in &ISO_4042 {
        list.push(row(
            thickness.label,
            text("Least average of a batch", "批平均厚度下限"),
            thickness.batch_minimum(),
        ));
        list.push(row(
            thickness.label,
            text("Greatest average of a batch", "批平均厚度上限"),
            thickness.batch_maximum(),
        ));
    }
}

#[cfg(test)]
#[allow(clippy::float_cmp, reason = "both sides are typed digits, nothing is computed")]
mod tests {
    use super::*;

    /// Typed from the reference table, row by row.
    #[test]
    fn ratios_are_those_of_the_reference() {
        assert_eq!(
            (PartClass::default_for(false).id, PartClass::default_for(true).id),
            ("flat", "small_parts")
        );
        let throws = [
            Throw::Acid,
            Throw::AlkalineLow,
            Throw::Alkaline,
            Throw::Cyanide,
            Throw::AlkalineZincNickel,
        ];
        let wanted = [
            ("flat", [0.80, 0.90, 0.88, 0.88, 0.89], (0.70, 0.90)),
            ("profiled", [0.62, 0.82, 0.78, 0.79, 0.80], (0.50, 0.75)),
            ("recessed", [0.45, 0.70, 0.65, 0.67, 0.68], (0.33, 0.60)),
            ("small_parts", [0.80, 0.87, 0.85, 0.86, 0.86], (0.70, 0.87)),
        ];
        for (id, values, (low, high)) in wanted {
            let class = PartClass::find(id).unwrap();
            assert_eq!(class.barrel, id == "small_parts");
            for (throw, value) in throws.into_iter().zip(values) {
                let ratio = minimum_to_average(throw, class);
                assert_eq!(ratio.value, value, "{id} {throw:?}");
                assert!(
                    ratio.low < ratio.value && ratio.value < ratio.high && ratio.high < 1.0,
                    "{id} {throw:?}"
                );
            }
            let acid = minimum_to_average(Throw::Acid, class);
            assert_eq!((acid.low, acid.high), (low, high));
        }
    }

    #[test]
    fn batches_are_those_of_the_reference() {
        let wanted = [
            (3.0, 3.0, 5.0),
            (5.0, 4.0, 6.0),
            (8.0, 7.0, 10.0),
            (10.0, 9.0, 12.0),
            (12.0, 11.0, 15.0),
            (15.0, 14.0, 18.0),
            (20.0, 18.0, 23.0),
            (25.0, 23.0, 28.0),
            (30.0, 27.0, 35.0),
        ];
        let ours: Vec<_> = ISO_4042
            .iter()
            .map(|t| (t.nominal_um, t.batch_minimum_um, t.batch_maximum_um))
            .collect();
        assert_eq!(ours, wanted);
        let codes: String = ISO_4042.iter().filter_map(|t| t.code).collect();
        assert_eq!(codes, "12394567");
    }

    #[test]
    fn classes_of_iso_2081() {
        let ours: Vec<_> = ISO_2081
            .iter()
            .map(|class| (class.designation, class.minimum_um, class.b633))
            .collect();
        assert_eq!(
            ours,
            [
                ("Fe/Zn 5", 5.0, "SC1"),
                ("Fe/Zn 8", 8.0, "SC2"),
                ("Fe/Zn 12", 12.0, "SC3"),
                ("Fe/Zn 25", 25.0, "SC4")
            ]
        );
        assert!(!DIP_LOSS.source.title.en.is_empty() && DIP_LOSS.value == 0.3);
    }
}
