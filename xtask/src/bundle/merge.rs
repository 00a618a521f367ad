//! Few files in place of many: what several pieces share becomes a file for each set of pieces that share it, and most of those are small. Each would cost
//! its own request and compress by itself, so small ones become one module as long as that spares more requests than it sends for nothing.
//!
//! A shared file is simple: it takes memory, table and stack from the shell, gives nothing away, and its functions are called by their places in
//! the table. Side by side in one module they only need other numbers. What is not of that kind stays as it is.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{
    CodeSection, DataSection, ElementSection, EntityType, FunctionSection, ImportSection, Module,
    TypeSection,
};
use wasmparser::{Parser, Payload, TypeRef};

use super::pieces::Pieces;
use crate::failure::{Attempting as _, Failure, Outcome};
use crate::files;

/// What a request is worth, in bytes of code and data: so much may a page load for nothing to be spared one. A phone takes milliseconds for each, before and
/// after it is sent.
const REQUEST: usize = 1_000;
/// How the files that are shared begin.
const SHARED: &str = "chunk_";

/// Files that become one, the cuts that load them, and bytes of code and data.
struct Group<'a> {
    files: Vec<PathBuf>,
    cuts: BTreeSet<&'a String>,
    size: usize,
}

impl Group<'_> {
    /// What it is worth to make one of two: a request less for each cut that loads both, but all of it for those that load one.
    fn worth(&self, other: &Self) -> Option<usize> {
        let spared = REQUEST * self.cuts.intersection(&other.cuts).count();
        let for_nothing = self.cuts.difference(&other.cuts).count() * other.size
            + other.cuts.difference(&self.cuts).count() * self.size;
        spared.checked_sub(for_nothing).filter(|worth| *worth > 0)
    }
}

/// Puts together what is worth it, the best first.
fn grouped(mut groups: Vec<Group<'_>>) -> Vec<Group<'_>> {
    loop {
        let pairs = groups.iter().enumerate().flat_map(|(at, one)| {
            groups
                .iter()
                .enumerate()
                .skip(at + 1)
                .map(move |(then, other)| (one.worth(other), at, then))
        });
        let best = pairs
            .filter_map(|(worth, at, then)| Some((worth?, at, then)))
            .max_by_key(|(worth, ..)| *worth);
        let Some((_, at, then)) = best else { return groups };
        let other = groups.swap_remove(then);
        if let Some(one) = groups.get_mut(at) {
            one.files.extend(other.files);
            one.cuts.extend(other.cuts);
            one.size += other.size;
        }
    }
}

/// Merges what is small; `first` are the cuts that a page loads at once, which alone count where they load a file.
pub fn merge(pieces: &mut Pieces, first: &BTreeSet<String>) -> Outcome {
    let mut groups = Vec::new();
    for file in &pieces.files {
        let stem = stem_of(file);
        if !stem.starts_with(SHARED) {
            continue;
        }
        let module = files::read(file)?;
        let size = substance(&module);
        if !is_plain(module)? {
            continue;
        }
        let of = |at_once: bool| {
            pieces.needs.iter().filter(move |(cut, _)| first.contains(*cut) == at_once)
        };
        let loading = |at_once: bool| {
            of(at_once)
                .filter(|(_, stems)| stems.contains(&stem))
                .map(|(cut, _)| cut)
                .collect::<BTreeSet<_>>()
        };
        let at_once = loading(true);
        let cuts = if at_once.is_empty() { loading(false) } else { at_once };
        groups.push(Group { files: vec![file.clone()], cuts, size });
    }
    let mut merged_into = BTreeMap::new();
    for Group { files: group, .. } in grouped(groups) {
        let Some((kept, others)) = group.split_first().filter(|(_, others)| !others.is_empty())
        else {
            continue;
        };
        let modules = group.iter().map(|file| files::read(file)).collect::<Outcome<Vec<_>>>()?;
        let Some(merged) = together(&modules).map_err(|why| {
            Failure::new(format!("merging {} pieces failed: {why}", modules.len()))
        })?
        else {
            continue;
        };
        files::write(kept, merged)?;
        for other in others {
            merged_into.insert(stem_of(other), stem_of(kept));
            std::fs::remove_file(other).attempting(|| format!("remove {}", other.display()))?;
        }
    }
    pieces.files.retain(|file| !merged_into.contains_key(&stem_of(file)));
    for stems in pieces.needs.values_mut() {
        *stems = replaced(stems, &merged_into);
    }
    let script = files::read_text(&pieces.link)?;
    files::write(&pieces.link, rewritten(&script, &merged_into))
}

/// Whether a module can be merged at all.
fn is_plain(module: Vec<u8>) -> Outcome<bool> {
    together(&[module])
        .map(|merged| merged.is_some())
        .map_err(|why| Failure::new(format!("a piece cannot be read: {why}")))
}

/// Bytes of code and data in a module; what else is in it, mostly names, is not sent.
fn substance(module: &[u8]) -> usize {
    let of_payload = |payload: Payload<'_>| match payload {
        Payload::CodeSectionStart { range, .. } => range.len(),
        Payload::DataSection(section) => section.range().len(),
        _ => 0,
    };
    Parser::new(0).parse_all(module).filter_map(Result::ok).map(of_payload).sum()
}

