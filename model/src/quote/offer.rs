//! From lines of work to an offer: each quantity of each line as a lot with its cost, its price made by the shop's rules, the minimums that
//! apply to the order, surcharges and tax, and the sum of it all.

use super::cost::{Cost, Lot, cost, materials};
use super::lead::{Way, working_days};
use super::minimum::{Applied, By, Charged, Priced, charge};
use super::price::{
    Amount, Measure, Per, Quantity, Rounding, Rule, UnitPrice, break_even, metal_surcharge,
    offered, offered_lots, sum,
};
use crate::line::Line;
use crate::line::hours::HourlyRate;
use crate::line::load::{Loads, area_by_current, loads, whole_pieces};
use crate::process::chain::{Terms, chain};

/// What the prices of an offer say of tax.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TaxBasis {
    /// Prices are net, tax is added to their sum.
    Added,
    /// Prices have tax in them; the offer tells how much of the total it is.
    Included,
    /// Prices are net and no tax is told: exports.
    None,
}

/// A shop: its rates and its rules.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Shop {
    /// Labour, CNY/h.
    pub labour_per_h: f64,
    /// An hour of the line with crew, depreciation and overhead, and the share of its hours that are sold.
    pub line_rate: HourlyRate,
    /// Handling of a load, min.
    pub load_min: f64,
    /// Handling of a lot: receiving, inspection, papers, min.
    pub lot_min: f64,
    /// Packing, min/kg.
    pub kg_min: f64,
    /// Mass an oven takes, kg.
    pub oven_kg: f64,
    /// An hour of an oven, CNY/h.
    pub oven_per_h: f64,
    /// Heating an oven up, h.
    pub oven_heat_up_h: f64,
    /// Stripping of rejects, CNY/m².
    pub stripping_per_m2: f64,
    /// Freight, CNY/kg.
    pub freight_per_kg: f64,
    /// Freight, CNY a lot.
    pub freight_once: f64,
    /// How a price is made from a cost.
    pub rule: Rule,
    /// How unit prices are rounded.
    pub rounding: Rounding,
    /// How many of the minimums of an order are charged; none for all.
    pub minimums_charged: Option<usize>,
    /// What each further line below its minimum pays on top, CNY.
    pub minimum_fee: f64,
    /// Price of zinc that the prices are based on, CNY/kg; the difference to the day's price is a surcharge of its own.
    pub zinc_reference: f64,
    /// Surcharge for energy, as a share of the goods.
    pub energy_surcharge: f64,
    /// Surcharge for the environment, as a share of the goods.
    pub environment_surcharge: f64,
    /// Surcharge for an order that goes before others, as a share of the goods; nothing where it does not.
    pub expedite_surcharge: f64,
    /// Tax, as a share of the net price.
    pub tax: f64,
    /// What prices say of it.
    pub tax_basis: TaxBasis,
    /// CNY for one of the currency.
    pub exchange_rate: f64,
    /// Before a lot begins, working days.
    pub queue_days: f64,
    /// Inspection, packing and freight, working days.
    pub after_days: f64,
    /// Hours that the line works in a day.
    pub hours_per_day: f64,
}

impl Shop {
    /// What a net price is multiplied by to be quoted, its currency aside.
    fn with_tax(&self) -> f64 {
        if self.tax_basis == TaxBasis::Included { 1.0 + self.tax } else { 1.0 }
    }

    /// What a quoted amount brings in, CNY: without the tax that may be in it.
    pub fn brings(&self, quoted: f64) -> f64 {
        quoted * self.exchange_rate / self.with_tax()
    }

    /// The quoted amount that brings this in, CNY.
    fn quoted(&self, cny: f64) -> f64 {
        cny * self.with_tax() / self.exchange_rate
    }
}

/// A line of work.
#[derive(Clone, PartialEq, Debug)]
pub struct Work {
    /// The process with its line and its prices, at the mean thickness as plated; the load is that of each lot.
    pub terms: Terms,
    /// Pieces that find room in a load, whether there is current for them or not.
    pub pieces_by_room: f64,
    /// The least that a lot of this process is charged, CNY.
    pub minimum: f64,
    /// Plated area of a piece, dm².
    pub area_dm2: f64,
    /// Mass of a piece, g.
    pub mass_g: f64,
    /// Racking and masking of a piece, min.
    pub piece_min: f64,
    /// Hours of bake that the steel needs; nothing where none.
    pub bake_h: f64,
    /// Top coat, CNY/m².
    pub top_coat_per_m2: f64,
    /// Time that a top coat takes with its queue, working days.
    pub coating_days: f64,
    /// Spent once: racks, masks, certificates, first article, CNY.
    pub once: f64,
    /// Quantities that are offered, rising; the first is that of the order.
    pub quantities: Vec<u64>,
    /// What its unit price is for.
    pub per: Per,
}

