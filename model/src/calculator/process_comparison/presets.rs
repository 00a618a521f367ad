//! Examples that a visitor recognises. Everything they do not say is a default.

use crate::calculator::{Preset, PresetValue};
use crate::words::text;
use PresetValue::{Name, Names, Number};

/// In the order they are offered.
pub static PRESETS: &[Preset] = &[
    Preset {
        id: "leave_cyanide_barrel",
        name: text("Leave cyanide: small hardware in barrels", "告别氰化：小五金滚镀"),
        teaches: text(
            "A Cixi barrel line with medium cyanide set against alkaline and potassium chloride zinc, at least 8 µm.",
            "慈溪一条中氰滚镀线，与锌酸盐、氯化钾镀锌比较，最小厚度 8 µm。",
        ),
        inputs: &[
            ("processes", Names(&["cyanide_mid", "alkaline_mid", "acid_potassium"])),
            ("baseline", Name("cyanide_mid")),
            ("alternative", Name("alkaline_mid")),
            ("rack_or_barrel", Name("barrel")),
            ("minimum_thickness_um", Number(8.0)),
            ("area_dm2_per_kg", Number(14.0)),
        ],
    },
    Preset {
        id: "profiled_rack",
        name: text(
            "Profiled parts on racks: throwing power decides",
            "带棱边挂镀件：分散能力说了算",
        ),
        teaches: text(
            "Acid zinc is the cheapest per micrometre, but edges take more of it: at the same minimum the order can turn.",
            "酸性镀锌每微米最便宜，但棱边吃锌多：按相同最小厚度比较，排名会变。",
        ),
        inputs: &[
            (
                "processes",
                Names(&["cyanide_mid", "alkaline_low", "alkaline_mid", "acid_potassium"]),
            ),
            ("baseline", Name("cyanide_mid")),
            ("alternative", Name("acid_potassium")),
            ("part_class", Name("profiled")),
            ("minimum_thickness_um", Number(8.0)), // thicker, and this line turns out so much less with cyanide that labour decides
        ],
    },
    Preset {
        id: "flat_same_average",
        name: text("The same average: how brochures compare", "平均厚度相同：样本上的比法"),
        teaches: text(
            "8 µm on average in every bath: the comparison that flatters acid zinc.",
            "各镀液平均 8 µm：偏向酸性镀锌的比法。",
        ),
        inputs: &[
            ("processes", Names(&["cyanide_mid", "alkaline_mid", "acid_potassium"])),
            ("baseline", Name("cyanide_mid")),
            ("alternative", Name("acid_potassium")),
            ("thickness_basis", Name("average")),
            ("average_thickness_um", Number(8.0)),
        ],
    },
    Preset {
        id: "plant_share",
        name: text("“90 % less poison”: line and plant", "“剧毒品减少 90 %”：本线与全厂"),
        teaches: text(
            "A line leaves cyanide while a copper strike stays: all of it gone on this line, a share of the plant's.",
            "本线去氰而预镀铜仍用氰化物：本线削减 100 %，全厂只是一部分。",
        ),
        inputs: &[
            ("processes", Names(&["cyanide_high", "alkaline_high"])),
            ("baseline", Name("cyanide_high")),
            ("alternative", Name("alkaline_high")),
            ("other_toxic_kg_per_year", Number(400.0)),
        ],
    },
    Preset {
        id: "zinc_nickel",
        name: text("Zinc–nickel beside zinc", "锌镍与镀锌对照"),
        teaches: text(
            "What the better corrosion protection of zinc–nickel costs beside plain zinc.",
            "锌镍耐蚀性更好，代价是多少。",
        ),
        inputs: &[
            ("processes", Names(&["alkaline_mid", "alkaline_zinc_nickel", "acid_zinc_nickel"])),
            ("baseline", Name("alkaline_mid")),
            ("alternative", Name("alkaline_zinc_nickel")),
            ("minimum_thickness_um", Number(10.0)),
        ],
    },
];
