//! Codes for a coating: ISO 4042 (`A3C`), ISO 2081 (`Fe/Zn 8`) and the service conditions of ASTM B633 (`SC2`), read and written.

use crate::data::Listed;
use crate::data::passivates::Passivate;
use crate::data::thickness::{ISO_2081, ISO_4042, Iso2081Class};

/// What a code asks for.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Asked {
    /// Id of the deposit.
    pub deposit: &'static str,
    /// Least local thickness, µm; `None` where the code names none.
    pub thickness_um: Option<f64>,
    /// The passivate, where the code names one.
    pub passivate: Option<&'static Passivate>,
    /// Whether it is a code of ISO 4042, which is for fasteners and judges them by their batch average.
    pub for_fasteners: bool,
}

/// Coating letters of ISO 4042 and the deposits they mean.
const COATINGS: [(char, &str); 3] = [('A', "zinc"), ('P', "zinc_nickel"), ('R', "zinc_iron")];

/// Reads a code; `None` when it is none that is known here.
///
/// ```
/// use platewise_model::plating::designation::read;
/// let asked = read("A3C").unwrap();
/// assert_eq!((asked.deposit, asked.thickness_um), ("zinc", Some(8.0)));
/// ```
pub fn read(code: &str) -> Option<Asked> {
    let plain: String = code.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_uppercase();
    read_iso_4042(&plain).or_else(|| read_iso_2081(&plain)).or_else(|| read_b633(&plain))
}

fn read_iso_4042(plain: &str) -> Option<Asked> {
    let mut letters = plain.chars();
    let (coating, thickness, finish) = (letters.next()?, letters.next()?, letters.next());
    if letters.next().is_some() {
        return None;
    }
    let (_, deposit) = COATINGS.into_iter().find(|(letter, _)| *letter == coating)?;
    let row = ISO_4042.iter().find(|row| row.code == Some(thickness))?;
    let passivate = match finish {
        None => None,
        Some(finish) => Some(Passivate::all().iter().find(|row| row.iso4042.contains(&finish))?),
    };
    Some(Asked { deposit, thickness_um: Some(row.nominal_um), passivate, for_fasteners: true })
}

fn read_iso_2081(plain: &str) -> Option<Asked> {
    let rest = plain.strip_prefix("FE/ZN")?;
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    let thickness = digits.parse::<f64>().ok().filter(|um| (1.0..=100.0).contains(um))?;
    let after = rest.get(digits.len()..)?;
    (after.is_empty() || after.starts_with('/')).then_some(Asked { deposit: "zinc", thickness_um: Some(thickness), passivate: None, for_fasteners: false })
}

fn read_b633(plain: &str) -> Option<Asked> {
    let class = ISO_2081.iter().find(|class| class.b633 == plain)?;
    Some(Asked { deposit: "zinc", thickness_um: Some(class.minimum_um), passivate: None, for_fasteners: false })
}

/// Writes the ISO 4042 code of a deposit whose least thickness and passivate are given; `None` where there is no code for it.
///
/// The thickness code is the highest whose nominal thickness is met.
pub fn write_iso_4042(deposit: &str, minimum_um: f64, passivate: &Passivate) -> Option<String> {
    let (coating, _) = COATINGS.into_iter().find(|(_, id)| *id == deposit)?;
    let met = ISO_4042.iter().filter(|row| row.nominal_um <= minimum_um + ROUNDING_UM).filter_map(|row| row.code).next_back()?;
    let finish = passivate.iso4042.first()?;
    Some(format!("{coating}{met}{finish}"))
}

/// The highest ISO 2081 class, and with it the service condition of ASTM B633, whose least thickness is met.
pub fn class_met(minimum_um: f64) -> Option<&'static Iso2081Class> {
    ISO_2081.iter().rfind(|class| class.minimum_um <= minimum_um + ROUNDING_UM)
}

/// A thickness that was computed back from itself may fall short by rounding; a gauge reads tenths of a micrometre.
const ROUNDING_UM: f64 = 1e-6;
