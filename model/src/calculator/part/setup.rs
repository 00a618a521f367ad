//! Understands what is said of a part: which sizes its shape has and where each comes from. It never fails: what contradicts is noted as a
//! problem.

use super::faults;
use super::inputs::{HEAD, HeadEdition, MeshUnit, Part, SIZES, Shape};
use crate::calculator::{
    Assumptions, Fault, InputTable, Origin, Problem, Valued, chosen, picked, values,
};
use crate::data::fasteners::Thread;
use crate::data::hardware::{self, Hardware, nominal};
use crate::data::materials::{self, Material};
use crate::data::{Fact, Listed, example};
use crate::units::{Dimension, parse_decimal};

/// What a shape starts from; sizes that it does not have are nothing.
#[derive(Clone, Copy)]
struct Form {
    length: Fact,
    width: Fact,
    height: Fact,
    thickness: Fact,
    diameter: Fact,
    pitch: Fact,
    outer: Fact,
    inner: Fact,
    perimeter: Fact,
    section: Fact,
    flats: Fact,
    head_diameter: Fact,
    head_height: Fact,
    key: Fact,
    socket_depth: Fact,
}

const fn of(mm: f64) -> Fact {
    example(Dimension::Length, mm)
}

impl Form {
    fn new(shape: Shape, thread: &Thread, hardware: &Hardware, edition: HeadEdition) -> Self {
        let [[s, k], [s_din, k_din]] = hardware.hexagon;
        let (flats, head) = if edition == HeadEdition::Iso { (s, k) } else { (s_din, k_din) };
        let [hole, wide, thick] = hardware.washer;
        let [head_diameter, head_height, key, depth] = if shape == Shape::CountersunkScrew {
            hardware.countersunk.unwrap_or_default()
        } else {
            hardware.socket
        };
        let nothing = of(0.0);
        let [mut length, mut width, mut height, mut thickness, mut diameter, mut outer, mut inner] =
            [nothing; 7];
        match shape {
            Shape::Plate => [length, width, thickness] = [of(100.0), of(50.0), of(2.0)],
            Shape::Disc => [diameter, thickness] = [of(50.0), of(3.0)],
            Shape::Tube => [outer, inner, length] = [of(25.0), of(21.0), of(200.0)],
            Shape::Rod => [diameter, length] = [of(10.0), of(100.0)],
            Shape::Wire => [diameter, length] = [of(2.0), of(1000.0)],
            Shape::Cuboid => [length, width, height] = [of(60.0), of(40.0), of(30.0)],
            Shape::Sheet => [length, width, thickness] = [of(1000.0), of(1000.0), of(1.0)],
            Shape::Profile | Shape::ThreadedRod => length = of(1000.0),
            Shape::Washer => {
                [inner, outer, thickness] = [nominal(hole), nominal(wide), nominal(thick)]
            }
            Shape::HexBolt | Shape::SocketScrew | Shape::CountersunkScrew => length = of(40.0),
            Shape::HexNut | Shape::Mesh | Shape::ByMass => {}
        }
        if shape.has_thread() {
            diameter = nominal(nominal_diameter(thread));
        }
        Self {
            length,
            width,
            height,
            thickness,
            diameter,
            pitch: thread.pitch,
            outer,
            inner,
            perimeter: of(160.0),
            section: example(Dimension::SectionArea, 304.0),
            flats: nominal(flats),
            head_diameter: nominal(head_diameter),
            head_height: nominal(if shape == Shape::HexNut {
                hardware.nut_height
            } else if shape == Shape::HexBolt {
                head
            } else {
                head_height
            }),
            key: nominal(key),
            socket_depth: nominal(depth),
        }
    }
}

/// Nominal diameter of a thread, mm: what its name says.
pub fn nominal_diameter(thread: &Thread) -> f64 {
    parse_decimal(thread.id.trim_start_matches('M')).unwrap_or_default()
}

