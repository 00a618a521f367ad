//! What stands behind `#` in an address: read, written and read again it is the same, and whatever it says has an answer or a named problem.
#![no_main]

use libfuzzer_sys::fuzz_target;
use platewise_fuzz::{are_carried, calculator, choice, evaluated, text};
use platewise_model::entry::{from_link, from_memory, in_system};
use platewise_model::units::System;

fuzz_target!(|data: &[u8]| {
    let Some((choice, rest)) = choice(data) else { return };
    let (calculator, way) = calculator(choice);
    let link = text(rest);
    let mut read =
        if way % 2 == 0 { from_link(calculator, &link) } else { from_memory(calculator, &link) };
    let inputs = are_carried(calculator, &read.entries);
    evaluated(calculator, &inputs);
    // Another system of units: the same quantities in other texts.
    in_system(calculator.fields(), &mut read.entries, System::Us);
    are_carried(calculator, &read.entries);
});
