//! The signs of codes: basis and method, symbols of metals, the letters of the old ISO 4042, finishes.

use super::{Method, Reader};
use crate::data::thickness::ISO_4042;
use crate::plating::designation::signs::{
    AFTER, CHROMIUM_KINDS, FINISHES, Finish, GLOSSES, HAN, LAYERED, SPLITS,
};
use crate::plating::designation::{COATS, Coat, CodeThickness, Cr6, Film, Sealer, Standard};

impl Reader {
    /// `Fe/`, `Cu/Ep·`, `Ep-Fe/`, `EP·`, `D·`: what is coated and how.
    pub(super) fn basis_or_method(&mut self) -> Option<()> {
        if !self.layers.is_empty() {
            return None;
        }
        for (word, method) in [
            ("EP", Method::Electroplated),
            ("AP", Method::Chemical),
            ("CP", Method::Chemical),
            ("CT", Method::Chemical),
            ("D", Method::D),
        ] {
            let end = self.at + word.len();
            let before_layer = || {
                (end..end + 4).find(|at| {
                    !self.char(*at).is_some_and(|c| matches!(c, '·' | '.' | ' ' | '-' | '/'))
                })
            };
            if self.method.is_none()
                && self.stands(self.at, word)
                && before_layer().is_some_and(|at| self.symbol(at).is_some())
            {
                self.at = end;
                self.method = Some(method);
                return Some(());
            }
        }
        if self.basis {
            return None;
        }
        let word = ["FE", "STEEL", "ST", "CU", "AL", "ZN", "MG", "PL"]
            .into_iter()
            .find(|word| self.stands(self.at, word))?;
        let end = self.at + word.len();
        let strokes = (end..).take_while(|at| matches!(self.char(*at), Some('/' | ' '))).count();
        let has_stroke = (end..end + strokes).any(|at| self.char(at) == Some('/'));
        let next = end + strokes;
        // Zn/Ni is an alloy, Zn/Cu a stack on zinc.
        let layer = self
            .symbol(next)
            .is_some_and(|(coat, _)| word != "ZN" || coat.id.starts_with("copper"));
        let follows = layer
            || ["EP", "AP", "CP", "CT", "ET", "SR", "HT"]
                .into_iter()
                .any(|word| self.stands(next, word));
        if !has_stroke || !(word == "FE" || follows) {
            return None;
        }
        self.at = end;
        self.basis = true;
        Some(())
    }

    /// The coat whose symbol stands at a place and where it ends; letters behind it belong to another symbol or to a finish.
    pub(super) fn symbol(&self, at: usize) -> Option<(&'static Coat, usize)> {
        let digit = self.char(at + 1).is_some_and(|c| c.is_ascii_digit());
        if let Some(found) = HAN.iter().find(|(sign, _)| digit && self.char(at) == Some(*sign)) {
            return Some((Coat::find(found.1)?, at + 1));
        }
        COATS.iter().filter(|coat| !coat.symbol.is_empty()).find_map(|coat| {
            let mut end = at + coat.symbol.len();
            if !self.stands(at, coat.symbol) {
                // Zn-Ni and Zn/Ni are zinc–nickel too.
                let (first, second) = coat.symbol.split_at_checked(2)?;
                // Cu/Zn is copper below zinc.
                let between = self
                    .char(at + 2)
                    .is_some_and(|c| matches!(c, '-' | '·' | ' ') || (c == '/' && first == "ZN"));
                let parted = !second.is_empty()
                    && self.stands(at, first)
                    && between
                    && self.stands(at + 3, second);
                if !parted {
                    return None;
                }
                end += 1;
            }
            let kind = |kind: &&str| self.stands(end, kind) && self.ends(end + kind.len());
            let follows = self.char(end).is_none_or(|c| !c.is_ascii_alphabetic())
                || self.symbol(end).is_some()
                || (coat.id == "chromium" && CHROMIUM_KINDS.iter().any(kind))
                || FINISHES.iter().any(|(letters, .., kind)| {
                    *kind == Finish::LetterN && self.stands(end, letters)
                });
            follows.then_some((coat, end))
        })
    }

