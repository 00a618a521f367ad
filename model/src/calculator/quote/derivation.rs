//! How the price of the first line follows, step by step, with its numbers; and the sum of the order.

use super::finish;
use super::inputs::{PriceRule, Tax};
use super::solve::Numbers;
use crate::quote::cost::Part;
use crate::quote::offer::{Break, Work, pieces_per_load};
use crate::quote::price::Amount;
use crate::report::Step;
use crate::report::formula::{Symbol, formula};
use crate::units::Dimension;
use crate::words::{Arg, phrase, text};

const LOADS: Symbol = Symbol::new("k", text("loads", "槽数"), Dimension::Count);
const PIECES: Symbol = Symbol::new("n", text("pieces ordered", "订购件数"), Dimension::Count);
const PER_LOAD: Symbol = Symbol::new("m", text("pieces in a load", "每槽件数"), Dimension::Count);
const HOURS: Symbol = Symbol::new("h", text("hours of the line", "占用工时"), Dimension::Hours);
const TAKT: Symbol = Symbol::new("T", text("takt", "节拍"), Dimension::Minutes);
const UPTIME: Symbol = Symbol::new("u", text("uptime", "开动率"), Dimension::Ratio);
const COST: Symbol =
    Symbol::new("C", text("cost of the lot", "整批成本"), Dimension::Money).decimals(2);
const COSTS: Symbol =
    Symbol::new("C_i", text("cost of each part", "各项成本"), Dimension::Money).decimals(2);
const UNIT_COST: Symbol =
    Symbol::new("c", text("cost of a piece", "单件成本"), Dimension::Money).decimals(4);
const PRICE: Symbol = Symbol::new(
    "p",
    text("price of a piece before rounding", "进位前的单件价格"),
    Dimension::Money,
)
.decimals(4);
const MARGIN: Symbol = Symbol::new("g", text("margin", "毛利率"), Dimension::Ratio);
const MARK_UP: Symbol = Symbol::new("a", text("mark-up", "加成率"), Dimension::Ratio);
const LINE_PRICE: Symbol =
    Symbol::new("P", text("price of the line", "该项金额"), Dimension::Price).decimals(2);
const QUANTITY: Symbol = Symbol::new(
    "n",
    text("quantity in the unit of the price", "按计价单位的数量"),
    Dimension::Count,
)
.exact();
const UNIT_PRICE: Symbol =
    Symbol::new("p_unit", text("unit price", "单价"), Dimension::PricePerPiece)
        .index("单")
        .decimals(4);
const SUM: Symbol =
    Symbol::new("S", text("sum of the order", "订单合计"), Dimension::Price).decimals(2);
const AMOUNTS: Symbol = Symbol::new(
    "P_i",
    text("lines as charged, and each surcharge", "各项计收金额与附加费"),
    Dimension::Price,
)
.decimals(2);

/// Every step.
pub fn steps(n: &Numbers) -> Vec<Step> {
    let Some((one, work)) = n.first().zip(n.works.first()) else { return Vec::new() };
    vec![loads(one, work), line_hours(one), cost(one), price(n, one), line_price(n, one), sum(n)]
}

fn loads(one: &Break, work: &Work) -> Step {
    let per_load = pieces_per_load(work);
    Step::new(
        "loads",
        phrase(
            text(
                "Loads of the first line: {0} {0:piece fits|pieces fit} into one by room or by current, whichever is less. They are filled alike.",
                "第一项的槽数：每槽按空间或电流（取小者）可装 {0} 件，各槽装载相同。",
            ),
            [Arg::Quantity(Dimension::Count, per_load)],
        ),
        formula!(
            "k = ceil(n / m)",
            LOADS(one.lot.loads.count),
            PIECES(one.lot.pieces),
            PER_LOAD(per_load),
        ),
    )
}

