//! What is said about a result, at and around each bound.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::float_cmp,
    reason = "a test fails by panicking"
)]

mod common;

use common::{close, document, judged, problems, report, result};
use platewise_model::plating::embrittlement::{B850, by_hardness, by_strength, f1941_susceptible};
use platewise_model::report::Level;
use platewise_model::report::format::Reader;
use serde_json::{Value, json};

/// The English sentence of a judgement.
fn sentence(inputs: &Value, id: &str) -> String {
    let report = report(inputs);
    let found = report.judgements.iter().find(|judgement| judgement.id == id);
    Reader::default()
        .phrase(&found.unwrap_or_else(|| panic!("{inputs} is not judged {id}")).message)
}

/// ASTM B850-98(2009) as Sonic Plating re-posts it: from 1001 MPa on; ASTM B633-19: bake above 1200, do not plate above 1700 MPa.
#[test]
fn baking_by_tensile_strength() {
    for (mpa, expected) in [
        (500.0, B850::Nothing),
        (999.0, B850::Nothing),
        (1000.0, B850::Watch { hours: None }), // the procedures begin, the table does not yet
        (1001.0, B850::Watch { hours: Some(8) }),
        (1100.0, B850::Watch { hours: Some(8) }),
        (1101.0, B850::Watch { hours: Some(10) }),
        (1200.0, B850::Watch { hours: Some(10) }),
        (1201.0, B850::Bake { hours: Some(12) }),
        (1300.0, B850::Bake { hours: Some(12) }),
        (1301.0, B850::Bake { hours: Some(14) }),
        (1400.0, B850::Bake { hours: Some(14) }),
        (1401.0, B850::Bake { hours: Some(16) }),
        (1500.0, B850::Bake { hours: Some(16) }),
        (1501.0, B850::Bake { hours: Some(18) }),
        (1600.0, B850::Bake { hours: Some(18) }),
        (1601.0, B850::Bake { hours: Some(20) }),
        (1700.0, B850::Bake { hours: Some(20) }),
        (1701.0, B850::DoNotPlate),
        (4000.0, B850::DoNotPlate),
    ] {
        assert_eq!(by_strength(mpa), expected, "{mpa} MPa");
    }
}

/// Between whole megapascals there is no gap: 1100.5 MPa already belongs to the row of 1101.
#[test]
fn the_bake_table_has_no_gaps() {
    assert_eq!(by_strength(1000.4), B850::Watch { hours: Some(8) });
    assert_eq!(by_strength(1100.5), B850::Watch { hours: Some(10) });
    assert_eq!(by_strength(1200.5), B850::Bake { hours: Some(12) });
    assert_eq!(by_strength(1700.5), B850::DoNotPlate);
}

/// The same by hardness. A bound that two rows share ends the lower row. ASTM B633-19 prints 46 HRC beside 1700 MPa.
#[test]
fn baking_by_hardness() {
    for (hrc, expected) in [
        (25.0, B850::Nothing),
        (30.9, B850::Nothing),
        (31.0, B850::Watch { hours: Some(8) }),
        (33.0, B850::Watch { hours: Some(8) }),
        (33.1, B850::Watch { hours: Some(10) }),
        (36.0, B850::Watch { hours: Some(10) }),
        (36.1, B850::Bake { hours: Some(12) }),
        (39.0, B850::Bake { hours: Some(12) }),
        (39.1, B850::Bake { hours: Some(14) }),
        (43.1, B850::Bake { hours: Some(16) }),
        (45.1, B850::Bake { hours: Some(18) }),
        (46.0, B850::Bake { hours: Some(18) }),
        (46.1, B850::DoNotPlate),
        (60.0, B850::DoNotPlate),
    ] {
        assert_eq!(by_hardness(hrc), expected, "{hrc} HRC");
    }
}

/// ASTM F1941/F1941M-15: above 39 HRC. The edition of 2005 said 40.
#[test]
fn fasteners_are_susceptible_above_39_hrc() {
    assert!(!f1941_susceptible(39.0));
    assert!(f1941_susceptible(39.1));
}

#[test]
fn embrittlement_is_judged_only_when_strength_or_hardness_is_given() {
    let plain = report(&json!({ "thread": "M8" }));
    assert!(plain.judgements.iter().all(|judgement| !judgement.id.starts_with("embrittlement")
        && !judgement.id.starts_with("f1941")));
}

