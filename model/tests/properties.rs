//! What must hold for any inputs: Faraday's law turned round gives back what went in, every way of saying a thing gives the same answer,
//! and any JSON at all has an answer of finite numbers or problems that name their field.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::float_cmp,
    reason = "a test fails by panicking"
)]

mod common;

use common::{all_finite, document, object, result};
use platewise_model::calculator::{ALL, AnyCalculator, Field, Kind, find};
use platewise_model::data::Listed;
use platewise_model::data::baths::Bath;
use platewise_model::data::deposits::Deposit;
use platewise_model::json;
use platewise_model::plating::efficiency;
use platewise_model::units::packed::HOURS;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

fn bath() -> impl Strategy<Value = &'static str> {
    select(Bath::all().iter().map(|bath| bath.id).collect::<Vec<_>>())
}

fn curved_bath() -> impl Strategy<Value = &'static str> {
    select(
        Bath::all()
            .iter()
            .filter(|bath| !bath.curve.is_empty())
            .map(|bath| bath.id)
            .collect::<Vec<_>>(),
    )
}

/// Failures are not kept in files: the values that fail are printed, and a lasting one becomes a test of its own.
fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

fn mount() -> impl Strategy<Value = &'static str> {
    select(vec!["rack", "barrel"])
}

fn kind() -> impl Strategy<Value = &'static str> {
    select(vec!["average", "minimum", "batch_average"])
}

fn near(one: f64, other: f64, share: f64) -> bool {
    (one - other).abs() <= share * one.abs().max(other.abs())
}

/// The first inputs with the others on top.
fn with(inputs: &Value, more: Value) -> Value {
    let mut inputs = object(inputs);
    inputs.extend(object(&more));
    inputs.into()
}

/// Whether two values are the same but for rounding.
fn alike(one: &Value, other: &Value, share: f64) -> bool {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => {
            near(one.as_f64().unwrap(), other.as_f64().unwrap(), share)
        }
        (Value::Object(one), Value::Object(other)) => {
            one.keys().eq(other.keys())
                && one.iter().all(|(name, value)| alike(value, &other[name], share))
        }
        _ => one == other,
    }
}

