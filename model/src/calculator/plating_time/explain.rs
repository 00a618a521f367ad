//! The report: the answer, what it is made of, and everything that stands behind it.

use super::inputs::{CurrentBasis, EfficiencyMode, Inputs, SolveFor, ThicknessKind, WorkBasis};
use super::setup::Efficiency;
use super::solve::{Amounts, Numbers};
use super::{PlatingTime, RESULTS, charts, derivation, judgements, mistakes};
use crate::calculator::{Origin, basis, doubt};
use crate::data::constants::FARADAY_C_PER_MOL;
use crate::data::threads::deviation;
use crate::data::{Listed, Row, baths, row};
use crate::plating::designation;
use crate::report::{
    Answer, Column, Designation, Figure, Item, Report, Section, SectionRow, item, section,
};
use crate::units::Dimension;
use crate::words::{Arg, Phrase, Text, phrase, symbol, text};

/// Explains the numbers.
pub fn report(inputs: &Inputs, n: &Numbers) -> Report {
    Report::new(answer(inputs, n))
        .highlights(highlights(n))
        .judgements(judgements::list(inputs, n))
        .results(RESULTS.iter().map(|one| one.named(n)))
        .designations(designations(n))
}

/// What stands behind the answer.
pub fn explain_fully(inputs: &Inputs, n: &Numbers, report: &mut Report) {
    report.sections = vec![thicknesses(n), amounts(n)];
    report.steps = derivation::steps(n);
    report.mistakes = mistakes::list(inputs, n);
    report.charts = charts::charts(n).into_iter().map(Figure::Lines).collect();
    report.basis = basis_of(n);
    report.limits = LIMITS.to_vec();
}

/// What the model does not know.
const LIMITS: [Text; 5] = [
    text(
        "The thickness at one place. Faraday's law gives the mean over the plated area; the ratio of minimum to average stands for all of geometry, racking, anodes and shields.",
        "某一点的厚度。法拉第定律只给出受镀面积上的平均值；工件形状、挂具、阳极与屏蔽的影响全部归入最小与平均之比。",
    ),
    text(
        "Your bath on that day. Efficiency moves with composition, temperature, brightener and impurities; one measured part says more than any table.",
        "您的镀液当天的状态。电流效率随成分、温度、光亮剂和杂质而变，一件实测工件胜过任何表格。",
    ),
    text(
        "Current that goes astray: rack tips, barrel contacts, thieves and meters that read wrong.",
        "未作用在工件上的电流：挂具触点、滚筒导电体、辅助阴极以及仪表误差。",
    ),
    text(
        "Time without current: ramp-up, transfer, and zinc that acid baths dissolve from idle parts.",
        "无电流的时间：升电流、转移，以及酸性镀液对停留工件的溶锌。",
    ),
    text(
        "Pulse and pulse-reverse plating: enter the mean current density; energy then needs peak volts and amperes.",
        "脉冲与周期换向电镀：请填平均电流密度；电能需另按峰值电压和电流计算。",
    ),
];

fn answer(inputs: &Inputs, n: &Numbers) -> Answer {
    let thickness = || Arg::Quantity(Dimension::Thickness, n.thickness_um);
    let average = || Arg::Quantity(Dimension::Thickness, n.solution.average_um);
    let time = || Arg::Quantity(Dimension::Minutes, n.solution.time_min);
    let (label, dimension, value) = match n.setup.solve_for {
        SolveFor::Time => (
            kind_phrase(n, [TIME_AVERAGE, TIME_MINIMUM, TIME_BATCH], [thickness(), average()]),
            Dimension::Minutes,
            n.solution.time_min,
        ),
        SolveFor::Thickness => (
            kind_phrase(
                n,
                [THICKNESS_AVERAGE, THICKNESS_MINIMUM, THICKNESS_BATCH],
                [time(), average()],
            ),
            Dimension::Thickness,
            n.thickness_um,
        ),
        SolveFor::CurrentDensity => (
            phrase(
                text(
                    "Current density for {0} in {1}; {2} in all",
                    "{1} 内达到 {0} 的电流密度；总电流 {2}",
                ),
                [thickness(), time(), Arg::Quantity(Dimension::Current, n.total.current_a)],
            ),
            Dimension::CurrentDensity,
            n.solution.current_density,
        ),
        SolveFor::Efficiency => (
            phrase(
                text(
                    "Efficiency that {0} after {1} at {2} show",
                    "{2} 下 {1} 镀得 {0} 所对应的电流效率",
                ),
                [
                    thickness(),
                    time(),
                    Arg::Quantity(Dimension::CurrentDensity, n.solution.current_density),
                ],
            ),
            Dimension::Fraction,
            n.solution.efficiency,
        ),
    };
    let result = match n.setup.solve_for {
        SolveFor::Time => "time_min",
        SolveFor::Thickness => "thickness_um",
        SolveFor::CurrentDensity => "current_density_a_per_dm2",
        SolveFor::Efficiency => "efficiency",
    };
    let range = doubt::range::<PlatingTime>(inputs, n, result)
        .map(|(low, high)| (low, high, range_note(n)));
    Answer { label, dimension, value, range }
}

