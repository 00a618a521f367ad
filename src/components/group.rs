//! Fields that belong together, with their heading; `Folded` for those that few people need.

use crate::settings::Settings;
use leptos::prelude::*;
use platewise_model::words::Text;

/// Fields that belong together.
#[component]
pub fn Group(title: Text, children: Children) -> AnyView {
    let settings = Settings::of_application();
    view! { <fieldset><legend>{settings.t(title)}</legend>{children()}</fieldset> }.into_any()
}

/// Fields that few people need, folded away until asked for.
#[component]
pub fn Folded(title: Text, children: Children) -> AnyView {
    let settings = Settings::of_application();
    view! { <details class="fold"><summary>{settings.t(title)}</summary>{children()}</details> }.into_any()
}
