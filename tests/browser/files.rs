use crate::support::{
    calculator_page, fill, natively, object, plating_time, reader, saved, state, take_files,
    until_answer,
};
use crate::words;
use browser_tests::{Failure, Outcome, Tab, Visitor};
use platewise_model::json;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;

fn export(tab: &Tab, what: &str) -> Outcome {
    let item = format!("[data-do={what}]");
    if !tab.shows(&item)? {
        tab.click("#export")?;
        tab.until_shown(&item)?;
    }
    tab.click(&item)
}

/// Numbers may differ in the last digits where the browser's mathematics rounds otherwise.
fn assert_same(browser: &Value, native: &Value, place: &str) {
    match (browser, native) {
        (Value::Number(a), Value::Number(b)) => {
            let (a, b) = (a.as_f64().unwrap_or(f64::NAN), b.as_f64().unwrap_or(f64::NAN));
            assert!((a - b).abs() <= 1e-12 * b.abs(), "{place}: {a} in the browser, {b} natively");
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            for (index, (a, b)) in a.iter().zip(b).enumerate() {
                assert_same(a, b, &format!("{place}/{index}"));
            }
        }
        (Value::Object(a), Value::Object(b)) => {
            // Of which commit it is only a build of the application knows.
            let names = |map: &serde_json::Map<String, Value>| {
                map.keys().filter(|name| *name != "commit").cloned().collect::<BTreeSet<_>>()
            };
            assert_eq!(names(a), names(b), "{place}");
            for (key, b) in b {
                assert_same(a.get(key).unwrap_or(&Value::Null), b, &format!("{place}/{key}"));
            }
        }
        _ => assert_eq!(browser, native, "{place}"),
    }
}

/// Nothing of it is a default: what is chosen again is not given.
fn inputs() -> Value {
    json!({ "bath": "alkaline_mid", "rack_or_barrel": "barrel", "thickness_um": 7.25, "thickness_kind": "minimum", "passivate": "trivalent_clear",
            "efficiency_mode": "fixed", "efficiency": 0.82, "work_basis": "load", "load_kg": 40, "area_dm2_per_kg": 14 })
}

#[test]
fn a_saved_file_holds_what_the_command_line_writes_and_brings_everything_back() -> Outcome {
    let tab = calculator_page()?;
    take_files(&tab)?;
    fill(&tab, inputs())?;
    let before = state(&tab)?;
    export(&tab, "file")?;
    let path = saved(&tab, "json")?;
    let document: Value = serde_json::from_str(&fs::read_to_string(&path)?)?;
    let native = json::evaluate(plating_time()?, &object(inputs())?)
        .map_err(|problems| Failure::new(problems.to_string()))?;
    assert_same(&document, &native, "");

    let other = Visitor::default().visit("plating-time/")?;
    other.give_file("#open-file", &path)?;
    other.until(
        "the value of the file",
        "document.querySelector('#thickness_um').value === '7.25'",
    )?;
    until_answer(&other, &tab.dense_text("#answer")?)?;
    assert_eq!(state(&other)?.get("answer"), before.get("answer"));
    let own = "return [...document.querySelectorAll('[data-field].own')].map(one => one.dataset.field).filter(name => document.getElementById(name)?.type !== 'radio')";
    assert_eq!(
        other.js::<Vec<String>>(own, json!([]))?,
        tab.js::<Vec<String>>(own, json!([]))?,
        "only what was given is given"
    );
    assert!(!other.shows("#notices")?);
    // Once more the same file: the browser must notice it although its name did not change.
    other.type_into("#thickness_um", "99")?;
    other.give_file("#open-file", &path)?;
    other.until(
        "the value of the file again",
        "document.querySelector('#thickness_um').value === '7.25'",
    )?;
    assert_eq!(other.console()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn bare_inputs_are_a_file_too_and_unknown_names_are_noticed() -> Outcome {
    let tab = calculator_page()?;
    let folder = tab.download_folder()?;
    let path = folder.join("inputs.json");
    fs::write(&path, r#"{ "thickness_um": 9.5, "colour": "blue" }"#)?;
    tab.give_file("#open-file", &path)?;
    tab.until_shown("#notices")?;
    assert!(tab.text("#notices")?.contains("colour"));
    assert_eq!(tab.value("#thickness_um")?, "9.5");
    Ok(())
}

#[test]
fn a_file_that_is_none_of_ours_is_refused_with_a_reason() -> Outcome {
    let tab = calculator_page()?;
    let folder = tab.download_folder()?;
    tab.type_into("#thickness_um", "11")?;
    let large = format!("{{\"thickness_um\": 5, \"note\": \"{}\"}}", "x".repeat(1_000_001));
    for (name, content, reason) in [
        ("notes.txt", "Zinc, 8 µm", words::FILE_NOT_JSON),
        ("list.json", "[1, 2]", words::FILE_NOT_JSON),
        ("other.json", r#"{ "calculator": "solar", "inputs": {} }"#, words::FILE_OTHER),
        ("large.json", large.as_str(), words::FILE_TOO_LARGE),
        ("empty.json", "", words::FILE_NOT_JSON),
    ] {
        fs::write(folder.join(name), content)?;
        tab.give_file("#open-file", &folder.join(name))?;
        tab.until_text("#said", reason.en)?;
        assert_eq!(tab.value("#thickness_um")?, "11", "{name} changed what was typed");
    }
    assert_eq!(tab.console()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn the_table_is_csv_that_spreadsheets_read() -> Outcome {
    for (language, header) in [
        ("en", "\"kind\",\"what\",\"value\",\"unit\",\"remark\""),
        ("zh", "\"类别\",\"项目\",\"数值\",\"单位\",\"备注\""),
    ] {
        let tab = reader(language)?;
        tab.open("plating-time/")?;
        take_files(&tab)?;
        fill(&tab, inputs())?;
        export(&tab, "csv")?;
        let bytes = fs::read(saved(&tab, "csv")?)?;
        let text = String::from_utf8(bytes)?;
        let text =
            text.strip_prefix('\u{feff}').ok_or_else(|| Failure::new("no byte-order mark"))?;
        assert_eq!(text.lines().next(), Some(header));
        assert_eq!(
            text.matches('\n').count(),
            text.matches("\r\n").count(),
            "lines end as RFC 4180 says"
        );
        assert!(text.ends_with("\r\n"));
        let report = natively(inputs())?
            .outcome
            .map_err(|problems| Failure::new(format!("{problems:?}")))?;
        for named in report.results.iter().filter(|named| named.value.is_some()) {
            assert!(
                text.lines().any(|line| line.ends_with(&format!("\"{}\"", named.name))),
                "{} is not in the table",
                named.name
            );
        }
    }
    Ok(())
}
