//! Inputs as JSON, as text or drawn field by field: an answer or problems that name a field, and what was written is read back with the same results.
#![no_main]

use libfuzzer_sys::fuzz_target;
use platewise_fuzz::{Drawn, calculator, choice, evaluated, is_read_back};
use platewise_model::json;

fuzz_target!(|data: &[u8]| {
    let Some((choice, rest)) = choice(data) else { return };
    let (calculator, way) = calculator(choice);
    let inputs = if way % 2 == 0 {
        let Ok(document) = serde_json::from_slice(rest) else { return };
        let Ok(inputs) = json::inputs_of(&document, calculator) else { return };
        inputs
    } else {
        Drawn(rest).inputs(calculator.fields(), 40)
    };
    if let Some(document) = evaluated(calculator, &inputs) {
        is_read_back(calculator, &document);
    }
});
