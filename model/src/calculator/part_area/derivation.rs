//! How the answer follows, step by step, with its numbers.

use super::solve::Numbers;
use crate::calculator::part::Shape;
use crate::line::takt::SetBy;
use crate::part::geometry::{Body, Patch};
use crate::report::Step;
use crate::report::formula::{Formula, Symbol, formula};
use crate::units::Dimension;
use crate::words::{Arg, Text, phrase, text};

const SURFACE: Symbol =
    Symbol::new("A", text("area of this surface", "该表面的面积"), Dimension::SectionArea);
const COUNT: Symbol = Symbol::new("n", text("how many there are", "数量"), Dimension::Count);
const LENGTH: Symbol = Symbol::new("l", text("length", "长度"), Dimension::Length);
const WIDTH: Symbol = Symbol::new("w", text("width", "宽度"), Dimension::Length);
const PERIMETER: Symbol = Symbol::new("u", text("perimeter", "周长"), Dimension::Length);
const ONE_AREA: Symbol =
    Symbol::new("A_1", text("area of one", "单个面积"), Dimension::SectionArea);
const BY_MASS: Symbol =
    Symbol::new("a", text("area by mass", "单位质量面积"), Dimension::AreaPerMass).unit("mm²/g");
const DIAMETER: Symbol = Symbol::new("d", text("diameter", "直径"), Dimension::Length);
const OUTER: Symbol = Symbol::new("D", text("outer diameter", "外径"), Dimension::Length);
const INNER: Symbol = Symbol::new("d", text("inner diameter", "内径"), Dimension::Length);
const LARGE: Symbol = Symbol::new("D", text("large diameter", "大端直径"), Dimension::Length);
const SMALL: Symbol = Symbol::new("d", text("small diameter", "小端直径"), Dimension::Length);
const FLATS: Symbol = Symbol::new("s", text("width across flats", "对边宽度"), Dimension::Length);
const HEIGHT: Symbol = Symbol::new("k", text("height", "高度"), Dimension::Length);
const CONE_HEIGHT: Symbol = Symbol::new("h", text("height", "高度"), Dimension::Length);
const PITCH: Symbol = Symbol::new("P", text("pitch", "螺距"), Dimension::Length);

const AREA: Symbol =
    Symbol::new("A", text("plated area of a piece", "单件受镀面积"), Dimension::Area);
const SURFACES: Symbol =
    Symbol::new("A_i", text("area of each surface", "各表面的面积"), Dimension::Area);
const FREE: Symbol =
    Symbol::new("A_free", text("area not plated", "不镀面积"), Dimension::Area).index("不镀");
const MASS: Symbol = Symbol::new("m", text("mass of a piece", "单件质量"), Dimension::Mass);
const DENSITY: Symbol =
    Symbol::new("ρ", text("density of the material", "材料密度"), Dimension::Density);
const VOLUMES: Symbol = Symbol::new(
    "V_i",
    text("volume of each body, cut-outs below zero", "各形体的体积，挖去的为负"),
    Dimension::SolidVolume,
);
const AREA_BY_MASS: Symbol =
    Symbol::new("a", text("area by mass", "单位质量面积"), Dimension::AreaPerMass);

const PIECES: Symbol = Symbol::new("N", text("pieces in a load", "每槽件数"), Dimension::Count);
const BARREL: Symbol =
    Symbol::new("V", text("volume of the barrel", "滚筒容积"), Dimension::Volume);
const FILL: Symbol = Symbol::new("f", text("fill of the barrel", "装料率"), Dimension::Ratio);
const HEAP: Symbol =
    Symbol::new("ρ_heap", text("bulk density of the heap", "堆积密度"), Dimension::BulkDensity)
        .index("堆");
const MOST_MASS: Symbol = Symbol::new(
    "m_max",
    text("most that the barrel may hold", "滚筒最大装载量"),
    Dimension::LoadMass,
)
.index("最大");
const PER_RACK: Symbol =
    Symbol::new("n_rack", text("pieces on a rack", "每挂件数"), Dimension::Count).index("挂");
const RACKS: Symbol =
    Symbol::new("n_load", text("racks in a load", "每槽挂数"), Dimension::Count).index("槽");
const CURRENT: Symbol =
    Symbol::new("I", text("current of the rectifier", "整流器电流"), Dimension::Current);
