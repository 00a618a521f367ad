//! Shops to start from: what labour, a line, ovens and handling cost, and the rules by which prices are made. They are examples, nobody's
//! books: most are judgements with a wide range, to be replaced by a shop's own figures.

use super::sources::{GENERAL_KNOWLEDGE, NANTONG_POWDER, NBS};
use super::{Fact, Listed, Row, Sure, estimate, example, fact, line, materials, point, row};
use crate::units::Dimension::{
    Constant, Count, Days, Fraction, Hours, LoadMass, MassPerHour, Minutes, Money, MoneyPerArea,
    MoneyPerHour, MoneyPerMass,
};
use crate::words::{Text, text};

const SHOP: Text = text("Shop template", "工厂模板");

figures! {
    /// Share of the hours of a line that are sold, 0 to 1.
    UTILISATION = estimate(Fraction, [0.70, 0.55, 0.85]), SHOP, "Utilisation of the line" "生产线利用率";
    /// Masking of a place, min.
    MASKING = estimate(Minutes, [0.25, 0.10, 0.60]), SHOP, "Masking a place of a piece" "遮蔽一处所需时间";
    /// Handling of a lot, min.
    LOT_HANDLING = estimate(Minutes, [30.0, 15.0, 60.0]), SHOP, "Receiving, inspection and papers of a lot" "每批收料、检验与单据时间";
    /// Packing in bulk, kg/h.
    PACKING = estimate(MassPerHour, [600.0, 300.0, 1200.0]), SHOP, "Packing in bulk" "散装包装速度";
    /// Packing in layers, min a piece.
    LAYING = estimate(Minutes, [0.05, 0.02, 0.10]), SHOP, "Packing a piece in layers" "分层包装每件时间";
    /// What an oven takes, kg.
    OVEN = estimate(LoadMass, [300.0, 150.0, 600.0]), SHOP, "Load of a baking oven" "除氢烘箱装载量";
    /// An hour of an oven, CNY/h.
    OVEN_HOUR = estimate(MoneyPerHour, [20.0, 10.0, 40.0]), SHOP, "Rate of a baking oven" "除氢烘箱费率";
    /// Heating it up, h.
    OVEN_HEAT_UP = estimate(Hours, [1.0, 0.5, 2.0]), SHOP, "Heating a baking oven up" "除氢烘箱升温时间";
    /// Sealer on a passivate, CNY/m².
    SEALER = estimate(MoneyPerArea, [1.8, 1.0, 3.0]), SHOP, "Sealer" "封闭";
    /// Trivalent clear passivation: chemicals and their treatment, CNY/m². The figure for pretreatment and passivation of the process has it in.
    PASSIVATE_CLEAR = estimate(MoneyPerArea, [0.40, 0.20, 0.80]), SHOP, "Passivation, trivalent clear" "三价铬蓝白钝化";
    /// The same, iridescent: more chromium and cobalt, a longer dip.
    PASSIVATE_IRIDESCENT = estimate(MoneyPerArea, [0.70, 0.40, 1.30]), SHOP, "Passivation, trivalent iridescent" "三价铬彩色钝化";
    /// The same, black: two components, often a post-dip.
    PASSIVATE_BLACK = estimate(MoneyPerArea, [1.60, 0.90, 3.00]), SHOP, "Passivation, trivalent black" "三价铬黑色钝化";
    /// Hexavalent chromate with the reduction of what is dragged out, CNY/m².
    PASSIVATE_HEXAVALENT = estimate(MoneyPerArea, [0.50, 0.20, 1.20]), SHOP, "Passivation, hexavalent" "六价铬钝化";
    /// Powder coating as a job of another shop, indoor, CNY/m².
    POWDER_OUTSIDE = fact(MoneyPerArea, 45.0, 35.0, 55.0, &NANTONG_POWDER, Sure::Trade), SHOP, "Powder coating by another shop, indoor" "委外喷塑（室内）";
    /// Powder coating in the same line: powder, energy and hands, CNY/m².
    POWDER_INSIDE = estimate(MoneyPerArea, [6.0, 4.0, 8.0]), SHOP, "Powder coating in the same line" "本线喷塑";
    /// Way to another shop, its queue and its line, d.
    POWDER_DAYS_OUTSIDE = estimate(Days, [2.8, 2.0, 4.0]), SHOP, "Powder coating by another shop: transport, queue, line" "委外喷塑：运输、排队与加工";
    /// Powder line behind the plating line, d.
    POWDER_DAYS_INSIDE = estimate(Days, [0.5, 0.3, 1.0]), SHOP, "Powder coating in the same line: time" "本线喷塑时间";
    /// A new rack, CNY.
    NEW_RACK = estimate(Money, [120.0, 60.0, 300.0]), SHOP, "A new rack" "新制挂具";
    /// Certificate of conformity, CNY.
    CERTIFICATE = estimate(Money, [30.0, 0.0, 80.0]), SHOP, "Certificate of conformity" "合格证";
    /// Test report, CNY.
    TEST_REPORT = estimate(Money, [250.0, 150.0, 600.0]), SHOP, "Report of thickness and salt spray" "厚度与盐雾检测报告";
    /// First-article inspection, CNY.
    FIRST_ARTICLE = estimate(Money, [150.0, 80.0, 400.0]), SHOP, "First-article inspection" "首件检验";
    /// Freight, CNY/kg.
    FREIGHT = estimate(MoneyPerMass, [0.15, 0.05, 0.40]), SHOP, "Freight by mass" "运费（按重量）";
    /// Freight of a lot, CNY.
    FREIGHT_LOT = estimate(Money, [40.0, 0.0, 120.0]), SHOP, "Freight by lot" "运费（每批）";
    /// Margin, share of the price.
    MARGIN = estimate(Fraction, [0.20, 0.10, 0.30]), SHOP, "Margin" "毛利率";
    /// Mark-up, share of the cost.
    MARK_UP = estimate(Fraction, [0.25, 0.11, 0.43]), SHOP, "Mark-up" "成本加成率";
    /// Minimums of an order that are charged.
    MINIMUMS_CHARGED = example(Count, 3.0), SHOP, "Minimum lot charges applied, at most" "最多计收最低收费的项数";
    /// What each further line pays, CNY.
    MINIMUM_FEE = estimate(Money, [50.0, 30.0, 100.0]), SHOP, "Fee of each further line below its minimum charge" "其余不足最低收费的每项附加费";
    /// Price of zinc that prices rest on, CNY/kg: that of the middle of September 2025.
    ZINC_REFERENCE = point(MoneyPerMass, 22.1529, &NBS, Sure::Standard), SHOP, "Reference zinc price" "基准锌价";
    /// No surcharge.
    NO_SURCHARGE = example(Fraction, 0.0), SHOP, "Surcharges for energy and environment" "能源与环保附加费";
    /// Surcharge for haste.
    EXPEDITE = estimate(Fraction, [0.30, 0.20, 0.50]), SHOP, "Rush surcharge" "加急费";
    /// Value-added tax on processing.
    TAX = point(Fraction, 0.13, &GENERAL_KNOWLEDGE, Sure::Recalled), SHOP, "Value-added tax on processing" "加工业务增值税率";
    /// Before a lot begins, d.
    QUEUE = estimate(Days, [2.0, 1.0, 4.0]), SHOP, "Queue before a lot begins" "排队时间";
    /// After plating: inspection, packing, freight, d.
    AFTER = estimate(Days, [1.0, 0.5, 2.0]), SHOP, "Inspection, packing and freight" "检验、包装与送货时间";
    /// Hours of a day.
    SHIFT = estimate(Hours, [16.0, 8.0, 22.0]), SHOP, "Hours the line works in a day" "生产线每天工作时间";
    /// CNY for one USD.
    USD = example(Constant, 7.12), SHOP, "CNY for one USD: put the day's rate here" "1 美元兑人民币（请填当日汇率）";
    /// CNY for one EUR.
    EUR = example(Constant, 8.3), SHOP, "CNY for one EUR: put the day's rate here" "1 欧元兑人民币（请填当日汇率）";
    /// CNY for one CNY.
    CNY = example(Constant, 1.0), SHOP, "CNY for one CNY" "人民币";
    /// Days that a quote is valid.
    VALID = example(Days, 30.0), SHOP, "Validity of a quote" "报价有效期";
    /// Racking in a barrel, min.
    NO_RACKING = example(Minutes, 0.0), SHOP, "Racking of pieces that go into a barrel" "滚镀件上挂时间";
    /// Places masked, racks made.
    NONE = example(Count, 0.0), SHOP, "Masked places, new racks" "遮蔽处数、新挂具数";
}

