//! The numbers: each line as work for the shop, and the offer made of them.

use super::faults;
use super::finish::rate_of;
use super::inputs::{Certificate, MinimumRule, Packing, PriceRule, RoundTo, Tax, TopCoat, Wanted};
use super::setup::{Asking, Setup};
use super::standing::Standing;
use crate::calculator::part::{Solid, solid};
use crate::calculator::{Problem, cell_name};
use crate::data::{electrical, shops, thickness};
use crate::line::Line;
use crate::line::hours::HourlyRate;
use crate::line::load::barrel_kg;
use crate::line::takt::{RestOfLine, Stations};
use crate::plating::efficiency;
use crate::plating::thickness::ThicknessKind;
use crate::process::chain::{Terms, average_for_minimum};
use crate::quote::offer::{self, Break, Offer, Refusal, Shop, TaxBasis, Work, offer};
use crate::quote::price::{Rounding, Rule};

/// All numbers.
#[derive(Clone, PartialEq, Debug)]
pub struct Numbers {
    /// The inputs as they were understood.
    pub setup: Setup,
    /// The shop.
    pub shop: Shop,
    /// The parts.
    pub solids: Vec<Solid>,
    /// The lines as work.
    pub works: Vec<Work>,
    /// The offer.
    pub offer: Offer,
    /// How a quote that was given stands to it, if one was.
    pub standing: Option<Standing>,
}

impl Numbers {
    /// The order's quantity of the first line.
    pub fn first(&self) -> Option<&Break> {
        self.offer.lines.first().and_then(|line| line.breaks.first())
    }

    /// What the order costs with its metal at the day's price, CNY.
    pub fn cost(&self) -> f64 {
        let goods: f64 = self
            .offer
            .lines
            .iter()
            .filter_map(|line| line.breaks.first())
            .map(|one| one.cost.total())
            .sum();
        // The metal of today, also where the surcharge is that of then.
        let metal = match &self.standing {
            Some(Standing::Stands { today, .. }) => today.metal,
            _ => self.offer.metal,
        };
        goods + self.shop.brings(metal.value())
    }

    /// What the order brings in, CNY, without tax.
    pub fn brings(&self) -> f64 {
        self.offer.net.value() * self.shop.exchange_rate
    }

    /// Share of what the order brings in that is not cost; none where it brings nothing.
    pub fn margin(&self) -> Option<f64> {
        (self.brings() > 0.0).then(|| 1.0 - self.cost() / self.brings())
    }
}

/// Computes all numbers.
///
/// # Errors
/// A part that has no metal, a line of which not one piece fits, prices beyond what a quote can hold.
pub fn solve(setup: Setup) -> Result<Numbers, Vec<Problem>> {
    let shop = shop(&setup);
    let mut solids = Vec::with_capacity(setup.lines.len());
    let mut problems = Vec::new();
    for (row, line) in setup.lines.iter().enumerate() {
        match solid(&line.part) {
            Ok(solid) => solids.push(solid),
            Err(found) => problems.extend(found.into_iter().map(|problem| Problem {
                field: cell_name("lines", row, &problem.field),
                ..problem
            })),
        }
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let works: Vec<Work> =
        setup.lines.iter().zip(&solids).map(|(line, solid)| work(&setup, line, solid)).collect();
    let offer = offer(&shop, &works).map_err(|refusal| vec![told(refusal)])?;
    Ok(Numbers { shop, solids, works, offer, standing: None, setup })
}

/// What every quantity of every line costs with the rates of a setup, one after another, CNY; none where there is no such cost. The parts are those of then.
pub fn costs(setup: &Setup, solids: &[Solid]) -> Option<Vec<f64>> {
    let works: Vec<Work> =
        setup.lines.iter().zip(solids).map(|(line, solid)| work(setup, line, solid)).collect();
    offer::costs(&shop(setup), &works).ok()
}

fn told(refusal: Refusal) -> Problem {
    match refusal {
        Refusal::NothingFits(row) => {
            Problem::new(cell_name("lines", row, "shape"), faults::NOTHING_FITS)
        }
        Refusal::NotRising(row) => {
            Problem::new(cell_name("lines", row, "quantities"), faults::NOT_RISING)
        }
        Refusal::NoPrice(row) => {
            Problem::new(cell_name("lines", row, "quantities"), faults::NO_PRICE)
        }
        Refusal::NoTotal => Problem::new("lines", faults::NO_PRICE),
    }
}

impl From<Tax> for TaxBasis {
    fn from(tax: Tax) -> Self {
        match tax {
            Tax::Added => Self::Added,
            Tax::Included => Self::Included,
            Tax::Untold => Self::None,
        }
    }
}

/// The shop with its rates and rules.
fn shop(setup: &Setup) -> Shop {
    let v = &setup.rates;
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a count from 0 to 200"
    )]
    let most = v.minimums_charged.value.round() as usize;
    let top = setup.minimum_rule == MinimumRule::Top;
    Shop {
        labour_per_h: v.labour_cny_per_h.value,
        line_rate: HourlyRate { worked: v.line_cny_per_h.value, utilisation: v.utilisation.value },
        load_min: v.load_min.value,
        lot_min: v.lot_min.value,
        kg_min: 60.0 / v.packing_kg_per_h.value,
        oven_kg: v.oven_kg.value,
        oven_per_h: v.oven_cny_per_h.value,
        oven_heat_up_h: v.oven_heat_up_h.value,
        stripping_per_m2: v.stripping_cny_per_m2.value,
        freight_per_kg: v.freight_cny_per_kg.value,
        freight_once: v.freight_cny.value,
        rule: if setup.rule == PriceRule::Margin {
            Rule::Margin(v.margin.value)
        } else {
            Rule::MarkUp(v.mark_up.value)
        },
        rounding: match setup.rounding {
            RoundTo::Four => Rounding::FourDecimals,
            RoundTo::Cents => Rounding::Cents,
            RoundTo::Three => Rounding::ThreeDigits,
        },
        minimums_charged: top.then_some(most),
        minimum_fee: if top { v.minimum_fee_cny.value } else { 0.0 },
        zinc_reference: v.zinc_reference_cny_per_kg.value,
        energy_surcharge: v.energy_surcharge.value,
        environment_surcharge: v.environment_surcharge.value,
        expedite_surcharge: if setup.expedite == Wanted::Yes {
            v.expedite_surcharge.value
        } else {
            0.0
        },
        tax: v.tax.value,
        tax_basis: setup.tax_basis.into(),
        exchange_rate: setup.terms.exchange_rate.value,
        queue_days: v.queue_days.value,
        after_days: v.after_days.value,
        hours_per_day: v.shift_h.value,
    }
}

