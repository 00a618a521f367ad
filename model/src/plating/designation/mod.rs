//! Codes and words for a coating, as they stand on drawings and orders: ISO 2081, ISO 19598, ISO 4042 old and new, ASTM B633, F1941 and B456,
//! DIN 50961 and 50979, GB/T 13911 and its relatives, JIS H 8610, and a shop's own words, Chinese or English. A code is read into a
//! [`Designation`]: what it says, what it leaves open, and by name what of it was not understood. Nothing that it leaves open is filled in here.

mod coats;
mod read;
mod signs;
mod told;
mod vocabulary;
mod write;

pub use coats::{COATS, Coat};
pub use read::{Wishes, read, wishes};
pub use write::{class_met, write, write_iso_4042};

use crate::data::Listed;
use crate::data::deposits::Deposit;
use crate::data::passivates::{Chromium, Passivate};
use crate::words::{Text, symbol, text};

/// What a code says.
#[derive(Clone, PartialEq, Debug)]
pub struct Designation {
    /// The layers, the lowest first; never empty.
    pub layers: Vec<Layer>,
    /// Thickness of all layers together.
    pub thickness: CodeThickness,
    /// How the thickness is meant.
    pub meaning: Meaning,
    /// The film on the deposit.
    pub film: Film,
    /// What lies on that film.
    pub sealer: Sealer,
    /// Whether the film holds chromium(VI).
    pub cr6: Cr6,
    /// The system that it is written in.
    pub standard: Standard,
    /// Whether in a barrel, where it says so; otherwise on a rack.
    pub barrel: Option<bool>,
    /// Heat treatment before plating.
    pub stress_relief: Option<Heat>,
    /// Heat treatment after plating against hydrogen.
    pub bake: Option<Heat>,
    /// Nickel in a zinc–nickel deposit, mass fraction.
    pub nickel: Option<f64>,
    /// Hours of salt spray.
    pub salt_spray: Option<SaltSpray>,
    /// Whether the finish is bright, where the letter says so.
    pub gloss: Option<Gloss>,
    /// Pieces that were not understood, as they were typed.
    pub unread: Vec<String>,
    /// What it says that does not agree.
    pub contradictions: Vec<String>,
    /// A thickness given in 丝, 道 or 条: how many. Many who write 8 丝 mean 8 µm.
    pub silk: Option<f64>,
}

/// One layer.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Layer {
    /// Of what.
    pub coat: &'static Coat,
    /// Its thickness, µm.
    pub um: Option<f64>,
    /// Its kind, as codes write it: `b`, `s`, `d` … of nickel, `r`, `mp`, `mc` of chromium.
    pub kind: Option<&'static str>,
}

/// A thickness as a code gives it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum CodeThickness {
    /// None.
    Unsaid,
    /// One figure, µm.
    One(f64),
    /// From, to, µm: which of them is the least has to be asked.
    Between(f64, f64),
}

impl CodeThickness {
    /// The thickness to go on with, µm: of a range its lower end.
    pub const fn um(self) -> Option<f64> {
        match self {
            Self::Unsaid => None,
            Self::One(um) | Self::Between(um, _) => Some(um),
        }
    }
}

/// How a thickness is meant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Meaning {
    /// Nobody says.
    Unsaid,
    /// The least local one on significant surfaces.
    Minimum,
    /// Nominal, which ISO 4042 judges locally or by the batch.
    Nominal,
    /// The average.
    Average,
}

/// The film on a deposit by its looks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Film {
    /// Nobody says.
    Unsaid,
    /// None.
    None,
    /// One of an unsaid colour.
    Some,
    /// Clear.
    Transparent,
    /// Bluish: what is called blue-white.
    Bluish,
    /// Bleached.
    Bleached,
    /// Yellow iridescent.
    Iridescent,
    /// Olive, opaque.
    Olive,
    /// Black.
    Black,
    /// Coloured, of a colour that is not said.
    Coloured,
    /// A phosphate.
    Phosphate,
}

/// What lies on the film.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sealer {
    /// Nobody says.
    Unknown,
    /// Nothing.
    No,
    /// A sealer.
    Yes,
    /// A top coat.
    TopCoat,
    /// Paint or powder, ISO 2081 T1.
    Paint,
    /// A dye, ISO 2081 T3.
    Dye,
    /// Grease, oil or another lubricant, ISO 2081 T4.
    Grease,
    /// Wax, ISO 2081 T5.
    Wax,
}

/// Whether the film holds chromium(VI).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Cr6 {
    /// Nobody says: to be asked.
    Unknown,
    /// It does.
    Yes,
    /// It does not.
    No,
}

/// A heat treatment.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Heat {
    /// °C, where it is said.
    pub celsius: Option<f64>,
    /// Hours, where they are said.
    pub hours: Option<f64>,
}

/// Salt spray that is asked for.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct SaltSpray {
    /// Hours.
    pub hours: f64,
    /// Until when.
    pub until: Rust,
}