fn stem_of(file: &std::path::Path) -> String {
    file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Names with those of the module they are in now in their place, each once.
fn replaced(names: &[String], merged_into: &BTreeMap<String, String>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    names
        .iter()
        .map(|name| merged_into.get(name).unwrap_or(name).clone())
        .filter(|name| seen.insert(name.clone()))
        .collect()
}

/// The script that fetches pieces, without those that are gone: each is told as `const __chunk_7 = makeLoad(… , []);`, and needed in lists of names.
fn rewritten(script: &str, merged_into: &BTreeMap<String, String>) -> String {
    let mut out = String::with_capacity(script.len());
    let mut rest = script;
    while let Some(start) = rest.find("const __chunk_") {
        let (before, told) = rest.split_at(start);
        out.push_str(before);
        let end = told.find("[]);").map_or(told.len(), |end| end + "[]);".len());
        let (told, after) = told.split_at(end);
        let name: String = told
            .trim_start_matches("const __")
            .chars()
            .take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '_')
            .collect();
        if !merged_into.contains_key(&name) {
            out.push_str(told);
        }
        rest = after;
    }
    out.push_str(rest);
    lists(&out, merged_into)
}

/// The lists of names in brackets.
fn lists(script: &str, merged_into: &BTreeMap<String, String>) -> String {
    let mut out = String::with_capacity(script.len());
    let mut rest = script;
    while let Some((before, inside, after)) = rest.split_once("[__").and_then(|(before, rest)| {
        rest.split_once(']').map(|(inside, after)| (before, inside, after))
    }) {
        let names: Vec<String> =
            inside.split(',').map(|name| name.trim().trim_start_matches("__").to_owned()).collect();
        let kept: Vec<String> =
            replaced(&names, merged_into).iter().map(|name| format!("__{name}")).collect();
        out.push_str(&format!("{before}[{}]", kept.join(", ")));
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Numbers that a module's types and functions have in the one it becomes part of.
struct Moved {
    types: u32,
    functions: u32,
}

impl Reencode for Moved {
    type Error = std::convert::Infallible;

    fn type_index(&mut self, index: u32) -> Result<u32, Error<Self::Error>> {
        Ok(self.types + index)
    }

    fn function_index(&mut self, index: u32) -> Result<u32, Error<Self::Error>> {
        Ok(self.functions + index)
    }
}

/// What a module takes from the shell: at most one memory, one table and one number, in any order.
type Taken = BTreeMap<&'static str, (String, String, EntityType)>;

/// The modules as one; none where one of them is of another kind.
fn together(modules: &[Vec<u8>]) -> Result<Option<Vec<u8>>, Error> {
    let (mut types, mut functions, mut elements, mut code, mut data) = (
        TypeSection::new(),
        FunctionSection::new(),
        ElementSection::new(),
        CodeSection::new(),
        DataSection::new(),
    );
    let mut taken = Taken::new();
    for module in modules {
        let mut moved = Moved { types: types.len(), functions: functions.len() };
        for payload in Parser::new(0).parse_all(module) {
            match payload? {
                Payload::TypeSection(section) => moved.parse_type_section(&mut types, section)?,
                Payload::FunctionSection(section) => {
                    moved.parse_function_section(&mut functions, section)?
                }
                Payload::ElementSection(section) => {
                    moved.parse_element_section(&mut elements, section)?
                }
                Payload::DataSection(section) => moved.parse_data_section(&mut data, section)?,
                Payload::CodeSectionEntry(body) => moved.parse_function_body(&mut code, body)?,
                Payload::ImportSection(section) => {
                    let mut own = BTreeSet::new();
                    for import in section.into_imports() {
                        let import = import?;
                        let kind = match import.ty {
                            TypeRef::Memory(_) => "memory",
                            TypeRef::Table(_) => "table",
                            TypeRef::Global(_) => "global",
                            _ => return Ok(None),
                        };
                        let here = (
                            import.module.to_owned(),
                            import.name.to_owned(),
                            moved.entity_type(import.ty)?,
                        );
                        let same = taken.entry(kind).or_insert_with(|| here.clone());
                        if !own.insert(kind) || (&same.0, &same.1) != (&here.0, &here.1) {
                            return Ok(None);
                        }
                    }
                }
                Payload::ExportSection(section) if section.count() == 0 => {}
                Payload::Version { .. }
                | Payload::DataCountSection { .. }
                | Payload::CodeSectionStart { .. }
                | Payload::CustomSection(_)
                | Payload::End(_) => {}
                _ => return Ok(None), // it gives or defines something
            }
        }
    }
    let mut imports = ImportSection::new();
    for (module, name, entity) in taken.values() {
        imports.import(module, name, *entity);
    }
    let mut all = Module::new();
    all.section(&types)
        .section(&imports)
        .section(&functions)
        .section(&elements)
        .section(&code)
        .section(&data);
    Ok(Some(all.finish()))
}

#[cfg(test)]
mod tests {
    use super::{Group, grouped, rewritten, substance, together};
    use std::collections::BTreeMap;
    use std::path::PathBuf;
    use wasm_encoder::{
        CodeSection, ConstExpr, DataSection, ElementSection, Elements, EntityType, ExportKind,
        ExportSection, Function, FunctionSection, ImportSection, Instruction, MemoryType, Module,
        RefType, TableType, TypeSection, ValType,
    };

    /// A module with a function at this place of the table that calls itself and gives a number of its type, and a text at this place of the memory.
    fn shared(place: i32, types: u32) -> Vec<u8> {
        let mut all = Module::new();
        let mut kinds = TypeSection::new();
        for kind in 0..types {
            kinds.ty().function(vec![ValType::I32; kind as usize], [ValType::I32]);
        }
        let mut imports = ImportSection::new();
        imports.import(
            "shell",
            "memory",
            MemoryType {
                minimum: 1,
                maximum: None,
                memory64: false,
                shared: false,
                page_size_log2: None,
            },
        );
        imports.import(
            "shell",
            "table",
            EntityType::Table(TableType {
                element_type: RefType::FUNCREF,
                table64: false,
                minimum: 9,
                maximum: None,
                shared: false,
            }),
        );
        let mut functions = FunctionSection::new();
        functions.function(0);
        let mut elements = ElementSection::new();
        elements.active(None, &ConstExpr::i32_const(place), Elements::Functions([0][..].into()));
        let mut code = CodeSection::new();
        let mut body = Function::new([]);
        body.instruction(&Instruction::Call(0)).instruction(&Instruction::End);
        code.function(&body);
        let mut data = DataSection::new();
        data.active(0, &ConstExpr::i32_const(place), *b"text");
        all.section(&kinds)
            .section(&imports)
            .section(&functions)
            .section(&elements)
            .section(&code)
            .section(&data);
        all.finish()
    }

    #[test]
    fn functions_and_texts_of_both_stand_side_by_side() {
        let merged = together(&[shared(1, 2), shared(5, 1)]).unwrap().unwrap();
        wasmparser::validate(&merged).unwrap();
        let mut calls = Vec::new();
        let mut imports = 0;
        for payload in wasmparser::Parser::new(0).parse_all(&merged) {
            match payload.unwrap() {
                wasmparser::Payload::ImportSection(section) => {
                    imports = section.into_imports().count()
                }
                wasmparser::Payload::CodeSectionEntry(body) => {
                    for operator in body.get_operators_reader().unwrap() {
                        if let wasmparser::Operator::Call { function_index } = operator.unwrap() {
                            calls.push(function_index);
                        }
                    }
                }
                _ => {}
            }
        }
        assert_eq!(
            (calls, imports),
            (vec![0, 1], 2),
            "each calls itself under its new number, and what both take is taken once"
        );
    }

    #[test]
    fn files_become_one_where_that_spares_more_than_it_sends() {
        let cuts = ["area", "quote", "time"].map(str::to_owned);
        let [area, quote, time] = &cuts;
        let group =
            |name: &str, cuts: &[&'static str], size| (PathBuf::from(name), cuts.to_vec(), size);
        let all = [
            group("large", &["area", "quote", "time"], 50_000),
            group("everywhere", &["area", "quote", "time"], 9_000),
            group("small", &["quote", "time"], 1_500),
            group("elsewhere", &["area"], 700),
            group("only-time", &["time"], 4_000),
        ];
        let named = |name: &str| [area, quote, time].into_iter().find(|cut| *cut == name);
        let groups = all.into_iter().map(|(file, of, size)| Group {
            files: vec![file],
            cuts: of.into_iter().filter_map(named).collect(),
            size,
        });
        let mut together: Vec<Vec<String>> = grouped(groups.collect())
            .into_iter()
            .map(|group| {
                let mut names: Vec<String> =
                    group.files.iter().map(|file| file.display().to_string()).collect();
                names.sort();
                names
            })
            .collect();
        together.sort();
        // 1,500 for nothing in one page spare two requests; 1,400 for nothing in two spare but one; 4,000 never do.
        assert_eq!(
            together,
            [vec!["elsewhere"], vec!["everywhere", "large", "small"], vec!["only-time"]]
                .map(|names| names.into_iter().map(str::to_owned).collect::<Vec<_>>())
        );
    }

    #[test]
    fn names_do_not_count() {
        let plain = shared(1, 1);
        let mut named = plain.clone();
        named.extend([0, 6, 4, b'n', b'a', b'm', b'e', 0]); // a section of its own
        assert_eq!(substance(&plain), substance(&named));
        assert!((5..plain.len()).contains(&substance(&plain)));
    }

    #[test]
    fn a_module_that_gives_something_away_is_left_alone() {
        let mut all = Module::new();
        let mut kinds = TypeSection::new();
        kinds.ty().function([], []);
        let mut functions = FunctionSection::new();
        functions.function(0);
        let mut exports = ExportSection::new();
        exports.export("given", ExportKind::Func, 0);
        let mut code = CodeSection::new();
        let mut body = Function::new([]);
        body.instruction(&Instruction::End);
        code.function(&body);
        all.section(&kinds).section(&functions).section(&exports).section(&code);
        assert_eq!(together(&[shared(1, 1), all.finish()]).unwrap(), None);
    }

    #[test]
    fn the_script_fetches_what_is_left_and_each_once() {
        let script = "head\nconst __chunk_1 = makeLoad(() => {\n1\n}\n, []);\nconst __chunk_2 = makeLoad(() => {\n2\n}\n, []);\nconst __chunk_3 = makeLoad(() => {\n3\n}\n, []);\nexport const load = wrap(makeLoad(() => {}, [__chunk_1, __chunk_2, __chunk_3]));\n";
        let merged = BTreeMap::from([("chunk_2".to_owned(), "chunk_1".to_owned())]);
        assert_eq!(
            rewritten(script, &merged),
            "head\nconst __chunk_1 = makeLoad(() => {\n1\n}\n, []);\n\nconst __chunk_3 = makeLoad(() => {\n3\n}\n, []);\nexport const load = wrap(makeLoad(() => {}, [__chunk_1, __chunk_3]));\n"
        );
    }
}
