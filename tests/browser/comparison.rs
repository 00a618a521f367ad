use crate::support::{
    COMPARISON, comparison, comparison_of, metric, object, on_paper, saved, shown_answer,
    take_files, unfold, until_address_has, until_answer, us,
};
use browser_tests::{Engine, Outcome, Tab, Visitor};
use platewise_model::entry;
use platewise_model::output::html;
use platewise_model::report::Figure;
use platewise_model::units::System;
use platewise_model::words::Language;
use serde_json::{Value, json};
use std::fs;

fn page(inputs: Value, language: Language) -> Outcome<Tab> {
    let (entries, _) = entry::from_inputs(comparison()?, &object(inputs)?, System::Metric);
    let link = entry::to_link(comparison()?, &entries, language.tag(), System::Metric);
    let tab = Visitor::default().visit(&format!("{}#{link}", COMPARISON.address))?;
    tab.until_shown("#answer")?;
    Ok(tab)
}

#[test]
fn the_answer_its_bars_and_its_tables_are_those_of_the_model_in_both_languages() -> Outcome {
    let inputs = json!({ "processes": ["cyanide_high", "alkaline_high", "acid_ammonium"], "rack_or_barrel": "barrel", "minimum_thickness_um": 12 });
    for language in [Language::En, Language::Zh] {
        let tab = page(inputs.clone(), language)?;
        let report = comparison_of(inputs.clone())?;
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
            if let Figure::Bars(bars) = figure {
                let pieces: usize = bars.bars.iter().map(|bar| bar.segments.len()).sum();
                assert_eq!(tab.count(&format!("#chart-{index} svg rect"))?, pieces, "{}", bars.id);
            }
        }
        let rows: usize = report.sections.iter().map(|section| section.rows.len()).sum();
        assert!(tab.count("#results tbody tr")? >= rows);
        assert_eq!(tab.count("#derivation li[data-step]")?, report.steps.len());
        assert_eq!(tab.console()?, Vec::<String>::new());
    }
    Ok(())
}

#[test]
fn processes_are_ticked_their_fields_come_and_go_and_the_link_keeps_all_of_it() -> Outcome {
    let tab = Visitor::default().visit(COMPARISON.address)?;
    tab.until_shown("#answer")?;
    assert!(!tab.shows("[data-field=\"overrides.cyanide_low.voltage_v\"]")?);
    tab.click("input[name=processes][value=cyanide_low]")?;
    tab.click("input[name=processes][value=acid_potassium]")?;
    unfold(&tab, "overrides.cyanide_low.efficiency")?;
    tab.type_into("[id=\"overrides.cyanide_low.efficiency\"]", "66")?;
    tab.choose("#baseline", "cyanide_low")?;
    let inputs = json!({
        "processes": ["cyanide_low", "cyanide_mid", "alkaline_mid"], "baseline": "cyanide_low", "overrides.cyanide_low.efficiency": 0.66,
    });
    let expected = shown_answer(&comparison_of(inputs)?, metric(Language::En));
    until_answer(&tab, &expected)?;
    until_address_has(&tab, "overrides.cyanide_low.efficiency=66:percent")?;
    let address = tab.address()?;
    let other = Visitor::default().start()?;
    other.open_anything(&address)?;
    other.until_ready()?;
    until_answer(&other, &expected)?;
    assert_eq!(other.value("[id=\"overrides.cyanide_low.efficiency\"]")?, "66");
    assert!(other.js::<bool>(
        "return document.querySelector('input[name=processes][value=cyanide_low]').checked",
        json!([])
    )?);
    assert!(!other.js::<bool>(
        "return document.querySelector('input[name=processes][value=acid_potassium]').checked",
        json!([])
    )?);
    other.click("#units")?;
    let us_answer = {
        let inputs = json!({ "processes": ["cyanide_low", "cyanide_mid", "alkaline_mid"], "baseline": "cyanide_low", "overrides.cyanide_low.efficiency": 0.66 });
        shown_answer(&comparison_of(inputs)?, us(Language::En))
    };
    until_answer(&other, &us_answer)
}

