//! Reads a code from left to right. At each place the first reader that knows what stands there takes it; what none knows is kept by name.
//! Only at the end is decided which system the code is written in, since many share their letters.

use super::vocabulary::{WORDS, Word};
use super::{
    Coat, CodeThickness, Cr6, Designation, Film, Gloss, Heat, Layer, Meaning, Rust, SaltSpray,
    Sealer, Standard,
};
use crate::data::thickness::{ISO_2081, ISO_4042};
use crate::units::parse_decimal;

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

/// A finish that stands for itself in a code, and the system that has it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Finish {
    /// A letter of ISO 2081: chromium(VI).
    Letter,
    /// A letter with T, ASTM F1941: trivalent.
    LetterT,
    /// A letter with n, ISO 19598: free of chromium(VI).
    LetterN,
    /// c1A … c2D, ISO 4520.
    Class,
    /// cA … cF, DIN 50961.
    German,
    /// Bk.
    Bk,
    /// P or C with a figure, the Swedish standard.
    Swedish,
    /// Words of Chinese works.
    Works,
}

/// Finishes that stand for themselves: letters, look, whether chromium(VI), kind. Longer ones come first. `c1` to `c4` and `P1` to `P5` are
/// those of the Swedish SVF 2000, F1941 has E for black where ISO 2081 has F.
pub(super) const FINISHES: [(&str, Film, Cr6, Finish); 30] = [
    ("C1A", Film::Transparent, Cr6::Yes, Finish::Class),
    ("C1B", Film::Bleached, Cr6::Yes, Finish::Class),
    ("C2C", Film::Iridescent, Cr6::Yes, Finish::Class),
    ("C2D", Film::Olive, Cr6::Yes, Finish::Class),
    ("BKT", Film::Black, Cr6::No, Finish::LetterT),
    ("BK", Film::Black, Cr6::Yes, Finish::Bk),
    ("AN", Film::Transparent, Cr6::No, Finish::LetterN),
    ("BN", Film::Bluish, Cr6::No, Finish::LetterN),
    ("CN", Film::Iridescent, Cr6::No, Finish::LetterN),
    ("DN", Film::Olive, Cr6::No, Finish::LetterN),
    ("FN", Film::Black, Cr6::No, Finish::LetterN),
    ("AT", Film::Transparent, Cr6::No, Finish::LetterT),
    ("BT", Film::Bluish, Cr6::No, Finish::LetterT),
    ("CT", Film::Iridescent, Cr6::No, Finish::LetterT),
    ("DT", Film::Olive, Cr6::No, Finish::LetterT),
    ("ET", Film::Black, Cr6::No, Finish::LetterT),
    ("P1", Film::Bluish, Cr6::No, Finish::Swedish),
    ("P2", Film::Iridescent, Cr6::No, Finish::Swedish),
    ("P3", Film::Olive, Cr6::No, Finish::Swedish),
    ("P4", Film::Black, Cr6::No, Finish::Swedish),
    ("P5", Film::Iridescent, Cr6::No, Finish::Swedish),
    ("C1", Film::Bluish, Cr6::Yes, Finish::Swedish),
    ("C2", Film::Iridescent, Cr6::Yes, Finish::Swedish),
    ("C3", Film::Olive, Cr6::Yes, Finish::Swedish),
    ("C4", Film::Black, Cr6::Yes, Finish::Swedish),
    ("A", Film::Transparent, Cr6::Yes, Finish::Letter),
    ("B", Film::Bleached, Cr6::Yes, Finish::Letter),
    ("C", Film::Iridescent, Cr6::Yes, Finish::Letter),
    ("D", Film::Olive, Cr6::Yes, Finish::Letter),
    ("F", Film::Black, Cr6::Yes, Finish::Letter),
];

/// What T and a figure mean behind a finish.
pub(super) const AFTER: [(&str, Sealer); 8] = [
    ("T0", Sealer::No),
    ("T1", Sealer::Paint),
    ("T2", Sealer::Yes),
    ("T3", Sealer::Dye),
    ("T4", Sealer::Grease),
    ("T5", Sealer::Wax),
    ("T7", Sealer::TopCoat),
    ("TX", Sealer::Unknown), // with or without, ISO 19598
];

