//! Every result by its JSON name.

use super::solve::Numbers;
use crate::calculator::ResultField;
use crate::report::result;
use crate::units::Dimension;
use crate::words::text;

/// In the order they are told.
pub static RESULTS: &[ResultField<Numbers>] = &[
    result(
        "area_dm2",
        text("Plated area of a piece", "单件受镀面积"),
        Dimension::Area,
        |n, _| Some(n.solid.area_dm2),
    ),
    result(
        "volume_cm3",
        text("Volume of a piece", "单件体积"),
        Dimension::SolidVolume,
        |n, _| Some(n.solid.volume_cm3),
    ),
    result("mass_g", text("Mass of a piece", "单件质量"), Dimension::Mass, |n, _| {
        Some(n.solid.mass_g)
    }),
    result(
        "area_m2_per_kg",
        text("Area by mass", "每 kg 面积"),
        Dimension::AreaPerMass,
        |n, _| Some(n.solid.area_m2_per_kg()),
    ),
    result(
        "area_m2_per_1000",
        text("Area of 1,000 pieces", "千件面积"),
        Dimension::AreaPerThousand,
        |n, _| Some(10.0 * n.solid.area_dm2),
    ),
    result(
        "total_area_dm2",
        text("Area of all pieces", "总受镀面积"),
        Dimension::Surface,
        |n, _| Some(n.solid.area_dm2 * n.setup.values.count.value),
    ),
    result(
        "total_mass_kg",
        text("Mass of all pieces", "总质量"),
        Dimension::LoadMass,
        |n, _| Some(n.solid.mass_g * n.setup.values.count.value / 1000.0),
    ),
    result(
        "pieces_per_load",
        text("Pieces in a load", "每槽件数"),
        Dimension::Count,
        |n, _| Some(n.load.pieces),
    ),
    result(
        "pieces_by_room",
        text("Pieces by room", "按空间可装件数"),
        Dimension::Count,
        |n, _| n.load.by[0],
    ),
    result(
        "pieces_by_rectifier",
        text("Pieces by the rectifier", "按整流器可装件数"),
        Dimension::Count,
        |n, _| n.load.by[1],
    ),
    result(
        "pieces_by_weight",
        text("Pieces by weight", "按限重可装件数"),
        Dimension::Count,
        |n, _| n.load.by[2],
    ),
    result("load_mass_kg", text("Mass of a load", "每槽质量"), Dimension::LoadMass, |n, _| {
        Some(n.load.mass_kg)
    }),
    result("load_area_dm2", text("Area of a load", "每槽面积"), Dimension::Surface, |n, _| {
        Some(n.load.area_dm2)
    }),
    result(
        "load_current_a",
        text("Current of a load", "每槽电流"),
        Dimension::Current,
        |n, _| Some(n.load.current_a),
    ),
    result("takt_min", text("Time between two loads", "节拍"), Dimension::Minutes, |n, _| {
        Some(n.takt.min)
    }),
    result(
        "loads_per_hour",
        text("Loads in an hour", "每小时槽数"),
        Dimension::Ratio,
        |n, _| Some(n.loads_per_hour()),
    ),
    result(
        "good_pieces_per_hour",
        text("Good pieces in an hour", "每小时合格件数"),
        Dimension::Count,
        |n, _| Some(n.good_per_hour()),
    ),
    result(
        "area_m2_per_h",
        text("Area in an hour", "每小时面积"),
        Dimension::AreaPerHour,
        |n, _| Some(n.m2_per_hour()),
    ),
    result("loads", text("Loads for all pieces", "所需槽数"), Dimension::Count, |n, _| {
        n.loads()
    }),
    result(
        "line_h",
        text("Time of the line for all good pieces", "全部合格件占用生产线时间"),
        Dimension::Hours,
        |n, _| n.line_h(),
    ),
];
