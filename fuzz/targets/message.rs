//! What the page around an embedded calculator asks: no message, a refusal of a part, or wishes that can be followed and answered without what is private.
#![no_main]

use libfuzzer_sys::fuzz_target;
use platewise_fuzz::{are_carried, calculator, choice, evaluated, text};
use platewise_model::entry::{from_inputs, to_inputs, to_link};
use platewise_model::message::{Message, contrast, error, got, read, result};
use platewise_model::units::System;
use serde_json::Value;

fuzz_target!(|data: &[u8]| {
    let Some((choice, rest)) = choice(data) else { return };
    let (calculator, _) = calculator(choice);
    let wishes = match read(calculator, &text(rest)) {
        None | Some(Ok(Message::Hello | Message::Reset)) => return,
        Some(Ok(Message::Get(request))) => return assert!(request.len() <= 100),
        Some(Err(problems)) => {
            let told = error(&problems);
            let problems = told["problems"].as_array().unwrap();
            assert!(!problems.is_empty());
            let parts = ["field", "problem", "message", "message_zh"];
            return assert!(
                problems.iter().all(|problem| parts
                    .iter()
                    .all(|part| problem[part].as_str().is_some_and(|text| !text.is_empty()))),
                "{told}"
            );
        }
        Some(Ok(Message::Set(wishes))) => wishes,
    };
    if let Some(accent) = wishes.accent {
        for dark in [false, true] {
            let (colour, over) = accent.on_sheet(dark);
            assert!(contrast(parts(&colour), parts(&over)) >= 4.5, "{over} on {colour}");
        }
    }
    assert!(wishes.font_size_px.is_none_or(|size| (10.0..=28.0).contains(&size)));
    for name in wishes.shown.iter().chain(&wishes.fixed).flatten() {
        assert!(calculator.field(name).is_some());
    }
    let Some(inputs) = wishes.inputs else { return };
    assert!(inputs.keys().all(|name| calculator.field(name).is_some()));
    let (entries, _) = from_inputs(calculator, &inputs, wishes.units.unwrap_or(System::Metric));
    are_carried(calculator, &entries);
    let (given, unreadable) = to_inputs(calculator, &entries);
    evaluated(calculator, &given);
    if unreadable.is_empty() {
        let link = to_link(calculator, &entries, "en", System::Metric);
        for answer in
            [result(calculator, &Ok(given.clone()), &link), got(calculator, &Ok(given), &link, "1")]
        {
            assert!(answer.get("report").is_some() != answer.get("problems").is_some());
            let open = answer.pointer("/report/inputs").and_then(Value::as_object);
            let is_told = |name: &String| name.as_str() != "shop" && !calculator.is_private(name);
            assert!(
                open.is_none_or(|inputs| inputs.keys().all(is_told)),
                "what is private is in {answer}"
            );
        }
    }
});

/// The parts of a colour.
fn parts(colour: &str) -> [u8; 3] {
    [1, 3, 5]
        .map(|at| u8::from_str_radix(&colour[at..at + 2], 16).expect("a colour as it is written"))
}
