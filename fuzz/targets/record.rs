//! The record of a quote that was given, as it stands in a file or packed into a link: read or refused, written as it was, known again by its shop and by
//! nobody else, and shown on papers.
#![no_main]

use libfuzzer_sys::fuzz_target;
use platewise_fuzz::{FOREIGN, are_carried, choice, evaluated, pieces, text};
use platewise_model::calculator::find;
use platewise_model::calculator::quote::issued::Issued;
use platewise_model::quotation::key::Key;
use platewise_model::quotation::received::{Received, Verdict};
use platewise_model::quotation::seal::{Recognised, recognise, sign};
use platewise_model::quotation::sheet::{Papers, page, rows, workbook};
use platewise_model::entry::from_link;
use platewise_model::json::{as_given, private_of};
use platewise_model::pack::{pack, unpack};
use platewise_model::report::format::Reader;
use platewise_model::words::Language;
use serde_json::{Map, Value};

fuzz_target!(|data: &[u8]| {
    let Some((choice, rest)) = choice(data) else { return };
    let quote = find("quote").unwrap();
    match choice % 3 {
        // A record, and behind it the rest of a link.
        0 => {
            let mut pieces = pieces(rest).map(text);
            let (record, link) =
                (pieces.next().unwrap_or_default(), pieces.next().unwrap_or_default());
            let mut given = are_carried(quote, &from_link(quote, &link).entries);
            given.insert("issued".to_owned(), record.as_ref().into());
            is_received(&given, &record);
        }
        // A packed link.
        1 => {
            let Some(link) = unpack(&text(rest)) else { return };
            assert!(link.len() <= 150_000);
            assert_eq!(unpack(&pack(&link)).as_ref(), Some(&link));
            let given = are_carried(quote, &from_link(quote, &link).entries);
            let record = given.get("issued").and_then(Value::as_str).unwrap_or_default().to_owned();
            is_received(&given, &record);
        }
        // A link that is packed here.
        _ => {
            let link = text(rest);
            assert_eq!(unpack(&pack(&link)).as_deref(), Some(link.as_ref()));
            is_judged(&link);
            let given = are_carried(quote, &from_link(quote, &link).entries);
            let record = given.get("issued").and_then(Value::as_str).unwrap_or_default().to_owned();
            is_received(&given, &record);
        }
    }
});

fn is_received(given: &Map<String, Value>, record: &str) {
    let quote = find("quote").unwrap();
    evaluated(quote, given);
    if let Some(issued) = Issued::read(record) {
        let written = issued.write();
        assert_eq!(Issued::read(&written).as_ref(), Some(&issued), "{written}");
        assert_eq!(Issued::read(&written).map(|again| again.write()).as_ref(), Some(&written));
        is_known_again(given, issued);
    }
    for language in [Language::En, Language::Zh] {
        let reader = Reader { language, ..Reader::default() };
        let Ok(papers) = Papers::received(given, reader) else { continue };
        is_on_paper(&papers, language);
        assert!(papers.numbers().is_none());
    }
    if let Ok(papers) = Papers::of(given, Reader::default()) {
        is_on_paper(&papers, papers.language());
        let whole = quote.evaluate_fully(given);
        let report = whole.outcome.expect("papers of an answer");
        let open = as_given(quote, given, &report, true);
        let inputs = platewise_model::json::inputs_of(&open, quote)
            .expect("what somebody else gets holds inputs");
        assert!(inputs.keys().all(|name| !quote.is_private(name)));
    }
}

fn is_on_paper(papers: &Papers, language: Language) {
    let sheet = papers.sheet(language);
    assert!(!page::write(&sheet).contains(FOREIGN), "foreign markup on the sheet");
    assert!(!rows::write(&sheet).is_empty());
    if language == Language::Zh {
        workbook::customer(&sheet).expect("a sheet can be saved"); // which takes long
    }
    assert!(papers.number().chars().count() <= 40);
}

/// Signed by a shop it is its own to this shop, no longer when a price in it is changed, and never to another.
fn is_known_again(signed: &Map<String, Value>, mut issued: Issued) {
    let (key, other) = (
        Key::read("00112233445566778899aabbccddeeff"),
        Key::read("ffeeddccbbaa99887766554433221100"),
    );
    let own = private_of(find("quote").unwrap(), signed);
    sign(&mut issued, signed, key.as_ref());
    let received = Issued::read(&issued.write()).expect("what is signed is read");
    assert!(matches!(recognise(&received, signed, &own, key.as_ref()), Recognised::Own { .. }));
    assert_eq!(recognise(&received, signed, &own, other.as_ref()), Recognised::Stranger);
    assert_eq!(recognise(&received, signed, &own, None), Recognised::Stranger);
    let mut changed = received.clone();
    changed.given.lines[0].charged.0 ^= 1;
    assert_eq!(recognise(&changed, signed, &own, key.as_ref()), Recognised::Forged);
}

/// Nobody's quote is the own one of a shop without a key, whatever stands in the link.
fn is_judged(link: &str) {
    let Some(received) = Received::of_link(link) else { return };
    let Ok(papers) = Papers::received(&received.given, Reader::default()) else { return };
    assert!(!matches!(
        received.verdict(Some(&papers), &Map::new(), None),
        Verdict::Own { .. } | Verdict::Forged
    ));
}
