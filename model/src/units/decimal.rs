//! Decimal digits of a number and back. The standard library does this to the last bit of every double, with tables that weigh 15 kB of
//! the 200 that a first load may have; here it is done for numbers as people type and read them. Reading is exact up to 18 digits and 21 powers of
//! ten, as any double of a usual size is written; writing up to 15 digits. Beyond, both are within the last bit or two.

/// Powers of ten that a double holds exactly.
const EXACT_POWERS: i32 = 22;
/// The largest power that is applied in one step, so that neither it nor the outcome overflows early.
const LARGEST_STEP: i32 = 300;

/// A number times a power of ten.
fn scaled(value: f64, power: i32) -> f64 {
    let step = power.clamp(-LARGEST_STEP, LARGEST_STEP);
    let once = if step >= 0 { value * 10_f64.powi(step) } else { value / 10_f64.powi(-step) };
    if step == power { once } else { scaled(once, power - step) }
}

/// Powers of ten by which whole numbers of 128 bits still leave the bits that a double needs.
const NEAREST_POWERS: u32 = 21;

/// The double nearest to a whole number times a power of ten.
fn nearest(mantissa: u64, power: i32) -> f64 {
    let by = 10_u128.pow(power.unsigned_abs().min(NEAREST_POWERS));
    let is_small = power.unsigned_abs() <= NEAREST_POWERS;
    #[allow(clippy::cast_precision_loss, reason = "whole numbers become the nearest double")]
    match u128::from(mantissa).checked_mul(by) {
        Some(product) if is_small && power >= 0 => product as f64,
        _ if is_small && power < 0 => {
            let shift = mantissa.leading_zeros() + 64;
            let whole = u128::from(mantissa) << shift;
            let rest = u128::from(!whole.is_multiple_of(by)); // decides where the quotient lies half-way between two doubles
            ((whole / by) | rest) as f64 / 2_f64.powi(i32::try_from(shift).unwrap_or(0))
        }
        _ => scaled(mantissa as f64, power),
    }
}

/// Reads digits with at most one point, a sign before them and an exponent behind. None for any other text, and for what is no finite
/// number.
pub fn read(text: &str) -> Option<f64> {
    let (sign, rest) = match text.as_bytes().first()? {
        b'-' => (-1.0, text.get(1..)?),
        b'+' => (1.0, text.get(1..)?),
        _ => (1.0, text),
    };
    let (digits, exponent) = match rest.split_once(['e', 'E']) {
        Some((digits, exponent)) => (digits, whole(exponent)?),
        None => (rest, 0),
    };
    let (before, after) = digits.split_once('.').unwrap_or((digits, ""));
    if before.is_empty() && after.is_empty() {
        return None;
    }
    let (mut mantissa, mut power) = (0_u64, exponent);
    for (digit, behind_point) in
        before.bytes().map(|digit| (digit, false)).chain(after.bytes().map(|digit| (digit, true)))
    {
        let digit = u64::from(digit.checked_sub(b'0').filter(|digit| *digit <= 9)?);
        if mantissa < u64::MAX / 100 {
            mantissa = mantissa * 10 + digit;
            power -= i32::from(behind_point);
        } else {
            power += i32::from(!behind_point); // nobody types so many digits: the rest does not move the number
        }
    }
    let value = if mantissa == 0 { 0.0 } else { nearest(mantissa, power) };
    Some(sign * value).filter(|value| value.is_finite())
}

/// A whole number with a sign, cut where it can no longer matter.
fn whole(text: &str) -> Option<i32> {
    let (sign, digits) = match text.as_bytes().first()? {
        b'-' => (-1, text.get(1..)?),
        b'+' => (1, text.get(1..)?),
        _ => (1, text),
    };
    let digit = |sum: i32, digit: u8| {
        Some(
            (sum * 10 + i32::from(digit.checked_sub(b'0').filter(|digit| *digit <= 9)?))
                .min(100_000),
        )
    };
    if digits.is_empty() { None } else { digits.bytes().try_fold(0, digit).map(|sum| sign * sum) }
}

/// The digits of a positive finite number, rounded to so many (1 to 15), and the power of ten of the first.
pub fn digits(value: f64, count: i32) -> (u64, i32) {
    #[allow(clippy::cast_possible_truncation, reason = "the exponent of a double fits")]
    let mut exponent = value.log10().floor() as i32;
    let at = |exponent: i32| rounded(scaled(value, count - 1 - exponent));
    let full = rounded(10_f64.powi(count));
    if at(exponent) >= full {
        exponent += 1;
    } else if at(exponent) < full / 10 {
        exponent -= 1;
    }
    (at(exponent), exponent)
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "positive; what is too large is cut at the largest"
)]
fn rounded(value: f64) -> u64 {
    value.round() as u64
}

/// A finite number below 10¹⁵ with so many decimals (0 to 15).
pub fn fixed(value: f64, decimals: usize) -> String {
    let power = i32::try_from(decimals).unwrap_or(0).min(EXACT_POWERS);
    let all = rounded(scaled(value.abs(), power)).to_string();
    let mut out = String::with_capacity(all.len() + decimals + 2);
    if value < 0.0 && all.bytes().any(|digit| digit != b'0') {
        out.push('-');
    }
    if decimals == 0 {
        out.push_str(&all);
        return out;
    }
    let missing = (decimals + 1).saturating_sub(all.len());
    let padded = ["0".repeat(missing).as_str(), &all].concat();
    let (before, after) = padded.split_at(padded.len() - decimals);
    out.push_str(before);
    out.push('.');
    out.push_str(after);
    out
}

