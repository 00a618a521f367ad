//! How the cost of the alternative follows, step by step, with its numbers.

use super::compared::Compared;
use super::inputs::ThicknessBasis;
use super::solve::Numbers;
use crate::data::treatment;
use crate::process::waste::Oxidant;
use crate::report::Step;
use crate::report::math::{Math, equation, num, op, over, product, sym};
use crate::units::Dimension;
use crate::words::{Arg, Text, phrase, text};

/// Every step, of the alternative; the destruction of cyanide of whichever of the two holds it.
pub fn steps(n: &Numbers) -> Vec<Step> {
    let to = n.alternative();
    let mut steps =
        vec![thickness(n, to), charge(to), time(to), energy(to), drag_out(to), sludge(to)];
    if let Some(one) = [to, n.baseline()].into_iter().find(|one| one.holds_cyanide()) {
        steps.push(cyanide(one));
    }
    steps.push(labour(n, to));
    steps.push(total(n));
    steps
}

fn step(id: &'static str, text: Text, args: impl Into<Vec<Arg>>, formula: Math) -> Step {
    Step { id, text: phrase(text, args), formula }
}

const AVERAGE: Math = Math::Indexed("d", text("avg", "平均"));
const MINIMUM: Math = Math::Indexed("d", text("min", "最小"));
const LOSS: Math = Math::Indexed("d", text("dip", "出光"));
const RECTIFIER: Math = Math::Indexed("η", text("rect", "整流"));
const DRAG_OUT: Math = Math::Indexed("V", text("drag", "带出"));

fn exact(number: &'static str) -> Math {
    Math::Exact(number)
}

fn thickness(n: &Numbers, one: &Compared) -> Step {
    let terms = &one.understood.terms;
    match n.setup.basis {
        ThicknessBasis::Minimum => step(
            "average_thickness",
            text(
                "{0}: so that the thinnest place keeps its minimum after the dips, the average has to be higher. The ratio k decides much of the answer.",
                "{0}：为使最薄处在出光、钝化后仍达到最小厚度，平均厚度须更高。比值 k 在很大程度上决定结果。",
            ),
            [one.name()],
            equation(
                AVERAGE,
                Math::Fraction(vec![MINIMUM, op("+"), LOSS], vec![sym("k")]),
                Math::Fraction(
                    vec![
                        num(n.setup.values.minimum_thickness_um.value),
                        op("+"),
                        num(terms.dip_loss_um),
                    ],
                    vec![num(one.understood.minimum_to_average)],
                ),
                terms.average_um,
                "µm",
            ),
        ),
        ThicknessBasis::Average => step(
            "average_thickness",
            text(
                "{0}: the average thickness is given, the same for every process.",
                "{0}：各工艺平均厚度相同，为给定值。",
            ),
            [one.name()],
            Math::Row(vec![AVERAGE, op("="), num(terms.average_um), Math::Unit("µm")]),
        ),
    }
}

fn charge(one: &Compared) -> Step {
    let terms = &one.understood.terms;
    step(
        "charge",
        text(
            "Faraday's law: density and thickness give the metal on a square metre, the electrochemical equivalent and the efficiency at {0} the charge.",
            "法拉第定律：由密度与厚度得每平方米金属量，再由电化当量及 {0} 下的电流效率得电量。",
        ),
        [Arg::Quantity(Dimension::CurrentDensity, terms.current_density_a_per_dm2)],
        equation(
            sym("Q"),
            over(vec![sym("ρ"), AVERAGE], vec![sym("c"), sym("η")]),
            over(
                vec![num(terms.density_g_per_cm3), num(terms.average_um)],
                vec![num(terms.equivalent_g_per_ah), num(terms.efficiency)],
            ),
            one.chain.charge_ah,
            "A·h/m²",
        ),
    )
}

fn time(one: &Compared) -> Step {
    let terms = &one.understood.terms;
    step(
        "time",
        text("The current density turns charge into time.", "电量除以电流密度得电镀时间。"),
        [],
        equation(
            sym("t"),
            over(vec![exact("60"), sym("Q")], vec![exact("100"), sym("j")]),
            over(
                vec![exact("60"), num(one.chain.charge_ah)],
                vec![exact("100"), num(terms.current_density_a_per_dm2)],
            ),
            one.chain.time_min,
            "min",
        ),
    )
}

fn energy(one: &Compared) -> Step {
    let terms = &one.understood.terms;
    step(
        "energy",
        text(
            "What the mains deliver is more than what reaches the tank.",
            "电网供给的电能多于到达镀槽的电能。",
        ),
        [],
        equation(
            sym("E"),
            over(vec![sym("U"), sym("Q")], vec![exact("1000"), RECTIFIER]),
            over(
                vec![num(terms.voltage_v), num(one.chain.charge_ah)],
                vec![exact("1000"), num(terms.rectifier_efficiency)],
            ),
            one.chain.ac_kwh,
            "kWh/m²",
        ),
    )
}

