//! The command line, `platewise`; `command_line` of the library is all of it.
#![forbid(unsafe_code)]

use std::process::ExitCode;

fn main() -> ExitCode {
    platewise_model::command_line::main()
}
