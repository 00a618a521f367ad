//! How the inputs are understood, and the numbers: the weight of a side is its thickness times the density.

use super::code::{self, Unusable, Weight};
use super::figures::{AREA, MASS_GAIN, THICKNESS, WEIGHT};
use super::inputs::{Inputs, Known, Sides};
use crate::calculator::{Assumptions, Fault, InputTable, Origin, Problem, Valued, chosen, picked};
use crate::data::Listed;
use crate::data::deposits::{DEPOSITS, Deposit};
use crate::words::text;

/// The code to start from.
const CODE: &str = "G90";

const ALLOY: Fault = Fault::Own(
    "alloy_coating",
    text(
        "AZ, ZA, ZM, ZF, AS and A are coatings of alloys, whose density the code does not say: choose Coating weight and enter the g/m² and the density.",
        "AZ、ZA、ZM、ZF、AS、A 为合金镀层，代号不含密度：请选“镀层重量”，并填写 g/m² 与密度。",
    ),
);
const NO_MINIMUM: Fault = Fault::Own(
    "no_minimum",
    text(
        "G01 and Z001 state no minimum weight, so no thickness follows from them.",
        "G01、Z001 未规定最小重量，无法换算厚度。",
    ),
);
const UNKNOWN: Fault = Fault::Own(
    "unknown_weight_code",
    text(
        "Not a code of coating weight. Known are G30 to G360 (0.01 oz/ft²), Z50 to Z1000 (g/m²), 60/60 (g/m² of each side) and ZE25/25 (0.1 µm of each side).",
        "不是镀层重量代号。可识别：G30～G360（0.01 oz/ft²）、Z50～Z1000（g/m²）、60/60（每面 g/m²）、ZE25/25（每面 0.1 µm）。",
    ),
);

/// The inputs as they were understood.
#[derive(Clone, PartialEq, Debug)]
pub struct Setup {
    /// What the coating is known by.
    pub known: Known,
    known_by_what_is_given: bool,
    /// The code as it was given.
    pub code: String,
    /// What the code says.
    pub by_code: Option<Weight>,
    /// How many sides the weight is on.
    pub sides: Sides,
    /// The deposit.
    pub deposit: &'static Deposit,
    /// g/cm³.
    pub density: Valued,
    /// g/m².
    pub weight: Valued,
    /// µm of a side.
    pub thickness: Valued,
    /// g.
    pub mass_gain: Valued,
    /// dm².
    pub area: Valued,
}

/// What was found.
#[derive(Clone, PartialEq, Debug)]
pub struct Numbers {
    /// The inputs as they were understood.
    pub setup: Setup,
    /// Thickness of the thinner side, µm.
    pub thickness_um: f64,
    /// Thickness of the other side, µm; none where one side is coated.
    pub other_side_um: Option<f64>,
    /// Weight of all sides together, g/m².
    pub weight_g_per_m2: f64,
}