/// Types of ASTM B633: film, chromium(VI), hours to white rust.
pub(super) const TYPES: [(&str, Film, Cr6, Option<f64>); 12] = [
    ("VI", Film::Coloured, Cr6::No, Some(120.0)),
    ("V", Film::Transparent, Cr6::No, Some(72.0)),
    ("IV", Film::Phosphate, Cr6::No, None),
    ("III", Film::Transparent, Cr6::Yes, Some(12.0)),
    ("II", Film::Coloured, Cr6::Yes, Some(96.0)),
    ("I", Film::None, Cr6::No, None),
    ("6", Film::Coloured, Cr6::No, Some(120.0)),
    ("5", Film::Transparent, Cr6::No, Some(72.0)),
    ("4", Film::Phosphate, Cr6::No, None),
    ("3", Film::Transparent, Cr6::Yes, Some(12.0)),
    ("2", Film::Coloured, Cr6::Yes, Some(96.0)),
    ("1", Film::None, Cr6::No, None),
];

/// Coatings of ISO 4042:1999 that are several layers.
pub(super) const LAYERED: [(char, &[&str]); 4] = [
    ('F', &["nickel", "chromium"]),
    ('G', &["copper", "nickel"]),
    ('H', &["copper", "nickel", "chromium"]),
    ('N', &["copper", "silver"]),
];

/// How ISO 4042:1999 splits a thickness between two layers, µm. From the third figure on recalled, as the figures 7 and 8 are.
const SPLITS: [(char, [f64; 2]); 7] = [
    ('2', [2.0, 3.0]),
    ('3', [3.0, 5.0]),
    ('4', [4.0, 8.0]),
    ('5', [5.0, 10.0]),
    ('6', [8.0, 12.0]),
    ('7', [10.0, 15.0]),
    ('8', [12.0, 18.0]),
];

/// Finish letters of ISO 4042:1999: gloss and look.
pub(super) const GLOSSES: [(char, Option<Gloss>, Film); 18] = [
    ('A', Some(Gloss::Matt), Film::Transparent),
    ('B', Some(Gloss::Matt), Film::Bluish),
    ('C', Some(Gloss::Matt), Film::Iridescent),
    ('D', Some(Gloss::Matt), Film::Olive),
    ('E', Some(Gloss::SemiBright), Film::None),
    ('F', Some(Gloss::SemiBright), Film::Bluish),
    ('G', Some(Gloss::SemiBright), Film::Iridescent),
    ('H', Some(Gloss::SemiBright), Film::Olive),
    ('J', Some(Gloss::Bright), Film::None),
    ('K', Some(Gloss::Bright), Film::Bluish),
    ('L', Some(Gloss::Bright), Film::Iridescent),
    ('M', Some(Gloss::Bright), Film::Olive),
    ('N', Some(Gloss::High), Film::Unsaid),
    ('P', None, Film::Unsaid),
    ('R', Some(Gloss::Matt), Film::Black),
    ('S', Some(Gloss::SemiBright), Film::Black),
    ('T', Some(Gloss::Bright), Film::Black),
    ('U', None, Film::None),
];

/// Numbers of standards, as they stand behind the name of who issues them, and the system they mean.
const NUMBERS: [(&str, Standard); 18] = [
    ("1456", Standard::Iso1456),
    ("19598", Standard::Iso19598),
    ("50979", Standard::Din50979),
    ("50961", Standard::Din50961),
    ("13911", Standard::Gbt13911),
    ("9799", Standard::Gbt9799Of1997),
    ("5267.1", Standard::Gbt5267),
    ("5267", Standard::Gbt5267),
    ("4042", Standard::Iso4042New),
    ("2081", Standard::Iso2081),
    ("H 8610", Standard::JisH8610),
    ("H8610", Standard::JisH8610),
    ("B 633", Standard::AstmB633),
    ("B633", Standard::AstmB633),
    ("F 1941", Standard::AstmF1941),
    ("F1941", Standard::AstmF1941),
    ("B 456", Standard::AstmB456),
    ("B456", Standard::AstmB456),
];

/// Who issues standards.
const ISSUERS: [&str; 16] = [
    "ISO", "DIN", "EN", "GB/T", "GBT", "GB", "ASTM", "JIS", "BS", "UNI", "NF", "SS", "SVF", "SYF",
    "STD", "QB/T",
];

