//! Cuts the module into pieces: the shell, which every page loads, and what is loaded on demand (`src/on_demand.rs` says where to cut).
//! The cutting is done by symbols and relocations, which the linker has to leave in, before the bindings are made of the shell.
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use wasm_split_cli_support::{Options, transform};

use crate::failure::{Failure, Outcome};
use crate::files;

/// The name under which the bindings and the pieces know each other before their files are named by content.
pub const APP_JS: &str = "./app.js";
pub const LINK_JS: &str = "./pieces.js";

/// The module in pieces, in one folder.
pub struct Pieces {
    /// What every page loads, without its bindings.
    pub shell: PathBuf,
    /// The script that fetches the pieces.
    pub link: PathBuf,
    /// The files of the pieces.
    pub files: Vec<PathBuf>,
    /// For each cut, the stems of the files it needs.
    pub needs: BTreeMap<String, Vec<String>>,
}

/// Cuts a module.
pub fn cut(module: &Path, folder: &Path) -> Outcome<Pieces> {
    files::create_folder(folder)?;
    let input = files::read(module)?;
    let shell = folder.join("app.wasm");
    let mut options = Options::new(&input);
    options.output_dir = folder;
    options.main_out_path = &shell;
    options.link_name = LINK_JS;
    options.main_module = APP_JS;
    let cut = transform(options).map_err(|error| Failure::new(format!("cutting {} into pieces failed: {error:#}", module.display())))?;
    Ok(Pieces { link: folder.join(LINK_JS.trim_start_matches("./")), shell, files: cut.split_modules, needs: cut.prefetch_map.into_iter().collect() })
}
