//! What leaves the rinses has to be treated: cyanide destroyed, metal precipitated, alkali neutralised, sludge carried away.
//! Masses follow from the stoichiometry in `data::treatment`.

use crate::data::treatment as table;

/// What cyanide is oxidised with.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Oxidant {
    /// Sodium hypochlorite solution with 10 % available chlorine.
    #[default]
    Hypochlorite,
    /// Chlorine gas with sodium hydroxide.
    Chlorine,
}

/// What destroying cyanide takes, all masses in the unit of the cyanide.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Destruction {
    /// Hypochlorite solution, 10 % available chlorine.
    pub hypochlorite: f64,
    /// Chlorine.
    pub chlorine: f64,
    /// Sodium hydroxide, 100 %.
    pub naoh: f64,
}

/// Cyanide ion in a mass of sodium cyanide: `0.531 m`.
pub fn cyanide_of(nacn: f64) -> f64 {
    nacn * table::CYANIDE_SHARE.value
}

/// Two-stage alkaline chlorination of a mass of cyanide ion to nitrogen and hydrogen carbonate, with an `excess` factor (1 or more).
///
/// Hypochlorite: 68.1 kg of 10 % solution per kg. Chlorine: 6.813 kg, and 7.69 kg of sodium hydroxide, which hypochlorite does not need.
///
/// ```
/// use platewise_model::process::waste::{Oxidant, destroy};
/// assert!((destroy(1.0, Oxidant::Hypochlorite, 1.3).hypochlorite - 88.5).abs() < 0.1);
/// ```
pub fn destroy(cyanide: f64, with: Oxidant, excess: f64) -> Destruction {
    match with {
        Oxidant::Hypochlorite => Destruction {
            hypochlorite: cyanide * table::HYPOCHLORITE_PER_CYANIDE.value * excess,
            ..Destruction::default()
        },
        Oxidant::Chlorine => Destruction {
            hypochlorite: 0.0,
            chlorine: cyanide * table::CHLORINE_PER_CYANIDE.value * excess,
            naoh: cyanide * table::NAOH_PER_CYANIDE.value * excess,
        },
    }
}

/// What brings drag-out to the pH of precipitation, masses in the unit of the metals.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Neutralisation {
    /// Sodium hydroxide, 100 %, for the metals of a bath that holds no alkali.
    pub naoh: f64,
    /// Sulphuric acid, 100 %, for the alkali of a bath that does.
    pub h2so4: f64,
}

/// Alkaline drag-out brings more alkali than its zinc needs, so it takes acid: 1.226 kg H₂SO₄ per kg NaOH. Acid drag-out takes
/// 1.224 kg NaOH per kg of zinc and 1.363 per kg of nickel. `excess` is a factor, 1 or more.
pub fn neutralise(zinc: f64, nickel: f64, naoh: f64, excess: f64) -> Neutralisation {
    if naoh > 0.0 {
        Neutralisation { naoh: 0.0, h2so4: naoh * table::H2SO4_PER_NAOH.value * excess }
    } else {
        Neutralisation {
            naoh: (zinc * table::NAOH_PER_ZINC.value + nickel * table::NAOH_PER_NICKEL.value)
                * excess,
            h2so4: 0.0,
        }
    }
}

/// Hydroxide precipitated from zinc and nickel, dry: 1.520 and 1.580 kg per kg.
pub fn hydroxide(zinc: f64, nickel: f64) -> f64 {
    zinc * table::HYDROXIDE_PER_ZINC.value + nickel * table::HYDROXIDE_PER_NICKEL.value
}

/// Wet cake of a dry mass at a share of solids, 0 to 1. Zinc hydroxide at 30 %: 5.07 kg per kg of zinc.
///
/// ```
/// use platewise_model::process::waste::{cake, hydroxide};
/// assert!((cake(hydroxide(1.0, 0.0), 0.30) - 5.1).abs() < 0.05);
/// ```
pub fn cake(dry: f64, solids: f64) -> f64 {
    dry / solids
}
