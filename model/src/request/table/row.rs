//! One row: each cell read for its field, and what the row lacks.

use super::words::{
    BESIDE_SIZE, DIFFERENT, MASS_FOLLOWS, MAY_CHANGE_THE_PRICE, MAYBE_COATING, NO_INCH_THREAD,
    NO_NUMBERS, NO_SHAPE, NO_SIZE, NO_SUCH_SIZE, READ_AS_WORD, SHAPE_OF_SEVERAL, STEEL,
    THINNEST_PART_MM, WORDS, finish, is_carbon_steel, is_colour, with_points,
};
use super::{Fields, MISSING, Missing, NO_COATING, Note, Wrong, label, shortened};
use crate::calculator::part::{SIZES, Shape, nominal_diameter};
use crate::calculator::{Field, Kind, Problem};
use crate::data::Listed;
use crate::data::fasteners::Thread;
use crate::entry::{Entries, Entry, numbers_of, typed};
use crate::import::numbers::DecimalSign;
use crate::import::sheet::Cell;
use crate::plating::designation;
use crate::request::cells::{Style, amount, pieces, read_as};
use crate::request::heads::{Column, Wish, wishes};
use crate::request::size::{self, Said, Unsized, bare};
use crate::units::{Dimension, parse_number};
use crate::words::{Arg, Phrase, Text, phrase, text};
use serde_json::Value;

/// A size that waits until the shape is known: what was said, its cell, and the unit of its head.
pub(super) type Sized = (Said, String, (usize, f64));

/// A row being read.
pub(super) struct Line {
    pub(super) fields: Fields,
    pub(super) row: usize,
    pub(super) entries: Entries,
    /// From which cell each entry comes.
    pub(super) heads: Vec<(&'static str, String)>,
    pub(super) wrong: Vec<Wrong>,
    pub(super) notes: Vec<Note>,
    /// What the part is called.
    pub(super) item: Option<String>,
    /// Whether a column of the table is for the shape.
    pub(super) has_shape: bool,
}

impl Line {
    pub(super) fn wrong(&mut self, label: Text, cell: &str, message: Phrase) {
        self.wrong.push(Wrong {
            row: self.row,
            label: Some(label),
            cell: shortened(cell),
            message,
            head: None,
        });
    }

    pub(super) fn note(&mut self, label: Text, message: Phrase) {
        self.notes.push(Note { row: self.row, label, message, head: None });
    }

    /// Whether a text that no field takes asks for something that costs and that the row says nowhere else; then it has no price.
    pub(super) fn asks(&mut self, head: &str, text: &str, is_name: bool) -> bool {
        if self.field("designation").is_none() {
            return false;
        }
        let has = |any: &[&str]| any.iter().any(|name| self.entries.contains_key(name));
        let is_open = |wish: Wish| match wish {
            Wish::Steel => !has(&["tensile_strength_mpa", "hardness_hrc"]),
            Wish::Film => !has(&["passivate"]),
            Wish::Sealer => !has(&["top_coat"]),
            Wish::Other => true,
        };
        let is = wishes(head, text, is_name).into_iter().any(is_open);
        if is {
            let message =
                phrase(MAY_CHANGE_THE_PRICE, [head, text].map(|one| Arg::Name(shortened(one))));
            let cell = shortened(text);
            self.wrong.push(Wrong { row: self.row, label: None, cell, message, head: None });
        }
        is
    }

    pub(super) fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// Names the row where nothing else does.
    pub(super) fn put_name(&mut self, name: &str) {
        if let Some(field) = self.field("name") {
            self.entries.entry(field.name).or_insert_with(|| Entry::plain(name));
        }
    }

    /// Puts an entry where it belongs; two that differ are wrong.
    pub(super) fn put(&mut self, field: &'static Field, entry: Entry, cell: &str) {
        let Some(before) = self.entries.get(field.name) else {
            self.entries.insert(field.name, entry);
            self.heads.push((field.name, cell.to_owned()));
            return;
        };
        if field.name != "name" && !same(field, before, &entry) {
            let first = self
                .heads
                .iter()
                .find(|(name, _)| *name == field.name)
                .map(|(_, cell)| shortened(cell))
                .unwrap_or_default();
            self.wrong(
                field.label,
                cell,
                phrase(DIFFERENT, [Arg::Name(first), Arg::Name(shortened(cell))]),
            );
        }
    }

