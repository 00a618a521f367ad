//! Which columns are the use of the plant. Words in their heads propose, their numbers decide: bands of a tariff are added up unless their total stands
//! beside them, what only rises or starts anew every day is a count and not the energy of a step, and of a power without a unit a total beside it tells
//! the unit.

use super::cells::{Value, at, value, with_unit};
use super::layout::{Column, DAY, Kind, Layout, Part, Said};
use super::steps::{self, Own, Reading, STEPS, Span};
use super::units::{Unit, exact};
use super::{Found, MOST_ROWS, Refusal, Series};
use crate::import::numbers::{Because, DecimalSign, Decision, Signs};
use crate::import::sheet::{Cell, Sheet};

/// Lines behind the last reading that may be sums and signatures.
const LONGEST_FOOTER: usize = 10;
/// Values above so many times the median are told.
const SPIKE: f64 = 20.0;
/// One reading in so many may have a time that stands there twice with different values.
const ONE_IN: usize = 20;
/// Columns that are compared.
const MOST_COMPARED: usize = 32;
/// A head that speaks so much for its column names a total.
const NAMED: i32 = 5;
/// Two measures of the same energy differ by less, as a share.
const AGREE: f64 = 0.02;
/// The same where one of them is power at moments.
const AGREE_ROUGHLY: f64 = 0.1;

/// Whether values are counted on from one reading to the next.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Counted {
    /// Each is of its own step.
    No,
    /// They only rise.
    Rising,
    /// They rise, and start anew at the beginning of a day or month.
    Restarting,
}

/// Which columns were taken, and what was left.
#[derive(Clone, PartialEq, Debug)]
pub struct Taken {
    /// Heads of the columns that were taken; empty where a file has none.
    pub names: Vec<String>,
    /// What those are parts of, where several were added up.
    pub part: Option<Part>,
    /// A row holds a day.
    pub days: bool,
    /// Heads of other columns of numbers.
    pub left: Vec<String>,
    /// The symbol of the unit.
    pub unit: &'static str,
    /// Where the unit was read.
    pub said: Said,
    /// Whether values are counted on.
    pub counted: Counted,
    /// Columns that measure the same, were left, and by how much more energy they have, as a share: bands beside their total, a count beside a power.
    pub beside: Option<(Vec<String>, f64)>,
    /// Rows are in several units, and each was taken in its own.
    pub several_units: bool,
    /// The sign of the decimals.
    pub decimals: DecimalSign,
    /// How that was found.
    pub because: Because,
}

/// The rows of a sheet: when, and the values of each column that can be the use.
struct Rows {
    minutes: Vec<i32>,
    /// For each column, aligned with the minutes.
    values: Vec<Vec<Option<f64>>>,
    /// For each column, the first cell that is no number or has another unit.
    bad: Vec<Option<Refusal>>,
    /// For each column, whether its rows are in several units of one kind.
    mixed: Vec<bool>,
    /// For each column, how many rows name its unit, and the first that does not though others do.
    named: Vec<(usize, Option<Refusal>)>,
    rows: usize,
    later: usize,
    earlier: usize,
    at_24: bool,
    utc: bool,
    /// For each of the minutes, whether its row has a date alone in a file of dates with times.
    dateless: Vec<bool>,
    /// Lines below the readings.
    below: Vec<String>,
    /// The first cell beyond the heads, and its line.
    beyond: Option<(String, usize)>,
    decision: Decision,
}

