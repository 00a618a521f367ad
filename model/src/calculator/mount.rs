//! How parts hang in a bath: every calculator asks it in the same words.

use super::choices;

choices! {
    /// How the parts hang in the bath.
    pub enum Mount {
        /// On a rack.
        Rack "rack" ("Rack", "挂镀"),
        /// In a barrel.
        Barrel "barrel" ("Barrel", "滚镀"),
    }
}
