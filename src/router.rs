//! The few lines of router that static pages need: which page an address means, and changing it without reloading. The state of a
//! calculator lives behind `#` and is not the router's business.

use crate::dom;
use crate::reactive::*;
use crate::routes::PAGES;
use std::cell::Cell;

thread_local! {
    /// Whether the state in the address was put there by a link of a page here, and not by whoever sent an address.
    static FROM_HERE: Cell<bool> = const { Cell::new(false) };
}

/// Whether the state in the address comes from a page here; asked once.
pub fn comes_from_here() -> bool {
    FROM_HERE.take()
}

/// Which page is shown: its position in the table, or none for an address that is not there.
#[derive(Clone, Copy)]
pub struct Router {
    /// Position in the table of pages.
    pub page: RwSignal<Option<usize>>,
    /// Whether one calculator stands alone in a frame of somebody else's page: there is no going anywhere.
    pub embedded: bool,
    root: StoredValue<String>,
}

impl Router {
    /// Reads the address and follows the browser's back and forward.
    pub fn start() -> Self {
        let root = root();
        let page = RwSignal::new(current(&root));
        let router = Self {
            page,
            embedded: dom::root_attribute("data-embed").is_some(),
            root: StoredValue::new(root),
        };
        dom::listen("popstate", move |_| {
            let page = router.root.with_value(|root| current(root));
            if router.page.get_untracked() != page {
                router.page.set(page);
            }
        });
        router
    }

    /// The address of a page.
    pub fn address(self, slug: &str) -> String {
        self.root.with_value(|root| {
            if slug.is_empty() { root.clone() } else { [root, slug, "/"].concat() }
        })
    }

    /// The address of a page with a state.
    pub fn with_state(self, slug: &str, state: &str) -> String {
        [
            self.address(slug).as_str(),
            if state.is_empty() || is_one_file() { "" } else { "#" },
            state,
        ]
        .concat()
    }

    /// Whether all pages are in one file, which has nothing beside it.
    pub fn is_one_file(self) -> bool {
        is_one_file()
    }

    /// Goes to a page, with a state behind `#` if there is one.
    pub fn go(self, slug: &str, state: &str) {
        let address = self.with_state(slug, state);
        let Some(window) = dom::window() else { return };
        let pushed = window.history().and_then(|history| {
            history.push_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&address))
        });
        if pushed.is_err() {
            let _ = window.location().set_href(&address); // a browser that keeps no history still opens the page
            return;
        }
        FROM_HERE.set(!state.is_empty());
        self.page.set(PAGES.iter().position(|page| page.slug == slug));
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

fn location() -> Option<web_sys::Location> {
    dom::window().map(|window| window.location())
}

/// Whether all pages are in one file: then the name of the page stands behind `#` too, before the state, as in `#/plating-time/v=1`.
fn is_one_file() -> bool {
    dom::root_attribute("data-one-file").is_some()
}

/// The path of the root: where the page says it is, from its own address.
fn root() -> String {
    if is_one_file() {
        return "#/".to_owned();
    }
    let relative = dom::root_attribute("data-root").unwrap_or_else(|| "./".to_owned());
    let location = location().and_then(|location| location.href().ok()).unwrap_or_default();
    web_sys::Url::new_with_base(&relative, &location)
        .map(|url| url.pathname())
        .unwrap_or_else(|_| "/".to_owned())
}

fn current(root: &str) -> Option<usize> {
    let path = location().and_then(|location| location.pathname().ok()).unwrap_or_default();
    let below =
        path.strip_prefix(root).unwrap_or("").trim_end_matches("index.html").trim_matches('/');
    let embedded = dom::root_attribute("data-embed");
    let hash = behind_hash();
    let slug = if is_one_file() { parted(&hash).0 } else { embedded.as_deref().unwrap_or(below) };
    PAGES.iter().position(|page| page.slug == slug)
}

/// The name of the page and the state, as they stand behind `#` where all pages are in one file.
fn parted(hash: &str) -> (&str, &str) {
    hash.strip_prefix('/').map_or(("", hash), |rest| rest.split_once('/').unwrap_or(("", rest)))
}

fn behind_hash() -> String {
    location()
        .and_then(|location| location.hash().ok())
        .unwrap_or_default()
        .trim_start_matches('#')
        .to_owned()
}

/// The state that stands behind `#` in the address bar.
pub fn state() -> String {
    let hash = behind_hash();
    if is_one_file() { parted(&hash).1.to_owned() } else { hash }
}

/// The name of the page, where all pages are in one file.
pub fn slug() -> String {
    parted(&behind_hash()).0.to_owned()
}

/// What an address of this page with a state ends in.
pub fn hash_of(state: &str) -> String {
    if is_one_file() {
        ["#/", parted(&behind_hash()).0, "/", state].concat()
    } else {
        ["#", state].concat()
    }
}

/// Writes the state behind `#` without a new entry in the history.
pub fn replace_state(state: &str) {
    let address = if state.is_empty() && !is_one_file() {
        location().and_then(|location| location.pathname().ok()).unwrap_or_default()
    } else {
        hash_of(state)
    };
    if let Some(Ok(history)) = dom::window().map(|window| window.history()) {
        // Engines throttle this call; the next one brings the address up to date.
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&address));
    }
}
