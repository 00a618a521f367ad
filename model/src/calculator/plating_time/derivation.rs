//! The derivation with the visitor's numbers, step by step.
#![allow(
    clippy::float_cmp,
    reason = "a loss of exactly zero does not apply, and a curve is level between points that are exactly equal"
)]

use super::CalibrationBy;
use super::inputs::{EfficiencyMode, SolveFor, ThicknessKind};
use super::solve::Numbers;
use crate::data::constants::FARADAY_C_PER_MOL;
use crate::plating::{efficiency, faraday};
use crate::report::Step;
use crate::report::formula::{Formula, Symbol, formula};
use crate::units::{Density, Dimension};
use crate::words::{Arg, phrase, text};

const TIME: Symbol = Symbol::new("t", text("plating time", "电镀时间"), Dimension::Minutes);
const DENSITY: Symbol =
    Symbol::new("ρ", text("density of the deposit", "镀层密度"), Dimension::Density);
const AVERAGE: Symbol =
    Symbol::new("d_avg", text("average thickness", "平均厚度"), Dimension::Thickness).index("平均");
const MINIMUM: Symbol =
    Symbol::new("d_min", text("minimum thickness", "最小厚度"), Dimension::Thickness).index("最小");
const BATCH: Symbol =
    Symbol::new("d_batch", text("batch average thickness", "批平均厚度"), Dimension::Thickness)
        .index("批");
const LOSS: Symbol = Symbol::new(
    "l",
    text("thickness lost in dip and passivate", "出光与钝化溶去的厚度"),
    Dimension::Thickness,
);
const RATIO: Symbol = Symbol::new(
    "r",
    text("minimum divided by average thickness", "最小厚度与平均厚度之比"),
    Dimension::Ratio,
);
const EQUIVALENT: Symbol =
    Symbol::new("c", text("electrochemical equivalent", "电化当量"), Dimension::Equivalent);
const CURRENT_DENSITY: Symbol =
    Symbol::new("j", text("current density", "电流密度"), Dimension::CurrentDensity);
const EFFECTIVE: Symbol = Symbol::new(
    "j_eff",
    text("current density on the parts in contact", "受镀工件上的电流密度"),
    Dimension::CurrentDensity,
)
.index("实际");
const CONTACT: Symbol =
    Symbol::new("k", text("share of the load that is plated", "受镀工件比例"), Dimension::Ratio);
const EFFICIENCY: Symbol =
    Symbol::new("η", text("cathode current efficiency", "阴极电流效率"), Dimension::Ratio);
const LOWER: Symbol = Symbol::new(
    "j_1",
    text("current density of the point below", "左侧曲线点的电流密度"),
    Dimension::CurrentDensity,
);
const UPPER: Symbol = Symbol::new(
    "j_2",
    text("current density of the point above", "右侧曲线点的电流密度"),
    Dimension::CurrentDensity,
);
const AT_LOWER: Symbol =
    Symbol::new("η_1", text("efficiency at the point below", "左侧曲线点的效率"), Dimension::Ratio);
const AT_UPPER: Symbol =
    Symbol::new("η_2", text("efficiency at the point above", "右侧曲线点的效率"), Dimension::Ratio);
const ON_CURVE: Symbol = Symbol::new(
    "η_curve",
    text("efficiency of the curve there", "曲线在此处的效率"),
    Dimension::Ratio,
)
.index("曲线");
const MOLAR_MASS: Symbol =
    Symbol::new("M", text("molar mass", "摩尔质量"), Dimension::MolarMass).exact();
const ELECTRONS: Symbol =
    Symbol::new("n", text("electrons for each atom", "每个原子的电子数"), Dimension::Count);
const FARADAY: Symbol =
    Symbol::new("F", text("Faraday constant", "法拉第常数"), Dimension::MolarCharge).exact();
