//! What of a quote that was given would be another number today.

use super::solve::Numbers;
use super::standing::Standing;
use crate::units::Dimension;
use crate::words::{Arg, Phrase, phrase, text};

/// A number of a quote that was given which would be another one today.
pub struct Change {
    pub label: Phrase,
    pub dimension: Dimension,
    pub then: f64,
    pub now: f64,
}

/// Every number that would change, the total first; nothing where no quote was given, or where another one is asked for.
pub fn changes(n: &Numbers) -> Vec<Change> {
    let Some(Standing::Stands { today, .. }) = &n.standing else { return Vec::new() };
    let mut all = Vec::new();
    let mut tell = |label: Phrase, dimension: Dimension, then: f64, now: f64| {
        if then.to_bits() != now.to_bits() {
            all.push(Change { label, dimension, then, now });
        }
    };
    let (then, now) = (&n.offer, today.as_ref());
    for (label, then, now) in [
        (text("Total", "合计"), then.total, now.total),
        (text("Tax", "税额"), then.tax, now.tax),
        (text("Metal surcharge", "金属附加费"), then.metal, now.metal),
        (text("Energy surcharge", "能源附加费"), then.energy, now.energy),
        (text("Environment surcharge", "环保附加费"), then.environment, now.environment),
        (text("Rush surcharge", "加急费"), then.expedite, now.expedite),
    ] {
        tell(label.into(), Dimension::Price, then.value(), now.value());
    }
    for (place, (then, now)) in then.lines.iter().zip(&now.lines).enumerate() {
        let number = Arg::Count(u32::try_from(place + 1).unwrap_or(u32::MAX));
        tell(
            phrase(text("Line {0}: charged", "第 {0} 项：计收"), [number.clone()]),
            Dimension::Price,
            then.charged.price.value(),
            now.charged.price.value(),
        );
        for (then, now) in then.breaks.iter().zip(&now.breaks) {
            let args = || [number.clone(), Arg::Quantity(Dimension::Count, pieces(then.pieces))];
            let price = phrase(
                text("Line {0}, {1} {1:piece|pieces}: unit price", "第 {0} 项 {1} 件：单价"),
                args(),
            );
            tell(price, Dimension::PricePerPiece, then.unit_price.value(), now.unit_price.value());
            tell(
                phrase(
                    text("Line {0}, {1} {1:piece|pieces}: lead time", "第 {0} 项 {1} 件：交期"),
                    args(),
                ),
                Dimension::Days,
                then.lead_days,
                now.lead_days,
            );
        }
    }
    all
}

/// Pieces as a number to count with.
pub fn pieces(count: u64) -> f64 {
    #[allow(clippy::cast_precision_loss, reason = "pieces of an order lie far below 2^53")]
    let pieces = count as f64;
    pieces
}
