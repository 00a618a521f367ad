//! A quote that was given: its prices with all that stands beside them on the customer's sheet, written down so that a link or a file brings them
//! back whatever the shop, the engine and the data are by then. Nothing of cost, margin or rules is in it.
//!
//! A text of its own and no JSON: what reads JSON is not on a page that is opened. Amounts are in hundredths, unit prices in ten-thousandths of the
//! currency.

use super::inputs::{Inputs, MOST_LINES, Order, PriceUnit, Tax};
use super::solve::Numbers;
use super::standing::Standing;
use crate::calculator::{InputTable, LONGEST_TEXT, LongText, Mount};
use crate::data::Listed;
use crate::pack::barely_escaped;
use crate::plating::thickness::ThicknessKind;
use crate::quote::given::{Given, GivenBreak, GivenLine};
use crate::quote::offer::Shop;
use crate::quote::price::{Amount, Measure, UnitPrice};
use crate::units::{format_significant, parse_decimal, without_trailing_zeros};
use crate::{DATA_VERSION, ENGINE_VERSION};
use jiff::civil::Date;
use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// A quote as it was given.
#[derive(Clone, PartialEq, Debug)]
pub struct Issued {
    /// Version of the engine that computed it.
    pub engine: String,
    /// Version of the data it was computed with.
    pub data: String,
    /// Fingerprint of what was asked for: its prices stand for nothing else.
    pub request: String,
    /// The mark of the shop that gave it.
    pub mark: Mark,
    /// Name, address, telephone and mail, terms, exclusions, liability; empty where nobody said.
    pub letter: [String; 6],
    /// What prices say of tax.
    pub basis: Tax,
    /// CNY for one of the currency.
    pub rate: f64,
    /// Days that it is valid.
    pub valid_days: f64,
    /// Day of the price of zinc.
    pub zinc_date: String,
    /// What was ordered, as it was understood.
    pub work: Vec<IssuedWork>,
    /// The prices.
    pub given: Given,
}

/// By which a shop knows its own quotes again; empty where it has no key.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Mark {
    /// Which shop.
    pub shop: String,
    /// In which state its figures were.
    pub state: String,
    /// Over the request and the record: neither was changed since.
    pub seal: String,
}

/// What was ordered for a line, with the shop's defaults in it.
#[derive(Clone, PartialEq, Debug)]
pub struct IssuedWork {
    /// Stable name of the process.
    pub process: String,
    /// Thickness, µm.
    pub thickness_um: f64,
    /// What it means.
    pub kind: ThicknessKind,
    /// Hours of bake.
    pub bake_h: f64,
    /// Rack or barrel; none in a record of before this was told.
    pub mount: Option<Mount>,
    /// Stable name of the passivation; empty in a record of before this was told.
    pub passivate: String,
    /// What of the coating code was not understood; empty where all was.
    pub unread: String,
}

impl Issued {
    /// Writes down what a quote asks for; one that stands as it was given is written as it was.
    pub fn of(inputs: &Inputs, n: &Numbers) -> Self {
        if let Some(Standing::Stands { record, .. }) = &n.standing
            && let Some(issued) = Self::read(record)
        {
            return issued;
        }
        let said =
            |given: &Option<String>| given.as_deref().map(str::trim).unwrap_or_default().to_owned();
        let shop = &inputs.shop;
        let paragraph =
            |given: &Option<LongText>| said(&given.as_ref().map(|LongText(text)| text.clone()));
        Self {
            engine: ENGINE_VERSION.to_owned(),
            data: DATA_VERSION.to_owned(),
            request: request(&inputs.order),
            mark: Mark::default(),
            letter: [
                said(&shop.name),
                said(&shop.address),
                said(&shop.contact),
                paragraph(&shop.terms),
                paragraph(&shop.exclusions),
                paragraph(&shop.liability),
            ],
            basis: n.setup.tax_basis,
            rate: n.setup.terms.exchange_rate.value,
            valid_days: n.setup.validity.valid_days.value,
            zinc_date: (shop.zinc_date.filter(|_| n.offer.metal.0 != 0))
                .map_or_else(String::new, |day| day.to_string()),
            work: (n.setup.lines.iter())
                .map(|line| IssuedWork {
                    process: line.process.id.to_owned(),
                    thickness_um: line.values.thickness_um.value,
                    kind: line.kind,
                    bake_h: line.bake_h(),
                    mount: Some(if n.setup.barrel { Mount::Barrel } else { Mount::Rack }),
                    passivate: line.passivate.0.id.to_owned(),
                    unread: line.code.as_ref().map(|code| code.unread.clone()).unwrap_or_default(),
                })
                .collect(),
            given: Given::of(&n.offer, &n.shop),
        }
    }

