//! Weather as hours. A year is a number of days of a kind, each with its weight, so that twelve monthly means and 8,760 measured hours go
//! through the same calculation.
//!
//! From monthly means: in each month five days of equal probability from overcast to clear, by the distribution of Bendt and others (1981),
//! and 24 hours in each. One mean day a month instead would get the energy within 1.5 %, and overstate what a plant uses itself by 5
//! percentage points: it has no dark and no bright days.

pub use crate::data::climate::{Climate, DAYS};

use super::plane::Light;
use super::position::{Day, Place, Sun};
use std::cell::Cell;
use std::f64::consts::{FRAC_PI_3, PI, TAU};

/// Days of the year that stand for their months: Klein 1977.
pub const MEAN_DAYS: [f64; 12] =
    [17.0, 47.0, 75.0, 105.0, 135.0, 162.0, 198.0, 228.0, 258.0, 288.0, 318.0, 344.0];
/// How many kinds of day each month has.
pub const CLASSES: usize = 5;

/// One hour.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Hour {
    /// Where the sun stands at its middle.
    pub sun: Sun,
    /// Light in it.
    pub light: Light,
    /// Air, °C.
    pub air_c: f64,
    /// Wind, m/s.
    pub wind_m_per_s: f64,
}

/// A kind of day.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct DayKind {
    /// Its month, 0 to 11.
    pub month: usize,
    /// The day of the year it is, counted from 0; none for a kind that stands for several.
    pub date: Option<usize>,
    /// How many days of the year are like it.
    pub days: f64,
    /// From midnight by the clock.
    pub hours: [Hour; 24],
}

/// The clearest month there can be: light on the ground over light outside the atmosphere.
pub const CLEAREST_MEAN: f64 = 0.8;
/// Clearness of the darkest day.
const DARKEST: f64 = 0.05;
/// Steps by which the mean of a class is taken: within 1e-7 of the integral, and the same as the reference calculation.
const STEPS: u32 = 400;
/// Numbers whose product is still far from the ends of what a double holds.
const TOGETHER: u32 = 50;

/// Clearness of the days of a month, from the darkest class to the brightest, with the mean of the month: the distribution of Bendt,
/// Collares-Pereira and Rabl (1981) with the clearest day of Hollands and Huget (1983) and the exponent of Herzog (1985), as in Duffie and
/// Beckman, section 2.9. `mean` above 0.05; a darker month has five equal days.
///
/// ```
/// use platewise_model::solar::weather::clearness_classes;
/// let classes = clearness_classes(0.3);
/// assert!((classes.iter().sum::<f64>() / 5.0 - 0.3).abs() < 1e-12);
/// ```
pub fn clearness_classes(mean: f64) -> [f64; CLASSES] {
    let clearest = 0.6313 + 0.267 * mean - 11.9 * (mean - 0.75).powi(8);
    if mean.is_nan() || mean <= DARKEST || clearest <= mean {
        return [mean; CLASSES];
    }
    let spread = (clearest - DARKEST) / (clearest - mean);
    let exponent =
        -1.498 + (1.184 * spread - 27.182 * (-1.5 * spread).exp()) / (clearest - DARKEST);
    // Both ends by the larger of them, which for a clear month is beyond what can be multiplied fifty times.
    let scale = exponent * if exponent > 0.0 { clearest } else { DARKEST };
    let (dark, clear) = ((exponent * DARKEST - scale).exp(), (exponent * clearest - scale).exp());
    let mut classes = [0.0; CLASSES];
    let step = (clear - dark) / (f64::from(STEPS) * CLASSES as f64);
    let mut from = 0.5;
    for class in &mut classes {
        // The mean of logarithms is the logarithm of the product, taken in pieces; two products side by side take half the time.
        let mut sum = 0.0;
        for _ in 0..STEPS / TOGETHER {
            let (mut even, mut odd) = (1.0, 1.0);
            for _ in 0..TOGETHER / 2 {
                even *= dark + from * step;
                odd *= dark + (from + 1.0) * step;
                from += 2.0;
            }
            sum += (even * odd).ln();
        }
        *class = (sum / f64::from(STEPS) + scale) / exponent;
    }
    let found: f64 = classes.iter().sum::<f64>() / CLASSES as f64;
    classes.map(|class| class * mean / found)
}

/// Share of a day's light that comes from the sky without the sun: Erbs, Klein and Duffie 1982, of the day.
pub fn diffuse_share_of_day(clearness: f64, sunset: f64) -> f64 {
    let k = clearness;
    let share = if sunset.to_degrees() <= 81.4 {
        if k < 0.715 {
            1.0 - 0.2727 * k + 2.4495 * k.powi(2) - 11.9514 * k.powi(3) + 9.3879 * k.powi(4)
        } else {
            0.143
        }
    } else if k < 0.722 {
        1.0 + 0.2832 * k - 2.5557 * k.powi(2) + 0.8448 * k.powi(3)
    } else {
        0.175
    };
    share.min(1.0)
}