/// What ends a salt-spray test.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rust {
    /// Nobody says: to be asked.
    Unsaid,
    /// White rust, of the zinc.
    White,
    /// Red rust, of the steel.
    Red,
}

/// Gloss of a finish.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Gloss {
    /// Matt.
    Matt,
    /// Semi-bright.
    SemiBright,
    /// Bright.
    Bright,
    /// High gloss.
    High,
}

/// A system of codes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standard {
    /// `Fe//Zn12//C`.
    Iso2081,
    /// `Fe/Zn12/F`: a short form of it.
    Iso2081Short,
    /// `Fe//Zn8//An//T2`, free of chromium(VI); DIN 50979 writes the same.
    Iso19598,
    /// `Fe//ZnNi8//An//T2` with the German standard named.
    Din50979,
    /// `A3C`.
    Iso4042Old,
    /// `Zn8/Cn/T2`.
    Iso4042New,
    /// `Fe/Zn12/P5`.
    Swedish,
    /// `Fe/Zn 8B`.
    Din50961,
    /// `Fe/Zn 5c1A`.
    Iso2081Of1986,
    /// `Fe/Zn25c2D`.
    Gbt9799Of1997,
    /// `Fe/Zn 5Bk`.
    Gbt5267,
    /// `Fe/Ep·Zn7·c2C`.
    Gbt13911,
    /// `EP·Zn8·DC`.
    Works,
    /// `D·Zn15·DC`, where D means electroplated.
    OldWorks,
    /// `Fe/Zn 12 SC3 Type VI`.
    AstmB633,
    /// `Fe/Zn 5C` with its number.
    AstmF1941,
    /// `Fe/Ni30d Cr mp`.
    AstmB456,
    /// The same with the international standard named.
    Iso1456,
    /// `Ep-Fe/Zn8/CM2 C`.
    JisH8610,
    /// `Cu/Ag10`: basis and layers, as all of these systems write them.
    General,
    /// Words.
    FreeText,
}

impl Standard {
    /// Its name.
    pub const fn name(self) -> Text {
        match self {
            Self::Iso2081 => symbol("ISO 2081"),
            Self::Iso2081Short => text("ISO 2081 short form", "ISO 2081 简写"),
            Self::Iso19598 => symbol("ISO 19598"),
            Self::Din50979 => symbol("DIN 50979"),
            Self::Iso4042Old => symbol("ISO 4042:1999"),
            Self::Iso4042New => symbol("ISO 4042:2018"),
            Self::Swedish => text("Swedish SVF 2000", "瑞典 SVF 2000"),
            Self::Din50961 => symbol("DIN 50961"),
            Self::Iso2081Of1986 => symbol("GB/T 5267.1-2002 / ISO 2081:1986"),
            Self::Gbt9799Of1997 => symbol("GB/T 9799-1997"),
            Self::Gbt5267 => symbol("GB/T 5267.1-2002"),
            Self::Gbt13911 => symbol("GB/T 13911-1992"),
            Self::Works => text("Chinese works code", "企业代号"),
            Self::OldWorks => {
                text("old Chinese works code (D = electroplated)", "旧企业代号（D＝电镀）")
            }
            Self::AstmB633 => symbol("ASTM B633"),
            Self::AstmF1941 => symbol("ASTM F1941"),
            Self::AstmB456 => symbol("ASTM B456"),
            Self::Iso1456 => symbol("ISO 1456"),
            Self::JisH8610 => symbol("JIS H 8610"),
            Self::General => text("general form, basis/deposit", "通用形式（基体/镀层）"),
            Self::FreeText => text("free text", "文字说明"),
        }
    }

    /// Whether it is for fasteners, which are judged by their batch average.
    pub const fn for_fasteners(self) -> bool {
        matches!(self, Self::Iso4042Old | Self::Iso4042New | Self::Gbt5267)
    }
}

/// What a code leaves open and somebody has to say.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Open {
    /// How thick.
    Thickness,
    /// Which end of a range is the least thickness.
    WhichThickness,
    /// Whether minimum or average.
    Meaning,
    /// Whether a film lies on the deposit, and which.
    Film,
    /// Whether the film may hold chromium(VI).
    Chromium,
    /// Whether a sealer lies on it.
    Sealer,
    /// Whether salt-spray hours run to white or to red rust.
    Rust,
    /// Whether 丝 were meant, 10 µm each.
    Silk,
}

impl Designation {
    /// Names of the layers joined by `+`: `zinc`, `copper+nickel`.
    pub fn deposit_id(&self) -> String {
        self.layers.iter().map(|layer| layer.coat.id).collect::<Vec<_>>().join("+")
    }

