//! The papers of a quote in the browser: sheets, files, links and tables are the model's own; who has the shop gets the quote back, and who has not reads
//! the sheet.

use crate::support::{
    copied, metric, object, price, priced, quote, reader, saved, shown_answer, take_files,
    until_address_has, until_answer,
};
use browser_tests::{Engine, Failure, Outcome, Tab, Visitor};
use platewise_model::calculator::quote::issued::Issued;
use platewise_model::entry::{self, Entry};
use platewise_model::import::Sheet;
use platewise_model::json;
use platewise_model::pack::{pack, unpack};
use platewise_model::quotation::key::Key;
use platewise_model::quotation::seal::sign;
use platewise_model::quotation::sheet::Papers;
use platewise_model::request::table;
use platewise_model::units::System;
use platewise_model::words::Language;
use serde_json::{Map, Value, json};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread;
use std::time::Duration;

/// So many lines as an address has them.
fn state(lines: usize, language: &str) -> String {
    let mut rows = String::from("name,thread,length_mm,designation,quantities");
    for place in 0..lines {
        let _ = write!(
            rows,
            ";DWG-{},M8,{},Fe%2FZn%208,1000%205000%2020000",
            1000 + place,
            30 + 5 * (place % 10)
        ); // a String takes all
    }
    let customer = "customer.company=Ningbo%20Buyer&customer.number=Q-7&customer.rfq=RFQ-9&customer.date=2026-11-24";
    format!("quote/#v=1&lang={language}&units=metric&lines={rows}&{customer}")
}

/// The same as inputs of the model.
fn inputs(lines: usize) -> Outcome<Map<String, Value>> {
    let line = |place: usize| json!({ "name": format!("DWG-{}", 1000 + place), "thread": "M8", "length_mm": 30 + 5 * (place % 10), "designation": "Fe/Zn 8", "quantities": [1000, 5000, 20000] });
    object(json!({
        "lines": (0..lines).map(line).collect::<Vec<_>>(),
        "customer.company": "Ningbo Buyer", "customer.number": "Q-7", "customer.rfq": "RFQ-9", "customer.date": "2026-11-24",
    }))
}

fn open_papers(tab: &Tab) -> Outcome {
    tab.until_shown("#answer")?;
    tab.click("[data-do=papers]")?;
    tab.until_shown("#papers .leaf")
}

/// The cells of the first sheet of a workbook.
fn first_sheet(file: &[u8]) -> Outcome<Vec<Vec<String>>> {
    let sheets = table::of_workbook(file).map_err(|why| Failure::new(format!("{why:?}")))?;
    Ok(sheets.first().map(Sheet::texts).unwrap_or_default())
}

fn press(tab: &Tab, act: &str) -> Outcome {
    tab.click(&format!("#papers [data-paper='{act}']"))
}

/// A part of an address behind `#` that gives a quote away, made by the model: what a shop of these inputs would copy, its record changed before it is signed.
fn given(inputs: &Map<String, Value>, change: impl FnOnce(&mut Issued)) -> Outcome<String> {
    let papers = Papers::of(inputs, metric(Language::En))
        .map_err(|problems| Failure::new(format!("{problems:?}")))?;
    let mut issued = papers.issued().clone();
    change(&mut issued);
    let key = inputs.get("shop.key").and_then(Value::as_str).and_then(Key::read);
    sign(&mut issued, inputs, key.as_ref());
    let (mut entries, _) = entry::from_inputs(quote()?, inputs, System::Metric);
    entries.insert("issued", Entry::plain(issued.write()));
    Ok(format!("q={}", pack(&entry::to_pack(quote()?, &entries, "en", System::Metric))))
}