impl Rows {
    fn of(sheet: &Sheet, layout: &Layout) -> Result<Self, Refusal> {
        let count = layout.columns.len();
        let mut rows = Self {
            minutes: Vec::new(),
            values: vec![Vec::new(); count],
            bad: vec![None; count],
            mixed: vec![false; count],
            named: vec![(0, None); count],
            rows: 0,
            later: 0,
            earlier: 0,
            at_24: false,
            utc: false,
            dateless: Vec::new(),
            below: Vec::new(),
            beyond: None,
            decision: decimals(sheet, layout)?,
        };
        let mut strays: Option<(Refusal, usize)> = None;
        let mut before = None;
        let head = layout.head.and_then(|head| sheet.rows.get(head));
        for (place, row) in sheet.rows.iter().enumerate().skip(layout.first) {
            if row.iter().all(Cell::is_empty) || Some(row) == head {
                continue;
            }
            let stamp = match layout.time(row) {
                Ok(stamp) => stamp,
                Err(column) => {
                    let (refusal, count) = strays
                        .unwrap_or((Refusal::NotATime { line: place + 1, column: column + 1 }, 0));
                    strays = Some((refusal, count + 1));
                    if count < LONGEST_FOOTER {
                        rows.below.push(joined(row));
                    }
                    continue;
                }
            };
            if let Some((refusal, _)) = strays {
                return Err(refusal); // a line without a time may only stand behind all readings
            }
            let of_row = stamp.clock.map_or(0, |clock| clock.minute);
            rows.at_24 |= stamp.clock.is_some_and(|clock| clock.at_24);
            rows.utc |= stamp.clock.is_some_and(|clock| clock.utc);
            rows.rows += 1;
            let at = stamp.day * DAY + of_row;
            match before.replace(at) {
                Some(last) if last < at => rows.later += 1,
                Some(last) if last > at => rows.earlier += 1,
                _ => {}
            }
            rows.look_beyond(row, place, sheet.delimiter, layout)?;
            rows.add(row, place, stamp.day * DAY, of_row, &layout.columns);
            rows.dateless.resize(rows.minutes.len(), layout.timed && stamp.clock.is_none());
            if rows.minutes.len() > MOST_ROWS {
                return Err(Refusal::TooManyRows);
            }
        }
        // A unit beside the first value alone is of all; beside others it leaves open what those without are in.
        for ((named, without), bad) in rows.named.iter_mut().zip(&mut rows.bad) {
            if *named > 1 && bad.is_none() {
                *bad = without.take();
            }
        }
        match strays {
            Some((refusal, count)) if count > LONGEST_FOOTER => Err(refusal),
            _ => Ok(rows),
        }
    }

    /// Refuses a number beyond the last head, as a decimal comma without quotation marks makes one; what else stands there is told.
    fn look_beyond(
        &mut self,
        row: &[Cell],
        line: usize,
        delimiter: Option<char>,
        layout: &Layout,
    ) -> Result<(), Refusal> {
        let Some(width) = layout.width else { return Ok(()) };
        let used = |column: usize| {
            layout
                .columns
                .iter()
                .any(|one| one.units == Some(column) || one.places.len() > 1 && one.has(column))
        };
        for column in (width..row.len()).filter(|column| !used(*column)) {
            let cell = at(row, column);
            if cell.is_empty() {
                continue;
            }
            if delimiter != Some('\t') && cell.starts_with(|c: char| c.is_ascii_digit()) {
                return Err(Refusal::BeyondHeads { line: line + 1, cell: cell.into_owned() });
            }
            self.beyond.get_or_insert_with(|| (cell.into_owned(), line + 1));
        }
        Ok(())
    }

    /// Whether a column has more than one value.
    fn varies(&self, column: usize) -> bool {
        let mut values = self.values.get(column).into_iter().flatten().flatten();
        values.next().is_some_and(|first| values.any(|value| (value - first).abs() > f64::EPSILON))
    }

    /// Whether each of these columns has values above zero, and hardly ever two of them at a time.
    fn alternate(&self, columns: &[usize]) -> bool {
        let lists: Vec<&Vec<Option<f64>>> =
            columns.iter().filter_map(|column| self.values.get(*column)).collect();
        let above =
            |value: Option<&Option<f64>>| value.copied().flatten().is_some_and(|value| value > 0.0);
        let count = |row: usize| lists.iter().filter(|list| above(list.get(row))).count();
        let (mut one, mut several) = (0_usize, 0_usize);
        for row in 0..self.minutes.len() {
            one += usize::from(count(row) == 1);
            several += usize::from(count(row) > 1);
        }
        several * ONE_IN < one
            && lists.iter().all(|list| list.iter().any(|value| above(Some(value))))
    }

