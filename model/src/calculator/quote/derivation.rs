//! How the price of the first line follows, step by step, with its numbers; and the sum of the order.

use super::finish;
use super::inputs::PriceRule;
use super::solve::Numbers;
use crate::quote::cost::Part;
use crate::report::Step;
use crate::report::math::{Math, equation, num, op, over, product, sym};
use crate::units::Dimension;
use crate::words::{Arg, Text, phrase, text};

/// Every step.
pub fn steps(n: &Numbers) -> Vec<Step> {
    let Some((one, work)) = n.first().zip(n.works.first()) else { return Vec::new() };
    let lot = &one.lot;
    let row = |factors: Vec<Math>| Math::Row(product(factors));
    let mut steps = vec![
        step(
            "loads",
            text(
                "Loads of the first line: {0} {0:piece fits|pieces fit} into one by room or by current, whichever is less. They are filled alike.",
                "第一项的槽数：每槽按空间或电流（取小者）可装 {0} 件，各槽装载相同。",
            ),
            [Arg::Quantity(Dimension::Count, crate::quote::offer::pieces_per_load(work))],
            equation(
                sym("k"),
                Math::Row(vec![op("⌈"), over(vec![sym("n")], vec![sym("m")]), op("⌉")]),
                Math::Row(vec![
                    op("⌈"),
                    over(
                        vec![num(lot.pieces)],
                        vec![num(crate::quote::offer::pieces_per_load(work))],
                    ),
                    op("⌉"),
                ]),
                lot.loads.count,
                "",
            ),
        ),
        step(
            "line_hours",
            text(
                "Hours of the line: a load leaves every takt, stops included.",
                "占用生产线工时：每节拍出一槽，含停机。",
            ),
            [],
            equation(
                sym("h"),
                over(vec![sym("k"), sym("T")], vec![Math::Exact("60"), sym("u")]),
                over(
                    vec![num(lot.loads.count), num(lot.takt_min)],
                    vec![Math::Exact("60"), num(lot.uptime)],
                ),
                lot.line_h(),
                "h",
            ),
        ),
    ];
    let parts: Vec<f64> =
        Part::ALL.iter().map(|part| one.cost.of(*part)).filter(|cost| *cost > 0.0).collect();
    let mut numbers = Vec::new();
    for (place, part) in parts.iter().enumerate() {
        if place > 0 {
            numbers.push(op("+"));
        }
        numbers.push(num(*part));
    }
    steps.push(step(
        "cost",
        text(
            "The lot costs its metal, energy, chemicals, water and waste at the load it really has, handling, hours of the line and their share of its idle hours, ovens, what is spent once, rejects and freight.",
            "整批成本为按实际装载计的金属、能源、化学品、用水与废物，加装卸与包装人工、生产线工时及分摊的空闲工时、烘烤、一次性费用、不合格品与运费。",
        ),
        [],
        equation(sym("C"), Math::Row(vec![op("∑"), sym("Cᵢ")]), Math::Row(numbers), one.cost.total(), "CNY"),
    ));
    let v = &n.setup.rates;
    let (symbols, with_numbers, words) = match n.setup.rule {
        PriceRule::Margin => (
            Math::Fraction(vec![sym("c")], vec![Math::Exact("1"), op("−"), sym("g")]),
            Math::Fraction(
                vec![num(one.unit_cost)],
                vec![Math::Exact("1"), op("−"), num(v.margin.value)],
            ),
            text(
                "The price leaves the margin as its share. Cost is done with here: the price knows nothing else of it.",
                "售价按毛利率定价。至此成本计算结束，定价只取其结果。",
            ),
        ),
        PriceRule::MarkUp => (
            Math::Row(vec![sym("c"), op("("), Math::Exact("1"), op("+"), sym("a"), op(")")]),
            Math::Row(vec![
                num(one.unit_cost),
                op("·"),
                op("("),
                Math::Exact("1"),
                op("+"),
                num(v.mark_up.value),
                op(")"),
            ]),
            text(
                "The price is the cost with its mark-up. Cost is done with here: the price knows nothing else of it.",
                "售价为成本加成。至此成本计算结束，定价只取其结果。",
            ),
        ),
    };
    steps.push(step(
        "price",
        words,
        [],
        equation(sym("p"), symbols, with_numbers, n.shop.rule.price(one.unit_cost), "CNY"),
    ));
    steps.push(step(
        "line_price",
        text(
            "Converted to the currency and rounded up. {1}: {0}. The line is quantity by unit price, to the hundredth.",
            "折算为报价币种并进位。{1}：{0}。每项金额为数量乘单价，精确到分。",
        ),
        [
            Arg::Quantity(Dimension::PricePerPiece, one.unit_price.value()),
            Arg::Text(finish::unit_price(n.offer.lines.first().map(|line| line.measure.per).unwrap_or_default())),
        ],
        equation(sym("P"), row(vec![sym("n"), sym("p")]), row(vec![num(one.quantity.value()), num(one.unit_price.value())]), one.price.value(), ""),
    ));
    let o = &n.offer;
    let all = [o.goods, o.metal, o.energy, o.environment, o.expedite]
        .map(crate::quote::price::Amount::value);
    let mut sum = Vec::new();
    for (place, amount) in
        all.into_iter().enumerate().filter(|(place, amount)| *place == 0 || *amount != 0.0)
    {
        if place > 0 {
            sum.push(op("+"));
        }
        sum.push(num(amount));
    }
    let told = all.iter().sum::<f64>();
    steps.push(step(
        "sum",
        text(
            "The amounts charged for the lines, minimum charges applied, and the surcharges; tax is {0}.",
            "各项计收金额（已计最低收费）与附加费之和；税额 {0}。",
        ),
        [Arg::Quantity(Dimension::Price, o.tax.value())],
        equation(sym("S"), Math::Row(vec![op("∑"), sym("Pᵢ")]), Math::Row(sum), told, ""),
    ));
    steps
}

fn step(id: &'static str, text: Text, args: impl Into<Vec<Arg>>, formula: Math) -> Step {
    Step { id, text: phrase(text, args), formula }
}
