//! The words of the application itself; those of a calculator stand with it in the model.

use platewise_model::words::{Text, symbol, text};

pub const BRAND: Text = symbol("Platewise");
pub const SKIP: Text = text("Skip to content", "跳到正文");
pub const OTHER_LANGUAGE: Text = text("中文", "English");
pub const UNITS_LABEL: Text = text("Units: metric or US", "单位：公制或美制");
pub const THEME_AUTO: Text = text("Theme: as the device", "主题：跟随系统");
pub const THEME_LIGHT: Text = text("Theme: light", "主题：浅色");
pub const THEME_DARK: Text = text("Theme: dark", "主题：深色");
pub const FOOTER: Text = text("Nothing you type leaves your browser.", "您的输入不会离开浏览器。");
pub const ENGINE: Text = text("engine", "引擎");
pub const DATA: Text = text("data", "数据");

pub const COPY_LINK: Text = text("Copy link", "复制链接");
pub const COPY_QUOTATION: Text = text("Copy quotation link", "复制报价链接");
/// From disk, where the address is a path of the reader's own.
pub const NO_ADDRESS: Text = text(
    "This page was opened from disk, so it has no address for others. Save a file, or copy the link from the published page.",
    "本页从本地磁盘打开，没有可发给他人的网址。请保存文件，或在已发布的网页上复制链接。",
);
pub const COPIED: Text = text("Link copied", "链接已复制");
pub const COPY_FAILED: Text = text(
    "The browser does not allow copying; the address bar holds the link.",
    "浏览器不允许复制，链接已在地址栏中。",
);
pub const PIN: Text = text("Pin", "固定对比");
pub const PINNED: Text = text("Pinned below", "已固定在下方");
pub const PIN_FULL: Text =
    text("Four are pinned: remove one first.", "已固定四个方案，请先移除一个。");
pub const PRINT: Text = text("Print", "打印");
pub const OPEN_IN_FULL: Text = text("Open in full", "打开完整页面");
pub const STAYS_HERE: Text = text(
    "Figures of the shop and files that were given here stay here: the whole page uses its own, so its results may differ.",
    "在此填写的本厂数据和导入的文件只留在此处；完整页面使用其自身的数据，结果可能不同。",
);
pub const EXPORT: Text = text("Export", "导出");
pub const EXPORT_CSV: Text = text("Table (CSV)", "表格（CSV）");
pub const EXPORT_FILE: Text = text("File (JSON)", "文件（JSON）");
pub const OPEN_FILE: Text = text("Open a file", "打开文件");
pub const RESET: Text = text("Reset all", "全部重置");
pub const EXAMPLES: Text = text("Start from an example", "从示例开始");
pub const EXAMPLES_CHOOSE: Text = text("Choose …", "请选择…");

/// A quote that was given is open.
pub const AS_GIVEN: Text = text(
    "This quote was given before: its prices stand as long as the request stays the same.",
    "此报价此前已发出：询价内容不变则价格维持不变。",
);
pub const PRICE_ANEW: Text = text("Price anew", "重新计价");
/// Save what is private alone.
pub const SAVE_PROFILE: Text = text("Save my shop", "保存本厂数据");
/// Save it with the key.
pub const MOVE_SHOP: Text = text("Move my shop to another device", "将本厂迁移到其他设备");
/// What stands on the page came with an address, and is not kept.
pub const GUEST: Text = text(
    "This came with a link. What you had here is kept until you change something.",
    "此内容来自链接。更改之前，您原有的内容会一直保留。",
);
pub const ENQUIRY: Text = text(
    "An enquiry: it names what is wanted, and no price. Your own shop can price it.",
    "这是询价：只有所需内容，没有价格。可用本厂数据计价。",
);
pub const PRICE_IT: Text = text("Price with my shop", "用本厂数据计价");
pub const TAKE_UP: Text = text("Keep this", "保留此内容");
pub const SHOP_BESIDE: Text = text(
    "Shown with the figures of another shop; yours are kept unchanged.",
    "当前使用另一家工厂的数据，本厂数据保持不变。",
);
pub const OWN_SHOP: Text = text("Back to my shop", "恢复本厂数据");
pub const HAD_BEFORE: Text =
    text("What you had here before can be brought back.", "可以恢复之前的内容。");
