//! Heads of columns: which field a column is for, in which unit, and what it means that a column is left out.

use super::cells::{multiplier, unit_of};
use super::size::bare;
use crate::calculator::{Field, Kind};
use crate::import::numbers::half_width;
use crate::plating::designation;
use crate::units::Dimension;
use std::collections::BTreeMap;

/// The fields of a row.
pub type Fields = &'static [Field];

/// What a column holds.
#[derive(Clone, Copy)]
pub enum Target {
    /// A field of the row.
    Field(&'static Field),
    /// A thread, a thread with its length, or sizes: `M8×30`.
    Size,
    /// What the part is called, which may say its shape too: `六角螺栓`.
    Item,
    /// In what the quantity of the row is counted: pieces, thousands.
    CountedIn,
}

impl Target {
    /// What two columns of one kind have in common.
    pub fn key(self) -> &'static str {
        match self {
            Self::Field(field) => field.name,
            Self::Size => "thread",
            Self::Item => "name",
            Self::CountedIn => "counted in",
        }
    }

    fn dimension(self) -> Option<Dimension> {
        match self {
            Self::Field(Field { kind: Kind::Number { dimension, .. }, .. }) => Some(*dimension),
            Self::Size => Some(Dimension::Length),
            _ => None,
        }
    }

    fn is_quantity(self) -> bool {
        matches!(self, Self::Field(field) if matches!(field.name, "quantities" | "pieces"))
    }
}

/// A column: what it holds, and in which unit.
#[derive(Clone)]
pub struct Column {
    /// What it holds.
    pub target: Target,
    /// Its head, as it stands there.
    pub head: String,
    /// The unit of its dimension, and how many of it the head means; for quantities the multiplier alone.
    pub unit: (usize, f64),
    /// Whether the head names the unit.
    pub says_unit: bool,
    /// A unit that the head names and that is not known.
    pub unknown_unit: Option<String>,
    /// Whether it is one of several columns for the steps of a price, as `Qty 1`, `Qty 2`.
    pub is_break: bool,
    /// Whether it was taken for another field than its words say, because of the other columns.
    pub is_reinterpreted: bool,
}

