//! The comparison of zinc processes as a plater who doubts it would try it: published figures first, then balances that have to close,
//! then the traps that such calculators fall into. Everything goes through JSON, as the command line and whoever embeds it see it.
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
    all_finite, at, close, document_of, evaluation_of, numbers, problems_of, process_comparison,
    report_of, within,
};
use platewise_model::calculator::process_comparison::{Inputs, ProcessComparison};
use platewise_model::calculator::{Calculator, InputTable, Kind};
use platewise_model::data::processes::PROCESSES;
use platewise_model::entry;
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
    document(&with(
        shared,
        json!({ "processes": beside_another(process), "overrides": { process: overrides } }),
    ))
}

fn judged(inputs: &Value, id: &str) -> Option<Level> {
    report(inputs)
        .judgements
        .iter()
        .find(|judgement| judgement.id == id)
        .map(|judgement| judgement.level)
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
        let item =
            |names: &[&str]| names.iter().map(|name| of(&found, row.process, name)).sum::<f64>();
        within(item(&["variable_cost_cny_per_m2"]), row.total, 0.02, &what("total"));
        within(item(&["zinc_metal_cny_per_m2"]), row.zinc, 0.02, &what("zinc"));
        within(
            item(&["plating_electricity_cny_per_m2", "cooling_cny_per_m2"]),
            row.electricity,
            0.02,
            &what("electricity and cooling"),
        );
        within(item(&["brightener_cny_per_m2"]), row.brightener, 0.02, &what("brightener"));
        within(item(&["chemicals_cny_per_m2"]), row.dragged, 0.02, &what("dragged out"));
        within(
            item(&["cyanide_destruction_cny_per_m2"]),
            row.destruction,
            0.006,
            &what("cyanide destruction"),
        );
        within(
            item(&["sludge_cny_per_m2", "neutralisation_cny_per_m2"]),
            row.sludge,
            0.02,
            &what("sludge and neutralisation"),
        );
        within(item(&["sludge_wet_kg_per_m2"]), row.sludge_kg, 0.0006, &what("sludge, kg"));
    }
}

/// In a barrel the efficiency is then that at the current density in contact, which moves the electricity by a cent or two.
#[test]
fn the_worked_variable_cost_comes_out_of_the_defaults_alone() {
    for row in &WORKED {
        let found = one(
            row.process,
            json!({}),
            &json!({ "average_thickness_um": 8, "rack_or_barrel": row.mount }),
        );
        within(
            of(&found, row.process, "variable_cost_cny_per_m2"),
            row.total,
            0.02,
            &format!("{} in {}", row.process, row.mount),
        );
        let destruction = of(&found, row.process, "cyanide_destruction_cny_per_m2");
        within(
            destruction,
            row.destruction,
            0.006,
            &format!("{} in {}, cyanide destruction", row.process, row.mount),
        );
    }
}

/// What the subtotal leaves out does not move it.
#[test]
fn the_variable_cost_holds_no_labour_no_rejects_and_no_practical_factor() {
    let shared = json!({ "average_thickness_um": 8, "crew": 40, "sludge_multiplier": 2, "neutralisation_excess": 3, "pretreatment_cny_per_m2": 9, "price_water_cny_per_m3": 50, "anode_stub_share": 0.2, "cyanide_obligations_cny_per_year": 1e6 });
    let plain = one("cyanide_mid", json!({}), &json!({ "average_thickness_um": 8 }));
    let laden =
        one("cyanide_mid", json!({ "reject_share": 0.3, "cyanide_loss_g_per_m2": 9 }), &shared);
    let name = "variable_cost_cny_per_m2";
    close(of(&laden, "cyanide_mid", name), of(&plain, "cyanide_mid", name), 1e-12, "subtotal");
    assert!(
        of(&laden, "cyanide_mid", "cost_cny_per_m2")
            > 2.0 * of(&plain, "cyanide_mid", "cost_cny_per_m2")
    );
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
        let found = one(
            process,
            json!({ "efficiency": efficiency, "voltage_v": voltage }),
            &json!({ "average_thickness_um": 8, "rack_or_barrel": mount }),
        );
        let what = format!("{process} in {mount} at {voltage} V");
        within(of(&found, process, "charge_ah_per_m2"), charge, 0.1, &what);
        let ac = of(&found, process, "energy_ac_kwh_per_m2");
        within(
            ac,
            energy,
            if energy < 0.9 && energy * 100.0 % 1.0 < 1e-9 { 0.006 } else { 0.001 },
            &what,
        );
        within(
            ac / of(&found, process, "zinc_g_per_m2") * 1000.0,
            per_kg,
            if per_kg % 1.0 == 0.0 { 0.6 } else { 0.06 },
            &what,
        );
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
    let cost = |document: &Value| {
        of(document, "cyanide_mid", "cyanide_destruction_cny_per_m2") / cyanide_kg
    };
    within(cost(&hypochlorite), 71.0, 0.5, "CNY per kg of cyanide");
    let chlorine = one(
        "cyanide_mid",
        json!({}),
        &json!({ "destruction": "chlorine", "price_chlorine_cny_per_kg": 2 }),
    );
    close(cost(&chlorine), 1.3 * (6.813 * 2.0 + 7.69 * 2.79), 1e-3, "by chlorine");
    assert!(
        cost(&chlorine) > 1.3 * (6.813 * 2.0 + 5.21 * 2.79) * 1.2,
        "the vendor's alkali is too little"
    );
    assert_eq!(
        of(
            &one("alkaline_mid", json!({}), &json!({})),
            "alkaline_mid",
            "cyanide_destruction_cny_per_m2"
        ),
        0.0
    );
}

/// 999 L per L in one tank, 31.11 in two, 9.65 in three: 150, 4.67 and 1.45 L/m² at 0.15 L/m².
#[test]
fn rinse_water_is_that_of_counter_flow() {
    for (stages, litres) in [(1, 149.85), (2, 4.67), (3, 1.448)] {
        let found = one(
            "acid_potassium",
            json!({ "drag_out_l_per_m2": 0.15 }),
            &json!({ "rinse_stages": stages, "rinse_groups": 4 }),
        );
        close(of(&found, "acid_potassium", "rinse_water_l_per_m2"), litres, 2e-3, "L/m²");
        close(
            of(&found, "acid_potassium", "water_l_per_m2"),
            4.0 * of(&found, "acid_potassium", "rinse_water_l_per_m2"),
            1e-12,
            "all rinses",
        );
    }
}

#[test]
fn the_time_is_the_charge_by_the_current() {
    // 8 µm at 2 A/dm² and 75 %: 18.7 min.
    let found = one("alkaline_mid", json!({}), &json!({ "average_thickness_um": 8 }));
    within(of(&found, "alkaline_mid", "time_min"), 18.7, 0.05, "min");
    let minimum = one("alkaline_mid", json!({}), &json!({ "minimum_thickness_um": 8 }));
    close(
        of(&minimum, "alkaline_mid", "average_thickness_um"),
        (8.0 + 0.3) / 0.88,
        1e-12,
        "the average that leaves the minimum",
    );
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
    ways.extend(process_comparison().presets().iter().map(|preset| preset.to_inputs().into()));
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
    document["inputs"]["processes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|id| id.as_str().unwrap())
        .collect()
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
        within(
            difference,
            number(&document, "difference.cost_cny_per_m2"),
            1e-9,
            "difference by item",
        );
        let years = &bars(&report, "cash_flow").bars;
        let (investment, saving) = (
            number(&document, "conversion.investment_cny"),
            number(&document, "conversion.annual_saving_cny_per_year"),
        );
        within(years[0].total(), -investment, A_CENT, "at the start");
        within(
            years[years.len() - 1].total(),
            10.0 * saving - investment,
            A_CENT,
            "after the horizon",
        );
    }
}

