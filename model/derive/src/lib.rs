//! Derives for the model: [`macro@Inputs`] turns a struct into the table of a calculator's inputs,
//! [`macro@Choice`] an enum into a list to choose from. Generated code names the model
//! `::platewise_model`.

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
/// #[input(
///     label("Thickness", "厚度"),
///     help("As ordered.", "订单要求的厚度。"),
///     range(0.1, 200.0),
///     nature = "decision"
/// )]
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
/// `nature` is `world` (an uncertain figure; the default), `decision` or `example`.
///
/// Layout of the page:
///
/// ```text
/// group = "bath"           group, declared on the outermost struct as
///                          #[inputs(group(id = "bath", en = "Bath", zh = "镀液"), folded(…))];
///                          a group is `group`, `folded` or `on_demand`
/// level = "essential"      `more` (the default) or `expert`
/// after = "deposit"        follows that field instead of the one declared before it
/// clears("bath", …)        inputs reset to their defaults by this choice; also clears = "CONSTANT"
/// about = "function"       remark on the chosen option: fn(&str) -> Option<Phrase>
/// offered = "function"     filter of the options: `calculator::layout::Offered`
/// may_be_empty             the list has an empty option
/// placeholder = "A3C"      example in an empty text field
/// accepts = ".stl,.3mf"    the field is filled from a file of this type
/// off_page("mesh_file")    with `flatten` or `within`: inputs not shown on this page
/// ```
#[proc_macro_derive(Inputs, attributes(inputs, input))]
pub fn inputs(tokens: TokenStream) -> TokenStream {
    expanded(inputs::expand(&parse_macro_input!(tokens as DeriveInput)))
}

/// Implements `Listed` for an enum. Each variant gives its JSON name and its label:
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
