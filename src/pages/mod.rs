//! The pages, one file each.

pub mod about;
pub mod home;
pub mod part_area;
pub mod plating_time;
pub mod process_comparison;
pub mod pv_payback;
pub mod quote;
pub mod quote_batch;
pub mod quote_papers;
pub mod schemas;
pub mod sources;
