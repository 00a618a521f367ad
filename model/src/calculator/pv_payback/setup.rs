//! Understands the inputs: place, weather, system, load, tariff and money; what was given, what is a default and where that comes from. It
//! never fails: what contradicts is noted as a problem, and the nearest sensible reading goes on.

use super::inputs::{Inputs, Ownership, TargetOf, Transposition, VatView};
use crate::calculator::{Assumptions, Fault, Origin, Problem, Valued, chosen, picked, values};
use crate::data::climate::Site;
use crate::data::load::{self, Shifts, USES};
use crate::data::photovoltaic::{self, Mounting};
use crate::data::pv_money;
use crate::data::tariffs::{self, CONTRACT, TariffRow, Way};
use crate::data::{Listed, emissions};
use crate::electricity::load::{Load, shape, worked};
use crate::electricity::tariff::{Band, Prices, Tariff, bands};
use crate::finance::project::{Loan, Tax};

use crate::solar::plane::Plane;
use crate::solar::position::Place;
use crate::solar::system::{System, losses};
use crate::solar::weather::{Climate, DayKind, Measured, year_of_hours, year_of_means};

values! {
    /// The numbers, each by the name of its field.
    pub struct Values of Inputs, |site: &Site, mounting: &Mounting, tariff: &TariffRow|
    ghi_factor = site.light_factor();
    capacity_kwp = photovoltaic::CAPACITY;
    roof_area_m2 = photovoltaic::ROOF_AREA;
    usable_roof = photovoltaic::USABLE_ROOF;
    roof_m2_per_kwp = mounting.area;
    tilt_deg = mounting.tilt;
    azimuth_deg = photovoltaic::AZIMUTH;
    albedo = photovoltaic::ALBEDO;
    temperature_coefficient_per_k = photovoltaic::TEMPERATURE_COEFFICIENT;
    module_efficiency = photovoltaic::MODULE_EFFICIENCY;
    noct_c = mounting.noct;
    glass_sky = photovoltaic::GLASS_SKY;
    glass_ground = photovoltaic::GLASS_GROUND;
    dc_ac_ratio = photovoltaic::DC_AC_RATIO;
    inverter_efficiency = photovoltaic::INVERTER_EFFICIENCY;
    loss_soiling = photovoltaic::SOILING;
    loss_shading = photovoltaic::SHADING;
    loss_snow = photovoltaic::SNOW;
    loss_mismatch = photovoltaic::MISMATCH;
    loss_wiring = photovoltaic::WIRING;
    loss_connections = photovoltaic::CONNECTIONS;
    loss_light_induced = photovoltaic::LIGHT_INDUCED;
    loss_nameplate = photovoltaic::NAMEPLATE;
    loss_availability = photovoltaic::AVAILABILITY;
    annual_load_kwh = load::ANNUAL;
    working_days_per_week = load::DAYS_A_WEEK;
    holidays_per_year = load::HOLIDAYS;
    shoulder_load = load::SHOULDER;
    price_floating_cny_per_kwh = tariffs::FLOATING;
    price_fixed_cny_per_kwh = tariffs::FIXED;
    factor_sharp = tariff.factors[0];
    factor_peak = tariff.factors[1];
    factor_valley = tariff.factors[2];
    price_flat_cny_per_kwh = tariffs::FLAT;
    demand_cny_per_kw_month = tariffs::DEMAND;
    demand_saved = tariffs::DEMAND_SAVED;
    export_price_cny_per_kwh = tariffs::SENT_OUT;
    third_party_share = pv_money::SHARE_OF_TARIFF;
    third_party_years = pv_money::YEARS_OF_OTHERS;
    capex_cny_per_wp = pv_money::CAPEX;
    capex_fixed_cny = pv_money::CAPEX_FIXED;
    roof_works_cny_per_wp = pv_money::ROOF_WORKS;
    subsidy_cny = pv_money::SUBSIDY;
    om_cny_per_wp_year = pv_money::OPERATION;
    om_growth = pv_money::OPERATION_GROWTH;
    inverter_cny_per_wp = pv_money::INVERTER;
    inverter_year = pv_money::INVERTER_YEAR;
    degradation_first_year = pv_money::FIRST_YEAR;
    degradation_per_year = pv_money::EACH_YEAR;
    price_growth = pv_money::PRICE_GROWTH;
    inflation = pv_money::INFLATION;
    discount_rate = crate::data::conversion::DISCOUNT_RATE;
    years = pv_money::HORIZON;
    loan_share = pv_money::LOAN;
    loan_rate = pv_money::LOAN_RATE;
    loan_years = pv_money::LOAN_YEARS;
    income_tax = pv_money::TAX_RATE;
    depreciation_years = pv_money::DEPRECIATION_YEARS;
    residual_value = pv_money::RESIDUAL;
    vat = pv_money::VAT;
    target_reduction = pv_money::TARGET;
    annual_heat_kwh = load::HEAT;
    heat_price_cny_per_kwh = tariffs::HEAT_PRICE;
    co2_kg_per_kwh = emissions::ELECTRICITY_PROVINCIAL;
}

