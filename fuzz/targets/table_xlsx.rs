//! A workbook: the parts of one, put into an archive here, since changed bytes of an archive rarely are one; or an archive as it is.
#![no_main]

use libfuzzer_sys::fuzz_target;
use platewise_fuzz::{archive, choice, pieces, tables};
use platewise_model::request::table::of_workbook;

fuzz_target!(|data: &[u8]| {
    let Some((choice, rest)) = choice(data) else { return };
    let file = if choice % 4 == 0 {
        rest.to_vec()
    } else {
        let mut pieces = pieces(rest);
        let mut piece = || pieces.next().unwrap_or_default();
        let (sheet, strings, styles, other) = (piece(), piece(), piece(), piece());
        let book = (choice % 4 == 1).then(|| (piece(), piece()));
        archive::workbook(sheet, strings, styles, other, book)
    };
    if let Ok(sheets) = of_workbook(&file) {
        assert!(sheets.iter().all(|sheet| !sheet.is_empty()));
        tables::is_taken(&sheets, choice / 4);
    }
});
