//! `#[derive(Choice)]`: a closed list that an input chooses from.

use crate::words::Words;
use darling::ast::{Data, Fields};
use darling::util::Ignored;
use darling::{Error, FromDeriveInput, FromVariant, Result};
use proc_macro2::TokenStream;
use quote::quote;
use std::collections::HashSet;
use syn::{DeriveInput, Ident, LitStr};

#[derive(FromDeriveInput)]
#[darling(supports(enum_any))]
struct Enum {
    ident: Ident,
    data: Data<Variant, Ignored>,
}

#[derive(FromVariant)]
#[darling(attributes(choice))]
struct Variant {
    ident: Ident,
    fields: Fields<Ignored>,
    id: LitStr,
    en: LitStr,
    zh: LitStr,
}

pub fn expand(input: &DeriveInput) -> Result<TokenStream> {
    let Enum { ident, data } = Enum::from_derive_input(input)?;
    let variants = data.take_enum().unwrap_or_default();
    let mut errors = Error::accumulator();
    let mut seen = HashSet::new();
    for Variant { ident, fields, id, .. } in &variants {
        if !fields.is_unit() {
            errors.push(Error::custom("a row of a list holds nothing").with_span(ident));
        }
        if !seen.insert(id.value()) {
            errors.push(
                Error::custom(format!("another variant is \"{}\"", id.value())).with_span(id),
            );
        }
    }
    let names: Vec<&Ident> = variants.iter().map(|variant| &variant.ident).collect();
    let ids: Vec<&LitStr> = variants.iter().map(|variant| &variant.id).collect();
    let words: Vec<TokenStream> = variants
        .iter()
        .filter_map(|Variant { en, zh, .. }| errors.handle(Words::new(en.clone(), zh.clone())))
        .map(|words| words.tokens())
        .collect();
    errors.finish()?;
    Ok(quote! {
        impl ::platewise_model::data::Listed for #ident {
            fn all() -> &'static [Self] {
                &[ #( Self::#names ),* ]
            }

            fn id(&self) -> &'static str {
                match self { #( Self::#names => #ids ),* }
            }

            fn name(&self) -> ::platewise_model::words::Text {
                match self { #( Self::#names => #words ),* }
            }
        }
    })
}
