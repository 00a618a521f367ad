//! A quote as it came in a link or a file, and what it is to whoever opens it. Pure: the page only does what is decided here.

use super::key::Key;
use super::name::reads_alike;
use super::seal::{Recognised, recognise};
use super::sheet::Papers;
use crate::calculator::AnyCalculator;
use crate::calculator::quote::Quote;
use crate::calculator::quote::issued::Issued;
use crate::entry::{self, Entries, Notice};
use crate::pack::unpack;
use crate::units::System;
use crate::words::Language;
use serde_json::{Map, Value};

/// How a link begins that is packed: quotes that were given.
pub const PACKED: &str = "q=";

/// A quote that was given, as it came: the request and its record, nothing of a shop.
#[derive(Clone, PartialEq, Debug)]
pub struct Received {
    /// What was typed where it was made.
    pub entries: Entries,
    /// The same as inputs.
    pub given: Map<String, Value>,
    /// Its prices.
    pub issued: Issued,
    /// The language of its link.
    pub language: Option<Language>,
    /// The units of its link.
    pub system: Option<System>,
    /// Whether all that came was read. What was not stands outside the seal.
    is_all_read: bool,
}

/// What a quote is to whoever opens it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// Their own, as it was given.
    Own {
        /// Whether the figures of the shop are still those of then.
        same_state: bool,
    },
    /// It bears their mark, but something in it was changed since, or added.
    Forged,
    /// What it asks for is not what its prices were given for.
    NotAsAsked,
    /// It bears the name of their shop, or one that reads like it, but not its mark.
    Unproven,
    /// Somebody else's.
    Stranger,
}

impl Received {
    /// From the part of an address behind `#`; none where it holds no quote that can be read.
    pub fn of_link(state: &str) -> Option<Self> {
        let text = state.strip_prefix(PACKED).map_or_else(|| Some(state.to_owned()), unpack)?;
        let read = entry::from_link(AnyCalculator::of::<Quote>(), &text);
        let language = read.language.as_deref().and_then(Language::from_tag);
        let system = read.system.as_deref().and_then(System::from_id);
        Self::of(read.entries, &read.notices, language, system)
    }

    /// From the inputs of a file, of which nothing private counts here.
    pub fn of_inputs(inputs: &Map<String, Value>, system: System) -> Option<Self> {
        let mut open = Map::new();
        open.extend(
            inputs
                .iter()
                .filter(|(name, _)| !AnyCalculator::of::<Quote>().is_private(name))
                .map(|(name, value)| (name.clone(), value.clone())),
        );
        let (entries, notices) = entry::from_inputs(AnyCalculator::of::<Quote>(), &open, system);
        Self::of(entries, &notices, None, None)
    }

    fn of(
        mut entries: Entries,
        notices: &[Notice],
        language: Option<Language>,
        system: Option<System>,
    ) -> Option<Self> {
        let all = entries.len();
        entries.retain(|name, _| !AnyCalculator::of::<Quote>().is_private(name));
        let names_shop = entries.len() < all;
        let (given, unreadable) = entry::to_inputs(AnyCalculator::of::<Quote>(), &entries);
        let record = given.get("issued").and_then(Value::as_str)?;
        let issued = Issued::read(record)?;
        let is_all_read =
            notices.is_empty() && unreadable.is_empty() && !names_shop && issued.write() == record;
        Some(Self { entries, given, issued, language, system, is_all_read })
    }

    /// What it is to the shop that has this key and these private inputs; its papers, where its lines and prices belong together.
    pub fn verdict(
        &self,
        papers: Option<&Papers>,
        own: &Map<String, Value>,
        key: Option<&Key>,
    ) -> Verdict {
        let named = own.get("shop.name").and_then(Value::as_str);
        match recognise(&self.issued, &self.given, own, key) {
            Recognised::Own { same_state } if self.is_all_read => Verdict::Own { same_state },
            Recognised::Own { .. } | Recognised::Forged => Verdict::Forged,
            Recognised::Stranger if papers.is_none_or(|papers| !papers.is_as_asked()) => {
                Verdict::NotAsAsked
            }
            Recognised::Stranger
                if named.is_some_and(|name| reads_alike(name, &self.issued.letter[0])) =>
            {
                Verdict::Unproven
            }
            Recognised::Stranger => Verdict::Stranger,
        }
    }
}
