//! Words of choices and of coatings as they stand in tables, and what is told of cells.

use crate::import::numbers::half_width;
use crate::plating::designation::{self, CodeThickness, Designation};
use crate::request::size::{self, Unsized, bare};
use crate::words::{Text, text};

/// Below it a thickness is rather that of a coating.
pub(super) const THINNEST_PART_MM: f64 = 0.2;

pub(super) const MAYBE_COATING: Text = text(
    "This column is taken as the thickness of the part, which this shape ({0}) does not have. If it is that of the coating, head it Coating thickness.",
    "该列视为工件厚度，而此形状（{0}）没有该尺寸。若为镀层厚度，请将列名改为“镀层厚度”。",
);

pub(super) const NO_SUCH_SIZE: Text = text(
    "“{1}” is not considered: this shape ({0}) has no such size.",
    "未考虑“{1}”：此形状（{0}）没有该尺寸。",
);

pub(super) const MASS_FOLLOWS: Text = text(
    "“{1}” is not considered: the mass of this shape ({0}) follows from its sizes.",
    "未考虑“{1}”：此形状（{0}）的质量由尺寸算得。",
);

pub(super) const BESIDE_SIZE: Text = text(
    "“{0}” beside the size is not understood. Write the size alone, as in M8×30, and the rest in columns of its own.",
    "规格旁的“{0}”无法识别。规格栏请只写规格，如 M8×30，其余内容请另列填写。",
);

pub(super) const SHAPE_OF_SEVERAL: Text =
    text("“{0}” does not say which shape. It may be: {1}.", "“{0}”未说明是哪种形状。可能是：{2}。");

pub(super) const MAY_CHANGE_THE_PRICE: Text = text(
    "“{1}” in the column “{0}” may change the price and is not read there. Write it in a column of its own.",
    "“{0}”列中的“{1}”可能影响价格，但不在该列读取。请另列填写。",
);

pub(super) const LEFT_OUT: Text = text("Columns left out", "未采用的列");

pub(super) const NOT_CONSIDERED: Text =
    text("“{0}” is not considered: “{1}”.", "未考虑“{0}”：“{1}”。");

pub(super) const READ_AS_WORD: Text = text("“{0}” is read as {1}.", "“{0}”读作{1}。");

pub(super) const STEEL: &str = "steel";

pub(super) const NO_VALUE: Text = text(
    "A formula without a stored value. Open the workbook in a spreadsheet, save it, and try again.",
    "公式没有保存计算结果。请用电子表格软件打开并保存后重试。",
);

pub(super) const UNBALANCED: Text = text(
    "A quotation mark is never closed, so it is not certain where the cells end.",
    "引号未成对，无法确定单元格的边界。",
);

pub(super) const BEYOND: Text = text(
    "“{0}” stands beyond the last head. A comma within a cell may have shifted the others: put such cells in quotation marks.",
    "“{0}”在最后一个列名之外。单元格内的逗号可能使各列错位：请将该单元格加引号。",
);

pub(super) const NO_SIZE: Text = text(
    "This size is not understood. Write M8×30, or 100×50×2 for a plate.",
    "无法识别该规格。请写作 M8×30；板件写作 100×50×2。",
);

pub(super) const NO_INCH_THREAD: Text = text(
    "The sizes of a part with the thread {0} are not known here. Give its area per kg and its mass.",
    "此处没有螺纹 {0} 的零件尺寸。请给出每 kg 面积和单件质量。",
);

pub(super) const NO_SHAPE: Text = text(
    "“{0}” is no shape known here. Write, for example, hexagon bolt, nut, washer or plate.",
    "“{0}”不是此处已知的形状。请写明，如六角螺栓、六角螺母、平垫圈、板。",
);

pub(super) const DIFFERENT: Text =
    text("“{0}” and “{1}” say different things.", "“{0}”与“{1}”不一致。");

