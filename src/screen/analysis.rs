//! Sensitivity and uncertainty of a result, for any calculator: which inputs move it most, at which value it meets a target, how it spreads.
//! Loaded when it is asked for. Workers share the draws, each a slice; the result does not depend on how many they are.

use super::{Due, Screen, chart, plot};
use crate::dom;
use crate::reactive::*;
use crate::worker::{Helper, Said};
use platewise_model::analysis::break_even::{self, Target};
use platewise_model::analysis::monte_carlo::{
    self, Distribution, MonteCarlo, Plan, Samples, Summary,
};
use platewise_model::analysis::{self, tornado};
use platewise_model::calculator::{AnyCalculator, Evaluator, NumericResult};
use platewise_model::entry;
use platewise_model::report::Figure;
use platewise_model::report::format::{Reader, escaped};
use platewise_model::units::{
    Dimension, Typed, format_significant, parse_number, parse_quantity, without_trailing_zeros,
};
use platewise_model::words::{Arg, Language, Text, phrase, text};
use serde_json::{Map, Value, json};
use std::cell::RefCell;
use std::ops::Range;
use std::rc::Rc;
use wasm_bindgen::JsCast as _;

/// What this part does.
#[derive(Clone, Copy)]
pub struct Analysis {
    /// Fills its place on the page and keeps it up to date.
    pub set_up: fn(Screen),
    /// Takes an event; false when it was none of its own.
    pub on_event: fn(Screen, &web_sys::Event) -> bool,
    /// The charts that stand there, by their places.
    pub figures: fn() -> Vec<(usize, Figure)>,
    /// The calculator that a job is for.
    pub calculator: fn(&str) -> Option<String>,
    /// Does a job of draws, telling the share that is done.
    pub draw: Draw,
}

type Draw = fn(&AnyCalculator, &str, &dyn Fn(f64)) -> Option<Vec<Vec<f64>>>;

/// All of it.
pub fn parts() -> Analysis {
    Analysis {
        set_up,
        on_event,
        figures: || STATE.with_borrow(|state| state.figures.clone()),
        calculator: calculator_of,
        draw,
    }
}

/// What the visitor wants to know; empty names mean the first that there is.
#[derive(Clone, Default)]
struct Wish {
    result: String,
    input: String,
    target: String,
    equal: String,
    pert: bool,
    vary_given: bool,
}

/// Where the draws are.
#[derive(Clone, Default)]
enum Draws {
    /// Nobody asked for them.
    #[default]
    None,
    /// Under way, 0 to 1.
    Running(f64),
    /// Done: the names of the results, their figures, and the state they were drawn for.
    Done(Vec<String>, Vec<Vec<f64>>, String),
    /// It could not be done.
    Failed,
}

/// How many draws.
const DRAWS: u32 = 10_000;
/// Draws between two words of progress.
const PIECE: u32 = 500;
/// Places of the charts here, behind those of the report.
const TORNADO: usize = 100;
const SPREADS: [usize; 2] = [101, 102];

const RESULT: Text = text("Result", "结果");
const VARY_GIVEN: Text = text("Vary the values I entered, too", "我填写的数值也参与变动");
const MOVES: Text = text("Largest influences", "影响最大的参数");
const MOVES_LEAD: Text = text(
    "Each input over its own range, the others unchanged. Decisions such as an ordered thickness or a quantity stay as they are.",
    "每个参数在各自范围内变动，其余保持不变。订货厚度、数量等由您决定的参数不变动。",
);
const WEAK: Text = text(
    "{0} of this spread comes from inputs without a source.",
    "波动中有 {0} 来自无来源的参数。",
);
const ONE_FIXED: Text =
    text("1 input has no range and was held fixed.", "另有 1 项无范围，保持不变。");
const FIXED: Text =
    text("{0} inputs have no range and were held fixed.", "另有 {0} 项无范围，保持不变。");
const EVEN: Text = text("Break-even", "盈亏平衡点");
const WHICH: Text = text("Solve for", "求解参数");
const BRINGS: Text = text("so that the result is", "使结果等于");
const A_NUMBER: Text = text("value", "目标值");
const FOUND: Text = text("{0} = {1} (now {2}).", "{0} = {1}（现为 {2}）。");
const ALSO: Text = text("{0} gives it as well.", "{0} 亦可。");
const ANY: Text = text("Any value from {0} to {1} gives it.", "{0} 至 {1} 之间任意值均可。");
const NO_MATTER: Text = text("The result does not depend on this input.", "结果与该参数无关。");
const NO_VALUE: Text =
    text("No value between {0} and {1} gives it.", "{0} 至 {1} 之间没有满足条件的值。");
