//! The report: the answer, what it is made of, and everything that stands behind it.

use super::inputs::{Inputs, Ownership};
use super::results::{self, RESULTS};
use super::solve::Numbers;
use super::{PvPayback, derivation, figures, judgements};
use crate::calculator::{InputTable, basis, doubt};
use crate::data::load::{IDLE, SHARE, USES};
use crate::data::photovoltaic::MODEL_ERROR;
use crate::data::{Row, row};
use crate::report::{
    Answer, Designation, Item, Onward, Report, Section, SectionRow, item, section,
};
use crate::units::Dimension;
use crate::words::{Arg, Phrase, Text, phrase, text};

/// The report as far as it stands at once: the answer and what to think of it, and all results by name.
pub fn report(inputs: &Inputs, n: &Numbers) -> Report {
    Report::new(answer(n))
        .highlights(highlights(n))
        .judgements(judgements::list(inputs, n))
        .results(RESULTS.iter().map(|one| one.named(n)))
        .designations([target_on_roof(n)])
        .onward(onward(n))
}

/// The rest: tables, lists, charts, derivation, mistakes, what it rests on and what it does not know.
pub fn explain_fully(inputs: &Inputs, n: &Numbers, report: &mut Report) {
    report.answer.range = range(inputs, n, &report.answer);
    report.lists = results::lists(n);
    report.sections = sections(n);
    report.sections.push(cash_flow(n));
    report.steps = derivation::steps(n);
    report.mistakes = mistakes(n);
    report.charts = figures::figures(n);
    report.basis = basis_of(inputs, n);
    report.limits = LIMITS.to_vec();
}

const LIMITS: [Text; 8] = [
    text(
        "Your roof: its load capacity, hourly shading, corrosion by plating exhaust. Shading is a single factor here.",
        "您的屋顶：承重、逐时遮挡、电镀废气腐蚀。此处遮挡仅为一个系数。",
    ),
    text(
        "Future weather. A single year may differ from the mean by 20 %; reanalysis irradiation over eastern China is corrected by one factor.",
        "未来的天气。单个年份可偏离均值 20 %；华东再分析辐射仅以一个系数修正。",
    ),
    text(
        "Electricity prices over 25 years, and which hours will be valley hours. Noon became a valley period in 2026.",
        "25 年内的电价，以及哪些时段将是低谷。2026 年中午已改为低谷。",
    ),
    text(
        "Peaks within the hour. Load and irradiance change in seconds, so actual self-consumption is slightly below the hourly figure and the billed 15-minute demand slightly above the hourly one.",
        "小时以内的波动。负荷与光照以秒变化，实际自用率略低于按小时平均的结果，按 15 分钟计的需量略高于小时值。",
    ),
    text(
        "Deep-valley days around holidays, batteries, shifting work to noon.",
        "节假日深谷、储能以及把生产移到中午。",
    ),
    text(
        "Whether the grid company accepts exports, and export limits.",
        "电网是否接纳余电及其限额。",
    ),
    text(
        "As modules degrade, all savings fall by the same share; in reality exports fall first, so savings fall slightly slower.",
        "组件衰减时，节省额按相同比例下降；实际先减少上网，节省额下降略慢。",
    ),
    text(
        "Tax beyond a flat rate: income tax holidays, rebates, the tax of an owner who sells.",
        "统一税率之外的税务：所得税优惠、退税、售电方的税负。",
    ),
];

