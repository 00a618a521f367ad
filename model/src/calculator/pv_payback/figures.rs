//! The charts as numbers: cash flow, the months, hours of the months, other sizes, and what becomes of the light.

use super::inputs::Ownership;
use super::solve::{self, Numbers};
use crate::data::photovoltaic::MODEL_ERROR;
use crate::report::{Bar, Bars, Chart, Direction, Figure, Heat, Panel, Segment, Series};
use crate::units::Dimension;
use crate::words::{Arg, Phrase, Text, phrase, symbol, text};

/// Every chart, the answer's own first.
pub fn figures(n: &Numbers) -> Vec<Figure> {
    let mut all = vec![cash_flow(n), months(n), hours(n)];
    all.extend(sizes(n));
    all.push(light(n));
    all
}

fn cash_flow(n: &Numbers) -> Figure {
    let (mut sum, mut year) = (0.0, 0.0);
    let mut bars = Vec::new();
    for flow in &n.money.flows {
        sum += flow;
        bars.push(Bar {
            label: phrase(text("after {0}", "{0} 后"), [Arg::Quantity(Dimension::Years, year)]),
            span: Some((year - 0.4, year + 0.4)),
            segments: vec![Segment { part: usize::from(sum < 0.0), from: 0.0, to: sum }],
            note: None,
        });
        year += 1.0;
    }
    let paid = n.simple.first.filter(|years| *years > 0.0);
    Figure::Bars(Bars {
        id: "cash_flow",
        title: text("Cash flow, cumulative", "累计现金流"),
        value: (text("Cumulative, undiscounted", "累计（未折现）"), Dimension::Capital),
        along: Some((text("Time", "时间"), Dimension::Years)),
        direction: Direction::Upright,
        parts: vec![text("positive", "为正").into(), text("negative", "为负").into()],
        bars,
        marks: paid
            .map(|years| {
                (
                    phrase(
                        text("paid back after {0}", "{0} 回本"),
                        [Arg::Quantity(Dimension::Years, years)],
                    ),
                    years,
                )
            })
            .into_iter()
            .collect(),
        total: false,
    })
}

/// Names of the months.
pub const MONTHS: [Text; 12] = [
    text("January", "1 月"),
    text("February", "2 月"),
    text("March", "3 月"),
    text("April", "4 月"),
    text("May", "5 月"),
    text("June", "6 月"),
    text("July", "7 月"),
    text("August", "8 月"),
    text("September", "9 月"),
    text("October", "10 月"),
    text("November", "11 月"),
    text("December", "12 月"),
];

fn months(n: &Numbers) -> Figure {
    let mut number = 1.0;
    let bars = MONTHS.iter().zip(n.months.months).map(|(name, month)| {
        let mut bar = Bar::stacked(*name, &[month.own, month.bought, -month.exported]);
        bar.span = Some((number - 0.42, number + 0.42));
        bar.note = Some(phrase(
            text("generated {0}", "发电 {0}"),
            [Arg::Quantity(Dimension::PlantEnergy, month.generated)],
        ));
        number += 1.0;
        bar
    });
    Figure::Bars(Bars {
        id: "months",
        title: text("By month: self-consumed, bought, exported", "各月：自用、购电、上网"),
        value: (text("Electricity", "电量"), Dimension::PlantEnergy),
        along: Some((text("Month", "月份"), Dimension::Count)),
        direction: Direction::Upright,
        bars: bars.collect(),
        parts: vec![
            text("Self-consumed", "自用").into(),
            text("Bought", "购电").into(),
            text("Exported, below zero", "上网（零线以下）").into(),
        ],
        marks: Vec::new(),
        total: false,
    })
}

fn hours(n: &Numbers) -> Figure {
    let power = |month: usize| {
        let mut mean = vec![0.0; 24];
        let of_month = || n.kinds.iter().zip(&n.generation).filter(|((one, _), _)| *one == month);
        let days: f64 = of_month().map(|((_, days), _)| days).sum();
        for ((_, weight), hours) in of_month() {
            for (mean, hour) in mean.iter_mut().zip(hours) {
                *mean += weight / days * hour * n.size.capacity_kwp;
            }
        }
        mean
    };
    let panel = |title: Text, dimension: Dimension, row: &dyn Fn(usize) -> Vec<f64>| Panel {
        title,
        dimension,
        values: (0..12).map(row).collect(),
    };
    Figure::Heat(Heat {
        id: "hours",
        title: text("By month and hour: load, PV, price", "各月逐时：负荷、光伏、电价"),
        rows: MONTHS.to_vec(),
        columns: text("Hour from", "起始时刻"),
        panels: vec![
            panel(text("Load, mean day", "负荷（日均）"), Dimension::Power, &|month| {
                n.setup.load.mean_day(month).to_vec()
            }),
            panel(text("PV, mean day", "光伏（日均）"), Dimension::Power, &power),
            panel(text("Electricity price", "购电电价"), Dimension::MoneyPerEnergy, &|month| {
                (0..24).map(|hour| n.setup.tariff.price(month, hour)).collect()
            }),
        ],
    })
}

