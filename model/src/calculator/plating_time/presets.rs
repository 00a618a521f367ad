//! Examples that a visitor recognises. Everything they do not say is a default.

use crate::calculator::{Preset, PresetValue};
use crate::words::text;
use PresetValue::{Name, Number};

/// In the order they are offered.
pub static PRESETS: &[Preset] = &[
    Preset {
        id: "cixi_small_hardware",
        name: text("Cixi small hardware in a barrel", "慈溪小五金滚镀"),
        teaches: text(
            "A 40 kg load of small steel parts in potassium chloride zinc, 6 µm where it is thinnest.",
            "40 kg 小五金，氯化钾滚镀锌，最薄处 6 µm。",
        ),
        inputs: &[
            ("deposit", Name("zinc")),
            ("bath", Name("acid_potassium")),
            ("rack_or_barrel", Name("barrel")),
            ("thickness_um", Number(6.0)),
            ("thickness_kind", Name("minimum")),
            ("passivate", Name("trivalent_clear")),
            ("load_kg", Number(40.0)),
            ("area_dm2_per_kg", Number(14.0)),
        ],
    },
    Preset {
        id: "m8_a3c",
        name: text("M8 bolts 6g asked for A3C", "M8 螺栓 6g，要求 A3C"),
        teaches: text(
            "The alarm that teaches: 8 µm of zinc on a thread that holds 5.",
            "典型警示：螺纹只容 5 µm，却要求镀 8 µm。",
        ),
        inputs: &[
            ("designation", Name("A3C")),
            ("bath", Name("acid_potassium")),
            ("rack_or_barrel", Name("barrel")),
            ("load_kg", Number(30.0)),
            ("area_dm2_per_kg", Number(11.0)),
            ("thread", Name("M8")),
            ("tolerance_position", Name("g")),
        ],
    },
    Preset {
        id: "m8_trivalent",
        name: text("M8 bolts 6g, 5 µm, trivalent", "M8 螺栓 6g，5 µm，三价铬钝化"),
        teaches: text(
            "What fits that thread, without hexavalent chromium.",
            "该螺纹装得下、且不含六价铬的做法。",
        ),
        inputs: &[
            ("deposit", Name("zinc")),
            ("bath", Name("acid_potassium")),
            ("rack_or_barrel", Name("barrel")),
            ("thickness_um", Number(5.0)),
            ("thickness_kind", Name("batch_average")),
            ("passivate", Name("trivalent_clear")),
            ("load_kg", Number(30.0)),
            ("area_dm2_per_kg", Number(11.0)),
            ("thread", Name("M8")),
            ("tolerance_position", Name("g")),
        ],
    },
    Preset {
        id: "port_bracket",
        name: text("Ningbo port-machinery bracket on a rack", "宁波港机支架挂镀"),
        teaches: text(
            "A large welded bracket, 12 µm in its corners from an alkaline bath.",
            "大型焊接支架，碱性无氰镀锌，角落处不低于 12 µm。",
        ),
        inputs: &[
            ("deposit", Name("zinc")),
            ("bath", Name("alkaline_mid")),
            ("thickness_um", Number(12.0)),
            ("thickness_kind", Name("minimum")),
            ("part_class", Name("recessed")),
            ("passivate", Name("trivalent_iridescent")),
            ("area_dm2", Number(85.0)),
            ("pieces", Number(6.0)),
            ("tensile_strength_mpa", Number(500.0)),
        ],
    },
    Preset {
        id: "battery_shell",
        name: text("NEV battery shell in zinc–nickel", "新能源电池壳锌镍合金"),
        teaches: text(
            "Alkaline zinc–nickel with 14 % nickel: half the current makes hydrogen.",
            "碱性锌镍（含镍 14 %）：约一半电流用于析氢。",
        ),
        inputs: &[
            ("deposit", Name("zinc_nickel")),
            ("bath", Name("alkaline_zinc_nickel")),
            ("nickel_fraction", Number(0.14)),
            ("thickness_um", Number(10.0)),
            ("thickness_kind", Name("minimum")),
            ("part_class", Name("profiled")),
            ("passivate", Name("trivalent_black_sealed")),
            ("area_dm2", Number(140.0)),
            ("pieces", Number(8.0)),
        ],
    },
    Preset {
        id: "first_panel",
        name: text("A student's first panel", "学生的第一块试片"),
        teaches: text(
            "Both faces of a 100 × 67 mm panel at 2 A/dm² for ten minutes: how thick, if all current deposited zinc?",
            "100 × 67 mm 试片两面，2 A/dm²，10 分钟：若电流全部用于沉积锌，能镀多厚？",
        ),
        inputs: &[
            ("solve_for", Name("thickness")),
            ("deposit", Name("zinc")),
            ("bath", Name("acid_potassium")),
            ("current_density_a_per_dm2", Number(2.0)),
            ("time_min", Number(10.0)),
            ("efficiency", Number(1.0)),
            ("area_dm2", Number(1.34)),
        ],
    },
    Preset {
        id: "jewellery_gold",
        name: text("Jewellery gold", "首饰镀金"),
        teaches: text(
            "Half a micrometre of hard acid gold: Au(I), so one electron an atom, but only a third of the current works.",
            "0.5 µm 酸性硬金：Au(I) 每原子一个电子，但仅约三分之一电流有效。",
        ),
        inputs: &[
            ("deposit", Name("gold_cyanide")),
            ("bath", Name("gold_cyanide_hard")),
            ("thickness_um", Number(0.5)),
            ("area_dm2", Number(0.12)),
            ("pieces", Number(50.0)),
        ],
    },
];
