//! The shop at home: each private field of a calculator has a record of its own, so that windows beside each other write only what was changed in each.

use crate::storage;
use platewise_model::calculator::AnyCalculator;
use platewise_model::entry::{self, Entries};
use platewise_model::private;
use platewise_model::quotation::key::{Key, without_key};

/// Where the key has its record.
pub const KEY: &str = "key";

/// What stands in the records. What an earlier version kept together with the quote goes into them once, its key too; `memory` is what is left of that.
pub fn read(calculator: &'static AnyCalculator, memory: &mut String) -> Entries {
    if calculator.private.is_none() {
        return Entries::new();
    }
    if let Some(key) = Key::in_memory(memory) {
        if storage::get(KEY).is_none() {
            storage::set(KEY, key.write());
        }
        *memory = without_key(memory);
    }
    let once = private::of(calculator, &entry::from_memory(calculator, memory).entries);
    let stored = private::read(
        calculator,
        &|field| storage::get(&record(calculator, field)),
        &Entries::new(),
    );
    let shop = private::read(calculator, &|field| storage::get(&record(calculator, field)), &once);
    write(calculator, &stored, &shop);
    shop
}

/// Writes what was changed since it was written or read last.
pub fn write(calculator: &'static AnyCalculator, kept: &Entries, now: &Entries) {
    for edit in private::edits(calculator, kept, now) {
        let record = record(calculator, edit.field);
        match edit.text {
            Some(text) => storage::set(&record, &text),
            None => storage::remove(&record),
        }
    }
}

/// The field whose record has this name.
pub fn field_of(
    calculator: &'static AnyCalculator,
    name: &str,
) -> Option<&'static platewise_model::calculator::Field> {
    let field = name.strip_prefix(calculator.id)?.strip_prefix('.')?;
    calculator.field(field).filter(|field| calculator.is_private(field.name))
}

fn record(calculator: &AnyCalculator, field: &str) -> String {
    [calculator.id, ".", field].concat()
}
