//! The sun, the light on a plane and the photovoltaic system against pvlib and the models that the method is made of. Figures not
//! otherwise marked were computed with pvlib 0.16.1.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::approx_constant,
    reason = "a test fails by panicking; angles were taken in steps of 7.5°"
)]

use platewise_model::solar::plane::{ALBEDO, Light, Plane, Sky, air_mass, on_plane, through_glass};
use platewise_model::solar::position::{Day, Place, Sun};
use platewise_model::solar::system::{System, alternating, cell_c, direct, losses};
use platewise_model::solar::weather::{
    Climate, clearness_classes, diffuse_share_of_day, diffuse_share_of_month, light_of_hour,
    sky_of_hour, split_hour, year_of_means,
};

fn close(ours: f64, expected: f64, relative: f64, what: &str) {
    assert!(
        (ours - expected).abs() <= relative * expected.abs().max(1e-12) + 1e-12,
        "{what}: {ours}, expected {expected}"
    );
}

fn all_close(ours: impl IntoIterator<Item = f64>, expected: &[f64], relative: f64, what: &str) {
    let ours: Vec<f64> = ours.into_iter().collect();
    assert_eq!(ours.len(), expected.len(), "{what}");
    for (index, (ours, expected)) in ours.iter().zip(expected).enumerate() {
        close(*ours, *expected, relative, &format!("{what} {index}"));
    }
}

/// Half a unit of the tenth digit, in which the cases are given, and the rounding of what they were made from.
const TEN_DIGITS: f64 = 1e-9;

/// Place, day, clock, then equation of time, declination, hour angle, zenith and azimuth by Spencer's series; zenith and azimuth by the
/// algorithm of Reda and Andreas (2004).
#[test]
fn the_sun_stands_where_pvlib_has_it() {
    for (
        latitude,
        longitude,
        offset,
        day,
        clock,
        [equation, declination, hour_angle, zenith, azimuth],
        [true_zenith, true_azimuth],
    ) in [
        (
            29.917,
            121.467,
            8.0,
            172.0,
            12.0,
            [-1.343724732, 0.4093154203, 1.131068817, 0.1142024726, 3.301183458],
            [6.549749861, 188.4695219],
        ),
        (
            29.917,
            121.467,
            8.0,
            79.0,
            6.5,
            [-8.179675734, -0.008046545434, -83.07791893, 1.470183105, 1.638269245],
            [84.10334146, 93.85744034],
        ),
        (
            48.68,
            9.22,
            1.0,
            15.0,
            12.5,
            [-8.644759383, -0.3712788192, -0.4411898457, 1.220924516, 3.133954346],
            [69.8096782, 179.3935238],
        ),
        (
            41.98,
            -87.92,
            -6.0,
            227.0,
            16.5,
            [-4.888852552, 0.2495910984, 68.35778686, 1.125322043, 4.650934661],
            [64.80927218, 266.2255748],
        ),
        (
            10.817,
            106.65,
            7.0,
            105.0,
            12.0,
            [-0.2558737999, 0.1654706688, 1.58603155, 0.03586545492, 4.006967078],
            [1.955187147, 233.8309734],
        ),
    ] {
        let place =
            Place { latitude_deg: latitude, longitude_deg: longitude, utc_offset_h: offset };
        let of_day = Day::of(day);
        // pvlib takes 1440 / 2π where Spencer has 229.18.
        close(of_day.equation_of_time_min, equation, 2e-5, "equation of time");
        close(of_day.declination, declination, TEN_DIGITS, "declination");
        assert!(
            (of_day.arc(latitude).at(of_day.solar_time_h(place, clock)).hour_angle.to_degrees()
                - hour_angle)
                .abs()
                < 1e-4,
            "hour angle"
        );
        let sun = of_day.arc(latitude).at(12.0 + hour_angle / 15.0);
        close(sun.up.acos(), zenith, 1e-8, "zenith");
        close(sun.azimuth(), azimuth, 1e-8, "azimuth");
        let moment = Day::of(day + (clock - offset) / 24.0);
        let sun = moment.arc(latitude).at(moment.solar_time_h(place, clock));
        assert!(
            (sun.up.acos().to_degrees() - true_zenith).abs() < 0.2,
            "zenith {} {true_zenith}",
            sun.up.acos().to_degrees()
        );
        let apart = (sun.azimuth().to_degrees() - true_azimuth).abs();
        assert!(
            apart.min(360.0 - apart) * true_zenith.to_radians().sin() < 0.6,
            "azimuth {} {true_azimuth}",
            sun.azimuth().to_degrees()
        );
    }
}

