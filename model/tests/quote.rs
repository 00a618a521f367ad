//! Prices to the hundredth under every rounding and currency, minimum rules case by case, lots against hand calculation, and days of the
//! calendar.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::float_cmp,
    reason = "a test fails by panicking"
)]

use platewise_model::data::Listed;
use platewise_model::data::prices;
use platewise_model::data::processes::Process;
use platewise_model::line::hours::HourlyRate;
use platewise_model::line::load::{barrel_kg, loads};
use platewise_model::process::chain::{Item, Terms, chain};
use platewise_model::quote::capitals::capitals;
use platewise_model::quote::cost::{Cost, Lot, Part, cost, materials};
use platewise_model::quote::lead::{Day, Way, working_days};
use platewise_model::quote::minimum::{Applied, By, Priced, charge, total};
use platewise_model::quote::offer::{Refusal, Shop, TaxBasis, Work, offer};
use platewise_model::quote::price::{
    Amount, Measure, Per, Rounding, Rule, UnitPrice, break_even, offered, offered_lots, sum,
};
use proptest::prelude::*;

const ROUNDINGS: [Rounding; 3] = [Rounding::FourDecimals, Rounding::Cents, Rounding::ThreeDigits];

#[test]
fn unit_prices_are_rounded_up_as_people_round() {
    for (price, four, cents, three) in [
        (0.0, 0.0, 0.0, 0.0),
        (0.00001, 0.0001, 0.0001, 0.0001),
        (0.0736, 0.0736, 0.08, 0.0736),
        (0.07365, 0.0737, 0.08, 0.0737),
        (0.1, 0.1, 0.1, 0.1),
        (0.12345, 0.1235, 0.13, 0.124),
        (1.2301, 1.2301, 1.24, 1.24),
        (12.0, 12.0, 12.0, 12.0),
        (99.951, 99.951, 99.96, 100.0),
        (1237.2, 1237.2, 1237.2, 1240.0),
    ] {
        let rounded = ROUNDINGS.map(|rounding| UnitPrice::of(price, rounding).unwrap().value());
        assert_eq!(rounded, [four, cents, three], "{price}");
    }
    for wrong in [-0.01, f64::NAN, f64::INFINITY, 1e12] {
        assert!(
            ROUNDINGS.iter().all(|rounding| UnitPrice::of(wrong, *rounding).is_none()),
            "{wrong}"
        );
    }
}

/// A line is quantity by unit price: 0.0737 · 5,000 = 368.50; 0.00005 is half a hundredth of 200 pieces and is rounded up.
#[test]
fn lines_are_whole_hundredths() {
    assert_eq!(UnitPrice(737).times(5000), Some(Amount(36_850)));
    assert_eq!(UnitPrice(1).times(50), Some(Amount(1)));
    assert_eq!(UnitPrice(1).times(49), Some(Amount(0)));
    assert_eq!(UnitPrice(i64::MAX).times(1000), None);
    assert_eq!(sum([Amount(1), Amount(i64::MAX)]), None);
    assert_eq!(Amount(36_850).share(0.13), Some(Amount(4791)), "47.905 to the nearest");
    assert_eq!(Amount::of(12.001), Some(Amount(1201)));
    assert_eq!(Amount::of(12.0), Some(Amount(1200)));
}

/// Rule, lines as price and minimum, what is charged.
#[test]
fn minimum_rules_case_by_case() {
    let all = Applied { most: None, fee: Amount(0) };
    let highest = Applied { most: Some(1), fee: Amount(3000) };
    let top_three = Applied { most: Some(3), fee: Amount(5000) };
    let none = Applied { most: Some(0), fee: Amount(0) };
    use By::{Fee, Minimum, Price};
    for (rule, lines, expected) in [
        (all, vec![(100, 0)], vec![(100, Price)]),
        (all, vec![(100, 100)], vec![(100, Price)]),
        (all, vec![(99, 100), (100, 99)], vec![(100, Minimum), (100, Price)]),
        (none, vec![(5, 100)], vec![(5, Fee)]),
        (highest, vec![(5, 20_000), (5, 30_000)], vec![(3005, Fee), (30_000, Minimum)]),
        (highest, vec![(5, 20_000), (5, 20_000)], vec![(20_000, Minimum), (3005, Fee)]),
        // A fee never brings a line above its own minimum.
        (highest, vec![(900, 1000), (5, 30_000)], vec![(1000, Fee), (30_000, Minimum)]),
        (
            top_three,
            vec![
                (100, 20_000),
                (100, 30_000),
                (100, 25_000),
                (100, 18_000),
                (50_000, 30_000),
                (100, 28_000),
            ],
            vec![
                (5100, Fee),
                (30_000, Minimum),
                (25_000, Minimum),
                (5100, Fee),
                (50_000, Price),
                (28_000, Minimum),
            ],
        ),
        (top_three, vec![], vec![]),
    ] {
        let lines: Vec<Priced> = lines
            .into_iter()
            .map(|(price, minimum)| Priced { price: Amount(price), minimum: Amount(minimum) })
            .collect();
        let charged = charge(&lines, rule);
        let found: Vec<(i64, By)> = charged.iter().map(|one| (one.price.0, one.by)).collect();
        assert_eq!(found, expected, "{rule:?} {lines:?}");
        assert_eq!(total(&charged).unwrap().0, expected.iter().map(|one| one.0).sum::<i64>());
    }
}

