//! What a person may give, with the words beside each field. Names are those of the JSON; they end in their unit.

use crate::calculator::{Choice, Mount, choices, inputs};
use crate::data::fasteners::Thread;
use crate::data::materials::Material;
use crate::units::{Area, AreaPerMass, BulkDensity, Count, Current, CurrentDensity, Density, Fraction, Length, LoadMass, Mass, Minutes, SectionArea, Volume};

choices! {
    /// What the part is.
    pub enum Shape {
        /// A flat piece with its edges.
        Plate "plate" ("Plate, flat bar", "板、扁条"),
        /// A round blank.
        Disc "disc" ("Disc", "圆片"),
        /// A tube.
        Tube "tube" ("Tube, bushing", "管、套"),
        /// A round bar with its ends.
        Rod "rod" ("Rod, pin, shaft", "棒、销、轴"),
        /// A wire, whose ends do not count.
        Wire "wire" ("Wire", "线材"),
        /// A cuboid.
        Cuboid "box" ("Block", "方块"),
        /// Sheet metal, both faces; its edges do not count.
        Sheet "sheet" ("Sheet metal, both faces", "薄板（双面）"),
        /// Anything of one section.
        Profile "profile" ("Profile by its outline", "型材（按截面周长）"),
        /// A washer.
        Washer "washer" ("Washer", "平垫圈"),
        /// A hexagon nut.
        HexNut "hex_nut" ("Hexagon nut", "六角螺母"),
        /// A hexagon bolt or screw.
        HexBolt "hex_bolt" ("Hexagon bolt or screw", "六角头螺栓"),
        /// A socket head cap screw.
        SocketScrew "socket_screw" ("Socket head cap screw", "内六角圆柱头螺钉"),
        /// A countersunk screw with a socket.
        CountersunkScrew "countersunk_screw" ("Countersunk screw with socket", "内六角沉头螺钉"),
        /// A rod threaded from end to end.
        ThreadedRod "threaded_rod" ("Threaded rod", "全螺纹螺杆"),
        /// Any part by its area by mass.
        ByMass "by_mass" ("Any part, by area per kg", "任意工件（按每 kg 面积）"),
    }
}
choices! {
    /// Which edition the hexagon is of.
    pub enum HeadEdition {
        /// ISO 4014, 4017, 4032.
        Iso "iso" ("ISO 4014/4017/4032", "ISO 4014/4017/4032（GB/T 5782/5783/6170）"),
        /// DIN 931, 933: larger at M10, M12, M14.
        Din "din" ("DIN 931/933 (old)", "DIN 931/933（旧）"),
    }
}

