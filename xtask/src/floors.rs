//! The floors of a crate: which top-level modules may use which. Neither they nor the modules inside any folder may use each
//! other in a circle; a module and what is inside it may.
//!
//! The module graph is computed from the tokens of every file, so that paths inside macros count as well (a syntax tree stops
//! at a macro); a path counts where it starts with `crate::`, `super::` or `self::`. What is compiled for tests only may use
//! anything.
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::failure::{Attempting, Failure, Outcome};
use crate::files;
use crate::project::root;

/// Floors from the ground up. A module may use those below it, and others on its own floor as long as they form no circle.
type Floors<'a> = &'a [&'a [&'a str]];

/// A crate of this checkout.
struct Crate<'a> {
    /// The folder of its sources.
    folder: &'a str,
    floors: Floors<'a>,
    /// Modules that load others later, when the browser asks for them: their own uses are no arrows.
    cuts: &'a [&'a str],
}

const CRATES: [Crate<'static>; 2] = [
    Crate {
        folder: "model/src",
        floors: &[
            &["language", "numeric", "pack"],
            &["units"],
            &["words"],
            &["data", "import"],
            &["electricity", "finance", "line", "part", "plating", "process", "quote", "solar"],
            &["report"],
            &["calculator"],
            &["analysis", "entry", "json", "message", "output", "private", "request"],
            &["quotation"],
            &["command_line"],
        ],
        cuts: &[],
    },
    Crate {
        folder: "src",
        floors: &[
            &["charts", "dom", "on_demand", "reactive", "routes", "words"],
            &["router", "storage", "worker"],
            &["export", "form", "key", "settings", "shop"],
            &["screen"],
            &["app", "embed"],
            &["pages"],
        ],
        cuts: &["on_demand"],
    },
];

/// Fails on every arrow back, every circle and every module without a floor, and prints them.
pub fn check() -> Outcome {
    let mut problems = Vec::new();
    for one in CRATES {
        let sources = sources(&root(), one.folder)?;
        problems.extend(problems_of(&sources, &one)?.into_iter().map(|text| text + "\n"));
    }
    if problems.is_empty() { Ok(()) } else { Err(Failure::new(problems.concat())) }
}

/// A file of a crate, and where in the crate its items are.
struct Source {
    file: String,
    module: Vec<String>,
    text: String,
}

impl Source {
    /// `file` is the path below the folder of the crate's root, with forward slashes.
    fn new(file: &str, text: String) -> Self {
        let mut module: Vec<String> =
            file.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
        let is_folder = module.last().is_some_and(|last| last == "mod");
        let is_root = module.len() == 1 && matches!(file, "lib.rs" | "main.rs");
        if is_folder || is_root {
            module.pop();
        }
        Self { file: file.to_owned(), module, text }
    }
}

fn sources(root: &Path, folder: &str) -> Outcome<Vec<Source>> {
    let top = root.join(folder);
    let paths = files::below(&top)?;
    let rust = paths.iter().filter(|path| path.extension().is_some_and(|kind| kind == "rs"));
    rust.map(|path| {
        let mut source = Source::new(&files::address(&top, path), files::read_text(path)?);
        source.file = files::address(root, path);
        Ok(source)
    })
    .collect()
}

/// One top-level module using another, and where it does.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Arrow {
    from: String,
    to: String,
    file: String,
    line: usize,
}

impl std::fmt::Display for Arrow {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{} → {} ({}:{})", self.from, self.to, self.file, self.line)
    }
}