#[test]
fn the_items_of_the_table_add_up_to_its_total() {
    for way in ways() {
        let (report, document) = (report(&way), document(&way));
        let table = &report.sections[0];
        let (total, items) = table.rows.split_last().unwrap();
        assert_eq!(total.label.text.en, "Total");
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
            let sum: f64 = parts
                .iter()
                .map(|part| of(&document, process, &format!("{part}_cny_per_m2")))
                .sum();
            within(sum, of(&document, process, "cost_cny_per_m2"), 1e-9, process);
        }
    }
}

#[test]
fn the_conversion_adds_up() {
    for way in ways() {
        let report = report(&way);
        let section = report
            .sections
            .iter()
            .find(|section| section.title.text.en.starts_with("Conversion"))
            .unwrap();
        let all =
            section.rows.iter().position(|row| row.label.text.en == "Investment in all").unwrap();
        let sum: f64 = section.rows[..all].iter().map(|row| row.values[0].unwrap()).sum();
        within(sum, section.rows[all].values[0].unwrap(), A_CENT, "investment");
    }
}

#[test]
fn the_answer_is_the_difference_of_the_two_costs() {
    for way in ways() {
        let (report, document) = (report(&way), document(&way));
        let cost = |role: &str| {
            of(&document, document["inputs"][role].as_str().unwrap(), "cost_cny_per_m2")
        };
        let difference = number(&document, "difference.cost_cny_per_m2");
        within(cost("alternative") - cost("baseline"), difference, 1e-12, "difference");
        within(report.answer.value, difference.abs(), 1e-12, "answer");
        within(
            number(&document, "difference.cost_share"),
            difference / cost("baseline"),
            1e-12,
            "share",
        );
        assert_eq!(report.answer.label.text.en.contains("cheaper"), difference <= 0.0);
        if let Some((low, high, _)) = &report.answer.range {
            assert!(
                *low <= report.answer.value + 1e-9 && report.answer.value <= high + 1e-9,
                "{low} … {} … {high} in {way}",
                report.answer.value
            );
        }
    }
}

/// Numbers of a comparison with their types, for what JSON does not show.
fn typed(inputs: &Value) -> <ProcessComparison as Calculator>::Numbers {
    let mut read = Inputs::default();
    let mut problems = Vec::new();
    for (name, value) in platewise_model::calculator::flat(&common::object(inputs)) {
        read.set(&name, &value, &mut problems);
    }
    assert!(problems.is_empty(), "{problems:?}");
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
            let parts = balance.on_parts_g
                + balance.dip_loss_g
                + balance.rejected_g
                + balance.dragged_out_g
                + balance.stubs_g;
            close(parts, balance.consumed_g, 1e-12, &format!("zinc of {id} in {way}"));
            // And from what the results say, without the chain's own words.
            let per_good =
                1.0 / (1.0 - document["inputs"]["overrides"][id]["reject_share"].as_f64().unwrap());
            let through =
                of(&document, id, "zinc_g_per_m2") + of(&document, id, "zinc_dragged_out_g_per_m2");
            let consumed = of(&document, id, "zinc_consumed_g_per_m2");
            close(consumed * (1.0 - 0.03), through * per_good, 1e-9, &format!("zinc of {id}"));
            let metal = of(&document, id, "zinc_g_per_m2") + of(&document, id, "nickel_g_per_m2");
            let share = of(&document, id, "zinc_g_per_m2") / metal;
            let on_parts = of(&document, id, "zinc_g_per_m2")
                * (1.0 - dip / of(&document, id, "average_thickness_um"));
            assert!(share > 0.8);
            close(
                of(&document, id, "zinc_utilisation"),
                on_parts / consumed,
                1e-9,
                &format!("utilisation of {id}"),
            );
            close(chain.metal_charge_ah + chain.other_charge_ah, chain.charge_ah, 1e-12, "charge");
            close(
                chain.metal_charge_ah,
                of(&document, id, "charge_ah_per_m2") * of(&document, id, "efficiency"),
                1e-12,
                "charge of the metal",
            );
        }
    }
}

/// What runs all the hours of the line costs the same in a year however much is rejected, and whatever is produced.
#[test]
fn what_runs_by_the_hour_costs_by_the_hour() {
    let fan_kw = 0.75 * 16.0 * 1000.0 / (1000.0 * 0.6);
    for (reject_share, area) in [(0.0, 200_000.0), (0.5, 200_000.0), (0.0, 50_000.0)] {
        let found = one(
            "cyanide_mid",
            json!({ "reject_share": reject_share, "extraction_m3_per_s_per_m2": 0.75 }),
            &json!({ "annual_area_m2": area }),
        );
        let per_good = of(&found, "cyanide_mid", "auxiliary_kwh_per_m2") / (1.0 - reject_share);
        close(per_good * area, fan_kw * 4800.0, 1e-9, "kWh a year");
    }
}

/// Rejects go through the line twice: everything that is used by area is used once more for them.
#[test]
fn a_year_with_rejects_uses_more_of_everything() {
    let plain = one("cyanide_mid", json!({ "reject_share": 0 }), &json!({}));
    let half = one("cyanide_mid", json!({ "reject_share": 0.5 }), &json!({}));
    for name in
        ["hazardous_waste_t_per_year", "highly_toxic_kg_per_year", "zinc_dragged_out_g_per_m2"]
    {
        let twice = if name.ends_with("per_m2") { 1.0 } else { 2.0 };
        close(of(&half, "cyanide_mid", name), twice * of(&plain, "cyanide_mid", name), 1e-9, name);
    }
    assert_eq!(of(&plain, "cyanide_mid", "rejects_cny_per_m2"), 0.0);
    let measured = one(
        "cyanide_mid",
        json!({ "reject_share": 0.5, "sludge_wet_kg_per_m2": 0.02 }),
        &json!({}),
    );
    close(
        of(&measured, "cyanide_mid", "hazardous_waste_t_per_year"),
        4.0,
        1e-9,
        "what was measured over the year's area is the year's",
    );
}

#[test]
fn cost_is_told_per_area_charge_weight_and_year() {
    let found = document(&json!({ "area_dm2_per_kg": 14, "annual_area_m2": 90000 }));
    let cost = of(&found, "acid_potassium", "cost_cny_per_m2");
    close(of(&found, "acid_potassium", "cost_cny_per_kg"), cost * 0.14, 1e-12, "per kg");
    close(of(&found, "acid_potassium", "cost_cny_per_year"), cost * 90_000.0, 1e-12, "a year");
    close(
        of(&found, "acid_potassium", "cost_cny_per_kah"),
        cost / of(&found, "acid_potassium", "charge_ah_per_m2") * 1000.0,
        1e-12,
        "per 1,000 A·h",
    );
}

