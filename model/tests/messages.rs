//! The messages between an embedded calculator and its host: what is read, what is refused and why, what is ignored; colours that can be read.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use platewise_model::calculator::{ALL, AnyCalculator, find};
use platewise_model::message::{self, Accent, LONGEST, Message, contrast};
use platewise_model::units::System;
use platewise_model::words::Language;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

fn plating_time() -> &'static AnyCalculator {
    find("plating-time").unwrap()
}

fn read(message: &Value) -> Option<Result<Message, Value>> {
    message::read(plating_time(), &message.to_string())
}

#[track_caller]
fn refused(message: &Value) -> Value {
    let problems = read(message).unwrap().unwrap_err();
    let first = problems["problems"][0].clone();
    assert!(
        first["message"].as_str().is_some_and(|text| !text.is_empty())
            && first["message_zh"].as_str().is_some_and(|text| !text.is_empty())
    );
    first["field"].clone()
}

#[test]
fn what_is_not_of_this_contract_is_ignored() {
    let no_messages = [
        json!(null),
        json!(7),
        json!("hello"),
        json!([]),
        json!({}),
        json!({ "kind": "hello" }),
        json!({ "platewise": 1 }),
        json!({ "platewise": 2, "kind": "hello" }),
        json!({ "platewise": "1", "kind": "hello" }),
        json!({ "platewise": 1, "kind": "open" }),
        json!({ "platewise": 1, "kind": 7 }),
        json!({ "platewise": 1, "kind": null }),
    ];
    for message in no_messages {
        assert_eq!(read(&message), None, "{message}");
    }
    assert_eq!(
        message::read(plating_time(), "{\"platewise\": 1, \"kind\": \"hello\""),
        None,
        "half a message"
    );
    let long =
        format!("{{\"platewise\":1,\"kind\":\"hello\",\"more\":\"{}\"}}", "x".repeat(LONGEST));
    assert_eq!(message::read(plating_time(), &long), None, "one that is too long");
}

#[test]
fn what_is_asked_is_read_part_by_part() {
    assert_eq!(
        read(&json!({ "platewise": 1, "kind": "hello", "newer": true })),
        Some(Ok(Message::Hello))
    );
    assert_eq!(read(&json!({ "platewise": 1, "kind": "reset" })), Some(Ok(Message::Reset)));
    assert_eq!(
        read(&json!({ "platewise": 1, "kind": "get", "request": "7" })),
        Some(Ok(Message::Get("7".to_owned())))
    );
    let set = json!({ "platewise": 1, "kind": "set", "inputs": { "thickness_um": 8 }, "language": "zh-CN", "units": "us", "theme": "dark", "accent": "#0a6785",
        "font_size_px": 18, "shown": ["thickness_um"], "fixed": [], "preset": "m8_a3c" });
    let Some(Ok(Message::Set(wishes))) = read(&set) else { panic!("not read") };
    assert_eq!(wishes.inputs, Some(Map::from_iter([("thickness_um".to_owned(), json!(8))])));
    assert_eq!(
        (wishes.language, wishes.units, wishes.theme.as_deref()),
        (Some(Language::Zh), Some(System::Us), Some("dark"))
    );
    assert_eq!((wishes.accent, wishes.font_size_px), (Accent::read("#0a6785"), Some(18.0)));
    assert_eq!(
        (wishes.shown.as_deref(), wishes.fixed.as_deref(), wishes.preset),
        (Some(&["thickness_um"][..]), Some(&[][..]), Some("m8_a3c"))
    );
    // What is null was never there.
    let Some(Ok(Message::Set(wishes))) =
        read(&json!({ "platewise": 1, "kind": "set", "inputs": null, "theme": null }))
    else {
        panic!("not read")
    };
    assert_eq!(*wishes, message::Wishes::default());
}

/// A page that sets something at every step of a slider is followed once for many of them.
#[test]
fn wishes_after_one_another_are_those_that_held_last() {
    let wishes = |parts: Value| {
        let mut message = json!({ "platewise": 1, "kind": "set" });
        message.as_object_mut().unwrap().extend(parts.as_object().unwrap().clone());
        let Some(Ok(Message::Set(wishes))) = read(&message) else { panic!("not read: {message}") };
        *wishes
    };
    let then = |one: Value, other: Value| wishes(one).then(wishes(other));
    let first = json!({ "inputs": { "thickness_um": 8, "area_dm2": 2 }, "language": "zh", "units": "us", "theme": "dark", "accent": "#123456", "font_size_px": 18, "shown": ["bath"], "fixed": ["bath"] });
    assert_eq!(then(first.clone(), json!({})), wishes(first.clone()), "nothing changes nothing");
    assert_eq!(then(json!({}), first.clone()), wishes(first.clone()));
    let second = json!({ "inputs": { "thickness_um": 9 }, "language": "en", "units": "metric", "theme": "auto", "accent": "#654321", "font_size_px": 12, "shown": [], "fixed": [] });
    let mut both = second.clone();
    both["inputs"]["area_dm2"] = json!(2);
    assert_eq!(
        then(first.clone(), second),
        wishes(both),
        "the later of each, and inputs one by one"
    );
    let example = then(first.clone(), json!({ "preset": "m8_a3c" }));
    assert_eq!((example.preset, example.inputs), (Some("m8_a3c"), None), "an example begins anew");
    assert_eq!(
        then(json!({ "preset": "m8_a3c" }), first).inputs.map(|inputs| inputs.len()),
        Some(2),
        "and is changed by what follows"
    );
}

