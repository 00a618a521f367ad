//! The charts of a report: drawn at the width there is, read off by pointing, and each with its table behind it.

use crate::charts::{Drawing, draw, value_at};
use crate::form::Form;
use crate::words;
use leptos::ev;
use leptos::html::Div;
use leptos::prelude::*;
use platewise_model::report::Chart;
use platewise_model::report::format::Reader;
use platewise_model::words::{Arg, phrase};

/// Height of a chart, px.
const HEIGHT: u32 = 280;
/// Width before it was measured, px.
const WIDTH: u32 = 640;

/// All charts of the report.
#[component]
pub fn Charts(form: Form) -> impl IntoView {
    let count = Memo::new(move |_| form.report.with(|report| report.as_ref().map_or(0, |report| report.charts.len())));
    move || (0..count.get()).map(|index| view! { <ChartView form index/> }).collect_view()
}

#[component]
fn ChartView(form: Form, index: usize) -> impl IntoView {
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
    let table = move || chart.with(|chart| chart.as_ref().map(|chart| table(chart, settings.reader())));
    let open = RwSignal::new(false);
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
                    <details class="astable" on:toggle=move |event| open.set(leptos::prelude::event_target::<web_sys::HtmlDetailsElement>(&event).open())>
                        <summary>{settings.t(words::AS_TABLE)}</summary>
                        {move || open.get().then(table)}
                    </details>
                </figcaption>
            </figure>
        </section>
    }
}

/// Where along the horizontal axis a pointer is, 0 to 1.
fn fraction(drawing: &Drawing, event: &ev::PointerEvent) -> Option<f64> {
    let at = (f64::from(event.offset_x()) - drawing.left) / (drawing.right - drawing.left);
    (0.0..=1.0).contains(&at).then_some(at)
}

/// What the lines say at a place.
fn reading(chart: &Chart, reader: Reader, x: f64) -> String {
    let values = chart.series.iter().filter_map(|series| {
        let dimension = if series.second_axis { chart.y2.map_or(chart.y.1, |axis| axis.1) } else { chart.y.1 };
        value_at(series, x).map(|value| format!("{} {}", reader.phrase(&series.label), reader.quantity(dimension, value)))
    });
    format!("{}: {}", reader.answer(chart.x.1, x), values.collect::<Vec<_>>().join(" · "))
}

/// Places at which the table shows the lines.
const ROWS: u32 = 8;

fn table(chart: &Chart, reader: Reader) -> impl IntoView + use<> {
    let end = chart.series.iter().flat_map(|series| &series.points).map(|point| point.0).fold(0.0, f64::max);
    let mut places: Vec<f64> = (1..=ROWS).map(|step| end * f64::from(step) / f64::from(ROWS)).collect();
    places.extend(chart.point.map(|point| point.0));
    places.sort_by(f64::total_cmp);
    places.dedup_by(|a, b| (*a - *b).abs() < 1e-9 * end);
    let heads = chart.series.iter().map(|series| view! { <th scope="col" class="n">{reader.phrase(&series.label)}</th> }).collect_view();
    let rows = places.into_iter().map(|x| {
        let cells = chart.series.iter().map(|series| {
            let dimension = if series.second_axis { chart.y2.map_or(chart.y.1, |axis| axis.1) } else { chart.y.1 };
            let value = value_at(series, x).map_or_else(|| "–".to_owned(), |value| reader.quantity(dimension, value));
            view! { <td class="n" class:main=series.main>{value}</td> }
        });
        let cells = cells.collect_view();
        view! { <tr><th scope="row">{reader.answer(chart.x.1, x)}</th>{cells}</tr> }
    });
    let rows = rows.collect_view();
    view! {
        <div class="scroll" tabindex="0" role="group" aria-label=reader.phrase(&phrase(words::TABLE_OF, [Arg::Text(chart.title)]))>
            <table class="num"><thead><tr><th scope="col">{chart.x.0.get(reader.language)}</th>{heads}</tr></thead><tbody>{rows}</tbody></table>
        </div>
    }
}
