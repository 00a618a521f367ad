//! The comparison of zinc processes as a plater who doubts it would try it: published figures first, then balances that have to close,
//! then the traps that such calculators fall into. Everything goes through JSON, as the command line and whoever embeds it see it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::float_cmp, reason = "a test fails by panicking")]

mod common;

use common::{all_finite, at, close, document_of, evaluation_of, numbers, problems_of, process_comparison, report_of, within};
use platewise_model::calculator::process_comparison::{Inputs, ProcessComparison};
use platewise_model::calculator::{Calculator, InputTable, Kind};
use platewise_model::data::processes::PROCESSES;
use platewise_model::entry;
use platewise_model::finance;
use platewise_model::json;
use platewise_model::report::{Bars, Figure, Level, Report};
use platewise_model::units::System;
use serde_json::{Map, Value, json};

const A_CENT: f64 = 0.005;

fn with(inputs: &Value, more: Value) -> Value {
    common::with(inputs, &more)
}

#[track_caller]
fn document(inputs: &Value) -> Value {
    document_of(process_comparison(), inputs)
}

#[track_caller]
fn report(inputs: &Value) -> Report {
    report_of(process_comparison(), inputs)
}

#[track_caller]
fn problems(inputs: &Value) -> Vec<(String, String)> {
    problems_of(process_comparison(), inputs)
}

#[track_caller]
fn number(document: &Value, name: &str) -> f64 {
    at(&document["results"], name).as_f64().unwrap_or_else(|| panic!("no number {name}"))
}

#[track_caller]
fn of(document: &Value, process: &str, name: &str) -> f64 {
    number(document, &format!("processes.{process}.{name}"))
}

/// A process beside one that is not looked at, since fewer than two are no comparison.
fn beside_another(process: &str) -> Value {
    json!([process, if process == "cyanide_high" { "cyanide_low" } else { "cyanide_high" }])
}

/// A process alone, with what is given of it.
#[track_caller]
fn one(process: &str, overrides: Value, shared: &Value) -> Value {
    document(&with(shared, json!({ "processes": beside_another(process), "overrides": { process: overrides } })))
}

fn judged(inputs: &Value, id: &str) -> Option<Level> {
    report(inputs).judgements.iter().find(|judgement| judgement.id == id).map(|judgement| judgement.level)
}

// ── Published figures ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────

struct Worked {
    process: &'static str,
    mount: &'static str,
    efficiency: f64,
    voltage: f64,
    zinc: f64,
    electricity: f64,
    brightener: f64,
    dragged: f64,
    destruction: f64,
    sludge: f64,
    total: f64,
    sludge_kg: f64,
}

#[rustfmt::skip]
const WORKED: [Worked; 7] = [
    Worked { process: "cyanide_mid", mount: "barrel", efficiency: 0.72, voltage: 12.0, zinc: 1.27, electricity: 0.70, brightener: 0.08, dragged: 0.19, destruction: 0.20, sludge: 0.04, total: 2.47, sludge_kg: 0.012 },
    Worked { process: "cyanide_low", mount: "barrel", efficiency: 0.68, voltage: 12.0, zinc: 1.27, electricity: 0.74, brightener: 0.08, dragged: 0.11, destruction: 0.09, sludge: 0.02, total: 2.31, sludge_kg: 0.007 },
    Worked { process: "alkaline_mid", mount: "barrel", efficiency: 0.75, voltage: 11.0, zinc: 1.27, electricity: 0.61, brightener: 0.15, dragged: 0.09, destruction: 0.0, sludge: 0.03, total: 2.15, sludge_kg: 0.009 },
    Worked { process: "acid_potassium", mount: "barrel", efficiency: 0.96, voltage: 7.0, zinc: 1.27, electricity: 0.31, brightener: 0.11, dragged: 0.23, destruction: 0.0, sludge: 0.08, total: 1.98, sludge_kg: 0.023 },
    Worked { process: "cyanide_mid", mount: "rack", efficiency: 0.72, voltage: 5.0, zinc: 1.27, electricity: 0.29, brightener: 0.08, dragged: 0.13, destruction: 0.13, sludge: 0.03, total: 1.92, sludge_kg: 0.008 },
    Worked { process: "alkaline_mid", mount: "rack", efficiency: 0.75, voltage: 5.0, zinc: 1.27, electricity: 0.28, brightener: 0.15, dragged: 0.06, destruction: 0.0, sludge: 0.02, total: 1.77, sludge_kg: 0.006 },
    Worked { process: "acid_potassium", mount: "rack", efficiency: 0.96, voltage: 3.5, zinc: 1.27, electricity: 0.15, brightener: 0.11, dragged: 0.15, destruction: 0.0, sludge: 0.05, total: 1.73, sludge_kg: 0.015 },
];

