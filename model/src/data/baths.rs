//! Plating baths: what they are made up with, cathode efficiency, working window on rack and in barrel, anodes, throwing power.
//! A new bath is a row of `ZINC` or of `OTHERS`. Each deposit has at least one bath and exactly one that it starts with.

use super::sources::{
    GENERAL_KNOWLEDGE, GUIDEBOOK_ALLOYS, GUIDEBOOK_PROPERTIES, JUDGEMENT, JUDGEMENT_IN_GUIDEBOOK,
    JUDGEMENT_IN_NOTES, SUNLIN,
};
use super::{Fact, Listed, Row, Source, Sure, fact, point, row};
use crate::units::Dimension;
use crate::words::{Text, symbol, text};

/// Whether the anodes feed the bath with metal.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Anodes {
    /// Anodes of the metal plated.
    Soluble,
    /// Steel, nickel, lead, coated titanium; the metal comes from elsewhere.
    Inert,
}

impl Anodes {
    /// As shown.
    pub const fn name(self) -> Text {
        match self {
            Self::Soluble => text("soluble anodes", "可溶性阳极"),
            Self::Inert => text("inert anodes", "不溶性阳极"),
        }
    }
}

/// How evenly a bath plates: which column of the table of minimum to average thickness holds for it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Throw {
    /// Acid baths: the least even.
    Acid,
    /// Alkaline zinc of low chemistry: the most even.
    AlkalineLow,
    /// Other alkaline baths.
    Alkaline,
    /// Cyanide baths.
    Cyanide,
    /// Alkaline zinc–nickel.
    AlkalineZincNickel,
}

/// What stands behind several figures at once.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Basis {
    /// Where from.
    pub source: &'static Source,
    /// How sure.
    pub sure: Sure,
}

/// How a bath is run on a kind of equipment; low and high of each figure are the working window.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Operation {
    /// Cathode current density, A/dm²; in a barrel over the total area of the load.
    pub current_density: Fact,
    /// Voltage at the tank, V.
    pub voltage: Fact,
}

/// A bath.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Bath {
    /// Stable name.
    pub id: &'static str,
    /// Name in a list.
    pub name: Text,
    /// Id of the deposit it gives.
    pub deposit: &'static str,
    /// Whether this is the bath its deposit starts with.
    pub default_for_deposit: bool,
    /// Formula and concentration, g/L (value, low, high), of what it is made up with; empty where no figures are held.
    pub made_up_with: &'static [(&'static str, Span)],
    /// What stands behind the concentrations.
    pub made_up_basis: Basis,
    /// Cathode efficiency at the default current density on rack, 0 to 1.
    pub efficiency: Fact,
    /// Cathode efficiency (0 to 1) against current density (A/dm²), ascending, straight between the points; empty where there is none.
    pub curve: &'static [(f64, f64)],
    /// On rack.
    pub rack: Operation,
    /// In barrel; none where that is not usual.
    pub barrel: Option<Operation>,
    /// Temperature, °C.
    pub temperature: Fact,
    /// Consumption of brightener, mL/(kA·h).
    pub brightener: Option<Fact>,
    /// Anodes.
    pub anodes: Anodes,
    /// Throwing power.
    pub throw: Throw,
    /// Whether it still covers, thinly, below its window of current density. Chromium does not: there little or nothing deposits (to verify).
    pub covers_below_window: bool,
    /// What the user of this bath must know.
    pub note: Option<Text>,
}

/// Where every point of every curve comes from: our own judgement.
pub use super::sources::JUDGEMENT as CURVE_SOURCE;

/// What stands behind every point of every curve.
pub static CURVE_BASIS: Basis = Basis { source: &CURVE_SOURCE, sure: Sure::Estimate };

const ESTIMATED: Basis = Basis { source: &JUDGEMENT, sure: Sure::Estimate };
const IN_GUIDEBOOK: Basis = Basis { source: &JUDGEMENT_IN_GUIDEBOOK, sure: Sure::Estimate };
const IN_NOTES: Basis = Basis { source: &JUDGEMENT_IN_NOTES, sure: Sure::Estimate };
const GUIDEBOOK: Basis = Basis { source: &GUIDEBOOK_PROPERTIES, sure: Sure::Handbook };
const GUIDEBOOK_ALLOY: Basis = Basis { source: &GUIDEBOOK_ALLOYS, sure: Sure::Handbook };
const TRADE: Basis = Basis { source: &SUNLIN, sure: Sure::Trade };
const RECALLED: Basis = Basis { source: &GENERAL_KNOWLEDGE, sure: Sure::Recalled };

/// Value, low, high.
pub type Span = [f64; 3];

const fn spread(dimension: Dimension, [value, low, high]: Span, basis: Basis) -> Fact {
    fact(dimension, value, low, high, basis.source, basis.sure)
}

const fn efficiency(span: Span, basis: Basis) -> Fact {
    spread(Dimension::Fraction, span, basis)
}

const fn celsius(span: Span, basis: Basis) -> Fact {
    spread(Dimension::Temperature, span, basis)
}

const fn ml_per_kah(span: Span) -> Option<Fact> {
    Some(spread(Dimension::PerCharge, span, ESTIMATED))
}

/// A/dm² and what stands behind it, V as an estimate.
const fn operation(a_per_dm2: Span, basis: Basis, volts: Span) -> Operation {
    Operation {
        current_density: spread(Dimension::CurrentDensity, a_per_dm2, basis),
        voltage: spread(Dimension::Voltage, volts, ESTIMATED),
    }
}

