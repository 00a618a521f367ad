//! What never leaves the shop and is never overwritten unasked: its key stands in nothing that is written, two windows keep each other's figures, and what comes
//! from outside is held against what is at home.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod common;

use common::object;
use platewise_model::calculator::{AnyCalculator, find};
use platewise_model::entry::{self, Entries, Entry, Notice};
use platewise_model::json;
use platewise_model::output::{csv, html};
use platewise_model::pack::{pack, unpack};
use platewise_model::private::{self, Edit};
use platewise_model::quotation::key::{Key, without_key};
use platewise_model::quotation::received::{PACKED, Received, Verdict};
use platewise_model::quotation::seal::sign;
use platewise_model::quotation::sheet::{Papers, internal, page, rows, workbook};
use platewise_model::report::format::Reader;
use platewise_model::units::System;
use platewise_model::words::Language;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

const SECRET: &str = "00112233445566778899aabbccddeeff";

fn calculator() -> &'static AnyCalculator {
    find("quote").unwrap()
}

fn key() -> Key {
    Key::read(SECRET).unwrap()
}

fn order() -> Map<String, Value> {
    object(&json!({
        "lines": [
            { "name": "DWG-7", "thread": "M8", "length_mm": 40, "designation": "Fe/Zn 8", "quantities": [1000, 5000] },
            { "name": "垫圈", "shape": "washer", "thread": "M6", "quantities": [20_000] },
        ],
        "customer.company": "Ningbo Buyer", "customer.rfq": "RFQ-9", "customer.date": "2026-11-24", "customer.valid_days": 30,
        "shop.name": "Cixi Bright", "shop.margin": 0.31, "shop.labour_cny_per_h": 77,
    }))
}

/// The same as an earlier version wrote it, with the key among the inputs.
fn of_old() -> Map<String, Value> {
    let mut inputs = order();
    inputs.insert("shop.key".to_owned(), SECRET.into());
    inputs
}

fn entries(inputs: &Value) -> Entries {
    let (entries, notices) = entry::from_inputs(calculator(), &object(inputs), System::Metric);
    assert!(notices.is_empty(), "{notices:?}");
    entries
}

#[test]
fn the_key_is_no_input_and_stands_in_nothing_that_is_written() {
    assert!(calculator().field("shop.key").is_none());
    let schema = json::schema(calculator());
    assert!(
        schema.pointer("/properties/shop/properties/name").is_some()
            && schema.pointer("/properties/shop/properties/key").is_none()
    );
    // Whatever is made of inputs that an old file names the key in.
    let given = of_old();
    let evaluation = calculator().evaluate_fully(&given);
    let report = evaluation.outcome.as_ref().unwrap();
    let papers =
        Papers::of(&given, Reader::default()).unwrap_or_else(|problems| panic!("{problems:?}"));
    let mut record = papers.issued().clone();
    sign(&mut record, &given, Some(&key()));
    let (typed, notices) = entry::from_inputs(calculator(), &given, System::Metric);
    assert_eq!(notices, [Notice::Key]);
    let document = json::document(calculator(), &evaluation, report);
    let mut written = vec![
        ("document", document.to_string()),
        ("customer's document", json::for_others(calculator(), &document).to_string()),
        ("saved quote", json::as_given(calculator(), &given, report, false).to_string()),
        ("given away", json::as_given(calculator(), &given, report, true).to_string()),
        ("saved shop", json::profile(calculator(), &given).to_string()),
        ("link", entry::to_link(calculator(), &typed, "en", System::Metric)),
        ("memory", entry::to_memory(calculator(), &typed, "en", System::Metric)),
        ("packed", entry::to_pack(calculator(), &typed, "en", System::Metric)),
        ("record", record.write()),
        (
            "message",
            platewise_model::message::result(calculator(), &Ok(given.clone()), "v=1").to_string(),
        ),
    ];
    for language in Language::ALL {
        let reader = Reader { language, ..Reader::default() };
        let sheet = papers.sheet(language);
        written.extend([
            ("sheet", page::write(&sheet)),
            ("internal sheet", internal::write(&papers, language)),
            ("table", rows::write(&sheet)),
            ("csv", csv::write(calculator(), &evaluation, report, "stamp", "address", reader)),
            ("inputs on paper", html::inputs(calculator(), &evaluation, reader)),
            ("pins", html::differing_inputs(calculator(), &[&evaluation, &evaluation], reader)),
            ("workbook", everything(workbook::customer(&sheet).unwrap())),
            ("internal workbook", everything(workbook::internal(&papers, language).unwrap())),
        ]);
    }
    for (what, text) in written {
        assert!(!text.contains(SECRET), "the key stands in the {what}");
        assert!(
            !text.contains("Key of my shop") && !text.contains("本厂密钥") || what == "document",
            "the {what} speaks of it"
        );
    }
    // Only the file that moves a shop has it, and says so.
    let moving = key().moving(&json::private_of(calculator(), &given));
    let text = moving.to_string();
    assert!(text.contains(SECRET) && text.contains("secret key") && text.contains("密钥"));
    assert!(Key::in_document(&moving) == Some(key()));
    assert_eq!(
        json::inputs_of(&moving, calculator()).unwrap(),
        json::private_of(calculator(), &given)
    );
}