#[test]
fn the_two_rules_speak_for_themselves() {
    for (inputs, id, level) in [
        (json!({ "tensile_strength_mpa": 500 }), "embrittlement_ok", Level::Ok),
        (json!({ "tensile_strength_mpa": 1000 }), "embrittlement_watch", Level::Note),
        (json!({ "tensile_strength_mpa": 1200 }), "embrittlement_watch", Level::Warning),
        (json!({ "tensile_strength_mpa": 1201 }), "embrittlement_bake", Level::Warning),
        (json!({ "tensile_strength_mpa": 1701 }), "embrittlement_stop", Level::Alarm),
        (json!({ "hardness_hrc": 46.1 }), "embrittlement_stop", Level::Alarm),
        (json!({ "hardness_hrc": 39.1 }), "f1941_susceptible", Level::Note),
        (json!({ "hardness_hrc": 39.1, "thread": "M8" }), "f1941_susceptible", Level::Alarm),
        (json!({ "hardness_hrc": 39, "thread": "M8" }), "f1941_ok", Level::Ok),
    ] {
        assert_eq!(judged(&inputs, id), Some(level), "{inputs}");
    }
    assert_eq!(judged(&json!({ "hardness_hrc": 39 }), "f1941_ok"), None, "not a fastener");
    // A strength is never turned into a hardness: F1941, which knows only hardness, asks for it and says no more.
    let by_strength = report(&json!({ "tensile_strength_mpa": 1650, "thread": "M8" }));
    let of_f1941: Vec<_> = by_strength
        .judgements
        .iter()
        .filter(|judgement| judgement.id.starts_with("f1941"))
        .map(|one| (one.id, one.level))
        .collect();
    assert_eq!(of_f1941, [("f1941_hardness_needed", Level::Note)]);
    for silent in [
        json!({ "tensile_strength_mpa": 1650 }),
        json!({ "tensile_strength_mpa": 1650, "hardness_hrc": 40, "thread": "M8" }),
    ] {
        assert_eq!(judged(&silent, "f1941_hardness_needed"), None, "{silent}");
    }
}

#[test]
fn the_hours_of_the_bake_are_told() {
    let told = sentence(&json!({ "tensile_strength_mpa": 1250 }), "embrittlement_bake");
    for part in ["1250 MPa", "190 °C", "220 °C", "12 h", "4 h"] {
        assert!(told.contains(part), "{part} in “{told}”");
    }
    assert!(sentence(&json!({ "hardness_hrc": 40 }), "embrittlement_bake").contains("14 h"));
}

/// ASTM B633 is for zinc; the bake hours of ASTM B850 are for any electrodeposit on steel.
#[test]
fn b633_speaks_of_zinc_only_and_b850_of_every_deposit() {
    for (mpa, id, level, hours) in [
        (500.0, "embrittlement_ok", Level::Ok, None),
        (1000.0, "embrittlement_watch", Level::Note, None),
        (1150.0, "embrittlement_watch", Level::Warning, Some("10 h")),
        (1250.0, "embrittlement_bake", Level::Warning, Some("12 h")),
        (1750.0, "embrittlement_stop", Level::Alarm, Some("22 h")),
        (1900.0, "embrittlement_stop", Level::Alarm, None),
    ] {
        let nickel = json!({ "deposit": "nickel", "tensile_strength_mpa": mpa });
        assert_eq!(judged(&nickel, id), Some(level), "{mpa} MPa");
        let told = sentence(&nickel, id);
        assert!(
            !told.contains("B633") && !told.contains("zinc") && told.contains("B850"),
            "{told}"
        );
        assert!(hours.is_none_or(|hours| told.contains(hours)), "{told}");
        for zinc in ["zinc", "zinc_nickel", "zinc_iron"] {
            let zinc = json!({ "deposit": zinc, "tensile_strength_mpa": mpa });
            assert_eq!(judged(&zinc, id), Some(level), "{mpa} MPa");
            assert!(
                id == "embrittlement_bake" || sentence(&zinc, id).contains("B633"),
                "{mpa} MPa"
            );
        }
    }
    assert!(
        sentence(&json!({ "deposit": "nickel", "hardness_hrc": 50 }), "embrittlement_stop")
            .contains("22 h")
    );
    assert!(
        sentence(&json!({ "tensile_strength_mpa": 1750 }), "embrittlement_stop")
            .contains("ends at 1700 MPa")
    );
}