/// Current densities of the points of every curve, A/dm², with the words for each on the Sources page.
static CURVE_POINTS: [(f64, Text); 8] = [
    (0.3, text("Cathode efficiency at 0.3 A/dm²", "0.3 A/dm² 时的阴极电流效率")),
    (0.5, text("Cathode efficiency at 0.5 A/dm²", "0.5 A/dm² 时的阴极电流效率")),
    (1.0, text("Cathode efficiency at 1 A/dm²", "1 A/dm² 时的阴极电流效率")),
    (2.0, text("Cathode efficiency at 2 A/dm²", "2 A/dm² 时的阴极电流效率")),
    (3.0, text("Cathode efficiency at 3 A/dm²", "3 A/dm² 时的阴极电流效率")),
    (4.0, text("Cathode efficiency at 4 A/dm²", "4 A/dm² 时的阴极电流效率")),
    (5.0, text("Cathode efficiency at 5 A/dm²", "5 A/dm² 时的阴极电流效率")),
    (6.0, text("Cathode efficiency at 6 A/dm²", "6 A/dm² 时的阴极电流效率")),
];

const ACID_CHLORIDE_CURVE: &[(f64, f64)] = &[
    (0.3, 0.95),
    (0.5, 0.96),
    (1.0, 0.97),
    (2.0, 0.96),
    (3.0, 0.96),
    (4.0, 0.95),
    (5.0, 0.94),
    (6.0, 0.92),
];

const CYANIDE_RACK: Operation = operation([2.0, 1.0, 4.0], IN_NOTES, [5.0, 3.0, 6.0]);
const CYANIDE_BARREL: Operation = operation([0.7, 0.5, 1.6], IN_NOTES, [12.0, 8.0, 15.0]);
const ACID_CHLORIDE_RACK: Operation = operation([2.5, 1.0, 5.0], IN_NOTES, [3.5, 2.0, 5.0]);
const ACID_CHLORIDE_BARREL: Operation = operation([0.8, 0.3, 1.6], IN_NOTES, [7.0, 5.0, 10.0]);
/// The Guidebook gives every cyanide and alkaline zinc bath 60–110 °F, every chloride bath up to 130 °F.
const CYANIDE_CELSIUS: Fact = celsius([25.0, 15.0, 43.0], IN_GUIDEBOOK);
const ALKALINE_CELSIUS: Fact = celsius([26.0, 15.0, 43.0], IN_GUIDEBOOK);
const CHLORIDE_CELSIUS: Fact = celsius([26.0, 15.0, 55.0], IN_GUIDEBOOK);

const CYANIDE_ELIMINATION: Text = text(
    "Cyanide zinc stands on the state's catalogue of processes to be eliminated in China; verify the current text.",
    "氰化镀锌在我国列入淘汰类工艺目录，请核实现行文本。",
);

/// Every bath, in the order of the list it is chosen from: those of zinc first.
pub static BATHS: [Bath; 27] = joined(ZINC, OTHERS);

/// The baths of zinc and its alloys by themselves: what deals with nothing else brings nothing else along.
pub static ZINC_BATHS: [Bath; 13] = ZINC;

#[allow(clippy::indexing_slicing, reason = "when compiled, with places below the lengths")]
const fn joined(zinc: [Bath; 13], others: [Bath; 14]) -> [Bath; 27] {
    let [first, ..] = zinc;
    let mut all = [first; 27];
    let mut place = 0;
    while place < all.len() {
        all[place] = if place < zinc.len() { zinc[place] } else { others[place - zinc.len()] };
        place += 1;
    }
    all
}

