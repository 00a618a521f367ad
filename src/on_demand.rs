//! What is loaded on demand. Each function marked below is a cut: what only it reaches becomes a piece of code of its own, which the
//! browser fetches when it is first asked for. A page loads the shell and its own piece, both at once, and nothing of the others.
//! Few and large pieces: whatever two of them share becomes one more file.
#![allow(
    unsafe_code,
    reason = "the macro's import and export of a piece; nothing else here is unsafe"
)]
#![allow(
    improper_ctypes_definitions,
    improper_ctypes,
    reason = "both sides of a cut are compiled together"
)]

use crate::app::Shell;
use crate::embed;
use crate::pages::{about, home, quote_batch, quote_papers, schemas, sources};
use crate::reactive::*;
use crate::screen::analysis::{self, Analysis};
use crate::screen::files::{self, Files};
use crate::screen::plot::{self, Plots};
use crate::screen::{Papers, Screen};
use platewise_model::calculator::plating_time::PlatingTime;
use platewise_model::calculator::{self as calculators, AnyCalculator, Calculator, FileImport};
use platewise_model::import::Sheet;
use platewise_model::quotation::batch::Batch;
use platewise_model::quotation::sheet::{Papers as Quoted, workbook};
use platewise_model::report::format::Reader;
use platewise_model::request::table::{self, Refused};
use platewise_model::with_calculators;
use platewise_model::words::Language;
use std::future::Future;
use std::pin::Pin;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// What is set up at an address.
#[derive(Clone, Copy)]
pub enum Setup {
    /// A page that sets itself up.
    Own(fn(Shell)),
    /// The same in two steps: what the first gives is the second.
    Prepared(fn(Shell) -> Box<dyn FnOnce()>),
    /// A calculator: its fields say where they stand, and what makes a page of them is in the shell, since all of them share it.
    Calculator(&'static AnyCalculator),
}

/// Why a page could not be loaded: the network, as far as is known.
pub type NotLoaded = SplitLoaderError;
/// A page on its way.
type Loading = Pin<Box<dyn Future<Output = Result<Setup, NotLoaded>>>>;

/// Cuts a piece for each calculator, named as its folder: the build looks for it by the address of the page.
macro_rules! pieces {
    ($($folder:ident::$Calculator:ident,)+) => {
        /// Loads the page of a calculator; none where there is no such calculator.
        fn load_calculator(id: &str) -> Option<Loading> {
            $(
                #[wasm_split($folder, fallible)]
                fn $folder() -> Result<Setup, NotLoaded> {
                    Ok(Setup::Calculator(
                        AnyCalculator::without_file_import::<calculators::$folder::$Calculator>(),
                    ))
                }
                if id == calculators::$folder::$Calculator::ID {
                    return Some(Box::pin($folder()));
                }
            )+
            None
        }

        /// How each calculator reads files: parsers are large, and few visitors have a file.
        #[wasm_split(file_imports, fallible)]
        fn file_imports() -> Result<&'static [(&'static str, Option<FileImport>)], NotLoaded> {
            Ok(&[$((
                calculators::$folder::$Calculator::ID,
                calculators::$folder::$Calculator::FILE_IMPORT,
            )),+])
        }
    };
}
with_calculators!(pieces);

/// Loads the page of an address; none where there is no such page.
pub fn load(slug: &str) -> Option<Loading> {
    load_calculator(slug).or_else(|| match slug {
        "" => Some(Box::pin(load_home()) as Loading),
        "sources" => Some(Box::pin(load_plain("sources"))),
        schemas::SLUG => Some(Box::pin(load_plain(schemas::SLUG))),
        "about" => Some(Box::pin(load_plain("about"))),
        _ => None,
    })
}

/// Loads a calculator, where there is one of this name.
pub async fn calculator(id: &str) -> Option<&'static AnyCalculator> {
    match load_calculator(id)?.await.ok()? {
        Setup::Calculator(calculator) => Some(calculator),
        Setup::Own(_) | Setup::Prepared(_) => None,
    }
}

/// Loads what reads the files that a calculator takes; none where it takes none.
pub async fn file_import(id: &str) -> Result<Option<FileImport>, NotLoaded> {
    let all = file_imports().await?;
    Ok(all.iter().find(|(one, _)| *one == id).and_then(|(_, import)| *import))
}

/// The home page, in the piece of the calculator that is its live example.
#[wasm_split(plating_time, fallible)]
fn load_home() -> Result<Setup, NotLoaded> {
    Ok(Setup::Prepared(|shell| {
        home::prepared(shell, AnyCalculator::without_file_import::<PlatingTime>())
    }))
}

/// The pages without a calculator.
#[wasm_split(sources, fallible)]
fn load_plain(slug: &'static str) -> Result<Setup, NotLoaded> {
    Ok(Setup::Own(match slug {
        schemas::SLUG => |shell| effect(move || crate::dom::fill("main", &schemas::markup(shell))),
        "about" => |shell| effect(move || crate::dom::fill("main", &about::markup(shell))),
        _ => sources::set_up,
    }))
}

/// What is asked for rarely, in one piece.
pub struct Extras {
    /// Writes and reads files.
    pub files: Files,
    /// The analysis of results.
    pub analysis: Analysis,
    /// The papers of a quote.
    pub papers: &'static Papers,
    /// Prices a table, in a worker.
    pub price_table: PriceTable,
}

/// Loads it.
#[wasm_split(extras, fallible)]
pub fn extras() -> Result<Extras, NotLoaded> {
    Ok(Extras {
        files: files::files(),
        analysis: analysis::parts(),
        papers: &quote_papers::PAPERS,
        price_table: quote_batch::work,
    })
}

/// Reads the cells of a workbook.
pub type OfWorkbook = fn(&[u8]) -> Result<Vec<Sheet>, Refused>;

/// Writes a workbook of a quote, for the shop itself or for the customer; none where that fails.
pub type WriteWorkbook = fn(&Quoted, bool, Language) -> Option<Vec<u8>>;

/// Writes a priced table as a workbook; none where that fails.
pub type WritePrices = fn(&Batch, Reader) -> Option<Vec<u8>>;

/// What reads and writes workbooks.
pub struct Workbooks {
    /// Reads the cells.
    pub read: OfWorkbook,
    /// Writes a quote.
    pub write_quote: WriteWorkbook,
    /// Writes a priced table.
    pub write_prices: WritePrices,
}

/// Loads it.
#[wasm_split(workbooks, fallible)]
pub fn workbooks() -> Result<Workbooks, NotLoaded> {
    Ok(Workbooks {
        read: table::of_workbook,
        write_quote: |papers, is_internal, language| {
            if is_internal {
                workbook::internal(papers, language)
            } else {
                workbook::customer(&papers.sheet(language))
            }
            .ok()
        },
        write_prices: |batch, reader| workbook::of_batch(batch, reader).ok(),
    })
}

/// Prices a table in a worker.
pub type PriceTable = fn(js_sys::Array) -> quote_batch::Working;

/// Follows the page that embeds a calculator, and answers it.
pub type Follow = fn(Screen);

/// Loads the messages of an embedded calculator.
#[wasm_split(embed, fallible)]
pub fn embed() -> Result<Follow, NotLoaded> {
    Ok(embed::follow)
}

/// Loads what draws charts.
#[wasm_split(plots, fallible)]
pub fn plots() -> Result<Plots, NotLoaded> {
    Ok(plot::plots())
}
