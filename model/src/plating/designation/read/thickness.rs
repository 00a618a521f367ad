//! Layers with their thickness, and other numbers with a unit.

use super::{INCH, Method, Reader, THICKNESS, is_between};
use crate::plating::designation::signs::{COUNTED, FINISHES, Finish, ISSUERS, KINDS, MOST_BARE};
use crate::plating::designation::{Coat, CodeThickness, Meaning};
use crate::units::{Dimension, unit_named};

/// The longest unit that is looked for, letters.
const LONGEST_UNIT: usize = 16;

impl Reader {
    /// `Zn8`, `ZnNi(12)8`, `Ni15b`, `Cr0.3mc`, `Zn 8 µm`, `Zn 8-12`.
    pub(super) fn layer(&mut self) -> Option<()> {
        let start = self.at;
        let before = start.checked_sub(1).and_then(|at| self.char(at));
        if before.is_some_and(|c| c.is_ascii_alphabetic()) && self.layers.is_empty() {
            return None;
        }
        let (coat, end) = self.symbol(start)?;
        self.at = end;
        if coat.id == "zinc_nickel" {
            let nickel = self.or_back(|reader| {
                reader.blanks();
                let percent = reader.take("(").then(|| reader.after_blanks(Self::number))??;
                reader.blanks();
                reader.take("%");
                reader.blanks();
                reader.take(")").then_some(percent)
            });
            self.nickel = self.nickel.or(nickel.map(|percent| percent / 100.0));
        }
        let electroless =
            self.method == Some(Method::Chemical) && matches!(coat.id, "nickel" | "copper");
        let coat = if electroless {
            Coat::find(if coat.id == "nickel" {
                "electroless_nickel"
            } else {
                "electroless_copper"
            })?
        } else {
            coat
        };
        let same =
            self.by_words && self.layers.last().is_some_and(|layer| layer.coat.id == coat.id);
        if !same {
            self.push(coat, None);
        }
        let in_words = self.char(start).is_some_and(|c| !c.is_ascii());
        self.by_words |= in_words;
        self.by_symbol |= !in_words;
        let asked = self.or_back(|reader| {
            while matches!(reader.here(), Some(' ' | '-' | '·')) {
                if reader.is_minus(reader.at) {
                    return None;
                }
                reader.at += 1;
            }
            reader.minimum_sign();
            let (asked, _) = reader.thickness()?;
            Some(asked)
        });
        match asked {
            Some(asked) if self.layers.len() == 1 => self.set_thickness(asked, start),
            Some(asked) => {
                self.thickness = self
                    .thickness
                    .and_then(CodeThickness::um)
                    .zip(asked.um())
                    .map(|(below, um)| CodeThickness::One(below + um))
                    .or(self.thickness)
            }
            None => {}
        }
        let um = asked.and_then(CodeThickness::um);
        if let Some(layer) = self.layers.last_mut() {
            layer.um = layer.um.or(um);
        }
        self.kind(coat.id);
        Some(())
    }

    /// Kind of a layer, which stands at its thickness.
    pub(super) fn kind(&mut self, id: &str) -> Option<()> {
        let kinds = KINDS.into_iter().find(|(of, _)| *of == id)?.1;
        self.or_back(|reader| reader.after_blanks(|reader| reader.kind_here(kinds)))
    }