const ZINC: [Bath; 13] = [
    Bath {
        id: "acid_potassium",
        name: text("Acid chloride zinc, potassium", "氯化钾镀锌"),
        deposit: "zinc",
        default_for_deposit: true,
        made_up_with: &[
            ("Zn", [30.0, 22.0, 37.0]),
            ("KCl", [200.0, 187.0, 225.0]),
            ("H₃BO₃", [28.0, 22.0, 37.0]),
        ],
        made_up_basis: IN_GUIDEBOOK,
        efficiency: efficiency([0.96, 0.95, 0.97], GUIDEBOOK),
        curve: ACID_CHLORIDE_CURVE,
        rack: ACID_CHLORIDE_RACK,
        barrel: Some(ACID_CHLORIDE_BARREL),
        temperature: CHLORIDE_CELSIUS,
        brightener: ml_per_kah([150.0, 100.0, 250.0]),
        anodes: Anodes::Soluble,
        throw: Throw::Acid,
        covers_below_window: true,
        note: None,
    },
    Bath {
        id: "acid_ammonium",
        name: text("Acid chloride zinc, ammonium", "氯化铵镀锌"),
        deposit: "zinc",
        default_for_deposit: false,
        made_up_with: &[("Zn", [22.0, 15.0, 30.0]), ("NH₄Cl", [135.0, 120.0, 150.0])],
        made_up_basis: IN_GUIDEBOOK,
        efficiency: efficiency([0.96, 0.95, 0.97], GUIDEBOOK),
        curve: ACID_CHLORIDE_CURVE,
        rack: ACID_CHLORIDE_RACK,
        barrel: Some(ACID_CHLORIDE_BARREL),
        temperature: CHLORIDE_CELSIUS,
        brightener: ml_per_kah([150.0, 100.0, 250.0]),
        anodes: Anodes::Soluble,
        throw: Throw::Acid,
        covers_below_window: true,
        note: Some(text(
            "Ammonia in the waste water complexes metals and needs its own treatment.",
            "废水中的氨氮会络合金属离子，需单独处理。",
        )),
    },
    Bath {
        id: "acid_sulphate",
        name: text("Acid sulphate zinc", "硫酸盐镀锌"),
        deposit: "zinc",
        default_for_deposit: false,
        made_up_with: &[
            ("ZnSO₄·7H₂O", [300.0, 250.0, 400.0]),
            ("Na₂SO₄", [50.0, 30.0, 80.0]),
            ("H₃BO₃", [28.0, 20.0, 30.0]),
        ],
        made_up_basis: RECALLED,
        efficiency: efficiency([0.97, 0.95, 0.99], RECALLED),
        curve: &[
            (0.3, 0.95),
            (0.5, 0.96),
            (1.0, 0.97),
            (2.0, 0.97),
            (3.0, 0.97),
            (4.0, 0.97),
            (5.0, 0.97),
            (6.0, 0.97),
        ],
        rack: operation([3.0, 1.0, 10.0], ESTIMATED, [4.0, 2.8, 5.2]),
        barrel: None,
        temperature: celsius([30.0, 20.0, 35.0], RECALLED),
        brightener: ml_per_kah([50.0, 20.0, 100.0]),
        anodes: Anodes::Soluble,
        throw: Throw::Acid,
        covers_below_window: true,
        note: Some(text(
            "A bath for wire, strip and simple parts; barrel plating is not usual.",
            "适用于线材、带材和形状简单的零件；一般不用于滚镀。",
        )),
    },
    Bath {
        id: "alkaline_low",
        name: text("Alkaline non-cyanide zinc, low chemistry", "碱性无氰镀锌（锌酸盐，低浓度）"),
        deposit: "zinc",
        default_for_deposit: false,
        made_up_with: &[("Zn", [8.0, 6.0, 9.0]), ("NaOH", [90.0, 75.0, 105.0])],
        made_up_basis: IN_GUIDEBOOK,
        efficiency: efficiency([0.72, 0.70, 0.75], GUIDEBOOK),
        curve: &[
            (0.3, 0.73),
            (0.5, 0.76),
            (1.0, 0.76),
            (2.0, 0.72),
            (3.0, 0.65),
            (4.0, 0.58),
            (5.0, 0.52),
            (6.0, 0.46),
        ],
        rack: operation([2.0, 1.0, 3.2], IN_NOTES, [5.5, 4.0, 6.0]),
        barrel: Some(operation([0.7, 0.3, 1.5], IN_NOTES, [12.0, 8.0, 14.0])),
        temperature: ALKALINE_CELSIUS,
        brightener: ml_per_kah([120.0, 80.0, 200.0]),
        anodes: Anodes::Inert,
        throw: Throw::AlkalineLow,
        covers_below_window: true,
        note: None,
    },
    Bath {
        id: "alkaline_mid",
        name: text("Alkaline non-cyanide zinc, mid chemistry", "碱性无氰镀锌（锌酸盐，中浓度）"),
        deposit: "zinc",
        default_for_deposit: false,
        made_up_with: &[("Zn", [12.0, 8.0, 15.0]), ("NaOH", [120.0, 100.0, 140.0])],
        made_up_basis: IN_NOTES,
        efficiency: efficiency([0.75, 0.70, 0.90], IN_GUIDEBOOK),
        curve: &[
            (0.3, 0.76),
            (0.5, 0.80),
            (1.0, 0.80),
            (2.0, 0.75),
            (3.0, 0.68),
            (4.0, 0.62),
            (5.0, 0.56),
            (6.0, 0.50),
        ],
        rack: operation([2.0, 1.0, 4.0], IN_NOTES, [5.0, 4.0, 6.0]),
        barrel: Some(operation([0.7, 0.3, 1.5], IN_NOTES, [11.0, 8.0, 14.0])),
        temperature: ALKALINE_CELSIUS,
        brightener: ml_per_kah([120.0, 80.0, 200.0]),
        anodes: Anodes::Inert,
        throw: Throw::Alkaline,
        covers_below_window: true,
        note: None,
    },
    Bath {
        id: "alkaline_high",
        name: text("Alkaline non-cyanide zinc, high chemistry", "碱性无氰镀锌（锌酸盐，高浓度）"),
        deposit: "zinc",
        default_for_deposit: false,
        made_up_with: &[("Zn", [18.0, 13.5, 22.5]), ("NaOH", [135.0, 120.0, 150.0])],
        made_up_basis: IN_GUIDEBOOK,
        efficiency: efficiency([0.85, 0.70, 0.95], GUIDEBOOK),
        curve: &[
            (0.3, 0.82),
            (0.5, 0.87),
            (1.0, 0.88),
            (2.0, 0.85),
            (3.0, 0.79),
            (4.0, 0.73),
            (5.0, 0.67),
            (6.0, 0.61),
        ],
        rack: operation([2.0, 1.0, 4.0], IN_NOTES, [4.5, 4.0, 6.0]),
        barrel: Some(operation([0.7, 0.3, 1.5], IN_NOTES, [10.0, 8.0, 14.0])),
        temperature: ALKALINE_CELSIUS,
        brightener: ml_per_kah([130.0, 80.0, 200.0]),
        anodes: Anodes::Inert,
        throw: Throw::Alkaline,
        covers_below_window: true,
        note: None,
    },
    Bath {
        id: "cyanide_low",
        name: text("Cyanide zinc, low cyanide", "氰化镀锌（低氰）"),
        deposit: "zinc",
        default_for_deposit: false,
        made_up_with: &[
            ("Zn", [9.25, 7.5, 11.2]),
            ("NaCN", [15.0, 11.0, 19.0]),
            ("NaOH", [82.0, 75.0, 90.0]),
        ],
        made_up_basis: IN_GUIDEBOOK,
        efficiency: efficiency([0.68, 0.65, 0.70], GUIDEBOOK),
        curve: &[
            (0.3, 0.70),
            (0.5, 0.72),
            (1.0, 0.71),
            (2.0, 0.68),
            (3.0, 0.61),
            (4.0, 0.54),
            (5.0, 0.48),
            (6.0, 0.42),
        ],
        rack: CYANIDE_RACK,
        barrel: Some(CYANIDE_BARREL),
        temperature: CYANIDE_CELSIUS,
        brightener: ml_per_kah([60.0, 40.0, 100.0]),
        anodes: Anodes::Soluble,
        throw: Throw::Cyanide,
        covers_below_window: true,
        note: Some(CYANIDE_ELIMINATION),
    },
    Bath {
        id: "cyanide_mid",
        name: text("Cyanide zinc, mid cyanide", "氰化镀锌（中氰）"),
        deposit: "zinc",
        default_for_deposit: false,
        made_up_with: &[
            ("Zn", [16.0, 13.5, 18.7]),
            ("NaCN", [35.0, 26.0, 45.0]),
            ("NaOH", [82.0, 75.0, 90.0]),
        ],
        made_up_basis: IN_GUIDEBOOK,
        efficiency: efficiency([0.72, 0.70, 0.75], GUIDEBOOK),
        curve: &[
            (0.3, 0.73),
            (0.5, 0.75),
            (1.0, 0.75),
            (2.0, 0.72),
            (3.0, 0.66),
            (4.0, 0.60),
            (5.0, 0.54),
            (6.0, 0.48),
        ],
        rack: CYANIDE_RACK,
        barrel: Some(CYANIDE_BARREL),
        temperature: CYANIDE_CELSIUS,
        brightener: ml_per_kah([60.0, 40.0, 100.0]),
        anodes: Anodes::Soluble,
        throw: Throw::Cyanide,
        covers_below_window: true,
        note: Some(CYANIDE_ELIMINATION),
    },
    Bath {
        id: "cyanide_high",
        name: text("Cyanide zinc, high cyanide", "氰化镀锌（高氰）"),
        deposit: "zinc",
        default_for_deposit: false,
        made_up_with: &[
            ("Zn", [30.0, 26.0, 34.0]),
            ("NaCN", [94.0, 82.0, 105.0]),
            ("NaOH", [82.0, 75.0, 90.0]),
        ],
        made_up_basis: IN_GUIDEBOOK,
        efficiency: efficiency([0.74, 0.70, 0.75], GUIDEBOOK),
        curve: &[
            (0.3, 0.75),
            (0.5, 0.77),
            (1.0, 0.77),
            (2.0, 0.74),
            (3.0, 0.69),
            (4.0, 0.63),
            (5.0, 0.57),
            (6.0, 0.51),
        ],
        rack: CYANIDE_RACK,
        barrel: Some(CYANIDE_BARREL),
        temperature: CYANIDE_CELSIUS,
        brightener: ml_per_kah([60.0, 40.0, 100.0]),
        anodes: Anodes::Soluble,
        throw: Throw::Cyanide,
        covers_below_window: true,
        note: Some(CYANIDE_ELIMINATION),
    },
    Bath {
        id: "alkaline_zinc_nickel",
        name: text("Alkaline zinc–nickel", "碱性锌镍合金"),
        deposit: "zinc_nickel",
        default_for_deposit: true,
        made_up_with: &[
            ("Zn", [9.0, 6.0, 12.0]),
            ("Ni", [1.8, 1.0, 3.0]),
            ("NaOH", [125.0, 100.0, 150.0]),
        ],
        made_up_basis: IN_NOTES,
        efficiency: efficiency([0.50, 0.40, 0.70], TRADE),
        curve: &[
            (0.3, 0.60),
            (0.5, 0.60),
            (1.0, 0.57),
            (2.0, 0.50),
            (3.0, 0.44),
            (4.0, 0.39),
            (5.0, 0.35),
        ],
        rack: operation([2.0, 1.0, 4.3], IN_NOTES, [6.0, 4.0, 12.0]),
        barrel: Some(operation([0.8, 0.5, 1.6], IN_NOTES, [11.0, 8.0, 14.0])),
        temperature: celsius([26.0, 24.0, 35.0], IN_NOTES),
        brightener: ml_per_kah([500.0, 300.0, 800.0]),
        anodes: Anodes::Inert,
        throw: Throw::AlkalineZincNickel,
        covers_below_window: true,
        note: Some(text(
            "Made up without cyanide but with an amine complexant, from which inert anodes can form cyanide (to verify). \
             The complexant is counted in the brightener.",
            "配槽不含氰化物，但含胺类络合剂；不溶性阳极可将其氧化生成氰化物（待核实）。络合剂消耗计入光亮剂。",
        )),
    },
    Bath {
        id: "acid_zinc_nickel",
        name: text("Acid zinc–nickel", "酸性锌镍合金"),
        deposit: "zinc_nickel",
        default_for_deposit: false,
        made_up_with: &[
            ("Zn", [35.0, 25.0, 50.0]),
            ("Ni", [30.0, 25.0, 40.0]),
            ("KCl", [150.0, 100.0, 200.0]),
            ("H₃BO₃", [30.0, 25.0, 35.0]),
        ],
        made_up_basis: IN_NOTES,
        efficiency: efficiency([0.90, 0.80, 0.95], TRADE),
        curve: &[
            (0.3, 0.92),
            (0.5, 0.93),
            (1.0, 0.93),
            (2.0, 0.91),
            (3.0, 0.90),
            (4.0, 0.88),
            (5.0, 0.86),
        ],
        rack: operation([2.5, 1.0, 5.4], IN_NOTES, [4.5, 3.0, 8.0]),
        barrel: Some(operation([1.0, 0.5, 2.2], IN_NOTES, [8.0, 6.0, 10.0])),
        temperature: celsius([34.0, 24.0, 40.0], IN_NOTES),
        brightener: ml_per_kah([300.0, 150.0, 600.0]),
        anodes: Anodes::Soluble,
        throw: Throw::Acid,
        covers_below_window: true,
        note: Some(text(
            "Zinc and nickel anodes are usually fed by separate rectifiers (to verify).",
            "锌阳极与镍阳极通常由各自的整流器供电（待核实）。",
        )),
    },
    Bath {
        id: "alkaline_zinc_iron",
        name: text("Alkaline zinc–iron", "碱性锌铁合金"),
        deposit: "zinc_iron",
        default_for_deposit: true,
        made_up_with: &[
            ("Zn", [12.0, 8.0, 15.0]),
            ("Fe", [0.07, 0.05, 0.1]),
            ("NaOH", [130.0, 120.0, 140.0]),
        ],
        made_up_basis: IN_GUIDEBOOK,
        efficiency: efficiency([0.70, 0.65, 0.75], ESTIMATED),
        curve: &[(0.3, 0.72), (0.5, 0.76), (1.0, 0.75), (2.0, 0.70), (3.0, 0.63), (4.0, 0.56)],
        rack: operation([2.0, 1.5, 3.0], GUIDEBOOK_ALLOY, [5.0, 4.0, 6.0]),
        barrel: Some(operation([0.7, 0.5, 1.0], ESTIMATED, [11.0, 8.0, 14.0])),
        temperature: celsius([21.0, 18.0, 23.0], IN_GUIDEBOOK),
        brightener: ml_per_kah([150.0, 80.0, 250.0]),
        anodes: Anodes::Inert,
        throw: Throw::Alkaline,
        covers_below_window: true,
        note: None,
    },
    Bath {
        id: "acid_zinc_iron",
        name: text("Acid zinc–iron", "酸性锌铁合金"),
        deposit: "zinc_iron",
        default_for_deposit: false,
        made_up_with: &[
            ("Zn", [30.0, 22.0, 37.0]),
            ("Fe", [3.0, 2.0, 4.0]),
            ("KCl", [200.0, 187.0, 225.0]),
        ],
        made_up_basis: ESTIMATED,
        efficiency: efficiency([0.93, 0.90, 0.96], ESTIMATED),
        curve: &[(0.3, 0.92), (0.5, 0.93), (1.0, 0.94), (2.0, 0.93), (3.0, 0.93), (4.0, 0.92)],
        rack: operation([2.5, 1.0, 4.0], ESTIMATED, [3.5, 2.0, 5.0]),
        barrel: Some(operation([0.8, 0.3, 1.6], ESTIMATED, [7.0, 5.0, 10.0])),
        temperature: celsius([26.0, 20.0, 35.0], ESTIMATED),
        brightener: ml_per_kah([200.0, 100.0, 350.0]),
        anodes: Anodes::Soluble,
        throw: Throw::Acid,
        covers_below_window: true,
        note: None,
    },
];

