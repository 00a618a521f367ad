//! The report: the answer, what stands behind it, and what is often got wrong.

use super::code::Weight;
use super::figures::{
    A653, DENSITY_MISTAKEN, G_PER_M2_OF_AN_OUNCE, MILL_CODES, SHARE_OF_ONE_SIDE, SINGLE_SPOT_G90,
    SINGLE_SPOT_Z275,
};
use super::inputs::{Inputs, Known, Sides};
use super::solve::Numbers;
use crate::calculator::{InputTable, ResultField, basis, fine_only_if_usual, unsupported};
use crate::data::sources::GENERAL_KNOWLEDGE;
use crate::report::formula::{Symbol, formula};
use crate::report::{
    Answer, Chart, Figure, Judgement, Level, Onward, Report, Series, Step, item, judgement, result,
    section,
};
use crate::units::Dimension;
use crate::units::Dimension::{Density, Mass, MassPerArea, OuncesPerArea, Thickness};
use crate::words::{Arg, Phrase, Text, phrase, text};

/// Every result by its JSON name.
pub static RESULTS: &[ResultField<Numbers>] = &[
    result("thickness_um", text("Thickness of a side", "单面厚度"), Thickness, |n, _| {
        Some(n.thickness_um)
    }),
    result(
        "thickness_other_side_um",
        text("Thickness of the other side", "另一面厚度"),
        Thickness,
        |n, _| n.other_side_um,
    ),
    result(
        "coating_weight_g_per_m2",
        text("Coating weight", "镀层重量"),
        MassPerArea,
        |n, _| Some(n.weight_g_per_m2),
    ),
    result(
        "coating_weight_oz_per_ft2",
        text("Coating weight, oz/ft²", "镀层重量（oz/ft²）"),
        OuncesPerArea,
        |n, _| Some(n.weight_g_per_m2 / G_PER_M2_OF_AN_OUNCE),
    ),
    result(
        "weight_of_a_side_g_per_m2",
        text("Weight of a side", "单面重量"),
        MassPerArea,
        |n, _| Some(n.thickness_um * n.setup.density.value),
    ),
    result("density_g_per_cm3", text("Density", "密度"), Density, |n, _| {
        Some(n.setup.density.value)
    }),
];

/// Explains the numbers.
pub fn report(_inputs: &Inputs, n: &Numbers) -> Report {
    Report::new(answer(n))
        .highlights(vec![
            item(weight_label(n), MassPerArea, n.weight_g_per_m2),
            item(
                text("in oz/ft²", "合 oz/ft²"),
                OuncesPerArea,
                n.weight_g_per_m2 / G_PER_M2_OF_AN_OUNCE,
            ),
        ])
        .judgements(judgements(n))
        .results(RESULTS.iter().map(|one| one.named(n)))
        .onward(vec![Onward {
            to: "plating-time",
            label: text("Plating time of this thickness", "镀到该厚度所需时间").into(),
            inputs: vec![("thickness_um", n.thickness_um)],
        }])
}

/// What stands behind the answer.
pub fn explain_fully(n: &Numbers, report: &mut Report) {
    let names: Vec<&str> = RESULTS.iter().map(|one| one.name).collect();
    report.sections = vec![
        section(text("Thickness and weight", "厚度与重量"), RESULTS, &names, n).without_gaps(),
    ];
    report.steps = steps(n);
    report.mistakes = mistakes(n);
    report.charts = vec![Figure::Lines(chart(n))];
    report.basis =
        basis(n.setup.deposit.name, [(text("density", "密度"), n.setup.density)]).collect();
    report.limits = LIMITS.to_vec();
}

