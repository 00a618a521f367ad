//! Monthly climate of places: what the sun, the air and the wind do there in the mean of each month, with how far to trust the light. Light of
//! the Chinese files is a reanalysis (ERA5), which reads some 8 % high against ground stations; the factor of each place says so.

use super::sources::{CSWD, ISHRAE, IWEC, JUDGEMENT, TMY3, TMYX};
use super::{Fact, Listed, Row, Source, Sure, fact, point, row};
use crate::units::Dimension;
use crate::words::{Text, text};

/// Days of each month, without leap days.
pub const DAYS: [f64; 12] =
    [31.0, 28.0, 31.0, 30.0, 31.0, 30.0, 31.0, 31.0, 30.0, 31.0, 30.0, 31.0];

/// A place and its clock.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Place {
    /// Degrees, north positive, −90 to 90.
    pub latitude_deg: f64,
    /// Degrees, east positive, −180 to 180.
    pub longitude_deg: f64,
    /// Hours that the clock is ahead of universal time, −12 to 14.
    pub utc_offset_h: f64,
}

/// Monthly means of a place.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Climate {
    /// Light on a level surface, kWh/m² a day.
    pub global_kwh_per_m2_day: [f64; 12],
    /// Air, °C.
    pub air_c: [f64; 12],
    /// Daily range of it, K.
    pub daily_range_k: [f64; 12],
    /// Wind, m/s.
    pub wind_m_per_s: [f64; 12],
}

/// A place with its climate.
#[derive(PartialEq, Debug)]
pub struct Site {
    /// Stable name.
    pub id: &'static str,
    /// Name in a list.
    pub name: Text,
    /// Where it is, and its clock.
    pub place: Place,
    /// Monthly means.
    months: Months,
    /// What the light is multiplied by, with the ends of what is likely.
    pub factor: [f64; 3],
    /// Where the means are from.
    pub source: &'static Source,
    /// How sure they are.
    pub sure: Sure,
}

/// Monthly means as their sources print them, to two decimals and to one: they weigh a quarter of doubles.
#[derive(PartialEq, Debug)]
struct Months {
    global_kwh_per_m2_day: [i16; 12],
    air_c: [i16; 12],
    daily_range_k: [i16; 12],
    wind_m_per_s: [i16; 12],
}

impl Listed for Site {
    fn all() -> &'static [Self] {
        &SITES
    }

    fn id(&self) -> &'static str {
        self.id
    }

    fn name(&self) -> Text {
        self.name
    }
}

impl Site {
    /// The id of a place of one's own.
    pub const CUSTOM: &'static str = "custom";

    /// Monthly means.
    pub fn climate(&self) -> Climate {
        let tenths = |months: [i16; 12]| months.map(|tenths| f64::from(tenths) / 10.0);
        Climate {
            global_kwh_per_m2_day: self
                .months
                .global_kwh_per_m2_day
                .map(|hundredths| f64::from(hundredths) / 100.0),
            air_c: tenths(self.months.air_c),
            daily_range_k: tenths(self.months.daily_range_k),
            wind_m_per_s: tenths(self.months.wind_m_per_s),
        }
    }

    /// Whether it is a place of one's own, whose means have to be given.
    pub fn is_custom(&self) -> bool {
        self.id == Self::CUSTOM
    }

    /// Light of the year on a level square metre as the source has it, kWh/m².
    pub fn annual_light(&self) -> Fact {
        let sum = self
            .climate()
            .global_kwh_per_m2_day
            .iter()
            .zip(DAYS)
            .map(|(day, days)| day * days)
            .sum();
        point(Dimension::AnnualLight, sum, self.source, self.sure)
    }

    /// What the light is multiplied by.
    pub fn light_factor(&self) -> Fact {
        let [value, low, high] = self.factor;
        fact(Dimension::Ratio, value, low, high, &JUDGEMENT, Sure::Estimate)
    }
}

