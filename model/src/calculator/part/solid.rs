//! A part as patches and bodies: its area, its volume, its mass.

use super::faults;
use super::inputs::Shape;
use super::setup::Understood;
use crate::calculator::Problem;
use crate::part::geometry::{Body, Patch};
use crate::part::screw::pitch_diameter;
use crate::words::{Text, text};

/// A patch of the part.
pub type Named = (Text, Patch);

/// A part in numbers.
#[derive(Clone, PartialEq, Debug)]
pub struct Solid {
    /// What its surface is made of, that which is not plated included.
    pub patches: Vec<Named>,
    /// What its volume is made of; what is cut out is negative.
    pub bodies: Vec<(f64, Body)>,
    /// Plated area of a piece, dm².
    pub area_dm2: f64,
    /// Its volume, cm³.
    pub volume_cm3: f64,
    /// Its mass, g.
    pub mass_g: f64,
}

impl Solid {
    /// Area by mass, m²/kg.
    pub fn area_m2_per_kg(&self) -> f64 {
        10.0 * self.area_dm2 / self.mass_g
    }
}

const FACES: Text = text("Faces", "正反面");
const EDGES: Text = text("Edges", "周边");
const SIDE: Text = text("Side", "侧面");
const ENDS: Text = text("Ends", "端面");
const BORE: Text = text("Bore", "内孔");
const THREAD: Text = text("Thread", "螺纹");
const SHANK: Text = text("Shank", "光杆");
const HEAD_FACES: Text = text("Head, both faces", "头部上下端面");
const HEAD_TOP: Text = text("Head, top", "头部端面");
const HEAD_SIDES: Text = text("Head, sides", "头部侧面");
const SOCKET: Text = text("Socket, walls", "内六角孔侧壁");
const CONE: Text = text("Cone of the head", "沉头锥面");
const HEXAGON_FACES: Text = text("Hexagon faces", "六角端面");
const HEXAGON_SIDES: Text = text("Hexagon sides", "六角侧面");
const INNER_THREAD: Text = text("Inner thread", "内螺纹");
const MODEL: Text = text("Surface of the model", "模型表面");
const WHOLE: Text = text("By mass", "按质量");

