//! What an evaluation looks like outside: HTML for the screen and for paper, CSV for a spreadsheet. Both are formats of the one report;
//! the JSON of files and of the command line is [`crate::json`].

pub mod csv;
pub mod html;
