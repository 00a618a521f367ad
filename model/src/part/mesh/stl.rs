//! STL, binary and text. It says no unit.
//!
//! Of a text only the corners count, since that is all that programs agree about: keywords in any case, names in any encoding or none, normals that are
//! no numbers, several solids, ends that are missing.

use super::{Broken, Mesh, Note, Point, Welder};
use std::borrow::Cow;

/// Bytes before the triangles of a binary file, and of each triangle: its normal, three corners, two bytes that mean nothing.
const HEAD: usize = 84;
const TRIANGLE: usize = 50;
const NORMAL: usize = 12;
/// Triangles between two reports of progress.
const REPORT_EVERY: usize = 1 << 16;

/// Reads a file; `progress` is told the share that is read, 0 to 1.
///
/// # Errors
/// What is wrong with it.
pub fn read(file: Vec<u8>, progress: &mut dyn FnMut(f64)) -> Result<Mesh, Broken> {
    let file = file.as_slice();
    // The length is asked first: some programs begin binary files with "solid" as well.
    let announced = file.get(80..HEAD).and_then(|count| count.try_into().ok()).map(u32::from_le_bytes);
    let triangles = file.get(HEAD..).unwrap_or_default().chunks_exact(TRIANGLE);
    let binary = announced.and_then(|count| usize::try_from(count).ok()).filter(|count| (1..=triangles.len()).contains(count));
    if let (Some(count), false) = (binary, is_utf16(file)) {
        return read_binary(triangles.take(count), count, progress);
    }
    let text = bytes_of(file);
    let text = text.trim_ascii_start();
    // A binary file that begins with "solid" and is cut short has no facet in words.
    if begins_as_text(text) && holds(text, b"facet") {
        return read_text(text, progress);
    }
    match announced {
        None => Err(Broken::Unknown),
        Some(0) => Err(Broken::Empty),
        // A text or picture read as a count announces billions.
        Some(count) if usize::try_from(count).is_ok_and(|count| count <= 20 * super::MOST_TRIANGLES) && file.len() > HEAD => Err(Broken::Truncated),
        Some(_) if begins_as_text(text) => Err(Broken::Empty),
        Some(_) => Err(Broken::Unknown),
    }
}

fn read_binary<'a>(triangles: impl Iterator<Item = &'a [u8]>, count: usize, progress: &mut dyn FnMut(f64)) -> Result<Mesh, Broken> {
    let mut welder = Welder::default();
    for (place, triangle) in triangles.enumerate() {
        let mut numbers = triangle.get(NORMAL..).unwrap_or_default().as_chunks().0.iter().map(|number| f32::from_le_bytes(*number));
        let mut corner = || -> Option<Point> { Some([numbers.next()?, numbers.next()?, numbers.next()?]) };
        let (Some(a), Some(b), Some(c)) = (corner(), corner(), corner()) else { return Err(Broken::Truncated) };
        welder.add([a, b, c])?;
        if place % REPORT_EVERY == 0 {
            progress(place as f64 / count as f64);
        }
    }
    welder.finish()
}

const UTF16_LITTLE: [u8; 2] = [0xFF, 0xFE];
const UTF16_BIG: [u8; 2] = [0xFE, 0xFF];

fn is_utf16(file: &[u8]) -> bool {
    file.starts_with(&UTF16_LITTLE) || file.starts_with(&UTF16_BIG)
}

/// A text without its byte-order mark, in an encoding that contains ASCII.
fn bytes_of(file: &[u8]) -> Cow<'_, [u8]> {
    let of_two: fn([u8; 2]) -> u16 = if file.starts_with(&UTF16_BIG) { u16::from_be_bytes } else { u16::from_le_bytes };
    if is_utf16(file) {
        let (pairs, _) = file.as_chunks();
        let letters = char::decode_utf16(pairs.iter().skip(1).map(|pair| of_two(*pair))).map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER));
        return Cow::Owned(letters.collect::<String>().into_bytes());
    }
    Cow::Borrowed(file.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(file))
}

fn begins_with(text: &[u8], keyword: &[u8]) -> bool {
    text.get(..keyword.len()).is_some_and(|start| start.eq_ignore_ascii_case(keyword))
}

fn begins_as_text(text: &[u8]) -> bool {
    begins_with(text, b"solid") || begins_with(text, b"facet")
}