/// Heads that people write besides the names of fields, in letters and digits only, with the field they mean; of several fields the first that the row has.
const HEADS: [(&str, &str); 157] = [
    ("name", ITEM),
    ("品名", ITEM),
    ("名称", ITEM),
    ("产品名称", ITEM),
    ("零件名称", ITEM),
    ("物料名称", ITEM),
    ("工件名称", ITEM),
    ("产品", ITEM),
    ("零件", ITEM),
    ("工件", ITEM),
    ("part", ITEM),
    ("parts", ITEM),
    ("partname", ITEM),
    ("item", ITEM),
    ("itemname", ITEM),
    ("description", ITEM),
    ("partdescription", ITEM),
    ("itemdescription", ITEM),
    ("product", ITEM),
    ("productname", ITEM),
    ("article", ITEM),
    ("bezeichnung", ITEM),
    ("type", "shape"),
    ("parttype", "shape"),
    ("kind", "shape"),
    ("form", "shape"),
    ("类型", "shape"),
    ("种类", "shape"),
    ("形状", "shape"),
    ("shape", "shape"),
    ("标准", "shape"),
    ("standard", "shape"),
    ("drawing", "name"),
    ("drawingno", "name"),
    ("drawingnumber", "name"),
    ("drawingnr", "name"),
    ("dwg", "name"),
    ("dwgno", "name"),
    ("partno", "name"),
    ("partnumber", "name"),
    ("partnr", "name"),
    ("pn", "name"),
    ("itemno", "name"),
    ("itemnumber", "name"),
    ("articleno", "name"),
    ("articlenumber", "name"),
    ("sku", "name"),
    ("图号", "name"),
    ("零件图号", "name"),
    ("零件号", "name"),
    ("件号", "name"),
    ("料号", "name"),
    ("编号", "name"),
    ("物料号", "name"),
    ("物料编号", "name"),
    ("物料编码", "name"),
    ("产品编号", "name"),
    ("size", SIZE),
    ("sizes", SIZE),
    ("dimension", SIZE),
    ("dimensions", SIZE),
    ("spec", SIZE),
    ("specification", SIZE),
    ("规格", SIZE),
    ("型号", SIZE),
    ("规格型号", SIZE),
    ("型号规格", SIZE),
    ("尺寸", SIZE),
    ("规格尺寸", SIZE),
    ("thread", SIZE),
    ("threads", SIZE),
    ("threadsize", SIZE),
    ("螺纹", SIZE),
    ("螺纹规格", SIZE),
    ("螺纹尺寸", SIZE),
    ("gewinde", SIZE),
    ("abmessung", SIZE),
    ("qty", QUANTITY),
    ("qtys", QUANTITY),
    ("quantity", QUANTITY),
    ("quantities", QUANTITY),
    ("orderqty", QUANTITY),
    ("orderquantity", QUANTITY),
    ("requiredqty", QUANTITY),
    ("requiredquantity", QUANTITY),
    ("qtyrequired", QUANTITY),
    ("pcs", QUANTITY),
    ("pieces", QUANTITY),
    ("count", QUANTITY),
    ("number", QUANTITY),
    ("numberofpieces", QUANTITY),
    ("lotsize", QUANTITY),
    ("menge", QUANTITY),
    ("stückzahl", QUANTITY),
    ("anzahl", QUANTITY),
    ("数量", QUANTITY),
    ("件数", QUANTITY),
    ("批量", QUANTITY),
    ("订单数量", QUANTITY),
    ("订购数量", QUANTITY),
    ("采购数量", QUANTITY),
    ("需求数量", QUANTITY),
    ("需求量", QUANTITY),
    ("数量档", QUANTITY),
    ("coating", "designation"),
    ("coatingcode", "designation"),
    ("plating", "designation"),
    ("platingcode", "designation"),
    ("finish", "designation"),
    ("surface", "designation"),
    ("surfacefinish", "designation"),
    ("surfacetreatment", "designation"),
    ("designation", "designation"),
    ("oberfläche", "designation"),
    ("镀层", "designation"),
    ("镀层代号", "designation"),
    ("镀层要求", "designation"),
    ("镀种", "designation"),
    ("电镀", "designation"),
    ("电镀要求", "designation"),
    ("表面处理", "designation"),
    ("表面处理要求", "designation"),
    ("thickness", "thickness_um"),
    ("coatingthickness", "thickness_um"),
    ("platingthickness", "thickness_um"),
    ("layerthickness", "thickness_um"),
    ("minimumthickness", "thickness_um"),
    ("minthickness", "thickness_um"),
    ("厚度", "thickness_um"),
    ("镀层厚度", "thickness_um"),
    ("镀厚", "thickness_um"),
    ("膜厚", "thickness_um"),
    ("锌层厚度", "thickness_um"),
    ("最小厚度", "thickness_um"),
    ("schichtdicke", "thickness_um"),
    ("thickness", "thickness_mm"),
    ("厚度", "thickness_mm"),
    ("厚", "thickness_mm"),
    ("板厚", "thickness_mm"),
    ("工件厚度", "thickness_mm"),
    ("partthickness", "thickness_mm"),
    ("thicknessofthepart", "thickness_mm"),
    ("sheetthickness", "thickness_mm"),
    ("platethickness", "thickness_mm"),
    ("l", "length_mm"),
    ("len", "length_mm"),
    ("length", "length_mm"),
    ("长", "length_mm"),
    ("长度", "length_mm"),
    ("公称长度", "length_mm"),
    ("länge", "length_mm"),
    ("w", "width_mm"),
    ("width", "width_mm"),
    ("宽", "width_mm"),
    ("宽度", "width_mm"),
    ("h", "height_mm"),
    ("height", "height_mm"),
];
/// The same for sizes that are rarer.
const MORE_HEADS: [(&str, &str); 83] = [
    ("unit", COUNTED_IN),
    ("units", COUNTED_IN),
    ("uom", COUNTED_IN),
    ("unitofmeasure", COUNTED_IN),
    ("qtyunit", COUNTED_IN),
    ("单位", COUNTED_IN),
    ("计量单位", COUNTED_IN),
    ("数量单位", COUNTED_IN),
    ("einheit", COUNTED_IN),
    ("me", COUNTED_IN),
    ("teil", ITEM),
    ("artikel", ITEM),
    ("benennung", ITEM),
    ("dim", SIZE),
    ("dims", SIZE),
    ("sizespec", SIZE),
    ("beschichtung", "designation"),
    ("高", "height_mm"),
    ("高度", "height_mm"),
    ("d", "diameter_mm"),
    ("dia", "diameter_mm"),
    ("diameter", "diameter_mm"),
    ("直径", "diameter_mm"),
    ("od", "outer_diameter_mm"),
    ("outerdiameter", "outer_diameter_mm"),
    ("outsidediameter", "outer_diameter_mm"),
    ("外径", "outer_diameter_mm"),
    ("id", "inner_diameter_mm"),
    ("innerdiameter", "inner_diameter_mm"),
    ("insidediameter", "inner_diameter_mm"),
    ("内径", "inner_diameter_mm"),
    ("pitch", "pitch_mm"),
    ("螺距", "pitch_mm"),
    ("weight", "mass_g"),
    ("unitweight", "mass_g"),
    ("pieceweight", "mass_g"),
    ("mass", "mass_g"),
    ("单重", "mass_g"),
    ("material", "material"),
    ("材质", "material"),
    ("材料", "material"),
    ("hardness", "hardness_hrc"),
    ("硬度", "hardness_hrc"),
    ("hrc", "hardness_hrc"),
    ("rockwell", "hardness_hrc"),
    ("洛氏硬度", "hardness_hrc"),
    ("tensile", "tensile_strength_mpa"),
    ("tensilestrength", "tensile_strength_mpa"),
    ("uts", "tensile_strength_mpa"),
    ("strength", "tensile_strength_mpa"),
    ("强度", "tensile_strength_mpa"),
    ("rm", "tensile_strength_mpa"),
    ("抗拉强度", "tensile_strength_mpa"),
    ("zugfestigkeit", "tensile_strength_mpa"),
    ("platingspec", "designation"),
    ("platingspecification", "designation"),
    ("platingrequirement", "designation"),
    ("platingrequirements", "designation"),
    ("coatingspec", "designation"),
    ("coatingspecification", "designation"),
    ("coatingrequirement", "designation"),
    ("coatingrequirements", "designation"),
    ("coatingdesignation", "designation"),
    ("finishspec", "designation"),
    ("finishspecification", "designation"),
    ("镀层规格", "designation"),
    ("镀层标记", "designation"),
    ("电镀代号", "designation"),
    ("表面处理代号", "designation"),
    ("passivation", "passivate"),
    ("passivating", "passivate"),
    ("钝化", "passivate"),
    ("钝化方式", "passivate"),
    ("passivierung", "passivate"),
    ("sealer", "top_coat"),
    ("seal", "top_coat"),
    ("sealing", "top_coat"),
    ("sealed", "top_coat"),
    ("sealant", "top_coat"),
    ("封闭", "top_coat"),
    ("封闭剂", "top_coat"),
    ("topcoat", "top_coat"),
    ("versiegelung", "top_coat"),
];
const ITEM: &str = "@item";
const SIZE: &str = "@size";
const QUANTITY: &str = "@quantity";
const COUNTED_IN: &str = "@counted in";

