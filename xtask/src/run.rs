//! Child processes: run and show, run and read, run with a limit. A failure names the command.
use std::ffi::OsString;
use std::io::{BufRead, BufReader};
use std::process::{Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::failure::{Attempting, Failure, Outcome};
use crate::project;

/// The cargo that started this program, so that the toolchain a person chose (`cargo +1.95 xtask`) stays the same below.
pub fn cargo(arguments: &[&str]) -> Command {
    let program = std::env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let mut command = Command::new(program);
    command.args(arguments).current_dir(project::root());
    command
}

/// Runs a command whose output goes to the terminal.
pub fn run(command: &mut Command) -> Outcome {
    let status = command.status().attempting(|| format!("start `{}`", shown(command)))?;
    succeeded(command, status)
}

/// Runs a command and returns what it writes to standard output.
pub fn capture(command: &mut Command) -> Outcome<String> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .attempting(|| format!("start `{}`", shown(command)))?;
    if !output.status.success() {
        let complaint = String::from_utf8_lossy(&output.stderr).trim().to_owned();
        return Err(Failure::new(format!("`{}` failed: {complaint}", shown(command))));
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Runs a command and ends it when it takes longer than the limit.
pub fn run_within(command: &mut Command, limit: Duration) -> Outcome {
    let started = Instant::now();
    let mut child = command.spawn().attempting(|| format!("start `{}`", shown(command)))?;
    loop {
        if let Some(status) =
            child.try_wait().attempting(|| format!("wait for `{}`", shown(command)))?
        {
            return succeeded(command, status);
        }
        if started.elapsed() > limit {
            child.kill().attempting(|| format!("end `{}`", shown(command)))?;
            let _ = child.wait(); // it was just ended: how does not matter
            return Err(Failure::new(format!(
                "`{}` was not done after {} s",
                shown(command),
                limit.as_secs()
            )));
        }
        thread::sleep(Duration::from_millis(100));
    }
}

/// Runs a command, hands each line of its standard output to `see` as it comes, and says whether it succeeded.
pub fn run_seeing(command: &mut Command, mut see: impl FnMut(&str)) -> Outcome<bool> {
    let mut child = command
        .stdout(Stdio::piped())
        .spawn()
        .attempting(|| format!("start `{}`", shown(command)))?;
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).split(b'\n') {
            let line = line.attempting(|| format!("read what `{}` says", shown(command)))?;
            see(String::from_utf8_lossy(&line).trim_end());
        }
    }
    Ok(child.wait().attempting(|| format!("wait for `{}`", shown(command)))?.success())
}

fn succeeded(command: &Command, status: ExitStatus) -> Outcome {
    if status.success() {
        Ok(())
    } else {
        Err(Failure::new(format!("`{}` failed ({status})", shown(command))))
    }
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}
