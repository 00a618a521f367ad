//! What was read, put together: which system the code is written in and what it asks for.

use super::{Method, Reader};
use crate::plating::designation::signs::{CHROMIUM_UM, Finish};
use crate::plating::designation::{
    Coat, CodeThickness, Cr6, Designation, Film, Meaning, Rust, SaltSpray, Sealer, Standard,
};

impl Reader {
    pub(super) fn finish(mut self) -> Option<Designation> {
        // ASTM B633 is of zinc and nothing else.
        if self.layers.is_empty()
            && (self.named == Some(Standard::AstmB633) || (self.b633 && self.thickness.is_some()))
        {
            self.push(Coat::find("zinc")?, None);
        }
        let top = self.layers.last()?.coat;
        let standard = self.which();
        if matches!(standard, Standard::AstmB456 | Standard::Iso1456) && self.by_symbol {
            self.add_chromium();
        }
        self.put_on_last();
        let in_code = standard != Standard::FreeText;
        let film = match self.film {
            Some(film) => film,
            None if !top.is_passivated => Film::None,
            None => Film::Unsaid,
        };
        let cr6 =
            match (self.cr6_of_code, self.cr6_of_words) {
                (Some(code), Some((words, from, to))) if code != words => {
                    self.at = to;
                    self.contradict(from);
                    Cr6::Unknown
                }
                (Some(said), _) | (None, Some((said, ..))) => said,
                (None, None) if film == Film::None => {
                    if matches!(top.id, "chromium" | "zinc_flake") { Cr6::Unknown } else { Cr6::No }
                }
                (None, None) => Cr6::Unknown,
            };
        let sealer = match self.sealer {
            Some(sealer) => sealer,
            None if !top.is_passivated || (in_code && film != Film::Unsaid) => Sealer::No,
            None => Sealer::Unknown,
        };
        let thickness = self.thickness.unwrap_or(CodeThickness::Unsaid);
        let hours = self.spray_hours.or(self.type_hours);
        let until = self.rust.unwrap_or(if self.spray_hours.is_none() {
            Rust::White
        } else {
            Rust::Unsaid
        });
        Some(Designation {
            meaning: self.meaning.unwrap_or(match standard {
                Standard::FreeText => Meaning::Unsaid,
                Standard::Iso4042Old
                | Standard::Iso4042New
                | Standard::Iso2081Of1986
                | Standard::Gbt9799Of1997
                | Standard::Gbt5267 => Meaning::Nominal,
                _ => Meaning::Minimum,
            }),
            silk: self.silk.and(thickness.um()).map(|um| um / 10.0),
            layers: self.layers,
            thickness,
            film,
            sealer,
            cr6,
            standard,
            barrel: self.barrel,
            stress_relief: self.stress_relief,
            bake: self.bake,
            nickel: self.nickel,
            salt_spray: hours.map(|hours| SaltSpray { hours, until }),
            gloss: self.gloss,
            unread: self.unread,
            contradictions: self.contradictions,
        })
    }

    /// ASTM B456 writes no thickness of chromium where it is the usual one.
    pub(super) fn add_chromium(&mut self) {
        let Some(layer) = self
            .layers
            .last_mut()
            .filter(|layer| layer.coat.id == "chromium" && layer.um.is_none())
        else {
            return;
        };
        layer.um = Some(CHROMIUM_UM);
        if let Some(um) = self.thickness.and_then(CodeThickness::um) {
            self.thickness = Some(CodeThickness::One(um + CHROMIUM_UM));
        }
    }

    /// Whether it is nickel, with copper below and chromium above or without.
    pub(super) fn is_nickel_chromium(&self) -> bool {
        let ids = || self.layers.iter().map(|layer| layer.coat.id);
        ids().any(|id| id == "nickel")
            && ids().next_back().is_some_and(|id| matches!(id, "nickel" | "chromium"))
    }

    /// The system, by the standard that is named or else by what only it writes.
    pub(super) fn which(&self) -> Standard {
        let only_there = matches!(self.sealer, Some(Sealer::No | Sealer::TopCoat));
        let free_of_cr6 = self.finish == Some(Finish::LetterN)
            || (self.sealed_by_code && only_there && self.finish.is_none());
        let by_class =
            |um: f64| if um > 12.0 { Standard::Gbt9799Of1997 } else { Standard::Iso2081Of1986 };
        let class = || by_class(self.thickness.and_then(CodeThickness::um).unwrap_or(0.0));
        if self.old_4042 {
            return Standard::Iso4042Old;
        }
        match self.named {
            Some(Standard::Iso2081 | Standard::Gbt9799Of1997)
                if self.finish == Some(Finish::LetterN) =>
            {
                return Standard::Iso19598;
            }
            Some(Standard::Iso2081) if self.finish == Some(Finish::Class) => {
                return Standard::Iso2081Of1986;
            }
            Some(Standard::Gbt9799Of1997) if self.finish != Some(Finish::Class) => {
                return Standard::Iso2081;
            }
            Some(Standard::Gbt5267) if self.finish == Some(Finish::Class) => {
                return Standard::Iso2081Of1986;
            }
            Some(named) => return named,
            None => {}
        }
        if self.b633 {
            return Standard::AstmB633;
        }
        if self.jis {
            return Standard::JisH8610;
        }
        match (self.method, self.finish) {
            (Some(Method::D), _) => return Standard::OldWorks,
            (Some(_), Some(Finish::Works)) => return Standard::Works,
            (Some(_), _) if self.basis => return Standard::Gbt13911,
            (Some(_), _) | (None, Some(Finish::Works)) => return Standard::Works,
            (None, Some(Finish::LetterT)) => return Standard::AstmF1941,
            (None, Some(Finish::Swedish)) => return Standard::Swedish,
            (None, Some(Finish::Class)) => return class(),
            (None, Some(Finish::Bk)) => return Standard::Gbt5267,
            (None, Some(Finish::German)) => return Standard::Din50961,
            (None, Some(Finish::LetterN)) | (None, None) if free_of_cr6 => {
                return if self.basis { Standard::Iso19598 } else { Standard::Iso4042New };
            }
            _ => {}
        }
        let letter = self.finish == Some(Finish::Letter);
        match (self.by_symbol, self.basis) {
            (true, true) if self.is_nickel_chromium() => Standard::AstmB456,
            (true, true) if !self.is_passivated() => Standard::General,
            (true, true) if self.doubled || self.heat => Standard::Iso2081,
            (true, true) => Standard::Iso2081Short,
            (true, false) if letter => Standard::Iso2081Short,
            (true, false) if self.is_passivated() && !self.by_words => Standard::Iso4042New,
            _ => Standard::FreeText,
        }
    }
}
