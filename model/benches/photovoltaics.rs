//! How long the hours of a year take, beside pvlib and PySAM where those are installed, and whether the chain comes out as pvlib has it on a
//! weather file that cannot be kept here. Figures to read: `cargo xtask bench` fetches the file and runs this.
#![allow(clippy::print_stdout, reason = "printing is what it is for")]

use platewise_model::calculator::pv_payback::{Inputs, PvPayback, understand};
use platewise_model::calculator::{AnyCalculator, Calculator, FileImport};
use platewise_model::solar::files;
use platewise_model::solar::plane::{Light, Plane, Sky, on_plane};
use platewise_model::solar::position::{Day, Place, Sun};
use platewise_model::solar::system::{System, alternating, direct, losses};
use platewise_model::solar::weather::{DayKind, year_of_hours, year_of_means};
use serde_json::Map;
use std::hint::black_box;
use std::path::PathBuf;
use std::time::Instant;

/// Budgets, ms: twelve months of five kinds of day, and 8,760 hours.
const MEANS_MS: f64 = 0.5;
const HOURS_MS: f64 = 2.0;
const ANSWER: &str = "the same with load, tariff, money and searches, as a report";

fn main() {
    let others = read("PLATEWISE_OTHERS");
    let defaults = Inputs::default();
    let (setup, _) = understand(&defaults);
    let place = setup.place();
    println!("Photovoltaics natively, by the code that is published:");
    let means = median(|| setup.system.year(&year_of_means(&setup.climate, place, 1.0)));
    row("from monthly means: 1,440 hours", means, Some(MEANS_MS));
    row(ANSWER, median(|| AnyCalculator::of::<PvPayback>().evaluate(&Map::new())), Some(MEANS_MS));
    let Some(text) = read("PLATEWISE_TMY3") else {
        println!("  There is no weather file here, so no year of 8,760 hours is timed.");
        return;
    };
    match files::read(&text) {
        Err(refusal) => println!("  The weather file was refused: {}", refusal.message().text.en),
        Ok(file) => {
            row("reading a weather file of a year", median(|| files::read(&text)), None);
            let hours = median(|| setup.system.year(&year_of_hours(&file.hours, file.place, 1.0)));
            row("from its 8,760 hours", hours, Some(HOURS_MS));
            if let Some(FileImport::Text(import)) = PvPayback::FILE_IMPORT
                && let Ok(taken) = import("weather_hours", &text)
            {
                row(
                    ANSWER,
                    median(|| AnyCalculator::of::<PvPayback>().evaluate(&taken.inputs)),
                    Some(HOURS_MS),
                );
            }
            for line in others.iter().flat_map(|text| text.lines()) {
                let mut parts = line.split('\t');
                if let (Some(name), Some(Ok(ms)), Some(year)) =
                    (parts.next(), parts.next().map(str::parse::<f64>), parts.next())
                {
                    println!(
                        "  {name:62} {ms:8.3} ms   {:.0} times what 8,760 hours take here; {year} kWh/kWp",
                        ms / hours
                    );
                }
            }
        }
    }
    if let Ok(file) = files::read(&text) {
        compare_with_pvwatts(&setup.system, &year_of_hours(&file.hours, file.place, 1.0));
    }
    match read("PLATEWISE_CHAIN") {
        Some(chain) => compare(&chain),
        None => println!("  pvlib is not installed here, so its year is not calculated again."),
    }
}

/// A file that an environment variable names.
fn read(variable: &str) -> Option<String> {
    let path = std::env::var_os(variable).map(PathBuf::from)?;
    std::fs::read(path).ok().map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}

