//! What a person may give. Names are those of the JSON; they end in their unit.

use crate::calculator::{Choice, FieldValue, Inputs, Kind, Numbers, Reading};
use crate::data::Listed;
use crate::data::climate::Site;
use crate::data::load::Shifts;
use crate::data::photovoltaic::Mounting;
use crate::data::tariffs::TariffRow;
use crate::solar::plane::Sky;
use crate::units::packed::{Column, Packed};
use crate::units::{
    Angle, Capital, Count, DailyLight, Days, EmissionPerEnergy, Fraction, Hours, MoneyPerDemand,
    MoneyPerEnergy, MoneyPerPeak, MoneyPerPeakYear, PeakPower, PerKelvin, PlantArea, PlantEnergy,
    Ratio, RoofPerPeak, Temperature, TemperatureDifference, WindSpeed, Years,
};
use crate::words::Phrase;
use serde_json::Value;

/// How the sky is taken to shine.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Choice)]
pub enum Transposition {
    /// The same from everywhere.
    #[choice(id = "isotropic", en = "Isotropic", zh = "各向同性")]
    Isotropic,
    /// Brighter around the sun.
    #[choice(id = "hay_davies", en = "Hay–Davies", zh = "Hay–Davies")]
    HayDavies,
    /// Brighter around the sun and at the horizon.
    #[choice(id = "perez", en = "Perez", zh = "Perez")]
    Perez,
}

/// Who owns the plant on the roof.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Choice)]
pub enum Ownership {
    /// The factory itself.
    #[choice(id = "own", en = "The factory", zh = "自投")]
    Own,
    /// A third party, which sells the factory what it uses at a share of the tariff.
    #[choice(id = "third_party", en = "A third party", zh = "第三方投资")]
    ThirdParty,
}

/// Whether money is counted with value added tax.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Choice)]
pub enum VatView {
    /// As prices are quoted here.
    #[choice(id = "included", en = "With VAT", zh = "含税")]
    Included,
    /// As a general taxpayer's books have it.
    #[choice(id = "excluded", en = "Without VAT", zh = "不含税")]
    Excluded,
}

/// What the reduction asked for is of.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Choice)]
pub enum TargetOf {
    /// Of the bill for electricity.
    #[choice(id = "electricity", en = "Electricity", zh = "电费")]
    Electricity,
    /// Of what electricity and heat cost together.
    #[choice(id = "energy", en = "Electricity and heat", zh = "电费与热费")]
    Energy,
}

impl Transposition {
    /// The model.
    pub fn sky(self) -> Sky {
        match self {
            Self::Isotropic => Sky::Isotropic,
            Self::HayDavies => Sky::HayDavies,
            Self::Perez => Sky::Perez,
        }
    }
}

/// Light, light of the sky (kW/m²), air (°C) and wind (m/s) of an hour.
pub const WEATHER: &[Column] = &[
    Column::between(0.0, 2.0475),
    Column::between(0.0, 2.0475),
    Column::between(-100.0, 104.75),
    Column::between(0.0, 81.9),
];
/// Use of an hour, by the largest of the year.
pub const METER: &[Column] = &[Column::between(0.0, 1.0)];

/// The hours of a weather file.
#[derive(Clone, PartialEq, Debug)]
pub struct WeatherHours(pub Packed);
/// The hours of a meter file.
#[derive(Clone, PartialEq, Debug)]
pub struct MeterHours(pub Packed);

macro_rules! hours {
    ($Type:ident, $columns:expr) => {
        impl FieldValue for $Type {
            const KIND: Kind = Kind::Hours($columns);

            fn from_reading(reading: Reading) -> Option<Self> {
                if let Reading::Hours(hours) = reading { Some(Self(hours)) } else { None }
            }

            fn to_json(&self) -> Value {
                Value::from(&*self.0.text)
            }
        }
    };
}
hours!(WeatherHours, WEATHER);
hours!(MeterHours, METER);

/// What to say of a tariff.
fn about_tariff(id: &str) -> Option<Phrase> {
    TariffRow::find(id).map(|row| row.about.into())
}