const CURRENT_DENSITY: Symbol =
    Symbol::new("j", text("current density", "电流密度"), Dimension::CurrentDensity);
const OTHER_ROOM: Symbol = Symbol::new(
    "V_other",
    text("room that the other parts take", "其他工件占用容积"),
    Dimension::Volume,
)
.index("其他");
const OTHER_PLACES: Symbol = Symbol::new(
    "n_other",
    text("places that the other parts take", "其他工件占用挂位"),
    Dimension::Count,
)
.index("其他");
const OTHER_AREA: Symbol =
    Symbol::new("A_other", text("area of the other parts", "其他工件面积"), Dimension::Area)
        .index("其他");
const OTHER_MASS: Symbol =
    Symbol::new("m_other", text("mass of the other parts", "其他工件质量"), Dimension::LoadMass)
        .index("其他");

const TAKT: Symbol = Symbol::new("T", text("takt", "节拍"), Dimension::Minutes);
const TIME: Symbol = Symbol::new("t", text("plating time", "电镀时间"), Dimension::Minutes);
const TANKS: Symbol =
    Symbol::new("n_tanks", text("plating tanks", "镀槽数"), Dimension::Count).index("槽");
const OTHER_TIME: Symbol = Symbol::new(
    "t_other",
    text("time of the longest other station", "其他工位最长时间"),
    Dimension::Minutes,
)
.index("其他");
const MOVES: Symbol = Symbol::new(
    "n_moves",
    text("moves of the hoists for a load", "每槽行车动作次数"),
    Dimension::Count,
)
.index("动作");
const MOVE_TIME: Symbol =
    Symbol::new("t_move", text("time of a move", "每次动作时间"), Dimension::Minutes).index("动作");
const HOISTS: Symbol =
    Symbol::new("n_hoists", text("hoists", "行车数"), Dimension::Count).index("行车");
const OUTPUT: Symbol =
    Symbol::new("q", text("good pieces in an hour", "每小时合格件数"), Dimension::Count).unit("/h");
const UPTIME: Symbol = Symbol::new("u", text("uptime", "开动率"), Dimension::Ratio);
const YIELD: Symbol = Symbol::new("y", text("yield", "合格率"), Dimension::Ratio);

/// Every step.
pub fn steps(n: &Numbers) -> Vec<Step> {
    let mut steps: Vec<Step> = n
        .solid
        .patches
        .iter()
        .filter(|(_, patch)| patch.area_mm2() > 0.0)
        .map(|(label, patch)| surface(n, *label, *patch))
        .collect();
    steps.extend([sum(n), mass(n), load(n), takt(n), output(n)]);
    steps
}

/// A patch: its equation and its numbers.
fn surface(n: &Numbers, label: Text, patch: Patch) -> Step {
    let says = match patch {
        Patch::Thread(..) => text(
            "{0}: crests, flanks and rounded roots, as ISO 4042 Annex G.",
            "{0}：牙顶、牙侧与圆弧牙底，与 ISO 4042 附录 G 一致。",
        ),
        _ => text("{0}.", "{0}。"),
    };
    let by_mass = n.setup.part.shape == Shape::ByMass;
    Step::new("surface", phrase(says, [Arg::Text(label)]), area_of(patch, by_mass))
}

