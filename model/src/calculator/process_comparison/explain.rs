//! The report: the answer, what it is made of, and everything that stands behind it.

use super::compared::Compared;
use super::inputs::{Inputs, ThicknessBasis};
use super::results;
use super::setup::INVESTMENT;
use super::solve::Numbers;
use super::{ProcessComparison, derivation, figures, judgements};
use crate::calculator::{InputTable, basis, doubt};
use crate::data::Row;
use crate::data::processes::Parameter;
use crate::finance::Irr;
use crate::process::chain::Item;
use crate::report::{
    Answer, Column, Designation, Item as Highlight, Named, Onward, Report, Section, SectionRow,
    item,
};
use crate::units::Dimension;
use crate::words::{Arg, Phrase, Text, phrase, symbol, text};

/// Explains the numbers.
pub fn report(inputs: &Inputs, n: &Numbers) -> Report {
    Report::new(answer(inputs, n))
        .highlights(highlights(n))
        .judgements(judgements::list(inputs, n))
        .results(named(n))
        .designations(designations(n))
        .onward(onward(n))
}

/// What stands behind the answer.
pub fn explain_fully(n: &Numbers, report: &mut Report) {
    report.sections = sections(n);
    report.steps = derivation::steps(n);
    report.mistakes = mistakes(n);
    report.charts = figures::figures(n);
    report.basis = basis_of(n);
    report.limits = LIMITS.to_vec();
}

const LIMITS: [Text; 6] = [
    text(
        "What the coating is worth. Zinc–nickel lasts longer than zinc, and passivates differ; only cost and burden are compared here.",
        "镀层的价值差异。锌镍耐蚀性优于镀锌，钝化也各不相同，这里只比较成本与负担。",
    ),
    text(
        "Your parts. The ratio of minimum to average stands for all of geometry, racking and anodes; one measured part per bath says more than this table.",
        "您的工件。形状、挂具与阳极的影响全部归入最小与平均之比；每种镀液实测一件，胜过任何数表。",
    ),
    text(
        "Buildings, interest on stock, sales. Fixed costs that do not change with the process are left out of every column.",
        "厂房、库存资金、销售等不随工艺变化的固定成本，各栏均未计入。",
    ),
    text(
        "What the authorities will ask: levels and catalogues are quoted as far as they could be read. Verify the current text.",
        "监管的最终要求：等级与目录按可查到的文本引用，请核实现行版本。",
    ),
    text(
        "Sludge from pickling and from stripped rejects, which is the same for all or goes with the stripping acid.",
        "酸洗污泥及退镀废酸中的金属，前者各工艺相同，后者随退镀液处置。",
    ),
    text(
        "Prices of next year. Metals and alkali moved by half within a few years; the ranges beside the fields say how far.",
        "明年的价格。金属与烧碱几年内曾涨跌一半，各栏旁的范围说明了幅度。",
    ),
];

fn answer(inputs: &Inputs, n: &Numbers) -> Answer {
    let (from, to) = (n.baseline(), n.alternative());
    let difference = n.difference();
    let (thickness, minimum) = match n.setup.basis {
        ThicknessBasis::Minimum => (n.setup.values.minimum_thickness_um.value, true),
        ThicknessBasis::Average => (n.setup.values.average_thickness_um.value, false),
    };
    let label = match (difference <= 0.0, minimum) {
        (true, true) => text(
            "{0} is cheaper than {1}, at least {2} on both, by",
            "最小厚度均为 {2} 时，{0}比{1}便宜",
        ),
        (true, false) => text(
            "{0} is cheaper than {1}, {2} on average on both, by",
            "平均厚度均为 {2} 时，{0}比{1}便宜",
        ),
        (false, true) => text(
            "{0} is dearer than {1}, at least {2} on both, by",
            "最小厚度均为 {2} 时，{0}比{1}贵",
        ),
        (false, false) => text(
            "{0} is dearer than {1}, {2} on average on both, by",
            "平均厚度均为 {2} 时，{0}比{1}贵",
        ),
    };
    let label =
        phrase(label, [to.name(), from.name(), Arg::Quantity(Dimension::Thickness, thickness)]);
    Answer {
        label,
        dimension: Dimension::MoneyPerArea,
        value: difference.abs(),
        range: range(inputs, n, difference),
    }
}

