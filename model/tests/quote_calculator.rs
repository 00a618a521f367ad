//! The quote as a calculator: the lines of a request against the chain by hand, the private half that never leaves, minimums, tax, currency,
//! bands and dates.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::float_cmp,
    reason = "a test fails by panicking"
)]

mod common;

use common::object;
use platewise_model::calculator::quote::issued::Issued;
use platewise_model::calculator::{AnyCalculator, InputTable, Origin, find, quote};
use platewise_model::data::Listed;
use platewise_model::data::processes::{Parameter, Process};
use platewise_model::data::shops::PROFILES;
use platewise_model::entry::{self, Entry};
use platewise_model::json;
use platewise_model::quotation::sheet::{Papers, Sheet, page, rows};
use platewise_model::quote::price::Amount;
use platewise_model::report::format::Reader;
use platewise_model::report::{Level, Report};
use platewise_model::request::table;
use platewise_model::units::System;
use platewise_model::words::Language;
use proptest::prelude::*;
use serde_json::{Value, json};

fn calculator() -> &'static AnyCalculator {
    find("quote").unwrap()
}

fn evaluate(inputs: &Value) -> Value {
    json::evaluate(calculator(), &object(inputs))
        .unwrap_or_else(|problems| panic!("{inputs}: {problems}"))
}

fn results(inputs: &Value) -> Value {
    evaluate(inputs)["results"].clone()
}

fn report(inputs: &Value) -> Report {
    calculator().evaluate_fully(&object(inputs)).outcome.unwrap()
}

fn problems(inputs: &Value) -> Vec<(String, String)> {
    let list = json::evaluate(calculator(), &object(inputs)).unwrap_err();
    let told = |one: &Value, name: &str| one[name].as_str().unwrap().to_owned();
    list["problems"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (told(one, "field"), told(one, "problem")))
        .collect()
}

fn number(value: &Value) -> f64 {
    value.as_f64().unwrap()
}

/// Bolts of area and mass by weight: 1 m²/kg·10 g are 1 dm² a piece.
fn line(quantities: &[u32]) -> Value {
    json!({ "shape": "by_mass", "area_m2_per_kg": 1.0, "mass_g": 10.0, "quantities": quantities })
}

/// By hand: a barrel of 60 L half full of 1.2 kg/L has 36 kg, 3,600 pieces of 10 g; 1,000 A at the current density of the process carry so many
/// of 1 dm². 10,000 of them take whole loads of whichever is less.
#[test]
fn loads_are_those_of_the_shop() {
    let loads = |shop: Value| {
        number(
            &results(&json!({ "lines": [line(&[10_000])], "shop": shop }))["lines"][0]["quantities"]
                [0]["loads"],
        )
    };
    let j = Process::find("acid_potassium")
        .unwrap()
        .fact(Parameter::CurrentDensity, true)
        .unwrap()
        .value;
    let by_current = (1000.0 / j).floor();
    assert!(by_current < 3600.0);
    assert_eq!(loads(json!({})), (10_000.0 / by_current).ceil());
    assert_eq!(loads(json!({ "rectifier_a": 100_000 })), 3.0);
    assert_eq!(loads(json!({ "rectifier_a": 100_000, "fill_fraction": 0.25 })), 6.0);
    assert_eq!(
        loads(json!({ "rectifier_a": 100_000, "rack_or_barrel": "rack", "places_per_load": 200 })),
        50.0
    );
}

/// What a thickness means decides what has to be plated: (8 + 0.3) / 0.80 in an acid bath in the barrel, 8 + 0.3 of a batch, 8 as plated.
#[test]
fn thickness_is_understood_as_it_was_ordered() {
    let of = |spec: Value| {
        let mut row = object(&line(&[1000]));
        row.extend(object(&spec));
        number(&results(&json!({ "lines": [row] }))["lines"][0]["average_thickness_um"])
    };
    for (spec, expected) in [
        (json!({}), 10.375),
        (json!({ "thickness_kind": "batch_average" }), 8.3),
        (json!({ "thickness_kind": "average" }), 8.0),
        (json!({ "designation": "Fe/Zn 12" }), 12.3 / 0.8),
        (json!({ "designation": "A3C" }), 8.3),
        (json!({ "designation": "Fe/Zn 12", "thickness_um": 5 }), 5.3 / 0.8),
        (json!({ "process": "alkaline_mid" }), 8.3 / 0.85),
    ] {
        assert!((of(spec.clone()) / expected - 1.0).abs() < 1e-12, "{}", of(spec.clone()));
    }
}

/// Without a margin the unit price is the unit cost, rounded up to four decimals.
#[test]
fn removing_the_margin_gives_the_cost() {
    for (rule, value) in [
        ("margin", json!({ "rule": "margin", "margin": 0 })),
        ("mark_up", json!({ "rule": "mark_up", "mark_up": 0 })),
    ] {
        let found = results(&json!({ "lines": [line(&[500, 5000])], "shop": value }));
        for one in found["lines"][0]["quantities"].as_array().unwrap() {
            let (cost, price) = (number(&one["unit_cost"]), number(&one["unit_price"]));
            assert!(price >= cost - 1e-12 && price - cost < 1.000_01e-4, "{rule}: {one}");
        }
    }
    let [with, without] = [json!({ "margin": 0.2 }), json!({ "rule": "mark_up", "mark_up": 0.25 })]
        .map(|shop| {
            results(&json!({ "lines": [line(&[500])], "shop": shop }))["unit_price"].clone()
        });
    assert_eq!(with, without, "a margin of 20 % is a mark-up of 25 %");
}

