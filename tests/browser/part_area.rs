//! Part area in the browser: every shape has its own sizes, the answer is the model's, the way on to plating time carries the load.

use crate::support::{object, part_area, until_address_has, until_answer};
use browser_tests::{Failure, Outcome, Tab, Visitor};
use platewise_model::calculator::part::Shape;
use platewise_model::data::Listed;
use platewise_model::report::Report;
use rust_xlsxwriter::Workbook;
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;
use thirtyfour::Key;

fn report(inputs: Value) -> Outcome<Report> {
    part_area()?
        .evaluate_fully(&object(inputs)?)
        .outcome
        .map_err(|problems| Failure::new(format!("the model has no answer: {problems:?}")))
}

#[test]
fn each_shape_shows_its_own_sizes_and_the_models_answer() -> Outcome {
    let tab = Visitor::default().visit("part-area/")?;
    tab.until_shown("#answer")?;
    for shape in Shape::all() {
        tab.choose("#shape", shape.id())?;
        let expected = report(json!({ "shape": shape.id() }))?;
        until_answer(
            &tab,
            &crate::support::shown_answer(
                &expected,
                crate::support::metric(platewise_model::words::Language::En),
            ),
        )?;
        for size in shape.sizes() {
            assert!(
                tab.count(&format!("#{size}"))? == 1
                    && !tab.js::<bool>("return document.querySelector(arguments[0]).closest('[data-field]').hidden", json!([format!("#{size}")]))?,
                "{} has no {size}",
                shape.id()
            );
        }
        assert_eq!(tab.console()?, Vec::<String>::new(), "{}", shape.id());
    }
    Ok(())
}

#[test]
fn another_thread_brings_its_sizes_and_an_own_size_stays_until_then() -> Outcome {
    let tab = Visitor::default().visit("part-area/#v=1&lang=en&units=metric&shape=hex_bolt&thread=M10&length_mm=50&across_flats_mm=15")?;
    tab.until_shown("#answer")?;
    assert_eq!(tab.value("#across_flats_mm")?, "15");
    tab.choose("#thread", "M12")?;
    tab.until("the hexagon of M12", "document.querySelector('#across_flats_mm').value === '18'")?;
    assert_eq!(tab.value("#length_mm")?, "50", "the length is the visitor's");
    until_address_has(&tab, "thread=M12")
}

#[test]
fn a_part_that_cannot_be_is_told_at_its_field() -> Outcome {
    let tab = Visitor::default()
        .visit("part-area/#v=1&lang=zh&shape=tube&outer_diameter_mm=20&inner_diameter_mm=20")?;
    tab.until_text("[data-field=inner_diameter_mm]", "不可能有这样的工件")?;
    tab.type_into("#inner_diameter_mm", "16")?;
    tab.until_shown("#answer")?;
    tab.until(
        "the problem is gone",
        "!document.querySelector('[data-field=inner_diameter_mm]').textContent.includes('不可能')",
    )
}

#[test]
fn the_load_goes_on_to_plating_time() -> Outcome {
    let tab = Visitor::default().visit("part-area/")?;
    tab.until_shown("#onward a")?;
    tab.click("#onward a")?;
    tab.until_text("main h1", crate::support::PLATING_TIME.headings[0])?;
    let pieces = report(json!({}))?
        .results
        .iter()
        .find(|one| one.name == "pieces_per_load")
        .and_then(|one| one.value)
        .unwrap_or_default();
    tab.until(
        "the pieces are taken over",
        &format!("document.querySelector('#pieces')?.value === '{pieces}'"),
    )
}

/// A binary STL of boxes, each with its lowest corner and its edge.
pub fn boxes(all: &[([f32; 3], f32)]) -> Vec<u8> {
    let mut triangles = Vec::new();
    for ([x, y, z], edge) in all {
        let corner = |place: u8| {
            [
                x + edge * f32::from(place & 1),
                y + edge * f32::from(place >> 1 & 1),
                z + edge * f32::from(place >> 2 & 1),
            ]
        };
        for [a, b, c, d] in
            [[0, 2, 3, 1], [4, 5, 7, 6], [0, 1, 5, 4], [2, 6, 7, 3], [0, 4, 6, 2], [1, 3, 7, 5]]
        {
            triangles.extend([[a, b, c], [a, c, d]].map(|corners| corners.map(corner)));
        }
    }
    let mut file = vec![b' '; 80];
    file.extend(u32::try_from(triangles.len()).unwrap_or_default().to_le_bytes());
    for triangle in triangles {
        file.extend([0; 12]);
        file.extend(triangle.iter().flatten().flat_map(|number| number.to_le_bytes()));
        file.extend([0; 2]);
    }
    file
}

