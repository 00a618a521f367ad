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
    /// What would have been paid for what is generated and used at once.
    pub own_value: f64,
    /// What is sent out earns.
    pub earned: f64,
}

impl Sums {
    /// The bill with generation: what is bought less what is earned.
    pub fn bill_after(&self) -> f64 {
        self.bill_before - self.saved()
    }

    /// Saved by generation.
    pub fn saved(&self) -> f64 {
        self.own_value + self.earned
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
        self.own_value += other.own_value;
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

/// An hour with light, of a kind of day: how many there are of it, generation per kWp, load and price.
#[derive(Clone, Copy, PartialEq, Debug)]
struct Sunny {
    month: usize,
    days: f64,
    given: f64,
    used: f64,
    price: f64,
}

/// Generation, load and prices of a year side by side, to be asked for any rated power. The hours of light are kept; of the dark ones only
/// what they use and cost, since no rated power changes them.
#[derive(Clone, PartialEq, Debug)]
pub struct Exchange {
    sunny: Vec<Sunny>,
    used: [f64; 12],
    bill: [f64; 12],
    export_price: f64,
}

impl Exchange {
    /// `generation` is kW per kWp for each kind of day and hour; each kind falls on the plant's days as its month has them, or, where both are
    /// hours of a year, on the day of its own date.
    pub fn of(kinds: &[DayKind], generation: &[[f64; 24]], load: &Load, tariff: &Tariff, export_price: f64) -> Self {
        let mut exchange = Self { sunny: Vec::with_capacity(kinds.len() * 24), used: [0.0; 12], bill: [0.0; 12], export_price };
        let of_months: [_; 12] = std::array::from_fn(|month| load.days_of(month));
        for (kind, generation) in kinds.iter().zip(generation) {
            match (kind.date.and_then(|date| load.day(date)), of_months.get(kind.month)) {
                (Some(day), _) => exchange.add(kind.month, kind.days, generation, &day, tariff),
                (None, Some(days)) => days.iter().for_each(|(day, share)| exchange.add(kind.month, kind.days * share, generation, day, tariff)),
                (None, None) => {}
            }
        }
        exchange
    }

    fn add(&mut self, month: usize, days: f64, generation: &[f64; 24], load: &[f64; 24], tariff: &Tariff) {
        let (Some(all_used), Some(bill)) = (self.used.get_mut(month), self.bill.get_mut(month)) else { return };
        for (hour, (given, used)) in generation.iter().zip(load).enumerate() {
            let price = tariff.price(month, hour);
            *all_used += days * used;
            *bill += days * used * price;
            if *given > 0.0 {
                self.sunny.push(Sunny { month, days, given: *given, used: *used, price });
            }
        }
    }

    /// The year with a rated power.
    pub fn year(&self, capacity_kwp: f64) -> Year {
        let mut year = Year::default();
        for ((month, used), bill) in year.months.iter_mut().zip(self.used).zip(self.bill) {
            (month.used, month.bill_before, month.bought) = (used, bill, used);
        }
        for hour in &self.sunny {
            let Some(month) = year.months.get_mut(hour.month) else { continue };
            let generated = hour.given * capacity_kwp;
            let own = generated.min(hour.used);
            month.generated += hour.days * generated;
            month.own += hour.days * own;
            month.exported += hour.days * (generated - own);
            month.bought -= hour.days * own;
            month.own_value += hour.days * own * hour.price;
            month.earned += hour.days * (generated - own) * self.export_price;
        }
        year
    }

    /// Generated, used at once, and the value of either, kWh and CNY of a year, with a rated power: the sums alone, for a search.
    pub fn sums(&self, capacity_kwp: f64) -> Sums {
        let (mut generated, mut own, mut own_value) = (0.0, 0.0, 0.0);
        for hour in &self.sunny {
            let given = hour.given * capacity_kwp;
            let at_once = hour.days * given.min(hour.used);
            generated += hour.days * given;
            own += at_once;
            own_value += at_once * hour.price;
        }
        let (used, bill_before) = (self.used.iter().sum(), self.bill.iter().sum());
        Sums { generated, used, own, exported: generated - own, bought: used - own, bill_before, own_value, earned: (generated - own) * self.export_price }
    }
}