pub(super) const NO_NUMBERS: Text = text(
    "Part numbers by blanks or semicolons, without commas in thousands: 1500 5000.",
    "请用空格或分号分隔数值，千位不加逗号，如 1500 5000。",
);

/// Words of choices beside their names, in letters and digits only, with the field and what they mean. A colour alone is taken as trivalent, which is told.
pub(super) const WORDS: [(&str, &str, &str); 61] = [
    ("top_coat", "yes", "sealer"),
    ("top_coat", "ja", "sealer"),
    ("top_coat", "是", "sealer"),
    ("top_coat", "有", "sealer"),
    ("top_coat", "要", "sealer"),
    ("top_coat", "y", "sealer"),
    ("top_coat", "x", "sealer"),
    ("top_coat", "sealed", "sealer"),
    ("top_coat", "seal", "sealer"),
    ("top_coat", "封闭", "sealer"),
    ("top_coat", "需要", "sealer"),
    ("top_coat", "required", "sealer"),
    ("top_coat", "no", "none"),
    ("top_coat", "nein", "none"),
    ("top_coat", "否", "none"),
    ("top_coat", "无", "none"),
    ("top_coat", "n", "none"),
    ("top_coat", "without", "none"),
    ("top_coat", "不封闭", "none"),
    ("top_coat", "不需要", "none"),
    ("passivate", "blue", "trivalent_clear"),
    ("passivate", "clear", "trivalent_clear"),
    ("passivate", "bluewhite", "trivalent_clear"),
    ("passivate", "clearblue", "trivalent_clear"),
    ("passivate", "蓝白", "trivalent_clear"),
    ("passivate", "蓝白色", "trivalent_clear"),
    ("passivate", "白色", "trivalent_clear"),
    ("passivate", "蓝色", "trivalent_clear"),
    ("passivate", "蓝锌", "trivalent_clear"),
    ("passivate", "三价蓝白", "trivalent_clear"),
    ("passivate", "三价蓝白色", "trivalent_clear"),
    ("passivate", "trivalentblue", "trivalent_clear"),
    ("passivate", "iridescent", "trivalent_iridescent"),
    ("passivate", "彩色", "trivalent_iridescent"),
    ("passivate", "三价彩色", "trivalent_iridescent"),
    ("passivate", "三价铬彩色", "trivalent_iridescent"),
    ("passivate", "black", "trivalent_black"),
    ("passivate", "黑色", "trivalent_black"),
    ("passivate", "三价黑色", "trivalent_black"),
    ("passivate", "三价铬黑色", "trivalent_black"),
    ("passivate", "黑锌", "trivalent_black"),
    ("price_unit", "公斤", "kg"),
    ("price_unit", "千克", "kg"),
    ("price_unit", "kilo", "kg"),
    ("price_unit", "kilogram", "kg"),
    ("price_unit", "kgs", "kg"),
    ("price_unit", "perkg", "kg"),
    ("price_unit", "pc", "piece"),
    ("price_unit", "pcs", "piece"),
    ("price_unit", "ea", "piece"),
    ("price_unit", "each", "piece"),
    ("price_unit", "个", "piece"),
    ("price_unit", "只", "piece"),
    ("price_unit", "支", "piece"),
    ("price_unit", "1000", "thousand"),
    ("price_unit", "1000pcs", "thousand"),
    ("price_unit", "1000件", "thousand"),
    ("price_unit", "k", "thousand"),
    ("price_unit", "千只", "thousand"),
    ("price_unit", "千个", "thousand"),
    ("price_unit", "平方分米", "dm2"),
];

/// Whether a cell says the colour of a passivation and nothing that is a code.
pub(super) fn is_colour(cell: &str) -> bool {
    let words = bare(cell);
    let is_word = WORDS.iter().any(|(of, word, _)| *of == "passivate" && *word == words)
        || (designation::wishes(cell).film && finish(cell).is_some());
    is_word && designation::read(cell).is_none()
}

