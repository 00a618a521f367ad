//! What people leave in the fields of a calculator, made by chance: numbers in every form they are typed in, choices, rows; and letters that mean nothing.
#![allow(
    dead_code,
    clippy::indexing_slicing,
    reason = "each user takes its own part; places are drawn below the length"
)]

use fastrand::Rng;
use platewise_model::calculator::{AnyCalculator, Field, Kind};
use platewise_model::entry::{Entries, Entry};

/// Texts that no field means anything by.
const STRAY: [&str; 16] = [
    "abc",
    "1,234",
    "--3",
    "1e999",
    "NaN",
    "&thickness_um=3#%00%ff",
    "<img src=x onerror=alert(1)>",
    "=1+1",
    "12:mil",
    "a=b&c=d",
    "镀锌 12 丝",
    "\u{202e}rtl\u{200b}",
    "İıŞş",
    "٣٫٥",
    "🔩🔩",
    "%3A%2C%3B\\\"'`",
];

/// Some fields of a calculator, about so many, filled as by a person; one in four with something stray in it, unless all is meant to be honest.
pub fn state(calculator: &AnyCalculator, rng: &mut Rng, about: usize, honest: bool) -> Entries {
    let fields: Vec<&'static Field> =
        calculator.fields().iter().filter(|field| !calculator.is_private(field.name)).collect();
    let stray = !honest && rng.u8(..4) == 0;
    filled(&fields, rng, about, stray)
}

fn filled(fields: &[&'static Field], rng: &mut Rng, about: usize, stray: bool) -> Entries {
    let mut entries = Entries::new();
    for _ in 0..rng.usize(0..=2 * about) {
        let field = fields[rng.usize(..fields.len())];
        if let Some(entry) = entry(field, rng, stray) {
            entries.insert(field.name, entry);
        }
    }
    entries
}

fn entry(field: &'static Field, rng: &mut Rng, stray: bool) -> Option<Entry> {
    let one_of = |options: fn() -> Vec<(&'static str, platewise_model::words::Text)>,
                  rng: &mut Rng| {
        let options = options();
        options[rng.usize(..options.len())].0
    };
    let stray_text = |rng: &mut Rng| STRAY[rng.usize(..STRAY.len())];
    Some(match field.kind {
        Kind::Number { dimension, min, max } => {
            let unit = rng.usize(..dimension.units().len());
            if stray && rng.u8(..3) == 0 {
                return Some(Entry::number(stray_text(rng), unit));
            }
            let canonical = number(min, max, rng);
            Entry::number(typed(dimension.unit(unit).from_canonical(canonical), rng), unit)
        }
        Kind::Numbers { least, count, min, max, .. } => {
            let count = rng.usize(least..=count);
            let numbers: Vec<String> =
                (0..count).map(|_| number(min, max, rng).to_string()).collect();
            Entry::plain(numbers.join(" "))
        }
        Kind::Choice(options) => Entry::plain(one_of(options, rng)),
        Kind::Several(options, least, most) => {
            let ids: Vec<&str> =
                (0..rng.usize(least..=most.min(8))).map(|_| one_of(options, rng)).collect();
            Entry::plain(ids.join(","))
        }
        Kind::Text | Kind::LongText | Kind::Date if stray => Entry::plain(stray_text(rng)),
        Kind::Text => Entry::plain(["A3C", "Fe/Zn 8", "M8", "P2", "45", "10.9"][rng.usize(..6)]),
        Kind::Curve => {
            let lines: Vec<String> =
                (1..=rng.usize(1..6)).map(|step| format!("{step} {}", rng.u8(1..=100))).collect();
            Entry::plain(lines.join("\n"))
        }
        Kind::Rows { fields, least, most } => {
            let fields: Vec<&'static Field> =
                fields().iter().filter(|field| !matches!(field.kind, Kind::Rows { .. })).collect();
            let count = rng.usize(least..=most.min(least + 3));
            Entry::rows((0..count).map(|_| filled(&fields, rng, 4, stray)).collect())
        }
        Kind::LongText => Entry::plain("30 % with the order,\nthe rest before delivery"),
        Kind::Date => Entry::plain(["2026-11-28", "2026/3/4", "2026年3月4日"][rng.usize(..3)]),
        Kind::Hours(_) | Kind::Record => return None, // no link has them
    })
}

/// A number between two others: most of them by its order of magnitude, some the ends themselves, some just beyond.
fn number(min: f64, max: f64, rng: &mut Rng) -> f64 {
    match rng.u8(..16) {
        0 => min,
        1 => max,
        2 => min - 1.0,
        3 => max * 1.01 + 1.0,
        _ if max <= 0.0 => min + rng.f64() * (max - min),
        _ => {
            let low = min.max(max * 1e-9);
            (low * (max / low).powf(rng.f64())).clamp(min, max)
        }
    }
}

/// A number as somebody types it.
fn typed(number: f64, rng: &mut Rng) -> String {
    let plain = match rng.u8(..4) {
        0 => format!("{number:e}"),
        1 => format!("{number:.3}"),
        2 => format!(" {number:.1} "),
        _ => number.to_string(),
    };
    let decimals = plain
        .split('.')
        .nth(1)
        .map_or(0, |rest| rest.bytes().take_while(u8::is_ascii_digit).count());
    match rng.u8(..6) {
        0 if decimals != 3 => plain.replace('.', ","), // 1,234 would be one number or another
        1 => plain
            .chars()
            .map(|letter| {
                letter
                    .to_digit(10)
                    .and_then(|digit| char::from_u32(u32::from('０') + digit))
                    .unwrap_or(letter)
            })
            .collect(),
        _ => plain,
    }
}
