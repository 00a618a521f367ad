//! Monte Carlo: how results spread when every input varies over its range at once. Each draw sets every input once, so what two processes
//! share they share in each draw; a difference of two results is drawn as one.

#[cfg(not(target_family = "wasm"))]
use crate::calculator::Problem;
use crate::calculator::doubt::restore;
use crate::calculator::{Evaluator, NumericInput, NumericResult};
use crate::report::{Bar, Bars, Direction, Segment};
use crate::units::Dimension;
use crate::words::{Arg, phrase, text};
use std::ops::Range;

/// How an input spreads between its ends, with the value in force as the likeliest.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Distribution {
    /// Straight up to the likeliest value and straight down.
    #[default]
    Triangular,
    /// A beta distribution with weight 4 on the likeliest value: less in the ends.
    Pert,
}

/// What is drawn.
#[derive(Clone, PartialEq, Debug)]
pub struct Plan {
    /// Places of the results that are kept.
    pub outcomes: Vec<usize>,
    /// How many draws.
    pub draws: u32,
    /// Start of the sequence: the same one gives the same draws.
    pub seed: u64,
    /// How inputs spread.
    pub distribution: Distribution,
    /// Whether inputs that were given are taken as known.
    pub given_is_known: bool,
}

/// Most draws in one go.
pub const MOST_DRAWS: u32 = 1_000_000;

/// Draws under way: all of a plan, or a slice of it. Each draw has random numbers of its own, by the seed and its number, so that it is the same
/// in whatever slice it is made.
pub struct MonteCarlo {
    plan: Plan,
    moved: Vec<(usize, NumericInput)>,
    slice: Range<u32>,
    next: u32,
    samples: Samples,
}

impl MonteCarlo {
    /// Begins a plan.
    pub fn new(evaluator: &dyn Evaluator, plan: Plan) -> Self {
        let all = 0..plan.draws;
        Self::slice(evaluator, plan, all)
    }

    /// Begins some draws of a plan by their numbers, from nought.
    pub fn slice(evaluator: &dyn Evaluator, plan: Plan, slice: Range<u32>) -> Self {
        let varied = |(place, input): (usize, &NumericInput)| {
            input.is_varied(plan.given_is_known).then_some((place, *input))
        };
        let moved = evaluator.inputs().iter().enumerate().filter_map(varied).collect();
        let samples = Samples {
            of_results: plan.outcomes.iter().map(|_| Vec::with_capacity(slice.len())).collect(),
            failed: 0,
        };
        Self { moved, next: slice.start, slice, samples, plan }
    }

    /// Draws some more; the share that is done, 0 to 1.
    pub fn advance(&mut self, evaluator: &mut dyn Evaluator, draws: u32) -> f64 {
        for _ in 0..draws.min(self.slice.end.saturating_sub(self.next)) {
            let mut random = fastrand::Rng::with_seed(mixed(self.plan.seed, self.next));
            for (place, input) in &self.moved {
                evaluator.set(*place, draw(&mut random, self.plan.distribution, input));
            }
            self.next += 1;
            let complete = evaluator.compute()
                && self.plan.outcomes.iter().all(|outcome| evaluator.value(*outcome).is_some());
            if !complete {
                self.samples.failed += 1;
                continue;
            }
            for (outcome, samples) in self.plan.outcomes.iter().zip(&mut self.samples.of_results) {
                samples.extend(evaluator.value(*outcome));
            }
        }
        let done = f64::from(self.next.saturating_sub(self.slice.start));
        if self.slice.is_empty() {
            1.0
        } else {
            done / f64::from(self.slice.end - self.slice.start)
        }
    }

    /// What was drawn.
    pub fn samples(self) -> Samples {
        self.samples
    }

    /// What came of it: one spread for each result, in the order of the plan, and how many draws had no result; none for a result that no draw gave.
    pub fn finish(self) -> (Vec<Option<Spread>>, u32) {
        self.samples.spreads()
    }
}

