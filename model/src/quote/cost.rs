//! What a lot costs: material from the process chain at the load that the line really carries, labour by minutes, line by hours, ovens by
//! batches, what is spent once, and what rejects add.

use crate::process::chain::{Chain, Item};

/// What the lot takes of the line.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Loads {
    /// Loads, whole.
    pub count: f64,
    /// Pieces in each on average.
    pub pieces: f64,
    /// Area of each on average, dm².
    pub area_dm2: f64,
}

/// Loads of a lot: as many as are needed, filled alike, since the area in a load sets its current and its share of fixed power.
///
/// 2,500 pieces of 0.2 dm² at 1,000 a load: three loads of 833 pieces.
/// ```
/// use platewise_model::quote::cost::loads;
/// let lot = loads(2500.0, 1000.0, 0.2).unwrap();
/// assert_eq!(lot.count, 3.0);
/// assert!((lot.area_dm2 - 2500.0 * 0.2 / 3.0).abs() < 1e-12);
/// ```
pub fn loads(pieces: f64, most_per_load: f64, area_dm2: f64) -> Option<Loads> {
    (most_per_load >= 1.0 && pieces >= 1.0).then(|| {
        let count = (pieces / most_per_load * (1.0 - 1e-12)).ceil();
        Loads { count, pieces: pieces / count, area_dm2: pieces * area_dm2 / count }
    })
}

/// Batches of an oven, whole.
pub fn batches(mass_kg: f64, oven_kg: f64) -> f64 {
    (mass_kg / oven_kg * (1.0 - 1e-12)).ceil().max(1.0)
}

