//! What a lot costs: material from the process chain, handling by minutes, the line by hours, ovens by batches, what is spent once,
//! and what rejects add.

use crate::line::capacity::passes_per_good;
use crate::line::hours::{HourlyRate, hours};
use crate::line::load::Loads;
use crate::process::chain::{Chain, Item};

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
    /// Racking, masking, filling and emptying of loads, inspection, packing; the crew is in the hours of the line.
    Labour "Handling" "装卸与包装人工"
    /// Hours that the line works: crew, depreciation, rent, maintenance and management by its rate.
    Line "Line time" "生产线工时"
    /// Hours in which the line stands without orders, paid by those in which it works.
    Idle "Idle hours of the line" "生产线空闲工时"
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
    /// An hour of the line with crew, depreciation and overhead, and the share of its hours that are sold.
    pub line_rate: HourlyRate,
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
        hours(self.loads.count, self.takt_min, self.uptime)
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

/// Where a quote counts what the comparison of processes counts by the square metre.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Counterpart {
    /// The same amount by area, in this part.
    Same(Part),
    /// Within this part, which holds more: what, stands in `docs/line.md`.
    Within(Part),
}

/// The counterpart of an item of the chain. Parts of a quote that are nobody's counterpart are its own: top coat,
/// handling, idle hours, baking, tooling and papers, freight.
pub const fn counterpart(item: Item) -> Counterpart {
    use Counterpart::{Same, Within};
    match item {
        Item::ZincMetal | Item::Nickel => Same(Part::Metal),
        Item::PlatingElectricity | Item::Cooling | Item::Auxiliaries | Item::Heat => {
            Same(Part::Energy)
        }
        Item::Brightener | Item::Chemicals | Item::Pretreatment => Same(Part::Chemicals),
        Item::CyanideDestruction | Item::Neutralisation | Item::Sludge | Item::Water => {
            Same(Part::WaterAndWaste)
        }
        // The rate of the line pays its crew and whatever the shop has to keep up, duties of cyanide among it.
        Item::Labour | Item::Obligations => Within(Part::Line),
        // The same share of everything that is done again, which is more in a quote.
        Item::Rejects => Within(Part::Rejects),
    }
}

/// Material of a chain by what it is, CNY/m²: metal, energy, chemicals, water and waste.
pub fn materials(chain: &Chain) -> [f64; 4] {
    [Part::Metal, Part::Energy, Part::Chemicals, Part::WaterAndWaste].map(|part| {
        let of_part = |item: &&Item| counterpart(**item) == Counterpart::Same(part);
        Item::ALL.iter().filter(of_part).map(|item| chain.cost(*item)).sum()
    })
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
    let line = lot.line_rate.of_work(lot.line_h());
    let idle = lot.line_rate.of_idleness(lot.line_h());
    let top_coat = lot.top_coat_per_m2 * area;
    let bake = if lot.bake_h > 0.0 {
        batches(lot.mass_kg(), lot.oven_kg) * lot.bake_h * lot.oven_per_h
    } else {
        0.0
    };
    let again = passes_per_good(lot.reject_share) - 1.0;
    let made = metal + energy + chemicals + waste + top_coat + labour + line + idle + bake;
    let rejects = again * (made + lot.stripping_per_m2 * area);
    let freight = lot.freight_per_kg * lot.mass_kg() + lot.freight_once;
    Cost {
        parts: [
            metal, energy, chemicals, waste, top_coat, labour, line, idle, bake, lot.once, rejects,
            freight,
        ],
    }
}
