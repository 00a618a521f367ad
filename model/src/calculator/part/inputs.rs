//! What a person may say of a part, with the words beside each field: its shape and sizes. Every calculator that has parts asks for them
//! with these fields, be it one part or rows of them.

use crate::calculator::{Choice, Numbers, choices, inputs};
use crate::data::fasteners::Thread;
use crate::data::materials::Material;
use crate::units::{Area, AreaPerMass, Count, Density, Length, Mass, SectionArea, SolidVolume};

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
        /// A model from a file, or with the area and the volume that a CAD program says.
        Mesh "mesh" ("Model from a file (STL, 3MF)", "三维模型文件（STL、3MF）"),
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

choices! {
    /// In which unit the numbers of a model are.
    pub enum MeshUnit {
        /// Millimetres.
        Millimetre "mm" ("millimetres", "毫米"),
        /// Centimetres.
        Centimetre "cm" ("centimetres", "厘米"),
        /// Metres.
        Metre "m" ("metres", "米"),
        /// Inches.
        Inch "in" ("inches", "英寸"),
        /// Feet.
        Foot "ft" ("feet", "英尺"),
        /// Micrometres.
        Micrometre "um" ("micrometres", "微米"),
    }
}

impl MeshUnit {
    /// Millimetres in one of it.
    pub const fn millimetres(self) -> f64 {
        match self {
            Self::Millimetre => 1.0,
            Self::Centimetre => 10.0,
            Self::Metre => 1000.0,
            Self::Inch => 25.4,
            Self::Foot => 304.8,
            Self::Micrometre => 0.001,
        }
    }
}

inputs! {
    /// What a part is and its sizes. What is not given takes its default.
    pub struct Part {
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
        mesh_file: String, ("Model", "模型文件"), ("STL or 3MF, up to 100 MB. It is read here and goes nowhere.", "STL 或 3MF，不超过 100 MB。仅在本机读取，不上传。");
        mesh_unit: Choice<MeshUnit>, ("The model's numbers are", "模型数值的单位"), ("An STL file does not say. Area, volume and box below are those of a model in millimetres; another unit scales them.", "STL 文件不含单位。下方的面积、体积和外形按毫米列出，选择其他单位时自动换算。");
        mesh_area_dm2: Area, ("Surface of the model", "模型表面积"), ("All of it with voids, as a file or your CAD program says; what is not plated goes below.", "含空腔在内的全部表面积，由文件或 CAD 软件得出；不镀部分在下方扣除。"), 0.000000000001..=1000000000000.0;
        mesh_volume_cm3: SolidVolume, ("Volume of the model", "模型体积"), ("Of the metal, without voids. A piece that was weighed has its mass by its density.", "仅金属部分，不含空腔。已称重的工件可用质量除以密度。"), 0.000000000001..=1000000000000.0;
        mesh_void_dm2: Area, ("Surface of closed voids", "封闭空腔表面积"), ("Inside the model, where no bath comes: taken off.", "位于模型内部、镀液不能到达：予以扣除。"), 0.0..=1000000000000.0;
        mesh_box_mm: Numbers<Length, 3>, ("Box of the model", "模型外形尺寸"), ("Length, width, height.", "长、宽、高。"), 0.0..=1000000000.0;
        mesh_bodies: Count, ("Bodies of the model", "实体数"), ("Pieces that do not hang together.", "互不相连的部分。"), 1.0..=10000000.0;
        mesh_open_edges: Count, ("Edges that are open", "未闭合的边数"), ("Without a neighbour, or with one turned the other way: then the model has no volume.", "没有相邻面或相邻面朝向相反：此时模型没有体积。"), 0.0..=100000000.0;
        mass_g: Mass, ("Mass of a piece", "单件质量"), ("Weigh a hundred and divide.", "称 100 件后平均。"), 0.000001..=1000000000.0;
        material: Choice<Material>, ("Material", "材料"), ("Brings the density.", "自动带入密度。");
        density_g_per_cm3: Density, ("Density of the material", "材料密度"), ("Of the part, not of the coating.", "工件基材的密度，不是镀层密度。"), 0.5..=30.0;
        unplated_dm2: Area, ("Kept free of each piece", "单件不镀面积"), ("Masked, covered by a plug, closed inside.", "遮蔽、堵塞或封闭在内部的面积。"), 0.0..=10000000.0;
    }
    examples: length_mm, thread_length_mm, width_mm, height_mm, thickness_mm, diameter_mm, pitch_mm, outer_diameter_mm, inner_diameter_mm, bore_plated_mm, perimeter_mm, section_area_mm2, across_flats_mm, head_diameter_mm, head_height_mm, key_mm, socket_depth_mm, area_m2_per_kg, mesh_area_dm2, mesh_volume_cm3, mesh_void_dm2, mesh_box_mm, mesh_bodies, mesh_open_edges, mass_g, unplated_dm2;
}

impl Shape {
    /// Whether it is made with a thread or belongs to one.
    pub const fn has_thread(self) -> bool {
        matches!(
            self,
            Self::Washer
                | Self::HexNut
                | Self::HexBolt
                | Self::SocketScrew
                | Self::CountersunkScrew
                | Self::ThreadedRod
        )
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
            Self::Tube => {
                &["outer_diameter_mm", "inner_diameter_mm", "length_mm", "bore_plated_mm"]
            }
            Self::Rod | Self::Wire => &["diameter_mm", "length_mm"],
            Self::Cuboid => &["length_mm", "width_mm", "height_mm"],
            Self::Profile => &["perimeter_mm", "section_area_mm2", "length_mm"],
            Self::Washer => &["outer_diameter_mm", "inner_diameter_mm", "thickness_mm"],
            Self::HexNut => &["diameter_mm", "pitch_mm", "across_flats_mm", "head_height_mm"],
            Self::HexBolt => &[
                "length_mm",
                "thread_length_mm",
                "diameter_mm",
                "pitch_mm",
                "across_flats_mm",
                "head_height_mm",
            ],
            Self::SocketScrew | Self::CountersunkScrew => &[
                "length_mm",
                "thread_length_mm",
                "diameter_mm",
                "pitch_mm",
                "head_diameter_mm",
                "head_height_mm",
                "key_mm",
                "socket_depth_mm",
            ],
            Self::ThreadedRod => &["length_mm", "diameter_mm", "pitch_mm"],
            Self::Mesh => &MESH,
            Self::ByMass => &["area_m2_per_kg", "mass_g"],
        }
    }
}

/// What a model has.
pub const MESH: [&str; 8] = [
    "mesh_file",
    "mesh_unit",
    "mesh_area_dm2",
    "mesh_volume_cm3",
    "mesh_void_dm2",
    "mesh_box_mm",
    "mesh_bodies",
    "mesh_open_edges",
];

/// Sizes of a head with a socket.
pub const HEAD: [&str; 4] = ["head_diameter_mm", "head_height_mm", "key_mm", "socket_depth_mm"];

/// Fields that belong to the sizes of some shape, and so go back to their defaults with another.
pub const SIZES: [&str; 26] = [
    "mesh_file",
    "mesh_unit",
    "mesh_area_dm2",
    "mesh_volume_cm3",
    "mesh_void_dm2",
    "mesh_box_mm",
    "mesh_bodies",
    "mesh_open_edges",
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
