//! The numbers: the year of the system, its exchange with the plant, the bill, the cash flow, and what another size would do.

use super::inputs::{Ownership, TargetOf};
use super::setup::Setup;
use crate::electricity::balance::{Exchange, Sums, Year};
use crate::finance::project::{self, Year as ProjectYear};
use crate::finance::{self, Irr, Payback};
use crate::numeric::bisect;
use crate::solar::system::Yield;
use crate::solar::weather::DayKind;
use std::cell::OnceCell;

/// Watts of a kilowatt.
const WATTS: f64 = 1000.0;

/// What follows from a rated power.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Size {
    /// Rated power, kWp.
    pub capacity_kwp: f64,
    /// Energy and money of the first year, modules as new.
    pub year: Sums,
    /// The bill before, with the demand charge.
    pub bill_before: f64,
    /// The bill after, with the demand charge and, where a third party owns the plant, what it is paid.
    pub bill_after: f64,
    /// Saved demand charge.
    pub demand_saved: f64,
    /// Investment, CNY.
    pub investment: f64,
}

impl Size {
    /// Share of the bill for electricity that is saved; none where there is no bill, or one that pays the plant.
    pub fn reduction(&self) -> Option<f64> {
        (self.bill_before > 0.0).then(|| 1.0 - self.bill_after / self.bill_before)
    }

    /// The same of electricity and heat together.
    pub fn reduction_of_energy(&self, heat_bill: f64) -> Option<f64> {
        let before = self.bill_before + heat_bill;
        (before > 0.0).then(|| (self.bill_before - self.bill_after) / before)
    }
}

/// The money of a size.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Money {
    /// The cash flow, year 0 first.
    pub flows: Vec<f64>,
    /// Gain, cost and generation of each year.
    pub years: Vec<ProjectYear>,
    /// Net present value, CNY.
    pub npv: f64,
}

/// What would bring the reduction that is asked for.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Target {
    /// The least rated power that brings it, kWp; none when no size does.
    pub capacity_kwp: Option<f64>,
    /// Whole roof it needs, m².
    pub roof_m2: Option<f64>,
    /// Investment, CNY.
    pub investment: Option<f64>,
    /// Whether it stands on the roof; none where no roof was given or no size does.
    pub on_roof: Option<bool>,
    /// The reduction that the roof brings when it is full.
    pub of_full_roof: Option<f64>,
}

/// What is searched for only when somebody asks, since thousands of draws ask for something else. It follows from the rest, so it does not
/// count when numbers are compared.
#[derive(Clone, Debug, Default)]
struct Searches {
    target: OnceCell<Target>,
    best: OnceCell<Option<(f64, f64)>>,
    irr: OnceCell<Irr>,
}

impl PartialEq for Searches {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// All numbers.
#[derive(Clone, PartialEq, Debug)]
pub struct Numbers {
    /// The inputs as they were understood.
    pub setup: Setup,
    /// Light and power of the year, per m² and per kWp.
    pub specific: Yield,
    /// kW per kWp in each hour of each kind of day.
    pub generation: Vec<[f64; 24]>,
    /// Month and days of each kind.
    pub kinds: Vec<(usize, f64)>,
    /// Generation, load and price side by side.
    pub exchange: Exchange,
    /// The year by months.
    pub months: Year,
    /// The size in force.
    pub size: Size,
    /// Its money.
    pub money: Money,
    /// Simple payback, as `paid_back` counts it.
    pub simple: Payback,
    /// Discounted payback.
    pub discounted: Payback,
    /// Levelised cost, real and nominal, CNY/kWh.
    pub lcoe: [Option<f64>; 2],
    searches: Searches,
}

impl Numbers {
    /// What heat costs in a year, CNY.
    pub fn heat_bill(&self) -> f64 {
        heat_bill(&self.setup)
    }

    /// Carbon dioxide that is not emitted elsewhere, t a year: of what is used at once only.
    pub fn co2_avoided_t(&self) -> f64 {
        self.size.year.own * self.setup.values.co2_kg_per_kwh.value / 1000.0
    }

    /// Internal rate of return; none where nothing of one's own is put in.
    pub fn irr(&self) -> Irr {
        let invested = self.setup.ownership == Ownership::Own
            && self.money.flows.first().is_some_and(|first| *first < 0.0);
        *self
            .searches
            .irr
            .get_or_init(|| if invested { finance::irr(&self.money.flows) } else { Irr::None })
    }

    /// What would bring the reduction that is asked for.
    pub fn target(&self) -> &Target {
        self.searches.target.get_or_init(|| target(&self.setup, &self.exchange))
    }

    /// The rated power with the greatest net present value, with that value; none where a third party pays.
    pub fn best(&self) -> Option<(f64, f64)> {
        let own = self.setup.ownership == Ownership::Own;
        *self
            .searches
            .best
            .get_or_init(|| if own { best(&self.setup, &self.exchange) } else { None })
    }