/// The seed of a draw. Neighbouring numbers lead far apart: the finaliser of SplitMix64 (Steele, Lea, Flood 2014).
const fn mixed(seed: u64, number: u32) -> u64 {
    let mut z = seed.wrapping_add((number as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// What some draws gave.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Samples {
    /// The values of each result, in the order of the plan and of the draws.
    pub of_results: Vec<Vec<f64>>,
    /// Draws for which there is no result.
    pub failed: u32,
}

impl Samples {
    /// Adds those of the next slice.
    pub fn append(&mut self, next: Self) {
        if self.of_results.is_empty() {
            *self = next;
            return;
        }
        for (all, more) in self.of_results.iter_mut().zip(next.of_results) {
            all.extend(more);
        }
        self.failed += next.failed;
    }

    /// How each result spreads, and how many draws had none.
    pub fn spreads(self) -> (Vec<Option<Spread>>, u32) {
        (self.of_results.into_iter().map(Spread::of).collect(), self.failed)
    }
}

/// The slices of a number of draws for so many workers, as even as can be, in order.
pub fn slices(draws: u32, workers: u32) -> impl Iterator<Item = Range<u32>> {
    let workers = workers.clamp(1, draws.max(1));
    let end = move |worker: u32| {
        u32::try_from(u64::from(draws) * u64::from(worker) / u64::from(workers)).unwrap_or(draws)
    };
    (0..workers).map(move |worker| end(worker)..end(worker + 1))
}

/// Draws all of a plan.
pub fn run(evaluator: &mut dyn Evaluator, plan: Plan) -> (Vec<Option<Spread>>, u32) {
    let draws = plan.draws;
    let mut all = MonteCarlo::new(evaluator, plan);
    all.advance(evaluator, draws);
    restore(evaluator);
    all.finish()
}

/// Draws all of a plan in so many threads, each with an evaluator of its own; as [`run`] does.
///
/// # Errors
/// The problems of the inputs.
#[cfg(not(target_family = "wasm"))]
pub fn run_in_threads(
    evaluator_of: &(dyn Fn() -> Result<Box<dyn Evaluator>, Vec<Problem>> + Sync),
    plan: &Plan,
    threads: u32,
) -> Result<Samples, Vec<Problem>> {
    let draw = |slice: Range<u32>| -> Result<Samples, Vec<Problem>> {
        let mut evaluator = evaluator_of()?;
        let mut some = MonteCarlo::slice(evaluator.as_ref(), plan.clone(), slice);
        some.advance(evaluator.as_mut(), u32::MAX);
        Ok(some.samples())
    };
    std::thread::scope(|scope| {
        let draw = &draw;
        let drawing: Vec<_> =
            slices(plan.draws, threads).map(|slice| scope.spawn(move || draw(slice))).collect();
        let mut all = Samples::default();
        for thread in drawing {
            all.append(thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))?);
        }
        Ok(all)
    })
}

fn draw(random: &mut fastrand::Rng, distribution: Distribution, input: &NumericInput) -> f64 {
    let (low, mode, high) = (input.low, input.value, input.high);
    match distribution {
        Distribution::Triangular => {
            let (u, turn) = (random.f64(), (mode - low) / (high - low));
            if u < turn {
                low + ((high - low) * (mode - low) * u).sqrt()
            } else {
                high - ((high - low) * (high - mode) * (1.0 - u)).sqrt()
            }
        }
        Distribution::Pert => {
            let weight = |part: f64| 1.0 + 4.0 * part / (high - low);
            let (a, b) = (gamma(random, weight(mode - low)), gamma(random, weight(high - mode)));
            low + (high - low) * a / (a + b)
        }
    }
}

/// A gamma variate of shape 1 or more, by Marsaglia and Tsang (2000).
fn gamma(random: &mut fastrand::Rng, shape: f64) -> f64 {
    let d = shape - 1.0 / 3.0;
    let c = 1.0 / (9.0 * d).sqrt();
    loop {
        let x = normal(random);
        let v = (1.0 + c * x).powi(3);
        if v > 0.0 && (1.0 - random.f64()).ln() < 0.5 * x * x + d - d * v + d * v.ln() {
            return d * v;
        }
    }
}

/// A standard normal variate, by Box and Muller.
fn normal(random: &mut fastrand::Rng) -> f64 {
    (-2.0 * (1.0 - random.f64()).ln()).sqrt() * (std::f64::consts::TAU * random.f64()).cos()
}

/// How a result spreads.
#[derive(Clone, PartialEq, Debug)]
pub struct Spread {
    /// Mean.
    pub mean: f64,
    /// Standard deviation.
    pub deviation: f64,
    /// A tenth of the draws lie below this.
    pub p10: f64,
    /// Half of them.
    pub p50: f64,
    /// Nine tenths of them.
    pub p90: f64,
    /// Every draw, from the least to the greatest.
    pub sorted: Vec<f64>,
}

impl Spread {
    /// Of the values that were drawn; none of none.
    pub fn of(mut sorted: Vec<f64>) -> Option<Self> {
        sorted.sort_unstable_by(f64::total_cmp);
        #[allow(clippy::cast_precision_loss, reason = "at most a million")]
        let count = sorted.len() as f64;
        let mean = sorted.iter().sum::<f64>() / count;
        let deviation = (sorted.iter().map(|value| (value - mean).powi(2)).sum::<f64>()
            / (count - 1.0).max(1.0))
        .sqrt();
        let at = |share: f64| percentile(&sorted, share);
        let (p10, p50, p90) = (at(0.1)?, at(0.5)?, at(0.9)?);
        Some(Self { mean, deviation, p10, p50, p90, sorted })
    }

    /// Share of the draws below a value, 0 to 1.
    pub fn share_below(&self, value: f64) -> f64 {
        #[allow(clippy::cast_precision_loss, reason = "at most a million")]
        let (below, all) =
            (self.sorted.partition_point(|one| *one < value) as f64, self.sorted.len() as f64);
        below / all
    }

