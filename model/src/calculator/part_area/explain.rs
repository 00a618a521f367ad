//! The report: the answer, what it is made of, and everything that stands behind it.

use super::Inputs;
use super::results::RESULTS;
use super::solve::{Numbers, Share};
use super::{derivation, judgements};
use crate::calculator::part::{self, Part, Shape, Understood, nominal_diameter, solid};
use crate::calculator::{Choice, InputTable, basis, cell_name};
use crate::data::fasteners::THREADS;
use crate::data::{Listed, Row, hardware};
use crate::line::load::Limit;
use crate::line::takt::SetBy;
use crate::report::{
    Answer, Bar, Bars, Column, Designation, Direction, Figure, Item, Onward, Report, Section,
    SectionRow, item, section,
};
use crate::units::Dimension;
use crate::words::{Arg, Phrase, Text, phrase, symbol, text};

/// Explains the numbers.
pub fn report(inputs: &Inputs, n: &Numbers) -> Report {
    Report::new(answer(n))
        .highlights(highlights(n))
        .judgements(judgements::list(inputs, n))
        .results(RESULTS.iter().map(|one| one.named(n)))
        .designations([Some(binds(n)), limiting(n), Some(takt_by(n))].into_iter().flatten())
        .onward(onward(n))
}

/// What stands behind the answer.
pub fn explain_fully(inputs: &Inputs, n: &Numbers, report: &mut Report) {
    report.sections = sections(n);
    report.steps = derivation::steps(n);
    report.mistakes = mistakes(n);
    report.charts = charts(inputs, n);
    report.basis = basis_of(inputs, n);
    report.limits = LIMITS.to_vec();
}

/// What the model does not know.
const LIMITS: [Text; 6] = [
    text(
        "Rounded edges, burrs, knurls, marks on the head, the washer face under it: together a per cent or two.",
        "倒圆、毛刺、滚花、头部标记和头下垫圈面：合计百分之一二。",
    ),
    text(
        "Tolerances of the part: nominal sizes are used; real hexagons are a little smaller.",
        "工件公差：按公称尺寸计算，实际六角略小。",
    ),
    text(
        "Where the current goes: a recess has its area but gets less metal.",
        "电流的分布：凹处有面积，但镀层较薄。",
    ),
    text(
        "How your parts lie: bulk density is an estimate until a bucket of them is weighed.",
        "工件的堆积情况：堆积密度在称量之前只是估计。",
    ),
    text("Holes, slots and pockets that were not entered.", "未填写的孔、槽与内腔。"),
    text(
        "The hoist schedule: the takt is the least that stations and hoists allow. Maximum times in the tanks can make it longer, by 39 % on the line that the literature uses as its example.",
        "行车调度：节拍为各工位与行车允许的最小值。受槽内最长停留时间限制，实际节拍可能更长，文献经典算例中长 39 %。",
    ),
];

fn answer(n: &Numbers) -> Answer {
    let shape = Arg::Text(n.setup.part.shape.name());
    let label = if n.setup.part.shape.has_thread() {
        phrase(
            text("Plated area of a piece: {0}, {1}", "单件受镀面积：{0}，{1}"),
            [shape, Arg::Text(symbol(n.setup.part.thread.id))],
        )
    } else {
        phrase(text("Plated area of a piece: {0}", "单件受镀面积：{0}"), [shape])
    };
    Answer { label, dimension: Dimension::Area, value: n.solid.area_dm2, range: None }
}

fn highlights(n: &Numbers) -> Vec<Item> {
    vec![
        item(text("By mass", "每 kg 面积"), Dimension::AreaPerMass, n.solid.area_m2_per_kg()),
        item(text("1,000 pieces", "千件面积"), Dimension::AreaPerThousand, 10.0 * n.solid.area_dm2),
        item(text("Mass of a piece", "单件质量"), Dimension::Mass, n.solid.mass_g),
        item(text("Pieces in a load", "每槽件数"), Dimension::Count, n.load.pieces),
        item(text("Good pieces in an hour", "每小时合格件数"), Dimension::Count, n.good_per_hour()),
    ]
}

fn sections(n: &Numbers) -> Vec<Section> {
    let mut all = vec![
        section(
            text("The piece", "单件"),
            RESULTS,
            &["area_dm2", "volume_cm3", "mass_g", "area_m2_per_kg", "area_m2_per_1000"],
            n,
        )
        .without_gaps(),
        section(
            text("All pieces", "全部工件"),
            RESULTS,
            &["total_area_dm2", "total_mass_kg", "loads", "line_h"],
            n,
        )
        .without_gaps(),
        section(
            text("A load", "一槽"),
            RESULTS,
            &[
                "pieces_per_load",
                "pieces_by_room",
                "pieces_by_rectifier",
                "pieces_by_weight",
                "load_mass_kg",
                "load_area_dm2",
                "load_current_a",
            ],
            n,
        )
        .without_gaps(),
        section(
            text("The line", "生产线"),
            RESULTS,
            &["takt_min", "loads_per_hour", "good_pieces_per_hour", "area_m2_per_h"],
            n,
        )
        .without_gaps(),
    ];
    all.extend(mixed(n));
    all
}

