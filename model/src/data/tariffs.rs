//! What a kilowatt-hour costs an industrial user, and earns. A tariff of bands is a row: the day of most months, that of the others, and by
//! how much the floating part of the price is multiplied. All at second hand: read the agency's notice of the month.

use super::sources::{
    GENERAL_KNOWLEDGE, JUDGEMENT, ZHEJIANG_2024, ZHEJIANG_2026, ZHEJIANG_EXPORT, ZHEJIANG_PRICE,
};
use super::{Fact, Listed, Row, Source, Sure, estimate, fact, point, row};
use crate::units::Dimension::{Fraction, MoneyPerDemand, MoneyPerEnergy, Ratio};
use crate::words::{Text, text};

const PRICE: Text = text("Electricity of an industrial user, 1–10 kV", "工商业电价（1–10 kV）");
const EXPORT: Text = text("PV electricity exported to the grid", "余电上网");
const HEAT: Text = text("Heat of a plating plant", "电镀厂用热");

figures! {
    /// The part that floats by band, flat hours, CNY/kWh with VAT.
    FLOATING = fact(MoneyPerEnergy, 0.525, 0.44, 0.60, &ZHEJIANG_PRICE, Sure::Secondary), PRICE, "Floating part: energy, losses, system operation" "浮动部分：上网电价、线损、系统运行费";
    /// The part that does not, CNY/kWh with VAT.
    FIXED = fact(MoneyPerEnergy, 0.1553, 0.12, 0.19, &ZHEJIANG_PRICE, Sure::Secondary), PRICE, "Fixed part: transmission, funds" "不浮动部分：输配电价、政府性基金";
    /// The same price always, CNY/kWh with VAT.
    FLAT = fact(MoneyPerEnergy, 0.6803, 0.60, 0.80, &ZHEJIANG_PRICE, Sure::Secondary), PRICE, "The same in every hour" "不分时电价";
    /// Demand charge, CNY/kW in a month.
    DEMAND = super::example(MoneyPerDemand, 0.0), PRICE, "Demand charge: not given" "需量电价（未给出）";
    /// By what share of its rated power a plant lowers the largest demand, 0 to 1.
    DEMAND_SAVED = estimate(Fraction, [0.0, 0.0, 0.1]), PRICE, "Demand reduction by PV, share of rated power: a cloudy hour decides" "光伏削减需量占装机比例：由阴天决定";
    /// What electricity sent out earns, CNY/kWh.
    SENT_OUT = fact(MoneyPerEnergy, 0.25, 0.15, 0.393, &ZHEJIANG_EXPORT, Sure::Secondary), EXPORT, "Feed-in price, new systems; the upper end is the bid cap" "上网电价（新项目；上限为竞价上限）";
    /// Heat, CNY/kWh.
    HEAT_PRICE = estimate(MoneyPerEnergy, [0.30, 0.22, 0.40]), HEAT, "Steam or gas per kWh" "蒸汽或天然气，每 kWh";
}

/// How a tariff makes a price.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Way {
    /// By bands of the day.
    Bands,
    /// The same in every hour.
    Flat,
    /// By a price of each hour.
    Curve,
}

/// A tariff.
#[derive(PartialEq, Debug)]
pub struct TariffRow {
    /// Stable name.
    pub id: &'static str,
    /// As offered.
    pub name: Text,
    /// How it makes a price.
    pub way: Way,
    /// The bands of a day in most months: s, p, f, v from midnight.
    pub day: &'static str,
    /// The same in the months of the season.
    pub season_day: &'static str,
    /// Those months, 1 to 12.
    pub season: &'static str,
    /// By how much the floating part is multiplied: sharp, peak, valley; at the flat hours by 1.
    pub factors: [Fact; 3],
    /// Where bands and factors are from.
    pub source: &'static Source,
    /// What to say of it.
    pub about: Text,
}

const NEW: Text = text("Zhejiang since 1 July 2026", "浙江 2026-07-01 起");
const OLD: Text = text("Zhejiang until June 2026, abolished", "浙江 2026 年 6 月前（已废止）");

const fn factor(value: f64, source: &'static Source, sure: Sure) -> Fact {
    point(Ratio, value, source, sure)
}

