//! The report: the answer, what it is made of, and everything that stands behind it.

use super::Inputs;
use super::bands::{Band, Bands, charged_by};
use super::changes::{Change, changes, pieces};
use super::results::{RESULTS, lines, ordered};
use super::setup::Asking;
use super::solve::{self, Numbers};
use super::standing::Standing;
use super::{derivation, finish, judgements};
use crate::calculator::{Field, InputTable, Kind, Origin, basis};
use crate::data::{Listed, Row};
use crate::quote::cost::Part;
use crate::quote::lead::Day;
use crate::quote::offer::{Break, OfferedLine, Shop};
use crate::quote::price::Per;
use crate::report::{
    Answer, Bar, Bars, Column, Designation, Direction, Figure, Item, Onward, Report, Section,
    SectionRow, item,
};
use crate::units::Dimension;
use crate::words::{Arg, Phrase, Text, phrase, symbol, text};
use serde_json::Value;

/// Explains the numbers.
pub fn report(inputs: &Inputs, n: &Numbers) -> Report {
    Report::new(answer(n))
        .highlights(highlights(n))
        .judgements(judgements::first(inputs, n))
        .results(RESULTS.iter().map(|one| one.named(n)))
        .onward(onward(n))
}

/// What stands behind the answer.
pub fn explain_fully(inputs: &Inputs, n: &Numbers, report: &mut Report) {
    let (bands, drivers) = swings(inputs, n);
    let measured: Vec<Text> = drivers.iter().take(2).map(|(label, ..)| *label).collect();
    report.further = judgements::of_bands(n, &bands, &measured);
    report.further.extend(judgements::further(n));
    report.designations = dates(n);
    report.records = vec![("lines", lines(inputs, n, &bands))];
    report.sections = sections(n, &bands);
    report.steps = derivation::steps(n);
    report.mistakes = mistakes(n);
    report.charts = charts(n, &drivers);
    report.basis = basis_of(inputs, n);
    report.limits = LIMITS.to_vec();
}

/// What the model does not know.
const LIMITS: [Text; 6] = [
    text(
        "Your books: rates and minutes are those of an example until you put your own.",
        "贵厂的账目：费率和工时在您填写之前均为示例。",
    ),
    text(
        "Value-added tax in what is bought: prices of material are counted as they are quoted, most of them with tax, so costs lie on the safe side.",
        "采购中的增值税：材料价格按报价计，多数含税，因此成本偏保守。",
    ),
    text("What the market bears: this is a price from cost.", "市场行情：此处只是成本定价。"),
    text(
        "Public holidays: working days are Mondays to Fridays.",
        "法定节假日：工作日按周一至周五计。",
    ),
    text(
        "Loads shared between orders: each lot has loads and ovens of its own.",
        "不同订单拼槽：每批按单独装槽、单独装炉计。",
    ),
    text(
        "Rejects above the usual share of the process, claims, and delays of payment.",
        "超出该工艺常见比例的不良、索赔与拖欠货款。",
    ),
];

/// The part of a line that has no name.
pub fn part(line: &Asking) -> Phrase {
    let shape = Arg::Text(line.part.shape.name());
    if line.part.shape.has_thread() {
        phrase(symbol("{0} {1}"), [shape, Arg::Text(symbol(line.part.thread.id))])
    } else {
        phrase(symbol("{0}"), [shape])
    }
}

/// A line by its number and name.
pub fn title(place: usize, line: &Asking) -> Phrase {
    let number = Arg::Count(u32::try_from(place + 1).unwrap_or(u32::MAX));
    if line.name.is_empty() {
        let shape = Arg::Text(line.part.shape.name());
        if line.part.shape.has_thread() {
            return phrase(
                text("Line {0}: {1} {2}", "第 {0} 项：{1} {2}"),
                [number, shape, Arg::Text(symbol(line.part.thread.id))],
            );
        }
        return phrase(text("Line {0}: {1}", "第 {0} 项：{1}"), [number, shape]);
    }
    phrase(text("Line {0}: {1}", "第 {0} 项：{1}"), [number, Arg::Name(line.name.clone())])
}

