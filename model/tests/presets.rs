//! The examples that a visitor is offered: each has an answer and teaches what it says.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::float_cmp,
    reason = "a test fails by panicking"
)]

mod common;

use common::{
    all_finite, close, document, document_of, judged, plating_time, process_comparison, report,
    report_of, result,
};
use platewise_model::calculator::{ALL, AnyCalculator, Origin, Preset};
use platewise_model::report::Level;
use serde_json::{Map, Value};

fn inputs(preset: &Preset) -> Value {
    preset
        .inputs
        .iter()
        .map(|(name, value)| ((*name).to_owned(), value.to_json()))
        .collect::<Map<_, _>>()
        .into()
}

fn preset(id: &str) -> Value {
    preset_of(plating_time(), id)
}

fn preset_of(calculator: &AnyCalculator, id: &str) -> Value {
    let presets = calculator.presets();
    inputs(
        presets.iter().find(|preset| preset.id == id).unwrap_or_else(|| panic!("no preset {id}")),
    )
}

#[test]
fn every_preset_of_every_calculator_has_an_answer_in_which_all_it_gives_counts() {
    for calculator in ALL {
        for preset in calculator.presets() {
            let given = inputs(preset);
            let evaluation = calculator.evaluate_fully(given.as_object().unwrap());
            assert_eq!(evaluation.unused, Vec::<&str>::new(), "{}", preset.id);
            for (name, _) in preset.inputs {
                let found = evaluation.assumptions.iter().find(|one| one.field == *name).unwrap();
                assert_eq!(found.origin, Origin::Given, "{} {name}", preset.id);
            }
            all_finite(
                &evaluation
                    .outcome
                    .unwrap_or_else(|problems| panic!("{}: {problems:?}", preset.id)),
                &given,
            );
            for words in [preset.name, preset.teaches] {
                assert!(!words.en.is_empty() && !words.zh.is_empty(), "{}", preset.id);
            }
        }
    }
}

#[test]
fn the_examples_that_a_visitor_recognises_are_there() {
    let ids: Vec<&str> = plating_time().presets().iter().map(|preset| preset.id).collect();
    assert_eq!(
        ids,
        [
            "cixi_small_hardware",
            "m8_a3c",
            "m8_trivalent",
            "port_bracket",
            "battery_shell",
            "first_panel",
            "jewellery_gold"
        ]
    );
}

/// The alarm that teaches: 8 µm asked where 5 fit.
#[test]
fn m8_bolts_asked_for_a3c_raise_the_thread_alarm() {
    let a3c = preset("m8_a3c");
    assert_eq!(judged(&a3c, "thread_too_thick"), Some(Level::Alarm));
    assert_eq!(judged(&a3c, "hexavalent"), Some(Level::Warning));
    assert_eq!(result(&a3c, "thread_coating_limit_um"), 5.0);
    assert_eq!(document(&a3c)["results"]["iso_4042_code"], "A3C");
    assert_eq!(
        report(&a3c).judgements.first().map(|judgement| judgement.level),
        Some(Level::Alarm),
        "gravest first"
    );
}

#[test]
fn m8_bolts_with_a_trivalent_passivate_and_5_micrometres_fit() {
    let trivalent = preset("m8_trivalent");
    assert_eq!(judged(&trivalent, "thread_fits"), Some(Level::Ok));
    assert_eq!(judged(&trivalent, "hexavalent"), None);
    close(result(&trivalent, "batch_average_thickness_um"), 5.0, 1e-12, "batch average");
    assert!(report(&trivalent).judgements.iter().all(|judgement| judgement.level < Level::Alarm));
}

/// Ten minutes at 2 A/dm² and 100 %: 0.28472 × 2 × 10 µm.
#[test]
fn the_first_panel_is_faradays_law_and_nothing_else() {
    let panel = preset("first_panel");
    close(result(&panel, "average_thickness_um"), 5.694, 1e-4, "µm");
    close(result(&panel, "current_a"), 2.68, 1e-9, "A");
}