/// What each part has of a mixed load.
fn mixed(n: &Numbers) -> Option<Section> {
    let density = n.setup.values.current_density_a_per_dm2.value;
    let parts = std::iter::once(&n.setup.part).chain(n.setup.further.iter().map(|one| &one.part));
    let column = |part: &Understood| Column { label: name(part), per: None };
    let row = |label: Text, dimension: Dimension, value: &dyn Fn(&Share) -> f64| SectionRow {
        label: label.into(),
        dimension,
        values: n.load.shares.iter().map(|share| Some(value(share))).collect(),
    };
    let share_of = |whole: f64, part: f64| if whole > 0.0 { part / whole } else { 0.0 };
    (!n.further.is_empty()).then(|| Section {
        title: text("The parts in a load", "一槽内各工件").into(),
        columns: parts.map(column).collect(),
        rows: vec![
            row(text("Pieces", "件数"), Dimension::Count, &|share| share.pieces),
            row(text("Area", "面积"), Dimension::Surface, &|share| share.area_dm2),
            row(text("Mass", "质量"), Dimension::LoadMass, &|share| share.mass_kg),
            row(text("Current", "电流"), Dimension::Current, &|share| share.area_dm2 * density),
            row(text("Share of the current", "电流占比"), Dimension::Fraction, &|share| {
                share_of(n.load.area_dm2, share.area_dm2)
            }),
        ],
    })
}

/// A part by its shape and thread.
pub fn name(part: &Understood) -> Phrase {
    let shape = Arg::Text(part.shape.name());
    if part.shape.has_thread() {
        phrase(text("{0} {1}", "{0} {1}"), [shape, Arg::Text(symbol(part.thread.id))])
    } else {
        part.shape.name().into()
    }
}

/// The part that takes most of what limits a mixed load.
fn limiting(n: &Numbers) -> Option<Designation> {
    let further = n.load.limiting.checked_sub(1);
    let part =
        further.map_or(Some(&n.setup.part), |row| n.setup.further.get(row).map(|one| &one.part))?;
    let code = further.map_or_else(
        || "part".to_owned(),
        |row| cell_name("parts", row, "").trim_end_matches('.').to_owned(),
    );
    let label = text("Most of it is taken by", "其中占用最多的是");
    (!n.further.is_empty()).then(|| Designation {
        name: "limiting_part",
        of: None,
        label,
        value: Some(code),
        words: Some(part.shape.name()),
    })
}

fn binds(n: &Numbers) -> Designation {
    let (code, words) = match n.load.limit {
        Limit::Room => ("room", text("the room", "空间")),
        Limit::Rectifier => ("rectifier", text("the rectifier", "整流器")),
        Limit::Weight => ("weight", text("the weight", "限重")),
    };
    Designation {
        name: "load_limited_by",
        of: None,
        label: text("A load is limited by", "装载受限于"),
        value: Some(code.to_owned()),
        words: Some(words),
    }
}

fn takt_by(n: &Numbers) -> Designation {
    let (code, words) = match n.takt.set_by {
        SetBy::PlatingStations => ("plating", text("the plating tanks", "镀槽")),
        SetBy::OtherStation | SetBy::RestOfLine => {
            ("other_station", text("another station", "其他工位"))
        }
        SetBy::Hoists => ("hoists", text("the hoists", "行车")),
    };
    Designation {
        name: "takt_set_by",
        of: None,
        label: text("The takt is set by", "节拍取决于"),
        value: Some(code.to_owned()),
        words: Some(words),
    }
}