// ── Traps ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/// Published: 65–75 % for cyanide, 70–95 % for alkaline non-cyanide. Whoever gives cyanide 90 % is wrong.
#[test]
fn cyanide_is_never_more_efficient_than_alkaline_of_like_chemistry() {
    for (cyanide, alkaline) in [
        ("cyanide_low", "alkaline_low"),
        ("cyanide_mid", "alkaline_mid"),
        ("cyanide_high", "alkaline_high"),
    ] {
        for tenths in 3..=60 {
            let j = f64::from(tenths) / 10.0;
            let at_j = json!({ "current_density_a_per_dm2": j });
            let asked = json!({ "processes": [cyanide, alkaline], "overrides": { cyanide: at_j, alkaline: at_j }, "rectifier_a": 100_000 });
            let found = document(&asked);
            let (from, to) =
                (of(&found, cyanide, "efficiency"), of(&found, alkaline, "efficiency"));
            assert!(from <= to, "{cyanide} {from}, {alkaline} {to} at {j} A/dm²");
            assert!(from <= 0.78, "{cyanide}: {from} at {j} A/dm²");
            assert_eq!(of(&found, cyanide, "current_density_a_per_dm2"), j);
        }
    }
}

const ZINC: [&str; 6] = [
    "cyanide_mid",
    "alkaline_low",
    "alkaline_mid",
    "alkaline_high",
    "acid_potassium",
    "acid_ammonium",
];

/// The processes by cost, cheapest first.
fn ranking(inputs: &Value) -> Vec<String> {
    let found = document(inputs);
    let mut ranked: Vec<&str> = chosen(&found);
    ranked.sort_by(|one, other| {
        of(&found, one, "cost_cny_per_m2").total_cmp(&of(&found, other, "cost_cny_per_m2"))
    });
    ranked.into_iter().map(str::to_owned).collect()
}

#[test]
fn at_equal_average_acid_zinc_on_racks_is_cheapest() {
    for um in [5, 8, 12, 25] {
        let cheapest =
            ranking(&json!({ "processes": ZINC, "average_thickness_um": um })).swap_remove(0);
        assert!(cheapest.starts_with("acid_"), "{cheapest} at {um} µm");
    }
    assert_eq!(
        ranking(
            &json!({ "processes": ["cyanide_mid", "alkaline_mid", "acid_potassium"], "average_thickness_um": 8 })
        ),
        ["acid_potassium", "alkaline_mid", "cyanide_mid"]
    );
}

/// At the same minimum on profiled parts the order turns round: acid zinc throws so badly that it needs 13.4 µm on average for 8.
#[test]
fn at_equal_minimum_on_profiled_parts_acid_zinc_is_dearest() {
    let profiled = json!({ "processes": ["cyanide_mid", "alkaline_mid", "acid_potassium"], "part_class": "profiled", "alternative": "acid_potassium" });
    let ranked = ranking(&profiled);
    assert_eq!(ranked.last().map(String::as_str), Some("acid_potassium"), "{ranked:?}");
    assert_eq!(
        judged(&profiled, "ratio_turns_order"),
        Some(Level::Warning),
        "and the page says so"
    );
    let found = document(&profiled);
    close(of(&found, "acid_potassium", "average_thickness_um"), 8.3 / 0.62, 1e-12, "µm");
    close(of(&found, "cyanide_mid", "average_thickness_um"), 8.3 / 0.79, 1e-12, "µm");
    assert!(number(&found, "difference.cost_cny_per_m2") > 0.0);
    // A thicker coating makes the plating tanks the bottleneck of this line, and then the faster bath wins by its pace.
    let thick = ranking(&with(&profiled, json!({ "minimum_thickness_um": 12 })));
    assert_eq!(thick.first().map(String::as_str), Some("acid_potassium"), "{thick:?}");
    let average =
        with(&profiled, json!({ "thickness_basis": "average", "average_thickness_um": 8 }));
    assert!(number(&document(&average), "difference.cost_cny_per_m2") < 0.0);
    assert_eq!(judged(&average, "same_average"), Some(Level::Warning));
}

/// A ratio that was measured counts instead of the estimate, and no longer is one.
#[test]
fn one_measured_part_replaces_the_ratio() {
    let measured = json!({ "part_class": "profiled", "overrides": { "acid_potassium": { "measured_minimum_um": 9, "measured_average_um": 12 } } });
    let found = document(&measured);
    close(of(&found, "acid_potassium", "minimum_to_average"), 0.75, 1e-12, "ratio");
    close(of(&found, "acid_potassium", "average_thickness_um"), 8.3 / 0.75, 1e-12, "µm");
    let given = document(
        &json!({ "part_class": "profiled", "overrides": { "acid_potassium": { "minimum_to_average": 0.75 } } }),
    );
    close(
        of(&found, "acid_potassium", "cost_cny_per_m2"),
        of(&given, "acid_potassium", "cost_cny_per_m2"),
        1e-12,
        "cost",
    );
    let above_one = json!({ "overrides": { "acid_potassium": { "measured_minimum_um": 13, "measured_average_um": 12 } } });
    assert_eq!(
        problems(&above_one),
        [("overrides.acid_potassium.measured_minimum_um".to_owned(), "out_of_range".to_owned())]
    );
    // Half a measurement says nothing, and it is told that it does not count.
    let half = json!({ "overrides": { "acid_potassium": { "measured_minimum_um": 9 } } });
    assert_eq!(of(&document(&half), "acid_potassium", "minimum_to_average"), 0.80);
    assert_eq!(judged(&half, "half_measured"), Some(Level::Warning));
}

#[test]
fn acid_chloride_makes_more_sludge_at_equal_drag_out() {
    for mount in ["rack", "barrel"] {
        let asked = json!({ "processes": ["cyanide_mid", "acid_potassium"], "alternative": "acid_potassium", "rack_or_barrel": mount, "overrides": { "cyanide_mid": { "drag_out_l_per_m2": 0.15 }, "acid_potassium": { "drag_out_l_per_m2": 0.15 } } });
        let found = document(&asked);
        let ratio = of(&found, "acid_potassium", "sludge_wet_kg_per_m2")
            / of(&found, "cyanide_mid", "sludge_wet_kg_per_m2");
        close(ratio, 30.0 / 16.0, 1e-9, "as the zinc in the baths");
        assert_eq!(judged(&asked, "more_sludge"), Some(Level::Note));
    }
}