fn problems_of(sources: &[Source], one: &Crate) -> Outcome<Vec<String>> {
    let floors = one.floors;
    let mut uses = uses(sources)?;
    uses.retain(|found| !found.from.first().is_some_and(|from| one.cuts.contains(&from.as_str())));
    let modules = inside(sources, &[]);
    let floor = |module: &str| floors.iter().position(|floor| floor.contains(&module));
    let mut problems = Vec::new();
    for module in modules.iter().filter(|module| floor(module).is_none()) {
        problems.push(format!("`{module}` has no floor: give it one in xtask/src/floors.rs"));
    }
    for module in floors.iter().copied().flatten().filter(|module| !modules.contains(**module)) {
        problems.push(format!("`{module}` has a floor, but is no module any more"));
    }
    let arrows = arrows(sources, &uses, &[]);
    let goes_back = |arrow: &&Arrow| {
        floor(&arrow.from).zip(floor(&arrow.to)).is_some_and(|(from, to)| from < to)
    };
    problems.extend(arrows.iter().filter(goes_back).map(|arrow| format!("arrow back: {arrow}")));
    let parents: BTreeSet<Vec<String>> =
        sources.iter().map(|source| above(&source.module)).collect();
    for parent in parents {
        let circles = circles(&self::arrows(sources, &uses, &parent));
        let prefix: String = parent.iter().flat_map(|name| [name, "::"]).collect();
        problems.extend(circles.iter().map(|circle| {
            let steps: Vec<String> =
                circle.iter().map(|arrow| format!("\n    {prefix}{arrow}")).collect();
            format!("circle:{}", steps.concat())
        }));
    }
    Ok(problems)
}

/// The shortest circle through every module that is on one, each circle once.
fn circles(arrows: &[Arrow]) -> Vec<Vec<Arrow>> {
    let mut next: BTreeMap<&str, BTreeMap<&str, &Arrow>> = BTreeMap::new();
    for arrow in arrows {
        next.entry(&arrow.from).or_default().entry(&arrow.to).or_insert(arrow);
    }
    let mut seen = BTreeSet::new();
    let through = next.keys().filter_map(|start| shortest_circle(start, &next));
    through.filter(|circle| seen.insert(circle.iter().cloned().collect::<BTreeSet<_>>())).collect()
}

fn shortest_circle(
    start: &str,
    next: &BTreeMap<&str, BTreeMap<&str, &Arrow>>,
) -> Option<Vec<Arrow>> {
    let mut reached = BTreeSet::new();
    let mut ways: Vec<Vec<&Arrow>> = vec![Vec::new()];
    while !ways.is_empty() {
        let mut longer = Vec::new();
        for way in ways {
            let end = way.last().map_or(start, |arrow| arrow.to.as_str());
            for (to, arrow) in next.get(end).into_iter().flatten() {
                let way: Vec<&Arrow> = way.iter().copied().chain([*arrow]).collect();
                if *to == start {
                    return Some(way.into_iter().cloned().collect());
                }
                if reached.insert(*to) {
                    longer.push(way);
                }
            }
        }
        ways = longer;
    }
    None
}

/// Every arrow between two modules inside `parent`, in the order of the files. A use leads from the modules it is inside of
/// to those that what it names is inside of, thus is an arrow where these two part.
fn arrows(sources: &[Source], uses: &[Use], parent: &[String]) -> Vec<Arrow> {
    let modules: BTreeSet<&str> = inside(sources, parent);
    let between = |found: &Use| {
        let from = found.from.strip_prefix(parent)?.first()?;
        let to = found.to.strip_prefix(parent)?.first()?;
        let is_arrow = from != to && modules.contains(to.as_str()); // else it is an item of the parent itself
        is_arrow.then(|| Arrow {
            from: from.clone(),
            to: to.clone(),
            file: found.file.clone(),
            line: found.line,
        })
    };
    let mut seen = BTreeSet::new();
    uses.iter().filter_map(between).filter(|arrow| seen.insert(arrow.clone())).collect()
}

/// The modules directly inside another.
fn inside<'a>(sources: &'a [Source], parent: &[String]) -> BTreeSet<&'a str> {
    let below = sources.iter().filter_map(|source| source.module.strip_prefix(parent)?.first());
    below.map(String::as_str).collect()
}

