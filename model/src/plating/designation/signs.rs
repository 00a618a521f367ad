//! Signs of the systems and what they mean, for the reader and the writer of codes.

use crate::plating::designation::{Cr6, Film, Gloss, Sealer, Standard};

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
pub(super) const SPLITS: [(char, [f64; 2]); 7] = [
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
pub(super) const NUMBERS: [(&str, Standard); 18] = [
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
pub(super) const ISSUERS: [&str; 16] = [
    "ISO", "DIN", "EN", "GB/T", "GBT", "GB", "ASTM", "JIS", "BS", "UNI", "NF", "SS", "SVF", "SYF",
    "STD", "QB/T",
];

/// Kinds of layers behind their thickness, as codes write them.
pub(super) const KINDS: [(&str, &[&str]); 2] =
    [("nickel", &["B", "S", "M", "D", "T", "P"]), ("chromium", &CHROMIUM_KINDS)];
pub(super) const CHROMIUM_KINDS: [&str; 4] = ["MP", "MC", "CF", "R"];

/// Metals by their Chinese signs, which count before a figure only: 铜10镍15铬0.3.
pub(super) const HAN: [(char, &str); 7] = [
    ('锌', "zinc"),
    ('铜', "copper"),
    ('镍', "nickel"),
    ('铬', "chromium"),
    ('锡', "tin"),
    ('银', "silver"),
    ('镉', "cadmium"),
];

/// How a deposit is plated, as it stands before the sign of its metal.
pub(super) const BEFORE_METALS: [&str; 19] = [
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
pub(super) const DENIALS: [&str; 33] = [
    "NO",
    "NON",
    "NOT",
    "WITHOUT",
    "W/O",
    "OHNE",
    "KEIN",
    "KEINE",
    "NICHT",
    "不",
    "不要",
    "不用",
    "不做",
    "不加",
    "不需",
    "不需要",
    "无需",
    "没有",
    "未",
    "免",
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

/// What may stand between a denial and the word that it denies.
pub(super) const BETWEEN_DENIALS: [&str; 8] =
    ["ANY", "A", "AN", "THE", "FURTHER", "ADDITIONAL", "EXTRA", "ADDED"];

/// What denies the word in front of it, where nothing else follows.
pub(super) const DENIALS_BEHIND: [&str; 15] = [
    "NO",
    "NONE",
    "NIL",
    "N/A",
    "NOT REQUIRED",
    "NOT NEEDED",
    "NOT APPLICABLE",
    "NEIN",
    "KEINE",
    "无",
    "否",
    "不要",
    "不需要",
    "不做",
    "免",
];

/// What leaves open whether the word beside it is asked for.
pub(super) const DOUBTS: [&str; 15] = [
    "OPTIONAL",
    "OPTIONALLY",
    "IF REQUIRED",
    "IF NEEDED",
    "IF NECESSARY",
    "IF POSSIBLE",
    "WHERE REQUIRED",
    "TBD",
    "TBC",
    "WAHLWEISE",
    "BEI BEDARF",
    "可选",
    "选配",
    "待定",
    "必要时",
];

/// What figures count that are no thickness.
pub(super) const COUNTED: [char; 16] = [
    '只', '支', '套', '公', '千', '斤', '颗', '片', '根', '块', '箱', '批', '元', '天', '分', '桶',
];

/// The thickest deposit that figures without a unit mean, µm.
pub(super) const MOST_BARE: f64 = 100.0;

/// Thickness of chromium where ASTM B456 writes none, µm.
pub(super) const CHROMIUM_UM: f64 = 0.3;
