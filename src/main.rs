//! The application in the browser: pages over the calculators of the model; built for anything else, the command line. `app` is the shell, `form` the state of a calculator, `screen`
//! a calculator on a page, `pages` what differs from page to page.
#![allow(
    missing_docs,
    reason = "an application: nobody uses its items from outside; files and the items that need it say what they are"
)]

#[cfg(target_family = "wasm")]
mod app;
#[cfg(target_family = "wasm")]
mod charts;
#[cfg(target_family = "wasm")]
mod dom;
#[cfg(target_family = "wasm")]
mod embed;
#[cfg(target_family = "wasm")]
mod export;
#[cfg(target_family = "wasm")]
mod form;
#[cfg(target_family = "wasm")]
mod key;
#[cfg(target_family = "wasm")]
mod on_demand;
#[cfg(target_family = "wasm")]
mod pages;
#[cfg(target_family = "wasm")]
mod reactive;
#[cfg(target_family = "wasm")]
mod router;
#[cfg(target_family = "wasm")]
mod routes;
#[cfg(target_family = "wasm")]
mod screen;
#[cfg(target_family = "wasm")]
mod settings;
#[cfg(target_family = "wasm")]
mod shop;
#[cfg(target_family = "wasm")]
mod storage;
#[cfg(target_family = "wasm")]
mod words;
#[cfg(target_family = "wasm")]
mod worker;

#[cfg(not(target_family = "wasm"))]
fn main() -> std::process::ExitCode {
    platewise_model::command_line::main()
}

#[cfg(target_family = "wasm")]
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
        dom::after(std::time::Duration::ZERO, || reactive::start(app::application)); // what was compiled a moment ago took long enough on a slow phone
    } else {
        worker::start();
    }
}