/// Years of payback where there is one; else what the plant is worth; where a third party pays, what the bill falls by.
fn answer(n: &Numbers) -> Answer {
    let v = &n.setup.values;
    let capacity = Arg::Quantity(Dimension::PeakPower, n.size.capacity_kwp);
    if n.setup.ownership == Ownership::ThirdParty {
        let label = phrase(
            text(
                "{0} of rooftop PV owned by a third party cut the electricity bill by",
                "第三方投资 {0}，电费降低",
            ),
            [capacity],
        );
        return Answer {
            label,
            dimension: Dimension::Fraction,
            value: n.size.reduction().unwrap_or_default(),
            range: None,
        };
    }
    let worth = |label: Text, args: Vec<Arg>| Answer {
        label: phrase(label, args),
        dimension: Dimension::Capital,
        value: n.money.npv,
        range: None,
    };
    let borrowed = v.loan_share.value > 0.0;
    match n.simple.first {
        Some(years) if years > 0.0 => Answer {
            label: if borrowed {
                let loan = Arg::Quantity(Dimension::Fraction, v.loan_share.value);
                phrase(
                    text(
                        "{0} of rooftop PV with a {1} loan: the cumulative cash flow stays positive after",
                        "屋顶光伏 {0}，贷款 {1}，最终回收期",
                    ),
                    [capacity, loan],
                )
            } else {
                phrase(
                    text("{0} of rooftop PV pay for themselves after", "屋顶光伏 {0}，静态回收期"),
                    [capacity],
                )
            },
            dimension: Dimension::Years,
            value: years,
            range: None,
        },
        Some(_) => worth(
            text(
                "{0} of rooftop PV: the cumulative cash flow is never negative; net present value",
                "屋顶光伏 {0}：累计现金流从不为负，净现值",
            ),
            vec![capacity],
        ),
        None if n.size.capacity_kwp <= 0.0 => worth(
            text("Nothing is built (0 kWp); net present value", "未安装光伏（0 kWp），净现值"),
            Vec::new(),
        ),
        None => worth(
            text(
                "{0} of rooftop PV do not pay for themselves within {1}; net present value",
                "屋顶光伏 {0}，{1} 内不能回本，净现值",
            ),
            vec![capacity, Arg::Quantity(Dimension::Years, v.years.value)],
        ),
    }
}

/// Ends of the answer over the ranges of all figures that were not given. It takes as many years as there are figures, twice, so it comes with the rest.
fn range(inputs: &Inputs, n: &Numbers, answer: &Answer) -> Option<(f64, f64, Phrase)> {
    let result = match answer.dimension {
        Dimension::Years => "simple_payback_years",
        Dimension::Capital => "npv_cny",
        _ => "bill_reduction",
    };
    let (low, high) = doubt::range::<PvPayback>(inputs, n, result)?;
    Some((
        low,
        high,
        text(
            "over the ranges of all figures that were not entered",
            "未填写的参数在各自范围内变动",
        )
        .into(),
    ))
}

fn highlights(n: &Numbers) -> Vec<Item> {
    let mut all = Vec::new();
    let own = n.setup.ownership == Ownership::Own;
    if own {
        all.extend(n.size.reduction().map(|share| {
            item(text("Electricity bill reduction", "电费降幅"), Dimension::Fraction, share)
        }));
    }
    if !own || n.simple.first.is_some_and(|years| years > 0.0) {
        all.push(item(text("Net present value", "净现值"), Dimension::Capital, n.money.npv));
    }
    all.push(item(
        text("Annual generation", "年发电量"),
        Dimension::PlantEnergy,
        n.size.year.generated,
    ));
    all.extend(
        n.size
            .year
            .self_consumption()
            .map(|share| item(text("Self-consumption", "自用率"), Dimension::Fraction, share)),
    );
    all.push(item(text("CO₂ avoided", "年减排 CO₂"), Dimension::AnnualWaste, n.co2_avoided_t()));
    all
}

