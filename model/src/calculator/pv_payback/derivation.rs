//! How the answer follows, step by step, with its numbers.

use super::inputs::Ownership;
use super::solve::Numbers;
use crate::finance::project::depreciation;
use crate::report::Step;
use crate::report::formula::{Symbol, formula};
use crate::solar::position::Day;
use crate::solar::weather::{CLEAREST_MEAN, MEAN_DAYS, clearness_classes, diffuse_share_of_day};
use crate::units::Dimension;
use crate::words::{Arg, phrase, text};

const CLEARNESS: Symbol =
    Symbol::new("K", text("clearness of the month", "当月晴朗指数"), Dimension::Ratio);
const CLEAREST: Symbol =
    Symbol::new("K_max", text("clearest month there can be", "晴朗指数上限"), Dimension::Ratio)
        .index("上限");
const CLASSES: Symbol = Symbol::new(
    "K_i",
    text("clearness of each kind of day", "各类天气的晴朗指数"),
    Dimension::Ratio,
);
const IRRADIATION: Symbol =
    Symbol::new("H", text("irradiation on the ground", "地面辐射"), Dimension::DailyLight);
const FACTOR: Symbol =
    Symbol::new("f", text("factor on the irradiation", "辐射系数"), Dimension::Ratio);
const OUTSIDE: Symbol = Symbol::new(
    "H_0",
    text("irradiation outside the atmosphere", "大气层外辐射"),
    Dimension::DailyLight,
);
const TRANSPOSITION: Symbol =
    Symbol::new("R", text("tilted divided by horizontal", "倾斜面与水平面之比"), Dimension::Ratio);
const TILTED: Symbol = Symbol::new(
    "H_tilted",
    text("irradiation on the modules", "组件面辐射"),
    Dimension::AnnualLight,
)
.index("倾斜");
const LEVEL: Symbol =
    Symbol::new("H_level", text("irradiation on the level", "水平面辐射"), Dimension::AnnualLight)
        .index("水平");
const YIELD: Symbol =
    Symbol::new("Y", text("yield of a year", "年单位发电量"), Dimension::SpecificYield)
        .unit("kWh/(kWp·a)");
const PERFORMANCE: Symbol =
    Symbol::new("PR", text("performance ratio", "系统效率"), Dimension::Ratio);
const REFERENCE: Symbol = Symbol::new(
    "G_0",
    text("irradiance that the rated power is for", "标准测试辐照度"),
    Dimension::Ratio,
)
.unit("kW/m²");
const GENERATED: Symbol =
    Symbol::new("E", text("generation of the year", "年发电量"), Dimension::PlantEnergy);
const OWN: Symbol =
    Symbol::new("E_own", text("self-consumed", "自用电量"), Dimension::PlantEnergy).index("自用");
const EXPORTED: Symbol =
    Symbol::new("E_exported", text("exported", "上网电量"), Dimension::PlantEnergy).index("上网");
const DEMAND_CHARGE: Symbol = Symbol::new(
    "B_demand",
    text("demand charge before photovoltaics", "装前需量电费"),
    Dimension::Capital,
)
.index("需量");
const DEMAND_PRICE: Symbol =
    Symbol::new("p", text("price of the demand", "需量电价"), Dimension::MoneyPerDemand);
const PEAKS: Symbol =
    Symbol::new("P_m", text("largest hour of each month", "各月最大负荷小时"), Dimension::Power)
        .unit("kW·mo");
const REDUCTION: Symbol =
    Symbol::new("r", text("reduction of the bill", "电费降幅"), Dimension::Ratio);
const BEFORE: Symbol =
    Symbol::new("B_before", text("bill before photovoltaics", "装前电费"), Dimension::Capital)
        .index("装前");
const AFTER: Symbol =
    Symbol::new("B_after", text("bill with photovoltaics", "装后电费"), Dimension::Capital)
        .index("装后");
const INVESTMENT: Symbol = Symbol::new("I", text("investment", "投资"), Dimension::Capital);
const POWER: Symbol = Symbol::new("P", text("rated power", "装机容量"), Dimension::PeakPower);
const PRICE: Symbol =
    Symbol::new("c", text("price of the system", "系统单价"), Dimension::MoneyPerPeak);
const ROOF_WORKS: Symbol =
    Symbol::new("c_roof", text("roof works", "屋面工程单价"), Dimension::MoneyPerPeak)
        .index("屋面");
const FIXED: Symbol =
    Symbol::new("I_fixed", text("fixed part", "固定部分"), Dimension::Capital).index("固定");
const SUBSIDY: Symbol =
    Symbol::new("I_subsidy", text("subsidy", "补贴"), Dimension::Capital).index("补贴");