/// Kinds of layers behind their thickness, as codes write them.
const KINDS: [(&str, &[&str]); 2] =
    [("nickel", &["B", "S", "M", "D", "T", "P"]), ("chromium", &CHROMIUM_KINDS)];
const CHROMIUM_KINDS: [&str; 4] = ["MP", "MC", "CF", "R"];

/// Metals by their Chinese signs, which count before a figure only: 铜10镍15铬0.3.
const HAN: [(char, &str); 7] = [
    ('锌', "zinc"),
    ('铜', "copper"),
    ('镍', "nickel"),
    ('铬', "chromium"),
    ('锡', "tin"),
    ('银', "silver"),
    ('镉', "cadmium"),
];

/// How a deposit is plated, as it stands before the sign of its metal.
const BEFORE_METALS: [&str; 19] = [
    "氰",
    "滚",
    "挂",
    "亮",
    "暗",
    "哑",
    "雾",
    "镀",
    "碱性",
    "酸性",
    "氰化",
    "有氰",
    "无氰",
    "钾盐",
    "铵盐",
    "氯化钾",
    "氯化铵",
    "碱",
    "酸",
];

/// What denies the word behind it.
const DENIALS: [&str; 17] = [
    "NO",
    "NON",
    "NOT",
    "WITHOUT",
    "FREE OF",
    "FREE FROM",
    "不含有",
    "不含",
    "不得含有",
    "不得含",
    "不得有",
    "不得使用",
    "不允许",
    "禁用",
    "禁止",
    "非",
    "无",
];

/// What figures count that are no thickness.
const COUNTED: [char; 16] = [
    '只', '支', '套', '公', '千', '斤', '颗', '片', '根', '块', '箱', '批', '元', '天', '分', '桶',
];

/// The thickest deposit that figures without a unit mean, µm.
const MOST_BARE: f64 = 100.0;

