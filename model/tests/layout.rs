//! What a page is built from: every field of every calculator says where it stands, and what it says of other fields is true.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use platewise_model::calculator::layout::{
    MOST_ESSENTIAL, MOST_SEGMENTS, arranged, arranged_in_row,
};
use platewise_model::calculator::{ALL, AnyCalculator, Control, Field, FieldLevel, Kind, Origin};
use serde_json::Map;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// The fields of a calculator, and those of its rows by the field that holds them.
fn tables(calculator: &AnyCalculator) -> Vec<(Option<&'static str>, &'static [Field])> {
    let fields = calculator.fields();
    let of_rows = fields.iter().filter_map(|field| match field.kind {
        Kind::Rows { fields, .. } => Some((Some(field.name), fields())),
        _ => None,
    });
    std::iter::once((None, fields)).chain(of_rows).collect()
}

/// Every field there is, with its calculator and the fields beside it.
fn each(mut look: impl FnMut(&AnyCalculator, Option<&str>, &'static [Field], &Field)) {
    for calculator in ALL {
        for (table, fields) in tables(calculator) {
            for field in fields {
                look(calculator, table, fields, field);
            }
        }
    }
}

/// The field that another means by a name: beside it, and of the same object.
fn beside<'a>(fields: &'a [Field], field: &Field, name: &str) -> Option<&'a Field> {
    let object = field.name.rfind('.').map_or("", |dot| &field.name[..=dot]);
    let name = [object, name].concat();
    fields.iter().find(|one| one.name == name)
}

#[test]
fn every_field_stands_once_in_a_group_that_exists_and_no_group_is_empty() {
    for calculator in ALL {
        let (fields, groups) = (calculator.fields(), calculator.groups());
        let ids: BTreeSet<&str> = groups.iter().map(|group| group.id).collect();
        assert_eq!(ids.len(), groups.len(), "{}: a group is there twice", calculator.id);
        let arranged = arranged(fields, groups);
        for (group, rows) in groups.iter().zip(&arranged) {
            assert!(!rows.is_empty(), "{}: nothing stands in {}", calculator.id, group.id);
        }
        let mut times: BTreeMap<usize, usize> = BTreeMap::new();
        for position in arranged.into_iter().flatten() {
            *times.entry(position).or_default() += 1;
        }
        for (position, field) in fields.iter().enumerate() {
            let expected = (field.control().is_some() && !field.layout.off_page).then_some(1_usize);
            assert_eq!(
                times.get(&position).copied(),
                expected,
                "{}: {} in group {:?}",
                calculator.id,
                field.name,
                field.layout.group
            );
        }
    }
}

#[test]
fn at_first_view_no_example_shows_more_than_seven_fields() {
    for calculator in ALL {
        let examples = calculator.presets().iter().map(|preset| (preset.id, preset.to_inputs()));
        for (name, inputs) in std::iter::once(("defaults", Map::new())).chain(examples) {
            let evaluation = calculator.evaluate(&inputs);
            let shown: Vec<&str> = evaluation
                .assumptions
                .iter()
                .filter(|one| !matches!(one.origin, Origin::Unused | Origin::Solved))
                .map(|one| one.field)
                .filter(|name| {
                    calculator.field(name).unwrap().layout.level == FieldLevel::Essential
                })
                .collect();
            assert!(
                (2..=MOST_ESSENTIAL).contains(&shown.len()),
                "{} {name}: {shown:?}",
                calculator.id
            );
        }
    }
}

#[test]
fn fields_that_are_named_exist() {
    each(|calculator, table, fields, field| {
        let layout = &field.layout;
        let place = (calculator.id, table, field.name);
        for name in layout.clears {
            let cleared = fields.iter().find(|one| one.name == *name);
            assert!(cleared.is_some(), "{place:?} clears {name}");
            assert_ne!(*name, field.name, "{place:?} clears itself");
        }
        if let Some(name) = layout.after {
            let before = fields.iter().find(|one| one.name == name);
            let before = before.unwrap_or_else(|| panic!("{place:?} stands behind {name}"));
            if table.is_none() {
                assert_eq!(before.layout.group, layout.group, "{place:?} and {name}");
            }
        }
        if let (Some(offered), Kind::Choice(options)) = (layout.offered, field.kind) {
            let asked = RefCell::new(BTreeSet::new());
            for (id, _) in options() {
                let chosen = |name: &str| {
                    asked.borrow_mut().insert(name.to_owned());
                    String::new()
                };
                let _ = offered(&chosen, id);
            }
            for name in asked.into_inner() {
                assert!(beside(fields, field, &name).is_some(), "{place:?} asks for {name}");
            }
        }
    });
}

