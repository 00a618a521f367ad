//! Conversions between the units of the shop, exact where a definition makes them so.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::float_cmp,
    reason = "a test fails by panicking"
)]

use platewise_model::calculator::{ALL, AnyCalculator, Field, Kind, Reading};
use platewise_model::entry::{
    Entries, Entry, Unreadable, converted, from_inputs, from_link, in_system, settled, to_inputs,
    to_link, told,
};
use platewise_model::report::format::Reader;
use platewise_model::units::{
    Dimension, NotANumber, System, parse_date, parse_quantity, unit_named,
};
use platewise_model::words::Language;
use proptest::prelude::*;

fn factor(dimension: Dimension, id: &str) -> f64 {
    dimension
        .unit(dimension.position(id).unwrap_or_else(|| panic!("{dimension:?} has no unit {id}")))
        .factor
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
        (Thickness, "in", 25_400.0),
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
        // NIST SP 811, appendix B.8: exact, or made of what is exact there.
        (Thickness, "nm", 0.001),
        (CurrentDensity, "a_per_in2", 144.0 / foot_dm2),
        (Area, "mm2", 0.0001),
        (Mass, "lb", 453.59237),
        (Mass, "mg", 0.001),
        (Mass, "jin", 500.0),
        (LoadMass, "t", 1000.0),
        (LoadMass, "oz", 0.45359237 / 16.0),
        (LoadMass, "jin", 0.5),
        (Charge, "a_min", 1.0 / 60.0),
        (Charge, "kah", 1000.0),
        (Current, "ka", 1000.0),
        (Current, "ma", 0.001),
        (Voltage, "mv", 0.001),
        (Density, "kg_per_m3", 0.001),
        (Density, "lb_per_in3", 453.59237 / (2.54 * 2.54 * 2.54)),
        (Stress, "psi", 0.45359237 * 9.80665 / (0.0254 * 0.0254) / 1e6),
        (Stress, "kgf_per_mm2", 9.80665),
        (Volume, "ml", 0.001),
        (Volume, "m3", 1000.0),
        (Volume, "gal", gallon_l),
        (Volume, "ft3", 3.048 * 3.048 * 3.048),
        (Hours, "min", 1.0 / 60.0),
        (Hours, "days", 24.0),
        (Length, "cm", 10.0),
        (Length, "m", 1000.0),
        (Length, "um", 0.001),
        (Length, "ft", 304.8),
        (Concentration, "mg_per_l", 0.001),
        (MassPerArea, "mg_per_dm2", 0.1),
        (MassPerArea, "mg_per_cm2", 10.0),
        (Years, "months", 1.0 / 12.0),
        (Months, "years", 12.0),
        (BathVolume, "l", 0.001),
        (Pressure, "kpa", 1000.0),
        (Pressure, "mbar", 100.0),
        (Pressure, "mmh2o", 9.80665),
        (WindSpeed, "km_per_h", 1.0 / 3.6),
        (Power, "w", 0.001),
        (Power, "mw", 1000.0),
        (SectionArea, "cm2", 100.0),
        (SolidVolume, "mm3", 0.001),
        (BulkDensity, "kg_per_m3", 0.001),
        (MassConcentration, "ug_per_l", 0.001),
        (MassConcentration, "g_per_l", 1000.0),
        (MassFlow, "lb_per_h", 0.45359237),
        (MassFlow, "g_per_h", 0.001),
        (MassFlow, "kg_per_day", 1.0 / 24.0),
        (MassFlow, "t_per_year", 1000.0 / 8760.0),
        (VolumeFlow, "gal_per_min", gallon_l * 60.0 / 1000.0),
        (VolumeFlow, "l_per_h", 0.001),
        (VolumeFlow, "l_per_min", 0.06),
        (VolumeFlow, "m3_per_day", 1.0 / 24.0),
        (Tonnes, "kg", 0.001),
        (Tonnes, "lb", 0.00045359237),
        (Emission, "kg_co2e", 0.001),
        (CorrosionRate, "mil_per_year", 25.4),
    ] {
        let ours = factor(dimension, id);
        assert!(
            (ours / expected - 1.0).abs() < 1e-10,
            "{dimension:?} {id}: {ours}, by definition {expected}"
        );
    }
}

