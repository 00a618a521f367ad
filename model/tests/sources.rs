//! Every number that a field shows by itself has a source, and stands on the Sources page.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::float_cmp,
    reason = "a test fails by panicking"
)]

mod common;

use platewise_model::calculator::part::Shape;
use platewise_model::calculator::{ALL, AnyCalculator, Assumption, Kind, Nature, Origin, figures};
use platewise_model::data::{
    Listed, Sure,
    baths::Bath,
    climate::Site,
    deposits::Deposit,
    fasteners::Thread,
    materials::Material,
    passivates::Passivate,
    photovoltaic::Mounting,
    processes::{PROCESSES, Parameter, Process},
    shops::Profile,
    tariffs::TariffRow,
    thickness::PartClass,
};
use serde_json::{Value, json};

/// Values that are examples to start from, not statements about the world: there is no such thing as a usual load.
/// These follow from other values, and so stand in no row.
const EXAMPLES: [&str; 14] = [
    "time_min",
    "calibration_thickness_um",
    "calibration_mass_g",
    "calibration_time_min",
    "length_mm",
    "width_mm",
    "height_mm",
    "thickness_mm",
    "diameter_mm",
    "outer_diameter_mm",
    "inner_diameter_mm",
    "perimeter_mm",
    "section_area_mm2",
    "count",
];
/// Follows from the default current density and the area, and so has the source of that.
/// So do what a place, a roof, single losses and single uses of electricity make.
const FOLLOWS: [&str; 9] = [
    "thread_length_mm",
    "bore_plated_mm",
    "current_a",
    "latitude_deg",
    "longitude_deg",
    "utc_offset_h",
    "capacity_kwp",
    "losses_fraction",
    "idle_load",
];

/// Read off or multiplied from rows that stand there, by another input: points of a curve, money per m³ of bath.
const SCALED: [&str; 8] = [
    "efficiency",
    "bath_change_cny",
    "zinc_generator_cny",
    "filtration_cny",
    "chiller_cny",
    "cleaner_cny",
    "lining_cny",
    "decontamination_cny",
];
/// Has no default on purpose: iron and nickel come with their alloys, strength and hardness are of the part, and what is measured is measured.
const SILENT: [&str; 8] = [
    "barrel_limit_kg",
    "tensile_strength_mpa",
    "hardness_hrc",
    "measured_minimum_um",
    "measured_average_um",
    "sludge_wet_kg_per_m2",
    "roof_area_m2",
    "annual_heat_kwh",
];

/// The last part of a name with dots.
fn last(name: &str) -> &str {
    name.rsplit('.').next().unwrap()
}

/// Whether a name is that of something the bath of a process does not hold, unlike one's own bath, which may be like any.
fn not_held(name: &str) -> bool {
    let mut parts = name.split('.').skip(1);
    let process = parts.next().and_then(Process::find).filter(|process| process.bath.is_some());
    let parameter =
        parts.next().and_then(|id| Parameter::ALL.iter().find(|parameter| parameter.id() == id));
    let concentration = parameter.filter(|parameter| parameter.id().ends_with("_g_per_l"));
    process.zip(concentration).is_some_and(|(process, concentration)| {
        process.fact(*concentration, false).is_none_or(|fact| fact.value == 0.0)
    })
}

/// Ways of asking under which, together, every field of a calculator shows its default: those of any, and what is particular to one.
fn ways(calculator: &AnyCalculator) -> Vec<Value> {
    let particular = match calculator.id {
        "plating-time" => ways_of_plating_time(),
        "process-comparison" => ways_of_comparison(),
        "part-area" => ways_of_part_area(),
        "quote" => ways_of_quote(),
        "pv-payback" => ways_of_pv_payback(),
        _ => Vec::new(),
    };
    common::ways(calculator).into_iter().map(Value::from).chain(particular).collect()
}