#[test]
fn jewellery_is_plated_with_one_electron_an_atom() {
    let gold = preset("jewellery_gold");
    assert_eq!(result(&gold, "valence"), 1.0);
    close(result(&gold, "efficiency"), 0.35, 1e-12, "acid hard gold");
}

#[test]
fn half_the_current_of_the_battery_shell_makes_hydrogen() {
    let shell = preset("battery_shell");
    close(result(&shell, "efficiency"), 0.5, 1e-9, "alkaline zinc–nickel at 2 A/dm²");
    assert!(result(&shell, "hydrogen_l") > 0.0);
}

#[test]
fn the_bracket_has_its_thickness_in_the_corners() {
    let bracket = preset("port_bracket");
    close(result(&bracket, "minimum_thickness_um"), 12.0, 1e-9, "µm");
    close(result(&bracket, "average_thickness_um"), (12.0 + 0.3) / 0.65, 1e-9, "µm on average");
    assert_eq!(judged(&bracket, "embrittlement_ok"), Some(Level::Ok));
}

/// A comparison as it is offered: its numbers by name, and what is judged of it.
struct Offered(Value);

impl Offered {
    fn number(&self, name: &str) -> f64 {
        let document = document_of(process_comparison(), &self.0);
        common::at(&document["results"], name)
            .as_f64()
            .unwrap_or_else(|| panic!("no number {name}"))
    }

    fn judged(&self, id: &str) -> Option<Level> {
        report_of(process_comparison(), &self.0)
            .judgements
            .iter()
            .find(|judgement| judgement.id == id)
            .map(|judgement| judgement.level)
    }
}

fn comparison(id: &str) -> Offered {
    Offered(preset_of(process_comparison(), id))
}

#[test]
fn the_comparisons_that_a_visitor_recognises_are_there() {
    let ids: Vec<&str> = process_comparison().presets().iter().map(|preset| preset.id).collect();
    assert_eq!(
        ids,
        [
            "leave_cyanide_barrel",
            "profiled_rack",
            "flat_same_average",
            "plant_share",
            "zinc_nickel"
        ]
    );
}

#[test]
fn a_barrel_line_that_leaves_cyanide_saves_money_and_all_of_its_poison() {
    let offered = comparison("leave_cyanide_barrel");
    assert!(offered.number("difference.cost_cny_per_m2") < 0.0);
    assert!(offered.number("conversion.simple_payback_years") > 0.0);
    assert_eq!(offered.number("conversion.highly_toxic_removed_line"), 1.0);
    assert_eq!(
        offered.number("processes.alkaline_mid.minimum_to_average"),
        0.85,
        "small parts in a barrel"
    );
}

/// Cheapest by the micrometre, and yet dearer at the same minimum.
#[test]
fn on_profiled_parts_throwing_power_turns_the_order() {
    let offered = comparison("profiled_rack");
    assert!(offered.number("difference.cost_cny_per_m2") > 0.0);
    assert_eq!(offered.judged("ratio_turns_order"), Some(Level::Warning));
    assert!(comparison("flat_same_average").number("difference.cost_cny_per_m2") < 0.0);
    assert_eq!(comparison("flat_same_average").judged("same_average"), Some(Level::Warning));
}

#[test]
fn ninety_per_cent_less_poison_is_all_of_the_line_and_a_share_of_the_plant() {
    let offered = comparison("plant_share");
    assert_eq!(offered.number("conversion.highly_toxic_removed_line"), 1.0);
    let plant = offered.number("conversion.highly_toxic_removed_plant");
    assert!((0.80..0.95).contains(&plant), "{plant}");
}

#[test]
fn zinc_nickel_costs_more_than_zinc() {
    let offered = comparison("zinc_nickel");
    assert!(offered.number("difference.cost_cny_per_m2") > 0.5);
    assert!(offered.number("processes.acid_zinc_nickel.nickel_metal_cny_per_m2") > 0.0);
    assert_eq!(offered.judged("cyanide_formed"), Some(Level::Warning));
}
