//! Archives of pieces: changed bytes of an archive rarely are one, changed pieces in a good archive always are.

use std::io::{Cursor, Write as _};
use zip::write::SimpleFileOptions;

/// An archive of files by name.
pub fn of(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, contents) in files {
        zip.start_file(*name, SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored)).unwrap();
        zip.write_all(contents).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
