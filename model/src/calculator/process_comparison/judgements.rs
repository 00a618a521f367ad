//! What to think of the comparison: what decides it, what rests on nothing, what the rules say, what the line can do.

use super::compared::Compared;
use super::inputs::{Inputs, Shared, ThicknessBasis};
use super::setup::{INVESTMENT, Understood};
use super::solve::Numbers;
use crate::calculator::{Field, InputTable, Origin, Valued, unsupported};
use crate::data::processes::Parameter;
use crate::data::sources::{DERIVATION, JUDGEMENT};
use crate::data::{emissions, policy};
use crate::line::takt::SetBy;
use crate::report::{Judgement, Level, judgement};
use crate::units::Dimension;
use crate::words::{Arg, Text, phrase, text};

fn money(value: f64) -> Arg {
    Arg::Quantity(Dimension::MoneyPerArea, value)
}

fn share(value: f64) -> Arg {
    Arg::Quantity(Dimension::Fraction, value)
}

/// Every judgement, what decides first.
pub fn list(inputs: &Inputs, n: &Numbers) -> Vec<Judgement> {
    let mut all = Vec::new();
    capacity(n, &mut all);
    evenness(n, &mut all);
    all.push(unsupported(in_use(n)));
    duties(inputs, n, &mut all);
    rules(n, &mut all);
    working_point(n, &mut all);
    waste(n, &mut all);
    all.push(judgement(
        "two_factors",
        Level::Note,
        phrase(
            text(
                "CO₂e per m² takes {0} for electricity (life cycle, product footprint); what a conversion avoids in the plant's inventory takes {1}. The two are never mixed.",
                "每 m² 碳足迹的电力因子取 {0}（全生命周期）；改造减排量按核算清单取 {1}，两者从不混用。",
            ),
            [
                Arg::Quantity(Dimension::EmissionPerEnergy, n.setup.values.co2_electricity_kg_per_kwh.value),
                Arg::Quantity(Dimension::EmissionPerEnergy, n.setup.values.co2_electricity_inventory_kg_per_kwh.value),
            ],
        ),
        emissions::ELECTRICITY_LIFE_CYCLE.source,
    ));
    all
}

/// Every number in use with its field: of what all processes share, of the conversion, and of each process that is compared.
fn in_use(n: &Numbers) -> impl Iterator<Item = (&'static Field, Valued)> {
    let (shared, cells) = Inputs::fields().split_at(Shared::fields().len());
    let of_conversion = |name: &str| {
        INVESTMENT
            .iter()
            .position(|one| *one == name)
            .and_then(|place| n.setup.investment.get(place).copied())
    };
    let shared = shared.iter().filter_map(move |field| {
        Some((field, n.setup.values.get(field.name).or_else(|| of_conversion(field.name))?))
    });
    let of_process = |(position, fields): (usize, &'static [Field])| {
        Some(fields.iter().zip(n.of(position)?.understood.values.iter().copied()))
    };
    shared.chain(cells.chunks(Parameter::ALL.len()).enumerate().filter_map(of_process).flatten())
}