const SPREAD: Text = text("Uncertainty", "不确定性");
const SPREAD_LEAD: Text = text(
    "All these inputs vary at once over their ranges. Inputs shared by the processes take the same value in each run.",
    "上述参数同时在各自范围内随机取值；各工艺共用的参数在每次模拟中取同一值。",
);
const DRAW: Text = text("Run 10,000 simulations", "模拟 10,000 次");
const CANCEL: Text = text("Cancel", "取消");
const SHAPE: Text = text("Distribution", "分布");
const TRIANGULAR: Text = text("Triangular", "三角分布");
const PERT: Text = text("PERT", "PERT 分布");
const SUMMARY: Text = text(
    "{0}: 80 % of runs fall between {1} and {2}; median {3}, mean {4}.",
    "{0}：80 % 的模拟结果在 {1} 至 {2}，中位数 {3}，平均 {4}。",
);
const BELOW: Text = text("In {0} of runs {1}.", "{0} 的模拟结果{1}。");
const BELOW_ZERO: Text = text("it is below zero", "小于零");
const STALE: Text = text("The inputs have changed: run again.", "输入已改变，请重新模拟。");
const FAILED: Text = text(
    "The simulation could not run: this browser does not allow workers here, or a part could not be loaded.",
    "无法模拟：浏览器不允许后台线程，或部分内容未能载入。",
);

/// What lives as long as the application: it outlasts a change of language, which makes the page anew.
#[derive(Default)]
struct State {
    /// The calculator it is of.
    calculator: &'static str,
    wish: Wish,
    done: Draws,
    figures: Vec<(usize, Figure)>,
    signals: Option<Signals>,
    /// The workers, made ready when the analysis is opened.
    helpers: Vec<Helper>,
}

/// What the parts of the page follow.
#[derive(Clone, Copy)]
struct Signals {
    wish: RwSignal<Wish>,
    draws: RwSignal<Draws>,
}

thread_local! {
    static STATE: RefCell<State> = RefCell::new(State::default());
}

/// Ends the workers and whatever they were doing.
fn stop() {
    STATE.with_borrow_mut(|state| state.helpers.clear());
}

/// Most workers that share the draws: each holds the module and the calculator in memory.
const MOST_WORKERS: u32 = 4;

/// How many workers this device is good for.
fn workers() -> usize {
    let cores = dom::window().map_or(1.0, |window| window.navigator().hardware_concurrency());
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "kept between the ends"
    )]
    let workers = cores.clamp(1.0, f64::from(MOST_WORKERS)) as usize;
    workers
}

/// Makes workers ready, as many as there are not yet that work.
fn start_workers(calculator: &str) {
    STATE.with_borrow_mut(|state| {
        state.helpers.retain(|helper| !helper.is_broken());
        let load = json!({ "calculator": calculator }).to_string();
        let missing = workers().saturating_sub(state.helpers.len());
        state.helpers.extend((0..missing).filter_map(|_| Helper::start(Some(&load))));
    });
}

fn signals() -> Option<Signals> {
    STATE.with_borrow(|state| state.signals)
}

fn set_draws(draws: Draws) {
    let kept = if let Draws::Done(..) = draws { draws.clone() } else { Draws::None };
    STATE.with_borrow_mut(|state| state.done = kept);
    if let Some(signals) = signals().filter(|signals| signals.draws.try_get_untracked().is_some()) {
        signals.draws.set(draws);
    }
}

fn wish(change: impl FnOnce(&mut Wish)) {
    let now = STATE.with_borrow_mut(|state| {
        change(&mut state.wish);
        state.wish.clone()
    });
    if let Some(signals) = signals() {
        signals.wish.set(now);
    }
}

fn given(screen: Screen) -> Map<String, Value> {
    screen.form.entries.with(|entries| entry::to_inputs(screen.form.calculator, entries).0)
}

fn evaluator(screen: Screen) -> Option<Box<dyn Evaluator>> {
    screen.form.calculator.evaluator(&given(screen)).ok()
}

fn word(screen: Screen, text: Text) -> String {
    escaped(screen.form.settings.text(text))
}

