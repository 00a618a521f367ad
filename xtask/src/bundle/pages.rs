//! The static page of each address, from the application's own table of routes, so that it opens on any static host, is found by
//! search engines and can be read before (and without) the application.
use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::PathBuf;

use crate::bundle::Assets;
use crate::bundle::template::{escape, fill};
use crate::failure::{Failure, Outcome};
use crate::policy::{self, CONTENT_SECURITY_POLICY};
use crate::routes::{NAVIGATION, PAGES, Page, in_bar};

const NAME: &str = "Platewise";
/// What a browser reads to install the application.
const MANIFEST: &str = "manifest.webmanifest";

/// One file to write.
pub struct StaticPage {
    /// Where it goes in `dist/`.
    pub file: PathBuf,
    pub html: String,
}

/// Every page of the route table, and the page for addresses that are none.
pub fn static_pages(template: &str, assets: &Assets) -> Outcome<Vec<StaticPage>> {
    let mut pages =
        PAGES.iter().map(|page| route(template, assets, page)).collect::<Outcome<Vec<_>>>()?;
    for page in PAGES.iter().filter(|page| page.calculator) {
        pages.push(embedded(template, assets, page)?);
    }
    pages.push(not_found(template, assets)?);
    Ok(pages)
}

/// Where the calculators stand that other sites embed; the number is that of the contract.
pub const EMBED: &str = "embed/v1";

/// A calculator alone, for a frame in somebody else's page. Its links open beside the frame; search engines find the page of the calculator itself.
fn embedded(template: &str, assets: &Assets, page: &Page) -> Outcome<StaticPage> {
    let slug = format!("{EMBED}/{}", page.slug);
    let words = Words {
        title: &static_title(page.title.en, page.title.zh),
        description: &format!("{} {}", page.description.en, page.description.zh),
        path: &slug,
        pieces: assets.pieces.get(&cut_of(page.slug)).map_or(&[], Vec::as_slice),
        body: &embedded_body(page),
        embedded: Some(page.slug),
    };
    let html = render(template, assets, &way_to_root(&slug), &words)?;
    Ok(StaticPage { file: PathBuf::from(&slug).join("index.html"), html })
}

fn route(template: &str, assets: &Assets, page: &Page) -> Outcome<StaticPage> {
    let words = Words {
        title: &static_title(page.title.en, page.title.zh),
        description: &format!("{} {}", page.description.en, page.description.zh),
        path: page.slug,
        pieces: assets.pieces.get(&cut_of(page.slug)).map_or(&[], Vec::as_slice),
        body: &framed(&bar(page.slug), &(page.body)(), "foot"),
        embedded: None,
    };
    let html = render(template, assets, &way_to_root(page.slug), &words)?;
    Ok(StaticPage { file: PathBuf::from(page.slug).join("index.html"), html })
}

/// What a frame says without the application: where the calculator is.
fn embedded_body(page: &Page) -> String {
    let way = |language: &str, title: &str| {
        format!(
            "<p lang=\"{language}\"><a href=\"../../../{}/\">{}</a></p>",
            page.slug,
            escape(title)
        )
    };
    framed(
        "",
        &format!(
            "<div class=\"static\">{}{}</div>",
            way("en", page.title.en),
            way("zh", page.title.zh)
        ),
        "foot-of-frame",
    )
}

/// What the application finds and goes on with: what was painted first stays where it is (`application` in `src/app.rs`).
fn framed(above: &str, content: &str, foot: &str) -> String {
    format!("{above}<main id=\"main\">{content}</main><footer id=\"{foot}\"></footer>")
}

/// The bar as the application will write it, without the reader's choices, which only it can take: their room is kept, and their signs are looked for in the
/// fonts, which takes a phone longer than all the rest.
fn bar(slug: &str) -> String {
    let root = way_to_root(slug);
    let link = |page: &Page, title: &str| {
        let current = if page.slug == slug { " aria-current=\"page\"" } else { "" };
        format!(
            "<a href=\"{}\" data-id=\"go-{}\"{current}>{}</a>",
            escape(&address_of(&root, page.slug)),
            page.slug,
            escape(title)
        )
    };
    let links = |title: fn(&Page) -> &str| {
        in_bar().map(|(_, page)| link(page, title(page))).collect::<String>()
    };
    bar_with(&format!(
        "<nav lang=\"en\" aria-label=\"{}\">{}</nav><nav lang=\"zh\" aria-label=\"{}\">{}</nav><div class=\"prefs\"><button disabled>中文</button><button disabled>µm · A/dm²</button><button disabled>◐</button></div>",
        escape(NAVIGATION.en),
        links(|page| page.title.en),
        escape(NAVIGATION.zh),
        links(|page| page.title.zh)
    ))
}