const VAT: Symbol = Symbol::new(
    "v",
    text("1 and the rate of VAT, which is deducted", "1 加可抵扣增值税率"),
    Dimension::Ratio,
);
const FIRST_FLOW: Symbol =
    Symbol::new("C_1", text("cash flow of year 1", "首年现金流"), Dimension::Capital);
const SAVINGS: Symbol =
    Symbol::new("S", text("savings and feed-in revenue", "节省与售电收入"), Dimension::Capital);
const UPKEEP: Symbol = Symbol::new(
    "M",
    text("operation, maintenance and replacements", "运维与更换费用"),
    Dimension::Capital,
);
const DEDUCTED: Symbol =
    Symbol::new("D", text("income tax and the loan", "所得税与还贷"), Dimension::Capital);
const PRESENT_VALUE: Symbol =
    Symbol::new("NPV", text("net present value", "净现值"), Dimension::Capital);
const FLOWS: Symbol =
    Symbol::new("C_y", text("cash flow of each year", "各年现金流"), Dimension::Capital);
const RATE: Symbol = Symbol::new("i", text("discount rate", "折现率"), Dimension::Ratio);
const YEAR: Symbol = Symbol::new("y", text("year", "年份"), Dimension::Count);
const PAYBACK: Symbol = Symbol::new("T", text("simple payback", "静态回收期"), Dimension::Years);
const YEAR_BEFORE: Symbol = Symbol::new(
    "y",
    text("last year that ends below zero", "累计仍为负的最后一年"),
    Dimension::Years,
);
const CUMULATIVE: Symbol = Symbol::new(
    "S",
    text("cumulative cash flow at its end", "该年末累计现金流"),
    Dimension::Capital,
);
const NEXT_FLOW: Symbol = Symbol::new(
    "C_next",
    text("cash flow of the year after", "下一年现金流"),
    Dimension::MoneyPerYear,
)
.index("次年");
const LEVELISED: Symbol = Symbol::new(
    "LCOE",
    text("nominal levelised cost", "名义平准化度电成本"),
    Dimension::MoneyPerEnergy,
);
const COSTS: Symbol = Symbol::new(
    "M_y",
    text("cost of each year, after tax and depreciation", "各年费用（计税与折旧后）"),
    Dimension::Capital,
);
const ENERGIES: Symbol =
    Symbol::new("E_y", text("generation of each year", "各年发电量"), Dimension::PlantEnergy);
const AVOIDED: Symbol = Symbol::new("m", text("CO₂ avoided", "减排量"), Dimension::Ratio).unit("t");
const EMISSION: Symbol = Symbol::new(
    "e",
    text("emission factor of the grid", "电网排放因子"),
    Dimension::EmissionPerEnergy,
);

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

/// June as the example of a month: clearness, its five classes, the sky's share in the brightest.
fn clearness(n: &Numbers) -> Vec<Step> {
    let place = n.setup.place();
    let day = Day::of(MEAN_DAYS[5]);
    let outside = day.extraterrestrial_kwh_per_m2(place.latitude_deg);
    let (ground, factor) =
        (n.setup.climate.global_kwh_per_m2_day[5], n.setup.values.ghi_factor.value);
    if outside <= 0.0 {
        return Vec::new();
    }
    let mean = (ground * factor / outside).min(CLEAREST_MEAN);
    let of_month = if ground * factor / outside > CLEAREST_MEAN {
        formula!(
            "K = min(K_max, H f / H_0)",
            CLEARNESS(mean),
            CLEAREST(CLEAREST_MEAN),
            IRRADIATION(ground),
            FACTOR(factor),
            OUTSIDE(outside),
        )
    } else {
        formula!(
            "K = H f / H_0",
            CLEARNESS(mean),
            IRRADIATION(ground),
            FACTOR(factor),
            OUTSIDE(outside),
        )
    };
    let classes = clearness_classes(mean);
    let bright = classes[4];
    vec![
        Step::new(
            "clearness",
            text(
                "June as an example: irradiation on the ground divided by that outside the atmosphere on the month's mean day (Klein, Spencer).",
                "以 6 月为例：月平均日的地面辐射与大气层外辐射之比（Klein、Spencer）。",
            ),
            of_month,
        ),
        Step::new(
            "classes",
            phrase(
                text(
                    "Five equally likely days from overcast to clear have this mean (Bendt et al.); each is calculated hour by hour. On the clearest, {0} of the irradiation is diffuse (Erbs).",
                    "由阴到晴取五种等概率天气，均值不变（Bendt 等），各按 24 小时计算。最晴一类的散射占 {0}（Erbs）。",
                ),
                [Arg::Quantity(
                    Dimension::Fraction,
                    diffuse_share_of_day(bright, day.sunset(place.latitude_deg)),
                )],
            ),
            formula!("K = (Σ_i K_i) / 5", CLEARNESS(mean), CLASSES(classes.to_vec())),
        ),
    ]
}

