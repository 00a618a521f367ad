//! How the answer follows, step by step, with its numbers.

use super::inputs::Ownership;
use super::solve::Numbers;
use crate::report::Step;
use crate::report::math::{Math, equation, num, op, over, sym};
use crate::solar::position::Day;
use crate::solar::weather::{CLEAREST_MEAN, MEAN_DAYS, clearness_classes, diffuse_share_of_day};
use crate::units::Dimension;
use crate::words::{Arg, Text, phrase, text};

/// Every step.
pub fn steps(n: &Numbers) -> Vec<Step> {
    let mut steps = Vec::new();
    if !n.setup.measured {
        steps.extend(clearness(n));
    }
    steps.extend(light(n));
    steps.extend([current(n), own_use(n)]);
    steps.extend(demand(n));
    steps.extend(bill(n));
    if n.setup.ownership == Ownership::Own && n.size.capacity_kwp > 0.0 {
        steps.extend([investment(n), first_flow(n), worth(n)]);
        steps.extend(payback(n));
        steps.extend(levelised(n));
    }
    steps.push(carbon(n));
    steps
}

fn step(id: &'static str, text: Text, args: impl Into<Vec<Arg>>, formula: Math) -> Step {
    Step { id, text: phrase(text, args), formula }
}

fn row(parts: Vec<Math>) -> Math {
    Math::Row(parts)
}

/// June as the example of a month: clearness, its five classes, the sky's share in the brightest.
fn clearness(n: &Numbers) -> Vec<Step> {
    let place = n.setup.place();
    let day = Day::of(MEAN_DAYS[5]);
    let outside = day.extraterrestrial_kwh_per_m2(place.latitude_deg);
    let light = n.setup.climate.global_kwh_per_m2_day[5] * n.setup.values.ghi_factor.value;
    if outside <= 0.0 {
        return Vec::new();
    }
    let mean = (light / outside).min(CLEAREST_MEAN);
    let capped = |part: Math| {
        if light / outside > CLEAREST_MEAN {
            row(vec![op("min"), op("("), num(CLEAREST_MEAN), op(","), part, op(")")])
        } else {
            part
        }
    };
    let classes = clearness_classes(mean);
    let numbers = classes
        .iter()
        .flat_map(|class| [op("·"), num(*class)])
        .skip(1)
        .map(|part| if part == op("·") { op(",") } else { part });
    let bright = classes[4];
    vec![
        step(
            "clearness",
            text(
                "June as an example: irradiation on the ground divided by that outside the atmosphere on the month's mean day (Klein, Spencer).",
                "以 6 月为例：月平均日的地面辐射与大气层外辐射之比（Klein、Spencer）。",
            ),
            [],
            equation(
                Math::Symbol("K"),
                capped(over(vec![sym("H"), sym("f")], vec![Math::Indexed("H", text("0", "0"))])),
                capped(over(
                    vec![
                        num(n.setup.climate.global_kwh_per_m2_day[5]),
                        num(n.setup.values.ghi_factor.value),
                    ],
                    vec![num(outside)],
                )),
                mean,
                "",
            ),
        ),
        step(
            "classes",
            text(
                "Five equally likely days from overcast to clear have this mean (Bendt et al.); each is calculated hour by hour. On the clearest, {0} of the irradiation is diffuse (Erbs).",
                "由阴到晴取五种等概率天气，均值不变（Bendt 等），各按 24 小时计算。最晴一类的散射占 {0}（Erbs）。",
            ),
            [Arg::Quantity(
                Dimension::Fraction,
                diffuse_share_of_day(bright, day.sunset(place.latitude_deg)),
            )],
            row([vec![sym("K"), op("=")], numbers.collect()].concat()),
        ),
    ]
}

fn light(n: &Numbers) -> Option<Step> {
    let y = &n.specific;
    (y.global > 0.0).then(|| {
        step(
            "light",
            text(
                "Beam, diffuse and ground-reflected light on the tilted modules, hour by hour. The annual sum divided by horizontal irradiation:",
                "逐时计算直射、散射与地面反射落到倾斜组件上的辐射。全年与水平面之比：",
            ),
            [],
            equation(
                sym("R"),
                over(vec![Math::Indexed("H", text("tilted", "倾斜"))], vec![Math::Indexed("H", text("level", "水平"))]),
                over(vec![num(y.on_plane)], vec![num(y.global)]),
                y.on_plane / y.global,
                "",
            ),
        )
    })
}

