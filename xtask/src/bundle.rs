//! From source to `dist/`: compile for wasm32, make the JavaScript bindings, optimise, name files by their content, write a static
//! page per address.
//!
//! There is no trunk here. wasm-bindgen is used as a library of exactly the application's version, so the two can never disagree and a
//! newcomer is spared the minutes its command line and trunk take to install; and a page per address under a strict content security
//! policy would need a step of its own after trunk anyway.
mod css;
mod embed;
mod imports;
mod merge;
mod one_file;
mod pages;
mod pieces;
mod published;
mod template;

pub use one_file::ONE_FILE;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};
use wasm_bindgen_cli_support::Bindgen;

use crate::failure::{Attempting, Failure, Outcome};
use crate::tools::compiler::{WasmCompiler, ensure_wasm_compiler};
use crate::tools::minifier::{Kind, Minifier};
use crate::tools::optimiser::ensure_wasm_opt;
use crate::{files, project, run, size};

/// How much care the build takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// Compiles fast; not optimised, not compressed.
    Dev,
    /// What is published, except that it does without wasm-opt where that cannot be had.
    Release,
    /// What is published: without wasm-opt it fails.
    Publish,
}

/// The names of the files every page loads, relative to the top of the site.
pub struct Assets {
    pub app_js: String,
    pub app_wasm: String,
    pub css: String,
    pub boot: String,
    pub worker: String,
    /// What a calculator alone in a frame has besides.
    pub frame_css: String,
    /// What follows when the page is there.
    pub after: String,
    /// The script that fetches the pieces.
    pub pieces_js: String,
    /// For each cut of the module, the files it needs besides.
    pub pieces: BTreeMap<String, Vec<String>>,
}

/// Builds the site and puts it in the place of `dist/` at once, so that a server never shows half of it.
pub fn build(effort: Effort) -> Outcome {
    let compiler = ensure_wasm_compiler()?;
    let minifier = Minifier::find(effort)?;
    // A folder of its own: a test may build while `serve` does.
    let work = project::target().join("bundle").join(std::process::id().to_string());
    let site = work.join("site");
    files::remove_folder(&work)?;
    files::create_folder(&site)?;

    let module = compile(&compiler, effort)?;
    let mut cut = pieces::cut(&module, &work.join("pieces"))?;
    if effort != Effort::Dev {
        merge::merge(&mut cut, &pages::first_cuts())?;
    }
    let (script, wasm) = bind(&cut.shell, effort, &work, &site)?;
    let mut app = optimise(&wasm, effort)?;
    if effort != Effort::Dev {
        let (numbered, module) = imports::number(&files::read_text(&script)?, &app);
        files::write(&script, numbered)?;
        app = module;
    }
    let app_wasm = place(&site, "app", "wasm", &app)?;
    let Scripts { app_js, pieces_js, needs, sources } =
        place_scripts(&site, &script, &cut, effort, &minifier)?;
    let script = |name: &str| {
        place(&site, name, "js", minifier.minify(&source(name)?, Kind::Script)?.as_bytes())
    };
    let assets = Assets {
        app_wasm,
        app_js,
        pieces_js,
        pieces: needs,
        css: place(&site, "style", "css", styles()?.as_bytes())?,
        frame_css: place(
            &site,
            "frame",
            "css",
            css::minify(&files::read_text(&project::root().join("style").join(FRAME_CSS))?)
                .as_bytes(),
        )?,
        boot: script("boot")?,
        after: script("after")?,
        worker: script("worker")?,
    };
    let template = files::read_text(&project::root().join("index.html"))?;
    for page in pages::static_pages(&template, &assets)? {
        files::write(&site.join(page.file), page.html)?;
    }
    one_file::write(&site, &template, &assets, &sources, &minifier)?;
    embed::write(&site, &minifier)?;
    published::write(&site)?;
    copy_public(&site)?;
    write_service_worker(&site, &minifier)?;
    if effort != Effort::Dev {
        size::compress(&site)?;
    }
    replace_dist(&site, &work)?;
    files::remove_folder(&work)
}

