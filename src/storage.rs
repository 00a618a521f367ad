//! What is remembered between visits. Where storage is denied or full, it is remembered until the page is closed, and nothing complains.

use crate::dom;
use std::cell::RefCell;
use std::collections::BTreeMap;
use wasm_bindgen::JsCast as _;

thread_local! {
    static UNTIL_CLOSED: RefCell<BTreeMap<String, String>> = const { RefCell::new(BTreeMap::new()) };
}

/// Where it is remembered; nowhere in a frame of somebody else's page.
fn storage() -> Option<web_sys::Storage> {
    if dom::root_attribute("data-embed").is_some() {
        return None;
    }
    dom::window()?.local_storage().ok().flatten()
}

/// What is remembered under a key. What could not be stored is newer than what is.
pub fn get(key: &str) -> Option<String> {
    let stored = || storage().and_then(|storage| storage.get_item(&full(key)).ok().flatten());
    UNTIL_CLOSED.with_borrow(|memory| memory.get(key).cloned()).or_else(stored)
}

/// Remembers a value under a key.
pub fn set(key: &str, value: &str) {
    let stored = storage().is_some_and(|storage| storage.set_item(&full(key), value).is_ok());
    UNTIL_CLOSED.with_borrow_mut(|memory| {
        if stored { memory.remove(key) } else { memory.insert(key.to_owned(), value.to_owned()) }
    });
}

/// Forgets a key.
pub fn remove(key: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(&full(key)); // what was never stored need not be removed
    }
    UNTIL_CLOSED.with_borrow_mut(|memory| memory.remove(key));
}

/// What this window alone remembers under a key, as long as it is open: other windows have their own.
pub fn of_window(key: &str) -> Option<String> {
    window_storage()?.get_item(&full(key)).ok().flatten()
}

/// Remembers a value under a key, for this window alone.
pub fn set_of_window(key: &str, value: &str) {
    if let Some(storage) = window_storage() {
        let _ = storage.set_item(&full(key), value); // without it a window that is loaded anew begins with what all remember
    }
}

fn window_storage() -> Option<web_sys::Storage> {
    if dom::root_attribute("data-embed").is_some() {
        return None;
    }
    dom::window()?.session_storage().ok().flatten()
}

/// What another window has changed, by its key, and what stands there now.
pub fn changed(event: &web_sys::Event) -> Option<(String, Option<String>)> {
    let event = event.dyn_ref::<web_sys::StorageEvent>()?;
    Some((event.key()?.strip_prefix(&full(""))?.to_owned(), event.new_value()))
}

fn full(key: &str) -> String {
    format!("platewise.{key}")
}
