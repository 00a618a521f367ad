//! The charts as numbers: bars per process that add up to the tables, the difference by item, and the cash flow of the conversion.

use super::compared::Compared;
use super::solve::Numbers;
use crate::process::chain::{Emission, Item};
use crate::report::{Bar, Bars, Direction, Figure, Segment};
use crate::units::Dimension;
use crate::words::{Phrase, Text, phrase, symbol, text};

/// Every chart, the answer's own first.
pub fn figures(n: &Numbers) -> Vec<Figure> {
    [cost(n), difference(n), energy(n), emissions(n), water(n), sludge(n), cash_flow(n)]
        .map(Figure::Bars)
        .into()
}

fn label(one: &Compared) -> Phrase {
    phrase(symbol("{0}"), [one.short()])
}

/// Bars of several parts, one for each process.
fn stacked(
    n: &Numbers,
    id: &'static str,
    title: Text,
    value: (Text, Dimension),
    parts: Vec<Text>,
    of: &dyn Fn(&Compared) -> Vec<f64>,
) -> Bars {
    Bars {
        id,
        title,
        value,
        along: None,
        direction: Direction::Across,
        parts: parts.into_iter().map(Phrase::from).collect(),
        bars: n.processes.iter().map(|one| Bar::stacked(label(one), &of(one))).collect(),
        marks: Vec::new(),
        total: true,
    }
}

/// A part of the cost as a chart shows it: items that belong together.
pub struct Group {
    /// As shown.
    pub label: Text,
    items: &'static [Item],
}

impl Group {
    /// Its cost, CNY/m².
    pub fn of(&self, one: &Compared) -> f64 {
        self.items.iter().map(|item| one.chain.cost(*item)).sum()
    }
}

/// The items of the cost in as many groups as colours can be told apart.
pub static GROUPS: [Group; 10] = [
    Group { label: text("Metal", "金属"), items: &[Item::ZincMetal, Item::Nickel] },
    Group {
        label: text("Electricity and cooling", "电镀用电与冷却"),
        items: &[Item::PlatingElectricity, Item::Cooling],
    },
    Group {
        label: text("Auxiliaries and heat", "辅助设备与用热"),
        items: &[Item::Auxiliaries, Item::Heat],
    },
    Group { label: text("Brightener", "光亮剂"), items: &[Item::Brightener] },
    Group {
        label: text("Chemicals, dragged-out metal", "化学品与带出金属"),
        items: &[Item::Chemicals],
    },
    Group { label: text("Cyanide destruction", "破氰"), items: &[Item::CyanideDestruction] },
    Group {
        label: text("Water, neutralisation, sludge", "用水、中和与污泥"),
        items: &[Item::Water, Item::Neutralisation, Item::Sludge],
    },
    Group { label: text("Pretreatment", "前处理"), items: &[Item::Pretreatment] },
    Group { label: text("Labour", "人工"), items: &[Item::Labour] },
    Group {
        label: text("Rejects, duties of cyanide", "不合格品与氰化物管理"),
        items: &[Item::Rejects, Item::Obligations],
    },
];

fn cost(n: &Numbers) -> Bars {
    stacked(
        n,
        "cost",
        text("Cost per m²", "每 m² 成本"),
        (text("Cost", "成本"), Dimension::MoneyPerArea),
        GROUPS.iter().map(|group| group.label).collect(),
        &|one| GROUPS.iter().map(|group| group.of(one)).collect(),
    )
}

fn difference(n: &Numbers) -> Bars {
    let bar = |group: &Group| {
        let change = group.of(n.alternative()) - group.of(n.baseline());
        let part = usize::from(change > 0.0);
        Bar {
            label: group.label.into(),
            span: None,
            segments: vec![Segment { part, from: 0.0, to: change }],
            note: None,
        }
    };
    Bars {
        id: "difference",
        title: text("Where the difference comes from", "差值来自哪里"),
        value: (text("Alternative less baseline", "对比工艺减基准工艺"), Dimension::MoneyPerArea),
        along: None,
        direction: Direction::Across,
        parts: vec![text("saved", "节省").into(), text("more", "增加").into()],
        bars: GROUPS
            .iter()
            .filter(|group| group.of(n.alternative()) != 0.0 || group.of(n.baseline()) != 0.0)
            .map(bar)
            .collect(),
        marks: Vec::new(),
        total: true,
    }
}