    pub(super) fn read_field(
        &mut self,
        field: &'static Field,
        cell: &Cell,
        column: &Column,
        style: Style,
    ) -> Result<(), Phrase> {
        let written = cell.text();
        // A colour alone in the column of the coating is a passivation and no code.
        if let ("designation", Some(passivate)) =
            (field.name, self.field("passivate").filter(|_| is_colour(&written)))
        {
            return self.read_field(passivate, cell, column, style);
        }
        let read = |value: Value| {
            field.kind.read(&value).map_err(|fault| Problem::new(field.name, fault).message())
        };
        let entry = match field.kind {
            Kind::Number { .. } | Kind::Numbers { .. }
                if matches!(field.name, "quantities" | "pieces") =>
            {
                let (found, note) = match cell {
                    Cell::Number(number) if (number * column.unit.1).fract() == 0.0 => {
                        (vec![number * column.unit.1], None)
                    }
                    _ => pieces(&written, column.unit.1, style)?,
                };
                let single = matches!(field.kind, Kind::Number { .. });
                match found.as_slice() {
                    [value] if single => read((*value).into())?,
                    _ => read(found.iter().map(|value| Value::from(*value)).collect())?,
                };
                if let Some(note) = note {
                    self.note(field.label, note);
                }
                let text = found.iter().map(|value| typed(*value)).collect::<Vec<_>>().join(" ");
                // What would be typed so stays as it was typed.
                Entry::plain(
                    if found.len() == 1
                        && parse_number(&written) == Ok(found.first().copied().unwrap_or_default())
                        && !written.contains(',')
                    {
                        written.clone().into_owned()
                    } else {
                        text
                    },
                )
            }
            Kind::Number { dimension, .. } => {
                let (text, value, unit) = match cell {
                    Cell::Number(number) => {
                        (typed(number * column.unit.1), number * column.unit.1, column.unit.0)
                    }
                    _ => {
                        let amount = amount(&written, dimension, column.unit, style)?;
                        if let Some(note) = amount.note {
                            self.note(field.label, note);
                        }
                        (amount.text, amount.value, amount.unit)
                    }
                };
                read(dimension.unit(unit).to_canonical(value).into())?;
                Entry::number(text, unit)
            }
            Kind::Choice(options) => {
                let words = bare(&written);
                if words.is_empty() {
                    return Ok(()); // a dash
                }
                let all = options();
                let meant = all.iter().find(|(id, name)| {
                    bare(id) == words || bare(name.en) == words || bare(name.zh) == words
                });
                let word = WORDS
                    .iter()
                    .find(|(of, word, _)| *of == field.name && *word == words)
                    .filter(|_| meant.is_none());
                let by_word = word.and_then(|(.., id)| all.iter().find(|(one, _)| one == id));
                if let Some((_, name)) = by_word {
                    self.note(
                        field.label,
                        phrase(READ_AS_WORD, [Arg::Name(shortened(&written)), Arg::Text(*name)]),
                    );
                }
                match meant.or(by_word) {
                    Some((id, _)) => Entry::plain(*id),
                    None if field.name == "material" && is_carbon_steel(&words) => {
                        let steel = options()
                            .into_iter()
                            .find(|(id, _)| *id == STEEL)
                            .map_or(text("steel", "钢"), |(_, name)| name);
                        self.note(
                            field.label,
                            phrase(
                                READ_AS_WORD,
                                [Arg::Name(shortened(&written)), Arg::Text(steel)],
                            ),
                        );
                        Entry::plain(STEEL)
                    }
                    // A finish as codes and their words have it.
                    None if field.name == "passivate" => {
                        let said = finish(&written);
                        let sealer = self.field("top_coat").filter(|_| {
                            said.as_ref().is_some_and(|said| {
                                said.is_sealed() && said.film == designation::Film::Unsaid
                            })
                        });
                        if let Some(sealer) = sealer {
                            return self.read_field(sealer, &Cell::of("sealed"), column, style);
                        }
                        let meant = said.and_then(|said| Some(said.passivate_assumed()?.0));
                        let Some(meant) = meant else {
                            read(written.as_ref().into())?;
                            return Ok(());
                        };
                        self.note(
                            field.label,
                            phrase(
                                READ_AS_WORD,
                                [Arg::Name(shortened(&written)), Arg::Text(meant.name)],
                            ),
                        );
                        Entry::plain(meant.id)
                    }
                    None => read(written.as_ref().into()).map(|_| Entry::plain(written.clone()))?,
                }
            }
            Kind::Text
                if field.name == "designation"
                    && style.certain
                    && style.decided.sign == DecimalSign::Comma
                    && with_points(&written).is_some() =>
            {
                let code = with_points(&written).unwrap_or_default();
                self.note(field.label, read_as(&written, &code));
                read(code.as_str().into()).map(|_| Entry::plain(code))?
            }
            Kind::Text | Kind::LongText | Kind::Date => {
                read(written.as_ref().into()).map(|_| Entry::plain(written.clone()))?
            }
            Kind::Numbers { dimension, .. } => {
                read(numbers_of(&written, dimension).ok_or(NO_NUMBERS)?)
                    .map(|_| Entry::plain(written.clone()))?
            }
            _ => {
                return Err(text(
                    "This column cannot be taken from a table.",
                    "该列不能从表格导入。",
                )
                .into());
            }
        };
        self.put(field, entry, &written);
        Ok(())
    }

