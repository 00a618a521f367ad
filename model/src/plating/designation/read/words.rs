//! Words of English and Chinese drawings.

use super::Reader;
use crate::plating::designation::signs::{
    BEFORE_METALS, BETWEEN_DENIALS, DENIALS, DENIALS_BEHIND, DOUBTS, Finish, HAN,
};
use crate::plating::designation::vocabulary::{WORDS, Word};
use crate::plating::designation::{Coat, Cr6, Film, Sealer};

impl Reader {
    /// The longest word of the vocabulary that stands at a place.
    pub(super) fn longest_word(&self, start: usize) -> Option<(&'static str, Word)> {
        let latin = |word: &str| word.starts_with(|c: char| c.is_ascii_alphabetic());
        let before = start.checked_sub(1).and_then(|at| self.char(at));
        let fits = |word: &str| {
            let end = start + word.chars().count();
            self.stands(start, word)
                && (!latin(word)
                    || (before.is_none_or(|c| !c.is_ascii_alphabetic())
                        && self.char(end).is_none_or(|c| !c.is_ascii_alphabetic())))
        };
        WORDS
            .iter()
            .filter(|(word, _)| fits(word))
            .max_by_key(|(word, _)| word.chars().count())
            .copied()
    }

    /// Whether what is named from a place to here is denied: `no Cr6`, `without …`, `… free`, `不得含…`, `passivation: none`. Takes the words that
    /// deny it.
    pub(super) fn is_denied(&mut self, start: usize) -> bool {
        self.denied_from = None;
        let behind = self.or_back(|reader| {
            while matches!(reader.here(), Some(' ' | '-' | '+')) {
                reader.at += 1;
            }
            reader.take_whole("FREE").then_some(())
        });
        let behind = behind.or_else(|| {
            self.or_back(|reader| {
                while matches!(reader.here(), Some(' ' | '-' | ':' | '=' | '(')) {
                    reader.at += 1;
                }
                let word = DENIALS_BEHIND
                    .into_iter()
                    .filter(|word| reader.stands(reader.at, word))
                    .max_by_key(|word| word.chars().count())?;
                reader.take(word);
                reader.take(")");
                let next = (reader.at..).find(|at| reader.char(*at) != Some(' '))?;
                reader
                    .char(next)
                    .is_none_or(|c| matches!(c, ',' | ';' | '/' | '|' | ')' | '.'))
                    .then_some(())
            })
        });
        let before: String = self.plain.get(..start).unwrap_or_default().iter().collect();
        let mut before = before.trim_end_matches([' ', '-']);
        while let Some(rest) =
            BETWEEN_DENIALS.iter().find_map(|word| before.strip_suffix(*word)?.strip_suffix(' '))
        {
            before = rest.trim_end_matches([' ', '-']);
        }
        let denied = |word: &&str| {
            let rest = before.strip_suffix(*word)?;
            (!word.is_ascii() || !rest.ends_with(|c: char| c.is_ascii_alphanumeric()))
                .then(|| rest.chars().count())
        };
        let in_front = DENIALS.iter().filter_map(denied).min();
        if before.ends_with("W/O") {
            self.unread.pop_if(|unread| unread.eq_ignore_ascii_case("w")); // the stroke ended it
        }
        if let (Some(from), Some(unread)) = (in_front, self.unread_from) {
            self.end_unread(from);
            self.unread_from = self.unread_from.filter(|_| unread < from);
        }
        self.denied_from = in_front;
        behind.is_some() || in_front.is_some()
    }

    /// Whether a word stands directly behind a colour that is denied, and is denied with it: `no clear passivation`.
    fn goes_on_denied(&mut self, start: usize) -> bool {
        let is = self.denied_to.is_some_and(|to| {
            self.plain.get(to..start).is_some_and(|gap| gap.iter().all(|c| matches!(c, ' ' | '-')))
        });
        if is {
            self.unread_from = None;
        }
        is
    }

    /// Whether it is left open if what is named from a place to here is asked for: `sealer optional`, `可选封闭`.
    fn is_doubted(&self, start: usize) -> bool {
        let skip = |at: usize| {
            (at..).find(|at| !matches!(self.char(*at), Some(' ' | '-' | '(' | ',' | ':')))
        };
        let behind = skip(self.at).is_some_and(|at| {
            self.char(at) == Some('?')
                || DOUBTS.iter().any(|word| {
                    self.stands(at, word) && (!word.is_ascii() || self.ends(at + word.len()))
                })
        });
        let before: String = self.plain.get(..start).unwrap_or_default().iter().collect();
        let before = before.trim_end_matches([' ', '-', ':']);
        behind || DOUBTS.iter().any(|word| before.ends_with(word))
    }