fn answer(n: &Numbers) -> Answer {
    let tax = match n.setup.tax_basis {
        super::inputs::Tax::Untold => text("without tax", "不含税"),
        _ => text("with tax", "含税"),
    };
    let words = match n.standing {
        Some(Standing::Stands { .. }) => text(
            "Order total in {1}, {2}, as quoted (lines: {0})",
            "{0} 项合计（{1}，{2}，按已报价）",
        ),
        _ => text("Order total in {1}, {2} (lines: {0})", "{0} 项合计（{1}，{2}）"),
    };
    let label = phrase(
        words,
        [
            Arg::Count(u32::try_from(n.works.len()).unwrap_or(u32::MAX)),
            Arg::Text(n.setup.currency.sign()),
            Arg::Text(tax),
        ],
    );
    Answer { label, dimension: Dimension::Price, value: n.offer.total.value(), range: None }
}

fn highlights(n: &Numbers) -> Vec<Item> {
    let price = n.first().map(|one| one.unit_price.value());
    let lead = text("Lead time, working days", "交期（工作日）");
    let all = [
        price.map(|price| item(first_price(n), Dimension::PricePerPiece, price)),
        Some(item(text("Net", "不含税"), Dimension::Price, n.offer.net.value())),
        Some(item(lead, Dimension::Days, n.offer.lead_days)),
        Some(item(text("Cost of the order", "订单成本"), Dimension::Money, n.cost())),
        n.margin().map(|margin| item(text("Margin", "毛利率"), Dimension::Fraction, margin)),
    ];
    all.into_iter().flatten().collect()
}

/// What the unit price of the first line is called.
fn first_price(n: &Numbers) -> Text {
    match n.offer.lines.first().map(|line| line.measure.per).unwrap_or_default() {
        Per::Piece => text("Unit price, first line", "单价（第一项）"),
        Per::Thousand => text("Price per 1,000 pieces, first line", "千件单价（第一项）"),
        Per::Kilogram => text("Price per kg, first line", "每 kg 单价（第一项）"),
        Per::SquareDecimetre => text("Price per dm², first line", "每 dm² 单价（第一项）"),
        Per::Lot => text("Price of the lot, first line", "每批价格（第一项）"),
    }
}

/// The day of delivery if it is ordered on the day of the quote, and the last day on which it is valid.
pub fn days(date: Day, lead_days: f64, valid_days: f64) -> (String, String) {
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "days of some years, capped"
    )]
    let whole = |days: f64| days.ceil().clamp(0.0, 36_500.0) as u32;
    (date.after(whole(lead_days)).to_string(), date.plus(whole(valid_days)).to_string())
}

/// Delivery and validity, where the quote has a date.
fn dates(n: &Numbers) -> Vec<Designation> {
    let Some(date) = n.setup.date else { return Vec::new() };
    let (delivery, valid) = days(date, n.offer.lead_days, n.setup.validity.valid_days.value);
    let told = |name: &'static str, label: Text, day: String| Designation {
        name,
        of: None,
        label,
        value: Some(day),
        words: None,
    };
    vec![
        told(
            "delivery_date",
            text("Delivered, if ordered on the day of the quote", "交货日期（报价当日下单）"),
            delivery,
        ),
        told("valid_until", text("Valid until", "有效至"), valid),
    ]
}