fn current(n: &Numbers) -> Step {
    let y = &n.specific;
    step(
        "current",
        text(
            "After glass, temperature, losses of {0} and the inverter, annual generation per kWp:",
            "经玻璃、温度、{0} 的损失与逆变器后，每 kWp 的年发电量：",
        ),
        [Arg::Quantity(Dimension::Fraction, n.setup.losses.value)],
        equation(
            sym("Y"),
            row(vec![Math::Indexed("H", text("tilted", "倾斜")), sym("PR")]),
            row(vec![
                num(y.on_plane),
                op("·"),
                num(if y.on_plane > 0.0 { y.alternating / y.on_plane } else { 0.0 }),
            ]),
            y.alternating,
            "kWh/kWp",
        ),
    )
}

fn own_use(n: &Numbers) -> Step {
    let year = &n.size.year;
    step(
        "own_use",
        text(
            "In each hour the plant uses the smaller of generation and load; the rest is exported.",
            "每种天气的每个小时，自用量取发电与用电中的较小者，其余上网。",
        ),
        [],
        row(vec![
            sym("E"),
            op("="),
            num(year.generated),
            op("="),
            num(year.own),
            op("+"),
            num(year.exported),
            Math::Unit("kWh"),
        ]),
    )
}

/// The demand charge of a year, where there is one.
fn demand(n: &Numbers) -> Option<Step> {
    let price = n.setup.values.demand_cny_per_kw_month.value / n.setup.vat_divisor;
    let peaks = n.exchange.demand();
    (price > 0.0).then(|| {
        step(
            "demand",
            text(
                "Demand charge before photovoltaics: each month is charged by its own largest hour. Photovoltaics save {0} of it in a year.",
                "需量电费（装前）：每月按当月最大负荷小时计。光伏每年减少 {0}。",
            ),
            [Arg::Quantity(Dimension::Capital, n.size.demand_saved)],
            equation(
                Math::Indexed("B", text("demand", "需量")),
                row(vec![sym("p"), op("∑"), Math::Indexed("P", text("month", "月"))]),
                row(vec![num(price), op("·"), num(peaks)]),
                price * peaks,
                "CNY",
            ),
        )
    })
}

fn bill(n: &Numbers) -> Option<Step> {
    let size = &n.size;
    let reduction = size.reduction()?;
    Some(step(
        "bill",
        text(
            "Self-consumed electricity saves the price of its hour, exported electricity earns the feed-in price. Reduction of the bill:",
            "自用部分按所在小时电价节省，上网部分按上网电价收益。电费降幅：",
        ),
        [],
        equation(
            sym("r"),
            Math::Fraction(
                vec![
                    Math::Indexed("B", text("before", "装前")),
                    op("−"),
                    Math::Indexed("B", text("after", "装后")),
                ],
                vec![Math::Indexed("B", text("before", "装前"))],
            ),
            Math::Fraction(
                vec![
                    num(size.bill_before),
                    op(if size.bill_after < 0.0 { "+" } else { "−" }),
                    num(size.bill_after.abs()),
                ],
                vec![num(size.bill_before)],
            ),
            reduction,
            "",
        ),
    ))
}

fn investment(n: &Numbers) -> Step {
    let v = &n.setup.values;
    let mut parts = vec![
        Math::Exact("1000"),
        op("·"),
        num(n.size.capacity_kwp),
        op("·"),
        num((v.capex_cny_per_wp.value + v.roof_works_cny_per_wp.value) / n.setup.vat_divisor),
    ];
    let mut symbols = vec![Math::Exact("1000"), sym("P"), sym("c")];
    if v.capex_fixed_cny.value > 0.0 {
        symbols.extend([op("+"), Math::Indexed("I", text("fixed", "固定"))]);
        parts.extend([op("+"), num(v.capex_fixed_cny.value / n.setup.vat_divisor)]);
    }
    if v.subsidy_cny.value > 0.0 {
        symbols.extend([op("−"), Math::Indexed("I", text("subsidy", "补贴"))]);
        parts.extend([op("−"), num(v.subsidy_cny.value)]);
    }
    step(
        "investment",
        text(
            "Investment: rated power times price including roof works, plus the fixed part, less the subsidy.",
            "投资：容量乘单价（含屋面工程），加固定部分，减补贴。",
        ),
        [],
        equation(sym("I"), row(symbols), row(parts), n.size.investment, "CNY"),
    )
}

