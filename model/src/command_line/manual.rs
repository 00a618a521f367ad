//! The man page and the completions, written from the definition of the calls.

use crate::{DATA_VERSION, ENGINE_VERSION};
use clap::Command;
use clap_complete::Shell;
use clap_mangen::Man;
use std::io;

use super::call::definition;

/// What makes a shell complete the command line.
pub fn completions(shell: Shell) -> String {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut definition(), "platewise", &mut script);
    if shell == Shell::Fish {
        script.extend(places_in_fish().into_bytes());
    }
    String::from_utf8_lossy(&script).into_owned()
}

/// What may stand in the places of each command, such as the calculators: clap_complete tells fish of options alone.
fn places_in_fish() -> String {
    let definition = definition();
    let lines = definition.get_subcommands().flat_map(|command| {
        command.get_positionals().filter_map(|place| {
            let names: Vec<String> =
                place.get_possible_values().iter().map(|one| one.get_name().to_owned()).collect();
            let condition = format!("__fish_platewise_using_subcommand {}", command.get_name());
            (!names.is_empty()).then(|| {
                format!("complete -c platewise -n \"{condition}\" -a \"{}\"\n", names.join(" "))
            })
        })
    });
    lines.collect()
}

/// The man page: one page, with a section for each command.
pub fn man() -> String {
    let mut page = Vec::new();
    let _ = write_man(&mut page); // memory takes all
    String::from_utf8_lossy(&page).into_owned()
}

fn write_man(to: &mut Vec<u8>) -> io::Result<()> {
    let definition = definition();
    let page = Man::new(definition.clone())
        .title("PLATEWISE")
        .date(DATA_VERSION)
        .source(format!("platewise {ENGINE_VERSION}"));
    page.render_title(to)?;
    page.render_name_section(to)?;
    page.render_synopsis_section(to)?;
    page.render_description_section(to)?;
    page.render_options_section(to)?;
    for command in definition.get_subcommands().filter(|command| command.get_name() != "help") {
        to.extend(section(command)?.into_bytes());
    }
    page.render_extra_section(to)?;
    page.render_version_section(to)?;
    Ok(())
}

/// What would be a page of its own for a command, as a section.
fn section(command: &Command) -> io::Result<String> {
    let page = Man::new(command.clone());
    let mut parts = Vec::new();
    page.render_synopsis_section(&mut parts)?;
    page.render_description_section(&mut parts)?;
    page.render_options_section(&mut parts)?;
    let parts = String::from_utf8_lossy(&parts).replace("\n.SH ", "\n.SS ");
    Ok(format!(".SH \"{}\"\n{parts}", command.get_bin_name().unwrap_or_default().to_uppercase()))
}
