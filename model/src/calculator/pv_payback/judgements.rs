//! What to think of the result: what it rests on, what decides it, and what is often believed and is not so.

use super::inputs::{Inputs, Ownership, TargetOf};
use super::solve::Numbers;
use crate::calculator::{InputTable, Origin, fine_only_if_usual, unsupported};
use crate::data::Source;
use crate::data::photovoltaic::{MODEL_ERROR, YEAR_SPREAD};
use crate::data::sources::{DERIVATION, PVWATTS, TMYX, ZHEJIANG_2026, ZHEJIANG_PRICE};
use crate::data::tariffs::Way;
use crate::finance::Irr;
use crate::report::{Judgement, Level};
use crate::units::Dimension;
use crate::words::{Arg, Phrase, phrase, text};

fn judgement(id: &'static str, level: Level, message: impl Into<Phrase>, source: &'static Source) -> Judgement {
    Judgement { id, level, message: message.into(), source: Some(source) }
}

fn share(value: f64) -> Arg {
    Arg::Quantity(Dimension::Fraction, value)
}

/// Every judgement, what decides first.
pub fn list(inputs: &Inputs, n: &Numbers) -> Vec<Judgement> {
    let mut all = Vec::new();
    target(n, &mut all);
    roof(n, &mut all);
    tariff(inputs, n, &mut all);
    money(n, &mut all);
    light(inputs, n, &mut all);
    fine_only_if_usual(&mut all, Inputs::fields().iter().filter_map(|field| n.setup.values.get(field.name)));
    all.push(unsupported(Inputs::fields().iter().filter_map(|field| Some((field, n.setup.values.get(field.name)?)))));
    all
}

/// What the reduction that is asked for would take.
fn target(n: &Numbers, all: &mut Vec<Judgement>) {
    let asked = share(n.setup.values.target_reduction.value);
    let of = Arg::Text(match n.setup.target_of {
        TargetOf::Electricity => text("electricity bill", "电费"),
        TargetOf::Energy => text("bill for electricity and heat", "电费与热费合计"),
    });
    let (Some(capacity), Some(area)) = (n.target().capacity_kwp, n.target().roof_m2) else {
        let message = phrase(text("No size brings the {1} down by {0}.", "任何容量都不能使{1}降低 {0}。"), [asked, of]);
        all.push(judgement("target_out_of_reach", Level::Warning, message, &DERIVATION));
        return;
    };
    let takes = [asked, of, Arg::Quantity(Dimension::PeakPower, capacity), Arg::Quantity(Dimension::PlantArea, area)];
    let takes = match n.target().investment {
        Some(money) => phrase(
            text("To bring the {1} down by {0} takes {2} on {3} of roof, for {4}.", "使{1}降低 {0} 需 {2}，占用屋顶 {3}，投资 {4}。"),
            takes.into_iter().chain([Arg::Quantity(Dimension::Capital, money)]).collect::<Vec<_>>(),
        ),
        None => phrase(text("To bring the {1} down by {0} takes {2} on {3} of roof.", "使{1}降低 {0} 需 {2}，占用屋顶 {3}。"), takes),
    };
    all.push(judgement("target_takes", Level::Note, takes, &DERIVATION));
    if n.target().on_roof == Some(false) {
        let full = n.target().of_full_roof.unwrap_or_default();
        let message = phrase(text("Not reachable on this roof: filled, it brings {0}.", "此屋顶达不到：铺满可降 {0}。"), [share(full)]);
        all.push(judgement("target_not_on_roof", Level::Warning, message, &DERIVATION));
    }
}