fn light(n: &Numbers) -> Option<Step> {
    let y = &n.specific;
    (y.global > 0.0).then(|| {
        Step::new(
            "light",
            text(
                "Beam, diffuse and ground-reflected light on the tilted modules, hour by hour. The annual sum divided by horizontal irradiation:",
                "逐时计算直射、散射与地面反射落到倾斜组件上的辐射。全年与水平面之比：",
            ),
            formula!(
                "R = H_tilted / H_level",
                TRANSPOSITION(y.on_plane / y.global),
                TILTED(y.on_plane),
                LEVEL(y.global),
            ),
        )
    })
}

fn current(n: &Numbers) -> Step {
    let y = &n.specific;
    let ratio = if y.on_plane > 0.0 { y.alternating / y.on_plane } else { 0.0 };
    Step::new(
        "current",
        phrase(
            text(
                "After glass, temperature, losses of {0} and the inverter, annual generation per kWp:",
                "经玻璃、温度、{0} 的损失与逆变器后，每 kWp 的年发电量：",
            ),
            [Arg::Quantity(Dimension::Fraction, n.setup.losses.value)],
        ),
        formula!(
            "Y = H_tilted PR / G_0",
            YIELD(y.alternating),
            TILTED(y.on_plane),
            PERFORMANCE(ratio),
            REFERENCE(1.0),
        ),
    )
}

fn own_use(n: &Numbers) -> Step {
    let year = &n.size.year;
    Step::new(
        "own_use",
        text(
            "In each hour the plant uses the smaller of generation and load; the rest is exported.",
            "每种天气的每个小时，自用量取发电与用电中的较小者，其余上网。",
        ),
        formula!(
            "E = E_own + E_exported",
            GENERATED(year.generated),
            OWN(year.own),
            EXPORTED(year.exported),
        ),
    )
}

/// The demand charge of a year, where there is one.
fn demand(n: &Numbers) -> Option<Step> {
    let price = n.setup.values.demand_cny_per_kw_month.value / n.setup.vat_divisor;
    (price > 0.0).then(|| {
        Step::new(
            "demand",
            phrase(
                text(
                    "Demand charge before photovoltaics: each month is charged by its own largest hour. Photovoltaics save {0} of it in a year.",
                    "需量电费（装前）：每月按当月最大负荷小时计。光伏每年减少 {0}。",
                ),
                [Arg::Quantity(Dimension::Capital, n.size.demand_saved)],
            ),
            formula!(
                "B_demand = p Σ_m P_m",
                DEMAND_CHARGE(price * n.exchange.demand()),
                DEMAND_PRICE(price),
                PEAKS(n.exchange.peaks().to_vec()),
            ),
        )
    })
}

fn bill(n: &Numbers) -> Option<Step> {
    let size = &n.size;
    Some(Step::new(
        "bill",
        text(
            "Self-consumed electricity saves the price of its hour, exported electricity earns the feed-in price. Reduction of the bill:",
            "自用部分按所在小时电价节省，上网部分按上网电价收益。电费降幅：",
        ),
        formula!(
            "r = (B_before − B_after) / B_before",
            REDUCTION(size.reduction()?),
            BEFORE(size.bill_before),
            AFTER(size.bill_after),
        ),
    ))
}

#[allow(clippy::float_cmp, reason = "a divisor of exactly one is one that does not apply")]
fn investment(n: &Numbers) -> Step {
    let v = &n.setup.values;
    let (price, roof) = (v.capex_cny_per_wp.value, v.roof_works_cny_per_wp.value);
    let (fixed, subsidy) = (v.capex_fixed_cny.value, v.subsidy_cny.value);
    let (invested, power) = (n.size.investment, n.size.capacity_kwp);
    Step::new(
        "investment",
        text(
            "Investment: rated power times price including roof works, plus the fixed part, less the subsidy.",
            "投资：容量乘单价（含屋面工程），加固定部分，减补贴。",
        ),
        if n.setup.vat_divisor == 1.0 {
            formula!(
                "I = 1000[Wp/kWp] P (c + c_roof?) + I_fixed? − I_subsidy?",
                INVESTMENT(invested),
                POWER(power),
                PRICE(price),
                ROOF_WORKS(roof),
                FIXED(fixed),
                SUBSIDY(subsidy),
            )
        } else {
            formula!(
                "I = (1000[Wp/kWp] P (c + c_roof?) + I_fixed?) / v − I_subsidy?",
                INVESTMENT(invested),
                POWER(power),
                PRICE(price),
                ROOF_WORKS(roof),
                FIXED(fixed),
                VAT(n.setup.vat_divisor),
                SUBSIDY(subsidy),
            )
        },
    )
}

