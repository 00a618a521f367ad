//! What to think of the result, each sentence with what it rests on.

use super::inputs::{CalibrationBy, EfficiencyMode, Inputs, SolveFor, ThicknessKind};
use super::setup::Efficiency;
use super::solve::Numbers;
use crate::calculator::{Origin, lies_in};
use crate::data::baths::{Anodes, CURVE_SOURCE};
use crate::data::corrosion::{Coating, salt_spray};
use crate::data::embrittlement::{
    B850_WARN_MPA, BAKE_SOURCE, BAKE_TEMPERATURE, DO_NOT_PLATE_MPA, F1941_HRC, START_WITHIN,
};
use crate::data::passivates::Chromium;
use crate::data::sources::{DERIVATION, GENERAL_KNOWLEDGE, ROHS_AND_ELV};
use crate::data::thickness::{ISO_2081, ISO_4042, ISO_4042_SOURCE};
use crate::data::threads::{TolerancePosition, deviation};
use crate::data::{Fact, Listed, Source};
use crate::plating::designation::{self, Meaning, Open};
use crate::plating::embrittlement::{self, B850};
use crate::plating::{efficiency, thread};
use crate::report::{Judgement, Level, NO_SOURCE, judgement};
use crate::units::{Dimension, Quantity};
use crate::words::{Arg, Text, phrase, text};

/// All judgements, gravest first.
pub fn list(inputs: &Inputs, n: &Numbers) -> Vec<Judgement> {
    let mut list = Vec::new();
    code(inputs, n, &mut list);
    calibration(n, &mut list);
    window(n, &mut list);
    burning(n, &mut list);
    temperature(inputs, n, &mut list);
    curve(n, &mut list);
    efficiency_range(n, &mut list);
    composition(n, &mut list);
    bath_note(n, &mut list);
    heat(n, &mut list);
    part_class(n, &mut list);
    unusual_thickness(n, &mut list);
    thickness_class(n, &mut list);
    thread_fit(n, &mut list);
    batch_average(n, &mut list);
    embrittlement(inputs, n, &mut list);
    corrosion(n, &mut list);
    gravest_first(list)
}

/// Level by level; within one in the order they were made. It stands for a sort, which weighs kilobytes in the browser.
fn gravest_first(mut list: Vec<Judgement>) -> Vec<Judgement> {
    let mut ordered = Vec::with_capacity(list.len());
    for level in [Level::Alarm, Level::Warning, Level::Note, Level::Ok] {
        ordered.extend(list.extract_if(.., |judgement| judgement.level == level));
    }
    ordered
}

const fn quantity(dimension: Dimension, value: f64) -> Arg {
    Arg::Quantity(dimension, value)
}

fn ends(fact: Fact) -> [Arg; 2] {
    [quantity(fact.dimension, fact.low), quantity(fact.dimension, fact.high)]
}

const NOMINAL: Text = text(
    "The thickness of the code is nominal. It is taken as the least local thickness on significant surfaces, as ISO 4042 measures it; where your order is judged by the batch average, choose the average instead.",
    "代号中的厚度为公称厚度，按 ISO 4042 取为主要表面最小局部厚度；如订单按批平均厚度验收，请改选平均厚度。",
);

