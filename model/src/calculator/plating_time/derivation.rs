//! The derivation with the visitor's numbers, step by step.
#![allow(clippy::float_cmp, reason = "a loss of exactly zero is one that does not apply")]

use super::inputs::{EfficiencyMode, SolveFor, ThicknessKind};
use super::solve::Numbers;
use crate::plating::faraday;
use crate::report::Step;
use crate::report::math::{Math, equation, num, op, over, product, sym};
use crate::units::{Density, Dimension};
use crate::words::{Arg, Text, phrase, symbol, text};

const AVERAGE: Math = Math::Indexed("d", text("avg", "平均"));
const MINIMUM: Math = Math::Indexed("d", text("min", "最小"));
const BATCH: Math = Math::Indexed("d", text("batch", "批"));
const EFFECTIVE: Math = Math::Indexed("j", text("eff", "实际"));
const TOTAL_AREA: Math = sym("A");

/// The steps in the order one would write them on paper.
pub fn steps(n: &Numbers) -> Vec<Step> {
    let mut steps = vec![equivalent(n)];
    if n.setup.barrel {
        steps.push(effective_current_density(n));
    }
    steps.extend(measured_efficiency(n));
    steps.extend(efficiency_of_curve(n));
    if n.setup.solve_for != SolveFor::Thickness {
        steps.extend(average_from_kind(n));
    }
    steps.push(solved(n));
    if n.setup.solve_for == SolveFor::Thickness {
        steps.extend(kind_from_average(n));
    }
    steps.push(charge(n));
    steps.push(mass(n));
    steps.push(energy(n));
    steps
}

fn step(id: &'static str, text: Text, args: impl Into<Vec<Arg>>, formula: Math) -> Step {
    Step { id, text: phrase(text, args), formula }
}

fn equivalent(n: &Numbers) -> Step {
    let setup = &n.setup;
    let (element, valence) = (setup.deposit.element, setup.deposit.valence);
    let c = setup.equivalent.g_per_ah();
    let faraday_constant = Math::Exact("96 485.332");
    match &setup.deposit.alloying {
        None => step(
            "equivalent",
            text(
                "{0} laid down by one ampere-hour if all current deposited metal: {1} electrons for each atom ({2}).",
                "若电流全部用于沉积金属，每安时沉积的{0}：每个原子 {1} 个电子（{2}）。",
            ),
            [
                Arg::Text(element.name),
                Arg::Count(valence.into()),
                Arg::Name(setup.deposit.reaction.to_owned()),
            ],
            equation(
                sym("c"),
                over(vec![Math::Exact("3600"), sym("M")], vec![sym("n"), sym("F")]),
                over(
                    vec![Math::Exact("3600"), Math::Whole(element.molar_mass.value)],
                    vec![Math::Whole(f64::from(valence)), faraday_constant],
                ),
                c,
                "g/(A·h)",
            ),
        ),
        Some(partner) => {
            let w = setup.alloying_fraction.value;
            let share = |w: f64, n: u8, m: f64| {
                over(vec![Math::Number(w, 3), Math::Whole(f64::from(n))], vec![Math::Whole(m)])
            };
            step(
                "equivalent",
                text(
                    "Each component of the alloy takes the charge of its own atoms: {0} of {1}, the rest {2}.",
                    "合金中各组分按自身原子消耗电量：{1} 占 {0}，其余为{2}。",
                ),
                [
                    Arg::Quantity(Dimension::Fraction, w),
                    Arg::Text(partner.element.name),
                    Arg::Text(element.name),
                ],
                equation(
                    sym("c"),
                    over(
                        vec![Math::Exact("3600")],
                        vec![
                            sym("F"),
                            op("·"),
                            op("∑"),
                            over(
                                vec![
                                    Math::Indexed("w", symbol("i")),
                                    Math::Indexed("n", symbol("i")),
                                ],
                                vec![Math::Indexed("M", symbol("i"))],
                            ),
                        ],
                    ),
                    over(
                        vec![Math::Exact("3600")],
                        vec![
                            faraday_constant,
                            op("·"),
                            op("("),
                            share(1.0 - w, valence, element.molar_mass.value),
                            op("+"),
                            share(w, partner.valence, partner.element.molar_mass.value),
                            op(")"),
                        ],
                    ),
                    c,
                    "g/(A·h)",
                ),
            )
        }
    }
}