fn bar_with(more: &str) -> String {
    format!(
        "<div id=\"top\"></div><header class=\"bar\" id=\"bar\"><span class=\"mark\"><i></i>{NAME}</span>{more}</header>"
    )
}

/// The page a host shows for an unknown address. It stands at no depth of its own, so its links start at the top of the site:
/// `PLATEWISE_BASE`, for a site that lives under a path (`/platewise/`), else `/`.
fn not_found(template: &str, assets: &Assets) -> Outcome<StaticPage> {
    let base = std::env::var("PLATEWISE_BASE").unwrap_or_else(|_| "/".to_owned());
    let words = Words {
        title: &static_title("Page not found", "找不到页面"),
        description: "There is no page at this address. 此地址没有页面。",
        path: "404",
        pieces: &[],
        body: &not_found_body(&base),
        embedded: None,
    };
    Ok(StaticPage {
        file: PathBuf::from("404.html"),
        html: render(template, assets, &base, &words)?,
    })
}

fn not_found_body(base: &str) -> String {
    let mut body = String::from(
        "<h1>Page not found <span lang=\"zh\">找不到页面</span></h1>\n\
         <p>There is no page at this address. These exist: <span lang=\"zh\">此地址没有页面。现有页面：</span></p>\n<ul>\n",
    );
    for page in PAGES {
        let address = escape(&address_of(base, page.slug));
        let (english, chinese) = (escape(page.title.en), escape(page.title.zh));
        let _ = writeln!(
            body,
            "<li><a href=\"{address}\">{english} <span lang=\"zh\">{chinese}</span></a></li>"
        ); // a String takes all
    }
    body.push_str("</ul>");
    body
}

struct Words<'a> {
    title: &'a str,
    description: &'a str,
    path: &'a str,
    /// The pieces of the module that this page needs at once.
    pieces: &'a [String],
    body: &'a str,
    /// The calculator that stands alone in a frame, if this is one.
    embedded: Option<&'a str>,
}

fn render(template: &str, assets: &Assets, root: &str, words: &Words) -> Outcome<String> {
    let from_page = |file: &str| escape(&format!("{root}{file}"));
    let mut marks = format!(
        " data-root=\"{}\" data-app=\"{}\" data-wasm=\"{}\" data-worker=\"{}\"",
        escape(root),
        from_page(&assets.app_js),
        from_page(&assets.app_wasm),
        from_page(&assets.worker)
    );
    let head = match words.embedded {
        Some(slug) => {
            marks.push_str(&format!(" data-embed=\"{slug}\""));
            let whole = from_page(&format!("{slug}/"));
            format!(
                "<base target=\"_blank\">\n<meta name=\"robots\" content=\"noindex\">\n<link rel=\"canonical\" href=\"{whole}\">\n"
            )
        }
        None => {
            marks.push_str(&format!(" data-after=\"{}\"", from_page(&assets.after)));
            format!("<link rel=\"manifest\" href=\"{}\">\n", from_page(MANIFEST))
        }
    };
    let of_frame = words.embedded.map_or_else(String::new, |_| {
        format!("<link rel=\"stylesheet\" href=\"{}\">\n", from_page(&assets.frame_css))
    });
    let loads = format!(
        "<link rel=\"icon\" href=\"{}\" type=\"image/svg+xml\">\n<script src=\"{}\"></script>\n<link rel=\"stylesheet\" href=\"{}\">\n{of_frame}{}",
        from_page("icon.svg"),
        from_page(&assets.boot),
        from_page(&assets.css),
        preloads(assets, words.pieces, &from_page)
    );
    let policy = if words.embedded.is_some() {
        policy::of_frame()
    } else {
        CONTENT_SECURITY_POLICY.to_owned()
    };
    filled(template, &Frame { marks: &marks, head: &head, loads: &loads, policy: &policy }, words)
}