/// Sizes that a curve shows.
const SIZES: u32 = 40;

/// What other sizes would bring.
fn sizes(n: &Numbers) -> Vec<Figure> {
    let setup = &n.setup;
    let own = setup.ownership == Ownership::Own;
    let end = solve::largest(setup, &n.exchange)
        .max(n.size.capacity_kwp * 1.25)
        .max(n.target().capacity_kwp.unwrap_or_default().min(n.size.capacity_kwp * 6.0));
    let (mut value, mut reduction, mut consumption, mut payback) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for step in 1..=SIZES {
        let capacity = end * f64::from(step) / f64::from(SIZES);
        let size = solve::size_of(setup, &n.exchange, capacity);
        let money = solve::money_of(setup, &size);
        value.push((capacity, money.npv));
        reduction.extend(size.reduction().map(|share| (capacity, share)));
        consumption.extend(size.year.self_consumption().map(|share| (capacity, share)));
        payback.extend(
            solve::paid_back(setup, &size, 0.0, &money.flows)
                .first
                .filter(|years| *years > 0.0)
                .map(|years| (capacity, years)),
        );
    }
    let series = |label: Text, points: Vec<(f64, f64)>, main: bool, second_axis: bool| Series {
        label: Phrase::from(label),
        points,
        main,
        second_axis,
    };
    let across = (text("Rated power", "装机容量"), Dimension::PeakPower);
    let mut all = vec![Figure::Lines(Chart {
        id: "sizes",
        title: text("Net present value and savings by system size", "不同装机容量的净现值与节省"),
        x: across,
        y: (text("Net present value", "净现值"), Dimension::Capital),
        y2: Some((text("Share", "比例"), Dimension::Fraction)),
        series: vec![
            series(text("Net present value", "净现值"), value, true, false),
            series(text("Bill reduction", "电费降幅"), reduction, false, true),
            series(text("Self-consumption", "自用率"), consumption, false, true),
        ],
        point: Some((n.size.capacity_kwp, n.money.npv)),
        band: None,
    })];
    if own && payback.len() > 1 {
        all.push(Figure::Lines(Chart {
            id: "size_payback",
            title: text("Simple payback by system size", "不同装机容量的静态回收期"),
            x: across,
            y: (text("Simple payback", "静态回收期"), Dimension::Years),
            y2: None,
            series: vec![series(text("Payback", "回收期"), payback, true, false)],
            point: n.simple.first.map(|years| (n.size.capacity_kwp, years)),
            band: None,
        }));
    }
    all
}

/// What becomes of the light, from a level square metre to alternating current, per kWp and year. A kilowatt of modules under 1 kWh/m² gives
/// 1 kWh, so that all steps have one axis.
fn light(n: &Numbers) -> Figure {
    let y = &n.specific;
    let steps = [
        (text("Horizontal irradiation", "水平面辐射"), y.global),
        (text("Gain on the tilted plane", "倾斜面增减"), y.on_plane),
        (text("Reflection at the glass", "玻璃反射"), y.effective),
        (text("Module temperature", "组件温度"), y.direct),
        (text("Soiling, shading, wiring, downtime", "积灰、遮挡、线损、停机"), y.after_losses),
        (text("Inverter", "逆变器"), y.unlimited),
        (text("Inverter clipping", "超出逆变器容量"), y.alternating),
    ];
    let mut before = 0.0;
    let mut bars: Vec<Bar> = Vec::new();
    for (index, (label, now)) in steps.into_iter().enumerate() {
        let part = if index == 0 { 0 } else { usize::from(now < before) + 1 };
        bars.push(Bar {
            label: label.into(),
            span: None,
            segments: vec![Segment { part, from: before, to: now }],
            note: None,
        });
        before = now;
    }
    bars.push(Bar {
        label: text("AC generation", "交流发电量").into(),
        span: None,
        segments: vec![Segment { part: 0, from: 0.0, to: before }],
        note: Some(phrase(symbol("±{0}"), [Arg::Quantity(Dimension::Fraction, MODEL_ERROR.value)])),
    });
    Figure::Bars(Bars {
        id: "light",
        title: text("From irradiation to AC electricity", "从辐射到交流电"),
        value: (text("Per kWp and year", "每年，每 kWp"), Dimension::SpecificYield),
        along: None,
        direction: Direction::Across,
        parts: vec![
            text("total", "总量").into(),
            text("gained", "增加").into(),
            text("lost", "损失").into(),
        ],
        bars,
        marks: Vec::new(),
        total: true,
    })
}