pub const GO_BACK: Text = text("Back to what I had", "恢复之前的内容");
pub const NOTICE_KEY: Text = text(
    "The key of a shop was left out: only “Move my shop to this device” takes a key.",
    "其中的本厂密钥未载入：只有“将本厂迁移到此设备”才会采用密钥。",
);
/// Nothing private was given.
pub const NO_PROFILE: Text = text(
    "There is nothing of your shop yet: all figures are those of the example.",
    "尚未填写本厂数据：目前均为示例数值。",
);
pub const FILE_OPENED: Text = text("File opened", "文件已打开");
pub const FILE_TOO_LARGE: Text = text(
    "This file is larger than 1 MB: it was not made by Platewise.",
    "文件超过 1 MB，不是 Platewise 的文件。",
);
pub const FILE_UNREADABLE: Text = text("This file cannot be read.", "无法读取该文件。");
pub const FILE_NOT_JSON: Text = text(
    "This file is not JSON; open one that was saved here.",
    "该文件不是 JSON，请打开在此保存的文件。",
);
pub const FILE_TWICE: Text = text(
    "An input is given twice in this file: keep one of them.",
    "该文件中有输入项重复出现：请只保留一个。",
);
pub const FILE_OTHER: Text =
    text("This file belongs to another calculator.", "该文件属于其他计算器。");

pub const NOTICE_TITLE: Text =
    text("Not everything could be taken over; the rest was.", "部分内容无法载入，其余已载入。");
pub const NOTICE_UNKNOWN: Text = text("Unknown input “{0}”.", "未知输入项“{0}”。");
pub const NOTICE_BROKEN: Text = text("“{0}” cannot be read.", "“{0}”无法读取。");
pub const NOTICE_NEWER: Text =
    text("The link was made by another version ({0}).", "该链接由其他版本（{0}）生成。");
pub const NOTICE_DAMAGED: Text = text(
    "The quote that you opened is damaged: ask for it once more.",
    "所打开的报价已损坏，请索取一份新的。",
);
pub const NOTICE_FRAMED: Text = text(
    "A quotation cannot be shown in this frame. Open its link in a window of its own.",
    "此框架内无法显示报价单，请在单独的窗口中打开其链接。",
);
pub const NOTICE_LONG: Text =
    text("The link is too long to be one of ours.", "链接过长，不是本应用生成的链接。");
pub const DISMISS: Text = text("Dismiss", "关闭");

pub const DEFAULT: Text = text("default", "默认");
/// A default of what the visitor decides or has: it lets the page show something.
pub const EXAMPLE: Text = text("example", "示例");
pub const YOURS: Text = text("yours", "自填");
pub const DERIVED: Text = text("follows from the rest", "由其他输入得出");
pub const BACK_TO: Text = text("back to {0}", "恢复 {0}");
pub const BACK: Text = text("back to default", "恢复默认");
pub const SOURCE: Text = text("Source", "来源");
pub const USUAL: Text = text("Usual {0} to {1}", "常用 {0} 至 {1}");
pub const UNUSUAL: Text = text("Unusual: {0} to {1} are expected.", "不常见，一般为 {0} 至 {1}。");
pub const UNIT: Text = text("Unit", "单位");
pub const HELP: Text = text("Help: {0}", "说明：{0}");
pub const NONE: Text = text("not given", "未填");
pub const CURVE_POINTS: Text = text("Points of the curve", "曲线数据点");
pub const CURVE_PROBLEM: Text =
    text("Write one pair a line: A/dm², a blank, per cent.", "每行一对：A/dm²、空格、百分数。");

pub const NUMBERS_PROBLEM: Text = text(
    "One of these is no number: part them by blanks or line breaks.",
    "其中有非数字内容：请以空格或换行分隔。",
);
pub const CHOOSE_FILE: Text = text("Choose a file …", "选择文件…");
pub const DROP_FILE: Text = text("or drop it here", "或拖到此处");
pub const FILE_READING: Text = text("Reading … {0}", "正在读取… {0}");
pub const FILE_OVER: Text = text(
    "The file is larger than {0} MB, more than is read here.",
    "文件超过 {0} MB，此处无法读取。",
);
pub const NO_WORKER: Text = text(
    "This browser allows no worker here, so no file can be read.",
    "此浏览器不允许使用 worker，无法读取文件。",
);
pub const MODEL_PICTURE: Text =
    text("The model; drag it or use the arrow keys to turn it", "模型预览；拖动或按方向键旋转");
pub const ROWS_IMPORT: Text = text("Rows from a table (CSV, XLSX) …", "从表格导入（CSV、XLSX）…");
pub const ROWS_TAKE: Text = text("Add these rows", "添加这些行");
pub const ROW: Text = text("Row {0}", "第 {0} 行");
pub const ROW_COPY: Text = text("Double row {0}", "复制第 {0} 行");
pub const ROW_REMOVE: Text = text("Remove row {0}", "删除第 {0} 行");
pub const HOURS_IN_USE: Text = text(
    "8,760 hours in use. A link carries monthly means only; save a file to keep the hours.",
    "正在使用 8 760 小时数据。链接只带月均值，如需保留请保存文件。",
);
pub const ONWARD: Text = text("Go on from here", "接着算");

