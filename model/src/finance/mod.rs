//! Investment and return. A cash flow is a slice: the first entry is today, each further one a year later, and money paid out is negative.
//! Nominal rates and end-of-year flows throughout.

pub mod project;

use crate::numeric::bisect;

/// Years after which equal yearly savings have paid an investment back, without interest: `I / s`. Nothing when there is no saving;
/// zero when there is nothing to pay back.
///
/// ```
/// use platewise_model::finance::simple_payback;
/// assert_eq!(simple_payback(300_000.0, 120_000.0), Some(2.5));
/// assert_eq!(simple_payback(300_000.0, 0.0), None);
/// ```
pub fn simple_payback(investment: f64, annual_saving: f64) -> Option<f64> {
    if investment <= 0.0 {
        return Some(0.0);
    }
    (annual_saving > 0.0).then(|| investment / annual_saving).filter(|years| years.is_finite())
}

/// Net present value `Σ Cₜ / (1 + i)ᵗ`, the first flow undiscounted. `rate` above −1.
///
/// The example of numpy-financial's documentation:
/// ```
/// use platewise_model::finance::npv;
/// assert!((npv(0.08, &[-40_000.0, 5_000.0, 8_000.0, 12_000.0, 30_000.0]) - 3_065.222_67).abs() < 1e-5);
/// ```
pub fn npv(rate: f64, flows: &[f64]) -> f64 {
    flows.iter().rev().fold(0.0, |value, flow| value / (1.0 + rate) + flow)
}

/// When a cash flow has paid itself back.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Payback {
    /// Years until the sum first rises from below zero to zero; none when it never does, zero when it is never below.
    pub first: Option<f64>,
    /// Years after which the sum is never below zero again: later than the first where a later expense turns it negative again; none where it
    /// ends below.
    pub for_good: Option<f64>,
}

/// When the flows, discounted at a rate (0 for the simple payback), add up to zero, straight within the year: each year's flow counts as
/// spread evenly over the year that it ends. A crossing in the last year counts. As `payback` of NREL's System Advisor Model, which leaves
/// out the last year. Whoever borrows all of an investment starts at zero and has paid nothing back: that start does not count.
///
/// ```
/// use platewise_model::finance::payback;
/// let paid = payback(0.0, &[-100.0, 60.0, 60.0, -40.0, 60.0]);
/// assert!((paid.first.unwrap() - 5.0 / 3.0).abs() < 1e-12);
/// assert!((paid.for_good.unwrap() - (3.0 + 20.0 / 60.0)).abs() < 1e-12);
/// assert_eq!(payback(0.0, &[0.0, -10.0, -10.0, 40.0]).first, Some(2.5));
/// ```
pub fn payback(rate: f64, flows: &[f64]) -> Payback {
    let Some(&start) = flows.first() else { return Payback::default() };
    let reached = (start >= 0.0).then_some(0.0);
    let mut paid = Payback { first: reached, for_good: reached };
    let (mut sum, mut year, mut factor) = (start, 0.0, 1.0);
    for flow in flows.iter().skip(1) {
        factor /= 1.0 + rate;
        let (before, gained) = (sum, flow * factor);
        sum += gained;
        if sum < 0.0 {
            paid.first = paid.first.filter(|years| *years > 0.0);
            paid.for_good = None;
        } else if paid.for_good.is_none() {
            paid.for_good = Some(year - before / gained);
            paid.first = paid.first.or(paid.for_good);
        }
        year += 1.0;
    }
    paid
}

/// Internal rates of return of a cash flow.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Irr {
    /// The only rate at which the present value is zero.
    One(f64),
    /// There is none: the flows never change sign, or not enough comes back.
    None,
    /// There are several, so that the rate says nothing; the present value at one's own rate does.
    Several,
}

/// Lowest and highest rate looked at, as natural logarithms of `1 + i`: −99 % to 100,000 % a year.
const LOG_RANGE: (f64, f64) = (-4.605_170_185_988_091, 6.908_754_779_315_221);
/// Steps of the search between them.
const SEARCH_STEPS: u32 = 600;
/// Halvings of a bracket, to the last digit.
const HALVINGS: u32 = 100;

/// Internal rate of return: the rate between −99 % and 100,000 % a year at which the net present value is zero, by bracketing and halving.
///
/// Two rates closer than 2 % of `1 + i` to each other are not told apart. The example of numpy-financial's documentation:
/// ```
/// use platewise_model::finance::{Irr, irr};
/// let Irr::One(rate) = irr(&[-100.0, 39.0, 59.0, 55.0, 20.0]) else { panic!() };
/// assert!((rate - 0.28095).abs() < 5e-6);
/// ```
pub fn irr(flows: &[f64]) -> Irr {
    if !flows.iter().any(|flow| *flow > 0.0) || !flows.iter().any(|flow| *flow < 0.0) {
        return Irr::None;
    }
    let value = |log: f64| npv(log.exp() - 1.0, flows);
    let (low, high) = LOG_RANGE;
    if changes_of_sign(flows) == 1 {
        // By Descartes' rule there is one rate at most: two ends tell.
        return if (value(low) > 0.0) == (value(high) > 0.0) {
            Irr::None
        } else {
            Irr::One(halve(value, low, high).exp() - 1.0)
        };
    }
    let mut found = Irr::None;
    let mut left = (low, value(low));
    for step in 1..=SEARCH_STEPS {
        let at = low + (high - low) * f64::from(step) / f64::from(SEARCH_STEPS);
        let right = (at, value(at));
        if (left.1 > 0.0) != (right.1 > 0.0) {
            if found != Irr::None {
                return Irr::Several;
            }
            found = Irr::One(halve(value, left.0, right.0).exp() - 1.0);
        }
        left = right;
    }
    found
}

/// How often the flows change their sign.
fn changes_of_sign(flows: &[f64]) -> usize {
    let signs = || flows.iter().filter(|flow| **flow != 0.0).map(|flow| *flow > 0.0);
    signs().zip(signs().skip(1)).filter(|(one, next)| one != next).count()
}

/// Where a function changes sign between two places.
fn halve(value: impl Fn(f64) -> f64, low: f64, high: f64) -> f64 {
    let rising = value(high) > 0.0;
    let (low, high) = bisect(low, high, HALVINGS, |log| (value(log) > 0.0) == rising);
    0.5 * (low + high)
}
