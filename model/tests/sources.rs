//! Every number that a field shows by itself has a source, and stands on the Sources page.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::float_cmp, reason = "a test fails by panicking")]

mod common;

use platewise_model::calculator::process_comparison::INVESTMENT;
use platewise_model::calculator::{ALL, AnyCalculator, Assumption, Kind, Origin};
use platewise_model::data::processes::{Parameter, Process};
use platewise_model::data::{Listed, Sure, baths::Bath, deposits::Deposit, passivates::Passivate, rows, thickness::PartClass};
use serde_json::{Value, json};

/// Values that are examples to start from, not statements about the world: there is no such thing as a usual load.
/// These follow from other values, and so stand in no row.
const EXAMPLES: [&str; 4] = ["time_min", "calibration_thickness_um", "calibration_mass_g", "calibration_time_min"];
/// Follows from the default current density and the area, and so has the source of that.
const FOLLOWS: [&str; 1] = ["current_a"];

/// Ways of asking under which, together, every field of the plating-time calculator shows its default.
fn ways() -> Vec<Value> {
    let mut ways = Vec::new();
    for mount in ["rack", "barrel"] {
        ways.extend(Bath::all().iter().map(|bath| json!({ "bath": bath.id, "rack_or_barrel": mount })));
        ways.extend(Deposit::all().iter().map(|deposit| json!({ "deposit": deposit.id, "rack_or_barrel": mount })));
        ways.extend(PartClass::all().iter().map(|class| json!({ "part_class": class.id, "rack_or_barrel": mount })));
    }
    ways.extend(Passivate::all().iter().map(|passivate| json!({ "passivate": passivate.id })));
    ways.extend(["time", "thickness", "current_density", "efficiency"].map(|solve_for| json!({ "solve_for": solve_for })));
    ways.extend(["fixed", "curve", "calibrated"].map(|mode| json!({ "efficiency_mode": mode })));
    ways.extend(["thickness", "mass"].map(|by| json!({ "efficiency_mode": "calibrated", "calibration_by": by })));
    ways.extend(["area", "pieces", "load"].map(|basis| json!({ "work_basis": basis })));
    ways.extend(["density", "total"].map(|basis| json!({ "current_basis": basis })));
    ways.push(json!({ "deposit": "zinc_nickel", "density_model": "ideal_mixing" }));
    ways
}

/// The same of the comparison: every process is in one of them.
fn comparisons() -> Vec<Value> {
    let processes: Vec<&str> = Process::all().iter().map(|process| process.id).collect();
    let mut ways = vec![json!({}), json!({ "average_thickness_um": 8 }), json!({ "destruction": "chlorine" })];
    for mount in ["rack", "barrel"] {
        ways.extend(processes.chunks(4).map(|some| {
            let some: Vec<&str> = if some.len() > 1 { some.to_vec() } else { vec!["cyanide_mid", some[0]] };
            json!({ "processes": some, "rack_or_barrel": mount })
        }));
    }
    ways.extend(PartClass::all().iter().map(|class| json!({ "part_class": class.id })));
    ways.push(json!({ "processes": ["own", "acid_potassium"], "own_like": "alkaline_zinc_nickel" }));
    ways.push(json!({ "processes": ["cyanide_mid", "acid_potassium"], "alternative": "acid_potassium" }));
    ways
}

fn ways_of(calculator: &AnyCalculator) -> Vec<Value> {
    if calculator.id == "process-comparison" { comparisons() } else { ways() }
}

/// Defaults that are worked out from listed figures, by the volume of the bath or off a curve.
fn is_worked_out(field: &str) -> bool {
    INVESTMENT.contains(&field) || field.ends_with(".efficiency")
}

fn all_defaults(mut look: impl FnMut(&Value, &Assumption)) {
    for calculator in ALL {
        for way in ways_of(calculator) {
            let evaluation = (calculator.evaluate)(way.as_object().unwrap());
            let numeric = |one: &&Assumption| matches!(calculator.field(one.field).map(|field| field.kind), Some(Kind::Number { .. }));
            evaluation.assumptions.iter().filter(numeric).for_each(|one| look(&way, one));
        }
    }
}