    fn add(&mut self, row: &[Cell], line: usize, midnight: i32, of_row: i32, columns: &[Column]) {
        let lists = self
            .values
            .iter_mut()
            .zip(&mut self.bad)
            .zip(self.mixed.iter_mut().zip(&mut self.named));
        for (column, ((values, bad), (mixed, named))) in columns.iter().zip(lists) {
            for (place, of_day) in &column.places {
                self.at_24 |= *of_day == Some(DAY);
                values.push(match value(row, *place, self.decision.sign) {
                    Value::Number(value)
                        if column.units.is_some_and(|units| at(row, units).is_empty())
                            && with_unit(&at(row, *place)).is_none() =>
                    {
                        named.1.get_or_insert(Refusal::AnotherUnit {
                            line: line + 1,
                            column: column.units.unwrap_or(*place) + 1,
                        });
                        Some(value)
                    }
                    Value::Number(value) => match factor(row, *place, column) {
                        Ok(factor) => {
                            named.0 += usize::from(column.units.is_some());
                            *mixed |= (factor - 1.0).abs() > f64::EPSILON;
                            Some(value * factor)
                        }
                        Err(column) => {
                            bad.get_or_insert(Refusal::AnotherUnit {
                                line: line + 1,
                                column: column + 1,
                            });
                            None
                        }
                    },
                    Value::Missing => None,
                    Value::Other => {
                        bad.get_or_insert(Refusal::NotANumber {
                            line: line + 1,
                            column: place + 1,
                        });
                        None
                    }
                });
            }
        }
        // Columns have one place each, or there is one column of a day: either way the minutes are those of the first.
        let places = columns.first().map(|column| column.places.as_slice()).unwrap_or_default();
        self.minutes.extend(places.iter().map(|(_, of_day)| midnight + of_day.unwrap_or(of_row)));
    }
}

/// The cells of a row side by side.
fn joined(row: &[Cell]) -> String {
    let cells: Vec<_> = (0..row.len()).map(|column| at(row, column)).collect();
    cells.iter().filter(|cell| !cell.is_empty()).map(AsRef::as_ref).collect::<Vec<&str>>().join(" ")
}

/// What a value is to be multiplied by to be in the unit of its column, where its row has another one; else the place of a unit that cannot be
/// brought to it.
fn factor(row: &[Cell], place: usize, column: &Column) -> Result<f64, usize> {
    let kind = column.kind;
    let value = at(row, place);
    let (unit, at) = match (with_unit(&value), column.units) {
        (Some((_, unit)), _) => (unit, place),
        (None, Some(units)) => match at(row, units).as_ref() {
            "" => return Ok(1.0),
            cell => (
                exact(cell)
                    .filter(|unit| kind.said != Said::Head || *unit == kind.unit)
                    .ok_or(units)?,
                units,
            ),
        },
        (None, None) => return Ok(1.0),
    };
    if unit.power == kind.unit.power {
        Ok(if unit == kind.unit { 1.0 } else { unit.scale / kind.unit.scale })
    } else {
        Err(at)
    }
}

/// What marks the decimals, by the numbers of all columns that can be the use. Where each has three digits behind its only sign and nothing else tells,
/// W and Wh have no decimals, and a point beside dates such as 31.12.2025 may be either.
fn decimals(sheet: &Sheet, layout: &Layout) -> Result<Decision, Refusal> {
    let mut signs = Signs::default();
    let places: Vec<usize> =
        layout.columns.iter().flat_map(|column| &column.places).map(|(place, _)| *place).collect();
    for row in sheet.rows.iter().skip(layout.first) {
        for place in &places {
            if let Some(Cell::Text(_)) = row.get(*place) {
                signs.see(&at(row, *place));
            }
        }
    }
    let decision = signs.decide(sheet.delimiter);
    if decision.because != Because::Usual {
        return Ok(decision);
    }
    if layout.columns.iter().all(|column| column.kind.is_said() && column.kind.unit.scale < 0.1) {
        let sign = if decision.sign == DecimalSign::Point {
            DecimalSign::Comma
        } else {
            DecimalSign::Point
        };
        return Ok(Decision { sign, ..decision });
    }
    let dotted = sheet.rows.get(layout.first).is_some_and(|row| layout.has_dotted_date(row));
    if dotted && decision.sign == DecimalSign::Point {
        Err(Refusal::PointOrThousands { line: layout.first + 1 })
    } else {
        Ok(decision)
    }
}