fn sections(n: &Numbers) -> Vec<Section> {
    vec![
        section(
            text("Money", "资金"),
            RESULTS,
            &[
                "investment_cny",
                "saved_first_year_cny",
                "simple_payback_years",
                "simple_payback_for_good_years",
                "discounted_payback_years",
                "discounted_payback_for_good_years",
                "npv_cny",
                "irr",
                "lcoe_real_cny_per_kwh",
                "lcoe_nominal_cny_per_kwh",
            ],
            n,
        ),
        section(
            text("The bill", "电费"),
            RESULTS,
            &[
                "bill_before_cny",
                "bill_after_cny",
                "bill_reduction",
                "energy_bill_reduction",
                "mean_price_cny_per_kwh",
                "avoided_price_cny_per_kwh",
            ],
            n,
        ),
        section(
            text("Annual energy", "全年电量"),
            RESULTS,
            &[
                "annual_yield_kwh",
                "self_used_kwh",
                "exported_kwh",
                "bought_kwh",
                "load_kwh",
                "self_consumption",
                "self_sufficiency",
                "specific_yield_kwh_per_kwp",
                "ghi_kwh_per_m2_year",
                "poa_kwh_per_m2_year",
                "performance_ratio",
                "co2_avoided_t_per_year",
            ],
            n,
        ),
        section(
            text(
                "Size and roof: this system, the target reduction, the best size",
                "容量与屋顶：本方案、目标降幅、最佳容量",
            ),
            RESULTS,
            &[
                "capacity_kwp",
                "roof_m2",
                "target_capacity_kwp",
                "target_roof_m2",
                "target_investment_cny",
                "best_capacity_kwp",
                "best_npv_cny",
            ],
            n,
        ),
    ]
}

/// The cash flow year by year.
fn cash_flow(n: &Numbers) -> Section {
    let column = |label: Text| crate::report::Column { label: label.into(), per: None };
    let mut sum = 0.0;
    let rows = n.money.flows.iter().enumerate().map(|(year, flow)| {
        sum += flow;
        let of = year.checked_sub(1).and_then(|year| n.money.years.get(year));
        SectionRow {
            label: phrase(
                text("year {0}", "第 {0} 年"),
                [Arg::Count(u32::try_from(year).unwrap_or(u32::MAX))],
            ),
            dimension: Dimension::Capital,
            values: vec![
                of.map(|year| year.gain),
                of.map(|year| -year.cost),
                Some(*flow),
                Some(sum),
            ],
        }
    });
    Section {
        title: text("Cash flow by year", "逐年现金流").into(),
        columns: vec![
            column(text("Savings and feed-in revenue", "节省与售电")),
            column(text("O&M and replacement", "运维与更换")),
            column(text("Cash flow", "净现金流")),
            column(text("Cumulative", "累计")),
        ],
        rows: rows.collect(),
    }
}

fn target_on_roof(n: &Numbers) -> Designation {
    let (code, words) = match (n.target().on_roof, n.target().capacity_kwp) {
        (_, None) => ("no_size_does", text("no size does", "任何容量都达不到")),
        (None, _) => ("roof_not_given", text("roof not given", "未填屋顶面积")),
        (Some(true), _) => ("yes", text("yes", "可以")),
        (Some(false), _) => ("no", text("no, not on this roof", "此屋顶达不到")),
    };
    Designation {
        name: "target_on_roof",
        of: None,
        label: text("Target reduction possible on this roof", "屋顶能否达到目标降幅"),
        value: Some(code.to_owned()),
        words: Some(words),
    }
}

