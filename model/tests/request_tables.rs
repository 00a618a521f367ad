//! Tables of requests as people send them: nothing that was not asked for has a price, and what is guessed, dropped or read in a special way stands at its row,
//! also in the file that goes out. The tables are made after public questions of people who quote; what each has to become is said there.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use platewise_model::calculator::{Kind, find};
use platewise_model::import::{Encoding, decode};
use platewise_model::quotation::batch::{Batch, Priced, price};
use platewise_model::quotation::sheet::{rows, workbook};
use platewise_model::report::format::Reader;
use platewise_model::request::table::{Refused, import, of_text_bytes, of_workbook};
use platewise_model::words::Language;
use rust_xlsxwriter::{Formula, Workbook};
use serde_json::Map;
use std::io::{Cursor, Read as _, Write as _};
use std::time::Instant;

#[track_caller]
fn priced(table: &str) -> Batch {
    priced_bytes(table.as_bytes())
}

#[track_caller]
fn priced_bytes(table: &[u8]) -> Batch {
    price(&Map::new(), &of_text_bytes(table)).unwrap()
}

fn problems(row: &Priced) -> String {
    row.problems_for(Reader::default())
}

fn notes(row: &Priced) -> String {
    row.notes_for(Reader::default())
}

fn about(batch: &Batch) -> String {
    batch.about(Reader::default()).join(" ")
}

fn unit_price(row: &Priced) -> f64 {
    row.offered
        .first()
        .unwrap_or_else(|| panic!("row {} has no price: {}", row.row, problems(row)))
        .unit_price
}

/// Pieces of all quantities that have a price.
fn pieces(row: &Priced) -> Vec<f64> {
    assert!(row.problems.is_empty(), "row {}: {}", row.row, problems(row));
    row.offered.iter().map(|one| one.pieces).collect()
}

const HEAD: &str = "Name,Shape,Thread,Length (mm),Coating,Qty\n";
const SOUND: &str = "Name,Shape,Thread,Length (mm),Coating,Qty\nA,hex_bolt,M8,30,Fe/Zn 8,10000\n";

fn reference_price() -> f64 {
    unit_price(&priced(SOUND).rows[0])
}

/// The row asks for the same as that of [`SOUND`].
#[track_caller]
fn assert_is_reference(row: &Priced) {
    assert!(
        (unit_price(row) - reference_price()).abs() < 1e-9,
        "row {}: {} and not {}",
        row.row,
        unit_price(row),
        reference_price()
    );
}

#[test]
fn rows_that_leave_something_open_have_no_price_and_say_what() {
    let batch = priced(
        "Drawing no,Shape,Thread,Length (mm),Coating,Qty\nA-1,hex_bolt,M8,,Fe/Zn 8,10000\nA-2,plate,,,Fe/Zn 8,10000\nA-3,,,,,\nA-4,hex_bolt,M8,30,,\nA-5,hex_bolt,,30,Fe/Zn 8,10000\nA-6,hex_bolt,M8,30,Fe/Zn 8,10000\n",
    );
    let expected: [&[&str]; 6] = [
        &["Length: Missing."],
        &["Length", "Width", "Thickness of the part"],
        &["Shape", "Quantit", "Designation"],
        &["Quantit", "Designation"],
        &["Thread: Missing."],
        &[],
    ];
    for (row, words) in batch.rows.iter().zip(expected) {
        assert_eq!(row.offered.is_empty(), !words.is_empty(), "row {}", row.row);
        for word in words {
            assert!(
                problems(row).contains(word)
                    || *word == "Designation" && problems(row).contains("oating"),
                "row {}: {}",
                row.row,
                problems(row)
            );
        }
    }
    assert_eq!(batch.priced(), 1);
    // Sizes of the other shapes, by what a person has to say of them.
    for (shape, head, cells) in [
        ("rod", "Diameter (mm),Length (mm)", "10,100"),
        ("tube", "Outer diameter (mm),Inner diameter (mm),Length (mm)", "25,21,200"),
        ("disc", "Diameter (mm),Thickness of the part (mm)", "50,3"),
        ("washer", "Thread", "M8"),
        ("hex_nut", "Thread", "M8"),
        ("box", "Length (mm),Width (mm),Height (mm)", "60,40,30"),
        ("by_mass", "area_m2_per_kg,Mass of a piece (g)", "0.11,20"),
    ] {
        let whole = priced(&format!("Shape,Coating,Qty,{head}\n{shape},A3C,5000,{cells}\n"));
        assert!(problems(&whole.rows[0]).is_empty(), "{shape}: {}", problems(&whole.rows[0]));
        for place in 0..cells.split(',').count() {
            let without: Vec<&str> = cells
                .split(',')
                .enumerate()
                .map(|(at, cell)| if at == place { "" } else { cell })
                .collect();
            let lacking = priced(&format!(
                "Shape,Coating,Qty,{head}\n{shape},A3C,5000,{}\n",
                without.join(",")
            ));
            assert!(
                problems(&lacking.rows[0]).contains("Missing."),
                "{shape} without cell {place}"
            );
        }
    }
}

#[test]
fn sum_rows_and_heads_that_come_again_are_skipped_and_told() {
    for sum in [
        "Total,,,,,15000",
        "合计,,,,,15000",
        "小计：,,,,,15000",
        "Grand total,,,,,15000",
        ",,,,Total:,15000",
        "TOTAL QTY,,,,,15000",
        "Sum,,,,,\"15,000\"",
        "总计,,,,,15000",
    ] {
        let batch = priced(&format!(
            "{SOUND}B,hex_bolt,M8,40,Fe/Zn 8,5000\n{sum}\n{HEAD}C,hex_bolt,M8,30,Fe/Zn 8,10000\n"
        ));
        assert_eq!((batch.rows.len(), batch.priced()), (3, 3), "{sum}");
        assert_eq!(
            batch.imported.skipped.iter().map(|row| row.row).collect::<Vec<_>>(),
            [4, 5],
            "{sum}"
        );
        let csv = rows::of_batch(&batch, Reader::default());
        assert!(
            csv.contains("A sum row, skipped.") && csv.contains("The heads once more, skipped."),
            "{csv}"
        );
    }
    let blank = priced(&format!("{SOUND},,,,,\n\nB,hex_bolt,M8,40,Fe/Zn 8,5000\n"));
    assert_eq!((blank.rows.len(), blank.rows[1].row), (2, 5));
    assert!(about(&blank).contains("skipped: 2."), "{}", about(&blank));
    let part = priced(&format!("{HEAD}Total cap,hex_bolt,M8,30,Fe/Zn 8,100\n"));
    assert_eq!(part.priced(), 1, "a part may be called so");
}

#[test]
fn quantities_are_read_as_people_write_them_and_told() {
    let table = "Name,Shape,Thread,Length (mm),Coating,Qty\nB1,hex_bolt,M8,30,A3C,\"10,000\"\nB2,hex_bolt,M8,30,A3C,10 000\nB3,hex_bolt,M8,30,A3C,5k\nB4,hex_bolt,M8,30,A3C,10000 pcs\nB5,hex_bolt,M8,30,A3C,1万\nB6,hex_bolt,M8,30,A3C,1000/5000/10000\nB7,hex_bolt,M8,30,A3C,10.000\nB8,hex_bolt,M8,30,A3C,\"1,000; 5,000\"\n";
    let batch = priced(table);
    let expected: [&[f64]; 6] = [
        &[10_000.0],
        &[10_000.0],
        &[5_000.0],
        &[10_000.0],
        &[10_000.0],
        &[1_000.0, 5_000.0, 10_000.0],
    ];
    for (row, expected) in batch.rows.iter().zip(expected) {
        assert_eq!(pieces(row), expected, "row {}", row.row);
        assert!(notes(row).contains("is read as"), "row {}: {}", row.row, notes(row));
    }
    assert!(
        problems(&batch.rows[6]).contains("can mean 10 or 10,000"),
        "{}",
        problems(&batch.rows[6])
    );
    assert_eq!(pieces(&batch.rows[7]), [1_000.0, 5_000.0]);
    for (head, cell, expected) in [
        ("数量（千件）", "10", 10_000.0),
        ("Qty (k)", "10", 10_000.0),
        ("数量(万)", "1.5", 15_000.0),
        ("Order quantity", "\"1,500\"", 1_500.0),
        ("Qty pcs", "1.5万", 15_000.0),
        ("Pieces", "2千件", 2_000.0),
        ("采购数量", "１２００", 1_200.0),
    ] {
        let batch = priced(&format!(
            "Shape,Thread,Length (mm),Coating,{head}\nhex_bolt,M8,30,A3C,{cell}\n"
        ));
        assert_eq!(pieces(&batch.rows[0]), [expected], "{head} {cell}");
    }
    for cell in [
        "about 1000",
        "1000-5000",
        "10000 pcs/year",
        "5 sets",
        "1000.5",
        "0",
        "-5",
        "TBD",
        "100 500",
    ] {
        let batch = priced(&format!("{HEAD}A,hex_bolt,M8,30,A3C,{cell}\n"));
        assert_eq!(batch.priced(), 0, "{cell}");
        assert!(
            problems(&batch.rows[0]).contains("Quantit"),
            "{cell}: {}",
            problems(&batch.rows[0])
        );
    }
}