/// Words that say nothing of a unit.
const HARMLESS: [&str; 18] = [
    "min", "minimum", "max", "required", "optional", "nominal", "overall", "total", "l", "d", "w",
    "h", "t", "最小", "公称", "必填", "总长", "iso",
];

/// The same in the head of a quantity.
const OF_ANY_QUANTITY: [&str; 8] =
    ["", "required", "optional", "overall", "total", "必填", "总数", "合计"];

/// Marks that stand in heads without a meaning of their own.
const WITHIN_HEADS: &str = "?!_-./\\,:;()[]{}【】<>《》&+*#·×φΦØø⌀≥≤、—–|";

/// What a column of words like these may say, which decides a price.
const OF_PRICE: [&str; 61] = [
    "propert",
    "strength",
    "boltclass",
    "boltgrade",
    "steelgrade",
    "festigkeit",
    "bake",
    "baking",
    "hydrogen",
    "embrittle",
    "dehydrogen",
    "colour",
    "color",
    "farbe",
    "mask",
    "unplated",
    "uncoated",
    "bare",
    "rack",
    "barrel",
    "salt",
    "spray",
    "nss",
    "corrosion",
    "passiv",
    "chromate",
    "seal",
    "hardness",
    "性能等级",
    "强度等级",
    "机械性能",
    "去氢",
    "除氢",
    "驱氢",
    "颜色",
    "色泽",
    "遮蔽",
    "不镀",
    "挂镀",
    "滚镀",
    "挂滚",
    "盐雾",
    "耐蚀",
    "钝化",
    "封闭",
    "lubric",
    "oil",
    "wax",
    "dye",
    "phosph",
    "stress",
    "relief",
    "powder",
    "paint",
    "润滑",
    "油",
    "蜡",
    "染",
    "磷化",
    "应力",
    "喷",
];
/// The same for heads that are nothing but this.
const OF_PRICE_ALONE: [&str; 15] = [
    "method",
    "方式",
    "class",
    "grade",
    "klasse",
    "等级",
    "级别",
    "强度",
    "sst",
    "硬度",
    "色",
    "platingmethod",
    "coatingmethod",
    "电镀方式",
    "装挂方式",
];
/// Cells that say there is nothing of what the head names.
const NOTHING: [&str; 10] = ["", "no", "none", "na", "无", "否", "不", "nein", "0", "不需要"];
/// Property classes whose steel needs no bake.
const SOFT: [&str; 12] = ["46", "48", "56", "58", "68", "88", "98", "4", "5", "6", "8", "9"];
const OF_THICKNESS: [&str; 5] = ["thick", "厚", "膜", "layer", "schicht"];
/// Words of a remark that asks for something dearer, besides those of heads.
const OF_REMARKS: [&str; 13] = [
    "urgent", "rush", "expedite", "asap", "eilt", "dringend", "micron", "µm", "μm", "急", "hrc",
    "rockwell", "mpa",
];
/// Words in what a part is called that ask for something dearer: fewer, since parts are called after seals, oil and paint.
const OF_NAMES: [&str; 9] =
    ["masked", "unplated", "uncoated", "dehydrogen", "embrittle", "遮蔽", "不镀", "挂镀", "hrc"];
