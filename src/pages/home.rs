//! The home page: what there is, and a live example to begin with.

use crate::components::{AnswerPanel, Choice, Number, Segmented};
use crate::form::Form;
use crate::router::Router;
use crate::settings::Settings;
use crate::words;
use leptos::prelude::*;
use platewise_model::calculator::{self, AnyCalculator};
use platewise_model::data::Listed;
use platewise_model::data::baths::Bath;

/// The home page.
#[component]
pub fn Home() -> AnyView {
    let settings = Settings::of_application();
    let reasons = words::HOME_REASONS.map(|(title, body)| view! { <li><h3>{settings.t(title)}</h3><p>{settings.t(body)}</p></li> });
    view! {
        <div class="hero">
            <h1 tabindex="-1">{settings.t(words::HOME_TITLE)}</h1>
            <p class="lead">{settings.t(words::HOME_LEAD)}</p>
        </div>
        {calculator::ALL.first().map(|calculator| view! { <Try calculator/> })}
        <section><h2>{settings.t(words::HOME_CALCULATORS)}</h2><ul class="cards">{calculator::ALL.iter().map(|one| view! { <Card one/> }).collect_view()}</ul></section>
        <section><h2>{settings.t(words::HOME_WHY)}</h2><ul class="reasons">{reasons.into_iter().collect_view()}</ul></section>
    }
    .into_any()
}

#[component]
fn Card(one: &'static AnyCalculator) -> AnyView {
    let settings = Settings::of_application();
    let router = use_context::<Router>();
    let address = router.map(|router| router.address(one.id)).unwrap_or_default();
    let presets = (one.presets)().iter().map(|preset| view! { <li>{settings.t(preset.name)}</li> }).collect_view();
    view! {
        <li class="card">
            <h3><a href=address>{settings.t(one.title)}</a></h3>
            <p>{settings.t(one.purpose)}</p>
            <ul class="presets">{presets}</ul>
        </li>
    }
    .into_any()
}

/// Only zinc: the example is the commonest question.
fn zinc(_: Form, bath: &'static str) -> bool {
    Bath::find(bath).is_some_and(|bath| bath.deposit == "zinc")
}

/// The live example: a handful of fields of the whole calculator, and its answer.
#[component]
fn Try(calculator: &'static AnyCalculator) -> AnyView {
    let settings = Settings::of_application();
    let form = Form::new(calculator, settings);
    form.type_text("thickness_kind", None, "minimum".to_owned());
    let router = use_context::<Router>();
    let open = move |event: leptos::ev::MouseEvent| {
        if let Some(router) = router {
            event.prevent_default();
            router.go(calculator.id, &untrack(|| form.link()));
        }
    };
    let address = move || format!("{}#{}", router.map(|router| router.address(calculator.id)).unwrap_or_default(), form.link());
    view! {
        <section class="try">
            <h2>{settings.t(words::HOME_TRY)}</h2>
            <div class="page">
                <form on:submit=|event| event.prevent_default() aria-label=settings.t(words::INPUTS)>
                    <fieldset>
                        <Choice form name="bath" only=zinc/>
                        <Number form name="thickness_um"/>
                        <Number form name="current_density_a_per_dm2"/>
                        <Choice form name="part_class"/>
                        <Segmented form name="rack_or_barrel" also_clear=&["part_class"]/>
                    </fieldset>
                </form>
                <div class="result">
                    <AnswerPanel form><div class="do"><a class="button first" href=address on:click=open>{settings.t(words::HOME_OPEN)}</a></div></AnswerPanel>
                </div>
            </div>
        </section>
    }
    .into_any()
}
