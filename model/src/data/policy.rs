//! What the state asks: the cleaner-production index of 2015, the catalogue of processes to be eliminated, and what keeping cyanide obliges to.

use super::sources::CLEANER_PRODUCTION_INDEX;
use super::{Fact, Sure, example, point};
use crate::units::Dimension::{Fraction, MoneyPerYear, VolumePerArea};
use crate::words::{Text, text};

/// Where the index stands.
pub use super::sources::CLEANER_PRODUCTION_INDEX as INDEX_SOURCE;
/// Where the note on cyanide at inert anodes comes from: not looked up yet.
pub use super::sources::GENERAL_KNOWLEDGE as INERT_ANODE_SOURCE;
/// Where the catalogue of processes to be eliminated stands, not read: verify.
pub use super::sources::GUIDING_CATALOGUE as CATALOGUE_SOURCE;
/// Where the obligations stand, not read: verify.
pub use super::sources::HAZARDOUS_CHEMICALS as OBLIGATIONS_SOURCE;

const INDEX: Text = text("Cleaner-production index 2015", "清洁生产评价指标体系（2015）");
const OBLIGATION: Text = text("Keeping cyanide", "氰化物管理");

const fn litres(value: f64) -> Fact {
    point(VolumePerArea, value, &CLEANER_PRODUCTION_INDEX, Sure::Standard)
}

const fn share(value: f64) -> Fact {
    point(Fraction, value, &CLEANER_PRODUCTION_INDEX, Sure::Standard)
}

figures! {
    /// Fresh water of one rinse at most, level I, L/m².
    WATER_LEVEL_1 = litres(8.0), INDEX, "Water per rinse, level I" "单位产品每次清洗取水量，一级";
    /// The same, level II.
    WATER_LEVEL_2 = litres(24.0), INDEX, "Water per rinse, level II" "单位产品每次清洗取水量，二级";
    /// The same, level III.
    WATER_LEVEL_3 = litres(40.0), INDEX, "Water per rinse, level III" "单位产品每次清洗取水量，三级";
    /// Zinc on good parts by zinc consumed at least, level I, 0 to 1.
    ZINC_LEVEL_1 = share(0.82), INDEX, "Zinc utilisation, level I" "锌利用率，一级";
    /// The same, level II.
    ZINC_LEVEL_2 = share(0.80), INDEX, "Zinc utilisation, level II" "锌利用率，二级";
    /// The same, level III.
    ZINC_LEVEL_3 = share(0.75), INDEX, "Zinc utilisation, level III" "锌利用率，三级";
    /// What permit, custody, insurance and the segregated drain cost a year, CNY. No figure could be found, so it starts at nothing.
    OBLIGATIONS_COST = example(MoneyPerYear, 0.0), OBLIGATION, "Permit, custody, insurance and segregated drain: no figure found, enter your own" "许可、保管、保险与分流管网：未找到数据，请自行填写";
}

/// A level of the cleaner-production index by a figure that has to be met.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Level {
    /// As the index counts them.
    pub name: Text,
    /// Fresh water of one rinse at most, L/m².
    pub water: &'static Fact,
    /// Zinc utilisation at least, 0 to 1.
    pub zinc: &'static Fact,
    /// Whether zinc on civil goods has to be free of cyanide.
    pub cyanide_free: bool,
}

/// The levels, best first.
pub static LEVELS: [Level; 3] = [
    Level {
        name: text("level I", "一级"),
        water: &WATER_LEVEL_1,
        zinc: &ZINC_LEVEL_1,
        cyanide_free: true,
    },
    Level {
        name: text("level II", "二级"),
        water: &WATER_LEVEL_2,
        zinc: &ZINC_LEVEL_2,
        cyanide_free: true,
    },
    Level {
        name: text("level III", "三级"),
        water: &WATER_LEVEL_3,
        zinc: &ZINC_LEVEL_3,
        cyanide_free: false,
    },
];

/// The best level whose limit on the water of one rinse (L/m²) is met; none when not even the last is.
pub fn water_level(litres_per_m2: f64) -> Option<&'static Level> {
    LEVELS.iter().find(|level| litres_per_m2 <= level.water.value)
}

/// The best level whose demand on zinc utilisation (0 to 1) is met; none when not even the last is.
pub fn zinc_level(utilisation: f64) -> Option<&'static Level> {
    LEVELS.iter().find(|level| utilisation >= level.zinc.value)
}

/// The condition of the index on cyanide.
pub static CYANIDE_FREE_CONDITION: Text = text(
    "The cleaner-production index of 2015 makes cyanide-free zinc on civil goods a condition of levels I and II: a cyanide zinc line reaches level III at best.",
    "2015 年清洁生产评价指标体系将民用产品采用无氰镀锌列为一级、二级的条件：氰化镀锌生产线最高只能达到三级。",
);

/// Where cyanide zinc stands in the state's catalogue.
pub static ELIMINATION: Text = text(
    "Electroplating with toxic cyanide stands among the processes to be eliminated in the state's Guiding Catalogue, deferred for gold, silver, \
     copper-base alloys and copper strikes, not for zinc. From memory: verify the current text.",
    "《产业结构调整指导目录》将有毒有害氰化物电镀列入淘汰类，对镀金、银、铜基合金及预镀铜暂缓淘汰，不含镀锌。凭记忆引用，请核实现行文本。",
);

/// Why free of cyanide as made up is not always free of it.
pub static INERT_ANODE_CYANIDE: Text = text(
    "Alkaline zinc–nickel is made up without cyanide, but inert anodes can oxidise its amines to cyanide (to verify): test the bath and the rinse for it.",
    "碱性锌镍合金配槽不含氰化物，但不溶性阳极可将胺类络合剂氧化生成氰化物（待核实）：应检测镀液与漂洗水中的氰。",
);

/// What keeping sodium cyanide obliges to, and what falls away without it; from memory, to be verified.
pub static OBLIGATIONS: [Text; 6] = [
    text(
        "Permit to buy highly toxic chemicals from the public security office, each purchase on record",
        "向公安机关申领剧毒化学品购买许可，逐笔登记备案",
    ),
    text(
        "Custody around the clock by two persons with two keys, two ledgers, two to receive and two to issue",
        "二十四小时值守，双人保管、双锁、双账、双人收发、双人使用",
    ),
    text(
        "A store of its own with alarm and video, filed with the authorities",
        "专用库房，配备报警与视频监控，并向主管部门备案",
    ),
    text(
        "A segregated drain and a treatment stage of its own for rinses with cyanide",
        "含氰废水单独分流管网及独立的破氰处理",
    ),
    text(
        "Extraction against hydrogen cyanide, detectors and antidote at hand",
        "防氰化氢抽风、检测报警及现场解毒药品",
    ),
    text(
        "Safety assessment, emergency plan and drills, and insurance",
        "安全评价、应急预案与演练、保险",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_are_those_of_the_index() {
        for (litres, level) in [
            (4.67, Some("level I")),
            (8.0, Some("level I")),
            (8.1, Some("level II")),
            (40.0, Some("level III")),
            (41.0, None),
        ] {
            assert_eq!(water_level(litres).map(|level| level.name.en), level, "{litres} L/m²");
        }
        for (utilisation, level) in [
            (0.9, Some("level I")),
            (0.81, Some("level II")),
            (0.75, Some("level III")),
            (0.7, None),
        ] {
            assert_eq!(zinc_level(utilisation).map(|level| level.name.en), level, "{utilisation}");
        }
        assert!(LEVELS.iter().all(|level| level.cyanide_free == (level.name.en != "level III")));
    }
}
