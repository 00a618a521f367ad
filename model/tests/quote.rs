//! Prices to the hundredth under every rounding and currency, minimum rules case by case, lots against hand calculation, and days of the
//! calendar.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::float_cmp, reason = "a test fails by panicking")]

use platewise_model::data::Listed;
use platewise_model::data::prices;
use platewise_model::data::processes::Process;
use platewise_model::part::load::barrel_kg;
use platewise_model::process::chain::{Item, Terms, chain};
use platewise_model::quote::cost::{Cost, Lot, Part, cost, loads, materials};
use platewise_model::quote::lead::{Day, Way, working_days};
use platewise_model::quote::minimum::{Applied, By, Priced, charge, total};
use platewise_model::quote::offer::{Refusal, Shop, TaxBasis, Work, offer};
use platewise_model::quote::price::{Amount, Rounding, Rule, UnitPrice, break_even, offered, sum};
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
        assert!(ROUNDINGS.iter().all(|rounding| UnitPrice::of(wrong, *rounding).is_none()), "{wrong}");
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
            vec![(100, 20_000), (100, 30_000), (100, 25_000), (100, 18_000), (50_000, 30_000), (100, 28_000)],
            vec![(5100, Fee), (30_000, Minimum), (25_000, Minimum), (5100, Fee), (50_000, Price), (28_000, Minimum)],
        ),
        (top_three, vec![], vec![]),
    ] {
        let lines: Vec<Priced> = lines.into_iter().map(|(price, minimum)| Priced { price: Amount(price), minimum: Amount(minimum) }).collect();
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
        line_per_h: 400.0,
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
    let line = 3.0 * 8.0 / 60.0 / 0.8 * 400.0;
    let before = 5.0 * (1.0 + 0.5 + 2.0 + 0.8 + 2.0) + minutes + line + 2.0 * 10.0 * 8.0;
    let rejects = 0.02 / 0.98 * (before + 25.0);
    for (part, expected) in [
        (Part::Metal, 5.0),
        (Part::Energy, 2.5),
        (Part::Chemicals, 10.0),
        (Part::WaterAndWaste, 4.0),
        (Part::TopCoat, 10.0),
        (Part::Labour, minutes),
        (Part::Line, line),
        (Part::Bake, 160.0),
        (Part::Once, 50.0),
        (Part::Rejects, rejects),
        (Part::Freight, 0.3 * 46.25 + 20.0),
    ] {
        assert!((made.of(part) - expected).abs() < 1e-9, "{part:?}: {}, expected {expected}", made.of(part));
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
        let own: f64 = [Item::Labour, Item::Rejects, Item::Obligations].iter().map(|item| one.cost(*item)).sum();
        let all: f64 = materials(&one).iter().sum();
        assert!((all + own - one.total()).abs() < 1e-9, "{}", process.id);
    }
}

/// What rises by steps: one piece more can take another barrel, so a cost by the piece may rise where the price offered does not.
#[test]
fn a_whole_barrel_can_cost_more_by_the_piece_and_the_offer_does_not() {
    let unit = |pieces: f64| {
        let lot = Lot { pieces, loads: loads(pieces, 1000.0, 0.2).unwrap(), lot_min: 0.0, once: 0.0, freight_once: 0.0, bake_h: 0.0, ..lot() };
        let made: Cost = cost(&lot, [1.0, 0.5, 2.0, 0.8]);
        made.total() / pieces
    };
    assert!(unit(1001.0) > unit(1000.0));
    let prices: Vec<UnitPrice> =
        [500.0, 1000.0, 1001.0, 5000.0].map(|pieces| UnitPrice::of(Rule::Margin(0.2).price(unit(pieces)), Rounding::FourDecimals).unwrap()).into();
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
    for wrong in ["", "2026", "2026-13-01", "2026-02-30", "1900-02-29", "2026-00-10", "26-11-24x", "-1-1-1", "99999999999999999999-01-01"] {
        assert_eq!(Day::read(wrong), None, "{wrong}");
    }
    assert!(Day::read("2000-02-29").is_some());
    let way = Way { queue_days: 1.5, line_h: 8.0, bake_h: 0.0, coating_days: 0.0, after_days: 0.0, hours_per_day: 16.0 };
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
        line_per_h: 320.0,
        utilisation: 0.8,
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
    }
}

/// 60 L half full of 2 kg/L are 60 kg, 3,243 bolts, 6.7 m² at 0.8 A/dm²: what of it binds, the loads, and the cost again from the chain.
#[test]
fn an_offer_is_its_lots() {
    let (shop, work) = (shop(), bolts(&[10_000]));
    let made = offer(&shop, std::slice::from_ref(&work)).unwrap();
    let one = made.lines[0].breaks[0];
    let by_room = (60_000.0_f64 / 18.5).floor();
    let by_current = (work.terms.line.rectifier_a / work.terms.current_density_a_per_dm2 / 0.207).floor();
    let count = (10_000.0 / by_room.min(by_current)).ceil();
    assert_eq!(one.lot.loads.count, count);
    let mut terms = work.terms;
    terms.line.load_area_m2 = 10_000.0 * 0.207 / count / 100.0;
    let again = chain(&terms);
    let own: f64 = [Item::Labour, Item::Rejects, Item::Obligations].iter().map(|item| again.cost(*item)).sum();
    let material = (again.total() - own) * 20.7;
    let takt = again.capacity.takt_min;
    let minutes = count * 4.0 + 30.0 + 185.0 * 0.05;
    let made_cost = material + minutes / 60.0 * 55.0 + count * takt / 60.0 / terms.line.uptime * 400.0;
    let expected = made_cost + 0.02 / 0.98 * (made_cost + 5.0 * 20.7) + 0.3 * 185.0 + 30.0;
    assert!((one.cost.total() / expected - 1.0).abs() < 1e-9, "{} and {expected}", one.cost.total());
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
    let charged: Vec<(i64, By)> = made.lines.iter().map(|line| (line.charged.price.0, line.charged.by)).collect();
    let own = made.lines[3].breaks[0].price.0;
    assert!(own + 5000 < 30_000);
    assert_eq!(charged, [(30_000, By::Minimum), (30_000, By::Minimum), (30_000, By::Minimum), (own + 5000, By::Fee)]);
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
