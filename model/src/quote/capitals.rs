//! Amounts of yuan in Chinese capitals (大写金额), as sums stand on contracts and invoices, so that nobody adds a stroke.
//!
//! Source: 支付结算办法, annex 1 (正确填写票据和结算凭证的基本规定), read in re-posts on 2026-11-24.

use super::price::Amount;

const DIGITS: [&str; 10] = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"];

/// An amount in capitals, with 整 behind 元 or 角.
///
/// ```
/// use platewise_model::quote::capitals::capitals;
/// use platewise_model::quote::price::Amount;
/// assert_eq!(capitals(Amount(1_640_902)), "人民币壹万陆仟肆佰零玖元零贰分");
/// assert_eq!(capitals(Amount(11_050)), "人民币壹佰壹拾元伍角整");
/// ```
pub fn capitals(amount: Amount) -> String {
    let sign = if amount.0 < 0 { "负" } else { "" };
    let hundredths = amount.0.unsigned_abs();
    let (yuan, jiao, fen) = (hundredths / 100, hundredths / 10 % 10, hundredths % 10);
    let mut out = format!("人民币{sign}");
    if yuan > 0 || hundredths == 0 {
        whole(yuan, &mut out);
        out.push('元');
    }
    if jiao > 0 {
        digit(jiao, &mut out);
        out.push('角');
    }
    if fen > 0 {
        if jiao == 0 && yuan > 0 {
            digit(0, &mut out);
        }
        digit(fen, &mut out);
        out.push('分');
    } else {
        out.push('整');
    }
    out
}

fn digit(digit: u64, out: &mut String) {
    let place = usize::try_from(digit).unwrap_or_default();
    out.push_str(DIGITS.get(place).copied().unwrap_or_default());
}

/// A whole number. Where places between two figures are empty, one 零 stands for them all.
fn whole(number: u64, out: &mut String) {
    const UNITS: [(u64, char); 5] =
        [(100_000_000, '亿'), (10_000, '万'), (1000, '仟'), (100, '佰'), (10, '拾')];
    let Some((size, unit)) = UNITS.into_iter().find(|(size, _)| number >= *size) else {
        return digit(number, out);
    };
    whole(number / size, out);
    out.push(unit);
    let rest = number % size;
    if rest > 0 {
        if rest < size / 10 {
            digit(0, out);
        }
        whole(rest, out);
    }
}