/// Fills its place and follows the inputs.
fn set_up(screen: Screen) {
    let calculator = screen.form.calculator.id;
    let signals = STATE.with_borrow_mut(|state| {
        if state.calculator != calculator {
            *state = State { calculator, ..State::default() };
        }
        let signals = Signals {
            wish: RwSignal::new(state.wish.clone()),
            draws: RwSignal::new(state.done.clone()),
        };
        state.signals = Some(signals);
        signals
    });
    let vary_given = STATE.with_borrow(|state| state.wish.vary_given);
    let body = format!(
        "<div class=\"tools\"><div class=\"f\"><div class=\"top\"><label for=\"an-result\">{}</label></div><select id=\"an-result\"></select></div><label class=\"tick\"><input type=\"checkbox\" id=\"an-given\"{}><span>{}</span></label></div><h3>{}</h3><p class=\"hint\">{}</p>{}<p id=\"an-weak\"></p><h3>{}</h3><div class=\"tools\"><div class=\"f\"><div class=\"top\"><label for=\"an-input\">{}</label></div><select id=\"an-input\"></select></div><div class=\"f\"><div class=\"top\"><label for=\"an-equal\">{}</label></div><select id=\"an-equal\"></select></div><div class=\"f\" id=\"an-number\"><div class=\"top\"><label for=\"an-target\">{}</label></div><div class=\"in\"><input id=\"an-target\" class=\"num\" type=\"text\" inputmode=\"decimal\" autocomplete=\"off\" spellcheck=\"false\"><span class=\"unit\" id=\"an-unit\"></span></div></div></div><p id=\"an-even\" role=\"status\"></p><h3>{}</h3><p class=\"hint\">{}</p><div class=\"tools\"><div class=\"f\"><div class=\"top\"><label for=\"an-shape\">{}</label></div><select id=\"an-shape\"><option value=\"triangular\">{}</option><option value=\"pert\">{}</option></select></div><button type=\"button\" id=\"an-draw\">{}</button><button type=\"button\" id=\"an-cancel\" hidden>{}</button><progress id=\"an-progress\" max=\"1\" hidden aria-label=\"{}\"></progress></div><p id=\"an-said\" role=\"status\"></p>{}{}",
        word(screen, RESULT),
        if vary_given { " checked" } else { "" },
        word(screen, VARY_GIVEN),
        word(screen, MOVES),
        word(screen, MOVES_LEAD),
        chart::frame(screen, TORNADO),
        word(screen, EVEN),
        word(screen, WHICH),
        word(screen, BRINGS),
        word(screen, A_NUMBER),
        word(screen, SPREAD),
        word(screen, SPREAD_LEAD),
        word(screen, SHAPE),
        word(screen, TRIANGULAR),
        word(screen, PERT),
        word(screen, DRAW),
        word(screen, CANCEL),
        word(screen, DRAW),
        chart::frame(screen, SPREADS[0]),
        chart::frame(screen, SPREADS[1]),
    );
    dom::fill("analysis-body", &body);
    effect(move || {
        let due = screen.due.get();
        screen.width.track();
        let wish = signals.wish.get();
        let reader = screen.form.settings.reader();
        if due == Due::All {
            untrack(|| answer(screen, &wish, reader));
        }
    });
    effect(move || {
        let due = screen.due.get();
        screen.width.track();
        let reader = screen.form.settings.reader();
        signals.draws.with(|draws| {
            if due == Due::All {
                show_draws(screen, draws, reader);
            }
        });
    });
    start_workers(calculator);
    on_cleanup(stop);
}

