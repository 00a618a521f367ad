//! Patches of a surface and bodies of a volume, in mm, mm² and mm³.

use super::screw;
use std::f64::consts::{FRAC_PI_4, PI};

/// √3: a hexagon across flats `s` has a side of `s / √3`.
pub const ROOT_3: f64 = 1.732_050_807_568_877_2;

/// A patch of a surface.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Patch {
    /// So many rectangles: count, length, width.
    Rectangles(f64, f64, f64),
    /// What a line of a length sweeps along an outline: perimeter, length.
    Swept(f64, f64),
    /// So many areas: count, area.
    Areas(f64, f64),
    /// The side of a cylinder, or the wall of a bore: diameter, length.
    Cylinder(f64, f64),
    /// So many discs: count, diameter.
    Discs(f64, f64),
    /// So many rings: count, outer diameter, inner diameter.
    Rings(f64, f64, f64),
    /// So many hexagons with a round hole: count, across flats, diameter of the hole.
    Hexagons(f64, f64, f64),
    /// The six sides of a hexagon: across flats, height.
    HexagonSides(f64, f64),
    /// The side of a truncated cone: large diameter, small diameter, height.
    Cone(f64, f64, f64),
    /// A metric thread: diameter, pitch, length.
    Thread(f64, f64, f64),
}

impl Patch {
    /// Its area, mm².
    ///
    /// ```
    /// use platewise_model::part::geometry::Patch;
    /// assert_eq!(Patch::Rectangles(2.0, 3.0, 4.0).area_mm2(), 24.0);
    /// assert!((Patch::Cone(6.0, 0.0, 4.0).area_mm2() - 15.0 * std::f64::consts::PI).abs() < 1e-12);
    /// ```
    pub fn area_mm2(self) -> f64 {
        match self {
            Self::Rectangles(count, length, width) => count * length * width,
            Self::Swept(perimeter, length) => perimeter * length,
            Self::Areas(count, area) => count * area,
            Self::Cylinder(diameter, length) => PI * diameter * length,
            Self::Discs(count, diameter) => count * FRAC_PI_4 * diameter * diameter,
            Self::Rings(count, outer, inner) => count * FRAC_PI_4 * (outer * outer - inner * inner),
            Self::Hexagons(count, flats, hole) => {
                count * (0.5 * ROOT_3 * flats * flats - FRAC_PI_4 * hole * hole)
            }
            Self::HexagonSides(flats, height) => 2.0 * ROOT_3 * flats * height,
            Self::Cone(large, small, height) => {
                0.5 * PI * (large + small) * height.hypot(0.5 * (large - small))
            }
            Self::Thread(diameter, pitch, length) => {
                screw::thread_area_per_mm(diameter, pitch) * length
            }
        }
    }
}

/// A body, or what is cut out of one.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Body {
    /// A cuboid.
    Block(f64, f64, f64),
    /// A section along a length.
    Prism(f64, f64),
    /// A cylinder: diameter, length.
    Cylinder(f64, f64),
    /// A hexagonal prism: across flats, height.
    Hexagon(f64, f64),
    /// A truncated cone: large diameter, small diameter, height.
    Cone(f64, f64, f64),
}

impl Body {
    /// Its volume, mm³.
    pub fn volume_mm3(self) -> f64 {
        match self {
            Self::Block(length, width, height) => length * width * height,
            Self::Prism(section, length) => section * length,
            Self::Cylinder(diameter, length) => FRAC_PI_4 * diameter * diameter * length,
            Self::Hexagon(flats, height) => 0.5 * ROOT_3 * flats * flats * height,
            Self::Cone(large, small, height) => {
                PI / 12.0 * height * (large * large + large * small + small * small)
            }
        }
    }
}
