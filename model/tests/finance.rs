//! Investment and return against closed forms and published examples.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::float_cmp,
    reason = "a test fails by panicking"
)]

mod common;

use common::close;
use platewise_model::finance::{Irr, irr, npv, payback, simple_payback};

fn discounted_payback(rate: f64, flows: &[f64]) -> Option<f64> {
    payback(rate, flows).for_good
}

/// Flows of an investment that saves the same every year.
fn even(investment: f64, saving: f64, years: usize) -> Vec<f64> {
    std::iter::once(-investment).chain(std::iter::repeat_n(saving, years)).collect()
}

/// From the documentation of numpy-financial: one rate of return, to the digits printed there.
const PUBLISHED: [(&[f64], f64); 3] = [
    (&[-100.0, 39.0, 59.0, 55.0, 20.0], 0.28095),
    (&[-100.0, 0.0, 0.0, 74.0], -0.0955),
    (&[-100.0, 100.0, 0.0, 7.0], 0.06206),
];

#[test]
fn rates_of_return_are_the_published_ones() {
    for (flows, printed) in PUBLISHED {
        let Irr::One(rate) = irr(flows) else { panic!("{flows:?}: {:?}", irr(flows)) };
        assert!((rate - printed).abs() < 1e-4 / 2.0, "{flows:?}: {rate}, printed {printed}");
        assert!(npv(rate, flows).abs() < 1e-9, "put back: {}", npv(rate, flows));
    }
}

/// The same documentation prints −0.0833 and 0.0886 for these, one of two rates each: a second change of sign makes the rate ambiguous.
#[test]
fn where_there_are_several_rates_none_is_given() {
    assert_eq!(irr(&[-100.0, 100.0, 0.0, -7.0]), Irr::Several);
    // 10 % and 20 %: −(1.1 − x)(1.2 − x) with x the growth.
    assert_eq!(irr(&[-100.0, 230.0, -132.0]), Irr::Several);
}

#[test]
fn without_a_change_of_sign_there_is_no_rate() {
    for flows in [&[][..], &[-100.0], &[-100.0, -5.0], &[100.0, 5.0], &[0.0, 0.0]] {
        assert_eq!(irr(flows), Irr::None, "{flows:?}");
    }
}

/// Doubling in a year is 100 %; an endless even saving tends to saving by investment.
#[test]
fn rates_have_their_closed_forms() {
    let Irr::One(doubled) = irr(&[-100.0, 200.0]) else { panic!() };
    close(doubled, 1.0, 1e-12, "doubled in a year");
    let Irr::One(even_rate) = irr(&even(1000.0, 120.0, 400)) else { panic!() };
    close(even_rate, 0.12, 1e-9, "even saving for ever");
    let Irr::One(negative) = irr(&[-100.0, 25.0, 25.0, 25.0]) else { panic!() };
    assert!(negative < 0.0, "less comes back than went in");
}

/// An annuity is worth `s (1 − (1+i)^−n) / i`.
#[test]
fn present_value_is_that_of_an_annuity() {
    let (saving, rate, years) = (120_000.0, 0.08, 10);
    let annuity = saving * (1.0 - f64::powi(1.0 + rate, -years)) / rate;
    close(npv(rate, &even(300_000.0, saving, 10)), annuity - 300_000.0, 1e-12, "annuity");
    close(npv(0.0, &[-100.0, 30.0, 30.0]), -40.0, 1e-12, "without interest a sum");
    assert_eq!(npv(0.08, &[]), 0.0);
}

#[test]
fn payback_without_interest_is_a_quotient() {
    assert_eq!(simple_payback(300_000.0, 100_000.0), Some(3.0));
    assert_eq!(
        (simple_payback(1.0, 0.0), simple_payback(1.0, -5.0), simple_payback(0.0, 0.0)),
        (None, None, Some(0.0))
    );
    let flows = even(300_000.0, 120_000.0, 10);
    close(
        discounted_payback(0.0, &flows).unwrap(),
        simple_payback(300_000.0, 120_000.0).unwrap(),
        1e-12,
        "the same at no interest",
    );
}

/// At 8 %, 120,000 a year: 111,111 in the first, 102,881 in the second, 95,260 in the third; 300,000 need 2 years and 86,008 / 95,260.
#[test]
fn discounted_payback_is_interpolated_within_its_year() {
    let flows = even(300_000.0, 120_000.0, 10);
    let paid = discounted_payback(0.08, &flows).unwrap();
    let [first, second, third] = [1, 2, 3].map(|year| 120_000.0 / f64::powi(1.08, year));
    close(paid, 2.0 + (300_000.0 - first - second) / third, 1e-12, "payback");
    assert!(paid > simple_payback(300_000.0, 120_000.0).unwrap());
}

#[test]
fn what_never_comes_back_has_no_payback() {
    assert_eq!(discounted_payback(0.08, &even(300_000.0, 10_000.0, 10)), None);
    assert_eq!(discounted_payback(0.08, &[]), None);
    assert_eq!(discounted_payback(0.08, &[5.0, 1.0]), Some(0.0), "nothing to pay back");
    // Paid back after a year, then a large repair: only the second crossing counts.
    let paid = discounted_payback(0.0, &[-100.0, 150.0, -100.0, 100.0]).unwrap();
    close(paid, 2.5, 1e-12, "for good");
}