/// The ends of the answer over the ranges of all figures that were not given, in the answer's own direction.
fn range(inputs: &Inputs, n: &Numbers, difference: f64) -> Option<(f64, f64, Phrase)> {
    let (low, high) = doubt::range::<ProcessComparison>(inputs, n, "difference.cost_cny_per_m2")?;
    let (low, high) = if difference <= 0.0 { (-high, -low) } else { (low, high) };
    let over = if low < 0.0 {
        match difference <= 0.0 {
            true => text(
                "over the ranges of all figures that were not entered; below zero it costs more",
                "未填写的参数在各自范围内变动；负值表示更贵",
            ),
            false => text(
                "over the ranges of all figures that were not entered; below zero it costs less",
                "未填写的参数在各自范围内变动；负值表示更便宜",
            ),
        }
    } else {
        text("over the ranges of all figures that were not entered", "未填写的参数在各自范围内变动")
    };
    Some((low, high, over.into()))
}

fn highlights(n: &Numbers) -> Vec<Highlight> {
    let (from, to) = (n.baseline(), n.alternative());
    let area = n.setup.values.annual_area_m2.value;
    let mut all = vec![
        item(
            text("Cost, change", "成本变化"),
            Dimension::Fraction,
            n.difference() / from.chain.total(),
        ),
        item(
            text("Electricity, change", "用电变化"),
            Dimension::EnergyPerArea,
            to.chain.electricity_kwh - from.chain.electricity_kwh,
        ),
        item(
            text("Toxic chemicals, change", "剧毒品变化"),
            Dimension::AnnualMass,
            to.highly_toxic_kg_per_year(area) - from.highly_toxic_kg_per_year(area),
        ),
        item(
            text("CO₂e, change", "碳足迹变化"),
            Dimension::EmissionPerArea,
            to.chain.emission_total() - from.chain.emission_total(),
        ),
    ];
    if let Some(years) = n.conversion.simple_payback {
        all.push(item(text("Conversion paid back in", "改造静态回收期"), Dimension::Years, years));
    }
    all
}

/// On to photovoltaics, with what the alternative uses in a year.
fn onward(n: &Numbers) -> Vec<Onward> {
    let to = n.alternative();
    let annual = to.chain.electricity_kwh * to.chain.per_good * n.setup.values.annual_area_m2.value;
    let label = phrase(
        text(
            "Would photovoltaics pay for this plant's {0} a year?",
            "这条线年用电 {0}，装光伏划算吗？",
        ),
        [Arg::Quantity(Dimension::PlantEnergy, annual)],
    );
    vec![Onward { to: "pv-payback", label, inputs: vec![("annual_load_kwh", annual)] }]
}

fn columns(n: &Numbers) -> Vec<Column> {
    n.processes
        .iter()
        .map(|one| Column { label: phrase(symbol("{0}"), [one.short()]), per: None })
        .collect()
}

/// A section of results that each process has, by their names.
fn by_process(n: &Numbers, title: Text, names: &[&str]) -> Section {
    let of = |name: &&str| {
        let (label, dimension, get) = results::per_process(name)?;
        let values: Vec<Option<f64>> =
            n.processes.iter().map(|one| get(n, one.understood.position)).collect();
        values.iter().flatten().any(|value| *value != 0.0).then_some(SectionRow {
            label: label.into(),
            dimension,
            values,
        })
    };
    Section {
        title: title.into(),
        columns: columns(n),
        rows: names.iter().filter_map(of).collect(),
    }
}