/// Where the rest of the inputs says otherwise than the code.
fn code(inputs: &Inputs, n: &Numbers, list: &mut Vec<Judgement>) {
    let setup = &n.setup;
    let Some(asked) = &setup.asked else { return };
    let mut say = |id, level, message| list.push(Judgement { id, level, message, source: None });
    say("code_read", Level::Note, asked.told());
    for message in asked.told_besides() {
        say("code_asks_besides", Level::Note, message);
    }
    if asked.meaning == Meaning::Nominal
        && asked.thickness.um().is_some()
        && inputs.thickness_kind.is_none()
    {
        say("nominal_as_minimum", Level::Note, NOMINAL.into());
    }
    // What the other fields say is not open.
    for open in asked.open() {
        let (id, level, said) = match open {
            Open::Thickness => {
                ("code_thickness_open", Level::Warning, inputs.thickness_um.is_some())
            }
            Open::WhichThickness => {
                ("code_which_thickness", Level::Warning, inputs.thickness_um.is_some())
            }
            Open::Silk => ("code_silk", Level::Warning, inputs.thickness_um.is_some()),
            Open::Film => ("code_film_open", Level::Note, inputs.passivate.is_some()),
            Open::Chromium => ("code_chromium_open", Level::Warning, inputs.passivate.is_some()),
            Open::Sealer => ("code_sealer_open", Level::Note, inputs.passivate.is_some()),
            Open::Meaning => ("code_meaning_open", Level::Note, inputs.thickness_kind.is_some()),
            Open::Rust => ("code_rust_open", Level::Note, false),
        };
        if !said {
            say(id, level, asked.question(open));
        }
    }
    if !asked.contradictions.is_empty() {
        let words = text(
            "The code does not agree with itself: {0} says otherwise than the rest.",
            "代号前后不一致：{0} 与其余部分不符。",
        );
        list.push(judgement(
            "code_contradicts_itself",
            Level::Warning,
            phrase(words, [Arg::Name(asked.contradictions.join(" · "))]),
            NO_SOURCE,
        ));
    }
    if !asked.unread.is_empty() {
        let words = text(
            "This part of the code was not read: {0}. Say what it asks for in the other fields.",
            "代号中的这一部分未能识别：{0}。请在其他输入项中填写其要求。",
        );
        list.push(judgement(
            "code_part_unread",
            Level::Warning,
            phrase(words, [Arg::Name(asked.unread.join(" · "))]),
            NO_SOURCE,
        ));
    }
    if let Some(um) = asked.um_of(setup.deposit.id).filter(|um| n.minimum_um + 1e-6 < *um) {
        let words = text(
            "The code asks for {0} at least; the thinnest place has {1}.",
            "代号要求至少 {0}，而最薄处只有 {1}。",
        );
        let args =
            [quantity(Dimension::Thickness, um), quantity(Dimension::Thickness, n.minimum_um)];
        list.push(judgement("code_missed", Level::Warning, phrase(words, &args), NO_SOURCE));
    }
    let other_deposit = asked.deposit().is_none_or(|deposit| deposit.id != setup.deposit.id);
    let passivate = asked.passivate().unwrap_or(setup.passivate);
    let words = match (other_deposit, passivate.id != setup.passivate.id) {
        (false, false) => return,
        (true, false) => text(
            "The code stands for “{0}”; the deposit that was chosen is “{1}”.",
            "代号表示“{0}”，而所选镀层为“{1}”。",
        ),
        (false, true) => text(
            "The code stands for the passivate “{2}”; what was chosen is “{3}”.",
            "代号表示钝化“{2}”，而所选为“{3}”。",
        ),
        (true, true) => text(
            "The code stands for “{0}” with the passivate “{2}”; the deposit that was chosen is “{1}”, the passivate “{3}”.",
            "代号表示“{0}”、钝化“{2}”，而所选镀层为“{1}”、钝化为“{3}”。",
        ),
    };
    let coat = asked
        .deposit()
        .map(|deposit| deposit.name)
        .or_else(|| asked.layers.last().map(|layer| layer.coat.name));
    let args = [
        coat.unwrap_or(setup.deposit.name),
        setup.deposit.name,
        passivate.name,
        setup.passivate.name,
    ]
    .map(Arg::Text);
    list.push(judgement("code_contradicted", Level::Warning, phrase(words, &args), NO_SOURCE));
}

/// A calibration that nobody has measured.
fn calibration(n: &Numbers, list: &mut Vec<Judgement>) {
    let [thickness, mass, ..] = n.setup.calibration;
    let measured = if n.setup.calibration_by == CalibrationBy::Mass { mass } else { thickness };
    if n.setup.efficiency_mode == EfficiencyMode::Calibrated
        && n.setup.solve_for != SolveFor::Efficiency
        && measured.origin == Origin::Default
    {
        let words = text(
            "These are example values, not your measurement.",
            "所示为示例值，并非您的实测值。",
        );
        list.push(judgement("calibration_example", Level::Note, words, NO_SOURCE));
    }
}

/// How good a thickness that is as it should be can be: fine only when everything that it rests on is usual, be it given or found.
fn fine(n: &Numbers) -> Level {
    let setup = &n.setup;
    let window = setup.bath.operation(setup.barrel).current_density;
    let of_own = matches!(setup.efficiency, Efficiency::BathCurve(_))
        && setup.solve_for != SolveFor::Efficiency;
    let found = lies_in(n.solution.current_density, &window)
        && n.effective_current_density <= setup.bath.rack.current_density.high
        && (of_own || lies_in(n.solution.efficiency, &setup.bath.efficiency))
        && lies_in(n.thickness_um, &setup.deposit.typical_thickness);
    let given =
        [&setup.density, &setup.ratio, &setup.loss, &setup.contact, &setup.alloying_fraction];
    if found && given.into_iter().all(|valued| valued.origin == Origin::Unused || valued.is_usual())
    {
        Level::Ok
    } else {
        Level::Note
    }
}

/// A thickness that is seldom plated, asked for or found.
fn unusual_thickness(n: &Numbers, list: &mut Vec<Judgement>) {
    let fact = n.setup.deposit.typical_thickness;
    if n.setup.solve_for == SolveFor::Thickness && !lies_in(n.thickness_um, &fact) {
        let [low, high] = ends(fact);
        let words = text(
            "{0} is outside the usual {1} to {2} of this deposit.",
            "{0} 超出该镀层的常用范围 {1} 至 {2}。",
        );
        let level = if n.thickness_um > fact.high { Level::Warning } else { Level::Note };
        list.push(judgement(
            "thickness_unusual",
            level,
            phrase(words, [quantity(Dimension::Thickness, n.thickness_um), low, high]),
            fact.source,
        ));
    }
}

