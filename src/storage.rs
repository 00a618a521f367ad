//! What is remembered between visits. Where storage is denied or full, it is remembered until the page is closed, and nothing complains.

use crate::dom;
use std::cell::RefCell;
use std::collections::BTreeMap;

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

/// What is remembered under a key.
pub fn get(key: &str) -> Option<String> {
    let stored = storage().and_then(|storage| storage.get_item(&full(key)).ok().flatten());
    stored.or_else(|| UNTIL_CLOSED.with_borrow(|memory| memory.get(key).cloned()))
}

/// Remembers a value under a key.
pub fn set(key: &str, value: &str) {
    let stored = storage().is_some_and(|storage| storage.set_item(&full(key), value).is_ok());
    UNTIL_CLOSED.with_borrow_mut(|memory| if stored { memory.remove(key) } else { memory.insert(key.to_owned(), value.to_owned()) });
}

/// Forgets a key.
pub fn remove(key: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(&full(key)); // what was never stored need not be removed
    }
    UNTIL_CLOSED.with_borrow_mut(|memory| memory.remove(key));
}

fn full(key: &str) -> String {
    format!("platewise.{key}")
}
