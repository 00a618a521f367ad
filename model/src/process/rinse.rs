//! Counter-flow rinsing: how much fresh water brings the drag-out down to a rinse ratio.
//!
//! With `R` the concentration of the bath over that of the last rinse, `r` the fresh water per drag-out and `n` stages that mix perfectly,
//! the mass balance is `R = 1 + r + r² + … + rⁿ`. The usual `r = R^(1/n)` lies 1.6 % above it at R = 1000 and two stages.

/// Steps of Newton's method; from above it gains at least a factor `n/(n+1)` a step at first and converges quadratically then.
const STEPS: u32 = 100;
/// More stages than any line has.
const MOST_STAGES: f64 = 20.0;

/// Fresh water per drag-out, L/L, of counter-flow rinsing in `stages` (1 or more) to a `ratio` (above 1): `1 + r + … + rⁿ = R`, solved exactly.
///
/// A ratio of 1 or less needs no water: 0. No stage at all counts as one. Source: mass balance of each stage.
///
/// Thousand to one takes 999 in one tank, 31.1 in two.
/// ```
/// use platewise_model::process::rinse::counter_flow;
/// assert!((counter_flow(1000.0, 1) - 999.0).abs() < 1e-9);
/// assert!((counter_flow(1000.0, 2) - 31.11).abs() < 0.005);
/// ```
pub fn counter_flow(ratio: f64, stages: u32) -> f64 {
    if ratio.is_nan() || ratio <= 1.0 {
        return 0.0;
    }
    let stages = stages.max(1);
    let mut water = ratio.powf(1.0 / f64::from(stages));
    for _ in 0..STEPS {
        let (value, slope) = balance(water, stages);
        let next = water - (value - ratio) / slope;
        if next.is_nan() || next >= water {
            break;
        }
        water = next;
    }
    water
}

/// `1 + r + … + rⁿ` and its derivative.
fn balance(water: f64, stages: u32) -> (f64, f64) {
    (0..stages).fold((1.0, 0.0), |(value, slope), _| (value * water + 1.0, slope * water + value))
}

/// The rinse ratio that so much fresh water per drag-out reaches, `R = 1 + r + … + rⁿ`.
pub fn ratio(water: f64, stages: u32) -> f64 {
    balance(water, stages.max(1)).0
}

/// Fresh water per drag-out, L/L, in all stages together when each is fed with fresh water of its own: `n (R^(1/n) − 1)`.
pub fn separately_fed(ratio: f64, stages: u32) -> f64 {
    let stages = f64::from(stages.max(1));
    stages * (ratio.max(1.0).powf(1.0 / stages) - 1.0)
}

/// A number of stages as it comes out of a field: whole, at least one.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and 20")]
pub fn stages(count: f64) -> u32 {
    count.round().clamp(1.0, MOST_STAGES) as u32
}
