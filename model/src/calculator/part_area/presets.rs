//! Examples that a visitor recognises. Everything they do not say is a default.

use crate::calculator::{Preset, PresetValue};
use crate::words::text;
use PresetValue::{Name, Number};

/// In the order they are offered.
pub static PRESETS: &[Preset] = &[
    Preset {
        id: "m8x40",
        name: text("Bolts M8×40, threaded to the head", "M8×40 全螺纹螺栓"),
        teaches: text(
            "A thread has one and a half times the area of a plain rod of its diameter: 2.07 m² for a thousand bolts.",
            "螺纹面积约为同直径光杆的 1.5 倍：千件 2.07 m²。",
        ),
        inputs: &[
            ("shape", Name("hex_bolt")),
            ("thread", Name("M8")),
            ("length_mm", Number(40.0)),
            ("count", Number(10_000.0)),
        ],
    },
    Preset {
        id: "m10_old_head",
        name: text("M10×50 with the head of the old DIN", "M10×50，旧 DIN 头部"),
        teaches: text(
            "Published tables still have the head of 17 mm: it has 14 % more area than that of 16 mm.",
            "公开的面积表仍按 17 mm 头部，其头部面积比 16 mm 大约 14 %。",
        ),
        inputs: &[
            ("shape", Name("hex_bolt")),
            ("thread", Name("M10")),
            ("length_mm", Number(50.0)),
            ("head_edition", Name("din")),
        ],
    },
    Preset {
        id: "washers_m8",
        name: text("Washers M8", "M8 平垫圈"),
        teaches: text(
            "Flat and thin: twice the area per kilogram of a bolt M8, so half the kilograms by current.",
            "薄而平：每千克面积约为 M8 螺栓的两倍，按电流只能装一半重量。",
        ),
        inputs: &[
            ("shape", Name("washer")),
            ("thread", Name("M8")),
            ("rectifier_a", Number(300.0)),
        ],
    },
    Preset {
        id: "stamped_bracket",
        name: text("Stamped brackets, 1.5 mm sheet, on racks", "1.5 mm 冲压支架，挂镀"),
        teaches: text(
            "Sheet has 255 divided by its thickness, m² per tonne, whatever its outline.",
            "钢板每吨面积约为 255 除以厚度，与外形无关。",
        ),
        inputs: &[
            ("shape", Name("plate")),
            ("length_mm", Number(120.0)),
            ("width_mm", Number(40.0)),
            ("thickness_mm", Number(1.5)),
            ("pieces_per_rack", Number(60.0)),
        ],
    },
    Preset {
        id: "tube_closed_inside",
        name: text("Tube whose bore hardly plates", "内孔几乎不上镀的管"),
        teaches: text(
            "One diameter from each end: the rest of the bore is neither current nor cost, and rusts first.",
            "每端一倍孔径：其余内孔不耗电流也不计成本，却最先生锈。",
        ),
        inputs: &[("shape", Name("tube")), ("bore_plated_mm", Number(21.0))],
    },
];