/// Whether each process delivers what the year asks for, and whether a difference in pace is part of the difference in cost.
fn capacity(n: &Numbers, all: &mut Vec<Judgement>) {
    let asked = n.setup.values.annual_area_m2.value;
    for one in &n.processes {
        if one.good_m2_per_year() < asked * (1.0 - 1e-9) {
            all.push(judgement(
                "capacity_short",
                Level::Warning,
                phrase(
                    text(
                        "{0}: the line gives {1} of good parts a year, less than the {2} asked for; the limit is {3}.",
                        "{0}：该线年产合格面积 {1}，低于所需的 {2}；瓶颈是{3}。",
                    ),
                    [
                        one.name(),
                        Arg::Quantity(Dimension::PlantArea, one.good_m2_per_year()),
                        Arg::Quantity(Dimension::PlantArea, asked),
                        Arg::Text(binds(one)),
                    ],
                ),
                &DERIVATION,
            ));
        }
    }
    let (from, to) = (n.baseline(), n.alternative());
    let more = to.chain.capacity.m2_per_year / from.chain.capacity.m2_per_year - 1.0;
    if more.abs() > 0.005 {
        all.push(judgement(
            "capacity_bought",
            Level::Note,
            phrase(
                if more > 0.0 {
                    text(
                        "With {0} this line turns out {1} more a year than with {2} ({3} against {4}): part of the difference in labour is this pace.",
                        "采用{0}，该线年产能比{2}高 {1}（{3} 对 {4}）：人工费差异部分来自节拍加快。",
                    )
                } else {
                    text(
                        "With {0} this line turns out {1} less a year than with {2} ({3} against {4}): part of the difference in labour is this pace.",
                        "采用{0}，该线年产能比{2}低 {1}（{3} 对 {4}）：人工费差异部分来自节拍变慢。",
                    )
                },
                [
                    to.name(),
                    share(more.abs()),
                    from.name(),
                    Arg::Quantity(Dimension::PlantArea, to.chain.capacity.m2_per_year),
                    Arg::Quantity(Dimension::PlantArea, from.chain.capacity.m2_per_year),
                ],
            ),
            &DERIVATION,
        ));
    }
}

/// What limits the line.
pub fn binds(compared: &Compared) -> Text {
    match (compared.chain.capacity.takt.set_by, compared.understood.limited_to.is_some()) {
        (SetBy::PlatingStations, true) => {
            text("the rectifier, and with it the plating tanks", "整流器（进而是电镀工位）")
        }
        (SetBy::PlatingStations, false) => text("the plating tanks", "电镀工位"),
        (SetBy::OtherStation | SetBy::Hoists | SetBy::RestOfLine, _) => {
            text("the rest of the line", "其余工序")
        }
    }
}

/// The same as a stable name.
pub fn binds_id(compared: &Compared) -> &'static str {
    match (compared.chain.capacity.takt.set_by, compared.understood.limited_to.is_some()) {
        (SetBy::PlatingStations, true) => "rectifier",
        (SetBy::PlatingStations, false) => "plating_tanks",
        (SetBy::OtherStation | SetBy::Hoists | SetBy::RestOfLine, _) => "rest_of_line",
    }
}

/// The ratio of minimum to average: it decides much of the answer, and no source supports it.
fn evenness(n: &Numbers, all: &mut Vec<Judgement>) {
    let at_average = n.difference_at_same_average();
    let difference = n.difference();
    let measured = [n.baseline(), n.alternative()].iter().all(|one| {
        matches!(
            one.understood.value(Parameter::MinimumToAverage).origin,
            Origin::Given | Origin::Derived
        )
    });
    match n.setup.basis {
        ThicknessBasis::Minimum if (at_average - difference).abs() < 0.005 => {}
        ThicknessBasis::Minimum => {
            let turns = at_average * difference < 0.0;
            let message = if turns {
                text(
                    "The ratio of minimum to average decides this: at the same average thickness the difference would be {0}, at the same minimum it is {1}. Measure one part of each and enter its ratio.",
                    "最小与平均之比决定了结果：平均厚度相同时差值为 {0}，最小厚度相同时为 {1}。请各实测一件并填入比值。",
                )
            } else {
                text(
                    "At the same average thickness the difference would be {0} instead of {1}: the rest comes from the ratio of minimum to average. Measure one part of each and enter its ratio.",
                    "若平均厚度相同，差值为 {0} 而非 {1}：其余来自最小与平均之比。请各实测一件并填入比值。",
                )
            };
            let level = if turns && !measured { Level::Warning } else { Level::Note };
            all.push(judgement(
                if turns { "ratio_turns_order" } else { "ratio_matters" },
                level,
                phrase(message, [money(at_average), money(difference)]),
                &JUDGEMENT,
            ));
        }
        ThicknessBasis::Average => all.push(judgement(
            "same_average",
            Level::Warning,
            text(
                "Compared at the same average: a bath that throws badly is then thinner where it counts. Customers order a minimum.",
                "按平均厚度相同比较时，分散能力差的镀液在关键部位更薄，而客户要的是最小厚度。",
            ),
            &JUDGEMENT,
        )),
    }
}

