//! What a plating plant uses electricity for, when it works, and how much of each use goes on when it does not. Estimates all: a meter file
//! says more.

use super::{Fact, Listed, Row, estimate, example, row};
use crate::units::Dimension::{Count, Days, Fraction, PlantEnergy};
use crate::words::{Text, text};

const PLANT: Text = text("Electricity of a plating plant", "电镀厂用电");
/// Share of the load while the plant works.
pub const SHARE: Text = text("Share of the load while the plant works", "生产时负荷占比");
/// Share that goes on out of shift.
pub const IDLE: Text = text("Share that goes on out of shift", "停产时仍运行的比例");

figures! {
    /// Electricity of a year, kWh.
    ANNUAL = super::fact(PlantEnergy, 3e6, 0.3e6, 13.1e6, &super::sources::ALTMAYER, super::Sure::Trade), PLANT, "In a year: a typical plant; range of twenty plants" "年用电量：典型工厂；范围为 20 家工厂";
    /// Days worked in a week.
    DAYS_A_WEEK = estimate(Count, [6.0, 5.0, 7.0]), PLANT, "Days worked in a week" "每周工作天数";
    /// Days off around the Chinese New Year.
    HOLIDAYS = estimate(Days, [10.0, 7.0, 20.0]), PLANT, "Days off around the New Year" "春节停产天数";
    /// Load of the hour before the first and after the last shift, by that in shift.
    SHOULDER = estimate(Fraction, [0.4, 0.2, 0.6]), PLANT, "Load while starting up and running down, by that in shift" "开停机时段负荷（与生产时之比）";
    /// Heat that the plant buys in a year, kWh: none given.
    HEAT = example(PlantEnergy, 0.0), PLANT, "Heat bought in a year: not given" "年外购热量（未给出）";
}

/// A use of electricity.
#[derive(PartialEq, Debug)]
pub struct Use {
    /// What it is.
    pub name: Text,
    /// Its share of the load while the plant works, 0 to 1.
    pub share: Fact,
    /// What of it goes on out of shift, 0 to 1.
    pub idle: Fact,
}

const fn a_use(name: Text, share: [f64; 3], idle: [f64; 3]) -> Use {
    Use { name, share: estimate(Fraction, share), idle: estimate(Fraction, idle) }
}

/// Uses of electricity in a plating plant.
pub static USES: [Use; 8] = [
    a_use(text("Rectifiers", "整流器"), [0.40, 0.25, 0.60], [0.0, 0.0, 0.05]),
    a_use(text("Ventilation and scrubbers", "抽风与废气塔"), [0.20, 0.10, 0.30], [0.25, 0.0, 0.5]),
    a_use(text("Pumps, filters, blowers", "泵、过滤、风机"), [0.12, 0.06, 0.18], [0.40, 0.1, 0.7]),
    a_use(text("Chillers", "冷水机"), [0.08, 0.03, 0.15], [0.20, 0.0, 0.4]),
    a_use(
        text("Dryers and electric heaters", "烘干与电加热"),
        [0.07, 0.03, 0.15],
        [0.10, 0.0, 0.3],
    ),
    a_use(text("Waste water treatment", "废水处理"), [0.06, 0.03, 0.10], [0.35, 0.1, 0.6]),
    a_use(text("Compressed air", "压缩空气"), [0.04, 0.02, 0.08], [0.15, 0.0, 0.4]),
    a_use(
        text("Light, hoists, offices", "照明、行车、办公"),
        [0.03, 0.02, 0.06],
        [0.20, 0.05, 0.4],
    ),
];

/// The figures of this file.
pub(super) fn all_rows(list: &mut Vec<Row>) {
    rows(list);
    list.extend(USES.iter().map(|one| row(SHARE, one.name, one.share)));
    list.extend(USES.iter().map(|one| row(IDLE, one.name, one.idle)));
}

/// When a plant works.
#[derive(PartialEq, Debug)]
pub struct Shifts {
    /// Stable name.
    pub id: &'static str,
    /// As offered.
    pub name: Text,
    /// First and last hour worked: from, to.
    pub hours: (usize, usize),
}

static SHIFTS: [Shifts; 3] = [
    Shifts { id: "one_shift", name: text("One, 8–17", "一班（8–17 时）"), hours: (8, 17) },
    Shifts {
        id: "two_shifts", name: text("Two, 7–23", "两班（7–23 时）"), hours: (7, 23)
    },
    Shifts { id: "three_shifts", name: text("Three", "三班"), hours: (0, 24) },
];

impl Listed for Shifts {
    fn all() -> &'static [Self] {
        &SHIFTS
    }

    fn id(&self) -> &'static str {
        self.id
    }

    fn name(&self) -> Text {
        self.name
    }
}