fn lot() -> Lot {
    Lot {
        pieces: 2500.0,
        area_dm2: 0.2,
        mass_g: 18.5,
        loads: loads(2500.0, 1000.0, 0.2).unwrap(),
        takt_min: 8.0,
        uptime: 0.8,
        top_coat_per_m2: 2.0,
        piece_min: 0.01,
        load_min: 5.0,
        lot_min: 20.0,
        kg_min: 0.1,
        labour_per_h: 60.0,
        line_rate: HourlyRate { worked: 300.0, utilisation: 0.75 },
        bake_h: 10.0,
        oven_kg: 30.0,
        oven_per_h: 8.0,
        once: 50.0,
        reject_share: 0.02,
        stripping_per_m2: 5.0,
        freight_per_kg: 0.3,
        freight_once: 20.0,
    }
}

/// Every part by hand: 5 m², 46.25 kg, three loads, two ovens.
#[test]
fn a_lot_costs_what_it_costs_by_hand() {
    let made = cost(&lot(), [1.0, 0.5, 2.0, 0.8]);
    let minutes = 2500.0 * 0.01 + 3.0 * 5.0 + 20.0 + 46.25 * 0.1;
    // Half an hour at 300 CNY/h; three hours in four are sold, so each pays for a third of one more: 400 CNY/h in all.
    let (worked, idle) = (0.5 * 300.0, 0.5 * 100.0);
    let line = worked + idle;
    let before = 5.0 * (1.0 + 0.5 + 2.0 + 0.8 + 2.0) + minutes + line + 2.0 * 10.0 * 8.0;
    let rejects = 0.02 / 0.98 * (before + 25.0);
    for (part, expected) in [
        (Part::Metal, 5.0),
        (Part::Energy, 2.5),
        (Part::Chemicals, 10.0),
        (Part::WaterAndWaste, 4.0),
        (Part::TopCoat, 10.0),
        (Part::Labour, minutes),
        (Part::Line, worked),
        (Part::Idle, idle),
        (Part::Bake, 160.0),
        (Part::Once, 50.0),
        (Part::Rejects, rejects),
        (Part::Freight, 0.3 * 46.25 + 20.0),
    ] {
        assert!(
            (made.of(part) - expected).abs() < 1e-9,
            "{part:?}: {}, expected {expected}",
            made.of(part)
        );
    }
    let sum: f64 = Part::ALL.iter().map(|part| made.of(*part)).sum();
    assert!((made.total() - sum).abs() < 1e-9);
    assert!(loads(10.0, 0.5, 1.0).is_none(), "not even a piece finds room");
}

/// The material of a quote and what the quote counts itself are together the whole chain.
#[test]
fn materials_are_the_chain_without_what_a_quote_counts_itself() {
    for process in Process::all() {
        let one = chain(&Terms::of(process, false, 8.0));
        let own: f64 = [Item::Labour, Item::Rejects, Item::Obligations]
            .iter()
            .map(|item| one.cost(*item))
            .sum();
        let all: f64 = materials(&one).iter().sum();
        assert!((all + own - one.total()).abs() < 1e-9, "{}", process.id);
    }
}

/// What rises by steps: one piece more can take another barrel, so a cost by the piece may rise where the price offered does not.
#[test]
fn a_whole_barrel_can_cost_more_by_the_piece_and_the_offer_does_not() {
    let unit = |pieces: f64| {
        let lot = Lot {
            pieces,
            loads: loads(pieces, 1000.0, 0.2).unwrap(),
            lot_min: 0.0,
            once: 0.0,
            freight_once: 0.0,
            bake_h: 0.0,
            ..lot()
        };
        let made: Cost = cost(&lot, [1.0, 0.5, 2.0, 0.8]);
        made.total() / pieces
    };
    assert!(unit(1001.0) > unit(1000.0));
    let prices: Vec<UnitPrice> = [500.0, 1000.0, 1001.0, 5000.0]
        .map(|pieces| {
            UnitPrice::of(Rule::Margin(0.2).price(unit(pieces)), Rounding::FourDecimals).unwrap()
        })
        .into();
    assert!(prices[2] > prices[1]);
    let offer = offered(&prices);
    assert_eq!(offer[2], prices[1]);
}

