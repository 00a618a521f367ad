//! The seal by which a shop knows its own quotes again: its key makes a mark that nobody else can make or read anything from. Loaded with the papers only.
//!
//! All three parts are HMAC-SHA-256 (RFC 2104, FIPS 180-4) under the key, so that nobody can try margins until a hash fits.

use super::key::Key;
use crate::calculator::AnyCalculator;
use crate::calculator::quote::Quote;
use crate::calculator::quote::issued::{Issued, Mark, canonical};
use crate::json;
use hmac::{Hmac, Mac as _};
use serde_json::{Map, Value};
use sha2::Sha256;

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

/// Marks a quote as that of the shop that has this key; without a key there is no mark. A quote of this shop that stands as it was given keeps the state of
/// then.
pub fn sign(issued: &mut Issued, given: &Map<String, Value>, key: Option<&Key>) {
    let before = std::mem::take(&mut issued.mark);
    let Some(key) = key else { return };
    let shop = shop(key);
    let state = if before.shop == shop { before.state } else { state(key, &issued.request, given) };
    issued.mark = Mark { shop, state, seal: String::new() };
    issued.mark.seal = seal(key, issued, given);
}

/// What the quote among these inputs is to the shop that has this key, and whose private inputs are `own`.
pub fn recognise(
    issued: &Issued,
    given: &Map<String, Value>,
    own: &Map<String, Value>,
    key: Option<&Key>,
) -> Recognised {
    match key {
        Some(key) if issued.mark.shop == shop(key) => {
            if issued.mark.seal == seal(key, issued, given) {
                Recognised::Own {
                    same_state: issued.mark.state == state(key, &issued.request, own),
                }
            } else {
                Recognised::Forged
            }
        }
        _ => Recognised::Stranger,
    }
}

fn shop(key: &Key) -> String {
    mac(key, "shop", "").chars().take(12).collect()
}

/// Of every figure of the shop, whatever its language and units. Another one for each request, so that two quotes do not tell whether figures are the same.
fn state(key: &Key, request: &str, inputs: &Map<String, Value>) -> String {
    let private = json::private_of(AnyCalculator::of::<Quote>(), inputs);
    let mut text = String::new();
    canonical(&private.into(), &mut text);
    text.push_str(request);
    mac(key, "state", &text).chars().take(12).collect()
}

/// Over everything that somebody else has: the request, and the record without its seal.
fn seal(key: &Key, issued: &Issued, inputs: &Map<String, Value>) -> String {
    let mut open = json::open_of(AnyCalculator::of::<Quote>(), inputs);
    open.remove("issued");
    let mut text = String::new();
    canonical(&open.into(), &mut text);
    let record =
        Issued { mark: Mark { seal: String::new(), ..issued.mark.clone() }, ..issued.clone() };
    text.push_str(&record.write());
    mac(key, "seal", &text).chars().take(24).collect()
}

/// HMAC-SHA-256 of a text for one purpose, in hexadecimal digits.
fn mac(key: &Key, purpose: &str, text: &str) -> String {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key.bytes()) else { return String::new() }; // it takes keys of any length
    for part in [purpose.as_bytes(), &[0], text.as_bytes()] {
        mac.update(part);
    }
    base16ct::lower::encode_string(&mac.finalize().into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Against the standard library of Python 3.11: `hmac.new(b"Jefe", b"seal\0x", "sha256").hexdigest()`.
    #[test]
    fn the_code_is_that_of_the_standard() {
        let key = Key::read("Jefe").unwrap_or_else(|| Key::of_chance([0; 16]));
        assert_eq!(
            mac(&key, "seal", "x"),
            "1d9f4e68a34a3a78c15bf3e3d3afc36f5a95029e4e606efc89b30a0f40d4b921"
        );
    }
}
