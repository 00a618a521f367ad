//! Prices: from the cost by margin or mark-up, per piece, per 1,000 pieces, by mass, by area or for the lot, rounded as people round, and added up so
//! that the sum on paper is the sum of the amounts above it. Money is counted in whole ten-thousandths (unit prices) and hundredths (lines and totals),
//! quantities in whole thousandths of their unit, never in fractions of them.

use crate::units::{format_significant, parse_decimal};

/// How a price is made from a cost.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Rule {
    /// The share of the price that is not cost, below 1.
    Margin(f64),
    /// What is added to the cost, as a share of it.
    MarkUp(f64),
}

impl Rule {
    /// The price of a cost.
    ///
    /// A margin of 20 % and a mark-up of 25 % are the same:
    /// ```
    /// use platewise_model::quote::price::Rule;
    /// assert!((Rule::Margin(0.20).price(8.0) - 10.0).abs() < 1e-12);
    /// assert!((Rule::MarkUp(0.25).price(8.0) - 10.0).abs() < 1e-12);
    /// ```
    pub fn price(self, cost: f64) -> f64 {
        match self {
            Self::Margin(share) => cost / (1.0 - share),
            Self::MarkUp(share) => cost * (1.0 + share),
        }
    }

    /// The cost that a price was made from: what [`Rule::price`] undoes.
    pub fn cost(self, price: f64) -> f64 {
        match self {
            Self::Margin(share) => price * (1.0 - share),
            Self::MarkUp(share) => price / (1.0 + share),
        }
    }
}

/// How unit prices are rounded: always up, so that a margin is not rounded away.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rounding {
    /// To 0.0001.
    FourDecimals,
    /// To 0.01; below that to 0.0001, so that a small part does not cost a cent at least.
    Cents,
    /// To three significant digits, at most four decimals: 0.0737, 1.24, 1,240.
    ThreeDigits,
}

/// Units of a price in ten-thousandths of the currency.
pub const TEN_THOUSANDTHS: f64 = 10_000.0;

/// The unit that a price is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Per {
    /// A piece.
    #[default]
    Piece,
    /// 1,000 pieces.
    Thousand,
    /// A kilogram.
    Kilogram,
    /// A square decimetre of plated area.
    SquareDecimetre,
    /// The lot as a whole.
    Lot,
}

/// How pieces of a part are counted in the unit of its price.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Measure {
    /// The unit.
    pub per: Per,
    /// Thousandths of the unit in a piece, where the unit is a mass or an area: grams, or 0.001 dm².
    pub each: f64,
}

/// A quantity in whole thousandths of the unit of its price.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Quantity(pub i64);

impl Measure {
    /// Of a part of this mass and area. Both are taken to eight digits, so that a quote that was given counts as it did.
    pub fn of(per: Per, mass_g: f64, area_dm2: f64) -> Self {
        let each = match per {
            Per::Kilogram => mass_g,
            Per::SquareDecimetre => 1000.0 * area_dm2,
            Per::Piece | Per::Thousand | Per::Lot => 0.0,
        };
        Self { per, each: parse_decimal(&format_significant(each, 8)).unwrap_or(each) }
    }

    /// So many pieces in the unit of the price, rounded up to a thousandth of it; none where it is more than can be counted.
    ///
    /// ```
    /// use platewise_model::quote::price::{Measure, Per, Quantity};
    /// let of = |per| Measure::of(per, 18.5, 0.207).quantity(10_000);
    /// assert_eq!(of(Per::Piece), Some(Quantity(10_000_000)));
    /// assert_eq!(of(Per::Thousand), Some(Quantity(10_000)));
    /// assert_eq!(of(Per::Kilogram), Some(Quantity(185_000)));
    /// assert_eq!(of(Per::SquareDecimetre), Some(Quantity(2_070_000)));
    /// assert_eq!(of(Per::Lot), Some(Quantity(1000)));
    /// ```
    pub fn quantity(self, pieces: u64) -> Option<Quantity> {
        match self.per {
            Per::Piece => i64::try_from(pieces).ok()?.checked_mul(1000),
            Per::Thousand => i64::try_from(pieces).ok(),
            Per::Lot => Some(1000),
            Per::Kilogram | Per::SquareDecimetre => {
                #[allow(
                    clippy::cast_precision_loss,
                    reason = "pieces of an order lie far below 2^53"
                )]
                let exact = (pieces as f64 * self.each * (1.0 - 1e-12)).ceil().max(1.0);
                #[allow(
                    clippy::cast_possible_truncation,
                    reason = "checked to lie within the range of the integer"
                )]
                (exact <= 9e15).then_some(exact as i64)
            }
        }
        .map(Quantity)
    }
}

