//! Tables out of spreadsheets: heads in both languages, units, choices by their names, and every cell that cannot be used told by its row.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use platewise_model::calculator::{Field, Kind, find};
use platewise_model::entry::Entry;
use platewise_model::report::format::Reader;
use platewise_model::request::table::{
    Imported, Refused, account, import as import_grid, of_text, of_workbook,
};
use proptest::prelude::*;
use rust_xlsxwriter::Workbook;
use std::io::{Cursor, Read as _, Write as _};

fn fields() -> &'static [Field] {
    let Kind::Rows { fields, .. } = find("part-area").unwrap().field("parts").unwrap().kind else {
        panic!("the parts of a load are rows")
    };
    fields()
}

fn import(fields: &'static [Field], room: usize, text: &str) -> Result<Imported, Refused> {
    import_grid(fields, room, &of_text(text))
}

/// A workbook whose table begins in B3 of its second sheet.
#[test]
fn a_workbook_is_read_as_its_text_would_be() {
    let mut workbook = Workbook::new();
    workbook.add_worksheet();
    let sheet = workbook.add_worksheet();
    for (column, head) in ["形状", "Thread", "Length (in)", "Qty", "备注"].iter().enumerate() {
        sheet.write(2, 1 + column as u16, *head).unwrap();
    }
    sheet.write(3, 1, "平垫圈").unwrap();
    sheet.write(3, 2, "M6").unwrap();
    sheet.write(3, 4, 1000.0).unwrap();
    sheet.write(5, 1, "rod").unwrap();
    sheet.write(5, 3, 1.5).unwrap();
    sheet.write(5, 4, "many").unwrap();
    let file = workbook.save_to_buffer().unwrap();
    let found = import_grid(fields(), 40, &of_workbook(&file).unwrap()).unwrap();
    assert_eq!(found.rows.len(), 2);
    assert_eq!(found.rows[0]["shape"], Entry::plain("washer"));
    assert_eq!(found.rows[0]["pieces"], Entry::plain("1000"));
    assert_eq!(found.rows[1]["length_mm"], Entry::number("1.5", 1));
    assert_eq!(found.ignored, ["备注"]);
    assert_eq!(
        found.wrong.iter().map(|one| (one.row, one.cell.as_str())).collect::<Vec<_>>(),
        [(6, "many")],
        "as the spreadsheet counts"
    );
    assert_eq!(of_workbook(&file[..file.len() / 2]), Err(Refused::Unreadable));
    assert_eq!(of_workbook(b"PK\x03\x04rubbish"), Err(Refused::Unreadable));
    assert_eq!(of_workbook(&Workbook::new().save_to_buffer().unwrap()), Err(Refused::Empty));
    let mut wide = Workbook::new();
    let sheet = wide.add_worksheet();
    sheet.write(0, 0, "shape").unwrap();
    sheet.write(1_000_000, 10_000, "far away").unwrap();
    assert_eq!(of_workbook(&wide.save_to_buffer().unwrap()), Err(Refused::TooLarge));
}

#[test]
fn a_workbook_that_unfolds_to_hundreds_of_its_size_is_refused() {
    let unfolding = |bytes: usize| {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file("xl/worksheets/sheet1.xml", zip::write::SimpleFileOptions::default())
            .unwrap();
        zip.write_all(&vec![b' '; bytes]).unwrap();
        of_workbook(&zip.finish().unwrap().into_inner())
    };
    assert_eq!(
        unfolding(900_000),
        Err(Refused::Unreadable),
        "small enough to be looked at: it is none"
    );
    assert_eq!(unfolding(3_000_000), Err(Refused::TooLarge));
}

/// The library that reads workbooks makes room for as many texts as are announced: a gigabyte for each 40 million.
#[test]
fn a_workbook_that_announces_texts_without_end_is_refused() {
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    for (row, cell) in ["shape", "washer"].into_iter().enumerate() {
        sheet.write(row as u32, 0, cell).unwrap();
    }
    let file = workbook.save_to_buffer().unwrap();
    let announcing = |count: &str| {
        let (mut from, mut to) = (
            zip::ZipArchive::new(Cursor::new(&file)).unwrap(),
            zip::ZipWriter::new(Cursor::new(Vec::new())),
        );
        for place in 0..from.len() {
            let mut entry = from.by_index(place).unwrap();
            let mut text = String::new();
            entry.read_to_string(&mut text).unwrap();
            to.start_file(entry.name().unwrap(), zip::write::SimpleFileOptions::default()).unwrap();
            to.write_all(
                text.replace("uniqueCount=\"2\"", &format!("uniqueCount={count}")).as_bytes(),
            )
            .unwrap();
        }
        of_workbook(&to.finish().unwrap().into_inner())
    };
    assert_eq!(announcing("\"2\""), of_workbook(&file));
    assert_eq!(announcing("\"4294967295\""), Err(Refused::TooLarge));
    assert_eq!(announcing(" '18446744073709551615'"), Err(Refused::TooLarge));
}