const MOLAR_MASSES: Symbol = Symbol::new(
    "M_i",
    text("molar mass of each component", "各组分的摩尔质量"),
    Dimension::MolarMass,
)
.exact();
const ELECTRONS_OF_EACH: Symbol = Symbol::new(
    "n_i",
    text("electrons for each atom of it", "各组分每个原子的电子数"),
    Dimension::Count,
);
const SHARES: Symbol = Symbol::new(
    "w_i",
    text("mass fraction of each component", "各组分的质量分数"),
    Dimension::Ratio,
);
const MEASURED_MASS: Symbol =
    Symbol::new("m", text("weight gain of the part weighed", "标定件增重"), Dimension::Mass);
const MEASURED_AREA: Symbol =
    Symbol::new("A", text("area of the part weighed", "标定件面积"), Dimension::Area);
const MEASURED: Symbol =
    Symbol::new("d", text("thickness measured", "实测厚度"), Dimension::Thickness);
const MEASURED_TIME: Symbol =
    Symbol::new("t", text("plating time of that part", "标定件电镀时间"), Dimension::Minutes);
const MEASURED_CURRENT_DENSITY: Symbol = Symbol::new(
    "j",
    text("current density of that part", "标定件电流密度"),
    Dimension::CurrentDensity,
);
const AREA: Symbol = Symbol::new("A", text("plated area", "受镀面积"), Dimension::Area);
const CHARGE: Symbol = Symbol::new("Q", text("charge", "电量"), Dimension::Charge);
const MASS: Symbol = Symbol::new("m", text("mass of the deposit", "镀层质量"), Dimension::Mass);
const ENERGY: Symbol =
    Symbol::new("W", text("electricity from the mains", "电网电能"), Dimension::Energy);
const VOLTAGE: Symbol = Symbol::new("U", text("tank voltage", "槽电压"), Dimension::Voltage);
const RECTIFIER: Symbol =
    Symbol::new("η_rect", text("efficiency of the rectifier", "整流器效率"), Dimension::Ratio)
        .index("整流");

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

fn equivalent(n: &Numbers) -> Step {
    let setup = &n.setup;
    let (element, valence) = (setup.deposit.element, setup.deposit.valence);
    let c = setup.equivalent.g_per_ah();
    let faraday_constant = FARADAY_C_PER_MOL.value;
    match &setup.deposit.alloying {
        None => Step::new(
            "equivalent",
            phrase(
                text(
                    "{0} laid down by one ampere-hour if all current deposited metal: {1} electrons for each atom ({2}).",
                    "若电流全部用于沉积金属，每安时沉积的{0}：每个原子 {1} 个电子（{2}）。",
                ),
                [
                    Arg::Text(element.name),
                    Arg::Count(valence.into()),
                    Arg::Name(setup.deposit.reaction.to_owned()),
                ],
            ),
            formula!(
                "c = 3600[s/h] M / (n F)",
                EQUIVALENT(c),
                MOLAR_MASS(element.molar_mass.value),
                ELECTRONS(f64::from(valence)),
                FARADAY(faraday_constant),
            ),
        ),
        Some(partner) => {
            let w = setup.alloying_fraction.value;
            Step::new(
                "equivalent",
                phrase(
                    text(
                        "Each component of the alloy takes the charge of its own atoms: {0} of {1}, the rest {2}.",
                        "合金中各组分按自身原子消耗电量：{1} 占 {0}，其余为{2}。",
                    ),
                    [
                        Arg::Quantity(Dimension::Fraction, w),
                        Arg::Text(partner.element.name),
                        Arg::Text(element.name),
                    ],
                ),
                formula!(
                    "c = 3600[s/h] / (F Σ_i w_i n_i / M_i)",
                    EQUIVALENT(c),
                    FARADAY(faraday_constant),
                    SHARES(vec![1.0 - w, w]),
                    ELECTRONS_OF_EACH(vec![f64::from(valence), f64::from(partner.valence)]),
                    MOLAR_MASSES(vec![element.molar_mass.value, partner.element.molar_mass.value]),
                ),
            )
        }
    }
}

