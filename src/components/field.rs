//! The fields: one component for each kind of input. A field shows its label, where its value comes from, the value, and one line of
//! help, warning or error that keeps its height so that the page does not jump.

use crate::form::{Form, dimension_of};

use crate::words;
use leptos::prelude::*;
use platewise_model::calculator::{Field, Kind, Origin};
use platewise_model::data::Fact;
use platewise_model::entry::{Unreadable, shown};
use platewise_model::units::Dimension;
use platewise_model::words::{Arg, Text, phrase, text};

/// What the line below a field says, and how grave it is.
#[derive(Clone, PartialEq, Default)]
struct Remark {
    class: &'static str,
    text: String,
}

/// What stands in a field that nobody typed in: its default.
fn default_text(form: Form, field: &'static str, dimension: Dimension) -> String {
    let unit = dimension.unit(form.unit_position(field, dimension));
    form.outcome.with(|outcome| {
        let assumption = outcome.assumption(field);
        let value = assumption.and_then(|assumption| assumption.value.as_f64());
        let value = value.or_else(|| assumption.filter(|one| one.origin == Origin::Derived).and_then(|one| one.fact).map(|fact| fact.value));
        value.map(|value| shown(unit.from_canonical(value))).unwrap_or_default()
    })
}

fn remark(form: Form, field: &'static Field) -> Remark {
    let settings = form.settings;
    let error = form.outcome.with(|outcome| {
        let unreadable = outcome.unreadable.iter().find(|(name, _)| *name == field.name).map(|(_, why)| match why {
            Unreadable::Number(why) => settings.text(why.message()).to_owned(),
            Unreadable::Curve => settings.text(words::CURVE_PROBLEM).to_owned(),
        });
        let problem = || outcome.problems().iter().find(|problem| problem.field == field.name).map(|problem| settings.phrase(&problem.message()));
        unreadable.or_else(problem)
    });
    if let Some(text) = error {
        return Remark { class: "bad", text };
    }
    let (value, fact, origin) = form.outcome.with(|outcome| {
        let assumption = outcome.assumption(field.name);
        (assumption.and_then(|one| one.value.as_f64()), assumption.and_then(|one| one.fact), assumption.map_or(Origin::Unused, |one| one.origin))
    });
    match (value, fact.filter(Fact::has_range)) {
        (Some(value), Some(fact)) if origin == Origin::Given && !(fact.low..=fact.high).contains(&value) => {
            Remark { class: "warn", text: settings.phrase(&ends(words::UNUSUAL, fact)) }
        }
        (_, Some(fact)) => Remark { class: "", text: settings.phrase(&ends(words::USUAL, fact)) },
        _ => Remark::default(),
    }
}

fn ends(words: Text, fact: Fact) -> platewise_model::words::Phrase {
    let short = |value| Arg::Name(shown(value));
    match fact.dimension {
        Dimension::Ratio => phrase(words, [short(fact.low), short(fact.high)]),
        _ => phrase(words, [Arg::Quantity(fact.dimension, fact.low), Arg::Quantity(fact.dimension, fact.high)]),
    }
}

/// Where the value comes from: yours with a way back, the default with its source, or what it follows from.
#[component]
fn OriginNote(form: Form, field: &'static Field) -> AnyView {
    let settings = form.settings;
    let origin = Memo::new(move |_| form.origin(field.name));
    let typed = Memo::new(move |_| form.entries.with(|entries| entries.contains_key(field.name)));
    let back = move || {
        form.fact(field.name).zip(dimension_of(field)).map_or_else(
            || settings.text(words::BACK).to_owned(),
            |(fact, dimension)| {
                let unit = dimension.unit(form.unit_position(field.name, dimension));
                let default = shown(unit.from_canonical(fact.value));
                settings.phrase(&phrase(words::BACK_TO, [Arg::Name(default)]))
            },
        )
    };
    let default = move || {
        let fact = form.fact(field.name);
        let weak = fact.is_some_and(|fact| fact.sure.is_weak());
        let sure = fact.map(|fact| settings.text(fact.sure.label()));
        view! {
            {settings.t(words::DEFAULT)}
            {fact.map(|fact| view! {
                " · "
                <a class:weak=weak href=format!("#source-{}", fact.source.id) title=move || settings.text(fact.source.title) on:click=move |event| reveal_source(&event, fact.source.id)>
                    {sure}
                </a>
            })}
        }
    };
    view! {
        <span class="src">
            {move || match (typed.get(), origin.get()) {
                (true, _) => view! { {settings.t(words::YOURS)} " · " <button type="button" class="link" on:click=move |_| form.clear(field.name)>{back}</button> }.into_any(),
                (false, Origin::Derived) => view! { {settings.t(words::DERIVED)} }.into_any(),
                (false, Origin::Default) if !matches!(field.kind, Kind::Choice(_) | Kind::Text) => default().into_any(),
                _ => ().into_any(),
            }}
        </span>
    }
    .into_any()
}

