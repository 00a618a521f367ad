//! What coating a metric thread holds: ISO 4042:1999 as fasteners.eu re-posts it, and the fundamental deviations of ISO 965-1.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::float_cmp, reason = "a test fails by panicking")]

mod common;

use common::{document, judged, result, rounds_to};
use platewise_model::plating::thread::{bore_reduction, geometric_limit, pitch_diameter_growth, series_limit};
use platewise_model::report::Level;
use serde_json::json;

/// Thread, then the largest coating in µm in tolerance positions g, f and e. The page heads the last column c; its values are those of e.
const LARGEST_COATING_UM: [(&str, [f64; 3]); 6] = [
    ("M3", [5.0, 8.0, 12.0]),
    ("M5", [5.0, 8.0, 15.0]),
    ("M6", [5.0, 10.0, 15.0]),
    ("M8", [5.0, 10.0, 15.0]),
    ("M10", [8.0, 10.0, 15.0]),
    ("M12", [8.0, 12.0, 15.0]),
];

/// Nominal thickness with the least and the greatest batch average, µm.
const BATCH_AVERAGES_UM: [(f64, f64, f64); 9] = [
    (3.0, 3.0, 5.0),
    (5.0, 4.0, 6.0),
    (8.0, 7.0, 10.0),
    (10.0, 9.0, 12.0),
    (12.0, 11.0, 15.0),
    (15.0, 14.0, 18.0),
    (20.0, 18.0, 23.0),
    (25.0, 23.0, 28.0),
    (30.0, 27.0, 35.0),
];

/// ISO 965-1: threads with their pitch in mm and the deviations of g, f and e in µm.
const DEVIATIONS_UM: [(&str, f64, [f64; 3]); 13] = [
    ("M3", 0.5, [20.0, 36.0, 50.0]),
    ("M4", 0.7, [22.0, 38.0, 56.0]),
    ("M5", 0.8, [24.0, 38.0, 60.0]),
    ("M6", 1.0, [26.0, 40.0, 60.0]),
    ("M8", 1.25, [28.0, 42.0, 63.0]),
    ("M10", 1.5, [32.0, 45.0, 67.0]),
    ("M12", 1.75, [34.0, 48.0, 71.0]),
    ("M14", 2.0, [38.0, 52.0, 71.0]),
    ("M16", 2.0, [38.0, 52.0, 71.0]),
    ("M20", 2.5, [42.0, 58.0, 80.0]),
    ("M24", 3.0, [48.0, 63.0, 85.0]),
    ("M30", 3.5, [53.0, 70.0, 90.0]),
    ("M36", 4.0, [60.0, 75.0, 95.0]),
];

const SERIES_UM: [f64; 9] = [3.0, 5.0, 8.0, 10.0, 12.0, 15.0, 20.0, 25.0, 30.0];
const POSITIONS: [&str; 3] = ["g", "f", "e"];

fn limit(thread: &str, position: &str) -> f64 {
    result(&json!({ "thread": thread, "tolerance_position": position }), "thread_coating_limit_um")
}

#[test]
fn largest_coatings_are_those_that_iso_4042_prints() {
    for (thread, largest) in LARGEST_COATING_UM {
        for (position, um) in POSITIONS.into_iter().zip(largest) {
            assert_eq!(limit(thread, position), um, "{thread} {position}");
        }
    }
}

#[test]
fn the_largest_coating_is_a_quarter_of_the_deviation_rounded_down_to_the_series() {
    for (thread, _, deviations) in DEVIATIONS_UM {
        for (position, deviation) in POSITIONS.into_iter().zip(deviations) {
            let room = deviation / 4.0;
            let expected = SERIES_UM.into_iter().filter(|um| *um <= room).fold(0.0, f64::max);
            assert_eq!(limit(thread, position), expected, "{thread} {position}");
            assert_eq!(series_limit(deviation), Some(expected));
            assert_eq!(series_limit(-deviation), Some(expected), "written with its sign");
            assert_eq!(geometric_limit(deviation), room);
        }
    }
}

#[test]
fn a_thread_without_room_holds_no_coating_of_the_series() {
    assert_eq!(series_limit(0.0), None);
    assert_eq!(series_limit(11.9), None);
    assert_eq!(series_limit(12.0), Some(3.0));
}

#[test]
fn deviations_and_pitches_are_those_of_iso_965() {
    use platewise_model::data::Listed;
    use platewise_model::data::fasteners::Thread;
    assert_eq!(Thread::all().len(), DEVIATIONS_UM.len());
    for (id, pitch, deviations) in DEVIATIONS_UM {
        let thread = Thread::find(id).unwrap();
        assert_eq!(thread.pitch.value, pitch, "{id}");
        assert_eq!([thread.deviation_g.value, thread.deviation_f.value, thread.deviation_e.value], deviations, "{id}");
    }
}