fn ways_of_comparison() -> Vec<Value> {
    let all: Vec<&str> = PROCESSES.iter().map(|process| process.id).collect();
    let mut ways = vec![json!({})];
    for mount in ["rack", "barrel"] {
        for processes in [&all[..6], &all[5..], &[all[0], all[9]]] {
            for destruction in ["hypochlorite", "chlorine"] {
                ways.push(json!({ "processes": processes, "rack_or_barrel": mount, "destruction": destruction }));
            }
            ways.extend(PartClass::all().iter().map(|class| json!({ "processes": processes, "rack_or_barrel": mount, "part_class": class.id })));
            ways.push(json!({ "processes": processes, "rack_or_barrel": mount, "thickness_basis": "average" }));
        }
        ways.extend(all[..10].iter().map(|like| json!({ "processes": ["own", "cyanide_mid"], "own_like": like, "rack_or_barrel": mount })));
    }
    for to in ["alkaline_mid", "acid_potassium"] {
        ways.push(json!({ "processes": ["cyanide_mid", to] }));
    }
    // What a bath does not hold can be given to it; then what belongs to that counts too.
    ways.push(json!({ "overrides": { "acid_potassium": { "nacn_g_per_l": 10, "naoh_g_per_l": 10 }, "alkaline_mid": { "nacn_g_per_l": 10 } } }));
    for process in &all {
        let salts = json!({ "nacn_g_per_l": 10, "naoh_g_per_l": 10 });
        ways.push(json!({ "processes": [process, if *process == "own" { "cyanide_mid" } else { "own" }], "overrides": { *process: salts } }));
    }
    ways
}

fn ways_of_part_area() -> Vec<Value> {
    let mut ways = Vec::new();
    for shape in Shape::all() {
        for thread in Thread::all() {
            for edition in ["iso", "din"] {
                ways.push(
                    json!({ "shape": shape.id(), "thread": thread.id, "head_edition": edition }),
                );
            }
        }
        ways.extend(
            Material::all()
                .iter()
                .map(|material| json!({ "shape": shape.id(), "material": material.id })),
        );
        ways.extend(
            ["rack", "barrel"].map(|mount| json!({ "shape": shape.id(), "rack_or_barrel": mount })),
        );
    }
    ways
}

fn ways_of_quote() -> Vec<Value> {
    let shops = Profile::all()
        .iter()
        .map(|shop| json!({ "shop": { "profile": shop.id }, "expedite": "yes" }));
    let rules = ["cny", "usd", "eur"].map(|currency| json!({ "currency": currency, "tax_basis": "included", "shop": { "rule": "mark_up" } }));
    let finishes = Passivate::all()
        .iter()
        .map(|passivate| json!({ "lines": [{ "passivate": passivate.id }] }));
    shops.chain(rules).chain(finishes).collect()
}

fn ways_of_pv_payback() -> Vec<Value> {
    let mut ways = vec![json!({})];
    ways.extend(
        Site::all().iter().map(|site| json!({ "site": site.id, "ownership": "third_party" })),
    );
    ways.extend(Mounting::all().iter().map(
        |mounting| json!({ "mounting": mounting.id, "roof_area_m2": 5000, "annual_heat_kwh": 1e6 }),
    ));
    ways.extend(TariffRow::all().iter().map(|tariff| json!({ "tariff": tariff.id, "vat_view": "excluded", "demand_cny_per_kw_month": 40 })));
    ways.push(json!({ "loan_share": 0.5, "income_tax": 0.25, "ghi_kwh_per_m2_day": [3, 3, 3, 4, 5, 5, 5, 5, 4, 3, 3, 3] }));
    ways
}