fn area_of(patch: Patch, by_mass: bool) -> Formula {
    let area = patch.area_mm2();
    match patch {
        Patch::Rectangles(count, length, width) => {
            formula!("A = n l w", SURFACE(area), COUNT(count), LENGTH(length), WIDTH(width))
        }
        Patch::Swept(outline, length) => {
            formula!("A = u l", SURFACE(area), PERIMETER(outline), LENGTH(length))
        }
        Patch::Areas(mass, each) if by_mass => {
            formula!("A = m a", SURFACE(area), MASS(mass), BY_MASS(each))
        }
        Patch::Areas(count, each) => {
            formula!("A = n A_1", SURFACE(area), COUNT(count), ONE_AREA(each))
        }
        Patch::Cylinder(diameter, length) => {
            formula!("A = π d l", SURFACE(area), DIAMETER(diameter), LENGTH(length))
        }
        Patch::Discs(count, diameter) => {
            formula!("A = n (π / 4) d²", SURFACE(area), COUNT(count), DIAMETER(diameter))
        }
        Patch::Rings(count, outer, inner) => formula!(
            "A = n (π / 4) (D² − d²)",
            SURFACE(area),
            COUNT(count),
            OUTER(outer),
            INNER(inner),
        ),
        Patch::Hexagons(count, flats, hole) => formula!(
            "A = n ((sqrt(3) / 2) s² − (π / 4) d²?)",
            SURFACE(area),
            COUNT(count),
            FLATS(flats),
            DIAMETER(hole),
        ),
        Patch::HexagonSides(flats, height) => {
            formula!("A = 2 sqrt(3) s k", SURFACE(area), FLATS(flats), HEIGHT(height))
        }
        Patch::Cone(large, small, height) => formula!(
            "A = (π / 2) (D + d) sqrt(h² + (D − d)² / 4)",
            SURFACE(area),
            LARGE(large),
            SMALL(small),
            CONE_HEIGHT(height),
        ),
        // The mean of outer and core diameter, and the middle of the rounded root, in one.
        Patch::Thread(diameter, pitch, length) => formula!(
            "A = 1.01 π l (d / 8 + 1.25 (d − 0.541266 P) + 0.3023 (d − 1.1325 P))",
            SURFACE(area),
            DIAMETER(diameter),
            PITCH(pitch),
            LENGTH(length),
        ),
    }
}

fn sum(n: &Numbers) -> Step {
    let areas: Vec<f64> = n
        .solid
        .patches
        .iter()
        .map(|(_, patch)| patch.area_mm2() / 10_000.0)
        .filter(|area| *area > 0.0)
        .collect();
    Step::new(
        "area",
        text("All of it, in dm².", "合计（dm²）。"),
        formula!(
            "A = Σ_i A_i − A_free?",
            AREA(n.solid.area_dm2),
            SURFACES(areas),
            FREE(n.setup.part.values.unplated_dm2.value),
        ),
    )
}

fn mass(n: &Numbers) -> Step {
    if n.setup.part.shape == Shape::ByMass {
        return Step::new(
            "mass",
            text("Area by mass.", "每 kg 面积。"),
            formula!(
                "a = 1000[g/kg] A / (100[dm²/m²] m)",
                AREA_BY_MASS(n.solid.area_m2_per_kg()),
                AREA(n.solid.area_dm2),
                MASS(n.solid.mass_g),
            ),
        );
    }
    let volume = |(sign, body): &(f64, Body)| sign * body.volume_mm3() / 1000.0;
    let volumes: Vec<f64> =
        n.solid.bodies.iter().map(volume).filter(|volume| *volume != 0.0).collect();
    Step::new(
        "mass",
        phrase(
            text(
                "Mass: a thread has the volume of a cylinder of its pitch diameter. Area by mass: {0}.",
                "质量：螺纹体积按中径圆柱计。每 kg 面积：{0}。",
            ),
            [Arg::Quantity(Dimension::AreaPerMass, n.solid.area_m2_per_kg())],
        ),
        formula!(
            "m = ρ Σ_i V_i",
            MASS(n.solid.mass_g),
            DENSITY(n.setup.part.values.density_g_per_cm3.value),
            VOLUMES(volumes),
        ),
    )
}

