//! Reading and writing, where every error names the file.
use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::{Attempting, Outcome};

pub fn read(path: &Path) -> Outcome<Vec<u8>> {
    fs::read(path).attempting(|| format!("read {}", path.display()))
}

pub fn read_text(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).attempting(|| format!("read {}", path.display()))
}

/// Writes a file and the folders above it.
pub fn write(path: &Path, content: impl AsRef<[u8]>) -> Outcome {
    if let Some(folder) = path.parent() {
        create_folder(folder)?;
    }
    fs::write(path, content).attempting(|| format!("write {}", path.display()))
}

pub fn create_folder(path: &Path) -> Outcome {
    fs::create_dir_all(path).attempting(|| format!("create {}", path.display()))
}

/// Removes a folder and all it holds; one that is not there is fine.
pub fn remove_folder(path: &Path) -> Outcome {
    if !path.exists() {
        return Ok(());
    }
    fs::remove_dir_all(path).attempting(|| format!("remove {}", path.display()))
}

pub fn rename(from: &Path, to: &Path) -> Outcome {
    fs::rename(from, to).attempting(|| format!("move {} to {}", from.display(), to.display()))
}

/// Every file below a folder, in the order of their paths; a folder that is not there holds none.
pub fn below(folder: &Path) -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    if folder.is_dir() {
        collect(folder, &mut found)?;
    }
    found.sort();
    Ok(found)
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) -> Outcome {
    let entries = fs::read_dir(folder).attempting(|| format!("list {}", folder.display()))?;
    for entry in entries {
        let path = entry.attempting(|| format!("list {}", folder.display()))?.path();
        if path.is_dir() {
            collect(&path, found)?;
        } else {
            found.push(path);
        }
    }
    Ok(())
}

/// A path as an address below the given root: forward slashes on every platform.
pub fn address(root: &Path, path: &Path) -> String {
    let below = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> =
        below.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
    parts.join("/")
}
