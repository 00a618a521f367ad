//! The comparison of zinc processes as the command line and files see it: against worked costs, closed balances and rules of the trade.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use platewise_model::calculator::{AnyCalculator, InputTable as _, Kind, find, process_comparison::Inputs};
use platewise_model::json;
use platewise_model::report::{Figure, Report};
use serde_json::{Map, Value, json};

fn comparison() -> &'static AnyCalculator {
    find("process-comparison").expect("the comparison exists")
}

fn object(inputs: &Value) -> Map<String, Value> {
    inputs.as_object().unwrap().clone()
}

fn results(inputs: &Value) -> Value {
    json::evaluate(comparison(), &object(inputs)).unwrap_or_else(|problems| panic!("{inputs}: {problems}"))["results"].take()
}

fn report(inputs: &Value) -> Report {
    (comparison().evaluate)(&object(inputs)).outcome.unwrap_or_else(|problems| panic!("{inputs}: {problems:?}"))
}

fn problems(inputs: &Value) -> Vec<(String, String)> {
    let list = json::evaluate(comparison(), &object(inputs)).expect_err("problems");
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    list["problems"].as_array().unwrap().iter().map(|one| (text(&one["field"]), text(&one["problem"]))).collect()
}

fn of(results: &Value, process: &str, name: &str) -> f64 {
    results["processes"][process][name].as_f64().unwrap_or_else(|| panic!("{process} has no {name}: {}", results["processes"][process]))
}

fn close(actual: f64, expected: f64, apart: f64, what: &str) {
    assert!((actual - expected).abs() <= apart, "{what}: {actual} and not {expected}");
}

/// The worked subtotals of the reference, CNY/m² at 8 µm on average: process, barrel, metal, electricity with cooling, brightener, drag-out,
/// destruction of cyanide, total.
const WORKED: [(&str, bool, f64, f64); 7] = [
    ("cyanide_mid", true, 2.47, 0.20),
    ("cyanide_low", true, 2.31, 0.09),
    ("alkaline_mid", true, 2.15, 0.0),
    ("acid_potassium", true, 1.98, 0.0),
    ("cyanide_mid", false, 1.92, 0.13),
    ("alkaline_mid", false, 1.77, 0.0),
    ("acid_potassium", false, 1.73, 0.0),
];

#[test]
fn the_variable_cost_is_that_of_the_worked_table_with_its_inputs_and_with_the_defaults() {
    for (process, barrel, total, destruction) in WORKED {
        let efficiency = match process {
            "cyanide_mid" => 0.72,
            "cyanide_low" => 0.68,
            "alkaline_mid" => 0.75,
            _ => 0.96,
        };
        let other = if process == "acid_ammonium" { "alkaline_low" } else { "acid_ammonium" };
        let plain = json!({
            "processes": [process, other],
            "baseline": process,
            "alternative": other,
            "rack_or_barrel": if barrel { "barrel" } else { "rack" },
            "average_thickness_um": 8,
        });
        let mut exact = plain.clone();
        exact["overrides"] = json!({ process: { "efficiency": efficiency } });
        for inputs in [plain, exact] {
            let results = results(&inputs);
            close(of(&results, process, "variable_cost_cny_per_m2"), total, 0.02, &format!("{process}, barrel {barrel}"));
            close(of(&results, process, "cyanide_destruction_cny_per_m2"), destruction, 0.02, process);
        }
    }
}

