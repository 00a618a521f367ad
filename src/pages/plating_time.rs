//! The page of the plating-time calculator: which fields stand where. Everything else is shared.

use crate::components::{
    AnswerPanel, Charts, Choice, Curve, Explanation, Folded, Group, InputsTable, Judgements, Notices, Number, Pins, PinsState, Results, Segmented, TextInput,
    Toolbar,
};
use crate::form::Form;
use crate::router::Router;
use crate::settings::Settings;
use crate::words;
use leptos::prelude::*;
use platewise_model::calculator::{AnyCalculator, Calculator, plating_time::PlatingTime};
use platewise_model::data::Listed;
use platewise_model::data::baths::Bath;

/// Only the baths that give the deposit in force.
fn of_deposit(form: Form, bath: &'static str) -> bool {
    Bath::find(bath).is_some_and(|bath| bath.deposit == form.choice("deposit"))
}

/// The plating-time page.
#[component]
pub fn PlatingTimePage(calculator: &'static AnyCalculator) -> AnyView {
    let settings = Settings::of_application();
    let form = Form::kept(calculator, settings);
    let pins = PinsState::remembered(calculator);
    provide_context(form);
    let sources = use_context::<Router>().map(|router| router.address("sources")).unwrap_or_default();
    view! {
        <h1 tabindex="-1">{settings.t(PlatingTime::TITLE)}</h1>
        <p class="lead">{settings.t(PlatingTime::PURPOSE)}</p>
        <Notices form/>
        <div class="page">
            <form on:submit=|event| event.prevent_default() aria-label=settings.t(words::INPUTS)>
                <Examples form/>
                <Fields form/>
            </form>
            <div class="result">
                <AnswerPanel form><Toolbar form pins/></AnswerPanel>
                <Judgements form/>
                <InputsTable form/>
                <Pins form pins/>
                <Charts form/>
                <Results form/>
                <Explanation form sources/>
            </div>
        </div>
    }
    .into_any()
}

/// Examples to start from.
#[component]
fn Examples(form: Form) -> AnyView {
    let settings = form.settings;
    let presets = (form.calculator.presets)();
    let chosen = RwSignal::new(String::new());
    let choose = move |event| {
        let id = event_target_value(&event);
        if let Some(preset) = presets.iter().find(|preset| preset.id == id) {
            form.open_preset(preset);
        }
        chosen.set(id);
    };
    let teaches = move || presets.iter().find(|preset| preset.id == chosen.get()).map(|preset| settings.text(preset.teaches));
    let options = presets.iter().map(|preset| view! { <option value=preset.id>{settings.t(preset.name)}</option> }).collect_view();
    view! {
        <div class="f examples">
            <div class="top"><label for="example">{settings.t(words::EXAMPLES)}</label></div>
            <select id="example" on:change=choose aria-describedby="example-say"><option value="">{settings.t(words::EXAMPLES_CHOOSE)}</option>{options}</select>
            <p class="say" id="example-say">{teaches}</p>
        </div>
    }
    .into_any()
}

#[component]
fn Fields(form: Form) -> AnyView {
    view! {
        <Group title=words::GROUP_FIND><Segmented form name="solve_for" bare=true/></Group>
        <Group title=words::GROUP_BATH>
            <Choice form name="deposit" also_clear=&["bath"]/>
            <Number form name="nickel_fraction"/>
            <Number form name="iron_fraction"/>
            <Choice form name="bath" only=of_deposit/>
            <Segmented form name="rack_or_barrel"/>
            <Number form name="contact_fraction"/>
        </Group>
        <Group title=words::GROUP_THICKNESS>
            <Number form name="thickness_um"/>
            <Segmented form name="thickness_kind"/>
            <Choice form name="part_class"/>
            <Number form name="minimum_to_average"/>
            <Choice form name="passivate"/>
            <Number form name="zinc_loss_um"/>
            <TextInput form name="designation" placeholder="A3C"/>
        </Group>
        <Group title=words::GROUP_CURRENT>
            <Segmented form name="current_basis"/>
            <Number form name="current_density_a_per_dm2"/>
            <Number form name="current_a"/>
            <Number form name="time_min"/>
            <Segmented form name="efficiency_mode"/>
            <Number form name="efficiency"/>
            <Curve form name="efficiency_curve"/>
            <Segmented form name="calibration_by"/>
            <Number form name="calibration_thickness_um"/>
            <Number form name="calibration_mass_g"/>
            <Number form name="calibration_area_dm2"/>
            <Number form name="calibration_time_min"/>
            <Number form name="calibration_current_density_a_per_dm2"/>
        </Group>
        <Group title=words::GROUP_WORK>
            <Segmented form name="work_basis"/>
            <Number form name="area_dm2"/>
            <Number form name="load_kg"/>
            <Number form name="area_dm2_per_kg"/>
            <Number form name="pieces"/>
        </Group>
        <Folded title=words::GROUP_STEEL>
            <Choice form name="thread" optional=true/>
            <Choice form name="tolerance_position"/>
            <Number form name="tensile_strength_mpa"/>
            <Number form name="hardness_hrc"/>
        </Folded>
        <Folded title=words::GROUP_DETAILS>
            <Number form name="voltage_v"/>
            <Number form name="rectifier_efficiency"/>
            <Number form name="temperature_c"/>
            <Segmented form name="density_model"/>
            <Number form name="density_g_per_cm3"/>
        </Folded>
    }
    .into_any()
}