/// Asserts that two documents have the same results, all but those named.
fn same_results(one: &Value, other: &Value, but: &[&str], share: f64) -> Result<(), TestCaseError> {
    let (one, other) = (one["results"].as_object().unwrap(), other["results"].as_object().unwrap());
    prop_assert!(one.keys().eq(other.keys()));
    for (name, value) in one.iter().filter(|(name, _)| !but.contains(&name.as_str())) {
        prop_assert!(alike(value, &other[name], share), "{name}: {value} and {}", other[name]);
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(128))]

    #[test]
    fn thickness_after_the_time_for_a_thickness_is_that_thickness(bath in bath(), mount in mount(), kind in kind(), um in 0.01..200.0f64, j in 0.01..50.0f64) {
        let inputs = json!({ "bath": bath, "rack_or_barrel": mount, "thickness_kind": kind, "thickness_um": um, "current_density_a_per_dm2": j, "passivate": "trivalent_clear" });
        let time = result(&inputs, "time_min");
        prop_assume!((0.0001..=1e6).contains(&time));
        let back = with(&inputs, json!({ "solve_for": "thickness", "time_min": time }));
        prop_assert!(near(result(&back, "thickness_um"), um, 1e-9));
    }

    #[test]
    fn current_density_for_a_thickness_in_its_time_is_that_current_density(bath in bath(), mount in mount(), efficiency in 0.01..=1.0f64, um in 0.01..200.0f64, j in 0.01..50.0f64) {
        let inputs = json!({ "bath": bath, "rack_or_barrel": mount, "efficiency": efficiency, "thickness_um": um, "current_density_a_per_dm2": j });
        let time = result(&inputs, "time_min");
        prop_assume!((0.0001..=1e6).contains(&time));
        let back = json!({ "solve_for": "current_density", "bath": bath, "rack_or_barrel": mount, "efficiency": efficiency, "thickness_um": um, "time_min": time });
        prop_assert!(near(result(&back, "current_density_a_per_dm2"), j, 1e-9));
    }

    #[test]
    fn efficiency_that_a_thickness_after_its_time_shows_is_that_efficiency(bath in bath(), mount in mount(), efficiency in 0.001..=1.0f64, um in 0.01..200.0f64, j in 0.01..50.0f64) {
        let inputs = json!({ "bath": bath, "rack_or_barrel": mount, "efficiency": efficiency, "thickness_um": um, "current_density_a_per_dm2": j });
        let time = result(&inputs, "time_min");
        prop_assume!((0.0001..=1e6).contains(&time));
        let back = json!({ "solve_for": "efficiency", "bath": bath, "rack_or_barrel": mount, "thickness_um": um, "current_density_a_per_dm2": j, "time_min": time });
        prop_assert!(near(result(&back, "efficiency"), efficiency, 1e-9));
    }

    /// On a curve several current densities may give the same thickness: the answer gives it, and none below it does.
    #[test]
    fn the_current_density_found_on_a_curve_is_the_lowest_that_does(bath in curved_bath(), mount in mount(), um in 0.5..40.0f64, minutes in 1.0..120.0f64) {
        let inputs = json!({ "solve_for": "current_density", "bath": bath, "rack_or_barrel": mount, "thickness_um": um, "time_min": minutes });
        let j = result(&inputs, "current_density_a_per_dm2");
        let at = |j: f64| result(&json!({ "solve_for": "thickness", "bath": bath, "rack_or_barrel": mount, "current_density_a_per_dm2": j, "time_min": minutes }), "thickness_um");
        prop_assert!(near(at(j), um, 1e-9));
        for step in 1..50 {
            let lower = j * f64::from(step) / 50.0;
            if lower >= 0.0001 {
                prop_assert!(at(lower) < um * (1.0 + 1e-9), "{lower} A/dm² does too, not only {j}");
            }
        }
    }

    #[test]
    fn the_root_on_any_curve_is_the_lowest(steps in prop::collection::vec((0.05..3.0f64, 0.001..=1.0f64), 1..12), wanted in 0.001..12.0f64) {
        let mut j = 0.0;
        let points: Vec<(f64, f64)> = steps.into_iter().map(|(step, efficiency)| { j += step; (j, efficiency) }).collect();
        let deposits = |j: f64| j * efficiency::at(&points, j).unwrap();
        match efficiency::lowest_current_density(&points, wanted, 1000.0) {
            Some(found) => {
                prop_assert!(near(deposits(found), wanted, 1e-9));
                for step in 1..2000 {
                    prop_assert!(deposits(found * f64::from(step) / 2000.0) < wanted * (1.0 + 1e-9));
                }
            }
            None => for step in 1..=2000 {
                prop_assert!(deposits(f64::from(step) / 2.0) < wanted * (1.0 + 1e-9));
            }
        }
    }

    #[test]
    fn twice_the_current_density_at_a_fixed_efficiency_takes_half_the_time(bath in bath(), mount in mount(), efficiency in 0.001..=1.0f64, um in 0.01..200.0f64, j in 0.01..50.0f64) {
        let at = |j: f64| result(&json!({ "bath": bath, "rack_or_barrel": mount, "efficiency": efficiency, "thickness_um": um, "current_density_a_per_dm2": j }), "time_min");
        prop_assert!(near(at(2.0 * j), at(j) / 2.0, 1e-12));
    }

    #[test]
    fn current_density_and_total_amperes_say_the_same(bath in bath(), mount in mount(), j in 0.01..50.0f64, area in 0.1..1e4f64) {
        let density = json!({ "bath": bath, "rack_or_barrel": mount, "area_dm2": area, "current_density_a_per_dm2": j });
        let total = json!({ "bath": bath, "rack_or_barrel": mount, "area_dm2": area, "current_a": j * area });
        same_results(&document(&density), &document(&total), &[], 1e-12)?;
    }

    #[test]
    fn area_pieces_and_load_say_the_same(bath in bath(), area in 0.01..10.0f64, pieces in 1..1000u32, kg in 10.0..100.0f64) {
        let whole = area * f64::from(pieces);
        prop_assume!((0.01..=10_000.0).contains(&(whole / kg))); // what the field of the area by weight takes
        let of = |work: Value| document(&with(&json!({ "bath": bath, "thickness_um": 5 }), work));
        let by_area = of(json!({ "area_dm2": whole }));
        let by_pieces = of(json!({ "area_dm2": area, "pieces": pieces }));
        let by_load = of(json!({ "load_kg": kg, "area_dm2_per_kg": whole / kg }));
        same_results(&by_area, &by_load, &[], 1e-11)?;
        same_results(&by_area, &by_pieces, &["mass_g_per_piece", "energy_ac_kwh_per_piece"], 1e-11)?;
        let per_piece = by_pieces["results"]["mass_g_per_piece"].as_f64().unwrap() * f64::from(pieces);
        prop_assert!(near(per_piece, by_area["results"]["mass_g"].as_f64().unwrap(), 1e-11));
    }

    /// A figure comes out the same in whatever unit it was thought of.
    #[test]
    fn every_unit_says_the_same(mils in 0.01..2.0f64, amperes_per_ft2 in 1.0..100.0f64, ft2 in 0.1..100.0f64) {
        use platewise_model::units::Dimension::{Area, CurrentDensity, Thickness};
        let unit = |dimension: platewise_model::units::Dimension, id: &str| dimension.unit(dimension.position(id).unwrap());
        let [mil, si, asf, per_m2, foot, inch] = [unit(Thickness, "mil"), unit(Thickness, "si"), unit(CurrentDensity, "a_per_ft2"), unit(CurrentDensity, "a_per_m2"), unit(Area, "ft2"), unit(Area, "in2")];
        let of = |um: f64, j: f64, dm2: f64| document(&json!({ "thickness_um": um, "current_density_a_per_dm2": j, "area_dm2": dm2 }));
        let american = of(mil.to_canonical(mils), asf.to_canonical(amperes_per_ft2), foot.to_canonical(ft2));
        let mixed = of(si.to_canonical(mils * 2.54), per_m2.to_canonical(amperes_per_ft2 / 0.092_903_04), inch.to_canonical(ft2 * 144.0));
        same_results(&american, &mixed, &[], 1e-12)?;
    }

    /// What goes into the anodes, the bath and the hydrogen is the whole charge; the deposit weighs what its thickness says.
    #[test]
    fn charge_and_mass_are_kept(bath in bath(), mount in mount(), um in 0.1..100.0f64, area in 0.1..1000.0f64) {
        let inputs = json!({ "bath": bath, "rack_or_barrel": mount, "thickness_um": um, "area_dm2": area });
        let found = |name: &str| result(&inputs, name);
        prop_assert!(near(found("mass_g"), um * 1e-2 * area * found("density_g_per_cm3"), 1e-9));
        let deposited = found("mass_g") / found("electrochemical_equivalent_g_per_ah");
        prop_assert!(near(deposited + found("other_reactions_ah"), found("charge_ah"), 1e-9));
        prop_assert!(found("energy_ac_kwh") > found("energy_dc_kwh") && found("heat_kwh") <= found("energy_dc_kwh"));
    }

    #[test]
    fn the_answer_lies_within_its_range(bath in bath(), mount in mount(), kind in kind(), solve_for in select(vec!["time", "thickness", "current_density"])) {
        let document = document(&json!({ "bath": bath, "rack_or_barrel": mount, "thickness_kind": kind, "solve_for": solve_for }));
        let range = &document["results"]["answer_range"];
        if let (Some(low), Some(high)) = (range["low"].as_f64(), range["high"].as_f64()) {
            let name = match solve_for { "time" => "time_min", "thickness" => "thickness_um", _ => "current_density_a_per_dm2" };
            let value = document["results"][name].as_f64().unwrap();
            prop_assert!(low <= value * (1.0 + 1e-9) && value <= high * (1.0 + 1e-9), "{low} … {value} … {high}");
        }
    }
}