#[test]
fn electricity_at_eight_micrometres_is_that_of_the_reference() {
    // A·h/m², kWh/m² AC; efficiency and volts as printed, rectifier 0.85.
    for (process, barrel, efficiency, volts, charge, energy) in [
        ("acid_potassium", false, 0.96, 3.5, 48.8, 0.201),
        ("acid_potassium", true, 0.96, 7.0, 48.8, 0.40),
        ("acid_potassium", true, 0.96, 8.0, 48.8, 0.46),
        ("alkaline_mid", false, 0.75, 5.0, 62.4, 0.367),
        ("alkaline_mid", true, 0.75, 11.0, 62.4, 0.81),
        ("alkaline_high", true, 0.85, 10.0, 55.1, 0.648),
        ("cyanide_mid", false, 0.72, 5.0, 65.0, 0.383),
        ("cyanide_mid", true, 0.70, 12.0, 66.9, 0.944),
        ("cyanide_mid", true, 0.70, 14.0, 66.9, 1.102),
    ] {
        let inputs = json!({
            "processes": [process, "acid_ammonium"],
            "rack_or_barrel": if barrel { "barrel" } else { "rack" },
            "average_thickness_um": 8,
            "overrides": { process: { "efficiency": efficiency, "voltage_v": volts } },
        });
        let results = results(&inputs);
        close(of(&results, process, "charge_ah_per_m2"), charge, 0.06, process);
        close(of(&results, process, "energy_ac_kwh_per_m2"), energy, 0.006, process);
    }
}

#[test]
fn bars_add_up_to_the_totals_and_sections_to_their_sum() {
    for inputs in [json!({}), json!({ "processes": ["cyanide_high", "alkaline_zinc_nickel", "acid_zinc_nickel", "own"], "rack_or_barrel": "barrel" })] {
        let (report, results) = (report(&inputs), results(&inputs));
        let bars = |id: &str| {
            report.charts.iter().find_map(|figure| if let Figure::Bars(bars) = figure { Some(bars).filter(|bars| bars.id == id) } else { None }).unwrap()
        };
        let totals: Vec<&Value> = results["processes"].as_object().unwrap().values().collect();
        for (id, name) in [("cost", "cost_cny_per_m2"), ("co2e", "co2e_kg_per_m2"), ("water", "water_l_per_m2"), ("sludge", "sludge_wet_kg_per_m2")] {
            for (bar, total) in bars(id).bars.iter().zip(&totals) {
                close(bar.total(), total[name].as_f64().unwrap(), 1e-9, id);
            }
        }
        for (bar, total) in bars("energy").bars.iter().zip(&totals) {
            close(bar.total(), total["electricity_kwh_per_m2"].as_f64().unwrap() + total["heat_kwh_per_m2"].as_f64().unwrap(), 1e-9, "energy");
        }
        let change: f64 = bars("difference").bars.iter().map(platewise_model::report::Bar::total).sum();
        close(change, results["difference"]["cost_cny_per_m2"].as_f64().unwrap(), 1e-9, "difference by item");
        let costs = &report.sections[0];
        let (total, items) = costs.rows.split_last().unwrap();
        for column in 0..costs.columns.len() {
            let sum: f64 = items.iter().map(|row| row.values[column].unwrap()).sum();
            close(sum, total.values[column].unwrap(), 1e-9, "items of the cost");
        }
    }
}

#[test]
fn a_cyanide_bath_is_nowhere_more_efficient_than_an_alkaline_one_of_like_chemistry() {
    for step in 3..=60 {
        let j = f64::from(step) / 10.0;
        for (cyanide, alkaline) in [("cyanide_low", "alkaline_low"), ("cyanide_mid", "alkaline_mid"), ("cyanide_high", "alkaline_high")] {
            let at = json!({ "current_density_a_per_dm2": j });
            let results = results(&json!({ "processes": [cyanide, alkaline], "rectifier_a": 1e6, "overrides": { cyanide: at, alkaline: at } }));
            let [c, a] = [cyanide, alkaline].map(|one| of(&results, one, "efficiency"));
            assert!(c <= a + 1e-12, "{cyanide} {c} against {alkaline} {a} at {j} A/dm²");
        }
    }
}