#[test]
fn the_sheet_decides_the_decimal_sign_and_it_is_told() {
    let batch = priced(
        "Name;Shape;Thread;Length (mm);Width (mm);Thickness of the part (mm);Coating;Qty\nB1;hex_bolt;M8;30;;;A3C;1.500\nB2;hex_bolt;M8;30;;;A3C;10.000\nB3;hex_bolt;M8;30;;;A3C;2.000.000\nB4;hex_bolt;M8;30,0;;;A3C;1.500,00\nB5;plate;;1.250;100;2,5;A3C;100\n",
    );
    let found: Vec<f64> = batch.rows.iter().map(|row| pieces(row)[0]).collect();
    assert_eq!(found, [1_500.0, 10_000.0, 2_000_000.0, 1_500.0, 100.0]);
    assert!(
        notes(&batch.rows[1])
            .contains("“10.000” is read as 10,000: the sheet uses decimal commas."),
        "{}",
        notes(&batch.rows[1])
    );
    assert!(
        notes(&batch.rows[4]).contains("“1.250” is read as 1,250 mm"),
        "{}",
        notes(&batch.rows[4])
    );
    let csv = rows::of_batch(&batch, Reader::default());
    assert!(csv.contains("“10.000” is read as 10,000") && csv.contains("Decimal commas"), "{csv}");
    // The same in other clothes: tabs; the decimal comma in one size alone; quantities alone.
    for table in [
        "Shape\tThread\tLength (mm)\tCoating\tQty\nhex_bolt\tM8\t30,5\tA3C\t10.000\n",
        "Shape;Thread;Length (mm);Coating;Qty\nhex_bolt;M8;30;A3C;10.000\n",
    ] {
        assert_eq!(pieces(&priced(table).rows[0]), [10_000.0], "{table}");
    }
    // A sheet with decimal points says that 1.250 is a length, and that ten thousand pieces are not written so.
    let points = priced(
        "Shape,Thread,Length (mm),Coating,Qty\nhex_bolt,M8,30.5,A3C,\"10,000\"\nhex_bolt,M8,16.250,A3C,500\nhex_bolt,M8,30,A3C,10.000\n",
    );
    assert_eq!((pieces(&points.rows[0]), pieces(&points.rows[1])), (vec![10_000.0], vec![500.0]));
    assert!(points.rows[2].offered.is_empty());
    // A size that nothing decides is not guessed.
    let open = priced(
        "Shape;Thread;Length (mm);Coating;Qty\nhex_bolt;M8;1.250;A3C;500\nhex_bolt;M8;30;A3C;500\n",
    );
    assert!(
        problems(&open.rows[0]).contains("can mean 1.25 or 1,250"),
        "{}",
        problems(&open.rows[0])
    );
}

#[test]
fn units_of_heads_cells_and_rows_of_units_are_read() {
    let by_mil = priced(
        "Name,Shape,Length (in),Width (in),Thickness of the part (in),Thickness (mil),Qty\nP1,plate,4,3,0.125,1,1000\n",
    );
    let expected = unit_price(&by_mil.rows[0]);
    for table in [
        "Name,Shape,Length (in),Width (in),Thickness of the part (in),Thickness (in),Qty\nP1,plate,4,3,0.125,0.001,1000\n",
        "Name,Shape,Length (in),Width (in),Thickness of the part (in),Thickness [inch],Qty\nP1,plate,4,3,0.125,0.001,1000\n",
        "Name,Shape,Length (in),Width (in),Thickness of the part (in),Coating thickness / mils,Qty\nP1,plate,4,3,1/8,1,1000\n",
        "Name,Shape,Length,Width,Thickness of the part,Coating thickness,Qty\n,,in,in,in,mil,pcs\nP1,plate,4,3,0.125,1,1000\n",
        "Name,Shape,Length in inches,Width inch,Part thickness mm,Plating thickness μm,Qty\nP1,plate,4,3,3.175,25.4,1000\n",
        "名称,形状,长(mm),宽(mm),板厚(mm),膜厚μm,数量\nP1,板,101.6,76.2,3.175,25.4,1000\n",
        "名称,形状,长/cm,宽/cm,板厚/mm,镀层厚度（丝）,数量\nP1,板,10.16,7.62,3.175,2.54,1000\n",
        "Name,Shape,Length,Width,Part thickness,Coating thickness,Qty\nP1,plate,4 in,\"3\"\"\",0.125 in,1 mil,1000\n",
        "Name,Shape,Length,Width,Part thickness,Coating thickness,Qty\nP1,plate,10.16 cm,3 inches,1/8 in,0.0254 mm,1000\n",
        "Name,Shape,Length,Width,Part thickness,Coating thickness,Qty\nP1,plate,101.6毫米,7.62厘米,3.175 mm,25.4微米,1000\n",
        "Name,Shape,Length,Width,Part thickness,Coating thickness,Qty\nP1,plate,0.1016 m,0.25 ft,3175 um,2.54丝,1000\n",
        "Name,Shape,Length (ft),Width (m),Part thickness,Coating thickness (nm),Qty\nP1,plate,0.333333333333333333,0.0762,\"1/8\"\"\",25400,1000\n",
    ] {
        let batch = priced(table);
        assert!((unit_price(&batch.rows[0]) - expected).abs() < 1e-9, "{table}");
    }
    // A unit that is not known: no price, and the reason.
    for head in ["Thickness (furlong)", "厚度（尺）", "Length (pixels)", "Qty (boxes)"] {
        let table =
            format!("Shape,Thread,Length (mm),Coating,Qty,{head}\nhex_bolt,M8,30,A3C,1000,5\n");
        let batch = priced(&table);
        assert_eq!(batch.priced(), 0, "{head}");
        let words: String = head.split(['(', '（']).next().unwrap().to_owned();
        assert!(problems(&batch.rows[0]).contains(&words), "{head}: {}", problems(&batch.rows[0]));
        let blank = priced(&table.replace(",5\n", ",\n"));
        assert_eq!(blank.priced(), 1, "{head}: nothing stands in it");
    }
    // In a cell too, with the units that the column has, in both languages; a range asks which value is meant.
    for (cell, en, zh) in [
        (
            "8 kg",
            "Its units: µm, mil, µin, 丝, mm, in, nm.",
            "可用单位：µm、mil、µin、丝、mm、in、nm。",
        ),
        ("20 A/dm2", "This column has no unit “A/dm2”.", "该列不能使用单位“A/dm2”。"),
        ("8-12 um", "Which value is meant?", "请确认以哪个值为准"),
    ] {
        let row = &priced(&format!(
            "Shape,Thread,Length,Coating thickness,Qty\nhex_bolt,M8,30,{cell},1000\n"
        ))
        .rows[0];
        assert!(row.offered.is_empty() && problems(row).contains(en), "{cell}: {}", problems(row));
        let chinese = row.problems_for(Reader { language: Language::Zh, ..Reader::default() });
        assert!(chinese.contains(zh), "{cell}: {chinese}");
    }
    // A thickness in millimetres beside a width is that of the plate.
    let plate = priced("形状,长(mm),宽(mm),厚度(mm),镀层,数量\n板,100,50,2,Fe/Zn 8,1000\n");
    let same = priced("形状,长(mm),宽(mm),板厚(mm),镀层,数量\n板,100,50,2,Fe/Zn 8,1000\n");
    assert!((unit_price(&plate.rows[0]) - unit_price(&same.rows[0])).abs() < 1e-9);
    assert!(about(&plate).contains("厚度(mm)"), "{}", about(&plate));
}