    pub(super) fn read_size(&mut self, cell: &str, column: &Column, said: &mut Option<Sized>) {
        match size::size(cell) {
            Ok(found) => self.hold(found, cell, column.unit, said),
            // A description in the column of sizes: `六角螺栓 M8×30`.
            Err(why) => match size::description(cell) {
                Some(Ok(found)) => self.hold(found, cell, column.unit, said),
                _ => self.tell_unsized(&why, cell),
            },
        }
    }

    /// Keeps a size until the shape is known; a second one has to say the same.
    pub(super) fn hold(
        &mut self,
        found: Said,
        cell: &str,
        unit: (usize, f64),
        said: &mut Option<Sized>,
    ) {
        match said {
            None => *said = Some((found, cell.to_owned(), unit)),
            Some((before, first, _)) if before.agrees(&found) => {
                let _ = first;
                before.complete(&found);
            }
            Some((_, first, _)) => {
                let message =
                    phrase(DIFFERENT, [Arg::Name(shortened(first)), Arg::Name(shortened(cell))]);
                self.wrong(label(self.fields, "thread"), cell, message);
            }
        }
    }

    pub(super) fn tell_unsized(&mut self, why: &Unsized, cell: &str) {
        let message = match (why, self.field("thread")) {
            (Unsized::Beside(rest), _) => phrase(BESIDE_SIZE, [Arg::Name(shortened(rest))]),
            (Unsized::Thread(name), Some(_)) if !name.starts_with(['M', 'm']) => {
                phrase(NO_INCH_THREAD, [Arg::Name(name.clone())])
            }
            (Unsized::Thread(name), Some(field)) => {
                match field.kind.read(&Value::from(name.as_str())) {
                    Err(fault) => Problem::new(field.name, fault).message(),
                    Ok(_) => NO_SIZE.into(),
                }
            }
            _ => NO_SIZE.into(),
        };
        self.wrong(label(self.fields, "thread"), cell, message);
    }

    pub(super) fn read_shape(
        &mut self,
        field: &'static Field,
        cell: &str,
        said: &mut Option<Sized>,
    ) {
        match size::description(cell) {
            Some(Ok(found)) => self.hold(found, cell, (0, 1.0), said),
            Some(Err(why)) => self.tell_unsized(&why, cell),
            None => {
                let cell_name = Arg::Name(shortened(cell));
                let [en, zh] = shapes_called(cell);
                let message = if en.is_empty() {
                    phrase(NO_SHAPE, [cell_name])
                } else {
                    phrase(SHAPE_OF_SEVERAL, [cell_name, Arg::Name(en), Arg::Name(zh)])
                };
                self.wrong(field.label, cell, message);
            }
        }
    }