#[test]
fn acid_zinc_is_cheapest_at_the_same_average_and_may_not_be_at_the_same_minimum() {
    let three = json!(["cyanide_mid", "alkaline_mid", "acid_potassium"]);
    let cheapest = |inputs: Value| {
        let results = results(&inputs);
        let cost = |one: &str| of(&results, one, "variable_cost_cny_per_m2");
        ["cyanide_mid", "alkaline_mid", "acid_potassium"].into_iter().min_by(|a, b| cost(a).total_cmp(&cost(b))).unwrap()
    };
    assert_eq!(cheapest(json!({ "processes": three, "average_thickness_um": 8 })), "acid_potassium");
    assert_eq!(cheapest(json!({ "processes": three, "minimum_thickness_um": 8, "part_class": "profiled" })), "alkaline_mid");
    let recessed =
        json!({ "processes": three, "baseline": "alkaline_mid", "alternative": "acid_potassium", "part_class": "recessed", "minimum_thickness_um": 12 });
    assert!(report(&recessed).judgements.iter().any(|one| one.id == "ratio_turns_order"), "the page says that the ratio decides");
}

#[test]
fn acid_zinc_makes_more_sludge_at_equal_drag_out_and_fairy_tales_are_refused_with_a_reason() {
    let results = results(&json!({ "processes": ["cyanide_mid", "acid_potassium"], "rack_or_barrel": "barrel" }));
    let sludge = ["acid_potassium", "cyanide_mid"].map(|one| of(&results, one, "sludge_wet_kg_per_m2"));
    assert!(sludge[0] > 1.8 * sludge[1], "{sludge:?}: 30 against 16 g/L of zinc");
    for claimed in [2.5, 3.0, 4.0] {
        let inputs = json!({ "overrides": { "acid_potassium": { "sludge_wet_kg_per_m2": claimed } } });
        assert_eq!(problems(&inputs), [("overrides.acid_potassium.sludge_wet_kg_per_m2".to_owned(), "implausible_sludge".to_owned())]);
        let told = json::evaluate(comparison(), &object(&inputs)).unwrap_err();
        for message in ["message", "message_zh"] {
            assert!(told["problems"][0][message].as_str().unwrap().contains("2.5"), "{told}");
        }
    }
    let measured = json!({ "overrides": { "acid_potassium": { "sludge_wet_kg_per_m2": 0.05 } } });
    close(of(&self::results(&measured), "acid_potassium", "sludge_wet_kg_per_m2"), 0.05, 1e-12, "what was measured counts");
}

#[test]
fn the_two_factors_of_electricity_are_never_mixed() {
    let with = |name: &str, factor: f64| results(&json!({ name: factor }));
    let (plain, footprint, inventory) = (results(&json!({})), with("co2_electricity_kg_per_kwh", 0.9), with("co2_electricity_inventory_kg_per_kwh", 0.9));
    let per_m2 = |results: &Value| of(results, "cyanide_mid", "co2e_kg_per_m2");
    let avoided = |results: &Value| results["conversion"]["avoided_co2_kg_per_year"].as_f64().unwrap();
    assert!(per_m2(&footprint) > per_m2(&plain) && (avoided(&footprint) - avoided(&plain)).abs() < 1e-9);
    assert!((per_m2(&inventory) - per_m2(&plain)).abs() < 1e-12 && (avoided(&inventory) - avoided(&plain)).abs() > 1.0);
    let kwh = of(&plain, "cyanide_mid", "electricity_kwh_per_m2");
    close(per_m2(&footprint) - per_m2(&plain), kwh * (0.9 - 0.5777) / (1.0 - 0.015), 1e-9, "the life cycle's factor, per good m²");
}

#[test]
fn the_line_says_what_limits_it_and_a_faster_bath_buys_capacity() {
    let slow = json!({ "processes": ["cyanide_mid", "acid_potassium"], "alternative": "acid_potassium", "plating_stations": 2 });
    let found = results(&slow);
    for process in ["cyanide_mid", "acid_potassium"] {
        assert_eq!(found["processes"][process]["capacity_limited_by"], "plating_tanks");
        // By hand: 60 min over the takt of two stations, 6 m² a load, 80 % of 4,800 h.
        let takt = (of(&found, process, "time_min") + 2.0) / 2.0;
        close(of(&found, process, "capacity_m2_per_year"), 60.0 * 6.0 / takt * 0.8 * 4800.0, 1e-6, process);
    }
    assert!(of(&found, "acid_potassium", "capacity_m2_per_year") > of(&found, "cyanide_mid", "capacity_m2_per_year"));
    assert!(report(&slow).judgements.iter().any(|one| one.id == "capacity_bought"));
    assert!(report(&slow).judgements.iter().any(|one| one.id == "capacity_short"), "200,000 m² are more than two stations give");
    assert_eq!(results(&json!({}))["processes"]["cyanide_mid"]["capacity_limited_by"], "rest_of_line");
    let weak = results(&json!({ "rectifier_a": 300, "plating_stations": 1 }));
    assert_eq!(weak["processes"]["cyanide_mid"]["capacity_limited_by"], "rectifier");
    close(of(&weak, "cyanide_mid", "current_density_a_per_dm2"), 0.5, 1e-12, "300 A on 600 dm²");
}

