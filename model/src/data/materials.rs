//! What parts are made of, and how they lie in a barrel.

use super::sources::{DERIVATION, GUIDEBOOK_BARREL, JUDGEMENT, MATERIALS};
use super::{Fact, Listed, Row, Sure, estimate, fact, point, row};
use crate::units::Dimension::{
    self, AreaPerMass, BulkDensity, Count, Current, CurrentDensity, Density, Fraction, LoadMass,
    Mass, Minutes, Volume,
};
use crate::words::{Text, text};

/// A material of parts.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Material {
    /// Stable name.
    pub id: &'static str,
    /// Name in a list.
    pub name: Text,
    /// Density, g/cm³.
    pub density: Fact,
}

const fn material(id: &'static str, name: Text, [density, low, high]: [f64; 3]) -> Material {
    Material { id, name, density: fact(Density, density, low, high, &MATERIALS, Sure::Recalled) }
}

/// The usual one first.
pub static MATERIALS_OF_PARTS: [Material; 8] = [
    Material {
        id: "steel",
        name: text("Steel", "碳钢"),
        density: fact(Density, 7.85, 7.8, 7.87, &MATERIALS, Sure::Handbook),
    },
    material("stainless", text("Stainless steel, austenitic", "奥氏体不锈钢"), [7.9, 7.7, 8.0]),
    material("cast_iron", text("Grey cast iron", "灰铸铁"), [7.2, 6.9, 7.4]),
    material("brass", text("Brass", "黄铜"), [8.5, 8.3, 8.8]),
    material("copper", text("Copper", "铜"), [8.96, 8.9, 8.96]),
    material("aluminium", text("Aluminium alloy", "铝合金"), [2.7, 2.65, 2.85]),
    material("zinc_die_casting", text("Zinc die casting", "锌压铸件"), [6.6, 6.6, 6.8]),
    material("titanium", text("Titanium alloy", "钛合金"), [4.5, 4.4, 4.65]),
];

impl Listed for Material {
    fn all() -> &'static [Self] {
        &MATERIALS_OF_PARTS
    }
    fn id(&self) -> &'static str {
        self.id
    }
    fn name(&self) -> Text {
        self.name
    }
}

const BARREL: Text = text("Barrel", "滚筒");
const RACK: Text = text("Rack", "挂具");
const LINE: Text = text("Line", "生产线");
const PART: Text = text("Part", "工件");

/// Inner volume of a barrel, L.
pub static BARREL_VOLUME: Fact = super::example(Volume, 60.0);
/// Share of a barrel that the heap fills, 0 to 1.
pub static FILL: Fact = fact(Fraction, 0.5, 0.4, 0.6, &GUIDEBOOK_BARREL, Sure::Handbook);
/// Mass of a heap of small bolts per its volume, kg/L.
pub static BULK_BOLTS: Fact = fact(BulkDensity, 2.0, 1.6, 2.6, &JUDGEMENT, Sure::Estimate);
/// The same of stampings and other flat or bulky parts.
pub static BULK_OTHER: Fact = fact(BulkDensity, 1.2, 0.6, 1.6, &JUDGEMENT, Sure::Estimate);
/// Current density of a load, A/dm².
pub static DENSITY_BARREL: Fact = estimate(CurrentDensity, [0.7, 0.4, 1.2]);
/// The same on a rack.
pub static DENSITY_RACK: Fact = estimate(CurrentDensity, [2.0, 1.0, 3.0]);
/// Current that the rectifier of a station gives, A.
pub static RECTIFIER: Fact = super::example(Current, 1000.0);
/// Pieces on a rack.
pub static PIECES_PER_RACK: Fact = super::example(Count, 48.0);
/// Racks on a flight bar.
pub static RACKS: Fact = super::example(Count, 4.0);
/// Plating time, min.
pub static PLATING_TIME: Fact = super::example(Minutes, 40.0);
/// Plating stations.
pub static STATIONS: Fact = super::example(Count, 6.0);
/// The longest of the other stations, min.
pub static OTHER_STATION: Fact = estimate(Minutes, [5.0, 3.0, 8.0]);
/// Moves of the hoists for a load.
pub static MOVES: Fact = estimate(Count, [16.0, 10.0, 24.0]);
/// Time of a move, min.
pub static MOVE: Fact = estimate(Minutes, [0.6, 0.4, 1.0]);
/// Hoists.
pub static HOISTS: Fact = super::example(Count, 2.0);
/// Share of the hours in which the line runs, 0 to 1.
pub static UPTIME: Fact = estimate(Fraction, [0.8, 0.65, 0.9]);
/// Share of the pieces that are good, 0 to 1.
pub static YIELD: Fact = estimate(Fraction, [0.97, 0.9, 0.995]);
/// Area of parts by their mass where nothing else is known, m²/kg: M8×40.
pub static AREA_PER_MASS: Fact = fact(AreaPerMass, 0.112, 0.044, 0.28, &DERIVATION, Sure::Derived);
/// Mass of a piece to start from, g.
pub static PIECE_MASS: Fact = super::example(Mass, 100.0);
/// How far an area by formula may be from that of the part, 0 to 1.
pub static AREA_ERROR: Fact = point(Fraction, 0.03, &DERIVATION, Sure::Derived);
/// How far an area may be from the part's in practice when it sets the current, 0 to 1.
pub static AREA_PRACTICE: Fact =
    fact(Fraction, 0.1, 0.1, 0.15, &super::sources::AREA_ACCURACY, Sure::Trade);