/// Understands the inputs; what contradicts is a problem, and the nearest sensible reading goes on.
pub fn understand(inputs: &Inputs) -> (Setup, Vec<Problem>) {
    let mut problems = Vec::new();
    let code = inputs.designation.as_deref().map(str::trim).filter(|code| !code.is_empty());
    let ways = [
        (Known::Designation, "designation", code.is_some()),
        (Known::CoatingWeight, "coating_weight_g_per_m2", inputs.coating_weight_g_per_m2.is_some()),
        (Known::Thickness, "thickness_um", inputs.thickness_um.is_some()),
        (Known::MassGain, "mass_gain_g", inputs.mass_gain_g.is_some()),
    ];
    let mut given = ways.iter().filter(|(.., is_given)| *is_given);
    let first = given.next();
    if let (None, Some((_, one, _)), Some((_, other, _))) = (inputs.known, first, given.next()) {
        let label = Inputs::field(one).map_or(text("", ""), |field| field.label);
        problems.push(Problem::new(*other, Fault::Conflict(label)));
    }
    let by_given = first.map(|(known, ..)| *known);
    let known = picked(&inputs.known, by_given.unwrap_or(Known::CoatingWeight));
    let is = |one: Known| known == one;
    let code = code.unwrap_or(CODE);
    let by_code = is(Known::Designation).then(|| code::read(code));
    let fault = match by_code {
        Some(Err(Unusable::Alloy)) => Some(ALLOY),
        Some(Err(Unusable::NoMinimum)) => Some(NO_MINIMUM),
        Some(Err(Unusable::Unknown)) => Some(UNKNOWN),
        Some(Ok(_)) | None => None,
    };
    problems.extend(fault.map(|fault| Problem::new("designation", fault)));
    // Codes and coating weights of sheet are stated for both sides; what is plated is counted by its own surface.
    let usual_sides = match known {
        Known::Designation | Known::CoatingWeight => Sides::Both,
        Known::Thickness | Known::MassGain => Sides::One,
    };
    let [zinc, ..] = &DEPOSITS;
    let deposit = chosen(&inputs.deposit).unwrap_or(zinc);
    let setup = Setup {
        known,
        known_by_what_is_given: inputs.known.is_none() && by_given.is_some(),
        code: code.to_owned(),
        by_code: by_code.and_then(Result::ok),
        sides: picked(&inputs.sides, usual_sides),
        deposit,
        density: Valued::of(inputs.density_g_per_cm3, &deposit.density),
        weight: Valued::of(inputs.coating_weight_g_per_m2, &WEIGHT)
            .marked(Origin::Unused, !is(Known::CoatingWeight)),
        thickness: Valued::of(inputs.thickness_um, &THICKNESS)
            .marked(Origin::Unused, !is(Known::Thickness)),
        mass_gain: Valued::of(inputs.mass_gain_g, &MASS_GAIN)
            .marked(Origin::Unused, !is(Known::MassGain)),
        area: Valued::of(inputs.area_dm2, &AREA).marked(Origin::Unused, !is(Known::MassGain)),
    };
    (setup, problems)
}

impl Setup {
    /// How many sides the weight is on; none where the code says it of each.
    pub const fn count(&self) -> Option<f64> {
        match (self.by_code, self.sides) {
            (Some(Weight::EachSide(..) | Weight::Thickness(..)), _) => None,
            (_, Sides::One) => Some(1.0),
            (_, Sides::Both) => Some(2.0),
        }
    }

    /// Tells how the fields were understood.
    pub fn tell(&self, assumptions: &mut Assumptions) {
        assumptions.derived("known", self.known.id(), self.known_by_what_is_given);
        if self.known == Known::Designation {
            assumptions.chosen("designation", self.code.as_str());
        } else {
            assumptions.unused("designation");
        }
        assumptions.number("coating_weight_g_per_m2", self.weight);
        assumptions.number("thickness_um", self.thickness);
        assumptions.number("mass_gain_g", self.mass_gain);
        assumptions.number("area_dm2", self.area);
        if self.count().is_some() {
            assumptions.chosen("sides", self.sides.id());
        } else {
            assumptions.unused("sides");
        }
        assumptions.chosen("deposit", self.deposit.id);
        assumptions.number("density_g_per_cm3", self.density);
    }

    /// The thickness of each side and the weight of all. g/m² divided by g/cm³ is µm.
    pub fn solve(self) -> Numbers {
        let density = self.density.value;
        let count = self.count().unwrap_or(2.0);
        let even = |um: f64| (um, um);
        let (front, back) = match (self.known, self.by_code) {
            (Known::Designation, Some(Weight::Together(weight))) => {
                even(weight / (count * density))
            }
            (Known::Designation, Some(Weight::EachSide(front, back))) => {
                (front / density, back / density)
            }
            (Known::Designation, Some(Weight::Thickness(front, back))) => (front, back),
            (Known::Thickness, _) => even(self.thickness.value),
            // A gram of 1 g/cm³ on 1 dm² is 100 µm.
            (Known::MassGain, _) => {
                even(100.0 * self.mass_gain.value / (self.area.value * density))
            }
            (Known::CoatingWeight, _) | (Known::Designation, None) => {
                even(self.weight.value / (count * density))
            }
        };
        let other_side_um = (count > 1.0).then_some(front.max(back));
        let thickness_um = front.min(back);
        let weight_g_per_m2 = density * (thickness_um + other_side_um.unwrap_or_default());
        Numbers { setup: self, thickness_um, other_side_um, weight_g_per_m2 }
    }
}
