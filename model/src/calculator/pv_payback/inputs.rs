//! What a person may give. Names are those of the JSON; they end in their unit.

use crate::calculator::{Choice, FieldValue, Kind, Numbers, Reading, choices, inputs};
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
use serde_json::Value;

choices! {
    /// How the sky is taken to shine.
    pub enum Transposition {
        /// The same from everywhere.
        Isotropic "isotropic" ("Isotropic", "各向同性"),
        /// Brighter around the sun.
        HayDavies "hay_davies" ("Hay–Davies", "Hay–Davies"),
        /// Brighter around the sun and at the horizon.
        Perez "perez" ("Perez", "Perez"),
    }
}
choices! {
    /// Who owns the plant on the roof.
    pub enum Ownership {
        /// The factory itself.
        Own "own" ("The factory", "自投"),
        /// A third party, which sells the factory what it uses at a share of the tariff.
        ThirdParty "third_party" ("A third party", "第三方投资"),
    }
}
choices! {
    /// Whether money is counted with value added tax.
    pub enum VatView {
        /// As prices are quoted here.
        Included "included" ("With VAT", "含税"),
        /// As a general taxpayer's books have it.
        Excluded "excluded" ("Without VAT", "不含税"),
    }
}
choices! {
    /// What the reduction asked for is of.
    pub enum TargetOf {
        /// Of the bill for electricity.
        Electricity "electricity" ("Electricity", "电费"),
        /// Of what electricity and heat cost together.
        Energy "energy" ("Electricity and heat", "电费与热费"),
    }
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

inputs! {
    /// What a person may give. What is not given takes its default.
    pub struct Inputs {
        site: Choice<Site>, ("Place", "地点"), ("Sets monthly irradiation, temperature and wind. For any other place choose “My own place” and enter its twelve monthly means, or load a weather file.", "自动带入各月辐射、气温与风速均值。其他地点请选“自定义地点”并填写 12 个月均值，或拖入气象文件。");
        weather_hours: WeatherHours, ("Weather file", "气象文件"), ("EPW, TMY3 or PVGIS hourly CSV (horizontal plane). Read on this computer only and checked for a wrong clock; not part of a link.", "EPW、TMY3 或 PVGIS 逐时 CSV（水平面）。仅在本机读取并检查时标，不会上传，也不随链接传递。");
        ghi_factor: Ratio, ("Irradiance correction", "辐射修正系数"), ("Multiplies the monthly irradiation below, that of the place and yours alike. Reanalysis data read some 8 % high in eastern China; use 1.00 for ground measurements. A weather file counts as it is (1.00).", "乘以下方各月辐射（无论默认还是自填）。再分析辐射在华东约偏高 8 %；地面实测取 1.00。气象文件默认取 1.00。"), 0.3..=1.5;
        latitude_deg: Angle, ("Latitude", "纬度"), ("North positive.", "北纬为正。"), -90.0..=90.0;
        longitude_deg: Angle, ("Longitude", "经度"), ("East positive.", "东经为正。"), -180.0..=180.0;
        utc_offset_h: Hours, ("Time zone (UTC offset)", "与 UTC 时差"), ("8 in all of China.", "全国均为 8。"), -12.0..=14.0;
        ghi_kwh_per_m2_day: Numbers<DailyLight, 12>, ("Monthly horizontal irradiation", "各月水平面日均总辐射"), ("January to December, daily mean, as the data source gives it: the irradiance correction above is applied to it.", "1–12 月，日均值，按数据源原值填写；计算时再乘以上方的辐射修正系数。"), 0.0..=15.0;
        air_temperature_c: Numbers<Temperature, 12>, ("Monthly air temperature", "各月平均气温"), ("January to December.", "1–12 月。"), -70.0..=60.0;
        daily_range_k: Numbers<TemperatureDifference, 12>, ("Daily temperature range", "各月气温日较差"), ("Daily maximum less daily minimum, monthly mean.", "日最高与最低气温之差的月均值。"), 0.0..=40.0;
        wind_speed_m_per_s: Numbers<WindSpeed, 12>, ("Monthly wind speed", "各月平均风速"), ("January to December.", "1–12 月。"), 0.0..=60.0;
        capacity_kwp: PeakPower, ("Rated power", "装机容量"), ("Of the modules (DC). Leave it empty and enter the roof area to fill the roof. What does not fit on the roof is not counted.", "组件额定功率（直流侧）。留空并填写屋顶面积时按屋顶铺满计算；放不下的部分不计入。"), 0.0..=10000000.0;
        mounting: Choice<Mounting>, ("Mounting", "安装方式"), ("Sets roof area per kWp, tilt and module temperature.", "决定单位容量占用屋顶、倾角和组件温度。");
        roof_area_m2: PlantArea, ("Roof area", "屋顶面积"), ("Gross area; the usable share is further down. Left empty, no limit is checked.", "屋顶总面积，可用比例见下。未填则不检查。"), 0.0..=100000000.0;
        usable_roof: Fraction, ("Usable share of the roof", "屋顶可用比例"), ("Of the gross area: without skylights, exhaust towers, walkways around them and shade.", "占屋顶总面积：扣除采光带、废气塔及其周边和遮挡。"), 0.0..=1.0;
        roof_m2_per_kwp: RoofPerPeak, ("Usable roof per kWp", "每 kWp 占用可用屋顶"), ("Between the rows included; the gross roof it needs is this divided by the usable share.", "含行间检修通道；所需屋顶总面积为其除以可用比例。"), 1.0..=100.0;
        tilt_deg: Angle, ("Tilt", "倾角"), ("From horizontal.", "与水平面夹角。"), 0.0..=90.0;
        azimuth_deg: Angle, ("Azimuth", "方位角"), ("From north, clockwise: 90 east, 180 south. East–west mounting faces 90° to either side of it.", "自正北顺时针：90 为东，180 为南。东西向安装时为其两侧各 90°。"), 0.0..=360.0;
        transposition: Choice<Transposition>, ("Sky diffuse model", "天空散射模型"), ("One model differs from the next by about 1.5 % a year.", "相邻两种模型全年约差 1.5 %。");
        albedo: Ratio, ("Ground albedo", "地面反射率"), ("0 to 1.", "0–1。"), 0.0..=1.0;
        temperature_coefficient_per_k: PerKelvin, ("Temperature coefficient of power", "功率温度系数"), ("Negative; on the data sheet.", "负值，见组件规格书。"), -0.02..=0.005;
        module_efficiency: Fraction, ("Module efficiency", "组件效率"), ("Only affects module temperature.", "仅影响组件温度。"), 0.01..=0.5;
        noct_c: Temperature, ("Nominal operating cell temperature", "组件标称工作温度"), ("As mounted.", "按安装方式。"), 20.0..=90.0;
        glass_sky: Ratio, ("Glass transmission, diffuse light", "玻璃透过率（天空散射）"), ("Relative to normal incidence.", "相对于垂直入射。"), 0.0..=1.0;
        glass_ground: Ratio, ("Glass transmission, ground-reflected light", "玻璃透过率（地面反射）"), ("Relative to normal incidence.", "相对于垂直入射。"), 0.0..=1.0;
        dc_ac_ratio: Ratio, ("DC/AC ratio", "容配比"), ("Rated power of the modules divided by that of the inverters.", "组件额定功率与逆变器额定功率之比。"), 0.1..=10.0;
        inverter_efficiency: Fraction, ("Inverter efficiency", "逆变器效率"), ("Nominal.", "额定值。"), 0.5..=1.0;
        losses_fraction: Fraction, ("Total losses before the inverter", "逆变器前总损失"), ("Overrides the nine losses below.", "填写后取代下列九项损失。"), 0.0..=1.0;
        loss_soiling: Fraction, ("Soiling", "积灰污染"), ("Close to acid exhaust about 4 %.", "靠近酸雾排气约 4 %。"), 0.0..=0.99;
        loss_shading: Fraction, ("Shading", "遮挡"), ("From exhaust towers, parapets, neighbouring buildings.", "废气塔、女儿墙与邻近建筑。"), 0.0..=0.99;
        loss_snow: Fraction, ("Snow", "积雪"), ("None in Ningbo.", "宁波可忽略。"), 0.0..=0.99;
        loss_mismatch: Fraction, ("Mismatch", "失配"), ("Between modules of a string.", "组串内组件差异。"), 0.0..=0.99;
        loss_wiring: Fraction, ("Wiring", "线损"), ("DC and AC side.", "直流与交流侧。"), 0.0..=0.99;
        loss_connections: Fraction, ("Connections", "接插件"), ("Plugs and terminals.", "插头与接点。"), 0.0..=0.99;
        loss_light_induced: Fraction, ("Light-induced degradation", "光致衰减"), ("In the first hours of operation.", "初始光照衰减。"), 0.0..=0.99;
        loss_nameplate: Fraction, ("Nameplate deviation", "标称偏差"), ("Modules weaker than rated.", "组件实际功率低于标称。"), 0.0..=0.99;
        loss_availability: Fraction, ("Downtime", "停机"), ("Of the system and the grid.", "设备与电网原因。"), 0.0..=0.99;
        annual_load_kwh: PlantEnergy, ("Annual electricity", "年用电量"), ("From your bills, before PV.", "按电费单，装光伏之前。"), 0.0..=100000000000.0;
        shift_pattern: Choice<Shifts>, ("Shifts", "班制"), ("When the lines run.", "生产线运行时段。");
        meter_hours: MeterHours, ("Meter file", "电表数据文件"), ("15-minute or hourly CSV from the grid company. More reliable than any assumed pattern; read on this computer only.", "供电公司导出的 15 分钟或逐时 CSV，比任何班制假设都可靠；仅在本机读取。");
        working_days_per_week: Count, ("Working days a week", "每周工作天数"), ("On the other days the base load runs all day.", "其余日子全天为基础负荷。"), 0.0..=7.0;
        holidays_per_year: Days, ("Days off at the New Year", "春节停产天数"), ("Counted in February.", "计入 2 月。"), 0.0..=365.0;
        load_profile: Numbers<Ratio, 24>, ("24-hour load profile", "24 小时负荷曲线"), ("Relative values from midnight; overrides the shifts.", "自零点起的相对值，填写后取代班制。"), 0.0..=1000000000.0;
        idle_load: Fraction, ("Load outside shifts, share of load in shift", "停产时负荷比例"), ("Calculated from the uses below unless you enter it.", "未填时由下列用电构成得出。"), 0.0..=1.0;
        shoulder_load: Fraction, ("Load during start-up and shutdown", "开停机时段负荷比例"), ("The hour before the first shift and after the last.", "首班前一小时与末班后一小时。"), 0.0..=1.0;
        use_shares: Numbers<Fraction, 8>, ("End uses, share of load in shift", "用电构成（生产时负荷占比）"), ("Eight numbers from 0 to 1: rectifiers; ventilation and scrubbers; pumps, filters, blowers; chillers; dryers and electric heaters; waste water; compressed air; light, hoists, offices.", "八个 0–1 的数，依次为：整流器；抽风与废气塔；泵、过滤、风机；冷水机；烘干与电加热；废水处理；压缩空气；照明、行车、办公。"), 0.0..=1.0;
        use_idle: Numbers<Fraction, 8>, ("Share of each use that runs outside shifts", "各项停产时仍运行的比例"), ("The same eight, 0 to 1.", "同上八项，0–1。"), 0.0..=1.0;
        tariff: Choice<TariffRow>, ("Tariff", "电价"), ("Its periods and factors can be edited below for any region.", "其时段与系数可在下方修改，适用于任何地区。");
        price_floating_cny_per_kwh: MoneyPerEnergy, ("Electricity price, floating part", "电价浮动部分"), ("Energy, losses and system operation in flat hours, with VAT: see the monthly notice of the grid agency.", "平段上网电价、线损与系统运行费，含税，见当月代理购电公告。"), -10.0..=100.0;
        price_fixed_cny_per_kwh: MoneyPerEnergy, ("Electricity price, fixed part", "电价不浮动部分"), ("Transmission and government funds, with VAT.", "输配电价与政府性基金，含税。"), -10.0..=100.0;
        factor_sharp: Ratio, ("Factor for sharp hours", "尖峰系数"), ("On the floating part.", "作用于浮动部分。"), 0.0..=100.0;
        factor_peak: Ratio, ("Factor for peak hours", "高峰系数"), ("On the floating part.", "作用于浮动部分。"), 0.0..=100.0;
        factor_valley: Ratio, ("Factor for valley hours", "低谷系数"), ("On the floating part.", "作用于浮动部分。"), 0.0..=100.0;
        bands: String, ("Periods of the day", "日时段"), ("24 letters from midnight: s sharp, p peak, f flat, v valley.", "自零点起 24 个字母：s 尖峰、p 高峰、f 平段、v 低谷。");
        season_bands: String, ("Periods of the day in season", "旺季日时段"), ("For the months below.", "用于下列月份。");
        season_months: String, ("Months of the season", "旺季月份"), ("Numbers 1 to 12, separated by commas.", "1–12，以逗号分隔。");
        price_flat_cny_per_kwh: MoneyPerEnergy, ("Electricity price", "电价"), ("With VAT.", "含税。"), -10.0..=100.0;
        contract_cny_per_kwh: Numbers<MoneyPerEnergy, 24>, ("Hourly contract price", "逐时电价"), ("24 values from midnight, all-in, with VAT.", "自零点起 24 个值，到户含税。"), -10.0..=100.0;
        demand_cny_per_kw_month: MoneyPerDemand, ("Demand charge", "需量电价"), ("Each month is charged by its own largest hour.", "每月按当月最大负荷小时计。"), 0.0..=10000.0;
        demand_saved: Fraction, ("Demand reduction, share of rated power", "削减需量（占装机）"), ("Usually 0: one cloudy hour in a month decides. An hour without sun keeps its load.", "一般为 0：当月一个阴天即决定需量；无日照时段的负荷不减。"), 0.0..=1.0;
        export_price_cny_per_kwh: MoneyPerEnergy, ("Feed-in price", "上网电价"), ("Set by the market for systems built since 1 June 2025; may be negative.", "2025-06-01 后并网项目由市场形成，可为负。"), -10.0..=100.0;
        ownership: Choice<Ownership>, ("Owner", "投资方"), ("A third party pays for the system and sells you the electricity at a share of the tariff.", "第三方投资时，按电价折扣向您售电。");
        third_party_share: Fraction, ("Price you pay, share of tariff", "折扣电价比例"), ("For each kWh self-consumed.", "自用电量每 kWh。"), 0.0..=2.0;
        third_party_years: Years, ("Transfer after", "移交年限"), ("From then on you own and maintain it.", "此后归您所有并自行运维。"), 0.0..=100.0;
        capex_cny_per_wp: MoneyPerPeak, ("Turnkey price", "EPC 造价"), ("With VAT.", "含税。"), 0.0..=1000.0;
        capex_fixed_cny: Capital, ("Fixed investment", "固定投资"), ("Connection, switchgear, permits: what does not grow with the size.", "接入、并网柜、手续等不随容量变化的部分。"), 0.0..=1000000000000.0;
        roof_works_cny_per_wp: MoneyPerPeak, ("Roof works", "屋面加固防腐"), ("Strengthening and corrosion protection over plating halls: 0.2 to 0.5 where needed.", "电镀车间屋面加固与防腐，需要时约 0.2–0.5。"), 0.0..=1000.0;
        subsidy_cny: Capital, ("Subsidy", "补贴"), ("Once, in year 0.", "一次性。"), 0.0..=1000000000000.0;
        om_cny_per_wp_year: MoneyPerPeakYear, ("Operation and maintenance", "运维费"), ("Cleaning, inspection, insurance.", "清洗、巡检、保险。"), 0.0..=100.0;
        om_growth: Fraction, ("O&M cost increase per year", "运维费年增长"), ("Nominal.", "名义值。"), -0.2..=0.5;
        inverter_cny_per_wp: MoneyPerPeak, ("Inverter replacement", "更换逆变器"), ("Once.", "一次。"), 0.0..=1000.0;
        inverter_year: Years, ("Year of inverter replacement", "更换年份"), ("After the analysis period: none.", "超出评价年限则不计。"), 1.0..=1000.0;
        degradation_first_year: Fraction, ("Degradation in year 1", "首年衰减"), ("By the module warranty.", "按组件质保。"), 0.0..=1.0;
        degradation_per_year: Fraction, ("Degradation per further year", "以后每年衰减"), ("Of the initial power.", "占初始功率。"), 0.0..=1.0;
        price_growth: Fraction, ("Electricity price increase per year", "电价年增长"), ("Nominal.", "名义值，每年。"), -0.2..=0.5;
        inflation: Fraction, ("Inflation", "通货膨胀率"), ("For the real levelised cost.", "用于实际平准化度电成本。"), -0.2..=0.5;
        discount_rate: Fraction, ("Discount rate, nominal", "名义折现率"), ("What your money earns elsewhere.", "资金的机会成本。"), -0.5..=1.0;
        years: Years, ("Analysis period", "评价年限"), ("Whole years.", "整年。"), 1.0..=100.0;
        loan_share: Fraction, ("Loan share", "贷款比例"), ("Of the investment.", "占投资。"), 0.0..=1.0;
        loan_rate: Fraction, ("Loan interest rate", "贷款利率"), ("Per year.", "每年。"), 0.0..=1.0;
        loan_years: Years, ("Loan term", "贷款年限"), ("Equal annual instalments.", "等额本息。"), 1.0..=100.0;
        income_tax: Fraction, ("Income tax", "所得税率"), ("0: before tax. 25 %, or 15 % for high technology.", "0 为税前；一般 25 %，高新技术 15 %。"), 0.0..=0.9;
        depreciation_years: Years, ("Depreciation period", "折旧年限"), ("Straight line.", "直线法。"), 1.0..=100.0;
        residual_value: Fraction, ("Residual value", "残值率"), ("Not depreciated.", "不计提折旧。"), 0.0..=1.0;
        vat_view: Choice<VatView>, ("Amounts", "金额口径"), ("A general taxpayer deducts VAT on both sides: the payback is the same.", "一般纳税人进销项均可抵扣，回收期相同。");
        vat: Fraction, ("Value added tax", "增值税率"), ("On electricity and equipment.", "电力与设备。"), 0.0..=1.0;
        target_reduction: Fraction, ("Target reduction", "目标降幅"), ("What it takes is answered below.", "下方给出达到它的条件。"), 0.0..=2.0;
        target_of: Choice<TargetOf>, ("Applies to", "降幅对象"), ("For heat, enter its annual amount.", "含热费时请填写用热量。");
        annual_heat_kwh: PlantEnergy, ("Annual heat", "年用热量"), ("Steam and gas, in kWh of heat.", "蒸汽与天然气，按热量 kWh 计。"), 0.0..=100000000000.0;
        heat_price_cny_per_kwh: MoneyPerEnergy, ("Price of heat", "热价"), ("Per kWh of heat.", "每 kWh 热量。"), 0.0..=100.0;
        co2_kg_per_kwh: EmissionPerEnergy, ("Emission factor of electricity", "电力 CO₂ 排放因子"), ("Provincial average; counts self-consumed electricity only.", "省级平均因子，仅计自用电量。"), 0.0..=5.0;
    }
    decisions: capacity_kwp, tilt_deg, azimuth_deg, dc_ac_ratio, annual_load_kwh, working_days_per_week, holidays_per_year, load_profile, third_party_share, third_party_years, years, loan_share, loan_years, income_tax, target_reduction, annual_heat_kwh;
    examples: latitude_deg, longitude_deg, utc_offset_h, roof_area_m2, demand_cny_per_kw_month, capex_fixed_cny, subsidy_cny;
}
