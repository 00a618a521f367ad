//! Where the charts of a report stand, and when they are drawn: at the width there is, as soon as they are in view. What draws them is fetched
//! after the answer.

use super::{Due, Screen};
use crate::reactive::*;
use crate::{charts, dom, on_demand, words};
use platewise_model::report::format::escaped;
use platewise_model::units::fixed;

/// Width before it was measured, px.
pub const WIDTH: u32 = 640;

/// Fetches what draws charts and writes what stands behind the answer; once. Where that fails the answer still stands.
pub fn fetch(screen: Screen) {
    if screen.fetching.get_value() {
        return;
    }
    screen.fetching.set_value(true);
    screen.form.await_more();
    wasm_bindgen_futures::spawn_local(async move {
        let loaded = on_demand::plots().await.ok();
        if screen.fetching.try_get_value().is_some() {
            screen.plots.set_value(loaded);
            screen.due.set(Due::All);
        }
        screen.form.more_came();
    });
}

/// Measures the room there is.
pub fn measure(screen: Screen) {
    let wide = dom::by_id("charts")
        .map(|charts| charts.client_width())
        .and_then(|wide| u32::try_from(wide).ok())
        .filter(|wide| *wide > 0);
    if let Some(wide) = wide {
        screen.width.set(wide.clamp(200, 1600));
    }
}

/// Keeps the charts up to date.
pub fn follow(screen: Screen) {
    let form = screen.form;
    let (mut made, mut drawn): (Option<usize>, u32) = (None, 0);
    effect(move || {
        let due = screen.due.get();
        let count = form.outcome.with_untracked(|outcome| {
            outcome.report().filter(|_| !outcome.is_hasty).map(|report| report.charts.len())
        });
        let count = count.or(made).unwrap_or_default(); // without a report they stay, hidden; in haste as they are
        if made != Some(count) {
            let frames: String = (0..count).map(|index| frame(screen, index)).collect();
            dom::fill("charts", &frames);
            dom::before_paint(move || measure(screen));
        }
        let reader = untrack(|| form.settings.reader());
        let width = screen.width.get();
        let due = if (made, drawn) == (Some(count), width) { due } else { Due::All };
        untrack(|| {
            form.with_report(|report| {
                for (index, figure) in report.iter().flat_map(|report| &report.charts).enumerate() {
                    let id = format!("chart-{index}");
                    match screen.plots.get_value() {
                        Some(plots) if due.holds(&id) => (plots.show)(index, figure, reader, width),
                        Some(_) => {}
                        None => {
                            // Its room is kept, so that nothing jumps when it is drawn.
                            dom::fill(
                                &format!("{id}-title"),
                                &escaped(figure.title().get(reader.language)),
                            );
                            if let Some(place) = dom::html(&id) {
                                let _ = place.style().set_property(
                                    "min-height",
                                    &[&fixed(charts::height(figure), 0), "px"].concat(),
                                ); // a valid name and value
                            }
                        }
                    }
                }
            });
        });
        (made, drawn) = (Some(count), width);
    });
}

/// Where a chart stands.
pub fn frame(screen: Screen, index: usize) -> String {
    let table = escaped(screen.form.settings.text(words::AS_TABLE));
    format!(
        "<section><h2 id=\"chart-{index}-title\"></h2><figure><div class=\"chart\" data-chart=\"{index}\"><div role=\"img\" id=\"chart-{index}\"></div><div class=\"cursor\" id=\"chart-{index}-cursor\" hidden></div></div><p class=\"axis\" id=\"chart-{index}-axis\" aria-hidden=\"true\"></p><figcaption><span class=\"reading num\" id=\"chart-{index}-reading\"></span><details class=\"astable\"><summary>{table}</summary><div class=\"scroll\" tabindex=\"0\" role=\"group\" id=\"chart-{index}-table\"></div></details></figcaption></figure></section>"
    )
}