/// What a column is for whose words ask for nothing: who, when, which.
const OF_NO_WISH: [&str; 24] = [
    "supplier",
    "vendor",
    "customer",
    "client",
    "company",
    "buyer",
    "contact",
    "address",
    "date",
    "number",
    "tracking",
    "order",
    "project",
    "email",
    "供应商",
    "客户",
    "公司",
    "联系",
    "采购员",
    "地址",
    "日期",
    "单号",
    "编号",
    "项目",
];
const OF_COATING: [&str; 6] = ["coat", "plat", "finish", "镀", "表面", "surface"];
const OF_QUANTITY: [&str; 6] = ["qty", "quantit", "pieces", "数量", "件数", "pcs"];

impl Column {
    /// The column of a head: `length_mm`, `Length (in)`, `长度/mm`, `数量 Qty`, `Length in mm`.
    pub fn of(names: &Names, head: &str) -> Option<Self> {
        if head.chars().count() > 80 {
            return None;
        }
        let plain: String = head
            .chars()
            .map(half_width)
            .map(|letter| if letter.is_whitespace() { ' ' } else { letter })
            .collect();
        let plain = plain.trim().trim_end_matches(['*', ':', ' ']).trim();
        let column = |target: Target| Self {
            target,
            head: head.to_owned(),
            unit: (0, 1.0),
            says_unit: false,
            unknown_unit: None,
            is_break: false,
            is_reinterpreted: false,
        };
        // Marks as of inches and per cent say something that the words alone do not.
        let is_mark = |letter: char| {
            !(letter.is_alphanumeric() || letter.is_whitespace() || WITHIN_HEADS.contains(letter))
        };
        let has_mark = plain.contains(is_mark) && !plain.starts_with(is_mark);
        if let Some(target) = names.get(plain).filter(|_| !has_mark) {
            return Some(column(target));
        }
        // In brackets or behind a sign stands a unit, or something that is no concern here.
        let brackets = ['(', '[', '{', '【', '<'];
        if let Some((at, sign)) = plain.char_indices().find(|(_, letter)| {
            brackets.contains(letter) || matches!(letter, '/' | ',' | ':' | ';')
        }) {
            let (words, rest) = plain.split_at_checked(at)?;
            let rest = rest.trim_matches(|letter: char| {
                brackets.contains(&letter)
                    || matches!(letter, ')' | ']' | '}' | '】' | '>' | '/' | ',' | ':' | ';' | ' ')
            });
            if let Some(target) = names.get(words) {
                return Some(column(target).in_unit(names, rest));
            }
            // `Min. coating (µm) thickness` is none, but `图号/Drawing no` may be known by its other half.
            if sign == '/' {
                return names.get(rest).map(column);
            }
        }
        // `Length "`, `长度″`.
        if let Some((words, mark)) = plain.find(is_mark).and_then(|at| plain.split_at_checked(at))
            && let Some(target) = names.get(words)
        {
            return Some(column(target).in_unit(names, mark));
        }
        // `Length mm`, `长度mm`, `Length in mm`, `Qty pcs`.
        let tail = plain.rfind([' ', '_']).map(|at| at + 1);
        let tail = tail.or_else(|| {
            plain
                .find(|letter: char| letter.is_ascii_alphabetic() || matches!(letter, 'µ' | 'μ'))
                .filter(|at| *at > 0)
        })?;
        let (words, unit) = plain.split_at_checked(tail)?;
        let words = words.trim().trim_end_matches(" in").trim_end_matches(['_', '-']);
        if let Some(target) = names.get(words) {
            let found = column(target).in_unit(names, unit);
            if found.says_unit {
                return Some(found);
            }
        }
        // `Qty 1`, `数量2`: price breaks.
        let without = plain.trim_end_matches(|letter: char| letter.is_ascii_digit());
        if (1..3).contains(&(plain.len() - without.len()))
            && let Some(target) = names
                .get(without)
                .filter(|target| matches!(target, Target::Field(Field { name: "quantities", .. })))
        {
            return Some(Self { is_break: true, ..column(target) });
        }
        // Two languages in one head, each by itself.
        let (chinese, latin): (String, String) = plain
            .chars()
            .filter(|letter| letter.is_alphanumeric())
            .partition(|letter| !letter.is_ascii());
        match (names.get(&chinese), names.get(&latin)) {
            (Some(one), Some(other)) if one.key() == other.key() => Some(column(one)),
            _ => None,
        }
    }