static TARIFFS: [TariffRow; 4] = [
    TariffRow {
        id: "zhejiang_2026",
        name: NEW,
        way: Way::Bands,
        day: "vvvvvvvffffvvvffpppppppf",
        season_day: "vvvvvvvffffvvvffppsssspf",
        season: "1,7,8,12",
        factors: [
            factor(2.05, &ZHEJIANG_2026, Sure::Secondary),
            factor(1.85, &ZHEJIANG_2026, Sure::Secondary),
            factor(0.4, &ZHEJIANG_2026, Sure::Secondary),
        ],
        source: &ZHEJIANG_2026,
        about: text(
            "In force since 1 July 2026, from a secondary source. Noon is now a valley period, and only the energy part floats. The few deep-valley days around holidays are left out.",
            "自 2026-07-01 起执行，据二手资料。中午已改为低谷，且仅电能部分浮动。节假日少数深谷日未计入。",
        ),
    },
    TariffRow {
        id: "zhejiang_2024",
        name: OLD,
        way: Way::Bands,
        day: "vvvvvvvvpppvvppppfffffff",
        season_day: "vvvvvvvvpssvvffssppppppf",
        season: "1,7,8,12",
        factors: [
            factor(1.98, &GENERAL_KNOWLEDGE, Sure::Recalled),
            factor(1.65, &GENERAL_KNOWLEDGE, Sure::Recalled),
            factor(0.38, &GENERAL_KNOWLEDGE, Sure::Recalled),
        ],
        source: &ZHEJIANG_2024,
        about: text(
            "Abolished on 1 July 2026; for comparison only, its factors are from memory. Offers still based on it promise too much.",
            "已于 2026-07-01 废止，仅供对比；系数凭记忆给出。仍按此测算的方案偏乐观。",
        ),
    },
    TariffRow {
        id: "flat",
        name: text("Same price in every hour", "不分时"),
        way: Way::Flat,
        day: "ffffffffffffffffffffffff",
        season_day: "ffffffffffffffffffffffff",
        season: "",
        factors: [
            factor(1.0, &JUDGEMENT, Sure::Estimate),
            factor(1.0, &JUDGEMENT, Sure::Estimate),
            factor(1.0, &JUDGEMENT, Sure::Estimate),
        ],
        source: &JUDGEMENT,
        about: text(
            "General commercial users may opt out of time-of-use prices.",
            "一般工商业用户可选择不执行分时电价。",
        ),
    },
    TariffRow {
        id: "contract",
        name: text("Contract with hourly prices", "售电合同逐时价格"),
        way: Way::Curve,
        day: "ffffffffffffffffffffffff",
        season_day: "ffffffffffffffffffffffff",
        season: "",
        factors: [
            factor(1.0, &JUDGEMENT, Sure::Estimate),
            factor(1.0, &JUDGEMENT, Sure::Estimate),
            factor(1.0, &JUDGEMENT, Sure::Estimate),
        ],
        source: &JUDGEMENT,
        about: text(
            "Since March 2026 market customers no longer follow the official time-of-use periods: enter the hourly prices of your contract.",
            "自 2026 年 3 月起直接参与市场交易的用户不再执行政府分时电价：请填入合同曲线。",
        ),
    },
];

/// A contract curve to start from, CNY/kWh from midnight: 0.45 from 9 to 15 as reported from Jiangsu in 2026, the flat price otherwise.
pub const CONTRACT: [f64; 24] = {
    let mut curve = [FLAT_PRICE; 24];
    let mut hour = 9;
    while hour < 15 {
        #[allow(clippy::indexing_slicing, reason = "below 24, when it is compiled")]
        {
            curve[hour] = 0.45;
        }
        hour += 1;
    }
    curve
};
const FLAT_PRICE: f64 = 0.6803;

impl Listed for TariffRow {
    fn all() -> &'static [Self] {
        &TARIFFS
    }

    fn id(&self) -> &'static str {
        self.id
    }

    fn name(&self) -> Text {
        self.name
    }
}

const FACTORS: [Text; 3] = [
    text("Factor for sharp hours", "尖峰系数"),
    text("Factor for peak hours", "高峰系数"),
    text("Factor for valley hours", "低谷系数"),
];

/// The figures of this file.
pub(super) fn all_rows(list: &mut Vec<Row>) {
    rows(list);
    for tariff in TARIFFS.iter().filter(|tariff| tariff.way == Way::Bands) {
        list.extend(
            FACTORS.iter().zip(tariff.factors).map(|(what, fact)| row(tariff.name, *what, fact)),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::electricity::tariff::bands;

    #[test]
    fn every_tariff_has_a_band_for_each_hour() {
        for tariff in TariffRow::all() {
            assert!(
                bands(tariff.day).is_some() && bands(tariff.season_day).is_some(),
                "{}",
                tariff.id
            );
        }
    }
}
