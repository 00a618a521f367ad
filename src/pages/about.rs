//! What Platewise is, how it calculates, what it promises, and which version this is.

use super::schemas::SLUG;
use crate::app::Shell;
use crate::router::Router;
use crate::settings::Settings;
use platewise_model::report::format::escaped;
use platewise_model::words::{Text, text};
use platewise_model::{COMMIT, DATA_VERSION, ENGINE_VERSION};

const LEAD: Text = text(
    "Platewise calculates for coating shops, their customers and students of surface engineering. It runs in your browser and asks nothing of a server.",
    "Platewise 为电镀企业、客户和表面工程专业学生提供计算。全部在浏览器内运行，不依赖服务器。",
);

const SECTIONS: [(Text, &[Text]); 5] = [
    (
        text("Method", "计算方法"),
        &[
            text(
                "Plating time follows from Faraday's law: charge gives mass, mass and density give the mean thickness. Every page shows the equations with your numbers in them.",
                "电镀时间由法拉第定律得出：电量决定质量，质量与密度决定平均厚度。每个页面都给出代入您数据的公式。",
            ),
            text(
                "The constants are CODATA's and IUPAC's. The formulas are tested against published tables and worked examples, and tests assert the errors those contain: zinc printed as 14.3 A·h/ft²·mil, A/ft² taken for 10.76, chromium reckoned with three electrons.",
                "常数采用 CODATA 与 IUPAC 的数值。公式以公开数表和例题测试，并对其中的错误单独断言：锌印成 14.3 A·h/ft²·mil、1 A/dm² 误作 10.76 A/ft²、铬按三个电子计算等。",
            ),
        ],
    ),
    (
        text("How far to trust it", "可信程度"),
        &[
            text(
                "The arithmetic is exact; the inputs are not. The weakest are the cathode current efficiency over current density and the ratio of minimum to average thickness: no published measurement was found for them, they are marked as estimates, and one part that you measure replaces them.",
                "算法是精确的，输入却未必。最薄弱的是电流效率随电流密度的变化和最小与平均厚度之比：未找到公开实测数据，因此标为估计，您实测一件工件即可替代。",
            ),
            text(
                "Judgements about standards rest on what could be read of them, often re-posts of older editions. Before a contract, read the edition that it names.",
                "有关标准的判断依据可查阅到的文本，多为旧版的转载。签订合同前请查阅合同所列的版本。",
            ),
        ],
    ),
    (
        text("Privacy", "隐私"),
        &[
            text(
                "Nothing you type leaves your browser. Links carry your inputs behind the # sign, which browsers never send to a server. There are no cookies, no trackers, no fonts or scripts from elsewhere.",
                "您的输入不会离开浏览器。链接把输入放在 # 之后，浏览器不会将其发送给服务器。没有 Cookie、没有跟踪，也不加载外部字体或脚本。",
            ),
            text(
                "Language, units, theme, your last inputs, your shop with its key and pinned scenarios are kept in this browser, if it allows that.",
                "语言、单位、主题、上次的输入、本厂数据及密钥和固定的方案保存在本浏览器中（如浏览器允许）。",
            ),
        ],
    ),
    (
        text("By keyboard", "键盘操作"),
        &[text(
            "Tab moves through the fields, arrow keys change a choice, Enter opens a menu. The result is announced as it changes.",
            "Tab 键在各输入项间移动，方向键切换选项，回车键打开菜单。结果变化时会自动播报。",
        )],
    ),
    (
        text("Licence", "许可"),
        &[text(
            "Free software under the MIT or the Apache 2.0 licence, as you like.",
            "自由软件，可任选 MIT 或 Apache 2.0 许可。",
        )],
    ),
];

const ELSEWHERE: Text = text("Without a network, and elsewhere", "离线与嵌入");
const OFFLINE: Text = text(
    "After the first visit everything here works without a network. A browser can install it as an application, and a new version takes the place of the old one when you say so.",
    "首次访问之后，全部功能可离线使用；可由浏览器安装为应用，有新版本时由您决定何时更新。",
);
const ONE_FILE: Text = text(
    "All of it as one file, to keep or to mail; it opens by double click",
    "下载为单个文件：可保存或邮寄，双击即可打开",
);
const EMBED: Text = text("Put a calculator into a page of your own", "将计算器嵌入您的网页");
const SCHEMAS: Text =
    text("JSON Schemas and the command line, for programs", "供程序使用的 JSON Schema 与命令行");

/// What there is besides the pages; a file that stands alone has nothing beside it.
fn elsewhere(settings: Settings, router: Router) -> String {
    let word = |text: Text| escaped(settings.text(text));
    let schemas = format!(
        "<li><a href=\"{}\" data-go=\"{SLUG}\">{}</a></li>",
        router.address(SLUG),
        word(SCHEMAS)
    );
    let beside = |file: &str, more: &str, label: Text| {
        format!("<li><a href=\"{}{file}\"{more}>{}</a></li>", router.address(""), word(label))
    };
    let files = if router.is_one_file() {
        String::new()
    } else {
        beside("platewise.html", " download", ONE_FILE) + &beside("embed/", "", EMBED)
    };
    format!(
        "<section><h2>{}</h2><p>{}</p><ul>{files}{schemas}</ul></section>",
        word(ELSEWHERE),
        word(OFFLINE)
    )
}

/// The About page.
pub fn markup(Shell { settings, router, .. }: Shell) -> String {
    let word = |text: Text| escaped(settings.text(text));
    let section = |(title, paragraphs): &(Text, &[Text])| {
        let paragraphs: String =
            paragraphs.iter().map(|paragraph| format!("<p>{}</p>", word(*paragraph))).collect();
        format!("<section><h2>{}</h2>{paragraphs}</section>", word(*title))
    };
    let sections: String = SECTIONS.iter().map(section).collect();
    format!(
        "<div class=\"prose\"><h1 id=\"heading\" tabindex=\"-1\">{}</h1><p class=\"lead\">{}</p>{sections}{}<section><h2>{}</h2><table class=\"num pairs\"><tbody><tr><th scope=\"row\">{}</th><td class=\"n\">{ENGINE_VERSION}</td></tr><tr><th scope=\"row\">{}</th><td class=\"n\">{DATA_VERSION}</td></tr>{}</tbody></table></section></div>",
        word(crate::routes::title("about")),
        word(LEAD),
        elsewhere(settings, router),
        word(text("Versions", "版本")),
        word(text("Engine (formulas)", "引擎（公式）")),
        word(text("Data", "数据")),
        COMMIT
            .map(|commit| format!(
                "<tr><th scope=\"row\">{}</th><td class=\"n\">{commit}</td></tr>",
                word(text("Commit", "提交"))
            ))
            .unwrap_or_default()
    )
}