    /// With a unit that stands below its head; none where it is no unit of it.
    pub fn unit_told(self, said: &str) -> Option<Self> {
        let found = self.in_unit(&Names::default(), said);
        found.says_unit.then_some(found)
    }

    fn in_unit(self, names: &Names, said: &str) -> Self {
        let word = bare(said);
        let says_nothing = said.is_empty()
            || HARMLESS.contains(&word.as_str())
            || names.get(said).is_some_and(|other| other.key() == self.target.key());
        if let Some(dimension) = self.target.dimension() {
            let said = said.trim_start_matches("in ").trim();
            // `mm, min.`: the first of several words that is a unit.
            let known = unit_of(dimension, said)
                .or_else(|| said.split([' ', ',', ';']).find_map(|one| unit_of(dimension, one)));
            return match known {
                Some(unit) => Self { unit, says_unit: true, ..self },
                None if says_nothing => self,
                None => Self { unknown_unit: Some(said.chars().take(20).collect()), ..self },
            };
        }
        if self.target.is_quantity() {
            return match multiplier(said) {
                Some(times) => Self { unit: (0, times), says_unit: !said.is_empty(), ..self },
                // Pieces have no unit, so whatever else is named is one of something else: t, h, or the most that is ordered.
                None if OF_ANY_QUANTITY.contains(&word.as_str())
                    || names.get(said).is_some_and(|other| other.key() == self.target.key()) =>
                {
                    self
                }
                None => Self { unknown_unit: Some(said.chars().take(20).collect()), ..self },
            };
        }
        self
    }
}