fn load(n: &Numbers) -> Step {
    let v = &n.setup.values;
    let says = match (n.setup.barrel, n.further.is_empty()) {
        (true, true) => text(
            "Pieces in a load: what finds room in the barrel, or what the rectifier carries, whichever is less.",
            "每槽件数：取滚筒可容件数与整流器可带件数中较小者。",
        ),
        (false, true) => text(
            "Pieces in a load: places on the racks, or what the rectifier carries, whichever is less.",
            "每槽件数：取挂具位数与整流器可带件数中较小者。",
        ),
        (true, false) => text(
            "Pieces in a load beside the other parts: what finds room in the barrel, or what the rectifier carries, whichever is less.",
            "与其他工件混装时的每槽件数：取滚筒可容件数与整流器可带件数中较小者。",
        ),
        (false, false) => text(
            "Pieces in a load beside the other parts: places on the racks, or what the rectifier carries, whichever is less.",
            "与其他工件混装时的每槽件数：取挂具位数与整流器可带件数中较小者。",
        ),
    };
    let pieces = n.load.pieces;
    let (current, j) = (v.rectifier_a.value, v.current_density_a_per_dm2.value);
    let (area, mass) = (n.solid.area_dm2, n.solid.mass_g);
    let (volume, fill, heap) =
        (v.barrel_volume_l.value, v.fill_fraction.value, v.bulk_density_kg_per_l.value);
    let (per_rack, racks) = (v.pieces_per_rack.value, v.racks_per_load.value);
    let others = n.load.shares.get(1..).unwrap_or_default();
    let most = v.barrel_limit_kg.value;
    let other_area: f64 = others.iter().map(|one| one.area_dm2).sum();
    let other_mass: f64 = others.iter().map(|one| one.mass_kg).sum();
    let other_room: f64 = others.iter().map(|one| one.room).sum();
    let formula = match (n.setup.barrel, most > 0.0, others.is_empty()) {
        (true, false, true) => formula!(
            "N = floor(min(1000[g/kg] V f ρ_heap / m, I / (j A)))",
            PIECES(pieces),
            BARREL(volume),
            FILL(fill),
            HEAP(heap),
            MASS(mass),
            CURRENT(current),
            CURRENT_DENSITY(j),
            AREA(area),
        ),
        (true, true, true) => formula!(
            "N = floor(min(1000[g/kg] V f ρ_heap / m, I / (j A), 1000[g/kg] m_max / m))",
            PIECES(pieces),
            BARREL(volume),
            FILL(fill),
            HEAP(heap),
            MASS(mass),
            CURRENT(current),
            CURRENT_DENSITY(j),
            AREA(area),
            MOST_MASS(most),
        ),
        (false, _, true) => formula!(
            "N = floor(min(n_rack n_load, I / (j A)))",
            PIECES(pieces),
            PER_RACK(per_rack),
            RACKS(racks),
            CURRENT(current),
            CURRENT_DENSITY(j),
            AREA(area),
        ),
        (true, false, false) => formula!(
            "N = max(0, floor(min(1000[g/kg] (V f − V_other) ρ_heap / m, (I / j − A_other) / A)))",
            PIECES(pieces),
            BARREL(volume),
            FILL(fill),
            OTHER_ROOM(other_room),
            HEAP(heap),
            MASS(mass),
            CURRENT(current),
            CURRENT_DENSITY(j),
            OTHER_AREA(other_area),
            AREA(area),
        ),
        (true, true, false) => formula!(
            "N = max(0, floor(min(1000[g/kg] (V f − V_other) ρ_heap / m, (I / j − A_other) / A, 1000[g/kg] (m_max − m_other) / m)))",
            PIECES(pieces),
            BARREL(volume),
            FILL(fill),
            OTHER_ROOM(other_room),
            HEAP(heap),
            MASS(mass),
            CURRENT(current),
            CURRENT_DENSITY(j),
            OTHER_AREA(other_area),
            AREA(area),
            MOST_MASS(most),
            OTHER_MASS(other_mass),
        ),
        (false, _, false) => formula!(
            "N = max(0, floor(min(n_rack n_load − n_other, (I / j − A_other) / A)))",
            PIECES(pieces),
            PER_RACK(per_rack),
            RACKS(racks),
            OTHER_PLACES(other_room),
            CURRENT(current),
            CURRENT_DENSITY(j),
            OTHER_AREA(other_area),
            AREA(area),
        ),
    };
    Step::new("load", says, formula)
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
    Step::new(
        "takt",
        says,
        formula!(
            "T = max((t + 2 t_move) / n_tanks, t_other + 2 t_move, n_moves t_move / n_hoists)",
            TAKT(n.takt.min),
            TIME(v.time_min.value),
            TANKS(v.plating_stations.value),
            OTHER_TIME(v.other_station_min.value),
            MOVES(v.moves_per_load.value),
            MOVE_TIME(v.move_min.value),
            HOISTS(v.hoists.value),
        ),
    )
}

fn output(n: &Numbers) -> Step {
    let v = &n.setup.values;
    Step::new(
        "output",
        text(
            "Good pieces in an hour: loads, pieces, the time it runs, and the share that is good.",
            "每小时合格件数：槽数 × 件数 × 开动率 × 合格率。",
        ),
        formula!(
            "q = (60[min/h] / T) N u y",
            OUTPUT(n.good_per_hour()),
            TAKT(n.takt.min),
            PIECES(n.load.pieces),
            UPTIME(v.uptime.value),
            YIELD(v.yield_fraction.value),
        ),
    )
}