fn sections(n: &Numbers) -> Vec<Section> {
    let costs = Item::ALL.iter().map(|item| SectionRow {
        label: item.label().into(),
        dimension: Dimension::MoneyPerArea,
        values: n.processes.iter().map(|one| Some(one.chain.cost(*item))).collect(),
    });
    let total = SectionRow {
        label: text("Total", "合计").into(),
        dimension: Dimension::MoneyPerArea,
        values: n.processes.iter().map(|one| Some(one.chain.total())).collect(),
    };
    let used = |row: &SectionRow| row.values.iter().flatten().any(|value| *value != 0.0);
    let mut rows: Vec<SectionRow> = costs.filter(used).collect();
    rows.push(total);
    vec![
        Section {
            title: text("Cost per m², by item", "每 m² 成本（分项）").into(),
            columns: columns(n),
            rows,
        },
        by_process(
            n,
            text("Cost otherwise", "其他口径成本"),
            &[
                "variable_cost_cny_per_m2",
                "cost_cny_per_kah",
                "cost_cny_per_kg",
                "cost_cny_per_year",
            ],
        ),
        by_process(
            n,
            text("From thickness to electricity, per m²", "从厚度到用电（每 m²）"),
            &[
                "minimum_to_average",
                "average_thickness_um",
                "zinc_g_per_m2",
                "nickel_g_per_m2",
                "current_density_a_per_dm2",
                "efficiency",
                "charge_ah_per_m2",
                "time_min",
                "energy_dc_kwh_per_m2",
                "energy_ac_kwh_per_m2",
                "cooling_kwh_per_m2",
                "auxiliary_kwh_per_m2",
                "electricity_kwh_per_m2",
                "heat_kwh_per_m2",
            ],
        ),
        by_process(
            n,
            text("Metal, chemistry and waste, per m²", "金属、药剂与废物（每 m²）"),
            &[
                "zinc_dragged_out_g_per_m2",
                "zinc_consumed_g_per_m2",
                "zinc_utilisation",
                "brightener_ml_per_m2",
                "cyanide_g_per_m2",
                "rinse_water_l_per_m2",
                "water_l_per_m2",
                "sludge_wet_kg_per_m2",
                "co2e_kg_per_m2",
            ],
        ),
        by_process(
            n,
            text("The plant's year", "年度"),
            &["capacity_m2_per_year", "highly_toxic_kg_per_year", "hazardous_waste_t_per_year"],
        ),
        conversion(n),
    ]
}

/// Leaving the baseline for the alternative: what it takes, then what it brings.
fn conversion(n: &Numbers) -> Section {
    let row = |label: Text, dimension: Dimension, value: Option<f64>| SectionRow {
        label: label.into(),
        dimension,
        values: vec![value],
    };
    let c = &n.conversion;
    let mut rows: Vec<SectionRow> = INVESTMENT
        .iter()
        .zip(c.items)
        .filter(|(_, value)| *value != 0.0)
        .map(|(name, value)| {
            row(
                Inputs::field(name).map_or(symbol(""), |field| field.label),
                Dimension::Money,
                Some(value),
            )
        })
        .collect();
    rows.extend([
        row(
            text("Margin lost while it stands still", "停产损失毛利"),
            Dimension::Money,
            Some(c.lost_production),
        ),
        row(
            text("More rejects while starting up", "磨合期增加的返工"),
            Dimension::Money,
            Some(c.start_up),
        ),
        row(text("Investment in all", "投资合计"), Dimension::Money, Some(c.investment)),
        row(text("Saved a year", "年节省"), Dimension::MoneyPerYear, Some(c.annual_saving)),
        row(
            text("Simple payback: investment ÷ saving", "静态回收期（投资 ÷ 年节省）"),
            Dimension::Years,
            c.simple_payback,
        ),
        row(
            text("Discounted payback, within the horizon", "动态回收期（评价年限内）"),
            Dimension::Years,
            c.discounted_payback,
        ),
        row(text("Net present value", "净现值"), Dimension::Money, Some(c.npv)),
        row(
            text("Internal rate of return", "内部收益率"),
            Dimension::Fraction,
            if let Irr::One(rate) = c.irr() { Some(rate) } else { None },
        ),
        row(
            text("CO₂ avoided a year, inventory", "年减排 CO₂（核算清单）"),
            Dimension::AnnualMass,
            Some(c.avoided_co2),
        ),
    ]);
    Section {
        title: text("Conversion from the baseline to the alternative", "由基准工艺改造为对比工艺")
            .into(),
        columns: Vec::new(),
        rows,
    }
}

