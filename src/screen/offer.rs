//! A file or a pin that brings figures of a shop: what would change at home is listed, and the reader chooses. Loaded with what reads files.

use super::{Screen, say};
use crate::form::{Form, Offer, Received, Rest};
use crate::reactive::*;
use crate::{dom, key, words};
use platewise_model::calculator::{Field, Kind};
use platewise_model::entry::{Entries, Entry, Notice};
use platewise_model::private;
use platewise_model::quotation::key::Key;
use platewise_model::report::format::escaped;
use platewise_model::units::without_trailing_zeros;
use platewise_model::words::{Text, text};
use std::cell::RefCell;

const LEAD: Text = text(
    "This brings figures of a shop. Of yours these would change:",
    "其中含有一家工厂的数据。采用后，本厂的以下数据将会改变：",
);
const CHANGE: Text = text("{0}: {1} → {2}", "{0}：{1} → {2}");
const HOLDS_KEY: Text = text(
    "It also holds the key of that shop. Only “Move my shop to this device” takes the key: quotes given with it are then known as yours, and those given from here before are not.",
    "其中还含有该厂的密钥。只有选择“将本厂迁移到此设备”才会采用该密钥：此后用该密钥发出的报价会被识别为本厂报价，此前由本设备发出的报价则不再被识别。",
);
const KEEP: Text = text("Keep mine", "保留本厂数据");
const TAKE: Text = text("Take over", "采用");
const BESIDE: Text = text("Open beside", "另开查看");
const MOVE: Text = text("Move my shop to this device", "将本厂迁移到此设备");
const TAKEN: Text = text("The shop was taken over.", "已采用该厂数据。");
const MOVED: Text = text("Your shop is on this device now.", "本厂已迁移到此设备。");
const KEPT: Text = text("Your shop stays as it was.", "本厂数据保持不变。");

thread_local! {
    /// The key that came with what is asked about.
    static KEY: RefCell<Option<Key>> = const { RefCell::new(None) };
}

/// Opens what somebody brought: at once where it changes nothing of the shop at home, after a question otherwise. True when it was opened.
pub fn bring(
    screen: Screen,
    shop: Entries,
    rest: Option<Rest>,
    key: Option<Key>,
    notices: Vec<Notice>,
) -> bool {
    let form = screen.form;
    let changes = private::changes(form.calculator, &form.own_shop(), &shop);
    let key = key.filter(|key| !shop.is_empty() && key::stored().as_ref() != Some(key));
    if shop.is_empty() || (changes.is_empty() && key.is_none()) {
        open(form, rest);
        form.notices.set(notices);
        return true;
    }
    let has_key = key.is_some();
    KEY.set(key);
    form.offer.set(Some(Offer { shop, rest, changes, has_key, notices, ask }));
    dom::focus("offer-keep");
    false
}

/// Opens what does not concern the shop; what stood there before can be brought back.
fn open(form: Form, rest: Option<Rest>) {
    match rest {
        Some(Rest::Given(inputs)) => form.received.set(Some(Received::Inputs(inputs))),
        Some(Rest::Entries(entries)) => {
            form.keep_before(None);
            form.take_up();
            form.open_with_own_shop(entries);
        }
        None => {}
    }
}

