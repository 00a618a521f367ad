//! The papers of a quote in a window over the page: the customer's sheet and the shop's own, to be looked at, printed, saved and given away as a link; and
//! quotes that somebody else gave, to be read. Loaded when they are asked for first, with their styles.

use super::quote_batch;
use crate::form::{Form, Received};
use crate::reactive::*;
use crate::screen::{self, Screen, say};
use crate::{dom, export, key, on_demand, words};
use platewise_model::entry::{self, Entries, Entry, Notice};
use platewise_model::json;
use platewise_model::output::csv;
use platewise_model::pack::pack;
use platewise_model::quotation::key::Key;
use platewise_model::quotation::received::{self, PACKED, Verdict};
use platewise_model::quotation::seal;
use platewise_model::quotation::sheet::{Papers, internal, page, rows};
use platewise_model::report::format::{Reader, escaped};
use platewise_model::words::{Arg, Language, Phrase, Text, phrase, text};
use serde_json::{Map, Value};
use std::cell::RefCell;
use std::rc::{Rc, Weak};
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Element, HtmlDialogElement};

/// What the page asks of papers.
pub static PAPERS: screen::Papers =
    screen::Papers { open, print, lay_out, put_away, copy, save, save_profile, save_move, receive };

const CUSTOMERS: Text = text("Customer's sheet", "客户报价单");
const INTERNAL: Text = text("Internal sheet", "内部核价单");
const QUOTATION: Text = text("Quotation", "报价单");
const BATCH: Text = text("Price a table", "表格批量报价");
const WORKBOOK: Text = text("Excel", "Excel");
const TABLE: Text = text("CSV", "CSV");
const FILE: Text = text("File", "文件");
const TAKE_OVER: Text = text("Use its lines", "取用其报价项");
const PRINT_INTERNAL: Text = text("Print internal sheet", "打印内部核价单");
const CLOSE: Text = text("Close", "关闭");
const LANGUAGE: Text = text("Language of the sheet", "报价单语言");
const WHICH: Text = text("Which sheet", "文件类型");
const NO_LETTERHEAD: Text = text(
    "The sheet has no letterhead yet: name, address and telephone stand under “My shop”.",
    "报价单尚无抬头：请在“本厂”中填写名称、地址和电话。",
);
const RECEIVED: Text = text(
    "A quote as it came to you. Nothing is computed or checked here: its prices are what it says, and the shop that it names can confirm them.",
    "此为收到的报价单，此处未作任何计算或核对；价格以报价方确认为准。",
);
const UNPROVEN: Text = text(
    "This quote bears the name of your shop, but not its mark: it cannot be told whether your shop gave it. Compare it with your own copy.",
    "此报价载有本厂名称，但没有本厂标记，无法确认由本厂发出。请与本厂存底核对。",
);
const NOT_AS_ASKED: Text = text(
    "In this quote what is asked for is not what its prices were given for: it was changed on its way. Ask the shop that it names.",
    "此报价中的询价内容与其价格所对应的内容不符，可能在途中被改动。请向报价方核实。",
);
const OWN: Text =
    text("Your own quote, with the prices that were given", "本厂报价，按已报价格显示");
const OWN_LATER: Text = text(
    "Your own quote, with the prices that were given; your shop's figures have changed since",
    "本厂报价，按已报价格显示；本厂数据此后已有改动",
);
const NOT_MADE_TODAY: Text = text(
    "Your own quote as it was given. With your shop as it is now it could not be made: close this to see why.",
    "本厂已发出的报价。按本厂现有数据已无法承做，关闭此窗口可查看原因。",
);
const FORGED: Text = text(
    "This quote says that your shop gave it, but something in it was changed since. Do not rely on it: compare it with your own copy.",
    "此报价标明由本厂发出，但内容在发出后被改动。请勿采信，并与本厂存底核对。",
);
const MOVE_SAVED: Text = text(
    "Saved with the secret key of your shop: for your own devices only.",
    "已保存，文件含有本厂密钥，仅供本厂自己的设备使用。",
);
const LINK_COPIED: Text = text(
    "Link copied: lines and prices, nothing of your shop's costs",
    "链接已复制：含报价项与价格，不含本厂成本",
);
const LINK_TOO_LONG: Text = text(
    "As a link this quote has {0} characters; mail programs and chats cut links above {1}. Save it with “File” and send that instead.",
    "此报价的链接有 {0} 个字符，而邮件和聊天软件会截断超过 {1} 个字符的链接。请改用“文件”保存后发送。",
);