/// Minimums: four small lines, three are charged theirs, the fourth its price and the fee.
#[test]
fn minimums_are_data() {
    let lines = vec![line(&[10]); 4];
    let by = |shop: Value| -> Vec<String> {
        let found = results(&json!({ "lines": lines, "shop": shop }));
        found["lines"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["minimums_applied"].as_str().unwrap().to_owned())
            .collect()
    };
    let costly = |more: Value| {
        let mut shop = object(&json!({ "minimum_cny": 5000 }));
        shop.extend(object(&more));
        Value::from(shop)
    };
    assert_eq!(by(costly(json!({}))), ["minimum", "minimum", "minimum", "fee"]);
    assert_eq!(by(costly(json!({ "minimum_rule": "all" }))), ["minimum"; 4]);
    assert_eq!(by(costly(json!({ "minimums_charged": 0 }))), ["fee"; 4]);
    assert_eq!(by(json!({ "minimum_cny": 0 })), ["none"; 4]);
    let found =
        results(&json!({ "lines": lines, "shop": costly(json!({ "minimum_fee_cny": 60 })) }));
    let own = number(&found["lines"][3]["quantities"][0]["line_price"]);
    assert!((number(&found["goods_price"]) - (15_000.0 + own + 60.0)).abs() < 1e-9);
    // An alloy has a minimum of its own.
    let mut alloy = object(&line(&[10]));
    alloy.insert("process".to_owned(), "alkaline_zinc_nickel".into());
    let found = results(
        &json!({ "lines": [alloy], "shop": { "minimum_cny": 0, "minimum_alloy_cny": 7000 } }),
    );
    assert_eq!(number(&found["goods_price"]), 7000.0);
}

/// The same price whether tax is added or included, and in another currency a price that brings in no less.
#[test]
fn tax_and_currency_say_the_same_price() {
    let of = |more: Value| {
        let mut inputs = object(&json!({ "lines": [line(&[100_000])] }));
        inputs.extend(object(&more));
        results(&inputs.into())
    };
    let [added, included, none] =
        ["added", "included", "none"].map(|basis| of(json!({ "tax_basis": basis })));
    for (one, other) in [("total_price", 2e-4), ("net_price", 2e-4)] {
        assert!(
            (number(&added[one]) / number(&included[one]) - 1.0).abs() < other,
            "{one}: {} and {}",
            added[one],
            included[one]
        );
    }
    assert_eq!(number(&none["tax_price"]), 0.0);
    assert_eq!(none["total_price"], added["net_price"]);
    assert_eq!(of(json!({ "exchange_rate": 7 })), added, "yuan have no rate");
    let dollars = of(json!({ "currency": "usd", "exchange_rate": 7.0, "tax_basis": "none" }));
    let back = number(&dollars["total_price"]) * 7.0;
    assert!(
        back >= number(&none["total_price"]) * (1.0 - 2e-4)
            && back < number(&none["total_price"]) * 1.01,
        "{back} and {}",
        none["total_price"]
    );
}

/// A steel of 40 HRC bakes 14 h after ASTM B850: with heating up, whole ovens of 300 kg, and the lead time has it.
#[test]
fn a_hard_steel_is_baked() {
    let with = |hardness: f64| {
        let mut row = object(&line(&[100_000]));
        row.insert("hardness_hrc".to_owned(), hardness.into());
        results(&json!({ "lines": [row] }))
    };
    let (soft, hard) = (with(30.0), with(40.0));
    assert_eq!(
        (number(&soft["lines"][0]["bake_h"]), number(&hard["lines"][0]["bake_h"])),
        (0.0, 14.0)
    );
    let (soft, hard) = (number(&soft["total_cost_cny"]), number(&hard["total_cost_cny"]));
    // One tonne: four ovens of 15 h at 20 CNY, and once more for the share of rejects.
    assert!(hard - soft >= 1200.0 && hard - soft < 1200.0 * 1.05, "{}", hard - soft);
    let mut row = object(&line(&[100]));
    row.insert("tensile_strength_mpa".to_owned(), 1800.into());
    let report = report(&json!({ "lines": [row] }));
    assert!(report.further.iter().any(|one| one.id == "do_not_plate" && one.level == Level::Alarm));
}

/// What is done to a line, by hand, each against the same line without it, rejects counted once more.
#[test]
fn each_word_of_the_specification_has_its_price() {
    let base = number(&results(&json!({ "lines": [line(&[1000])] }))["total_cost_cny"]);
    let labour = 55.0 / 60.0;
    for (spec, expected) in [
        (json!({ "certificate": "conformity" }), 30.0),
        (json!({ "certificate": "test_report" }), 250.0),
        (json!({ "first_article": "yes" }), 150.0),
        (json!({ "new_racks": 3 }), 360.0),
        (json!({ "masked_places": 2 }), 1000.0 * 2.0 * 0.25 * labour),
        (json!({ "packing": "layers" }), 1000.0 * 0.05 * labour),
        (json!({ "top_coat": "sealer" }), 10.0 * 1.8),
        (json!({ "top_coat": "powder" }), 10.0 * 45.0),
    ] {
        let mut row = object(&line(&[1000]));
        row.extend(object(&spec));
        let more = number(&results(&json!({ "lines": [row] }))["total_cost_cny"]) - base;
        assert!(
            more >= expected * (1.0 - 1e-9) && more <= expected * 1.05,
            "{spec}: {more} and {expected}"
        );
    }
}

/// 2026-11-24 is a Tuesday: working days go round the week-end, validity does not.
#[test]
fn dates_follow_the_lead_time() {
    let found = results(
        &json!({ "lines": [line(&[1000])], "customer": { "date": "2026-11-24", "valid_days": 30 }, "shop": { "queue_days": 3, "after_days": 1 } }),
    );
    assert_eq!(number(&found["lead_time_days"]), 5.0);
    assert_eq!(found["delivery_date"], "2026-12-01");
    assert_eq!(found["valid_until"], "2026-12-24");
}

/// Two shops next to each other and one line that plates and coats, after the reference: queue 2.0, run 0.3, way and powder 2.8 against 0.5.
#[test]
fn one_line_that_coats_too_delivers_sooner() {
    let with = |profile: &str| {
        let mut row = object(&line(&[1000]));
        row.insert("top_coat".to_owned(), "powder".into());
        number(
            &results(&json!({ "lines": [row], "shop": { "profile": profile } }))["lead_time_days"],
        )
    };
    assert!(with("integrated") <= with("ningbo_rack") - 2.0);
}

