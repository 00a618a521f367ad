use crate::support::{HOME, PLATING_TIME, calculator_page, with_script};
use browser_tests::{Outcome, Visitor};
use serde_json::json;

/// Notes the theme at the first frame that has a body, which is the first that can be painted.
const THEME_AT_FIRST_FRAME: &str =
    "const look = () => document.body ? window.firstTheme = document.documentElement.dataset.theme ?? 'auto' : requestAnimationFrame(look);
    requestAnimationFrame(look);";

#[test]
fn the_theme_is_remembered_and_set_before_anything_is_painted() -> Outcome {
    let tab = with_script(&Visitor::default(), THEME_AT_FIRST_FRAME)?;
    tab.open(PLATING_TIME.address)?;
    let ground = tab.style("html", "background-color")?;
    assert_eq!(tab.js::<String>("return window.firstTheme", json!([]))?, "auto");
    tab.click("#theme")?;
    tab.until("the dark theme", "document.documentElement.dataset.theme === 'dark'")?;
    assert_ne!(tab.style("html", "background-color")?, ground);
    let dark = tab.style("html", "background-color")?;
    tab.reload()?;
    assert_eq!(tab.js::<String>("return window.firstTheme", json!([]))?, "dark");
    assert_eq!(tab.style("html", "background-color")?, dark);
    tab.open(HOME.address)?;
    assert_eq!(tab.js::<String>("return window.firstTheme", json!([]))?, "dark");
    tab.click("#theme")?;
    tab.until("the light theme", "document.documentElement.dataset.theme === 'light'")?;
    assert_eq!(tab.style("html", "background-color")?, ground);
    tab.click("#theme")?;
    tab.until("the theme of the device", "!document.documentElement.dataset.theme")
}

#[test]
fn the_device_decides_the_theme_until_the_reader_does() -> Outcome {
    let light = Visitor::default().visit(HOME.address)?;
    let dark = Visitor::default().in_the_dark().visit(HOME.address)?;
    assert_ne!(light.style("html", "background-color")?, dark.style("html", "background-color")?);
    light.click("#theme")?;
    light.until("the dark theme", "document.documentElement.dataset.theme === 'dark'")?;
    assert_eq!(
        light.style("html", "background-color")?,
        dark.style("html", "background-color")?,
        "chosen and set by the device look the same"
    );
    Ok(())
}

#[test]
fn language_and_units_are_remembered() -> Outcome {
    let tab = calculator_page()?;
    let (button, units) = (tab.text("#language")?, tab.text("#units")?);
    tab.click("#language")?;
    tab.click("#units")?;
    tab.until(
        "the other units",
        &format!("document.querySelector('#units').textContent.trim() !== {}", json!(units)),
    )?;
    let units = tab.text("#units")?;
    tab.open_afresh(HOME.address)?;
    assert_eq!(tab.attribute("html", "lang")?.as_deref(), Some("zh"));
    assert_eq!(tab.text("#units")?, units);
    assert_ne!(tab.text("#language")?, button);
    Ok(())
}