/// Window of the potassium chloride bath on a rack, 1 to 5 A/dm², and in a barrel, 0.3 to 1.6.
#[test]
fn current_density_is_judged_by_the_window_of_the_bath() {
    let judged_at = |mount: &str, j: f64, id: &str| {
        judged(
            &json!({ "bath": "acid_potassium", "rack_or_barrel": mount, "current_density_a_per_dm2": j }),
            id,
        )
    };
    for (mount, j, id, level) in [
        ("rack", 0.99, "current_density_low", Level::Warning),
        ("rack", 1.0, "current_density_ok", Level::Ok),
        ("rack", 5.0, "current_density_ok", Level::Ok),
        ("rack", 5.01, "current_density_high", Level::Warning),
        ("barrel", 0.29, "current_density_low", Level::Warning),
        ("barrel", 0.3, "current_density_ok", Level::Ok),
        ("barrel", 1.6, "current_density_ok", Level::Ok),
        ("barrel", 1.61, "current_density_high", Level::Warning),
    ] {
        assert_eq!(judged_at(mount, j, id), Some(level), "{mount} {j}");
    }
}

/// 1.6 A/dm² over the whole load is 5.3 where 30 % of it is in contact: above what the bath bears on a rack.
#[test]
fn in_a_barrel_the_parts_in_contact_decide_whether_they_burn() {
    let inputs = |contact: f64| json!({ "rack_or_barrel": "barrel", "current_density_a_per_dm2": 1.6, "contact_fraction": contact });
    close(
        result(&inputs(0.3), "effective_current_density_a_per_dm2"),
        1.6 / 0.3,
        1e-12,
        "effective current density",
    );
    assert_eq!(judged(&inputs(0.3), "effective_current_density_high"), Some(Level::Warning));
    assert_eq!(judged(&inputs(0.5), "effective_current_density_high"), None);
    // The thickness goes with the mean over the whole load all the same.
    let fixed = |contact: f64| json!({ "rack_or_barrel": "barrel", "current_density_a_per_dm2": 1.6, "contact_fraction": contact, "efficiency": 0.96 });
    assert_eq!(result(&fixed(0.3), "time_min"), result(&fixed(0.5), "time_min"));
}

/// Below its window chromium does not get thin: it does not deposit.
#[test]
fn below_its_window_a_chromium_bath_deposits_nothing() {
    for deposit in ["chromium_hexavalent", "chromium_trivalent"] {
        let at = |j: f64, id: &str| {
            judged(&json!({ "deposit": deposit, "current_density_a_per_dm2": j }), id)
        };
        assert_eq!(at(2.0, "no_deposit_risk"), Some(Level::Alarm), "{deposit}");
        assert_eq!(
            (at(2.0, "current_density_low"), at(2.0, "current_density_ok")),
            (None, None),
            "{deposit}"
        );
        assert_eq!(
            (at(9.0, "no_deposit_risk"), at(9.0, "current_density_ok")),
            (None, Some(Level::Ok)),
            "{deposit}"
        );
    }
    assert_eq!(judged(&json!({ "current_density_a_per_dm2": 0.5 }), "no_deposit_risk"), None);
}

/// In a barrel the efficiency is read off the curve at the effective current density: 0.8 / 0.4 = 2 A/dm², 75 % in the alkaline bath.
#[test]
fn in_a_barrel_the_efficiency_is_that_of_the_parts_in_contact() {
    let inputs = json!({ "bath": "alkaline_mid", "rack_or_barrel": "barrel", "current_density_a_per_dm2": 0.8, "contact_fraction": 0.4 });
    close(result(&inputs, "efficiency"), 0.75, 1e-12, "efficiency");
}

#[test]
fn a_bath_that_is_not_usual_in_a_barrel_says_so() {
    assert_eq!(
        judged(&json!({ "bath": "acid_sulphate", "rack_or_barrel": "barrel" }), "barrel_unusual"),
        Some(Level::Warning)
    );
    assert_eq!(
        judged(&json!({ "bath": "acid_potassium", "rack_or_barrel": "barrel" }), "barrel_unusual"),
        None
    );
}

/// The curve of the potassium chloride bath has points from 0.3 to 6 A/dm².
#[test]
fn outside_its_points_a_curve_is_held_and_that_is_said() {
    let at = |j: f64| json!({ "bath": "acid_potassium", "current_density_a_per_dm2": j });
    for (j, efficiency) in [(0.2, 0.95), (7.0, 0.92)] {
        assert_eq!(judged(&at(j), "curve_clamped"), Some(Level::Warning), "{j}");
        close(result(&at(j), "efficiency"), efficiency, 1e-12, "at its nearest end");
    }
    for j in [0.3, 2.5, 6.0] {
        assert_eq!(judged(&at(j), "curve_clamped"), None, "{j}");
    }
    assert_eq!(
        judged(&at(2.5), "curve_estimated"),
        Some(Level::Note),
        "and that no measurement supports it"
    );
    let own = json!({ "efficiency_curve": [[1, 0.9], [3, 0.8]], "current_density_a_per_dm2": 2 });
    close(result(&own, "efficiency"), 0.85, 1e-12, "a curve of one's own");
    assert_eq!(judged(&own, "curve_estimated"), None);
}