/// Printed tables take 10.76 for it, which is square feet in a square metre.
#[test]
fn one_ampere_per_square_decimetre_is_9_290304_amperes_per_square_foot() {
    let asf =
        Dimension::CurrentDensity.unit(Dimension::CurrentDensity.position("a_per_ft2").unwrap());
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
    for (f, c) in
        [(32.0, 0.0), (212.0, 100.0), (-40.0, -40.0), (110.0, 130.0 / 3.0), (60.0, 140.0 / 9.0)]
    {
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
            assert_eq!(
                dimension.units().iter().filter(|other| other.id == unit.id).count(),
                1,
                "{dimension:?} {}",
                unit.id
            );
            assert!(unit.factor > 0.0 && unit.offset.is_finite());
        }
        // What a JSON name ends in is the canonical unit.
        assert!(
            dimension.suffix().is_empty() || dimension.suffix() == format!("_{}", canonical.id),
            "{dimension:?}"
        );
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
        assert!(
            !chinese.contains("CNY") && !chinese.ends_with("/a") && chinese != "a",
            "{chinese}"
        );
        assert_eq!(english.contains("CNY"), chinese.contains('元'), "{english} {chinese}");
    }
}

/// The quantity in the canonical unit that a text means in a field of a dimension.
fn typed(text: &str, dimension: Dimension) -> Result<f64, NotANumber> {
    parse_quantity(text, dimension)
        .map(|read| dimension.unit(read.unit.unwrap_or(0)).to_canonical(read.number))
}