/// A section of the sum and one of each line, its quantities side by side.
fn sections(n: &Numbers, bands: &[Bands]) -> Vec<Section> {
    let of = |name: &&str| {
        let one = RESULTS.iter().find(|one| one.name == *name)?;
        let value = one.value(n).filter(|value| *value != 0.0 || *name == "total_price")?;
        Some(SectionRow {
            label: one.label.into(),
            dimension: one.dimension,
            values: vec![Some(value)],
        })
    };
    let names = [
        "goods_price",
        "metal_price",
        "energy_price",
        "environment_price",
        "expedite_price",
        "net_price",
        "tax_price",
        "total_price",
        "total_cost_cny",
        "order_margin",
    ];
    let title_of =
        phrase(text("The order, in {0}", "订单（{0}）"), [Arg::Text(n.setup.currency.sign())]);
    let mut all = vec![Section {
        title: title_of,
        columns: Vec::new(),
        rows: names.iter().filter_map(of).collect(),
    }];
    let changes = changes(n);
    if !changes.is_empty() {
        let column = |label: Text| Column { label: label.into(), per: None };
        let row = |one: Change| SectionRow {
            label: one.label,
            dimension: one.dimension,
            values: vec![Some(one.then), Some(one.now), Some(one.now - one.then)],
        };
        all.push(Section {
            title: phrase(
                text(
                    "Quoted, and what it would be now, in {0}",
                    "已报价格与现在重新计算的结果（{0}）",
                ),
                [Arg::Text(n.setup.currency.sign())],
            ),
            columns: vec![
                column(text("Quoted", "已报")),
                column(text("Now", "现在")),
                column(text("Change", "变化")),
            ],
            rows: changes.into_iter().map(row).collect(),
        });
    }
    for (place, (asking, line)) in n.setup.lines.iter().zip(&n.offer.lines).enumerate() {
        all.push(prices_of(
            title(place, asking),
            line,
            bands.get(place).map_or(&[], Vec::as_slice),
            &n.shop,
        ));
    }
    all
}

/// Prices of a line at each of its quantities.
fn prices_of(title: Phrase, line: &OfferedLine, bands: &[Band], shop: &Shop) -> Section {
    let column = |one: &Break| Column {
        label: phrase(
            text("{0} {0:piece|pieces}", "{0} 件"),
            [Arg::Quantity(Dimension::Count, pieces(one.pieces))],
        ),
        per: None,
    };
    let row =
        |label: Text, dimension: Dimension, value: &dyn Fn(&Break) -> Option<f64>| SectionRow {
            label: label.into(),
            dimension,
            values: line.breaks.iter().map(value).collect(),
        };
    let mut rows = vec![
        row(finish::unit_price(line.measure.per), Dimension::PricePerPiece, &|one| {
            Some(one.unit_price.value())
        }),
        row(text("Quantity by unit price", "数量乘单价"), Dimension::Price, &|one| {
            Some(one.price.value())
        }),
        row(text("Unit cost, CNY", "单件成本（元）"), Dimension::PricePerPiece, &|one| {
            Some(one.unit_cost)
        }),
        row(
            text("Charged, ordered instead", "改订此数量时计收"),
            Dimension::Price,
            &|one| one.held_at.map(|_| one.charged.value()),
        ),
        row(
            text("Break-even quantity at this unit price", "按此单价的保本数量"),
            Dimension::Count,
            &|one| one.break_even,
        ),
        row(text("Loads", "槽数"), Dimension::Count, &|one| Some(one.lot.loads.count)),
        row(text("Line time", "占用生产线"), Dimension::Hours, &|one| Some(one.lot.line_h())),
        row(text("Lead time, working days", "交期（工作日）"), Dimension::Days, &|one| {
            Some(one.lead_days)
        }),
    ];
    if line.measure.per != Per::Piece && line.measure.per != Per::Lot {
        // As a price per piece: with four decimals, so that what is printed is what was multiplied.
        rows.insert(
            0,
            row(in_unit(line.measure.per), Dimension::PricePerPiece, &|one| {
                Some(one.quantity.value())
            }),
        );
    }
    rows.retain(|row| row.values.iter().any(Option::is_some));
    for part in
        Part::ALL.iter().filter(|part| line.breaks.iter().any(|one| one.cost.of(**part) > 0.0))
    {
        rows.push(row(part.label(), Dimension::Money, &|one| Some(one.cost.of(*part))));
    }
    rows.push(row(text("Cost of the lot", "整批成本"), Dimension::Money, &|one| {
        Some(one.cost.total())
    }));
    let mut of_band =
        |label: Text, dimension: Dimension, value: &dyn Fn(&Break, &Band) -> Option<f64>| {
            rows.push(SectionRow {
                label: label.into(),
                dimension,
                values: line.breaks.iter().zip(bands).map(|(one, band)| value(one, band)).collect(),
            });
        };
    of_band(
        text("Unit cost, low end of its band, CNY", "单件成本区间下限（元）"),
        Dimension::PricePerPiece,
        &|one, band| Some(band.low / pieces(one.pieces)),
    );
    of_band(
        text("Unit cost, high end of its band, CNY", "单件成本区间上限（元）"),
        Dimension::PricePerPiece,
        &|one, band| Some(band.high / pieces(one.pieces)),
    );
    of_band(
        text("Margin at the high end", "成本上限时的毛利率"),
        Dimension::Fraction,
        &|one, band| band.margin(shop.brings(one.price.value())),
    );
    let charged = line.charged.price.value();
    rows.push(SectionRow {
        label: phrase(
            text("Charged for the order, by {0}", "订单计收（{0}）"),
            [Arg::Text(charged_by(line).1)],
        ),
        dimension: Dimension::Price,
        values: line
            .breaks
            .iter()
            .enumerate()
            .map(|(place, _)| (place == 0).then_some(charged))
            .collect(),
    });
    Section { title, columns: line.breaks.iter().map(column).collect(), rows }
}

