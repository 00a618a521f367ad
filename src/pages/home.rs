//! The home page: what there is, and a live example to begin with.

use crate::app::Shell;
use crate::form::Form;
use crate::reactive::*;
use crate::router::Router;
use crate::routes::{self, PAGES, Page};
use crate::screen::{self, Screen};
use crate::settings::Settings;
use crate::{dom, words};
use platewise_model::calculator::{AnyCalculator, Preset};
use platewise_model::entry;
use platewise_model::report::format::escaped;
use platewise_model::words::Text;

/// The fields of the example, the commonest question.
const TRY: [&str; 5] =
    ["bath", "thickness_um", "current_density_a_per_dm2", "part_class", "rack_or_barrel"];

/// What sets the page up with its live example, whose answer is worked out before.
pub fn prepared(
    Shell { settings, router, shown }: Shell,
    calculator: &'static AnyCalculator,
) -> Box<dyn FnOnce()> {
    let form = Form::new(calculator, settings);
    form.type_text("thickness_kind", None, "minimum".to_owned());
    form.outcome.with_untracked(|_| ());
    Box::new(move || {
        let fields = screen::some(calculator, "try", words::HOME_TRY, &TRY);
        let screen = Screen::small(form, fields, router);
        shown.screen.set_value(Some(screen));
        effect(move || {
            let example = screen.markup("", &open_link(settings, router, calculator));
            dom::fill("main", &markup(settings, router, calculator, &example));
            screen.follow();
        });
    })
}

/// The page around the live example, whose markup is given.
fn markup(settings: Settings, router: Router, calculator: &AnyCalculator, example: &str) -> String {
    let word = |text: Text| escaped(settings.text(text));
    let example_of = |preset: &Preset| {
        let state = state_of(calculator, preset, settings);
        let address = router.with_state(calculator.id, &escaped(&state));
        format!(
            "<li><a href=\"{address}\" data-go=\"{1}\" data-state=\"{0}\">{2}</a></li>",
            escaped(&state),
            calculator.id,
            word(preset.name)
        )
    };
    let presets: String = calculator.presets().iter().map(example_of).collect();
    let card = |page: &Page| {
        let examples = if page.slug == calculator.id {
            format!("<ul class=\"presets\">{presets}</ul>")
        } else {
            String::new()
        };
        format!(
            "<li class=\"card\"><h3><a href=\"{}\" data-go=\"{}\">{}</a></h3><p>{}</p>{examples}</li>",
            router.address(page.slug),
            page.slug,
            word(page.title),
            word(page.description)
        )
    };
    let cards: String = PAGES.iter().filter(|page| page.calculator).map(card).collect();
    let reasons: String = words::HOME_REASONS
        .iter()
        .map(|(title, body)| format!("<li><h3>{}</h3><p>{}</p></li>", word(*title), word(*body)))
        .collect();
    format!(
        "<div class=\"hero\"><h1 id=\"heading\" tabindex=\"-1\">{}</h1><p class=\"lead\">{}</p></div><div class=\"try\">{example}</div><section><h2>{}</h2><ul class=\"cards\">{cards}</ul></section><section><h2>{}</h2><ul class=\"reasons\">{reasons}</ul></section>",
        word(routes::HOME_TITLE),
        word(routes::HOME_LEAD),
        word(words::HOME_CALCULATORS),
        word(words::HOME_WHY)
    )
}

/// The state of an example as a link.
fn state_of(calculator: &AnyCalculator, preset: &Preset, settings: Settings) -> String {
    let (language, system) = (settings.language.get(), settings.system.get());
    let (entries, _) = entry::from_inputs(calculator, &preset.to_inputs(), system);
    entry::to_link(calculator, &entries, language.tag(), system)
}

/// The link from the example to the whole calculator.
fn open_link(settings: Settings, router: Router, calculator: &AnyCalculator) -> String {
    format!(
        "<div class=\"do\"><a class=\"button first\" id=\"open-whole\" href=\"{}\" data-go=\"{}\" data-with-state>{}</a></div>",
        router.address(calculator.id),
        calculator.id,
        escaped(settings.text(words::HOME_OPEN))
    )
}
