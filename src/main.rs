//! The application in the browser: pages over the calculators of the model. `app` is the shell, `form` the state of a calculator on a page,
//! `components` what pages are made of, `pages` the pages.
#![allow(missing_docs, reason = "an application: nobody uses its items from outside; files and the items that need it say what they are")]

mod app;
mod charts;
mod dom;
mod export;
mod form;
mod pages;
mod router;
mod routes;
mod screen;
mod settings;
mod storage;
mod words;

use leptos::prelude::*;

fn main() {
    std::panic::set_hook(Box::new(|panic| {
        let options = web_sys::CustomEventInit::new();
        options.set_detail(&wasm_bindgen::JsValue::from_str(&panic.to_string()));
        if let Ok(event) = web_sys::CustomEvent::new_with_event_init_dict("platewise-crash", &options) {
            let _ = window().dispatch_event(&event); // the panel of boot.js; nothing else is left to try
        }
    }));
    let place = document().get_element_by_id("app");
    if let Some(place) = place.and_then(|place| wasm_bindgen::JsCast::dyn_into::<web_sys::HtmlElement>(place).ok()) {
        place.set_inner_html(""); // the static text has done its work
        mount_to(place, app::Application).forget();
    }
}
