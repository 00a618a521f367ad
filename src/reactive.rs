//! The parts of Leptos in use: signals, memos and effects, and the start of them.

pub use reactive_graph::computed::Memo;
pub use reactive_graph::effect::Effect;
pub use reactive_graph::graph::untrack;
pub use reactive_graph::owner::{Owner, StoredValue, on_cleanup};
pub use reactive_graph::prelude::*;
pub use reactive_graph::signal::RwSignal;

/// Starts the reactive system and runs what sets the application up; both live as long as the page.
pub fn start(application: impl FnOnce()) {
    let _ = any_spawner::Executor::init_wasm_bindgen(); // fails only when it has been started before
    let owner = Owner::new();
    owner.with(application);
    std::mem::forget(owner);
}