fn uses(sources: &[Source]) -> Outcome<Vec<Use>> {
    let mut scan = Scan::default();
    for source in sources {
        let place = || format!("read the tokens of {}", source.file);
        let tokens: TokenStream = source.text.parse().attempting(place)?;
        scan.file(source, &tokens.into_iter().collect::<Vec<_>>(), &source.module);
    }
    Ok(scan.finish(sources))
}

/// A path that names something: the module where it stands and the whole path from the root of the crate.
struct Use {
    from: Vec<String>,
    to: Vec<String>,
    file: String,
    line: usize,
}

/// What is found in the tokens.
#[derive(Default)]
struct Scan {
    uses: Vec<Use>,
    /// Macros that are exported, thus found at the crate's root, and the module that defines them.
    macros: BTreeMap<String, Vec<String>>,
    /// Modules in files of their own that are compiled for tests only.
    for_tests: BTreeSet<Vec<String>>,
}

impl Scan {
    fn file(&mut self, source: &Source, tokens: &[TokenTree], module: &[String]) {
        let mut at = 0;
        let mut is_exported = false;
        while let Some(token) = tokens.get(at) {
            if let Some(attribute) = attribute(tokens, at) {
                at += 2;
                is_exported |= attribute == "macro_export";
                if attribute == "cfg(test)" {
                    at = self.skip_item(tokens, at, module);
                }
                continue;
            }
            match token {
                TokenTree::Ident(word) if word == "mod" => {
                    if let (Some(TokenTree::Ident(name)), Some(TokenTree::Group(body))) =
                        (tokens.get(at + 1), tokens.get(at + 2))
                    {
                        let inside = [module, &[name.to_string()]].concat();
                        let body: Vec<TokenTree> = body.stream().into_iter().collect();
                        self.file(source, &body, &inside);
                        at += 2;
                    }
                }
                TokenTree::Ident(word) if word == "macro_rules" => {
                    if let (true, Some(TokenTree::Ident(name))) = (is_exported, tokens.get(at + 2))
                    {
                        self.macros.insert(name.to_string(), module.to_vec());
                    }
                    is_exported = false;
                }
                TokenTree::Ident(_) => self.path(source, tokens, at, module),
                TokenTree::Group(group) => {
                    let body: Vec<TokenTree> = group.stream().into_iter().collect();
                    self.file(source, &body, module);
                }
                _ => {}
            }
            at += 1;
        }
    }

    /// Notes what a path names that starts here, if it starts at the crate's root or in a module above.
    fn path(&mut self, source: &Source, tokens: &[TokenTree], at: usize, module: &[String]) {
        let Some(TokenTree::Ident(word)) = tokens.get(at) else { return };
        let continues = at >= 2 && is_join(tokens, at - 2);
        if continues || !is_join(tokens, at + 1) {
            return;
        }
        let base = match word.to_string().as_str() {
            "crate" => Vec::new(),
            "super" => above(module),
            "self" => module.to_vec(),
            _ => return,
        };
        self.names(source, tokens, at + 3, module, base);
    }

