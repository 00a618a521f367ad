//! The page of a part's area: which fields stand where. Everything else is shared.

use crate::screen::{Control, Group, Row, group, row};
use platewise_model::calculator::part::SIZES;
use platewise_model::words::{Text, text};

const PART: Text = text("The part", "工件");
const DETAILS: Text = text("Sizes of thread and head", "螺纹与头部尺寸");
const LOT: Text = text("How many", "数量");
const LOAD: Text = text("A load", "一槽装载");
const LINE: Text = text("The line", "生产线");

/// Sizes that another thread brings with it.
pub const OF_THREAD: &[&str] = &[
    "diameter_mm",
    "pitch_mm",
    "outer_diameter_mm",
    "inner_diameter_mm",
    "thickness_mm",
    "across_flats_mm",
    "head_diameter_mm",
    "head_height_mm",
    "key_mm",
    "socket_depth_mm",
];

/// The fields of a further part in the load.
const FURTHER: &[Row] = &[
    row("shape", Control::List(None)).clearing(&SIZES),
    row("thread", Control::List(None)).clearing(OF_THREAD),
    row("head_edition", Control::List(None)).clearing(&["across_flats_mm", "head_height_mm"]),
    row("mesh_file", Control::File(".stl,.3mf,model/stl,model/3mf")),
    row("mesh_unit", Control::List(None)),
    row("mesh_area_dm2", Control::Number),
    row("mesh_volume_cm3", Control::Number),
    row("mesh_void_dm2", Control::Number),
    row("length_mm", Control::Number),
    row("thread_length_mm", Control::Number),
    row("width_mm", Control::Number),
    row("height_mm", Control::Number),
    row("outer_diameter_mm", Control::Number),
    row("inner_diameter_mm", Control::Number),
    row("bore_plated_mm", Control::Number),
    row("thickness_mm", Control::Number),
    row("diameter_mm", Control::Number),
    row("pitch_mm", Control::Number),
    row("perimeter_mm", Control::Number),
    row("section_area_mm2", Control::Number),
    row("area_m2_per_kg", Control::Number),
    row("mass_g", Control::Number),
    row("material", Control::List(None)).clearing(&["density_g_per_cm3"]),
    row("density_g_per_cm3", Control::Number),
    row("unplated_dm2", Control::Number),
    row("pieces", Control::Number),
    row("bulk_density_kg_per_l", Control::Number),
];

/// The fields in their groups.
static LAYOUT: &[Group] = &[
    group(
        PART,
        &[
            row("shape", Control::List(None)).clearing(&SIZES),
            row("thread", Control::List(None)).clearing(OF_THREAD),
            row("head_edition", Control::List(None))
                .clearing(&["across_flats_mm", "head_height_mm"]),
            row("mesh_file", Control::File(".stl,.3mf,model/stl,model/3mf")),
            row("mesh_unit", Control::List(None)),
            row("mesh_area_dm2", Control::Number),
            row("mesh_volume_cm3", Control::Number),
            row("mesh_void_dm2", Control::Number),
            row("mesh_box_mm", Control::Numbers),
            row("length_mm", Control::Number),
            row("thread_length_mm", Control::Number),
            row("width_mm", Control::Number),
            row("height_mm", Control::Number),
            row("outer_diameter_mm", Control::Number),
            row("inner_diameter_mm", Control::Number),
            row("bore_plated_mm", Control::Number),
            row("thickness_mm", Control::Number),
            row("perimeter_mm", Control::Number),
            row("section_area_mm2", Control::Number),
            row("area_m2_per_kg", Control::Number),
            row("mass_g", Control::Number),
            row("material", Control::List(None)).clearing(&["density_g_per_cm3"]),
            row("unplated_dm2", Control::Number),
        ],
    ),
    group(
        DETAILS,
        &[
            row("diameter_mm", Control::Number),
            row("pitch_mm", Control::Number),
            row("across_flats_mm", Control::Number),
            row("head_diameter_mm", Control::Number),
            row("head_height_mm", Control::Number),
            row("key_mm", Control::Number),
            row("socket_depth_mm", Control::Number),
            row("density_g_per_cm3", Control::Number),
            row("mesh_bodies", Control::Number),
            row("mesh_open_edges", Control::Number),
        ],
    )
    .folded(),
    group(LOT, &[row("count", Control::Number)]),
    group(
        LOAD,
        &[
            row("rack_or_barrel", Control::Segments).clearing(&["current_density_a_per_dm2"]),
            row("barrel_volume_l", Control::Number),
            row("fill_fraction", Control::Number),
            row("bulk_density_kg_per_l", Control::Number),
            row("barrel_limit_kg", Control::Number),
            row("pieces_per_rack", Control::Number),
            row("racks_per_load", Control::Number),
            row("current_density_a_per_dm2", Control::Number),
            row("rectifier_a", Control::Number),
            row("parts", Control::Rows(FURTHER)),
        ],
    ),
    group(
        LINE,
        &[
            row("time_min", Control::Number),
            row("plating_stations", Control::Number),
            row("other_station_min", Control::Number),
            row("moves_per_load", Control::Number),
            row("move_min", Control::Number),
            row("hoists", Control::Number),
            row("uptime", Control::Number),
            row("yield_fraction", Control::Number),
        ],
    )
    .folded(),
];

/// The fields of the page.
pub fn layout() -> &'static [Group] {
    LAYOUT
}