#[test]
fn numbers_are_read_with_the_unit_that_is_typed() {
    use Dimension::*;
    for (text, dimension, canonical) in [
        ("35 um", Thickness, 35.0),
        ("35um", Thickness, 35.0),
        ("35 µm", Thickness, 35.0),
        ("35 μm", Thickness, 35.0),
        ("35µ", Thickness, 35.0),
        ("35 u", Thickness, 35.0),
        ("３５ ｕｍ", Thickness, 35.0),
        ("35 微米", Thickness, 35.0),
        ("35 MICRONS", Thickness, 35.0),
        ("0.3 mil", Thickness, 7.62),
        ("0,3 mils", Thickness, 7.62),
        (".3mil", Thickness, 7.62),
        ("0.0003 in", Thickness, 7.62),
        ("0.0003\"", Thickness, 7.62),
        ("0.0003″", Thickness, 7.62),
        ("300 µin", Thickness, 7.62),
        ("8 丝", Thickness, 80.0),
        ("8丝", Thickness, 80.0),
        ("8 道", Thickness, 80.0),
        ("8条", Thickness, 80.0),
        ("0.01 mm", Thickness, 10.0),
        ("≥8", Thickness, 8.0),
        ("≥ 8 µm", Thickness, 8.0),
        (">=8um", Thickness, 8.0),
        ("＞8", Thickness, 8.0),
        ("不小于8微米", Thickness, 8.0),
        ("20 ASF", CurrentDensity, 20.0 / 9.290304),
        ("20 A/ft²", CurrentDensity, 20.0 / 9.290304),
        ("20 a/ft2", CurrentDensity, 20.0 / 9.290304),
        ("2 A/dm2", CurrentDensity, 2.0),
        ("2 ASD", CurrentDensity, 2.0),
        ("200 A/m^2", CurrentDensity, 2.0),
        ("20 mA/cm²", CurrentDensity, 2.0),
        ("1.5 h", Minutes, 90.0),
        ("1.5小时", Minutes, 90.0),
        ("90 sec", Minutes, 1.5),
        ("30 分钟", Minutes, 30.0),
        ("2 sq ft", Area, 18.580608),
        ("2 m²", Area, 200.0),
        ("2 ㎡", Area, 200.0),
        ("5/8", Length, 0.625),
        ("5/8 in", Length, 15.875),
        ("5/8\"", Length, 15.875),
        ("1 5/8 in", Length, 41.275),
        ("1-5/8 in", Length, 41.275),
        ("96%", Fraction, 0.96),
        ("96 ％", Fraction, 0.96),
        ("0.96", Fraction, 0.96),
        ("77 °F", Temperature, 25.0),
        ("77F", Temperature, 25.0),
        ("25 ℃", Temperature, 25.0),
        ("-5 °C", Temperature, -5.0),
        ("180 ksi", Stress, 180.0 * 6.894757293168361),
        ("10 lbs", LoadMass, 4.5359237),
        ("3 公斤", LoadMass, 3.0),
        ("120 万元", Capital, 1_200_000.0),
        ("0.7 元/kWh", MoneyPerEnergy, 0.7),
        ("1e3 um", Thickness, 1000.0),
        ("3 MWh", PlantEnergy, 3000.0),
        ("300万度", PlantEnergy, 3_000_000.0),
        ("1 1/2 in", Length, 38.1),
        ("1½ in", Length, 38.1),
        ("⅝\"", Length, 15.875),
        ("5⁄8 in", Length, 15.875),
        ("1/2 mil", Thickness, 12.7),
        ("5 cm", Length, 50.0),
        ("2 ft 6 in", Length, 762.0),
        ("1.5e3", Thickness, 1500.0),
        ("1.5e3 nm", Thickness, 1.5),
        ("1 in", Thickness, 25_400.0),
        ("0.3密耳", Thickness, 7.62),
        ("8道", Thickness, 80.0),
        ("0.2 毫米", Thickness, 200.0),
        ("0.5 A/in²", CurrentDensity, 7.750_015_5),
        ("0.5 A/in2", CurrentDensity, 7.750_015_5),
        ("0.5 ASI", CurrentDensity, 7.750_015_5),
        ("20 amps per sq ft", CurrentDensity, 20.0 / 9.290304),
        ("20 Amps/sq.ft.", CurrentDensity, 20.0 / 9.290304),
        ("2安/平方分米", CurrentDensity, 2.0),
        ("2 安培/平方分米", CurrentDensity, 2.0),
        ("20 毫安/平方厘米", CurrentDensity, 2.0),
        ("1 h 30 min", Minutes, 90.0),
        ("1h30min", Minutes, 90.0),
        ("1小时30分钟", Minutes, 90.0),
        ("1 小时 30 分", Minutes, 90.0),
        ("2 min 30 s", Minutes, 2.5),
        ("1 h, 30 min", Minutes, 90.0),
        ("90 min", Hours, 1.5),
        ("1 d", Hours, 24.0),
        ("45 °C", Temperature, 45.0),
        ("45 degC", Temperature, 45.0),
        ("45 deg C", Temperature, 45.0),
        ("45度", Temperature, 45.0),
        ("113 °F", Temperature, 45.0),
        ("113 degF", Temperature, 45.0),
        ("10 °C", TemperatureDifference, 10.0),
        ("3 斤", LoadMass, 1.5),
        ("2 t", LoadMass, 2000.0),
        ("2吨", Tonnes, 2.0),
        ("500 千克", Tonnes, 0.5),
        ("2 lb 8 oz", Mass, 1133.980925),
        ("1 oz/ft2", MassPerArea, 305.151_727_273_940_66),
        ("275 g/m2", MassPerArea, 275.0),
        ("275 克/平方米", MassPerArea, 275.0),
        ("10 mg/dm²", MassPerArea, 1.0),
        ("0.7 kWh/m^2", EnergyPerArea, 0.7),
        ("0.7 度/平方米", EnergyPerArea, 0.7),
        ("100 克/升", Concentration, 100.0),
        ("100 grams per litre", Concentration, 100.0),
        ("1.5 毫克/升", MassConcentration, 1.5),
        ("50 ug/L", MassConcentration, 0.05),
        ("50 微克/升", MassConcentration, 0.05),
        ("48 kg/d", MassFlow, 2.0),
        ("48 kg/day", MassFlow, 2.0),
        ("48 公斤/天", MassFlow, 2.0),
        ("8.76 t/a", MassFlow, 1.0),
        ("240 m3/d", VolumeFlow, 10.0),
        ("10 立方米/小时", VolumeFlow, 10.0),
        ("10 方/小时", VolumeFlow, 10.0),
        ("500 L/h", VolumeFlow, 0.5),
        ("18 个月", Years, 1.5),
        ("2 years", Months, 24.0),
        ("5年", Years, 5.0),
        ("2 mil/a", CorrosionRate, 50.8),
        ("2 mpy", CorrosionRate, 50.8),
        ("2 µm/年", CorrosionRate, 2.0),
        ("30 mg/m2/d", Deposition, 30.0),
        ("30 mg/(m²·d)", Deposition, 30.0),
        ("1200 kg CO2e", Emission, 1.2),
        ("50 kgf/mm2", Stress, 490.3325),
        ("1000 N/mm²", Stress, 1000.0),
        ("5 kA", Current, 5000.0),
        ("500 安", Current, 500.0),
        ("1200 安时", Charge, 1200.0),
        ("7200 kWh/(m²·a)", AnnualLight, 7200.0),
        ("3.5 kWh/m2/day", DailyLight, 3.5),
        ("-0.35 %/K", PerKelvin, -0.0035),
    ] {
        let read = typed(text, dimension).unwrap_or_else(|why| panic!("{text}: {why:?}"));
        assert!(
            (read - canonical).abs() <= 1e-9 * canonical.abs(),
            "{text}: {read}, not {canonical}"
        );
    }
}

