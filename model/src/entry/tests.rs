//! Links, files and units of what was typed.

use super::*;
use crate::calculator::{ALL, Kind};
use crate::units::{Dimension, NotANumber, System};
use proptest::prelude::*;
use serde_json::{Map, Value};

fn plating_time() -> &'static AnyCalculator {
    ALL.first().unwrap()
}

#[test]
fn a_link_can_be_read_by_a_person() {
    let entries = Entries::from([
        ("thickness_um", Entry::number("0.5", 1)),
        ("bath", Entry::plain("alkaline_mid")),
    ]);
    assert_eq!(
        to_link(plating_time(), &entries, "en", System::Us),
        "v=1&lang=en&units=us&bath=alkaline_mid&thickness_um=0.5:mil"
    );
}

#[test]
fn a_choice_a_language_or_a_system_that_is_none_is_told() {
    let link =
        from_link(plating_time(), "bath=no_such_bath&lang=tlh&units=cubits&thread=&deposit=zinc");
    assert_eq!(link.entries, Entries::from([("deposit", Entry::plain("zinc"))]));
    let told = ["bath=no_such_bath", "lang=tlh", "units=cubits", "thread="]
        .map(|part| Notice::Broken(part.to_owned()));
    assert_eq!((link.notices, link.language, link.system), (told.to_vec(), None, None));
    let inputs = serde_json::json!({ "bath": "no_such_bath", "deposit": "zinc" });
    let (entries, notices) =
        from_inputs(plating_time(), inputs.as_object().unwrap(), System::Metric);
    assert_eq!((entries, notices), (link.entries, vec![Notice::Broken("bath".to_owned())]));
}

#[test]
fn a_broken_link_gives_notices_and_keeps_the_rest() {
    let link = from_link(
        plating_time(),
        "#v=9&bogus=1&thickness_um=5:parsec&time_min=%FF&bath=acid_ammonium&&=",
    );
    assert_eq!(link.entries, Entries::from([("bath", Entry::plain("acid_ammonium"))]));
    assert_eq!(link.notices.len(), 5);
}

#[test]
fn rows_come_back_from_links_and_files_and_what_is_broken_of_them_is_told() {
    let part_area = ALL.iter().find(|one| one.id == "part-area").unwrap();
    let typed = |pairs: &[(&'static str, Entry)]| pairs.iter().cloned().collect::<Entries>();
    let rows = vec![
        typed(&[("shape", Entry::plain("washer")), ("pieces", Entry::plain("1;2,3&:"))]),
        Entries::new(),
        typed(&[
            ("length_mm", Entry::number("1,5", 1)),
            ("mesh_file", Entry::plain("a=b;c,d: é.stl")),
        ]),
    ];
    let entries = Entries::from([("parts", Entry::rows(rows))]);
    let link = to_link(part_area, &entries, "en", System::Metric);
    let back = from_link(part_area, &link);
    assert_eq!((back.entries, back.notices), (entries.clone(), Vec::new()), "{link}");
    let (inputs, unreadable) = to_inputs(part_area, &entries);
    assert_eq!(inputs.get("parts").unwrap().as_array().unwrap().len(), 3);
    assert_eq!(
        unreadable,
        [(
            "parts.1.pieces".to_owned(),
            Unreadable::Number(NotANumber::Unreadable, Dimension::Count)
        )]
    );
    let broken = from_link(part_area, "parts=shape,bogus,pieces;teapot,1,2;washer,,5:furlong;,,7");
    assert_eq!(
        broken.notices,
        [
            Notice::UnknownField("bogus".into()),
            Notice::Broken("teapot".into()),
            Notice::Broken("5:furlong".into())
        ]
    );
    let kept: Vec<usize> =
        broken.entries.get("parts").unwrap().rows.iter().map(BTreeMap::len).collect();
    assert_eq!(kept, [1, 1, 1]);
    let given = serde_json::json!({ "parts": [{ "shape": "washer", "pieces": 5, "colour": "red" }, { "shape": "teapot" }] });
    let (read, notices) = from_inputs(part_area, given.as_object().unwrap(), System::Metric);
    assert_eq!(
        read.get("parts").unwrap().rows.iter().map(BTreeMap::len).collect::<Vec<_>>(),
        [2, 0]
    );
    assert_eq!(notices, [Notice::UnknownField("colour".into()), Notice::Broken("shape".into())]);
}

#[test]
fn switching_the_unit_keeps_the_quantity() {
    let typed = Entry::number("1", 1);
    let shown = converted(Dimension::Thickness, &typed, 0);
    assert_eq!((shown.text.as_str(), shown.unit), ("25.4", 0));
    assert_eq!(converted(Dimension::Thickness, &shown, 1), typed);
    let nonsense = Entry::number("abc", 0);
    assert_eq!(converted(Dimension::Thickness, &nonsense, 1).text, "abc");
}

#[test]
fn a_curve_is_typed_as_pairs() {
    let entries = Entries::from([("efficiency_curve", Entry::plain("0,5 97\n\n 2  95.5 "))]);
    let (inputs, unreadable) = to_inputs(plating_time(), &entries);
    assert_eq!(
        inputs.get("efficiency_curve").unwrap(),
        &serde_json::json!([[0.5, 0.97], [2.0, 0.955]])
    );
    assert!(unreadable.is_empty());
}

fn any_entries() -> impl Strategy<Value = Entries> {
    let fields = plating_time().fields();
    let one = (
        0..fields.len(),
        any::<String>().prop_map(|text| text.chars().take(60).collect::<String>()),
        0_usize..8,
    );
    proptest::collection::vec(one, 0..12).prop_map(move |typed| {
        let entry = |(position, text, unit): (usize, String, usize)| {
            let field = fields.get(position)?;
            let unit = match field.kind {
                Kind::Number { dimension, .. } => unit % dimension.units().len(),
                _ => 0,
            };
            let text = match field.kind {
                Kind::Curve => text.replace(';', " "),
                Kind::Choice(options) | Kind::Several(options, ..) => {
                    options().get(text.len() % options().len())?.0.to_owned()
                }
                _ => text,
            };
            Some((field.name, Entry::number(text, unit)))
        };
        typed.into_iter().filter_map(entry).collect()
    })
}

proptest! {
    #[test]
    fn every_state_survives_a_link(entries in any_entries()) {
        let link = to_link(plating_time(), &entries, "zh", System::Metric);
        let back = from_link(plating_time(), &link);
        prop_assert_eq!(back.entries, entries);
        prop_assert!(back.notices.is_empty());
        prop_assert_eq!(back.language.as_deref(), Some("zh"));
    }

    #[test]
    fn a_number_out_of_a_file_is_that_number(number in 1e-3..1e5_f64) {
        let inputs = Map::from_iter([("area_dm2".to_owned(), Value::from(number))]);
        let (entries, _) = from_inputs(plating_time(), &inputs, System::Metric);
        let link = from_link(plating_time(), &to_link(plating_time(), &entries, "en", System::Metric));
        let (back, _) = to_inputs(plating_time(), &link.entries);
        prop_assert_eq!(back.get("area_dm2").and_then(Value::as_f64).map(f64::to_bits), Some(number.to_bits()));
    }

    #[test]
    fn any_text_behind_the_hash_is_survived(link in ".{0,400}") {
        let read = from_link(plating_time(), &link);
        let _ = to_inputs(plating_time(), &read.entries);
    }
}
