//! The addresses of the application: plain data, read by the application and by the build, which makes a static page of each, so that
//! every address opens on any static host and says in plain HTML what it is about.

use platewise_model::calculator::{self as calculators, Calculator};
use platewise_model::with_calculators;
use platewise_model::words::{Text, text};

/// A page with an address.
pub struct Page {
    /// The address below the root, without slashes; empty for the home page.
    pub slug: &'static str,
    /// Title of the page and of its link.
    pub title: Text,
    /// One or two sentences for search engines.
    pub description: Text,
    /// Whether a calculator stands there.
    #[cfg_attr(not(target_family = "wasm"), allow(dead_code, reason = "read by the application"))]
    pub calculator: bool,
    /// Readable HTML in both languages for those without the application, escaped.
    #[cfg(not(target_family = "wasm"))]
    pub body: fn() -> String,
}

/// The pages of the calculators come from the register, after the home page.
macro_rules! pages {
    ($($folder:ident::$Calculator:ident,)+) => {
        /// Every page, in the order of the navigation.
        pub const PAGES: &[Page] = &[
            HOME,
            $(Page {
                slug: calculators::$folder::$Calculator::ID,
                title: calculators::$folder::$Calculator::TITLE,
                description: calculators::$folder::$Calculator::PURPOSE,
                calculator: true,
                #[cfg(not(target_family = "wasm"))]
                body: body::calculator::<calculators::$folder::$Calculator>,
            },)+
            SOURCES,
            SCHEMAS_PAGE,
            ABOUT,
        ];
    };
}
with_calculators!(pages);

const HOME: Page = Page {
    slug: "",
    title: text("Plating calculator", "电镀计算"),
    description: text(
        "Plating time, thickness, charge and energy from Faraday's law: every step shown, every default with its source, nothing leaves your browser.",
        "按法拉第定律计算电镀时间、厚度、电量与电能：步骤可核对，默认值注明来源，一切都在浏览器内完成。",
    ),
    calculator: false,
    #[cfg(not(target_family = "wasm"))]
    body: body::home,
};

const SOURCES: Page = Page {
    slug: "sources",
    title: text("Sources", "数据来源"),
    description: text(
        "Every figure that ships, as it stands in the code: value, range, source, date, region and how sure it is. What is an estimate says so; change it where you know better.",
        "随应用发布的全部数据：取值、范围、来源、日期、地区和可靠程度。估计值均已标明，您若有更可靠的数据请直接修改。",
    ),
    calculator: false,
    #[cfg(not(target_family = "wasm"))]
    body: body::sources,
};

const SCHEMAS_PAGE: Page = Page {
    slug: SCHEMAS,
    title: text("JSON Schemas", "JSON Schema"),
    description: text(
        "The inputs of every calculator as JSON Schema, for programs that call the command line or talk to an embedded calculator.",
        "各计算器输入项的 JSON Schema，供调用命令行或与嵌入计算器通信的程序使用。",
    ),
    calculator: false,
    #[cfg(not(target_family = "wasm"))]
    body: body::schemas,
};

const ABOUT: Page = Page {
    slug: "about",
    title: text("About", "关于"),
    description: text(
        "How Platewise calculates, what it does not know, versions, and why nothing you type leaves your browser.",
        "计算方法、适用范围、版本，以及为何您的输入不会离开浏览器。",
    ),
    calculator: false,
    #[cfg(not(target_family = "wasm"))]
    body: body::about,
};

/// What the navigation is called.
pub const NAVIGATION: Text = text("Pages", "页面");

/// The pages that the bar leads to: few ask for the schemas, which the page about the application leads to.
pub fn in_bar() -> impl Iterator<Item = (usize, &'static Page)> {
    PAGES.iter().enumerate().skip(1).filter(|(_, page)| page.slug != SCHEMAS)
}

/// Where the schemas are.
pub const SCHEMAS: &str = "schemas";

/// What the home page says first.
pub const HOME_TITLE: Text = text("Numbers a plating shop can defend", "经得起推敲的电镀数据");
/// And what that means.
pub const HOME_LEAD: Text = text(
    "How long does this part have to plate, and how thick does it get? With your numbers, every step shown, and every default with its source or the word that it is an estimate. It runs in your browser: nothing is sent anywhere, and what you have opened works without a network.",
    "工件要镀多久、能镀多厚？用您自己的数据，步骤全部可见，默认值均注明来源或标为估计。全部在浏览器内运行，不向任何地方发送数据，已打开的页面断网也能用。",
);

/// What each page says without the application, for the build.
#[cfg(not(target_family = "wasm"))]
mod body {
    use platewise_model::calculator::{self, AnyCalculator, Assumption, Calculator, Field};
    use platewise_model::output::html;
    use platewise_model::report::format::{Reader, escaped};
    use platewise_model::words::{Language, Text, text};