    /// What a part is called may say its shape; a name that does not is a name.
    pub(super) fn read_item(&mut self, item: &str, said: &mut Option<Sized>) {
        match size::description(item) {
            Some(Ok(found)) => {
                if let (Some(field), Some(shape)) = (self.field("shape"), found.shape) {
                    self.note(
                        field.label,
                        phrase(READ_AS_WORD, [Arg::Name(shortened(item)), Arg::Text(shape.name())]),
                    );
                }
                self.hold(found, item, (0, 1.0), said);
            }
            Some(Err(why)) => self.tell_unsized(&why, item),
            None => {}
        }
    }

    /// Puts what a size says into the fields of its shape.
    pub(super) fn apply(&mut self, said: &Said, cell: &str, (unit, times): (usize, f64)) {
        if let (Some(field), Some(shape)) = (self.field("shape"), said.shape) {
            self.put(field, Entry::plain(shape.id()), cell);
        }
        if let (Some(field), Some(edition)) = (self.field("head_edition"), said.edition) {
            self.put(field, Entry::plain(edition.id()), cell);
        }
        if let (Some(field), Some(thread)) = (self.field("thread"), said.thread) {
            self.put(field, Entry::plain(thread.id), cell);
        }
        if let (Some(field), Some(pitch)) = (self.field("pitch_mm"), said.pitch_mm) {
            self.put(field, Entry::plain(typed(pitch)), cell);
        }
        let shape = said.shape.or_else(|| {
            self.entries.get("shape").and_then(|entry| Shape::find(&entry.text)).copied()
        });
        let sizes: Vec<f64> = said.sizes.iter().flatten().copied().collect();
        let names: &[&str] = match (shape, sizes.len(), said.is_round) {
            (_, 0, _) => &[],
            (Some(shape), 1, false)
                if said.thread.is_some() && (shape.is_screw() || shape == Shape::ThreadedRod) =>
            {
                &["length_mm"]
            }
            (None, 1, false) if said.thread.is_some() => &["length_mm"],
            (Some(Shape::Plate | Shape::Sheet), 3, false) => {
                &["length_mm", "width_mm", "thickness_mm"]
            }
            (Some(Shape::Cuboid), 3, false) => &["length_mm", "width_mm", "height_mm"],
            (Some(Shape::Rod | Shape::Wire), 2, _) => &["diameter_mm", "length_mm"],
            (Some(Shape::Disc), 2, _) => &["diameter_mm", "thickness_mm"],
            _ => {
                self.wrong(label(self.fields, "thread"), cell, NO_SIZE.into());
                return;
            }
        };
        // Behind a thread the sizes are in its own unit, whatever the head says.
        let (unit, times) =
            if said.thread.is_some() { (usize::from(said.in_inches), 1.0) } else { (unit, times) };
        let mut told: Vec<String> = said.thread.iter().map(|thread| thread.id.to_owned()).collect();
        if let (Some(first), Some(pitch)) = (told.first_mut(), said.pitch_mm) {
            *first = [first, "×", &typed(pitch)].concat();
        }
        for (name, value) in names.iter().zip(sizes) {
            let Some(field) = self.field(name) else { continue };
            let Kind::Number { dimension, .. } = field.kind else { continue };
            let value = value * times;
            match field.kind.read(&dimension.unit(unit).to_canonical(value).into()) {
                Ok(_) => self.put(field, Entry::number(typed(value), unit), cell),
                Err(fault) => {
                    self.wrong(field.label, cell, Problem::new(field.name, fault).message())
                }
            }
            told.push([&typed(value), " ", dimension.unit(unit).symbol].concat());
        }
        // A thread alone is read as it stands.
        if told.len() > 1
            || (said.thread.is_none() && !told.is_empty())
            || said
                .thread
                .is_some_and(|thread| bare(thread.id) != bare(cell) && said.shape.is_none())
        {
            self.note(label(self.fields, "thread"), read_as(cell, &told.join(" × ")));
        }
    }

