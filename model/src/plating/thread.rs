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

/// Largest coating of the ISO 4042 series that fits, µm; `None` when not even the thinnest does.
///
/// M8 (pitch 1.25 mm) in position g has 28 µm: 7 µm fit, so 5 of the series.
/// ```
/// use platewise_model::plating::thread::series_limit;
/// assert_eq!(series_limit(28.0), Some(5.0));
/// ```
pub fn series_limit(deviation_um: f64) -> Option<f64> {
    let limit = geometric_limit(deviation_um);
    ISO_4042_SERIES_UM.into_iter().take_while(|&nominal| nominal <= limit).last()
}
