//! What is loaded on demand. Each function below is a cut: what only it reaches (a calculator with its words and figures, a page) becomes
//! a piece of its own, which the browser fetches when it is asked for first. So a page loads the shell and itself, and nothing of the
//! others. Few and large pieces: whatever two of them share becomes one more file. The build cuts here, and has the page's own piece fetched together with the shell.
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
use crate::pages::{
    about, home, part_area, plating_time, process_comparison, pv_payback, quote, quote_batch,
    quote_papers, schemas, sources,
};
use crate::reactive::*;
use crate::screen::analysis::{self, Analysis};
use crate::screen::files::{self, Files};
use crate::screen::plot::{self, Plots};
use crate::screen::rows::{self, Rows};
use crate::screen::{Group, Papers, Screen};
use platewise_model::calculator::{
    AnyCalculator, Evaluate, Help, Hold, Take, part_area as part_area_model,
    plating_time as plating_time_model, process_comparison as process_comparison_model,
    pv_payback as pv_payback_model, quote as quote_model,
};
use platewise_model::import::Sheet;
use platewise_model::quotation::batch::Batch;
use platewise_model::quotation::sheet::{Papers as Quoted, workbook};
use platewise_model::report::format::Reader;
use platewise_model::request::table::{self, Refused};
use platewise_model::words::Language;
use std::future::Future;
use std::pin::Pin;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// What is set up at an address. A calculator is its data: what makes a page of it is in the shell, since all of them share it.
#[derive(Clone, Copy)]
pub enum Setup {
    /// A page that sets itself up.
    Own(fn(Shell)),
    /// The same in two steps: what the first gives is the second.
    Prepared(fn(Shell) -> Box<dyn FnOnce()>),
    /// A calculator with the fields of its page.
    Calculator(&'static AnyCalculator, fn() -> &'static [Group]),
    /// The same where some fields are rows, with what shows those.
    WithRows(&'static AnyCalculator, fn() -> &'static [Group], Rows),
}

/// Why a page could not be loaded: the network, as far as is known.
pub type NotLoaded = SplitLoaderError;
/// A page on its way.
type Loading = Pin<Box<dyn Future<Output = Result<Setup, NotLoaded>>>>;

type Load = fn() -> Loading;

/// The page of each address: how it is loaded.
const PIECES: [(&str, Load); 9] = [
    ("", || Box::pin(load_home())),
    ("plating-time", || Box::pin(load_plating_time())),
    ("part-area", || Box::pin(load_part_area())),
    ("quote", || Box::pin(load_quote())),
    ("process-comparison", || Box::pin(load_process_comparison())),
    ("pv-payback", || Box::pin(load_pv_payback())),
    ("sources", || Box::pin(load_plain("sources"))),
    (schemas::SLUG, || Box::pin(load_plain(schemas::SLUG))),
    ("about", || Box::pin(load_plain("about"))),
];

/// Loads the page of an address; none where there is no such page.
pub fn load(slug: &str) -> Option<Loading> {
    PIECES.into_iter().find(|(one, _)| *one == slug).map(|(_, load)| load())
}

#[wasm_split(plating_time, fallible)]
fn load_home() -> Result<Setup, NotLoaded> {
    Ok(Setup::Prepared(|shell| home::prepared(shell, &plating_time_model::CALCULATOR)))
}

#[wasm_split(plating_time, fallible)]
fn load_plating_time() -> Result<Setup, NotLoaded> {
    Ok(Setup::Calculator(&plating_time_model::CALCULATOR, || plating_time::LAYOUT))
}

#[wasm_split(part_area, fallible)]
fn load_part_area() -> Result<Setup, NotLoaded> {
    Ok(Setup::WithRows(&part_area_model::CALCULATOR, || part_area::LAYOUT, rows::rows()))
}

#[wasm_split(quote, fallible)]
fn load_quote() -> Result<Setup, NotLoaded> {
    Ok(Setup::WithRows(&quote_model::CALCULATOR, || quote::LAYOUT, rows::rows()))
}

#[wasm_split(process_comparison, fallible)]
fn load_process_comparison() -> Result<Setup, NotLoaded> {
    Ok(Setup::Calculator(&process_comparison_model::CALCULATOR, process_comparison::layout))
}

#[wasm_split(pv_payback, fallible)]
fn load_pv_payback() -> Result<Setup, NotLoaded> {
    Ok(Setup::Calculator(&pv_payback_model::CALCULATOR, || pv_payback::LAYOUT))
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

/// What a page of a calculator does without at first.
#[derive(Clone, Copy)]
pub struct More {
    /// Evaluates with all that stands behind the answer.
    pub whole: Evaluate,
    /// The help of the fields.
    pub help: Help,
    /// Holds the calculator ready for analysis.
    pub hold: Hold,
}

/// Loads it; none where there is no such calculator.
pub async fn more(id: &str) -> Result<Option<More>, NotLoaded> {
    if id == "pv-payback" {
        return more_of_pv_payback().await.map(|(more, _)| Some(more));
    }
    Ok(more_of_others().await?.iter().find(|(one, _)| *one == id).map(|(_, more)| *more))
}

/// One cut for four: each has its price in every page.
#[wasm_split(more, fallible)]
fn more_of_others() -> Result<&'static [(&'static str, More)], NotLoaded> {
    Ok(&[
        (
            "plating-time",
            More {
                whole: plating_time_model::WHOLE,
                help: plating_time_model::HELP,
                hold: plating_time_model::HOLD,
            },
        ),
        (
            "part-area",
            More {
                whole: part_area_model::WHOLE,
                help: part_area_model::HELP,
                hold: part_area_model::HOLD,
            },
        ),
        (
            "quote",
            More { whole: quote_model::WHOLE, help: quote_model::HELP, hold: quote_model::HOLD },
        ),
        (
            "process-comparison",
            More {
                whole: process_comparison_model::WHOLE,
                help: process_comparison_model::HELP,
                hold: process_comparison_model::HOLD,
            },
        ),
    ])
}

#[wasm_split(pv_more, fallible)]
fn more_of_pv_payback() -> Result<(More, Take), NotLoaded> {
    Ok((
        More {
            whole: pv_payback_model::WHOLE,
            help: pv_payback_model::HELP,
            hold: pv_payback_model::HOLD,
        },
        pv_payback_model::TAKE,
    ))
}

/// Loads what reads the files that a calculator takes; none where it takes none.
pub async fn take(id: &str) -> Result<Option<Take>, NotLoaded> {
    match id {
        "pv-payback" => more_of_pv_payback().await.map(|(_, take)| Some(take)),
        "part-area" => take_model().await.map(Some),
        _ => Ok(None),
    }
}

#[wasm_split(models, fallible)]
fn take_model() -> Result<Take, NotLoaded> {
    Ok(part_area_model::TAKE)
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