const OTHERS: [Bath; 14] = [
    Bath {
        id: "nickel",
        name: text("Watts nickel", "瓦特镍"),
        deposit: "nickel",
        efficiency: efficiency([0.955, 0.93, 0.97], RECALLED),
        rack: operation([3.0, 2.0, 6.0], RECALLED, [6.0, 4.2, 7.8]),
        barrel: Some(operation([1.2, 0.67, 3.0], ESTIMATED, [12.0, 8.4, 15.6])),
        temperature: celsius([55.0, 45.0, 65.0], RECALLED),
        ..OTHER
    },
    Bath {
        id: "copper_cyanide",
        name: text("Cyanide copper", "氰化镀铜"),
        deposit: "copper_cyanide",
        efficiency: efficiency([0.70, 0.30, 0.95], RECALLED),
        rack: operation([1.5, 0.5, 4.0], RECALLED, [3.0, 2.1, 3.9]),
        barrel: Some(operation([0.6, 0.17, 2.0], ESTIMATED, [6.0, 4.2, 7.8])),
        temperature: celsius([55.0, 40.0, 65.0], RECALLED),
        throw: Throw::Cyanide,
        note: Some(text(
            "The efficiency depends on the bath: a strike is far below a high-efficiency bath.",
            "电流效率因镀液而异：预镀铜远低于高效率镀铜液。",
        )),
        ..OTHER
    },
    Bath {
        id: "copper_acid",
        name: text("Acid sulphate copper", "硫酸盐镀铜（酸铜）"),
        deposit: "copper_acid",
        efficiency: efficiency([0.98, 0.95, 1.00], RECALLED),
        rack: operation([3.0, 1.0, 6.0], RECALLED, [3.0, 2.1, 3.9]),
        barrel: Some(operation([1.2, 0.33, 3.0], ESTIMATED, [6.0, 4.2, 7.8])),
        temperature: celsius([25.0, 18.0, 32.0], RECALLED),
        ..OTHER
    },
    Bath {
        id: "chromium_hexavalent",
        name: text("Hexavalent chromium", "六价铬镀铬"),
        deposit: "chromium_hexavalent",
        efficiency: efficiency([0.15, 0.10, 0.25], RECALLED),
        rack: operation([15.0, 8.0, 60.0], RECALLED, [7.0, 4.9, 9.1]),
        barrel: None,
        temperature: celsius([50.0, 40.0, 60.0], RECALLED),
        anodes: Anodes::Inert,
        covers_below_window: false,
        note: Some(text(
            "Chromic acid is carcinogenic and restricted in many markets; barrel plating is not usual. A Chinese handbook table calculates with 13 %.",
            "铬酐为致癌物，许多市场限制使用；一般不用于滚镀。国内手册的表格按 13 % 的电流效率计算。",
        )),
        ..OTHER
    },
    Bath {
        id: "chromium_trivalent",
        name: text("Trivalent chromium", "三价铬镀铬"),
        deposit: "chromium_trivalent",
        efficiency: efficiency([0.12, 0.07, 0.20], RECALLED),
        rack: operation([8.0, 4.0, 15.0], RECALLED, [10.0, 7.0, 13.0]),
        barrel: None,
        temperature: celsius([32.0, 25.0, 45.0], RECALLED),
        anodes: Anodes::Inert,
        covers_below_window: false,
        note: Some(text(
            "A decorative bath; barrel plating is not usual.",
            "用于装饰性镀铬；一般不用于滚镀。",
        )),
        ..OTHER
    },
    Bath {
        id: "tin_acid",
        name: text("Acid tin", "酸性镀锡"),
        deposit: "tin_acid",
        efficiency: efficiency([0.95, 0.90, 0.99], RECALLED),
        rack: operation([2.0, 1.0, 3.0], RECALLED, [3.0, 2.1, 3.9]),
        barrel: Some(operation([0.8, 0.33, 1.5], ESTIMATED, [6.0, 4.2, 7.8])),
        temperature: celsius([20.0, 15.0, 25.0], RECALLED),
        note: Some(text(
            "Strip lines run at 10–30 A/dm² (to verify).",
            "带钢连续电镀可用 10–30 A/dm²（待核实）。",
        )),
        ..OTHER
    },
    Bath {
        id: "tin_stannate",
        name: text("Stannate tin", "锡酸盐镀锡"),
        deposit: "tin_stannate",
        efficiency: efficiency([0.75, 0.60, 0.90], RECALLED),
        rack: operation([1.5, 1.0, 3.0], RECALLED, [5.0, 3.5, 6.5]),
        barrel: Some(operation([0.6, 0.33, 1.5], ESTIMATED, [10.0, 7.0, 13.0])),
        temperature: celsius([70.0, 60.0, 85.0], RECALLED),
        throw: Throw::Alkaline,
        ..OTHER
    },
    Bath {
        id: "silver",
        name: text("Cyanide silver", "氰化镀银"),
        deposit: "silver",
        efficiency: efficiency([0.99, 0.97, 1.00], RECALLED),
        rack: operation([0.8, 0.3, 1.5], RECALLED, [1.5, 1.05, 1.95]),
        barrel: Some(operation([0.32, 0.1, 0.75], ESTIMATED, [3.0, 2.1, 3.9])),
        temperature: celsius([22.0, 18.0, 28.0], RECALLED),
        throw: Throw::Cyanide,
        ..OTHER
    },
    Bath {
        id: "gold_cyanide",
        name: text("Neutral cyanide gold", "中性氰化镀金"),
        deposit: "gold_cyanide",
        efficiency: efficiency([0.90, 0.85, 1.00], RECALLED),
        rack: operation([0.5, 0.1, 1.5], RECALLED, [4.0, 2.8, 5.2]),
        barrel: Some(operation([0.2, 0.03, 0.75], ESTIMATED, [8.0, 5.6, 10.4])),
        temperature: celsius([65.0, 55.0, 70.0], RECALLED),
        anodes: Anodes::Inert,
        throw: Throw::Cyanide,
        ..OTHER
    },
    Bath {
        id: "gold_cyanide_hard",
        name: text("Acid hard gold", "酸性镀硬金"),
        deposit: "gold_cyanide",
        default_for_deposit: false,
        efficiency: efficiency([0.35, 0.25, 0.45], RECALLED),
        rack: operation([0.5, 0.1, 1.5], RECALLED, [4.0, 2.8, 5.2]),
        barrel: Some(operation([0.2, 0.03, 0.75], ESTIMATED, [8.0, 5.6, 10.4])),
        temperature: celsius([35.0, 30.0, 45.0], RECALLED),
        anodes: Anodes::Inert,
        throw: Throw::Cyanide,
        ..OTHER
    },
    Bath {
        id: "gold_iii",
        name: text("Au(III) gold", "三价金镀金"),
        deposit: "gold_iii",
        efficiency: efficiency([0.40, 0.20, 0.60], RECALLED),
        rack: operation([1.0, 0.5, 2.0], RECALLED, [4.0, 2.8, 5.2]),
        barrel: Some(operation([0.4, 0.17, 1.0], ESTIMATED, [8.0, 5.6, 10.4])),
        temperature: celsius([40.0, 30.0, 60.0], RECALLED),
        anodes: Anodes::Inert,
        ..OTHER
    },
    Bath {
        id: "cadmium",
        name: text("Cyanide cadmium", "氰化镀镉"),
        deposit: "cadmium",
        efficiency: efficiency([0.92, 0.88, 0.95], RECALLED),
        rack: operation([2.0, 0.5, 4.0], RECALLED, [4.0, 2.8, 5.2]),
        barrel: Some(operation([0.8, 0.17, 2.0], ESTIMATED, [8.0, 5.6, 10.4])),
        temperature: celsius([25.0, 20.0, 35.0], RECALLED),
        throw: Throw::Cyanide,
        note: Some(text(
            "Cadmium is toxic and restricted in most markets.",
            "镉有毒，多数市场限制使用。",
        )),
        ..OTHER
    },
    Bath {
        id: "iron",
        name: text("Iron", "镀铁"),
        deposit: "iron",
        efficiency: efficiency([0.92, 0.85, 0.98], RECALLED),
        rack: operation([4.0, 1.0, 10.0], RECALLED, [4.0, 2.8, 5.2]),
        barrel: Some(operation([1.6, 0.33, 5.0], ESTIMATED, [8.0, 5.6, 10.4])),
        temperature: celsius([60.0, 40.0, 95.0], RECALLED),
        ..OTHER
    },
    Bath {
        id: "cobalt",
        name: text("Cobalt", "镀钴"),
        deposit: "cobalt",
        efficiency: efficiency([0.95, 0.90, 0.98], RECALLED),
        rack: operation([3.0, 1.0, 5.0], RECALLED, [5.0, 3.5, 6.5]),
        barrel: Some(operation([1.2, 0.33, 2.5], ESTIMATED, [10.0, 7.0, 13.0])),
        temperature: celsius([45.0, 35.0, 60.0], RECALLED),
        ..OTHER
    },
];