#[test]
fn columns_are_known_by_name_label_and_unit_in_both_languages() {
    for table in [
        "shape,thread,length_mm,pieces\nhex_bolt,M8,40,250\nwasher,M6,,1000\n",
        "Shape;Thread;Length (mm);Qty\nHexagon bolt or screw;m8;40;250\nWasher;M6;;1000\n",
        "形状\t螺纹规格\t长度/mm\t数量\n六角头螺栓\tM8\t40\t250\n平垫圈\tM6\t\t1000\n",
        "\u{feff}\"SHAPE\",\"Thread\",\"Length, mm\",\"Pieces in the load\"\r\n\"hex bolt\",\"M8\",\"40\",\"250\"\r\n\r\n,,,\r\nwasher,M6,,1000\r\n",
    ] {
        let found = import(fields(), 40, table).unwrap();
        assert!(found.wrong.is_empty() && found.ignored.is_empty(), "{table}: {found:?}");
        assert_eq!(found.rows.len(), 2);
        assert_eq!(found.rows[0]["shape"], Entry::plain("hex_bolt"), "{table}");
        assert_eq!(found.rows[0]["length_mm"], Entry::plain("40"));
        assert_eq!(found.rows[1]["pieces"], Entry::plain("1000"));
        assert!(!found.rows[1].contains_key("length_mm"));
    }
    let inches = import(fields(), 40, "shape,Length (in)\nrod,1.5\n").unwrap();
    assert_eq!(inches.rows[0]["length_mm"], Entry::number("1.5", 1));
}

#[test]
fn what_cannot_be_used_is_told_by_its_row() {
    let table = "shape,thread,length_mm,colour,pieces\nhex_bolt,M7,40,red,250\nteapot,M8,forty,,1\nwasher,M6,,,-3\nrod,,\"1,234\",,10\n";
    let found = import(fields(), 40, table).unwrap();
    assert_eq!(found.ignored, ["colour"]);
    let wrong: Vec<(usize, &str)> =
        found.wrong.iter().map(|one| (one.row, one.cell.as_str())).collect();
    assert_eq!(wrong, [(2, "M7"), (3, "forty"), (3, "teapot"), (4, "-3"), (5, "1,234")]);
    assert_eq!(found.rows.len(), 4);
    assert!(!found.rows[0].contains_key("thread") && found.rows[0].contains_key("pieces"));
    assert_eq!(found.sound().len(), 0, "a row of which something was left out is another part");
    let told: Vec<String> =
        account(&found).iter().map(|line| Reader::default().phrase(line)).collect();
    assert_eq!(told[0], "Rows: 4; columns recognised: 4.");
    assert!(told.iter().any(|line| line.contains("Row 2, Thread: “M7” is left out.")), "{told:?}");
    assert!(
        told.iter().any(|line| line.contains("Known: M3, M4, M5, M6, M8")),
        "a size that is not known is no slip of the finger: {told:?}"
    );
}

#[test]
fn what_is_no_table_is_refused() {
    for (table, why) in [
        ("", Refused::Empty),
        ("\n\n", Refused::Empty),
        ("shape,thread\n", Refused::Empty),
        ("a,b\n1,2\n", Refused::NoColumns),
        ("%PDF-1.7 nothing\nof the kind", Refused::NoColumns),
    ] {
        assert_eq!(import(fields(), 40, table), Err(why), "{table}");
    }
    let long = format!("pieces\n{}", "1\n".repeat(41));
    assert_eq!(import(fields(), 40, &long), Err(Refused::TooMany(40)));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    /// Any text is rows or a refusal, and what is taken over can be evaluated.
    #[test]
    fn any_text_is_rows_or_a_refusal(text in "([a-z\"=,;\t0-9.\n（）长度]|shape|pieces|M8|\r\n){0,120}", any in ".{0,200}") {
        let _ = import(fields(), 40, &any);
        let _ = of_workbook(any.as_bytes());
        if let Ok(found) = import(fields(), 40, &text) {
            prop_assert!(found.rows.len() <= 40);
            let _ = account(&found);
        }
    }
}

/// Blank lines are rows too, and a break within a cell is none.
#[test]
fn rows_are_counted_as_a_spreadsheet_counts() {
    let sheet =
        &of_text("name,thread,quantities\n\nA,M8,100\n\n\n\"two\nlines\",M8,100\nB,M8,abc\n")[0];
    let at = |row: usize| sheet.cell(row - 1, 0).text().into_owned();
    assert_eq!([1, 2, 3, 6, 7].map(at), ["name", "", "A", "two\nlines", "B"]);
}
