//! What a person may give besides the part: how many, the load and the line; and the parts of a mixed load.

use crate::calculator::part::Part;
use crate::calculator::{Choice, Mount, Rows, chained, inputs};
use crate::units::{
    BulkDensity, Count, Current, CurrentDensity, Fraction, LoadMass, Minutes, Volume,
};

inputs! {
    /// What a part of a mixed load has besides its sizes.
    pub struct Share {
        pieces: Count, ("Pieces in the load", "槽内件数"), ("Of this part.", "该工件的件数。"), 1.0..=10000000.0;
        bulk_density_kg_per_l: BulkDensity, ("Bulk density of the heap", "堆积密度"), ("Of this part in a heap.", "该工件堆放时的密度。"), 0.01..=30.0;
    }
    examples: pieces;
}

chained! {
    /// A part of a mixed load.
    pub struct Mixed {
        /// The part.
        part: Part;
        /// How much of it.
        share: Share;
    }
}

inputs! {
    /// How many there are, the load and the line. What is not given takes its default.
    pub struct Work {
        parts: Rows<Mixed, 0, 40>, ("Further parts in the same load", "同槽的其他工件"), ("A mixed load: parts that hang or tumble together with the one above.", "混装：与上述工件同挂或同筒的其他工件。");
        count: Count, ("Pieces in all", "总件数"), ("Of the order or the lot.", "订单或批次件数。"), 1.0..=10000000000.0;
        rack_or_barrel: Choice<Mount>, ("Rack or barrel", "挂镀或滚镀"), ("Small parts that may tumble go into a barrel.", "可翻滚的小件用滚筒。");
        barrel_volume_l: Volume, ("Inner volume of the barrel", "滚筒内容积"), ("Of the drum itself, by its inside.", "滚筒内部容积。"), 0.1..=100000.0;
        fill_fraction: Fraction, ("Share filled", "装料率"), ("40 to 60 % by volume, else the heap does not turn.", "按容积 40–60 %，过满则不能翻动。"), 0.01..=1.0;
        bulk_density_kg_per_l: BulkDensity, ("Bulk density of the heap", "堆积密度"), ("Fill a bucket of known volume and weigh it.", "装满已知容积的桶后称重。"), 0.01..=30.0;
        barrel_limit_kg: LoadMass, ("Weight the barrel may hold", "滚筒限重"), ("As its maker or the hoist says; left empty, no limit is checked.", "按滚筒或行车限重；不填则不检查。"), 0.1..=100000.0;
        pieces_per_rack: Count, ("Pieces on a rack", "每挂件数"), ("Places that are really used.", "实际使用的挂位数。"), 1.0..=1000000.0;
        racks_per_load: Count, ("Racks in a load", "每槽挂数"), ("Racks that hang on a flight bar at a time.", "一根飞巴上同时悬挂的挂具数。"), 1.0..=10000.0;
        current_density_a_per_dm2: CurrentDensity, ("Current density", "电流密度"), ("Over the area of the whole load.", "按整槽工件面积计。"), 0.001..=1000.0;
        rectifier_a: Current, ("Rectifier of a station", "每工位整流器电流"), ("What it gives at most.", "最大输出电流。"), 0.1..=1000000.0;
        time_min: Minutes, ("Plating time", "电镀时间"), ("From the calculator of plating time.", "由电镀时间计算得出。"), 0.01..=100000.0;
        plating_stations: Count, ("Plating stations", "电镀工位数"), ("Places in plating tanks, each for a load.", "镀槽中的工位数，每位一槽。"), 1.0..=1000.0;
        other_station_min: Minutes, ("Longest other station", "其他最长工位时间"), ("Cleaner, pickle, dryer: the longest of those that stand once.", "除油、酸洗、烘干等单工位中最长者。"), 0.01..=10000.0;
        moves_per_load: Count, ("Moves for a load", "每槽行车动作"), ("Liftings by the hoists from loading to unloading.", "从上料到下料行车起吊次数。"), 1.0..=1000.0;
        move_min: Minutes, ("Time of a move", "每次动作时间"), ("With the way back.", "含空行程。"), 0.01..=100.0;
        hoists: Count, ("Hoists", "行车台数"), ("That serve the line at the same time.", "同时服务于该线的行车。"), 1.0..=100.0;
        uptime: Fraction, ("Share of time it runs", "开动率"), ("Of the hours worked.", "占工作时间的比例。"), 0.01..=1.0;
        yield_fraction: Fraction, ("Share of good pieces", "合格率"), ("Pieces that need no stripping and plating again.", "无需退镀返工的件数比例。"), 0.01..=1.0;
    }
    decisions: count, fill_fraction, current_density_a_per_dm2, time_min;
    examples: barrel_volume_l, barrel_limit_kg, pieces_per_rack, racks_per_load, rectifier_a, plating_stations, hoists;
}

chained! {
    /// Inputs of the part-area calculator.
    pub struct Inputs {
        /// The part.
        part: Part;
        /// How many, the load and the line.
        work: Work;
    }
}
