//! The inputs of every calculator as JSON Schema: where they are, and what they are for.

use crate::app::Shell;
use crate::routes::PAGES;
use platewise_model::report::format::escaped;
use platewise_model::words::{Text, text};
use std::fmt::Write as _;

/// The address of this page.
pub use crate::routes::SCHEMAS as SLUG;

const USES: [(Text, &str); 3] = [
    (text("The same from the command line", "命令行输出相同内容"), "platewise schema plating-time"),
    (
        text("Inputs in, the whole report out", "输入 JSON，输出完整结果"),
        "echo '{\"thickness_um\": 8}' | platewise eval plating-time -",
    ),
    (
        text(
            "One object of inputs a line, one report a line, as many as wanted",
            "每行一组输入、每行一份结果，数量不限",
        ),
        "platewise eval plating-time --jsonl < many > many-results",
    ),
];
const HEAD: Text = text("Calculator", "计算器");
const SCHEMA: Text = text("Schema of its inputs (2020-12)", "输入项 Schema（2020-12）");
const STABLE: [Text; 2] = [
    text(
        "Names end in their unit and every input is optional: what is not given takes its default.",
        "名称以单位结尾，所有输入项均可省略：未给出的取默认值。",
    ),
    text(
        "Within a version of the embed contract no name is taken away and none changes its meaning.",
        "在同一嵌入协议版本内，不删除名称，也不改变其含义。",
    ),
];
const COMMANDS: Text = text("For programs", "供程序使用");

/// The page.
pub fn markup(Shell { settings, router, .. }: Shell) -> String {
    let word = |text: Text| escaped(settings.text(text));
    let mut rows = String::new();
    for page in PAGES.iter().filter(|page| page.calculator) {
        let file = [&router.address(SLUG), page.slug, ".json"].concat();
        let cell = if router.is_one_file() {
            format!("<code>platewise schema {}</code>", page.slug)
        } else {
            format!("<a href=\"{file}\">{}.json</a>", page.slug)
        };
        let _ = write!(
            rows,
            "<tr><th scope=\"row\"><a href=\"{}\" data-go=\"{}\">{}</a></th><td>{cell}</td></tr>",
            router.address(page.slug),
            page.slug,
            word(page.title)
        ); // a String takes all
    }
    let commands: String = USES
        .iter()
        .map(|(says, command)| {
            format!(
                "<p>{}</p><pre tabindex=\"0\"><code>{}</code></pre>",
                word(*says),
                escaped(command)
            )
        })
        .collect();
    format!(
        "<div class=\"prose\"><h1 id=\"heading\" tabindex=\"-1\">{}</h1><p class=\"lead\">{}</p><table class=\"pairs\"><thead><tr><th scope=\"col\">{}</th><th scope=\"col\">{}</th></tr></thead><tbody>{rows}</tbody></table><p>{}</p><p>{}</p><section><h2>{}</h2>{commands}</section></div>",
        word(crate::routes::title(SLUG)),
        word(crate::routes::description(SLUG)),
        word(HEAD),
        word(SCHEMA),
        word(STABLE[0]),
        word(STABLE[1]),
        word(COMMANDS)
    )
}
