use crate::support::{answer_to, calculator_page, fill, metric, report_of, until_answer};
use browser_tests::Outcome;
use platewise_model::words::Language;
use serde_json::json;

/// Minutes for 10 µm at 1 A/dm² and 100 %, from the metal's molar mass, valence and density: not from this program.
#[test]
fn ten_micrometres_take_as_long_as_the_literature_says() -> Outcome {
    let tab = calculator_page()?;
    for (deposit, expected) in [
        ("zinc", "35min7s"),
        ("nickel", "48min46s"),
        ("chromium_hexavalent", "2h13min"),
        ("silver", "15min38s"),
        ("cadmium", "24min45s"),
    ] {
        fill(
            &tab,
            json!({ "deposit": deposit, "thickness_um": 10, "thickness_kind": "average", "current_density_a_per_dm2": 1, "efficiency_mode": "fixed", "efficiency": 1 }),
        )?;
        until_answer(&tab, expected)?;
    }
    Ok(())
}

#[test]
fn each_quantity_is_solved_as_the_model_solves_it_natively() -> Outcome {
    for inputs in [
        json!({ "solve_for": "time", "thickness_um": 12.5, "current_density_a_per_dm2": 2.5, "efficiency_mode": "fixed", "efficiency": 0.9 }),
        json!({ "solve_for": "thickness", "time_min": 42, "current_density_a_per_dm2": 1.7, "efficiency_mode": "fixed", "efficiency": 0.93 }),
        json!({ "solve_for": "current_density", "thickness_um": 8, "time_min": 30, "efficiency_mode": "fixed", "efficiency": 0.95 }),
        json!({ "solve_for": "efficiency", "thickness_um": 8, "time_min": 40, "current_density_a_per_dm2": 1.2 }),
    ] {
        let tab = calculator_page()?;
        fill(&tab, inputs.clone())?;
        until_answer(&tab, &answer_to(inputs, metric(Language::En))?)?;
        assert_eq!(tab.console()?, Vec::<String>::new());
    }
    Ok(())
}

#[test]
fn each_way_to_know_the_efficiency_and_the_work_gives_the_models_answer() -> Outcome {
    for inputs in [
        json!({ "deposit": "zinc", "bath": "alkaline_mid", "efficiency_mode": "curve", "current_density_a_per_dm2": 3 }),
        json!({ "deposit": "zinc", "efficiency_mode": "curve", "efficiency_curve": [[0.5, 0.97], [3.0, 0.8]], "current_density_a_per_dm2": 2 }),
        json!({ "efficiency_mode": "calibrated", "calibration_by": "thickness", "calibration_thickness_um": 9, "calibration_time_min": 40, "calibration_current_density_a_per_dm2": 1 }),
        json!({ "efficiency_mode": "calibrated", "calibration_by": "mass", "calibration_mass_g": 1.4, "calibration_area_dm2": 2, "calibration_time_min": 40, "calibration_current_density_a_per_dm2": 1 }),
        json!({ "work_basis": "load", "load_kg": 40, "area_dm2_per_kg": 14, "current_basis": "total", "current_a": 500 }),
        json!({ "work_basis": "pieces", "area_dm2": 3.2, "pieces": 120, "rack_or_barrel": "barrel", "thickness_kind": "minimum" }),
        json!({ "designation": "A3C" }),
        json!({ "deposit": "zinc_nickel", "nickel_fraction": 0.12, "density_model": "ideal_mixing" }),
    ] {
        let tab = calculator_page()?;
        fill(&tab, inputs.clone())?;
        until_answer(&tab, &answer_to(inputs, metric(Language::En))?)?;
    }
    Ok(())
}

#[test]
fn the_answer_stands_among_all_results_with_its_derivation_and_its_sources() -> Outcome {
    let tab = calculator_page()?;
    let report = report_of(json!({}))?;
    until_answer(&tab, &answer_to(json!({}), metric(Language::En))?)?;
    tab.until(
        "the derivation",
        "document.querySelectorAll('#derivation li[data-step]').length > 0",
    )?;
    let steps: Vec<String> = tab.js("return [...document.querySelectorAll('#derivation li[data-step]')].map(step => step.dataset.step)", json!([]))?;
    assert_eq!(steps, report.steps.iter().map(|step| step.id).collect::<Vec<_>>());
    assert_eq!(tab.count("#derivation li[data-step] math")?, steps.len(), "every step is typeset");
    assert!(tab.js::<bool>("return [...document.querySelectorAll('#derivation math')].every(math => math.getBoundingClientRect().height > 8)", json!([]))?);
    assert_eq!(tab.count("#basis tbody tr")?, report.basis.len());
    assert_eq!(tab.count("#limits li")?, report.limits.len());
    let rows: usize = report.sections.iter().map(|section| section.rows.len()).sum();
    assert!(tab.count("#results tbody tr")? >= rows);
    let judged: Vec<String> = tab.js(
        "return [...document.querySelectorAll('#judgements li')].map(one => one.dataset.judgement)",
        json!([]),
    )?;
    assert_eq!(judged, report.judgements.iter().map(|judgement| judgement.id).collect::<Vec<_>>());
    assert!(tab.shows("#answer-range")?, "the answer has its range");
    Ok(())
}

#[test]
fn what_is_solved_for_and_what_does_not_apply_is_not_asked() -> Outcome {
    let tab = calculator_page()?;
    for (solve_for, hidden, shown) in [
        ("time", "time_min", "thickness_um"),
        ("thickness", "thickness_um", "time_min"),
        ("current_density", "current_density_a_per_dm2", "time_min"),
        ("efficiency", "efficiency", "current_density_a_per_dm2"),
    ] {
        tab.pick("solve_for", solve_for)?;
        tab.until_hidden(&format!("[data-field={hidden}]"))?;
        tab.until_shown(&format!("[data-field={shown}]"))?;
    }
    assert!(!tab.shows("[data-field=nickel_fraction]")?);
    tab.choose("#deposit", "zinc_nickel")?;
    tab.until_shown("[data-field=nickel_fraction]")?;
    assert!(!tab.shows("[data-field=iron_fraction]")?);
    Ok(())
}

#[test]
fn a_changed_result_is_announced_politely() -> Outcome {
    let tab = calculator_page()?;
    assert_eq!(tab.attribute("#answer-spoken", "aria-live")?.as_deref(), Some("polite"));
    tab.type_into("#thickness_um", "21")?;
    tab.until(
        "an announcement",
        "document.querySelector('#answer-spoken').textContent.trim().length > 5",
    )
}
