//! Writes codes.

use super::{Designation, Standard};
use crate::data::passivates::Passivate;
use crate::data::thickness::{ISO_2081, ISO_4042, Iso2081Class};

/// Writes the ISO 4042:1999 code of a deposit whose least thickness and passivate are given; `None` where there is no code for it.
///
/// The thickness code is the highest whose nominal thickness is met.
pub fn write_iso_4042(deposit: &str, minimum_um: f64, passivate: &Passivate) -> Option<String> {
    let coating = super::COATS.iter().find(|coat| coat.deposit == Some(deposit) && coat.is_passivated)?.letter?;
    let met = ISO_4042.iter().filter(|row| row.nominal_um <= minimum_um + ROUNDING_UM).filter_map(|row| row.code).next_back()?;
    let finish = passivate.iso4042.first()?;
    Some(format!("{coating}{met}{finish}"))
}

/// The highest ISO 2081 class, and with it the service condition of ASTM B633, whose least thickness is met.
pub fn class_met(minimum_um: f64) -> Option<&'static Iso2081Class> {
    ISO_2081.iter().rfind(|class| class.minimum_um <= minimum_um + ROUNDING_UM)
}

/// A thickness that was computed back from itself may fall short by rounding; a gauge reads tenths of a micrometre.
const ROUNDING_UM: f64 = 1e-6;

/// Writes a code in a system; `None` where that system cannot say it.
pub fn write(_code: &Designation, _standard: Standard) -> Option<String> {
    None
}
