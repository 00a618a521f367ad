//! The pages that are no calculator, one file each: those come from the tables of their fields.

pub mod about;
pub mod home;
pub mod quote_batch;
pub mod quote_papers;
pub mod schemas;
pub mod sources;
