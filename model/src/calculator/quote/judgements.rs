//! What to think of the quote: what lies below its cost, what a rule changed, what a steel needs, and how it compares with the trade.

use super::explain::{Bands, changes};
use super::issued::{Issued, Standing};
use super::solve::Numbers;
use crate::calculator::{Field, InputTable, Valued, fine_only_if_usual, unsupported};
use crate::data::Listed;
use crate::data::Source;
use crate::data::deposits::Deposit;
use crate::data::shops::{JOB_BARREL, JOB_RACK};
use crate::data::sources::{B633_2019, B850_CHART, DERIVATION, JUDGEMENT};
use crate::plating::embrittlement::B850;
use crate::quote::minimum::By;
use crate::report::{Judgement, Level};
use crate::units::Dimension;
use crate::words::{Arg, Phrase, Text, phrase, text};

fn judgement(id: &'static str, level: Level, message: impl Into<Phrase>, source: &'static Source) -> Judgement {
    Judgement { id, level, message: message.into(), source: Some(source) }
}

fn count(of: usize) -> Arg {
    Arg::Count(u32::try_from(of).unwrap_or(u32::MAX))
}

/// Numbers of lines as they stand in a sentence: 1, 4, 7; of many the first ones.
fn numbers(places: &[usize]) -> Arg {
    let mut told: Vec<String> = places.iter().take(12).map(|place| (place + 1).to_string()).collect();
    if places.len() > 12 {
        told.push("…".to_owned());
    }
    Arg::Name(told.join(", "))
}

/// One sentence for all lines of which something holds; none where it holds of none.
fn of_lines(all: &mut Vec<Judgement>, id: &'static str, level: Level, words: Text, source: &'static Source, places: &[usize]) {
    if !places.is_empty() {
        all.push(judgement(id, level, phrase(words, [numbers(places)]), source));
    }
}

/// What stands at once: whether the order pays.
pub fn first(n: &Numbers) -> Vec<Judgement> {
    let mut all = Vec::new();
    below_cost(n, &mut all);
    fine_only_if_usual(&mut all, in_force(n).map(|(_, valued)| valued));
    all
}

/// The numbers in force with their fields.
fn in_force(n: &Numbers) -> impl Iterator<Item = (&'static Field, Valued)> {
    super::Inputs::fields().iter().filter(|field| n.setup.counts(field.name)).filter_map(|field| Some((field, n.setup.value(field.name)?)))
}

/// Every other judgement, what decides first.
pub fn further(n: &Numbers) -> Vec<Judgement> {
    let mut all = Vec::new();
    all.extend(n.standing.as_ref().map(|standing| of_given(n, standing)));
    steel(n, &mut all);
    rules(n, &mut all);
    trade(n, &mut all);
    let contradicted = places(n, |place| {
        let line = n.setup.lines.get(place)?;
        let deposit = Deposit::find(line.process.bath_row().deposit)?;
        Some(line.asked.is_some_and(|asked| asked.deposit != deposit.id))
    });
    of_lines(
        &mut all,
        "designation_contradicted",
        Level::Warning,
        text("Lines {0}: the designation asks for another deposit than this process gives.", "第 {0} 项：镀层代号与所选工艺的镀层不符。"),
        &DERIVATION,
        &contradicted,
    );
    let without = places(n, |place| Some(!n.setup.lines.get(place)?.quantities.1));
    of_lines(
        &mut all,
        "quantities_assumed",
        Level::Note,
        text("Lines {0} name no quantities: those shown are an example.", "第 {0} 项未填数量：所示数量为示例。"),
        &JUDGEMENT,
        &without,
    );
    all.push(unsupported(in_force(n)));
    all
}