/// What most of the baths for metals other than zinc have in common; each row says where it differs.
const OTHER: Bath = Bath {
    id: "",
    name: symbol(""),
    deposit: "",
    default_for_deposit: true,
    made_up_with: &[],
    made_up_basis: RECALLED,
    efficiency: efficiency([1.0, 1.0, 1.0], ESTIMATED),
    curve: &[],
    rack: operation([1.0, 1.0, 1.0], ESTIMATED, [1.0, 1.0, 1.0]),
    barrel: None,
    temperature: celsius([25.0, 25.0, 25.0], ESTIMATED),
    brightener: None,
    anodes: Anodes::Soluble,
    throw: Throw::Acid,
    covers_below_window: true,
    note: None,
};

impl Listed for Bath {
    fn all() -> &'static [Self] {
        &BATHS
    }
    fn id(&self) -> &'static str {
        self.id
    }
    fn name(&self) -> Text {
        self.name
    }
}

impl Bath {
    /// What it is made up with of a substance, by its formula, g/L; nothing where it holds none.
    pub fn concentration(&self, formula: &str) -> Option<Fact> {
        let (_, span) = self.made_up_with.iter().find(|(held, _)| *held == formula)?;
        Some(spread(Dimension::Concentration, *span, self.made_up_basis))
    }