    /// Sizes that the shape does not have. A thin one may be that of the coating, and then it is not clear what is asked for.
    pub(super) fn tell_sizes(&mut self) {
        let Some(shape) =
            self.entries.get("shape").and_then(|entry| Shape::find(&entry.text)).copied()
        else {
            return;
        };
        let counts = |name: &str| {
            shape.sizes().contains(&name) || (name == "thickness_mm" && shape == Shape::Cuboid)
        };
        self.tell_unused(shape);
        let is_coated =
            ["designation", "thickness_um"].iter().any(|name| self.entries.contains_key(name));
        for field in
            self.fields.iter().filter(|field| SIZES.contains(&field.name) && !counts(field.name))
        {
            let (Kind::Number { dimension, .. }, Some(entry)) =
                (field.kind, self.entries.get(field.name))
            else {
                continue;
            };
            let value = parse_number(&entry.text)
                .map(|number| dimension.unit(entry.unit).to_canonical(number));
            let is_thin = field.name == "thickness_mm"
                && (!is_coated || value.is_ok_and(|mm| mm < THINNEST_PART_MM));
            let cell = self
                .heads
                .iter()
                .find(|(name, _)| *name == field.name)
                .map(|(_, cell)| cell.clone())
                .unwrap_or_default();
            if is_thin && self.field("designation").is_some() {
                self.wrong(field.label, &cell, phrase(MAYBE_COATING, [Arg::Text(shape.name())]));
            } else {
                self.note(
                    field.label,
                    phrase(NO_SUCH_SIZE, [Arg::Text(shape.name()), Arg::Name(shortened(&cell))]),
                );
            }
        }
    }

    /// What else was given of a part and its shape does not use; a diameter that contradicts the thread.
    fn tell_unused(&mut self, shape: Shape) {
        let cell_of = |line: &Self, name: &str| {
            let cell = line.heads.iter().find(|(one, _)| *one == name);
            cell.map(|(_, cell)| shortened(cell)).unwrap_or_default()
        };
        for (name, is_used, words) in [
            ("mass_g", shape == Shape::ByMass, MASS_FOLLOWS),
            ("thread", shape.has_thread(), NO_SUCH_SIZE),
        ] {
            if let (false, true, Some(field)) =
                (is_used, self.entries.contains_key(name), self.field(name))
            {
                let cell = Arg::Name(cell_of(self, name));
                self.note(field.label, phrase(words, [Arg::Text(shape.name()), cell]));
            }
        }
        let thread = self.entries.get("thread").and_then(|entry| Thread::find(&entry.text));
        let diameter = self.entries.get("diameter_mm").and_then(|entry| {
            let unit = Dimension::Length.unit(entry.unit);
            Some(unit.to_canonical(parse_number(&entry.text).ok()?))
        });
        let (Some(thread), Some(diameter), Some(field), true) = (
            thread,
            diameter,
            self.field("diameter_mm"),
            shape.has_thread() && shape.sizes().contains(&"diameter_mm"),
        ) else {
            return;
        };
        let nominal = nominal_diameter(thread);
        // A bolt as it is measured is a little thinner than its name; no two threads lie so near each other.
        if (diameter - nominal).abs() > 0.04 * nominal {
            let [of_thread, own] = ["thread", "diameter_mm"].map(|name| cell_of(self, name));
            let message = phrase(DIFFERENT, [Arg::Name(of_thread), Arg::Name(own.clone())]);
            self.wrong(field.label, &own, message);
        }
    }