/// Milliseconds, the median of many turns.
fn median<R>(mut task: impl FnMut() -> R) -> f64 {
    let mut spans: Vec<f64> = (0..101)
        .map(|_| {
            let start = Instant::now();
            black_box(task());
            start.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    spans.sort_by(f64::total_cmp);
    spans.get(spans.len() / 2).copied().unwrap_or(f64::NAN)
}

fn row(what: &str, ms: f64, budget: Option<f64>) {
    let verdict = budget.map_or_else(String::new, |budget| {
        format!("   {} the budget of {budget} ms", if ms <= budget { "within" } else { "ABOVE" })
    });
    println!("  {what:62} {ms:8.3} ms{verdict}");
}

/// The year of PySAM 7.1.1's PVWatts on that file, kWh/kWp, 20° south, losses of 14.0757 %: module and mounting, nominal operating cell
/// temperature and coefficient that those have there. Its models of glass, cell and sky are others, so 2 % is agreement.
const PVWATTS: [(&str, f64, f64, f64); 6] = [
    ("version 8, standard, open rack", 45.0, -0.0037, 1355.139891),
    ("version 8, premium, open rack", 45.0, -0.0035, 1348.152737),
    ("version 8, standard, roof", 49.0, -0.0037, 1353.093283),
    ("version 5, standard, open rack", 45.0, -0.0047, 1359.756977),
    ("version 5, premium, open rack", 45.0, -0.0035, 1378.266172),
    ("version 5, standard, roof", 49.0, -0.0047, 1344.100146),
];

fn compare_with_pvwatts(system: &System, year: &[DayKind]) {
    println!(
        "The year of PVWatts in PySAM on the same file, kWh/kWp, and of this model with the sky that it takes (Perez):"
    );
    for (what, noct_c, temperature_coefficient_per_k, expected) in PVWATTS {
        let planes = [Plane { tilt_deg: 20.0, azimuth_deg: 180.0 }; 2];
        let settings = System {
            planes,
            sky: Sky::Perez,
            albedo: 0.2,
            noct_c,
            temperature_coefficient_per_k,
            ..*system
        };
        let system =
            System { losses: 0.140_757, dc_ac_ratio: 1.2, inverter_efficiency: 0.96, ..settings };
        let found = system.year(year).0.alternating;
        let apart = found / expected - 1.0;
        let verdict = if apart.abs() <= 0.02 { "within 2 %" } else { "APART" };
        println!("  {what:32} {expected:10.2} {found:10.2}   {:+.2} %, {verdict}", 100.0 * apart);
    }
}

/// Cell temperature by the model of King (2004), as pvlib's `sapm_cell` with an open rack of glass and polymer, °C.
fn cell_of_king(light_w_per_m2: f64, air_c: f64, wind_m_per_s: f64) -> f64 {
    air_c + light_w_per_m2 * (-3.56 - 0.075 * wind_m_per_s).exp() + light_w_per_m2 / 1000.0 * 3.0
}

/// pvlib's year on its own weather file at 20° south: no glass, the cells of King, the sun by Reda and Andreas. Everything behind the sun's
/// position is calculated here; then once more with the position of this model, by Spencer's series.
fn compare(chain: &str) {
    let hours: Vec<Vec<f64>> = chain
        .lines()
        .map(|line| line.split('\t').filter_map(|cell| cell.parse().ok()).collect())
        .collect();
    println!(
        "pvlib's year on its weather file, kWh/kWp, with the sun's positions that it computed, and with those of this model:"
    );
    for (name, sky) in
        [("isotropic", Sky::Isotropic), ("haydavies", Sky::HayDavies), ("perez", Sky::Perez)]
    {
        let expected = chain
            .lines()
            .find_map(|line| line.strip_prefix(name)?.trim().parse::<f64>().ok())
            .unwrap_or(f64::NAN);
        let year = |own: bool| -> f64 {
            let mut number = 0_u32;
            hours
                .iter()
                .filter_map(|hour| {
                    let [global, beam, diffuse, air, wind, zenith, azimuth, day] = *hour.as_slice()
                    else {
                        return None;
                    };
                    let day = Day::of(day);
                    let at = f64::from(number % 24) + 0.5;
                    number += 1;
                    let place =
                        Place { latitude_deg: 36.1, longitude_deg: -79.95, utc_offset_h: -5.0 };
                    let sun = if own {
                        day.arc(36.1).at(day.solar_time_h(place, at))
                    } else {
                        Sun::from_degrees(zenith, azimuth)
                    };
                    // The solar constant that pvlib takes.
                    let light = Light {
                        global,
                        diffuse,
                        beam,
                        extraterrestrial: 1366.1 * day.eccentricity,
                    };
                    let plane = Plane { tilt_deg: 20.0, azimuth_deg: 180.0 }.facing();
                    let on_plane = on_plane(&plane, &sun, &light, 0.2, sky).global();
                    let direct =
                        direct(on_plane / 1000.0, cell_of_king(on_plane, air, wind), -0.0047)
                            * (1.0 - losses(&[0.140_757]));
                    Some(alternating(direct, 1.2, 0.96))
                })
                .sum()
        };
        let [given, own] = [year(false), year(true)];
        let apart = |year: f64| (year / expected - 1.0).abs();
        let verdict = if apart(given) <= 1e-6 { "equal within 1e-6" } else { "NOT EQUAL" };
        println!(
            "  {name:10} {expected:10.4} {given:10.4}   {:.1e}, {verdict}   {own:10.4}   {:.1e}",
            apart(given),
            apart(own)
        );
    }
}