#[test]
fn an_efficiency_above_one_is_a_problem_and_no_answer() {
    let solved = json!({ "solve_for": "efficiency", "current_density_a_per_dm2": 1, "time_min": 10, "thickness_um": 20 });
    assert_eq!(problems(&solved), [("efficiency".to_owned(), "efficiency_above_one".to_owned())]);
    let thickness = json!({ "calibration_thickness_um": 50, "calibration_time_min": 10, "calibration_current_density_a_per_dm2": 1 });
    assert_eq!(
        problems(&thickness),
        [("calibration_thickness_um".to_owned(), "efficiency_above_one".to_owned())]
    );
    let mass = json!({ "calibration_mass_g": 50, "calibration_time_min": 10, "calibration_current_density_a_per_dm2": 1, "calibration_area_dm2": 1 });
    assert_eq!(
        problems(&mass),
        [("calibration_mass_g".to_owned(), "efficiency_above_one".to_owned())]
    );
    assert_eq!(
        problems(&json!({ "efficiency": 1.01 })),
        [("efficiency".to_owned(), "out_of_range".to_owned())]
    );
}

/// 8 µm of zinc in 30 min at 1 A/dm² is 93.7 %; so is the weight gain of that part, 0.5712 g a dm².
#[test]
fn a_measured_part_calibrates_by_thickness_and_by_weight_alike() {
    let by_thickness = json!({ "calibration_thickness_um": 8, "calibration_time_min": 30, "calibration_current_density_a_per_dm2": 1 });
    let by_mass = json!({ "calibration_mass_g": 0.5712 * 3.0, "calibration_area_dm2": 3, "calibration_time_min": 30, "calibration_current_density_a_per_dm2": 1 });
    for inputs in [by_thickness, by_mass] {
        close(result(&inputs, "efficiency"), 8.0 / (0.284_72 * 30.0), 1e-4, "efficiency");
    }
}

/// With nothing measured, a calibration gives back what the bath is taken to do, whatever else is typed, and says so.
#[test]
fn a_calibration_without_a_measurement_invents_none() {
    for bath in ["acid_potassium", "alkaline_mid", "nickel", "chromium_hexavalent", "copper_acid"] {
        for mount in ["rack", "barrel"] {
            let plain = json!({ "bath": bath, "rack_or_barrel": mount });
            for by in ["thickness", "mass"] {
                for more in
                    [json!({}), json!({ "calibration_time_min": 7.5, "calibration_area_dm2": 3 })]
                {
                    let mut inputs = json!({ "bath": bath, "rack_or_barrel": mount, "efficiency_mode": "calibrated", "calibration_by": by });
                    inputs.as_object_mut().unwrap().extend(common::object(&more));
                    close(
                        result(&inputs, "efficiency"),
                        result(&plain, "efficiency"),
                        1e-9,
                        "efficiency",
                    );
                    assert_eq!(
                        judged(&inputs, "calibration_example"),
                        Some(Level::Note),
                        "{inputs}"
                    );
                }
            }
        }
    }
    for measured in [
        json!({ "calibration_thickness_um": 8, "calibration_time_min": 60 }),
        json!({ "efficiency_mode": "calibrated", "solve_for": "efficiency", "time_min": 60 }),
        json!({}),
    ] {
        assert_eq!(judged(&measured, "calibration_example"), None, "{measured}");
    }
    let other = json!({ "efficiency_mode": "calibrated", "calibration_by": "mass", "calibration_thickness_um": 8 });
    assert_eq!(
        judged(&other, "calibration_example"),
        Some(Level::Note),
        "what is not used is no measurement"
    );
}

/// What goes in as the bath's own curve, such as out of a file, is the bath's curve still.
#[test]
fn the_curve_of_the_bath_given_back_is_an_estimate_still() {
    let plain = json!({ "bath": "alkaline_mid" });
    let written = document(&plain);
    let back = json!({ "bath": "alkaline_mid", "efficiency_curve": written["inputs"]["efficiency_curve"] });
    assert_eq!(document(&back)["results"], written["results"]);
    assert_eq!(judged(&back, "curve_estimated"), Some(Level::Note));
    let (_, _, note) = report(&back).answer.range.unwrap();
    assert!(Reader::default().phrase(&note).ends_with("the curve itself is an estimate"));
}

#[test]
fn the_total_current_stands_out_where_a_load_is_plated() {
    let names = |inputs: Value| {
        report(&inputs).highlights.iter().map(|item| item.label.en).collect::<Vec<_>>()
    };
    for load in [json!({ "pieces": 6 }), json!({ "load_kg": 30 }), json!({ "current_a": 6 })] {
        let names = names(load);
        assert_eq!((names.len(), names[1]), (5, "Total current"));
    }
    assert!(!names(json!({})).contains(&"Total current"));
    let found = names(json!({ "load_kg": 30, "solve_for": "current_density" }));
    assert_eq!((found.len(), found[0]), (4, "Total current"));
}

