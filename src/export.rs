//! What leaves the page on the visitor's action: a file to disk, the link to the clipboard, the page to the printer; and a file read back.

use crate::{dom, router};
use platewise_model::{COMMIT, DATA_VERSION, ENGINE_VERSION};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// Largest file that is read, bytes.
pub const LARGEST_FILE: f64 = 1_000_000.0;

/// What a workbook is to a browser.
pub const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Versions that stamp every export.
pub fn stamp() -> String {
    [
        "Platewise ",
        ENGINE_VERSION,
        &COMMIT.map(|commit| [" (", commit, ")"].concat()).unwrap_or_default(),
        ", ",
        DATA_VERSION,
    ]
    .concat()
}

/// Offers a text or bytes as a file to be saved. Spreadsheets need the byte-order mark to read Chinese in CSV.
pub fn save(name: &str, kind: &str, content: &JsValue) {
    let parts = js_sys::Array::of1(content);
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    let Ok(blob) = web_sys::Blob::new_with_str_sequence_and_options(&parts, &options) else {
        return;
    };
    let Ok(address) = web_sys::Url::create_object_url_with_blob(&blob) else { return };
    let link = dom::document().and_then(|document| document.create_element("a").ok());
    if let Some(link) =
        link.and_then(|element| element.dyn_into::<web_sys::HtmlAnchorElement>().ok())
    {
        link.set_href(&address);
        link.set_download(name);
        link.click();
    }
    dom::after(std::time::Duration::from_secs(20), move || {
        let _ = web_sys::Url::revoke_object_url(&address); // the download has begun long since
    });
}

/// Copies a text to the clipboard and tells whether that worked.
pub fn copy(text: String, done: impl Fn(bool) + 'static) {
    spawn_local(async move {
        let navigator = dom::window().map(|window| window.navigator());
        // Where the page is not secure there is no clipboard, whatever the types say.
        let allowed = navigator.filter(|navigator| {
            js_sys::Reflect::get(navigator, &JsValue::from_str("clipboard"))
                .is_ok_and(|clipboard| clipboard.is_truthy())
        });
        let copied = match allowed {
            Some(navigator) => {
                JsFuture::from(navigator.clipboard().write_text(&text)).await.is_ok()
            }
            None => false,
        };
        done(copied);
    });
}

/// Reads a file that the visitor chose.
pub fn read(file: web_sys::File, done: impl Fn(Option<Vec<u8>>) + 'static) {
    spawn_local(async move {
        let bytes = JsFuture::from(file.array_buffer()).await.ok();
        done(bytes.map(|bytes| js_sys::Uint8Array::new(&bytes).to_vec()));
    });
}

/// Opens the print dialogue.
pub fn print() {
    let _ = dom::window().map(|window| window.print()); // a frame that may not print does nothing
}

/// The address of this page with a state. From disk it is that of the published page where the build knows it, and else none: the path on this device is
/// nobody's business.
pub fn address_of(state: &str) -> String {
    let address =
        dom::window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    if !address.starts_with("file:") {
        return [address.split('#').next().unwrap_or_default(), &router::hash_of(state)].concat();
    }
    let published =
        |origin: &str| [origin.trim_end_matches('/'), "/", &router::slug(), "/#", state].concat();
    option_env!("PLATEWISE_ORIGIN").map_or_else(String::new, published)
}

/// The visitor's day, as in ISO 8601.
pub fn today() -> String {
    let now = js_sys::Date::new_0();
    format!("{}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}