    /// How it is run on rack or in barrel; as on rack where barrel plating is not usual.
    pub fn operation(&self, barrel: bool) -> &Operation {
        match &self.barrel {
            Some(operation) if barrel => operation,
            _ => &self.rack,
        }
    }
}

/// The baths that give a deposit, in the order of the list.
pub fn of_deposit(deposit: &str) -> impl Iterator<Item = &'static Bath> {
    BATHS.iter().filter(move |bath| bath.deposit == deposit)
}

/// The bath that a deposit starts with; the first of the list for a deposit that is none.
pub fn usual_for(deposit: &str) -> &'static Bath {
    let [first, ..] = &BATHS;
    of_deposit(deposit).find(|bath| bath.default_for_deposit).unwrap_or(first)
}

/// An efficiency (0 to 1) read off the curve of a bath, as a figure with what stands behind it.
pub const fn curve_fact(_bath: &Bath, efficiency: f64) -> Fact {
    point(Dimension::Fraction, efficiency, &CURVE_SOURCE, Sure::Estimate)
}

/// The figures of this file.
pub(super) fn rows(list: &mut Vec<Row>) {
    for bath in &BATHS {
        rows_of(bath, list);
    }
}

fn rows_of(bath: &Bath, list: &mut Vec<Row>) {
    let mut add = |what: Text, fact: Fact| list.push(row(bath.name, what, fact));
    add(text("Cathode efficiency", "阴极电流效率"), bath.efficiency);
    add(text("Current density on rack", "挂镀电流密度"), bath.rack.current_density);
    add(text("Voltage on rack", "挂镀槽电压"), bath.rack.voltage);
    add(text("Temperature", "温度"), bath.temperature);
    if let Some(barrel) = &bath.barrel {
        add(text("Current density in barrel", "滚镀电流密度"), barrel.current_density);
        add(text("Voltage in barrel", "滚镀槽电压"), barrel.voltage);
    }
    if let Some(brightener) = bath.brightener {
        add(text("Consumption of brightener", "光亮剂消耗量"), brightener);
    }
    for (formula, span) in bath.made_up_with {
        add(symbol(formula), spread(Dimension::Concentration, *span, bath.made_up_basis));
    }
    for (a_per_dm2, efficiency) in bath.curve {
        if let Some((_, what)) = CURVE_POINTS.iter().find(|(j, _)| j.total_cmp(a_per_dm2).is_eq()) {
            add(*what, curve_fact(bath, *efficiency));
        }
    }
}

