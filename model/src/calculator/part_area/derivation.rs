//! How the answer follows, step by step, with its numbers.

use super::solve::Numbers;
use crate::calculator::part::Shape;
use crate::line::takt::SetBy;
use crate::part::geometry::{Body, Patch};
use crate::part::screw::core_diameter;
use crate::report::Step;
use crate::report::math::{Math, equation, num, op, over, product, squared, sym};
use crate::units::Dimension;
use crate::words::{Arg, Text, phrase, text};

/// Every step.
pub fn steps(n: &Numbers) -> Vec<Step> {
    let mut steps: Vec<Step> = n
        .solid
        .patches
        .iter()
        .filter(|(_, patch)| patch.area_mm2() > 0.0)
        .map(|(label, patch)| surface(*label, *patch))
        .collect();
    steps.extend([sum(n), mass(n), load(n), takt(n), output(n)]);
    steps
}

fn step(id: &'static str, text: Text, args: impl Into<Vec<Arg>>, formula: Math) -> Step {
    Step { id, text: phrase(text, args), formula }
}

fn row(factors: Vec<Math>) -> Math {
    Math::Row(product(factors))
}

/// A patch: its equation and its numbers.
fn surface(label: Text, patch: Patch) -> Step {
    let (symbols, numbers) = match patch {
        Patch::Rectangles(count, length, width) => (
            vec![Math::Whole(count), sym("l"), sym("w")],
            vec![Math::Whole(count), num(length), num(width)],
        ),
        Patch::Swept(outline, length) => {
            (vec![sym("u"), sym("l")], vec![num(outline), num(length)])
        }
        Patch::Areas(count, area) => (vec![sym("n"), sym("A")], vec![num(count), num(area)]),
        Patch::Cylinder(diameter, length) => {
            (vec![op("π"), sym("d"), sym("l")], vec![op("π"), num(diameter), num(length)])
        }
        Patch::Discs(count, diameter) => {
            let quarter = || Math::Fraction(vec![op("π")], vec![Math::Exact("4")]);
            let mut numbers = vec![Math::Whole(count), op("·"), quarter(), op("·")];
            numbers.push(squared(num(diameter)));
            return finish(label, patch, vec![sym("n"), quarter(), squared(sym("d"))], numbers);
        }
        Patch::Rings(count, outer, inner) => {
            let quarter = || Math::Fraction(vec![op("π")], vec![Math::Exact("4")]);
            let symbols = vec![
                sym("n"),
                quarter(),
                op("("),
                squared(sym("D")),
                op("−"),
                squared(sym("d")),
                op(")"),
            ];
            let mut numbers =
                vec![Math::Whole(count), op("·"), quarter(), op("("), squared(num(outer)), op("−")];
            numbers.push(squared(num(inner)));
            numbers.push(op(")"));
            return finish(label, patch, symbols, numbers);
        }
        Patch::Hexagons(count, flats, hole) => {
            let half = || Math::Fraction(vec![Math::Exact("√3")], vec![Math::Exact("2")]);
            let quarter = || Math::Fraction(vec![op("π")], vec![Math::Exact("4")]);
            let mut symbols = vec![sym("n"), op("("), half(), squared(sym("s"))];
            let mut numbers =
                vec![Math::Whole(count), op("("), half(), op("·"), squared(num(flats))];
            if hole > 0.0 {
                symbols.extend([op("−"), quarter(), squared(sym("d"))]);
                numbers.extend([op("−"), quarter(), op("·"), squared(num(hole))]);
            }
            symbols.push(op(")"));
            numbers.push(op(")"));
            return finish(label, patch, symbols, numbers);
        }
        Patch::HexagonSides(flats, height) => (
            vec![Math::Exact("2√3"), sym("s"), sym("k")],
            vec![Math::Exact("2√3"), num(flats), num(height)],
        ),
        Patch::Cone(large, small, height) => {
            let half = || Math::Fraction(vec![op("π")], vec![Math::Exact("2")]);
            let symbols = vec![half(), op("("), sym("D"), op("+"), sym("d"), op(")"), sym("m")];
            let slant = height.hypot(0.5 * (large - small));
            let numbers = vec![
                half(),
                op("("),
                num(large),
                op("+"),
                num(small),
                op(")"),
                op("·"),
                num(slant),
            ];
            return finish(label, patch, symbols, numbers);
        }
        Patch::Thread(diameter, pitch, length) => {
            let eighth = |of: Math| Math::Fraction(vec![of], vec![Math::Exact("8")]);
            let core = || Math::Indexed("d", text("1", "1"));
            let root = || Math::Indexed("d", text("m", "m"));
            let symbols = vec![
                Math::Exact("1.01"),
                op("π"),
                op("("),
                eighth(sym("d")),
                op("+"),
                Math::Exact("1.25"),
                Math::Fraction(vec![sym("d"), op("+"), core()], vec![Math::Exact("2")]),
                op("+"),
                Math::Exact("0.3023"),
                root(),
                op(")"),
                sym("l"),
            ];
            let small = core_diameter(diameter, pitch);
            let numbers = vec![
                Math::Exact("1.01"),
                op("π"),
                op("("),
                eighth(num(diameter)),
                op("+"),
                Math::Exact("1.25"),
                op("·"),
                Math::Fraction(vec![num(diameter), op("+"), num(small)], vec![Math::Exact("2")]),
                op("+"),
                Math::Exact("0.3023"),
                op("·"),
                num(diameter - 1.1325 * pitch),
                op(")"),
                op("·"),
                num(length),
            ];
            return finish(label, patch, symbols, numbers);
        }
    };
    finish(label, patch, product(symbols), product(numbers))
}