/// Some hundred times what the metal dragged out can make.
#[test]
fn two_and_a_half_to_four_kilogrammes_of_sludge_are_refused_with_a_reason() {
    for process in PROCESSES.iter().filter(|process| process.id != "own").map(|process| process.id)
    {
        for mount in ["rack", "barrel"] {
            for kg in [2.5, 3.0, 4.0] {
                let asked = json!({ "processes": beside_another(process), "rack_or_barrel": mount, "overrides": { process: { "sludge_wet_kg_per_m2": kg } } });
                let Err(list) = json::evaluate(process_comparison(), &common::object(&asked))
                else {
                    panic!("{process} takes {kg} kg/m²")
                };
                let problem = &list["problems"][0];
                assert_eq!(problem["field"], format!("overrides.{process}.sludge_wet_kg_per_m2"));
                assert_eq!(problem["problem"], "implausible_sludge");
                assert!(problem["message"].as_str().unwrap().contains("mass balance"), "{problem}");
                assert!(problem["message_zh"].as_str().unwrap().contains("物料衡算"), "{problem}");
            }
        }
    }
}

/// 10 g/m² of iron from pickling make about 0.1 kg: that may well stand on the disposal notes, whatever the bath.
#[test]
fn sludge_with_the_iron_of_pickling_is_believed() {
    for process in PROCESSES.iter().filter(|process| process.id != "own").map(|process| process.id)
    {
        for (drag_out, recovery) in [(0.1, 0.0), (0.05, 0.0), (0.1, 0.95)] {
            let found = one(
                process,
                json!({ "sludge_wet_kg_per_m2": 0.1, "drag_out_l_per_m2": drag_out, "drag_out_recovery": recovery }),
                &json!({}),
            );
            assert_eq!(of(&found, process, "sludge_wet_kg_per_m2"), 0.1, "{process}");
            close(of(&found, process, "sludge_cny_per_m2"), 0.25, 1e-9, process);
        }
    }
}

// ── Carbon ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/// The life-cycle factor belongs to the product, the provincial one to the plant's inventory; neither moves what the other is for.
#[test]
fn the_two_factors_of_electricity_are_never_mixed() {
    let plain = document(&json!({}));
    let electricity = of(&plain, "alkaline_mid", "electricity_kwh_per_m2") / 0.985;
    let emission = |document: &Value| of(document, "alkaline_mid", "co2e_kg_per_m2");
    let avoided = |document: &Value| number(document, "conversion.avoided_co2_kg_per_year");

    let product = document(&json!({ "co2_electricity_kg_per_kwh": 1.5777 }));
    close(emission(&product) - emission(&plain), electricity, 1e-9, "1 kg more per kWh");
    assert_eq!(avoided(&product), avoided(&plain));

    let inventory = document(&json!({ "co2_electricity_inventory_kg_per_kwh": 1.4974 }));
    assert_eq!(emission(&inventory), emission(&plain));
    let saved = (of(&plain, "cyanide_mid", "electricity_kwh_per_m2")
        - of(&plain, "alkaline_mid", "electricity_kwh_per_m2"))
        / 0.985
        * 200_000.0;
    close(avoided(&inventory) - avoided(&plain), saved, 1e-9, "1 kg more per kWh avoided");
    close(avoided(&plain), saved * 0.4974, 1e-9, "the provincial factor");
    assert_eq!(
        (
            at(&plain["inputs"], "co2_electricity_kg_per_kwh"),
            at(&plain["inputs"], "co2_electricity_inventory_kg_per_kwh")
        ),
        (&json!(0.5777), &json!(0.4974))
    );
}

/// Expected are 0.6 to 1.7 kg at 8 µm, of which some 0.3 kg hang on the bath. That estimate has no room for the hypochlorite that destroys
/// cyanide, 0.92 kg per kg of solution, nor for warming the air of a wide hood over barrels.
#[test]
fn the_footprint_is_of_the_expected_size() {
    for mount in ["rack", "barrel"] {
        let found = document(&json!({ "average_thickness_um": 8, "rack_or_barrel": mount }));
        for process in chosen(&found) {
            let hypochlorite =
                of(&found, process, "cyanide_g_per_m2") / 1000.0 * 68.1 * 1.3 * 0.92 / 0.985;
            let hood = of(&found, process, "auxiliary_kwh_per_m2") * 0.5777
                + (of(&found, process, "heat_kwh_per_m2") - 0.8) * 0.396;
            let kg = of(&found, process, "co2e_kg_per_m2");
            assert!(
                (0.6..=1.7).contains(&(kg - hypochlorite - hood)) && kg < 2.0,
                "{process} in {mount}: {kg}"
            );
        }
    }
}

// ── The line ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

fn limit<'a>(document: &'a Value, process: &str) -> &'a str {
    document["results"]["processes"][process]["capacity_limited_by"].as_str().unwrap()
}

#[test]
fn the_slowest_resource_limits_the_line() {
    let tanks = document(&json!({ "plating_stations": 2 }));
    for process in chosen(&tanks) {
        let takt: f64 = (of(&tanks, process, "time_min") + 2.0) / 2.0;
        close(
            of(&tanks, process, "capacity_m2_per_year"),
            60.0 * 6.0 / takt * 0.8 * 4800.0,
            1e-9,
            process,
        );
        assert_eq!(limit(&tanks, process), "plating_tanks");
    }
    let rest = document(&json!({ "plating_stations": 20 }));
    for process in chosen(&rest) {
        close(
            of(&rest, process, "capacity_m2_per_year"),
            60.0 * 6.0 / 5.0 * 0.8 * 4800.0,
            1e-9,
            process,
        );
        assert_eq!(limit(&rest, process), "rest_of_line");
    }
}

/// 600 A on 6 m² are 1 A/dm²: everything is reckoned at that, the efficiency too.
#[test]
fn a_small_rectifier_limits_current_and_capacity() {
    let small = json!({ "rectifier_a": 600, "plating_stations": 3 });
    let found = document(&small);
    for (process, efficiency) in
        [("cyanide_mid", 0.75), ("alkaline_mid", 0.80), ("acid_potassium", 0.97)]
    {
        assert_eq!(limit(&found, process), "rectifier");
        assert_eq!(of(&found, process, "current_density_a_per_dm2"), 1.0);
        assert_eq!(of(&found, process, "efficiency"), efficiency);
        close(
            of(&found, process, "time_min"),
            of(&found, process, "charge_ah_per_m2") * 0.6,
            1e-12,
            process,
        );
    }
    assert_eq!(judged(&small, "rectifier_limits"), Some(Level::Warning));
    assert_eq!(judged(&json!({}), "rectifier_limits"), None);
    assert_eq!(judged(&small, "capacity_short"), Some(Level::Warning), "and the year is not met");
}

#[test]
fn efficiency_buys_capacity_where_the_tanks_are_what_limits() {
    let better = json!({ "overrides": { "alkaline_mid": { "efficiency": 0.90 } } });
    let capacity = |inputs: &Value| of(&document(inputs), "alkaline_mid", "capacity_m2_per_year");
    let tight = json!({ "plating_stations": 3 });
    let time = |inputs: &Value| of(&document(inputs), "alkaline_mid", "time_min");
    let gained = capacity(&with(&tight, better.clone())) / capacity(&tight);
    close(
        gained,
        (time(&tight) + 2.0) / (time(&with(&tight, better.clone())) + 2.0),
        1e-9,
        "as the takt",
    );
    assert!(gained > 1.1);
    assert_eq!(
        capacity(&better),
        capacity(&json!({})),
        "nothing where the rest of the line limits"
    );
    assert_eq!(
        judged(&with(&tight, better.clone()), "capacity_bought"),
        Some(Level::Note),
        "and it is shown as such"
    );
    assert_eq!(judged(&better, "capacity_bought"), None);
}