#[test]
fn too_few_processes_and_impossible_sludge_are_named_and_lead_to_their_fields() -> Outcome {
    let tab = Visitor::default().visit(COMPARISON.address)?;
    tab.until_shown("#answer")?;
    for process in ["alkaline_mid", "acid_potassium", "cyanide_mid"] {
        tab.click(&format!("input[name=processes][value={process}]"))?;
    }
    tab.until_text("#problems", "2")?;
    tab.until_text("#processes-say", "2")?;
    tab.click("#problems [data-focus=processes]")?;
    tab.until("the focus", "document.activeElement.id === 'processes'")?;
    tab.click("[data-clear=processes]")?;
    tab.until_shown("#answer")?;
    unfold(&tab, "overrides.acid_potassium.sludge_wet_kg_per_m2")?;
    tab.type_into("[id=\"overrides.acid_potassium.sludge_wet_kg_per_m2\"]", "3")?;
    tab.until_text("#problems", "mass balance")?;
    assert_eq!(
        tab.value("[id=\"overrides.acid_potassium.sludge_wet_kg_per_m2\"]")?,
        "3",
        "what was typed stays"
    );
    assert_eq!(tab.console()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn ones_own_bath_has_a_name_and_a_file_and_a_table_carry_it() -> Outcome {
    let tab = page(
        json!({ "processes": ["cyanide_mid", "own"], "alternative": "own", "own_like": "acid_potassium" }),
        Language::En,
    )?;
    take_files(&tab)?;
    tab.type_into("#own_name", "K-12 <b>")?;
    tab.until_text("#answer-label", "K-12 <b>")?;
    tab.click("#export")?;
    tab.click("[data-do=file]")?;
    let saved = saved(&tab, "json")?;
    assert_eq!(saved.file_name().and_then(|name| name.to_str()), Some("process-comparison.json"));
    let document: Value = serde_json::from_str(&fs::read_to_string(&saved)?)?;
    assert_eq!(document.pointer("/inputs/own_name"), Some(&json!("K-12 <b>")));
    assert!(
        document.pointer("/results/processes/own/cost_cny_per_m2").is_some_and(Value::is_number)
    );
    let other = Visitor::default().visit(COMPARISON.address)?;
    other.until_shown("#answer")?;
    other.give_file("#open-file", &saved)?;
    other.until_text("#answer-label", "K-12 <b>")?;
    assert_eq!(other.console()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn pointing_at_a_bar_reads_it_off() -> Outcome {
    let tab = page(json!({}), Language::En)?;
    tab.until("the charts", "document.querySelector('#chart-0 svg rect')")?;
    tab.js::<()>(
        "const bar = document.querySelector('#chart-0 svg rect'); bar.scrollIntoView({ block: 'center' });
         const box = bar.getBoundingClientRect();
         bar.closest('.chart').dispatchEvent(new PointerEvent('pointermove', { bubbles: true, clientX: box.left + 3, clientY: box.top + 3 }))",
        json!([]),
    )?;
    tab.until_text("#chart-0-reading", "Cyanide, mid")
}

#[test]
fn the_printed_comparison_begins_with_the_answer_and_holds_its_tables() -> Outcome {
    let tab = page(json!({}), Language::Zh)?;
    tab.until("the charts", "document.querySelector('#chart-0 svg rect')")?;
    on_paper(&tab, true)?;
    tab.size(718, 1047)?;
    for screen_only in ["#analyse", "#processes", "[data-do=copy]"] {
        assert!(!tab.shows(screen_only)?, "{screen_only} is printed");
    }
    for printed in ["#answer", "#inputs", "#results table", "#chart-0 svg"] {
        assert!(tab.shows(printed)?, "{printed} is not printed");
    }
    on_paper(&tab, false)?;
    if tab.engine == Engine::WebKit {
        return Ok(()); // its driver prints nothing
    }
    let pdf = tab.print()?;
    assert!(pdf.starts_with(b"%PDF"));
    Ok(fs::write(tab.site.out.join("process-comparison-zh.pdf"), pdf)?)
}