fn window(n: &Numbers, list: &mut Vec<Judgement>) {
    let setup = &n.setup;
    let fact = setup.bath.operation(setup.barrel).current_density;
    let j = n.solution.current_density;
    let [low, high] = ends(fact);
    let mount = if setup.barrel { text("barrel", "滚镀") } else { text("rack", "挂镀") };
    let args = [quantity(Dimension::CurrentDensity, j), Arg::Text(mount), low, high];
    if j < fact.low && !setup.bath.covers_below_window {
        let words = text(
            "{0} is below the {1} window of this bath, {2} to {3}: there little or no metal deposits, whatever the formula says.",
            "{0} 低于该镀液的{1}电流密度范围 {2} 至 {3}：此时几乎不沉积金属，公式结果不适用。",
        );
        list.push(judgement("no_deposit_risk", Level::Alarm, phrase(words, &args), fact.source));
    } else if j < fact.low {
        let words = text(
            "{0} is below the {1} window of this bath, {2} to {3}: recesses may stay thin or bare.",
            "{0} 低于该镀液的{1}电流密度范围 {2} 至 {3}：凹处可能镀层偏薄或漏镀。",
        );
        list.push(judgement(
            "current_density_low",
            Level::Warning,
            phrase(words, &args),
            fact.source,
        ));
    } else if j > fact.high {
        let words = text(
            "{0} is above the {1} window of this bath, {2} to {3}: edges are likely to burn.",
            "{0} 高于该镀液的{1}电流密度范围 {2} 至 {3}：边角容易烧焦。",
        );
        list.push(judgement(
            "current_density_high",
            Level::Warning,
            phrase(words, &args),
            fact.source,
        ));
    } else {
        let words = text(
            "{0} lies inside the {1} window of this bath, {2} to {3}.",
            "{0} 在该镀液的{1}电流密度范围 {2} 至 {3} 之内。",
        );
        let burns = n.effective_current_density > setup.bath.rack.current_density.high;
        list.push(judgement(
            "current_density_ok",
            if burns { Level::Note } else { Level::Ok },
            phrase(words, &args),
            fact.source,
        ));
    }
    if setup.barrel && setup.bath.barrel.is_none() {
        let words = text(
            "This bath is not usual in a barrel; the window shown is that of the rack.",
            "该镀液一般不用于滚镀，所示范围为挂镀范围。",
        );
        list.push(judgement("barrel_unusual", Level::Warning, words, fact.source));
    }
}

/// In a barrel the parts in contact see more than the mean: there the rack's upper limit decides.
fn burning(n: &Numbers, list: &mut Vec<Judgement>) {
    let rack = n.setup.bath.rack.current_density;
    if n.setup.barrel && n.effective_current_density > rack.high {
        let words = text(
            "The parts in contact see {0}, above the {1} at which this bath burns on a rack.",
            "受镀面上的实际电流密度为 {0}，高于该镀液挂镀时的烧焦界限 {1}。",
        );
        let args = [
            quantity(Dimension::CurrentDensity, n.effective_current_density),
            quantity(Dimension::CurrentDensity, rack.high),
        ];
        list.push(judgement(
            "effective_current_density_high",
            Level::Warning,
            phrase(words, &args),
            rack.source,
        ));
    }
}

fn temperature(inputs: &Inputs, n: &Numbers, list: &mut Vec<Judgement>) {
    let fact = n.setup.bath.temperature;
    let celsius = n.setup.temperature.value;
    if inputs.temperature_c.is_some() && !(fact.low..=fact.high).contains(&celsius) {
        let [low, high] = ends(fact);
        let words = text(
            "{0} lies outside the temperature window of this bath, {1} to {2}.",
            "{0} 超出该镀液的温度范围 {1} 至 {2}。",
        );
        list.push(judgement(
            "temperature_outside",
            Level::Warning,
            phrase(words, [quantity(Dimension::Temperature, celsius), low, high]),
            fact.source,
        ));
    }
}