/// With the handbooks' 100 % hexavalent chromium would be nearly seven times too fast: it starts with 15 % (a Chinese table takes 13 %).
#[test]
fn hexavalent_chromium_starts_with_an_efficiency_of_15_per_cent() {
    let inputs = json!({ "deposit": "chromium_hexavalent" });
    close(result(&inputs, "efficiency"), 0.15, 1e-12, "efficiency");
    assert_eq!(result(&inputs, "valence"), 6.0);
    let full = json!({ "deposit": "chromium_hexavalent", "efficiency": 1 });
    close(result(&inputs, "time_min") / result(&full, "time_min"), 1.0 / 0.15, 1e-12, "times");
    assert_eq!(judged(&full, "efficiency_unusual"), Some(Level::Warning));
}

#[test]
fn no_current_density_is_a_problem_with_its_field() {
    let hopeless =
        json!({ "solve_for": "current_density", "thickness_um": 10000, "time_min": 0.001 });
    assert_eq!(
        problems(&hopeless),
        [("current_density_a_per_dm2".to_owned(), "no_current_density".to_owned())]
    );
}

#[test]
fn all_three_thicknesses_are_always_shown() {
    for kind in ["average", "minimum", "batch_average"] {
        let inputs = json!({ "thickness_um": 10, "thickness_kind": kind, "passivate": "trivalent_clear", "minimum_to_average": 0.8, "zinc_loss_um": 0.3 });
        let found = |name: &str| result(&inputs, name);
        let average = match kind {
            "average" => 10.0,
            "minimum" => (10.0 + 0.3) / 0.8,
            _ => 10.3,
        };
        close(found("average_thickness_um"), average, 1e-12, kind);
        close(found("minimum_thickness_um"), average * 0.8 - 0.3, 1e-12, kind);
        close(found("batch_average_thickness_um"), average - 0.3, 1e-12, kind);
        assert_eq!(found("thickness_um"), 10.0, "to the last digit, {kind}");
    }
    for um in [3.0, 7.7, 0.1] {
        let minimum = json!({ "thickness_um": um, "thickness_kind": "minimum", "passivate": "trivalent_clear", "part_class": "recessed" });
        assert_eq!(
            (result(&minimum, "thickness_um"), result(&minimum, "minimum_thickness_um")),
            (um, um)
        );
    }
}

/// The same figure reads the same beside the field and among the sources.
#[test]
fn the_ratio_of_minimum_to_average_is_a_ratio_everywhere() {
    use platewise_model::output::html;
    let inputs = json!({ "thickness_kind": "minimum", "part_class": "flat" });
    let report = report(&inputs);
    assert!(
        html::basis(&report, Reader::default())
            .contains("<td class=\"n\">0.80</td><td class=\"n\">0.70–0.90</td>")
    );
    let evaluation = common::evaluation(&inputs);
    assert!(
        html::inputs(common::plating_time(), &evaluation, Reader::default())
            .contains("<td class=\"n\">0.80</td>")
    );
    let (_, _, note) = report.answer.range.unwrap();
    assert!(Reader::default().phrase(&note).contains("0.70 … 0.90"));
}

/// What dip and passivate dissolve is zinc: other deposits lose none, and zinc without a passivate neither.
#[test]
fn only_passivated_zinc_loses_zinc() {
    let loss = |inputs: Value| {
        result(&inputs, "average_thickness_um") - result(&inputs, "batch_average_thickness_um")
    };
    close(loss(json!({ "passivate": "trivalent_clear" })), 0.3, 1e-9, "passivated zinc");
    close(
        loss(json!({ "deposit": "zinc_nickel", "passivate": "trivalent_black" })),
        0.3,
        1e-9,
        "passivated zinc–nickel",
    );
    assert_eq!(loss(json!({})), 0.0);
    assert_eq!(loss(json!({ "deposit": "nickel", "passivate": "trivalent_clear" })), 0.0);
    assert_eq!(
        loss(json!({ "deposit": "nickel", "zinc_loss_um": 2 })),
        0.0,
        "there is no zinc on nickel to lose"
    );
}

