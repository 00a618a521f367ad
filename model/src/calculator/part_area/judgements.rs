//! What to think of the result: what it rests on, what decides it, and what is often believed and is not so.

use super::Inputs;
use super::solve::Numbers;
use crate::calculator::part::{HeadEdition, MORE_THAN_BOX, Shape};
use crate::calculator::{InputTable, Origin, fine_only_if_usual, unsupported};
use crate::data::materials::{AREA_ERROR, AREA_PRACTICE, FILL};
use crate::data::sources::{
    AREA_ACCURACY, DERIVATION, FASTENER_STANDARDS, GUIDEBOOK_BARREL, ISO_4042_AREAS, JUDGEMENT,
};
use crate::line::load::Limit;
use crate::line::takt::SetBy;
use crate::part::mesh::exceeds;
use crate::report::{Judgement, Level, judgement};
use crate::units::Dimension;
use crate::words::{Arg, phrase, text};

fn length(mm: f64) -> Arg {
    Arg::Quantity(Dimension::Length, mm)
}

fn share(value: f64) -> Arg {
    Arg::Quantity(Dimension::Fraction, value)
}

/// Every judgement, what decides first.
pub fn list(inputs: &Inputs, n: &Numbers) -> Vec<Judgement> {
    let mut all = Vec::new();
    part(inputs, n, &mut all);
    load(n, &mut all);
    mixed(n, &mut all);
    line(n, &mut all);
    let practice = phrase(
        text(
            "To set a current ±{0} is accepted practice; a price needs better: weigh and measure one piece.",
            "设定电流时 ±{0} 可以接受；报价应更准：请称量一件实物。",
        ),
        [share(AREA_PRACTICE.value)],
    );
    all.push(judgement("accuracy", Level::Note, practice, &AREA_ACCURACY));
    let in_force = || Inputs::fields().iter().filter(|field| n.setup.counts(field.name));
    fine_only_if_usual(&mut all, in_force().filter_map(|field| n.setup.value(field.name)));
    all.push(unsupported(in_force().filter_map(|field| Some((field, n.setup.value(field.name)?)))));
    all
}