#[test]
fn what_cannot_be_read_is_refused_with_what_to_do() {
    for (text, why) in [
        ("8-12", NotANumber::Range),
        ("8~12 um", NotANumber::Range),
        ("8 – 12", NotANumber::Range),
        ("8至12", NotANumber::Range),
        ("8 um - 12 um", NotANumber::Range),
        ("8到12微米", NotANumber::Range),
        ("8 A", NotANumber::OtherUnit),
        ("8 kg", NotANumber::OtherUnit),
        ("1,234 um", NotANumber::AmbiguousComma),
        ("1,234.5", NotANumber::Separators),
        ("um", NotANumber::Empty),
        ("abc", NotANumber::Empty),
        ("", NotANumber::Empty),
        ("5/0", NotANumber::Unreadable),
        ("8 ??", NotANumber::Unreadable),
        ("3 k", NotANumber::OtherUnit),
        ("8 丝米", NotANumber::OtherUnit), // 100 µm by the rules of metric names, 10 in a shop
        ("8 A/dm²", NotANumber::OtherUnit),
        ("8 um 3 mil", NotANumber::OtherUnit),
        ("1 mm 2000 um", NotANumber::OtherUnit),
        ("8 parsec", NotANumber::OtherUnit),
        ("≤8", NotANumber::Empty),
    ] {
        assert_eq!(
            parse_quantity(text, Dimension::Thickness),
            Err(why).map(|_: ()| unreachable!()),
            "{text}"
        );
    }
    for why in [NotANumber::Empty, NotANumber::Unreadable] {
        let message = why.message(Dimension::Thickness).text;
        assert_eq!(
            (message.en, message.zh),
            ("Enter a number, such as 2.5.", "请输入数字，如 2.5。")
        );
    }
    assert!(NotANumber::Range.message(Dimension::Thickness).text.en.contains("Which"));
}

/// A unit can be typed by its name and by its symbol in either language, and means the same as the one that is chosen.
#[test]
fn every_unit_is_known_by_its_name_and_its_symbol() {
    for dimension in Dimension::ALL {
        for (position, unit) in
            dimension.units().iter().enumerate().filter(|(_, unit)| !unit.symbol.is_empty())
        {
            for said in
                [unit.id, unit.symbol, unit.symbol_in(Language::En), unit.symbol_in(Language::Zh)]
            {
                assert_eq!(unit_named(*dimension, said), Some(position), "{dimension:?} {said}");
                // Figures in front of a symbol would be figures of the number: 10 MWh.
                if !said.starts_with(|c: char| c.is_ascii_digit() || c == 'e' || c == 'E') {
                    let read = parse_quantity(&format!("2.5 {said}"), *dimension)
                        .unwrap_or_else(|why| panic!("{said}: {why:?}"));
                    assert_eq!(
                        (read.number, read.unit),
                        (2.5, Some(position)),
                        "{dimension:?} {said}"
                    );
                }
            }
        }
    }
}

/// The symbol as a plain keyboard has it.
fn ascii(symbol: &str) -> String {
    let plain = [
        ("µ", "u"),
        ("²", "2"),
        ("³", "3"),
        ("₂", "2"),
        ("·", "*"),
        ("°C", "degC"),
        ("°F", "degF"),
        ("°", "deg"),
        ("丝", "si"),
        ("斤", "jin"),
    ];
    plain.iter().fold(symbol.to_owned(), |symbol, (sign, letters)| symbol.replace(sign, letters))
}

