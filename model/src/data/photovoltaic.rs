//! A photovoltaic system on a roof: modules, how they are mounted, the inverter, the losses of PVWatts, and how far the model can be trusted.

use super::sources::{PVWATTS, PVWATTS_8};
use super::{Fact, Listed, Sure, estimate, fact, point};
use crate::units::Dimension::{
    Angle, Fraction, PeakPower, PerKelvin, PlantArea, Ratio, RoofPerPeak, Temperature,
};
use crate::words::{Text, text};

const MODULE: Text = text("Photovoltaic modules", "光伏组件");
const ROOF: Text = text("Photovoltaics on a roof", "屋顶光伏");
const INVERTER: Text = text("Photovoltaic inverter", "光伏逆变器");
const LOSSES: Text = text("Losses of a photovoltaic system", "光伏系统损失");
const MODEL: Text = text("The photovoltaic model", "光伏模型");

figures! {
    /// Rated power of the plant to start from, kWp.
    CAPACITY = super::example(PeakPower, 800.0), ROOF, "Example rated power" "起始装机容量";
    /// Change of power by cell temperature, 1/K.
    TEMPERATURE_COEFFICIENT = fact(PerKelvin, -0.0035, -0.0047, -0.0029, &PVWATTS, Sure::Handbook), MODULE, "Temperature coefficient of power" "功率温度系数";
    /// Efficiency of the modules, for their temperature only, 0 to 1.
    MODULE_EFFICIENCY = fact(Fraction, 0.21, 0.19, 0.235, &PVWATTS_8, Sure::Handbook), MODULE, "Efficiency" "组件效率";
    /// Light that the ground throws back, 0 to 1.
    ALBEDO = fact(Ratio, 0.2, 0.1, 0.3, &PVWATTS, Sure::Handbook), ROOF, "Ground albedo" "地面反射率";
    /// Bearing of the modules, degrees from north.
    AZIMUTH = super::example(Angle, 180.0), ROOF, "Azimuth, south" "方位角（正南）";
    /// Power of the modules by that of the inverter.
    DC_AC_RATIO = fact(Ratio, 1.2, 1.0, 1.4, &PVWATTS, Sure::Handbook), INVERTER, "DC/AC ratio" "容配比";
    /// Efficiency of the inverter, 0 to 1.
    INVERTER_EFFICIENCY = fact(Fraction, 0.96, 0.95, 0.985, &PVWATTS, Sure::Handbook), INVERTER, "Efficiency" "逆变器效率";
    /// Dust and birds, 0 to 1; near acid exhaust it is nearer the upper end.
    SOILING = fact(Fraction, 0.02, 0.01, 0.06, &PVWATTS, Sure::Handbook), LOSSES, "Soiling" "积灰污染";
    /// Shading, 0 to 1.
    SHADING = fact(Fraction, 0.03, 0.0, 0.1, &PVWATTS, Sure::Handbook), LOSSES, "Shading" "遮挡";
    /// Snow, 0 to 1.
    SNOW = fact(Fraction, 0.0, 0.0, 0.05, &PVWATTS, Sure::Handbook), LOSSES, "Snow" "积雪";
    /// Mismatch, 0 to 1.
    MISMATCH = fact(Fraction, 0.02, 0.0, 0.03, &PVWATTS, Sure::Handbook), LOSSES, "Mismatch" "失配";
    /// Wiring, 0 to 1.
    WIRING = fact(Fraction, 0.02, 0.01, 0.03, &PVWATTS, Sure::Handbook), LOSSES, "Wiring" "线损";
    /// Connections, 0 to 1.
    CONNECTIONS = fact(Fraction, 0.005, 0.0, 0.01, &PVWATTS, Sure::Handbook), LOSSES, "Connections" "接插件";
    /// First hours in the light, 0 to 1.
    LIGHT_INDUCED = fact(Fraction, 0.015, 0.005, 0.02, &PVWATTS, Sure::Handbook), LOSSES, "Light-induced degradation" "光致衰减";
    /// Power below the name plate, 0 to 1.
    NAMEPLATE = fact(Fraction, 0.01, 0.0, 0.03, &PVWATTS, Sure::Handbook), LOSSES, "Nameplate deviation" "标称偏差";
    /// Time out of order, 0 to 1.
    AVAILABILITY = fact(Fraction, 0.03, 0.005, 0.05, &PVWATTS, Sure::Handbook), LOSSES, "Downtime" "停机";
    /// What the glass lets through of light from the sky, over what it lets through head on.
    GLASS_SKY = fact(Ratio, 0.95, 0.948, 0.958, &super::sources::DERIVATION, Sure::Derived), MODULE, "Glass transmission, diffuse light" "玻璃透过率（天空散射）";
    /// The same of light from the ground.
    GLASS_GROUND = fact(Ratio, 0.7, 0.42, 0.76, &super::sources::DERIVATION, Sure::Derived), MODULE, "Glass transmission, ground-reflected light" "玻璃透过率（地面反射）";
    /// Roof to start from, m²: none given.
    ROOF_AREA = super::example(PlantArea, 0.0), ROOF, "Roof area: not given" "屋顶面积（起始值：未给出）";
    /// Share of a roof that can be covered, 0 to 1.
    USABLE_ROOF = estimate(Fraction, [0.5, 0.3, 0.7]), ROOF, "Usable share of the gross roof" "可铺设比例";
    /// How far a year of the model may be from a mean year, 0 to 1.
    MODEL_ERROR = point(Fraction, 0.1, &PVWATTS, Sure::Handbook), MODEL, "Error of annual generation" "年发电量误差";
    /// How far a month of it may be, 0 to 1.
    MONTH_ERROR = point(Fraction, 0.3, &PVWATTS, Sure::Handbook), MODEL, "Error of monthly generation" "月发电量误差";
    /// How far a single year may be from the mean, 0 to 1.
    YEAR_SPREAD = point(Fraction, 0.2, &PVWATTS, Sure::Handbook), MODEL, "Spread of single years" "单个年份的偏差";
}

