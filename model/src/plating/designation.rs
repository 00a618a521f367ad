//! Codes for a coating: ISO 4042 (`A3C`), ISO 2081 (`Fe/Zn 8`) and the service conditions of ASTM B633 (`SC2`), read and written.

use crate::data::Listed;
use crate::data::passivates::Passivate;
use crate::data::thickness::{ISO_2081, ISO_4042, Iso2081Class};
use crate::units::decimal;

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

/// Reads a code; `None` when it is none that is known here. What stands behind the part that is understood is [`unread`].
///
/// ```
/// use platewise_model::plating::designation::read;
/// let asked = read("A3C").unwrap();
/// assert_eq!((asked.deposit, asked.thickness_um), ("zinc", Some(8.0)));
/// ```
pub fn read(code: &str) -> Option<Asked> {
    parse(&plain(code)).map(|(asked, _)| asked)
}

/// The part of a code that [`read`] passes over: a sealant, a heat treatment, a finish that is not known here.
pub fn unread(code: &str) -> Option<String> {
    parse(&plain(code)).map(|(_, rest)| rest.chars().take(LONGEST_REST).collect()).filter(|rest: &String| !rest.is_empty())
}

const LONGEST_REST: usize = 40;

/// A code without its blanks, in capitals, and with one sign for each kind of separator.
fn plain(code: &str) -> String {
    let sign = |c: char| match c {
        '／' => '/',
        '·' | '・' | '•' | '∙' | '⋅' => SEPARATOR,
        c => c.to_ascii_uppercase(),
    };
    code.chars().filter(|c| !c.is_whitespace()).map(sign).collect()
}

const SEPARATOR: char = '·';

/// What a code asks for, and the rest of it that is not understood.
fn parse(plain: &str) -> Option<(Asked, &str)> {
    read_iso_4042(plain).map(|asked| (asked, "")).or_else(|| read_by_thickness(plain)).or_else(|| read_b633(plain))
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

/// `Fe/Zn 8` and what may follow: ISO 2081 (`Fe//Zn 12//C`) and, as Chinese drawings have it after GB/T 13911, `Fe/Ep·Zn8·c2C`.
fn read_by_thickness(plain: &str) -> Option<(Asked, &str)> {
    let metal = plain.strip_prefix("FE/")?.trim_start_matches('/');
    let metal = metal.strip_prefix("EP").map_or(metal, |rest| rest.trim_start_matches([SEPARATOR, '.']));
    let rest = metal.strip_prefix("ZN")?;
    let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let (digits, rest) = rest.split_at_checked(digits)?;
    let thickness = decimal::read(digits).filter(|um| (1.0..=100.0).contains(um))?;
    let (passivate, rest) = finish(rest)?;
    Some((Asked { deposit: "zinc", thickness_um: Some(thickness), passivate, for_fasteners: false }, rest))
}

/// `SC2` and what may follow: `SC2 Type II`.
fn read_b633(plain: &str) -> Option<(Asked, &str)> {
    let (class, rest) = ISO_2081.iter().find_map(|class| Some((class, plain.strip_prefix(class.b633)?)))?;
    let (passivate, rest) = finish(rest)?;
    Some((Asked { deposit: "zinc", thickness_um: Some(class.minimum_um), passivate, for_fasteners: false }, rest))
}

/// Finishes behind a thickness and the passivates they mean. Recalled, not read: the letters of ISO 2081 with the classes of ISO 4520,
/// which GB/T 13911 takes over: c1A bright, c1B bleached, c2C yellow, c2D olive.
const FINISHES: [(&str, &str); 9] = [
    ("C1A", "hexavalent_clear"),
    ("C1B", "hexavalent_bleached"),
    ("C2C", "hexavalent_yellow"),
    ("C2D", "hexavalent_olive"),
    ("A", "hexavalent_clear"),
    ("B", "hexavalent_bleached"),
    ("C", "hexavalent_yellow"),
    ("D", "hexavalent_olive"),
    ("F", "hexavalent_black"),
];

/// The passivate that stands first behind a thickness, if it is one, and the rest; `None` when what follows belongs to no code.
fn finish(after: &str) -> Option<(Option<&'static Passivate>, &str)> {
    let separator = |c: char| matches!(c, '/' | '-' | ',' | ';' | '(' | ')' | '，' | '（' | '）') || c == SEPARATOR;
    let body = after.trim_start_matches(separator);
    // A point parts words as well, but not the digits of a number.
    let body = body.strip_prefix('.').filter(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic())).unwrap_or(body);
    let (first, rest) = body.split_at_checked(body.find(separator).unwrap_or(body.len()))?;
    let by_type = |row: &&Passivate| row.b633.is_some_and(|named| plain(named) == first);
    let by_letters = || FINISHES.into_iter().find(|(letters, _)| *letters == first).and_then(|(_, id)| Passivate::find(id));
    let passivate = Passivate::all().iter().find(by_type).or_else(by_letters);
    // Run together with the thickness only what cannot be mistaken: a whole finish of several letters.
    let run_together = body.len() == after.len() && !body.is_empty();
    match passivate {
        Some(_) if !run_together || first.len() > 1 => Some((passivate, rest.trim_matches(separator))),
        None if !run_together || first.starts_with("TYPE") => Some((None, body.trim_matches(separator))),
        _ => None,
    }
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