/// One quantity of a line.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Break {
    /// Pieces.
    pub pieces: u64,
    /// The lot.
    pub lot: Lot,
    /// What it costs, CNY.
    pub cost: Cost,
    /// Metal that it takes, g a piece.
    pub zinc_g: f64,
    /// What it costs, a piece, CNY.
    pub unit_cost: f64,
    /// The pieces in the unit of the price.
    pub quantity: Quantity,
    /// What is asked for a unit, in the currency.
    pub unit_price: UnitPrice,
    /// Whether the price of a smaller quantity holds it down.
    pub held_down: bool,
    /// Quantity by unit price, in the currency.
    pub price: Amount,
    /// What it would be charged, ordered instead and by itself: at least the minimum of its process, and no less than a smaller quantity of its line. That
    /// of the order is what the rule of minimums makes of it.
    pub charged: Amount,
    /// The smaller quantity whose amount it is charged, where its own would be less; none where it is not.
    pub held_at: Option<u64>,
    /// Working days from order to delivery.
    pub lead_days: f64,
    /// Pieces from which this unit price pays for what a lot costs once; none where each costs more than it brings.
    pub break_even: Option<f64>,
}

impl Break {
    /// What a piece brings in at this price, in the currency.
    pub fn price_of_piece(&self) -> f64 {
        self.unit_price.value() * (self.quantity.value() / self.lot.pieces)
    }

    /// How far what the price brings in lies below the cost, CNY; none where it does not.
    pub fn below_cost(&self, shop: &Shop) -> Option<f64> {
        let short = self.cost.total() - shop.brings(self.price.value());
        (short > 0.005).then_some(short)
    }
}

/// A line of the offer.
#[derive(Clone, PartialEq, Debug)]
pub struct OfferedLine {
    /// Every quantity; the first is that of the order.
    pub breaks: Vec<Break>,
    /// What the order is charged for it.
    pub charged: Charged,
    /// Surcharge for zinc on the order's quantity, in the currency; below zero where zinc has become cheaper.
    pub metal: Amount,
    /// Whether the minimum leaves less room for the credit of cheaper zinc than it would be.
    pub credit_held: bool,
    /// How its pieces are counted in the unit of its prices.
    pub measure: Measure,
}

/// An offer, all amounts in its currency.
#[derive(Clone, PartialEq, Debug)]
pub struct Offer {
    /// Its lines.
    pub lines: Vec<OfferedLine>,
    /// Sum of what the lines are charged.
    pub goods: Amount,
    /// Surcharge for metal.
    pub metal: Amount,
    /// Surcharge for energy.
    pub energy: Amount,
    /// Surcharge for the environment.
    pub environment: Amount,
    /// Surcharge for haste.
    pub expedite: Amount,
    /// Sum of all of these without tax.
    pub net: Amount,
    /// Tax on it, whether added or in the prices.
    pub tax: Amount,
    /// What is to be paid.
    pub total: Amount,
    /// Working days until the last line is delivered.
    pub lead_days: f64,
}

/// Why there is no offer: the line, from nought, and what of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Refusal {
    /// Not even one piece finds room in a load, or current.
    NothingFits(usize),
    /// Quantities do not rise.
    NotRising(usize),
    /// A price that no quote can hold.
    NoPrice(usize),
    /// A sum that no quote can hold.
    NoTotal,
}

/// Pieces that a load holds: room, or current, whichever is less.
pub fn pieces_per_load(work: &Work) -> f64 {
    let by_current =
        area_by_current(work.terms.line.rectifier_a, work.terms.current_density_a_per_dm2)
            / work.area_dm2;
    whole_pieces(work.pieces_by_room.min(by_current))
}