/// The energy in columns.
struct Energy {
    spans: Vec<Span>,
    interval: i32,
    kind: Kind,
    counted: Counted,
    restarts: usize,
    repeated: usize,
    sums: usize,
    negative: usize,
    ends: bool,
}

impl Energy {
    /// Of the columns with these places in the list, added up row by row.
    fn of(rows: &Rows, layout: &Layout, columns: &[usize], kind: Kind) -> Result<Self, Refusal> {
        if let Some(column) = columns
            .iter()
            .filter_map(|column| layout.columns.get(*column))
            .find(|column| column.unknown)
        {
            return Err(Refusal::UnknownUnit { head: column.name.clone() });
        }
        if let Some(refusal) =
            columns.iter().find_map(|column| rows.bad.get(*column).cloned().flatten())
        {
            return Err(refusal);
        }
        let lists: Vec<&Vec<Option<f64>>> =
            columns.iter().filter_map(|column| rows.values.get(*column)).collect();
        let scales: Vec<f64> = columns
            .iter()
            .filter_map(|column| layout.columns.get(*column))
            .map(|column| column.kind.unit.scale)
            .collect();
        let mut readings: Vec<(bool, Reading)> = Vec::with_capacity(rows.minutes.len());
        for (row, minute) in rows.minutes.iter().enumerate() {
            let of_row = || {
                lists
                    .iter()
                    .zip(&scales)
                    .filter_map(|(list, scale)| Some(list.get(row).copied().flatten()? * scale))
            };
            if of_row().next().is_some() {
                let dateless = rows.dateless.get(row) == Some(&true);
                readings.push((dateless, Reading { minute: *minute, value: of_row().sum() }));
            }
        }
        // Stable: of two at one time the first in the file stays first, but a date alone comes behind a date with its time.
        readings.sort_by_key(|(dateless, reading)| (reading.minute, *dateless));
        let sums = without_sums(&mut readings);
        let mut readings: Vec<Reading> = readings.into_iter().map(|(_, reading)| reading).collect();
        let (mut repeated, mut conflicts) = (0, 0);
        readings.dedup_by(|next, kept| {
            let same = next.minute == kept.minute;
            repeated += usize::from(same);
            conflicts +=
                usize::from(same && (next.value - kept.value).abs() > 1e-9 * kept.value.abs());
            same
        });
        let interval = steps::interval(&readings)?;
        if conflicts * ONE_IN > readings.len() {
            return Err(Refusal::SeveralMeters);
        }
        let mut ends =
            layout.ends | rows.at_24 | steps::round_up_last_minutes(&mut readings, interval);
        steps::check(&readings, interval)?;
        let of_day =
            |reading: Option<&Reading>| reading.map(|reading| reading.minute.rem_euclid(DAY));
        ends |= of_day(readings.first()) == Some(interval) && of_day(readings.last()) == Some(0);
        let counted =
            if kind.unit.power && kind.is_said() { Counted::No } else { counted(&readings) };
        let (mut spans, restarts) = match counted {
            Counted::No => {
                let own = steps::own(&readings, interval, kind.unit.power, ends);
                ends = if own == Own::Equal { ends } else { own == Own::Before };
                (steps::spans(&readings, interval, own, (kind.unit.power, ends)), 0)
            }
            Counted::Rising => (differences(&readings), 0),
            Counted::Restarting => restarting(&readings),
        };
        let mut negative = 0;
        for span in spans.iter_mut().filter(|span| span.kwh < 0.0) {
            span.kwh = 0.0;
            negative += 1;
        }
        Ok(Self {
            spans,
            interval,
            kind,
            counted,
            restarts,
            repeated,
            sums,
            negative,
            ends: ends && counted == Counted::No,
        })
    }

    fn kwh(&self) -> f64 {
        self.spans.iter().map(|span| span.kwh).sum()
    }