fn line_hours(one: &Break) -> Step {
    Step::new(
        "line_hours",
        text(
            "Hours of the line: a load leaves every takt, stops included.",
            "占用生产线工时：每节拍出一槽，含停机。",
        ),
        formula!(
            "h = k T / (60[min/h] u)",
            HOURS(one.lot.line_h()),
            LOADS(one.lot.loads.count),
            TAKT(one.lot.takt_min),
            UPTIME(one.lot.uptime),
        ),
    )
}

fn cost(one: &Break) -> Step {
    let parts: Vec<f64> =
        Part::ALL.iter().map(|part| one.cost.of(*part)).filter(|cost| *cost > 0.0).collect();
    Step::new(
        "cost",
        text(
            "The lot costs its metal, energy, chemicals, water and waste at the load it really has, handling, hours of the line and their share of its idle hours, ovens, what is spent once, rejects and freight.",
            "整批成本为按实际装载计的金属、能源、化学品、用水与废物，加装卸与包装人工、生产线工时及分摊的空闲工时、烘烤、一次性费用、不合格品与运费。",
        ),
        formula!("C = Σ_i C_i", COST(one.cost.total()), COSTS(parts)),
    )
}

fn price(n: &Numbers, one: &Break) -> Step {
    let rates = &n.setup.rates;
    let price = n.shop.rule.price(one.unit_cost);
    let (words, formula) = match n.setup.rule {
        PriceRule::Margin => (
            text(
                "The price leaves the margin as its share. Cost is done with here: the price knows nothing else of it.",
                "售价按毛利率定价。至此成本计算结束，定价只取其结果。",
            ),
            formula!(
                "p = c / (1 − g)",
                PRICE(price),
                UNIT_COST(one.unit_cost),
                MARGIN(rates.margin.value),
            ),
        ),
        PriceRule::MarkUp => (
            text(
                "The price is the cost with its mark-up. Cost is done with here: the price knows nothing else of it.",
                "售价为成本加成。至此成本计算结束，定价只取其结果。",
            ),
            formula!(
                "p = c (1 + a)",
                PRICE(price),
                UNIT_COST(one.unit_cost),
                MARK_UP(rates.mark_up.value),
            ),
        ),
    };
    Step::new("price", words, formula)
}

fn line_price(n: &Numbers, one: &Break) -> Step {
    let per = n.offer.lines.first().map(|line| line.measure.per).unwrap_or_default();
    Step::new(
        "line_price",
        phrase(
            text(
                "Converted to the currency and rounded up. {1}: {0}. The line is quantity by unit price, to the hundredth.",
                "折算为报价币种并进位。{1}：{0}。每项金额为数量乘单价，精确到分。",
            ),
            [
                Arg::Quantity(Dimension::PricePerPiece, one.unit_price.value()),
                Arg::Text(finish::unit_price(per)),
            ],
        ),
        formula!(
            "P ≈ n p_unit",
            LINE_PRICE(one.price.value()),
            QUANTITY(one.quantity.value()),
            UNIT_PRICE(one.unit_price.value()),
        ),
    )
}

fn sum(n: &Numbers) -> Step {
    let o = &n.offer;
    let amounts: Vec<f64> = [o.goods, o.metal, o.energy, o.environment, o.expedite]
        .map(Amount::value)
        .into_iter()
        .enumerate()
        .filter(|(place, amount)| *place == 0 || *amount != 0.0)
        .map(|(_, amount)| amount)
        .collect();
    let sum = if n.setup.tax_basis == Tax::Included { o.total } else { o.net };
    Step::new(
        "sum",
        phrase(
            text(
                "The amounts charged for the lines, minimum charges applied, and the surcharges; tax is {0}.",
                "各项计收金额（已计最低收费）与附加费之和；税额 {0}。",
            ),
            [Arg::Quantity(Dimension::Price, o.tax.value())],
        ),
        formula!("S = Σ_i P_i", SUM(sum.value()), AMOUNTS(amounts)),
    )
}
