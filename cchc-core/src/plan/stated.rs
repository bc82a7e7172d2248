//! What a value rests on.

use serde::de::{DeserializeOwned, Error};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use crate::fault::PATH_END;
use crate::json::{self, Unread};
use crate::record::Extra;

/// Căn cứ của một giá trị: is it written in the plan, or did somebody conclude it?
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Basis {
    /// Written in the plan.
    Written,
    /// Suy ra: concluded from the wording; the screen shows it as such.
    #[default]
    Inferred,
    /// Concluded, and confirmed by a person.
    Confirmed,
    /// Cần xác nhận: taken from custom or an unread document; nobody has checked it.
    Unverified,
}

impl Basis {
    /// The mark a reader sees; nothing for what is written or confirmed.
    pub const fn mark(self) -> Option<&'static str> {
        match self {
            Self::Written | Self::Confirmed => None,
            Self::Inferred => Some("suy ra"),
            Self::Unverified => Some("cần xác nhận"),
        }
    }

    /// In words, also where a reader sees no mark.
    pub const fn vietnamese(self) -> &'static str {
        match self {
            Self::Written => "có trong kế hoạch",
            Self::Inferred => "suy ra",
            Self::Confirmed => "đã xác nhận",
            Self::Unverified => "cần xác nhận",
        }
    }

    /// A person says that what rests on it is right. What the plan writes stays written.
    pub fn confirm(&mut self) {
        if self.mark().is_some() {
            *self = Self::Confirmed;
        }
    }

    /// Whether a file need not say so: what it says nothing of was concluded.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
    pub(crate) fn is_inferred(&self) -> bool {
        *self == Self::Inferred
    }
}

/// Một giá trị kèm căn cứ: a value, what it rests on, the plan's own wording, and why it was read so.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(rename = "Stated_{T}"))]
pub struct Stated<T> {
    /// The value.
    pub value: T,
    /// What it rests on.
    pub basis: Basis,
    /// The plan's own words, verbatim; empty where it has none.
    #[cfg_attr(feature = "schema", serde(default))]
    pub wording: String,
    /// Why the value was concluded, in Vietnamese, for the person who confirms it.
    #[cfg_attr(feature = "schema", serde(default))]
    pub reason: String,
    /// Unknown fields, kept. Those of the value itself stand here under `value`: the value may be a small type that
    /// has no room for them.
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub extra: Extra,
}

impl<T> Stated<T> {
    /// A value that the plan writes, with its words.
    pub fn written(value: T, wording: impl Into<String>) -> Self {
        Self {
            value,
            basis: Basis::Written,
            wording: wording.into(),
            reason: String::new(),
            extra: Extra::new(),
        }
    }

    /// A value concluded, with the reason.
    pub fn inferred(value: T, reason: impl Into<String>) -> Self {
        Self {
            value,
            basis: Basis::Inferred,
            wording: String::new(),
            reason: reason.into(),
            extra: Extra::new(),
        }
    }
}

impl<T> Stated<T> {
    /// A person says that the value is right. What the plan writes stays written.
    pub fn confirm(&mut self) {
        self.basis.confirm();
    }
}

impl<T: Serialize> Serialize for Stated<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        match self.extra.get(VALUE) {
            None => map.serialize_entry(VALUE, &self.value)?,
            Some(rest) => {
                let mut value = serde_json::to_value(&self.value).map_err(serde::ser::Error::custom)?;
                put_back(&mut value, rest);
                map.serialize_entry(VALUE, &value)?;
            }
        }
        map.serialize_entry("basis", &self.basis)?;
        for (name, text) in [("wording", &self.wording), ("reason", &self.reason)] {
            if !text.is_empty() {
                map.serialize_entry(name, text)?;
            }
        }
        for (name, value) in self.extra.iter().filter(|(name, _)| *name != VALUE) {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

impl<'de, T: Serialize + DeserializeOwned> Deserialize<'de> for Stated<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Written {
            value: Value,
            basis: Basis,
            #[serde(default)]
            wording: String,
            #[serde(default)]
            reason: String,
            #[serde(flatten)]
            extra: Extra,
        }
        let Written { value: whole, basis, wording, reason, mut extra } = Written::deserialize(deserializer)?;
        let value = json::read::<T>(&whole.to_string()).map_err(|Unread { path, message }| {
            let dot = if path.is_empty() { "" } else { "." };
            D::Error::custom(format_args!("{VALUE}{dot}{path}{PATH_END}{message}"))
        })?;
        if whole.is_object() {
            let known = serde_json::to_value(&value).map_err(D::Error::custom)?;
            if let Some(rest) = unknown(whole, &known) {
                extra.insert(VALUE.to_owned(), rest);
            }
        }
        Ok(Self { value, basis, wording, reason, extra })
    }
}