/// What the model does not know.
const LIMITS: [Text; 3] = [
    text(
        "The thickness at one place: weight gives the mean over a side. Edges and the ends of a strip differ.",
        "某一点的厚度：由重量只能得出单面平均值，边部与带头带尾有差别。",
    ),
    text(
        "The iron–zinc layers of hot-dip coatings, which are lighter than zinc by up to a few per cent.",
        "热镀锌层中的锌铁合金层，其密度比纯锌略低，可差百分之几。",
    ),
    text(
        "What a gain in mass also holds: passivate, sealer, oil and metal that was dissolved before plating.",
        "增重中还可能包含钝化膜、封闭剂、油，以及镀前溶解的基体。",
    ),
];

fn both(n: &Numbers) -> bool {
    n.other_side_um.is_some()
}

fn weight_label(n: &Numbers) -> Text {
    if both(n) {
        text("Coating weight, both sides", "镀层重量（双面合计）")
    } else {
        text("Coating weight, one side", "镀层重量（单面）")
    }
}

fn answer(n: &Numbers) -> Answer {
    let weight = Arg::Quantity(MassPerArea, n.weight_g_per_m2);
    let setup = &n.setup;
    if setup.known == Known::Thickness {
        let side = Arg::Quantity(Thickness, n.thickness_um);
        let label = match setup.sides {
            Sides::Both => text("Weight of {0} on each side", "每面 {0} 的镀层重量（双面合计）"),
            Sides::One => text("Weight of {0} on one side", "单面 {0} 的镀层重量"),
        };
        return Answer {
            label: phrase(label, [side]),
            dimension: MassPerArea,
            value: n.weight_g_per_m2,
            range: None,
        };
    }
    let label: Phrase = match (setup.known, setup.by_code) {
        (Known::Designation, Some(Weight::EachSide(..) | Weight::Thickness(..))) => phrase(
            text("Thinner side of {0}; the other has {1}", "{0} 较薄一面的厚度；另一面为 {1}"),
            [
                Arg::Name(setup.code.clone()),
                Arg::Quantity(Thickness, n.other_side_um.unwrap_or_default()),
            ],
        ),
        (Known::Designation, _) if both(n) => phrase(
            text("Thickness of each side of {0}", "{0} 每面的厚度"),
            [Arg::Name(setup.code.clone())],
        ),
        (Known::Designation, _) => phrase(
            text("Thickness of {0}, all of it on one side", "{0} 全部在一面时的厚度"),
            [Arg::Name(setup.code.clone())],
        ),
        (Known::MassGain, _) => phrase(
            text("Mean thickness from a gain of {0}", "由增重 {0} 得出的平均厚度"),
            [Arg::Quantity(Mass, setup.mass_gain.value)],
        ),
        _ if both(n) => phrase(
            text("Thickness of each side at {0} on both together", "双面合计 {0} 时每面的厚度"),
            [weight],
        ),
        _ => phrase(text("Thickness of {0} on one side", "单面 {0} 的厚度"), [weight]),
    };
    Answer { label, dimension: Thickness, value: n.thickness_um, range: None }
}

