//! JSON by one reader and one writer. Each further way of reading or writing is compiled anew for every type, which
//! weighs on the page: so the place of a fault is found without following the path, and whether the text is indented is
//! decided while it is written.

mod form;
mod place;

use serde::ser::Error as _;
use serde::{Deserialize, Serialize};

use form::Form;
use place::Places;

/// Why a text could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unread {
    /// Where, as a path: `counts[0].value`; empty for the whole.
    pub(crate) path: String,
    /// What serde says, without line and column.
    pub(crate) message: String,
}

/// Reads a value from its text.
pub(crate) fn read<'a, T: Deserialize<'a>>(text: &'a str) -> Result<T, Unread> {
    let read = |part: &'a str| serde_json::from_str::<T>(part);
    read(text).map_err(|error| {
        // A type refuses what it has read as soon as it has read it, and not because the text ends early.
        let refused = |end: usize| text.get(..end).is_some_and(|part| read(part).is_err_and(|e| e.is_data()));
        Unread { path: place_of(&error, text, &refused), message: message(&error) }
    })
}

/// The path to what an error is about; `refused` says whether a type refuses what stands before an offset.
fn place_of(error: &serde_json::Error, text: &str, refused: &dyn Fn(usize) -> bool) -> String {
    if !error.is_data() {
        let lines = text.split_inclusive('\n').take(error.line().saturating_sub(1));
        let end = lines.map(str::len).sum::<usize>() + error.column();
        return Places::of(&text.as_bytes()[..end.min(text.len())]).last();
    }
    let places = Places::of(text.as_bytes());
    // What is refused once stays refused, however the text goes on.
    let first = places.ends.partition_point(|end| !refused(end.offset));
    let path = places.ends.get(first).map(|end| places.path(end.place));
    path.unwrap_or_default()
}

fn message(error: &serde_json::Error) -> String {
    let mut message = error.to_string();
    if let Some(end) = message.rfind(" at line ") {
        message.truncate(end);
    }
    message
}

/// Writes a value as text, on one line or indented.
///
/// # Errors
/// Where the value has no form in JSON: a map whose keys are no texts.
pub(crate) fn text<T: Serialize + ?Sized>(value: &T, indented: bool) -> Result<String, serde_json::Error> {
    let mut text = Vec::with_capacity(128);
    value.serialize(&mut serde_json::Serializer::with_formatter(&mut text, Form::new(indented)))?;
    String::from_utf8(text).map_err(serde_json::Error::custom)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde_json::{Value, json};

    use super::*;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "what is read matters")]
    struct Office {
        name: String,
        #[serde(default)]
        rooms: Vec<Room>,
        #[serde(default)]
        by_day: BTreeMap<String, Vec<u8>>,
        #[serde(default)]
        last: Option<Kind>,
    }

    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "what is read matters")]
    struct Room {
        number: u8,
        #[serde(default)]
        kind: Kind,
    }

    #[derive(Debug, Default, Deserialize)]
    #[serde(try_from = "String")]
    struct Kind;

    impl TryFrom<String> for Kind {
        type Error = &'static str;
        fn try_from(text: String) -> Result<Self, Self::Error> {
            if text == "x" { Ok(Self) } else { Err("not x") }
        }
    }

    fn path(text: &str) -> String {
        read::<Office>(text).unwrap_err().path
    }

    #[test]
    fn the_place_of_a_fault_is_found() {
        assert_eq!(path("\"a\""), "");
        assert_eq!(path("12"), "");
        assert_eq!(path(r#"{"rooms":[]}"#), "");
        assert_eq!(path(r#"{"name":null}"#), "name");
        assert_eq!(path(r#"{"name":"a","rooms":{}}"#), "rooms");
        assert_eq!(path(r#"{"name":"a","rooms":[{"number":12},{"kind":"x"}]}"#), "rooms[1]");
        assert_eq!(path(r#"{"name":"a","rooms":[{"number":1.5}]}"#), "rooms[0].number");
        assert_eq!(path(r#"{"name":"a","rooms":[{"number":256, "kind":"x"}]}"#), "rooms[0].number");
        assert_eq!(path(r#"{"name":"a", "by_day" : { "hai" : [1, 2,[]] } }"#), "by_day.hai[2]");
    }

    /// A type that checks after reading has no position in serde's message; the place is exact all the same.
    #[test]
    fn what_a_type_refuses_by_itself_has_its_place() {
        assert_eq!(path(r#"{"name":"a","rooms":[{"number":1,"kind":"y"}]}"#), "rooms[0].kind");
        assert_eq!(path(r#"{"name":"a","last":"y"}"#), "last");
        assert_eq!(path(r#"{"last":"y","name":"}]\"{"}"#), "last");
    }

    #[test]
    fn a_field_that_may_not_stand_there_is_its_own_place() {
        assert_eq!(path(r#"{"name":"a","others":{"b":[1]}}"#), "others");
        assert_eq!(path(r#"{"name":"a","name":"b"}"#), "name");
    }

    #[test]
    fn a_text_that_is_no_json_breaks_off_at_a_place() {
        assert_eq!(path("{\n\"name\":\"a\",\n\"rooms\":[{},{\"number\":1e999}]}"), "rooms[0]");
        assert_eq!(path("{\n\"name\":\"a\",\n\"rooms\":[{\"number\":1e999}]}"), "rooms[0].number");
        assert_eq!(path(r#"{"name":"\ud800"}"#), "name");
        assert_eq!(path("{\"name\":\"\u{7}\"}"), "name");
        assert_eq!(path(""), "");
        assert_eq!(path("{\"name\":\"đ"), "name");
    }

    #[test]
    fn both_forms_are_those_of_serde_json() {
        let values =
            [json!(null), json!({}), json!([]), json!({"a": [1, {"b": []}, "đ\n"], "c": {"d": 1.5}})];
        for value in values {
            assert_eq!(text(&value, false).unwrap(), value.to_string());
            assert_eq!(text(&value, true).unwrap(), serde_json::to_string_pretty(&value).unwrap());
        }
        assert!(text(&BTreeMap::from([(Value::Null.to_string(), 1)]), false).is_ok());
        assert!(text(&BTreeMap::from([(vec![1], 1)]), false).is_err());
    }
}
