//! The pages, one file each.

mod about;
mod home;
mod plating_time;
mod sources;

pub use about::About;
pub use home::Home;
pub use plating_time::PlatingTimePage;
pub use sources::Sources;