macro_rules! parts {
    ($( $(#[$doc:meta])* $part:ident $en:literal $zh:literal )+) => {
        /// A part of the cost of a lot.
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub enum Part { $( $(#[$doc])* $part ),+ }

        impl Part {
            /// Every part, in the order of the array.
            pub const ALL: &'static [Self] = &[ $( Self::$part ),+ ];
            /// How many there are.
            pub const COUNT: usize = Self::ALL.len();
            /// As shown.
            pub const fn label(self) -> crate::words::Text {
                match self { $( Self::$part => crate::words::text($en, $zh) ),+ }
            }
        }
    };
}

parts! {
    /// Zinc and nickel on the parts and left as stubs.
    Metal "Metal" "金属"
    /// Rectifier, cooling, auxiliaries, heat.
    Energy "Energy" "能源"
    /// Brightener, chemicals of the bath, pretreatment and passivate.
    Chemicals "Chemicals" "化学品"
    /// Water, destruction, neutralisation, sludge.
    WaterAndWaste "Water and waste" "用水与废物"
    /// Top coat.
    TopCoat "Top coat" "封闭与涂层"
    /// Racking, masking, line, inspection, packing.
    Labour "Labour" "人工"
    /// Hours of the line.
    Line "Line time" "生产线工时"
    /// Ovens for baking.
    Bake "Baking" "除氢烘烤"
    /// Racks, masks, certificates, first article: once a lot.
    Once "Tooling and papers" "工装与文件"
    /// What rejects cost: the above once more for their share, and stripping.
    Rejects "Rejects" "不合格品"
    /// Freight.
    Freight "Freight" "运费"
}

/// What a lot takes, in its own units.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Lot {
    /// Pieces.
    pub pieces: f64,
    /// Area of a piece, dm².
    pub area_dm2: f64,
    /// Mass of a piece, g.
    pub mass_g: f64,
    /// Loads of the line.
    pub loads: Loads,
    /// Time between two loads, min.
    pub takt_min: f64,
    /// Share of the hours in which the line runs, 0 to 1.
    pub uptime: f64,
    /// Top coat, CNY/m².
    pub top_coat_per_m2: f64,
    /// Handling of a piece: racking and masking, min.
    pub piece_min: f64,
    /// Handling of a load: barrels filled and emptied, min.
    pub load_min: f64,
    /// Handling of the lot: receiving, inspection, packing, min.
    pub lot_min: f64,
    /// Packing of a kilogram, min.
    pub kg_min: f64,
    /// Labour, CNY/h.
    pub labour_per_h: f64,
    /// An hour of the line with its crew, depreciation and overhead, at the utilisation it has, CNY/h.
    pub line_per_h: f64,
    /// Hours of a bake with heating up; nothing where none is needed.
    pub bake_h: f64,
    /// Mass an oven takes, kg.
    pub oven_kg: f64,
    /// An hour of an oven, CNY/h.
    pub oven_per_h: f64,
    /// Spent once for the lot, CNY.
    pub once: f64,
    /// Share rejected, below 1.
    pub reject_share: f64,
    /// Stripping, CNY/m².
    pub stripping_per_m2: f64,
    /// Freight, CNY/kg.
    pub freight_per_kg: f64,
    /// Freight, CNY a lot.
    pub freight_once: f64,
}

impl Lot {
    /// Hours on the line, stops included.
    pub fn line_h(&self) -> f64 {
        self.loads.count * self.takt_min / 60.0 / self.uptime
    }

    /// Mass, kg.
    pub fn mass_kg(&self) -> f64 {
        self.pieces * self.mass_g / 1000.0
    }

    /// Area, m².
    pub fn area_m2(&self) -> f64 {
        self.pieces * self.area_dm2 / 100.0
    }
}

/// What a lot costs, part by part, CNY.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Cost {
    parts: [f64; Part::COUNT],
}

impl Cost {
    /// A part, CNY.
    pub fn of(&self, part: Part) -> f64 {
        self.parts.get(part as usize).copied().unwrap_or_default()
    }

    /// All of it, CNY.
    pub fn total(&self) -> f64 {
        self.parts.iter().sum()
    }
}

/// Material of a chain by what it is, CNY/m²: metal, energy, chemicals, water and waste. Labour, rejects and obligations of the chain are left
/// out: a quote counts hours and rejects of its own.
pub fn materials(chain: &Chain) -> [f64; 4] {
    let sum = |items: &[Item]| items.iter().map(|item| chain.cost(*item)).sum();
    [
        sum(&[Item::ZincMetal, Item::Nickel]),
        sum(&[Item::PlatingElectricity, Item::Cooling, Item::Auxiliaries, Item::Heat]),
        sum(&[Item::Brightener, Item::Chemicals, Item::Pretreatment]),
        sum(&[Item::CyanideDestruction, Item::Neutralisation, Item::Sludge, Item::Water]),
    ]
}

/// The cost of a lot with materials in CNY/m² as [`materials`] gives them.
pub fn cost(lot: &Lot, materials: [f64; 4]) -> Cost {
    let area = lot.area_m2();
    let [metal, energy, chemicals, waste] = materials.map(|per_m2| per_m2 * area);
    let minutes = lot.pieces * lot.piece_min
        + lot.loads.count * lot.load_min
        + lot.lot_min
        + lot.mass_kg() * lot.kg_min;
    let labour = minutes / 60.0 * lot.labour_per_h;
    let line = lot.line_h() * lot.line_per_h;
    let top_coat = lot.top_coat_per_m2 * area;
    let bake = if lot.bake_h > 0.0 {
        batches(lot.mass_kg(), lot.oven_kg) * lot.bake_h * lot.oven_per_h
    } else {
        0.0
    };
    let again = lot.reject_share / (1.0 - lot.reject_share);
    let made = metal + energy + chemicals + waste + top_coat + labour + line + bake;
    let rejects = again * (made + lot.stripping_per_m2 * area);
    let freight = lot.freight_per_kg * lot.mass_kg() + lot.freight_once;
    Cost {
        parts: [
            metal, energy, chemicals, waste, top_coat, labour, line, bake, lot.once, rejects,
            freight,
        ],
    }
}
