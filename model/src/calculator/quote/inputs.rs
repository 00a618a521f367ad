//! What a person may give: lines of parts with their specification, the order, the customer, and the shop. What stands under `shop.` is private:
//! no link and no document for a customer holds it.

use crate::calculator::part::Part;
use crate::calculator::{Choice, Few, InputTable, Inputs, LongText, Mount, Record, Rows};
use crate::data::passivates::Passivate;
use crate::data::processes::Process;
use crate::data::shops::Profile;
use crate::data::thickness::PartClass;
use crate::plating::thickness::ThicknessKind;
use crate::units::{
    Constant, Count, Current, Days, Fraction, Hardness, Hours, LoadMass, MassPerHour, Minutes,
    Money, MoneyPerArea, MoneyPerEnergy, MoneyPerHour, MoneyPerMass, Stress, Thickness, Volume,
};
use crate::words::{Text, text};
use jiff::civil::Date;

/// What lies on the passivate.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Choice)]
pub enum TopCoat {
    /// Nothing.
    #[choice(id = "none", en = "None", zh = "无")]
    Bare,
    /// A thin sealer.
    #[choice(id = "sealer", en = "Sealer", zh = "封闭剂")]
    Sealer,
    /// Powder coating.
    #[choice(id = "powder", en = "Powder coating", zh = "喷塑")]
    Powder,
}

/// How parts are packed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Choice)]
pub enum Packing {
    /// Tipped into boxes or sacks.
    #[choice(id = "bulk", en = "In bulk", zh = "散装")]
    Bulk,
    /// Laid piece by piece.
    #[choice(id = "layers", en = "In layers, piece by piece", zh = "逐件分层")]
    Layers,
}

/// Which paper goes with the parts.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Choice)]
pub enum Certificate {
    /// None.
    #[choice(id = "none", en = "None", zh = "无")]
    NoPaper,
    /// Certificate of conformity.
    #[choice(id = "conformity", en = "Certificate of conformity", zh = "合格证")]
    Conformity,
    /// Report of measurements.
    #[choice(
        id = "test_report",
        en = "Report of thickness and salt spray",
        zh = "厚度与盐雾检测报告"
    )]
    Report,
}

/// Yes or no.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Choice)]
pub enum Wanted {
    /// No.
    #[choice(id = "no", en = "No", zh = "否")]
    No,
    /// Yes.
    #[choice(id = "yes", en = "Yes", zh = "是")]
    Yes,
}

/// How a price is made of a cost.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Choice)]
pub enum PriceRule {
    /// The margin is a share of the price.
    #[choice(id = "margin", en = "Margin on the price", zh = "按售价毛利")]
    Margin,
    /// The mark-up is a share of the cost.
    #[choice(id = "mark_up", en = "Mark-up on the cost", zh = "按成本加成")]
    MarkUp,
}

/// How unit prices are rounded up.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Choice)]
pub enum RoundTo {
    /// Four decimals.
    #[choice(id = "four_decimals", en = "To 0.0001", zh = "至 0.0001")]
    Four,
    /// A hundredth.
    #[choice(id = "cents", en = "To 0.01", zh = "至 0.01")]
    Cents,
    /// Three digits.
    #[choice(id = "three_digits", en = "To three digits", zh = "至三位有效数字")]
    Three,
}

/// Which minimum charges of an order apply.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Choice)]
pub enum MinimumRule {
    /// All that are triggered.
    #[choice(id = "all", en = "All of them", zh = "全部计收")]
    All,
    /// The largest of them, and a fee for each further line.
    #[choice(
        id = "largest",
        en = "A limited number, a fee for each further line",
        zh = "限定项数，其余各项加收附加费"
    )]
    Top,
}

/// The unit that a price is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Choice)]
pub enum PriceUnit {
    /// A piece.
    #[choice(id = "piece", en = "Piece", zh = "件")]
    Piece,
    /// 1,000 pieces.
    #[choice(id = "thousand", en = "1,000 pieces", zh = "千件")]
    Thousand,
    /// A kilogram.
    #[choice(id = "kg", en = "kg", zh = "kg")]
    Kilogram,
    /// A square decimetre of plated area.
    #[choice(id = "dm2", en = "dm²", zh = "dm²")]
    SquareDecimetre,
    /// The lot.
    #[choice(id = "lot", en = "Lot", zh = "批")]
    Lot,
}

