//! The row of heads, and what it and the titles around it say of the columns and their units.

use super::{Fields, HEADS_WITHIN, LONGEST_CELL, shortened};
use crate::calculator::{Field, Kind};
use crate::import::sheet::{Cell, Sheet};
use crate::request::cells::unit_of;
use crate::request::heads::{Column, Names, Target};
use crate::request::size::bare;
use crate::units::Dimension;

/// The row that names the columns.
pub(super) struct Heads {
    pub(super) row: usize,
    pub(super) columns: Vec<Option<Column>>,
}

impl Heads {
    /// The row with most known heads; a single one counts in the first row only, since titles have words too.
    pub(super) fn find(names: &Names, sheet: &Sheet) -> Option<Self> {
        let filled = sheet
            .rows
            .iter()
            .enumerate()
            .filter(|(_, row)| row.iter().any(|cell| !cell.is_empty()));
        let mut best: Option<Self> = None;
        for (place, (row, cells)) in filled.take(HEADS_WITHIN).enumerate() {
            let columns = cells
                .iter()
                .map(
                    |cell| if let Cell::Text(head) = cell { Column::of(names, head) } else { None },
                )
                .collect();
            let heads = Self { row, columns };
            let known = heads.known();
            if known > best.as_ref().map_or(0, Self::known) && (known > 1 || place == 0) {
                best = Some(heads);
            }
        }
        best
    }

    /// How many different things its columns hold.
    pub(super) fn known(&self) -> usize {
        let mut keys: Vec<&str> =
            self.columns.iter().flatten().map(|column| column.target.key()).collect();
        keys.sort_unstable();
        keys.dedup();
        keys.len()
    }
}

/// A title above the heads that says the unit of sizes: `All dimensions in inches`, `单位：mm`. It counts for sizes whose heads name none.
pub(super) fn unit_of_titles(
    sheet: &Sheet,
    head_row: usize,
    columns: &mut [Option<Column>],
) -> Option<String> {
    const SIGNAL: [&str; 6] = ["dimension", "unit", "size", "单位", "尺寸", "einheit"];
    let titles = sheet
        .rows
        .iter()
        .take(head_row)
        .flatten()
        .filter_map(|cell| if let Cell::Text(text) = cell { Some(text) } else { None });
    let said = |title: &&String| {
        let small = title.to_lowercase();
        let words = || {
            small
                .split(|letter: char| !letter.is_alphanumeric() && letter != '"')
                .filter(|word| !word.is_empty())
        };
        let unit = words()
            .filter(|word| *word != "in" || words().next_back() == Some("in"))
            .find_map(|word| {
                let word = word.trim_start_matches(['单', '位', '为', '尺', '寸']);
                unit_of(Dimension::Length, word)
            })?;
        SIGNAL.iter().any(|signal| small.contains(signal)).then_some(unit)
    };
    let (title, unit) = titles
        .filter(|title| title.chars().count() <= LONGEST_CELL)
        .find_map(|title| Some((title, said(&title)?)))?;
    let mut used = false;
    for column in columns.iter_mut().flatten().filter(|column| !column.says_unit) {
        if let Target::Field(Field {
            kind: Kind::Number { dimension: Dimension::Length, .. },
            ..
        }) = column.target
        {
            column.unit = unit;
            column.says_unit = true;
            used = true;
        }
    }
    used.then(|| shortened(title))
}

/// The row below the heads, if it holds nothing but units; they go to the columns.
pub(super) fn units_below(
    sheet: &Sheet,
    head_row: usize,
    columns: &mut [Option<Column>],
) -> Option<usize> {
    let row = head_row + 1;
    let cells = sheet.rows.get(row)?;
    let mut units = Vec::new();
    for (place, cell) in cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
        let Cell::Text(said) = cell else { return None };
        let said = said.trim_matches(['(', ')', '（', '）', '[', ']', ' ', '-', '/', '—']);
        if said.is_empty() {
            continue;
        }
        let column = columns.get(place)?.as_ref()?;
        units.push((place, column.clone().unit_told(said)?));
    }
    if units.is_empty() {
        return None;
    }
    for (place, column) in units {
        if let Some(slot) = columns.get_mut(place) {
            *slot = Some(column);
        }
    }
    Some(row)
}

/// A bare `Thickness (mm)` beside a width is that of the part: no coating is given in millimetres there.
pub(super) fn part_thickness(fields: Fields, columns: &mut [Option<Column>]) {
    let key = |name: &str| columns.iter().flatten().any(|column| column.target.key() == name);
    if !key("width_mm") || key("thickness_mm") {
        return;
    }
    let Some(field) = fields.iter().find(|field| field.name == "thickness_mm") else { return };
    for column in columns.iter_mut().flatten() {
        let words = bare(&column.head);
        let is_bare = ["thickness", "厚度"].iter().any(|word| words.starts_with(word));
        let Target::Field(Field {
            name: "thickness_um", kind: Kind::Number { dimension, .. }, ..
        }) = column.target
        else {
            continue;
        };
        let unit = dimension.unit(column.unit.0).id;
        if !is_bare || !column.says_unit || !(unit == "mm" || column.unit.1 > 1.0) {
            continue;
        }
        if let Kind::Number { dimension, .. } = field.kind {
            let said = if unit == "mm" { "mm" } else { "in" };
            column.unit = (dimension.position(said).unwrap_or(0), 1.0);
            column.target = Target::Field(field);
            column.is_reinterpreted = true;
        }
    }
}