/// Longest link that mail programs and chats pass on whole, characters.
const LONGEST_LINK: usize = 2_000;

/// What is looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// The customer's sheet.
    Customers,
    /// The shop's own.
    Internal,
    /// A table of requests.
    Batch,
}

/// What is looked at, and in which language.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Shown {
    kind: Kind,
    language: Language,
}

/// Name of the element that is printed.
const PAPER: &str = "papers-print";

thread_local! {
    /// The window that is open: what was printed in its place is the customer's sheet again afterwards.
    static OPEN: RefCell<Option<Weak<RefCell<Open>>>> = const { RefCell::new(None) };
}

/// The window while it is open.
struct Open {
    screen: Screen,
    papers: Papers,
    shown: Shown,
    /// What was typed where it was made, of a quote that somebody else gave.
    received: Option<Entries>,
}

/// The shop at home, whatever stands on the page.
fn shop_of(form: Form) -> Map<String, Value> {
    entry::to_inputs(form.calculator, &form.own_shop()).0
}

/// The papers of what stands on the page; none where it has no answer.
fn papers_of(form: Form) -> Option<Papers> {
    Papers::of(&form.inputs()?, reader_of(form)).ok()
}

fn reader_of(form: Form) -> Reader {
    untrack(|| form.settings.reader())
}

fn open(screen: Screen) {
    say(screen, open_saying(screen, String::new()).err());
}

/// Opens the papers of what stands on the page with something said in them; the text says why not.
fn open_saying(screen: Screen, said: String) -> Result<(), Text> {
    let papers = papers_of(screen.form).ok_or(words::NOTHING_YET)?;
    let settings = screen.form.settings;
    let said = if said.is_empty() && !papers.has_letterhead() {
        settings.text(NO_LETTERHEAD).to_owned()
    } else {
        said
    };
    let shown = Shown { kind: Kind::Customers, language: papers.language() };
    show(Open { screen, shown, papers, received: None }, &said, false).ok_or(words::PART_NOT_LOADED)
}

/// The quote that stands on the page as it is given away, written down and signed, with the shop in it; and its number. With figures of another shop it gets no
/// mark of this one.
fn issue(form: Form, key: Option<&Key>) -> Result<(Map<String, Value>, String), Text> {
    let mut given = form.inputs().ok_or(words::NOTHING_YET)?;
    let papers = Papers::of(&given, reader_of(form)).map_err(|_| words::NOTHING_YET)?;
    let mut issued = papers.issued().clone();
    seal::sign(
        &mut issued,
        &given,
        key.filter(|_| !form.visit.with_untracked(|visit| visit.shop_beside)),
    );
    given.insert("issued".to_owned(), issued.write().into());
    Ok((given, papers.number()))
}

/// The link that gives the quote away, for a reader of a language.
fn link(form: Form, language: Language, key: Option<&Key>) -> Result<String, Text> {
    let (given, _) = issue(form, key)?;
    let record = given.get("issued").and_then(Value::as_str).unwrap_or_default();
    let mut entries = form.entries.get_untracked();
    entries.insert("issued", Entry::plain(record));
    let text = entry::to_pack(form.calculator, &entries, language.tag(), reader_of(form).system);
    let link = export::address_of(&[PACKED, &pack(&text)].concat());
    if link.is_empty() { Err(words::NO_ADDRESS) } else { Ok(link) }
}

