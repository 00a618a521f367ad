use crate::support::{
    answer_to, calculator_page, fill, metric, natively, until_address_has, until_answer,
};
use browser_tests::{Failure, Outcome};
use platewise_model::units::{Dimension, NotANumber, parse_number};
use platewise_model::words::Language;
use serde_json::json;
use std::thread;
use std::time::Duration;
use thirtyfour::Key;

#[test]
fn a_text_that_is_no_number_is_told_at_its_field_and_stays_as_typed() -> Outcome {
    let tab = calculator_page()?;
    for (typed, why) in [
        ("abc", NotANumber::Unreadable),
        ("1,234", NotANumber::AmbiguousComma),
        ("1,234.5", NotANumber::Separators),
        ("<b>5</b>", NotANumber::Unreadable),
    ] {
        assert_eq!(parse_number(typed), Err(why));
        tab.type_into("#thickness_um", typed)?;
        tab.until_shown("#problems")?;
        tab.until_text("#thickness_um-say", why.message(Dimension::Thickness).text.en)?;
        assert_eq!(
            tab.attribute("#thickness_um", "aria-invalid")?.as_deref(),
            Some("true"),
            "{typed}"
        );
        assert!(
            tab.attribute("#thickness_um", "aria-describedby")?
                .is_some_and(|ids| ids.split(' ').any(|id| id == "thickness_um-say"))
        );
        assert_eq!(tab.count("[data-field=thickness_um].bad")?, 1);
        assert!(!tab.shows("#answer")?, "an answer beside {typed}");
        assert!(
            tab.text("#problems")?.contains("Thickness"),
            "the list does not name the field: {}",
            tab.text("#problems")?
        );
        assert_eq!(tab.value("#thickness_um")?, typed);
        tab.leave()?;
        assert_eq!(tab.value("#thickness_um")?, typed, "leaving the field changed it");
    }
    // A number with its unit is one.
    tab.type_into("#thickness_um", "0.3 mil")?;
    until_answer(&tab, &answer_to(json!({ "thickness_um": 7.62 }), metric(Language::En))?)?;
    assert_eq!(tab.value("#thickness_um")?, "0.3 mil");
    tab.type_into("#thickness_um", "abc")?;
    tab.until_shown("#problems")?;
    // The rest of the page is alive, and so is the answer once the text is a number.
    tab.choose("#deposit", "nickel")?;
    tab.until(
        "the baths of nickel",
        "document.querySelector('#bath').value.includes('nickel') || document.querySelector('#bath').selectedOptions[0].text.length > 0",
    )?;
    tab.click("#language")?;
    tab.until_text(
        "#thickness_um-say",
        NotANumber::Unreadable.message(Dimension::Thickness).text.zh,
    )?;
    tab.click("#language")?;
    tab.type_into("#thickness_um", "12.5")?;
    tab.until_shown("#answer")?;
    assert!(!tab.shows("#problems")?);
    assert_ne!(tab.attribute("#thickness_um", "aria-invalid")?.as_deref(), Some("true"));
    until_answer(
        &tab,
        &answer_to(json!({ "deposit": "nickel", "thickness_um": 12.5 }), metric(Language::En))?,
    )?;
    assert_eq!(tab.console()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn an_impossible_number_is_told_with_the_possible_ones() -> Outcome {
    let tab = calculator_page()?;
    for typed in ["-5", "0", "1e9"] {
        tab.type_into("#thickness_um", typed)?;
        tab.until_shown("#problems")?;
        tab.until_text("#thickness_um-say", "Possible values run from")?;
        assert_eq!(tab.attribute("#thickness_um", "aria-invalid")?.as_deref(), Some("true"));
        assert_eq!(tab.value("#thickness_um")?, typed);
    }
    Ok(())
}

#[test]
fn every_problem_is_in_the_list_at_once() -> Outcome {
    let tab = calculator_page()?;
    fill(&tab, json!({ "voltage_v": 5 }))?;
    for field in ["#thickness_um", "#current_density_a_per_dm2", "#voltage_v"] {
        tab.type_into(field, "abc")?;
    }
    tab.until("three problems", "document.querySelectorAll('#problems li').length === 3")
}

#[test]
fn numbers_are_read_as_people_type_them() -> Outcome {
    let tab = calculator_page()?;
    let expected = answer_to(json!({ "thickness_um": 12.5 }), metric(Language::En))?;
    for typed in ["12.5", "12,5", "１２．５", "１２。５", "+12.5", "1.25e1", "12.50"] {
        tab.type_into("#thickness_um", typed)?;
        until_answer(&tab, &expected)
            .map_err(|failure| Failure::new(format!("{typed}: {failure:?}")))?;
        assert_eq!(tab.value("#thickness_um")?, typed, "the text stays as typed");
        assert_ne!(tab.attribute("#thickness_um", "aria-invalid")?.as_deref(), Some("true"));
    }
    Ok(())
}

#[test]
fn an_empty_field_means_the_default() -> Outcome {
    let tab = calculator_page()?;
    let (default, answer) = (tab.value("#thickness_um")?, tab.dense_text("#answer")?);
    tab.type_into("#thickness_um", "77")?;
    tab.until(
        "an own value",
        "document.querySelector('[data-field=thickness_um]').classList.contains('own')",
    )?;
    tab.empty("#thickness_um")?;
    until_answer(&tab, &answer)?;
    assert_eq!(tab.value("#thickness_um")?, "", "nothing is put under the cursor");
    tab.press(Key::Tab)?;
    tab.until(
        "the default",
        &format!("document.querySelector('#thickness_um').value === {}", json!(default)),
    )?;
    assert_eq!(tab.count("[data-field=thickness_um].own")?, 0);
    Ok(())
}

#[test]
fn one_click_takes_an_own_value_back_to_the_default() -> Outcome {
    let tab = calculator_page()?;
    let (default, answer) = (tab.value("#current_density_a_per_dm2")?, tab.dense_text("#answer")?);
    tab.type_into("#current_density_a_per_dm2", "4.4")?;
    tab.until_shown(
        "[data-field=current_density_a_per_dm2].own [data-clear=current_density_a_per_dm2]",
    )?;
    tab.click("[data-clear=current_density_a_per_dm2]")?;
    until_answer(&tab, &answer)?;
    assert_eq!(tab.value("#current_density_a_per_dm2")?, default);
    assert_eq!(tab.count("[data-field=current_density_a_per_dm2].own")?, 0);
    Ok(())
}

#[test]
fn an_unusual_number_is_a_warning_and_no_error() -> Outcome {
    let tab = calculator_page()?;
    tab.type_into("#current_density_a_per_dm2", "40")?;
    tab.until_shown("[data-field=current_density_a_per_dm2].warn")?;
    assert!(tab.shows("#answer")?);
    assert_ne!(
        tab.attribute("#current_density_a_per_dm2", "aria-invalid")?.as_deref(),
        Some("true")
    );
    assert!(!tab.text("#current_density_a_per_dm2-say")?.is_empty());
    Ok(())
}

#[test]
fn more_than_a_hundred_per_cent_is_a_problem_and_no_answer() -> Outcome {
    let tab = calculator_page()?;
    let inputs = json!({ "solve_for": "efficiency", "thickness_um": 100, "time_min": 10, "current_density_a_per_dm2": 1 });
    let problems = natively(inputs.clone())?.outcome.err().unwrap_or_default();
    assert!(problems.iter().any(|problem| problem.fault.id() == "efficiency_above_one"));
    fill(&tab, inputs)?;
    tab.until_text("#problems", "More than 100 % is impossible")?;
    assert!(!tab.shows("#answer")?);
    tab.type_into("#time_min", "1000")?;
    tab.until_shown("#answer")?;
    assert!(!tab.shows("#problems")?);
    Ok(())
}

#[test]
fn what_is_being_typed_is_never_changed_under_the_cursor() -> Outcome {
    let tab = calculator_page()?;
    let caret = "return [document.activeElement.value, document.activeElement.selectionStart]";
    tab.empty("#thickness_um")?;
    let mut typed = String::new();
    for letter in "0012,50".chars() {
        typed.push(letter);
        tab.press_all(&letter.to_string())?;
        assert_eq!(tab.js::<(String, usize)>(caret, json!([]))?, (typed.clone(), typed.len()));
    }
    // In the middle of the text, over a pause in which the address is written.
    for _ in 0..3 {
        tab.press(Key::Left)?;
    }
    tab.press_all("9")?;
    assert_eq!(tab.js::<(String, usize)>(caret, json!([]))?, ("00129,50".to_owned(), 5));
    until_address_has(&tab, "thickness_um=00129,50")?;
    thread::sleep(Duration::from_millis(600));
    assert_eq!(tab.js::<(String, usize)>(caret, json!([]))?, ("00129,50".to_owned(), 5));
    tab.press_all("7")?;
    assert_eq!(tab.js::<(String, usize)>(caret, json!([]))?, ("001297,50".to_owned(), 6));
    tab.press(Key::Tab)?;
    assert_eq!(tab.value("#thickness_um")?, "001297,50");
    Ok(())
}

#[test]
fn each_field_explains_itself() -> Outcome {
    let tab = calculator_page()?;
    let fields: Vec<String> =
        tab.js("return [...document.querySelectorAll('[data-help]')].filter(one => one.checkVisibility()).map(one => one.dataset.help)", json!([]))?;
    assert!(fields.len() > 8, "help at {fields:?} only");
    for field in fields {
        let (button, help) = (format!("[data-help=\"{field}\"]"), format!("#{field}-help"));
        assert!(!tab.shows(&help)?);
        assert_eq!(tab.attribute(&button, "aria-expanded")?.as_deref(), Some("false"));
        tab.click(&button)?;
        tab.until_shown(&help)?;
        assert_eq!(tab.attribute(&button, "aria-expanded")?.as_deref(), Some("true"));
        assert!(tab.text(&help)?.len() > 8, "help of {field}");
        tab.click(&button)?;
        tab.until_hidden(&help)?;
    }
    Ok(())
}
