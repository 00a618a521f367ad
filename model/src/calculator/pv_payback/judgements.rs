//! What to think of the result: what it rests on, what decides it, and whether it is plausible.

use super::inputs::{Inputs, Ownership, TargetOf};
use super::solve::Numbers;
use crate::calculator::{InputTable, Origin, fine_only_if_usual, unsupported};
use crate::data::photovoltaic::{MODEL_ERROR, YEAR_SPREAD};
use crate::data::sources::{DERIVATION, PVWATTS, TMYX, ZHEJIANG_2026, ZHEJIANG_PRICE};
use crate::data::tariffs::Way;
use crate::finance::Irr;
use crate::report::{Judgement, Level, judgement};
use crate::solar::position::Day;
use crate::solar::weather::{CLEAREST_MEAN, MEAN_DAYS};
use crate::units::Dimension;
use crate::words::{Arg, phrase, text};

/// A size to three significant digits: no roof is known better.
fn rounded(dimension: Dimension, value: f64) -> Arg {
    let unit = 10_f64.powf(value.abs().log10().floor() - 2.0);
    Arg::Quantity(dimension, if value == 0.0 { 0.0 } else { (value / unit).round() * unit })
}

fn share(value: f64) -> Arg {
    Arg::Quantity(Dimension::Fraction, value)
}

/// Every judgement, what decides first.
pub fn list(inputs: &Inputs, n: &Numbers) -> Vec<Judgement> {
    let mut all = Vec::new();
    target(n, &mut all);
    roof(n, &mut all);
    demand(n, &mut all);
    tariff(inputs, n, &mut all);
    money(n, &mut all);
    light(inputs, n, &mut all);
    fine_only_if_usual(
        &mut all,
        Inputs::fields().iter().filter_map(|field| n.setup.values.get(field.name)),
    );
    all.push(unsupported(
        Inputs::fields().iter().filter_map(|field| Some((field, n.setup.values.get(field.name)?))),
    ));
    all
}

/// What the target reduction takes, and whether it stands on the roof.
fn target(n: &Numbers, all: &mut Vec<Judgement>) {
    let v = &n.setup.values;
    let asked = share(v.target_reduction.value);
    let of = Arg::Text(match n.setup.target_of {
        TargetOf::Electricity => text("electricity bill", "电费"),
        TargetOf::Energy => text("electricity and heat bill", "电费与热费合计"),
    });
    let Some(capacity) = n.target().capacity_kwp else {
        let message = phrase(
            text("No system size cuts the {1} by {0}.", "任何容量都不能使{1}降低 {0}。"),
            [asked, of],
        );
        all.push(judgement("target_out_of_reach", Level::Warning, message, &DERIVATION));
        return;
    };
    let Some(area) = n.target().roof_m2 else {
        let message = text(
            "No part of the roof is usable: its usable share is 0.",
            "屋顶可用比例为 0，无处可装。",
        );
        all.push(judgement("target_not_on_roof", Level::Warning, message, &DERIVATION));
        return;
    };
    let (capacity, area, usable) = (
        rounded(Dimension::PeakPower, capacity),
        rounded(Dimension::PlantArea, area),
        share(v.usable_roof.value),
    );
    let takes = [asked.clone(), of.clone(), capacity, area.clone(), usable.clone()];
    let takes = match n.target().investment {
        Some(money) => phrase(
            text(
                "Cutting the {1} by {0} takes {2} on {3} of roof at {4} usable, for {5}.",
                "使{1}降低 {0} 需 {2}，屋顶总面积 {3}（可用 {4}），投资 {5}。",
            ),
            takes.into_iter().chain([rounded(Dimension::Capital, money)]).collect::<Vec<_>>(),
        ),
        None => phrase(
            text(
                "Cutting the {1} by {0} takes {2} on {3} of roof at {4} usable.",
                "使{1}降低 {0} 需 {2}，屋顶总面积 {3}（可用 {4}）。",
            ),
            takes,
        ),
    };
    all.push(judgement("target_takes", Level::Note, takes, &DERIVATION));
    if let (Some(false), Some(roof), Some(reached)) =
        (n.target().on_roof, n.setup.roof_kwp(), n.target().of_full_roof)
    {
        let message = phrase(
            text(
                "A {0} cut of the {1} needs {2} at {3} usable; you have {4}: {5}, {6}.",
                "{1}降低 {0} 需屋顶 {2}（可用 {3}）；现有 {4}：可装 {5}，降幅 {6}。",
            ),
            [
                asked,
                of,
                area,
                usable,
                Arg::Quantity(Dimension::PlantArea, v.roof_area_m2.value),
                rounded(Dimension::PeakPower, roof),
                share(reached),
            ],
        );
        all.push(judgement("target_not_on_roof", Level::Warning, message, &DERIVATION));
    }
}

