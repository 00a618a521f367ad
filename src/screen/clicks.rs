//! What a click in the form does.

use super::fields::{Addressed, addressed};
use super::{Screen, dom, rows};
use crate::form::At;
use crate::reactive::*;

/// Help, a way back to the default, the source of a default, or a field that a problem names.
pub fn on_click(screen: Screen, event: &web_sys::Event) {
    if let Some(Addressed { at, id, .. }) = addressed(screen, event, "data-clear") {
        screen.form.clear(at);
        dom::focus(&id);
    } else if rows::on_click(screen, event) {
        // a row was opened, added, doubled or taken away
    } else if let Some((button, name)) = dom::nearest(event, "data-help") {
        if let Some(help) = dom::by_id(&format!("{name}-help")) {
            let open = help.has_attribute("hidden");
            dom::hide(&help, !open);
            dom::attribute(&button, "aria-expanded", Some(if open { "true" } else { "false" }));
        }
    } else if let Some(Addressed { at, .. }) = addressed(screen, event, "data-source") {
        show_source(screen, at);
    } else if let Some((_, name)) = dom::nearest(event, "data-focus") {
        if let Some((At { row: Some((table, row)), .. }, _)) =
            At::find(screen.form.calculator, &name)
        {
            return rows::open(screen, table, row, &name);
        }
        if let Some(folded) =
            dom::by_id(&name).and_then(|field| field.closest("details").ok().flatten())
        {
            dom::attribute(&folded, "open", Some(""));
        }
        // What is solved for has no field: then the choice of what to solve for is the place to look.
        let hidden = dom::first(&format!("[data-field=\"{name}\"]"))
            .is_none_or(|wrapper| wrapper.has_attribute("hidden"));
        let first =
            screen.layout.first().and_then(|group| group.rows.first()).map(|row| row.field.name);
        dom::focus(first.filter(|_| hidden).unwrap_or(&name));
    }
}

/// To the row of a field's default in the table of what the result rests on, or else to the page of all figures.
fn show_source(screen: Screen, at: At) {
    let form = screen.form;
    let fact =
        form.outcome.with_untracked(|outcome| outcome.assumption(at).and_then(|one| one.fact));
    let Some(fact) = fact else { return };
    let row = form.outcome.with_untracked(|outcome| {
        outcome.report().and_then(|report| report.basis.iter().position(|row| row.fact == fact))
    });
    match row.map(|row| format!("basis-{row}")).filter(|row| dom::by_id(row).is_some()) {
        Some(row) => dom::focus(&row),
        None => {
            let title = fact.source.title.get(form.settings.language.get_untracked());
            screen.router.go("sources", &format!("search={}", js_sys::encode_uri_component(title)));
        }
    }
}