const VALUE: &str = "value";

/// The fields of `whole`, at any depth, that are not in `known`; null is as good as absent. A field that is not known
/// stands as a list of one; an object leads to what is not known in a field that is.
fn unknown(whole: Value, known: &Value) -> Option<Value> {
    let Value::Object(whole) = whole else { return None };
    let known = known.as_object()?;
    let rest: Extra = whole
        .into_iter()
        .filter_map(|(name, value)| {
            let rest = match known.get(&name) {
                Some(known) => unknown(value, known)?,
                None if value.is_null() => return None,
                None => Value::Array(vec![value]),
            };
            Some((name, rest))
        })
        .collect();
    (!rest.is_empty()).then_some(Value::Object(rest))
}

/// Adds what [`unknown`] found, where the value has no field of that name. What was found inside a part goes with that part.
fn put_back(value: &mut Value, rest: &Value) {
    let (Value::Object(value), Value::Object(rest)) = (value, rest) else { return };
    for (name, rest) in rest {
        match (value.get_mut(name), rest) {
            (Some(value), rest) => put_back(value, rest),
            (None, Value::Array(whole)) => {
                value.extend(whole.iter().map(|whole| (name.clone(), whole.clone())));
            }
            (None, _) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::plan::Cadence;

    #[test]
    fn unknown_fields_survive_beside_the_value_and_in_it() {
        let written = json!({
            "value": {
                "kind": "recurring", "period": "month", "window": "nd09",
                "deadline": { "day": 5, "months_after": 1, "inclusive": true, "hour": 17 },
                "except": ["2026-02"]
            },
            "basis": "written",
            "wording": "mỗi tháng",
            "seen_by": "UBND xã"
        });
        let mut stated: Stated<Cadence> = serde_json::from_value(written.clone()).unwrap();
        assert_eq!(serde_json::to_value(&stated).unwrap(), written);
        // An edit of the value keeps what it does not know.
        stated.value = Cadence::OnRequest;
        let edited = serde_json::to_value(&stated).unwrap();
        assert_eq!(
            (&edited["value"]["kind"], &edited["value"]["except"][0]),
            (&json!("on_request"), &json!("2026-02"))
        );
    }

    #[test]
    fn what_is_unknown_inside_a_part_goes_with_the_part() {
        let written = json!({
            "value": {
                "kind": "recurring", "period": "month", "window": "nd09",
                "deadline": { "day": 5, "months_after": 1, "inclusive": true, "hour": 17 }
            },
            "basis": "written"
        });
        let mut stated: Stated<Cadence> = serde_json::from_value(written.clone()).unwrap();
        let Cadence::Recurring { deadline, .. } = &mut stated.value else { panic!("{stated:?}") };
        let before = deadline.take();
        let without = serde_json::to_value(&stated).unwrap();
        assert_eq!(without["value"].get("deadline"), None);
        let mut again: Stated<Cadence> = serde_json::from_value(without).unwrap();
        let Cadence::Recurring { deadline, .. } = &mut again.value else { panic!("{again:?}") };
        assert_eq!(*deadline, None);
        let Cadence::Recurring { deadline, .. } = &mut stated.value else { unreachable!() };
        *deadline = before;
        assert_eq!(serde_json::to_value(&stated).unwrap(), written);
    }

    #[test]
    fn a_value_without_unknown_fields_carries_none() {
        let stated: Stated<String> =
            serde_json::from_value(json!({"value": "x", "basis": "unverified", "wording": ""})).unwrap();
        assert_eq!(stated.extra, Extra::new());
        assert_eq!(serde_json::to_value(&stated).unwrap(), json!({"value": "x", "basis": "unverified"}));
    }
}
