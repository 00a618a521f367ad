//! What a coating does to a thread and a bore. On a 60° flank the pitch diameter grows by four times the thickness, a bore or shaft by two.

use crate::data::fasteners::ISO_4042_SERIES_UM;

/// Growth of the pitch diameter of a 60° external thread, `4 d`, µm.
pub fn pitch_diameter_growth(thickness_um: f64) -> f64 {
    4.0 * thickness_um
}

/// Loss of diameter of a bore, `2 d`, µm.
pub fn bore_reduction(thickness_um: f64) -> f64 {
    2.0 * thickness_um
}

/// Thickness at which the basic profile is reached: a quarter of the fundamental deviation, µm.
pub fn geometric_limit(deviation_um: f64) -> f64 {
    deviation_um.abs() / 4.0
}

/// Share of the deviation that the batch average may take on bolts of a length: ISO 4042 asks for 4, 5 and 6 times the nominal thickness up to
/// 5, 10 and 15 diameters, since long bolts are plated less evenly.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum BoltLength {
    /// Up to 5 diameters.
    Short,
    /// Over 5, up to 10 diameters.
    Medium,
    /// Over 10, up to 15 diameters.
    Long,
}

/// Largest coating of the ISO 4042 series on bolts of a length, µm; `None` when not even the thinnest fits.
///
/// M12 in position g has 34 µm: 8 µm on short bolts, 5 µm on long ones.
/// ```
/// use platewise_model::plating::thread::{BoltLength, largest_nominal};
/// let of = |length| largest_nominal(34.0, length);
/// assert_eq!([BoltLength::Short, BoltLength::Medium, BoltLength::Long].map(of), [Some(8.0), Some(5.0), Some(5.0)]);
/// ```
pub fn largest_nominal(deviation_um: f64, length: BoltLength) -> Option<f64> {
    let parts = match length {
        BoltLength::Short => 4.0,
        BoltLength::Medium => 5.0,
        BoltLength::Long => 6.0,
    };
    within_series(deviation_um.abs() / parts)
}

fn within_series(limit: f64) -> Option<f64> {
    ISO_4042_SERIES_UM.into_iter().take_while(|&nominal| nominal <= limit).last()
}

/// Largest coating of the ISO 4042 series that fits, µm; `None` when not even the thinnest does.
///
/// M8 (pitch 1.25 mm) in position g has 28 µm: 7 µm fit, so 5 of the series.
/// ```
/// use platewise_model::plating::thread::series_limit;
/// assert_eq!(series_limit(28.0), Some(5.0));
/// ```
pub fn series_limit(deviation_um: f64) -> Option<f64> {
    within_series(geometric_limit(deviation_um))
}
