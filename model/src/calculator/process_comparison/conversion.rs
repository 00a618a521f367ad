//! Leaving the baseline for the alternative: what it takes, what it brings back and when.

use super::compared::Compared;
use super::setup::Setup;
use crate::finance::{self, Irr};

/// Months in a year.
const MONTHS: f64 = 12.0;
/// Days in a year.
const DAYS: f64 = 365.0;

/// What a conversion takes and brings. Money in CNY of today, constant saving every year, all investment at the start.
#[derive(Clone, PartialEq, Debug)]
pub struct Conversion {
    /// The items of the investment, in the order of the fields.
    pub items: [f64; 7],
    /// Margin of what is not produced meanwhile.
    pub lost_production: f64,
    /// Rejects while starting up, over those afterwards.
    pub start_up: f64,
    /// All of it.
    pub investment: f64,
    /// Saved every year; negative when the alternative costs more.
    pub annual_saving: f64,
    /// Years until the savings have paid the investment, undiscounted; none when they never do.
    pub simple_payback: Option<f64>,
    /// The same with savings discounted, none when it is not within the horizon.
    pub discounted_payback: Option<f64>,
    /// Net present value over the horizon.
    pub npv: f64,
    /// Cash flows of the years, the investment first.
    pub flows: Vec<f64>,
    /// Share of highly toxic chemicals no longer bought: of this line, and of the plant; none where there are none to begin with.
    pub toxic_removed_line: Option<f64>,
    /// The same for the plant with what else it buys.
    pub toxic_removed_plant: Option<f64>,
    /// Emissions avoided a year in the plant's inventory, kg CO₂: electricity by the provincial factor, and heat.
    pub avoided_co2: f64,
}

impl Conversion {
    /// Internal rate of return over the horizon. Worked out when asked: it takes longer than all the rest, and draws rarely want it.
    pub fn irr(&self) -> Irr {
        finance::irr(&self.flows)
    }
}

/// The conversion from the baseline to the alternative.
pub fn convert(setup: &Setup, [baseline, alternative]: &[Compared; 2]) -> Conversion {
    let v = &setup.values;
    let area = v.annual_area_m2.value;
    let items = setup.investment.map(|item| item.value);
    let lost_production = area / DAYS * v.downtime_days.value * v.margin_cny_per_m2.value;
    let start_up = alternative
        .extra_rejects(v.start_up_reject_share.value, v.stripping_cny_per_m2.value)
        * area
        * v.start_up_months.value
        / MONTHS;
    let investment = items.iter().sum::<f64>() + lost_production + start_up;
    let annual_saving = (baseline.chain.total() - alternative.chain.total()) * area;
    let rate = v.discount_rate.value;
    let flows = level_flows(investment, annual_saving, v.horizon_years.value);
    let toxic = |compared: &Compared| compared.highly_toxic_kg_per_year(area);
    let other = v.other_toxic_kg_per_year.value;
    let removed =
        |before: f64, after: f64| if before > 0.0 { Some(1.0 - after / before) } else { None };
    let (before, after) = (toxic(baseline), toxic(alternative));
    Conversion {
        items,
        lost_production,
        start_up,
        investment,
        annual_saving,
        simple_payback: finance::simple_payback(investment, annual_saving),
        discounted_payback: finance::payback(rate, &flows).for_good,
        npv: finance::npv(rate, &flows),
        flows,
        toxic_removed_line: removed(before, after),
        toxic_removed_plant: removed(before + other, after + other),
        avoided_co2: (inventory(setup, baseline) - inventory(setup, alternative)) * area,
    }
}

/// Electricity by the provincial factor, and heat, kg CO₂ per good m².
fn inventory(setup: &Setup, one: &Compared) -> f64 {
    let (electricity, heat) =
        (&setup.values.co2_electricity_inventory_kg_per_kwh, &setup.values.co2_heat_kg_per_kwh);
    (one.chain.electricity_kwh * electricity.value + one.chain.heat_kwh * heat.value)
        * one.chain.per_good
}

/// The investment now and the same saving at the end of each year.
fn level_flows(investment: f64, saving: f64, years: f64) -> Vec<f64> {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "1 to 40")]
    let years = years.round().clamp(1.0, 40.0) as usize;
    let mut flows = vec![saving; years + 1];
    if let Some(first) = flows.first_mut() {
        *first = -investment;
    }
    flows
}