    /// Notes the rest of a path, or each of those in braces.
    fn names(
        &mut self,
        source: &Source,
        tokens: &[TokenTree],
        at: usize,
        from: &[String],
        base: Vec<String>,
    ) {
        match tokens.get(at) {
            Some(TokenTree::Ident(word)) => {
                let to = match word.to_string().as_str() {
                    "super" => above(&base),
                    "self" => base,
                    name => [base, vec![name.to_owned()]].concat(),
                };
                if is_join(tokens, at + 1) {
                    return self.names(source, tokens, at + 3, from, to);
                }
                let line = word.span().start().line;
                self.uses.push(Use { from: from.to_vec(), to, file: source.file.clone(), line });
            }
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                let inside: Vec<TokenTree> = group.stream().into_iter().collect();
                for at in 0..inside.len() {
                    if at == 0 || is_punct(&inside, at - 1, ',') {
                        self.names(source, &inside, at, from, base.clone());
                    }
                }
            }
            Some(token) => {
                // a glob
                let line = token.span().start().line;
                self.uses.push(Use {
                    from: from.to_vec(),
                    to: base,
                    file: source.file.clone(),
                    line,
                });
            }
            None => {}
        }
    }

    /// The place behind an item: behind its body or its semicolon, whichever comes first.
    fn skip_item(&mut self, tokens: &[TokenTree], from: usize, module: &[String]) -> usize {
        let rest = tokens.iter().skip(from);
        let length = rest.take_while(|token| !ends_item(token)).count();
        let words = tokens.get(from..from + length).unwrap_or_default();
        if let ([.., TokenTree::Ident(word), TokenTree::Ident(name)], true) =
            (words, is_punct(tokens, from + length, ';'))
            && word == "mod"
        {
            self.for_tests.insert([module, &[name.to_string()]].concat());
        }
        from + length + 1
    }

    /// All uses but those of tests; exported macros are where they are defined.
    fn finish(self, sources: &[Source]) -> Vec<Use> {
        let tests: BTreeSet<&str> = sources
            .iter()
            .filter(|source| self.for_tests.iter().any(|tests| source.module.starts_with(tests)))
            .map(|source| source.file.as_str())
            .collect();
        let uses = self.uses.into_iter().filter(|found| !tests.contains(found.file.as_str()));
        uses.map(|mut found| {
            if let [name] = found.to.as_slice()
                && let Some(owner) = self.macros.get(name)
            {
                found.to.clone_from(owner);
            }
            found
        })
        .collect()
    }
}

fn above(module: &[String]) -> Vec<String> {
    module.split_last().map(|(_, above)| above.to_vec()).unwrap_or_default()
}

/// Whether `::` stands here.
fn is_join(tokens: &[TokenTree], at: usize) -> bool {
    is_punct(tokens, at, ':') && is_punct(tokens, at + 1, ':')
}

fn is_punct(tokens: &[TokenTree], at: usize, sign: char) -> bool {
    matches!(tokens.get(at), Some(TokenTree::Punct(punct)) if punct.as_char() == sign)
}

/// What stands in an attribute, such as `cfg(test)`.
fn attribute(tokens: &[TokenTree], at: usize) -> Option<String> {
    match (is_punct(tokens, at, '#'), tokens.get(at + 1)) {
        (true, Some(TokenTree::Group(group))) if group.delimiter() == Delimiter::Bracket => {
            Some(group.stream().to_string().replace(' ', ""))
        }
        _ => None,
    }
}