/// Copies the link, or tells why a file is better.
fn copy_then(form: Form, language: Language, done: impl Fn(Result<Text, Phrase>) + 'static) {
    key::with(move |key| match link(form, language, key.as_ref()) {
        Err(why) => done(Err(why.into())),
        Ok(link) if link.len() > LONGEST_LINK => {
            done(Err(phrase(LINK_TOO_LONG, [count(link.len()), count(LONGEST_LINK)])))
        }
        Ok(link) => export::copy(link, move |copied| {
            done(Ok(if copied { LINK_COPIED } else { words::COPY_FAILED }))
        }),
    });
}

fn count(of: usize) -> Arg {
    Arg::Count(u32::try_from(of).unwrap_or(u32::MAX))
}

fn copy(screen: Screen) {
    let form = screen.form;
    let language = papers_of(form).map_or(reader_of(form).language, |papers| papers.language());
    copy_then(form, language, move |done| match done {
        Ok(said) => say(screen, Some(said)),
        Err(why) => {
            if open_saying(screen, reader_of(form).phrase(&why)).is_err() {
                say(screen, Some(words::NOTHING_YET));
            }
        }
    });
}

/// Saves the quote as a document: whole for the shop itself, or as a customer may have it.
fn save_as(screen: Screen, for_others: bool, done: impl Fn(Result<(), Text>) + 'static) {
    let form = screen.form;
    key::with(move |key| done(save_with(form, for_others, key.as_ref())));
}

fn save_with(form: Form, for_others: bool, key: Option<&Key>) -> Result<(), Text> {
    let (given, number) = issue(form, key)?;
    let text = form.outcome.with_untracked(|outcome| {
        let report = outcome.report()?;
        serde_json::to_string_pretty(&json::as_given(form.calculator, &given, report, for_others))
            .ok()
    });
    export::save(
        &file_name(if for_others { "quote" } else { "internal" }, &number, "json"),
        "application/json",
        &JsValue::from_str(&text.ok_or(words::NOTHING_YET)?),
    );
    Ok(())
}

fn save(screen: Screen) {
    save_as(screen, false, move |saved| say(screen, saved.err()));
}

fn save_profile(screen: Screen) {
    let shop = shop_of(screen.form);
    if shop.is_empty() {
        return say(screen, Some(words::NO_PROFILE));
    }
    let text = serde_json::to_string_pretty(&json::profile(screen.form.calculator, &shop))
        .unwrap_or_default();
    export::save("shop.json", "application/json", &JsValue::from_str(&text));
    say(screen, None);
}

/// Saves the shop with its key: the only file that holds it.
fn save_move(screen: Screen) {
    let shop = shop_of(screen.form);
    if shop.is_empty() {
        return say(screen, Some(words::NO_PROFILE));
    }
    key::with(move |key| {
        let text = key.and_then(|key| serde_json::to_string_pretty(&key.moving(&shop)).ok());
        if let Some(text) = &text {
            export::save("move-shop-secret.json", "application/json", &JsValue::from_str(text));
        }
        say(screen, Some(if text.is_some() { MOVE_SAVED } else { words::PART_NOT_LOADED }));
    });
}

/// What somebody gave: one's own quote is taken over, that of somebody else is shown as the sheet that it is.
fn receive(screen: Screen) {
    let Some(received) = screen.form.received.get_untracked() else { return };
    if received_from(screen, received).is_none() {
        screen.form.notices.set(vec![Notice::Damaged]);
        screen.form.received_done();
    }
}

