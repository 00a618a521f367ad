//! How parts hang in a bath: every calculator asks it in the same words.

use super::Choice;

/// How the parts hang in the bath.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Choice)]
pub enum Mount {
    /// On a rack.
    #[choice(id = "rack", en = "Rack", zh = "挂镀")]
    Rack,
    /// In a barrel.
    #[choice(id = "barrel", en = "Barrel", zh = "滚镀")]
    Barrel,
}
