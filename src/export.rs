//! What leaves the page on the visitor's action: a file to disk, the link to the clipboard, the page to the printer; and a file read back.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Largest file that is read, bytes.
pub const LARGEST_FILE: f64 = 1_000_000.0;

/// Offers a text as a file to be saved. Spreadsheets need the byte-order mark to read Chinese in CSV.
pub fn save(name: &str, kind: &str, text: &str) {
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    let Ok(blob) = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options) else { return };
    let Ok(address) = web_sys::Url::create_object_url_with_blob(&blob) else { return };
    if let Some(link) = document().create_element("a").ok().and_then(|element| element.dyn_into::<web_sys::HtmlAnchorElement>().ok()) {
        link.set_href(&address);
        link.set_download(name);
        link.click();
    }
    set_timeout(
        move || {
            let _ = web_sys::Url::revoke_object_url(&address); // the download has begun long since
        },
        std::time::Duration::from_secs(20),
    );
}

/// Copies a text to the clipboard and tells whether that worked.
pub fn copy(text: String, done: impl Fn(bool) + 'static) {
    spawn_local(async move {
        let clipboard = js_sys::Reflect::get(&window().navigator(), &JsValue::from_str("clipboard")).ok();
        let allowed = clipboard.is_some_and(|clipboard| !clipboard.is_undefined());
        let copied = allowed && JsFuture::from(window().navigator().clipboard().write_text(&text)).await.is_ok();
        done(copied);
    });
}

/// Reads a file that the visitor chose.
pub fn read(file: web_sys::File, done: impl Fn(Option<String>) + 'static) {
    spawn_local(async move {
        let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
        done(text);
    });
}

/// Opens the print dialogue.
pub fn print() {
    let _ = window().print(); // a frame that may not print does nothing
}

/// The whole address of this page with its state.
pub fn address() -> String {
    window().location().href().unwrap_or_default()
}