fn file(tab: &Tab, name: &str, bytes: &[u8]) -> Outcome<PathBuf> {
    let path = tab.download_folder()?.join(name);
    fs::write(&path, bytes)?;
    Ok(path)
}

#[test]
fn a_model_is_read_shown_and_carried_by_the_link() -> Outcome {
    let tab = Visitor::default().visit("part-area/#v=1&lang=en&units=metric&shape=mesh")?;
    tab.until_shown("#answer")?;
    let path = file(&tab, "two blocks.stl", &boxes(&[([0.0; 3], 40.0), ([60.0, 0.0, 0.0], 20.0)]))?;
    tab.give_file("#mesh_file", &path)?;
    tab.until_text("#mesh_file-account", "24 triangles; bodies: 2")?;
    // 6 · 16 cm² and 6 · 4 cm²: 1.2 dm²; 64 and 8 cm³.
    tab.until_text("#answer", "1.20")?;
    assert_eq!(tab.value("#mesh_volume_cm3")?, "72");
    assert_eq!(tab.text("#mesh_file-say")?, "two blocks.stl");
    tab.until_text("#judgements", "says no unit")?;
    tab.until(
        "the model is drawn",
        "document.querySelectorAll('#mesh_file-picture path').length === 24",
    )?;
    let before: String =
        tab.js("return document.querySelector('#mesh_file-picture').innerHTML", json!([]))?;
    tab.js::<Value>("document.querySelector('#mesh_file-picture').focus()", json!([]))?;
    tab.press(Key::Right)?;
    let turned =
        format!("document.querySelector('#mesh_file-picture').innerHTML !== {}", json!(before));
    tab.until("it turns", &turned)?;
    tab.choose("#mesh_unit", "in")?;
    tab.until_text("#answer", "774")?;
    until_address_has(&tab, "mesh_unit=in")?;
    tab.reload()?;
    tab.until_text("#answer", "774")?;
    tab.choose("#mesh_unit", "mm")?;
    let path = file(&tab, "open.stl", &{
        let mut open = boxes(&[([0.0; 3], 10.0)]);
        open.truncate(84 + 50 * 10);
        open.splice(80..84, 10_u32.to_le_bytes());
        open
    })?;
    tab.give_file("#mesh_file", &path)?;
    tab.until_text("#mesh_file-account", "not closed: 4 edges")?;
    tab.until_text("#problems", "not closed")?;
    tab.type_into("#mesh_volume_cm3", "1")?;
    tab.until_shown("#answer")?;
    tab.until_text("#judgements", "is not closed")?;
    assert_eq!(tab.console()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn hostile_models_are_refused_with_a_reason_and_the_page_lives() -> Outcome {
    let tab = Visitor::default().visit("part-area/#v=1&lang=zh&units=metric&shape=mesh")?;
    tab.until_shown("#answer")?;
    let before = tab.text("#answer")?;
    let mut cut = boxes(&[([0.0; 3], 10.0)]);
    cut.truncate(300);
    for (name, bytes) in [
        ("empty.stl", &b""[..]),
        ("text.stl", &b"solid x\nfacet nonsense\n"[..]),
        ("cut.stl", &cut[..]),
        ("archive.3mf", &b"PK\x03\x04rubbish"[..]),
    ] {
        let path = file(&tab, name, bytes)?;
        tab.give_file("#mesh_file", &path)?;
        tab.until_shown("#mesh_file-account ul.bad")?;
        assert_eq!(tab.text("#answer")?, before, "{name}");
    }
    // Above the limit: refused at once.
    let path = file(&tab, "large.stl", &vec![0; 106_000_000])?;
    tab.give_file("#mesh_file", &path)?;
    tab.until_shown("#mesh_file-account ul.bad")?;
    assert_eq!(tab.console()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn further_parts_are_rows_that_can_be_added_doubled_and_removed() -> Outcome {
    let tab = Visitor::default().visit("part-area/#v=1&lang=en&units=metric")?;
    tab.until_shown("#answer")?;
    tab.click("#parts")?;
    tab.until_shown("[id='parts.1.shape']")?;
    tab.choose("[id='parts.1.shape']", "washer")?;
    tab.choose("[id='parts.1.thread']", "M6")?;
    tab.type_into("[id='parts.1.pieces']", "250")?;
    let mixed = report(json!({ "parts": [{ "shape": "washer", "thread": "M6", "pieces": 250 }] }))?;
    let area = mixed
        .results
        .iter()
        .find(|one| one.name == "load_area_dm2")
        .and_then(|one| one.value)
        .unwrap_or_default();
    let shown = crate::support::metric(platewise_model::words::Language::En)
        .quantity(platewise_model::units::Dimension::Surface, area);
    tab.until_text("#results", &shown)?;
    tab.until_text("#results", "The parts in a load")?;
    until_address_has(&tab, "parts=shape,thread,pieces;washer,M6,250")?;
    tab.click("[data-row-copy='parts.1']")?;
    tab.until_shown("[id='parts.2.shape']")?;
    tab.type_into("[id='parts.2.pieces']", "nonsense")?;
    tab.until_text("#problems", "2 · Pieces in the load")?;
    tab.click("[id='parts.1-head']")?;
    tab.until_shown("[id='parts.1.shape']")?;
    tab.click("#problems [data-focus='parts.2.pieces']")?;
    tab.until("the row is open at its field", "document.activeElement.id === 'parts.2.pieces'")?;
    tab.reload()?;
    tab.until_text("#problems", "2 · Pieces in the load")?;
    tab.click("[id='parts.2-head']")?;
    tab.click("[data-row-remove='parts.2']")?;
    tab.until("one row is left", "document.querySelectorAll('#parts-rows .row').length === 1")?;
    tab.until_shown("#answer")?;
    assert_eq!(tab.console()?, Vec::<String>::new());
    Ok(())
}

#[test]
fn a_table_becomes_rows_after_it_was_looked_at() -> Outcome {
    let tab = Visitor::default().visit("part-area/#v=1&lang=zh&units=metric")?;
    tab.until_shown("#answer")?;
    let path = file(
        &tab,
        "rfq.csv",
        "形状;螺纹规格;长度 (mm);数量;颜色\n平垫圈;M6;;1000;红\n六角头螺栓;M7;30;50;\n".as_bytes(),
    )?;
    tab.give_file("#parts-import", &path)?;
    tab.until_text("#parts-preview", "未采用的列：颜色")?;
    tab.until_text("#parts-preview", "M7")?;
    assert_eq!(tab.count("#parts-rows .row")?, 0, "nothing is taken over yet");
    tab.click("#parts-take")?;
    // A row of which something was left out is another part: it is told and not taken over.
    tab.until("the row", "document.querySelectorAll('#parts-rows .row').length === 1")?;
    until_address_has(&tab, "parts=shape,thread,pieces;washer,M6,1000")?;
    tab.until(
        "the preview is gone",
        "document.querySelector('#parts-preview').textContent === ''",
    )?;
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, (head, value)) in [
        (0, ("形状", "圆片")),
        (1, ("Diameter (mm)", "40")),
        (2, ("件数", "30")),
        (3, ("Thickness (mm)", "2")),
    ] {
        let written = sheet
            .write(0, column, head)
            .and_then(|sheet| sheet.write(1, column, value))
            .map(|_| ());
        written.map_err(|why| Failure::new(why.to_string()))?;
    }
    let path = file(
        &tab,
        "rfq.xlsx",
        &workbook.save_to_buffer().map_err(|why| Failure::new(why.to_string()))?,
    )?;
    tab.give_file("#parts-import", &path)?;
    tab.until_text("#parts-preview", "数据行：1")?;
    tab.click("#parts-take")?;
    tab.until("the second row", "document.querySelectorAll('#parts-rows .row').length === 2")?;
    until_address_has(&tab, "disc")?;
    let path = file(&tab, "other.csv", b"nothing,of,that,sort\n1,2,3,4\n")?;
    tab.give_file("#parts-import", &path)?;
    tab.until_shown("#parts-preview ul.bad")?;
    tab.click("#parts-preview button")?;
    assert_eq!(tab.count("#parts-rows .row")?, 2);
    assert_eq!(tab.console()?, Vec::<String>::new());
    Ok(())
}