/// Every item as it was worked out apart: nothing lost besides drag-out, no stubs, no practical factors but the excess of chlorine.
#[test]
fn the_worked_variable_cost_comes_out_in_every_row_and_column() {
    let plain = json!({ "average_thickness_um": 8, "anode_stub_share": 0, "sludge_multiplier": 1, "neutralisation_excess": 1 });
    for row in &WORKED {
        let given = json!({ "efficiency": row.efficiency, "voltage_v": row.voltage, "cyanide_loss_g_per_m2": if row.destruction > 0.0 { json!(0) } else { Value::Null }, "alkali_loss_g_per_m2": if row.process.starts_with("acid") { Value::Null } else { json!(0) } });
        let found = one(row.process, given, &with(&plain, json!({ "rack_or_barrel": row.mount })));
        let what = |column: &str| format!("{} in {}, {column}", row.process, row.mount);
        let item = |names: &[&str]| names.iter().map(|name| of(&found, row.process, name)).sum::<f64>();
        within(item(&["variable_cost_cny_per_m2"]), row.total, 0.02, &what("total"));
        within(item(&["zinc_metal_cny_per_m2"]), row.zinc, 0.02, &what("zinc"));
        within(item(&["plating_electricity_cny_per_m2", "cooling_cny_per_m2"]), row.electricity, 0.02, &what("electricity and cooling"));
        within(item(&["brightener_cny_per_m2"]), row.brightener, 0.02, &what("brightener"));
        within(item(&["chemicals_cny_per_m2"]), row.dragged, 0.02, &what("dragged out"));
        within(item(&["cyanide_destruction_cny_per_m2"]), row.destruction, 0.006, &what("cyanide destruction"));
        within(item(&["sludge_cny_per_m2", "neutralisation_cny_per_m2"]), row.sludge, 0.02, &what("sludge and neutralisation"));
        within(item(&["sludge_wet_kg_per_m2"]), row.sludge_kg, 0.0006, &what("sludge, kg"));
    }
}

/// In a barrel the efficiency is then that at the current density in contact, which moves the electricity by a cent or two.
#[test]
fn the_worked_variable_cost_comes_out_of_the_defaults_alone() {
    for row in &WORKED {
        let found = one(row.process, json!({}), &json!({ "average_thickness_um": 8, "rack_or_barrel": row.mount }));
        within(of(&found, row.process, "variable_cost_cny_per_m2"), row.total, 0.02, &format!("{} in {}", row.process, row.mount));
        let destruction = of(&found, row.process, "cyanide_destruction_cny_per_m2");
        within(destruction, row.destruction, 0.006, &format!("{} in {}, cyanide destruction", row.process, row.mount));
    }
}

/// What the subtotal leaves out does not move it.
#[test]
fn the_variable_cost_holds_no_labour_no_rejects_and_no_practical_factor() {
    let shared = json!({ "average_thickness_um": 8, "crew": 40, "sludge_multiplier": 2, "neutralisation_excess": 3, "pretreatment_cny_per_m2": 9, "price_water_cny_per_m3": 50, "anode_stub_share": 0.2, "cyanide_obligations_cny_per_year": 1e6 });
    let plain = one("cyanide_mid", json!({}), &json!({ "average_thickness_um": 8 }));
    let laden = one("cyanide_mid", json!({ "reject_share": 0.3, "cyanide_loss_g_per_m2": 9 }), &shared);
    let name = "variable_cost_cny_per_m2";
    close(of(&laden, "cyanide_mid", name), of(&plain, "cyanide_mid", name), 1e-12, "subtotal");
    assert!(of(&laden, "cyanide_mid", "cost_cny_per_m2") > 2.0 * of(&plain, "cyanide_mid", "cost_cny_per_m2"));
}

