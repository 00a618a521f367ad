//! How the cost of the alternative follows, step by step, with its numbers.

use super::compared::Compared;
use super::inputs::ThicknessBasis;
use super::solve::Numbers;
use crate::data::treatment;
use crate::process::chain::Item;
use crate::process::waste::Oxidant;
use crate::report::Step;
use crate::report::formula::{Symbol, formula};
use crate::units::Dimension;
use crate::words::{Arg, phrase, text};

const AVERAGE: Symbol =
    Symbol::new("d_avg", text("average thickness", "平均厚度"), Dimension::Thickness).index("平均");
const GIVEN: Symbol =
    Symbol::new("d_given", text("average thickness given", "给定的平均厚度"), Dimension::Thickness)
        .index("给定");
const MINIMUM: Symbol =
    Symbol::new("d_min", text("minimum thickness", "最小厚度"), Dimension::Thickness).index("最小");
const LOSS: Symbol = Symbol::new(
    "d_dip",
    text("thickness lost in the dips", "出光、钝化溶去的厚度"),
    Dimension::Thickness,
)
.index("出光");
const RATIO: Symbol = Symbol::new(
    "k",
    text("minimum divided by average thickness", "最小厚度与平均厚度之比"),
    Dimension::Ratio,
);
const CHARGE: Symbol =
    Symbol::new("Q", text("charge for a square metre", "每平方米电量"), Dimension::ChargePerArea);
const DENSITY: Symbol =
    Symbol::new("ρ", text("density of the deposit", "镀层密度"), Dimension::Density);
const EQUIVALENT: Symbol =
    Symbol::new("c", text("electrochemical equivalent", "电化当量"), Dimension::Equivalent);
const EFFICIENCY: Symbol =
    Symbol::new("η", text("cathode current efficiency", "阴极电流效率"), Dimension::Ratio);
const TIME: Symbol = Symbol::new("t", text("plating time", "电镀时间"), Dimension::Minutes);
const CURRENT_DENSITY: Symbol =
    Symbol::new("j", text("current density", "电流密度"), Dimension::CurrentDensity);
const ENERGY: Symbol = Symbol::new(
    "E",
    text("electricity for a square metre", "每平方米电能"),
    Dimension::EnergyPerArea,
);
const VOLTAGE: Symbol = Symbol::new("U", text("tank voltage", "槽电压"), Dimension::Voltage);
const RECTIFIER: Symbol =
    Symbol::new("η_rect", text("efficiency of the rectifier", "整流器效率"), Dimension::Ratio)
        .index("整流");
const ZINC_LOST: Symbol =
    Symbol::new("m_Zn", text("zinc dragged out and lost", "带出损失的锌"), Dimension::MassPerArea)
        .index("锌");
const DRAG_OUT: Symbol =
    Symbol::new("V_drag", text("drag-out", "带出液量"), Dimension::VolumePerArea).index("带出");
const RETURNED: Symbol =
    Symbol::new("R", text("share of it that is returned", "回收比例"), Dimension::Ratio);
const ZINC: Symbol =
    Symbol::new("c_Zn", text("zinc in the bath", "镀液含锌量"), Dimension::Concentration)
        .index("锌");
const WET_SLUDGE: Symbol =
    Symbol::new("m_wet", text("wet sludge", "湿泥饼"), Dimension::WastePerArea).index("湿");
const HYDROXIDE: Symbol =
    Symbol::new("m_hydroxide", text("dry hydroxide", "氢氧化物（干）"), Dimension::WastePerArea)
        .index("氢氧化物");
const MULTIPLIER: Symbol =
    Symbol::new("f", text("dry sludge divided by hydroxide", "共沉淀倍数"), Dimension::Ratio);
const SOLIDS: Symbol = Symbol::new("s", text("solids in the cake", "泥饼含固率"), Dimension::Ratio);
const CYANIDE: Symbol =
    Symbol::new("m_CN", text("cyanide to be destroyed", "需破除的氰根"), Dimension::MassPerArea)
        .index("氰根");
const SODIUM_CYANIDE: Symbol = Symbol::new(
    "m_NaCN",
    text("sodium cyanide dragged out", "带出的氰化钠"),
    Dimension::MassPerArea,
)
.index("氰化钠");
const CYANIDE_SHARE: Symbol =
    Symbol::new("w", text("share of cyanide ion in it", "其中氰根的质量比"), Dimension::Ratio);
const LABOUR: Symbol =
    Symbol::new("L", text("labour for a square metre", "每平方米人工"), Dimension::MoneyPerArea);
const CREW: Symbol = Symbol::new("N", text("crew", "操作人数"), Dimension::Count);
const WAGE: Symbol =
    Symbol::new("w", text("cost of an hour of work", "每小时人工成本"), Dimension::MoneyPerHour);
const CAPACITY: Symbol =
    Symbol::new("q", text("output of the line", "生产线产出"), Dimension::AreaPerHour);
const DIFFERENCE: Symbol =
    Symbol::new("ΔC", text("difference in cost", "成本差"), Dimension::MoneyPerArea);
const COST_TO: Symbol =
    Symbol::new("C_to", text("cost of the alternative", "替代工艺成本"), Dimension::MoneyPerArea)
        .index("替代");
const COST_FROM: Symbol =
    Symbol::new("C_from", text("cost of the baseline", "基准工艺成本"), Dimension::MoneyPerArea)
        .index("基准");

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

