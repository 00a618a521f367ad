//! The cash flow of an investment with loan and tax, and what a unit of its product costs. As the commercial cash loan of NREL's System
//! Advisor Model has it: money at the end of each year, straight-line depreciation, tax on what is saved less what can be deducted.

/// A loan paid back in equal instalments.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Loan {
    /// Share of the investment, 0 to 1.
    pub share: f64,
    /// Interest a year, 0 to 1.
    pub rate: f64,
    /// Years; what is owed at the end of the horizon is paid in its last year.
    pub years: f64,
}

/// Income tax.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Tax {
    /// Rate, 0 to 1.
    pub rate: f64,
    /// Years of straight-line depreciation.
    pub depreciation_years: f64,
    /// Share of the investment that is not depreciated, 0 to 1.
    pub residual: f64,
}

/// A year of a project, all of it positive, in money.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Year {
    /// What it brings or saves.
    pub gain: f64,
    /// What it costs to run.
    pub cost: f64,
    /// What it yields, in units of its product.
    pub product: f64,
}

/// Equal payments that pay a loan of 1 back with its interest: `i / (1 − (1+i)^−n)`.
///
/// As numpy-financial's `pmt`:
/// ```
/// use platewise_model::finance::project::annuity;
/// assert!((annuity(0.045, 10.0) - 0.126_378_821_7).abs() < 1e-10);
/// assert_eq!(annuity(0.0, 10.0), 0.1);
/// ```
pub fn annuity(rate: f64, years: f64) -> f64 {
    if rate == 0.0 { 1.0 / years } else { rate / (1.0 - (1.0 + rate).powf(-years)) }
}

/// The flows of a project: the own share of the investment, then each year's gain less cost, tax and service of the loan.
pub fn flows(investment: f64, years: &[Year], loan: &Loan, tax: &Tax) -> Vec<f64> {
    let borrowed = investment * loan.share;
    let instalment = if borrowed > 0.0 { borrowed * annuity(loan.rate, loan.years) } else { 0.0 };
    let mut owed = borrowed;
    let mut flows = Vec::with_capacity(years.len() + 1);
    flows.push(borrowed - investment);
    let mut number = 0.0;
    for (place, year) in years.iter().enumerate() {
        number += 1.0;
        let interest = owed * loan.rate;
        let last = place + 1 == years.len();
        let service = if last { owed + interest } else { instalment.min(owed + interest) };
        owed = (owed + interest - service).max(0.0);
        let taxed =
            tax.rate * (year.gain - year.cost - depreciation(investment, tax, number) - interest);
        flows.push(year.gain - year.cost - service - taxed);
    }
    flows
}

/// Depreciation of a year, counted from 1; the last part of a year counts as a part.
pub fn depreciation(investment: f64, tax: &Tax, year: f64) -> f64 {
    let share = (tax.depreciation_years - (year - 1.0)).clamp(0.0, 1.0);
    investment * (1.0 - tax.residual) / tax.depreciation_years * share
}

/// What a unit of the product costs over the years: present value of all costs by present value of the product, at a nominal rate; the
/// product at the real rate too gives the levelised cost in today's money. Costs are after tax, without what they earn: `LCOE`.
pub fn levelised_cost(
    investment: f64,
    years: &[Year],
    tax: &Tax,
    nominal: f64,
    of_product: f64,
) -> Option<f64> {
    let (mut costs, mut product) = (investment, 0.0);
    let (mut factor, mut product_factor, mut number) = (1.0, 1.0, 0.0);
    for year in years {
        factor /= 1.0 + nominal;
        product_factor /= 1.0 + of_product;
        number += 1.0;
        costs += factor
            * (year.cost * (1.0 - tax.rate) - tax.rate * depreciation(investment, tax, number));
        product += product_factor * year.product;
    }
    (product > 0.0).then(|| costs / product)
}