fn ways_of_plating_time() -> Vec<Value> {
    let mut ways = Vec::new();
    for mount in ["rack", "barrel"] {
        ways.extend(
            Bath::all().iter().map(|bath| json!({ "bath": bath.id, "rack_or_barrel": mount })),
        );
        ways.extend(
            Deposit::all()
                .iter()
                .map(|deposit| json!({ "deposit": deposit.id, "rack_or_barrel": mount })),
        );
        ways.extend(
            PartClass::all()
                .iter()
                .map(|class| json!({ "part_class": class.id, "rack_or_barrel": mount })),
        );
    }
    ways.extend(Passivate::all().iter().map(|passivate| json!({ "passivate": passivate.id })));
    ways.extend(
        ["time", "thickness", "current_density", "efficiency"]
            .map(|solve_for| json!({ "solve_for": solve_for })),
    );
    ways.extend(["fixed", "curve", "calibrated"].map(|mode| json!({ "efficiency_mode": mode })));
    ways.extend(
        ["thickness", "mass"]
            .map(|by| json!({ "efficiency_mode": "calibrated", "calibration_by": by })),
    );
    ways.extend(["area", "pieces", "load"].map(|basis| json!({ "work_basis": basis })));
    ways.extend(["density", "total"].map(|basis| json!({ "current_basis": basis })));
    ways.push(json!({ "deposit": "zinc_nickel", "density_model": "ideal_mixing" }));
    ways
}

fn all_defaults(mut look: impl FnMut(&AnyCalculator, &Value, &Assumption)) {
    for calculator in ALL {
        for way in ways(calculator) {
            let evaluation = calculator.evaluate_fully(way.as_object().unwrap());
            let numeric = |one: &&Assumption| {
                matches!(
                    calculator.field(one.field).map(|field| field.kind),
                    Some(Kind::Number { .. })
                )
            };
            evaluation
                .assumptions
                .iter()
                .filter(numeric)
                .for_each(|one| look(calculator, &way, one));
        }
    }
}

#[test]
fn every_numeric_default_has_a_fact_with_a_source() {
    all_defaults(|_, way, one| {
        if one.origin == Origin::Default && one.value.is_number() {
            let fact = one.fact.unwrap_or_else(|| {
                panic!("{} of {way} shows {} with nothing behind it", one.field, one.value)
            });
            assert_eq!(
                one.value.as_f64(),
                Some(fact.value),
                "{} of {way} shows what its fact says",
                one.field
            );
            assert!(
                !fact.source.title.en.is_empty()
                    && !fact.source.title.zh.is_empty()
                    && !fact.source.id.is_empty(),
                "{}",
                one.field
            );
        }
        if one.origin == Origin::Derived && one.value.is_number() {
            assert!(
                one.fact.is_some() || FOLLOWS.contains(&one.field),
                "{} of {way} is derived from nothing that is known",
                one.field
            );
        }
    });
}

#[test]
fn every_default_stands_on_the_sources_page_or_is_an_example() {
    let rows = figures();
    all_defaults(|calculator, way, one| {
        let Some(fact) = one.fact.filter(|_| one.origin == Origin::Default) else { return };
        let listed = rows.iter().any(|row| row.fact == fact);
        let nature = calculator.field(one.field).map(|field| field.nature);
        let example = EXAMPLES.contains(&one.field) || nature == Some(Nature::Example);
        let scaled = SCALED.contains(&last(one.field))
            && rows.iter().any(|row| row.fact.source.id == fact.source.id);
        assert!(
            listed || example || scaled,
            "{} of {way}: {} is not on the Sources page",
            one.field,
            fact.value
        );
        if !listed && !scaled {
            assert_eq!(
                fact.sure,
                Sure::Estimate,
                "{}: an example is never more than our own judgement",
                one.field
            );
        }
    });
}

/// The ways above are worth nothing if a field hides under all of them.
#[test]
fn every_numeric_field_that_has_a_default_is_looked_at() {
    let mut seen = std::collections::HashSet::new();
    let mut left_empty = std::collections::HashSet::new();
    all_defaults(|calculator, _, one| {
        if one.value.is_null() && one.origin == Origin::Default {
            left_empty.insert((calculator.id, one.field));
        }
        if one.value.is_number() && one.origin != Origin::Given {
            seen.insert((calculator.id, one.field));
        }
    });
    for calculator in ALL {
        for field in
            calculator.fields().iter().filter(|field| matches!(field.kind, Kind::Number { .. }))
        {
            let silent = SILENT.contains(&last(field.name)) || not_held(field.name);
            let field_of = (calculator.id, field.name);
            let shows = seen.contains(&field_of);
            assert!(
                shows != silent || (!shows && left_empty.contains(&field_of)),
                "{}",
                field.name
            );
        }
    }
}

