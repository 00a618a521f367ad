//! What a person may give: lines of parts with their specification, the order, the customer, and the shop. What stands under `shop.` is private:
//! no link and no document for a customer holds it.

use crate::calculator::part::Part;
use crate::calculator::{Choice, Few, Mount, Record, Rows, chained, choices, inputs};
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

choices! {
    /// What lies on the passivate.
    pub enum TopCoat {
        /// Nothing.
        Bare "none" ("None", "无"),
        /// A thin sealer.
        Sealer "sealer" ("Sealer", "封闭剂"),
        /// Powder coating.
        Powder "powder" ("Powder coating", "喷塑"),
    }
}
choices! {
    /// How parts are packed.
    pub enum Packing {
        /// Tipped into boxes or sacks.
        Bulk "bulk" ("In bulk", "散装"),
        /// Laid piece by piece.
        Layers "layers" ("In layers, piece by piece", "逐件分层"),
    }
}
choices! {
    /// Which paper goes with the parts.
    pub enum Certificate {
        /// None.
        NoPaper "none" ("None", "无"),
        /// Certificate of conformity.
        Conformity "conformity" ("Certificate of conformity", "合格证"),
        /// Report of measurements.
        Report "test_report" ("Report of thickness and salt spray", "厚度与盐雾检测报告"),
    }
}
choices! {
    /// Yes or no.
    pub enum Wanted {
        /// No.
        No "no" ("No", "否"),
        /// Yes.
        Yes "yes" ("Yes", "是"),
    }
}
choices! {
    /// How a price is made of a cost.
    pub enum PriceRule {
        /// The margin is a share of the price.
        Margin "margin" ("Margin on the price", "按售价毛利"),
        /// The mark-up is a share of the cost.
        MarkUp "mark_up" ("Mark-up on the cost", "按成本加成"),
    }
}
choices! {
    /// How unit prices are rounded up.
    pub enum RoundTo {
        /// Four decimals.
        Four "four_decimals" ("To 0.0001", "至 0.0001"),
        /// A hundredth.
        Cents "cents" ("To 0.01", "至 0.01"),
        /// Three digits.
        Three "three_digits" ("To three digits", "至三位有效数字"),
    }
}
choices! {
    /// Which minimum charges of an order apply.
    pub enum MinimumRule {
        /// All that are triggered.
        All "all" ("All of them", "全部计收"),
        /// The largest of them, and a fee for each further line.
        Top "largest" ("A limited number, a fee for each further line", "限定项数，其余各项加收附加费"),
    }
}
choices! {
    /// The unit that a price is for.
    pub enum PriceUnit {
        /// A piece.
        Piece "piece" ("Piece", "件"),
        /// 1,000 pieces.
        Thousand "thousand" ("1,000 pieces", "千件"),
        /// A kilogram.
        Kilogram "kg" ("kg", "kg"),
        /// A square decimetre of plated area.
        SquareDecimetre "dm2" ("dm²", "dm²"),
        /// The lot.
        Lot "lot" ("Lot", "批"),
    }
}
choices! {
    /// A currency.
    pub enum Currency {
        /// Chinese yuan.
        Cny "cny" ("CNY", "人民币"),
        /// US dollar.
        Usd "usd" ("USD", "美元"),
        /// Euro.
        Eur "eur" ("EUR", "欧元"),
    }
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

choices! {
    /// In which language the customer's sheet is written, whatever the reader's is.
    pub enum SheetLanguage {
        /// English.
        En "en" ("English", "英文"),
        /// Chinese.
        Zh "zh" ("Chinese", "中文"),
    }
}
choices! {
    /// What prices say of tax.
    pub enum Tax {
        /// Net prices, tax added below.
        Added "added" ("Excl. VAT, VAT added", "不含税，另加税"),
        /// Prices with tax in them.
        Included "included" ("Incl. VAT", "含税"),
        /// No tax.
        Untold "none" ("Excl. VAT, VAT not shown", "不含税，不显示税额"),
    }
}

inputs! {
    /// What a line is called: it comes first, so that a row is told by it.
    pub struct Called {
        name: String, ("Name or drawing number", "名称或图号"), ("As it stands in the request.", "与询价单一致。");
    }
}

inputs! {
    /// What is ordered for a part.
    pub struct Spec {
        process: Choice<Process>, ("Process", "工艺"), ("The shop's usual process if left empty.", "镀种；不填则用本厂常用工艺。");
        designation: String, ("Coating code", "镀层代号"), ("As on the drawing, such as Fe//Zn8//An//T2, A3C or SC2: it fills in deposit, thickness and passivation where you leave them empty. It stands on the sheet as written; what is not understood is named there.", "按图纸填写，如 Fe//Zn8//An//T2、A3C、SC2：未另填时由代号决定镀层、厚度和钝化。代号原样列在报价单上，无法识别的部分会注明。");
        thickness_um: Thickness, ("Thickness", "厚度"), ("As ordered.", "订单要求的厚度。"), 0.1..=200.0;
        thickness_kind: Choice<ThicknessKind>, ("Thickness given as", "厚度指"), ("A minimum on the significant surface, an average as plated, or the average of a batch after ISO 4042.", "主要表面最小值、镀后平均值，或 ISO 4042 的批平均值。");
        part_class: Choice<PartClass>, ("Shape of the part", "工件形状"), ("Sets how much more than the minimum is plated on average.", "决定平均厚度须比最小厚度多镀多少。");
        passivate: Choice<Passivate>, ("Passivation", "钝化"), ("The conversion coating after plating, with its sealer. Trivalent clear if left empty.", "镀后转化膜及其封闭。未注明时按三价铬蓝白钝化。");
        top_coat: Choice<TopCoat>, ("Sealer or top coat", "封闭或涂层"), ("On the passivation.", "位于钝化膜之上。");
        tensile_strength_mpa: Stress, ("Tensile strength of the steel", "钢材抗拉强度"), ("Above 1,200 MPa the parts are baked; the hours follow from ASTM B850.", "超过 1200 MPa 需除氢烘烤，时间按 ASTM B850。"), 100.0..=3000.0;
        hardness_hrc: Hardness, ("Hardness of the steel", "钢材硬度"), ("The same by hardness, above 36 HRC.", "按硬度判断，超过 36 HRC 需烘烤。"), 0.0..=70.0;
        masked_places: Count, ("Masked places on a piece", "每件遮蔽处数"), ("Threads, bores, seats that stay bare.", "不镀的螺纹、孔、配合面。"), 0.0..=100.0;
        new_racks: Count, ("Racks to be made", "新制挂具数"), ("Once for the lot.", "每批计一次。"), 0.0..=10000.0;
        packing: Choice<Packing>, ("Packing", "包装"), ("How parts leave.", "出货方式。");
        certificate: Choice<Certificate>, ("Certificate", "质量文件"), ("Once for the lot.", "每批计一次。");
        first_article: Choice<Wanted>, ("First-article inspection", "首件检验"), ("Once for the lot.", "每批计一次。");
        quantities: Few<Count, 8>, ("Quantities and price breaks", "数量与阶梯数量"), ("Up to eight, rising; the first is the order, the others are offered as price breaks.", "最多八档，递增；第一档为订单数量，其余为阶梯报价。"), 1.0..=1000000000.0;
        price_unit: Choice<PriceUnit>, ("Price per", "计价单位"), ("As the customer buys: by the piece, by 1,000 pieces, by mass, by plated area, or for the lot.", "按客户采购方式：按件、按千件、按重量、按电镀面积或按批。");
    }
    decisions: thickness_um, masked_places, new_racks, quantities;
    examples: tensile_strength_mpa, hardness_hrc;
}

chained! {
    /// A line of the quote.
    pub struct Line {
        /// What it is called.
        called: Called;
        /// The part.
        part: Part;
        /// What is ordered for it.
        spec: Spec;
    }
}

/// Lines of a quote at the most.
pub const MOST_LINES: usize = 200;

inputs! {
    /// The order.
    pub struct Order {
        lines: Rows<Line, 1, MOST_LINES>, ("Lines", "报价项"), ("Parts with their specification and quantities.", "工件、技术要求与数量。");
        expedite: Choice<Wanted>, ("Rush order", "加急"), ("With the shop's rush surcharge.", "按本厂加急费率加收。");
        currency: Choice<Currency>, ("Currency", "币种"), ("Of the prices.", "报价币种。");
        exchange_rate: Constant, ("CNY for one of the currency", "汇率（1 外币合人民币）"), ("Of the day below.", "按下列日期。"), 0.0001..=10000.0;
        exchange_date: String, ("Day of the rate", "汇率日期"), ("Year-month-day.", "年-月-日。");
        tax_basis: Choice<Tax>, ("Tax", "税"), ("Whether prices include VAT.", "报价是否含税。");
        language: Choice<SheetLanguage>, ("Language of the sheet", "报价单语言"), ("Of the customer's sheet; that of this page if left empty.", "客户报价单的语言；不填则与界面一致。");
        issued: Record, ("As it was quoted", "已报价记录"), ("Prices that were given, written by Platewise: they stand until the request changes.", "已报出的价格，由 Platewise 写入；询价内容不变则维持不变。");
    }
}

inputs! {
    /// The customer.
    pub struct Customer {
        company: String, ("Customer", "客户"), ("Name of the company.", "公司名称。");
        contact: String, ("Attention", "联系人"), ("Who asked.", "询价人。");
        number: String, ("Number of the quote", "报价单号"), ("Your own.", "本厂编号。");
        revision: String, ("Revision", "版次"), ("A, B, C …", "A、B、C……");
        rfq: String, ("Reference of the request", "询价单号"), ("As the customer writes it.", "按客户编号。");
        date: String, ("Date of the quote", "报价日期"), ("Year-month-day; delivery and validity count from it.", "年-月-日；交期和有效期由此起算。");
        valid_days: Days, ("Valid for", "有效期"), ("Days of the calendar.", "日历天数。"), 1.0..=3650.0;
    }
    decisions: valid_days;
}

inputs! {
    /// The shop: its line, its rates, its rules. Private.
    pub struct Shop {
        profile: Choice<Profile>, ("Shop template", "工厂模板"), ("Its figures are used where you leave yours empty. Nothing of your shop goes into a link.", "未填写的数值取自该模板。本厂数据不会写入链接。");
        name: String, ("Name of my shop", "本厂名称"), ("Heads the sheet.", "用作报价单抬头。");
        address: String, ("Address", "地址"), ("On the sheet.", "印在报价单上。");
        contact: String, ("Telephone, mail", "电话、邮箱"), ("On the sheet.", "印在报价单上。");
        terms: String, ("Terms of payment and delivery", "付款与交货条件"), ("On the sheet.", "印在报价单上。");
        exclusions: String, ("Not included", "报价不含"), ("In place of the usual text.", "替代通用条款。");
        liability: String, ("Liability", "责任"), ("In place of the usual text.", "替代通用条款。");
        process: Choice<Process>, ("Usual process", "常用工艺"), ("For lines that name no process.", "用于未注明工艺的报价项。");
        rack_or_barrel: Choice<Mount>, ("Rack or barrel", "挂镀或滚镀"), ("How the line holds parts.", "生产线的装挂方式。");
        barrel_volume_l: Volume, ("Inner volume of the barrel", "滚筒内容积"), ("Of the drum itself.", "滚筒内部容积。"), 0.1..=100000.0;
        fill_fraction: Fraction, ("Share filled", "装料率"), ("By volume.", "按容积。"), 0.01..=1.0;
        places_per_load: Count, ("Pieces that hang in a load", "每槽挂件数"), ("On all racks of a flight bar.", "一根飞巴上全部挂具的挂位。"), 1.0..=1000000.0;
        rectifier_a: Current, ("Rectifier of a station", "每工位整流器电流"), ("What it gives at most.", "最大输出电流。"), 0.1..=1000000.0;
        plating_stations: Count, ("Plating stations", "电镀工位数"), ("Places in plating tanks, each for a load.", "镀槽中的工位数，每位一槽。"), 1.0..=1000.0;
        transfer_min: Minutes, ("Time to change a load", "换挂时间"), ("Minutes a plating station stands without current.", "电镀工位断电的时间。"), 0.0..=1000.0;
        other_takt_min: Minutes, ("Cycle time of the other stations", "其余工序节拍"), ("The shortest time between two loads that hoists and other tanks allow.", "行车和其他槽位允许的最短间隔。"), 0.01..=10000.0;
        uptime: Fraction, ("Uptime", "开动率"), ("Share of the hours in which the line turns out loads.", "生产线实际出活时间的比例。"), 0.01..=1.0;
        labour_cny_per_h: MoneyPerHour, ("Labour rate", "人工费率"), ("Handling, racking, masking, inspection, packing.", "装卸、上挂、遮蔽、检验、包装。"), 0.0..=10000.0;
        line_cny_per_h: MoneyPerHour, ("Line rate", "生产线费率"), ("Crew, depreciation and overhead while it is used; material comes on top.", "使用期间的人员、折旧与管理费用，不含材料。"), 0.0..=1000000.0;
        utilisation: Fraction, ("Utilisation of the line", "生产线利用率"), ("Share of its hours that are sold; they pay for the idle ones.", "已售工时的比例，空闲工时由已售工时分摊。"), 0.01..=1.0;
        racking_min: Minutes, ("Racking of a piece", "每件上下挂时间"), ("On and off.", "上挂与下挂。"), 0.0..=1000.0;
        masking_min: Minutes, ("Masking of a place", "遮蔽一处时间"), ("On and off.", "贴与撕。"), 0.0..=1000.0;
        load_min: Minutes, ("Handling of a load", "每槽装卸时间"), ("Filling and emptying a barrel, hanging racks.", "滚筒装卸料、挂具上下架。"), 0.0..=1000.0;
        lot_min: Minutes, ("Handling of a lot", "每批处理时间"), ("Receiving, inspection, papers.", "收料、检验、单据。"), 0.0..=10000.0;
        packing_kg_per_h: MassPerHour, ("Packing in bulk", "散装包装速度"), ("Of one person.", "一人的速度。"), 0.1..=1000000.0;
        laying_min: Minutes, ("Packing a piece in layers", "分层包装每件时间"), ("On top of packing in bulk.", "在散装之外另计。"), 0.0..=1000.0;
        oven_kg: LoadMass, ("Load of an oven", "烘箱装载量"), ("Whole ovens are counted.", "按整炉计。"), 0.1..=1000000.0;
        oven_cny_per_h: MoneyPerHour, ("Oven rate", "烘箱费率"), ("Energy and the oven itself.", "能耗与设备。"), 0.0..=100000.0;
        oven_heat_up_h: Hours, ("Heating an oven up", "烘箱升温时间"), ("Before the hours of the bake begin.", "计时烘烤之前。"), 0.0..=100.0;
        sealer_cny_per_m2: MoneyPerArea, ("Sealer", "封闭剂"), ("Material and drying.", "材料与烘干。"), 0.0..=10000.0;
        passivate_clear_cny_per_m2: MoneyPerArea, ("Passivation, trivalent clear", "三价铬蓝白钝化"), ("Chemicals and their treatment.", "药剂及其废水处理。"), 0.0..=10000.0;
        passivate_iridescent_cny_per_m2: MoneyPerArea, ("Passivation, trivalent iridescent", "三价铬彩色钝化"), ("Chemicals and their treatment.", "药剂及其废水处理。"), 0.0..=10000.0;
        passivate_black_cny_per_m2: MoneyPerArea, ("Passivation, trivalent black", "三价铬黑色钝化"), ("Chemicals and their treatment.", "药剂及其废水处理。"), 0.0..=10000.0;
        passivate_hexavalent_cny_per_m2: MoneyPerArea, ("Passivation, hexavalent", "六价铬钝化"), ("Chemicals, and reduction of the chromium(VI) that is dragged out.", "药剂及带出六价铬的还原处理。"), 0.0..=10000.0;
        powder_cny_per_m2: MoneyPerArea, ("Powder coating", "喷塑"), ("As bought, or material, energy and hands in the own line.", "委外价，或本线的材料、能耗与人工。"), 0.0..=10000.0;
        powder_days: Days, ("Time for powder coating", "喷塑所需时间"), ("Way, queue and line.", "运输、排队与加工。"), 0.0..=365.0;
        rack_cny: Money, ("A new rack", "新制挂具"), ("Coated.", "含包胶。"), 0.0..=1000000.0;
        certificate_cny: Money, ("Certificate of conformity", "合格证"), ("For a lot.", "每批。"), 0.0..=1000000.0;
        test_report_cny: Money, ("Report of thickness and salt spray", "厚度与盐雾检测报告"), ("For a lot.", "每批。"), 0.0..=1000000.0;
        first_article_cny: Money, ("First-article inspection", "首件检验"), ("For a lot.", "每批。"), 0.0..=1000000.0;
        stripping_cny_per_m2: MoneyPerArea, ("Stripping of rejects", "不合格品退镀"), ("Before they are plated again.", "返镀之前。"), 0.0..=10000.0;
        freight_cny_per_kg: MoneyPerMass, ("Freight by mass", "运费（按重量）"), ("To the customer.", "送至客户。"), 0.0..=1000.0;
        freight_cny: Money, ("Freight of a lot", "运费（每批）"), ("On top of that by mass.", "在按重量计之外。"), 0.0..=1000000.0;
        electricity_cny_per_kwh: MoneyPerEnergy, ("Electricity", "电价"), ("Average of the day.", "日均。"), 0.0..=100.0;
        zinc_cny_per_kg: MoneyPerMass, ("Zinc price today", "当日锌价"), ("Above the reference it is a surcharge, below it a credit, which never takes a line below its minimum charge.", "高于基准部分单列附加费，低于则扣减，但不低于该项最低收费。"), 0.0..=1000.0;
        zinc_reference_cny_per_kg: MoneyPerMass, ("Reference zinc price", "基准锌价"), ("Unit prices are based on it and stay while zinc moves.", "单价以此为准，锌价波动时单价不变。"), 0.0..=1000.0;
        zinc_date: String, ("Day of today's zinc price", "锌价日期"), ("Year-month-day.", "年-月-日。");
        rule: Choice<PriceRule>, ("Price from cost", "由成本定价"), ("A margin of 20 % is a mark-up of 25 %.", "毛利率 20 % 相当于成本加成 25 %。");
        margin: Fraction, ("Margin", "毛利率"), ("Share of the price that is not cost.", "售价中非成本的比例。"), 0.0..=0.95;
        mark_up: Fraction, ("Mark-up", "成本加成率"), ("Added to the cost.", "在成本上增加的比例。"), 0.0..=20.0;
        rounding: Choice<RoundTo>, ("Unit prices are rounded up", "单价进位"), ("Lines to 0.01, always.", "每项金额一律至 0.01。");
        minimum_cny: Money, ("Minimum lot charge, zinc", "镀锌最低收费（起步价）"), ("Minimum charge per line.", "每项最低收费。"), 0.0..=1000000.0;
        minimum_alloy_cny: Money, ("Minimum lot charge, zinc–nickel", "锌镍合金最低收费（起步价）"), ("The same for alloys.", "合金镀种的每项最低收费。"), 0.0..=1000000.0;
        minimum_rule: Choice<MinimumRule>, ("Minimum charges applied", "最低收费计收规则"), ("To the lines of an order that lie below their minimum.", "就一份订单中不足最低收费的各项而言。");
        minimums_charged: Count, ("Minimum charges applied (up to)", "最多计收项数"), ("Those that bring in most, whatever the order of the lines.", "优先计收增收最多的各项，与各项顺序无关。"), 0.0..=200.0;
        minimum_fee_cny: Money, ("Fee of each further line", "其余每项附加费"), ("On top of its price, up to its own minimum charge.", "在其价格之外加收，不超过其最低收费。"), 0.0..=100000.0;
        energy_surcharge: Fraction, ("Energy surcharge", "能源附加费"), ("On the goods.", "按货款计。"), 0.0..=1.0;
        environment_surcharge: Fraction, ("Environment surcharge", "环保附加费"), ("On the goods.", "按货款计。"), 0.0..=1.0;
        expedite_surcharge: Fraction, ("Rush surcharge", "加急费"), ("On the goods of a rush order.", "加急订单按货款计。"), 0.0..=5.0;
        tax: Fraction, ("Value-added tax", "增值税率"), ("On the net sum.", "按不含税额计。"), 0.0..=1.0;
        queue_days: Days, ("Queue before a lot begins", "排队时间"), ("Working days.", "工作日。"), 0.0..=365.0;
        after_days: Days, ("Inspection, packing and freight", "检验、包装与送货"), ("Working days.", "工作日。"), 0.0..=365.0;
        shift_h: Hours, ("Hours the line works in a day", "生产线每天工作时间"), ("All shifts.", "全部班次合计。"), 0.5..=24.0;
    }
    decisions: fill_fraction, zinc_reference_cny_per_kg, margin, mark_up, minimum_cny, minimum_alloy_cny, minimums_charged, minimum_fee_cny, energy_surcharge, environment_surcharge, expedite_surcharge, shift_h;
    examples: barrel_volume_l, places_per_load, rectifier_a, plating_stations, oven_kg;
}

chained! {
    /// Inputs of the quote.
    pub struct Inputs {
        /// The order.
        order: Order;
        /// The customer.
        customer: Customer, in "customer.";
        /// The shop.
        shop: Shop, in "shop.";
    }
}
