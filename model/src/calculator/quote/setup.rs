//! Understands the inputs: the shop, the order, and each line with its part and its specification. It never fails: what contradicts is noted
//! as a problem.

use super::faults;
use super::finish::{Code, USUAL, rate_of};
use super::inputs::{
    Certificate, Currency, Customer, Inputs, Line, MinimumRule, Order, Packing, PriceRule,
    PriceUnit, RoundTo, Shop, Spec, Tax, TopCoat, Wanted, may_be_thickness,
};
use crate::calculator::part::{self, Understood};
use crate::calculator::{
    Assumptions, Fault, Mount, Origin, Problem, Valued, cell_name, chosen, picked, values,
};
use crate::data::passivates::{Chromium, Passivate};
use crate::data::processes::{PROCESSES, Process};
use crate::data::shops::{self, PROFILES, Profile};
use crate::data::thickness::PartClass;
use crate::data::{Fact, Listed, line, materials, prices};
use crate::plating::designation::{Designation, Meaning};
use crate::plating::embrittlement::{B850, by_hardness, by_strength};
use crate::plating::thickness::ThicknessKind;
use crate::quote::lead::Day;
use std::sync::Arc;

values! {
    /// The numbers of the shop, each by the name of its field.
    pub struct Rates of Shop, |profile: &Profile|
    barrel_volume_l = materials::BARREL_VOLUME;
    fill_fraction = materials::FILL;
    places_per_load = profile.places;
    rectifier_a = profile.rectifier;
    plating_stations = line::STATIONS;
    transfer_min = line::TRANSFER;
    other_takt_min = line::OTHER_TAKT;
    uptime = line::UPTIME;
    labour_cny_per_h = prices::LABOUR;
    line_cny_per_h = profile.line_hour;
    utilisation = shops::UTILISATION;
    racking_min = profile.racking;
    masking_min = shops::MASKING;
    load_min = profile.load_handling;
    lot_min = shops::LOT_HANDLING;
    packing_kg_per_h = shops::PACKING;
    laying_min = shops::LAYING;
    oven_kg = shops::OVEN;
    oven_cny_per_h = shops::OVEN_HOUR;
    oven_heat_up_h = shops::OVEN_HEAT_UP;
    sealer_cny_per_m2 = shops::SEALER;
    passivate_clear_cny_per_m2 = shops::PASSIVATE_CLEAR;
    passivate_iridescent_cny_per_m2 = shops::PASSIVATE_IRIDESCENT;
    passivate_black_cny_per_m2 = shops::PASSIVATE_BLACK;
    passivate_hexavalent_cny_per_m2 = shops::PASSIVATE_HEXAVALENT;
    powder_cny_per_m2 = profile.powder;
    powder_days = profile.powder_days;
    rack_cny = shops::NEW_RACK;
    certificate_cny = shops::CERTIFICATE;
    test_report_cny = shops::TEST_REPORT;
    first_article_cny = shops::FIRST_ARTICLE;
    stripping_cny_per_m2 = prices::STRIPPING;
    freight_cny_per_kg = shops::FREIGHT;
    freight_cny = shops::FREIGHT_LOT;
    electricity_cny_per_kwh = prices::ELECTRICITY;
    zinc_cny_per_kg = prices::ZINC;
    zinc_reference_cny_per_kg = shops::ZINC_REFERENCE;
    margin = shops::MARGIN;
    mark_up = shops::MARK_UP;
    minimum_cny = profile.minimum;
    minimum_alloy_cny = profile.minimum_alloy;
    minimums_charged = shops::MINIMUMS_CHARGED;
    minimum_fee_cny = shops::MINIMUM_FEE;
    energy_surcharge = shops::NO_SURCHARGE;
    environment_surcharge = shops::NO_SURCHARGE;
    expedite_surcharge = shops::EXPEDITE;
    tax = shops::TAX;
    queue_days = shops::QUEUE;
    after_days = shops::AFTER;
    shift_h = shops::SHIFT;
}

values! {
    /// The numbers of the order.
    pub struct Terms of Order, |rate: &Fact|
    exchange_rate = *rate;
}

values! {
    /// The numbers of the customer.
    pub struct Validity of Customer, | |
    valid_days = shops::VALID;
}

values! {
    /// The numbers of a specification.
    pub struct Specs of Spec, | |
    thickness_um = line::MINIMUM_THICKNESS;
    masked_places = shops::NONE;
    new_racks = shops::NONE;
}

