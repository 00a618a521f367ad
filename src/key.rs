//! The record of the shop's key: made once, under a lock that all windows share, and never written over but where the reader moves a shop here. Loaded with the
//! papers, as nothing but the seal needs it.

use crate::shop::KEY;
use crate::{dom, storage};
use platewise_model::quotation::key::Key;
use std::cell::RefCell;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::{JsFuture, spawn_local};

thread_local! {
    /// What stood in the record before a shop was moved here, for as long as that can be undone.
    static BEFORE: RefCell<Option<Key>> = const { RefCell::new(None) };
}

/// The key, if the shop has one.
pub fn stored() -> Option<Key> {
    storage::get(KEY).as_deref().and_then(Key::read)
}

/// Does something with the key, which is made where there is none: at once where there is one, since some browsers copy only in the moment of a click.
pub fn with(act: impl FnOnce(Option<Key>) + 'static) {
    match stored() {
        Some(key) => act(Some(key)),
        None => spawn_local(async move {
            make_under_lock().await;
            make(); // where there are no locks
            act(stored());
        }),
    }
}

/// Windows wait for each other, so that only the first makes a key.
async fn make_under_lock() -> Option<()> {
    let navigator = dom::window()?.navigator();
    let locks = js_sys::Reflect::get(&navigator, &"locks".into()).ok()?;
    let request: js_sys::Function =
        js_sys::Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
    let promise =
        request.call2(&locks, &"platewise.key".into(), &Closure::once_into_js(make)).ok()?;
    JsFuture::from(promise.dyn_into::<js_sys::Promise>().ok()?).await.ok().map(drop)
}

fn make() {
    if stored().is_some() {
        return;
    }
    let mut chance = [0_u8; 16];
    let crypto = dom::window().and_then(|window| window.crypto().ok());
    if crypto.is_some_and(|crypto| crypto.get_random_values_with_u8_array(&mut chance).is_ok()) {
        storage::set(KEY, Key::of_chance(chance).write());
    }
}

/// The reader moves a shop here: its key takes the place of the one that stood here, which [`undo`] brings back.
pub fn move_here(key: &Key) {
    BEFORE.set(stored());
    storage::set(KEY, key.write());
}

/// Takes that back.
pub fn undo() {
    match BEFORE.take() {
        Some(key) => storage::set(KEY, key.write()),
        None => storage::remove(KEY),
    }
}