#[test]
fn light_outside_the_atmosphere_follows_the_year() {
    for (day, expected) in [1.0, 45.0, 80.0, 172.0, 266.0, 355.0].into_iter().zip([
        1413.981805,
        1401.580004,
        1376.892361,
        1321.623593,
        1356.599693,
        1412.708564,
    ]) {
        close(1366.1 * Day::of(day).eccentricity, expected, TEN_DIGITS, "extraterrestrial");
    }
}

#[test]
fn air_mass_is_that_of_kasten_and_young() {
    for (zenith, expected) in [0.0, 30.0, 60.0, 75.0, 85.0, 88.0, 89.9].into_iter().zip([
        0.9997119919,
        1.153992233,
        1.994292853,
        3.812911869,
        10.30579133,
        19.43324511,
        36.4667863,
    ]) {
        close(air_mass(f64::to_radians(zenith)), expected, TEN_DIGITS, "air mass");
    }
}

/// Plane, sun, beam, global, diffuse, extraterrestrial; then cosine of incidence, and light on the plane by the three skies.
#[test]
fn light_on_a_plane_is_that_of_pvlib() {
    for (
        [tilt, facing, zenith, azimuth, beam, global, diffuse, extraterrestrial],
        cosine,
        expected,
    ) in [
        (
            [20.0, 180.0, 30.0, 180.0, 700.0, 750.0, 143.782, 1321.623593],
            0.984807753,
            [833.3349228, 846.0764408, 858.8782338],
        ),
        (
            [20.0, 180.0, 65.0, 120.0, 400.0, 300.0, 130.953, 1321.623593],
            0.5521190216,
            [349.6611139, 363.0010623, 371.347554],
        ),
        (
            [35.0, 200.0, 75.0, 230.0, 550.0, 250.0, 107.65, 1412.708564],
            0.6918181903,
            [482.9370624, 556.8424362, 542.8328682],
        ),
    ] {
        let plane = Plane { tilt_deg: tilt, azimuth_deg: facing }.facing();
        let sun = Sun::from_degrees(zenith, azimuth);
        close(plane.cos_incidence(&sun), cosine, TEN_DIGITS, "incidence");
        let light = Light { global, diffuse, beam, extraterrestrial };
        let ours = [Sky::Isotropic, Sky::HayDavies, Sky::Perez]
            .map(|sky| on_plane(&plane, &sun, &light, ALBEDO, sky).global());
        all_close(ours, &expected, 1e-8, "on the plane");
    }
}

#[test]
fn glass_lets_through_what_fresnel_says() {
    let expected = [
        1.0,
        0.997886863,
        0.9879778815,
        0.9460029142,
        0.8597201902,
        0.6341166932,
        0.4008791503,
        0.09922519331,
    ];
    all_close(
        [0.0, 30.0, 45.0, 60.0, 70.0, 80.0, 85.0, 89.0]
            .map(|angle: f64| through_glass(angle.to_radians().cos())),
        &expected,
        1e-8,
        "glass",
    );
}