/// Process, mount, efficiency, voltage; A·h/m², kWh/m² of alternating current and kWh/kg at 8 µm.
#[test]
fn the_electricity_of_eight_micrometres_is_as_published() {
    #[rustfmt::skip]
    let rows = [
        ("acid_potassium", "rack", 0.96, 3.5, 48.8, 0.201, 3.5),
        ("acid_potassium", "barrel", 0.96, 7.0, 48.8, 0.40, 7.0),
        ("acid_potassium", "barrel", 0.96, 8.0, 48.8, 0.46, 8.0),
        ("alkaline_mid", "rack", 0.75, 5.0, 62.4, 0.367, 6.4),
        ("alkaline_mid", "barrel", 0.75, 11.0, 62.4, 0.81, 14.0),
        ("alkaline_mid", "barrel", 0.75, 12.0, 62.4, 0.88, 15.0),
        ("alkaline_high", "barrel", 0.85, 10.0, 55.1, 0.648, 11.4),
        ("cyanide_mid", "rack", 0.72, 5.0, 65.0, 0.383, 6.7),
        ("cyanide_mid", "barrel", 0.70, 12.0, 66.9, 0.944, 16.5),
        ("cyanide_mid", "barrel", 0.70, 14.0, 66.9, 1.102, 19.3),
    ];
    for (process, mount, efficiency, voltage, charge, energy, per_kg) in rows {
        let found = one(process, json!({ "efficiency": efficiency, "voltage_v": voltage }), &json!({ "average_thickness_um": 8, "rack_or_barrel": mount }));
        let what = format!("{process} in {mount} at {voltage} V");
        within(of(&found, process, "charge_ah_per_m2"), charge, 0.1, &what);
        let ac = of(&found, process, "energy_ac_kwh_per_m2");
        within(ac, energy, if energy < 0.9 && energy * 100.0 % 1.0 < 1e-9 { 0.006 } else { 0.001 }, &what);
        within(ac / of(&found, process, "zinc_g_per_m2") * 1000.0, per_kg, if per_kg % 1.0 == 0.0 { 0.6 } else { 0.06 }, &what);
        close(of(&found, process, "energy_dc_kwh_per_m2"), ac * 0.85, 1e-12, &what);
    }
}

/// 68.1 kg of 10 % hypochlorite per kg of cyanide, times 1.3, at 0.80 CNY: 71 CNY; by chlorine 6.813 kg and 7.69 kg of caustic soda, and not
/// the 5.21 kg that a vendor prints.
#[test]
fn cyanide_is_destroyed_by_the_stoichiometry() {
    let hypochlorite = one("cyanide_mid", json!({}), &json!({}));
    let cyanide_kg = of(&hypochlorite, "cyanide_mid", "cyanide_g_per_m2") / 1000.0;
    close(cyanide_kg, 0.1 * 35.0 * 0.531 / 1000.0, 1e-3, "kg of cyanide");
    let cost = |document: &Value| of(document, "cyanide_mid", "cyanide_destruction_cny_per_m2") / cyanide_kg;
    within(cost(&hypochlorite), 71.0, 0.5, "CNY per kg of cyanide");
    let chlorine = one("cyanide_mid", json!({}), &json!({ "destruction": "chlorine", "price_chlorine_cny_per_kg": 2 }));
    close(cost(&chlorine), 1.3 * (6.813 * 2.0 + 7.69 * 2.79), 1e-3, "by chlorine");
    assert!(cost(&chlorine) > 1.3 * (6.813 * 2.0 + 5.21 * 2.79) * 1.2, "the vendor's alkali is too little");
    assert_eq!(of(&one("alkaline_mid", json!({}), &json!({})), "alkaline_mid", "cyanide_destruction_cny_per_m2"), 0.0);
}

