//! The page of the process comparison: which fields stand where. Everything else is shared.

use crate::form::Form;
use crate::screen::{Control, Group, Row, group, row};
use crate::words;
use platewise_model::calculator::InputTable;
use platewise_model::calculator::process_comparison::Inputs;
use platewise_model::data::Listed;
use platewise_model::data::processes::Process;
use platewise_model::words::{Text, text};

/// Only the processes that are compared.
fn compared(form: Form, id: &str) -> bool {
    form.chosen("processes").split(',').any(|one| one == id)
}

/// What one's own bath can be like.
fn known(_: Form, id: &str) -> bool {
    Process::find(id).is_some_and(|process| process.bath.is_some())
}

const WHICH: Text = text("What is compared", "比较对象");
const THICKNESS: Text = text("Thickness and shape", "厚度与形状");
const PLANT: Text = text("The plant's year", "年产量");
const LINE: Text = text("The line", "生产线");
const ENERGY: Text = text("Energy", "能源");
const RINSING: Text = text("Rinsing and waste", "漂洗与废物");
const PRICES: Text = text("Prices", "价格");
const CARBON: Text = text("Carbon", "碳排放");
const CONVERSION: Text = text("Conversion", "改造投资");

/// The fields that all processes share, in their groups.
static SHARED: &[Group] = &[
    group(
        WHICH,
        &[
            row("processes", Control::Boxes),
            row("baseline", Control::List(Some(compared))),
            row("alternative", Control::List(Some(compared))),
            row("rack_or_barrel", Control::Segments).clearing(&["part_class", "load_area_m2"]),
        ],
    ),
    group(
        THICKNESS,
        &[
            row("thickness_basis", Control::Segments),
            row("minimum_thickness_um", Control::Number),
            row("average_thickness_um", Control::Number),
            row("part_class", Control::List(None)),
            row("zinc_loss_um", Control::Number),
            row("contact_fraction", Control::Number),
        ],
    ),
    group(
        PLANT,
        &[row("annual_area_m2", Control::Number), row("area_dm2_per_kg", Control::Number)],
    ),
    group(
        words::OWN_BATH,
        &[row("own_name", Control::Text("")), row("own_like", Control::List(Some(known)))],
    )
    .on_demand(),
];

/// What is asked less often.
static DETAILS: &[Group] = &[
    group(
        PRICES,
        &[
            row("price_electricity_cny_per_kwh", Control::Number),
            row("price_heat_cny_per_kwh", Control::Number),
            row("price_zinc_cny_per_kg", Control::Number),
            row("price_nickel_cny_per_kg", Control::Number),
            row("price_naoh_cny_per_kg", Control::Number),
            row("price_nacn_cny_per_kg", Control::Number),
            row("price_kcl_cny_per_kg", Control::Number),
            row("price_nh4cl_cny_per_kg", Control::Number),
            row("price_h3bo3_cny_per_kg", Control::Number),
            row("price_h2so4_cny_per_kg", Control::Number),
            row("price_hypochlorite_cny_per_kg", Control::Number),
            row("price_chlorine_cny_per_kg", Control::Number),
            row("price_sludge_cny_per_t", Control::Number),
            row("price_water_cny_per_m3", Control::Number),
            row("price_waste_water_cny_per_m3", Control::Number),
            row("price_labour_cny_per_h", Control::Number),
            row("pretreatment_cny_per_m2", Control::Number),
            row("stripping_cny_per_m2", Control::Number),
            row("cyanide_obligations_cny_per_year", Control::Number),
        ],
    )
    .folded(),
    group(
        LINE,
        &[
            row("plating_stations", Control::Number),
            row("load_area_m2", Control::Number),
            row("transfer_min", Control::Number),
            row("other_takt_min", Control::Number),
            row("rectifier_a", Control::Number),
            row("uptime", Control::Number),
            row("hours_per_year", Control::Number),
            row("crew", Control::Number),
            row("bath_volume_m3", Control::Number),
            row("tank_surface_m2", Control::Number),
        ],
    )
    .folded(),
    group(
        ENERGY,
        &[
            row("rectifier_efficiency", Control::Number),
            row("cooling_cop", Control::Number),
            row("fan_pressure_pa", Control::Number),
            row("fan_efficiency", Control::Number),
            row("make_up_air_heating_k", Control::Number),
            row("common_heat_kwh_per_m2", Control::Number),
        ],
    )
    .folded(),
    group(
        RINSING,
        &[
            row("rinse_stages", Control::Number),
            row("rinse_ratio", Control::Number),
            row("rinse_groups", Control::Number),
            row("destruction", Control::Segments),
            row("cyanide_excess", Control::Number),
            row("neutralisation_excess", Control::Number),
            row("sludge_multiplier", Control::Number),
            row("cake_solids", Control::Number),
            row("anode_stub_share", Control::Number),
        ],
    )
    .folded(),
    group(
        CARBON,
        &[
            row("co2_electricity_kg_per_kwh", Control::Number),
            row("co2_electricity_inventory_kg_per_kwh", Control::Number),
            row("co2_heat_kg_per_kwh", Control::Number),
            row("co2_zinc_kg_per_kg", Control::Number),
        ],
    )
    .folded(),
    group(
        CONVERSION,
        &[
            row("bath_change_cny", Control::Number),
            row("zinc_generator_cny", Control::Number),
            row("filtration_cny", Control::Number),
            row("chiller_cny", Control::Number),
            row("cleaner_cny", Control::Number),
            row("lining_cny", Control::Number),
            row("decontamination_cny", Control::Number),
            row("downtime_days", Control::Number),
            row("margin_cny_per_m2", Control::Number),
            row("start_up_months", Control::Number),
            row("start_up_reject_share", Control::Number),
            row("horizon_years", Control::Number),
            row("discount_rate", Control::Number),
            row("other_toxic_kg_per_year", Control::Number),
        ],
    )
    .folded(),
];

/// All groups: what is shared, the cells of each process while it is compared, and what is asked less often.
pub fn layout() -> &'static [Group] {
    let mut groups: Vec<Group> = SHARED.to_vec();
    for process in Process::all() {
        let way = ["overrides.", process.id, "."].concat();
        let rows: Vec<Row> = Inputs::fields()
            .iter()
            .filter(|field| field.name.starts_with(&way))
            .map(|field| row(field.name, Control::Number))
            .collect();
        groups.push(group(process.name, rows.leak()).folded().on_demand());
    }
    groups.extend_from_slice(DETAILS);
    groups.leak()
}