#[test]
fn cells_warm_as_sam_has_it() {
    let (light, air, wind) = ([0.1, 0.4, 0.8, 1.0], [5.0, 15.0, 30.0, 38.0], [1.0, 2.5, 1.0, 5.0]);
    for (noct, expected) in [
        (45.0, [7.979892206, 23.63363363, 53.83913765, 52.78909465]),
        (49.0, [8.456674959, 25.01501502, 57.65339967, 55.15534979]),
    ] {
        all_close(
            (0..4).map(|at| cell_c(light[at], air[at], wind[at], noct, 0.21)),
            &expected,
            1e-8,
            "cell",
        );
    }
}

#[test]
fn direct_and_alternating_current_are_those_of_pvwatts() {
    let lost = losses(&[0.02, 0.03, 0.0, 0.02, 0.02, 0.005, 0.015, 0.01, 0.0, 0.03]);
    close(lost, 0.1407566069, TEN_DIGITS, "losses");
    let (light, cell) = ([0.0, 0.02, 0.2, 0.6, 1.0, 1.15], [10.0, 12.0, 25.0, 45.0, 60.0, 20.0]);
    for (coefficient, [dc, ac, clipped]) in [
        (
            -0.0047,
            [
                [0.0, 21.222, 200.0, 543.6, 835.5, 1177.025],
                [0.0, 12.79885786, 163.1070435, 449.5262809, 690.3031414, 833.3333333],
                [0.0, 15.73008839, 190.5575357, 523.2279872, 802.3943311, 833.3333333],
            ],
        ),
        (
            -0.0029,
            [
                [0.0, 20.754, 200.0, 565.2, 898.5, 1166.675],
                [0.0, 12.40423394, 163.1070435, 467.4234098, 741.9624855, 833.3333333],
                [0.0, 15.27087051, 190.5575357, 543.9942646, 833.3333333, 833.3333333],
            ],
        ),
    ] {
        let ours: Vec<f64> = (0..6).map(|at| direct(light[at], cell[at], coefficient)).collect();
        all_close(ours.iter().map(|ours| 1000.0 * ours), &dc, 1e-10, "direct");
        all_close(
            ours.iter().map(|ours| 1000.0 * alternating(ours * (1.0 - 0.140_757), 1.2, 0.96)),
            &ac,
            TEN_DIGITS,
            "alternating",
        );
        all_close(
            ours.iter().map(|ours| 1000.0 * alternating(*ours, 1.2, 0.96)),
            &clipped,
            TEN_DIGITS,
            "clipped",
        );
    }
}

/// Direct and alternating current, W of 4 kW, as NREL's web service exported them (file in pvlib's source distribution).
#[test]
fn the_inverter_is_that_of_nrels_own_service() {
    for (dc, ac) in [
        (27.157, 6.258),
        (305.127, 278.799),
        (1581.521, 1521.045),
        (2616.238, 2516.966),
        (2219.289, 2136.077),
        (559.879, 527.946),
        (1410.406, 1355.387),
        (1159.172, 1111.672),
        (2907.679, 2795.684),
        (2711.07, 2607.744),
        (1641.244, 1578.799),
        (1915.79, 1843.87),
    ] {
        let ours = 4000.0 * alternating(dc / 4000.0, 1.2, 0.96);
        assert!((ours - ac).abs() < 0.05, "{dc}: {ours}, expected {ac}");
    }
}

