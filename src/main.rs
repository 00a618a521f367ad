//! The application in the browser: pages over the calculators of the model. `app` is the shell, `form` the state of a calculator, `screen`
//! a calculator on a page, `pages` what differs from page to page.
#![allow(missing_docs, reason = "an application: nobody uses its items from outside; files and the items that need it say what they are")]

mod app;
mod charts;
mod dom;
mod embed;
mod export;
mod form;
mod on_demand;
mod pages;
mod reactive;
mod router;
mod routes;
mod screen;
mod settings;
mod storage;
mod words;
mod worker;

fn main() {
    std::panic::set_hook(Box::new(|panic| {
        let options = web_sys::CustomEventInit::new();
        options.set_detail(&wasm_bindgen::JsValue::from_str(&panic.to_string()));
        let event = web_sys::CustomEvent::new_with_event_init_dict("platewise-crash", &options);
        if let (Some(window), Ok(event)) = (dom::window(), event) {
            let _ = window.dispatch_event(&event); // the panel of boot.js; nothing else is left to try
        }
    }));
    if dom::window().is_some() {
        reactive::start(app::application);
    } else {
        worker::start();
    }
}