    /// `锌` behind `滚镀`, `碱性` and the like: a metal by its sign, which a word for how it is plated makes a deposit.
    pub(super) fn metal_of_bath(&mut self) -> Option<()> {
        let start = self.at;
        let end = (0..start).rev().find(|at| self.char(*at) != Some(' ')).map_or(0, |at| at + 1);
        let is_behind = |word: &&str| {
            end.checked_sub(word.chars().count()).is_some_and(|from| self.stands(from, word))
        };
        if !self.layers.is_empty() || !BEFORE_METALS.iter().any(is_behind) {
            return None;
        }
        let (_, id) =
            HAN.iter().chain(&[('金', "gold")]).find(|(sign, _)| self.here() == Some(*sign))?;
        self.at += 1;
        self.is_word = true;
        if let Some(sign @ ('滚' | '挂')) = end.checked_sub(1).and_then(|at| self.char(at)) {
            self.barrel = Some(sign == '滚');
            self.unread_from = self.unread_from.filter(|from| from + 1 < end);
        }
        self.push(Coat::find(id)?, None);
        self.by_words = true;
        Some(())
    }

    /// Takes the word of the vocabulary that stands here.
    pub(super) fn word(&mut self) -> Option<()> {
        let start = self.at;
        let (word, meaning) = self.longest_word(start)?;
        self.take(word);
        // Figures behind a test or a heat treatment are its own.
        self.is_word = !matches!(meaning, Word::Spray | Word::Rust(_) | Word::Bake | Word::Relief);
        let is_option =
            !matches!(meaning, Word::Chromium(_) | Word::Rust(_) | Word::Meaning(_) | Word::Filler);
        // What is denied or left open is not asked for; what that leaves unsaid is named.
        let is_coat = matches!(meaning, Word::Coats(_) | Word::ZincAndFilm(_));
        if is_option && !is_coat && self.is_doubted(start) {
            self.left = Some(start);
            return Some(());
        }
        let says_no = matches!(
            meaning,
            Word::Film(Film::None) | Word::ZincAndFilm(Film::None) | Word::Sealer(Sealer::No)
        );
        let is_denied = is_option
            && !says_no
            && (self.is_denied(start)
                || (matches!(meaning, Word::Film(Film::Some)) && self.goes_on_denied(start)));
        if is_denied || says_no {
            match meaning {
                Word::Film(film) | Word::ZincAndFilm(film) if says_no => {
                    if matches!(meaning, Word::ZincAndFilm(_)) {
                        self.coats_in_words(&["zinc"], Some(film), start)?;
                    } else {
                        self.by_words = true;
                        self.set_film(film, start);
                    }
                }
                Word::Film(Film::Some) => {
                    self.by_words = true;
                    self.set_film(Film::None, start);
                }
                Word::Sealer(_) => self.set_sealer(Sealer::No, start),
                Word::Bake | Word::Relief | Word::Spray => drop(self.heat_in_words()),
                // What is meant in its place stays open.
                _ => {
                    self.left = Some(self.denied_from.unwrap_or(start));
                    self.denied_to = Some(self.at);
                }
            }
            return Some(());
        }
        match meaning {
            Word::Coats(ids) => self.coats_in_words(ids, None, start)?,
            Word::ZincAndFilm(film) => self.coats_in_words(&["zinc"], Some(film), start)?,
            Word::Film(film) => {
                self.by_words = true;
                self.set_film(film, start);
            }
            Word::FilmOfWorks(film) => {
                self.finish = Some(Finish::Works);
                self.set_film(film, start);
            }
            Word::Chromium(cr6) => {
                let cr6 = if cr6 == Cr6::Yes && self.is_denied(start) { Cr6::No } else { cr6 };
                match self.cr6_of_words {
                    Some((before, ..)) if before != cr6 => self.contradict(start),
                    _ => self.cr6_of_words = Some((cr6, start, self.at)),
                }
            }
            Word::Sealer(sealer) => self.set_sealer(sealer, start),
            Word::Barrel(barrel) => self.barrel = Some(barrel),
            Word::Bake => self.bake = Some(self.heat_in_words()),
            Word::Relief => self.stress_relief = Some(self.heat_in_words()),
            Word::Spray => self.spray = true,
            Word::Rust(rust) => self.rust = Some(rust),
            Word::Meaning(meaning) => self.meaning = Some(meaning),
            Word::Filler => {}
        }
        Some(())
    }

    pub(super) fn coats_in_words(
        &mut self,
        ids: &'static [&'static str],
        film: Option<Film>,
        start: usize,
    ) -> Option<()> {
        let same = self.layers.last().is_some_and(|layer| ids.last() == Some(&layer.coat.id));
        if self.layers.is_empty() {
            for id in ids {
                self.push(Coat::find(id)?, None);
            }
            self.by_words = true;
        } else if !same {
            self.contradict(start);
        }
        if let Some(film) = film {
            self.set_film(film, start);
        }
        Some(())
    }

    /// A single layer is as thick as is said.
    pub(super) fn put_on_last(&mut self) {
        if let (Some(asked), [layer]) = (self.thickness, self.layers.as_mut_slice()) {
            layer.um = asked.um();
        }
    }
}
