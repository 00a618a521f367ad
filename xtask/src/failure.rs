//! The one error of the build: a sentence for the person at the terminal, saying what failed and, where it is known, what to do.
use std::fmt::Display;

/// What went wrong, as a sentence.
#[derive(Debug)]
pub struct Failure(String);

/// The result of every step.
pub type Outcome<T = ()> = Result<T, Failure>;

impl Failure {
    pub fn new(sentence: impl Into<String>) -> Self {
        Self(sentence.into())
    }
}

impl Display for Failure {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// Turns a foreign error into a sentence that says what was being attempted.
pub trait Attempting<T> {
    fn attempting(self, what: impl FnOnce() -> String) -> Outcome<T>;
}

impl<T, E: Display> Attempting<T> for Result<T, E> {
    fn attempting(self, what: impl FnOnce() -> String) -> Outcome<T> {
        // The alternate form prints the whole chain of causes of the errors that keep one.
        self.map_err(|error| Failure(format!("cannot {}: {error:#}", what())))
    }
}
