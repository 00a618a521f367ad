//! Conversions between the units of the shop, exact where a definition makes them so.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::float_cmp, reason = "a test fails by panicking")]

use platewise_model::units::{Dimension, System};
use platewise_model::words::Language;
use proptest::prelude::*;

fn factor(dimension: Dimension, id: &str) -> f64 {
    dimension.unit(dimension.position(id).unwrap_or_else(|| panic!("{dimension:?} has no unit {id}"))).factor
}

/// By definition: 1 in = 25.4 mm, 1 ft = 12 in, 1 lb = 453.59237 g, 1 US gal = 231 in³, 1 ksi = 1000 lbf/in² with g = 9.80665 m/s².
#[test]
fn units_are_what_their_definitions_say() {
    use Dimension::*;
    let foot_dm2 = 3.048 * 3.048;
    let gallon_l = 231.0 * 0.254 * 0.254 * 0.254;
    let foot_m2 = foot_dm2 / 100.0;
    for (dimension, id, expected) in [
        (Thickness, "mil", 25.4),
        (Thickness, "uin", 0.0254),
        (Thickness, "si", 10.0),
        (Thickness, "mm", 1000.0),
        (CurrentDensity, "a_per_ft2", 1.0 / foot_dm2),
        (CurrentDensity, "a_per_m2", 0.01),
        (CurrentDensity, "ma_per_cm2", 0.1),
        (Area, "ft2", foot_dm2),
        (Area, "in2", 0.254 * 0.254),
        (Area, "cm2", 0.01),
        (Area, "m2", 100.0),
        (Minutes, "h", 60.0),
        (Minutes, "s", 1.0 / 60.0),
        (Mass, "oz", 453.59237 / 16.0),
        (Mass, "kg", 1000.0),
        (LoadMass, "lb", 0.45359237),
        (SpecificArea, "ft2_per_lb", foot_dm2 / 0.45359237),
        (SpecificArea, "m2_per_kg", 100.0),
        (Charge, "c", 1.0 / 3600.0),
        (Energy, "mj", 1.0 / 3.6),
        (Rate, "um_per_h", 1.0 / 60.0),
        (Rate, "mil_per_h", 25.4 / 60.0),
        (Stress, "ksi", 0.45359237 * 9.80665 / (0.0254 * 0.0254) / 1000.0),
        (Length, "in", 25.4),
        (Hours, "h", 1.0),
        (Concentration, "oz_per_gal", 453.59237 / 16.0 / gallon_l),
        (MoneyPerArea, "cny_per_ft2", 1.0 / foot_m2),
        (MoneyPerArea, "cny_per_dm2", 100.0),
        (MoneyPerMass, "cny_per_lb", 1.0 / 0.45359237),
        (MoneyPerVolume, "cny_per_gal", 1.0 / gallon_l),
        (ChargePerArea, "ah_per_ft2", 1.0 / foot_m2),
        (EnergyPerArea, "kwh_per_ft2", 1.0 / foot_m2),
        (MassPerArea, "oz_per_ft2", 453.59237 / 16.0 / foot_m2),
        (WastePerArea, "lb_per_ft2", 0.45359237 / foot_m2),
        (EmissionPerArea, "lb_per_ft2", 0.45359237 / foot_m2),
        (VolumePerArea, "gal_per_ft2", gallon_l / foot_m2),
        (AnnualArea, "ft2_per_year", foot_m2),
        (AreaPerHour, "ft2_per_h", foot_m2),
        (PlantArea, "ft2", foot_m2),
        (TankSurface, "ft2", foot_m2),
        (BathVolume, "gal", gallon_l / 1000.0),
        (AirFlow, "cfm_per_ft2", 0.3048 / 60.0),
        (Pressure, "inh2o", 249.088_91),
        (TemperatureDifference, "f", 5.0 / 9.0),
        (SpecificEnergy, "kwh_per_lb", 1.0 / 0.45359237),
    ] {
        let ours = factor(dimension, id);
        assert!((ours / expected - 1.0).abs() < 1e-10, "{dimension:?} {id}: {ours}, by definition {expected}");
    }
}

