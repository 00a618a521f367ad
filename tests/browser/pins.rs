use crate::support::{answer_to, calculator_page, metric, until_answer};
use crate::words;
use browser_tests::{Outcome, Tab};
use platewise_model::words::Language;
use serde_json::json;

/// Pins a scenario of each thickness.
fn pin(tab: &Tab, thicknesses: &[&str]) -> Outcome {
    for (position, thickness) in thicknesses.iter().enumerate() {
        tab.type_into("#thickness_um", thickness)?;
        tab.click("[data-do=pin]")?;
        tab.until(
            "another pin",
            &format!(
                "document.querySelectorAll('#pins [data-do=pin-open]').length === {}",
                position + 1
            ),
        )?;
    }
    Ok(())
}

#[test]
fn up_to_four_scenarios_stand_side_by_side_with_differences_marked() -> Outcome {
    let tab = calculator_page()?;
    assert!(!tab.shows("#pins")?);
    pin(&tab, &["5", "8", "12", "25"])?;
    tab.type_into("#thickness_um", "8")?;
    for thickness in [5.0, 8.0, 12.0, 25.0] {
        let answer = answer_to(json!({ "thickness_um": thickness }), metric(Language::En))?;
        assert!(
            tab.dense_text("#pins")?.contains(&answer),
            "{answer} is not in {}",
            tab.dense_text("#pins")?
        );
    }
    let marked = "return [...[...document.querySelectorAll('#pins tbody tr')].find(row => row.cells[0].textContent.trim() === 'Thickness').cells].map(cell => cell.classList.contains('other'))";
    tab.until("marks", "document.querySelector('#pins td.other')")?;
    assert_eq!(
        tab.js::<Vec<bool>>(marked, json!([]))?,
        [false, false, true, false, true, true],
        "head, now, and the four: only the one of 8 µm is as now"
    );

    tab.click("[data-do=pin]")?;
    tab.until_text("#said", words::PIN_FULL.en)?;
    assert_eq!(tab.count("#pins [data-do=pin-open]")?, 4);
    assert_eq!(tab.console()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn pinned_scenarios_survive_a_reload_and_can_be_opened_and_removed() -> Outcome {
    let tab = calculator_page()?;
    pin(&tab, &["5", "0.0080"])?;
    tab.choose("#deposit", "nickel")?;
    tab.click("[data-do=pin]")?;
    tab.reload()?;
    tab.until("three pins", "document.querySelectorAll('#pins [data-do=pin-open]').length === 3")?;
    tab.click("#pins [data-do=pin-open][data-index='0']")?;
    tab.until(
        "the first one's thickness",
        "document.querySelector('#thickness_um').value === '5'",
    )?;
    assert_eq!(tab.value("#deposit")?, "zinc");
    until_answer(&tab, &answer_to(json!({ "thickness_um": 5 }), metric(Language::En))?)?;
    tab.click("#pins [data-do=pin-remove][data-index='0']")?;
    tab.until("two pins", "document.querySelectorAll('#pins [data-do=pin-open]').length === 2")?;
    tab.click("#pins [data-do=pin-open][data-index='0']")?;
    tab.until(
        "the second one's text",
        "document.querySelector('#thickness_um').value === '0.0080'",
    )?;
    tab.click("#pins [data-do=pin-remove][data-index='1']")?;
    tab.until("one pin", "document.querySelectorAll('#pins [data-do=pin-open]').length === 1")?;
    tab.click("#pins [data-do=pin-remove][data-index='0']")?;
    tab.until_hidden("#pins")?;
    tab.reload()?;
    assert!(!tab.shows("#pins")?, "removed for good");
    Ok(())
}

#[test]
fn a_pinned_scenario_keeps_its_column_while_its_inputs_have_a_problem() -> Outcome {
    let tab = calculator_page()?;
    pin(&tab, &["5"])?;
    tab.type_into("#thickness_um", "abc")?;
    tab.until_shown("#problems")?;
    let answer = answer_to(json!({ "thickness_um": 5 }), metric(Language::En))?;
    assert!(tab.dense_text("#pins")?.contains(&answer));
    Ok(())
}