/// The inputs as they were understood.
#[derive(Clone, PartialEq, Debug)]
pub struct Setup {
    /// The place.
    pub site: &'static Site,
    /// Where it is: latitude, longitude, clock.
    pub place: [Valued; 3],
    /// Monthly means.
    pub climate: Climate,
    /// Whether the hours of a weather file are used.
    pub measured: bool,
    /// How the modules are mounted.
    pub mounting: &'static Mounting,
    /// How the sky is taken to shine.
    pub transposition: Transposition,
    /// The system, per kWp.
    pub system: System,
    /// All losses before the inverter.
    pub losses: Valued,
    /// When the plant works.
    pub shifts: &'static Shifts,
    /// Load out of shift by that in shift.
    pub idle: Valued,
    /// Uses of electricity: share of the load in shift, and what of each goes on out of shift.
    pub uses: [[f64; 8]; 2],
    /// The load.
    pub load: Load,
    /// The tariff.
    pub tariff_row: &'static TariffRow,
    /// The same with all its prices, in the view of value added tax that was chosen.
    pub tariff: Tariff,
    /// Bands of a day, those of the season, months of the season: texts in force.
    pub lines: [String; 3],
    /// Who owns it.
    pub ownership: Ownership,
    /// Whether money is with value added tax.
    pub vat_view: VatView,
    /// What all money is divided by: 1, or 1 and the tax.
    pub vat_divisor: f64,
    /// What the reduction asked for is of.
    pub target_of: TargetOf,
    /// The numbers.
    pub values: Values,
}