/// What stands in another place than the cell counts too: a unit in a column of its own, a title that names the unit, price breaks in several columns.
#[test]
fn units_and_breaks_beside_the_cells_are_read() {
    let batch = priced(
        "Shape,Thread,Length (mm),Coating,Qty,Unit\nhex_bolt,M8,30,A3C,10,k\nhex_bolt,M8,30,A3C,10,kg\nhex_bolt,M8,30,A3C,10,pcs\nhex_bolt,M8,30,A3C,10,\n",
    );
    assert_eq!(
        (pieces(&batch.rows[0]), pieces(&batch.rows[2]), pieces(&batch.rows[3])),
        (vec![10_000.0], vec![10.0], vec![10.0])
    );
    assert!(
        problems(&batch.rows[1]).contains("“kg” is no number of pieces"),
        "{}",
        problems(&batch.rows[1])
    );
    let inches = priced(
        "All dimensions in inches,,,,,\nName,Shape,Thread,Length,Coating,Qty\nA,hex_bolt,M8,1.181102362,Fe/Zn 8,10000\n",
    );
    assert_is_reference(&inches.rows[0]);
    assert!(about(&inches).contains("“All dimensions in inches”"), "{}", about(&inches));
    assert!(
        about(&priced("Name,Shape,Thread,Length,Coating,Qty\nA,hex_bolt,M8,30,A3C,100\n"))
            .contains("“Length” names no unit: Length is taken in mm.")
    );
    let breaks = priced(
        "Name,Shape,Thread,Length (mm),Coating,Qty 1,Qty 2,Qty 3\nA,hex_bolt,M8,30,A3C,\"1,000\",5k,10000\nB,hex_bolt,M8,30,A3C,1000,,\n",
    );
    assert_eq!(
        (pieces(&breaks.rows[0]), pieces(&breaks.rows[1])),
        (vec![1_000.0, 5_000.0, 10_000.0], vec![1_000.0])
    );
    let code = priced(
        "Shape,Thread,Length (mm),Coating,Thickness (um),Qty\nhex_bolt,M8,30,Fe/Zn 8,12,1000\nhex_bolt,M8,30,Fe/Zn 8,8,1000\n",
    );
    assert!(
        code.rows[0].offered.is_empty()
            && problems(&code.rows[0])
                .contains("The code says 8 µm, the column of the thickness 12 µm."),
        "{}",
        problems(&code.rows[0])
    );
    assert!(!code.rows[1].offered.is_empty());
}

#[test]
fn titles_above_the_heads_are_told() {
    let batch = priced(
        "Request for quotation 2026-17,,,,,\nCustomer: ACME,,,,,\n,,,,,\nDrawing no,Shape,Thread,Length (mm),Coating,Qty\nA,hex_bolt,M8,30,Fe/Zn 8,10000\n",
    );
    assert_is_reference(&batch.rows[0]);
    assert_eq!(batch.rows[0].row, 5);
    assert!(
        about(&batch).contains("row 4") && about(&batch).contains("Qty → Quantit"),
        "{}",
        about(&batch)
    );
    let batch = priced(
        "询价单\n供应商：某某电镀\n日期,2026-11-28\n图号,类型,规格,长(mm),镀层,数量\nA,六角螺栓,M8,30,Fe/Zn 8,10000\n",
    );
    assert_is_reference(&batch.rows[0]);
}

fn book(sheets: &[(&str, &[&[&str]])]) -> Vec<u8> {
    let mut workbook = Workbook::new();
    for (name, lines) in sheets {
        let sheet = workbook.add_worksheet();
        sheet.set_name(*name).unwrap();
        for (row, line) in (0..).zip(*lines) {
            for (column, cell) in (0..).zip(*line) {
                match cell.parse::<f64>() {
                    Ok(number) => sheet.write_number(row, column, number).unwrap(),
                    Err(_) => sheet.write_string(row, column, *cell).unwrap(),
                };
            }
        }
    }
    workbook.save_to_buffer().unwrap()
}

const HEADS: &[&str] = &["Drawing no", "Shape", "Thread", "Length (mm)", "Coating", "Qty"];

#[test]
fn the_sheet_of_a_workbook_with_heads_is_taken_and_told() {
    let parts: &[&[&str]] = &[HEADS, &["A", "hex_bolt", "M8", "30", "Fe/Zn 8", "10000"]];
    let cover: &[&[&str]] =
        &[&["Request for quotation"], &["Customer", "ACME"], &["Name", "A. Buyer"]];
    let file = book(&[("Cover", cover), ("Parts", parts), ("Notes", &[&["Thanks"]])]);
    let batch = price(&Map::new(), &of_workbook(&file).unwrap()).unwrap();
    assert_is_reference(&batch.rows[0]);
    assert!(about(&batch).contains("Sheet: “Parts”."), "{}", about(&batch));
    let two =
        price(&Map::new(), &of_workbook(&book(&[("Lot 1", parts), ("Lot 2", parts)])).unwrap())
            .unwrap();
    assert!(
        about(&two).contains("Lot 1") && about(&two).contains("not read: Lot 2"),
        "{}",
        about(&two)
    );
    // Numbers that a workbook stores are what they are: 1.125 inches beside ten pieces.
    let inches = book(&[(
        "Parts",
        &[
            &["Shape", "Thread", "Length (in)", "Coating", "Qty"],
            &["hex_bolt", "M8", "1.125", "A3C", "10"],
            &["hex_bolt", "M8", "2", "A3C", "20"],
        ],
    )]);
    let batch = price(&Map::new(), &of_workbook(&inches).unwrap()).unwrap();
    assert_eq!(batch.imported.rows[0]["length_mm"].text, "1.125");
    assert_eq!(batch.priced(), 2);
}