/// Whether what is asked for stands on the roof.
fn roof(n: &Numbers, all: &mut Vec<Judgement>) {
    if let Some(roof) = n.setup.roof_kwp().filter(|roof| n.size.capacity_kwp > roof * (1.0 + 1e-9)) {
        let message = phrase(
            text("{0} do not fit: the roof holds {1}.", "{0} 放不下：屋顶最多 {1}。"),
            [Arg::Quantity(Dimension::PeakPower, n.size.capacity_kwp), Arg::Quantity(Dimension::PeakPower, roof)],
        );
        all.push(judgement("roof_too_small", Level::Warning, message, &DERIVATION));
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
            Level::Warning,
            text(
                "Floating and fixed part of the price are an example at second hand. Take both from the agency's notice of the month.",
                "浮动与不浮动电价为二手示例，请以当月代理购电公告为准。",
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
                    "Photovoltaics replace the cheaper hours: {0} on average, where the plant pays {1}. What is left to buy is the dearer part.",
                    "光伏替代的是便宜时段：平均 {0}，而全厂平均 {1}；剩下要买的是贵的部分。",
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
                "What is sent out costs money at this price; an inverter that throttles would save it, which is not counted here.",
                "按此价格上网反而要付费；限发可避免，此处未计。",
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
                    "The plant pays {0} of the tariff for what it uses until year {1}; what is sent out earns the owner. No investment, so no payback.",
                    "自用电量按电价 {0} 结算至第 {1} 年，余电收益归投资方。无投资，故无回收期。",
                ),
                [share(n.setup.values.third_party_share.value), Arg::Number(n.setup.values.third_party_years.value)],
            ),
            &DERIVATION,
        ));
        return;
    }
    match (n.simple.first, n.simple.for_good) {
        (Some(first), Some(good)) if good > first + 0.005 => all.push(judgement(
            "payback_dips",
            Level::Warning,
            phrase(
                text(
                    "Paid back after {0}, but a later expense turns the sum negative again; for good after {1}.",
                    "{0} 首次回本，但后续支出使累计再次为负；{1} 后不再为负。",
                ),
                [Arg::Quantity(Dimension::Years, first), Arg::Quantity(Dimension::Years, good)],
            ),
            &DERIVATION,
        )),
        (Some(first), None) => all.push(judgement(
            "payback_lost",
            Level::Warning,
            phrase(
                text("Paid back after {0}, but at the end of the horizon the sum is negative again.", "{0} 首次回本，但评价期末累计又为负。"),
                [Arg::Quantity(Dimension::Years, first)],
            ),
            &DERIVATION,
        )),
        (Some(_), _) => all.push(judgement(
            "convention",
            Level::Ok,
            text(
                "Payback is counted from the investment in year 0, each year's flow spread evenly over it; new inverters do not turn it back.",
                "回收期自第 0 年投资起算，年内现金流均匀分布；更换逆变器不会使累计再次为负。",
            ),
            &DERIVATION,
        )),
        (None, _) => {}
    }
    match n.irr {
        Irr::Several => all.push(judgement(
            "irr_several",
            Level::Note,
            text(
                "The flows change sign more than once: there are several internal rates of return, so none is shown. Go by the net present value.",
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
                    text("The greatest net present value, {1}, is at {0}.", "净现值最大为 {1}，对应 {0}。"),
                    [Arg::Quantity(Dimension::PeakPower, best), Arg::Quantity(Dimension::Capital, value)],
                ),
                &DERIVATION,
            ));
        }
    }
}

/// How exact the light and the model are.
fn light(inputs: &Inputs, n: &Numbers, all: &mut Vec<Judgement>) {
    let years = share(YEAR_SPREAD.value);
    all.push(judgement(
        "model_error",
        Level::Note,
        phrase(
            text(
                "The model is within ±{0} of a mean year, and a single year within ±{1} of that, by its authors' own word.",
                "据模型作者：年均发电量误差 ±{0}，单个年份再偏离 ±{1}。",
            ),
            [share(MODEL_ERROR.value), years],
        ),
        &PVWATTS,
    ));
    let Some(fact) = n.setup.values.ghi_factor.fact else { return };
    if n.setup.measured {
        all.push(judgement(
            "hours_of_file",
            Level::Ok,
            text("Calculated with the 8,760 hours of your weather file.", "按您气象文件的 8 760 小时计算。"),
            &DERIVATION,
        ));
    } else if inputs.ghi_factor.is_none() && fact.low < fact.value {
        all.push(judgement(
            "light_factor",
            Level::Note,
            phrase(
                text(
                    "Light is taken at {0} of its source, likely between {1} and {2}: more than every other error of the model.",
                    "辐射按来源的 {0} 倍取值，可能在 {1} 至 {2} 之间：比模型其他误差都大。",
                ),
                [fact.value, fact.low, fact.high].map(|factor| Arg::Quantity(Dimension::Ratio, factor)),
            ),
            &TMYX,
        ));
    }
    if n.setup.values.azimuth_deg.origin == Origin::Default && n.setup.place().latitude_deg < 0.0 {
        all.push(judgement(
            "southern",
            Level::Warning,
            text("South of the equator modules face north: set the bearing to 0.", "南半球组件应朝北：请将方位角设为 0。"),
            &DERIVATION,
        ));
    }
    if inputs.meter_hours.is_some() && inputs.weather_hours.is_some() {
        all.push(judgement(
            "two_files",
            Level::Note,
            text(
                "Weather and meter are of different years: a bright day meets a working day by chance here.",
                "气象与电表数据年份不同：晴天与工作日的相遇带有偶然性。",
            ),
            &DERIVATION,
        ));
    }
}
