//! A quote that was given: its link and its file bring back what was told whatever the shop, the engine and the data are by then, a shop knows its own
//! quotes again, and nobody else learns anything of it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod common;

use common::object;
use platewise_model::calculator::quote::issued::{Issued, Mark};
use platewise_model::calculator::{AnyCalculator, find};
use platewise_model::entry::{self, Entry};
use platewise_model::json;
use platewise_model::pack::{pack, unpack};
use platewise_model::quotation::key::Key;
use platewise_model::quotation::seal::{Recognised, sign};
use platewise_model::quotation::sheet::{Papers, page};
use platewise_model::report::format::Reader;
use platewise_model::units::System;
use platewise_model::words::Language;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

fn calculator() -> &'static AnyCalculator {
    find("quote").unwrap()
}

fn order(lines: usize) -> Map<String, Value> {
    let line = |place: usize| {
        json!({
            "name": format!("DWG-{}", 1000 + 37 * place), "shape": "hex_bolt", "thread": "M8", "length_mm": 30 + 5 * place,
            "designation": "Fe/Zn 8", "quantities": [1000, 5000, 20_000],
        })
    };
    object(&json!({
        "lines": (0..lines).map(line).collect::<Vec<_>>(),
        "customer.company": "宁波某某进出口有限公司", "customer.number": "Q-2026-052", "customer.rfq": "RFQ-2026-117", "customer.date": "2026-11-24",
        "shop.name": "慈溪光亮电镀有限公司", "shop.address": "浙江省慈溪市工业园区 8 号", "shop.contact": "0574-6300 0000, sales@example.cn",
        "shop.terms": "月结 30 天，含税送货上门。",
        "shop.margin": 0.2371, "shop.labour_cny_per_h": 41.37, "shop.line_cny_per_h": 517.3, "shop.minimum_cny": 413.0, "shop.energy_surcharge": 0.0325,
        "shop.zinc_cny_per_kg": 31.0, "shop.zinc_date": "2026-11-20",
    }))
}

fn key() -> Key {
    Key::read("00112233445566778899aabbccddeeff").unwrap()
}

/// What a quote is to the shop that has this key.
fn recognise(issued: &Issued, given: &Map<String, Value>, own: &Map<String, Value>) -> Recognised {
    platewise_model::quotation::seal::recognise(issued, given, own, Some(&key()))
}