#[test]
fn days_follow_the_calendar() {
    // 2026-11-24 is a Tuesday; 2000 was a leap year, 1900 none.
    for (from, days, to) in [
        ("2026-11-24", 0, "2026-11-24"),
        ("2026-11-24", 3, "2026-11-27"),
        ("2026-11-27", 1, "2026-11-30"),
        ("2026-12-31", 1, "2027-01-01"),
        ("2028-02-28", 1, "2028-02-29"),
        ("2026-11-28", 1, "2026-11-30"),
        ("2026-11-24", 10, "2026-12-08"),
    ] {
        assert_eq!(Day::read(from).unwrap().after(days).to_string(), to);
    }
    assert_eq!(Day::read("2026-11-24").unwrap().plus(30).to_string(), "2026-12-24");
    for wrong in [
        "",
        "2026",
        "2026-13-01",
        "2026-02-30",
        "1900-02-29",
        "2026-00-10",
        "26-11-24x",
        "-1-1-1",
        "99999999999999999999-01-01",
    ] {
        assert_eq!(Day::read(wrong), None, "{wrong}");
    }
    assert!(Day::read("2000-02-29").is_some());
    let way = Way {
        queue_days: 1.5,
        line_h: 8.0,
        bake_h: 0.0,
        coating_days: 0.0,
        after_days: 0.0,
        hours_per_day: 16.0,
    };
    assert_eq!(working_days(&way), 2.0);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    /// Removing the margin gives the cost again.
    #[test]
    fn removing_the_margin_gives_the_cost(cost in 1e-6..1e6f64, margin in -0.5..0.95f64, mark_up in -0.5..5.0f64) {
        for rule in [Rule::Margin(margin), Rule::MarkUp(mark_up)] {
            prop_assert!((rule.cost(rule.price(cost)) / cost - 1.0).abs() < 1e-12);
        }
    }

    /// Whatever is quoted in whatever currency, the total is the sum of the lines to the hundredth, every unit price has four decimals at most
    /// and is never below what was asked for, nor above it by more than a step.
    #[test]
    fn the_total_is_the_sum_of_its_lines(lines in prop::collection::vec((1e-5..5e3f64, 1..10_000_000u64), 1..200), rate in prop::sample::select(vec![1.0, 7.12, 7.83, 0.05]), which in 0..3usize) {
        let rounding = ROUNDINGS[which];
        let mut amounts = Vec::new();
        let mut by_hand = 0_i128;
        for (price, pieces) in lines {
            let asked = price / rate;
            let unit = UnitPrice::of(asked, rounding).unwrap();
            let step = match rounding {
                Rounding::FourDecimals => 1e-4,
                Rounding::Cents => if asked < 0.01 { 1e-4 } else { 0.01 },
                Rounding::ThreeDigits => (asked * 0.01).max(1e-4),
            };
            prop_assert!(unit.value() >= asked * (1.0 - 1e-11) - 1e-12 && unit.value() <= asked + step * 1.000_001, "{asked} became {}", unit.value());
            let line = unit.times(pieces).unwrap();
            prop_assert!((line.value() - unit.value() * pieces as f64).abs() <= 0.005 + 1e-9 * line.value());
            by_hand += i128::from(line.0);
            amounts.push(line);
        }
        let total = sum(amounts.clone()).unwrap();
        prop_assert_eq!(i128::from(total.0), by_hand);
        let printed: f64 = amounts.iter().map(|line| line.value()).sum();
        prop_assert!((total.value() - printed).abs() < 0.005 + 1e-13 * printed, "{} and {printed}", total.value());
    }

    /// What is offered never rises with quantity, and is never above the price of the quantity itself.
    #[test]
    fn offered_prices_never_rise(prices in prop::collection::vec(0..1_000_000i64, 0..12)) {
        let prices: Vec<UnitPrice> = prices.into_iter().map(UnitPrice).collect();
        let offer = offered(&prices);
        prop_assert!(offer.windows(2).all(|pair| pair[1] <= pair[0]));
        prop_assert!(offer.iter().zip(&prices).all(|(offer, price)| offer <= price));
        prop_assert_eq!(offer.len(), prices.len());
    }

    /// From the break-even quantity on a lot brings in what it costs, and one piece fewer does not.
    #[test]
    fn the_break_even_quantity_is_the_first_that_pays(fixed in 1.0..1e5f64, variable in 0.001..10.0f64, margin in 0.001..10.0f64) {
        let price = variable + margin;
        let pieces = break_even(fixed, variable, price).unwrap();
        prop_assert!(pieces * price >= (fixed + pieces * variable) * (1.0 - 1e-9));
        let fewer = pieces - 1.0;
        prop_assert!(fewer < 1.0 || fewer * price < (fixed + fewer * variable) * (1.0 + 1e-9));
    }

    /// A minimum is never undercut by those that apply, a line above its own is never touched, and nobody pays more than the larger of both.
    #[test]
    fn minimums_charge_between_price_and_minimum(lines in prop::collection::vec((0..100_000i64, 0..100_000i64), 0..20), most in prop::option::of(0..5usize), fee in 0..20_000i64) {
        let lines: Vec<Priced> = lines.into_iter().map(|(price, minimum)| Priced { price: Amount(price), minimum: Amount(minimum) }).collect();
        let charged = charge(&lines, Applied { most, fee: Amount(fee) });
        for (line, one) in lines.iter().zip(&charged) {
            prop_assert!(one.price >= line.price && one.price <= line.price.max(line.minimum));
            prop_assert_eq!(one.by == By::Price, !line.is_below());
        }
        let at_minimum = charged.iter().filter(|one| one.by == By::Minimum).count();
        prop_assert_eq!(at_minimum, most.unwrap_or(usize::MAX).min(lines.iter().filter(|line| line.is_below()).count()));
    }
}

/// A barrel shop in round numbers.
fn shop() -> Shop {
    Shop {
        zinc_reference: prices::ZINC.value,
        labour_per_h: 55.0,
        line_rate: HourlyRate { worked: 320.0, utilisation: 0.8 },
        load_min: 4.0,
        lot_min: 30.0,
        kg_min: 0.05,
        oven_kg: 500.0,
        oven_per_h: 25.0,
        oven_heat_up_h: 1.0,
        stripping_per_m2: 5.0,
        freight_per_kg: 0.3,
        freight_once: 30.0,
        rule: Rule::Margin(0.2),
        rounding: Rounding::FourDecimals,
        minimums_charged: Some(3),
        minimum_fee: 50.0,
        energy_surcharge: 0.0,
        environment_surcharge: 0.0,
        expedite_surcharge: 0.0,
        tax: 0.13,
        tax_basis: TaxBasis::Added,
        exchange_rate: 1.0,
        queue_days: 2.0,
        after_days: 1.0,
        hours_per_day: 16.0,
    }
}

