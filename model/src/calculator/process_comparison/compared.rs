//! One process of the comparison, with its numbers.

use super::setup::Understood;
use crate::process::chain::{Chain, Item};
use crate::words::Arg;

/// A process with its numbers.
#[derive(Clone, PartialEq, Debug)]
pub struct Compared {
    /// As it was understood.
    pub understood: Understood,
    /// Every link of its chain, per m².
    pub chain: Chain,
    /// The name of one's own bath, if this is it and it has one.
    pub own_name: Option<String>,
}

impl Compared {
    /// Its name, in a sentence.
    pub fn name(&self) -> Arg {
        self.own_name.clone().map_or(Arg::Text(self.understood.process.name), Arg::Name)
    }

    /// Its short name, at a bar or over a column.
    pub fn short(&self) -> Arg {
        self.own_name.clone().map_or(Arg::Text(self.understood.process.short), Arg::Name)
    }

    /// Whether it holds cyanide.
    pub fn holds_cyanide(&self) -> bool {
        self.understood.terms.bath_g_per_l.nacn > 0.0
    }

    /// Highly toxic chemicals bought for an area of good parts in m² a year, kg/a.
    pub fn highly_toxic_kg_per_year(&self, area_m2: f64) -> f64 {
        self.chain.highly_toxic_g * area_m2 / 1000.0
    }

    /// Wet sludge per good m², kg. What was measured over the year's area has the rejects in it.
    pub fn sludge_wet_kg_per_good(&self) -> f64 {
        let per_good = if self.understood.terms.sludge_measured_kg_per_m2.is_some() {
            1.0
        } else {
            self.chain.per_good
        };
        self.chain.sludge_wet_kg * per_good
    }

    /// Good area that the line turns out, m²/a: rejects take its time twice.
    pub fn good_m2_per_year(&self) -> f64 {
        self.chain.capacity.m2_per_year / self.chain.per_good
    }

    /// What more rejects cost, CNY per good m², over those of steady work.
    pub fn extra_rejects(&self, share: f64, stripping: f64) -> f64 {
        let once = self.chain.total()
            - self.chain.cost(Item::Rejects)
            - self.chain.cost(Item::Obligations)
            + stripping;
        let again = |share: f64| share / (1.0 - share);
        ((again(share) - again(self.understood.terms.reject_share)) * once).max(0.0)
    }
}
