//! Why something could not be done in the browser, and at which line of a test.

use std::fmt::{Debug, Formatter};
use std::panic::Location;

/// What a test or a step of one gives.
pub type Outcome<T = ()> = Result<T, Failure>;

/// A sentence and the line that met it.
pub struct Failure {
    message: String,
    place: &'static Location<'static>,
}

impl Failure {
    /// A failure here.
    #[track_caller]
    pub fn new(message: impl Into<String>) -> Self {
        Self { message: message.into(), place: Location::caller() }
    }
}

impl<E: std::error::Error> From<E> for Failure {
    #[track_caller]
    fn from(error: E) -> Self {
        // WebDriver's errors end in a trace of the driver's own machine code.
        let message = error.to_string();
        let told = message.split("Stacktrace:").next().unwrap_or_default();
        Self::new(told.split_whitespace().collect::<Vec<_>>().join(" "))
    }
}

impl Debug for Failure {
    fn fmt(&self, f: &mut Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} ({}:{})", self.message, self.place.file(), self.place.line())
    }
}
