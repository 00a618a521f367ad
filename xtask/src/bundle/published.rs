//! What is published beside the pages: the JSON Schemas, the licences of everything that went into the module, and the headers for hosts that read them from a file.
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use platewise_model::{calculator, json};

use crate::failure::{Attempting, Outcome};
use crate::{dependencies, files};

/// Writes all of it.
pub fn write(site: &Path) -> Outcome {
    for calculator in calculator::ALL {
        let schema = serde_json::to_string_pretty(&json::schema(calculator)).attempting(|| format!("write the schema of {}", calculator.id))?;
        files::write(&site.join("schemas").join(format!("{}.json", calculator.id)), schema + "\n")?;
    }
    files::write(&site.join("licences.txt"), licences()?)?;
    files::write(&site.join("_headers"), headers())
}

/// Who made what is in the module, and under which terms, each with the text that came along.
fn licences() -> Outcome<String> {
    let mut out = String::from("What Platewise is built from, and under which licences. Platewise itself: MIT OR Apache-2.0.\n");
    let mut texts: BTreeSet<(String, String)> = BTreeSet::new();
    for package in dependencies::in_the_module()? {
        let _ = writeln!(out, "\n{} {}: {}", package.name, package.version, package.licence.as_deref().unwrap_or("no licence named")); // a String takes all
        for file in package.licence_files()? {
            texts.insert((files::read_text(&file)?.replace("\r\n", "\n"), format!("{} {}", package.name, package.version)));
        }
    }
    let mut last = String::new();
    for (text, of) in texts {
        if text == last {
            continue; // the same text for several packages is said once
        }
        let _ = write!(out, "\n{}\n{of} and others under the same text:\n\n{}\n", "-".repeat(80), text.trim_end()); // a String takes all
        last = text;
    }
    Ok(out)
}

/// In the form that Netlify, Cloudflare Pages and others read. `docs/embedding.md` has the same for hosts that are configured.
fn headers() -> String {
    String::from(
        "/*\n  Access-Control-Allow-Origin: *\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: no-referrer\n  Cache-Control: no-cache\n\n\
         /*.wasm\n  Content-Type: application/wasm\n  Cache-Control: public, max-age=31536000, immutable\n\n\
         /app-*\n  Cache-Control: public, max-age=31536000, immutable\n",
    )
}
