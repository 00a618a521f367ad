//! Facts that only this calculator uses.

use crate::data::sources::JUDGEMENT;
use crate::data::{Fact, Row, Source, Sure, USA, WORLD, example, fact, point, row};
use crate::units::Dimension;
use crate::words::{Text, text};

/// Minima of ASTM A653, as a supplier re-posts them.
pub static A653: Source = Source {
    id: "astm_a653",
    title: text(
        "ASTM A653, weights of zinc coatings, as re-posted by Win Road Steel",
        "ASTM A653 镀锌层重量，转引自 win-road.com",
    ),
    url: "https://win-road.com/news/galvanized-steel-coil-coating-thickness",
    date: "",
    region: USA,
};

/// Codes of each side.
pub static MILL_CODES: Source = Source {
    id: "mill_codes",
    title: text(
        "Guardrail Steel, description of zinc coating thickness (codes of each side, as Baosteel writes them)",
        "guardrailsteel.com，镀锌层厚度说明（每面代号，宝钢写法）",
    ),
    url: "http://www.guardrailsteel.com/2020/01/09/description-of-zinc-coating-thickness/",
    date: "2020",
    region: WORLD,
};

/// g/m² in 1 oz/ft²: 28.349523125 g on 0.09290304 m², both exact.
pub const G_PER_M2_OF_AN_OUNCE: f64 = 28.349_523_125 / 0.092_903_04;

/// The least that one side of a spot must carry, of the least of both sides of that spot.
pub static SHARE_OF_ONE_SIDE: Fact = point(Dimension::Fraction, 0.40, &A653, Sure::Trade);
/// The least at a single spot of G90, both sides, g/m²: 0.80 oz/ft².
pub static SINGLE_SPOT_G90: Fact =
    point(Dimension::MassPerArea, 0.8 * G_PER_M2_OF_AN_OUNCE, &A653, Sure::Trade);
/// The least at a single spot of Z275, both sides, g/m².
pub static SINGLE_SPOT_Z275: Fact = point(Dimension::MassPerArea, 235.0, &A653, Sure::Trade);

/// Coating weight to start from, g/m²: the usual Z275, within what sheet is sold with.
pub static WEIGHT: Fact =
    fact(Dimension::MassPerArea, 275.0, 60.0, 600.0, &JUDGEMENT, Sure::Estimate);

/// Thickness to start from, µm: a side of G90 and Z275.
pub static THICKNESS: Fact =
    fact(Dimension::Thickness, 19.0, 4.0, 42.0, &JUDGEMENT, Sure::Estimate);
/// Gain in mass to start from, g: that of a panel of 1 dm² on each face with Z275.
pub static MASS_GAIN: Fact = example(Dimension::Mass, 2.75);
/// Coated area to start from, dm²: both faces of that panel.
pub static AREA: Fact = example(Dimension::Area, 2.0);
/// Density of zinc that a much-read page takes, g/cm³: 3.6 % too high.
pub const DENSITY_MISTAKEN: f64 = 7.4;

const SHEET: Text = text("Galvanised sheet", "镀锌板");

/// The figures of this file.
pub static ROWS: [Row; 7] = [
    row(SHEET, text("coating weight to start from", "镀层重量（起始值）"), WEIGHT),
    row(SHEET, text("thickness of a side to start from", "单面厚度（起始值）"), THICKNESS),
    row(SHEET, text("least at a single spot, G90", "单点最小值（G90）"), SINGLE_SPOT_G90),
    row(SHEET, text("least at a single spot, Z275", "单点最小值（Z275）"), SINGLE_SPOT_Z275),
    row(SHEET, text("share of one side at a spot", "单点单面占比"), SHARE_OF_ONE_SIDE),
    row(text("Weighed panel", "称重试片"), text("gain in mass", "增重"), MASS_GAIN),
    row(text("Weighed panel", "称重试片"), text("coated area", "受镀面积"), AREA),
];