/// What cyanide obliges to, and what falls away.
fn duties(inputs: &Inputs, n: &Numbers, all: &mut Vec<Judgement>) {
    let (from, to) = (n.baseline(), n.alternative());
    let cyanide = |one: &Compared| one.understood.value(Parameter::Nacn).value > 0.0;
    if cyanide(from) && !cyanide(to) {
        let [permit, custody, store, drain, extraction, assessment] =
            policy::OBLIGATIONS.map(Arg::Text);
        let message = text(
            "What falls away with cyanide (to be verified): {0}; {1}; {2}; {3}; {4}; {5}.",
            "弃用氰化物后可免除（待核实）：{0}；{1}；{2}；{3}；{4}；{5}。",
        );
        let list = [permit, custody, store, drain, extraction, assessment];
        all.push(judgement(
            "duties_fall_away",
            Level::Ok,
            phrase(message, list),
            &policy::OBLIGATIONS_SOURCE,
        ));
    }
    if n.processes.iter().any(cyanide) && inputs.shared.cyanide_obligations_cny_per_year.is_none() {
        all.push(judgement(
            "duties_not_costed",
            Level::Warning,
            text(
                "What those duties cost is not in the figures: no source gives an amount. Enter your own a year; it may well be more than the chlorine.",
                "这些管理费用未计入：没有公开数据。请填写自己的年费用，它很可能高于破氰药剂费。",
            ),
            &JUDGEMENT,
        ));
    }
    if let (Some(line), Some(plant)) =
        (n.conversion.toxic_removed_line, n.conversion.toxic_removed_plant)
        && line > 0.0
    {
        all.push(judgement(
            "toxic_removed",
            Level::Note,
            phrase(
                text(
                    "Highly toxic chemicals bought: {0} less on this line, {1} less in the plant with its other {2}. A claim of “90 %” holds only with the second figure.",
                    "剧毒化学品采购量：本线减少 {0}；全厂另有 {2}，减少 {1}。“减少 90 %”之说须以全厂数据核对。",
                ),
                [share(line), share(plant), Arg::Quantity(Dimension::AnnualMass, n.setup.values.other_toxic_kg_per_year.value)],
            ),
            &DERIVATION,
        ));
    }
}

/// The rules of the state. What holds for several processes is said once.
fn rules(n: &Numbers, all: &mut Vec<Judgement>) {
    if n.processes.iter().any(Compared::holds_cyanide) {
        all.push(judgement(
            "index_cyanide",
            Level::Warning,
            policy::CYANIDE_FREE_CONDITION,
            &policy::INDEX_SOURCE,
        ));
        all.push(judgement(
            "catalogue",
            Level::Warning,
            policy::ELIMINATION,
            &policy::CATALOGUE_SOURCE,
        ));
    }
    if n.processes.iter().any(|one| one.understood.like.id == "alkaline_zinc_nickel") {
        all.push(judgement(
            "cyanide_formed",
            Level::Warning,
            policy::INERT_ANODE_CYANIDE,
            &policy::INERT_ANODE_SOURCE,
        ));
    }
    let level = |level: Option<&'static policy::Level>| {
        Arg::Text(level.map_or(text("no level", "未达级"), |level| level.name))
    };
    for one in [n.baseline(), n.alternative()] {
        let (utilisation, water) = (one.chain.zinc.utilisation(), one.chain.rinse_water_l);
        let message = text(
            "{0}: zinc utilisation {1} is {2}, and {3} for one rinse is {4} of the cleaner-production index of 2015.",
            "{0}：锌利用率 {1} 属{2}，每次清洗取水 {3} 属{4}（2015 年清洁生产评价指标体系）。",
        );
        let args = [
            one.name(),
            share(utilisation),
            level(policy::zinc_level(utilisation)),
            Arg::Quantity(Dimension::VolumePerArea, water),
            level(policy::water_level(water)),
        ];
        all.push(judgement(
            "index_levels",
            Level::Note,
            phrase(message, args),
            &policy::INDEX_SOURCE,
        ));
    }
}

