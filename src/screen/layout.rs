//! Which fields stand where: a page of a calculator, from the table of its fields.

use platewise_model::calculator::layout::{arranged, arranged_in_row};
use platewise_model::calculator::{AnyCalculator, Control, Field, Kind};
use platewise_model::words::Text;
use std::cell::RefCell;

/// Fields that belong together.
#[derive(Clone, Copy)]
pub struct Group {
    /// Its name in the document.
    pub id: &'static str,
    /// Its heading.
    pub title: Text,
    /// Whether it is folded away until asked for.
    pub folded: bool,
    /// Whether it stands on the page only while one of its fields counts, such as those of a process that was chosen.
    pub on_demand: bool,
    /// The fields in their order.
    pub rows: &'static [Row],
}

/// One field.
#[derive(Clone, Copy)]
pub struct Row {
    /// The field.
    pub field: &'static Field,
    /// Its position in the calculator's table, or among the fields of its row.
    pub position: usize,
    /// How it is shown.
    pub control: Control,
    /// Whether the heading of its group is label enough.
    pub bare: bool,
    /// Of rows: the fields of each.
    pub cells: &'static [Row],
}

thread_local! {
    /// Pages that were made already.
    static MADE: RefCell<Vec<(&'static str, &'static [Group])>> = const { RefCell::new(Vec::new()) };
}

/// The page of a calculator.
pub fn layout(calculator: &AnyCalculator) -> &'static [Group] {
    let made = |made: &Vec<(&'static str, &'static [Group])>| {
        made.iter().find(|(id, _)| *id == calculator.id).copied()
    };
    if let Some((_, groups)) = MADE.with_borrow(made) {
        return groups;
    }
    let fields = calculator.fields();
    let groups = calculator.groups();
    let groups: Vec<Group> = groups
        .iter()
        .zip(arranged(fields, groups))
        .map(|(group, positions)| Group {
            id: group.id,
            title: group.title,
            folded: group.folded,
            on_demand: group.on_demand,
            rows: rows(fields, &positions),
        })
        .collect();
    let groups = groups.leak();
    MADE.with_borrow_mut(|made| made.push((calculator.id, groups)));
    groups
}

/// Some fields of a calculator under one heading.
pub fn some(
    calculator: &AnyCalculator,
    id: &'static str,
    title: Text,
    names: &[&str],
) -> &'static [Group] {
    let fields = calculator.fields();
    let position = |name: &&str| fields.iter().position(|field| field.name == *name);
    let positions: Vec<usize> = names.iter().filter_map(position).collect();
    let rows = rows(fields, &positions);
    vec![Group { id, title, folded: false, on_demand: false, rows }].leak()
}

fn rows(fields: &'static [Field], positions: &[usize]) -> &'static [Row] {
    let is_alone = positions.len() == 1;
    let row = |&position: &usize| {
        let field = fields.get(position)?;
        let control = field.control()?;
        let cells: &[Row] = match field.kind {
            Kind::Rows { fields, .. } => rows(fields(), &arranged_in_row(fields())),
            _ => &[],
        };
        let bare = is_alone && control == Control::Segments;
        Some(Row { field, position, control, bare, cells })
    };
    positions.iter().filter_map(row).collect::<Vec<_>>().leak()
}