    fn both(part: impl Fn(Language) -> String) -> String {
        let section = |language: Language| {
            format!("<section lang=\"{}\">{}</section>", language.tag(), part(language))
        };
        format!("<div class=\"static\">{}{}</div>", section(Language::En), section(Language::Zh))
    }

    fn heading(title: Text, purpose: Text, language: Language) -> String {
        format!(
            "<h1>{}</h1><p class=\"lead\">{}</p>",
            escaped(title.get(language)),
            escaped(purpose.get(language))
        )
    }

    fn introduction(slug: &str, language: Language) -> String {
        super::entry(slug)
            .map(|page| heading(page.title, page.description, language))
            .unwrap_or_default()
    }

    pub fn home() -> String {
        both(|language| {
            let item = |one: &AnyCalculator| {
                format!(
                    "<li><a href=\"{}/\">{}</a>: {}</li>",
                    one.id,
                    escaped(one.title.get(language)),
                    escaped(one.purpose.get(language))
                )
            };
            let list: String = calculator::ALL
                .iter()
                .copied()
                .filter(|one| super::entry(one.id).is_some())
                .map(item)
                .collect();
            format!(
                "<div class=\"hero\">{}</div><ul>{list}</ul>",
                heading(super::HOME_TITLE, super::HOME_LEAD, language)
            )
        })
    }

    /// How many fields a page tells: those that come first are those that nearly everybody gives.
    const TOLD_FIELDS: usize = 7;

    /// What it is calculated from at first, by which formulas, and the examples.
    pub fn calculator<C: Calculator>() -> String {
        let calculator = AnyCalculator::of::<C>();
        let evaluation = calculator.evaluate_fully(&serde_json::Map::new());
        both(|language| {
            let reader = Reader { language, ..Reader::default() };
            let field = |(field, assumption): (&Field, &Assumption)| {
                let value = html::value_text(reader, field, assumption)?;
                let label = reader.label(field.of, field.label);
                Some(format!("<tr><th>{}</th><td>{}</td></tr>", escaped(&label), escaped(&value)))
            };
            let fields: String = calculator
                .fields()
                .iter()
                .zip(&evaluation.assumptions)
                .filter_map(field)
                .take(TOLD_FIELDS)
                .collect();
            let formulas: String = evaluation
                .outcome
                .iter()
                .flat_map(|report| &report.steps)
                .map(|step| format!("<li>{}</li>", escaped(&step.formula.plain(language))))
                .collect();
            let example = |preset: &calculator::Preset| {
                format!(
                    "<li>{}: {}</li>",
                    escaped(preset.name.get(language)),
                    escaped(preset.teaches.get(language))
                )
            };
            let examples: String = calculator.presets().iter().map(example).collect();
            let headed = |title: Text, content: String| {
                format!("<h2>{}</h2>{content}", escaped(title.get(language)))
            };
            [
                heading(calculator.title, calculator.purpose, language),
                headed(
                    text("Calculated from", "计算依据"),
                    format!("<table><tbody>{fields}</tbody></table>"),
                ),
                headed(text("Formulas", "公式"), format!("<ul>{formulas}</ul>")),
                headed(text("Examples", "示例"), format!("<ul>{examples}</ul>")),
            ]
            .concat()
        })
    }

    pub fn sources() -> String {
        both(|language| introduction("sources", language))
    }

    pub fn schemas() -> String {
        both(|language| {
            let one = |calculator: &AnyCalculator| {
                format!(
                    "<li><a href=\"{0}.json\">{1}</a></li>",
                    calculator.id,
                    escaped(calculator.title.get(language))
                )
            };
            format!(
                "{}<ul>{}</ul>",
                introduction("schemas", language),
                calculator::ALL.iter().map(|calculator| one(calculator)).collect::<String>()
            )
        })
    }

    pub fn about() -> String {
        both(|language| introduction("about", language))
    }
}

fn entry(slug: &str) -> Option<&'static Page> {
    PAGES.iter().find(|page| page.slug == slug)
}

/// Description of the page of a slug; the home page's where there is none.
#[allow(dead_code, reason = "used by the application; the build reads the table itself")]
pub fn description(slug: &str) -> Text {
    entry(slug).or(PAGES.first()).map_or(text("", ""), |page| page.description)
}

/// Title of the page of a slug; the home page's where there is none.
#[allow(dead_code, reason = "used by the application; the build reads the table itself")]
pub fn title(slug: &str) -> Text {
    entry(slug).or(PAGES.first()).map_or(text("", ""), |page| page.title)
}