/// Whether what is asked for stands on the roof; the answer is for what does.
fn roof(n: &Numbers, all: &mut Vec<Judgement>) {
    let asked = n.setup.values.capacity_kwp.value;
    let [told, built] = [asked, n.size.capacity_kwp].map(|kwp| rounded(Dimension::PeakPower, kwp));
    // What is told as the same figure fits.
    if asked > n.size.capacity_kwp && told != built {
        let message = phrase(
            text(
                "{0} does not fit: the roof takes {1}. The answer is for {1}.",
                "{0} 放不下：屋顶最多 {1}，结果按 {1} 计算。",
            ),
            [told, built],
        );
        all.push(judgement("roof_too_small", Level::Warning, message, &DERIVATION));
    }
}

/// Whether the demand that is to be saved falls into hours with sun.
fn demand(n: &Numbers, all: &mut Vec<Judgement>) {
    let v = &n.setup.values;
    let lowered = v.demand_saved.value * n.size.capacity_kwp;
    if v.demand_cny_per_kw_month.value > 0.0
        && n.exchange.demand_saved(lowered) < lowered * 12.0 * (1.0 - 1e-9)
    {
        all.push(judgement(
            "demand_without_sun",
            Level::Note,
            phrase(
                text(
                    "PV lowers the demand by less than {0}: in some months the largest hour without sun sets the charge. Demand charge saved: {1} a year.",
                    "光伏削减的需量低于 {0}：部分月份由无日照时段的最大负荷决定。每年节省需量电费 {1}。",
                ),
                [Arg::Quantity(Dimension::Power, lowered), Arg::Quantity(Dimension::Capital, n.size.demand_saved)],
            ),
            &DERIVATION,
        ));
    }
}

/// What the tariff does, and that it is second-hand.
fn tariff(inputs: &Inputs, n: &Numbers, all: &mut Vec<Judgement>) {
    let row = n.setup.tariff_row;
    let level = if row.id == "zhejiang_2024" { Level::Warning } else { Level::Note };
    all.push(judgement("tariff", level, row.about, row.source));
    if row.way == Way::Bands && inputs.price_floating_cny_per_kwh.is_none() {
        all.push(judgement(
            "price_second_hand",
            Level::Note,
            text(
                "The electricity price is an example from a secondary source. Take both parts from this month's notice of the grid agency.",
                "电价为二手示例，请以当月代理购电公告为准。",
            ),
            &ZHEJIANG_PRICE,
        ));
    }
    let year = &n.size.year;
    let (mean, avoided) = (year.bill_before / year.used, year.own_value / year.own);
    if year.own > 0.0 && year.used > 0.0 && mean > 0.0 && avoided < mean * 0.95 {
        let price = |value: f64| Arg::Quantity(Dimension::MoneyPerEnergy, value);
        all.push(judgement(
            "cheap_hours",
            Level::Note,
            phrase(
                text(
                    "PV replaces the cheaper hours: {0} on average, while the plant pays {1}. The electricity still bought is the more expensive part.",
                    "光伏替代的是便宜时段：平均 {0}，而全厂平均 {1}；仍需购买的是较贵的部分。",
                ),
                [price(avoided), price(mean)],
            ),
            &ZHEJIANG_2026,
        ));
    }
    if n.setup.values.export_price_cny_per_kwh.value < 0.0 && year.exported > 0.0 {
        all.push(judgement(
            "export_costs",
            Level::Warning,
            text(
                "At this feed-in price exports cost money. Curtailing the inverter would avoid it; that is not counted here.",
                "按此上网电价，余电反而要付费；限发可避免，此处未计。",
            ),
            &DERIVATION,
        ));
    }
}