fn curve(n: &Numbers, list: &mut Vec<Judgement>) {
    if n.setup.solve_for == SolveFor::Efficiency {
        return;
    }
    let Some(points) = n.setup.efficiency.points() else {
        if n.setup.efficiency_mode == EfficiencyMode::Curve {
            let words = text(
                "No efficiency curve is known for this bath: {0} was taken at every current density.",
                "该镀液没有电流效率曲线：各电流密度下均按 {0} 计算。",
            );
            let fact = n.setup.bath.efficiency;
            list.push(judgement(
                "curve_missing",
                Level::Note,
                phrase(words, [quantity(Dimension::Fraction, n.solution.efficiency)]),
                fact.source,
            ));
        }
        return;
    };
    let j = n.effective_current_density;
    if efficiency::outside(points, j).is_some() {
        let words = text(
            "{0} lies outside the points of the efficiency curve; the efficiency at its nearest end, {1}, was used.",
            "{0} 超出电流效率曲线的数据点范围，按最近端点的效率 {1} 计算。",
        );
        let args = [
            quantity(Dimension::CurrentDensity, j),
            quantity(Dimension::Fraction, n.solution.efficiency),
        ];
        let source =
            matches!(n.setup.efficiency, Efficiency::BathCurve(_)).then_some(&CURVE_SOURCE);
        list.push(judgement("curve_clamped", Level::Warning, phrase(words, &args), source));
    }
    if matches!(n.setup.efficiency, Efficiency::BathCurve(_)) {
        let words = text(
            "The efficiency of {0} comes from a curve that no published measurement supports. Calibrate it with one measured part.",
            "{0} 的电流效率取自无公开实测数据支持的估计曲线，请用一件实测工件标定。",
        );
        list.push(judgement(
            "curve_estimated",
            Level::Note,
            phrase(words, [quantity(Dimension::Fraction, n.solution.efficiency)]),
            &CURVE_SOURCE,
        ));
    }
}

fn efficiency_range(n: &Numbers, list: &mut Vec<Judgement>) {
    let fact = n.setup.bath.efficiency;
    let value = n.solution.efficiency;
    let own = !matches!(n.setup.efficiency, Efficiency::BathCurve(_))
        || n.setup.solve_for == SolveFor::Efficiency;
    if own && !(fact.low - 1e-9..=fact.high + 1e-9).contains(&value) {
        let [low, high] = ends(fact);
        let words = text(
            "An efficiency of {0} is unusual for this bath; {1} to {2} are expected.",
            "{0} 的电流效率对该镀液而言不常见，一般为 {1} 至 {2}。",
        );
        list.push(judgement(
            "efficiency_unusual",
            Level::Warning,
            phrase(words, [quantity(Dimension::Fraction, value), low, high]),
            fact.source,
        ));
    }
}

fn composition(n: &Numbers, list: &mut Vec<Judgement>) {
    let Some(partner) = &n.setup.deposit.alloying else { return };
    let share = n.setup.alloying_fraction.value;
    if partner.element.symbol != "Ni"
        || (partner.fraction.low..=partner.fraction.high).contains(&share)
    {
        return;
    }
    let words = if share < 0.10 {
        text(
            "With {0} nickel the corrosion resistance drops; {1} to {2} are usual.",
            "含镍 {0} 时耐蚀性下降，常用范围为 {1} 至 {2}。",
        )
    } else if share > 0.18 {
        text(
            "With {0} nickel the deposit can become nobler than steel and no longer protect it; {1} to {2} are usual.",
            "含镍 {0} 时镀层电位可能高于钢，不再具有牺牲阳极保护作用；常用范围为 {1} 至 {2}。",
        )
    } else {
        text("{0} nickel lies outside the usual {1} to {2}.", "含镍 {0} 超出常用范围 {1} 至 {2}。")
    };
    let [low, high] = ends(partner.fraction);
    list.push(judgement(
        "composition_unusual",
        Level::Warning,
        phrase(words, [quantity(Dimension::Fraction, share), low, high]),
        partner.fraction.source,
    ));
}

fn bath_note(n: &Numbers, list: &mut Vec<Judgement>) {
    if let Some(note) = n.setup.bath.note {
        list.push(judgement("bath_note", Level::Note, note, &GENERAL_KNOWLEDGE));
    }
}

/// With inert anodes part of the energy goes into splitting water and salts; how much is known here for zinc only.
fn heat(n: &Numbers, list: &mut Vec<Judgement>) {
    if n.setup.bath.anodes == Anodes::Inert && !n.setup.deposit.hydrogen_only {
        let words = text(
            "The heat shown is an upper bound: with inert anodes part of the energy goes into the reactions, and for this bath it is not known how much.",
            "所示热量为上限：不溶性阳极时部分电能消耗于电极反应，该镀液的这一部分未知。",
        );
        list.push(judgement("heat_upper_bound", Level::Note, words, &DERIVATION));
    }
}

fn part_class(n: &Numbers, list: &mut Vec<Judgement>) {
    if n.setup.class.barrel != n.setup.barrel {
        let words = text(
            "The ratio of minimum to average is that of “{0}”, which does not go with the way the parts are plated.",
            "最小与平均厚度之比取自“{0}”，与当前的挂镀/滚镀方式不符。",
        );
        let source = n.setup.ratio.fact.map(|fact| fact.source);
        list.push(judgement(
            "part_class_mismatch",
            Level::Warning,
            phrase(words, [Arg::Text(n.setup.class.name())]),
            source,
        ));
    }
    let something_left = n.minimum_um > 0.0;
    if !something_left {
        let words = text(
            "Dip and passivate dissolve the whole deposit where it is thinnest.",
            "最薄处的镀层会被出光和钝化全部溶去。",
        );
        list.push(judgement(
            "nothing_left",
            Level::Alarm,
            words,
            n.setup.loss.fact.map(|fact| fact.source),
        ));
    }
}

