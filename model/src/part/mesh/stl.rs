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
    let announced = announced(file);
    if encoding(file).is_none() && fitting(file).is_some() {
        return read_binary(file, progress);
    }
    let text = bytes_of(file);
    let text = without_comments(text.trim_ascii_start());
    // A binary file that begins with "solid" and is cut short has no facet in words.
    if begins_as_text(text) && holds(text, b"facet") {
        return read_text(text, progress);
    }
    match announced {
        None => Err(Broken::Unknown),
        Some(0) => Err(Broken::Empty),
        // A text or picture read as a count announces billions.
        Some(count)
            if usize::try_from(count).is_ok_and(|count| count <= 20 * super::MOST_TRIANGLES)
                && file.len() > HEAD =>
        {
            Err(Broken::Truncated)
        }
        Some(_) if begins_as_text(text) => Err(Broken::Empty),
        Some(_) => Err(Broken::Unknown),
    }
}

/// How many triangles the head of a binary file announces.
fn announced(file: &[u8]) -> Option<u32> {
    file.get(80..HEAD).and_then(|count| count.try_into().ok()).map(u32::from_le_bytes)
}

/// How many triangles a binary file holds, and whether its length says so in place of its count, which some programs leave at nothing or at the
/// largest number, or at that of one part of several; `None` where the bytes are fewer than it announces.
fn fitting(file: &[u8]) -> Option<(usize, bool)> {
    let count = usize::try_from(announced(file)?).ok()?;
    let bodies = file.get(HEAD..)?;
    let (held, is_whole) = (bodies.len() / TRIANGLE, bodies.len() % TRIANGLE == 0);
    let unsaid = count == 0 || count == u32::MAX as usize;
    if count == held && held > 0 {
        return Some((held, false));
    }
    // Behind what is announced zeros may fill a file up or another file begin, whose head has no normals.
    let beyond = if unsaid { bodies } else { bodies.get(count.checked_mul(TRIANGLE)?..)? };
    let is_facet = |triangle: &[u8]| {
        numbers(triangle, NORMAL).all(f32::is_finite) && (unsaid || has_normal(triangle))
    };
    let are_facets =
        || beyond.iter().any(|byte| *byte != 0) && beyond.chunks_exact(TRIANGLE).all(is_facet);
    match is_whole && held > 0 && are_facets() {
        true => Some((held, true)),
        false => (!unsaid).then_some((count, false)),
    }
}

/// Whether a triangle begins with a normal as programs write it: of length one, or nothing.
fn has_normal(triangle: &[u8]) -> bool {
    let square: f32 = numbers(triangle, 0).take(3).map(|number| number * number).sum();
    (0.9..1.1).contains(&square) || triangle.iter().take(NORMAL).all(|byte| *byte & 0x7F == 0) // -0 is nothing too
}

/// The numbers of a triangle from a byte on.
fn numbers(triangle: &[u8], from: usize) -> impl Iterator<Item = f32> {
    triangle
        .get(from..)
        .unwrap_or_default()
        .as_chunks()
        .0
        .iter()
        .map(|number| f32::from_le_bytes(*number))
}

/// Reads a binary file, and those that are joined to it.
fn read_binary(file: &[u8], progress: &mut dyn FnMut(f64)) -> Result<Mesh, Broken> {
    let mut welder = Welder::default();
    let (mut rest, mut files, mut by_length) = (file, 0, false);
    while let Some((count, of_length)) = fitting(rest) {
        let (bodies, behind) = rest
            .get(HEAD..)
            .and_then(|bodies| bodies.split_at_checked(count * TRIANGLE))
            .ok_or(Broken::Truncated)?;
        for (place, triangle) in bodies.chunks_exact(TRIANGLE).enumerate() {
            let mut numbers = numbers(triangle, NORMAL);
            let mut corner =
                || -> Option<Point> { Some([numbers.next()?, numbers.next()?, numbers.next()?]) };
            let (Some(a), Some(b), Some(c)) = (corner(), corner(), corner()) else {
                return Err(Broken::Truncated);
            };
            welder.add([a, b, c])?;
            if place % REPORT_EVERY == 0 {
                progress(place as f64 / count as f64);
            }
        }
        (rest, files, by_length) = (behind, files + 1, by_length || of_length);
    }
    let mut mesh = welder.finish()?;
    mesh.notes.extend((files > 1).then_some(Note::Solids(files)));
    mesh.notes.extend(by_length.then_some(Note::CountByLength));
    mesh.notes.extend(left(rest));
    Ok(mesh)
}

