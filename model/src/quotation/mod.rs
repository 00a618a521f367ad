//! The papers of a quote: the customer's sheet and the shop's own, batches of requests, and the seal by which a shop knows its
//! own quotes again. Above the documents that they are read from and written to.

pub mod batch;
pub mod key;
pub mod name;
pub mod offered;
pub mod received;
pub mod seal;
pub mod sheet;