impl Setup {
    /// Tells how the fields were understood.
    pub(super) fn tell(&self, inputs: &Inputs, to: &mut Assumptions) {
        let metered = inputs.meter_hours.is_some();
        let way = self.tariff_row.way;
        let [latitude, longitude, offset] = self.place;
        let [bands, season_bands, season_months] = &self.lines;
        to.chosen("site", self.site.id);
        to.number("latitude_deg", latitude);
        to.number("longitude_deg", longitude);
        to.number("utc_offset_h", offset);
        for (field, means) in [
            ("ghi_kwh_per_m2_day", &self.climate.global_kwh_per_m2_day),
            ("air_temperature_c", &self.climate.air_c),
            ("daily_range_k", &self.climate.daily_range_k),
            ("wind_speed_m_per_s", &self.climate.wind_m_per_s),
        ] {
            to.derived(field, &means[..], true);
            if self.measured {
                to.unused(field);
            }
        }
        to.chosen("mounting", self.mounting.id);
        to.chosen("transposition", self.transposition.id());
        to.number("losses_fraction", self.losses);
        to.chosen("shift_pattern", self.shifts.id);
        if metered || inputs.load_profile.is_some() {
            to.unused("shift_pattern");
        }
        let [shares, idle] = &self.uses;
        to.derived("use_shares", &shares[..], true);
        to.derived("use_idle", &idle[..], true);
        if metered || inputs.idle_load.is_some() {
            ["use_shares", "use_idle"].into_iter().for_each(|field| to.unused(field));
        }
        to.number("idle_load", self.idle);
        if metered {
            ["load_profile", "idle_load"].into_iter().for_each(|field| to.unused(field));
        }
        to.chosen("tariff", self.tariff_row.id);
        for (field, line) in
            [("bands", bands), ("season_bands", season_bands), ("season_months", season_months)]
        {
            to.chosen(field, line.as_str());
            if way != Way::Bands {
                to.unused(field);
            }
        }
        let contract = inputs.contract_cny_per_kwh.map_or(CONTRACT, |given| given.0);
        to.chosen("contract_cny_per_kwh", &contract[..]);
        if way != Way::Curve {
            to.unused("contract_cny_per_kwh");
        }
        to.chosen("ownership", self.ownership.id());
        to.chosen("vat_view", self.vat_view.id());
        to.chosen("target_of", self.target_of.id());
        self.values.tell(to);
        ["roof_area_m2", "annual_heat_kwh"]
            .into_iter()
            .for_each(|field| to.empty_by_default(field));
    }

    /// Where it is.
    pub fn place(&self) -> Place {
        let [latitude, longitude, offset] = self.place;
        Place {
            latitude_deg: latitude.value,
            longitude_deg: longitude.value,
            utc_offset_h: offset.value,
        }
    }

    /// The loan.
    pub fn loan(&self) -> Loan {
        let v = &self.values;
        Loan { share: v.loan_share.value, rate: v.loan_rate.value, years: v.loan_years.value }
    }

    /// The tax.
    pub fn tax(&self) -> Tax {
        let v = &self.values;
        Tax {
            rate: v.income_tax.value,
            depreciation_years: v.depreciation_years.value,
            residual: v.residual_value.value,
        }
    }

    /// Rated power that is built, kWp: what was asked for, as far as the roof takes it.
    pub fn capacity_kwp(&self) -> f64 {
        let asked = self.values.capacity_kwp.value;
        self.roof_kwp().map_or(asked, |roof| asked.min(roof))
    }

    /// Whole roof that a rated power needs, m²: what its modules cover, by the usable share. None where no share of the roof is usable.
    pub fn roof_m2(&self, capacity_kwp: f64) -> Option<f64> {
        let v = &self.values;
        Some(capacity_kwp * v.roof_m2_per_kwp.value / v.usable_roof.value)
            .filter(|area| area.is_finite())
    }

    /// Rated power that the roof takes, kWp; none where no roof was given.
    pub fn roof_kwp(&self) -> Option<f64> {
        let v = &self.values;
        (v.roof_area_m2.origin == Origin::Given)
            .then(|| v.roof_area_m2.value * v.usable_roof.value / v.roof_m2_per_kwp.value)
    }
}