fn thickness_class(n: &Numbers, list: &mut Vec<Judgement>) {
    if n.setup.deposit.id != "zinc" {
        return;
    }
    match designation::class_met(n.minimum_um) {
        Some(class) => {
            let words = text(
                "The {0} where it is thinnest meet {1} of ISO 2081 and {2} of ASTM B633 ({3}).",
                "最薄处 {0}，满足 ISO 2081 的 {1} 和 ASTM B633 的 {2}（{3}）。",
            );
            let args = [
                quantity(Dimension::Thickness, n.minimum_um),
                Arg::Name(class.designation.to_owned()),
                Arg::Name(class.b633.to_owned()),
                Arg::Text(class.severity),
            ];
            list.push(judgement("class_met", fine(n), phrase(words, &args), class.fact.source));
        }
        None => {
            let words = text(
                "The {0} where it is thinnest meet no class of ISO 2081 or ASTM B633; the lowest asks for {1}.",
                "最薄处 {0}，达不到 ISO 2081 与 ASTM B633 的任何等级（最低等级要求 {1}）。",
            );
            let [lowest, ..] = &ISO_2081;
            let args =
                [n.minimum_um, lowest.minimum_um].map(|um| quantity(Dimension::Thickness, um));
            list.push(judgement(
                "class_missed",
                Level::Note,
                phrase(words, &args),
                lowest.fact.source,
            ));
        }
    }
}

fn thread_fit(n: &Numbers, list: &mut Vec<Judgement>) {
    let Some(row) = n.setup.thread else { return };
    let Some(fact) = deviation(row, n.setup.position) else { return };
    let geometric = thread::geometric_limit(fact.value);
    let limit = n.thread_limit_um().unwrap_or(0.0);
    let batch = n.batch_average_um;
    let source = Some(fact.source);
    let fits = batch <= limit + 1e-9;
    let (id, level, words) = if fits {
        let words = text(
            "An {0} thread of tolerance position {1} holds {2} on the batch average; {3} fit.",
            "{0} 螺纹、公差带位置 {1}，批平均最多容许 {2}；{3} 可以旋合。",
        );
        ("thread_fits", fine(n), words)
    } else if batch > geometric {
        let words = text(
            "An {0} thread of tolerance position {1} holds {2} on the batch average; {3} take it beyond its basic profile: expect bolts that stick in the go gauge or the nut.",
            "{0} 螺纹、公差带位置 {1}，批平均最多容许 {2}；{3} 将超出基本牙型，会有螺栓通不过通规或旋不进螺母。",
        );
        ("thread_too_thick", Level::Alarm, words)
    } else {
        let words = text(
            "An {0} thread of tolerance position {1} holds {2} of the standard series on the batch average; {3} are still inside its profile, but nothing is left for scatter.",
            "{0} 螺纹、公差带位置 {1}，按标准系列批平均最多 {2}；{3} 虽未超出基本牙型，但已无余量。",
        );
        ("thread_tight", Level::Warning, words)
    };
    let [thread_name, position_name] = [row.name(), n.setup.position.name()].map(Arg::Text);
    list.push(judgement(
        id,
        level,
        phrase(
            words,
            [
                thread_name,
                position_name,
                quantity(Dimension::Thickness, limit),
                quantity(Dimension::Thickness, batch),
            ],
        ),
        source,
    ));
    if fits {
        return;
    }
    let roomier = TolerancePosition::all().iter().find(|position| {
        n.setup.holds_um(row, position).is_some_and(|limit| batch <= limit + 1e-9)
    });
    match roomier {
        Some(position) => {
            let words = text("Tolerance position {0} would hold it.", "公差带位置 {0} 可以容纳。");
            list.push(judgement(
                "thread_advice",
                Level::Note,
                phrase(words, [Arg::Text(position.name())]),
                source,
            ));
        }
        None => {
            let words = text(
                "No tolerance position listed for this thread holds it: order the bolts undersized or plate thinner.",
                "该螺纹所列公差带位置均无法容纳：请预留余量或减薄镀层。",
            );
            list.push(judgement("thread_advice", Level::Note, words, source));
        }
    }
}