/// Bolts M8×40 of the table of areas: 0.207 dm² and 18.5 g.
fn bolts(quantities: &[u64]) -> Work {
    let mut terms = Terms::of(Process::find("acid_potassium").unwrap(), true, 10.0);
    terms.reject_share = 0.02;
    Work {
        terms,
        pieces_by_room: barrel_kg(60.0, 0.5, 2.0) * 1000.0 / 18.5,
        minimum: 300.0,
        area_dm2: 0.207,
        mass_g: 18.5,
        piece_min: 0.0,
        bake_h: 0.0,
        top_coat_per_m2: 0.0,
        coating_days: 0.0,
        once: 0.0,
        quantities: quantities.to_vec(),
        per: Per::Piece,
    }
}

/// 60 L half full of 2 kg/L are 60 kg, 3,243 bolts, 6.7 m² at 0.8 A/dm²: what of it binds, the loads, and the cost again from the chain.
#[test]
fn an_offer_is_its_lots() {
    let (shop, work) = (shop(), bolts(&[10_000]));
    let made = offer(&shop, std::slice::from_ref(&work)).unwrap();
    let one = made.lines[0].breaks[0];
    let by_room = (60_000.0_f64 / 18.5).floor();
    let by_current =
        (work.terms.line.rectifier_a / work.terms.current_density_a_per_dm2 / 0.207).floor();
    let count = (10_000.0 / by_room.min(by_current)).ceil();
    assert_eq!(one.lot.loads.count, count);
    let mut terms = work.terms;
    terms.line.load_area_m2 = 10_000.0 * 0.207 / count / 100.0;
    let again = chain(&terms);
    let own: f64 =
        [Item::Labour, Item::Rejects, Item::Obligations].iter().map(|item| again.cost(*item)).sum();
    let material = (again.total() - own) * 20.7;
    let takt = again.capacity.takt.min;
    let minutes = count * 4.0 + 30.0 + 185.0 * 0.05;
    let made_cost =
        material + minutes / 60.0 * 55.0 + count * takt / 60.0 / terms.line.uptime * 400.0;
    let expected = made_cost + 0.02 / 0.98 * (made_cost + 5.0 * 20.7) + 0.3 * 185.0 + 30.0;
    assert!(
        (one.cost.total() / expected - 1.0).abs() < 1e-9,
        "{} and {expected}",
        one.cost.total()
    );
    assert!((one.unit_price.value() - expected / 10_000.0 / 0.8).abs() <= 1e-4);
    assert_eq!((made.goods, made.metal), (one.price, Amount(0)));
    assert_eq!(made.total.0, made.net.0 + (made.net.0 as f64 * 0.13).round() as i64);
    assert_eq!(one.lead_days, (2.0 + one.lot.line_h() / 16.0 + 1.0).ceil());
    // From the break-even quantity on the unit price pays what a lot costs once.
    assert!(one.break_even.unwrap() < 10_000.0);
}

#[test]
fn a_small_lot_pays_the_minimum_and_the_fourth_the_fee() {
    let works = vec![bolts(&[100]); 4];
    let made = offer(&shop(), &works).unwrap();
    let charged: Vec<(i64, By)> =
        made.lines.iter().map(|line| (line.charged.price.0, line.charged.by)).collect();
    let own = made.lines[3].breaks[0].price.0;
    assert!(own + 5000 < 30_000);
    assert_eq!(
        charged,
        [
            (30_000, By::Minimum),
            (30_000, By::Minimum),
            (30_000, By::Minimum),
            (own + 5000, By::Fee)
        ]
    );
    assert!(made.lines.iter().all(|line| line.minimum_applied()));
    assert_eq!(made.goods.0, 90_000 + own + 5000);
}

/// Zinc at 3 CNY/kg above the reference: the price stays, the surcharge is the metal of the order, and below the reference it is given back.
#[test]
fn metal_is_a_surcharge_of_its_own() {
    let base = offer(&shop(), &[bolts(&[10_000])]).unwrap();
    let with = |day: f64| {
        let mut work = bolts(&[10_000]);
        work.terms.prices.zinc += day;
        offer(&shop(), &[work]).unwrap()
    };
    let (dearer, cheaper) = (with(3.0), with(-3.0));
    assert_eq!(dearer.lines[0].breaks[0].unit_price, base.lines[0].breaks[0].unit_price);
    let zinc_kg = base.lines[0].breaks[0].zinc_g * 10.0;
    assert_eq!(dearer.metal.0, (zinc_kg * 300.0).round() as i64);
    assert_eq!(cheaper.metal.0, -dearer.metal.0);
    // 10 µm on 20.7 m² are 1.48 kg; rejects, drag-out and stubs take some more.
    assert!((1.47..2.2).contains(&zinc_kg), "{zinc_kg} kg");
}