/// Day, declination, sunset and light outside the atmosphere of Klein's mean days at 43° N, computed with the same series in another program.
/// The fourth is example 1.10.1 of Duffie and Beckman: 33.8 MJ/m² with 1367 W/m² and Cooper's declination.
#[test]
fn mean_days_are_those_of_klein() {
    for (number, declination, sunset, outside) in [
        (17.0, -0.3648366953, 1.206641067, 3.70699635),
        (47.0, -0.2200684402, 1.360657681, 5.280709672),
        (75.0, -0.03563920896, 1.53754202, 7.284366931),
        (105.0, 0.1654706688, 1.727160526, 9.362167582),
        (135.0, 0.3259162147, 1.891422143, 10.88531459),
        (162.0, 0.4020875656, 1.978560434, 11.54674583),
        (198.0, 0.3725505693, 1.943813975, 11.23276491),
        (228.0, 0.2441595828, 1.805255917, 10.01097015),
        (258.0, 0.05834691453, 1.625294505, 8.157786247),
        (288.0, -0.1434267411, 1.435713557, 6.037829228),
        (318.0, -0.3148730423, 1.262192657, 4.208341483),
        (344.0, -0.3986441973, 1.167152864, 3.335205811),
    ] {
        let day = Day::of(number);
        close(day.declination, declination, TEN_DIGITS, "declination");
        close(day.sunset(43.0), sunset, TEN_DIGITS, "sunset");
        close(day.extraterrestrial_kwh_per_m2(43.0), outside, TEN_DIGITS, "outside");
    }
    let of_april = 3.6 * Day::of(105.0).extraterrestrial_kwh_per_m2(43.0) * 1367.0 / 1361.0;
    assert!((of_april / 33.8 - 1.0).abs() < 0.005, "{of_april}");
}

#[test]
fn a_day_falls_on_its_hours_by_liu_and_jordan_and_by_collares_pereira_and_rabl() {
    let (sunset, angles) = (
        1.797610547,
        [
            -1.701696021,
            -1.178097245,
            -0.6544984695,
            -0.1308996939,
            0.0,
            0.3926990817,
            0.9162978573,
            1.439896633,
        ],
    );
    // The angles and the sunset have ten digits themselves, and close to sunset little is left of them.
    all_close(
        angles.map(|angle| light_of_hour(angle, sunset)),
        &[
            0.006335580039,
            0.05074025299,
            0.09837061942,
            0.1251908205,
            0.1264054968,
            0.1157617469,
            0.07563059372,
            0.02682381177,
        ],
        1e-8,
        "light",
    );
    all_close(
        angles.map(|angle| sky_of_hour(angle, sunset)),
        &[
            0.008958322407,
            0.05768731534,
            0.09668021431,
            0.1154889035,
            0.1163012096,
            0.1090736099,
            0.07915330618,
            0.03374511359,
        ],
        1e-8,
        "sky",
    );
}

/// Erbs, Klein and Duffie 1982, evaluated in another program.
#[test]
fn diffuse_shares_are_those_of_erbs() {
    let clearness: [f64; 6] = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7];
    for (sunset, day, month) in [
        (
            75_f64,
            [0.96284944, 0.89199919, 0.75828064, 0.56884375, 0.35336944, 0.16406959],
            [0.829464, 0.642311, 0.500472, 0.391125, 0.301448, 0.218619],
        ),
        (
            100.0,
            [0.9611704, 0.8777566, 0.7584352, 0.608275, 0.4323448, 0.2357134],
            [0.829112, 0.663663, 0.533976, 0.429125, 0.338184, 0.250227],
        ),
    ] {
        all_close(
            clearness.map(|k| diffuse_share_of_day(k, sunset.to_radians())),
            &day,
            TEN_DIGITS,
            "of the day",
        );
        all_close(
            clearness.map(|k| diffuse_share_of_month(k, sunset.to_radians())),
            &month,
            TEN_DIGITS,
            "of the month",
        );
    }
}

#[test]
fn an_hour_is_split_as_erbs_splits_it() {
    let extraterrestrial = 1366.1 * Day::of(172.0).eccentricity;
    let (global, zenith): ([f64; 5], [f64; 5]) =
        ([50.0, 200.0, 400.0, 600.0, 850.0], [80.0, 65.0, 50.0, 35.0, 20.0]);
    let split: Vec<(f64, f64)> = global
        .into_iter()
        .zip(zenith)
        .map(|(global, zenith)| split_hour(global, zenith.to_radians().cos(), extraterrestrial))
        .collect();
    all_close(
        split.iter().map(|(diffuse, _)| *diffuse),
        &[49.01959728, 179.0417565, 287.166906, 324.9245345, 229.0265924],
        TEN_DIGITS,
        "diffuse",
    );
    all_close(
        split.iter().map(|(_, beam)| *beam),
        &[5.645914218, 49.591429, 175.5371328, 335.8051382, 660.8260976],
        1e-8,
        "beam",
    );
}

