//! Solves for the one unknown and works out everything that follows from it.

use super::inputs::{LengthOfBolt, SolveFor, ThicknessKind};
use super::setup::{Efficiency, Setup};
use crate::calculator::{Fault, Origin, Problem};
use crate::data::baths::Anodes;
use crate::data::constants::HYDROGEN_L_PER_AH;
use crate::data::electrical::{THERMONEUTRAL_WATER_V, THERMONEUTRAL_ZINC_V};
use crate::data::threads::{PlatedThread, ThreadSystem, TolerancePosition, deviation};
use crate::plating::thickness::average_needed;
use crate::plating::thread::BoltLength;
use crate::plating::{efficiency, faraday, thread};
use crate::units::{Charge, CurrentDensity, Density, Voltage};

/// Highest current density that an answer may have, A/dm²: that of the input.
const HIGHEST_CURRENT_DENSITY: f64 = 1000.0;

/// The four quantities that Faraday's law ties.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Solution {
    /// Mean thickness as plated, µm.
    pub average_um: f64,
    /// Time, min.
    pub time_min: f64,
    /// Mean current density over the whole area, A/dm².
    pub current_density: f64,
    /// Cathode current efficiency, 0 to 1.
    pub efficiency: f64,
}

/// Everything that `compute` finds.
#[derive(Clone, PartialEq, Debug)]
pub struct Numbers {
    /// The inputs as understood.
    pub setup: Setup,
    /// The solution.
    pub solution: Solution,
    /// Least thickness on the significant surface of the finished part, µm.
    pub minimum_um: f64,
    /// Mean of the finished parts of a batch, µm.
    pub batch_average_um: f64,
    /// Thickness of the stated kind, µm.
    pub thickness_um: f64,
    /// Current density where the parts are in contact, A/dm².
    pub effective_current_density: f64,
    /// Growth of the mean thickness, µm/min.
    pub rate_um_per_min: f64,
    /// For the whole work.
    pub total: Amounts,
}

/// Amounts that grow with the area.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Amounts {
    /// Charge, A·h.
    pub charge_ah: f64,
    /// Current, A.
    pub current_a: f64,
    /// Metal deposited, g.
    pub mass_g: f64,
    /// Direct-current energy at the tank, kWh.
    pub energy_dc_kwh: f64,
    /// Energy from the mains, kWh.
    pub energy_ac_kwh: f64,
    /// Heat into the bath, kWh.
    pub heat_kwh: f64,
    /// Metal that soluble anodes lose at 100 % anode efficiency, g.
    pub metal_dissolved_g: Option<f64>,
    /// Metal that must be dosed or dissolved apart, g.
    pub metal_dosed_g: Option<f64>,
    /// Charge that does something else than deposit metal, A·h.
    pub other_charge_ah: f64,
    /// Hydrogen at 25 °C and 1 atm where the other reaction is only hydrogen, L.
    pub hydrogen_l: Option<f64>,
}

impl Amounts {
    /// The amounts of one share: of a dm², of a piece.
    pub fn share(&self, of: f64) -> Self {
        Self {
            charge_ah: self.charge_ah / of,
            current_a: self.current_a / of,
            mass_g: self.mass_g / of,
            energy_dc_kwh: self.energy_dc_kwh / of,
            energy_ac_kwh: self.energy_ac_kwh / of,
            heat_kwh: self.heat_kwh / of,
            metal_dissolved_g: self.metal_dissolved_g.map(|grams| grams / of),
            metal_dosed_g: self.metal_dosed_g.map(|grams| grams / of),
            other_charge_ah: self.other_charge_ah / of,
            hydrogen_l: self.hydrogen_l.map(|litres| litres / of),
        }
    }
}

