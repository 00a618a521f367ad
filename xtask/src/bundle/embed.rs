//! What other sites load: the custom element under a name that never changes, and the pages that show how to use it. The calculators themselves, alone in a
//! frame each, are written with the other pages.
use std::path::Path;

use super::pages::EMBED;
use super::place;
use super::template::{escape, fill};
use crate::failure::{Attempting, Outcome};
use crate::policy::HOST_POLICY;
use crate::routes::PAGES;
use crate::tools::minifier::{Kind, Minifier};
use crate::{files, project};

/// The pages around the element: source, and where each goes.
const PAGES_AROUND: [(&str, &str); 2] =
    [("playground", "embed/index.html"), ("demo", "embed/demo/index.html")];

/// Writes the element and the pages around it.
pub fn write(site: &Path, minifier: &Minifier) -> Outcome {
    let source = |name: &str| files::read_text(&project::root().join("embed").join(name));
    let titles: serde_json::Map<String, serde_json::Value> = PAGES
        .iter()
        .filter(|page| page.calculator)
        .map(|page| (page.slug.to_owned(), serde_json::json!([page.title.en, page.title.zh])))
        .collect();
    let titles = serde_json::to_string(&titles).attempting(|| "list the calculators".to_owned())?;
    let element = fill(&source("v1.js")?, &[("calculators", &titles)])?;
    files::write(&site.join(format!("{EMBED}.js")), minifier.minify(&element, Kind::Script)?)?;
    for (name, target) in PAGES_AROUND {
        let script = place(
            &site.join("embed"),
            name,
            "js",
            minifier.minify(&source(&format!("{name}.js"))?, Kind::Script)?.as_bytes(),
        )?;
        let style = place(
            &site.join("embed"),
            name,
            "css",
            super::css::minify(&source(&format!("{name}.css"))?).as_bytes(),
        )?;
        let up = "../".repeat(target.split('/').count() - 2);
        let values = [
            ("csp", &*escape(HOST_POLICY)),
            ("script", &format!("{up}{script}")),
            ("style", &format!("{up}{style}")),
        ];
        files::write(&site.join(target), fill(&source(&format!("{name}.html"))?, &values)?)?;
    }
    Ok(())
}
