//! A number as it is typed means what the standard library reads, where both read it; shown, it is read back to its digits.
#![no_main]

use libfuzzer_sys::fuzz_target;
use platewise_fuzz::{choice, text};
use platewise_model::entry::{Entry, converted};
use platewise_model::units::{Dimension, format_significant, parse_number, without_trailing_zeros};

/// Digits that are read exactly, and powers of ten.
const EXACT_DIGITS: usize = 15;
const EXACT_POWERS: i64 = 22;

fuzz_target!(|data: &[u8]| {
    let Some((choice, rest)) = choice(data) else { return };
    let typed = text(rest);
    let ours = parse_number(&typed);
    let theirs = typed.trim().parse::<f64>().ok().filter(|value| value.is_finite());
    if let (Ok(ours), Some(theirs)) = (ours, theirs) {
        // Near the smallest doubles there are no more digits to agree in.
        let slack = if is_short(typed.trim()) { 0.0 } else { 1e-15 * theirs.abs() + 1e-306 };
        assert!((ours - theirs).abs() <= slack, "{typed}: {ours} and {theirs}");
    }
    if let (Err(why), Some(theirs)) = (ours, theirs) {
        assert!(theirs.abs() > 1e300 || theirs == 0.0, "{typed} is no number here, {why:?}");
    }
    let Ok(value) = ours else { return };
    assert!(value.is_finite());
    let digits = 1 + choice % 15;
    let shown = format_significant(value, digits);
    let back: f64 = without_trailing_zeros(&shown).parse().expect("what is shown is a number");
    let share = 0.5001 * 10_f64.powi(1 - digits as i32) + 1e-14;
    assert!(
        (back - value).abs() <= share * value.abs() + 1e-305,
        "{value} is shown as {shown} with {digits} digits"
    );
    // What is shown is a number that people may type.
    let read = parse_number(without_trailing_zeros(&shown)).expect("what is shown can be typed");
    assert!((read - back).abs() <= 1e-14 * back.abs() + 1e-305, "{shown}: {read} and {back}");
    for dimension in Dimension::ALL {
        let units = dimension.units().len();
        let there = converted(*dimension, &Entry::number(shown.as_str(), 0), choice % units);
        let home = converted(*dimension, &there, 0);
        let home = parse_number(&home.text);
        // Ten digits of a value far from 0 °C in °F and back are less than ten.
        let far = home.is_ok_and(|home| (home - read).abs() > 1e-8 * read.abs() + 1e-7);
        assert!(!far || read.abs() > 1e290, "{shown} of {dimension:?}: {there:?}, {home:?}");
    }
});

/// Whether a text has no more digits and no larger power of ten than a double holds exactly.
fn is_short(text: &str) -> bool {
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let Ok(exponent) = exponent.parse::<i64>() else { return false };
    let decimals = mantissa.split_once('.').map_or(0, |(_, decimals)| decimals.len()) as i64;
    let digits = mantissa.bytes().filter(u8::is_ascii_digit).count();
    digits <= EXACT_DIGITS && (exponent - decimals).abs() <= EXACT_POWERS
}