fn compile(compiler: &WasmCompiler, effort: Effort) -> Outcome<PathBuf> {
    let (arguments, profile): (&[&str], _) =
        if effort == Effort::Dev { (&[], "debug") } else { (&["--release"], "release") };
    // The module is cut into pieces by its relocations. This way of giving the flag wins over any other, which would lose it.
    run::run(
        compiler
            .cargo("build", arguments)
            .env("CARGO_ENCODED_RUSTFLAGS", "-Clink-arg=--emit-relocs")
            .envs(commit()),
    )?;
    let folder = project::wasm_target_folder().join(project::WASM_TARGET).join(profile);
    Ok(folder.join(format!("{}.wasm", project::PROGRAM)))
}

/// The commit, for the page about the application and for whatever is exported; none outside a checkout, a mark where something is not committed.
fn commit() -> Option<(&'static str, String)> {
    let commit = run::capture(
        std::process::Command::new("git")
            .args(["describe", "--always", "--exclude=*", "--dirty=+"])
            .current_dir(project::root()),
    )
    .ok()?;
    Some(("PLATEWISE_COMMIT", commit))
}

/// Makes the bindings and returns the script and the module. Snippets, the JavaScript that libraries bring along, go straight to the
/// site: wasm-bindgen names their folders by content already, and the script imports them by that name.
fn bind(module: &Path, effort: Effort, work: &Path, site: &Path) -> Outcome<(PathBuf, PathBuf)> {
    let folder = work.join("bindings");
    Bindgen::new()
        .input_path(module)
        .web(true)
        .attempting(|| "make bindings for the web".to_owned())?
        .out_name("app")
        .keep_lld_exports(true) // what the pieces take from the shell
        .typescript(false)
        .remove_name_section(effort != Effort::Dev)
        .remove_producers_section(effort != Effort::Dev)
        .generate(&folder)
        .attempting(|| format!("make bindings of {}", module.display()))?;
    let snippets = folder.join("snippets");
    copy_folder(&snippets, &site.join("snippets"))?;
    Ok((folder.join("app.js"), folder.join("app_bg.wasm")))
}

/// Names the pieces and the two scripts by content. The scripts name each other, so both take the name of what they are before that.
fn place_scripts(
    site: &Path,
    script: &Path,
    cut: &pieces::Pieces,
    effort: Effort,
    minifier: &Minifier,
) -> Outcome<Scripts> {
    let (mut app, mut link) = (files::read_text(script)?, files::read_text(&cut.link)?);
    let mut named = BTreeMap::new();
    for file in &cut.files {
        let stem =
            file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let name = place(site, &stem, "wasm", &optimise(file, effort)?)?;
        link = link.replace(&format!("\"./{stem}.wasm\""), &format!("\"./{name}\""));
        named.insert(stem, name);
    }
    let mut shared = pieces::shared(&link)?;
    let mark = short(&fingerprint(format!("{app}{shared}").as_bytes()));
    let (app_js, link_js) = (format!("app-{mark}.js"), format!("pieces-{mark}.js"));
    // Only where it is imported: the module knows it under its old name.
    app = app
        .replace(&format!("from \"{}\"", pieces::LINK_JS), &format!("from \"./{link_js}\""))
        .replace(&format!("from '{}'", pieces::LINK_JS), &format!("from './{link_js}'"));
    for script in [&mut link, &mut shared] {
        *script = script.replace(pieces::APP_JS, &format!("./{app_js}"));
    }
    files::write(&site.join(&app_js), minifier.minify(&app, Kind::Module)?)?;
    files::write(&site.join(&link_js), minifier.minify(&shared, Kind::Module)?)?;
    let files_of =
        |stems: &Vec<String>| stems.iter().filter_map(|stem| named.get(stem).cloned()).collect();
    let needs = cut.needs.iter().map(|(cut, stems)| (cut.clone(), files_of(stems))).collect();
    Ok(Scripts { app_js, pieces_js: link_js, needs, sources: [app, link] })
}

/// The two scripts of the module: their names, what each cut needs, and what they were before they were made small.
struct Scripts {
    app_js: String,
    pieces_js: String,
    needs: BTreeMap<String, Vec<String>>,
    sources: [String; 2],
}

/// A script of ours.
fn source(name: &str) -> Outcome<String> {
    files::read_text(&project::root().join("src").join(format!("{name}.js")))
}