#[test]
fn what_cannot_be_quoted_is_named_by_its_line() {
    let good = bolts(&[1000]);
    let huge = Work { area_dm2: 1e9, ..good.clone() };
    assert_eq!(offer(&shop(), &[good.clone(), huge]), Err(Refusal::NothingFits(1)));
    assert_eq!(offer(&shop(), &[bolts(&[100, 100])]), Err(Refusal::NotRising(0)));
    assert_eq!(offer(&shop(), &[bolts(&[])]), Err(Refusal::NotRising(0)));
    let endless = Shop { exchange_rate: 1e-300, ..shop() };
    assert!(matches!(offer(&endless, &[good]), Err(Refusal::NoPrice(0))));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever the shop, the currency and the rounding: the sum of the parts is the total to the hundredth, unit prices never rise with quantity,
    /// and without the margin a price is its cost, but for rounding up.
    #[test]
    fn an_offer_adds_up_and_its_margin_comes_off(
        works in prop::collection::vec((0.01..50.0f64, 1.0..5000.0f64, 3.0..30.0f64, 0.0..24.0f64, prop::collection::btree_set(1..200_000u64, 1..6)), 1..12),
        margin in 0.0..0.6f64, mark_up in prop::bool::ANY, which in 0..3usize, rate in prop::sample::select(vec![1.0, 7.12, 7.83]),
        surcharges in prop::array::uniform3(0.0..0.2f64), day in -10.0..10.0f64, most in prop::option::of(0..4usize), rack in prop::bool::ANY, basis in 0..3usize,
    ) {
        let mut shop = Shop { rule: if mark_up { Rule::MarkUp(margin) } else { Rule::Margin(margin) }, rounding: ROUNDINGS[which], exchange_rate: rate, minimums_charged: most, ..shop() };
        [shop.energy_surcharge, shop.environment_surcharge, shop.expedite_surcharge] = surcharges;
        shop.tax_basis = [TaxBasis::Added, TaxBasis::Included, TaxBasis::None][basis];
        let works: Vec<Work> = works.into_iter().map(|(area_dm2, mass_g, average_um, bake_h, quantities)| {
            let mut work = Work { area_dm2, mass_g, bake_h, ..bolts(&quantities.into_iter().collect::<Vec<_>>()) };
            work.terms.average_um = average_um;
            work.terms.prices.zinc += day;
            work.pieces_by_room = if rack { 200.0 } else { barrel_kg(60.0, 0.5, 2.0) * 1000.0 / mass_g };
            work
        }).collect();
        let made = match offer(&shop, &works) {
            Ok(made) => made,
            Err(Refusal::NothingFits(place)) => { prop_assert!(place < works.len()); return Ok(()); }
            Err(other) => return Err(TestCaseError::fail(format!("{other:?}"))),
        };
        let lines: i64 = made.lines.iter().map(|line| line.charged.price.0).sum();
        prop_assert_eq!(made.goods.0, lines);
        let told = lines + made.metal.0 + made.energy.0 + made.environment.0 + made.expedite.0;
        prop_assert_eq!(if basis == 1 { made.total.0 } else { made.net.0 }, told);
        prop_assert_eq!(made.total.0, made.net.0 + made.tax.0);
        prop_assert!(basis == 2 || (made.tax.0 as f64 - made.net.0 as f64 * 0.13).abs() <= 1.0 + 1e-9 * told.abs() as f64, "{} of {}", made.tax.0, made.net.0);
        let with_tax = if basis == 1 { 1.13 } else { 1.0 };
        prop_assert_eq!(made.metal.0, made.lines.iter().map(|line| line.metal.0).sum::<i64>());
        for (line, work) in made.lines.iter().zip(&works) {
            prop_assert!(line.breaks.windows(2).all(|pair| pair[1].unit_price <= pair[0].unit_price));
            prop_assert_eq!(line.breaks.len(), work.quantities.len());
            for one in &line.breaks {
                prop_assert_eq!(one.price, one.unit_price.times(one.pieces).unwrap());
                let brings = one.unit_price.value() * rate / with_tax;
                let cost = shop.rule.cost(brings);
                let step = (0.01 * one.unit_price.value()).max(0.01) * rate;
                prop_assert!(one.held_down || (cost >= one.unit_cost * (1.0 - 1e-9) && shop.rule.price(one.unit_cost) + step >= brings));
                let parts: f64 = Part::ALL.iter().map(|part| one.cost.of(*part)).sum();
                prop_assert!((parts - one.cost.total()).abs() <= 1e-9 * parts);
                prop_assert!(one.below_cost(&shop).is_none() || one.held_down, "a price with a margin is not below its cost");
            }
        }
    }
}

/// The amounts in capitals of the regulations for payments (支付结算办法, annex 1); the second text is accepted too.
#[test]
fn amounts_of_yuan_are_written_in_capitals() {
    for (hundredths, text) in [
        (0, "人民币零元整"),
        (10, "人民币壹角整"),
        (105, "人民币壹元零伍分"),
        (1560, "人民币壹拾伍元陆角整"),
        (10_007, "人民币壹佰元零柒分"),
        (140_950, "人民币壹仟肆佰零玖元伍角整"),
        (168_032, "人民币壹仟陆佰捌拾元叁角贰分"),
        (1_000_100, "人民币壹万零壹元整"),
        (1_640_902, "人民币壹万陆仟肆佰零玖元零贰分"),
        (10_001_000, "人民币壹拾万零壹拾元整"),
        (10_700_053, "人民币壹拾万柒仟元伍角叁分"),
        (100_200_340, "人民币壹佰万贰仟零叁元肆角整"),
        (1_234_567_890, "人民币壹仟贰佰叁拾肆万伍仟陆佰柒拾捌元玖角整"),
        (10_000_000_101, "人民币壹亿零壹元零壹分"),
        (30_500_002_000, "人民币叁亿零伍佰万零贰拾元整"),
        (999_999_999_999, "人民币玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"),
        (11_050, "人民币壹佰壹拾元伍角整"),
        // By the same rules.
        (5, "人民币伍分"),
        (-10_007, "人民币负壹佰元零柒分"),
        (100_000_000, "人民币壹佰万元整"),
        (1_000_000_000, "人民币壹仟万元整"),
        (100_000_000_000_000, "人民币壹万亿元整"),
    ] {
        assert_eq!(capitals(Amount(hundredths)), text, "{hundredths}");
    }
}