fn finish(label: Text, patch: Patch, symbols: Vec<Math>, numbers: Vec<Math>) -> Step {
    let says = match patch {
        Patch::Thread(..) => text(
            "{0}: crests, flanks and rounded roots, as ISO 4042 Annex G.",
            "{0}：牙顶、牙侧与圆弧牙底，与 ISO 4042 附录 G 一致。",
        ),
        _ => text("{0}.", "{0}。"),
    };
    step(
        "surface",
        says,
        [Arg::Text(label)],
        equation(sym("A"), Math::Row(symbols), Math::Row(numbers), patch.area_mm2(), "mm²"),
    )
}

fn sum(n: &Numbers) -> Step {
    let mut numbers = Vec::new();
    for (_, patch) in n.solid.patches.iter().filter(|(_, patch)| patch.area_mm2() > 0.0) {
        if !numbers.is_empty() {
            numbers.push(op("+"));
        }
        numbers.push(num(patch.area_mm2() / 10_000.0));
    }
    let mut symbols = vec![op("∑"), Math::Indexed("A", text("i", "i"))];
    let free = n.setup.part.values.unplated_dm2.value;
    if free > 0.0 {
        symbols.extend([op("−"), Math::Indexed("A", text("free", "不镀"))]);
        numbers.extend([op("−"), num(free)]);
    }
    step(
        "area",
        text("All of it, in dm².", "合计（dm²）。"),
        [],
        equation(sym("A"), Math::Row(symbols), Math::Row(numbers), n.solid.area_dm2, "dm²"),
    )
}

fn mass(n: &Numbers) -> Step {
    let density = n.setup.part.values.density_g_per_cm3.value;
    let by_mass = n.setup.part.shape == Shape::ByMass;
    let of = |body: &Body| num(body.volume_mm3() / 1000.0);
    let mut volume = vec![op("(")];
    for (sign, body) in n.solid.bodies.iter().filter(|(_, body)| body.volume_mm3() > 0.0) {
        if volume.len() > 1 {
            volume.push(op(if *sign > 0.0 { "+" } else { "−" }));
        }
        volume.push(of(body));
    }
    volume.push(op(")"));
    let (says, formula) = if by_mass {
        (
            text("Area by mass.", "每 kg 面积。"),
            equation(
                sym("a"),
                over(vec![sym("A")], vec![sym("m")]),
                over(vec![num(n.solid.area_dm2 / 100.0)], vec![num(n.solid.mass_g / 1000.0)]),
                n.solid.area_m2_per_kg(),
                "m²/kg",
            ),
        )
    } else {
        volume.extend([op("·"), num(density)]);
        (
            text(
                "Mass: a thread has the volume of a cylinder of its pitch diameter. Area by mass: {0}.",
                "质量：螺纹体积按中径圆柱计。每 kg 面积：{0}。",
            ),
            equation(
                sym("m"),
                row(vec![sym("V"), sym("ρ")]),
                Math::Row(volume),
                n.solid.mass_g,
                "g",
            ),
        )
    };
    step("mass", says, [Arg::Quantity(Dimension::AreaPerMass, n.solid.area_m2_per_kg())], formula)
}