fn effective_current_density(n: &Numbers) -> Step {
    Step::new(
        "effective_current_density",
        phrase(
            text(
                "In the barrel only {0} of the load is plated at a time; efficiency and burning go by the current density there.",
                "滚筒中同一时刻仅有 {0} 的工件受镀；电流效率与烧焦按该处的电流密度判断。",
            ),
            [Arg::Quantity(Dimension::Fraction, n.setup.contact.value)],
        ),
        formula!(
            "j_eff = j / k",
            EFFECTIVE(n.effective_current_density),
            CURRENT_DENSITY(n.solution.current_density),
            CONTACT(n.setup.contact.value),
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
    let (text, formula) = match setup.calibration_by {
        CalibrationBy::Mass => (
            text(
                "The part that was weighed shows the efficiency this bath really has.",
                "称重标定件给出该镀液的实际电流效率。",
            ),
            formula!(
                "η = 60[min/h] m / (c j A t)",
                EFFICIENCY(efficiency),
                MEASURED_MASS(mass.value),
                EQUIVALENT(c),
                MEASURED_CURRENT_DENSITY(j.value),
                MEASURED_AREA(area.value),
                MEASURED_TIME(time.value),
            ),
        ),
        CalibrationBy::Thickness => (
            text(
                "The part that was measured shows the efficiency this bath really has.",
                "实测标定件给出该镀液的实际电流效率。",
            ),
            formula!(
                "η = 60[min/h] ρ d / (100[dm²/m²] c j t)",
                EFFICIENCY(efficiency),
                DENSITY(setup.density.value),
                MEASURED(thickness.value),
                EQUIVALENT(c),
                MEASURED_CURRENT_DENSITY(j.value),
                MEASURED_TIME(time.value),
            ),
        ),
    };
    Some(Step::new("calibration", text, formula))
}

/// The efficiency as the curve gives it, between two of its points or at its end.
fn efficiency_of_curve(n: &Numbers) -> Option<Step> {
    let points =
        n.setup.efficiency.points().filter(|_| n.setup.solve_for != SolveFor::Efficiency)?;
    Some(Step::new(
        "efficiency_curve",
        phrase(
            text("The efficiency, read off the curve at {0}.", "电流效率按曲线在 {0} 处取值。"),
            [Arg::Quantity(Dimension::CurrentDensity, n.effective_current_density)],
        ),
        interpolated(n, points),
    ))
}

fn interpolated(n: &Numbers, points: &[(f64, f64)]) -> Formula {
    let (j, found) = (n.effective_current_density, n.solution.efficiency);
    let around = points.windows(2).find_map(|pair| match pair {
        &[one, two] if (one.0..=two.0).contains(&j) && one.1 != two.1 => Some((one, two)),
        _ => None,
    });
    match around {
        Some(((j1, e1), (j2, e2))) if n.setup.barrel => formula!(
            "η = η_1 + (η_2 − η_1) (j_eff − j_1) / (j_2 − j_1)",
            EFFICIENCY(found),
            AT_LOWER(e1),
            AT_UPPER(e2),
            EFFECTIVE(j),
            LOWER(j1),
            UPPER(j2),
        ),
        Some(((j1, e1), (j2, e2))) => formula!(
            "η = η_1 + (η_2 − η_1) (j − j_1) / (j_2 − j_1)",
            EFFICIENCY(found),
            AT_LOWER(e1),
            AT_UPPER(e2),
            CURRENT_DENSITY(j),
            LOWER(j1),
            UPPER(j2),
        ),
        None => {
            // Level here, or held at the value of its end.
            let there = efficiency::at(points, j).unwrap_or(f64::NAN);
            formula!("η = η_curve", EFFICIENCY(found), ON_CURVE(there))
        }
    }
}

fn average_from_kind(n: &Numbers) -> Option<Step> {
    let (d, loss, r) = (n.setup.thickness.value, n.setup.loss.value, n.setup.ratio.value);
    let formula_of_minimum = || {
        formula!(
            "d_avg = (d_min + l?) / r",
            AVERAGE(n.solution.average_um),
            MINIMUM(d),
            LOSS(loss),
            RATIO(r),
        )
    };
    match n.setup.kind {
        ThicknessKind::Average => None,
        ThicknessKind::Minimum if loss == 0.0 => Some(Step::new(
            "average",
            phrase(
                text(
                    "The average that gives {0} where it is thinnest.",
                    "最薄处达到 {0} 所需的平均厚度。",
                ),
                [Arg::Quantity(Dimension::Thickness, d)],
            ),
            formula_of_minimum(),
        )),
        ThicknessKind::Minimum => Some(Step::new(
            "average",
            phrase(
                text(
                    "The average that leaves {0} where it is thinnest, after dip and passivate have taken {1}.",
                    "出光和钝化溶去 {1} 后，最薄处仍有 {0} 所需的平均厚度。",
                ),
                [Arg::Quantity(Dimension::Thickness, d), Arg::Quantity(Dimension::Thickness, loss)],
            ),
            formula_of_minimum(),
        )),
        ThicknessKind::BatchAverage if loss == 0.0 => None,
        ThicknessKind::BatchAverage => Some(Step::new(
            "average",
            text(
                "The batch average is measured on finished parts: what dip and passivate take comes on top.",
                "批平均厚度在成品上测量，需加上出光与钝化溶去的部分。",
            ),
            formula!("d_avg = d_batch + l", AVERAGE(n.solution.average_um), BATCH(d), LOSS(loss),),
        )),
    }
}

fn kind_from_average(n: &Numbers) -> Option<Step> {
    let (average, loss, r) = (n.solution.average_um, n.setup.loss.value, n.setup.ratio.value);
    match n.setup.kind {
        ThicknessKind::Average => None,
        ThicknessKind::Minimum => Some(Step::new(
            "minimum",
            if loss == 0.0 {
                text("What there is where it is thinnest.", "最薄处的厚度。")
            } else {
                text(
                    "What is left where it is thinnest, after dip and passivate.",
                    "出光与钝化之后最薄处的剩余厚度。",
                )
            },
            if r * average < loss {
                formula!(
                    "d_min = max(0[µm], r d_avg − l)",
                    MINIMUM(n.minimum_um),
                    RATIO(r),
                    AVERAGE(average),
                    LOSS(loss),
                )
            } else {
                formula!(
                    "d_min = r d_avg − l?",
                    MINIMUM(n.minimum_um),
                    RATIO(r),
                    AVERAGE(average),
                    LOSS(loss),
                )
            },
        )),
        ThicknessKind::BatchAverage if loss == 0.0 => None,
        ThicknessKind::BatchAverage => Some(Step::new(
            "batch_average",
            text("What a batch of finished parts shows on average.", "成品批的平均厚度。"),
            if average < loss {
                formula!(
                    "d_batch = max(0[µm], d_avg − l)",
                    BATCH(n.batch_average_um),
                    AVERAGE(average),
                    LOSS(loss),
                )
            } else {
                formula!(
                    "d_batch = d_avg − l",
                    BATCH(n.batch_average_um),
                    AVERAGE(average),
                    LOSS(loss),
                )
            },
        )),
    }
}

/// Faraday's law, solved for what was asked.
fn solved(n: &Numbers) -> Step {
    let (rho, c) = (n.setup.density.value, n.setup.equivalent.g_per_ah());
    let (d, t, j, efficiency) = (
        n.solution.average_um,
        n.solution.time_min,
        n.solution.current_density,
        n.solution.efficiency,
    );
    let share = Arg::Quantity(Dimension::Fraction, efficiency);
    match n.setup.solve_for {
        SolveFor::Time => Step::new(
            "time",
            phrase(
                text(
                    "Time: {0} of the current deposits metal, the rest does something else.",
                    "时间：{0} 的电流用于沉积金属，其余用于副反应。",
                ),
                [share],
            ),
            formula!(
                "t = 60[min/h] ρ d_avg / (100[dm²/m²] c j η)",
                TIME(t),
                DENSITY(rho),
                AVERAGE(d),
                EQUIVALENT(c),
                CURRENT_DENSITY(j),
                EFFICIENCY(efficiency),
            ),
        ),
        SolveFor::Thickness => Step::new(
            "thickness",
            phrase(
                text(
                    "Average thickness: {0} of the current deposits metal.",
                    "平均厚度：{0} 的电流用于沉积金属。",
                ),
                [share],
            ),
            formula!(
                "d_avg = 100[dm²/m²] c j t η / (60[min/h] ρ)",
                AVERAGE(d),
                EQUIVALENT(c),
                CURRENT_DENSITY(j),
                TIME(t),
                EFFICIENCY(efficiency),
                DENSITY(rho),
            ),
        ),
        SolveFor::CurrentDensity => Step::new(
            "current_density",
            phrase(
                text(
                    "Current density: the lowest that reaches the thickness in time; there {0} of it deposits metal.",
                    "电流密度：能按时达到该厚度的最低值，此时 {0} 的电流用于沉积金属。",
                ),
                [share],
            ),
            formula!(
                "j = 60[min/h] ρ d_avg / (100[dm²/m²] c t η)",
                CURRENT_DENSITY(j),
                DENSITY(rho),
                AVERAGE(d),
                EQUIVALENT(c),
                TIME(t),
                EFFICIENCY(efficiency),
            ),
        ),
        SolveFor::Efficiency => Step::new(
            "efficiency",
            phrase(
                text(
                    "Efficiency: the deposit found, against what the charge could have laid down ({0} at 100 %).",
                    "电流效率：实际厚度与该电量在 100 % 效率下应得厚度（{0}）之比。",
                ),
                [Arg::Quantity(
                    Dimension::Thickness,
                    faraday::growth(n.setup.equivalent, Density::new(rho)) * j * t,
                )],
            ),
            formula!(
                "η = 60[min/h] ρ d_avg / (100[dm²/m²] c j t)",
                EFFICIENCY(efficiency),
                DENSITY(rho),
                AVERAGE(d),
                EQUIVALENT(c),
                CURRENT_DENSITY(j),
                TIME(t),
            ),
        ),
    }
}

fn charge(n: &Numbers) -> Step {
    Step::new(
        "charge",
        phrase(
            text("Charge for the whole work of {0}.", "全部工件（{0}）的电量。"),
            [Arg::Quantity(Dimension::Area, n.setup.total_area)],
        ),
        formula!(
            "Q = j A t / 60[min/h]",
            CHARGE(n.total.charge_ah),
            CURRENT_DENSITY(n.solution.current_density),
            AREA(n.setup.total_area),
            TIME(n.solution.time_min),
        ),
    )
}

fn mass(n: &Numbers) -> Step {
    Step::new(
        "mass",
        text("Metal on the parts.", "工件上的金属量。"),
        formula!(
            "m = c Q η",
            MASS(n.total.mass_g),
            EQUIVALENT(n.setup.equivalent.g_per_ah()),
            CHARGE(n.total.charge_ah),
            EFFICIENCY(n.solution.efficiency),
        ),
    )
}

fn energy(n: &Numbers) -> Step {
    Step::new(
        "energy",
        phrase(
            text(
                "Electricity from the mains: the tank's direct current through a rectifier of {0}.",
                "电网电能：镀槽直流电能除以整流器效率 {0}。",
            ),
            [Arg::Quantity(Dimension::Fraction, n.setup.rectifier.value)],
        ),
        formula!(
            "W = U Q / (1000[W/kW] η_rect)",
            ENERGY(n.total.energy_ac_kwh),
            VOLTAGE(n.setup.voltage.value),
            CHARGE(n.total.charge_ah),
            RECTIFIER(n.setup.rectifier.value),
        ),
    )
}
