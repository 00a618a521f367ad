//! A photovoltaic system as PVWatts has it (Dobos 2014): light on the modules, their temperature, direct current, losses, the inverter.

use super::plane::{Facing, Plane, Sky, on_plane, through_glass};
use super::position::Sun;
use super::weather::{DayKind, Hour};

/// A system, per kWp of its modules.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct System {
    /// How its modules stand; both halves the same, or one east and one west.
    pub planes: [Plane; 2],
    /// How the sky is taken to shine.
    pub sky: Sky,
    /// Share of its light that the ground throws back.
    pub albedo: f64,
    /// Power by temperature, 1/K; below zero.
    pub temperature_coefficient_per_k: f64,
    /// Nominal operating cell temperature as mounted, °C.
    pub noct_c: f64,
    /// Efficiency of the modules.
    pub module_efficiency: f64,
    /// All losses between module and inverter, 0 to 1.
    pub losses: f64,
    /// Power of the modules by that of the inverter.
    pub dc_ac_ratio: f64,
    /// Efficiency of the inverter, nominal.
    pub inverter_efficiency: f64,
    /// What the glass lets through of light from the sky, over what it lets through head on.
    pub glass_sky: f64,
    /// The same of light from the ground.
    pub glass_ground: f64,
}

/// Irradiance at which modules are rated, kW/m².
const RATED_LIGHT: f64 = 1.0;
/// Cell temperature at which they are, °C.
const RATED_CELL_C: f64 = 25.0;
/// Efficiency of the inverter that the curve of PVWatts was measured on.
const REFERENCE_INVERTER: f64 = 0.9637;

/// Cell temperature, °C, as SAM reckons it from the nominal operating cell temperature (800 W/m², 20 °C, 1 m/s): Gilman 2015, with the
/// modules up to 22 feet above ground.
///
/// As pvlib's `temperature.noct_sam`:
/// ```
/// use platewise_model::solar::system::cell_c;
/// assert!((cell_c(0.8, 30.0, 1.0, 49.0, 0.21) - 57.653_399_67).abs() < 1e-8);
/// ```
pub fn cell_c(
    light_kw_per_m2: f64,
    air_c: f64,
    wind_m_per_s: f64,
    noct_c: f64,
    module_efficiency: f64,
) -> f64 {
    let cooling = 9.5 / (5.7 + 3.8 * 0.51 * wind_m_per_s);
    air_c + light_kw_per_m2 / 0.8 * (noct_c - 20.0) * (1.0 - module_efficiency / 0.9) * cooling
}

/// Direct current per rated power, before losses: `Geff (1 + γ (Tc − 25))`, never below zero.
pub fn direct(effective_kw_per_m2: f64, cell_c: f64, temperature_coefficient_per_k: f64) -> f64 {
    (effective_kw_per_m2 / RATED_LIGHT
        * (1.0 + temperature_coefficient_per_k * (cell_c - RATED_CELL_C)))
        .max(0.0)
}

/// Alternating current per rated power of the modules, by the curve of PVWatts, were the inverter without a limit.
pub fn unlimited(direct: f64, dc_ac_ratio: f64, inverter_efficiency: f64) -> f64 {
    let load = direct * inverter_efficiency * dc_ac_ratio;
    if load <= 0.0 {
        return 0.0;
    }
    (inverter_efficiency / REFERENCE_INVERTER * (-0.0162 * load - 0.0059 / load + 0.9858) * direct)
        .max(0.0)
}

/// Alternating current per rated power of the modules: cut at what the inverter can give.
pub fn alternating(direct: f64, dc_ac_ratio: f64, inverter_efficiency: f64) -> f64 {
    unlimited(direct, dc_ac_ratio, inverter_efficiency).min(1.0 / dc_ac_ratio)
}

/// Losses that follow one another, each 0 to 1, as one.
///
/// The losses of PVWatts:
/// ```
/// use platewise_model::solar::system::losses;
/// assert!((losses(&[0.02, 0.03, 0.0, 0.02, 0.02, 0.005, 0.015, 0.01, 0.0, 0.03]) - 0.140_757).abs() < 5e-7);
/// ```
pub fn losses(parts: &[f64]) -> f64 {
    1.0 - parts.iter().map(|part| 1.0 - part).product::<f64>()
}

/// What becomes of the light on a square metre and of the power of a kilowatt of modules: kW/m² and kW/kWp in an hour, kWh in a year.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Yield {
    /// Light on a level surface.
    pub global: f64,
    /// Light on the modules.
    pub on_plane: f64,
    /// Light through their glass.
    pub effective: f64,
    /// Direct current at their temperature.
    pub direct: f64,
    /// Direct current after losses.
    pub after_losses: f64,
    /// Alternating current before the inverter's limit.
    pub unlimited: f64,
    /// Alternating current.
    pub alternating: f64,
}

impl Yield {
    fn add(&mut self, other: &Self, weight: f64) {
        self.global += other.global * weight;
        self.on_plane += other.on_plane * weight;
        self.effective += other.effective * weight;
        self.direct += other.direct * weight;
        self.after_losses += other.after_losses * weight;
        self.unlimited += other.unlimited * weight;
        self.alternating += other.alternating * weight;
    }
}

impl System {
    /// What a plane of it gives in an hour of light; `glass` is what its cover lets through of the beam.
    fn half(&self, hour: &Hour, facing: &Facing, glass: f64) -> Yield {
        let light = on_plane(facing, &hour.sun, &hour.light, self.albedo, self.sky);
        let effective =
            light.beam * glass + light.sky * self.glass_sky + light.ground * self.glass_ground;
        let cell = cell_c(
            light.global(),
            hour.air_c,
            hour.wind_m_per_s,
            self.noct_c,
            self.module_efficiency,
        );
        let direct = direct(effective, cell, self.temperature_coefficient_per_k);
        let after_losses = direct * (1.0 - self.losses);
        let unlimited = unlimited(after_losses, self.dc_ac_ratio, self.inverter_efficiency);
        Yield {
            global: hour.light.global,
            on_plane: light.global(),
            effective,
            direct,
            after_losses,
            unlimited,
            alternating: unlimited.min(1.0 / self.dc_ac_ratio),
        }
    }

    /// What it gives in a year, and in each hour of each kind of day.
    pub fn year(&self, kinds: &[DayKind]) -> (Yield, Vec<[f64; 24]>) {
        let [first, second] = self.planes.map(Plane::facing);
        let halves: &[(Facing, f64)] =
            if first == second { &[(first, 1.0)] } else { &[(first, 0.5), (second, 0.5)] };
        let mut sum = Yield::default();
        // The kinds of day of a month share their sun, so its way through the glass is worked out once for all of them.
        let mut glass = [[(Sun::NIGHT, 0.0); 24]; 2];
        let hours = kinds
            .iter()
            .map(|kind| {
                let mut given = [0.0; 24];
                let [first, second] = &mut glass;
                let known = first.iter_mut().zip(second).map(|(first, second)| [first, second]);
                for ((hour, given), known) in kind
                    .hours
                    .iter()
                    .zip(&mut given)
                    .zip(known)
                    .filter(|((hour, _), _)| hour.light.global > 0.0)
                {
                    for ((facing, share), known) in halves.iter().zip(known) {
                        if known.0 != hour.sun {
                            *known = (hour.sun, through_glass(facing.cos_incidence(&hour.sun)));
                        }
                        let one = self.half(hour, facing, known.1);
                        sum.add(&one, kind.days * share);
                        *given += one.alternating * share;
                    }
                }
                given
            })
            .collect();
        (sum, hours)
    }
}