/// What a person may give. What is not given takes its default.
#[derive(Clone, Default, Inputs)]
#[inputs(
    group(id = "roof", en = "Place and roof", zh = "地点与屋顶"),
    group(id = "load", en = "The plant's electricity", zh = "工厂用电"),
    group(id = "tariff", en = "Tariff", zh = "电价"),
    group(id = "money", en = "Money", zh = "资金"),
    group(id = "goal", en = "What would it take?", zh = "要达到什么目标？"),
    folded(id = "bands", en = "Bands and prices", zh = "时段与价格"),
    folded(id = "pattern", en = "Shape of the load", zh = "负荷曲线"),
    folded(id = "weather", en = "Weather", zh = "气象"),
    folded(id = "system", en = "Modules and inverter", zh = "组件与逆变器"),
    folded(id = "losses", en = "Losses", zh = "损失"),
    folded(id = "costs", en = "Costs and ageing", zh = "运维与衰减"),
    folded(id = "tax", en = "Loan, tax, VAT", zh = "贷款、所得税、增值税")
)]
pub struct Inputs {
    #[input(
        label("Place", "地点"),
        help(
            "Sets monthly irradiation, temperature and wind. For any other place choose “My \
             own place” and enter its twelve monthly means, or load a weather file.",
            "自动带入各月辐射、气温与风速均值。其他地点请选“自定义地点”并填写 12 个月均值，\
             或拖入气象文件。"
        ),
        group = "roof",
        level = "essential",
        clears(
            "latitude_deg",
            "longitude_deg",
            "utc_offset_h",
            "ghi_kwh_per_m2_day",
            "air_temperature_c",
            "daily_range_k",
            "wind_speed_m_per_s",
            "ghi_factor",
            "weather_hours"
        )
    )]
    pub site: Option<Choice<Site>>,
    #[input(
        label("Weather file", "气象文件"),
        help(
            "EPW, TMY3 or PVGIS hourly CSV (horizontal plane). Read on this computer only \
             and checked for a wrong clock; not part of a link.",
            "EPW、TMY3 或 PVGIS 逐时 CSV（水平面）。仅在本机读取并检查时标，不会上传，\
             也不随链接传递。"
        ),
        group = "weather",
        accepts = ".epw,.csv,.txt"
    )]
    pub weather_hours: Option<WeatherHours>,
    #[input(
        label("Irradiance correction", "辐射修正系数"),
        help(
            "Multiplies the monthly irradiation below, that of the place and yours alike. \
             Reanalysis data read some 8 % high in eastern China; use 1.00 for ground \
             measurements. A weather file counts as it is (1.00).",
            "乘以下方各月辐射（无论默认还是自填）。再分析辐射在华东约偏高 8 %；地面实测取 \
             1.00。气象文件默认取 1.00。"
        ),
        range(0.3, 1.5),
        group = "weather"
    )]
    pub ghi_factor: Option<Ratio>,
    #[input(
        label("Latitude", "纬度"),
        help("North positive.", "北纬为正。"),
        range(-90.0, 90.0),
        nature = "example",
        group = "weather"
    )]
    pub latitude_deg: Option<Angle>,
    #[input(
        label("Longitude", "经度"),
        help("East positive.", "东经为正。"),
        range(-180.0, 180.0),
        nature = "example",
        group = "weather"
    )]
    pub longitude_deg: Option<Angle>,
    #[input(
        label("Time zone (UTC offset)", "与 UTC 时差"),
        help("8 in all of China.", "全国均为 8。"),
        range(-12.0, 14.0),
        nature = "example",
        group = "weather"
    )]
    pub utc_offset_h: Option<Hours>,
    #[input(
        label("Monthly horizontal irradiation", "各月水平面日均总辐射"),
        help(
            "January to December, daily mean, as the data source gives it: the irradiance \
             correction above is applied to it.",
            "1–12 月，日均值，按数据源原值填写；计算时再乘以上方的辐射修正系数。"
        ),
        range(0.0, 15.0),
        group = "weather"
    )]
    pub ghi_kwh_per_m2_day: Option<Numbers<DailyLight, 12>>,
    #[input(
        label("Monthly air temperature", "各月平均气温"),
        help("January to December.", "1–12 月。"),
        range(-70.0, 60.0),
        group = "weather"
    )]
    pub air_temperature_c: Option<Numbers<Temperature, 12>>,
    #[input(
        label("Daily temperature range", "各月气温日较差"),
        help("Daily maximum less daily minimum, monthly mean.", "日最高与最低气温之差的月均值。"),
        range(0.0, 40.0),
        group = "weather"
    )]
    pub daily_range_k: Option<Numbers<TemperatureDifference, 12>>,
    #[input(
        label("Monthly wind speed", "各月平均风速"),
        help("January to December.", "1–12 月。"),
        range(0.0, 60.0),
        group = "weather"
    )]
    pub wind_speed_m_per_s: Option<Numbers<WindSpeed, 12>>,
    #[input(
        label("Rated power", "装机容量"),
        help(
            "Of the modules (DC). Leave it empty and enter the roof area to fill the roof. \
             What does not fit on the roof is not counted.",
            "组件额定功率（直流侧）。留空并填写屋顶面积时按屋顶铺满计算；放不下的部分不计入。"
        ),
        range(0.0, 100000000.0),
        nature = "decision",
        group = "roof",
        level = "essential"
    )]
    pub capacity_kwp: Option<PeakPower>,
    #[input(
        label("Mounting", "安装方式"),
        help(
            "Sets roof area per kWp, tilt and module temperature.",
            "决定单位容量占用屋顶、倾角和组件温度。"
        ),
        group = "roof",
        level = "essential",
        after = "roof_area_m2",
        clears("roof_m2_per_kwp", "tilt_deg", "noct_c")
    )]
    pub mounting: Option<Choice<Mounting>>,
    #[input(
        label("Roof area", "屋顶面积"),
        help(
            "Gross area; the usable share is further down. Left empty, no limit is checked.",
            "屋顶总面积，可用比例见下。未填则不检查。"
        ),
        range(0.0, 100000000.0),
        nature = "example",
        group = "roof",
        level = "essential"
    )]
    pub roof_area_m2: Option<PlantArea>,
    #[input(
        label("Usable share of the roof", "屋顶可用比例"),
        help(
            "Of the gross area: without skylights, exhaust towers, walkways around them and \
             shade.",
            "占屋顶总面积：扣除采光带、废气塔及其周边和遮挡。"
        ),
        range(0.0, 1.0),
        group = "system",
        level = "expert"
    )]
    pub usable_roof: Option<Fraction>,
    #[input(
        label("Usable roof per kWp", "每 kWp 占用可用屋顶"),
        help(
            "Between the rows included; the gross roof it needs is this divided by the \
             usable share.",
            "含行间检修通道；所需屋顶总面积为其除以可用比例。"
        ),
        range(1.0, 100.0),
        group = "system",
        level = "expert"
    )]
    pub roof_m2_per_kwp: Option<RoofPerPeak>,
    #[input(
        label("Tilt", "倾角"),
        help("From horizontal.", "与水平面夹角。"),
        range(0.0, 90.0),
        nature = "decision",
        group = "roof"
    )]
    pub tilt_deg: Option<Angle>,
    #[input(
        label("Azimuth", "方位角"),
        help(
            "From north, clockwise: 90 east, 180 south. East–west mounting faces 90° to \
             either side of it.",
            "自正北顺时针：90 为东，180 为南。东西向安装时为其两侧各 90°。"
        ),
        range(0.0, 360.0),
        nature = "decision",
        group = "system",
        level = "expert"
    )]
    pub azimuth_deg: Option<Angle>,
    #[input(
        label("Sky diffuse model", "天空散射模型"),
        help(
            "One model differs from the next by about 1.5 % a year.",
            "相邻两种模型全年约差 1.5 %。"
        ),
        group = "system",
        level = "expert"
    )]
    pub transposition: Option<Choice<Transposition>>,
    #[input(
        label("Ground albedo", "地面反射率"),
        help("0 to 1.", "0–1。"),
        range(0.0, 1.0),
        group = "system",
        level = "expert",
        after = "module_efficiency"
    )]
    pub albedo: Option<Ratio>,
    #[input(
        label("Temperature coefficient of power", "功率温度系数"),
        help("Negative; on the data sheet.", "负值，见组件规格书。"),
        range(-0.02, 0.005),
        group = "system",
        level = "expert"
    )]
    pub temperature_coefficient_per_k: Option<PerKelvin>,
    #[input(
        label("Module efficiency", "组件效率"),
        help("Only affects module temperature.", "仅影响组件温度。"),
        range(0.01, 0.5),
        group = "system",
        level = "expert",
        after = "noct_c"
    )]
    pub module_efficiency: Option<Fraction>,
    #[input(
        label("Nominal operating cell temperature", "组件标称工作温度"),
        help("As mounted.", "按安装方式。"),
        range(20.0, 90.0),
        group = "system",
        level = "expert"
    )]
    pub noct_c: Option<Temperature>,
    #[input(
        label("Glass transmission, diffuse light", "玻璃透过率（天空散射）"),
        help("Relative to normal incidence.", "相对于垂直入射。"),
        range(0.0, 1.0),
        group = "system",
        level = "expert"
    )]
    pub glass_sky: Option<Ratio>,
    #[input(
        label("Glass transmission, ground-reflected light", "玻璃透过率（地面反射）"),
        help("Relative to normal incidence.", "相对于垂直入射。"),
        range(0.0, 1.0),
        group = "system",
        level = "expert"
    )]
    pub glass_ground: Option<Ratio>,
    #[input(
        label("DC/AC ratio", "容配比"),
        help(
            "Rated power of the modules divided by that of the inverters.",
            "组件额定功率与逆变器额定功率之比。"
        ),
        range(0.1, 10.0),
        nature = "decision",
        group = "system",
        level = "expert",
        after = "transposition"
    )]
    pub dc_ac_ratio: Option<Ratio>,
    #[input(
        label("Inverter efficiency", "逆变器效率"),
        help("Nominal.", "额定值。"),
        range(0.5, 1.0),
        group = "system",
        level = "expert",
        after = "dc_ac_ratio"
    )]
    pub inverter_efficiency: Option<Fraction>,
    #[input(
        label("Total losses before the inverter", "逆变器前总损失"),
        help("Overrides the nine losses below.", "填写后取代下列九项损失。"),
        range(0.0, 1.0),
        group = "losses",
        level = "expert"
    )]
    pub losses_fraction: Option<Fraction>,
    #[input(
        label("Soiling", "积灰污染"),
        help("Close to acid exhaust about 4 %.", "靠近酸雾排气约 4 %。"),
        range(0.0, 0.99),
        group = "losses",
        level = "expert"
    )]
    pub loss_soiling: Option<Fraction>,
    #[input(
        label("Shading", "遮挡"),
        help(
            "From exhaust towers, parapets, neighbouring buildings.",
            "废气塔、女儿墙与邻近建筑。"
        ),
        range(0.0, 0.99),
        group = "losses",
        level = "expert"
    )]
    pub loss_shading: Option<Fraction>,
    #[input(
        label("Snow", "积雪"),
        help("None in Ningbo.", "宁波可忽略。"),
        range(0.0, 0.99),
        group = "losses",
        level = "expert"
    )]
    pub loss_snow: Option<Fraction>,
    #[input(
        label("Mismatch", "失配"),
        help("Between modules of a string.", "组串内组件差异。"),
        range(0.0, 0.99),
        group = "losses",
        level = "expert"
    )]
    pub loss_mismatch: Option<Fraction>,
    #[input(
        label("Wiring", "线损"),
        help("DC and AC side.", "直流与交流侧。"),
        range(0.0, 0.99),
        group = "losses",
        level = "expert"
    )]
    pub loss_wiring: Option<Fraction>,
    #[input(
        label("Connections", "接插件"),
        help("Plugs and terminals.", "插头与接点。"),
        range(0.0, 0.99),
        group = "losses",
        level = "expert"
    )]
    pub loss_connections: Option<Fraction>,
    #[input(
        label("Light-induced degradation", "光致衰减"),
        help("In the first hours of operation.", "初始光照衰减。"),
        range(0.0, 0.99),
        group = "losses",
        level = "expert"
    )]
    pub loss_light_induced: Option<Fraction>,
    #[input(
        label("Nameplate deviation", "标称偏差"),
        help("Modules weaker than rated.", "组件实际功率低于标称。"),
        range(0.0, 0.99),
        group = "losses",
        level = "expert"
    )]
    pub loss_nameplate: Option<Fraction>,
    #[input(
        label("Downtime", "停机"),
        help("Of the system and the grid.", "设备与电网原因。"),
        range(0.0, 0.99),
        group = "losses",
        level = "expert"
    )]
    pub loss_availability: Option<Fraction>,
    #[input(
        label("Annual electricity", "年用电量"),
        help("From your bills, before PV.", "按电费单，装光伏之前。"),
        range(0.0, 100000000000.0),
        nature = "decision",
        group = "load",
        level = "essential"
    )]
    pub annual_load_kwh: Option<PlantEnergy>,
    #[input(
        label("Shifts", "班制"),
        help("When the lines run.", "生产线运行时段。"),
        group = "load"
    )]
    pub shift_pattern: Option<Choice<Shifts>>,
    #[input(
        label("Meter file", "电表数据文件"),
        help(
            "15-minute or hourly CSV from the grid company. More reliable than any assumed \
             pattern; read on this computer only.",
            "供电公司导出的 15 分钟或逐时 CSV，比任何班制假设都可靠；仅在本机读取。"
        ),
        group = "load",
        after = "working_days_per_week",
        accepts = ".csv,.txt,.tsv,.xlsx"
    )]
    pub meter_hours: Option<MeterHours>,
    #[input(
        label("Working days a week", "每周工作天数"),
        help("On the other days the base load runs all day.", "其余日子全天为基础负荷。"),
        range(0.0, 7.0),
        nature = "decision",
        group = "load"
    )]
    pub working_days_per_week: Option<Count>,
    #[input(
        label("Days off at the New Year", "春节停产天数"),
        help("Counted in February.", "计入 2 月。"),
        range(0.0, 365.0),
        nature = "decision",
        group = "pattern",
        level = "expert"
    )]
    pub holidays_per_year: Option<Days>,
    #[input(
        label("24-hour load profile", "24 小时负荷曲线"),
        help(
            "Relative values from midnight; overrides the shifts.",
            "自零点起的相对值，填写后取代班制。"
        ),
        range(0.0, 1000000000.0),
        nature = "decision",
        group = "pattern",
        level = "expert"
    )]
    pub load_profile: Option<Numbers<Ratio, 24>>,
    #[input(
        label("Load outside shifts, share of load in shift", "停产时负荷比例"),
        help("Calculated from the uses below unless you enter it.", "未填时由下列用电构成得出。"),
        range(0.0, 1.0),
        group = "pattern",
        level = "expert"
    )]
    pub idle_load: Option<Fraction>,
    #[input(
        label("Load during start-up and shutdown", "开停机时段负荷比例"),
        help(
            "The hour before the first shift and after the last.",
            "首班前一小时与末班后一小时。"
        ),
        range(0.0, 1.0),
        group = "pattern",
        level = "expert"
    )]
    pub shoulder_load: Option<Fraction>,
    #[input(
        label("End uses, share of load in shift", "用电构成（生产时负荷占比）"),
        help(
            "Eight numbers from 0 to 1: rectifiers; ventilation and scrubbers; pumps, \
             filters, blowers; chillers; dryers and electric heaters; waste water; \
             compressed air; light, hoists, offices.",
            "八个 0–1 的数，依次为：整流器；抽风与废气塔；泵、过滤、风机；冷水机；\
             烘干与电加热；废水处理；压缩空气；照明、行车、办公。"
        ),
        range(0.0, 1.0),
        group = "pattern",
        level = "expert"
    )]
    pub use_shares: Option<Numbers<Fraction, 8>>,
    #[input(
        label("Share of each use that runs outside shifts", "各项停产时仍运行的比例"),
        help("The same eight, 0 to 1.", "同上八项，0–1。"),
        range(0.0, 1.0),
        group = "pattern",
        level = "expert"
    )]
    pub use_idle: Option<Numbers<Fraction, 8>>,
    #[input(
        label("Tariff", "电价"),
        help(
            "Its periods and factors can be edited below for any region.",
            "其时段与系数可在下方修改，适用于任何地区。"
        ),
        group = "tariff",
        level = "essential",
        about = "about_tariff"
    )]
    pub tariff: Option<Choice<TariffRow>>,
    #[input(
        label("Electricity price, floating part", "电价浮动部分"),
        help(
            "Energy, losses and system operation in flat hours, with VAT: see the monthly \
             notice of the grid agency.",
            "平段上网电价、线损与系统运行费，含税，见当月代理购电公告。"
        ),
        range(-10.0, 100.0),
        group = "bands"
    )]
    pub price_floating_cny_per_kwh: Option<MoneyPerEnergy>,
    #[input(
        label("Electricity price, fixed part", "电价不浮动部分"),
        help("Transmission and government funds, with VAT.", "输配电价与政府性基金，含税。"),
        range(-10.0, 100.0),
        group = "bands"
    )]
    pub price_fixed_cny_per_kwh: Option<MoneyPerEnergy>,
    #[input(
        label("Factor for sharp hours", "尖峰系数"),
        help("On the floating part.", "作用于浮动部分。"),
        range(0.0, 100.0),
        group = "bands"
    )]
    pub factor_sharp: Option<Ratio>,
    #[input(
        label("Factor for peak hours", "高峰系数"),
        help("On the floating part.", "作用于浮动部分。"),
        range(0.0, 100.0),
        group = "bands"
    )]
    pub factor_peak: Option<Ratio>,
    #[input(
        label("Factor for valley hours", "低谷系数"),
        help("On the floating part.", "作用于浮动部分。"),
        range(0.0, 100.0),
        group = "bands"
    )]
    pub factor_valley: Option<Ratio>,
    #[input(
        label("Periods of the day", "日时段"),
        help(
            "24 letters from midnight: s sharp, p peak, f flat, v valley.",
            "自零点起 24 个字母：s 尖峰、p 高峰、f 平段、v 低谷。"
        ),
        group = "bands"
    )]
    pub bands: Option<String>,
    #[input(
        label("Periods of the day in season", "旺季日时段"),
        help("For the months below.", "用于下列月份。"),
        group = "bands"
    )]
    pub season_bands: Option<String>,
    #[input(
        label("Months of the season", "旺季月份"),
        help("Numbers 1 to 12, separated by commas.", "1–12，以逗号分隔。"),
        group = "bands"
    )]
    pub season_months: Option<String>,
    #[input(
        label("Electricity price", "电价"),
        help("With VAT.", "含税。"),
        range(-10.0, 100.0),
        group = "tariff"
    )]
    pub price_flat_cny_per_kwh: Option<MoneyPerEnergy>,
    #[input(
        label("Hourly contract price", "逐时电价"),
        help("24 values from midnight, all-in, with VAT.", "自零点起 24 个值，到户含税。"),
        range(-10.0, 100.0),
        group = "bands"
    )]
    pub contract_cny_per_kwh: Option<Numbers<MoneyPerEnergy, 24>>,
    #[input(
        label("Demand charge", "需量电价"),
        help("Each month is charged by its own largest hour.", "每月按当月最大负荷小时计。"),
        range(0.0, 10000.0),
        nature = "example",
        group = "bands"
    )]
    pub demand_cny_per_kw_month: Option<MoneyPerDemand>,
    #[input(
        label("Demand reduction, share of rated power", "削减需量（占装机）"),
        help(
            "Usually 0: one cloudy hour in a month decides. An hour without sun keeps its load.",
            "一般为 0：当月一个阴天即决定需量；无日照时段的负荷不减。"
        ),
        range(0.0, 1.0),
        group = "bands"
    )]
    pub demand_saved: Option<Fraction>,
    #[input(
        label("Feed-in price", "上网电价"),
        help(
            "Set by the market for systems built since 1 June 2025; may be negative.",
            "2025-06-01 后并网项目由市场形成，可为负。"
        ),
        range(-10.0, 100.0),
        group = "tariff"
    )]
    pub export_price_cny_per_kwh: Option<MoneyPerEnergy>,
    #[input(
        label("Owner", "投资方"),
        help(
            "A third party pays for the system and sells you the electricity at a share of \
             the tariff.",
            "第三方投资时，按电价折扣向您售电。"
        ),
        group = "money"
    )]
    pub ownership: Option<Choice<Ownership>>,
    #[input(
        label("Price you pay, share of tariff", "折扣电价比例"),
        help("For each kWh self-consumed.", "自用电量每 kWh。"),
        range(0.0, 2.0),
        nature = "decision",
        group = "money"
    )]
    pub third_party_share: Option<Fraction>,
    #[input(
        label("Transfer after", "移交年限"),
        help("From then on you own and maintain it.", "此后归您所有并自行运维。"),
        range(0.0, 100.0),
        nature = "decision",
        group = "money"
    )]
    pub third_party_years: Option<Years>,
    #[input(
        label("Turnkey price", "EPC 造价"),
        help("With VAT.", "含税。"),
        range(0.0, 1000.0),
        group = "money",
        level = "essential"
    )]
    pub capex_cny_per_wp: Option<MoneyPerPeak>,
    #[input(
        label("Fixed investment", "固定投资"),
        help(
            "Connection, switchgear, permits: what does not grow with the size.",
            "接入、并网柜、手续等不随容量变化的部分。"
        ),
        range(0.0, 1000000000000.0),
        nature = "example",
        group = "costs"
    )]
    pub capex_fixed_cny: Option<Capital>,
    #[input(
        label("Roof works", "屋面加固防腐"),
        help(
            "Strengthening and corrosion protection over plating halls: 0.2 to 0.5 where needed.",
            "电镀车间屋面加固与防腐，需要时约 0.2–0.5。"
        ),
        range(0.0, 1000.0),
        group = "costs"
    )]
    pub roof_works_cny_per_wp: Option<MoneyPerPeak>,
    #[input(
        label("Subsidy", "补贴"),
        help("Once, in year 0.", "一次性。"),
        range(0.0, 1000000000000.0),
        nature = "example",
        group = "costs"
    )]
    pub subsidy_cny: Option<Capital>,
    #[input(
        label("Operation and maintenance", "运维费"),
        help("Cleaning, inspection, insurance.", "清洗、巡检、保险。"),
        range(0.0, 100.0),
        group = "costs"
    )]
    pub om_cny_per_wp_year: Option<MoneyPerPeakYear>,
    #[input(
        label("O&M cost increase per year", "运维费年增长"),
        help("Nominal.", "名义值。"),
        range(-0.2, 0.5),
        group = "costs"
    )]
    pub om_growth: Option<Fraction>,
    #[input(
        label("Inverter replacement", "更换逆变器"),
        help("Once.", "一次。"),
        range(0.0, 1000.0),
        group = "costs"
    )]
    pub inverter_cny_per_wp: Option<MoneyPerPeak>,
    #[input(
        label("Year of inverter replacement", "更换年份"),
        help("After the analysis period: none.", "超出评价年限则不计。"),
        range(1.0, 1000.0),
        group = "costs"
    )]
    pub inverter_year: Option<Years>,
    #[input(
        label("Degradation in year 1", "首年衰减"),
        help("By the module warranty.", "按组件质保。"),
        range(0.0, 1.0),
        group = "costs"
    )]
    pub degradation_first_year: Option<Fraction>,
    #[input(
        label("Degradation per further year", "以后每年衰减"),
        help("Of the initial power.", "占初始功率。"),
        range(0.0, 1.0),
        group = "costs"
    )]
    pub degradation_per_year: Option<Fraction>,
    #[input(
        label("Electricity price increase per year", "电价年增长"),
        help("Nominal.", "名义值，每年。"),
        range(-0.2, 0.5),
        group = "costs"
    )]
    pub price_growth: Option<Fraction>,
    #[input(
        label("Inflation", "通货膨胀率"),
        help("For the real levelised cost.", "用于实际平准化度电成本。"),
        range(-0.2, 0.5),
        group = "costs"
    )]
    pub inflation: Option<Fraction>,
    #[input(
        label("Discount rate, nominal", "名义折现率"),
        help("What your money earns elsewhere.", "资金的机会成本。"),
        range(-0.5, 1.0),
        group = "money"
    )]
    pub discount_rate: Option<Fraction>,
    #[input(
        label("Analysis period", "评价年限"),
        help("Whole years.", "整年。"),
        range(1.0, 100.0),
        nature = "decision",
        group = "money"
    )]
    pub years: Option<Years>,
    #[input(
        label("Loan share", "贷款比例"),
        help("Of the investment.", "占投资。"),
        range(0.0, 1.0),
        nature = "decision",
        group = "tax",
        level = "expert"
    )]
    pub loan_share: Option<Fraction>,
    #[input(
        label("Loan interest rate", "贷款利率"),
        help("Per year.", "每年。"),
        range(0.0, 1.0),
        group = "tax",
        level = "expert"
    )]
    pub loan_rate: Option<Fraction>,
    #[input(
        label("Loan term", "贷款年限"),
        help("Equal annual instalments.", "等额本息。"),
        range(1.0, 100.0),
        nature = "decision",
        group = "tax",
        level = "expert"
    )]
    pub loan_years: Option<Years>,
    #[input(
        label("Income tax", "所得税率"),
        help(
            "0: before tax. 25 %, or 15 % for high technology.",
            "0 为税前；一般 25 %，高新技术 15 %。"
        ),
        range(0.0, 0.9),
        nature = "decision",
        group = "tax",
        level = "expert"
    )]
    pub income_tax: Option<Fraction>,
    #[input(
        label("Depreciation period", "折旧年限"),
        help("Straight line.", "直线法。"),
        range(1.0, 100.0),
        group = "tax",
        level = "expert"
    )]
    pub depreciation_years: Option<Years>,
    #[input(
        label("Residual value", "残值率"),
        help("Not depreciated.", "不计提折旧。"),
        range(0.0, 1.0),
        group = "tax",
        level = "expert"
    )]
    pub residual_value: Option<Fraction>,
    #[input(
        label("Amounts", "金额口径"),
        help(
            "A general taxpayer deducts VAT on both sides: the payback is the same.",
            "一般纳税人进销项均可抵扣，回收期相同。"
        ),
        group = "tax",
        level = "expert"
    )]
    pub vat_view: Option<Choice<VatView>>,
    #[input(
        label("Value added tax", "增值税率"),
        help("On electricity and equipment.", "电力与设备。"),
        range(0.0, 1.0),
        group = "tax",
        level = "expert"
    )]
    pub vat: Option<Fraction>,
    #[input(
        label("Target reduction", "目标降幅"),
        help("What it takes is answered below.", "下方给出达到它的条件。"),
        range(0.0, 2.0),
        nature = "decision",
        group = "goal"
    )]
    pub target_reduction: Option<Fraction>,
    #[input(
        label("Applies to", "降幅对象"),
        help("For heat, enter its annual amount.", "含热费时请填写用热量。"),
        group = "goal"
    )]
    pub target_of: Option<Choice<TargetOf>>,
    #[input(
        label("Annual heat", "年用热量"),
        help("Steam and gas, in kWh of heat.", "蒸汽与天然气，按热量 kWh 计。"),
        range(0.0, 100000000000.0),
        nature = "decision",
        group = "goal"
    )]
    pub annual_heat_kwh: Option<PlantEnergy>,
    #[input(
        label("Price of heat", "热价"),
        help("Per kWh of heat.", "每 kWh 热量。"),
        range(0.0, 100.0),
        group = "goal"
    )]
    pub heat_price_cny_per_kwh: Option<MoneyPerEnergy>,
    #[input(
        label("Emission factor of electricity", "电力 CO₂ 排放因子"),
        help(
            "Provincial average; counts self-consumed electricity only.",
            "省级平均因子，仅计自用电量。"
        ),
        range(0.0, 5.0),
        group = "costs"
    )]
    pub co2_kg_per_kwh: Option<EmissionPerEnergy>,
}