/// What is usually got wrong here, with the visitor's numbers.
fn mistakes(n: &Numbers) -> Vec<Phrase> {
    let year = &n.size.year;
    let price = |value: f64| Arg::Quantity(Dimension::MoneyPerEnergy, value);
    let mut all = Vec::new();
    if year.own > 0.0 && year.used > 0.0 {
        all.push(phrase(
            text(
                "Valuing every kWh at the mean price: this plant pays {0} on average, but the electricity PV replaces costs {1}, because it falls in other hours.",
                "把每 kWh 都按平均电价计：工厂平均电价 {0}，而光伏替代的电为 {1}，因为时段不同。",
            ),
            [price(year.bill_before / year.used), price(year.own_value / year.own)],
        ));
    }
    if let Some(share) = year.self_consumption() {
        all.push(phrase(
            text(
                "Counting all generation as self-consumed: here it is {0}; on Sundays, holidays and sunny noons the rest is exported at {1}.",
                "把发电量全当自用：实际自用 {0}，星期日、假期和晴天中午的余电只值 {1}。",
            ),
            [Arg::Quantity(Dimension::Fraction, share), price(n.setup.values.export_price_cny_per_kwh.value)],
        ));
    }
    if let (Some(share), Some(mean)) = (year.self_consumption(), mean_day_consumption(n)) {
        all.push(phrase(
            text(
                "Using one average day per month: without dark and sunny days it would give {0} self-consumption instead of {1}.",
                "每月只算一个平均日：没有阴晴之分，自用率会被算成 {0} 而不是 {1}。",
            ),
            [Arg::Quantity(Dimension::Fraction, mean), Arg::Quantity(Dimension::Fraction, share)],
        ));
    }
    all.push(
        text(
            "Using the 2024 periods: they are abolished, and much of the day was peak then. An offer based on them promises too much.",
            "沿用 2024 年时段：已废止，当时白天多为高峰。仍按其测算的方案偏乐观。",
        )
        .into(),
    );
    all.push(
        text(
            "Taking the cut in the electricity bill for a cut in the whole energy bill: heat for baths and dryers stays.",
            "把电费降幅当作能源总费用降幅：槽液与烘干用热并未减少。",
        )
        .into(),
    );
    all
}

/// Self-consumption were all days of a month alike: for the mistake above.
fn mean_day_consumption(n: &Numbers) -> Option<f64> {
    let (mut generated, mut own) = (0.0, 0.0);
    for month in 0..12 {
        let of_month =
            || n.kinds.iter().zip(&n.generation).filter(move |((one, _), _)| *one == month);
        let days: f64 = of_month().map(|((_, days), _)| days).sum();
        let mut mean = [0.0; 24];
        for ((_, weight), hours) in of_month() {
            for (mean, hour) in mean.iter_mut().zip(hours) {
                *mean += weight / days * hour * n.size.capacity_kwp;
            }
        }
        for (load, share) in n.setup.load.days_of(month) {
            for (mean, load) in mean.iter().zip(load) {
                generated += days * share * mean;
                own += days * share * mean.min(load);
            }
        }
    }
    (generated > 0.0).then(|| own / generated)
}

/// The figures that the result rests on: every default that was not overridden.
fn basis_of(inputs: &Inputs, n: &Numbers) -> Vec<Row> {
    let mut all = vec![row(
        n.setup.site.name,
        text("Light of the year, level", "水平面年总辐射"),
        n.setup.site.annual_light(),
    )];
    let fields = Inputs::fields()
        .iter()
        .filter_map(|field| Some((field.label, n.setup.values.get(field.name)?)));
    all.extend(basis(IN_FORCE, fields));
    if inputs.meter_hours.is_none() && inputs.idle_load.is_none() {
        let shares = USES
            .iter()
            .filter(|_| inputs.use_shares.is_none())
            .map(|one| row(SHARE, one.name, one.share));
        all.extend(
            shares.chain(
                USES.iter()
                    .filter(|_| inputs.use_idle.is_none())
                    .map(|one| row(IDLE, one.name, one.idle)),
            ),
        );
    }
    all.push(row(MODEL, text("Error of a year", "年发电量误差"), MODEL_ERROR));
    all
}

const IN_FORCE: Text = text("Default", "默认值");
const MODEL: Text = text("The photovoltaic model", "光伏模型");

/// Back to the process comparison, with what the plant's electricity costs now.
fn onward(n: &Numbers) -> Vec<Onward> {
    let year = &n.size.year;
    if year.used <= 0.0 {
        return Vec::new();
    }
    let price = (n.size.bill_after / year.used).max(0.0) * n.setup.vat_divisor;
    vec![Onward {
        to: "process-comparison",
        label: phrase(
            text(
                "Compare plating processes at your electricity cost with PV: {0}",
                "按装光伏后的平均电价 {0} 比较电镀工艺",
            ),
            [Arg::Quantity(Dimension::MoneyPerEnergy, price)],
        ),
        inputs: vec![("price_electricity_cny_per_kwh", price)],
    }]
}
