//! The charts of a report: drawn at the width there is, read off by pointing, and each with its table behind it.

use crate::charts::{Drawing, draw};
use crate::form::Form;
use crate::words;
use leptos::ev;
use leptos::html::Div;
use leptos::prelude::*;
use platewise_model::report::Chart;
use platewise_model::report::format::Reader;
use platewise_model::report::html;
use platewise_model::words::{Arg, phrase};

/// Height of a chart, px.
const HEIGHT: u32 = 280;
/// Width before it was measured, px.
const WIDTH: u32 = 640;

/// All charts of the report.
#[component]
pub fn Charts(form: Form) -> AnyView {
    let count = Memo::new(move |_| form.report.with(|report| report.as_ref().map_or(0, |report| report.charts.len())));
    (move || (0..count.get()).map(|index| view! { <ChartView form index/> }).collect_view()).into_any()
}

#[component]
fn ChartView(form: Form, index: usize) -> AnyView {
    let settings = form.settings;
    let chart = Memo::new(move |_| form.report.with(|report| report.as_ref().and_then(|report| report.charts.get(index).cloned())));
    let width = RwSignal::new(WIDTH);
    let place = NodeRef::<Div>::new();
    let measure = move || {
        if let Some(place) = place.get_untracked() {
            let wide = place.client_width();
            width.set(u32::try_from(wide).unwrap_or(WIDTH).clamp(200, 1600));
        }
    };
    Effect::new(move |_| {
        if place.get().is_some() {
            request_animation_frame(measure);
        }
    });
    let resized = window_event_listener(ev::resize, move |_| measure());
    on_cleanup(move || resized.remove());

    let drawing = Memo::new(move |_| chart.with(|chart| chart.as_ref().map(|chart| draw(chart, settings.reader(), width.get(), HEIGHT))));
    let cursor = RwSignal::new(None::<f64>);
    let point = move |event: ev::PointerEvent| {
        let inside = drawing.with(|drawing| drawing.as_ref().and_then(|drawing| fraction(drawing, &event)));
        cursor.set(inside);
    };
    let left = move || {
        let at = cursor.get().zip(drawing.with(|drawing| drawing.as_ref().map(|drawing| (drawing.left, drawing.right))));
        at.map(|(fraction, (left, right))| format!("{}px", left + fraction * (right - left)))
    };
    let read_off = move || {
        let fraction = cursor.get()?;
        let at = drawing.with(|drawing| drawing.as_ref().map(|drawing| drawing.x.unit.to_canonical(drawing.x.end * fraction)))?;
        chart.with(|chart| chart.as_ref().map(|chart| reading(chart, settings.reader(), at)))
    };
    let label = move || {
        chart.with(|chart| {
            chart.as_ref().map(|chart| {
                let reader = settings.reader();
                let (x, y) = chart.point.unwrap_or_default();
                let args = [Arg::Text(chart.title), Arg::Quantity(chart.y.1, y), Arg::Quantity(chart.x.1, x)];
                reader.phrase(&phrase(words::CHART_OF, args))
            })
        })
    };
    let title = move || chart.with(|chart| chart.as_ref().map(|chart| settings.text(chart.title)));
    let open = RwSignal::new(false);
    let table = move || {
        if open.get() { chart.with(|chart| chart.as_ref().map(|chart| html::chart_table(chart, settings.reader()))).unwrap_or_default() } else { String::new() }
    };
    let table_name = move || chart.with(|chart| chart.as_ref().map(|chart| settings.phrase(&phrase(words::TABLE_OF, [Arg::Text(chart.title)]))));
    let caption = move || {
        chart.with(|chart| {
            chart
                .as_ref()
                .map(|chart| format!("{}, {}", settings.text(chart.x.0), drawing.with(|drawing| drawing.as_ref().map_or("", |drawing| drawing.x.unit.symbol))))
        })
    };
    let band = move || chart.with(|chart| chart.as_ref().and_then(|chart| chart.band.map(|(_, _, band)| settings.text(band))));
    view! {
        <section>
            <h2>{title}</h2>
            <figure>
                <div class="chart" node_ref=place on:pointermove=point on:pointerleave=move |_| cursor.set(None)>
                    <div role="img" aria-label=label inner_html=move || drawing.with(|drawing| drawing.as_ref().map(|drawing| drawing.svg.clone()).unwrap_or_default())></div>
                    <div class="cursor" hidden=move || cursor.get().is_none() style:left=left></div>
                </div>
                <p class="axis" aria-hidden="true">{caption}</p>
                <figcaption>
                    {move || band().map(|band| view! { <span class="bandkey" aria-hidden="true"></span>{band}" · " })}
                    <span class="reading num">{read_off}</span>
                    <details class="astable" on:toggle=move |event| open.set(event_target::<web_sys::HtmlDetailsElement>(&event).open())>
                        <summary>{settings.t(words::AS_TABLE)}</summary>
                        <div class="scroll" tabindex="0" role="group" aria-label=table_name inner_html=table></div>
                    </details>
                </figcaption>
            </figure>
        </section>
    }
    .into_any()
}

/// Where along the horizontal axis a pointer is, 0 to 1.
fn fraction(drawing: &Drawing, event: &ev::PointerEvent) -> Option<f64> {
    let at = (f64::from(event.offset_x()) - drawing.left) / (drawing.right - drawing.left);
    (0.0..=1.0).contains(&at).then_some(at)
}

/// What the lines say at a place.
fn reading(chart: &Chart, reader: Reader, x: f64) -> String {
    let values = chart.series.iter().filter_map(|series| {
        series.value_at(x).map(|value| format!("{} {}", reader.phrase(&series.label), reader.quantity(chart.dimension_of(series), value)))
    });
    format!("{}: {}", reader.answer(chart.x.1, x), values.collect::<Vec<_>>().join(" · "))
}