fn papers(given: &Map<String, Value>) -> Papers {
    Papers::of(given, Reader::default()).unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// The inputs with the quote written down in them and signed: what leaves the house still has the shop in it, which links and files leave out.
fn issued(given: &Map<String, Value>) -> Map<String, Value> {
    let mut record = papers(given).issued().clone();
    sign(&mut record, given, Some(&key()));
    let mut all = given.clone();
    all.insert("issued".to_owned(), record.write().into());
    all
}

fn record(given: &Map<String, Value>) -> Issued {
    Issued::read(given["issued"].as_str().unwrap()).unwrap()
}

/// A link as it is copied, and the inputs that it brings to somebody else.
fn by_link(given: &Map<String, Value>) -> (String, Map<String, Value>) {
    let (entries, notices) = entry::from_inputs(calculator(), given, System::Metric);
    assert!(notices.is_empty(), "{notices:?}");
    let link = pack(&entry::to_pack(calculator(), &entries, "en", System::Metric));
    let read = entry::from_link(calculator(), &unpack(&link).unwrap());
    assert!(read.notices.is_empty(), "{:?}", read.notices);
    let (inputs, unreadable) = entry::to_inputs(calculator(), &read.entries);
    assert!(unreadable.is_empty());
    (link, inputs)
}

fn evaluate(given: &Map<String, Value>) -> Value {
    json::evaluate(calculator(), given).unwrap_or_else(|problems| panic!("{problems}"))
}

fn warned(document: &Value, id: &str) -> Option<String> {
    document["warnings"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["id"] == id)
        .map(|one| one["message"].as_str().unwrap().to_owned())
}

/// Until dates were read as dates, a request was known by the letters of its date. The fingerprints are FNV-1a, by another
/// program, of `{currency=3:usd,exchange_date=8:2026-3-4,exchange_rate=7.1,lines=[{designation=7:Fe/Zn 8,length_mm=30,
/// quantities=[1000,5000,],shape=8:hex_bolt,thread=2:M8,},],}` without the line break, and so on.
#[test]
fn prices_given_before_dates_were_dates_still_stand() {
    let fingerprints = [
        ("2026-03-04", "67c9487a67af167f"),
        ("2026-3-4", "5aee32a1d059ef94"),
        ("2026-03-4", "a361fd26110dd715"),
    ];
    for (date, fingerprint) in fingerprints {
        let given = object(&json!({
            "lines": [{ "shape": "hex_bolt", "thread": "M8", "length_mm": 30, "designation": "Fe/Zn 8", "quantities": [1000, 5000] }],
            "currency": "usd", "exchange_rate": 7.1, "exchange_date": date,
        }));
        let mut issued = issued(&given);
        assert_eq!(record(&issued).request, fingerprints[0].1, "{date}");
        let older = Issued { request: fingerprint.to_owned(), ..record(&issued) };
        issued.insert("issued".to_owned(), older.write().into());
        assert!(papers(&issued).is_as_asked(), "{date}");
        assert_eq!(warned(&evaluate(&issued), "request_changed"), None, "{date}");
        issued.insert("exchange_date".to_owned(), "2026-03-05".into());
        assert!(warned(&evaluate(&issued), "request_changed").is_some(), "another day");
    }
}

#[test]
fn twelve_lines_with_three_breaks_and_a_letterhead_fit_into_a_link() {
    let (link, _) = by_link(&issued(&order(12)));
    assert!(link.len() < 1100, "{}", link.len());
    assert!(
        link.chars().all(|letter| letter.is_ascii_alphanumeric() || "-_".contains(letter)),
        "nothing in it has to be escaped"
    );
}

#[test]
fn who_opens_a_link_without_the_shop_reads_the_very_sheet_that_was_given() {
    for lines in [1, 3, 13, 200] {
        let given = issued(&order(lines));
        let (_, received) = by_link(&given);
        assert!(received.keys().all(|name| !name.starts_with("shop.")), "{:?}", received.keys());
        let theirs = Papers::received(&received, Reader::default()).unwrap();
        for language in Language::ALL {
            assert_eq!(theirs.sheet(language), papers(&given).sheet(language));
        }
        assert!(theirs.numbers().is_none());
    }
}

#[test]
fn a_link_holds_nothing_of_cost_margin_or_rules() {
    let mut given = order(3);
    given.insert("shop.minimum_cny".to_owned(), 13.57.into()); // one that is not charged: what is charged is no secret
    let given = issued(&given);
    let (link, _) = by_link(&given);
    let text = unpack(&link).unwrap();
    let mut secrets: Vec<String> = [
        "23.71", "2371", "41.37", "517.3", "13.57", "1357", "0.0325", "00112233", "shop.", "margin",
    ]
    .map(str::to_owned)
    .to_vec();
    for one in papers(&given).numbers().unwrap().offer.lines.iter().flat_map(|line| &line.breaks) {
        secrets.extend([
            format!("{:.4}", one.unit_cost),
            format!("{:.2}", one.cost.total()),
            format!("{:.0}", one.cost.total() * 100.0),
        ]);
    }
    for secret in secrets {
        assert!(!text.contains(&secret), "{secret} in {text}");
    }
    assert!(text.contains("慈溪光亮电镀有限公司"), "so the search finds what is there");
    // Nor can the mark be tried against margins: it is another one with another key.
    let mut other = record(&given);
    sign(&mut other, &given, Key::read("ffeeddccbbaa99887766554433221100").as_ref());
    let (one, other) = (record(&given).mark, other.mark);
    assert!(one.shop != other.shop && one.state != other.state && one.seal != other.seal);
}

#[test]
fn a_shop_knows_its_own_quotes_again() {
    let given = issued(&order(3));
    let (_, received) = by_link(&given);
    let own = json::private_of(calculator(), &given);
    assert_eq!(
        recognise(&record(&received), &received, &own),
        Recognised::Own { same_state: true }
    );
    // Another shop, and nobody.
    for other in [None, Key::read("another")] {
        let seen = platewise_model::quotation::seal::recognise(
            &record(&received),
            &received,
            &own,
            other.as_ref(),
        );
        assert_eq!(seen, Recognised::Stranger);
    }
    // The same shop with another margin.
    let mut later = own.clone();
    later.insert("shop.margin".to_owned(), 0.25.into());
    assert_eq!(
        recognise(&record(&received), &received, &later),
        Recognised::Own { same_state: false }
    );
    // A colleague who loaded the profile and reads other units.
    let file = json::profile(calculator(), &own);
    let (entries, notices) = entry::from_inputs(
        calculator(),
        &json::inputs_of(&file, calculator()).unwrap(),
        System::Us,
    );
    assert!(notices.is_empty());
    let (colleague, _) = entry::to_inputs(calculator(), &entries);
    assert_eq!(
        recognise(&record(&received), &received, &colleague),
        Recognised::Own { same_state: true }
    );
}

#[test]
fn what_was_changed_on_its_way_is_told() {
    let given = issued(&order(3));
    let (_, received) = by_link(&given);
    let own = json::private_of(calculator(), &given);
    let forged = |change: &dyn Fn(&mut Issued, &mut Map<String, Value>)| {
        let (mut record, mut inputs) = (record(&received), received.clone());
        change(&mut record, &mut inputs);
        recognise(&record, &inputs, &own)
    };
    assert_eq!(forged(&|_, _| {}), Recognised::Own { same_state: true });
    type Forge<'a> = &'a dyn Fn(&mut Issued, &mut Map<String, Value>);
    let changes: [Forge; 6] = [
        &|record, _| record.given.lines[0].breaks[0].unit_price.0 -= 1,
        &|record, _| record.given.lines[2].charged.0 -= 1,
        &|record, _| record.given.surcharges[0].0 = 0,
        &|record, _| record.letter[3] = "90 days".to_owned(),
        &|_, inputs| drop(inputs.insert("customer.date".to_owned(), "2027-11-24".into())),
        &|_, inputs| inputs["lines"][0]["length_mm"] = 80.into(),
    ];
    for change in changes {
        assert_eq!(forged(change), Recognised::Forged);
    }
}

/// The record of an older engine: its prices stand, what would change is told with its amounts, and nothing changes until somebody asks.
#[test]
fn prices_of_an_older_engine_stand_and_what_would_change_is_told() {
    let mut given = issued(&order(3));
    let mut older = record(&given);
    older.engine = "0.1.0".to_owned();
    older.data = "2025-01-01".to_owned();
    let now = older.given.lines[1].breaks[1].unit_price;
    older.given.lines[1].breaks[1].unit_price.0 = 777;
    older.given.lines[0].charged.0 += 10_000;
    given.insert("issued".to_owned(), older.write().into());
    let document = evaluate(&given);
    let results = &document["results"];
    assert_eq!(results["lines"][1]["quantities"][1]["unit_price"], 0.0777);
    assert_eq!(results["lines"][1]["quantities"][1]["line_price"], 388.5);
    let before = evaluate(&order(3));
    let total = |document: &Value| document["results"]["total_price"].as_f64().unwrap();
    // A hundred more for the first line, with tax on it.
    assert!(
        (total(&document) - total(&before) - 113.0).abs() < 0.011,
        "{} {}",
        total(&document),
        total(&before)
    );
    let told = warned(&document, "would_change").unwrap();
    assert!(
        told.contains("0.1.0") && told.contains("2025-01-01") && told.contains("would change: 4,"),
        "{told}"
    ); // total, tax, charged, unit price
    let sheet = papers(&given).sheet(Language::En);
    assert!((sheet.lines[1].offered[1].unit_price - 0.0777).abs() < 1e-12);
    assert_eq!(sheet.stamp, "Platewise 0.1.0, 2025-01-01");
    assert!(page::write(&sheet).contains("0.0777"));
    // Priced anew when asked.
    given.remove("issued");
    assert_eq!(evaluate(&given)["results"]["lines"][1]["quantities"][1]["unit_price"], now.value());
    assert_eq!(warned(&evaluate(&given), "would_change"), None);
}

#[test]
fn prices_stand_for_what_was_asked_and_for_nothing_else() {
    let given = issued(&order(3));
    let fresh = evaluate(&order(3));
    let same = evaluate(&given);
    let mut expected = fresh["results"].clone();
    for line in expected["lines"].as_array_mut().unwrap() {
        line["metal_price"] = Value::Null; // of a quote that was given only its sum is known
    }
    assert_eq!(same["results"], expected);
    assert_eq!(warned(&same, "would_change"), None);
    for (name, value) in
        [("expedite", json!("yes")), ("currency", json!("usd")), ("tax_basis", json!("none"))]
    {
        let mut other = given.clone();
        other.insert(name.to_owned(), value);
        assert!(warned(&evaluate(&other), "request_changed").is_some(), "{name}");
    }
    let mut longer = given.clone();
    longer["lines"][2]["length_mm"] = 80.into();
    assert!(warned(&evaluate(&longer), "request_changed").is_some());
    // What changes no price changes nothing.
    let mut other = given.clone();
    other.insert("customer.company".to_owned(), "Another Buyer".into());
    other.insert("language".to_owned(), "zh".into());
    assert_eq!(warned(&evaluate(&other), "request_changed"), None);
}

#[test]
fn a_damaged_record_is_told_and_prices_are_new() {
    for damaged in [
        "",
        "x",
        "~|~|",
        "0.3.0|2026-11-24|0",
        &issued(&order(3))["issued"].as_str().unwrap()[..200],
    ] {
        let mut given = order(3);
        given.insert("issued".to_owned(), damaged.into());
        let document = evaluate(&given);
        assert_eq!(
            document["results"]["total_price"],
            evaluate(&order(3))["results"]["total_price"]
        );
        assert!(warned(&document, "quoted_unreadable").is_some(), "{damaged}");
        let problems = Papers::received(&given, Reader::default()).err().unwrap();
        assert!(
            problems.iter().any(|one| one.field == "issued" && one.fault.id() == "bad_record"),
            "{problems:?}"
        );
    }
    // A record of other lines.
    let mut given = issued(&order(3));
    given["lines"].as_array_mut().unwrap().pop();
    assert!(Papers::received(&given, Reader::default()).is_err());
}

#[test]
fn what_a_crafted_link_names_of_a_shop_does_not_count() {
    let mut received = by_link(&issued(&order(2))).1;
    let honest = Papers::received(&received, Reader::default()).unwrap().sheet(Language::En);
    received.insert("shop.name".to_owned(), "Somebody Else".into());
    received.insert("shop.tax".to_owned(), 0.0.into());
    assert_eq!(Papers::received(&received, Reader::default()).unwrap().sheet(Language::En), honest);
}

#[test]
fn a_text_of_any_kind_comes_back_from_a_link() {
    for text in [
        "a&b=c#d%20e",
        "A,B;C:D~E|F",
        "100% ≥ 8 µm",
        "表面处理；锌镍",
        "=1+1",
        "<b>",
        "line\nbreak",
    ] {
        let mut given = order(1);
        given["lines"][0]["name"] = text.into();
        for name in ["customer.company", "shop.name", "shop.terms"] {
            given.insert(name.to_owned(), text.into());
        }
        let (_, received) = by_link(&issued(&given));
        assert_eq!(received["lines"][0]["name"], text);
        assert_eq!(received["customer.company"], text);
        let sheet = Papers::received(&received, Reader::default()).unwrap().sheet(Language::En);
        assert_eq!((sheet.lines[0].name.as_str(), sheet.letterhead[0].as_str()), (text, text));
    }
}

#[test]
fn a_bomb_is_no_link() {
    let bomb = pack(&"v=1&lines=".repeat(100_000));
    assert!(bomb.len() < 10_000);
    assert_eq!(unpack(&bomb), None);
    for text in ["", "%%%", "AAAA", "////", "é"] {
        assert!(unpack(text).is_none_or(|text| text.is_empty()), "{text}");
    }
}

proptest! {
    #[test]
    fn a_record_reads_as_it_was_written(
        words in prop::array::uniform6(".{0,40}"),
        prices in prop::collection::vec((1_u64..1_000_000_000, 0_i64..1_000_000_000, 0_u32..1000), 1..8),
        sums in prop::array::uniform4(-1_000_000_i64..1_000_000),
        thickness in 0.1..200.0_f64,
    ) {
        let mut issued = record(&issued(&order(1)));
        issued.letter = words;
        issued.mark = Mark { shop: "s".to_owned(), state: "t".to_owned(), seal: "u".to_owned() };
        issued.given.surcharges = sums.map(platewise_model::quote::price::Amount);
        issued.work[0].thickness_um = (thickness * 100.0).round() / 100.0;
        issued.given.lines[0].breaks = prices
            .iter()
            .map(|(pieces, price, days)| platewise_model::quote::given::GivenBreak {
                pieces: *pieces,
                unit_price: platewise_model::quote::price::UnitPrice(*price),
                charged: platewise_model::quote::price::Amount(*price),
                lead_days: f64::from(*days),
            })
            .collect();
        prop_assert_eq!(Issued::read(&issued.write()), Some(issued));
    }

    #[test]
    fn any_text_near_a_record_is_a_record_or_none(place in 0_usize..600, with in ".{0,3}", cut in 0_usize..600) {
        let text = issued(&order(2))["issued"].as_str().unwrap().to_owned();
        let changed: String = text.chars().take(place).chain(with.chars()).chain(text.chars().skip(place + cut % 5)).collect();
        let cut: String = text.chars().take(cut).collect();
        for text in [changed, cut] {
            if let Some(read) = Issued::read(&text) {
                prop_assert_eq!(Issued::read(&read.write()), Some(read));
            }
            let mut given = order(2);
            given.insert("issued".to_owned(), text.into());
            prop_assert!(json::evaluate(calculator(), &given).is_ok());
            if let Ok(papers) = Papers::received(&given, Reader::default()) {
                page::write(&papers.sheet(Language::Zh));
            }
        }
    }

    #[test]
    fn any_letters_are_a_link_or_none(text in ".{0,200}", letters in "[A-Za-z0-9_-]{0,200}") {
        for text in [text, letters] {
            if let Some(text) = unpack(&text) {
                let read = entry::from_link(calculator(), &text);
                let (inputs, _) = entry::to_inputs(calculator(), &read.entries);
                drop(Papers::received(&inputs, Reader::default()));
            }
        }
    }

    #[test]
    fn an_entry_comes_back_from_what_is_packed(name in ".{0,30}", company in ".{0,30}") {
        let mut row = entry::Entries::new();
        row.insert("name", Entry::plain(name.clone()));
        let entries = entry::Entries::from([("lines", Entry::rows(vec![row])), ("customer.company", Entry::plain(company.clone()))]);
        let read = entry::from_link(calculator(), &entry::to_pack(calculator(), &entries, "zh", System::Metric)).entries;
        prop_assert_eq!(&read["customer.company"].text, &company);
        if !name.is_empty() {
            prop_assert_eq!(&read["lines"].rows[0]["name"].text, &name);
        }
    }
}

/// Whoever orders a larger quantity instead is charged the minimum of a lot too: no break is offered for less than it would cost to order it.
#[test]
fn no_larger_quantity_is_offered_for_less_than_the_minimum_of_a_lot() {
    let inputs = object(
        &json!({ "lines": [{ "thread": "M8", "length_mm": 40, "quantities": [20, 40, 80, 5000] }], "shop.minimum_cny": 250 }),
    );
    let sheet = papers(&inputs).sheet(Language::En);
    let charged: Vec<f64> = sheet.lines[0].offered.iter().map(|one| one.charged).collect();
    assert!(charged.windows(2).all(|pair| pair[0] <= pair[1]), "{charged:?}");
    assert_eq!(charged[..3], [250.0; 3]);
    assert!(page::write(&sheet).matches("for the lot").count() == 3);
    // So does the one who has it from a link.
    let (_, received) = by_link(&issued(&inputs));
    assert_eq!(Papers::received(&received, Reader::default()).unwrap().sheet(Language::En), sheet);
}

#[test]
fn what_stands_is_told_as_quoted_and_costs_what_it_costs_today() {
    let mut given = issued(&order(1));
    given.insert("shop.minimum_cny".to_owned(), 0.into());
    let line = &evaluate(&given)["results"]["lines"][0];
    assert_eq!(
        (line["charged_price"].as_f64(), line["minimums_applied"].as_str()),
        (Some(413.0), Some("as_quoted"))
    );
    // Zinc has become dear since: the surcharge stays that of then, the cost is that of today.
    let cost =
        |given: &Map<String, Value>| evaluate(given)["results"]["total_cost_cny"].as_f64().unwrap();
    let (mut dear, mut anew) = (issued(&order(1)), order(1));
    for inputs in [&mut dear, &mut anew] {
        inputs.insert("shop.zinc_cny_per_kg".to_owned(), 900.into());
    }
    assert!((cost(&dear) - cost(&anew)).abs() < 1e-9, "{} {}", cost(&dear), cost(&anew));
}

#[test]
fn a_request_that_was_changed_does_not_fit_its_prices() {
    let (_, mut received) = by_link(&issued(&order(2)));
    assert!(Papers::received(&received, Reader::default()).unwrap().is_as_asked());
    received["lines"][0]["length_mm"] = 500.into();
    assert!(!Papers::received(&received, Reader::default()).unwrap().is_as_asked());
}

#[test]
fn a_memory_is_as_long_as_it_is() {
    let mut given = order(200);
    for line in given["lines"].as_array_mut().unwrap() {
        line["name"] = "外六角螺栓".repeat(20).into();
    }
    let (entries, _) = entry::from_inputs(calculator(), &issued(&given), System::Metric);
    let memory = entry::to_memory(calculator(), &entries, "zh", System::Metric);
    assert!(memory.len() > 150_000);
    let read = entry::from_memory(calculator(), &memory);
    assert!(read.notices.is_empty() && read.entries == entries);
}

#[test]
fn two_quotes_do_not_tell_whether_a_shop_has_changed() {
    let (one, other) = (record(&issued(&order(1))).mark, record(&issued(&order(2))).mark);
    assert!(one.shop == other.shop && one.state != other.state);
}
