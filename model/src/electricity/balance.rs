//! Generation against load, hour by hour: what a plant uses itself, sends out and still buys, and what its bill becomes.

use super::load::Load;
use super::tariff::Tariff;
use crate::solar::weather::DayKind;
use std::cell::OnceCell;

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
    /// Rated power from which its generation covers its load, kWp.
    covered: f64,
}

/// Sums over the hours whose load a rated power covers, kWh and CNY of a year.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
struct Covered {
    /// What they use, and what it would cost.
    used: [f64; 2],
    /// What they generate by kWp, and what as much would cost.
    given: [f64; 2],
}

/// Generation, load and prices of a year side by side, to be asked for any rated power. The hours of light are kept; a search puts them in the
/// order of the rated power that covers their load, with the sums up to each: what a rated power brings is then read off, not added up. Of the
/// dark hours only what they use and cost is kept, since no rated power changes them.
#[derive(Clone, PartialEq, Debug)]
pub struct Exchange {
    sunny: Vec<Sunny>,
    /// By the rated power that covers an hour's load: that power, with the sums up to it. Made when a search first asks.
    covered: OnceCell<Vec<(f64, Covered)>>,
    used: [f64; 12],
    bill: [f64; 12],
    /// The largest load of an hour of each month, kW, and the largest of those without generation.
    peaks: [f64; 12],
    dark_peaks: [f64; 12],
    export_price: f64,
}

impl Exchange {
    /// `generation` is kW per kWp for each kind of day and hour; each kind falls on the plant's days as its month has them, or, where both are
    /// hours of a year, on the day of its own date.
    pub fn of(
        kinds: &[DayKind],
        generation: &[[f64; 24]],
        load: &Load,
        tariff: &Tariff,
        export_price: f64,
    ) -> Self {
        let mut exchange = Self {
            sunny: Vec::with_capacity(kinds.len() * 24),
            covered: OnceCell::new(),
            used: [0.0; 12],
            bill: [0.0; 12],
            peaks: [0.0; 12],
            dark_peaks: [0.0; 12],
            export_price,
        };
        let of_months: [_; 12] = std::array::from_fn(|month| load.days_of(month));
        for (kind, generation) in kinds.iter().zip(generation) {
            match (kind.date.and_then(|date| load.day(date)), of_months.get(kind.month)) {
                (Some(day), _) => exchange.add(kind.month, kind.days, generation, &day, tariff),
                (None, Some(days)) => days.iter().for_each(|(day, share)| {
                    exchange.add(kind.month, kind.days * share, generation, day, tariff)
                }),
                (None, None) => {}
            }
        }
        exchange
    }

    fn covered(&self) -> &[(f64, Covered)] {
        self.covered.get_or_init(|| {
            let mut hours: Vec<&Sunny> = self.sunny.iter().collect();
            hours.sort_unstable_by(|one, other| one.covered.total_cmp(&other.covered));
            let mut sum = Covered::default();
            let with_sum = |hour: &Sunny| {
                let (used, given) = (hour.days * hour.used, hour.days * hour.given);
                sum.used = [sum.used[0] + used, sum.used[1] + used * hour.price];
                sum.given = [sum.given[0] + given, sum.given[1] + given * hour.price];
                (hour.covered, sum)
            };
            hours.into_iter().map(with_sum).collect()
        })
    }

    fn add(
        &mut self,
        month: usize,
        days: f64,
        generation: &[f64; 24],
        load: &[f64; 24],
        tariff: &Tariff,
    ) {
        let (Some(all_used), Some(bill)) = (self.used.get_mut(month), self.bill.get_mut(month))
        else {
            return;
        };
        let (Some(peak), Some(dark_peak)) =
            (self.peaks.get_mut(month), self.dark_peaks.get_mut(month))
        else {
            return;
        };
        let Some(prices) = tariff.prices.get(month) else { return };
        for ((given, used), price) in generation.iter().zip(load).zip(prices.iter().copied()) {
            *all_used += days * used;
            *bill += days * used * price;
            *peak = peak.max(*used);
            if *given > 0.0 {
                self.sunny.push(Sunny {
                    month,
                    days,
                    given: *given,
                    used: *used,
                    price,
                    covered: used / given,
                });
            } else {
                *dark_peak = dark_peak.max(*used);
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

    /// The largest load of an hour of each month, kW.
    pub const fn peaks(&self) -> &[f64; 12] {
        &self.peaks
    }

    /// The demand of the year: the largest load of an hour of each month, added up, kW·month.
    pub fn demand(&self) -> f64 {
        self.peaks.iter().sum()
    }

    /// What is saved of it where generation lowers the peak of a month by so many kilowatts. An hour without generation keeps its load,
    /// so no month's peak falls below the largest of those.
    pub fn demand_saved(&self, lowered_kw: f64) -> f64 {
        self.peaks
            .iter()
            .zip(&self.dark_peaks)
            .map(|(peak, dark)| lowered_kw.clamp(0.0, peak - dark))
            .sum()
    }

    /// Energy and money of the year with a rated power: the sums alone, for a search.
    pub fn sums(&self, capacity_kwp: f64) -> Sums {
        let sums = self.covered();
        let many = sums.partition_point(|(covered, _)| *covered <= capacity_kwp);
        let up_to = |place: Option<usize>| {
            place.and_then(|place| sums.get(place)).map_or_else(Covered::default, |(_, sum)| *sum)
        };
        let (covered, all) = (up_to(many.checked_sub(1)), up_to(sums.len().checked_sub(1)));
        let generated = all.given[0] * capacity_kwp;
        // What is covered is used whole; of the rest all that is generated.
        let [own, own_value] = [0, 1].map(|of: usize| {
            let [used, covered, all] = [covered.used, covered.given, all.given]
                .map(|sums| sums.get(of).copied().unwrap_or_default());
            used + (all - covered) * capacity_kwp
        });
        let (used, bill_before) = (self.used.iter().sum(), self.bill.iter().sum());
        // A rounding error is neither generation nor load.
        let own = own.min(generated).min(used);
        Sums {
            generated,
            used,
            own,
            exported: generated - own,
            bought: used - own,
            bill_before,
            own_value,
            earned: (generated - own) * self.export_price,
        }
    }
}
