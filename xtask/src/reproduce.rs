//! `reproduce`: builds twice from nothing, in two folders, and tells whether every byte is the same.
use std::collections::BTreeMap;
use std::path::Path;

use crate::bundle::{self, Effort};
use crate::failure::{Failure, Outcome};
use crate::{files, no_options, project};

pub fn reproduce(arguments: &[&str]) -> Outcome {
    no_options(arguments)?;
    let mut builds = Vec::new();
    for turn in ["first", "second"] {
        println!("The {turn} build, from nothing.");
        files::remove_folder(&project::wasm_target_folder())?;
        bundle::build(Effort::Publish)?;
        builds.push(digests(&project::dist())?);
    }
    let [first, second] = builds.as_slice() else {
        return Err(Failure::new("two builds were to be made"));
    };
    let differing: Vec<&String> = first
        .keys()
        .chain(second.keys())
        .filter(|name| first.get(*name) != second.get(*name))
        .collect();
    if differing.is_empty() {
        println!("{} files, the same bytes in both builds.", first.len());
        return Ok(());
    }
    Err(Failure::new(format!(
        "these files differ between two builds of the same source: {differing:?}"
    )))
}

/// What each file of a folder is.
fn digests(folder: &Path) -> Outcome<BTreeMap<String, String>> {
    files::below(folder)?
        .iter()
        .map(|file| Ok((files::address(folder, file), bundle::fingerprint(&files::read(file)?))))
        .collect()
}