const TIME_AVERAGE: Text = text("Time for {0} on average", "平均镀到 {0} 所需时间");
const TIME_MINIMUM: Text = text(
    "Time for at least {0} everywhere that matters ({1} on average)",
    "主要表面处处不低于 {0} 所需时间（平均 {1}）",
);
const TIME_BATCH: Text = text(
    "Time for {0} on the batch average ({1} as plated)",
    "批平均达到 {0} 所需时间（镀后平均 {1}）",
);
const THICKNESS_AVERAGE: Text = text("Average thickness after {0}", "{0} 后的平均厚度");
const THICKNESS_MINIMUM: Text = text(
    "Thickness everywhere that matters after {0} ({1} on average)",
    "{0} 后主要表面的最小厚度（平均 {1}）",
);
const THICKNESS_BATCH: Text =
    text("Batch average after {0} ({1} as plated)", "{0} 后的批平均厚度（镀后平均 {1}）");

fn kind_phrase(n: &Numbers, [average, minimum, batch]: [Text; 3], args: [Arg; 2]) -> Phrase {
    let text = match n.setup.kind {
        ThicknessKind::Average => average,
        ThicknessKind::Minimum => minimum,
        ThicknessKind::BatchAverage => batch,
    };
    phrase(text, args)
}

fn range_note(n: &Numbers) -> Phrase {
    let fact = n.setup.bath.efficiency;
    let scale = if n.setup.efficiency_mode == EfficiencyMode::Curve {
        n.solution.efficiency / fact.value
    } else {
        1.0
    };
    let efficiency =
        [fact.low, fact.high].map(|end| Arg::Quantity(Dimension::Fraction, (end * scale).min(1.0)));
    let ratio = n
        .setup
        .ratio
        .fact
        .map(|fact| [fact.low, fact.high])
        .unwrap_or_default()
        .map(|end| Arg::Quantity(Dimension::Ratio, end));
    let ([low, high], [least, most]) = (efficiency, ratio);
    let args = [low, high, least, most];
    match (n.setup.efficiency_open(), n.setup.ratio_open()) {
        // Of the bath's own curve the range is that of the published number, scaled.
        (true, true) if matches!(n.setup.efficiency, Efficiency::BathCurve(_)) => {
            phrase(OVER_CURVE_AND_RATIO, args)
        }
        (true, false) if matches!(n.setup.efficiency, Efficiency::BathCurve(_)) => {
            phrase(OVER_CURVE, args)
        }
        (true, true) => phrase(OVER_EFFICIENCY_AND_RATIO, args),
        (true, false) => phrase(OVER_EFFICIENCY, args),
        (false, true) => phrase(OVER_RATIO, args),
        (false, false) => OVER_OTHERS.into(),
    }
}

const OVER_CURVE_AND_RATIO: Text = text(
    "over the ranges of efficiency ({0} … {1}), minimum ÷ average ({2} … {3}) and other figures used; the curve itself is an estimate",
    "电流效率（{0} … {1}）、最小÷平均（{2} … {3}）及其他参数在各自范围内变动；曲线本身为估计值",
);
const OVER_CURVE: Text = text(
    "over the ranges of efficiency ({0} … {1}) and other figures used; the curve itself is an estimate",
    "电流效率（{0} … {1}）及其他参数在各自范围内变动；曲线本身为估计值",
);
const OVER_EFFICIENCY_AND_RATIO: Text = text(
    "over the ranges of efficiency ({0} … {1}), minimum ÷ average ({2} … {3}) and other figures used",
    "电流效率（{0} … {1}）、最小÷平均（{2} … {3}）及其他参数在各自范围内变动",
);
const OVER_EFFICIENCY: Text = text(
    "over the ranges of efficiency ({0} … {1}) and other figures used",
    "电流效率（{0} … {1}）及其他参数在各自范围内变动",
);
const OVER_RATIO: Text = text(
    "over the ranges of minimum ÷ average ({2} … {3}) and other figures used",
    "最小÷平均（{2} … {3}）及其他参数在各自范围内变动",
);
const OVER_OTHERS: Text = text(
    "over the ranges of the figures used that were not entered",
    "未填写的参数在各自范围内变动",
);