fn judgements(n: &Numbers) -> Vec<Judgement> {
    let mut all = Vec::new();
    let setup = &n.setup;
    let weight = |value: f64| Arg::Quantity(MassPerArea, value);
    match setup.by_code {
        Some(Weight::Together(total)) => {
            let message = match setup.sides {
                Sides::Both => text(
                    "{0} is {1} of both sides together, the mean of three spots.",
                    "{0} 为双面合计 {1}（三点平均）。",
                ),
                Sides::One => text(
                    "{0} is {1} of both sides together. Here all of it is taken to be on one side.",
                    "{0} 为双面合计 {1}，此处按全部在一面计算。",
                ),
            };
            let level = if setup.sides == Sides::Both { Level::Ok } else { Level::Warning };
            let args = [Arg::Name(setup.code.clone()), weight(total)];
            all.push(judgement("both_sides", level, phrase(message, args), &A653));
            let spot = [(SINGLE_SPOT_G90, 90.0 * G_PER_M2_OF_AN_OUNCE / 100.0), (SINGLE_SPOT_Z275, 275.0)]
                .into_iter()
                .find(|(_, of)| (of - total).abs() < 1e-6);
            if let Some((spot, _)) = spot {
                let side = spot.value * SHARE_OF_ONE_SIDE.value;
                let message = phrase(
                    text(
                        "A single spot may have {0}, and one side of it {1}: {2}. The mean is no minimum.",
                        "单点允许 {0}，其中一面允许 {1}，即 {2}。平均值不是最小值。",
                    ),
                    [
                        weight(spot.value),
                        weight(side),
                        Arg::Quantity(Thickness, side / setup.density.value),
                    ],
                );
                all.push(judgement("one_side_less", Level::Note, message, &A653));
            }
        }
        Some(Weight::EachSide(front, back)) => {
            let message = phrase(
                text("{0} is {1} of one side and {2} of the other.", "{0} 为一面 {1}、另一面 {2}。"),
                [Arg::Name(setup.code.clone()), weight(front), weight(back)],
            );
            all.push(judgement("each_side", Level::Ok, message, &MILL_CODES));
        }
        Some(Weight::Thickness(..)) => all.push(judgement(
            "tenths",
            Level::Note,
            phrase(
                text(
                    "{0} counts tenths of a µm of each side (EN 10152). To be verified: the text of the standard was not read.",
                    "{0} 按每面 0.1 µm 计（EN 10152）。待核实：未查阅标准原文。",
                ),
                [Arg::Name(setup.code.clone())],
            ),
            &GENERAL_KNOWLEDGE,
        )),
        None => {}
    }
    if setup.by_code.is_some() && setup.deposit.id != "zinc" {
        let message = phrase(
            text(
                "The code is of a zinc coating; the density is that of: {0}.",
                "该代号为锌镀层；密度按“{0}”取值。",
            ),
            [Arg::Text(setup.deposit.name)],
        );
        all.push(judgement("code_is_of_zinc", Level::Warning, message, &A653));
    }
    let values = || {
        [
            ("density_g_per_cm3", setup.density),
            ("coating_weight_g_per_m2", setup.weight),
            ("thickness_um", setup.thickness),
        ]
    };
    fine_only_if_usual(&mut all, values().into_iter().map(|(_, valued)| valued));
    all.push(unsupported(
        values().into_iter().filter_map(|(name, valued)| Some((Inputs::field(name)?, valued))),
    ));
    all
}

const SIDE: Symbol = Symbol::new("d", text("thickness of a side", "单面厚度"), Thickness);
const WEIGHT: Symbol = Symbol::new("w", text("coating weight", "镀层重量"), MassPerArea);
const WEIGHT_OF_SIDE: Symbol =
    Symbol::new("w_side", text("weight of a side", "单面重量"), MassPerArea).index("面");
const SIDES: Symbol = Symbol::new("n", text("sides", "面数"), Dimension::Count);
const DENSITY: Symbol = Symbol::new("ρ", text("density of the coating", "镀层密度"), Density);
const GAIN: Symbol = Symbol::new("m", text("gain in mass", "增重"), Mass);
const COATED: Symbol = Symbol::new("A", text("coated area", "受镀面积"), Dimension::Area);
const OTHER: Symbol =
    Symbol::new("d_2", text("thickness of the other side", "另一面厚度"), Thickness);

