use crate::support::{COMPARISON, PLATING_TIME, copy_of_site, cut};
use browser_tests::{Failure, Outcome, Tab, Visitor};
use platewise_model::analysis::{self, break_even, tornado};
use platewise_model::calculator::find;
use serde_json::{Map, json};
use std::fs;

fn analysed(address: &str) -> Outcome<Tab> {
    let tab = Visitor::default().visit(address)?;
    tab.until_shown("#answer")?;
    tab.click("#analyse")?;
    tab.until_shown("#an-draw")?;
    tab.until("the tornado", "document.querySelectorAll('#chart-100 svg rect').length > 3")?;
    Ok(tab)
}

#[test]
fn every_calculator_shows_what_its_answer_hangs_on() -> Outcome {
    for (id, page) in [("plating-time", PLATING_TIME), ("process-comparison", COMPARISON)] {
        let tab = analysed(page.address)?;
        let mut evaluator = find(id)
            .and_then(|calculator| calculator.evaluator(&Map::new()).ok())
            .ok_or_else(|| Failure::new("there is no evaluator"))?;
        let outcome = analysis::outcome(evaluator.as_ref(), None)
            .ok_or_else(|| Failure::new("there is no outcome"))?;
        let found = tornado::tornado(evaluator.as_mut(), outcome, true)
            .ok_or_else(|| Failure::new("there is no tornado"))?;
        let moving = found.swings.iter().filter(|swing| swing.width() > 0.0).count().min(15);
        tab.click("section:has(> #chart-100-title) .astable summary")?;
        assert_eq!(tab.count("#chart-100-table tbody tr")?, moving, "{id}");
        assert_eq!(tab.console()?, Vec::<String>::new());
    }
    Ok(())
}

#[test]
fn a_break_even_is_found_and_holds_when_it_is_typed_in() -> Outcome {
    let tab = analysed(PLATING_TIME.address)?;
    tab.choose("#an-input", "current_density_a_per_dm2")?;
    tab.until_text("#an-even", "number")?;
    tab.type_into("#an-target", "10")?;
    let mut evaluator = find("plating-time")
        .and_then(|calculator| calculator.evaluator(&Map::new()).ok())
        .ok_or_else(|| Failure::new("there is no evaluator"))?;
    let input = analysis::input(evaluator.as_ref(), "current_density_a_per_dm2")
        .ok_or_else(|| Failure::new("there is no input"))?;
    let ends = evaluator
        .inputs()
        .get(input)
        .map(break_even::usual_ends)
        .ok_or_else(|| Failure::new("there is no ends"))?;
    let found =
        break_even::break_even(evaluator.as_mut(), 0, break_even::Target::Value(10.0), input, ends);
    let value = found.values.first().copied().ok_or_else(|| Failure::new("there is no value"))?;
    tab.until_text("#an-even", &format!("{value:.3}"))?;
    tab.type_into("#current_density_a_per_dm2", &value.to_string())?;
    tab.until(
        "ten minutes",
        "document.querySelector('#answer').textContent.replace(/\\s/g, '') === '10min'",
    )?;
    tab.type_into("#an-target", "0.0000001")?;
    tab.until_text("#an-even", "No value")
}

#[test]
fn ten_thousand_draws_are_made_in_a_worker_while_the_page_goes_on() -> Outcome {
    let tab = analysed(COMPARISON.address)?;
    tab.js::<()>(
        "window.longest = 0; let last = performance.now(); const beat = () => { const now = performance.now(); window.longest = Math.max(window.longest, now - last); last = now; requestAnimationFrame(beat); }; requestAnimationFrame(beat);",
        json!([]),
    )?;
    tab.click("#an-draw")?;
    tab.until_shown("#an-said p")?;
    assert_eq!(tab.count("#chart-101 svg rect")?, 40);
    assert!(
        tab.text("#an-said")?.contains("the alternative is cheaper"),
        "{}",
        tab.text("#an-said")?
    );
    let first = tab.text("#an-said")?;
    tab.click("#an-draw")?;
    tab.until_hidden("#an-progress")?;
    tab.until_shown("#an-said p")?;
    assert_eq!(tab.text("#an-said")?, first, "the same seed draws the same");
    tab.type_into("#price_zinc_cny_per_kg, #minimum_thickness_um", "12")?;
    tab.until_shown("#an-said .stale")?;
    tab.click("#language")?;
    tab.until_text("#an-draw", "模拟")?;
    tab.until_shown("#an-said p")?;
    assert_eq!(tab.console()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn draws_can_be_cancelled_and_a_part_that_cannot_be_loaded_says_so() -> Outcome {
    let tab = analysed(COMPARISON.address)?;
    tab.js::<()>(
        "document.querySelector('#an-draw').click(); document.querySelector('#an-cancel').click()",
        json!([]),
    )?;
    tab.until_hidden("#an-cancel")?;
    tab.until_shown("#an-draw")?;
    // A browser that keeps nothing for use without a network, so that what was not loaded is not there.
    let mut tab = Visitor::default().start()?;
    let (address, copy) = copy_of_site(&tab, "cut")?;
    for kept in ["service-worker.js", "service-worker.js.br", "service-worker.js.gz"] {
        fs::remove_file(copy.join(kept))?;
    }
    tab.site.root = address;
    tab.open(COMPARISON.address)?;
    tab.until_shown("#analyse")?; // all of the page is there; what it loads on demand is not
    cut(&tab, &copy, true)?;
    tab.click("#analyse")?;
    tab.until_text("#analysis-said", "network")?;
    tab.click("header nav a[href$='sources/']")?;
    tab.until_shown("#retry")?;
    cut(&tab, &copy, false)?;
    tab.click("#retry")?;
    tab.until_shown("main tbody tr")
}
