//! Plating time from Faraday's law: any one of time, thickness, current density and efficiency from the others, with what follows from
//! it for a load of parts. Read `inputs`, `setup` (how inputs are understood), `solve` (the numbers), then `explain` and its pieces.

mod charts;
mod derivation;
mod explain;
mod inputs;
mod judgements;
mod mistakes;
mod presets;
mod setup;
mod solve;

pub use inputs::{
    CalibrationBy, CurrentBasis, DensityModel, EfficiencyMode, Inputs, LengthOfBolt, SolveFor,
    WorkBasis,
};
pub use setup::{Efficiency, Setup};
pub use solve::{Amounts, Numbers, Solution};

use super::{Assumptions, Calculator, Preset, Problem, ResultField};
use crate::plating::thread;
use crate::report::{Report, result};
use crate::units::Dimension;
use crate::words::{Text, text};

/// Plating time from Faraday's law.
pub struct PlatingTime;

impl Calculator for PlatingTime {
    const ID: &'static str = "plating-time";
    const TITLE: Text = text("Plating time", "电镀时间");
    const PURPOSE: Text = text(
        "How long a part must plate, or how thick it gets, from Faraday's law and the efficiency your bath really has.",
        "按法拉第定律和镀液的实际阴极电流效率，计算工件需要镀多久、能镀多厚。",
    );
    type Inputs = Inputs;
    type Numbers = Numbers;

    fn results() -> &'static [ResultField<Numbers>] {
        RESULTS
    }

    fn compute(inputs: &Inputs) -> Result<Numbers, Vec<Problem>> {
        let (setup, problems) = setup::understand(inputs);
        if problems.is_empty() { solve::solve(setup) } else { Err(problems) }
    }

    fn assume(inputs: &Inputs, assumptions: &mut Assumptions) {
        setup::understand(inputs).0.tell(assumptions);
    }

    fn explain(inputs: &Inputs, numbers: &Numbers) -> Report {
        explain::report(inputs, numbers)
    }

    fn explain_fully(inputs: &Inputs, numbers: &Numbers, report: &mut Report) {
        explain::explain_fully(inputs, numbers, report);
    }

    fn presets() -> &'static [Preset] {
        presets::PRESETS
    }
}

