//! The result: the answer first, then what to think of it, what it is made of, and why.

use super::fields::unreadable_words;
use super::{Due, Screen};
use crate::form::{At, Form, Outcome};
use crate::reactive::*;
use crate::{dom, export, words};
use platewise_model::calculator::Origin;
use platewise_model::entry::{self, Notice};
use platewise_model::output::html;
use platewise_model::report::format::Reader;
use platewise_model::report::format::escaped;
use platewise_model::report::{Onward, Report};
use platewise_model::words::{Arg, Phrase, Text, phrase};
use std::fmt::Write as _;

/// The markup of the result; `beside` stands beside the answer instead of the usual buttons where it is not empty.
pub fn markup(screen: Screen, sources: &str, beside: &str) -> String {
    let word = |text: Text| escaped(screen.form.settings.text(text));
    let buttons =
        if beside.is_empty() { super::actions::markup(screen) } else { beside.to_owned() };
    let mut out = format!(
        "<section class=\"answer\" aria-label=\"{}\"><div class=\"head\"><div class=\"what\" id=\"answer-label\"></div><output class=\"num\" id=\"answer\" aria-live=\"off\"></output><p class=\"none\" id=\"no-answer\" hidden>{}</p>{buttons}<div class=\"span num\" id=\"answer-range\"></div><p class=\"spoken\" id=\"answer-spoken\" aria-live=\"polite\" aria-atomic=\"true\"></p></div><div id=\"problems\" role=\"status\"></div><dl class=\"facts num\" id=\"highlights\"></dl></section>",
        word(words::RESULTS),
        word(words::PROBLEMS)
    );
    out.push_str("<p class=\"onward\" id=\"onward\"></p>");
    let _ = write!(
        out,
        "<div class=\"judgements\" id=\"judgements\" role=\"group\" aria-label=\"{}\"></div>",
        word(words::JUDGEMENTS)
    );
    if screen.pins.is_none() {
        return out;
    }
    let _ = write!(
        out,
        "<section class=\"paper\"><h2>{}</h2><table class=\"num\"><tbody id=\"inputs\"></tbody></table><p class=\"stamp\" id=\"stamp\"></p></section><div id=\"pins\"></div><div class=\"why\" id=\"why\"><div class=\"judgements\" id=\"further\" role=\"group\" aria-label=\"{}\"></div><div id=\"charts\"></div>",
        word(words::INPUTS),
        word(words::JUDGEMENTS)
    );
    let section =
        |title: Text, body: &str| format!("<section><h2>{}</h2>{body}</section>", word(title));
    let table = format!(
        "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"{}\" id=\"basis\"></div><p class=\"more\"><a href=\"{sources}\" data-go=\"sources\">{}</a></p>",
        word(words::BASIS),
        word(words::ALL_SOURCES)
    );
    let _ = write!(
        out,
        "<section id=\"analysis\"><h2>{}</h2><div id=\"analysis-body\"><p class=\"hint\">{}</p><button type=\"button\" data-do=\"analyse\" id=\"analyse\">{}</button><p id=\"analysis-said\" role=\"status\"></p></div></section>",
        word(words::ANALYSIS),
        word(words::ANALYSIS_LEAD),
        word(words::ANALYSE)
    );
    for part in [
        section(words::RESULTS, "<div id=\"results\"></div>"),
        section(words::DERIVATION, "<ol class=\"steps\" id=\"derivation\"></ol>"),
        section(words::MISTAKES, "<ul class=\"mistakes\" id=\"mistakes\"></ul>"),
        section(words::BASIS, &table),
        section(words::LIMITS, "<ul class=\"limits\" id=\"limits\"></ul>"),
    ] {
        out.push_str(&part);
    }
    out.push_str("</div>");
    out
}

