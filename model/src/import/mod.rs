//! The one way in for tables that others made, be they requests, meters or weather: bytes to text, text or workbook to sheets of cells, and what a whole
//! sheet decides together because a single cell cannot. Nothing here knows a calculator.
//!
//! What is read in a special way is kept beside what was read, so that whoever shows a result can say so.

pub mod encoding;
pub mod numbers;
pub mod preamble;
pub mod sheet;
pub mod workbook;

pub use encoding::{Decoded, Encoding, decode};
pub use sheet::{Cell, Sheet, grid};
pub use workbook::{sheets, sheets_within};
