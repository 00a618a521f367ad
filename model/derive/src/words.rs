//! What a person reads, in each language: `label("Thickness", "厚度")`.

use darling::ast::NestedMeta;
use darling::{Error, FromMeta, Result};
use proc_macro2::TokenStream;
use quote::quote;
use syn::{Lit, LitStr};

/// A text in English and in Chinese, neither of them empty.
#[derive(Debug)]
pub struct Words {
    en: LitStr,
    zh: LitStr,
}

impl Words {
    pub fn new(en: LitStr, zh: LitStr) -> Result<Self> {
        for text in [&en, &zh] {
            if text.value().trim().is_empty() {
                return Err(Error::custom("this text is empty").with_span(text));
            }
        }
        Ok(Self { en, zh })
    }

    /// As the model's `Text`.
    pub fn tokens(&self) -> TokenStream {
        let Self { en, zh } = self;
        quote!(::platewise_model::words::text(#en, #zh))
    }
}

impl FromMeta for Words {
    fn from_list(items: &[NestedMeta]) -> Result<Self> {
        match items {
            [NestedMeta::Lit(Lit::Str(en)), NestedMeta::Lit(Lit::Str(zh))] => {
                Self::new(en.clone(), zh.clone())
            }
            _ => Err(Error::custom("expected the text in both languages: (\"English\", \"中文\")")),
        }
    }
}