impl Quantity {
    /// In the unit of the price.
    #[allow(clippy::cast_precision_loss, reason = "below 2^53, as no quantity is counted above it")]
    pub fn value(self) -> f64 {
        self.0 as f64 / 1000.0
    }
}

/// A unit price in whole ten-thousandths of the currency.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct UnitPrice(pub i64);

/// An amount in whole hundredths of the currency.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Amount(pub i64);

impl UnitPrice {
    /// A price per unit, rounded up; none where it is no number that a quote can hold: below nothing, or above some billions.
    ///
    /// ```
    /// use platewise_model::quote::price::{Rounding, UnitPrice};
    /// let rounded = |price, rounding| UnitPrice::of(price, rounding).unwrap().value();
    /// assert_eq!(rounded(0.07365, Rounding::FourDecimals), 0.0737);
    /// assert_eq!(rounded(1.2301, Rounding::Cents), 1.24);
    /// assert_eq!(rounded(0.00731, Rounding::Cents), 0.0074);
    /// assert_eq!(rounded(1_237.2, Rounding::ThreeDigits), 1_240.0);
    /// ```
    pub fn of(price: f64, rounding: Rounding) -> Option<Self> {
        let exact = price * TEN_THOUSANDTHS;
        if !(0.0..=1e15).contains(&exact) {
            return None;
        }
        // A price that is whole but for the last digits of its double is whole.
        let up = |exact: f64| (exact - exact.abs() * 1e-12 - 1e-9).ceil().max(0.0);
        let step = match rounding {
            Rounding::FourDecimals => 1.0,
            Rounding::Cents if exact < 100.0 => 1.0,
            Rounding::Cents => 100.0,
            Rounding::ThreeDigits if exact < 1000.0 => 1.0,
            Rounding::ThreeDigits => 10_f64.powi(integer_digits(exact) - 3),
        };
        #[allow(
            clippy::cast_possible_truncation,
            reason = "checked to lie within the range of the integer"
        )]
        let whole = (up(exact / step) * step) as i64;
        Some(Self(whole))
    }

    /// In the currency.
    #[allow(clippy::cast_precision_loss, reason = "below 2^53, as no price is asked above it")]
    pub fn value(self) -> f64 {
        self.0 as f64 / TEN_THOUSANDTHS
    }

    /// So many pieces at this price, half a hundredth rounded up; none where it is more than can be counted.
    pub fn times(self, pieces: u64) -> Option<Amount> {
        let exact = i128::from(self.0) * i128::from(pieces);
        i64::try_from((exact + 50).div_euclid(100)).ok().map(Amount)
    }

    /// A quantity at this price, half a hundredth rounded up; none where it is more than can be counted.
    ///
    /// 185 kg at 4.5 are 832.50:
    /// ```
    /// use platewise_model::quote::price::{Amount, Quantity, UnitPrice};
    /// assert_eq!(UnitPrice(45_000).of_quantity(Quantity(185_000)), Some(Amount(83_250)));
    /// ```
    pub fn of_quantity(self, quantity: Quantity) -> Option<Amount> {
        let exact = i128::from(self.0) * i128::from(quantity.0);
        i64::try_from((exact + 50_000).div_euclid(100_000)).ok().map(Amount)
    }
}

/// Digits before the decimal point of a number of at least one.
fn integer_digits(number: f64) -> i32 {
    let mut digits = 0;
    let mut rest = number;
    while rest >= 1.0 {
        rest /= 10.0;
        digits += 1;
    }
    digits
}

impl Amount {
    /// A price of a whole, such as a fee, rounded up to a hundredth; none where a quote cannot hold it.
    pub fn of(price: f64) -> Option<Self> {
        UnitPrice::of(price, Rounding::FourDecimals)
            .map(|price| Self((price.0 + 99).div_euclid(100)))
    }

