//! Reads a code from left to right. At each place the first reader that knows what stands there takes it; what none knows is kept by name.
//! Only at the end is decided which system the code is written in, since many share their letters.

mod conclude;
mod scan;
mod standards;
mod symbols;
mod thickness;
mod words;

use super::signs::Finish;
use super::vocabulary::Word;
use crate::plating::designation::{
    Coat, CodeThickness, Cr6, Designation, Film, Gloss, Heat, Layer, Meaning, Rust, Sealer,
    Standard,
};

/// The longest text that is looked at, in letters: longer ones are no code.
const LONGEST: usize = 200;
/// How many pieces are named, and how long each may be.
const MOST_UNREAD: usize = 8;
const LONGEST_UNREAD: usize = 40;
/// A thickness that a layer can have, µm.
const THICKNESS: std::ops::RangeInclusive<f64> = 0.01..=1000.0;

/// An inch, µm.
const INCH: f64 = 25_400.0;

/// Reads a code; `None` when no deposit can be found in it.
///
/// ```
/// use platewise_model::plating::designation::{read, Cr6, Film, Sealer};
/// let code = read("Fe//Zn8//An//T2").unwrap();
/// assert_eq!((code.deposit_id().as_str(), code.thickness.um()), ("zinc", Some(8.0)));
/// assert_eq!((code.film, code.sealer, code.cr6), (Film::Transparent, Sealer::Yes, Cr6::No));
/// ```
pub fn read(code: &str) -> Option<Designation> {
    let typed: Vec<char> = code.trim().chars().take(LONGEST + 1).collect();
    if typed.len() > LONGEST {
        return None;
    }
    let plain = typed.iter().map(|c| plain(*c)).collect();
    let mut reader = Reader { typed, plain, ..Reader::default() };
    while reader.step() {}
    reader.finish()
}

/// What the words of a text that is no code ask for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Wishes {
    /// A passivation, or none.
    pub film: bool,
    /// The same beside the word for a deposit or a passivation: `yellow zinc`, `passivated`.
    pub film_of_coat: bool,
    /// A word that may be for a sealer or for a seal.
    pub sealer: bool,
    /// That it is sealed.
    pub sealed: bool,
    /// A heat treatment or a test.
    pub treated: bool,
}

/// What the words of a text ask for, such as a remark or what a part is called. Codes count for nothing there, since drawings have numbers like them,
/// nor single Chinese signs, which names of places and people have.
pub fn wishes(text: &str) -> Wishes {
    let typed: Vec<char> = text.chars().take(LONGEST).collect();
    let plain = typed.iter().map(|c| plain(*c)).collect();
    let mut reader = Reader { typed, plain, ..Reader::default() };
    let mut found = Wishes::default();
    let mut coat = false;
    while reader.here().is_some() {
        let start = reader.at;
        let word = reader.longest_word(start).filter(|(word, _)| word.chars().count() > 1);
        let Some((word, meaning)) = word else {
            reader.at += 1;
            continue;
        };
        reader.take(word);
        if reader.is_denied(start) && !matches!(meaning, Word::Film(Film::Some)) {
            continue;
        }
        match meaning {
            Word::Coats(_) => coat = true,
            Word::ZincAndFilm(_) => (found.film, found.film_of_coat) = (true, true),
            Word::Film(Film::Some | Film::None) => {
                (found.film, found.film_of_coat) = (true, true);
            }
            Word::Film(_) => found.film = true,
            Word::Sealer(Sealer::Yes) if !word.starts_with("SEALE") && word.is_ascii() => {
                found.sealer = true;
            }
            Word::Sealer(Sealer::Yes) if word == "SEALANT" => found.sealer = true,
            Word::Sealer(Sealer::Yes | Sealer::TopCoat) => found.sealed = true,
            Word::Bake | Word::Relief | Word::Spray => found.treated = true,
            _ => {}
        }
    }
    found.film_of_coat |= coat && found.film;
    found
}