/// The same of the mean day of a month, for clearness 0.3 to 0.8.
pub fn diffuse_share_of_month(clearness: f64, sunset: f64) -> f64 {
    let k = clearness;
    if sunset.to_degrees() <= 81.4 {
        1.391 - 3.560 * k + 4.189 * k.powi(2) - 2.137 * k.powi(3)
    } else {
        1.311 - 3.022 * k + 3.427 * k.powi(2) - 1.821 * k.powi(3)
    }
}

/// The share of an hour's light from the sky without the sun, and the beam that is left, kW/m²: Erbs, Klein and Duffie 1982, of the hour.
/// Below 3° of height all light is taken as from the sky.
pub fn split_hour(global: f64, cos_zenith: f64, extraterrestrial: f64) -> (f64, f64) {
    if cos_zenith <= 87_f64.to_radians().cos() || extraterrestrial <= 0.0 {
        return (global, 0.0);
    }
    let k = (global / (extraterrestrial * cos_zenith.max(0.065))).clamp(0.0, 1.0);
    let share = if k <= 0.22 {
        1.0 - 0.09 * k
    } else if k <= 0.8 {
        0.9511 - 0.1604 * k + 4.388 * k.powi(2) - 16.638 * k.powi(3) + 12.336 * k.powi(4)
    } else {
        0.165
    };
    let diffuse = share * global;
    (diffuse, ((global - diffuse) / cos_zenith).max(0.0))
}

/// Share of a day's light from the sky in an hour around an hour angle: Liu and Jordan 1960.
pub fn sky_of_hour(hour_angle: f64, sunset: f64) -> f64 {
    (PI / 24.0 * (hour_angle.cos() - sunset.cos()) / (sunset.sin() - sunset * sunset.cos()))
        .max(0.0)
}

/// Share of a day's light in an hour around an hour angle: Collares-Pereira and Rabl 1979.
pub fn light_of_hour(hour_angle: f64, sunset: f64) -> f64 {
    let lean = (sunset - FRAC_PI_3).sin();
    ((0.409 + 0.5016 * lean + (0.6609 - 0.4767 * lean) * hour_angle.cos())
        * sky_of_hour(hour_angle, sunset))
    .max(0.0)
}

/// Cosine of the zenith at and below which there is no beam.
const NO_BEAM: f64 = 0.0523;
/// The warmest time, hours by the sun.
const WARMEST_H: f64 = 14.5;

/// What the mean day of a month has of its place alone, whatever its light: where the sun stands, how a day's light and that of the sky fall on
/// its hours, and how far the air is between its coldest and its warmest hour, −1 to 1.
#[derive(Clone, Copy, Debug)]
struct MeanDay {
    outside_kwh_per_m2: f64,
    outside_kw_per_m2: f64,
    sunset: f64,
    suns: [Sun; 24],
    light: [f64; 24],
    sky: [f64; 24],
    warmth: [f64; 24],
}

impl MeanDay {
    fn of(number: f64, place: Place) -> Self {
        let day = Day::of(number);
        let (arc, sunset) = (day.arc(place.latitude_deg), day.sunset(place.latitude_deg));
        let mut mean = Self {
            outside_kwh_per_m2: day.extraterrestrial_kwh_per_m2(place.latitude_deg),
            outside_kw_per_m2: day.extraterrestrial_kw_per_m2(),
            sunset,
            suns: [Sun::NIGHT; 24],
            light: [0.0; 24],
            sky: [0.0; 24],
            warmth: [0.0; 24],
        };
        let hours =
            mean.suns.iter_mut().zip(&mut mean.light).zip(&mut mean.sky).zip(&mut mean.warmth);
        let mut clock = 0.5;
        for (((sun, light), sky), warmth) in hours {
            let solar = day.solar_time_h(place, clock);
            *sun = arc.at(solar);
            if sun.hour_angle.abs() < sunset {
                *light = light_of_hour(sun.hour_angle, sunset);
                *sky = sky_of_hour(sun.hour_angle, sunset);
            }
            *warmth = (TAU * (solar - WARMEST_H) / 24.0).cos();
            clock += 1.0;
        }
        mean
    }
}

thread_local! {
    /// The mean days of the place that was last asked for: thousands of draws ask for the same one.
    static LAST_PLACE: Cell<Option<(Place, [MeanDay; 12])>> = const { Cell::new(None) };
}

fn mean_days(place: Place) -> [MeanDay; 12] {
    let known = LAST_PLACE.get().filter(|(last, _)| *last == place);
    let (_, days) =
        known.unwrap_or_else(|| (place, MEAN_DAYS.map(|number| MeanDay::of(number, place))));
    if known.is_none() {
        LAST_PLACE.set(Some((place, days)));
    }
    days
}