impl Setup {
    /// Largest coating that a thread of a position holds on the batch average, µm; `None` where it has no such position.
    pub fn holds_um(
        &self,
        thread: &'static PlatedThread,
        position: &TolerancePosition,
    ) -> Option<f64> {
        let room = deviation(thread, position)?.value;
        let length = match self.bolt_length {
            LengthOfBolt::UpTo5 => BoltLength::Short,
            LengthOfBolt::UpTo10 => BoltLength::Medium,
            LengthOfBolt::UpTo15 => BoltLength::Long,
        };
        Some(match thread.system {
            ThreadSystem::Metric(_) => thread::largest_nominal(room, length).unwrap_or(0.0),
            ThreadSystem::Unified(_) => thread::geometric_limit(room),
        })
    }
}

impl Numbers {
    /// Largest coating that the thread holds on the batch average, µm: of a metric one a step of the ISO 4042 series, 0 where none fits.
    pub fn thread_limit_um(&self) -> Option<f64> {
        self.setup.thread.and_then(|thread| self.setup.holds_um(thread, self.setup.position))
    }
}

/// Solves and works out everything.
///
/// # Errors
/// The problem that leaves no answer.
pub fn solve(setup: Setup) -> Result<Numbers, Vec<Problem>> {
    let solution = solution(&setup).map_err(|problem| vec![problem])?;
    let average = solution.average_um;
    // What was given comes back to the last digit, and not turned round through the average.
    let given = |kind: ThicknessKind| {
        (setup.kind == kind && setup.solve_for != SolveFor::Thickness)
            .then_some(setup.thickness.value)
    };
    let minimum_um = given(ThicknessKind::Minimum)
        .unwrap_or((average * setup.ratio.value - setup.loss.value).max(0.0));
    let batch_average_um =
        given(ThicknessKind::BatchAverage).unwrap_or((average - setup.loss.value).max(0.0));
    let thickness_um = match setup.kind {
        ThicknessKind::Average => average,
        ThicknessKind::Minimum => minimum_um,
        ThicknessKind::BatchAverage => batch_average_um,
    };
    Ok(Numbers {
        minimum_um,
        batch_average_um,
        thickness_um,
        effective_current_density: solution.current_density / setup.contact.value,
        rate_um_per_min: average / solution.time_min,
        total: amounts(&setup, &solution),
        solution,
        setup,
    })
}

/// Solves for the one that is not given.
fn solution(setup: &Setup) -> Result<Solution, Problem> {
    let growth = faraday::growth(setup.equivalent, Density::new(setup.density.value));
    let efficiency_at = |j: f64| setup.efficiency.at(j / setup.contact.value).min(1.0);
    let (time, j) = (setup.time.value, setup.current_density.value);
    let average =
        average_needed(setup.kind, setup.thickness.value, setup.loss.value, setup.ratio.value);
    Ok(match setup.solve_for {
        SolveFor::Time => {
            let efficiency = efficiency_at(j);
            Solution {
                average_um: average,
                time_min: average / (growth * j * efficiency),
                current_density: j,
                efficiency,
            }
        }
        SolveFor::Thickness => {
            let efficiency = efficiency_at(j);
            Solution {
                average_um: growth * j * efficiency * time,
                time_min: time,
                current_density: j,
                efficiency,
            }
        }
        SolveFor::CurrentDensity => {
            let found = lowest_current_density(setup, average / (growth * time));
            let j = found.ok_or_else(|| {
                Problem::new("current_density_a_per_dm2", Fault::NoCurrentDensity)
            })?;
            Solution {
                average_um: average,
                time_min: time,
                current_density: j,
                efficiency: efficiency_at(j),
            }
        }
        SolveFor::Efficiency => {
            let efficiency = average / (growth * j * time);
            if efficiency > 1.0 + 1e-9 {
                return Err(Problem::new("efficiency", Fault::EfficiencyAboveOne(efficiency)));
            }
            Solution {
                average_um: average,
                time_min: time,
                current_density: j,
                efficiency: efficiency.min(1.0),
            }
        }
    })
}

