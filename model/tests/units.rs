//! Conversions between the units of the shop, exact where a definition makes them so.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::float_cmp,
    reason = "a test fails by panicking"
)]

use platewise_model::calculator::{ALL, AnyCalculator, Field, Kind};
use platewise_model::entry::{
    Entries, Entry, Unreadable, converted, from_link, in_system, settled, to_inputs, to_link, told,
};
use platewise_model::units::{Dimension, NotANumber, System, parse_quantity, unit_named};
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
    for text in ["8", "≥8 um", "8-12", "abc", ""] {
        assert_eq!(of(text), None, "{text}");
    }
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