/// Moves to the row of a source in the table below instead of writing its name into the address.
pub fn reveal_source(event: &leptos::ev::MouseEvent, id: &str) {
    event.prevent_default();
    if let Some(row) = document().get_element_by_id(&format!("source-{id}")) {
        row.scroll_into_view();
    }
}

/// Label, origin, control and remark.
#[component]
fn Labelled(form: Form, field: &'static Field, #[prop(optional)] control: Option<&'static str>, children: Children) -> AnyView {
    let settings = form.settings;
    let remark = Memo::new(move |_| remark(form, field));
    let help = RwSignal::new(false);
    let typed = move || form.entries.with(|entries| entries.contains_key(field.name));
    let visible = Memo::new(move |_| !matches!(form.origin(field.name), Origin::Unused | Origin::Solved));
    let id = control.unwrap_or(field.name);
    view! {
        <div class="f" class:own=typed class:warn=move || remark.with(|remark| remark.class == "warn") class:bad=move || remark.with(|remark| remark.class == "bad") hidden=move || !visible.get() data-field=field.name>
            <div class="top">
                <label for=id id=format!("{}-label", field.name)>{settings.t(field.label)}</label>
                <button type="button" class="help" aria-expanded=move || help.get().to_string() aria-controls=format!("{}-help", field.name)
                    aria-label=move || settings.phrase(&phrase(words::HELP, [Arg::Text(field.label)])) on:click=move |_| help.update(|open| *open = !*open)>"?"</button>
                <OriginNote form field/>
            </div>
            {children()}
            <p class="say" id=format!("{}-say", field.name) role="status">{move || remark.with(|remark| remark.text.clone())}</p>
            <p class="helptext" id=format!("{}-help", field.name) hidden=move || !help.get()>{settings.t(field.help)}</p>
        </div>
    }
    .into_any()
}

fn described(field: &Field) -> String {
    format!("{0}-say {0}-help", field.name)
}