/// What heads without a unit mean, in letters and digits only. Made once for a table, since titles and wide sheets are looked up too.
#[derive(Default)]
pub struct Names(BTreeMap<String, Target>);

impl Names {
    /// Those of the fields of a row.
    pub fn of(fields: Fields) -> Self {
        let field = |name: &str| fields.iter().find(|field| field.name == name);
        let mut names = Self::default();
        let mut add = |words: String, target: Target| {
            names.0.entry(words).or_insert(target);
        };
        for (head, name) in HEADS.iter().chain(&MORE_HEADS) {
            let target = match *name {
                ITEM => Some(Target::Item),
                COUNTED_IN => Some(Target::CountedIn),
                SIZE => field("thread").map(|_| Target::Size),
                QUANTITY => field("quantities").or_else(|| field("pieces")).map(Target::Field),
                name => field(name).map(Target::Field),
            };
            if let Some(target) = target {
                add((*head).to_owned(), target);
            }
        }
        for field in fields {
            let target = match field.name {
                "thread" => Target::Size,
                _ => Target::Field(field),
            };
            if field.name == "name" {
                add(bare(field.label.en), Target::Item);
                add(bare(field.label.zh), Target::Item);
            }
            for words in [field.name, field.label.en, field.label.zh] {
                add(bare(words), target);
            }
        }
        names
    }

    fn get(&self, words: &str) -> Option<Target> {
        self.0.get(&bare(words)).copied()
    }
}

/// Whether a head that means no field names something that decides a price and that no other column says: what a quote asks for besides, or another
/// word for a thickness, a coating or a quantity.
pub fn matters(fields: Fields, head: &str, taken: &[&'static str]) -> bool {
    let words = bare(head);
    let says = |all: &[&str]| all.iter().any(|word| words.contains(word));
    let has = |name: &str| fields.iter().any(|field| field.name == name);
    let said = |name: &str| taken.contains(&name);
    (has("designation") && is_of_price(head, &words))
        || (has("thickness_um") && says(&OF_THICKNESS) && !said("thickness_um"))
        || (has("designation") && says(&OF_COATING) && !said("designation"))
        || (says(&OF_QUANTITY) && !said("quantities") && !said("pieces"))
}

/// Whether one of the words of a head begins as one that decides a price; Chinese words stand anywhere.
fn is_of_price(head: &str, words: &str) -> bool {
    let small = head.to_lowercase();
    let begins = |start: &str| {
        words.starts_with(start)
            || small
                .split(|letter: char| !letter.is_alphanumeric())
                .any(|word| word.starts_with(start))
    };
    OF_PRICE.iter().any(|word| if word.is_ascii() { begins(word) } else { words.contains(word) })
        || OF_PRICE_ALONE.contains(&words)
}

/// What a text that no field takes asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Wish {
    /// Something by the steel: a property class, a hardness.
    Steel,
    /// A passivation.
    Film,
    /// A sealer.
    Sealer,
    /// Anything else that costs.
    Other,
}

