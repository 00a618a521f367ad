//! The home page: what there is, and a live example to begin with.

use crate::form::Form;
use crate::reactive::*;
use crate::router::Router;
use crate::screen::{Control, Group, group, row};
use crate::settings::Settings;
use crate::words;
use platewise_model::calculator::{self, AnyCalculator, Preset};
use platewise_model::data::Listed;
use platewise_model::data::baths::Bath;
use platewise_model::entry;
use platewise_model::report::format::escaped;
use platewise_model::words::Text;

/// Only zinc: the example is the commonest question.
fn zinc(_: Form, bath: &str) -> bool {
    Bath::find(bath).is_some_and(|bath| bath.deposit == "zinc")
}

/// The fields of the example.
pub static LAYOUT: &[Group] = &[group(
    words::HOME_TRY,
    &[
        row("bath", Control::List(Some(zinc))).saying(super::plating_time::window),
        row("thickness_um", Control::Number),
        row("current_density_a_per_dm2", Control::Number),
        row("part_class", Control::List(None)),
        row("rack_or_barrel", Control::Segments).clearing(&["part_class"]),
    ],
)];

/// The page around the live example, whose markup is given.
pub fn markup(settings: Settings, router: Router, example: &str) -> String {
    let word = |text: Text| escaped(settings.text(text));
    let card = |one: &AnyCalculator| {
        let address = router.address(one.id);
        let example = |preset: &Preset| {
            let state = state_of(one, preset, settings);
            format!("<li><a href=\"{address}#{0}\" data-go=\"{1}\" data-state=\"{0}\">{2}</a></li>", escaped(&state), one.id, word(preset.name))
        };
        let presets: String = (one.presets)().iter().map(example).collect();
        format!(
            "<li class=\"card\"><h3><a href=\"{address}\" data-go=\"{}\">{}</a></h3><p>{}</p><ul class=\"presets\">{presets}</ul></li>",
            one.id,
            word(one.title),
            word(one.purpose)
        )
    };
    let cards: String = calculator::ALL.iter().map(card).collect();
    let reasons: String = words::HOME_REASONS.iter().map(|(title, body)| format!("<li><h3>{}</h3><p>{}</p></li>", word(*title), word(*body))).collect();
    format!(
        "<div class=\"hero\"><h1 tabindex=\"-1\">{}</h1><p class=\"lead\">{}</p></div><div class=\"try\">{example}</div><section><h2>{}</h2><ul class=\"cards\">{cards}</ul></section><section><h2>{}</h2><ul class=\"reasons\">{reasons}</ul></section>",
        word(words::HOME_TITLE),
        word(words::HOME_LEAD),
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
pub fn open_link(settings: Settings, router: Router, calculator: &AnyCalculator) -> String {
    format!(
        "<div class=\"do\"><a class=\"button first\" id=\"open-whole\" href=\"{}\" data-go=\"{}\" data-with-state>{}</a></div>",
        router.address(calculator.id),
        calculator.id,
        escaped(settings.text(words::HOME_OPEN))
    )
}