/// What to think of payback and rate of return.
fn money(n: &Numbers, all: &mut Vec<Judgement>) {
    if n.setup.ownership == Ownership::ThirdParty {
        all.push(judgement(
            "third_party",
            Level::Note,
            phrase(
                text(
                    "Until year {1} the plant pays {0} of the tariff for what it self-consumes; exports earn the owner. No investment, so no payback.",
                    "自用电量按电价 {0} 结算至第 {1} 年，余电收益归投资方。无投资，故无回收期。",
                ),
                [share(n.setup.values.third_party_share.value), Arg::Number(n.setup.values.third_party_years.value)],
            ),
            &DERIVATION,
        ));
        return;
    }
    payback(n, all);
    match n.irr() {
        Irr::Several => all.push(judgement(
            "irr_several",
            Level::Note,
            text(
                "The cash flow changes sign more than once, so there are several internal rates of return and none is shown. Use the net present value.",
                "现金流多次变号，存在多个内部收益率，故不显示，请看净现值。",
            ),
            &DERIVATION,
        )),
        Irr::None => all.push(judgement("irr_none", Level::Note, text("There is no internal rate of return.", "不存在内部收益率。"), &DERIVATION)),
        Irr::One(_) => {}
    }
    if let Some((best, value)) = n.best() {
        let now = n.money.npv;
        if value > now + 0.01 * value.abs() && best > 0.0 {
            all.push(judgement(
                "best_size",
                Level::Note,
                phrase(
                    text(
                        "The net present value is highest at {0}: {1}.",
                        "净现值在 {0} 时最大：{1}。",
                    ),
                    [
                        Arg::Quantity(Dimension::PeakPower, best),
                        Arg::Quantity(Dimension::Capital, value),
                    ],
                ),
                &DERIVATION,
            ));
        }
    }
}

/// Payback that no published plant comes near, years: those are 3 to 8.
const IMPLAUSIBLE_YEARS: f64 = 2.0;

/// When the plant is paid back, and whether that can be.
fn payback(n: &Numbers, all: &mut Vec<Judgement>) {
    let years = |years: f64| Arg::Quantity(Dimension::Years, years);
    let Some(first) = n.simple.first else { return };
    let borrowed = n.setup.values.loan_share.value > 0.0;
    let (id, level, message) = match n.simple.for_good {
        _ if first <= 0.0 && borrowed && n.size.investment > 0.0 => (
            "payback_at_once",
            Level::Note,
            text(
                "The savings cover the loan from the first year: the cumulative cash flow is never negative, so there is no payback to speak of.",
                "首年起节省即可覆盖还贷，累计现金流从不为负，回收期无意义。",
            )
            .into(),
        ),
        _ if first < IMPLAUSIBLE_YEARS => (
            "payback_implausible",
            Level::Warning,
            phrase(
                text(
                    "A payback under {0} is not plausible for rooftop PV: 3 to 8 years are published. Check turnkey price, subsidy and electricity price.",
                    "回收期低于 {0} 对屋顶光伏不可信：公开数据为 3–8 年。请核对 EPC 造价、补贴与电价。",
                ),
                [years(IMPLAUSIBLE_YEARS)],
            ),
        ),
        Some(good) if good > first + 0.005 => (
            "payback_dips",
            Level::Warning,
            phrase(
                text(
                    "Paid back after {0}, but a later expense turns the cumulative cash flow negative again; final payback after {1}.",
                    "{0} 首次回本，但后续支出使累计现金流再次为负；最终回收期 {1}。",
                ),
                [years(first), years(good)],
            ),
        ),
        None => (
            "payback_lost",
            Level::Warning,
            phrase(
                text(
                    "Paid back after {0}, but the cumulative cash flow is negative again at the end of the analysis period.",
                    "{0} 首次回本，但评价期末累计现金流又为负。",
                ),
                [years(first)],
            ),
        ),
        Some(_) if borrowed => (
            "convention",
            Level::Note,
            text(
                "With a loan, payback is when the cumulative cash flow stays positive: instalments and interest are paid first.",
                "有贷款时，回收期指累计现金流转正且此后不再为负的时间，已扣除还本付息。",
            )
            .into(),
        ),
        Some(_) => (
            "convention",
            if is_plausible(n) { Level::Ok } else { Level::Note },
            text(
                "Payback counts from the investment in year 0, with each year's cash flow spread evenly over the year. The inverter replacement does not turn it negative again.",
                "回收期自第 0 年投资起算，年内现金流均匀分布；更换逆变器不会使累计再次为负。",
            )
            .into(),
        ),
    };
    all.push(judgement(id, level, message, &DERIVATION));
}

/// Annual generation per kWp between which fixed modules anywhere on Earth lie, kWh: Chongqing and Britain at the lower end, the Atacama at the upper.
const PLAUSIBLE_YIELD: (f64, f64) = (400.0, 2300.0);

/// How many months are given more light than the clearest sky lets through; what is above that is not counted.
fn too_bright(n: &Numbers) -> u32 {
    if n.setup.measured {
        return 0;
    }
    let (latitude, factor) = (n.setup.place().latitude_deg, n.setup.values.ghi_factor.value);
    let light = MEAN_DAYS.into_iter().zip(n.setup.climate.global_kwh_per_m2_day);
    light
        .map(|(day, light)| {
            u32::from(
                light * factor
                    > CLEAREST_MEAN * Day::of(day).extraterrestrial_kwh_per_m2(latitude) + 1e-9,
            )
        })
        .sum()
}