fn find(form: Form, name: &'static str) -> Option<&'static Field> {
    form.calculator.field(name)
}

/// A number with its unit.
#[component]
pub fn Number(form: Form, name: &'static str) -> AnyView {
    let Some(field) = find(form, name) else { return ().into_any() };
    let Some(dimension) = dimension_of(field) else { return ().into_any() };
    let text = Memo::new(move |_| {
        let typed = form.entries.with(|entries| entries.get(name).map(|entry| entry.text.clone()));
        typed.unwrap_or_else(|| default_text(form, name, dimension))
    });
    let invalid = move || {
        form.outcome
            .with(|outcome| outcome.unreadable.iter().any(|(field, _)| *field == name) || outcome.problems().iter().any(|problem| problem.field == name))
            .to_string()
    };
    let units = dimension.units();
    let position = Memo::new(move |_| form.unit_position(name, dimension));
    let options = units.iter().enumerate().filter(|(_, unit)| !unit.symbol.is_empty()).map(|(index, unit)| {
        view! { <option value=index.to_string() selected=move || position.get() == index>{unit.symbol}</option> }
    });
    let options = options.collect_view();
    let several = units.iter().filter(|unit| !unit.symbol.is_empty()).count() > 1;
    let one = units.iter().find(|unit| !unit.symbol.is_empty()).map(|unit| unit.symbol);
    let settings = form.settings;
    view! {
        <Labelled form field>
            <div class="in">
                <input id=name name=name class="num" type="text" inputmode="decimal" autocomplete="off" spellcheck="false"
                    prop:value=move || text.get() aria-describedby=described(field) aria-invalid=invalid
                    on:input=move |event| form.type_text(name, Some(dimension), event_target_value(&event))
                    on:blur=move |_| form.leave(name)/>
                {if several {
                    view! {
                        <select aria-label=move || format!("{}: {}", settings.text(words::UNIT), settings.text(field.label)) prop:value=move || position.get().to_string()
                            on:change=move |event| if let Ok(unit) = event_target_value(&event).parse() { form.choose_unit(name, dimension, unit) }>{options}</select>
                    }.into_any()
                } else {
                    one.map(|symbol| view! { <span class="unit">{symbol}</span> }).into_any()
                }}
            </div>
        </Labelled>
    }
    .into_any()
}

fn options_of(field: &Field) -> Vec<(&'static str, Text)> {
    match field.kind {
        Kind::Choice(options) => options(),
        _ => Vec::new(),
    }
}

/// One row of a list; `only` leaves out rows, `optional` offers an empty one.
#[component]
pub fn Choice(
    form: Form,
    name: &'static str,
    #[prop(optional)] only: Option<fn(Form, &'static str) -> bool>,
    #[prop(optional)] optional: bool,
    #[prop(optional)] also_clear: &'static [&'static str],
) -> AnyView {
    let Some(field) = find(form, name) else { return ().into_any() };
    let settings = form.settings;
    let all = StoredValue::new(options_of(field));
    let listed =
        Memo::new(move |_| all.with_value(|all| all.iter().map(|(id, _)| *id).filter(|id| only.is_none_or(|only| only(form, id))).collect::<Vec<_>>()));
    let chosen = Memo::new(move |_| form.choice(name));
    let label = move |id: &'static str| all.with_value(|all| all.iter().find(|(known, _)| *known == id).map_or("", |(_, label)| settings.text(*label)));
    let choose = move |event| {
        let id = event_target_value(&event);
        for other in also_clear {
            form.clear(other);
        }
        if id.is_empty() { form.clear(name) } else { form.type_text(name, None, id) }
    };
    view! {
        <Labelled form field>
            <select id=name name=name aria-describedby=described(field) on:change=choose prop:value=move || { listed.track(); chosen.get() }>
                {optional.then(|| view! { <option value="" selected=move || chosen.get().is_empty()>{settings.t(words::NONE)}</option> })}
                {move || listed.get().into_iter().map(|id| view! { <option value=id selected=move || chosen.get() == id>{move || label(id)}</option> }).collect_view()}
            </select>
        </Labelled>
    }
    .into_any()
}

/// A few choices side by side.
#[component]
pub fn Segmented(form: Form, name: &'static str, #[prop(optional)] bare: bool, #[prop(optional)] also_clear: &'static [&'static str]) -> AnyView {
    let Some(field) = find(form, name) else { return ().into_any() };
    let settings = form.settings;
    let chosen = Memo::new(move |_| form.choice(name));
    let options = options_of(field);
    let columns = if options.len() == 4 { "two" } else { "" };
    let options = options
        .into_iter()
        .enumerate()
        .map(|(index, (id, label))| {
            let choose = move |_| {
                for other in also_clear {
                    form.clear(other);
                }
                form.type_text(name, None, id.to_owned());
            };
            let input_id = if index == 0 { name.to_owned() } else { format!("{name}-{id}") };
            view! { <label><input type="radio" id=input_id name=name value=id prop:checked=move || chosen.get() == id on:change=choose/><span>{settings.t(label)}</span></label> }
        })
        .collect_view();
    let visible = Memo::new(move |_| form.origin(name) != Origin::Unused);
    if bare {
        view! { <div class=format!("seg {columns}") role="radiogroup" aria-label=settings.t(field.label) data-field=name>{options}</div> }.into_any()
    } else {
        view! {
            <div class="f" hidden=move || !visible.get() data-field=name>
                <div class="top"><span class="label" id=format!("{name}-label")>{settings.t(field.label)}</span></div>
                <div class=format!("seg {columns}") role="radiogroup" aria-labelledby=format!("{name}-label")>{options}</div>
            </div>
        }
        .into_any()
    }
}

/// A short text.
#[component]
pub fn TextInput(form: Form, name: &'static str, #[prop(optional)] placeholder: &'static str) -> AnyView {
    let Some(field) = find(form, name) else { return ().into_any() };
    let text = Memo::new(move |_| form.entries.with(|entries| entries.get(name).map(|entry| entry.text.clone())).unwrap_or_default());
    let invalid = move || form.outcome.with(|outcome| outcome.problems().iter().any(|problem| problem.field == name)).to_string();
    view! {
        <Labelled form field>
            <div class="in">
                <input id=name name=name type="text" autocomplete="off" spellcheck="false" maxlength="60" placeholder=placeholder prop:value=move || text.get()
                    aria-describedby=described(field) aria-invalid=invalid
                    on:input=move |event| form.type_text(name, None, event_target_value(&event)) on:blur=move |_| form.leave(name)/>
            </div>
        </Labelled>
    }
    .into_any()
}

/// Points of a curve, one pair a line.
#[component]
pub fn Curve(form: Form, name: &'static str) -> AnyView {
    let Some(field) = find(form, name) else { return ().into_any() };
    let text = Memo::new(move |_| {
        let typed = form.entries.with(|entries| entries.get(name).map(|entry| entry.text.clone()));
        typed.unwrap_or_else(|| {
            let value = form.outcome.with(|outcome| outcome.assumption(name).map(|assumption| assumption.value.clone()));
            let entry = value.and_then(|value| platewise_model::entry::entry_of(field, &value, platewise_model::units::System::Metric));
            entry.map(|entry| entry.text).unwrap_or_default()
        })
    });
    let rows = move || text.with(|text| text.lines().count().clamp(3, 12).to_string());
    let settings = form.settings;
    view! {
        <Labelled form field>
            <p class="curvehead" aria-hidden="true">{settings.t(text_of_curve_head())}</p>
            <textarea id=name name=name class="num" rows=rows spellcheck="false" prop:value=move || text.get() aria-describedby=described(field)
                on:input=move |event| form.type_text(name, None, event_target_value(&event)) on:blur=move |_| form.leave(name)></textarea>
        </Labelled>
    }
    .into_any()
}

const fn text_of_curve_head() -> Text {
    text("A/dm²  %", "A/dm²  %")
}