    /// How many draws lie in each of a number of even steps between the half-per-cent ends, which hold what lies beyond them.
    pub fn histogram(&self, bins: usize) -> Vec<(f64, f64, f64)> {
        let (Some(low), Some(high)) =
            (percentile(&self.sorted, 0.005), percentile(&self.sorted, 0.995))
        else {
            return Vec::new();
        };
        let mut counts = vec![0.0; bins];
        #[allow(clippy::cast_precision_loss, reason = "a few dozen")]
        let step = ((high - low) / bins as f64).max(f64::MIN_POSITIVE);
        for value in &self.sorted {
            #[allow(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "kept between the ends"
            )]
            let bin = (((value - low) / step).max(0.0) as usize).min(bins.saturating_sub(1));
            if let Some(count) = counts.get_mut(bin) {
                *count += 1.0;
            }
        }
        #[allow(clippy::cast_precision_loss, reason = "a few dozen")]
        counts
            .into_iter()
            .enumerate()
            .map(|(bin, count)| (low + bin as f64 * step, low + (bin + 1) as f64 * step, count))
            .collect()
    }
}

/// The value below which a share of sorted values lies, straight between neighbours.
fn percentile(sorted: &[f64], share: f64) -> Option<f64> {
    #[allow(clippy::cast_precision_loss, reason = "at most a million")]
    let place = share * (sorted.len().checked_sub(1)?) as f64;
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and the length"
    )]
    let below = place.floor() as usize;
    let (left, right) = (sorted.get(below)?, sorted.get(below + 1).or(sorted.last())?);
    Some(left + (right - left) * place.fract())
}

/// Steps of a histogram.
const BINS: usize = 40;

/// A spread without its draws, as it is shown: as plain numbers it crosses from a worker to the page.
#[derive(Clone, PartialEq, Debug)]
pub struct Summary {
    /// Mean, standard deviation, P10, P50, P90, share below zero.
    pub figures: [f64; 6],
    /// From, to and number of draws of each step of the histogram.
    pub bins: Vec<(f64, f64, f64)>,
}

impl Summary {
    /// Of a spread.
    pub fn of(spread: &Spread) -> Self {
        Self {
            figures: [
                spread.mean,
                spread.deviation,
                spread.p10,
                spread.p50,
                spread.p90,
                spread.share_below(0.0),
            ],
            bins: spread.histogram(BINS),
        }
    }

    /// As plain numbers.
    pub fn numbers(&self) -> Vec<f64> {
        let mut all = self.figures.to_vec();
        all.extend(self.bins.iter().flat_map(|(from, to, count)| [*from, *to, *count]));
        all
    }

    /// From plain numbers; none when these are no summary.
    pub fn from_numbers(numbers: &[f64]) -> Option<Self> {
        let (figures, bins) = numbers.split_first_chunk::<6>()?;
        let bin = |bin: &[f64]| {
            if let [from, to, count] = bin { Some((*from, *to, *count)) } else { None }
        };
        Some(Self { figures: *figures, bins: bins.chunks(3).map(bin).collect::<Option<_>>()? })
    }
}

/// The draws as upright bars over the result, with the percentiles marked; what lies below zero has a colour of its own.
pub fn figure(summary: &Summary, outcome: &NumericResult) -> Bars {
    let dimension = outcome.dimension;
    let total: f64 = summary.bins.iter().map(|(_, _, count)| count).sum();
    let [_, _, p10, p50, p90, below] = summary.figures;
    let crosses = below > 0.0;
    let bar = |(from, to, count): &(f64, f64, f64)| Bar {
        label: phrase(
            text("{0} to {1}", "{0} 至 {1}"),
            [Arg::Quantity(dimension, *from), Arg::Quantity(dimension, *to)],
        ),
        span: Some((*from, *to)),
        segments: vec![Segment {
            part: usize::from(crosses && *from + *to >= 0.0),
            from: 0.0,
            to: count / total,
        }],
        note: None,
    };
    let mark = |name: &str, value: f64| {
        (
            phrase(
                text("{0} {1}", "{0} {1}"),
                [Arg::Name(name.to_owned()), Arg::Quantity(dimension, value)],
            ),
            value,
        )
    };
    Bars {
        id: "histogram",
        title: outcome.label,
        value: (text("Share of runs", "模拟次数占比"), Dimension::Fraction),
        along: Some((outcome.label, dimension)),
        direction: Direction::Upright,
        parts: if crosses {
            vec![
                outcome.below_zero.unwrap_or(text("below zero", "小于零")).into(),
                text("above zero", "大于零").into(),
            ]
        } else {
            vec![text("share of runs", "模拟次数占比").into()]
        },
        bars: summary.bins.iter().map(bar).collect(),
        marks: vec![mark("P10", p10), mark("P50", p50), mark("P90", p90)],
        total: false,
    }
}
