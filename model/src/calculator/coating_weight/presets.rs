//! Examples that a visitor recognises.

use crate::calculator::{Preset, PresetValue};
use crate::words::text;
use PresetValue::{Name, Number};

/// In the order they are offered.
pub static PRESETS: &[Preset] = &[
    Preset {
        id: "g90",
        name: text("G90 sheet", "G90 镀锌板"),
        teaches: text(
            "0.90 oz/ft² is of both sides together: 19.2 µm a side, not 38.5.",
            "0.90 oz/ft² 为双面合计：每面 19.2 µm，而不是 38.5 µm。",
        ),
        inputs: &[("designation", Name("G90"))],
    },
    Preset {
        id: "z275",
        name: text("Z275 sheet", "Z275 镀锌板"),
        teaches: text(
            "275 g/m² of both sides together, all but the same as G90.",
            "双面合计 275 g/m²，与 G90 几乎相同。",
        ),
        inputs: &[("designation", Name("Z275"))],
    },
    Preset {
        id: "differential",
        name: text("20/40, each side its own", "20/40 差厚镀层"),
        teaches: text(
            "Of a code with a stroke the thinner side decides.",
            "带斜线的代号以较薄一面为准。",
        ),
        inputs: &[("designation", Name("20/40"))],
    },
    Preset {
        id: "plated_part",
        name: text("8 µm of zinc on a part", "工件镀锌 8 µm"),
        teaches: text(
            "57 g of zinc on each square metre that is plated.",
            "每平方米受镀面积沉积锌 57 g。",
        ),
        inputs: &[("thickness_um", Number(8.0))],
    },
    Preset {
        id: "weighed_panel",
        name: text("A weighed nickel panel", "称重的镀镍试片"),
        teaches: text(
            "Weigh before and after: the gain in mass, the area and the density give the mean thickness.",
            "镀前镀后各称一次：由增重、面积和密度得出平均厚度。",
        ),
        inputs: &[
            ("mass_gain_g", Number(0.89)),
            ("area_dm2", Number(1.0)),
            ("deposit", Name("nickel")),
        ],
    },
];
