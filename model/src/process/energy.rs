//! Electricity and heat around the plating tank.

use crate::data::auxiliaries::AIR_KJ_PER_M3_K;

/// Energy drawn from the mains for a direct-current energy, kWh: `E / η`. `efficiency` of the rectifier, 0 to 1.
pub fn alternating(direct_kwh: f64, rectifier_efficiency: f64) -> f64 {
    direct_kwh / rectifier_efficiency
}

/// Electricity that cooling takes, kWh: the `share` (0 to 1) of the direct-current energy that has to be removed, by a machine of a
/// coefficient of performance.
///
/// ```
/// use platewise_model::process::energy::cooling;
/// assert!((cooling(0.78, 0.3, 3.0) - 0.078).abs() < 1e-12);
/// ```
pub fn cooling(direct_kwh: f64, share: f64, coefficient_of_performance: f64) -> f64 {
    direct_kwh * share / coefficient_of_performance
}

/// Electric power of a fan, kW: `V̇ Δp / (1000 η)`, with the air in m³/s, the pressure in Pa and the efficiency of fan and motor, 0 to 1.
///
/// 12 m³/s against 1,000 Pa at 0.6: 20 kW.
/// ```
/// use platewise_model::process::energy::fan_kw;
/// assert!((fan_kw(12.0, 1000.0, 0.6) - 20.0).abs() < 1e-12);
/// ```
pub fn fan_kw(air_m3_per_s: f64, pressure_pa: f64, efficiency: f64) -> f64 {
    air_m3_per_s * pressure_pa / (1000.0 * efficiency)
}

/// Heat that warms the air which replaces what is extracted, kW: `V̇ c ΔT`, with the air in m³/s and the yearly mean difference in K.
pub fn make_up_air_kw(air_m3_per_s: f64, difference_k: f64) -> f64 {
    air_m3_per_s * AIR_KJ_PER_M3_K.value * difference_k
}

/// Energy of something that runs all the hours of the line, spread over the area of the year, kWh/m².
pub fn spread(power_kw: f64, hours_per_year: f64, annual_area_m2: f64) -> f64 {
    power_kw * hours_per_year / annual_area_m2
}

/// Heat set free in a bath whose anodes dissolve, kWh: all of the direct-current energy; at inert anodes what is above the
/// thermoneutral voltages is.
pub fn released(voltage_v: f64, thermoneutral_v: f64, charge_ah: f64) -> f64 {
    (voltage_v - thermoneutral_v).max(0.0) * charge_ah / 1000.0
}