pub const PROBLEMS: Text = text("No answer yet", "暂无结果");
pub const PROBLEMS_LEAD: Text = text("These inputs need another look:", "请检查以下输入：");
pub const JUDGEMENTS: Text = text("Judgements", "判断");
pub const DERIVATION: Text = text("How this is worked out", "计算过程");
pub const MISTAKES: Text = text("Usual mistakes, with your numbers", "常见错误（以您的数据为例）");
pub const BASIS: Text = text("What this rests on", "计算依据");
pub const ANALYSIS: Text = text("Sensitivity", "敏感性分析");
pub const ANALYSIS_LEAD: Text = text(
    "Largest influences, break-even, and the uncertainty when all inputs vary at once.",
    "影响最大的参数、盈亏平衡点，以及各参数同时变动时结果的不确定性。",
);
pub const ANALYSE: Text = text("Analyse", "开始分析");
pub const LIMITS: Text = text("What this model does not know", "本模型不考虑的因素");
pub const RESULTS: Text = text("All results", "全部结果");
pub const INPUTS: Text = text("Inputs", "输入");
pub const VALUE: Text = text("Value", "数值");
pub const RANGE: Text = text("Range", "范围");
pub const SURE: Text = text("Sure?", "可靠程度");
pub const DATE: Text = text("Date", "日期");
pub const REGION: Text = text("Region", "地区");
pub const ALL_SOURCES: Text = text("All figures and their sources", "全部数据与来源");
pub const AS_TABLE: Text = text("As a table", "以表格查看");
pub const BARS_OF: Text = text("Chart: {0}. Its table follows.", "图：{0}。数据见下方表格。");
pub const SHADES_OF: Text =
    text("Chart of shades: {0}. Its tables follow.", "色块图：{0}。数据见下方表格。");
pub const TABLE_OF: Text = text("Table: {0}", "表格：{0}");
pub const CHART_OF: Text =
    text("Chart: {0}. The working point is {1} at {2}.", "图：{0}。工作点为 {2} 时 {1}。");
pub const RANGE_SHORT: Text = text("{0} … {1} {2}", "{0} … {1}，{2}");

pub const PINS: Text = text("Pinned scenarios", "固定的方案");
pub const NOW: Text = text("Now", "当前");
pub const LOAD: Text = text("Open", "打开");
pub const REMOVE: Text = text("Remove", "移除");
pub const DIFFERS: Text = text("Marked: differs from now.", "标记处与当前方案不同。");
pub const SCENARIO: Text = text("Scenario {0}", "方案 {0}");

pub const ONLY_SHEETS: Text = text(
    "Only the customer's quotation is printed from this page. There is none yet: check the inputs, then choose “Print”.",
    "本页只打印客户报价单。目前尚无报价单：请先检查输入，再点“打印”。",
);
pub const CLEAR_FIELD: Text = text("Reset to default", "恢复默认值");
pub const NOTHING_YET: Text = text("There is no answer to export yet.", "尚无结果可导出。");

pub const HOME_TRY: Text = text("Try it here", "现在就试");
pub const HOME_OPEN: Text = text("Open with everything", "打开完整计算");
pub const HOME_CALCULATORS: Text = text("Calculators", "计算器");
pub const HOME_WHY: Text = text("Why trust it", "为何可信");
pub const HOME_REASONS: [(Text, Text); 4] = [
    (
        text("Every number says where it comes from", "每个数字都说明来历"),
        text(
            "Each default says where it comes from, its range and how sure it is. An estimate is called an estimate.",
            "每个默认值都标明出处、范围和可靠程度；是估计就写明是估计。",
        ),
    ),
    (
        text("The thinnest place counts", "以最薄处为准"),
        text(
            "Customers order a minimum; Faraday's law gives an average. Both are always shown, and the ratio between them is yours to set.",
            "客户要的是最小厚度，法拉第定律给出的是平均厚度。两者始终并列，其比值由您设定。",
        ),
    ),
    (
        text("Checked from outside", "用外部数据校验"),
        text(
            "The formulas are tested against published tables and worked examples, and against the mistakes those contain.",
            "公式以公开数表和例题逐项测试，也测试了这些资料中的错误。",
        ),
    ),
    (
        text("It warns", "会提醒"),
        text(
            "Threads that will not fit, steel that needs a bake, current outside the bath's window: said before you quote.",
            "螺纹旋不进、钢材需去氢、电流超出范围：报价之前就提示。",
        ),
    ),
];

pub const SOURCES_SEARCH: Text = text("Search", "搜索");
pub const SOURCES_COUNT: Text = text("{0} of {1} figures", "{1} 项数据中的 {0} 项");
pub const SUBJECT: Text = text("Of what", "对象");
pub const WHAT: Text = text("What", "项目");

pub const NOT_LOADED: Text =
    text("This page could not be loaded. Is there a network?", "页面未能载入，请检查网络连接。");
pub const PART_NOT_LOADED: Text =
    text("This part could not be loaded. Is there a network?", "该功能未能载入，请检查网络连接。");
pub const RETRY: Text = text("Try again", "重试");
pub const NOT_FOUND: Text = text("There is no page at this address", "此地址没有页面");
pub const PAGES_THERE: Text = text("These pages exist:", "现有页面：");