values! {
    /// The numbers of a part, each by the name of its field.
    pub struct Values of Part, |form: &Form, material: &Material|
    length_mm = form.length;
    thread_length_mm = form.length;
    width_mm = form.width;
    height_mm = form.height;
    thickness_mm = form.thickness;
    diameter_mm = form.diameter;
    pitch_mm = form.pitch;
    outer_diameter_mm = form.outer;
    inner_diameter_mm = form.inner;
    bore_plated_mm = form.length;
    perimeter_mm = form.perimeter;
    section_area_mm2 = form.section;
    across_flats_mm = form.flats;
    head_diameter_mm = form.head_diameter;
    head_height_mm = form.head_height;
    key_mm = form.key;
    socket_depth_mm = form.socket_depth;
    area_m2_per_kg = materials::AREA_PER_MASS;
    mesh_area_dm2 = materials::MODEL_AREA;
    mesh_volume_cm3 = materials::MODEL_VOLUME;
    mesh_void_dm2 = materials::NO_AREA;
    mesh_bodies = materials::ONE_BODY;
    mesh_open_edges = materials::NO_EDGES;
    mass_g = materials::PIECE_MASS;
    density_g_per_cm3 = material.density;
    unplated_dm2 = materials::NO_AREA;
}

/// A part as it was understood.
#[derive(Clone, PartialEq, Debug)]
pub struct Understood {
    /// What it is.
    pub shape: Shape,
    /// Its thread.
    pub thread: &'static Thread,
    /// Sizes that belong to the thread.
    pub hardware: &'static Hardware,
    /// Which edition they are of.
    pub edition: HeadEdition,
    /// What it is made of.
    pub material: &'static Material,
    /// The unit of its model, and whether somebody said so.
    pub unit: (MeshUnit, bool),
    /// Edges of its model's box in that unit, mm; none where they are not known.
    pub model_box_mm: Option<[f64; 3]>,
    /// The numbers.
    pub values: Values,
}

impl Understood {
    /// Whether a field of the part counts with the others as they are.
    pub fn counts(&self, field: &str) -> bool {
        if field == "thickness_mm" && self.shape == Shape::Cuboid {
            return self.values.height_mm.origin == Origin::Derived; // it was given for the height
        }
        if SIZES.contains(&field) || field == "mass_g" {
            return self.shape.sizes().contains(&field);
        }
        match field {
            "thread" => self.shape.has_thread(),
            "head_edition" => matches!(self.shape, Shape::HexBolt | Shape::HexNut),
            _ => true,
        }
    }

    /// Tells how the fields of the part were understood.
    pub fn tell(&self, to: &mut Assumptions) {
        to.chosen("shape", self.shape.id());
        to.chosen("mesh_unit", self.unit.0.id());
        to.chosen("thread", self.thread.id);
        to.chosen("head_edition", self.edition.id());
        to.chosen("material", self.material.id);
        self.values.tell(to);
        if self.shape == Shape::CountersunkScrew && self.hardware.countersunk.is_none() {
            HEAD.iter().for_each(|field| to.empty_by_default(field)); // what no standard says
        }
        for field in Part::fields().iter().filter(|field| !self.counts(field.name)) {
            to.unused(field.name);
        }
    }

    /// Whether its pieces are small enough to tumble, as a rule.
    pub fn is_small(&self) -> bool {
        (self.shape.has_thread() && self.shape != Shape::ThreadedRod) || self.shape == Shape::ByMass
    }

    /// The bulk density of a heap of them.
    pub fn bulk(&self) -> &'static Fact {
        if self.shape.is_screw() || self.shape == Shape::HexNut {
            &materials::BULK_BOLTS
        } else {
            &materials::BULK_OTHER
        }
    }
}