// ── Conversion ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/// A saving that pays: cyanide's duties at 400,000 CNY a year fall away.
fn paying() -> Value {
    json!({ "cyanide_obligations_cny_per_year": 400_000 })
}

#[test]
fn the_return_follows_the_closed_forms() {
    for rate in [0.0, 0.08, 0.25] {
        for years in [1.0, 5.0, 10.0, 40.0] {
            let found = document(&with(
                &paying(),
                json!({ "discount_rate": rate, "horizon_years": years }),
            ));
            let (investment, saving) = (
                number(&found, "conversion.investment_cny"),
                number(&found, "conversion.annual_saving_cny_per_year"),
            );
            close(
                number(&found, "conversion.simple_payback_years"),
                investment / saving,
                1e-12,
                "simple payback",
            );
            let annuity =
                if rate == 0.0 { years } else { (1.0 - (1.0_f64 + rate).powf(-years)) / rate };
            within(
                number(&found, "conversion.npv_cny"),
                saving * annuity - investment,
                A_CENT,
                "net present value",
            );
            let irr = at(&found["results"], "conversion.irr").as_f64().unwrap();
            let at_irr =
                if irr.abs() < 1e-12 { years } else { (1.0 - (1.0 + irr).powf(-years)) / irr };
            close(saving * at_irr, investment, 1e-6, "worth nothing at its own rate");
            if years == 1.0 {
                close(1.0 + irr, saving / investment, 1e-9, "one year");
            }
            let discounted = at(&found["results"], "conversion.discounted_payback_years").as_f64();
            let worth = |year: f64| -> f64 {
                (1..=40_i32)
                    .filter(|at| f64::from(*at) <= year)
                    .map(|at| saving / (1.0_f64 + rate).powi(at))
                    .sum()
            };
            assert_eq!(
                discounted.is_some(),
                saving * annuity >= investment,
                "{rate} over {years} years"
            );
            if let Some(discounted) = discounted {
                assert!(
                    worth(discounted.floor()) <= investment
                        && investment <= worth(discounted.floor() + 1.0),
                    "{discounted}"
                );
                assert!(discounted >= investment / saving - 1e-9);
                if rate == 0.0 {
                    close(discounted, investment / saving, 1e-9, "without interest the same");
                }
            }
        }
    }
}

#[test]
fn the_saving_and_the_investment_are_what_they_are_made_of() {
    let given = json!({ "bath_change_cny": 1000, "zinc_generator_cny": 2000, "filtration_cny": 3000, "chiller_cny": 4000, "cleaner_cny": 5000, "lining_cny": 6000, "decontamination_cny": 7000, "downtime_days": 10, "margin_cny_per_m2": 2, "start_up_months": 6, "start_up_reject_share": 0.05, "annual_area_m2": 146_000, "stripping_cny_per_m2": 4 });
    let found = document(&with(&paying(), given));
    let lost = 146_000.0 / 365.0 * 10.0 * 2.0;
    let cost = |item: &str| of(&found, "alkaline_mid", item);
    let once =
        cost("cost_cny_per_m2") - cost("rejects_cny_per_m2") - cost("obligations_cny_per_m2") + 4.0;
    let again = 0.05 / 0.95 - 0.015 / 0.985;
    within(
        number(&found, "conversion.investment_cny"),
        28_000.0 + lost + again * once * 146_000.0 / 2.0,
        A_CENT,
        "investment",
    );
    let saving =
        (of(&found, "cyanide_mid", "cost_cny_per_m2") - cost("cost_cny_per_m2")) * 146_000.0;
    within(number(&found, "conversion.annual_saving_cny_per_year"), saving, A_CENT, "saving");
    let duties = of(&found, "cyanide_mid", "obligations_cny_per_m2") * 146_000.0;
    within(duties, 400_000.0, A_CENT, "duties of cyanide, once however much is rejected");
    assert_eq!(cost("obligations_cny_per_m2"), 0.0);
}

/// The line to be paid is empty, and that is an answer.
#[test]
fn what_saves_nothing_is_never_paid_back() {
    for loss in [
        json!({ "alternative": "acid_potassium", "part_class": "recessed" }),
        json!({ "baseline": "alkaline_mid", "alternative": "cyanide_mid" }),
    ] {
        let found = document(&loss);
        assert!(number(&found, "conversion.annual_saving_cny_per_year") <= 0.0, "{loss}");
        for name in ["simple_payback_years", "discounted_payback_years", "irr"] {
            assert!(found["results"]["conversion"][name].is_null(), "{name} of {loss}");
        }
        assert!(number(&found, "conversion.npv_cny") < 0.0);
    }
}

/// A bath that is only refilled with its like needs no generator, no chiller and no decontamination.
#[test]
fn each_conversion_needs_its_own_items() {
    let items = |from: &str, to: &str| {
        let found =
            document(&json!({ "processes": [from, to], "baseline": from, "alternative": to }));
        [
            "zinc_generator_cny",
            "filtration_cny",
            "chiller_cny",
            "cleaner_cny",
            "lining_cny",
            "decontamination_cny",
        ]
        .map(|item| found["inputs"][item].as_f64().unwrap() > 0.0)
    };
    assert_eq!(items("cyanide_mid", "alkaline_mid"), [true, true, true, true, false, true]);
    assert_eq!(items("cyanide_mid", "acid_potassium"), [false, true, true, true, true, true]);
    assert_eq!(items("cyanide_high", "cyanide_low"), [false; 6]);
    assert_eq!(items("alkaline_mid", "alkaline_high"), [false; 6]);
    assert_eq!(items("alkaline_mid", "acid_potassium"), [false, false, false, false, true, false]);
}

/// The old bath is destroyed with what the plant destroys cyanide with, at its price: no other price counts, and none that counts is said not to.
#[test]
fn the_old_bath_is_destroyed_as_the_plant_destroys_cyanide() {
    // 20 m³ of 35 g/L sodium cyanide, of which 26.017/49.007 is cyanide; per kg of it 6.813 kg of chlorine and 7.69 kg of sodium hydroxide, or 68.1 kg of
    // hypochlorite, times an excess of 2; three and a half volumes of rinse at 50 CNY/m³.
    let cyanide = 20.0 * 35.0 * 26.017 / 49.007 * 2.0;
    let rinse = 3.5 * 20.0 * 50.0;
    let prices = json!({ "bath_volume_m3": 20, "cyanide_excess": 2, "price_chlorine_cny_per_kg": 3, "price_naoh_cny_per_kg": 5, "price_hypochlorite_cny_per_kg": 7 });
    let of = |destruction: &str| document(&with(&prices, json!({ "destruction": destruction })));
    let (chlorine, hypochlorite) = (of("chlorine"), of("hypochlorite"));
    let cost = |found: &Value| found["inputs"]["decontamination_cny"].as_f64().unwrap();
    close(cost(&chlorine), cyanide * (6.813 * 3.0 + 7.69 * 5.0) + rinse, 1e-3, "with chlorine");
    close(cost(&hypochlorite), cyanide * 68.1 * 7.0 + rinse, 1e-3, "with hypochlorite");
    let counts =
        |found: &Value, price: &str| found["given"].as_array().unwrap().contains(&json!(price));
    assert_eq!(
        ["price_chlorine_cny_per_kg", "price_hypochlorite_cny_per_kg"]
            .map(|price| counts(&chlorine, price)),
        [true, false]
    );
    assert_eq!(
        ["price_chlorine_cny_per_kg", "price_hypochlorite_cny_per_kg"]
            .map(|price| counts(&hypochlorite, price)),
        [false, true]
    );
}

