//! Letters and numbers at the place where the reader stands.

use super::Reader;
use crate::units::parse_decimal;

impl Reader {
    pub(super) fn char(&self, at: usize) -> Option<char> {
        self.plain.get(at).copied()
    }

    pub(super) fn here(&self) -> Option<char> {
        self.char(self.at)
    }

    /// Whether a text stands at a place.
    pub(super) fn stands(&self, at: usize, text: &str) -> bool {
        text.chars().enumerate().all(|(offset, c)| self.char(at + offset) == Some(c))
    }

    /// Whether a word could end before a place.
    pub(super) fn ends(&self, at: usize) -> bool {
        self.char(at).is_none_or(|c| !c.is_ascii_alphanumeric())
    }

    /// Takes a text if it stands here.
    pub(super) fn take(&mut self, text: &str) -> bool {
        let is = self.stands(self.at, text);
        if is {
            self.at += text.chars().count();
        }
        is
    }

    /// Takes a text if it stands here by itself.
    pub(super) fn take_whole(&mut self, text: &str) -> bool {
        let is = self.stands(self.at, text) && self.ends(self.at + text.chars().count());
        is && self.take(text)
    }

    /// What a reader takes behind blanks.
    pub(super) fn after_blanks<T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Option<T>,
    ) -> Option<T> {
        self.blanks();
        read(self)
    }

    /// Passes blanks and a hyphen between two signs of a code; whether there was a hyphen.
    pub(super) fn blanks_or_hyphen(&mut self) -> bool {
        self.blanks();
        let is = self.take("-");
        self.blanks();
        is
    }

    pub(super) fn blanks(&mut self) {
        while self.here() == Some(' ') {
            self.at += 1;
        }
    }

    /// Takes a number if one stands here: digits with a decimal point, which is no point that parts words.
    pub(super) fn number(&mut self) -> Option<f64> {
        let digits = |from: usize| {
            (from..).take_while(|at| self.char(*at).is_some_and(|c| c.is_ascii_digit())).count()
        };
        let whole = digits(self.at);
        let mut end = self.at + whole;
        if self.char(end) == Some('.')
            && digits(end + 1) > 0
            && (whole > 0 || self.begins_with_point(end))
        {
            end += 1 + digits(end + 1);
        }
        let text: String = self.plain.get(self.at..end)?.iter().collect();
        let number = parse_decimal(&text)?;
        self.at = end;
        Some(number)
    }

    /// Whether a number begins with its point here, as `.0003 in` does: in a code a point parts words.
    pub(super) fn begins_with_point(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|at| self.char(at));
        self.char(at) == Some('.')
            && self.char(at + 1).is_some_and(|c| c.is_ascii_digit())
            && before.is_none_or(|c| matches!(c, ' ' | '≥' | '>' | '='))
    }

    /// Whether a minus stands here: a hyphen before a figure and behind a blank, where no thickness goes on.
    pub(super) fn is_minus(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|at| self.char(at));
        self.char(at) == Some('-')
            && self.char(at + 1).is_some_and(|c| c.is_ascii_digit() || c == '.')
            && before.is_none_or(|c| matches!(c, ' ' | '/'))
    }

    /// Takes what a reader takes, or nothing.
    pub(super) fn or_back<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let from = self.at;
        let read = read(self);
        if read.is_none() {
            self.at = from;
        }
        read
    }
}
