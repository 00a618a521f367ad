//! Minimum lot charges: the least that a line is charged, and which of the minimums of an order apply. Rules are data: how many of those triggered are
//! charged, and what each further triggered line pays on top of its own price. Charged are those that bring in most: then the sum is the largest that the
//! rule allows, so it does not depend on the order of the lines and never falls when a price, a minimum or the fee rises.

use super::price::{Amount, sum};

/// Which of the minimums that are triggered apply.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Applied {
    /// How many of them at most, those first that bring in most; none for all.
    pub most: Option<usize>,
    /// On top of its own price for each further line that triggers one.
    pub fee: Amount,
}

/// A line as far as minimums concern it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Priced {
    /// Quantity by unit price.
    pub price: Amount,
    /// The minimum of its process.
    pub minimum: Amount,
}

impl Priced {
    /// Whether its minimum is triggered.
    pub fn is_below(self) -> bool {
        self.price < self.minimum
    }

    /// Its price and the fee of further lines, up to its minimum.
    fn with_fee(self, fee: Amount) -> Amount {
        self.price.plus(fee).map_or(self.minimum, |with_fee| with_fee.min(self.minimum))
    }

    /// What its minimum brings in above the price with the fee.
    fn gain(self, fee: Amount) -> i64 {
        self.minimum.0.saturating_sub(self.with_fee(fee).0)
    }
}

/// What a line is charged.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Charged {
    /// In all.
    pub price: Amount,
    /// Why.
    pub by: By,
}

/// Why a line is charged what it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum By {
    /// Quantity by unit price.
    Price,
    /// The minimum.
    Minimum,
    /// Its own price and the fee of further lines.
    Fee,
    /// It was quoted so; today it would be charged otherwise.
    Quoted,
}

/// What each line is charged. A fee never brings a line above its own minimum.
///
/// Three of those triggered and 50 for each further line: minimums of 300, 250, 200 and 180 are triggered. The last would bring in least above price
/// and fee, 180 − 110, so that line pays its price of 60 and 50.
/// ```
/// use platewise_model::quote::minimum::{Applied, By, Priced, charge};
/// use platewise_model::quote::price::Amount;
/// let line = |price, minimum| Priced { price: Amount(price), minimum: Amount(minimum) };
/// let rule = Applied { most: Some(3), fee: Amount(5000) };
/// let charged = charge(&[line(6000, 18000), line(9000, 25000), line(40000, 30000), line(100, 30000), line(100, 20000)], rule);
/// let prices: Vec<i64> = charged.iter().map(|one| one.price.0).collect();
/// assert_eq!(prices, [11000, 25000, 40000, 30000, 20000]);
/// assert_eq!(charged[0].by, By::Fee);
/// ```
pub fn charge(lines: &[Priced], rule: Applied) -> Vec<Charged> {
    // Counted and not sorted: an order has few lines, and a sort would weigh more in the browser than all the rest of this.
    let rank = |place: usize, line: &Priced| {
        let gain = line.gain(rule.fee);
        let before = |(other, one): (usize, &Priced)| {
            one.is_below()
                && (one.gain(rule.fee) > gain || (one.gain(rule.fee) == gain && other < place))
        };
        lines.iter().enumerate().filter(|other| before(*other)).count()
    };
    let at_minimum = rule.most.unwrap_or(usize::MAX);
    let mut charged = Vec::with_capacity(lines.len());
    for (place, line) in lines.iter().enumerate() {
        charged.push(if !line.is_below() {
            Charged { price: line.price, by: By::Price }
        } else if at_minimum == usize::MAX || rank(place, line) < at_minimum {
            Charged { price: line.minimum, by: By::Minimum }
        } else {
            Charged { price: line.with_fee(rule.fee), by: By::Fee }
        });
    }
    charged
}

/// The sum of what the lines are charged; none where it is more than can be counted.
pub fn total(charged: &[Charged]) -> Option<Amount> {
    sum(charged.iter().map(|one| one.price))
}