    /// A share of it, rounded to the nearest hundredth: a surcharge, a tax.
    pub fn share(self, share: f64) -> Option<Self> {
        #[allow(clippy::cast_precision_loss, reason = "an amount of a quote lies far below 2^53")]
        let exact = self.0 as f64 * share;
        let exact = (exact + exact * 1e-12).round(); // half a hundredth is a half also where its double falls short of it
        #[allow(
            clippy::cast_possible_truncation,
            reason = "checked to lie within the range of the integer"
        )]
        (exact.abs() < 9e15).then_some(Self(exact as i64))
    }

    /// In the currency.
    #[allow(clippy::cast_precision_loss, reason = "below 2^53, as no price is asked above it")]
    pub fn value(self) -> f64 {
        self.0 as f64 / 100.0
    }

    /// Both together; none where it is more than can be counted.
    pub fn plus(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }
}

/// The sum of amounts, to the hundredth; none where it is more than can be counted.
pub fn sum(amounts: impl IntoIterator<Item = Amount>) -> Option<Amount> {
    amounts.into_iter().try_fold(Amount(0), Amount::plus)
}

/// Unit prices of rising quantities as they are offered: none is above that of a smaller quantity, whatever whole barrels and ovens cost.
///
/// ```
/// use platewise_model::quote::price::{UnitPrice, offered};
/// assert_eq!(offered(&[UnitPrice(90), UnitPrice(95), UnitPrice(70)]), [UnitPrice(90), UnitPrice(90), UnitPrice(70)]);
/// ```
pub fn offered(prices: &[UnitPrice]) -> Vec<UnitPrice> {
    let mut lowest = None::<UnitPrice>;
    let mut all = Vec::with_capacity(prices.len());
    for price in prices {
        let this = lowest.map_or(*price, |lowest| lowest.min(*price));
        lowest = Some(this);
        all.push(this);
    }
    all
}

/// The same of prices for lots as a whole, which rise with the pieces: by the piece none is above that of a smaller lot.
///
/// 1,500 pieces are offered at 1.5 times the price of 1,000 at most:
/// ```
/// use platewise_model::quote::price::{Rounding, UnitPrice, offered_lots};
/// let lots = [(1000, UnitPrice(3_000_000)), (1500, UnitPrice(4_800_000))];
/// assert_eq!(offered_lots(&lots, Rounding::FourDecimals), [UnitPrice(3_000_000), UnitPrice(4_500_000)]);
/// ```
pub fn offered_lots(lots: &[(u64, UnitPrice)], rounding: Rounding) -> Vec<UnitPrice> {
    let mut lowest = f64::INFINITY;
    let mut all = Vec::with_capacity(lots.len());
    for (pieces, price) in lots {
        #[allow(clippy::cast_precision_loss, reason = "pieces of an order lie far below 2^53")]
        let pieces = *pieces as f64;
        let this = UnitPrice::of(lowest * pieces, rounding).map_or(*price, |held| held.min(*price));
        lowest = lowest.min(this.value() / pieces);
        all.push(this);
    }
    all
}

/// What metal costs more than at the price that the quote is based on, per piece: its mass by the difference of the prices. Below zero where
/// metal has become cheaper.
///
/// 0.5 g of zinc a piece, 2 CNY/kg above the reference:
/// ```
/// use platewise_model::quote::price::metal_surcharge;
/// assert!((metal_surcharge(0.5, 24.0, 22.0) - 0.001).abs() < 1e-15);
/// ```
pub fn metal_surcharge(metal_g: f64, price_per_kg: f64, reference_per_kg: f64) -> f64 {
    metal_g / 1000.0 * (price_per_kg - reference_per_kg)
}

/// How many pieces bring in what they cost: `fixed / (price − variable)`, whole; none where each piece costs more than it brings.
///
/// A lot costs 300 and each piece 0.10 more; at 0.16 it takes 5,000:
/// ```
/// use platewise_model::quote::price::break_even;
/// assert_eq!(break_even(300.0, 0.10, 0.16), Some(5000.0));
/// assert_eq!(break_even(300.0, 0.10, 0.10), None);
/// ```
pub fn break_even(fixed: f64, variable: f64, price: f64) -> Option<f64> {
    (price > variable).then(|| (fixed / (price - variable) * (1.0 - 1e-12)).ceil().max(1.0))
}