/// "90 % less poison": all of it on this line, and in the plant the share that this line bought.
#[test]
fn highly_toxic_chemicals_are_told_for_the_line_and_for_the_plant() {
    let found = document(&json!({}));
    // 0.1 L/m² × 35 g/L and 2 g/m² lost, for 1/0.985 m² through the line.
    let bought = (0.1 * 35.0 + 2.0) / 0.985 * 200.0;
    close(
        of(&found, "cyanide_mid", "highly_toxic_kg_per_year"),
        bought,
        1e-9,
        "kg of sodium cyanide a year",
    );
    assert_eq!(of(&found, "alkaline_mid", "highly_toxic_kg_per_year"), 0.0);
    assert_eq!(number(&found, "conversion.highly_toxic_removed_line"), 1.0);
    assert_eq!(number(&found, "conversion.highly_toxic_removed_plant"), 1.0);

    let strike = document(&json!({ "other_toxic_kg_per_year": 400 }));
    assert_eq!(number(&strike, "conversion.highly_toxic_removed_line"), 1.0);
    close(
        number(&strike, "conversion.highly_toxic_removed_plant"),
        bought / (bought + 400.0),
        1e-9,
        "the plant",
    );
    let ninety = document(&json!({ "other_toxic_kg_per_year": bought / 9.0 }));
    close(
        number(&ninety, "conversion.highly_toxic_removed_plant"),
        0.90,
        1e-9,
        "what it takes for 90 %",
    );

    let none = document(&json!({ "processes": ["alkaline_mid", "acid_potassium"] }));
    assert!(
        none["results"]["conversion"]["highly_toxic_removed_line"].is_null(),
        "where there was none, no share of it falls away"
    );
    let less = document(
        &json!({ "processes": ["cyanide_low", "cyanide_high"], "baseline": "cyanide_high", "alternative": "cyanide_low" }),
    );
    close(
        number(&less, "conversion.highly_toxic_removed_line"),
        1.0 - (1.5 + 2.0) / (9.4 + 2.0),
        1e-9,
        "low instead of high cyanide",
    );
}

/// The obligations, the index and the catalogue are told where there is cyanide, and fall away with it.
#[test]
fn what_the_rules_say_of_cyanide_is_told() {
    for id in [
        "duties_fall_away",
        "duties_not_costed",
        "index_cyanide",
        "catalogue",
        "toxic_removed",
        "unsupported",
        "two_factors",
    ] {
        assert!(judged(&json!({}), id).is_some(), "{id}");
    }
    for id in
        ["duties_fall_away", "duties_not_costed", "index_cyanide", "catalogue", "toxic_removed"]
    {
        assert!(
            judged(&json!({ "processes": ["alkaline_mid", "acid_potassium"] }), id).is_none(),
            "{id}"
        );
    }
    assert_eq!(judged(&paying(), "duties_not_costed"), None);
    assert_eq!(
        judged(&json!({ "processes": ["alkaline_mid", "alkaline_zinc_nickel"] }), "cyanide_formed"),
        Some(Level::Warning)
    );
    assert_eq!(judged(&json!({}), "cyanide_formed"), None);
}

// ── One's own bath ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn ones_own_bath_is_the_one_it_is_like_until_it_differs() {
    for like in PROCESSES.iter().filter(|process| process.id != "own").map(|process| process.id) {
        let partner = if like == "alkaline_high" { "alkaline_low" } else { "alkaline_high" };
        let found = document(
            &json!({ "processes": [like, partner, "own"], "own_like": like, "baseline": like, "alternative": "own" }),
        );
        let results = found["results"]["processes"].as_object().unwrap();
        assert_eq!(results["own"], results[like], "{like}");
        assert_eq!(number(&found, "difference.cost_cny_per_m2"), 0.0);
    }
    let usual = document(&json!({ "processes": ["own", "alkaline_mid"] }));
    assert_eq!(
        usual["results"]["processes"]["own"], usual["results"]["processes"]["alkaline_mid"],
        "like alkaline mid when nothing is said"
    );
    assert_eq!(usual["inputs"]["own_like"], "alkaline_mid");
    let changed = document(
        &json!({ "processes": ["own", "cyanide_mid"], "own_like": "cyanide_mid", "overrides": { "own": { "nacn_g_per_l": 70 } } }),
    );
    close(
        of(&changed, "own", "cyanide_destruction_cny_per_m2"),
        2.0 * of(&changed, "cyanide_mid", "cyanide_destruction_cny_per_m2"),
        1e-9,
        "twice the cyanide",
    );
}

#[test]
fn ones_own_bath_is_called_by_its_name() {
    let named = json!({ "processes": ["own", "cyanide_mid"], "own_name": "老厂 <3 号>", "alternative": "own" });
    let report = report(&named);
    let reader = platewise_model::report::format::Reader::default();
    assert!(reader.phrase(&report.answer.label).contains("老厂 <3 号>"));
    assert!(
        report.sections[0]
            .columns
            .iter()
            .any(|column| reader.phrase(&column.label) == "老厂 <3 号>")
    );
    assert!(
        bars(&report, "cost").bars.iter().any(|bar| reader.phrase(&bar.label) == "老厂 <3 号>")
    );
    let blank = report_of(process_comparison(), &with(&named, json!({ "own_name": "  " })));
    assert!(reader.phrase(&blank.answer.label).to_lowercase().contains("my own bath"));
    let idle =
        evaluation_of(process_comparison(), &json!({ "own_name": "x", "own_like": "cyanide_low" }))
            .unused;
    assert_eq!(idle, ["own_name", "own_like"], "without the bath its name does not count");
}

#[test]
fn ones_own_bath_cannot_be_like_itself() {
    let asked = json!({ "processes": ["own", "cyanide_mid"], "own_like": "own" });
    assert_eq!(problems(&asked), [("own_like".to_owned(), "same_as".to_owned())]);
}

/// What decides is what the bath holds, not what it is called or like.
#[test]
fn a_bath_without_cyanide_buys_none_and_one_with_it_loses_some() {
    let without = document(
        &json!({ "processes": ["own", "alkaline_mid"], "own_like": "cyanide_mid", "overrides": { "own": { "nacn_g_per_l": 0 } } }),
    );
    assert_eq!(of(&without, "own", "highly_toxic_kg_per_year"), 0.0);
    let within_alkaline = document(
        &json!({ "processes": ["own", "alkaline_mid"], "overrides": { "own": { "nacn_g_per_l": 35 } } }),
    );
    close(
        of(&within_alkaline, "own", "highly_toxic_kg_per_year"),
        (3.5 + 2.0) / 0.985 * 200.0,
        1e-9,
        "as much as mid cyanide",
    );
}