/// What the part is made of.
fn made_of(part: &Understood) -> (Vec<Named>, Vec<(f64, Body)>) {
    let v = &part.values;
    let (l, w, h, t) =
        (v.length_mm.value, v.width_mm.value, v.height_mm.value, v.thickness_mm.value);
    let (d, p, outer, inner) = (
        v.diameter_mm.value,
        v.pitch_mm.value,
        v.outer_diameter_mm.value,
        v.inner_diameter_mm.value,
    );
    let (s, k, dk) = (v.across_flats_mm.value, v.head_height_mm.value, v.head_diameter_mm.value);
    let (key, depth) = (v.key_mm.value, v.socket_depth_mm.value);
    let core = pitch_diameter(d, p);
    let shaft = |below_head: f64| {
        let threaded = v.thread_length_mm.value.min(below_head);
        let shank = below_head - threaded;
        (
            vec![(THREAD, Patch::Thread(d, p, threaded)), (SHANK, Patch::Cylinder(d, shank))],
            vec![(1.0, Body::Cylinder(core, threaded)), (1.0, Body::Cylinder(d, shank))],
        )
    };
    match part.shape {
        Shape::Plate => (
            vec![(FACES, Patch::Rectangles(2.0, l, w)), (EDGES, Patch::Swept(2.0 * (l + w), t))],
            vec![(1.0, Body::Block(l, w, t))],
        ),
        Shape::Sheet => {
            (vec![(FACES, Patch::Rectangles(2.0, l, w))], vec![(1.0, Body::Block(l, w, t))])
        }
        Shape::Cuboid => (
            vec![(FACES, Patch::Rectangles(2.0, l, w)), (SIDE, Patch::Swept(2.0 * (l + w), h))],
            vec![(1.0, Body::Block(l, w, h))],
        ),
        Shape::Disc => (
            vec![(FACES, Patch::Discs(2.0, d)), (EDGES, Patch::Cylinder(d, t))],
            vec![(1.0, Body::Cylinder(d, t))],
        ),
        Shape::Rod => (
            vec![(SIDE, Patch::Cylinder(d, l)), (ENDS, Patch::Discs(2.0, d))],
            vec![(1.0, Body::Cylinder(d, l))],
        ),
        Shape::Wire => (vec![(SIDE, Patch::Cylinder(d, l))], vec![(1.0, Body::Cylinder(d, l))]),
        Shape::Tube => (
            vec![
                (SIDE, Patch::Cylinder(outer, l)),
                (BORE, Patch::Cylinder(inner, (2.0 * v.bore_plated_mm.value).min(l))),
                (ENDS, Patch::Rings(2.0, outer, inner)),
            ],
            vec![(1.0, Body::Cylinder(outer, l)), (-1.0, Body::Cylinder(inner, l))],
        ),
        Shape::Washer => (
            vec![
                (FACES, Patch::Rings(2.0, outer, inner)),
                (EDGES, Patch::Cylinder(outer, t)),
                (BORE, Patch::Cylinder(inner, t)),
            ],
            vec![(1.0, Body::Cylinder(outer, t)), (-1.0, Body::Cylinder(inner, t))],
        ),
        Shape::Profile => {
            let section = v.section_area_mm2.value;
            (
                vec![
                    (SIDE, Patch::Swept(v.perimeter_mm.value, l)),
                    (ENDS, Patch::Areas(2.0, section)),
                ],
                vec![(1.0, Body::Prism(section, l))],
            )
        }
        Shape::HexNut => (
            vec![
                (HEXAGON_FACES, Patch::Hexagons(2.0, s, d)),
                (HEXAGON_SIDES, Patch::HexagonSides(s, k)),
                (INNER_THREAD, Patch::Thread(d, p, k)),
            ],
            vec![(1.0, Body::Hexagon(s, k)), (-1.0, Body::Cylinder(core, k))],
        ),
        Shape::HexBolt => {
            let (mut patches, mut bodies) = shaft(l);
            // What the shank hides of the head is as large as its own end.
            patches.extend([
                (HEAD_FACES, Patch::Hexagons(2.0, s, 0.0)),
                (HEAD_SIDES, Patch::HexagonSides(s, k)),
            ]);
            bodies.push((1.0, Body::Hexagon(s, k)));
            (patches, bodies)
        }
        Shape::SocketScrew => {
            let (mut patches, mut bodies) = shaft(l);
            patches.extend([
                (HEAD_FACES, Patch::Discs(2.0, dk)),
                (HEAD_SIDES, Patch::Cylinder(dk, k)),
                (SOCKET, Patch::HexagonSides(key, depth)),
            ]);
            bodies.extend([(1.0, Body::Cylinder(dk, k)), (-1.0, Body::Hexagon(key, depth))]);
            (patches, bodies)
        }
        Shape::CountersunkScrew => {
            let (mut patches, mut bodies) = shaft(l - k);
            patches.extend([
                (HEAD_TOP, Patch::Discs(1.0, dk)),
                (CONE, Patch::Cone(dk, d, k)),
                (SOCKET, Patch::HexagonSides(key, depth)),
                (ENDS, Patch::Discs(1.0, d)),
            ]);
            bodies.extend([(1.0, Body::Cone(dk, d, k)), (-1.0, Body::Hexagon(key, depth))]);
            (patches, bodies)
        }
        Shape::ThreadedRod => (
            vec![(THREAD, Patch::Thread(d, p, l)), (ENDS, Patch::Discs(2.0, d))],
            vec![(1.0, Body::Cylinder(core, l))],
        ),
        Shape::Mesh => {
            let scale = part.unit.0.millimetres();
            let outside = (v.mesh_area_dm2.value - v.mesh_void_dm2.value).max(0.0);
            let metal = MM3_OF_CM3 * v.mesh_volume_cm3.value * scale * scale * scale;
            (
                vec![(MODEL, Patch::Areas(1.0, MM2_OF_DM2 * outside * scale * scale))],
                vec![(1.0, Body::Prism(metal, 1.0))],
            )
        }
        Shape::ByMass => (
            vec![(WHOLE, Patch::Areas(v.mass_g.value, 1000.0 * v.area_m2_per_kg.value))],
            Vec::new(),
        ),
    }
}

/// mm² of a dm², mm³ of a cm³.
const MM2_OF_DM2: f64 = 10_000.0;
const MM3_OF_CM3: f64 = 1000.0;

/// The numbers of a part.
///
/// # Errors
/// Nothing is left to plate, or there is no metal.
pub fn solid(part: &Understood) -> Result<Solid, Vec<Problem>> {
    let (patches, bodies) = made_of(part);
    let v = &part.values;
    let surface: f64 = patches.iter().map(|(_, patch)| patch.area_mm2()).sum();
    let area_dm2 = surface / MM2_OF_DM2 - v.unplated_dm2.value;
    if area_dm2 <= 0.0 {
        return Err(vec![Problem::new("unplated_dm2", faults::NOTHING_PLATED)]);
    }
    let density = v.density_g_per_cm3.value;
    let volume =
        bodies.iter().map(|(sign, body)| sign * body.volume_mm3()).sum::<f64>() / MM3_OF_CM3;
    let (mass_g, volume_cm3) = if part.shape == Shape::ByMass {
        (v.mass_g.value, v.mass_g.value / density)
    } else {
        (volume * density, volume)
    };
    if mass_g.is_nan() || mass_g <= 0.0 {
        return Err(vec![Problem::new("shape", faults::NO_METAL)]);
    }
    Ok(Solid { patches, bodies, area_dm2, volume_cm3, mass_g })
}