/// 10,000 bolts of 18.5 g and 0.207 dm² in each unit: what is printed is what was multiplied, to the cent, and brings in the same but for rounding.
#[test]
fn a_price_is_by_the_piece_the_thousand_the_mass_the_area_or_the_lot() {
    let of =
        |per: Per| offer(&shop(), &[Work { per, ..bolts(&[10_000]) }]).unwrap().lines[0].breaks[0];
    let piece = of(Per::Piece);
    for (per, quantity) in [
        (Per::Piece, 10_000.0),
        (Per::Thousand, 10.0),
        (Per::Kilogram, 185.0),
        (Per::SquareDecimetre, 2070.0),
        (Per::Lot, 1.0),
    ] {
        let one = of(per);
        assert_eq!(one.quantity.value(), quantity, "{per:?}");
        assert_eq!(
            one.price.0,
            (one.unit_price.0 as f64 * quantity / 100.0).round() as i64,
            "{per:?}"
        );
        // Never below the exact price, and above it by one step of each unit at most.
        let exact = Rule::Margin(0.2).price(one.cost.total());
        assert!(
            one.price.value() >= exact - 0.005
                && one.price.value() <= exact + 1e-4 * quantity + 0.006,
            "{per:?}: {} and {exact}",
            one.price.value()
        );
        assert!((one.price_of_piece() * 10_000.0 - one.price.value()).abs() <= 0.005 + 1e-9);
        assert!(one.price <= piece.price);
    }
    // A mass that is no whole number of grams is rounded up to one.
    assert_eq!(Measure::of(Per::Kilogram, 0.4, 1.0).quantity(1).unwrap().0, 1);
    assert_eq!(Measure::of(Per::Kilogram, 0.4, 1.0).quantity(3).unwrap().0, 2);
    assert_eq!(
        offered_lots(
            &[(10, UnitPrice(100)), (20, UnitPrice(150)), (40, UnitPrice(900))],
            Rounding::FourDecimals
        ),
        [UnitPrice(100), UnitPrice(150), UnitPrice(300)]
    );
}

/// At 0.01 a step a piece, 100 pieces more can begin a lower price and cost less in all: they are charged what the fewer pieces are.
#[test]
fn a_larger_quantity_is_never_charged_less_than_a_smaller_one_of_its_line() {
    let shop = Shop { rounding: Rounding::Cents, ..shop() };
    let mut held = 0;
    for start in (1000..40_000).step_by(700) {
        let line = &offer(
            &shop,
            &[Work { minimum: 0.0, ..bolts(&[start, start + 100, start + 200, start + 3000]) }],
        )
        .unwrap()
        .lines[0];
        assert!(
            line.breaks.windows(2).all(|pair| pair[0].charged <= pair[1].charged
                && pair[0].unit_price >= pair[1].unit_price),
            "{start}"
        );
        for one in &line.breaks {
            let own = one.unit_price.of_quantity(one.quantity).unwrap();
            assert_eq!(one.price, own);
            match one.held_at {
                Some(pieces) => {
                    let smaller = line.breaks.iter().find(|other| other.pieces == pieces).unwrap();
                    assert!(
                        pieces < one.pieces
                            && one.charged == smaller.charged
                            && own < smaller.charged
                    );
                    held += 1;
                }
                None => assert_eq!(one.charged, own),
            }
        }
    }
    assert!(held > 0, "so the case is among them");
}

/// Zinc at half its reference price: from a lot that is charged its minimum to one that is not, no more pieces cost less in all.
#[test]
fn more_pieces_of_a_small_lot_cost_no_less_where_zinc_is_cheap() {
    for (minimum, fee, most) in
        [(300.0, 50.0, None), (300.0, 50.0, Some(0)), (1500.0, 50.0, Some(3)), (0.0, 0.0, None)]
    {
        let shop = Shop { minimum_fee: fee, minimums_charged: most, ..shop() };
        let mut last = (0, 0.0);
        for pieces in (10..20_000_u64).step_by(37) {
            let mut work = Work { minimum, ..bolts(&[pieces]) };
            work.terms.prices.zinc = 0.5 * prices::ZINC.value;
            let made = offer(&shop, &[work]).unwrap();
            let one = &made.lines[0];
            assert!(
                one.metal.0 <= 0
                    && one.charged.price.plus(one.metal).unwrap()
                        >= one.breaks[0].price.min(Amount((minimum * 100.0) as i64))
            );
            // But for one step of a unit price rounded up to 0.0001, with its tax.
            let step = 1.13 * 1e-4 * last.0 as f64 + 0.011;
            assert!(
                made.total.value() >= last.1 - step,
                "{pieces} pieces: {} after {}",
                made.total.value(),
                last.1
            );
            if one.breaks[0].price.value() < minimum {
                assert!(
                    made.total.value() >= last.1,
                    "{pieces} pieces: {} after {}",
                    made.total.value(),
                    last.1
                );
                assert_eq!(one.metal, Amount(0));
            }
            last = (pieces, made.total.value());
        }
    }
}

