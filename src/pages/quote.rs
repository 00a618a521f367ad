//! The page of the quote: which fields stand where. Everything else is shared.

use super::part_area::OF_THREAD;
use crate::screen::{Control, Group, Row, group, row};
use platewise_model::calculator::part::SIZES;
use platewise_model::words::{Text, text};

const LINES: Text = text("Parts of the quote", "报价项");
const OFFER: Text = text("Offer", "报价条件");
const CUSTOMER: Text = text("Customer", "客户");
const SHOP: Text = text("My shop: line", "本厂：生产线");
const RATES: Text = text("My shop: rates and minutes", "本厂：费率与工时");
const COATS: Text = text("My shop: ovens, coats, papers, freight", "本厂：烘烤、涂层、文件与运费");
const RULES: Text = text("My shop: pricing rules", "本厂：定价规则");
const LETTERHEAD: Text = text("My shop: letterhead and terms", "本厂：抬头与条款");
const DAYS: Text = text("My shop: days", "本厂：交期");

/// The fields of a line.
const LINE: &[Row] = &[
    row("name", Control::Text("DWG-1017")),
    row("shape", Control::List(None)).clearing(&SIZES),
    row("thread", Control::List(None)).clearing(OF_THREAD),
    row("head_edition", Control::List(None)).clearing(&["across_flats_mm", "head_height_mm"]),
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
    row("quantities", Control::Numbers),
    row("price_unit", Control::List(None)),
    row("process", Control::List(Some(of_a_bath))),
    row("designation", Control::Text("Fe/Zn 8")),
    row("thickness_um", Control::Number),
    row("thickness_kind", Control::List(None)),
    row("part_class", Control::List(None)),
    row("passivate", Control::List(None)),
    row("top_coat", Control::List(None)),
    row("hardness_hrc", Control::Number),
    row("tensile_strength_mpa", Control::Number),
    row("masked_places", Control::Number),
    row("new_racks", Control::Number),
    row("packing", Control::List(None)),
    row("certificate", Control::List(None)),
    row("first_article", Control::List(None)),
];

/// One's own bath has its figures in the process comparison only.
fn of_a_bath(_: crate::form::Form, process: &str) -> bool {
    process != "own"
}

/// The fields in their groups.
static LAYOUT: &[Group] = &[
    group(LINES, &[row("lines", Control::Rows(LINE))]),
    group(
        OFFER,
        &[
            row("currency", Control::Segments).clearing(&["exchange_rate", "tax_basis"]),
            row("exchange_rate", Control::Number),
            row("exchange_date", Control::Text("2026-11-24")),
            row("tax_basis", Control::List(None)),
            row("expedite", Control::Segments),
            row("language", Control::Segments),
        ],
    ),
    group(
        CUSTOMER,
        &[
            row("customer.company", Control::Text("")),
            row("customer.contact", Control::Text("")),
            row("customer.number", Control::Text("Q-2026-052")),
            row("customer.revision", Control::Text("A")),
            row("customer.rfq", Control::Text("RFQ-2026-117")),
            row("customer.date", Control::Text("2026-11-24")),
            row("customer.valid_days", Control::Number),
        ],
    )
    .folded(),
    group(
        SHOP,
        &[
            row("shop.profile", Control::List(None)),
            row("shop.name", Control::Text("")),
            row("shop.process", Control::List(Some(of_a_bath))),
            row("shop.rack_or_barrel", Control::Segments),
            row("shop.barrel_volume_l", Control::Number),
            row("shop.fill_fraction", Control::Number),
            row("shop.places_per_load", Control::Number),
            row("shop.rectifier_a", Control::Number),
            row("shop.plating_stations", Control::Number),
            row("shop.transfer_min", Control::Number),
            row("shop.other_takt_min", Control::Number),
            row("shop.uptime", Control::Number),
        ],
    ),
    group(
        RATES,
        &[
            row("shop.line_cny_per_h", Control::Number),
            row("shop.utilisation", Control::Number),
            row("shop.labour_cny_per_h", Control::Number),
            row("shop.racking_min", Control::Number),
            row("shop.masking_min", Control::Number),
            row("shop.load_min", Control::Number),
            row("shop.lot_min", Control::Number),
            row("shop.packing_kg_per_h", Control::Number),
            row("shop.laying_min", Control::Number),
            row("shop.electricity_cny_per_kwh", Control::Number),
        ],
    )
    .folded(),
    group(
        COATS,
        &[
            row("shop.oven_kg", Control::Number),
            row("shop.oven_cny_per_h", Control::Number),
            row("shop.oven_heat_up_h", Control::Number),
            row("shop.sealer_cny_per_m2", Control::Number),
            row("shop.passivate_clear_cny_per_m2", Control::Number),
            row("shop.passivate_iridescent_cny_per_m2", Control::Number),
            row("shop.passivate_black_cny_per_m2", Control::Number),
            row("shop.passivate_hexavalent_cny_per_m2", Control::Number),
            row("shop.powder_cny_per_m2", Control::Number),
            row("shop.rack_cny", Control::Number),
            row("shop.certificate_cny", Control::Number),
            row("shop.test_report_cny", Control::Number),
            row("shop.first_article_cny", Control::Number),
            row("shop.stripping_cny_per_m2", Control::Number),
            row("shop.freight_cny_per_kg", Control::Number),
            row("shop.freight_cny", Control::Number),
        ],
    )
    .folded(),
    group(
        RULES,
        &[
            row("shop.rule", Control::Segments),
            row("shop.margin", Control::Number),
            row("shop.mark_up", Control::Number),
            row("shop.rounding", Control::List(None)),
            row("shop.minimum_cny", Control::Number),
            row("shop.minimum_alloy_cny", Control::Number),
            row("shop.minimum_rule", Control::List(None)),
            row("shop.minimums_charged", Control::Number),
            row("shop.minimum_fee_cny", Control::Number),
            row("shop.zinc_cny_per_kg", Control::Number),
            row("shop.zinc_reference_cny_per_kg", Control::Number),
            row("shop.zinc_date", Control::Text("2026-11-24")),
            row("shop.energy_surcharge", Control::Number),
            row("shop.environment_surcharge", Control::Number),
            row("shop.expedite_surcharge", Control::Number),
            row("shop.tax", Control::Number),
        ],
    ),
    group(
        LETTERHEAD,
        &[
            row("shop.address", Control::Text("")),
            row("shop.contact", Control::Text("")),
            row("shop.terms", Control::Paragraph),
            row("shop.exclusions", Control::Paragraph),
            row("shop.liability", Control::Paragraph),
        ],
    )
    .folded(),
    group(
        DAYS,
        &[
            row("shop.queue_days", Control::Number),
            row("shop.after_days", Control::Number),
            row("shop.shift_h", Control::Number),
            row("shop.powder_days", Control::Number),
        ],
    )
    .folded(),
];

/// The fields of the page.
pub fn layout() -> &'static [Group] {
    LAYOUT
}
