//! Writes codes. What is written is read again, and nothing is given out that does not come back as it was.

use super::signs::{AFTER, FINISHES, Finish, GLOSSES, LAYERED, TYPES};
use super::{
    Coat, CodeThickness, Cr6, Designation, Film, Gloss, Heat, Layer, Meaning, Rust, Sealer,
    Standard, read,
};
use crate::data::passivates::Passivate;
use crate::data::thickness::{ISO_2081, ISO_4042, Iso2081Class};

/// Writes the ISO 4042:1999 code of a deposit whose least thickness and passivate are given; `None` where there is no code for it.
///
/// The thickness code is the highest whose nominal thickness is met.
pub fn write_iso_4042(deposit: &str, minimum_um: f64, passivate: &Passivate) -> Option<String> {
    let coating = super::COATS
        .iter()
        .find(|coat| coat.deposit == Some(deposit) && coat.is_passivated)?
        .letter?;
    let met = ISO_4042
        .iter()
        .filter(|row| row.nominal_um <= minimum_um + ROUNDING_UM)
        .filter_map(|row| row.code)
        .next_back()?;
    let finish = passivate.iso4042.first()?;
    Some(format!("{coating}{met}{finish}"))
}

/// The highest ISO 2081 class, and with it the service condition of ASTM B633, whose least thickness is met.
pub fn class_met(minimum_um: f64) -> Option<&'static Iso2081Class> {
    ISO_2081.iter().rfind(|class| class.minimum_um <= minimum_um + ROUNDING_UM)
}

/// A thickness that was computed back from itself may fall short by rounding; a gauge reads tenths of a micrometre.
const ROUNDING_UM: f64 = 1e-6;

/// Writes a code in a system; `None` where that system cannot say the same.
///
/// ```
/// use platewise_model::plating::designation::{read, write, Standard};
/// let code = read("镀锌 ≥8μm 透明 三价铬 封闭").unwrap();
/// assert_eq!(write(&code, Standard::Iso19598).as_deref(), Some("Fe//Zn8//An//T2"));
/// assert_eq!(write(&code, Standard::Iso2081), None); // which is for chromium(VI)
/// ```
pub fn write(code: &Designation, standard: Standard) -> Option<String> {
    let text = assemble(code, standard)?;
    let back = read(&text)?;
    (back.standard == standard && says_the_same(code, &back)).then_some(text)
}

/// Whether two codes ask for the same; a thickness that nobody said how to take can be taken as any system takes it.
fn says_the_same(one: &Designation, back: &Designation) -> bool {
    let thickness = |one: CodeThickness, other: CodeThickness| match (one, other) {
        (CodeThickness::One(one), CodeThickness::One(other)) => (one - other).abs() < ROUNDING_UM,
        (one, other) => one == other,
    };
    let meaning = one.meaning == back.meaning
        || one.meaning != Meaning::Average && back.standard != Standard::FreeText;
    let layer = |(one, other): (&Layer, &Layer)| one.coat == other.coat && one.kind == other.kind;
    meaning
        && thickness(one.thickness, back.thickness)
        && one.layers.len() == back.layers.len()
        && one.layers.iter().zip(&back.layers).all(layer)
        && (one.film, one.sealer, one.cr6, one.barrel)
            == (back.film, back.sealer, back.cr6, back.barrel)
        && (one.stress_relief, one.bake, one.nickel) == (back.stress_relief, back.bake, back.nickel)
        && (one.salt_spray == back.salt_spray
            || back.standard == Standard::AstmB633 && one.salt_spray.is_none())
        && back.unread.is_empty()
        && back.contradictions.is_empty()
}