/// A request out of a spreadsheet, its heads in Chinese or English; what cannot be used of it is told by its row.
#[test]
fn a_request_is_read_from_a_table() {
    let import =
        |table: &str| table::import(quote::Line::fields(), 200, &table::of_text(table)).unwrap();
    let found = import(
        "图号,类型,规格,长(mm),镀层,硬度,数量\nA-1,hex_bolt,M8,40,Fe/Zn 8,,1000 5000\nA-2,hex_bolt,M6,20,A3C,40,300\n",
    );
    assert!(found.wrong.is_empty() && found.ignored.is_empty(), "{:?}", found.ignored);
    let (inputs, unreadable) =
        entry::to_inputs(calculator(), &entry::Entries::from([("lines", Entry::rows(found.rows))]));
    assert!(unreadable.is_empty());
    let quoted = results(&inputs.into());
    let [first, second] = [0, 1].map(|row| &quoted["lines"][row]);
    assert_eq!(
        (&first["name"], number(&first["quantities"][1]["pieces"])),
        (&json!("A-1"), 5000.0)
    );
    assert_eq!((number(&second["bake_h"]), number(&second["average_thickness_um"])), (14.0, 8.3));
    // A colour may cost a passivation that is not read: it is told at both rows, beside the quantity of the second.
    let found = import("Part no,Qty,Thickness (mil),Colour\nB-1,1e3,0.3,red\nB-2,5;4x,0.3,red\n");
    assert_eq!((found.rows.len(), found.wrong.len(), found.ignored.len()), (2, 3, 1));
}

/// What is wrong is told at its cell.
#[test]
fn problems_name_their_line_and_field() {
    let with = |more: Value| {
        let mut row = object(&line(&[1000]));
        row.extend(object(&more));
        json!({ "lines": [line(&[10]), row] })
    };
    let one = |field: &str, problem: &str| vec![(field.to_owned(), problem.to_owned())];
    for (more, field, problem) in [
        (json!({ "quantities": [100, 100] }), "lines.2.quantities", "not_rising"),
        (json!({ "quantities": [10.5] }), "lines.2.quantities", "not_rising"),
        (json!({ "quantities": [] }), "lines.2.quantities", "how_many_numbers"),
        (
            json!({ "quantities": [1, 2, 3, 4, 5, 6, 7, 8, 9] }),
            "lines.2.quantities",
            "how_many_numbers",
        ),
        (json!({ "process": "own" }), "lines.2.process", "unknown_choice"),
        (json!({ "shape": "sphere" }), "lines.2.shape", "unknown_choice"),
        (
            json!({ "shape": "sheet", "length_mm": 90_000, "width_mm": 90_000 }),
            "lines.2.shape",
            "nothing_fits",
        ),
    ] {
        assert_eq!(problems(&with(more)), one(field, problem));
    }
    assert_eq!(problems(&json!({ "lines": [] })), one("lines", "how_many_rows"));
    assert_eq!(problems(&json!({ "lines": vec![line(&[1]); 201] })), one("lines", "how_many_rows"));
    assert_eq!(
        problems(&json!({ "customer": { "date": "tomorrow" } })),
        one("customer.date", "bad_date")
    );
    assert_eq!(
        problems(&json!({ "currency": "usd", "exchange_rate": 0 })),
        one("exchange_rate", "out_of_range")
    );
}

/// A quote with every private field set to digits that stand nowhere else.
fn private() -> (Value, Vec<String>) {
    let mut shop = serde_json::Map::new();
    let mut digits = Vec::new();
    for (place, field) in
        quote::Inputs::fields().iter().filter(|field| field.name.starts_with("shop.")).enumerate()
    {
        let name = field.name.trim_start_matches("shop.");
        if let platewise_model::calculator::Kind::Number { min, max, .. } = field.kind {
            let value = if max >= 1000.0 {
                format!("6{place:02}.3141")
            } else {
                format!("0.7{place:02}3141")
            };
            let value: f64 = value.parse().unwrap();
            if (min..=max).contains(&value) {
                shop.insert(name.to_owned(), value.into());
                digits.push(value.to_string());
            }
        }
    }
    shop.insert("name".to_owned(), "Hidden Works".into());
    digits.push("Hidden Works".to_owned());
    (
        json!({ "lines": [line(&[100, 1000])], "customer": { "company": "Buyer & Sons", "rfq": "RFQ-1" }, "shop": shop }),
        digits,
    )
}

/// The example of four small lots shows what it says: three minimums and a fee.
#[test]
fn the_example_of_small_lots_has_three_minimums_and_a_fee() {
    let preset =
        calculator().presets().iter().find(|preset| preset.id == "four_small_lots").unwrap();
    let found = results(&preset.to_inputs().into());
    let by: Vec<&str> = found["lines"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["minimums_applied"].as_str().unwrap())
        .collect();
    assert_eq!(by.iter().filter(|by| **by == "minimum").count(), 3, "{by:?}");
    assert_eq!(by.iter().filter(|by| **by == "fee").count(), 1);
}

/// What a customer is given holds nothing of cost, margin or rules: neither the names nor the numbers.
#[test]
fn nothing_private_is_given_to_a_customer() {
    let (inputs, digits) = private();
    let document = evaluate(&inputs);
    let open = json::for_others(calculator(), &document);
    let text = open.to_string();
    assert!(
        digits.len() > 20
            && text.contains("Buyer & Sons")
            && text.contains("unit_price")
            && text.contains("lead_time_days")
    );
    for word in [
        "cost",
        "margin",
        "mark_up",
        "shop",
        "labour",
        "utilisation",
        "break_even",
        "below",
        "minimum",
        "warnings",
        "steps",
        "reject",
        "loads",
        "held",
    ] {
        assert!(!text.contains(word), "{word} stands in {text}");
    }
    assert!(digits.iter().all(|digits| !text.contains(digits)), "{text}");
    // Nor does a unit cost stand there as a number of another name.
    for line in document["results"]["lines"].as_array().unwrap() {
        for one in line["quantities"].as_array().unwrap() {
            assert!(!text.contains(&one["unit_cost"].to_string()), "{}", one["unit_cost"]);
        }
    }
    assert_eq!(open["results"]["total_price"], document["results"]["total_price"]);
}

/// No more does a link; the memory of the browser has it, and what is opened later leaves it where it is.
#[test]
fn a_link_holds_nothing_private_and_opening_one_keeps_it() {
    let (inputs, digits) = private();
    let (entries, notices) = entry::from_inputs(
        calculator(),
        &json::inputs_of(&inputs, calculator()).unwrap(),
        System::Metric,
    );
    assert!(notices.is_empty());
    let link = entry::to_link(calculator(), &entries, "en", System::Metric);
    assert!(
        link.contains("lines=")
            && !link.contains("shop")
            && digits.iter().all(|digits| !link.contains(digits)),
        "{link}"
    );
    let memory = entry::to_memory(calculator(), &entries, "en", System::Metric);
    assert_eq!(entry::from_link(calculator(), &memory).entries, entries);
    let opened =
        entry::with_private(calculator(), entry::from_link(calculator(), &link).entries, &entries);
    assert_eq!(opened, entries);
    // What is opened says its own where it says something.
    let told = entry::Entries::from([("shop.margin", Entry::number("0.5", 0))]);
    assert_eq!(entry::with_private(calculator(), told, &entries)["shop.margin"].text, "0.5");
}

