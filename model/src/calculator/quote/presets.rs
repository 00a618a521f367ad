//! Examples that a visitor recognises. They say nothing of the shop but where it belongs to the example: what you told of yours stays.

use crate::calculator::Preset;
use crate::calculator::PresetValue::{Name, Number, Numbers, Rows};
use crate::words::text;

/// In the order they are offered.
pub static PRESETS: &[Preset] = &[
    Preset {
        id: "bolts_in_barrel",
        name: text("Bolts M8×40 with price breaks", "M8×40 螺栓，阶梯报价"),
        teaches: text(
            "The cost of a piece can rise with quantity, where one more barrel is begun; the price that is offered never does.",
            "多开一筒时单件成本可能随数量上升，而报价单价绝不上升。",
        ),
        inputs: &[(
            "lines",
            Rows(&[&[
                ("shape", Name("hex_bolt")),
                ("thread", Name("M8")),
                ("length_mm", Number(40.0)),
                ("name", Name("M8×40")),
                ("designation", Name("Fe/Zn 8")),
                ("passivate", Name("trivalent_clear")),
                ("quantities", Numbers(&[1000.0, 5000.0, 20_000.0, 100_000.0])),
            ]]),
        )],
    },
    Preset {
        id: "four_small_lots",
        name: text("Four small lots, three minimum charges", "四个小批，三项最低收费"),
        teaches: text(
            "Three minimum charges apply, those that bring in most; the fourth line is charged its price and a fee.",
            "最多计收三项最低收费，取增收最多者；第四项按价格加附加费。",
        ),
        inputs: &[(
            "lines",
            Rows(&[
                &[
                    ("shape", Name("hex_bolt")),
                    ("thread", Name("M6")),
                    ("length_mm", Number(20.0)),
                    ("name", Name("M6×20")),
                    ("thickness_um", Number(8.0)),
                    ("passivate", Name("trivalent_clear")),
                    ("quantities", Numbers(&[200.0])),
                ],
                &[
                    ("shape", Name("washer")),
                    ("thread", Name("M8")),
                    ("name", Name("M8")),
                    ("thickness_um", Number(8.0)),
                    ("passivate", Name("trivalent_clear")),
                    ("quantities", Numbers(&[500.0])),
                ],
                &[
                    ("shape", Name("hex_nut")),
                    ("thread", Name("M10")),
                    ("name", Name("M10")),
                    ("thickness_um", Number(8.0)),
                    ("passivate", Name("trivalent_clear")),
                    ("quantities", Numbers(&[300.0])),
                ],
                &[
                    ("shape", Name("socket_screw")),
                    ("thread", Name("M6")),
                    ("length_mm", Number(30.0)),
                    ("name", Name("M6×30")),
                    ("thickness_um", Number(8.0)),
                    ("passivate", Name("trivalent_clear")),
                    ("quantities", Numbers(&[250.0])),
                ],
            ]),
        )],
    },
    Preset {
        id: "brackets_plated_and_coated",
        name: text("Brackets, plated and powder coated in one line", "支架，镀锌喷塑一体线"),
        teaches: text(
            "What the shop next door adds is mostly waiting: half of the lead time goes when one line plates and coats.",
            "委外喷塑增加的主要是等待：镀涂一体可省去约一半交期。",
        ),
        inputs: &[
            (
                "lines",
                Rows(&[&[
                    ("shape", Name("plate")),
                    ("length_mm", Number(120.0)),
                    ("width_mm", Number(40.0)),
                    ("thickness_mm", Number(1.5)),
                    ("name", Name("120×40×1.5")),
                    ("top_coat", Name("powder")),
                    ("thickness_um", Number(8.0)),
                    ("passivate", Name("trivalent_clear")),
                    ("quantities", Numbers(&[2000.0, 10_000.0])),
                ]]),
            ),
            ("shop.profile", Name("integrated")),
        ],
    },
];