#[test]
fn every_unit_can_be_typed_on_a_plain_keyboard() {
    for dimension in Dimension::ALL {
        for (position, unit) in
            dimension.units().iter().enumerate().filter(|(_, unit)| !unit.symbol.is_empty())
        {
            let typed = ascii(unit.symbol);
            assert!(typed.is_ascii(), "{typed}");
            for said in [typed.clone(), typed.to_lowercase(), typed.replace(['*', '(', ')'], "")] {
                assert_eq!(unit_named(*dimension, &said), Some(position), "{dimension:?} {said}");
            }
        }
    }
    // Large and small letters part a thousandth from a million.
    assert_eq!(unit_named(Dimension::Power, "mW"), None);
    assert_eq!(unit_named(Dimension::Power, "MW"), Dimension::Power.position("mw"));
    assert_eq!(unit_named(Dimension::Stress, "mPa"), None);
    assert_eq!(unit_named(Dimension::PlantEnergy, "mWh"), None);
}

/// A unit of another quantity is never read, and the answer names every unit that is.
#[test]
fn units_of_other_quantities_are_refused_with_those_of_this_one() {
    let readers = Language::ALL.map(|language| Reader { language, ..Reader::default() });
    let mut refused = 0;
    for dimension in Dimension::ALL {
        let own: Vec<_> = dimension.units().iter().filter(|unit| !unit.symbol.is_empty()).collect();
        for reader in readers {
            let message = reader.phrase(&NotANumber::OtherUnit.message(*dimension));
            for unit in &own {
                let symbol = unit.symbol_in(reader.language);
                assert!(message.contains(symbol), "{dimension:?}: {symbol} is not in {message}");
            }
            assert!(!message.contains('{'), "{message}");
        }
        for other in Dimension::ALL.iter().flat_map(|other| other.units()) {
            let foreign = !other.symbol.is_empty()
                && !other.symbol.starts_with(|c: char| c.is_ascii_digit())
                && unit_named(*dimension, other.symbol).is_none();
            if foreign {
                let read = parse_quantity(&format!("2 {}", other.symbol), *dimension);
                assert_eq!(read, Err(NotANumber::OtherUnit), "{dimension:?} {}", other.symbol);
                refused += 1;
            }
        }
    }
    assert!(refused > 10_000, "{refused}");
}

/// A file says `"0.3 mil"`: that is what stands in the field, and what counts is the same to the last bit as if it were
/// typed there, also after a link.
#[test]
fn a_text_with_a_unit_in_a_file_is_what_a_field_makes_of_it() {
    for system in [System::Metric, System::Us] {
        for (text, number, unit) in [
            ("0.3 mil", "0.3", "mil"),
            ("8丝", "8", "si"),
            ("20 um", "20", "um"),
            ("1½ mil", "1½", "mil"),
            ("0.0003 in", "0.0003", "in"),
        ] {
            let inputs = serde_json::Map::from_iter([("thickness_um".to_owned(), text.into())]);
            let (entries, notices) = from_inputs(ALL[0], &inputs, system);
            assert!(notices.is_empty(), "{text}");
            let entry = &entries["thickness_um"];
            assert_eq!(
                (entry.text.as_str(), Dimension::Thickness.unit(entry.unit).id),
                (number, unit)
            );
            let field = ALL[0].field("thickness_um").unwrap();
            let Ok(Reading::Number(read)) = field.kind.read(&text.into()) else { panic!("{text}") };
            assert_eq!(value(ALL[0], field, entry), read.to_bits(), "{text}");
            let link = from_link(ALL[0], &to_link(ALL[0], &entries, "en", system));
            assert_eq!(link.entries, entries, "{text}");
        }
        // Without a unit it is in the canonical one, whatever the reader prefers.
        let inputs = serde_json::Map::from_iter([("thickness_um".to_owned(), "35".into())]);
        let (entries, _) = from_inputs(ALL[0], &inputs, system);
        assert_eq!(
            to_inputs(ALL[0], &entries).0["thickness_um"].as_f64().map(f64::to_bits),
            Some(35f64.to_bits())
        );
    }
}