    /// What the row lacks to ask for something: a shape, the sizes that it needs, how many, and in what it is plated.
    pub(super) fn missing(&self) -> Vec<Missing> {
        let mut missing = Vec::new();
        let mut need = |any: &[&str], message: &dyn Fn() -> Phrase| {
            let first = any.iter().find_map(|name| self.field(name));
            // What is wrong in a cell is not missing as well.
            let is_wrong = |name: &str| {
                self.field(name).is_some_and(|field| {
                    self.wrong.iter().any(|wrong| wrong.label == Some(field.label))
                })
            };
            if let Some(first) = first.filter(|_| {
                !any.iter().any(|name| self.entries.contains_key(name) || is_wrong(name))
            }) {
                missing.push(Missing { row: self.row, label: first.label, message: message() });
            }
        };
        // Where no column is for the shape, the name was to say it.
        let item = self.item.as_ref().filter(|_| !self.has_shape);
        need(&["shape"], &|| {
            item.map_or_else(
                || MISSING.into(),
                |item| phrase(NO_SHAPE, [Arg::Name(shortened(item))]),
            )
        });
        if let Some(shape) = self.entries.get("shape").and_then(|entry| Shape::find(&entry.text)) {
            needs(*shape).iter().for_each(|any| need(any, &|| MISSING.into()));
        }
        need(&["quantities", "pieces"], &|| MISSING.into());
        need(&["designation", "thickness_um"], &|| NO_COATING.into());
        missing
    }
}

/// Shapes in whose names a word stands, in English and in Chinese; nothing where there is none: `bolt`, `螺栓`, `screw`.
fn shapes_called(word: &str) -> [String; 2] {
    let word = bare(word);
    let word = word.strip_suffix('s').unwrap_or(&word);
    let is_long = word.chars().count() >= if word.is_ascii() { 3 } else { 2 };
    let called: Vec<Text> = Shape::all()
        .iter()
        .map(|shape| shape.name())
        .filter(|name| is_long && [name.en, name.zh].iter().any(|name| bare(name).contains(word)))
        .collect();
    let listed = |of: fn(&Text) -> &'static str| called.iter().map(of).collect::<Vec<_>>();
    [listed(|name| name.en).join(", "), listed(|name| name.zh).join("、")]
}

/// What has to be said of a shape before its area is that of the part and not of an example; of each group one.
pub(super) const fn needs(shape: Shape) -> &'static [&'static [&'static str]] {
    match shape {
        Shape::Plate | Shape::Sheet => &[&["length_mm"], &["width_mm"], &["thickness_mm"]],
        Shape::Disc => &[&["diameter_mm"], &["thickness_mm"]],
        Shape::Tube => &[&["outer_diameter_mm"], &["inner_diameter_mm"], &["length_mm"]],
        Shape::Rod | Shape::Wire => &[&["diameter_mm"], &["length_mm"]],
        Shape::Cuboid => &[&["length_mm"], &["width_mm"], &["height_mm", "thickness_mm"]],
        Shape::Profile => &[&["perimeter_mm"], &["section_area_mm2"], &["length_mm"]],
        Shape::Washer => &[
            &["thread", "outer_diameter_mm"],
            &["thread", "inner_diameter_mm"],
            &["thread", "thickness_mm"],
        ],
        Shape::HexNut => &[&["thread"]],
        Shape::HexBolt | Shape::SocketScrew | Shape::CountersunkScrew | Shape::ThreadedRod => {
            &[&["thread"], &["length_mm"]]
        }
        Shape::Mesh => &[&["mesh_area_dm2"]],
        Shape::ByMass => &[&["area_m2_per_kg"], &["mass_g"]],
    }
}

/// Whether two entries of a field say the same; quantities to a part in a hundred, since units are rounded.
pub(super) fn same(field: &Field, one: &Entry, other: &Entry) -> bool {
    let Kind::Number { dimension, .. } = field.kind else {
        return one.text.trim().eq_ignore_ascii_case(other.text.trim());
    };
    let value = |entry: &Entry| {
        parse_number(&entry.text).map(|number| dimension.unit(entry.unit).to_canonical(number)).ok()
    };
    match (value(one), value(other)) {
        (Some(one), Some(other)) => (one - other).abs() <= 0.01 * one.abs(),
        _ => false,
    }
}
