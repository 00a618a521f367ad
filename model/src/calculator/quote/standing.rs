//! Whether the prices of a quote that was given still stand.

use crate::quote::offer::Offer;

/// How a quote that was given stands to what is asked for now.
#[derive(Clone, PartialEq, Debug)]
pub enum Standing {
    /// Its prices stand. What would be asked for today is told beside them.
    Stands {
        /// As it was given.
        record: String,
        /// Computed today.
        today: Box<Offer>,
    },
    /// Something else is asked for now.
    Changed {
        /// As it was given.
        record: String,
    },
    /// The record cannot be read.
    Unreadable,
}
