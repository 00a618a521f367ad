//! What a person may say of a part, with the words beside each field: its shape and sizes. Every calculator that has parts asks for them
//! with these fields, be it one part or rows of them.

use crate::calculator::{Choice, Inputs, Numbers};
use crate::data::fasteners::Thread;
use crate::data::materials::Material;
use crate::units::{Area, AreaPerMass, Count, Density, Length, Mass, SectionArea, SolidVolume};

/// What the part is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Choice)]
pub enum Shape {
    /// A flat piece with its edges.
    #[choice(id = "plate", en = "Plate, flat bar", zh = "板、扁条")]
    Plate,
    /// A round blank.
    #[choice(id = "disc", en = "Disc", zh = "圆片")]
    Disc,
    /// A tube.
    #[choice(id = "tube", en = "Tube, bushing", zh = "管、套")]
    Tube,
    /// A round bar with its ends.
    #[choice(id = "rod", en = "Rod, pin, shaft", zh = "棒、销、轴")]
    Rod,
    /// A wire, whose ends do not count.
    #[choice(id = "wire", en = "Wire", zh = "线材")]
    Wire,
    /// A cuboid.
    #[choice(id = "box", en = "Block", zh = "方块")]
    Cuboid,
    /// Sheet metal, both faces; its edges do not count.
    #[choice(id = "sheet", en = "Sheet metal, both faces", zh = "薄板（双面）")]
    Sheet,
    /// Anything of one section.
    #[choice(id = "profile", en = "Profile by its outline", zh = "型材（按截面周长）")]
    Profile,
    /// A washer.
    #[choice(id = "washer", en = "Washer", zh = "平垫圈")]
    Washer,
    /// A hexagon nut.
    #[choice(id = "hex_nut", en = "Hexagon nut", zh = "六角螺母")]
    HexNut,
    /// A hexagon bolt or screw.
    #[choice(id = "hex_bolt", en = "Hexagon bolt or screw", zh = "六角头螺栓")]
    HexBolt,
    /// A socket head cap screw.
    #[choice(id = "socket_screw", en = "Socket head cap screw", zh = "内六角圆柱头螺钉")]
    SocketScrew,
    /// A countersunk screw with a socket.
    #[choice(id = "countersunk_screw", en = "Countersunk screw with socket", zh = "内六角沉头螺钉")]
    CountersunkScrew,
    /// A rod threaded from end to end.
    #[choice(id = "threaded_rod", en = "Threaded rod", zh = "全螺纹螺杆")]
    ThreadedRod,
    /// A model from a file, or with the area and the volume that a CAD program says.
    #[choice(id = "mesh", en = "Model from a file (STL, 3MF)", zh = "三维模型文件（STL、3MF）")]
    Mesh,
    /// Any part by its area by mass.
    #[choice(id = "by_mass", en = "Any part, by area per kg", zh = "任意工件（按每 kg 面积）")]
    ByMass,
}

/// Which edition the hexagon is of.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Choice)]
pub enum HeadEdition {
    /// ISO 4014, 4017, 4032.
    #[choice(
        id = "iso",
        en = "ISO 4014/4017/4032",
        zh = "ISO 4014/4017/4032（GB/T 5782/5783/6170）"
    )]
    Iso,
    /// DIN 931, 933: larger at M10, M12, M14.
    #[choice(id = "din", en = "DIN 931/933 (old)", zh = "DIN 931/933（旧）")]
    Din,
}