/// 999 L per L in one tank, 31.11 in two, 9.65 in three: 150, 4.67 and 1.45 L/m² at 0.15 L/m².
#[test]
fn rinse_water_is_that_of_counter_flow() {
    for (stages, litres) in [(1, 149.85), (2, 4.67), (3, 1.448)] {
        let found = one("acid_potassium", json!({ "drag_out_l_per_m2": 0.15 }), &json!({ "rinse_stages": stages, "rinse_groups": 4 }));
        close(of(&found, "acid_potassium", "rinse_water_l_per_m2"), litres, 2e-3, "L/m²");
        close(of(&found, "acid_potassium", "water_l_per_m2"), 4.0 * of(&found, "acid_potassium", "rinse_water_l_per_m2"), 1e-12, "all rinses");
    }
}

#[test]
fn the_time_is_the_charge_by_the_current() {
    // 8 µm at 2 A/dm² and 75 %: 18.7 min.
    let found = one("alkaline_mid", json!({}), &json!({ "average_thickness_um": 8 }));
    within(of(&found, "alkaline_mid", "time_min"), 18.7, 0.05, "min");
    let minimum = one("alkaline_mid", json!({}), &json!({ "minimum_thickness_um": 8 }));
    close(of(&minimum, "alkaline_mid", "average_thickness_um"), (8.0 + 0.3) / 0.88, 1e-12, "the average that leaves the minimum");
}

// ── What has to add up ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/// Ways of asking that between them use everything.
fn ways() -> Vec<Value> {
    let all: Vec<&str> = PROCESSES.iter().map(|process| process.id).collect();
    let mut ways = vec![json!({})];
    for mount in ["rack", "barrel"] {
        for processes in [&all[..6], &all[5..]] {
            ways.push(json!({ "processes": processes, "rack_or_barrel": mount, "minimum_thickness_um": 12 }));
            ways.push(json!({ "processes": processes, "rack_or_barrel": mount, "average_thickness_um": 5, "destruction": "chlorine", "cyanide_obligations_cny_per_year": 300000, "other_toxic_kg_per_year": 250 }));
        }
    }
    for class in ["flat", "profiled", "recessed"] {
        ways.push(json!({ "part_class": class, "overrides": { "cyanide_mid": { "reject_share": 0.2, "drag_out_recovery": 0.5 }, "acid_potassium": { "sludge_wet_kg_per_m2": 0.02 } } }));
    }
    ways.extend((process_comparison().presets)().iter().map(|preset| preset.to_inputs().into()));
    ways
}

fn bars<'a>(report: &'a Report, id: &str) -> &'a Bars {
    let found = report.charts.iter().find_map(|chart| match chart {
        Figure::Bars(bars) if bars.id == id => Some(bars),
        _ => None,
    });
    found.unwrap_or_else(|| panic!("no bars {id}"))
}

fn chosen(document: &Value) -> Vec<&str> {
    document["inputs"]["processes"].as_array().unwrap().iter().map(|id| id.as_str().unwrap()).collect()
}

#[test]
fn bars_add_up_to_the_results() {
    for way in ways() {
        let (report, document) = (report(&way), document(&way));
        let stacked: [(&str, &[&str]); 5] = [
            ("cost", &["cost_cny_per_m2"]),
            ("energy", &["electricity_kwh_per_m2", "heat_kwh_per_m2"]),
            ("co2e", &["co2e_kg_per_m2"]),
            ("water", &["water_l_per_m2"]),
            ("sludge", &["sludge_wet_kg_per_m2"]),
        ];
        for (id, names) in stacked {
            let bars = bars(&report, id);
            assert_eq!(bars.bars.len(), chosen(&document).len(), "{id}");
            for (bar, process) in bars.bars.iter().zip(chosen(&document)) {
                let total: f64 = names.iter().map(|name| of(&document, process, name)).sum();
                within(bar.total(), total, 1e-9, &format!("{id} of {process} in {way}"));
                assert!(bar.segments.iter().all(|segment| segment.part < bars.parts.len()), "{id}");
            }
        }
        let difference: f64 = bars(&report, "difference").bars.iter().map(|bar| bar.total()).sum();
        within(difference, number(&document, "difference.cost_cny_per_m2"), 1e-9, "difference by item");
        let years = &bars(&report, "cash_flow").bars;
        let (investment, saving) = (number(&document, "conversion.investment_cny"), number(&document, "conversion.annual_saving_cny"));
        within(years[0].total(), -investment, A_CENT, "at the start");
        within(years[years.len() - 1].total(), 10.0 * saving - investment, A_CENT, "after the horizon");
    }
}