fn holds(text: &[u8], keyword: &[u8]) -> bool {
    text.windows(keyword.len()).any(|word| word.eq_ignore_ascii_case(keyword))
}

/// What of a text is read so far.
struct Text<'a> {
    text: &'a [u8],
    at: usize,
}

impl<'a> Text<'a> {
    /// The next word.
    fn word(&mut self) -> Option<&'a [u8]> {
        let rest = self.text.get(self.at..)?;
        let start = rest.iter().position(|byte| !byte.is_ascii_whitespace())?;
        let word = rest.get(start..)?;
        let length = word.iter().position(u8::is_ascii_whitespace).unwrap_or(word.len());
        self.at += start + length;
        word.get(..length)
    }

    /// Passes the rest of a line, which is a name, unless facets stand on it.
    fn skip_name(&mut self) {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let length = rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len());
        let line = rest.get(..length).unwrap_or_default();
        if !(holds(line, b"facet") && holds(line, b"vertex")) {
            self.at += length;
        }
    }

    fn malformed(&self) -> Broken {
        Broken::Malformed(u8::try_from(100 * self.at / self.text.len().max(1)).unwrap_or(100))
    }

    /// The next number of a corner.
    fn number(&mut self) -> Result<f32, Broken> {
        let word = self.word().and_then(|word| str::from_utf8(word).ok()).ok_or_else(|| self.malformed())?;
        let number = word.parse().or_else(|_| word.replace(['d', 'D'], "e").parse()); // Fortran writes 1.0D+01
        number.map_err(|_| match word {
            _ if word.contains(',') => Broken::DecimalComma,
            _ if word.contains('#') => Broken::NotFinite, // what C on Windows writes of what is none: 1.#QNAN
            _ => self.malformed(),
        })
    }
}

fn read_text(text: &[u8], progress: &mut dyn FnMut(f64)) -> Result<Mesh, Broken> {
    let mut text = Text { text, at: 0 };
    let mut welder = Welder::default();
    let mut corners: Vec<Point> = Vec::with_capacity(3);
    let (mut is_open, mut after_end, mut ends_are_told) = (false, false, false);
    let (mut solids, mut of_solid, mut all, mut has_end) = (0, 0, 0_usize, false);
    while let Some(word) = text.word() {
        let is = |keyword: &[u8]| word.eq_ignore_ascii_case(keyword);
        let begins_solid = (is(b"solid") && !after_end) || (all == 0 && text.at == word.len() && begins_with(word, b"solid"));
        let begins_facet = is(b"facet") && !after_end;
        let ends_solid = is(b"endsolid") || (is(b"solid") && after_end);
        let ends_facet = is(b"endfacet") || is(b"endloop") || (after_end && (is(b"facet") || is(b"loop")));
        after_end = is(b"end");
        if is(b"vertex") {
            if corners.len() == 3 {
                return Err(text.malformed());
            }
            corners.push([text.number()?, text.number()?, text.number()?]);
            is_open = true;
        }
        if (begins_solid || begins_facet || ends_solid || ends_facet) && is_open {
            let Ok(triangle) = <[Point; 3]>::try_from(corners.as_slice()) else { return Err(text.malformed()) };
            welder.add(triangle)?;
            corners.clear();
            is_open = false;
            (of_solid, all) = (of_solid + 1, all + 1);
            ends_are_told |= ends_facet;
            if all % REPORT_EVERY == 0 {
                progress(text.at as f64 / text.text.len() as f64);
            }
        }
        is_open |= begins_facet;
        if begins_solid || ends_solid {
            solids += usize::from(of_solid > 0);
            (of_solid, has_end) = (0, ends_solid);
            text.skip_name();
        }
    }
    if is_open {
        // A file that ends within a facet is cut off, unless it never says where one ends.
        let last = <[Point; 3]>::try_from(corners.as_slice()).ok().filter(|_| !ends_are_told);
        welder.add(last.ok_or_else(|| text.malformed())?)?;
        of_solid += 1;
    }
    solids += usize::from(of_solid > 0);
    let mut mesh = welder.finish()?;
    mesh.notes.extend((solids > 1).then_some(Note::Solids(solids)));
    mesh.notes.extend((!has_end).then_some(Note::NoEnd));
    Ok(mesh)
}
