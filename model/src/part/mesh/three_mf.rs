//! 3MF (core specification 1.3, ISO/IEC 25422:2025): an archive with models in XML. It says its unit. Beams, slices and colours are left out.
//! Models are read while they unfold, element by element, so that no more is held than corners, triangles and what puts them together.

use super::{Broken, MOST_POINTS, MOST_TRIANGLES, Mesh, Note, Point, Welder};
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Error, Reader};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use zip::ZipArchive;

/// Most bytes that the models of an archive may unfold to: an archive can promise any number.
const MOST_BYTES: u64 = 800_000_000;
/// Models pack to a tenth or so. An archive may unfold to so many times its size, and a small one to so much.
const MOST_TIMES: u64 = 100;
const SMALL: u64 = 20_000_000;
/// The longest element, text or comment, in bytes: the reader holds one at a time.
const LONGEST: usize = 1_000_000;
/// The longest name of an object or a file.
const LONGEST_NAME: usize = 1000;
/// How deep components may lie in components.
const DEEPEST: usize = 16;
/// Most parts that are put together, and most objects and parts that are read: a packed file of a megabyte can hold tens of millions.
const MOST_PARTS: usize = 20_000;
const MOST_READ: usize = 200_000;
/// How deep elements may lie in elements: the reader remembers the name of each that is open. Models have seven.
const DEEPEST_ELEMENT: usize = 32;

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
    let most = MOST_BYTES.min(SMALL + MOST_TIMES * file.len() as u64);
    let mut archive = ZipArchive::new(Cursor::new(file)).map_err(|_| Broken::Truncated)?;
    let names: Vec<String> = archive
        .file_names()
        .filter_map(Result::ok)
        .map(|name| name.into_owned())
        .filter(|name| name.ends_with(".model"))
        .take(1000)
        .collect();
    let mut documents = BTreeMap::new();
    let mut left = most;
    let mut count = Count::default();
    for (place, name) in names.iter().enumerate() {
        progress(place as f64 / names.len() as f64);
        let entry = archive.by_name(name).map_err(|_| Broken::Truncated)?;
        let size = entry.size();
        if size > MOST_BYTES {
            return Err(Broken::TooMany);
        }
        let unfolded = Unfolded {
            input: BufReader::with_capacity(1 << 16, entry),
            left: &mut left,
            of_event: LONGEST,
        };
        documents.insert(plain(name), parse(Reader::from_reader(unfolded), size, &mut count)?);
    }
    let root = root(&mut archive).filter(|root| documents.contains_key(root)).or_else(|| {
        let building = documents.iter().find(|(_, document)| !document.build.is_empty());
        building.map(|(name, _)| name.clone())
    });
    let root = root.ok_or(Broken::Unknown)?;
    let mut welder = Welder::default();
    let Some(document) = documents.get(&root) else { return Err(Broken::Unknown) };
    let millimetres = millimetres(&document.unit)?;
    let mut parts = 0;
    for part in &document.build {
        place(&documents, &root, part, UNMOVED, 0, &mut parts, &mut welder)?;
    }
    let says_no_unit = document.unit.is_empty();
    drop(documents);
    let mut mesh = welder.finish()?;
    mesh.notes.extend(says_no_unit.then_some(Note::UnitByStandard));
    progress(1.0);
    Ok(Model { mesh, millimetres })
}

/// The units of the specification. One that is none of them could be anything, and a factor of 25.4 in length is one of 645 in area.
fn millimetres(unit: &str) -> Result<f64, Broken> {
    Ok(match unit {
        "micron" => 0.001,
        "" | "millimeter" => 1.0, // the specification's default
        "centimeter" => 10.0,
        "inch" => 25.4,
        "foot" => 304.8,
        "meter" => 1000.0,
        other => return Err(Broken::UnknownUnit(other.chars().take(LONGEST_UNIT).collect())),
    })
}

/// How much of an unknown unit is told.
const LONGEST_UNIT: usize = 40;