/// The heading of quantities in the unit of their price.
const fn in_unit(per: Per) -> Text {
    match per {
        Per::Piece | Per::Lot => text("Pieces", "件数"),
        Per::Thousand => text("1,000 pieces", "千件"),
        Per::Kilogram => text("Mass, kg", "重量（kg）"),
        Per::SquareDecimetre => text("Plated area, dm²", "电镀面积（dm²）"),
    }
}

/// A figure of the shop and by how much it moves the cost of the order, CNY, at its low and its high end.
type Driver = (Text, f64, f64);

/// The bands of every line, and what moves the cost of the order, most first.
fn swings(inputs: &Inputs, n: &Numbers) -> (Vec<Bands>, Vec<Driver>) {
    let base: Vec<f64> = costs(n);
    let mut squares = vec![[0.0_f64; 2]; base.len()];
    let mut drivers = Vec::new();
    // Only rates move: what was understood of the lines, and their parts, stay as they are.
    let mut setup = n.setup.clone();
    let mut shop = inputs.shop.clone();
    let in_doubt = |field: &&Field| {
        field.nature.is_of_the_world()
            && field.name.starts_with("shop.")
            && n.setup.counts(field.name)
    };
    for field in Inputs::fields().iter().filter(in_doubt) {
        let Kind::Number { .. } = field.kind else { continue };
        let Some(fact) = n
            .setup
            .value(field.name)
            .filter(|valued| valued.origin == Origin::Default)
            .and_then(|valued| valued.fact)
        else {
            continue;
        };
        if !fact.has_range() {
            continue;
        }
        let name = field.name.trim_start_matches("shop.");
        let mut at = |value: f64| {
            let before = shop.clone();
            shop.set(name, &Value::from(value), &mut Vec::new());
            setup.set_rates(&shop);
            shop = before;
            solve::costs(&setup, &n.solids).unwrap_or_else(|| base.clone())
        };
        let ends = [at(fact.low), at(fact.high)];
        for (place, (base, squares)) in base.iter().zip(&mut squares).enumerate() {
            for end in &ends {
                let swing = end.get(place).map_or(0.0, |cost| cost - base);
                let side = usize::from(swing > 0.0);
                if let Some(square) = squares.get_mut(side) {
                    *square += swing * swing;
                }
            }
        }
        let of_order = |costs: &[f64]| {
            orders(n).filter_map(|place| Some(costs.get(place)? - base.get(place)?)).sum::<f64>()
        };
        let [low, high] = &ends;
        drivers.push((field.label, of_order(low), of_order(high)));
    }
    let mut all = base.iter().zip(&squares).map(|(base, [below, above])| Band {
        low: (base - below.sqrt()).max(0.0),
        high: base + above.sqrt(),
    });
    let bands =
        n.offer.lines.iter().map(|line| all.by_ref().take(line.breaks.len()).collect()).collect();
    drivers.retain(|(_, low, high)| low.abs() + high.abs() > 1e-9);
    drivers.sort_by(|one, other| (other.2 - other.1).abs().total_cmp(&(one.2 - one.1).abs()));
    (bands, drivers)
}