/// ISO 4042 judges fasteners by their batch average, which a nominal thickness bounds from both sides.
fn batch_average(n: &Numbers, list: &mut Vec<Judgement>) {
    let setup = &n.setup;
    let of_code = setup
        .asked
        .as_ref()
        .filter(|asked| asked.standard.for_fasteners())
        .and_then(|asked| asked.thickness.um());
    let stated = setup.thread.is_some()
        && setup.kind == ThicknessKind::Minimum
        && setup.solve_for != SolveFor::Thickness;
    let Some(asked) = of_code.or(stated.then_some(setup.thickness.value)) else { return };
    let Some(nominal) = ISO_4042.iter().find(|nominal| (nominal.nominal_um - asked).abs() < 1e-9)
    else {
        return;
    };
    let batch = n.batch_average_um;
    let args = [batch, nominal.batch_minimum_um, nominal.batch_maximum_um, nominal.nominal_um]
        .map(|um| quantity(Dimension::Thickness, um));
    let range = text(
        "ISO 4042 allows a batch average from {1} to {2} for a nominal {3}.",
        "ISO 4042 对公称 {3} 的批平均允许范围为 {1} 至 {2}。",
    );
    list.push(judgement(
        "batch_average_range",
        Level::Note,
        phrase(range, &args),
        &ISO_4042_SOURCE,
    ));
    if batch > nominal.batch_maximum_um + 1e-6 {
        let words = text(
            "The batch average of {0} is above the {2} that ISO 4042 allows for a nominal {3}: plate more evenly, or agree on it.",
            "批平均 {0} 超过 ISO 4042 对公称 {3} 所允许的 {2}：请改善镀层均匀性，或与客户约定。",
        );
        list.push(judgement(
            "batch_average_exceeded",
            Level::Warning,
            phrase(words, &args),
            &ISO_4042_SOURCE,
        ));
    } else if batch < nominal.batch_minimum_um - 1e-6 {
        let words = text(
            "The batch average of {0} is below the {1} that ISO 4042 asks for a nominal {3}.",
            "批平均 {0} 低于 ISO 4042 对公称 {3} 所要求的 {1}。",
        );
        list.push(judgement(
            "batch_average_missed",
            Level::Warning,
            phrase(words, &args),
            &ISO_4042_SOURCE,
        ));
    }
}

fn embrittlement(inputs: &Inputs, n: &Numbers, list: &mut Vec<Judgement>) {
    let zinc = n.setup.deposit.hydrogen_only;
    let is_fastener = n.setup.thread.is_some();
    if let Some(strength) = inputs.tensile_strength_mpa.map(Quantity::canonical) {
        let hours = embrittlement::hours_by_strength(strength);
        b850(
            zinc,
            embrittlement::by_strength(strength),
            hours,
            quantity(Dimension::Stress, strength),
            list,
        );
        if is_fastener && inputs.hardness_hrc.is_none() {
            let words = text(
                "ASTM F1941 judges fasteners by hardness: give it too. A strength is not converted into one.",
                "ASTM F1941 按硬度判断紧固件的氢脆：请同时填写硬度。此处不由强度换算硬度。",
            );
            list.push(judgement("f1941_hardness_needed", Level::Note, words, F1941_HRC.source));
        }
    }
    if let Some(hardness) = inputs.hardness_hrc.map(Quantity::canonical) {
        let hours = embrittlement::hours_by_hardness(hardness);
        b850(
            zinc,
            embrittlement::by_hardness(hardness),
            hours,
            quantity(Dimension::Hardness, hardness),
            list,
        );
        let args = [
            quantity(Dimension::Hardness, hardness),
            quantity(Dimension::Hardness, F1941_HRC.value),
        ];
        if embrittlement::f1941_susceptible(hardness) {
            let words = text(
                "As a fastener, by ASTM F1941, which there stands in place of B633: {0} is above {1}, susceptible to hydrogen embrittlement; electroplating is not recommended.",
                "作为紧固件，按 ASTM F1941（紧固件以此代替 B633）：{0} 高于 {1}，对氢脆敏感，不推荐电镀。",
            );
            let level = if is_fastener { Level::Alarm } else { Level::Note };
            list.push(judgement(
                "f1941_susceptible",
                level,
                phrase(words, &args),
                F1941_HRC.source,
            ));
        } else if is_fastener {
            let words = text(
                "As a fastener, by ASTM F1941, which there stands in place of B633: {0} is not above {1}; no bake is required.",
                "作为紧固件，按 ASTM F1941（紧固件以此代替 B633）：{0} 未超过 {1}，不要求去氢烘烤。",
            );
            list.push(judgement("f1941_ok", Level::Ok, phrase(words, &args), F1941_HRC.source));
        }
    }
}

/// The places of the sentences: {0} the steel, {1} hours, {2} and {3} the temperatures of the bake, {4} when it begins, {5} where B633 ends.
fn b850(zinc: bool, outcome: B850, hours: Option<u32>, steel: Arg, list: &mut Vec<Judgement>) {
    let (id, level, words, source) =
        if zinc { b633_and_b850(outcome) } else { b850_alone(outcome, hours) };
    let [low, high] = ends(BAKE_TEMPERATURE);
    let start = quantity(START_WITHIN.dimension, START_WITHIN.value);
    let args = [
        steel,
        Arg::Count(hours.unwrap_or_default()),
        low,
        high,
        start,
        quantity(Dimension::Stress, DO_NOT_PLATE_MPA.value),
    ];
    list.push(judgement(id, level, phrase(words, &args), source));
}