/// Understands a part; the problems are what contradicts.
pub fn understand(part: &Part) -> (Understood, Vec<Problem>) {
    let shape = picked(&part.shape, Shape::HexBolt);
    let thread = chosen(&part.thread)
        .or_else(|| Thread::find("M8"))
        .unwrap_or(&crate::data::fasteners::THREADS[0]);
    let hardware = hardware::of(thread);
    let edition = picked(&part.head_edition, HeadEdition::Iso);
    let material = chosen(&part.material).unwrap_or(&materials::MATERIALS_OF_PARTS[0]);
    let form = Form::new(shape, thread, hardware, edition);
    let mut values = Values::of(part, &form, material);
    let derived = |value: f64| Valued { value, fact: None, origin: Origin::Derived };
    if part.thread_length_mm.is_none() {
        // Threaded to the head; a countersunk head is part of the length.
        let head = if shape == Shape::CountersunkScrew { values.head_height_mm.value } else { 0.0 };
        values.thread_length_mm = derived((values.length_mm.value - head).max(0.0));
    }
    if part.bore_plated_mm.is_none() {
        values.bore_plated_mm = derived(0.5 * values.length_mm.value);
    }
    if shape == Shape::Cuboid && part.height_mm.is_none() && part.thickness_mm.is_some() {
        values.height_mm = derived(values.thickness_mm.value);
    }
    let unit = picked(&part.mesh_unit, MeshUnit::Millimetre);
    let model_box_mm = part.mesh_box_mm.map(|edges| edges.0.map(|edge| edge * unit.millimetres()));
    let understood = Understood {
        shape,
        thread,
        hardware,
        edition,
        material,
        unit: (unit, part.mesh_unit.is_some()),
        model_box_mm,
        values,
    };
    let mut problems = contradictions(part, &understood);
    let from_file = part.mesh_area_dm2.is_some() || understood.values.mesh_open_edges.value > 0.0;
    if shape == Shape::Mesh && from_file && part.mesh_volume_cm3.is_none() {
        problems.push(Problem::new("mesh_volume_cm3", faults::NO_VOLUME));
    }
    (understood, problems)
}

fn contradictions(part: &Part, understood: &Understood) -> Vec<Problem> {
    let (v, shape) = (&understood.values, understood.shape);
    let mut problems = Vec::new();
    let mut below =
        |field: &'static str, value: f64, other: &'static str, limit: f64, may_equal: bool| {
            let holds = value < limit || (may_equal && value <= limit);
            if understood.counts(field) && understood.counts(other) && !holds {
                let label =
                    Part::field(other).map_or(crate::words::symbol(""), |field| field.label);
                problems.push(Problem::new(field, Fault::NotBelow(label)));
            }
        };
    if matches!(shape, Shape::Tube | Shape::Washer) {
        below(
            "inner_diameter_mm",
            v.inner_diameter_mm.value,
            "outer_diameter_mm",
            v.outer_diameter_mm.value,
            false,
        );
    }
    if shape.is_screw() {
        let head = if shape == Shape::CountersunkScrew { v.head_height_mm.value } else { 0.0 };
        below(
            "thread_length_mm",
            v.thread_length_mm.value,
            "length_mm",
            v.length_mm.value - head + 1e-9,
            true,
        );
    }
    if shape.has_thread() && shape != Shape::Washer {
        // Below this no core would be left.
        below("pitch_mm", v.pitch_mm.value, "diameter_mm", 0.5 * v.diameter_mm.value, true);
    }
    if matches!(shape, Shape::HexBolt | Shape::HexNut) {
        below(
            "diameter_mm",
            v.diameter_mm.value,
            "across_flats_mm",
            v.across_flats_mm.value,
            false,
        );
    }
    if shape == Shape::SocketScrew {
        below(
            "diameter_mm",
            v.diameter_mm.value,
            "head_diameter_mm",
            v.head_diameter_mm.value,
            true,
        );
        below(
            "socket_depth_mm",
            v.socket_depth_mm.value,
            "head_height_mm",
            v.head_height_mm.value,
            true,
        );
    }
    if matches!(shape, Shape::SocketScrew | Shape::CountersunkScrew) {
        // Across corners the key has to stay inside the head.
        below(
            "key_mm",
            v.key_mm.value * 2.0 / crate::part::geometry::ROOT_3,
            "head_diameter_mm",
            v.head_diameter_mm.value,
            false,
        );
    }
    if shape == Shape::CountersunkScrew {
        let own = [
            part.head_diameter_mm.is_some(),
            part.head_height_mm.is_some(),
            part.key_mm.is_some(),
            part.socket_depth_mm.is_some(),
        ];
        if understood.hardware.countersunk.is_none() && own.contains(&false) {
            problems = vec![Problem::new("thread", faults::NO_SUCH_SIZE)];
        } else if v.length_mm.value <= v.head_height_mm.value {
            let label =
                Part::field("length_mm").map_or(crate::words::symbol(""), |field| field.label);
            problems.push(Problem::new("head_height_mm", Fault::NotBelow(label)));
        }
    }
    problems
}