/// All texts of a workbook as they are stored.
fn everything(bytes: Vec<u8>) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut all = String::new();
    for place in 0..archive.len() {
        std::io::Read::read_to_string(&mut archive.by_index(place).unwrap(), &mut all).unwrap();
    }
    all
}

#[test]
fn an_old_file_with_a_key_is_evaluated_and_says_that_the_key_was_not_read() {
    let nested = json!({ "lines": order()["lines"], "shop": { "name": "Cixi Bright", "margin": 0.31, "labour_cny_per_h": 77, "key": SECRET } });
    for given in [
        of_old(),
        object(&nested),
        object(&json!({ "shop": { "key": "00" } })),
        object(&json!({ "shop.key": null })),
    ] {
        let document =
            json::evaluate(calculator(), &given).unwrap_or_else(|problems| panic!("{problems}"));
        let told: Vec<&str> = document["warnings"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(|one| one["id"].as_str())
            .filter(|id| *id == "input_retired")
            .collect();
        assert_eq!(told.len(), 1, "{given:?}");
        let mut without = json::inputs_of(&given.clone().into(), calculator()).unwrap();
        without.remove("shop.key");
        assert_eq!(document["results"], json::evaluate(calculator(), &without).unwrap()["results"]);
    }
    assert!(
        !json::evaluate(calculator(), &order()).unwrap()["warnings"]
            .to_string()
            .contains("input_retired")
    );
    // A name beside it that never was one is still a mistake.
    let problems =
        json::evaluate(calculator(), &object(&json!({ "shop.keys": "00" }))).unwrap_err();
    assert_eq!(problems["problems"][0]["field"], "shop.keys");
}

#[test]
fn the_key_of_an_old_memory_is_found_once_and_taken_out() {
    let old = format!(
        "v=1&lang=en&units=metric&shop.name=Cixi%20Bright&shop.key={SECRET}&shop.margin=31:percent&lines=thread;M8"
    );
    assert!(Key::in_memory(&old) == Some(key()));
    let new = without_key(&old);
    assert!(!new.contains(SECRET) && Key::in_memory(&new).is_none());
    assert_eq!(entry::from_memory(calculator(), &new), entry::from_memory(calculator(), &old));
    assert!(
        entry::from_memory(calculator(), &old).notices.is_empty(),
        "one's own memory gives no notice"
    );
    for none in [
        "",
        "v=1&shop.key=",
        "v=1&shop.key=%20",
        "v=1&shop.keyring=00",
        "shop.name=shop.key",
        "shop.key=%FF",
    ] {
        assert!(Key::in_memory(none).is_none(), "{none}");
    }
    // Old files: the key is there for whoever chooses to move the shop.
    for old in [
        json!({ "calculator": "quote", "inputs": { "shop": { "key": SECRET } } }),
        json!({ "shop.key": SECRET }),
        json!({ "shop": { "key": SECRET } }),
    ] {
        assert!(Key::in_document(&old) == Some(key()), "{old}");
    }
    for none in [
        json!({}),
        json!([SECRET]),
        json!({ "inputs": { "shop.margin": 0.3 } }),
        json!({ "shop": { "key": 7 } }),
        json!({ "move": SECRET }),
    ] {
        assert!(Key::in_document(&none).is_none(), "{none}");
    }
}

/// A browser's memory of the shop, and what one of its windows shows.
#[derive(Default)]
struct Window {
    kept: Entries,
    now: Entries,
}

impl Window {
    fn save(&mut self, records: &mut BTreeMap<&'static str, String>) -> Vec<Edit> {
        let edits = private::edits(calculator(), &self.kept, &self.now);
        for edit in &edits {
            match &edit.text {
                Some(text) => drop(records.insert(edit.field, text.clone())),
                None => drop(records.remove(edit.field)),
            }
        }
        self.kept = private::of(calculator(), &self.now);
        edits
    }

    fn hear(&mut self, edits: &[Edit]) {
        for edit in edits {
            let heard = edit.text.as_ref().map(|text| {
                entry::read_written(calculator().field(edit.field).unwrap(), text).unwrap()
            });
            private::hear(&mut self.kept, &mut self.now, edit.field, heard);
        }
    }
}

fn read(records: &BTreeMap<&'static str, String>) -> Entries {
    private::read(calculator(), &|field| records.get(field).cloned(), &Entries::new())
}

#[test]
fn two_windows_keep_each_others_figures() {
    let margin = || Entry::number("31", 0);
    let labour = || Entry::number("77", 0);
    for hears in [true, false] {
        let mut records = BTreeMap::new();
        let (mut one, mut two) = (Window::default(), Window::default());
        one.now.insert("shop.labour_cny_per_h", labour());
        one.now.insert("lines", Entry::rows(vec![Entries::new()]));
        let edits = one.save(&mut records);
        assert_eq!(edits.len(), 1, "of the quote itself nothing is written here");
        if hears {
            two.hear(&edits);
            assert_eq!(two.now.get("shop.labour_cny_per_h"), Some(&labour()));
        }
        two.now.insert("shop.margin", margin());
        let edits = two.save(&mut records);
        assert_eq!(edits.len(), 1, "only what was changed here is written");
        assert_eq!(
            read(&records),
            Entries::from([("shop.labour_cny_per_h", labour()), ("shop.margin", margin())])
        );
        // What goes back to its default in one goes back in the other, and stays so.
        one.hear(&edits);
        one.now.remove("shop.margin");
        two.hear(&one.save(&mut records));
        assert!(!two.now.contains_key("shop.margin"));
        assert!(two.save(&mut records).is_empty());
        assert_eq!(read(&records), Entries::from([("shop.labour_cny_per_h", labour())]));
    }
}

#[test]
fn what_is_being_typed_is_not_taken_from_under_ones_hands() {
    let mut records = BTreeMap::new();
    let mut window = Window::default();
    window.now.insert("shop.margin", Entry::number("3", 0)); // 35 is on its way
    window.hear(&[Edit { field: "shop.margin", text: Some("20".to_owned()) }]);
    assert_eq!(window.now["shop.margin"].text, "3");
    assert_eq!(window.save(&mut records).len(), 1, "what was typed last counts");
    assert_eq!(records["shop.margin"], "3");
}

#[test]
fn records_that_cannot_be_read_say_nothing_and_an_old_memory_fills_only_what_has_no_record() {
    let once = entries(
        &json!({ "shop.margin": 0.2, "shop.name": "Old Name", "shop.labour_cny_per_h": 50 }),
    );
    let record = |field: &str| match field {
        "shop.margin" => Some("31".to_owned()),
        "shop.name" => Some("%FF".to_owned()),
        "shop.profile" => Some("unobtainium".to_owned()),
        _ => None,
    };
    let read = private::read(calculator(), &record, &once);
    assert_eq!(read.keys().copied().collect::<Vec<_>>(), ["shop.labour_cny_per_h", "shop.margin"]);
    assert_eq!(read["shop.margin"].text, "31");
}

#[test]
fn what_a_file_would_change_of_the_shop_is_found_field_by_field() {
    let own = entries(
        &json!({ "shop.name": "Cixi Bright", "shop.margin": 0.31, "shop.labour_cny_per_h": 77, "shop.terms": "30 days", "lines": [{ "name": "A" }] }),
    );
    let changed = |other: &Value| {
        let changes = private::changes(calculator(), &own, &entries(other));
        changes
            .iter()
            .map(|one| (one.field.name, one.other.as_ref().map(|entry| entry.text.clone())))
            .collect::<Vec<_>>()
    };
    let all = json!({ "shop.name": "Cixi Bright", "shop.margin": 0.31, "shop.labour_cny_per_h": 77, "shop.terms": "30 days" });
    assert_eq!(changed(&all), []);
    let other = json!({ "shop.name": "Cixi Bright", "shop.margin": 0.31, "shop.labour_cny_per_h": 1, "shop.tax": 0, "lines": [{ "name": "B" }] });
    let to = |text: &str| Some(text.to_owned());
    assert_eq!(
        changed(&other),
        [("shop.terms", None), ("shop.labour_cny_per_h", to("1")), ("shop.tax", to("0"))]
    );
    assert_eq!(changed(&json!({})).len(), 4, "what goes back to its default is a change too");
    // The same in units of another system.
    let (us, _) = entry::from_inputs(
        calculator(),
        &json::private_of(
            calculator(),
            &object(&json!({ "shop.barrel_volume_l": 80.0, "shop.oven_kg": 123.4 })),
        ),
        System::Us,
    );
    let metric = entries(&json!({ "shop.barrel_volume_l": 80.0, "shop.oven_kg": 123.4 }));
    assert!(us != metric && private::changes(calculator(), &us, &metric).is_empty());
}

/// A link as it is copied by the shop that has the key, its text changed on the way.
fn link(change: impl FnOnce(String) -> String) -> String {
    let given = order();
    let papers =
        Papers::of(&given, Reader::default()).unwrap_or_else(|problems| panic!("{problems:?}"));
    let mut record = papers.issued().clone();
    sign(&mut record, &given, Some(&key()));
    let (mut entries, _) = entry::from_inputs(calculator(), &given, System::Metric);
    entries.insert("issued", Entry::plain(record.write()));
    let text = change(entry::to_pack(calculator(), &entries, "en", System::Metric));
    [PACKED, &pack(&text)].concat()
}

fn verdict(link: &str, own: &Map<String, Value>, key: Option<&Key>) -> Option<Verdict> {
    let received = Received::of_link(link)?;
    let papers = Papers::received(&received.given, Reader::default()).ok()?;
    Some(received.verdict(Some(&papers), own, key))
}

#[test]
fn a_link_is_ones_own_only_as_it_was_given() {
    let own = json::private_of(calculator(), &order());
    let honest = link(|text| text);
    assert_eq!(verdict(&honest, &own, Some(&key())), Some(Verdict::Own { same_state: true }));
    assert_eq!(
        verdict(&honest, &Map::new(), Some(&key())),
        Some(Verdict::Own { same_state: false })
    );
    // Language and units are the reader's.
    assert_eq!(
        verdict(&link(|text| text.replacen("lang=en", "lang=zh", 1)), &own, Some(&key())),
        Some(Verdict::Own { same_state: true })
    );
    // Whatever is added stands outside the seal, whether it can be read or not.
    for added in [
        "&bogus=1",
        "&customer.valid_days=abc",
        "&exchange_rate=abc",
        "&customer.rfq=RFQ-10",
        "&currency=gold",
        "&shop.margin=90:percent",
        "&shop.key=00",
        "&lines=thread;M10",
        "&customer.contact=Somebody",
        "&overrides.x=1",
        "&v=2",
        "&issued=x",
        "&expedite",
    ] {
        let seen = verdict(&link(|text| text + added), &own, Some(&key()));
        assert!(seen.is_none_or(|seen| seen == Verdict::Forged), "{added}: {seen:?}");
        let first = verdict(
            &link(|text| text.replacen("&lines", &format!("{added}&lines"), 1)),
            &own,
            Some(&key()),
        );
        assert!(first.is_none_or(|seen| seen == Verdict::Forged), "{added} in front: {first:?}");
    }
    // In a row, in a cell beyond the row, in the heads of the rows, and in the record.
    type Change = fn(String) -> String;
    let changes: [(&str, Change); 6] = [
        ("a cell beyond the row", |text| {
            text.replacen("1000%205000", "1000%205000,extra", 1).replacen(
                "1000 5000",
                "1000 5000,extra",
                1,
            )
        }),
        ("a head twice", |text| text.replacen("lines=name,", "lines=name,name,", 1)),
        ("an unknown head", |text| text.replacen("lines=name,", "lines=name,colour,", 1)),
        ("a number that is none", |text| text.replacen(",40,", ",40x,", 1)),
        ("a cell beyond the record", |text| text.replacen('~', "|more~", 1)),
        ("the same price written otherwise", |text| {
            let (head, record) = text.split_once("&issued=").unwrap();
            let (record, rest) = record.split_once('&').unwrap_or((record, ""));
            let mut rows: Vec<String> = record.split('~').map(str::to_owned).collect();
            let cells: Vec<String> = rows[2]
                .split('|')
                .enumerate()
                .map(|(place, cell)| if place == 4 { format!("0{cell}") } else { cell.to_owned() })
                .collect();
            rows[2] = cells.join("|");
            format!(
                "{head}&issued={}{}{rest}",
                rows.join("~"),
                if rest.is_empty() { "" } else { "&" }
            )
        }),
    ];
    let text = unpack(honest.strip_prefix(PACKED).unwrap()).unwrap();
    for (what, change) in changes {
        assert_ne!(change(text.clone()), text, "{what} is no change");
        let seen = verdict(&link(change), &own, Some(&key()));
        assert!(seen.is_none_or(|seen| seen == Verdict::Forged), "{what}: {seen:?}");
    }
}

#[test]
fn without_a_key_of_ones_own_nothing_is_ones_own() {
    let honest = link(|text| text);
    assert_eq!(verdict(&honest, &Map::new(), None), Some(Verdict::Stranger));
    let other = Key::read("ffeeddccbbaa99887766554433221100").unwrap();
    assert_eq!(
        verdict(&honest, &object(&json!({ "shop.name": "Ningbo Dull" })), Some(&other)),
        Some(Verdict::Stranger)
    );
    // It bears my name, or what reads like it, without my mark.
    for name in ["Cixi Bright", "CIXI  BRIGHT", "Cixi\u{a0}Bri\u{200b}ght", "Сіхі Вright"] {
        assert_eq!(
            verdict(&honest, &object(&json!({ "shop.name": name })), Some(&other)),
            Some(Verdict::Unproven),
            "{name}"
        );
        assert_eq!(
            verdict(&honest, &object(&json!({ "shop.name": name })), None),
            Some(Verdict::Unproven),
            "{name}"
        );
    }
}
