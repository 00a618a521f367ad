//! What a person may give besides the part: how many, the load and the line; and the parts of a mixed load.

use crate::calculator::part::Part;
use crate::calculator::{Choice, Inputs, Mount, Rows};
use crate::units::{
    BulkDensity, Count, Current, CurrentDensity, Fraction, LoadMass, Minutes, Volume,
};

/// What a part of a mixed load has besides its sizes.
#[derive(Clone, Default, Inputs)]
pub struct Share {
    #[input(
        label("Pieces in the load", "槽内件数"),
        help("Of this part.", "该工件的件数。"),
        range(1.0, 10000000.0),
        nature = "example"
    )]
    pub pieces: Option<Count>,
    #[input(
        label("Bulk density of the heap", "堆积密度"),
        help("Of this part in a heap.", "该工件堆放时的密度。"),
        range(0.01, 30.0)
    )]
    pub bulk_density_kg_per_l: Option<BulkDensity>,
}

/// A part of a mixed load.
#[derive(Clone, Default, Inputs)]
pub struct Mixed {
    /// The part.
    #[input(flatten, off_page("mesh_box_mm"))]
    pub part: Part,
    /// How much of it.
    #[input(flatten)]
    pub share: Share,
}

/// How many there are, the load and the line. What is not given takes its default.
#[derive(Clone, Default, Inputs)]
pub struct Work {
    #[input(
        label("Further parts in the same load", "同槽的其他工件"),
        help(
            "A mixed load: parts that hang or tumble together with the one above.",
            "混装：与上述工件同挂或同筒的其他工件。"
        ),
        group = "load",
        after = "rectifier_a"
    )]
    pub parts: Option<Rows<Mixed, 0, 40>>,
    #[input(
        label("Pieces in all", "总件数"),
        help("Of the order or the lot.", "订单或批次件数。"),
        range(1.0, 10000000000.0),
        nature = "decision",
        group = "lot",
        level = "essential"
    )]
    pub count: Option<Count>,
    #[input(
        label("Rack or barrel", "挂镀或滚镀"),
        help("Small parts that may tumble go into a barrel.", "可翻滚的小件用滚筒。"),
        group = "load",
        level = "essential",
        clears("current_density_a_per_dm2")
    )]
    pub rack_or_barrel: Option<Choice<Mount>>,
    #[input(
        label("Inner volume of the barrel", "滚筒内容积"),
        help("Of the drum itself, by its inside.", "滚筒内部容积。"),
        range(0.1, 100000.0),
        nature = "example",
        group = "load"
    )]
    pub barrel_volume_l: Option<Volume>,
    #[input(
        label("Share filled", "装料率"),
        help(
            "40 to 60 % by volume, else the heap does not turn.",
            "按容积 40–60 %，过满则不能翻动。"
        ),
        range(0.01, 1.0),
        nature = "decision",
        group = "load"
    )]
    pub fill_fraction: Option<Fraction>,
    #[input(
        label("Bulk density of the heap", "堆积密度"),
        help("Fill a bucket of known volume and weigh it.", "装满已知容积的桶后称重。"),
        range(0.01, 30.0),
        group = "load"
    )]
    pub bulk_density_kg_per_l: Option<BulkDensity>,
    #[input(
        label("Weight the barrel may hold", "滚筒限重"),
        help(
            "As its maker or the hoist says; left empty, no limit is checked.",
            "按滚筒或行车限重；不填则不检查。"
        ),
        range(0.1, 100000.0),
        nature = "example",
        group = "load"
    )]
    pub barrel_limit_kg: Option<LoadMass>,
    #[input(
        label("Pieces on a rack", "每挂件数"),
        help("Places that are really used.", "实际使用的挂位数。"),
        range(1.0, 1000000.0),
        nature = "example",
        group = "load"
    )]
    pub pieces_per_rack: Option<Count>,
    #[input(
        label("Racks in a load", "每槽挂数"),
        help("Racks that hang on a flight bar at a time.", "一根飞巴上同时悬挂的挂具数。"),
        range(1.0, 10000.0),
        nature = "example",
        group = "load"
    )]
    pub racks_per_load: Option<Count>,
    #[input(
        label("Current density", "电流密度"),
        help("Over the area of the whole load.", "按整槽工件面积计。"),
        range(0.001, 1000.0),
        nature = "decision",
        group = "load"
    )]
    pub current_density_a_per_dm2: Option<CurrentDensity>,
    #[input(
        label("Rectifier of a station", "每工位整流器电流"),
        help("What it gives at most.", "最大输出电流。"),
        range(0.1, 1000000.0),
        nature = "example",
        group = "load"
    )]
    pub rectifier_a: Option<Current>,
    #[input(
        label("Plating time", "电镀时间"),
        help("From the calculator of plating time.", "由电镀时间计算得出。"),
        range(0.01, 100000.0),
        nature = "decision",
        group = "line"
    )]
    pub time_min: Option<Minutes>,
    #[input(
        label("Plating stations", "电镀工位数"),
        help("Places in plating tanks, each for a load.", "镀槽中的工位数，每位一槽。"),
        range(1.0, 1000.0),
        nature = "example",
        group = "line"
    )]
    pub plating_stations: Option<Count>,
    #[input(
        label("Longest other station", "其他最长工位时间"),
        help(
            "Cleaner, pickle, dryer: the longest of those that stand once.",
            "除油、酸洗、烘干等单工位中最长者。"
        ),
        range(0.01, 10000.0),
        group = "line"
    )]
    pub other_station_min: Option<Minutes>,
    #[input(
        label("Moves for a load", "每槽行车动作"),
        help("Liftings by the hoists from loading to unloading.", "从上料到下料行车起吊次数。"),
        range(1.0, 1000.0),
        group = "line"
    )]
    pub moves_per_load: Option<Count>,
    #[input(
        label("Time of a move", "每次动作时间"),
        help("With the way back.", "含空行程。"),
        range(0.01, 100.0),
        group = "line"
    )]
    pub move_min: Option<Minutes>,
    #[input(
        label("Hoists", "行车台数"),
        help("That serve the line at the same time.", "同时服务于该线的行车。"),
        range(1.0, 100.0),
        nature = "example",
        group = "line"
    )]
    pub hoists: Option<Count>,
    #[input(
        label("Share of time it runs", "开动率"),
        help("Of the hours worked.", "占工作时间的比例。"),
        range(0.01, 1.0),
        group = "line"
    )]
    pub uptime: Option<Fraction>,
    #[input(
        label("Share of good pieces", "合格率"),
        help("Pieces that need no stripping and plating again.", "无需退镀返工的件数比例。"),
        range(0.01, 1.0),
        group = "line"
    )]
    pub yield_fraction: Option<Fraction>,
}

/// Inputs of the part-area calculator.
#[derive(Clone, Default, Inputs)]
#[inputs(
    group(id = "part", en = "The part", zh = "工件"),
    folded(id = "sizes", en = "Sizes of thread and head", zh = "螺纹与头部尺寸"),
    group(id = "lot", en = "How many", zh = "数量"),
    group(id = "load", en = "A load", zh = "一槽装载"),
    folded(id = "line", en = "The line", zh = "生产线")
)]
pub struct Inputs {
    /// The part.
    #[input(flatten)]
    pub part: Part,
    /// How many, the load and the line.
    #[input(flatten)]
    pub work: Work,
}