/// A line as it was understood.
#[derive(Clone, PartialEq, Debug)]
pub struct Asking {
    /// What it is called; nothing where nobody said.
    pub name: String,
    /// The part.
    pub part: Understood,
    /// The process.
    pub process: &'static Process,
    /// Whether it was taken from the code, as the shop's own gives another deposit.
    pub process_by_code: bool,
    /// Its coating code; none where it has none.
    pub code: Option<Arc<Code>>,
    /// The passivation, and where it comes from.
    pub passivate: (&'static Passivate, Origin),
    /// Whether its code asks for a sealer.
    pub sealed_by_code: bool,
    /// What its unit price is for.
    pub price_unit: PriceUnit,
    /// What the thickness means.
    pub kind: ThicknessKind,
    /// How evenly it can be plated.
    pub class: &'static PartClass,
    /// Top coat.
    pub top_coat: TopCoat,
    /// What the steel needs, by strength and by hardness, the graver one.
    pub bake: B850,
    /// Whether anything is known of the steel.
    pub steel_known: bool,
    /// Packing.
    pub packing: Packing,
    /// Certificate.
    pub certificate: Certificate,
    /// First-article inspection.
    pub first_article: Wanted,
    /// The numbers.
    pub values: Specs,
    /// Quantities, and whether somebody gave them.
    pub quantities: (Vec<f64>, bool),
}

impl Asking {
    /// Tells how the fields of the line were understood.
    fn tell(&self, to: &mut Assumptions) {
        self.part.tell(to);
        self.values.tell(to);
        to.derived("process", self.process.id, self.process_by_code);
        to.chosen("thickness_kind", self.kind.id());
        to.chosen("part_class", self.class.id);
        let (passivate, origin) = self.passivate;
        to.derived("passivate", passivate.id, origin == Origin::Derived);
        to.chosen("price_unit", self.price_unit.id());
        to.chosen("top_coat", self.top_coat.id());
        to.chosen("packing", self.packing.id());
        to.chosen("certificate", self.certificate.id());
        to.chosen("first_article", self.first_article.id());
        to.chosen("quantities", &self.quantities.0[..]);
    }

    /// Hours of bake.
    pub fn bake_h(&self) -> f64 {
        match self.bake {
            B850::Bake { hours: Some(hours) } => f64::from(hours),
            _ => 0.0,
        }
    }

    /// Whether a sealer is asked for, by the passivation or by itself.
    pub fn is_sealed(&self) -> bool {
        self.passivate.0.sealed || self.sealed_by_code || self.top_coat == TopCoat::Sealer
    }

    /// What its code asks for, µm, where the line gives another thickness.
    pub fn other_thickness(&self) -> Option<f64> {
        let um = self
            .code
            .as_ref()
            .filter(|code| !code.contradicts(self.process))?
            .asked
            .as_ref()?
            .thickness
            .um()?;
        let given = self.values.thickness_um;
        (given.origin == Origin::Given && (um - given.value).abs() > 0.01 * um).then_some(um)
    }

    /// Whether a passivate dissolves some of the deposit.
    pub fn is_passivated(&self) -> bool {
        self.passivate.0.chromium != Chromium::None
    }

    /// Whether it is an alloy, which has a minimum of its own.
    pub fn is_alloy(&self) -> bool {
        self.process.bath_row().deposit != "zinc"
    }
}

/// The inputs as they were understood.
#[derive(Clone, PartialEq, Debug)]
pub struct Setup {
    /// The shop to start from.
    pub profile: &'static Profile,
    /// The usual process.
    pub process: &'static Process,
    /// Whether the line has barrels.
    pub barrel: bool,
    /// The numbers of the shop.
    pub rates: Rates,
    /// How a price is made.
    pub rule: PriceRule,
    /// How it is rounded.
    pub rounding: RoundTo,
    /// Which minimums apply.
    pub minimum_rule: MinimumRule,
    /// Whether the order goes first.
    pub expedite: Wanted,
    /// Currency.
    pub currency: Currency,
    /// Tax.
    pub tax_basis: Tax,
    /// The numbers of the order.
    pub terms: Terms,
    /// The numbers of the customer.
    pub validity: Validity,
    /// Date of the quote.
    pub date: Option<Day>,
    /// The lines.
    pub lines: Vec<Asking>,
}

/// Quantities of a line that says none.
pub const QUANTITIES: [f64; 3] = [5000.0, 20_000.0, 100_000.0];

impl Setup {
    /// Takes over the numbers of a shop, the rest as it is.
    pub fn set_rates(&mut self, shop: &Shop) {
        self.rates = Rates::of(shop, self.profile);
    }