// ── What contradicts is told ───────────────────────────────────────────────────────────────────────────────────────────────────────────

#[test]
fn what_is_chosen_has_to_fit_together() {
    let told = |inputs: Value, field: &str, problem: &str| {
        assert_eq!(problems(&inputs), [(field.to_owned(), problem.to_owned())], "{inputs}")
    };
    let two = json!(["cyanide_mid", "alkaline_mid"]);
    told(json!({ "processes": two, "baseline": "acid_potassium" }), "baseline", "not_chosen");
    told(json!({ "processes": two, "alternative": "acid_potassium" }), "alternative", "not_chosen");
    told(
        json!({ "processes": two, "baseline": "cyanide_mid", "alternative": "cyanide_mid" }),
        "alternative",
        "same_as",
    );
    told(json!({ "processes": two, "alternative": "cyanide_mid" }), "alternative", "same_as");
    told(json!({ "processes": ["cyanide_mid"] }), "processes", "how_many");
    told(json!({ "processes": [] }), "processes", "how_many");
    told(json!({ "processes": ["cyanide_mid", "cyanide_mid"] }), "processes", "how_many");
    told(
        json!({ "processes": PROCESSES.iter().take(7).map(|process| process.id).collect::<Vec<_>>() }),
        "processes",
        "how_many",
    );
    told(json!({ "processes": ["cyanide_mid", "alkalin_mid"] }), "processes", "unknown_choice");
    told(json!({ "processes": "cyanide_mid" }), "processes", "wrong_kind");
    told(
        json!({ "minimum_thickness_um": 8, "average_thickness_um": 8 }),
        "average_thickness_um",
        "conflict",
    );
    assert_eq!(
        document(&json!({ "processes": ["acid_potassium", "cyanide_mid"] }))["inputs"]["processes"],
        json!(["cyanide_mid", "acid_potassium"]),
        "any order"
    );
    assert_eq!(
        chosen(&document(&json!({ "alternative": "acid_zinc_nickel" }))).len(),
        4,
        "who names one wants it compared"
    );
}

#[test]
fn a_mistyped_override_finds_the_one_that_was_meant() {
    for (given, field, meant) in [
        (
            json!({ "cyanide_mid": { "eficiency": 0.7 } }),
            "overrides.cyanide_mid.eficiency",
            "overrides.cyanide_mid.efficiency",
        ),
        (
            json!({ "cyanide_midd": { "efficiency": 0.7 } }),
            "overrides.cyanide_midd.efficiency",
            "overrides.cyanide_mid.efficiency",
        ),
        (
            json!({ "acid_potassium": { "kcl_g_l": 200 } }),
            "overrides.acid_potassium.kcl_g_l",
            "overrides.acid_potassium.kcl_g_per_l",
        ),
    ] {
        let asked = json!({ "overrides": given });
        let Err(list) = json::evaluate(process_comparison(), &common::object(&asked)) else {
            panic!("{asked} has an answer")
        };
        assert_eq!(
            (list["problems"][0]["field"].as_str(), list["problems"][0]["problem"].as_str()),
            (Some(field), Some("unknown_field"))
        );
        assert!(list["problems"][0]["message"].as_str().unwrap().contains(meant), "{list}");
    }
    assert_eq!(
        problems(&json!({ "overrides": { "cyanide_mid": { "efficiency": 72 } } })),
        [("overrides.cyanide_mid.efficiency".to_owned(), "out_of_range".to_owned())]
    );
    assert_eq!(
        problems(&json!({ "overrides": { "cyanide_mid": 0.7 } }))[0].0,
        "overrides.cyanide_mid"
    );
    assert_eq!(problems(&json!({ "overrides": 3 }))[0].0, "overrides");
}

/// A program that writes objects writes empty ones too.
#[test]
fn an_empty_object_of_overrides_says_nothing() {
    let plain = document(&json!({}));
    for nothing in [
        json!({ "overrides": {} }),
        json!({ "overrides": { "cyanide_mid": {} } }),
        json!({ "overrides": null }),
        json!({ "overrides": { "own": null } }),
        json!({ "overrides": { "own": { "efficiency": null } } }),
    ] {
        assert_eq!(document(&nothing), plain, "{nothing}");
    }
    for unknown in [
        json!({ "overides": {} }),
        json!({ "overrides": { "cyanide": {} } }),
        json!({ "price_zinc_cny_per_kg": {} }),
    ] {
        assert_eq!(problems(&unknown).len(), 1, "{unknown}");
    }
}

#[test]
fn what_belongs_to_a_process_that_is_not_compared_is_told() {
    let idle = evaluation_of(
        process_comparison(),
        &json!({ "overrides": { "acid_ammonium": { "efficiency": 0.9 } }, "average_thickness_um": 8, "zinc_loss_um": 0.5, "contact_fraction": 0.5 }),
    )
    .unused;
    for name in ["overrides.acid_ammonium.efficiency", "zinc_loss_um", "contact_fraction"] {
        assert!(idle.iter().any(|one| one == name), "{name}: {idle:?}");
    }
}

// ── In and out ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

fn questions() -> Vec<Value> {
    let mut all = ways();
    all.push(json!({ "processes": ["own", "cyanide_mid"], "own_name": "a & b = c", "own_like": "cyanide_high", "overrides": { "own": { "efficiency": 0.7, "nacn_g_per_l": 80.5 }, "cyanide_mid": { "voltage_v": 5.55 } } }));
    all
}

#[test]
fn what_was_written_is_read_back_with_the_same_results() {
    for inputs in questions() {
        let first = document(&inputs);
        let again = document(&json::inputs_of(&first, process_comparison()).unwrap().into());
        ["given", "inputs", "results"]
            .iter()
            .for_each(|part| assert_eq!(again[*part], first[*part], "{part} of {inputs}"));
        let text: Value = serde_json::from_str(&first.to_string()).unwrap();
        let bare = json::inputs_of(&text["inputs"], process_comparison()).unwrap();
        let second = document(&bare.into());
        for ((name, one), (other_name, other)) in numbers(&first["results"])
            .into_iter()
            .zip(numbers(&second["results"]))
            .filter(|((name, _), _)| !name.contains("answer_range"))
        {
            assert_eq!(name, other_name);
            assert!(
                (one - other).abs() <= 1e-9 * one.abs().max(1.0),
                "{name} of {inputs}: {one} and {other}"
            );
        }
    }
}

/// Somebody opens the file and changes one cell.
#[test]
fn a_cell_that_was_changed_in_what_was_written_counts() {
    let mut written = document(&json!({}));
    written["inputs"]["overrides"]["cyanide_mid"]["efficiency"] = json!(0.65);
    let again = document(&json::inputs_of(&written, process_comparison()).unwrap().into());
    assert_eq!(of(&again, "cyanide_mid", "efficiency"), 0.65);
    assert_eq!(again["given"], json!(["overrides.cyanide_mid.efficiency"]));
    written["inputs"]["part_class"] = json!("profiled");
    let again = document(&json::inputs_of(&written, process_comparison()).unwrap().into());
    assert_eq!(
        of(&again, "acid_potassium", "minimum_to_average"),
        0.62,
        "and the defaults that hang on it follow"
    );
}

