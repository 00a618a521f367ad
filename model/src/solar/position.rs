//! Where the sun stands, by the Fourier series of Spencer (1971): within 0.2° in height of the algorithm that observatories use, which moves
//! a year's energy by 0.03 %.

pub use crate::data::climate::Place;
use std::f64::consts::{PI, TAU};

/// Solar constant, kW/m².
pub const SOLAR_CONSTANT_KW_PER_M2: f64 = 1.361;

/// What the Earth's way round the sun makes of a day.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Day {
    /// Extraterrestrial irradiance over its mean of the year.
    pub eccentricity: f64,
    /// Declination of the sun.
    pub declination: f64,
    /// Sundial less clock, minutes.
    pub equation_of_time_min: f64,
}

impl Day {
    /// The day of the year, 1 to 366; a fraction is a time of day.
    ///
    /// Spencer 1971, as implemented in pvlib: on 21 June the declination is 23.45°.
    /// ```
    /// use platewise_model::solar::position::Day;
    /// assert!((Day::of(172.0).declination - 0.409_315_420_3).abs() < 1e-10);
    /// ```
    pub fn of(day_of_year: f64) -> Self {
        let angle = TAU * (day_of_year - 1.0) / 365.0;
        let ((s1, c1), (s2, c2), (s3, c3)) =
            (angle.sin_cos(), (2.0 * angle).sin_cos(), (3.0 * angle).sin_cos());
        Self {
            eccentricity: 1.000110 + 0.034221 * c1 + 0.00128 * s1 + 0.000719 * c2 + 0.000077 * s2,
            declination: 0.006918 - 0.399912 * c1 + 0.070257 * s1 - 0.006758 * c2 + 0.000907 * s2
                - 0.002697 * c3
                + 0.00148 * s3,
            equation_of_time_min: 229.18
                * (0.0000075 + 0.001868 * c1 - 0.032077 * s1 - 0.014615 * c2 - 0.040849 * s2),
        }
    }

    /// Irradiance outside the atmosphere on a plane that faces the sun, kW/m².
    pub fn extraterrestrial_kw_per_m2(&self) -> f64 {
        SOLAR_CONSTANT_KW_PER_M2 * self.eccentricity
    }

    /// Hour angle of sunset, 0 in polar night to π in polar day.
    pub fn sunset(&self, latitude_deg: f64) -> f64 {
        (-latitude_deg.to_radians().tan() * self.declination.tan()).clamp(-1.0, 1.0).acos()
    }

    /// What falls on a level square metre outside the atmosphere in the whole day, kWh/m².
    pub fn extraterrestrial_kwh_per_m2(&self, latitude_deg: f64) -> f64 {
        let ((sin_lat, cos_lat), (sin_dec, cos_dec)) =
            (latitude_deg.to_radians().sin_cos(), self.declination.sin_cos());
        let sunset = self.sunset(latitude_deg);
        24.0 / PI
            * self.extraterrestrial_kw_per_m2()
            * (cos_lat * cos_dec * sunset.sin() + sunset * sin_lat * sin_dec)
    }

    /// Time by the sun of a time by the clock, hours.
    pub fn solar_time_h(&self, place: Place, clock_h: f64) -> f64 {
        clock_h - place.utc_offset_h + place.longitude_deg / 15.0 + self.equation_of_time_min / 60.0
    }
}

/// The sun's way over a place on a day.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Arc {
    latitude: (f64, f64),
    declination: (f64, f64),
}

impl Day {
    /// The way over a latitude.
    pub fn arc(&self, latitude_deg: f64) -> Arc {
        Arc {
            latitude: latitude_deg.to_radians().sin_cos(),
            declination: self.declination.sin_cos(),
        }
    }
}

impl Arc {
    /// Where the sun stands at a time by it, hours.
    pub fn at(&self, solar_time_h: f64) -> Sun {
        let ((sin_lat, cos_lat), (sin_dec, cos_dec)) = (self.latitude, self.declination);
        let hour_angle = ((15.0 * (solar_time_h - 12.0)).to_radians() + PI).rem_euclid(TAU) - PI;
        let (sin_hour, cos_hour) = hour_angle.sin_cos();
        Sun {
            up: sin_lat * sin_dec + cos_lat * cos_dec * cos_hour,
            north: cos_lat * sin_dec - sin_lat * cos_dec * cos_hour,
            east: -cos_dec * sin_hour,
            hour_angle,
        }
    }
}

/// Where the sun stands: a step of length 1 toward it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Sun {
    /// Its part upward, which is the cosine of the angle to the zenith; below zero it is night.
    pub up: f64,
    /// Its part to the north.
    pub north: f64,
    /// Its part to the east.
    pub east: f64,
    /// Angle since noon by the sun, −π to π.
    pub hour_angle: f64,
}

impl Sun {
    /// The sun when nobody asks where it stands.
    pub const NIGHT: Self = Self { up: -1.0, north: 0.0, east: 0.0, hour_angle: 0.0 };

    /// As published positions give it.
    pub fn from_degrees(zenith_deg: f64, azimuth_deg: f64) -> Self {
        let ((sin_zenith, up), (sin_azimuth, cos_azimuth)) =
            (zenith_deg.to_radians().sin_cos(), azimuth_deg.to_radians().sin_cos());
        Self {
            up,
            north: sin_zenith * cos_azimuth,
            east: sin_zenith * sin_azimuth,
            hour_angle: f64::NAN,
        }
    }

    /// Bearing from north, clockwise, 0 to 2π.
    pub fn azimuth(&self) -> f64 {
        self.east.atan2(self.north).rem_euclid(TAU)
    }
}