    /// Whether a field counts with the others as they are: with barrels only, on racks only, with one rule of prices or of minimums only.
    pub fn counts(&self, field: &str) -> bool {
        match field.strip_prefix("shop.").unwrap_or(field) {
            "barrel_volume_l" | "fill_fraction" => self.barrel,
            "places_per_load" | "racking_min" => !self.barrel,
            "margin" => self.rule == PriceRule::Margin,
            "mark_up" => self.rule == PriceRule::MarkUp,
            "minimums_charged" | "minimum_fee_cny" => self.minimum_rule == MinimumRule::Top,
            "expedite_surcharge" => self.expedite == Wanted::Yes,
            "tax" => self.tax_basis != Tax::Untold,
            "exchange_rate" | "exchange_date" => self.currency != Currency::Cny,
            field if field.starts_with("passivate_") => {
                self.lines.iter().any(|line| rate_of(line.passivate.0) == Some(field))
            }
            _ => true,
        }
    }

    /// Tells how the fields were understood.
    pub(super) fn tell(&self, inputs: &Inputs, to: &mut Assumptions) {
        to.chosen("expedite", self.expedite.id());
        to.chosen("currency", self.currency.id());
        to.chosen("tax_basis", self.tax_basis.id());
        self.terms.tell(to);
        to.within("customer.", |to| self.validity.tell(to));
        to.within("shop.", |to| {
            to.chosen("profile", self.profile.id);
            to.chosen("process", self.process.id);
            to.chosen("rack_or_barrel", if self.barrel { Mount::Barrel } else { Mount::Rack }.id());
            to.chosen("rule", self.rule.id());
            to.chosen("rounding", self.rounding.id());
            to.chosen("minimum_rule", self.minimum_rule.id());
            self.rates.tell(to);
        });
        to.unused_unless(|field| self.counts(field));
        let one = [Line::default()];
        let rows = inputs.order.lines.as_ref().map_or(&one[..], |rows| &rows.0);
        to.rows(
            "lines",
            rows.iter().zip(&self.lines).map(|(row, line)| {
                let mut to = Assumptions::of(row);
                line.tell(&mut to);
                to
            }),
        );
    }

    /// The number of a field.
    pub fn value(&self, field: &str) -> Option<Valued> {
        if let Some(field) = field.strip_prefix("shop.") {
            return self.rates.get(field);
        }
        field
            .strip_prefix("customer.")
            .map_or_else(|| self.terms.get(field), |field| self.validity.get(field))
    }
}

/// Understands the inputs; the problems are what contradicts.
pub fn understand(inputs: &Inputs) -> (Setup, Vec<Problem>) {
    let (shop, order) = (&inputs.shop, &inputs.order);
    let mut problems = Vec::new();
    let [first, ..] = &PROFILES;
    let profile = chosen(&shop.profile).unwrap_or(first);
    let [usual, ..] = &PROCESSES;
    let own = Process::find(profile.process).unwrap_or(usual);
    let process = of_a_bath(chosen(&shop.process), "shop.process", own, &mut problems);
    let barrel =
        picked(&shop.rack_or_barrel, if profile.barrel { Mount::Barrel } else { Mount::Rack })
            == Mount::Barrel;
    let currency = picked(&order.currency, Currency::Cny);
    let rate = match currency {
        Currency::Cny => &shops::CNY,
        Currency::Usd => &shops::USD,
        Currency::Eur => &shops::EUR,
    };
    let mut terms = Terms::of(order, rate);
    if currency == Currency::Cny {
        terms.exchange_rate.value = rate.value; // whatever was given: it is the rate of another currency
    }
    let one = [Line::default()];
    let rows = order.lines.as_ref().map_or(&one[..], |rows| &rows.0);
    let lines = rows
        .iter()
        .enumerate()
        .map(|(row, line)| asking(row, line, process, barrel, &mut problems))
        .collect();
    let setup = Setup {
        profile,
        process,
        barrel,
        rates: Rates::of(shop, profile),
        rule: picked(&shop.rule, PriceRule::Margin),
        rounding: picked(&shop.rounding, RoundTo::Four),
        minimum_rule: picked(&shop.minimum_rule, MinimumRule::Top),
        expedite: picked(&order.expedite, Wanted::No),
        currency,
        tax_basis: picked(
            &order.tax_basis,
            if currency == Currency::Cny { Tax::Added } else { Tax::Untold },
        ),
        terms,
        validity: Validity::of(&inputs.customer),
        date: inputs.customer.date.map(Day::from),
        lines,
    };
    (setup, problems)
}

/// The process that was chosen; one's own bath belongs to the process comparison, which knows its figures.
fn of_a_bath(
    chosen: Option<&'static Process>,
    field: &str,
    otherwise: &'static Process,
    problems: &mut Vec<Problem>,
) -> &'static Process {
    match chosen {
        Some(process) if process.bath.is_none() => {
            problems.push(Problem::new(field, Fault::UnknownChoice(process.id.to_owned(), None)));
            otherwise
        }
        other => other.unwrap_or(otherwise),
    }
}