/// A currency.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Choice)]
pub enum Currency {
    /// Chinese yuan.
    #[choice(id = "cny", en = "CNY", zh = "人民币")]
    Cny,
    /// US dollar.
    #[choice(id = "usd", en = "USD", zh = "美元")]
    Usd,
    /// Euro.
    #[choice(id = "eur", en = "EUR", zh = "欧元")]
    Eur,
}

impl Currency {
    /// Its sign.
    pub const fn sign(self) -> Text {
        match self {
            Self::Cny => text("CNY", "元"),
            Self::Usd => text("USD", "美元"),
            Self::Eur => text("EUR", "欧元"),
        }
    }
}

/// In which language the customer's sheet is written, whatever the reader's is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Choice)]
pub enum SheetLanguage {
    /// English.
    #[choice(id = "en", en = "English", zh = "英文")]
    En,
    /// Chinese.
    #[choice(id = "zh", en = "Chinese", zh = "中文")]
    Zh,
}

/// What prices say of tax.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Choice)]
pub enum Tax {
    /// Net prices, tax added below.
    #[choice(id = "added", en = "Excl. VAT, VAT added", zh = "不含税，另加税")]
    Added,
    /// Prices with tax in them.
    #[choice(id = "included", en = "Incl. VAT", zh = "含税")]
    Included,
    /// No tax.
    #[choice(id = "none", en = "Excl. VAT, VAT not shown", zh = "不含税，不显示税额")]
    Untold,
}

/// What a line is called: it comes first, so that a row is told by it.
#[derive(Clone, Default, Inputs)]
pub struct Called {
    #[input(
        label("Name or drawing number", "名称或图号"),
        help("As it stands in the request.", "与询价单一致。"),
        placeholder = "DWG-1017"
    )]
    pub name: Option<String>,
}

/// One's own bath has its figures in the process comparison only.
fn of_a_bath(_chosen: &dyn Fn(&str) -> String, process: &str) -> bool {
    process != "own"
}

