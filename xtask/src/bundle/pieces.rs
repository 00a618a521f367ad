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

/// What the script of the pieces asks for files in place of the network: the page has begun to fetch and compile those of its start (`src/boot.js`), a worker
/// has not. Each is made part of the application in a turn of its own, so that a slow phone takes a touch in between, where somebody can touch it.
const PART: &str = "const part = self.platewisePart ?? ((url) => WebAssembly.compileStreaming(fetch(url)));
let turn = Promise.resolve();
const take = async (code, imports) => {
    const module = await code;
    if (self.document && !document.hidden) await (turn = turn.then(() => new Promise((then) => setTimeout(then))));
    return WebAssembly.instantiate(module, imports);
};
";
/// How it asks otherwise.
const FETCHED: [&str; 2] = ["fetch(new URL(", "import.meta.url));"];
const INSTANTIATED: &str = "WebAssembly.instantiateStreaming(src, imports)";

/// The script that fetches the pieces, which shares files with the page.
pub fn shared(link: &str) -> Outcome<String> {
    let [start, end] = FETCHED;
    let [fetched, instantiated] = [start, INSTANTIATED].map(|text| link.matches(text).count());
    if fetched == 0 || fetched != instantiated || fetched != link.matches(end).count() {
        return Err(Failure::new("the script of the pieces is not what was expected: see `shared` in xtask/src/bundle/pieces.rs".to_owned()));
    }
    let script = link
        .replace(start, "part(new URL(")
        .replace(end, "import.meta.url).href);")
        .replace(INSTANTIATED, "take(src, imports)");
    Ok(format!("{PART}{script}"))
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
    let cut = transform(options).map_err(|error| {
        Failure::new(format!("cutting {} into pieces failed: {error:#}", module.display()))
    })?;
    Ok(Pieces {
        link: folder.join(LINK_JS.trim_start_matches("./")),
        shell,
        files: cut.split_modules,
        needs: cut.prefetch_map.into_iter().collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::shared;

    #[test]
    fn files_are_shared_with_the_page() {
        let source = "const a = () => {\n    const src = fetch(new URL(\"./a.wasm\", import.meta.url));\n    return async (imports) => (WebAssembly.instantiateStreaming(src, imports));\n};\n";
        let script = shared(source).unwrap_or_default();
        assert!(
            script.contains("const src = part(new URL(\"./a.wasm\", import.meta.url).href);"),
            "{script}"
        );
        assert!(script.contains("=> (take(src, imports));"), "{script}");
        assert!(
            shared("import it from \"./a.js\";").is_err(),
            "another generator writes another script"
        );
    }
}