fn asking(
    row: usize,
    line: &Line,
    shop: &'static Process,
    barrel: bool,
    problems: &mut Vec<Problem>,
) -> Asking {
    let Line { called, part, spec } = line;
    let named = |field: &str| cell_name("lines", row, field);
    let (part, found) = part::understand(part);
    problems.extend(
        found.into_iter().map(|problem| Problem { field: named(&problem.field), ..problem }),
    );
    let code =
        spec.designation.as_deref().map(str::trim).filter(|code| !code.is_empty()).map(Code::read);
    let process = of_a_bath(chosen(&spec.process), &named("process"), shop, problems);
    // A code for another deposit chooses a process that gives it, where nobody else does.
    let by_code = code
        .as_ref()
        .filter(|code| spec.process.is_none() && code.contradicts(process))
        .and_then(|code| {
            PROCESSES.iter().find(|process| process.bath.is_some() && !code.contradicts(process))
        });
    let process = by_code.unwrap_or(process);
    // What is asked of another deposit than the one that is priced says nothing of this one.
    let asked = code
        .as_ref()
        .filter(|code| !code.contradicts(process))
        .and_then(|code| code.asked.as_ref());
    let kind = match asked {
        Some(asked) if asked.standard.for_fasteners() => ThicknessKind::BatchAverage,
        Some(asked) if asked.meaning == Meaning::Average => ThicknessKind::Average,
        _ => ThicknessKind::Minimum,
    };
    let class = chosen(&spec.part_class).unwrap_or(PartClass::default_for(barrel));
    let mut values = Specs::of(spec);
    if let Some(um) = asked
        .and_then(|asked| asked.thickness.um())
        .filter(|um| spec.thickness_um.is_none() && may_be_thickness(*um))
    {
        values.thickness_um = Valued { value: um, origin: Origin::Derived, ..values.thickness_um };
    }
    let passivate =
        match (chosen(&spec.passivate), asked.and_then(|asked| asked.passivate_assumed())) {
            (Some(given), _) => (given, Origin::Given),
            (None, Some((read, _))) => (read, Origin::Derived),
            (None, None) => {
                (Passivate::find(USUAL).unwrap_or_else(Passivate::none), Origin::Default)
            }
        };
    let by_strength = spec.tensile_strength_mpa.map(|mpa| by_strength(mpa.mpa()));
    let by_hardness = spec.hardness_hrc.map(|hrc| by_hardness(hrc.hrc()));
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "hours of some days, capped"
    )]
    let whole = |hours: f64| hours.ceil().clamp(0.0, 1000.0) as u32;
    let by_code_of_bake = asked
        .and_then(|asked| asked.bake?.hours)
        .map(|hours| B850::Bake { hours: Some(whole(hours)) });
    let sealed_by_code = asked.is_some_and(Designation::is_sealed);
    let given = spec.quantities.is_some();
    let quantities = spec.quantities.as_ref().map_or(QUANTITIES.to_vec(), |few| few.0.clone());
    if quantities.iter().any(|pieces| pieces.fract() != 0.0)
        || quantities.windows(2).any(|pair| matches!(pair, [one, next] if one >= next))
    {
        problems.push(Problem::new(named("quantities"), faults::NOT_RISING));
    }
    Asking {
        name: called.name.as_deref().unwrap_or_default().trim().to_owned(),
        part,
        process,
        process_by_code: by_code.is_some(),
        code,
        passivate,
        sealed_by_code,
        price_unit: picked(&spec.price_unit, PriceUnit::Piece),
        kind: picked(&spec.thickness_kind, kind),
        class,
        top_coat: picked(&spec.top_coat, TopCoat::Bare),
        bake: graver([by_strength, by_hardness, by_code_of_bake]),
        steel_known: by_strength.is_some() || by_hardness.is_some(),
        packing: picked(&spec.packing, Packing::Bulk),
        certificate: picked(&spec.certificate, Certificate::NoPaper),
        first_article: picked(&spec.first_article, Wanted::No),
        values,
        quantities: (quantities, given),
    }
}

/// Of the judgements of a steel, and what the code says of it, the one that asks for more.
fn graver(all: [Option<B850>; 3]) -> B850 {
    let rank = |one: &B850| match one {
        B850::Nothing => 0,
        B850::Watch { .. } => 1,
        B850::Bake { hours } => 2 + hours.unwrap_or(0),
        B850::DoNotPlate => u32::MAX,
    };
    all.into_iter().flatten().max_by_key(rank).unwrap_or(B850::Nothing)
}