/// The results of what is compared, of the difference and of the conversion.
fn named(n: &Numbers) -> Vec<Named> {
    let of_compared =
        |name: &str| match name.strip_prefix("processes.").and_then(|rest| rest.split_once('.')) {
            None => true,
            Some((id, _)) => n.processes.iter().any(|one| one.understood.process.id == id),
        };
    let named = results::all().iter().filter(|result| of_compared(result.name));
    named
        .map(|result| Named {
            name: result.name,
            of: result.of,
            label: result.label,
            dimension: result.dimension,
            value: result.value(n),
        })
        .collect()
}

fn designations(n: &Numbers) -> Vec<Designation> {
    let binds = |one: &Compared| Designation {
        name: super::name_of_binding(one.understood.position),
        of: Some(one.understood.process.name),
        label: text("capacity limited by", "产能瓶颈"),
        value: Some(judgements::binds_id(one).to_owned()),
        words: Some(judgements::binds(one)),
    };
    n.processes.iter().map(binds).collect()
}

/// What is usually got wrong here, with the visitor's numbers.
fn mistakes(n: &Numbers) -> Vec<Phrase> {
    let (from, to) = (n.baseline(), n.alternative());
    let mut all = vec![
        phrase(
            text(
                "Comparing at the same average: then the difference would be {0} instead of {1}, and one of the two too thin where it counts.",
                "按平均厚度相同比较：差值会变成 {0} 而不是 {1}，且其中之一在关键部位偏薄。",
            ),
            [
                Arg::Quantity(Dimension::MoneyPerArea, n.difference_at_same_average()),
                Arg::Quantity(Dimension::MoneyPerArea, n.difference()),
            ],
        ),
        phrase(
            text(
                "Counting DC instead of AC: {0} reaches the tank of {1}, {2} is paid for.",
                "以直流电能代替交流电能：到达{1}镀槽的是 {0}，付费的是 {2}。",
            ),
            [
                Arg::Quantity(Dimension::EnergyPerArea, to.chain.dc_kwh),
                to.name(),
                Arg::Quantity(Dimension::EnergyPerArea, to.chain.ac_kwh),
            ],
        ),
        phrase(
            text(
                "“2.5 to 4 kg of sludge per m²”: the metal dragged out of {0} makes {1}, a hundredth of that.",
                "“每 m² 产泥 2.5–4 kg”：{0}带出的金属只产生 {1}，约为其百分之一。",
            ),
            [from.name(), Arg::Quantity(Dimension::WastePerArea, from.chain.hydroxide_wet_kg)],
        ),
    ];
    if let Some(one) = [from, to].into_iter().find(|one| one.holds_cyanide()) {
        all.push(phrase(
            text(
                "Giving cyanide zinc 90 % efficiency: published are 65 to 75 %; {0} works at {1} here.",
                "把氰化镀锌的电流效率当作 90 %：公开数据为 65–75 %，此处{0}取 {1}。",
            ),
            [one.name(), Arg::Quantity(Dimension::Fraction, one.understood.terms.efficiency)],
        ));
    }
    all
}

/// The figures that the result rests on: every default that was not overridden.
fn basis_of(n: &Numbers) -> Vec<Row> {
    let shared = super::Shared::fields()
        .iter()
        .filter_map(|field| Some((field.label, n.setup.values.get(field.name)?)));
    let mut all: Vec<Row> = basis(SHARED, shared).collect();
    for one in &n.processes {
        let parameters = Parameter::ALL
            .iter()
            .map(|parameter| (parameter.label(), one.understood.value(*parameter)));
        all.extend(basis(one.understood.process.name, parameters));
    }
    let investment = INVESTMENT
        .iter()
        .zip(&n.setup.investment)
        .map(|(name, valued)| {
            (Inputs::field(name).map_or(symbol(""), |field| field.label), *valued)
        })
        .filter(|(_, valued)| valued.fact.is_some_and(|fact| fact.value > 0.0));
    all.extend(basis(CONVERSION, investment));
    all
}

const SHARED: Text = text("All processes", "各工艺共用");
const CONVERSION: Text = text("Conversion", "改造");
