//! Every result by its JSON name, and the lines as records.

use super::Inputs;
use super::assumed::assumed;
use super::bands::{Band, Bands, charged_by};
use super::inputs::PriceUnit;
use super::solve::Numbers;
use crate::calculator::ResultField;
use crate::data::Listed;
use crate::quote::offer::{Break, OfferedLine};
use crate::quote::price::Amount;
use crate::report::result;
use crate::units::Dimension;
use crate::words::text;
use serde_json::{Map, Value};

/// In the order they are told. What belongs to one line is that of the first, at the order's quantity; `lines` has all.
pub static RESULTS: &[ResultField<Numbers>] = &[
    result("total_price", text("Total", "合计"), Dimension::Price, |n, _| {
        Some(n.offer.total.value())
    }),
    result("goods_price", text("Lines", "各项小计"), Dimension::Price, |n, _| {
        Some(n.offer.goods.value())
    }),
    result("metal_price", text("Metal surcharge", "金属附加费"), Dimension::Price, |n, _| {
        Some(n.offer.metal.value())
    }),
    result(
        "energy_price",
        text("Energy surcharge", "能源附加费"),
        Dimension::Price,
        |n, _| Some(n.offer.energy.value()),
    ),
    result(
        "environment_price",
        text("Environment surcharge", "环保附加费"),
        Dimension::Price,
        |n, _| Some(n.offer.environment.value()),
    ),
    result("expedite_price", text("Rush surcharge", "加急费"), Dimension::Price, |n, _| {
        Some(n.offer.expedite.value())
    }),
    result("net_price", text("Net", "不含税合计"), Dimension::Price, |n, _| {
        Some(n.offer.net.value())
    }),
    result("tax_price", text("Tax", "税额"), Dimension::Price, |n, _| Some(n.offer.tax.value())),
    result(
        "lead_time_days",
        text("Lead time, working days", "交期（工作日）"),
        Dimension::Days,
        |n, _| Some(n.offer.lead_days),
    ),
    result(
        "unit_price",
        text("Unit price, first line", "单价（第一项）"),
        Dimension::PricePerPiece,
        |n, _| n.first().map(|one| one.unit_price.value()),
    ),
    result(
        "unit_cost",
        text("Unit cost in CNY, first line", "单件成本（第一项，元）"),
        Dimension::PricePerPiece,
        |n, _| n.first().map(|one| one.unit_cost),
    ),
    result(
        "break_even_pieces",
        text("Break-even quantity, first line", "保本数量（第一项）"),
        Dimension::Count,
        |n, _| n.first().and_then(|one| one.break_even),
    ),
    result(
        "total_cost_cny",
        text("Cost of the order", "订单成本"),
        Dimension::Money,
        |n, _| Some(n.cost()),
    ),
    ResultField {
        below_zero: Some(text("the order costs more than it brings in", "订单亏本")),
        ..result(
            "order_margin",
            text("Margin of the order", "订单毛利率"),
            Dimension::Fraction,
            |n, _| n.margin(),
        )
    },
];

/// What a customer may know: everything else is left out of what is meant for them.
pub const OPEN: &[&str] = &[
    "total_price",
    "goods_price",
    "metal_price",
    "energy_price",
    "environment_price",
    "expedite_price",
    "net_price",
    "tax_price",
    "lead_time_days",
    "delivery_date",
    "valid_until",
    "lines",
    "name",
    "charged_price",
    "quantities",
    "pieces",
    "price_unit",
    "priced_quantity",
    "unit_price",
    "passivate",
    "unread",
    "assumed",
    "line_price",
];

/// The lines with their quantities. `minimums_applied` says why a line is charged what it is.
pub fn lines(inputs: &Inputs, n: &Numbers, bands: &[Bands]) -> Value {
    let all = n.setup.lines.iter().zip(&n.offer.lines).zip(&n.works).zip(bands);
    all.enumerate()
        .map(|(place, (((asking, line), work), bands))| {
            record(&[
                ("name", Value::from(asking.name.as_str())),
                ("passivate", asking.passivate.0.id.into()),
                (
                    "unread",
                    asking
                        .code
                        .as_ref()
                        .map(|code| code.unread.as_str())
                        .filter(|unread| !unread.is_empty())
                        .into(),
                ),
                (
                    "assumed",
                    assumed(inputs, place, asking)
                        .iter()
                        .map(|one| Value::from(one.field))
                        .collect(),
                ),
                ("price_unit", PriceUnit::from(line.measure.per).id().into()),
                ("area_dm2", work.area_dm2.into()),
                ("mass_g", work.mass_g.into()),
                ("average_thickness_um", work.terms.average_um.into()),
                ("bake_h", work.bake_h.into()),
                ("charged_price", amount(line.charged.price)),
                ("minimums_applied", charged_by(line).0.into()),
                (
                    "metal_price",
                    if n.standing.is_some() { Value::Null } else { amount(line.metal) },
                ), // of a quote that was given only its sum is known
                (
                    "quantities",
                    line.breaks
                        .iter()
                        .zip(bands)
                        .map(|(one, band)| quantity(n, one, band))
                        .collect(),
                ),
            ])
        })
        .collect()
}

fn quantity(n: &Numbers, one: &Break, band: &Band) -> Value {
    record(&[
        ("pieces", one.pieces.into()),
        ("unit_cost", one.unit_cost.into()),
        (
            "unit_cost_range",
            record(&[
                ("low", (band.low / one.lot.pieces).into()),
                ("high", (band.high / one.lot.pieces).into()),
            ]),
        ),
        ("priced_quantity", one.quantity.value().into()),
        ("unit_price", one.unit_price.value().into()),
        ("line_price", amount(one.price)),
        ("charged_price", amount(one.charged)),
        ("held_down", one.held_down.into()),
        ("held_at_pieces", one.held_at.into()),
        ("below_cost_cny", one.below_cost(&n.shop).into()),
        ("break_even_pieces", one.break_even.into()),
        ("loads", one.lot.loads.count.into()),
        ("lead_time_days", one.lead_days.into()),
    ])
}

fn amount(amount: Amount) -> Value {
    amount.value().into()
}

fn record(entries: &[(&str, Value)]) -> Value {
    let mut all = Map::new();
    for (name, value) in entries {
        all.insert((*name).to_owned(), value.clone());
    }
    all.into()
}

/// The order's quantity of a line.
pub fn ordered(line: &OfferedLine) -> Option<&Break> {
    line.breaks.first()
}