#[test]
fn numbers_of_a_list_may_have_units() {
    let quote = ALL.iter().find(|one| one.id == "part-area").unwrap();
    let field = quote
        .fields()
        .iter()
        .find(|field| matches!(field.kind, Kind::Numbers { dimension: Dimension::Length, .. }))
        .unwrap();
    let typed = |text: &str| {
        let (inputs, unreadable) =
            to_inputs(quote, &Entries::from([(field.name, Entry::plain(text))]));
        assert_eq!(unreadable.is_empty(), inputs.contains_key(field.name));
        inputs.get(field.name).cloned()
    };
    for text in ["10 20 30", "10 mm 2 cm 30", "1cm; 20mm; 30", "10\n20\n30 mm", "10, 20, 30"] {
        assert_eq!(typed(text), Some(serde_json::json!([10.0, 20.0, 30.0])), "{text}");
    }
    for text in ["10 20 30 kg", "1 5/8 in 20 30", "1½ 20 30", "≥10 20 30", "1,000"] {
        assert_eq!(typed(text), None, "{text}");
    }
    let read = field.kind.read(&serde_json::json!(["1 cm", 20, "0.03 m"]));
    assert_eq!(read, Ok(Reading::Numbers(vec![10.0, 20.0, 30.0])));
    assert!(field.kind.read(&serde_json::json!(["1 kg", 20, 30])).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever stands in a text, it is read or refused; what is read is a finite number in a unit that exists.
    #[test]
    fn any_text_is_read_or_refused(text in ".{0,30}", dimension in prop::sample::select(Dimension::ALL)) {
        if let Ok(read) = parse_quantity(&text, dimension) {
            prop_assert!(read.number.is_finite(), "{text}");
            prop_assert!(read.unit.is_none_or(|unit| unit < dimension.units().len()));
        }
        let _ = parse_date(&text);
    }

    /// Hours, minutes and seconds as people say them add up.
    #[test]
    fn durations_add_up(hours in 1_u32..100, minutes in 0_u32..60, seconds in 0_u32..60) {
        let expected = f64::from(hours * 3600 + minutes * 60 + seconds) / 60.0;
        for text in [format!("{hours} h {minutes} min {seconds} s"), format!("{hours}小时{minutes}分{seconds}秒")] {
            let read = typed(&text, Dimension::Minutes).unwrap();
            prop_assert!((read - expected).abs() < 1e-9 * expected, "{text}: {read}");
        }
    }

    #[test]
    fn a_day_is_the_same_in_every_form(year in 1_i16..=9999, month in 1_i8..=12, day in 1_i8..=31) {
        let real = jiff::civil::Date::new(year, month, day).ok();
        for text in [
            format!("{year:04}-{month:02}-{day:02}"),
            format!("{year:04}-{month}-{day}"),
            format!("{year:04}/{month}/{day}"),
            format!("{year:04}.{month:02}.{day:02}"),
            format!("{year:04}年{month}月{day}日"),
            format!("{year:04}{month:02}{day:02}"),
        ] {
            prop_assert_eq!(parse_date(&text), real, "{}", text);
        }
    }
}

/// Of every calculator the first field of each dimension.
fn number_fields() -> Vec<(&'static AnyCalculator, &'static Field, Dimension)> {
    let of = |calculator: &'static AnyCalculator| {
        calculator.fields().iter().filter_map(move |field| match field.kind {
            Kind::Number { dimension, .. } => Some((calculator, field, dimension)),
            _ => None,
        })
    };
    let mut all: Vec<(&'static AnyCalculator, &'static Field, Dimension)> =
        ALL.iter().copied().flat_map(of).collect();
    let mut seen = Vec::new();
    all.retain(|(calculator, _, dimension)| {
        let new = !seen.contains(&(calculator.id, *dimension));
        seen.push((calculator.id, *dimension));
        new
    });
    all
}

/// The value that goes into the calculation, to the last bit.
fn value(calculator: &AnyCalculator, field: &Field, entry: &Entry) -> u64 {
    let (inputs, unreadable) = to_inputs(calculator, &Entries::from([(field.name, entry.clone())]));
    assert!(unreadable.is_empty(), "{}: {entry:?}", field.name);
    inputs[field.name].as_f64().unwrap().to_bits()
}