fn optimise(wasm: &Path, effort: Effort) -> Outcome<Vec<u8>> {
    if effort == Effort::Dev {
        return files::read(wasm);
    }
    let optimiser = match ensure_wasm_opt() {
        Ok(optimiser) => optimiser,
        Err(failure) if effort == Effort::Release => {
            println!(
                "Continuing without wasm-opt, so the application is larger than need be: {failure}."
            );
            return files::read(wasm);
        }
        Err(failure) => return Err(failure),
    };
    let smaller = wasm.with_file_name("optimised.wasm");
    optimiser.optimise(wasm, &smaller)?;
    files::read(&smaller)
}

/// The style sheet that only frames have.
const FRAME_CSS: &str = "frame.css";

/// All other style sheets as one, in the order of their names.
fn styles() -> Outcome<String> {
    let folder = project::root().join("style");
    let mut all = String::new();
    for path in files::below(&folder)?.iter().filter(|path| {
        path.extension().is_some_and(|extension| extension == "css") && !path.ends_with(FRAME_CSS)
    }) {
        all.push_str(&files::read_text(path)?);
        all.push('\n');
    }
    if all.is_empty() {
        return Err(Failure::new(format!("there is no style sheet in {}", folder.display())));
    }
    Ok(css::minify(&all))
}

/// Writes a file under a name that changes with its content, so that it may be kept for ever, and returns the name.
fn place(site: &Path, stem: &str, extension: &str, content: &[u8]) -> Outcome<String> {
    let name = format!("{stem}-{}.{extension}", short(&fingerprint(content)));
    files::write(&site.join(&name), content)?;
    Ok(name)
}

/// The part of a fingerprint that stands in a name: long enough that no two versions of one file meet, and short, since it is what of a page cannot be compressed.
fn short(fingerprint: &str) -> String {
    fingerprint.chars().take(size::DIGITS).collect()
}

/// The first twelve hexadecimal digits of the SHA-256.
pub fn fingerprint(content: &[u8]) -> String {
    Sha256::digest(content).iter().take(6).map(|byte| format!("{byte:02x}")).collect()
}

/// `public/` as it is; it must not hide a file the build has made.
fn copy_public(site: &Path) -> Outcome {
    copy_folder(&project::root().join("public"), site)
}

fn copy_folder(from: &Path, to: &Path) -> Outcome {
    for file in files::below(from)? {
        let target = to.join(files::address(from, &file));
        if target.exists() {
            return Err(Failure::new(format!(
                "{} would replace a file that the build has made",
                file.display()
            )));
        }
        files::write(&target, files::read(&file)?)?;
    }
    Ok(())
}

/// What is not kept offline: what other sites load, what only search engines read, and what is everything once more.
const NOT_KEPT: [&str; 5] = ["embed/", "robots.txt", "_headers", "licences.txt", ONE_FILE];

/// The service worker: it must keep its name from build to build, and learns here what to keep offline. `{{files}}` is a JSON list of addresses relative to the
/// top of the site, each with the fingerprint of its content; `{{version}}` changes whenever one of them does.
fn write_service_worker(site: &Path, minifier: &Minifier) -> Outcome {
    let mut kept = Vec::new();
    for file in files::below(site)? {
        let address = files::address(site, &file);
        if !NOT_KEPT.iter().any(|start| address.starts_with(start)) {
            kept.push((
                address.strip_suffix("index.html").unwrap_or(&address).to_owned(),
                fingerprint(&files::read(&file)?),
            ));
        }
    }
    let list =
        serde_json::to_string(&kept).attempting(|| "list the files of the site".to_owned())?;
    let script = template::fill(
        &source("service-worker")?,
        &[("files", &list), ("version", &fingerprint(list.as_bytes()))],
    )?;
    files::write(&site.join("service-worker.js"), minifier.minify(&script, Kind::Script)?)
}

fn replace_dist(site: &Path, work: &Path) -> Outcome {
    let dist = project::dist();
    let previous = work.join("previous");
    if dist.exists() && files::rename(&dist, &previous).is_err() {
        files::remove_folder(&dist)?; // another file system, or a file still open: then not at once
    }
    if files::rename(site, &dist).is_err() {
        copy_folder(site, &dist)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::fingerprint;

    #[test]
    fn a_fingerprint_is_the_start_of_the_sha_256() {
        // FIPS 180-4 example: SHA-256("abc") = ba7816bf 8f01cfea …
        assert_eq!(fingerprint(b"abc"), "ba7816bf8f01");
    }
}
