//! The fourteen processes of Faraday's law in plating, in each of the seven figures that handbooks print for them.
//! Calculated apart from this program from F of CODATA 2018, IUPAC molar masses and the densities that handbooks print.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::float_cmp,
    reason = "a test fails by panicking"
)]

mod common;

use common::{result, rounds_to};
use serde_json::json;

/// Deposit, then as printed: electrons, g/cm³, g/(A·h), mg/C, A·h/dm² per µm, µm per A·min/dm², µm/h at 1 A/dm², min for 10 µm, A·h/(ft² mil).
const PROCESSES: [(&str, [&str; 9]); 14] = [
    ("zinc", ["2", "7.14", "1.2197", "0.33881", "0.05854", "0.2847", "17.083", "35.12", "13.81"]),
    ("nickel", ["2", "8.90", "1.0950", "0.30416", "0.08128", "0.2050", "12.303", "48.77", "19.18"]),
    ("iron", ["2", "7.87", "1.0418", "0.28940", "0.07554", "0.2206", "13.238", "45.32", "17.83"]),
    (
        "copper_cyanide",
        ["1", "8.96", "2.3710", "0.65861", "0.03779", "0.4410", "26.462", "22.67", "8.92"],
    ),
    (
        "copper_acid",
        ["2", "8.96", "1.1855", "0.32930", "0.07558", "0.2205", "13.231", "45.35", "17.83"],
    ),
    (
        "chromium_hexavalent",
        ["6", "7.19", "0.3233", "0.08982", "0.22237", "0.0750", "4.497", "133.4", "52.47"],
    ),
    (
        "chromium_trivalent",
        ["3", "7.19", "0.6467", "0.17963", "0.11118", "0.1499", "8.994", "66.71", "26.24"],
    ),
    (
        "tin_acid",
        ["2", "7.29", "2.2146", "0.61517", "0.03292", "0.5063", "30.379", "19.75", "7.77"],
    ),
    (
        "tin_stannate",
        ["4", "7.29", "1.1073", "0.30759", "0.06584", "0.2532", "15.189", "39.50", "15.54"],
    ),
    ("silver", ["1", "10.49", "4.0247", "1.11798", "0.02606", "0.6395", "38.367", "15.64", "6.15"]),
    (
        "gold_cyanide",
        ["1", "19.30", "7.3491", "2.04141", "0.02626", "0.6346", "38.078", "15.76", "6.20"],
    ),
    (
        "gold_iii",
        ["3", "19.30", "2.4497", "0.68047", "0.07879", "0.2115", "12.693", "47.27", "18.59"],
    ),
    ("cadmium", ["2", "8.65", "2.0972", "0.58254", "0.04125", "0.4041", "24.245", "24.75", "9.73"]),
    ("cobalt", ["2", "8.90", "1.0994", "0.30540", "0.08095", "0.2059", "12.353", "48.57", "19.10"]),
];

/// Square decimetres in a square foot, by definition of the foot.
const DM2_PER_FT2: f64 = 9.290_304;

#[test]
fn every_process_has_the_seven_figures_of_the_handbooks() {
    for (
        deposit,
        [
            electrons,
            density,
            g_per_ah,
            mg_per_c,
            ah_per_dm2_um,
            um_per_a_min,
            um_per_h,
            min_for_10,
            ah_per_ft2_mil,
        ],
    ) in PROCESSES
    {
        let inputs = json!({ "deposit": deposit, "efficiency": 1, "current_density_a_per_dm2": 1, "thickness_um": 10 });
        let found = |name: &str| result(&inputs, name);
        let equivalent = found("electrochemical_equivalent_g_per_ah");
        rounds_to(found("valence"), electrons, deposit);
        rounds_to(found("density_g_per_cm3"), density, deposit);
        rounds_to(equivalent, g_per_ah, deposit);
        rounds_to(equivalent / 3.6, mg_per_c, deposit);
        rounds_to(found("charge_ah_per_dm2") / 10.0, ah_per_dm2_um, deposit);
        rounds_to(found("rate_um_per_min"), um_per_a_min, deposit);
        rounds_to(found("rate_um_per_min") * 60.0, um_per_h, deposit);
        rounds_to(found("time_min"), min_for_10, deposit);
        let one_mil = json!({ "deposit": deposit, "efficiency": 1, "thickness_um": 25.4, "area_dm2": DM2_PER_FT2 });
        rounds_to(result(&one_mil, "charge_ah"), ah_per_ft2_mil, deposit);
    }
}

#[test]
fn zinc_at_one_ampere_per_square_decimetre_grows_17_micrometres_an_hour() {
    let inputs = json!({ "solve_for": "thickness", "time_min": 60, "current_density_a_per_dm2": 1, "efficiency": 1 });
    rounds_to(result(&inputs, "thickness_um"), "17.083", "zinc in an hour");
}

/// The bath changes how much of the current deposits metal, never what a coulomb deposits.
#[test]
fn all_zinc_baths_share_one_equivalent() {
    for bath in [
        "cyanide_low",
        "cyanide_mid",
        "cyanide_high",
        "alkaline_low",
        "alkaline_mid",
        "alkaline_high",
        "acid_potassium",
        "acid_ammonium",
        "acid_sulphate",
    ] {
        rounds_to(
            result(&json!({ "bath": bath }), "electrochemical_equivalent_g_per_ah"),
            "1.2197",
            bath,
        );
    }
}
