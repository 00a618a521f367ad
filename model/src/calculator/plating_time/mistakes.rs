//! The usual mistakes, shown where they bite, with what they would have given here.

use super::inputs::{Inputs, ThicknessKind};
use super::solve::Numbers;
use crate::data::examples::{ASF, PRINTED_ZINC, WRONG_ASF};
use crate::data::passivates::Chromium;
use crate::units::{Dimension, format_significant};
use crate::words::{Arg, Phrase, phrase, text};

/// The mistakes that bite here.
pub fn list(_inputs: &Inputs, n: &Numbers) -> Vec<Phrase> {
    let mut list = Vec::new();
    valence(n, &mut list);
    efficiency(n, &mut list);
    thickness_kind(n, &mut list);
    barrel(n, &mut list);
    let j = n.solution.current_density;
    list.push(phrase(
        text(
            "1 A/dm² is 9.29 A/ft². Tables that print 10.76 (that is ft² in a m²) would set {0} A/ft² instead of {1}: 16 % too much.",
            "1 A/dm² 等于 9.29 A/ft²。有的表印成 10.76（那是 1 m² 的平方英尺数），会把 {1} A/ft² 设成 {0}，高出 16 %。",
        ),
        [Arg::Name(format_significant(j * WRONG_ASF.value, 3)), Arg::Name(format_significant(j * ASF.value, 3))],
    ));
    area(n, &mut list);
    if n.setup.deposit.id == "zinc" {
        // With the density that ships: this is about handbooks, not about the visitor's deposit.
        let true_value = n.setup.deposit.density.value * 2.54 * ASF.value
            / (100.0 * n.setup.equivalent.g_per_ah() * 0.1);
        list.push(phrase(
            text(
                "Handbooks print {0} A·h per ft² and mil for zinc; their own molar mass and density give {1}. The printed figure makes times {2} too long.",
                "手册给出镀锌每 ft²·mil 需 {0} A·h；按其自身的摩尔质量和密度应为 {1}。照印刷值计算，时间会偏长 {2}。",
            ),
            [
                Arg::Number(PRINTED_ZINC.value),
                Arg::Name(format_significant(true_value, 4)),
                Arg::Quantity(Dimension::Fraction, PRINTED_ZINC.value / true_value - 1.0),
            ],
        ));
    }
    if n.setup.passivate.chromium != Chromium::None {
        list.push(
            text(
                "Hours in salt spray are not years outdoors: no factor turns one into the other, and there are no “hours per micrometre”.",
                "盐雾小时数不是户外年数：两者没有换算系数，也不存在“每微米多少小时”。",
            )
            .into(),
        );
    }
    list
}

/// Another valence that is often taken: the deposit, the wrong number, and what is confused.
const WRONG_VALENCES: [(&str, u8); 6] = [
    ("chromium_hexavalent", 3),
    ("tin_acid", 4),
    ("tin_stannate", 2),
    ("gold_cyanide", 3),
    ("gold_iii", 1),
    ("copper_cyanide", 2),
];

fn valence(n: &Numbers, list: &mut Vec<Phrase>) {
    for (deposit, wrong) in WRONG_VALENCES {
        if deposit == n.setup.deposit.id {
            let right = n.setup.deposit.valence;
            list.push(phrase(
                text(
                    "This bath gives {0} electrons to each atom. Reckoned with {1}, the time would come out as {2}.",
                    "该镀液中每个原子得到 {0} 个电子。若误用 {1} 个，算出的时间会是 {2}。",
                ),
                [
                    Arg::Count(right.into()),
                    Arg::Count(wrong.into()),
                    Arg::Quantity(Dimension::Minutes, n.solution.time_min * f64::from(wrong) / f64::from(right)),
                ],
            ));
        }
    }
}

fn efficiency(n: &Numbers, list: &mut Vec<Phrase>) {
    let efficiency = n.solution.efficiency;
    if efficiency < 0.98 {
        list.push(phrase(
            text(
                "Thickness is multiplied by the efficiency. Who divides by it expects {0} on average where {1} are.",
                "厚度要乘以电流效率。若误为除以效率，会以为平均有 {0}，实际只有 {1}。",
            ),
            [
                Arg::Quantity(Dimension::Thickness, n.solution.average_um / (efficiency * efficiency)),
                Arg::Quantity(Dimension::Thickness, n.solution.average_um),
            ],
        ));
    }
}

fn thickness_kind(n: &Numbers, list: &mut Vec<Phrase>) {
    if n.setup.kind != ThicknessKind::Minimum {
        list.push(phrase(
            text(
                "Faraday's law gives the average. Where the part is thinnest there may be only {0}: say which is ordered.",
                "法拉第定律给出的是平均厚度。最薄处可能只有 {0}：请与客户确认所指的是哪一种。",
            ),
            [Arg::Quantity(Dimension::Thickness, n.minimum_um)],
        ));
    }
}

fn barrel(n: &Numbers, list: &mut Vec<Phrase>) {
    if n.setup.barrel {
        list.push(phrase(
            text(
                "Thickness goes with the area of the whole load. Reckoned with the {0} in contact, the time would come out as {1}.",
                "厚度按全部装载面积计算。若按实际受镀面的 {0} 计算，时间会误为 {1}。",
            ),
            [
                Arg::Quantity(Dimension::CurrentDensity, n.effective_current_density),
                Arg::Quantity(Dimension::Minutes, n.solution.time_min * n.setup.contact.value),
            ],
        ));
    }
}

fn area(n: &Numbers, list: &mut Vec<Phrase>) {
    let area = n.setup.total_area;
    list.push(phrase(
        text(
            "{0} cm² are {1} dm²: one dm² is 100 cm². One face forgotten halves the current that is set and doubles the time that is needed.",
            "{0} cm² 等于 {1} dm²：1 dm² 为 100 cm²。漏计一面，设定电流减半，所需时间加倍。",
        ),
        [Arg::Name(format_significant(area * 100.0, 4)), Arg::Name(format_significant(area, 4))],
    ));
}
