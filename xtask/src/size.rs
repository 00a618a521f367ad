//! What a visitor downloads: each file raw and compressed, and the first load of each page against the budget.
use std::ffi::OsStr;
use std::fmt::Write;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::bundle::ONE_FILE;
use crate::failure::{Attempting, Failure, Outcome};
use crate::{files, project};

/// The most a first load may weigh in brotli: wasm, JavaScript, CSS and the page itself. The framework and what every calculator shares are most of it.
const FIRST_LOAD_BUDGET: usize = 340_000;
/// What a page names for when it is there: it keeps the application offline, and starts a worker for an analysis.
const LATER: [&str; 2] = ["after-", "worker-"];
const COMPRESSIBLE: [&str; 9] =
    ["html", "css", "js", "wasm", "svg", "json", "webmanifest", "txt", "xml"];
const BROTLI_QUALITY: i32 = 11;
const BROTLI_WINDOW: i32 = 22;

/// One file of the site and what it weighs.
struct Weight {
    address: String,
    raw: usize,
    gzip: usize,
    brotli: usize,
    /// What a page says; empty for other files.
    text: String,
}

/// Writes a `.br` and a `.gz` beside each file they make smaller, for hosts (and our own server) that send such files as they are.
pub fn compress(site: &Path) -> Outcome {
    for file in files::below(site)? {
        let content = files::read(&file)?;
        if is_compressible(&file) {
            for (ending, compressed) in [("br", brotli(&content)?), ("gz", gzip(&content)?)] {
                if compressed.len() < content.len() {
                    files::write(&with_ending(&file, ending), compressed)?;
                }
            }
        }
    }
    Ok(())
}

/// The name of the compressed twin of a file.
pub fn compressed_name(file: &Path) -> PathBuf {
    with_ending(file, "br")
}

fn with_ending(file: &Path, ending: &str) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    PathBuf::from(name)
}

/// Prints the table of `dist/` and fails when a page's first load is over budget.
pub fn report() -> Outcome {
    let weights = weigh(&project::dist())?;
    print!("{}", table(&weights));
    let heaviest = weights
        .iter()
        .filter(|weight| is_page(weight))
        .map(|page| first_load(&weights, page))
        .max();
    match heaviest {
        None => Err(Failure::new("dist/ holds no page")),
        Some(bytes) if bytes > FIRST_LOAD_BUDGET => Err(Failure::new(format!(
            "the first load of a page weighs {} kB in brotli, and {} kB is the budget",
            kilobytes(bytes),
            kilobytes(FIRST_LOAD_BUDGET)
        ))),
        Some(_) => Ok(()),
    }
}

fn weigh(site: &Path) -> Outcome<Vec<Weight>> {
    let mut weights = Vec::new();
    for file in files::below(site)?.into_iter().filter(|file| {
        ![Some(OsStr::new("br")), Some(OsStr::new("gz"))].contains(&file.extension())
    }) {
        let content = files::read(&file)?;
        let raw = content.len();
        let twin = compressed_name(&file);
        let (gzip, brotli) = match (is_compressible(&file), twin.is_file()) {
            (true, true) => (gzip(&content)?.len(), files::read(&twin)?.len()),
            (true, false) => (gzip(&content)?.len(), raw),
            (false, _) => (raw, raw),
        };
        let address = files::address(site, &file);
        let text = if address.ends_with(".html") {
            String::from_utf8_lossy(&content).into_owned()
        } else {
            String::new()
        };
        weights.push(Weight { address, raw, gzip, brotli, text });
    }
    Ok(weights)
}

fn table(weights: &[Weight]) -> String {
    let mut table =
        format!("{:<44} {:>10} {:>10} {:>10}\n", "file", "raw kB", "gzip kB", "brotli kB");
    for weight in weights {
        let (raw, gzip, brotli) =
            (kilobytes(weight.raw), kilobytes(weight.gzip), kilobytes(weight.brotli));
        let _ = writeln!(table, "{:<44} {raw:>10} {gzip:>10} {brotli:>10}", weight.address); // a String takes all
    }
    let _ = writeln!(
        table,
        "\n{:<44} {:>32}",
        format!("first load (budget {} kB)", kilobytes(FIRST_LOAD_BUDGET)),
        "brotli kB"
    );
    for page in weights.iter().filter(|weight| is_page(weight)) {
        let _ =
            writeln!(table, "{:<44} {:>32}", page.address, kilobytes(first_load(weights, page)));
    }
    table
}