    /// As text: `~` parts its lines and `|` their cells. First versions, fingerprint, mark and conditions, then the letter, then a line for each line.
    pub fn write(&self) -> String {
        let Mark { shop, state, seal } = &self.mark;
        let [metal, energy, environment, expedite] =
            self.given.surcharges.map(|one| one.0.to_string());
        let (rate, valid, tax) = (typed(self.rate), typed(self.valid_days), typed(self.given.tax));
        let conditions = [
            &self.engine,
            &self.data,
            &self.request,
            shop,
            state,
            seal,
            self.basis.id(),
            &rate,
            &valid,
            &self.zinc_date,
            &tax,
            &metal,
            &energy,
            &environment,
            &expedite,
        ];
        let mut all =
            vec![row_of(&conditions), row_of(&self.letter.each_ref().map(String::as_str))];
        for (work, line) in self.work.iter().zip(&self.given.lines) {
            let mut cells = vec![
                work.process.clone(),
                typed(work.thickness_um),
                work.kind.id().to_owned(),
                typed(work.bake_h),
                line.charged.0.to_string(),
            ];
            if let Some(mount) = work.mount {
                let (unit, each) =
                    (PriceUnit::from(line.measure.per).id(), typed(line.measure.each));
                cells.extend([
                    format!("{FURTHER}{}", mount.id()),
                    work.passivate.clone(),
                    work.unread.clone(),
                    unit.to_owned(),
                    each,
                ]);
            }
            for one in &line.breaks {
                let own = if Some(one.charged) == line.price(one) {
                    String::new()
                } else {
                    one.charged.0.to_string()
                };
                cells.extend([
                    one.pieces.to_string(),
                    one.unit_price.0.to_string(),
                    own,
                    typed(one.lead_days),
                ]);
            }
            all.push(row_of(&cells.iter().map(String::as_str).collect::<Vec<_>>()));
        }
        all.join("~")
    }

    /// From text; none where it is no record, or one that no quote could have made.
    pub fn read(text: &str) -> Option<Self> {
        let Terms { basis, rate, given, .. } = Terms::read(text)?;
        let mut rows = text.split('~').map(|row| row.split('|'));
        let mut conditions = rows.next()?;
        let mut word = || decoded(conditions.next()?, 80);
        let [engine, data, request, shop, state, seal] =
            [word()?, word()?, word()?, word()?, word()?, word()?];
        let [_, _, valid_days, zinc_date] = [word()?, word()?, word()?, word()?];
        let mut letter: [String; 6] = Default::default();
        for (place, cell) in letter.iter_mut().zip(rows.next()?) {
            *place = decoded(cell, LONGEST_TEXT)?;
        }
        let work = rows.map(work_of).collect::<Option<Vec<_>>>()?;
        Some(Self {
            engine,
            data,
            request,
            mark: Mark { shop, state, seal },
            letter,
            basis,
            rate,
            valid_days: number(&valid_days, 1.0, 3650.0)?,
            zinc_date,
            work,
            given,
        })
    }
}

/// What of a record its prices stand by: all that a page needs at once, and all that is not words.
struct Terms<'a> {
    request: &'a str,
    basis: Tax,
    rate: f64,
    given: Given,
}