/// A letter as it is compared: one for one, so that places stay the same.
fn plain(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c).to_ascii_uppercase(),
        'µ' | 'μ' | 'Μ' => 'U',
        '・' | '•' | '∙' | '⋅' | '‧' | '･' => '·',
        '、' | '“' | '”' | '"' | '《' | '》' | '【' | '】' => ' ',
        '。' => '.',
        '−' | '–' | '—' | '‐' | '‑' => '-',
        '〜' | '∼' => '~',
        '∕' | '⁄' => '/',
        '⩾' | '≧' => '≥',
        '⩽' | '≦' => '≤',
        '×' | '✕' => '*',
        '℃' => '°',
        c if c.is_whitespace() => ' ',
        c => c.to_ascii_uppercase(),
    }
}

fn is_between(c: char) -> bool {
    matches!(
        c,
        ' ' | '/'
            | '·'
            | '.'
            | ','
            | '-'
            | ';'
            | ':'
            | '('
            | ')'
            | '+'
            | '_'
            | '|'
            | '*'
            | '\''
            | '='
    )
}

#[derive(Default)]
struct Reader {
    typed: Vec<char>,
    plain: Vec<char>,
    at: usize,
    /// Where what is being skipped over began.
    unread_from: Option<usize>,
    layers: Vec<Layer>,
    thickness: Option<CodeThickness>,
    meaning: Option<Meaning>,
    film: Option<Film>,
    sealer: Option<Sealer>,
    cr6_of_code: Option<Cr6>,
    cr6_of_words: Option<(Cr6, usize, usize)>,
    finish: Option<Finish>,
    named: Option<Standard>,
    basis: bool,
    method: Option<Method>,
    doubled: bool,
    heat: bool,
    old_4042: bool,
    by_symbol: bool,
    by_words: bool,
    /// Whether a word was taken in this step, and where the last one ended: figures behind it need no unit.
    is_word: bool,
    behind_word: Option<usize>,
    /// Where a word begins that was taken in this step and yet stays among what was not understood.
    left: Option<usize>,
    /// Where the denial of the last word began, and where the last colour that was denied ended.
    denied_from: Option<usize>,
    denied_to: Option<usize>,
    jis: bool,
    b633: bool,
    sealed_by_code: bool,
    barrel: Option<bool>,
    stress_relief: Option<Heat>,
    bake: Option<Heat>,
    nickel: Option<f64>,
    spray: bool,
    spray_hours: Option<f64>,
    type_hours: Option<f64>,
    rust: Option<Rust>,
    gloss: Option<Gloss>,
    unread: Vec<String>,
    contradictions: Vec<String>,
    silk: Option<f64>,
}

/// How a layer is made, as codes say it before the layer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Method {
    /// Ep.
    Electroplated,
    /// Ap, and Ct and CP where it is chemical.
    Chemical,
    /// D, of old works codes.
    D,
}

impl Reader {
    /// One step; false at the end.
    fn step(&mut self) -> bool {
        let from = self.at;
        while self.here().is_some_and(is_between)
            && !self.begins_with_point(self.at)
            && !self.is_minus(self.at)
        {
            self.at += 1;
        }
        if self.at > from {
            self.between(from);
        }
        if self.here().is_none() {
            self.end_unread(from);
            return false;
        }
        let start = self.at;
        let known = self.or_back(Self::standard).is_some()
            || self.or_back(Self::alternative).is_some()
            || self.or_back(Self::heat).is_some()
            || self.or_back(Self::b633_type).is_some()
            || self.or_back(Self::service).is_some()
            || self.or_back(Self::jis_finish).is_some()
            || self.or_back(Self::basis_or_method).is_some()
            || self.or_back(Self::old_iso_4042).is_some()
            || self.or_back(Self::class_with_blanks).is_some()
            || self.or_back(Self::finish_of_code).is_some()
            || self.or_back(Self::after_finish).is_some()
            || self.or_back(Self::word).is_some()
            || self.or_back(Self::metal_of_bath).is_some()
            || self.or_back(Self::layer).is_some()
            || self.or_back(Self::kind_of_chromium).is_some()
            || self.or_back(Self::quantity).is_some();
        if let Some(left) = self.left.take() {
            self.unread_from.get_or_insert(left);
            return true;
        }
        if known {
            self.end_unread(from);
            self.behind_word = self.is_word.then_some(self.at);
            self.is_word = false;
            return true;
        }
        self.unread_from.get_or_insert(start);
        if let Some(end) = self.end_of_measure(start) {
            self.at = end;
            return true;
        }
        self.at += 1;
        if self.char(start) == Some('[') {
            // Zn[2] names a class, not a thickness.
            self.at = (start..)
                .find(|at| self.char(*at).is_none_or(|c| c == ']'))
                .map_or(self.at, |end| end + 1);
        } else if self
            .char(start)
            .is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.'))
        {
            while !self.ends(self.at) || (self.here() == Some('.') && !self.ends(self.at + 1)) {
                self.at += 1;
            }
        }
        true
    }