/// Two minimums, of which one is charged: raising the alloy's from 480 to 500 made it the largest, and the other line lost its own: 989 became 560.
#[test]
fn a_higher_minimum_never_gives_a_lower_total() {
    let line = |price: i64, minimum: i64| Priced { price: Amount(price), minimum: Amount(minimum) };
    let rule = Applied { most: Some(1), fee: Amount(5000) };
    let of =
        |minimum: i64| total(&charge(&[line(49_000, minimum), line(1000, 49_900)], rule)).unwrap();
    assert_eq!([of(48_000), of(50_000)], [Amount(98_900), Amount(99_900)]);
    // Of equal minimums that of the smaller line is charged, wherever it stands.
    let lines = [line(20_000, 25_000), line(1000, 25_000)];
    let turned = [lines[1], lines[0]];
    assert_eq!(total(&charge(&lines, rule)), Some(Amount(50_000)));
    assert_eq!(total(&charge(&turned, rule)), Some(Amount(50_000)));
}

/// The orders of a few things.
fn orders<T: Clone>(all: &[T]) -> Vec<Vec<T>> {
    if all.len() < 2 {
        return vec![all.to_vec()];
    }
    let mut found = Vec::new();
    for place in 0..all.len() {
        let mut rest = all.to_vec();
        let first = rest.remove(place);
        for mut order in orders(&rest) {
            order.insert(0, first.clone());
            found.push(order);
        }
    }
    found
}

/// A random line: area, mass, thickness, bake, pieces, minimum.
type Drawn = (f64, f64, f64, f64, u64, f64);

fn drawn() -> impl Strategy<Value = Drawn> {
    (
        0.01..5.0f64,
        1.0..500.0f64,
        3.0..20.0f64,
        prop::sample::select(vec![0.0, 8.0]),
        1..20_000u64,
        prop::sample::select(vec![0.0, 200.0, 250.0, 250.0, 400.0]),
    )
}