impl<'a> Terms<'a> {
    fn read(text: &'a str) -> Option<Self> {
        let mut rows = text.split('~');
        let mut conditions = rows.next()?.split('|');
        let request = conditions.nth(2)?;
        let basis = *Tax::find(conditions.nth(3)?)?;
        let rate = number(conditions.next()?, 0.0001, 10_000.0)?;
        let tax = number(conditions.nth(2)?, 0.0, 1.0)?;
        let mut surcharges = [Amount::default(); 4];
        for one in &mut surcharges {
            *one = amount_of(conditions.next()?)?;
        }
        rows.next()?; // the letter
        let mut lines = Vec::new();
        for row in rows {
            lines.push(line_of(row)?);
        }
        let given = Given { lines, surcharges, tax };
        (1..=MOST_LINES).contains(&given.lines.len()).then_some(Self {
            request,
            basis,
            rate,
            given,
        })
    }
}

fn row_of(cells: &[&str]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| barely_escaped(cell, "|~")).collect();
    cells.join("|")
}

/// A number with up to ten significant digits.
fn typed(number: f64) -> String {
    without_trailing_zeros(&format_significant(number, 10)).to_owned()
}

fn decoded(cell: &str, longest: usize) -> Option<String> {
    let text = percent_decode_str(cell).decode_utf8().ok()?;
    (text.chars().count() <= longest).then(|| text.into_owned())
}

fn number(text: &str, low: f64, high: f64) -> Option<f64> {
    parse_decimal(text).filter(|value| (low..=high).contains(value))
}

fn amount_of(text: &str) -> Option<Amount> {
    whole(text).filter(|hundredths| hundredths.unsigned_abs() <= 9_000_000_000_000_000).map(Amount)
}

fn whole(text: &str) -> Option<i64> {
    text.parse().ok()
}

/// Begins the cells of a line that came later than its first ones: rack or barrel, passivation, what of the code was not read, unit of the price, and its
/// thousandths in a piece. A record of before has none of them, and its prices are by the piece.
const FURTHER: char = '+';

/// Cells that came later.
const FURTHER_CELLS: usize = 5;

fn work_of<'a>(mut cells: impl Iterator<Item = &'a str>) -> Option<IssuedWork> {
    let mut work = IssuedWork {
        process: decoded(cells.next()?, 80)?,
        thickness_um: number(cells.next()?, 0.0, 200.0)?,
        kind: *ThicknessKind::find(cells.next()?)?,
        bake_h: number(cells.next()?, 0.0, 1000.0)?,
        mount: None,
        passivate: String::new(),
        unread: String::new(),
    };
    if let Some(mount) = cells.nth(1).and_then(|cell| cell.strip_prefix(FURTHER)) {
        work.mount = Some(*Mount::find(mount)?);
        work.passivate = decoded(cells.next()?, 80)?;
        work.unread = decoded(cells.next()?, LONGEST_TEXT)?;
    }
    Some(work)
}

fn measure_of(row: &str) -> Option<Measure> {
    let mut cells = row.split('|').skip(5);
    if !cells.next()?.starts_with(FURTHER) {
        return Some(Measure::default());
    }
    let per = *PriceUnit::find(cells.nth(2)?)?;
    Some(Measure { per: per.into(), each: number(cells.next()?, 0.0, 1e12)? })
}

fn line_of(row: &str) -> Option<GivenLine> {
    let measure = measure_of(row)?;
    let mut cells = row.split('|');
    let of_order = amount_of(cells.nth(4)?).filter(|charged| charged.0 >= 0)?;
    let later = if row.split('|').nth(5)?.starts_with(FURTHER) { FURTHER_CELLS } else { 0 };
    let mut cells = cells.skip(later);
    let mut breaks = Vec::new();
    while let Some(pieces) = cells.next() {
        let pieces =
            whole(pieces).filter(|pieces| (1..=1_000_000_000).contains(pieces))?.unsigned_abs();
        let unit_price = UnitPrice(
            whole(cells.next()?).filter(|price| (0..=1_000_000_000_000_000).contains(price))?,
        );
        let price = unit_price.of_quantity(measure.quantity(pieces)?)?; // what cannot be counted was never asked
        let charged = match cells.next()? {
            "" => price,
            own => amount_of(own).filter(|own| own.0 >= 0)?,
        };
        breaks.push(GivenBreak {
            pieces,
            unit_price,
            charged,
            lead_days: number(cells.next()?, 0.0, 1e12)?,
        });
    }
    (1..=8).contains(&breaks.len()).then_some(GivenLine { charged: of_order, breaks, measure })
}