fn effective_current_density(n: &Numbers) -> Step {
    step(
        "effective_current_density",
        text(
            "In the barrel only {0} of the load is plated at a time; efficiency and burning go by the current density there.",
            "滚筒中同一时刻仅有 {0} 的工件受镀；电流效率与烧焦按该处的电流密度判断。",
        ),
        [Arg::Quantity(Dimension::Fraction, n.setup.contact.value)],
        equation(
            EFFECTIVE,
            over(vec![sym("j")], vec![sym("k")]),
            over(vec![num(n.solution.current_density)], vec![num(n.setup.contact.value)]),
            n.effective_current_density,
            "A/dm²",
        ),
    )
}

fn measured_efficiency(n: &Numbers) -> Option<Step> {
    let setup = &n.setup;
    if setup.efficiency_mode != EfficiencyMode::Calibrated
        || setup.solve_for == SolveFor::Efficiency
    {
        return None;
    }
    let [thickness, mass, area, time, j] = setup.calibration;
    let c = setup.equivalent.g_per_ah();
    let efficiency = n.solution.efficiency;
    Some(if setup.calibration_by == super::CalibrationBy::Mass {
        step(
            "calibration",
            text(
                "The part that was weighed shows the efficiency this bath really has.",
                "称重标定件给出该镀液的实际电流效率。",
            ),
            [],
            equation(
                sym("η"),
                over(
                    vec![Math::Exact("60"), sym("m")],
                    vec![sym("c"), sym("j"), sym("A"), sym("t")],
                ),
                over(
                    vec![Math::Exact("60"), num(mass.value)],
                    vec![num(c), num(j.value), num(area.value), num(time.value)],
                ),
                efficiency,
                "",
            ),
        )
    } else {
        step(
            "calibration",
            text(
                "The part that was measured shows the efficiency this bath really has.",
                "实测标定件给出该镀液的实际电流效率。",
            ),
            [],
            equation(
                sym("η"),
                over(
                    vec![Math::Exact("60"), sym("ρ"), sym("d")],
                    vec![Math::Exact("100"), sym("c"), sym("j"), sym("t")],
                ),
                over(
                    vec![Math::Exact("60"), num(setup.density.value), num(thickness.value)],
                    vec![Math::Exact("100"), num(c), num(j.value), num(time.value)],
                ),
                efficiency,
                "",
            ),
        )
    })
}

/// The efficiency as the curve gives it: the one number of the derivation that no formula yields.
fn efficiency_of_curve(n: &Numbers) -> Option<Step> {
    n.setup.efficiency.points().filter(|_| n.setup.solve_for != SolveFor::Efficiency)?;
    let j = if n.setup.barrel { EFFECTIVE } else { sym("j") };
    Some(step(
        "efficiency_curve",
        text("The efficiency, read off the curve at {0}.", "电流效率按曲线在 {0} 处取值。"),
        [Arg::Quantity(Dimension::CurrentDensity, n.effective_current_density)],
        Math::Row(vec![sym("η"), op("("), j, op(")"), op("="), num(n.solution.efficiency)]),
    ))
}

