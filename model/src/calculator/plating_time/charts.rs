//! The charts as numbers: thickness against time for a band of current densities, and efficiency and rate against current density.

use super::setup::Setup;
use super::solve::{Numbers, average_after, rate_at};
use crate::report::{Chart, Series};
use crate::units::Dimension;
use crate::words::{Arg, phrase, symbol, text};

/// Both charts.
pub fn charts(n: &Numbers) -> Vec<Chart> {
    vec![thickness_against_time(n), efficiency_and_rate(n)]
}

fn thickness_against_time(n: &Numbers) -> Chart {
    let setup = &n.setup;
    let j = n.solution.current_density;
    let end = n.solution.time_min * 2.0;
    let window = setup.bath.operation(setup.barrel).current_density;
    let line = |density: f64, main: bool, average: f64| Series {
        label: phrase(symbol("{0}"), [Arg::Quantity(Dimension::CurrentDensity, density)]),
        points: vec![(0.0, 0.0), (end, average)],
        main,
        second_axis: false,
    };
    let third = (window.high - window.low) / 3.0;
    let spread =
        [window.low, round(window.low + third), round(window.low + 2.0 * third), window.high];
    let solved = super::SolveFor::Efficiency == setup.solve_for; // then all lines have the efficiency that was found
    let average = |other: f64| {
        if solved { n.rate_um_per_min * other / j * end } else { average_after(setup, other, end) }
    };
    let others = spread.into_iter().filter(|other| (other / j - 1.0).abs() > 0.12);
    let mut series: Vec<Series> = others.map(|other| line(other, false, average(other))).collect();
    series.push(line(j, true, n.solution.average_um * 2.0));
    Chart {
        id: "thickness_against_time",
        title: text("Thickness against time", "厚度—时间"),
        x: (text("Time", "时间"), Dimension::Minutes),
        y: (text("Average thickness", "平均厚度"), Dimension::Thickness),
        y2: None,
        series,
        point: Some((n.solution.time_min, n.solution.average_um)),
        band: None,
    }
}

/// Steps of a line that bends.
const STEPS: u32 = 48;

fn efficiency_and_rate(n: &Numbers) -> Chart {
    let setup = &n.setup;
    let j = n.solution.current_density;
    let window = setup.bath.operation(setup.barrel).current_density;
    let end = (window.high * 1.25).max(j * 1.15);
    let along = |f: &dyn Fn(f64) -> f64| {
        (1..=STEPS)
            .map(|step| end * f64::from(step) / f64::from(STEPS))
            .map(|j| (j, f(j)))
            .collect()
    };
    let solved = super::SolveFor::Efficiency == setup.solve_for;
    let efficiency = |j: f64| if solved { n.solution.efficiency } else { at(setup, j) };
    let rate = |j: f64| {
        if solved { n.rate_um_per_min * j / n.solution.current_density } else { rate_at(setup, j) }
    };
    Chart {
        id: "efficiency_and_rate",
        title: text("Rate and efficiency against current density", "沉积速率与电流效率—电流密度"),
        x: (text("Current density", "电流密度"), Dimension::CurrentDensity),
        y: (text("Rate", "沉积速率"), Dimension::Rate),
        y2: Some((text("Efficiency", "电流效率"), Dimension::Fraction)),
        series: vec![
            Series {
                label: text("Efficiency", "电流效率").into(),
                points: along(&efficiency),
                main: false,
                second_axis: true,
            },
            Series {
                label: text("Rate", "沉积速率").into(),
                points: along(&rate),
                main: true,
                second_axis: false,
            },
        ],
        point: Some((j, n.rate_um_per_min)),
        band: Some((window.low, window.high, text("window of the bath", "镀液电流密度范围"))),
    }
}

fn at(setup: &Setup, j: f64) -> f64 {
    setup.efficiency.at(j / setup.contact.value).min(1.0)
}

/// To a number one would set on a rectifier: halves from 2 A/dm², tenths below.
fn round(density: f64) -> f64 {
    if density >= 2.0 { (density * 2.0).round() / 2.0 } else { (density * 10.0).round() / 10.0 }
}