#[test]
fn the_sheet_has_its_language_and_the_internal_one_its_build_up() -> Outcome {
    let tab = priced(&state(3, "en"))?;
    tab.until_shown("#answer")?;
    tab.type_into("[id='shop.margin']", "23.71")?;
    open_papers(&tab)?;
    tab.until_text("#papers-said", "no letterhead yet")?;
    tab.until_text("#papers-body", "Quotation")?;
    assert!(!tab.text("#papers-body")?.contains("argin"));
    press(&tab, "zh")?;
    tab.until_text("#papers-body", "报价单")?;
    assert_eq!(tab.attribute("#papers .offer", "lang")?.as_deref(), Some("zh"));
    press(&tab, "internal")?;
    tab.until_text("#papers-body", "内部文件，勿外传")?;
    tab.until_text("#papers-body", "毛利")?;
    press(&tab, "en")?;
    tab.until_text("#papers-body", "Internal: not for customers")?;
    assert!(
        !tab.shows("#papers [data-paper=link]")? && !tab.shows("#papers [data-paper=file]")?,
        "what is internal is not given away"
    );
    press(&tab, "close")?;
    tab.until(
        "the window is gone",
        "!document.querySelector('#papers') && !document.documentElement.dataset.print",
    )?;
    tab.until("the focus is back", "document.activeElement.id === 'papers-open'")?;
    assert_eq!(tab.console()?, Vec::<String>::new());
    Ok(())
}

/// Pages of a PDF, by its page objects; Firefox packs those away, so there poppler tells, where it is installed.
fn pages(tab: &Tab, path: &Path) -> Outcome<Option<usize>> {
    if tab.engine != Engine::Chromium {
        let text = Command::new("pdftotext").arg(path).arg("-").output();
        return Ok(text
            .ok()
            .map(|output| output.stdout.iter().filter(|byte| **byte == b'\x0c').count()));
    }
    let pdf = fs::read(path)?;
    let text = String::from_utf8_lossy(&pdf);
    Ok(Some(text.matches("/Type /Page").count() - text.matches("/Type /Pages").count()))
}

#[test]
fn twelve_lines_are_printed_on_one_page_in_both_languages() -> Outcome {
    for (lines, expected) in [(1, 1), (12, 1), (13, 2)] {
        for language in ["en", "zh"] {
            let tab = priced(&state(lines, language))?;
            for (field, text) in [
                ("shop.name", "慈溪光亮电镀有限公司 Cixi Bright Plating Co., Ltd."),
                ("shop.address", "No. 8, Industrial Park, Cixi, Zhejiang 315300, China"),
                (
                    "shop.terms",
                    "Payment within 30 days of invoice. Prices ex works Cixi, packing as stated. Orders above 50,000 CNY: 30 % in advance.",
                ),
            ] {
                crate::support::unfold(&tab, field)?;
                tab.type_into(&format!("[id='{field}']"), text)?;
            }
            tab.type_into("[id='shop.energy_surcharge']", "3")?;
            open_papers(&tab)?;
            let path = tab.site.out.join(format!("quote-{lines}-{language}.pdf"));
            fs::write(&path, tab.print()?)?;
            assert!(
                pages(&tab, &path)?.is_none_or(|pages| pages == expected),
                "{lines} lines in {language} on {:?} pages",
                pages(&tab, &path)?
            );
        }
    }
    Ok(())
}

