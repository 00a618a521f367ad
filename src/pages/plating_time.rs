//! The page of the plating-time calculator: which fields stand where. Everything else is shared.

use crate::form::Form;
use crate::screen::{Control, Group, group, row};
use crate::words;
use platewise_model::data::Listed;
use platewise_model::data::baths::Bath;
use platewise_model::data::deposits::Deposit;
use platewise_model::words::{Arg, Phrase, phrase, symbol};

/// Only the baths that give the deposit in force.
fn of_deposit(form: Form, bath: &str) -> bool {
    Bath::find(bath).is_some_and(|bath| bath.deposit == form.choice("deposit"))
}

/// The reaction, and with it the valence, of a deposit.
fn reaction(deposit: &str) -> Option<Phrase> {
    Deposit::find(deposit)
        .map(|deposit| phrase(symbol("{0}"), [Arg::Name(deposit.reaction.to_owned())]))
}

/// The window of a bath.
pub fn window(bath: &str) -> Option<Phrase> {
    let bath = Bath::find(bath)?;
    let ends = [bath.rack.current_density, bath.temperature, bath.efficiency]
        .map(|fact| [fact.low, fact.high].map(|end| Arg::Quantity(fact.dimension, end)));
    Some(phrase(words::WINDOW, ends.concat()))
}

/// The fields in their groups.
static LAYOUT: &[Group] = &[
    group(words::GROUP_FIND, &[row("solve_for", Control::Bare)]),
    group(
        words::GROUP_BATH,
        &[
            row("deposit", Control::List(None)).clearing(&["bath"]).saying(reaction),
            row("nickel_fraction", Control::Number),
            row("iron_fraction", Control::Number),
            row("bath", Control::List(Some(of_deposit))).saying(window),
            row("rack_or_barrel", Control::Segments).clearing(&["part_class"]),
            row("contact_fraction", Control::Number),
        ],
    ),
    group(
        words::GROUP_THICKNESS,
        &[
            row("thickness_um", Control::Number),
            row("thickness_kind", Control::Segments),
            row("part_class", Control::List(None)),
            row("minimum_to_average", Control::Number),
            row("passivate", Control::List(None)),
            row("zinc_loss_um", Control::Number),
            row("designation", Control::Text("A3C")),
        ],
    ),
    group(
        words::GROUP_CURRENT,
        &[
            row("current_basis", Control::Segments),
            row("current_density_a_per_dm2", Control::Number),
            row("current_a", Control::Number),
            row("time_min", Control::Number),
            row("efficiency_mode", Control::Segments),
            row("efficiency", Control::Number),
            row("efficiency_curve", Control::Curve),
            row("calibration_by", Control::Segments),
            row("calibration_thickness_um", Control::Number),
            row("calibration_mass_g", Control::Number),
            row("calibration_area_dm2", Control::Number),
            row("calibration_time_min", Control::Number),
            row("calibration_current_density_a_per_dm2", Control::Number),
        ],
    ),
    group(
        words::GROUP_WORK,
        &[
            row("work_basis", Control::Segments),
            row("area_dm2", Control::Number),
            row("load_kg", Control::Number),
            row("area_dm2_per_kg", Control::Number),
            row("pieces", Control::Number),
        ],
    ),
    group(
        words::GROUP_STEEL,
        &[
            row("thread", Control::Optional),
            row("tolerance_position", Control::List(None)),
            row("bolt_length", Control::List(None)),
            row("tensile_strength_mpa", Control::Number),
            row("hardness_hrc", Control::Number),
        ],
    )
    .folded(),
    group(
        words::GROUP_DETAILS,
        &[
            row("voltage_v", Control::Number),
            row("rectifier_efficiency", Control::Number),
            row("temperature_c", Control::Number),
            row("density_model", Control::Segments),
            row("density_g_per_cm3", Control::Number),
        ],
    )
    .folded(),
];

/// The fields of the page.
pub fn layout() -> &'static [Group] {
    LAYOUT
}
