//! The few things done to the document: find, fill, mark. Nothing here fails: what is not there is left alone.

use std::time::Duration;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, Element, HtmlElement, Window};

/// The window; none where there is no browser.
pub fn window() -> Option<Window> {
    web_sys::window()
}

/// The document.
pub fn document() -> Option<Document> {
    window()?.document()
}

/// The element of a name.
pub fn by_id(id: &str) -> Option<Element> {
    document()?.get_element_by_id(id)
}

/// The first element that a selector finds.
pub fn first(selector: &str) -> Option<Element> {
    document()?.query_selector(selector).ok().flatten()
}

/// Sets or takes an attribute of the whole document.
pub fn mark_root(name: &str, value: Option<&str>) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        attribute(&root, name, value);
    }
}

/// Adds styles. A sheet made by script is allowed where pages may not carry styles in their markup; none where the browser has no such sheets.
pub fn add_styles(styles: &str) -> Option<web_sys::CssStyleSheet> {
    let sheet = web_sys::CssStyleSheet::new().ok()?;
    sheet.replace_sync(styles).ok()?;
    let document = document()?;
    let sheets = js_sys::Reflect::get(&document, &"adoptedStyleSheets".into()).ok()?;
    let all = js_sys::Array::from(&sheets);
    all.push(&sheet);
    js_sys::Reflect::set(&document, &"adoptedStyleSheets".into(), &all).ok()?;
    Some(sheet)
}

/// An attribute of the whole document.
pub fn root_attribute(name: &str) -> Option<String> {
    document()?.document_element()?.get_attribute(name)
}

/// Catches an event of the window for as long as the page lives.
pub fn listen(event: &str, act: impl FnMut(web_sys::Event) + 'static) {
    listen_by(event, Box::new(act));
}

/// The same, once for whatever acts: what makes a function of JavaScript of it weighs; so below.
fn listen_by(event: &str, act: Box<dyn FnMut(web_sys::Event)>) {
    let act = Closure::wrap(act).into_js_value();
    if let Some(window) = window() {
        let _ = window.add_event_listener_with_callback(event, act.unchecked_ref()); // a function is a listener
    }
}

/// Acts after a while.
pub fn after(wait: Duration, act: impl FnOnce() + 'static) {
    after_by(wait, Box::new(act));
}

fn after_by(wait: Duration, act: Box<dyn FnOnce()>) {
    let act = Closure::once_into_js(act);
    let wait = i32::try_from(wait.as_millis()).unwrap_or(i32::MAX);
    if let Some(window) = window() {
        let _ =
            window.set_timeout_with_callback_and_timeout_and_arguments_0(act.unchecked_ref(), wait); // a function can be timed
    }
}

/// Acts before the next paint.
pub fn before_paint(act: impl FnOnce() + 'static) {
    before_paint_by(Box::new(act));
}

fn before_paint_by(act: Box<dyn FnOnce()>) {
    let act = Closure::once_into_js(act);
    if let Some(window) = window() {
        let _ = window.request_animation_frame(act.unchecked_ref()); // a function can be called back
    }
}

/// The element of a name as one that can be focused, hidden, styled.
pub fn html(id: &str) -> Option<HtmlElement> {
    by_id(id)?.dyn_into().ok()
}

/// Says that the page is on its way, for those who cannot see it.
pub fn busy(waiting: bool) {
    if let Some(main) = by_id("main") {
        attribute(&main, "aria-busy", waiting.then_some("true"));
    }
}

/// Fills an element; whatever had the focus inside and is there again keeps it, by its name or by that which `data-id` says it will have,
/// and what was unfolded stays so as long as there are as many folds.
pub fn fill(id: &str, markup: &str) {
    let Some(element) = by_id(id) else { return };
    let folds = || element.get_elements_by_tag_name("details");
    let before = folds();
    let count = before.length();
    let open: Vec<u32> = (0..count)
        .filter(|place| before.item(*place).is_some_and(|fold| fold.has_attribute("open")))
        .collect();
    let focused = document()
        .and_then(|document| document.active_element())
        .filter(|active| element.contains(Some(active)))
        .map(|active| active.get_attribute("data-id").unwrap_or_else(|| active.id()))
        .filter(|id| !id.is_empty());
    element.set_inner_html(markup);
    if !open.is_empty() && folds().length() == count {
        let unfolded = open.iter().filter_map(|place| folds().item(*place));
        unfolded.for_each(|fold| attribute(&fold, "open", Some("")));
    }
    if let Some(again) = focused.and_then(|id| html(&id)) {
        let _ = again.focus(); // it had the focus before
    }
}

/// Adds to the end of an element.
pub fn append(id: &str, markup: &str) {
    if let Some(element) = by_id(id) {
        let _ = element.insert_adjacent_html("beforeend", markup); // the place is one of the four
    }
}

/// Sets or removes an attribute.
pub fn attribute(element: &Element, name: &str, value: Option<&str>) {
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    }; // the names are ours and valid
}

/// Hides or shows.
pub fn hide(element: &Element, hidden: bool) {
    attribute(element, "hidden", hidden.then_some(""));
}

/// Adds or removes a class.
pub fn mark(element: &Element, class: &str, on: bool) {
    let _ = element.class_list().toggle_with_force(class, on); // the names are ours and valid
}

/// The nearest element at or above an event's target that matches, with the value of an attribute of it.
pub fn nearest(event: &web_sys::Event, attribute: &str) -> Option<(Element, String)> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let found = target.closest(&format!("[{attribute}]")).ok().flatten()?;
    let value = found.get_attribute(attribute)?;
    Some((found, value))
}

/// Whether the section that an element stands in is in view. Asked of the section: what is in it may not even be laid out.
pub fn section_in_view(id: &str) -> bool {
    let section =
        by_id(id).and_then(|element| element.closest("section").ok().flatten().or(Some(element)));
    let height =
        window().and_then(|window| window.inner_height().ok()?.as_f64()).unwrap_or_default();
    section.is_some_and(|section| {
        let place = section.get_bounding_client_rect();
        place.bottom() > 0.0 && place.top() < height
    })
}

/// Focuses an element.
pub fn focus(id: &str) {
    if let Some(element) = html(id) {
        let _ = element.focus(); // a hidden element takes none
    }
}

/// Catches an event of an element.
pub fn listen_on(element: &Element, event: &str, act: impl Fn(&web_sys::Event) + 'static) {
    let act = Closure::<dyn FnMut(web_sys::Event)>::new(move |event: web_sys::Event| act(&event))
        .into_js_value();
    let _ = element.add_event_listener_with_callback(event, act.unchecked_ref()); // a function is a listener
}