#[test]
fn batch_averages_are_those_that_iso_4042_prints() {
    let ours = platewise_model::data::thickness::ISO_4042.map(|row| (row.nominal_um, row.batch_minimum_um, row.batch_maximum_um));
    assert_eq!(ours, BATCH_AVERAGES_UM);
}

/// The consequence that costs money: the usual 8 µm on M6 or M8 in 6g is out of tolerance by the standard.
#[test]
fn eight_micrometres_do_not_fit_m6_and_m8_in_6g() {
    for thread in ["M6", "M8"] {
        let inputs = |um: f64| json!({ "thread": thread, "thickness_um": um, "thickness_kind": "batch_average" });
        assert_eq!(judged(&inputs(8.0), "thread_too_thick"), Some(Level::Alarm), "{thread}");
        assert_eq!(judged(&inputs(5.0), "thread_fits"), Some(Level::Ok), "{thread}");
        assert_eq!(judged(&inputs(5.5), "thread_tight"), Some(Level::Warning), "{thread}: between the series and the profile");
    }
    let m10 = json!({ "thread": "M10", "thickness_um": 8, "thickness_kind": "batch_average" });
    assert_eq!(judged(&m10, "thread_fits"), Some(Level::Ok), "an M10 holds it");
    let wider = json!({ "thread": "M8", "tolerance_position": "f", "thickness_um": 8, "thickness_kind": "batch_average" });
    assert_eq!(judged(&wider, "thread_fits"), Some(Level::Ok), "and an M8 of position f");
}

/// A minimum of 8 µm on every part takes an average above 8; ISO 4042 bounds that of the batch: 7 to 10 µm for 8.
#[test]
fn the_batch_average_of_a_nominal_thickness_is_bounded() {
    let asked = |um: f64, ratio: f64, thread: &str| json!({ "thread": thread, "thickness_um": um, "thickness_kind": "minimum", "minimum_to_average": ratio });
    let roomy = asked(8.0, 0.9, "M36"); // 8.89 µm on a thread that holds 15
    assert_eq!(judged(&roomy, "thread_fits"), Some(Level::Ok));
    assert_eq!(judged(&roomy, "batch_average_range"), Some(Level::Note), "also where it fits");
    assert_eq!(judged(&roomy, "batch_average_exceeded"), None);
    let uneven = asked(8.0, 0.7, "M36"); // 11.4 µm
    assert_eq!(judged(&uneven, "thread_fits"), Some(Level::Ok));
    assert_eq!(judged(&uneven, "batch_average_exceeded"), Some(Level::Warning));
    assert_eq!(judged(&asked(8.0, 0.8, "M36"), "batch_average_exceeded"), None, "10 µm is the bound itself");
    for other in [asked(7.0, 0.7, "M36"), json!({ "thread": "M8", "thickness_um": 8 }), json!({ "thickness_um": 8, "thickness_kind": "minimum" })] {
        assert_eq!(judged(&other, "batch_average_range"), None, "no nominal, no minimum, no fastener: {other}");
    }
    // A code of ISO 4042 is for fasteners whether a thread is named or not; that of ISO 2081 is not.
    assert_eq!(judged(&json!({ "designation": "A3C", "minimum_to_average": 0.7 }), "batch_average_exceeded"), Some(Level::Warning));
    assert_eq!(judged(&json!({ "designation": "Fe/Zn 8", "minimum_to_average": 0.7 }), "batch_average_range"), None);
    let short = json!({ "designation": "A3C", "solve_for": "thickness", "time_min": 1 });
    assert_eq!(judged(&short, "batch_average_missed"), Some(Level::Warning));
}

#[test]
fn without_a_thread_no_fit_is_judged() {
    let document = document(&json!({ "thickness_um": 20 }));
    assert!(document["results"]["thread_coating_limit_um"].is_null());
    assert!(!document["warnings"].to_string().contains("thread_"));
}

/// On a flank of 60° the pitch diameter grows by four thicknesses, a bore loses two.
#[test]
fn a_pitch_diameter_grows_by_four_thicknesses_and_a_bore_loses_two() {
    assert_eq!((pitch_diameter_growth(8.0), bore_reduction(8.0)), (32.0, 16.0));
    let inputs = json!({ "thickness_um": 8 });
    rounds_to(result(&inputs, "pitch_diameter_growth_um"), "32.0", "pitch diameter");
    rounds_to(result(&inputs, "bore_reduction_um"), "16.0", "bore");
}