    /// `A3C`: a letter for the coating, a figure for the thickness, a letter for gloss and film.
    pub(super) fn old_iso_4042(&mut self) -> Option<()> {
        let start = self.at;
        let before = start.checked_sub(1).and_then(|at| self.char(at));
        if !self.layers.is_empty() || self.b633 || before.is_some_and(|c| c.is_ascii_alphanumeric())
        {
            return None;
        }
        let letter = self.here()?;
        self.at += 1;
        let hyphen = self.blanks_or_hyphen();
        let figure = self.here()?;
        self.at += 1;
        if !figure.is_ascii_digit() {
            return None;
        }
        let finish = self.or_back(|reader| {
            reader.blanks_or_hyphen();
            let letter = reader.here()?;
            let found = GLOSSES.into_iter().find(|(known, ..)| *known == letter)?;
            reader.at += 1;
            reader.ends(reader.at).then_some(found)
        });
        // A2-70 is a stainless steel, A4 80 too.
        let grade = matches!(self.here(), Some('-' | ' '))
            && self.char(self.at + 1).is_some_and(|c| c.is_ascii_digit());
        // A-4 by itself is a size of paper or a place on a drawing.
        if !self.ends(self.at) || grade || (hyphen && finish.is_none()) {
            return None;
        }
        let um = match figure {
            '0' => None,
            '7' => Some(25.0),
            '8' => Some(30.0),
            figure => Some(ISO_4042.iter().find(|row| row.code == Some(figure))?.nominal_um),
        };
        match LAYERED.into_iter().find(|(known, _)| *known == letter) {
            Some((_, coats)) => {
                let split =
                    SPLITS.into_iter().find(|(known, _)| *known == figure).map(|(_, split)| split);
                for (place, id) in coats.iter().enumerate() {
                    let alone = coats.len() == 2 && *id == "nickel" && place == 0;
                    let of_split = split
                        .and_then(|split| split.get(place).copied())
                        .filter(|_| *id != "chromium");
                    self.push(Coat::find(id)?, if alone { um } else { of_split });
                }
            }
            None => {
                let coat = COATS.iter().find(|coat| coat.letter == Some(letter))?;
                self.push(coat, um);
            }
        }
        if let Some(um) = um {
            self.thickness = Some(CodeThickness::One(um));
        }
        if let Some((_, gloss, film)) = finish {
            self.gloss = gloss;
            if film != Film::Unsaid && self.is_passivated() {
                self.set_film(film, start);
                self.cr6_of_code = Some(if film == Film::None { Cr6::No } else { Cr6::Yes });
            }
        }
        self.old_4042 = true;
        Some(())
    }

    pub(super) fn is_passivated(&self) -> bool {
        self.layers.last().is_some_and(|layer| layer.coat.is_passivated)
    }

    /// `c2C`, `An`, `C`, `P5`, `Bk` behind the thickness.
    pub(super) fn finish_of_code(&mut self) -> Option<()> {
        if !self.is_passivated() || self.finish.is_some() {
            return None;
        }
        let start = self.at;
        let of_1941 = self.named == Some(Standard::AstmF1941);
        let found = FINISHES.into_iter().find(|(letters, .., kind)| {
            let end = start + letters.len();
            let behind = self.ends(end)
                || self.stands(end, "T0")
                || self.stands(end, "T2")
                || self.stands(end, "T7");
            self.stands(start, letters)
                && behind
                && !(of_1941 && *letters == "F")
                && (*kind != Finish::LetterT || self.ends(end))
        });
        let (letters, film, cr6, kind) = match found {
            Some(found) => found,
            None if of_1941 && self.take_whole("E") => ("", Film::Black, Cr6::Yes, Finish::Letter),
            None if of_1941 && self.take_whole("F") => {
                self.set_sealer(Sealer::TopCoat, start);
                ("", Film::Some, Cr6::Yes, Finish::Letter)
            }
            None => return None,
        };
        self.take(letters);
        // B is bleached in ISO 2081 and blue-bright in ASTM F1941.
        let film = if of_1941 && film == Film::Bleached { Film::Bluish } else { film };
        self.set_film(film, start);
        self.cr6_of_code = Some(cr6);
        self.finish = Some(kind);
        Some(())
    }

    /// `c 2C` and, as DIN 50961 has it, `cB`; a small c by itself says that there is a chromate, and not which.
    pub(super) fn class_with_blanks(&mut self) -> Option<()> {
        let start = self.at;
        if !self.is_passivated() || self.finish.is_some() || !self.take("C") {
            return None;
        }
        let alone = self.ends(self.at);
        let class = self.or_back(|reader| {
            reader.blanks();
            let class = reader.here().filter(|c| matches!(c, '1' | '2'))?;
            reader.at += 1;
            reader.blanks();
            let letter = reader.here()?;
            reader.at += 1;
            let found = FINISHES.into_iter().find(|(letters, .., kind)| {
                *kind == Finish::Class && letters.chars().eq(['C', class, letter])
            })?;
            reader.ends(reader.at).then_some(found)
        });
        let german = |reader: &mut Self| {
            FINISHES
                .into_iter()
                .find(|(letters, .., kind)| *kind == Finish::Letter && reader.take_whole(letters))
        };
        let (film, kind) = match class {
            Some((_, film, ..)) => (film, Finish::Class),
            None if alone
                && self.typed.get(start) == Some(&'c')
                && self.typed.iter().any(char::is_ascii_uppercase) =>
            {
                (Film::Some, Finish::Letter)
            }
            None if alone => return None,
            None => (self.or_back(german)?.1, Finish::German),
        };
        self.set_film(film, start);
        self.cr6_of_code = Some(Cr6::Yes);
        self.finish = Some(kind);
        Some(())
    }

    /// `T2` behind a finish.
    pub(super) fn after_finish(&mut self) -> Option<()> {
        let start = self.at;
        if self.layers.is_empty() {
            return None;
        }
        let parted = |reader: &mut Self, letters: &str| {
            let figure = letters.strip_prefix('T').filter(|figure| *figure != "X")?;
            (reader.take("T ")
                && reader.after_blanks(|reader| reader.take_whole(figure).then_some(())).is_some())
            .then_some(())
        };
        let (_, sealer) = AFTER.into_iter().find(|(letters, _)| {
            self.take_whole(letters) || self.or_back(|reader| parted(reader, letters)).is_some()
        })?;
        self.set_sealer(sealer, start);
        self.sealed_by_code = true;
        Some(())
    }
}
