//! 3MF (core specification 1.3, ISO/IEC 25422:2025): an archive with models in XML. It says its unit. Beams, slices and colours are left out.

use super::{Broken, MOST_TRIANGLES, Mesh, Point, Welder};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use zip::ZipArchive;

/// Most bytes that a model may unfold to: an archive can promise any number.
const MOST_BYTES: u64 = 800_000_000;
/// How deep components may lie in components.
const DEEPEST: usize = 16;
/// Most parts that are put together, and most objects and parts that are read: a packed file of a megabyte can hold tens of millions.
const MOST_PARTS: usize = 20_000;
const MOST_READ: usize = 200_000;
/// How deep elements may lie in elements.
const DEEPEST_ELEMENT: usize = 100;

/// A model as read.
#[derive(Debug)]
pub struct Model {
    /// Its surface, in its unit.
    pub mesh: Mesh,
    /// A millimetre is so many of its units: `millimeters = units · scale`.
    pub millimetres: f64,
}

/// Twelve numbers that turn and move: a row of the matrix for each coordinate, then the shift.
type Transform = [f64; 12];

const UNMOVED: Transform = [1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0];

/// An object: its own triangles, and others that it is put together from.
#[derive(Default)]
struct Object {
    points: Vec<Point>,
    triangles: Vec<[u32; 3]>,
    parts: Vec<Part>,
    is_support: bool,
}

/// An object somewhere: in which file, which one, and how it is turned and moved.
struct Part {
    file: Option<String>,
    id: String,
    transform: Transform,
}

/// The objects of a file, and what of them is built.
#[derive(Default)]
struct Document {
    unit: String,
    objects: BTreeMap<String, Object>,
    build: Vec<Part>,
}

/// Reads a file; `progress` is told the share that is read, 0 to 1.
///
/// # Errors
/// What is wrong with it.
pub fn read(file: Vec<u8>, progress: &mut dyn FnMut(f64)) -> Result<Model, Broken> {
    let mut archive = ZipArchive::new(Cursor::new(file)).map_err(|_| Broken::Truncated)?;
    let names: Vec<String> =
        archive.file_names().filter_map(Result::ok).map(|name| name.into_owned()).filter(|name| name.ends_with(".model")).take(1000).collect();
    let mut documents = BTreeMap::new();
    let mut left = MOST_BYTES;
    let mut count = Count::default();
    for (place, name) in names.iter().enumerate() {
        progress(place as f64 / names.len() as f64);
        let entry = archive.by_name(name).map_err(|_| Broken::Truncated)?;
        if entry.size() > left {
            return Err(Broken::TooMany);
        }
        let mut text = Vec::new();
        let read = entry.take(left + 1).read_to_end(&mut text).map_err(|_| Broken::Truncated)?;
        let text = String::from_utf8(text).map_err(|_| Broken::Malformed(0))?;
        left = left.checked_sub(read as u64).ok_or(Broken::TooMany)?;
        documents.insert(plain(name), parse(text.trim_start_matches('\u{feff}'), &mut count)?);
    }
    let root = root(&mut archive).filter(|root| documents.contains_key(root)).or_else(|| {
        let building = documents.iter().find(|(_, document)| !document.build.is_empty());
        building.map(|(name, _)| name.clone())
    });
    let root = root.ok_or(Broken::Unknown)?;
    let mut welder = Welder::default();
    let Some(document) = documents.get(&root) else { return Err(Broken::Unknown) };
    let mut parts = 0;
    for part in &document.build {
        place(&documents, &root, part, UNMOVED, 0, &mut parts, &mut welder)?;
    }
    progress(1.0);
    Ok(Model { mesh: welder.finish()?, millimetres: millimetres(&document.unit) })
}

fn millimetres(unit: &str) -> f64 {
    match unit {
        "micron" => 0.001,
        "centimeter" => 10.0,
        "inch" => 25.4,
        "foot" => 304.8,
        "meter" => 1000.0,
        _ => 1.0, // the specification's default
    }
}

/// A name in the archive without the slash that some begin it with.
fn plain(name: &str) -> String {
    name.trim_start_matches('/').to_owned()
}

/// The model that the archive says is its root.
fn root(archive: &mut ZipArchive<Cursor<Vec<u8>>>) -> Option<String> {
    let mut text = Vec::new();
    archive.by_name("_rels/.rels").ok()?.take(1_000_000).read_to_end(&mut text).ok()?;
    let mut reader = Reader::from_str(std::str::from_utf8(&text).ok()?);
    loop {
        match reader.read_event().ok()? {
            Event::Eof => return None,
            Event::Start(element) | Event::Empty(element) if attribute(&element, "Type").is_some_and(|kind| kind.ends_with("/3dmodel")) => {
                return attribute(&element, "Target").map(|target| plain(&target));
            }
            _ => {}
        }
    }
}

fn attribute(element: &BytesStart, name: &str) -> Option<String> {
    let found = element.attributes().with_checks(false).filter_map(Result::ok).find(|one| one.key.local_name().as_ref() == name)?;
    Some(found.value.into_owned())
}

fn number<T: std::str::FromStr>(element: &BytesStart, name: &str) -> Option<T> {
    attribute(element, name)?.trim().parse().ok()
}

fn transform(element: &BytesStart) -> Option<Transform> {
    let Some(text) = attribute(element, "transform") else { return Some(UNMOVED) };
    let numbers: Option<Vec<f64>> = text.split_whitespace().map(|number| number.parse().ok().filter(|number: &f64| number.is_finite())).collect();
    numbers?.try_into().ok()
}

fn part(element: &BytesStart) -> Option<Part> {
    Some(Part { file: attribute(element, "path").map(|path| plain(&path)), id: attribute(element, "objectid")?, transform: transform(element)? })
}