const LIGHT: Text = text("Annual horizontal irradiation", "水平面年总辐射");
const FACTOR: Text = text(
    "Irradiance correction, from available ground measurements",
    "辐射修正系数（对照地面观测）",
);

/// The figures of this file: the months add up to the first of each place.
pub(super) fn rows(list: &mut Vec<Row>) {
    for site in &SITES {
        if !site.is_custom() {
            list.push(row(site.name, LIGHT, site.annual_light()));
        }
        list.push(row(site.name, FACTOR, site.light_factor()));
    }
}

/// A place of one's own begins with these means, those of the first row.
static SITES: [Site; 18] = [
    Site {
        id: "ningbo_smooth",
        name: text("Ningbo and Cixi, smoothed", "宁波、慈溪（平滑）"),
        place: Place { latitude_deg: 29.95, longitude_deg: 121.4, utc_offset_h: 8.0 },
        months: Months {
            global_kwh_per_m2_day: [268, 313, 360, 461, 476, 442, 526, 503, 396, 334, 270, 244],
            air_c: [54, 68, 97, 150, 194, 241, 284, 281, 243, 191, 133, 82],
            daily_range_k: [66, 60, 62, 76, 75, 53, 66, 60, 56, 62, 84, 74],
            wind_m_per_s: [30, 33, 32, 29, 32, 26, 25, 27, 37, 24, 31, 31],
        },
        factor: [0.92, 0.86, 1.0],
        source: &TMYX,
        sure: Sure::Secondary,
    },
    Site {
        id: "ningbo",
        name: text("Ningbo, single years", "宁波（单一年份）"),
        place: Place { latitude_deg: 29.917, longitude_deg: 121.467, utc_offset_h: 8.0 },
        months: Months {
            global_kwh_per_m2_day: [261, 324, 307, 462, 465, 425, 547, 534, 421, 329, 276, 244],
            air_c: [54, 68, 97, 150, 194, 241, 284, 281, 243, 191, 133, 82],
            daily_range_k: [66, 60, 62, 76, 75, 53, 66, 60, 56, 62, 84, 74],
            wind_m_per_s: [30, 33, 32, 29, 32, 26, 25, 27, 37, 24, 31, 31],
        },
        factor: [0.92, 0.86, 1.0],
        source: &TMYX,
        sure: Sure::Secondary,
    },
    Site {
        id: "cixi",
        name: text("Cixi, by Ningbo", "慈溪（借用宁波）"),
        place: Place { latitude_deg: 30.17, longitude_deg: 121.24, utc_offset_h: 8.0 },
        months: Months {
            global_kwh_per_m2_day: [261, 324, 307, 462, 465, 425, 547, 534, 421, 329, 276, 244],
            air_c: [54, 68, 97, 150, 194, 241, 284, 281, 243, 191, 133, 82],
            daily_range_k: [66, 60, 62, 76, 75, 53, 66, 60, 56, 62, 84, 74],
            wind_m_per_s: [30, 33, 32, 29, 32, 26, 25, 27, 37, 24, 31, 31],
        },
        factor: [0.92, 0.86, 1.0],
        source: &TMYX,
        sure: Sure::Secondary,
    },
    Site {
        id: "hangzhou_era5",
        name: text("Hangzhou, reanalysis", "杭州（再分析）"),
        place: Place { latitude_deg: 30.2259, longitude_deg: 120.1649, utc_offset_h: 8.0 },
        months: Months {
            global_kwh_per_m2_day: [253, 320, 364, 428, 464, 419, 556, 518, 402, 342, 276, 253],
            air_c: [44, 65, 108, 163, 214, 246, 295, 285, 245, 188, 129, 70],
            daily_range_k: [77, 71, 82, 92, 74, 65, 83, 84, 68, 73, 78, 76],
            wind_m_per_s: [22, 22, 32, 23, 23, 21, 28, 27, 25, 22, 22, 18],
        },
        factor: [0.92, 0.86, 1.0],
        source: &TMYX,
        sure: Sure::Secondary,
    },
    Site {
        id: "hangzhou_cswd",
        name: text("Hangzhou, ground station", "杭州（地面站）"),
        place: Place { latitude_deg: 30.23, longitude_deg: 120.17, utc_offset_h: 8.0 },
        months: Months {
            global_kwh_per_m2_day: [193, 238, 318, 373, 425, 436, 433, 440, 352, 279, 225, 233],
            air_c: [52, 66, 108, 163, 212, 249, 276, 282, 241, 192, 127, 65],
            daily_range_k: [63, 62, 80, 84, 70, 67, 72, 69, 62, 72, 79, 76],
            wind_m_per_s: [19, 21, 26, 22, 21, 22, 22, 21, 22, 18, 17, 18],
        },
        factor: [1.0, 0.95, 1.05],
        source: &CSWD,
        sure: Sure::Secondary,
    },
    Site {
        id: "shanghai",
        name: text("Shanghai Baoshan", "上海宝山"),
        place: Place { latitude_deg: 31.3908, longitude_deg: 121.4447, utc_offset_h: 8.0 },
        months: Months {
            global_kwh_per_m2_day: [289, 296, 416, 510, 524, 464, 531, 491, 381, 345, 277, 249],
            air_c: [55, 70, 114, 170, 220, 240, 298, 289, 250, 199, 148, 77],
            daily_range_k: [62, 54, 75, 88, 80, 45, 64, 59, 40, 54, 61, 57],
            wind_m_per_s: [28, 25, 25, 24, 25, 28, 22, 25, 29, 30, 25, 22],
        },
        factor: [0.92, 0.86, 1.0],
        source: &TMYX,
        sure: Sure::Secondary,
    },
    Site {
        id: "suzhou",
        name: text("Suzhou", "苏州"),
        place: Place { latitude_deg: 31.267, longitude_deg: 120.617, utc_offset_h: 8.0 },
        months: Months {
            global_kwh_per_m2_day: [286, 334, 367, 467, 485, 504, 536, 520, 420, 357, 272, 255],
            air_c: [38, 54, 92, 149, 203, 241, 283, 277, 235, 184, 120, 68],
            daily_range_k: [64, 62, 70, 67, 70, 64, 54, 97, 52, 63, 61, 66],
            wind_m_per_s: [31, 41, 39, 44, 36, 33, 38, 34, 35, 32, 32, 36],
        },
        factor: [0.92, 0.86, 1.0],
        source: &TMYX,
        sure: Sure::Secondary,
    },
    Site {
        id: "wuxi",
        name: text("Wuxi, by Suzhou", "无锡（借用苏州）"),
        place: Place { latitude_deg: 31.49, longitude_deg: 120.31, utc_offset_h: 8.0 },
        months: Months {
            global_kwh_per_m2_day: [286, 334, 367, 467, 485, 504, 536, 520, 420, 357, 272, 255],
            air_c: [38, 54, 92, 149, 203, 241, 283, 277, 235, 184, 120, 68],
            daily_range_k: [64, 62, 70, 67, 70, 64, 54, 97, 52, 63, 61, 66],
            wind_m_per_s: [31, 41, 39, 44, 36, 33, 38, 34, 35, 32, 32, 36],
        },
        factor: [0.92, 0.86, 1.0],
        source: &TMYX,
        sure: Sure::Secondary,
    },
    Site {
        id: "wenzhou",
        name: text("Wenzhou, estimate", "温州（估计）"),
        place: Place { latitude_deg: 28.0, longitude_deg: 120.67, utc_offset_h: 8.0 },
        months: Months {
            global_kwh_per_m2_day: [276, 313, 343, 440, 429, 434, 557, 522, 433, 366, 276, 255],
            air_c: [79, 92, 118, 169, 211, 253, 288, 286, 255, 208, 157, 108],
            daily_range_k: [76, 65, 74, 77, 70, 62, 75, 72, 64, 67, 74, 77],
            wind_m_per_s: [26, 30, 28, 29, 28, 26, 34, 33, 34, 27, 33, 37],
        },
        factor: [0.92, 0.86, 1.0],
        source: &JUDGEMENT,
        sure: Sure::Estimate,
    },
    Site {
        id: "guangzhou",
        name: text("Guangzhou", "广州"),
        place: Place { latitude_deg: 23.2099, longitude_deg: 113.4822, utc_offset_h: 8.0 },
        months: Months {
            global_kwh_per_m2_day: [351, 325, 289, 401, 415, 429, 535, 501, 463, 421, 370, 292],
            air_c: [141, 173, 198, 228, 263, 287, 300, 292, 282, 243, 214, 154],
            daily_range_k: [82, 81, 67, 82, 76, 79, 91, 93, 82, 69, 101, 71],
            wind_m_per_s: [28, 24, 23, 24, 26, 27, 22, 20, 22, 28, 26, 20],
        },
        factor: [0.92, 0.86, 1.0],
        source: &TMYX,
        sure: Sure::Secondary,
    },
    Site {
        id: "chongqing",
        name: text("Chongqing", "重庆"),
        place: Place { latitude_deg: 29.5758, longitude_deg: 106.4609, utc_offset_h: 8.0 },
        months: Months {
            global_kwh_per_m2_day: [185, 245, 300, 410, 408, 444, 495, 517, 370, 221, 204, 159],
            air_c: [80, 94, 145, 192, 229, 254, 286, 289, 244, 188, 145, 92],
            daily_range_k: [53, 58, 61, 80, 83, 66, 88, 74, 78, 53, 59, 46],
            wind_m_per_s: [14, 11, 18, 17, 25, 16, 24, 19, 22, 21, 16, 18],
        },
        factor: [0.9, 0.84, 1.0],
        source: &TMYX,
        sure: Sure::Secondary,
    },
    Site {
        id: "beijing",
        name: text("Beijing", "北京"),
        place: Place { latitude_deg: 40.08, longitude_deg: 116.585, utc_offset_h: 8.0 },
        months: Months {
            global_kwh_per_m2_day: [270, 350, 507, 552, 629, 588, 508, 524, 441, 359, 245, 230],
            air_c: [-37, 4, 80, 150, 215, 253, 274, 261, 214, 134, 48, -18],
            daily_range_k: [100, 108, 143, 131, 126, 118, 85, 105, 114, 115, 110, 102],
            wind_m_per_s: [34, 26, 31, 36, 33, 25, 22, 22, 24, 21, 29, 28],
        },
        factor: [0.94, 0.88, 1.0],
        source: &TMYX,
        sure: Sure::Secondary,
    },
    Site {
        id: "stuttgart",
        name: text("Stuttgart", "斯图加特"),
        place: Place { latitude_deg: 48.68, longitude_deg: 9.22, utc_offset_h: 1.0 },
        months: Months {
            global_kwh_per_m2_day: [84, 154, 263, 385, 458, 484, 564, 486, 338, 194, 105, 70],
            air_c: [10, -2, 45, 83, 132, 151, 186, 179, 141, 93, 46, 20],
            daily_range_k: [56, 56, 88, 100, 89, 90, 111, 111, 99, 94, 56, 55],
            wind_m_per_s: [42, 35, 36, 37, 27, 22, 23, 24, 21, 24, 26, 23],
        },
        factor: [1.0, 0.95, 1.05],
        source: &IWEC,
        sure: Sure::Secondary,
    },
    Site {
        id: "chicago",
        name: text("Chicago O'Hare", "芝加哥奥黑尔"),
        place: Place { latitude_deg: 41.98, longitude_deg: -87.92, utc_offset_h: -6.0 },
        months: Months {
            global_kwh_per_m2_day: [176, 249, 344, 439, 598, 629, 618, 516, 419, 294, 182, 150],
            air_c: [-46, -25, 38, 100, 153, 211, 241, 218, 181, 110, 47, -37],
            daily_range_k: [94, 87, 92, 95, 132, 121, 105, 102, 113, 109, 73, 80],
            wind_m_per_s: [49, 51, 55, 48, 37, 49, 42, 38, 34, 48, 53, 43],
        },
        factor: [1.0, 0.95, 1.05],
        source: &TMY3,
        sure: Sure::Secondary,
    },
    Site {
        id: "birmingham_uk",
        name: text("Birmingham UK, estimate", "英国伯明翰（估计）"),
        place: Place { latitude_deg: 52.45, longitude_deg: -1.74, utc_offset_h: 0.0 },
        months: Months {
            global_kwh_per_m2_day: [62, 107, 202, 341, 470, 478, 487, 419, 281, 159, 86, 46],
            air_c: [41, 36, 65, 80, 122, 147, 170, 164, 135, 103, 75, 48],
            daily_range_k: [48, 64, 62, 82, 105, 91, 100, 94, 82, 86, 72, 66],
            wind_m_per_s: [37, 29, 44, 37, 34, 33, 26, 29, 34, 29, 23, 32],
        },
        factor: [1.0, 0.95, 1.05],
        source: &JUDGEMENT,
        sure: Sure::Estimate,
    },
    Site {
        id: "pune",
        name: text("Pune", "浦那"),
        place: Place { latitude_deg: 18.53, longitude_deg: 73.85, utc_offset_h: 5.5 },
        months: Months {
            global_kwh_per_m2_day: [521, 608, 683, 716, 716, 541, 433, 441, 520, 555, 517, 502],
            air_c: [199, 217, 258, 284, 291, 262, 244, 237, 243, 243, 218, 194],
            daily_range_k: [175, 189, 205, 179, 135, 72, 47, 50, 79, 100, 138, 162],
            wind_m_per_s: [4, 9, 8, 10, 22, 22, 17, 14, 12, 6, 7, 7],
        },
        factor: [0.97, 0.9, 1.03],
        source: &ISHRAE,
        sure: Sure::Secondary,
    },
    Site {
        id: "ho_chi_minh",
        name: text("Ho Chi Minh City", "胡志明市"),
        place: Place { latitude_deg: 10.817, longitude_deg: 106.65, utc_offset_h: 7.0 },
        months: Months {
            global_kwh_per_m2_day: [531, 590, 652, 653, 574, 505, 528, 538, 518, 502, 498, 484],
            air_c: [263, 270, 285, 293, 288, 278, 276, 273, 269, 269, 267, 262],
            daily_range_k: [98, 100, 93, 86, 82, 79, 76, 73, 73, 73, 81, 90],
            wind_m_per_s: [25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25, 25],
        },
        factor: [0.97, 0.9, 1.03],
        source: &TMYX,
        sure: Sure::Secondary,
    },
    Site {
        id: "custom",
        name: text("My own place", "自定义地点"),
        place: Place { latitude_deg: 29.95, longitude_deg: 121.4, utc_offset_h: 8.0 },
        months: Months {
            global_kwh_per_m2_day: [268, 313, 360, 461, 476, 442, 526, 503, 396, 334, 270, 244],
            air_c: [54, 68, 97, 150, 194, 241, 284, 281, 243, 191, 133, 82],
            daily_range_k: [66, 60, 62, 76, 75, 53, 66, 60, 56, 62, 84, 74],
            wind_m_per_s: [30, 33, 32, 29, 32, 26, 25, 27, 37, 24, 31, 31],
        },
        factor: [1.0, 0.86, 1.1],
        source: &TMYX,
        sure: Sure::Secondary,
    },
];