/// Twelve lines with their breaks make a link of fewer than 2,000 characters.
#[test]
fn twelve_lines_make_a_link_that_can_be_mailed() {
    let lines: Vec<Value> = (0..12)
        .map(|place| json!({ "thread": "M8", "length_mm": 20 + 5 * place, "name": format!("DWG-10{place:02}"), "designation": "Fe/Zn 8", "quantities": [1000, 5000, 20000] }))
        .collect();
    let inputs = json!({ "lines": lines, "customer": { "company": "宁波紧固件", "rfq": "RFQ-2026-117", "date": "2026-11-24" }, "currency": "usd" });
    let (entries, _) = entry::from_inputs(
        calculator(),
        &json::inputs_of(&inputs, calculator()).unwrap(),
        System::Metric,
    );
    let link = entry::to_link(calculator(), &entries, "zh", System::Metric);
    assert!(link.len() < 2000, "{} characters: {link}", link.len());
}

/// The band holds the cost, lines whose band crosses zero margin are told, and a shop whose every figure is known has none.
#[test]
fn bands_hold_the_cost_and_mark_what_may_lose() {
    let said = |inputs: &Value, id: &str| report(inputs).further.iter().any(|one| one.id == id);
    let thin = json!({ "lines": [line(&[5000])], "shop": { "margin": 0.01 } });
    let fat = json!({ "lines": [line(&[5000])], "shop": { "margin": 0.8 } });
    assert!(said(&thin, "band_crosses_zero") && !said(&thin, "bands_clear"));
    assert!(said(&fat, "bands_clear") && !said(&fat, "band_crosses_zero"));
    let section = &report(&thin).sections[1];
    let row = |label: &str| {
        section
            .rows
            .iter()
            .find(|row| row.label.text.en.starts_with(label))
            .unwrap_or_else(|| panic!("{label}"))
            .values[0]
            .unwrap()
    };
    assert!(
        row("Unit cost, low") < row("Unit cost, CNY")
            && row("Unit cost, CNY") < row("Unit cost, high")
    );
}

