//! The key of a shop: by it a shop knows its own quotes again. It is no input, so that no print, export, link or file of inputs can hold it; only the seal
//! reads it. It is written in two places: a record of its own in the memory of the browser, and the file that moves a shop to another device.

use crate::calculator::AnyCalculator;
use crate::calculator::quote::Quote;
use crate::calculator::{LONGEST_TEXT, flat};
use crate::json;
use crate::words::{Text, text};
use percent_encoding::percent_decode_str;
use serde_json::{Map, Value, json};

/// Where earlier versions kept the key, among the inputs.
const ONCE: &str = "shop.key";

/// Where the file that moves a shop has it, beside the inputs.
const MOVE: &str = "move";

/// What that file says of itself.
const WARNING: Text = text(
    "This file holds the secret key of the shop: whoever opens it can give quotes that the shop takes for its own. For your own devices only; do not pass it on.",
    "此文件含有本厂的密钥：打开它的人所出具的报价会被识别为本厂报价。仅供在本厂自己的设备上使用，请勿外传。",
);

/// The key of a shop. It has no `Debug` and no `Display` on purpose.
#[derive(Clone, PartialEq, Eq)]
pub struct Key(String);

impl Key {
    /// A new one, from so many bytes of chance.
    pub fn of_chance(chance: [u8; 16]) -> Self {
        Self(base16ct::lower::encode_string(&chance))
    }

    /// From its record; none from what cannot be one.
    pub fn read(record: &str) -> Option<Self> {
        let record = record.trim();
        let fits = !record.is_empty()
            && record.chars().count() <= LONGEST_TEXT
            && !record.chars().any(char::is_control);
        fits.then(|| Self(record.to_owned()))
    }

    /// Its record.
    pub fn write(&self) -> &str {
        &self.0
    }

    /// For the seal.
    pub(super) fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }

    /// The key that an earlier version left in the memory of the browser, among what stood in the fields.
    pub fn in_memory(memory: &str) -> Option<Self> {
        let value =
            memory.split('&').find_map(|part| part.strip_prefix(ONCE)?.strip_prefix('='))?;
        Self::read(&percent_decode_str(value).decode_utf8().ok()?)
    }

    /// The key in a file: in one that moves a shop, or in one that an earlier version saved. It counts only where the reader chooses to move the shop.
    pub fn in_document(document: &Value) -> Option<Self> {
        let object = document.as_object()?;
        let moved = object.get(MOVE).and_then(|moved| moved.get("key")).and_then(Value::as_str);
        let inputs = flat(object.get("inputs").and_then(Value::as_object).unwrap_or(object));
        moved.or_else(|| inputs.get(ONCE).and_then(Value::as_str)).and_then(Self::read)
    }

    /// The file that moves a shop to another device: its figures and its key. The only file that holds a key; it says so.
    pub fn moving(&self, shop: &Map<String, Value>) -> Value {
        let mut document = json::profile(AnyCalculator::of::<Quote>(), shop);
        if let Some(all) = document.as_object_mut() {
            all.insert(
                MOVE.to_owned(),
                json!({ "warning": WARNING.en, "warning_zh": WARNING.zh, "key": self.write() }),
            );
        }
        document
    }
}

/// What the browser remembers, without the key that an earlier version wrote into it.
pub fn without_key(memory: &str) -> String {
    let parts: Vec<&str> = memory
        .split('&')
        .filter(|part| part.strip_prefix(ONCE).is_none_or(|rest| !rest.starts_with('=')))
        .collect();
    parts.join("&")
}
