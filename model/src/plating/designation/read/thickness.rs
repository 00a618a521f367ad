//! Layers with their thickness, and other numbers with a unit.

use super::{INCH, Method, Reader, THICKNESS, is_between};
use crate::plating::designation::signs::{COUNTED, Finish, ISSUERS, KINDS, MOST_BARE};
use crate::plating::designation::{Coat, CodeThickness, Meaning};

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
        let first = self.number()?;
        let first_unit = self.inch_mark(first).or_else(|| self.unit());
        let second = self.or_back(|reader| {
            reader.blanks();
            let ranged = ["-", "~", "至", "到"].into_iter().any(|sign| reader.take(sign));
            let around = !ranged && (reader.take("±") || reader.take("+/-"));
            reader.blanks();
            let number = reader.number().filter(|_| ranged || around)?;
            let unit = reader.inch_mark(number).or_else(|| reader.unit());
            // 8-12 is a range, 5-2018 a date.
            if ranged {
                (number > first && number <= 10.0 * first.max(1.0)).then_some((first, number, unit))
            } else {
                (number < first).then_some((first - number, first + number, unit))
            }
        });
        if !self.may_end_thickness() {
            return None;
        }
        let factor = second.and_then(|(.., unit)| unit).or(first_unit);
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
        !(is_a_unit || is_hours || self.stands(self.at, "HR"))
    }

    /// Takes the mark of inches behind a thickness that can be one; behind larger figures it ends a quotation.
    pub(super) fn inch_mark(&mut self, number: f64) -> Option<f64> {
        let marked = matches!(self.typed.get(self.at), Some('"' | '″' | '”' | '＂'))
            && number * INCH <= *THICKNESS.end();
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
            for (unit, um) in [("微米", 1.0), ("丝", 10.0), ("道", 10.0), ("条", 10.0)] {
                if reader.take(unit) {
                    if um > 1.0 {
                        reader.silk = Some(0.0); // how many is told at the end
                    }
                    return Some(um);
                }
            }
            for (unit, um) in [
                ("MICRONS", 1.0),
                ("MICRON", 1.0),
                ("UIN", 0.0254),
                ("UM", 1.0),
                ("U", 1.0),
                ("MILS", 25.4),
                ("MIL", 25.4),
                ("THOU", 25.4),
                ("MM", 1000.0),
                ("INCHES", INCH),
                ("INCH", INCH),
                ("IN", INCH),
            ] {
                let end = at + unit.len();
                if reader.stands(at, unit)
                    && reader.char(end).is_none_or(|c| !c.is_ascii_alphabetic())
                {
                    reader.at = end;
                    return Some(um);
                }
            }
            None
        })
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
