//! What pages are made of. Components hold no arithmetic: they show what the model says and hand on what was typed. They return erased
//! views: without that, every page carries a copy of its components and the first load doubles.

mod answer;
mod chart;
mod field;
mod group;
mod notices;
mod pins;
mod report;
mod toolbar;

pub use answer::AnswerPanel;
pub use chart::Charts;
pub use field::{Choice, Curve, Number, Segmented, TextInput};
pub use group::{Folded, Group};
pub use notices::Notices;
pub use pins::{Pins, PinsState};
pub use report::{Explanation, InputsTable, Judgements, Results};
pub use toolbar::Toolbar;