#[test]
fn a_conversion_pays_back_by_its_closed_form_and_says_so_when_it_never_does() {
    let inputs = json!({
        "bath_change_cny": 100_000, "zinc_generator_cny": 0, "filtration_cny": 0, "chiller_cny": 0, "cleaner_cny": 0, "lining_cny": 0,
        "decontamination_cny": 0, "downtime_days": 0, "start_up_months": 0, "cyanide_obligations_cny_per_year": 50_000, "discount_rate": 0.1,
    });
    let found = results(&inputs);
    let conversion = &found["conversion"];
    let number = |name: &str| conversion[name].as_f64().unwrap();
    let saving = number("annual_saving_cny");
    close(saving, -found["difference"]["cost_cny_per_m2"].as_f64().unwrap() * 200_000.0, 1e-6, "the saving of the year");
    close(number("simple_payback_years"), 100_000.0 / saving, 1e-9, "investment by saving");
    let annuity = (1.0 - 1.1_f64.powi(-10)) / 0.1;
    close(number("npv_cny"), saving * annuity - 100_000.0, 1e-6, "annuity");
    let rate = number("irr");
    close(saving * (1.0 - (1.0 + rate).powi(-10)) / rate, 100_000.0, 1e-3, "at the internal rate the value is zero");
    let dearer = results(&json!({ "alternative": "cyanide_mid", "baseline": "acid_potassium" }));
    assert!(dearer["conversion"]["simple_payback_years"].is_null() && dearer["conversion"]["irr"].is_null());
    assert!(dearer["conversion"]["npv_cny"].as_f64().unwrap() < 0.0);
}

#[test]
fn all_poison_leaves_the_line_and_a_share_of_it_the_plant() {
    let found = results(&json!({}));
    close(found["conversion"]["highly_toxic_removed_line"].as_f64().unwrap(), 1.0, 1e-12, "the line");
    let bought = of(&found, "cyanide_mid", "highly_toxic_kg_per_year");
    // By hand: (0.10 L/m² × 35 g/L + 2 g/m²) on 200,000 m² of good parts at 1.5 % rejects.
    close(bought, (3.5 + 2.0) * 200.0 / 0.985, 1e-6, "NaCN of the year");
    let plant = results(&json!({ "other_toxic_kg_per_year": bought / 9.0 }));
    close(plant["conversion"]["highly_toxic_removed_plant"].as_f64().unwrap(), 0.9, 1e-12, "a claim of 90 % by its inputs");
}

#[test]
fn the_visitors_own_bath_is_like_another_until_it_says_otherwise() {
    let like = json!({ "processes": ["acid_potassium", "own"], "baseline": "acid_potassium", "alternative": "own", "own_like": "acid_potassium", "own_name": "K-12 <b>" });
    let found = results(&like);
    close(of(&found, "own", "cost_cny_per_m2"), of(&found, "acid_potassium", "cost_cny_per_m2"), 1e-12, "the same numbers");
    let mut better = like;
    better["overrides"] = json!({ "own": { "drag_out_recovery": 0.5, "zinc_g_per_l": 20 } });
    let own = results(&better);
    assert!(of(&own, "own", "zinc_dragged_out_g_per_m2") < of(&found, "own", "zinc_dragged_out_g_per_m2") / 2.0);
    let said = platewise_model::report::format::Reader::default().phrase(&report(&better).answer.label);
    assert!(said.contains("K-12 <b>"), "{said}");
    assert!(!platewise_model::output::html::results(&report(&better), Default::default()).contains("<b>"), "a name is never markup");
}