fn first_flow(n: &Numbers) -> Step {
    let year = n.money.years.first().copied().unwrap_or_default();
    let flow = n.money.flows.get(1).copied().unwrap_or_default();
    let further = n.setup.values.income_tax.value > 0.0 || n.setup.values.loan_share.value > 0.0;
    let (mut symbols, mut numbers) =
        (vec![sym("S"), op("−"), sym("M")], vec![num(year.gain), op("−"), num(year.cost)]);
    if further {
        let paid = year.gain - year.cost - flow;
        symbols.extend([op("−"), sym("D")]);
        numbers.extend([op(if paid < 0.0 { "+" } else { "−" }), num(paid.abs())]);
    }
    step(
        "first_flow",
        text(
            "Year 1: savings and feed-in revenue with modules degraded by {0}, less O&M{1}.",
            "首年：组件衰减 {0} 后的节省与售电，减运维费{1}。",
        ),
        [
            Arg::Quantity(Dimension::Fraction, n.setup.values.degradation_first_year.value),
            Arg::Text(if further {
                text(", income tax and the loan (D)", "、所得税与还贷（D）")
            } else {
                text("", "")
            }),
        ],
        equation(Math::Indexed("C", text("1", "1")), row(symbols), row(numbers), flow, "CNY"),
    )
}

fn worth(n: &Numbers) -> Step {
    let rate = n.setup.values.discount_rate.value;
    step(
        "npv",
        text(
            "All cash flows of {0}, discounted at {1} a year; the first is today.",
            "{0} 内的现金流按年 {1} 折现，首笔为当前。",
        ),
        [
            Arg::Quantity(Dimension::Years, n.setup.values.years.value),
            Arg::Quantity(Dimension::Fraction, rate),
        ],
        row(vec![
            sym("NPV"),
            op("="),
            op("∑"),
            Math::Fraction(
                vec![Math::Indexed("C", text("y", "y"))],
                vec![Math::Power(
                    vec![op("("), Math::Exact("1"), op("+"), num(rate), op(")")],
                    vec![sym("y")],
                )],
            ),
            op("="),
            num(n.money.npv),
            Math::Unit("CNY"),
        ]),
    )
}

fn payback(n: &Numbers) -> Option<Step> {
    let years = n.simple.first.filter(|years| *years > 0.0)?;
    let whole = years.ceil() - 1.0;
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "years of the horizon, 100 at most"
    )]
    let year = whole as usize;
    let before: f64 = n.money.flows.iter().take(year + 1).sum();
    let flow = n.money.flows.get(year + 1)?;
    Some(step(
        "payback",
        text(
            "The cumulative cash flow reaches zero during the year after y; the flow of that year is spread evenly over it.",
            "累计现金流在第 y 年后的一年内回正，年内按直线插值。",
        ),
        [],
        equation(
            sym("T"),
            row(vec![
                sym("y"),
                op("+"),
                Math::Fraction(
                    vec![op("−"), sym("ΣC")],
                    vec![Math::Indexed("C", text("y+1", "y+1"))],
                ),
            ]),
            row(vec![
                Math::Whole(whole),
                op("+"),
                Math::Fraction(vec![num(-before)], vec![num(*flow)]),
            ]),
            years,
            "a",
        ),
    ))
}

fn levelised(n: &Numbers) -> Option<Step> {
    let nominal = n.lcoe[1]?;
    let rate = n.setup.values.discount_rate.value;
    let (mut energy, mut factor) = (0.0, 1.0);
    for year in &n.money.years {
        factor /= 1.0 + rate;
        energy += year.product * factor;
    }
    Some(step(
        "lcoe",
        text(
            "Nominal levelised cost: present value of investment and O&M divided by that of generation. With generation at the real rate it is {0}.",
            "名义平准化度电成本：投资与运维现值除以发电量现值。发电量按实际利率折现时为 {0}。",
        ),
        [Arg::Quantity(Dimension::MoneyPerEnergy, n.lcoe[0].unwrap_or(nominal))],
        equation(
            sym("LCOE"),
            over(
                vec![Math::Indexed("PV", text("cost", "成本"))],
                vec![Math::Indexed("PV", text("energy", "电量"))],
            ),
            over(vec![num(nominal * energy)], vec![num(energy)]),
            nominal,
            "CNY/kWh",
        ),
    ))
}

fn carbon(n: &Numbers) -> Step {
    let factor = n.setup.values.co2_kg_per_kwh.value;
    step(
        "co2",
        text(
            "CO₂ avoided: self-consumed electricity times the provincial factor. Exported electricity is counted by whoever uses it.",
            "减排量：自用电量乘省级因子。上网电量由使用方计算。",
        ),
        [],
        equation(
            sym("m"),
            over(
                vec![Math::Indexed("E", text("own", "自用")), sym("e")],
                vec![Math::Exact("1000")],
            ),
            over(vec![num(n.size.year.own), num(factor)], vec![Math::Exact("1000")]),
            n.co2_avoided_t(),
            "t",
        ),
    )
}