/// What would change, and what can be done about it.
fn ask(form: Form, offer: &Offer) -> String {
    let settings = form.settings;
    let word = |text: Text| escaped(settings.text(text));
    let value = |field: &Field, entry: Option<&Entry>| {
        entry.map_or_else(
            || settings.text(words::DEFAULT).to_owned(),
            |entry| shown(form, field, entry),
        )
    };
    let change = |one: &private::Change| {
        let label = settings.reader().label(one.field.of, one.field.label);
        let told = settings
            .text(CHANGE)
            .replace("{0}", &label)
            .replace("{1}", &value(one.field, one.own.as_ref()));
        format!("<li>{}</li>", escaped(&told.replace("{2}", &value(one.field, one.other.as_ref()))))
    };
    let changes: String = offer.changes.iter().map(change).collect();
    let lead = if changes.is_empty() {
        String::new()
    } else {
        format!("<p><b>{}</b></p><ul>{changes}</ul>", word(LEAD))
    };
    let key = if offer.has_key { format!("<p>{}</p>", word(HOLDS_KEY)) } else { String::new() };
    let button = |id: &str, label: Text| {
        format!(
            "<button type=\"button\" id=\"offer-{id}\" data-do=\"offer-{id}\">{}</button> ",
            word(label)
        )
    };
    let mut buttons = button("keep", KEEP);
    if !changes.is_empty() {
        buttons.push_str(&button("take", TAKE));
        buttons.push_str(&button("beside", BESIDE));
    }
    if offer.has_key {
        buttons.push_str(&button("move", MOVE));
    }
    format!("<div class=\"notice\" role=\"group\" id=\"offer\">{lead}{key}<p>{buttons}</p></div>")
}

/// What stands in a field, as it is read.
fn shown(form: Form, field: &Field, entry: &Entry) -> String {
    match field.kind {
        Kind::Number { dimension, .. } => {
            let symbol = dimension.unit(entry.unit).symbol_in(form.settings.language.get());
            format!("{} {symbol}", without_trailing_zeros(&entry.text)).trim_end().to_owned()
        }
        Kind::Choice(options) => options()
            .iter()
            .find(|(id, _)| *id == entry.text)
            .map_or_else(|| entry.text.clone(), |(_, name)| form.settings.text(*name).to_owned()),
        _ => entry.text.clone(),
    }
}

/// Does what was chosen.
pub fn choose(screen: Screen, offer: Offer, choice: &str) {
    let form = screen.form;
    let key = KEY.take();
    let Offer { shop, rest, notices, .. } = offer;
    let said = match choice {
        "offer-take" => {
            take_over(form, shop, rest, || {});
            TAKEN
        }
        "offer-move" => {
            if let Some(key) = &key {
                key::move_here(key);
            }
            take_over(form, shop, rest, key::undo);
            MOVED
        }
        "offer-beside" => {
            let rest = match rest {
                Some(Rest::Given(inputs)) => {
                    // Whose quote it is cannot be told by another shop: it is priced by the shop that it brings.
                    let entries = platewise_model::entry::from_inputs(
                        form.calculator,
                        &inputs,
                        form.settings.system.get_untracked(),
                    )
                    .0;
                    Some(entries.into_iter().filter(|(name, _)| *name != "issued").collect())
                }
                Some(Rest::Entries(entries)) => Some(entries),
                None => None,
            };
            form.keep_before(None);
            form.take_up();
            let mut entries = rest.unwrap_or_else(|| {
                private::without(form.calculator, &form.entries.get_untracked())
            });
            entries.extend(shop);
            form.open_beside(entries);
            return form.notices.set(notices);
        }
        _ => {
            open(form, rest);
            KEPT
        }
    };
    form.notices.set(
        notices
            .into_iter()
            .filter(|notice| *notice != Notice::Key || choice != "offer-move")
            .collect(),
    );
    say(screen, Some(said));
}

/// The shop that came takes the place of the one at home, with what came besides; one step undoes it.
fn take_over(form: Form, shop: Entries, rest: Option<Rest>, undo: fn()) {
    form.keep_before(Some(undo));
    let (entries, given) = match rest {
        Some(Rest::Entries(entries)) => (Some(entries), None),
        Some(Rest::Given(inputs)) => (None, Some(inputs)),
        None => (None, None),
    };
    if entries.is_some() {
        form.take_up();
    }
    let mut entries =
        entries.unwrap_or_else(|| private::without(form.calculator, &form.entries.get_untracked()));
    entries.extend(shop);
    form.visit.update(|visit| visit.shop_beside = false);
    form.open_whole(entries);
    form.remember(); // what is opened next is held against this shop
    if let Some(inputs) = given {
        form.received.set(Some(Received::InputsWithShop(inputs)));
    }
}