/// How a quote that was given stands to what would be asked for today.
fn of_given(n: &Numbers, standing: &Standing) -> Judgement {
    let versions = |record: &str| Issued::read(record).map_or_else(Default::default, |issued| [issued.engine, issued.data]);
    match standing {
        Standing::Stands { record, today } => {
            let [engine, data] = versions(record);
            let is_this = engine == crate::ENGINE_VERSION && data == crate::DATA_VERSION;
            let [engine, data] = [engine, data].map(Arg::Name);
            let changed = changes(n).len();
            if changed == 0 {
                let words = text(
                    "As quoted with engine {0} and data of {1}; computed now, every price is the same.",
                    "此报价由引擎 {0}、数据 {1} 算得；现在重新计算，所有价格不变。",
                );
                return judgement("as_quoted", Level::Ok, phrase(words, [engine, data]), &DERIVATION);
            }
            let words = if is_this {
                text(
                    "Quoted with this version (engine {0}, data of {1}), but your shop's figures have changed since; numbers that would change: {2}, the total from {3} to {4}. What was quoted stands until you have it priced anew.",
                    "此报价由相同版本（引擎 {0}、数据 {1}）算得，但本厂数据此后已变：有 {2} 个数值将改变，合计由 {3} 变为 {4}。在您重新计价之前，已报价格保持不变。",
                )
            } else {
                text(
                    "Quoted with engine {0} and data of {1}. With this version and your shop as it is now, numbers that would change: {2}, the total from {3} to {4}. What was quoted stands until you have it priced anew.",
                    "此报价由引擎 {0}、数据 {1} 算得。按当前版本和本厂现有数据，有 {2} 个数值将改变，合计由 {3} 变为 {4}。在您重新计价之前，已报价格保持不变。",
                )
            };
            let totals = [n.offer.total, today.total].map(|one| Arg::Quantity(Dimension::Price, one.value()));
            let [then, now] = totals;
            judgement("would_change", Level::Warning, phrase(words, [engine, data, count(changed), then, now]), &DERIVATION)
        }
        Standing::Changed { record } => {
            let [engine, data] = versions(record).map(Arg::Name);
            let words = text(
                "The request has changed since it was quoted (engine {0}, data of {1}): all prices here are new ones.",
                "询价内容在报价（引擎 {0}、数据 {1}）之后已有改动：此处均为新价格。",
            );
            judgement("request_changed", Level::Warning, phrase(words, [engine, data]), &DERIVATION)
        }
        Standing::Unreadable => judgement(
            "quoted_unreadable",
            Level::Warning,
            text(
                "The prices that were quoted cannot be read, their record is damaged: all prices here are new ones.",
                "已报价格记录损坏，无法读取：此处均为新价格。",
            ),
            &DERIVATION,
        ),
    }
}

/// The lines of which something holds.
fn places(n: &Numbers, holds: impl Fn(usize) -> Option<bool>) -> Vec<usize> {
    (0..n.works.len()).filter(|place| holds(*place) == Some(true)).collect()
}

fn below_cost(n: &Numbers, all: &mut Vec<Judgement>) {
    for (place, line) in n.offer.lines.iter().enumerate() {
        let worst = line.breaks.iter().filter_map(|one| Some((one, one.below_cost(&n.shop)?))).max_by(|one, other| one.1.total_cmp(&other.1));
        if let Some((one, short)) = worst {
            #[allow(clippy::cast_precision_loss, reason = "pieces of an order lie far below 2^53")]
            let pieces = Arg::Quantity(Dimension::Count, one.pieces as f64);
            let message = phrase(
                text("Below cost: line {0}, {1} pieces bring {2} less than they cost.", "低于成本：第 {0} 项，{1} 件比成本少收 {2}。"),
                [count(place + 1), pieces, Arg::Quantity(Dimension::Money, short)],
            );
            all.push(judgement("below_cost", Level::Alarm, message, &DERIVATION));
        }
    }
    if let Some(margin) = n.margin() {
        let (level, words) = if margin < 0.0 {
            (Level::Alarm, text("The order costs more than it brings in: its margin is {0}.", "订单亏本：毛利率 {0}。"))
        } else {
            (Level::Ok, text("The order as a whole has a margin of {0}, minimums and surcharges included.", "整单毛利率 {0}（含起订额与附加费）。"))
        };
        all.push(judgement("order_margin", level, phrase(words, [Arg::Quantity(Dimension::Fraction, margin)]), &DERIVATION));
    }
}

fn steel(n: &Numbers, all: &mut Vec<Judgement>) {
    let of = |wanted: fn(B850) -> bool| places(n, |place| Some(wanted(n.setup.lines.get(place)?.bake)));
    of_lines(
        all,
        "do_not_plate",
        Level::Alarm,
        text("Lines {0}: do not plate a steel of this strength with zinc.", "第 {0} 项：此强度的钢不宜电镀锌。"),
        &B633_2019,
        &of(|bake| bake == B850::DoNotPlate),
    );
    of_lines(
        all,
        "baked",
        Level::Note,
        text("Lines {0} are baked after plating, whole ovens at a time; cost and lead time have it.", "第 {0} 项镀后除氢烘烤，按整炉计入成本与交期。"),
        &B850_CHART,
        &of(|bake| matches!(bake, B850::Bake { .. })),
    );
    let unknown = places(n, |place| {
        let line = n.setup.lines.get(place)?;
        Some(!line.steel_known && line.part.shape.is_screw())
    });
    of_lines(
        all,
        "steel_unknown",
        Level::Note,
        text(
            "Lines {0}: neither strength nor hardness is known, so no bake is priced. Ask for the property class.",
            "第 {0} 项：强度和硬度均未知，未计除氢烘烤。请询问性能等级。",
        ),
        &B850_CHART,
        &unknown,
    );
}

