//! What is published beside the pages: the JSON Schemas, the licences of everything that went into the module, and the headers for hosts that read them from a file.
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use platewise_model::{calculator, json};

use crate::failure::{Attempting, Failure, Outcome};
use crate::{dependencies, files, size};

/// Writes all of it.
pub fn write(site: &Path) -> Outcome {
    for calculator in calculator::ALL {
        let schema = serde_json::to_string_pretty(&json::schema(calculator))
            .attempting(|| format!("write the schema of {}", calculator.id))?;
        files::write(&site.join("schemas").join(format!("{}.json", calculator.id)), schema + "\n")?;
    }
    files::write(&site.join("licences.txt"), licences()?)?;
    let all: Vec<String> =
        files::below(site)?.iter().map(|file| files::address(site, file)).collect();
    files::write(&site.join("_headers"), headers(&permanent(&all)?))
}

/// Who made what is in the module, and under which terms, each with the text that came along.
fn licences() -> Outcome<String> {
    let mut out = String::from(
        "What Platewise is built from, and under which licences. Platewise itself: MIT OR Apache-2.0.\n",
    );
    let mut texts: BTreeSet<(String, String)> = BTreeSet::new();
    for package in dependencies::in_the_module()? {
        let _ = writeln!(
            out,
            "\n{} {}: {}",
            package.name,
            package.version,
            package.licence.as_deref().unwrap_or("no licence named")
        ); // a String takes all
        for file in package.licence_files()? {
            texts.insert((
                files::read_text(&file)?.replace("\r\n", "\n"),
                format!("{} {}", package.name, package.version),
            ));
        }
    }
    let mut last = String::new();
    for (text, of) in texts {
        if text == last {
            continue; // the same text for several packages is said once
        }
        let _ = write!(
            out,
            "\n{}\n{of} and others under the same text:\n\n{}\n",
            "-".repeat(80),
            text.trim_end()
        ); // a String takes all
        last = text;
    }
    Ok(out)
}

/// How the addresses begin of files whose names follow their content, and of no others: hosts that read `_headers` know no other pattern.
fn permanent(addresses: &[String]) -> Outcome<BTreeSet<String>> {
    let beginning = |address: &String| {
        let name = address.rfind('/').map_or(0, |slash| slash + 1);
        let end = address.get(name..)?.find(['-', '_'])?;
        address.get(..=name + end).map(str::to_owned)
    };
    let (named, others): (Vec<&String>, Vec<&String>) =
        addresses.iter().partition(|address| size::is_named_by_content(address));
    let beginnings: BTreeSet<String> = named.into_iter().filter_map(beginning).collect();
    match others
        .iter()
        .find(|other| beginnings.iter().any(|beginning| other.starts_with(beginning)))
    {
        Some(other) => Err(Failure::new(format!(
            "{other} begins as a file does whose name follows its content: `_headers` would keep it for ever"
        ))),
        None => Ok(beginnings),
    }
}

/// In the form that Netlify, Cloudflare Pages and others read. `docs/embedding.md` has the same for hosts that are configured. Some of them join what several rules
/// say of one header, so nothing is said of the caching of all: they have every file asked for again by themselves.
fn headers(permanent: &BTreeSet<String>) -> String {
    let mut out = String::from(
        "/*\n  Access-Control-Allow-Origin: *\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: same-origin\n\n/*.wasm\n  Content-Type: application/wasm\n",
    );
    for beginning in permanent {
        let _ =
            write!(out, "\n/{beginning}*\n  Cache-Control: public, max-age=31536000, immutable\n"); // a String takes all
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{headers, permanent};

    #[test]
    fn files_named_by_content_are_kept_for_ever_and_no_others() {
        let all = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        let found = permanent(&all(&[
            "app-01234567.js",
            "chunk_107-01234567.wasm",
            "embed/demo-01234567.css",
            "embed/v1.js",
            "part-area/index.html",
        ]));
        let found = found.unwrap_or_default();
        assert_eq!(
            found.iter().map(String::as_str).collect::<Vec<_>>(),
            ["app-", "chunk_", "embed/demo-"]
        );
        let written = headers(&found);
        assert_eq!(written.matches("Cache-Control").count(), 3);
        assert!(
            written.contains(
                "\n/embed/demo-*\n  Cache-Control: public, max-age=31536000, immutable\n"
            )
        );
        assert!(permanent(&all(&["icon-01234567.js", "icon-192.png"])).is_err());
    }
}