/// Bytes that are left behind what was read, unless they only fill the file up.
fn left(rest: &[u8]) -> Option<Note> {
    let is_filling =
        rest.iter().all(|byte| *byte == 0 || byte.is_ascii_whitespace() || *byte == END_OF_TEXT);
    (!is_filling).then_some(Note::Left(rest.len()))
}

const UTF16_LITTLE: [u8; 2] = [0xFF, 0xFE];
const UTF16_BIG: [u8; 2] = [0xFE, 0xFF];
/// The byte-order mark as a letter.
const MARK: u16 = 0xFEFF;
/// What DOS wrote at the end of a text.
const END_OF_TEXT: u8 = 0x1A;

/// How two bytes are a letter of a text in UTF-16, which has a byte-order mark or begins as such a text does, with every other byte nothing.
fn encoding(file: &[u8]) -> Option<fn([u8; 2]) -> u16> {
    let start = file.get(..64).unwrap_or(file);
    let letters: Vec<u8> = start.iter().copied().filter(|byte| *byte != 0).collect();
    let is_text = || begins_as_text(letters.trim_ascii_start());
    match start {
        start if start.starts_with(&UTF16_BIG) => Some(u16::from_be_bytes),
        start if start.starts_with(&UTF16_LITTLE) => Some(u16::from_le_bytes),
        [0, one, 0, other, ..] if *one != 0 && *other != 0 && is_text() => Some(u16::from_be_bytes),
        [one, 0, other, 0, ..] if *one != 0 && *other != 0 && is_text() => Some(u16::from_le_bytes),
        _ => None,
    }
}

/// A text without its byte-order mark, in an encoding that contains ASCII.
fn bytes_of(file: &[u8]) -> Cow<'_, [u8]> {
    if let Some(of_two) = encoding(file) {
        let (pairs, _) = file.as_chunks();
        let letters = pairs.iter().map(|pair| of_two(*pair)).filter(|unit| *unit != MARK);
        return Cow::Owned(
            char::decode_utf16(letters)
                .map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER))
                .collect::<String>()
                .into_bytes(),
        );
    }
    Cow::Borrowed(file.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(file))
}

fn begins_with(text: &[u8], keyword: &[u8]) -> bool {
    text.get(..keyword.len()).is_some_and(|start| start.eq_ignore_ascii_case(keyword))
}

/// A text without the lines of remarks that some programs write in front.
fn without_comments(mut text: &[u8]) -> &[u8] {
    while begins_with(text, b"#") || begins_with(text, b"//") || begins_with(text, b";") {
        let end = text.iter().position(|byte| matches!(byte, b'\n' | b'\r'));
        text = end.and_then(|end| text.get(end..)).unwrap_or_default().trim_ascii_start();
    }
    text
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
        let length =
            rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len());
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
        let word = self
            .word()
            .and_then(|word| str::from_utf8(word).ok())
            .ok_or_else(|| self.malformed())?;
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
    let mut read_to = 0; // the end of the last facet or solid
    while let Some(word) = text.word() {
        let is = |keyword: &[u8]| word.eq_ignore_ascii_case(keyword);
        let begins_solid = (is(b"solid") && !after_end)
            || (all == 0 && text.at == word.len() && begins_with(word, b"solid"));
        let begins_facet = is(b"facet") && !after_end;
        let ends_solid = is(b"endsolid") || (is(b"solid") && after_end);
        let ends_facet =
            is(b"endfacet") || is(b"endloop") || (after_end && (is(b"facet") || is(b"loop")));
        after_end = is(b"end");
        if is(b"vertex") {
            if corners.len() == 3 {
                return Err(text.malformed());
            }
            corners.push([text.number()?, text.number()?, text.number()?]);
            is_open = true;
        }
        if (begins_solid || begins_facet || ends_solid || ends_facet) && is_open {
            let Ok(triangle) = <[Point; 3]>::try_from(corners.as_slice()) else {
                return Err(text.malformed());
            };
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
        if ends_solid || ends_facet {
            read_to = text.at;
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
    // Words behind the last solid are a remark; bytes that no text has are another file.
    mesh.notes.extend(text.text.get(read_to..).filter(|rest| rest.contains(&0)).and_then(left));
    Ok(mesh)
}