#[test]
fn a_link_brings_every_input_back() {
    let mut everything = Map::new();
    for field in process_comparison().fields() {
        let value = match field.kind {
            Kind::Number { min, max, .. } => json!((min.max(1e-3) * max).sqrt()),
            Kind::Choice(options) => json!(options().last().unwrap().0),
            Kind::Several(options, _, most) => {
                options().iter().take(most).map(|(id, _)| json!(id)).collect()
            }
            Kind::Date => json!("2026-11-28"),
            Kind::Text | Kind::LongText => json!("老厂 & Söhne = 1;2,3:4"),
            Kind::Curve
            | Kind::Numbers { .. }
            | Kind::Hours(_)
            | Kind::Record
            | Kind::Rows { .. } => continue,
        };
        everything.insert(field.name.to_owned(), value);
    }
    for inputs in questions().into_iter().chain([everything.into()]) {
        let given = platewise_model::calculator::flat(&common::object(&inputs));
        for system in [System::Metric, System::Us] {
            let (entries, notices) = entry::from_inputs(process_comparison(), &given, system);
            assert!(notices.is_empty(), "{notices:?}");
            let link = entry::to_link(process_comparison(), &entries, "zh", system);
            let back = entry::from_link(process_comparison(), &link);
            assert!(
                back.notices.is_empty(),
                "{:?} in a link of {} characters",
                back.notices,
                link.len()
            );
            let (read, unreadable) = entry::to_inputs(process_comparison(), &back.entries);
            assert!(unreadable.is_empty());
            assert_eq!(read.len(), given.len());
            for (name, value) in &given {
                match (value.as_f64(), read[name].as_f64()) {
                    (Some(one), Some(other)) => close(other, one, 1e-9, name),
                    _ => assert_eq!(&read[name], value, "{name}"),
                }
            }
        }
    }
}

// ── JSON ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

const OF_EACH: [&str; 11] = [
    "variable_cost_cny_per_m2",
    "cost_cny_per_m2",
    "energy_ac_kwh_per_m2",
    "charge_ah_per_m2",
    "time_min",
    "zinc_g_per_m2",
    "cyanide_destruction_cny_per_m2",
    "sludge_wet_kg_per_m2",
    "co2e_kg_per_m2",
    "highly_toxic_kg_per_year",
    "capacity_m2_per_year",
];

#[test]
fn every_name_that_others_write_files_with_is_there() {
    for way in ways() {
        let found = document(&way);
        for process in chosen(&found) {
            OF_EACH
                .iter()
                .for_each(|name| assert!(of(&found, process, name).is_finite(), "{name}"));
        }
        let compared: Vec<&str> =
            found["results"]["processes"].as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(compared, chosen(&found), "those that are compared and no others");
        assert!(number(&found, "conversion.npv_cny").is_finite());
        for name in ["simple_payback_years", "irr"] {
            assert!(
                found["results"]["conversion"]
                    .get(name)
                    .is_some_and(|value| value.is_number() || value.is_null()),
                "{name}"
            );
        }
        let inputs = found["inputs"].as_object().unwrap();
        for name in [
            "processes",
            "baseline",
            "rack_or_barrel",
            "part_class",
            "minimum_thickness_um",
            "average_thickness_um",
            "annual_area_m2",
            "overrides",
            "price_electricity_cny_per_kwh",
        ] {
            assert!(inputs.contains_key(name), "{name}");
        }
        for process in chosen(&found) {
            for name in [
                "efficiency",
                "voltage_v",
                "current_density_a_per_dm2",
                "brightener_ml_per_kah",
                "drag_out_l_per_m2",
                "minimum_to_average",
                "zinc_g_per_l",
            ] {
                assert!(
                    found["inputs"]["overrides"][process][name].is_number(),
                    "{name} of {process}"
                );
            }
        }
    }
    let ids: Vec<&str> = PROCESSES.iter().map(|process| process.id).collect();
    for id in [
        "cyanide_low",
        "cyanide_mid",
        "cyanide_high",
        "alkaline_low",
        "alkaline_mid",
        "alkaline_high",
        "acid_potassium",
        "acid_ammonium",
        "alkaline_zinc_nickel",
        "acid_zinc_nickel",
        "own",
    ] {
        assert!(ids.contains(&id), "{id}");
    }
}

/// Analysis turns every knob: an end of its range is an answer of finite numbers, or a problem that names a field or a result.
#[test]
fn any_number_at_the_end_of_its_range_is_an_answer_or_a_named_problem() {
    let known = |name: &str| {
        process_comparison().field(name).is_some()
            || name.starts_with("processes.")
            || name.starts_with("difference.")
            || name.starts_with("conversion.")
    };
    for field in process_comparison().fields() {
        let Kind::Number { min, max, .. } = field.kind else { continue };
        let process = field
            .name
            .strip_prefix("overrides.")
            .and_then(|rest| rest.split_once('.'))
            .map_or("acid_potassium", |(process, _)| process);
        for (mount, destruction) in [("rack", "hypochlorite"), ("barrel", "chlorine")] {
            for end in [min, max] {
                let mut asked = common::object(
                    &json!({ "processes": beside_another(process), "rack_or_barrel": mount, "destruction": destruction }),
                );
                asked.insert(field.name.to_owned(), json!(end));
                let asked = asked.into();
                match evaluation_of(process_comparison(), &asked).outcome {
                    Ok(report) => {
                        all_finite(&report, &asked);
                        let costs = report.results.iter().filter(|result| {
                            result.name.ends_with(".cost_cny_per_m2")
                                && result.name.starts_with("processes.")
                        });
                        costs.for_each(|cost| {
                            assert!(
                                cost.value.is_some_and(|value| value >= 0.0),
                                "{} of {asked}",
                                cost.name
                            )
                        });
                    }
                    Err(problems) => problems.iter().for_each(|problem| {
                        assert!(known(&problem.field), "{problem:?} of {asked}")
                    }),
                }
            }
        }
    }
}

/// All prices nothing: no cost has a share of nothing, and it is told instead of shown.
#[test]
fn a_plant_where_everything_is_free_is_an_answer_or_a_named_problem() {
    let mut free = Map::new();
    for field in process_comparison().fields() {
        let Kind::Number { min, .. } = field.kind else { continue };
        if field.name.contains("_cny") && min == 0.0 && !field.name.starts_with("overrides.") {
            free.insert(field.name.to_owned(), json!(0));
        }
    }
    free.insert("overrides".to_owned(), json!({ "cyanide_mid": { "brightener_price_cny_per_l": 0 }, "alkaline_mid": { "brightener_price_cny_per_l": 0 }, "acid_potassium": { "brightener_price_cny_per_l": 0 } }));
    let free = free.into();
    match evaluation_of(process_comparison(), &free).outcome {
        Ok(report) => all_finite(&report, &free),
        Err(problems) => assert!(problems.iter().all(|problem| !problem.field.is_empty())),
    }
}
