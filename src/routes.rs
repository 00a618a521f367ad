//! The addresses of the application: plain data, read by the application and by the build, which makes a static page of each, so that
//! every address opens on any static host and says in plain HTML what it is about.

use platewise_model::calculator::{
    Calculator, part_area::PartArea, plating_time::PlatingTime,
    process_comparison::ProcessComparison, pv_payback::PvPayback, quote::Quote,
};
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

/// Every page, in the order of the navigation.
pub const PAGES: &[Page] = &[
    Page {
        slug: "",
        title: text("Plating calculator", "电镀计算"),
        description: text(
            "Plating time, thickness, charge and energy from Faraday's law: every step shown, every default with its source, nothing leaves your browser.",
            "按法拉第定律计算电镀时间、厚度、电量与电能：步骤可核对，默认值注明来源，一切都在浏览器内完成。",
        ),
        calculator: false,
        #[cfg(not(target_family = "wasm"))]
        body: body::home,
    },
    Page {
        slug: PlatingTime::ID,
        title: PlatingTime::TITLE,
        description: PlatingTime::PURPOSE,
        calculator: true,
        #[cfg(not(target_family = "wasm"))]
        body: body::plating_time,
    },
    Page {
        slug: PartArea::ID,
        title: PartArea::TITLE,
        description: PartArea::PURPOSE,
        calculator: true,
        #[cfg(not(target_family = "wasm"))]
        body: body::part_area,
    },
    Page {
        slug: Quote::ID,
        title: Quote::TITLE,
        description: Quote::PURPOSE,
        calculator: true,
        #[cfg(not(target_family = "wasm"))]
        body: body::quote,
    },
    Page {
        slug: ProcessComparison::ID,
        title: ProcessComparison::TITLE,
        description: ProcessComparison::PURPOSE,
        calculator: true,
        #[cfg(not(target_family = "wasm"))]
        body: body::process_comparison,
    },
    Page {
        slug: PvPayback::ID,
        title: PvPayback::TITLE,
        description: PvPayback::PURPOSE,
        calculator: true,
        #[cfg(not(target_family = "wasm"))]
        body: body::pv_payback,
    },
    Page {
        slug: "sources",
        title: text("Sources", "数据来源"),
        description: text(
            "Every figure that ships, as it stands in the code: value, range, source, date, region and how sure it is. What is an estimate says so; change it where you know better.",
            "随应用发布的全部数据：取值、范围、来源、日期、地区和可靠程度。估计值均已标明，您若有更可靠的数据请直接修改。",
        ),
        calculator: false,
        #[cfg(not(target_family = "wasm"))]
        body: body::sources,
    },
    Page {
        slug: SCHEMAS,
        title: text("JSON Schemas", "JSON Schema"),
        description: text(
            "The inputs of every calculator as JSON Schema, for programs that call the command line or talk to an embedded calculator.",
            "各计算器输入项的 JSON Schema，供调用命令行或与嵌入计算器通信的程序使用。",
        ),
        calculator: false,
        #[cfg(not(target_family = "wasm"))]
        body: body::schemas,
    },
    Page {
        slug: "about",
        title: text("About", "关于"),
        description: text(
            "How Platewise calculates, what it does not know, versions, and why nothing you type leaves your browser.",
            "计算方法、适用范围、版本，以及为何您的输入不会离开浏览器。",
        ),
        calculator: false,
        #[cfg(not(target_family = "wasm"))]
        body: body::about,
    },
];

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
    use platewise_model::calculator::part::{self, Shape};
    use platewise_model::calculator::part_area::PartArea;
    use platewise_model::calculator::plating_time::PlatingTime;
    use platewise_model::calculator::process_comparison::ProcessComparison;
    use platewise_model::calculator::pv_payback::PvPayback;
    use platewise_model::calculator::quote::Quote;
    use platewise_model::calculator::{self, Calculator};
    use platewise_model::data::Listed;
    use platewise_model::data::baths::BATHS;
    use platewise_model::data::climate::Site;
    use platewise_model::data::deposits::DEPOSITS;
    use platewise_model::data::fasteners::Thread;
    use platewise_model::data::hardware;
    use platewise_model::data::processes::{Parameter, Process};
    use platewise_model::data::shops::Profile;
    use platewise_model::data::tariffs::TariffRow;
    use platewise_model::part::screw;
    use platewise_model::report::format::{Reader, escaped};
    use platewise_model::units::Dimension;
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
            let item = |one: &calculator::AnyCalculator| {
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

    pub fn plating_time() -> String {
        both(|language| {
            let reader = Reader { language, ..Reader::default() };
            let word = |text: Text| escaped(text.get(language));
            let bath = |bath: &platewise_model::data::baths::Bath| {
                let fact = bath.rack.current_density;
                format!(
                    "<tr><td>{}</td><td>{}</td><td>{}–{}</td></tr>",
                    word(bath.name),
                    reader.quantity(bath.efficiency.dimension, bath.efficiency.value),
                    reader.number(fact.dimension, fact.low),
                    reader.quantity(fact.dimension, fact.high)
                )
            };
            let deposits: Vec<String> = DEPOSITS
                .iter()
                .map(|deposit| format!("{} ({})", word(deposit.name), escaped(deposit.reaction)))
                .collect();
            format!(
                "{}<p>t = 60 ρ d / (100 c j η), c = 3600 M / (n F)</p><p>{}</p><table><thead><tr><th>{}</th><th>{}</th><th>{}</th></tr></thead><tbody>{}</tbody></table>",
                heading(PlatingTime::TITLE, PlatingTime::PURPOSE, language),
                deposits.join("; "),
                word(text("Bath", "镀液")),
                word(text("Cathode current efficiency", "阴极电流效率")),
                word(text("Current density on a rack", "挂镀电流密度")),
                BATHS.iter().map(bath).collect::<String>()
            )
        })
    }

    pub fn part_area() -> String {
        both(|language| {
            let reader = Reader { language, ..Reader::default() };
            let word = |text: Text| escaped(text.get(language));
            let size = |thread: &Thread| {
                let [[flats, head], _] = hardware::of(thread).hexagon;
                let diameter = part::nominal_diameter(thread);
                let by_length = |area: f64| reader.number(Dimension::Length, area);
                format!(
                    "<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
                    thread.id,
                    by_length(screw::thread_area_per_mm(diameter, thread.pitch.value)),
                    by_length(flats),
                    by_length(head)
                )
            };
            let shapes: Vec<String> = Shape::all().iter().map(|shape| word(shape.name())).collect();
            format!(
                "{}<p>A = Σ Aᵢ, m = ρ V</p><p>{}</p><table><thead><tr><th>{}</th><th>{}</th><th>{}</th><th>{}</th></tr></thead><tbody>{}</tbody></table>",
                heading(PartArea::TITLE, PartArea::PURPOSE, language),
                shapes.join("; "),
                word(text("Thread", "螺纹")),
                word(text("Area by length, mm²/mm", "单位长度面积 mm²/mm")),
                word(text("Across flats, mm", "对边 mm")),
                word(text("Head, mm", "头高 mm")),
                Thread::all().iter().map(size).collect::<String>()
            )
        })
    }

    pub fn quote() -> String {
        both(|language| {
            let reader = Reader { language, ..Reader::default() };
            let word = |text: Text| escaped(text.get(language));
            let shop = |shop: &Profile| {
                let [line, least] = [shop.line_hour, shop.minimum]
                    .map(|fact| reader.quantity(fact.dimension, fact.value));
                format!("<tr><td>{}</td><td>{line}</td><td>{least}</td></tr>", word(shop.name))
            };
            format!(
                "{}<p>p = c / (1 − g), P = n p</p><table><thead><tr><th>{}</th><th>{}</th><th>{}</th></tr></thead><tbody>{}</tbody></table>",
                heading(Quote::TITLE, Quote::PURPOSE, language),
                word(text("Shop template", "工厂模板")),
                word(text("Line rate", "生产线费率")),
                word(text("Minimum lot charge", "最低收费（起步价）")),
                Profile::all().iter().map(shop).collect::<String>()
            )
        })
    }

    pub fn process_comparison() -> String {
        both(|language| {
            let reader = Reader { language, ..Reader::default() };
            let word = |text: Text| escaped(text.get(language));
            let process = |process: &Process| {
                let of = |parameter: Parameter| {
                    process
                        .fact(parameter, false)
                        .map(|fact| reader.quantity(fact.dimension, fact.value))
                        .unwrap_or_default()
                };
                format!(
                    "<tr><td>{}</td><td>{}</td><td>{}</td></tr>",
                    word(process.name),
                    of(Parameter::Efficiency),
                    of(Parameter::DragOut)
                )
            };
            let table: String =
                Process::all().iter().filter(|one| one.bath.is_some()).map(process).collect();
            format!(
                "{}<table><thead><tr><th>{}</th><th>{}</th><th>{}</th></tr></thead><tbody>{table}</tbody></table>",
                heading(ProcessComparison::TITLE, ProcessComparison::PURPOSE, language),
                word(text("Process", "工艺")),
                word(text("Cathode current efficiency", "阴极电流效率")),
                word(text("Drag-out", "带出量"))
            )
        })
    }

    pub fn pv_payback() -> String {
        both(|language| {
            let reader = Reader { language, ..Reader::default() };
            let word = |text: Text| escaped(text.get(language));
            let tariff = |tariff: &TariffRow| {
                format!("<li>{}: {}</li>", word(tariff.name), word(tariff.about))
            };
            let site = |site: &Site| {
                let (light, factor) = (site.annual_light(), site.light_factor());
                format!(
                    "<tr><td>{}</td><td>{}</td><td>{}</td></tr>",
                    word(site.name),
                    reader.quantity(light.dimension, light.value),
                    reader.quantity(factor.dimension, factor.value)
                )
            };
            format!(
                "{}<ul>{}</ul><table><thead><tr><th>{}</th><th>{}</th><th>{}</th></tr></thead><tbody>{}</tbody></table>",
                heading(PvPayback::TITLE, PvPayback::PURPOSE, language),
                TariffRow::all().iter().map(tariff).collect::<String>(),
                word(text("Place", "地点")),
                word(text("Light of a year, level", "水平面年总辐射")),
                word(text("Factor", "修正系数")),
                Site::all().iter().filter(|site| !site.is_custom()).map(site).collect::<String>()
            )
        })
    }

    pub fn sources() -> String {
        both(|language| introduction("sources", language))
    }

    pub fn schemas() -> String {
        both(|language| {
            let one = |calculator: &calculator::AnyCalculator| {
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