#[test]
fn a_control_is_given_only_what_it_can_show() {
    each(|calculator, table, _, field| {
        let place = (calculator.id, table, field.name);
        let layout = &field.layout;
        let control = field.control();
        let options = match field.kind {
            Kind::Choice(options) => options(),
            _ => Vec::new(),
        };
        match control {
            Some(Control::Segments) => {
                assert!((2..=MOST_SEGMENTS).contains(&options.len()), "{place:?}");
            }
            Some(Control::List) => assert!(options.len() > 1, "{place:?}"),
            Some(Control::File) => {
                assert!(layout.accepts.is_some(), "{place:?} says not which files it takes");
                assert!(matches!(field.kind, Kind::Hours(_) | Kind::Text), "{place:?}");
            }
            _ => {}
        }
        let is_choice = matches!(field.kind, Kind::Choice(_));
        assert!(is_choice || layout.clears.is_empty(), "{place:?} clears");
        assert!(is_choice || layout.about.is_none(), "{place:?} says something of a row");
        assert!(is_choice || layout.offered.is_none(), "{place:?} offers rows");
        assert!(is_choice || !layout.may_be_empty, "{place:?} may be empty");
        assert!(layout.placeholder.is_empty() || control == Some(Control::Text), "{place:?}");
    });
}

#[test]
fn a_field_can_stand_elsewhere_than_it_is_declared() {
    let names = |calculator: &AnyCalculator, group: &str| -> Vec<&str> {
        let (fields, groups) = (calculator.fields(), calculator.groups());
        let at = groups.iter().position(|one| one.id == group).unwrap();
        arranged(fields, groups)[at].iter().map(|&position| fields[position].name).collect()
    };
    let find = |id: &str| *ALL.iter().find(|one| one.id == id).unwrap();
    assert_eq!(
        names(find("plating-time"), "bath"),
        [
            "deposit",
            "nickel_fraction",
            "iron_fraction",
            "bath",
            "rack_or_barrel",
            "contact_fraction"
        ]
    );
    let quote = find("quote");
    let Kind::Rows { fields, .. } = quote.field("lines").unwrap().kind else { panic!("no rows") };
    let line: Vec<&str> =
        arranged_in_row(fields()).into_iter().map(|position| fields()[position].name).collect();
    let at = |name: &str| line.iter().position(|one| *one == name);
    assert_eq!(at("name"), Some(0));
    assert_eq!(at("quantities"), at("unplated_dm2").map(|place| place + 1));
    assert_eq!(at("price_unit"), at("quantities").map(|place| place + 1));
    assert_eq!(at("process"), at("price_unit").map(|place| place + 1));
    assert_eq!(at("mesh_file"), None, "a quote takes no models");
    assert_eq!(at("key_mm"), None, "a row leaves out what only an expert changes");
}

#[test]
fn the_cells_of_a_process_stand_together_behind_those_of_ones_own_bath() {
    let comparison = ALL.iter().find(|one| one.id == "process-comparison").unwrap();
    let groups = comparison.groups();
    let at = |id: &str| groups.iter().position(|group| group.id == id).unwrap();
    assert_eq!(at("overrides.cyanide_mid"), at("own") + 1 + position_of("cyanide_mid"));
    assert!(groups[at("overrides.own")].on_demand && groups[at("overrides.own")].folded);
    assert_eq!(comparison.field("overrides.own.voltage_v").unwrap().layout.group, "overrides.own");
}

fn position_of(process: &str) -> usize {
    use platewise_model::data::Listed;
    use platewise_model::data::processes::Process;
    Process::all().iter().position(|one| one.id == process).unwrap()
}