/// The same; none where it cannot be read.
fn received_from(screen: Screen, received: Received) -> Option<()> {
    let form = screen.form;
    let before = reader_of(form);
    let is_with_shop = matches!(received, Received::InputsWithShop(_));
    let received = match received {
        Received::Link(state) => received::Received::of_link(&state)?,
        Received::Inputs(inputs) | Received::InputsWithShop(inputs) => {
            received::Received::of_inputs(&inputs, before.system)?
        }
    };
    let reader = Reader {
        language: received.language.unwrap_or(before.language),
        system: received.system.unwrap_or(before.system),
    };
    let papers = Papers::received(&received.given, reader).ok();
    let verdict = received.verdict(papers.as_ref(), &shop_of(form), key::stored().as_ref());
    if let Verdict::Own { same_state } = verdict {
        if !is_with_shop {
            form.keep_before(None);
        }
        form.take_up();
        form.open_with_own_shop(received.entries.clone());
        form.notices.set(Vec::new());
        form.received_done();
        say(screen, Some(if same_state { OWN } else { OWN_LATER }));
        // What could not be made today is still what was given.
        if form.outcome.with_untracked(|outcome| outcome.report().is_none()) {
            let papers = papers?;
            let shown = Shown { kind: Kind::Customers, language: papers.language() };
            return show(
                Open { screen, shown, papers, received: Some(received.entries) },
                form.settings.text(NOT_MADE_TODAY),
                true,
            );
        }
        return Some(());
    }
    let said = match verdict {
        Verdict::Forged => FORGED,
        Verdict::NotAsAsked => NOT_AS_ASKED,
        Verdict::Unproven => UNPROVEN,
        _ => RECEIVED,
    };
    let papers = papers?;
    let shown = Shown { kind: Kind::Customers, language: papers.language() };
    show(
        Open { screen, shown, papers, received: Some(received.entries) },
        form.settings.text(said),
        said != RECEIVED,
    )
}

/// Builds the window; none where the browser has none.
fn show(open: Open, said: &str, is_grave: bool) -> Option<()> {
    style();
    let settings = open.screen.form.settings;
    let word = |text: Text| escaped(settings.text(text));
    let document = dom::document()?;
    close_window(); // one at a time
    let dialog: HtmlDialogElement = document.create_element("dialog").ok()?.dyn_into().ok()?;
    dialog.set_id("papers");
    dialog.set_attribute("aria-label", settings.text(QUOTATION)).ok()?;
    let button = |act: &str, label: String| {
        format!("<button type=\"button\" data-paper=\"{act}\">{label}</button>")
    };
    let group = |name: Text, buttons: String| {
        format!("<span role=\"group\" aria-label=\"{}\">{buttons}</span>", word(name))
    };
    let received = open.received.is_some();
    if received {
        dialog.set_class_name("received");
    }
    let kinds = if received {
        String::new()
    } else {
        group(
            WHICH,
            [
                button("customer", word(CUSTOMERS)),
                button("internal", word(INTERNAL)),
                button("batch", word(BATCH)),
            ]
            .concat(),
        )
    };
    let languages = group(
        LANGUAGE,
        [button("zh", "中文".to_owned()), button("en", "English".to_owned())].concat(),
    );
    let away = if received {
        button("take", word(TAKE_OVER))
    } else {
        [button("link", word(words::COPY_QUOTATION)), button("file", word(FILE))].concat()
    };
    let acts = [
        button("print", word(words::PRINT)),
        button("workbook", word(WORKBOOK)),
        button("table", word(TABLE)),
        button("close", word(CLOSE)),
    ]
    .concat();
    dialog.set_inner_html(&format!(
        "<div class=\"tools\">{kinds}{languages}<span class=\"far\">{away}{acts}</span><span class=\"said{}\" role=\"status\" id=\"papers-said\">{}</span></div><div class=\"body\" id=\"papers-body\"></div>",
        if is_grave { " grave" } else { "" },
        escaped(said)
    ));
    document.body()?.append_child(&dialog).ok()?;
    let form = open.screen.form;
    let open = Rc::new(RefCell::new(open));
    OPEN.set(Some(Rc::downgrade(&open)));
    fill(&open.borrow());
    dom::listen_on(&dialog, "click", move |event| {
        if let Some((_, act)) = dom::nearest(event, "data-paper") {
            event.stop_propagation();
            press(&open, &act);
        }
    });
    dom::listen_on(&dialog, "close", move |_| {
        close_window();
        if form.received.try_get_untracked().flatten().is_some() {
            form.received_done();
        }
        dom::focus("papers-open");
    });
    dialog.show_modal().ok()
}

/// The window is gone with its paper.
fn close_window() {
    if let Some(element) = dom::by_id("papers") {
        element.remove();
    }
    take_paper_away();
}