    /// The same in another unit of power.
    fn in_unit(mut self, unit: Unit, said: Said) -> Self {
        let factor = unit.scale / self.kind.unit.scale;
        self.spans.iter_mut().for_each(|span| span.kwh *= factor);
        self.kind = Kind { unit, said };
        self
    }
}

/// Takes out rows with a date alone where most of them stand beside a row of that midnight: they are sums of a day. Alone they are midnights whose
/// time a spreadsheet does not show. How many there were.
fn without_sums(readings: &mut Vec<(bool, Reading)>) -> usize {
    let count = readings.iter().filter(|(dateless, _)| *dateless).count();
    let pairs = readings.iter().zip(readings.iter().skip(1));
    let beside = pairs
        .filter(|((one, reading), (other, next))| !one && *other && reading.minute == next.minute)
        .count();
    if beside * 2 <= count {
        return 0;
    }
    readings.retain(|(dateless, _)| !dateless);
    count
}

/// How much more energy another measure has, as a share.
fn more(other: &Energy, of: &Energy) -> f64 {
    other.kwh() / of.kwh() - 1.0
}

/// The use in a sheet of rows with times.
pub fn series(sheet: &Sheet) -> Result<Series, Refusal> {
    let mut layout = Layout::of(sheet)?;
    if let Some(said) = layout.ratio {
        return Err(Refusal::Ratio { said });
    }
    if let Some((above, head)) = layout.contradiction {
        return Err(Refusal::Units { above, head });
    }
    let mut left: Vec<String> = layout.others.clone();
    while layout.columns.len() > MOST_COMPARED {
        let least = layout
            .columns
            .iter()
            .enumerate()
            .min_by_key(|(place, column)| (column.rank, usize::MAX - place))
            .map(|(place, _)| place);
        left.push(layout.columns.remove(least.unwrap_or_default()).name);
    }
    let rows = Rows::of(sheet, &layout)?;
    let (energy, columns, beside) = choose(&rows, &layout)?;
    let name = |place: &usize| {
        layout.columns.get(*place).map(|column| column.name.clone()).unwrap_or_default()
    };
    let beside =
        beside.map(|(places, more): (Vec<usize>, f64)| (places.iter().map(name).collect(), more));
    left.splice(
        0..0,
        (0..layout.columns.len())
            .filter(|place| !columns.contains(place))
            .map(|place| name(&place)),
    );
    left.retain(|name| !name.is_empty());
    let first = columns.first().and_then(|place| layout.columns.get(*place));
    let taken = Taken {
        names: columns.iter().map(name).filter(|name| !name.is_empty()).collect(),
        part: first.and_then(|column| column.part).filter(|_| columns.len() > 1),
        days: first.is_some_and(|column| column.places.len() > 1),
        left,
        unit: energy.kind.unit.symbol,
        said: energy.kind.said,
        counted: energy.counted,
        beside,
        several_units: columns.iter().any(|place| rows.mixed.get(*place) == Some(&true)),
        decimals: rows.decision.sign,
        because: rows.decision.because,
    };
    let found = Found {
        rows: rows.rows,
        interval_min: f64::from(energy.interval),
        steps: steps::mixed(&energy.spans),
        taken,
        first: (0, 0, 0),
        last: (0, 0, 0),
        days: 0,
        power: energy.kind.unit.power && energy.counted == Counted::No,
        unit_said: energy.kind.is_said(),
        register: energy.counted != Counted::No,
        restarts: energy.restarts,
        scaled: 0,
        gaps: 0,
        filled_days: 0,
        repeated: energy.repeated,
        sums: energy.sums,
        unconsidered: layout.unconsidered,
        below: rows.below,
        beyond: rows.beyond,
        outside: None,
        backwards: rows.earlier.min(rows.later),
        negative: energy.negative,
        spikes: spikes(&energy.spans),
        annual_kwh: 0.0,
        end_labels: energy.ends,
        utc: rows.utc,
        since_1970: layout.since_1970,
        peaks_kw: [0.0; 12],
        months: [false; 12],
    };
    Ok(Series { spans: energy.spans, found })
}

