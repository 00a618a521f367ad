//! Part area in the browser: every shape has its own sizes, the answer is the model's, the way on to plating time carries the load.

use crate::support::{object, part_area, until_address_has, until_answer};
use browser_tests::{Failure, Outcome, Visitor};
use platewise_model::calculator::part_area::Shape;
use platewise_model::data::Listed;
use platewise_model::report::Report;
use serde_json::{Value, json};

fn report(inputs: Value) -> Outcome<Report> {
    (part_area()?.evaluate)(&object(inputs)?).outcome.map_err(|problems| Failure::new(format!("the model has no answer: {problems:?}")))
}

#[test]
fn each_shape_shows_its_own_sizes_and_the_models_answer() -> Outcome {
    let tab = Visitor::default().visit("part-area/")?;
    tab.until_shown("#answer")?;
    for shape in Shape::all() {
        tab.choose("#shape", shape.id())?;
        let expected = report(json!({ "shape": shape.id() }))?;
        until_answer(&tab, &crate::support::shown_answer(&expected, crate::support::metric(platewise_model::words::Language::En)))?;
        for size in shape.sizes() {
            assert!(
                tab.count(&format!("#{size}"))? == 1
                    && !tab.js::<bool>("return document.querySelector(arguments[0]).closest('[data-field]').hidden", json!([format!("#{size}")]))?,
                "{} has no {size}",
                shape.id()
            );
        }
        assert_eq!(tab.console()?, Vec::<String>::new(), "{}", shape.id());
    }
    Ok(())
}

#[test]
fn another_thread_brings_its_sizes_and_an_own_size_stays_until_then() -> Outcome {
    let tab = Visitor::default().visit("part-area/#v=1&lang=en&units=metric&shape=hex_bolt&thread=M10&length_mm=50&across_flats_mm=15")?;
    tab.until_shown("#answer")?;
    assert_eq!(tab.value("#across_flats_mm")?, "15");
    tab.choose("#thread", "M12")?;
    tab.until("the hexagon of M12", "document.querySelector('#across_flats_mm').value === '18'")?;
    assert_eq!(tab.value("#length_mm")?, "50", "the length is the visitor's");
    until_address_has(&tab, "thread=M12")
}

#[test]
fn a_part_that_cannot_be_is_told_at_its_field() -> Outcome {
    let tab = Visitor::default().visit("part-area/#v=1&lang=zh&shape=tube&outer_diameter_mm=20&inner_diameter_mm=20")?;
    tab.until_text("[data-field=inner_diameter_mm]", "不可能有这样的工件")?;
    tab.type_into("#inner_diameter_mm", "16")?;
    tab.until_shown("#answer")?;
    tab.until("the problem is gone", "!document.querySelector('[data-field=inner_diameter_mm]').textContent.includes('不可能')")
}

#[test]
fn the_load_goes_on_to_plating_time() -> Outcome {
    let tab = Visitor::default().visit("part-area/")?;
    tab.until_shown("#onward a")?;
    tab.click("#onward a")?;
    tab.until_text("main h1", crate::support::PLATING_TIME.headings[0])?;
    let pieces = report(json!({}))?.results.iter().find(|one| one.name == "pieces_per_load").and_then(|one| one.value).unwrap_or_default();
    tab.until("the pieces are taken over", &format!("document.querySelector('#pieces')?.value === '{pieces}'"))
}
