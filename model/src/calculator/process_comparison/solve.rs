//! The numbers: the chain of every process, and the conversion from the baseline to the alternative.

use super::compared::Compared;
use super::conversion::{self, Conversion};
use super::setup::Setup;
use crate::calculator::{Fault, Problem};
use crate::data::processes::Parameter;
use crate::process::chain::chain;

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