/// An input that ends with an error where it goes on for too long, as a whole or within what the reader holds at a time.
struct Unfolded<'a, R> {
    input: R,
    /// What all models together may still have.
    left: &'a mut u64,
    /// What an element, a text or a comment may still have.
    of_event: usize,
}

impl<R: BufRead> BufRead for Unfolded<'_, R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        let is_bounded = self.of_event > 0 && *self.left > 0;
        let bytes = self.input.fill_buf()?;
        if is_bounded || bytes.is_empty() {
            Ok(bytes)
        } else {
            Err(io::ErrorKind::FileTooLarge.into())
        }
    }

    fn consume(&mut self, count: usize) {
        self.of_event = self.of_event.saturating_sub(count);
        *self.left = self.left.saturating_sub(count as u64);
        self.input.consume(count);
    }
}

impl<R: BufRead> Read for Unfolded<'_, R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.fill_buf()?.read(into)?;
        self.consume(count);
        Ok(count)
    }
}

/// A name in the archive without the slash that some begin it with.
fn plain(name: &str) -> String {
    name.trim_start_matches('/').to_owned()
}

/// The model that the archive says is its root.
fn root(archive: &mut ZipArchive<Cursor<Vec<u8>>>) -> Option<String> {
    let mut text = Vec::new();
    archive.by_name("_rels/.rels").ok()?.take(LONGEST as u64).read_to_end(&mut text).ok()?;
    let mut reader = Reader::from_str(std::str::from_utf8(&text).ok()?);
    loop {
        match reader.read_event().ok()? {
            Event::Eof => return None,
            Event::Start(element) | Event::Empty(element)
                if attribute(&element, "Type").is_some_and(|kind| kind.ends_with("/3dmodel")) =>
            {
                return attribute(&element, "Target").map(|target| plain(&target));
            }
            _ => {}
        }
    }
}

fn attribute<'a>(element: &'a BytesStart, name: &str) -> Option<Cow<'a, str>> {
    let found = element
        .attributes()
        .with_checks(false)
        .filter_map(Result::ok)
        .find(|one| one.key.local_name().as_ref() == name)?;
    Some(found.value)
}

/// An attribute that is kept.
fn name(element: &BytesStart, attribute_name: &str) -> Option<String> {
    attribute(element, attribute_name)
        .filter(|name| name.len() <= LONGEST_NAME)
        .map(Cow::into_owned)
}

fn number<T: std::str::FromStr>(element: &BytesStart, name: &str) -> Option<T> {
    attribute(element, name)?.trim().parse().ok()
}

fn transform(element: &BytesStart) -> Option<Transform> {
    let Some(text) = attribute(element, "transform") else { return Some(UNMOVED) };
    let mut words = text.split_whitespace();
    let mut numbers = UNMOVED;
    for number in &mut numbers {
        *number = words.next()?.parse().ok().filter(|number: &f64| number.is_finite())?;
    }
    words.next().is_none().then_some(numbers)
}

fn part(element: &BytesStart) -> Option<Part> {
    Some(Part {
        file: name(element, "path").map(|path| plain(&path)),
        id: name(element, "objectid")?,
        transform: transform(element)?,
    })
}

/// How much of all files is read so far.
#[derive(Default)]
struct Count {
    triangles: usize,
    points: usize,
    /// Objects, components and items.
    others: usize,
}

impl Count {
    fn triangle(&mut self) -> Result<(), Broken> {
        self.triangles += 1;
        if self.triangles > MOST_TRIANGLES { Err(Broken::TooMany) } else { Ok(()) }
    }

    fn point(&mut self) -> Result<(), Broken> {
        self.points += 1;
        if self.points > MOST_POINTS { Err(Broken::TooMany) } else { Ok(()) }
    }

    fn other(&mut self) -> Result<(), Broken> {
        self.others += 1;
        if self.others > MOST_READ { Err(Broken::TooMany) } else { Ok(()) }
    }
}

