use crate::support::{answer_to, calculator_page, metric, until_answer, us};
use browser_tests::Outcome;
use platewise_model::words::Language;
use serde_json::json;

#[test]
fn another_unit_keeps_the_quantity_and_changes_the_digits() -> Outcome {
    let tab = calculator_page()?;
    tab.type_into("#thickness_um", "12.7")?;
    let expected = answer_to(json!({ "thickness_um": 12.7 }), metric(Language::En))?;
    until_answer(&tab, &expected)?;
    // µm, mil, µin, 丝, mm: the order of the model's table.
    for (unit, digits) in
        [("1", "0.5"), ("2", "500"), ("3", "1.27"), ("4", "0.0127"), ("0", "12.7")]
    {
        tab.choose("select[data-unit=\"thickness_um\"]", unit)?;
        tab.until(
            "the digits",
            &format!("document.querySelector('#thickness_um').value === '{digits}'"),
        )?;
        assert_eq!(tab.value("select[data-unit=\"thickness_um\"]")?, unit);
        assert_eq!(tab.dense_text("#answer")?, expected);
    }
    Ok(())
}

#[test]
fn a_default_shows_in_the_unit_chosen_and_stays_a_default() -> Outcome {
    let tab = calculator_page()?;
    let (answer, digits) = (tab.dense_text("#answer")?, tab.value("#thickness_um")?);
    tab.choose("select[data-unit=\"thickness_um\"]", "1")?;
    tab.until(
        "other digits",
        &format!("document.querySelector('#thickness_um').value !== '{digits}'"),
    )?;
    assert_eq!(tab.dense_text("#answer")?, answer);
    assert_eq!(tab.count("[data-field=thickness_um].own")?, 0);
    Ok(())
}

#[test]
fn a_text_that_is_no_number_survives_another_unit() -> Outcome {
    let tab = calculator_page()?;
    tab.type_into("#thickness_um", "1,234")?;
    tab.until_shown("#problems")?;
    tab.choose("select[data-unit=\"thickness_um\"]", "1")?;
    assert_eq!(tab.value("#thickness_um")?, "1,234");
    assert!(tab.shows("#problems")?);
    Ok(())
}

#[test]
fn metric_and_us_units_convert_what_was_typed_and_what_is_shown() -> Outcome {
    let tab = calculator_page()?;
    tab.type_into("#thickness_um", "25.4")?;
    tab.type_into("#current_density_a_per_dm2", "2")?;
    let inputs =
        json!({ "solve_for": "thickness", "thickness_um": 25.4, "current_density_a_per_dm2": 2 });
    tab.pick("solve_for", "thickness")?;
    until_answer(&tab, &answer_to(inputs.clone(), metric(Language::En))?)?;
    tab.click("#units")?;
    until_answer(&tab, &answer_to(inputs.clone(), us(Language::En))?)?;
    assert!(tab.dense_text("#answer")?.ends_with("mil"));
    tab.until(
        "amperes a square foot",
        "document.querySelector('#current_density_a_per_dm2').value.startsWith('18.58')",
    )?;
    assert_eq!(tab.value("select[data-unit=\"current_density_a_per_dm2\"]")?, "1");
    tab.pick("solve_for", "time")?;
    tab.until("a mil", "document.querySelector('#thickness_um').value === '1'")?;
    assert_eq!(tab.value("select[data-unit=\"thickness_um\"]")?, "1");
    tab.click("#units")?;
    tab.until("micrometres again", "document.querySelector('#thickness_um').value === '25.4'")?;
    tab.until(
        "amperes a square decimetre again",
        "document.querySelector('#current_density_a_per_dm2').value === '2'",
    )
}
