//! What pages are made of. Components hold no arithmetic: they show what the model says and hand on what was typed.

mod answer;
mod chart;
mod explanation;
mod field;
mod group;
mod inputs_table;
mod notices;
mod pins;
mod results;
mod toolbar;

pub use answer::AnswerPanel;
pub use chart::Charts;
pub use explanation::{Basis, Derivation, Limits, Mistakes, figure, figure_range, source_link, sure_tag};
pub use field::{Choice, Curve, Number, Segmented, TextInput};
pub use group::{Folded, Group};
pub use inputs_table::InputsTable;
pub use notices::Notices;
pub use pins::{Pins, PinsState};
pub use results::{Judgements, Results};
pub use toolbar::Toolbar;
