//! The table of a calculator's inputs, derived from a struct: JSON names, kinds, ranges and words.
//! Every field is optional: an input that is not given takes its default, and one that is given
//! must stay recognisable as such.

use super::Origin;
use super::field_layout::{Group, Layout};
use super::problem::{Fault, Problem};
use super::typed;
use crate::data::{Fact, Listed, threads};
use crate::units::packed::{self, Column, Packed};
use crate::units::{Dimension, Quantity};
use crate::words::{Text, text};
use jiff::civil::Date;
use serde_json::{Map, Value};
use std::marker::PhantomData;

/// One input: its name, words, kind and possible range. Its help stands apart, since a page is shown before anybody asks for it: [`InputTable::help`].
#[derive(Clone, Copy)]
pub struct Field {
    /// JSON name; ends in its unit. A dot in it is a step into an object: `overrides.own.voltage_v`.
    pub name: &'static str,
    /// What it belongs to where there are several of a kind, such as a process.
    pub of: Option<Text>,
    /// As shown beside the field.
    pub label: Text,
    /// What kind of value.
    pub kind: Kind,
    /// Whether it can be in doubt: only figures of the world are varied by analysis and counted as estimates.
    pub nature: Nature,
    /// How it stands on a page.
    pub layout: Layout,
}

impl Field {
    /// Whether a value of it is an estimate and to be marked as one: a default about the world that no source supports.
    pub fn is_estimate(&self, origin: Origin, fact: Option<&Fact>) -> bool {
        self.nature.is_of_the_world()
            && origin == Origin::Default
            && fact.is_some_and(|fact| fact.sure.is_weak())
    }
}

/// What a field says: something about the world, which can be in doubt, or something that the visitor decides or knows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Nature {
    /// A figure of the world: an efficiency, a ratio, a price. Its default has a source or is an estimate, and its range is a doubt.
    World,
    /// What is ordered, chosen or set: a thickness, a quantity, a margin, a current density. A range beside it is a usual window, no doubt.
    Decision,
    /// What the visitor has and knows: the length of a part, the size of a tank. A default only lets the page show something.
    Example,
}

impl Nature {
    /// Whether its value can be in doubt.
    pub const fn is_of_the_world(self) -> bool {
        matches!(self, Self::World)
    }
}

