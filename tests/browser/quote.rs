//! The quote in the browser: lines become a price that is the model's, the shop stays at home, problems stand at their line.

use crate::support::{metric, object, price, quote, shown_answer, until_address_has, until_answer};
use browser_tests::{Failure, Outcome, Visitor};
use platewise_model::report::Report;
use platewise_model::words::Language;
use serde_json::{Value, json};
use std::fs;

fn report(inputs: Value) -> Outcome<Report> {
    quote()?
        .evaluate_fully(&object(inputs)?)
        .outcome
        .map_err(|problems| Failure::new(format!("the model has no answer: {problems:?}")))
}

#[test]
fn a_line_becomes_a_price_and_the_shop_stays_at_home() -> Outcome {
    let tab = Visitor::default().visit("quote/#v=1&lang=en&units=metric")?;
    tab.until_shown("#answer")?;
    tab.click("[data-row-open='lines.1']")?;
    tab.until_shown("[id='lines.1.name']")?;
    tab.type_into("[id='lines.1.name']", "DWG-7")?;
    tab.type_into("[id='lines.1.quantities']", "1000 5000")?;
    tab.pick("lines.1.top_coat", "sealer")?;
    tab.type_into("[id='shop.margin']", "35")?;
    tab.type_into("[id='shop.name']", "Hidden Works")?;
    let lines = json!([{ "name": "DWG-7", "quantities": [1000, 5000], "top_coat": "sealer" }]);
    let expected = report(json!({ "lines": lines, "shop.margin": 0.35 }))?;
    until_answer(&tab, &shown_answer(&expected, metric(Language::En)))?;
    tab.until_text("#results", "Line 1: DWG-7")?;
    until_address_has(&tab, "lines=name,top_coat,quantities;DWG-7,sealer,1000%205000")?;
    let address = tab.js::<String>("return 'quote/' + location.hash", json!([]))?;
    assert!(!address.contains("shop") && !address.contains("Hidden"), "{address}");

    // Another link leaves the shop where it is, and so does an example.
    tab.open_afresh("quote/#v=1&lang=en&units=metric&lines=thread,quantities;M10,700")?;
    price(&tab)?;
    tab.until_shown("#answer")?;
    tab.until(
        "the shop is there",
        "document.querySelector(\"[id='shop.name']\")?.value === 'Hidden Works'",
    )?;
    until_answer(
        &tab,
        &shown_answer(
            &report(
                json!({ "lines": [{ "thread": "M10", "quantities": [700] }], "shop.margin": 0.35 }),
            )?,
            metric(Language::En),
        ),
    )?;
    tab.choose("#example", "four_small_lots")?;
    tab.until("four lines", "document.querySelectorAll('#lines-rows .row').length === 4")?;
    tab.until_text("#further", "its price and the fee of further lines")?;
    assert_eq!(tab.value("[id='shop.margin']")?, "35");
    assert_eq!(tab.console()?, Vec::<String>::new());

    // Somebody else has a shop of their own.
    let other = Visitor::default().visit(&address)?;
    price(&other)?;
    other.until_shown("#answer")?;
    assert_eq!(other.value("[id='shop.name']")?, "");
    until_answer(&other, &shown_answer(&report(json!({ "lines": lines }))?, metric(Language::En)))
}

#[test]
fn quantities_that_do_not_rise_are_told_at_their_line() -> Outcome {
    let tab = Visitor::default()
        .visit("quote/#v=1&lang=zh&units=metric&lines=thread,quantities;M8,1000;M6,500%20200")?;
    tab.until_text("#problems", "逐档递增")?;
    tab.click("#problems [data-focus='lines.2.quantities']")?;
    tab.until(
        "the line is open at its field",
        "document.activeElement.id === 'lines.2.quantities'",
    )?;
    tab.type_into("[id='lines.2.quantities']", "200 500")?;
    tab.until_hidden("#problems li")?;
    price(&tab)?;
    tab.until_shown("#answer")?;
    assert_eq!(tab.console()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn a_request_takes_the_place_of_the_line_that_stands_there_by_default() -> Outcome {
    let tab = Visitor::default().visit("quote/#v=1&lang=zh&units=metric")?;
    tab.until_shown("#answer")?;
    let path = tab.download_folder()?.join("request.csv");
    fs::write(
        &path,
        "图号,类型,规格,长(mm),镀层,数量\nA-1,六角头螺栓,M8,40,Fe/Zn 8,1000 5000\n=A-2,平垫圈,M6,,A3C,300\n",
    )?;
    tab.give_file("#lines-import", &path)?;
    tab.until_text("#lines-preview", "数据行：2")?;
    tab.click("#lines-take")?;
    tab.until("the lines", "document.querySelectorAll('#lines-rows .row').length === 2")?;
    tab.until_text("#results", "第 2 项：=A-2")?;
    let lines = json!([
        { "name": "A-1", "shape": "hex_bolt", "thread": "M8", "length_mm": 40, "designation": "Fe/Zn 8", "quantities": [1000, 5000] },
        { "name": "=A-2", "shape": "washer", "thread": "M6", "designation": "A3C", "quantities": [300] },
    ]);
    until_answer(&tab, &shown_answer(&report(json!({ "lines": lines }))?, metric(Language::Zh)))
}