/// Units switched to and fro, one by one or all at once, leave text and value as they were; in the end a link brings all of it back.
#[test]
fn switching_units_changes_nothing() {
    let mut count = 0;
    for (calculator, field, dimension) in number_fields() {
        let units = dimension.units().len();
        for text in ["8", "12.5", "0.3", "1600", "7", "0.1", "5/8", "≥8", "1e-3", "33.333333333333"]
        {
            for first in 0..units {
                let typed = Entry::number(text, first);
                let wanted = value(calculator, field, &typed);
                for second in 0..units {
                    for third in 0..units {
                        let there = converted(dimension, &typed, second);
                        let on = converted(dimension, &there, third);
                        let back = converted(dimension, &on, first);
                        assert_eq!((there.unit, on.unit), (second, third));
                        assert_eq!(back, typed, "{} {text}", field.name);
                        for shown in [&there, &on] {
                            assert_eq!(
                                value(calculator, field, shown),
                                wanted,
                                "{} {text}",
                                field.name
                            );
                        }
                        count += 1;
                    }
                }
                let link = to_link(
                    calculator,
                    &Entries::from([(field.name, converted(dimension, &typed, units - 1))]),
                    "en",
                    System::Metric,
                );
                let read = from_link(calculator, &link);
                assert!(read.notices.is_empty(), "{link}");
                if let Some(entry) = read.entries.get(field.name) {
                    assert_eq!(*entry, converted(dimension, &typed, units - 1), "{link}");
                }
            }
            let mut entries = Entries::from([(
                field.name,
                Entry::number(text, dimension.preferred(System::Metric)),
            )]);
            let before = entries.clone();
            in_system(calculator.fields(), &mut entries, System::Us);
            assert_eq!(
                value(calculator, field, &entries[field.name]),
                value(calculator, field, &before[field.name]),
                "{} {text}",
                field.name
            );
            in_system(calculator.fields(), &mut entries, System::Metric);
            assert_eq!(entries, before, "{} {text}", field.name);
        }
    }
    assert!(count > 5_000, "{count}");
}

#[test]
fn a_unit_that_is_typed_becomes_the_one_beside_the_field() {
    let of = |text: &str| {
        settled(Dimension::Thickness, &Entry::number(text, 0))
            .map(|entry| (entry.text, Dimension::Thickness.unit(entry.unit).id))
    };
    assert_eq!(of("0.3 mil"), Some(("0.3".to_owned(), "mil")));
    assert_eq!(of("8丝"), Some(("8".to_owned(), "si")));
    assert_eq!(of("5/8 in"), Some(("5/8".to_owned(), "in")));
    assert_eq!(of("1½ in"), Some(("1½".to_owned(), "in")));
    for text in ["8", "≥8 um", "8-12", "abc", ""] {
        assert_eq!(of(text), None, "{text}");
    }
    let density = settled(Dimension::CurrentDensity, &Entry::number("20 A/ft2", 0));
    assert_eq!(density.map(|entry| (entry.text, entry.unit)), Some(("20".to_owned(), 1)));
    assert_eq!(settled(Dimension::Minutes, &Entry::number("1 h 30 min", 0)), None);
}

#[test]
fn how_a_number_was_read_is_told_where_it_says_more() {
    let field = ALL[0].field("thickness_um").unwrap();
    let say = |text: &str, unit: usize| {
        told(field, &Entry::number(text, unit)).map(|phrase| phrase.text.en.to_owned())
    };
    assert!(say("8 丝", 0).unwrap().contains("丝"));
    assert!(say("8", Dimension::Thickness.position("si").unwrap()).unwrap().contains("丝"));
    assert!(say("≥8", 0).unwrap().contains("At least"));
    for text in ["8", "0.3 mil", "8-12"] {
        assert_eq!(say(text, 0), None, "{text}");
    }
    let (_, unreadable) =
        to_inputs(ALL[0], &Entries::from([("thickness_um", Entry::number("8-12", 0))]));
    assert_eq!(
        unreadable,
        [("thickness_um".to_owned(), Unreadable::Number(NotANumber::Range, Dimension::Thickness))]
    );
}