fn average_from_kind(n: &Numbers) -> Option<Step> {
    let (d, loss, r) = (n.setup.thickness.value, n.setup.loss.value, n.setup.ratio.value);
    match n.setup.kind {
        ThicknessKind::Average => None,
        ThicknessKind::Minimum if loss == 0.0 => Some(step(
            "average",
            text(
                "The average that gives {0} where it is thinnest.",
                "最薄处达到 {0} 所需的平均厚度。",
            ),
            [Arg::Quantity(Dimension::Thickness, d)],
            equation(
                AVERAGE,
                over(vec![MINIMUM], vec![sym("r")]),
                over(vec![num(d)], vec![num(r)]),
                n.solution.average_um,
                "µm",
            ),
        )),
        ThicknessKind::Minimum => Some(step(
            "average",
            text(
                "The average that leaves {0} where it is thinnest, after dip and passivate have taken {1}.",
                "出光和钝化溶去 {1} 后，最薄处仍有 {0} 所需的平均厚度。",
            ),
            [Arg::Quantity(Dimension::Thickness, d), Arg::Quantity(Dimension::Thickness, loss)],
            equation(
                AVERAGE,
                Math::Fraction(vec![MINIMUM, op("+"), sym("l")], vec![sym("r")]),
                Math::Fraction(vec![num(d), op("+"), num(loss)], vec![num(r)]),
                n.solution.average_um,
                "µm",
            ),
        )),
        ThicknessKind::BatchAverage if loss == 0.0 => None,
        ThicknessKind::BatchAverage => Some(step(
            "average",
            text(
                "The batch average is measured on finished parts: what dip and passivate take comes on top.",
                "批平均厚度在成品上测量，需加上出光与钝化溶去的部分。",
            ),
            [],
            equation(
                AVERAGE,
                Math::Row(vec![BATCH, op("+"), sym("l")]),
                Math::Row(vec![num(d), op("+"), num(loss)]),
                n.solution.average_um,
                "µm",
            ),
        )),
    }
}

fn kind_from_average(n: &Numbers) -> Option<Step> {
    let (average, loss, r) = (n.solution.average_um, n.setup.loss.value, n.setup.ratio.value);
    match n.setup.kind {
        ThicknessKind::Average => None,
        ThicknessKind::Minimum if loss == 0.0 => Some(step(
            "minimum",
            text("What there is where it is thinnest.", "最薄处的厚度。"),
            [],
            equation(
                MINIMUM,
                Math::Row(vec![sym("r"), AVERAGE]),
                Math::Row(product(vec![num(r), num(average)])),
                n.minimum_um,
                "µm",
            ),
        )),
        ThicknessKind::Minimum => Some(step(
            "minimum",
            text(
                "What is left where it is thinnest, after dip and passivate.",
                "出光与钝化之后最薄处的剩余厚度。",
            ),
            [],
            equation(
                MINIMUM,
                Math::Row(vec![sym("r"), AVERAGE, op("−"), sym("l")]),
                Math::Row(vec![num(r), op("·"), num(average), op("−"), num(loss)]),
                n.minimum_um,
                "µm",
            ),
        )),
        ThicknessKind::BatchAverage if loss == 0.0 => None,
        ThicknessKind::BatchAverage => Some(step(
            "batch_average",
            text("What a batch of finished parts shows on average.", "成品批的平均厚度。"),
            [],
            equation(
                BATCH,
                Math::Row(vec![AVERAGE, op("−"), sym("l")]),
                Math::Row(vec![num(average), op("−"), num(loss)]),
                n.batch_average_um,
                "µm",
            ),
        )),
    }
}