/// How modules stand on a roof.
#[derive(PartialEq, Debug)]
pub struct Mounting {
    /// Stable name.
    pub id: &'static str,
    /// As offered.
    pub name: Text,
    /// Usable roof that a kilowatt of modules takes, m²/kWp.
    pub area: Fact,
    /// Degrees from level.
    pub tilt: Fact,
    /// Nominal operating cell temperature, °C.
    pub noct: Fact,
    /// Whether half of them face east and half west of the bearing.
    pub both_ways: bool,
}

const FLUSH: Text = text("Parallel to a low-pitched roof", "平行于彩钢屋面");
const RACKS: Text = text("On racks on a flat roof", "平屋顶支架");
const BOTH_WAYS: Text = text("East and west on a flat roof", "平屋顶东西向");
const AREA: Text = text("Usable roof per kWp", "每 kWp 占用可用屋顶");
const TILT: Text = text("Tilt", "倾角");
const NOCT: Text = text("Nominal operating cell temperature", "标称工作温度");

static MOUNTINGS: [Mounting; 3] = [
    Mounting {
        id: "flush",
        name: FLUSH,
        area: estimate(RoofPerPeak, [5.3, 5.0, 5.5]),
        tilt: estimate(Angle, [10.0, 3.0, 15.0]),
        noct: fact(Temperature, 49.0, 45.0, 52.0, &PVWATTS, Sure::Handbook),
        both_ways: false,
    },
    Mounting {
        id: "racks",
        name: RACKS,
        area: estimate(RoofPerPeak, [10.0, 8.0, 11.0]),
        tilt: estimate(Angle, [15.0, 10.0, 25.0]),
        noct: fact(Temperature, 45.0, 43.0, 49.0, &PVWATTS, Sure::Handbook),
        both_ways: false,
    },
    Mounting {
        id: "east_west",
        name: BOTH_WAYS,
        area: estimate(RoofPerPeak, [5.5, 5.0, 6.5]),
        tilt: estimate(Angle, [10.0, 8.0, 15.0]),
        noct: fact(Temperature, 47.0, 45.0, 49.0, &PVWATTS, Sure::Handbook),
        both_ways: true,
    },
];

impl Listed for Mounting {
    fn all() -> &'static [Self] {
        &MOUNTINGS
    }

    fn id(&self) -> &'static str {
        self.id
    }

    fn name(&self) -> Text {
        self.name
    }
}

/// The figures of this file.
pub(super) fn all_rows(list: &mut Vec<super::Row>) {
    rows(list);
    for mounting in &MOUNTINGS {
        list.extend(
            [(AREA, mounting.area), (TILT, mounting.tilt), (NOCT, mounting.noct)]
                .map(|(what, fact)| super::row(mounting.name, what, fact)),
        );
    }
}