    /// The reduction that is asked for, of a size.
    pub fn asked(&self, size: &Size) -> Option<f64> {
        asked(&self.setup, size)
    }
}

fn heat_bill(setup: &Setup) -> f64 {
    let v = &setup.values;
    v.annual_heat_kwh.value * v.heat_price_cny_per_kwh.value / setup.vat_divisor
}

fn asked(setup: &Setup, size: &Size) -> Option<f64> {
    match setup.target_of {
        TargetOf::Electricity => size.reduction(),
        TargetOf::Energy => size.reduction_of_energy(heat_bill(setup)),
    }
}

/// Computes all numbers; what a size cannot give is none.
pub fn solve(setup: Setup, weather: &[DayKind]) -> Numbers {
    let (specific, generation) = setup.system.year(weather);
    let export_price = setup.values.export_price_cny_per_kwh.value / setup.vat_divisor;
    let exchange = Exchange::of(weather, &generation, &setup.load, &setup.tariff, export_price);
    let capacity = setup.capacity_kwp();
    let months = exchange.year(capacity);
    let size = size_with(&setup, &exchange, capacity, months.total());
    let money = money_of(&setup, &size);
    let v = &setup.values;
    let (rate, inflation) = (v.discount_rate.value, v.inflation.value);
    let real = (1.0 + rate) / (1.0 + inflation) - 1.0;
    let own = setup.ownership == Ownership::Own;
    let tax = setup.tax();
    let lcoe = |of_product: f64| {
        if own {
            project::levelised_cost(size.investment, &money.years, &tax, rate, of_product)
        } else {
            None
        }
    };
    let paid = |rate: f64| paid_back(&setup, &size, rate, &money.flows);
    Numbers {
        simple: paid(0.0),
        discounted: paid(rate),
        lcoe: [lcoe(real), lcoe(rate)],
        searches: Searches::default(),
        specific,
        generation,
        kinds: weather.iter().map(|kind| (kind.month, kind.days)).collect(),
        months,
        size,
        money,
        exchange,
        setup,
    }
}

/// What follows from a rated power.
pub fn size_of(setup: &Setup, exchange: &Exchange, capacity_kwp: f64) -> Size {
    size_with(setup, exchange, capacity_kwp, exchange.sums(capacity_kwp))
}

/// The same with its year.
fn size_with(setup: &Setup, exchange: &Exchange, capacity_kwp: f64, year: Sums) -> Size {
    let v = &setup.values;
    let money = |value: f64| value / setup.vat_divisor;
    let demand_price = money(v.demand_cny_per_kw_month.value);
    let demand_saved = demand_price * exchange.demand_saved(v.demand_saved.value * capacity_kwp);
    let bill_before = year.bill_before + demand_price * exchange.demand();
    let own = setup.ownership == Ownership::Own;
    let (saved, investment) = if own {
        let per_wp = v.capex_cny_per_wp.value + v.roof_works_cny_per_wp.value;
        let built =
            money(per_wp * WATTS * capacity_kwp + v.capex_fixed_cny.value) - v.subsidy_cny.value;
        (year.saved(), if capacity_kwp > 0.0 { built } else { 0.0 })
    } else {
        (year.own_value * (1.0 - v.third_party_share.value), 0.0)
    };
    Size {
        capacity_kwp,
        year,
        bill_before,
        bill_after: bill_before - saved - demand_saved,
        demand_saved,
        investment,
    }
}

/// The cash flow of a size: what it saves in its first year, with its modules growing old and prices moving.
pub fn money_of(setup: &Setup, size: &Size) -> Money {
    let v = &setup.values;
    let money = |value: f64| value / setup.vat_divisor;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "1 to 100")]
    let count = v.years.value.round().clamp(1.0, 100.0) as usize;
    let per_kwp = WATTS * size.capacity_kwp;
    let (operation, inverters) =
        (money(v.om_cny_per_wp_year.value) * per_kwp, money(v.inverter_cny_per_wp.value) * per_kwp);
    let inverter_year = v.inverter_year.value.round();
    let mut years = Vec::with_capacity(count);
    let (mut number, mut price, mut cost) = (1.0_f64, 1.0, 1.0);
    for _ in 0..count {
        let power = ((1.0 - v.degradation_first_year.value)
            - v.degradation_per_year.value * (number - 1.0))
            .max(0.0);
        let saved = if setup.ownership == Ownership::Own || number > v.third_party_years.value {
            size.year.saved() + size.demand_saved
        } else {
            size.bill_before - size.bill_after
        };
        let keeps = setup.ownership == Ownership::Own || number > v.third_party_years.value;
        #[allow(clippy::float_cmp, reason = "both are whole")]
        let renewed = if number == inverter_year { inverters } else { 0.0 };
        years.push(ProjectYear {
            gain: saved * power * price,
            cost: if keeps { operation * cost + renewed } else { 0.0 },
            product: size.year.generated * power,
        });
        number += 1.0;
        price *= 1.0 + v.price_growth.value;
        cost *= 1.0 + v.om_growth.value;
    }
    let flows = project::flows(size.investment, &years, &setup.loan(), &setup.tax());
    Money { npv: finance::npv(v.discount_rate.value, &flows), flows, years }
}

