//! The numbers: the chain of every process, and the conversion from the baseline to the alternative.

use super::conversion::{self, Conversion};
use super::setup::{Setup, Understood};
use crate::calculator::{Fault, Problem};
use crate::data::processes::Parameter;
use crate::process::chain::{Chain, Item, chain};
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

/// What the comparison finds.
#[derive(Clone, PartialEq, Debug)]
pub struct Numbers {
    /// The inputs as they were understood, but for the processes, which follow with their numbers.
    pub setup: Setup,
    /// The processes in the order of the list.
    pub processes: Vec<Compared>,
    /// The baseline and the alternative.
    pub pair: [Compared; 2],
    /// Leaving the one for the other.
    pub conversion: Conversion,
}

impl Numbers {
    /// The process at a position of the list of all, if it is compared.
    pub fn of(&self, position: usize) -> Option<&Compared> {
        self.processes.iter().find(|one| one.understood.position == position)
    }

    /// The process that one has.
    pub fn baseline(&self) -> &Compared {
        let [baseline, _] = &self.pair;
        baseline
    }

    /// The process that is set against it.
    pub fn alternative(&self) -> &Compared {
        let [_, alternative] = &self.pair;
        alternative
    }

    /// Cost of the alternative less that of the baseline, CNY/m².
    pub fn difference(&self) -> f64 {
        self.alternative().chain.total() - self.baseline().chain.total()
    }

    /// The same with both at the average thickness of the baseline, CNY/m².
    pub fn difference_at_same_average(&self) -> f64 {
        let mut terms = self.alternative().understood.terms;
        terms.average_um = self.baseline().understood.terms.average_um;
        chain(&terms).total() - self.baseline().chain.total()
    }
}

/// Sludge above this many times the mass balance is a slip of units, or not this bath's sludge.
const MOST_SLUDGE_OVER_BALANCE: f64 = 20.0;
/// Wet sludge of the iron that pickling dissolves, kg/m², which stands on the disposal notes too: 10 g/m² as hydroxide, rounded up.
const SLUDGE_OF_PICKLING: f64 = 0.1;

/// Finds the numbers.
///
/// # Errors
/// A measured sludge that the metal dragged out cannot make.
pub fn solve(mut setup: Setup) -> Result<Numbers, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut processes = Vec::with_capacity(setup.processes.len());
    for understood in std::mem::take(&mut setup.processes) {
        let chain = chain(&understood.terms);
        let balance = chain.hydroxide_wet_kg * understood.terms.sludge_multiplier;
        if understood.terms.sludge_measured_kg_per_m2.is_some_and(|measured| {
            measured > balance * MOST_SLUDGE_OVER_BALANCE + SLUDGE_OF_PICKLING
        }) {
            problems.push(Problem::new(
                super::cell_name(understood.position, Parameter::SludgeWet),
                Fault::ImplausibleSludge(balance),
            ));
        }
        let own_name =
            if understood.process.bath.is_none() { setup.own_name.clone() } else { None };
        processes.push(Compared { understood, chain, own_name });
    }
    let pair = match (processes.get(setup.baseline), processes.get(setup.alternative)) {
        (Some(baseline), Some(alternative)) if problems.is_empty() => {
            [baseline.clone(), alternative.clone()]
        }
        _ => return Err(problems),
    };
    let conversion = conversion::convert(&setup, &pair);
    Ok(Numbers { setup, processes, pair, conversion })
}
