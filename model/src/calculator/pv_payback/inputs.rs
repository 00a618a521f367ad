//! What a person may give. Names are those of the JSON; they end in their unit.

use crate::calculator::{Choice, FieldValue, Kind, Numbers, Reading, choices, inputs};
use crate::data::climate::Site;
use crate::data::load::Shifts;
use crate::data::photovoltaic::Mounting;
use crate::data::tariffs::TariffRow;
use crate::solar::plane::Sky;
use crate::units::packed::{Column, Packed};
use crate::units::{
    Angle, Capital, Count, DailyLight, Days, EmissionPerEnergy, Fraction, Hours, MoneyPerDemand, MoneyPerEnergy, MoneyPerPeak, MoneyPerPeakYear, PeakPower,
    PerKelvin, PlantArea, PlantEnergy, Ratio, RoofPerPeak, Temperature, TemperatureDifference, WindSpeed, Years,
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
pub const WEATHER: &[Column] = &[Column::between(0.0, 2.0475), Column::between(0.0, 2.0475), Column::between(-100.0, 104.75), Column::between(0.0, 81.9)];
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
        site: Choice<Site>, ("Place", "地点"), ("Brings monthly means of light, air and wind. For any other place choose “My own place” and give its twelve means, or drop a weather file.", "自动带入各月辐射、气温与风速均值。其他地点请选“自定义地点”并填写 12 个月均值，或拖入气象文件。");
        weather_hours: WeatherHours, ("Weather file", "气象文件"), ("EPW, TMY3 or PVGIS hourly CSV (level plane). It is read here and checked for wrong clocks; it does not leave your computer and does not fit into a link.", "EPW、TMY3 或 PVGIS 逐时 CSV（水平面）。仅在本机读取并检查时标，不会上传，也不随链接传递。");
        ghi_factor: Ratio, ("Factor on the light", "辐射修正系数"), ("Reanalysis reads some 8 % high in eastern China. 1.00 for ground measurements.", "再分析辐射在华东约偏高 8 %；地面实测取 1.00。"), 0.3..=1.5;
        latitude_deg: Angle, ("Latitude", "纬度"), ("North positive.", "北纬为正。"), -90.0..=90.0;
        longitude_deg: Angle, ("Longitude", "经度"), ("East positive.", "东经为正。"), -180.0..=180.0;
        utc_offset_h: Hours, ("Clock ahead of UTC", "与 UTC 时差"), ("8 in all of China.", "全国均为 8。"), -12.0..=14.0;
        ghi_kwh_per_m2_day: Numbers<DailyLight, 12>, ("Light of each month, level", "各月水平面日均总辐射"), ("January to December, mean of a day.", "1–12 月，日均值。"), 0.0..=15.0;
        air_temperature_c: Numbers<Temperature, 12>, ("Air of each month", "各月平均气温"), ("January to December.", "1–12 月。"), -70.0..=60.0;
        daily_range_k: Numbers<TemperatureDifference, 12>, ("Daily range of the air", "各月气温日较差"), ("Warmest less coldest hour, mean of the month.", "日最高与最低气温之差的月均值。"), 0.0..=40.0;
        wind_speed_m_per_s: Numbers<WindSpeed, 12>, ("Wind of each month", "各月平均风速"), ("January to December.", "1–12 月。"), 0.0..=60.0;
        capacity_kwp: PeakPower, ("Rated power", "装机容量"), ("Of the modules. Leave it empty and give the roof to fill the roof.", "组件额定功率。留空并填写屋顶面积时按屋顶铺满计算。"), 0.0..=10000000.0;
        mounting: Choice<Mounting>, ("Mounting", "安装方式"), ("Decides roof per kWp, tilt and how warm modules get.", "决定单位容量占用屋顶、倾角和组件温度。");
        roof_area_m2: PlantArea, ("Roof", "屋顶面积"), ("Whole roof; its usable share is further down. Not given: no limit is checked.", "屋顶总面积，可用比例见下。未填则不检查。"), 0.0..=100000000.0;
        usable_roof: Fraction, ("Usable share of the roof", "屋顶可用比例"), ("Without skylights, exhaust towers, walkways and shade.", "扣除采光带、废气塔、通道和遮挡。"), 0.0..=1.0;
        roof_m2_per_kwp: RoofPerPeak, ("Roof per rated power", "单位容量占用屋顶"), ("With walkways.", "含检修通道。"), 1.0..=100.0;
        tilt_deg: Angle, ("Tilt", "倾角"), ("From level.", "与水平面夹角。"), 0.0..=90.0;
        azimuth_deg: Angle, ("Bearing", "方位角"), ("From north, clockwise: 90 east, 180 south. East–west mounting faces 90° to either side of it.", "自正北顺时针：90 为东，180 为南。东西向安装时为其两侧各 90°。"), 0.0..=360.0;
        transposition: Choice<Transposition>, ("Light of the sky", "天空散射模型"), ("Some 1.5 % a year lie between one and the next.", "相邻两种模型全年约差 1.5 %。");
        albedo: Ratio, ("Light thrown back by the ground", "地面反射率"), ("0 to 1.", "0–1。"), 0.0..=1.0;
        temperature_coefficient_per_k: PerKelvin, ("Power by temperature", "功率温度系数"), ("Below zero; on the data sheet.", "负值，见组件规格书。"), -0.02..=0.005;
        module_efficiency: Fraction, ("Efficiency of the modules", "组件效率"), ("Only for their temperature: what becomes current does not become heat.", "仅影响组件温度。"), 0.01..=0.5;
        noct_c: Temperature, ("Nominal operating cell temperature", "组件标称工作温度"), ("As mounted.", "按安装方式。"), 20.0..=90.0;
        glass_sky: Ratio, ("Glass, light from the sky", "玻璃透过率（天空散射）"), ("By what it lets through head on.", "相对于垂直入射。"), 0.0..=1.0;
        glass_ground: Ratio, ("Glass, light from the ground", "玻璃透过率（地面反射）"), ("By what it lets through head on.", "相对于垂直入射。"), 0.0..=1.0;
        dc_ac_ratio: Ratio, ("Modules by inverter", "容配比"), ("Rated power of the modules by that of the inverters.", "组件额定功率与逆变器额定功率之比。"), 0.1..=10.0;
        inverter_efficiency: Fraction, ("Efficiency of the inverter", "逆变器效率"), ("Nominal.", "额定值。"), 0.5..=1.0;
        losses_fraction: Fraction, ("All losses before the inverter", "逆变器前总损失"), ("Overrides the nine losses below.", "填写后取代下列九项损失。"), 0.0..=1.0;
        loss_soiling: Fraction, ("Soiling", "积灰污染"), ("Near acid exhaust nearer 4 %.", "靠近酸雾排气约 4 %。"), 0.0..=0.99;
        loss_shading: Fraction, ("Shading", "遮挡"), ("By exhaust towers, parapets, neighbours.", "废气塔、女儿墙与邻近建筑。"), 0.0..=0.99;
        loss_snow: Fraction, ("Snow", "积雪"), ("None in Ningbo.", "宁波可忽略。"), 0.0..=0.99;
        loss_mismatch: Fraction, ("Mismatch", "失配"), ("Of modules in a string.", "组串内组件差异。"), 0.0..=0.99;
        loss_wiring: Fraction, ("Wiring", "线损"), ("Both sides of the inverter.", "直流与交流侧。"), 0.0..=0.99;
        loss_connections: Fraction, ("Connections", "接插件"), ("Plugs and joints.", "插头与接点。"), 0.0..=0.99;
        loss_light_induced: Fraction, ("Light-induced degradation", "光致衰减"), ("First hours in the light.", "初始光照衰减。"), 0.0..=0.99;
        loss_nameplate: Fraction, ("Below the name plate", "标称偏差"), ("Modules weaker than they are sold.", "组件实际功率低于标称。"), 0.0..=0.99;
        loss_availability: Fraction, ("Out of order", "停机"), ("Of the plant and of the grid.", "设备与电网原因。"), 0.0..=0.99;
        annual_load_kwh: PlantEnergy, ("Electricity of a year", "年用电量"), ("From your bills, before photovoltaics.", "按电费单，装光伏之前。"), 0.0..=100000000000.0;
        shift_pattern: Choice<Shifts>, ("Shifts", "班制"), ("When the lines run.", "生产线运行时段。");
        meter_hours: MeterHours, ("Meter file", "电表数据文件"), ("15-minute or hourly CSV from the grid company. It says more than any pattern; it is read here and does not leave your computer.", "供电公司导出的 15 分钟或逐时 CSV，比任何班制假设都可靠；仅在本机读取。");
        working_days_per_week: Count, ("Working days a week", "每周工作天数"), ("On the others the base load runs all day.", "其余日子全天为基础负荷。"), 0.0..=7.0;
        holidays_per_year: Days, ("Days off at the New Year", "春节停产天数"), ("Counted in February.", "计入 2 月。"), 0.0..=365.0;
        load_profile: Numbers<Ratio, 24>, ("A day of 24 hours", "24 小时负荷曲线"), ("Relative values from midnight; overrides the shifts.", "自零点起的相对值，填写后取代班制。"), 0.0..=1000000000.0;
        idle_load: Fraction, ("Load out of shift, by that in shift", "停产时负荷比例"), ("Follows from the uses below unless you give it.", "未填时由下列用电构成得出。"), 0.0..=1.0;
        shoulder_load: Fraction, ("Load while starting up and running down", "开停机时段负荷比例"), ("The hour before the first and after the last shift.", "首班前一小时与末班后一小时。"), 0.0..=1.0;
        use_shares: Numbers<Fraction, 8>, ("Uses, share of the load in shift", "用电构成（生产时负荷占比）"), ("Eight numbers from 0 to 1: rectifiers; ventilation and scrubbers; pumps, filters, blowers; chillers; dryers and electric heaters; waste water; compressed air; light, hoists, offices.", "八个 0–1 的数，依次为：整流器；抽风与废气塔；泵、过滤、风机；冷水机；烘干与电加热；废水处理；压缩空气；照明、行车、办公。"), 0.0..=1.0;
        use_idle: Numbers<Fraction, 8>, ("Of each use, what goes on out of shift", "各项停产时仍运行的比例"), ("The same eight, 0 to 1.", "同上八项，0–1。"), 0.0..=1.0;
        tariff: Choice<TariffRow>, ("Tariff", "电价"), ("Its bands and factors can be edited below for any region.", "其时段与系数可在下方修改，适用于任何地区。");
        price_floating_cny_per_kwh: MoneyPerEnergy, ("Price, part that floats", "电价浮动部分"), ("Energy, losses and system operation, in flat hours, with VAT: on the agency's notice of the month.", "平段上网电价、线损与系统运行费，含税，见当月代理购电公告。"), -10.0..=100.0;
        price_fixed_cny_per_kwh: MoneyPerEnergy, ("Price, part that does not", "电价不浮动部分"), ("Transmission and funds, with VAT.", "输配电价与政府性基金，含税。"), -10.0..=100.0;
        factor_sharp: Ratio, ("Factor of sharp hours", "尖峰系数"), ("On the floating part.", "作用于浮动部分。"), 0.0..=100.0;
        factor_peak: Ratio, ("Factor of peak hours", "高峰系数"), ("On the floating part.", "作用于浮动部分。"), 0.0..=100.0;
        factor_valley: Ratio, ("Factor of valley hours", "低谷系数"), ("On the floating part.", "作用于浮动部分。"), 0.0..=100.0;
        bands: String, ("Bands of a day", "日时段"), ("24 letters from midnight: s sharp, p peak, f flat, v valley.", "自零点起 24 个字母：s 尖峰、p 高峰、f 平段、v 低谷。");
        season_bands: String, ("Bands in the season", "旺季日时段"), ("The same for the months below.", "用于下列月份。");
        season_months: String, ("Months of the season", "旺季月份"), ("Numbers 1 to 12, parted by commas.", "1–12，以逗号分隔。");
        price_flat_cny_per_kwh: MoneyPerEnergy, ("Price", "电价"), ("With VAT.", "含税。"), -10.0..=100.0;
        contract_cny_per_kwh: Numbers<MoneyPerEnergy, 24>, ("Price of each hour", "逐时电价"), ("24 values from midnight, all in, with VAT.", "自零点起 24 个值，到户含税。"), -10.0..=100.0;
        demand_cny_per_kw_month: MoneyPerDemand, ("Demand charge", "需量电价"), ("On the largest hour of the load.", "按最大负荷小时计。"), 0.0..=10000.0;
        demand_saved: Fraction, ("Demand saved, by rated power", "削减需量（占装机）"), ("0 as a rule: one cloudy hour in the month decides.", "一般为 0：当月一个阴天即决定需量。"), 0.0..=1.0;
        export_price_cny_per_kwh: MoneyPerEnergy, ("Price of what is sent out", "上网电价"), ("Since 1 June 2025 by the market; may be below zero.", "2025-06-01 后并网项目由市场形成，可为负。"), -10.0..=100.0;
        ownership: Choice<Ownership>, ("Owner", "投资方"), ("A third party pays for it and sells you what you use at a share of the tariff.", "第三方投资时，按电价折扣向您售电。");
        third_party_share: Fraction, ("What you pay, by the tariff", "折扣电价比例"), ("For each kilowatt-hour used.", "自用电量每 kWh。"), 0.0..=2.0;
        third_party_years: Years, ("Years until it is yours", "移交年限"), ("From then on you keep it and pay for it.", "此后归您所有并自行运维。"), 0.0..=100.0;
        capex_cny_per_wp: MoneyPerPeak, ("Turn-key price", "EPC 造价"), ("With VAT.", "含税。"), 0.0..=1000.0;
        capex_fixed_cny: Capital, ("Fixed part of it", "固定投资"), ("Connection, cabinet, permits: what does not grow with the size.", "接入、并网柜、手续等不随容量变化的部分。"), 0.0..=1000000000000.0;
        roof_works_cny_per_wp: MoneyPerPeak, ("Works on the roof", "屋面加固防腐"), ("Strengthening and corrosion protection over plating halls: 0.2 to 0.5 where needed.", "电镀车间屋面加固与防腐，需要时约 0.2–0.5。"), 0.0..=1000.0;
        subsidy_cny: Capital, ("Subsidy", "补贴"), ("Once, at the start.", "一次性。"), 0.0..=1000000000000.0;
        om_cny_per_wp_year: MoneyPerPeakYear, ("Operation and maintenance", "运维费"), ("Cleaning, inspection, insurance.", "清洗、巡检、保险。"), 0.0..=100.0;
        om_growth: Fraction, ("Growth of that cost a year", "运维费年增长"), ("Nominal.", "名义值。"), -0.2..=0.5;
        inverter_cny_per_wp: MoneyPerPeak, ("New inverters", "更换逆变器"), ("Once.", "一次。"), 0.0..=1000.0;
        inverter_year: Years, ("Year of new inverters", "更换年份"), ("Beyond the horizon: none.", "超出评价年限则不计。"), 1.0..=1000.0;
        degradation_first_year: Fraction, ("Loss of power in the first year", "首年衰减"), ("By the module's warranty.", "按组件质保。"), 0.0..=1.0;
        degradation_per_year: Fraction, ("Loss in each further year", "以后每年衰减"), ("Of the first power.", "占初始功率。"), 0.0..=1.0;
        price_growth: Fraction, ("Growth of the price of electricity", "电价年增长"), ("Nominal, a year.", "名义值，每年。"), -0.2..=0.5;
        inflation: Fraction, ("Inflation", "通货膨胀率"), ("For the levelised cost in today's money.", "用于实际平准化度电成本。"), -0.2..=0.5;
        discount_rate: Fraction, ("Discount rate, nominal", "名义折现率"), ("What your money earns elsewhere.", "资金的机会成本。"), -0.5..=1.0;
        years: Years, ("Years looked at", "评价年限"), ("Whole years.", "整年。"), 1.0..=100.0;
        loan_share: Fraction, ("Borrowed share", "贷款比例"), ("Of the investment.", "占投资。"), 0.0..=1.0;
        loan_rate: Fraction, ("Interest of the loan", "贷款利率"), ("A year.", "每年。"), 0.0..=1.0;
        loan_years: Years, ("Years of the loan", "贷款年限"), ("Equal instalments.", "等额本息。"), 1.0..=100.0;
        income_tax: Fraction, ("Income tax", "所得税率"), ("0: before tax. 25 %, or 15 % for high technology.", "0 为税前；一般 25 %，高新技术 15 %。"), 0.0..=0.9;
        depreciation_years: Years, ("Years of depreciation", "折旧年限"), ("Straight line.", "直线法。"), 1.0..=100.0;
        residual_value: Fraction, ("Value left after it", "残值率"), ("Not depreciated.", "不计提折旧。"), 0.0..=1.0;
        vat_view: Choice<VatView>, ("Money", "金额口径"), ("A general taxpayer deducts the tax on both sides: payback is the same.", "一般纳税人进销项均可抵扣，回收期相同。");
        vat: Fraction, ("Value added tax", "增值税率"), ("On electricity and equipment.", "电力与设备。"), 0.0..=1.0;
        target_reduction: Fraction, ("Reduction asked for", "目标降幅"), ("What it would take is answered below.", "下方给出达到它的条件。"), 0.0..=2.0;
        target_of: Choice<TargetOf>, ("Of the bill for", "针对"), ("For heat give its amount.", "含热费时请填写用热量。");
        annual_heat_kwh: PlantEnergy, ("Heat of a year", "年用热量"), ("Steam and gas, in kWh of heat.", "蒸汽与天然气，按热量 kWh 计。"), 0.0..=100000000000.0;
        heat_price_cny_per_kwh: MoneyPerEnergy, ("Price of heat", "热价"), ("Per kWh of heat.", "每 kWh 热量。"), 0.0..=100.0;
        co2_kg_per_kwh: EmissionPerEnergy, ("CO₂ of electricity", "电力 CO₂ 排放因子"), ("Provincial average, for what the plant uses itself only.", "省级平均因子，仅计自用电量。"), 0.0..=5.0;
    }
    decisions: capacity_kwp, tilt_deg, azimuth_deg, dc_ac_ratio, annual_load_kwh, working_days_per_week, holidays_per_year, load_profile, third_party_share, third_party_years, years, loan_share, loan_years, income_tax, target_reduction, annual_heat_kwh;
    examples: latitude_deg, longitude_deg, utc_offset_h, roof_area_m2, demand_cny_per_kw_month, capex_fixed_cny, subsidy_cny;
}