/// Pieces of a lot.
pub static COUNT: Fact = super::example(Count, 1000.0);
/// Pieces of a further part in a load, to start from.
pub static PIECES_IN_MIX: Fact = super::example(Count, 100.0);
/// Surface of a model, to start from: a cube of 50 mm.
pub static MODEL_AREA: Fact = super::example(Dimension::Area, 1.5);
/// Bodies of a model, to start from.
pub static ONE_BODY: Fact = super::example(Count, 1.0);
/// Edges of a model that are open, to start from.
pub static NO_EDGES: Fact = super::example(Count, 0.0);
/// Volume of that cube.
pub static MODEL_VOLUME: Fact = super::example(Dimension::SolidVolume, 125.0);
/// No limit of weight.
pub static NO_LIMIT: Fact = super::example(LoadMass, 0.0);
/// Nothing of a part kept free.
pub static NO_AREA: Fact = super::example(Dimension::Area, 0.0);

/// The figures of this file.
pub(super) fn rows(list: &mut Vec<Row>) {
    for one in &MATERIALS_OF_PARTS {
        list.push(row(one.name, text("Density", "密度"), one.density));
    }
    for (subject, what, fact) in [
        (BARREL, text("Inner volume to start from", "滚筒内容积（起始值）"), BARREL_VOLUME),
        (BARREL, text("Share filled", "装料率"), FILL),
        (BARREL, text("Heap of small bolts", "小螺栓堆积密度"), BULK_BOLTS),
        (BARREL, text("Heap of other parts", "其他工件堆积密度"), BULK_OTHER),
        (BARREL, text("Current density of the load", "滚镀电流密度"), DENSITY_BARREL),
        (RACK, text("Current density", "挂镀电流密度"), DENSITY_RACK),
        (
            LINE,
            text("Rectifier of a station to start from", "每工位整流器电流（起始值）"),
            RECTIFIER,
        ),
        (RACK, text("Pieces on a rack to start from", "每挂件数（起始值）"), PIECES_PER_RACK),
        (RACK, text("Racks in a load to start from", "每槽挂数（起始值）"), RACKS),
        (LINE, text("Plating time to start from", "电镀时间（起始值）"), PLATING_TIME),
        (LINE, text("Plating stations to start from", "电镀工位数（起始值）"), STATIONS),
        (LINE, text("Longest other station", "其他最长工位时间"), OTHER_STATION),
        (LINE, text("Moves of the hoists for a load", "每槽行车动作次数"), MOVES),
        (LINE, text("Time of a move", "每次动作时间"), MOVE),
        (LINE, text("Hoists to start from", "行车台数（起始值）"), HOISTS),
        (LINE, text("Share of the hours in which it runs", "开动率"), UPTIME),
        (LINE, text("Share of good pieces", "合格率"), YIELD),
        (PART, text("Area by mass to start from", "单位质量面积（起始值）"), AREA_PER_MASS),
        (PART, text("Mass of a piece to start from", "单件质量（起始值）"), PIECE_MASS),
        (PART, text("Error of an area by formula", "公式面积误差"), AREA_ERROR),
        (
            PART,
            text("Error of an area that sets the current", "设定电流时可接受的面积误差"),
            AREA_PRACTICE,
        ),
        (PART, text("Pieces of a lot to start from", "批量件数（起始值）"), COUNT),
        (
            PART,
            text("Pieces of a further part in a load to start from", "同槽其他工件件数（起始值）"),
            PIECES_IN_MIX,
        ),
        (PART, text("Surface of a model to start from", "模型表面积（起始值）"), MODEL_AREA),
        (PART, text("Volume of a model to start from", "模型体积（起始值）"), MODEL_VOLUME),
        (PART, text("Bodies of a model to start from", "模型实体数（起始值）"), ONE_BODY),
        (PART, text("Open edges of a model to start from", "模型未闭合边数（起始值）"), NO_EDGES),
        (BARREL, text("Weight it may hold: not given", "滚筒限重（起始值：未给出）"), NO_LIMIT),
        (PART, text("Area kept free to start from", "不镀面积（起始值）"), NO_AREA),
    ] {
        list.push(row(subject, what, fact));
    }
}
