//! Examples that a visitor recognises. Everything they do not say is a default.

use crate::calculator::{Preset, PresetValue};
use crate::words::text;
use PresetValue::{Name, Number};

/// In the order they are offered.
pub static PRESETS: &[Preset] = &[
    Preset {
        id: "cixi_two_shifts",
        name: text("Plating plant in Cixi, two shifts, 800 kWp", "慈溪电镀厂，两班，800 kWp"),
        teaches: text(
            "A typical plant of 3 GWh a year, modules flush on the roof, with the time-of-use periods in force since July 2026.",
            "年用电 300 万 kWh 的典型工厂，彩钢屋面平铺，执行 2026 年 7 月起的分时电价。",
        ),
        inputs: &[("shift_pattern", Name("two_shifts")), ("capacity_kwp", Number(800.0))],
    },
    Preset {
        id: "one_shift_fills_roof",
        name: text("One shift, full roof", "一班制，屋顶铺满"),
        teaches: text(
            "The roof sets the size: 8,000 m², half of it usable. One shift uses most at noon and little in the evening.",
            "容量由屋顶决定：8 000 m²，可用一半。一班制白天用电集中，晚上几乎不用。",
        ),
        inputs: &[("shift_pattern", Name("one_shift")), ("roof_area_m2", Number(8000.0))],
    },
    Preset {
        id: "old_bands",
        name: text("With the abolished 2024 periods", "按已废止的 2024 年时段"),
        teaches: text(
            "What old offers promise: under the 2024 periods much of the day was peak. Compare with today's.",
            "旧方案为何好看：原时段白天多为高峰。请与现行时段对比。",
        ),
        inputs: &[("tariff", Name("zhejiang_2024")), ("capacity_kwp", Number(800.0))],
    },
    Preset {
        id: "third_party",
        name: text("Financed by a third party", "第三方投资（合同能源管理）"),
        teaches: text(
            "No investment but smaller savings: 73.5 % of the tariff for self-consumed electricity over 20 years.",
            "零投资但省得少：自用电按电价 73.5 % 结算，20 年后移交。",
        ),
        inputs: &[("ownership", Name("third_party")), ("capacity_kwp", Number(1000.0))],
    },
    Preset {
        id: "whole_energy_bill",
        name: text("30 % of the whole energy bill?", "能源总费用能降 30 % 吗？"),
        teaches: text(
            "With steam-heated baths electricity is only part of the bill; 30 % of the total takes a much larger system.",
            "槽液用蒸汽加热时电费只是一部分，总费用降 30 % 是另一回事。",
        ),
        inputs: &[
            ("annual_heat_kwh", Number(15_800_000.0)),
            ("target_of", Name("energy")),
            ("roof_area_m2", Number(14_000.0)),
        ],
    },
    Preset {
        id: "contract_curve",
        name: text("Market contract: cheap noon", "市场化购电：中午便宜"),
        teaches: text(
            "A contract at 0.45 CNY/kWh from 9 to 15: PV replaces cheap electricity, so the payback is longer.",
            "合同约定 9–15 时 0.45 元/kWh：光伏替代的正是便宜电，回收期变长。",
        ),
        inputs: &[("tariff", Name("contract")), ("capacity_kwp", Number(800.0))],
    },
];
