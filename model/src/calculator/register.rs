//! The register: every calculator, one line each, in the order they are offered.

use super::{AnyCalculator, Calculator};
use crate::data::{self, Row};

/// Hands the register to another macro. The application cuts a piece of code for each calculator, which no loop over
/// [`ALL`] can do: a page would carry all of them.
#[macro_export]
macro_rules! with_calculators {
    ($macro:ident) => {
        $macro! {
            plating_time::PlatingTime,
            coating_weight::CoatingWeight,
            part_area::PartArea,
            quote::Quote,
            process_comparison::ProcessComparison,
            pv_payback::PvPayback,
        }
    };
}

macro_rules! all {
    ($($folder:ident::$Calculator:ident,)+) => {
        /// All calculators, in the order they are offered.
        pub static ALL: &[&AnyCalculator] =
            &[$(AnyCalculator::of::<super::$folder::$Calculator>()),+];

        /// Every figure that ships, each once: those of [`crate::data`], then those that single calculators bring.
        pub fn figures() -> Vec<Row> {
            let mut all = data::rows();
            $(all.extend_from_slice(<super::$folder::$Calculator as Calculator>::figures());)+
            all
        }
    };
}
with_calculators!(all);

/// The calculator of a name.
pub fn find(id: &str) -> Option<&'static AnyCalculator> {
    ALL.iter().copied().find(|calculator| calculator.id == id)
}