/// ISO 4042:1999 annex B: yellow chromate on 8 µm, 72 h to white and 120 h to red rust.
#[test]
fn salt_spray_is_that_of_the_class_and_never_years() {
    let inputs = json!({ "designation": "A3C" });
    let told = sentence(&inputs, "salt_spray");
    assert!(
        told.contains("72 h (72–96 h)")
            && told.contains("120 h to red rust")
            && told.contains("not years"),
        "{told}"
    );
    let chinese = Reader { language: platewise_model::words::Language::Zh, ..Reader::default() };
    let found = report(&inputs)
        .judgements
        .into_iter()
        .find(|judgement| judgement.id == "salt_spray")
        .unwrap();
    assert!(
        chinese.phrase(&found.message).contains("约 72 h（72–96 h）出白锈，120 h 出红锈"),
        "{}",
        chinese.phrase(&found.message)
    );
    assert_eq!(judged(&inputs, "hexavalent"), Some(Level::Warning));
    // Without a range the sentence must not promise a span as a minimum.
    let trivalent = sentence(&json!({ "passivate": "trivalent_clear" }), "salt_spray");
    assert!(!trivalent.contains("at least"), "{trivalent}");
    assert_eq!(
        judged(&json!({ "passivate": "trivalent_clear", "thickness_um": 2 }), "salt_spray_unknown"),
        Some(Level::Note)
    );
    assert_eq!(
        judged(
            &json!({ "deposit": "zinc_iron", "passivate": "trivalent_black" }),
            "salt_spray_unknown"
        ),
        Some(Level::Note)
    );
}

/// Metal Finishing Guidebook: less than 8 h to white rust without a chromate.
#[test]
fn untreated_zinc_has_its_salt_spray_too() {
    let untreated = json!({ "thickness_um": 12 });
    assert_eq!(judged(&untreated, "salt_spray"), Some(Level::Note));
    let told = sentence(&untreated, "salt_spray");
    assert!(told.contains("less than 8 h") && told.contains("not years"), "{told}");
    for other in ["zinc_nickel", "zinc_iron", "nickel", "gold_cyanide"] {
        assert_eq!(judged(&json!({ "deposit": other }), "salt_spray"), None, "{other}");
    }
}

#[test]
fn a_curve_asked_of_a_bath_that_has_none_is_told() {
    let inputs = json!({ "deposit": "nickel", "efficiency_mode": "curve" });
    assert_eq!(judged(&inputs, "curve_missing"), Some(Level::Note));
    close(result(&inputs, "efficiency"), 0.955, 1e-12, "the usual efficiency of the bath");
    let plain = json!({ "deposit": "nickel" });
    assert_eq!(document(&inputs)["results"], document(&plain)["results"], "the range too");
    assert!(document(&inputs)["results"]["answer_range"]["low"].is_number());
    for other in [
        plain,
        json!({ "efficiency_mode": "curve" }),
        json!({ "deposit": "nickel", "efficiency_curve": [[1, 0.9], [3, 0.95]] }),
        json!({ "deposit": "nickel", "efficiency_mode": "curve", "solve_for": "efficiency" }),
    ] {
        assert_eq!(judged(&other, "curve_missing"), None, "{other}");
    }
}

#[test]
fn heat_that_is_an_upper_bound_says_so() {
    for (deposit, expected) in [
        ("chromium_hexavalent", Some(Level::Note)),
        ("gold_cyanide", Some(Level::Note)),
        ("zinc_nickel", None),
        ("copper_acid", None),
    ] {
        assert_eq!(
            judged(&json!({ "deposit": deposit }), "heat_upper_bound"),
            expected,
            "{deposit}"
        );
    }
    assert_eq!(
        judged(&json!({ "bath": "alkaline_mid" }), "heat_upper_bound"),
        None,
        "for zinc it is known"
    );
}

/// 65.38 g/mol, two electrons and 7.14 g/cm³ give 13.81 A·h per ft² and mil, whatever density the visitor has typed.
#[test]
fn the_handbooks_figure_for_zinc_is_judged_by_the_density_that_ships() {
    for inputs in [json!({}), json!({ "density_g_per_cm3": 6.5 })] {
        let reader = Reader::default();
        let told: Vec<String> =
            report(&inputs).mistakes.iter().map(|mistake| reader.phrase(mistake)).collect();
        assert!(
            told.iter().any(|told| told.contains("14.3 A·h") && told.contains("13.81")),
            "{told:?}"
        );
    }
}

#[test]
fn judgements_come_gravest_first_and_otherwise_as_they_were_made() {
    let all = report(
        &json!({ "designation": "A3C", "thread": "M8", "tensile_strength_mpa": 1250, "passivate": "trivalent_clear" }),
    );
    let levels: Vec<Level> = all.judgements.iter().map(|judgement| judgement.level).collect();
    assert!(levels.windows(2).all(|pair| pair[0] >= pair[1]), "{levels:?}");
    assert_eq!((levels.first(), levels.last()), (Some(&Level::Alarm), Some(&Level::Ok)));
    let at = |id: &str| all.judgements.iter().position(|judgement| judgement.id == id).unwrap();
    assert!(at("code_contradicted") < at("embrittlement_bake"), "both are warnings");
}

