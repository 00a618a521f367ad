//! Prices that were given once: they stand as they were told, whatever would be asked for today.

use super::minimum::{By, Charged};
use super::offer::{Offer, OfferedLine, Shop, once, totals};
use super::price::{Amount, Measure, UnitPrice, break_even};

/// A quantity as it was offered.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct GivenBreak {
    /// Pieces.
    pub pieces: u64,
    /// What was asked for a unit.
    pub unit_price: UnitPrice,
    /// What it would be charged, at least the minimum of then.
    pub charged: Amount,
    /// Working days from order to delivery.
    pub lead_days: f64,
}

/// A line as it was offered.
#[derive(Clone, PartialEq, Debug)]
pub struct GivenLine {
    /// What the order was charged for it.
    pub charged: Amount,
    /// Its quantities; the first is that of the order.
    pub breaks: Vec<GivenBreak>,
    /// How its pieces were counted in the unit of its prices.
    pub measure: Measure,
}

impl GivenLine {
    /// Quantity by unit price; none where it is more than can be counted.
    pub fn price(&self, one: &GivenBreak) -> Option<Amount> {
        one.unit_price.of_quantity(self.measure.quantity(one.pieces)?)
    }
}

/// What was asked for an order, all in the currency of then.
#[derive(Clone, PartialEq, Debug)]
pub struct Given {
    /// Its lines.
    pub lines: Vec<GivenLine>,
    /// Surcharges for metal, energy, environment and haste.
    pub surcharges: [Amount; 4],
    /// Tax, as a share of the net price.
    pub tax: f64,
}

impl Given {
    /// What an offer asks for.
    pub fn of(offer: &Offer, shop: &Shop) -> Self {
        let quantity = |one: &super::offer::Break| GivenBreak {
            pieces: one.pieces,
            unit_price: one.unit_price,
            charged: one.charged,
            lead_days: one.lead_days,
        };
        let line = |line: &OfferedLine| GivenLine {
            charged: line.charged.price,
            breaks: line.breaks.iter().map(quantity).collect(),
            measure: line.measure,
        };
        Self {
            lines: offer.lines.iter().map(line).collect(),
            surcharges: [offer.metal, offer.energy, offer.environment, offer.expedite],
            tax: shop.tax,
        }
    }

    /// An offer with these prices in place of its own: its costs stay those of today. None where it is not of the same lines and quantities.
    pub fn stands(&self, offer: &Offer, shop: &Shop) -> Option<Offer> {
        if self.lines.len() != offer.lines.len() {
            return None;
        }
        let mut all = offer.clone();
        for (line, given) in all.lines.iter_mut().zip(&self.lines) {
            if line.breaks.len() != given.breaks.len() {
                return None;
            }
            line.measure = given.measure;
            line.credit_held = false;
            for (one, told) in line.breaks.iter_mut().zip(&given.breaks) {
                if one.pieces != told.pieces {
                    return None;
                }
                let (price, given) = (given.price(told)?, *told);
                one.held_down = false;
                one.held_at = None;
                one.quantity = line.measure.quantity(given.pieces)?;
                one.unit_price = given.unit_price;
                one.price = price;
                one.charged = given.charged;
                one.lead_days = given.lead_days;
                let fixed = once(shop, &one.lot);
                one.break_even = break_even(
                    fixed,
                    (one.cost.total() - fixed) / one.lot.pieces,
                    shop.brings(one.price_of_piece()),
                );
            }
            let by_price = line.breaks.first().is_some_and(|one| one.price == given.charged);
            let by = match line.charged.by {
                _ if by_price => By::Price,
                by if line.charged.price == given.charged => by,
                _ => By::Quoted,
            };
            line.charged = Charged { price: given.charged, by };
        }
        let goods = self.goods()?;
        [all.metal, all.energy, all.environment, all.expedite] = self.surcharges;
        all.goods = goods;
        (all.net, all.tax, all.total) = totals(goods, self.surcharges, self.tax, shop.tax_basis)?;
        all.lead_days = self.lead_days();
        Some(all)
    }

    /// The lines together; none where they are more than can be counted.
    pub fn goods(&self) -> Option<Amount> {
        super::price::sum(self.lines.iter().map(|line| line.charged))
    }

    /// Working days until the last line is delivered.
    pub fn lead_days(&self) -> f64 {
        self.lines
            .iter()
            .filter_map(|line| line.breaks.first())
            .map(|one| one.lead_days)
            .fold(0.0, f64::max)
    }
}