/// A shop to start from.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Profile {
    /// Stable name.
    pub id: &'static str,
    /// Name in a list.
    pub name: Text,
    /// Whether it plates in barrels.
    pub barrel: bool,
    /// Stable name of the process that it has.
    pub process: &'static str,
    /// Rectifier of a station, A.
    pub rectifier: Fact,
    /// Pieces that hang in a load.
    pub places: Fact,
    /// An hour of the line while it is used: crew, depreciation, overhead, CNY/h.
    pub line_hour: Fact,
    /// Racking of a piece, min.
    pub racking: Fact,
    /// Handling of a load, min.
    pub load_handling: Fact,
    /// Powder coat, CNY/m².
    pub powder: Fact,
    /// Time that a powder coat takes, d.
    pub powder_days: Fact,
    /// Lot minimum of zinc, CNY.
    pub minimum: Fact,
    /// Lot minimum of zinc–nickel, CNY.
    pub minimum_alloy: Fact,
}

/// The commonest first.
pub static PROFILES: [Profile; 3] = [
    Profile {
        id: "cixi_barrel",
        name: text("Barrel shop, Cixi", "慈溪滚镀厂"),
        barrel: true,
        process: "acid_potassium",
        rectifier: materials::RECTIFIER,
        places: materials::PIECES_PER_RACK,
        line_hour: estimate(MoneyPerHour, [300.0, 220.0, 420.0]),
        racking: NO_RACKING,
        load_handling: estimate(Minutes, [3.0, 2.0, 6.0]),
        powder: POWDER_OUTSIDE,
        powder_days: POWDER_DAYS_OUTSIDE,
        minimum: estimate(Money, [250.0, 120.0, 400.0]),
        minimum_alloy: estimate(Money, [500.0, 250.0, 800.0]),
    },
    Profile {
        id: "ningbo_rack",
        name: text("Rack shop, Ningbo", "宁波挂镀厂"),
        barrel: false,
        process: "alkaline_mid",
        rectifier: line::RECTIFIER,
        places: example(Count, 192.0),
        line_hour: estimate(MoneyPerHour, [420.0, 300.0, 600.0]),
        racking: estimate(Minutes, [0.10, 0.05, 0.25]),
        load_handling: estimate(Minutes, [2.0, 1.0, 4.0]),
        powder: POWDER_OUTSIDE,
        powder_days: POWDER_DAYS_OUTSIDE,
        minimum: estimate(Money, [300.0, 150.0, 600.0]),
        minimum_alloy: estimate(Money, [600.0, 300.0, 1000.0]),
    },
    Profile {
        id: "integrated",
        name: text("Plating and coating in one line", "镀涂一体生产线"),
        barrel: false,
        process: "alkaline_mid",
        rectifier: line::RECTIFIER,
        places: example(Count, 192.0),
        line_hour: estimate(MoneyPerHour, [480.0, 350.0, 700.0]),
        racking: estimate(Minutes, [0.10, 0.05, 0.25]),
        load_handling: estimate(Minutes, [2.0, 1.0, 4.0]),
        powder: POWDER_INSIDE,
        powder_days: POWDER_DAYS_INSIDE,
        minimum: estimate(Money, [350.0, 180.0, 700.0]),
        minimum_alloy: estimate(Money, [700.0, 350.0, 1200.0]),
    },
];