fn drag_out(one: &Compared) -> Step {
    let terms = &one.understood.terms;
    step(
        "drag_out",
        text(
            "What clings to the parts takes metal and chemicals along, less what is returned (share R). Zinc lost so:",
            "工件带走的镀液携带金属与化学品，扣除回收比例 R 后，锌的损失为：",
        ),
        [],
        equation(
            Math::Indexed("m", text("Zn", "锌")),
            Math::Row(vec![
                DRAG_OUT,
                op("("),
                exact("1"),
                op("−"),
                sym("R"),
                op(")"),
                Math::Indexed("c", text("Zn", "锌")),
            ]),
            Math::Row(vec![
                num(terms.drag_out_l_per_m2),
                op("·"),
                op("("),
                exact("1"),
                op("−"),
                num(terms.drag_out_recovery),
                op(")"),
                op("·"),
                num(terms.zinc_g_per_l),
            ]),
            one.chain.dragged_zinc_g,
            "g/m²",
        ),
    )
}

fn sludge(one: &Compared) -> Step {
    let terms = &one.understood.terms;
    let hydroxide = Math::Indexed("m", text("hydroxide", "氢氧化物"));
    step(
        "sludge",
        text(
            "That metal comes down as hydroxide, with what else settles (factor f), as a cake of solids s.",
            "带出的金属以氢氧化物沉淀，乘以共沉淀倍数 f，按含固率 s 计为湿泥饼。",
        ),
        [],
        equation(
            Math::Indexed("m", text("wet", "湿")),
            over(vec![hydroxide, sym("f")], vec![sym("s")]),
            over(
                vec![num(one.chain.hydroxide_dry_kg), num(terms.sludge_multiplier)],
                vec![num(terms.cake_solids)],
            ),
            one.chain.hydroxide_wet_kg * terms.sludge_multiplier,
            "kg/m²",
        ),
    )
}

fn cyanide(one: &Compared) -> Step {
    let nacn = one.chain.dragged.nacn;
    let excess = one.understood.terms.destruction_excess;
    let told = match one.understood.terms.oxidant {
        Oxidant::Hypochlorite => phrase(
            text(
                "{0}: the cyanide dragged out is destroyed in two stages; each kg of CN⁻ takes {1} kg of 10 % hypochlorite, times an excess of {2}. Cyanide to be destroyed:",
                "{0}：带出的氰化物经两级氧化破除；每 kg CN⁻ 需 10 % 次氯酸钠 {1} kg，再乘过量系数 {2}。需破除的氰根：",
            ),
            [
                one.name(),
                Arg::Number(treatment::HYPOCHLORITE_PER_CYANIDE.value),
                Arg::Number(excess),
            ],
        ),
        Oxidant::Chlorine => phrase(
            text(
                "{0}: the cyanide dragged out is destroyed in two stages; each kg of CN⁻ takes {1} kg of chlorine and {3} kg of sodium hydroxide, times an excess of {2}. Cyanide to be destroyed:",
                "{0}：带出的氰化物经两级氧化破除；每 kg CN⁻ 需液氯 {1} kg 和氢氧化钠 {3} kg，再乘过量系数 {2}。需破除的氰根：",
            ),
            [
                one.name(),
                Arg::Number(treatment::CHLORINE_PER_CYANIDE.value),
                Arg::Number(excess),
                Arg::Number(treatment::NAOH_PER_CYANIDE.value),
            ],
        ),
    };
    let formula = equation(
        Math::Indexed("m", text("CN", "氰根")),
        Math::Row(product(vec![exact("0.531"), Math::Indexed("m", text("NaCN", "氰化钠"))])),
        Math::Row(vec![exact("0.531"), op("·"), num(nacn)]),
        one.chain.cyanide_g,
        "g/m²",
    );
    Step { id: "cyanide", text: told, formula }
}

fn labour(n: &Numbers, one: &Compared) -> Step {
    let v = &n.setup.values;
    step(
        "labour",
        text(
            "The line turns out {0}; the crew is paid for the time that takes.",
            "该线产出 {0}，人工按所需时间计。",
        ),
        [Arg::Quantity(Dimension::AreaPerHour, one.chain.capacity.m2_per_hour)],
        equation(
            sym("L"),
            over(vec![sym("N"), sym("w")], vec![sym("q")]),
            over(
                vec![num(v.crew.value), num(v.price_labour_cny_per_h.value)],
                vec![num(one.chain.capacity.m2_per_hour)],
            ),
            one.chain.cost(crate::process::chain::Item::Labour),
            "CNY/m²",
        ),
    )
}

fn total(n: &Numbers) -> Step {
    let (from, to) = (n.baseline(), n.alternative());
    step(
        "difference",
        text(
            "All items of {0} together, less those of {1}: the answer.",
            "{0}各项成本合计减去{1}的合计，即为结论。",
        ),
        [to.name(), from.name()],
        Math::Row(vec![
            Math::Symbol("ΔC"),
            op("="),
            num(to.chain.total()),
            op("−"),
            num(from.chain.total()),
            op("="),
            num(n.difference()),
            Math::Unit("CNY/m²"),
        ]),
    )
}