/// The page itself and what it names to be loaded with it: scripts, styles, and the pieces of the module that it needs at once.
fn first_load(weights: &[Weight], page: &Weight) -> usize {
    let is_later = |address: &str| LATER.iter().any(|start| address.starts_with(start));
    let loaded = weights.iter().filter(|weight| {
        is_named_by_content(&weight.address)
            && !is_later(&weight.address)
            && page.text.contains(&weight.address)
    });
    page.brotli + loaded.map(|weight| weight.brotli).sum::<usize>()
}

fn is_page(weight: &Weight) -> bool {
    weight.address.ends_with(".html") && weight.address != ONE_FILE
}

/// Digits of the fingerprint in a name.
pub const DIGITS: usize = 8;

/// Whether a name ends in a fingerprint, as in `app-01234567.js`: such a file never changes under its name.
pub fn is_named_by_content(name: &str) -> bool {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    stem.rsplit_once('-').is_some_and(|(_, mark)| {
        mark.len() == DIGITS && mark.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'))
    })
}

fn is_compressible(file: &Path) -> bool {
    file.extension()
        .and_then(OsStr::to_str)
        .is_some_and(|extension| COMPRESSIBLE.contains(&extension))
}

fn brotli(content: &[u8]) -> Outcome<Vec<u8>> {
    let with_blocks_of = |lgblock: i32| {
        let mut compressed = Vec::new();
        let parameters = brotli::enc::BrotliEncoderParams {
            quality: BROTLI_QUALITY,
            lgwin: BROTLI_WINDOW,
            lgblock,
            size_hint: content.len(),
            ..Default::default()
        };
        brotli::BrotliCompress(&mut &*content, &mut compressed, &parameters)
            .attempting(|| "compress with brotli".to_owned())?;
        Ok(compressed)
    };
    // Small blocks suit some files; no rule says which.
    let [usual, small] = [with_blocks_of(0)?, with_blocks_of(16)?];
    Ok(if small.len() < usual.len() { small } else { usual })
}

/// With the hardest compression, and without a time or a name in it.
pub fn gzip(content: &[u8]) -> Outcome<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let compressed = encoder.write_all(content).and_then(|()| encoder.finish());
    compressed.attempting(|| "compress with gzip".to_owned())
}

/// Thousands of bytes to a tenth, without floating point: sizes are counted, not computed.
fn kilobytes(bytes: usize) -> String {
    let tenths = (bytes + 50) / 100;
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::{Weight, first_load, is_named_by_content, kilobytes};

    fn weight(address: &str, brotli: usize, text: &str) -> Weight {
        Weight { address: address.to_owned(), raw: 0, gzip: 0, brotli, text: text.to_owned() }
    }

    #[test]
    fn a_first_load_is_the_page_and_what_it_names() {
        let weights = [
            weight("app-01234567.wasm", 100, ""),
            weight("favicon.svg", 7, ""),
            weight(
                "index.html",
                20,
                "<link href=./style-ba7816bf.css><link href=./app-01234567.wasm>",
            ),
            weight(
                "plating-time/index.html",
                30,
                "<link href=../style-ba7816bf.css><link href=../split_plating_time-aaaaaaaa.wasm>favicon.svg",
            ),
            weight("split_plating_time-aaaaaaaa.wasm", 3, ""),
            weight("style-ba7816bf.css", 10, ""),
        ];
        let loads: Vec<_> = weights
            .iter()
            .filter(|weight| super::is_page(weight))
            .map(|page| first_load(&weights, page))
            .collect();
        assert_eq!(loads, [130, 43]);
    }

    #[test]
    fn only_a_fingerprint_makes_a_name_permanent() {
        assert!(is_named_by_content("app-01234567.js"));
        assert!(!is_named_by_content("service-worker.js"));
        assert!(!is_named_by_content("apple-touch-icon.png"));
        assert!(!is_named_by_content("01234567.js"));
    }

    #[test]
    fn kilobytes_are_rounded_to_a_tenth() {
        assert_eq!(kilobytes(46_649), "46.6");
        assert_eq!(kilobytes(46_650), "46.7");
        assert_eq!(kilobytes(0), "0.0");
    }
}