/// How much of all files is read so far.
#[derive(Default)]
struct Count {
    triangles: usize,
    /// Objects, components and items.
    others: usize,
}

impl Count {
    fn triangle(&mut self) -> Result<(), Broken> {
        self.triangles += 1;
        if self.triangles > MOST_TRIANGLES { Err(Broken::TooMany) } else { Ok(()) }
    }

    fn other(&mut self) -> Result<(), Broken> {
        self.others += 1;
        if self.others > MOST_READ { Err(Broken::TooMany) } else { Ok(()) }
    }
}

/// Reads a model; what is in it counts to that of all files.
fn parse(text: &str, count: &mut Count) -> Result<Document, Broken> {
    let mut reader = Reader::from_str(text);
    let mut document = Document::default();
    let mut open: Option<(String, Object)> = None;
    let mut depth = 0_usize;
    let malformed = |at: u64| Broken::Malformed(u8::try_from(100 * at / (text.len() as u64).max(1)).unwrap_or(100));
    loop {
        let event = reader.read_event().map_err(|_| malformed(reader.buffer_position()))?;
        let at = || malformed(reader.buffer_position());
        match event {
            Event::Start(_) if depth >= DEEPEST_ELEMENT => return Err(at()), // the reader remembers each that is open
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        match event {
            Event::Eof => return if open.is_some() { Err(Broken::Truncated) } else { Ok(document) },
            Event::End(element) if element.local_name().as_ref() == "object" => {
                if let Some((id, object)) = open.take() {
                    document.objects.insert(id, object);
                }
            }
            Event::Start(element) | Event::Empty(element) => match (element.local_name().as_ref(), &mut open) {
                ("model", _) => document.unit = attribute(&element, "unit").unwrap_or_default(),
                ("object", _) => {
                    count.other()?;
                    let kind = attribute(&element, "type").unwrap_or_default();
                    let object = Object { is_support: matches!(kind.as_str(), "support" | "solidsupport"), ..Object::default() };
                    open = Some((attribute(&element, "id").ok_or_else(at)?, object));
                }
                ("vertex", Some((_, object))) => {
                    let [x, y, z] = ["x", "y", "z"].map(|name| number::<f32>(&element, name));
                    let (Some(x), Some(y), Some(z)) = (x, y, z) else { return Err(at()) };
                    object.points.push([x, y, z]);
                }
                ("triangle", Some((_, object))) => {
                    let [a, b, c] = ["v1", "v2", "v3"].map(|name| number::<u32>(&element, name));
                    let (Some(a), Some(b), Some(c)) = (a, b, c) else { return Err(at()) };
                    count.triangle()?;
                    object.triangles.push([a, b, c]);
                }
                ("component", Some((_, object))) => {
                    count.other()?;
                    object.parts.push(part(&element).ok_or_else(at)?);
                }
                ("item", _) => {
                    count.other()?;
                    document.build.push(part(&element).ok_or_else(at)?);
                }
                _ => {}
            },
            _ => {}
        }
    }
}

/// Puts a part and all that it is made of where it belongs.
fn place(
    documents: &BTreeMap<String, Document>,
    file: &str,
    part: &Part,
    above: Transform,
    depth: usize,
    parts: &mut usize,
    welder: &mut Welder,
) -> Result<(), Broken> {
    *parts += 1;
    if depth > DEEPEST || *parts > MOST_PARTS {
        return Err(Broken::TooMany);
    }
    let file = part.file.as_deref().unwrap_or(file);
    let object = documents.get(file).and_then(|document| document.objects.get(&part.id)).ok_or(Broken::Malformed(100))?;
    if object.is_support {
        return Ok(());
    }
    let transform = joined(&part.transform, &above);
    for triangle in &object.triangles {
        let [a, b, c] = triangle.map(|corner| object.points.get(corner as usize).map(|point| moved(*point, &transform)));
        let (Some(a), Some(b), Some(c)) = (a, b, c) else { return Err(Broken::Malformed(100)) };
        // A mirror turns the way round.
        welder.add(if determinant(&transform) < 0.0 { [a, c, b] } else { [a, b, c] })?;
    }
    for below in &object.parts {
        place(documents, file, below, transform, depth + 1, parts, welder)?;
    }
    Ok(())
}

#[allow(clippy::cast_possible_truncation, reason = "corners are held as they come, in single precision")]
fn moved([x, y, z]: Point, [a, b, c, d, e, f, g, h, i, tx, ty, tz]: &Transform) -> Point {
    let (x, y, z) = (f64::from(x), f64::from(y), f64::from(z));
    [x * a + y * d + z * g + tx, x * b + y * e + z * h + ty, x * c + y * f + z * i + tz].map(|number| number as f32)
}

fn determinant([a, b, c, d, e, f, g, h, i, ..]: &Transform) -> f64 {
    a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)
}

/// First the one, then the other.
fn joined(first: &Transform, then: &Transform) -> Transform {
    let [a, b, c, d, e, f, g, h, i, x, y, z] = *first;
    let turned = |x: f64, y: f64, z: f64, shift: bool| {
        let [a, b, c, d, e, f, g, h, i, tx, ty, tz] = *then;
        let s = if shift { 1.0 } else { 0.0 };
        [x * a + y * d + z * g + s * tx, x * b + y * e + z * h + s * ty, x * c + y * f + z * i + s * tz]
    };
    let ([r0, r1, r2], [r3, r4, r5], [r6, r7, r8], [r9, r10, r11]) =
        (turned(a, b, c, false), turned(d, e, f, false), turned(g, h, i, false), turned(x, y, z, true));
    [r0, r1, r2, r3, r4, r5, r6, r7, r8, r9, r10, r11]
}