fn steps(n: &Numbers) -> Vec<Step> {
    let setup = &n.setup;
    let density = setup.density.value;
    let of_sides = || {
        let count = setup.count().unwrap_or(2.0);
        Step::new(
            "thickness",
            text(
                "The weight is spread over the sides; g/m² divided by g/cm³ is µm.",
                "重量分摊到各面；g/m² 除以 g/cm³ 即为 µm。",
            ),
            formula!(
                "d = w / (n ρ)",
                SIDE(n.thickness_um),
                WEIGHT(n.weight_g_per_m2),
                SIDES(count),
                DENSITY(density),
            ),
        )
    };
    let first = match (setup.known, setup.by_code) {
        (Known::Designation, Some(Weight::EachSide(front, back))) => Step::new(
            "thickness",
            text(
                "The thinner side: its weight divided by the density.",
                "较薄一面：单面重量除以密度。",
            ),
            formula!(
                "d = w_side / ρ",
                SIDE(n.thickness_um),
                WEIGHT_OF_SIDE(front.min(back)),
                DENSITY(density),
            ),
        ),
        (Known::MassGain, _) => Step::new(
            "thickness",
            text(
                "The volume that was deposited, spread over the area that was coated.",
                "沉积体积除以受镀面积。",
            ),
            formula!(
                "d = 100[µm·dm²/cm³] m / (A ρ)",
                SIDE(n.thickness_um),
                GAIN(setup.mass_gain.value),
                COATED(setup.area.value),
                DENSITY(density),
            ),
        ),
        (Known::Thickness, _) | (_, Some(Weight::Thickness(..))) => {
            return vec![weight_step(n)];
        }
        _ => of_sides(),
    };
    if setup.known == Known::CoatingWeight || matches!(setup.by_code, Some(Weight::Together(_))) {
        vec![first]
    } else {
        vec![first, weight_step(n)]
    }
}

fn weight_step(n: &Numbers) -> Step {
    let density = n.setup.density.value;
    let says =
        text("The weight of all sides: thickness times density.", "各面重量之和：厚度乘以密度。");
    match n.other_side_um {
        Some(other) => Step::new(
            "weight",
            says,
            formula!(
                "w = (d + d_2) ρ",
                WEIGHT(n.weight_g_per_m2),
                SIDE(n.thickness_um),
                OTHER(other),
                DENSITY(density),
            ),
        ),
        None => Step::new(
            "weight",
            says,
            formula!("w = d ρ", WEIGHT(n.weight_g_per_m2), SIDE(n.thickness_um), DENSITY(density),),
        ),
    }
}

fn mistakes(n: &Numbers) -> Vec<Phrase> {
    let um = |value: f64| Arg::Quantity(Thickness, value);
    let mut all = Vec::new();
    if both(n) && n.setup.count().is_some() && n.setup.known != Known::Thickness {
        all.push(phrase(
            text(
                "Taken as the weight of one side, it would be {0} instead of {1}: codes state both sides together.",
                "若误作单面重量，将得出 {0}，而不是 {1}：代号均指双面合计。",
            ),
            [um(2.0 * n.thickness_um), um(n.thickness_um)],
        ));
    }
    if n.setup.deposit.id == "zinc" {
        all.push(phrase(
            text(
                "Zinc taken as {0}, as a much-read page has it, makes 25 µm weigh {1} instead of {2}.",
                "有网页将锌的密度取为 {0}，则 25 µm 重 {1}，实为 {2}。",
            ),
            [
                Arg::Quantity(Density, DENSITY_MISTAKEN),
                Arg::Quantity(MassPerArea, 25.0 * DENSITY_MISTAKEN),
                Arg::Quantity(MassPerArea, 25.0 * n.setup.deposit.density.value),
            ],
        ));
    }
    all
}

fn chart(n: &Numbers) -> Chart {
    let density = n.setup.density.value;
    let end = 2.0 * n.weight_g_per_m2;
    let line = |label: Text, sides: f64, main: bool| Series {
        label: label.into(),
        points: vec![(0.0, 0.0), (end, end / (sides * density))],
        main,
        second_axis: false,
    };
    let even = n.setup.count().is_some();
    Chart {
        id: "thickness_against_weight",
        title: text("Thickness of a side against coating weight", "单面厚度—镀层重量"),
        x: (text("Coating weight", "镀层重量"), MassPerArea),
        y: (text("Thickness of a side", "单面厚度"), Thickness),
        y2: None,
        series: vec![
            line(text("one side", "单面"), 1.0, !both(n)),
            line(text("both sides", "双面"), 2.0, both(n)),
        ],
        point: even.then_some((n.weight_g_per_m2, n.thickness_um)),
        band: None,
    }
}