#[test]
fn the_items_of_the_table_add_up_to_its_total() {
    for way in ways() {
        let (report, document) = (report(&way), document(&way));
        let table = &report.sections[0];
        let (total, items) = table.rows.split_last().unwrap();
        assert_eq!(total.label.en, "Total");
        for (column, process) in chosen(&document).into_iter().enumerate() {
            let value = |values: &[Option<f64>]| values[column].unwrap();
            let sum: f64 = items.iter().map(|row| value(&row.values)).sum();
            within(sum, value(&total.values), A_CENT / 1000.0, &format!("{process} in {way}"));
            within(sum, of(&document, process, "cost_cny_per_m2"), A_CENT / 1000.0, process);
        }
        let parts = [
            "zinc_metal",
            "nickel_metal",
            "plating_electricity",
            "cooling",
            "auxiliaries",
            "heat",
            "brightener",
            "chemicals",
            "cyanide_destruction",
            "neutralisation",
            "sludge",
            "water",
            "pretreatment",
            "labour",
            "rejects",
            "obligations",
        ];
        for process in chosen(&document) {
            let sum: f64 = parts.iter().map(|part| of(&document, process, &format!("{part}_cny_per_m2"))).sum();
            within(sum, of(&document, process, "cost_cny_per_m2"), 1e-9, process);
        }
    }
}

#[test]
fn the_conversion_adds_up() {
    for way in ways() {
        let report = report(&way);
        let section = report.sections.iter().find(|section| section.title.en.starts_with("Conversion")).unwrap();
        let all = section.rows.iter().position(|row| row.label.en == "Investment in all").unwrap();
        let sum: f64 = section.rows[..all].iter().map(|row| row.values[0].unwrap()).sum();
        within(sum, section.rows[all].values[0].unwrap(), A_CENT, "investment");
    }
}

#[test]
fn the_answer_is_the_difference_of_the_two_costs() {
    for way in ways() {
        let (report, document) = (report(&way), document(&way));
        let cost = |role: &str| of(&document, document["inputs"][role].as_str().unwrap(), "cost_cny_per_m2");
        let difference = number(&document, "difference.cost_cny_per_m2");
        within(cost("alternative") - cost("baseline"), difference, 1e-12, "difference");
        within(report.answer.value, difference.abs(), 1e-12, "answer");
        within(number(&document, "difference.cost_share"), difference / cost("baseline"), 1e-12, "share");
        assert_eq!(report.answer.label.text.en.contains("cheaper"), difference <= 0.0);
        if let Some((low, high, _)) = &report.answer.range {
            assert!(*low <= report.answer.value + 1e-9 && report.answer.value <= high + 1e-9, "{low} … {} … {high} in {way}", report.answer.value);
        }
    }
}

/// Numbers of a comparison with their types, for what JSON does not show.
fn typed(inputs: &Value) -> <ProcessComparison as Calculator>::Numbers {
    let mut read = Inputs::default();
    for (name, value) in platewise_model::calculator::flat(&common::object(inputs)) {
        assert!(read.set(&name, &value).is_ok(), "{name}");
    }
    ProcessComparison::compute(&read).unwrap()
}