/// Zinc and its alloys: B633 decides whether, B850 how long.
fn b633_and_b850(outcome: B850) -> (&'static str, Level, Text, &'static Source) {
    match outcome {
        B850::Nothing => (
            "embrittlement_ok",
            Level::Ok,
            text(
                "Steel of {0} as entered: no embrittlement bake by ASTM B633 and B850.",
                "所填钢材 {0}：按 ASTM B633 与 B850 无需去氢烘烤。",
            ),
            DO_NOT_PLATE_MPA.source,
        ),
        B850::Watch { hours: None } => (
            "embrittlement_watch",
            Level::Note,
            text(
                "Steel of {0}: B633 asks for no bake, but the procedures of B849 and B850 begin here. Stress-relieve cold-worked parts before plating.",
                "钢材 {0}：B633 不要求烘烤，但 B849、B850 的规定由此起适用。冷加工件镀前应去应力。",
            ),
            B850_WARN_MPA.source,
        ),
        B850::Watch { hours: Some(_) } => (
            "embrittlement_watch",
            Level::Warning,
            text(
                "Steel of {0}: B633 asks for no bake below 1200 MPa, yet the table of B850 lists {1} h at {2} to {3} here. Agree with the customer.",
                "钢材 {0}：B633 在 1200 MPa 以下不要求烘烤，但 B850 的表列出 {2} 至 {3}、{1} h。请与客户约定。",
            ),
            &BAKE_SOURCE,
        ),
        B850::Bake { hours: Some(_) } => (
            "embrittlement_bake",
            Level::Warning,
            text(
                "Steel of {0}: bake at {2} to {3} for at least {1} h, begun within {4} of plating and before the passivate, which the heat would destroy.",
                "钢材 {0}：须在 {2} 至 {3} 烘烤至少 {1} h，镀后 {4} 内开始，并在钝化之前进行（高温会破坏钝化膜）。",
            ),
            &BAKE_SOURCE,
        ),
        B850::Bake { hours: None } => {
            ("embrittlement_bake", Level::Warning, BAKE_WITHOUT_HOURS, &BAKE_SOURCE)
        }
        B850::DoNotPlate => (
            "embrittlement_stop",
            Level::Alarm,
            text(
                "Steel of {0} should not be electroplated with zinc: ASTM B633 ends at {5} (46 HRC).",
                "钢材 {0} 不宜电镀锌：ASTM B633 的上限为 {5}（46 HRC）。",
            ),
            DO_NOT_PLATE_MPA.source,
        ),
    }
}

/// Any other electrodeposit: B633 does not hold, B850 does.
fn b850_alone(outcome: B850, hours: Option<u32>) -> (&'static str, Level, Text, &'static Source) {
    match (outcome, hours) {
        (B850::Nothing, _) => (
            "embrittlement_ok",
            Level::Ok,
            text(
                "Steel of {0} as entered: no embrittlement bake by ASTM B850.",
                "所填钢材 {0}：按 ASTM B850 无需去氢烘烤。",
            ),
            B850_WARN_MPA.source,
        ),
        (B850::Watch { .. }, None) => (
            "embrittlement_watch",
            Level::Note,
            text(
                "Steel of {0}: the procedures of ASTM B849 and B850 begin here. Stress-relieve cold-worked parts before plating.",
                "钢材 {0}：ASTM B849、B850 的规定由此起适用。冷加工件镀前应去应力。",
            ),
            B850_WARN_MPA.source,
        ),
        (B850::Watch { .. }, Some(_)) => (
            "embrittlement_watch",
            Level::Warning,
            text(
                "Steel of {0}: the table of ASTM B850 lists {1} h at {2} to {3}. Agree with the customer whether to bake.",
                "钢材 {0}：ASTM B850 的表列出 {2} 至 {3}、{1} h。是否烘烤请与客户约定。",
            ),
            &BAKE_SOURCE,
        ),
        (B850::Bake { .. }, Some(_)) => (
            "embrittlement_bake",
            Level::Warning,
            text(
                "Steel of {0}: bake at {2} to {3} for at least {1} h by ASTM B850, begun within {4} of plating.",
                "钢材 {0}：按 ASTM B850 须在 {2} 至 {3} 烘烤至少 {1} h，镀后 {4} 内开始。",
            ),
            &BAKE_SOURCE,
        ),
        (B850::Bake { .. }, None) => {
            ("embrittlement_bake", Level::Warning, BAKE_WITHOUT_HOURS, &BAKE_SOURCE)
        }
        (B850::DoNotPlate, Some(_)) => (
            "embrittlement_stop",
            Level::Alarm,
            text(
                "Steel of {0} is too strong to be electroplated without the customer's agreement; ASTM B850 then lists {1} h at {2} to {3}, begun within {4} of plating.",
                "钢材 {0} 强度过高，未经客户同意不宜电镀；如电镀，ASTM B850 列出 {2} 至 {3} 烘烤 {1} h，镀后 {4} 内开始。",
            ),
            &BAKE_SOURCE,
        ),
        (B850::DoNotPlate, None) => (
            "embrittlement_stop",
            Level::Alarm,
            text(
                "Steel of {0} is too strong to be electroplated without the customer's agreement; the table of ASTM B850 ends below it.",
                "钢材 {0} 强度过高，未经客户同意不宜电镀；已超出 ASTM B850 表的范围。",
            ),
            &BAKE_SOURCE,
        ),
    }
}

