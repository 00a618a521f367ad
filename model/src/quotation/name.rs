//! Whether two names of shops read alike. A forged quote bears the name of a shop in letters that only look the same: others of Unicode's, invisible ones,
//! other blanks, capitals. A name too many that is held to be alike costs a warning, one too few a customer's money.

use unicode_normalization::UnicodeNormalization as _;
use unicode_security::confusable_detection::skeleton;

/// Whether two names read alike; blank ones are nobody's.
pub fn reads_alike(one: &str, other: &str) -> bool {
    let one = reading(one);
    !one.is_empty() && one == reading(other)
}

/// What is read of a name: compatibility forms as plain ones (NFKC, UAX 15), look-alikes as one letter (UTS 39, section 4), without regard to case, and
/// without whatever is neither letter nor digit.
fn reading(name: &str) -> String {
    let plain: String = name.nfkc().collect();
    // A look-alike may be one of the capital or of the small letter, so case falls between two rounds.
    let alike: String = skeleton(&skeleton(&plain).collect::<String>().to_lowercase()).collect();
    let folded = alike.nfkd().flat_map(char::to_lowercase).map(|letter| {
        SMALL_CAPITALS.iter().find(|(from, _)| *from == letter).map_or(letter, |(_, to)| *to)
    });
    folded
        .filter(|letter| letter.is_alphanumeric() && !is_filler(*letter))
        .map(|letter| if ONE_STROKE.contains(&letter) { 'l' } else { letter })
        .collect()
}

/// Letters of one stroke: the capital I reads as a small l, and its own small letter is i.
const ONE_STROKE: [char; 3] = ['i', 'ı', '1'];

/// Small letters that look like capitals, such as those in which small letters of Cyrillic end up.
const SMALL_CAPITALS: [(char, char); 12] = [
    ('ʙ', 'b'),
    ('ɢ', 'g'),
    ('ʜ', 'h'),
    ('ĸ', 'k'),
    ('ᴋ', 'k'),
    ('ʟ', 'l'),
    ('ᴍ', 'm'),
    ('ɴ', 'n'),
    ('ᴏ', 'o'),
    ('ʀ', 'r'),
    ('ᴛ', 't'),
    ('ᴜ', 'u'),
];

/// Letters of Hangul that show nothing.
fn is_filler(letter: char) -> bool {
    matches!(letter, '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_only_look_the_same_read_alike() {
        for (what, forged) in [
            ("the name itself", "Cixi Bright Plating"),
            ("capitals", "CIXI BRIGHT PLATING"),
            ("small letters", "cixi bright plating"),
            ("doubled blanks", "  Cixi  Bright   Plating "),
            ("no-break space", "Cixi\u{a0}Bright\u{202f}Plating"),
            ("ideographic space", "Cixi\u{3000}Bright\u{3000}Plating"),
            ("tabs and line breaks", "Cixi\tBright\nPlating"),
            ("zero-width space", "Ci\u{200b}xi Bright Plating"),
            ("zero-width joiners", "Cixi Br\u{200d}ight Plat\u{200c}ing"),
            ("word joiner, byte-order mark", "Cixi\u{2060} Bright\u{feff} Plating"),
            ("soft hyphen", "Cixi Bri\u{ad}ght Plating"),
            ("direction marks", "\u{202a}Cixi Bright\u{202c} \u{2067}Plating\u{2069}"),
            ("variation selector", "Cixi Bright\u{fe0f} Plating"),
            ("grapheme joiner", "Cixi Bright Pla\u{34f}ting"),
            ("Hangul filler", "Cixi Bright\u{3164} Plating"),
            ("Cyrillic small letters", "Cіхі Вright Рlаting"),
            ("Cyrillic capitals", "СІХІ ВRІGНТ РLАТІNG"),
            ("Greek", "Cixi Βright Ρlαting"),
            ("full width", "Ｃｉｘｉ　Ｂｒｉｇｈｔ　Ｐｌａｔｉｎｇ"),
            ("mathematical letters", "𝐂𝐢𝐱𝐢 𝖡𝗋𝗂𝗀𝗁𝗍 𝑃𝑙𝑎𝑡𝑖𝑛𝑔"),
            ("digits as letters", "C1xi Bright P1ating"),
            ("hyphen", "Cixi-Bright Plating."),
        ] {
            assert!(
                reads_alike("Cixi Bright Plating", forged),
                "{what}: {forged:?} reads as {}",
                reading(forged)
            );
            assert!(reads_alike(forged, "Cixi Bright Plating"), "{what}, the other way round");
        }
        assert!(reads_alike("慈溪光亮电镀有限公司", "慈溪光亮电镀\u{200b} 有限公司"));
        assert!(reads_alike("宁波金田", "宁波⾦⽥"), "radicals as characters");
    }

    #[test]
    fn other_names_do_not() {
        for other in [
            "Cixi Light Plating",
            "Cixi Bright Plating Two",
            "Ningbo Bright Plating",
            "慈溪光亮电镀",
            "",
        ] {
            assert!(!reads_alike("Cixi Bright Plating", other), "{other}");
        }
        assert!(!reads_alike("慈溪光亮电镀有限公司", "慈溪光明电镀有限公司"));
        assert!(!reads_alike("", "") && !reads_alike(" \u{200b}", " "), "no name is nobody's");
    }
}