fn worked((area_dm2, mass_g, average_um, bake_h, pieces, minimum): Drawn, day: f64) -> Work {
    let mut work = Work {
        area_dm2,
        mass_g,
        bake_h,
        minimum,
        pieces_by_room: barrel_kg(60.0, 0.5, 2.0) * 1000.0 / mass_g,
        ..bolts(&[pieces])
    };
    work.terms.average_um = average_um;
    work.terms.prices.zinc += day;
    work
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever the minimums, the fee and how many are charged: the sum is the same in every order of the lines, and it falls with nothing that rises.
    #[test]
    fn minimums_know_no_order_and_never_fall(
        lines in prop::collection::vec((0..40_000i64, prop::sample::select(vec![0, 20_000, 25_000, 25_000, 50_000i64])), 1..6),
        most in prop::option::of(0..4usize), fee in 0..20_000i64, place in 0..6usize, more in 1..30_000i64, which in 0..4usize,
    ) {
        let mut lines: Vec<Priced> = lines.into_iter().map(|(price, minimum)| Priced { price: Amount(price), minimum: Amount(minimum) }).collect();
        let mut rule = Applied { most, fee: Amount(fee) };
        let before = total(&charge(&lines, rule)).unwrap();
        for order in orders(&lines) {
            prop_assert_eq!(total(&charge(&order, rule)).unwrap(), before);
        }
        let place = place % lines.len();
        match which {
            0 => lines[place].price.0 += more,
            1 => lines[place].minimum.0 += more,
            2 => rule.fee.0 += more,
            _ => rule.most = rule.most.map(|most| most + 1),
        }
        let after = total(&charge(&lines, rule)).unwrap();
        prop_assert!(after >= before, "{} after {}", after.0, before.0);
    }

    /// The total of an offer is the same in every order of its lines, zinc below its reference or above it.
    #[test]
    fn the_order_of_lines_moves_no_total(works in prop::collection::vec(drawn(), 1..5), most in prop::option::of(0..4usize), day in -15.0..15.0f64, energy in 0.0..0.2f64) {
        let shop = Shop { minimums_charged: most, energy_surcharge: energy, ..shop() };
        let works: Vec<Work> = works.into_iter().map(|one| worked(one, day)).collect();
        let Ok(before) = offer(&shop, &works) else { return Ok(()) };
        for order in orders(&works) {
            let made = offer(&shop, &order).unwrap();
            prop_assert_eq!((made.total, made.goods, made.metal), (before.total, before.goods, before.metal));
        }
    }

    /// A total never falls with a rise in a rate, a minimum, a fee, a surcharge, a tax or the price of zinc.
    #[test]
    fn a_total_never_falls_with_what_costs_more(
        works in prop::collection::vec(drawn(), 1..5), most in prop::option::of(0..4usize), day in -15.0..15.0f64, rounding in 0..3usize,
        which in 0..20usize, by in 1.0..1.5f64, basis in 0..3usize,
    ) {
        let mut shop = Shop { minimums_charged: most, rounding: ROUNDINGS[rounding], energy_surcharge: 0.05, expedite_surcharge: 0.1, ..shop() };
        shop.tax_basis = [TaxBasis::Added, TaxBasis::Included, TaxBasis::None][basis];
        let mut works: Vec<Work> = works.into_iter().map(|one| worked(one, day)).collect();
        let Ok(before) = offer(&shop, &works) else { return Ok(()) };
        match which {
            0 => shop.labour_per_h *= by,
            1 => shop.line_rate.worked *= by,
            2 => shop.line_rate.utilisation /= by,
            3 => shop.load_min *= by,
            4 => shop.lot_min *= by,
            5 => shop.kg_min *= by,
            6 => shop.oven_per_h *= by,
            7 => shop.stripping_per_m2 *= by,
            8 => shop.freight_per_kg *= by,
            9 => shop.freight_once *= by,
            10 => shop.rule = Rule::Margin(0.2 * by),
            11 => shop.minimum_fee *= by,
            12 => shop.energy_surcharge *= by,
            13 => shop.expedite_surcharge *= by,
            14 => shop.tax *= by,
            15 => works[0].minimum *= by,
            16 => works.iter_mut().for_each(|work| work.terms.prices.zinc *= by),
            17 => works.iter_mut().for_each(|work| work.terms.prices.electricity *= by),
            18 => works.iter_mut().for_each(|work| work.terms.pretreatment_cny_per_m2 *= by),
            _ => works.iter_mut().for_each(|work| work.top_coat_per_m2 += by),
        }
        let after = offer(&shop, &works).unwrap();
        // A credit for cheap zinc rises with a tax that is in it to the cent, a unit price by whole steps.
        let room = if which == 14 && basis == 1 && day < 0.0 { before.lines.iter().map(|line| line.breaks[0].price.0 - line.metal.0).sum::<i64>() / 2 } else { 0 };
        prop_assert!(after.total.0 >= before.total.0 - room, "{which}: {} after {}", after.total.0, before.total.0);
    }

    /// Nor with thickness or pieces, but for one step of the unit price, which is rounded up; with zinc at its reference thickness never lowers it at all,
    /// and nothing does where the price is for the lot.
    #[test]
    fn a_total_never_falls_with_thickness_or_pieces(
        works in prop::collection::vec(drawn(), 1..5), most in prop::option::of(0..4usize), day in prop::sample::select(vec![-15.0, -2.0, 0.0, 9.0]),
        rounding in 0..3usize, thicker in prop::bool::ANY, by in 1.0..1.5f64, more in 1..3000u64, lot in prop::bool::ANY,
    ) {
        let shop = Shop { minimums_charged: most, rounding: ROUNDINGS[rounding], ..shop() };
        let mut works: Vec<Work> = works.into_iter().map(|one| Work { per: if lot { Per::Lot } else { Per::Piece }, ..worked(one, day) }).collect();
        let Ok(before) = offer(&shop, &works) else { return Ok(()) };
        let one = before.lines[0].breaks[0];
        if thicker { works[0].terms.average_um *= by } else { works[0].quantities[0] += more }
        let Ok(after) = offer(&shop, &works) else { return Ok(()) };
        let price = one.unit_price.value();
        let step = match ROUNDINGS[rounding] { Rounding::FourDecimals => 1e-4, Rounding::Cents => 0.01, Rounding::ThreeDigits => (price * 0.01).max(1e-4) };
        // By the lot nothing but the credit for zinc is rounded apart from the price.
        let exact = day >= 0.0 && (thicker || lot);
        let room = if exact { 0.0 } else { 1.13 * step * one.quantity.value() + 0.02 };
        prop_assert!(after.total.value() >= before.total.value() - room, "{} after {}", after.total.value(), before.total.value());
    }

    /// By whatever unit a line is priced: quantity by unit price is the amount to the cent, prices by the unit never rise with quantity, amounts never fall.
    #[test]
    fn every_unit_adds_up(
        (area, mass) in (0.001..50.0f64, 0.01..5000.0f64), quantities in prop::collection::btree_set(1..500_000u64, 1..6), which in 0..5usize, rounding in 0..3usize,
    ) {
        let per = [Per::Piece, Per::Thousand, Per::Kilogram, Per::SquareDecimetre, Per::Lot][which];
        let work = Work { per, area_dm2: area, mass_g: mass, pieces_by_room: 60_000.0 / mass, ..bolts(&quantities.into_iter().collect::<Vec<_>>()) };
        let Ok(made) = offer(&Shop { rounding: ROUNDINGS[rounding], ..shop() }, &[work]) else { return Ok(()) };
        for one in &made.lines[0].breaks {
            // By whole numbers: ten-thousandths by thousandths, to the nearest hundredth.
            let exact = i128::from(one.unit_price.0) * i128::from(one.quantity.0);
            prop_assert!((exact - i128::from(one.price.0) * 100_000).abs() <= 50_000);
            let asked = Rule::Margin(0.2).price(one.cost.total());
            prop_assert!(one.held_down || one.price.value() >= asked - 0.006 - 1e-9 * asked);
        }
        for pair in made.lines[0].breaks.windows(2) {
            prop_assert!(pair[1].charged >= pair[0].charged);
            prop_assert!(per == Per::Lot || pair[1].unit_price <= pair[0].unit_price);
        }
    }
}
