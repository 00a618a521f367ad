//! Metric screws: the true area of a thread.

use std::f64::consts::PI;

/// The published areas of threads over those of the bare profile: crests and roots are not sharp.
pub const PUBLISHED_OVER_PROFILE: f64 = 1.01;
/// Length of the rounded root over the pitch.
const ROOT_ARC: f64 = 0.3023;

/// Core diameter of the basic profile, `d − 1.082532 P`, mm.
pub fn core_diameter(diameter: f64, pitch: f64) -> f64 {
    diameter - 1.082_532 * pitch
}

/// Pitch diameter, `d − 0.6495 P`, mm: a thread has the volume of a cylinder of it, and a rolled thread was one.
pub fn pitch_diameter(diameter: f64, pitch: f64) -> f64 {
    diameter - 0.6495 * pitch
}

/// Area of an external metric thread by its length, mm²/mm: crest `d/8`, flanks `1.25 (d + d₁)/2`, rounded root, all by π and by 1.01,
/// within 1 % of ISO 4042:1999 Annex G from M1.6 to M18.
///
/// M8, printed 38.48:
/// ```
/// use platewise_model::part::screw::thread_area_per_mm;
/// assert!((thread_area_per_mm(8.0, 1.25) / 38.48 - 1.0).abs() < 0.01);
/// ```
pub fn thread_area_per_mm(diameter: f64, pitch: f64) -> f64 {
    let root = diameter - 1.0825 * pitch - 0.05 * pitch;
    PI * (diameter / 8.0
        + 1.25 * 0.5 * (diameter + core_diameter(diameter, pitch))
        + ROOT_ARC * root)
        * PUBLISHED_OVER_PROFILE
}