/// What a finish by itself says, read as it would be behind the code of a deposit: `An`, `T2`, `yellow`, `彩锌`. None where some of it is not understood.
pub(super) fn finish(cell: &str) -> Option<Designation> {
    designation::read(&["Fe//Zn8//", cell].concat()).filter(|said| {
        said.unread.is_empty()
            && said.contradictions.is_empty()
            && said.layers.len() == 1
            && said.thickness == CodeThickness::One(8.0)
    })
}

/// Whether a word names a carbon or low-alloy steel, as requests for fasteners do: all have the density of steel.
pub(super) fn is_carbon_steel(words: &str) -> bool {
    const GRADES: [&str; 24] = [
        "q195",
        "q215",
        "q235",
        "q345",
        "q355",
        "35",
        "45",
        "10b21",
        "1008",
        "1010",
        "1018",
        "1045",
        "35k",
        "40cr",
        "35crmo",
        "42crmo",
        "scm435",
        "s45c",
        "s235",
        "s355",
        "dc01",
        "spcc",
        "碳钢",
        "carbonsteel",
    ];
    const BEGINNINGS: [&str; 3] = ["swrch", "ml", "q235"];
    let words = words.trim_end_matches(['钢', '号']);
    GRADES.contains(&words)
        || BEGINNINGS.iter().any(|grade| words.starts_with(grade))
        || words == "碳"
}

/// A thickness with a decimal comma in a code: `7,5`. Standards and lists have more digits.
pub(super) fn decimal_comma(code: &str) -> Option<String> {
    let code: String = code.chars().map(half_width).collect();
    let (before, after) = code.split_once(',')?;
    let whole: String = before
        .chars()
        .rev()
        .take_while(char::is_ascii_digit)
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .collect();
    let decimals: String = after.chars().take_while(char::is_ascii_digit).collect();
    ((1..=2).contains(&whole.len()) && decimals.len() == 1).then(|| [whole, decimals].join(","))
}

/// Numbers of standards of coatings, in letters and digits only.
pub(super) const OF_COATINGS: [&str; 16] = [
    "iso2081", "iso4042", "iso19598", "iso10683", "b633", "f1941", "gbt9799", "gb9799", "gbt5267",
    "gb5267", "din50961", "din50962", "din50979", "en12329", "jish8610", "gbt13911",
];

/// Whether a cell is the number of a standard of coatings, with its edition at most.
pub(super) fn is_coating_standard(cell: &str) -> bool {
    let words = bare(cell);
    let rest = OF_COATINGS
        .iter()
        .find_map(|number| words.split_once(number))
        .map(|(before, after)| [before, after].concat());
    let rest = rest.map(|rest| {
        ["din", "en", "astm", "iso"].into_iter().fold(rest, |rest, body| rest.replace(body, ""))
    });
    rest.is_some_and(|rest| rest.len() <= 7 && rest.bytes().all(|letter| letter.is_ascii_digit()))
}

/// Whether a cell is a code of a coating with its thickness, and neither a shape nor a size.
pub(super) fn is_coating(cell: &str) -> bool {
    let says_part = matches!(size::size(cell), Ok(_) | Err(Unsized::Beside(_)))
        || size::description(cell).is_some();
    !says_part
        && designation::read(cell)
            .is_some_and(|asked| asked.deposit().is_some() && asked.thickness.um().is_some())
}

/// A code with points in place of the commas between its digits; none where it has no such comma.
pub(super) fn with_points(code: &str) -> Option<String> {
    let letters: Vec<char> = code.chars().map(half_width).collect();
    let is_digit =
        |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(char::is_ascii_digit);
    let is_decimal = |at: usize| {
        letters.get(at) == Some(&',') && is_digit(at.checked_sub(1)) && is_digit(at.checked_add(1))
    };
    let read: String = letters
        .iter()
        .enumerate()
        .map(|(at, letter)| if is_decimal(at) { '.' } else { *letter })
        .collect();
    (0..letters.len()).any(is_decimal).then_some(read)
}
