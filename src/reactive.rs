//! The parts of Leptos in use: signals, memos and effects, and the start of them.

pub use reactive_graph::computed::Memo;
pub use reactive_graph::graph::untrack;
pub use reactive_graph::owner::{Owner, StoredValue, on_cleanup};
pub use reactive_graph::prelude::*;
pub use reactive_graph::signal::RwSignal;

/// Acts now and whenever something changes that was looked at in acting.
pub fn effect(act: impl FnMut() + 'static) {
    run(Box::new(act));
}

/// One effect for whatever acts: one of its own for each would weigh some two kilobytes a piece.
fn run(mut act: Box<dyn FnMut()>) {
    reactive_graph::effect::Effect::new(move |_| act());
}

/// Starts the reactive system and runs what sets the application up; both live as long as the page.
pub fn start(application: impl FnOnce()) {
    let _ = any_spawner::Executor::init_wasm_bindgen(); // fails only when it has been started before
    let owner = Owner::new();
    owner.with(application);
    std::mem::forget(owner);
}