/// Printed tables take 10.76 for it, which is square feet in a square metre.
#[test]
fn one_ampere_per_square_decimetre_is_9_290304_amperes_per_square_foot() {
    let asf = Dimension::CurrentDensity.unit(Dimension::CurrentDensity.position("a_per_ft2").unwrap());
    assert!((asf.from_canonical(1.0) - 9.290_304).abs() < 1e-14);
    assert!((asf.to_canonical(1.0) - 0.107_639).abs() < 5e-7, "0.107639, not 0.0929");
}

/// 1 oz/gal is 7.49 g/L in the Metal Finishing Guidebook.
#[test]
fn an_ounce_a_gallon_is_7_49_grams_a_litre() {
    assert!((factor(Dimension::Concentration, "oz_per_gal") - 7.49).abs() < 0.005);
}

#[test]
fn fahrenheit_is_fahrenheit() {
    let fahrenheit = Dimension::Temperature.unit(Dimension::Temperature.position("f").unwrap());
    for (f, c) in [(32.0, 0.0), (212.0, 100.0), (-40.0, -40.0), (110.0, 130.0 / 3.0), (60.0, 140.0 / 9.0)] {
        assert!((fahrenheit.to_canonical(f) - c).abs() < 1e-12, "{f} °F");
        assert!((fahrenheit.from_canonical(c) - f).abs() < 1e-12, "{c} °C");
    }
}

#[test]
fn a_si_is_ten_micrometres_and_a_mil_25_4() {
    assert_eq!(factor(Dimension::Thickness, "si"), 10.0);
    assert_eq!(factor(Dimension::Thickness, "mil"), 25.4);
    assert_eq!(factor(Dimension::Thickness, "mil") / factor(Dimension::Thickness, "uin"), 1000.0);
}

/// A strength is never turned into a hardness by a factor.
#[test]
fn hardness_has_one_unit_only() {
    assert_eq!(Dimension::Hardness.units().len(), 1);
    assert!(Dimension::Stress.position("hrc").is_none());
}

#[test]
fn every_dimension_has_a_canonical_unit_and_one_for_each_system() {
    for &dimension in Dimension::ALL {
        let canonical = dimension.canonical();
        assert_eq!((canonical.factor, canonical.offset), (1.0, 0.0), "{dimension:?}");
        for system in [System::Metric, System::Us] {
            assert!(dimension.preferred(system) < dimension.units().len(), "{dimension:?}");
        }
        for unit in dimension.units() {
            assert_eq!(dimension.units().iter().filter(|other| other.id == unit.id).count(), 1, "{dimension:?} {}", unit.id);
            assert!(unit.factor > 0.0 && unit.offset.is_finite());
        }
        // What a JSON name ends in is the canonical unit.
        assert!(dimension.suffix().is_empty() || dimension.suffix() == format!("_{}", canonical.id), "{dimension:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn there_and_back_is_where_one_started(value in -1e9..1e9f64, exponent in -12..1i32) {
        let value = value * 10f64.powi(exponent);
        for &dimension in Dimension::ALL {
            for unit in dimension.units() {
                let slack = 1e-12 * (value.abs() + unit.offset.abs() + (unit.offset / unit.factor).abs());
                prop_assert!((unit.from_canonical(unit.to_canonical(value)) - value).abs() <= slack, "{dimension:?} {}", unit.id);
                prop_assert!((unit.to_canonical(unit.from_canonical(value)) - value).abs() <= slack, "{dimension:?} {}", unit.id);
            }
        }
    }

    #[test]
    fn more_in_one_unit_is_more_in_every_other(a in -1e6..1e6f64, step in 1e-3..1e3f64) {
        for &dimension in Dimension::ALL {
            for unit in dimension.units() {
                prop_assert!(unit.to_canonical(a) < unit.to_canonical(a + step), "{dimension:?} {}", unit.id);
            }
        }
    }
}

#[test]
fn money_and_years_are_written_as_each_language_writes_them() {
    for unit in Dimension::ALL.iter().flat_map(|dimension| dimension.units()) {
        let (english, chinese) = (unit.symbol_in(Language::En), unit.symbol_in(Language::Zh));
        assert!(!english.ends_with("/a") && !english.contains(['元', '年']), "{english}");
        assert!(!chinese.contains("CNY") && !chinese.ends_with("/a") && chinese != "a", "{chinese}");
        assert_eq!(english.contains("CNY"), chinese.contains('元'), "{english} {chinese}");
    }
}
