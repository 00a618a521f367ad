//! What names a standard, and what only one standard writes: heat treatments, types, services, finishes of JIS.

use super::Reader;
use crate::data::thickness::ISO_2081;
use crate::plating::designation::signs::{FINISHES, Finish, ISSUERS, NUMBERS, TYPES};
use crate::plating::designation::{CodeThickness, Cr6, Film, Heat, Standard};

impl Reader {
    /// `ISO 4042`, `DIN EN ISO 2081:2018`, `GB/T 9799-2011`, `B633-19`, and by name those that are not known here.
    pub(super) fn standard(&mut self) -> Option<()> {
        let start = self.at;
        let before = start.checked_sub(1).and_then(|at| self.char(at));
        if before.is_some_and(|c| c.is_ascii_alphanumeric()) {
            return None;
        }
        let mut issued = false;
        while let Some(issuer) = ISSUERS.into_iter().find(|issuer| {
            let end = self.at + issuer.chars().count();
            self.stands(self.at, issuer)
                && self.char(end).is_none_or(|c| {
                    !c.is_ascii_alphabetic() || issued || matches!(c, 'B' | 'F' | 'H')
                })
        }) {
            self.take(issuer);
            while matches!(self.here(), Some(' ' | '/' | '-' | '.' | ':')) {
                self.at += 1;
            }
            issued = true;
        }
        let known = NUMBERS.into_iter().find(|(number, _)| {
            let end = self.at + number.chars().count();
            let starts_with_letter = number.starts_with(|c: char| c.is_ascii_alphabetic());
            self.stands(self.at, number)
                && (issued || starts_with_letter)
                && (self.ends(end) || (self.char(end) == Some('M') && self.ends(end + 1)))
        });
        match known {
            Some((number, standard)) => {
                self.take(number);
                self.take("M");
                if self.stands(self.at, "/F1941M") {
                    self.take("/F1941M");
                }
                self.named.get_or_insert(standard);
            }
            None if issued => {
                let from = self.at;
                let letters = self.here().is_some_and(|c| c.is_ascii_alphabetic());
                if letters {
                    self.at += 1;
                    self.blanks();
                }
                if self.number().is_none() {
                    // SVF 2000 and the like without a number are names by themselves.
                    self.at = from;
                    return None;
                }
                let swedish = self.plain.get(start..from).is_some_and(|issuer| {
                    issuer.starts_with(&['S', 'V', 'F']) || issuer.starts_with(&['S', 'Y', 'F'])
                });
                self.year();
                if !swedish {
                    self.end_unread(start);
                    self.unread_from = Some(start);
                    let to = self.at;
                    self.end_unread(to);
                }
                return Some(());
            }
            None => return None,
        }
        self.year();
        Some(())
    }

    /// A year behind a standard: `:2018`, `-97`.
    pub(super) fn year(&mut self) {
        let digits = (self.at + 1..)
            .take_while(|at| self.char(*at).is_some_and(|c| c.is_ascii_digit()))
            .count();
        let century = self.stands(self.at + 1, "19") || self.stands(self.at + 1, "20");
        if matches!(self.here(), Some(':' | '-'))
            && (digits == 2 || (digits == 4 && century))
            && self.ends(self.at + 1 + digits)
        {
            self.at += 1 + digits;
        }
    }

    /// `SR(210)2` and `ER(190)8`: °C and hours.
    pub(super) fn heat(&mut self) -> Option<()> {
        let before = self.take("SR") || self.take("HT");
        if !before && !self.take("ER") {
            return None;
        }
        self.blanks();
        if !self.take("(") {
            return None;
        }
        let celsius = self.after_blanks(Self::number)?;
        for unit in [" ", "°", "C", " "] {
            self.take(unit);
        }
        if !self.take(")") {
            return None;
        }
        let hours = self.or_back(|reader| reader.after_blanks(Self::number));
        self.or_back(|reader| reader.after_blanks(|reader| reader.take_whole("H").then_some(())));
        let heat = Some(Heat { celsius: Some(celsius), hours });
        *(if before { &mut self.stress_relief } else { &mut self.bake }) = heat;
        self.heat = true;
        Some(())
    }

    /// What may stand behind the word for a heat treatment: `190 °C × 8 h`, in any order.
    pub(super) fn heat_in_words(&mut self) -> Heat {
        let mut heat = Heat { celsius: None, hours: None };
        for _ in 0..2 {
            let found = self.or_back(|reader| {
                while reader
                    .here()
                    .is_some_and(|c| matches!(c, ' ' | '*' | ',' | '/' | '@' | ':' | '≥'))
                {
                    reader.at += 1;
                }
                let number = reader.number()?;
                reader.blanks();
                if reader.take("°") {
                    reader.take("C");
                    heat.celsius = Some(number);
                } else if reader.take_whole("C") {
                    heat.celsius = Some(number);
                } else if reader.hours_unit() {
                    heat.hours = Some(number);
                } else {
                    return None;
                }
                Some(())
            });
            if found.is_none() {
                break;
            }
        }
        heat
    }

    pub(super) fn hours_unit(&mut self) -> bool {
        ["小时", "HOURS", "HRS", "HR", "H"]
            .into_iter()
            .any(|unit| if unit == "小时" { self.take(unit) } else { self.take_whole(unit) })
    }

    /// `Type VI`.
    pub(super) fn b633_type(&mut self) -> Option<()> {
        let start = self.at;
        if !self.take("TYPE") && !self.take("TY ") {
            return None;
        }
        self.blanks_or_hyphen();
        let (_, film, cr6, hours) =
            TYPES.into_iter().find(|(number, ..)| self.take_whole(number))?;
        self.set_film(film, start);
        self.cr6_of_code = Some(cr6);
        self.type_hours = hours;
        self.b633 = true;
        Some(())
    }

    /// `SC3`: of ASTM B633 a thickness of zinc, of ASTM B456 a service for a stack that is written out.
    pub(super) fn service(&mut self) -> Option<()> {
        let start = self.at;
        if !self.take("SC") {
            return None;
        }
        self.blanks_or_hyphen();
        let figure = self.here().filter(|c| ('1'..='5').contains(c))?;
        self.at += 1;
        if !self.ends(self.at) {
            return None;
        }
        let of_nickel = self.named == Some(Standard::AstmB456)
            || self.layers.iter().any(|layer| layer.coat.id == "nickel");
        if of_nickel {
            return Some(());
        }
        let class = ISO_2081.iter().find(|class| class.b633.ends_with(figure))?;
        self.set_thickness(CodeThickness::One(class.minimum_um), start);
        self.b633 = true;
        Some(())
    }

    /// `CM2 C`, JIS H 8610.
    pub(super) fn jis_finish(&mut self) -> Option<()> {
        let start = self.at;
        let coloured = self.take("CM2");
        if !coloured && !self.take("CM1") {
            return None;
        }
        if !self.ends(self.at) && !matches!(self.here(), Some('A'..='D')) {
            return None;
        }
        let letter = self.or_back(|reader| {
            while matches!(reader.here(), Some(' ' | '-' | '/')) {
                reader.at += 1;
            }
            FINISHES.into_iter().find(|(letter, _, _, kind)| {
                *kind == Finish::Letter && *letter != "F" && reader.take_whole(letter)
            })
        });
        let film = letter
            .map_or(if coloured { Film::Coloured } else { Film::Transparent }, |(_, film, ..)| {
                film
            });
        self.set_film(film, start);
        self.cr6_of_code = Some(Cr6::Yes);
        self.jis = true;
        Some(())
    }
}