/// The code as its parts make it.
fn assemble(code: &Designation, standard: Standard) -> Option<String> {
    let heat = |name: &str, heat: Option<Heat>| match heat {
        Some(Heat { celsius: Some(celsius), hours: Some(hours) }) => {
            format!("{name}({celsius}){hours}")
        }
        _ => String::new(),
    };
    let (relief, bake) = (heat("SR", code.stress_relief), heat("ER", code.bake));
    let coat = code.coat();
    let figure = match code.thickness {
        CodeThickness::Unsaid => String::new(),
        CodeThickness::One(um) => um.to_string(),
        CodeThickness::Between(from, to) => format!("{from}-{to}"),
    };
    let symbol = || coat.map(Coat::written).filter(|symbol| !symbol.is_empty());
    let metal = |gap: &str| {
        let nickel = code
            .nickel
            .map(|share| format!("({})", (share * 1e6).round() / 1e4))
            .unwrap_or_default();
        symbol().map(|symbol| [&symbol, nickel.as_str(), gap, &figure].concat())
    };
    let finish = |kind: Finish| {
        FINISHES
            .iter()
            .find(|(_, film, cr6, of)| *of == kind && *film == code.film && *cr6 == code.cr6)
            .map(|(letters, ..)| *letters)
    };
    let after =
        AFTER.iter().find(|(_, sealer)| *sealer == code.sealer).map_or("", |(letters, _)| letters);
    let unless_bare = |sealer: Sealer| if sealer == Sealer::No { "" } else { after };
    let small = |letters: &str| {
        letters
            .char_indices()
            .map(|(place, c)| if place == 0 { c } else { c.to_ascii_lowercase() })
            .collect::<String>()
    };
    let joined = |parts: &[&str], between: &str| {
        parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(between)
    };
    Some(match standard {
        Standard::Iso2081 => {
            let film = match code.film {
                Film::Unsaid => String::new(),
                Film::None if unless_bare(code.sealer).is_empty() => "//".to_owned(),
                Film::None => format!("////{after}"),
                _ => joined(&["", finish(Finish::Letter)?, unless_bare(code.sealer)], "//"),
            };
            let parted = if matches!(code.film, Film::Unsaid | Film::None) {
                film
            } else {
                format!("//{film}")
            };
            joined(&["Fe", &relief, &metal("")?, &bake], "//") + &parted
        }
        Standard::Iso2081Short => joined(
            &[
                "Fe",
                &metal("")?,
                if code.film == Film::Unsaid { "" } else { finish(Finish::Letter)? },
                unless_bare(code.sealer),
            ],
            "/",
        ),
        Standard::Iso19598 => joined(
            &["Fe", &relief, &metal("")?, &bake, &small(finish(Finish::LetterN)?), after],
            "//",
        ),
        Standard::Din50979 => format!("DIN 50979 {}", assemble(code, Standard::Iso19598)?),
        Standard::Iso4042New if code.film == Film::Unsaid => metal("")?,
        Standard::Iso4042New => {
            let hours =
                code.salt_spray.map(|spray| format!("{}h", spray.hours)).unwrap_or_default();
            joined(&[&metal("")?, &small(finish(Finish::LetterN)?), after, &hours], "/")
        }
        Standard::Iso4042Old => old_iso_4042(code)?,
        Standard::Swedish => {
            joined(&["Fe", &metal("")?, finish(Finish::Swedish)?, unless_bare(code.sealer)], "/")
        }
        Standard::Din50961 => ["DIN 50961 Fe/", &metal(" ")?, finish(Finish::Letter)?].concat(),
        Standard::Iso2081Of1986 | Standard::Gbt9799Of1997 => {
            let class = finish(Finish::Class)?;
            let name =
                if standard == Standard::Gbt9799Of1997 { "GB/T 9799 " } else { "GB/T 5267.1 " };
            [name, "Fe/", &metal(" ")?, "c", class.get(1..)?].concat()
        }
        Standard::Gbt5267 => ["Fe/", &metal(" ")?, &small(finish(Finish::Bk)?)].concat(),
        Standard::Gbt13911 => {
            let chemical = code.layers.iter().any(|layer| layer.coat.id.starts_with("electroless"));
            let after = match code.film {
                Film::None | Film::Unsaid => "",
                _ => finish(Finish::Class)?,
            };
            let after =
                if after.is_empty() { String::new() } else { format!("c{}", after.get(1..)?) };
            joined(&[if chemical { "Fe/Ap" } else { "Fe/Ep" }, &stack(code, "")?, &after], "·")
        }
        Standard::Works | Standard::OldWorks => {
            let method = if standard == Standard::Works { "EP" } else { "D" };
            let after = if code.film == Film::Iridescent && code.cr6 == Cr6::Unknown {
                "DC".to_owned()
            } else {
                format!("c{}", finish(Finish::Class)?.get(1..)?)
            };
            joined(&[method, &metal("")?, &after], "·")
        }
        Standard::AstmB633 => {
            let kind = match code.film {
                Film::Unsaid => None,
                film => {
                    Some(TYPES.iter().find(|(_, of, cr6, _)| *of == film && *cr6 == code.cr6)?.0)
                }
            };
            let class = ISO_2081
                .iter()
                .find(|class| code.thickness == CodeThickness::One(class.minimum_um));
            let kind = kind.map(|kind| format!("Type {kind}")).unwrap_or_default();
            joined(
                &[
                    "ASTM B633",
                    &format!("Fe/{}", metal(" ")?),
                    class.map_or("", |class| class.b633),
                    &kind,
                    unless_bare(code.sealer),
                ],
                " ",
            )
        }
        Standard::AstmF1941 => {
            let letters = match (code.film, code.cr6) {
                (Film::Unsaid, _) => "",
                (Film::Bluish, Cr6::Yes) => "B",
                (Film::Black, Cr6::Yes) => "E",
                (Film::Black, Cr6::No) => "ET",
                (_, Cr6::No) => finish(Finish::LetterT)?,
                _ => finish(Finish::Letter)?,
            };
            ["ASTM F1941 Fe/", &metal(" ")?, letters].concat()
        }
        Standard::General => format!("Fe/{}", stack(code, "")?),
        Standard::AstmB456 => format!("Fe/{}", stack(code, " ")?),
        Standard::Iso1456 => format!("ISO 1456 Fe/{}", stack(code, " ")?),
        Standard::JisH8610 => {
            let class = match code.film {
                Film::Transparent | Film::Bleached => "CM1",
                Film::Iridescent | Film::Olive => "CM2",
                _ => return None,
            };
            ["Ep-Fe/", &metal(" ")?, "/", class, " ", finish(Finish::Letter)?].concat()
        }
        Standard::FreeText => in_chinese(code)?,
    })
}

