//! Shorter on the wire: each function that the module takes from the browser has a name that ends in sixteen hexadecimal digits, which nothing
//! can compress. They only tell functions of one name apart; here a number does. No name changes its length, so nothing in the module moves.

use std::collections::BTreeMap;

const DIGITS: usize = 16;

/// The script of the bindings and its module with numbers in place of the digits; a name that the module does not have exactly once stays.
pub fn number(script: &str, module: &[u8]) -> (String, Vec<u8>) {
    let (mut script, mut module) = (script.to_owned(), module.to_vec());
    let mut of_one_name: BTreeMap<String, usize> = BTreeMap::new();
    for name in names(&script) {
        let (stem, _) = name.split_at(name.len() - DIGITS);
        let place = only(&module, name.as_bytes());
        let number = of_one_name.entry(stem.to_owned()).or_default();
        let numbered = format!("{stem}{number:0DIGITS$}");
        if let Some(bytes) = place.and_then(|place| module.get_mut(place..place + name.len())) {
            bytes.copy_from_slice(numbered.as_bytes());
            script = script.replace(&name, &numbered);
            *number += 1;
        }
    }
    (script, module)
}

/// The names in a script that end so, each once.
fn names(script: &str) -> Vec<String> {
    let of_a_name = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    let mut names: Vec<String> = script
        .split(|letter| !of_a_name(letter))
        .filter(|name| is_digested(name))
        .map(str::to_owned)
        .collect();
    names.sort();
    names.dedup();
    names
}

fn is_digested(name: &str) -> bool {
    let digits = name.len().checked_sub(DIGITS).and_then(|start| name.split_at_checked(start));
    digits.is_some_and(|(stem, digits)| {
        stem.starts_with("__wbg_")
            && stem.ends_with('_')
            && digits.bytes().all(|digit| digit.is_ascii_digit() || (b'a'..=b'f').contains(&digit))
    })
}

/// Where the bytes are, if in one place only.
fn only(all: &[u8], wanted: &[u8]) -> Option<usize> {
    let mut places = all
        .windows(wanted.len())
        .enumerate()
        .filter(|(_, bytes)| *bytes == wanted)
        .map(|(place, _)| place);
    places.next().filter(|_| places.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn names_keep_their_length_and_stay_apart() {
        let script = "__wbg_get_0123456789abcdef: f(1), __wbg_get_fedcba9876543210: f(2), __wbg_set_00ff00ff00ff00ff: f(3), other_0123456789abcdef";
        let module = b"\0__wbg_get_0123456789abcdef\x01__wbg_get_fedcba9876543210\x02__wbg_set_00ff00ff00ff00ff";
        let (numbered, of_module) = number(script, module);
        assert_eq!(
            numbered,
            "__wbg_get_0000000000000000: f(1), __wbg_get_0000000000000001: f(2), __wbg_set_0000000000000000: f(3), other_0123456789abcdef"
        );
        assert_eq!(of_module, b"\0__wbg_get_0000000000000000\x01__wbg_get_0000000000000001\x02__wbg_set_0000000000000000");
    }

    #[test]
    fn a_name_that_the_module_does_not_have_once_stays() {
        let script = "__wbg_get_0123456789abcdef";
        for module in [&b""[..], &b"__wbg_get_0123456789abcdef __wbg_get_0123456789abcdef"[..]] {
            assert_eq!(number(script, module), (script.to_owned(), module.to_vec()));
        }
    }
}