/// Any JSON value, of any shape.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        select(vec![
            0.0,
            -0.0,
            1.0,
            -1.0,
            5e-324,
            f64::MIN_POSITIVE,
            f64::MAX,
            f64::MIN,
            f64::EPSILON,
            1e300,
            1e-300
        ])
        .prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
        select(vec!["NaN", "Infinity", "-inf", "1e999", "", "zinc", "rack", "M8", "A3C", "fixed"])
            .prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::hash_map(".{0,6}", inner, 0..4)
                .prop_map(|entries| entries.into_iter().collect::<Map<_, _>>().into()),
        ]
    })
}

/// A value that a field of this kind may well be given: mostly possible, at times just outside.
fn plausible(kind: Kind) -> BoxedStrategy<Value> {
    match kind {
        Kind::Number { min, max, .. } => {
            let low = min.max(1e-6);
            prop_oneof![
                6 => (0.0..=1.0f64).prop_map(move |share| Value::from((low * (max / low).powf(share)).clamp(min, max))),
                2 => select(vec![min, max]).prop_map(Value::from),
                1 => select(vec![min - 1.0, max * 1.000_001, -1.0, 0.0]).prop_map(Value::from),
            ]
            .boxed()
        }
        Kind::Several(options, ..) => prop::collection::vec(
            select(options().into_iter().map(|(id, _)| id).collect::<Vec<_>>()),
            0..8,
        )
        .prop_map(Value::from)
        .boxed(),
        Kind::Choice(options) => {
            let ids: Vec<&str> = options().into_iter().map(|(id, _)| id).collect();
            prop_oneof![12 => select(ids).prop_map(Value::from), 1 => "[a-z_]{0,12}".prop_map(Value::from)].boxed()
        }
        Kind::Date => prop_oneof![
            select(vec!["2026-11-28", "2026/3/4", "2026年3月4日", "28.11.2026", "2026-02-30", ""])
                .prop_map(Value::from),
            "[0-9-]{0,10}".prop_map(Value::from)
        ]
        .boxed(),
        Kind::Text | Kind::LongText => prop_oneof![
            select(vec!["A3C", "Fe/Zn 8", "SC2", "P2", ""]).prop_map(Value::from),
            "[A-Z0-9/ ]{0,6}".prop_map(Value::from)
        ]
        .boxed(),
        Kind::Record => "[a-z0-9|~.]{0,40}".prop_map(Value::from).boxed(),
        Kind::Numbers { count, min, max, .. } => {
            let (low, high) = (min.max(-1e3), max.min(1e3));
            prop::collection::vec(low..=high, count..=count + 1).prop_map(Value::from).boxed()
        }
        Kind::Hours(columns) => {
            let length = 2 * HOURS * columns.len();
            "[0-9A-Za-z_-]{1,3}"
                .prop_map(move |piece| {
                    Value::from(piece.chars().cycle().take(length).collect::<String>())
                })
                .boxed()
        }
        Kind::Curve => prop::collection::vec((1e-4..20.0f64, 1e-4..=1.0f64), 0..8)
            .prop_map(|mut points| {
                points.sort_by(|a, b| a.0.total_cmp(&b.0));
                points
                    .into_iter()
                    .map(|(j, efficiency)| json!([j, efficiency]))
                    .collect::<Vec<_>>()
                    .into()
            })
            .boxed(),
        Kind::Rows { fields, most, .. } => {
            prop::collection::vec(plausible_fields(fields(), 3.0), 0..=most.min(3))
                .prop_map(Value::from)
                .boxed()
        }
    }
}