/// What fills a part of the result.
pub type Part = (&'static str, fn(&Report, Reader) -> String);

/// What follows each keystroke at once.
const AT_ONCE: [Part; 7] = [
    ("answer-label", |report, reader| escaped(&reader.phrase(&report.answer.label))),
    ("answer", html::answer),
    ("answer-range", range),
    ("answer-spoken", spoken),
    ("highlights", html::highlights),
    ("judgements", html::judgements),
    ("further", html::further),
];

/// What comes of the whole evaluation only.
const BEHIND: [&str; 6] = ["further", "results", "derivation", "mistakes", "basis", "limits"];

fn range(report: &Report, reader: Reader) -> String {
    let range = report.answer.range.as_ref().map(|(low, high, over)| {
        let dimension = report.answer.dimension;
        let args = [
            Arg::Quantity(dimension, *low),
            Arg::Quantity(dimension, *high),
            Arg::Name(reader.phrase(over)),
        ];
        escaped(&reader.phrase(&phrase(words::RANGE_SHORT, args)))
    });
    range.unwrap_or_default()
}

fn spoken(report: &Report, reader: Reader) -> String {
    escaped(&format!(
        "{}: {}",
        reader.phrase(&report.answer.label),
        reader.answer(report.answer.dimension, report.answer.value)
    ))
}

/// Keeps the parts up to date; each is touched only when its text changes.
pub fn follow(screen: Screen) {
    let form = screen.form;
    let mut before = Vec::new();
    effect(move || {
        fill(form, &AT_ONCE, Due::All, &mut before);
        let missing = form.with_report(|report| report.is_none());
        // What is still on its way would push down what stands below it.
        let comes = form.more_comes.get() > 0 || !screen.whole.get();
        for (id, hidden) in
            [("answer", missing), ("no-answer", !missing), ("why", missing || comes)]
        {
            if let Some(part) = dom::by_id(id) {
                dom::hide(&part, hidden);
            }
        }
    });
    effect(move || {
        let comes = form.more_comes.get() > 0 || !screen.whole.get();
        if let Some(why) = dom::by_id("why") {
            dom::attribute(&why, "aria-busy", comes.then_some("true"));
        }
    });
    effect(move || dom::fill("onward", &onward(screen)));
    effect(move || dom::fill("problems", &problems(form)));
    effect(move || dom::fill("notices", &notices(form)));
}

/// Keeps up to date what stands behind the answer, and what only paper shows.
pub fn follow_behind(screen: Screen) {
    let form = screen.form;
    let mut before = Vec::new();
    effect(move || {
        let due = screen.due.get();
        if let Some(plots) = screen.plots.get_value() {
            untrack(|| (plots.behind)(form, due, &mut before));
        }
        if due == Due::All {
            untrack(|| fill_paper(form));
        }
    });
}

/// Writes those parts that are due and whose text has changed; keeps the texts for the next time.
pub fn fill(form: Form, parts: &[Part], due: Due, texts: &mut Vec<String>) {
    let reader = form.settings.reader();
    texts.resize(parts.len(), String::new());
    let is_hasty = form.outcome.with(|outcome| outcome.is_hasty);
    form.with_report(|report| {
        // What is left out in haste stays as it was until it follows.
        let left_out = |id: &str| is_hasty && report.is_some() && BEHIND.contains(&id);
        for ((id, write), text) in
            parts.iter().zip(texts).filter(|((id, _), _)| due.holds(id) && !left_out(id))
        {
            let now = report.map(|report| write(report, reader)).unwrap_or_default();
            if *text != now {
                dom::fill(id, &now);
                *text = now;
            }
        }
    });
}

/// Ways to other calculators, with what was found here.
fn onward(screen: Screen) -> String {
    let form = screen.form;
    let (reader, settings) = (form.settings.reader(), form.settings);
    form.with_report(|report| {
        let ways = report.map(|report| &report.onward[..]).unwrap_or_default();
        let way = |way: &Onward| {
            let inputs = way.inputs.iter().fold(String::new(), |all, (name, value)| {
                [&all, "&", name, "=", &entry::typed(*value)].concat()
            });
            let state = escaped(&format!(
                "v=1&lang={}&units={}{inputs}",
                reader.language.tag(),
                reader.system.id()
            ));
            format!(
                "<a href=\"{}\" data-go=\"{}\" data-state=\"{state}\">{}</a>",
                screen.router.with_state(way.to, &state),
                way.to,
                escaped(&reader.phrase(&way.label))
            )
        };
        if ways.is_empty() || screen.pins.is_none() {
            return String::new();
        }
        format!(
            "<b>{}</b> {}",
            escaped(settings.text(words::ONWARD)),
            ways.iter().map(way).collect::<Vec<_>>().join(" · ")
        )
    })
}

/// What only paper shows: the inputs, and a stamp with the link.
fn fill_paper(form: Form) {
    form.outcome.with(|outcome| {
        dom::fill(
            "inputs",
            &html::inputs(form.calculator, &outcome.evaluation, form.settings.reader()),
        )
    });
    dom::fill(
        "stamp",
        &escaped(
            format!(
                "{} · {} · {}",
                export::stamp(),
                export::today(),
                export::address_of(&form.link())
            )
            .trim_end_matches(" · "),
        ),
    );
}

/// Every problem with the name of its field, which it leads to.
fn problems(form: Form) -> String {
    let settings = form.settings;
    form.outcome.with(|outcome| {
        let unreadable = outcome.unreadable.iter().map(|(name, why)| (name.as_str(), settings.phrase(&unreadable_words(*why))));
        let problems = outcome.problems().iter().map(|problem| (problem.field.as_str(), settings.phrase(&problem.message())));
        let rows: String = unreadable
            .chain(problems)
            .map(|(name, message)| {
                let label = label(form, name);
                let (label, message) = (escaped(&label), escaped(&message));
                let reset = if is_idle(outcome, form, name) { reset(settings.text(words::CLEAR_FIELD), name) } else { String::new() };
                let name = escaped(name);
                format!("<li><button type=\"button\" class=\"link\" data-focus=\"{name}\">{label}</button>: {message}{reset}</li>")
            })
            .collect();
        if rows.is_empty() { rows } else { format!("<div class=\"problems\"><p>{}</p><ul>{rows}</ul></div>", escaped(settings.text(words::PROBLEMS_LEAD))) }
    })
}

/// Whether a field does not count with the others as they are, and so is not shown.
fn is_idle(outcome: &Outcome, form: Form, name: &str) -> bool {
    let assumption = At::find(form.calculator, name).and_then(|(at, _)| outcome.assumption(at));
    assumption.is_some_and(|one| matches!(one.origin, Origin::Unused | Origin::Solved))
}

/// A button that takes a field back to its default: the only way to one that is not shown.
fn reset(label: &str, name: &str) -> String {
    format!(
        " <button type=\"button\" class=\"link\" data-do=\"clear\" data-name=\"{}\">{}</button>",
        escaped(name),
        escaped(label)
    )
}

/// What a problem names: a field, or a field in a row.
fn label(form: Form, name: &str) -> String {
    let reader = form.settings.reader();
    match At::find(form.calculator, name) {
        Some((at, field)) => match at.row {
            None => reader.label(field.of, field.label),
            Some((_, row)) => format!("{} · {}", row + 1, reader.label(field.of, field.label)),
        },
        None => name.to_owned(),
    }
}

fn sentence(notice: &Notice) -> Phrase {
    let about = |text, name: &String| phrase(text, [Arg::Name(name.clone())]);
    match notice {
        Notice::UnknownField(name) => about(words::NOTICE_UNKNOWN, name),
        Notice::Broken(part) => about(words::NOTICE_BROKEN, part),
        Notice::NewerVersion(version) => about(words::NOTICE_NEWER, version),
        Notice::TooLong => words::NOTICE_LONG.into(),
        Notice::Damaged => words::NOTICE_DAMAGED.into(),
        Notice::Framed => words::NOTICE_FRAMED.into(),
        Notice::Key => words::NOTICE_KEY.into(),
    }
}

/// How what stands on the page came there, and the way back.
fn visit(form: Form) -> String {
    let (visit, has_before) = (form.visit.get(), form.before.with(Option::is_some));
    let mut acts = Vec::new();
    let told = if visit.is_enquiry {
        acts.push(("price", words::PRICE_IT));
        words::ENQUIRY
    } else if visit.shop_beside {
        acts.push(("own-shop", words::OWN_SHOP));
        words::SHOP_BESIDE
    } else if visit.is_guest {
        acts.push(("take-up", words::TAKE_UP));
        words::GUEST
    } else if has_before {
        words::HAD_BEFORE
    } else {
        return String::new();
    };
    if has_before {
        acts.push(("back", words::GO_BACK));
        if !visit.is_guest {
            acts.push(("forget", words::DISMISS));
        }
    }
    let word = |text: Text| escaped(form.settings.text(text));
    let buttons: String = acts
        .into_iter()
        .map(|(act, label)| {
            format!("<button type=\"button\" data-do=\"{act}\">{}</button> ", word(label))
        })
        .collect();
    format!(
        "<div class=\"notice\" role=\"status\" id=\"visit\"><p>{}</p><p>{buttons}</p></div>",
        word(told)
    )
}

/// As many notices as a person reads.
const MOST_NOTICES: usize = 8;

/// What of a link, a file or the memory could not be taken over.
fn notices(form: Form) -> String {
    let settings = form.settings;
    let rows: String = form.notices.with(|notices| {
        notices
            .iter()
            .take(MOST_NOTICES)
            .map(|notice| format!("<li>{}</li>", escaped(&settings.phrase(&sentence(notice)))))
            .collect()
    });
    let given = form.record().map_or_else(String::new, |_| {
        let [told, anew] = [words::AS_GIVEN, words::PRICE_ANEW].map(|text| escaped(settings.text(text)));
        format!("<div class=\"notice\" id=\"as-given\"><p>{told}</p><button type=\"button\" data-do=\"anew\">{anew}</button></div>")
    });
    let given = [
        form.offer.with(|offer| {
            offer.as_ref().map_or_else(String::new, |offer| (offer.ask)(form, offer))
        }),
        visit(form),
        given,
    ]
    .concat();
    if rows.is_empty() {
        return given;
    }
    format!(
        "{given}<div class=\"notice\" role=\"alert\"><p><b>{}</b></p><ul>{rows}</ul><button type=\"button\" data-do=\"dismiss\">{}</button></div>",
        escaped(settings.text(words::NOTICE_TITLE)),
        escaped(settings.text(words::DISMISS))
    )
}