const BAKE_WITHOUT_HOURS: Text = text(
    "Steel of {0}: bake at {2} to {3}; the table of B850 names no hours for it.",
    "钢材 {0}：须在 {2} 至 {3} 烘烤；B850 的表未列出对应时间。",
);

fn corrosion(n: &Numbers, list: &mut Vec<Judgement>) {
    let passivate = n.setup.passivate;
    if passivate.chromium == Chromium::None {
        return untreated(n, list);
    }
    if passivate.chromium == Chromium::Hexavalent {
        let words = text(
            "A hexavalent chromate: not allowed in vehicles and electrical equipment for the EU (ELV, RoHS). Offer a trivalent passivate.",
            "六价铬钝化：欧盟 ELV、RoHS 不允许用于车辆和电子电气产品，建议改用三价铬钝化。",
        );
        list.push(judgement("hexavalent", Level::Warning, words, &ROHS_AND_ELV));
    }
    let coating = match n.setup.deposit.id {
        "zinc" => Some(Coating::Zinc),
        "zinc_nickel" => Some(Coating::ZincNickel),
        "zinc_iron" => None, // no published hours were found
        _ => return,
    };
    let Some(row) = coating.and_then(|coating| salt_spray(coating, passivate.id, n.minimum_um))
    else {
        let words = text(
            "For this coating and passivate no salt-spray figure was found that could be cited. Ask the supplier for a test report.",
            "未找到该镀层与钝化组合可引用的盐雾数据，请向供应商索取试验报告。",
        );
        list.push(judgement("salt_spray_unknown", Level::Note, words, NO_SOURCE));
        return;
    };
    let hours = |fact: Option<Fact>| match fact {
        None => Arg::Name("–".to_owned()),
        Some(fact) if fact.has_range() => {
            Arg::Span(fact.dimension, fact.value, fact.low, fact.high)
        }
        Some(fact) => quantity(fact.dimension, fact.value),
    };
    let words: Text = match (row.white_h, row.red_h) {
        (Some(_), Some(_)) => text(
            "Neutral salt spray (ISO 9227): about {0} to white rust, {1} to red rust. These hours are not years outdoors.",
            "中性盐雾（ISO 9227）：约 {0} 出白锈，{1} 出红锈。盐雾小时数不代表户外年数。",
        ),
        (Some(_), None) => text(
            "Neutral salt spray (ISO 9227): about {0} to white rust. These hours are not years outdoors.",
            "中性盐雾（ISO 9227）：约 {0} 出白锈。盐雾小时数不代表户外年数。",
        ),
        _ => text(
            "Neutral salt spray (ISO 9227): {1} to red rust. These hours are not years outdoors.",
            "中性盐雾（ISO 9227）：{1} 出红锈。盐雾小时数不代表户外年数。",
        ),
    };
    let source = row.white_h.or(row.red_h).map(|fact| fact.source);
    list.push(judgement(
        "salt_spray",
        Level::Note,
        phrase(words, [hours(row.white_h), hours(row.red_h)]),
        source,
    ));
    if let Some(note) = row.note {
        list.push(judgement("salt_spray_note", Level::Note, note, source));
    }
}

/// Zinc without a passivate: what is known is only that it turns white soon.
fn untreated(n: &Numbers, list: &mut Vec<Judgement>) {
    let coating =
        Coating::of_deposit(n.setup.deposit.id).filter(|coating| *coating == Coating::Zinc);
    let white = coating
        .and_then(|coating| salt_spray(coating, n.setup.passivate.id, n.minimum_um))
        .and_then(|row| row.white_h);
    if let Some(white) = white {
        let words = text(
            "Zinc without a passivate: white rust in less than {0} of neutral salt spray (ISO 9227). These hours are not years outdoors.",
            "锌层未钝化：中性盐雾（ISO 9227）不到 {0} 即出白锈。盐雾小时数不代表户外年数。",
        );
        list.push(judgement(
            "salt_spray",
            Level::Note,
            phrase(words, [quantity(Dimension::Hours, white.high)]),
            white.source,
        ));
    }
}
