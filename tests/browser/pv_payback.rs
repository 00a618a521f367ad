use crate::support::{
    PV_PAYBACK, metric, object, pv_payback, pv_payback_of, shown_answer, unfold, until_address_has,
    until_answer,
};
use browser_tests::{Outcome, Tab, Visitor};
use platewise_model::calculator::FileImport;
use platewise_model::entry;
use platewise_model::output::html;
use platewise_model::report::Figure;
use platewise_model::units::System;
use platewise_model::words::Language;
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;

fn page(inputs: Value, language: Language) -> Outcome<Tab> {
    let (entries, _) = entry::from_inputs(pv_payback()?, &object(inputs)?, System::Metric);
    let link = entry::to_link(pv_payback()?, &entries, language.tag(), System::Metric);
    let tab = Visitor::default().visit(&format!("{}#{link}", PV_PAYBACK.address))?;
    tab.until_shown("#answer")?;
    Ok(tab)
}

#[test]
fn the_answer_charts_and_tables_are_those_of_the_model_in_both_languages() -> Outcome {
    for (language, inputs) in [
        (
            Language::En,
            json!({ "shift_pattern": "one_shift", "roof_area_m2": 8000, "income_tax": 0.25, "loan_share": 0.5 }),
        ),
        (
            Language::Zh,
            json!({ "ownership": "third_party", "tariff": "contract", "annual_heat_kwh": 5e6 }),
        ),
    ] {
        let tab = page(inputs.clone(), language)?;
        let report = pv_payback_of(inputs)?;
        until_answer(&tab, &shown_answer(&report, metric(language)))?;
        tab.until(
            "the charts",
            &format!(
                "document.querySelectorAll('#charts figure svg').length === {}",
                report.charts.len()
            ),
        )?;
        for (index, figure) in report.charts.iter().enumerate() {
            let rows = html::figure_table(figure, metric(language)).matches("<tr>").count();
            assert_eq!(tab.count(&format!("#chart-{index}-table tr"))?, rows, "{}", figure.id());
            if let Figure::Heat(heat) = figure {
                assert_eq!(tab.count(&format!("#chart-{index}-table table"))?, heat.panels.len());
            }
        }
        assert_eq!(tab.count("#derivation li[data-step]")?, report.steps.len());
        assert_eq!(tab.console()?, Vec::<String>::new());
    }
    Ok(())
}

/// A file in a folder of its own.
fn file(tab: &Tab, name: &str, text: &[u8]) -> Outcome<PathBuf> {
    let path = tab.download_folder()?.join(name);
    fs::write(&path, text)?;
    Ok(path)
}

fn meter() -> String {
    let mut text = String::from("时间,用电量(kWh)\n");
    for (month, days) in [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].into_iter().enumerate() {
        for day in 1..=days {
            for hour in 0..24 {
                text.push_str(&format!(
                    "2025-{:02}-{day:02} {hour:02}:00,{}\n",
                    month + 1,
                    if (7..23).contains(&hour) { 300 } else { 60 }
                ));
            }
        }
    }
    text
}

#[test]
fn a_meter_file_is_taken_over_told_of_and_kept_through_a_reload() -> Outcome {
    let tab = page(json!({}), Language::En)?;
    let path = file(&tab, "meter.csv", meter().as_bytes())?;
    tab.give_file("#meter_hours", &path)?;
    tab.until_text("#meter_hours-account", "8760 rows")?;
    let taken = if let Some(FileImport::Text(import)) = pv_payback()?.file_import {
        import("meter_hours", &meter()).ok()
    } else {
        None
    };
    let inputs = taken.map(|taken| taken.inputs).unwrap_or_default();
    let expected = shown_answer(&pv_payback_of(Value::from(inputs))?, metric(Language::En));
    until_answer(&tab, &expected)?;
    until_address_has(&tab, "annual_load_kwh")?;
    assert!(!tab.address()?.contains("meter_hours"), "no link is that long");
    tab.reload()?;
    tab.until_shown("#answer")?;
    until_answer(&tab, &expected)?;
    tab.until_shown("#meter_hours-back")?;
    assert_eq!(tab.console()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn hostile_files_are_refused_with_a_reason_and_the_page_lives() -> Outcome {
    let tab = page(json!({}), Language::Zh)?;
    unfold(&tab, "weather_hours")?;
    let before = tab.text("#answer")?;
    let large = vec![b'7'; 50_000_000];
    for (name, text) in [
        ("empty.epw", &b""[..]),
        ("garbage.epw", &b"\xff\xfe\x00\x01LOCATION,"[..]),
        (
            "truncated.epw",
            &b"LOCATION,Ningbo,ZJ,CHN,x,1,29.9,121.5,8.0,6\nDATA PERIODS,1\n2020,1,1,1,0,x,5"[..],
        ),
        ("half.csv", &b"time(UTC),T2m,RH,G(h)\n20200101:0000,1,2,3\n"[..]),
        ("large.csv", &large[..]),
    ] {
        let path = file(&tab, name, text)?;
        tab.give_file("#weather_hours", &path)?;
        tab.until_shown("#weather_hours-account ul.bad")?;
        assert_eq!(tab.text("#answer")?, before, "{name}");
        tab.click("[data-help=weather_hours]")?;
        tab.until_shown("#weather_hours-help")?;
        tab.click("[data-help=weather_hours]")?;
    }
    Ok(())
}

#[test]
fn the_comparison_leads_here_with_its_electricity_and_back_with_its_price() -> Outcome {
    let tab = Visitor::default().visit("process-comparison/")?;
    tab.until_shown("#onward a")?;
    tab.click("#onward a")?;
    tab.until("the other page", "location.pathname.endsWith('/pv-payback/')")?;
    tab.until_shown("#answer")?;
    assert_ne!(tab.value("#annual_load_kwh")?, "3000");
    tab.until_shown("#onward a")?;
    tab.click("#onward a")?;
    tab.until("the first page", "location.pathname.endsWith('/process-comparison/')")?;
    tab.until_shown("#price_electricity_cny_per_kwh-back")
}