fn part(inputs: &Inputs, n: &Numbers, all: &mut Vec<Judgement>) {
    let setup = &n.setup;
    let [[s, k], [s_din, k_din]] = setup.part.hardware.hexagon;
    let sizes_known = n.setup.part.values.across_flats_mm.origin != Origin::Given
        && n.setup.part.values.head_height_mm.origin != Origin::Given;
    match setup.part.shape {
        Shape::HexBolt if sizes_known => {
            let (edition, [flats, head], [other, other_head]) = match setup.part.edition {
                HeadEdition::Iso => (text("ISO", "ISO"), [s, k], [s_din, k_din]),
                HeadEdition::Din => (text("DIN", "DIN"), [s_din, k_din], [s, k]),
            };
            #[allow(clippy::float_cmp, reason = "both are typed digits")]
            let differs = flats != other || head != other_head;
            let message = phrase(
                text("Head by {0}: {1} across flats, {2} high.", "头部按 {0}：对边 {1}，高 {2}。"),
                [Arg::Text(edition), length(flats), length(head)],
            );
            all.push(judgement("head_edition", Level::Note, message, &FASTENER_STANDARDS));
            if differs {
                let message = phrase(
                    text(
                        "The other edition has {0} and {1}: published tables of areas still follow the old DIN.",
                        "另一标准为 {0} 和 {1}：公开的面积表仍按旧 DIN 尺寸。",
                    ),
                    [length(other), length(other_head)],
                );
                all.push(judgement("other_edition", Level::Note, message, &ISO_4042_AREAS));
            }
        }
        Shape::Mesh => model(n, all),
        _ => {}
    }
    if setup.part.shape == Shape::HexBolt
        && inputs.part.thread_length_mm.is_none()
        && n.setup.part.values.length_mm.value > 1.5 * setup.part.hardware.thread_length
    {
        let message = phrase(
            text(
                "Threaded to the head (ISO 4017). A bolt of this length to ISO 4014 has only {0} of thread: enter it, its shank has less area.",
                "按全螺纹（ISO 4017）计。此长度的 ISO 4014 螺栓螺纹仅 {0}：请填写，光杆面积较小。",
            ),
            [length(setup.part.hardware.thread_length)],
        );
        all.push(judgement("thread_length", Level::Note, message, &FASTENER_STANDARDS));
    }
    if setup.part.shape.has_thread() && setup.part.shape != Shape::Washer {
        let message = phrase(
            text(
                "The thread's true area is counted; printed tables agree within {0}.",
                "按螺纹真实面积计；与公布的面积表相差 {0} 以内。",
            ),
            [share(AREA_ERROR.value)],
        );
        // Tables are of the standard's own threads.
        let of_standard = [&n.setup.part.values.diameter_mm, &n.setup.part.values.pitch_mm]
            .into_iter()
            .all(|valued| valued.origin != Origin::Given);
        all.push(judgement(
            "thread_area",
            if of_standard { Level::Ok } else { Level::Note },
            message,
            &ISO_4042_AREAS,
        ));
    }
    if setup.part.shape == Shape::Tube
        && n.setup.part.values.bore_plated_mm.origin != Origin::Given
        && n.setup.part.values.length_mm.value > 2.0 * n.setup.part.values.inner_diameter_mm.value
        && n.setup.part.values.inner_diameter_mm.value > 0.0
    {
        let message = phrase(
            text(
                "The whole bore is counted. Without an inner anode the current hardly reaches deeper than one diameter, {0}, from each end.",
                "整个内孔均已计入。无内阳极时，电流很难到达每端一倍孔径（{0}）以上的深度。",
            ),
            [length(n.setup.part.values.inner_diameter_mm.value)],
        );
        all.push(judgement("bore", Level::Warning, message, &JUDGEMENT));
    }
    if setup.part.shape == Shape::HexNut {
        all.push(judgement(
            "inner_thread",
            Level::Note,
            text(
                "The inner thread is counted whole. In a barrel it gets less than the outside.",
                "内螺纹按全部面积计。滚镀时其镀层比外表面薄。",
            ),
            &JUDGEMENT,
        ));
    }
}

fn load(n: &Numbers, all: &mut Vec<Judgement>) {
    let (v, load) = (&n.setup.values, &n.load);
    let pieces = |count: f64| Arg::Quantity(Dimension::Count, count);
    if load.pieces < 1.0 {
        all.push(judgement(
            "nothing_fits",
            Level::Alarm,
            text(
                "Not even one piece fits into a load: see rack or barrel, and the rectifier.",
                "一槽连一件也装不下：请核对滚筒或挂具以及整流器。",
            ),
            &DERIVATION,
        ));
        return;
    }
    let (level, message) = match load.limit {
        Limit::Room => (
            Level::Ok,
            phrase(
                text(
                    "The room binds: {0} {0:piece|pieces}. The rectifier would carry {1}.",
                    "受空间限制：{0} 件。整流器可带 {1} 件。",
                ),
                [pieces(load.pieces), pieces(load.by[1].unwrap_or_default())],
            ),
        ),
        Limit::Rectifier => (
            Level::Warning,
            phrase(
                text(
                    "The rectifier binds: {0} {0:piece|pieces}, though {1} {1:finds|find} room. Fill to the current, not to the brim.",
                    "受整流器限制：{0} 件，尽管空间可容 {1} 件。应按电流而非按容积装料。",
                ),
                [pieces(load.pieces), pieces(load.by[0].unwrap_or_default())],
            ),
        ),
        Limit::Weight => (
            Level::Note,
            phrase(
                text("The weight binds: {0} {0:piece|pieces}.", "受限重限制：{0} 件。"),
                [pieces(load.pieces)],
            ),
        ),
    };
    all.push(judgement("what_binds", level, message, &DERIVATION));
    let fill = v.fill_fraction.value;
    if n.setup.barrel && (fill < FILL.low || fill > FILL.high) {
        let message = phrase(
            text("Usual loads fill {0} to {1} of a barrel.", "滚筒常用装料率为 {0} 至 {1}。"),
            [share(FILL.low), share(FILL.high)],
        );
        all.push(judgement("fill", Level::Warning, message, &GUIDEBOOK_BARREL));
    }
}