fn rules(n: &Numbers, all: &mut Vec<Judgement>) {
    let by = |wanted: By| places(n, |place| Some(n.offer.lines.get(place)?.charged.by == wanted));
    of_lines(all, "minimum_charged", Level::Note, text("Lines {0} are charged their lot minimum.", "第 {0} 项按起订额计收。"), &DERIVATION, &by(By::Minimum));
    of_lines(
        all,
        "fee_charged",
        Level::Note,
        text("Lines {0} lie below their minimum too, and pay their price and the fee of further lines.", "第 {0} 项同样不足起订额，按价格加附加费计收。"),
        &DERIVATION,
        &by(By::Fee),
    );
    let held = places(n, |place| Some(n.offer.lines.get(place)?.breaks.iter().any(|one| one.held_down)));
    of_lines(
        all,
        "held_down",
        Level::Note,
        text(
            "Lines {0}: a larger quantity costs more by the piece, as it begins another load or oven. The price of the smaller quantity is offered.",
            "第 {0} 项：较大数量因多开一槽或一炉，单件成本反而较高，仍按较小数量的单价报价。",
        ),
        &DERIVATION,
        &held,
    );
}

/// How the unit prices lie beside what jobs cost in the trade.
fn trade(n: &Numbers, all: &mut Vec<Judgement>) {
    let mut outside = Vec::new();
    let fact = if n.setup.barrel { JOB_BARREL } else { JOB_RACK };
    for (place, (line, asking)) in n.offer.lines.iter().zip(&n.setup.lines).enumerate() {
        let plain = !asking.is_alloy() && asking.top_coat == super::inputs::TopCoat::Bare && asking.bake_h() <= 0.0;
        let Some(one) = line.breaks.last().filter(|_| plain) else { continue };
        let price = n.shop.brings(one.unit_price.value());
        let job = if n.setup.barrel { price * 1000.0 / one.lot.mass_g } else { price * 100.0 / one.lot.area_dm2 };
        if !(fact.low..=fact.high).contains(&job) {
            outside.push(place);
        }
    }
    if !outside.is_empty() {
        let message = phrase(
            text(
                "Lines {0}: at their largest quantity the price lies outside what such jobs are said to cost, {1} to {2}. That range is an estimate; check minutes and rates.",
                "第 {0} 项：最大数量档的价格超出行业常见范围 {1} 至 {2}。该范围为估计，请核对工时与费率。",
            ),
            [numbers(&outside), Arg::Quantity(fact.dimension, fact.low), Arg::Quantity(fact.dimension, fact.high)],
        );
        all.push(judgement("outside_the_trade", Level::Warning, message, fact.source));
    }
}

/// Lines whose cost, at the high end of its band, is more than they bring in.
pub fn of_bands(n: &Numbers, bands: &[Bands]) -> Vec<Judgement> {
    let mut all = Vec::new();
    let crossing = places(n, |place| {
        let line = n.offer.lines.get(place)?;
        let mut all = line.breaks.iter().zip(bands.get(place)?).enumerate();
        Some(all.any(|(place, (one, band))| {
            let price = if place == 0 { line.charged.price } else { one.price };
            one.below_cost(&n.shop).is_none() && band.high > n.shop.brings(price.value())
        }))
    });
    if crossing.is_empty() {
        all.push(judgement(
            "bands_clear",
            Level::Ok,
            text("Every quantity of every line keeps a margin even at the high end of its cost.", "各项各档数量即使在成本区间上限也保有毛利。"),
            &JUDGEMENT,
        ));
    } else {
        let message = phrase(
            text(
                "{1} of {2} lines may cost more than they bring in, numbers {0}: the band of their cost crosses zero margin. Being right on average is not enough; the chart of what drives the cost says which figure to measure first.",
                "{2} 项中有 {1} 项可能亏本（第 {0} 项）：成本区间越过零毛利。平均正确并不够，“影响成本的因素”图显示应先核实哪个数据。",
            ),
            [numbers(&crossing), count(crossing.len()), count(n.works.len())],
        );
        all.push(judgement("band_crosses_zero", Level::Warning, message, &JUDGEMENT));
    }
    fine_only_if_usual(&mut all, in_force(n).map(|(_, valued)| valued));
    all
}
