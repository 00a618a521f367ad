//! Understands the inputs: which sizes the shape has and where each comes from. It never fails: what contradicts is noted as a problem.

use super::inputs::{HeadEdition, Inputs, SIZES, Shape};
use crate::calculator::{Fault, InputTable, Mount, Origin, Problem, Valued, chosen, picked, values};
use crate::data::fasteners::Thread;
use crate::data::hardware::{self, Hardware, nominal};
use crate::data::materials::{self, Material};
use crate::data::{Fact, Listed, example};
use crate::units::Dimension;

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
        let [head_diameter, head_height, key, depth] =
            if shape == Shape::CountersunkScrew { hardware.countersunk.unwrap_or_default() } else { hardware.socket };
        let nothing = of(0.0);
        let [mut length, mut width, mut height, mut thickness, mut diameter, mut outer, mut inner] = [nothing; 7];
        match shape {
            Shape::Plate => [length, width, thickness] = [of(100.0), of(50.0), of(2.0)],
            Shape::Disc => [diameter, thickness] = [of(50.0), of(3.0)],
            Shape::Tube => [outer, inner, length] = [of(25.0), of(21.0), of(200.0)],
            Shape::Rod => [diameter, length] = [of(10.0), of(100.0)],
            Shape::Wire => [diameter, length] = [of(2.0), of(1000.0)],
            Shape::Cuboid => [length, width, height] = [of(60.0), of(40.0), of(30.0)],
            Shape::Sheet => [length, width, thickness] = [of(1000.0), of(1000.0), of(1.0)],
            Shape::Profile | Shape::ThreadedRod => length = of(1000.0),
            Shape::Washer => [inner, outer, thickness] = [nominal(hole), nominal(wide), nominal(thick)],
            Shape::HexBolt | Shape::SocketScrew | Shape::CountersunkScrew => length = of(40.0),
            Shape::HexNut | Shape::ByMass => {}
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
    thread.id.trim_start_matches('M').parse().unwrap_or_default()
}

values! {
    /// The numbers, each by the name of its field.
    pub struct Values of Inputs, |form: &Form, material: &Material, barrel: bool, bulk: &Fact|
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
    mass_g = materials::PIECE_MASS;
    density_g_per_cm3 = material.density;
    unplated_dm2 = materials::NO_AREA;
    count = materials::COUNT;
    barrel_volume_l = materials::BARREL_VOLUME;
    fill_fraction = materials::FILL;
    bulk_density_kg_per_l = *bulk;
    barrel_limit_kg = materials::NO_LIMIT;
    pieces_per_rack = materials::PIECES_PER_RACK;
    racks_per_load = materials::RACKS;
    current_density_a_per_dm2 = if barrel { materials::DENSITY_BARREL } else { materials::DENSITY_RACK };
    rectifier_a = materials::RECTIFIER;
    time_min = materials::PLATING_TIME;
    plating_stations = materials::STATIONS;
    other_station_min = materials::OTHER_STATION;
    moves_per_load = materials::MOVES;
    move_min = materials::MOVE;
    hoists = materials::HOISTS;
    uptime = materials::UPTIME;
    yield_fraction = materials::YIELD;
}

/// The inputs as they were understood.
#[derive(Clone, PartialEq, Debug)]
pub struct Setup {
    /// What the part is.
    pub shape: Shape,
    /// Its thread.
    pub thread: &'static Thread,
    /// Sizes that belong to the thread.
    pub hardware: &'static Hardware,
    /// Which edition they are of.
    pub edition: HeadEdition,
    /// What it is made of.
    pub material: &'static Material,
    /// Whether it goes into a barrel.
    pub barrel: bool,
    /// The numbers.
    pub values: Values,
}

/// Fields that count in a barrel only, and on a rack only.
const BARREL: [&str; 4] = ["barrel_volume_l", "fill_fraction", "bulk_density_kg_per_l", "barrel_limit_kg"];
const RACK: [&str; 2] = ["pieces_per_rack", "racks_per_load"];

impl Setup {
    /// Whether a field counts with the others as they are.
    pub fn counts(&self, field: &str) -> bool {
        if SIZES.contains(&field) || field == "mass_g" {
            return self.shape.sizes().contains(&field);
        }
        match field {
            "thread" => self.shape.has_thread(),
            "head_edition" => matches!(self.shape, Shape::HexBolt | Shape::HexNut),
            field if BARREL.contains(&field) => self.barrel,
            field if RACK.contains(&field) => !self.barrel,
            _ => true,
        }
    }
}