fn highlights(n: &Numbers) -> Vec<Item> {
    let one = n.total.share(n.setup.total_area);
    let total = item(text("Total current", "总电流"), Dimension::Current, n.total.current_a);
    let rate = item(text("Rate", "沉积速率"), Dimension::Rate, n.rate_um_per_min);
    let of_a_load =
        n.setup.work_basis != WorkBasis::Area || n.setup.current_basis == CurrentBasis::Total;
    let mut items = match n.setup.solve_for {
        SolveFor::Time | SolveFor::Thickness if of_a_load => vec![rate, total], // what to set on the rectifier
        SolveFor::Time | SolveFor::Thickness => vec![rate],
        SolveFor::CurrentDensity | SolveFor::Efficiency => vec![total],
    };
    let per = |per: Dimension, item: Item| Item { per: Some(per), ..item };
    let energy = item(text("Electricity, AC", "交流电能"), Dimension::Energy, one.energy_ac_kwh);
    items.extend([
        per(Dimension::Area, item(text("Charge", "电量"), Dimension::Charge, one.charge_ah)),
        per(Dimension::Surface, energy),
        per(Dimension::Surface, item(deposited(n), Dimension::Mass, one.mass_g)),
    ]);
    items
}

fn thicknesses(n: &Numbers) -> Section {
    let mut names = vec![
        "average_thickness_um",
        "minimum_thickness_um",
        "batch_average_thickness_um",
        "time_min",
        "rate_um_per_min",
        "current_density_a_per_dm2",
        "efficiency",
        "bore_reduction_um",
        "pitch_diameter_growth_um",
        "thread_coating_limit_um",
    ];
    if n.setup.barrel {
        names.insert(6, "effective_current_density_a_per_dm2");
    }
    section(text("Thickness and time", "厚度与时间"), RESULTS, &names, n).without_gaps()
}

fn amounts(n: &Numbers) -> Section {
    let area = n.setup.total_area;
    let mut columns = vec![Column { label: text("per", "每").into(), per: Some(Dimension::Area) }];
    let mut shares = vec![n.total.share(area)];
    if let Some(pieces) = n.setup.pieces {
        columns.push(Column { label: text("per piece", "每件").into(), per: None });
        shares.push(n.total.share(pieces));
    }
    let whole = phrase(text("in all, {0}", "合计 {0}"), [Arg::Quantity(Dimension::Area, area)]);
    columns.push(Column { label: whole, per: None });
    shares.push(n.total);
    let mut rows = Vec::new();
    for (label, dimension, get) in &AMOUNTS {
        let values: Vec<Option<f64>> = shares.iter().map(get).collect();
        if values.iter().any(Option::is_some) {
            rows.push(SectionRow { label: (*label).into(), dimension: *dimension, values });
        }
    }
    Section { title: text("For the work", "按工件量").into(), columns, rows }
}

type AmountRow = (Text, Dimension, fn(&Amounts) -> Option<f64>);

/// The rows of what grows with the area. What the other charge does is known for zinc and its alloys only: there it makes hydrogen.
static AMOUNTS: [AmountRow; 11] = [
    (text("Charge", "电量"), Dimension::Charge, |a| Some(a.charge_ah)),
    (text("Current", "电流"), Dimension::Current, |a| Some(a.current_a)),
    (text("Metal deposited", "沉积金属"), Dimension::Mass, |a| Some(a.mass_g)),
    (text("Metal dissolved from anodes", "阳极溶解金属"), Dimension::Mass, |a| {
        a.metal_dissolved_g
    }),
    (text("Metal to be dosed", "需补加金属"), Dimension::Mass, |a| a.metal_dosed_g),
    (text("Electricity at the tank, DC", "镀槽直流电能"), Dimension::Energy, |a| {
        Some(a.energy_dc_kwh)
    }),
    (text("Electricity from the mains, AC", "电网交流电能"), Dimension::Energy, |a| {
        Some(a.energy_ac_kwh)
    }),
    (text("Heat into the bath", "进入镀液的热量"), Dimension::Energy, |a| Some(a.heat_kwh)),
    (text("Charge that makes hydrogen", "析氢消耗电量"), Dimension::Charge, |a| {
        a.hydrogen_l.map(|_| a.other_charge_ah)
    }),
    (text("Charge of other reactions", "副反应电量"), Dimension::Charge, |a| {
        if a.hydrogen_l.is_none() { Some(a.other_charge_ah) } else { None }
    }),
    (text("Hydrogen, 25 °C", "析氢量（25 °C）"), Dimension::Volume, |a| a.hydrogen_l),
];