/// What is on paper: nothing else of the page is printed as long as it stands there.
fn put_on_paper(markup: &str) {
    if dom::by_id(PAPER).is_none() {
        let Some(document) = dom::document() else { return };
        let Ok(paper) = document.create_element("div") else { return };
        paper.set_id(PAPER);
        let _ = document.body().map(|body| body.append_child(&paper)); // where that fails nothing is printed
    }
    style();
    dom::fill(PAPER, markup);
    dom::mark_root("data-print", Some("sheet"));
}

fn take_paper_away() {
    if let Some(paper) = dom::by_id(PAPER) {
        paper.remove();
    }
    dom::mark_root("data-print", None);
}

/// Lays the customer's sheet out for paper: that of the window where one is open, else that of what stands on the page. Where there is none, nothing is printed.
fn lay_out(screen: Screen) {
    if dom::by_id(PAPER).is_some() {
        return; // it stands there, or the internal sheet does, which was asked for by its name
    }
    if let Some(papers) = papers_of(screen.form) {
        put_on_paper(&page::write(&papers.sheet(papers.language())));
    }
}

/// What was laid out for paper alone goes; that of an open window is the customer's again.
fn put_away(screen: Screen) {
    take_paper_away();
    OPEN.with_borrow(|open| {
        if let Some(open) =
            open.as_ref().and_then(Weak::upgrade).filter(|_| dom::by_id("papers").is_some())
            && let Ok(open) = open.try_borrow()
        {
            customer_on_paper(&open);
        }
    });
    say(screen, None);
}

fn print(screen: Screen) {
    if papers_of(screen.form).is_none() {
        return say(screen, Some(words::NOTHING_YET));
    }
    lay_out(screen);
    export::print();
}

/// The customer's sheet as it is looked at.
fn customer_on_paper(open: &Open) {
    put_on_paper(&page::write(&open.papers.sheet(open.shown.language)));
}

/// Closes the window as the Escape key does.
fn close() {
    if let Some(dialog) =
        dom::by_id("papers").and_then(|element| element.dyn_into::<HtmlDialogElement>().ok())
    {
        dialog.close();
    }
}

/// Shows what is looked at, on the screen and for paper.
fn fill(open: &Open) {
    let Shown { kind, language } = open.shown;
    let markup = match kind {
        Kind::Customers => page::write(&open.papers.sheet(language)),
        Kind::Internal => internal::write(&open.papers, language),
        Kind::Batch => quote_batch::markup(untrack(|| open.screen.form.settings.reader()).language),
    };
    dom::fill("papers-body", &markup);
    customer_on_paper(open); // whatever is looked at: the internal sheet is printed by its own button alone
    if kind == Kind::Batch {
        quote_batch::follow(open.screen);
    }
    let pressed = [
        ("customer", kind == Kind::Customers),
        ("internal", kind == Kind::Internal),
        ("batch", kind == Kind::Batch),
        ("zh", language == Language::Zh),
        ("en", language == Language::En),
    ];
    for (act, on) in pressed {
        if let Some(button) = of(act) {
            dom::attribute(&button, "aria-pressed", Some(if on { "true" } else { "false" }));
        }
    }
    for act in ["link", "file"] {
        if let Some(button) = of(act) {
            dom::hide(&button, kind != Kind::Customers); // what is given away is the customer's sheet
        }
    }
    if let Some(button) = of("print") {
        let label = if kind == Kind::Internal { PRINT_INTERNAL } else { words::PRINT };
        button.set_text_content(Some(untrack(|| open.screen.form.settings.text(label))));
    }
    for act in ["zh", "en", "print", "workbook", "table"] {
        if let Some(button) = of(act) {
            dom::hide(&button, kind == Kind::Batch);
        }
    }
}

/// The button of an act.
fn of(act: &str) -> Option<Element> {
    dom::first(&format!("#papers [data-paper={act}]"))
}