/// As libraries write them that do not compute: the formula and no value.
#[test]
fn formulas_without_a_stored_value_are_told_and_have_no_price() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (column, head) in (0..).zip(HEADS) {
        sheet.write_string(0, column, *head).unwrap();
    }
    for row in [1, 2] {
        for (column, cell) in (0..).zip(["A", "hex_bolt", "M8", "30", "Fe/Zn 8", "10000"]) {
            sheet.write_string(row, column, cell).unwrap();
        }
    }
    sheet.write_formula(2, 3, Formula::new("15*2").set_result("HERE")).unwrap();
    sheet.write_formula(2, 5, Formula::new("5*2000").set_result("10000")).unwrap();
    let file = workbook.save_to_buffer().unwrap();
    let emptied =
        with_sheet(&file, |xml| xml.replace(r#" t="str""#, "").replace("<v>HERE</v>", "<v></v>"));
    let batch = price(&Map::new(), &of_workbook(&emptied).unwrap()).unwrap();
    assert_is_reference(&batch.rows[0]);
    assert!(
        batch.rows[1].offered.is_empty()
            && problems(&batch.rows[1]).contains("formula without a stored value"),
        "{}",
        problems(&batch.rows[1])
    );
    let gone = with_sheet(&file, |xml| xml.replace(r#" t="str""#, "").replace("<v>HERE</v>", ""));
    assert_eq!(price(&Map::new(), &of_workbook(&gone).unwrap()).unwrap().priced(), 1);
    // With its value it is a number like any other.
    let stored =
        with_sheet(&file, |xml| xml.replace(r#" t="str""#, "").replace("<v>HERE</v>", "<v>30</v>"));
    let batch = price(&Map::new(), &of_workbook(&stored).unwrap()).unwrap();
    assert_is_reference(&batch.rows[1]);
}

fn with_sheet(file: &[u8], change: impl Fn(String) -> String) -> Vec<u8> {
    let (mut from, mut to) = (
        zip::ZipArchive::new(Cursor::new(file)).unwrap(),
        zip::ZipWriter::new(Cursor::new(Vec::new())),
    );
    for place in 0..from.len() {
        let mut entry = from.by_index(place).unwrap();
        let name = entry.name().unwrap().to_string();
        let mut text = String::new();
        entry.read_to_string(&mut text).unwrap();
        to.start_file(&*name, zip::write::SimpleFileOptions::default()).unwrap();
        to.write_all(if name.contains("sheet1.xml") { change(text) } else { text }.as_bytes())
            .unwrap();
    }
    to.finish().unwrap().into_inner()
}

#[test]
fn sizes_and_words_are_read_as_requests_write_them() {
    let expected = reference_price();
    for (head, row) in [
        ("品名,规格,数量,镀层", "六角螺栓,M8*30,10000,Fe/Zn 8"),
        ("品名,规格,数量,镀层", "外六角螺栓,M8×30,1万,Fe/Zn 8"),
        ("品名,规格型号,数量(件),表面处理", "六角头螺栓,M8x1.25x30,10000件,Fe/Zn 8"),
        ("Description,Size,Quantity,Finish", "Hex bolt,M8 x 30 mm,10000 pcs,Fe/Zn 8"),
        ("Item,Qty,Plating", "Hex bolt M8x30,10000,Fe/Zn 8"),
        ("标准,规格,数量,镀层", "GB/T 5783,M8*30,10000,Fe/Zn 8"),
        ("名称,螺纹规格,长度mm,数量,镀层", "六角螺栓,M8X1.25,30,10000,Fe/Zn 8"),
        ("Shape,Thread,Length (in),Qty,Coating", "hex_bolt,M8x1.25,1.181102362,10000,Fe/Zn 8"),
    ] {
        let batch = priced(&format!("{head}\n{row}\n"));
        assert!((unit_price(&batch.rows[0]) - expected).abs() < 1e-9, "{head}: {row}");
    }
    let batch = priced(
        "品名,规格,数量,镀层\n六角螺栓,M8*30,10000,镀锌 8μm\n六角螺栓,M10×40,5000,A3C\n螺母,M8,20000,Fe/Ep·Zn8·c2C\n弹簧垫圈,M8,1000,A3C\n",
    );
    assert!(unit_price(&batch.rows[1]) > 0.0 && unit_price(&batch.rows[2]) > 0.0);
    assert_eq!(batch.imported.rows[2]["shape"].text, "hex_nut");
    assert!(
        notes(&batch.rows[1]).contains("“M10×40” is read as M10 × 40 mm"),
        "{}",
        notes(&batch.rows[1])
    );
    assert!(
        notes(&batch.rows[2]).contains("“螺母” is read as Hexagon nut"),
        "{}",
        notes(&batch.rows[2])
    );
    // Zinc in words is read where such words are known, and is a reason otherwise; it is never silently something else.
    if batch.rows[0].offered.is_empty() {
        assert!(!problems(&batch.rows[0]).is_empty());
    } else {
        assert!((unit_price(&batch.rows[0]) - expected).abs() < 1e-9);
    }
    assert!(
        batch.rows[3].offered.is_empty() && problems(&batch.rows[3]).contains("Shape"),
        "a spring washer is no flat one: {}",
        problems(&batch.rows[3])
    );
    // A fine pitch changes the thread, a thread that is not known has no price.
    let batch = priced(
        "Name,Shape,Thread,Length (in),Coating,Qty\nB1,hex_bolt,1/4-20,1,A3C,10000\nB2,hex_bolt,M8x1.25,1,A3C,10000\nB3,hex_bolt,M10x1,1,A3C,10000\nB4,hex_bolt,M7,1,A3C,10000\n",
    );
    assert!(!batch.rows[1].offered.is_empty() && !batch.rows[2].offered.is_empty());
    assert_eq!(
        (
            batch.imported.rows[2]["thread"].text.as_str(),
            batch.imported.rows[2]["pitch_mm"].text.as_str()
        ),
        ("M10", "1")
    );
    assert!(
        batch.rows[0].offered.is_empty() == problems(&batch.rows[0]).contains("1/4-20"),
        "{}",
        problems(&batch.rows[0])
    );
    assert!(problems(&batch.rows[3]).contains("M7"));
    let plates = priced("品名,规格,数量,镀层\n板,100×50×2,1000,A3C\n圆棒,φ20*100,1000,A3C\n");
    assert_eq!(plates.priced(), 2, "{} {}", problems(&plates.rows[0]), problems(&plates.rows[1]));
    assert_eq!(plates.imported.rows[0]["thickness_mm"].text, "2");
}

#[test]
fn utf16_and_gbk_are_read_as_utf8_is() {
    let table = "图号\t类型\t规格\t长(mm)\t镀层\t数量\nA\t六角螺栓\tM8\t30\tFe/Zn 8\t10000\n";
    let gbk = {
        let bytes = encoding_rs::GB18030.encode(table).0.into_owned();
        assert_eq!(decode(&bytes).encoding, Encoding::Gb18030);
        bytes
    };
    let little: Vec<u8> = table.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = table.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for (bytes, told) in [
        (table.as_bytes().to_vec(), ""),
        ([b"\xEF\xBB\xBF", table.as_bytes()].concat(), ""),
        ([b"\xFF\xFE", little.as_slice()].concat(), "UTF-16 LE"),
        ([b"\xFE\xFF", big.as_slice()].concat(), "UTF-16 BE"),
        (little, "UTF-16 LE"),
        (big, "UTF-16 BE"),
        (gbk, "GBK"),
    ] {
        let batch = priced_bytes(&bytes);
        assert_is_reference(&batch.rows[0]);
        assert!(about(&batch).contains(told));
    }
}

#[test]
fn what_is_in_doubt_in_a_row_gives_it_no_price() {
    let one = |table: &str| {
        let batch = priced(table);
        (batch.priced(), batch.rows.iter().map(problems).collect::<Vec<_>>().join("|"))
    };
    // An unbalanced quotation mark swallows no rows.
    let (priced_rows, told) = one(&format!(
        "{HEAD}\"A,hex_bolt,M8,30,Fe/Zn 8,10000\nB,hex_bolt,M8,30,Fe/Zn 8,10000\nC,hex_bolt,M8,30,Fe/Zn 8,10000\n"
    ));
    assert_eq!(priced_rows, 2, "{told}");
    assert!(told.contains("quotation mark"), "{told}");
    // A thousand parted by a comma that nobody put in quotation marks.
    let (priced_rows, told) = one(&format!("{HEAD}A,hex_bolt,M8,30,Fe/Zn 8,10,000\n"));
    assert!(priced_rows == 0 && told.contains("beyond the last head"), "{told}");
    // Two columns for one field: where they agree, or one is blank, it has a price.
    let two = "Shape,Thread,Length (mm),Coating,Qty,Quantity\nhex_bolt,M8,30,A3C,1000,1000\nhex_bolt,M8,30,A3C,1000,2000\nhex_bolt,M8,30,A3C,,2000\n";
    let batch = priced(two);
    assert_eq!(
        batch.rows.iter().map(|row| row.offered.is_empty()).collect::<Vec<_>>(),
        [false, true, false]
    );
    assert!(
        problems(&batch.rows[1]).contains("say different things")
            && about(&batch).contains("Several columns"),
        "{}",
        about(&batch)
    );
    let (priced_rows, told) =
        one("Shape,Size,Length (mm),Coating,Qty\nhex_bolt,M8x30,40,A3C,1000\n");
    assert!(priced_rows == 0 && told.contains("different things"), "{told}");
    let (priced_rows, _) = one(
        "Shape,Thread,Length (mm),Thickness (um),Thickness (mil),Qty\nhex_bolt,M8,30,8,0.315,1000\n",
    );
    assert_eq!(priced_rows, 1, "8 µm and 0.315 mil are the same");
    // Columns that decide a price and are not understood.
    let (priced_rows, told) =
        one("Shape,Thread,Length (mm),Coating,Qty,Layer min\nhex_bolt,M8,30,A3C,1000,12\n");
    assert!(priced_rows == 0 && told.contains("Layer min"), "{told}");
    let (priced_rows, _) = one(
        "Shape,Thread,Length (mm),Coating,Qty,Remarks,Due\nhex_bolt,M8,30,A3C,1000,call first,2026-12-01\n",
    );
    assert_eq!(priced_rows, 1);
    // A code for another deposit than the shop's process plates.
    let (priced_rows, told) =
        one("Shape,Thread,Length (mm),Coating,Qty\nhex_bolt,M8,30,P5C,1000\n");
    assert!(priced_rows == 0 && told.contains("another deposit"), "{told}");
    // A part of the code that is not understood takes no price away, as in a quote: the row says that it is not in it.
    let batch =
        priced("Shape,Thread,Length (mm),Coating,Qty\nhex_bolt,M8,30,Fe/Zn 8/C/XYZ9,1000\n");
    let told = batch.rows[0].notes_for(Reader::default());
    assert!(batch.priced() == 1 && told.contains("not read and not priced: XYZ9"), "{told}");
    // Where nothing of it is understood, nothing says how thick.
    let (priced_rows, told) =
        one("Shape,Thread,Length (mm),Coating,Qty\nhex_bolt,M8,30,XYZ9,1000\n");
    assert!(priced_rows == 0 && told.contains("Thickness: Missing."), "{told}");
    // A name alone.
    let (priced_rows, told) = one(&format!("{HEAD}Bracket left,,,,,\n"));
    assert!(priced_rows == 0 && told.contains("Shape: Missing."), "{told}");
    let (priced_rows, told) = one("Name,Qty,Coating\nBracket left,1000,A3C\n");
    assert!(priced_rows == 0 && told.contains("“Bracket left” is no shape known here"), "{told}");
}

#[test]
fn problems_and_notes_stand_at_their_rows_in_what_goes_out() {
    let batch = priced(&format!(
        "{HEAD}A,hex_bolt,M8,30,Fe/Zn 8,5k\nB,hex_bolt,M8,,Fe/Zn 8,1000/5000\nTotal,,,,,6000\n"
    ));
    for (language, note, missing, sum) in [
        (Language::En, "“5k” is read as 5,000.", "Length: Missing.", "A sum row, skipped."),
        (Language::Zh, "“5k”读作 5,000。", "长度：缺失。", "合计行，已跳过。"),
    ] {
        let reader = Reader { language, ..Reader::default() };
        let csv = rows::of_batch(&batch, reader);
        let line = |row: &str| csv.lines().find(|line| line.starts_with(row)).unwrap().to_owned();
        assert!(
            line("2,").contains(note)
                && line("3,").contains(missing)
                && line("3,").contains("1000 / 5000")
                && line("4,").contains(sum),
            "{csv}"
        );
        let file = workbook::of_batch(&batch, reader).unwrap();
        let cells = of_workbook(&file).unwrap()[0].texts();
        let row = |number: &str| cells.iter().find(|row| row[0] == number).unwrap().join("|");
        assert!(
            row("2").contains(note) && row("3").contains(missing) && row("4").contains(sum),
            "{cells:?}"
        );
    }
}

/// A quote of one line asks and warns; the same row of a table says it too, in what goes out.
#[test]
fn notes_of_a_row_hold_what_a_quote_of_it_says() {
    for (head, code, expected) in [
        ("Coating", "彩锌 8-12um", &["Which is meant?"][..]),
        ("Coating", "镀锌 1丝", &["Many who write it mean 1 µm"]),
        ("Coating,Passivate", "A3C,trivalent_clear", &["asks for another passivation"]),
        ("Coating", "A3C", &["Cr(VI)", "RoHS", "ELV"]),
        ("Coating", "镀锌 8μm", &["passivation not named", "Trivalent, clear or blue"]),
        ("Coating", "Fe/Zn 8", &["passivation not named", "Trivalent, clear or blue"]),
        ("Thickness (um)", "8", &["passivation not named", "Trivalent, clear or blue"]),
    ] {
        let batch =
            priced(&format!("Shape,Thread,Length (mm),Qty,{head}\nhex_bolt,M8,30,10000,{code}\n"));
        assert_eq!(batch.priced(), 1, "{code}: {}", problems(&batch.rows[0]));
        let told = notes(&batch.rows[0]);
        for words in expected {
            assert!(told.contains(words), "{code}: {told}");
        }
        assert!(!told.contains("Line 1"), "{told}");
        assert!(rows::of_batch(&batch, Reader::default()).contains(expected[0]), "{code}");
        let zh = batch.rows[0].notes_for(Reader { language: Language::Zh, ..Reader::default() });
        assert!(!zh.contains("第 1 项"), "{zh}");
    }
    // Where the passivation is named, nothing is assumed.
    let named = priced(
        "Shape,Thread,Length (mm),Qty,Coating,Passivate\nhex_bolt,M8,30,10000,Fe/Zn 8,trivalent_black\n",
    );
    assert!(!notes(&named.rows[0]).contains("not named"), "{}", notes(&named.rows[0]));
}

/// A column that may change the price is read, or the row has no price; any other text that is left out stands in the notes of its row.
#[test]
fn columns_beside_the_request_are_read_or_refused_or_told() {
    let of = |head: &str, cell: &str| {
        priced(&format!(
            "Shape,Thread,Length (mm),Coating,Qty,{head}\nhex_bolt,M8,30,Fe/Zn 8,10000,{cell}\n"
        ))
    };
    // The bake of a hard steel costs the same under every head.
    let baked = unit_price(&of("Hardness (HRC)", "39").rows[0]);
    assert!(baked > reference_price());
    for (head, cell) in [
        ("HRC", "39"),
        ("Hardness HRC", "39"),
        ("硬度", "39"),
        ("硬度(HRC)", "39 HRC"),
        ("hardness_hrc", "39"),
    ] {
        assert!((unit_price(&of(head, cell).rows[0]) - baked).abs() < 1e-9, "{head}");
    }
    let strong = unit_price(&of("Tensile strength of the steel (MPa)", "1250").rows[0]);
    assert!(strong > reference_price());
    for head in [
        "Tensile (MPa)",
        "Rm MPa",
        "Rm (N/mm²)",
        "Rm",
        "UTS (MPa)",
        "Strength (MPa)",
        "抗拉强度(MPa)",
        "Tensile strength",
    ] {
        assert!((unit_price(&of(head, "1250").rows[0]) - strong).abs() < 1e-9, "{head}");
    }
    let sealed = unit_price(&of("top_coat", "sealer").rows[0]);
    assert!(sealed > reference_price());
    for (head, cell) in [("Sealer", "yes"), ("封闭", "是"), ("Sealing", "Y"), ("封闭", "封闭剂")]
    {
        assert!((unit_price(&of(head, cell).rows[0]) - sealed).abs() < 1e-9, "{head} {cell}");
    }
    ["no", "-", "无"].iter().for_each(|cell| assert_is_reference(&of("Sealer", cell).rows[0]));
    assert_eq!(of("Sealer", "Torque'n Tension").priced(), 0);
    // A second designation that says another thing, and one alone.
    assert_eq!(of("Plating spec", "Fe/Zn 25").priced(), 0);
    let alone =
        priced("Shape,Thread,Length (mm),Plating spec,Qty\nhex_bolt,M8,30,Fe/Zn 25,10000\n");
    assert!(unit_price(&alone.rows[0]) > reference_price());
    for (head, cell) in [
        ("Property class", "12.9"),
        ("Grade", "10.9"),
        ("性能等级", "12.9级"),
        ("Bake", "4 h"),
        ("去氢", "是"),
        ("Dehydrogenation", "yes"),
        ("Hydrogen embrittlement relief", "200 °C"),
        ("Colour", "black"),
        ("颜色", "黑"),
        ("Masking", "thread"),
        ("Unplated area (dm2)", "0.2"),
        ("Rack or barrel", "rack"),
        ("挂镀/滚镀", "挂镀"),
        ("Salt spray (h)", "96"),
        ("盐雾时间", "72"),
        ("Hardness (HV)", "390"),
        ("Core hardness", "39"),
        ("Material grade", "12.9"),
        ("Lubricant", "wax"),
        ("Stress relief", "yes"),
        ("Plating method", "rack"),
        ("Method", "rack"),
    ] {
        let batch = of(head, cell);
        let told = problems(&batch.rows[0]);
        assert!(
            batch.priced() == 0 && told.contains(head) && told.contains(cell),
            "{head}: {told}"
        );
    }
    for (head, cell) in [
        ("Remarks", "call first"),
        ("Note", "see drawing"),
        ("Due date", "2026-12-01"),
        ("Order number", "PO 17"),
        ("Supplier", "ACME"),
        ("Tracking no", "T-1"),
        ("Bracket", "left"),
        ("Material grade", "Q235"),
        ("Property class", "8.8"),
        ("性能等级", "4.8级"),
        ("Bake", "no"),
    ] {
        let batch = of(head, cell);
        assert_is_reference(&batch.rows[0]);
        let csv = rows::of_batch(&batch, Reader::default());
        let line = csv.lines().find(|line| line.starts_with("2,")).unwrap();
        assert!(
            line.contains("is not considered") && line.contains(head) && line.contains(cell),
            "{head}: {line}"
        );
    }
}

#[test]
fn marks_of_inches_in_heads_are_units() {
    for head in [
        "Length (\")",
        "Length (″)",
        "Length ('')",
        "Length \"",
        "Length″",
        "Length [”]",
        "长度(″)",
        "Length, \"",
        "Length/\"",
        "Länge (Zoll)",
    ] {
        let batch = priced(&format!(
            "Shape\tThread\t{head}\tCoating\tQty\nhex_bolt\tM8\t1.181102362\tFe/Zn 8\t10000\n"
        ));
        assert!(batch.priced() == 1, "{head}: {} {}", problems(&batch.rows[0]), about(&batch));
        assert_is_reference(&batch.rows[0]);
    }
    for head in ["Length (%)", "Length %", "Length (€)", "Length (°)", "长度（‰）"] {
        let batch = priced(&format!(
            "Shape\tThread\t{head}\tCoating\tQty\nhex_bolt\tM8\t30\tFe/Zn 8\t10000\n"
        ));
        assert_eq!(batch.priced(), 0, "{head}");
    }
}

#[test]
fn ranges_say_nothing_of_the_decimal_sign() {
    for range in ["30.0-30.5", "30.0 - 30.5", "30.0–30.5", "30.0 30.5", "30.0~30.5", "30.0/30.5"]
    {
        let batch = priced(&format!(
            "Shape,Thread,Length (mm),Coating,Qty\nhex_bolt,M8,31.250,A3C,500\nhex_bolt,M8,{range},A3C,500\n"
        ));
        assert_eq!(
            batch.rows.iter().map(|row| row.offered.is_empty()).collect::<Vec<_>>(),
            [false, true],
            "{range}"
        );
        assert_eq!(batch.imported.rows[0]["length_mm"].text, "31.250", "{range}");
        assert!(!about(&batch).contains("Decimal commas"), "{range}: {}", about(&batch));
    }
}

#[test]
fn codes_are_read_by_the_decimal_sign_of_their_sheet() {
    let table = |length: &str, code: &str| {
        priced(&format!(
            "Shape;Thread;Length (mm);Coating;Qty\nhex_bolt;M8;{length};{code};10000\n"
        ))
    };
    let expected = unit_price(&table("30.5", "Fe/Zn 7.5").rows[0]);
    for code in ["Fe/Zn 7,5", "Fe/Zn７，５"] {
        let batch = table("30,5", code);
        assert!(
            (unit_price(&batch.rows[0]) - expected).abs() < 1e-9,
            "{code}: {}",
            unit_price(&batch.rows[0])
        );
        assert!(notes(&batch.rows[0]).contains("is read as Fe/Zn"), "{}", notes(&batch.rows[0]));
    }
    // The code itself shows it, where no other cell says another thing.
    assert!(
        (unit_price(&table("30", "Fe/Zn 7,5").rows[0])
            - unit_price(&table("30", "Fe/Zn 7.5").rows[0]))
        .abs()
            < 1e-9
    );
}

#[test]
fn words_of_choices_and_shapes_are_read_and_told() {
    let of = |head: &str, cell: &str| {
        priced(&format!(
            "Shape,Thread,Length (mm),Coating,Qty,{head}\nhex_bolt,M8,30,Fe/Zn 8,10000,{cell}\n"
        ))
    };
    for (head, cell, id) in [
        ("Passivate", "黑色", "trivalent_black"),
        ("钝化", "彩色", "trivalent_iridescent"),
        ("Passivation", "三价黑色", "trivalent_black"),
        ("Passivate", "blue", "trivalent_clear"),
    ] {
        let batch = of(head, cell);
        assert_eq!(batch.imported.rows[0]["passivate"].text, id, "{cell}");
        assert!(
            batch.priced() == 1
                && notes(&batch.rows[0]).contains(&format!("“{cell}” is read as Trivalent")),
            "{}",
            notes(&batch.rows[0])
        );
    }
    assert_eq!(of("计价单位", "公斤").imported.rows[0]["price_unit"].text, "kg");
    let german = priced(
        "Bezeichnung;Gewinde;Länge (mm);Beschichtung;Menge\nSechskantschraube;M8;30;Fe/Zn 8;10000\n",
    );
    assert_is_reference(&german.rows[0]);
}

/// A head that may be for the part or for the coating: what the cells say decides, and what stays open has no price.
#[test]
fn cells_decide_what_a_standard_or_a_thickness_is_of() {
    let of = |heads: &str, cells: &str| priced(&format!("{heads}\n{cells}\n"));
    // A bolt has no thickness of metal: in millimetres it may be the coating's.
    for (heads, cells) in [
        ("Shape,Thread,Length (mm),Qty,Thickness (mm)", "hex_bolt,M8,30,10000,0.008"),
        (
            "Shape,Thread,Length (mm),Qty,Coating,Thickness (mm)",
            "hex_bolt,M8,30,10000,Fe/Zn 8,0.012",
        ),
        ("形状,螺纹,长度(mm),数量,镀层,厚度(mm),宽度(mm)", "六角螺栓,M8,30,10000,Fe/Zn 8,0.012,"),
    ] {
        let batch = of(heads, cells);
        assert!(
            batch.priced() == 0
                && problems(&batch.rows[0]).contains("If it is that of the coating"),
            "{heads}: {}",
            problems(&batch.rows[0])
        );
    }
    // A size that a shape does not have is told.
    let batch =
        of("Shape,Thread,Length (mm),Width (mm),Qty,Coating", "hex_bolt,M8,30,13,10000,Fe/Zn 8");
    assert_is_reference(&batch.rows[0]);
    assert!(
        notes(&batch.rows[0]).contains("Width: “13” is not considered"),
        "{}",
        notes(&batch.rows[0])
    );
    // Standards of coatings under a head that may be for a part.
    for (heads, cells) in [
        ("Shape,Thread,Length (mm),Coating,Qty,Standard", "hex_bolt,M8,30,Fe/Zn 8,10000,ISO 2081"),
        (
            "Item,Thread,Length (mm),Coating,Qty,Standard",
            "Hex bolt,M8,30,Fe/Zn 8,10000,ISO 2081:2018",
        ),
        ("Item,Thread,Length (mm),Coating,Qty,Spec", "Hex bolt,M8,30,Fe/Zn 8,10000,ASTM B633"),
        ("品名,螺纹,长度(mm),镀层,数量,标准", "六角螺栓,M8,30,Fe/Zn 8,10000,GB/T 9799-2011"),
    ] {
        let batch = of(heads, cells);
        assert_is_reference(&batch.rows[0]);
        assert!(
            notes(&batch.rows[0]).contains("is not considered"),
            "{heads}: {}",
            notes(&batch.rows[0])
        );
    }
    for head in ["Spec", "Standard", "Specification"] {
        let batch =
            of(&format!("Item,Thread,Length (mm),Qty,{head}"), "Hex bolt,M8,30,10000,Fe/Zn 8");
        assert_is_reference(&batch.rows[0]);
        assert!(
            notes(&batch.rows[0]).contains("is taken from the column"),
            "{}",
            notes(&batch.rows[0])
        );
    }
    // Those of parts say the shape; two that differ have no price, nor has one that is not known.
    assert_is_reference(
        &of("Item,Thread,Length (mm),Coating,Qty,Standard", "Bolt 7,M8,30,Fe/Zn 8,10000,GB/T 5783")
            .rows[0],
    );
    assert_eq!(
        of("Shape,Thread,Length (mm),Coating,Qty,Standard", "hex_nut,M8,,Fe/Zn 8,10000,GB/T 5783")
            .priced(),
        0
    );
    assert_eq!(
        of("Item,Thread,Length (mm),Coating,Qty,Standard", "Hex bolt,M8,30,Fe/Zn 8,10000,DIN 931")
            .priced(),
        0
    );
    // A colour where the code should stand is a passivation.
    for (cell, id) in [
        ("黑色", "trivalent_black"),
        ("彩色", "trivalent_iridescent"),
        ("三价黑色", "trivalent_black"),
        ("blue", "trivalent_clear"),
    ] {
        let batch = of(
            "Shape,Thread,Length (mm),Coating,Thickness (um),Qty",
            &format!("hex_bolt,M8,30,{cell},8,10000"),
        );
        assert_eq!(batch.imported.rows[0]["passivate"].text, id, "{cell}");
        assert!(
            batch.priced() == 1 && notes(&batch.rows[0]).contains("is read as Trivalent"),
            "{}",
            notes(&batch.rows[0])
        );
    }
    let open = of("Shape,Thread,Length (mm),Coating,Qty", "hex_bolt,M8,30,黑色,10000");
    assert_eq!(open.priced(), 0, "nothing says how thick");
}

/// Part-area rows and lines of a quote go into a form whose examples would stand in for what is missing.
#[test]
fn rows_for_a_form_are_taken_over_only_where_they_are_whole() {
    let fields = |id: &str, name: &str| {
        let Kind::Rows { fields, .. } = find(id).unwrap().field(name).unwrap().kind else {
            panic!("{name} is rows")
        };
        fields()
    };
    let table = "Shape,Thread,Length (mm),Qty\nhex_bolt,M8,30,100\nhex_bolt,M8,,100\nhex_bolt,M8,30,\nwasher,M7,,100\nnut,M8,,100\n";
    let found = import(fields("part-area", "parts"), 40, &of_text_bytes(table.as_bytes())).unwrap();
    assert_eq!((found.rows.len(), found.sound().len()), (5, 2));
    let found = import(fields("quote", "lines"), 200, &of_text_bytes(table.as_bytes())).unwrap();
    assert_eq!(found.sound().len(), 0, "no coating is given");
}

#[test]
fn large_tables_are_refused_or_read_at_once() {
    let begun = Instant::now();
    let wide = format!("{}\n{}\n", "Thickness (um),".repeat(100_000), "1,".repeat(100_000));
    assert_eq!(price(&Map::new(), &of_text_bytes(wide.as_bytes())).err(), Some(Refused::TooLarge));
    let long = format!("{HEAD}{}", "A,hex_bolt,M8,30,A3C,10\n".repeat(100_000));
    assert!(price(&Map::new(), &of_text_bytes(long.as_bytes())).is_err());
    let open = format!("{HEAD}{}", "\"A,hex_bolt,M8,30,A3C,10\n".repeat(20_000));
    assert!(price(&Map::new(), &of_text_bytes(open.as_bytes())).is_err());
    // Not a measure of speed: what is not linear takes minutes.
    assert!(begun.elapsed().as_secs() < 60, "{:?}", begun.elapsed());
}

/// What stands beside a size and is none is named, and its row has no price; tolerance classes say nothing of the size.
#[test]
fn what_stands_beside_a_size_is_named() {
    let of = |shape: &str, size: &str, length: &str| {
        priced(&format!(
            "Shape;Thread;Length (mm);Coating;Qty\n{shape};{size};{length};Fe/Zn 8;10000\n"
        ))
    };
    for (size, beside) in [
        ("M8 12.9 bake", "12.9 bake"),
        ("M8 or M10", "or M10"),
        ("M8 (not plated)", "not plated"),
        ("M8 length 50", "length 50"),
        ("M8 35CrMo", "35CrMo"),
        ("M8 A4-80", "A4-80"),
        ("M8 foo", "foo"),
        ("M8 LH", "LH"),
        ("M8 P=1", "P=1"),
        ("M8-6g-LH", "6g-LH"),
        ("M8 左旋", "左旋"),
        ("M8 x 30 10.9级", "10.9级"),
        ("1/4-20 UNC LH", "LH"),
        ("1/4-20 UNC bake", "bake"),
    ] {
        let batch = of("hex_bolt", size, "30");
        assert!(
            batch.priced() == 0
                && problems(&batch.rows[0]).contains(&format!("“{beside}” beside the size")),
            "{size}: {} {}",
            problems(&batch.rows[0]),
            notes(&batch.rows[0])
        );
    }
    for size in ["M8 h=6.5", "M8 m=4", "M8 (20 off)", "M8 DIN 985"] {
        assert_eq!(of("hex_nut", size, "").priced(), 0, "{size}");
        assert_eq!(of("washer", size, "").priced(), 0, "{size}");
    }
    for size in ["M8", "M8-6g", "M8 6g", "M8 - 6h", "M8-4h6h", "M8 coarse", "M8 粗牙", "M8x1.25"]
    {
        assert_is_reference(&of("hex_bolt", size, "30").rows[0]);
    }
    let by_standard = of("hex_bolt", "M8 DIN 933", "30");
    assert_eq!(by_standard.imported.rows[0]["head_edition"].text, "din");
    assert_eq!(by_standard.priced(), 1, "{}", problems(&by_standard.rows[0]));
    assert_eq!(
        of("hex_bolt", "1/4-20 UNC-2A", "30").priced(),
        of("hex_bolt", "1/4-20", "30").priced()
    );
}

/// A quantity counts pieces: whatever else its head names, the row has no price.
#[test]
fn heads_of_quantities_name_pieces_or_are_refused() {
    for head in [
        "Qty [t]",
        "Qty (t)",
        "Menge (t)",
        "Qty (h)",
        "Qty (min)",
        "Qty (max)",
        "Qty (kg)",
        "数量（吨）",
        "Qty/d",
        "Qty (m)",
        "Quantity (l)",
        "Qty (sets)",
        "数量(套)",
    ] {
        let batch =
            priced(&format!("Shape,Thread,Length (mm),Coating,{head}\nhex_bolt,M8,30,A3C,1\n"));
        assert_eq!(batch.priced(), 0, "{head}");
    }
    for head in ["Qty (pcs)", "Qty (required)", "数量（件）", "Menge (Stk)", "Qty (total)"] {
        let batch =
            priced(&format!("Shape,Thread,Length (mm),Coating,{head}\nhex_bolt,M8,30,A3C,1\n"));
        assert_eq!(pieces(&batch.rows[0]), [1.0], "{head}");
    }
}

/// What is given of a part and does not count is told; a diameter beside another thread is a contradiction.
#[test]
fn what_is_given_of_a_part_and_not_used_is_told() {
    let of = |head: &str, shape: &str, cell: &str| {
        priced(&format!(
            "Shape,Thread,Length (mm),Coating,Qty,{head}\n{shape},M8,30,Fe/Zn 8,10000,{cell}\n"
        ))
    };
    let heavy = of("Weight (kg)", "hex_bolt", "0.5");
    assert_is_reference(&heavy.rows[0]);
    assert!(notes(&heavy.rows[0]).contains("“0.5” is not considered"), "{}", notes(&heavy.rows[0]));
    for cell in ["10", "6", "5/16 in", "12 mm"] {
        let batch = of("Diameter (mm)", "hex_bolt", cell);
        let contradicts = cell != "5/16 in"; // 7.94 mm is an M8 as it is measured
        assert_eq!(batch.priced() == 0, contradicts, "{cell}: {}", problems(&batch.rows[0]));
        assert_eq!(problems(&batch.rows[0]).contains("say different things"), contradicts);
    }
    assert_is_reference(&of("Diameter (mm)", "hex_bolt", "8").rows[0]);
    let plate = priced(
        "Shape,Length (mm),Width (mm),Thickness of the part (mm),Thread,Coating,Qty\nplate,100,50,2,M8,A3C,1000\n",
    );
    assert!(notes(&plate.rows[0]).contains("“M8” is not considered"), "{}", notes(&plate.rows[0]));
}

/// Words for something dearer in what a part is called or in a remark take the price away, unless a column of their own says the same.
#[test]
fn wishes_in_names_and_remarks_are_not_left_out_of_a_price() {
    let named = |name: &str| {
        priced(&format!(
            "Name,Shape,Thread,Length (mm),Coating,Qty\n\"{name}\",hex_bolt,M8,30,Fe/Zn 8,10000\n"
        ))
    };
    let remarked = |head: &str, cell: &str| {
        priced(&format!(
            "Shape,Thread,Length (mm),Coating,Qty,{head}\nhex_bolt,M8,30,Fe/Zn 8,10000,\"{cell}\"\n"
        ))
    };
    for name in [
        "Bolt class 10.9, bake 4 h",
        "Bolt 12.9",
        "螺栓 10.9级",
        "螺栓 除氢 4h",
        "Bolt, 39 HRC",
        "Bolt with sealer",
        "Bolt sealed",
        "螺栓 封闭",
        "Bolt yellow zinc",
        "Bolt, zinc plated black",
        "彩锌螺栓",
        "Bolt, passivated",
        "Bolt, salt spray 96 h",
    ] {
        let batch = named(name);
        assert!(
            batch.priced() == 0 && problems(&batch.rows[0]).contains("may change the price"),
            "{name}: {}",
            problems(&batch.rows[0])
        );
    }
    for name in [
        "Bolt 7",
        "Seal ring",
        "Oil pan bolt",
        "Bolt 8.8",
        "Paint bracket",
        "Spray nozzle",
        "Zinc anode holder",
        "Black Forest bolt",
        "Bolt, no bake",
        "Bolt without sealer",
        "黑龙江螺栓",
        "Bolt 10.9 mm",
        "Rack 3",
    ] {
        assert_is_reference(&named(name).rows[0]);
    }
    for cell in [
        "class 10.9 bake 4h",
        "mask threads",
        "urgent",
        "急",
        "yellow",
        "with seal",
        "HRC 39",
        "plate in rack",
        "min 12 µm",
        "除氢",
        "三价黑色",
        "防锈油",
        "1200 MPa",
        "do not plate bore, mask",
    ] {
        let batch = remarked("Remarks", cell);
        assert!(
            batch.priced() == 0 && problems(&batch.rows[0]).contains(cell),
            "{cell}: {}",
            problems(&batch.rows[0])
        );
    }
    for (head, cell) in [
        ("Remarks", "no masking"),
        ("Remarks", "no bake, no sealer"),
        ("备注", "不除氢"),
        ("Supplier", "Oil & Wax Ltd"),
        ("Customer", "黑色喷涂厂"),
        ("Remarks", "class 8.8"),
        ("Remarks", "tray 4"),
        ("Remarks", "RoHS"),
    ] {
        let batch = remarked(head, cell);
        assert_is_reference(&batch.rows[0]);
        assert!(notes(&batch.rows[0]).contains("is not considered"), "{cell}");
    }
    // Where a column says it, the name may say it too.
    let both = priced(
        "Name,Shape,Thread,Length (mm),Coating,Qty,HRC,Sealer\n\"Bolt 10.9, sealed\",hex_bolt,M8,30,Fe/Zn 8,10000,33,yes\n",
    );
    assert_eq!(both.priced(), 1, "{}", problems(&both.rows[0]));
}

/// Three digits behind a point in sizes and quantities alike: nothing says what they are.
#[test]
fn one_guess_of_the_decimal_sign_moves_no_length() {
    for delimiter in [",", ";", "\t"] {
        let table = "Shape,Thread,Length (mm),Coating,Qty\nhex_bolt,M8,12.500,Fe/Zn 8,1.000\nhex_bolt,M8,30,Fe/Zn 8,10000\n"
            .replace(',', delimiter);
        let batch = priced(&table);
        assert!(
            batch.rows[0].offered.is_empty()
                && problems(&batch.rows[0]).contains("can mean 12.5 or 12,500")
                && problems(&batch.rows[0]).contains("can mean 1 or 1,000"),
            "{delimiter:?}: {}",
            problems(&batch.rows[0])
        );
        assert_is_reference(&batch.rows[1]);
        assert!(about(&batch).contains("can be read either way"), "{}", about(&batch));
    }
}

/// A refusal says what is wrong and not something else.
#[test]
fn refusals_point_the_right_way() {
    let of = |heads: &str, cells: &str| {
        let batch = priced(&format!("{heads}\n{cells}\n"));
        assert_eq!(batch.priced(), 0, "{cells}");
        problems(&batch.rows[0])
    };
    let shape =
        |word: &str| of("Shape;Thread;Length (mm);Coating;Qty", &format!("{word};M8;30;A3C;100"));
    for (word, told) in [
        ("bolt", "It may be: Hexagon bolt"),
        ("bolts", "It may be: Hexagon bolt"),
        ("screw", "It may be: "),
        ("螺栓", "It may be: Hexagon bolt"),
        ("teapot", "is no shape known here"),
    ] {
        assert!(
            shape(word).contains(told) && !shape(word).contains("Did you mean"),
            "{}",
            shape(word)
        );
    }
    let coating = |code: &str| {
        of("Shape;Thread;Length (mm);Coating;Qty", &format!("hex_bolt;M8;30;{code};100"))
    };
    for code in ["8 µm", "galvano", "8", "XYZ"] {
        assert!(coating(code).contains("names no deposit"), "{code}: {}", coating(code));
    }
    for code in ["anodize", "anodised 10 µm", "hot dip 50 µm", "feuerverzinkt"] {
        assert!(coating(code).contains("another deposit"), "{code}: {}", coating(code));
    }
    // A coating that is not understood is not zinc, though a column says how thick.
    let told =
        of("Shape;Thread;Length (mm);Coating;Thickness (um);Qty", "hex_bolt;M8;30;galvano;8;100");
    assert!(told.contains("names no deposit"), "{told}");
    for cell in ["8-12", "8~12", "8 - 12 µm"] {
        let told = of(
            "Shape;Thread;Length (mm);Thickness (um);Qty",
            &format!("hex_bolt;M8;30;{cell};100"),
        );
        assert!(!told.contains("Enter a number"), "{cell}: {told}");
    }
    let thick = coating("Fe/Zn 800");
    assert!(thick.contains("Missing"), "{thick}");
}

#[test]
fn units_may_stand_in_front_and_finishes_are_read_as_codes_have_them() {
    let of = |head: &str, cell: &str| {
        priced(&format!(
            "Shape,Thread,Length (mm),Coating,Qty,{head}\nhex_bolt,M8,30,Fe/Zn 8,10000,{cell}\n"
        ))
    };
    let baked = unit_price(&of("Hardness (HRC)", "39").rows[0]);
    for cell in ["HRC 39", "HRC39", "hrc: 39", "39HRC"] {
        let batch = of("Hardness", cell);
        assert!((unit_price(&batch.rows[0]) - baked).abs() < 1e-9, "{cell}");
    }
    for (cell, id) in [
        ("yellow", "trivalent_iridescent"),
        ("gelb", "trivalent_iridescent"),
        ("彩锌", "trivalent_iridescent"),
        ("schwarz", "trivalent_black"),
        ("An", "trivalent_clear"),
        ("Cn", "trivalent_iridescent"),
        ("An/T2", "trivalent_clear_sealed"),
        ("C", "hexavalent_yellow"),
        ("军绿", "hexavalent_olive"),
        ("unpassiviert", "none"),
    ] {
        let batch = of("Passivation", cell);
        assert_eq!(batch.imported.rows[0]["passivate"].text, id, "{cell}");
        assert!(notes(&batch.rows[0]).contains("is read as"), "{cell}: {}", notes(&batch.rows[0]));
        assert_eq!(batch.priced(), 1, "{cell}: {}", problems(&batch.rows[0]));
    }
    let sealed = of("Passivation", "T2");
    assert_eq!(sealed.imported.rows[0]["top_coat"].text, "sealer");
    for cell in ["purple", "yellow or blue", "not yellow", "Zn12"] {
        assert_eq!(of("Passivation", cell).priced(), 0, "{cell}");
    }
}

/// Codes whose denials, units and chromium were taken for something else.
#[test]
fn rows_are_priced_by_what_their_codes_say_and_not_by_the_opposite() {
    let of = |code: &str| {
        priced(&format!("Shape;Thread;Length (mm);Coating;Qty\nhex_bolt;M8;30;{code};10000\n"))
    };
    let bare = unit_price(&of("Fe/Zn 8 不钝化").rows[0]);
    for code in [
        "Fe/Zn 8 no passivation",
        "Fe/Zn 8 not passivated",
        "Fe/Zn 8 without passivation",
        "Fe/Zn 8 ohne Passivierung",
        "Fe/Zn 8 unpassiviert",
        "Fe/Zn 8 passivation: none",
        "Fe/Zn 8 无需钝化",
    ] {
        assert!((unit_price(&of(code).rows[0]) - bare).abs() < 1e-9, "{code}");
    }
    for code in ["Zn8 Cr6", "Fe/Zn 8 c", "Fe/Zn8 hexavalent chromium"] {
        let batch = of(code);
        let told = notes(&batch.rows[0]);
        assert!(
            batch.priced() == 1 && told.contains("RoHS") && told.contains("which passivation"),
            "{code}: {told} {}",
            problems(&batch.rows[0])
        );
        assert!(!told.contains("no Cr(VI)"), "{code}: {told}");
    }
    for code in ["Zn 100 g/m²", "Zn 80 mg/dm2", "Zn 8 nm", "Zn8\"", "Fe/Zn8,12", "Zn 3 oz/ft2"] {
        let batch = of(code);
        assert!(
            batch.priced() == 0 && problems(&batch.rows[0]).contains("Missing"),
            "{code}: {}",
            problems(&batch.rows[0])
        );
    }
    let either = of("Fe/Zn 8 or Fe/Zn 12");
    assert!(notes(&either.rows[0]).contains("Which is meant?"), "{}", notes(&either.rows[0]));
}

#[test]
fn utf32_is_read_as_utf8_is() {
    let table = "图号\t类型\t规格\t长(mm)\t镀层\t数量\nA\t六角螺栓\tM8\t30\tFe/Zn 8\t10000\n";
    let little: Vec<u8> = table.chars().flat_map(|c| u32::from(c).to_le_bytes()).collect();
    let big: Vec<u8> = table.chars().flat_map(|c| u32::from(c).to_be_bytes()).collect();
    for (bytes, told) in [
        ([b"\xFF\xFE\0\0", little.as_slice()].concat(), "UTF-32 LE"),
        ([b"\0\0\xFE\xFF", big.as_slice()].concat(), "UTF-32 BE"),
        (little, "UTF-32 LE"),
        (big, "UTF-32 BE"),
    ] {
        let batch = priced_bytes(&bytes);
        assert_is_reference(&batch.rows[0]);
        assert!(about(&batch).contains(told), "{told}");
    }
}

/// The preview of a table says once what a column does to many rows.
#[test]
fn a_column_that_is_left_out_is_told_once() {
    let calculator = find("quote").unwrap();
    let rows = "hex_bolt,M8,30,A3C,10,a,12.9\n".repeat(20);
    let table = format!("Shape,Thread,Length (mm),Coating,Qty,Remarks,Grade\n{rows}");
    let taken =
        platewise_model::request::table::take(calculator, "lines", table.as_bytes()).unwrap();
    for head in ["“Remarks”", "“Grade”"] {
        let told = taken
            .account
            .iter()
            .filter(|line| Reader::default().phrase(line).contains(head))
            .count();
        assert_eq!(told, 1, "{head}");
    }
}