/// What stands around the words of a page: how it loads what it needs.
struct Frame<'a> {
    marks: &'a str,
    head: &'a str,
    loads: &'a str,
    policy: &'a str,
}

fn filled(template: &str, frame: &Frame, words: &Words) -> Outcome<String> {
    fill(
        template,
        &[
            ("marks", frame.marks),
            ("head", frame.head),
            ("title", &escape(words.title)),
            ("description", &escape(words.description)),
            ("loads", frame.loads),
            ("body", words.body),
            ("csp", &escape(frame.policy)),
            ("path", &escape(words.path)),
        ],
    )
}

/// The home page with everything in it, as one file: `loads` holds its script and its styles, which `policy` allows by their digests.
pub fn one_file(template: &str, marks: &str, loads: &str, policy: &str) -> Outcome<String> {
    let page = PAGES.first().ok_or_else(|| Failure::new("there is no page"))?;
    let words = Words {
        title: &static_title(page.title.en, page.title.zh),
        description: &format!("{} {}", page.description.en, page.description.zh),
        path: page.slug,
        pieces: &[],
        body: &framed(&bar_with(""), &(page.body)(), "foot"),
        embedded: None,
    };
    filled(template, &Frame { marks, head: "", loads, policy }, &words)
}

/// What the page will need: fetched at once after its first paint (`src/boot.js`) instead of when the scripts come to it.
fn preloads(assets: &Assets, pieces: &[String], from_page: &dyn Fn(&str) -> String) -> String {
    let mut links = String::new();
    for script in [&assets.app_js, &assets.pieces_js] {
        let _ = writeln!(links, "<link data-rel=\"modulepreload\" href=\"{}\">", from_page(script)); // a String takes all
    }
    for module in [&assets.app_wasm].into_iter().chain(pieces) {
        let _ = writeln!(
            links,
            "<link data-rel=\"preload\" as=\"fetch\" type=\"application/wasm\" crossorigin href=\"{}\">",
            from_page(module)
        ); // a String takes all
    }
    links
}

/// The name of the cut that a page stands behind: `src/on_demand.rs` names them so.
fn cut_of(slug: &str) -> String {
    match slug {
        "" => "plating_time".to_owned(), // for its live example
        "about" => "sources".to_owned(),
        calculator => calculator.replace('-', "_"),
    }
}

/// The cuts that some page loads at once.
pub fn first_cuts() -> BTreeSet<String> {
    PAGES.iter().map(|page| cut_of(page.slug)).collect()
}

fn static_title(english: &str, chinese: &str) -> String {
    // The home page's title names the application itself.
    if english.contains(NAME) {
        format!("{english} {chinese}")
    } else {
        format!("{english} {chinese} — {NAME}")
    }
}

/// The relative way from a page to the top of the site, so that a site works under any path.
fn way_to_root(slug: &str) -> String {
    if slug.is_empty() { "./".to_owned() } else { "../".repeat(slug.split('/').count()) }
}

fn address_of(base: &str, slug: &str) -> String {
    if slug.is_empty() { base.to_owned() } else { format!("{base}{slug}/") }
}

#[cfg(test)]
mod tests {
    use super::{address_of, static_title, way_to_root};

    #[test]
    fn the_way_to_the_root_is_relative() {
        assert_eq!(way_to_root(""), "./");
        assert_eq!(way_to_root("plating-time"), "../");
        assert_eq!(way_to_root("embed/plating-time"), "../../");
    }

    #[test]
    fn addresses_end_in_a_slash() {
        assert_eq!(address_of("/", ""), "/");
        assert_eq!(address_of("/platewise/", "plating-time"), "/platewise/plating-time/");
    }

    #[test]
    fn a_title_names_the_application_once() {
        assert_eq!(static_title("Plating time", "电镀时间"), "Plating time 电镀时间 — Platewise");
        assert_eq!(static_title("Platewise", "镀算"), "Platewise 镀算");
    }
}