/// Figures of low authority say so in words that a person reads.
#[test]
fn a_default_lies_in_the_possible_range_of_its_field() {
    all_defaults(|calculator, way, one| {
        let Some(Kind::Number { min, max, dimension }) =
            calculator.field(one.field).map(|field| field.kind)
        else {
            return;
        };
        if let Some(value) = one.value.as_f64() {
            assert!((min..=max).contains(&value), "{} of {way}: {value}", one.field);
        }
        if let Some(fact) = one.fact {
            assert_eq!(fact.dimension, dimension, "{} of {way}", one.field);
        }
    });
}

/// What an analysis runs over: low, value, high, in that order and possible.
#[test]
fn the_range_of_a_default_holds_it_and_is_possible() {
    all_defaults(|calculator, way, one| {
        let Some(Kind::Number { min, max, .. }) =
            calculator.field(one.field).map(|field| field.kind)
        else {
            return;
        };
        let Some(fact) = one.fact.filter(|_| one.origin == Origin::Default) else { return };
        assert!(
            fact.low <= fact.value && fact.value <= fact.high,
            "{} of {way}: {} … {} … {}",
            one.field,
            fact.low,
            fact.value,
            fact.high
        );
        assert!(
            min <= fact.low && fact.high <= max,
            "{} of {way}: {} … {} is not possible",
            one.field,
            fact.low,
            fact.high
        );
    });
}

#[test]
fn every_judgement_of_a_standard_or_a_bath_has_its_source() {
    // What is a remark on the inputs themselves rests on nothing but them.
    let remarks = [
        "salt_spray_unknown",
        "code_missed",
        "code_contradicted",
        "code_part_unread",
        "calibration_example",
    ];
    for mut way in ways_of_plating_time() {
        way["tensile_strength_mpa"] = json!(1250);
        way["hardness_hrc"] = json!(40);
        way["thread"] = json!("M8");
        way["passivate"] = json!("hexavalent_yellow");
        let Ok(report) = common::evaluation(&way).outcome else { continue };
        for judgement in report.judgements {
            assert!(
                judgement.source.is_some() || remarks.contains(&judgement.id),
                "{} of {way} has no source",
                judgement.id
            );
        }
    }
}

#[test]
fn every_judgement_of_a_comparison_or_a_roof_has_its_source() {
    let comparison =
        ways_of_comparison().into_iter().map(|way| (common::process_comparison(), way));
    for (calculator, way) in
        comparison.chain(ways_of_pv_payback().into_iter().map(|way| (common::pv_payback(), way)))
    {
        let report = common::report_of(calculator, &way);
        for judgement in &report.judgements {
            let source = judgement
                .source
                .unwrap_or_else(|| panic!("{} of {way} has no source", judgement.id));
            assert!(
                !source.title.en.is_empty()
                    && !source.title.zh.is_empty()
                    && !judgement.message.text.zh.is_empty(),
                "{}",
                judgement.id
            );
        }
    }
}

/// A page may say how much of its answer rests on nothing only if the report lists all that it rests on.
#[test]
fn the_report_lists_every_default_that_it_rests_on() {
    let comparison =
        ways_of_comparison().into_iter().map(|way| (common::process_comparison(), way));
    for (calculator, way) in
        comparison.chain(ways_of_pv_payback().into_iter().map(|way| (common::pv_payback(), way)))
    {
        let evaluation = common::evaluation_of(calculator, &way);
        let basis = evaluation.outcome.unwrap().basis;
        for one in evaluation.assumptions.iter().filter(|one| one.origin == Origin::Default) {
            let Some(fact) = one.fact.filter(|fact| fact.value != 0.0) else { continue };
            assert!(basis.iter().any(|row| row.fact == fact), "{} of {way}", one.field);
        }
    }
}