impl Listed for Profile {
    fn all() -> &'static [Self] {
        &PROFILES
    }
    fn id(&self) -> &'static str {
        self.id
    }
    fn name(&self) -> Text {
        self.name
    }
}

/// What jobs cost in the trade, as far as it is told, to compare with and not to compute from: barrel zinc, CNY/kg.
pub static JOB_BARREL: Fact = estimate(MoneyPerMass, [1.4, 0.8, 2.5]);
/// The same of rack zinc, CNY/m².
pub static JOB_RACK: Fact = estimate(MoneyPerArea, [15.0, 8.0, 25.0]);

const JOBS: [Row; 2] = [
    row(SHOP, text("Price of a job in the trade, barrel zinc", "行业滚镀锌加工价"), JOB_BARREL),
    row(SHOP, text("Price of a job in the trade, rack zinc", "行业挂镀锌加工价"), JOB_RACK),
];

/// The figures of this file with those of each shop.
pub(super) fn all_rows(list: &mut Vec<Row>) {
    rows(list);
    list.extend_from_slice(&JOBS);
    for shop in &PROFILES {
        let mut own = |what: Text, fact: Fact| list.push(row(shop.name, what, fact));
        own(
            text("Line rate: crew, depreciation, overhead", "生产线费率：人员、折旧、管理"),
            shop.line_hour,
        );
        own(text("Handling of a load", "每槽装卸时间"), shop.load_handling);
        own(text("Minimum lot charge, zinc", "镀锌最低收费（起步价）"), shop.minimum);
        own(
            text("Minimum lot charge, zinc–nickel", "锌镍合金最低收费（起步价）"),
            shop.minimum_alloy,
        );
        if !shop.barrel {
            own(text("Pieces that hang in a load", "每槽挂件数"), shop.places);
            own(text("Racking of a piece", "每件上下挂时间"), shop.racking);
        }
    }
}