    /// The only layer; `None` of several.
    pub fn coat(&self) -> Option<&'static Coat> {
        match self.layers.as_slice() {
            [one] => Some(one.coat),
            _ => None,
        }
    }

    /// The deposit, where it is one layer and the calculators know it.
    pub fn deposit(&self) -> Option<&'static Deposit> {
        Deposit::find(self.coat()?.deposit?)
    }

    /// Thickness that it asks of a deposit, µm: of several layers that of the layer.
    pub fn um_of(&self, deposit: &str) -> Option<f64> {
        match self.layers.as_slice() {
            [_] => self.thickness.um(),
            layers => layers.iter().find(|layer| layer.coat.deposit == Some(deposit))?.um,
        }
    }

    /// Whether a current plates it, as far as is known: hot dip, sherardising, zinc flake and the like are another trade.
    pub fn is_electroplated(&self) -> bool {
        self.layers.iter().all(|layer| layer.coat.electroplated)
    }

    /// The passivate that it says, without any guess: `None` where it leaves film or chromium open, or names one that is not in the table.
    pub fn passivate(&self) -> Option<&'static Passivate> {
        match (self.film, self.cr6) {
            (Film::None, _) => Some(Passivate::none()),
            (film, Cr6::Yes) => row_of(film, Chromium::Hexavalent, false),
            (film, Cr6::No) => row_of(film, Chromium::Trivalent, self.is_sealed()),
            (_, Cr6::Unknown) => None,
        }
    }

    /// The passivate to go on with, and what of it is an assumption: where the chromium is open, trivalent, but for olive, which there is
    /// of chromium(VI) only; where chromium(VI) is said and no colour, yellow. `None` where neither is said.
    pub fn passivate_assumed(&self) -> Option<(&'static Passivate, Option<Open>)> {
        if let Some(row) = self.passivate() {
            return Some((row, None));
        }
        if self.cr6 == Cr6::Yes && matches!(self.film, Film::Unsaid | Film::Some) {
            return row_of(Film::Iridescent, Chromium::Hexavalent, false)
                .filter(|_| self.layers.last().is_some_and(|layer| layer.coat.is_passivated))
                .map(|row| (row, Some(Open::Film)));
        }
        let chromium =
            if self.film == Film::Olive { Chromium::Hexavalent } else { Chromium::Trivalent };
        row_of(self.film, chromium, self.is_sealed())
            .filter(|_| self.cr6 == Cr6::Unknown)
            .map(|row| (row, Some(Open::Chromium)))
    }

    /// Whether something lies on the film that seals it.
    pub const fn is_sealed(&self) -> bool {
        matches!(self.sealer, Sealer::Yes | Sealer::TopCoat)
    }

    /// What it leaves open, the most important first.
    pub fn open(&self) -> Vec<Open> {
        let on_zinc = self.layers.last().is_some_and(|layer| layer.coat.is_passivated);
        let has_film = !matches!(self.film, Film::Unsaid | Film::None);
        let all = [
            (Open::Thickness, self.thickness == CodeThickness::Unsaid),
            (Open::WhichThickness, matches!(self.thickness, CodeThickness::Between(..))),
            (Open::Silk, self.silk.is_some()),
            (Open::Film, on_zinc && matches!(self.film, Film::Unsaid | Film::Some)),
            (Open::Chromium, on_zinc && has_film && self.cr6 == Cr6::Unknown),
            (Open::Sealer, on_zinc && has_film && self.sealer == Sealer::Unknown),
            (
                Open::Meaning,
                self.thickness != CodeThickness::Unsaid && self.meaning == Meaning::Unsaid,
            ),
            (Open::Rust, self.salt_spray.is_some_and(|spray| spray.until == Rust::Unsaid)),
        ];
        all.into_iter().filter_map(|(open, is)| is.then_some(open)).collect()
    }
}

/// The passivate of a look, a chromium and a sealer.
fn row_of(film: Film, chromium: Chromium, sealed: bool) -> Option<&'static Passivate> {
    let look = match (film, chromium) {
        (Film::None, _) => return Some(Passivate::none()),
        (Film::Transparent, Chromium::Hexavalent) => "hexavalent_clear",
        (Film::Bluish | Film::Bleached, Chromium::Hexavalent) => "hexavalent_bleached",
        (Film::Iridescent | Film::Coloured, Chromium::Hexavalent) => "hexavalent_yellow",
        (Film::Olive, Chromium::Hexavalent) => "hexavalent_olive",
        (Film::Black, Chromium::Hexavalent) => "hexavalent_black",
        (Film::Transparent | Film::Bluish | Film::Bleached, Chromium::Trivalent) if sealed => {
            "trivalent_clear_sealed"
        }
        (Film::Transparent | Film::Bluish | Film::Bleached, Chromium::Trivalent) => {
            "trivalent_clear"
        }
        (Film::Iridescent | Film::Coloured, Chromium::Trivalent) if sealed => {
            "trivalent_iridescent_sealed"
        }
        (Film::Iridescent | Film::Coloured, Chromium::Trivalent) => "trivalent_iridescent",
        (Film::Black, Chromium::Trivalent) if sealed => "trivalent_black_sealed",
        (Film::Black, Chromium::Trivalent) => "trivalent_black",
        _ => return None,
    };
    Passivate::find(look)
}
