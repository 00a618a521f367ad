//! The quote: lines of parts with their specification become a cost, and the cost becomes a price by the rules of the shop.
//! Read `inputs`, `setup` (how inputs are understood), `solve` (the numbers), then `explain` and its pieces.

pub mod assumed;
mod bands;
mod changes;
mod derivation;
pub(crate) mod explain;
pub(crate) mod faults;
pub mod finish;
pub(crate) mod inputs;
pub mod issued;
pub(crate) mod judgements;
mod presets;
mod results;
pub(crate) mod setup;
pub(crate) mod solve;
mod standing;

pub use inputs::{Inputs, Line, MOST_LINES};
pub use setup::{Asking, Setup, understand};
pub use solve::Numbers;

use super::{Assumptions, Calculator, Preset, Problem, ResultField};
use crate::report::Report;
use crate::words::{Text, text};

/// The quote.
pub struct Quote;

impl Calculator for Quote {
    const ID: &'static str = "quote";
    const TITLE: Text = text("Quote", "报价");
    const PURPOSE: Text = text(
        "From parts and their specification to a price that can be defended: what a lot costs, what is asked for it and by which rule, and when it is delivered.",
        "由工件与技术要求得出有据可依的报价：每批成本、按何规则定价、何时交货。",
    );
    const PRIVATE: Option<&'static str> = Some("shop.");
    const PAPERS: Option<Text> = Some(text("Quotation", "报价单"));
    const OPEN_RESULTS: Option<&'static [&'static str]> = Some(results::OPEN);
    type Inputs = Inputs;
    type Numbers = Numbers;

    fn results() -> &'static [ResultField<Numbers>] {
        results::RESULTS
    }

    fn compute(inputs: &Inputs) -> Result<Numbers, Vec<Problem>> {
        let (setup, problems) = understand(inputs);
        if problems.is_empty() {
            solve::solve(setup).map(|numbers| issued::stand(inputs, numbers))
        } else {
            Err(problems)
        }
    }

    fn assume(inputs: &Inputs, assumptions: &mut Assumptions) {
        understand(inputs).0.tell(inputs, assumptions);
    }

    fn explain(inputs: &Inputs, numbers: &Numbers) -> Report {
        explain::report(inputs, numbers)
    }

    fn explain_fully(inputs: &Inputs, numbers: &Numbers, report: &mut Report) {
        explain::explain_fully(inputs, numbers, report);
    }

    fn presets() -> &'static [Preset] {
        presets::PRESETS
    }
}