/// Where the working point leaves what is known.
fn working_point(n: &Numbers, all: &mut Vec<Judgement>) {
    for one in &n.processes {
        let Understood { limited_to, curve_left, window, .. } = &one.understood;
        let density = |value: f64| Arg::Quantity(Dimension::CurrentDensity, value);
        let j = one.understood.terms.current_density_a_per_dm2;
        if let Some(limit) = limited_to {
            all.push(judgement(
                "rectifier_limits",
                Level::Warning,
                phrase(
                    text(
                        "{0}: the rectifier gives {1} on this load, less than the bath takes; everything is counted at that.",
                        "{0}：整流器对该装载只能提供 {1}，低于镀液可用值，全部按此计算。",
                    ),
                    [one.name(), density(*limit)],
                ),
                &DERIVATION,
            ));
        }
        if !(window.low..=window.high).contains(&j) {
            all.push(judgement(
                "outside_window",
                Level::Warning,
                phrase(
                    text(
                        "{0}: {1} lies outside the bath's window of {2} to {3}.",
                        "{0}：{1} 超出镀液电流密度范围 {2} 至 {3}。",
                    ),
                    [one.name(), density(j), density(window.low), density(window.high)],
                ),
                window.source,
            ));
        }
        let measured = [Parameter::MeasuredMinimum, Parameter::MeasuredAverage]
            .map(|parameter| one.understood.value(parameter).origin == Origin::Given);
        if matches!(measured, [true, false] | [false, true]) {
            all.push(judgement(
                "half_measured",
                Level::Warning,
                phrase(
                    text(
                        "{0}: of the measured part both minimum and average are needed; one alone does not count.",
                        "{0}：实测件须同时填写最小厚度与平均厚度，只填一项不计入。",
                    ),
                    [one.name()],
                ),
                &DERIVATION,
            ));
        }
        if *curve_left {
            all.push(judgement(
                "curve_left",
                Level::Warning,
                phrase(
                    text(
                        "{0}: the efficiency curve does not reach this current density; its last point is used.",
                        "{0}：电流效率曲线不含该电流密度，取端点值。",
                    ),
                    [one.name()],
                ),
                &JUDGEMENT,
            ));
        }
    }
    if n.setup.class.barrel != n.setup.barrel {
        all.push(judgement(
            "class_mismatch",
            Level::Warning,
            text(
                "This shape of part is not plated this way: its ratio of minimum to average does not hold.",
                "该类工件通常不用这种方式电镀，其最小与平均之比不适用。",
            ),
            &JUDGEMENT,
        ));
    }
}

/// Sludge: what is often believed and is not so.
fn waste(n: &Numbers, all: &mut Vec<Judgement>) {
    let (from, to) = (n.baseline(), n.alternative());
    if to.chain.sludge_wet_kg > from.chain.sludge_wet_kg * 1.05 && !to.understood.like.cyanide {
        all.push(judgement(
            "more_sludge",
            Level::Note,
            phrase(
                text(
                    "{0} makes more zinc sludge than {1}: {2} against {3}. More metal is dragged out of it.",
                    "{0}的含锌污泥多于{1}：{2} 对 {3}，因其带出的金属更多。",
                ),
                [
                    to.name(),
                    from.name(),
                    Arg::Quantity(Dimension::WastePerArea, to.chain.sludge_wet_kg),
                    Arg::Quantity(Dimension::WastePerArea, from.chain.sludge_wet_kg),
                ],
            ),
            &DERIVATION,
        ));
    }
}
