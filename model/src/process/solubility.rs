//! Zinc that stays dissolved over freshly precipitated hydroxide, by pH.

use crate::data::deposits::ZINC;
use crate::data::treatment as table;

/// Dissolved zinc in mg/L over fresh amorphous Zn(OH)₂ at a pH (7 to 13 is meant), at 25 °C without complexants:
/// `[Zn] = *K [H⁺]² (1 + β₁/[H⁺] + β₂/[H⁺]² + β₃/[H⁺]³ + β₄/[H⁺]⁴)`, ideal dilute solution.
///
/// Aged precipitate holds about fifteen times less; ammonia, amines, EDTA and cyanide hold more.
///
/// ```
/// use platewise_model::process::solubility::zinc_mg_per_l;
/// assert!((zinc_mg_per_l(9.5) - 0.42).abs() < 0.005);
/// ```
pub fn zinc_mg_per_l(ph: f64) -> f64 {
    let hydroxides =
        [&table::ZINC_BETA_1, &table::ZINC_BETA_2, &table::ZINC_BETA_3, &table::ZINC_BETA_4];
    let mut free = 1.0;
    let mut ions = 0.0;
    for beta in hydroxides {
        ions += ph;
        free += power_of_ten(ions - beta.value);
    }
    power_of_ten(table::ZINC_HYDROXIDE_LOG_K.value - 2.0 * ph)
        * free
        * ZINC.molar_mass.value
        * 1000.0
}

fn power_of_ten(exponent: f64) -> f64 {
    10f64.powf(exponent)
}