fn designations(n: &Numbers) -> Vec<Designation> {
    let class =
        (n.setup.deposit.id == "zinc").then(|| designation::class_met(n.minimum_um)).flatten();
    let code = |name, label, value: Option<String>| Designation {
        name,
        of: None,
        label,
        value,
        words: None,
    };
    vec![
        code(
            "iso_4042_code",
            text("Code by ISO 4042:1999", "ISO 4042:1999 代号"),
            designation::write_iso_4042(n.setup.deposit.id, n.minimum_um, n.setup.passivate),
        ),
        code(
            "iso_2081_class",
            text("Class by ISO 2081", "ISO 2081 等级"),
            class.map(|class| class.designation.to_owned()),
        ),
        code(
            "b633_service_condition",
            text("Service condition by ASTM B633", "ASTM B633 使用条件"),
            class.map(|class| class.b633.to_owned()),
        ),
    ]
}

/// The figures that the result rests on: constants, and every default that was not overridden.
fn basis_of(n: &Numbers) -> Vec<Row> {
    let setup = &n.setup;
    let (deposit, bath) = (setup.deposit, setup.bath);
    let operation = bath.operation(setup.barrel);
    let mut all = vec![
        row(text("Faraday constant", "法拉第常数"), symbol("F"), FARADAY_C_PER_MOL),
        row(deposit.element.name, text("molar mass", "摩尔质量"), deposit.element.molar_mass),
    ];
    if let Some(partner) = &deposit.alloying {
        all.push(row(
            partner.element.name,
            text("molar mass", "摩尔质量"),
            partner.element.molar_mass,
        ));
    }
    let defaults = [
        (&setup.alloying_fraction, deposit.name, text("alloying element", "合金元素含量")),
        (&setup.density, deposit.name, text("density", "密度")),
        (&setup.current_density, bath.name, text("current density", "电流密度")),
        (&setup.fixed_efficiency, bath.name, text("cathode current efficiency", "阴极电流效率")),
        (&setup.ratio, setup.class.name, text("minimum ÷ average", "最小 ÷ 平均")),
        (
            &setup.loss,
            setup.passivate.name,
            text("zinc lost in dip and passivate", "出光与钝化溶锌"),
        ),
        (
            &setup.contact,
            text("Barrel", "滚筒"),
            text("share of the load in contact", "受镀面积占比"),
        ),
        (&setup.specific_area, text("Load", "装载"), text("area per weight", "单位重量面积")),
        (&setup.voltage, bath.name, text("voltage at the tank", "槽电压")),
        (&setup.rectifier, text("Rectifier", "整流器"), text("efficiency", "效率")),
    ];
    for (valued, subject, what) in defaults {
        all.extend(basis(subject, [(what, *valued)]));
    }
    if matches!(setup.efficiency, Efficiency::BathCurve(_))
        && setup.solve_for != SolveFor::Efficiency
    {
        all.push(row(
            bath.name,
            text("efficiency curve, at the working point", "电流效率曲线（工作点）"),
            baths::curve_fact(bath, n.solution.efficiency),
        ));
    }
    let window = row(
        bath.name,
        text("window of current density", "电流密度范围"),
        operation.current_density,
    );
    if setup.current_density.origin != Origin::Default {
        all.push(window);
    }
    if let Some(thread) = setup.thread {
        all.extend(
            deviation(thread, setup.position)
                .map(|fact| row(thread.name(), text("fundamental deviation", "基本偏差"), *fact)),
        );
    }
    all
}

/// What is deposited: the element, or the alloy by its name.
fn deposited(n: &Numbers) -> Text {
    if n.setup.deposit.alloying.is_some() {
        n.setup.deposit.name
    } else {
        n.setup.deposit.element.name
    }
}