fn energy(n: &Numbers) -> Bars {
    stacked(
        n,
        "energy",
        text("Energy per m²", "每 m² 能耗"),
        (text("Electricity and heat", "电与热"), Dimension::EnergyPerArea),
        vec![
            text("Plating, AC", "电镀（交流）"),
            text("Cooling", "冷却"),
            text("Filters, agitation, exhaust", "过滤、搅拌、抽风"),
            text("Heat", "用热"),
        ],
        &|one| {
            let chain = &one.chain;
            vec![
                chain.ac_kwh,
                chain.cooling_kwh,
                chain.filtration_kwh + chain.agitation_kwh + chain.fan_kwh,
                chain.heat_kwh,
            ]
        },
    )
}

fn emissions(n: &Numbers) -> Bars {
    stacked(
        n,
        "co2e",
        text("CO₂e per m², life cycle", "每 m² 碳足迹（全生命周期）"),
        (text("Greenhouse gas", "温室气体"), Dimension::EmissionPerArea),
        Emission::ALL.iter().map(|part| part.label()).collect(),
        &|one| Emission::ALL.iter().map(|part| one.chain.emission(*part)).collect(),
    )
}

fn water(n: &Numbers) -> Bars {
    stacked(
        n,
        "water",
        text("Fresh water per m²", "每 m² 新鲜水"),
        (text("Water", "用水"), Dimension::VolumePerArea),
        vec![text("Behind the zinc bath", "镀锌后漂洗"), text("Other rinses", "其他漂洗")],
        &|one| {
            vec![
                one.chain.rinse_water_l.min(one.chain.water_l),
                (one.chain.water_l - one.chain.rinse_water_l).max(0.0),
            ]
        },
    )
}

fn sludge(n: &Numbers) -> Bars {
    stacked(
        n,
        "sludge",
        text("Sludge per m², wet", "每 m² 湿污泥"),
        (text("Sludge", "污泥"), Dimension::WastePerArea),
        vec![text("Sludge", "污泥")],
        &|one| vec![one.chain.sludge_wet_kg],
    )
}

fn cash_flow(n: &Numbers) -> Bars {
    let mut sum = 0.0;
    let mut year = 0.0;
    let mut bars = Vec::new();
    for flow in &n.conversion.flows {
        sum += flow;
        let label = phrase(
            text("after {0}", "{0} 后"),
            [crate::words::Arg::Quantity(Dimension::Years, year)],
        );
        bars.push(Bar {
            label,
            span: Some((year - 0.4, year + 0.4)),
            segments: vec![Segment { part: usize::from(sum < 0.0), from: 0.0, to: sum }],
            note: None,
        });
        year += 1.0;
    }
    let payback = n.conversion.simple_payback.filter(|years| *years > 0.0 && *years <= year - 1.0);
    Bars {
        id: "cash_flow",
        title: text("Cash flow of the conversion, cumulative", "改造累计现金流"),
        value: (text("Cumulative, undiscounted", "累计（未折现）"), Dimension::Money),
        along: Some((text("Years after the conversion", "改造后年数"), Dimension::Years)),
        direction: Direction::Upright,
        parts: vec![text("above zero", "回正").into(), text("below zero", "未回正").into()],
        bars,
        marks: payback
            .map(|years| {
                (
                    phrase(
                        text("paid back after {0}", "{0} 回本"),
                        [crate::words::Arg::Quantity(Dimension::Years, years)],
                    ),
                    years,
                )
            })
            .into_iter()
            .collect(),
        total: false,
    }
}
