//! A text in as few letters as an address takes: deflated (RFC 1951), in the letters of base64 for addresses (RFC 4648, section 5).

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::decompress_to_vec_with_limit;
use std::fmt::Write as _;

/// Longest text that is unpacked, bytes: a packed one of a few letters can claim to be gigabytes.
const LONGEST: usize = 150_000;
/// Level of compression: the highest, as texts are short.
const LEVEL: u8 = 10;

/// A text with `%`, control characters and some others escaped as in an address, and nothing else: letters of other alphabets pack better as they are.
pub fn barely_escaped(text: &str, others: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_ascii_control() || letter == '%' || others.contains(letter) {
            for byte in letter.to_string().bytes() {
                let _ = write!(out, "%{byte:02x}"); // a text takes what is written
            }
        } else {
            out.push(letter);
        }
    }
    out
}

/// Packs a text.
///
/// ```
/// use platewise_model::pack::{pack, unpack};
/// let text = "v=1&lines=name,thread,quantities;杯头螺栓,M8,1000 5000 20000;杯头螺栓,M10,1000 5000 20000;杯头螺栓,M12,1000 5000 20000";
/// assert!(pack(text).len() < text.len());
/// assert_eq!(unpack(&pack(text)).as_deref(), Some(text));
/// ```
pub fn pack(text: &str) -> String {
    URL_SAFE_NO_PAD.encode(compress_to_vec(text.as_bytes(), LEVEL))
}

/// The text that was packed; none where there is none of at most 150,000 bytes.
pub fn unpack(packed: &str) -> Option<String> {
    let bytes = URL_SAFE_NO_PAD.decode(packed.trim().trim_end_matches('=')).ok()?;
    String::from_utf8(decompress_to_vec_with_limit(&bytes, LONGEST).ok()?).ok()
}