impl Coat {
    /// Its symbol as it is written: `ZnNi`.
    fn written(&self) -> String {
        let capital = |place: usize| place.is_multiple_of(2);
        self.symbol
            .char_indices()
            .map(|(place, c)| if capital(place) { c } else { c.to_ascii_lowercase() })
            .collect()
    }
}

/// Layers with their thickness and kind: `Cu10Ni15bCr0.3mc`; between them what the system has, and no usual thickness of chromium there.
fn stack(code: &Designation, between: &str) -> Option<String> {
    let layer = |layer: &Layer| {
        let coat =
            if layer.coat.id == "electroless_nickel" { Coat::find("nickel")? } else { layer.coat };
        let chromium = !between.is_empty() && coat.id == "chromium";
        let um = layer.um.filter(|_| !chromium).map(|um| um.to_string()).unwrap_or_default();
        let kind = layer.kind.unwrap_or_default().to_ascii_lowercase();
        let kind = if chromium && !kind.is_empty() { format!(" {kind}") } else { kind };
        (!coat.symbol.is_empty())
            .then(|| [if chromium { between } else { "" }, &coat.written(), &um, &kind].concat())
    };
    code.layers.iter().map(layer).collect()
}

fn old_iso_4042(code: &Designation) -> Option<String> {
    let letter = match code.coat() {
        Some(coat) => coat.letter?,
        None => {
            LAYERED
                .iter()
                .find(|(_, coats)| {
                    coats.iter().copied().eq(code.layers.iter().map(|layer| layer.coat.id))
                })?
                .0
        }
    };
    let um = match code.thickness {
        CodeThickness::One(um) => um,
        CodeThickness::Unsaid => 0.0,
        CodeThickness::Between(..) => return None,
    };
    let figure = match um {
        0.0 => '0',
        25.0 => '7',
        30.0 => '8',
        um => ISO_4042.iter().find(|row| (row.nominal_um - um).abs() < ROUNDING_UM)?.code?,
    };
    let passivated = code.layers.last()?.coat.is_passivated;
    let finish = match code.film {
        Film::Unsaid => None,
        Film::None if !passivated => None,
        film => {
            let of = |gloss: Option<Gloss>| {
                GLOSSES
                    .iter()
                    .find(|(_, known, look)| *look == film && *known == gloss)
                    .map(|(letter, ..)| *letter)
            };
            Some(of(code.gloss).or_else(|| of(Some(Gloss::Matt)))?)
        }
    };
    let after = if code.sealer == Sealer::Yes { "+T2" } else { "" };
    Some(format!("{letter}{figure}{}{after}", finish.map(String::from).unwrap_or_default()))
}

