//! What stands above a table, or on a sheet beside it, and may change its numbers: a factor that the values may still have to be multiplied by, and
//! numbers of which nothing is made.

use std::borrow::Cow;

/// Ends of words for a factor, in small letters: compounds such as Wandlerfaktor end with them.
const ENDS: [&str; 24] = [
    "factor",
    "factors",
    "faktor",
    "facteur",
    "fattore",
    "fator",
    "coefficient",
    "coefficiente",
    "coeficiente",
    "koeffizient",
    "constant",
    "constante",
    "konstante",
    "costante",
    "ratio",
    "multiplier",
    "multiplicador",
    "multiplikator",
    "scale",
    "scaling",
    "skalierung",
    "wertigkeit",
    "wandler",
    "pulse",
];
/// Starts of words for a factor.
const STARTS: [&str; 4] = ["multipl", "moltipl", "wandler", "impuls"];
/// Words for a factor, in Chinese.
const WITHIN: [&str; 8] = ["倍率", "变比", "倍数", "系数", "乘以", "常数", "互感器", "脉冲"];
/// Symbols that nameplates and protocols of meters use for one.
const SYMBOLS: [&str; 14] =
    ["k", "kh", "ke", "ct", "ctr", "pt", "ptr", "vt", "vtr", "tc", "ti", "tt", "tp", "tv"];
/// Words that may stand beside such a symbol.
const BESIDE_SYMBOLS: [&str; 6] = ["rapport", "rapporto", "relación", "relacion", "x", "a"];
/// Factors of something else than the values.
const OTHER_FACTORS: [&str; 13] = [
    "power",
    "load",
    "emission",
    "co2",
    "cos",
    "leistung",
    "puissance",
    "potenc",
    "potenz",
    "功率",
    "负荷",
    "负载",
    "排放",
];
/// Words before a number with a unit that make it the unit of the values.
const OF_UNITS: [&str; 14] = [
    "unit",
    "units",
    "einheit",
    "einheiten",
    "unité",
    "unités",
    "unidad",
    "unidades",
    "eenheid",
    "enhet",
    "jednostka",
    "uom",
    "register",
    "单位",
];
/// Units of energy and power, in small letters.
const UNITS: [&str; 9] = ["kwh", "mwh", "gwh", "wh", "kw", "mw", "w", "度", "千瓦时"];

/// A text in small letters, as its words of letters and digits.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Whether a name in small letters is that of a factor of the values.
pub fn names_a_factor(name: &str) -> bool {
    factor_word(name).is_some() || is_symbol(name)
}

/// Whether a name consists of a symbol for such a factor.
pub fn is_symbol(name: &str) -> bool {
    let symbol = |word: &str| SYMBOLS.contains(&word);
    words(name).any(symbol)
        && words(name).all(|word| symbol(word) || BESIDE_SYMBOLS.contains(&word))
}

/// Where the word for a factor ends.
fn factor_word(text: &str) -> Option<usize> {
    if OTHER_FACTORS.iter().any(|word| text.contains(word)) {
        return None;
    }
    let latin = words(text)
        .filter(|word| {
            ENDS.iter().any(|ends| word.ends_with(ends))
                || STARTS.iter().any(|starts| word.starts_with(starts))
        })
        .last();
    let chinese = || WITHIN.into_iter().rfind(|word| text.contains(word));
    let word = latin.or_else(chinese)?;
    Some(text.rfind(word)? + word.len())
}

/// A text without its dates and times of day.
fn without_dates(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || ",;()".contains(c))
        .filter(|word| !is_date_or_time(word))
        .collect::<Vec<_>>()
        .join(" ")
}

fn is_date_or_time(word: &str) -> bool {
    let groups: Vec<&str> =
        word.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
    let only = |signs: &str| word.chars().all(|c| c.is_ascii_digit() || signs.contains(c));
    let year = |group: &&str| group.len() == 4;
    let short = |group: &&str| group.len() <= 2;
    match groups.as_slice() {
        [hour, minute] if hour.len() <= 2 && minute.len() == 2 => only(":："),
        [one, month] if year(one) && short(month) => only("-/.年月"),
        [month, one] if year(one) && short(month) => only("-/."),
        [_, _, _] if groups.iter().all(short) => only(":：./-"),
        [one, month, day, time @ ..] if short(month) => {
            (year(one) && short(day) || short(one) && year(day))
                && time.iter().all(short)
                && only("-/.年月日T:Z时分秒")
        }
        _ => false,
    }
}

/// Whether a line has a number that is no date and no time of day.
pub fn has_number(line: &str) -> bool {
    without_dates(line).contains(|c: char| c.is_ascii_digit())
}

/// The numbers of a text.
fn numbers(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_ascii_digit() && c != '.' && c != ',')
        .map(|number| number.trim_matches(['.', ',']))
        .filter(|number| !number.is_empty())
}

fn is_one(number: &str) -> bool {
    number.replace(',', ".").parse::<f64>() == Ok(1.0)
}

