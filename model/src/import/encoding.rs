//! Bytes to text. Spreadsheets save UTF-8, UTF-16 ("Unicode text") or the code page of the country, and few of them say which.

use encoding_rs::{GB18030, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// How a text was written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Encoding {
    /// UTF-8, with or without a byte-order mark; ASCII too.
    Utf8,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// UTF-32, low byte first.
    Utf32Le,
    /// UTF-32, high byte first.
    Utf32Be,
    /// GBK or GB 18030, as Chinese systems save.
    Gb18030,
    /// Windows-1252, as Western European systems save.
    Windows1252,
}

impl Encoding {
    /// Its name, the same in every language.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16 LE",
            Self::Utf16Be => "UTF-16 BE",
            Self::Utf32Le => "UTF-32 LE",
            Self::Utf32Be => "UTF-32 BE",
            Self::Gb18030 => "GBK",
            Self::Windows1252 => "Windows-1252",
        }
    }
}

/// A text and how it was written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Decoded {
    /// The text, without a byte-order mark.
    pub text: String,
    /// How it was written, as far as that can be told.
    pub encoding: Encoding,
    /// Whether some bytes mean nothing in that encoding: each became U+FFFD.
    pub damaged: bool,
}

/// How much of a file is looked at to find UTF-16 without a mark, bytes.
const LOOKED_AT: usize = 4096;

/// The text of a file in UTF-8, UTF-16, UTF-32 (either order), GBK or Windows-1252, with or without a byte-order mark.
///
/// ```
/// use platewise_model::import::{Encoding, decode};
/// assert_eq!(decode(b"\xff\xfeQ\0t\0y\0").text, "Qty");
/// assert_eq!(decode(b"\xca\xfd\xc1\xbf").text, "数量");
/// assert_eq!(decode(b"L\xe4nge").encoding, Encoding::Windows1252);
/// ```
pub fn decode(bytes: &[u8]) -> Decoded {
    let (encoding, body) = match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => (Encoding::Utf8, rest),
        [0xFF, 0xFE, 0, 0, rest @ ..] => (Encoding::Utf32Le, rest),
        [0, 0, 0xFE, 0xFF, rest @ ..] => (Encoding::Utf32Be, rest),
        [0xFF, 0xFE, rest @ ..] => (Encoding::Utf16Le, rest),
        [0xFE, 0xFF, rest @ ..] => (Encoding::Utf16Be, rest),
        // An ASCII mark in four bytes that says GB 18030.
        [0x84, 0x31, 0x95, 0x33, rest @ ..] => (Encoding::Gb18030, rest),
        _ => (without_mark(bytes), bytes),
    };
    let decoder = match encoding {
        Encoding::Utf8 => UTF_8,
        Encoding::Utf16Le => UTF_16LE,
        Encoding::Utf16Be => UTF_16BE,
        Encoding::Utf32Le => return utf32(body, encoding, u32::from_le_bytes),
        Encoding::Utf32Be => return utf32(body, encoding, u32::from_be_bytes),
        Encoding::Gb18030 => GB18030,
        Encoding::Windows1252 => WINDOWS_1252,
    };
    let (text, damaged) = decoder.decode_without_bom_handling(body);
    Decoded { text: text.into_owned(), encoding, damaged }
}

/// UTF-32, which no browser reads and so no library of encodings.
fn utf32(body: &[u8], encoding: Encoding, number: fn([u8; 4]) -> u32) -> Decoded {
    let letters = body.chunks(4).map(|four| {
        four.try_into().ok().and_then(|four| char::from_u32(number(four))).unwrap_or('\u{fffd}')
    });
    let text: String = letters.collect();
    Decoded { damaged: text.contains('\u{fffd}'), text, encoding }
}

/// The encoding of bytes that carry no mark. Digits, delimiters and line ends are ASCII in any table, so every other byte of UTF-16 is often zero, and no
/// byte of another text is.
fn without_mark(bytes: &[u8]) -> Encoding {
    let zeros = |from: usize| {
        bytes.iter().take(LOOKED_AT).skip(from).step_by(2).filter(|byte| **byte == 0).count()
    };
    // Of each letter of UTF-32 the highest byte is zero, and mostly the next one.
    let looked = bytes.get(..LOOKED_AT.min(bytes.len() / 4 * 4)).unwrap_or_default();
    if looked.len() >= 8 && bytes.len().is_multiple_of(4) {
        if looked.chunks(4).all(|four| matches!(four, [_, _, 0..=16, 0])) {
            return Encoding::Utf32Le;
        }
        if looked.chunks(4).all(|four| matches!(four, [0, 0..=16, ..])) {
            return Encoding::Utf32Be;
        }
    }
    match (zeros(0), zeros(1)) {
        (0, 0) => {}
        (even, odd) if even > odd => return Encoding::Utf16Be,
        _ => return Encoding::Utf16Le,
    }
    if std::str::from_utf8(bytes).is_ok() {
        Encoding::Utf8
    } else if is_western(bytes) {
        Encoding::Windows1252
    } else {
        Encoding::Gb18030
    }
}

/// Whether bytes above ASCII mostly stand alone, as letters with an accent do. Those of Chinese stand in pairs.
fn is_western(bytes: &[u8]) -> bool {
    let runs = bytes.split(u8::is_ascii).filter(|run| !run.is_empty());
    let (alone, all) = runs.fold((0_usize, 0_usize), |(alone, all), run| {
        (alone + usize::from(run.len() == 1), all + 1)
    });
    2 * alone > all
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "图号\t规格\t数量\nA-1\tM8×30\t10000\n";

    fn utf16(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes_of).collect()
    }

    #[test]
    fn a_table_is_the_same_in_every_encoding() {
        let (little, big) = (utf16(TABLE, u16::to_le_bytes), utf16(TABLE, u16::to_be_bytes));
        for (bytes, encoding) in [
            (TABLE.as_bytes().to_vec(), Encoding::Utf8),
            ([b"\xEF\xBB\xBF", TABLE.as_bytes()].concat(), Encoding::Utf8),
            ([b"\xFF\xFE", little.as_slice()].concat(), Encoding::Utf16Le),
            ([b"\xFE\xFF", big.as_slice()].concat(), Encoding::Utf16Be),
            (little, Encoding::Utf16Le),
            (big, Encoding::Utf16Be),
            (GB18030.encode(TABLE).0.into_owned(), Encoding::Gb18030),
        ] {
            assert_eq!(
                decode(&bytes),
                Decoded { text: TABLE.to_owned(), encoding, damaged: false }
            );
        }
    }

    #[test]
    fn western_letters_are_not_taken_for_chinese() {
        let table = "Stückzahl;Länge (mm);Dicke (µm)\n1000;30;8\n";
        let decoded = decode(&WINDOWS_1252.encode(table).0);
        assert_eq!((decoded.text.as_str(), decoded.encoding), (table, Encoding::Windows1252));
    }

    #[test]
    fn bytes_that_mean_nothing_are_told() {
        assert!(decode(b"\xEF\xBB\xBFa\xFFb").damaged);
        assert!(decode(b"\xFF\xFEa\0b").damaged);
        assert!(!decode(b"").damaged);
    }
}