fn options(
    places: &mut dyn Iterator<Item = (&'static str, Option<Text>, Text)>,
    language: Language,
) -> String {
    let (mut out, mut group) = (String::new(), None);
    for (name, of, label) in places {
        if group != Some(of) {
            if let Some(Some(_)) = group {
                out.push_str("</optgroup>");
            }
            if let Some(of) = of {
                out.push_str(&format!("<optgroup label=\"{}\">", escaped(of.get(language))));
            }
            group = Some(of);
        }
        out.push_str(&format!(
            "<option value=\"{name}\">{}</option>",
            escaped(label.get(language))
        ));
    }
    out
}

/// Fills a list anew when its rows have changed, and chooses a row.
fn choose(id: &str, rows: &str, chosen: &str) {
    let Some(select) =
        dom::by_id(id).and_then(|one| one.dyn_into::<web_sys::HtmlSelectElement>().ok())
    else {
        return;
    };
    if select.get_attribute("data-rows").as_deref() != Some(rows) {
        dom::fill(id, rows);
        dom::attribute(&select, "data-rows", Some(rows));
    }
    if select.value() != chosen {
        select.set_value(chosen);
    }
}

/// The place of the result that is looked at.
fn place_of(evaluator: &dyn Evaluator, wish: &str) -> Option<usize> {
    analysis::outcome(evaluator, Some(wish))
        .filter(|place| evaluator.value(*place).is_some())
        .or_else(|| analysis::outcome(evaluator, None))
}

fn named(
    evaluator: &dyn Evaluator,
    outcomes: &[NumericResult],
    reader: Reader,
    like: Option<&NumericResult>,
) -> String {
    let fits = |(place, one): &(usize, &NumericResult)| {
        evaluator.value(*place).is_some()
            && like.is_none_or(|like| like.dimension == one.dimension && like.name != one.name)
    };
    options(
        &mut outcomes.iter().enumerate().filter(fits).map(|(_, one)| (one.name, one.of, one.label)),
        reader.language,
    )
}

/// Which inputs move the result, and where it meets its target.
fn answer(screen: Screen, wish: &Wish, reader: Reader) {
    let Some(mut evaluator) = evaluator(screen) else { return };
    let outcomes = evaluator.results();
    let Some((place, outcome)) = place_of(evaluator.as_ref(), &wish.result)
        .and_then(|place| Some((place, *outcomes.get(place)?)))
    else {
        return;
    };
    choose("an-result", &named(evaluator.as_ref(), &outcomes, reader, None), outcome.name);
    let Some(found) = tornado::tornado(evaluator.as_mut(), place, !wish.vary_given) else { return };
    let mut figure = tornado::figure(&found, &outcome);
    if let Some(of) = outcome.of {
        figure.value.0 = of; // the title says the result, the axis what it is of
    }
    show_figure(screen, TORNADO, Figure::Bars(figure), reader);
    let weak =
        found.weak_share.map(|share| phrase(WEAK, [Arg::Quantity(Dimension::Fraction, share)]));
    let fixed = match u32::try_from(found.without_range).unwrap_or(u32::MAX) {
        0 => None,
        1 => Some(ONE_FIXED.into()),
        many => Some(phrase(FIXED, [Arg::Count(many)])),
    };
    let told: Vec<String> = weak.iter().chain(&fixed).map(|one| reader.phrase(one)).collect();
    dom::fill(
        "an-weak",
        &escaped(&told.join(if reader.language == Language::En { " " } else { "" })),
    );
    let inputs = options(
        &mut evaluator.inputs().iter().map(|one| (one.name, one.of, one.label)),
        reader.language,
    );
    let first = found.swings.first().map_or("", |swing| swing.input.name);
    let input = if analysis::input(evaluator.as_ref(), &wish.input).is_some() {
        wish.input.as_str()
    } else {
        first
    };
    choose("an-input", &inputs, input);
    let number = format!("<option value=\"\">{}</option>", escaped(A_NUMBER.get(reader.language)));
    let others = named(evaluator.as_ref(), &outcomes, reader, Some(&outcome));
    let equal = if others.contains(&format!("value=\"{}\"", wish.equal)) {
        wish.equal.as_str()
    } else {
        ""
    };
    choose("an-equal", &(number + &others), equal);
    if let Some(field) = dom::by_id("an-number") {
        dom::hide(&field, !equal.is_empty());
    }
    dom::fill("an-unit", &escaped(reader.unit(outcome.dimension).symbol));
    if let Some(target) = dom::by_id("an-target") {
        dom::attribute(&target, "placeholder", outcome.below_zero.map(|_| "0"));
    }
    dom::fill(
        "an-even",
        &escaped(&even(evaluator.as_mut(), wish, reader, (place, &outcome), input, equal)),
    );
}

/// Where the result meets its target, in a sentence.
fn even(
    evaluator: &mut dyn Evaluator,
    wish: &Wish,
    reader: Reader,
    (place, outcome): (usize, &NumericResult),
    input: &str,
    equal: &str,
) -> String {
    let said = |text: Text, args: Vec<Arg>| reader.phrase(&phrase(text, args));
    let target = match analysis::outcome(evaluator, Some(equal)).filter(|_| !equal.is_empty()) {
        Some(other) => Target::Equal(other),
        None if wish.target.trim().is_empty() && outcome.below_zero.is_some() => Target::Value(0.0),
        None => match parse_quantity(&wish.target, outcome.dimension) {
            Ok(Typed { number, unit, .. }) => {
                let unit = unit.map_or_else(
                    || reader.unit(outcome.dimension),
                    |unit| outcome.dimension.unit(unit),
                );
                Target::Value(unit.to_canonical(number))
            }
            Err(why) => return reader.phrase(&why.message(outcome.dimension)),
        },
    };
    let Some((input, varied)) = analysis::input(evaluator, input)
        .and_then(|input| Some((input, *evaluator.inputs().get(input)?)))
    else {
        return String::new();
    };
    let found =
        break_even::break_even(evaluator, place, target, input, break_even::usual_ends(&varied));
    let unit = reader.unit(varied.dimension);
    // Four digits, or as many more as it takes for the field to take it.
    let digits = |value: f64| {
        let is_taken = |digits: &usize| {
            let typed = parse_number(&format_significant(unit.from_canonical(value), *digits))
                .map(|number| unit.to_canonical(number));
            typed.is_ok_and(|typed| (varied.min..=varied.max).contains(&typed))
        };
        (4..=15).find(is_taken).unwrap_or(15)
    };
    let shown = |value: f64| {
        let number = format_significant(unit.from_canonical(value), digits(value));
        Arg::Name(format!("{} {}", without_trailing_zeros(&number), unit.symbol).trim().to_owned())
    };
    let name = Arg::Name(reader.phrase(&tornado::name(&varied)));
    let between = vec![shown(found.from), shown(found.to)];
    let mut told = Vec::new();
    if !found.depends {
        told.push(said(NO_MATTER, Vec::new()));
        told.extend((!found.values.is_empty()).then(|| said(ANY, between)));
    } else if found.values.is_empty() {
        told.push(said(NO_VALUE, between));
    } else {
        let in_stretch =
            |value: f64| found.stretches.iter().any(|(from, to)| (*from..=*to).contains(&value));
        let alone = found.values.iter().copied().filter(|value| !in_stretch(*value));
        told.extend(alone.enumerate().map(|(place, value)| {
            if place == 0 {
                said(FOUND, vec![name.clone(), shown(value), shown(varied.value)])
            } else {
                said(ALSO, vec![shown(value)])
            }
        }));
        told.extend(
            found.stretches.iter().map(|(from, to)| said(ANY, vec![shown(*from), shown(*to)])),
        );
    }
    told.join(if reader.language == Language::En { " " } else { "" })
}

fn show_figure(screen: Screen, index: usize, figure: Figure, reader: Reader) {
    plot::show(index, &figure, reader, screen.width.get_untracked());
    STATE.with_borrow_mut(|state| {
        state.figures.retain(|(place, _)| *place != index);
        state.figures.push((index, figure));
    });
}

/// Shows where the draws are.
fn show_draws(screen: Screen, draws: &Draws, reader: Reader) {
    let running = matches!(draws, Draws::Running(_));
    for (id, hidden) in [("an-cancel", !running), ("an-progress", !running), ("an-draw", running)] {
        if let Some(one) = dom::by_id(id) {
            dom::hide(&one, hidden);
        }
    }
    for index in SPREADS {
        if let Some(whole) = dom::first(&format!("section:has(> #chart-{index}-title)")) {
            dom::hide(&whole, !matches!(draws, Draws::Done(..)));
        }
    }
    match draws {
        Draws::None => dom::fill("an-said", ""),
        Draws::Failed => dom::fill("an-said", &escaped(FAILED.get(reader.language))),
        Draws::Running(share) => {
            dom::fill("an-said", "");
            if let Some(bar) = dom::by_id("an-progress") {
                dom::attribute(&bar, "value", Some(&format_significant(*share, 3)));
            }
        }
        Draws::Done(names, all, state) => {
            show_done(screen, names, all, *state != untrack(|| screen.form.link()), reader)
        }
    }
}

fn show_done(screen: Screen, names: &[String], all: &[Vec<f64>], stale: bool, reader: Reader) {
    let Some(evaluator) = untrack(|| evaluator(screen)) else { return };
    let outcomes = evaluator.results();
    let mut said = Vec::new();
    for (index, (name, numbers)) in SPREADS.into_iter().zip(names.iter().zip(all)) {
        let Some((outcome, summary)) =
            outcomes.iter().find(|one| one.name == name).zip(Summary::from_numbers(numbers))
        else {
            continue;
        };
        let [mean, _, p10, p50, p90, below] = summary.figures;
        let quantity = |value: f64| Arg::Quantity(outcome.dimension, value);
        let label = Arg::Name(reader.label(outcome.of, outcome.label));
        let summed = reader.phrase(&phrase(
            SUMMARY,
            [label, quantity(p10), quantity(p90), quantity(p50), quantity(mean)],
        ));
        let share = Arg::Quantity(Dimension::Fraction, below);
        let says = outcome.below_zero.or((below > 0.0).then_some(BELOW_ZERO));
        let says = says
            .map(|says| reader.phrase(&phrase(BELOW, [share, Arg::Text(says)])))
            .unwrap_or_default();
        said.push(format!(
            "<p>{}</p>",
            escaped(
                [summed, says]
                    .join(if reader.language == Language::En { " " } else { "" })
                    .trim_end()
            )
        ));
        show_figure(screen, index, Figure::Bars(monte_carlo::figure(&summary, outcome)), reader);
    }
    if names.len() < SPREADS.len()
        && let Some(whole) = dom::first(&format!("section:has(> #chart-{}-title)", SPREADS[1]))
    {
        dom::hide(&whole, true);
    }
    if stale {
        said.push(format!("<p class=\"stale\">{}</p>", escaped(STALE.get(reader.language))));
    }
    dom::fill("an-said", &said.concat());
}

fn value_of(id: &str) -> String {
    let found = dom::by_id(id);
    let select = found
        .as_ref()
        .and_then(|one| one.dyn_ref::<web_sys::HtmlSelectElement>())
        .map(web_sys::HtmlSelectElement::value);
    select
        .or_else(|| {
            found
                .as_ref()
                .and_then(|one| one.dyn_ref::<web_sys::HtmlInputElement>())
                .map(web_sys::HtmlInputElement::value)
        })
        .unwrap_or_default()
}

/// Something here was chosen, typed or pressed.
fn on_event(screen: Screen, event: &web_sys::Event) -> bool {
    let Some((element, id)) = dom::nearest(event, "id").filter(|(_, id)| id.starts_with("an-"))
    else {
        return false;
    };
    match (id.as_str(), event.type_().as_str()) {
        ("an-draw", "click") => start(screen),
        ("an-cancel", "click") => {
            stop();
            start_workers(screen.form.calculator.id);
            set_draws(Draws::None);
        }
        ("an-result" | "an-input" | "an-equal" | "an-shape" | "an-target", "input" | "change") => {
            wish(|wish| {
                let value = value_of(&id);
                match id.as_str() {
                    "an-result" => {
                        (wish.result, wish.equal, wish.target) =
                            (value, String::new(), String::new())
                    }
                    "an-input" => wish.input = value,
                    "an-equal" => wish.equal = value,
                    "an-shape" => wish.pert = value == "pert",
                    _ => wish.target = value,
                }
            })
        }
        ("an-given", "change") => {
            let checked = element
                .dyn_ref::<web_sys::HtmlInputElement>()
                .is_some_and(web_sys::HtmlInputElement::checked);
            wish(|wish| wish.vary_given = checked);
        }
        _ => {}
    }
    true
}

/// Shares the draws among the workers: of the result that is looked at, and of the one that stands next to it in the same unit.
fn start(screen: Screen) {
    let Some(evaluator) = untrack(|| evaluator(screen)) else { return };
    let outcomes = evaluator.results();
    let wish = STATE.with_borrow(|state| state.wish.clone());
    let Some(place) = place_of(evaluator.as_ref(), &wish.result) else { return };
    let Some(outcome) = outcomes.get(place) else { return };
    let beside = outcomes.iter().take(2).find(|one| {
        one.name != outcome.name
            && one.dimension == outcome.dimension
            && one.of == outcomes.first().and_then(|first| first.of)
    });
    let names: Vec<String> = [Some(outcome), beside.filter(|one| one.of.is_some())]
        .into_iter()
        .flatten()
        .map(|one| one.name.to_owned())
        .collect();
    let link = untrack(|| screen.form.link());
    start_workers(screen.form.calculator.id);
    let job = |slice: Range<u32>| {
        json!({
            "calculator": screen.form.calculator.id,
            "inputs": untrack(|| given(screen)),
            "results": names,
            "pert": wish.pert,
            "vary_given": wish.vary_given,
            "from": slice.start,
            "to": slice.end,
        })
    };
    set_draws(Draws::Running(0.0));
    let is_alone = STATE.with_borrow(|state| {
        let slices: Vec<Range<u32>> =
            monte_carlo::slices(DRAWS, u32::try_from(state.helpers.len()).unwrap_or(1)).collect();
        let gathered = Rc::new(RefCell::new(vec![Part::Share(0.0); slices.len()]));
        for (place, (helper, slice)) in state.helpers.iter().zip(slices).enumerate() {
            let (gathered, names, link) = (gathered.clone(), names.clone(), link.clone());
            let listen = move |said| {
                let part = match said {
                    Said::Progress(share) => Part::Share(share),
                    Said::Done(all) => Part::Done(
                        all.iter()
                            .filter_map(|one| one.dyn_into::<js_sys::Float64Array>().ok())
                            .map(|one| one.to_vec())
                            .collect(),
                    ),
                    Said::Failed => Part::Failed,
                };
                if let Some(own) = gathered.borrow_mut().get_mut(place) {
                    *own = part;
                }
                set_draws(together(&gathered.borrow(), &names, &link));
            };
            helper.ask(job(slice).to_string().into(), listen);
        }
        state.helpers.is_empty()
    });
    if is_alone {
        set_draws(Draws::Failed);
    }
}

/// What a worker has done of its slice.
#[derive(Clone)]
enum Part {
    /// A share of it, 0 to 1.
    Share(f64),
    /// All of it: the values of each result.
    Done(Vec<Vec<f64>>),
    /// Nothing: it could not be done.
    Failed,
}

/// What all workers have done: merged in the order of their slices when the last one is ready.
fn together(parts: &[Part], names: &[String], link: &str) -> Draws {
    let mut samples = Samples::default();
    let (mut shares, mut count, mut is_done) = (0.0, 0.0_f64, true);
    for part in parts {
        count += 1.0;
        match part {
            Part::Failed => return Draws::Failed,
            Part::Share(share) => (shares, is_done) = (shares + share, false),
            Part::Done(of_results) => {
                shares += 1.0;
                samples.append(Samples { of_results: of_results.clone(), failed: 0 });
            }
        }
    }
    if !is_done {
        return Draws::Running(shares / count);
    }
    let summaries = samples
        .spreads()
        .0
        .into_iter()
        .map(|spread| spread.map(|spread| Summary::of(&spread).numbers()));
    summaries
        .collect::<Option<_>>()
        .map_or(Draws::Failed, |all| Draws::Done(names.to_vec(), all, link.to_owned()))
}

fn calculator_of(job: &str) -> Option<String> {
    let job: Value = serde_json::from_str(job).ok()?;
    job.get("calculator")?.as_str().map(str::to_owned)
}

/// Draws a slice, in a worker; the values of each result. A job without inputs is there for the pieces to be loaded, and draws nothing.
fn draw(calculator: &AnyCalculator, job: &str, progress: &dyn Fn(f64)) -> Option<Vec<Vec<f64>>> {
    let job: Value = serde_json::from_str(job).ok()?;
    let Some(inputs) = job.get("inputs") else { return Some(Vec::new()) };
    let mut evaluator = calculator.evaluator(inputs.as_object()?).ok()?;
    let wanted = |name: &Value| analysis::outcome(evaluator.as_ref(), Some(name.as_str()?));
    let flag = |name: &str| job.get(name).and_then(Value::as_bool).unwrap_or_default();
    let end = |name: &str| u32::try_from(job.get(name)?.as_u64()?).ok();
    let plan = Plan {
        outcomes: job.get("results")?.as_array()?.iter().filter_map(wanted).collect(),
        draws: DRAWS,
        seed: 1,
        distribution: if flag("pert") { Distribution::Pert } else { Distribution::Triangular },
        given_is_known: !flag("vary_given"),
    };
    let mut some = MonteCarlo::slice(evaluator.as_ref(), plan, end("from")?..end("to")?);
    loop {
        let share = some.advance(evaluator.as_mut(), PIECE);
        if share >= 1.0 {
            break;
        }
        progress(share);
    }
    Some(some.samples().of_results)
}