/// What is ordered for a part.
#[derive(Clone, Default, Inputs)]
pub struct Spec {
    #[input(
        label("Process", "工艺"),
        help("The shop's usual process if left empty.", "镀种；不填则用本厂常用工艺。"),
        offered = "of_a_bath"
    )]
    pub process: Option<Choice<Process>>,
    #[input(
        label("Coating code", "镀层代号"),
        help(
            "As on the drawing, such as Fe//Zn8//An//T2, A3C or SC2: it fills in deposit, \
             thickness and passivation where you leave them empty. It stands on the sheet as \
             written; what is not understood is named there.",
            "按图纸填写，如 Fe//Zn8//An//T2、A3C、SC2：未另填时由代号决定镀层、厚度和钝化。\
             代号原样列在报价单上，无法识别的部分会注明。"
        ),
        placeholder = "Fe/Zn 8"
    )]
    pub designation: Option<String>,
    #[input(
        label("Thickness", "厚度"),
        help("As ordered.", "订单要求的厚度。"),
        range(0.1, 200.0),
        nature = "decision"
    )]
    pub thickness_um: Option<Thickness>,
    #[input(
        label("Thickness given as", "厚度指"),
        help(
            "A minimum on the significant surface, an average as plated, or the average of a \
             batch after ISO 4042.",
            "主要表面最小值、镀后平均值，或 ISO 4042 的批平均值。"
        )
    )]
    pub thickness_kind: Option<Choice<ThicknessKind>>,
    #[input(
        label("Shape of the part", "工件形状"),
        help(
            "Sets how much more than the minimum is plated on average.",
            "决定平均厚度须比最小厚度多镀多少。"
        )
    )]
    pub part_class: Option<Choice<PartClass>>,
    #[input(
        label("Passivation", "钝化"),
        help(
            "The conversion coating after plating, with its sealer. Trivalent clear if left \
             empty.",
            "镀后转化膜及其封闭。未注明时按三价铬蓝白钝化。"
        )
    )]
    pub passivate: Option<Choice<Passivate>>,
    #[input(
        label("Sealer or top coat", "封闭或涂层"),
        help("On the passivation.", "位于钝化膜之上。")
    )]
    pub top_coat: Option<Choice<TopCoat>>,
    #[input(
        label("Tensile strength of the steel", "钢材抗拉强度"),
        help(
            "Above 1,200 MPa the parts are baked; the hours follow from ASTM B850.",
            "超过 1200 MPa 需除氢烘烤，时间按 ASTM B850。"
        ),
        range(100.0, 3000.0),
        nature = "example"
    )]
    pub tensile_strength_mpa: Option<Stress>,
    #[input(
        label("Hardness of the steel", "钢材硬度"),
        help("The same by hardness, above 36 HRC.", "按硬度判断，超过 36 HRC 需烘烤。"),
        range(0.0, 70.0),
        nature = "example"
    )]
    pub hardness_hrc: Option<Hardness>,
    #[input(
        label("Masked places on a piece", "每件遮蔽处数"),
        help("Threads, bores, seats that stay bare.", "不镀的螺纹、孔、配合面。"),
        range(0.0, 100.0),
        nature = "decision"
    )]
    pub masked_places: Option<Count>,
    #[input(
        label("Racks to be made", "新制挂具数"),
        help("Once for the lot.", "每批计一次。"),
        range(0.0, 10000.0),
        nature = "decision"
    )]
    pub new_racks: Option<Count>,
    #[input(label("Packing", "包装"), help("How parts leave.", "出货方式。"))]
    pub packing: Option<Choice<Packing>>,
    #[input(label("Certificate", "质量文件"), help("Once for the lot.", "每批计一次。"))]
    pub certificate: Option<Choice<Certificate>>,
    #[input(
        label("First-article inspection", "首件检验"),
        help("Once for the lot.", "每批计一次。")
    )]
    pub first_article: Option<Choice<Wanted>>,
    #[input(
        label("Quantities and price breaks", "数量与阶梯数量"),
        help(
            "Up to eight, rising; the first is the order, the others are offered as price \
             breaks.",
            "最多八档，递增；第一档为订单数量，其余为阶梯报价。"
        ),
        range(1.0, 1000000000.0),
        nature = "decision",
        after = "unplated_dm2"
    )]
    pub quantities: Option<Few<Count, 8>>,
    #[input(
        label("Price per", "计价单位"),
        help(
            "As the customer buys: by the piece, by 1,000 pieces, by mass, by plated area, \
             or for the lot.",
            "按客户采购方式：按件、按千件、按重量、按电镀面积或按批。"
        ),
        after = "quantities"
    )]
    pub price_unit: Option<Choice<PriceUnit>>,
}

/// A line of the quote.
#[derive(Clone, Default, Inputs)]
pub struct Line {
    /// What it is called.
    #[input(flatten)]
    pub called: Called,
    /// The part.
    #[input(flatten, off_page("mesh_file", "mesh_box_mm"))]
    pub part: Part,
    /// What is ordered for it.
    #[input(flatten)]
    pub spec: Spec,
}

/// Lines of a quote at the most.
pub const MOST_LINES: usize = 200;

/// The order.
#[derive(Clone, Default, Inputs)]
pub struct Order {
    #[input(
        label("Lines", "报价项"),
        help("Parts with their specification and quantities.", "工件、技术要求与数量。"),
        group = "lines",
        level = "essential"
    )]
    pub lines: Option<Rows<Line, 1, MOST_LINES>>,
    #[input(
        label("Rush order", "加急"),
        help("With the shop's rush surcharge.", "按本厂加急费率加收。"),
        group = "offer",
        level = "essential",
        after = "tax_basis"
    )]
    pub expedite: Option<Choice<Wanted>>,
    #[input(
        label("Currency", "币种"),
        help("Of the prices.", "报价币种。"),
        group = "offer",
        level = "essential",
        clears("exchange_rate", "tax_basis")
    )]
    pub currency: Option<Choice<Currency>>,
    #[input(
        label("CNY for one of the currency", "汇率（1 外币合人民币）"),
        help("Of the day below.", "按下列日期。"),
        range(0.0001, 10000.0),
        group = "offer"
    )]
    pub exchange_rate: Option<Constant>,
    #[input(
        label("Day of the rate", "汇率日期"),
        help("Year-month-day.", "年-月-日。"),
        group = "offer",
        placeholder = "2026-11-24"
    )]
    pub exchange_date: Option<Date>,
    #[input(
        label("Tax", "税"),
        help("Whether prices include VAT.", "报价是否含税。"),
        group = "offer"
    )]
    pub tax_basis: Option<Choice<Tax>>,
    #[input(
        label("Language of the sheet", "报价单语言"),
        help(
            "Of the customer's sheet; that of this page if left empty.",
            "客户报价单的语言；不填则与界面一致。"
        ),
        group = "offer"
    )]
    pub language: Option<Choice<SheetLanguage>>,
    #[input(
        label("As it was quoted", "已报价记录"),
        help(
            "Prices that were given, written by Platewise: they stand until the request changes.",
            "已报出的价格，由 Platewise 写入；询价内容不变则维持不变。"
        )
    )]
    pub issued: Option<Record>,
}