fn thickness(n: &Numbers, one: &Compared) -> Step {
    let terms = &one.understood.terms;
    match n.setup.basis {
        ThicknessBasis::Minimum => Step::new(
            "average_thickness",
            phrase(
                text(
                    "{0}: so that the thinnest place keeps its minimum after the dips, the average has to be higher. The ratio k decides much of the answer.",
                    "{0}：为使最薄处在出光、钝化后仍达到最小厚度，平均厚度须更高。比值 k 在很大程度上决定结果。",
                ),
                [one.name()],
            ),
            formula!(
                "d_avg = (d_min + d_dip?) / k",
                AVERAGE(terms.average_um),
                MINIMUM(n.setup.values.minimum_thickness_um.value),
                LOSS(terms.dip_loss_um),
                RATIO(one.understood.minimum_to_average),
            ),
        ),
        ThicknessBasis::Average => Step::new(
            "average_thickness",
            phrase(
                text(
                    "{0}: the average thickness is given, the same for every process.",
                    "{0}：各工艺平均厚度相同，为给定值。",
                ),
                [one.name()],
            ),
            formula!(
                "d_avg = d_given",
                AVERAGE(terms.average_um),
                GIVEN(n.setup.values.average_thickness_um.value),
            ),
        ),
    }
}

fn charge(one: &Compared) -> Step {
    let terms = &one.understood.terms;
    Step::new(
        "charge",
        phrase(
            text(
                "Faraday's law: density and thickness give the metal on a square metre, the electrochemical equivalent and the efficiency at {0} the charge.",
                "法拉第定律：由密度与厚度得每平方米金属量，再由电化当量及 {0} 下的电流效率得电量。",
            ),
            [Arg::Quantity(Dimension::CurrentDensity, terms.current_density_a_per_dm2)],
        ),
        formula!(
            "Q = ρ d_avg / (c η)",
            CHARGE(one.chain.charge_ah),
            DENSITY(terms.density_g_per_cm3),
            AVERAGE(terms.average_um),
            EQUIVALENT(terms.equivalent_g_per_ah),
            EFFICIENCY(terms.efficiency),
        ),
    )
}

fn time(one: &Compared) -> Step {
    Step::new(
        "time",
        text("The current density turns charge into time.", "电量除以电流密度得电镀时间。"),
        formula!(
            "t = 60[min/h] Q / (100[dm²/m²] j)",
            TIME(one.chain.time_min),
            CHARGE(one.chain.charge_ah),
            CURRENT_DENSITY(one.understood.terms.current_density_a_per_dm2),
        ),
    )
}

fn energy(one: &Compared) -> Step {
    let terms = &one.understood.terms;
    Step::new(
        "energy",
        text(
            "What the mains deliver is more than what reaches the tank.",
            "电网供给的电能多于到达镀槽的电能。",
        ),
        formula!(
            "E = U Q / (1000[W/kW] η_rect)",
            ENERGY(one.chain.ac_kwh),
            VOLTAGE(terms.voltage_v),
            CHARGE(one.chain.charge_ah),
            RECTIFIER(terms.rectifier_efficiency),
        ),
    )
}

fn drag_out(one: &Compared) -> Step {
    let terms = &one.understood.terms;
    Step::new(
        "drag_out",
        text(
            "What clings to the parts takes metal and chemicals along, less what is returned (share R). Zinc lost so:",
            "工件带走的镀液携带金属与化学品，扣除回收比例 R 后，锌的损失为：",
        ),
        formula!(
            "m_Zn = V_drag (1 − R) c_Zn",
            ZINC_LOST(one.chain.dragged_zinc_g),
            DRAG_OUT(terms.drag_out_l_per_m2),
            RETURNED(terms.drag_out_recovery),
            ZINC(terms.zinc_g_per_l),
        ),
    )
}

fn sludge(one: &Compared) -> Step {
    let terms = &one.understood.terms;
    Step::new(
        "sludge",
        text(
            "That metal comes down as hydroxide, with what else settles (factor f), as a cake of solids s.",
            "带出的金属以氢氧化物沉淀，乘以共沉淀倍数 f，按含固率 s 计为湿泥饼。",
        ),
        formula!(
            "m_wet = m_hydroxide f / s",
            WET_SLUDGE(one.chain.hydroxide_wet_kg * terms.sludge_multiplier),
            HYDROXIDE(one.chain.hydroxide_dry_kg),
            MULTIPLIER(terms.sludge_multiplier),
            SOLIDS(terms.cake_solids),
        ),
    )
}

fn cyanide(one: &Compared) -> Step {
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
    Step::new(
        "cyanide",
        told,
        formula!(
            "m_CN = w m_NaCN",
            CYANIDE(one.chain.cyanide_g),
            CYANIDE_SHARE(treatment::CYANIDE_SHARE.value),
            SODIUM_CYANIDE(one.chain.dragged.nacn),
        ),
    )
}

fn labour(n: &Numbers, one: &Compared) -> Step {
    let v = &n.setup.values;
    Step::new(
        "labour",
        phrase(
            text(
                "The line turns out {0}; the crew is paid for the time that takes.",
                "该线产出 {0}，人工按所需时间计。",
            ),
            [Arg::Quantity(Dimension::AreaPerHour, one.chain.capacity.m2_per_hour)],
        ),
        formula!(
            "L = N w / q",
            LABOUR(one.chain.cost(Item::Labour)),
            CREW(v.crew.value),
            WAGE(v.price_labour_cny_per_h.value),
            CAPACITY(one.chain.capacity.m2_per_hour),
        ),
    )
}

fn total(n: &Numbers) -> Step {
    let (from, to) = (n.baseline(), n.alternative());
    Step::new(
        "difference",
        phrase(
            text(
                "All items of {0} together, less those of {1}: the answer.",
                "{0}各项成本合计减去{1}的合计，即为结论。",
            ),
            [to.name(), from.name()],
        ),
        formula!(
            "ΔC = C_to − C_from",
            DIFFERENCE(n.difference()),
            COST_TO(to.chain.total()),
            COST_FROM(from.chain.total()),
        ),
    )
}