/// What is bought is on good parts, was dissolved in the dips, dragged out, left as stubs, or went with rejects.
#[test]
fn zinc_and_charge_balance() {
    for way in ways() {
        let document = document(&way);
        let dip = if document["inputs"]["zinc_loss_um"].is_null() { 0.0 } else { 0.3 };
        for one in typed(&way).processes {
            let (id, chain) = (one.understood.process.id, &one.chain);
            let balance = &chain.zinc;
            let parts = balance.on_parts_g + balance.dip_loss_g + balance.rejected_g + balance.dragged_out_g + balance.stubs_g;
            close(parts, balance.consumed_g, 1e-12, &format!("zinc of {id} in {way}"));
            // And from what the results say, without the chain's own words.
            let per_good = 1.0 / (1.0 - document["inputs"]["overrides"][id]["reject_share"].as_f64().unwrap());
            let through = of(&document, id, "zinc_g_per_m2") + of(&document, id, "zinc_dragged_out_g_per_m2");
            let consumed = of(&document, id, "zinc_consumed_g_per_m2");
            close(consumed * (1.0 - 0.03), through * per_good, 1e-9, &format!("zinc of {id}"));
            let metal = of(&document, id, "zinc_g_per_m2") + of(&document, id, "nickel_g_per_m2");
            let share = of(&document, id, "zinc_g_per_m2") / metal;
            let on_parts = of(&document, id, "zinc_g_per_m2") * (1.0 - dip / of(&document, id, "average_thickness_um"));
            assert!(share > 0.8);
            close(of(&document, id, "zinc_utilisation"), on_parts / consumed, 1e-9, &format!("utilisation of {id}"));
            close(chain.metal_charge_ah + chain.other_charge_ah, chain.charge_ah, 1e-12, "charge");
            close(chain.metal_charge_ah, of(&document, id, "charge_ah_per_m2") * of(&document, id, "efficiency"), 1e-12, "charge of the metal");
        }
    }
}

/// What runs all the hours of the line costs the same in a year however much is rejected, and whatever is produced.
#[test]
fn what_runs_by_the_hour_costs_by_the_hour() {
    let fan_kw = 0.75 * 16.0 * 1000.0 / (1000.0 * 0.6);
    for (reject_share, area) in [(0.0, 200_000.0), (0.5, 200_000.0), (0.0, 50_000.0)] {
        let found = one("cyanide_mid", json!({ "reject_share": reject_share }), &json!({ "annual_area_m2": area }));
        let per_good = of(&found, "cyanide_mid", "auxiliary_kwh_per_m2") / (1.0 - reject_share);
        close(per_good * area, fan_kw * 4800.0, 1e-9, "kWh a year");
    }
}

/// Rejects go through the line twice: everything that is used by area is used once more for them.
#[test]
fn a_year_with_rejects_uses_more_of_everything() {
    let plain = one("cyanide_mid", json!({ "reject_share": 0 }), &json!({}));
    let half = one("cyanide_mid", json!({ "reject_share": 0.5 }), &json!({}));
    for name in ["hazardous_waste_t_per_year", "highly_toxic_kg_per_year", "zinc_dragged_out_g_per_m2"] {
        let twice = if name.ends_with("per_m2") { 1.0 } else { 2.0 };
        close(of(&half, "cyanide_mid", name), twice * of(&plain, "cyanide_mid", name), 1e-9, name);
    }
    assert_eq!(of(&plain, "cyanide_mid", "rejects_cny_per_m2"), 0.0);
    let measured = one("cyanide_mid", json!({ "reject_share": 0.5, "sludge_wet_kg_per_m2": 0.02 }), &json!({}));
    close(of(&measured, "cyanide_mid", "hazardous_waste_t_per_year"), 4.0, 1e-9, "what was measured over the year's area is the year's");
}

#[test]
fn cost_is_told_per_area_charge_weight_and_year() {
    let found = document(&json!({ "area_dm2_per_kg": 14, "annual_area_m2": 90000 }));
    let cost = of(&found, "acid_potassium", "cost_cny_per_m2");
    close(of(&found, "acid_potassium", "cost_cny_per_kg"), cost * 0.14, 1e-12, "per kg");
    close(of(&found, "acid_potassium", "cost_cny_per_year"), cost * 90_000.0, 1e-12, "a year");
    close(of(&found, "acid_potassium", "cost_cny_per_kah"), cost / of(&found, "acid_potassium", "charge_ah_per_m2") * 1000.0, 1e-12, "per 1,000 A·h");
}
