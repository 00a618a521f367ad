//! STL, binary and text. It says no unit.

use super::{Broken, Mesh, Welder};
use std::io::{Cursor, ErrorKind};

/// Bytes before the triangles of a binary file, and of each triangle.
const HEAD: usize = 84;
const TRIANGLE: usize = 50;
/// Triangles between two reports of progress.
const REPORT_EVERY: usize = 1 << 16;

/// Whether the length is what a binary file announces. Asked first: some programs begin binary files with "solid" as well.
fn is_binary(file: &[u8]) -> Option<usize> {
    let count = file.get(80..HEAD)?.try_into().map(u32::from_le_bytes).ok()?;
    let count = usize::try_from(count).ok()?;
    (file.len() >= HEAD + TRIANGLE.checked_mul(count)? && count > 0).then_some(count)
}

/// Reads a file; `progress` is told the share that is read, 0 to 1.
///
/// # Errors
/// What is wrong with it.
pub fn read(mut file: Vec<u8>, progress: &mut dyn FnMut(f64)) -> Result<Mesh, Broken> {
    let is_text = file.starts_with(b"solid") && is_binary(&file).is_none();
    if !is_text {
        let announced = file.get(80..HEAD).and_then(|count| count.try_into().ok()).map(u32::from_le_bytes).ok_or(Broken::Unknown)?;
        match is_binary(&file) {
            Some(_) => {}
            None if announced == 0 => return Err(Broken::Empty),
            // A text or picture read as a count announces billions.
            None if usize::try_from(announced).is_ok_and(|count| count <= 20 * super::MOST_TRIANGLES) && file.len() > HEAD => return Err(Broken::Truncated),
            None => return Err(Broken::Unknown),
        }
        if let Some(first) = file.first_mut() {
            *first = 0; // a binary file that begins with "solid" would be taken for a text
        }
    }
    let length = file.len();
    let whole = if is_text { length.div_ceil(250) } else { length / TRIANGLE }.max(1);
    let mut reader = Cursor::new(file);
    let broken = |kind: ErrorKind, count: usize| match kind {
        ErrorKind::UnexpectedEof => Broken::Truncated,
        _ => Broken::Malformed(u8::try_from(100 * count.min(whole - 1) / whole).unwrap_or(100)),
    };
    let triangles = stl_io::create_stl_reader(&mut reader).map_err(|error| broken(error.kind(), 0))?;
    let mut welder = Welder::default();
    for (count, triangle) in triangles.enumerate() {
        let triangle = triangle.map_err(|error| broken(error.kind(), count))?;
        welder.add(triangle.vertices.map(|vertex| vertex.0))?;
        if count % REPORT_EVERY == 0 {
            progress(count.min(whole) as f64 / whole as f64);
        }
    }
    welder.finish()
}