/// Whether a line says a factor other than 1 that values may have to be multiplied by.
fn is_factor(line: &str) -> bool {
    let line = without_dates(&line.to_lowercase());
    let other_than_one = |text: &str| numbers(text).any(|number| !is_one(number));
    if !other_than_one(&line) {
        return false;
    }
    // How many pulses a kilowatt hour has says nothing of values that are kilowatt hours.
    if ["/kwh", "/ kwh", "per kwh", "/千瓦时"].iter().any(|per| line.contains(per)) {
        return false;
    }
    if let Some(end) = factor_word(&line) {
        let behind = line.get(end..).unwrap_or_default();
        let behind = if numbers(behind).next().is_some() { behind } else { line.as_str() };
        return other_than_one(behind);
    }
    let start = line.find(|c: char| c.is_ascii_digit()).unwrap_or(line.len());
    let (label, rest) = line.split_at_checked(start).unwrap_or((&line, ""));
    // K = 40, CT: 200/5 A
    let only_numbers =
        rest.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || "./:,xav=×".contains(c));
    if is_symbol(label) && only_numbers && !label.ends_with(char::is_alphanumeric) {
        return true;
    }
    // x40
    if matches!(label.trim(), "x" | "×" | "*") && only_numbers {
        return true;
    }
    let quotient = quotient(rest);
    let transformer =
        words(label).any(|word| SYMBOLS.contains(&word) || word.starts_with("transfo"));
    let secondary = matches!(quotient, Some((_, "1" | "5")))
        && rest.trim_end().ends_with('a')
        && rest.len() < 12;
    if quotient.is_some() && (transformer || secondary) {
        return true;
    }
    words(label).any(|word| OF_UNITS.contains(&word)) && number_before_unit(rest)
}

/// The two numbers around the first slash or colon between digits.
fn quotient(text: &str) -> Option<(&str, &str)> {
    let (one, other) = text.split_once(['/', ':'])?;
    let one = one.trim_end();
    let one = one.get(one.trim_end_matches(|c: char| c.is_ascii_digit()).len()..)?;
    let other = other.trim_start();
    let end = other.find(|c: char| !c.is_ascii_digit()).unwrap_or(other.len());
    let other = other.get(..end)?;
    (!one.is_empty() && !other.is_empty()).then_some((one, other))
}

/// Whether a text is a number and a unit of energy or power behind it.
fn number_before_unit(text: &str) -> bool {
    let unit = text
        .trim_start_matches(|c: char| c.is_ascii_digit() || c.is_whitespace() || "./,".contains(c));
    UNITS.contains(&unit.trim_end_matches([')', ']', '）', '.', ' ']))
}

/// The first factor other than 1 in lines, as it stands there: a word or symbol for it and its number in one cell, in the next, or in the one below.
pub fn factor<'a>(lines: &[Vec<Cow<'a, str>>]) -> Option<String> {
    let begins = |cell: &&Cow<'a, str>| {
        let cell = cell.trim_start_matches(|c: char| "xX×=:( ".contains(c));
        cell.starts_with(|c: char| c.is_ascii_digit()) && !is_date_or_time(cell)
    };
    for (place, line) in lines.iter().enumerate() {
        for (column, cell) in line.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            if cell.contains(|c: char| c.is_ascii_digit()) && !is_date_or_time(cell) {
                if is_factor(cell) {
                    let behind = line.get(column + 1).filter(|cell| has_number(cell));
                    let behind = behind.map_or("", |cell| cell.as_ref());
                    return Some([cell.as_ref(), " ", behind].concat().trim().to_owned());
                }
                continue;
            }
            let beside = line.get(column + 1).filter(begins);
            let below = || lines.get(place + 1).and_then(|line| line.get(column)).filter(begins);
            if let Some(number) = beside.or_else(below)
                && is_factor(&format!("{cell} {number}"))
            {
                return Some(format!("{cell} {number}"));
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn factors_are_told_from_other_numbers() {
        for line in [
            "K = 40",
            "k=40",
            "Meter constant;40",
            "Kh = 7.2",
            "Factor 40",
            "Faktor: 40",
            "Zählerfaktor 40",
            "Values to be multiplied by 40",
            "x40",
            "× 40",
            "Scale: 1000",
            "Transformation ratio 40:1",
            "CT: 200:5",
            "CTR 40",
            "TC=40",
            "Rapport TC 40",
            "TI 40",
            "Constante 40",
            "Wandler 200/5 A",
            "200/5 A",
            "电表倍数 40",
            "倍数：40",
            "Register 1/2 kWh",
            "Unit: 0.1 kWh",
            "Unit = 10 kWh",
            "1 pulse = 10 kWh",
            "2023-01-01 factor 40",
        ] {
            assert!(is_factor(line), "{line}");
        }
        for line in [
            "Factor 1",
            "Meter 7 multiplier: 1",
            "倍率 1",
            "Factory 2",
            "Power factor 0.95",
            "功率因数 0.95",
            "1600 imp/kWh",
            "Meter constant 1600 imp/kWh",
            "Annual consumption 299300 kWh",
            "Contract demand 500 kW",
            "Rapport mensuel 2023",
            "3 x 230/400 V",
            "Period: 2023-01-01 to 2023-12-31",
            "Register 1",
            "Meter 12/3456",
            "Hall K 12",
            "Unit: kWh",
            "Multiplied on 01.02.2023 12:30",
        ] {
            assert!(!is_factor(line), "{line}");
        }
    }

    #[test]
    fn dates_and_times_are_no_numbers() {
        for line in [
            "Period: 2023-01-01 to 2023-12-31",
            "31/12/2023 12:30",
            "2023年1月1日",
            "2026-11-30 00:15:00",
            "1.2.23 8:15",
            "plant",
        ] {
            assert!(!has_number(line), "{line}");
        }
        for line in ["K = 40", "CT: 200:5", "200/5", "Meter 12", "Year 2023", "40:1"] {
            assert!(has_number(line), "{line}");
        }
    }
}