#[test]
fn what_is_saved_for_a_customer_is_the_sheet_and_nothing_else() -> Outcome {
    let tab = priced(&state(3, "en"))?;
    take_files(&tab)?;
    tab.until_shown("#answer")?;
    tab.type_into("[id='shop.margin']", "23.71")?;
    tab.type_into("[id='shop.name']", "Cixi Bright")?;
    open_papers(&tab)?;
    for act in ["workbook", "table", "file"] {
        press(&tab, act)?;
    }
    let mut expected = inputs(3)?;
    expected.extend(object(json!({ "shop.margin": 0.2371, "shop.name": "Cixi Bright" }))?);
    let papers = Papers::of(&expected, metric(Language::En))
        .map_err(|problems| Failure::new(format!("{problems:?}")))?;
    let sheet = papers.sheet(Language::En);
    let total = sheet.sums.last().map(|sum| format!("{:.2}", sum.amount)).unwrap_or_default();

    let book = saved(&tab, "xlsx")?;
    assert_eq!(book.file_name().and_then(|name| name.to_str()), Some("quote-Q-7.xlsx"));
    let cells = first_sheet(&fs::read(&book)?)?;
    let csv = fs::read_to_string(saved(&tab, "csv")?)?;
    let file = fs::read_to_string(saved(&tab, "json")?)?;
    let has =
        |grid: &[Vec<String>], text: &str| grid.iter().flatten().any(|cell| cell.contains(text));
    assert!(
        has(&cells, "DWG-1002")
            && has(&cells, "Cixi Bright")
            && has(&cells, total.trim_end_matches('0').trim_end_matches('.')),
        "{cells:?}"
    );
    assert!(csv.contains("DWG-1002") && csv.contains(&total), "{csv}");
    let document: Value = serde_json::from_str(&file)?;
    assert_eq!(
        document
            .pointer("/results/total_price")
            .and_then(Value::as_f64)
            .map(|price| format!("{price:.2}")),
        Some(total)
    );
    let all = [cells.concat().join(" "), csv, file];
    let costs = papers.numbers().map(|numbers| {
        numbers
            .offer
            .lines
            .iter()
            .flat_map(|line| &line.breaks)
            .map(|one| format!("{:.4}", one.unit_cost))
            .collect::<Vec<_>>()
    });
    for secret in ["23.71", "2371", "argin", "unit_cost", "break_even", "shop."]
        .into_iter()
        .map(str::to_owned)
        .chain(costs.unwrap_or_default())
    {
        for one in &all {
            assert!(!one.contains(&secret), "{secret} in {one}");
        }
    }
    assert_eq!(tab.console()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn a_link_is_a_sheet_for_others_and_the_quote_for_the_shop() -> Outcome {
    let tab = priced(&state(2, "en"))?;
    tab.until_shown("#answer")?;
    tab.type_into("[id='shop.margin']", "31")?;
    tab.type_into("[id='shop.name']", "Cixi Bright")?;
    let mut shop = inputs(2)?;
    shop.extend(object(json!({ "shop.margin": 0.31 }))?);
    let own = quote()?
        .evaluate_fully(&shop)
        .outcome
        .map_err(|problems| Failure::new(format!("{problems:?}")))?;
    let answer = shown_answer(&own, metric(Language::En));
    until_answer(&tab, &answer)?;
    let link = copied(&tab, "[data-do=copy]", "#said")?;
    assert!(link.len() < 2000, "{}", link.len());
    let packed = link
        .split_once("#q=")
        .map(|(_, packed)| packed.to_owned())
        .ok_or_else(|| Failure::new(format!("{link} is not packed")))?;
    let text = unpack(&packed).ok_or_else(|| Failure::new("it cannot be unpacked"))?;
    assert!(
        !text.contains("shop.") && !text.contains("0.31") && text.contains("Cixi Bright"),
        "{text}"
    );
    let address = format!("quote/#q={packed}");

    // The same browser: the quote comes back with its prices, which stand.
    tab.open_afresh(&address)?;
    tab.until_shown("#as-given")?;
    until_answer(&tab, &answer)?;
    tab.until_text("#answer-label", "as quoted")?;
    tab.until_text("#further", "every price is the same")?;
    until_address_has(&tab, "lines=name")?;
    tab.reload()?;
    tab.until_shown("#as-given")?;
    // Another margin moves nothing, until it is asked for.
    tab.type_into("[id='shop.margin']", "40")?;
    tab.until_text("#further", "your shop's figures have changed")?;
    until_answer(&tab, &answer)?;
    tab.until_text("#results", "Quoted, and what it would be now")?;
    tab.click("[data-do=anew]")?;
    shop.insert("shop.margin".to_owned(), 0.4.into());
    let anew = quote()?
        .evaluate_fully(&shop)
        .outcome
        .map_err(|problems| Failure::new(format!("{problems:?}")))?;
    until_answer(&tab, &shown_answer(&anew, metric(Language::En)))?;
    tab.until_hidden("#as-given")?;
    assert_eq!(tab.console()?, Vec::<String>::new());

    // Somebody else: the sheet, which nothing on the page changes.
    let other = reader("zh-CN,zh")?;
    other.open(&address)?;
    other.until_shown("#papers.received .leaf")?;
    other.until_text("#papers-said", "收到的报价单")?;
    other.until_text("#papers-body", "Cixi Bright")?;
    let shown: f64 = answer
        .replace(',', "")
        .trim_end_matches(char::is_alphabetic)
        .parse()
        .map_err(|_| Failure::new(format!("{answer} is no number")))?;
    let body = other.text("#papers-body")?.replace(',', "");
    assert!(body.contains(&format!("{shown:.2}")), "{shown} in {body}");
    for act in ["internal", "batch", "link", "file"] {
        assert_eq!(
            other.count(&format!("#papers [data-paper={act}]"))?,
            0,
            "{act} is not for others"
        );
    }
    thread::sleep(Duration::from_millis(600)); // the address is written every 400 ms
    assert!(other.address()?.contains("#q="), "the address stays its own");
    other.reload()?;
    other.until_shown("#papers.received .leaf")?;
    press(&other, "take")?;
    other.until_hidden("#papers")?;
    other.until_shown("#answer")?;
    until_address_has(&other, "lines=name")?;
    assert_eq!(other.count("#lines-rows .row")?, 2);
    assert!(!other.shows("#as-given")?);
    assert_eq!(other.value("[id='shop.name']")?, "");
    assert_eq!(other.console()?, Vec::<String>::new());
    Ok(())
}

/// A shop with its key, as the browser remembered it once: the key beside the figures, and both with the quote.
fn with_shop(tab: &Tab, inputs: &Map<String, Value>) -> Outcome {
    let (entries, _) =
        entry::from_inputs(quote()?, &json::private_of(quote()?, inputs), System::Metric);
    let key = inputs.get("shop.key").and_then(Value::as_str).unwrap_or_default();
    let memory =
        format!("{}&shop.key={key}", entry::to_memory(quote()?, &entries, "en", System::Metric));
    tab.open("about/")?;
    tab.js("localStorage.setItem('platewise.last.quote', arguments[0])", json!([memory]))
}

#[test]
fn prices_of_an_older_engine_stand_until_they_are_asked_for_anew() -> Outcome {
    let mut shop = inputs(2)?;
    shop.extend(object(
        json!({ "shop.key": "000102030405060708090a0b0c0d0e0f", "shop.margin": 0.3 }),
    )?);
    let older = given(&shop, |issued| {
        issued.engine = "0.1.0".to_owned();
        issued.data = "2025-01-01".to_owned();
        if let Some(one) = issued.given.lines.first_mut().and_then(|line| line.breaks.get_mut(1)) {
            one.unit_price.0 = 4321;
        }
    })?;
    let tab = Visitor::default().start()?;
    with_shop(&tab, &shop)?;
    tab.open_afresh(&format!("quote/#{older}"))?;
    tab.until_text("#further", "Quoted with engine 0.1.0 and data of 2025-01-01")?;
    tab.until_text("#further", "numbers that would change: 1")?;
    tab.until_text("#results", "Line 1, 5000 pieces: unit price")?;
    open_papers(&tab)?;
    tab.until_text("#papers-body", "0.4321")?;
    tab.until_text("#papers-body", "Platewise 0.1.0, 2025-01-01")?;
    press(&tab, "close")?;
    tab.click("[data-do=anew]")?;
    tab.until_hidden("#as-given")?;
    open_papers(&tab)?;
    assert!(!tab.text("#papers-body")?.contains("0.4321"));
    Ok(())
}

#[test]
fn what_was_changed_on_its_way_or_damaged_is_told() -> Outcome {
    let mut shop = inputs(2)?;
    shop.extend(object(
        json!({ "shop.key": "000102030405060708090a0b0c0d0e0f", "shop.margin": 0.3 }),
    )?);
    let honest = given(&shop, |_| {})?;
    let text = honest
        .strip_prefix("q=")
        .and_then(unpack)
        .ok_or_else(|| Failure::new("it cannot be unpacked"))?;
    let changed = text.replacen("RFQ-9", "RFQ-8", 1);
    assert_ne!(text, changed);
    let tab = Visitor::default().start()?;
    with_shop(&tab, &shop)?;
    tab.open_afresh(&format!("quote/#q={}", pack(&changed)))?;
    tab.until_text("#papers-said", "was changed since")?;
    assert!(tab.count("#papers-said.grave")? == 1);
    press(&tab, "close")?;
    tab.until_shown("#answer")?;
    let damaged: String = honest.chars().take(honest.len() / 2).collect();
    for address in [damaged, "q=".to_owned(), "q=!!!".to_owned(), "v=1&lang=en&issued=x".to_owned()]
    {
        tab.open_afresh(&format!("quote/#{address}"))?;
        tab.until_text("#notices", "is damaged")?;
        tab.until_shown("#answer")?;
    }
    assert_eq!(tab.console()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn a_colleague_loads_the_shop_and_gets_the_same_price() -> Outcome {
    let tab = priced(&state(2, "en"))?;
    take_files(&tab)?;
    tab.until_shown("#answer")?;
    tab.click("#export")?;
    tab.click("[data-do=profile]")?;
    tab.until_text("#said", "nothing of your shop yet")?;
    for (field, value) in
        [("shop.margin", "27.5"), ("shop.labour_cny_per_h", "44.4"), ("shop.line_cny_per_h", "350")]
    {
        crate::support::unfold(&tab, field)?;
        tab.type_into(&format!("[id='{field}']"), value)?;
    }
    tab.until("the answer follows", "document.querySelector('#answer').textContent")?;
    tab.click("#export")?;
    tab.click("[data-do=profile]")?;
    let file = saved(&tab, "json")?;
    let document: Value = serde_json::from_str(&fs::read_to_string(&file)?)?;
    assert_eq!(
        document
            .pointer("/inputs")
            .and_then(Value::as_object)
            .map(|all| all.keys().cloned().collect::<Vec<_>>()),
        Some(vec!["shop".to_owned()])
    );
    let answer = tab.dense_text("#answer")?;

    let other = priced(&state(2, "zh"))?;
    other.until_shown("#answer")?;
    crate::support::unfold(&other, "shop.uptime")?;
    other.type_into("[id='shop.uptime']", "50")?; // goes: a colleague has the same shop, not a mixture
    other.click("#export")?;
    other.give_file("#open-file", &file)?;
    other.until_text("#offer", "27.5 %")?;
    other.until_text("#offer", "50 %")?;
    other.click("#offer-take")?;
    other.until(
        "the shop is there",
        "document.querySelector(\"[id='shop.margin']\").value === '27.5'",
    )?;
    until_answer(&other, &answer.replace("CNY", "元"))?;
    assert_eq!(other.count("#lines-rows .row")?, 2);
    assert_eq!(other.console()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn a_link_that_is_too_long_offers_a_file() -> Outcome {
    // Names and eight prices a line, which no packing can shorten.
    let rows =
        (0..60_u32).fold(String::from("name,thread,length_mm,quantities"), |mut rows, place| {
            let name = u64::from(place + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            let _ = write!(
                rows,
                ";{name:016x},M8,{},300%20700%201700%204100%209900%2023000%2055000%20130000",
                16 + place
            ); // a String takes all
            rows
        });
    let tab = priced(&format!("quote/#v=1&lang=en&units=metric&lines={rows}"))?;
    take_files(&tab)?;
    tab.until_shown("#answer")?;
    tab.type_into("[id='shop.name']", "Cixi Bright")?;
    tab.click("[data-do=copy]")?;
    tab.until_shown("#papers .leaf")?;
    tab.until_text("#papers-said", "cut links above 2000")?;
    press(&tab, "file")?;
    let file = saved(&tab, "json")?;

    let other = Visitor::default().visit("quote/")?;
    other.until_shown("#answer")?;
    other.click("#export")?;
    other.give_file("#open-file", &file)?;
    other.until_shown("#papers.received .leaf")?;
    other.until_text("#papers-body", "Cixi Bright")?;
    assert_eq!(other.count("#papers .leaf")?, 5);
    press(&other, "close")?;
    other.until_hidden("#papers")?;
    other.until_shown("#answer")?;
    assert_eq!(other.count("#lines-rows .row")?, 1, "one's own request stays");
    assert_eq!(other.console()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn five_thousand_rows_are_priced_at_once() -> Outcome {
    let tab = Visitor::default().visit("quote/#v=1&lang=en&units=metric")?;
    let folder = take_files(&tab)?;
    let mut request = String::from("图号,类型,规格,长(mm),镀层,数量\n");
    for row in 0..5000 {
        let quantities = if row == 41 { "500 200" } else { "1000 5000" };
        let length = if row == 7 { "long".to_owned() } else { (20 + row % 60).to_string() };
        let _ = writeln!(request, "P-{row},六角头螺栓,M8,{length},Fe/Zn 8,{quantities}"); // a String takes all
    }
    let path = folder.join("request.csv");
    fs::write(&path, &request)?;
    open_papers(&tab)?;
    press(&tab, "batch")?;
    tab.until_shown("#papers .filebutton")?;
    tab.give_file("#batch-file", &path)?;
    tab.until_text("#batch-found", "Rows: 5000, of them priced: 4998")?;
    tab.until_text("#batch-found .wrong", "Row 9:")?;
    tab.until_text("#batch-found .wrong", "Row 43:")?;
    press(&tab, "batch-workbook")?;
    let cells = first_sheet(&fs::read(saved(&tab, "xlsx")?)?)?;
    assert_eq!(
        cells.len(),
        1 + 4998 * 2 + 2,
        "a row for each quantity, one for each row with a problem, and the heads"
    );
    // The first row as the calculator itself prices it.
    let line = json!([{ "name": "P-0", "thread": "M8", "length_mm": 20, "designation": "Fe/Zn 8", "quantities": [1000, 5000] }]);
    let report = quote()?
        .evaluate_fully(&object(json!({ "lines": line }))?)
        .outcome
        .map_err(|problems| Failure::new(format!("{problems:?}")))?;
    let price = report
        .results
        .iter()
        .find(|one| one.name == "unit_price")
        .and_then(|one| one.value)
        .unwrap_or_default();
    assert_eq!(
        cells.get(1).and_then(|row| row.get(3)).and_then(|cell| cell.parse::<f64>().ok()),
        Some(price)
    );
    assert_eq!(tab.console()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn a_table_that_is_none_is_told() -> Outcome {
    let tab = Visitor::default().visit("quote/#v=1&lang=zh&units=metric")?;
    let folder = tab.download_folder()?;
    open_papers(&tab)?;
    press(&tab, "batch")?;
    for (name, content) in [
        ("empty.csv", Vec::new()),
        ("picture.xlsx", b"PK\x03\x04 not a book".to_vec()),
        ("words.csv", b"a,b\n1,2\n".to_vec()),
    ] {
        let path = folder.join(name);
        fs::write(&path, content)?;
        tab.give_file("#batch-file", &path)?;
        tab.until_shown("#batch-found .bad")?;
        tab.js::<()>("document.querySelector('#batch-found').replaceChildren()", json!([]))?;
    }
    assert_eq!(tab.console()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn papers_are_read_and_left_by_keyboard() -> Outcome {
    let tab = priced(&state(1, "en"))?;
    tab.until_shown("#answer")?;
    tab.js::<()>("document.querySelector('#papers-open').focus()", json!([]))?;
    tab.press_all("\u{e007}")?; // Enter
    tab.until_shown("#papers .leaf")?;
    tab.until(
        "the focus is in the window",
        "document.querySelector('#papers').contains(document.activeElement)",
    )?;
    tab.press_all("\u{e004}\u{e00d}")?; // Tab, space: the internal sheet
    tab.until_text("#papers-body", "Internal: not for customers")?;
    tab.press_all("\u{e00c}")?; // Escape
    tab.until("the window is gone", "!document.querySelector('#papers')")?;
    tab.until("the focus is back", "document.activeElement.id === 'papers-open'")
}

#[test]
fn what_writes_papers_and_workbooks_is_no_part_of_the_first_load() -> Outcome {
    let tab = priced(&state(1, "en"))?;
    tab.until("all of the page", "document.querySelector('#charts figure svg')")?;
    let asked: Vec<String> = tab.js(
        "return performance.getEntriesByType('resource').map(one => one.name.split('/').pop())",
        json!([]),
    )?;
    for piece in ["split_workbooks", "split_file_imports"] {
        assert!(asked.iter().all(|name| !name.starts_with(piece)), "{piece} in {asked:?}");
    }
    // The papers come last, when somebody is there.
    let place = |piece: &str| asked.iter().position(|name| name.starts_with(piece));
    let behind =
        place("split_quote").ok_or_else(|| Failure::new("the piece of the quote is not there"))?;
    assert!(place("split_extras").is_none_or(|papers| papers > behind), "{asked:?}");
    take_files(&tab)?;
    open_papers(&tab)?;
    press(&tab, "workbook")?;
    tab.until("what writes workbooks is fetched", "performance.getEntriesByType('resource').some(one => one.name.includes('split_workbooks'))")
}

/// Two hundred lines: what stands behind the answer waits for a pause, and is whole when it is looked at, saved or given away.
#[test]
fn a_long_request_stays_fluent_and_whole() -> Outcome {
    let tab = priced(&state(200, "en"))?;
    tab.until("all of the page", "document.querySelector('#charts figure svg')")?;
    tab.until_text("#results", "Line 200: DWG-1199")?;
    let charts = tab.count("#charts figure")?;
    let took: f64 = tab.js_later(
        "const done = arguments[0];
         const field = document.getElementById('shop.margin');
         const before = document.querySelector('#answer').textContent;
         field.focus();
         const begun = performance.now();
         field.value = '33';
         field.dispatchEvent(new InputEvent('input', { bubbles: true }));
         const look = () => document.querySelector('#answer').textContent === before ? requestAnimationFrame(look) : done(performance.now() - begun);
         requestAnimationFrame(look);",
        json!([]),
    )?;
    fs::write(
        tab.site.out.join("quote-200-lines.txt"),
        format!("a keystroke took {took:.0} ms to its answer\n"),
    )?;
    assert_eq!(tab.count("#charts figure")?, charts, "nothing goes while one types");
    let mut shop = inputs(200)?;
    shop.extend(object(json!({ "shop.margin": 0.33 }))?);
    let report = quote()?
        .evaluate_fully(&shop)
        .outcome
        .map_err(|problems| Failure::new(format!("{problems:?}")))?;
    until_answer(&tab, &shown_answer(&report, metric(Language::En)))?;
    let expected = report
        .sections
        .first()
        .and_then(|section| section.rows.last())
        .and_then(|row| row.values.first().copied().flatten())
        .unwrap_or_default();
    tab.until_text("#results", &format!("Margin of the order{:.1}", expected * 100.0))?;
    // Typed and saved at once, before the pause.
    take_files(&tab)?;
    tab.type_into("[id='shop.margin']", "34")?;
    tab.js::<()>("document.querySelector('[data-do=csv]').click()", json!([]))?;
    let csv = fs::read_to_string(saved(&tab, "csv")?)?;
    assert!(csv.contains("order_margin") && csv.matches("basis").count() > 5, "{}", csv.len());
    assert_eq!(tab.console()?, Vec::<String>::new());
    Ok(())
}

/// The cheapest forgeries: a mark taken out, a request changed, a file that claims to bring the shop.
#[test]
fn forgeries_are_not_taken_for_ones_own() -> Outcome {
    let mut shop = inputs(2)?;
    shop.extend(object(json!({ "shop.key": "000102030405060708090a0b0c0d0e0f", "shop.name": "Cixi Bright", "shop.margin": 0.3 }))?);
    let honest = given(&shop, |_| {})?;
    let text = honest
        .strip_prefix("q=")
        .and_then(unpack)
        .ok_or_else(|| Failure::new("it cannot be unpacked"))?;
    let record = text
        .split_once("&issued=")
        .map(|(_, rest)| rest.split('&').next().unwrap_or_default().to_owned())
        .unwrap_or_default();
    let mut issued = Issued::read(&record.replace("%25", "%"))
        .ok_or_else(|| Failure::new("it holds no record"))?;
    issued.mark = platewise_model::calculator::quote::issued::Mark::default();
    if let Some(line) = issued.given.lines.first_mut() {
        line.charged.0 = 100;
    }
    let tab = Visitor::default().start()?;
    with_shop(&tab, &shop)?;
    let (mut entries, _) =
        entry::from_inputs(quote()?, &json::open_of(quote()?, &shop), System::Metric);
    entries.insert("issued", Entry::plain(issued.write()));
    tab.open_afresh(&format!(
        "quote/#q={}",
        pack(&entry::to_pack(quote()?, &entries, "en", System::Metric))
    ))?;
    tab.until_text("#papers-said.grave", "but not its mark")?;
    press(&tab, "close")?;
    tab.until_hidden("#papers")?;

    // The same in a file that brings a shop: it is no shop of mine, and mine stays.
    let folder = tab.download_folder()?;
    let path = folder.join("forged.json");
    let mut inputs = json::open_of(quote()?, &shop);
    inputs.insert("issued".to_owned(), issued.write().into());
    inputs.insert("shop.name".to_owned(), "x".into());
    fs::write(&path, json!({ "calculator": "quote", "inputs": inputs }).to_string())?;
    tab.click("#export")?;
    tab.give_file("#open-file", &path)?;
    tab.until_text("#offer", "Cixi Bright → x")?;
    tab.click("#offer-keep")?;
    tab.until_text("#papers-said.grave", "but not its mark")?;
    press(&tab, "take")?;
    tab.until_hidden("#papers")?;
    tab.until_shown("#answer")?;
    assert_eq!(
        (tab.value("[id='shop.name']")?.as_str(), tab.value("[id='shop.margin']")?.as_str()),
        ("Cixi Bright", "30")
    );
    assert!(!tab.shows("#as-given")?);

    // A link that names figures of a shop does not change them.
    tab.open_afresh("quote/#v=1&lang=en&units=metric&shop.margin=1:percent&lines=thread;M8")?;
    price(&tab)?;
    tab.until_shown("#answer")?;
    assert_eq!(tab.value("[id='shop.margin']")?, "30");

    // Somebody else's request that was changed on its way.
    let changed = text.replacen("DWG-1000,M8,30", "DWG-1000,M8,300", 1);
    assert_ne!(changed, text);
    let other = Visitor::default().start()?;
    other.open(&format!("quote/#q={}", pack(&changed)))?;
    other.until_text("#papers-said.grave", "was changed on its way")?;
    Ok(())
}

/// A pin is the whole scenario, with the shop and with prices that were given.
#[test]
fn a_pin_keeps_the_shop_and_the_prices_that_were_given() -> Outcome {
    let mut shop = inputs(1)?;
    shop.extend(object(
        json!({ "shop.key": "000102030405060708090a0b0c0d0e0f", "shop.margin": 0.3 }),
    )?);
    let older = given(&shop, |issued| {
        issued.engine = "0.1.0".to_owned();
        if let Some(line) = issued.given.lines.first_mut() {
            line.charged.0 = 123_400;
        }
    })?;
    let tab = Visitor::default().start()?;
    with_shop(&tab, &shop)?;
    tab.open_afresh(&format!("quote/#{older}"))?;
    tab.until_shown("#as-given")?;
    let answer = tab.dense_text("#answer")?;
    tab.click("[data-do=pin]")?;
    tab.until_shown("#pins")?;
    tab.click("[data-do=anew]")?;
    tab.until_hidden("#as-given")?;
    tab.type_into("[id='shop.margin']", "45")?;
    tab.until_text("#pins", "45.0")?; // what is pinned is compared when the typing pauses
    tab.click("[data-do=pin-open]")?;
    tab.until_text("#offer", "45 % → 30 %")?;
    tab.click("#offer-take")?;
    tab.until_shown("#as-given")?;
    until_answer(&tab, &answer)?;
    assert_eq!(tab.value("[id='shop.margin']")?, "30");
    Ok(())
}