/// Puts the prices of a quote that was given in the place of today's, as long as the same is asked for. Tax and rate are those of then.
pub fn stand(inputs: &Inputs, numbers: Numbers) -> Numbers {
    let Some(record) = &inputs.order.issued else { return numbers };
    let Some(terms) = Terms::read(&record.0) else {
        return Numbers { standing: Some(Standing::Unreadable), ..numbers };
    };
    let record = record.0.clone();
    let shop = Shop {
        tax: terms.given.tax,
        exchange_rate: terms.rate,
        tax_basis: terms.basis.into(),
        ..numbers.shop
    };
    let offer = if asks(&inputs.order, terms.request) {
        terms.given.stands(&numbers.offer, &shop)
    } else {
        None
    };
    match offer {
        Some(offer) => Numbers {
            standing: Some(Standing::Stands { record, today: Box::new(numbers.offer) }),
            shop,
            offer,
            ..numbers
        },
        None => Numbers { standing: Some(Standing::Changed { record }), ..numbers },
    }
}

/// Whether an order asks for what a fingerprint was made of. Before dates were read as dates, 2026-3-4 and 2026-03-04 had
/// different ones.
pub fn asks(order: &Order, fingerprint: &str) -> bool {
    let written = |date: Date| {
        let (year, month, day) = (date.year(), date.month(), date.day());
        [
            format!("{year:04}-{month}-{day}"),
            format!("{year:04}-{month:02}-{day}"),
            format!("{year:04}-{month}-{day:02}"),
        ]
    };
    request(order) == fingerprint
        || order.exchange_date.is_some_and(|date| {
            written(date).into_iter().any(|date| fingerprint_of(order, Some(date)) == fingerprint)
        })
}

/// Fingerprint of what is asked for: lines and conditions. Names of the customer and the language of the sheet change no price.
pub fn request(order: &Order) -> String {
    fingerprint_of(order, None)
}

fn fingerprint_of(order: &Order, exchange_date: Option<String>) -> String {
    let mut asked = Map::new();
    for field in
        Order::fields().iter().filter(|field| !["issued", "language"].contains(&field.name))
    {
        if let Some(value) = order.get(field.name) {
            asked.insert(field.name.to_owned(), value);
        }
    }
    if let Some(date) = exchange_date {
        asked.insert("exchange_date".to_owned(), date.into());
    }
    let mut text = String::new();
    canonical(&asked.into(), &mut text);
    format!("{:016x}", fnv_1a(text.as_bytes()))
}

/// A value as one text, whatever the order of its names, and the last digits that a change of units leaves.
pub fn canonical(value: &Value, out: &mut String) {
    match value {
        Value::Null => out.push('-'),
        Value::Bool(value) => out.push(if *value { 't' } else { 'f' }),
        Value::Number(number) => {
            let number = number.as_f64().unwrap_or_default();
            let whole = number.fract() == 0.0 && number.abs() < 1e15;
            #[allow(clippy::cast_possible_truncation, reason = "whole and below 10¹⁵")]
            out.push_str(&if whole {
                (number as i64).to_string()
            } else {
                without_trailing_zeros(&format_significant(number, 6)).to_owned()
            });
        }
        Value::String(text) => {
            out.push_str(&text.len().to_string());
            out.push(':');
            out.push_str(text);
        }
        Value::Array(all) => {
            out.push('[');
            for one in all {
                canonical(one, out);
                out.push(',');
            }
            out.push(']');
        }
        Value::Object(all) => {
            let mut told = BTreeMap::new(); // not sorted: what sorts weighs more than all else here
            for (name, value) in all.iter().filter(|(_, value)| !value.is_null()) {
                told.insert(name, value);
            }
            out.push('{');
            for (name, value) in told {
                out.push_str(name);
                out.push('=');
                canonical(value, out);
                out.push(',');
            }
            out.push('}');
        }
    }
}

/// FNV-1a of 64 bits (Fowler, Noll, Vo): tells a changed request from the one that was quoted. It guards against nobody; the seal does.
fn fnv_1a(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