/// A lot of a quantity, its material in CNY/m², and the zinc it takes in g/m².
fn lot(
    shop: &Shop,
    work: &Work,
    pieces: u64,
    place: usize,
) -> Result<(Lot, [f64; 4], f64), Refusal> {
    #[allow(clippy::cast_precision_loss, reason = "pieces of an order lie far below 2^53")]
    let pieces = pieces as f64;
    let Loads { count, pieces: in_load, area_dm2 } =
        loads(pieces, pieces_per_load(work), work.area_dm2).ok_or(Refusal::NothingFits(place))?;
    let mut terms = work.terms;
    terms.line = Line { load_area_m2: area_dm2 / 100.0, ..terms.line };
    // The reference price of zinc makes the price; what the day's is above it is a surcharge.
    terms.prices.zinc = shop.zinc_reference;
    let chain = chain(&terms);
    let lot = Lot {
        pieces,
        area_dm2: work.area_dm2,
        mass_g: work.mass_g,
        loads: Loads { count, pieces: in_load, area_dm2 },
        takt_min: chain.capacity.takt.min,
        uptime: terms.line.uptime,
        top_coat_per_m2: work.top_coat_per_m2,
        piece_min: work.piece_min,
        load_min: shop.load_min,
        lot_min: shop.lot_min,
        kg_min: shop.kg_min,
        labour_per_h: shop.labour_per_h,
        line_rate: shop.line_rate,
        bake_h: if work.bake_h > 0.0 { work.bake_h + shop.oven_heat_up_h } else { 0.0 },
        oven_kg: shop.oven_kg,
        oven_per_h: shop.oven_per_h,
        once: work.once,
        reject_share: terms.reject_share,
        stripping_per_m2: shop.stripping_per_m2,
        freight_per_kg: shop.freight_per_kg,
        freight_once: shop.freight_once,
    };
    Ok((lot, materials(&chain), chain.zinc.consumed_g))
}

/// What a lot costs whatever its quantity, CNY: papers and tools, the handling of a lot, one bake, freight of a lot.
pub fn once(shop: &Shop, lot: &Lot) -> f64 {
    let handled = lot.lot_min / 60.0 * shop.labour_per_h;
    let baked = if lot.bake_h > 0.0 { lot.bake_h * lot.oven_per_h } else { 0.0 };
    lot.once + lot.freight_once + (handled + baked) / (1.0 - lot.reject_share)
}

fn line(shop: &Shop, work: &Work, place: usize) -> Result<Vec<Break>, Refusal> {
    if work.quantities.is_empty()
        || work.quantities.windows(2).any(|pair| matches!(pair, [one, next] if one >= next))
    {
        return Err(Refusal::NotRising(place));
    }
    let measure = Measure::of(work.per, work.mass_g, work.area_dm2);
    let mut breaks = Vec::with_capacity(work.quantities.len());
    for pieces in &work.quantities {
        let (lot, per_m2, zinc_per_m2) = lot(shop, work, *pieces, place)?;
        let cost = cost(&lot, per_m2);
        let unit_cost = cost.total() / lot.pieces;
        let quantity = measure.quantity(*pieces).ok_or(Refusal::NoPrice(place))?;
        let by_unit =
            if work.per == Per::Piece { unit_cost } else { cost.total() / quantity.value() };
        let asked = shop.quoted(shop.rule.price(by_unit));
        let unit_price = UnitPrice::of(asked, shop.rounding).ok_or(Refusal::NoPrice(place))?;
        let way = Way {
            queue_days: shop.queue_days,
            line_h: lot.line_h(),
            bake_h: lot.bake_h,
            coating_days: work.coating_days,
            after_days: shop.after_days,
            hours_per_day: shop.hours_per_day,
        };
        breaks.push(Break {
            pieces: *pieces,
            lot,
            cost,
            zinc_g: zinc_per_m2 * work.area_dm2 / 100.0,
            unit_cost,
            quantity,
            unit_price,
            held_down: false,
            price: Amount::default(),
            charged: Amount::default(),
            held_at: None,
            lead_days: working_days(&way),
            break_even: None,
        });
    }
    let prices = if work.per == Per::Lot {
        offered_lots(
            &breaks.iter().map(|one| (one.pieces, one.unit_price)).collect::<Vec<_>>(),
            shop.rounding,
        )
    } else {
        offered(&breaks.iter().map(|one| one.unit_price).collect::<Vec<_>>())
    };
    let minimum = Amount::of(shop.quoted(work.minimum)).ok_or(Refusal::NoPrice(place))?;
    let mut most = None::<(u64, Amount)>;
    for (one, price) in breaks.iter_mut().zip(prices) {
        one.held_down = price < one.unit_price;
        one.unit_price = price;
        one.price = price.of_quantity(one.quantity).ok_or(Refusal::NoPrice(place))?;
        one.charged = one.price.max(minimum);
        // A unit price that falls by a whole step of its rounding can make more pieces cost less: they are charged what the fewer ones are.
        match most {
            Some((pieces, charged)) if charged > one.charged => {
                (one.charged, one.held_at) = (charged, Some(pieces))
            }
            _ => most = Some((one.pieces, one.charged)),
        }
        let fixed = once(shop, &one.lot);
        let variable = (one.cost.total() - fixed) / one.lot.pieces;
        one.break_even = break_even(fixed, variable, shop.brings(one.price_of_piece()));
    }
    Ok(breaks)
}