/// In the words of a Chinese order.
fn in_chinese(code: &Designation) -> Option<String> {
    let film = match code.film {
        Film::Unsaid => "",
        Film::None if code.layers.last().is_some_and(|layer| !layer.coat.is_passivated) => "",
        Film::None => "不钝化",
        Film::Some => "钝化",
        Film::Transparent => "透明钝化",
        Film::Bluish => "蓝白钝化",
        Film::Bleached => "漂白钝化",
        Film::Iridescent => "彩色钝化",
        Film::Olive => "军绿色钝化",
        Film::Black => "黑色钝化",
        Film::Coloured | Film::Phosphate => return None,
    };
    let coat = match code.coat()?.id {
        "zinc" => "镀锌",
        "zinc_nickel" => "镀锌镍合金",
        "zinc_iron" => "镀锌铁合金",
        "zinc_cobalt" => "锌钴合金",
        "cadmium" => "镀镉",
        "copper" => "镀铜",
        "nickel" => "镀镍",
        "electroless_nickel" => "化学镀镍",
        "chromium" => "镀铬",
        "tin" => "镀锡",
        "silver" => "镀银",
        "gold" => "镀金",
        "hot_dip" => "热浸锌",
        _ => return None,
    };
    let sign = match code.meaning {
        Meaning::Minimum | Meaning::Nominal => "≥",
        Meaning::Average => "平均",
        Meaning::Unsaid => "",
    };
    let thickness = match code.thickness {
        CodeThickness::Unsaid => String::new(),
        CodeThickness::One(um) => format!("{sign}{um}μm"),
        CodeThickness::Between(from, to) => format!("{sign}{from}-{to}μm"),
    };
    let chromium = match (code.cr6, code.film) {
        (Cr6::Unknown, _) | (_, Film::None) => "",
        (Cr6::Yes, _) => "六价铬",
        (Cr6::No, _) => "三价铬",
    };
    let sealer = match code.sealer {
        Sealer::Yes => "封闭",
        Sealer::TopCoat => "面涂",
        Sealer::No if code.layers.last().is_some_and(|layer| layer.coat.is_passivated) => "不封闭",
        Sealer::Unknown | Sealer::No => "",
        _ => return None,
    };
    let mount = code.barrel.map_or("", |barrel| if barrel { "滚镀" } else { "挂镀" });
    let heat = |word: &str, heat: Option<Heat>| match heat {
        Some(Heat { celsius: Some(celsius), hours: Some(hours) }) => {
            format!("{word}{celsius}℃×{hours}h")
        }
        Some(_) => word.to_owned(),
        None => String::new(),
    };
    let (relief, bake) = (heat("去应力", code.stress_relief), heat("去氢", code.bake));
    let spray = code.salt_spray.map(|spray| {
        format!(
            "盐雾{}h{}",
            spray.hours,
            match spray.until {
                Rust::Unsaid => "",
                Rust::White => "不出白锈",
                Rust::Red => "不出红锈",
            }
        )
    });
    let spray = spray.unwrap_or_default();
    Some(
        [coat, &thickness, film, chromium, sealer, mount, &relief, &bake, &spray]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" "),
    )
}