/// A number of a usual size with as many digits as it takes to read it back, 17 at most; none for what is too large or too small for that.
pub fn in_full(value: f64) -> Option<String> {
    if !USUAL.contains(&value.abs()) {
        return None;
    }
    let (_, exponent) = digits(value.abs(), 15);
    (14..17).find_map(|places| {
        let decimals =
            u32::try_from(places - exponent).ok().filter(|decimals| (1..=20).contains(decimals))?;
        let digits = shifted(value.abs(), decimals)?.to_string();
        let sign = if value < 0.0 { "-" } else { "" };
        let padded =
            ["0".repeat((decimals as usize + 1).saturating_sub(digits.len())).as_str(), &digits]
                .concat();
        let (before, after) = padded.split_at(padded.len() - decimals as usize);
        let text = [sign, before, ".", after].concat();
        read(&text).filter(|back| back.to_bits() == value.to_bits()).map(|_| text)
    })
}

/// Sizes at which twenty decimals are enough and 128 bits hold them.
const USUAL: std::ops::Range<f64> = 1e-3..1e13;

/// A positive number times a power of ten, to the nearest whole number; none where 128 bits do not hold it.
fn shifted(value: f64, power: u32) -> Option<u128> {
    let bits = value.to_bits();
    let (exponent, fraction) =
        (u32::try_from(bits >> 52).ok().filter(|exponent| *exponent > 0)?, bits & ((1 << 52) - 1));
    let binary_places =
        1075_u32.checked_sub(exponent).filter(|places| (1..127).contains(places))?;
    let product = u128::from(fraction | (1 << 52)).checked_mul(10_u128.checked_pow(power)?)?;
    Some(product.checked_add(1 << (binary_places - 1))? >> binary_places)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn texts_that_are_no_numbers_are_none() {
        for text in
            ["", "+", ".", "e5", "1e", "1e+", "1.2.3", "--1", "1e5.5", "1x", "inf", "NaN", "1e999"]
        {
            assert_eq!(read(text), None, "{text}");
        }
        for (text, value) in [
            ("1.", 1.0),
            (".5", 0.5),
            ("-0", 0.0),
            ("1e-999999999", 0.0),
            ("0e999999", 0.0),
            ("9007199254740993", 9_007_199_254_740_992.0),
        ] {
            assert_eq!(read(text), Some(value), "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_people_type_reads_as_the_standard_library_reads_it(whole in 0_u64..1_000_000_000, decimals in 0_u64..1_000_000, exponent in -10_i32..=10) {
            for text in [format!("{whole}.{decimals}"), format!("-{whole}"), format!("{whole}e{exponent}")] {
                prop_assert_eq!(read(&text), text.parse::<f64>().ok(), "{}", text);
            }
        }

        #[test]
        fn a_double_of_a_usual_size_reads_back_to_the_bit(mantissa in 1.0..10.0_f64, power in -4_i32..=14) {
            let value = mantissa * 10_f64.powi(power);
            for text in [format!("{value}"), format!("{value:e}")] {
                prop_assert_eq!(read(&text).map(f64::to_bits), Some(value.to_bits()), "{}", text);
            }
        }

        #[test]
        fn a_double_of_a_usual_size_is_written_to_the_bit(mantissa in 1.0..10.0_f64, power in -3_i32..=12, below: bool) {
            let value = if below { -mantissa } else { mantissa } * 10_f64.powi(power);
            prop_assert_eq!(in_full(value).and_then(|text| text.parse().ok()).map(f64::to_bits), Some(value.to_bits()), "{}", value);
        }

        #[test]
        fn any_double_is_written_to_the_bit_or_not(value: f64) {
            prop_assert!(in_full(value).is_none_or(|text| text.parse() == Ok(value)));
        }

        #[test]
        fn any_double_reads_back_within_its_last_digits(value in prop::num::f64::NORMAL) {
            let text = format!("{value:e}");
            let back = read(&text);
            prop_assert!(back.is_none_or(|back| (back / value - 1.0).abs() < 1e-14), "{} {:?}", text, back);
            prop_assert!(back.is_some() || value.abs() > 1e307);
        }

        #[test]
        fn decimals_are_those_of_the_standard_library_but_for_ties(value in -1e9..1e9_f64, decimals in 0_usize..6) {
            let (ours, theirs) = (fixed(value, decimals), format!("{value:.decimals$}"));
            let apart = (ours.parse::<f64>().unwrap() - theirs.parse::<f64>().unwrap()).abs();
            prop_assert!(apart <= 1.01 * 10_f64.powi(-i32::try_from(decimals).unwrap()));
            let tie = (value.abs() * 10_f64.powi(i32::try_from(decimals).unwrap())).fract() - 0.5;
            prop_assert!(ours == theirs || ours == "0" || tie.abs() < 1e-4 || theirs.trim_start_matches('-') == ours, "{} {}", ours, theirs);
        }

        #[test]
        fn digits_are_those_of_the_standard_library(value in prop::num::f64::POSITIVE | prop::num::f64::NORMAL, count in 1_i32..10) {
            let value = value.abs();
            let (mantissa, exponent) = digits(value, count);
            // Read by the standard library: a power of ten near the smallest doubles has too few digits itself to be multiplied by.
            let back: f64 = format!("{mantissa}e{}", exponent - count + 1).parse().unwrap();
            prop_assume!(back.is_normal());
            prop_assert!((back / value - 1.0).abs() <= 0.5001 * 10_f64.powi(1 - count) + 1e-12);
        }
    }
}