#[test]
fn a_problem_speaks_the_readers_language() {
    let told = |inputs: Value| {
        let problems = common::evaluation(&inputs).outcome.unwrap_err();
        let zh = Reader { language: platewise_model::words::Language::Zh, ..Reader::default() };
        (Reader::default().phrase(&problems[0].message()), zh.phrase(&problems[0].message()))
    };
    for (inputs, en, zh) in [
        (json!({ "thickness_um": [8] }), "a number", "应为数字。"),
        (json!({ "bath": 1 }), "a text", "应为文本。"),
        (json!({ "efficiency_curve": 1 }), "a list of points", "应为数据点列表。"),
        (
            json!({ "current_a": 1, "current_density_a_per_dm2": 1 }),
            "“Current density”",
            "“电流密度”",
        ),
        (json!({ "area_dm2": 1, "load_kg": 1 }), "“Weight of the load”", "“装载重量”"),
        (json!({ "deposit": "nickel", "bath": "acid_potassium" }), "“Zinc”", "“锌”"),
    ] {
        let (english, chinese) = told(inputs);
        assert!(english.contains(en), "{english}");
        assert!(
            chinese.contains(zh) && !chinese.chars().any(|c| c.is_ascii_alphabetic()),
            "{chinese}"
        );
    }
}

#[test]
fn nickel_outside_the_usual_composition_is_told() {
    let at = |share: f64| {
        judged(
            &json!({ "deposit": "zinc_nickel", "nickel_fraction": share }),
            "composition_unusual",
        )
    };
    for (share, expected) in
        [(0.05, Some(Level::Warning)), (0.12, None), (0.16, None), (0.19, Some(Level::Warning))]
    {
        assert_eq!(at(share), expected, "{share}");
    }
    assert_eq!(
        problems(&json!({ "deposit": "zinc_nickel", "nickel_fraction": 0.25 })),
        [("nickel_fraction".to_owned(), "out_of_range".to_owned())]
    );
}

#[test]
fn a_bath_of_another_deposit_is_a_problem_of_the_bath() {
    assert_eq!(
        problems(&json!({ "deposit": "nickel", "bath": "acid_potassium" })),
        [("bath".to_owned(), "bath_of_another_deposit".to_owned())]
    );
}

#[test]
fn hydrogen_is_shown_for_zinc_and_its_alloys_only() {
    for (deposit, shown) in [
        ("zinc", true),
        ("zinc_nickel", true),
        ("zinc_iron", true),
        ("chromium_hexavalent", false),
        ("tin_stannate", false),
        ("gold_iii", false),
    ] {
        let document = document(&json!({ "deposit": deposit }));
        assert_eq!(document["results"]["hydrogen_l"].is_number(), shown, "{deposit}");
    }
    // 0.4564 L at 25 °C and 1 atm from each ampere-hour that makes hydrogen.
    let inputs = json!({ "efficiency": 0.75, "area_dm2": 100 });
    close(result(&inputs, "hydrogen_l"), result(&inputs, "charge_ah") * 0.25 * 0.4564, 1e-9, "L");
}

/// Soluble anodes turn all electrical power into heat; inert ones keep 1.82 V for zinc and 1.48 V for water.
#[test]
fn heat_into_the_bath_is_what_the_reactions_leave() {
    let soluble = json!({ "bath": "acid_potassium", "area_dm2": 100 });
    close(result(&soluble, "heat_kwh"), result(&soluble, "energy_dc_kwh"), 1e-12, "soluble");
    let inert =
        json!({ "bath": "alkaline_mid", "area_dm2": 100, "voltage_v": 5, "efficiency": 0.75 });
    let expected = result(&inert, "charge_ah") * (5.0 - 1.82 * 0.75 - 1.48 * 0.25) / 1000.0;
    close(result(&inert, "heat_kwh"), expected, 1e-9, "inert");
}

/// Direct-current energy of 8 µm of zinc a square metre: 0.195 kWh from the acid bath at 4 V and 96 %, 0.281 from the alkaline at 4.5 V and 75 %.
#[test]
fn energy_a_square_metre() {
    for (volts, efficiency, kwh) in [(4.0, 0.96, 0.195), (4.5, 0.75, 0.281)] {
        let inputs = json!({ "thickness_um": 8, "area_dm2": 100, "voltage_v": volts, "efficiency": efficiency, "rectifier_efficiency": 0.85 });
        close(result(&inputs, "energy_dc_kwh"), kwh, 0.003, "DC");
        close(
            result(&inputs, "energy_ac_kwh"),
            result(&inputs, "energy_dc_kwh") / 0.85,
            1e-12,
            "AC",
        );
    }
}

