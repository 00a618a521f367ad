//! By which a shop knows its own quotes again: a secret key makes a mark that others can neither make nor read anything from. Loaded with the papers only.
//!
//! All three parts are HMAC-SHA-256 (RFC 2104, FIPS 180-4) under the key, so that nobody can try margins until a hash fits.

use super::CALCULATOR;
use super::issued::{Issued, Mark, canonical};
use crate::json;
use hmac::{Hmac, Mac as _};
use serde_json::{Map, Value};
use sha2::Sha256;

/// Name of the field that holds the key.
pub const KEY: &str = "shop.key";

/// A key from so many bytes of chance.
pub fn key(chance: [u8; 16]) -> String {
    hexadecimal(&chance)
}

/// What a quote is to those who open it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Recognised {
    /// From another shop, or from nobody that can be known: a sheet to be read.
    Stranger,
    /// From this shop.
    Own {
        /// Whether its figures are still those of then.
        same_state: bool,
    },
    /// It says that it is from this shop, but something in it was changed since.
    Forged,
}

/// Marks a quote as that of the shop whose figures stand among the inputs; one without a key leaves no mark. A quote of this shop that stands as it was
/// given keeps the state of then.
pub fn sign(issued: &mut Issued, given: &Map<String, Value>) {
    let before = std::mem::take(&mut issued.mark);
    let Some(key) = key_of(given) else { return };
    let shop = shop(&key);
    let state = if before.shop == shop { before.state } else { state(&key, &issued.request, given) };
    issued.mark = Mark { shop, state, seal: String::new() };
    issued.mark.seal = seal(&key, issued, given);
}

/// What the quote among these inputs is to the shop whose private inputs are `own`.
pub fn recognise(issued: &Issued, given: &Map<String, Value>, own: &Map<String, Value>) -> Recognised {
    match key_of(own) {
        Some(key) if issued.mark.shop == shop(&key) => {
            if issued.mark.seal == seal(&key, issued, given) {
                Recognised::Own { same_state: issued.mark.state == state(&key, &issued.request, own) }
            } else {
                Recognised::Forged
            }
        }
        _ => Recognised::Stranger,
    }
}

fn key_of(inputs: &Map<String, Value>) -> Option<String> {
    inputs.get(KEY).and_then(Value::as_str).map(str::trim).filter(|key| !key.is_empty()).map(str::to_owned)
}

fn shop(key: &str) -> String {
    mac(key, "shop", "").chars().take(12).collect()
}

/// Of every figure of the shop, whatever its language and units. Another one for each request, so that two quotes do not tell whether figures are the same.
fn state(key: &str, request: &str, inputs: &Map<String, Value>) -> String {
    let mut private = json::private_of(&CALCULATOR, inputs);
    private.remove(KEY);
    let mut text = String::new();
    canonical(&private.into(), &mut text);
    text.push_str(request);
    mac(key, "state", &text).chars().take(12).collect()
}

/// Over everything that somebody else has: the request, and the record without its seal.
fn seal(key: &str, issued: &Issued, inputs: &Map<String, Value>) -> String {
    let mut open = json::open_of(&CALCULATOR, inputs);
    open.remove("issued");
    let mut text = String::new();
    canonical(&open.into(), &mut text);
    let record = Issued { mark: Mark { seal: String::new(), ..issued.mark.clone() }, ..issued.clone() };
    text.push_str(&record.write());
    mac(key, "seal", &text).chars().take(24).collect()
}

/// HMAC-SHA-256 of a text for one purpose, in hexadecimal digits.
fn mac(key: &str, purpose: &str, text: &str) -> String {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key.as_bytes()) else { return String::new() }; // it takes keys of any length
    for part in [purpose.as_bytes(), &[0], text.as_bytes()] {
        mac.update(part);
    }
    hexadecimal(&mac.finalize().into_bytes())
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        for digit in [byte >> 4, byte & 15] {
            text.push(char::from_digit(u32::from(digit), 16).unwrap_or('0'));
        }
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Against the standard library of Python 3.11: `hmac.new(b"Jefe", b"seal\0x", "sha256").hexdigest()`.
    #[test]
    fn the_code_is_that_of_the_standard() {
        assert_eq!(mac("Jefe", "seal", "x"), "1d9f4e68a34a3a78c15bf3e3d3afc36f5a95029e4e606efc89b30a0f40d4b921");
    }
}