/// Five classes of equal probability by a midpoint rule, in another program.
#[test]
fn days_are_spread_as_bendt_has_it() {
    all_close(
        clearness_classes(0.3),
        &[0.08688696376, 0.1697993676, 0.270383611, 0.3983327662, 0.5745972914],
        1e-7,
        "classes",
    );
    all_close(
        clearness_classes(0.55),
        &[0.2510303485, 0.4722497387, 0.5956456906, 0.6821589576, 0.7489152647],
        1e-7,
        "classes",
    );
}

/// One chain from twelve means to alternating current.
struct Chain {
    latitude: f64,
    longitude: f64,
    offset: f64,
    climate: Climate,
    factor: f64,
    tilt: f64,
    annual: f64,
    on_plane: f64,
    monthly: [f64; 12],
    july: [f64; 24],
    january: [f64; 24],
}

fn system(tilt_deg: f64) -> System {
    System {
        planes: [Plane { tilt_deg, azimuth_deg: 180.0 }; 2],
        sky: Sky::HayDavies,
        albedo: ALBEDO,
        temperature_coefficient_per_k: -0.0035,
        noct_c: 49.0,
        module_efficiency: 0.21,
        losses: 0.140_757,
        dc_ac_ratio: 1.2,
        inverter_efficiency: 0.96,
        glass_sky: 0.95,
        glass_ground: 0.7,
    }
}