fn first_flow(n: &Numbers) -> Step {
    let year = n.money.years.first().copied().unwrap_or_default();
    let flow = n.money.flows.get(1).copied().unwrap_or_default();
    let further = n.setup.values.income_tax.value > 0.0 || n.setup.values.loan_share.value > 0.0;
    let deducted = if further { year.gain - year.cost - flow } else { 0.0 };
    Step::new(
        "first_flow",
        phrase(
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
        ),
        formula!(
            "C_1 = S − M − D?",
            FIRST_FLOW(flow),
            SAVINGS(year.gain),
            UPKEEP(year.cost),
            DEDUCTED(deducted),
        ),
    )
}

/// Years of a sum, from the first on.
fn years(first: u32, count: usize) -> Vec<f64> {
    (first..).take(count).map(f64::from).collect()
}

fn worth(n: &Numbers) -> Step {
    let rate = n.setup.values.discount_rate.value;
    Step::new(
        "npv",
        phrase(
            text(
                "All cash flows of {0}, discounted at {1} a year; the first is today.",
                "{0} 内的现金流按年 {1} 折现，首笔为当前。",
            ),
            [
                Arg::Quantity(Dimension::Years, n.setup.values.years.value),
                Arg::Quantity(Dimension::Fraction, rate),
            ],
        ),
        formula!(
            "NPV = Σ_y C_y / (1 + i)^y",
            PRESENT_VALUE(n.money.npv),
            FLOWS(n.money.flows.clone()),
            RATE(rate),
            YEAR(years(0, n.money.flows.len())),
        ),
    )
}

fn payback(n: &Numbers) -> Option<Step> {
    let paid = n.simple.first.filter(|years| *years > 0.0)?;
    let whole = paid.ceil() - 1.0;
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "years of the horizon, 100 at most"
    )]
    let year = whole as usize;
    let before: f64 = n.money.flows.iter().take(year + 1).sum();
    let flow = n.money.flows.get(year + 1)?;
    Some(Step::new(
        "payback",
        text(
            "The cumulative cash flow reaches zero during the year after y; the flow of that year is spread evenly over it.",
            "累计现金流在第 y 年后的一年内回正，年内按直线插值。",
        ),
        formula!(
            "T = y − S / C_next",
            PAYBACK(paid),
            YEAR_BEFORE(whole),
            CUMULATIVE(before),
            NEXT_FLOW(*flow),
        ),
    ))
}

fn levelised(n: &Numbers) -> Option<Step> {
    let nominal = n.lcoe[1]?;
    let (invested, tax) = (n.size.investment, n.setup.tax());
    let numbers = years(1, n.money.years.len());
    let costs = n.money.years.iter().zip(&numbers).map(|(year, number)| {
        year.cost * (1.0 - tax.rate) - tax.rate * depreciation(invested, &tax, *number)
    });
    Some(Step::new(
        "lcoe",
        phrase(
            text(
                "Nominal levelised cost: present value of investment and O&M divided by that of generation. With generation at the real rate it is {0}.",
                "名义平准化度电成本：投资与运维现值除以发电量现值。发电量按实际利率折现时为 {0}。",
            ),
            [Arg::Quantity(Dimension::MoneyPerEnergy, n.lcoe[0].unwrap_or(nominal))],
        ),
        formula!(
            "LCOE = (I + Σ_y M_y / (1 + i)^y) / Σ_y E_y / (1 + i)^y",
            LEVELISED(nominal),
            INVESTMENT(invested),
            COSTS(costs.collect::<Vec<_>>()),
            RATE(n.setup.values.discount_rate.value),
            ENERGIES(n.money.years.iter().map(|year| year.product).collect::<Vec<_>>()),
            YEAR(numbers),
        ),
    ))
}

fn carbon(n: &Numbers) -> Step {
    Step::new(
        "co2",
        text(
            "CO₂ avoided: self-consumed electricity times the provincial factor. Exported electricity is counted by whoever uses it.",
            "减排量：自用电量乘省级因子。上网电量由使用方计算。",
        ),
        formula!(
            "m = E_own e / 1000[kg/t]",
            AVOIDED(n.co2_avoided_t()),
            OWN(n.size.year.own),
            EMISSION(n.setup.values.co2_kg_per_kwh.value),
        ),
    )
}