    /// Names what was not understood, up to a place.
    fn end_unread(&mut self, to: usize) {
        let Some(from) = self.unread_from.take() else { return };
        let text: String = self.typed.get(from..to).unwrap_or_default().iter().collect();
        let text = text
            .trim_matches(|c: char| {
                c.is_whitespace() || matches!(c, '/' | '·' | ',' | '，' | ';' | '；')
            })
            .trim();
        let hyphens = text.trim_matches('-');
        let text = if text.starts_with('-') && hyphens.starts_with(|c: char| c.is_ascii_digit()) {
            text.trim_end_matches('-')
        } else {
            hyphens.trim()
        };
        if !text.is_empty() && self.unread.len() < MOST_UNREAD {
            self.unread.push(text.chars().take(LONGEST_UNREAD).collect());
        }
    }

    /// What stands between two pieces: `//` belongs to ISO 2081, and two of them around nothing mean no film.
    fn between(&mut self, from: usize) {
        let gap = self.plain.get(from..self.at).unwrap_or_default();
        let slashes = gap.iter().filter(|c| **c == '/').count();
        let at_end = self.here().is_none();
        if slashes == 2 || slashes == 4 {
            self.doubled = true;
        }
        let no_film = slashes == 4 || (slashes == 2 && at_end);
        if no_film && self.film.is_none() && self.by_symbol && self.thickness.is_some() {
            self.film = Some(Film::None);
        }
        // A stroke, a comma or a point ends what was not understood; blanks and hyphens do not.
        if gap.iter().any(|c| !matches!(c, ' ' | '-' | '.' | '*')) {
            self.end_unread(from);
        }
    }

    fn set_film(&mut self, film: Film, from: usize) {
        match self.film {
            None | Some(Film::Some) => self.film = Some(film),
            Some(_) if film == Film::Some => {}
            Some(before) if agree(before, film) => {}
            Some(_) => self.contradict(from),
        }
    }

    fn set_sealer(&mut self, sealer: Sealer, from: usize) {
        match self.sealer {
            Some(before) if before != sealer => self.contradict(from),
            _ => self.sealer = Some(sealer),
        }
    }

    fn contradict(&mut self, from: usize) {
        let piece: String = self.typed.get(from..self.at).unwrap_or_default().iter().collect();
        if self.contradictions.len() < MOST_UNREAD {
            self.contradictions.push(piece.trim().chars().take(LONGEST_UNREAD).collect());
        }
    }

    fn push(&mut self, coat: &'static Coat, um: Option<f64>) {
        self.layers.push(Layer { coat, um, kind: None });
    }

    /// A thickness; a second one must be the same.
    fn set_thickness(&mut self, asked: CodeThickness, from: usize) {
        match self.thickness {
            None => self.thickness = Some(asked),
            Some(before) if before == asked => {}
            Some(_) => self.contradict(from),
        }
    }
}

/// Whether two looks can be meant by one film.
fn agree(one: Film, other: Film) -> bool {
    let family = |film| match film {
        Film::Transparent | Film::Bluish | Film::Bleached => Film::Transparent,
        Film::Iridescent | Film::Coloured => Film::Iridescent,
        film => film,
    };
    family(one) == family(other)
}
