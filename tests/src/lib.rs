//! What the browser tests and the benchmark are written with: where everything is ([`Site`]), one chromedriver for all of them
//! ([`Driver`]), and a browser of one's own with one page in it ([`Tab`]). WebDriver is asynchronous; whoever uses a tab is not.
#![forbid(unsafe_code)]

mod driver;
mod engine;
mod failure;
mod log;
mod site;
mod tab;

pub use driver::Driver;
pub use engine::Engine;
pub use failure::{Failure, Outcome};
pub use log::Request;
pub use site::Site;
pub use tab::{PATIENCE, Tab, Visitor};
