//! The page of photovoltaics on a plant's roof: which fields stand where. Everything else is shared.

use crate::screen::{Control, Group, group, row};
use platewise_model::data::Listed;
use platewise_model::data::tariffs::TariffRow;
use platewise_model::words::{Phrase, Text, text};

/// What to say of a tariff.
fn about(id: &str) -> Option<Phrase> {
    TariffRow::find(id).map(|row| row.about.into())
}

const ROOF: Text = text("Place and roof", "地点与屋顶");
const LOAD: Text = text("The plant's electricity", "工厂用电");
const TARIFF: Text = text("Tariff", "电价");
const MONEY: Text = text("Money", "资金");
const GOAL: Text = text("What would it take?", "要达到什么目标？");
const WEATHER: Text = text("Weather", "气象");
const SYSTEM: Text = text("Modules and inverter", "组件与逆变器");
const LOSSES: Text = text("Losses", "损失");
const PATTERN: Text = text("Shape of the load", "负荷曲线");
const BANDS: Text = text("Bands and prices", "时段与价格");
const COSTS: Text = text("Costs and ageing", "运维与衰减");
const TAX: Text = text("Loan, tax, VAT", "贷款、所得税、增值税");

const WEATHER_FILES: &str = ".epw,.csv,.txt";
const METER_FILES: &str = ".csv,.txt,.tsv,.xlsx";

/// The fields in their groups.
static LAYOUT: &[Group] = &[
    group(
        ROOF,
        &[
            row("site", Control::List(None)).clearing(&[
                "latitude_deg",
                "longitude_deg",
                "utc_offset_h",
                "ghi_kwh_per_m2_day",
                "air_temperature_c",
                "daily_range_k",
                "wind_speed_m_per_s",
                "ghi_factor",
                "weather_hours",
            ]),
            row("capacity_kwp", Control::Number),
            row("roof_area_m2", Control::Number),
            row("mounting", Control::List(None)).clearing(&[
                "roof_m2_per_kwp",
                "tilt_deg",
                "noct_c",
            ]),
            row("tilt_deg", Control::Number),
        ],
    ),
    group(
        LOAD,
        &[
            row("annual_load_kwh", Control::Number),
            row("shift_pattern", Control::List(None)),
            row("working_days_per_week", Control::Number),
            row("meter_hours", Control::File(METER_FILES)),
        ],
    ),
    group(
        TARIFF,
        &[
            row("tariff", Control::List(None)).saying(about),
            row("price_flat_cny_per_kwh", Control::Number),
            row("export_price_cny_per_kwh", Control::Number),
        ],
    ),
    group(
        MONEY,
        &[
            row("ownership", Control::Segments),
            row("third_party_share", Control::Number),
            row("third_party_years", Control::Number),
            row("capex_cny_per_wp", Control::Number),
            row("discount_rate", Control::Number),
            row("years", Control::Number),
        ],
    ),
    group(
        GOAL,
        &[
            row("target_reduction", Control::Number),
            row("target_of", Control::Segments),
            row("annual_heat_kwh", Control::Number),
            row("heat_price_cny_per_kwh", Control::Number),
        ],
    ),
    group(
        BANDS,
        &[
            row("price_floating_cny_per_kwh", Control::Number),
            row("price_fixed_cny_per_kwh", Control::Number),
            row("factor_sharp", Control::Number),
            row("factor_peak", Control::Number),
            row("factor_valley", Control::Number),
            row("bands", Control::Text("")),
            row("season_bands", Control::Text("")),
            row("season_months", Control::Text("")),
            row("contract_cny_per_kwh", Control::Numbers),
            row("demand_cny_per_kw_month", Control::Number),
            row("demand_saved", Control::Number),
        ],
    )
    .folded(),
    group(
        PATTERN,
        &[
            row("holidays_per_year", Control::Number),
            row("load_profile", Control::Numbers),
            row("idle_load", Control::Number),
            row("shoulder_load", Control::Number),
            row("use_shares", Control::Numbers),
            row("use_idle", Control::Numbers),
        ],
    )
    .folded(),
    group(
        WEATHER,
        &[
            row("weather_hours", Control::File(WEATHER_FILES)),
            row("ghi_factor", Control::Number),
            row("latitude_deg", Control::Number),
            row("longitude_deg", Control::Number),
            row("utc_offset_h", Control::Number),
            row("ghi_kwh_per_m2_day", Control::Numbers),
            row("air_temperature_c", Control::Numbers),
            row("daily_range_k", Control::Numbers),
            row("wind_speed_m_per_s", Control::Numbers),
        ],
    )
    .folded(),
    group(
        SYSTEM,
        &[
            row("azimuth_deg", Control::Number),
            row("usable_roof", Control::Number),
            row("roof_m2_per_kwp", Control::Number),
            row("transposition", Control::Segments),
            row("dc_ac_ratio", Control::Number),
            row("inverter_efficiency", Control::Number),
            row("temperature_coefficient_per_k", Control::Number),
            row("noct_c", Control::Number),
            row("module_efficiency", Control::Number),
            row("albedo", Control::Number),
            row("glass_sky", Control::Number),
            row("glass_ground", Control::Number),
        ],
    )
    .folded(),
    group(
        LOSSES,
        &[
            row("losses_fraction", Control::Number),
            row("loss_soiling", Control::Number),
            row("loss_shading", Control::Number),
            row("loss_snow", Control::Number),
            row("loss_mismatch", Control::Number),
            row("loss_wiring", Control::Number),
            row("loss_connections", Control::Number),
            row("loss_light_induced", Control::Number),
            row("loss_nameplate", Control::Number),
            row("loss_availability", Control::Number),
        ],
    )
    .folded(),
    group(
        COSTS,
        &[
            row("capex_fixed_cny", Control::Number),
            row("roof_works_cny_per_wp", Control::Number),
            row("subsidy_cny", Control::Number),
            row("om_cny_per_wp_year", Control::Number),
            row("om_growth", Control::Number),
            row("inverter_cny_per_wp", Control::Number),
            row("inverter_year", Control::Number),
            row("degradation_first_year", Control::Number),
            row("degradation_per_year", Control::Number),
            row("price_growth", Control::Number),
            row("inflation", Control::Number),
            row("co2_kg_per_kwh", Control::Number),
        ],
    )
    .folded(),
    group(
        TAX,
        &[
            row("loan_share", Control::Number),
            row("loan_rate", Control::Number),
            row("loan_years", Control::Number),
            row("income_tax", Control::Number),
            row("depreciation_years", Control::Number),
            row("residual_value", Control::Number),
            row("vat_view", Control::Segments),
            row("vat", Control::Number),
        ],
    )
    .folded(),
];

/// The fields of the page.
pub fn layout() -> &'static [Group] {
    LAYOUT
}
