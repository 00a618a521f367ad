//! The pages, one file each.

pub mod about;
pub mod home;
pub mod plating_time;
pub mod sources;