/// A line as work: what has to be plated on average for what was ordered, in which bath, and what is done to a piece and to the lot besides.
fn work(setup: &Setup, line: &Asking, solid: &Solid) -> Work {
    let v = &setup.rates;
    let bath = line.process.bath_row();
    let ordered = line.values.thickness_um.value;
    let loss = if line.is_passivated() { thickness::DIP_LOSS.value } else { 0.0 };
    let (average_um, dip_loss_um) = match line.kind {
        ThicknessKind::Minimum => (
            average_for_minimum(
                ordered,
                loss,
                thickness::minimum_to_average(bath.throw, line.class).value,
            ),
            loss,
        ),
        ThicknessKind::BatchAverage => (ordered + loss, loss),
        ThicknessKind::Average => (ordered, 0.0),
    };
    let mut terms = Terms::without_emissions(line.process, setup.barrel, average_um);
    terms.dip_loss_um = dip_loss_um;
    let contact = if setup.barrel { electrical::CONTACT_FRACTION.value } else { 1.0 };
    terms.efficiency = efficiency::at(bath.curve, terms.current_density_a_per_dm2 / contact)
        .unwrap_or(terms.efficiency);
    // The figure for pretreatment and passivation has the usual passivation in it.
    let passivation =
        rate_of(line.passivate.0).and_then(|field| v.get(field)).map_or(0.0, |valued| valued.value);
    terms.pretreatment_cny_per_m2 +=
        (passivation - shops::PASSIVATE_CLEAR.value) / (1.0 + terms.pretreatment_extra);
    terms.prices.zinc = v.zinc_cny_per_kg.value;
    terms.prices.electricity = v.electricity_cny_per_kwh.value;
    terms.line = Line {
        stations: Stations {
            plating: v.plating_stations.value,
            transfer_min: v.transfer_min.value,
            rest: RestOfLine::Timed { takt_min: v.other_takt_min.value },
        },
        rectifier_a: v.rectifier_a.value,
        uptime: v.uptime.value,
        ..terms.line
    };
    let by_room = if setup.barrel {
        barrel_kg(v.barrel_volume_l.value, v.fill_fraction.value, line.part.bulk().value) * 1000.0
            / solid.mass_g
    } else {
        v.places_per_load.value
    };
    let laid = if line.packing == Packing::Layers { v.laying_min.value } else { 0.0 };
    let hung = if setup.barrel { 0.0 } else { v.racking_min.value };
    let paper = match line.certificate {
        Certificate::NoPaper => 0.0,
        Certificate::Conformity => v.certificate_cny.value,
        Certificate::Report => v.test_report_cny.value,
    };
    let inspected = if line.first_article == Wanted::Yes { v.first_article_cny.value } else { 0.0 };
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "whole numbers from 1 to 1e9"
    )]
    let quantities = line.quantities.0.iter().map(|pieces| *pieces as u64).collect();
    Work {
        terms,
        pieces_by_room: by_room,
        minimum: if line.is_alloy() { v.minimum_alloy_cny.value } else { v.minimum_cny.value },
        area_dm2: solid.area_dm2,
        mass_g: solid.mass_g,
        piece_min: hung + laid + line.values.masked_places.value * v.masking_min.value,
        bake_h: line.bake_h(),
        top_coat_per_m2: {
            let sealer = if line.is_sealed() { v.sealer_cny_per_m2.value } else { 0.0 };
            let powder =
                if line.top_coat == TopCoat::Powder { v.powder_cny_per_m2.value } else { 0.0 };
            sealer + powder
        },
        coating_days: if line.top_coat == TopCoat::Powder { v.powder_days.value } else { 0.0 },
        once: line.values.new_racks.value * v.rack_cny.value + paper + inspected,
        quantities,
        per: line.price_unit.into(),
    }
}
