//! The addresses of the application: plain data, read by the application and by the build, which makes a static page of each.
use platewise_model::words::Text;

/// A page with an address of its own.
pub struct Page {
    /// The folder in the address; empty for the home page.
    pub slug: &'static str,
    /// What it is called.
    pub title: Text,
    /// One sentence for search engines.
    pub description: Text,
    /// Readable HTML in both languages, escaped already.
    pub body: fn() -> String,
}

/// All pages.
pub const PAGES: &[Page] = &[
    Page {
        slug: "",
        title: Text { en: "Platewise", zh: "镀算" },
        description: Text { en: "A calculator for coating and plant economics.", zh: "镀层与电站经济计算器。" },
        body: || "<h1>Platewise</h1>".to_owned(),
    },
    Page {
        slug: "plating-time",
        title: Text { en: "Plating time", zh: "电镀时间" },
        description: Text { en: "How long does this part have to plate?", zh: "此件需镀多久？" },
        body: || "<h1>Plating time</h1>".to_owned(),
    },
];