/// What a remark asks for that costs, or what a part is called: `class 10.9`, `bake 4 h`, `mask threads`, `yellow zinc`. Empty where it asks for nothing.
pub fn wishes(head: &str, text: &str, is_name: bool) -> Vec<Wish> {
    let words = bare(head);
    if !is_name && (OF_NO_WISH.iter().any(|word| words.contains(word)) || words == "po") {
        return Vec::new();
    }
    let small: String = text.chars().map(half_width).collect::<String>().to_lowercase();
    let said = designation::wishes(&small);
    let mut all = Vec::new();
    let mut add = |is: bool, wish: Wish| {
        if is && !all.contains(&wish) {
            all.push(wish);
        }
    };
    add(says_hard_steel(&small), Wish::Steel);
    add(if is_name { said.film_of_coat } else { said.film }, Wish::Film);
    add(if is_name { said.sealed } else { said.sealed || said.sealer }, Wish::Sealer);
    add(said.treated, Wish::Other);
    let asks = |word: &&&str| asks_for(&small, word);
    if is_name {
        add(OF_NAMES.iter().find(asks).is_some(), Wish::Other);
    } else {
        // Words of colours, seals and strengths are told above.
        let elsewhere = ["propert", "colour", "color", "farbe", "passiv", "seal", "颜色", "色泽"];
        let heads = OF_PRICE.iter().filter(|word| !elsewhere.contains(word));
        add(heads.chain(&OF_REMARKS).find(asks).is_some(), Wish::Other);
    }
    all
}

/// Whether a word that begins so stands in a text and is not denied; Chinese words stand anywhere.
fn asks_for(text: &str, word: &str) -> bool {
    let mut from = 0;
    while let Some(at) = text.get(from..).and_then(|rest| rest.find(word)).map(|at| at + from) {
        let before = text.get(..at).unwrap_or_default();
        let begins = !word.is_ascii() || !before.ends_with(|letter: char| letter.is_alphabetic());
        let denied =
            ["no ", "not ", "non-", "without ", "ohne ", "无", "不", "免", "未", "无需", "不需要"]
                .iter()
                .any(|denial| before.trim_end_matches("any ").ends_with(denial));
        if begins && !denied {
            return true;
        }
        from = at + word.len();
    }
    false
}

/// Whether a text names a property class of 10.9 or more by itself, or a hardness of Vickers.
fn says_hard_steel(text: &str) -> bool {
    ["10.9", "12.9", "14.9"].iter().any(|class| {
        text.match_indices(class).any(|(at, _)| {
            let before = text.get(..at).and_then(|before| before.chars().next_back());
            let behind = text.get(at + class.len()..).unwrap_or_default().trim_start();
            let apart = |letter: char| letter.is_ascii_digit() || matches!(letter, '.' | ',');
            !before.is_some_and(apart)
                && !behind.starts_with(apart)
                && !["mm", "kg", "cm", "×", "x", "*"].iter().any(|unit| behind.starts_with(unit))
        })
    })
}

/// Whether a cell of such a column changes nothing all the same: `no`, or a property class whose steel needs no bake.
pub fn changes_nothing(head: &str, cell: &str) -> bool {
    let cell = bare(cell);
    NOTHING.contains(&cell.as_str())
        || (may_be_a_class(head) && SOFT.contains(&cell.trim_end_matches('级')))
}

/// Whether a cell says a property class whose steel may need a bake, whatever its column is for: `Material grade` 12.9.
pub fn is_hard_class(head: &str, cell: &str) -> bool {
    may_be_a_class(head)
        && ["109", "129"].contains(&bare(cell).trim_end_matches('级').trim_start_matches("class"))
}

fn may_be_a_class(head: &str) -> bool {
    let head = bare(head);
    ["class", "grade", "quality", "klasse", "güte", "等级", "级别", "性能", "强度"]
        .iter()
        .any(|word| head.contains(word))
}