/// A year of monthly means: [`CLASSES`] kinds of day in each month. `factor` scales the light.
pub fn year_of_means(climate: &Climate, place: Place, factor: f64) -> Vec<DayKind> {
    let mut kinds = Vec::with_capacity(12 * CLASSES);
    for (month, day) in mean_days(place).into_iter().enumerate() {
        let of = |means: &[f64; 12]| means.get(month).copied().unwrap_or_default();
        let MeanDay { outside_kwh_per_m2: outside, sunset, light, sky, .. } = day;
        let wanted = of(&climate.global_kwh_per_m2_day) * factor;
        let mean = if outside > 0.0 { (wanted / outside).clamp(0.0, CLEAREST_MEAN) } else { 0.0 };
        let mut hours = [Hour {
            sun: Sun::NIGHT,
            light: Light::default(),
            air_c: 0.0,
            wind_m_per_s: of(&climate.wind_m_per_s),
        }; 24];
        for ((hour, sun), warmth) in hours.iter_mut().zip(day.suns).zip(day.warmth) {
            hour.sun = sun;
            hour.air_c = of(&climate.air_c) + 0.5 * of(&climate.daily_range_k) * warmth;
            hour.light.extraterrestrial = day.outside_kw_per_m2;
        }
        let (all_light, all_sky) = (light.iter().sum::<f64>(), sky.iter().sum::<f64>());
        for clearness in clearness_classes(mean) {
            let of_day = clearness * outside;
            let of_sky = of_day * diffuse_share_of_day(clearness, sunset);
            let mut kind = DayKind {
                month,
                date: None,
                days: DAYS.get(month).copied().unwrap_or_default() / CLASSES as f64,
                hours,
            };
            if all_light > 0.0 && all_sky > 0.0 {
                for ((hour, light), sky) in kind.hours.iter_mut().zip(light).zip(sky) {
                    let global = of_day * light / all_light;
                    let diffuse = (of_sky * sky / all_sky).min(global);
                    let height = hour.sun.up;
                    let beam = if height > NO_BEAM {
                        ((global - diffuse) / height).min(hour.light.extraterrestrial)
                    } else {
                        0.0
                    };
                    hour.light = Light { global, diffuse, beam, ..hour.light };
                }
            }
            kinds.push(kind);
        }
    }
    kinds
}

/// One hour of a measured or typical year, light on a level surface.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Measured {
    /// From everywhere, kW/m².
    pub global: f64,
    /// From the sky without the sun, kW/m².
    pub diffuse: f64,
    /// Air, °C.
    pub air_c: f64,
    /// Wind, m/s.
    pub wind_m_per_s: f64,
}

/// A year of 8,760 hours from midnight of 1 January by the clock of the place: 365 kinds of day, each one day. `factor` scales the light. A
/// shorter list gives as many days as it fills.
pub fn year_of_hours(hours: &[Measured], place: Place, factor: f64) -> Vec<DayKind> {
    let mut kinds = Vec::with_capacity(365);
    let months = DAYS.iter().enumerate().flat_map(|(month, days)| {
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "days of a month"
        )]
        std::iter::repeat_n(month, *days as usize)
    });
    let mut number = 1.0;
    for ((date, measured), month) in hours.chunks_exact(24).enumerate().zip(months) {
        let day = Day::of(number);
        let arc = day.arc(place.latitude_deg);
        let solar_midnight = day.solar_time_h(place, 0.0);
        let extraterrestrial = day.extraterrestrial_kw_per_m2();
        let mut clock = 0.5;
        let mut of_day =
            [Hour { sun: Sun::NIGHT, light: Light::default(), air_c: 0.0, wind_m_per_s: 0.0 }; 24];
        for (hour, measured) in of_day.iter_mut().zip(measured) {
            let global = (measured.global * factor).max(0.0);
            (hour.air_c, hour.wind_m_per_s, hour.light.extraterrestrial) =
                (measured.air_c, measured.wind_m_per_s, extraterrestrial);
            if global > 0.0 {
                hour.sun = arc.at(solar_midnight + clock);
                let diffuse = (measured.diffuse * factor).clamp(0.0, global);
                let height = hour.sun.up;
                let beam = if height > NO_BEAM {
                    ((global - diffuse) / height).min(extraterrestrial)
                } else {
                    0.0
                };
                // What no beam carries comes from the sky.
                let diffuse = if height > NO_BEAM { diffuse } else { global };
                hour.light = Light { global, diffuse, beam, extraterrestrial };
            }
            clock += 1.0;
        }
        kinds.push(DayKind { month, date: Some(date), days: 1.0, hours: of_day });
        number += 1.0;
    }
    kinds
}