fn press(open: &Rc<RefCell<Open>>, act: &str) {
    let mut now = open.borrow_mut();
    let before = now.shown;
    match act {
        "customer" => now.shown.kind = Kind::Customers,
        "internal" => now.shown.kind = Kind::Internal,
        "batch" => now.shown.kind = Kind::Batch,
        "batch-workbook" | "batch-table" => quote_batch::save(act == "batch-workbook"),
        "zh" => now.shown.language = Language::Zh,
        "en" => now.shown.language = Language::En,
        "print" => {
            if before.kind == Kind::Internal {
                put_on_paper(&internal::on_paper(&now.papers, before.language));
            }
            drop(now); // a browser may tell that it was printed before it returns
            return export::print();
        }
        "link" => copy_then(now.screen.form, before.language, tell(now.screen.form)),
        "file" => {
            let form = now.screen.form;
            save_as(now.screen, true, move |saved| {
                if let Err(why) = saved {
                    tell(form)(Err(why.into()));
                }
            });
        }
        "take" => {
            if let Some(entries) = now.received.take() {
                let form = now.screen.form;
                form.keep_before(None);
                form.take_up();
                form.open_with_own_shop(
                    entries.into_iter().filter(|(name, _)| *name != "issued").collect(),
                );
                close();
            }
        }
        "table" => {
            let language = now.shown.language;
            let table = if now.shown.kind == Kind::Internal {
                internal_table(now.screen.form, language)
            } else {
                rows::write(&now.papers.sheet(language))
            };
            export::save(
                &name_of(&now, "csv"),
                "text/csv;charset=utf-8",
                &JsValue::from_str(&format!("\u{feff}{table}")),
            );
        }
        "workbook" => save_workbook(open.clone()),
        "close" => close(),
        _ => {}
    }
    if now.shown != before {
        fill(&now);
    }
}

/// Says in the window what came of something.
fn tell(form: Form) -> impl Fn(Result<Text, Phrase>) {
    move |done| {
        let said = reader_of(form).phrase(&done.map_or_else(|why| why, Phrase::from));
        dom::fill("papers-said", &escaped(&said));
    }
}

/// The shop's own reckoning as a table in text: what the page shows, with the word that it stays in the house.
fn internal_table(form: Form, language: Language) -> String {
    let reader = Reader { language, ..reader_of(form) };
    let [zh, en] = [internal::NOT_FOR_CUSTOMERS.zh, internal::NOT_FOR_CUSTOMERS.en];
    let stamp = format!("{} · {zh} / {en}", export::stamp());
    form.outcome.with_untracked(|outcome| {
        outcome
            .report()
            .map(|report| {
                csv::write(form.calculator, &outcome.evaluation, report, &stamp, "", reader)
            })
            .unwrap_or_default()
    })
}

fn file_name(kind: &str, number: &str, extension: &str) -> String {
    if number.is_empty() {
        format!("{kind}.{extension}")
    } else {
        format!("{kind}-{number}.{extension}")
    }
}

/// What a file of the sheet that is looked at is called.
fn name_of(open: &Open, extension: &str) -> String {
    file_name(
        if open.shown.kind == Kind::Internal { "internal" } else { "quote" },
        &open.papers.number(),
        extension,
    )
}

/// Fetches what writes workbooks, and saves one.
fn save_workbook(open: Rc<RefCell<Open>>) {
    wasm_bindgen_futures::spawn_local(async move {
        let write = on_demand::workbooks().await.map(|workbooks| workbooks.write_quote);
        let open = open.borrow();
        let Shown { kind, language } = open.shown;
        match write.ok().and_then(|write| write(&open.papers, kind == Kind::Internal, language)) {
            Some(bytes) => export::save(
                &name_of(&open, "xlsx"),
                export::XLSX,
                &js_sys::Uint8Array::from(bytes.as_slice()),
            ),
            None => dom::fill(
                "papers-said",
                &escaped(words::PART_NOT_LOADED.get(open.papers.language())),
            ),
        }
    });
}

/// Adds the styles of papers, once.
fn style() {
    thread_local! {
        static ADDED: std::cell::Cell<bool> = const { std::cell::Cell::new(false) };
    }
    if !ADDED.replace(true) {
        let _ = dom::add_styles(include_str!("quote_papers.css")); // a browser without it shows the sheet plainly
    }
}
