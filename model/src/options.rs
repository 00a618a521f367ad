//! The options of a call on the command line, read strictly, each mistake named.

use platewise_model::calculator::nearest;
use platewise_model::words::{Text, text};
use serde_json::Value;

use crate::refusal;

/// The options of a call: every name with its values, in their order.
pub struct Options<'a> {
    pairs: Vec<(&'a str, &'a str)>,
}

impl<'a> Options<'a> {
    /// Reads `--name value` pairs and bare `--known`; names that are not allowed are refused.
    pub fn read(options: &[&'a str], allowed: &[&'static str]) -> Result<Self, Value> {
        let mut pairs = Vec::new();
        let mut rest = options.iter();
        while let Some(option) = rest.next() {
            let name = option.strip_prefix("--").filter(|name| allowed.contains(name));
            let Some(name) = name else {
                let meant = nearest(option.trim_start_matches('-'), &mut allowed.iter().copied());
                let words = match meant {
                    Some(_) => text("There is no option “{0}” here. Did you mean --{1}?", "此处没有选项“{0}”。是否为 --{1}？"),
                    None => text("There is no option “{0}” here.", "此处没有选项“{0}”。"),
                };
                return Err(refusal(option, "unknown_option", words, &[option, meant.unwrap_or_default()]));
            };
            let value = if name == "known" { "" } else { rest.next().ok_or_else(|| refusal(option, "missing_value", NEEDS_VALUE, &[option]))? };
            pairs.push((name, value));
        }
        Ok(Self { pairs })
    }

    /// Every value of a name.
    pub fn all(&self, name: &str) -> impl Iterator<Item = &'a str> {
        self.pairs.iter().filter(move |(one, _)| *one == name).map(|(_, value)| *value)
    }

    /// The last value of a name.
    pub fn get(&self, name: &str) -> Option<&'a str> {
        self.all(name).last()
    }

    /// A number.
    pub fn number(&self, name: &str) -> Result<Option<f64>, Value> {
        let Some(typed) = self.get(name) else { return Ok(None) };
        let number = typed.parse::<f64>().ok().filter(|number| number.is_finite());
        number.map(Some).ok_or_else(|| refusal(name, "wrong_kind", text("“{0}” is not a number.", "“{0}”不是数字。"), &[typed]))
    }

    /// A whole number up to a greatest one.
    pub fn whole(&self, name: &str, most: u64) -> Result<Option<u64>, Value> {
        let Some(typed) = self.get(name) else { return Ok(None) };
        let words = text("“{0}” is not a whole number up to {1}.", "“{0}”不是不大于 {1} 的整数。");
        typed.parse().ok().filter(|number| *number <= most).map(Some).ok_or_else(|| refusal(name, "wrong_kind", words, &[typed, &most.to_string()]))
    }
}

/// What to say where the value of an option is missing.
pub const NEEDS_VALUE: Text = text("{0} needs a value.", "{0} 需要一个值。");