#[test]
fn every_numeric_default_has_a_fact_with_a_source() {
    all_defaults(|way, one| {
        if one.origin == Origin::Default && one.value.is_number() {
            let fact = one.fact.unwrap_or_else(|| panic!("{} of {way} shows {} with nothing behind it", one.field, one.value));
            assert_eq!(one.value.as_f64(), Some(fact.value), "{} of {way} shows what its fact says", one.field);
            assert!(!fact.source.title.en.is_empty() && !fact.source.title.zh.is_empty() && !fact.source.id.is_empty(), "{}", one.field);
        }
        if one.origin == Origin::Derived && one.value.is_number() {
            assert!(one.fact.is_some() || FOLLOWS.contains(&one.field), "{} of {way} is derived from nothing that is known", one.field);
        }
    });
}

#[test]
fn every_default_stands_on_the_sources_page_or_is_an_example() {
    let rows = rows();
    all_defaults(|way, one| {
        let Some(fact) = one.fact.filter(|_| one.origin == Origin::Default) else { return };
        let listed = rows.iter().any(|row| row.fact == fact);
        let example = EXAMPLES.contains(&one.field) || is_worked_out(one.field);
        assert!(listed || example, "{} of {way}: {} is not on the Sources page", one.field, fact.value);
        if !listed {
            assert_eq!(fact.sure, Sure::Estimate, "{}: an example is never more than our own judgement", one.field);
        }
    });
}

/// The ways above are worth nothing if a field hides under all of them.
#[test]
fn every_numeric_field_that_has_a_default_is_looked_at() {
    let mut seen = Vec::new();
    all_defaults(|_, one| {
        if one.value.is_number() && !seen.contains(&one.field) {
            seen.push(one.field);
        }
    });
    // Iron and nickel come with their alloys, strength and hardness have no default on purpose.
    // Of a process: what is measured has none either, nor has what its bath does not hold.
    let silent = |name: &str| {
        let cell = name.strip_prefix("overrides.").and_then(|rest| rest.split_once('.'));
        let nothing = |id: &str, key: &str| {
            let parameter = Parameter::ALL.iter().find(|parameter| parameter.id() == key).unwrap();
            Process::find(id).unwrap().fact(*parameter, false).is_none_or(|fact| fact.value == 0.0 && !fact.has_range())
        };
        let kept = ["minimum_to_average", "drag_out_recovery", "filtration_kw_per_m3", "agitation_kw_per_m3", "pretreatment_extra"];
        matches!(name, "tensile_strength_mpa" | "hardness_hrc") || cell.is_some_and(|(id, key)| !kept.contains(&key) && id != "own" && nothing(id, key))
    };
    let own = |name: &str| name.starts_with("overrides.own.");
    for calculator in ALL {
        for field in (calculator.fields)().iter().filter(|field| matches!(field.kind, Kind::Number { .. })) {
            assert!(own(field.name) || seen.contains(&field.name) != silent(field.name), "{}", field.name);
        }
    }
}

/// Figures of low authority say so in words that a person reads.
#[test]
fn a_default_lies_in_the_possible_range_of_its_field() {
    for calculator in ALL {
        all_defaults(|way, one| {
            let Some(Kind::Number { min, max, dimension }) = calculator.field(one.field).map(|field| field.kind) else { return };
            if let Some(value) = one.value.as_f64() {
                assert!((min..=max).contains(&value), "{} of {way}: {value}", one.field);
            }
            if let Some(fact) = one.fact {
                assert_eq!(fact.dimension, dimension, "{} of {way}", one.field);
            }
        });
    }
}

#[test]
fn every_judgement_of_a_standard_or_a_bath_has_its_source() {
    // What is a remark on the inputs themselves rests on nothing but them.
    let remarks = ["salt_spray_unknown", "code_missed", "code_contradicted", "code_part_unread", "calibration_example"];
    for way in ways() {
        let mut way = way;
        way["tensile_strength_mpa"] = json!(1250);
        way["hardness_hrc"] = json!(40);
        way["thread"] = json!("M8");
        way["passivate"] = json!("hexavalent_yellow");
        let Ok(report) = common::evaluation(&way).outcome else { continue };
        for judgement in report.judgements {
            assert!(judgement.source.is_some() || remarks.contains(&judgement.id), "{} of {way} has no source", judgement.id);
        }
    }
}