/// The whole chain, written and run in another program: energy of the year and of the months per kWp, light on the plane, power in the hours
/// of the middling day of July and of the clearest of January.
#[test]
fn a_year_of_means_gives_what_another_program_gives() {
    for one in [
        Chain {
            latitude: 29.95,
            longitude: 121.4,
            offset: 8.0,
            climate: Climate {
                global_kwh_per_m2_day: [
                    2.68, 3.13, 3.6, 4.61, 4.76, 4.42, 5.26, 5.03, 3.96, 3.34, 2.7, 2.44,
                ],
                air_c: [5.4, 6.8, 9.7, 15.0, 19.4, 24.1, 28.4, 28.1, 24.3, 19.1, 13.3, 8.2],
                daily_range_k: [6.6, 6.0, 6.2, 7.6, 7.5, 5.3, 6.6, 6.0, 5.6, 6.2, 8.4, 7.4],
                wind_m_per_s: [3.0, 3.3, 3.2, 2.9, 3.2, 2.6, 2.5, 2.7, 3.7, 2.4, 3.1, 3.1],
            },
            factor: 0.92,
            tilt: 10.0,
            annual: 1026.17774,
            on_plane: 1336.275533,
            monthly: [
                69.82458299,
                70.0545705,
                85.15049131,
                100.6328299,
                103.3732882,
                90.36251322,
                109.0544261,
                106.8838125,
                85.34027943,
                77.65256674,
                64.60461725,
                63.24376164,
            ],
            july: [
                0.0,
                0.0,
                0.0,
                0.0,
                0.0,
                0.01877892741,
                0.09417085354,
                0.1866932176,
                0.2833099888,
                0.3696482705,
                0.4338778128,
                0.4677135317,
                0.4670290011,
                0.4320672839,
                0.367339928,
                0.2812588679,
                0.18547402,
                0.09394542436,
                0.01936201135,
                0.0,
                0.0,
                0.0,
                0.0,
                0.0,
            ],
            january: [
                0.0,
                0.0,
                0.0,
                0.0,
                0.0,
                0.0,
                0.0,
                0.08489159546,
                0.2551548194,
                0.4219826822,
                0.5506525691,
                0.6213051319,
                0.6244687876,
                0.5600300304,
                0.4369990202,
                0.274077342,
                0.1031404929,
                0.0,
                0.0,
                0.0,
                0.0,
                0.0,
                0.0,
                0.0,
            ],
        },
        Chain {
            latitude: 29.95,
            longitude: 121.4,
            offset: 8.0,
            climate: Climate {
                global_kwh_per_m2_day: [
                    2.68, 3.13, 3.6, 4.61, 4.76, 4.42, 5.26, 5.03, 3.96, 3.34, 2.7, 2.44,
                ],
                air_c: [5.4, 6.8, 9.7, 15.0, 19.4, 24.1, 28.4, 28.1, 24.3, 19.1, 13.3, 8.2],
                daily_range_k: [6.6, 6.0, 6.2, 7.6, 7.5, 5.3, 6.6, 6.0, 5.6, 6.2, 8.4, 7.4],
                wind_m_per_s: [3.0, 3.3, 3.2, 2.9, 3.2, 2.6, 2.5, 2.7, 3.7, 2.4, 3.1, 3.1],
            },
            factor: 1.0,
            tilt: 20.0,
            annual: 1143.076462,
            on_plane: 1487.072904,
            monthly: [
                85.49952829,
                81.54952726,
                95.37804317,
                109.1734165,
                109.3524928,
                94.70040798,
                114.3294018,
                114.4783607,
                94.18680562,
                88.89269274,
                77.43620086,
                78.09958402,
            ],
            july: [
                0.0,
                0.0,
                0.0,
                0.0,
                0.0,
                0.01699839611,
                0.09167694268,
                0.1946139425,
                0.303558159,
                0.4008640748,
                0.4731256975,
                0.511151588,
                0.5104066921,
                0.4711654755,
                0.3983965132,
                0.3014298987,
                0.1934545081,
                0.09158780389,
                0.0175232093,
                0.0,
                0.0,
                0.0,
                0.0,
                0.0,
            ],
            january: [
                0.0,
                0.0,
                0.0,
                0.0,
                0.0,
                0.0,
                0.0,
                0.1343345056,
                0.3269271953,
                0.508667775,
                0.6471276827,
                0.7227113178,
                0.7259787921,
                0.6568641513,
                0.5244271815,
                0.3472282413,
                0.1553452956,
                0.0,
                0.0,
                0.0,
                0.0,
                0.0,
                0.0,
                0.0,
            ],
        },
        Chain {
            latitude: 48.68,
            longitude: 9.22,
            offset: 1.0,
            climate: Climate {
                global_kwh_per_m2_day: [
                    0.84, 1.54, 2.63, 3.85, 4.58, 4.84, 5.64, 4.86, 3.38, 1.94, 1.05, 0.7,
                ],
                air_c: [1.0, -0.2, 4.5, 8.3, 13.2, 15.1, 18.6, 17.9, 14.1, 9.3, 4.6, 2.0],
                daily_range_k: [5.6, 5.6, 8.8, 10.0, 8.9, 9.0, 11.1, 11.1, 9.9, 9.4, 5.6, 5.5],
                wind_m_per_s: [4.2, 3.5, 3.6, 3.7, 2.7, 2.2, 2.3, 2.4, 2.1, 2.4, 2.6, 2.3],
            },
            factor: 1.0,
            tilt: 30.0,
            annual: 962.8847943,
            on_plane: 1234.617172,
            monthly: [
                32.41343317,
                50.17929622,
                82.063239,
                101.6697387,
                111.5940297,
                108.6484697,
                131.0951782,
                122.6054089,
                93.08935034,
                64.04156266,
                37.92871953,
                27.55636802,
            ],
            july: [
                0.0,
                0.0,
                0.0,
                0.0,
                0.0,
                0.02548167583,
                0.0805895558,
                0.1842562178,
                0.2995850519,
                0.4064465619,
                0.4915533664,
                0.5453714675,
                0.5622683686,
                0.5407573524,
                0.4834202278,
                0.3966325441,
                0.2901103709,
                0.176788122,
                0.0762007726,
                0.02370073337,
                0.0,
                0.0,
                0.0,
                0.0,
            ],
            january: [
                0.0,
                0.0,
                0.0,
                0.0,
                0.0,
                0.0,
                0.0,
                0.0,
                0.004061965157,
                0.2380352047,
                0.3721992662,
                0.4658634237,
                0.5004890404,
                0.4697465545,
                0.3795915576,
                0.2479125666,
                0.006973736544,
                0.0,
                0.0,
                0.0,
                0.0,
                0.0,
                0.0,
                0.0,
            ],
        },
        Chain {
            latitude: 10.817,
            longitude: 106.65,
            offset: 7.0,
            climate: Climate {
                global_kwh_per_m2_day: [
                    5.31, 5.9, 6.52, 6.53, 5.74, 5.05, 5.28, 5.38, 5.18, 5.02, 4.98, 4.84,
                ],
                air_c: [26.3, 27.0, 28.5, 29.3, 28.8, 27.8, 27.6, 27.3, 26.9, 26.9, 26.7, 26.2],
                daily_range_k: [9.8, 10.0, 9.3, 8.6, 8.2, 7.9, 7.6, 7.3, 7.3, 7.3, 8.1, 9.0],
                wind_m_per_s: [2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5, 2.5],
            },
            factor: 0.97,
            tilt: 10.0,
            annual: 1442.654371,
            on_plane: 1964.689735,
            monthly: [
                127.7306254,
                124.1108476,
                145.4677086,
                135.569739,
                120.8111261,
                102.7437311,
                111.3495802,
                115.9052079,
                111.3744579,
                115.3668912,
                114.6890714,
                117.5353851,
            ],
            july: [
                0.0,
                0.0,
                0.0,
                0.0,
                0.0,
                0.0,
                0.05886903676,
                0.1729129278,
                0.2970838243,
                0.4086063101,
                0.4912209103,
                0.5342376422,
                0.5325709133,
                0.4866740437,
                0.4023821805,
                0.2907290859,
                0.1678330569,
                0.0559518912,
                0.0,
                0.0,
                0.0,
                0.0,
                0.0,
                0.0,
            ],
            january: [
                0.0,
                0.0,
                0.0,
                0.0,
                0.0,
                0.0,
                0.001234755448,
                0.2029410278,
                0.4037901711,
                0.5816708414,
                0.7118258484,
                0.780261695,
                0.7810106206,
                0.714616292,
                0.5877469193,
                0.4141227272,
                0.2168128727,
                0.03922459953,
                0.0,
                0.0,
                0.0,
                0.0,
                0.0,
                0.0,
            ],
        },
    ] {
        let place = Place {
            latitude_deg: one.latitude,
            longitude_deg: one.longitude,
            utc_offset_h: one.offset,
        };
        let kinds = year_of_means(&one.climate, place, one.factor);
        let (sum, hours) = system(one.tilt).year(&kinds);
        close(sum.alternating, one.annual, TEN_DIGITS, "year");
        close(sum.on_plane, one.on_plane, TEN_DIGITS, "on the plane");
        let of_month = |month: usize| {
            kinds
                .iter()
                .zip(&hours)
                .filter(|(kind, _)| kind.month == month)
                .map(|(kind, hours)| kind.days * hours.iter().sum::<f64>())
                .sum()
        };
        all_close((0..12).map(of_month), &one.monthly, TEN_DIGITS, "month");
        all_close(hours[6 * 5 + 2], &one.july, 1e-8, "July");
        all_close(hours[4], &one.january, 1e-8, "January");
    }
}