/// The customer.
#[derive(Clone, Default, Inputs)]
pub struct Customer {
    #[input(
        label("Customer", "客户"),
        help("Name of the company.", "公司名称。"),
        group = "customer",
        level = "essential"
    )]
    pub company: Option<String>,
    #[input(label("Attention", "联系人"), help("Who asked.", "询价人。"), group = "customer")]
    pub contact: Option<String>,
    #[input(
        label("Number of the quote", "报价单号"),
        help("Your own.", "本厂编号。"),
        group = "customer",
        placeholder = "Q-2026-052"
    )]
    pub number: Option<String>,
    #[input(
        label("Revision", "版次"),
        help("A, B, C …", "A、B、C……"),
        group = "customer",
        placeholder = "A"
    )]
    pub revision: Option<String>,
    #[input(
        label("Reference of the request", "询价单号"),
        help("As the customer writes it.", "按客户编号。"),
        group = "customer",
        placeholder = "RFQ-2026-117"
    )]
    pub rfq: Option<String>,
    #[input(
        label("Date of the quote", "报价日期"),
        help(
            "Year-month-day; delivery and validity count from it.",
            "年-月-日；交期和有效期由此起算。"
        ),
        group = "customer",
        placeholder = "2026-11-24"
    )]
    pub date: Option<Date>,
    #[input(
        label("Valid for", "有效期"),
        help("Days of the calendar.", "日历天数。"),
        range(1.0, 3650.0),
        nature = "decision",
        group = "customer"
    )]
    pub valid_days: Option<Days>,
}