/// What is usually got wrong here, with the visitor's numbers.
fn mistakes(n: &Numbers) -> Vec<Phrase> {
    let mut all = Vec::new();
    let area = |dm2: f64| Arg::Quantity(Dimension::Area, dm2);
    if n.setup.part.shape.has_thread() && n.setup.part.shape != Shape::Washer {
        let plain: f64 = n
            .solid
            .patches
            .iter()
            .map(|(_, patch)| match *patch {
                crate::part::geometry::Patch::Thread(diameter, _, length) => {
                    crate::part::geometry::Patch::Cylinder(diameter, length).area_mm2()
                }
                other => other.area_mm2(),
            })
            .sum::<f64>()
            / 10_000.0
            - n.setup.part.values.unplated_dm2.value;
        all.push(phrase(
            text(
                "Taking the thread for a plain cylinder gives {0} instead of {1}: too little current, too thin.",
                "把螺纹当作光圆柱只得 {0}，而非 {1}：电流偏小，镀层偏薄。",
            ),
            [area(plain), area(n.solid.area_dm2)],
        ));
    }
    if matches!(n.setup.part.shape, Shape::Plate | Shape::Sheet) {
        all.push(phrase(
            text(
                "Counting one face only gives half: {0}. Both faces are plated.",
                "只算一面仅得一半：{0}。两面都会受镀。",
            ),
            [area(0.5 * n.solid.area_dm2)],
        ));
    }
    if n.setup.barrel {
        all.push(
            text(
                "Loading by kilograms: the same weight of small parts has more area and starves for current. Limits are area and amperes.",
                "只按重量装料：同样重量的小件面积更大，电流不足。真正的限制是面积和电流。",
            )
            .into(),
        );
    }
    all
}

fn charts(inputs: &Inputs, n: &Numbers) -> Vec<Figure> {
    let bars = n
        .solid
        .patches
        .iter()
        .filter(|(_, patch)| patch.area_mm2() > 0.0)
        .map(|(label, patch)| Bar::stacked(*label, &[patch.area_mm2() / 10_000.0]));
    let mut all = vec![Figure::Bars(Bars {
        id: "surface",
        title: text("What the surface is made of", "表面由哪些部分组成"),
        value: (text("Area", "面积"), Dimension::Area),
        along: None,
        direction: Direction::Across,
        parts: vec![text("Area", "面积").into()],
        bars: bars.collect(),
        marks: Vec::new(),
        total: false,
    })];
    all.extend(all_sizes(inputs, n));
    all
}

/// Area by mass of the same screw in every size, its length growing with its diameter.
fn all_sizes(inputs: &Inputs, n: &Numbers) -> Option<Figure> {
    let setup = &n.setup;
    if !setup.part.shape.has_thread() {
        return None;
    }
    let ratio = setup.part.values.length_mm.value / setup.part.values.diameter_mm.value;
    let bars: Vec<Bar> = THREADS
        .iter()
        .filter(|thread| {
            setup.part.shape != Shape::CountersunkScrew
                || hardware::of(thread).countersunk.is_some()
        })
        .filter_map(|thread| {
            let length = ratio * nominal_diameter(thread);
            let part = Part {
                shape: inputs.part.shape.or(Some(Choice(&Shape::HexBolt))),
                thread: Some(Choice(thread)),
                head_edition: inputs.part.head_edition,
                material: Some(Choice(setup.part.material)),
                length_mm: (length > 0.0).then(|| crate::units::Length::new(length)),
                ..Part::default()
            };
            let of_size = solid(&part::understand(&part).0).ok()?;
            Some(Bar::stacked(symbol(thread.id), &[of_size.area_m2_per_kg()]))
        })
        .collect();
    Some(Figure::Bars(Bars {
        id: "sizes",
        title: text(
            "The same in all sizes: small ones have more area by mass",
            "各规格对比：规格越小，每 kg 面积越大",
        ),
        value: (text("Area by mass", "每 kg 面积"), Dimension::AreaPerMass),
        along: None,
        direction: Direction::Across,
        parts: vec![text("Area by mass", "每 kg 面积").into()],
        bars,
        marks: Vec::new(),
        total: false,
    }))
}

/// The figures that the result rests on: every default that was not overridden.
fn basis_of(inputs: &Inputs, n: &Numbers) -> Vec<Row> {
    let fields = Inputs::fields()
        .iter()
        .filter(|field| n.setup.counts(field.name) && inputs.get(field.name).is_none())
        .filter_map(|field| Some((field.label, n.setup.value(field.name)?)));
    basis(n.setup.part.shape.name(), fields).collect()
}

/// To the plating time of a load.
fn onward(n: &Numbers) -> Vec<Onward> {
    if n.load.pieces < 1.0 {
        return Vec::new();
    }
    vec![Onward {
        to: "plating-time",
        label: phrase(
            text(
                "How long a load of {0} {0:piece|pieces} with {1} plates",
                "一槽 {0} 件（共 {1}）需要镀多久",
            ),
            [
                Arg::Quantity(Dimension::Count, n.load.pieces),
                Arg::Quantity(Dimension::Surface, n.load.area_dm2),
            ],
        ),
        inputs: vec![("area_dm2", n.solid.area_dm2), ("pieces", n.load.pieces)],
    }]
}