fn ends_item(token: &TokenTree) -> bool {
    match token {
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        TokenTree::Punct(punct) => punct.as_char() == ';',
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::{Crate, Floors, Source, check, problems_of};

    #[test]
    fn this_checkout_keeps_to_its_floors() {
        check().unwrap();
    }

    const FLOORS: Floors = &[&["units"], &["data"], &["plating", "solar"], &["calculator"]];

    fn of(floors: Floors) -> Crate {
        Crate { folder: "", floors, cuts: &["on_demand"] }
    }

    /// A crate that keeps to its floors.
    const SOUND: [(&str, &str); 6] = [
        (
            "lib.rs",
            "pub mod calculator; pub mod data; pub mod plating; pub mod solar; pub mod units;",
        ),
        ("units/mod.rs", "pub struct Micrometres(pub f64);"),
        ("data.rs", "use crate::units::Micrometres;"),
        ("plating/mod.rs", "mod thread; use crate::{data, units::Micrometres};"),
        ("plating/thread.rs", "use super::super::units; use super::Thickness;"),
        ("solar.rs", "use crate::plating::Thickness;"),
    ];
    const CALCULATOR: (&str, &str) = ("calculator.rs", "use crate::{plating, solar};");

    fn problems(changed: &[(&str, &str)]) -> Vec<String> {
        let is_changed = |file: &str| changed.iter().any(|(name, _)| *name == file);
        let sources: Vec<Source> = SOUND
            .iter()
            .chain(&[CALCULATOR])
            .filter(|(file, _)| !is_changed(file))
            .chain(changed)
            .map(|(file, text)| Source::new(file, (*text).to_owned()))
            .collect();
        problems_of(&sources, &of(FLOORS)).unwrap()
    }

    #[test]
    fn a_crate_whose_arrows_run_down_has_no_problem() {
        assert_eq!(problems(&[]), Vec::<String>::new());
    }

    #[test]
    fn an_arrow_back_is_printed_with_its_file_and_line() {
        let back = problems(&[("data.rs", "use crate::units;\n\nuse crate::plating::Thickness;")]);
        assert!(back.contains(&"arrow back: data → plating (data.rs:3)".to_owned()), "{back:?}");
    }

    #[test]
    fn a_circle_on_one_floor_is_printed_with_every_arrow() {
        let circle = problems(&[("plating/thread.rs", "fn f() { crate::solar::noon() }")]);
        let expected =
            "circle:\n    plating → solar (plating/thread.rs:1)\n    solar → plating (solar.rs:1)";
        assert_eq!(circle, [expected]);
    }

    #[test]
    fn an_arrow_back_is_found_however_it_is_written() {
        for text in [
            "use super::calculator;",
            "pub use crate::{units::{self, Micrometres}, calculator::{Setup, self}};",
            "fn f() { println!(\"{}\", crate::calculator::name()) }",
            "mod inner { fn f() -> super::super::calculator::Setup { todo() } }",
            "macro_rules! row { () => { $crate::calculator::ROW } }",
            "fn f() { crate::setup!() }",
            "#[cfg(test)] mod tests { use crate::solar; } use crate::calculator;",
            "#[cfg(test)] use crate::solar; use crate::calculator;",
        ] {
            let setup = "#[macro_export] macro_rules! setup { () => {} } use crate::plating;";
            let back =
                problems(&[("data.rs", text), ("calculator.rs", setup), ("plating/mod.rs", "")]);
            assert_eq!(back, ["arrow back: data → calculator (data.rs:1)"], "{text}");
        }
    }

    #[test]
    fn what_is_no_path_of_the_crate_is_no_arrow() {
        for text in [
            "//! See [`crate::calculator`].",
            "const NAME: &str = \"crate::calculator\"; // crate::calculator",
            "use other::calculator; pub(crate) struct A; fn f() { other::crate_::calculator() }",
            "#[cfg(test)] mod tests { use crate::calculator; }",
            "#[cfg(test)] #[path = \"x.rs\"] mod tests { use super::super::calculator; }",
        ] {
            assert_eq!(problems(&[("data.rs", text)]), Vec::<String>::new(), "{text}");
        }
        let apart =
            [("data/mod.rs", "#[cfg(test)] mod tests;"), ("data/tests.rs", "use crate::solar;")];
        assert_eq!(problems(&apart), Vec::<String>::new());
    }

    #[test]
    fn what_is_loaded_later_is_no_arrow_of_the_module_that_loads_it() {
        let floors: Floors =
            &[&["units", "on_demand"], &["data"], &["plating", "solar"], &["calculator"]];
        let files = [
            ("on_demand.rs", "use crate::calculator;"),
            ("calculator.rs", "use crate::on_demand;"),
        ];
        let sources: Vec<Source> = SOUND
            .iter()
            .chain(&files)
            .map(|(file, text)| Source::new(file, (*text).to_owned()))
            .collect();
        assert_eq!(problems_of(&sources, &of(floors)).unwrap(), Vec::<String>::new());
    }

    #[test]
    fn a_module_without_a_floor_and_a_floor_without_a_module_are_named() {
        let unknown = problems(&[("water.rs", "use crate::data;")]);
        assert_eq!(unknown, ["`water` has no floor: give it one in xtask/src/floors.rs"]);
        let sources = [Source::new("units.rs", String::new())];
        let missing = problems_of(&sources, &of(&[&["units"], &["data"]])).unwrap();
        assert_eq!(missing, ["`data` has a floor, but is no module any more"]);
    }
}