/// Every result by its JSON name. Charge, current, mass and energy are for the whole work.
static RESULTS: &[ResultField<Numbers>] = &[
    result("time_min", text("Plating time", "电镀时间"), Dimension::Minutes, |n, _| {
        Some(n.solution.time_min)
    }),
    result(
        "thickness_um",
        text("Thickness as stated", "指定厚度"),
        Dimension::Thickness,
        |n, _| Some(n.thickness_um),
    ),
    result(
        "average_thickness_um",
        text("Average thickness, as plated", "平均厚度（镀后）"),
        Dimension::Thickness,
        |n, _| Some(n.solution.average_um),
    ),
    result(
        "minimum_thickness_um",
        text("Minimum on the significant surface", "主要表面最小厚度"),
        Dimension::Thickness,
        |n, _| Some(n.minimum_um),
    ),
    result(
        "batch_average_thickness_um",
        text("Batch average, finished", "成品批平均厚度"),
        Dimension::Thickness,
        |n, _| Some(n.batch_average_um),
    ),
    result(
        "current_density_a_per_dm2",
        text("Current density", "电流密度"),
        Dimension::CurrentDensity,
        |n, _| Some(n.solution.current_density),
    ),
    result(
        "effective_current_density_a_per_dm2",
        text("Current density on the parts in contact", "实际受镀面电流密度"),
        Dimension::CurrentDensity,
        |n, _| Some(n.effective_current_density),
    ),
    result(
        "efficiency",
        text("Cathode current efficiency", "阴极电流效率"),
        Dimension::Fraction,
        |n, _| Some(n.solution.efficiency),
    ),
    result("rate_um_per_min", text("Rate", "沉积速率"), Dimension::Rate, |n, _| {
        Some(n.rate_um_per_min)
    }),
    result(
        "area_total_dm2",
        text("Area of the work", "总受镀面积"),
        Dimension::Area,
        |n, _| Some(n.setup.total_area),
    ),
    result("charge_ah", text("Charge", "电量"), Dimension::Charge, |n, _| {
        Some(n.total.charge_ah)
    }),
    result("current_a", text("Current", "总电流"), Dimension::Current, |n, _| {
        Some(n.total.current_a)
    }),
    result("mass_g", text("Metal deposited", "沉积金属"), Dimension::Mass, |n, _| {
        Some(n.total.mass_g)
    }),
    result(
        "energy_dc_kwh",
        text("Electricity at the tank, DC", "镀槽直流电能"),
        Dimension::Energy,
        |n, _| Some(n.total.energy_dc_kwh),
    ),
    result(
        "energy_ac_kwh",
        text("Electricity from the mains, AC", "电网交流电能"),
        Dimension::Energy,
        |n, _| Some(n.total.energy_ac_kwh),
    ),
    result(
        "heat_kwh",
        text("Heat into the bath", "进入镀液的热量"),
        Dimension::Energy,
        |n, _| Some(n.total.heat_kwh),
    ),
    result(
        "metal_dissolved_g",
        text("Metal dissolved from anodes", "阳极溶解金属"),
        Dimension::Mass,
        |n, _| n.total.metal_dissolved_g,
    ),
    result(
        "metal_dosed_g",
        text("Metal to be dosed", "需补加金属"),
        Dimension::Mass,
        |n, _| n.total.metal_dosed_g,
    ),
    result(
        "other_reactions_ah",
        text("Charge of other reactions", "副反应电量"),
        Dimension::Charge,
        |n, _| Some(n.total.other_charge_ah),
    ),
    result(
        "hydrogen_l",
        text("Hydrogen, 25 °C", "析氢量（25 °C）"),
        Dimension::Volume,
        |n, _| n.total.hydrogen_l,
    ),
    result(
        "charge_ah_per_dm2",
        text("Charge per dm²", "每 dm² 电量"),
        Dimension::Charge,
        |n, _| Some(n.total.charge_ah / n.setup.total_area),
    ),
    result("mass_g_per_dm2", text("Metal per dm²", "每 dm² 金属"), Dimension::Mass, |n, _| {
        Some(n.total.mass_g / n.setup.total_area)
    }),
    result(
        "energy_ac_kwh_per_dm2",
        text("Electricity AC per dm²", "每 dm² 交流电能"),
        Dimension::Energy,
        |n, _| Some(n.total.energy_ac_kwh / n.setup.total_area),
    ),
    result("mass_g_per_piece", text("Metal per piece", "每件金属"), Dimension::Mass, |n, _| {
        n.setup.pieces.map(|pieces| n.total.mass_g / pieces)
    }),
    result(
        "energy_ac_kwh_per_piece",
        text("Electricity AC per piece", "每件交流电能"),
        Dimension::Energy,
        |n, _| n.setup.pieces.map(|pieces| n.total.energy_ac_kwh / pieces),
    ),
    result(
        "bore_reduction_um",
        text("Loss of a bore's diameter", "孔径减小"),
        Dimension::Thickness,
        |n, _| Some(thread::bore_reduction(n.solution.average_um)),
    ),
    result(
        "pitch_diameter_growth_um",
        text("Growth of the pitch diameter", "螺纹中径增大"),
        Dimension::Thickness,
        |n, _| Some(thread::pitch_diameter_growth(n.solution.average_um)),
    ),
    result(
        "thread_coating_limit_um",
        text("Largest coating the thread holds", "螺纹允许的最大镀层"),
        Dimension::Thickness,
        |n, _| n.thread_limit_um(),
    ),
    result(
        "electrochemical_equivalent_g_per_ah",
        text("Electrochemical equivalent", "电化当量"),
        Dimension::Equivalent,
        |n, _| Some(n.setup.equivalent.g_per_ah()),
    ),
    result("density_g_per_cm3", text("Density", "密度"), Dimension::Density, |n, _| {
        Some(n.setup.density.value)
    }),
    result(
        "valence",
        text("Electrons per atom", "每原子电子数"),
        Dimension::Count,
        |n, _| Some(f64::from(n.setup.deposit.valence)),
    ),
];