/// A calculator that shows its name where a case fails.
#[derive(Clone, Copy)]
struct Named(&'static AnyCalculator);

impl std::fmt::Debug for Named {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0.id)
    }
}

/// One of the calculators.
fn calculator() -> impl Strategy<Value = Named> {
    select(ALL.iter().map(|calculator| Named(calculator)).collect::<Vec<_>>())
}

/// Some fields of a calculator, about so many, each with a value that it may well be given.
fn plausible_inputs_of(calculator: &'static AnyCalculator, about: f64) -> BoxedStrategy<Value> {
    plausible_fields(calculator.fields(), about)
}

/// Some of these fields, about so many.
fn plausible_fields(all: &'static [Field], about: f64) -> BoxedStrategy<Value> {
    let chance = (about / f64::from(u32::try_from(all.len()).unwrap())).min(0.9);
    let fields: Vec<_> = all
        .iter()
        .map(|field| {
            prop::option::weighted(chance, plausible(field.kind))
                .prop_map(|value| (field.name, value))
        })
        .collect();
    fields
        .prop_map(|fields| {
            fields
                .into_iter()
                .filter_map(|(name, value)| Some((name.to_owned(), value?)))
                .collect::<Map<_, _>>()
                .into()
        })
        .boxed()
}

/// A calculator and some of its fields.
fn plausible_inputs(about: f64) -> impl Strategy<Value = (Named, Value)> {
    calculator().prop_flat_map(move |named| {
        plausible_inputs_of(named.0, about).prop_map(move |inputs| (named, inputs))
    })
}

/// Whether a result that every answer has is there, and is not negative; of a calculator of which none is named, any number.
fn has_its_answer(calculator: &AnyCalculator, results: &Value) -> bool {
    let is = |value: &Value| value.as_f64().is_some_and(|value| value >= 0.0);
    match calculator.id {
        "plating-time" => is(&results["time_min"]),
        "part-area" => is(&results["area_dm2"]) && is(&results["pieces_per_load"]),
        "quote" => {
            is(&results["unit_price"])
                && results["lines"].as_array().is_some_and(|all| !all.is_empty())
                && results["total_price"].is_number()
        }
        "pv-payback" => {
            is(&results["specific_yield_kwh_per_kwp"]) && results["npv_cny"].is_number()
        }
        "process-comparison" => results["processes"].as_object().is_some_and(|all| {
            all.len() >= 2
                && all.values().all(|one| is(&one["cost_cny_per_m2"]) && is(&one["time_min"]))
        }),
        _ => !common::numbers(results).is_empty(),
    }
}