/// The efficiency is the one number of the derivation that no formula yields: it must not fall from the sky.
#[test]
fn the_derivation_says_where_the_efficiency_comes_from() {
    let steps = |inputs: Value| {
        document(&inputs)["steps"]
            .as_array()
            .unwrap()
            .iter()
            .map(|step| step["id"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert!(steps(json!({ "bath": "alkaline_mid" })).contains(&"efficiency_curve".to_owned()));
    assert!(
        steps(json!({ "calibration_thickness_um": 8, "calibration_time_min": 30, "calibration_current_density_a_per_dm2": 1 }))
            .contains(&"calibration".to_owned())
    );
    assert!(
        !steps(json!({ "efficiency": 0.9 })).contains(&"efficiency_curve".to_owned()),
        "a number that was given needs no step"
    );
}

/// At 999 A/dm² in 60 min Faraday's law gives millimetres of zinc (8.1 mm at 26 °C and the curve's last efficiency): no check mark says that is fine.
#[test]
fn no_check_mark_rests_on_an_input_outside_its_usual_range() {
    let fine = |inputs: &Value| {
        report(inputs)
            .judgements
            .iter()
            .filter(|one| one.level == Level::Ok)
            .map(|one| one.id)
            .collect::<Vec<_>>()
    };
    let usual = json!({ "thickness_um": 8, "thickness_kind": "minimum" });
    assert_eq!(fine(&usual), ["current_density_ok", "class_met"]);
    for unusual in [
        json!({ "solve_for": "thickness", "current_density_a_per_dm2": 999, "time_min": 60 }),
        json!({ "current_density_a_per_dm2": 999 }),
        json!({ "current_a": 999 }),
        json!({ "solve_for": "current_density", "time_min": 0.05 }),
    ] {
        assert!(fine(&unusual).is_empty(), "{unusual} {:?}", fine(&unusual));
    }
    // The current density may be fine where the thickness is not, and the other way round is never told.
    for (unusual, kept) in [
        (json!({ "thickness_um": 8106 }), vec!["current_density_ok"]),
        (
            json!({ "thickness_um": 8, "minimum_to_average": 0.02, "thickness_kind": "minimum" }),
            vec!["current_density_ok"],
        ),
        (json!({ "thickness_um": 20, "efficiency": 0.05 }), vec!["current_density_ok"]),
        (json!({ "thickness_um": 20, "density_g_per_cm3": 20 }), vec!["current_density_ok"]),
        (
            json!({ "thickness_um": 20, "passivate": "trivalent_clear", "zinc_loss_um": 9 }),
            vec!["current_density_ok"],
        ),
        (
            json!({ "thickness_um": 5, "thread": "M8", "tolerance_position": "e", "current_density_a_per_dm2": 30 }),
            vec![],
        ),
    ] {
        assert_eq!(fine(&unusual), kept, "{unusual}");
    }
    let thick =
        json!({ "solve_for": "thickness", "current_density_a_per_dm2": 5, "time_min": 600 });
    assert_eq!(judged(&thick, "thickness_unusual"), Some(Level::Warning));
    assert_eq!(judged(&json!({ "solve_for": "thickness" }), "thickness_unusual"), None);
}

/// The same of every other calculator: with any figure far outside its range no number of it is fine.
#[test]
fn a_load_an_order_and_a_payback_are_fine_only_with_usual_figures() {
    for (id, judgement, usual, unusual) in [
        (
            "part-area",
            "what_binds",
            json!({}),
            json!({ "current_density_a_per_dm2": 900, "rectifier_a": 900000 }),
        ),
        ("part-area", "thread_area", json!({}), json!({ "pitch_mm": 3 })),
        ("quote", "order_margin", json!({}), json!({ "shop": { "labour_cny_per_h": 9000 } })),
        ("pv-payback", "convention", json!({}), json!({ "capex_cny_per_wp": 0.01 })),
    ] {
        let calculator = platewise_model::calculator::find(id).unwrap();
        let level = |inputs: &Value| {
            let report = common::report_of(calculator, inputs);
            let mut all = report.judgements.iter().chain(&report.further);
            all.find(|one| one.id == judgement).map(|one| one.level)
        };
        assert_eq!(level(&usual), Some(Level::Ok), "{id} {judgement}");
        assert_ne!(level(&unusual), Some(Level::Ok), "{id} {judgement} {unusual}");
    }
}
