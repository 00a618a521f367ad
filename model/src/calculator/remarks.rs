//! What has to be said of how typed texts among inputs were read.

use super::field::{Field, Kind, cell_name};
use super::typed::remark;
use crate::words::Phrase;
use serde_json::{Map, Value};

/// What has to be said of texts among inputs, each with the name of its field.
pub fn remarks(fields: &[Field], given: &Map<String, Value>) -> Vec<(String, Phrase)> {
    let mut told = Vec::new();
    for field in fields {
        match (field.kind, found(given, field.name)) {
            (Kind::Number { dimension, .. }, Some(Value::String(text))) => {
                told.extend(remark(text, dimension, 0).map(|words| (field.name.to_owned(), words)));
            }
            (Kind::Rows { fields, .. }, Some(Value::Array(rows))) => {
                for (row, cells) in rows.iter().enumerate() {
                    let found = cells.as_object().map(|cells| remarks(fields(), cells));
                    let named = found.into_iter().flatten();
                    told.extend(
                        named.map(|(cell, words)| (cell_name(field.name, row, &cell), words)),
                    );
                }
            }
            _ => {}
        }
    }
    told
}

/// The value of a name, in full or within objects.
fn found<'a>(given: &'a Map<String, Value>, name: &str) -> Option<&'a Value> {
    let within = |(at, _): (usize, &str)| {
        let object = given.get(name.get(..at)?)?.as_object()?;
        found(object, name.get(at + 1..)?)
    };
    given.get(name).or_else(|| name.match_indices('.').find_map(within))
}
