//! The named results. Energy and bills are those of the first year with modules as new.

use super::inputs::Ownership;
use super::solve::Numbers;
use crate::calculator::ResultField;
use crate::finance::Irr;
use crate::report::{NamedList, result};
use crate::units::Dimension;
use crate::words::{Text, text};

const LOSES: Text = text("it does not pay at this rate", "按此折现率不划算");

/// Of a plant that the factory pays for.
fn own(n: &Numbers, value: f64) -> Option<f64> {
    (n.setup.ownership == Ownership::Own).then_some(value)
}

/// Every result by its JSON name.
pub static RESULTS: &[ResultField<Numbers>] = &[
    result(
        "simple_payback_years",
        text("Simple payback", "静态回收期"),
        Dimension::Years,
        |n, _| n.simple.first,
    ),
    result(
        "simple_payback_for_good_years",
        text("Final payback (never negative after)", "最终回收期"),
        Dimension::Years,
        |n, _| n.simple.for_good,
    ),
    result(
        "discounted_payback_years",
        text("Discounted payback", "动态回收期"),
        Dimension::Years,
        |n, _| n.discounted.first,
    ),
    result(
        "discounted_payback_for_good_years",
        text("Final discounted payback (never negative after)", "最终动态回收期"),
        Dimension::Years,
        |n, _| n.discounted.for_good,
    ),
    result(
        "bill_reduction",
        text("Electricity bill reduction", "电费降幅"),
        Dimension::Fraction,
        |n, _| n.size.reduction(),
    ),
    ResultField {
        below_zero: Some(LOSES),
        ..result("npv_cny", text("Net present value", "净现值"), Dimension::Capital, |n, _| {
            Some(n.money.npv)
        })
    },
    result(
        "irr",
        text("Internal rate of return", "内部收益率"),
        Dimension::Fraction,
        |n, _| if let Irr::One(rate) = n.irr() { Some(rate) } else { None },
    ),
    result(
        "lcoe_real_cny_per_kwh",
        text("Levelised cost, real", "平准化度电成本（实际）"),
        Dimension::MoneyPerEnergy,
        |n, _| n.lcoe[0],
    ),
    result(
        "lcoe_nominal_cny_per_kwh",
        text("Levelised cost, nominal", "平准化度电成本（名义）"),
        Dimension::MoneyPerEnergy,
        |n, _| n.lcoe[1],
    ),
    result("investment_cny", text("Investment", "投资"), Dimension::Capital, |n, _| {
        own(n, n.size.investment)
    }),
    result(
        "saved_first_year_cny",
        text("Annual savings, new modules", "年节省（组件全新）"),
        Dimension::Capital,
        |n, _| Some(n.size.bill_before - n.size.bill_after),
    ),
    result("capacity_kwp", text("Rated power", "装机容量"), Dimension::PeakPower, |n, _| {
        Some(n.size.capacity_kwp)
    }),
    result(
        "roof_m2",
        text("Roof area needed, gross", "所需屋顶总面积"),
        Dimension::PlantArea,
        |n, _| n.setup.roof_m2(n.size.capacity_kwp),
    ),
    result(
        "specific_yield_kwh_per_kwp",
        text("Specific yield", "年等效利用小时（单位容量年发电量）"),
        Dimension::SpecificYield,
        |n, _| Some(n.specific.alternating),
    ),
    result(
        "ghi_kwh_per_m2_year",
        text("Horizontal irradiation", "水平面年总辐射"),
        Dimension::AnnualLight,
        |n, _| Some(n.specific.global),
    ),
    result(
        "poa_kwh_per_m2_year",
        text("Irradiation on the modules", "组件面年辐射"),
        Dimension::AnnualLight,
        |n, _| Some(n.specific.on_plane),
    ),
    result(
        "performance_ratio",
        text("Performance ratio", "系统效率（PR）"),
        Dimension::Fraction,
        |n, _| (n.specific.on_plane > 0.0).then(|| n.specific.alternating / n.specific.on_plane),
    ),
    result(
        "annual_yield_kwh",
        text("Annual generation", "年发电量"),
        Dimension::PlantEnergy,
        |n, _| Some(n.size.year.generated),
    ),
    result(
        "self_used_kwh",
        text("Self-consumed", "自用电量"),
        Dimension::PlantEnergy,
        |n, _| Some(n.size.year.own),
    ),
    result("exported_kwh", text("Exported", "上网电量"), Dimension::PlantEnergy, |n, _| {
        Some(n.size.year.exported)
    }),
    result(
        "bought_kwh",
        text("Grid electricity still bought", "仍需购电量"),
        Dimension::PlantEnergy,
        |n, _| Some(n.size.year.bought),
    ),
    result(
        "load_kwh",
        text("Annual electricity", "年用电量"),
        Dimension::PlantEnergy,
        |n, _| Some(n.size.year.used),
    ),
    result(
        "self_consumption",
        text("Self-consumption (self-consumed ÷ generated)", "自用率（自用 ÷ 发电）"),
        Dimension::Fraction,
        |n, _| n.size.year.self_consumption(),
    ),
    result(
        "self_sufficiency",
        text("Self-sufficiency (self-consumed ÷ used)", "自给率（自用 ÷ 用电）"),
        Dimension::Fraction,
        |n, _| n.size.year.self_sufficiency(),
    ),
    result(
        "bill_before_cny",
        text("Bill before PV", "电费（装前）"),
        Dimension::Capital,
        |n, _| Some(n.size.bill_before),
    ),
    result(
        "bill_after_cny",
        text("Bill after PV", "电费（装后）"),
        Dimension::Capital,
        |n, _| Some(n.size.bill_after),
    ),
    result(
        "mean_price_cny_per_kwh",
        text("Mean price paid", "平均电价"),
        Dimension::MoneyPerEnergy,
        |n, _| (n.size.year.used > 0.0).then(|| n.size.year.bill_before / n.size.year.used),
    ),
    result(
        "avoided_price_cny_per_kwh",
        text("Mean price of self-consumed electricity", "自用电量的平均电价"),
        Dimension::MoneyPerEnergy,
        |n, _| (n.size.year.own > 0.0).then(|| n.size.year.own_value / n.size.year.own),
    ),
    result(
        "energy_bill_reduction",
        text("Electricity and heat bill reduction", "电费与热费合计降幅"),
        Dimension::Fraction,
        |n, _| {
            let heat = n.heat_bill();
            if heat > 0.0 { n.size.reduction_of_energy(heat) } else { None }
        },
    ),
    result(
        "co2_avoided_t_per_year",
        text("CO₂ avoided", "年减排 CO₂"),
        Dimension::AnnualWaste,
        |n, _| Some(n.co2_avoided_t()),
    ),
    result(
        "target_capacity_kwp",
        text("Rated power for the target", "达到目标降幅所需容量"),
        Dimension::PeakPower,
        |n, _| n.target().capacity_kwp,
    ),
    result(
        "target_roof_m2",
        text("Roof area for the target, gross", "目标所需屋顶总面积"),
        Dimension::PlantArea,
        |n, _| n.target().roof_m2,
    ),
    result(
        "target_investment_cny",
        text("Investment for the target", "目标所需投资"),
        Dimension::Capital,
        |n, _| n.target().investment,
    ),
    result(
        "best_capacity_kwp",
        text("Rated power with the highest net present value", "净现值最大的容量"),
        Dimension::PeakPower,
        |n, _| n.best().map(|best| best.0),
    ),
    result(
        "best_npv_cny",
        text("Highest net present value", "最大净现值"),
        Dimension::Capital,
        |n, _| n.best().map(|best| best.1),
    ),
];