#[test]
fn a_part_of_another_shape_is_refused_by_its_name() {
    let cases = [
        ("inputs", json!([1])),
        ("inputs", json!("thickness_um=8")),
        ("inputs", json!({ "thicknes_um": 8 })),
        ("language", json!("fr")),
        ("language", json!(1)),
        ("units", json!("imperial")),
        ("theme", json!("blue")),
        ("accent", json!("red")),
        ("accent", json!("#12345")),
        ("accent", json!("#0a67856")),
        ("accent", json!("#０a6785")),
        ("font_size_px", json!(9)),
        ("font_size_px", json!(1e300)),
        ("font_size_px", json!("16")),
        ("shown", json!("thickness_um")),
        ("shown", json!(["x\"]{}*{display:none}"])),
        ("fixed", json!([{}])),
        ("preset", json!("none_of_these")),
    ];
    for (part, value) in cases {
        assert_eq!(
            refused(&json!({ "platewise": 1, "kind": "set", part: value })),
            part,
            "{value}"
        );
    }
    assert_eq!(
        refused(&json!({ "platewise": 1, "kind": "get", "request": "x".repeat(101) })),
        "request"
    );
}

#[test]
fn results_are_those_of_the_command_line_and_a_quote_tells_no_cost() {
    let inputs: Map<String, Value> = Map::from_iter([("thickness_um".to_owned(), json!(12))]);
    let told = message::result(plating_time(), &Ok(inputs.clone()), "v=1");
    assert_eq!(told["report"], platewise_model::json::evaluate(plating_time(), &inputs).unwrap());
    assert_eq!(
        (&told["platewise"], &told["kind"], &told["link"]),
        (&json!(1), &json!("result"), &json!("v=1"))
    );
    let wrong = message::result(
        plating_time(),
        &Ok(Map::from_iter([("thickness_um".to_owned(), json!(-1))])),
        "",
    );
    assert_eq!(wrong["problems"][0]["field"], "thickness_um");
    let quote = message::got(find("quote").unwrap(), &Ok(Map::new()), "", "1").to_string();
    for secret in ["margin", "unit_cost", "labour", "steps"] {
        assert!(!quote.contains(secret), "{secret}");
    }
}

#[test]
fn contrast_is_that_of_the_guidelines() {
    // WCAG 2.2: black on white is 21 : 1; #767676 is the lightest grey that passes 4.5 : 1 on white (4.54), #777777 does not (4.48).
    assert!((contrast([0; 3], [255; 3]) - 21.0).abs() < 1e-9);
    assert!((contrast([0x76; 3], [255; 3]) - 4.54).abs() < 0.005);
    assert!((contrast([0x77; 3], [255; 3]) - 4.48).abs() < 0.005);
}

fn parts(colour: &str) -> [u8; 3] {
    [1, 3, 5].map(|at| u8::from_str_radix(&colour[at..at + 2], 16).unwrap())
}

proptest! {
    #[test]
    fn any_accent_can_be_read_on_its_sheet_and_be_written_on(r: u8, g: u8, b: u8) {
        let accent = Accent::read(&format!("#{r:02x}{g:02x}{b:02x}")).unwrap();
        for (dark, sheet) in [(false, [255, 255, 255]), (true, [24, 28, 32])] {
            let (colour, over) = accent.on_sheet(dark);
            prop_assert!(contrast(parts(&colour), sheet) >= 4.5);
            prop_assert!(contrast(parts(&colour), parts(&over)) >= 4.5);
        }
    }

    #[test]
    fn no_text_is_more_than_a_message_a_refusal_or_nothing(text in "\\PC{0,200}", kind in "hello|set|get|reset|\\PC{0,8}", part in "inputs|shown|fixed|accent|preset|theme|\\PC{0,8}") {
        for calculator in ALL {
            let _ = message::read(calculator, &text);
            let set = json!({ "platewise": 1, "kind": kind, part.as_str(): text }).to_string();
            if let Some(Err(problems)) = message::read(calculator, &set) {
                prop_assert!(!problems["problems"].as_array().unwrap().is_empty());
            }
        }
    }
}
