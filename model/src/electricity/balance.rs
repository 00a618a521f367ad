//! Generation against load, hour by hour: what a plant uses itself, sends out and still buys, and what its bill becomes.

use super::load::Load;
use super::tariff::Tariff;
use crate::solar::weather::DayKind;

/// Energy and money of a span, kWh and CNY.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Sums {
    /// Generated.
    pub generated: f64,
    /// Used by the plant.
    pub used: f64,
    /// Generated and used at once.
    pub own: f64,
    /// Generated and sent out.
    pub exported: f64,
    /// Used and bought.
    pub bought: f64,
    /// What all use would cost without generation.
    pub bill_before: f64,
    /// What the bought part costs.
    pub bought_cost: f64,
    /// What the exported part earns.
    pub earned: f64,
}

impl Sums {
    fn add(&mut self, days: f64, generated: f64, used: f64, price: f64, export_price: f64) {
        let own = generated.min(used);
        let (exported, bought) = (generated - own, used - own);
        self.generated += days * generated;
        self.used += days * used;
        self.own += days * own;
        self.exported += days * exported;
        self.bought += days * bought;
        self.bill_before += days * used * price;
        self.bought_cost += days * bought * price;
        self.earned += days * exported * export_price;
    }

    /// The bill with generation: what is bought less what is earned.
    pub fn bill_after(&self) -> f64 {
        self.bought_cost - self.earned
    }

    /// Saved by generation.
    pub fn saved(&self) -> f64 {
        self.bill_before - self.bill_after()
    }

    /// Share of the generation that the plant uses itself; nothing without generation.
    pub fn self_consumption(&self) -> Option<f64> {
        (self.generated > 0.0).then(|| self.own / self.generated)
    }

    /// Share of its use that the plant generates itself; nothing without use.
    pub fn self_sufficiency(&self) -> Option<f64> {
        (self.used > 0.0).then(|| self.own / self.used)
    }

    fn plus(mut self, other: &Self) -> Self {
        self.generated += other.generated;
        self.used += other.used;
        self.own += other.own;
        self.exported += other.exported;
        self.bought += other.bought;
        self.bill_before += other.bill_before;
        self.bought_cost += other.bought_cost;
        self.earned += other.earned;
        self
    }
}

/// A year in months.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Year {
    /// Each month.
    pub months: [Sums; 12],
}

impl Year {
    /// All of it.
    pub fn total(&self) -> Sums {
        self.months.iter().fold(Sums::default(), |sum, month| sum.plus(month))
    }
}

/// Goes through the hours of all kinds of day. `generation` is kW per kWp for each kind and hour; each kind of day falls on working days and
/// days of rest as its month has them.
pub fn year(kinds: &[DayKind], generation: &[[f64; 24]], capacity_kwp: f64, load: &Load, tariff: &Tariff, export_price: f64) -> Year {
    let mut year = Year::default();
    for (kind, generation) in kinds.iter().zip(generation) {
        let Some(month) = year.months.get_mut(kind.month) else { continue };
        let worked = load.worked.get(kind.month).copied().unwrap_or_default();
        for (hour, (given, working)) in generation.iter().zip(load.working).enumerate() {
            let (generated, price) = (given * capacity_kwp, tariff.price(kind.month, hour));
            if worked > 0.0 {
                month.add(kind.days * worked, generated, working, price, export_price);
            }
            if worked < 1.0 {
                month.add(kind.days * (1.0 - worked), generated, load.resting, price, export_price);
            }
        }
    }
    year
}