/// One piece more than fits begins another load: it is offered at the price of the smaller quantity, below its cost, and that is told.
#[test]
fn below_cost_is_told_by_how_much() {
    let j = Process::find("acid_potassium")
        .unwrap()
        .fact(Parameter::CurrentDensity, true)
        .unwrap()
        .value;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "about a thousand")]
    let full = (1000.0 / j).floor() as u32;
    let held = json!({ "lines": [line(&[full, full + 1])], "shop": { "margin": 0, "lot_min": 0, "freight_cny": 0 } });
    let found = results(&held);
    let [first, second] = [0, 1].map(|place| found["lines"][0]["quantities"][place].clone());
    assert!(first["below_cost_cny"].is_null() && second["held_down"] == true, "{found}");
    assert_eq!(first["unit_price"], second["unit_price"]);
    let short = number(&second["unit_cost"]) * f64::from(full + 1) - number(&second["line_price"]);
    assert!((number(&second["below_cost_cny"]) - short).abs() < 1e-9);
    let report = report(&held);
    assert!(
        report.judgements.iter().any(|one| one.id == "below_cost" && one.level == Level::Alarm)
    );
    assert!(report.further.iter().any(|one| one.id == "held_down"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever is quoted: the total is the sum of the lines with its surcharges and tax to the hundredth, unit prices have four decimals, and none
    /// rises with quantity.
    #[test]
    fn a_quote_adds_up(
        rows in prop::collection::vec((0.05..3.0f64, 2.0..500.0f64, prop::collection::btree_set(1..100_000u32, 1..5)), 1..8),
        profile in 0..3usize, currency in prop::sample::select(vec!["cny", "usd", "eur"]), tax in prop::sample::select(vec!["added", "included", "none"]),
        rounding in prop::sample::select(vec!["four_decimals", "cents", "three_digits"]), surcharge in 0.0..0.3f64, expedite in prop::bool::ANY,
    ) {
        let lines: Vec<Value> = rows.iter().map(|(area, mass, quantities)| {
            json!({ "shape": "by_mass", "area_m2_per_kg": area, "mass_g": mass, "quantities": quantities.iter().collect::<Vec<_>>() })
        }).collect();
        let found = results(&json!({
            "lines": lines, "currency": currency, "tax_basis": tax, "expedite": if expedite { "yes" } else { "no" },
            "shop": { "profile": PROFILES[profile].id, "rounding": rounding, "energy_surcharge": surcharge, "zinc_cny_per_kg": 25 },
        }));
        let cents = |value: &Value| (number(value) * 100.0).round() as i64;
        let charged: i64 = found["lines"].as_array().unwrap().iter().map(|line| cents(&line["charged_price"])).sum();
        prop_assert_eq!(cents(&found["goods_price"]), charged);
        let told = ["goods_price", "metal_price", "energy_price", "environment_price", "expedite_price"].iter().map(|name| cents(&found[*name])).sum::<i64>();
        prop_assert_eq!(cents(&found[if tax == "included" { "total_price" } else { "net_price" }]), told);
        prop_assert_eq!(cents(&found["total_price"]), cents(&found["net_price"]) + cents(&found["tax_price"]));
        for line in found["lines"].as_array().unwrap() {
            let prices: Vec<f64> = line["quantities"].as_array().unwrap().iter().map(|one| number(&one["unit_price"])).collect();
            prop_assert!(prices.windows(2).all(|pair| pair[1] <= pair[0]), "{prices:?}");
            prop_assert!(prices.iter().all(|price| (price * 1e4 - (price * 1e4).round()).abs() < 1e-6));
        }
    }
}

/// Every quantity has its band, and figures that were given are no longer uncertain.
#[test]
fn a_band_goes_with_every_quantity() {
    let range = |shop: Value| {
        let found = results(&json!({ "lines": [line(&[500, 5000, 50_000])], "shop": shop }));
        let quantities = found["lines"][0]["quantities"].as_array().unwrap().clone();
        quantities
            .iter()
            .map(|one| {
                (
                    number(&one["unit_cost_range"]["low"]),
                    number(&one["unit_cost"]),
                    number(&one["unit_cost_range"]["high"]),
                )
            })
            .collect::<Vec<_>>()
    };
    let open = range(json!({}));
    assert!(open.iter().all(|(low, cost, high)| low < cost && cost < high), "{open:?}");
    let known = range(json!({ "line_cny_per_h": 300, "utilisation": 0.7 }));
    for ((low, _, high), (known_low, _, known_high)) in open.iter().zip(&known) {
        assert!(known_high - known_low < high - low);
    }
}

/// Quantities as spreadsheets print them are one number or two: they are refused, not guessed.
#[test]
fn a_comma_in_a_quantity_is_not_guessed() {
    for (typed, expected) in [
        ("1,500", None),
        ("1,500,000", None),
        ("12，000", None),
        ("1000,5000", Some(json!([1000.0, 5000.0]))),
        ("1000 5000", Some(json!([1000.0, 5000.0]))),
        ("100; 500", Some(json!([100.0, 500.0]))),
    ] {
        let mut row = entry::Entries::new();
        row.insert("quantities", Entry::plain(typed));
        let (inputs, unreadable) = entry::to_inputs(
            calculator(),
            &entry::Entries::from([("lines", Entry::rows(vec![row]))]),
        );
        assert_eq!(inputs["lines"][0].get("quantities"), expected.as_ref(), "{typed}");
        assert_eq!(unreadable.is_empty(), expected.is_some());
    }
}

#[test]
fn a_day_that_is_none_is_a_problem_of_its_field() {
    for day in [
        "2026-9223372036854775807-01",
        "2026-13-01",
        "2026-02-30",
        "99999999999999999999-01-01",
        "2026--1-01",
        "今天",
    ] {
        assert_eq!(
            problems(&json!({ "customer.date": day })),
            [("customer.date".to_owned(), "bad_date".to_owned())],
            "{day}"
        );
    }
}

/// The sentence of a judgement, in English and in Chinese; none where it is not told.
fn told(inputs: &Value, id: &str) -> Option<(String, String)> {
    let document = evaluate(inputs);
    let one = document["warnings"].as_array().unwrap().iter().find(|one| one["id"] == id)?.clone();
    Some((
        one["message"].as_str().unwrap().to_owned(),
        one["message_zh"].as_str().unwrap().to_owned(),
    ))
}

fn sheet(inputs: &Value, language: Language) -> Sheet {
    Papers::of(&object(inputs), Reader::default())
        .unwrap_or_else(|problems| panic!("{problems:?}"))
        .sheet(language)
}

fn bolt(more: Value) -> Value {
    let mut row = object(
        &json!({ "shape": "hex_bolt", "thread": "M8", "length_mm": 40, "quantities": [10_000] }),
    );
    row.extend(object(&more));
    row.into()
}

/// The finish stands on the sheet in words, as a Chinese plater writes it.
#[test]
fn the_finish_stands_on_the_sheet_in_words() {
    for (more, zh, en) in [
        (
            json!({ "thickness_um": 8, "passivate": "trivalent_iridescent" }),
            "镀锌 ≥ 8 µm，三价铬彩色钝化（不含 Cr⁶⁺），氯化钾滚镀",
            "Zinc ≥ 8 µm",
        ),
        (
            json!({ "thickness_um": 8, "passivate": "hexavalent_yellow" }),
            "镀锌 ≥ 8 µm，六价铬彩黄钝化（含 Cr⁶⁺），氯化钾滚镀",
            "contains Cr(VI)",
        ),
        (
            json!({ "thickness_um": 12, "passivate": "none" }),
            "镀锌 ≥ 12 µm，不钝化，氯化钾滚镀",
            "no passivation",
        ),
        (json!({ "designation": "Fe//Zn8//An//T2" }), "镀锌 ≥ 8 µm，三价铬", "no Cr(VI)"),
        (
            json!({ "thickness_um": 8, "passivate": "trivalent_black", "top_coat": "sealer" }),
            "三价铬黑色钝化（不含 Cr⁶⁺），封闭，氯化钾滚镀",
            "sealer",
        ),
        (json!({ "designation": "Fe//Zn8//C//T2" }), "（含 Cr⁶⁺），封闭，氯化钾滚镀", "sealer"),
        (json!({ "designation": "A3C" }), "镀锌，批平均厚度 ≥ 8 µm，", "batch average ≥ 8 µm"),
    ] {
        let inputs = json!({ "lines": [bolt(more)] });
        let of = |language| sheet(&inputs, language).lines[0].specification.clone();
        assert!(of(Language::Zh).contains(zh), "{}", of(Language::Zh));
        assert!(of(Language::En).contains(en), "{}", of(Language::En));
    }
}

/// What a passivation costs, each against trivalent clear on 10 m², which the usual figure has in; rejects counted once more. Nothing said is trivalent clear.
#[test]
fn a_passivation_has_its_price() {
    let cost = |more: Value| {
        let mut row = object(&line(&[1000]));
        row.extend(object(&more));
        number(&results(&json!({ "lines": [row] }))["total_cost_cny"])
    };
    let clear = cost(json!({ "passivate": "trivalent_clear" }));
    assert_eq!(cost(json!({})), clear, "the default typed is the default");
    assert_eq!(cost(json!({ "top_coat": "none", "price_unit": "piece" })), clear);
    for (more, expected) in [
        (json!({ "passivate": "trivalent_iridescent" }), 10.0 * (0.7 - 0.4)),
        (json!({ "passivate": "trivalent_black" }), 10.0 * (1.6 - 0.4)),
        (json!({ "passivate": "trivalent_black_sealed" }), 10.0 * (1.6 - 0.4 + 1.8)),
        (json!({ "passivate": "trivalent_clear_sealed" }), 10.0 * 1.8),
        (json!({ "passivate": "trivalent_clear_sealed", "top_coat": "sealer" }), 10.0 * 1.8),
        (json!({ "passivate": "hexavalent_yellow" }), 10.0 * (0.5 - 0.4)),
    ] {
        let found = cost(more.clone()) - clear;
        assert!(
            found >= expected * (1.0 - 1e-9) && found <= expected * 1.05,
            "{more}: {found} and {expected}"
        );
    }
    // None dissolves nothing of the deposit and is dearer in nothing.
    assert!(cost(json!({ "passivate": "none" })) < clear - 10.0 * 0.4);
    let mut row = object(&line(&[1000]));
    row.insert("passivate".to_owned(), "none".into());
    assert!(
        (number(&results(&json!({ "lines": [row] }))["lines"][0]["average_thickness_um"])
            - 8.0 / 0.8)
            .abs()
            < 1e-12
    );
}

#[test]
fn hexavalent_finishes_warn_of_rohs_and_elv() {
    for more in [
        json!({ "passivate": "hexavalent_yellow" }),
        json!({ "designation": "Fe/Zn 8 c2C" }),
        json!({ "passivate": "hexavalent_black" }),
    ] {
        let (en, zh) =
            told(&json!({ "lines": [bolt(json!({})), bolt(more)] }), "hexavalent").unwrap();
        assert!(
            en.starts_with("Line 2 ")
                && ["RoHS", "ELV"].iter().all(|word| en.contains(word) && zh.contains(word)),
            "{en} {zh}"
        );
    }
    assert_eq!(
        told(&json!({ "lines": [bolt(json!({ "passivate": "trivalent_black" }))] }), "hexavalent"),
        None
    );
}

/// What is not understood never takes the answer away, stays on the sheet with a note, and changes no price.
#[test]
fn a_text_that_is_not_understood_stays_and_is_not_priced() {
    for (code, unread) in [
        ("Fe/Zn 8 XYZ-77", "XYZ-77"),
        ("按样品做", "按样品做"),
        ("see drawing", "see drawing"),
        ("????", "????"),
    ] {
        let with = json!({ "lines": [bolt(json!({ "designation": code, "thickness_um": 8, "passivate": "trivalent_clear" }))] });
        let without = json!({ "lines": [bolt(json!({ "thickness_um": 8, "passivate": "trivalent_clear" }))] });
        assert_eq!(results(&with)["total_price"], results(&without)["total_price"], "{code}");
        let line = &results(&with)["lines"][0];
        assert!(line["unread"].as_str().unwrap().contains(unread), "{code}: {line}");
        assert!(told(&with, "code_unread").is_some(), "{code}");
        for language in Language::ALL {
            let specification = &sheet(&with, language).lines[0].specification;
            assert!(
                specification.matches(unread).count() >= 2,
                "as written, and as not read: {specification}"
            );
            assert!(
                specification.contains(if language == Language::Zh {
                    "未计价"
                } else {
                    "not priced"
                }),
                "{specification}"
            );
        }
    }
    // A code for another deposit gives no thickness to zinc, and says so.
    let silver = json!({ "lines": [bolt(json!({ "designation": "Fe/Ag20" }))] });
    assert_eq!(number(&results(&silver)["lines"][0]["average_thickness_um"]), 8.3 / 0.8);
    assert!(
        sheet(&silver, Language::En).lines[0]
            .specification
            .contains("not priced: the code asks for another deposit")
    );
    // One that the shop could plate chooses its process.
    let alloy = json!({ "lines": [bolt(json!({ "designation": "Fe//ZnNi(12)8//An//T2" }))] });
    assert!(sheet(&alloy, Language::Zh).lines[0].specification.contains("镀锌镍合金 ≥ 8 µm"));
}

/// Quantity by unit price is the amount to the cent wherever it stands, in every unit, and again when the quote comes back from its record.
#[test]
fn prices_stand_in_the_unit_the_customer_buys() {
    for (unit, pieces, quantity) in [
        ("piece", 10_000, 10_000.0),
        ("thousand", 12_500, 12.5),
        ("kg", 10_000, 100.0),
        ("dm2", 10_000, 10_000.0),
        ("lot", 10_000, 1.0),
    ] {
        let mut row = object(&line(&[pieces, 2 * pieces]));
        row.insert("price_unit".to_owned(), unit.into());
        let inputs = json!({ "lines": [row], "customer": { "date": "2026-11-24" } });
        let found = results(&inputs);
        let line = &found["lines"][0];
        assert_eq!(line["price_unit"], unit);
        let one = &line["quantities"][0];
        assert_eq!(number(&one["priced_quantity"]), quantity, "{unit}");
        let product =
            (number(&one["priced_quantity"]) * number(&one["unit_price"]) * 100.0).round() / 100.0;
        assert!((product - number(&one["line_price"])).abs() < 1e-9, "{unit}: {one}");
        let told_to = sheet(&inputs, Language::En);
        let offered = &told_to.lines[0].offered[0];
        assert_eq!(
            (offered.quantity, offered.unit_price, offered.price),
            (quantity, number(&one["unit_price"]), number(&one["line_price"]))
        );
        let html = page::write(&told_to);
        assert_eq!(
            html.contains(&format!(
                "/\u{a0}{}",
                match unit {
                    "thousand" => "1,000 pieces",
                    "dm2" => "dm²",
                    "lot" => "Lot",
                    unit => unit,
                }
            )),
            unit != "piece",
            "{html}"
        );
        let csv = rows::write(&told_to);
        let ordered = csv.lines().nth(1).unwrap();
        assert!(ordered.contains(&format!(",{quantity},")), "{ordered}");
        // As it was given.
        let mut given = object(&inputs);
        let issued = Papers::of(&given, Reader::default()).unwrap().issued().clone();
        assert_eq!(Issued::read(&issued.write()), Some(issued.clone()));
        given.insert("issued".to_owned(), issued.write().into());
        assert_eq!(results(&given.clone().into())["total_price"], found["total_price"]);
        assert_eq!(
            Papers::received(&given, Reader::default()).unwrap().sheet(Language::En),
            told_to
        );
        // Another unit is another request.
        given["lines"][0]["price_unit"] = if unit == "kg" { "lot" } else { "kg" }.into();
        assert!(told(&given.into(), "request_changed").is_some());
    }
}

/// A record of before prices had units and finishes were told: its prices stand, by the piece.
#[test]
fn a_record_of_before_still_stands() {
    let inputs = json!({ "lines": [bolt(json!({ "designation": "Fe/Zn 8" }))], "customer": { "date": "2026-11-24" } });
    let mut given = object(&inputs);
    let record = Papers::of(&given, Reader::default()).unwrap().issued().write();
    // The five cells that came later, left out as they were then.
    let older: Vec<String> = record
        .split('~')
        .map(|row| {
            let cells: Vec<&str> = row.split('|').collect();
            if cells.get(5).is_some_and(|cell| cell.starts_with('+')) {
                [&cells[..5], &cells[10..]].concat().join("|")
            } else {
                row.to_owned()
            }
        })
        .collect();
    let older = older.join("~");
    assert!(!older.contains('+') && record.contains('+'));
    given.insert("issued".to_owned(), older.clone().into());
    assert_eq!(results(&given.clone().into())["total_price"], results(&inputs)["total_price"]);
    assert!(
        told(&given.clone().into(), "quoted_unreadable").is_none()
            && told(&given.clone().into(), "would_change").is_none()
    );
    assert_eq!(Issued::read(&older).unwrap().write(), older, "it is written as it was");
    let specification =
        Papers::received(&given, Reader::default()).unwrap().sheet(Language::Zh).lines[0]
            .specification
            .clone();
    assert!(
        !specification.contains("钝化") && specification.contains("≥ 8 µm"),
        "nothing is told that was not: {specification}"
    );
}

/// What nobody gave is told where the price stands, and never goes out as if somebody had.
#[test]
fn an_example_is_told_at_the_price_and_on_the_sheet() {
    let first = |inputs: &Value, id: &str| {
        report(inputs).judgements.iter().find(|one| one.id == id).map(|one| one.message.text.en)
    };
    assert!(
        first(&json!({}), "quantities_assumed").is_some()
            && first(&json!({}), "part_assumed").is_some()
    );
    for (row, assumed, english) in [
        (
            json!({ "shape": "hex_bolt", "thread": "M8", "length_mm": 40, "thickness_um": 8 }),
            vec!["quantities"],
            "quantity",
        ),
        (
            json!({ "shape": "hex_bolt", "thread": "M8", "quantities": [100], "designation": "Fe/Zn 8" }),
            vec!["length_mm"],
            "Length",
        ),
        (
            json!({ "shape": "hex_bolt", "thread": "M8", "length_mm": 40, "quantities": [100] }),
            vec!["thickness_um"],
            "thickness",
        ),
        (
            json!({ "shape": "plate", "length_mm": 40, "quantities": [100], "thickness_um": 8 }),
            vec!["width_mm", "thickness_mm"],
            "Width",
        ),
        (
            json!({ "shape": "washer", "thread": "M8", "quantities": [100], "thickness_um": 8 }),
            vec![],
            "",
        ),
        (
            json!({ "shape": "hex_nut", "thread": "M8", "quantities": [100], "thickness_um": 8 }),
            vec![],
            "",
        ),
        (
            json!({ "shape": "by_mass", "mass_g": 4, "quantities": [100], "thickness_um": 8 }),
            vec!["area_m2_per_kg"],
            "Area",
        ),
    ] {
        let inputs = json!({ "lines": [row] });
        assert_eq!(results(&inputs)["lines"][0]["assumed"], json!(assumed), "{row}");
        let [en, zh] =
            Language::ALL.map(|language| sheet(&inputs, language).lines[0].specification.clone());
        assert_eq!(en.contains("NOT GIVEN") && en.contains(english), !assumed.is_empty(), "{en}");
        assert_eq!(zh.contains("未注明，按示例计价"), !assumed.is_empty(), "{zh}");
    }
    let (en, zh) =
        told(&json!({ "lines": [bolt(json!({ "quantities": null }))] }), "quantities_assumed")
            .unwrap();
    assert_eq!(
        (en.as_str(), zh.as_str()),
        ("Line 1 has no quantity; an example is shown.", "第 1 项未填数量，暂用示例数量。")
    );
}

/// The total of a Chinese sheet in yuan stands there in capitals too, and in no other.
#[test]
fn the_total_of_a_chinese_sheet_stands_in_capitals() {
    let inputs = json!({ "lines": [bolt(json!({ "thickness_um": 8 }))] });
    let chinese = sheet(&inputs, Language::Zh);
    let total = chinese.sums.iter().find(|sum| sum.label == "含税合计").unwrap().amount;
    let capitals =
        platewise_model::quote::capitals::capitals(Amount((total * 100.0).round() as i64));
    assert_eq!(chinese.in_capitals.as_deref(), Some(capitals.as_str()));
    assert!(page::write(&chinese).contains(&capitals));
    assert_eq!(sheet(&inputs, Language::En).in_capitals, None);
    let dollars = json!({ "lines": [bolt(json!({ "thickness_um": 8 }))], "currency": "usd" });
    assert_eq!(sheet(&dollars, Language::Zh).in_capitals, None);
}

/// A price beside the band of the trade, in one unit, with its direction and how far: 2.5 CNY/kg is the top for barrel zinc, 0.8 the bottom.
#[test]
fn a_price_outside_the_trade_is_told_with_its_factor() {
    for (unit, margin) in [("kg", 0.9), ("piece", 0.9), ("lot", 0.9), ("dm2", 0.9)] {
        let inputs =
            json!({ "lines": [bolt(json!({ "price_unit": unit }))], "shop": { "margin": margin } });
        let (en, zh) = told(&inputs, "outside_the_trade").unwrap();
        let found = results(&inputs);
        let mass = number(&found["lines"][0]["mass_g"]);
        let by_kg = number(&found["lines"][0]["quantities"][0]["line_price"]) / (10.0 * mass);
        let factor = platewise_model::units::format_significant(by_kg / 2.5, 2);
        assert!(
            en.contains(&format!("{factor} times the top"))
                && zh.contains(&format!("上限的 {factor} 倍")),
            "{en}"
        );
        assert_eq!(en.contains("0.8–2.5 CNY/kg"), unit != "dm2", "{en}");
        assert!(!zh.contains("CNY") && zh.contains("元/"), "{zh}");
    }
    let cheap = json!({ "lines": [bolt(json!({ "quantities": [1_000_000] }))], "shop": { "margin": 0, "line_cny_per_h": 10, "labour_cny_per_h": 1 } });
    assert!(
        told(&cheap, "outside_the_trade").is_some_and(|(en, _)| en.contains("times the bottom"))
            || number(&results(&cheap)["unit_price"]) > 0.0148
    );
}

/// 4,468 against 5,182 for the same lines in another order was once told.
#[test]
fn lines_in_any_order_have_one_total() {
    let lines = [
        bolt(json!({ "quantities": [200] })),
        bolt(json!({ "thread": "M6", "length_mm": 20, "quantities": [5000] })),
        bolt(json!({ "quantities": [300], "process": "alkaline_zinc_nickel" })),
        line(&[10]),
        line(&[900]),
    ];
    let total = |order: &[usize]| {
        results(&json!({ "lines": order.iter().map(|place| lines[*place].clone()).collect::<Vec<_>>(), "shop": { "zinc_cny_per_kg": 15 } }))["total_price"]
            .clone()
    };
    let first = total(&[0, 1, 2, 3, 4]);
    for order in [[4, 3, 2, 1, 0], [1, 0, 3, 2, 4], [2, 4, 0, 1, 3], [3, 1, 4, 0, 2]] {
        assert_eq!(total(&order), first, "{order:?}");
    }
}

/// A row of a table with a code that is not understood is priced for what is, and says beside its price what is not.
#[test]
fn a_row_of_a_table_says_what_of_its_code_is_not_priced() {
    let table = table::of_text(
        "shape,thread,length_mm,thickness_um,designation,quantities\nhex_bolt,M8,40,8,Fe/Zn 8 XYZ-77,1000\nhex_bolt,M8,40,8,Fe/Zn 8,1000\n",
    );
    let batch = platewise_model::quotation::batch::price(&serde_json::Map::new(), &table).unwrap();
    assert_eq!(batch.priced(), 2);
    let [first, second] = [0, 1].map(|row| batch.rows[row].notes_for(Reader::default()));
    assert!(first.contains("XYZ-77") && first.contains("not priced"), "{first}");
    assert!(!second.contains("not priced") && second.contains("passivation not named"), "{second}");
    assert_eq!(batch.rows[0].offered, batch.rows[1].offered);
}

/// Whoever types a default gets what who leaves it gets, in the shop, the order and the line.
#[test]
fn a_default_that_is_typed_changes_no_price() {
    let base = object(
        &json!({ "lines": [bolt(json!({ "designation": "Fe/Zn 8 c2C" })), line(&[10, 500])] }),
    );
    let expected = results(&base.clone().into());
    let evaluation = calculator().evaluate_fully(&base);
    let told = |found: &Value| {
        (
            found["total_price"].clone(),
            found["goods_price"].clone(),
            found["total_cost_cny"].clone(),
        )
    };
    let mut typed = 0;
    let mut same = |inputs: serde_json::Map<String, Value>, field: &str| {
        assert_eq!(told(&results(&inputs.into())), told(&expected), "{field}");
        typed += 1;
    };
    for one in evaluation
        .assumptions
        .iter()
        .filter(|one| !one.value.is_null() && one.field != "lines" && one.origin == Origin::Default)
    {
        let mut inputs = base.clone();
        inputs.insert(one.field.to_owned(), one.value.clone());
        same(inputs, one.field);
    }
    let lines = evaluation.assumptions.iter().find(|one| one.field == "lines").unwrap();
    for (place, row) in lines.rows.iter().enumerate() {
        for one in row.iter().filter(|one| !one.value.is_null() && one.origin == Origin::Default) {
            let mut inputs = base.clone();
            inputs["lines"][place][one.field] = one.value.clone();
            same(inputs, one.field);
        }
    }
    assert!(typed > 60, "{typed}");
}

#[test]
fn a_thickness_that_is_not_that_of_the_code_is_told() {
    let inputs =
        json!({ "lines": [bolt(json!({ "designation": "Fe/Zn 12", "thickness_um": 5 }))] });
    let (en, zh) = told(&inputs, "thickness_contradicted").unwrap();
    assert!(en.contains("12 µm") && en.contains("5 µm") && zh.contains("12 µm"), "{en} {zh}");
    assert!(
        sheet(&inputs, Language::En).lines[0]
            .specification
            .contains("not priced: the 12 µm of the code")
    );
    assert_eq!(
        told(
            &json!({ "lines": [bolt(json!({ "designation": "Fe/Zn 12", "thickness_um": 12 }))] }),
            "thickness_contradicted"
        ),
        None
    );
}

/// What stands in a line and does not count there is told by the name of its cell, as elsewhere; so are the rows of other calculators.
#[test]
fn unused_fields_of_lines_are_told() {
    let unused = |calculator: &str, inputs: &Value| -> Vec<String> {
        let document = json::evaluate(find(calculator).unwrap(), &object(inputs)).unwrap();
        let all = document["warnings"].as_array().unwrap().clone();
        all.iter()
            .filter(|one| one["id"] == "input_unused")
            .map(|one| one["field"].as_str().unwrap().to_owned())
            .collect()
    };
    let given = json!({
        "shape": "hex_bolt", "thread": "M8", "length_mm": 30, "mass_g": 500, "width_mm": 13,
        "area_m2_per_kg": 0.1, "mesh_area_dm2": 2, "thickness_mm": 2, "outer_diameter_mm": 13,
        "quantities": [100],
    });
    let plain =
        json!({ "shape": "hex_bolt", "thread": "M8", "length_mm": 30, "quantities": [100] });
    let inputs = json!({ "lines": [plain, given] });
    let mut told = unused("quote", &inputs);
    told.sort();
    assert_eq!(
        told,
        [
            "lines.2.area_m2_per_kg",
            "lines.2.mass_g",
            "lines.2.mesh_area_dm2",
            "lines.2.outer_diameter_mm",
            "lines.2.thickness_mm",
            "lines.2.width_mm",
        ]
    );
    assert_eq!(unused("quote", &json!({ "lines": [plain] })), Vec::<String>::new());
    let parts = json!({ "parts": [{ "shape": "plate", "length_mm": 100, "width_mm": 50, "thickness_mm": 2, "thread": "M8" }] });
    assert_eq!(unused("part-area", &parts), ["parts.1.thread"]);
}

/// A price near the end of the range of the trade is told with as many digits as set it apart from that end.
#[test]
fn a_price_near_the_end_of_the_range_is_set_apart_from_it() {
    for margin in (0..90).map(|percent| f64::from(percent) / 100.0) {
        let inputs =
            json!({ "lines": [bolt(json!({ "price_unit": "kg" }))], "shop": { "margin": margin } });
        let said = told(&inputs, "outside_the_trade").map(|(en, _)| en).unwrap_or_default();
        let is_apart = |times: &str| !said.contains(&format!(" {times} times"));
        assert!(is_apart("1") && is_apart("1.0") && is_apart("1.00"), "{margin}: {said}");
    }
}