fn load(n: &Numbers) -> Step {
    let v = &n.setup.values;
    let current = Math::Fraction(
        vec![num(v.rectifier_a.value)],
        product(vec![num(v.current_density_a_per_dm2.value), num(n.solid.area_dm2)]),
    );
    let by_current = Math::Fraction(vec![sym("I")], vec![sym("j"), sym("A")]);
    let (says, room, room_numbers) = if n.setup.barrel {
        (
            text(
                "Pieces in a load: what finds room in the barrel, or what the rectifier carries, whichever is less.",
                "每槽件数：取滚筒可容件数与整流器可带件数中较小者。",
            ),
            Math::Fraction(
                vec![sym("V"), sym("f"), Math::Indexed("ρ", text("heap", "堆"))],
                vec![sym("m")],
            ),
            Math::Fraction(
                product(vec![
                    num(v.barrel_volume_l.value),
                    num(v.fill_fraction.value),
                    num(v.bulk_density_kg_per_l.value),
                ]),
                vec![num(n.solid.mass_g / 1000.0)],
            ),
        )
    } else {
        (
            text(
                "Pieces in a load: places on the racks, or what the rectifier carries, whichever is less.",
                "每槽件数：取挂具位数与整流器可带件数中较小者。",
            ),
            row(vec![
                Math::Indexed("n", text("rack", "挂")),
                Math::Indexed("n", text("load", "槽")),
            ]),
            row(vec![num(v.pieces_per_rack.value), num(v.racks_per_load.value)]),
        )
    };
    let least =
        |one: Math, other: Math| Math::Row(vec![op("min"), op("("), one, op(","), other, op(")")]);
    step(
        "load",
        says,
        [],
        Math::Row(vec![
            sym("N"),
            op("="),
            least(room, by_current),
            op("="),
            least(room_numbers, current),
            op("→"),
            Math::Whole(n.load.pieces),
        ]),
    )
}

fn takt(n: &Numbers) -> Step {
    let v = &n.setup.values;
    let says = match n.takt.set_by {
        SetBy::PlatingStations => text(
            "Time between two loads: the plating tanks set it. To change its load a station stands empty for two moves.",
            "节拍：由镀槽决定。工位换挂时空置两次行车动作的时间。",
        ),
        SetBy::OtherStation | SetBy::RestOfLine => text(
            "Time between two loads: another station sets it. To change its load a station stands empty for two moves.",
            "节拍：由其他工位决定。工位换挂时空置两次行车动作的时间。",
        ),
        SetBy::Hoists => text("Time between two loads: the hoists set it.", "节拍：由行车决定。"),
    };
    let moved = Math::Indexed("t", text("move", "动作"));
    let most = |one: Math, two: Math, three: Math| {
        Math::Row(vec![op("max"), op("("), one, op(","), two, op(","), three, op(")")])
    };
    let two_moves = |moved: Math| vec![op("+"), Math::Exact("2"), op("·"), moved];
    let with_change = |time: Math, moved: Math| [vec![time], two_moves(moved)].concat();
    let symbols = most(
        Math::Fraction(
            with_change(sym("t"), moved.clone()),
            vec![Math::Indexed("n", text("tanks", "槽"))],
        ),
        Math::Row(with_change(Math::Indexed("t", text("other", "其他")), moved.clone())),
        Math::Fraction(
            vec![Math::Indexed("n", text("moves", "动作")), moved],
            vec![Math::Indexed("n", text("hoists", "行车"))],
        ),
    );
    let moved = num(v.move_min.value);
    let numbers = most(
        Math::Fraction(
            with_change(num(v.time_min.value), moved.clone()),
            vec![num(v.plating_stations.value)],
        ),
        Math::Row(with_change(num(v.other_station_min.value), moved.clone())),
        over(vec![num(v.moves_per_load.value), moved], vec![num(v.hoists.value)]),
    );
    step("takt", says, [], equation(sym("T"), symbols, numbers, n.takt.min, "min"))
}

fn output(n: &Numbers) -> Step {
    let v = &n.setup.values;
    step(
        "output",
        text(
            "Good pieces in an hour: loads, pieces, the time it runs, and the share that is good.",
            "每小时合格件数：槽数 × 件数 × 开动率 × 合格率。",
        ),
        [],
        equation(
            sym("q"),
            row(vec![
                Math::Fraction(vec![Math::Exact("60")], vec![sym("T")]),
                sym("N"),
                sym("u"),
                sym("y"),
            ]),
            row(vec![
                over(vec![Math::Exact("60")], vec![num(n.takt.min)]),
                num(n.load.pieces),
                num(v.uptime.value),
                num(v.yield_fraction.value),
            ]),
            n.good_per_hour(),
            "/h",
        ),
    )
}