/// What kind of value a field takes.
#[derive(Clone, Copy)]
pub enum Kind {
    /// A number of a dimension, between two possible values (canonical units).
    Number {
        /// Which quantity.
        dimension: Dimension,
        /// Lowest possible value.
        min: f64,
        /// Highest possible value.
        max: f64,
    },
    /// One row of a list.
    Choice(fn() -> Vec<(&'static str, Text)>),
    /// Several rows of a list, each once, between a least and a greatest number of them.
    Several(fn() -> Vec<(&'static str, Text)>, usize, usize),
    /// A short text.
    Text,
    /// A text of many lines: terms of payment are a paragraph.
    LongText,
    /// A day of the calendar, year-month-day.
    Date,
    /// What was written down by a calculator itself and is read by it again: too long for a link, and nothing that a person types.
    Record,
    /// Points of an efficiency curve: current density in A/dm² and efficiency from 0 to 1.
    Curve,
    /// So many numbers of a dimension, each between two possible values: the months of a year, the hours of a day, the breaks of a price.
    Numbers {
        /// Which quantity.
        dimension: Dimension,
        /// Fewest of them.
        least: usize,
        /// How many at most; exactly so many where it is the fewest too.
        count: usize,
        /// Lowest possible value.
        min: f64,
        /// Highest possible value.
        max: f64,
    },
    /// The hours of a year in columns, packed into a text: what is left of a file. Too long for a link.
    Hours(&'static [Column]),
    /// Rows that have fields of their own, between a least and a greatest number of them: the parts of a load, the lines of a quote.
    Rows {
        /// The fields of a row.
        fields: fn() -> &'static [Field],
        /// Fewest rows.
        least: usize,
        /// Most rows.
        most: usize,
    },
}

/// Longest text, letters: terms of payment are a paragraph.
pub const LONGEST_TEXT: usize = 600;
/// Longest record, bytes: the prices of two hundred lines.
pub const LONGEST_RECORD: usize = 60_000;

const A_TEXT: Text = text("a text", "文本");
const A_LIST: Text = text("a list", "列表");
const POINTS: Text = text("a list of points", "数据点列表");
const AN_OBJECT: Text = text("an object", "对象");

impl Kind {
    /// A number, or numbers, between other possible values; any other kind as it is.
    pub const fn within(self, lowest: f64, highest: f64) -> Self {
        match self {
            Self::Number { dimension, .. } => Self::Number { dimension, min: lowest, max: highest },
            Self::Numbers { dimension, least, count, .. } => {
                Self::Numbers { dimension, least, count, min: lowest, max: highest }
            }
            other => other,
        }
    }

    /// Reads a value of this kind, whatever type it will take. Written once and not once for each type: this is what weighs in the browser.
    ///
    /// # Errors
    /// What is wrong with the value.
    pub fn read(self, value: &Value) -> Result<Reading, Fault> {
        match self {
            Self::Number { dimension, min, max } => {
                let number = typed::number(value, dimension)?;
                if number.is_finite() && (min..=max).contains(&number) {
                    Ok(Reading::Number(number))
                } else {
                    Err(Fault::OutOfRange(dimension, min, max))
                }
            }
            Self::Choice(options) => read_choice(value, &options()).map(Reading::Choice),
            Self::Several(options, least, most) => {
                read_several(value, &options(), least, most).map(Reading::Several)
            }
            Self::Text | Self::LongText => {
                text_of(value, |text| text.chars().count(), LONGEST_TEXT)
            }
            Self::Date => typed::date(value).map(Reading::Date),
            Self::Record => text_of(value, str::len, LONGEST_RECORD),
            Self::Curve => read_curve(value).map(Reading::Curve),
            Self::Numbers { dimension, least, count, min, max } => {
                read_numbers(value, dimension, least, count, min, max).map(Reading::Numbers)
            }
            Self::Hours(columns) => value
                .as_str()
                .and_then(|text| packed::unpack(text, columns))
                .map(Reading::Hours)
                .ok_or(Fault::BadHours),
            Self::Rows { .. } => Err(Fault::WrongKind(A_LIST)), // read row by row, since several of them can be wrong
        }
    }
}

fn text_of(value: &Value, length: fn(&str) -> usize, most: usize) -> Result<Reading, Fault> {
    let text = value.as_str().ok_or(Fault::WrongKind(A_TEXT))?;
    if length(text) <= most {
        Ok(Reading::Text(text.to_owned()))
    } else {
        Err(Fault::TooLong(length(text), most))
    }
}

fn read_choice(value: &Value, options: &[(&'static str, Text)]) -> Result<usize, Fault> {
    let given = value.as_str().ok_or(Fault::WrongKind(A_TEXT))?;
    let unknown = || {
        let given: String = given.chars().take(40).collect();
        match nearest(&given, &mut options.iter().map(|(id, _)| *id))
            .filter(|near| is_meant(&given, near))
        {
            Some(near) => Fault::UnknownChoice(given, Some(near)),
            None => Fault::NotAmong(given, options.iter().map(|(id, _)| *id).collect()),
        }
    };
    let place = |id: &str| options.iter().position(|(one, _)| *one == id);
    if place("3A").is_some() && threads::is_internal(given) {
        return Err(INTERNAL_THREAD);
    }
    // Threads and their tolerances are written in many ways.
    place(given)
        .or_else(|| threads::thread_id(given).and_then(place))
        .or_else(|| threads::position_id(given).and_then(place))
        .ok_or_else(unknown)
}

const INTERNAL_THREAD: Fault = Fault::Own(
    "internal_thread",
    text(
        "This is a tolerance of nuts and other internal threads (G, H, 2B and the like), for which there is no room in this table. Choose that of the bolt: e, f, g or h, of inch threads 1A, 2A or 3A.",
        "这是螺母等内螺纹的公差带（G、H、2B 等），本表没有内螺纹的镀层间隙。请选择螺栓的公差带：公制 e、f、g、h，英制 1A、2A、3A。",
    ),
);

/// Whether a near name can be meant: a slip of the finger changes letters of a word. Other figures are another size, and of a name of a few
/// letters any other is near.
fn is_meant(given: &str, near: &str) -> bool {
    let figures = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    given.eq_ignore_ascii_case(near)
        || (given.chars().count() > 3 && figures(given) == figures(near))
}

fn read_several(
    value: &Value,
    options: &[(&'static str, Text)],
    least: usize,
    most: usize,
) -> Result<Vec<usize>, Fault> {
    let mut chosen = Vec::new();
    for one in value.as_array().ok_or(Fault::WrongKind(A_LIST))? {
        let position = read_choice(one, options)?;
        if chosen.contains(&position) {
            return Err(Fault::HowMany(least, most));
        }
        chosen.push(position);
    }
    if (least..=most).contains(&chosen.len()) {
        Ok(chosen)
    } else {
        Err(Fault::HowMany(least, most))
    }
}

fn read_curve(value: &Value) -> Result<Curve, Fault> {
    let point = |pair: &Value| match pair.as_array().map(Vec::as_slice) {
        Some([j, efficiency]) => Some((j.as_f64()?, efficiency.as_f64()?)),
        _ => None,
    };
    let points: Option<Vec<_>> =
        value.as_array().ok_or(Fault::WrongKind(POINTS))?.iter().map(point).collect();
    let points = points.ok_or(Fault::BadCurve)?;
    let rising = points.windows(2).all(|pair| matches!(pair, [(a, _), (b, _)] if a < b));
    let possible = points
        .iter()
        .all(|&(j, efficiency)| (1e-4..=1e4).contains(&j) && efficiency > 0.0 && efficiency <= 1.0);
    if rising && possible && (1..=40).contains(&points.len()) {
        Ok(Curve(points))
    } else {
        Err(Fault::BadCurve)
    }
}

fn read_numbers(
    value: &Value,
    dimension: Dimension,
    least: usize,
    count: usize,
    min: f64,
    max: f64,
) -> Result<Vec<f64>, Fault> {
    let given = value.as_array().ok_or(Fault::WrongKind(A_LIST))?;
    if !(least..=count).contains(&given.len()) {
        return Err(Fault::HowManyNumbers(least, count));
    }
    let number = |value: &Value| match value {
        Value::Number(_) | Value::String(_) => typed::number(value, dimension),
        _ => Err(Fault::HowManyNumbers(least, count)),
    };
    let numbers: Vec<f64> = given.iter().map(number).collect::<Result<_, _>>()?;
    if numbers.iter().all(|number| number.is_finite() && (min..=max).contains(number)) {
        Ok(numbers)
    } else {
        Err(Fault::OutOfRange(dimension, min, max))
    }
}

/// The name of a field in a row, as problems name it: rows count from one, `lines.3.thread`.
pub fn cell_name(table: &str, row: usize, field: &str) -> String {
    format!("{table}.{}.{field}", row + 1)
}

/// Reads rows, going on after a problem; what is wrong is told by the name of its cell. A row holds what could be read.
fn read_rows(
    name: &str,
    value: &Value,
    fields: &'static [Field],
    least: usize,
    most: usize,
    problems: &mut Vec<Problem>,
) -> Option<Reading> {
    let Some(given) = value.as_array() else {
        problems.push(Problem::new(name, Fault::WrongKind(A_LIST)));
        return None;
    };
    if !(least..=most).contains(&given.len()) {
        problems.push(Problem::new(name, Fault::HowManyRows(least, most)));
        return None;
    }
    let mut rows = Vec::with_capacity(given.len());
    for (row, value) in given.iter().enumerate() {
        let mut readings = Vec::new();
        let Some(cells) = value.as_object() else {
            problems.push(Problem::new(format!("{name}.{}", row + 1), Fault::WrongKind(AN_OBJECT)));
            rows.push(readings); // those that follow keep their places
            continue;
        };
        for (cell, value) in
            flat(cells).iter().filter(|(cell, value)| !says_nothing(fields, cell, value))
        {
            let reading = position(fields, cell, problems.len())
                .and_then(|(place, field)| Ok((place, field.kind.read(value)?)));
            match reading {
                Ok(reading) => readings.push(reading),
                Err(fault) => problems.push(Problem::new(cell_name(name, row, cell), fault)),
            }
        }
        rows.push(readings);
    }
    Some(Reading::Rows(rows))
}

/// Problems beyond which the name that was meant is not sought any more: a file of nothing but unknown names would take many seconds.
const MOST_HELPED: usize = 20;

/// Where a field of a name stands among others; how many problems there are so far.
fn position(
    fields: &'static [Field],
    name: &str,
    problems: usize,
) -> Result<(usize, &'static Field), Fault> {
    let near = || {
        if problems < MOST_HELPED {
            nearest(name, &mut fields.iter().map(|field| field.name))
        } else {
            None
        }
    };
    let unknown = || Fault::UnknownField(near());
    fields.iter().enumerate().find(|(_, field)| field.name == name).ok_or_else(unknown)
}

/// A value that was read, before it takes its type.
#[derive(Clone, PartialEq, Debug)]
pub enum Reading {
    /// A number in the canonical unit.
    Number(f64),
    /// The position of a row in its list.
    Choice(usize),
    /// The positions of rows in their list.
    Several(Vec<usize>),
    /// A text.
    Text(String),
    /// A day.
    Date(Date),
    /// Points of a curve.
    Curve(Curve),
    /// Several numbers in the canonical unit.
    Numbers(Vec<f64>),
    /// The hours of a year, row by row.
    Hours(Packed),
    /// Rows, each with the readings of those fields that were given, by their positions.
    Rows(Vec<Vec<(usize, Reading)>>),
}

/// A value that a field can hold.
pub trait FieldValue: Sized {
    /// Its kind; a number's without a range.
    const KIND: Kind;
    /// From what was read; none from what is of another kind.
    fn from_reading(reading: Reading) -> Option<Self>;
    /// To JSON.
    fn to_json(&self) -> Value;
    /// The help of a field in a row of it; none where it has no rows.
    fn help_in_row(_name: &str) -> Option<Text> {
        None
    }
}

impl<Q: Quantity> FieldValue for Q {
    const KIND: Kind = Kind::Number { dimension: Q::DIMENSION, min: f64::MIN, max: f64::MAX };

    fn from_reading(reading: Reading) -> Option<Self> {
        if let Reading::Number(number) = reading { Some(Q::from_canonical(number)) } else { None }
    }

    fn to_json(&self) -> Value {
        Value::from(self.canonical())
    }
}

/// One row of a list.
pub struct Choice<T: 'static>(pub &'static T);

impl<T> Clone for Choice<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Choice<T> {}

impl<T: Listed> FieldValue for Choice<T> {
    const KIND: Kind = Kind::Choice(|| T::all().iter().map(|row| (row.id(), row.name())).collect());

    fn from_reading(reading: Reading) -> Option<Self> {
        if let Reading::Choice(position) = reading {
            T::all().get(position).map(Self)
        } else {
            None
        }
    }

    fn to_json(&self) -> Value {
        Value::from(self.0.id())
    }
}

/// Several rows of a list, as `LEAST` to `MOST` of them may be chosen.
pub struct Several<T: 'static, const LEAST: usize, const MOST: usize>(pub Vec<&'static T>);

impl<T, const LEAST: usize, const MOST: usize> Clone for Several<T, LEAST, MOST> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T: Listed, const LEAST: usize, const MOST: usize> FieldValue for Several<T, LEAST, MOST> {
    const KIND: Kind =
        Kind::Several(|| T::all().iter().map(|row| (row.id(), row.name())).collect(), LEAST, MOST);

    fn from_reading(reading: Reading) -> Option<Self> {
        if let Reading::Several(positions) = reading {
            Some(Self(
                positions.into_iter().filter_map(|position| T::all().get(position)).collect(),
            ))
        } else {
            None
        }
    }

    fn to_json(&self) -> Value {
        self.0.iter().map(|row| Value::from(row.id())).collect()
    }
}

impl FieldValue for String {
    const KIND: Kind = Kind::Text;

    fn from_reading(reading: Reading) -> Option<Self> {
        if let Reading::Text(text) = reading { Some(text) } else { None }
    }

    fn to_json(&self) -> Value {
        Value::from(self.as_str())
    }
}

/// A text of many lines.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct LongText(pub String);

impl FieldValue for LongText {
    const KIND: Kind = Kind::LongText;

    fn from_reading(reading: Reading) -> Option<Self> {
        String::from_reading(reading).map(Self)
    }

    fn to_json(&self) -> Value {
        self.0.to_json()
    }
}

impl FieldValue for Date {
    const KIND: Kind = Kind::Date;

    fn from_reading(reading: Reading) -> Option<Self> {
        if let Reading::Date(date) = reading { Some(date) } else { None }
    }

    fn to_json(&self) -> Value {
        Value::from(self.to_string())
    }
}

/// What a calculator wrote down for itself.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Record(pub String);

impl FieldValue for Record {
    const KIND: Kind = Kind::Record;

    fn from_reading(reading: Reading) -> Option<Self> {
        String::from_reading(reading).map(Self)
    }

    fn to_json(&self) -> Value {
        self.0.to_json()
    }
}

/// Points of an efficiency curve.
#[derive(Clone, PartialEq, Debug)]
pub struct Curve(pub Vec<(f64, f64)>);

impl FieldValue for Curve {
    const KIND: Kind = Kind::Curve;

    fn from_reading(reading: Reading) -> Option<Self> {
        if let Reading::Curve(curve) = reading { Some(curve) } else { None }
    }

    fn to_json(&self) -> Value {
        self.0.iter().map(|&(j, efficiency)| Value::from(vec![j, efficiency])).collect()
    }
}

/// So many numbers of a quantity, in its canonical unit.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Numbers<Q, const N: usize>(pub [f64; N], PhantomData<Q>);

impl<Q: Quantity, const N: usize> FieldValue for Numbers<Q, N> {
    const KIND: Kind =
        Kind::Numbers { dimension: Q::DIMENSION, least: N, count: N, min: f64::MIN, max: f64::MAX };

    fn from_reading(reading: Reading) -> Option<Self> {
        if let Reading::Numbers(numbers) = reading {
            numbers.try_into().ok().map(|numbers| Self(numbers, PhantomData))
        } else {
            None
        }
    }

    fn to_json(&self) -> Value {
        self.0.iter().map(|number| Value::from(*number)).collect()
    }
}

/// Rows with fields of their own, `LEAST` to `MOST` of them.
#[derive(Clone)]
pub struct Rows<T, const LEAST: usize, const MOST: usize>(pub Vec<T>);

impl<T: InputTable, const LEAST: usize, const MOST: usize> FieldValue for Rows<T, LEAST, MOST> {
    const KIND: Kind = Kind::Rows { fields: T::fields, least: LEAST, most: MOST };

    fn from_reading(reading: Reading) -> Option<Self> {
        let Reading::Rows(rows) = reading else { return None };
        let row = |readings: Vec<(usize, Reading)>| {
            let mut row = T::default();
            for (position, reading) in readings {
                if let Some(slot) = row.slot_mut(position) {
                    slot.store(reading);
                }
            }
            row
        };
        Some(Self(rows.into_iter().map(row).collect()))
    }

    fn to_json(&self) -> Value {
        self.0.iter().map(given).collect()
    }

    fn help_in_row(name: &str) -> Option<Text> {
        T::help(name)
    }
}

/// What was given of inputs, as JSON.
fn given<T: InputTable>(inputs: &T) -> Value {
    let mut all = Map::new();
    for (position, field) in T::fields().iter().enumerate() {
        if let Some(value) = inputs.slot(position).and_then(Slot::load) {
            all.insert(field.name.to_owned(), value);
        }
    }
    all.into()
}

/// One to `MOST` numbers of a quantity, in its canonical unit.
#[derive(Clone, PartialEq, Debug)]
pub struct Few<Q, const MOST: usize>(pub Vec<f64>, PhantomData<Q>);

impl<Q: Quantity, const MOST: usize> FieldValue for Few<Q, MOST> {
    const KIND: Kind = Kind::Numbers {
        dimension: Q::DIMENSION,
        least: 1,
        count: MOST,
        min: f64::MIN,
        max: f64::MAX,
    };

    fn from_reading(reading: Reading) -> Option<Self> {
        if let Reading::Numbers(numbers) = reading {
            Some(Self(numbers, PhantomData))
        } else {
            None
        }
    }

    fn to_json(&self) -> Value {
        self.0.iter().map(|number| Value::from(*number)).collect()
    }
}

/// The place of a field in the struct of inputs, whatever its type.
pub trait Slot {
    /// Holds what was read from now on.
    fn store(&mut self, reading: Reading);
    /// What it holds.
    fn load(&self) -> Option<Value>;
}

impl<T: FieldValue> Slot for Option<T> {
    fn store(&mut self, reading: Reading) {
        *self = T::from_reading(reading);
    }

    fn load(&self) -> Option<Value> {
        self.as_ref().map(FieldValue::to_json)
    }
}

/// The inputs of a calculator as a table.
pub trait InputTable: Default + Clone {
    /// The fields in their order.
    fn fields() -> &'static [Field];
    /// The place of the field at this position.
    fn slot(&self, position: usize) -> Option<&dyn Slot>;
    /// The place of the field at this position, to be filled.
    fn slot_mut(&mut self, position: usize) -> Option<&mut dyn Slot>;

    /// The groups of a page, in their order.
    fn groups() -> &'static [Group] {
        &[]
    }

    /// One or two sentences of help for the field of this name.
    fn help(name: &str) -> Option<Text>;
    /// The same for a field in the rows of another.
    fn help_in_row(table: &str, name: &str) -> Option<Text>;

    /// The field of this name.
    fn field(name: &str) -> Option<&'static Field> {
        Self::fields().iter().find(|field| field.name == name)
    }

    /// Sets a field of this name from JSON; what is wrong with the value, or that no field has this name, becomes a problem.
    fn set(&mut self, name: &str, value: &Value, problems: &mut Vec<Problem>) {
        let reading = position(Self::fields(), name, problems.len()).and_then(|(place, field)| {
            match field.kind {
                Kind::Rows { fields, least, most } => {
                    Ok((place, read_rows(name, value, fields(), least, most, problems)))
                }
                kind => kind.read(value).map(|reading| (place, Some(reading))),
            }
        });
        match reading {
            Ok((place, Some(reading))) => {
                if let Some(slot) = self.slot_mut(place) {
                    slot.store(reading);
                }
            }
            Ok((_, None)) => {}
            Err(fault) => problems.push(Problem::new(name, fault)),
        }
    }

    /// The value of a field, if it was given.
    fn get(&self, name: &str) -> Option<Value> {
        self.slot(Self::fields().iter().position(|field| field.name == name)?)?.load()
    }
}

/// Longest way to an object that is gone into, bytes: no field lies further, and names of all that lies in deep ones would fill the memory.
const LONGEST_WAY: usize = 200;

/// The inputs with their names in full: what stands in an object is named by the way to it, `overrides.own.voltage_v`.
pub fn flat(given: &Map<String, Value>) -> Map<String, Value> {
    let mut all = Map::new();
    flatten("", given, &mut all, &mut None);
    all
}

/// The same, where no name is there twice: in full, `overrides.acid.efficiency`, and within its objects as well.
///
/// # Errors
/// The name that is.
pub fn flat_once(given: &Map<String, Value>) -> Result<Map<String, Value>, String> {
    let (mut all, mut twice) = (Map::new(), None);
    flatten("", given, &mut all, &mut twice);
    twice.map_or(Ok(all), Err)
}

fn flatten(
    above: &str,
    given: &Map<String, Value>,
    all: &mut Map<String, Value>,
    twice: &mut Option<String>,
) {
    for (name, value) in given {
        let name = [above, name].concat();
        match value {
            Value::Object(below) if !below.is_empty() && name.len() <= LONGEST_WAY => {
                flatten(&[&name, "."].concat(), below, all, twice)
            }
            _ => {
                if all.contains_key(&name) {
                    *twice = Some(name.clone());
                }
                all.insert(name, value.clone());
            }
        }
    }
}

/// Whether this says nothing: null, an empty object where fields have their names, `overrides: {}`, or blanks for a date.
pub fn says_nothing(fields: &[Field], name: &str, value: &Value) -> bool {
    let above =
        |field: &Field| field.name.strip_prefix(name).is_some_and(|rest| rest.starts_with('.'));
    let is_date = |field: &Field| field.name == name && matches!(field.kind, Kind::Date);
    match value {
        Value::Null => true,
        Value::Object(below) => below.is_empty() && fields.iter().any(above),
        Value::String(text) => text.trim().is_empty() && fields.iter().any(is_date),
        _ => false,
    }
}

/// Names that were inputs in earlier versions and still stand in old files. They are not read: the key of a shop is in no inputs (see `quotation::key`).
const RETIRED: [&str; 1] = ["shop.key"];

/// Whether a name was an input in an earlier version.
pub fn is_retired(name: &str) -> bool {
    RETIRED.contains(&name)
}

/// Which of the retired names stand in inputs, written in full or as objects.
pub fn retired_in(given: &Map<String, Value>) -> impl Iterator<Item = &'static str> {
    let within = |(above, below): (&str, &str)| {
        given.get(above).and_then(Value::as_object).is_some_and(|object| object.contains_key(below))
    };
    RETIRED
        .into_iter()
        .filter(move |name| given.contains_key(*name) || name.split_once('.').is_some_and(within))
}

/// Reads inputs from JSON, going on after a problem so that all are found. Null means: not given.
pub fn read<I: InputTable>(given: &Map<String, Value>) -> (I, Vec<Problem>) {
    let given = flat(given);
    let mut inputs = I::default();
    let mut problems = Vec::new();
    for (name, value) in given
        .iter()
        .filter(|(name, value)| !says_nothing(I::fields(), name, value) && !is_retired(name))
    {
        inputs.set(name, value, &mut problems);
    }
    (inputs, problems)
}

/// The known name nearest to a mistyped one, when it is near enough to be meant.
pub fn nearest<'a>(given: &str, known: &mut dyn Iterator<Item = &'a str>) -> Option<&'a str> {
    let given: String = given.chars().take(60).map(|c| c.to_ascii_lowercase()).collect();
    let allowed = (given.chars().count() / 3).max(2);
    known
        .map(|name| (strsim::levenshtein(&given, name), name))
        .filter(|(far, _)| *far <= allowed)
        .min()
        .map(|(_, name)| name)
}

/// The fields of a table as those of an object: each name is prefixed, for example with `shop.`,
/// and the fields named in `off_page` are left off the page. Called once for each table.
pub fn within(
    prefix: &'static str,
    fields: &'static [Field],
    off_page: &'static [&'static str],
) -> impl Iterator<Item = Field> {
    let full = move |name: &'static str| -> &'static str {
        if prefix.is_empty() { name } else { [prefix, name].concat().leak() }
    };
    fields.iter().map(move |field| Field {
        name: full(field.name),
        layout: Layout {
            after: field.layout.after.map(full),
            off_page: field.layout.off_page || off_page.contains(&field.name),
            clears: if prefix.is_empty() || field.layout.clears.is_empty() {
                field.layout.clears
            } else {
                field.layout.clears.iter().map(|name| full(name)).collect::<Vec<_>>().leak()
            },
            ..field.layout
        },
        ..*field
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calculator::Inputs;

    #[test]
    fn a_mistyped_name_finds_the_one_that_was_meant() {
        let meant = |given: &str| {
            nearest(given, &mut ["thickness_um", "time_min", "efficiency"].into_iter())
        };
        assert_eq!(meant("thicknes_um"), Some("thickness_um"));
        assert_eq!(meant("Efficency"), Some("efficiency"));
        assert_eq!(meant("colour"), None);
    }

    #[test]
    fn the_first_of_many_mistyped_names_are_told_what_was_meant() {
        #[derive(Clone, Default, Inputs)]
        struct Few {
            #[input(label("Efficiency", "效率"), help("A test.", "测试。"))]
            efficiency: Option<String>,
        }
        let given: Map<String, Value> =
            (0..100).map(|place| (format!("efficienc{place}"), Value::from(1))).collect();
        let (_, problems) = read::<Few>(&given);
        let helped = problems
            .iter()
            .filter(|one| one.fault == Fault::UnknownField(Some("efficiency")))
            .count();
        assert_eq!((problems.len(), helped), (100, MOST_HELPED));
    }

    /// A file of a megabyte with objects in objects would else be gigabytes of names.
    #[test]
    fn names_do_not_grow_with_the_depth_of_objects() {
        let mut value: Value = (0..1000)
            .map(|place| (format!("leaf{place}"), Value::from(place)))
            .collect::<Map<_, _>>()
            .into();
        for _ in 0..100 {
            value = Map::from_iter([("x".repeat(500), value)]).into();
        }
        let names = flat(&Map::from_iter([("lines".to_owned(), value)]));
        assert!(names.keys().map(String::len).sum::<usize>() < 1000, "{} names", names.len());
        let own = Value::from(Map::from_iter([("voltage_v".to_owned(), Value::from(4))]));
        let given = Map::from_iter([(
            "overrides".to_owned(),
            Map::from_iter([("own".to_owned(), own)]).into(),
        )]);
        assert_eq!(
            flat(&given),
            Map::from_iter([("overrides.own.voltage_v".to_owned(), Value::from(4))])
        );
    }
}
