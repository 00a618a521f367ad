//! The whole application as one file that opens by double click from disk: scripts, styles and every piece of the module stand in it, packed. Pages opened from
//! disk may fetch nothing and load no modules, so the two scripts become one, and a worker starts from the same text.
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use super::{Assets, pages, template};
use crate::failure::{Failure, Outcome};
use crate::files;
use crate::size::gzip;
use crate::tools::minifier::{Kind, Minifier};

/// Where it goes; the link to it is on the page about the application.
pub const ONE_FILE: &str = "platewise.html";

/// Takes the place of what fetches: `part` unpacks a piece by its name.
const SHELL: &str = include_str!("one_file.js");

/// Writes the file from the site as it was built.
pub fn write(
    site: &Path,
    page_template: &str,
    assets: &Assets,
    [app_source, pieces_source]: &[String; 2],
    minifier: &Minifier,
) -> Outcome {
    let text = |name: &str| files::read_text(&site.join(name));
    let mut parts = serde_json::Map::new();
    for file in files::below(site)?
        .iter()
        .filter(|file| file.extension().is_some_and(|extension| extension == "wasm"))
    {
        parts
            .insert(files::address(site, file), STANDARD.encode(gzip(&files::read(file)?)?).into());
    }
    let values = [
        ("parts", serde_json::Value::from(parts).to_string()),
        ("main", assets.app_wasm.clone()),
        ("app", app(app_source)?),
        ("pieces", pieces(pieces_source)),
        ("boot", text(&assets.boot)?),
    ];
    let script =
        template::fill(SHELL, &values.each_ref().map(|(name, value)| (*name, value.as_str())))?;
    let script = minifier.minify(&script, Kind::Script)?.replace("</script", "<\\/script");
    let styles = text(&assets.css)?;
    let digest = |content: &str| STANDARD.encode(Sha256::digest(content.as_bytes()));
    let policy = format!(
        "default-src 'none'; script-src 'sha256-{}' 'wasm-unsafe-eval'; style-src 'sha256-{}'; worker-src blob:; base-uri 'none'; form-action 'none'",
        digest(&script),
        digest(&styles)
    );
    let loads = format!("<style>{styles}</style>\n<script>{script}</script>\n");
    let page = pages::one_file(
        page_template,
        " data-root=\"./\" data-one-file data-app=\"\" data-wasm=\"\"",
        &loads,
        &policy,
    )?;
    files::write(&site.join(ONE_FILE), page)
}

/// The bindings without their imports and exports.
fn app(source: &str) -> Outcome<String> {
    let mut out = String::new();
    for line in source.lines() {
        if let Some(import) = line.strip_prefix("import * as ") {
            let name = import.split(' ').next().ok_or_else(|| {
                Failure::new("an import of the bindings is not what was expected")
            })?;
            out.push_str(&format!("const {name} = pieces;\n"));
        } else if !line.starts_with("export {") {
            out.push_str(line.strip_prefix("export ").unwrap_or(line));
            out.push('\n');
        }
    }
    Ok(out)
}

/// The script of the pieces, which then takes them from the file.
fn pieces(source: &str) -> String {
    let mut out = String::new();
    for line in source.lines().filter(|line| !line.starts_with("import ")) {
        let line = line
            .replace("export const ", "pieces.")
            .replace("fetch(new URL(\"./", "part(\"")
            .replace("\", import.meta.url))", "\")");
        out.push_str(&line);
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{app, pieces};

    #[test]
    fn scripts_lose_their_imports_and_exports() {
        let source = "import * as import1 from \"./pieces-0123456789ab.js\"\nexport class A {}\nlet wasm;\nexport { initSync, b as default };\n";
        assert_eq!(
            app(source).ok().as_deref(),
            Some("const import1 = pieces;\nclass A {}\nlet wasm;\n")
        );
    }

    #[test]
    fn pieces_come_from_the_file() {
        let source = "import { initSync } from \"./app.js\";\nexport const __wasm_split_load_a = wrap(() => {\nconst src = fetch(new URL(\"./a.wasm\", import.meta.url));\n});\n";
        assert_eq!(
            pieces(source),
            "pieces.__wasm_split_load_a = wrap(() => {\nconst src = part(\"a.wasm\");\n});\n"
        );
    }
}