/// What every quantity of every line costs, one after another, CNY.
///
/// # Errors
/// The line of which not even one piece fits.
pub fn costs(shop: &Shop, works: &[Work]) -> Result<Vec<f64>, Refusal> {
    let mut all = Vec::with_capacity(works.iter().map(|work| work.quantities.len()).sum());
    for (place, work) in works.iter().enumerate() {
        for pieces in &work.quantities {
            let (lot, per_m2, _) = lot(shop, work, *pieces, place)?;
            all.push(cost(&lot, per_m2).total());
        }
    }
    Ok(all)
}

/// Net price, tax and total of goods and their surcharges; none where they are more than can be counted.
pub fn totals(
    goods: Amount,
    surcharges: [Amount; 4],
    tax: f64,
    basis: TaxBasis,
) -> Option<(Amount, Amount, Amount)> {
    let told = sum(std::iter::once(goods).chain(surcharges))?;
    let tax = match basis {
        TaxBasis::Added => told.share(tax)?,
        TaxBasis::Included => told.share(tax / (1.0 + tax))?,
        TaxBasis::None => Amount(0),
    };
    if basis == TaxBasis::Included {
        Some((told.plus(Amount(-tax.0))?, tax, told))
    } else {
        Some((told, tax, told.plus(tax)?))
    }
}

/// Makes the offer of lines of work.
///
/// # Errors
/// The line that cannot be quoted, and why.
pub fn offer(shop: &Shop, works: &[Work]) -> Result<Offer, Refusal> {
    let in_currency =
        |cny: f64, place: usize| Amount::of(shop.quoted(cny)).ok_or(Refusal::NoPrice(place));
    let mut all = Vec::with_capacity(works.len());
    for (place, work) in works.iter().enumerate() {
        all.push(line(shop, work, place)?);
    }
    let rule = Applied { most: shop.minimums_charged, fee: in_currency(shop.minimum_fee, 0)? };
    let mut priced = Vec::with_capacity(all.len());
    for (place, (breaks, work)) in all.iter().zip(works).enumerate() {
        let price = breaks.first().map(|one| one.price).unwrap_or_default();
        priced.push(Priced { price, minimum: in_currency(work.minimum, place)? });
    }
    let mut lines = Vec::with_capacity(all.len());
    for (((mut breaks, charged), work), own) in
        all.into_iter().zip(charge(&priced, rule)).zip(works).zip(&priced)
    {
        if let Some(first) = breaks.first_mut() {
            first.charged = charged.price;
        }
        let extra: f64 = breaks.first().map_or(0.0, |one| {
            metal_surcharge(one.zinc_g, work.terms.prices.zinc, shop.zinc_reference)
                * one.lot.pieces
        });
        let hundredths = (100.0 * shop.quoted(extra)).round();
        #[allow(
            clippy::cast_possible_truncation,
            reason = "checked to lie within the range of the integer"
        )]
        let metal = if hundredths.abs() < 9e15 {
            Amount(hundredths as i64)
        } else {
            return Err(Refusal::NoTotal);
        };
        // What cheaper zinc takes off never brings a line below its minimum; else more pieces of a small lot would cost less.
        let room = Amount(own.minimum.0.saturating_sub(own.price.0).min(0));
        let measure = Measure::of(work.per, work.mass_g, work.area_dm2);
        lines.push(OfferedLine {
            breaks,
            charged,
            metal: metal.max(room),
            credit_held: metal < room,
            measure,
        });
    }
    let goods = sum(lines.iter().map(|one| one.charged.price)).ok_or(Refusal::NoTotal)?;
    let metal = sum(lines.iter().map(|one| one.metal)).ok_or(Refusal::NoTotal)?;
    let share = |share: f64| goods.share(share).ok_or(Refusal::NoTotal);
    let (energy, environment, expedite) = (
        share(shop.energy_surcharge)?,
        share(shop.environment_surcharge)?,
        share(shop.expedite_surcharge)?,
    );
    let (net, tax, total) =
        totals(goods, [metal, energy, environment, expedite], shop.tax, shop.tax_basis)
            .ok_or(Refusal::NoTotal)?;
    let lead_days = lines
        .iter()
        .filter_map(|one| one.breaks.first())
        .map(|one| one.lead_days)
        .fold(0.0, f64::max);
    Ok(Offer { lines, goods, metal, energy, environment, expedite, net, tax, total, lead_days })
}

impl OfferedLine {
    /// Whether a minimum, or the fee of further lines, stands in place of quantity by unit price.
    pub fn minimum_applied(&self) -> bool {
        self.charged.by != By::Price
    }
}