/// Thickness of chromium where ASTM B456 writes none, µm.
const CHROMIUM_UM: f64 = 0.3;

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
    fn char(&self, at: usize) -> Option<char> {
        self.plain.get(at).copied()
    }

    fn here(&self) -> Option<char> {
        self.char(self.at)
    }

    /// Whether a text stands at a place.
    fn stands(&self, at: usize, text: &str) -> bool {
        text.chars().enumerate().all(|(offset, c)| self.char(at + offset) == Some(c))
    }

    /// Whether a word could end before a place.
    fn ends(&self, at: usize) -> bool {
        self.char(at).is_none_or(|c| !c.is_ascii_alphanumeric())
    }

    /// Takes a text if it stands here.
    fn take(&mut self, text: &str) -> bool {
        let is = self.stands(self.at, text);
        if is {
            self.at += text.chars().count();
        }
        is
    }

    /// Takes a text if it stands here by itself.
    fn take_whole(&mut self, text: &str) -> bool {
        let is = self.stands(self.at, text) && self.ends(self.at + text.chars().count());
        is && self.take(text)
    }

    /// What a reader takes behind blanks.
    fn after_blanks<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        self.blanks();
        read(self)
    }

    /// Passes blanks and a hyphen between two signs of a code; whether there was a hyphen.
    fn blanks_or_hyphen(&mut self) -> bool {
        self.blanks();
        let is = self.take("-");
        self.blanks();
        is
    }

    fn blanks(&mut self) {
        while self.here() == Some(' ') {
            self.at += 1;
        }
    }

    /// Takes a number if one stands here: digits with a decimal point, which is no point that parts words.
    fn number(&mut self) -> Option<f64> {
        let digits = |from: usize| {
            (from..).take_while(|at| self.char(*at).is_some_and(|c| c.is_ascii_digit())).count()
        };
        let whole = digits(self.at);
        let mut end = self.at + whole;
        if self.char(end) == Some('.')
            && digits(end + 1) > 0
            && (whole > 0 || self.begins_with_point(end))
        {
            end += 1 + digits(end + 1);
        }
        let text: String = self.plain.get(self.at..end)?.iter().collect();
        let number = parse_decimal(&text)?;
        self.at = end;
        Some(number)
    }

    /// Whether a number begins with its point here, as `.0003 in` does: in a code a point parts words.
    fn begins_with_point(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|at| self.char(at));
        self.char(at) == Some('.')
            && self.char(at + 1).is_some_and(|c| c.is_ascii_digit())
            && before.is_none_or(|c| matches!(c, ' ' | '≥' | '>' | '='))
    }

    /// Whether a minus stands here: a hyphen before a figure and behind a blank, where no thickness goes on.
    fn is_minus(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|at| self.char(at));
        self.char(at) == Some('-')
            && self.char(at + 1).is_some_and(|c| c.is_ascii_digit() || c == '.')
            && before.is_none_or(|c| matches!(c, ' ' | '/'))
    }

    /// Takes what a reader takes, or nothing.
    fn or_back<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let from = self.at;
        let read = read(self);
        if read.is_none() {
            self.at = from;
        }
        read
    }

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
        if known {
            self.end_unread(from);
            self.behind_word = self.is_word.then_some(self.at);
            self.is_word = false;
            return true;
        }
        self.unread_from.get_or_insert(start);
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

    /// `ISO 4042`, `DIN EN ISO 2081:2018`, `GB/T 9799-2011`, `B633-19`, and by name those that are not known here.
    fn standard(&mut self) -> Option<()> {
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
    fn year(&mut self) {
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
    fn heat(&mut self) -> Option<()> {
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
    fn heat_in_words(&mut self) -> Heat {
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

    fn hours_unit(&mut self) -> bool {
        ["小时", "HOURS", "HRS", "HR", "H"]
            .into_iter()
            .any(|unit| if unit == "小时" { self.take(unit) } else { self.take_whole(unit) })
    }

    /// `Type VI`.
    fn b633_type(&mut self) -> Option<()> {
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
    fn service(&mut self) -> Option<()> {
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
    fn jis_finish(&mut self) -> Option<()> {
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

    /// `Fe/`, `Cu/Ep·`, `Ep-Fe/`, `EP·`, `D·`: what is coated and how.
    fn basis_or_method(&mut self) -> Option<()> {
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
    fn symbol(&self, at: usize) -> Option<(&'static Coat, usize)> {
        let digit = self.char(at + 1).is_some_and(|c| c.is_ascii_digit());
        if let Some(found) = HAN.iter().find(|(sign, _)| digit && self.char(at) == Some(*sign)) {
            return Some((Coat::find(found.1)?, at + 1));
        }
        super::COATS.iter().filter(|coat| !coat.symbol.is_empty()).find_map(|coat| {
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
    fn old_iso_4042(&mut self) -> Option<()> {
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
                let coat = super::COATS.iter().find(|coat| coat.letter == Some(letter))?;
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

    fn is_passivated(&self) -> bool {
        self.layers.last().is_some_and(|layer| layer.coat.is_passivated)
    }

    /// `c2C`, `An`, `C`, `P5`, `Bk` behind the thickness.
    fn finish_of_code(&mut self) -> Option<()> {
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
    fn class_with_blanks(&mut self) -> Option<()> {
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
    fn after_finish(&mut self) -> Option<()> {
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

    /// The longest word of the vocabulary that stands at a place.
    fn longest_word(&self, start: usize) -> Option<(&'static str, Word)> {
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

    /// Whether what is named from a place to here is denied: `no Cr6`, `without …`, `… free`, `不得含…`. Takes the words that deny it.
    fn is_denied(&mut self, start: usize) -> bool {
        let behind = self.or_back(|reader| {
            while matches!(reader.here(), Some(' ' | '-' | '+')) {
                reader.at += 1;
            }
            reader.take_whole("FREE").then_some(())
        });
        let before: String = self.plain.get(..start).unwrap_or_default().iter().collect();
        let before = before.trim_end_matches([' ', '-']);
        let denied = |word: &&str| {
            let rest = before.strip_suffix(*word)?;
            (!word.is_ascii() || !rest.ends_with(|c: char| c.is_ascii_alphanumeric()))
                .then(|| rest.chars().count())
        };
        let in_front = DENIALS.iter().find_map(denied);
        if let (Some(from), Some(unread)) = (in_front, self.unread_from) {
            self.end_unread(from);
            self.unread_from = self.unread_from.filter(|_| unread < from);
        }
        behind.is_some() || in_front.is_some()
    }

    /// `锌` behind `滚镀`, `碱性` and the like: a metal by its sign, which a word for how it is plated makes a deposit.
    fn metal_of_bath(&mut self) -> Option<()> {
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
    fn word(&mut self) -> Option<()> {
        let start = self.at;
        let (word, meaning) = self.longest_word(start)?;
        self.take(word);
        // Figures behind a test or a heat treatment are its own.
        self.is_word = !matches!(meaning, Word::Spray | Word::Rust(_) | Word::Bake | Word::Relief);
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

    fn coats_in_words(
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
    fn put_on_last(&mut self) {
        if let (Some(asked), [layer]) = (self.thickness, self.layers.as_mut_slice()) {
            layer.um = asked.um();
        }
    }

    /// `Zn8`, `ZnNi(12)8`, `Ni15b`, `Cr0.3mc`, `Zn 8 µm`, `Zn 8-12`.
    fn layer(&mut self) -> Option<()> {
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
    fn kind(&mut self, id: &str) -> Option<()> {
        let kinds = KINDS.into_iter().find(|(of, _)| *of == id)?.1;
        self.or_back(|reader| reader.after_blanks(|reader| reader.kind_here(kinds)))
    }

    fn kind_here(&mut self, kinds: &'static [&'static str]) -> Option<()> {
        let kind = kinds.iter().find(|kind| {
            let end = self.at + kind.len();
            self.stands(self.at, kind) && (self.ends(end) || self.symbol(end).is_some())
        })?;
        self.take(kind);
        self.layers.last_mut()?.kind = Some(kind);
        Some(())
    }

    /// `mp` and the like behind a blank.
    fn kind_of_chromium(&mut self) -> Option<()> {
        self.layers.last().filter(|layer| layer.coat.id == "chromium" && layer.kind.is_none())?;
        self.kind("chromium")
    }

    fn minimum_sign(&mut self) -> bool {
        let is = self.take("≥") || self.take(">=") || self.take(">");
        if is {
            self.meaning = Some(Meaning::Minimum);
            self.blanks();
        }
        is
    }

    /// A number or a range with its unit, µm where none is said; whether a unit was said.
    fn thickness(&mut self) -> Option<(CodeThickness, bool)> {
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
    fn may_end_thickness(&self) -> bool {
        let next = (self.at..).find(|at| self.char(*at) != Some(' ')).and_then(|at| self.char(at));
        let is_a_unit = matches!(next, Some('°' | '%' | '级' | '件' | '个' | '吨' | '小'));
        let is_hours = next == Some('H') && self.ends(self.at + 1);
        !(is_a_unit || is_hours || self.stands(self.at, "HR"))
    }

    /// Takes the mark of inches behind a thickness that can be one; behind larger figures it ends a quotation.
    fn inch_mark(&mut self, number: f64) -> Option<f64> {
        let marked = matches!(self.typed.get(self.at), Some('"' | '″' | '”' | '＂'))
            && number * INCH <= *THICKNESS.end();
        marked.then(|| {
            self.at += 1;
            INCH
        })
    }

    /// Takes a unit of thickness: how many µm it is.
    fn unit(&mut self) -> Option<f64> {
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
    fn quantity(&mut self) -> Option<()> {
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
    fn is_at_word(&self, start: usize, signed: bool, asked: CodeThickness) -> bool {
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

    fn finish(mut self) -> Option<Designation> {
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
    fn add_chromium(&mut self) {
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
    fn is_nickel_chromium(&self) -> bool {
        let ids = || self.layers.iter().map(|layer| layer.coat.id);
        ids().any(|id| id == "nickel")
            && ids().next_back().is_some_and(|id| matches!(id, "nickel" | "chromium"))
    }

    /// The system, by the standard that is named or else by what only it writes.
    fn which(&self) -> Standard {
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

/// Whether two looks can be meant by one film.
fn agree(one: Film, other: Film) -> bool {
    let family = |film| match film {
        Film::Transparent | Film::Bluish | Film::Bleached => Film::Transparent,
        Film::Iridescent | Film::Coloured => Film::Iridescent,
        film => film,
    };
    family(one) == family(other)
}

/// 8.8, 10.9 and the like.
fn is_strength_class(asked: CodeThickness) -> bool {
    matches!(asked, CodeThickness::One(figure) if [4.6, 4.8, 5.6, 5.8, 6.8, 8.8, 9.8, 10.9, 12.9].iter().any(|class| (class - figure).abs() < 1e-9))
}