/// What was left beside the columns that were taken, and how much more energy it has.
type Beside = Option<(Vec<usize>, f64)>;

/// The columns that are the use, their energy, and what was left that measures the same.
fn choose(rows: &Rows, layout: &Layout) -> Result<(Energy, Vec<usize>, Beside), Refusal> {
    let columns = || layout.columns.iter().enumerate();
    let kind = |place: usize| layout.columns.get(place).map(|column| column.kind);
    let of = |places: &[usize]| {
        places
            .first()
            .and_then(|place| kind(*place))
            .ok_or(Refusal::NoValues)
            .and_then(|kind| Energy::of(rows, layout, places, kind))
    };
    let best = |allowed: &dyn Fn(&Column) -> bool| {
        columns().filter(|(_, column)| allowed(column)).fold(
            None,
            |best: Option<(usize, _)>, (place, column)| match best {
                Some((_, rank)) if rank >= column.rank => best,
                _ => Some((place, column.rank)),
            },
        )
    };
    if let Some(parts) = bands(rows, layout).or_else(|| parts(layout)) {
        let power =
            parts.first().and_then(|place| kind(*place)).is_some_and(|kind| kind.unit.power);
        let sum = of(&parts)?;
        if let Some((total, rank)) = best(&|column| {
            column.part.is_none()
                && !names_of(layout, &parts).contains(&column.name)
                && column.kind.unit.power == power
        }) && let Ok(whole) = of(&[total])
            && whole.kwh() > 0.0
        {
            let more = more(&sum, &whole);
            if rank.0 >= NAMED && more > AGREE_ROUGHLY {
                let all: Vec<usize> = std::iter::once(total).chain(parts).collect(); // no total is less than its parts
                return Err(Refusal::SeveralColumns { names: names_of(layout, &all) });
            }
            if rank.0 >= NAMED || more.abs() < AGREE {
                return Ok((whole, vec![total], Some((parts, more))));
            }
        }
        return Ok((sum, parts, None));
    }
    let (place, _) = best(&|column| column.part.is_none())
        .or_else(|| best(&|_| true))
        .ok_or(Refusal::NoValues)?;
    let energy = of(&[place])?;
    if energy.counted != Counted::No {
        // A power beside a count that starts anew is taken instead, as the count has lost what came before each start.
        let power = (energy.counted == Counted::Restarting)
            .then(|| {
                best(&|column| column.part.is_none() && column.kind.unit.power && column.rank.0 > 0)
            })
            .flatten();
        if let Some((power, _)) = power
            && let Ok(found) = of(&[power])
            && let Some(found) = agreeing(found, &energy)
        {
            let more = more(&energy, &found);
            return Ok((found, vec![power], Some((vec![place], more))));
        }
    } else if energy.kind.unit.power && !energy.kind.is_said() {
        // A count beside a power without a unit tells the unit.
        let counts = columns().filter(|(other, column)| {
            *other != place && column.part.is_none() && !column.kind.unit.power && column.rank.0 > 0
        });
        let counts: Vec<(usize, Energy)> =
            counts.filter_map(|(other, _)| Some((other, of(&[other]).ok()?))).collect();
        if let Some((other, count)) = counts.iter().find(|(_, count)| count.counted != Counted::No)
        {
            return Ok(match agreeing(of(&[place])?, count) {
                Some(found) => {
                    let more = more(count, &found);
                    (found, vec![place], Some((vec![*other], more)))
                }
                None => (energy, vec![place], None),
            });
        }
    }
    let chosen = layout.columns.get(place);
    let alike = |column: &Column| {
        chosen.is_some_and(|chosen| {
            let same = (column.rank, column.part, column.kind.said)
                == (chosen.rank, chosen.part, chosen.kind.said);
            same && column.kind.unit.power == chosen.kind.unit.power
        })
    };
    let rivals = columns().filter(|(other, column)| *other != place && alike(column));
    let rivals = rivals.filter(|(other, _)| {
        of(&[*other]).is_ok_and(|rival| {
            rival.kwh() > 0.0
                && (more(&rival, &energy).abs() > AGREE || rows.alternate(&[place, *other]))
        })
    });
    let rivals: Vec<usize> = rivals
        .filter(|(other, column)| column.kind.is_said() || rows.varies(*other))
        .map(|(other, _)| other)
        .collect();
    if rivals.is_empty() {
        return Ok((energy, vec![place], None));
    }
    let all: Vec<usize> = std::iter::once(place).chain(rivals).collect();
    Err(Refusal::SeveralColumns { names: names_of(layout, &all) })
}