inputs! {
    /// Inputs of the part-area calculator. What is not given takes its default.
    pub struct Inputs {
        shape: Choice<Shape>, ("Shape", "形状"), ("What the part is. A part of several shapes: add their areas, or weigh it and take an area per kg.", "工件的形状。由多种形状组成时可分别计算后相加，或称重并按每 kg 面积计算。");
        thread: Choice<Thread>, ("Thread", "螺纹规格"), ("Coarse metric thread. It brings diameter, pitch and the sizes of head, nut or washer; each may be overridden.", "普通粗牙螺纹，自动带入直径、螺距以及头部、螺母或垫圈尺寸，均可修改。");
        head_edition: Choice<HeadEdition>, ("Sizes by", "尺寸标准"), ("M10, M12 and M14 are wider by DIN than by ISO; other sizes differ in height at most.", "M10、M12、M14 的 DIN 头部比 ISO 大，其余规格仅高度略有差别。");
        length_mm: Length, ("Length", "长度"), ("Of a screw: below the head; of a countersunk screw with its head.", "螺钉为头下长度；沉头螺钉为含头全长。"), 0.01..=1000000.0;
        thread_length_mm: Length, ("Threaded length", "螺纹长度"), ("Left empty the screw is threaded to the head (ISO 4017). A bolt to ISO 4014 has less.", "不填则按全螺纹（ISO 4017）。ISO 4014 螺栓为部分螺纹。"), 0.0..=1000000.0;
        width_mm: Length, ("Width", "宽度"), ("Of the flat piece or the block.", "板或块的宽度。"), 0.01..=1000000.0;
        height_mm: Length, ("Height", "高度"), ("Of the block.", "块的高度。"), 0.01..=1000000.0;
        thickness_mm: Length, ("Thickness of the part", "工件厚度"), ("Of the metal, not of the coating.", "基材厚度，不是镀层厚度。"), 0.001..=100000.0;
        diameter_mm: Length, ("Diameter", "直径"), ("Of a thread: its nominal diameter.", "螺纹为公称直径。"), 0.01..=100000.0;
        pitch_mm: Length, ("Pitch", "螺距"), ("Of a fine thread it is smaller.", "细牙螺纹较小。"), 0.05..=20.0;
        outer_diameter_mm: Length, ("Outer diameter", "外径"), ("Of the tube or the washer.", "管或垫圈的外径。"), 0.01..=100000.0;
        inner_diameter_mm: Length, ("Inner diameter", "内径"), ("Of the bore or the hole.", "内孔直径。"), 0.0..=100000.0;
        bore_plated_mm: Length, ("Bore plated from each end", "内孔受镀深度（每端）"), ("Left empty the whole bore counts. Without an inner anode current hardly reaches deeper than one diameter.", "不填则整个内孔计入。无内阳极时电流很难到达一倍孔径以上的深度。"), 0.0..=1000000.0;
        perimeter_mm: Length, ("Outline of the section", "截面周长"), ("All edges of the section that are plated, hollows too.", "截面上所有受镀轮廓，包括内腔。"), 0.01..=1000000.0;
        section_area_mm2: SectionArea, ("Area of the section", "截面积"), ("Metal only: mass per metre in g divided by the density in g/cm³.", "仅金属部分：每米质量（g）除以密度（g/cm³）。"), 0.01..=100000000.0;
        across_flats_mm: Length, ("Across flats", "对边宽度"), ("Of the hexagon.", "六角对边。"), 0.1..=10000.0;
        head_diameter_mm: Length, ("Diameter of the head", "头部直径"), ("Of a countersunk head: where its cone would meet its face.", "沉头为锥面与端面的理论交点直径。"), 0.1..=10000.0;
        head_height_mm: Length, ("Height of head or nut", "头部或螺母高度"), ("Along the axis.", "沿轴向。"), 0.05..=10000.0;
        key_mm: Length, ("Key", "内六角扳手尺寸"), ("Across flats of the socket.", "内六角对边。"), 0.1..=1000.0;
        socket_depth_mm: Length, ("Depth of the socket", "内六角孔深度"), ("To its floor.", "至孔底。"), 0.0..=1000.0;
        area_m2_per_kg: AreaPerMass, ("Area per mass", "每 kg 面积"), ("Of full-thread hexagon bolts about 0.9 divided by the diameter in mm; of sheet steel 0.255 divided by its thickness in mm.", "全螺纹六角螺栓约 0.9 除以直径（mm）；钢板约 0.255 除以厚度（mm）。"), 0.0001..=1000.0;
        mass_g: Mass, ("Mass of a piece", "单件质量"), ("Weigh a hundred and divide.", "称 100 件后平均。"), 0.000001..=1000000000.0;
        material: Choice<Material>, ("Material", "材料"), ("Brings the density.", "自动带入密度。");
        density_g_per_cm3: Density, ("Density of the material", "材料密度"), ("Of the part, not of the coating.", "工件基材的密度，不是镀层密度。"), 0.5..=30.0;
        unplated_dm2: Area, ("Kept free of each piece", "单件不镀面积"), ("Masked, covered by a plug, closed inside.", "遮蔽、堵塞或封闭在内部的面积。"), 0.0..=10000000.0;
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
}

impl Shape {
    /// Whether it is made with a thread or belongs to one.
    pub const fn has_thread(self) -> bool {
        matches!(self, Self::Washer | Self::HexNut | Self::HexBolt | Self::SocketScrew | Self::CountersunkScrew | Self::ThreadedRod)
    }

    /// Whether it is a screw with a head.
    pub const fn is_screw(self) -> bool {
        matches!(self, Self::HexBolt | Self::SocketScrew | Self::CountersunkScrew)
    }

    /// The sizes it has.
    pub const fn sizes(self) -> &'static [&'static str] {
        match self {
            Self::Plate | Self::Sheet => &["length_mm", "width_mm", "thickness_mm"],
            Self::Disc => &["diameter_mm", "thickness_mm"],
            Self::Tube => &["outer_diameter_mm", "inner_diameter_mm", "length_mm", "bore_plated_mm"],
            Self::Rod | Self::Wire => &["diameter_mm", "length_mm"],
            Self::Cuboid => &["length_mm", "width_mm", "height_mm"],
            Self::Profile => &["perimeter_mm", "section_area_mm2", "length_mm"],
            Self::Washer => &["outer_diameter_mm", "inner_diameter_mm", "thickness_mm"],
            Self::HexNut => &["diameter_mm", "pitch_mm", "across_flats_mm", "head_height_mm"],
            Self::HexBolt => &["length_mm", "thread_length_mm", "diameter_mm", "pitch_mm", "across_flats_mm", "head_height_mm"],
            Self::SocketScrew | Self::CountersunkScrew => {
                &["length_mm", "thread_length_mm", "diameter_mm", "pitch_mm", "head_diameter_mm", "head_height_mm", "key_mm", "socket_depth_mm"]
            }
            Self::ThreadedRod => &["length_mm", "diameter_mm", "pitch_mm"],
            Self::ByMass => &["area_m2_per_kg", "mass_g"],
        }
    }
}

/// Sizes of a head with a socket.
pub const HEAD: [&str; 4] = ["head_diameter_mm", "head_height_mm", "key_mm", "socket_depth_mm"];

/// Fields that belong to the sizes of some shape, and so go back to their defaults with another.
pub const SIZES: [&str; 18] = [
    "length_mm",
    "thread_length_mm",
    "width_mm",
    "height_mm",
    "thickness_mm",
    "diameter_mm",
    "pitch_mm",
    "outer_diameter_mm",
    "inner_diameter_mm",
    "bore_plated_mm",
    "perimeter_mm",
    "section_area_mm2",
    "across_flats_mm",
    "head_diameter_mm",
    "head_height_mm",
    "key_mm",
    "socket_depth_mm",
    "area_m2_per_kg",
];
