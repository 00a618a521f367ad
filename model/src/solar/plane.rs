//! What falls on a tilted plane: the beam, the sky by one of three models, the ground; and what the glass lets through.

use super::position::Sun;
use std::f64::consts::FRAC_PI_2;

/// How a plane stands.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Plane {
    /// Degrees from level, 0 to 90.
    pub tilt_deg: f64,
    /// Degrees from north, clockwise: 180 faces south.
    pub azimuth_deg: f64,
}

impl Plane {
    /// Where it looks.
    pub fn facing(self) -> Facing {
        let ((sin_tilt, up), (sin_azimuth, cos_azimuth)) =
            (self.tilt_deg.to_radians().sin_cos(), self.azimuth_deg.to_radians().sin_cos());
        Facing { up, north: sin_tilt * cos_azimuth, east: sin_tilt * sin_azimuth, sin_tilt }
    }
}

/// Where a plane looks: a step of length 1 square to it.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Facing {
    /// Its part upward, which is the cosine of the tilt.
    up: f64,
    north: f64,
    east: f64,
    sin_tilt: f64,
}

impl Facing {
    /// Cosine of the angle at which the sun's beam meets the plane; below zero it comes from behind.
    pub fn cos_incidence(&self, sun: &Sun) -> f64 {
        self.up * sun.up + self.north * sun.north + self.east * sun.east
    }
}

/// Light on a level surface, kW/m².
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct Light {
    /// From everywhere.
    pub global: f64,
    /// From the sky without the sun.
    pub diffuse: f64,
    /// From the sun, on a plane that faces it.
    pub beam: f64,
    /// From the sun outside the atmosphere, on a plane that faces it.
    pub extraterrestrial: f64,
}

/// How the sky is taken to shine.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Sky {
    /// The same from everywhere: Liu and Jordan 1960. Some 1.5 % low in a year at 20°.
    Isotropic,
    /// Brighter around the sun by as much of it as gets through: Hay and Davies 1980.
    HayDavies,
    /// Brighter around the sun and at the horizon, by measurements: Perez 1990, coefficients of all sites. Some 1.5 % above Hay and Davies.
    Perez,
}

/// Light on a plane, kW/m².
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub struct OnPlane {
    /// From the sun.
    pub beam: f64,
    /// From the sky.
    pub sky: f64,
    /// From the ground.
    pub ground: f64,
}

impl OnPlane {
    /// From everywhere.
    pub fn global(&self) -> f64 {
        self.beam + self.sky + self.ground
    }
}

/// Cosine of the zenith below which a beam is not divided by it any more: Hay and Davies as pvlib has it.
const LOWEST_SUN: f64 = 0.01745;
/// The share of a ground's light that it throws back, unless something else is known.
pub const ALBEDO: f64 = 0.2;

/// Light on a plane. `albedo` 0 to 1.
pub fn on_plane(facing: &Facing, sun: &Sun, light: &Light, albedo: f64, sky: Sky) -> OnPlane {
    let toward = facing.cos_incidence(sun).max(0.0);
    let even = 0.5 * (1.0 + facing.up);
    let from_sky = match sky {
        Sky::Isotropic => light.diffuse * even,
        Sky::HayDavies => {
            let through = if light.extraterrestrial > 0.0 {
                light.beam / light.extraterrestrial
            } else {
                0.0
            };
            light.diffuse * (through * toward / sun.up.max(LOWEST_SUN) + (1.0 - through) * even)
        }
        Sky::Perez => perez(sun, light, toward, even, facing.sin_tilt),
    };
    OnPlane {
        beam: light.beam * toward,
        sky: from_sky.max(0.0),
        ground: light.global * albedo * 0.5 * (1.0 - facing.up),
    }
}

/// Bounds of the clearness of the sky between the rows of [`PEREZ`].
const CLEARNESS: [f64; 7] = [1.065, 1.23, 1.5, 1.95, 2.8, 4.5, 6.2];
/// Perez and others 1990, table 6, all sites: brightness around the sun (three), at the horizon (three), for each clearness.
const PEREZ: [[f64; 6]; 8] = [
    [-0.008, 0.588, -0.062, -0.06, 0.072, -0.022],
    [0.13, 0.683, -0.151, -0.019, 0.066, -0.029],
    [0.33, 0.487, -0.221, 0.055, -0.064, -0.026],
    [0.568, 0.187, -0.295, 0.109, -0.152, -0.014],
    [0.873, -0.392, -0.362, 0.226, -0.462, 0.001],
    [1.132, -1.237, -0.412, 0.288, -0.823, 0.056],
    [1.06, -1.6, -0.359, 0.264, -1.127, 0.131],
    [0.678, -0.327, -0.25, 0.156, -1.377, 0.251],
];

fn perez(sun: &Sun, light: &Light, toward: f64, even: f64, sin_tilt: f64) -> f64 {
    if light.diffuse <= 0.0 || light.extraterrestrial <= 0.0 || sun.up <= 0.0 {
        return 0.0;
    }
    let zenith = sun.up.clamp(-1.0, 1.0).acos();
    let cubed = 1.041 * zenith.powi(3);
    let clearness = ((light.diffuse + light.beam) / light.diffuse + cubed) / (1.0 + cubed);
    let row = CLEARNESS.iter().filter(|bound| clearness > **bound).count();
    let [a, b, c, d, e, f] = PEREZ.get(row).copied().unwrap_or_default();
    let brightness = light.diffuse * air_mass(zenith) / light.extraterrestrial;
    let around = (a + b * brightness + c * zenith).max(0.0);
    let horizon = d + e * brightness + f * zenith;
    let lowest = 85_f64.to_radians().cos();
    light.diffuse
        * ((1.0 - around) * even + around * toward / sun.up.max(lowest) + horizon * sin_tilt)
}

/// Air that light passes through, over that at the zenith: Kasten and Young 1989.
pub fn air_mass(zenith: f64) -> f64 {
    let degrees = zenith.min(FRAC_PI_2).to_degrees();
    1.0 / (zenith.min(FRAC_PI_2).cos() + 0.50572 * (96.07995 - degrees).powf(-1.6364))
}

/// Refraction of the glass.
const GLASS: f64 = 1.526;
/// Absorption of the glass, 1/m, times its thickness, m.
const GLASS_DEPTH: f64 = 4.0 * 0.002;
/// What the glass lets through head on: `exp(−0.008) (1 − (0.526 / 2.526)²)`.
const HEAD_ON: f64 = 0.949_015_873_579_134_5;

/// What the cover lets through of a beam, over what it lets through head on: Fresnel's reflection and the way through the glass (De Soto and
/// others 2006), glass of 2 mm without a coating. 0 from behind.
///
/// As pvlib's `iam.physical`:
/// ```
/// use platewise_model::solar::plane::through_glass;
/// assert!((through_glass(60_f64.to_radians().cos()) - 0.946_002_914_2).abs() < 1e-10);
/// assert!((through_glass(1.0) - 1.0).abs() < 1e-15);
/// ```
pub fn through_glass(cos_incidence: f64) -> f64 {
    if cos_incidence <= 0.0 {
        return 0.0;
    }
    let outside = cos_incidence.min(1.0);
    let inside = (1.0 - (1.0 - outside * outside) / (GLASS * GLASS)).sqrt();
    // Fresnel for both polarisations, by cosines: exact head on too.
    let across = (outside - GLASS * inside) / (outside + GLASS * inside);
    let along = (inside - GLASS * outside) / (inside + GLASS * outside);
    let reflected = 0.5 * (across * across + along * along);
    (-GLASS_DEPTH / inside).exp() * (1.0 - reflected) / HEAD_ON
}
