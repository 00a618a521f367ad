//! Alloys by charge balance: each component takes the charge of its own atoms.

use crate::data::constants::FARADAY_C_PER_MOL;
use crate::units::{Density, Equivalent};

/// A component: its mass fraction (they add up to 1), molar mass in g/mol, valence, and density in g/cm³.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Component {
    /// Mass fraction, 0 to 1.
    pub fraction: f64,
    /// Molar mass, g/mol.
    pub molar_mass: f64,
    /// Electrons per atom.
    pub valence: u8,
    /// Density of the pure element, g/cm³.
    pub density: f64,
}

/// Electrochemical equivalent of an alloy, `1/E = Σ wᵢ nᵢ / Mᵢ` and `c = 3600 E / F`, g/(A·h).
///
/// Zinc with 15 % nickel: 1.1992 g/(A·h). With one component it is that of the element.
pub fn equivalent(components: &[Component]) -> Equivalent {
    let electrons_per_gram: f64 = components
        .iter()
        .map(|part| part.fraction * f64::from(part.valence) / part.molar_mass)
        .sum();
    Equivalent::new(3600.0 / (electrons_per_gram * FARADAY_C_PER_MOL.value))
}

/// Density of an ideal mixture, `1/ρ = Σ wᵢ / ρᵢ`, g/cm³. Real intermetallic phases differ by a per cent or two.
pub fn ideal_density(components: &[Component]) -> Density {
    Density::new(1.0 / components.iter().map(|part| part.fraction / part.density).sum::<f64>())
}