/// What was chosen, or else the row of an id.
fn first<T: Listed>(choice: Option<&'static T>, id: &str) -> &'static T {
    choice.or_else(|| T::find(id)).unwrap_or_else(|| {
        T::all().first().unwrap_or_else(|| unreachable!("a list of choices is never empty"))
    })
}

/// Uses of electricity: share of the load in shift, and what of it goes on.
fn uses(inputs: &Inputs) -> [[f64; 8]; 2] {
    [
        inputs.use_shares.map_or(USES.each_ref().map(|one| one.share.value), |given| given.0),
        inputs.use_idle.map_or(USES.each_ref().map(|one| one.idle.value), |given| given.0),
    ]
}

/// Understands the inputs; the problems are what contradicts.
pub fn understand(inputs: &Inputs) -> (Setup, Vec<Problem>) {
    let mut problems = Vec::new();
    let (site, mounting, tariff_row) = (
        first(chosen(&inputs.site), "ningbo_smooth"),
        first(chosen(&inputs.mounting), "flush"),
        first(chosen(&inputs.tariff), "zhejiang_2026"),
    );
    let shifts = first(chosen(&inputs.shift_pattern), "two_shifts");
    let mut values = Values::of(inputs, site, mounting, tariff_row);
    let measured = inputs.weather_hours.is_some();
    if inputs.ghi_factor.is_none() && measured {
        // The hours of a file count as they are. Monthly means typed over those of a place keep its correction: they may be the same numbers.
        values.ghi_factor =
            Valued::of(inputs.ghi_factor, &first::<Site>(None, Site::CUSTOM).light_factor());
    }
    let place = [
        Valued::or_derived(inputs.latitude_deg, site.place.latitude_deg, None),
        Valued::or_derived(inputs.longitude_deg, site.place.longitude_deg, None),
        Valued::or_derived(inputs.utc_offset_h, site.place.utc_offset_h, None),
    ];
    let known = site.climate();
    let climate = Climate {
        global_kwh_per_m2_day: inputs
            .ghi_kwh_per_m2_day
            .map_or(known.global_kwh_per_m2_day, |given| given.0),
        air_c: inputs.air_temperature_c.map_or(known.air_c, |given| given.0),
        daily_range_k: inputs.daily_range_k.map_or(known.daily_range_k, |given| given.0),
        wind_m_per_s: inputs.wind_speed_m_per_s.map_or(known.wind_m_per_s, |given| given.0),
    };
    fill_roof(inputs, &mut values);
    let losses = losses_of(inputs, &mut values);
    let uses = uses(inputs);
    let idle = idle_of(inputs, &uses);
    let load = load_of(inputs, &mut values, shifts, idle.value).unwrap_or_else(|| {
        problems.push(Problem::new(
            if inputs.load_profile.is_some() { "load_profile" } else { "annual_load_kwh" },
            Fault::NoLoad,
        ));
        Load::Hours([].into())
    });
    let (lines, tariff) = tariff_of(inputs, &mut values, tariff_row, &mut problems);
    let vat_view = picked(&inputs.vat_view, VatView::Included);
    let vat_divisor = if vat_view == VatView::Excluded { 1.0 + values.vat.value } else { 1.0 };
    let ownership = picked(&inputs.ownership, Ownership::Own);
    unused(inputs, &mut values, ownership, vat_view);
    let (tilt_deg, azimuth) = (values.tilt_deg.value, values.azimuth_deg.value);
    let plane = |azimuth_deg: f64| Plane { tilt_deg, azimuth_deg };
    let transposition = picked(&inputs.transposition, Transposition::HayDavies);
    let v = &values;
    let system = System {
        planes: if mounting.both_ways {
            [plane(azimuth - 90.0), plane(azimuth + 90.0)]
        } else {
            [plane(azimuth); 2]
        },
        sky: transposition.sky(),
        albedo: v.albedo.value,
        temperature_coefficient_per_k: v.temperature_coefficient_per_k.value,
        noct_c: v.noct_c.value,
        module_efficiency: v.module_efficiency.value,
        losses: losses.value,
        dc_ac_ratio: v.dc_ac_ratio.value,
        inverter_efficiency: v.inverter_efficiency.value,
        glass_sky: v.glass_sky.value,
        glass_ground: v.glass_ground.value,
    };
    let setup = Setup {
        site,
        place,
        climate,
        measured,
        mounting,
        transposition,
        system,
        losses,
        shifts,
        idle,
        uses,
        load,
        tariff_row,
        tariff,
        lines,
        ownership,
        vat_view,
        vat_divisor,
        target_of: picked(&inputs.target_of, TargetOf::Electricity),
        values,
    };
    (setup, problems)
}

/// Rated power: as given, or what fills the roof.
fn fill_roof(inputs: &Inputs, values: &mut Values) {
    if inputs.capacity_kwp.is_none() && inputs.roof_area_m2.is_some() {
        let filled =
            values.roof_area_m2.value * values.usable_roof.value / values.roof_m2_per_kwp.value;
        values.capacity_kwp = Valued { value: filled, origin: Origin::Derived, fact: None };
    }
}

/// Losses: as given, or what the nine make together.
fn losses_of(inputs: &Inputs, values: &mut Values) -> Valued {
    let v = &mut *values;
    let parts = [
        &mut v.loss_soiling,
        &mut v.loss_shading,
        &mut v.loss_snow,
        &mut v.loss_mismatch,
        &mut v.loss_wiring,
        &mut v.loss_connections,
        &mut v.loss_light_induced,
        &mut v.loss_nameplate,
        &mut v.loss_availability,
    ];
    let together = losses(&parts.each_ref().map(|part| part.value));
    if inputs.losses_fraction.is_some() {
        parts.into_iter().for_each(|part| part.origin = Origin::Unused);
    }
    Valued::or_derived(inputs.losses_fraction, together, None)
}

/// Load out of shift: as given, or what the uses make together.
fn idle_of(inputs: &Inputs, [shares, idle]: &[[f64; 8]; 2]) -> Valued {
    let all: f64 = shares.iter().sum();
    let together = if all > 0.0 {
        shares.iter().zip(idle).map(|(share, idle)| share * idle).sum::<f64>() / all
    } else {
        0.0
    };
    Valued::or_derived(inputs.idle_load, together, None)
}

/// The load: hours of a meter, else a day of 24 values, else the shifts.
fn load_of(inputs: &Inputs, values: &mut Values, shifts: &Shifts, idle: f64) -> Option<Load> {
    let annual = values.annual_load_kwh.value;
    let v = &mut *values;
    let calendar = [&mut v.working_days_per_week, &mut v.holidays_per_year];
    if let Some(meter) = &inputs.meter_hours {
        calendar
            .into_iter()
            .chain([&mut v.shoulder_load])
            .for_each(|valued| valued.origin = Origin::Unused);
        return Load::of_hours(annual, &meter.0.values);
    }
    let [days, holidays] = calendar;
    let worked = worked(days.value, holidays.value);
    let day = match &inputs.load_profile {
        Some(profile) => {
            v.shoulder_load.origin = Origin::Unused;
            profile.0
        }
        None => shape(shifts.hours, idle, v.shoulder_load.value),
    };
    let resting = if inputs.load_profile.is_some() {
        day.iter().copied().fold(0.0, f64::max) * idle
    } else {
        idle
    };
    Load::of_pattern(annual, &day, resting, worked)
}

/// Texts of the bands in force, and the prices they make, in the view of value added tax that was chosen.
fn tariff_of(
    inputs: &Inputs,
    values: &mut Values,
    row: &TariffRow,
    problems: &mut Vec<Problem>,
) -> ([String; 3], Tariff) {
    let text = |given: &Option<String>, default: &str| {
        given
            .as_ref()
            .filter(|text| !text.trim().is_empty())
            .map_or_else(|| default.to_owned(), Clone::clone)
    };
    let lines = [
        text(&inputs.bands, row.day),
        text(&inputs.season_bands, row.season_day),
        text(&inputs.season_months, row.season),
    ];
    let divisor = if picked(&inputs.vat_view, VatView::Included) == VatView::Excluded {
        1.0 + values.vat.value
    } else {
        1.0
    };
    let v = &mut *values;
    let banded = [
        &mut v.price_floating_cny_per_kwh,
        &mut v.price_fixed_cny_per_kwh,
        &mut v.factor_sharp,
        &mut v.factor_peak,
        &mut v.factor_valley,
    ];
    let tariff = match row.way {
        Way::Bands => {
            v.price_flat_cny_per_kwh.origin = Origin::Unused;
            let [day, season, months] = &lines;
            let mut day_of = |name: &str, line: &str| {
                bands(line).unwrap_or_else(|| {
                    problems.push(Problem::new(name, Fault::BadBands));
                    [Band::Flat; 24]
                })
            };
            let (day, season) = (day_of("bands", day), day_of("season_bands", season));
            let months = months_of(months).unwrap_or_else(|| {
                problems.push(Problem::new("season_months", Fault::BadMonths));
                [false; 12]
            });
            let prices = Prices {
                floating: v.price_floating_cny_per_kwh.value / divisor,
                fixed: v.price_fixed_cny_per_kwh.value / divisor,
                factors: [v.factor_sharp.value, v.factor_peak.value, 1.0, v.factor_valley.value],
            };
            Tariff::of_bands(months.map(|in_season| if in_season { season } else { day }), &prices)
        }
        Way::Flat => {
            banded.into_iter().for_each(|valued| valued.origin = Origin::Unused);
            Tariff::flat(v.price_flat_cny_per_kwh.value / divisor)
        }
        Way::Curve => {
            banded
                .into_iter()
                .chain([&mut v.price_flat_cny_per_kwh])
                .for_each(|valued| valued.origin = Origin::Unused);
            Tariff::of_day(
                inputs
                    .contract_cny_per_kwh
                    .map_or(CONTRACT, |given| given.0)
                    .map(|price| price / divisor),
            )
        }
    };
    (lines, tariff)
}

/// Months as a text: numbers from 1 to 12.
fn months_of(text: &str) -> Option<[bool; 12]> {
    let mut months = [false; 12];
    for part in text
        .split(|letter: char| {
            letter.is_whitespace() || matches!(letter, ',' | ';' | '，' | '；' | '、')
        })
        .filter(|part| !part.is_empty())
    {
        *months.get_mut(part.parse::<usize>().ok()?.checked_sub(1)?)? = true;
    }
    Some(months)
}

/// Marks what does not count.
fn unused(inputs: &Inputs, values: &mut Values, ownership: Ownership, vat_view: VatView) {
    let v = &mut *values;
    let idle = |valueds: &mut [&mut Valued], used: bool| {
        if !used {
            valueds.iter_mut().for_each(|valued| valued.origin = Origin::Unused);
        }
    };
    let own = ownership == Ownership::Own;
    idle(&mut [&mut v.third_party_share, &mut v.third_party_years], !own);
    idle(
        &mut [
            &mut v.capex_cny_per_wp,
            &mut v.capex_fixed_cny,
            &mut v.roof_works_cny_per_wp,
            &mut v.subsidy_cny,
            &mut v.loan_share,
            &mut v.depreciation_years,
            &mut v.residual_value,
        ],
        own,
    );
    idle(&mut [&mut v.loan_rate, &mut v.loan_years], own && v.loan_share.value > 0.0);
    idle(&mut [&mut v.depreciation_years, &mut v.residual_value], own && v.income_tax.value > 0.0);
    idle(&mut [&mut v.vat], vat_view == VatView::Excluded);
    idle(&mut [&mut v.demand_saved], v.demand_cny_per_kw_month.value > 0.0);
    idle(&mut [&mut v.heat_price_cny_per_kwh], inputs.annual_heat_kwh.is_some());
}

/// The weather as hours: those of a file, or those of the monthly means.
pub fn weather(inputs: &Inputs, setup: &Setup) -> Vec<DayKind> {
    let factor = setup.values.ghi_factor.value;
    match &inputs.weather_hours {
        None => year_of_means(&setup.climate, setup.place(), factor),
        Some(hours) => {
            let hour = |row: &[f64]| match row {
                &[global, diffuse, air_c, wind_m_per_s] => {
                    Some(Measured { global, diffuse, air_c, wind_m_per_s })
                }
                _ => None,
            };
            let hours: Vec<Measured> = hours.0.values.chunks_exact(4).filter_map(hour).collect();
            year_of_hours(&hours, setup.place(), factor)
        }
    }
}