/// The shop: its line, its rates, its rules. Private.
#[derive(Clone, Default, Inputs)]
pub struct Shop {
    #[input(
        label("Shop template", "工厂模板"),
        help(
            "Its figures are used where you leave yours empty. Nothing of your shop goes \
             into a link.",
            "未填写的数值取自该模板。本厂数据不会写入链接。"
        ),
        group = "shop",
        level = "essential"
    )]
    pub profile: Option<Choice<Profile>>,
    #[input(
        label("Name of my shop", "本厂名称"),
        help("Heads the sheet.", "用作报价单抬头。"),
        group = "shop"
    )]
    pub name: Option<String>,
    #[input(
        label("Address", "地址"),
        help("On the sheet.", "印在报价单上。"),
        group = "letterhead"
    )]
    pub address: Option<String>,
    #[input(
        label("Telephone, mail", "电话、邮箱"),
        help("On the sheet.", "印在报价单上。"),
        group = "letterhead"
    )]
    pub contact: Option<String>,
    #[input(
        label("Terms of payment and delivery", "付款与交货条件"),
        help("On the sheet.", "印在报价单上。"),
        group = "letterhead"
    )]
    pub terms: Option<LongText>,
    #[input(
        label("Not included", "报价不含"),
        help("In place of the usual text.", "替代通用条款。"),
        group = "letterhead"
    )]
    pub exclusions: Option<LongText>,
    #[input(
        label("Liability", "责任"),
        help("In place of the usual text.", "替代通用条款。"),
        group = "letterhead"
    )]
    pub liability: Option<LongText>,
    #[input(
        label("Usual process", "常用工艺"),
        help("For lines that name no process.", "用于未注明工艺的报价项。"),
        group = "shop",
        level = "essential",
        offered = "of_a_bath"
    )]
    pub process: Option<Choice<Process>>,
    #[input(
        label("Rack or barrel", "挂镀或滚镀"),
        help("How the line holds parts.", "生产线的装挂方式。"),
        group = "shop"
    )]
    pub rack_or_barrel: Option<Choice<Mount>>,
    #[input(
        label("Inner volume of the barrel", "滚筒内容积"),
        help("Of the drum itself.", "滚筒内部容积。"),
        range(0.1, 100000.0),
        nature = "example",
        group = "shop"
    )]
    pub barrel_volume_l: Option<Volume>,
    #[input(
        label("Share filled", "装料率"),
        help("By volume.", "按容积。"),
        range(0.01, 1.0),
        nature = "decision",
        group = "shop"
    )]
    pub fill_fraction: Option<Fraction>,
    #[input(
        label("Pieces that hang in a load", "每槽挂件数"),
        help("On all racks of a flight bar.", "一根飞巴上全部挂具的挂位。"),
        range(1.0, 1000000.0),
        nature = "example",
        group = "shop"
    )]
    pub places_per_load: Option<Count>,
    #[input(
        label("Rectifier of a station", "每工位整流器电流"),
        help("What it gives at most.", "最大输出电流。"),
        range(0.1, 1000000.0),
        nature = "example",
        group = "shop"
    )]
    pub rectifier_a: Option<Current>,
    #[input(
        label("Plating stations", "电镀工位数"),
        help("Places in plating tanks, each for a load.", "镀槽中的工位数，每位一槽。"),
        range(1.0, 1000.0),
        nature = "example",
        group = "shop"
    )]
    pub plating_stations: Option<Count>,
    #[input(
        label("Time to change a load", "换挂时间"),
        help("Minutes a plating station stands without current.", "电镀工位断电的时间。"),
        range(0.0, 1000.0),
        group = "shop"
    )]
    pub transfer_min: Option<Minutes>,
    #[input(
        label("Cycle time of the other stations", "其余工序节拍"),
        help(
            "The shortest time between two loads that hoists and other tanks allow.",
            "行车和其他槽位允许的最短间隔。"
        ),
        range(0.01, 10000.0),
        group = "shop"
    )]
    pub other_takt_min: Option<Minutes>,
    #[input(
        label("Uptime", "开动率"),
        help(
            "Share of the hours in which the line turns out loads.",
            "生产线实际出活时间的比例。"
        ),
        range(0.01, 1.0),
        group = "shop"
    )]
    pub uptime: Option<Fraction>,
    #[input(
        label("Labour rate", "人工费率"),
        help("Handling, racking, masking, inspection, packing.", "装卸、上挂、遮蔽、检验、包装。"),
        range(0.0, 10000.0),
        group = "rates",
        after = "utilisation"
    )]
    pub labour_cny_per_h: Option<MoneyPerHour>,
    #[input(
        label("Line rate", "生产线费率"),
        help(
            "Crew, depreciation and overhead while it is used; material comes on top.",
            "使用期间的人员、折旧与管理费用，不含材料。"
        ),
        range(0.0, 1000000.0),
        group = "rates"
    )]
    pub line_cny_per_h: Option<MoneyPerHour>,
    #[input(
        label("Utilisation of the line", "生产线利用率"),
        help(
            "Share of its hours that are sold; they pay for the idle ones.",
            "已售工时的比例，空闲工时由已售工时分摊。"
        ),
        range(0.01, 1.0),
        group = "rates"
    )]
    pub utilisation: Option<Fraction>,
    #[input(
        label("Racking of a piece", "每件上下挂时间"),
        help("On and off.", "上挂与下挂。"),
        range(0.0, 1000.0),
        group = "rates"
    )]
    pub racking_min: Option<Minutes>,
    #[input(
        label("Masking of a place", "遮蔽一处时间"),
        help("On and off.", "贴与撕。"),
        range(0.0, 1000.0),
        group = "rates"
    )]
    pub masking_min: Option<Minutes>,
    #[input(
        label("Handling of a load", "每槽装卸时间"),
        help("Filling and emptying a barrel, hanging racks.", "滚筒装卸料、挂具上下架。"),
        range(0.0, 1000.0),
        group = "rates"
    )]
    pub load_min: Option<Minutes>,
    #[input(
        label("Handling of a lot", "每批处理时间"),
        help("Receiving, inspection, papers.", "收料、检验、单据。"),
        range(0.0, 10000.0),
        group = "rates"
    )]
    pub lot_min: Option<Minutes>,
    #[input(
        label("Packing in bulk", "散装包装速度"),
        help("Of one person.", "一人的速度。"),
        range(0.1, 1000000.0),
        group = "rates"
    )]
    pub packing_kg_per_h: Option<MassPerHour>,
    #[input(
        label("Packing a piece in layers", "分层包装每件时间"),
        help("On top of packing in bulk.", "在散装之外另计。"),
        range(0.0, 1000.0),
        group = "rates"
    )]
    pub laying_min: Option<Minutes>,
    #[input(
        label("Load of an oven", "烘箱装载量"),
        help("Whole ovens are counted.", "按整炉计。"),
        range(0.1, 1000000.0),
        nature = "example",
        group = "coats"
    )]
    pub oven_kg: Option<LoadMass>,
    #[input(
        label("Oven rate", "烘箱费率"),
        help("Energy and the oven itself.", "能耗与设备。"),
        range(0.0, 100000.0),
        group = "coats"
    )]
    pub oven_cny_per_h: Option<MoneyPerHour>,
    #[input(
        label("Heating an oven up", "烘箱升温时间"),
        help("Before the hours of the bake begin.", "计时烘烤之前。"),
        range(0.0, 100.0),
        group = "coats"
    )]
    pub oven_heat_up_h: Option<Hours>,
    #[input(
        label("Sealer", "封闭剂"),
        help("Material and drying.", "材料与烘干。"),
        range(0.0, 10000.0),
        group = "coats"
    )]
    pub sealer_cny_per_m2: Option<MoneyPerArea>,
    #[input(
        label("Passivation, trivalent clear", "三价铬蓝白钝化"),
        help("Chemicals and their treatment.", "药剂及其废水处理。"),
        range(0.0, 10000.0),
        group = "coats"
    )]
    pub passivate_clear_cny_per_m2: Option<MoneyPerArea>,
    #[input(
        label("Passivation, trivalent iridescent", "三价铬彩色钝化"),
        help("Chemicals and their treatment.", "药剂及其废水处理。"),
        range(0.0, 10000.0),
        group = "coats"
    )]
    pub passivate_iridescent_cny_per_m2: Option<MoneyPerArea>,
    #[input(
        label("Passivation, trivalent black", "三价铬黑色钝化"),
        help("Chemicals and their treatment.", "药剂及其废水处理。"),
        range(0.0, 10000.0),
        group = "coats"
    )]
    pub passivate_black_cny_per_m2: Option<MoneyPerArea>,
    #[input(
        label("Passivation, hexavalent", "六价铬钝化"),
        help(
            "Chemicals, and reduction of the chromium(VI) that is dragged out.",
            "药剂及带出六价铬的还原处理。"
        ),
        range(0.0, 10000.0),
        group = "coats"
    )]
    pub passivate_hexavalent_cny_per_m2: Option<MoneyPerArea>,
    #[input(
        label("Powder coating", "喷塑"),
        help(
            "As bought, or material, energy and hands in the own line.",
            "委外价，或本线的材料、能耗与人工。"
        ),
        range(0.0, 10000.0),
        group = "coats"
    )]
    pub powder_cny_per_m2: Option<MoneyPerArea>,
    #[input(
        label("Time for powder coating", "喷塑所需时间"),
        help("Way, queue and line.", "运输、排队与加工。"),
        range(0.0, 365.0),
        group = "days",
        after = "shift_h"
    )]
    pub powder_days: Option<Days>,
    #[input(
        label("A new rack", "新制挂具"),
        help("Coated.", "含包胶。"),
        range(0.0, 1000000.0),
        group = "coats"
    )]
    pub rack_cny: Option<Money>,
    #[input(
        label("Certificate of conformity", "合格证"),
        help("For a lot.", "每批。"),
        range(0.0, 1000000.0),
        group = "coats"
    )]
    pub certificate_cny: Option<Money>,
    #[input(
        label("Report of thickness and salt spray", "厚度与盐雾检测报告"),
        help("For a lot.", "每批。"),
        range(0.0, 1000000.0),
        group = "coats"
    )]
    pub test_report_cny: Option<Money>,
    #[input(
        label("First-article inspection", "首件检验"),
        help("For a lot.", "每批。"),
        range(0.0, 1000000.0),
        group = "coats"
    )]
    pub first_article_cny: Option<Money>,
    #[input(
        label("Stripping of rejects", "不合格品退镀"),
        help("Before they are plated again.", "返镀之前。"),
        range(0.0, 10000.0),
        group = "coats"
    )]
    pub stripping_cny_per_m2: Option<MoneyPerArea>,
    #[input(
        label("Freight by mass", "运费（按重量）"),
        help("To the customer.", "送至客户。"),
        range(0.0, 1000.0),
        group = "coats"
    )]
    pub freight_cny_per_kg: Option<MoneyPerMass>,
    #[input(
        label("Freight of a lot", "运费（每批）"),
        help("On top of that by mass.", "在按重量计之外。"),
        range(0.0, 1000000.0),
        group = "coats"
    )]
    pub freight_cny: Option<Money>,
    #[input(
        label("Electricity", "电价"),
        help("Average of the day.", "日均。"),
        range(0.0, 100.0),
        group = "rates"
    )]
    pub electricity_cny_per_kwh: Option<MoneyPerEnergy>,
    #[input(
        label("Zinc price today", "当日锌价"),
        help(
            "Above the reference it is a surcharge, below it a credit, which never takes a \
             line below its minimum charge.",
            "高于基准部分单列附加费，低于则扣减，但不低于该项最低收费。"
        ),
        range(0.0, 1000.0),
        group = "rules",
        after = "minimum_fee_cny"
    )]
    pub zinc_cny_per_kg: Option<MoneyPerMass>,
    #[input(
        label("Reference zinc price", "基准锌价"),
        help(
            "Unit prices are based on it and stay while zinc moves.",
            "单价以此为准，锌价波动时单价不变。"
        ),
        range(0.0, 1000.0),
        nature = "decision",
        group = "rules",
        after = "zinc_cny_per_kg"
    )]
    pub zinc_reference_cny_per_kg: Option<MoneyPerMass>,
    #[input(
        label("Day of today's zinc price", "锌价日期"),
        help("Year-month-day.", "年-月-日。"),
        group = "rules",
        after = "zinc_reference_cny_per_kg",
        placeholder = "2026-11-24"
    )]
    pub zinc_date: Option<Date>,
    #[input(
        label("Price from cost", "由成本定价"),
        help("A margin of 20 % is a mark-up of 25 %.", "毛利率 20 % 相当于成本加成 25 %。"),
        group = "rules"
    )]
    pub rule: Option<Choice<PriceRule>>,
    #[input(
        label("Margin", "毛利率"),
        help("Share of the price that is not cost.", "售价中非成本的比例。"),
        range(0.0, 0.95),
        nature = "decision",
        group = "rules",
        level = "essential"
    )]
    pub margin: Option<Fraction>,
    #[input(
        label("Mark-up", "成本加成率"),
        help("Added to the cost.", "在成本上增加的比例。"),
        range(0.0, 20.0),
        nature = "decision",
        group = "rules"
    )]
    pub mark_up: Option<Fraction>,
    #[input(
        label("Unit prices are rounded up", "单价进位"),
        help("Lines to 0.01, always.", "每项金额一律至 0.01。"),
        group = "rules"
    )]
    pub rounding: Option<Choice<RoundTo>>,
    #[input(
        label("Minimum lot charge, zinc", "镀锌最低收费（起步价）"),
        help("Minimum charge per line.", "每项最低收费。"),
        range(0.0, 1000000.0),
        nature = "decision",
        group = "rules"
    )]
    pub minimum_cny: Option<Money>,
    #[input(
        label("Minimum lot charge, zinc–nickel", "锌镍合金最低收费（起步价）"),
        help("The same for alloys.", "合金镀种的每项最低收费。"),
        range(0.0, 1000000.0),
        nature = "decision",
        group = "rules"
    )]
    pub minimum_alloy_cny: Option<Money>,
    #[input(
        label("Minimum charges applied", "最低收费计收规则"),
        help(
            "To the lines of an order that lie below their minimum.",
            "就一份订单中不足最低收费的各项而言。"
        ),
        group = "rules"
    )]
    pub minimum_rule: Option<Choice<MinimumRule>>,
    #[input(
        label("Minimum charges applied (up to)", "最多计收项数"),
        help(
            "Those that bring in most, whatever the order of the lines.",
            "优先计收增收最多的各项，与各项顺序无关。"
        ),
        range(0.0, 200.0),
        nature = "decision",
        group = "rules"
    )]
    pub minimums_charged: Option<Count>,
    #[input(
        label("Fee of each further line", "其余每项附加费"),
        help(
            "On top of its price, up to its own minimum charge.",
            "在其价格之外加收，不超过其最低收费。"
        ),
        range(0.0, 100000.0),
        nature = "decision",
        group = "rules"
    )]
    pub minimum_fee_cny: Option<Money>,
    #[input(
        label("Energy surcharge", "能源附加费"),
        help("On the goods.", "按货款计。"),
        range(0.0, 1.0),
        nature = "decision",
        group = "rules"
    )]
    pub energy_surcharge: Option<Fraction>,
    #[input(
        label("Environment surcharge", "环保附加费"),
        help("On the goods.", "按货款计。"),
        range(0.0, 1.0),
        nature = "decision",
        group = "rules"
    )]
    pub environment_surcharge: Option<Fraction>,
    #[input(
        label("Rush surcharge", "加急费"),
        help("On the goods of a rush order.", "加急订单按货款计。"),
        range(0.0, 5.0),
        nature = "decision",
        group = "rules"
    )]
    pub expedite_surcharge: Option<Fraction>,
    #[input(
        label("Value-added tax", "增值税率"),
        help("On the net sum.", "按不含税额计。"),
        range(0.0, 1.0),
        group = "rules"
    )]
    pub tax: Option<Fraction>,
    #[input(
        label("Queue before a lot begins", "排队时间"),
        help("Working days.", "工作日。"),
        range(0.0, 365.0),
        group = "days"
    )]
    pub queue_days: Option<Days>,
    #[input(
        label("Inspection, packing and freight", "检验、包装与送货"),
        help("Working days.", "工作日。"),
        range(0.0, 365.0),
        group = "days"
    )]
    pub after_days: Option<Days>,
    #[input(
        label("Hours the line works in a day", "生产线每天工作时间"),
        help("All shifts.", "全部班次合计。"),
        range(0.5, 24.0),
        nature = "decision",
        group = "days"
    )]
    pub shift_h: Option<Hours>,
}

