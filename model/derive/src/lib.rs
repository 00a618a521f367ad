//! Derives of the model. [`Inputs`] makes the table of a calculator's inputs from an ordinary struct, [`Choice`] a closed list
//! from an ordinary enum. What they generate names the model as `::platewise_model`.

mod choice;
mod inputs;
#[cfg(test)]
mod tests;
mod words;

use proc_macro::TokenStream;
use syn::{DeriveInput, parse_macro_input};

/// Implements `InputTable` for a struct. Each field is one of:
///
/// ```text
/// /// An input. Optional, because what is not given takes its default.
/// #[input(label("Thickness", "厚度"), help("As ordered.", "订单要求的厚度。"), range(0.1, 200.0), nature = "decision")]
/// pub thickness_um: Option<Thickness>,
///
/// /// The inputs of another struct, under the same names.
/// #[input(flatten)]
/// pub part: Part,
///
/// /// The inputs of another struct as an object of its own: `shop.margin`.
/// #[input(within = "shop")]
/// pub shop: Shop,
/// ```
///
/// `nature` is `world` (a figure that can be in doubt; what is meant if left out), `decision` or `example`.
///
/// How a field stands on a page:
///
/// ```text
/// group = "bath"           its group, which the struct of the whole declares:
///                          #[inputs(group(id = "bath", en = "Bath", zh = "镀液"), folded(…), on_demand(…))]
/// level = "essential"      or `more` (if left out) or `expert`
/// after = "deposit"        stands behind that field, not behind the one declared before it
/// clears("bath", …)        other inputs that go back to their default with this choice; `clears = "CONSTANT"`
/// about = "function"       what to say of the row that is chosen: fn(&str) -> Option<Phrase>
/// offered = "function"     which rows fit what else was chosen: `calculator::layout::Offered`
/// may_be_empty             of a list
/// placeholder = "A3C"      of a text
/// accepts = ".stl,.3mf"    of a field that takes a file
/// off_page("mesh_file")    beside `flatten` or `within`: those that are left out here
/// ```
#[proc_macro_derive(Inputs, attributes(inputs, input))]
pub fn inputs(tokens: TokenStream) -> TokenStream {
    expanded(inputs::expand(&parse_macro_input!(tokens as DeriveInput)))
}

/// Implements `Listed` for an enum whose variants each say their name in JSON and what a person reads:
///
/// ```text
/// #[choice(id = "time", en = "Time", zh = "时间")]
/// Time,
/// ```
#[proc_macro_derive(Choice, attributes(choice))]
pub fn choice(tokens: TokenStream) -> TokenStream {
    expanded(choice::expand(&parse_macro_input!(tokens as DeriveInput)))
}

fn expanded(tokens: darling::Result<proc_macro2::TokenStream>) -> TokenStream {
    tokens.unwrap_or_else(darling::Error::write_errors).into()
}
