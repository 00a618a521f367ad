//! A saved file that is opened in the browser: what it brings stands in the fields, is carried on, and a file saved again brings the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use platewise_fuzz::{are_carried, calculator, choice, evaluated, text};
use platewise_model::entry::{from_inputs, to_inputs};
use platewise_model::json;
use platewise_model::units::System;
use serde_json::Value;

fuzz_target!(|data: &[u8]| {
    let Some((choice, rest)) = choice(data) else { return };
    let (calculator, way) = calculator(choice);
    let system = if way % 2 == 0 { System::Metric } else { System::Us };
    let Ok(document) = serde_json::from_str::<Value>(text(rest).trim_start_matches('\u{feff}'))
    else {
        return;
    };
    let Ok(inputs) = json::inputs_of(&document, calculator) else { return };
    let _ = json::is_profile(calculator, &inputs);
    let (entries, _) = from_inputs(calculator, &inputs, system);
    let meant = are_carried(calculator, &entries);
    // Texts of people become numbers with ten digits once, and stay as they are from then on.
    let (typed, _) = from_inputs(calculator, &meant, system);
    let (again, notices) = from_inputs(calculator, &to_inputs(calculator, &typed).0, system);
    assert_eq!(again, typed);
    assert!(notices.is_empty(), "{notices:?}");
    evaluated(calculator, &meant);
    let private = json::private_of(calculator, &meant);
    let open = json::open_of(calculator, &meant);
    assert!(
        private.keys().all(|name| calculator.is_private(name))
            && open.keys().all(|name| !calculator.is_private(name))
    );
    let profile = json::profile(calculator, &meant);
    assert_eq!(json::inputs_of(&profile, calculator).as_ref(), Ok(&private));
});