/// When a size is paid back; never where nothing is built or a third party pays. Under a loan the sum of the flows can be above zero before the
/// instalments have begun to weigh, so only the last crossing counts there.
pub fn paid_back(setup: &Setup, size: &Size, rate: f64, flows: &[f64]) -> Payback {
    if setup.ownership != Ownership::Own || size.capacity_kwp <= 0.0 {
        return Payback::default();
    }
    let paid = finance::payback(rate, flows);
    if setup.values.loan_share.value > 0.0 {
        Payback { first: paid.for_good, ..paid }
    } else {
        paid
    }
}

/// Rated power that generates as much in a year as the plant uses, kWp; what the modules would give to nobody counts by the plant's own use.
pub fn balanced(setup: &Setup, exchange: &Exchange) -> f64 {
    let one = exchange.sums(1.0);
    let balanced = if one.generated > 0.0 { one.used / one.generated } else { 0.0 };
    if balanced > 0.0 { balanced } else { setup.capacity_kwp() }
}

/// Sizes between which a search begins, of what [`balanced`] says.
const STEPS: u32 = 40;
/// How far a search goes, by the same.
const FAR: f64 = 8.0;
/// Halvings of a bracket: to a part in a million.
const HALVINGS: u32 = 24;

/// The least size that brings the reduction that is asked for.
fn target(setup: &Setup, exchange: &Exchange) -> Target {
    let wanted = setup.values.target_reduction.value;
    let reached = |capacity: f64| {
        asked(setup, &size_of(setup, exchange, capacity))
            .is_some_and(|reduction| reduction >= wanted)
    };
    let far = balanced(setup, exchange) * FAR;
    let found = if reached(0.0) {
        Some(0.0)
    } else {
        // Finer where plants are built, since a search ends at the first step that does.
        let steps = (1..=STEPS).map(|step| far * (f64::from(step) / f64::from(STEPS)).powi(2));
        let mut before = 0.0;
        let mut bracket = None;
        for step in steps {
            if reached(step) {
                bracket = Some((before, step));
                break;
            }
            before = step;
        }
        bracket.map(|(before, step)| bisect(before, step, HALVINGS, reached).1)
    };
    let roof_kwp = setup.roof_kwp();
    Target {
        capacity_kwp: found,
        roof_m2: found.and_then(|kwp| setup.roof_m2(kwp)),
        investment: found
            .map(|kwp| size_of(setup, exchange, kwp).investment)
            .filter(|_| setup.ownership == Ownership::Own),
        on_roof: roof_kwp
            .zip(found)
            .map(|(roof, kwp)| kwp <= roof)
            .or_else(|| roof_kwp.map(|_| false)),
        of_full_roof: roof_kwp.and_then(|kwp| asked(setup, &size_of(setup, exchange, kwp))),
    }
}

/// The largest size that is looked at for the best: the roof, or what generates as much as the plant uses, twice.
pub fn largest(setup: &Setup, exchange: &Exchange) -> f64 {
    setup.roof_kwp().unwrap_or_else(|| 2.0 * balanced(setup, exchange))
}

/// The size of the greatest net present value: best of the steps, then by golden section between its neighbours.
fn best(setup: &Setup, exchange: &Exchange) -> Option<(f64, f64)> {
    let top = largest(setup, exchange);
    let value = |capacity: f64| money_of(setup, &size_of(setup, exchange, capacity)).npv;
    let place = |step: u32| top * f64::from(step) / f64::from(STEPS);
    let (step, _) = (0..=STEPS)
        .map(|step| (step, value(place(step))))
        .fold((0, f64::MIN), |best, one| if one.1 > best.1 { one } else { best });
    if step == 0 || top <= 0.0 {
        return Some((0.0, value(0.0)));
    }
    if step == STEPS {
        return Some((top, value(top)));
    }
    let golden = 0.618_033_988_749_894_9;
    let (mut low, mut high) = (place(step - 1), place(step + 1));
    for _ in 0..HALVINGS {
        let (left, right) = (high - golden * (high - low), low + golden * (high - low));
        if value(left) < value(right) { low = left } else { high = right }
    }
    let capacity = 0.5 * (low + high);
    Some((capacity, value(capacity)))
}