fn an_answer_or_named_problems(
    calculator: &AnyCalculator,
    inputs: &Value,
) -> Result<(), TestCaseError> {
    match common::evaluation_of(calculator, inputs).outcome {
        Ok(report) => all_finite(&report, inputs),
        Err(problems) => prop_assert!(!problems.is_empty()),
    }
    match json::evaluate(calculator, &object(inputs)) {
        Ok(document) => {
            prop_assert!(
                common::numbers(&document["results"])
                    .into_iter()
                    .all(|(_, number)| number.is_finite())
            );
            prop_assert!(
                has_its_answer(calculator, &document["results"]),
                "{}",
                document["results"]
            );
        }
        Err(list) => {
            let problems = list["problems"].as_array().unwrap();
            prop_assert!(!problems.is_empty());
            for problem in problems {
                for part in ["field", "problem", "message", "message_zh"] {
                    prop_assert!(
                        problem[part].as_str().is_some_and(|text| !text.is_empty()),
                        "{part} of {problem}"
                    );
                }
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn any_json_in_any_field_is_an_answer_or_a_named_problem(Named(calculator) in calculator(), at in any::<prop::sample::Index>(), value in any_json()) {
        let fields = calculator.fields();
        let name = fields[at.index(fields.len())].name;
        an_answer_or_named_problems(calculator, &json!({ name: value }))?;
    }

    #[test]
    fn any_object_is_an_answer_or_a_named_problem(Named(calculator) in calculator(), inputs in prop::collection::hash_map(".{0,8}", any_json(), 0..4)) {
        an_answer_or_named_problems(calculator, &inputs.into_iter().collect::<Map<_, _>>().into())?;
    }

    /// Where fields have their names in objects, anything in their place.
    #[test]
    fn any_json_in_place_of_an_object_is_an_answer_or_a_named_problem(all in any_json(), one in any_json(), cell in any_json()) {
        let comparison = common::process_comparison();
        an_answer_or_named_problems(comparison, &json!({ "overrides": all }))?;
        an_answer_or_named_problems(comparison, &json!({ "overrides": { "cyanide_mid": one } }))?;
        an_answer_or_named_problems(comparison, &json!({ "overrides": { "cyanide_mid": { "efficiency": cell } } }))?;
    }

    #[test]
    fn any_document_holds_inputs_or_is_refused(Named(calculator) in calculator(), document in any_json(), inputs in any_json(), given in any_json()) {
        for document in [document.clone(), json!({ "inputs": inputs, "given": given }), json!({ "calculator": document, "inputs": inputs })] {
            if let Ok(inputs) = json::inputs_of(&document, calculator) {
                an_answer_or_named_problems(calculator, &inputs.into())?;
            }
        }
    }

    #[test]
    fn any_few_fields_are_an_answer_or_a_named_problem((Named(calculator), inputs) in plausible_inputs(5.0)) {
        an_answer_or_named_problems(calculator, &inputs)?;
    }

    #[test]
    fn any_many_fields_are_an_answer_or_a_named_problem((Named(calculator), inputs) in plausible_inputs(25.0)) {
        an_answer_or_named_problems(calculator, &inputs)?;
    }

    /// What was written can be read back: the whole document, with what was given still told from the defaults; or its inputs alone.
    #[test]
    fn what_is_written_is_read_back_with_the_same_results((Named(calculator), inputs) in plausible_inputs(3.5)) {
        let Ok(first) = json::evaluate(calculator, &object(&inputs)) else { return Ok(()) };
        let whole = json::inputs_of(&first, calculator).unwrap();
        let again = json::evaluate(calculator, &whole);
        prop_assert!(again.is_ok(), "{again:?}");
        let again = again.unwrap();
        same_results(&first, &again, &[], 1e-12)?;
        prop_assert_eq!(&first["given"], &again["given"]);
        prop_assert_eq!(&first["inputs"], &again["inputs"]);

        let bare = json::inputs_of(&first["inputs"], calculator).unwrap();
        let again = json::evaluate(calculator, &bare);
        prop_assert!(again.is_ok(), "{again:?}");
        // Given by name, a default is no longer a default: it has no range to run over.
        let without_ranges = |mut document: Value| {
            let lines = document.pointer_mut("/results/lines").and_then(Value::as_array_mut).into_iter().flatten();
            for one in lines.filter_map(|line| line["quantities"].as_array_mut()).flatten() {
                one["unit_cost_range"] = Value::Null;
            }
            document
        };
        same_results(&without_ranges(first), &without_ranges(again.unwrap()), &["answer_range"], 1e-12)?;
    }

    /// Numbers of a comparison that hold whatever is given.
    #[test]
    fn a_comparison_balances_whatever_is_given(inputs in plausible_inputs_of(common::process_comparison(), 12.0)) {
        let Ok(found) = json::evaluate(common::process_comparison(), &object(&inputs)) else { return Ok(()) };
        let number = |value: &Value| value.as_f64().unwrap();
        for (id, one) in found["results"]["processes"].as_object().unwrap() {
            let cell = |name: &str| number(&found["inputs"]["overrides"][id][name]);
            let of = |name: &str| number(&one[name]);
            let through = (of("zinc_g_per_m2") + of("zinc_dragged_out_g_per_m2")) / (1.0 - cell("reject_share"));
            prop_assert!(near(of("zinc_consumed_g_per_m2") * (1.0 - number(&found["inputs"]["anode_stub_share"])), through, 1e-9), "zinc of {id}");
            prop_assert!(near(of("energy_ac_kwh_per_m2") * number(&found["inputs"]["rectifier_efficiency"]), of("energy_dc_kwh_per_m2"), 1e-9));
            prop_assert!(near(of("energy_dc_kwh_per_m2") * 1000.0, of("charge_ah_per_m2") * cell("voltage_v"), 1e-9));
            prop_assert!(near(of("time_min") * of("current_density_a_per_dm2") * 100.0 / 60.0, of("charge_ah_per_m2"), 1e-9));
            let items: f64 = one.as_object().unwrap().iter().filter(|(name, _)| name.ends_with("_cny_per_m2") && !name.contains("cost")).map(|(_, value)| number(value)).sum();
            prop_assert!(near(items, of("cost_cny_per_m2"), 1e-9), "items of {id}: {items}, {}", of("cost_cny_per_m2"));
            prop_assert!(of("zinc_utilisation") <= 1.0);
        }
    }
}

/// Also with the thickness of every kind that the bath gives unevenly, or one that is far from the usual: the default time suits it.
#[test]
fn every_deposit_in_every_bath_on_rack_and_in_barrel_solves_for_everything() {
    for deposit in Deposit::all() {
        for bath in Bath::all().iter().filter(|bath| bath.deposit == deposit.id) {
            for mount in ["rack", "barrel"] {
                let work = json!({ "deposit": deposit.id, "bath": bath.id, "rack_or_barrel": mount, "passivate": "trivalent_clear" });
                for kind in ["average", "minimum", "batch_average"] {
                    for more in [
                        json!({}),
                        json!({ "part_class": "recessed" }),
                        json!({ "thickness_um": 40 }),
                        json!({ "current_density_a_per_dm2": 0.2 }),
                    ] {
                        for solve_for in ["time", "thickness", "current_density", "efficiency"] {
                            let inputs = with(
                                &with(&work, more.clone()),
                                json!({ "thickness_kind": kind, "solve_for": solve_for }),
                            );
                            let report = common::report(&inputs);
                            all_finite(&report, &inputs);
                            assert!(report.answer.value > 0.0, "{inputs}");
                        }
                    }
                }
            }
        }
    }
}

/// A default that a person reads: whole minutes, or tenths below one.
#[test]
fn the_default_time_is_a_round_number() {
    for bath in Bath::all() {
        let document = document(
            &json!({ "bath": bath.id, "solve_for": "thickness", "thickness_kind": "minimum" }),
        );
        let minutes = document["inputs"]["time_min"].as_f64().unwrap();
        let unit = if minutes < 1.0 { 10.0 } else { 1.0 };
        assert!(
            ((minutes * unit) - (minutes * unit).round()).abs() < 1e-9 && minutes < 600.0,
            "{}: {minutes} min",
            bath.id
        );
    }
}

#[test]
fn an_unknown_calculator_is_none() {
    assert!(find("plating_time").is_none() && find("").is_none());
}