fn model(n: &Numbers, all: &mut Vec<Judgement>) {
    let (part, v) = (&n.setup.part, &n.setup.part.values);
    let edges = part.model_box_mm.map(|edges| edges.map(length));
    if let (Some(edges), false) = (edges, part.unit.1) {
        let message = phrase(
            text(
                "The file says no unit: its numbers are taken as millimetres, a box of {0} × {1} × {2}. If that is not your part, choose another unit.",
                "文件未注明单位，按毫米计：外形 {0} × {1} × {2}。若与实物不符，请选择其他单位。",
            ),
            edges,
        );
        all.push(judgement("unit_assumed", Level::Warning, message, &DERIVATION));
    }
    if v.mesh_open_edges.value > 0.0 {
        let message = phrase(
            text(
                "The model is not closed at {0} {0:edge|edges}. The volume is the one you gave; of the area, what is missing in the model is missing here.",
                "模型未闭合：{0} 条边。体积采用您填写的值；模型缺失的表面未计入面积。",
            ),
            [Arg::Quantity(Dimension::Count, v.mesh_open_edges.value)],
        );
        all.push(judgement("model_open", Level::Alarm, message, &DERIVATION));
    }
    if part.model_box_mm.is_some_and(|edges| exceeds(n.solid.volume_cm3 * 1000.0, edges)) {
        all.push(judgement("model_exceeds_box", Level::Alarm, MORE_THAN_BOX, &DERIVATION));
    }
    let message = text(
        "A model is made of flat facets, so a round part has a little less area than it should: exported with 24 facets round, 0.3 %. It also holds every face that touches another body.",
        "模型由平面三角面组成，圆形工件面积略偏小：一周 24 个面时约小 0.3 %。与其他实体贴合的面也计入其中。",
    );
    all.push(judgement("facets", Level::Note, message, &DERIVATION));
}

fn mixed(n: &Numbers, all: &mut Vec<Judgement>) {
    if n.further.is_empty() {
        return;
    }
    let further: f64 = n.load.shares.iter().skip(1).map(|share| share.area_dm2).sum();
    let message = phrase(
        text(
            "The further parts take {0} of the {1} in the load. All get the same time and, on average, the same current density: a part that covers worse comes out thinner than in a load of its own.",
            "其他工件占一槽 {1} 中的 {0}。各工件电镀时间相同，平均电流密度也相同：覆盖能力差的工件会比单独装槽时更薄。",
        ),
        [
            Arg::Quantity(Dimension::Surface, further),
            Arg::Quantity(Dimension::Surface, n.load.area_dm2),
        ],
    );
    all.push(judgement("mixed", Level::Note, message, &DERIVATION));
}

fn line(n: &Numbers, all: &mut Vec<Judgement>) {
    let takt = Arg::Quantity(Dimension::Minutes, n.takt.min);
    let message = match n.takt.set_by {
        SetBy::PlatingStations => {
            let needed = (n.takt.plating_min * n.stations.plating / n.takt.rest_min).ceil();
            phrase(
                text(
                    "The plating tanks set the takt of {0}. With {1} of them the rest of the line would.",
                    "镀槽决定节拍 {0}。若有 {1} 个工位，则由其余环节决定。",
                ),
                [takt, Arg::Quantity(Dimension::Count, needed)],
            )
        }
        SetBy::OtherStation | SetBy::RestOfLine => phrase(
            text(
                "Another station sets the takt of {0}: a faster bath brings nothing.",
                "其他工位决定节拍 {0}：镀得更快没有用。",
            ),
            [takt],
        ),
        SetBy::Hoists => phrase(
            text(
                "The hoists set the takt of {0}: a faster bath brings nothing.",
                "行车决定节拍 {0}：镀得更快没有用。",
            ),
            [takt],
        ),
    };
    all.push(judgement("takt", Level::Note, message, &DERIVATION));
}