/// Understands the inputs; the problems are what contradicts.
pub fn understand(inputs: &Inputs) -> (Setup, Vec<Problem>) {
    let shape = picked(&inputs.shape, Shape::HexBolt);
    let thread = chosen(&inputs.thread).or_else(|| Thread::find("M8")).unwrap_or(&crate::data::fasteners::THREADS[0]);
    let hardware = hardware::of(thread);
    let edition = picked(&inputs.head_edition, HeadEdition::Iso);
    let material = chosen(&inputs.material).unwrap_or(&materials::MATERIALS_OF_PARTS[0]);
    let small = shape.has_thread() || shape == Shape::ByMass;
    let barrel = picked(&inputs.rack_or_barrel, if small && shape != Shape::ThreadedRod { Mount::Barrel } else { Mount::Rack }) == Mount::Barrel;
    let form = Form::new(shape, thread, hardware, edition);
    let bulk = if shape.is_screw() || shape == Shape::HexNut { &materials::BULK_BOLTS } else { &materials::BULK_OTHER };
    let mut values = Values::of(inputs, &form, material, barrel, bulk);
    let derived = |value: f64| Valued { value, fact: None, origin: Origin::Derived };
    if inputs.thread_length_mm.is_none() {
        // Threaded to the head; a countersunk head is part of the length.
        let head = if shape == Shape::CountersunkScrew { values.head_height_mm.value } else { 0.0 };
        values.thread_length_mm = derived((values.length_mm.value - head).max(0.0));
    }
    if inputs.bore_plated_mm.is_none() {
        values.bore_plated_mm = derived(0.5 * values.length_mm.value);
    }
    if shape == Shape::Cuboid && inputs.height_mm.is_none() && inputs.thickness_mm.is_some() {
        values.height_mm = derived(values.thickness_mm.value);
    }
    let setup = Setup { shape, thread, hardware, edition, material, barrel, values };
    let problems = contradictions(inputs, &setup);
    (setup, problems)
}

fn contradictions(inputs: &Inputs, setup: &Setup) -> Vec<Problem> {
    let (v, shape) = (&setup.values, setup.shape);
    let mut problems = Vec::new();
    let mut below = |field: &'static str, value: f64, other: &'static str, limit: f64, may_equal: bool| {
        let holds = value < limit || (may_equal && value <= limit);
        if setup.counts(field) && setup.counts(other) && !holds {
            let label = Inputs::field(other).map_or(crate::words::symbol(""), |field| field.label);
            problems.push(Problem::new(field, Fault::NotBelow(label)));
        }
    };
    if matches!(shape, Shape::Tube | Shape::Washer) {
        below("inner_diameter_mm", v.inner_diameter_mm.value, "outer_diameter_mm", v.outer_diameter_mm.value, false);
    }
    if shape.is_screw() {
        let head = if shape == Shape::CountersunkScrew { v.head_height_mm.value } else { 0.0 };
        below("thread_length_mm", v.thread_length_mm.value, "length_mm", v.length_mm.value - head + 1e-9, true);
    }
    if shape.has_thread() && shape != Shape::Washer {
        // Below this no core would be left.
        below("pitch_mm", v.pitch_mm.value, "diameter_mm", 0.5 * v.diameter_mm.value, true);
    }
    if matches!(shape, Shape::HexBolt | Shape::HexNut) {
        below("diameter_mm", v.diameter_mm.value, "across_flats_mm", v.across_flats_mm.value, false);
    }
    if shape == Shape::SocketScrew {
        below("diameter_mm", v.diameter_mm.value, "head_diameter_mm", v.head_diameter_mm.value, true);
        below("socket_depth_mm", v.socket_depth_mm.value, "head_height_mm", v.head_height_mm.value, true);
    }
    if matches!(shape, Shape::SocketScrew | Shape::CountersunkScrew) {
        // Across corners the key has to stay inside the head.
        below("key_mm", v.key_mm.value * 2.0 / crate::part::geometry::ROOT_3, "head_diameter_mm", v.head_diameter_mm.value, false);
    }
    if shape == Shape::CountersunkScrew {
        let own = [inputs.head_diameter_mm.is_some(), inputs.head_height_mm.is_some(), inputs.key_mm.is_some(), inputs.socket_depth_mm.is_some()];
        if setup.hardware.countersunk.is_none() && own.contains(&false) {
            problems = vec![Problem::new("thread", Fault::NoSuchSize)];
        } else if v.length_mm.value <= v.head_height_mm.value {
            let label = Inputs::field("length_mm").map_or(crate::words::symbol(""), |field| field.label);
            problems.push(Problem::new("head_height_mm", Fault::NotBelow(label)));
        }
    }
    problems
}
