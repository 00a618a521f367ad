//! Faraday's law as a plating shop uses it: charge to mass to mean thickness, solved for any one of its quantities.
//!
//! All of it is one equation, `d = 100 c j t η / (60 ρ)`, with d the mean thickness in µm, c the electrochemical equivalent in g/(A·h),
//! j the mean current density in A/dm², t the time in min, η the cathode current efficiency from 0 to 1 and ρ the density in g/cm³.
//! Reference: CODATA 2018 for F; the form with minutes is that of the Chinese textbooks with η as a fraction instead of per cent.

use crate::data::constants::FARADAY_C_PER_MOL;
use crate::units::{
    Charge, CurrentDensity, Density, Energy, Equivalent, Mass, Minutes, MolarMass, Rate, Thickness,
    Voltage,
};

/// Electrochemical equivalent at 100 % efficiency, `c = 3600 M / (n F)`, g/(A·h).
///
/// `molar_mass` in g/mol, `valence` the electrons per atom, 1 to 6.
///
/// Zinc: 65.38 g/mol and two electrons give 1.2197 g/(A·h).
/// ```
/// use platewise_model::{plating::faraday::equivalent, units::MolarMass};
/// assert!((equivalent(MolarMass::new(65.38), 2).g_per_ah() - 1.2197).abs() < 5e-5);
/// ```
pub fn equivalent(molar_mass: MolarMass, valence: u8) -> Equivalent {
    Equivalent::new(
        3600.0 * molar_mass.g_per_mol() / (f64::from(valence) * FARADAY_C_PER_MOL.value),
    )
}

/// Growth per unit of current density at 100 % efficiency, `100 c / (60 ρ)`, µm per A·min/dm².
///
/// Zinc: 0.2847.
pub fn growth(c: Equivalent, density: Density) -> f64 {
    100.0 * c.g_per_ah() / (60.0 * density.g_per_cm3())
}

/// Rate of growth `100 c j η / (60 ρ)`, µm/min. `efficiency` from 0 to 1.
pub fn rate(c: Equivalent, density: Density, j: CurrentDensity, efficiency: f64) -> Rate {
    Rate::new(growth(c, density) * j.a_per_dm2() * efficiency)
}

/// Mean thickness after a time.
///
/// Nickel at 2.5 A/dm², 95 %, 20 min, with c = 1.095 g/(A·h) and ρ = 8.8 g/cm³, a published example: 9.85 µm.
/// ```
/// use platewise_model::{plating::faraday::thickness, units::*};
/// let d = thickness(Equivalent::new(1.095), Density::new(8.8), CurrentDensity::new(2.5), 0.95, Minutes::new(20.0));
/// assert!((d.um() - 9.85).abs() < 0.005);
/// ```
pub fn thickness(
    c: Equivalent,
    density: Density,
    j: CurrentDensity,
    efficiency: f64,
    time: Minutes,
) -> Thickness {
    Thickness::new(rate(c, density, j, efficiency).um_per_min() * time.min())
}

/// Time to a mean thickness, min; infinite when nothing is deposited.
pub fn time(
    c: Equivalent,
    density: Density,
    j: CurrentDensity,
    efficiency: f64,
    thickness: Thickness,
) -> Minutes {
    Minutes::new(thickness.um() / rate(c, density, j, efficiency).um_per_min())
}

/// Current density that reaches a mean thickness in a time at a known efficiency, A/dm².
pub fn current_density(
    c: Equivalent,
    density: Density,
    efficiency: f64,
    time: Minutes,
    thickness: Thickness,
) -> CurrentDensity {
    CurrentDensity::new(thickness.um() / (growth(c, density) * efficiency * time.min()))
}

/// Efficiency that a mean thickness after a time shows, 0 to 1; above 1 the inputs contradict each other.
pub fn efficiency(
    c: Equivalent,
    density: Density,
    j: CurrentDensity,
    time: Minutes,
    thickness: Thickness,
) -> f64 {
    thickness.um() / (growth(c, density) * j.a_per_dm2() * time.min())
}

/// Efficiency that a weight gain shows, `m / (c Q)`.
pub fn efficiency_by_mass(c: Equivalent, charge: Charge, mass: Mass) -> f64 {
    mass.g() / (c.g_per_ah() * charge.ah())
}

/// Mass deposited by a charge, `m = c Q η`, g.
pub fn mass(c: Equivalent, charge: Charge, efficiency: f64) -> Mass {
    Mass::new(c.g_per_ah() * charge.ah() * efficiency)
}

/// Energy of a charge at a voltage, `V Q / 1000`, kWh.
pub fn energy(voltage: Voltage, charge: Charge) -> Energy {
    Energy::new(voltage.v() * charge.ah() / 1000.0)
}