/// In which unit the numbers of a model are.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Choice)]
pub enum MeshUnit {
    /// Millimetres.
    #[choice(id = "mm", en = "millimetres", zh = "毫米")]
    Millimetre,
    /// Centimetres.
    #[choice(id = "cm", en = "centimetres", zh = "厘米")]
    Centimetre,
    /// Metres.
    #[choice(id = "m", en = "metres", zh = "米")]
    Metre,
    /// Inches.
    #[choice(id = "in", en = "inches", zh = "英寸")]
    Inch,
    /// Feet.
    #[choice(id = "ft", en = "feet", zh = "英尺")]
    Foot,
    /// Micrometres.
    #[choice(id = "um", en = "micrometres", zh = "微米")]
    Micrometre,
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

/// What a part is and its sizes. What is not given takes its default.
#[derive(Clone, Default, Inputs)]
pub struct Part {
    #[input(
        label("Shape", "形状"),
        help(
            "What the part is. A part of several shapes: add their areas, or weigh it and \
             take an area per kg.",
            "工件的形状。由多种形状组成时可分别计算后相加，或称重并按每 kg 面积计算。"
        ),
        group = "part",
        level = "essential",
        clears = "SIZES"
    )]
    pub shape: Option<Choice<Shape>>,
    #[input(
        label("Thread", "螺纹规格"),
        help(
            "Coarse metric thread. It brings diameter, pitch and the sizes of head, nut or \
             washer; each may be overridden.",
            "普通粗牙螺纹，自动带入直径、螺距以及头部、螺母或垫圈尺寸，均可修改。"
        ),
        group = "part",
        level = "essential",
        clears = "OF_THREAD"
    )]
    pub thread: Option<Choice<Thread>>,
    #[input(
        label("Sizes by", "尺寸标准"),
        help(
            "M10, M12 and M14 are wider by DIN than by ISO; other sizes differ in height at \
             most.",
            "M10、M12、M14 的 DIN 头部比 ISO 大，其余规格仅高度略有差别。"
        ),
        group = "part",
        clears("across_flats_mm", "head_height_mm")
    )]
    pub head_edition: Option<Choice<HeadEdition>>,
    #[input(
        label("Length", "长度"),
        help(
            "Of a screw: below the head; of a countersunk screw with its head.",
            "螺钉为头下长度；沉头螺钉为含头全长。"
        ),
        range(0.01, 1000000.0),
        nature = "example",
        group = "part",
        level = "essential"
    )]
    pub length_mm: Option<Length>,
    #[input(
        label("Threaded length", "螺纹长度"),
        help(
            "Left empty the screw is threaded to the head (ISO 4017). A bolt to ISO 4014 has \
             less.",
            "不填则按全螺纹（ISO 4017）。ISO 4014 螺栓为部分螺纹。"
        ),
        range(0.0, 1000000.0),
        nature = "example",
        group = "part"
    )]
    pub thread_length_mm: Option<Length>,
    #[input(
        label("Width", "宽度"),
        help("Of the flat piece or the block.", "板或块的宽度。"),
        range(0.01, 1000000.0),
        nature = "example",
        group = "part",
        level = "essential"
    )]
    pub width_mm: Option<Length>,
    #[input(
        label("Height", "高度"),
        help("Of the block.", "块的高度。"),
        range(0.01, 1000000.0),
        nature = "example",
        group = "part",
        level = "essential"
    )]
    pub height_mm: Option<Length>,
    #[input(
        label("Thickness of the part", "工件厚度"),
        help("Of the metal, not of the coating.", "基材厚度，不是镀层厚度。"),
        range(0.001, 100000.0),
        nature = "example",
        group = "part",
        level = "essential"
    )]
    pub thickness_mm: Option<Length>,
    #[input(
        label("Diameter", "直径"),
        help("Of a thread: its nominal diameter.", "螺纹为公称直径。"),
        range(0.01, 100000.0),
        nature = "example",
        group = "sizes",
        level = "essential"
    )]
    pub diameter_mm: Option<Length>,
    #[input(
        label("Pitch", "螺距"),
        help("Of a fine thread it is smaller.", "细牙螺纹较小。"),
        range(0.05, 20.0),
        nature = "example",
        group = "sizes"
    )]
    pub pitch_mm: Option<Length>,
    #[input(
        label("Outer diameter", "外径"),
        help("Of the tube or the washer.", "管或垫圈的外径。"),
        range(0.01, 100000.0),
        nature = "example",
        group = "part",
        level = "essential"
    )]
    pub outer_diameter_mm: Option<Length>,
    #[input(
        label("Inner diameter", "内径"),
        help("Of the bore or the hole.", "内孔直径。"),
        range(0.0, 100000.0),
        nature = "example",
        group = "part",
        level = "essential"
    )]
    pub inner_diameter_mm: Option<Length>,
    #[input(
        label("Bore plated from each end", "内孔受镀深度（每端）"),
        help(
            "Left empty the whole bore counts. Without an inner anode current hardly reaches \
             deeper than one diameter.",
            "不填则整个内孔计入。无内阳极时电流很难到达一倍孔径以上的深度。"
        ),
        range(0.0, 1000000.0),
        nature = "example",
        group = "part"
    )]
    pub bore_plated_mm: Option<Length>,
    #[input(
        label("Outline of the section", "截面周长"),
        help(
            "All edges of the section that are plated, hollows too.",
            "截面上所有受镀轮廓，包括内腔。"
        ),
        range(0.01, 1000000.0),
        nature = "example",
        group = "part",
        level = "essential"
    )]
    pub perimeter_mm: Option<Length>,
    #[input(
        label("Area of the section", "截面积"),
        help(
            "Metal only: mass per metre in g divided by the density in g/cm³.",
            "仅金属部分：每米质量（g）除以密度（g/cm³）。"
        ),
        range(0.01, 100000000.0),
        nature = "example",
        group = "part",
        level = "essential"
    )]
    pub section_area_mm2: Option<SectionArea>,
    #[input(
        label("Across flats", "对边宽度"),
        help("Of the hexagon.", "六角对边。"),
        range(0.1, 10000.0),
        nature = "example",
        group = "sizes",
        level = "expert"
    )]
    pub across_flats_mm: Option<Length>,
    #[input(
        label("Diameter of the head", "头部直径"),
        help(
            "Of a countersunk head: where its cone would meet its face.",
            "沉头为锥面与端面的理论交点直径。"
        ),
        range(0.1, 10000.0),
        nature = "example",
        group = "sizes",
        level = "expert"
    )]
    pub head_diameter_mm: Option<Length>,
    #[input(
        label("Height of head or nut", "头部或螺母高度"),
        help("Along the axis.", "沿轴向。"),
        range(0.05, 10000.0),
        nature = "example",
        group = "sizes",
        level = "expert"
    )]
    pub head_height_mm: Option<Length>,
    #[input(
        label("Key", "内六角扳手尺寸"),
        help("Across flats of the socket.", "内六角对边。"),
        range(0.1, 1000.0),
        nature = "example",
        group = "sizes",
        level = "expert"
    )]
    pub key_mm: Option<Length>,
    #[input(
        label("Depth of the socket", "内六角孔深度"),
        help("To its floor.", "至孔底。"),
        range(0.0, 1000.0),
        nature = "example",
        group = "sizes",
        level = "expert"
    )]
    pub socket_depth_mm: Option<Length>,
    #[input(
        label("Area per mass", "每 kg 面积"),
        help(
            "Of full-thread hexagon bolts about 0.9 divided by the diameter in mm; of sheet \
             steel 0.255 divided by its thickness in mm.",
            "全螺纹六角螺栓约 0.9 除以直径（mm）；钢板约 0.255 除以厚度（mm）。"
        ),
        range(0.0001, 1000.0),
        nature = "example",
        group = "part",
        level = "essential"
    )]
    pub area_m2_per_kg: Option<AreaPerMass>,
    #[input(
        label("Model", "模型文件"),
        help(
            "STL or 3MF, up to 100 MB. It is read here and goes nowhere.",
            "STL 或 3MF，不超过 100 MB。仅在本机读取，不上传。"
        ),
        group = "part",
        level = "essential",
        accepts = ".stl,.3mf,model/stl,model/3mf"
    )]
    pub mesh_file: Option<String>,
    #[input(
        label("The model's numbers are", "模型数值的单位"),
        help(
            "An STL file does not say. Area, volume and box below are those of a model in \
             millimetres; another unit scales them.",
            "STL 文件不含单位。下方的面积、体积和外形按毫米列出，选择其他单位时自动换算。"
        ),
        group = "part"
    )]
    pub mesh_unit: Option<Choice<MeshUnit>>,
    #[input(
        label("Surface of the model", "模型表面积"),
        help(
            "All of it with voids, as a file or your CAD program says; what is not plated \
             goes below.",
            "含空腔在内的全部表面积，由文件或 CAD 软件得出；不镀部分在下方扣除。"
        ),
        range(0.000000000001, 1000000000000.0),
        nature = "example",
        group = "part"
    )]
    pub mesh_area_dm2: Option<Area>,
    #[input(
        label("Volume of the model", "模型体积"),
        help(
            "Of the metal, without voids. A piece that was weighed has its mass by its density.",
            "仅金属部分，不含空腔。已称重的工件可用质量除以密度。"
        ),
        range(0.000000000001, 1000000000000.0),
        nature = "example",
        group = "part"
    )]
    pub mesh_volume_cm3: Option<SolidVolume>,
    #[input(
        label("Surface of closed voids", "封闭空腔表面积"),
        help(
            "Inside the model, where no bath comes: taken off.",
            "位于模型内部、镀液不能到达：予以扣除。"
        ),
        range(0.0, 1000000000000.0),
        nature = "example",
        group = "part"
    )]
    pub mesh_void_dm2: Option<Area>,
    #[input(
        label("Box of the model", "模型外形尺寸"),
        help("Length, width, height.", "长、宽、高。"),
        range(0.0, 1000000000.0),
        nature = "example",
        group = "part"
    )]
    pub mesh_box_mm: Option<Numbers<Length, 3>>,
    #[input(
        label("Bodies of the model", "实体数"),
        help("Pieces that do not hang together.", "互不相连的部分。"),
        range(1.0, 10000000.0),
        nature = "example",
        group = "sizes",
        level = "expert"
    )]
    pub mesh_bodies: Option<Count>,
    #[input(
        label("Edges that are open", "未闭合的边数"),
        help(
            "Without a neighbour, or with one turned the other way: then the model has no \
             volume.",
            "没有相邻面或相邻面朝向相反：此时模型没有体积。"
        ),
        range(0.0, 100000000.0),
        nature = "example",
        group = "sizes",
        level = "expert"
    )]
    pub mesh_open_edges: Option<Count>,
    #[input(
        label("Mass of a piece", "单件质量"),
        help("Weigh a hundred and divide.", "称 100 件后平均。"),
        range(0.000001, 1000000000.0),
        nature = "example",
        group = "part"
    )]
    pub mass_g: Option<Mass>,
    #[input(
        label("Material", "材料"),
        help("Brings the density.", "自动带入密度。"),
        group = "part",
        clears("density_g_per_cm3")
    )]
    pub material: Option<Choice<Material>>,
    #[input(
        label("Density of the material", "材料密度"),
        help("Of the part, not of the coating.", "工件基材的密度，不是镀层密度。"),
        range(0.5, 30.0),
        group = "sizes"
    )]
    pub density_g_per_cm3: Option<Density>,
    #[input(
        label("Kept free of each piece", "单件不镀面积"),
        help("Masked, covered by a plug, closed inside.", "遮蔽、堵塞或封闭在内部的面积。"),
        range(0.0, 10000000.0),
        nature = "example",
        group = "part"
    )]
    pub unplated_dm2: Option<Area>,
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

/// Sizes that another thread brings with it.
const OF_THREAD: [&str; 10] = [
    "diameter_mm",
    "pitch_mm",
    "outer_diameter_mm",
    "inner_diameter_mm",
    "thickness_mm",
    "across_flats_mm",
    "head_diameter_mm",
    "head_height_mm",
    "key_mm",
    "socket_depth_mm",
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