/// Inputs of the quote.
#[derive(Clone, Default, Inputs)]
#[inputs(
    group(id = "lines", en = "Parts of the quote", zh = "报价项"),
    group(id = "offer", en = "Offer", zh = "报价条件"),
    folded(id = "customer", en = "Customer", zh = "客户"),
    group(id = "shop", en = "My shop: line", zh = "本厂：生产线"),
    folded(id = "rates", en = "My shop: rates and minutes", zh = "本厂：费率与工时"),
    folded(
        id = "coats",
        en = "My shop: ovens, coats, papers, freight",
        zh = "本厂：烘烤、涂层、文件与运费"
    ),
    group(id = "rules", en = "My shop: pricing rules", zh = "本厂：定价规则"),
    folded(id = "letterhead", en = "My shop: letterhead and terms", zh = "本厂：抬头与条款"),
    folded(id = "days", en = "My shop: days", zh = "本厂：交期")
)]
pub struct Inputs {
    /// The order.
    #[input(flatten)]
    pub order: Order,
    /// The customer.
    #[input(within = "customer")]
    pub customer: Customer,
    /// The shop.
    #[input(within = "shop")]
    pub shop: Shop,
}

/// Whether a thickness is one that a line may give, µm: what a code says beyond that is asked for and not priced.
pub fn may_be_thickness(um: f64) -> bool {
    let field = Spec::fields().iter().find(|field| field.name == "thickness_um");
    field.is_none_or(|field| field.kind.read(&um.into()).is_ok())
}