/// Reads a model of so many bytes; what is in it counts to that of all files.
fn parse<R: BufRead>(
    mut reader: Reader<Unfolded<R>>,
    size: u64,
    count: &mut Count,
) -> Result<Document, Broken> {
    let mut document = Document::default();
    let mut open: Option<(String, Object)> = None;
    let mut depth = 0_usize;
    let mut held = Vec::new();
    let malformed =
        |at: u64| Broken::Malformed(u8::try_from(100 * at / size.max(1)).unwrap_or(100).min(100));
    loop {
        held.clear();
        reader.get_mut().of_event = LONGEST;
        let event = match reader.read_event_into(&mut held) {
            Ok(event) => event,
            Err(Error::Io(error)) if error.kind() == io::ErrorKind::FileTooLarge => {
                return Err(Broken::Bloated);
            }
            Err(Error::Io(_)) => return Err(Broken::Truncated),
            Err(_) => return Err(malformed(reader.buffer_position())),
        };
        let at = || malformed(reader.buffer_position());
        match event {
            Event::Start(_) if depth >= DEEPEST_ELEMENT => return Err(at()),
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        match event {
            Event::Eof => {
                return if open.is_some() { Err(Broken::Truncated) } else { Ok(document) };
            }
            Event::End(element) if element.local_name().as_ref() == "object" => {
                if let Some((id, object)) = open.take() {
                    document.objects.insert(id, object);
                }
            }
            Event::Start(element) | Event::Empty(element) => {
                match (element.local_name().as_ref(), &mut open) {
                    ("model", _) => {
                        document.unit =
                            attribute(&element, "unit").unwrap_or_default().trim().to_owned()
                    }
                    ("object", _) => {
                        count.other()?;
                        let kind = attribute(&element, "type").unwrap_or_default();
                        let object = Object {
                            is_support: matches!(kind.as_ref(), "support" | "solidsupport"),
                            ..Object::default()
                        };
                        open = Some((name(&element, "id").ok_or_else(at)?, object));
                    }
                    ("vertex", Some((_, object))) => {
                        let [x, y, z] = ["x", "y", "z"].map(|name| number::<f32>(&element, name));
                        let (Some(x), Some(y), Some(z)) = (x, y, z) else { return Err(at()) };
                        count.point()?;
                        object.points.push([x, y, z]);
                    }
                    ("triangle", Some((_, object))) => {
                        let [a, b, c] =
                            ["v1", "v2", "v3"].map(|name| number::<u32>(&element, name));
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
                }
            }
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
    let object = documents
        .get(file)
        .and_then(|document| document.objects.get(&part.id))
        .ok_or(Broken::Malformed(100))?;
    if object.is_support {
        return Ok(());
    }
    let transform = joined(&part.transform, &above);
    for triangle in &object.triangles {
        let [a, b, c] = triangle.map(|corner| {
            object.points.get(corner as usize).map(|point| moved(*point, &transform))
        });
        let (Some(a), Some(b), Some(c)) = (a, b, c) else { return Err(Broken::Malformed(100)) };
        // A mirror turns the way round.
        welder.add(if determinant(&transform) < 0.0 { [a, c, b] } else { [a, b, c] })?;
    }
    for below in &object.parts {
        place(documents, file, below, transform, depth + 1, parts, welder)?;
    }
    Ok(())
}

#[allow(
    clippy::cast_possible_truncation,
    reason = "corners are held as they come, in single precision"
)]
fn moved([x, y, z]: Point, [a, b, c, d, e, f, g, h, i, tx, ty, tz]: &Transform) -> Point {
    let (x, y, z) = (f64::from(x), f64::from(y), f64::from(z));
    [x * a + y * d + z * g + tx, x * b + y * e + z * h + ty, x * c + y * f + z * i + tz]
        .map(|number| number as f32)
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
        [
            x * a + y * d + z * g + s * tx,
            x * b + y * e + z * h + s * ty,
            x * c + y * f + z * i + s * tz,
        ]
    };
    let ([r0, r1, r2], [r3, r4, r5], [r6, r7, r8], [r9, r10, r11]) = (
        turned(a, b, c, false),
        turned(d, e, f, false),
        turned(g, h, i, false),
        turned(x, y, z, true),
    );
    [r0, r1, r2, r3, r4, r5, r6, r7, r8, r9, r10, r11]
}
