//! What of a line nobody gave, so that an example stands in its place: it is named wherever its price stands.

use super::inputs::{Inputs, Line};
use super::setup::Asking;
use crate::calculator::{InputTable, Origin};
use crate::words::{Text, text};

/// Something that was not given.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Assumed {
    /// Its field in the line; `shape` for the part as a whole.
    pub field: &'static str,
    /// What it is called.
    pub label: Text,
}

/// The part as a whole. That sizes come without a shape is no gap: a form shows the shape that it starts from.
pub const PART: &str = "shape";

/// What a part needs besides its shape. Sizes of a part with a thread follow from the thread, but for its length.
const NEEDED: [&str; 14] = [
    "thread",
    "length_mm",
    "width_mm",
    "height_mm",
    "thickness_mm",
    "diameter_mm",
    "outer_diameter_mm",
    "inner_diameter_mm",
    "perimeter_mm",
    "section_area_mm2",
    "area_m2_per_kg",
    "mass_g",
    "mesh_area_dm2",
    "mesh_volume_cm3",
];

/// What of a line was not given, the quantity first.
pub fn assumed(inputs: &Inputs, place: usize, asking: &Asking) -> Vec<Assumed> {
    let nothing = Line::default();
    let line = inputs.order.lines.as_ref().and_then(|rows| rows.0.get(place)).unwrap_or(&nothing);
    let mut all = Vec::new();
    if !asking.quantities.1 {
        all.push(Assumed { field: "quantities", label: text("quantity", "数量") });
    }
    all.extend(of_part(line, asking));
    if asking.values.thickness_um.origin == Origin::Default {
        all.push(Assumed { field: "thickness_um", label: text("thickness", "厚度") });
    }
    all
}

fn of_part(line: &Line, asking: &Asking) -> Vec<Assumed> {
    let part = &line.part;
    let given = |name: &str| part.get(name).is_some();
    if !given(PART) && !NEEDED.iter().any(|name| given(name)) {
        return vec![Assumed { field: PART, label: text("part", "工件") }];
    }
    let by_thread = asking.part.shape.has_thread();
    let missing = |name: &&'static str| {
        if by_thread && !["thread", "length_mm"].contains(name) {
            return None;
        }
        let is_default = match asking.part.values.get(name) {
            Some(valued) => valued.origin == Origin::Default,
            None => !given(name),
        };
        let label = crate::calculator::part::Part::field(name)?.label;
        (asking.part.counts(name) && is_default).then_some(Assumed { field: name, label })
    };
    NEEDED.iter().filter_map(missing).collect()
}