#[test]
fn one_measured_part_replaces_the_ratio() {
    let found = results(&json!({ "overrides": { "alkaline_mid": { "measured_minimum_um": 6, "measured_average_um": 8 } } }));
    close(of(&found, "alkaline_mid", "minimum_to_average"), 0.75, 1e-12, "measured");
    close(of(&found, "alkaline_mid", "average_thickness_um"), 8.3 / 0.75, 1e-12, "8 µm and what the dips take, by the ratio");
}

#[test]
fn what_contradicts_names_its_field() {
    for (inputs, field, problem) in [
        (json!({ "baseline": "own", "processes": ["cyanide_mid", "alkaline_mid"] }), "baseline", "not_chosen"),
        (json!({ "baseline": "cyanide_mid", "alternative": "cyanide_mid" }), "alternative", "same_as"),
        (json!({ "processes": ["cyanide_mid"] }), "processes", "how_many"),
        (json!({ "processes": ["cyanide_mid", "cyanide_mid"] }), "processes", "how_many"),
        (json!({ "processes": "cyanide_mid" }), "processes", "wrong_kind"),
        (json!({ "processes": ["cyanide_mid", "alkaline_middle"] }), "processes", "unknown_choice"),
        (json!({ "minimum_thickness_um": 8, "average_thickness_um": 8 }), "average_thickness_um", "conflict"),
        (json!({ "overrides": { "cyanide_mid": { "efficency": 0.7 } } }), "overrides.cyanide_mid.efficency", "unknown_field"),
        (json!({ "overrides": { "cyanide_mid": { "efficiency": 1.7 } } }), "overrides.cyanide_mid.efficiency", "out_of_range"),
        (json!({ "overrides": { "cyanide_mid": { "efficiency": {} , "voltage_v": "x"} } }), "overrides.cyanide_mid.voltage_v", "wrong_kind"),
    ] {
        assert_eq!(problems(&inputs).first(), Some(&(field.to_owned(), problem.to_owned())), "{inputs}");
    }
}

#[test]
fn every_field_at_its_ends_gives_numbers_or_a_named_problem() {
    for field in Inputs::fields() {
        let Kind::Number { min, max, .. } = field.kind else { continue };
        let process = field.name.strip_prefix("overrides.").and_then(|rest| rest.split_once('.')).map(|(id, _)| id);
        for value in [min, max] {
            let mut inputs = Map::new();
            inputs.insert(field.name.to_owned(), value.into());
            if let Some(process) = process.filter(|id| *id != "cyanide_mid") {
                inputs.insert("processes".to_owned(), json!(["cyanide_mid", process]));
            }
            match json::evaluate(comparison(), &inputs) {
                Ok(document) => {
                    let text = document["results"].to_string();
                    assert!(!text.contains("NaN") && !text.contains("inf"), "{} = {value}", field.name);
                    for (id, process) in document["results"]["processes"].as_object().unwrap() {
                        assert!(process["cost_cny_per_m2"].as_f64().unwrap().is_finite(), "{id} with {} = {value}", field.name);
                    }
                }
                Err(problems) => assert!(!problems["problems"].as_array().unwrap().is_empty()),
            }
        }
    }
}

#[test]
fn a_document_opens_with_the_same_results() {
    let inputs = json!({ "processes": ["cyanide_low", "acid_ammonium"], "price_zinc_cny_per_kg": 24, "overrides": { "cyanide_low": { "efficiency": 0.66 } } });
    let document = json::evaluate(comparison(), &object(&inputs)).unwrap();
    assert_eq!(document["inputs"]["overrides"]["cyanide_low"]["efficiency"], 0.66);
    let given = json::inputs_of(&document, comparison()).unwrap();
    assert_eq!(given.len(), 3, "{given:?}");
    assert_eq!(json::evaluate(comparison(), &given).unwrap(), document);
}