/// Whether the light can be, and the yield is one that fixed modules give.
fn is_plausible(n: &Numbers) -> bool {
    too_bright(n) == 0 && (PLAUSIBLE_YIELD.0..=PLAUSIBLE_YIELD.1).contains(&n.specific.alternating)
}

/// How exact the light and the model are.
fn light(inputs: &Inputs, n: &Numbers, all: &mut Vec<Judgement>) {
    let years = share(YEAR_SPREAD.value);
    all.push(judgement(
        "model_error",
        Level::Note,
        phrase(
            text(
                "The PV model's authors state ±{0} for an average year; a single year may differ from it by another ±{1}.",
                "据模型作者：年均发电量误差 ±{0}，单个年份再偏离 ±{1}。",
            ),
            [share(MODEL_ERROR.value), years],
        ),
        &PVWATTS,
    ));
    let bright = too_bright(n);
    if bright > 0 {
        all.push(judgement(
            "light_capped",
            Level::Warning,
            phrase(
                text(
                    "In {0} of 12 months the irradiation is more than a clear sky lets through. It is counted up to a clearness of {1}; check values and units.",
                    "12 个月中有 {0} 个月的辐射超过晴空上限，已按晴空指数 {1} 截取。请核对数值与单位。",
                ),
                [Arg::Count(bright), Arg::Number(CLEAREST_MEAN)],
            ),
            &DERIVATION,
        ));
    }
    if !(PLAUSIBLE_YIELD.0..=PLAUSIBLE_YIELD.1).contains(&n.specific.alternating) {
        all.push(judgement(
            "yield_implausible",
            Level::Warning,
            phrase(
                text(
                    "A yield of {0} is not plausible: fixed modules give {1} to {2}. Check irradiation, losses and azimuth.",
                    "年发电 {0} 不可信：固定安装的组件为 {1} 至 {2}。请核对辐射、损失与方位角。",
                ),
                [n.specific.alternating, PLAUSIBLE_YIELD.0, PLAUSIBLE_YIELD.1].map(|yielded| Arg::Quantity(Dimension::SpecificYield, yielded)),
            ),
            &DERIVATION,
        ));
    }
    let factor = n.setup.values.ghi_factor;
    let Some(fact) = factor.fact else { return };
    if n.setup.measured {
        all.push(judgement(
            "hours_of_file",
            if is_plausible(n) { Level::Ok } else { Level::Note },
            text(
                "Calculated with the 8,760 hours of your weather file.",
                "按您气象文件的 8 760 小时计算。",
            ),
            &DERIVATION,
        ));
    } else if inputs.ghi_kwh_per_m2_day.is_some() && (factor.value - 1.0).abs() > 1e-9 {
        all.push(judgement(
            "light_factor_on_yours",
            Level::Note,
            phrase(
                text(
                    "Your monthly irradiation is multiplied by the irradiance correction of {0}. Set that to 1 if your values were measured on the ground.",
                    "您填写的月辐射已乘以辐射修正系数 {0}。若为地面实测值，请将系数设为 1。",
                ),
                [Arg::Quantity(Dimension::Ratio, factor.value)],
            ),
            &TMYX,
        ));
    } else if inputs.ghi_factor.is_none() && fact.low < fact.value {
        all.push(judgement(
            "light_factor",
            Level::Note,
            phrase(
                text(
                    "Solar data are scaled by {0} (likely {1}–{2}): the largest uncertainty here.",
                    "太阳辐射按数据源的 {0} 倍取值（{1}–{2}），为最大不确定因素。",
                ),
                [fact.value, fact.low, fact.high]
                    .map(|factor| Arg::Quantity(Dimension::Ratio, factor)),
            ),
            &TMYX,
        ));
    }
    if n.setup.values.azimuth_deg.origin == Origin::Default && n.setup.place().latitude_deg < 0.0 {
        all.push(judgement(
            "southern",
            Level::Warning,
            text(
                "In the southern hemisphere modules should face north: set the azimuth to 0.",
                "南半球组件应朝北：请将方位角设为 0。",
            ),
            &DERIVATION,
        ));
    }
    if inputs.meter_hours.is_some() && inputs.weather_hours.is_some() {
        all.push(judgement(
            "two_files",
            Level::Note,
            text(
                "The weather file and the meter file may be from different years: sunny days then fall on working days only by chance.",
                "气象与电表数据可能不是同一年：晴天是否落在工作日带有偶然性。",
            ),
            &DERIVATION,
        ));
    }
}