    pub(super) fn kind_here(&mut self, kinds: &'static [&'static str]) -> Option<()> {
        let kind = kinds.iter().find(|kind| {
            let end = self.at + kind.len();
            self.stands(self.at, kind) && (self.ends(end) || self.symbol(end).is_some())
        })?;
        self.take(kind);
        self.layers.last_mut()?.kind = Some(kind);
        Some(())
    }

    /// `mp` and the like behind a blank.
    pub(super) fn kind_of_chromium(&mut self) -> Option<()> {
        self.layers.last().filter(|layer| layer.coat.id == "chromium" && layer.kind.is_none())?;
        self.kind("chromium")
    }

    pub(super) fn minimum_sign(&mut self) -> bool {
        let is = self.take("≥") || self.take(">=") || self.take(">");
        if is {
            self.meaning = Some(Meaning::Minimum);
            self.blanks();
        }
        is
    }

    /// A number or a range with its unit, µm where none is said; whether a unit was said.
    pub(super) fn thickness(&mut self) -> Option<(CodeThickness, bool)> {
        let first = self.figure()?;
        let first_unit = self.inch_mark(first).or_else(|| self.unit());
        let second = self.or_back(|reader| {
            reader.blanks();
            let ranged = ["-", "~", "至", "到"].into_iter().any(|sign| reader.take(sign));
            let around = !ranged && (reader.take("±") || reader.take("+/-"));
            reader.blanks();
            let number = reader.figure().filter(|_| ranged || around)?;
            let unit = reader.inch_mark(number).or_else(|| reader.unit());
            // 8-12 is a range, 5-2018 a date.
            if ranged {
                (number > first && number <= 10.0 * first.max(1.0)).then_some((first, number, unit))
            } else {
                (number < first).then_some((first - number, first + number, unit))
            }
        });
        let factor = second.and_then(|(.., unit)| unit).or(first_unit);
        if !self.may_end_thickness() || (factor.is_none() && self.other_unit().is_some()) {
            return None;
        }
        let um = |number: f64| (number * factor.unwrap_or(1.0) * 1e9).round() / 1e9; // 0.3 mil are 7.62 µm and no hair less
        let asked = match second {
            Some((from, to, _)) => CodeThickness::Between(um(from), um(to)),
            None => CodeThickness::One(um(first)),
        };
        let fits = match asked {
            CodeThickness::One(um) => THICKNESS.contains(&um),
            CodeThickness::Between(from, to) => {
                THICKNESS.contains(&from) && THICKNESS.contains(&to)
            }
            CodeThickness::Unsaid => false,
        };
        Some((asked, factor.is_some())).filter(|_| fits)
    }

    /// Behind the figures of a thickness hours, degrees, per cent or another number cannot follow.
    pub(super) fn may_end_thickness(&self) -> bool {
        let next = (self.at..).find(|at| self.char(*at) != Some(' ')).and_then(|at| self.char(at));
        let is_a_unit = matches!(next, Some('°' | '%' | '级' | '件' | '个' | '吨' | '小'));
        let is_hours = next == Some('H') && self.ends(self.at + 1);
        // A mark of inches ends a quotation only where one was begun.
        let marks = self.typed.get(..self.at).unwrap_or_default();
        let is_inches = self.mark_of_inches()
            && marks.iter().filter(|c| matches!(c, '"' | '″' | '”' | '“' | '＂')).count() % 2 == 0;
        !(is_a_unit || is_hours || is_inches || self.stands(self.at, "HR"))
    }

    /// Takes the mark of inches behind a thickness that can be one; behind larger figures it ends a quotation.
    pub(super) fn inch_mark(&mut self, number: f64) -> Option<f64> {
        let marked = self.mark_of_inches() && number * INCH <= *THICKNESS.end();
        marked.then(|| {
            self.at += 1;
            INCH
        })
    }

    /// Takes a unit of thickness: how many µm it is.
    pub(super) fn unit(&mut self) -> Option<f64> {
        self.or_back(|reader| {
            reader.blanks();
            let at = reader.at;
            let length = (at..)
                .take(LONGEST_UNIT)
                .take_while(|at| reader.char(*at).is_some_and(char::is_alphabetic))
                .count();
            for end in (at + 1..=at + length).rev() {
                let letters = reader.plain.get(at..end)?;
                let goes_on = letters.iter().all(char::is_ascii)
                    && reader.char(end).is_some_and(|c| c.is_ascii_alphabetic());
                let word = letters.iter().collect::<String>().to_lowercase();
                // Si may stand for a sealer or for silicon.
                let found = unit_named(Dimension::Thickness, &word)
                    .filter(|_| !goes_on && word != "si")
                    .map(|place| Dimension::Thickness.unit(place));
                if let Some(unit) = found {
                    reader.at = end;
                    if unit.symbol == "丝" {
                        reader.silk = Some(0.0); // how many is told at the end
                    }
                    // 8u" are microinches.
                    if word == "u" && reader.mark_of_inches() {
                        reader.at += 1;
                        return Some(INCH / 1e6);
                    }
                    return Some(unit.factor);
                }
            }
            None
        })
    }

    fn mark_of_inches(&self) -> bool {
        matches!(self.typed.get(self.at), Some('"' | '″' | '”' | '＂'))
    }

    /// Where a unit ends that stands behind a figure and is none of thickness: `g/m²`, `mg/dm2`, `kg`. None where the code itself or a word stands there.
    fn other_unit(&self) -> Option<usize> {
        let at = (self.at..).find(|at| self.char(*at) != Some(' '))?;
        let length = (at..)
            .take(LONGEST_UNIT)
            .take_while(|at| {
                self.char(*at).is_some_and(|c| {
                    c.is_alphabetic() || matches!(c, '/' | '²' | '³' | '2' | '3' | '^')
                })
            })
            .count();
        let said = self.plain.get(at..at + length)?.iter().collect::<String>().to_lowercase();
        let said = said.trim_end_matches('/');
        let end = at + said.chars().count();
        let first = said.split('/').next().unwrap_or_default().to_uppercase();
        let is_alone = !said.contains('/');
        let is_of_code = (is_alone
            && (FINISHES.iter().any(|(letters, ..)| *letters == first)
                || KINDS.iter().any(|(_, kinds)| kinds.contains(&first.as_str()))))
            || first.starts_with("CM")
            || self.symbol(at).is_some()
            || self.longest_word(at).is_some();
        let is_unit = |part: &str| {
            Dimension::ALL.iter().any(|dimension| unit_named(*dimension, part).is_some())
        };
        (!said.is_empty() && !is_of_code && self.ends(end) && said.split('/').all(is_unit))
            .then_some(end)
    }

    /// Where a figure ends that is no thickness by what follows it: a unit of something else, or a comma that may part its decimals or two figures.
    pub(super) fn end_of_measure(&self, start: usize) -> Option<usize> {
        let mut end = start;
        while self.char(end).is_some_and(|c| c.is_ascii_digit() || matches!(c, '.' | ',')) {
            end += 1;
        }
        let figure = self.plain.get(start..end)?;
        if !figure.first()?.is_ascii_digit() || !figure.last()?.is_ascii_digit() {
            return None;
        }
        let behind = Self { plain: self.plain.clone(), at: end, ..Self::default() };
        behind.other_unit().or_else(|| figure.contains(&',').then_some(end))
    }

    /// Figures of a thickness, with a point or a comma before the decimals. A comma before one figure that ends there marks decimals; any other may part
    /// two figures.
    fn figure(&mut self) -> Option<f64> {
        let number = self.number()?;
        let digit =
            |at: usize| self.char(at).filter(char::is_ascii_digit).and_then(|c| c.to_digit(10));
        let Some(tenths) = digit(self.at + 1).filter(|_| self.here() == Some(',')) else {
            return Some(number);
        };
        if number.fract() != 0.0 || digit(self.at + 2).is_some() {
            return None;
        }
        self.at += 2;
        Some(number + f64::from(tenths) / 10.0)
    }

    /// `or 12`, `或 Fe/Zn 12`, and the same code once more: which of them is meant has to be asked.
    pub(super) fn alternative(&mut self) -> Option<()> {
        let last = self.layers.last()?.coat.id;
        let is_told = ["或者", "或"].into_iter().any(|word| self.take(word))
            || ["OR", "ODER"].into_iter().any(|word| self.take_whole(word));
        self.blanks();
        let basis = self.or_back(|reader| {
            if !reader.take("FE") {
                return None;
            }
            let from = reader.at;
            while matches!(reader.here(), Some(' ' | '/')) {
                reader.at += 1;
            }
            (reader.at > from).then_some(())
        });
        match self.symbol(self.at) {
            Some((coat, end)) if coat.id == last => self.at = end,
            Some(_) => return None,
            None if is_told && basis.is_none() => {}
            None => return None,
        }
        if !is_told && basis.is_none() {
            return None;
        }
        self.blanks_or_hyphen();
        self.minimum_sign();
        let (other, _) = self.thickness()?;
        self.thickness = Some(match (self.thickness, other) {
            (None, only) => only,
            (Some(before), other) if before == other => before,
            (Some(CodeThickness::One(one)), CodeThickness::One(other)) => {
                CodeThickness::Between(one.min(other), one.max(other))
            }
            _ => return None,
        });
        self.put_on_last();
        Some(())
    }

    /// `≥8 µm`, `8-12um`, `72h`, `NSS 240 h`.
    pub(super) fn quantity(&mut self) -> Option<()> {
        let start = self.at;
        self.minimum_sign();
        let hours = self.or_back(|reader| {
            let number = reader.number()?;
            reader.blanks();
            reader.hours_unit().then_some(number)
        });
        if let Some(hours) = hours {
            // Hours without a word for the test are named, unless the word comes.
            let word_follows = self.or_back(|reader| {
                while reader.here().is_some_and(is_between) {
                    reader.at += 1;
                }
                ["盐雾", "中性盐雾", "NSS", "SST", "SALT SPRAY"]
                    .into_iter()
                    .any(|word| reader.stands(reader.at, word))
                    .then_some(())
            });
            // ISO 4042:2018 lets them follow the finish.
            let of_code =
                self.finish == Some(Finish::LetterN) && !self.by_words && self.bake.is_none();
            if !self.spray && word_follows.is_none() && !of_code {
                return None;
            }
            self.spray_hours = Some(hours);
            return Some(());
        }
        let bare = self.or_back(|reader| {
            let number = reader.number()?;
            (reader.spray
                && reader.spray_hours.is_none()
                && reader.ends(reader.at)
                && reader.may_end_thickness())
            .then_some(number)
        });
        if let Some(hours) = bare.filter(|hours| *hours >= 24.0) {
            self.spray_hours = Some(hours);
            return Some(());
        }
        let signed = self.at > start;
        let (asked, unit) = self.thickness()?;
        let is_open = self.thickness.is_none();
        let at_class = self.basis && self.by_symbol && is_open;
        let in_words = is_open && self.is_at_word(start, signed, asked);
        if !unit && !at_class && !in_words {
            return None;
        }
        self.set_thickness(asked, start);
        self.put_on_last();
        Some(())
    }

    /// Whether figures without a unit, which end here, are the thickness of a deposit in words: they stand behind a sign or a word, and what follows does
    /// not count, measure or name something else.
    pub(super) fn is_at_word(&self, start: usize, signed: bool, asked: CodeThickness) -> bool {
        let gap = |from: usize| {
            self.plain
                .get(from..start)
                .is_some_and(|gap| gap.iter().all(|c| matches!(c, ' ' | ',' | ':' | '(' | '=')))
        };
        let placed = signed || self.behind_word.is_some_and(gap);
        let next = (self.at..).find(|at| self.char(*at) != Some(' ')).unwrap_or(self.at);
        let apart = next > self.at;
        let goes_on = match self.char(next) {
            Some(c) if c.is_ascii_alphabetic() => {
                apart
                    && (self.longest_word(next).is_some()
                        || ["OR ", "ODER "].iter().any(|word| self.stands(next, word))
                        || ISSUERS.iter().any(|issuer| self.stands(next, issuer)))
            }
            Some(c) => {
                !(c.is_ascii_digit()
                    || matches!(c, '*' | '#' | '%' | '.' | '-' | '+' | '年' | '月' | '日' | '号')
                    || COUNTED.contains(&c))
            }
            None => true,
        };
        let is_of_spray = self.spray && self.spray_hours.is_none();
        !self.layers.is_empty()
            && self.by_words
            && !is_of_spray
            && placed
            && goes_on
            && asked.um().is_some_and(|um| um <= MOST_BARE)
            && !is_strength_class(asked)
    }
}

/// 8.8, 10.9 and the like.
fn is_strength_class(asked: CodeThickness) -> bool {
    matches!(asked, CodeThickness::One(figure) if [4.6, 4.8, 5.6, 5.8, 6.8, 8.8, 9.8, 10.9, 12.9].iter().any(|class| (class - figure).abs() < 1e-9))
}