/// Lowest mean current density whose metal-depositing part is `wanted`, A/dm².
fn lowest_current_density(setup: &Setup, wanted: f64) -> Option<f64> {
    let contact = setup.contact.value;
    let lowest = |points: &[(f64, f64)]| {
        efficiency::lowest_current_density(
            points,
            wanted / contact,
            HIGHEST_CURRENT_DENSITY / contact,
        )
        .map(|j| j * contact)
    };
    match &setup.efficiency {
        Efficiency::Constant(value) => {
            Some(wanted / value.min(1.0)).filter(|&j| j <= HIGHEST_CURRENT_DENSITY)
        }
        Efficiency::Curve(points) => lowest(points),
        Efficiency::BathCurve(points) => lowest(points),
    }
}

impl Setup {
    /// Whether the answer rests on the default ratio of minimum to average.
    pub fn ratio_open(&self) -> bool {
        self.kind == ThicknessKind::Minimum && self.ratio.origin == Origin::Default
    }

    /// Whether the answer rests on the bath's default efficiency or curve.
    pub fn efficiency_open(&self) -> bool {
        let default = match self.efficiency {
            Efficiency::BathCurve(_) => true,
            Efficiency::Constant(_) => self.fixed_efficiency.origin == Origin::Default,
            Efficiency::Curve(_) => false,
        };
        default && self.solve_for != SolveFor::Efficiency
    }
}

fn amounts(setup: &Setup, solution: &Solution) -> Amounts {
    let current_a = solution.current_density * setup.total_area;
    let charge = Charge::new(current_a * solution.time_min / 60.0);
    let voltage = Voltage::new(setup.voltage.value);
    let mass_g = faraday::mass(setup.equivalent, charge, solution.efficiency).g();
    let energy_dc_kwh = faraday::energy(voltage, charge).kwh();
    let soluble = setup.bath.anodes == Anodes::Soluble;
    let other_charge_ah = charge.ah() * (1.0 - solution.efficiency);
    Amounts {
        charge_ah: charge.ah(),
        current_a,
        mass_g,
        energy_dc_kwh,
        energy_ac_kwh: energy_dc_kwh / setup.rectifier.value,
        heat_kwh: heat(setup, solution.efficiency, charge.ah()),
        metal_dissolved_g: soluble.then_some(setup.equivalent.g_per_ah() * charge.ah()),
        metal_dosed_g: (!soluble).then_some(mass_g),
        other_charge_ah,
        hydrogen_l: setup
            .deposit
            .hydrogen_only
            .then_some(HYDROGEN_L_PER_AH.value * other_charge_ah),
    }
}

/// Heat into the bath, kWh: all electrical energy with soluble anodes; with inert anodes in zinc baths less what splits zincate and water.
/// For other metals with inert anodes the whole, which is an upper bound.
fn heat(setup: &Setup, efficiency: f64, charge_ah: f64) -> f64 {
    let splits = setup.bath.anodes == Anodes::Inert && setup.deposit.hydrogen_only;
    let chemical = if splits {
        THERMONEUTRAL_ZINC_V.value * efficiency + THERMONEUTRAL_WATER_V.value * (1.0 - efficiency)
    } else {
        0.0
    };
    (setup.voltage.value - chemical).max(0.0) * charge_ah / 1000.0
}

/// Mean thickness after a time at another current density, µm: for the charts.
pub fn average_after(setup: &Setup, j: f64, time_min: f64) -> f64 {
    rate_at(setup, j) * time_min
}

/// Rate of growth at another current density, µm/min: for the charts.
pub fn rate_at(setup: &Setup, j: f64) -> f64 {
    let efficiency = setup.efficiency.at(j / setup.contact.value).min(1.0);
    faraday::rate(
        setup.equivalent,
        Density::new(setup.density.value),
        CurrentDensity::new(j),
        efficiency,
    )
    .um_per_min()
}