fn solved(n: &Numbers) -> Step {
    let (rho, c) = (n.setup.density.value, n.setup.equivalent.g_per_ah());
    let (d, t, j, efficiency) = (
        n.solution.average_um,
        n.solution.time_min,
        n.solution.current_density,
        n.solution.efficiency,
    );
    let needed = || product(vec![Math::Exact("60"), num(rho), num(d)]);
    let share = Arg::Quantity(Dimension::Fraction, efficiency);
    match n.setup.solve_for {
        SolveFor::Time => step(
            "time",
            text(
                "Time: {0} of the current deposits metal, the rest does something else.",
                "时间：{0} 的电流用于沉积金属，其余用于副反应。",
            ),
            [share],
            equation(
                sym("t"),
                over(
                    vec![Math::Exact("60"), sym("ρ"), AVERAGE],
                    vec![Math::Exact("100"), sym("c"), sym("j"), sym("η")],
                ),
                Math::Fraction(
                    needed(),
                    product(vec![Math::Exact("100"), num(c), num(j), num(efficiency)]),
                ),
                t,
                "min",
            ),
        ),
        SolveFor::Thickness => step(
            "thickness",
            text(
                "Average thickness: {0} of the current deposits metal.",
                "平均厚度：{0} 的电流用于沉积金属。",
            ),
            [share],
            equation(
                AVERAGE,
                over(
                    vec![Math::Exact("100"), sym("c"), sym("j"), sym("t"), sym("η")],
                    vec![Math::Exact("60"), sym("ρ")],
                ),
                over(
                    vec![Math::Exact("100"), num(c), num(j), num(t), num(efficiency)],
                    vec![Math::Exact("60"), num(rho)],
                ),
                d,
                "µm",
            ),
        ),
        SolveFor::CurrentDensity => step(
            "current_density",
            text(
                "Current density: the lowest that reaches the thickness in time; there {0} of it deposits metal.",
                "电流密度：能按时达到该厚度的最低值，此时 {0} 的电流用于沉积金属。",
            ),
            [share],
            equation(
                sym("j"),
                over(
                    vec![Math::Exact("60"), sym("ρ"), AVERAGE],
                    vec![Math::Exact("100"), sym("c"), sym("t"), sym("η")],
                ),
                Math::Fraction(
                    needed(),
                    product(vec![Math::Exact("100"), num(c), num(t), num(efficiency)]),
                ),
                j,
                "A/dm²",
            ),
        ),
        SolveFor::Efficiency => step(
            "efficiency",
            text(
                "Efficiency: the deposit found, against what the charge could have laid down ({0} at 100 %).",
                "电流效率：实际厚度与该电量在 100 % 效率下应得厚度（{0}）之比。",
            ),
            [Arg::Quantity(
                Dimension::Thickness,
                faraday::growth(n.setup.equivalent, Density::new(rho)) * j * t,
            )],
            equation(
                sym("η"),
                over(
                    vec![Math::Exact("60"), sym("ρ"), AVERAGE],
                    vec![Math::Exact("100"), sym("c"), sym("j"), sym("t")],
                ),
                Math::Fraction(needed(), product(vec![Math::Exact("100"), num(c), num(j), num(t)])),
                efficiency,
                "",
            ),
        ),
    }
}

fn charge(n: &Numbers) -> Step {
    step(
        "charge",
        text("Charge for the whole work of {0}.", "全部工件（{0}）的电量。"),
        [Arg::Quantity(Dimension::Area, n.setup.total_area)],
        equation(
            sym("Q"),
            over(vec![sym("j"), TOTAL_AREA, sym("t")], vec![Math::Exact("60")]),
            over(
                vec![
                    num(n.solution.current_density),
                    num(n.setup.total_area),
                    num(n.solution.time_min),
                ],
                vec![Math::Exact("60")],
            ),
            n.total.charge_ah,
            "A·h",
        ),
    )
}

fn mass(n: &Numbers) -> Step {
    step(
        "mass",
        text("Metal on the parts.", "工件上的金属量。"),
        [],
        equation(
            sym("m"),
            Math::Row(vec![sym("c"), sym("Q"), sym("η")]),
            Math::Row(product(vec![
                num(n.setup.equivalent.g_per_ah()),
                num(n.total.charge_ah),
                num(n.solution.efficiency),
            ])),
            n.total.mass_g,
            "g",
        ),
    )
}

fn energy(n: &Numbers) -> Step {
    step(
        "energy",
        text(
            "Electricity from the mains: the tank's direct current through a rectifier of {0}.",
            "电网电能：镀槽直流电能除以整流器效率 {0}。",
        ),
        [Arg::Quantity(Dimension::Fraction, n.setup.rectifier.value)],
        equation(
            sym("W"),
            over(
                vec![sym("U"), sym("Q")],
                vec![Math::Exact("1000"), Math::Indexed("η", text("rect", "整流"))],
            ),
            over(
                vec![num(n.setup.voltage.value), num(n.total.charge_ah)],
                vec![Math::Exact("1000"), num(n.setup.rectifier.value)],
            ),
            n.total.energy_ac_kwh,
            "kWh",
        ),
    )
}