/// The heads of columns; where there is none, its place.
fn names_of(layout: &Layout, places: &[usize]) -> Vec<String> {
    let columns = places.iter().filter_map(|place| layout.columns.get(*place));
    let numbered =
        |column: &Column| format!("#{}", column.places.first().map_or(0, |(place, _)| place + 1));
    columns
        .map(|column| if column.name.is_empty() { numbered(column) } else { column.name.clone() })
        .collect()
}

/// Bands that their numbers show: of columns in one unit only one has a value at a time. They stand beside a band that is named, or there are three or
/// more whose heads say equally much; of two, one may be what is given back.
fn bands(rows: &Rows, layout: &Layout) -> Option<Vec<usize>> {
    let columns = || {
        layout
            .columns
            .iter()
            .enumerate()
            .filter(|(_, column)| !column.kind.unit.power && column.places.len() == 1)
    };
    let mut found: Vec<usize> = columns()
        .filter(|(_, column)| column.part == Some(Part::Band))
        .map(|(place, _)| place)
        .collect();
    let first = match found.first() {
        Some(first) => layout.columns.get(*first)?,
        None => columns()
            .filter(|(_, column)| column.part.is_none() && column.kind.is_said())
            .map(|(_, column)| column)
            .max_by_key(|column| column.rank)?,
    };
    let named = !found.is_empty();
    for (place, column) in columns() {
        let same = column.kind == first.kind
            && column.part.is_none()
            && (named || column.rank == first.rank);
        let with: Vec<usize> = found.iter().copied().chain([place]).collect();
        if same && !found.contains(&place) && rows.alternate(&with) {
            found = with;
        }
    }
    found.sort_unstable();
    (found.len() > if named { 1 } else { 2 }).then_some(found)
}

/// The power whose energy is that of a count, in the unit that makes it so.
fn agreeing(power: Energy, count: &Energy) -> Option<Energy> {
    let fits = |scale: f64| {
        (power.kwh() * scale / power.kind.unit.scale / count.kwh() - 1.0).abs() < AGREE_ROUGHLY
    };
    if fits(power.kind.unit.scale) {
        return Some(power);
    }
    let unit =
        Unit::POWERS.into_iter().filter(|_| !power.kind.is_said()).find(|unit| fits(unit.scale))?;
    Some(power.in_unit(unit, Said::Agreement))
}

/// Bands of a tariff, or else phases, that make the use together: two or more, all energy or else all power.
fn parts(layout: &Layout) -> Option<Vec<usize>> {
    let of = |part: Part, power: bool| {
        let columns = layout.columns.iter().enumerate();
        columns
            .filter(|(_, column)| column.part == Some(part) && column.kind.unit.power == power)
            .map(|(place, _)| place)
            .collect::<Vec<usize>>()
    };
    [(Part::Band, false), (Part::Band, true), (Part::Phase, false), (Part::Phase, true)]
        .into_iter()
        .map(|(part, power)| of(part, power))
        .find(|places| places.len() > 1)
}

/// Whether values are counted on. A count hardly ever falls, and rises often; one that starts anew falls almost to nothing, always at the same time of
/// day. A load falls about as often as it rises.
fn counted(readings: &[Reading]) -> Counted {
    let (mut rises, mut falls, mut starts) = (0_usize, 0_usize, Vec::new());
    for (one, next) in readings.iter().zip(readings.iter().skip(1)) {
        rises += usize::from(next.value > one.value);
        falls += usize::from(next.value < one.value);
        if next.value < one.value && next.value >= 0.0 && next.value <= 0.25 * one.value {
            starts.push(next.minute.rem_euclid(DAY));
        }
    }
    let often = rises * ONE_IN >= readings.len() && rises > 24;
    let usual = most_frequent(&starts);
    let at_one_time = starts.iter().filter(|start| Some(**start) == usual).count();
    if often
        && starts.len() > 2
        && rises >= 4 * falls
        && starts.len() * 10 >= falls * 9
        && at_one_time * 10 >= starts.len() * 8
    {
        Counted::Restarting
    } else if often && falls * 200 <= readings.len() && rises > 10 * falls {
        Counted::Rising
    } else {
        Counted::No
    }
}

