use crate::support::{calculator_page, metric, report_of};
use browser_tests::{Outcome, Tab};
use platewise_model::output::html;
use platewise_model::words::Language;
use serde_json::json;

fn drawings(tab: &Tab) -> Outcome<Vec<String>> {
    tab.js(
        "return [...document.querySelectorAll('#charts figure svg')].map(svg => svg.innerHTML)",
        json!([]),
    )
}

#[test]
fn each_chart_is_drawn_follows_the_inputs_and_has_a_table() -> Outcome {
    let tab = calculator_page()?;
    let charts = report_of(json!({}))?.charts;
    tab.until(
        "the charts",
        &format!("document.querySelectorAll('#charts figure svg').length === {}", charts.len()),
    )?;
    assert_eq!(tab.count("#charts .astable")?, charts.len());
    tab.js::<()>("document.querySelectorAll('#charts .astable').forEach((one, position) => one.dataset.position = position)", json!([]))?;
    for (position, chart) in charts.iter().enumerate() {
        let details = format!("#charts .astable[data-position='{position}']");
        tab.click(&format!("{details} summary"))?;
        tab.until_shown(&format!("{details} table"))?;
        let rows = html::figure_table(chart, metric(Language::En)).matches("<tr>").count();
        assert_eq!(tab.count(&format!("{details} tr"))?, rows);
    }
    let before = drawings(&tab)?;
    assert!(before.iter().all(|drawing| drawing.len() > 500));
    tab.type_into("#thickness_um", "44")?;
    tab.type_into("#current_density_a_per_dm2", "3.3")?;
    let are_others = |after: &[String]| {
        after.len() == before.len()
            && after.iter().zip(&before).all(|(after, before)| after != before)
    };
    tab.until_holds("other drawings", || Ok(are_others(&drawings(&tab)?)))?;
    tab.click("#language")?;
    tab.until(
        "Chinese drawings",
        "[...document.querySelectorAll('#charts figure')].every(figure => /[\\u4e00-\\u9fff]/.test(figure.querySelector('svg').textContent))",
    )
}

#[test]
fn a_chart_fits_its_place_at_any_width() -> Outcome {
    let tab = calculator_page()?;
    // WebKit lays out nothing that may be left out while it is out of sight.
    tab.until("the charts", "document.querySelectorAll('#charts figure svg').length > 0")?;
    tab.js::<()>("document.querySelectorAll('#charts > section').forEach(one => one.style.contentVisibility = 'visible')", json!([]))?;
    for width in [320, 700, 1280, 1920] {
        tab.size(width, 900)?;
        tab.until(
            "charts that fit",
            "[...document.querySelectorAll('#charts figure')].every(figure => {
                const [outer, inner] = [figure, figure.querySelector('svg')].map(one => one.getBoundingClientRect());
                return inner.width > 200 && inner.left >= outer.left - 1 && inner.right <= outer.right + 1;
            })",
        )?;
    }
    Ok(())
}
