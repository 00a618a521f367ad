//! Designations of coating weight: read into what each side carries.

use super::figures::G_PER_M2_OF_AN_OUNCE;

/// What a designation says.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Weight {
    /// g/m² of both sides together.
    Together(f64),
    /// g/m² of each side.
    EachSide(f64, f64),
    /// µm of each side.
    Thickness(f64, f64),
}

/// Why a text is no designation that can be used.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Unusable {
    /// No code that is known here.
    Unknown,
    /// A coating of an alloy, whose density the code does not say.
    Alloy,
    /// G01 and Z001: no minimum.
    NoMinimum,
}

/// Letters of alloy coatings: aluminium–zinc, zinc–aluminium, zinc–magnesium, aluminium–silicon, zinc–iron.
const ALLOYS: [&str; 7] = ["AZ", "ZA", "ZM", "AS", "ZF", "GF", "A"];

/// Reads `G90`, `ASTM A653 G60`, `Z275`, `Z 275`, `Z27` (JIS), `60/60`, `Z50/50`, `ZE25/25`.
///
/// # Errors
/// Why it is none.
pub fn read(text: &str) -> Result<Weight, Unusable> {
    let upper = text.trim().replace('／', "/").to_uppercase();
    let words: Vec<&str> = upper.split([' ', ',', ':']).filter(|word| !word.is_empty()).collect();
    let (letters, figures) = match words.as_slice() {
        // The letters may stand apart from their figures.
        [.., letters, figures] if is_letters(letters) && begins_with_digit(figures) => {
            (*letters, *figures)
        }
        [.., last] => {
            let start = last.find(|c: char| c.is_ascii_digit()).ok_or(Unusable::Unknown)?;
            last.split_at_checked(start).ok_or(Unusable::Unknown)?
        }
        [] => return Err(Unusable::Unknown),
    };
    if ALLOYS.contains(&letters) {
        let is_code = figures.split('/').all(|part| number(part).is_ok());
        return Err(if is_code { Unusable::Alloy } else { Unusable::Unknown });
    }
    if let Some((front, back)) = figures.split_once('/') {
        let (front, back) = (number(front)?, number(back)?);
        return match letters {
            "" | "Z" => Ok(Weight::EachSide(front, back)),
            "ZE" => Ok(Weight::Thickness(front / 10.0, back / 10.0)),
            _ => Err(Unusable::Unknown),
        };
    }
    let value = number(figures)?;
    match letters {
        "G" | "Z" if value < 2.0 => Err(Unusable::NoMinimum),
        "G" if (30.0..=400.0).contains(&value) => {
            Ok(Weight::Together(value / 100.0 * G_PER_M2_OF_AN_OUNCE))
        }
        "Z" if figures == "27" => Ok(Weight::Together(275.0)), // JIS G 3302
        "Z" if (50.0..=1000.0).contains(&value) => Ok(Weight::Together(value)),
        _ => Err(Unusable::Unknown),
    }
}

fn is_letters(word: &str) -> bool {
    ["G", "Z", "ZE"].contains(&word) || ALLOYS.contains(&word)
}

fn begins_with_digit(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
}

fn number(text: &str) -> Result<f64, Unusable> {
    let digits = !text.is_empty() && text.len() <= 5 && text.bytes().all(|b| b.is_ascii_digit());
    let value = text.parse().ok().filter(|value: &f64| digits && *value > 0.0);
    value.ok_or(Unusable::Unknown)
}