fn most_frequent(minutes: &[i32]) -> Option<i32> {
    let mut sorted = minutes.to_vec();
    sorted.sort_unstable();
    sorted
        .chunk_by(|one, next| one == next)
        .max_by_key(|run| run.len())
        .and_then(|run| run.first())
        .copied()
}

/// What was counted from one reading to the next. A reading of 0 is a failed one.
fn differences(readings: &[Reading]) -> Vec<Span> {
    let good = || readings.iter().filter(|reading| reading.value > 0.0);
    good()
        .zip(good().skip(1))
        .filter_map(|(one, next)| step(one, next, next.value - one.value))
        .collect()
}

/// The step between two readings; none where it is longer than an hour or no part of one.
fn step(one: &Reading, next: &Reading, kwh: f64) -> Option<Span> {
    let length = next.minute - one.minute;
    STEPS.contains(&length).then_some(Span { start: one.minute, length, kwh })
}

/// The same of a count that starts anew, and in how many steps it did so with a part of the energy lost: those take the mean of the steps beside them.
/// Nothing is lost where the first reading of a day holds what was used since its start: either that reading is stamped later, or rows are stamped with
/// the starts of their steps and hold these steps too.
fn restarting(readings: &[Reading]) -> (Vec<Span>, usize) {
    let falls = |one: &Reading, next: &Reading| next.value < one.value;
    let mut first_shares: Vec<f64> = Vec::new();
    let mut starts: Vec<i32> = Vec::new();
    for ((one, next), third) in
        readings.iter().zip(readings.iter().skip(1)).zip(readings.iter().skip(2))
    {
        if falls(one, next) && third.value > next.value {
            first_shares.push(next.value / (third.value - next.value));
            starts.push(next.minute.rem_euclid(DAY));
        }
    }
    first_shares.sort_unstable_by(f64::total_cmp);
    let nothing_lost = first_shares.get(first_shares.len() / 2).is_some_and(|share| *share > 0.3);
    let own_step_too = nothing_lost && most_frequent(&starts) == Some(0);
    let mut spans: Vec<Span> = Vec::with_capacity(readings.len());
    let mut lost: Vec<usize> = Vec::new();
    for (one, next) in readings.iter().zip(readings.iter().skip(1)) {
        let fell = falls(one, next);
        let Some(mut span) =
            step(one, next, if fell { next.value } else { next.value - one.value })
        else {
            continue;
        };
        if own_step_too {
            span.start = next.minute;
        }
        if fell && !nothing_lost {
            lost.push(spans.len());
        }
        spans.push(span);
    }
    for place in &lost {
        let beside = [place.checked_sub(1), place.checked_add(1)]
            .map(|place| place.and_then(|place| spans.get(place)).map(|span| span.kwh));
        let (sum, count) =
            beside.iter().flatten().fold((0.0, 0.0), |(sum, count), kwh| (sum + kwh, count + 1.0));
        if let Some(span) = spans.get_mut(*place)
            && count > 0.0
        {
            span.kwh = span.kwh.max(sum / count);
        }
    }
    (spans, lost.len())
}

/// How many steps have more than [`SPIKE`] times the median power of those above zero.
pub fn spikes(spans: &[Span]) -> usize {
    let mut used: Vec<f64> = spans
        .iter()
        .map(|span| span.kwh / f64::from(span.length))
        .filter(|power| *power > 0.0)
        .collect();
    used.sort_unstable_by(f64::total_cmp);
    let median = used.get(used.len() / 2).copied().unwrap_or(f64::INFINITY);
    used.iter().rev().take_while(|power| **power > SPIKE * median).count()
}