/// Cost of every quantity of every line, one after another, CNY.
fn costs(n: &Numbers) -> Vec<f64> {
    n.offer.lines.iter().flat_map(|line| &line.breaks).map(|one| one.cost.total()).collect()
}

/// Where the quantities of the order stand among all.
fn orders(n: &Numbers) -> impl Iterator<Item = usize> {
    n.offer.lines.iter().scan(0, |next, line| {
        let place = *next;
        *next += line.breaks.len();
        Some(place)
    })
}

/// What is usually got wrong here.
fn mistakes(n: &Numbers) -> Vec<Phrase> {
    let mut all: Vec<Phrase> = vec![
        text("Margin and mark-up are not the same: a mark-up of 20 % is a margin of 16.7 %.", "毛利率与成本加成不同：加成 20 % 只相当于毛利率 16.7 %。").into(),
        text(
            "An hour of the line costs what it costs whether it is sold or not: the rate is divided by the share of hours that are sold.",
            "生产线无论是否售出工时都要花钱：工时费须除以利用率。",
        )
        .into(),
    ];
    if let Some(one) = n.first().filter(|one| one.lot.loads.count > 1.0) {
        all.push(phrase(
            text("Counting part of a load: {0} {0:piece takes|pieces take} {1} whole {1:load|loads}.", "按不足一槽折算：{0} 件须占用 {1} 整槽。"),
            [Arg::Quantity(Dimension::Count, pieces(one.pieces)), Arg::Quantity(Dimension::Count, one.lot.loads.count)],
        ));
    }
    all
}

fn charts(n: &Numbers, drivers: &[Driver]) -> Vec<Figure> {
    let mut totals: Vec<(Text, f64)> = Part::ALL
        .iter()
        .map(|part| {
            (
                part.label(),
                n.offer.lines.iter().filter_map(ordered).map(|one| one.cost.of(*part)).sum::<f64>(),
            )
        })
        .filter(|(_, cost)| *cost > 0.0)
        .collect();
    totals.sort_by(|one, other| other.1.total_cmp(&one.1));
    let bars = |id: &'static str, title: Text, value: Text, bars: Vec<Bar>| {
        Figure::Bars(Bars {
            id,
            title,
            value: (value, Dimension::Money),
            along: None,
            direction: Direction::Across,
            parts: vec![value.into()],
            bars,
            marks: Vec::new(),
            total: false,
        })
    };
    let parts = totals.into_iter().map(|(label, cost)| Bar::stacked(label, &[cost])).collect();
    let mut all = vec![bars(
        "build_up",
        text("What the order costs", "订单成本构成"),
        text("Cost", "成本"),
        parts,
    )];
    let drivers: Vec<Bar> = drivers
        .iter()
        .take(8)
        .map(|(label, low, high)| Bar::stacked(*label, &[(high - low).abs()]))
        .collect();
    if !drivers.is_empty() {
        all.push(bars(
            "drivers",
            text(
                "What drives the cost: from one end of its range to the other",
                "影响成本的因素：取值区间两端之差",
            ),
            text("Swing", "变动"),
            drivers,
        ));
    }
    all
}

/// The figures that the result rests on: every default that was not overridden.
fn basis_of(inputs: &Inputs, n: &Numbers) -> Vec<Row> {
    let fields = Inputs::fields()
        .iter()
        .filter(|field| n.setup.counts(field.name) && inputs.get(field.name).is_none())
        .filter_map(|field| Some((field.label, n.setup.value(field.name)?)));
    basis(n.setup.profile.name, fields).collect()
}

/// To the area of the first part's load.
fn onward(n: &Numbers) -> Vec<Onward> {
    let Some(one) = n.first() else { return Vec::new() };
    vec![Onward {
        to: "plating-time",
        label: phrase(text("How long a load of the first line plates", "第一项一槽需要镀多久"), []),
        inputs: vec![("area_dm2", one.lot.area_dm2), ("pieces", one.lot.loads.pieces.ceil())],
    }]
}