/// Results that are a row of numbers.
pub fn lists(n: &Numbers) -> Vec<NamedList> {
    let list = |name: &'static str, label: Text, dimension: Dimension, values: Vec<f64>| {
        NamedList { name, label, dimension, values }
    };
    let months = |get: fn(&crate::electricity::balance::Sums) -> f64| {
        n.months.months.iter().map(get).collect::<Vec<f64>>()
    };
    vec![
        list(
            "cash_flow_cny",
            text("Cash flow, year", "现金流，年份"),
            Dimension::Capital,
            n.money.flows.clone(),
        ),
        list(
            "monthly_generated_kwh",
            text("Generated, month", "发电量，月"),
            Dimension::PlantEnergy,
            months(|month| month.generated),
        ),
        list(
            "monthly_self_used_kwh",
            text("Self-consumed, month", "自用电量，月"),
            Dimension::PlantEnergy,
            months(|month| month.own),
        ),
        list(
            "monthly_exported_kwh",
            text("Exported, month", "上网电量，月"),
            Dimension::PlantEnergy,
            months(|month| month.exported),
        ),
        list(
            "monthly_bought_kwh",
            text("Bought, month", "购电量，月"),
            Dimension::PlantEnergy,
            months(|month| month.bought),
        ),
    ]
}
