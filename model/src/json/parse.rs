//! JSON from outside: read as everywhere, but a name that is given twice is told, since one of the two would count in silence, and so is what no document
//! of ours can be.

use super::refusal;
use crate::words::{Arg, Phrase, phrase, text};
use serde::de::{DeserializeSeed, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::{Deserializer, Map, Number, Value};
use std::fmt;

/// Most values in a document: a quote of two hundred lines with its results has a tenth. A line of a million bytes could hold half a million, each many
/// times as large in memory.
const MOST_VALUES: usize = 50_000;
/// How much of a name is told, letters.
const LONGEST_NAME: usize = 100;

/// Why a text is no document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Unread {
    /// Not JSON, as seen at a line and a column of it.
    NotJson(usize, usize),
    /// An object has this name twice; the way to it, as problems name it: rows count from one.
    Twice(String),
    /// More values than a document can have.
    TooMany,
}

/// Reads a document.
///
/// # Errors
/// It is no JSON, has a name twice in an object, or is far larger than any document.
pub fn parse(document: &str) -> Result<Value, Unread> {
    let mut reader = Deserializer::from_str(document);
    let mut found = Found::default();
    let read =
        Seed(&mut found).deserialize(&mut reader).and_then(|value| reader.end().map(|()| value));
    read.map_err(|error| match found {
        Found { twice: Some(way), .. } => Unread::Twice(way),
        Found { values, .. } if values > MOST_VALUES => Unread::TooMany,
        _ => Unread::NotJson(error.line(), error.column()),
    })
}

impl Unread {
    /// What to say of it.
    fn message(&self, holder: &str) -> Phrase {
        let count = |number: &usize| Arg::Count(u32::try_from(*number).unwrap_or(u32::MAX));
        match self {
            Self::NotJson(_, column) if holder == "line" => phrase(
                text("Not JSON: column {0}.", "不是有效的 JSON：第 {0} 列。"),
                [count(column)],
            ),
            Self::NotJson(line, column) => phrase(
                text("Not JSON: line {0}, column {1}.", "不是有效的 JSON：第 {0} 行第 {1} 列。"),
                [count(line), count(column)],
            ),
            Self::Twice(name) => phrase(
                text("“{0}” is given twice: keep one of them.", "“{0}”重复出现：请只保留一个。"),
                [Arg::Name(name.clone())],
            ),
            Self::TooMany => phrase(
                text("There are more than {0} values in it.", "其中的数据超过 {0} 个。"),
                [count(&MOST_VALUES)],
            ),
        }
    }

    /// The document of the problem; `holder` is what holds the text, a file or one line of it, and is named where no field is.
    pub fn problem(&self, holder: &str) -> Value {
        let (field, problem) = match self {
            Self::NotJson(..) => (holder, "not_json"),
            Self::Twice(name) if name.is_empty() => ("\"\"", "given_twice"), // the empty name, which is one in JSON
            Self::Twice(name) => (name.strip_prefix("inputs.").unwrap_or(name), "given_twice"), // as other problems name it
            Self::TooMany => (holder, "too_long"),
        };
        refusal(field, problem, &self.message(holder))
    }
}

/// What is found on the way.
#[derive(Default)]
struct Found {
    values: usize,
    twice: Option<String>,
}

impl Found {
    /// Adds what lies above to the way to a name.
    fn below(&mut self, above: &str) {
        if let Some(way) = &mut self.twice {
            *way = [above, ".", way].concat();
        }
    }
}

/// Makes a value of what it is given.
struct Seed<'a>(&'a mut Found);

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Value;

    fn deserialize<D: serde::Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        self.0.values += 1;
        if self.0.values > MOST_VALUES {
            Err(D::Error::custom(""))
        } else {
            deserializer.deserialize_any(self)
        }
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Value;

    fn expecting(&self, to: &mut fmt::Formatter) -> fmt::Result {
        to.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_string<E>(self, value: String) -> Result<Value, E> {
        Ok(value.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut all: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = all
            .next_element_seed(Seed(self.0))
            .inspect_err(|_| self.0.below(&(values.len() + 1).to_string()))?
        {
            values.push(value);
        }
        Ok(values.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut all: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some(name) = all.next_key::<String>()? {
            let shown = || name.chars().take(LONGEST_NAME).collect::<String>();
            if object.contains_key(&name) {
                self.0.twice = Some(shown());
                return Err(A::Error::custom(""));
            }
            let value =
                all.next_value_seed(Seed(self.0)).inspect_err(|_| self.0.below(&shown()))?;
            object.insert(name, value);
        }
        Ok(object.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_given_twice_is_told_with_the_way_to_it() {
        for (document, way) in [
            (r#"{"a":1,"a":1}"#, "a"),
            (r#"{"a":1,"b":2,"\u0061":null}"#, "a"),
            (r#"{"inputs":{"x":1,"x":2}}"#, "inputs.x"),
            (r#"{"lines":[{"pieces":1},{"pieces":2,"thread":"M8","pieces":3}]}"#, "lines.2.pieces"),
            (r#"{"":0,"":0}"#, ""),
            (r#"[[{"a":{"b":[],"b":[]}}]]"#, "1.1.a.b"),
        ] {
            assert_eq!(parse(document), Err(Unread::Twice(way.to_owned())), "{document}");
        }
        assert!(parse(r#"{"a":{"x":1},"b":{"x":1},"x":[{"x":1},{"x":1}]}"#).is_ok());
    }

    #[test]
    fn what_is_no_json_is_told_by_its_place() {
        for (document, line, column) in
            [("", 1, 0), ("{\"a\":1,\n \"b\":,}", 2, 6), ("{} {}", 1, 4), ("{\"a\":1e999}", 1, 10)]
        {
            assert_eq!(parse(document), Err(Unread::NotJson(line, column)), "{document}");
        }
        assert!(matches!(parse(&"[".repeat(1_000_000)), Err(Unread::NotJson(1, _))));
        assert_eq!(parse(&format!("[{}0]", "0,".repeat(MOST_VALUES))), Err(Unread::TooMany));
        assert_eq!(
            parse("{\"a\": [1, -2, 0.5, true, null, \"x\"]}"),
            Ok(serde_json::json!({ "a": [1, -2, 0.5, true, null, "x"] }))
        );
    }
}