#[cfg(test)]
#[allow(clippy::float_cmp, reason = "both sides are typed digits, nothing is computed")]
mod tests {
    use super::*;
    use crate::data::deposits::Deposit;

    fn at(curve: &[(f64, f64)], j: f64) -> Option<f64> {
        curve.windows(2).find_map(|pair| {
            let &[(j0, e0), (j1, e1)] = pair else { return None };
            (j0 <= j && j <= j1).then(|| e0 + (e1 - e0) * (j - j0) / (j1 - j0))
        })
    }

    fn bath(id: &str) -> &'static Bath {
        Bath::find(id).unwrap()
    }

    #[test]
    fn every_deposit_has_exactly_one_default_bath_and_every_bath_a_deposit() {
        for deposit in Deposit::all() {
            assert_eq!(
                of_deposit(deposit.id).filter(|bath| bath.default_for_deposit).count(),
                1,
                "{}",
                deposit.id
            );
        }
        for bath in &BATHS {
            assert!(Deposit::find(bath.deposit).is_some(), "{}", bath.id);
        }
        assert_eq!(usual_for("zinc").id, "acid_potassium");
        assert_eq!(usual_for("zinc_nickel").id, "alkaline_zinc_nickel");
        assert_eq!(usual_for("zinc_iron").id, "alkaline_zinc_iron");
        assert_eq!(usual_for("gold_cyanide").id, "gold_cyanide");
    }

    #[test]
    fn no_row_is_left_with_a_placeholder() {
        for bath in &BATHS {
            assert!(!bath.id.is_empty() && !bath.name.en.is_empty() && !bath.name.zh.is_empty());
            assert!(
                bath.efficiency.low < bath.efficiency.high && bath.efficiency.high <= 1.0,
                "{}",
                bath.id
            );
            assert!(
                bath.temperature.has_range()
                    && bath.rack.current_density.has_range()
                    && bath.rack.voltage.has_range(),
                "{}",
                bath.id
            );
            assert_eq!(bath.brightener.is_some(), bath.deposit.starts_with("zinc"), "{}", bath.id);
            assert_eq!(bath.made_up_with.is_empty(), bath.curve.is_empty(), "{}", bath.id);
        }
    }

    #[test]
    fn curves_ascend_stand_on_the_named_points_and_meet_the_efficiency() {
        for bath in BATHS.iter().filter(|bath| !bath.curve.is_empty()) {
            assert!(bath.curve.windows(2).all(|pair| pair[0].0 < pair[1].0), "{}", bath.id);
            assert!(
                bath.curve
                    .iter()
                    .zip(&CURVE_POINTS)
                    .all(|(point, named)| (point.0 - named.0).abs() < 1e-12),
                "{}",
                bath.id
            );
            assert!(
                bath.curve.iter().all(|(_, efficiency)| (0.0..=1.0).contains(efficiency)),
                "{}",
                bath.id
            );
            let met = at(bath.curve, bath.rack.current_density.value).unwrap();
            assert!((met - bath.efficiency.value).abs() <= 0.01, "{}: {met}", bath.id);
        }
    }

    #[test]
    fn cyanide_never_beats_alkaline_of_like_chemistry() {
        for (cyanide, alkaline) in [
            ("cyanide_low", "alkaline_low"),
            ("cyanide_mid", "alkaline_mid"),
            ("cyanide_high", "alkaline_high"),
        ] {
            let (cyanide, alkaline) = (bath(cyanide), bath(alkaline));
            assert!(cyanide.efficiency.value <= alkaline.efficiency.value);
            assert_eq!(cyanide.curve.len(), alkaline.curve.len());
            for (one, other) in cyanide.curve.iter().zip(alkaline.curve) {
                assert!(one.1 <= other.1, "{} at {}", cyanide.id, one.0);
            }
        }
    }

    /// Efficiency, current density and voltage of each zinc bath, typed from the reference table.
    #[test]
    fn zinc_baths_are_those_of_the_reference() {
        let wanted = [
            ("cyanide_low", 0.68, 2.0, Some(0.7), 5.0, Some(12.0), 25.0, 60.0),
            ("cyanide_mid", 0.72, 2.0, Some(0.7), 5.0, Some(12.0), 25.0, 60.0),
            ("cyanide_high", 0.74, 2.0, Some(0.7), 5.0, Some(12.0), 25.0, 60.0),
            ("alkaline_low", 0.72, 2.0, Some(0.7), 5.5, Some(12.0), 26.0, 120.0),
            ("alkaline_mid", 0.75, 2.0, Some(0.7), 5.0, Some(11.0), 26.0, 120.0),
            ("alkaline_high", 0.85, 2.0, Some(0.7), 4.5, Some(10.0), 26.0, 130.0),
            ("acid_potassium", 0.96, 2.5, Some(0.8), 3.5, Some(7.0), 26.0, 150.0),
            ("acid_ammonium", 0.96, 2.5, Some(0.8), 3.5, Some(7.0), 26.0, 150.0),
            ("acid_sulphate", 0.97, 3.0, None, 4.0, None, 30.0, 50.0),
            ("alkaline_zinc_nickel", 0.50, 2.0, Some(0.8), 6.0, Some(11.0), 26.0, 500.0),
            ("acid_zinc_nickel", 0.90, 2.5, Some(1.0), 4.5, Some(8.0), 34.0, 300.0),
            ("alkaline_zinc_iron", 0.70, 2.0, Some(0.7), 5.0, Some(11.0), 21.0, 150.0),
            ("acid_zinc_iron", 0.93, 2.5, Some(0.8), 3.5, Some(7.0), 26.0, 200.0),
        ];
        for (id, efficiency, rack, barrel, rack_v, barrel_v, celsius, brightener) in wanted {
            let bath = bath(id);
            assert_eq!(bath.efficiency.value, efficiency, "{id}");
            assert_eq!(
                (bath.rack.current_density.value, bath.rack.voltage.value),
                (rack, rack_v),
                "{id}"
            );
            assert_eq!(bath.barrel.map(|b| b.current_density.value), barrel, "{id}");
            assert_eq!(bath.barrel.map(|b| b.voltage.value), barrel_v, "{id}");
            assert_eq!(bath.temperature.value, celsius, "{id}");
            assert_eq!(bath.brightener.unwrap().value, brightener, "{id}");
        }
    }

    /// Efficiency and rack of the other baths, typed from the reference table; the barrel follows from the rack by rule.
    #[test]
    fn other_baths_are_those_of_the_reference() {
        let wanted = [
            ("nickel", 0.955, 3.0, 6.0),
            ("copper_cyanide", 0.70, 1.5, 3.0),
            ("copper_acid", 0.98, 3.0, 3.0),
            ("chromium_hexavalent", 0.15, 15.0, 7.0),
            ("chromium_trivalent", 0.12, 8.0, 10.0),
            ("tin_acid", 0.95, 2.0, 3.0),
            ("tin_stannate", 0.75, 1.5, 5.0),
            ("silver", 0.99, 0.8, 1.5),
            ("gold_cyanide", 0.90, 0.5, 4.0),
            ("gold_cyanide_hard", 0.35, 0.5, 4.0),
            ("gold_iii", 0.40, 1.0, 4.0),
            ("cadmium", 0.92, 2.0, 4.0),
            ("iron", 0.92, 4.0, 4.0),
            ("cobalt", 0.95, 3.0, 5.0),
        ];
        for (id, efficiency, rack, volts) in wanted {
            let bath = bath(id);
            let j = bath.rack.current_density;
            assert_eq!(
                (bath.efficiency.value, j.value, bath.rack.voltage.value),
                (efficiency, rack, volts),
                "{id}"
            );
            assert_eq!(bath.barrel.is_none(), id.starts_with("chromium"), "{id}");
            let Some(barrel) = bath.barrel else { continue };
            assert!((barrel.current_density.value - 0.4 * j.value).abs() < 1e-9, "{id}");
            assert!((barrel.current_density.low - j.low / 3.0).abs() < 0.006, "{id}");
            assert!((barrel.current_density.high - j.high / 2.0).abs() < 1e-9, "{id}");
            assert!((barrel.voltage.value - 2.0 * volts).abs() < 1e-9, "{id}");
        }
    }
}
